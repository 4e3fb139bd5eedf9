/* SPDX-License-Identifier: MIT */
/*
 * Sub-levels of a text in which changes are marked. The one idea: the marks of one side are
 * the text itself, so that its lines can be read as those of any text and have its numbers;
 * a line of the other side alone stands among them without one. Nothing is marked here.
 */
#include <string.h>

#include "model/diff.h"
#include "model/marking.h"
#include "model/negotiation.h"
#include "model/recommendation.h"
#include "model/recommendation_parts.h"

enum { SIGN = 2 }; /* bytes of each sign */

const char *marking_next(const char *text, size_t *length, bool *is_new)
{
	for (const char *at = text; (at = strchr(at, '[')); at++) {
		const char *end = NULL;
		*is_new = strncmp(at, NEGOTIATION_NEW, SIGN) == 0;
		if (*is_new)
			end = strstr(at + SIGN, NEGOTIATION_NEW_END);
		else if (strncmp(at, NEGOTIATION_GONE, SIGN) == 0)
			end = strstr(at + SIGN, NEGOTIATION_GONE_END);
		if (!end)
			continue;
		*length = (size_t)(end - at) - SIGN;
		return at;
	}
	return NULL;
}

/* --- comparing line by line --- */

enum {
	LINES_MAX = 100, /* more are compared as one text */
	ALIKE = 40       /* of a hundred: one line came of the other */
};

struct lines {
	const char **all;
	size_t count;
};

static struct lines lines_of(struct arena *arena, const char *text)
{
	struct lines lines = {0};

	for (const char *rest = text; *rest;) {
		size_t length = strcspn(rest, "\n");
		lines.all = arena_grow(arena, lines.all, lines.count, sizeof *lines.all);
		lines.all[lines.count++] = arena_strndup(arena, rest, length);
		rest += length + (rest[length] == '\n');
	}
	return lines;
}

/* How much of both stays, of a hundred; 0 if that is too little. */
static int likeness(const char *base, const char *text)
{
	size_t count, same = 0, all = strlen(base) + strlen(text);
	struct arena arena;

	arena_init(&arena);
	const struct diff_piece *pieces = diff_words(&arena, base, text, &count);
	for (size_t i = 0; i < count; i++)
		same += pieces[i].kind == DIFF_SAME ? strlen(pieces[i].text) : 0;
	arena_clear(&arena);
	int like = all ? (int)(200 * same / all) : 100;
	return like >= ALIKE ? like : 0;
}

/* best[i][j]: how alike the lines from i and from j on are at the most, kept in order. The
 * first lines belong together. */
static int *best_pairs(
	struct arena *arena, const struct lines *base, const struct lines *text, int *like)
{
	size_t columns = text->count + 1;
	int *best = arena_alloc(arena, (base->count + 1) * columns * sizeof *best);

	for (size_t i = base->count; i-- > 0;) {
		for (size_t j = text->count; j-- > 0;) {
			int own = i + j == 0 ? 101 : likeness(base->all[i], text->all[j]);
			int pair = own ? own + best[(i + 1) * columns + j + 1] : 0;
			int down = best[(i + 1) * columns + j], right = best[i * columns + j + 1];
			like[i * columns + j] = own;
			best[i * columns + j] = pair > down && pair > right ? pair
						: down > right              ? down
									    : right;
		}
	}
	return best;
}

static void add_whole(struct str *out, const char *line, bool is_new)
{
	if (*line)
		str_addf(out, "%s%s%s", is_new ? NEGOTIATION_NEW : NEGOTIATION_GONE, line,
			is_new ? NEGOTIATION_NEW_END : NEGOTIATION_GONE_END);
}

static void add_lines(
	struct arena *arena, const struct lines *base, const struct lines *text, struct str *out)
{
	size_t columns = text->count + 1, i = 0, j = 0;
	int *like = arena_alloc(arena, (base->count + 1) * columns * sizeof *like);
	const int *best = best_pairs(arena, base, text, like);

	while (i < base->count || j < text->count) {
		size_t at = i * columns + j;
		if (i + j > 0)
			str_addc(out, '\n');
		if (i < base->count && j < text->count && like[at] &&
			best[at] == like[at] + best[at + columns + 1])
			negotiation_mark(base->all[i++], text->all[j++], out);
		else if (j == text->count || (i < base->count && best[at] == best[at + columns]))
			add_whole(out, base->all[i++], false);
		else
			add_whole(out, text->all[j++], true);
	}
}

void marking_add(const char *base, const char *text, struct str *out)
{
	struct arena arena;

	arena_init(&arena);
	struct lines from = lines_of(&arena, base), to = lines_of(&arena, text);
	struct str lines = STR_EMPTY; /* a mark looks at what stands before it in its line */
	if (from.count > LINES_MAX || to.count > LINES_MAX || (from.count < 2 && to.count < 2))
		negotiation_mark(base, text, &lines);
	else
		add_lines(&arena, &from, &to, &lines);
	str_add(out, lines.text);
	str_clear(&lines);
	arena_clear(&arena);
}

/* --- lines --- */

/* The words of a mark, with its signs on each of its lines. */
static void add_mark(struct str *out, const char *words, size_t length, bool is_new)
{
	const char *sign = is_new ? NEGOTIATION_NEW : NEGOTIATION_GONE;
	const char *end = is_new ? NEGOTIATION_NEW_END : NEGOTIATION_GONE_END;

	for (size_t at = 0; at < length;) {
		size_t line = strcspn(words + at, "\n");
		if (line > length - at)
			line = length - at;
		if (line > 0) {
			str_add(out, sign);
			str_addn(out, words + at, line);
			str_add(out, end);
		}
		at += line;
		if (at < length) {
			str_addc(out, '\n');
			at++;
		}
	}
}

/* Every mark ends in the line in which it begins. */
static void divide(const char *text, struct str *out)
{
	const char *mark;
	size_t length;
	bool is_new;

	while ((mark = marking_next(text, &length, &is_new))) {
		str_addn(out, text, (size_t)(mark - text));
		add_mark(out, mark + SIGN, length, is_new);
		text = mark + length + 2 * SIGN;
	}
	str_add(out, text);
}

/* A line as the text has it. */
static void add_side(const char *line, enum marking_side side, struct str *out)
{
	const char *mark;
	size_t length;
	bool is_new;

	while ((mark = marking_next(line, &length, &is_new))) {
		str_addn(out, line, (size_t)(mark - line));
		if (is_new == (side == MARKING_NEW))
			str_addn(out, mark + SIGN, length);
		line = mark + length + 2 * SIGN;
	}
	str_add(out, line);
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t")] == '\0';
}

/* --- parts --- */

struct reading {
	struct arena *arena;
	struct marking_part *parts;
	const char **lines; /* as the text has each; blank of a line of the other side alone */
	size_t count;
};

static void read_lines(struct reading *reading, const char *text, enum marking_side side)
{
	struct str divided = STR_EMPTY, own = STR_EMPTY;

	divide(text, &divided);
	for (const char *rest = divided.text; *rest;) {
		size_t length = strcspn(rest, "\n");
		char *line = arena_strndup(reading->arena, rest, length);
		rest += length + (rest[length] == '\n');
		if (is_blank(line))
			continue;
		str_reset(&own);
		add_side(line, side, &own);
		/* A blank that was before a mark is no indentation. */
		size_t blanks = *line == '[' ? strspn(own.text, " ") : 0;
		size_t i = reading->count;
		reading->parts =
			arena_grow(reading->arena, reading->parts, i, sizeof *reading->parts);
		reading->lines =
			arena_grow(reading->arena, reading->lines, i, sizeof *reading->lines);
		reading->parts[i] = (struct marking_part){.level = 1, .label = "", .text = line};
		reading->lines[i] = arena_strdup(reading->arena, own.text + blanks);
		reading->count++;
	}
	str_clear(&own);
	str_clear(&divided);
}

/* Only what is its own: a label or a dash inside a mark is words of that. */
static const char *bare(struct arena *arena, const char *line, bool dashed)
{
	struct str entry = STR_EMPTY;

	line += strspn(line, " \t");
	if (dashed && strncmp(line, "- ", 2) == 0)
		line += 2;
	recommendation_entry(line, &entry);
	const char *kept = arena_strdup(arena, entry.text);
	str_clear(&entry);
	return kept;
}

/* Gives each line of the text the place that it has there; false if the text is no list of
 * these lines. */
static bool place(struct reading *reading, bool numbered)
{
	struct str whole = STR_EMPTY, label = STR_EMPTY;
	size_t lines = 0, count, next = 0;

	for (size_t i = 0; i < reading->count; i++) {
		if (is_blank(reading->lines[i]))
			continue;
		str_addf(&whole, "%s%s", lines++ ? "\n" : "", reading->lines[i]);
	}
	const struct recommendation_part *parts =
		recommendation_parts(reading->arena, whole.text, &count);
	bool list = count > 1 && count == lines && !is_blank(reading->lines[0]);
	for (size_t i = 0; list && i < reading->count; i++) {
		struct marking_part *part = &reading->parts[i];
		bool own = !is_blank(reading->lines[i]), plain = !strchr(part->text, '[');
		if (!own) {
			part->level = reading->parts[i - 1].level ? reading->parts[i - 1].level : 1;
			part->text = bare(reading->arena, part->text, false);
			continue;
		}
		str_reset(&label);
		recommendation_part_label(&parts[next], numbered, &label);
		part->level = parts[next].level;
		part->label = arena_strdup(reading->arena, label.text);
		part->text = plain ? parts[next].text
				   : bare(reading->arena, part->text, part->level == 2);
		next++;
	}
	str_clear(&label);
	str_clear(&whole);
	return list;
}

struct marking_part *marking_parts(
	struct arena *arena, const char *text, enum marking_side side, bool numbered, size_t *count)
{
	struct reading reading = {.arena = arena};

	read_lines(&reading, text, side);
	*count = reading.count;
	if (reading.count > 1 && place(&reading, numbered))
		return reading.parts;
	reading.parts = arena_alloc(arena, sizeof *reading.parts);
	reading.parts[0] = (struct marking_part){.label = "", .text = arena_strdup(arena, text)};
	*count = 1;
	return reading.parts;
}
