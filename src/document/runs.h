/* SPDX-License-Identifier: MIT */
/* What the writers share: the inline form of a node's text as runs that can be
 * printed, all of it through the output filter. */
#ifndef DOCUMENT_RUNS_H
#define DOCUMENT_RUNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "document/document.h"

/* NEW and GONE are words put in and taken away: underlined and struck out where that can
 * be, else between signs (model/negotiation.h). */
enum run_kind { RUN_TEXT, RUN_ITALIC, RUN_NOTE, RUN_NEW, RUN_GONE };

struct run {
	enum run_kind kind;
	const char *text;       /* one line, without raw control characters; of a change with whose
			   * it is before it: "Benin: words" */
	const char *by, *words; /* the two apart, where it is known whose it is; else NULL */
};

/* The runs of a text in inline form, in the arena; NULL text gives none. What
 * refers to something is text in those words: "agenda item 3", "para. g41", a symbol. */
struct run *runs_of(
	struct arena *arena, const struct document_words *words, const char *text, size_t *count);

/* The signs around words that are new or gone: "[+", "+]"; "" around any other run. */
const char *run_open(enum run_kind kind);
const char *run_close(enum run_kind kind);

/* Notes to the masthead and the title have asterisks, all others numbers (conventions 1.7),
 * each counted by themselves. */
struct note_marks {
	int stars, numbers;
};
bool note_is_starred(const struct node *node); /* in the text of that node */
/* Counts a note and adds its mark: "*", "**", "1". */
void note_mark(struct note_marks *marks, bool starred, struct str *out);

/* Does a field of the masthead stand in one block with the one before it? The date under
 * the distribution, session, place and item under their body. */
bool masthead_is_under(const struct node *field, const struct node *before);
/* Organ, body, its session and the title of the item are set in bold (conventions 1.1). */
bool masthead_is_bold(const struct node *field);
/* What stands before a field, without blank: "Distr.:", "Original:", "". */
const char *masthead_word(const struct document_words *words, const struct node *field);

#endif
