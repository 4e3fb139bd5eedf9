/* SPDX-License-Identifier: MIT */
/*
 * A text being written. The one idea: from the first key until a command has
 * committed it, the text is in two places, here and in the draft table, and if
 * that one fails, in a rescue file. Nothing here ever throws text away without
 * having been told twice.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "store/draft.h"
#include "app_inside.h"
#include "keep.h"
#include "show.h"
#include "writing.h"

void writing_init(struct writing *writing)
{
	*writing = (struct writing){0};
	edit_init(&writing->edit, false);
}

static void forget(struct writing *writing)
{
	free(writing->key);
	free(writing->began);
	writing->key = writing->began = NULL;
	writing->unkept = writing->leaving = false;
	keep_rescue_over(NULL, &writing->rescue);
	edit_set(&writing->edit, "");
}

void writing_clear(struct writing *writing)
{
	if (writing->key && writing->unkept && writing_changed(writing))
		keep_rescue_on(&writing->rescue, writing->edit.text.text);
	forget(writing);
	edit_clear(&writing->edit);
}

static void offer_draft(struct writing *writing, struct app *app)
{
	struct arena arena;
	struct draft_row draft;
	struct str at;

	arena_init(&arena);
	str_init(&at);
	if (store_draft(app_store(app), app_session(app), writing->key, &arena, &draft) &&
		strcmp(draft.text, writing->began) != 0) {
		edit_set(&writing->edit, draft.text);
		writing->version = draft.version;
		show_time(&at, draft.at, clock_now(&app_desk(app)->clock));
		app_say(app, TONE_PLAIN, "This draft of %s was never saved; Ctrl-G gives it up",
			at.text);
	}
	str_clear(&at);
	arena_clear(&arena);
}

void writing_open(
	struct writing *writing, struct app *app, const char *key, const char *saved, int version)
{
	forget(writing);
	writing->key = mem_strdup(key);
	writing->began = mem_strdup(saved);
	writing->version = version;
	edit_set(&writing->edit, saved);
	offer_draft(writing, app);
	writing->edit.changed = false;
}

void writing_go_on(struct writing *writing, const char *key, const char *typed)
{
	forget(writing);
	writing->key = mem_strdup(key);
	writing->began = mem_strdup("");
	edit_set(&writing->edit, typed);
	writing->edit.changed = false;
	writing->unkept = true;
}

bool writing_is_open(const struct writing *writing)
{
	return writing->key != NULL;
}

bool writing_changed(const struct writing *writing)
{
	return writing->key && strcmp(writing->edit.text.text, writing->began) != 0;
}

static enum writing_key leave(struct writing *writing, struct app *app)
{
	if (writing_changed(writing) && !writing->leaving) {
		writing->leaving = true;
		app_say(app, TONE_PLAIN, "Ctrl-G once more gives up what you typed; Esc saves it");
		return WRITING_TAKEN;
	}
	writing_close(writing, app);
	return WRITING_LEFT;
}

/* What does not go in is not lost unsaid. */
static void say_full(struct writing *writing, struct app *app)
{
	if (writing->edit.full)
		app_say(app, TONE_BAD,
			"The text is full (1 MB): the last of what you typed or pasted is not in it");
	writing->edit.full = false;
}

enum writing_key writing_key(
	struct writing *writing, struct app *app, const struct key *key, int columns)
{
	if (key_ctrl(key) == 'g')
		return leave(writing, app);
	writing->leaving = false;
	if (key->code == KEY_ESCAPE || key_ctrl(key) == 's')
		return WRITING_DONE;
	if (key_ctrl(key) == 'x')
		return WRITING_OUTSIDE;
	if (!edit_key(&writing->edit, key, columns))
		return WRITING_NOT_MINE;
	say_full(writing, app);
	if (writing->edit.changed)
		writing->unkept = true;
	writing->edit.changed = false;
	return WRITING_TAKEN;
}

void writing_paste(struct writing *writing, struct app *app, const char *text)
{
	edit_insert(&writing->edit, text);
	say_full(writing, app);
	writing->edit.changed = false;
	writing->unkept = true;
}

void writing_replace(struct writing *writing, const char *text)
{
	if (!text || !writing->key)
		return;
	char *entered = utf8_enter(text, false);
	edit_set(&writing->edit, entered);
	free(entered);
	writing->unkept = true;
}

void writing_keep(struct writing *writing, struct app *app)
{
	if (!writing->key || !writing->unkept)
		return;
	if (keep_draft(app, writing->key, writing->edit.text.text, writing->version)) {
		writing->unkept = false;
		keep_rescue_over(app, &writing->rescue);
	} else {
		keep_rescue_typed(app, &writing->rescue, writing->edit.text.text);
	}
}

void writing_rebase(struct writing *writing, const char *saved, int version)
{
	free(writing->began);
	writing->began = mem_strdup(saved);
	writing->version = version;
	writing->unkept = true;
}

void writing_close(struct writing *writing, struct app *app)
{
	if (writing->key)
		keep_drop(app, writing->key);
	keep_rescue_over(app, &writing->rescue);
	forget(writing);
}

void writing_put(struct words *words, const char *name, const char *value)
{
	for (size_t i = 0; i < COMMAND_PARAMS && words->command->params[i].name; i++)
		if (strcmp(words->command->params[i].name, name) == 0)
			words->values[i] = value;
}

/* A sentence about the text itself needs no rescue: it stays and is corrected. */
static bool text_is_at_risk(enum err_code code)
{
	return code != ERR_USAGE && code != ERR_DATA && code != ERR_NO_INPUT;
}

enum outcome writing_save(
	struct writing *writing, struct app *app, const struct words *words, struct call *call)
{
	struct question question = {0};
	struct err err = {0};
	enum outcome outcome = run_call(app, words, call, &question, &err);

	if (outcome == OUTCOME_DONE) {
		writing_close(writing, app);
		app_say(app, TONE_GOOD, "%s", call->reply.text);
		app_reload(app);
	} else if (outcome == OUTCOME_FAILED && text_is_at_risk(err.code)) {
		keep_rescue_saved(app, &writing->rescue, writing->edit.text.text, err.text);
	} else if (outcome == OUTCOME_FAILED) {
		app_say(app, TONE_BAD, "%s", err.text);
	}
	return outcome;
}
