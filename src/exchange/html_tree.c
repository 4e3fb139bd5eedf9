/* SPDX-License-Identifier: MIT */
/*
 * libgumbo under control. It takes what memory and time it wants (unclosed elements make it
 * quadratic, and it frees a deep tree by recursion), so its memory comes from
 * here: every block is in one list, is counted, and the list is freed as a whole.
 * When a limit is reached while it parses there is no way to tell it but to leave
 * it by longjmp, which is safe because it holds nothing but that memory.
 */
#include <setjmp.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "html_tree.h"

enum { LOOKS = 256 }; /* blocks between two looks at the clock */

struct html_block {
	struct html_block *next, **here; /* *here is this one */
	size_t size;
	max_align_t bytes[];
};

struct parsing {
	struct html_tree *tree;
	jmp_buf out;
	int64_t deadline;
	unsigned count;
};

static void *allocate(void *data, size_t size)
{
	struct parsing *parsing = data;
	struct html_tree *tree = parsing->tree;
	struct html_block *block;

	if (size > HTML_MEMORY_MAX - tree->bytes ||
		sizeof(*block) > HTML_MEMORY_MAX - tree->bytes - size ||
		(++parsing->count % LOOKS == 0 && clock_monotonic() > parsing->deadline))
		longjmp(parsing->out, 1);
	block = mem_alloc(sizeof(*block) + size);
	block->size = sizeof(*block) + size;
	block->next = tree->blocks;
	block->here = &tree->blocks;
	if (tree->blocks)
		tree->blocks->here = &block->next;
	tree->blocks = block;
	tree->bytes += block->size;
	return block->bytes;
}

static void release(void *data, void *memory)
{
	struct parsing *parsing = data;
	struct html_block *block;

	if (!memory)
		return;
	block = (struct html_block *)((char *)memory - offsetof(struct html_block, bytes));
	*block->here = block->next;
	if (block->next)
		block->next->here = block->here;
	parsing->tree->bytes -= block->size;
	free(block);
}

bool html_tree_parse(struct html_tree *tree, const char *text, size_t length, struct err *err)
{
	struct parsing parsing = {.tree = tree, .deadline = clock_monotonic() + HTML_TIME_MAX};
	GumboOptions options = kGumboDefaultOptions;

	*tree = (struct html_tree){0};
	options.allocator = allocate;
	options.deallocator = release;
	options.userdata = &parsing;
	options.max_errors = 0;
	if (setjmp(parsing.out) != 0)
		return err_set(err, ERR_DATA,
			"it is too large or too tangled for HTML; save it as text or DOCX");
	tree->output = gumbo_parse_with_options(&options, text, length);
	return true;
}

void html_tree_clear(struct html_tree *tree)
{
	while (tree->blocks) {
		struct html_block *next = tree->blocks->next;
		free(tree->blocks);
		tree->blocks = next;
	}
	*tree = (struct html_tree){0};
}

const char *html_attribute(const GumboNode *node, const char *name)
{
	const GumboAttribute *attribute = NULL;

	if (node->type == GUMBO_NODE_ELEMENT)
		attribute = gumbo_get_attribute(&node->v.element.attributes, name);
	return attribute ? attribute->value : "";
}
