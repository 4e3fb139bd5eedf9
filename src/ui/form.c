/* SPDX-License-Identifier: MIT */
/*
 * The form: asks for the arguments of a command in one panel. Of most commands it
 * asks for what is missing, one after the other; of those whose row says `form` all
 * that can be said is there at once, filled with what is so now. It never checks a
 * value itself: Enter puts the fields into the run and steps it, and the command
 * asks for the next one, or refuses, and then what was typed is still here. A text
 * of many lines is a writing like any other (writing.h), with the same keys. How it
 * looks is form_draw.c.
 */
#include <string.h>

#include "form.h"
#include "guess.h"
#include "paste.h"
#include "subject.h"

enum { CHOICES_READ = 30 };

/* --- what kind of field --- */

static const struct param *current(const struct form *form)
{
	return form_param(form, form->at);
}

/* A new file or symbol may be what the best guess is not. */
static bool takes_best_guess(const struct form *form)
{
	return form_has_choices(form) && current(form)->type != ARG_FILE &&
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

/* "6, ": what is typed goes on with it. */
static bool is_begun_list(const struct form *form)
{
	size_t length = form->writing.edit.text.length;

	return length > 2 && strcmp(form_typed(form) + length - 2, ", ") == 0;
}

/* Who wants the floor: several lines of them, and whom somebody speaks for, are a list
 * to be looked at as a whole. */
static bool takes_list(const struct form *form)
{
	return is_several(form) && strcmp(form->run->words.command->name, "floor request") == 0;
}

static bool has_group(const struct form *form, const struct app *app)
{
	return takes_list(form) && paste_has_group(app_desk(app), form_typed(form));
}

static void update(struct form *form, struct app *app)
{
	size_t from, to;

	choices_reset(&form->choices);
	app_reload(app);
	if (!form_has_choices(form))
		return;
	guess_part(form_typed(form), edit_of(form)->cursor, is_several(form), &from, &to);
	if (form->fresh)
		from = to;
	const char *part = arena_strndup(&form->choices.arena, form_typed(form) + from, to - from);
	form->choices.all = guess_complete(app_desk(app), current(form), part, CHOICES_READ,
		&form->choices.arena, &form->choices.count);
	if (form_is_names(form))
		guesses_make(&form->guesses, app_desk(app), current(form), form_typed(form),
			is_several(form));
}

/* What is in the editor goes into its field. */
static void take(struct form *form)
{
	struct field *field = &form->fields[form->at];

	if (strcmp(field->text, form_typed(form)) != 0)
		field->text = arena_strdup(&form->run->arena, form_typed(form));
}

/* The editor goes to another field; the draft of a text that is left stays. */
static void focus(struct form *form, struct app *app, size_t at)
{
	struct str key;

	writing_keep(&form->writing, app);
	writing_clear(&form->writing);
	writing_init(&form->writing);
	form->at = at;
	if (form_is_text(form)) {
		str_init(&key);
		str_addf(&key, "form %s", form->run->words.command->name);
		if (form->fields[at].left)
			writing_go_on(&form->writing, key.text, form->fields[at].text);
		else
			writing_open(&form->writing, app, key.text, "", 0);
		str_clear(&key);
	} else {
		edit_clear(edit_of(form));
		edit_init(edit_of(form), true);
	}
	if (form_typed(form)[0] == '\0')
		edit_set(edit_of(form), form->fields[at].text);
	form->fresh = begins_anew(form) && form_typed(form)[0] && !is_begun_list(form);
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

/* All that can be said in one line and is not said yet, but for what is selected. */
static void add_fields(struct form *form)
{
	const struct words *words = &form->run->words;

	for (size_t i = 0; i < COMMAND_PARAMS && words->command->params[i].name; i++) {
		enum arg_type type = words->command->params[i].type;
		if (!words->values[i] && !subject_is_selected(words->command, i, form->subject) &&
			type != ARG_FLAG && type != ARG_TEXT)
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

void form_ask(void *state, struct app *app, const struct param *missing)
{
	struct form *form = state;
	size_t index = (size_t)(missing - form->run->words.command->params), i = 0;

	while (i < form->count && form->fields[i].index != index)
		i++;
	focus(form, app, i < form->count ? i : add_field(form, index));
}

/* The text that the row is about: what comes first of what is not said. NULL: it is none. */
static const struct param *text_to_write(const struct form *form)
{
	const struct run *run = form->run;
	const struct param *params = run->words.command->params;
	size_t i = 0;

	while (i < COMMAND_PARAMS && params[i].name && run->words.values[i])
		i++;
	bool text = i < COMMAND_PARAMS && params[i].name && params[i].type == ARG_TEXT;
	return text && (params[i].required || run->shown_words.values[i]) ? &params[i] : NULL;
}

/* Where a form begins that has what is known: in the first field that must be filled, else
 * in the text. */
static void begin_at_first(struct form *form, struct app *app)
{
	const struct param *text = text_to_write(form);
	size_t i = 0;

	while (i < form->count && (!form_param(form, i)->required || form->fields[i].text[0]))
		i++;
	if (i == form->count && text)
		form_ask(form, app, text);
	else
		focus(form, app, i < form->count ? i : 0);
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
		if (form_param(form, i)->type == ARG_TEXT && i != form->at)
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
	flow_init(&form->words);
	form->subject = subject_name(app, &form->run->words, &form->named);
	if (form->run->words.command->form || form->run->whole)
		add_fields(form);
	else
		add_beside(form);
	if (argument)
		form_ask(form, app, argument);
	else if (form->run->whole)
		begin_at_first(form, app);
	else
		focus(form, app, 0);
}

static void form_clear(void *state)
{
	struct form *form = state;

	writing_clear(&form->writing);
	choices_clear(&form->choices);
	guesses_clear(&form->guesses);
	flow_clear(&form->guessed);
	flow_clear(&form->words);
	arena_clear(&form->named);
}

/* --- drawing --- */

static void form_load(void *state, struct app *app, const struct frame *frame)
{
	struct form *form = state;
	struct shape shape = {.columns = frame->columns - 1, .indent = 1};

	form->columns = frame->columns - 2;
	arena_clear(&form->named);
	form->subject = subject_name(app, &form->run->words, &form->named);
	form_lay_words(form, app, frame->columns);
	form_fit_words(form, form_rows(form, frame->rows) - form_fields_rows(form));
	flow_reset(&form->guessed);
	if (!form_is_names(form) || form->guesses.count == 0)
		return;
	if (has_group(form, app))
		flow_add(&form->guessed, STYLE_FAINT, "Enter shows who speaks for which group");
	else
		guesses_show(&form->guesses, &form->guessed);
	flow_end(&form->guessed, &shape);
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
	if (form_is_names(form)) {
		str_init(&joined);
		guesses_join(&form->guesses, &joined);
		edit_set(edit_of(form), joined.text);
		str_clear(&joined);
		update(form, app);
	} else if (takes_best_guess(form) && form_typed(form)[0]) {
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
		bool left_out = same && (!form_param(form, i)->required || !field->text[0]);
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
		begin_list(form, app, "", form_typed(form));
		return;
	}
	settle(form, app);
	if (form_typed(form)[0] == '\0' && current(form)->required) {
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
	form->fields[form->at].left = true;
	focus(form, app, (form->at + by) % form->count);
}

/* The text among the fields, if it was typed and left for the one with the focus. */
static size_t text_left(const struct form *form)
{
	size_t i = 0;

	while (i < form->count && (form_param(form, i)->type != ARG_TEXT || !form->fields[i].left ||
					  !form->fields[i].text[0]))
		i++;
	return i;
}

/* A text is not left from a field beside it: there is Esc, which saves, and Ctrl-G. */
static void leave_field(struct form *form, struct app *app)
{
	size_t text = text_left(form);

	if (text == form->count)
		app_leave(app, form);
	else
		step(form, app, text + form->count - form->at);
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
		app_edit_outside(app, form_typed(form), take_outside);
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
	if (key_leaves(key))
		leave_field(form, app);
	else if (key->code == KEY_ENTER)
		enter(form, app);
	else if (form_words_key(form, key))
		app_reload(app);
	else if (!choices_key(&form->choices, key))
		edit_field(form, app, key);
}

/* A text is kept, but a line would be lost: that is said once. */
static bool may_quit(struct form *form, struct app *app)
{
	bool lost = false;

	take(form);
	for (size_t i = 0; i < form->count; i++)
		lost = lost || (form_param(form, i)->type != ARG_TEXT &&
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
	else if (!form_is_text(form))
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
		begin_list(form, app, form->fresh ? "" : form_typed(form), text);
		return;
	}
	if (form_is_text(form))
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
	if (form_is_text(form))
		return form->count > 1 ? WRITING_HINTS "  Tab fields" : WRITING_HINTS;
	if (text_left(form) < form->count)
		return form_has_choices(form)
			       ? "Enter save  Tab next field  ↑↓ choose  Esc to the text"
			       : "Enter save  Tab next field  Esc to the text";
	if (form->count > 1)
		return form_has_choices(form) ? "Enter run  Tab next field  ↑↓ choose  Esc leave"
					      : "Enter run  Tab next field  Esc leave";
	if (is_several(form))
		return "Enter run  , and another  Tab complete  ↑↓ choose  Esc leave";
	return form_has_choices(form) ? "Enter run  Tab complete  ↑↓ choose  Esc leave"
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
