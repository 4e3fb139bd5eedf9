/* SPDX-License-Identifier: MIT */
/* HTML as the tree that a browser would make of it, within limits of memory and time. */
#ifndef HTML_TREE_H
#define HTML_TREE_H

#include <gumbo.h>
#include <stddef.h>
#include <stdbool.h>

#include "base/err.h"

enum {
	HTML_MEMORY_MAX = 48 * 1024 * 1024, /* bytes of the tree */
	HTML_TIME_MAX = 3000,               /* milliseconds to make it */
	HTML_DEPTH_MAX = 400,               /* elements inside one another, when it is walked */
};

struct html_tree {
	GumboOutput *output;
	struct html_block *blocks; /* all memory of the tree */
	size_t bytes;
};

/* The text is UTF-8 and must stay. False with ERR_DATA if the limits are reached; in either
 * case to be cleared. */
bool html_tree_parse(struct html_tree *tree, const char *text, size_t length, struct err *err);
void html_tree_clear(struct html_tree *tree);

/* The value of an attribute, "" if it is not there. */
const char *html_attribute(const GumboNode *node, const char *name);

#endif
