/* SPDX-License-Identifier: MIT */
/* What the parts of the agenda as a document share. */
#ifndef REPORT_AGENDA_PAPER_H
#define REPORT_AGENDA_PAPER_H

#include <stdint.h>

#include "document/document.h"
#include "model/agenda.h"

struct paper {
	const struct template *template;
	const struct agenda *agenda;
	struct document *document;
	bool adopted;
	uint64_t hosts; /* the bodies whose agenda it is; bit i is the body at index i */
	size_t first;   /* of them */
	bool several;
};

/* Adds a node of plain text. */
struct node *paper_add(
	struct paper *paper, struct node *parent, enum node_kind kind, const char *plain);
/* The same at the end of the document; label "" is none. */
struct node *paper_heading(struct paper *paper, int level, const char *label, const char *plain);
/* A word of the template. */
const char *paper_word(const struct paper *paper, const char *key);
/* A heading as it was typed (NULL: the word of that key), without "provisional" and
 * "proposed" once it is adopted. */
void paper_heading_words(
	const struct paper *paper, const char *typed, const char *usual, struct str *out);
/* The agenda with names and letters of the template's language, of the arena and `from`. */
struct agenda paper_agenda(
	const struct agenda *from, const struct template *template, struct arena *arena);
/* Is it on the agenda of the body, and with which number? NULL: it is not. */
const char *paper_number(const struct paper *paper, size_t item, size_t body);

/* agenda_annex.c: the organization of work as a table. */
void paper_annex(struct paper *paper);

#endif
