/* SPDX-License-Identifier: MIT */
/*
 * Amendments in words. What an item is marked with is the sum of what was done to it: one
 * that was moved and moved back is as proposed, and bears no mark.
 */
#include <string.h>

#include "amended.h"
#include "model/phrase.h"
#include "model/when.h"

static bool is(const struct agenda_change *change, const char *kind)
{
	return strcmp(change->kind, kind) == 0;
}

static bool same(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

/* "Wed 17 Oct, 3-6 p.m." of the slot in a trace. */
static void add_slot(const char *code, struct str *out)
{
	char date[11] = "";
	struct when when;

	strncpy(date, code, sizeof date - 1);
	phrase_short_day(date, out);
	if (!when_parse(code, &when))
		return;
	if (when.from >= 0) {
		str_add(out, ", ");
		phrase_hours(when.from, when.to, out);
	} else if (when.half) {
		str_add(out, when.half[0] == 'a' ? ", morning" : ", afternoon");
	}
}

/* "before item 6" of "before 6". */
static void add_beside(const char *place, struct str *out)
{
	size_t word = strcspn(place, " ");

	str_addf(out, "%.*s item%s", (int)word, place, place + word);
}

static void planned_words(const struct agenda_change *change, struct str *out)
{
	str_addf(out, "item %s ", change->number);
	str_add(out, !change->before ? "planned for " : change->after ? "from " : "taken out of ");
	if (change->before)
		add_slot(change->before, out);
	if (change->before && change->after)
		str_add(out, " to ");
	if (change->after)
		add_slot(change->after, out);
}

static void slot_words(const struct agenda_change *change, struct str *out)
{
	str_add(out, is(change, "slot_added")     ? "meeting added: "
		     : is(change, "slot_deleted") ? "meeting deleted: "
						  : "meeting of ");
	add_slot(change->before ? change->before : change->after, out);
	if (change->before && change->after) {
		str_add(out, " now ");
		add_slot(change->after, out);
	}
}

void amended_words(const struct agenda_change *change, struct str *out)
{
	if (strncmp(change->kind, "slot", 4) == 0) {
		slot_words(change, out);
	} else if (is(change, "planned")) {
		planned_words(change, out);
	} else if (is(change, "joined") || is(change, "parted")) {
		bool joined = is(change, "joined");
		str_addf(out, "items %s taken up %s", joined ? change->after : change->before,
			joined ? "jointly" : "separately");
	} else {
		str_addf(out, "item %s ", change->number);
		if (is(change, "moved") || is(change, "ordered"))
			add_beside(change->after, out);
		else if (is(change, "renumbered"))
			str_addf(out, "is now item %s", change->after);
		else if (is(change, "retitled"))
			str_addf(out, "retitled, was: %s", change->before);
		else if (is(change, "annotated"))
			str_add(out, "annotated anew");
		else
			str_addf(out, "%s: %s", change->kind, change->title);
	}
}

/* The first and the last change of a kind; false if there is none, or all of them
 * together changed nothing. */
static bool sum_of(const struct agenda_change *changes, size_t count, const char *kind,
	int64_t item, struct agenda_change *sum)
{
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		if (changes[i].item != item || !is(&changes[i], kind))
			continue;
		const char *before = any ? sum->before : changes[i].before;
		*sum = changes[i];
		sum->before = before;
		any = true;
	}
	return any && (!same(sum->before, sum->after) || is(sum, "added"));
}

/* The others of "6, 7". */
static void add_others(const char *together, const char *printed, struct str *out)
{
	size_t length = strlen(printed);
	const char *between = "with ";

	while (*together) {
		size_t one = strcspn(together, ",");
		if (one != length || strncmp(together, printed, one) != 0) {
			str_addf(out, "%s%.*s", between, (int)one, together);
			between = ", ";
		}
		together += one;
		together += strspn(together, ", ");
	}
}

void amended_item(const struct agenda_change *changes, size_t count, const struct item_row *item,
	struct str *out)
{
	struct agenda_change sum;

	if (item->together)
		add_others(item->together, item->printed, out);
	else if (sum_of(changes, count, "added", item->id, &sum))
		str_add(out, "new");
	else if (sum_of(changes, count, "renumbered", item->id, &sum))
		str_addf(out, "was %s", sum.before);
	else if (sum_of(changes, count, "retitled", item->id, &sum))
		str_add(out, "retitled");
	else if (sum_of(changes, count, "moved", item->id, &sum))
		str_add(out, "moved");
}

void amended_place(const struct agenda_change *changes, size_t count, int64_t item, int64_t slot,
	struct str *out)
{
	struct agenda_change sum;

	if (!sum_of(changes, count, "planned", item, &sum) || sum.slot != slot)
		return;
	str_add(out, sum.before ? "moved here from " : "put here");
	if (sum.before)
		add_slot(sum.before, out);
}

void amended_slot(const struct agenda_change *changes, size_t count, int64_t slot, struct str *out)
{
	const struct agenda_change *first = NULL;

	for (size_t i = 0; i < count && !first; i++)
		if (changes[i].slot == slot && strncmp(changes[i].kind, "slot", 4) == 0)
			first = &changes[i];
	if (!first)
		return;
	str_add(out, first->before ? "was " : "added");
	if (first->before)
		add_slot(first->before, out);
}
