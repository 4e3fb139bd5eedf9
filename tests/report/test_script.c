/* SPDX-License-Identifier: MIT */
/* What the Chair says, from the state of the meeting. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/report/scene.h"

static struct scene scene;

static int begin(void **state)
{
	(void)state;
	scene_2012(&scene);
	return 0;
}

static int end(void **state)
{
	(void)state;
	scene_clear(&scene);
	return 0;
}

static bool says(const char *words)
{
	struct document document;
	struct str out;

	document_init(&document);
	str_init(&out);
	report_script(scene.store, scene.session, 0, &document);
	document_writer("text")->write(&document, &out);
	bool found = strstr(out.text, words) != NULL;
	str_clear(&out);
	document_clear(&document);
	return found;
}

static void before_the_first_meeting_it_is_opened_and_its_agenda_adopted(void **state)
{
	(void)state;
	assert_true(says("I declare open the 1st meeting of the Working Group, which is held in "
			 "Vienna on 17 and 18 October 2012."));
	assert_true(says("wishes to adopt the agenda?"));
	assert_false(says("is adjourned"));
}

static void an_adopted_agenda_is_not_asked_about_again(void **state)
{
	(void)state;
	scene_begin(&scene);
	scene_meeting(&scene, 0);
	scene_adopt(&scene, "agenda", NULL, false);
	scene_end(&scene);
	assert_false(says("wishes to adopt the agenda?"));
	assert_true(says("We now turn to agenda item 1 (a)"));
	assert_true(says("to take up items 3, 4, 5, 8"));
}

static void an_item_without_speakers_is_concluded_and_the_next_one_follows(void **state)
{
	(void)state;
	scene_begin(&scene);
	scene_meeting(&scene, 1);
	scene_open(&scene, "3");
	scene_end(&scene);
	assert_true(says("I have no more speakers on the list."));
	assert_true(says("We now turn to agenda item 4"));
	assert_false(says("turn to agenda item 3"));
}

static void a_session_that_is_none_has_no_words(void **state)
{
	struct document document;

	(void)state;
	document_init(&document);
	report_script(scene.store, 77, 0, &document);
	assert_null(document.root->first);
	document_clear(&document);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(before_the_first_meeting_it_is_opened_and_its_agenda_adopted),
		TEST(an_adopted_agenda_is_not_asked_about_again),
		TEST(an_item_without_speakers_is_concluded_and_the_next_one_follows),
		TEST(a_session_that_is_none_has_no_words),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
