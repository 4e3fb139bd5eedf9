/* SPDX-License-Identifier: MIT */
/*
 * The blanks around changes. Between signs ("laws [-on-] [+about+] it") words stand apart
 * so that people can read them; a word processor accepts or rejects them, and what is
 * left must be spaced as a text is. So each blank is given to the words with which it
 * comes and goes: one behind what is put in or taken away, or before it where a stop
 * follows; none between what goes and what stands in its place.
 */
#include <string.h>

#include "docx.h"

struct spacing {
	struct arena *arena;
	struct run *runs;
	size_t count;
};

static bool is_change(const struct run *run)
{
	return run->kind == RUN_NEW || run->kind == RUN_GONE;
}

static bool is_one_blank(const struct run *run)
{
	return run->kind == RUN_TEXT && strcmp(run->text, " ") == 0;
}

static bool begins_with_stop(const char *text)
{
	return *text && strchr(",;.:)!?", *text);
}

/* The run before, or behind, that has words which are there now as well as then; NULL. */
static struct run *before(const struct spacing *s, size_t at)
{
	while (at-- > 0)
		if (s->runs[at].kind != RUN_NOTE && *s->runs[at].text && !is_change(&s->runs[at]))
			return &s->runs[at];
	return NULL;
}

static struct run *behind(const struct spacing *s, size_t at)
{
	return at < s->count && s->runs[at].kind != RUN_NOTE ? &s->runs[at] : NULL;
}

static bool ends_in_blank(const struct run *run)
{
	size_t length = run ? strlen(run->text) : 0;

	return length > 0 && run->text[length - 1] == ' ';
}

static void cut_end(const struct spacing *s, struct run *run)
{
	run->text = arena_strndup(s->arena, run->text, strlen(run->text) - 1);
}

static void put_before(const struct spacing *s, struct run *run)
{
	run->text = arena_printf(s->arena, " %s", run->text);
}

static void put_behind(const struct spacing *s, struct run *run)
{
	run->text = arena_printf(s->arena, "%s ", run->text);
}

/* Only put in, or only taken away: one of the two blanks around it is its own. */
static void space_one(const struct spacing *s, size_t at)
{
	struct run *change = &s->runs[at], *left = before(s, at), *right = behind(s, at + 1);
	bool blank_right = right && *right->text == ' ';

	if (left && !ends_in_blank(left))
		return;
	if (left && change->kind == RUN_NEW && begins_with_stop(change->text)) {
		cut_end(s, left);
		if (right && !blank_right && !is_change(right) && !begins_with_stop(right->text))
			put_before(s, right);
	} else if (blank_right) {
		right->text++;
		put_behind(s, change);
	} else if (left && (!right || begins_with_stop(right->text))) {
		cut_end(s, left);
		put_before(s, change);
	}
}

/* What goes at `first` and what comes in its place, up to `end`. */
static void space_replaced(const struct spacing *s, size_t first, size_t end)
{
	struct run *gone = &s->runs[first], *put = NULL, *left = before(s, first);
	bool any = false;

	for (size_t i = first + 1; i < end; i++) {
		struct run *run = &s->runs[i];
		if (!is_change(run)) {
			run->text = "";
			continue;
		}
		if (any && !begins_with_stop(run->text))
			put_before(s, run);
		put = any ? put : run;
		any = true;
	}
	if (!left || !put)
		return;
	if (ends_in_blank(left) && begins_with_stop(put->text)) {
		cut_end(s, left);
		put_before(s, gone);
	} else if (!ends_in_blank(left) && begins_with_stop(gone->text) &&
		   !begins_with_stop(put->text)) {
		put_before(s, put);
	}
}

/* Behind the changes that belong together from `first` on: what goes, then what comes. */
static size_t end_of(const struct spacing *s, size_t first)
{
	size_t end = first + 1;

	while (end < s->count) {
		size_t next = end + (is_one_blank(&s->runs[end]) && end + 1 < s->count);
		if (s->runs[next].kind != RUN_NEW)
			break;
		end = next + 1;
	}
	return end;
}

void docx_space_changes(struct arena *arena, struct run *runs, size_t count)
{
	struct spacing s = {arena, runs, count};

	for (size_t i = 0, end; i < count; i = end) {
		end = i + 1;
		if (!is_change(&runs[i]))
			continue;
		if (runs[i].kind == RUN_GONE)
			end = end_of(&s, i);
		if (end > i + 1)
			space_replaced(&s, i, end);
		else
			space_one(&s, i);
	}
}
