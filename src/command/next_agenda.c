/* SPDX-License-Identifier: MIT */
/*
 * The next session's agenda, asked for in words. What is made is a proposal: an agenda
 * file for a person to go on with, and nothing in the database changes.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "command/next_agenda.h"

#include "base/civil.h"
#include "exchange/agenda_file.h"
#include "exchange/workplan_file.h"
#include "model/agenda_next.h"
#include "model/dated.h"
#include "model/item_role.h"
#include "model/phrase.h"
#include "model/when.h"
#include "store/agenda_change.h"
#include "store/agenda_held.h"

enum { DAYS_AT_MOST = 62 };

/* "2014-10-28" or "28 October 2014". */
static bool read_date(
	const char *text, const char *what, struct arena *arena, const char **date, struct err *err)
{
	struct when when;
	char year[11] = "", found[11];

	if (!text || !*text)
		return err_set(err, ERR_USAGE, "say the %s day of the next session: --%s", what,
			strcmp(what, "first") == 0 ? "from" : "to");
	if (!when_parse(text, &when) || !when.year || !when.day)
		return err_set(
			err, ERR_USAGE, "'%s' is no day: 2014-10-28, or 28 October 2014", text);
	struct civil civil = {.year = when.year, .month = when.month, .day = when.day};
	civil_format_date(&civil, year);
	if (!when_date(&when, year, year, found))
		return err_set(err, ERR_USAGE, "there is no day '%s'", text);
	*date = arena_strdup(arena, found);
	return true;
}

static long day_of(const char *date)
{
	struct civil civil;

	return civil_parse_date(date, &civil) ? civil_days(&civil) : 0;
}

static bool read_frame(const struct next_request *request, struct arena *arena,
	struct agenda_next *wanted, struct err *err)
{
	const char *id = request->id ? request->id : "";

	if (!*id)
		return err_set(err, ERR_USAGE, "say how the next session is called: --id");
	if (strpbrk(id, " \t\n/"))
		return err_set(err, ERR_USAGE, "'%s' is no name: one word, without strokes", id);
	if (!read_date(request->from, "first", arena, &wanted->from, err) ||
		!read_date(
			request->to ? request->to : request->from, "last", arena, &wanted->to, err))
		return false;
	long days = day_of(wanted->to) - day_of(wanted->from);
	if (days < 0)
		return err_set(err, ERR_USAGE, "the last day, %s, is before the first, %s",
			wanted->to, wanted->from);
	if (days > DAYS_AT_MOST)
		return err_set(err, ERR_USAGE, "from %s to %s are more than two months",
			wanted->from, wanted->to);
	wanted->id = id;
	wanted->place = request->place && *request->place ? request->place : NULL;
	wanted->annotations = request->annotations;
	return true;
}

static bool choose(const struct agenda *agenda, const char *list, const bool *open,
	struct arena *arena, struct agenda_choice *choice, struct err *err)
{
	bool *items = arena_alloc(arena, (agenda->item_count + 1) * sizeof *items);

	choice->agenda = agenda;
	choice->items = items;
	return agenda_choose(agenda,
		list && *list ? list
		: open        ? "open"
			      : "all",
		open, items, err);
}

/* ": carried over 4, 5", of those on top, and "; taken from FILE 1, 2". */
static void say_chosen(const struct agenda_choice *choice, const char *words, struct str *said)
{
	size_t count = 0;

	for (size_t i = 0; choice->agenda && i < choice->agenda->item_count; i++) {
		const struct agenda_item *item = &choice->agenda->items[i];
		if (!choice->items[i] || item->parent != AGENDA_NONE ||
			item_is_standing(item->title))
			continue;
		str_addf(said, "%s %s", count++ ? "," : words, item->printed);
	}
}

static void say(const struct agenda_next *wanted, const struct agenda *next, struct str *said)
{
	size_t top = 0;

	for (size_t i = 0; i < next->item_count; i++)
		top += next->items[i].parent == AGENDA_NONE;
	str_addf(said, "%s, ", next->id);
	phrase_dates(next->from, next->to, said);
	str_addf(said, ": %zu items, %zu meetings", top, next->slot_count);
	say_chosen(&wanted->carried, "; carried over", said);
	say_chosen(&wanted->other, "; from the other file", said);
}

/* What a workplan has of the session that is named, or that is of the year. */
static bool read_planned(const struct next_request *request, const struct agenda_next *wanted,
	struct agenda *other, struct err *err)
{
	struct messages messages;
	struct workplan plan;
	size_t session = 0;
	bool good;

	assert(wanted->from);
	workplan_init(&plan);
	messages_init(&messages, request->with);
	good = workplan_file_read(request->with, &plan, &messages) || messages_err(&messages, err);
	if (good)
		session = workplan_find(
			&plan, request->take, (int)strtol(wanted->from, NULL, 10), err);
	good = good && session < plan.session_count;
	if (good)
		workplan_agenda(&plan, session, other);
	messages_clear(&messages);
	workplan_clear(&plan);
	return good;
}

static bool read_other(const struct next_request *request, const struct agenda_next *wanted,
	struct agenda *other, const char **take, struct err *err)
{
	struct messages messages;
	bool good;

	*take = request->take;
	if (!request->with || !*request->with)
		return true;
	if (workplan_file_is(request->with)) {
		*take = "all"; /* of that session */
		return read_planned(request, wanted, other, err);
	}
	messages_init(&messages, request->with);
	good = agenda_file_read(request->with, other, &messages) || messages_err(&messages, err);
	messages_clear(&messages);
	return good;
}

/* A day that was said of the last session is rarely one of the next. */
static void review_text(
	const char *text, const char *printed, const char *where, struct str *review)
{
	size_t start, length;

	if (text && dated_find(text, &start, &length))
		str_addf(review, "%s%sitem %s names %.*s", review->length ? ", " : "", where,
			printed, (int)length, text + start);
}

static void review_items(const struct agenda_next *wanted, const bool *added, struct str *review)
{
	const struct agenda_choice *choice = &wanted->carried;

	for (size_t i = 0; i < choice->agenda->item_count; i++) {
		const struct agenda_item *item = &choice->agenda->items[i];
		if (!choice->items[i] || item_is_standing(item->title))
			continue;
		review_text(item->title, item->printed, "", review);
		if (wanted->annotations)
			review_text(item->annotation, item->printed, "the annotation of ", review);
		if (added && added[i])
			str_addf(review, "%sitem %s was added in session",
				review->length ? ", " : "", item->printed);
	}
}

bool next_agenda(const struct next_request *request, const struct next_from *from,
	struct agenda *next, struct str *said, struct str *review, struct err *err)
{
	struct agenda_next wanted = {0};
	struct agenda other;
	const char *take;
	bool good;

	agenda_init(&other);
	good = read_frame(request, &next->arena, &wanted, err) &&
	       choose(from->agenda, request->carry, from->open, &next->arena, &wanted.carried,
		       err) &&
	       read_other(request, &wanted, &other, &take, err) &&
	       (other.item_count == 0 ||
		       choose(&other, take, NULL, &next->arena, &wanted.other, err));
	if (good) {
		agenda_next_make(&wanted, next);
		say(&wanted, next, said);
		review_items(&wanted, from->added, review);
	}
	agenda_clear(&other);
	return good;
}

static bool was_added(const struct agenda_change *changes, size_t count, int64_t item)
{
	for (size_t i = 0; i < count; i++)
		if (changes[i].item == item && strcmp(changes[i].kind, "added") == 0)
			return true;
	return false;
}

struct next_from next_agenda_from(
	struct store *store, const struct agenda_held *held, struct arena *arena)
{
	size_t count, changes;
	const struct item_row *rows = store_items(store, held->session, arena, &count);
	const struct agenda_change *change =
		store_agenda_changes(store, held->session, arena, &changes);
	bool *open = arena_alloc(arena, (held->agenda.item_count + 1) * sizeof *open);
	bool *added = arena_alloc(arena, (held->agenda.item_count + 1) * sizeof *added);

	for (size_t i = 0; i < held->agenda.item_count; i++) {
		for (size_t j = 0; j < count; j++)
			if (rows[j].id == held->items[i])
				open[i] = rows[j].leaf && strcmp(rows[j].state, "concluded") != 0;
		added[i] = was_added(change, changes, held->items[i]);
	}
	return (struct next_from){.agenda = &held->agenda, .open = open, .added = added};
}
