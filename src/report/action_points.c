/* SPDX-License-Identifier: MIT */
/*
 * The action points as a list that a secretary can hand out: what the Chair asked for, of
 * whom and by when. A conclusion that asks for nothing is none.
 */
#include "base/civil.h"
#include "facts_names.h"
#include "formula.h"
#include "model/inline.h"
#include "page.h"
#include "report/report.h"
#include "store/agenda.h"
#include "store/conclusion.h"
#include "words.h"

struct points {
	struct document *document;
	const struct template *template;
	struct facts facts;
	struct arena arena;
	struct node *table; /* NULL: nothing stands in it yet */
};

static const char *word(const struct points *points, const char *key)
{
	return template_text(points->template, key);
}

static void add_cell(struct points *points, struct node *row, const char *plain)
{
	struct str text;

	str_init(&text);
	inline_escape(plain ? plain : "", &text);
	document_add(points->document, row, NODE_CELL, text.text);
	str_clear(&text);
}

static void begin_table(struct points *points)
{
	static const char *const heads[] = {"sheet.number", "sheet.item", "actions.what",
		"column.by", "actions.when", "column.state"};
	struct document *document = points->document;

	points->table = document_add(document, document->root, NODE_TABLE, NULL);
	struct node *row = document_add(document, points->table, NODE_ROW, NULL);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		document_add(document, row, NODE_CELL, word(points, heads[i]));
}

static void add_state(
	struct points *points, const struct conclusion_row *conclusion, struct str *out)
{
	struct civil civil = civil_at(conclusion->done);
	struct str words;
	char date[11];

	if (!conclusion->done) {
		str_add(out, word(points, "actions.open"));
		return;
	}
	str_init(&words);
	civil_format_date(&civil, date);
	words_date(points->template, date, &words);
	formula_plain(out, points->template, "ACTIONS/done", FIELDS({"date", words.text}));
	str_clear(&words);
}

static void add_row(struct points *points, const struct conclusion_row *conclusion)
{
	const struct facts *facts = &points->facts;
	struct str text;

	if (!points->table)
		begin_table(points);
	struct node *row = document_add(points->document, points->table, NODE_ROW, NULL);
	str_init(&text);
	str_addf(&text, "n%d", conclusion->number);
	add_cell(points, row, text.text);
	add_cell(points, row, facts_reference(facts, conclusion->item_printed));
	str_reset(&text);
	str_add(&text, conclusion->text);
	formula_capital(&text, 0);
	add_cell(points, row, text.text);
	add_cell(points, row,
		conclusion->who ? facts_said(facts, conclusion->who)
				: word(points, "conclusion.who"));
	str_reset(&text);
	words_date(facts->template, conclusion->due ? conclusion->due : "", &text);
	add_cell(points, row, text.text);
	str_reset(&text);
	add_state(points, conclusion, &text);
	add_cell(points, row, text.text);
	str_clear(&text);
}

void report_action_points(struct store *store, int64_t session, const struct template *template,
	int64_t item, bool open, struct document *document)
{
	struct points points = {.document = document, .template = template};
	size_t count;

	arena_init(&points.arena);
	page_begin(template, document);
	if (facts_load(&points.facts, store, session, template, &points.arena)) {
		document_add(document, document->root, NODE_TITLE, word(&points, "actions.title"));
		const struct conclusion_row *rows =
			store_conclusions(store, session, item, &points.arena, &count);
		for (size_t i = 0; i < count; i++)
			if (rows[i].request && !(open && rows[i].done))
				add_row(&points, &rows[i]);
		if (!points.table)
			document_add(document, document->root, NODE_PARAGRAPH,
				word(&points, open ? "actions.none-open" : "actions.none"));
	}
	arena_clear(&points.arena);
}
