/* SPDX-License-Identifier: MIT */
/* What stands above the draft report, its parts and the final one: title, symbol, day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/command/one_part.h"

/* The draft has gone; the report has a symbol, a date and a distribution of its own. */
static void the_final_report_has_all_parts_and_is_no_draft(void **state)
{
	(void)state;
	does("paragraph add 3 'It was added that all was well.'");
	does("report issue");
	parts_go_on();
	does("paragraph edit 'ITEM-1/wg2/3/' 'The item was considered (see {para g2} above).'");
	does("report issue");
	does("document add CTOC/COP/WG.2/2012/4 'Final report' --date 2013-03-03");
	const char *text = report_text();
	assert_has(text, "\nCTOC/COP/WG.2/2012/4\n\nDistr.: General\n3 March 2013\n");
	assert_has(text, "\nReport on the meeting of the Working Group");
	assert_lacks(text, "continued");
	assert_lacks(text, "Addendum");
	assert_has(text, "(b) Requests the Secretariat to report.");
	assert_has(text, "model laws");
	assert_has(text, "agreed with that");
	assert_has(text, "Benin, Canada and Zimbabwe");
	/* What it refers to has another number than in its part. */
	assert_has(text, "\n4. It was added that all was well.");
	assert_has(text, "(see para. 4 above)");
	/* Parts stay what they were. */
	assert_has(output_of("part show L.1"), "Distr.: Limited");
}

static void the_final_report_is_issued_like_a_part(void **state)
{
	(void)state;
	does("report issue");
	refuses("report issue --final", "a number of its own and no L: report issue "
					"CTOC/COP/WG.2/2012/6 --final");
	refuses("report issue CTOC/COP/WG.2/2012/L.2 --final", "a number of its own and no L");
	refuses("report issue CTOC/COP/WG.2/2012/4", "Issue the whole as the final report?");
	tells("report issue CTOC/COP/WG.2/2012/4 --final --date 2013-03-03",
		"CTOC/COP/WG.2/2012/4 is the final report, d");
	does("undo");
	tells("report issue CTOC/COP/WG.2/2012/4 --final --date 2013-03-03",
		", General, 3 March 2013");
	const char *text = report_text();
	assert_has(text, "\nCTOC/COP/WG.2/2012/4\n\nDistr.: General\n3 March 2013\n");
	assert_has(text, "\nReport on the meeting of the Working Group");
	refuses("report issue CTOC/COP/WG.2/2012/5 --final", "CTOC/COP/WG.2/2012/4 is d");
	does("undo");
	text = report_text();
	assert_has(text, "Distr.: Limited");
	/* Without a day it is that on which it is issued, whenever that is. */
	does("report issue CTOC/COP/WG.2/2012/4 --final --at 2012-11-02T09:00");
	text = report_text();
	assert_has(text, "\nDistr.: General\n2 November 2012\n");
}

/* Not that of the last meeting, but never a later one (the addendum of 2018). */
static void a_part_has_the_day_on_which_it_is_issued(void **state)
{
	(void)state;
	does("report issue --at 2012-10-17T13:30");
	assert_has(output_of("part show L.1"), "Distr.: Limited\n17 October 2012\n");
	parts_go_on();
	does("report issue --at 2012-11-02T09:00");
	assert_has(output_of("part show Add.1"), "Distr.: Limited\n18 October 2012\n");
	does("undo");
	does("report issue --date 2012-10-19");
	assert_has(output_of("part show Add.1"), "Distr.: Limited\n19 October 2012\n");
	does("undo");
	does("document add " L1 "/Add.1 'Draft report' --date 2012-10-20");
	does("report issue");
	assert_has(output_of("part show Add.1"), "Distr.: Limited\n20 October 2012\n");
}

static void the_draft_as_a_whole_has_the_symbol_of_its_first_part(void **state)
{
	(void)state;
	const char *text = report_text();
	assert_has(text, "L.[…]");
	does("report issue");
	text = report_text();
	assert_has(text, "\n" L1 "\n\nDistr.: Limited\n18 October 2012\n");
}

/* Lists are papers of their own: a symbol stands on one document alone (conventions 1.1). */
static void a_list_has_not_the_symbol_of_the_report(void **state)
{
	(void)state;
	does("document add " L1 " 'Draft report'");
	does("document add CTOC/COP/WG.2/2012/INF/1 'List of participants'");
	does("report style statements");
	const char *text = report_text();
	assert_has(text, "Statements made at the meeting");
	assert_lacks(text, L1);
	assert_lacks(text, "Distr.");
	does("report style attendance");
	text = report_text();
	assert_has(text, "\nCTOC/COP/WG.2/2012/INF/1\n");
	assert_lacks(text, "is contained in document");
	assert_lacks(text, L1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, parts_set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(the_final_report_has_all_parts_and_is_no_draft),
		TEST(the_final_report_is_issued_like_a_part),
		TEST(a_part_has_the_day_on_which_it_is_issued),
		TEST(the_draft_as_a_whole_has_the_symbol_of_its_first_part),
		TEST(a_list_has_not_the_symbol_of_the_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
