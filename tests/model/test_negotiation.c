/* SPDX-License-Identifier: MIT */
/* One text with all that is proposed to it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/negotiation.h"

#define NOW "Requests the Secretariat to report on its work."

static struct arena arena;
static struct str out;

static struct negotiated proposal(const char *name, const char *text)
{
	return (struct negotiated){.base = NOW, .text = text, .name = name, .counts = true};
}

static void those_that_change_the_same_words_are_in_conflict(void **state)
{
	struct negotiated all[] = {
		proposal("Benin", "Invites the Secretariat to report on its work."),
		proposal("Canada", "Urges the Secretariat to report on its work."),
		proposal("Chile", "Requests the Secretariat to report on its plans.")};

	(void)state;
	negotiation_compare(&arena, NOW, all, 3);
	assert_int_equal(all[0].against_count, 1);
	assert_int_equal(all[0].against[0], 1);
	assert_int_equal(all[1].against[0], 0);
	assert_false(negotiation_in_conflict(&all[2]));
	all[1].counts = false;
	negotiation_compare(&arena, NOW, all, 3);
	assert_false(negotiation_in_conflict(&all[0]));
}

static void of_one_alone_the_same_is_found_out_as_of_all(void **state)
{
	struct negotiated all[] = {
		proposal("Benin", "Requests the Secretariat to act on its work."),
		proposal("Canada", "Requests the Secretariat to report about its work."),
		proposal("Chile", "Invites the Secretariat to report of its work."),
		proposal("Spain", "Urges the Secretariat to report on its plans.")};
	struct negotiated one[4];

	(void)state;
	negotiation_compare(&arena, NOW, all, 4);
	for (size_t which = 0; which < 4; which++) {
		memcpy(one, all, sizeof one);
		negotiation_compare_one(&arena, NOW, one, 4, which);
		assert_int_equal(one[which].against_count, all[which].against_count);
		for (size_t i = 0; i < one[which].against_count; i++)
			assert_int_equal(one[which].against[i], all[which].against[i]);
		assert_int_equal(one[which].beside_count, all[which].beside_count);
		for (size_t i = 0; i < one[which].beside_count; i++)
			assert_int_equal(one[which].beside[i], all[which].beside[i]);
	}
	assert_int_equal(all[2].against_count, 2);
	assert_int_equal(all[0].beside_count, 2);
}

static void those_that_change_neighbouring_words_are_next_to_each_other(void **state)
{
	struct negotiated all[] = {
		proposal("Benin", "Requests the Secretariat to act on its work."),
		proposal("Canada", "Requests the Secretariat to report about its work."),
		proposal("Chile", "Requests the Secretariat to report on its plans.")};

	(void)state;
	negotiation_compare(&arena, NOW, all, 3);
	assert_false(negotiation_in_conflict(&all[0]));
	assert_true(negotiation_is_asked(&all[0]) && negotiation_is_asked(&all[1]));
	assert_int_equal(all[0].beside_count, 1);
	assert_int_equal(all[0].beside[0], 1);
	assert_int_equal(all[1].beside[0], 0);
	assert_false(negotiation_is_asked(&all[2]));
	str_reset(&out);
	negotiation_amended(NOW, all, 3, &out);
	assert_string_equal(out.text, "Requests the Secretariat to report on its plans.");
	negotiation_compare(&arena, all[1].text, all, 1);
	assert_int_equal(all[0].near, 1);
	assert_int_equal(all[0].places, 0);
	assert_string_equal(all[0].reads, "Requests the Secretariat to act about its work.");
}

static void one_on_an_older_text_is_brought_to_the_text_as_it_is_now(void **state)
{
	struct negotiated one = proposal("Benin", "Requests the Secretariat to act on its work.");

	(void)state;
	negotiation_compare(&arena, "Invites the Secretariat to report on its work.", &one, 1);
	assert_string_equal(one.reads, "Invites the Secretariat to act on its work.");
	assert_int_equal(one.places, 0);
	negotiation_compare(&arena, "Requests the Secretariat to speak on its work.", &one, 1);
	assert_int_equal(one.places, 1);
	assert_true(negotiation_in_conflict(&one));
	assert_string_equal(one.reads, "Requests the Secretariat to act on its work.");
}

static const char *say(const char *text)
{
	str_reset(&out);
	negotiation_say(NOW, text, &out);
	return out.text;
}

static void operations_are_sentences(void **state)
{
	(void)state;
	assert_string_equal(say("Invites the Secretariat to report on its work."),
		"replace “Requests” by “Invites”");
	assert_string_equal(say("Requests the Secretariat to report on all its work."),
		"insert “all” after “to report on”");
	assert_string_equal(say("Again requests the Secretariat to report."),
		"replace “Requests” by “Again requests”; delete “on its work”");
	assert_string_equal(say("Requests, again, the Secretariat to report on its work."),
		"insert “, again,” after “Requests”");
	assert_string_equal(say(NOW), "");
	str_reset(&out);
	negotiation_say("work of all", "Again work of all", &out);
	assert_string_equal(out.text, "insert “Again” at the beginning");
	str_reset(&out);
	negotiation_say_amendment(AMENDMENT_PARAGRAPH, "", "Notes", &out);
	assert_string_equal(out.text, "new paragraph: “Notes”");
	str_reset(&out);
	negotiation_say_amendment(AMENDMENT_DELETION, NOW, "", &out);
	assert_string_equal(out.text, "delete the paragraph");
}

static const char *mark(const char *text)
{
	str_reset(&out);
	negotiation_mark(NOW, text, &out);
	return out.text;
}

static void a_change_is_marked_in_the_text(void **state)
{
	(void)state;
	assert_string_equal(mark("Invites the Secretariat to report on its work."),
		"[-Requests-] [+Invites+] the Secretariat to report on its work.");
	assert_string_equal(mark("Requests the Secretariat to report on all its work."),
		"Requests the Secretariat to report on [+all+] its work.");
	assert_string_equal(mark("Requests the Secretariat to report."),
		"Requests the Secretariat to report [-on its work-].");
	assert_string_equal(mark(NOW), NOW);
}

static const char *mark_all(struct negotiated *all, size_t count)
{
	negotiation_compare(&arena, NOW, all, count);
	str_reset(&out);
	negotiation_mark_all(NOW, all, count, &out);
	return out.text;
}

static void all_changes_are_marked_with_whose_they_are(void **state)
{
	struct negotiated all[] = {
		proposal("Benin", "Invites the Secretariat to report on its work."),
		proposal("Canada", "Urges the Secretariat to report on its work."),
		proposal("Chile", "Requests the Secretariat to report on all its work."),
		proposal("Spain", "")};

	(void)state;
	assert_string_equal(mark_all(all, 1),
		"[-Benin: Requests-] [+Benin: Invites+] the Secretariat to report on its work.");
	assert_string_equal(mark_all(all, 3),
		"[-Benin, Canada: Requests-] [+Benin: Invites+] [+Canada: Urges+] the Secretariat "
		"to report on [+Chile: all+] its work.");
	assert_string_equal(mark_all(all + 2, 2),
		"Requests the Secretariat to report on [+Chile: all+] its work. [Spain: delete]");
	all[1].text = all[0].text;
	assert_string_equal(mark_all(all, 2),
		"[-Benin, Canada: Requests-] [+Benin, Canada: Invites+] the Secretariat to report "
		"on its work.");
}

static void what_two_insert_at_one_place_stands_side_by_side(void **state)
{
	struct negotiated all[] = {
		proposal("Benin", "Requests the Secretariat to report on all its work."),
		proposal(NULL, "Requests the Secretariat to report on most of its work.")};

	(void)state;
	assert_string_equal(mark_all(all, 2),
		"Requests the Secretariat to report on [+Benin: all+] [+most of+] its work.");
}

static void a_deletion_beside_a_replacement_loses_nothing(void **state)
{
	struct negotiated all[] = {proposal("Benin", "Requests the Secretariat to report."),
		proposal("Canada", "Requests the Secretariat to report on its plans.")};

	(void)state;
	assert_string_equal(mark_all(all, 2),
		"Requests the Secretariat to report [-Benin, Canada: on its work-] "
		"[+Canada: on its plans+].");
}

static void as_amended_takes_all_that_is_in_no_conflict(void **state)
{
	struct negotiated all[] = {
		proposal("Benin", "Invites the Secretariat to report on its work."),
		proposal("Canada", "Urges the Secretariat to report on its work."),
		proposal("Chile", "Requests the Secretariat to report on all its work."),
		proposal("Spain", "Requests the Secretariat to report on all its work.")};

	(void)state;
	negotiation_compare(&arena, NOW, all, 4);
	str_reset(&out);
	negotiation_amended(NOW, all, 4, &out);
	assert_string_equal(out.text, "Requests the Secretariat to report on all its work.");
}

static int set_up(void **state)
{
	(void)state;
	arena_init(&arena);
	str_init(&out);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_clear(&arena);
	str_clear(&out);
	return 0;
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(those_that_change_the_same_words_are_in_conflict),
		TEST(of_one_alone_the_same_is_found_out_as_of_all),
		TEST(those_that_change_neighbouring_words_are_next_to_each_other),
		TEST(one_on_an_older_text_is_brought_to_the_text_as_it_is_now),
		TEST(operations_are_sentences),
		TEST(a_change_is_marked_in_the_text),
		TEST(all_changes_are_marked_with_whose_they_are),
		TEST(what_two_insert_at_one_place_stands_side_by_side),
		TEST(a_deletion_beside_a_replacement_loses_nothing),
		TEST(as_amended_takes_all_that_is_in_no_conflict),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
