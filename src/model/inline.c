/* SPDX-License-Identifier: MIT */
/*
 * The one inline form of texts. Reading is one pass: at each place it is tried
 * whether a whole run begins there, to its closing sign; if not, the character
 * is plain text. Runs do not nest, so that there is nothing to recover from.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/inline.h"

static const struct {
	const char *opening;
	enum inline_kind kind;
} references[] = {
	{"{para ", INLINE_PARAGRAPH},
	{"{item ", INLINE_ITEM},
	{"{doc ", INLINE_DOCUMENT},
	{"{note ", INLINE_NOTE},
	{"{new ", INLINE_NEW},
	{"{gone ", INLINE_GONE},
};

struct runs {
	struct arena *arena;
	struct inline_run *items;
	size_t count, capacity;
	struct str plain; /* text not yet made a run */
};

/* A backslash makes a sign mean itself; before anything else it is itself. */
static bool is_escape(const char *text)
{
	return text[0] == '\\' && ispunct((unsigned char)text[1]);
}

static void add_unescaped(struct str *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (is_escape(text + i) && i + 1 < length)
			i++;
		str_addc(out, text[i]);
	}
}

static void add_run(struct runs *runs, enum inline_kind kind, const char *text)
{
	runs->items = mem_grow(runs->items, &runs->capacity, runs->count + 1, sizeof(*runs->items));
	runs->items[runs->count++] =
		(struct inline_run){.kind = kind, .text = arena_strdup(runs->arena, text)};
}

static void flush_plain(struct runs *runs)
{
	if (runs->plain.length > 0)
		add_run(runs, INLINE_TEXT, runs->plain.text);
	str_reset(&runs->plain);
}

/* Bytes to the closing sign, or 0 if it does not come, or at once. */
static size_t length_to(const char *text, char closing)
{
	size_t i = 0;

	for (; text[i] && text[i] != closing; i++) {
		if (is_escape(text + i))
			i++;
	}
	return text[i] ? i : 0;
}

static void add_marked(struct runs *runs, enum inline_kind kind, const char *text, size_t length)
{
	struct str content = STR_EMPTY;

	flush_plain(runs);
	add_unescaped(&content, text, length);
	add_run(runs, kind, content.text);
	str_clear(&content);
}

/* Bytes of "*italic*" at text, or 0: the signs touch what they enclose, and it
 * has no line feed, so that "2 * 3 * 4" is not half in italics. */
static size_t read_italic(struct runs *runs, const char *text)
{
	size_t length = length_to(text + 1, '*');

	if (!length || strchr(" \t\n", text[1]) || strchr(" \t\n", text[length]) ||
		memchr(text + 1, '\n', length))
		return 0;
	add_marked(runs, INLINE_ITALIC, text + 1, length);
	return length + 2;
}

/* Bytes of "{item 3}" at text, or 0. */
static size_t read_reference(struct runs *runs, const char *text)
{
	for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++) {
		size_t opening = strlen(references[i].opening);
		if (strncmp(text, references[i].opening, opening) != 0)
			continue;
		size_t length = length_to(text + opening, '}');
		if (!length)
			return 0;
		add_marked(runs, references[i].kind, text + opening, length);
		return opening + length + 1;
	}
	return 0;
}

/* Bytes of "{by Benin}{new words}" at text, or 0: a name without a change is none. */
static size_t read_change(struct runs *runs, const char *text)
{
	enum { OPENING = 4 }; /* "{by " */
	size_t length = length_to(text + OPENING, '}');
	const char *change = text + OPENING + length + 1;
	struct str name = STR_EMPTY;

	if (!length || (strncmp(change, "{new ", 5) != 0 && strncmp(change, "{gone ", 6) != 0))
		return 0;
	size_t bytes = read_reference(runs, change);
	if (!bytes)
		return 0;
	add_unescaped(&name, text + OPENING, length);
	runs->items[runs->count - 1].by = arena_strdup(runs->arena, name.text);
	str_clear(&name);
	return OPENING + length + 1 + bytes;
}

static size_t read_run(struct runs *runs, const char *text)
{
	if (*text == '*')
		return read_italic(runs, text);
	if (strncmp(text, "{by ", 4) == 0)
		return read_change(runs, text);
	return *text == '{' ? read_reference(runs, text) : 0;
}

struct inline_run *inline_parse(struct arena *arena, const char *text, size_t *count)
{
	struct runs runs = {.arena = arena, .plain = STR_EMPTY};

	while (*text) {
		size_t length = read_run(&runs, text);
		if (length == 0 && is_escape(text)) {
			length = 2;
			str_addc(&runs.plain, text[1]);
		} else if (length == 0) {
			length = 1 + strcspn(text + 1, "*{\\");
			str_addn(&runs.plain, text, length);
		}
		text += length;
	}
	flush_plain(&runs);

	struct inline_run *result = arena_alloc(arena, runs.count * sizeof(*result));
	if (runs.count > 0)
		memcpy(result, runs.items, runs.count * sizeof(*result));
	*count = runs.count;
	free(runs.items);
	str_clear(&runs.plain);
	return result;
}

void inline_escape(const char *text, struct str *out)
{
	for (size_t plain; *text; text += plain + 1) {
		plain = strcspn(text, "*{}\\");
		str_addn(out, text, plain);
		if (!text[plain])
			break;
		str_addc(out, '\\');
		str_addc(out, text[plain]);
	}
}
