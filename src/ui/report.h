/* SPDX-License-Identifier: MIT */
/* What the files of the Report view share. Private to the view. */
#ifndef UI_REPORT_H
#define UI_REPORT_H

#include "report/report.h"
#include "proposal.h"
#include "report_layout.h"
#include "ui/app.h"
#include "writing.h"

enum side {
	SIDE_HEADINGS,
	SIDE_GAPS,    /* what is missing */
	SIDE_BEHIND,  /* what stands behind the selected paragraph */
	SIDE_WHERE,   /* the paragraphs that have a statement */
	SIDE_NOWHERE, /* what is reflected nowhere */
	SIDES
};

/* A row of the list: where it leads, and what it says. Texts are the side's. */
struct side_entry {
	const char *label, *name, *detail, *text; /* name and detail: NULL for none */
	int level;                                /* indents it, from 1 */
	size_t line;                              /* of the report, where it leads … */
	int64_t item, statement, recommendation, amendment, document; /* … or a row elsewhere */
};

enum report_mode { MODE_WHOLE, MODE_NEXT, MODE_ISSUED };

enum report_task { REPORT_READ, REPORT_EDIT, REPORT_ADD };

struct report_view {
	struct desk *desk;
	enum report_mode mode;
	size_t part, place;     /* ISSUED: its number, and its place among the parts from 1 */
	char mode_name[96];     /* symbol of the part */
	struct document issued; /* ISSUED: the part */
	struct report *report, *building; /* shown; to be shown, NULL = none */
	struct layout *shown, *next;
	unsigned times_shown; /* something new */
	size_t most_words,
		page_words; /* that it may have, and that stand on a page; 0: not known */
	int64_t sequence;   /* of the journal, that is shown or being built */
	bool loaded;
	bool file_wanted; /* once it is built */
	bool placed;      /* what was on top when the view was left is so again */

	int rows, columns; /* of the text and its labels */
	int text_column;
	size_t top;
	size_t stop; /* that the cursor is at */
	char *go;    /* a paragraph that it goes to once that is shown; NULL */

	enum report_task task;
	struct writing writing;
	struct proposal fields; /* who proposed it from the floor */
	char title[64];
	char *target, *made; /* of what is being written: for commands; generated then */
	int64_t began;       /* the journal then */

	enum side side;
	bool in_side;     /* the list has the keys */
	int side_columns; /* 0: it is seen only while it has them */
	struct flow list; /* tags are places in the entries; a title has none of them */
	struct arena side_arena;
	struct side_entry *entries;
	const char *side_title; /* NULL: none */
	char side_of[64];       /* what the entries were read for; "" = nothing yet */
	int about;              /* number of the statement that SIDE_WHERE is about */
	size_t list_count, selected, list_top;
};

/* The line goes on top, or as near as the end allows. */
void report_go_to_line(struct report_view *view, size_t line);

/* --- which report (report_mode.c) --- */

void report_clear(struct report_view *view);
void report_stop_building(struct report_view *view);
/* Begins to build what is to be shown, or reads it. */
void report_begin(struct report_view *view, struct app *app);
/* At the end of a next part, just laid out, that has no paragraph. */
void report_say_nothing_new(const struct report_view *view, struct app *app, struct layout *layout);
/* Of what is being built, else of what is shown; yours. */
struct layout *report_layout(const struct report_view *view);
/* Another one, with the same paragraph selected where that is in it. */
void report_show_mode(struct report_view *view, struct app *app, enum report_mode mode);
/* The next of: the whole, the next part, each part that was issued. */
void report_turn(struct report_view *view, struct app *app);
/* Its name in the head line; the column behind it. */
int report_mode_draw(const struct report_view *view, const struct area *area, int column);

/* --- the cursor (report_cursor.c) --- */

/* Where it is; NULL while nothing is shown, and where nothing can be stopped at. */
const struct layout_stop *report_stop(const struct report_view *view);
/* To a stop, which comes into sight; stop_count passes. Tells the desk which paragraph is
 * selected now. */
void report_select(struct report_view *view, size_t stop);
/* The line on top, and the first stop behind it. */
void report_show_line(struct report_view *view, size_t line);
/* Tells the desk again: what is shown is another layout. */
void report_tell(struct report_view *view);
bool report_cursor_key(struct report_view *view, const struct key *key);
/* To a paragraph, as commands take it, once it is shown. */
void report_go(struct report_view *view, const char *paragraph);
/* After another layout is shown: there, or to where it was in the other one. */
void report_arrive(struct report_view *view, const struct layout *other);
/* The lines from `line` on, with the cursor in the column before them, and above each
 * paragraph what there is to say of it. */
void report_lines_draw(const struct report_view *view, const struct area *area, size_t line);
/* Adds what there is to say of a paragraph, in words: "yours · source changed · g41";
 * nothing of one that is generated and no more, unless `whole`: then also what it was made
 * from. True if it wants to be looked at. */
bool report_say_mark(const struct layout_stop *stop, bool whole, struct str *out);

/* --- writing in it (report_write.c) --- */

/* Opens the editor on the selected paragraph, or behind it. */
void report_write(struct report_view *view, struct app *app, enum report_task task);
bool report_write_key(struct report_view *view, struct app *app, const struct key *key);
void report_write_paste(struct report_view *view, struct app *app, const char *text);
/* The text with the editor in its place. */
void report_write_draw(const struct report_view *view, const struct area *area);
bool report_is_writing(const struct report_view *view);

/* --- what has changed behind a paragraph (report_change.c) --- */

struct report_change {
	const struct layout_stop *stop; /* one that was touched */
	bool next;                      /* in the next part */
};
extern const struct view_ops view_change; /* const struct report_change * */
/* Of the selected paragraph; says so where nobody has touched it. */
void report_show_change(struct report_view *view, struct app *app);

/* --- the list beside it (report_side.c) --- */

void report_side_init(struct report_view *view);
void report_side_clear(struct report_view *view);
/* Its columns in a view of so many. */
int report_side_width(const struct report_view *view, int columns);
void report_side_fill(struct report_view *view, struct app *app, int columns);
/* A new last row; to be filled in at once. */
struct side_entry *report_side_add(struct report_view *view);
/* While the text has the keys the list says where it is. */
void report_side_follow(struct report_view *view);
void report_side_draw(const struct report_view *view, const struct area *area);
/* Gives it the keys, or takes them from it. */
void report_side_enter(struct report_view *view, struct app *app, enum side side);
bool report_side_key(struct report_view *view, struct app *app, const struct key *key);

/* --- what stands behind the report (report_behind.c) --- */

/* The rows of SIDE_BEHIND, SIDE_WHERE and SIDE_NOWHERE, and their title. */
void report_behind_fill(struct report_view *view, struct app *app);
/* To the row that the entry leads to, in another view; false if it leads to none. */
bool report_behind_show(struct app *app, const struct side_entry *entry);

#endif
