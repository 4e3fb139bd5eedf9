/* SPDX-License-Identifier: MIT */
/*
 * Stretches of numbers, sorted. Most are added in order, which finds the last stretch of
 * its kind and makes it longer.
 */
#include "model/sources.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void sources_init(struct sources *sources)
{
	*sources = (struct sources){0};
}

void sources_clear(struct sources *sources)
{
	free(sources->ranges);
	sources_init(sources);
}

/* Does the whole stretch lie before the number? */
static bool is_before(const struct source_range *range, char kind, int64_t number)
{
	return range->kind < kind || (range->kind == kind && range->to < number);
}

/* The first stretch that ends at the number or behind it; count if there is none. */
static size_t find(const struct sources *sources, char kind, int64_t number)
{
	size_t low = 0, high = sources->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (is_before(&sources->ranges[middle], kind, number))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool holds(const struct sources *sources, size_t at, char kind, int64_t number)
{
	return at < sources->count && sources->ranges[at].kind == kind &&
	       sources->ranges[at].from <= number && number <= sources->ranges[at].to;
}

/* Puts a stretch at its place; those that it touches become one with it. */
static void add_range(struct sources *sources, struct source_range new)
{
	size_t first = find(sources, new.kind, new.from - 1), end = first;

	while (end < sources->count && sources->ranges[end].kind == new.kind &&
		sources->ranges[end].from <= new.to + 1) {
		if (sources->ranges[end].from < new.from)
			new.from = sources->ranges[end].from;
		if (sources->ranges[end].to > new.to)
			new.to = sources->ranges[end].to;
		end++;
	}
	sources->ranges = mem_grow(
		sources->ranges, &sources->capacity, sources->count + 1, sizeof *sources->ranges);
	memmove(&sources->ranges[first + 1], &sources->ranges[end],
		(sources->count - end) * sizeof *sources->ranges);
	sources->ranges[first] = new;
	sources->count = sources->count - (end - first) + 1;
}

void sources_add(struct sources *sources, char kind, int64_t number)
{
	add_range(sources, (struct source_range){kind, number, number});
}

void sources_add_all(struct sources *sources, const struct sources *more)
{
	for (size_t i = 0; i < more->count; i++)
		add_range(sources, more->ranges[i]);
}

bool sources_has(const struct sources *sources, char kind, int64_t number)
{
	return holds(sources, find(sources, kind, number), kind, number);
}

bool sources_has_kind(const struct sources *sources, char kind)
{
	size_t at = find(sources, kind, INT64_MIN);

	return at < sources->count && sources->ranges[at].kind == kind;
}

size_t sources_count(const struct sources *sources, char kind)
{
	size_t count = 0;

	for (size_t i = find(sources, kind, INT64_MIN);
		i < sources->count && sources->ranges[i].kind == kind; i++)
		count += (size_t)(sources->ranges[i].to - sources->ranges[i].from) + 1;
	return count;
}

void sources_format(const struct sources *sources, struct str *out)
{
	for (size_t i = 0; i < sources->count; i++) {
		const struct source_range *range = &sources->ranges[i];
		str_addf(out, "%s%c%lld", i ? " " : "", range->kind, (long long)range->from);
		if (range->to > range->from)
			str_addf(out, "-%lld", (long long)range->to);
	}
}

/* "s1" or "s1-57", up to a blank. */
static bool parse_range(const char *word, struct source_range *range)
{
	char *end;

	range->kind = *word;
	if (!islower((unsigned char)*word) || !isdigit((unsigned char)word[1]))
		return false;
	range->from = range->to = strtoll(word + 1, &end, 10);
	if (*end == '-' && isdigit((unsigned char)end[1]))
		range->to = strtoll(end + 1, &end, 10);
	return (*end == '\0' || *end == ' ') && range->from > 0 && range->to >= range->from &&
	       range->to < INT64_MAX;
}

void sources_parse(struct sources *sources, const char *text)
{
	struct source_range range;

	while (text && *text) {
		if (parse_range(text, &range))
			add_range(sources, range);
		text += strcspn(text, " ");
		text += strspn(text, " ");
	}
}
