/* SPDX-License-Identifier: MIT */
/*
 * YAML as a small tree in which every key and value knows its line and column.
 * Of YAML only what a person writes by hand: mappings, lists and texts. Aliases,
 * anchors, tags and merge keys are refused, and so is what is too large or too
 * deep (engineering C.4). A value is a text as written, never a number, a date
 * or a truth value: "no", 1.10 and 10:00 stay what they look like.
 */
#ifndef YAML_TREE_H
#define YAML_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "exchange/message.h"

enum {
	YAML_FILE_MAX = 4 * 1024 * 1024, /* bytes */
	YAML_TEXT_MAX = 256 * 1024,      /* bytes of one value */
	YAML_DEPTH_MAX = 32,
	YAML_EVENTS_MAX = 200000,
	YAML_KEYS_MAX = 100 /* of one mapping */
};

enum node_kind {
	NODE_NOTHING, /* no value, ~ or null */
	NODE_TEXT,
	NODE_LIST,
	NODE_MAP,
	NODE_REFUSED /* an alias: there was a message, say no more */
};

struct node {
	enum node_kind kind;
	bool cut;         /* the reading stopped inside it: more may have followed */
	int line, column; /* of the value; from 1 */
	const char *key;  /* in a mapping, else NULL */
	int key_line, key_column;
	const char *text;   /* of NODE_TEXT: as utf8_enter makes it, with line feeds */
	struct node *first; /* of NODE_LIST and NODE_MAP */
	struct node *next;
	size_t count; /* of children */
};

struct yaml_tree {
	struct arena arena;
	struct node *root; /* NULL if there is no value at all */
	bool cut;          /* the reading stopped before the end, with a message */
};

void yaml_tree_init(struct yaml_tree *tree);
void yaml_tree_clear(struct yaml_tree *tree);
/* Reads text. What is wrong with it as YAML goes to messages; the tree holds
 * what could be read. False if there was any message. */
bool yaml_tree_parse(
	struct yaml_tree *tree, const char *text, size_t length, struct messages *messages);

#endif
