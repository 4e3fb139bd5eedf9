/* SPDX-License-Identifier: MIT */
/* The sheet to go on with on paper. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/document/valid.h"
#include "support/report/scene.h"

static struct scene scene;
static struct document document;
static struct str out;

static int begin(void **state)
{
	(void)state;
	scene_2012(&scene);
	document_init(&document);
	str_init(&out);
	return 0;
}

static int end(void **state)
{
	(void)state;
	str_clear(&out);
	document_clear(&document);
	scene_clear(&scene);
	return 0;
}

static bool prints(const char *part)
{
	str_reset(&out);
	document_writer("text")->write(&document, &out);
	valid_document(&document);
	return strstr(out.text, part) != NULL;
}

static void it_has_agenda_schedule_participants_and_lines(void **state)
{
	(void)state;
	report_sheet(scene.store, scene.session, &scene.template, &document);
	assert_true(prints("Working Group of Government Experts on Technical Assistance\n\n"
			   "Vienna, 17 and 18 October 2012\n\nAgenda\n\n1  Organizational matters\n"
			   "1 (a)  Opening of the meeting\n"));
	assert_true(prints("Organization of work\n\nWed 17 Oct, 10 a.m.-1 p.m.: 1 (a), 1 (b), 2\n"
			   "Wed 17 Oct, 3-6 p.m.: 3, 4, 5, 8\nThu 18 Oct, 10 a.m.-1 p.m.: 6, 7\n"));
	assert_true(prints("☐ Costa Rica\n☐ Côte d’Ivoire\n☐ Croatia\n"));
	assert_true(prints("List of speakers\n\nItem   Delegation"));
}

static void who_is_present_is_ticked(void **state)
{
	(void)state;
	scene_begin(&scene);
	scene_present(&scene, "Benin");
	scene_end(&scene);
	report_sheet(scene.store, scene.session, &scene.template, &document);
	assert_true(prints("☒ Benin\n☐ Canada\n"));
}

static void the_speakers_of_an_item_are_those_who_spoke_and_those_who_wait(void **state)
{
	(void)state;
	scene_begin(&scene);
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	scene_say(&scene, "2", "Canada", NULL, NULL, "a private note");
	scene_end(&scene);
	report_speakers(scene.store, scene.session, &scene.template, 0, scene.at, &document);
	assert_true(prints("List of speakers\n"));
	assert_true(prints("Item 2: Follow-up"));
	assert_true(prints("1     Canada"));
	assert_true(prints("spoke at "));
	assert_false(prints("private"));
}

static void the_order_of_the_day_is_that_of_the_day_or_the_next(void **state)
{
	(void)state;
	report_order_of_day(scene.store, scene.session, &scene.template, 0, &document);
	assert_true(prints("Order of the day\n"));
	assert_true(prints("Wednesday, 17 October 2012\n"));
	assert_true(prints("10 a.m.-1 p.m.\n\n1 (a)  Opening of the meeting\n"));
	assert_false(prints("Adoption of the report"));
}

static void the_time_of_a_meeting_is_what_was_planned_and_what_was_used(void **state)
{
	(void)state;
	scene_begin(&scene);
	scene_meeting_at(&scene, 0, 10 * 60 + 12);
	scene_end(&scene);
	report_statistics(scene.store, scene.session, &scene.template, scene.at, &document);
	assert_true(prints("Meeting   Planned   Late start"));
	assert_true(prints("1st       3 h"));
	assert_true(prints("12 min"));
	assert_true(prints("All       3 h"));
}

static void a_session_that_is_none_has_no_sheet(void **state)
{
	(void)state;
	report_sheet(scene.store, 77, &scene.template, &document);
	assert_null(document.root->first);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_has_agenda_schedule_participants_and_lines),
		TEST(who_is_present_is_ticked),
		TEST(the_speakers_of_an_item_are_those_who_spoke_and_those_who_wait),
		TEST(the_order_of_the_day_is_that_of_the_day_or_the_next),
		TEST(the_time_of_a_meeting_is_what_was_planned_and_what_was_used),
		TEST(a_session_that_is_none_has_no_sheet),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
