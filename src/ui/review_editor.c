/* SPDX-License-Identifier: MIT */
/*
 * The agenda under review, or an annotation, in somebody's own editor. What comes back
 * and does not read is not lost: it is in a rescue file, and what the next call goes on
 * with.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "keep.h"
#include "model/agenda_edit.h"
#include "review.h"

static void text_came(void *state, struct app *app, const char *text)
{
	struct review *review = state;
	struct err err = {0};

	if (!text || strcmp(text, agenda_draft_text(&review->draft)) == 0)
		return;
	str_reset(&review->refused);
	if (agenda_draft_replace(&review->draft, text, &err)) {
		app_say(app, TONE_GOOD, "Taken as it was written; u takes it back");
	} else {
		/* The next Ctrl-X goes on with it; a file has it meanwhile. */
		str_add(&review->refused, text);
		keep_rescue_and_say(app, text, err.text);
	}
	review_changed(review, app);
}

struct annotation {
	size_t item;
	const char *text;
};

static bool edit_annotation(struct agenda *agenda, void *context, struct err *err)
{
	const struct annotation *it = context;

	(void)err;
	agenda_edit_annotation(agenda, it->item, it->text);
	return true;
}

static void annotation_came(void *state, struct app *app, const char *text)
{
	struct review *review = state;
	const struct review_row *row = review_row(review);
	char *entered = text ? utf8_enter(text, false) : NULL;
	struct annotation it = {row->index, entered};
	struct err err = {0};

	if (entered && row->kind == REVIEW_ITEM &&
		!agenda_draft_change(&review->draft, edit_annotation, &it, &err))
		keep_rescue_and_say(app, text, err.text);
	free(entered);
	review_changed(review, app);
}

void review_editor_annotation(struct review *review, struct app *app)
{
	const char *text = review->draft.agenda.items[review_row(review)->index].annotation;

	app_edit_outside(app, text ? text : "", annotation_came);
}

void review_editor_whole(struct review *review, struct app *app)
{
	bool refused = review->refused.length > 0;

	app_edit_outside(
		app, refused ? review->refused.text : agenda_draft_text(&review->draft), text_came);
}
