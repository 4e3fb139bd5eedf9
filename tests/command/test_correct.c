/* SPDX-License-Identifier: MIT */
/* Corrections of what the floor has logged: the time that the clock saw stays, and it
 * goes to whom it belongs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/floor.h"
#include "store/group.h"
#include "store/sql.h"
#include "support/command/one_desk.h"

static int64_t item;

static int set_up(void **state)
{
	desk_set_up_item_3(state);
	item = sql_value(fixture.store, 0, "SELECT id FROM item WHERE printed = '3'", "");
	return 0;
}

/* The whole of the log, a statement a word group: "s1 Canada 0-5,6-8" in minutes from
 * 10 a.m., "-" without an end where it runs. */
static void assert_log(const char *expected)
{
	const char *log = "", *last = "";
	struct sql *q = sql_query(fixture.store,
		"SELECT s.number, p.list_name, x.started, x.stopped FROM statement s"
		" JOIN participant p ON p.id = s.participant JOIN span x ON x.statement = s.id"
		" ORDER BY s.number, x.started",
		"");
	int64_t ten = sql_value(fixture.store, 0, "SELECT opened FROM meeting", "");

	while (sql_row(q)) {
		const char *head =
			arena_printf(&fixture.arena, "s%d %s ", (int)sql_int(q, 0), sql_text(q, 1));
		bool same = strcmp(head, last) == 0;
		log = arena_printf(&fixture.arena, "%s%s%s%d-", log,
			same   ? ","
			: *log ? " "
			       : "",
			same ? "" : head, (int)((sql_int(q, 2) - ten) / 60000));
		if (!sql_null(q, 3))
			log = arena_printf(
				&fixture.arena, "%s%d", log, (int)((sql_int(q, 3) - ten) / 60000));
		last = head;
	}
	assert_string_equal(log, expected);
}

/* Names of those on the list of item 3. */
static void assert_list(const char *expected)
{
	size_t count;
	struct request_row *rows = store_requests(fixture.store, item, 0, &fixture.arena, &count);
	const char *list = "";

	for (size_t i = 0; i < count; i++)
		list = arena_printf(&fixture.arena, "%s%s%s", list, i ? " " : "", rows[i].name);
	assert_string_equal(list, expected);
}

static struct statement_row statement(int number)
{
	int64_t id = store_statement_find(fixture.store, fixture.desk.session, number);
	struct statement_row row = {0};

	assert_true(store_statement(fixture.store, id, &fixture.arena, &row));
	return row;
}

/* --- the wrong delegation has the floor --- */

static void the_clock_goes_on_for_the_right_one_and_the_wrong_one_waits_again(void **state)
{
	(void)state;
	does("floor request zim, can, ben");
	does("floor give --at 10:05");
	does("statement note s1 'asked for model legislation'");
	SAYS("floor correct can --at 10:07",
		"s1 Canada in place of Zimbabwe, item 3; Zimbabwe is 1st on the list again");
	assert_log("s1 Canada 5-");
	assert_list("Zimbabwe Benin");
	assert_string_equal(statement(1).note, "asked for model legislation");
	assert_int_equal(store_request_of(fixture.store, statement(1).id),
		sql_value(fixture.store, 0, "SELECT id FROM request WHERE state = 'called'", ""));
	SAYS("floor give --at 10:08", "s2 Zimbabwe has the floor, item 3");
	assert_log("s1 Canada 5-8 s2 Zimbabwe 8-");
}

static void a_correction_of_the_floor_is_one_step_of_undo(void **state)
{
	const char *before;

	(void)state;
	does("floor request zim, can");
	does("floor give --at 10:05");
	before = fixture_dump(&fixture);
	does("floor correct can --at 10:07");
	does("undo");
	assert_string_equal(fixture_dump(&fixture), before);
}

static void who_did_not_ask_gets_the_floor_of_the_wrong_one_too(void **state)
{
	(void)state;
	does("floor give zim --at 10:05");
	SAYS("floor correct can", "s1 Canada in place of Zimbabwe, item 3");
	assert_list("");
	does("floor request zim, fra");
	does("floor give --at 10:09");
	SAYS("floor correct ben --for 'African Group'",
		"s2 Benin in place of Zimbabwe, item 3; Zimbabwe is 1st on the list again");
	assert_list("Zimbabwe France");
	assert_true(statement(2).on_behalf != 0);
	REFUSED("floor correct ben", "Benin has the floor");
	does("floor end");
	REFUSED("floor correct zim", "Nobody has the floor: floor give");
}

static void the_right_one_speaks_in_the_capacity_it_asked_in(void **state)
{
	size_t count;

	(void)state;
	does("floor request can --person 'A. Person'");
	does("floor request ben --for 'African Group'");
	does("floor reply fra");
	does("floor give can --at 10:05");
	does("floor correct ben");
	assert_true(statement(1).on_behalf != 0);
	assert_null(statement(1).person);
	store_statement_members(fixture.store, statement(1).id, &fixture.arena, &count);
	assert_true(count > 40);
	does("floor correct fra");
	assert_int_equal(statement(1).on_behalf, 0);
	assert_string_equal(statement(1).kind, "reply");
	store_statement_members(fixture.store, statement(1).id, &fixture.arena, &count);
	assert_int_equal(count, 0);
	assert_list("Benin Canada");
	does("floor correct can");
	assert_string_equal(statement(1).person, "A. Person");
	assert_string_equal(statement(1).kind, "general");
}

static void a_point_of_order_of_the_wrong_one_leaves_what_the_right_one_asked_for(void **state)
{
	(void)state;
	does("floor request can, fra");
	does("floor give zim --at 10:00");
	does("floor order ben --at 10:02");
	SAYS("floor correct can --at 10:03", "s2 Canada in place of Benin, item 3");
	assert_string_equal(statement(2).kind, "point_of_order");
	assert_list("Canada France");
	SAYS("floor end --at 10:04", "s2 Canada ended; s1 Zimbabwe goes on");
	assert_log("s1 Zimbabwe 0-2,4- s2 Canada 2-4");
}

/* --- one that was two --- */

static void a_statement_is_split_where_the_next_one_began(void **state)
{
	(void)state;
	does("floor request zim, can");
	does("floor give --at 10:00");
	does("statement note s1 'one\ntwo\nthree'");
	does("floor give can --at 10:09");
	SAYS("statement split s1 10:04 --name ben --points 2", "s1 split at 10.04 a.m.: s3 Benin");
	assert_log("s1 Zimbabwe 0-4 s2 Canada 9- s3 Benin 4-9");
	assert_string_equal(statement(1).note, "one");
	assert_string_equal(statement(3).note, "two\nthree");
	assert_int_equal(statement(3).meeting, statement(1).meeting);
	assert_true(statement(1).place < statement(3).place);
	assert_true(statement(3).place < statement(2).place);
	assert_string_equal(statement(3).kind, "general");
	does("undo");
	assert_log("s1 Zimbabwe 0-9 s2 Canada 9-");
	assert_string_equal(statement(1).note, "one\ntwo\nthree");
}

static void points_are_told_by_their_line_or_their_number(void **state)
{
	(void)state;
	does("floor give zim --at 10:00");
	does("floor end --at 10:09");
	REFUSED("statement split s1 10:04 --points 1",
		"nothing is noted under s1: leave out --points");
	does("statement note s1 'one\ntwo'");
	REFUSED("statement split s1 10:04 --points 3",
		"the note of s1 has 2 lines: say from which one on, or p7 of a point");
	REFUSED("statement split s1 10:04 --points p9",
		"the note of s1 has 2 lines: say from which one on, or p7 of a point");
	REFUSED("statement split s1 10:04 --points two",
		"the note of s1 has 2 lines: say from which one on, or p7 of a point");
	REFUSED("statement split s1 10:04 --points 4294967297",
		"the note of s1 has 2 lines: say from which one on, or p7 of a point");
	does("statement split s1 10:04 --points p2");
	assert_string_equal(statement(1).note, "one");
	assert_string_equal(statement(2).note, "two");
}

static void the_second_of_a_running_speech_has_the_floor_and_has_asked_for_it(void **state)
{
	(void)state;
	does("floor request zim, can, ben");
	does("floor give --at 10:00");
	SAYS("statement split s1 10:05 --name can --at 10:08", "s1 split at 10.05 a.m.: s2 Canada");
	assert_log("s1 Zimbabwe 0-5 s2 Canada 5-");
	assert_list("Benin");
	assert_int_equal(sql_value(fixture.store, 0,
				 "SELECT count(*) FROM request WHERE state = 'spoke'", ""),
		1);
	does("floor give --at 10:10");
	assert_log("s1 Zimbabwe 0-5 s2 Canada 5-10 s3 Benin 10-");
}

static void who_asked_only_afterwards_still_waits(void **state)
{
	(void)state;
	does("floor give zim --at 10:00");
	does("floor request can --at 10:06");
	does("statement split s1 10:05 --name can --at 10:08");
	assert_list("Canada");
}

static void a_statement_of_a_group_is_split_with_its_members(void **state)
{
	size_t count, again;

	(void)state;
	does("floor give ben --for 'African Group' --at 10:00");
	does("floor end --at 10:05");
	store_statement_members(fixture.store, statement(1).id, &fixture.arena, &count);
	does("group remove 'African Group' ghana");
	SAYS("statement split s1 10:02", "s1 split at 10.02 a.m.: s2 Benin for the African Group");
	store_statement_members(fixture.store, statement(2).id, &fixture.arena, &again);
	assert_true(count > 40);
	assert_int_equal(again, count);
}

static void interruptions_go_with_their_half(void **state)
{
	(void)state;
	does("floor give zim --at 10:00");
	does("floor order can --at 10:02");
	does("floor end --at 10:03");
	does("floor pause --at 10:06");
	does("floor resume --at 10:07");
	does("statement split s1 10:05 --at 10:09");
	assert_log("s1 Zimbabwe 0-2,3-5 s2 Canada 2-3 s3 Zimbabwe 5-6,7-");
	does("statement split s1 10:03");
	assert_log("s1 Zimbabwe 0-2 s2 Canada 2-3 s3 Zimbabwe 5-6,7- s4 Zimbabwe 3-5");
	assert_int_equal(sql_value(fixture.store, 0, "SELECT count(*) FROM interruption", ""), 1);
	does("undo");
	does("undo");
	does("floor order ben --at 10:09");
	does("statement split s5 10:10 --at 10:11");
	SAYS("floor end --at 10:12", "s6 Benin ended; s1 Zimbabwe goes on");
}

static void a_time_at_which_it_was_not_made_is_refused(void **state)
{
	(void)state;
	does("floor give zim --at 10:00");
	REFUSED("statement split s1 10:09 --at 10:08",
		"s1 Zimbabwe has had the floor since 10 a.m.: say a time in between");
	does("floor end --at 10:05");
	REFUSED("statement split s1 10:05",
		"s1 Zimbabwe had the floor from 10 a.m. to 10.05 a.m.: say a time in between");
	REFUSED("statement split s1",
		"'statement split' needs time: The second one began at; usage: statement split "
		"STATEMENT TIME [--name NAME] [--for FOR] [--points POINTS] [--guest]");
}

static void a_statement_of_yesterday_is_split_at_a_time_of_yesterday(void **state)
{
	(void)state;
	does("floor give zim --at 10:00");
	does("floor end --at 10:05");
	does("meeting close --at 13:00");
	does("meeting open --at 2012-10-18T10:00");
	does("statement split s1 10:03 --at 2012-10-18T10:30");
	assert_log("s1 Zimbabwe 0-3 s2 Zimbabwe 3-5");
}

/* Two hours after midnight in Vienna it is midnight elsewhere. */
static void a_statement_of_a_night_is_split_at_a_time_of_that_night(void **state)
{
	(void)state;
	does("floor give zim --at 23:50");
	does("floor end --at 2012-10-18T02:08");
	does("statement split s1 02:03 --at 2012-10-20T10:30");
	does("statement split s1 23:55 --at 2012-10-20T10:30");
	assert_log("s1 Zimbabwe 830-835 s2 Zimbabwe 963-968 s3 Zimbabwe 835-963");
}

static void a_day_that_is_said_is_not_put_in_the_place_of_another(void **state)
{
	(void)state;
	does("floor give zim --at 10:00");
	does("floor end --at 10:05");
	REFUSED("statement split s1 '2012-10-18 10:03' --at 2012-10-18T10:30",
		"s1 Zimbabwe had the floor from 10 a.m. to 10.05 a.m.: say a time in between");
}

/* --- two that were one --- */

static void two_statements_are_one_again_and_the_earlier_number_stays(void **state)
{
	(void)state;
	does("floor request zim, can");
	does("floor request zim --anyway");
	does("floor give --at 10:00");
	does("statement note s1 one");
	does("floor end --at 10:02");
	does("floor give zim --at 10:02");
	does("statement note s2 'two\nthree'");
	does("floor give --at 10:05");
	SAYS("statement merge s2 s1", "s1 and s2 are one: s1 Zimbabwe from 10 a.m. to 10.05 a.m.");
	assert_log("s1 Zimbabwe 0-2,2-5 s3 Canada 5-");
	assert_string_equal(statement(1).note, "one\ntwo\nthree");
	assert_int_equal(sql_value(fixture.store, 0,
				 "SELECT count(*) FROM request WHERE state = 'withdrawn'", ""),
		1);
	does("undo");
	assert_log("s1 Zimbabwe 0-2 s2 Zimbabwe 2-5 s3 Canada 5-");
}

static void who_did_not_speak_after_all_is_on_the_list_again(void **state)
{
	(void)state;
	does("floor request can, ben, zim");
	does("floor give --at 10:00");
	does("statement split s1 10:02 --name ben --at 10:03");
	SAYS("statement merge s2 s1 --anyway --at 10:04",
		"s1 and s2 are one: s1 Canada since 10 a.m.; Benin is 1st on the list again");
	assert_log("s1 Canada 0-2,2-");
	SAYS("floor give --at 10:05", "s3 Benin has the floor, item 3");
}

static void who_asked_once_more_is_on_the_list_once(void **state)
{
	(void)state;
	does("floor request can, ben");
	does("floor give --at 10:00");
	does("statement split s1 10:02 --name ben --at 10:03");
	does("floor request ben --anyway --at 10:03");
	SAYS("statement merge s2 s1 --anyway --at 10:04",
		"s1 and s2 are one: s1 Canada since 10 a.m.");
	assert_int_equal(sql_value(fixture.store, 0,
				 "SELECT count(*) FROM request WHERE state = 'waiting'", ""),
		1);
}

static void points_come_in_the_order_of_time_whatever_the_numbers(void **state)
{
	(void)state;
	does("statement add zim --from 10:10 --to 10:12 --note 'three\nfour'");
	does("statement add zim --from 10:05 --to 10:06 --note 'one\ntwo'");
	does("statement merge s1 s2");
	assert_string_equal(statement(1).note, "one\ntwo\nthree\nfour");
	assert_log("s1 Zimbabwe 5-6,10-12");
}

static void what_was_said_between_the_two_interrupted_them(void **state)
{
	(void)state;
	does("floor give zim --at 10:00");
	does("floor give ben --kind point_of_order --at 10:02");
	does("statement edit s2 --kind point_of_order");
	does("floor end --at 10:03");
	does("floor end --at 10:03");
	does("floor give zim --at 10:04");
	does("statement merge s1 s3 --at 10:05");
	assert_log("s1 Zimbabwe 0-2,3-3,4- s2 Benin 2-3");
	SAYS("floor end --at 10:06", "s1 Zimbabwe ended");
	assert_int_equal(
		sql_value(fixture.store, 0,
			"SELECT count(*) FROM interruption WHERE by_statement IS NOT NULL", ""),
		1);
}

static void a_speech_that_runs_goes_on_as_one(void **state)
{
	(void)state;
	does("floor request zim");
	does("floor give --at 10:00");
	does("floor end --at 10:02");
	does("floor give can --at 10:02");
	does("floor give zim --at 10:04");
	SAYS("statement merge s1 s3", "s1 and s3 are one: s1 Zimbabwe since 10 a.m.");
	assert_log("s1 Zimbabwe 0-2,4- s2 Canada 2-4");
	assert_int_equal(sql_value(fixture.store, 0,
				 "SELECT count(*) FROM request WHERE state = 'called'", ""),
		1);
	does("floor pause --at 10:05");
	does("floor resume --at 10:06");
	does("floor end --at 10:07");
	assert_log("s1 Zimbabwe 0-2,4-5,6-7 s2 Canada 2-4");
	assert_int_equal(sql_value(fixture.store, 0,
				 "SELECT count(*) FROM request WHERE state = 'spoke'", ""),
		1);
}

static void what_makes_no_sense_is_not_merged(void **state)
{
	(void)state;
	does("floor give zim --at 10:00");
	does("floor order can --at 10:01");
	does("ruling add yes");
	REFUSED("statement merge s1 s2", "s2 is a point of order and s1 is not");
	does("floor end --at 10:02");
	does("floor end --at 10:03");
	does("floor give ben --at 10:03");
	REFUSED("statement merge s1 s1", "s1 cannot be merged with itself");
	REFUSED("statement merge s1 s3", "s1 is of Zimbabwe and s3 of Benin: make them one of the "
					 "first all the same? (yes: --anyway)");
	does("floor pause --at 10:04");
	REFUSED("statement merge s1 s3 --anyway",
		"s3 stands still: floor resume or floor end first");
	does("floor end");
	does("statement edit s3 --item 4");
	REFUSED("statement merge s1 s3", "s1 is on item 3, s3 on item 4: statement edit");
	does("statement edit s3 --item 3");
	does("statement merge s1 s3 --anyway");
	assert_log("s1 Zimbabwe 0-1,2-3,3-4 s2 Canada 1-2");
	REFUSED("statement merge s1",
		"'statement merge' needs with: The other one, as s12; usage: statement merge "
		"STATEMENT WITH [--anyway]");
}

static void a_point_of_order_is_not_merged_around_the_speech_that_it_interrupts(void **state)
{
	(void)state;
	does("floor order can --at 10:00");
	does("floor give zim --at 10:01");
	does("floor order can --at 10:03");
	REFUSED("statement merge s1 s3 --at 10:04",
		"s1 and s3 stay two: s2 Zimbabwe had the floor from 10.01 a.m. to 10.03 a.m.");
}

static void statements_of_two_meetings_stay_two(void **state)
{
	(void)state;
	does("statement add zim --from 10:00 --to 10:02");
	does("meeting close --at 13:00");
	does("meeting open --at 15:00");
	does("statement add zim --from 15:00 --to 15:02");
	REFUSED("statement merge s1 s2", "s1 and s2 were made in different meetings");
}

/* --- a note to the wrong statement --- */

static void what_was_noted_to_the_wrong_statement_moves_to_the_right_one(void **state)
{
	(void)state;
	does("statement add zim --from 10:00 --to 10:02 --note 'one\ntwo\nthree'");
	does("statement add can --from 10:02 --to 10:04 --note zero");
	SAYS("point move s1 s2 --points 2", "2 points of s1 to s2 Canada");
	assert_string_equal(statement(1).note, "one");
	assert_string_equal(statement(2).note, "zero\ntwo\nthree");
	assert_int_equal(
		sql_value(fixture.store, 0, "SELECT number FROM point WHERE text = 'three'", ""),
		3);
	SAYS("point move s1 s2", "1 point of s1 to s2 Canada");
	REFUSED("point move s1 s2", "s1 has no note");
	REFUSED("point move s2 s2", "s2 has its points already");
	does("undo");
	does("undo");
	assert_string_equal(statement(1).note, "one\ntwo\nthree");
	assert_string_equal(statement(2).note, "zero");
}

static void a_note_that_lost_points_meanwhile_is_not_overwritten(void **state)
{
	(void)state;
	does("statement add zim --from 10:00 --to 10:02 --note 'one\ntwo'");
	does("statement add can --from 10:02 --to 10:04 --note zero");
	does("point move s1 s2 --points 2");
	REFUSED("statement note s1 'one\ntwo\nthree' --replace --version 2",
		"the note has been changed by somebody else meanwhile");
}

/* --- at one time one has the floor --- */

static void what_was_said_at_the_time_of_another_is_refused_by_its_name(void **state)
{
	(void)state;
	does("statement add can --from 10:00 --to 10:05");
	REFUSED("statement add zim --from 10:04 --to 10:07",
		"s1 Canada had the floor from 10 a.m. to 10.05 a.m.: say other times");
	REFUSED("statement add zim --from 10:00 --to 10:07 --at 10:20",
		"s1 Canada had the floor from 10 a.m. to 10.05 a.m.: say other times");
	does("statement add zim --from 10:05 --to 10:07");
	REFUSED("statement edit s2 --from 10:03",
		"s1 Canada had the floor from 10 a.m. to 10.05 a.m.: say other times");
	REFUSED("statement edit s1 --to 10:06",
		"s2 Zimbabwe had the floor from 10.05 a.m. to 10.07 a.m.: say other times");
	does("floor give ben --at 10:10");
	REFUSED("statement add fra --from 10:08 --to 10:11",
		"s3 Benin has had the floor since 10.10 a.m.: say other times");
	assert_log("s1 Canada 0-5 s2 Zimbabwe 5-7 s3 Benin 10-");
}

static void what_took_no_time_is_at_no_time_of_another(void **state)
{
	(void)state;
	does("floor give ben --at 10:10");
	does("statement add secretariat --at 10:12");
	assert_log("s1 Benin 10- s2 Secretariat 12-12");
}

static void one_that_interrupted_another_takes_its_time_out_of_it(void **state)
{
	(void)state;
	does("statement add can --from 10:00 --to 10:05");
	REFUSED("statement add zim --from 10:02 --to 10:03",
		"s1 Canada had the floor from 10 a.m. to 10.05 a.m.: did this interrupt that speech?"
		" (yes: --interrupts)");
	does("statement add zim --from 10:02 --to 10:03 --interrupts");
	assert_log("s1 Canada 0-2,3-5 s2 Zimbabwe 2-3");
	assert_int_equal(sql_value(fixture.store, 0,
				 "SELECT by_statement FROM interruption WHERE statement = ?1", "i",
				 statement(1).id),
		statement(2).id);
	does("statement edit s2 --from 10:01 --interrupts");
	assert_log("s1 Canada 0-1,3-5 s2 Zimbabwe 1-3");
	assert_int_equal(sql_value(fixture.store, 0, "SELECT count(*) FROM interruption", ""), 1);
	does("undo");
	does("undo");
	assert_log("s1 Canada 0-5");
}

static void a_point_of_order_that_is_logged_afterwards_interrupts(void **state)
{
	(void)state;
	does("floor give can --at 10:00");
	does("statement add zim --kind point_of_order --from 10:02 --to 10:03 --at 10:04");
	assert_log("s1 Canada 0-2,3- s2 Zimbabwe 2-3");
	does("floor end --at 10:06");
	does("statement add ben --kind point_of_order --from 10:11 --to 10:12 --at 10:20");
	does("statement add fra --from 10:10 --to 10:15");
	assert_log("s1 Canada 0-2,3-6 s2 Zimbabwe 2-3 s3 Benin 11-12 s4 France 10-11,12-15");
}

/* --- at another meeting --- */

static void a_statement_moves_to_another_meeting_with_a_time_of_it(void **state)
{
	(void)state;
	does("floor give can --at 10:00");
	does("floor pause --at 10:02");
	does("floor resume --at 10:03");
	does("floor end --at 10:05");
	does("meeting close --at 13:00");
	does("meeting open --at 15:00");
	REFUSED("statement edit s1 --meeting 3", "there are 2 meetings");
	REFUSED("statement edit s1 --meeting 2",
		"s1 would be from 10 a.m. to 10.05 a.m., and the 2nd meeting was not held then: "
		"say --from");
	REFUSED("statement edit s1 --meeting 2 --from 14:58",
		"s1 would be from 2.58 p.m. to 3.03 p.m., and the 2nd meeting was not held then: "
		"say --from");
	SAYS("statement edit s1 --meeting 2 --from 15:10", "s1 changed: the 2nd meeting, when");
	assert_log("s1 Canada 310-312,313-315");
	assert_true(statement(1).meeting ==
		    sql_value(fixture.store, 0, "SELECT id FROM meeting WHERE number = 2", ""));
	assert_int_equal(
		sql_value(fixture.store, 0, "SELECT ended - started FROM interruption", ""), 60000);
	SAYS("statement edit s1 --meeting 1 --from 10:20 --to 10:24",
		"s1 changed: the 1st meeting, when");
	assert_log("s1 Canada 20-22,23-24");
	does("statement add zim --from 10:10 --to 10:11");
	REFUSED("statement edit s1 --meeting 1 --from 10:09",
		"s2 Zimbabwe had the floor from 10.10 a.m. to 10.11 a.m.: say other times");
}

static void who_has_the_floor_is_not_moved_to_another_meeting(void **state)
{
	(void)state;
	does("meeting close --at 10:30");
	does("meeting open --at 15:00");
	does("floor give can --at 15:01");
	REFUSED("statement edit s1 --meeting 1 --from 10:10",
		"s1 Canada has the floor: floor end first");
	does("floor pause --at 15:02");
	REFUSED("statement edit s1 --meeting 1 --from 10:10",
		"s1 Canada has the floor: floor end first");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, desk_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_clock_goes_on_for_the_right_one_and_the_wrong_one_waits_again),
		TEST(a_correction_of_the_floor_is_one_step_of_undo),
		TEST(who_did_not_ask_gets_the_floor_of_the_wrong_one_too),
		TEST(the_right_one_speaks_in_the_capacity_it_asked_in),
		TEST(a_point_of_order_of_the_wrong_one_leaves_what_the_right_one_asked_for),
		TEST(a_statement_is_split_where_the_next_one_began),
		TEST(points_are_told_by_their_line_or_their_number),
		TEST(the_second_of_a_running_speech_has_the_floor_and_has_asked_for_it),
		TEST(who_asked_only_afterwards_still_waits),
		TEST(a_statement_of_a_group_is_split_with_its_members),
		TEST(interruptions_go_with_their_half),
		TEST(a_time_at_which_it_was_not_made_is_refused),
		TEST(a_statement_of_yesterday_is_split_at_a_time_of_yesterday),
		TEST(a_statement_of_a_night_is_split_at_a_time_of_that_night),
		TEST(a_day_that_is_said_is_not_put_in_the_place_of_another),
		TEST(two_statements_are_one_again_and_the_earlier_number_stays),
		TEST(who_did_not_speak_after_all_is_on_the_list_again),
		TEST(who_asked_once_more_is_on_the_list_once),
		TEST(points_come_in_the_order_of_time_whatever_the_numbers),
		TEST(what_was_said_between_the_two_interrupted_them),
		TEST(a_speech_that_runs_goes_on_as_one),
		TEST(what_makes_no_sense_is_not_merged),
		TEST(a_point_of_order_is_not_merged_around_the_speech_that_it_interrupts),
		TEST(statements_of_two_meetings_stay_two),
		TEST(what_was_noted_to_the_wrong_statement_moves_to_the_right_one),
		TEST(a_note_that_lost_points_meanwhile_is_not_overwritten),
		TEST(what_was_said_at_the_time_of_another_is_refused_by_its_name),
		TEST(what_took_no_time_is_at_no_time_of_another),
		TEST(one_that_interrupted_another_takes_its_time_out_of_it),
		TEST(a_point_of_order_that_is_logged_afterwards_interrupts),
		TEST(a_statement_moves_to_another_meeting_with_a_time_of_it),
		TEST(who_has_the_floor_is_not_moved_to_another_meeting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
