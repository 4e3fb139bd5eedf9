/* SPDX-License-Identifier: MIT */
/* Blocks are added one behind the other; the seed turns the generator's state. */
#include <string.h>

#include "base/generator.h"
#include "random_paper.h"

enum { NODES = 300 }; /* lists no longer go deeper after so many */

struct maker {
	struct document *document;
	struct generator generator;
	int nodes;
};

static unsigned next(struct maker *maker, unsigned below)
{
	return generator_next(&maker->generator, below);
}

#define PICK(maker, all) ((all)[next(maker, sizeof(all) / sizeof((all)[0]))])

static const char *words(struct maker *maker, struct str *out)
{
	static const char *const all[] = {"Benin", "Côte d’Ivoire", "States,", "A/1", "the", "of",
		"]]>", "&amp;", "<w:t>", "“quoted”", "中文", "العربية", "threat", "etc.", "x-y"};
	unsigned count = 1 + next(maker, 6);

	str_reset(out);
	for (unsigned i = 0; i < count; i++)
		str_addf(out, "%s%s", i ? " " : "", PICK(maker, all));
	return out->text;
}

static struct node *add(struct maker *maker, struct node *parent, enum node_kind kind)
{
	struct str text, some;
	unsigned pieces = next(maker, 3);

	str_init(&text);
	str_init(&some);
	str_addf(&text, "As %s", words(maker, &some));
	for (unsigned i = 0; i < pieces; i++) {
		static const char *const forms[] = {
			" *%s*", "{note %s}", " {new %s}", " {gone %s}", " {doc %s}", " %s"};
		unsigned form = next(maker, 6);
		const char *before = forms[form], *after = strchr(before, '%') + 2;
		str_addn(&text, before, strcspn(before, "%"));
		str_add(&text, words(maker, &some));
		str_add(&text, after);
	}
	struct node *node = document_add(maker->document, parent, kind, text.text);
	maker->nodes++;
	str_clear(&some);
	str_clear(&text);
	return node;
}

static void add_masthead(struct maker *maker)
{
	static const char *const fields[] = {"organ", "symbol", "distribution", "date", "language",
		"body", "session", "place", "body", "place"};
	struct node *masthead =
		document_add(maker->document, maker->document->root, NODE_MASTHEAD, NULL);

	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		if (next(maker, 4))
			add(maker, masthead, NODE_FIELD)->name = fields[i];
}

static void add_list(struct maker *maker, struct node *parent, int depth)
{
	static const char *const labels[] = {"3 bis", "(a)", "7", "(a) bis"};
	static const enum list_style styles[] = {LIST_LETTERED, LIST_LETTERED, LIST_LETTERED,
		LIST_NUMBERED, LIST_BULLETED, LIST_PLAIN};
	struct node *list = document_add(maker->document, parent, NODE_LIST, NULL);
	unsigned count = 1 + next(maker, next(maker, 8) ? 4 : 30);

	list->style = PICK(maker, styles);
	for (unsigned i = 0; i < count; i++) {
		struct node *entry = add(maker, list, NODE_ENTRY);
		if (next(maker, 12) == 0)
			entry->name = PICK(maker, labels);
		for (unsigned inner = next(maker, 6);
			depth < 8 && maker->nodes < NODES && inner > 3; inner--)
			add_list(maker, entry, depth + 1);
	}
}

static void add_table(struct maker *maker)
{
	struct node *table = document_add(maker->document, maker->document->root, NODE_TABLE, NULL);
	unsigned rows = next(maker, 5);

	for (unsigned i = 0; i < rows; i++) {
		struct node *row = document_add(maker->document, table, NODE_ROW, NULL);
		unsigned cells = 1 + next(maker, 6);
		for (unsigned j = 0; j < cells; j++) {
			if (next(maker, 4))
				add(maker, row, NODE_CELL);
			else
				document_add(maker->document, row, NODE_CELL,
					next(maker, 2) ? "" : NULL);
		}
	}
}

static void add_heading(struct maker *maker)
{
	static const char *const labels[] = {"", "3", "Annex I", "(b)"};
	struct node *heading = add(maker, maker->document->root, NODE_HEADING);

	heading->level = (int)next(maker, next(maker, 4) ? 4 : HEADING_LEVELS + 1);
	heading->continued = next(maker, 5) == 0;
	heading->annex = next(maker, 20) == 0;
	if (next(maker, 6) == 0)
		heading->name = PICK(maker, labels);
}

static void add_block(struct maker *maker)
{
	static const enum node_kind kinds[] = {NODE_HEADING, NODE_HEADING, NODE_PARAGRAPH,
		NODE_PARAGRAPH, NODE_PARAGRAPH, NODE_PLAIN, NODE_LIST, NODE_LIST, NODE_TABLE};
	enum node_kind kind = PICK(maker, kinds);

	if (kind == NODE_HEADING)
		add_heading(maker);
	else if (kind == NODE_LIST)
		add_list(maker, maker->document->root, 0);
	else if (kind == NODE_TABLE)
		add_table(maker);
	else
		add(maker, maker->document->root, kind)->missing = next(maker, 8) == 0;
}

void random_paper(struct document *document, unsigned seed)
{
	struct maker maker = {.document = document, .generator = GENERATOR_SEED};

	maker.generator.state ^= (uint64_t)seed << 20;
	unsigned blocks = 1 + next(&maker, 30);

	if (next(&maker, 3))
		add_masthead(&maker);
	if (next(&maker, 4))
		add(&maker, document->root, NODE_TITLE);
	if (next(&maker, 3) == 0)
		add(&maker, document->root, NODE_SUBTITLE);
	for (unsigned i = 0; i < blocks; i++)
		add_block(&maker);
	document_number(document);
}
