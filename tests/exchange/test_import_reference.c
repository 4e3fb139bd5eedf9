/* SPDX-License-Identifier: MIT */
/*
 * A provisional agenda as it was published, read where it is present: it gives the items,
 * slots, documents and mandates of the agenda file that was written from it by hand. An
 * invented one of the same structure is tests/exchange/imported/dunes-2012.txt.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/str.h"
#include "exchange/agenda_file.h"
#include "exchange/agenda_import.h"

static const char published[] = "../shared/reference/provisional-agenda-2012.txt";
static const char by_hand[] = "agendas/2012-10-17-wg-technical-assistance.yaml";

/* All that the two must agree in, a line each. */
static void show(const struct agenda *agenda, struct str *out)
{
	str_addf(out, "%s %s %s-%s %s %s %s\n", agenda->title, agenda->place, agenda->from,
		agenda->to, agenda->date, agenda->distribution, agenda->language);
	str_addf(out, "%s\n", agenda->organ);
	for (size_t i = 0; i < agenda->body_count; i++)
		str_addf(out, "%s %s %s\n", agenda->bodies[i].key, agenda->bodies[i].name,
			agenda->bodies[i].symbol);
	agenda_file_show(agenda, out);
	for (size_t i = 0; i < agenda->item_count; i++) {
		const struct agenda_item *item = &agenda->items[i];
		for (size_t k = 0; k < item->joint_count; k++)
			str_addf(out, "%s joint with %s\n", item->printed,
				agenda->bodies[item->joint[k].body].key);
		for (size_t k = 0; k < item->mandate_count; k++)
			str_addf(out, "%s %s %s %s\n", item->printed, item->mandates[k].kind,
				item->mandates[k].number, item->mandates[k].title);
		for (size_t k = 0; k < item->document_count; k++) {
			const struct agenda_document *document =
				&agenda->documents[item->documents[k]];
			str_addf(out, "%s %s on %s (%s)\n", item->printed, document->kind,
				document->title, document->symbols);
		}
	}
	for (size_t i = 0; i < agenda->slot_count; i++)
		for (size_t k = 0; k < agenda->slots[i].item_count; k++)
			if (agenda->slots[i].items[k].title)
				str_addf(out, "slot %s\n", agenda->slots[i].items[k].title);
}

static void the_published_agenda_gives_what_was_written_by_hand(void **state)
{
	struct agenda imported, written;
	struct reading reading;
	struct messages messages;
	struct err err = {0};
	struct str left, right, bytes;

	(void)state;
	str_init(&bytes);
	if (!file_read(published, 1 << 20, &bytes, &err)) {
		print_message("%s is not here\n", published);
		skip();
	}
	agenda_init(&imported);
	agenda_init(&written);
	reading_init(&reading);
	messages_init(&messages, published);
	str_init(&left);
	str_init(&right);
	assert_true(reading_parse(&reading, published, bytes.text, bytes.length, &err));
	assert_true(agenda_import(&reading, published, &imported, &messages, &err));
	assert_true(agenda_file_read(by_hand, &written, &messages));
	show(&imported, &left);
	show(&written, &right);
	assert_string_equal(left.text, right.text);
	assert_int_equal(imported.unread_count, 0);
	for (size_t i = 0; i < imported.item_count; i++) /* what is joint is guessed here */
		assert_int_equal(imported.items[i].confidence != AGENDA_SURE,
			imported.items[i].joint_count > 0 &&
				imported.items[i].parent == AGENDA_NONE);
	str_clear(&bytes);
	str_clear(&left);
	str_clear(&right);
	messages_clear(&messages);
	reading_clear(&reading);
	agenda_clear(&written);
	agenda_clear(&imported);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_published_agenda_gives_what_was_written_by_hand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
