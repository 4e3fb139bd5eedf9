/* SPDX-License-Identifier: MIT */
/* Reports on agendas that were amended in session, of one body and of two. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/agenda_change.h"
#include "store/agenda_edit.h"
#include "support/document/valid.h"
#include "support/report/one_scene.h"

static void adopt(bool amended, bool organization)
{
	struct act act = {.subject = "agenda",
		.meeting = scene.meeting,
		.outcome = "adopted",
		.orally_amended = amended,
		.at = scene.at += 60000};

	assert_true(store_agenda_adopt(scene.store, scene.session, &act, organization, NULL));
}

static int64_t item_of(const char *number)
{
	int64_t item = store_item_find(scene.store, scene.session, number);

	assert_true(item > 0);
	return item;
}

/* A trace of an item, or (NULL) of a slot. */
static void trace(const char *kind, const char *number, const char *before, const char *after)
{
	struct arena arena;
	struct item_row row = {0};
	struct agenda_change change = {.meeting = scene.meeting,
		.kind = kind,
		.before = before,
		.after = after,
		.decided = true,
		.person = "Test",
		.at = scene.at += 60000};

	arena_init(&arena);
	if (number) {
		assert_true(store_item(scene.store, item_of(number), &arena, &row));
		change.item = row.id;
		change.number = row.printed;
		change.title = row.title;
	} else {
		change.slot = 3;
	}
	assert_true(store_agenda_change_add(scene.store, scene.session, &change, NULL));
	arena_clear(&arena);
}

static void add_item(const char *number, const char *title)
{
	struct item_row row = {.label = number, .printed = number, .title = title};

	assert_true(store_item_add(scene.store, scene.session, &row, 99, NULL) != 0);
	trace("added", number, NULL, "after 8");
}

static void join(const char *lead, const char *item, const char *together)
{
	assert_true(
		store_item_join(scene.store, scene.session, item_of(item), item_of(lead), NULL));
	trace("joined", lead, NULL, together);
}

static void one_body_amends_before_and_after_the_adoption(void **state)
{
	(void)state;
	scene_2012(&scene);
	scene_begin(&scene);
	scene_status(&scene, "party", "Benin; Canada; Spain");
	scene_meeting(&scene, 0);
	add_item("9", "Cooperation with “other” bodies");
	adopt(true, true);
	scene_open(&scene, "2");
	scene_conclude(&scene, "2");
	scene_meeting(&scene, 1);
	trace("retitled", "8", "Other matters", "Other business");
	assert_true(store_item_set_title(scene.store, item_of("8"), "Other business", NULL));
	join("3", "4", "3, 4");
	scene_open(&scene, "3");
	scene_open(&scene, "4");
	scene_say(&scene, "3", "Canada", NULL, NULL, "asked for model legislation");
	scene_speakers(&scene, "3", "Benin; Spain");
	trace("planned", "8", "2012-10-17 15:00-18:00", "2012-10-18 10:00-13:00");
	trace("planned", "9", NULL, "2012-10-18 10:00-13:00");
	scene_meeting(&scene, 2);
	trace("moved", "9", "after 8", "before 8");
	trace("renumbered", "2", "2", "10");
	trace("slot_added", NULL, NULL, "2012-10-18 15:00-18:00");
	scene_end(&scene);
	compare("amended");
}

static void two_bodies_take_up_joint_items_together(void **state)
{
	(void)state;
	scene_2018(&scene);
	scene_begin(&scene);
	scene_status(&scene, "party", "Benin; Canada; Spain");
	scene_meeting(&scene, 0);
	adopt(false, false);
	scene_open(&scene, "wg2:2");
	scene_open(&scene, "wg3:2");
	scene_meeting(&scene, 1);
	join("wg2:3", "wg2:4", "3, 4");
	trace("planned", "wg2:3", NULL, "2018-05-30 am");
	scene_open(&scene, "wg2:3");
	scene_open(&scene, "wg2:4");
	scene_say(&scene, "wg2:3", "Canada", NULL, NULL, "asked for model legislation");
	scene_speakers(&scene, "wg2:3", "Benin; Spain");
	scene_end(&scene);
	compare("amended-joint");
}

#define TEST(name) cmocka_unit_test_teardown(name, scene_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_body_amends_before_and_after_the_adoption),
		TEST(two_bodies_take_up_joint_items_together),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
