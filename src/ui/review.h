/* SPDX-License-Identifier: MIT */
/*
 * The review of an agenda that was read out of a document, shared by its files: the
 * view itself (view_review.c), the rows of what was understood (review_rows.c), the
 * document beside them (review_paper.c), and what can be done (review_commands.c, with
 * review_correct.c, review_forms.c and review_editor.c).
 */
#ifndef UI_REVIEW_H
#define UI_REVIEW_H

#include "exchange/agenda_draft.h"
#include "flow.h"
#include "list.h"
#include "model/agenda_edit.h"
#include "ui/app.h"

enum review_kind {
	REVIEW_HEADING,
	REVIEW_FIELD,
	REVIEW_BODY,
	REVIEW_ITEM,
	REVIEW_DOCUMENT,
	REVIEW_SLOT,
	REVIEW_PIECE,
	REVIEW_NO_SLOT, /* in the place of what there is none of: one can be added */
	REVIEW_NO_DOCUMENT
};

struct review_row {
	enum review_kind kind;
	size_t index;           /* of the field, item … in the agenda */
	int level;              /* of an item from 0 */
	const char *label;      /* "1 (a)", "Place", "10 a.m.-1 p.m.", "12-14" */
	const char *text;       /* in one line */
	const char *mark;       /* "doubtful", "likely", "warning"; "" for none */
	const char *says;       /* what `agenda check` has for it, a line each; "" for nothing */
	bool open;              /* a person should look at it */
	struct agenda_lines at; /* in the document */
	int line;               /* in the agenda's text; 0 = not known */
};

enum review_focus { REVIEW_ON_LIST, REVIEW_ON_DETAIL, REVIEW_ON_PAPER };

/* How the window is divided; rows 0: that pane is not shown. */
struct review_panes {
	bool beside; /* the document at the left, else below */
	struct area paper, list, detail;
	int bar;             /* column of the line between, if beside */
	int rules[2];        /* rows of rules above detail and paper; -1 = none */
	int rule_from[2];    /* their columns … */
	int rule_columns[2]; /* … and widths */
};

struct review {
	struct agenda_draft draft;
	bool opened;
	bool ends;             /* leaving it leaves the program */
	char *document, *file; /* what is to be opened, until it is */

	struct arena arena; /* of the rows */
	struct review_row *rows;
	size_t count;
	struct list list;
	bool stale;                   /* the draft has changed since the rows were made */
	bool back;                    /* … by undo or redo: what has changed is to be selected */
	enum review_kind wanted_kind; /* the row that is to be selected then … */
	size_t wanted;                /* … by its index; AGENDA_NONE: that which was */
	size_t likely, doubtful, warned;
	int hours; /* columns of the widest hours of a slot */

	struct flow detail; /* the whole of the selected row */
	size_t detail_top;
	int detail_rows;   /* 0: it is not shown */
	struct flow paper; /* the document; tags are its lines */
	int paper_columns, paper_rows;
	size_t paper_top;
	enum review_focus focus;
	bool follow;        /* the document is to show the selected row */
	struct str refused; /* what came from the editor and did not read; "" for nothing */
};

/* --- review_rows.c --- */

void review_rows_make(struct review *review);
const struct review_row *review_row(const struct review *review); /* NULL before it is read */
/* What is said of the selected row below the list. */
void review_detail_make(struct review *review, int columns);
void review_rows_draw(const struct review *review, const struct area *area);
/* The item that the selected row is, or the last one that stands before it in the
 * document; AGENDA_NONE if there is none. */
size_t review_item_above(const struct review *review);

/* --- review_paper.c --- */

void review_paper_make(struct review *review, int columns);
void review_paper_follow(struct review *review);
void review_paper_draw(const struct review *review, const struct area *area);
/* The lines of the paragraph that has the text, or of that which begins at the line. */
struct agenda_lines review_paper_find(const struct review *review, const char *text);
struct agenda_lines review_paper_at(const struct review *review, int line);

/* --- review_forms.c --- */

/* The form that corrects the selected row; false on a heading. */
bool review_forms_row(const struct review *review, struct words *shown, struct arena *arena);
/* That which adds another of its kind. */
void review_forms_new(const struct review *review, struct words *shown, struct arena *arena);
/* That which says with whom the selected item is joint. */
void review_forms_joint(const struct review *review, struct words *shown, struct arena *arena);
/* That which makes the selected piece an annotation. */
void review_forms_annotate(const struct review *review, struct words *shown);

/* --- review_editor.c --- */

void review_editor_whole(struct review *review, struct app *app);
void review_editor_annotation(struct review *review, struct app *app);

/* --- view_review.c --- */

/* The review that is on the screen; NULL for none. */
struct review *review_of(const struct app *app);
void review_changed(struct review *review, struct app *app);
/* To the next row that a person should look at; false if there is none. */
bool review_step(struct review *review, bool back);
void review_leave(struct review *review, struct app *app);

#endif
