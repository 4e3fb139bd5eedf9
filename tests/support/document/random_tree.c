/* SPDX-License-Identifier: MIT */
/* A tree is grown node by node: each may have a few of what may stand in it. */
#include "random_tree.h"

static const char *some_text(struct generator *generator)
{
	static const char *const texts[] = {NULL, NULL, "", "x", "1", "(a)", "Côte d’Ivoire",
		"*a* {note b {doc A/1}}", "{note CTOC/COP/2010/9 *x*}", "\"quoted\" \\ and / \n\t",
		"\001\033\177\xC2\x85\u202E\uFEFF", "😀\U0010FFFF\uE000", "{\"kind\": \"cell\"}",
		"{para g41}", "{new a} {gone b}", "é", "]}],", "<p>&amp;]]></p>", " ", "-->",
		"See CTOC/COP/WG.2/2012/3-CTOC/COP/WG.3/2012/4, A/67/1/Add.1."};

	return texts[generator_next(generator, sizeof texts / sizeof texts[0])];
}

static void fill(struct generator *generator, struct node *node)
{
	static const char *const fields[] = {"organ", "symbol", "distribution", "date", "language",
		"only", "body", "session", "place", "", "a b"};

	node->text = some_text(generator);
	node->name = some_text(generator);
	if (node->kind == NODE_FIELD)
		node->name = fields[generator_next(generator, sizeof fields / sizeof fields[0])];
	node->level = (int)generator_next(generator, HEADING_LEVELS + 1);
	node->style = (enum list_style)generator_next(generator, LIST_PLAIN + 1);
	node->label = some_text(generator);
	node->key = some_text(generator);
	node->sources = some_text(generator);
	node->continued = generator_next(generator, 2);
	node->missing = generator_next(generator, 2);
	node->annex = generator_next(generator, 8) == 0;
}

static void grow(
	struct generator *generator, struct document *document, struct node *parent, int depth)
{
	static const enum node_kind under_root[] = {NODE_MASTHEAD, NODE_TITLE, NODE_SUBTITLE,
		NODE_HEADING, NODE_PARAGRAPH, NODE_PLAIN, NODE_LIST, NODE_TABLE};
	static const enum node_kind below[NODE_CELL + 1] = {[NODE_MASTHEAD] = NODE_FIELD,
		[NODE_LIST] = NODE_ENTRY,
		[NODE_ENTRY] = NODE_LIST,
		[NODE_TABLE] = NODE_ROW,
		[NODE_ROW] = NODE_CELL};

	for (unsigned n = generator_next(generator, depth ? 3 : 12);
		n-- > 0 && depth < DOCUMENT_DEPTH_MAX;) {
		enum node_kind kind =
			depth ? below[parent->kind] : under_root[generator_next(generator, 8)];
		if (kind == NODE_DOCUMENT)
			return;
		struct node *node = document_add(document, parent, kind, NULL);
		fill(generator, node);
		if (generator_next(generator, 8) < 7)
			grow(generator, document, node, depth + 1);
	}
}

void random_tree(struct generator *generator, struct document *document)
{
	static const char *const languages[] = {"en", "fr", NULL, "", "tlh"};
	static const char *const dates[] = {
		"2018-05-31", NULL, "", "2018-02-30", "31 May 2018", "0000-01-01"};

	document->class = (enum document_class)generator_next(generator, DOCUMENT_TEXTS + 1);
	document->language = languages[generator_next(generator, 5)];
	document->date = dates[generator_next(generator, 6)];
	grow(generator, document, document->root, 0);
}
