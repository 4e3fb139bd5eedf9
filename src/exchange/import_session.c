/* SPDX-License-Identifier: MIT */
/*
 * What a session needs and a document says only between the lines: its days, its
 * name as a key, the zone of its place.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/clock.h"
#include "base/fold.h"
#include "import.h"

static const char *date_of(struct import *import, const struct import_date *date)
{
	char text[11];

	return import_date_print(date, text) ? arena_strdup(&import->agenda->arena, text) : NULL;
}

static void days_of_slots(struct agenda *agenda)
{
	for (size_t i = 0; i < agenda->slot_count; i++) {
		const char *date = agenda->slots[i].date;
		if (!agenda->from || strcmp(date, agenda->from) < 0)
			agenda->from = date;
		if (!agenda->to || strcmp(date, agenda->to) > 0)
			agenda->to = date;
	}
}

static const char *today(struct import *import)
{
	struct clock clock = {0};
	struct civil now = civil_at(clock_now(&clock));
	char text[11];

	civil_format_date(&now, text);
	return arena_strdup(&import->agenda->arena, text);
}

static void find_days(struct import *import)
{
	struct agenda *agenda = import->agenda;

	agenda->from = date_of(import, &import->first);
	agenda->to = date_of(import, &import->last);
	if (!agenda->from || !agenda->to || strcmp(agenda->to, agenda->from) < 0) {
		agenda->from = agenda->to = NULL;
		days_of_slots(agenda);
	}
	if (agenda->from)
		return;
	agenda->from = agenda->to = agenda->date ? agenda->date : today(import);
	messages_add(import->messages, true, 0, 0,
		"the document does not say the days of the session; %s stands for them, put the "
		"right ones there",
		agenda->from);
}

/* "2012-10-17-working-group-of-government-experts" */
static void make_id(struct import *import)
{
	struct agenda *agenda = import->agenda;
	char *key = fold_key(agenda->title);
	struct str id;

	str_init(&id);
	str_add(&id, agenda->from);
	for (char *word = strtok(key, " "); word && id.length < 48; word = strtok(NULL, " ")) {
		static const char *const small[] = {
			"of", "the", "on", "and", "for", "in", "to", "a"};
		bool skip = false;
		for (size_t i = 0; i < sizeof(small) / sizeof(small[0]); i++)
			skip = skip || strcmp(word, small[i]) == 0;
		for (const char *c = word; *c; c++)
			skip = skip || !isalnum((unsigned char)*c);
		if (!skip && id.length + strlen(word) < 60)
			str_addf(&id, "-%s", word);
	}
	agenda->id = arena_strdup(&agenda->arena, id.text);
	str_clear(&id);
	free(key);
}

/* The cities where bodies meet most (tz database). */
static void find_zone(struct agenda *agenda)
{
	static const char *const zones[][2] = {{"Vienna", "Europe/Vienna"},
		{"Geneva", "Europe/Zurich"}, {"New York", "America/New_York"},
		{"Nairobi", "Africa/Nairobi"}, {"Bangkok", "Asia/Bangkok"},
		{"Addis Ababa", "Africa/Addis_Ababa"}, {"Santiago", "America/Santiago"},
		{"Beirut", "Asia/Beirut"}, {"Rome", "Europe/Rome"}, {"Paris", "Europe/Paris"},
		{"Bonn", "Europe/Berlin"}, {"Berlin", "Europe/Berlin"},
		{"The Hague", "Europe/Amsterdam"}, {"London", "Europe/London"},
		{"Montreal", "America/Toronto"}, {"Washington", "America/New_York"},
		{"Tokyo", "Asia/Tokyo"}, {"Kyoto", "Asia/Tokyo"}, {"Seoul", "Asia/Seoul"},
		{"Madrid", "Europe/Madrid"}, {"Brussels", "Europe/Brussels"},
		{"Stockholm", "Europe/Stockholm"}, {"Wellington", "Pacific/Auckland"},
		{"Canberra", "Australia/Sydney"},
		{"Buenos Aires", "America/Argentina/Buenos_Aires"}};

	for (size_t i = 0; agenda->place && i < sizeof(zones) / sizeof(zones[0]); i++)
		if (import_find(agenda->place, zones[i][0]) == agenda->place)
			agenda->timezone = zones[i][1];
}

/* Bytes of the symbol up to its last "/WG.2"; 0 without. */
static size_t body_length(const char *symbol)
{
	size_t found = 0, length = strcspn(symbol, "-");

	for (size_t at = 0; at + 4 < length; at++)
		if (strncmp(symbol + at, "/WG.", 4) == 0)
			found = at + 4 + strspn(symbol + at + 4, "0123456789");
	return found;
}

/* A working group whose agenda prints no symbol: that of its own documents. */
static void find_symbol(struct agenda *agenda)
{
	struct agenda_body *body = &agenda->bodies[0];
	const char *found = NULL;

	if (body->symbol || !import_has_words(body->name, "working group"))
		return;
	for (size_t i = 0; i < agenda->document_count; i++) {
		size_t length = body_length(agenda->documents[i].symbols);
		if (length == 0)
			continue;
		if (found && (strlen(found) != length ||
				     strncmp(found, agenda->documents[i].symbols, length) != 0))
			return; /* of several groups */
		found = arena_strndup(&agenda->arena, agenda->documents[i].symbols, length);
	}
	if (!found)
		return;
	body->symbol = found;
	body->key = arena_printf(&agenda->arena, "wg%s", strrchr(found, '.') + 1);
}

void import_session_finish(struct import *import)
{
	find_symbol(import->agenda);
	find_days(import);
	make_id(import);
	find_zone(import->agenda);
}
