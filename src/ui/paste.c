/* SPDX-License-Identifier: MIT */
/*
 * A list of speakers before it is taken. All of it stands there together, a row
 * each with a word for how sure it is; letters typed on a row look for somebody
 * else in its place. Enter takes all in one step: the command gets the list once
 * more, written so that it reads just what was seen here, and it is the command
 * that asks about guests. Nothing is written before.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "command/named.h"
#include "model/speakers.h"
#include "store/agenda.h"
#include "app_inside.h"
#include "guess.h"
#include "list.h"
#include "panel.h"
#include "paste.h"
#include "show.h"
#include "ui/edit.h"
#include "writing.h"

enum {
	CHOICES_READ = 20,
	AROUND = 2, /* rows of the panel that are not of the list */
	NUMBER = 4, /* columns */
	MARK = 11,
	FIELD = 30,
	NARROW = 72
};

struct paste {
	struct run *run;
	struct named_list list;
	bool *dropped; /* in the list's arena */
	int64_t item;
	const char *printed; /* of the item */
	struct list rows;
	bool editing;
	struct edit edit; /* of the selected row */
	struct choices choices;
};

/* --- its beginning --- */

static struct named_entry *selected(const struct paste *paste)
{
	return &paste->list.entries[paste->rows.selected];
}

static bool is_left_out(const struct paste *paste, size_t i)
{
	const struct named_entry *entry = &paste->list.entries[i];

	return paste->dropped[i] || entry->there || entry->twice;
}

static bool wants_a_look(const struct paste *paste, size_t i)
{
	return !is_left_out(paste, i) && named_entry_kind(&paste->list.entries[i]) != NAMED_KNOWN;
}

/* To the next one that is not sure, round the end; stays if all are. */
static void go_to_next(struct paste *paste, size_t from)
{
	for (size_t i = 0; i < paste->list.count; i++) {
		size_t row = (from + i) % paste->list.count;
		if (wants_a_look(paste, row)) {
			list_select(&paste->rows, row);
			return;
		}
	}
}

static const char *value_of(const struct run *run, const char *name)
{
	const struct words *words = &run->words;

	for (size_t i = 0; i < COMMAND_PARAMS && words->command->params[i].name; i++)
		if (strcmp(words->command->params[i].name, name) == 0)
			return words->values[i];
	return NULL;
}

static void find_item(struct paste *paste, struct app *app)
{
	const char *given = value_of(paste->run, "item");
	struct item_row row;
	int64_t id = given ? store_item_find(app_store(app), app_session(app), given)
			   : app_desk(app)->selected.item;
	int64_t open[2];

	if (id <= 0 && store_items_open(app_store(app), app_session(app), open, 2) == 1)
		id = open[0];
	paste->item = id > 0 ? id : 0;
	paste->printed = "";
	if (paste->item && store_item(app_store(app), id, &paste->list.arena, &row))
		paste->printed = row.printed;
}

static void paste_init(void *state, struct app *app, const void *argument)
{
	struct paste *paste = state;
	struct err err = {0};

	(void)argument;
	paste->run = app_top(app)->run;
	edit_init(&paste->edit, true);
	choices_init(&paste->choices);
	named_list_init(&paste->list);
	if (!named_list_read(&paste->list, app_desk(app), paste->run->about, &err)) {
		app_say(app, TONE_BAD, "%s", err.text);
		app_leave(app, paste);
	}
	paste->dropped = arena_alloc(&paste->list.arena, paste->list.count + 1);
	find_item(paste, app);
	named_list_check(&paste->list, app_desk(app), paste->item);
	list_fit(&paste->rows, paste->list.count, 1);
	go_to_next(paste, 0);
}

/* A title above, what could be put in below. */
static int wanted_rows(const struct paste *paste)
{
	return AROUND + (int)paste->list.count;
}

static void paste_clear(void *state)
{
	struct paste *paste = state;

	edit_clear(&paste->edit);
	choices_clear(&paste->choices);
	named_list_clear(&paste->list);
}

/* The list may have grown at another terminal. */
static void paste_load(void *state, struct app *app, const struct frame *frame)
{
	struct paste *paste = state;
	int rows = panel_rows(frame->rows, wanted_rows(paste));

	named_list_check(&paste->list, app_desk(app), paste->item);
	list_fit(&paste->rows, paste->list.count, rows - AROUND);
}

/* --- drawing --- */

static const struct {
	const char *word;
	enum style style;
} marks[] = {[NAMED_KNOWN] = {"recognised", STYLE_GOOD},
	[NAMED_GUESSED] = {"guessed", STYLE_WARN},
	[NAMED_UNKNOWN] = {"unknown", STYLE_BAD}};

static void draw_mark(const struct paste *paste, const struct area *area, int row, size_t i)
{
	const struct named_entry *entry = &paste->list.entries[i];
	enum named_kind kind = named_entry_kind(entry);
	const char *left_out = paste->dropped[i] ? "dropped"
			       : entry->there    ? "there"
			       : entry->twice    ? "twice"
						 : NULL;

	area_textf(area, row, 0, STYLE_FAINT, "%*zu", NUMBER - 1, i + 1);
	area_cut(area, row, NUMBER + 1, MARK, left_out ? STYLE_FAINT : marks[kind].style,
		left_out ? left_out : marks[kind].word);
}

/* What there is to say of it beside the name: how it was written, who is near. */
static void say_beside(const struct named_entry *entry, struct str *out)
{
	const struct named *doubtful = entry->group.name && entry->group.kind > entry->who.kind
					       ? &entry->group
					       : &entry->who;

	if (named_entry_kind(entry) == NAMED_GUESSED)
		str_addf(out, "from “%s”",
			doubtful == &entry->who ? entry->written.name : entry->written.group);
	else if (doubtful->kind == NAMED_UNKNOWN && *doubtful->near)
		str_addf(out, "near: %s", doubtful->near);
	else if (doubtful->kind == NAMED_UNKNOWN)
		str_add(out, doubtful == &entry->who ? "unknown: a guest" : "the group is unknown");
	if (entry->written.person)
		str_addf(out, "%s%s", out->length ? " · " : "", entry->written.person);
}

static void draw_entry(const struct paste *paste, const struct app *app, const struct area *area,
	int row, size_t i)
{
	const struct named_entry *entry = &paste->list.entries[i];
	int name = NUMBER + MARK + 2, beside = area->columns / 2 + 2;
	enum style style = is_left_out(paste, i) ? STYLE_FAINT : STYLE_TEXT;
	struct str text;

	draw_mark(paste, area, row, i);
	str_init(&text);
	say_beside(entry, &text);
	if (text.length == 0 || area->columns <= NARROW)
		beside = area->columns;
	area_cut(area, row, beside, area->columns - beside - 1, STYLE_FAINT,
		show_covered(app, text.text));
	str_reset(&text);
	str_add(&text, entry->who.name);
	if (entry->group.name)
		str_addf(&text, " for %s", entry->group.name);
	area_cut(area, row, name, beside - 1 - name, style, show_covered(app, text.text));
	str_clear(&text);
}

/* The field in the place of the name, and whom it finds. */
static void draw_field(const struct paste *paste, const struct area *area, int row)
{
	int name = NUMBER + MARK + 2, width = FIELD;
	struct area field = area_part(area, row, name, 1, width);

	area_fill(area, row, NUMBER + 1, 1, area->columns - NUMBER - 1, STYLE_TEXT);
	area_cut(area, row, NUMBER + 1, MARK, STYLE_STRONG, "correct to");
	edit_draw(&paste->edit, &field, STYLE_FIELD, true);
	if (paste->choices.count > 0)
		area_cut(area, row, name + width + 1, area->columns - name - width - 2,
			STYLE_STRONG, paste->choices.all[paste->choices.chosen].label);
	else if (paste->edit.text.length > 0)
		area_cut(area, row, name + width + 1, area->columns - name - width - 2, STYLE_BAD,
			"unknown: a guest");
}

/* The others that could be put in. */
static void draw_choices(const struct paste *paste, const struct area *area, int row)
{
	int column = 1;

	for (size_t i = 0; i < paste->choices.count && column < area->columns - 4; i++) {
		enum style style = i == paste->choices.chosen ? STYLE_SELECTED : STYLE_FAINT;
		column = area_textf(area, row, column, style, " %s ", paste->choices.all[i].label);
	}
}

static void draw_title(const struct paste *paste, const struct area *area)
{
	const struct named_list *list = &paste->list;
	size_t out = 0, counts[3] = {0};
	int column;

	for (size_t i = 0; i < list->count; i++) {
		if (is_left_out(paste, i))
			out++;
		else
			counts[named_entry_kind(&list->entries[i])]++;
	}
	column = area_textf(area, 0, 1, STYLE_STRONG, "Item %s: ", paste->printed);
	for (int kind = 0; kind < 3; kind++)
		column = area_textf(area, 0, column, STYLE_STRONG, "%s%zu %s", kind > 0 ? ", " : "",
			counts[kind], marks[kind].word);
	if (out > 0)
		area_textf(area, 0, column, STYLE_STRONG, ", %zu left out", out);
	list_place(&paste->rows, area, 0);
}

static void paste_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct paste *paste = state;
	struct area inside = panel_draw(area, wanted_rows(paste));
	struct area body = area_part(&inside, 1, 0, inside.rows - AROUND, inside.columns);
	int at;

	(void)frame;
	draw_title(paste, &inside);
	for (size_t i = 0; i < paste->list.count; i++)
		if ((at = list_row(&paste->rows, i)) >= 0)
			draw_entry(paste, app, &body, at, i);
	at = list_row(&paste->rows, paste->rows.selected);
	if (!paste->editing) {
		list_mark(&paste->rows, &body, true);
		return;
	}
	draw_field(paste, &body, at);
	draw_choices(paste, &inside, inside.rows - 1);
}

/* --- correcting one --- */

/* The part of the row that is less sure: who speaks, or for whom. */
static struct named *doubtful(struct named_entry *entry)
{
	return entry->group.name && entry->group.kind > entry->who.kind ? &entry->group
									: &entry->who;
}

static void look_up(struct paste *paste, struct app *app)
{
	static const struct param name = {"name", ARG_PARTICIPANT, .prompt = "Who"};

	choices_reset(&paste->choices);
	if (paste->edit.text.length > 0)
		paste->choices.all = guess_complete(app_desk(app), &name, paste->edit.text.text,
			CHOICES_READ, &paste->choices.arena, &paste->choices.count);
	app_reload(app);
}

static void begin_edit(struct paste *paste, struct app *app, const char *text)
{
	paste->editing = true;
	edit_set(&paste->edit, text);
	look_up(paste, app);
}

static void end_edit(struct paste *paste, struct app *app)
{
	paste->editing = false;
	choices_reset(&paste->choices);
	app_reload(app);
}

/* Puts who was chosen in the place of the doubtful part; `typed`: what was typed, as
 * it is, be it on no list. */
static void correct(struct paste *paste, struct app *app, bool typed)
{
	struct arena *arena = &paste->list.arena;
	struct named_entry *entry = selected(paste);
	bool guess = !typed && paste->choices.count > 0;
	const char *name =
		guess ? paste->choices.all[paste->choices.chosen].text : paste->edit.text.text;
	char *entered = utf8_enter(name, true);

	if (*entered) {
		struct named *part = doubtful(entry);
		const char *copy = arena_strdup(arena, entered);
		if (part == &entry->who)
			entry->written.name = copy;
		else
			entry->written.group = copy;
		named_find(app_desk(app), copy, true, arena, part);
		paste->dropped[paste->rows.selected] = false;
	}
	free(entered);
	end_edit(paste, app);
	named_list_check(&paste->list, app_desk(app), paste->item);
	go_to_next(paste, paste->rows.selected + 1);
}

static bool edit_row(struct paste *paste, struct app *app, const struct key *key)
{
	if (key_leaves(key))
		end_edit(paste, app);
	else if (key->code == KEY_ENTER || key->code == KEY_TAB)
		correct(paste, app, key->code == KEY_TAB);
	else if (!choices_key(&paste->choices, key) && edit_key(&paste->edit, key, FIELD))
		look_up(paste, app);
	return true;
}

/* --- taking all --- */

/* The list as it is seen, a line each. */
static void write_list(const struct paste *paste, struct str *out)
{
	for (size_t i = 0; i < paste->list.count; i++) {
		const struct named_entry *entry = &paste->list.entries[i];
		struct speaker_entry written = {.name = entry->who.name,
			.group = entry->group.name,
			.person = entry->written.person,
			.exact = named_entry_kind(entry) == NAMED_UNKNOWN};
		if (is_left_out(paste, i))
			continue;
		if (out->length > 0)
			str_addc(out, '\n');
		speakers_format(&written, out);
	}
}

static void take_all(struct paste *paste, struct app *app)
{
	struct str text;

	str_init(&text);
	write_list(paste, &text);
	if (text.length == 0) {
		app_say(app, TONE_PLAIN, "Nobody is left to put on the list; Esc leaves it");
	} else {
		writing_put(
			&paste->run->words, "list", arena_strdup(&paste->run->arena, text.text));
		writing_put(&paste->run->words, "anyway", "yes");
		run_step(app, paste->run);
	}
	str_clear(&text);
}

/* --- keys --- */

static void drop(struct paste *paste, struct app *app)
{
	bool *dropped = &paste->dropped[paste->rows.selected];

	*dropped = !*dropped;
	if (paste->rows.selected + 1 < paste->list.count)
		list_select(&paste->rows, paste->rows.selected + 1);
	app_reload(app);
}

static bool begins_text(const struct key *key)
{
	return key->code == KEY_CHARACTER && !key->ctrl && !key->alt && key->point > ' ';
}

static bool paste_key(void *state, struct app *app, const struct key *key)
{
	struct paste *paste = state;

	if (key_ctrl(key) == 'q' || key->code == KEY_F)
		return false;
	if (paste->editing)
		return edit_row(paste, app, key);
	if (key_leaves(key)) {
		app_say(app, TONE_PLAIN, "Nothing was put on the list");
		app_leave(app, state);
	} else if (key->code == KEY_ENTER) {
		take_all(paste, app);
	} else if (key->code == KEY_TAB) {
		go_to_next(paste, paste->rows.selected + 1);
	} else if (key->code == KEY_DELETE) {
		drop(paste, app);
	} else if (key->code == KEY_BACKSPACE) {
		begin_edit(paste, app, doubtful(selected(paste))->name);
	} else if (begins_text(key)) {
		begin_edit(paste, app, "");
		edit_row(paste, app, key);
	} else {
		list_key(&paste->rows, key);
	}
	return true;
}

static void paste_paste(void *state, struct app *app, const char *text)
{
	struct paste *paste = state;

	if (!paste->editing)
		begin_edit(paste, app, "");
	edit_insert(&paste->edit, text);
	look_up(paste, app);
}

static bool paste_typing(const void *state)
{
	(void)state;
	return true;
}

static const char *paste_hints(const void *state, const struct app *app)
{
	(void)app;
	return ((const struct paste *)state)->editing
		       ? "Enter take it  Tab as typed  ↑↓ choose  Esc back"
		       : "Enter take all  a-z correct it  Del drop  Tab next doubt  Esc leave";
}

const struct view_ops view_paste = {
	.name = "list",
	.title = "A pasted list",
	.overlay = true,
	.size = sizeof(struct paste),
	.init = paste_init,
	.clear = paste_clear,
	.load = paste_load,
	.draw = paste_draw,
	.key = paste_key,
	.paste = paste_paste,
	.hints = paste_hints,
	.typing = paste_typing,
};

/* --- from the field of a name --- */

bool paste_is_list(const char *text)
{
	const char *end = strchr(text + strspn(text, " \t\r\n"), '\n');

	return end && end[strspn(end, " \t\r\n")] != '\0';
}

/* "Cyprus for eu" has one if both names are known. */
static bool names_a_group(struct desk *desk, const char *text)
{
	struct named_list list;
	struct err err = {0};
	bool has = false;

	named_list_init(&list);
	if (named_list_read(&list, desk, text, &err))
		for (size_t i = 0; i < list.count; i++)
			has = has || list.entries[i].written.group;
	named_list_clear(&list);
	return has;
}

bool paste_has_group(struct desk *desk, const char *text)
{
	struct speakers speakers;
	bool has = strstr(text, " for ") && names_a_group(desk, text);

	speakers_init(&speakers);
	speakers_parse(&speakers, text, NULL, NULL);
	for (size_t i = 0; i < speakers.count; i++)
		has = has || speakers.entries[i].group;
	speakers_clear(&speakers);
	return has;
}

static const char *given(const struct words *words, const char *name)
{
	for (size_t i = 0; i < COMMAND_PARAMS && words->command->params[i].name; i++)
		if (strcmp(words->command->params[i].name, name) == 0)
			return words->values[i];
	return NULL;
}

void paste_begin(struct app *app, const struct words *request, const char *typed, const char *text)
{
	struct words words = {.command = command_find("floor list")};
	struct str list;

	str_init(&list);
	if (*typed)
		str_addf(&list, "%s\n", typed);
	/* A tab parts columns; as an argument it would be a blank. */
	for (; *text; text++)
		str_addc(&list, *text == '\t' ? ';' : *text);
	writing_put(&words, "list", list.text);
	writing_put(&words, "item", given(request, "item"));
	writing_put(&words, "kind", given(request, "kind"));
	app_run(app, &words, NULL, NULL);
	str_clear(&list);
}
