/* SPDX-License-Identifier: MIT */
/*
 * The command line: a field, and above it what could come next. Up and Down
 * choose there; in an empty line they go through what was run before. Enter
 * runs what stands in the line, unless something was chosen: then it takes
 * that, and runs it if nothing more is needed.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/edit.h"
#include "app_inside.h"
#include "panel.h"
#include "prompt.h"

enum { CHOICES = 8, CHOICES_READ = 60, HISTORY = 100 };

struct prompt {
	struct edit *edit;
	struct choices choices;
	size_t from;  /* byte where the completed word begins */
	size_t back;  /* steps back in the history; 0 = the line being typed */
	bool leaving; /* Ctrl-Q was pressed once */
};

static void update(struct prompt *prompt, struct app *app)
{
	struct choices *choices = &prompt->choices;

	choices_reset(choices);
	choices->all = complete_line(app_desk(app), prompt->edit->text.text, CHOICES_READ,
		&choices->arena, &choices->count, &prompt->from);
	if (prompt->from > prompt->edit->text.length)
		prompt->from = prompt->edit->text.length;
	app_reload(app);
}

static void prompt_init(void *state, struct app *app, const void *argument)
{
	struct prompt *prompt = state;

	prompt->edit = mem_alloc(sizeof *prompt->edit);
	edit_init(prompt->edit, true);
	edit_set(prompt->edit, argument ? argument : "");
	choices_init(&prompt->choices);
	update(prompt, app);
}

static void prompt_clear(void *state)
{
	struct prompt *prompt = state;

	edit_clear(prompt->edit);
	free(prompt->edit);
	choices_clear(&prompt->choices);
}

static void prompt_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct prompt *prompt = state;
	struct area inside = panel_draw(area, CHOICES + 1);
	struct area list = area_part(&inside, 0, 0, inside.rows - 1, inside.columns);
	struct area field = area_part(&inside, inside.rows - 1, 2, 1, inside.columns - 3);

	(void)app;
	(void)frame;
	choices_draw(&prompt->choices, &list, prompt->choices.picked);
	area_text(&inside, inside.rows - 1, 1, STYLE_KEY, ":");
	edit_draw(prompt->edit, &field, STYLE_TEXT, true);
}

/* --- history --- */

static void remember(struct app *app, const char *line)
{
	if (app->history_count > 0 && strcmp(app->history[app->history_count - 1], line) == 0)
		return;
	if (app->history_count == HISTORY) {
		free(app->history[0]);
		memmove(app->history, app->history + 1, (HISTORY - 1) * sizeof *app->history);
		app->history_count--;
	}
	app->history = mem_grow(
		app->history, &app->history_capacity, app->history_count + 1, sizeof *app->history);
	app->history[app->history_count++] = mem_strdup(line);
}

static void recall(struct prompt *prompt, struct app *app, bool older)
{
	if (older && prompt->back < app->history_count)
		prompt->back++;
	else if (!older && prompt->back > 0)
		prompt->back--;
	edit_set(prompt->edit,
		prompt->back > 0 ? app->history[app->history_count - prompt->back] : "");
	update(prompt, app);
}

/* --- keys --- */

static void complete(struct prompt *prompt, struct app *app)
{
	struct str line;

	if (prompt->choices.count == 0)
		return;
	str_init(&line);
	str_addn(&line, prompt->edit->text.text, prompt->from);
	str_add(&line, prompt->choices.all[prompt->choices.chosen].text);
	if (line.length > 0 && !strchr(" /=", line.text[line.length - 1]))
		str_addc(&line, ' ');
	edit_set(prompt->edit, line.text);
	str_clear(&line);
	update(prompt, app);
}

static bool needs_more(const char *line)
{
	struct arena arena;
	struct words words = {0};
	const char *at;
	bool more = true;

	arena_init(&arena);
	if (command_parse(line, &arena, &words, &at, NULL)) {
		more = false;
		for (size_t i = 0; i < COMMAND_PARAMS && words.command->params[i].name; i++)
			if (words.command->params[i].required && !words.values[i])
				more = true;
	}
	arena_clear(&arena);
	return more;
}

/* What cannot be run stays to be corrected; the only command that it can be the beginning
 * of is put in, and run once it has been seen. */
static bool can_run(struct prompt *prompt, struct app *app)
{
	struct arena arena;
	struct words words = {0};
	struct err err = {0};
	const char *at;

	arena_init(&arena);
	bool can = command_parse(prompt->edit->text.text, &arena, &words, &at, &err);
	arena_clear(&arena);
	if (!can && !words.command && prompt->choices.count == 1)
		complete(prompt, app);
	else if (!can)
		app_say(app, TONE_BAD, "%s", err.text);
	return can;
}

static void enter(struct prompt *prompt, struct app *app)
{
	if (prompt->choices.picked) {
		complete(prompt, app);
		if (needs_more(prompt->edit->text.text))
			return;
	}
	char *line = mem_strdup(prompt->edit->text.text);
	bool empty = line[strspn(line, " ")] == '\0';
	if (empty || can_run(prompt, app))
		app_leave(app, prompt);
	if (!empty && app_top(app)->state != prompt) {
		remember(app, line);
		app_run_line(app, line);
	}
	free(line);
}

static bool history_key(struct prompt *prompt, struct app *app, const struct key *key)
{
	bool recalling = prompt->edit->text.length == 0 || prompt->back > 0;
	bool older = key_ctrl(key) == 'p' || (key->code == KEY_UP && recalling);
	bool newer = key_ctrl(key) == 'n' || (key->code == KEY_DOWN && prompt->back > 0);

	if (older || newer)
		recall(prompt, app, older);
	return older || newer;
}

static void edit(struct prompt *prompt, struct app *app, const struct key *key)
{
	bool empty = prompt->edit->text.length == 0;

	if (key->code == KEY_BACKSPACE && empty)
		app_leave(app, prompt);
	else if (edit_key(prompt->edit, key, app->columns)) {
		prompt->back = 0;
		update(prompt, app);
	}
}

/* A line may have a whole statement in it: that it would be lost is said once. */
static bool may_quit(struct prompt *prompt, struct app *app)
{
	const char *line = prompt->edit->text.text;
	bool lost = prompt->back == 0 && line[strspn(line, " ")] && !prompt->leaving;

	if (lost)
		app_say(app, TONE_PLAIN, "Ctrl-Q once more leaves; this line was not run");
	prompt->leaving = true;
	return !lost;
}

static bool prompt_key(void *state, struct app *app, const struct key *key)
{
	struct prompt *prompt = state;

	if (key_ctrl(key) == 'q')
		return !may_quit(prompt, app);
	prompt->leaving = false;
	if (key_leaves(key))
		app_leave(app, prompt);
	else if (key->code == KEY_ENTER)
		enter(prompt, app);
	else if (key->code == KEY_TAB)
		complete(prompt, app);
	else if (!history_key(prompt, app, key) && !choices_key(&prompt->choices, key))
		edit(prompt, app, key);
	return key->code != KEY_F;
}

static void prompt_paste(void *state, struct app *app, const char *text)
{
	struct prompt *prompt = state;

	edit_insert(prompt->edit, text);
	update(prompt, app);
}

static bool prompt_typing(const void *state)
{
	(void)state;
	return true;
}

static const char *prompt_hints(const void *state, const struct app *app)
{
	(void)state;
	(void)app;
	return "Enter run  Tab complete  ↑↓ choose  Esc leave";
}

const struct view_ops view_prompt = {
	.name = "prompt",
	.title = "Command line",
	.overlay = true,
	.size = sizeof(struct prompt),
	.init = prompt_init,
	.clear = prompt_clear,
	.draw = prompt_draw,
	.key = prompt_key,
	.paste = prompt_paste,
	.hints = prompt_hints,
	.typing = prompt_typing,
};
