/* SPDX-License-Identifier: MIT */
/*
 * From a symbol to its entry: the text under the cursor of whatever view is shown is
 * looked through for symbols of documents. One leads straight to the register, several
 * are offered, one that is not registered is said to be so.
 */
#include <string.h>

#include "model/symbol_links.h"
#include "app_inside.h"
#include "choice.h"
#include "cited.h"
#include "views.h"

struct cited {
	struct arena arena;
	const struct document_row *rows; /* of the session */
	size_t row_count;
	struct offer offers[OFFERS];
	size_t count, more;  /* more: that found no place */
	const char *unknown; /* the first one that is not registered, or NULL */
};

static void add_offer(struct cited *cited, const struct document_row *row)
{
	const char *argument = arena_printf(&cited->arena, "d%d", row->number);

	for (size_t i = 0; i < cited->count; i++)
		if (strcmp(cited->offers[i].argument, argument) == 0)
			return;
	if (cited->count == OFFERS) {
		cited->more++;
		return;
	}
	cited->offers[cited->count++] = (struct offer){row->symbols, row->title, argument};
}

/* A symbol with a modifier that is not registered leads to what it modifies. */
static const struct document_row *find(const struct cited *cited, const char *symbol)
{
	for (size_t i = 0; i < cited->row_count; i++)
		if (symbol_shares(cited->rows[i].symbols, symbol))
			return &cited->rows[i];
	return NULL;
}

static void look_through(struct cited *cited, const char *text)
{
	size_t start, length;

	for (; symbol_find(text, &start, &length); text += start + length) {
		const char *symbol = arena_strndup(&cited->arena, text + start, length);
		const struct document_row *row = find(cited, symbol);
		if (row)
			add_offer(cited, row);
		else if (!cited->unknown)
			cited->unknown = symbol;
	}
}

void cited_show(struct app *app, int64_t document)
{
	app_desk(app)->selected.document = document;
	if (app_top(app)->ops != &view_documents)
		app_push(app, &view_documents, NULL);
	app_reload(app);
}

static void choose(struct app *app, const struct cited *cited)
{
	if (cited->count == 0 && cited->unknown)
		app_say(app, TONE_PLAIN, "%s is not in the register: document add", cited->unknown);
	else if (cited->count == 0)
		app_say(app, TONE_PLAIN, "No symbol of a document here");
	else if (cited->count == 1)
		app_run_with(app, "document show", "document", cited->offers[0].argument, NULL);
	else
		choice_offer(app,
			cited->more ? "Which document? (the first nine of them)"
				    : "Which document?",
			cited->offers, cited->count, "document show", "document");
}

void cited_open(struct app *app)
{
	const struct entry *top = app_top(app);
	struct cited cited = {0};
	struct str text;

	arena_init(&cited.arena);
	str_init(&text);
	cited.rows = store_documents(
		app_store(app), app_session(app), 0, &cited.arena, &cited.row_count);
	if (top->ops->cites)
		top->ops->cites(top->state, app, &text);
	look_through(&cited, text.text);
	choose(app, &cited);
	str_clear(&text);
	arena_clear(&cited.arena);
}

void cited_of_item(struct app *app, int64_t item, struct str *text)
{
	struct arena arena;
	struct item_row row;
	size_t count;

	arena_init(&arena);
	if (item && store_item(app_store(app), item, &arena, &row)) {
		str_addf(text, "%s\n", row.title);
		const struct document_row *rows =
			store_documents(app_store(app), app_session(app), item, &arena, &count);
		for (size_t i = 0; i < count; i++)
			str_addf(text, "%s\n", rows[i].symbols);
		if (row.annotation)
			str_add(text, row.annotation);
	}
	arena_clear(&arena);
}
