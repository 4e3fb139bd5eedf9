/* SPDX-License-Identifier: MIT */
/* Plain text: which lines are one paragraph, and what is of the page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "exchange/reading.h"
#include "exchange/reading_build.h"

/* A line for each paragraph: style, "[number] ", cells as "row.cell ", text. */
static void assert_reads(const char *text, const char *expected)
{
	struct reading reading;
	struct err err = {0};
	struct str out;

	str_init(&out);
	reading_init(&reading);
	assert_true(reading_text(&reading, text, strlen(text), &err));
	for (size_t i = 0; i < reading.count; i++) {
		const struct reading_paragraph *paragraph = &reading.paragraphs[i];
		if (paragraph->style != READING_BODY)
			str_addf(&out, "%c ", "BHNP"[paragraph->style]);
		if (paragraph->table)
			str_addf(&out, "%d.%d ", paragraph->row, paragraph->cell);
		if (paragraph->number)
			str_addf(&out, "[%s] ", paragraph->number);
		str_addf(&out, "%s\n", paragraph->text);
	}
	assert_string_equal(out.text, expected);
	str_clear(&out);
	reading_clear(&reading);
}

static void a_title_that_wraps_is_one_paragraph(void **state)
{
	(void)state;
	assert_reads("13. Review of the purposes of \"Areas under special\nProtection\".\n",
		"[13.] Review of the purposes of \"Areas under special Protection\".\n");
	assert_reads("1. Opening\n2.  Exchange of plans for the season and\n    of observations\n",
		"[1.] Opening\n[2.] Exchange of plans for the season and of observations\n");
}

static void a_bracket_that_closes_in_the_next_line_is_no_number(void **state)
{
	(void)state;
	assert_reads("c) Visits (paragraphs 77 -\n81)\nd) Maps\n",
		"[c)] Visits (paragraphs 77 - 81)\n[d)] Maps\n");
}

static void a_symbol_that_wraps_belongs_to_its_title(void **state)
{
	(void)state;
	assert_reads("Report of the Secretariat on the counting of whales in the\n"
		     "Convention for the Seas and the Protocols thereto\n(SEA/COP/2012/10)\n",
		"Report of the Secretariat on the counting of whales in the Convention for the "
		"Seas and the Protocols thereto (SEA/COP/2012/10)\n");
	assert_reads("Provisional agenda\n(SEA/COP/2012/10)\n",
		"Provisional agenda\n(SEA/COP/2012/10)\n");
}

static void place_and_days_are_a_line_of_their_own(void **state)
{
	(void)state;
	assert_reads("Working Group of Experts on the Counting of Whales in Cold Seas\n"
		     "Vienna, 17 and 18 October 2012\n",
		"Working Group of Experts on the Counting of Whales in Cold Seas\n"
		"Vienna, 17 and 18 October 2012\n");
	assert_reads("Report on the meeting of the experts on whales that was held in\n"
		     "Vienna, 17 and 18 October 2012\n",
		"Report on the meeting of the experts on whales that was held in "
		"Vienna, 17 and 18 October 2012\n");
}

static void a_divided_word_is_whole_again(void **state)
{
	(void)state;
	assert_reads("10. Assessment of proce-\n    dures\n", "[10.] Assessment of procedures\n");
	assert_reads("7. Tourism and Non-\n   Governmental visits\n",
		"[7.] Tourism and Non-Governmental visits\n");
	assert_reads("7. Tourism and non-\n   governmental visits\n",
		"[7.] Tourism and non-governmental visits\n");
}

static void a_masthead_keeps_its_lines(void **state)
{
	(void)state;
	assert_reads("SIXTH MEETING\nTOKYO\nANT/1\n1 October 1970\n",
		"SIXTH MEETING\nTOKYO\nANT/1\n1 October 1970\n");
	assert_reads("United Nations      ABC/2020/1\n", "1.1 United Nations\n1.2 ABC/2020/1\n");
}

static void an_annotation_is_not_its_title(void **state)
{
	(void)state;
	assert_reads("1. Opening of the session\n   The session will be opened by the Chair on "
		     "Monday, and the\n   first speaker follows.\n",
		"[1.] Opening of the session\nThe session will be opened by the Chair on Monday, and "
		"the first speaker follows.\n");
}

static void numbers_have_many_forms(void **state)
{
	(void)state;
	assert_reads("Item 1.    One\nAgenda item 2: Two\n(a) A\ni ) B\n18     C\n3\tD\n",
		"[Item 1.] One\n[Agenda item 2:] Two\n[(a)] A\n[i )] B\n[18] C\n[3] D\n");
	assert_reads("10 June\n3 of them\n", "10 June\n3 of them\n");
	assert_reads("4. \t \n| 5.  |  |\n", "[4.] \n[5.] \n");
}

static void tables_come_by_tabs_pipes_and_blanks(void **state)
{
	(void)state;
	assert_reads("10 a.m.\t1 (a)\tOpening\n\t2\tReport\n",
		"1.1 10 a.m.\n1.2 1 (a)\n1.3 Opening\n[2] Report\n");
	assert_reads("| Time | Item |\n|---|---|\n| | 3 |\n", "1.1 Time\n1.2 Item\n3\n");
	assert_reads("9.30-11.00 b) Rest     (continued)\n",
		"1.1 9.30-11.00\n1.2 [b)] Rest\n1.3 (continued)\n");
}

static void page_numbers_heads_and_catchwords_are_of_the_page(void **state)
{
	(void)state;
	assert_reads("PAPER 7\n1. One\n2. Two\n\n    / 3. Three\n- 2 -\nPAPER 7\n3. Three more\n",
		"PAPER 7\n[1.] One\n[2.] Two\nP / 3. Three\nP - 2 -\nP PAPER 7\n[3.] Three more\n");
	assert_reads("a) One\n\n\n\n\n\n\n\n1\nb) Two\n\n\n\n\n\n\n\n\n2\n",
		"[a)] One\nP 1\n[b)] Two\nP 2\n");
	assert_reads("(1) One.          (2)\n- 2 -\n(2) Two\n", "[(1)] One.\nP - 2 -\n[(2)] Two\n");
}

static void a_paragraph_goes_on_over_the_page(void **state)
{
	(void)state;
	assert_reads("The Committee will have before it the report of the\n- 3 -\nsecretariat.\n",
		"The Committee will have before it the report of the secretariat.\nP - 3 -\n");
}

static void numbers_of_a_timetable_are_no_pages(void **state)
{
	(void)state;
	assert_reads("10 a.m.\n1\nOpening\n2\nReport\n", "10 a.m.\n1\nOpening\n2\nReport\n");
}

static void footnotes_are_notes(void **state)
{
	(void)state;
	assert_reads("Title\n\n 1\n     For reasons of economy everybody brings a copy of each of "
		     "the documents.\n",
		"Title\nN 1 For reasons of economy everybody brings a copy of each of the "
		"documents.\n");
	assert_reads("* Numbers in brackets are items.\n", "N * Numbers in brackets are items.\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_title_that_wraps_is_one_paragraph),
		cmocka_unit_test(a_bracket_that_closes_in_the_next_line_is_no_number),
		cmocka_unit_test(a_symbol_that_wraps_belongs_to_its_title),
		cmocka_unit_test(place_and_days_are_a_line_of_their_own),
		cmocka_unit_test(a_divided_word_is_whole_again),
		cmocka_unit_test(a_masthead_keeps_its_lines),
		cmocka_unit_test(an_annotation_is_not_its_title),
		cmocka_unit_test(numbers_have_many_forms),
		cmocka_unit_test(tables_come_by_tabs_pipes_and_blanks),
		cmocka_unit_test(page_numbers_heads_and_catchwords_are_of_the_page),
		cmocka_unit_test(a_paragraph_goes_on_over_the_page),
		cmocka_unit_test(numbers_of_a_timetable_are_no_pages),
		cmocka_unit_test(footnotes_are_notes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
