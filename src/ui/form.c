/* SPDX-License-Identifier: MIT */
/*
 * The form: asks for the missing arguments of a command, one after the other,
 * in one panel. It never checks a value itself: Enter puts it into the run and
 * steps it, and the command asks for the next one, or refuses, and then what
 * was typed is still here. A longer text is kept as a draft while it is typed.
 */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "store/draft.h"
#include "ui/edit.h"
#include "app_inside.h"
#include "guess.h"
#include "keep.h"
#include "panel.h"
#include "show.h"

enum {
	CHOICES = 6, /* rows of what could be put in */
	CHOICES_READ = 30,
	GUESSES = 2, /* rows of whom the names mean */
	TEXT_ROWS = 6,
	PROMPT = 40 /* columns at most */
};

struct form {
	struct run *run;
	const struct param *param; /* that is asked for */
	size_t index;
	size_t asked[COMMAND_PARAMS]; /* answered before, in order */
	size_t asked_count;
	struct edit *edit;
	struct choices choices;
	struct guesses guesses;
	struct flow guessed;
	bool unkept, kept;    /* of the draft */
	struct rescue rescue; /* where keeping fails */
	int columns;          /* of the box of a text */
};

/* --- what kind of field --- */

static bool is_names(const struct form *form)
{
	return form->param->type == ARG_PARTICIPANT || form->param->type == ARG_PARTICIPANTS;
}

static bool is_text(const struct form *form)
{
	return form->param->type == ARG_TEXT;
}

static bool has_choices(const struct form *form)
{
	switch (form->param->type) {
	case ARG_TEXT:
	case ARG_LINE:
	case ARG_WORD:
	case ARG_NUMBER:
	case ARG_TIME:
	case ARG_FLAG:
		return false;
	default:
		return true;
	}
}

/* A new file or symbol may be what the best guess is not. */
static bool takes_best_guess(const struct form *form)
{
	return has_choices(form) && form->param->type != ARG_FILE &&
	       form->param->type != ARG_SYMBOL;
}

static bool is_several(const struct form *form)
{
	return form->param->type == ARG_PARTICIPANTS;
}

/* --- the field --- */

static void update(struct form *form, struct app *app)
{
	const char *text = form->edit->text.text;
	size_t from, to;

	choices_reset(&form->choices);
	if (!has_choices(form))
		return;
	guess_part(text, form->edit->cursor, is_several(form), &from, &to);
	const char *typed = arena_strndup(&form->choices.arena, text + from, to - from);
	form->choices.all = guess_complete(app_desk(app), form->param, typed, CHOICES_READ,
		&form->choices.arena, &form->choices.count);
	if (is_names(form))
		guesses_make(&form->guesses, app_desk(app), form->param, text, is_several(form));
	app_reload(app);
}

static void draft_key(const struct form *form, struct str *key)
{
	str_addf(key, "form %s", form->run->words.command->name);
}

static void take_up_draft(struct form *form, struct app *app)
{
	struct arena arena;
	struct draft_row draft;
	struct str key, time;

	if (!is_text(form) || !app_session(app))
		return;
	arena_init(&arena);
	str_init(&key);
	str_init(&time);
	draft_key(form, &key);
	if (store_draft(app_store(app), app_session(app), key.text, &arena, &draft)) {
		edit_set(form->edit, draft.text);
		form->kept = true;
		show_time(&time, draft.at, app_now(app));
		app_say(app, TONE_PLAIN, "Kept from %s, not saved yet", time.text);
	}
	str_clear(&time);
	str_clear(&key);
	arena_clear(&arena);
}

void form_ask(void *state, struct app *app, const struct param *missing)
{
	struct form *form = state;

	form->param = missing;
	form->index = (size_t)(missing - form->run->words.command->params);
	edit_clear(form->edit);
	edit_init(form->edit, missing->type != ARG_TEXT);
	edit_set(form->edit, "");
	take_up_draft(form, app);
	update(form, app);
}

void form_done(struct app *app, const struct run *run)
{
	struct entry *entry = app_entry_of(app, run, &view_form);
	struct form *form = entry ? entry->state : NULL;
	struct str key;

	if (!form)
		return;
	form->unkept = false;
	keep_rescue_over(app, &form->rescue);
	if (!form->kept)
		return;
	str_init(&key);
	draft_key(form, &key);
	keep_drop(app, key.text);
	str_clear(&key);
	form->kept = false;
}

static void form_init(void *state, struct app *app, const void *argument)
{
	struct form *form = state;

	form->run = app_top(app)->run;
	form->edit = mem_alloc(sizeof *form->edit);
	form->columns = 60;
	edit_init(form->edit, true);
	choices_init(&form->choices);
	guesses_init(&form->guesses);
	flow_init(&form->guessed);
	form_ask(form, app, argument);
}

static void form_clear(void *state)
{
	struct form *form = state;

	if (form->unkept && is_text(form) && form->edit->text.length > 0)
		keep_rescue_on(&form->rescue, form->edit->text.text);
	keep_rescue_over(NULL, &form->rescue);
	edit_clear(form->edit);
	free(form->edit);
	choices_clear(&form->choices);
	guesses_clear(&form->guesses);
	flow_clear(&form->guessed);
}

/* --- drawing --- */

static void form_load(void *state, struct app *app, const struct frame *frame)
{
	struct form *form = state;
	struct shape shape = {.columns = frame->columns - 1, .indent = 1};

	(void)app;
	form->columns = frame->columns - 2;
	flow_reset(&form->guessed);
	if (!is_names(form) || form->guesses.count == 0)
		return;
	guesses_show(&form->guesses, &form->guessed);
	flow_end(&form->guessed, &shape);
}

static int wanted_rows(const struct form *form)
{
	int rows = 2 + (int)form->asked_count;

	if (is_text(form))
		return rows + TEXT_ROWS;
	if (is_names(form))
		rows += GUESSES;
	return has_choices(form) ? rows + CHOICES : rows;
}

static int draw_answers(const struct form *form, const struct area *area, int row)
{
	const struct words *words = &form->run->words;

	for (size_t i = 0; i < form->asked_count; i++, row++) {
		const struct param *param = &words->command->params[form->asked[i]];
		int column = area_textf(area, row, 1, STYLE_FAINT, "%s: ", param->prompt);
		area_cut(area, row, column, area->columns - column - 1, STYLE_TEXT,
			words->values[form->asked[i]]);
	}
	return row;
}

static int draw_field(const struct form *form, const struct area *area, int row)
{
	int prompt = utf8_columns(form->param->prompt);

	if (prompt > PROMPT)
		prompt = PROMPT;
	if (prompt > area->columns / 2)
		prompt = area->columns / 2;
	area_cut(area, row, 1, prompt, STYLE_TEXT, form->param->prompt);
	if (is_text(form)) {
		struct area box =
			area_part(area, row + 1, 1, area->rows - row - 1, area->columns - 2);
		edit_draw(form->edit, &box, STYLE_TEXT, true);
		return area->rows;
	}
	area_text(area, row, 1 + prompt, STYLE_TEXT, ":");
	struct area field = area_part(area, row, prompt + 3, 1, area->columns - prompt - 4);
	area_fill(&field, 0, 0, 1, field.columns, STYLE_FIELD);
	edit_draw(form->edit, &field, STYLE_FIELD, true);
	return row + 1;
}

static void form_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct form *form = state;
	struct area inside = panel_draw(area, wanted_rows(form));

	(void)app;
	(void)frame;
	area_cut(&inside, 0, 1, inside.columns - 2, STYLE_STRONG, form->run->words.command->help);
	int row = draw_field(form, &inside, draw_answers(form, &inside, 1));
	if (is_names(form)) {
		struct area names = area_part(&inside, row, 0, GUESSES, inside.columns);
		flow_draw(&form->guessed, &names, 0);
		row += GUESSES;
	}
	struct area rest = area_part(&inside, row, 0, inside.rows - row, inside.columns);
	if (has_choices(form))
		choices_draw(
			&form->choices, &rest, form->choices.picked || form->edit->text.length > 0);
}

/* --- keys --- */

/* Puts the chosen one in the place of the name that the cursor is in. */
static void put_in(struct form *form, const char *value)
{
	size_t from, to;
	struct str text;

	str_init(&text);
	guess_part(form->edit->text.text, form->edit->cursor, is_several(form), &from, &to);
	str_addn(&text, form->edit->text.text, from);
	str_add(&text, value);
	size_t cursor = text.length;
	str_add(&text, form->edit->text.text + to);
	edit_set(form->edit, text.text);
	form->edit->cursor = cursor;
	str_clear(&text);
}

static void complete(struct form *form, struct app *app)
{
	if (form->choices.count == 0)
		return;
	put_in(form, form->choices.all[form->choices.chosen].text);
	update(form, app);
}

/* What Enter takes: a picked one, or the best guess of what was typed. */
static void settle(struct form *form, struct app *app)
{
	struct str joined;

	if (form->choices.picked)
		complete(form, app);
	if (is_names(form)) {
		str_init(&joined);
		guesses_join(&form->guesses, &joined);
		edit_set(form->edit, joined.text);
		str_clear(&joined);
		update(form, app);
	} else if (takes_best_guess(form) && form->edit->text.length > 0) {
		complete(form, app);
	}
}

static void enter(struct form *form, struct app *app)
{
	struct run *run = form->run;

	settle(form, app);
	if (form->edit->text.length == 0) {
		app_say(app, TONE_PLAIN, "Please type something, or Esc");
		return;
	}
	size_t index = form->index;
	run->words.values[index] = arena_strdup(&run->arena, form->edit->text.text);
	const struct param *before = form->param;
	run_step(app, run);
	if (form->param != before)
		form->asked[form->asked_count++] = index;
}

static void back(struct form *form, struct app *app)
{
	if (form->asked_count == 0)
		return;
	size_t index = form->asked[--form->asked_count];
	const char *value = form->run->words.values[index];

	form_ask(form, app, &form->run->words.command->params[index]);
	edit_set(form->edit, value);
	form->run->words.values[index] = NULL;
	update(form, app);
}

static void keep_form(void *state, struct app *app)
{
	struct form *form = state;
	struct str key;

	if (!form->unkept || !is_text(form) || !app_session(app))
		return;
	str_init(&key);
	draft_key(form, &key);
	if (keep_draft(app, key.text, form->edit->text.text, 0)) {
		form->kept = true;
		form->unkept = false;
		keep_rescue_over(app, &form->rescue);
	} else {
		keep_rescue_typed(app, &form->rescue, form->edit->text.text);
	}
	str_clear(&key);
}

static void leave(struct form *form, struct app *app)
{
	keep_form(form, app);
	if (is_text(form) && form->kept && form->edit->text.length > 0)
		app_say(app, TONE_PLAIN, "What you typed is kept; it comes back with this form");
	app_leave(app, form);
}

static void take_outside(void *state, struct app *app, const char *text)
{
	struct form *form = state;

	if (!text)
		return;
	char *entered = utf8_enter(text, false);
	edit_set(form->edit, entered);
	free(entered);
	form->unkept = true;
	app_reload(app);
}

static void edit(struct form *form, struct app *app, const struct key *key)
{
	form->edit->changed = false;
	if (!edit_key(form->edit, key, form->columns))
		return;
	if (form->edit->changed)
		form->unkept = true;
	update(form, app);
}

static bool form_key(void *state, struct app *app, const struct key *key)
{
	struct form *form = state;

	if (key->code == KEY_ESCAPE)
		leave(form, app);
	else if (key->code == KEY_ENTER && key->alt && is_text(form))
		edit_insert(form->edit, "\n"), form->unkept = true;
	else if (key->code == KEY_ENTER || (is_text(form) && key_ctrl(key) == 's'))
		enter(form, app);
	else if (key->code == KEY_TAB)
		complete(form, app);
	else if (key->code == KEY_BACKTAB)
		back(form, app);
	else if (is_text(form) && key_ctrl(key) == 'x')
		app_edit_outside(app, form->edit->text.text, take_outside);
	else if (is_text(form) || !choices_key(&form->choices, key))
		edit(form, app, key);
	return key->code != KEY_F;
}

static void form_paste(void *state, struct app *app, const char *text)
{
	struct form *form = state;

	edit_insert(form->edit, text);
	form->unkept = true;
	update(form, app);
}

static bool form_typing(const void *state)
{
	(void)state;
	return true;
}

static const char *form_hints(const void *state, const struct app *app)
{
	const struct form *form = state;

	(void)app;
	if (is_text(form))
		return "Enter done  Alt-Enter new line  Ctrl-X editor  Esc leave";
	if (is_several(form))
		return "Enter run  , and another  Tab complete  ↑↓ choose  Esc leave";
	return has_choices(form) ? "Enter run  Tab complete  ↑↓ choose  Esc leave"
				 : "Enter run  Esc leave";
}

const struct view_ops view_form = {
	.name = "form",
	.title = "Form",
	.overlay = true,
	.size = sizeof(struct form),
	.init = form_init,
	.clear = form_clear,
	.load = form_load,
	.draw = form_draw,
	.key = form_key,
	.paste = form_paste,
	.hints = form_hints,
	.typing = form_typing,
	.keep = keep_form,
};
