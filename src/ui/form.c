/* SPDX-License-Identifier: MIT */
/*
 * The form: asks for the arguments of a command in one panel. Of most commands it
 * asks for what is missing, one after the other; of those whose row says `form` all
 * that can be said is there at once, filled with what is so now. It never checks a
 * value itself: Enter puts the fields into the run and steps it, and the command
 * asks for the next one, or refuses, and then what was typed is still here. A text
 * of many lines is a writing like any other (writing.h), with the same keys.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "app_inside.h"
#include "guess.h"
#include "panel.h"
#include "paste.h"
#include "subject.h"
#include "writing.h"

enum {
	CHOICES = 6, /* rows of what could be put in */
	CHOICES_READ = 30,
	GUESSES = 2, /* rows of whom the names mean */
	TEXT_ROWS = 6,
	PROMPT = 40 /* columns at most */
};

struct field {
	size_t index;      /* of the parameter */
	const char *text;  /* in the run's arena; of the field with the focus it is old */
	const char *began; /* what the field was filled with */
};

struct form {
	struct run *run;
	struct field fields[COMMAND_PARAMS];
	size_t count, at;
	struct writing writing; /* its editor is the field at `at`; open if that is a text */
	struct choices choices;
	struct guesses guesses;
	struct flow guessed;
	const char *subject; /* "a3 Norway": the row that it is for, in `named`; NULL */
	struct arena named;
	int columns;  /* of the box of a text */
	bool fresh;   /* the value was there before: typing begins a new one */
	bool leaving; /* Ctrl-Q was pressed once */
};

/* --- what kind of field --- */

static const struct param *param_at(const struct form *form, size_t i)
{
	return &form->run->words.command->params[form->fields[i].index];
}

static const struct param *current(const struct form *form)
{
	return param_at(form, form->at);
}

static bool is_name(const struct param *param)
{
	return param->type == ARG_PARTICIPANT || param->type == ARG_PARTICIPANTS;
}

static bool is_names(const struct form *form)
{
	return is_name(current(form));
}

static bool is_text(const struct form *form)
{
	return current(form)->type == ARG_TEXT;
}

static bool offers_choices(const struct param *param)
{
	switch (param->type) {
	case ARG_TEXT:
	case ARG_LINE:
	case ARG_WORD:
	case ARG_NUMBER:
	case ARG_TIME:
	case ARG_DATE:
	case ARG_FLAG:
		return false;
	default:
		return true;
	}
}

static bool has_choices(const struct form *form)
{
	return offers_choices(current(form));
}

/* A new file or symbol may be what the best guess is not. */
static bool takes_best_guess(const struct form *form)
{
	return has_choices(form) && current(form)->type != ARG_FILE &&
	       current(form)->type != ARG_SYMBOL;
}

/* Nobody types half of a time: what is typed stands in the place of what was there. */
static bool begins_anew(const struct form *form)
{
	return takes_best_guess(form) || current(form)->type == ARG_TIME ||
	       current(form)->type == ARG_DATE || current(form)->type == ARG_NUMBER;
}

static bool is_several(const struct form *form)
{
	return current(form)->type == ARG_PARTICIPANTS;
}

/* --- the field --- */

static struct edit *edit_of(struct form *form)
{
	return &form->writing.edit;
}

static const char *typed(const struct form *form)
{
	return form->writing.edit.text.text;
}

/* "6, ": what is typed goes on with it. */
static bool is_begun_list(const struct form *form)
{
	size_t length = form->writing.edit.text.length;

	return length > 2 && strcmp(typed(form) + length - 2, ", ") == 0;
}

/* Who wants the floor: several lines of them, and whom somebody speaks for, are a list
 * to be looked at as a whole. */
static bool takes_list(const struct form *form)
{
	return is_several(form) && strcmp(form->run->words.command->name, "floor request") == 0;
}

static bool has_group(const struct form *form, const struct app *app)
{
	return takes_list(form) && paste_has_group(app_desk(app), typed(form));
}

static void update(struct form *form, struct app *app)
{
	size_t from, to;

	choices_reset(&form->choices);
	app_reload(app);
	if (!has_choices(form))
		return;
	guess_part(typed(form), edit_of(form)->cursor, is_several(form), &from, &to);
	if (form->fresh)
		from = to;
	const char *part = arena_strndup(&form->choices.arena, typed(form) + from, to - from);
	form->choices.all = guess_complete(app_desk(app), current(form), part, CHOICES_READ,
		&form->choices.arena, &form->choices.count);
	if (is_names(form))
		guesses_make(&form->guesses, app_desk(app), current(form), typed(form),
			is_several(form));
}

/* What is in the editor goes into its field. */
static void take(struct form *form)
{
	struct field *field = &form->fields[form->at];

	if (strcmp(field->text, typed(form)) != 0)
		field->text = arena_strdup(&form->run->arena, typed(form));
}

/* The editor goes to another field; the draft of a text that is left stays. */
static void focus(struct form *form, struct app *app, size_t at)
{
	struct str key;

	writing_keep(&form->writing, app);
	writing_clear(&form->writing);
	writing_init(&form->writing);
	form->at = at;
	if (is_text(form)) {
		str_init(&key);
		str_addf(&key, "form %s", form->run->words.command->name);
		writing_open(&form->writing, app, key.text, "", 0);
		str_clear(&key);
	} else {
		edit_clear(edit_of(form));
		edit_init(edit_of(form), true);
	}
	if (typed(form)[0] == '\0')
		edit_set(edit_of(form), form->fields[at].text);
	form->fresh = begins_anew(form) && typed(form)[0] && !is_begun_list(form);
	update(form, app);
}

static size_t add_field(struct form *form, size_t index)
{
	const char *shown = form->run->shown_words.values[index];
	struct field *field = &form->fields[form->count];

	*field = (struct field){.index = index, .text = shown ? shown : "", .began = ""};
	/* Of a row that begins with what is known to be wanted all of it is given. */
	if (!form->run->whole)
		field->began = field->text;
	return form->count++;
}

/* Is it the row that is selected? It stands first; of texts there may be none, which is
 * asked for if it is required. */
static bool is_selected(const struct form *form, size_t i)
{
	const struct param *param = &form->run->words.command->params[i];
	enum arg_type type = param->type;

	if (type == ARG_RECOMMENDATION || type == ARG_AMENDMENT || type == ARG_COMMENT)
		return i == 0 && (form->subject || !param->required);
	return i == 0 && (type == ARG_STATEMENT || type == ARG_PARAGRAPH || type == ARG_SLOT);
}

/* All that can be said in one line and is not said yet, but for what is selected. */
static void add_fields(struct form *form)
{
	const struct words *words = &form->run->words;

	for (size_t i = 0; i < COMMAND_PARAMS && words->command->params[i].name; i++) {
		enum arg_type type = words->command->params[i].type;
		if (!words->values[i] && !is_selected(form, i) && type != ARG_FLAG &&
			type != ARG_TEXT)
			add_field(form, i);
	}
}

/* What goes with what is missing, if it is not said: it may stay empty. */
static void add_beside(struct form *form)
{
	const struct words *words = &form->run->words;

	for (size_t i = 0; i < COMMAND_PARAMS && words->command->params[i].name; i++)
		if (words->command->params[i].beside && !words->values[i])
			add_field(form, i);
}

static size_t first_to_fill(const struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		if (param_at(form, i)->required && !form->fields[i].text[0])
			return i;
	return 0;
}

void form_ask(void *state, struct app *app, const struct param *missing)
{
	struct form *form = state;
	size_t index = (size_t)(missing - form->run->words.command->params), i = 0;

	while (i < form->count && form->fields[i].index != index)
		i++;
	focus(form, app, i < form->count ? i : add_field(form, index));
}

void form_done(struct app *app, const struct run *run)
{
	struct entry *entry = app_entry_of(app, run, &view_form);
	struct form *form = entry ? entry->state : NULL;
	struct str key;

	if (!form)
		return;
	if (writing_is_open(&form->writing))
		writing_close(&form->writing, app);
	str_init(&key);
	str_addf(&key, "form %s", form->run->words.command->name);
	for (size_t i = 0; i < form->count; i++)
		if (param_at(form, i)->type == ARG_TEXT && i != form->at)
			keep_drop(app, key.text);
	str_clear(&key);
}

static void form_init(void *state, struct app *app, const void *argument)
{
	struct form *form = state;

	form->run = app_top(app)->run;
	form->columns = 60;
	arena_init(&form->named);
	writing_init(&form->writing);
	choices_init(&form->choices);
	guesses_init(&form->guesses);
	flow_init(&form->guessed);
	form->subject = subject_name(app, &form->run->words, &form->named);
	if (form->run->words.command->form || form->run->whole)
		add_fields(form);
	else
		add_beside(form);
	if (argument)
		form_ask(form, app, argument);
	else
		focus(form, app, form->run->whole ? first_to_fill(form) : 0);
}

static void form_clear(void *state)
{
	struct form *form = state;

	writing_clear(&form->writing);
	choices_clear(&form->choices);
	guesses_clear(&form->guesses);
	flow_clear(&form->guessed);
	arena_clear(&form->named);
}

/* --- drawing --- */

/* Those that are rarely said, the last ones, are folded away until one of them is gone to
 * or is known. */
static size_t shown_count(const struct form *form)
{
	size_t first = 0;

	while (first < form->count && !param_at(form, first)->more)
		first++;
	for (size_t i = first; i < form->count; i++)
		if (form->at >= first || form->fields[i].text[0])
			return form->count;
	return first;
}

static void form_load(void *state, struct app *app, const struct frame *frame)
{
	struct form *form = state;
	struct shape shape = {.columns = frame->columns - 1, .indent = 1};

	form->columns = frame->columns - 2;
	arena_clear(&form->named);
	form->subject = subject_name(app, &form->run->words, &form->named);
	flow_reset(&form->guessed);
	if (!is_names(form) || form->guesses.count == 0)
		return;
	if (has_group(form, app))
		flow_add(&form->guessed, STYLE_FAINT, "Enter shows who speaks for which group");
	else
		guesses_show(&form->guesses, &form->guessed);
	flow_end(&form->guessed, &shape);
}

/* The same whatever field has the focus, but for those that are unfolded: nothing jumps. */
static int wanted_rows(const struct form *form)
{
	bool names = false, choices = false, text = false;

	for (size_t i = 0; i < form->count; i++) {
		text = text || param_at(form, i)->type == ARG_TEXT;
		names = names || is_name(param_at(form, i));
		choices = choices || offers_choices(param_at(form, i));
	}
	size_t shown = shown_count(form);
	return 1 + (int)shown + (shown < form->count) + (names ? GUESSES : 0) +
	       (choices ? CHOICES : 0) + (text ? TEXT_ROWS : 0);
}

/* Of the prompts, which stand in a column. */
static int prompt_columns(const struct form *form, int columns)
{
	int widest = 0, most = columns / 2 < PROMPT ? columns / 2 : PROMPT;

	for (size_t i = 0, shown = shown_count(form); i < shown; i++) {
		int own = utf8_columns(param_at(form, i)->prompt);
		if (own > widest)
			widest = own;
	}
	return widest < most ? widest : most;
}

/* Of a text its first line. */
static void draw_value(const struct area *area, const char *text)
{
	char *line = mem_strndup(text, strcspn(text, "\n"));

	area_cut(area, 0, 0, area->columns, STYLE_TEXT, line);
	free(line);
}

static void draw_field(const struct form *form, const struct area *area, int row, size_t i)
{
	int prompt = prompt_columns(form, area->columns);
	struct area field = area_part(area, row, prompt + 3, 1, area->columns - prompt - 4);
	bool here = i == form->at;

	int column = 1 + utf8_columns(param_at(form, i)->prompt);
	area_cut(area, row, 1, prompt, here ? STYLE_TEXT : STYLE_FAINT, param_at(form, i)->prompt);
	if (here && is_text(form))
		return;
	area_text(area, row, column < 1 + prompt ? column : 1 + prompt,
		here ? STYLE_TEXT : STYLE_FAINT, ":");
	if (here)
		edit_draw(&form->writing.edit, &field, form->fresh ? STYLE_SELECTED : STYLE_FIELD,
			true);
	else
		draw_value(&field, form->fields[i].text);
}

/* "and 7 more: Name of its file, Document that it became …" */
static void draw_folded(const struct form *form, const struct area *area, int row, size_t from)
{
	int column = area_textf(
		area, row, 1, STYLE_FAINT, "and %zu more, with Tab: ", form->count - from);
	struct area rest = area_part(area, row, column, 1, area->columns - column - 1);
	struct str names;

	str_init(&names);
	for (size_t i = from; i < form->count; i++)
		str_addf(&names, "%s%s", i > from ? ", " : "", param_at(form, i)->prompt);
	area_cut(&rest, 0, 0, rest.columns, STYLE_FAINT, names.text);
	str_clear(&names);
}

/* Below the title, the one with the focus in sight; the row after them. */
static int draw_fields(const struct form *form, const struct area *area)
{
	int row = 1, fitting = area->rows - 1 - (is_text(form) || has_choices(form));
	size_t rows = fitting > 1 ? (size_t)fitting : 1;
	size_t first = form->at >= rows ? form->at - rows + 1 : 0, shown = shown_count(form);

	for (size_t i = first; i < shown && i < first + rows; i++)
		draw_field(form, area, row++, i);
	if (shown < form->count && shown < rows)
		draw_folded(form, area, row++, shown);
	return row;
}

static void draw_title(const struct form *form, const struct area *area)
{
	int column = 1;

	if (form->subject)
		column = area_textf(area, 0, column, STYLE_ACCENT, "%s · ", form->subject);
	area_cut(area, 0, column, area->columns - column - 1, STYLE_STRONG,
		form->run->words.command->help);
}

static void form_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct form *form = state;
	struct area inside = panel_draw(area, wanted_rows(form));

	(void)app;
	(void)frame;
	draw_title(form, &inside);
	int row = draw_fields(form, &inside);
	if (is_text(form)) {
		struct area box = area_part(&inside, row, 1, inside.rows - row, inside.columns - 2);
		edit_draw(&form->writing.edit, &box, STYLE_TEXT, true);
	}
	if (is_names(form)) {
		struct area names = area_part(&inside, row, 0, GUESSES, inside.columns);
		flow_draw(&form->guessed, &names, 0);
		row += form->count > 1 ? (int)form->guessed.count : GUESSES;
	}
	/* Below the values, so that they are not taken for more fields. */
	int indent = form->count > 1 ? prompt_columns(form, inside.columns) + 2 : 0;
	struct area rest =
		area_part(&inside, row, indent, inside.rows - row, inside.columns - indent);
	if (has_choices(form))
		choices_draw(&form->choices, &rest,
			form->choices.picked || (typed(form)[0] && !form->fresh));
}

/* --- keys --- */

/* Puts the chosen one in the place of the name that the cursor is in. */
static void put_in(struct form *form, const char *value)
{
	struct edit *edit = edit_of(form);
	size_t from, to;
	struct str text;

	str_init(&text);
	guess_part(edit->text.text, edit->cursor, is_several(form), &from, &to);
	if (form->fresh) {
		from = 0;
		to = edit->text.length;
	}
	str_addn(&text, edit->text.text, from);
	str_add(&text, value);
	size_t cursor = text.length;
	str_add(&text, edit->text.text + to);
	edit_set(edit, text.text);
	edit->cursor = cursor;
	form->fresh = false;
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
	else if (form->fresh)
		return;
	if (is_names(form)) {
		str_init(&joined);
		guesses_join(&form->guesses, &joined);
		edit_set(edit_of(form), joined.text);
		str_clear(&joined);
		update(form, app);
	} else if (takes_best_guess(form) && typed(form)[0]) {
		complete(form, app);
	}
}

/* An option that is as it was is not given. */
static void put_values(struct form *form)
{
	struct words *words = &form->run->words;

	for (size_t i = 0; i < form->count; i++) {
		const struct field *field = &form->fields[i];
		bool same = strcmp(field->text, field->began) == 0;
		bool left_out = same && (!param_at(form, i)->required || !field->text[0]);
		words->values[field->index] = left_out ? NULL : field->text;
	}
}

static void begin_list(struct form *form, struct app *app, const char *before, const char *text)
{
	const struct words *words = &form->run->words;

	app_leave(app, form);
	paste_begin(app, words, before, text);
}

static void enter(struct form *form, struct app *app)
{
	if (has_group(form, app)) {
		begin_list(form, app, "", typed(form));
		return;
	}
	settle(form, app);
	if (typed(form)[0] == '\0' && current(form)->required) {
		app_say(app, TONE_PLAIN, "Please type something, or Esc");
		return;
	}
	take(form);
	put_values(form);
	run_step(app, form->run);
}

/* To the next field, or from it back; in the only one it completes. */
static void step(struct form *form, struct app *app, size_t by)
{
	if (form->count == 1) {
		if (by == 1)
			complete(form, app);
		return;
	}
	settle(form, app);
	take(form);
	focus(form, app, (form->at + by) % form->count);
}

static void take_outside(void *state, struct app *app, const char *text)
{
	struct form *form = state;

	writing_replace(&form->writing, text);
	app_reload(app);
}

/* A text of many lines: Esc saves it, as everywhere. */
static bool text_key(struct form *form, struct app *app, const struct key *key)
{
	switch (writing_key(&form->writing, app, key, form->columns)) {
	case WRITING_NOT_MINE:
		return false;
	case WRITING_DONE:
		if (writing_changed(&form->writing))
			enter(form, app);
		else
			app_leave(app, form);
		return true;
	case WRITING_LEFT:
		app_leave(app, form);
		return true;
	case WRITING_OUTSIDE:
		app_edit_outside(app, typed(form), take_outside);
		return true;
	case WRITING_TAKEN:
		break;
	}
	return true;
}

/* Moving the cursor goes into the old value, all else begins a new one. */
static void edit_field(struct form *form, struct app *app, const struct key *key)
{
	bool replaces = (key->code == KEY_CHARACTER && !key->ctrl && !key->alt) ||
			key->code == KEY_BACKSPACE || key->code == KEY_DELETE;

	if (form->fresh && replaces)
		edit_set(edit_of(form), "");
	if (!edit_key(edit_of(form), key, form->columns) && !form->fresh)
		return;
	form->fresh = false;
	update(form, app);
}

static void line_key(struct form *form, struct app *app, const struct key *key)
{
	if (key->code == KEY_ESCAPE)
		app_leave(app, form);
	else if (key->code == KEY_ENTER)
		enter(form, app);
	else if (!choices_key(&form->choices, key))
		edit_field(form, app, key);
}

/* A text is kept, but a line would be lost: that is said once. */
static bool may_quit(struct form *form, struct app *app)
{
	bool lost = false;

	take(form);
	for (size_t i = 0; i < form->count; i++)
		lost = lost || (param_at(form, i)->type != ARG_TEXT &&
				       strcmp(form->fields[i].text, form->fields[i].began) != 0);
	if (lost && !form->leaving)
		app_say(app, TONE_PLAIN,
			"Ctrl-Q once more leaves; what you typed here is not saved yet");
	bool may = !lost || form->leaving;
	form->leaving = true;
	return may;
}

static bool form_key(void *state, struct app *app, const struct key *key)
{
	struct form *form = state;

	if (key_ctrl(key) == 'q')
		return !may_quit(form, app);
	form->leaving = false;
	if (key->code == KEY_TAB)
		step(form, app, 1);
	else if (key->code == KEY_BACKTAB)
		step(form, app, form->count - 1);
	else if (!is_text(form))
		line_key(form, app, key);
	else
		text_key(form, app, key);
	return key->code != KEY_F;
}

static void form_keep(void *state, struct app *app)
{
	writing_keep(&((struct form *)state)->writing, app);
}

static void form_paste(void *state, struct app *app, const char *text)
{
	struct form *form = state;

	if (takes_list(form) && paste_is_list(text)) {
		begin_list(form, app, form->fresh ? "" : typed(form), text);
		return;
	}
	if (is_text(form))
		writing_paste(&form->writing, app, text);
	else if (form->fresh)
		edit_set(edit_of(form), text);
	else
		edit_insert(edit_of(form), text);
	form->fresh = false;
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
		return WRITING_HINTS;
	if (form->count > 1)
		return has_choices(form) ? "Enter run  Tab next field  ↑↓ choose  Esc leave"
					 : "Enter run  Tab next field  Esc leave";
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
	.keep = form_keep,
};
