/* SPDX-License-Identifier: MIT */
/* Corrections of an agenda: the printed order stays, and nothing is dropped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "model/agenda_edit.h"

static struct agenda agenda;
static struct err err;

/* 1, (a), (b), (c), 2, 3; all of a list that one body has. */
static int set_up(void **state)
{
	static const struct {
		const char *number, *title;
	} items[] = {{"1", "Matters"}, {"(a)", "Opening"}, {"(b)", "Agenda"}, {"(c)", "Chairs"},
		{"2", "Wells"}, {"3", "Springs"}};

	(void)state;
	err = (struct err){0};
	agenda_init(&agenda);
	agenda.from = "2019-06-03";
	agenda.to = "2019-06-04";
	agenda.bodies = arena_alloc(&agenda.arena, sizeof *agenda.bodies);
	agenda.bodies[0] = (struct agenda_body){.key = "wg1", .name = "Group"};
	agenda.body_count = 1;
	for (size_t i = 0; i < sizeof items / sizeof items[0]; i++)
		assert_int_not_equal(agenda_edit_add(&agenda, AGENDA_NONE, items[i].number,
					     items[i].title, &err),
			AGENDA_NONE);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	agenda_clear(&agenda);
	return 0;
}

static const char *printed(void)
{
	static char line[400];

	line[0] = '\0';
	for (size_t i = 0; i < agenda.item_count; i++)
		snprintf(line + strlen(line), sizeof line - strlen(line), "%s%s %s", i ? "; " : "",
			agenda.items[i].printed, agenda.items[i].title);
	return line;
}

static void slot_of(const char *items)
{
	struct agenda_slot_words words = {.day = "3 June",
		.hours = "10 a.m.-1 p.m.",
		.items = items,
		.label = "",
		.room = ""};

	if (!agenda_edit_slot(&agenda, AGENDA_NONE, &words, &err))
		fail_msg("%s", err.text);
}

static const char *slot_items(size_t slot)
{
	static char line[100];
	struct str text;

	str_init(&text);
	agenda_edit_slot_items(&agenda, slot, &text);
	snprintf(line, sizeof line, "%s", text.text);
	str_clear(&text);
	return line;
}

static void a_number_says_the_level_of_a_new_item(void **state)
{
	(void)state;
	assert_string_equal(printed(),
		"1 Matters; 1 (a) Opening; 1 (b) Agenda; 1 (c) Chairs; 2 Wells; 3 Springs");
	agenda_edit_add(&agenda, 4, "(a)", "Deep ones", &err);
	agenda_edit_add(&agenda, 5, "(i)", "Very deep ones", &err);
	agenda_edit_add(&agenda, 6, "(b)", "Dry ones", &err);
	agenda_edit_add(&agenda, 0, "3 (a)", "Warm ones", &err);
	assert_string_equal(printed(),
		"1 Matters; 1 (a) Opening; 1 (b) Agenda; 1 (c) Chairs; 2 Wells; 2 (a) Deep ones; "
		"2 (a) (i) Very deep ones; 2 (b) Dry ones; 3 Springs; 3 (a) Warm ones");
}

static void a_raised_item_takes_what_followed_below_it(void **state)
{
	(void)state;
	slot_of("1 (a), 1 (b), 1 (c)");
	assert_true(agenda_edit_raise(&agenda, 2, &err));
	assert_string_equal(
		printed(), "1 Matters; 1 (a) Opening; 4 Agenda; 4 (c) Chairs; 2 Wells; 3 Springs");
	assert_string_equal(slot_items(0), "1 (a), 4, 4 (c)");
	assert_false(agenda_edit_raise(&agenda, 0, &err));
}

static void a_lowered_item_is_below_the_one_above_it(void **state)
{
	(void)state;
	assert_true(agenda_edit_lower(&agenda, 4, &err));
	assert_string_equal(printed(),
		"1 Matters; 1 (a) Opening; 1 (b) Agenda; 1 (c) Chairs; 1 (d) Wells; 3 Springs");
	assert_true(agenda_edit_lower(&agenda, 4, &err));
	assert_string_equal(printed(), "1 Matters; 1 (a) Opening; 1 (b) Agenda; 1 (c) Chairs; "
				       "1 (c) (i) Wells; 3 Springs");
	assert_false(agenda_edit_lower(&agenda, 0, &err));
	assert_non_null(strstr(err.text, "none to put it under"));
}

static void an_item_that_is_taken_out_is_unread_with_all_its_text(void **state)
{
	(void)state;
	slot_of("1 (b)");
	slot_of("2, 3");
	agenda_edit_annotation(&agenda, 2, "It is to be adopted.");
	agenda_edit_remove(&agenda, 0, (struct agenda_lines){7, 9});
	assert_string_equal(printed(), "2 Wells; 3 Springs");
	assert_int_equal(agenda.unread_count, 1);
	assert_int_equal(agenda.unread[0].first_line, 7);
	assert_int_equal(agenda.unread[0].last_line, 9);
	assert_string_equal(agenda.unread[0].text,
		"1 Matters\n(a) Opening\n(b) Agenda\nIt is to be adopted.\n(c) Chairs");
	assert_string_equal(slot_items(0), "");
	assert_string_equal(agenda.slots[0].label, "Agenda");
	assert_string_equal(slot_items(1), "2, 3");
}

static void a_piece_becomes_an_item_and_the_rest_of_it_stays(void **state)
{
	(void)state;
	agenda_edit_remove(&agenda, 5, (struct agenda_lines){7, 9});
	agenda.unread[0].text = "3. Springs\nand where they are";
	assert_int_equal(agenda_edit_piece_item(&agenda, 0, 4, "3", "Springs", &err), 5);
	assert_string_equal(agenda.items[5].printed, "3");
	assert_int_equal(agenda.unread_count, 1);
	assert_string_equal(agenda.unread[0].text, "and where they are");
	agenda_edit_piece_annotate(&agenda, 0, 5);
	assert_int_equal(agenda.unread_count, 0);
	assert_string_equal(agenda.items[5].annotation, "and where they are");
}

static void nothing_of_a_piece_is_lost_under_a_title_in_other_words(void **state)
{
	(void)state;
	agenda_edit_remove(&agenda, 5, (struct agenda_lines){7, 9});
	agenda.unread[0].text =
		"3. Sprlngs\nand where they are, what they hold and who draws from them";
	assert_int_equal(agenda_edit_piece_item(&agenda, 0, 4, "3", "Springs", &err), 5);
	assert_int_equal(agenda.unread_count, 1);
	assert_non_null(strstr(agenda.unread[0].text, "who draws from them"));
	agenda.unread[0].text = "4. Welis";
	assert_int_equal(agenda_edit_piece_item(&agenda, 0, 5, "9", "Wells", &err), 6);
	assert_int_equal(agenda.unread_count, 0);
}

static void the_next_number_is_that_of_the_level(void **state)
{
	struct str text;

	(void)state;
	str_init(&text);
	agenda_edit_next_number(&agenda, 1, &text);
	str_addc(&text, ' ');
	agenda_edit_next_number(&agenda, 5, &text);
	assert_string_equal(text.text, "(d) 4");
	str_clear(&text);
}

static void a_slot_is_typed_as_it_is_printed(void **state)
{
	struct agenda_slot_words words = {.day = "Tuesday, 4 June",
		.hours = "3-6 p.m.",
		.items = "2 and 3",
		.label = "",
		.room = "Room M"};
	struct str hours;

	(void)state;
	assert_true(agenda_edit_slot(&agenda, AGENDA_NONE, &words, &err));
	words.day = "2019-06-03";
	words.hours = "morning";
	assert_true(agenda_edit_slot(&agenda, AGENDA_NONE, &words, &err));
	assert_string_equal(agenda.slots[0].date, "2019-06-03");
	assert_string_equal(agenda.slots[0].half, "am");
	assert_string_equal(agenda.slots[1].date, "2019-06-04");
	assert_string_equal(slot_items(1), "2, 3");
	str_init(&hours);
	agenda_edit_slot_hours(&agenda.slots[1], &hours);
	assert_string_equal(hours.text, "3-6 p.m.");
	str_clear(&hours);
	words.items = "9";
	assert_false(agenda_edit_slot(&agenda, 0, &words, &err));
	assert_non_null(strstr(err.text, "there is no item '9'"));
	words.items = "";
	words.hours = "soon";
	assert_false(agenda_edit_slot(&agenda, 0, &words, &err));
	agenda_edit_slot_remove(&agenda, 1, (struct agenda_lines){0, 0});
	assert_string_equal(agenda.unread[0].text, "Tuesday, 4 June 2019 3-6 p.m. 2, 3, Room M");
}

static void a_document_is_under_the_items_that_are_named(void **state)
{
	struct str items;

	(void)state;
	assert_true(agenda_edit_document(
		&agenda, AGENDA_NONE, "Note", "on wells", "RIV/2019/1", "2, 3", &err));
	assert_true(agenda_edit_document(&agenda, AGENDA_NONE, "", "", "RIV/2019/2", "3", &err));
	assert_true(agenda_edit_document(&agenda, 0, "Note", "on wells", "RIV/2019/1", "2", &err));
	str_init(&items);
	agenda_edit_document_items(&agenda, 0, &items);
	str_addc(&items, '|');
	agenda_edit_document_items(&agenda, 1, &items);
	assert_string_equal(items.text, "2|3");
	agenda_edit_document_remove(&agenda, 0, (struct agenda_lines){5, 5});
	assert_string_equal(agenda.unread[0].text, "Note on wells RIV/2019/1");
	str_reset(&items);
	agenda_edit_document_items(&agenda, 0, &items);
	assert_string_equal(items.text, "3");
	str_clear(&items);
	/* One that is known by its symbol alone goes with its item, into the piece. */
	agenda_edit_remove(&agenda, 5, (struct agenda_lines){6, 6});
	assert_string_equal(agenda.unread[1].text, "3 Springs\nRIV/2019/2");
}

static void a_day_of_the_session_may_be_typed_in_words(void **state)
{
	(void)state;
	agenda_edit_field(&agenda, AGENDA_FIELD_TO, "5 June 2019");
	assert_string_equal(agenda.to, "2019-06-05");
	agenda_edit_field(&agenda, AGENDA_FIELD_TO, "never");
	assert_string_equal(agenda.to, "never");
	agenda_edit_field(&agenda, AGENDA_FIELD_PLACE, "");
	assert_string_equal(agenda_field_value(&agenda, AGENDA_FIELD_PLACE), "");
}

static const char *joint_with(size_t item)
{
	static char line[100];
	struct str text;

	str_init(&text);
	agenda_edit_joint_words(&agenda, item, &text);
	snprintf(line, sizeof line, "%s", text.text);
	str_clear(&text);
	return line;
}

static void an_item_is_joint_with_the_bodies_that_are_typed(void **state)
{
	(void)state;
	agenda.items[4].confidence = AGENDA_LIKELY;
	assert_true(agenda_edit_joint(&agenda, 4, "the Working Group on Weirs", &err));
	assert_string_equal(agenda.bodies[1].name, "Working Group on Weirs");
	assert_string_equal(joint_with(4), "wgw");
	assert_int_equal(agenda.items[4].confidence, AGENDA_SURE);
	assert_true(agenda_edit_joint(
		&agenda, 5, " working group on weirs:2 ; Watch on Gulls and Whales ", &err));
	assert_string_equal(joint_with(5), "wgw:2, wgw2");
	assert_int_equal(agenda.body_count, 3);
	assert_false(agenda_edit_joint(&agenda, 4, "wgx", &err));
	assert_non_null(strstr(err.text, "there is no body 'wgx'"));
	assert_true(agenda_edit_joint(&agenda, 5, "", &err));
	assert_string_equal(joint_with(5), "");
}

static void a_body_goes_once_nothing_belongs_to_it(void **state)
{
	struct agenda_lines nowhere = {0, 0};

	(void)state;
	assert_false(agenda_edit_body_remove(&agenda, 0, nowhere, &err));
	assert_true(agenda_edit_joint(&agenda, 4, "Group of Eels, Group of Pike", &err));
	assert_string_equal(joint_with(4), "ge, gp");
	assert_false(agenda_edit_body_remove(&agenda, 1, nowhere, &err));
	assert_string_equal(
		err.text, "item 2 belongs to it: say first on the item with whom it is joint");
	assert_true(agenda_edit_joint(&agenda, 4, "gp", &err));
	assert_true(agenda_edit_body_remove(&agenda, 1, nowhere, &err));
	assert_int_equal(agenda.body_count, 2);
	assert_string_equal(joint_with(4), "gp");
	assert_string_equal(agenda.unread[0].text, "Group of Eels");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_says_the_level_of_a_new_item),
		TEST(a_raised_item_takes_what_followed_below_it),
		TEST(a_lowered_item_is_below_the_one_above_it),
		TEST(an_item_that_is_taken_out_is_unread_with_all_its_text),
		TEST(a_piece_becomes_an_item_and_the_rest_of_it_stays),
		TEST(nothing_of_a_piece_is_lost_under_a_title_in_other_words),
		TEST(the_next_number_is_that_of_the_level),
		TEST(a_slot_is_typed_as_it_is_printed),
		TEST(a_document_is_under_the_items_that_are_named),
		TEST(a_day_of_the_session_may_be_typed_in_words),
		TEST(an_item_is_joint_with_the_bodies_that_are_typed),
		TEST(a_body_goes_once_nothing_belongs_to_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
