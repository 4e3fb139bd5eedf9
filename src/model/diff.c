/* SPDX-License-Identifier: MIT */
/*
 * Differences by words and by lines; how a longest common part is found is
 * sequence.c's business. Words are compared without the blanks behind them. Where
 * a word is the same and its blanks are not, the blanks alone are gone and new:
 * "a b" and "a b c" differ in " c" and not in "b".
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/diff.h"
#include "sequence.h"

/* --- words --- */

struct words {
	struct sequence_element *items; /* and one more, "" at the end of the text */
	size_t count;
};

/* Bytes of the blanks and line feeds at text. */
static size_t blank_length(const char *text)
{
	return strspn(text, " \t\n");
}

/* Letters, digits and what joins them: a hyphen, an apostrophe. Other signs, and
 * the punctuation of U+2000 to U+203F, are words of their own. */
static bool is_letter(const char *text)
{
	unsigned char c = (unsigned char)text[0];

	if (c < 0x80)
		return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
		       c == '-' || c == '\'';
	return strncmp(text, "\xE2\x80", 2) != 0 || strncmp(text, "’", 3) == 0;
}

/* Bytes of the word at text, without blanks: a run of letters, one other
 * cluster, or one of two columns (Chinese has no blanks to find words by). */
static size_t word_length(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length && !blank_length(text + at)) {
		int columns;
		size_t size = utf8_cluster(text + at, length - at, &columns);
		bool joins = columns < 2 && is_letter(text + at);
		if (at > 0 && !joins)
			return at;
		at += size;
		if (!joins)
			return at;
	}
	return at;
}

/* A text that begins with blanks begins with an empty word. */
static void split_words(const char *text, size_t length, struct words *words)
{
	size_t capacity = 0, at = 0, count = 0;
	struct sequence_element *items = mem_grow(NULL, &capacity, 1, sizeof(*items));

	while (at < length) {
		size_t word = word_length(text + at, length - at);
		items[count++] = (struct sequence_element){text + at, word};
		at += word + blank_length(text + at + word);
		items = mem_grow(items, &capacity, count + 1, sizeof(*items));
	}
	items[count] = (struct sequence_element){text + length, 0};
	*words = (struct words){items, count};
}

/* The blanks behind a word, up to the next one. */
static struct sequence_element blanks_behind(const struct words *words, size_t i)
{
	const char *end = words->items[i].text + words->items[i].length;

	return (struct sequence_element){end, (size_t)(words->items[i + 1].text - end)};
}

/* For each word of `to` its partner in `from`, or -1. Yours to free. */
static long *match_words(const struct words *from, const struct words *to)
{
	size_t *a = mem_alloc(from->count * sizeof(*a)), *b = mem_alloc(to->count * sizeof(*b));
	long *match = mem_alloc(to->count * sizeof(*match));

	sequence_number(from->items, from->count, to->items, to->count, a, b);
	sequence_match(a, from->count, b, to->count, match);
	free(a);
	free(b);
	return match;
}

/* Pieces under way: what is the same, or what is gone and new since then. */
struct pieces {
	struct arena *arena;
	struct diff_piece *items;
	size_t count, capacity;
	struct str text[3]; /* by diff_kind */
};

static void flush(struct pieces *pieces, enum diff_kind kind)
{
	struct str *text = &pieces->text[kind];

	if (text->length == 0)
		return;
	pieces->items = mem_grow(
		pieces->items, &pieces->capacity, pieces->count + 1, sizeof(*pieces->items));
	pieces->items[pieces->count++] =
		(struct diff_piece){kind, arena_strndup(pieces->arena, text->text, text->length)};
	str_reset(text);
}

static void add_piece(struct pieces *pieces, enum diff_kind kind, const char *text, size_t length)
{
	if (length == 0)
		return;
	if (kind == DIFF_SAME) {
		flush(pieces, DIFF_GONE);
		flush(pieces, DIFF_NEW);
	} else {
		flush(pieces, DIFF_SAME);
	}
	str_addn(&pieces->text[kind], text, length);
}

static void add_word(
	struct pieces *pieces, enum diff_kind kind, const struct words *words, size_t i)
{
	const char *text = words->items[i].text;

	add_piece(pieces, kind, text, (size_t)(words->items[i + 1].text - text));
}

static void add_same_word(
	struct pieces *pieces, const struct words *from, size_t i, const struct words *to, size_t j)
{
	struct sequence_element old = blanks_behind(from, i), new = blanks_behind(to, j);

	add_piece(pieces, DIFF_SAME, to->items[j].text, to->items[j].length);
	if (old.length == new.length && memcmp(old.text, new.text, new.length) == 0) {
		add_piece(pieces, DIFF_SAME, new.text, new.length);
	} else {
		add_piece(pieces, DIFF_GONE, old.text, old.length);
		add_piece(pieces, DIFF_NEW, new.text, new.length);
	}
}

static void collect(
	struct pieces *pieces, const struct words *from, const struct words *to, const long match[])
{
	size_t i = 0;

	for (size_t j = 0; j < to->count; j++) {
		if (match[j] < 0) {
			add_word(pieces, DIFF_NEW, to, j);
			continue;
		}
		while (i < (size_t)match[j])
			add_word(pieces, DIFF_GONE, from, i++);
		add_same_word(pieces, from, i++, to, j);
	}
	while (i < from->count)
		add_word(pieces, DIFF_GONE, from, i++);
}

static void flush_all(struct pieces *pieces)
{
	flush(pieces, DIFF_SAME);
	flush(pieces, DIFF_GONE);
	flush(pieces, DIFF_NEW);
}

/* --- what both begin and end with --- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Is there a blank before `at`, and a word? A few signs, none of them ASCII, take the blank
 * behind them into their cluster. */
static bool begins_word(const char *text, size_t at)
{
	return at > 0 && is_blank(text[at - 1]) && !is_blank(text[at]) &&
	       (at == 1 || (unsigned char)text[at - 2] < 0x80);
}

/* Bytes that two texts begin with, up to the beginning of a word in both. Words are matched
 * from the beginning, so that leaving them out changes nothing. */
static size_t same_beginning(const char *from, const char *to, size_t differ)
{
	size_t at = differ;

	while (at > 0 && !(begins_word(from, at) && begins_word(to, at)))
		at--;
	return at;
}

/* Bytes that they end with, from the beginning of a word behind the place where they first
 * differ; none if that is in blanks, behind which the same words may go on. */
static size_t same_end(
	const char *from, size_t from_length, const char *to, size_t to_length, size_t differ)
{
	size_t most = from_length < to_length ? from_length : to_length, count = 0;

	if (differ == most || is_blank(from[differ]) || is_blank(to[differ]))
		return 0;
	while (count < most - differ - 1 &&
		from[from_length - 1 - count] == to[to_length - 1 - count])
		count++;
	/* The blank before it is one of both, too. */
	for (count -= count > 0; count > 0; count--)
		if (begins_word(from, from_length - count) && begins_word(to, to_length - count))
			break;
	return count;
}

/* An amendment to a long text changes a few words: only those between what both texts begin
 * and end with are split and compared. */
static void compare_words(struct pieces *pieces, const char *from, const char *to)
{
	size_t from_length = strlen(from), to_length = strlen(to), differ = 0;
	struct words a, b;

	while (from[differ] && from[differ] == to[differ])
		differ++;
	size_t before = from[differ] || to[differ] ? same_beginning(from, to, differ) : differ;
	size_t behind = same_end(from, from_length, to, to_length, differ);
	split_words(from + before, from_length - before - behind, &a);
	split_words(to + before, to_length - before - behind, &b);
	long *match = match_words(&a, &b);
	add_piece(pieces, DIFF_SAME, to, before);
	collect(pieces, &a, &b, match);
	add_piece(pieces, DIFF_SAME, to + to_length - behind, behind);
	flush_all(pieces);
	free(match);
	free(a.items);
	free(b.items);
}

struct diff_piece *diff_words(struct arena *arena, const char *from, const char *to, size_t *count)
{
	struct pieces pieces = {.arena = arena, .text = {STR_EMPTY, STR_EMPTY, STR_EMPTY}};

	compare_words(&pieces, from, to);
	struct diff_piece *result = arena_alloc(arena, pieces.count * sizeof(*result));
	if (pieces.count > 0)
		memcpy(result, pieces.items, pieces.count * sizeof(*result));
	*count = pieces.count;
	free(pieces.items);
	for (size_t i = 0; i < 3; i++)
		str_clear(&pieces.text[i]);
	return result;
}

/* --- lines --- */

static struct sequence_element *elements_of(const char *const lines[], size_t count)
{
	struct sequence_element *elements = mem_alloc(count * sizeof(*elements));

	for (size_t i = 0; i < count; i++)
		elements[i] = (struct sequence_element){lines[i], strlen(lines[i])};
	return elements;
}

/* Lines that moved: a new line takes the first equal one that is gone. `next`
 * has for each number the first such line, and `after` the one behind it. */
static void match_moved(const size_t *from, size_t from_count, const size_t *to, size_t to_count,
	size_t numbers, long match[])
{
	long *next = mem_alloc(numbers * sizeof(*next));
	long *after = mem_alloc(from_count * sizeof(*after));
	bool *taken = mem_alloc(from_count * sizeof(*taken));

	for (size_t i = 0; i < to_count; i++) {
		if (match[i] >= 0)
			taken[match[i]] = true;
	}
	for (size_t i = 0; i < numbers; i++)
		next[i] = -1;
	for (size_t i = from_count; i-- > 0;) {
		if (taken[i])
			continue;
		after[i] = next[from[i]];
		next[from[i]] = (long)i;
	}
	for (size_t i = 0; i < to_count; i++) {
		if (match[i] >= 0 || next[to[i]] < 0)
			continue;
		match[i] = next[to[i]];
		next[to[i]] = after[match[i]];
	}
	free(next);
	free(after);
	free(taken);
}

void diff_lines(const char *const from[], size_t from_count, const char *const to[],
	size_t to_count, long match[])
{
	struct sequence_element *a = elements_of(from, from_count), *b = elements_of(to, to_count);
	size_t *a_numbers = mem_alloc(from_count * sizeof(*a_numbers));
	size_t *b_numbers = mem_alloc(to_count * sizeof(*b_numbers));
	size_t numbers = sequence_number(a, from_count, b, to_count, a_numbers, b_numbers);

	sequence_match(a_numbers, from_count, b_numbers, to_count, match);
	match_moved(a_numbers, from_count, b_numbers, to_count, numbers, match);
	free(a_numbers);
	free(b_numbers);
	free(a);
	free(b);
}
