/* SPDX-License-Identifier: MIT */
/*
 * Writing in the Recommendations view: a new recommendation, a new version of
 * one, or the chapeau of a set. The invariant: what somebody else saved since
 * the writing began is shown before anything is saved over it, and the text
 * leaves the editor only after a command has committed it or after being given
 * up twice.
 */
#include <stdio.h>
#include <string.h>

#include "store/agenda.h"
#include "store/meeting.h"
#include "conflict.h"
#include "recommendation_text.h"
#include "recommendations.h"
#include "show.h"

static int editor_columns(const struct recommendations *state)
{
	return flow_measure(state->panes.text_columns) - 1;
}

static void begin_writing(struct recommendations *state, struct app *app, int64_t target,
	const char *key, const char *saved, int version)
{
	state->mode = WRITING;
	state->target = target;
	writing_open(state->writing, app, key, saved, version);
	app_reload(app);
}

void recommendations_edit(struct recommendations *state, struct app *app)
{
	const struct line *line = recommendations_selected(state);
	char key[64], name[32];

	if (!line) {
		app_say(app, TONE_PLAIN, "There is no recommendation yet; %s proposes one",
			show_key("recommendation propose", name));
	} else if (!line->row) {
		snprintf(key, sizeof key, "chapeau %lld", (long long)line->set->id);
		begin_writing(
			state, app, line->id, key, line->set->chapeau ? line->set->chapeau : "", 0);
	} else if (!recommendation_open(line->row->state)) {
		recommendation_say_locked(app, line->row);
	} else {
		snprintf(key, sizeof key, "recommendation r%d", line->row->number);
		begin_writing(state, app, line->id, key, line->row->text, line->row->version);
	}
}

void recommendations_edit_chapeau(struct recommendations *state, struct app *app)
{
	const struct line *line = recommendations_selected(state);

	if (line)
		list_select(&state->list, recommendations_find(state, -line->set->id));
	state->shown = app_desk(app)->selected.recommendation = 0;
	recommendations_edit(state, app);
}

/* The item that a new one belongs to: the selected one, else the only open one. */
static void find_item(struct app *app, char *item, size_t size)
{
	struct store *store = app_store(app);
	int64_t id = app_desk(app)->selected.item, open[2];
	struct arena arena;
	struct item_row row;

	if (!id && store_items_open(store, app_session(app), open, 2) == 1)
		id = open[0];
	arena_init(&arena);
	if (id && store_item(store, id, &arena, &row) &&
		store_item_find(store, app_session(app), row.printed) == id)
		snprintf(item, size, "%s", row.printed);
	arena_clear(&arena);
}

static const struct proposal_form new_form = {
	.command = "recommendation propose", .fields = {"item", "by"}, .columns = {8, 14}};

/* One that was begun and never saved comes first. */
void recommendations_propose(struct recommendations *state, struct app *app)
{
	char key[80], item[64] = "";

	if (state->proposal_key[0]) {
		snprintf(key, sizeof key, "%s", state->proposal_key);
		snprintf(item, sizeof item, "%s",
			key + strcspn(key, " ") + (strchr(key, ' ') != NULL));
	} else {
		find_item(app, item, sizeof item);
		snprintf(key, sizeof key, "propose %s", item);
	}
	begin_writing(state, app, 0, key, "", 0);
	proposal_open(state->proposal, app, &new_form, "New recommendation", item);
}

/* What is saved now, when it is no longer what the writing began from. */
static bool has_moved(struct recommendations *state, struct app *app, struct arena *arena,
	const char **theirs, int *version)
{
	struct recommendation_row row;
	size_t count;

	*version = 0;
	if (state->target > 0) {
		if (!store_recommendation(app_store(app), state->target, arena, &row))
			return false;
		*theirs = row.text;
		*version = row.version;
		return row.version != state->writing->version;
	}
	struct set_row *sets = store_sets(app_store(app), app_session(app), arena, &count);
	for (size_t i = 0; i < count; i++) {
		*theirs = sets[i].chapeau ? sets[i].chapeau : "";
		if (sets[i].id == -state->target)
			return strcmp(*theirs, state->writing->began) != 0;
	}
	return false;
}

static void stop_writing(struct recommendations *state, struct app *app)
{
	state->mode = READING;
	state->text_of = 0;
	app_reload(app);
}

static void saved(struct app *app, const struct call *call, void *context)
{
	struct recommendations *state = context;

	if (call->made)
		app_desk(app)->selected.recommendation = call->made;
	writing_close(state->writing, app);
	stop_writing(state, app);
}

/* The command that saves what is written; values live in the arena. */
static void put_together(struct recommendations *state, struct arena *arena, struct words *words)
{
	size_t at = recommendations_find(state, state->target);
	const struct line *line = at < state->list.count ? &state->lines[at] : NULL;

	words->command = command_find(state->target > 0   ? "recommendation edit"
				      : state->target < 0 ? "set chapeau"
							  : "recommendation propose");
	writing_put(words, "text", state->writing->edit.text.text);
	if (state->target > 0 && line && line->row) {
		writing_put(words, "recommendation", arena_printf(arena, "r%d", line->row->number));
		writing_put(words, "version", arena_printf(arena, "%d", state->writing->version));
	} else if (state->target < 0 && line) {
		writing_put(words, "body", line->set->body_key);
	} else if (state->target == 0) {
		proposal_put(state->proposal, words);
	}
}

static void save(struct recommendations *state, struct app *app);

/* Mine goes over what was shown; a newer one is shown first. */
static void chosen(void *data, struct app *app, bool mine, const struct conflict *seen)
{
	struct recommendations *state = data;

	if (mine) {
		writing_rebase(state->writing, seen->theirs, seen->version);
		writing_keep(state->writing, app);
		save(state, app);
	} else {
		writing_close(state->writing, app);
		stop_writing(state, app);
	}
}

static bool show_conflict(struct recommendations *state, struct app *app)
{
	const struct line *line = recommendations_selected(state);
	char what[32] = "the chapeau";
	struct arena arena;
	struct conflict conflict = {.what = what,
		.mine = state->writing->edit.text.text,
		.chosen = chosen,
		.state = state};

	if (state->target > 0 && line && line->row)
		snprintf(what, sizeof what, "r%d", line->row->number);
	arena_init(&arena);
	bool moved = has_moved(state, app, &arena, &conflict.theirs, &conflict.version);
	if (moved) {
		writing_keep(state->writing, app);
		app_push(app, &view_conflict, &conflict);
	}
	arena_clear(&arena);
	return moved;
}

static void save(struct recommendations *state, struct app *app)
{
	struct arena arena;
	struct words words = {0};
	struct call call;

	if (!writing_changed(state->writing)) {
		writing_close(state->writing, app);
		stop_writing(state, app);
		return;
	}
	if (state->target != 0 && show_conflict(state, app))
		return;
	arena_init(&arena);
	put_together(state, &arena, &words);
	call_init(&call, app_desk(app));
	enum outcome outcome = writing_save(state->writing, app, &words, &call);
	if (outcome == OUTCOME_DONE)
		saved(app, &call, state);
	else if (outcome == OUTCOME_ASKS)
		app_run(app, &words, saved, state);
	else if (state->target != 0)
		show_conflict(state, app);
	call_clear(&call);
	arena_clear(&arena);
}

void recommendations_look(struct recommendations *state, struct app *app)
{
	if (state->mode == WRITING && state->target >= 0)
		warnings_look(&state->warnings, app, state->target, state->writing->edit.text.text);
	else
		warnings_clear(&state->warnings);
}

static void came_back(void *data, struct app *app, const char *text)
{
	struct recommendations *state = data;

	if (state->mode == WRITING)
		writing_replace(state->writing, text);
	app_reload(app);
}

bool recommendations_write_key(
	struct recommendations *state, struct app *app, const struct key *key)
{
	if (warnings_key(&state->warnings, app, key) ||
		(state->target == 0 && proposal_key(state->proposal, app, key)))
		return true;
	switch (writing_key(state->writing, app, key, editor_columns(state))) {
	case WRITING_NOT_MINE:
		return false;
	case WRITING_DONE:
		save(state, app);
		return true;
	case WRITING_LEFT:
		stop_writing(state, app);
		return true;
	case WRITING_OUTSIDE:
		app_edit_outside(app, state->writing->edit.text.text, came_back);
		return true;
	case WRITING_TAKEN:
		recommendations_look(state, app);
		break;
	}
	return true;
}
