/* SPDX-License-Identifier: MIT */
/*
 * Memory that goes away together: a chain of blocks, newest first; what does
 * not fit into the newest gets a new block. Most arenas hold little, so the first
 * block is small and each is twice the one before, up to a size; what is not used
 * is never touched. A piece larger than that gets a block of its own, behind the
 * newest, so that the room left there is not lost.
 *
 * A block is filled from both ends: what must be aligned from the front, texts from the
 * back, so that nothing is lost between them. A tree is nodes and short texts in turn.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"

enum {
	BLOCK_FIRST = 1000,
	BLOCK_MOST = 16 * 1024,
	ROWS_FIRST = 16 /* a power of two */
};

struct arena_block {
	struct arena_block *next;
	size_t used, end; /* free is what lies between */
	size_t size;
	max_align_t bytes[];
};

void arena_init(struct arena *arena)
{
	arena->first = NULL;
}

void arena_clear(struct arena *arena)
{
	struct arena_block *block = arena->first;

	while (block) {
		struct arena_block *next = block->next;
		free(block);
		block = next;
	}
	arena->first = NULL;
}

static struct arena_block *new_block(size_t size)
{
	struct arena_block *block = mem_realloc(NULL, sizeof(*block) + size);

	*block = (struct arena_block){.size = size, .end = size};
	return block;
}

static struct arena_block *add_block(struct arena *arena, size_t size)
{
	struct arena_block *first = arena->first, *block;
	size_t room = first ? first->size * 2 : BLOCK_FIRST;

	if (first && size > BLOCK_MOST) {
		block = new_block(size);
		block->next = first->next;
		first->next = block;
		return block;
	}
	block = new_block(size > room ? size : room < BLOCK_MOST ? room : BLOCK_MOST);
	block->next = first;
	arena->first = block;
	return block;
}

static struct arena_block *block_for(struct arena *arena, size_t size)
{
	struct arena_block *block = arena->first;

	if (size > SIZE_MAX / 2)
		die("no memory left (%zu bytes wanted)", size);
	return block && block->end - block->used >= size ? block : add_block(arena, size);
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t unit = _Alignof(max_align_t);

	if (size < SIZE_MAX / 2)
		size = size ? (size + unit - 1) / unit * unit : unit;
	struct arena_block *block = block_for(arena, size);
	void *memory = (char *)block->bytes + block->used;
	block->used += size;
	return memset(memory, 0, size);
}

/* Full at none and at each power of two from the first room on: nobody counts it. */
void *arena_grow(struct arena *arena, void *rows, size_t count, size_t size)
{
	if (count > 0 && (count < ROWS_FIRST || (count & (count - 1)) != 0))
		return rows;
	void *more = arena_alloc(arena, (count > 0 ? 2 * count : ROWS_FIRST) * size);
	if (count > 0)
		memcpy(more, rows, count * size);
	return more;
}

/* Not zeroed. */
static char *text_of(struct arena *arena, size_t size)
{
	struct arena_block *block = block_for(arena, size);

	block->end -= size;
	return (char *)block->bytes + block->end;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return text ? arena_strndup(arena, text, strlen(text)) : NULL;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
	char *copy = text_of(arena, length + 1);

	if (length)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		die("a text cannot be formatted: %s", format);
	char *text = text_of(arena, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}
