/* SPDX-License-Identifier: MIT */
/*
 * The next agenda: a list of the items that are taken, in the order in which they will
 * stand, then their numbers, then the days. Texts are copied, for the next agenda lives
 * longer than the one it is made from.
 */
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/mem.h"
#include "model/agenda_next.h"
#include "model/item_role.h"
#include "model/number.h"

/* --- what is chosen --- */

/* The item on top of one. */
static size_t top_of(const struct agenda *agenda, size_t i)
{
	while (agenda->items[i].parent != AGENDA_NONE)
		i = agenda->items[i].parent;
	return i;
}

static bool is_standing(const struct agenda *agenda, size_t i)
{
	return item_is_standing(agenda->items[top_of(agenda, i)].title);
}

static bool is_under(const struct agenda *agenda, size_t i, size_t above)
{
	for (; i != AGENDA_NONE; i = agenda->items[i].parent)
		if (i == above)
			return true;
	return false;
}

static void choose(const struct agenda *agenda, size_t chosen, bool *items)
{
	for (size_t i = 0; i < agenda->item_count; i++)
		if (is_under(agenda, i, chosen) || is_under(agenda, chosen, i))
			items[i] = true;
}

static bool choose_listed(
	const struct agenda *agenda, const char *list, bool *items, struct err *err)
{
	bool good = true;

	for (list += strspn(list, " ,;"); good && *list; list += strspn(list, " ,;")) {
		size_t length = strcspn(list, ",;");
		char *reference = mem_strndup(list, length);
		size_t item = agenda_find(agenda, reference);
		if (item == AGENDA_NONE)
			good = err_set(err, ERR_USAGE,
				"there is no item '%s' to carry over: all, open, none, or numbers "
				"between commas",
				reference);
		else
			choose(agenda, item, items);
		free(reference);
		list += length;
	}
	return good;
}

bool agenda_choose(const struct agenda *agenda, const char *list, const bool *open, bool *items,
	struct err *err)
{
	bool all = strcmp(list, "all") == 0, unfinished = strcmp(list, "open") == 0;

	memset(items, 0, agenda->item_count * sizeof *items);
	if (strcmp(list, "none") == 0)
		return true;
	if (!all && !unfinished)
		return choose_listed(agenda, list, items, err);
	for (size_t i = 0; i < agenda->item_count; i++)
		if (!is_standing(agenda, i) && (all || !open || open[i]))
			items[i] = true;
	/* An item is taken over with those of its sub-items that are unfinished. */
	for (size_t i = agenda->item_count; i-- > 0;)
		if (items[i] && agenda->items[i].parent != AGENDA_NONE)
			items[agenda->items[i].parent] = true;
	return true;
}

/* --- the items --- */

struct making {
	const struct agenda_next *wanted;
	struct agenda *next;
	int top; /* the last number on top */
};

static const char *copy(struct making *m, const char *text)
{
	return text ? arena_strdup(&m->next->arena, text) : NULL;
}

/* The body of that key in the next agenda; the first where there is none. */
static size_t body_of(const struct making *m, const struct agenda *from, size_t body)
{
	for (size_t i = 0; body < from->body_count && i < m->next->body_count; i++)
		if (strcmp(m->next->bodies[i].key, from->bodies[body].key) == 0)
			return i;
	return 0;
}

static void copy_mandates(struct making *m, const struct agenda_item *from, struct agenda_item *to)
{
	to->mandates =
		arena_alloc(&m->next->arena, (from->mandate_count + 1) * sizeof *to->mandates);
	to->mandate_count = from->mandate_count;
	for (size_t i = 0; i < from->mandate_count; i++)
		to->mandates[i] = (struct agenda_mandate){.kind = copy(m, from->mandates[i].kind),
			.number = copy(m, from->mandates[i].number),
			.title = copy(m, from->mandates[i].title)};
}

/* Its number in the other body is that body's matter, and not known yet. */
static void copy_joint(struct making *m, const struct agenda *agenda,
	const struct agenda_item *from, struct agenda_item *to)
{
	to->joint = arena_alloc(&m->next->arena, (from->joint_count + 1) * sizeof *to->joint);
	for (size_t i = 0; i < from->joint_count; i++) {
		size_t body = body_of(m, agenda, from->joint[i].body);
		bool known = strcmp(m->next->bodies[body].key,
				     agenda->bodies[from->joint[i].body].key) == 0;
		if (known && body != to->body)
			to->joint[to->joint_count++] = (struct agenda_joint){.body = body};
	}
}

/* An item of the next agenda, without a text yet; its number follows from its place. */
static struct agenda_item *add(struct making *m, size_t parent, int place)
{
	struct agenda *next = m->next;
	struct agenda_item *item = &next->items[next->item_count++];
	struct str label;

	*item = (struct agenda_item){.parent = parent};
	str_init(&label);
	if (parent == AGENDA_NONE) {
		str_addf(&label, "%d", place);
	} else {
		bool second = next->items[parent].parent == AGENDA_NONE;
		str_addc(&label, '(');
		if (second)
			number_letter(place, &label);
		else
			number_roman(place, false, &label);
		str_addc(&label, ')');
	}
	item->number = copy(m, label.text);
	item->printed = parent == AGENDA_NONE ? item->number
					      : arena_printf(&next->arena, "%s %s",
							next->items[parent].printed, label.text);
	str_clear(&label);
	return item;
}

static void add_new(struct making *m, size_t parent, int place, const char *title)
{
	add(m, parent, place)->title = copy(m, title);
}

static bool takes(const struct making *m, const struct agenda_choice *from, size_t i)
{
	return (from == &m->wanted->carried && is_standing(from->agenda, i)) || from->items[i];
}

/* The item and those of its sub-items that are taken. */
static void add_tree(
	struct making *m, const struct agenda_choice *from, size_t i, size_t parent, int place)
{
	const struct agenda_item *old = &from->agenda->items[i];
	size_t own = m->next->item_count;
	struct agenda_item *item = add(m, parent, place);

	item->title = copy(m, old->title);
	item->body = body_of(m, from->agenda, old->body);
	if (m->wanted->annotations && !is_standing(from->agenda, i))
		item->annotation = copy(m, old->annotation);
	if (!is_standing(from->agenda, i))
		copy_mandates(m, old, item);
	copy_joint(m, from->agenda, old, item);
	place = 0;
	for (size_t j = i + 1; j < from->agenda->item_count; j++)
		if (from->agenda->items[j].parent == i && takes(m, from, j))
			add_tree(m, from, j, own, ++place);
}

/* --- what is on every agenda --- */

/* What opens a session stands first, all else that is on every agenda last. */
static bool stands_first(const char *title)
{
	enum item_role role = item_role(title);

	return role == ROLE_OPENING || role == ROLE_AGENDA || role == ROLE_ORGANIZATION;
}

static bool has_title(const struct agenda *agenda, bool (*is)(const char *title))
{
	for (size_t i = 0; agenda && i < agenda->item_count; i++)
		if (is(agenda->items[i].title))
			return true;
	return false;
}

static bool is_agenda(const char *title)
{
	return item_role(title) == ROLE_AGENDA;
}

static bool is_report(const char *title)
{
	return item_role(title) == ROLE_REPORT;
}

static bool is_other(const char *title)
{
	return item_is_standing(title) && item_role(title) == ROLE_SUBSTANCE;
}

static void add_standing(struct making *m, bool first)
{
	const struct agenda *old = m->wanted->carried.agenda;

	for (size_t i = 0; i < old->item_count; i++)
		if (old->items[i].parent == AGENDA_NONE && is_standing(old, i) &&
			stands_first(old->items[i].title) == first)
			add_tree(m, &m->wanted->carried, i, AGENDA_NONE, ++m->top);
}

static void add_opening(struct making *m)
{
	size_t item = m->next->item_count;

	if (has_title(m->wanted->carried.agenda, is_agenda))
		return;
	add_new(m, AGENDA_NONE, ++m->top, "Organizational matters");
	add_new(m, item, 1, "Opening of the session");
	add_new(m, item, 2, "Adoption of the agenda and organization of work");
}

static void add_closing(struct making *m)
{
	if (!has_title(m->wanted->carried.agenda, is_other))
		add_new(m, AGENDA_NONE, ++m->top, "Other matters");
	if (!has_title(m->wanted->carried.agenda, is_report))
		add_new(m, AGENDA_NONE, ++m->top, "Adoption of the report");
}

static void add_chosen(struct making *m, const struct agenda_choice *from)
{
	for (size_t i = 0; from->agenda && i < from->agenda->item_count; i++)
		if (from->agenda->items[i].parent == AGENDA_NONE && from->items[i] &&
			!is_standing(from->agenda, i))
			add_tree(m, from, i, AGENDA_NONE, ++m->top);
}

/* --- the organization of work --- */

struct hours {
	int from, to;
};

enum { HOURS_MAX = 16 };

static int by_from(const void *a, const void *b)
{
	return ((const struct hours *)a)->from - ((const struct hours *)b)->from;
}

/* The hours at which meetings were held, each once; 10 a.m.-1 p.m. and 3-6 p.m. where
 * none are known (conventions 5.3). */
static size_t usual_hours(const struct agenda *old, struct hours hours[HOURS_MAX])
{
	size_t count = 0;

	for (size_t i = 0; i < old->slot_count && count < HOURS_MAX; i++) {
		struct hours one = {old->slots[i].from, old->slots[i].to};
		size_t same = 0;
		while (same < count && !(one.from < hours[same].to && hours[same].from < one.to))
			same++;
		if (one.from >= 0 && one.to > one.from && same == count)
			hours[count++] = one;
	}
	if (count == 0 || hours[0].from < 0) {
		hours[0] = (struct hours){10 * 60, 13 * 60};
		count = 1;
	}
	/* A body that met of a morning alone may have had one day. */
	if (count == 1 && hours[0].to <= 15 * 60)
		hours[count++] = (struct hours){15 * 60, 18 * 60};
	qsort(hours, count, sizeof *hours, by_from);
	return count;
}

static bool is_weekend(long day)
{
	struct civil civil = civil_from_days(day);
	int weekday = civil_weekday(&civil);

	return weekday == 0 || weekday == 6;
}

static void add_slot(struct making *m, long day, struct hours hours)
{
	struct agenda_slot *slot = &m->next->slots[m->next->slot_count++];
	struct civil civil = civil_from_days(day);
	char date[11];

	civil_format_date(&civil, date);
	*slot = (struct agenda_slot){.date = copy(m, date),
		.from = hours.from,
		.to = hours.to,
		.label = AGENDA_UNPLANNED};
}

/* The items on top that open the session, or close it, in one slot. */
static void plan(struct making *m, struct agenda_slot *slot, bool first)
{
	struct agenda *next = m->next;
	struct agenda_slot_item *items = arena_alloc(
		&next->arena, (slot->item_count + next->item_count + 1) * sizeof *items);

	if (slot->item_count)
		memcpy(items, slot->items, slot->item_count * sizeof *items);
	slot->items = items;
	for (size_t i = 0; i < next->item_count; i++)
		if (next->items[i].parent == AGENDA_NONE &&
			item_is_standing(next->items[i].title) &&
			stands_first(next->items[i].title) == first)
			slot->items[slot->item_count++].item = i;
	if (slot->item_count)
		slot->label = NULL;
}

static void add_slots(struct making *m)
{
	struct hours hours[HOURS_MAX];
	size_t count = usual_hours(m->wanted->carried.agenda, hours);
	struct civil from, to;
	bool any = false;

	if (!civil_parse_date(m->wanted->from, &from) || !civil_parse_date(m->wanted->to, &to))
		return;
	long first = civil_days(&from), last = civil_days(&to);
	for (long day = first; day <= last; day++)
		any = any || !is_weekend(day);
	m->next->slots = arena_alloc(
		&m->next->arena, ((size_t)(last - first + 1) * count + 1) * sizeof *m->next->slots);
	for (long day = first; day <= last; day++)
		for (size_t i = 0; i < count && !(any && is_weekend(day)); i++)
			add_slot(m, day, hours[i]);
	if (m->next->slot_count == 0)
		return;
	plan(m, &m->next->slots[0], true);
	plan(m, &m->next->slots[m->next->slot_count - 1], false);
}

/* --- all of it --- */

static void copy_frame(struct making *m)
{
	const struct agenda_next *w = m->wanted;
	const struct agenda *old = w->carried.agenda;
	struct agenda *next = m->next;
	bool moves = w->place && old->place && strcmp(w->place, old->place) != 0;

	next->id = copy(m, w->id);
	next->title = copy(m, old->title);
	next->organ = copy(m, old->organ);
	next->place = copy(m, w->place ? w->place : old->place);
	next->from = copy(m, w->from);
	next->to = copy(m, w->to);
	next->timezone = moves ? NULL : copy(m, old->timezone);
	next->rules = copy(m, old->rules);
	next->status = "provisional";
	next->distribution = copy(m, old->distribution);
	next->language = copy(m, old->language);
	next->bodies = arena_alloc(&next->arena, (old->body_count + 1) * sizeof *next->bodies);
	next->body_count = old->body_count;
	for (size_t i = 0; i < old->body_count; i++)
		next->bodies[i] = (struct agenda_body){.key = copy(m, old->bodies[i].key),
			.name = copy(m, old->bodies[i].name),
			.short_name = copy(m, old->bodies[i].short_name),
			.symbol = copy(m, old->bodies[i].symbol)};
}

void agenda_next_make(const struct agenda_next *wanted, struct agenda *next)
{
	struct making m = {.wanted = wanted, .next = next};
	size_t most = wanted->carried.agenda->item_count + 8;

	if (wanted->other.agenda)
		most += wanted->other.agenda->item_count;
	copy_frame(&m);
	next->items = arena_alloc(&next->arena, most * sizeof *next->items);
	add_opening(&m);
	add_standing(&m, true);
	add_chosen(&m, &wanted->carried);
	add_chosen(&m, &wanted->other);
	add_standing(&m, false);
	add_closing(&m);
	add_slots(&m);
}
