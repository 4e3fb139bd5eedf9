/* SPDX-License-Identifier: MIT */
/* The next session's agenda: what stays, what is carried over, which days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "model/agenda_next.h"

#define TOP .parent = AGENDA_NONE

static struct agenda_body bodies[] = {{.key = "wg", .name = "Working Group on Lakes"}};
static struct agenda_mandate mandates[] = {{.kind = "resolution", .number = "5/1"}};
static struct agenda_item items[] = {
	{TOP, .number = "1", .printed = "1", .title = "Organizational matters"},
	{.parent = 0, .number = "(a)", .printed = "1 (a)", .title = "Opening of the meeting"},
	{.parent = 0,
		.number = "(b)",
		.printed = "1 (b)",
		.title = "Adoption of the agenda",
		.annotation = "It was agreed.",
		.mandates = mandates,
		.mandate_count = 1},
	{TOP, .number = "2", .printed = "2", .title = "Lakes", .annotation = "On lakes.",
		.mandates = mandates, .mandate_count = 1},
	{TOP, .number = "3", .printed = "3", .title = "Springs"},
	{.parent = 4, .number = "(a)", .printed = "3 (a)", .title = "Hot springs"},
	{.parent = 4, .number = "(b)", .printed = "3 (b)", .title = "Cold springs"},
	{TOP, .number = "4", .printed = "4", .title = "Other matters"},
};
static struct agenda_slot slots[] = {
	{.date = "2012-10-17", .from = 570, .to = 750},
	{.date = "2012-10-17", .from = 840, .to = 1020},
	{.date = "2012-10-18", .from = 570, .to = 750},
};
static const struct agenda old = {.id = "old",
	.title = "Lakes",
	.place = "Vienna",
	.timezone = "Europe/Vienna",
	.bodies = bodies,
	.body_count = 1,
	.items = items,
	.item_count = sizeof items / sizeof items[0],
	.slots = slots,
	.slot_count = 3};
enum { ITEMS = sizeof items / sizeof items[0] };

static struct agenda next;

static int set_up(void **state)
{
	(void)state;
	agenda_init(&next);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	agenda_clear(&next);
	return 0;
}

static void make(const char *carry, const bool *open, const struct agenda *other, const char *take,
	struct agenda_next wanted)
{
	bool carried[ITEMS], taken[ITEMS];

	wanted.id = "new";
	wanted.from = wanted.from ? wanted.from : "2013-10-28";
	wanted.to = wanted.to ? wanted.to : "2013-10-29";
	assert_true(agenda_choose(&old, carry, open, carried, NULL));
	wanted.carried = (struct agenda_choice){&old, carried};
	if (other) {
		assert_true(agenda_choose(other, take, NULL, taken, NULL));
		wanted.other = (struct agenda_choice){other, taken};
	}
	agenda_next_make(&wanted, &next);
}

/* "1 Organizational matters|1 (a) Opening…" */
static void has_items(const char *expected)
{
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < next.item_count; i++)
		str_addf(
			&list, "%s%s %s", i ? "|" : "", next.items[i].printed, next.items[i].title);
	assert_string_equal(list.text, expected);
	str_clear(&list);
}

static void has_slots(const char *expected)
{
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < next.slot_count; i++) {
		const struct agenda_slot *slot = &next.slots[i];
		str_addf(&list, "%s%s %d-%d %s", i ? "|" : "", slot->date + 5, slot->from, slot->to,
			slot->label ? slot->label : "");
		for (size_t j = 0; j < slot->item_count; j++)
			str_addf(&list, "%s%s", j ? "," : "",
				next.items[slot->items[j].item].printed);
	}
	assert_string_equal(list.text, expected);
	str_clear(&list);
}

#define OPENING "1 Organizational matters|1 (a) Opening of the meeting|1 (b) Adoption of the agenda"

static void what_is_on_every_agenda_stays(void **state)
{
	(void)state;
	make("none", NULL, NULL, NULL, (struct agenda_next){0});
	has_items(OPENING "|2 Other matters|3 Adoption of the report");
	assert_null(next.items[2].annotation);
	assert_int_equal(next.items[2].mandate_count, 0);
	assert_string_equal(next.id, "new");
	assert_string_equal(next.place, "Vienna");
	assert_string_equal(next.timezone, "Europe/Vienna");
	assert_string_equal(next.status, "provisional");
	assert_int_equal(next.document_count, 0);
}

static void all_or_what_is_listed_is_carried_over(void **state)
{
	(void)state;
	make("all", NULL, NULL, NULL, (struct agenda_next){.annotations = true});
	has_items(OPENING "|2 Lakes|3 Springs|3 (a) Hot springs|3 (b) Cold springs"
			  "|4 Other matters|5 Adoption of the report");
	assert_string_equal(next.items[3].annotation, "On lakes.");
	assert_int_equal(next.items[3].mandate_count, 1);
	agenda_clear(&next);
	make("3 (b)", NULL, NULL, NULL, (struct agenda_next){0});
	has_items(OPENING "|2 Springs|2 (a) Cold springs|3 Other matters|4 Adoption of the report");
	assert_null(next.items[3].annotation);
}

static void unfinished_items_come_with_their_unfinished_parts(void **state)
{
	static const bool open[ITEMS] = {[1] = true, [5] = true, [7] = true};

	(void)state;
	make("open", open, NULL, NULL, (struct agenda_next){.place = "Geneva"});
	has_items(OPENING "|2 Springs|2 (a) Hot springs|3 Other matters|4 Adoption of the report");
	assert_string_equal(next.place, "Geneva");
	assert_null(next.timezone);
}

static void items_of_another_file_stand_behind_them(void **state)
{
	static struct agenda_item cluster[] = {
		{TOP, .number = "1", .printed = "1", .title = "Organizational matters"},
		{TOP, .number = "2", .printed = "2", .title = "Article 5"},
		{TOP, .number = "3", .printed = "3", .title = "Article 6"},
	};
	static const struct agenda workplan = {
		.bodies = bodies, .body_count = 1, .items = cluster, .item_count = 3};

	(void)state;
	make("2", NULL, &workplan, "all", (struct agenda_next){0});
	has_items(OPENING
		"|2 Lakes|3 Article 5|4 Article 6|5 Other matters|6 Adoption of the report");
	agenda_clear(&next);
	make("none", NULL, &workplan, "3", (struct agenda_next){0});
	has_items(OPENING "|2 Article 6|3 Other matters|4 Adoption of the report");
}

static void an_agenda_without_standing_items_gets_them(void **state)
{
	static struct agenda_item cluster[] = {
		{TOP, .number = "1", .printed = "1", .title = "Article 5"}};
	static const struct agenda workplan = {
		.bodies = bodies, .body_count = 1, .items = cluster, .item_count = 1};
	bool carried[1] = {true};
	const struct agenda_next wanted = {.id = "new",
		.from = "2013-10-28",
		.to = "2013-10-28",
		.carried = {&workplan, carried}};

	(void)state;
	agenda_next_make(&wanted, &next);
	has_items("1 Organizational matters|1 (a) Opening of the session|1 (b) Adoption of the "
		  "agenda and organization of work|2 Article 5|3 Other matters|4 Adoption of the "
		  "report");
	has_slots("10-28 600-780 1|10-28 900-1080 3,4");
}

static void the_days_have_the_hours_of_the_session_before(void **state)
{
	(void)state;
	make("2", NULL, NULL, NULL, (struct agenda_next){0});
	has_slots("10-28 570-750 1|10-28 840-1020 To be planned|10-29 570-750 To be planned"
		  "|10-29 840-1020 3,4");
	agenda_clear(&next);
	make("2", NULL, NULL, NULL, (struct agenda_next){.from = "2013-11-01", .to = "2013-11-04"});
	has_slots("11-01 570-750 1|11-01 840-1020 To be planned|11-04 570-750 To be planned"
		  "|11-04 840-1020 3,4");
}

static void a_reference_that_names_no_item_is_refused(void **state)
{
	struct err err = {0};
	bool chosen[ITEMS];

	(void)state;
	assert_false(agenda_choose(&old, "2, 7", NULL, chosen, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_non_null(strstr(err.text, "'7'"));
	assert_true(agenda_choose(&old, "3,2", NULL, chosen, &err));
	assert_true(chosen[3] && chosen[4] && chosen[5] && chosen[6] && !chosen[0]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_on_every_agenda_stays),
		TEST(all_or_what_is_listed_is_carried_over),
		TEST(unfinished_items_come_with_their_unfinished_parts),
		TEST(items_of_another_file_stand_behind_them),
		TEST(an_agenda_without_standing_items_gets_them),
		TEST(the_days_have_the_hours_of_the_session_before),
		TEST(a_reference_that_names_no_item_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
