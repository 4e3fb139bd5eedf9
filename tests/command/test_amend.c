/* SPDX-License-Identifier: MIT */
/* The agenda and the organization of work amended in session: what is refused, what the
 * trace keeps, and what the report tells of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/agenda_change.h"
#include "store/meeting.h"
#include "support/command/one_desk.h"

/* "1 (a), 1 (b), 2" of the slot at that place. */
static void slot_has(size_t slot, const char *items)
{
	size_t count;
	const struct slot_row *rows =
		store_slots(fixture.store, fixture.desk.session, &fixture.arena, &count);

	assert_true(slot < count);
	assert_string_equal(rows[slot].items ? rows[slot].items : "", items);
}

/* The printed numbers of all items in their order. */
static void agenda_is(const char *numbers)
{
	size_t count;
	const struct item_row *rows =
		store_items(fixture.store, fixture.desk.session, &fixture.arena, &count);
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < count; i++)
		str_addf(&list, "%s%s", i ? ", " : "", rows[i].printed);
	assert_string_equal(list.text, numbers);
	str_clear(&list);
}

static const struct agenda_change *last_change(void)
{
	size_t count;
	const struct agenda_change *rows =
		store_agenda_changes(fixture.store, fixture.desk.session, &fixture.arena, &count);

	assert_true(count > 0);
	return &rows[count - 1];
}

static void reports(const char *words)
{
	const char *text = report_text();

	if (!strstr(text, words))
		fail_msg("\"%s\" is not in the report:\n%s", words, text);
}

static void reports_no(const char *words)
{
	if (strstr(report_text(), words))
		fail_msg("\"%s\" is in the report", words);
}

/* --- items --- */

static void a_body_before_a_number_is_the_body_of_the_item(void **state)
{
	struct item_row row;

	(void)state;
	SAYS("item add wg3:11 Cooperation", "item 11 added: Cooperation");
	assert_true(store_item(fixture.store,
		store_item_find(fixture.store, fixture.desk.session, "wg3:11"), &fixture.arena,
		&row));
	size_t count;
	const struct body_row *bodies =
		store_bodies(fixture.store, fixture.desk.session, &fixture.arena, &count);
	assert_int_equal(row.body, bodies[1].id);
	does("item add 'wg3:11 (a)' Extradition");
	SAYS("item add wg2:11 Another", "item 11 added: Another");
	refuses("item add wg9:12 Nothing", "there is no body 'wg9'; there are wg2 or wg3");
	refuses("item add wg3:12 Nothing --body wg2",
		"item 12 cannot be of body wg3: --body says another");
	refuses("item renumber 8 wg3:12",
		"item 8 is not of body wg3, and a number does not make it so");
	does("item renumber 8 wg2:12");
}

static void an_item_is_added_where_its_number_belongs(void **state)
{
	(void)state;
	SAYS("item add 9 Cooperation", "item 9 added: Cooperation");
	does("item add '3(a)' Threat assessments");
	does("item add '3 (b)' Strategies");
	does("item add b --under 5 Tools");
	agenda_is("1, 1 (a), 1 (b), 2, 3, 3 (a), 3 (b), 4, 5, 5 (b), 6, 7, 8, 9");
	does("item add '5(a)' Before it");
	does("item add 10 Behind the second --after 2");
	agenda_is("1, 1 (a), 1 (b), 2, 10, 3, 3 (a), 3 (b), 4, 5, 5 (a), 5 (b), 6, 7, 8, 9");
	refuses("item add 3 Again", "item 3 is there already");
	refuses("item add next Again", "is no number of an item");
	refuses("item add '12(a)' Again", "there is no item 12");
	refuses("item add 11 Again --after '3 (a)'", "under another item");
}

static void a_sub_item_has_its_place_by_letter_and_below_it_by_roman_numeral(void **state)
{
	(void)state;
	does("item add '3 (c)' Third");
	does("item add '3 (a)' First");
	for (int i = 0; i < 5; i++) {
		static const char *const lines[] = {"item add '3 (a) (i)' One",
			"item add '3 (a) (iii)' Three", "item add '3 (a) (ii)' Two",
			"item add '3 (a) (v)' Five", "item add '3 (a) (iv)' Four"};
		does(lines[i]);
	}
	does("item add '3 (i)' Ninth");
	does("item add '3 (b)' Second");
	agenda_is("1, 1 (a), 1 (b), 2, 3, 3 (a), 3 (a) (i), 3 (a) (ii), 3 (a) (iii), 3 (a) (iv), "
		  "3 (a) (v), 3 (b), 3 (c), 3 (i), 4, 5, 6, 7, 8");
}

static void an_item_under_which_something_was_logged_is_not_deleted(void **state)
{
	(void)state;
	does("meeting open");
	does("floor request can --item 3");
	refuses("item delete 3", "(its list of speakers): who asked");
	does("item open 4");
	does("statement add Spain --item 4 --from 10:01 --to 10:02");
	refuses("item delete 4", "item 4 is not deleted (1 statement): statement edit");
	does("recommendation propose 'Urges States' --item 5");
	refuses("item delete 5", "(1 recommendation)");
	does("item open '1 (b)'");
	refuses("item delete 1", "item 1 (b) is not deleted (it was taken up): what");
	SAYS("item delete 2 --renumber",
		"item 2 deleted: Follow-up to the recommendations adopted by the Working Group at "
		"its meeting held on 19 and 20 October 2010, item 3 is now 2, item 4 is now 3, "
		"item 5 is now 4, item 6 is now 5, item 7 is now 6, item 8 is now 7");
	slot_has(0, "1 (a), 1 (b)");
	slot_has(2, "5, 6");
}

static void sub_items_follow_the_number_of_their_item(void **state)
{
	(void)state;
	SAYS("item renumber 1 10", "item 1 is now item 10");
	agenda_is("10, 10 (a), 10 (b), 2, 3, 4, 5, 6, 7, 8");
	does("item renumber '10 (a)' c");
	agenda_is("10, 10 (c), 10 (b), 2, 3, 4, 5, 6, 7, 8");
	refuses("item renumber 2 3", "item 3 is there already");
	refuses("item renumber '10 (b)' '2 (b)'", "'2 (b)' is no number under item 10");
	assert_string_equal(last_change()->before, "10 (a)");
	assert_string_equal(last_change()->after, "10 (c)");
}

static void a_gap_is_closed_in_the_order_of_the_numbers(void **state)
{
	(void)state;
	does("item add 10 Museums --after 7");
	agenda_is("1, 1 (a), 1 (b), 2, 3, 4, 5, 6, 7, 10, 8");
	SAYS("item delete 6 --renumber",
		"item 6 deleted: Recommendations and outcomes of the meetings of the expert group on "
		"protection against trafficking in cultural property, item 7 is now 6, item 8 is now "
		"7, item 10 is now 8");
	agenda_is("1, 1 (a), 1 (b), 2, 3, 4, 5, 6, 8, 7");
}

static void an_item_moves_among_its_neighbours(void **state)
{
	(void)state;
	SAYS("item move 8 --before 6", "item 8 now before item 6");
	agenda_is("1, 1 (a), 1 (b), 2, 3, 4, 5, 8, 6, 7");
	assert_string_equal(last_change()->before, "after 7");
	SAYS("item move 2 --after 4 --renumber",
		"item 2 now after item 4, item 3 is now 2, item 4 is now 3, item 2 is now 4");
	agenda_is("1, 1 (a), 1 (b), 2, 3, 4, 5, 8, 6, 7");
	refuses("item move 4 --after 3", "item 4 is after item 3 already");
	refuses("item move 4 --after '1 (a)'", "under different items");
	refuses("item move 4", "--before or --after");
}

/* --- jointly --- */

static void items_taken_up_jointly_are_one_consideration(void **state)
{
	int64_t open[4];

	(void)state;
	does("meeting open");
	does("item open 2");
	does("item conclude 2");
	does("floor request ben --item 7");
	SAYS("item joint 7 and 6", "items 6 and 7 are taken up jointly");
	SAYS("item open 7", "items 6 and 7 opened, jointly");
	assert_int_equal(store_items_open(fixture.store, fixture.desk.session, open, 4), 1);
	SAYS("floor request can", "Canada on the list of items 6 and 7");
	SAYS("floor give", "s1 Benin has the floor, items 6 and 7");
	SAYS("floor give", "s2 Canada has the floor, items 6 and 7");
	does("statement note s2 'asked for model law'");
	refuses("item joint 6, 8", "taken up jointly already");
	refuses("item joint 1, '1 (a)'", "item 1 (a) is a part of item 1");
	refuses("item delete 7", "taken up");
	SAYS("item conclude 6", "items 6 and 7 concluded; s2 Canada ended");
	reports("and Application of the United Nations Convention");
	reports("(agenda items 6 and 7, Working Group of Government Experts");
	reports_no("(agenda item 7,");
	does("item separate 7");
	reports("(agenda item 7,");
}

static void items_of_one_body_are_named_with_their_numbers(void **state)
{
	(void)state;
	does("meeting open");
	does("item open 2");
	does("item conclude 2");
	does("item joint 3, 4, 8");
	does("item title 3 Strategies");
	does("item title 4 Needs");
	does("item open 4");
	does("statement add Spain --item 8 --from 10:01 --to 10:02 --note 'asked for more'");
	reports("Strategies; Needs; and Other matters (agenda items 3, 4 and 8)");
	reports("considered jointly agenda items 3, entitled “Strategies”, 4, entitled “Needs”, "
		"and 8, entitled “Other matters”, on the morning of 17 October");
	reports("Under agenda items 3, entitled “Strategies”, 4, entitled “Needs”, and 8, entitled "
		"“Other matters”, a statement was made by the representative of Spain.");
	SAYS("item separate 3", "items 3, 4 and 8 are taken up separately; item 4 suspended; "
				"item 8 suspended");
}

/* --- slots --- */

static void an_item_moves_between_meetings(void **state)
{
	(void)state;
	does("meeting open");
	SAYS("slot move 8 --to '18 Oct am' --reason 'no time'",
		"item 8 to Thu 18 Oct, 10 a.m.-1 p.m., from Wed 17 Oct, 3-6 p.m.");
	slot_has(1, "3, 4, 5");
	slot_has(2, "6, 7, 8");
	const struct agenda_change *change = last_change();
	assert_string_equal(change->kind, "planned");
	assert_string_equal(change->number, "8");
	assert_string_equal(change->before, "2012-10-17 15:00-18:00");
	assert_string_equal(change->after, "2012-10-18 10:00-13:00");
	assert_string_equal(change->reason, "no time");
	assert_true(change->meeting && change->decided && change->at && *change->person);
	does("slot move 8 --to 3 --before 6");
	slot_has(2, "8, 6, 7");
	does("slot earlier 6");
	slot_has(1, "3, 4, 5, 6");
	does("slot lower 3");
	slot_has(1, "4, 3, 5, 6");
	does("slot put 3 --to '17 Oct am'");
	slot_has(0, "1 (a), 1 (b), 2, 3");
	refuses("slot later 3", "item 3 is planned for 2 meetings: say --from");
	does("slot take 3 --from 1");
	slot_has(0, "1 (a), 1 (b), 2");
	refuses("slot move 3 --to 2", "item 3 is planned for Wed 17 Oct, 3-6 p.m. already");
	refuses("slot later 8", "the last meeting there is");
}

static void a_slot_is_called_as_people_call_it(void **state)
{
	(void)state;
	does("meeting open");
	does("slot move 2 --to '2012-10-17 15:00'");
	slot_has(1, "3, 4, 5, 8, 2");
	does("slot move 2 --to Thursday");
	slot_has(2, "6, 7, 2");
	does("slot move 2 --to 1st");
	slot_has(0, "1 (a), 1 (b), 2");
	does("slot move 2 --to afternoon");
	slot_has(1, "3, 4, 5, 8, 2");
	refuses("slot move 2 --to '17 Oct'", "may be 17 Oct am or 17 Oct pm");
	refuses("slot move 2 --to '19 Oct'", "there are 17 Oct am, 17 Oct pm or 18 Oct am");
	refuses("slot move 2 --to soon", "no meeting is planned for 'soon'");
}

static void an_item_in_no_slot_has_none_later(void **state)
{
	(void)state;
	does("item add 9 Cooperation");
	refuses("slot later 9", "item 9 is planned for no meeting yet: slot move puts it");
	does("slot earlier 9");
	slot_has(2, "6, 7, 9");
	refuses("slot later 9", "item 9 is planned for the last meeting there is");
}

static void a_room_tells_two_slots_at_one_time_apart(void **state)
{
	(void)state;
	does("slot add '18 Oct 15:00-18:00' --room Boardroom");
	SAYS("slot add '18 Oct 15:00-16:00' --room 'Room B' --label Drafting",
		"meeting added, Thu 18 Oct, 3-4 p.m.");
	refuses("slot move 2 --to '18 Oct pm'",
		"'18 Oct pm' may be 18 Oct 15:00, Boardroom or 18 Oct 15:00, Room B");
	does("slot move 2 --to '18 Oct 15:00, Boardroom'");
	slot_has(3, "2");
	does("slot move 2 --to '2012-10-18T15:00 \"room b\"'");
	slot_has(4, "2");
	does("slot move 2 --to Boardroom");
	slot_has(3, "2");
	refuses("slot move 2 --to '18 Oct pm, Gallery'",
		"no meeting is planned for '18 Oct pm, Gal");
	refuses("slot move 2 --to '17 Oct pm, Room B'", "no meeting is planned for '17 Oct pm, Ro");
	/* One without a room is named by its time. */
	does("slot time '18 Oct pm, Boardroom' --room ''");
	refuses("slot move 3 --to '18 Oct pm'", "may be 18 Oct 15:00 or 18 Oct 15:00, Room B");
	does("slot move 3 --to '18 Oct 15:00'");
	slot_has(3, "2, 3");
	does("slot time 'Room B' --room '' --label ''");
	refuses("slot move 3 --to '18 Oct 3 p.m.'", "2 meetings are planned for 18 Oct 15:00: ");
	/* One that begins then comes before one that goes on. */
	does("slot add '17 Oct 16:00'");
	does("slot move 8 --to '17 Oct 16:00'");
	slot_has(2, "8");
}

static void slots_come_and_go_in_their_order(void **state)
{
	(void)state;
	SAYS("slot add '18 Oct 3-6 p.m.' --items '6, 7'",
		"meeting added, Thu 18 Oct, 3-6 p.m.: items 6, 7");
	slot_has(3, "6, 7");
	does("slot add '17 Oct 13:00-15:00' --label Informals");
	slot_has(1, "");
	SAYS("slot time '17 Oct 13:00' '18 Oct 8-9.30 a.m.'",
		"meeting planned for Wed 17 Oct, 1-3 p.m.: now Thu 18 Oct, 8-9.30 a.m.");
	slot_has(1, "3, 4, 5, 8");
	slot_has(2, "");
	SAYS("slot delete '18 Oct pm'",
		"no meeting any more, Thu 18 Oct, 3-6 p.m.; items 6, 7 were "
		"planned for it");
	does("meeting open");
	refuses("slot delete 1", "a meeting was held in it");
	refuses("slot add '3-6 p.m.'", "say on what day");
	refuses("slot add sometime", "no day and time");
}

/* --- the adoption and the report --- */

static void what_was_amended_before_the_adoption_is_adopted_as_amended(void **state)
{
	(void)state;
	does("item title 8 Other business --correction");
	does("meeting open");
	SAYS("agenda adopt --organization",
		"agenda and organization of work adopted at the 1st meeting");
	reports("adopted the following agenda and organization of work:");
	does("undo");
	does("item add 9 Cooperation");
	SAYS("agenda adopt", "agenda adopted at the 1st meeting, as orally amended");
	reports("adopted the following agenda, as orally amended:");
	reports("9. Cooperation.");
}

static void what_was_adopted_stays_and_decisions_follow_it(void **state)
{
	(void)state;
	does("meeting open");
	does("item open '1 (b)'");
	SAYS("item conclude '1 (b)'", "item 1 (b) concluded; agenda adopted at the 1st meeting");
	does("meeting close --at 13:00");
	does("meeting open --at 15:00");
	does("item add 9 Cooperation --at 15:01");
	does("item title 8 Other business");
	does("item joint 6, 7");
	does("item delete 2");
	does("slot move 9 --to 3");
	does("slot move 8 --to 3");
	does("slot move 8 --to 2");
	does("slot raise 5");
	does("slot raise 5");
	does("slot time '18 Oct' '9.30 a.m.-noon'");
	reports("2. Follow-up to the recommendations");
	reports("8. Other matters.");
	reports_no("9. Cooperation.");
	reports("At its 2nd meeting, on 17 October, the Working Group decided to include in its "
		"agenda an additional item 9, entitled “Cooperation”. The Working Group also "
		"decided to amend the title of agenda item 8 to read “Other business”. The "
		"Working Group further decided to consider agenda items 6 and 7 jointly. The "
		"Working Group further decided to delete agenda item 2, entitled “Follow-up");
	reports("further decided to consider agenda item 9 on the morning of 18 October. ");
	reports("decided to consider agenda item 5 before agenda item 3. The Working Group");
	reports("decided to hold the meeting planned for the morning of 18 October from 9.30 a.m. "
		"to noon.");
	reports_no("agenda item 8 on the");
}

static void what_is_amended_in_the_minute_of_the_adoption_came_after_it(void **state)
{
	(void)state;
	does("meeting open");
	does("item add 9 Before --at 10:05");
	does("agenda adopt --at 10:05");
	does("item add 10 After --at 10:05");
	reports("9. Before.");
	reports("decided to include in its agenda an additional item 10, entitled “After”.");
	reports_no("item 9, entitled");
}

/* Order is that of entry: a clock may have been wrong, and times are typed afterwards. */
static void what_is_entered_after_the_adoption_came_after_it_whatever_its_time(void **state)
{
	(void)state;
	does("meeting open");
	does("item add 9 Before --at 10:25");
	does("agenda adopt --at 10:05");
	does("item add 10 After --at 10:01");
	reports("9. Before.");
	reports("decided to include in its agenda an additional item 10, entitled “After”.");
	reports_no("item 9, entitled");
}

static void a_correction_is_no_decision(void **state)
{
	(void)state;
	does("meeting open");
	does("agenda adopt");
	does("item title 8 Other business --correction --at 10:05");
	reports_no("to read");
	reports("8. Other matters.");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_body_before_a_number_is_the_body_of_the_item),
		TEST(an_item_is_added_where_its_number_belongs),
		TEST(a_sub_item_has_its_place_by_letter_and_below_it_by_roman_numeral),
		TEST(an_item_under_which_something_was_logged_is_not_deleted),
		TEST(sub_items_follow_the_number_of_their_item),
		TEST(a_gap_is_closed_in_the_order_of_the_numbers),
		TEST(an_item_moves_among_its_neighbours),
		TEST(items_taken_up_jointly_are_one_consideration),
		TEST(items_of_one_body_are_named_with_their_numbers),
		TEST(an_item_moves_between_meetings),
		TEST(a_slot_is_called_as_people_call_it),
		TEST(an_item_in_no_slot_has_none_later),
		TEST(a_room_tells_two_slots_at_one_time_apart),
		TEST(slots_come_and_go_in_their_order),
		TEST(what_was_amended_before_the_adoption_is_adopted_as_amended),
		TEST(what_was_adopted_stays_and_decisions_follow_it),
		TEST(what_is_amended_in_the_minute_of_the_adoption_came_after_it),
		TEST(what_is_entered_after_the_adoption_came_after_it_whatever_its_time),
		TEST(a_correction_is_no_decision),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
