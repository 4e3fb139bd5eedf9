/* SPDX-License-Identifier: MIT */
/* The states of a recommendation and the form of its text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <stdbool.h>

#include "model/recommendation.h"
#include "model/recommendation_parts.h"

static void every_state_is_found_by_its_word(void **state)
{
	(void)state;
	for (int i = 0; i < RECOMMENDATION_STATES; i++) {
		enum recommendation_state found = RECOMMENDATION_STATES;
		assert_true(recommendation_state_parse(
			recommendation_word((enum recommendation_state)i), &found));
		assert_int_equal(found, i);
		assert_true(recommendation_label((enum recommendation_state)i)[0] != '\0');
	}
	assert_string_equal(recommendation_label(RECOMMENDATION_REJECTED), "not adopted");
	assert_string_equal(recommendation_word(RECOMMENDATION_DRAFT), "draft");
}

static void an_unknown_word_is_no_state(void **state)
{
	enum recommendation_state found = RECOMMENDATION_AGREED;

	(void)state;
	assert_false(recommendation_state_parse("Draft", &found));
	assert_false(recommendation_state_parse("", &found));
	assert_int_equal(found, RECOMMENDATION_AGREED);
}

static void what_is_decided_is_closed(void **state)
{
	(void)state;
	for (int i = 0; i < RECOMMENDATION_STATES; i++) {
		bool closed = i == RECOMMENDATION_ADOPTED || i == RECOMMENDATION_WITHDRAWN ||
			      i == RECOMMENDATION_REJECTED;
		assert_int_equal(recommendation_open((enum recommendation_state)i), !closed);
	}
}

static void a_closed_one_can_only_be_reopened(void **state)
{
	(void)state;
	for (int from = 0; from < RECOMMENDATION_STATES; from++) {
		for (int to = 0; to < RECOMMENDATION_STATES; to++) {
			bool may = recommendation_may(
				(enum recommendation_state)from, (enum recommendation_state)to);
			bool open = recommendation_open((enum recommendation_state)from);
			if (from == to)
				assert_false(may);
			else if (to == RECOMMENDATION_DRAFT)
				assert_int_equal(may, !open || from == RECOMMENDATION_DEFERRED);
			else
				assert_int_equal(may, open);
		}
	}
}

static void an_entry_has_no_label_and_no_ending(void **state)
{
	static const char *const rows[][2] = {
		{"Takes note of the report;", "Takes note of the report"},
		{"takes note of the report.", "Takes note of the report"},
		{"(a) Welcomes the report; and", "Welcomes the report"},
		{"  (bb)  welcomes the report, and ", "Welcomes the report"},
		{"(iv) Notes", "Notes"}, {"1. Notes", "Notes"}, {"12. Notes ;", "Notes"},
		{"b) Notes", "Notes"}, {"1. (a) Notes", "Notes"}, {"Notes and", "Notes"},
		{"Notes ;;.", "Notes"}, {"Notes;\n", "Notes"}, {"élargit", "Élargit"},
		{"“quoted.”", "“quoted.”"}, {"", ""}, {" ; ", ""}, {"a", "A"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct str out = STR_EMPTY;
		recommendation_entry(rows[i][0], &out);
		assert_string_equal(out.text, rows[i][1]);
		str_clear(&out);
	}
}

static void what_belongs_to_an_entry_stays(void **state)
{
	static const char *const rows[] = {"Requests reports, studies etc.", "Meets at 10 a.m.",
		"Supports demand", "(On behalf of the Group) Notes", "2012 was a good year",
		"1.5 million people", "(UNODC) Requests more", "Sand", "Article 5 (a) Requests",
		"[Canada: also] Requests"};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct str out = STR_EMPTY;
		recommendation_entry(rows[i], &out);
		assert_string_equal(out.text, rows[i]);
		str_clear(&out);
	}
}

static void an_entry_made_an_entry_again_is_the_same(void **state)
{
	static const char *const rows[] = {
		"(a) (b) x; and and", "1. and", "and; and", "etc.;", "(a) ;", ". and .", "etc.."};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct str once = STR_EMPTY, twice = STR_EMPTY;
		recommendation_entry(rows[i], &once);
		recommendation_entry(once.text, &twice);
		assert_string_equal(once.text, twice.text);
		str_clear(&once);
		str_clear(&twice);
	}
}

static void the_verb_is_the_whole_opening_phrase(void **state)
{
	static const char *const rows[][2] = {{"Requests the Secretariat", "Requests"},
		{"Also requests the Secretariat", "Also requests"},
		{"Further requests the Secretariat", "Further requests"},
		{"requests the Secretariat", "requests"},
		{"Takes note of the report", "Takes note of"},
		{"Takes note with appreciation of the report", "Takes note with appreciation of"},
		{"Notes with concern that", "Notes with concern"}, {"Notes that", "Notes"},
		{"Expresses its appreciation to", "Expresses its appreciation"},
		{"Calls upon States", "Calls upon"},
		{"Strongly encourages States", "Strongly encourages"},
		{"Also strongly encourages States", "Also strongly encourages"},
		{"Recommends that", "Recommends"}, {"Urges", "Urges"},
		{"Requests also the Secretariat", "Requests also"},
		{"Welcomes, in this regard,", "Welcomes"}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(recommendation_verb(rows[i][0]), strlen(rows[i][1]));
}

static void a_text_may_open_without_a_verb(void **state)
{
	static const char *const rows[] = {"", "States parties should cooperate", "Also", "Also ",
		"Further work is needed", "Notesx", "Request", "The Secretariat requests",
		"Urges-x"};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(recommendation_verb(rows[i]), 0);
}

/* --- sub-levels --- */

/* Each part as "label text ending", joined with " / ". */
static void check_parts(const char *text, bool numbered, const char *expected)
{
	struct arena arena;
	struct str out = STR_EMPTY;
	size_t count;

	arena_init(&arena);
	struct recommendation_part *parts = recommendation_parts(&arena, text, &count);
	for (size_t i = 0; i < count; i++) {
		str_add(&out, i ? " / " : "");
		recommendation_part_label(&parts[i], numbered, &out);
		str_addf(&out, "%s%s%.1s", parts[i].level ? " " : "", parts[i].text,
			&parts[i].ending);
	}
	assert_string_equal(out.text, expected);
	str_clear(&out);
	arena_clear(&arena);
}

static void a_text_without_a_list_is_one_part(void **state)
{
	(void)state;
	check_parts("", false, "");
	check_parts("Asks for work on:\nmodel laws", false, "Asks for work on: model laws");
	check_parts("takes note of the report;", false, "Takes note of the report");
	check_parts("Requests the Secretariat:", false, "Requests the Secretariat:");
	check_parts("Requests the Secretariat:\n\n - \n;", false, "Requests the Secretariat:   -");
	check_parts("States should act,\nand report", false, "States should act, and report");
}

static void lines_behind_a_colon_are_sub_entries(void **state)
{
	(void)state;
	check_parts("Requests the Secretariat:\nto report\nto advise", false,
		"Requests the Secretariat: / (i) To report; / (ii) To advise");
	check_parts("(b) requests the Secretariat :\n\n(i) to report; and\n(iii) to advise.\n",
		false, "Requests the Secretariat: / (i) To report; / (ii) To advise");
	check_parts("States should:\nact\nreport;", true, "States should: / (a) Act; / (b) Report");
}

static void marked_lines_are_a_level_deeper(void **state)
{
	(void)state;
	check_parts("Requests:\nto report:\n- in writing\n\torally;\nto advise\n b. on law", false,
		"Requests: / (i) To report: / a. In writing; / b. Orally; / (ii) To advise: / a. On "
		"law");
	check_parts("States should:\nact:\n- now\n- soon\nreport", true,
		"States should: / (a) Act: / (i) Now; / (ii) Soon; / (b) Report");
	/* Where all are marked none is deeper. */
	check_parts("Requests:\n- to report\n• to advise", false,
		"Requests: / (i) To report; / (ii) To advise");
	check_parts("Requests:\na. to report\nb. to advise", false,
		"Requests: / (i) To report; / (ii) To advise");
}

static void letters_go_on_behind_z(void **state)
{
	struct str text = STR_EMPTY, label = STR_EMPTY;
	struct arena arena;
	size_t count;

	(void)state;
	str_add(&text, "States should:");
	for (int i = 0; i < 28; i++)
		str_add(&text, "\nact");
	arena_init(&arena);
	struct recommendation_part *parts = recommendation_parts(&arena, text.text, &count);
	assert_int_equal(count, 29);
	for (size_t i = 26; i < count; i++)
		recommendation_part_label(&parts[i], true, &label);
	assert_string_equal(label.text, "(z)(aa)(bb)");
	arena_clear(&arena);
	str_clear(&text);
	str_clear(&label);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_state_is_found_by_its_word),
		cmocka_unit_test(an_unknown_word_is_no_state),
		cmocka_unit_test(what_is_decided_is_closed),
		cmocka_unit_test(a_closed_one_can_only_be_reopened),
		cmocka_unit_test(an_entry_has_no_label_and_no_ending),
		cmocka_unit_test(what_belongs_to_an_entry_stays),
		cmocka_unit_test(an_entry_made_an_entry_again_is_the_same),
		cmocka_unit_test(the_verb_is_the_whole_opening_phrase),
		cmocka_unit_test(a_text_may_open_without_a_verb),
		cmocka_unit_test(a_text_without_a_list_is_one_part),
		cmocka_unit_test(lines_behind_a_colon_are_sub_entries),
		cmocka_unit_test(marked_lines_are_a_level_deeper),
		cmocka_unit_test(letters_go_on_behind_z),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
