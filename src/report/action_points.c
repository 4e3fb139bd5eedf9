/* SPDX-License-Identifier: MIT */
/*
 * The action points as a list that a secretary can hand out: what the Chair asked for, of
 * whom and by when. A conclusion that asks for nothing is none.
 */
#include "base/civil.h"
#include "formula.h"
#include "model/inline.h"
#include "report/report.h"
#include "store/agenda.h"
#include "store/conclusion.h"

static void add_cell(struct document *document, struct node *row, const char *plain)
{
	struct str text;

	str_init(&text);
	inline_escape(plain ? plain : "", &text);
	document_add(document, row, NODE_CELL, text.text);
	str_clear(&text);
}

static struct node *add_table(struct document *document)
{
	static const char *const heads[] = {
		"No.", "Item", "What is to be done", "By whom", "By when", "State"};
	struct node *table = document_add(document, document->root, NODE_TABLE, NULL);
	struct node *row = document_add(document, table, NODE_ROW, NULL);

	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		document_add(document, row, NODE_CELL, heads[i]);
	return table;
}

static void add_state(const struct conclusion_row *conclusion, struct str *out)
{
	char date[11];

	if (!conclusion->done) {
		str_add(out, "open");
		return;
	}
	struct civil civil = civil_at(conclusion->done);
	civil_format_date(&civil, date);
	str_addf(out, "done, %s", date);
}

static void add_row(
	struct document *document, struct node *table, const struct conclusion_row *conclusion)
{
	struct node *row = document_add(document, table, NODE_ROW, NULL);
	struct str text;

	str_init(&text);
	str_addf(&text, "n%d", conclusion->number);
	add_cell(document, row, text.text);
	add_cell(document, row, conclusion->item_printed);
	str_reset(&text);
	str_add(&text, conclusion->text);
	formula_capital(&text, 0);
	add_cell(document, row, text.text);
	add_cell(document, row, conclusion->who ? conclusion->who : "the Secretariat");
	add_cell(document, row, conclusion->due);
	str_reset(&text);
	add_state(conclusion, &text);
	add_cell(document, row, text.text);
	str_clear(&text);
}

void report_action_points(
	struct store *store, int64_t session, int64_t item, bool open, struct document *document)
{
	struct node *table = NULL;
	struct arena arena;
	size_t count;

	arena_init(&arena);
	document_add(document, document->root, NODE_TITLE, "Action points");
	const struct conclusion_row *rows = store_conclusions(store, session, item, &arena, &count);
	for (size_t i = 0; i < count; i++) {
		if (!rows[i].request || (open && rows[i].done))
			continue;
		if (!table)
			table = add_table(document);
		add_row(document, table, &rows[i]);
	}
	if (!table)
		document_add(document, document->root, NODE_PARAGRAPH,
			open ? "Nothing that was asked for is open." : "Nothing was asked for.");
	arena_clear(&arena);
}
