/* SPDX-License-Identifier: MIT */
/* Good agenda files: what is read out of them, value by value. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "exchange/agenda_file.h"
#include "support/exchange/golden.h"

/* --- everything of an agenda as text --- */

static const char *or_none(const char *text)
{
	return text ? text : "-";
}

static void dump_heads(const struct agenda *agenda, struct str *out)
{
	str_addf(out, "session %s | %s | %s | %s | %s to %s | %s\n", agenda->id, agenda->title,
		or_none(agenda->organ), or_none(agenda->place), agenda->from, agenda->to,
		or_none(agenda->timezone));
	str_addf(out, "agenda %s | %s | %s | %s | %s | %s | %s\n", or_none(agenda->status),
		or_none(agenda->symbols), or_none(agenda->date), or_none(agenda->distribution),
		or_none(agenda->language), or_none(agenda->heading), or_none(agenda->annex));
	for (size_t i = 0; i < agenda->body_count; i++)
		str_addf(out, "body %s | %s | %s | %s | %s | line %d\n", agenda->bodies[i].key,
			agenda->bodies[i].name, or_none(agenda->bodies[i].short_name),
			or_none(agenda->bodies[i].symbol), or_none(agenda->bodies[i].session),
			agenda->bodies[i].line);
	for (size_t i = 0; i < agenda->officer_count; i++)
		str_addf(out, "officer %s | %s | %s | %s\n",
			agenda->bodies[agenda->officers[i].body].key, agenda->officers[i].role,
			agenda->officers[i].name, or_none(agenda->officers[i].country));
	for (size_t i = 0; i < agenda->document_count; i++)
		str_addf(out, "document %s | %s | %s | line %d\n",
			or_none(agenda->documents[i].kind), agenda->documents[i].title,
			agenda->documents[i].symbols, agenda->documents[i].line);
}

static void dump_item(const struct agenda *agenda, const struct agenda_item *item, struct str *out)
{
	str_addf(out, "item %s:%s | %s | %s | parent %s | line %d\n",
		agenda->bodies[item->body].key, item->printed, item->number, item->title,
		item->parent == AGENDA_NONE ? "-" : agenda->items[item->parent].printed,
		item->line);
	for (size_t i = 0; i < item->joint_count; i++)
		str_addf(out, "  joint %s:%s\n", agenda->bodies[item->joint[i].body].key,
			or_none(item->joint[i].number));
	for (size_t i = 0; i < item->mandate_count; i++)
		str_addf(out, "  mandate %s | %s | %s\n", item->mandates[i].kind,
			item->mandates[i].number, or_none(item->mandates[i].title));
	for (size_t i = 0; i < item->document_count; i++)
		str_addf(out, "  document %s\n", agenda->documents[item->documents[i]].symbols);
	if (item->confidence != AGENDA_SURE)
		str_addf(out, "  confidence %d\n", (int)item->confidence);
	if (item->heading)
		str_addf(out, "  heading %s\n", item->heading);
	if (item->annotation)
		str_addf(out, "  annotation [%s]\n", item->annotation);
}

static void dump_slot(const struct agenda *agenda, const struct agenda_slot *slot, struct str *out)
{
	str_addf(out, "slot %s | %d to %d | %s | room %s | label %s | line %d\n", slot->date,
		slot->from, slot->to, or_none(slot->half), or_none(slot->room),
		or_none(slot->label), slot->line);
	for (size_t i = 0; i < slot->item_count; i++) {
		const struct agenda_item *item = &agenda->items[slot->items[i].item];
		str_addf(out, "  %s:%s | %s\n", agenda->bodies[item->body].key, item->printed,
			or_none(slot->items[i].title));
	}
}

static void dump(const struct agenda *agenda, struct str *out)
{
	dump_heads(agenda, out);
	for (size_t i = 0; i < agenda->item_count; i++)
		dump_item(agenda, &agenda->items[i], out);
	for (size_t i = 0; i < agenda->slot_count; i++)
		dump_slot(agenda, &agenda->slots[i], out);
	str_add(out, "--- show\n");
	agenda_file_show(agenda, out);
}

/* Reads a file about which there is nothing to say. */
static void read_clean(const char *path, struct agenda *agenda)
{
	struct messages messages;
	struct str said;

	str_init(&said);
	messages_init(&messages, "");
	agenda_init(agenda);
	bool good = agenda_file_read(path, agenda, &messages);
	messages_format(&messages, &said);
	if (!good || said.length > 0)
		fail_msg("%s", said.text);
	str_clear(&said);
	messages_clear(&messages);
}

/* The reader finds items by a table of its own: it must agree with the model. */
static void assert_items_are_found(const struct agenda *agenda)
{
	for (size_t i = 0; i < agenda->item_count; i++) {
		const struct agenda_item *item = &agenda->items[i];
		struct str reference;
		str_init(&reference);
		str_addf(&reference, "%s:%s", agenda->bodies[item->body].key, item->printed);
		assert_int_equal(agenda_find(agenda, reference.text), i);
		for (size_t j = 0; j < item->joint_count; j++) {
			str_reset(&reference);
			str_addf(&reference, "%s:%s", agenda->bodies[item->joint[j].body].key,
				item->joint[j].number ? item->joint[j].number : item->printed);
			assert_int_equal(agenda_find(agenda, reference.text), i);
		}
		str_clear(&reference);
	}
}

static void assert_read_whole(const char *ending)
{
	static const char folder[] = "tests/exchange/good";
	size_t count;
	char **names = golden_list(folder, ending, &count);

	assert_int_not_equal(count, 0);
	for (size_t i = 0; i < count; i++) {
		char *path = mem_printf("%s/%s", folder, names[i]);
		char *golden = mem_printf("%.*s.txt", (int)strlen(path) - 5, path);
		struct agenda agenda;
		struct str text;
		str_init(&text);
		read_clean(path, &agenda);
		dump(&agenda, &text);
		assert_items_are_found(&agenda);
		golden_compare(golden, text.text);
		str_clear(&text);
		agenda_clear(&agenda);
		free(golden);
		free(path);
		free(names[i]);
	}
	free(names);
}

static void good_files_are_read_whole(void **state)
{
	(void)state;
	assert_read_whole(".yaml");
	assert_read_whole(".json"); /* which is YAML */
}

/* --- the session of 2012 --- */

static const char example[] = "agendas/2012-10-17-wg-technical-assistance.yaml";

static void assert_documents(
	const struct agenda *agenda, const char *item, size_t count, const char *const symbols[])
{
	const struct agenda_item *found = &agenda->items[agenda_find(agenda, item)];

	assert_int_equal(found->document_count, count);
	for (size_t i = 0; i < count; i++)
		assert_string_equal(agenda->documents[found->documents[i]].symbols, symbols[i]);
}

static void assert_slot(const struct agenda *agenda, size_t index, const char *date, int from,
	int to, const char *items)
{
	const struct agenda_slot *slot = &agenda->slots[index];
	struct str found;

	assert_string_equal(slot->date, date);
	assert_int_equal(slot->from, from * 60);
	assert_int_equal(slot->to, to * 60);
	str_init(&found);
	for (size_t i = 0; i < slot->item_count; i++)
		str_addf(&found, "%s%s", i ? ", " : "", agenda->items[slot->items[i].item].printed);
	assert_string_equal(found.text, items);
	str_clear(&found);
}

static void the_items_of_2012_are_those_of_the_document(void **state)
{
	static const char *const printed[] = {
		"1", "1 (a)", "1 (b)", "2", "3", "4", "5", "6", "7", "8"};
	struct agenda agenda;

	(void)state;
	read_clean(example, &agenda);
	assert_string_equal(agenda.id, "2012-10-17-wg-technical-assistance");
	assert_string_equal(agenda.place, "Vienna");
	assert_string_equal(agenda.from, "2012-10-17");
	assert_string_equal(agenda.to, "2012-10-18");
	assert_string_equal(agenda.symbols, "CTOC/COP/WG.2/2012/1");
	assert_int_equal(agenda.body_count, 2);
	assert_int_equal(agenda.item_count, 10);
	for (size_t i = 0; i < agenda.item_count; i++) {
		const struct agenda_item *item = &agenda.items[i];
		bool joint = strchr("67", *item->printed);
		assert_string_equal(item->printed, printed[i]);
		assert_int_equal(item->body, 0);
		assert_int_equal(item->joint_count, joint ? 1 : 0);
		if (joint)
			assert_string_equal(agenda.bodies[item->joint[0].body].key, "wg3");
	}
	assert_string_equal(
		agenda.items[2].title, "Adoption of the agenda and organization of work");
	assert_int_equal(agenda.items[1].parent, 0);
	assert_int_equal(agenda.items[2].parent, 0);
	agenda_clear(&agenda);
}

static void the_documents_of_2012_are_under_their_items(void **state)
{
	struct agenda agenda;

	(void)state;
	read_clean(example, &agenda);
	assert_documents(&agenda, "1", 0, NULL);
	assert_documents(&agenda, "1 (a)", 0, NULL);
	assert_documents(&agenda, "1 (b)", 0, NULL);
	assert_documents(&agenda, "2", 2, (const char *[]){"CTOC/COP/2012/9", "CTOC/COP/2012/10"});
	assert_documents(&agenda, "3", 1, (const char *[]){"CTOC/COP/WG.2/2012/2"});
	assert_documents(&agenda, "4", 1, (const char *[]){"CTOC/COP/2012/10"});
	assert_documents(&agenda, "5", 2, (const char *[]){"CTOC/COP/2012/7", "CTOC/COP/2012/10"});
	assert_documents(&agenda, "6", 2,
		(const char *[]){"UNODC/CCPCJ/EG.1/2012/4", "UNODC/CCPCJ/EG.1/2009/2"});
	assert_documents(
		&agenda, "7", 1, (const char *[]){"CTOC/COP/WG.2/2012/3-CTOC/COP/WG.3/2012/4"});
	assert_documents(&agenda, "8", 0, NULL);
	assert_int_equal(agenda.document_count, 7);
	agenda_clear(&agenda);
}

static void the_slots_of_2012_are_in_printed_order(void **state)
{
	struct agenda agenda;

	(void)state;
	read_clean(example, &agenda);
	assert_int_equal(agenda.slot_count, 3);
	assert_slot(&agenda, 0, "2012-10-17", 10, 13, "1 (a), 1 (b), 2");
	assert_slot(&agenda, 1, "2012-10-17", 15, 18, "3, 4, 5, 8");
	assert_slot(&agenda, 2, "2012-10-18", 10, 13, "6, 7");
	assert_null(agenda.slots[1].items[0].title);
	assert_non_null(strstr(agenda.slots[1].items[1].title, "the Organized Crime Convention"));
	assert_null(strstr(agenda.items[5].title, "the Organized Crime Convention"));
	agenda_clear(&agenda);
}

static void show_prints_lines_to_cut_at_tabs(void **state)
{
	struct agenda agenda;
	struct str shown;

	(void)state;
	read_clean(example, &agenda);
	str_init(&shown);
	agenda_file_show(&agenda, &shown);
	assert_non_null(strstr(shown.text, "item\t1\tOrganizational matters\n"
					   "item\t1.a\tOpening of the meeting\n"));
	assert_non_null(strstr(shown.text, "item\t8\tOther matters\n"
					   "slot\t2012-10-17\t10:00\t13:00\t1.a,1.b,2\n"
					   "slot\t2012-10-17\t15:00\t18:00\t3,4,5,8\n"
					   "slot\t2012-10-18\t10:00\t13:00\t6,7\n"));
	str_clear(&shown);
	agenda_clear(&agenda);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good_files_are_read_whole),
		cmocka_unit_test(the_items_of_2012_are_those_of_the_document),
		cmocka_unit_test(the_documents_of_2012_are_under_their_items),
		cmocka_unit_test(the_slots_of_2012_are_in_printed_order),
		cmocka_unit_test(show_prints_lines_to_cut_at_tabs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
