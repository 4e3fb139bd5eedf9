/* SPDX-License-Identifier: MIT */
/* The state of the view of one text in negotiation, shared by its files: view_text.c (the
 * list and the keys), text_rows.c (what is in the list), text_pane.c (the text beside it)
 * and text_write.c (the editor). Private to them. */
#ifndef UI_TEXT_H
#define UI_TEXT_H

#include "model/bracket.h"
#include "store/negotiation.h"
#include "store/recommendation_more.h"
#include "store/sponsor.h"
#include "flow.h"
#include "list.h"
#include "panes.h"
#include "proposal.h"
#include "warnings.h"
#include "writing.h"

enum text_kind {
	TEXT_ITSELF,
	TEXT_AMENDMENT,
	TEXT_PARAGRAPH, /* a new one that is proposed behind it, or an amendment to that */
	TEXT_BRACKET,
	TEXT_COMMENT,
	TEXT_HISTORY, /* a version, or a decision */
	TEXT_KINDS
};

struct text_line {
	enum text_kind kind;
	int64_t id; /* with the kind says which row it is, also when it was read again */
	size_t at;  /* its place among what it is of: amendments, brackets … */
	int depth;
	bool unsaved;     /* something that was typed to it is kept */
	const char *said; /* what it does; NULL until it was seen */
};

/* In which way the text is shown. */
enum text_way {
	WAY_MARKED,   /* with all that is proposed */
	WAY_THIS,     /* with what the selected row proposes alone */
	WAY_AMENDED,  /* as it would read */
	WAY_FINAL,    /* as it stands */
	WAY_PROPOSED, /* as it was first proposed */
	WAYS
};

/* What is being written. */
enum text_task {
	TASK_NONE,
	TASK_TEXT,        /* a new version of the text */
	TASK_AMENDMENT,   /* a new text of an amendment */
	TASK_PROPOSAL,    /* an amendment to the text */
	TASK_UNDER,       /* an amendment to an amendment */
	TASK_PARAGRAPH,   /* a new paragraph behind it */
	TASK_RESOLUTION,  /* the text that comes of an amendment in conflict */
	TASK_ALTERNATIVE, /* bis, ter */
	TASK_RETURNED,    /* the text as it came back, made on an earlier version */
	TASK_COMMENT,     /* from the floor, on the text or an amendment */
	TASKS
};

struct text_view {
	int64_t recommendation;
	struct arena arena; /* of what follows, down to the lines */
	struct negotiation n;
	struct recommendation_more more;
	struct sponsor_row *sponsors;
	size_t sponsor_count;
	struct bracket *brackets;
	size_t bracket_count;
	struct history_row *history;
	size_t history_count;
	const char *label; /* "(c) bis"; "" */
	struct text_line *lines;
	size_t line_count;

	const char *marked; /* the text with all that is proposed; NULL until it was seen */
	bool marked_hidden; /* without names */

	bool loaded;
	int64_t sequence; /* of the journal when it was */
	/* The newest command here whose row was gone to. */
	const struct command *last;
	int64_t made;
	enum text_kind go_kind; /* the row to go to … */
	int64_t go;             /* … or 0 */
	bool bracketing;        /* a bracket is being opened here: the new one is gone to */
	struct list list;
	struct panes panes;
	bool in_text; /* the keys scroll the text */
	enum text_way way;
	bool numbered; /* lines of the text */
	struct flow text;
	enum text_kind text_kind; /* the row it is about … */
	int64_t text_of;
	size_t top; /* its first line seen */

	enum text_task task;
	int64_t target; /* the amendment it is about, or 0 */
	int target_number;
	char title[48]; /* above its fields */
	struct writing *writing;
	struct proposal *fields;
	struct warnings warnings; /* about what is typed */
};

/* --- view_text.c --- */

const struct text_line *text_selected(const struct text_view *view); /* NULL: nothing */
/* The amendment of the selected row, or NULL. */
const struct amendment_row *text_amendment(const struct text_view *view);
/* To that row, when it is read again; TEXT_KINDS: to the amendment with that id. */
void text_go(struct text_view *view, enum text_kind kind, int64_t id);
/* Another text from here on. */
void text_open(struct text_view *view, struct app *app, int64_t recommendation);

/* --- text_rows.c --- */

/* Reads the text and all that is on it; false if it is not there any more. */
bool text_read(struct text_view *view, struct app *app);
void text_mark_drafts(struct text_view *view, struct app *app);
/* What the rows that are seen say. */
void text_say_seen(struct text_view *view);
void text_draw_line(const struct text_view *view, const struct app *app,
	const struct text_line *line, const struct area *area, int row);

/* --- text_pane.c --- */

/* Lays out the selected row's text. */
void text_lay(struct text_view *view, struct app *app);
const char *text_way_name(const struct text_view *view);

/* --- text_write.c --- */

void text_write(struct text_view *view, struct app *app, enum text_task task);
/* The merged text of an amendment in conflict, to be put right. */
void text_resolve(struct text_view *view, struct app *app, int64_t wanted);
/* These words as what came back, on the text as it is; what was being written is given up. */
void text_put_right(struct text_view *view, struct app *app, const char *text);
bool text_write_key(struct text_view *view, struct app *app, const struct key *key);
void text_write_look(struct text_view *view, struct app *app); /* for warnings */
void text_write_paste(struct text_view *view, struct app *app, const char *text);
void text_write_draw(const struct text_view *view, const struct area *area);
bool text_has_fields(const struct text_view *view);

#endif
