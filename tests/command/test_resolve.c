/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/civil.h"
#include "store/floor.h"
#include "store/journal.h"
#include "support/command/fixture.h"

static struct fixture desk_in_session;

static int set_up(void **state)
{
	fixture_open(&desk_in_session);
	*state = &desk_in_session;
	return 0;
}

static int tear_down(void **state)
{
	fixture_close(*state);
	return 0;
}

static void assert_reply(struct fixture *f, const char *line, const char *reply)
{
	assert_string_equal(fixture_do(f, line), reply);
}

static void assert_refused(struct fixture *f, const char *line, const char *sentence)
{
	assert_string_equal(fixture_refused(f, line), sentence);
}

static void assert_says(struct fixture *f, const char *line, const char *part)
{
	const char *sentence = fixture_refused(f, line);

	if (!strstr(sentence, part))
		fail_msg("%s: \"%s\" does not say \"%s\"", line, sentence, part);
}

/* --- names --- */

static void a_name_is_found_by_what_is_clear(void **state)
{
	assert_reply(*state, "toy one Canada", "name=Canada[Canada]");
	assert_reply(*state, "toy one canada", "name=canada[Canada]");
	assert_reply(*state, "toy one cot", "name=cot[C\xc3\xb4te d\xe2\x80\x99Ivoire]");
	assert_reply(*state, "toy one Cote d'Ivoire",
		"name=Cote d'Ivoire[C\xc3\xb4te d\xe2\x80\x99Ivoire]");
	assert_reply(*state, "toy one ivoire", "name=ivoire[C\xc3\xb4te d\xe2\x80\x99Ivoire]");
	assert_reply(*state, "toy one zim", "name=zim[Zimbabwe]");
	assert_reply(*state, "toy one burk fa", "name=burk fa[Burkina Faso]");
	assert_reply(*state, "toy one the Russian Federation",
		"name=the Russian Federation[Russian Federation]");
}

static void the_whole_name_of_a_state_in_another_language_is_known(void **state)
{
	assert_reply(*state, "toy one Alemania", "name=Alemania[Germany]");
	assert_reply(*state, "toy one 'côte d’ivoire'", "name=côte d’ivoire[Côte d’Ivoire]");
	assert_reply(*state, "toy one 'Royaume-Uni de Grande-Bretagne et d’Irlande du Nord'",
		"name=Royaume-Uni de Grande-Bretagne et d’Irlande du Nord"
		"[United Kingdom of Great Britain and Northern Ireland]");
	assert_says(*state, "toy one Allemag", "Allemag");
}

static void a_whole_name_wins_over_longer_ones(void **state)
{
	assert_reply(*state, "toy one Guinea", "name=Guinea[Guinea]");
	assert_reply(*state, "toy one niger", "name=niger[Niger]");
	assert_reply(*state, "toy one GB",
		"name=GB[United Kingdom of Great Britain and Northern Ireland]");
}

static void a_code_is_of_a_state_and_a_group_is_spoken_for(void **state)
{
	assert_reply(*state, "toy one NAM", "name=NAM[Namibia]");
	assert_reply(*state, "toy one nam", "name=nam[Namibia]");
	fixture_do(*state, "meeting open");
	fixture_do(*state, "item open 3");
	assert_reply(*state, "floor request nam", "Namibia on the list of item 3");
	fixture_do(*state, "floor request egypt --for nam");
	assert_reply(*state, "floor give egypt",
		"s1 Egypt for the Movement of Non-Aligned Countries has the floor, item 3");
}

static void several_names_that_fit_are_listed(void **state)
{
	assert_refused(
		*state, "toy one nig", "'nig' may be Niger or Nigeria; write more of the name");
	assert_says(*state, "toy one korea", "Democratic People");
	assert_says(*state, "toy one korea", "Republic of Korea");
	assert_says(*state, "toy one uni", "more; write more of the name");
}

static void a_typing_error_is_never_guessed(void **state)
{
	assert_says(
		*state, "toy one Pakistn", "no participant is called 'Pakistn' (near: Pakistan");
	assert_says(*state, "toy one Niue", "no participant is called 'Niue'");
}

static void names_are_those_of_the_date_of_the_session(void **state)
{
	assert_reply(*state, "toy one turkey", "name=turkey[Turkey]");
	assert_reply(*state, "toy one swaz", "name=swaz[Swaziland]");
}

static void several_names_are_separated_by_commas(void **state)
{
	assert_reply(*state, "toy add can, cot,zim",
		"names=can, cot,zim[Canada][C\xc3\xb4te d\xe2\x80\x99Ivoire][Zimbabwe]");
	assert_reply(*state, "toy add 'can\ncot\n'",
		"names=can\ncot[Canada]"
		"[C\xc3\xb4te d\xe2\x80\x99Ivoire]");
	assert_reply(*state, "toy add can, Canada, , can,", "names=can, Canada, , can,[Canada]");
	assert_refused(*state, "toy add , ,", "', ,' names nobody");
}

static void an_unknown_name_is_asked_about(void **state)
{
	struct fixture *f = *state;
	const char *reply;

	assert_int_equal(fixture_try(f, "toy guest Pakistn", &reply), OUTCOME_ASKS);
	assert_string_equal(f->question.flag, "guest");
	assert_null(f->question.missing);
	assert_string_equal(f->question.text,
		"No participant is called 'Pakistn' (near: Pakistan). Add it as a guest?");
	assert_int_equal(f->err.code, ERR_USAGE);
	assert_string_equal(f->err.text, "No participant is called 'Pakistn' (near: Pakistan). "
					 "Add it as a guest? (yes: --guest)");
}

static void a_guest_is_added_with_the_command(void **state)
{
	struct fixture *f = *state;

	assert_reply(f, "toy guest --guest can, Dr. Who, 'Dr.  who', Łódź School",
		"names=can, Dr. Who, Dr.  who, Łódź School[Canada][Dr. Who][Dr. Who][Łódź School]"
		" guest=yes");
	assert_reply(f, "toy one dr who", "name=dr who[Dr. Who]");
	assert_reply(f, "toy one lodz", "name=lodz[Łódź School]");
	fixture_do(f, "undo");
	assert_says(f, "toy one dr who", "no participant is called 'dr who'");
}

static void a_guest_that_was_not_needed_is_not_added(void **state)
{
	const char *before = fixture_dump(*state);

	fixture_do(*state, "toy guest --guest can");
	assert_string_equal(fixture_dump(*state), before);
}

static void somebody_new_is_known_at_once(void **state)
{
	fixture_do(*state, "participant add 'Union of Toys, The' --kind organization");
	assert_reply(*state, "toy one union of toys", "name=union of toys[Union of Toys, The]");
	assert_reply(*state, "toy add Union of Toys, The",
		"names=Union of Toys, The[Union of Toys, The]");
}

/* --- rows --- */

static void an_item_is_named_as_printed(void **state)
{
	struct fixture *f = *state;

	assert_reply(f, "toy rows --item 3", "item=3");
	assert_reply(f, "toy rows --item '1 (a)'", "item=1 (a)");
	assert_reply(f, "toy rows --item 1.a", "item=1.a");
	assert_reply(f, "toy rows --item 1(b)", "item=1(b)");
	assert_refused(f, "toy rows --item 9",
		"there is no item '9'; there are 1, 1 (a), 1 (b), 2, 3, 4, 5, 6, 7 or 8");
	assert_says(f, "toy rows --item '' --item x", "given twice");
	assert_says(f, "toy rows --item agenda", "there is no item 'agenda'");
}

static void a_document_is_named_by_number_or_symbol(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "document add CTOC/COP/2012/CRP.9 'A paper'");
	assert_reply(f, "toy rows --document CTOC/COP/2012/CRP.9", "document=CTOC/COP/2012/CRP.9");
	assert_reply(f, "toy rows --document d1", "document=d1");
	assert_says(f, "toy rows --document d999", "there is no document 'd999'");
	assert_reply(f, "toy rows --symbol A/1/99", "symbol=A/1/99");
}

static void bodies_and_sessions_are_named_by_key(void **state)
{
	struct fixture *f = *state;

	assert_reply(f, "toy rows --body wg2", "body=wg2");
	assert_refused(f, "toy rows --body wg9", "there is no body 'wg9'; there are wg2 or wg3");
	assert_reply(f, "toy rows --session 2012-10-17-wg-technical-assistance",
		"session=2012-10-17-wg-technical-assistance");
	assert_refused(f, "toy rows --session next",
		"there is no session 'next'; rapporteur session list shows them");
}

static void a_statement_is_named_by_its_number(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "meeting open");
	fixture_do(f, "item open 2");
	fixture_do(f, "statement add can --from 10:00 --to 10:05");
	assert_reply(f, "toy note s1 yes", "statement=s1 text=yes");
	assert_reply(f, "toy note S1 yes", "statement=S1 text=yes");
	assert_reply(f, "toy note 1 yes", "statement=1 text=yes");
	assert_refused(f, "toy note s2 yes", "there is no statement 's2'");
	assert_refused(f, "toy note x yes", "there is no statement 'x'; statements are s1, s2 …");
	assert_says(f, "toy note s99999999999999999999 yes", "there is no statement");
}

static void a_recommendation_is_named_by_number_or_letter(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "recommendation propose 'States should share what they know' --item 3");
	fixture_do(f, "recommendation propose 'States should ask for help' --item 3");
	assert_reply(f, "toy rows --recommendation r2", "recommendation=r2");
	assert_reply(f, "toy rows --recommendation (b)", "recommendation=(b)");
	assert_reply(f, "toy rows --recommendation A", "recommendation=A");
	assert_refused(f, "toy rows --recommendation c", "there is no recommendation 'c'");
	assert_refused(f, "toy rows --recommendation r3", "there is no recommendation 'r3'");
	assert_says(f, "toy rows --recommendation ab", "give its number, r1, or its letter, (a)");
	fixture_do(f, "recommendation withdraw r1");
	fixture_do(f, "recommendation adopt a --at 2012-10-17T12:00");
	assert_says(f, "recommendation adopt r2", "r2");
}

/* --- values --- */

static void a_number_is_whole(void **state)
{
	assert_reply(*state, "toy move can 3", "name=can[Canada] place=3");
	assert_reply(*state, "toy move can -3", "name=can[Canada] place=-3");
	assert_refused(*state, "toy move can three", "place is a number, and not 'three'");
	assert_refused(*state, "toy move can 3.5", "place is a number, and not '3.5'");
	assert_refused(
		*state, "toy move can 99999999999", "place is a number, and not '99999999999'");
}

static void a_choice_may_be_shortened(void **state)
{
	assert_reply(*state, "toy add can --kind rep", "names=can[Canada] kind=reply");
	assert_reply(*state, "toy add can --kind 'point of order'",
		"names=can[Canada] kind=point_of_order");
	assert_refused(*state, "toy add can --kind speech",
		"kind is general, reply or point_of_order, and not 'speech'");
}

static int64_t instant(int day, int hour, int minute)
{
	return civil_ms(&(struct civil){2012, 10, day, hour, minute, 0});
}

static void a_time_is_of_the_day_that_is_meant(void **state)
{
	struct fixture *f = *state;
	int64_t ms;

	assert_true(desk_time(&f->desk, "10:05", &ms, &f->err));
	assert_int_equal(ms, instant(17, 10, 5));
	f->desk.at = instant(18, 9, 0);
	assert_true(desk_time(&f->desk, "10:05", &ms, &f->err));
	assert_int_equal(ms, instant(18, 10, 5));
	f->desk.at = 0;
	clock_stand_at(&f->desk.clock, civil_ms(&(struct civil){2026, 1, 1, 12, 0, 0}));
	assert_true(desk_time(&f->desk, "10:05", &ms, &f->err));
	assert_int_equal(ms, instant(17, 10, 5));
	fixture_do(f, "meeting open --at 2012-10-18T10:00");
	f->desk.at = 0;
	assert_true(desk_time(&f->desk, "10:05", &ms, &f->err));
	assert_int_equal(ms, instant(18, 10, 5));
	assert_false(desk_time(&f->desk, "soon", &ms, &f->err));
	assert_int_equal(f->err.code, ERR_USAGE);
}

static void text_is_entered_clean(void **state)
{
	struct fixture *f = *state;

	assert_reply(
		f, "toy add can --note \"one  \r\ntwo\a\n\n\"", "names=can[Canada] note=one\ntwo");
	assert_reply(f, "toy add can --note ''", "names=can[Canada] note=");
	assert_refused(
		f, "toy 'two words'", "word is one word, without blanks, and not 'two words'");
}

static void what_is_missing_is_asked_for(void **state)
{
	struct fixture *f = *state;
	const char *reply;

	assert_int_equal(fixture_try(f, "toy move can", &reply), OUTCOME_ASKS);
	assert_ptr_equal(f->question.missing, &command_find("toy move")->params[1]);
	assert_null(f->question.flag);
	assert_string_equal(f->question.text, "Place?");
	assert_string_equal(
		f->err.text, "'toy move' needs place: Place; usage: toy move NAME PLACE [ROOM]");
	assert_int_equal(fixture_try(f, "toy one ''", &reply), OUTCOME_ASKS);
}

/* --- context --- */

static void the_only_open_item_is_the_item(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "meeting open");
	assert_says(f, "toy item", "'toy item' needs item");
	fixture_do(f, "item open 3");
	assert_reply(f, "toy item", "item=3");
	assert_reply(f, "toy add can", "names=can[Canada] item=3");
	assert_reply(f, "toy rows", "");
	fixture_do(f, "item open 4");
	assert_says(f, "toy item", "'toy item' needs item");
	assert_reply(f, "toy add can", "names=can[Canada]");
}

static void the_running_speech_is_the_statement(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "meeting open");
	fixture_do(f, "item open 3");
	assert_says(f, "toy note --text yes", "needs statement");
	fixture_do(f, "floor give can");
	assert_reply(f, "toy note --text yes", "statement=s1 text=yes");
	fixture_do(f, "floor give zim");
	assert_reply(f, "toy note --text yes", "statement=s2 text=yes");
}

static void what_is_selected_on_the_screen_comes_first(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "meeting open");
	fixture_do(f, "item open 3");
	fixture_do(f, "floor give can");
	fixture_do(f, "floor give zim");
	f->desk.selected.statement = store_statement_find(f->store, f->desk.session, 1);
	assert_reply(f, "toy note --text yes", "statement=s2 text=yes");
	f->desk.screen = true;
	assert_reply(f, "toy note --text yes", "statement=s1 text=yes");
}

static void the_journal_keeps_what_the_context_gave(void **state)
{
	struct fixture *f = *state;
	struct journal_row *row;
	size_t count;

	fixture_do(f, "meeting open");
	fixture_do(f, "item open 3");
	fixture_do(f, "floor give can");
	fixture_do(f, "statement note --text 'asked for more'");
	row = store_journal(f->store, f->desk.session, 0, 1, &f->arena, &count);
	assert_int_equal(count, 1);
	assert_string_equal(row->command, "statement note");
	assert_string_equal(row->arguments, "s1 \"asked for more\"");
}

/* --- running --- */

static void every_need_has_its_sentence(void **state)
{
	struct fixture *f = *state;

	assert_refused(f, "toy meeting", "No meeting is open: meeting open");
	assert_refused(f, "toy speaker", "Nobody has the floor: floor give");
	assert_refused(f, "toy screen", "'toy screen' is a command of the full screen");
	f->desk.session = 0;
	assert_refused(f, "toy meeting", "There is no session yet: agenda load FILE makes one");
}

static void a_session_that_was_undone_is_gone(void **state)
{
	struct fixture *f = *state;

	fixture_do(f, "undo");
	assert_refused(f, "toy meeting",
		"The session is gone, its making was undone: redo brings it back");
	fixture_do(f, "redo");
	fixture_do(f, "meeting open");
}

static void a_time_may_stand_for_an_open_meeting(void **state)
{
	struct fixture *f = *state;

	assert_reply(f, "toy meeting --from 10:00", "from=10:00");
	fixture_do(f, "meeting open --at 2012-10-17T10:00");
	fixture_do(f, "meeting close --at 13:00");
	f->desk.at = 0;
	assert_says(f, "toy meeting", "No meeting is open");
	assert_reply(f, "toy meeting --at 11:00", "");
	assert_says(f, "toy meeting --at 14:00", "No meeting is open");
}

static void a_command_that_fails_leaves_no_trace(void **state)
{
	struct fixture *f = *state;
	const char *before = fixture_dump(f);
	int64_t sequence = store_sequence(f->store, f->desk.session);

	assert_refused(f, "toy fail", "the toy is broken");
	assert_int_equal(f->err.code, ERR_DATA);
	assert_refused(f, "toy half --broken", "the toy is broken");
	assert_string_equal(fixture_dump(f), before);
	assert_int_equal(store_sequence(f->store, f->desk.session), sequence);
}

static void a_question_of_a_command_is_a_flag(void **state)
{
	struct fixture *f = *state;
	const char *before = fixture_dump(f), *reply;

	assert_int_equal(fixture_try(f, "toy half", &reply), OUTCOME_ASKS);
	assert_string_equal(f->question.flag, "anyway");
	assert_string_equal(f->question.text, "Keep the toy maker?");
	assert_string_equal(f->err.text, "Keep the toy maker? (yes: --anyway)");
	assert_string_equal(fixture_dump(f), before);
	assert_reply(f, "toy half --anyway", "kept");
	assert_string_not_equal(fixture_dump(f), before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_name_is_found_by_what_is_clear, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_whole_name_of_a_state_in_another_language_is_known, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_whole_name_wins_over_longer_ones, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_code_is_of_a_state_and_a_group_is_spoken_for, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			several_names_that_fit_are_listed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_typing_error_is_never_guessed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			names_are_those_of_the_date_of_the_session, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			several_names_are_separated_by_commas, set_up, tear_down),
		cmocka_unit_test_setup_teardown(an_unknown_name_is_asked_about, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_guest_is_added_with_the_command, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_guest_that_was_not_needed_is_not_added, set_up, tear_down),
		cmocka_unit_test_setup_teardown(somebody_new_is_known_at_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(an_item_is_named_as_printed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_document_is_named_by_number_or_symbol, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			bodies_and_sessions_are_named_by_key, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_statement_is_named_by_its_number, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_recommendation_is_named_by_number_or_letter, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_number_is_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_choice_may_be_shortened, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_time_is_of_the_day_that_is_meant, set_up, tear_down),
		cmocka_unit_test_setup_teardown(text_is_entered_clean, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_missing_is_asked_for, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_only_open_item_is_the_item, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_running_speech_is_the_statement, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_selected_on_the_screen_comes_first, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_journal_keeps_what_the_context_gave, set_up, tear_down),
		cmocka_unit_test_setup_teardown(every_need_has_its_sentence, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_session_that_was_undone_is_gone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_time_may_stand_for_an_open_meeting, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_command_that_fails_leaves_no_trace, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_question_of_a_command_is_a_flag, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
