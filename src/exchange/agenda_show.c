/* SPDX-License-Identifier: MIT */
/*
 * An agenda as lines that other programs can cut at tabs: what `agenda show`
 * prints. Numbers are dotted, so that they hold no blanks; the body stands
 * before a number that is not of the first one.
 */
#include <string.h>

#include "base/utf8.h"
#include "exchange/agenda_file.h"
#include "model/number.h"

static void add_number(const struct agenda *agenda, size_t index, struct str *out)
{
	const struct agenda_item *item = &agenda->items[index];

	if (item->body > 0)
		str_addf(out, "%s:", agenda->bodies[item->body].key);
	number_item_dotted(item->printed, out);
}

static void add_text(const char *text, struct str *out)
{
	utf8_visible(out, text, strlen(text), false);
}

static void add_time(int minutes, struct str *out)
{
	if (minutes >= 0)
		str_addf(out, "%02d:%02d", minutes / 60, minutes % 60);
}

static void show_slot(const struct agenda *agenda, const struct agenda_slot *slot, struct str *out)
{
	str_addf(out, "slot\t%s\t", slot->date);
	add_time(slot->from, out);
	str_addc(out, '\t');
	add_time(slot->to, out);
	str_addc(out, '\t');
	for (size_t i = 0; i < slot->item_count; i++) {
		if (i > 0)
			str_addc(out, ',');
		add_number(agenda, slot->items[i].item, out);
	}
	if (slot->label) {
		str_addc(out, '\t');
		add_text(slot->label, out);
	}
	str_addc(out, '\n');
}

void agenda_file_show(const struct agenda *agenda, struct str *out)
{
	for (size_t i = 0; i < agenda->item_count; i++) {
		str_add(out, "item\t");
		add_number(agenda, i, out);
		str_addc(out, '\t');
		add_text(agenda->items[i].title, out);
		str_addc(out, '\n');
	}
	for (size_t i = 0; i < agenda->slot_count; i++)
		show_slot(agenda, &agenda->slots[i], out);
}
