/* SPDX-License-Identifier: MIT */
/*
 * Several items, and slots as people name them. A slot is named by its day and half-day,
 * or its day and time, with its room behind it where two are at one time, or by the
 * number of the meeting that was held in it; one that could be two is asked for again,
 * with the names that are clear.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cache.h"
#include "resolve.h"
#include "shown.h"

#include "base/civil.h"
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

/* What tells it from another one at its time: its room, else what it is for. */
static const char *place_of(const struct slot_row *slot)
{
	const char *place = slot->room && *slot->room ? slot->room : slot->label;

	return place && *place ? place : NULL;
}

static const char *time_name(
	const struct slot_row *slots, size_t count, size_t i, struct arena *arena)
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

static bool is_same_time(const struct slot_row *one, const struct slot_row *other)
{
	return strcmp(one->date, other->date) == 0 && one->from == other->from &&
	       half_of(one) == half_of(other);
}

const char *slot_name(const struct slot_row *slots, size_t count, size_t i, struct arena *arena)
{
	const char *name = time_name(slots, count, i, arena), *place = place_of(&slots[i]);

	for (size_t j = 0; place && j < count; j++)
		if (j != i && is_same_time(&slots[j], &slots[i]))
			return arena_printf(arena, "%s, %s", name, place);
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

/* What was said of a slot, and those that it may be. */
struct sought {
	struct when when;
	const char *place; /* NULL: none was said */
	size_t *hits, count;
};

static bool refuse_slot(struct resolving *resolving, const struct sought *sought, struct err *err)
{
	struct call *call = resolving->call;
	const char *text = shown_text(&call->arena, resolving->arg->text);
	size_t count;
	const struct slot_row *slots = cache_slots(call->desk, &count);
	size_t listed = sought->count > 1 ? sought->count : count;
	const char **names = arena_alloc(&call->arena, (listed + 1) * sizeof *names);
	bool same = sought->count > 1;

	for (size_t i = 0; i < listed; i++) {
		names[i] = slot_name(
			slots, count, sought->count > 1 ? sought->hits[i] : i, &call->arena);
		same = same && strcmp(names[i], names[0]) == 0;
	}
	if (same)
		return err_set(err, ERR_USAGE,
			"%zu meetings are planned for %s: slot time --room tells them apart, "
			"on the selected one",
			listed, names[0]);
	if (sought->count > 1)
		return err_set(err, ERR_USAGE, "'%s' may be %s", text,
			shown_choice(&call->arena, names, listed, NAMED_AT_MOST));
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

static void find_slots(struct desk *desk, struct sought *sought, bool today)
{
	size_t count;
	const struct slot_row *slots = cache_slots(desk, &count);

	sought->count = 0;
	for (size_t i = 0; i < count; i++) {
		const char *place = place_of(&slots[i]);
		if (fits(&slots[i], &sought->when) && (!today || is_of_now(desk, &slots[i])) &&
			(!sought->place || (place && strcasecmp(place, sought->place) == 0)))
			sought->hits[sought->count++] = i;
	}
}

/* If just one begins then, or of those one alone is named by its time alone, it is meant. */
static void prefer(const struct slot_row *slots, struct sought *sought, bool bare)
{
	size_t exact = 0, one = 0;

	for (size_t i = 0; i < sought->count; i++) {
		const struct slot_row *slot = &slots[sought->hits[i]];
		if (slot->from != sought->when.from || (bare && place_of(slot)))
			continue;
		exact++;
		one = sought->hits[i];
	}
	if (exact != 1)
		return;
	sought->hits[0] = one;
	sought->count = 1;
}

static const char *trimmed(struct arena *arena, const char *text, size_t length)
{
	while (length > 0 && strchr(" ,;\"", text[length - 1]))
		length--;
	return arena_strndup(arena, text, length);
}

/* The time before the place of one of the slots, as in "17 Oct pm, Gallery": that with the
 * longest name. */
static bool split_place(struct call *call, const char *text, struct sought *sought)
{
	static const struct when any = {.weekday = -1, .from = -1, .to = -1};
	size_t count, longest = 0;
	const struct slot_row *slots = cache_slots(call->desk, &count);
	const char *whole = trimmed(&call->arena, text, strlen(text));

	for (size_t i = 0; i < count; i++) {
		const char *place = place_of(&slots[i]);
		size_t own = place ? strlen(place) : 0, length = strlen(whole);
		struct when when = any;
		if (own <= longest || own > length ||
			strcasecmp(whole + length - own, place) != 0 ||
			(own < length && !strchr(" ,;\"", whole[length - own - 1])))
			continue;
		const char *time = trimmed(&call->arena, whole, length - own);
		if (*time && !when_parse(time, &when))
			continue;
		longest = own;
		sought->place = place;
		sought->when = when;
	}
	return longest > 0;
}

bool resolve_slot(struct resolving *resolving, struct err *err)
{
	struct call *call = resolving->call;
	const char *text = resolving->arg->text;
	int number = meeting_number(text);
	struct sought sought = {0};
	size_t count;
	const struct slot_row *slots = cache_slots(call->desk, &count);

	if (number) {
		resolving->arg->id = slot_of_meeting(call, number);
		return resolving->arg->id != 0 || refuse_slot(resolving, &sought, err);
	}
	sought.hits = arena_alloc(&call->arena, (count + 1) * sizeof *sought.hits);
	if (when_parse(text, &sought.when) || split_place(call, text, &sought)) {
		if (!when_has_day(&sought.when))
			find_slots(call->desk, &sought, true);
		if (sought.count == 0)
			find_slots(call->desk, &sought, false);
	}
	prefer(slots, &sought, false);
	prefer(slots, &sought, true);
	if (sought.count != 1)
		return refuse_slot(resolving, &sought, err);
	resolving->arg->id = slots[sought.hits[0]].id;
	return true;
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
