/* SPDX-License-Identifier: MIT */
/* What a file says otherwise than a session, a line for each difference. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "model/agenda_compare.h"

/* A session of one body and a file that says the same; each test changes a little. */
struct pair {
	struct agenda held, file;
	struct agenda_body held_bodies[2], file_bodies[2];
	struct agenda_item held_items[6], file_items[6];
	struct agenda_slot held_slots[3], file_slots[3];
	struct agenda_officer held_officers[2], file_officers[2];
	struct agenda_document held_documents[2], file_documents[2];
	const char *items[6]; /* what is logged under them */
	bool slots[3];
	struct agenda_use use;
	struct agenda_comparison found;
	struct str lines;
};

static struct agenda_slot_item planned[] = {{.item = 0}, {.item = 1}};

static void fill(struct agenda *agenda, struct agenda_body *bodies, struct agenda_item *items,
	struct agenda_slot *slots)
{
	static const struct agenda_item four[] = {
		{.parent = AGENDA_NONE, .number = "1", .printed = "1", .title = "Opening"},
		{.parent = AGENDA_NONE, .number = "2", .printed = "2", .title = "Strategies"},
		{.parent = 1, .number = "(a)", .printed = "2 (a)", .title = "Threats"},
		{.parent = AGENDA_NONE, .number = "3", .printed = "3", .title = "Other matters"},
	};

	agenda_init(agenda);
	agenda->id = "small";
	agenda->title = "A small meeting";
	agenda->place = "Vienna";
	agenda->from = "2012-10-17";
	agenda->to = "2012-10-18";
	agenda->status = "provisional";
	agenda->bodies = bodies;
	bodies[0] = (struct agenda_body){.key = "wg", .name = "Working Group"};
	agenda->body_count = 1;
	agenda->items = items;
	memcpy(items, four, sizeof four);
	agenda->item_count = 4;
	agenda->slots = slots;
	slots[0] = (struct agenda_slot){
		.date = "2012-10-17", .from = 600, .to = 780, .items = planned, .item_count = 2};
	slots[1] = (struct agenda_slot){
		.date = "2012-10-17", .from = 900, .to = 1080, .label = "Panel"};
	agenda->slot_count = 2;
}

static int set_up(void **state)
{
	static struct pair pair;

	pair = (struct pair){0};
	fill(&pair.held, pair.held_bodies, pair.held_items, pair.held_slots);
	fill(&pair.file, pair.file_bodies, pair.file_items, pair.file_slots);
	pair.held.officers = pair.held_officers;
	pair.file.officers = pair.file_officers;
	pair.held.documents = pair.held_documents;
	pair.file.documents = pair.file_documents;
	pair.use = (struct agenda_use){.items = pair.items, .slots = pair.slots};
	str_init(&pair.lines);
	*state = &pair;
	return 0;
}

static int tear_down(void **state)
{
	struct pair *pair = *state;

	agenda_comparison_clear(&pair->found);
	str_clear(&pair->lines);
	return 0;
}

static void assert_differs(struct pair *pair, size_t changes, const char *lines)
{
	agenda_compare(&pair->held, &pair->use, &pair->file, &pair->found);
	for (size_t i = 0; i < pair->found.count; i++)
		str_addf(&pair->lines, "%s\n", pair->found.lines[i]);
	assert_string_equal(pair->lines.text, lines);
	assert_int_equal(pair->found.changes, changes);
}

/* Without the item at that place. */
static void leave_out(struct agenda *agenda, size_t item)
{
	memmove(&agenda->items[item], &agenda->items[item + 1],
		(agenda->item_count - item - 1) * sizeof *agenda->items);
	agenda->item_count--;
}

static void the_same_has_no_differences(void **state)
{
	assert_differs(*state, 0, "");
}

static void nothing_and_an_empty_text_are_the_same(void **state)
{
	struct pair *pair = *state;

	pair->file.organ = "";
	pair->file.items[0].annotation = "";
	assert_differs(pair, 0, "");
}

static void what_is_said_of_the_session_is_compared(void **state)
{
	struct pair *pair = *state;

	pair->file.title = "A large meeting";
	pair->file.place = NULL;
	pair->file.to = "2012-10-17";
	pair->file.symbols = "X/1";
	assert_differs(pair, 4,
		"title: A small meeting → A large meeting\n"
		"place: Vienna → none\n"
		"dates: 17 and 18 October 2012 → 17 October 2012\n"
		"agenda symbol: none → X/1\n");
}

static void an_adopted_agenda_is_not_made_provisional_again(void **state)
{
	struct pair *pair = *state;

	pair->held.status = "adopted";
	pair->use.adopted = true;
	assert_differs(pair, 0, "");
}

static void another_title_is_told_by_the_number(void **state)
{
	struct pair *pair = *state;

	pair->file.items[2].title = "Assessments";
	assert_differs(pair, 1, "item 2 (a) title: Threats → Assessments\n");
}

static void of_a_long_text_only_the_words_that_differ_are_told(void **state)
{
	struct pair *pair = *state;

	pair->held.items[1].annotation = "What States gain from a\nstrategy, and how.";
	pair->file.items[1].annotation = "What States gain from a\nnational strategy, and how.";
	assert_differs(pair, 1, "item 2 annotation: … {+national+} …\n");
}

static void what_one_side_has_alone_is_told_in_the_order_of_the_file(void **state)
{
	struct pair *pair = *state;

	leave_out(&pair->file, 2);
	pair->file.items[3] = (struct agenda_item){
		.parent = AGENDA_NONE, .number = "4", .printed = "4", .title = "Report"};
	pair->file.item_count = 4;
	pair->file.items[0].title = "Beginning";
	assert_differs(pair, 3,
		"item 1 title: Opening → Beginning\n"
		"item 2 (a) Threats: only in the session, goes\n"
		"item 4 Report: only in the file\n");
}

static void what_is_logged_under_an_item_keeps_it_and_what_it_is_under(void **state)
{
	struct pair *pair = *state;

	leave_out(&pair->file, 1);
	leave_out(&pair->file, 1);
	pair->file.slots[0].item_count = 1;
	pair->items[2] = "7 statements";
	assert_differs(pair, 1,
		"item 2 Strategies: only in the session, stays\n"
		"item 2 (a) Threats: only in the session, stays: 7 statements\n"
		"slot 17 October 10:00 items: 1, 2 → 1\n");
}

static void an_item_with_another_number_is_still_the_same(void **state)
{
	struct pair *pair = *state;

	/* A new item 3 before the one that was. */
	pair->items[3] = "7 statements";
	pair->file.items[4] = pair->file.items[3];
	pair->file.items[4].number = pair->file.items[4].printed = "4";
	pair->file.items[3].title = "Tools";
	pair->file.item_count = 5;
	assert_differs(pair, 2,
		"item 3 Tools: only in the file\n"
		"item 3 number: 3 → 4\n");
	assert_int_equal(pair->found.items.all[4].held, 3);
	assert_null(pair->found.clash);
}

static void what_stays_and_a_new_item_cannot_have_one_number(void **state)
{
	struct pair *pair = *state;

	/* "Other matters" moves up to 2, where statements are. */
	pair->items[1] = "7 statements";
	leave_out(&pair->file, 1);
	leave_out(&pair->file, 1);
	pair->file.items[1].number = pair->file.items[1].printed = "2";
	pair->file.slots[0].item_count = 1;
	agenda_compare(&pair->held, &pair->use, &pair->file, &pair->found);
	assert_non_null(pair->found.clash);
	assert_non_null(strstr(pair->found.clash, "item 2 of the session, \"Strategies\""));
}

static void another_key_of_the_body_hides_no_clash(void **state)
{
	struct pair *pair = *state;

	pair->items[1] = "7 statements";
	leave_out(&pair->file, 1);
	leave_out(&pair->file, 1);
	pair->file.items[1].number = pair->file.items[1].printed = "2";
	pair->file.slots[0].item_count = 1;
	pair->file.bodies[0].key = "wg2";
	agenda_compare(&pair->held, &pair->use, &pair->file, &pair->found);
	assert_non_null(pair->found.clash);
}

static void a_sub_item_that_stays_needs_the_number_of_what_it_is_under(void **state)
{
	struct pair *pair = *state;

	pair->items[2] = "1 statement";
	leave_out(&pair->file, 2);
	pair->file.items[1].number = pair->file.items[1].printed = "4";
	agenda_compare(&pair->held, &pair->use, &pair->file, &pair->found);
	assert_string_equal(pair->found.clash,
		"item 2 (a) of the session, \"Threats\", has to stay (1 statement), and the file "
		"gives the item above it another number: put this one into the file too");
}

static void two_items_of_one_title_are_told_apart_by_their_numbers(void **state)
{
	struct pair *pair = *state;

	pair->held.items[0].title = pair->file.items[0].title = "Debate";
	pair->held.items[1].title = pair->file.items[1].title = "Debate";
	pair->file.items[1].printed = pair->file.items[1].number = "5";
	pair->file.items[0].printed = pair->file.items[0].number = "6";
	assert_differs(pair, 4 + 1,
		"item 1 Debate: only in the session, goes\n"
		"item 2 Debate: only in the session, goes\n"
		"item 6 Debate: only in the file\n"
		"item 5 Debate: only in the file\n"
		"slot 17 October 10:00 items: 1, 2 → 6, 5\n");
}

static void the_slots_are_compared(void **state)
{
	static struct agenda_slot_item more[] = {
		{.item = 0}, {.item = 1, .title = "Plans"}, {.item = 3}};
	struct pair *pair = *state;

	pair->file.slots[0].items = more;
	pair->file.slots[0].item_count = 3;
	pair->file.slots[1].from = 930;
	pair->file.slots[1].room = "Room M3";
	pair->file.slots[2] = (struct agenda_slot){
		.date = "2012-10-18", .from = -1, .to = -1, .half = "am", .label = "Report"};
	pair->file.slot_count = 3;
	assert_differs(pair, 4,
		"slot 17 October 10:00 items: 1, 2 → 1, 2, 3\n"
		"slot 17 October 15:00 time: 15:00-18:00 → 15:30-18:00\n"
		"slot 17 October 15:00 room: none → Room M3\n"
		"slot 18 October am Report: only in the file\n");
}

static void another_wording_in_the_schedule_is_a_difference(void **state)
{
	static struct agenda_slot_item worded[] = {{.item = 0}, {.item = 1, .title = "Plans"}};
	struct pair *pair = *state;

	pair->file.slots[0].items = worded;
	assert_differs(pair, 1, "slot 17 October 10:00 wording: 1, 2 → 1, 2 (Plans)\n");
	assert_int_equal(pair->found.slots.all[0].differs, AGENDA_PLANNED);
}

static void a_slot_in_which_a_meeting_was_held_stays(void **state)
{
	struct pair *pair = *state;

	pair->slots[0] = true;
	pair->file.slots = &pair->file_slots[1];
	pair->file.slot_count = 1;
	assert_differs(pair, 0,
		"slot 17 October 10:00 (items 1, 2): only in the session, stays: a meeting was "
		"held in it\n");
}

static void officers_and_documents_of_the_session_stay(void **state)
{
	struct pair *pair = *state;

	pair->held.officers[0] =
		(struct agenda_officer){.role = "Chair", .name = "A. Person", .country = "Spain"};
	pair->held.officer_count = 1;
	pair->held.documents[0] =
		(struct agenda_document){.title = "A paper", .symbols = "X/CRP.1"};
	pair->held.document_count = 1;
	assert_differs(pair, 0,
		"officer Chair A. Person (Spain): only in the session, stays\n"
		"document X/CRP.1 A paper: only in the session, stays\n");
}

static void an_officer_and_a_document_are_corrected(void **state)
{
	struct pair *pair = *state;

	pair->held.officers[0] = (struct agenda_officer){.role = "Chair", .name = "A. Person"};
	pair->file.officers[0] = (struct agenda_officer){.role = "Chair", .name = "B. Person"};
	pair->held.documents[0] = (struct agenda_document){.title = "A paper", .symbols = "X/9"};
	pair->file.documents[0] = (struct agenda_document){.title = "A paper", .symbols = "X/19"};
	pair->held.officer_count = pair->file.officer_count = 1;
	pair->held.document_count = pair->file.document_count = 1;
	assert_differs(pair, 2,
		"officer Chair: A. Person → B. Person\n"
		"document X/9 symbol: X/9 → X/19\n");
}

static void another_order_is_a_difference(void **state)
{
	struct pair *pair = *state;
	struct agenda_item first = pair->file.items[0];

	pair->file.items[0] = pair->file.items[3];
	pair->file.items[3] = first;
	pair->file.slots[0].item_count = pair->held.slots[0].item_count = 0;
	assert_differs(pair, 1, "order of the items: the session's → the file's\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_same_has_no_differences),
		TEST(nothing_and_an_empty_text_are_the_same),
		TEST(what_is_said_of_the_session_is_compared),
		TEST(an_adopted_agenda_is_not_made_provisional_again),
		TEST(another_title_is_told_by_the_number),
		TEST(of_a_long_text_only_the_words_that_differ_are_told),
		TEST(what_one_side_has_alone_is_told_in_the_order_of_the_file),
		TEST(what_is_logged_under_an_item_keeps_it_and_what_it_is_under),
		TEST(an_item_with_another_number_is_still_the_same),
		TEST(what_stays_and_a_new_item_cannot_have_one_number),
		TEST(another_key_of_the_body_hides_no_clash),
		TEST(a_sub_item_that_stays_needs_the_number_of_what_it_is_under),
		TEST(two_items_of_one_title_are_told_apart_by_their_numbers),
		TEST(the_slots_are_compared),
		TEST(another_wording_in_the_schedule_is_a_difference),
		TEST(a_slot_in_which_a_meeting_was_held_stays),
		TEST(officers_and_documents_of_the_session_stay),
		TEST(an_officer_and_a_document_are_corrected),
		TEST(another_order_is_a_difference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
