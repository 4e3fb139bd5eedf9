/* SPDX-License-Identifier: MIT */
/*
 * Several items, and slots as people name them. A slot is named by its day and half-day,
 * or its day and time, or by the number of the meeting that was held in it; one that
 * could be two is asked for again, with the names that are clear.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cache.h"
#include "resolve.h"
#include "shown.h"

#include "base/civil.h"
#include "model/number.h"
#include "model/phrase.h"
#include "model/when.h"
#include "store/meeting.h"

enum { NAMED_AT_MOST = 12, NOON_ENDS = 13 * 60 };

/* --- several items --- */

static bool resolve_as_item(
	struct resolving *resolving, const char *text, int64_t *id, struct err *err)
{
	struct arg arg = {.text = text};
	struct resolving one = *resolving;

	one.arg = &arg;
	if (!resolve_item(&one, err))
		return false;
	*id = arg.id;
	return true;
}

static bool names_item(struct resolving *resolving, const char *text)
{
	struct desk *desk = resolving->call->desk;

	return store_item_find(desk->store, desk->session, text) > 0;
}

/* The longest beginning of whole words that is an item: "1 (a) 2" are two, "1 (a)" is one. */
static const char *next_item(struct resolving *resolving, const char **rest)
{
	struct arena *arena = &resolving->call->arena;
	const char *begin = *rest + strspn(*rest, " ,;\t");
	size_t whole = strcspn(begin, ",;");

	if (strncasecmp(begin, "and ", 4) == 0) {
		begin += 4 + strspn(begin + 4, " ");
		whole = strcspn(begin, ",;");
	}
	for (size_t length = whole; length > 0; length--) {
		bool ends = length == whole || begin[length] == ' ';
		const char *text = ends ? arena_strndup(arena, begin, length) : NULL;
		if (!ends || !names_item(resolving, text))
			continue;
		*rest = begin + length;
		return text;
	}
	*rest = begin + strcspn(begin, " ,;");
	return *rest > begin ? arena_strndup(arena, begin, (size_t)(*rest - begin)) : NULL;
}

static bool is_double(const struct arg *arg, int64_t id)
{
	for (size_t i = 0; i < arg->count; i++)
		if (arg->ids[i] == id)
			return true;
	return false;
}

bool resolve_items(struct resolving *resolving, struct err *err)
{
	struct arg *arg = resolving->arg;
	const char *rest = arg->text, *text;

	arg->ids = arena_alloc(&resolving->call->arena, (strlen(arg->text) + 2) * sizeof *arg->ids);
	while ((text = next_item(resolving, &rest))) {
		int64_t id = 0;
		if (!resolve_as_item(resolving, text, &id, err))
			return false;
		if (!is_double(arg, id))
			arg->ids[arg->count++] = id;
	}
	if (arg->count == 0)
		return err_set(err, ERR_USAGE, "'%s' names no item",
			shown_text(&resolving->call->arena, arg->text));
	arg->id = arg->ids[0];
	return true;
}

/* --- slots --- */

/* 'a', 'p', or 0 where it has no time. */
static char half_of(const struct slot_row *slot)
{
	if (slot->half)
		return slot->half[0];
	return slot->from < 0 ? 0 : slot->from < NOON_ENDS ? 'a' : 'p';
}

static bool is_only_half(const struct slot_row *slots, size_t count, size_t which)
{
	for (size_t i = 0; i < count; i++)
		if (i != which && strcmp(slots[i].date, slots[which].date) == 0 &&
			half_of(&slots[i]) == half_of(&slots[which]))
			return false;
	return true;
}

const char *slot_name(const struct slot_row *slots, size_t count, size_t i, struct arena *arena)
{
	const struct slot_row *slot = &slots[i];
	struct str text;
	const char *name;
	char half = half_of(slot);

	str_init(&text);
	phrase_short_day(slot->date, &text);
	name = strchr(text.text, ' ') ? strchr(text.text, ' ') + 1 : text.text;
	if (half && (slot->from < 0 || is_only_half(slots, count, i)))
		name = arena_printf(arena, "%s %cm", name, half);
	else if (half)
		name = arena_printf(arena, "%s %02d:%02d", name, slot->from / 60, slot->from % 60);
	else
		name = arena_strdup(arena, name);
	str_clear(&text);
	return name;
}

static bool fits(const struct slot_row *slot, const struct when *when)
{
	if (!when_is_day(when, slot->date))
		return false;
	if (when->half)
		return half_of(slot) == when->half[0];
	if (when->from < 0)
		return true;
	return slot->from >= 0 && slot->from <= when->from &&
	       (when->from == slot->from || when->from < slot->to);
}

/* "2", "2nd", "2nd meeting"; 0 for what is no number of a meeting. */
static int meeting_number(const char *text)
{
	static const char *const ends[] = {"st", "nd", "rd", "th"};
	char *end;
	long number = strtol(text, &end, 10);

	if (end == text || number < 1 || number > 1000)
		return 0;
	for (size_t i = 0; i < 4; i++)
		if (strncasecmp(end, ends[i], 2) == 0) {
			end += 2;
			break;
		}
	end += strspn(end, " ");
	return *end == '\0' || strcasecmp(end, "meeting") == 0 ? (int)number : 0;
}

/* That of the meeting held; else, of one still to come, the slot that it would have. */
static int64_t slot_of_meeting(struct call *call, int number)
{
	size_t count, slots;
	const struct meeting_row *rows =
		store_meetings(call->desk->store, call->desk->session, &call->arena, &count);
	const struct slot_row *all = cache_slots(call->desk, &slots);

	for (size_t i = 0; i < count; i++)
		if (rows[i].number == number)
			return rows[i].slot;
	for (size_t i = 0, n = 0; i < slots; i++) {
		n += all[i].items || !all[i].label;
		if (n == (size_t)number)
			return all[i].id;
	}
	return 0;
}

static bool refuse_slot(
	struct resolving *resolving, const char **names, size_t hits, struct err *err)
{
	struct call *call = resolving->call;
	const char *text = shown_text(&call->arena, resolving->arg->text);
	size_t count;
	const struct slot_row *slots = cache_slots(call->desk, &count);

	if (hits > 1)
		return err_set(err, ERR_USAGE, "'%s' may be %s", text,
			shown_choice(&call->arena, names, hits, NAMED_AT_MOST));
	for (size_t i = 0; i < count; i++)
		names[i] = slot_name(slots, count, i, &call->arena);
	return err_set(err, ERR_USAGE, "no meeting is planned for '%s'; %s%s", text,
		count == 0 ? "the organization of work is empty: slot add" : "there are ",
		count == 0 ? "" : shown_choice(&call->arena, names, count, NAMED_AT_MOST));
}

/* Without a day: of today where that is one of the session's, else of any. */
static bool is_of_now(const struct desk *desk, const struct slot_row *slot)
{
	struct civil now = civil_at(desk_now(desk));
	char date[11];

	civil_format_date(&now, date);
	return strcmp(date, slot->date) == 0;
}

static size_t find_slots(
	struct resolving *resolving, const struct when *when, bool today, const char **names)
{
	struct call *call = resolving->call;
	size_t count, hits = 0;
	const struct slot_row *slots = cache_slots(call->desk, &count);

	for (size_t i = 0; i < count; i++) {
		if (!fits(&slots[i], when) || (today && !is_of_now(call->desk, &slots[i])))
			continue;
		resolving->arg->id = slots[i].id;
		names[hits++] = slot_name(slots, count, i, &call->arena);
	}
	return hits;
}

bool resolve_slot(struct resolving *resolving, struct err *err)
{
	struct call *call = resolving->call;
	int number = meeting_number(resolving->arg->text);
	struct when when;
	size_t count, hits = 0;

	cache_slots(call->desk, &count);
	const char **names = arena_alloc(&call->arena, (count + 1) * sizeof *names);
	if (number) {
		resolving->arg->id = slot_of_meeting(call, number);
		return resolving->arg->id != 0 || refuse_slot(resolving, names, 0, err);
	}
	if (when_parse(resolving->arg->text, &when)) {
		if (!when_has_day(&when))
			hits = find_slots(resolving, &when, true, names);
		if (hits == 0)
			hits = find_slots(resolving, &when, false, names);
	}
	return hits == 1 || refuse_slot(resolving, names, hits, err);
}

bool context_slot(struct resolving *resolving)
{
	struct desk *desk = resolving->call->desk;
	int64_t id = desk->screen ? desk->selected.slot : 0;
	size_t count;
	const struct slot_row *slots = cache_slots(desk, &count);

	for (size_t i = 0; i < count && id; i++) {
		if (slots[i].id != id)
			continue;
		resolving->arg->id = id;
		resolving->arg->text = slot_name(slots, count, i, &resolving->call->arena);
		return true;
	}
	return false;
}
