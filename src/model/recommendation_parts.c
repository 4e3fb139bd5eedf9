/* SPDX-License-Identifier: MIT */
/*
 * The sub-levels of a recommendation, read out of the lines of its text. Only the text
 * is kept; that a line was pasted with its label, its bullet or its semicolon changes
 * nothing in what is printed. Punctuating and numbering a document is not done here.
 */
#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/number.h"
#include "model/recommendation.h"
#include "model/recommendation_parts.h"

struct line {
	const char *text;
	size_t length; /* without blanks at its end */
};

/* The next line that is not empty; *text goes behind it. */
static bool next_line(const char **text, struct line *line)
{
	while (**text) {
		*line = (struct line){*text, strcspn(*text, "\n")};
		*text += line->length + ((*text)[line->length] == '\n');
		while (line->length > 0 && strchr(" \t", line->text[line->length - 1]))
			line->length--;
		if (line->length > 0)
			return true;
	}
	return false;
}

/* Bytes of a bullet and the blanks behind it. */
static size_t bullet_length(const char *text)
{
	static const char *const bullets[] = {"-", "–", "—", "•", "*"};

	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++) {
		size_t length = strlen(bullets[i]), blanks;
		if (strncmp(text, bullets[i], length) != 0)
			continue;
		blanks = strspn(text + length, " \t");
		return blanks ? length + blanks : 0;
	}
	return 0;
}

/* Bytes of "a. " or "ii. ", a label that only a sub-entry has. */
static size_t stopped_label_length(const char *text)
{
	size_t romans = strspn(text, "ivx");
	size_t length = romans ? romans : islower((unsigned char)*text) != 0;

	return length && length < 5 && text[length] == '.' && text[length + 1] == ' ' ? length + 2
										      : 0;
}

/* A line in the form of an entry, without its colon. */
static const char *entry_of(struct arena *arena, const char *text, size_t length)
{
	char *bare = arena_strndup(arena, text, length);
	struct str entry = STR_EMPTY;

	for (char *c = bare; *c; c++)
		*c = *c == '\n' || *c == '\t' ? ' ' : *c;
	recommendation_entry(bare, &entry);
	const char *kept = arena_strndup(arena, entry.text, entry.length);
	str_clear(&entry);
	return kept;
}

static const char *without_colon(struct arena *arena, const struct line *line)
{
	size_t length = line->length;

	while (length > 0 && strchr(" :", line->text[length - 1]))
		length--;
	return entry_of(arena, line->text, length);
}

struct list {
	struct arena *arena;
	struct recommendation_part *items;
	size_t count, capacity;
	int numbers[3]; /* of the last one of a level */
	bool indented;  /* a line that begins with a mark is a level deeper now */
};

static void add_part(struct list *list, int level, const char *text)
{
	list->numbers[level]++;
	list->numbers[2] = level == 1 ? 0 : list->numbers[2];
	if (list->count > 0)
		list->items[list->count - 1].ending =
			level > list->items[list->count - 1].level ? ':' : ';';
	list->items = mem_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
	list->items[list->count++] = (struct recommendation_part){
		.level = level, .number = level ? list->numbers[level] : 0, .text = text};
}

static void add_line(struct list *list, struct line line)
{
	size_t blanks = strspn(line.text, " \t");
	size_t marks = blanks + bullet_length(line.text + blanks);
	marks += stopped_label_length(line.text + marks);
	int level = marks && list->indented ? 2 : 1;

	if (marks >= line.length) /* a bullet alone */
		return;
	list->indented |= !marks;
	line.text += marks;
	line.length -= marks;
	const char *text = without_colon(list->arena, &line);
	if (*text)
		add_part(list, level, text);
}

struct recommendation_part *recommendation_parts(
	struct arena *arena, const char *text, size_t *count)
{
	struct list list = {.arena = arena};
	const char *rest = text;
	struct line line;

	if (next_line(&rest, &line) && line.text[line.length - 1] == ':') {
		add_part(&list, 0, without_colon(arena, &line));
		while (next_line(&rest, &line))
			add_line(&list, line);
	}
	if (list.numbers[1] < 2) { /* a colon, and no list that it announces */
		list.count = 0;
		add_part(&list, 0, entry_of(arena, text, strlen(text)));
	}
	struct recommendation_part *result = arena_alloc(arena, list.count * sizeof(*result));
	memcpy(result, list.items, list.count * sizeof(*result));
	*count = list.count;
	free(list.items);
	return result;
}

const char *recommendation_plain(struct arena *arena, const char *text)
{
	struct str plain = STR_EMPTY;
	size_t count;
	const struct recommendation_part *parts = recommendation_parts(arena, text, &count);

	if (count == 1)
		return text;
	str_addf(&plain, "%s:", parts[0].text);
	for (size_t i = 1; i < count; i++)
		str_addf(&plain, "\n%s%s%s", parts[i].level == 2 ? "- " : "", parts[i].text,
			parts[i].ending == ':' ? ":" : "");
	const char *kept = arena_strdup(arena, plain.text);
	str_clear(&plain);
	return kept;
}

void recommendation_part_label(
	const struct recommendation_part *part, bool numbered, struct str *out)
{
	struct str label = STR_EMPTY;
	bool letter = (part->level == 1) == numbered;

	assert(part->level >= 0 && part->level <= 2);
	if (part->level == 0)
		return;
	if (letter)
		number_letter(part->number, &label);
	else
		number_roman(part->number, false, &label);
	str_addf(out, part->level == 2 && !numbered ? "%s." : "(%s)", label.text);
	str_clear(&label);
}
