/* SPDX-License-Identifier: MIT */
/*
 * The texts that are followed up, printed as their reports printed them. Labels and signs
 * are those of the report, so nothing here is numbered anew: each is a plain paragraph
 * that begins with its own. What was done about them is the report's (section_follow_up).
 */
#include <string.h>

#include "model/recommendation.h"
#include "report/report.h"
#include "store/follow_up.h"

static bool same(const char *one, const char *other)
{
	return strcmp(one ? one : "", other ? other : "") == 0;
}

static bool ends_with(const char *text, const char *ending)
{
	size_t length = strlen(text), size = strlen(ending);

	return length >= size && strcmp(text + length - size, ending) == 0;
}

/* "(continued)" is in italics, where the format has them. */
static void add_heading(struct document *document, const char *heading)
{
	static const char continued[] = " (continued)";
	struct node *node = document_add(document, document->root, NODE_HEADING, heading);

	if (!ends_with(heading, continued))
		return;
	node->text = arena_strndup(&document->arena, heading, strlen(heading) - strlen(continued));
	node->continued = true;
}

static void add_chapeau(struct document *document, const struct follow_up_row *row)
{
	struct str text;

	str_init(&text);
	if (row->paragraph)
		str_addf(&text, "%s ", row->paragraph);
	str_add(&text, row->chapeau);
	document_add(document, document->root, NODE_PLAIN, text.text);
	str_clear(&text);
}

/* A line each; the opening verb of a lettered one is in italics. */
static void add_text(struct document *document, const struct follow_up_row *row)
{
	size_t verb = row->numbered ? 0 : recommendation_verb(row->text);
	const char *line = row->text + verb;
	struct str text;

	str_init(&text);
	if (*row->label)
		str_addf(&text, row->label[strlen(row->label) - 1] == ')' ? "%s " : "%s. ",
			row->label);
	if (verb)
		str_addf(&text, "*%.*s*", (int)verb, row->text);
	for (;;) {
		size_t length = strcspn(line, "\n");
		str_addn(&text, line, length);
		line += length;
		if (*line == '\0')
			str_add(&text, row->ending);
		document_add(document, document->root, NODE_PLAIN, text.text);
		if (*line++ == '\0')
			break;
		str_reset(&text);
	}
	str_clear(&text);
}

void report_follow_up_texts(struct store *store, int64_t session, struct document *document)
{
	const struct follow_up_row *before = NULL;
	struct arena arena;
	size_t count;

	document->class = DOCUMENT_TEXTS;
	arena_init(&arena);
	const struct follow_up_row *rows = store_follow_ups(store, session, &arena, &count);
	for (size_t i = 0; i < count; before = &rows[i++]) {
		const struct follow_up_row *row = &rows[i];
		bool other = !before || !same(before->report, row->report) ||
			     !same(before->chapter, row->chapter);
		bool part = other || !same(before->subhead, row->subhead);
		if (other && row->chapter)
			add_heading(document, row->chapter);
		if (part && row->subhead)
			document_add(document, document->root, NODE_HEADING, row->subhead);
		if (row->chapeau && (part || !same(before->chapeau, row->chapeau)))
			add_chapeau(document, row);
		add_text(document, row);
	}
	arena_clear(&arena);
	document_number(document);
}
