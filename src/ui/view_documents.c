/* SPDX-License-Identifier: MIT */
/*
 * The Documents: the register, by agenda item or by symbol, one line a paper; beside or
 * below it all that is known of the selected one. A session has some tens of them, so
 * they are read whole when the journal has moved; a cursor key reads what the one paper
 * has beside its row.
 *
 * From any other view a symbol leads here (cited.c); the view then lies over the one
 * that it was called from, which Esc brings back as it was.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/symbol_links.h"
#include "app_inside.h"
#include "documents.h"
#include "reader.h"
#include "show.h"
#include "views.h"
#include "writing.h"

enum { HEAD = 1 }; /* rows of the view's own on top */

struct document_line {
	const struct document_row *row; /* NULL: a heading */
	int64_t item;                   /* that it stands under; 0 = none */
	const char *heading;
};

struct documents {
	struct reader r;
	struct document_row *rows;
	size_t count;
	struct item_document_row *links;
	size_t link_count;
	struct document_line *lines;
	bool by_symbol;
	int64_t shown;       /* the document that the desk was told of */
	int64_t only_item;   /* of this item; 0 = any */
	char only_state[16]; /* in this state; "" = any */
};

static const struct document_row *selected(const struct documents *state)
{
	return state->r.list.count > 0 ? state->lines[state->r.list.selected].row : NULL;
}

/* --- loading --- */

/* Under the item; 0: under none. */
static bool is_under(const struct documents *state, const struct document_row *row, int64_t item)
{
	bool any = false;

	for (size_t i = 0; i < state->link_count; i++) {
		if (state->links[i].document != row->id)
			continue;
		if (state->links[i].item == item)
			return true;
		any = true;
	}
	return item == 0 && !any;
}

static bool is_wanted(const struct documents *state, const struct document_row *row)
{
	return (!*state->only_state || strcmp(row->state, state->only_state) == 0) &&
	       (!state->only_item || is_under(state, row, state->only_item));
}

static int by_symbol(const void *a, const void *b)
{
	const struct document_line *one = a, *other = b;

	return symbol_compare(one->row->symbols, other->row->symbols);
}

static size_t add_sorted(struct documents *state)
{
	size_t lines = 0;

	for (size_t i = 0; i < state->count; i++)
		if (is_wanted(state, &state->rows[i]))
			state->lines[lines++] = (struct document_line){.row = &state->rows[i]};
	if (lines > 0)
		qsort(state->lines, lines, sizeof *state->lines, by_symbol);
	return lines;
}

/* The documents of an item (0: of none) below its heading, if there are any. */
static size_t add_under(struct documents *state, int64_t item, const char *heading, size_t lines)
{
	size_t begin = lines;

	for (size_t i = 0; i < state->count; i++) {
		if (!is_wanted(state, &state->rows[i]) || !is_under(state, &state->rows[i], item))
			continue;
		if (lines == begin)
			state->lines[lines++] =
				(struct document_line){.item = item, .heading = heading};
		state->lines[lines++] =
			(struct document_line){.row = &state->rows[i], .item = item};
	}
	return lines;
}

static size_t load_lines(struct documents *state, struct app *app)
{
	struct store *store = app_store(app);
	size_t items, lines = 0;

	arena_clear(&state->r.arena);
	state->rows = store_documents(store, app_session(app), 0, &state->r.arena, &state->count);
	const struct item_row *item = store_items(store, app_session(app), &state->r.arena, &items);
	state->links =
		store_item_documents(store, app_session(app), &state->r.arena, &state->link_count);
	/* Each document and heading, and a document once more for each further item. */
	state->lines = arena_alloc(&state->r.arena,
		(state->count + state->link_count + items + 2) * sizeof *state->lines);
	if (state->by_symbol)
		return add_sorted(state);
	for (size_t i = 0; i < items; i++)
		if (!state->only_item || state->only_item == item[i].id)
			lines = add_under(state, item[i].id,
				arena_printf(
					&state->r.arena, "%s  %s", item[i].printed, item[i].title),
				lines);
	return state->only_item ? lines : add_under(state, 0, "Under no item", lines);
}

/* Its line under that item, else its first one. */
static size_t line_of(const struct documents *state, size_t lines, int64_t id, int64_t item)
{
	size_t found = lines;

	for (size_t i = lines; i-- > 0;)
		if (state->lines[i].row && state->lines[i].row->id == id &&
			(found == lines || state->lines[found].item != item))
			found = i;
	return found;
}

static void load_again(struct documents *state, struct app *app)
{
	const struct document_row *row = selected(state);
	int64_t id = row ? row->id : 0;
	int64_t item = row ? state->lines[state->r.list.selected].item : 0;
	size_t lines = load_lines(state, app);
	size_t now = line_of(state, lines, id, item);

	list_again(&state->r.list, lines, now, state->r.panes.rows);
	if (!state->r.loaded && lines > 1 && !state->by_symbol)
		list_select(&state->r.list, 1);
	state->r.loaded = true;
}

/* A command or another view has selected one since. */
static void follow_desk(struct documents *state, struct app *app)
{
	struct desk *desk = app_desk(app);
	int64_t wanted = desk->selected.document;

	if (wanted && wanted != state->shown) {
		size_t line = line_of(state, state->r.list.count, wanted, 0);
		if (line < state->r.list.count)
			list_select(&state->r.list, line);
	}
	const struct document_row *row = selected(state);
	desk->selected.document = row ? row->id : 0;
	state->shown = desk->selected.document;
}

static void load_text(struct documents *state, struct app *app)
{
	const struct document_row *row = selected(state);

	reader_begin_text(&state->r, row ? row->id : 0);
	if (row)
		document_text(&state->r.text, app, row, state->rows, state->count);
	else if (state->r.list.count > 0) {
		flow_add(
			&state->r.text, STYLE_STRONG, state->lines[state->r.list.selected].heading);
		flow_end(&state->r.text,
			&(struct shape){.columns = state->r.text.columns, .indent = 1});
	}
	flow_fit(&state->r.text, state->r.panes.text_rows, &state->r.top);
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct documents *state = data;
	bool follows = state->r.sequence != 0; /* what is made while it is shown */
	int64_t made = app_made(app, "document add");

	if (reader_begin(&state->r, app, frame, HEAD)) {
		load_again(state, app);
		if (follows && made)
			app_desk(app)->selected.document = made;
	}
	follow_desk(state, app);
	list_fit(&state->r.list, state->r.list.count, state->r.panes.rows);
	load_text(state, app);
}

/* --- what is shown only --- */

void view_documents_only(void *data, struct app *app, int64_t item, const char *status)
{
	struct documents *state = data;

	state->only_item = item;
	snprintf(state->only_state, sizeof state->only_state, "%s", status ? status : "");
	state->r.sequence = 0;
	app_reload(app);
}

static bool is_filtered(const struct documents *state)
{
	return state->only_item || *state->only_state;
}

/* --- drawing --- */

static void draw_head(const struct documents *state, const struct area *area)
{
	size_t out = 0, introduced = 0;

	for (size_t i = 0; i < state->count; i++) {
		out += strcmp(state->rows[i].state, "announced") != 0 &&
		       strcmp(state->rows[i].state, "withdrawn") != 0;
		introduced += strcmp(state->rows[i].state, "introduced") == 0;
	}
	int column = area_text(area, 0, 1, STYLE_STRONG, "DOCUMENTS");
	column = area_textf(area, 0, column, STYLE_TEXT, "  %zu", state->count);
	if (area->columns >= 60)
		column = area_textf(area, 0, column, STYLE_TEXT, " · %zu out · %zu introduced", out,
			introduced);
	if (is_filtered(state))
		area_textf(area, 0, column, STYLE_STRONG, "  only %s%s  Esc shows all",
			state->only_state, state->only_item ? " of an item" : "");
	else if (area->columns >= 60)
		area_text(area, 0, column, STYLE_FAINT,
			state->by_symbol ? "  by symbol" : "  by item");
	panes_place(&state->r.panes, area, &state->r.list);
}

/* "ACEFRS", and "+" for others: the letters are known by their order. */
static void draw_languages(const struct area *area, int row, int column, const char *languages)
{
	char letters[8] = "";
	size_t count = 0;

	for (const char *at = languages ? languages : ""; *at && count < 7;
		at += strcspn(at, " "), at += *at == ' ') {
		bool letter = at[1] == ' ' || at[1] == '\0';
		letters[count++] = letter ? at[0] : '+';
		if (!letter)
			break;
	}
	area_cut(area, row, column, 7, STYLE_FAINT, letters);
}

static void draw_symbol(const struct area *area, int row, int column, int room, enum style style,
	const struct document_row *document)
{
	struct str text, brief;

	str_init(&text);
	str_init(&brief);
	document_symbol(document, &text);
	document_symbol_brief(text.text, room, &brief);
	area_cut(area, row, column, room, style, brief.text);
	str_clear(&text);
	str_clear(&brief);
}

static bool knows_languages(const struct documents *state)
{
	for (size_t i = 0; i < state->count; i++)
		if (state->rows[i].languages && *state->rows[i].languages)
			return true;
	return false;
}

static void draw_document(
	const struct area *area, int row, const struct document_row *document, bool languages)
{
	bool withdrawn = strcmp(document->state, "withdrawn") == 0;
	enum style style = withdrawn                                    ? STYLE_FAINT
			   : strcmp(document->state, "introduced") == 0 ? STYLE_GOOD
									: STYLE_TEXT;
	int symbol = area->columns >= 100 ? 34 : area->columns >= 60 ? 28 : 22, column = 1;

	area_text(area, row, column, style, document_mark(document));
	if (area->columns >= 56) {
		area_cut(area, row, column + 2, 10, style, document->state);
		column += 13;
	} else {
		column += 2;
	}
	draw_symbol(area, row, column, symbol - 1, style, document);
	column += symbol;
	if (area->columns >= 76 && languages) {
		draw_languages(area, row, column, document->languages);
		column += 8;
	}
	if (document->late)
		column = area_text(area, row, column, STYLE_WARN, "late ");
	area_cut(area, row, column, area->columns - column, withdrawn ? STYLE_FAINT : STYLE_TEXT,
		document->title);
}

static void draw_list(const struct documents *state, const struct area *area)
{
	bool languages = knows_languages(state);
	char name[32];

	if (state->r.list.count == 0) {
		area_textf(area, 0, 1, STYLE_FAINT,
			is_filtered(state) ? "No document is of this kind; Esc shows all"
					   : "No document yet; %s registers the first",
			show_key("document add", name));
		area_cursor(area, 0, 1, false);
	}
	for (int row = 0; row < area->rows; row++) {
		size_t i = state->r.list.top + (size_t)row;
		if (i >= state->r.list.count)
			break;
		if (state->lines[i].row)
			draw_document(area, row, state->lines[i].row, languages);
		else
			area_cut(area, row, 1, area->columns - 1, STYLE_STRONG,
				state->lines[i].heading);
	}
	list_mark(&state->r.list, area, !state->r.in_text);
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct documents *state = data;
	struct area list = panes_list(&state->r.panes, area);

	(void)app;
	(void)frame;
	draw_head(state, area);
	draw_list(state, &list);
	reader_draw(&state->r, area);
}

/* --- keys --- */

/* By whom and under which item it is most likely introduced: who has the floor, else the
 * Secretariat a paper of its own; under the only item that it is of. */
static void introduce_form(
	struct app *app, const struct words *words, const struct document_row *row)
{
	struct words shown = {.command = words->command};

	if (app->top.speaking)
		writing_put(&shown, "by", app->top.speaker.name);
	else if (row->kind && strstr(row->kind, "Secretariat"))
		writing_put(&shown, "by", "Secretariat");
	if (row->items && !strchr(row->items, ','))
		writing_put(&shown, "item", row->items);
	app_run_filled_form(app, words, &shown);
}

/* The form of a command on the selected document begins with what is known of it. */
static void run_form(struct app *app, const struct command *command, const struct document_row *row)
{
	struct words words = {.command = command}, shown = words;
	struct arena arena;

	arena_init(&arena);
	writing_put(&words, "document", arena_printf(&arena, "d%d", row->number));
	if (strcmp(command->name, "document edit") == 0) {
		writing_put(&shown, "symbol", row->symbols);
		writing_put(&shown, "title", row->title);
		writing_put(&shown, "kind", row->kind);
		writing_put(&shown, "date", show_date(&arena, row->date));
		writing_put(&shown, "languages", row->languages);
		writing_put(&shown, "late", row->late);
	}
	if (strcmp(command->name, "document introduce") == 0)
		introduce_form(app, &words, row);
	else
		app_run_form(app, &words, &shown);
	arena_clear(&arena);
}

static bool key_command(struct app *app, const struct key *key, const struct document_row *row)
{
	static const char *const names[] = {
		"document edit", "document item", "document issue", "document introduce"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (!show_key_runs(key, names[i]))
			continue;
		if (row)
			run_form(app, command_find(names[i]), row);
		else
			app_say(app, TONE_PLAIN, "Select a document first");
		return true;
	}
	return false;
}

static bool escape(struct documents *state, struct app *app)
{
	if (is_filtered(state))
		view_documents_only(state, app, 0, NULL);
	else if (app->stack[0].state != (void *)state)
		app_leave(app, state);
	else
		return false;
	app_reload(app);
	return true;
}

static bool key_list(struct documents *state, struct app *app, const struct key *key)
{
	if (!list_key(&state->r.list, key))
		return false;
	const struct document_row *row = selected(state);
	app_desk(app)->selected.document = row ? row->id : 0;
	state->shown = app_desk(app)->selected.document;
	app_reload(app);
	return true;
}

static bool key(void *data, struct app *app, const struct key *key)
{
	struct documents *state = data;

	if (reader_swap(&state->r, app, key))
		return true;
	if (key->code == KEY_ESCAPE) {
		return escape(state, app);
	} else if (key_letter(key) == 'o') {
		state->by_symbol = !state->by_symbol;
		load_again(state, app);
		app_reload(app);
	} else if (key_command(app, key, selected(state))) {
		return true;
	} else if (state->r.in_text || key_letter(key) == ' ') {
		return reader_scroll(&state->r, key);
	} else {
		return key_list(state, app, key);
	}
	return true;
}

/* Its title; what is linked to it is cited by its symbol. */
static void cites(const void *data, struct app *app, struct str *text)
{
	const struct documents *state = data;
	const struct document_row *row = selected(state);

	(void)app;
	if (!row)
		return;
	str_add(text, row->title);
	for (size_t i = 0; i < state->count; i++)
		if (symbol_link(row->symbols, state->rows[i].symbols, NULL) != SYMBOL_DOCUMENT ||
			symbol_link(state->rows[i].symbols, row->symbols, NULL) != SYMBOL_DOCUMENT)
			str_addf(text, " %s", state->rows[i].symbols);
}

static const char *hints(const void *data, const struct app *app)
{
	const struct documents *state = data;

	if (app->stack[0].state != data && !state->r.in_text)
		return "Esc back";
	return state->r.in_text ? "Tab list" : "o order  f only";
}

const struct view_ops view_documents = {
	.name = "documents",
	.title = "Documents",
	.tab = "Docs",
	.bit = IN_DOCUMENTS,
	.searches = true,
	.size = sizeof(struct documents),
	.init = reader_init,
	.clear = reader_clear,
	.load = load,
	.draw = draw,
	.key = key,
	.cites = cites,
	.hints = hints,
	.keys = "Tab, Enter\tGo to what is known of the selected one and back\n"
		"Space\tRead on in it\n"
		"o\tList them by symbol, or by agenda item\n"
		"Esc\tShow all of them again; go back to where the symbol was\n",
};
