/* SPDX-License-Identifier: MIT */
/* One text in negotiation by keys: what is done there is done by commands, what is typed is
 * never lost, and the cursor goes to what came of it. */
#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "store/negotiation.h"
#include "support/ui/one_screen.h"
#include "ui/app_inside.h"

#define TEXT "Requests the Secretariat to report on it in detail"

static int set_up(void **state)
{
	(void)state;
	screen_open(&screen, 40, 120);
	screen_do(&screen, "recommendation propose '" TEXT "' --item 3 --by Canada");
	screen_do(&screen, "recommendation propose 'Takes note of the study' --item 4");
	screen_do(&screen, "amendment propose r1 --replace 'on it' --with 'about it' --by Norway");
	screen_do(&screen, "amendment propose r1 --replace 'on it' --with 'of it' --by Chile");
	screen_do(&screen, "amendment propose r1 --delete 'in detail' --by Egypt --how orally");
	screen_keys(&screen, "2 t");
	return 0;
}

static struct recommendation_row text_of(int number)
{
	struct recommendation_row row = {0};
	int64_t id = store_recommendation_find(
		screen.fixture.store, screen.fixture.desk.session, number);

	store_recommendation(screen.fixture.store, id, &screen.fixture.arena, &row);
	return row;
}

static struct amendment_row amendment(int number)
{
	struct amendment_row row = {0};
	int64_t id =
		store_amendment_find(screen.fixture.store, screen.fixture.desk.session, number);

	store_amendment(screen.fixture.store, id, &screen.fixture.arena, &row);
	return row;
}

static void assert_on_row(const char *text)
{
	const char *row = screen_cursor_row(&screen);

	if (!strstr(row, text))
		fail_msg("the cursor is on \"%s\", not on \"%s\"", row, text);
}

/* --- looking --- */

static void a_text_opens_from_its_row_and_esc_goes_back(void **state)
{
	(void)state;
	screen_shows(&screen, "TEXT r1 (a)");
	assert_on_row("r1");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "RECOMMENDATIONS");
	assert_on_row("r1");
	screen_keys(&screen, "j t");
	screen_shows(&screen, "TEXT r2 (b)");
	screen_shows(&screen, "nothing open");
}

static void all_that_is_open_is_marked_with_whose_it_is(void **state)
{
	(void)state;
	screen_shows(&screen, "3 amendments, 2 in conflict");
	screen_shows(&screen, "[+Norway: about+]");
	screen_shows(&screen, "[+Chile: of+]");
	screen_shows(&screen, "[-Egypt: in");
}

static void each_way_is_named_and_shows_another_text(void **state)
{
	(void)state;
	screen_shows(&screen, "with changes");
	screen_keys(&screen, "j j j v");
	screen_shows(&screen, "with this amendment");
	screen_shows(&screen, "[-in detail-]");
	screen_lacks(&screen, "[+Norway");
	screen_keys(&screen, "v");
	screen_shows(&screen, "as it would read");
	screen_keys(&screen, "v");
	screen_shows(&screen, "as it stands");
	screen_shows(&screen, TEXT);
	screen_keys(&screen, "v");
	screen_shows(&screen, "as proposed");
	screen_keys(&screen, "v");
	screen_shows(&screen, "with changes");
	screen_keys(&screen, "Left");
	screen_shows(&screen, "as proposed");
}

static void lines_are_numbered_when_that_is_wanted(void **state)
{
	(void)state;
	screen_lacks(&screen, "1 Requests");
	screen_keys(&screen, "#");
	screen_shows(&screen, "1 Requests");
	screen_keys(&screen, "#");
	screen_lacks(&screen, "1 Requests");
}

static void without_marks_a_list_is_seen_as_it_will_be_printed(void **state)
{
	(void)state;
	screen_keys(&screen, "] e");
	screen_paste(&screen, ":\nfirst one\nthen the other");
	screen_keys(&screen, "Escape");
	screen_lacks(&screen, "(i)");
	screen_keys(&screen, "Left Left");
	screen_shows(&screen, "(i)  First one;");
	screen_shows(&screen, "(ii) Then the other.");
}

static void what_was_decided_and_said_of_it_is_in_the_list(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation adopt r1 --anyway --form without-vote");
	screen_do(&screen, "position add r1 reservation Chile 'not the last part'");
	screen_keys(&screen, "End");
	assert_on_row("reservation, Chile");
	screen_shows(&screen, "not the last part");
	screen_keys(&screen, "F9");
	screen_lacks(&screen, "Chile");
	screen_keys(&screen, "Up");
	assert_on_row("adopted without a vote");
}

static void a_conflict_shows_both_alternatives(void **state)
{
	(void)state;
	screen_keys(&screen, "j");
	assert_on_row("in conflict with a2");
	screen_shows(&screen, "In conflict with a2:");
	screen_shows(&screen, "a1 Norway: “about");
	screen_shows(&screen, "a2 Chile: “of");
	screen_keys(&screen, "j j");
	screen_lacks(&screen, "In conflict");
}

static void names_are_covered_in_marks_too(void **state)
{
	(void)state;
	screen_keys(&screen, "F9");
	screen_lacks(&screen, "Norway");
	screen_shows(&screen, "[+about+]");
	screen_keys(&screen, "j");
	screen_lacks(&screen, "Norway");
}

static void the_next_text_comes_without_going_back(void **state)
{
	(void)state;
	screen_keys(&screen, "]");
	screen_shows(&screen, "TEXT r2");
	screen_keys(&screen, "]");
	screen_shows(&screen, "That is the last text");
	screen_keys(&screen, "[");
	screen_shows(&screen, "TEXT r1");
}

static void search_leads_to_an_amendment_in_its_text(void **state)
{
	(void)state;
	screen_keys(&screen, "1 /");
	screen_type(&screen, "about");
	screen_shows(&screen, "1 found");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "TEXT r1");
	assert_on_row("a1");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "RECOMMENDATIONS");
	assert_on_row("r1");
	assert_int_equal(screen.fixture.desk.selected.amendment, 0);
}

/* --- proposing --- */

static void an_amendment_is_the_whole_text_as_it_would_read(void **state)
{
	(void)state;
	screen_keys(&screen, "p");
	screen_type(&screen, ", and soon");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "zim");
	screen_keys(&screen, "Tab Tab");
	screen_type(&screen, "screen");
	screen_keys(&screen, "Tab Escape");
	assert_string_equal(amendment(4).text, TEXT ", and soon");
	assert_string_equal(amendment(4).proposer_name, "Zimbabwe");
	assert_int_equal(amendment(4).how, AMENDMENT_ON_SCREEN);
	assert_on_row("a4");
}

static void an_amendment_that_leaves_no_word_deletes_the_paragraph(void **state)
{
	(void)state;
	screen_keys(&screen, "p Ctrl-Home Ctrl-K Escape");
	assert_int_equal(amendment(4).kind, AMENDMENT_DELETION);
	assert_on_row("a4");
	screen_shows(&screen, "delete the paragraph");
}

static void an_amendment_to_an_amendment_stands_below_it(void **state)
{
	(void)state;
	screen_keys(&screen, "j P");
	screen_shows(&screen, "Amendment to a1");
	screen_type(&screen, " now");
	screen_keys(&screen, "Escape");
	assert_int_equal(amendment(4).parent, amendment(1).id);
	assert_on_row("a4");
	screen_keys(&screen, "k");
	assert_on_row("a1");
}

static void a_new_paragraph_is_proposed_behind_it(void **state)
{
	(void)state;
	screen_keys(&screen, "n");
	screen_type(&screen, "Invites States to help");
	screen_keys(&screen, "Escape");
	assert_int_equal(amendment(4).kind, AMENDMENT_PARAGRAPH);
	assert_on_row("new paragraph");
	screen_keys(&screen, "y");
	assert_string_equal(text_of(3).text, "Invites States to help");
}

static void a_new_paragraph_is_decided_after_the_text_before_it(void **state)
{
	(void)state;
	screen_do(&screen, "amendment propose r1 'Invites States to help' --new --by Chile");
	screen_do(&screen, "recommendation adopt r1 --form consensus --anyway");
	screen_shows(&screen, " · 1 new paragraph");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "1 open  Requests the Secr");
	screen_shows(&screen, "a4 Chile, a new paragraph behind it:");
	screen_keys(&screen, "t j j j j");
	assert_on_row("new paragraph: “Invi");
	screen_shows(&screen, "a accept");
	screen_keys(&screen, "P");
	screen_type(&screen, " each other");
	screen_keys(&screen, "Escape");
	assert_int_equal(amendment(5).parent, amendment(4).id);
	screen_keys(&screen, "y k y");
	assert_string_equal(text_of(3).text, "Invites States to help each other");
	screen_keys(&screen, "n");
	screen_type(&screen, "Thanks Chile");
	screen_keys(&screen, "Escape");
	assert_int_equal(amendment(6).kind, AMENDMENT_PARAGRAPH);
}

static void an_alternative_is_gone_to(void **state)
{
	(void)state;
	screen_keys(&screen, "l");
	screen_type(&screen, " and elsewhere");
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "TEXT r3 (a) bis");
	assert_int_equal(text_of(3).alternative_of, text_of(1).id);
}

static void an_amendment_is_edited_in_its_row(void **state)
{
	(void)state;
	screen_keys(&screen, "j e");
	screen_type(&screen, "!");
	screen_keys(&screen, "Escape");
	assert_int_equal(amendment(1).version, 2);
	assert_on_row("a1");
}

/* --- deciding --- */

static void accepting_makes_a_version(void **state)
{
	(void)state;
	screen_keys(&screen, "j j j y");
	assert_int_equal(amendment(3).state, AMENDMENT_ACCEPTED);
	assert_string_equal(text_of(1).text, "Requests the Secretariat to report on it");
	assert_on_row("accepted");
	screen_shows(&screen, "accepted: version 2");
}

static void accept_into_a_conflict(void)
{
	screen_keys(&screen, "j y j y");
}

static void of_a_conflict_all_places_are_shown_before_its_words_are_taken(void **state)
{
	(void)state;
	accept_into_a_conflict();
	screen_shows(&screen, "now “about”");
	assert_int_equal(amendment(2).state, AMENDMENT_PROPOSED);
	screen_keys(&screen, "y");
	screen_shows(&screen, "Please answer");
	screen_keys(&screen, "t");
	assert_int_equal(amendment(2).state, AMENDMENT_ACCEPTED);
	assert_string_equal(text_of(1).text, "Requests the Secretariat to report of it in detail");
}

static void a_conflict_can_be_put_right_in_the_editor(void **state)
{
	(void)state;
	accept_into_a_conflict();
	screen_keys(&screen, "e");
	screen_shows(&screen, "The text with a2");
	screen_type(&screen, " and in time");
	screen_keys(&screen, "Escape");
	assert_int_equal(amendment(2).state, AMENDMENT_ACCEPTED);
	assert_string_equal(
		text_of(1).text, "Requests the Secretariat to report of it in detail and in time");
}

static void a_conflict_put_right_does_not_write_over_what_was_saved_meanwhile(void **state)
{
	(void)state;
	accept_into_a_conflict();
	screen_keys(&screen, "e");
	screen_type(&screen, " and in time");
	screen_do(&screen, "recommendation edit r1 'Requests something else'");
	screen_keys(&screen, "Escape");
	assert_int_equal(amendment(2).state, AMENDMENT_PROPOSED);
	assert_string_equal(text_of(1).text, "Requests something else");
	screen_shows(&screen, "Somebody else has changed r1");
	screen_keys(&screen, "m");
	assert_int_equal(amendment(2).state, AMENDMENT_ACCEPTED);
	assert_string_equal(
		text_of(1).text, "Requests the Secretariat to report of it in detail and in time");
}

static void a_conflict_that_is_left_changes_nothing(void **state)
{
	(void)state;
	accept_into_a_conflict();
	screen_keys(&screen, "Escape");
	screen_shows(&screen, "Nothing was changed");
	assert_int_equal(amendment(2).state, AMENDMENT_PROPOSED);
	assert_on_row("in conflict with the text");
}

static void reject_withdraw_and_propose_again(void **state)
{
	(void)state;
	screen_keys(&screen, "j x Enter");
	assert_int_equal(amendment(1).state, AMENDMENT_REJECTED);
	screen_keys(&screen, "O");
	assert_int_equal(amendment(1).state, AMENDMENT_PROPOSED);
}

static void a_comment_is_recorded_and_settled(void **state)
{
	(void)state;
	screen_keys(&screen, "c");
	screen_type(&screen, "asked what that is");
	screen_keys(&screen, "Tab");
	screen_type(&screen, "brazil");
	screen_keys(&screen, "Tab Tab");
	screen_type(&screen, "on it");
	screen_lacks(&screen, "unknown");
	screen_keys(&screen, "Escape");
	assert_on_row("k1");
	screen_shows(&screen, "On “on it”:");
	screen_shows(&screen, "Brazil");
	screen_keys(&screen, "s");
	assert_on_row("settled");
}

static void adoption_says_what_is_left_open(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_shows(&screen, "3 undecided amendments");
	assert_int_not_equal(text_of(1).state, RECOMMENDATION_ADOPTED);
	screen_keys(&screen, "y");
	assert_int_equal(text_of(1).state, RECOMMENDATION_ADOPTED);
	assert_int_equal(amendment(1).state, AMENDMENT_LAPSED);
	screen_keys(&screen, "p");
	screen_shows(&screen, "locked");
}

static void agreeing_asks_what_adopting_asks(void **state)
{
	(void)state;
	screen_keys(&screen, "g");
	screen_shows(
		&screen, "r1 has 3 undecided amendments (a1, a2, a3; 2 in conflict). Agree on");
	screen_keys(&screen, "n");
	assert_int_not_equal(text_of(1).state, RECOMMENDATION_AGREED);
	screen_keys(&screen, "g y");
	assert_int_equal(text_of(1).state, RECOMMENDATION_AGREED);
}

static void what_comes_up_while_it_is_asked_is_asked_of_too(void **state)
{
	(void)state;
	screen_keys(&screen, "a");
	screen_shows(&screen, "r1 has 3 undecided amendments");
	screen_do(&screen, "bracket open r1 report");
	screen_keys(&screen, "y");
	assert_int_not_equal(text_of(1).state, RECOMMENDATION_ADOPTED);
	screen_shows(&screen, "r1 has 1 open bracket, 3 undecided amendments");
	screen_keys(&screen, "y");
	assert_int_equal(text_of(1).state, RECOMMENDATION_ADOPTED);
}

static void a_decision_shows_the_text_that_was_decided(void **state)
{
	(void)state;
	screen_do(&screen, "recommendation adopt r2");
	screen_do(&screen, "recommendation reopen r2 'a slip'");
	screen_do(&screen, "recommendation edit r2 'Takes note of both studies'");
	screen_do(&screen, "recommendation adopt r2");
	screen_keys(&screen, "] j j");
	assert_on_row("adopted");
	screen_shows(&screen, "│  Takes note of the study");
	screen_keys(&screen, "End");
	assert_on_row("adopted");
	screen_shows(&screen, "│  Takes note of both studies");
}

static void on_the_row_of_an_amendment_adopting_is_accepting(void **state)
{
	(void)state;
	screen_shows(&screen, "a adopt");
	screen_keys(&screen, "j j j");
	assert_on_row("a3");
	screen_shows(&screen, "a accept");
	screen_lacks(&screen, "a adopt");
	screen_keys(&screen, "a");
	assert_int_equal(amendment(3).state, AMENDMENT_ACCEPTED);
	assert_int_equal(text_of(1).state, RECOMMENDATION_NEGOTIATED);
	assert_on_row("a3");
	screen_lacks(&screen, "a adopt");
	screen_keys(&screen, "a");
	screen_shows(&screen, "a3 is accepted; Home goes to the text of r1, which a adopts");
	assert_int_equal(text_of(1).state, RECOMMENDATION_NEGOTIATED);
	screen_keys(&screen, "Home");
	screen_shows(&screen, "a adopt");
	screen_keys(&screen, "a");
	screen_shows(&screen, "r1 has 2 undecided amendments (a1, a2; in conflict)");
	screen_keys(&screen, "y j a");
	screen_shows(&screen, "a1 is lapsed, and r1 is adopted");
}

static void a_vote_is_on_the_selected_amendment(void **state)
{
	(void)state;
	screen_do(&screen, "rule set decision.majority simple");
	screen_keys(&screen, "j j j V");
	screen_shows(&screen, "SHOW OF HANDS  a3 Egypt  delete “in detail”");
	screen_type(&screen, "3");
	screen_keys(&screen, "Right");
	screen_type(&screen, "2");
	screen_shows(&screen, "✓ accepted by a simple majority, 3 needed");
	screen_keys(&screen, "Enter Enter");
	assert_int_equal(amendment(3).state, AMENDMENT_ACCEPTED);
	assert_int_equal(text_of(1).state, RECOMMENDATION_NEGOTIATED);
	screen_keys(&screen, "V");
	screen_shows(&screen, "a3 is accepted: amendment reopen a3 first");
	screen_keys(&screen, "Up Up V Tab");
	screen_shows(&screen, "RECORDED VOTE  a1 Norway");
	screen_keys(&screen, "Escape Home V");
	screen_shows(&screen, "SHOW OF HANDS  r1 (a)");
}

static void what_is_proposed_to_one_is_asked_about_before_it_is_taken(void **state)
{
	(void)state;
	screen_do(&screen, "amendment propose r1 --to a1 --replace about --with on --by Chile");
	screen_keys(&screen, "j y");
	screen_shows(&screen, "What is proposed to a1 is undecided: a4 Chile. Take it without?");
	screen_shows(&screen, "d do it  n no");
	screen_keys(&screen, "j y"); /* who goes on in the list has not said yes */
	assert_int_equal(amendment(1).state, AMENDMENT_PROPOSED);
	screen_keys(&screen, "d");
	assert_int_equal(amendment(1).state, AMENDMENT_ACCEPTED);
	assert_int_equal(amendment(4).state, AMENDMENT_LAPSED);
}

static void a_form_says_which_row_it_is_for(void **state)
{
	(void)state;
	screen_keys(&screen, "S");
	screen_shows(&screen, "r1 (a) · Record who sponsors");
	screen_keys(&screen, "Escape j x");
	screen_shows(&screen, "a1 Norway · Record that an amendment was not accepted");
	screen_keys(&screen, "Escape F9 w");
	screen_shows(&screen, "a1 ······ · Record that an amendment was withdrawn");
	screen_keys(&screen, "Escape F9 Escape x");
	screen_shows(&screen, "r1 (a) · Record that it is not adopted");
}

static void where_no_amendment_is_selected_the_form_asks_which(void **state)
{
	(void)state;
	screen_keys(&screen, "x");
	screen_shows(&screen, "Amendment, as a9");
	screen_type(&screen, "a2");
	screen_keys(&screen, "Enter");
	assert_int_equal(amendment(2).state, AMENDMENT_REJECTED);
}

static void sponsors_are_those_of_the_selected_row(void **state)
{
	(void)state;
	screen_keys(&screen, "j S");
	screen_shows(&screen, "a1 Norway · Record who sponsors");
	screen_type(&screen, "zim");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "a1 is sponsored by Zimbabwe");
	screen_keys(&screen, "Home S");
	screen_type(&screen, "benin");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "r1 is sponsored by Benin");
}

static void a_non_paper_is_cut_and_the_room_is_shown_a_text(void **state)
{
	(void)state;
	screen_keys(&screen, "N");
	screen_type(&screen, "Wednesday");
	screen_keys(&screen, "Enter");
	screen_shows(&screen, "on-paper 1");
	screen_keys(&screen, "T");
	screen_shows(&screen, "the room's screen shows r1");
	/* What is projected is nothing to be undone. */
	screen_keys(&screen, "u");
	screen_shows(&screen, "non-paper cut");
}

/* --- what is typed --- */

static void what_was_being_typed_is_offered_after_a_crash(void **state)
{
	(void)state;
	screen_keys(&screen, "p");
	screen_type(&screen, " half a sen");
	app_handle(screen.app, &(struct event){.kind = EVENT_SIGNAL, .signal = SIGTERM});
	app_free(screen.app);
	screen.app = app_new(&screen.fixture.desk, 40, 120, true);
	screen_draw(&screen);
	screen_shows(&screen, "an amendment to r1");
	screen_keys(&screen, "2 t");
	screen_shows(&screen, "[unsaved]");
	screen_keys(&screen, "p");
	screen_shows(&screen, "in detail half");
	screen_keys(&screen, "Escape");
	assert_string_equal(amendment(4).text, TEXT " half a sen");
}

static void what_somebody_else_saved_is_shown_first(void **state)
{
	(void)state;
	screen_keys(&screen, "e");
	screen_type(&screen, " mine");
	screen_do(&screen, "recommendation edit r1 'Requests something else'");
	screen_keys(&screen, "Escape");
	assert_string_equal(text_of(1).text, "Requests something else");
	screen_shows(&screen, "Somebody else has changed r1");
	screen_keys(&screen, "m");
	assert_string_equal(text_of(1).text, TEXT " mine");
}

static void an_amendment_stays_on_what_it_began_from(void **state)
{
	(void)state;
	screen_keys(&screen, "p");
	screen_type(&screen, " mine");
	screen_do(&screen, "recommendation edit r1 'Requests something else'");
	screen_keys(&screen, "Escape");
	assert_string_equal(amendment(4).text, TEXT " mine");
	assert_int_equal(amendment(4).base, 1);
}

static void a_text_that_goes_takes_its_view_along(void **state)
{
	(void)state;
	screen_keys(&screen, "Escape");
	screen_do(&screen, "recommendation propose 'Goes away'");
	screen_keys(&screen, "End t");
	screen_shows(&screen, "TEXT r3");
	screen_do(&screen, "undo");
	screen_keys(&screen, "j");
	screen_shows(&screen, "RECOMMENDATIONS");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, screen_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_text_opens_from_its_row_and_esc_goes_back),
		TEST(all_that_is_open_is_marked_with_whose_it_is),
		TEST(each_way_is_named_and_shows_another_text),
		TEST(lines_are_numbered_when_that_is_wanted),
		TEST(without_marks_a_list_is_seen_as_it_will_be_printed),
		TEST(what_was_decided_and_said_of_it_is_in_the_list),
		TEST(a_conflict_shows_both_alternatives),
		TEST(names_are_covered_in_marks_too),
		TEST(the_next_text_comes_without_going_back),
		TEST(search_leads_to_an_amendment_in_its_text),
		TEST(an_amendment_is_the_whole_text_as_it_would_read),
		TEST(an_amendment_that_leaves_no_word_deletes_the_paragraph),
		TEST(an_amendment_to_an_amendment_stands_below_it),
		TEST(a_new_paragraph_is_proposed_behind_it),
		TEST(a_new_paragraph_is_decided_after_the_text_before_it),
		TEST(an_alternative_is_gone_to),
		TEST(an_amendment_is_edited_in_its_row),
		TEST(accepting_makes_a_version),
		TEST(of_a_conflict_all_places_are_shown_before_its_words_are_taken),
		TEST(a_conflict_can_be_put_right_in_the_editor),
		TEST(a_conflict_put_right_does_not_write_over_what_was_saved_meanwhile),
		TEST(a_conflict_that_is_left_changes_nothing),
		TEST(reject_withdraw_and_propose_again),
		TEST(a_comment_is_recorded_and_settled),
		TEST(adoption_says_what_is_left_open),
		TEST(agreeing_asks_what_adopting_asks),
		TEST(what_comes_up_while_it_is_asked_is_asked_of_too),
		TEST(a_decision_shows_the_text_that_was_decided),
		TEST(on_the_row_of_an_amendment_adopting_is_accepting),
		TEST(a_vote_is_on_the_selected_amendment),
		TEST(what_is_proposed_to_one_is_asked_about_before_it_is_taken),
		TEST(a_form_says_which_row_it_is_for),
		TEST(where_no_amendment_is_selected_the_form_asks_which),
		TEST(sponsors_are_those_of_the_selected_row),
		TEST(a_non_paper_is_cut_and_the_room_is_shown_a_text),
		TEST(what_was_being_typed_is_offered_after_a_crash),
		TEST(what_somebody_else_saved_is_shown_first),
		TEST(an_amendment_stays_on_what_it_began_from),
		TEST(a_text_that_goes_takes_its_view_along),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
