/* SPDX-License-Identifier: MIT */
/*
 * The one form in which the program writes agenda files, in the order in which
 * rapporteur-agenda(5) describes the parts. What follows from something else is not
 * written: the body of an item that is the first, the bodies of a sub-item. The first
 * line holds a sum of all the others, so that a file that somebody has worked on is
 * known and left alone.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "exchange/agenda_write.h"
#include "model/symbol.h"
#include "yaml_write.h"

static const char mark[] = "# Written by rapporteur, and not changed since if this is right: ";

/* --- session, bodies, agenda, officers --- */

static void write_session(struct yaml_out *yaml, const struct agenda *agenda)
{
	yaml_open(yaml, "session");
	yaml_text(yaml, "id", agenda->id);
	yaml_text(yaml, "title", agenda->title);
	yaml_text(yaml, "organ", agenda->organ);
	yaml_text(yaml, "place", agenda->place);
	yaml_text(yaml, "from", agenda->from);
	yaml_text(yaml, "to", agenda->to);
	yaml_text(yaml, "timezone", agenda->timezone);
	yaml_text(yaml, "rules", agenda->rules);
	yaml_close(yaml);
}

static void write_bodies(struct yaml_out *yaml, const struct agenda *agenda)
{
	if (!agenda->body_count)
		return;
	str_addc(yaml->out, '\n');
	yaml_open(yaml, "bodies");
	for (size_t i = 0; i < agenda->body_count; i++) {
		const struct agenda_body *body = &agenda->bodies[i];
		yaml_entry(yaml);
		yaml_text(yaml, "id", body->key);
		yaml_text(yaml, "name", body->name);
		yaml_text(yaml, "short", body->short_name);
		yaml_text(yaml, "symbol", body->symbol);
		yaml_text(yaml, "session", body->session);
		yaml_entry_end(yaml);
	}
	yaml_close(yaml);
}

/* "A/1-B/2" as [A/1, B/2]. */
static void write_symbols(struct yaml_out *yaml, const char *symbols)
{
	const char *symbol;
	size_t length;
	bool first = true;

	if (!symbols || !*symbols)
		return;
	while ((symbol = symbol_next(&symbols, &length))) {
		struct str one;
		str_init(&one);
		str_addn(&one, symbol, length);
		/* A "*" behind it belongs to the symbol as it was given. */
		while (symbol + length < symbols && (symbol[length] == '*'))
			str_addc(&one, symbol[length++]);
		yaml_flow(yaml, "symbols", one.text, first, false);
		str_clear(&one);
		first = false;
	}
	yaml_flow_end(yaml);
}

static void write_head(struct yaml_out *yaml, const struct agenda *agenda)
{
	const char *const texts[][2] = {{"status", agenda->status}, {NULL, agenda->symbols},
		{"date", agenda->date}, {"distribution", agenda->distribution},
		{"language", agenda->language}, {"heading", agenda->heading},
		{"annex", agenda->annex}};
	const size_t count = sizeof texts / sizeof texts[0];
	bool any = false;

	for (size_t i = 0; i < count; i++)
		any = any || (texts[i][1] && *texts[i][1]);
	if (!any)
		return;
	str_addc(yaml->out, '\n');
	yaml_open(yaml, "agenda");
	for (size_t i = 0; i < count; i++) {
		if (texts[i][0])
			yaml_text(yaml, texts[i][0], texts[i][1]);
		else
			write_symbols(yaml, texts[i][1]);
	}
	yaml_close(yaml);
}

static void write_officers(struct yaml_out *yaml, const struct agenda *agenda)
{
	if (!agenda->officer_count)
		return;
	str_addc(yaml->out, '\n');
	yaml_open(yaml, "officers");
	for (size_t i = 0; i < agenda->officer_count; i++) {
		const struct agenda_officer *officer = &agenda->officers[i];
		yaml_entry(yaml);
		yaml_text(yaml, "role", officer->role);
		yaml_text(yaml, "name", officer->name);
		yaml_text(yaml, "country", officer->country);
		if (officer->body && officer->body < agenda->body_count)
			yaml_text(yaml, "body", agenda->bodies[officer->body].key);
		yaml_entry_end(yaml);
	}
	yaml_close(yaml);
}

/* --- items --- */

static void write_mandates(struct yaml_out *yaml, const struct agenda_item *item)
{
	if (!item->mandate_count)
		return;
	yaml_open(yaml, "mandates");
	for (size_t i = 0; i < item->mandate_count; i++) {
		yaml_entry(yaml);
		yaml_text(yaml, "kind", item->mandates[i].kind);
		yaml_quoted(yaml, "number", item->mandates[i].number);
		yaml_text(yaml, "title", item->mandates[i].title);
		yaml_entry_end(yaml);
	}
	yaml_close(yaml);
}

/* One that is known by its symbol alone is named under its items. */
static bool is_listed(const struct agenda_document *document)
{
	return (document->title && *document->title) || (document->kind && *document->kind);
}

/* The first of its symbols: each of them names it. */
static void write_cited(
	struct yaml_out *yaml, const struct agenda *agenda, const struct agenda_item *item)
{
	for (size_t i = 0; i < item->document_count; i++) {
		const struct agenda_document *document = &agenda->documents[item->documents[i]];
		const char *rest = document->symbols;
		struct str one;
		size_t length;
		str_init(&one);
		const char *symbol = symbol_next(&rest, &length);
		if (is_listed(document) && symbol && *rest)
			str_addn(&one, symbol, length);
		else
			str_add(&one, document->symbols);
		yaml_flow(yaml, "documents", one.text, i == 0, false);
		str_clear(&one);
	}
	if (item->document_count)
		yaml_flow_end(yaml);
}

/* Sub-items have the bodies of their item. */
static void write_item_bodies(
	struct yaml_out *yaml, const struct agenda *agenda, const struct agenda_item *item)
{
	if (item->parent != AGENDA_NONE)
		return;
	if (item->body && item->body < agenda->body_count) {
		yaml_flow(yaml, "bodies", agenda->bodies[item->body].key, true, false);
		yaml_flow_end(yaml);
	}
	if (!item->joint_count)
		return;
	yaml_open(yaml, "joint");
	for (size_t i = 0; i < item->joint_count; i++) {
		yaml_entry(yaml);
		yaml_text(yaml, "body", agenda->bodies[item->joint[i].body].key);
		if (item->joint[i].number)
			yaml_quoted(yaml, "number", item->joint[i].number);
		yaml_entry_end(yaml);
	}
	yaml_close(yaml);
}

static const char *confidence_name(enum agenda_confidence confidence)
{
	static const char *const names[] = {
		[AGENDA_SURE] = NULL, [AGENDA_LIKELY] = "likely", [AGENDA_DOUBTFUL] = "doubtful"};

	return names[confidence];
}

static void write_items(struct yaml_out *yaml, const struct agenda *agenda, size_t parent);

static void write_item(struct yaml_out *yaml, const struct agenda *agenda, size_t index)
{
	const struct agenda_item *item = &agenda->items[index];

	yaml_entry(yaml);
	yaml_quoted(yaml, "number", item->number);
	yaml_text(yaml, "title", item->title);
	yaml_text(yaml, "confidence", confidence_name(item->confidence));
	yaml_text(yaml, "heading", item->heading);
	yaml_text(yaml, "annotation", item->annotation);
	write_item_bodies(yaml, agenda, item);
	write_mandates(yaml, item);
	write_cited(yaml, agenda, item);
	write_items(yaml, agenda, index);
	yaml_entry_end(yaml);
}

/* Sub-items stand behind their item. */
static void write_items(struct yaml_out *yaml, const struct agenda *agenda, size_t parent)
{
	bool any = false;

	for (size_t i = parent == AGENDA_NONE ? 0 : parent + 1; i < agenda->item_count; i++) {
		if (agenda->items[i].parent != parent)
			continue;
		if (!any)
			yaml_open(yaml, "items");
		any = true;
		write_item(yaml, agenda, i);
	}
	if (any)
		yaml_close(yaml);
}

/* --- documents --- */

static void write_documents(struct yaml_out *yaml, const struct agenda *agenda)
{
	bool any = false;

	for (size_t i = 0; i < agenda->document_count; i++) {
		const struct agenda_document *document = &agenda->documents[i];
		if (!is_listed(document))
			continue;
		if (!any) {
			str_addc(yaml->out, '\n');
			yaml_open(yaml, "documents");
		}
		any = true;
		yaml_entry(yaml);
		yaml_text(yaml, "kind", document->kind);
		yaml_text(yaml, "title", document->title);
		write_symbols(yaml, document->symbols);
		yaml_entry_end(yaml);
	}
	if (any)
		yaml_close(yaml);
}

/* --- organization of work --- */

static void write_time(struct yaml_out *yaml, const char *key, int minute)
{
	char text[24];

	if (minute < 0)
		return;
	snprintf(text, sizeof text, "%02d:%02d", minute / 60, minute % 60);
	yaml_quoted(yaml, key, text);
}

/* As printed, with its body where the number alone does not find it. */
static void add_reference(const struct agenda *agenda, size_t item, struct str *out)
{
	const struct agenda_item *it = &agenda->items[item];

	if (agenda_find(agenda, it->printed) != item)
		str_addf(out, "%s:", agenda->bodies[it->body].key);
	str_add(out, it->printed);
}

static void write_planned(
	struct yaml_out *yaml, const struct agenda *agenda, const struct agenda_slot *slot)
{
	bool worded = false;
	struct str reference;

	str_init(&reference);
	for (size_t i = 0; i < slot->item_count; i++)
		worded = worded || slot->items[i].title;
	if (worded)
		yaml_open(yaml, "items");
	for (size_t i = 0; i < slot->item_count; i++) {
		const struct agenda_slot_item *planned = &slot->items[i];
		str_reset(&reference);
		add_reference(agenda, planned->item, &reference);
		if (!worded) {
			yaml_flow(yaml, "items", reference.text, i == 0, true);
		} else if (!planned->title) {
			yaml_quoted_entry(yaml, reference.text);
		} else {
			yaml_entry(yaml);
			yaml_quoted(yaml, "item", reference.text);
			yaml_text(yaml, "title", planned->title);
			yaml_entry_end(yaml);
		}
	}
	if (worded)
		yaml_close(yaml);
	else if (slot->item_count)
		yaml_flow_end(yaml);
	str_clear(&reference);
}

static void write_slot(
	struct yaml_out *yaml, const struct agenda *agenda, const struct agenda_slot *slot)
{
	yaml_entry(yaml);
	write_time(yaml, "from", slot->from);
	write_time(yaml, "to", slot->to);
	yaml_text(yaml, "half", slot->half);
	yaml_text(yaml, "room", slot->room);
	yaml_text(yaml, "label", slot->label);
	write_planned(yaml, agenda, slot);
	yaml_entry_end(yaml);
}

static const char *date_of(const struct agenda_slot *slot)
{
	return slot->date ? slot->date : "";
}

/* Slots that follow one another on one day stand under it. */
static void write_days(struct yaml_out *yaml, const struct agenda *agenda)
{
	if (!agenda->slot_count)
		return;
	str_addc(yaml->out, '\n');
	yaml_open(yaml, "organization_of_work");
	for (size_t i = 0; i < agenda->slot_count;) {
		const char *date = date_of(&agenda->slots[i]);
		yaml_entry(yaml);
		yaml_text(yaml, "date", date);
		yaml_open(yaml, "slots");
		for (; i < agenda->slot_count && strcmp(date_of(&agenda->slots[i]), date) == 0; i++)
			write_slot(yaml, agenda, &agenda->slots[i]);
		yaml_close(yaml);
		yaml_entry_end(yaml);
	}
	yaml_close(yaml);
}

/* --- what was not understood --- */

static void write_unread(struct yaml_out *yaml, const struct agenda *agenda)
{
	char lines[40];

	if (!agenda->unread_count)
		return;
	str_addc(yaml->out, '\n');
	yaml_open(yaml, "unread");
	for (size_t i = 0; i < agenda->unread_count; i++) {
		const struct agenda_piece *piece = &agenda->unread[i];
		if (!*piece->text)
			continue;
		if (piece->last_line > piece->first_line)
			snprintf(lines, sizeof lines, "%d-%d", piece->first_line, piece->last_line);
		else
			snprintf(lines, sizeof lines, "%d", piece->first_line);
		yaml_entry(yaml);
		yaml_text(yaml, "lines", piece->first_line > 0 ? lines : NULL);
		yaml_text(yaml, "text", piece->text);
		yaml_entry_end(yaml);
	}
	yaml_close(yaml);
}

/* --- all --- */

static uint64_t sum_of(const char *text, size_t length)
{
	uint64_t sum = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < length; i++)
		sum = (sum ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
	return sum;
}

void agenda_write(const struct agenda *agenda, struct str *out)
{
	struct str rest;
	struct yaml_out yaml = {.out = &rest};

	str_init(&rest);
	str_add(&rest, "\nrapporteur: agenda/1\n\n");
	write_session(&yaml, agenda);
	write_bodies(&yaml, agenda);
	write_head(&yaml, agenda);
	write_officers(&yaml, agenda);
	str_addc(&rest, '\n');
	write_items(&yaml, agenda, AGENDA_NONE);
	write_documents(&yaml, agenda);
	write_days(&yaml, agenda);
	write_unread(&yaml, agenda);
	str_addf(out, "%s%016" PRIx64 "\n%s", mark, sum_of(rest.text, rest.length), rest.text);
	str_clear(&rest);
}

bool agenda_is_written(const char *text, size_t length)
{
	const size_t begin = sizeof mark - 1, digits = 16;
	char sum[17];

	if (length < begin + digits + 1 || memcmp(text, mark, begin) != 0 ||
		text[begin + digits] != '\n')
		return false;
	snprintf(sum, sizeof sum, "%016" PRIx64,
		sum_of(text + begin + digits + 1, length - begin - digits - 1));
	return memcmp(sum, text + begin, digits) == 0;
}
