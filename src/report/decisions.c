/* SPDX-License-Identifier: MIT */
/*
 * What was decided about the agenda and the organization of work after the agenda was
 * adopted: a paragraph for each meeting. Several changes of one thing in one meeting are
 * told as what came of them; what came to nothing is not told, nor is a correction.
 */
#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "facts_names.h"
#include "formula.h"
#include "model/when.h"
#include "words.h"

static bool is(const struct agenda_change *change, const char *kind)
{
	return strcmp(change->kind, kind) == 0;
}

static bool is_of_work(const struct agenda_change *change)
{
	return is(change, "planned") || is(change, "ordered") ||
	       strncmp(change->kind, "slot", 4) == 0;
}

static bool is_same_thing(const struct agenda_change *a, const struct agenda_change *b)
{
	return a->meeting == b->meeting && strcmp(a->kind, b->kind) == 0 && a->item == b->item &&
	       (a->item || a->slot == b->slot);
}

/* Does it concern the bodies? An item that was deleted since concerns those that meet. */
static bool concerns(
	const struct facts *facts, const struct agenda_change *change, uint64_t bodies, bool work)
{
	if (is_of_work(change))
		return work;
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts->items[i].id == change->item)
			return (facts_bodies_of(facts, &facts->items[i]) & bodies) != 0;
	return work;
}

static bool is_decision(
	const struct facts *facts, size_t i, uint64_t bodies, int64_t since, bool work)
{
	const struct agenda_change *change = &facts->changes[i];

	return change->meeting && change->decided && change->id > since &&
	       !is(change, "annotated") && concerns(facts, change, bodies, work);
}

/* The change that the last of several comes to; false if it is not the last, or nothing
 * came of them. */
static bool sum_up(const struct facts *facts, size_t at, int64_t since, struct agenda_change *sum)
{
	const struct agenda_change *last = &facts->changes[at];

	*sum = *last;
	for (size_t i = at + 1; i < facts->change_count; i++)
		if (facts->changes[i].decided && is_same_thing(&facts->changes[i], last))
			return false;
	for (size_t i = at; i-- > 0;)
		if (facts->changes[i].decided && facts->changes[i].id > since &&
			is_same_thing(&facts->changes[i], last))
			sum->before = facts->changes[i].before;
	return !sum->before || !sum->after || strcmp(sum->before, sum->after) != 0;
}

/* --- words --- */

enum { TOGETHER_MAX = 100 };

/* "6, 7 and 8" of "6, 7, 8" */
static void add_numbers(const struct template *template, const char *numbers, struct str *out)
{
	const char *parts[TOGETHER_MAX];
	struct arena arena;
	size_t count = 0;

	arena_init(&arena);
	for (char *at = arena_strdup(&arena, numbers); *at && count < TOGETHER_MAX;) {
		size_t length = strcspn(at, ",");
		parts[count++] = at;
		at += length;
		if (*at)
			*at++ = '\0';
		at += strspn(at, " ");
	}
	words_join(template, parts, count, out);
	arena_clear(&arena);
}

/* Only the hours were changed: "2.30 to 5 p.m." has no need of the half day again. */
static bool add_hours(
	const struct facts *facts, const char *before, const char *after, struct str *out)
{
	struct when was, is_now;
	struct str one, other;
	int year = atoi(before);
	bool same;

	str_init(&one);
	str_init(&other);
	facts_slot(facts, before, &year, &one);
	facts_slot(facts, after, &year, &other);
	same = strcmp(one.text, other.text) == 0 && when_parse(before, &was) &&
	       when_parse(after, &is_now) && is_now.from >= 0 && is_now.to >= 0;
	if (same) {
		str_reset(&one);
		str_reset(&other);
		words_clock(facts->template, is_now.from, &one);
		words_clock(facts->template, is_now.to, &other);
		formula_plain(out, facts->template, "HOURS/text",
			FIELDS({"from", one.text}, {"to", other.text}));
	}
	str_clear(&one);
	str_clear(&other);
	return same;
}

/* The id of its formula, behind "AGENDA-3/". */
static const char *formula_of(const struct agenda_change *change, bool hours)
{
	if (is(change, "ordered"))
		return "AGENDA-3/moved";
	if (is(change, "planned") && !change->after)
		return "AGENDA-3/taken";
	if (is(change, "slot_changed") && hours)
		return "AGENDA-3/slot_hours";
	static const char *const ids[] = {"AGENDA-3/added", "AGENDA-3/deleted", "AGENDA-3/retitled",
		"AGENDA-3/renumbered", "AGENDA-3/moved", "AGENDA-3/joined", "AGENDA-3/parted",
		"AGENDA-3/planned", "AGENDA-3/slot_added", "AGENDA-3/slot_deleted",
		"AGENDA-3/slot_changed"};
	size_t i = 0;

	while (i + 1 < sizeof(ids) / sizeof(ids[0]) &&
		strcmp(ids[i] + strlen("AGENDA-3/"), change->kind) != 0)
		i++;
	return ids[i];
}

static const struct item_row *item_of(const struct facts *facts, int64_t id)
{
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts->items[i].id == id)
			return &facts->items[i];
	return NULL;
}

/* The body that is meant, where it numbers a joint item in its own way; else body_count. */
static size_t other_body(const struct facts *facts, const struct item_row *item, uint64_t bodies)
{
	for (size_t b = 0; item && b < facts->body_count && b < 64; b++)
		if (bodies == (uint64_t)1 << b && facts->bodies[b].id != item->body)
			return b;
	return facts->body_count;
}

static const char *number_of(
	const struct facts *facts, const struct agenda_change *change, uint64_t bodies)
{
	const struct item_row *item = item_of(facts, change->item);
	size_t body = other_body(facts, item, bodies);

	return body < facts->body_count ? facts_printed(facts, item, body)
					: facts_reference(facts, change->number);
}

/* Of items taken up jointly, "6, 7": as the body has them, while they still are. */
static void add_together(const struct facts *facts, const struct agenda_change *change,
	uint64_t bodies, struct str *out)
{
	const char *traced = is(change, "parted") ? change->before : change->after;
	size_t body = other_body(facts, item_of(facts, change->item), bodies);
	struct str numbers;

	str_init(&numbers);
	for (size_t i = 0; body < facts->body_count && i < facts->item_count; i++)
		if (facts->items[i].lead == change->item)
			str_addf(&numbers, "%s%s", numbers.length ? ", " : "",
				facts_printed(facts, &facts->items[i], body));
	add_numbers(facts->template,
		facts_reference(facts, numbers.length ? numbers.text
				       : traced       ? traced
						      : ""),
		out);
	str_clear(&numbers);
}

/* A trace says "after 5" in the words of the program. */
static const char *place_word(struct report *report, const char *place, size_t length)
{
	const char *word = arena_strndup(&report->arena, place, length);

	if (strcmp(word, "before") == 0)
		return template_text(report->facts.template, "place.before");
	return strcmp(word, "after") == 0 ? template_text(report->facts.template, "place.after")
					  : word;
}

static void add_what(
	struct report *report, const struct agenda_change *change, uint64_t bodies, struct str *out)
{
	struct str before, after, list, hours, title;
	bool work = is_of_work(change) && !is(change, "ordered");
	const char *place = change->after && !work ? change->after : "";
	size_t word = strcspn(place, " ");

	str_init(&before);
	str_init(&after);
	str_init(&list);
	str_init(&hours);
	str_init(&title);
	facts_inside_quotes(report->facts.template, change->title ? change->title : "", &title);
	bool only_hours = is(change, "slot_changed") &&
			  add_hours(&report->facts, change->before, change->after, &hours);
	if (change->after && work)
		facts_slot(&report->facts, change->after, &report->year, &after);
	else if (change->after)
		facts_inside_quotes(report->facts.template, change->after, &after);
	if (change->before && work)
		facts_slot(&report->facts, change->before, &report->year, &before);
	else if (change->before)
		str_add(&before, change->before);
	add_together(&report->facts, change, bodies, &list);
	formula_plain(out, report->facts.template, formula_of(change, only_hours),
		FIELDS({"bodies|", facts_form(&report->facts, bodies)},
			{"number", number_of(&report->facts, change, bodies)},
			{"title", title.text}, {"before", before.text}, {"after", after.text},
			{"list", list.text}, {"hours", hours.text},
			{"place", place_word(report, place, word)},
			{"other", place[word] ? place + word + 1 : ""}));
	str_clear(&before);
	str_clear(&after);
	str_clear(&list);
	str_clear(&hours);
	str_clear(&title);
}

static void add_sentence(struct report *report, const struct agenda_change *change, uint64_t bodies,
	size_t before, struct str *out)
{
	const struct facts *facts = &report->facts;
	const struct meeting_row *meeting = facts_meeting(facts, change->meeting);
	struct str names, ordinal, date, what;

	str_init(&names);
	str_init(&ordinal);
	str_init(&date);
	str_init(&what);
	facts_bodies(facts, bodies, &names);
	if (meeting && before == 0) {
		words_ordinal(
			facts->template, facts_meeting_number(facts, meeting, bodies), &ordinal);
		facts_meeting_date(facts, meeting, &report->year, &date);
	}
	add_what(report, change, bodies, &what);
	str_add(out, out->length ? " " : "");
	formula_sentence(out, report->facts.template,
		before == 0   ? "AGENDA-3"
		: before == 1 ? "AGENDA-3/also"
			      : "AGENDA-3/further",
		FIELDS({"bodies|", facts_form(facts, bodies)}, {"ordinal", ordinal.text},
			{"date", date.text}, {"bodies", names.text}, {"what", what.text}));
	str_clear(&names);
	str_clear(&ordinal);
	str_clear(&date);
	str_clear(&what);
}

/* --- paragraphs --- */

static void add_meeting(struct report *report, uint64_t bodies, int64_t since, bool work,
	const struct meeting_row *meeting)
{
	const struct facts *facts = &report->facts;
	const char *class = arena_printf(&report->arena, "m%d", meeting->number);
	/* The time is of all that meet. */
	uint64_t whose = work && facts_several(facts->hosts) ? facts->hosts : bodies;
	struct agenda_change sum;
	struct str text;
	size_t said = 0;

	str_init(&text);
	for (size_t i = 0; i < facts->change_count; i++)
		if (facts->changes[i].meeting == meeting->id &&
			is_decision(facts, i, bodies, since, work) && sum_up(facts, i, since, &sum))
			add_sentence(
				report, &sum, is_of_work(&sum) ? whose : bodies, said++, &text);
	if (text.length)
		build_paragraph(
			report, (struct source){"AGENDA-3", bodies, NULL, class}, text.text);
	str_clear(&text);
}

void build_decisions(struct report *report, uint64_t bodies, int64_t since, bool work)
{
	for (size_t i = 0; report->facts.change_count > 0 && i < report->facts.meeting_count; i++)
		add_meeting(report, bodies, since, work, &report->facts.meetings[i]);
}
