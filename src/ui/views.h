/* SPDX-License-Identifier: MIT */
/* The views and overlays by name: each stands at the end of its one file. */
#ifndef UI_VIEWS_H
#define UI_VIEWS_H

#include "ui/view.h"

/* Main views, in the order of their number keys (main_views in ui/view.h). */
extern const struct view_ops view_room, view_recommendations, view_report, view_organization,
	view_journal, view_documents, view_contributions, view_follow_up;
/* Shows only what is of an item (0: any) and of a kind ("floor", "floor give"; NULL or
 * "": any) in the Journal view with this state. */
void view_journal_only(void *state, struct app *app, int64_t item, const char *kind);
/* Lists the paragraphs that have the statement, in the Report with this state. */
void view_report_where(void *data, struct app *app, int64_t statement);
/* Shows only the documents under an item (0: any) and in a state ("issued"; NULL or "":
 * any) in the Documents view whose state is `data`. */
void view_documents_only(void *data, struct app *app, int64_t item, const char *status);

extern const struct view_ops view_text; /* one text: const int64_t *, the recommendation */
/* Shows another one in the Text view whose state is `data`. */
void view_text_open(void *data, struct app *app, int64_t recommendation);
/* Goes there to one of its brackets, by its place from 1. */
void view_text_bracket(void *data, int place);
/* Opens the text that comes of an amendment there, to be put right. */
void view_text_resolve(void *data, struct app *app, int64_t amendment);
/* Opens these words there as the text that came back, to be put right. */
void view_text_put_right(void *data, struct app *app, const char *text);

extern const struct view_ops view_search; /* "/": the words to begin with, or NULL */
extern const struct view_ops view_review; /* app_review opens it */
extern const struct view_ops view_points; /* of the item that is selected */
extern const struct view_ops view_conclusions;
/* The form of one that is added, under that item (0: it is asked for). */
void view_conclusions_add(struct app *app, int64_t item);
extern const struct view_ops view_attendance;
/* What a vote is on. */
struct vote_on {
	int64_t recommendation, amendment; /* amendment 0: on the text itself */
};
extern const struct view_ops view_vote;  /* const struct vote_on * */
extern const struct view_ops view_help;  /* of the main view below it */
extern const struct view_ops view_start; /* which session to open */

#endif
