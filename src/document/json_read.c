/* SPDX-License-Identifier: MIT */
/*
 * The JSON form read back. What comes may be anybody's: nothing is taken that the writer
 * cannot have written, so that every tree that is made can be printed by every writer. A
 * member is a row of one table with the function that takes its value; the tree is
 * checked node by node as its parts close.
 */
#include <string.h>

#include "base/json.h"
#include "document/document.h"
#include "json_form.h"

struct reading {
	struct json json;
	struct document *document;
	struct str word; /* the value at hand */
	size_t nodes;
};

/* --- values --- */

static const char *keep(struct reading *reading)
{
	return arena_strndup(&reading->document->arena, reading->word.text, reading->word.length);
}

static bool take_text(struct reading *reading, const char **out)
{
	if (!json_string(&reading->json, &reading->word))
		return false;
	*out = keep(reading);
	return true;
}

/* The place of a string among these words. */
static bool take_word(struct reading *reading, const char *const *words, int count, int *out)
{
	if (!json_string(&reading->json, &reading->word))
		return false;
	for (int i = 0; i < count; i++) {
		if (strcmp(words[i], reading->word.text) == 0) {
			*out = i;
			return true;
		}
	}
	return json_fail(&reading->json, "'%s' is nothing that can stand here", reading->word.text);
}

/* --- the members of a node --- */

static bool take_kind(struct reading *reading, struct node *node)
{
	const char *words[KINDS];
	int kind = 0;

	for (int i = 0; i < KINDS; i++)
		words[i] = json_kinds[i].name;
	if (!take_word(reading, words, KINDS, &kind))
		return false;
	node->kind = (enum node_kind)kind;
	return true;
}

static bool take_style(struct reading *reading, struct node *node)
{
	int style = 0;

	if (!take_word(reading, json_styles, STYLES, &style))
		return false;
	node->style = (enum list_style)style;
	return true;
}

static bool take_level(struct reading *reading, struct node *node)
{
	return json_number(&reading->json, 0, HEADING_LEVELS, &node->level);
}

static bool take_name(struct reading *reading, struct node *node)
{
	return take_text(reading, &node->name);
}

static bool take_label(struct reading *reading, struct node *node)
{
	return take_text(reading, &node->label);
}

static bool take_printed(struct reading *reading, struct node *node)
{
	(void)node;
	return json_string(&reading->json, &reading->word);
}

static bool take_key(struct reading *reading, struct node *node)
{
	return take_text(reading, &node->key);
}

static bool take_sources(struct reading *reading, struct node *node)
{
	return take_text(reading, &node->sources);
}

static bool take_inline(struct reading *reading, struct node *node)
{
	return take_text(reading, &node->text);
}

static bool take_continued(struct reading *reading, struct node *node)
{
	return json_truth(&reading->json, &node->continued);
}

static bool take_missing(struct reading *reading, struct node *node)
{
	return json_truth(&reading->json, &node->missing);
}

static bool take_annex(struct reading *reading, struct node *node)
{
	return json_truth(&reading->json, &node->annex);
}

static bool take_children(struct reading *reading, struct node *node);

static const struct member {
	const char *name;
	bool (*take)(struct reading *reading, struct node *node);
} members[] = {
	{"kind", take_kind},
	{"name", take_name},
	{"level", take_level},
	{"style", take_style},
	{"label", take_label},
	{"printed", take_printed},
	{"key", take_key},
	{"sources", take_sources},
	{"continued", take_continued},
	{"missing", take_missing},
	{"annex", take_annex},
	{"text", take_inline},
	{"children", take_children},
};

static bool take_member(
	struct reading *reading, struct node *node, const char *name, unsigned *seen)
{
	for (unsigned i = 0; i < sizeof members / sizeof members[0]; i++) {
		if (strcmp(members[i].name, name) != 0)
			continue;
		if (*seen >> i & 1)
			return json_fail(&reading->json, "'%s' is there twice", name);
		*seen |= 1u << i;
		return members[i].take(reading, node);
	}
	return json_fail(&reading->json, "a node has no '%s'", name);
}

/* --- nodes --- */

/* What the writers rely on. */
static bool is_sound(struct reading *reading, const struct node *node, bool has_kind)
{
	const struct json_kind *kind = &json_kinds[node->kind];

	if (!has_kind)
		return json_fail(&reading->json, "the node has no kind");
	if (node->kind == NODE_FIELD && !node->name)
		return json_fail(&reading->json, "the field has no name");
	for (const struct node *child = node->first; child; child = child->next)
		if (!(kind->holds >> child->kind & 1))
			return json_fail(&reading->json, "'%s' cannot stand in '%s'",
				json_kinds[child->kind].name, kind->name);
	return true;
}

static bool take_node(struct reading *reading, struct node *node)
{
	struct str name = STR_EMPTY;
	unsigned seen = 0;
	size_t count = 0;

	if (++reading->nodes > DOCUMENT_NODES_MAX)
		return json_fail(
			&reading->json, "there are more than %d nodes", DOCUMENT_NODES_MAX);
	bool good = json_object(&reading->json);
	while (good && json_member(&reading->json, &count, &name))
		good = take_member(reading, node, name.text, &seen);
	str_clear(&name);
	return good && !reading->json.failed && is_sound(reading, node, seen & 1);
}

static int depth_of(const struct node *node)
{
	int depth = 0;

	while ((node = node->parent))
		depth++;
	return depth;
}

static bool take_children(struct reading *reading, struct node *node)
{
	size_t count = 0;

	if (depth_of(node) >= DOCUMENT_DEPTH_MAX)
		return json_fail(
			&reading->json, "this is deeper than %d nodes", DOCUMENT_DEPTH_MAX);
	if (!json_array(&reading->json))
		return false;
	while (json_element(&reading->json, &count))
		if (!take_node(reading, document_add(reading->document, node, NODE_DOCUMENT, NULL)))
			return false;
	return !reading->json.failed;
}

/* --- the document --- */

static bool take_form(struct reading *reading)
{
	static const char *const forms[] = {JSON_FORM};
	int form = 0;

	return take_word(reading, forms, 1, &form);
}

static bool take_class(struct reading *reading)
{
	int class = 0;

	if (!take_word(reading, json_classes, CLASSES, &class))
		return false;
	reading->document->class = (enum document_class) class;
	return true;
}

static bool take_language(struct reading *reading)
{
	return take_text(reading, &reading->document->language);
}

static bool take_date(struct reading *reading)
{
	return take_text(reading, &reading->document->date);
}

static bool take_nations(struct reading *reading)
{
	return take_text(reading, &reading->document->words.nations);
}

static bool take_distribution(struct reading *reading)
{
	return take_text(reading, &reading->document->words.distribution);
}

static bool take_original(struct reading *reading)
{
	return take_text(reading, &reading->document->words.original);
}

static bool take_word_continued(struct reading *reading)
{
	return take_text(reading, &reading->document->words.continued);
}

static bool take_paragraph(struct reading *reading)
{
	return take_text(reading, &reading->document->words.paragraph);
}

static bool take_item(struct reading *reading)
{
	return take_text(reading, &reading->document->words.item);
}

static bool take_half(struct reading *reading)
{
	return json_truth(&reading->json, &reading->document->root->half);
}

static bool take_tree(struct reading *reading)
{
	struct node *root = reading->document->root;

	return take_children(reading, root) && is_sound(reading, root, true);
}

static const struct part {
	const char *name;
	bool optional;
	bool (*take)(struct reading *reading);
} parts[] = {
	{"rapporteur", false, take_form},
	{"class", false, take_class},
	{"language", true, take_language},
	{"date", true, take_date},
	{"nations", true, take_nations},
	{"distribution", true, take_distribution},
	{"original", true, take_original},
	{"continued", true, take_word_continued},
	{"paragraph", true, take_paragraph},
	{"item", true, take_item},
	{"half", true, take_half},
	{"children", false, take_tree},
};

enum { PARTS = sizeof parts / sizeof parts[0] };

static bool take_part(struct reading *reading, const char *name, unsigned *seen)
{
	for (unsigned i = 0; i < PARTS; i++) {
		if (strcmp(parts[i].name, name) != 0)
			continue;
		if (*seen >> i & 1)
			return json_fail(&reading->json, "'%s' is there twice", name);
		*seen |= 1u << i;
		return parts[i].take(reading);
	}
	return json_fail(&reading->json, "a document has no '%s'", name);
}

static bool take_document(struct reading *reading)
{
	struct str name = STR_EMPTY;
	unsigned seen = 0;
	size_t count = 0;

	bool good = json_object(&reading->json);
	while (good && json_member(&reading->json, &count, &name))
		good = take_part(reading, name.text, &seen);
	str_clear(&name);
	if (!good || !json_end(&reading->json))
		return false;
	for (unsigned i = 0; i < PARTS; i++)
		if (!(seen >> i & 1) && !parts[i].optional)
			return json_fail(&reading->json, "the document has no '%s'", parts[i].name);
	return true;
}

bool document_read_json(const char *text, size_t length, struct document *document, struct err *err)
{
	struct reading reading = {.document = document, .word = STR_EMPTY};

	if (length > DOCUMENT_JSON_MAX)
		return err_set(err, ERR_DATA, "the document is larger than %d MiB",
			DOCUMENT_JSON_MAX / (1024 * 1024));
	document->language = NULL;
	bool good = json_begin(&reading.json, text, length, err) && take_document(&reading);
	str_clear(&reading.word);
	if (!good) {
		document_clear(document);
		document_init(document);
	}
	return good;
}

bool document_is_json(const char *text, size_t length)
{
	static const char beginning[] = "{\"rapporteur\": \"" JSON_FORM "\"";

	return length >= sizeof beginning - 1 && memcmp(text, beginning, sizeof beginning - 1) == 0;
}
