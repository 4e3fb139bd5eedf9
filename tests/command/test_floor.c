/* SPDX-License-Identifier: MIT */
/* The speakers' list and the floor, as the rules of procedure have them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/floor.h"
#include "store/sql.h"
#include "support/command/one_desk.h"

static int64_t item;

static int set_up(void **state)
{
	desk_set_up_item_3(state);
	item = sql_value(fixture.store, 0, "SELECT id FROM item WHERE printed = '3'", "");
	return 0;
}

/* Codes of those on the list of item 3, with what is not usual about them. */
static void assert_list(const char *expected)
{
	size_t count;
	struct request_row *rows = store_requests(fixture.store, item, 0, &fixture.arena, &count);
	const char *list = "";

	for (size_t i = 0; i < count; i++)
		list = arena_printf(&fixture.arena, "%s%s%.6s%s%s", list, i ? " " : "",
			rows[i].name, strcmp(rows[i].state, "absent") == 0 ? "-" : "",
			rows[i].late ? "+" : "");
	assert_string_equal(list, expected);
}

/* How many requests ended so. */
static void assert_ended(const char *state, int count)
{
	assert_int_equal(sql_value(fixture.store, 0,
				 "SELECT count(*) FROM request WHERE state = ?1", "t", state),
		count);
}

/* Seconds on the clock of a statement that has ended, and in how many pieces. */
static void assert_spoke(int number, int seconds, int pieces)
{
	int64_t id = store_statement_find(fixture.store, fixture.desk.session, number);
	struct statement_row row;

	assert_true(store_statement(fixture.store, id, &fixture.arena, &row));
	assert_int_equal(row.seconds, seconds);
	assert_true(row.stopped != 0);
	assert_int_equal(sql_value(fixture.store, 0,
				 "SELECT count(*) FROM span WHERE statement = ?1", "i", id),
		pieces);
}

static void classes_come_in_their_order_and_within_one_by_request(void **state)
{
	(void)state;
	does("participant status party can, ben, zim");
	does("participant status signatory fra");
	does("floor request 'Harbour Watch' --guest");
	does("floor request fra, can, zim");
	does("floor request ben --for 'Group of 77'  --guest");
	assert_list("Benin Canada Zimbab France Harbou");
	does("rule set list.order group=party=signatory=observer=other");
	does("floor request spain");
	assert_list("Benin Canada Zimbab France Harbou Spain");
}

static void a_status_learned_later_moves_who_waits_to_where_it_would_stand(void **state)
{
	(void)state;
	does("participant status signatory fra, spain");
	does("floor request fra, can, spain, ben");
	does("participant status signatory can");
	assert_list("France Canada Spain Benin");
	SAYS("participant status party ben",
		"Benin: party; Benin is now 1st on the list of item 3");
	assert_list("Benin France Canada Spain");
	/* Who was moved by hand stays, and so does a list that was closed. */
	does("floor move spain 1");
	SAYS("participant status party can",
		"Canada: party; Canada is now 2nd on the list of item 3");
	assert_list("Spain Canada Benin France");
	does("undo");
	assert_list("Spain Benin France Canada");
	does("floor close");
	SAYS("participant status party can", "Canada: party");
	assert_list("Spain Benin France Canada");
}

static void a_delegation_stands_on_the_list_once_unless_it_is_wanted(void **state)
{
	(void)state;
	does("floor request zim, can");
	REFUSED("floor request can", "Canada is on the list of item 3 already (place 2): put it "
				     "there once more? (yes: --anyway)");
	does("floor request can --kind explanation_after");
	does("floor request can --anyway");
	assert_list("Zimbab Canada Canada Canada");
	does("rule set list.once no");
	does("floor request can");
}

static void who_gets_the_floor_out_of_turn_leaves_the_list_as_it_is(void **state)
{
	(void)state;
	does("floor request zim, can, ben");
	SAYS("floor give ben --at 10:05", "s1 Benin has the floor, item 3; Zimbabwe was next");
	assert_list("Zimbab Canada");
	SAYS("floor give --at 10:06", "s2 Zimbabwe has the floor, item 3");
}

static void who_is_absent_when_called_goes_to_the_end_and_may_still_come(void **state)
{
	(void)state;
	does("floor request zim, can, ben");
	does("floor reply fra");
	does("floor give --at 10:05");
	SAYS("floor absent", "Zimbabwe was called and is not there, now 3rd on the list of item 3");
	assert_list("Canada Benin Zimbab- France");
	assert_int_equal(store_statement_find(fixture.store, fixture.desk.session, 1), 0);
	SAYS("floor absent can",
		"Canada was called and is not there, now 3rd on the list of item 3");
	assert_list("Benin Zimbab- Canada- France");
	does("floor request spain");
	assert_list("Benin Spain Zimbab- Canada- France");
	does("floor give zim --at 10:06");
	assert_list("Benin Spain Canada- France");
	does("statement note s2 'a word'");
	REFUSED("floor absent", "s2 Zimbabwe has a note: floor end");
}

static void a_request_ends_by_yielding_by_a_text_or_by_being_withdrawn(void **state)
{
	(void)state;
	does("floor request zim, can, ben");
	SAYS("floor cede zim", "Zimbabwe yielded the floor, item 3");
	SAYS("floor text can", "Canada circulated its text, item 3");
	SAYS("floor text fra", "France circulated its text, item 3");
	does("floor withdraw ben");
	assert_list("");
	assert_ended("ceded", 1);
	assert_ended("text_only", 2);
	/* A text that was not read is no statement, in the report neither. */
	assert_int_equal(sql_value(fixture.store, 1, "SELECT count(*) FROM statement", ""), 0);
	assert_ended("withdrawn", 1);
	REFUSED("floor cede zim", "Zimbabwe is not on the list of item 3");
}

static void a_request_on_a_closed_list_is_late_until_it_is_opened_again(void **state)
{
	(void)state;
	does("floor request zim");
	SAYS("floor close --at 10:30", "the list of item 3 is closed, 1 speaker");
	REFUSED("floor close", "the list of item 3 was closed at 10.30 a.m.");
	SAYS("floor request can",
		"Canada on the list of item 3; late, the list was closed at 10.30 a.m.");
	SAYS("floor reply ben", "Benin on the list of item 3 for a reply");
	does("floor request spain --at 10:31");
	does("participant status party fra");
	does("floor request fra");
	assert_list("Zimbab France+ Canada+ Spain+ Benin");
	does("floor absent zim");
	assert_list("Zimbab- France+ Canada+ Spain+ Benin");
	does("floor request ghana --at 10:29");
	assert_list("Ghana Zimbab- France+ Canada+ Spain+ Benin");
	does("floor open --at 10:40");
	assert_list("Ghana Zimbab- France Canada Spain Benin");
	REFUSED("floor open", "the list of item 3 is not closed");
}

static void replies_are_limited_in_number(void **state)
{
	(void)state;
	does("floor reply can --at 10:01");
	does("floor reply can");
	REFUSED("floor reply can",
		"Canada has had or asked for 2 rights of reply on this item, and "
		"the rules allow 2: one more? (yes: --anyway)");
	does("floor give --at 10:02");
	does("floor give --at 10:03");
	does("floor end --at 10:04");
	assert_non_null(strstr(fixture_refused(&fixture, "floor reply can"), "rules allow 2"));
	assert_non_null(
		strstr(fixture_refused(&fixture, "floor give can --kind reply"), "rules allow 2"));
	does("floor reply can --anyway");
	does("rule set reply.count 0");
	does("floor reply can");
}

static void after_a_point_of_order_the_interrupted_speaker_goes_on(void **state)
{
	(void)state;
	does("floor request zim, can");
	does("floor give --at 10:00");
	SAYS("floor order ben --at 10:02", "s2 Benin has the floor, item 3");
	SAYS("floor end --at 10:03", "s2 Benin ended; s1 Zimbabwe goes on");
	SAYS("floor end --at 10:05", "s1 Zimbabwe ended");
	assert_spoke(1, 240, 2);
	assert_spoke(2, 60, 1);
	assert_int_equal(
		sql_value(fixture.store, 0,
			"SELECT count(*) FROM interruption i JOIN statement s ON s.id = "
			"i.by_statement WHERE s.number = 2 AND i.ended - i.started = 60000",
			""),
		1);
	assert_list("Canada");
}

static void the_key_for_the_next_speaker_goes_back_to_the_interrupted_one(void **state)
{
	(void)state;
	does("floor request zim, can");
	does("floor give --at 10:00");
	does("floor order ben --at 10:02");
	does("floor order fra --at 10:03");
	SAYS("floor give --at 10:04", "s3 France ended; s2 Benin goes on");
	SAYS("floor give --at 10:05", "s2 Benin ended; s1 Zimbabwe goes on");
	SAYS("floor give --at 10:06", "s4 Canada has the floor, item 3");
	does("floor order ben --at 10:07");
	SAYS("floor give spain --at 10:08", "s6 Spain has the floor, item 3");
	does("floor end --at 10:09");
	assert_spoke(1, 180, 2);
	assert_spoke(2, 120, 2);
	assert_spoke(4, 60, 1);
	assert_ended("spoke", 2);
	REFUSED("floor resume", "no speech is paused");
}

static void a_point_of_order_on_the_list_interrupts_as_well(void **state)
{
	(void)state;
	does("floor give zim --at 10:00");
	does("floor request can");
	does("floor request ben --kind point_of_order");
	assert_list("Benin Canada");
	SAYS("floor give --at 10:01", "s2 Benin has the floor, item 3");
	SAYS("floor end --at 10:02", "s2 Benin ended; s1 Zimbabwe goes on");
}

static void a_speech_is_paused_and_goes_on(void **state)
{
	(void)state;
	does("floor request zim");
	REFUSED("floor pause", "Nobody has the floor: floor give");
	does("floor give --at 10:00");
	SAYS("floor pause --at 10:02", "s1 Zimbabwe paused");
	REFUSED("floor pause", "nobody is speaking: floor resume goes on");
	assert_ended("called", 1);
	SAYS("floor resume --at 10:10", "s1 Zimbabwe goes on");
	does("floor pause --at 10:11");
	SAYS("floor give zim --at 10:12", "s1 Zimbabwe goes on");
	does("floor pause --at 10:13");
	SAYS("floor end --at 10:14", "s1 Zimbabwe ended");
	assert_spoke(1, 240, 3);
	assert_ended("spoke", 1);
}

static void a_paused_speech_is_still_paused_after_a_point_of_order(void **state)
{
	(void)state;
	does("floor give zim --at 10:00");
	does("floor pause --at 10:02");
	does("floor order can --at 10:03");
	SAYS("floor end --at 10:04", "s2 Canada ended");
	SAYS("floor resume --at 10:05", "s1 Zimbabwe goes on");
	does("meeting close --at 10:06");
	assert_spoke(1, 180, 2);
}

static void a_paused_speech_ends_with_its_item(void **state)
{
	(void)state;
	does("floor request zim");
	does("floor give --at 10:00");
	does("floor pause --at 10:02");
	SAYS("item conclude 3 --at 10:05", "item 3 concluded; s1 Zimbabwe ended");
	REFUSED("floor resume --at 10:06", "no speech is paused");
	assert_spoke(1, 120, 1);
	assert_ended("spoke", 1);
	does("item open 4 --at 10:07");
	does("floor give can --at 10:08");
	does("floor pause --at 10:09");
	does("item open 5 --at 10:10");
	SAYS("item conclude 5 --at 10:11", "item 5 concluded");
	SAYS("item suspend 4 --at 10:12", "item 4 suspended; s2 Canada ended");
}

static void nobody_gets_the_floor_while_another_had_it(void **state)
{
	(void)state;
	does("floor give zim --at 10:00");
	does("floor end --at 10:05");
	REFUSED("floor give can --at 10:03",
		"s1 Zimbabwe had the floor until 10.05 a.m.: say a later time");
	does("floor give can --at 10:05");
	REFUSED("floor order ben --at 10:04",
		"s1 Zimbabwe had the floor until 10.05 a.m.: say a later time");
}

static void a_ruling_is_recorded_and_corrected(void **state)
{
	struct ruling_row ruling;
	int64_t point;

	(void)state;
	REFUSED("ruling add 'In order'", "there was no point of order: floor order");
	does("floor give zim");
	does("floor order can");
	SAYS("ruling add 'Not in order' --appeal overruled",
		"ruling on s2 Canada recorded, overruled on appeal");
	SAYS("ruling add 'In order'", "ruling on s2 Canada corrected");
	REFUSED("ruling add 'In order' --statement s1", "s1 of Zimbabwe was no point of order");
	point = store_point_of_order(fixture.store, fixture.desk.session);
	assert_true(store_ruling(fixture.store, point, &fixture.arena, &ruling));
	assert_string_equal(ruling.text, "In order");
	assert_null(ruling.appeal);
	does("statement delete s2");
	assert_false(store_ruling(fixture.store, point, &fixture.arena, &ruling));
	SAYS("floor resume", "s1 Zimbabwe goes on");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, desk_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(classes_come_in_their_order_and_within_one_by_request),
		TEST(a_status_learned_later_moves_who_waits_to_where_it_would_stand),
		TEST(a_delegation_stands_on_the_list_once_unless_it_is_wanted),
		TEST(who_gets_the_floor_out_of_turn_leaves_the_list_as_it_is),
		TEST(who_is_absent_when_called_goes_to_the_end_and_may_still_come),
		TEST(a_request_ends_by_yielding_by_a_text_or_by_being_withdrawn),
		TEST(a_request_on_a_closed_list_is_late_until_it_is_opened_again),
		TEST(replies_are_limited_in_number),
		TEST(after_a_point_of_order_the_interrupted_speaker_goes_on),
		TEST(the_key_for_the_next_speaker_goes_back_to_the_interrupted_one),
		TEST(a_point_of_order_on_the_list_interrupts_as_well),
		TEST(a_speech_is_paused_and_goes_on),
		TEST(a_paused_speech_is_still_paused_after_a_point_of_order),
		TEST(a_paused_speech_ends_with_its_item),
		TEST(nobody_gets_the_floor_while_another_had_it),
		TEST(a_ruling_is_recorded_and_corrected),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
