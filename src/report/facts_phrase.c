/* SPDX-License-Identifier: MIT */
/*
 * How the facts are named in a sentence: bodies, items, half days. "the Working
 * Group" alone is used only while no other group meets (the addendum of 2018
 * uses it for two, and nobody can tell which).
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "facts.h"
#include "formula.h"
#include "model/names.h"
#include "model/phrase.h"
#include "model/when.h"

/* --- bodies --- */

static void add_article(const char *name, struct str *out)
{
	if (strncmp(name, "the ", 4) != 0)
		str_add(out, "the ");
	str_add(out, name);
}

static void join_names(const struct facts *facts, uint64_t bodies, bool articles, struct str *out)
{
	struct arena arena;
	const char *names[64];
	size_t count = 0;

	arena_init(&arena);
	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		struct str name;
		if (!(bodies >> b & 1))
			continue;
		str_init(&name);
		if (articles)
			add_article(facts->bodies[b].name, &name);
		else
			str_add(&name, facts->bodies[b].name);
		names[count++] = arena_strdup(&arena, name.text);
		str_clear(&name);
	}
	names_join(names, count, out);
	arena_clear(&arena);
}

void facts_names(const struct facts *facts, uint64_t bodies, struct str *out)
{
	join_names(facts, bodies, true, out);
}

void facts_plain_names(const struct facts *facts, uint64_t bodies, struct str *out)
{
	join_names(facts, bodies, false, out);
}

static size_t first_body(const struct facts *facts, uint64_t bodies)
{
	size_t b = 0;

	while (b + 1 < facts->body_count && b < 63 && !(bodies >> b & 1))
		b++;
	return b;
}

/* "Working Group" of "Working Group on International Cooperation". */
static size_t kind_length(const char *name)
{
	static const char *const ends[] = {" of ", " on ", " for ", " to "};
	size_t shortest = strlen(name);

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		const char *end = strstr(name, ends[i]);
		if (end && (size_t)(end - name) < shortest)
			shortest = (size_t)(end - name);
	}
	return shortest;
}

static void add_short_name(const struct body_row *body, struct str *out)
{
	if (body->short_name && *body->short_name) {
		add_article(body->short_name, out);
		return;
	}
	struct str kind;
	str_init(&kind);
	str_addn(&kind, body->name, kind_length(body->name));
	add_article(kind.text, out);
	str_clear(&kind);
}

/* "the working groups" of "the Working Group". */
static void make_plural(struct str *name)
{
	for (char *c = name->text; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	if (name->length && name->text[name->length - 1] == 'y') {
		str_cut(name, name->length - 1);
		str_add(name, "ies");
	} else {
		str_add(name, "s");
	}
}

/* True, and the shared short name in out, if all of them are called the same. */
static bool share_short_name(const struct facts *facts, uint64_t bodies, struct str *out)
{
	struct str other;
	bool same = true;

	add_short_name(&facts->bodies[first_body(facts, bodies)], out);
	str_init(&other);
	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		if (!(bodies >> b & 1))
			continue;
		str_reset(&other);
		add_short_name(&facts->bodies[b], &other);
		same = same && strcmp(other.text, out->text) == 0;
	}
	str_clear(&other);
	return same;
}

void facts_bodies(const struct facts *facts, uint64_t bodies, struct str *out)
{
	struct str name;

	str_init(&name);
	bool shared = share_short_name(facts, bodies, &name);
	if (facts_several(bodies) && shared)
		make_plural(&name);
	if (facts_several(bodies) ? shared : bodies == facts->hosts)
		str_add(out, name.text);
	else
		facts_names(facts, bodies, out);
	str_clear(&name);
}

void facts_keys(const struct facts *facts, uint64_t bodies, struct str *out)
{
	const char *between = "";

	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		if (!(bodies >> b & 1))
			continue;
		str_addf(out, "%s%s", between, facts->bodies[b].key);
		between = "+";
	}
}

/* --- items --- */

void facts_inside_quotes(const char *text, struct str *out)
{
	bool open = false;

	while (*text) {
		if (strncmp(text, "“", 3) == 0 || strncmp(text, "”", 3) == 0) {
			str_add(out, (unsigned char)text[2] == 0x9C ? "‘" : "’");
			text += 3;
		} else if (*text == '"') {
			open = !open;
			str_add(out, open ? "‘" : "’");
			text++;
		} else {
			str_addc(out, *text++);
		}
	}
}

bool facts_has_one_number(const struct facts *facts, const struct item_row *item)
{
	uint64_t bodies = facts_bodies_of(facts, item);
	const char *number = NULL;

	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		if (!(bodies >> b & 1))
			continue;
		const char *here = facts_printed(facts, item, b);
		if (number && strcmp(number, here) != 0)
			return false;
		number = here;
	}
	return true;
}

/* "6, entitled “A”, and 7, entitled “B”" */
static void list_together(const struct facts *facts, const struct item_row *lead, size_t body,
	bool numbered, struct str *out)
{
	struct str title, entry;
	size_t left = 0;

	for (size_t i = 0; i < facts->item_count; i++)
		left += facts->items[i].lead == lead->id;
	str_init(&title);
	str_init(&entry);
	for (size_t i = 0; i < facts->item_count; i++) {
		const struct item_row *item = &facts->items[i];
		if (item->lead != lead->id)
			continue;
		str_reset(&title);
		str_reset(&entry);
		facts_inside_quotes(item->title, &title);
		formula_plain(&entry, facts->template,
			numbered ? "ITEM/entry" : "ITEM/entry-numbers",
			FIELDS({"printed", facts_printed(facts, item, body)},
				{"title", title.text}));
		str_addf(out, "%s%s", entry.text,
			--left == 0 ? ""
			: left > 1  ? ", "
			: numbered  ? ", and "
				    : " and ");
	}
	str_clear(&title);
	str_clear(&entry);
}

static bool have_one_number(const struct facts *facts, const struct item_row *lead)
{
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts->items[i].lead == lead->id &&
			!facts_has_one_number(facts, &facts->items[i]))
			return false;
	return true;
}

static void add_together(
	const struct facts *facts, const struct item_row *lead, bool body_said, struct str *out)
{
	uint64_t bodies = facts_bodies_of(facts, lead);
	bool several = facts_several(bodies), numbered = have_one_number(facts, lead);
	struct str list, body;

	str_init(&list);
	str_init(&body);
	list_together(facts, lead, first_body(facts, bodies), numbered, &list);
	if (!several && bodies != facts->hosts && !body_said)
		facts_names(facts, bodies, &body);
	formula_plain(out, facts->template,
		!several   ? "ITEM/together"
		: numbered ? "ITEM/together-joint"
			   : "ITEM/together-numbers",
		FIELDS({"list", list.text}, {"body", body.text}));
	str_clear(&list);
	str_clear(&body);
}

static void add_one_item(
	const struct facts *facts, const struct item_row *item, bool body_said, struct str *out)
{
	uint64_t bodies = facts_bodies_of(facts, item);
	struct str title, body;
	const char *id = "ITEM";

	str_init(&title);
	str_init(&body);
	facts_inside_quotes(item->title, &title);
	if (facts_several(bodies))
		id = facts_has_one_number(facts, item) ? "ITEM/joint" : "ITEM/numbers";
	else if (bodies != facts->hosts && !body_said)
		facts_names(facts, bodies, &body);
	formula_plain(out, facts->template, id,
		FIELDS({"printed", facts_printed(facts, item, first_body(facts, bodies))},
			{"title", title.text}, {"body", body.text}));
	str_clear(&title);
	str_clear(&body);
}

void facts_item(
	const struct facts *facts, const struct item_row *item, bool body_said, struct str *out)
{
	if (facts_leads(item))
		add_together(facts, item, body_said, out);
	else
		add_one_item(facts, item, body_said, out);
}

/* "item 6", or "items 6 and 7" of those taken up jointly, as a body numbers them. */
static void add_numbers(
	const struct facts *facts, const struct item_row *item, size_t body, struct str *out)
{
	struct arena arena;
	const char **numbers;
	size_t count = 0;

	arena_init(&arena);
	numbers = arena_alloc(&arena, (facts->item_count + 1) * sizeof(*numbers));
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts->items[i].id == item->id ||
			(facts_leads(item) && facts->items[i].lead == item->id))
			numbers[count++] = facts_printed(facts, &facts->items[i], body);
	str_add(out, count > 1 ? "items " : "item ");
	names_join(numbers, count, out);
	arena_clear(&arena);
}

void facts_item_bracket(const struct facts *facts, const struct item_row *item, struct str *out)
{
	uint64_t bodies = facts_bodies_of(facts, item);
	const char *between = "(";

	if (!facts_several(bodies)) {
		str_add(out, "(agenda ");
		add_numbers(facts, item, first_body(facts, bodies), out);
		str_add(out, ")");
		return;
	}

	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		if (!(bodies >> b & 1))
			continue;
		str_addf(out, "%sagenda ", between);
		add_numbers(facts, item, b, out);
		str_addf(out, ", %s", facts->bodies[b].name);
		between = "; ";
	}
	str_add(out, ")");
}

/* --- time --- */

enum { EARLY = 30 }; /* minutes before its slot that a meeting may open */

/* The minute at which a slot is in the calendar, -1 if it does not say; *to is when
 * it ends. */
static int slot_minute(const struct slot_row *slot, int *to)
{
	if (slot->from < 0) {
		*to = slot->half && strcmp(slot->half, "am") == 0 ? 13 * 60 : 24 * 60;
		return !slot->half ? -1 : *to == 13 * 60 ? 10 * 60 : 15 * 60;
	}
	*to = slot->to >= 0 ? slot->to : slot->from + 3 * 60;
	return slot->from;
}

/* Where a meeting stands in the calendar: its slot says it, or when it opened. A
 * meeting that opens long before its slot on that day is held all the same, but not
 * in the half day of the slot: it only took the next one that was free. */
static int meeting_day(const struct facts *facts, const struct meeting_row *meeting, char date[11])
{
	struct civil opened = civil_at(meeting->opened);
	int minute = opened.hour * 60 + opened.minute, to;

	civil_format_date(&opened, date);
	for (size_t i = 0; i < facts->slot_count; i++) {
		const struct slot_row *slot = &facts->slots[i];
		if (slot->id != meeting->slot || strlen(slot->date) != 10)
			continue;
		int from = slot_minute(slot, &to);
		bool held = minute >= from - EARLY && minute <= to;
		if (from < 0 || (strcmp(date, slot->date) == 0 && !held))
			return minute;
		memcpy(date, slot->date, 11);
		return from;
	}
	return minute;
}

static void add_date(const char *date, int *year, struct str *out)
{
	int own = atoi(date);

	if (own == *year)
		phrase_day(date, out);
	else
		phrase_date(date, out);
	*year = own;
}

void facts_slot(const char *code, int *year, struct str *out)
{
	char date[11] = "";
	struct when when;
	struct str half;

	strncpy(date, code, sizeof(date) - 1);
	if (when_parse(code, &when) && (when.from >= 0 || when.half)) {
		str_init(&half);
		phrase_half_day(date,
			when.from >= 0                 ? when.from
			: strcmp(when.half, "am") == 0 ? 10 * 60
						       : 15 * 60,
			&half);
		str_addf(out, "the %.*s of ", (int)strcspn(half.text, " "), half.text);
		str_clear(&half);
	}
	add_date(date, year, out);
}

void facts_meeting_date(
	const struct facts *facts, const struct meeting_row *meeting, int *year, struct str *out)
{
	char date[11];

	meeting_day(facts, meeting, date);
	add_date(date, year, out);
}

enum { HALVES_MAX = 64 };

struct half_day {
	char date[11];
	char half[16]; /* "morning" */
};

/* The half days on which an item was taken up, each once, in order. */
static size_t half_days(
	const struct facts *facts, const struct item_row *item, struct half_day halves[HALVES_MAX])
{
	size_t count = 0;
	struct str phrase;

	str_init(&phrase);
	for (size_t i = 0; i < facts->considered_count && count < HALVES_MAX; i++) {
		const struct meeting_row *meeting =
			facts_meeting(facts, facts->considered[i].meeting);
		struct half_day *half = &halves[count];
		if (facts->considered[i].item != item->id || !meeting)
			continue;
		int minute = meeting_day(facts, meeting, half->date);
		str_reset(&phrase);
		phrase_half_day(half->date, minute, &phrase);
		size_t length = strcspn(phrase.text, " ");
		*half->half = '\0';
		strncat(half->half, phrase.text,
			length < sizeof(half->half) ? length : sizeof(half->half) - 1);
		if (!count || strcmp(half[-1].date, half->date) != 0 ||
			strcmp(half[-1].half, half->half) != 0)
			count++;
	}
	str_clear(&phrase);
	return count;
}

/* The halves of one day, "morning and afternoon of 17 October"; the year is left
 * out where the next day has it. Returns how many halves these were. */
static size_t add_day(const struct half_day *halves, size_t count, int *year, struct str *out)
{
	const char *names[HALVES_MAX];
	size_t same = 0;

	while (same < count && strcmp(halves[same].date, halves[0].date) == 0) {
		names[same] = halves[same].half;
		same++;
	}
	names_join(names, same, out);
	str_add(out, " of ");
	bool last = same == count;
	if (!last && strncmp(halves[0].date, halves[same].date, 4) == 0) {
		phrase_day(halves[0].date, out);
		return same;
	}
	/* Before a day of another year it is said whether or not it was. */
	if (!last)
		*year = 0;
	add_date(halves[0].date, year, out);
	return same;
}

void facts_half_days(
	const struct facts *facts, const struct item_row *item, int *year, struct str *out)
{
	struct half_day halves[HALVES_MAX];
	size_t count = half_days(facts, item, halves), days = 0;
	struct arena arena;
	const char *parts[HALVES_MAX];

	arena_init(&arena);
	for (size_t i = 0; i < count;) {
		struct str part;
		str_init(&part);
		str_add(&part, days ? "the " : "");
		i += add_day(&halves[i], count - i, year, &part);
		parts[days++] = arena_strdup(&arena, part.text);
		str_clear(&part);
	}
	names_join(parts, days, out);
	arena_clear(&arena);
}
