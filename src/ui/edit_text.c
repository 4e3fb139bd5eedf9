/* SPDX-License-Identifier: MIT */
/*
 * Changes of the editor's text and their undo. A step says: at this offset, so
 * many bytes took the place of these. Typing a word is one step, so is a run of
 * Backspace; the oldest steps are forgotten when they hold too much.
 */
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "edit_parts.h"

struct edit_step {
	enum edit_change change;
	size_t at, inserted;
	struct str removed;
	size_t cursor; /* before the change */
};

enum { MOST_STEPS = 4000, MOST_BYTES = 4 << 20 };

size_t edit_boundary(const struct str *text, size_t at)
{
	if (at == 0 || at >= text->length)
		return at;

	size_t start = at - utf8_cluster_before(text->text, at);
	size_t end = start + utf8_cluster(text->text + start, text->length - start, NULL);
	return end > at ? end : at;
}

static void clear_step(struct edit *edit, struct edit_step *step)
{
	edit->step_bytes -= step->removed.length;
	str_clear(&step->removed);
}

void edit_forget_steps(struct edit *edit)
{
	while (edit->step_count > 0)
		clear_step(edit, &edit->steps[--edit->step_count]);
	edit->open = false;
}

static void forget_older_half(struct edit *edit)
{
	size_t half = (edit->step_count + 1) / 2;

	for (size_t i = 0; i < half; i++)
		clear_step(edit, &edit->steps[i]);
	edit->step_count -= half;
	memmove(edit->steps, edit->steps + half, edit->step_count * sizeof *edit->steps);
}

static bool ends_word(char before, char now)
{
	return now == '\n' || before == '\n' || (before == ' ' && now != ' ');
}

/* Lets the newest step take the change in, if it is a part of the same doing. */
static bool grow_step(struct edit *edit, enum edit_change change, size_t at, size_t removed,
	const char *bytes, size_t length)
{
	if (!edit->open || edit->step_count == 0)
		return false;
	struct edit_step *step = &edit->steps[edit->step_count - 1];
	const char *old = edit->text.text + at;

	if (step->change != change)
		return false;
	if (change == EDIT_TYPED && at == step->at + step->inserted && length > 0 &&
		!ends_word(edit->text.text[at - 1], *bytes)) {
		step->inserted += length;
	} else if (change == EDIT_BACKSPACE && at + removed == step->at) {
		str_insert(&step->removed, 0, old, removed);
		step->at = at;
	} else if (change == EDIT_DELETE && at == step->at) {
		str_addn(&step->removed, old, removed);
	} else {
		return false;
	}
	edit->step_bytes += removed;
	return true;
}

static void add_step(
	struct edit *edit, enum edit_change change, size_t at, size_t removed, size_t inserted)
{
	if (edit->step_count == MOST_STEPS)
		forget_older_half(edit);
	edit->steps = mem_grow(
		edit->steps, &edit->step_capacity, edit->step_count + 1, sizeof *edit->steps);

	struct edit_step *step = &edit->steps[edit->step_count++];
	*step = (struct edit_step){.change = change, .at = at, .inserted = inserted};
	str_init(&step->removed);
	str_addn(&step->removed, edit->text.text + at, removed);
	step->cursor = edit->cursor;
	edit->step_bytes += removed;
	while (edit->step_bytes > MOST_BYTES)
		forget_older_half(edit);
}

static size_t fitting(const struct edit *edit, size_t removed, const char *bytes, size_t length)
{
	size_t room = EDIT_MOST - (edit->text.length - removed), fits = 0;

	if (length <= room)
		return length;
	while (fits < room) {
		size_t size = utf8_cluster(bytes + fits, length - fits, NULL);
		if (fits + size > room)
			break;
		fits += size;
	}
	return fits;
}

static void put(struct edit *edit, size_t at, size_t removed, const char *bytes, size_t length)
{
	str_remove(&edit->text, at, removed);
	str_insert(&edit->text, at, bytes, length);
	edit->changed = true;
	edit->goal = -1;
}

void edit_replace(struct edit *edit, enum edit_change change, size_t at, size_t removed,
	const char *bytes, size_t length)
{
	size_t fits = fitting(edit, removed, bytes, length);

	edit->full = edit->full || fits < length;
	length = fits;
	if (removed == 0 && length == 0)
		return;
	if (!grow_step(edit, change, at, removed, bytes, length))
		add_step(edit, change, at, removed, length);
	edit->open = change != EDIT_OTHER;
	put(edit, at, removed, bytes, length);
	edit->cursor = edit_boundary(&edit->text, at + length);
}

void edit_undo(struct edit *edit)
{
	edit->open = false;
	if (edit->step_count == 0)
		return;

	struct edit_step *step = &edit->steps[--edit->step_count];
	put(edit, step->at, step->inserted, step->removed.text, step->removed.length);
	edit->cursor = step->cursor;
	clear_step(edit, step);
}
