/* SPDX-License-Identifier: MIT */
/* Paragraphs of the report as the commands take them. Private to the command layer. */
#ifndef PARAGRAPHS_H
#define PARAGRAPHS_H

#include "report/report.h"
#include "rows.h"
#include "store/paragraph.h"

#define PARAM_PARAGRAPH                                                                           \
	{                                                                                         \
		"paragraph", ARG_PARAGRAPH, .required = true, .prompt = "Paragraph, as 12 or g41" \
	}

#define PARAM_NEXT_PART                                                              \
	{                                                                            \
		"next", ARG_FLAG, .option = true, .more = true, .context = true,     \
				  .prompt = "As it is in the next part to be issued" \
	}

#define PARAM_OF_PART                                                            \
	{                                                                        \
		"part", ARG_WORD, .option = true, .more = true, .context = true, \
				  .prompt = "As it is numbered in that part"     \
	}

/* A paragraph as it is in the report now. */
struct paragraph {
	const struct node *node; /* NULL: it is not printed */
	const char *label;       /* where it was looked for, "12"; NULL */
	int64_t part;            /* that it was named in; 0 */
	struct paragraph_key key;
	const char *heading;      /* key of what it stands under; NULL */
	struct paragraph_row row; /* id 0: nobody has touched it yet */
	const char *text;         /* as it is printed, or would be */
	const char *generated;    /* NULL: from nothing */
	bool final; /* a part was issued with some of it: an edit is for the final report */
};

/* The report as it stands, or with --next the next part of it; with --part what was issued is
 * found there, and what is said of it is for the final report. Built once a call, and freed by
 * paragraphs_clear. */
struct paragraphs {
	struct call *call;
	struct report *report;
	const char *named; /* the part; NULL: none */
	int64_t part;
	struct document issued;
};
void paragraphs_init(struct paragraphs *paragraphs, struct call *call);
void paragraphs_clear(struct paragraphs *paragraphs);

/* By its number in the report ("12"), its own ("g41"), or its key; ERR_USAGE with the
 * remedy for what is none. Texts are in the call's arena. */
bool paragraphs_find(struct paragraphs *paragraphs, const char *text, struct paragraph *paragraph,
	struct err *err);
/* Several: "1-4, 7, g41", each once, in the order in which they are named. */
struct paragraph *paragraphs_list(
	struct paragraphs *paragraphs, const char *text, size_t *count, struct err *err);

/* Adds "The [-old-][+new+] words" to the output, as marked texts are shown. */
void paragraphs_difference(struct call *call, const char *from, const char *to);

/* Its row, made now if there is none: inside a change. */
bool paragraph_need_row(struct call *call, struct paragraph *paragraph, struct err *err);
/* The row that an edit of it goes to: of what was issued another one, that corrects it. */
bool paragraph_need_editable(struct call *call, struct paragraph *paragraph, struct err *err);
/* A new version of it; adds "g41" to the reply. */
bool paragraph_change(struct call *call, struct paragraph *paragraph,
	const struct paragraph_edit *edit, struct err *err);

#endif
