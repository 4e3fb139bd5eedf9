/* SPDX-License-Identifier: MIT */
/* Texts in which changes are marked: line by line, and numbered. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/marking.h"
#include "model/negotiation.h"

static struct arena arena;
static struct str out;

static int begin(void **state)
{
	(void)state;
	arena_init(&arena);
	str_init(&out);
	return 0;
}

static int end(void **state)
{
	(void)state;
	str_clear(&out);
	arena_clear(&arena);
	return 0;
}

static void marks(const char *base, const char *text, const char *marked)
{
	str_reset(&out);
	marking_add(base, text, &out);
	assert_string_equal(out.text, marked);
}

static void a_line_is_compared_with_the_one_that_it_came_of(void **state)
{
	(void)state;
	marks("Urges:\nto sign\nto report", "Urges:\nto report soon",
		"Urges:\n[-to sign-]\nto report [+soon+]");
	marks("Urges:\nto sign\nto report", "Urges:\nto sign\nto meet again\nto report",
		"Urges:\nto sign\n[+to meet again+]\nto report");
	marks("Urges all:\nto sign", "Invites:\nto sign", "[-Urges all-] [+Invites+]:\nto sign");
	marks("Notes", "Also notes", "[-Notes-] [+Also notes+]");
	marks("", "Notes", "[+Notes+]");
	marks("a\nb", "a\nb", "a\nb");
}

/* "label text" of each part, with its level before it. */
static void reads(const char *text, enum marking_side side, const char *parts)
{
	size_t count;
	const struct marking_part *all = marking_parts(&arena, text, side, false, &count);

	str_reset(&out);
	for (size_t i = 0; i < count; i++)
		str_addf(&out, "%s%d %s %s", i ? " / " : "", all[i].level, all[i].label,
			all[i].text);
	assert_string_equal(out.text, parts);
}

static void what_is_not_of_the_text_has_no_number(void **state)
{
	const char *text = "Urges:\nto act\n[-to wait-]\n[+to meet+]\nto report.";

	(void)state;
	reads(text, MARKING_NEW,
		"0  Urges / 1 (i) To act / 1  [-to wait-] / 1 (ii) [+to meet+] / 1 (iii) To report");
	reads(text, MARKING_GONE,
		"0  Urges / 1 (i) To act / 1 (ii) [-to wait-] / 1  [+to meet+] / 1 (iii) To report");
}

static void a_mark_over_several_lines_is_one_on_each(void **state)
{
	(void)state;
	reads("Urges:\nto [+act\nto meet\nto+] report", MARKING_NEW,
		"0  Urges / 1 (i) To [+act+] / 1 (ii) [+to meet+] / 1 (iii) [+to+] report");
}

static void what_is_no_list_stays_as_it_is(void **state)
{
	(void)state;
	reads("Notes [+this+]\nand that", MARKING_NEW, "0  Notes [+this+]\nand that");
	reads("", MARKING_NEW, "0  ");
	reads("[-Urges:\nto act\nto wait-]", MARKING_NEW, "0  [-Urges:\nto act\nto wait-]");
}

static void a_line_that_is_put_is_marked_as_a_line(void **state)
{
	const char *now = "Urges:\nto act\nto report";
	struct negotiated one[] = {{.base = now,
		.text = "Urges:\nto act\nto meet\nto report",
		.name = "Benin",
		.counts = true}};

	(void)state;
	negotiation_compare(&arena, now, one, 1);
	negotiation_mark_all(now, one, 1, &out);
	assert_string_equal(out.text, "Urges:\nto act\n[+Benin: to meet+]\nto report");
	one[0].text = "Urges:\nto report";
	negotiation_compare(&arena, now, one, 1);
	str_reset(&out);
	negotiation_mark_all(now, one, 1, &out);
	assert_string_equal(out.text, "Urges:\n[-Benin: to act-]\nto report");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(a_line_is_compared_with_the_one_that_it_came_of),
		TEST(what_is_not_of_the_text_has_no_number),
		TEST(a_mark_over_several_lines_is_one_on_each),
		TEST(what_is_no_list_stays_as_it_is),
		TEST(a_line_that_is_put_is_marked_as_a_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
