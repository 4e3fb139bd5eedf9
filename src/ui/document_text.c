/* SPDX-License-Identifier: MIT */
/*
 * The text pane of the Documents view: the facts of one paper, what became of it,
 * what revises it and who cites it. What it asks the store is of the selected one
 * alone, and who cites it is found by search.
 */
#include <string.h>

#include "base/civil.h"
#include "base/utf8.h"
#include "model/language.h"
#include "model/number.h"
#include "model/phrase.h"
#include "model/symbol_links.h"
#include "documents.h"
#include "show.h"

enum { CITATIONS = 12 }; /* of a kind */

const char *document_mark(const struct document_row *row)
{
	static const char *const marks[][2] = {{"announced", "·"}, {"issued", "○"},
		{"introduced", "✓"}, {"reissued", "*"}, {"withdrawn", "✗"}};

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (strcmp(marks[i][0], row->state) == 0)
			return marks[i][1];
	return "";
}

void document_symbol(const struct document_row *row, struct str *out)
{
	str_add(out, row->symbols);
	if (strcmp(row->state, "reissued") == 0)
		str_addc(out, '*');
}

void document_symbol_brief(const char *symbol, int columns, struct str *out)
{
	const char *from = symbol;

	/* Of a joint one neither end tells more than the other. */
	if (utf8_columns(symbol) > columns && !strchr(symbol, '-')) {
		while (*from && utf8_columns(from) + 1 > columns)
			from += 1 + strcspn(from + 1, "/");
		if (*from)
			str_add(out, "…");
	}
	str_add(out, *from ? from : symbol);
}

static void add_head(struct flow *flow, const struct document_row *row)
{
	struct str text;

	str_init(&text);
	document_symbol(row, &text);
	flow_addf(flow, STYLE_STRONG, "%s", text.text);
	flow_addf(flow, STYLE_TEXT, " · d%d · %s", row->number, row->state);
	flow_end_line(flow, 1);
	str_reset(&text);
	phrase_document(row->kind, row->title, &text);
	flow_add(flow, STYLE_TEXT, text.text);
	flow_end_line(flow, 1);
	str_clear(&text);
}

static void add_languages(struct flow *flow, const struct document_row *row)
{
	struct str out, missing;

	if (!row->languages)
		return;
	str_init(&out);
	str_init(&missing);
	language_words(row->languages, &out);
	language_missing(row->languages, &missing);
	if (missing.length)
		str_addf(&out, "; not yet in %s", missing.text);
	flow_fact(flow, 3, "out in", out.text);
	str_clear(&out);
	str_clear(&missing);
}

static void add_dates(struct flow *flow, const struct document_row *row)
{
	struct str text;

	str_init(&text);
	if (row->date)
		phrase_date(row->date, &text);
	flow_fact(flow, 3, "date", text.text);
	str_clear(&text);
	flow_fact(flow, 3, "late", row->late);
}

/* Their titles are long, and are known: one line each. */
static void add_item(struct flow *flow, const struct item_row *item)
{
	flow_add(flow, STYLE_FAINT, "item  ");
	flow_addf(flow, STYLE_TEXT, "%s  %s", item->printed, item->title);
	flow_end(flow,
		&(struct shape){
			.columns = flow_measure(flow->columns), .indent = 3, .one_line = true});
}

static void add_items(struct flow *flow, struct app *app, const struct document_row *row)
{
	struct arena arena;
	struct item_row item;
	size_t count;

	arena_init(&arena);
	const int64_t *items = store_document_items(app_store(app), row->id, &arena, &count);
	for (size_t i = 0; i < count; i++)
		if (store_item(app_store(app), items[i], &arena, &item))
			add_item(flow, &item);
	arena_clear(&arena);
}

/* --- what became of it --- */

static void add_event(struct flow *flow, struct app *app, const struct document_event_row *event)
{
	struct civil at = civil_at(event->at);
	char date[11];
	struct str text;

	civil_format_date(&at, date);
	str_init(&text);
	phrase_date(date, &text);
	/* A day alone is its beginning. */
	if (at.hour || at.minute || at.second)
		str_addf(&text, " %02d:%02d", at.hour, at.minute);
	if (event->meeting) {
		str_add(&text, ", ");
		number_ordinal(event->meeting, &text);
		str_add(&text, " meeting");
	}
	if (event->item)
		str_addf(&text, ", under item %s", event->item);
	if (event->participant)
		str_addf(&text, ", by %s", show_covered(app, event->participant));
	flow_addf(flow, STYLE_TEXT, "%s  ", event->state);
	flow_add(flow, STYLE_FAINT, text.text);
	flow_end_line(flow, 3);
	str_clear(&text);
}

static void add_history(struct flow *flow, struct app *app, const struct document_row *row)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct document_event_row *events =
		store_document_events(app_store(app), row->id, &arena, &count);
	if (count > 0)
		flow_blank(flow, 0);
	for (size_t i = 0; i < count; i++)
		add_event(flow, app, &events[i]);
	arena_clear(&arena);
}

/* --- what is linked to it --- */

static void add_link(struct flow *flow, const struct document_row *other,
	enum symbol_modifier modifier, int number, bool of_this)
{
	if (of_this)
		flow_addf(flow, STYLE_FAINT, "has %s %d  ", symbol_modifier_word(modifier), number);
	else
		flow_addf(
			flow, STYLE_FAINT, "is %s %d of  ", symbol_modifier_word(modifier), number);
	flow_addf(flow, STYLE_TEXT, "%s", other->symbols);
	flow_addf(flow, STYLE_FAINT, " (d%d, %s)", other->number, other->state);
	flow_end_line(flow, 3);
}

/* What it is of others, or (of_this) what others are of it; a blank line before the first. */
static bool add_links(struct flow *flow, const struct document_row *row,
	const struct document_row *rows, size_t count, bool of_this, bool any)
{
	int number;

	for (size_t i = 0; i < count; i++) {
		enum symbol_modifier modifier =
			of_this ? symbol_link(rows[i].symbols, row->symbols, &number)
				: symbol_link(row->symbols, rows[i].symbols, &number);
		if (modifier == SYMBOL_DOCUMENT)
			continue;
		if (!any)
			flow_blank(flow, 0);
		any = true;
		add_link(flow, &rows[i], modifier, number, of_this);
	}
	return any;
}

/* --- who cites it --- */

static void add_citation(struct flow *flow, struct app *app, const struct citation_row *row)
{
	const char *name = row->kind == 'i' ? row->name : show_covered(app, row->name);

	if (row->kind == 'i')
		flow_addf(flow, STYLE_TEXT, "the annotation of item %s", row->item);
	else if (row->kind == 'c')
		flow_addf(flow, STYLE_TEXT, "c%d, what %s sent in, became it", row->number, name);
	else
		flow_addf(flow, STYLE_TEXT, "%c%d", row->kind, row->number);
	if (row->kind != 'i' && row->kind != 'c' && name && *name)
		flow_addf(flow, STYLE_TEXT, "  %s", name);
	if (row->kind != 'i' && row->item)
		flow_addf(flow, STYLE_FAINT, "  item %s", row->item);
	flow_end_line(flow, 3);
}

static void add_citations(struct flow *flow, struct app *app, const struct document_row *row)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct citation_row *rows = store_document_citations(
		app_store(app), app_session(app), row->id, CITATIONS, &arena, &count);
	if (count > 0) {
		flow_blank(flow, 0);
		flow_add(flow, STYLE_FAINT, "Cited by");
		flow_end_line(flow, 1);
	}
	for (size_t i = 0; i < count; i++)
		add_citation(flow, app, &rows[i]);
	arena_clear(&arena);
}

void document_text(struct flow *flow, struct app *app, const struct document_row *row,
	const struct document_row *rows, size_t count)
{
	add_head(flow, row);
	add_items(flow, app, row);
	add_dates(flow, row);
	add_languages(flow, row);
	add_history(flow, app, row);
	add_links(flow, row, rows, count, true, add_links(flow, row, rows, count, false, false));
	add_citations(flow, app, row);
}
