/* SPDX-License-Identifier: MIT */
/*
 * The tree itself: each node knows its parent and the sibling after it, and all of
 * them go away with the document's arena, those too that were taken out of it.
 */
#include <string.h>

#include "base/civil.h"
#include "document/document.h"

const struct document_words document_english = {.nations = "United Nations",
	.distribution = "Distr.:",
	.original = "Original:",
	.continued = "continued",
	.before = "",
	.paragraph = "para. {}",
	.item = "agenda item {}"};

void document_init(struct document *document)
{
	arena_init(&document->arena);
	document->root = arena_alloc(&document->arena, sizeof(*document->root));
	document->root->kind = NODE_DOCUMENT;
	document->language = "en";
	document->words = document_english;
	document->class = DOCUMENT_PAPER;
	document->date = NULL;
}

void document_set_words(struct document *document, const struct document_words *words)
{
	struct arena *arena = &document->arena;

	document->words.nations = arena_strdup(arena, words->nations);
	document->words.distribution = arena_strdup(arena, words->distribution);
	document->words.original = arena_strdup(arena, words->original);
	document->words.continued = arena_strdup(arena, words->continued);
	document->words.before = arena_strdup(arena, words->before);
	document->words.paragraph = arena_strdup(arena, words->paragraph);
	document->words.item = arena_strdup(arena, words->item);
}

void document_refer(const char *words, const char *number, struct str *out)
{
	const char *place = strstr(words, "{}");
	size_t before = place ? (size_t)(place - words) : strlen(words);

	str_addn(out, words, before);
	str_add(out, number);
	str_add(out, place ? place + strlen("{}") : "");
}

void document_clear(struct document *document)
{
	arena_clear(&document->arena);
	document->root = NULL;
}

void document_date_at(struct document *document, int64_t at)
{
	struct civil here = civil_at(at);
	char date[11];

	if (document->date)
		return;
	civil_format_date(&here, date);
	document->date = arena_strdup(&document->arena, date);
}

static struct node *make(
	struct document *document, struct node *parent, enum node_kind kind, const char *text)
{
	struct node *node = arena_alloc(&document->arena, sizeof(*node));

	node->kind = kind;
	node->text = arena_strdup(&document->arena, text);
	node->parent = parent;
	return node;
}

static void append(struct node *parent, struct node *node)
{
	if (parent->last)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
}

struct node *document_add(
	struct document *document, struct node *parent, enum node_kind kind, const char *text)
{
	struct node *node = make(document, parent, kind, text);

	append(parent, node);
	return node;
}

struct node *document_insert(
	struct document *document, struct node *before, enum node_kind kind, const char *text)
{
	struct node *node = make(document, before->parent, kind, text);

	node->next = before->next;
	before->next = node;
	if (before->parent->last == before)
		before->parent->last = node;
	return node;
}

void document_drop(struct document *document, struct node *before)
{
	struct node *root = document->root;
	struct node **place = before ? &before->next : &root->first;

	if (root->last == *place)
		root->last = before;
	*place = (*place)->next;
}

bool document_belongs(const struct node *node)
{
	return node->kind == NODE_LIST || node->kind == NODE_TABLE || node->kind == NODE_PLAIN;
}

struct node *document_next(const struct node *node)
{
	if (node->first)
		return node->first;
	while (node && !node->next)
		node = node->parent;
	return node ? node->next : NULL;
}
