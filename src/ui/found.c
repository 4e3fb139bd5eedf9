/* SPDX-License-Identifier: MIT */
/*
 * Where in a text the words are. Texts are compared as the search index does,
 * by fold keys, word for word, so that what is marked is what was found; a word
 * of the text is what stands between blanks.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/mem.h"
#include "found.h"

void found_init(struct found *found, const char *typed)
{
	size_t capacity = 0;
	char *rest = NULL;

	*found = (struct found){.fold = fold_key(typed)};
	for (char *word = strtok_r(found->fold, " ", &rest); word;
		word = strtok_r(NULL, " ", &rest)) {
		found->words =
			mem_grow(found->words, &capacity, found->count + 1, sizeof *found->words);
		found->words[found->count++] = word;
	}
}

void found_clear(struct found *found)
{
	free(found->words);
	free(found->fold);
	*found = (struct found){0};
}

/* The word that was typed with which one of the text's begins; count for none. A
 * hyphenated word is several. */
static size_t typed_word(const struct found *found, const char *text, size_t length)
{
	char *word = mem_strndup(text, length), *fold = fold_key(word);
	size_t which = found->count;

	for (const char *at = fold; *at && which == found->count;) {
		for (size_t i = 0; i < found->count; i++)
			if (strncmp(at, found->words[i], strlen(found->words[i])) == 0)
				which = i;
		at += strcspn(at, " ");
		at += strspn(at, " ");
	}
	free(fold);
	free(word);
	return which;
}

/* The next word from *at on: its length; 0 at the end. */
static size_t next_word(const char *line, size_t length, size_t *at)
{
	size_t end;

	while (*at < length && (line[*at] == ' ' || line[*at] == '\n' || line[*at] == '\t'))
		++*at;
	for (end = *at; end < length && !strchr(" \n\t", line[end]);)
		end++;
	return end - *at;
}

/* How many different typed words the line has; *first gets the place of the first. */
static size_t count_found(const struct found *found, const char *line, size_t length, size_t *first)
{
	bool *seen = mem_alloc(found->count + 1);
	size_t count = 0, word;

	*first = 0;
	for (size_t at = 0; (word = next_word(line, length, &at)) > 0; at += word) {
		size_t which = typed_word(found, line + at, word);
		if (which == found->count)
			continue;
		if (count == 0)
			*first = at;
		count += !seen[which];
		seen[which] = true;
	}
	free(seen);
	return count;
}

static void add(struct flow *flow, enum style style, const char *text, size_t length)
{
	char *copy = mem_strndup(text, length);

	flow_add(flow, style, copy);
	free(copy);
}

static void add_marked(
	const struct found *found, struct flow *flow, const char *text, size_t length)
{
	size_t done = 0, word;

	for (size_t at = 0; (word = next_word(text, length, &at)) > 0; at += word) {
		bool here = typed_word(found, text + at, word) < found->count;
		add(flow, STYLE_TEXT, text + done, at - done);
		add(flow, here ? STYLE_STRONG : STYLE_TEXT, text + at, word);
		done = at + word;
	}
	add(flow, STYLE_TEXT, text + done, length - done);
}

void found_add_line(const struct found *found, struct flow *flow, const char *text, int columns)
{
	size_t far = columns > 0 ? (size_t)columns * 2 / 3 : 0;
	size_t best = 0, best_length = strcspn(text, "\n"), best_count = 0, best_first = 0, first;

	for (size_t from = 0, length; text[from]; from += length + (text[from + length] == '\n')) {
		length = strcspn(text + from, "\n");
		size_t count = count_found(found, text + from, length, &first);
		if (count <= best_count)
			continue;
		best = from;
		best_length = length;
		best_count = count;
		best_first = first;
	}
	if (best_first > far) {
		size_t skip = best_first - far / 2;
		while (skip < best_first && text[best + skip - 1] != ' ')
			skip++;
		flow_add(flow, STYLE_FAINT, "…");
		best += skip;
		best_length -= skip;
	}
	add_marked(found, flow, text + best, best_length);
}

void found_add_text(const struct found *found, struct flow *flow, const char *text)
{
	add_marked(found, flow, text, strlen(text));
}
