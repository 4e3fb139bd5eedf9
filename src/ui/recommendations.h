/* SPDX-License-Identifier: MIT */
/* The state of the Recommendations view, shared by the file of the view and the
 * one that writes texts. Private to the two. */
#ifndef UI_RECOMMENDATIONS_H
#define UI_RECOMMENDATIONS_H

#include "model/bracket.h"
#include "store/recommendation.h"
#include "list.h"
#include "flow.h"
#include "panes.h"
#include "proposal.h"
#include "warnings.h"
#include "writing.h"

/* READING: keys are commands. WRITING: the editor has them. */
enum mode { READING, WRITING };

struct line {
	int64_t id; /* of the recommendation, or minus that of the set */
	const struct set_row *set;
	const struct recommendation_row *row; /* NULL: the chapeau */
	bool unsaved;                         /* a draft of it is kept */
	int amendments, paragraphs, brackets; /* that are open */
	/* One of its brackets, where these are listed: its place from 1, else 0. */
	int place;
	const struct bracket *bracket;
};

struct recommendations {
	struct arena arena; /* of what follows, down to the lines */
	struct set_row *sets;
	struct recommendation_row *rows;
	struct line *lines;
	size_t set_count, row_count;
	int letter_columns;    /* for the widest of the letters */
	char proposal_key[80]; /* of the draft of a new one that is not saved; "" = none */

	bool bracketed; /* only what has open brackets is listed, each with them */
	size_t bracket_count;

	bool loaded;
	int64_t sequence; /* of the journal when it was */
	struct list list;
	int64_t shown; /* what this view last said is selected on the desk */
	struct panes panes;
	bool in_text; /* the keys scroll the text */
	struct flow text;
	int64_t text_of; /* the line it is about */
	size_t top;      /* its first line seen */

	enum mode mode;
	struct writing *writing;
	int64_t target;            /* what is being written: as in a line; 0 = a new one */
	struct proposal *proposal; /* the fields of a new one */
	struct warnings warnings;  /* about what is being written */
};

/* --- view_recommendations.c --- */

/* The row under the cursor; NULL if there is none. */
const struct line *recommendations_selected(const struct recommendations *state);
/* The place of a line with this id; list.count if there is none. */
size_t recommendations_find(const struct recommendations *state, int64_t id);

/* --- recommendation_rows.c --- */

/* Reads what there is into lines; how many there are. */
size_t recommendations_read(struct recommendations *state, struct app *app);
/* Those of which a draft is kept. */
void recommendations_mark_drafts(struct recommendations *state, struct app *app);
void recommendations_draw_list(
	const struct recommendations *state, const struct app *app, const struct area *area);

/* --- recommendation_write.c --- */

void recommendations_edit(struct recommendations *state, struct app *app); /* what is selected */
void recommendations_edit_chapeau(struct recommendations *state, struct app *app);
void recommendations_propose(struct recommendations *state, struct app *app);
/* The drafting check of what is being written now. */
void recommendations_look(struct recommendations *state, struct app *app);
bool recommendations_write_key(
	struct recommendations *state, struct app *app, const struct key *key);

#endif
