/* SPDX-License-Identifier: MIT */
/*
 * Running commands on the screen. A run goes round until it is done or given
 * up: run_step tries it, and what the command still wants becomes an entry on
 * the stack (a form for an argument, a question for a flag) that changes the
 * words and steps again. A command that fails leaves its form open with what
 * was typed. Undo and redo show first what they will do.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/journal.h"
#include "app_inside.h"
#include "keep.h"
#include "paste.h"
#include "places.h"
#include "session.h"
#include "show.h"
#include "subject.h"

static struct run *run_new(
	const struct words *words, const char *at, app_after after, void *context)
{
	struct run *run = mem_alloc(sizeof *run);

	arena_init(&run->arena);
	run->words.command = words->command;
	run->shown_words.command = words->command;
	for (size_t i = 0; i < COMMAND_PARAMS; i++)
		run->words.values[i] = arena_strdup(&run->arena, words->values[i]);
	run->at = arena_strdup(&run->arena, at);
	run->after = after;
	run->context = context;
	return run;
}

void run_release(struct run *run)
{
	if (!run || --run->holders > 0)
		return;
	arena_clear(&run->arena);
	free(run);
}

/* A published agenda is looked at before it is anything. */
static void open_review(struct app *app, const struct call *call)
{
	if (strcmp(call->command->name, "agenda import") == 0)
		app_review(app, call_text(call, "document"), call_text(call, "output"));
}

/* "--at TIME" holds for this run only: on a screen the clock goes on. */
static bool set_time(struct desk *desk, const char *at, struct err *err)
{
	return !at || desk_time(desk, at, &desk->at, err);
}

static bool disk_failed(enum outcome outcome, const struct err *err)
{
	return outcome == OUTCOME_FAILED && (err->code == ERR_IO || err->code == ERR_SYSTEM);
}

static void show_failure(
	struct app *app, const struct command *command, enum outcome outcome, const struct err *err)
{
	bool failed = disk_failed(outcome, err);

	/* What may only be read has a banner of its own. */
	if (command->effect != EFFECT_CHANGES || store_read_only(app->desk->store))
		return;
	if (failed)
		app_banner(app,
			" NOT SAVED: the disk does not take what is written. Free some room on it");
	else if (app->unsaved && outcome == OUTCOME_DONE)
		app_banner(app, NULL);
	app->unsaved = failed || (app->unsaved && outcome != OUTCOME_DONE);
}

static bool only_looking(const struct app *app, const struct command *command, struct err *err)
{
	bool writes = command->effect == EFFECT_CHANGES || command->needs & NEED_WRITING;

	if (app->looking && writes)
		err_set(err, ERR_USAGE,
			"you are only looking at this session; t sets a time to log at");
	return app->looking && writes;
}

/* For the screen of the room, once something was done: whoever only looks writes nothing. */
static void keep_clock(struct app *app, const struct command *command)
{
	const struct desk *desk = app->desk;

	if (command->effect == EFFECT_CHANGES && app->top.known && app->top.session.rehearsal &&
		desk->session == app->top.session.id && desk->clock.shift)
		store_session_keep_clock(desk->store, desk->session, desk->clock.shift, NULL);
}

enum outcome run_call(struct app *app, const struct words *words, struct call *call,
	struct question *question, struct err *err)
{
	const struct command *command = words->command;

	if (only_looking(app, command, err))
		return OUTCOME_FAILED;
	enum outcome outcome = command_run(call, words, question, err);
	show_failure(app, command, outcome, err);
	if (outcome == OUTCOME_DONE) {
		app->stale = true;
		app->last = command;
		app->made = call->made;
		app->milestone = app->milestone || call->milestone;
		keep_clock(app, command);
	}
	return outcome;
}

/* A long text must not depend on the screen alone. */
static void rescue_texts(struct app *app, const struct run *run, const struct err *err)
{
	const struct words *words = &run->words;

	for (size_t i = 0; i < COMMAND_PARAMS && words->command->params[i].name; i++)
		if (words->command->params[i].type == ARG_TEXT && words->values[i])
			keep_rescue_and_say(app, words->values[i], err->text);
}

/* A key that would be typed into a text is not named. The sentence says who spoke: it
 * is covered like all names, but for what the screen says of itself. */
static void say_done(struct app *app, const struct call *call)
{
	const struct entry *top = app_top(app);
	bool typing = top && top->ops->typing && top->ops->typing(top->state);
	const char *key = typing ? strstr(call->aside.text, "; u ") : NULL;
	int length = (int)(key ? (size_t)(key - call->aside.text) : call->aside.length);

	bool own = call->command->effect == EFFECT_SCREEN;
	const char *reply = own ? call->reply.text : show_covered(app, call->reply.text);

	if (call->reply.length > 0)
		app_say(app, TONE_GOOD, "%s%.*s", reply, length, call->aside.text);
}

static enum outcome run_try(
	struct app *app, struct run *run, struct question *question, struct err *err)
{
	struct call call;
	int64_t at = app->desk->at, session = app->desk->session;

	if (!set_time(app->desk, run->at, err)) {
		app_say(app, TONE_BAD, "%s", err->text);
		return OUTCOME_FAILED;
	}
	call_init(&call, app->desk);
	call.agreed = run->agreed.flag ? &run->agreed : NULL;
	enum outcome outcome = run_call(app, &run->words, &call, question, err);
	if (run->at)
		app->desk->at = at;
	if (outcome == OUTCOME_DONE) {
		if (call.output.length > 0)
			app_push(app, &view_output, call.output.text);
		form_done(app, run);
		app_leave_run(app, run, NULL);
		say_done(app, &call);
		if (app->desk->session != session && run->words.command->effect != EFFECT_SCREEN)
			session_enter(app, app->desk->session);
		else if (app->desk->session == session)
			session_check(app);
		open_review(app, &call);
		if (run->after)
			run->after(app, &call, run->context);
	} else if (outcome == OUTCOME_FAILED) {
		app_say(app, TONE_BAD, "%s", err->text);
		if (call.output.length > 0)
			app_push(app, &view_output, call.output.text);
		if (disk_failed(outcome, err))
			rescue_texts(app, run, err);
	} else if (call.output.length > 0) {
		run->about = arena_strdup(&run->arena, call.output.text);
		run->draft = arena_strdup(&run->arena, call.draft);
	}
	call_clear(&call);
	return outcome;
}

/* What asks: a question of a line, or one that shows what it is about. */
static const struct view_ops *view_that_asks(const struct run *run, const struct question *question)
{
	bool look = strcmp(question->flag, "anyway") == 0;

	if (!run->about)
		return &view_question;
	if (run->words.command == command_find("floor list"))
		return look ? &view_paste : &view_question;
	if (strncmp(run->words.command->name, "amendment ", strlen("amendment ")) == 0 ||
		run->words.command == command_find("recommendation edit") ||
		run->words.command == command_find("recommendation import"))
		return &view_places;
	return &view_differences;
}

static void ask(struct app *app, struct run *run, const struct question *question)
{
	struct entry *form = app_entry_of(app, run, &view_form);

	if (!question->missing)
		app_push_for(app, view_that_asks(run, question), question, run);
	else if (form)
		form_ask(form->state, app, question->missing);
	else
		app_push_for(app, &view_form, question->missing, run);
}

/* --- undo, with a look at it first --- */

/* The number in the journal that is to be undone; 0 = the newest of this desk. */
static int64_t undo_wanted(const struct words *words)
{
	for (size_t i = 0; i < COMMAND_PARAMS && words->command->params[i].name; i++)
		if (words->command->params[i].type == ARG_NUMBER && words->values[i])
			return strtoll(words->values[i], NULL, 10);
	return 0;
}

static bool undo_show(struct app *app, struct run *run, bool redo, struct err *err)
{
	struct arena arena;
	struct undo_plan plan;
	int64_t wanted = redo ? 0 : undo_wanted(&run->words);
	struct desk *desk = app->desk;

	arena_init(&arena);
	bool found =
		wanted ? store_undo_plan_of(desk->store, desk->session, wanted, &arena, &plan, err)
		       : store_undo_plan(desk->store, desk->session, desk->origin, redo, &arena,
				 &plan, err);
	if (found)
		app_push_for(app, &view_undo, &plan, run);
	arena_clear(&arena);
	return found;
}

static bool is_undo(const struct run *run, bool *redo)
{
	*redo = strcmp(run->words.command->name, "redo") == 0;
	return *redo || strcmp(run->words.command->name, "undo") == 0;
}

void run_step(struct app *app, struct run *run)
{
	struct question question = {0};
	struct err err = {0};
	bool redo;

	run->holders++;
	app_leave_run(app, run, &view_question);
	app_leave_run(app, run, &view_differences);
	app_leave_run(app, run, &view_places);
	app_leave_run(app, run, &view_undo);
	if (is_undo(run, &redo) && !run->shown && app->desk->session) {
		run->shown = true;
		if (!undo_show(app, run, redo, &err))
			app_say(app, TONE_BAD, "%s", err.text);
	} else if (run_try(app, run, &question, &err) == OUTCOME_ASKS) {
		ask(app, run, &question);
	}
	run_release(run);
}

/* --- how a run begins --- */

static void begin(
	struct app *app, const struct words *words, const char *at, app_after after, void *context)
{
	struct run *run = run_new(words, at, after, context);

	run->key = app->key;
	run_step(app, run);
}

void app_run(struct app *app, const struct words *words, app_after after, void *context)
{
	begin(app, words, NULL, after, context);
}

static void begin_form(
	struct app *app, const struct words *words, const struct words *shown, bool whole)
{
	struct err err = {0};

	if (only_looking(app, words->command, &err)) {
		app_say(app, TONE_BAD, "%s", err.text);
		return;
	}
	if (subject_is_locked(app, words))
		return;
	struct run *run = run_new(words, NULL, NULL, NULL);
	for (size_t i = 0; shown && i < COMMAND_PARAMS; i++)
		run->shown_words.values[i] = arena_strdup(&run->arena, shown->values[i]);
	run->whole = whole;
	run->key = app->key;
	app_push_for(app, &view_form, NULL, run);
}

void app_run_form(struct app *app, const struct words *words, const struct words *shown)
{
	begin_form(app, words, shown, false);
}

void app_run_filled_form(struct app *app, const struct words *words, const struct words *shown)
{
	begin_form(app, words, shown, true);
}

void app_run_whole_form(struct app *app, const struct words *shown)
{
	begin_form(app, &(struct words){.command = shown->command}, shown, true);
}

void app_run_line(struct app *app, const char *line)
{
	struct arena arena;
	struct words words = {0};
	const char *at = NULL;
	struct err err = {0};

	arena_init(&arena);
	if (command_parse(line, &arena, &words, &at, &err))
		begin(app, &words, at, NULL, NULL);
	else
		app_say(app, TONE_BAD, "%s", err.text);
	arena_clear(&arena);
}

/* Pairs of an argument's name and its value; an unknown name is a bug. */
static void words_of(struct words *words, const char *name, va_list pairs)
{
	const char *param, *value;

	*words = (struct words){.command = command_find(name)};
	if (!words->command)
		die("there is no command \"%s\"", name);
	while ((param = va_arg(pairs, const char *))) {
		value = va_arg(pairs, const char *);
		size_t i = 0;
		while (i < COMMAND_PARAMS && words->command->params[i].name &&
			strcmp(words->command->params[i].name, param) != 0)
			i++;
		if (i < COMMAND_PARAMS && words->command->params[i].name)
			words->values[i] = value;
		else
			die("\"%s\" has no argument \"%s\"", name, param);
	}
}

void app_run_with(struct app *app, const char *name, ...)
{
	struct words words;
	va_list pairs;

	va_start(pairs, name);
	words_of(&words, name, pairs);
	va_end(pairs);
	app_run(app, &words, NULL, NULL);
}

/* Without asking. */
static bool at_once(
	struct app *app, const struct words *words, struct question *question, struct err *err)
{
	struct run *run = run_new(words, NULL, NULL, NULL);
	enum outcome outcome = run_try(app, run, question, err);

	if (outcome == OUTCOME_ASKS)
		app_say(app, TONE_BAD, "%s", err->text);
	run_release(run);
	return outcome == OUTCOME_DONE;
}

bool app_do(struct app *app, const char *name, ...)
{
	struct words words;
	struct question question = {0};
	struct err err = {0};
	va_list pairs;

	va_start(pairs, name);
	words_of(&words, name, pairs);
	va_end(pairs);
	return at_once(app, &words, &question, &err);
}

/* --- keys --- */

static bool has_key(const char *names, const struct key *key)
{
	char name[32];
	struct key own;

	while (names && *names) {
		size_t length = strcspn(names, " ");
		if (length < sizeof name) {
			memcpy(name, names, length);
			name[length] = '\0';
			if (key_parse(name, &own) && key_equal(&own, key))
				return true;
		}
		names += length;
		names += strspn(names, " ");
	}
	return false;
}

const struct command *run_command_of(const struct key *key, unsigned bit)
{
	for (const struct command *c = NULL; (c = command_next(c));) {
		bool here = bit ? (c->where & bit) != 0
				: c->effect == EFFECT_SCREEN && (c->where & IN_LISTS) == IN_LISTS;
		if (here && has_key(c->keys, key))
			return c;
	}
	return NULL;
}
