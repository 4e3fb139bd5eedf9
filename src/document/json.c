/* SPDX-License-Identifier: MIT */
/*
 * JSON: the tree itself, for other programs and to be kept. What a member says is in
 * rapporteur-document(5); a member that says nothing (no text, false, level 0) is left
 * out. Nothing is lost: json_read.c makes the same tree of it. The members stand in one
 * order and a node begins a line, so that two documents can be compared line by line. Texts
 * keep their inline form. "printed" alone is for readers only: it follows from the rest.
 */
#include <string.h>

#include "base/json.h"
#include "document/document.h"
#include "json_form.h"
#include "writers.h"

#define BIT(kind) (1u << (kind))

const struct json_kind json_kinds[KINDS] = {
	[NODE_DOCUMENT] = {"document", BIT(NODE_MASTHEAD) | BIT(NODE_TITLE) | BIT(NODE_SUBTITLE) |
					       BIT(NODE_HEADING) | BIT(NODE_PARAGRAPH) |
					       BIT(NODE_PLAIN) | BIT(NODE_LIST) | BIT(NODE_TABLE)},
	[NODE_MASTHEAD] = {"masthead", BIT(NODE_FIELD)},
	[NODE_FIELD] = {"field", 0},
	[NODE_TITLE] = {"title", 0},
	[NODE_SUBTITLE] = {"subtitle", 0},
	[NODE_HEADING] = {"heading", 0},
	[NODE_PARAGRAPH] = {"paragraph", 0},
	[NODE_PLAIN] = {"plain", 0},
	[NODE_LIST] = {"list", BIT(NODE_ENTRY)},
	[NODE_ENTRY] = {"entry", BIT(NODE_LIST)},
	[NODE_TABLE] = {"table", BIT(NODE_ROW)},
	[NODE_ROW] = {"row", BIT(NODE_CELL)},
	[NODE_CELL] = {"cell", 0},
};

const char *const json_styles[STYLES] = {
	[LIST_LETTERED] = "lettered",
	[LIST_NUMBERED] = "numbered",
	[LIST_BULLETED] = "bulleted",
	[LIST_PLAIN] = "plain",
};

const char *const json_classes[CLASSES] = {
	[DOCUMENT_PAPER] = "paper",
	[DOCUMENT_REPORT] = "report",
	[DOCUMENT_AGENDA] = "agenda",
	[DOCUMENT_ANNOTATED_AGENDA] = "annotated agenda",
	[DOCUMENT_TEXTS] = "texts",
};

static void put_text(struct str *out, const char *name, const char *value)
{
	if (!value)
		return;
	str_addf(out, ", \"%s\": ", name);
	json_put(out, value);
}

static void put_mark(struct str *out, const char *name, bool value)
{
	if (value)
		str_addf(out, ", \"%s\": true", name);
}

static void put_printed(struct str *out, const struct node *node)
{
	struct str printed;

	str_init(&printed);
	document_label(node, &printed);
	if (printed.length)
		put_text(out, "printed", printed.text);
	str_clear(&printed);
}

static void put_children(struct str *out, const struct node *node, int depth);

static void put_node(struct str *out, const struct node *node, int depth)
{
	str_addf(out, "\n%*s{\"kind\": \"%s\"", depth, "", json_kinds[node->kind].name);
	put_text(out, "name", node->name);
	if (node->level)
		str_addf(out, ", \"level\": %d", node->level);
	if (node->kind == NODE_LIST || node->style != LIST_LETTERED)
		put_text(out, "style", json_styles[node->style]);
	put_text(out, "label", node->label);
	put_printed(out, node);
	put_text(out, "key", node->key);
	put_text(out, "sources", node->sources);
	put_mark(out, "continued", node->continued);
	put_mark(out, "missing", node->missing);
	put_mark(out, "annex", node->annex);
	put_text(out, "text", node->text);
	if (node->first)
		put_children(out, node, depth);
	str_addc(out, '}');
}

static void put_children(struct str *out, const struct node *node, int depth)
{
	str_add(out, ", \"children\": [");
	for (const struct node *child = node->first; child; child = child->next) {
		put_node(out, child, depth + 1);
		if (child->next)
			str_addc(out, ',');
	}
	str_addc(out, ']');
}

/* Those that are not English. */
static void put_words(struct str *out, const struct document *document)
{
	const struct document_words *words = &document->words, *english = &document_english;

	if (strcmp(words->nations, english->nations) != 0)
		put_text(out, "nations", words->nations);
	if (strcmp(words->distribution, english->distribution) != 0)
		put_text(out, "distribution", words->distribution);
	if (strcmp(words->original, english->original) != 0)
		put_text(out, "original", words->original);
	if (strcmp(words->continued, english->continued) != 0)
		put_text(out, "continued", words->continued);
	if (strcmp(words->paragraph, english->paragraph) != 0)
		put_text(out, "paragraph", words->paragraph);
	if (strcmp(words->item, english->item) != 0)
		put_text(out, "item", words->item);
	put_mark(out, "half", document->root->half);
}

static void write_json(const struct document *document, struct str *out)
{
	str_add(out, "{\"rapporteur\": \"" JSON_FORM "\"");
	put_text(out, "class", json_classes[document->class]);
	put_text(out, "language", document->language);
	put_text(out, "date", document->date);
	put_words(out, document);
	put_children(out, document->root, 0);
	str_add(out, "}\n");
}

const struct writer json_writer = {
	.name = "json",
	.suffix = "json",
	.write = write_json,
};
