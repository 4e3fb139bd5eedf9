/* SPDX-License-Identifier: MIT */
/* Points as they are typed, and the sentences made of them. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/template_file.h"
#include "report/point_sentence.h"

static struct participant_row participants[] = {
	{.kind = "state", .status = "unknown", .list_name = "Benin", .running_name = "Benin"},
	{.kind = "state", .status = "unknown", .list_name = "Gambia", .running_name = "the Gambia"},
	{.kind = "state",
		.status = "unknown",
		.list_name = "Iran (Islamic Republic of)",
		.running_name = "the Islamic Republic of Iran"},
};
static struct template english;
static const struct facts facts = {
	.template = &english, .participants = participants, .participant_count = 3};

static void expect(const char *speaker, const char *point, const char *expected)
{
	struct str text;

	str_init(&text);
	assert_true(point_sentence(&facts, speaker, point, &text));
	assert_string_equal(text.text, expected);
	str_clear(&text);
}

static void one(const char *point, const char *expected)
{
	expect("one speaker", point, expected);
}

static void a_verb_of_reporting_follows_the_speaker(void **state)
{
	(void)state;
	one("asked for model legislation", "One speaker asked for model legislation.");
	one("Thanked Benin", "One speaker thanked Benin.");
	one("expressed concern about funds", "One speaker expressed concern about funds.");
	one("was of the view that it was early", "One speaker was of the view that it was early.");
	one("noted", "One speaker noted.");
}

static void all_else_stands_behind_noted_that(void **state)
{
	(void)state;
	one("threat assessments should come first",
		"One speaker noted that threat assessments should come first.");
	one("that funds were short", "One speaker noted that funds were short.");
	one("was difficult", "One speaker noted that was difficult.");
	one("asked-for tools were ready", "One speaker noted that asked-for tools were ready.");
	one("notedly absent", "One speaker noted that notedly absent.");
}

static void further_points_are_those_of_the_same_speaker(void **state)
{
	(void)state;
	expect("the same speaker also", "asked for more", "The same speaker also asked for more.");
	expect("the same speaker also", "also asked for more",
		"The same speaker also asked for more.");
	expect("the same speaker also", "Further asked for more",
		"The same speaker further asked for more.");
	expect("the Chair also", "further noted that", "The Chair further noted that.");
	expect("one speaker", "further asked for more", "One speaker further asked for more.");
	expect("the same speaker also", "funds were short",
		"The same speaker also noted that funds were short.");
}

static void a_capital_goes_unless_it_is_a_name(void **state)
{
	(void)state;
	one("Threat assessments should come first",
		"One speaker noted that threat assessments should come first.");
	one("The Gambia had a law", "One speaker noted that the Gambia had a law.");
	one("A law was needed", "One speaker noted that a law was needed.");
	one("Benin had a law", "One speaker noted that Benin had a law.");
	one("Gambia had a law", "One speaker noted that Gambia had a law.");
	one("Islamic Republic of Iran had one",
		"One speaker noted that Islamic Republic of Iran had one.");
	one("Beninese law differed", "One speaker noted that beninese law differed.");
	one("UNODC should wait", "One speaker noted that UNODC should wait.");
	one("States parties should wait", "One speaker noted that States parties should wait.");
	one("Beneficiary States should wait",
		"One speaker noted that beneficiary States should wait.");
	one("Central Asia had networks", "One speaker noted that Central Asia had networks.");
	one("Écoles were open", "One speaker noted that écoles were open.");
}

static void the_end_is_one_stop(void **state)
{
	static const char *const ends[] = {"", ".", ";", ",", " . ", "...", "; ", "!", ":"};

	(void)state;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		char point[64] = "asked for more";
		one(strcat(point, ends[i]), "One speaker asked for more.");
	}
	one("asked for pens, etc.", "One speaker asked for pens, etc.");
	one("said “it is done.”", "One speaker said “it is done.”");
	one("asked whether it was done?", "One speaker asked whether it was done.");
	one("networks …", "One speaker noted that networks …");
}

static void unsaid(const char *point, const char *expected)
{
	const char *word = NULL;
	size_t length = point_unsaid(&english, point, &word);

	if (length != strlen(expected) || strncmp(word ? word : "", expected, length) != 0)
		fail_msg("%s: %.*s", point, (int)length, word ? word : "");
}

static void a_verb_that_nobody_has_is_found_and_a_noun_is_not(void **state)
{
	static const char *const others[] = {"", "-", "was of the view that it was late",
		"needs assessments should come first", "Needs of States were great",
		"asked what would follow", "will there be a model law?",
		"willing States should pay", "the Gambia will pay", "needed reforms had begun",
		"noted that it will pay"};

	(void)state;
	unsaid("will pay for a workshop", "will");
	unsaid("- also Would host a meeting that was needed.", "Would");
	unsaid("needs sustained support", "needs");
	unsaid("needed legal drafters", "needed");
	unsaid("was late", "was");
	unsaid("must, it seemed, wait", "must");
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		unsaid(others[i], "");
}

static void the_chair(const char *point, const char *expected)
{
	struct str text;

	str_init(&text);
	assert_int_equal(point_sentence_of_chair(&facts, point, &text), *expected != '\0');
	assert_string_equal(text.text ? text.text : "", expected);
	str_clear(&text);
}

static void what_says_itself_that_the_chair_did_it_stands_as_it_is(void **state)
{
	(void)state;
	the_chair("The Chair concluded that funds were short",
		"The Chair concluded that funds were short.");
	the_chair("- the Chair also noted that it was late;",
		"The Chair also noted that it was late.");
	the_chair("The Chair took the floor.", "The Chair took the floor.");
	the_chair("As a conclusion of the deliberations on this agenda item, the Chair said so",
		"As a conclusion of the deliberations on this agenda item, the Chair said so.");
	the_chair("The Chair of the Conference had noted it", "");
	the_chair("The Chairs noted it", "");
	the_chair("The Chair", "");
	the_chair("the Chair ", "");
	the_chair("concluded that funds were short", "");
}

static void a_question_is_quoted(void **state)
{
	(void)state;
	one("is there a “model” law?", "One speaker asked: “Is there a ‘model’ law?”");
	one("Who pays?  ", "One speaker asked: “Who pays?”");
}

static void bullets_are_left_out(void **state)
{
	(void)state;
	one("- asked for more", "One speaker asked for more.");
	one("• – asked for more", "One speaker asked for more.");
	one("-5 per cent was too little", "One speaker noted that -5 per cent was too little.");
}

static void markup_means_itself(void **state)
{
	(void)state;
	one("asked for *more* {item 3} \\", "One speaker asked for \\*more\\* \\{item 3\\} \\\\.");
}

static void a_point_without_words_is_no_sentence(void **state)
{
	static const char *const empty[] = {"", " ", "...", ";", "- ", "\n\t"};
	struct str text;

	(void)state;
	str_init(&text);
	for (size_t i = 0; i < sizeof(empty) / sizeof(empty[0]); i++)
		assert_false(point_sentence(&facts, "one speaker", empty[i], &text));
	assert_string_equal(text.text, "");
	str_clear(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_verb_of_reporting_follows_the_speaker),
		cmocka_unit_test(all_else_stands_behind_noted_that),
		cmocka_unit_test(further_points_are_those_of_the_same_speaker),
		cmocka_unit_test(a_capital_goes_unless_it_is_a_name),
		cmocka_unit_test(the_end_is_one_stop),
		cmocka_unit_test(a_verb_that_nobody_has_is_found_and_a_noun_is_not),
		cmocka_unit_test(what_says_itself_that_the_chair_did_it_stands_as_it_is),
		cmocka_unit_test(a_question_is_quoted),
		cmocka_unit_test(bullets_are_left_out),
		cmocka_unit_test(markup_means_itself),
		cmocka_unit_test(a_point_without_words_is_no_sentence),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	template_init(&english);
	template_file_default(&english);
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	template_clear(&english);
	return failed;
}
