/* SPDX-License-Identifier: MIT */
/* Corrections of the slots, the documents and the session of an agenda: typed texts
 * turned into values. The items are in agenda_edit.c. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "agenda_edit_inside.h"
#include "base/civil.h"
#include "model/phrase.h"
#include "model/when.h"

/* --- items by their numbers --- */

/* "1 (a), 1 (b), 2" and "3 and 4"; *items in the agenda's arena. */
static bool find_items(
	struct agenda *agenda, const char *text, size_t **items, size_t *count, struct err *err)
{
	*count = 0;
	*items = arena_alloc(&agenda->arena, (strlen(text) + 1) * sizeof **items);
	while (*text) {
		size_t length = strcspn(text, ",;\n");
		const char *joined = strstr(text, " and ");
		if (joined && (size_t)(joined - text) < length)
			length = (size_t)(joined - text);
		char *one = arena_strndup(&agenda->arena, text, length);
		bool blank = one[strspn(one, " ")] == '\0';
		size_t item = blank ? 0 : agenda_find(agenda, one + strspn(one, " "));
		if (item == AGENDA_NONE)
			return err_set(err, ERR_DATA, "there is no item '%.60s'; add it first",
				one + strspn(one, " "));
		if (!blank)
			(*items)[(*count)++] = item;
		text += length;
		text += strncmp(text, " and ", 5) == 0 ? 5 : strspn(text, ",;\n ");
	}
	return true;
}

static void add_reference(const struct agenda *agenda, size_t item, bool first, struct str *out)
{
	const struct agenda_item *it = &agenda->items[item];

	str_add(out, first ? "" : ", ");
	if (agenda_find(agenda, it->printed) != item && it->body < agenda->body_count)
		str_addf(out, "%s:", agenda->bodies[it->body].key);
	str_add(out, it->printed);
}

/* --- slots --- */

void agenda_edit_slot_items(const struct agenda *agenda, size_t slot, struct str *out)
{
	for (size_t i = 0; i < agenda->slots[slot].item_count; i++)
		add_reference(agenda, agenda->slots[slot].items[i].item, i == 0, out);
}

void agenda_edit_slot_hours(const struct agenda_slot *slot, struct str *out)
{
	if (slot->from >= 0)
		phrase_hours(slot->from, slot->to, out);
	else if (slot->half)
		str_add(out, strcmp(slot->half, "am") == 0 ? "morning" : "afternoon");
}

/* A year that is not said is that of the session. */
static const char *day_of(struct agenda *agenda, const char *typed, struct err *err)
{
	struct civil civil;
	struct when when;
	char date[11];

	if (civil_parse_date(typed, &civil))
		return arena_strdup(&agenda->arena, typed);
	if (!when_parse(typed, &when) || !when_has_day(&when)) {
		err_set(err, ERR_DATA, "'%.60s' is no day; it is written 17 October 2012", typed);
		return NULL;
	}
	if (agenda->from && agenda->to && when_date(&when, agenda->from, agenda->to, date))
		return arena_strdup(&agenda->arena, date);
	civil = (struct civil){.year = when.year, .month = when.month, .day = when.day};
	if (!civil.year && agenda->from)
		civil.year = atoi(agenda->from);
	if (!civil.year || !civil.month || !civil.day) {
		err_set(err, ERR_DATA, "which day is '%.60s'? Say it with month and year", typed);
		return NULL;
	}
	civil_format_date(&civil, date);
	return arena_strdup(&agenda->arena, date);
}

static bool set_hours(struct agenda_slot *slot, const char *typed, struct err *err)
{
	struct when when;

	slot->from = slot->to = -1;
	slot->half = NULL;
	if (!*typed)
		return true;
	if (!when_parse(typed, &when) || when_has_day(&when) || (when.from < 0 && !when.half))
		return err_set(err, ERR_DATA,
			"'%.60s' is no time; it is written 10 a.m.-1 p.m., or morning", typed);
	slot->from = when.from;
	slot->to = when.to;
	if (when.from < 0)
		slot->half = when.half;
	return true;
}

/* What the schedule called an item there stays with it. */
static bool set_items(
	struct agenda *agenda, struct agenda_slot *slot, const char *typed, struct err *err)
{
	size_t *items, count;

	if (!find_items(agenda, typed, &items, &count, err))
		return false;
	struct agenda_slot_item *all = arena_alloc(&agenda->arena, (count + 1) * sizeof *all);
	for (size_t i = 0; i < count; i++) {
		all[i].item = items[i];
		for (size_t j = 0; j < slot->item_count; j++)
			if (slot->items[j].item == items[i])
				all[i].title = slot->items[j].title;
	}
	slot->items = all;
	slot->item_count = count;
	return true;
}

static bool is_before(const struct agenda_slot *one, const struct agenda_slot *other)
{
	int order = strcmp(one->date, other->date);

	return order < 0 || (order == 0 && one->from >= 0 && other->from > one->from);
}

bool agenda_edit_slot(
	struct agenda *agenda, size_t slot, const struct agenda_slot_words *words, struct err *err)
{
	struct agenda_slot new = {.from = -1, .to = -1};

	if (slot != AGENDA_NONE)
		new = agenda->slots[slot];
	new.date = day_of(agenda, words->day, err);
	if (!new.date || !set_hours(&new, words->hours, err) ||
		!set_items(agenda, &new, words->items, err))
		return false;
	new.label = agenda_edit_text(agenda, words->label);
	new.room = agenda_edit_text(agenda, words->room);
	if (slot != AGENDA_NONE) {
		agenda->slots[slot] = new;
		return true;
	}
	size_t at = 0;
	while (at < agenda->slot_count && !is_before(&new, &agenda->slots[at]))
		at++;
	agenda->slots = agenda_edit_gap(
		agenda, agenda->slots, agenda->slot_count, at, sizeof *agenda->slots);
	agenda->slots[at] = new;
	agenda->slot_count++;
	return true;
}

void agenda_edit_slot_remove(struct agenda *agenda, size_t slot, struct agenda_lines lines)
{
	const struct agenda_slot *old = &agenda->slots[slot];
	struct str text;

	str_init(&text);
	phrase_weekday(old->date, &text);
	str_addc(&text, ' ');
	agenda_edit_slot_hours(old, &text);
	str_addc(&text, ' ');
	agenda_edit_slot_items(agenda, slot, &text);
	for (size_t i = 0; i < old->item_count; i++)
		if (old->items[i].title)
			str_addf(&text, "\n%s", old->items[i].title);
	if (old->label)
		str_addf(&text, " %s", old->label);
	if (old->room)
		str_addf(&text, ", %s", old->room);
	agenda_edit_close(agenda->slots, agenda->slot_count--, slot, sizeof *agenda->slots);
	agenda_edit_unread(agenda, lines, text.text);
	str_clear(&text);
}

/* --- documents --- */

static bool cites(const struct agenda_item *item, size_t document)
{
	for (size_t i = 0; i < item->document_count; i++)
		if (item->documents[i] == document)
			return true;
	return false;
}

static void cite(struct agenda *agenda, size_t index, size_t document)
{
	struct agenda_item *item = &agenda->items[index];

	item->documents = agenda_edit_gap(agenda, item->documents, item->document_count,
		item->document_count, sizeof *item->documents);
	item->documents[item->document_count++] = document;
}

static void uncite(struct agenda_item *item, size_t document)
{
	for (size_t i = item->document_count; i-- > 0;)
		if (item->documents[i] == document)
			agenda_edit_close(item->documents, item->document_count--, i,
				sizeof *item->documents);
}

void agenda_edit_document_items(const struct agenda *agenda, size_t document, struct str *out)
{
	bool first = true;

	for (size_t i = 0; i < agenda->item_count; i++) {
		if (!cites(&agenda->items[i], document))
			continue;
		add_reference(agenda, i, first, out);
		first = false;
	}
}

static bool is_among(size_t one, const size_t *all, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (all[i] == one)
			return true;
	return false;
}

bool agenda_edit_document(struct agenda *agenda, size_t document, const char *kind,
	const char *title, const char *symbols, const char *items, struct err *err)
{
	size_t *wanted, count;

	if (!find_items(agenda, items, &wanted, &count, err))
		return false;
	if (document == AGENDA_NONE) {
		document = agenda->document_count;
		agenda->documents = agenda_edit_gap(
			agenda, agenda->documents, document, document, sizeof *agenda->documents);
		agenda->document_count++;
	}
	struct agenda_document *it = &agenda->documents[document];
	it->kind = agenda_edit_text(agenda, kind);
	it->title = agenda_edit_text(agenda, title);
	it->symbols = arena_strdup(&agenda->arena, symbols);
	for (size_t i = 0; i < agenda->item_count; i++) {
		bool is = cites(&agenda->items[i], document), should = is_among(i, wanted, count);
		if (is && !should)
			uncite(&agenda->items[i], document);
		else if (should && !is)
			cite(agenda, i, document);
	}
	return true;
}

void agenda_edit_document_remove(struct agenda *agenda, size_t document, struct agenda_lines lines)
{
	const struct agenda_document *old = &agenda->documents[document];
	const char *parts[] = {old->kind, old->title, old->symbols};
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (parts[i] && *parts[i])
			str_addf(&text, "%s%s", text.length ? " " : "", parts[i]);
	for (size_t i = 0; i < agenda->item_count; i++) {
		struct agenda_item *item = &agenda->items[i];
		uncite(item, document);
		for (size_t j = 0; j < item->document_count; j++)
			item->documents[j] -= item->documents[j] > document;
	}
	agenda_edit_close(
		agenda->documents, agenda->document_count--, document, sizeof *agenda->documents);
	agenda_edit_unread(agenda, lines, text.text);
	str_clear(&text);
}

/* --- the session and its agenda --- */

static const char **place_of(struct agenda *agenda, enum agenda_field field)
{
	const char **const places[AGENDA_FIELDS] = {
		[AGENDA_FIELD_TITLE] = &agenda->title,
		[AGENDA_FIELD_ORGAN] = &agenda->organ,
		[AGENDA_FIELD_PLACE] = &agenda->place,
		[AGENDA_FIELD_FROM] = &agenda->from,
		[AGENDA_FIELD_TO] = &agenda->to,
		[AGENDA_FIELD_TIMEZONE] = &agenda->timezone,
		[AGENDA_FIELD_SYMBOLS] = &agenda->symbols,
		[AGENDA_FIELD_DATE] = &agenda->date,
		[AGENDA_FIELD_DISTRIBUTION] = &agenda->distribution,
		[AGENDA_FIELD_LANGUAGE] = &agenda->language,
		[AGENDA_FIELD_STATUS] = &agenda->status,
		[AGENDA_FIELD_HEADING] = &agenda->heading,
		[AGENDA_FIELD_ID] = &agenda->id,
	};

	assert(field < AGENDA_FIELDS);
	return places[field];
}

const char *agenda_field_name(enum agenda_field field)
{
	static const char *const names[AGENDA_FIELDS] = {
		[AGENDA_FIELD_TITLE] = "Session",
		[AGENDA_FIELD_ORGAN] = "Organ",
		[AGENDA_FIELD_PLACE] = "Place",
		[AGENDA_FIELD_FROM] = "From",
		[AGENDA_FIELD_TO] = "To",
		[AGENDA_FIELD_TIMEZONE] = "Time zone",
		[AGENDA_FIELD_SYMBOLS] = "Symbol",
		[AGENDA_FIELD_DATE] = "Dated",
		[AGENDA_FIELD_DISTRIBUTION] = "Distribution",
		[AGENDA_FIELD_LANGUAGE] = "Language",
		[AGENDA_FIELD_STATUS] = "Status",
		[AGENDA_FIELD_HEADING] = "Heading",
		[AGENDA_FIELD_ID] = "Short name",
	};

	return names[field];
}

const char *agenda_field_value(const struct agenda *agenda, enum agenda_field field)
{
	/* Only the places are wanted of it. */
	struct agenda places = *agenda;
	const char *value = *place_of(&places, field);

	return value ? value : "";
}

void agenda_edit_field(struct agenda *agenda, enum agenda_field field, const char *value)
{
	bool date = field == AGENDA_FIELD_FROM || field == AGENDA_FIELD_TO ||
		    field == AGENDA_FIELD_DATE;
	const char *day = date && *value ? day_of(agenda, value, NULL) : NULL;

	/* What is no day is refused by who reads the file, with its own sentence. */
	*place_of(agenda, field) = day ? day : agenda_edit_text(agenda, value);
}

void agenda_edit_body(struct agenda *agenda, size_t body, const char *name, const char *short_name,
	const char *symbol, const char *session)
{
	struct agenda_body *it = &agenda->bodies[body];

	it->name = agenda_edit_text(agenda, name);
	it->short_name = agenda_edit_text(agenda, short_name);
	it->symbol = agenda_edit_text(agenda, symbol);
	it->session = agenda_edit_text(agenda, session);
}
