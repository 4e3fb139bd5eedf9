/* SPDX-License-Identifier: MIT */
/* Paragraphs of the report that somebody touched, and parts that were issued. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/paragraph.h"
#include "store/part.h"
#include "support/store/fixture.h"

struct room {
	struct store *store;
	struct arena arena;
	int64_t session;
	struct paragraph_key key;
};

static int setup(void **state)
{
	struct room *room = calloc(1, sizeof *room);

	room->store = fixture_store();
	room->session = fixture_session(room->store);
	arena_init(&room->arena);
	room->key = (struct paragraph_key){
		"STAT-1", "wg2", fixture_item(room->store, room->session, "2"), "party"};
	*state = room;
	return 0;
}

static int teardown(void **state)
{
	struct room *room = *state;

	store_free(room->store);
	arena_clear(&room->arena);
	free(room);
	return 0;
}

static int64_t add(struct room *room, struct paragraph_new new)
{
	int number;

	new.session = room->session;
	fixture_begin(room->store);
	int64_t id = store_paragraph_add(room->store, &new, &number, NULL);
	assert_true(id != 0);
	fixture_commit(room->store, room->session, "paragraph add");
	return id;
}

static bool edit(struct room *room, int64_t id, const char *text, int version)
{
	struct paragraph_edit edit = {
		.text = text, .made = "made", .version = version, .person = "test", .at = 7};

	fixture_begin(room->store);
	if (!store_paragraph_edit(room->store, id, &edit, NULL)) {
		store_rollback(room->store);
		return false;
	}
	fixture_commit(room->store, room->session, "paragraph edit");
	return true;
}

static struct paragraph_row read(struct room *room, int64_t id)
{
	struct paragraph_row row;

	assert_true(store_paragraph(room->store, id, &room->arena, &row));
	return row;
}

static void a_paragraph_is_found_by_what_it_is_made_from(void **state)
{
	struct room *room = *state;
	struct paragraph_key other = room->key;

	assert_true(store_paragraph_of(room->store, room->session, &room->key, false) == 0);
	int64_t id = add(room, (struct paragraph_new){.key = room->key, .heading = "HEAD-STAT"});
	assert_true(store_paragraph_of(room->store, room->session, &room->key, false) == id);
	assert_true(store_paragraph_find(room->store, room->session, 1) == id);
	other.item = 0;
	assert_true(store_paragraph_of(room->store, room->session, &other, false) == 0);
	struct paragraph_row row = read(room, id);
	assert_int_equal(row.number, 1);
	assert_string_equal(row.item, "2");
	assert_string_equal(row.heading, "HEAD-STAT");
	assert_null(row.text);
}

static void every_text_is_kept_and_a_stale_one_is_refused(void **state)
{
	struct room *room = *state;
	size_t count;

	int64_t id = add(room, (struct paragraph_new){.key = room->key});
	assert_true(edit(room, id, "One.", 1));
	assert_true(edit(room, id, "Two.", 2));
	assert_false(edit(room, id, "Three.", 2));
	assert_string_equal(read(room, id).text, "Two.");
	assert_string_equal(read(room, id).made, "made");
	assert_true(fixture_undo(room->store, room->session, false));
	assert_string_equal(read(room, id).text, "One.");
	/* A version that was undone keeps its number. */
	assert_true(edit(room, id, NULL, 0));
	assert_null(read(room, id).text);
	const struct paragraph_version *all =
		store_paragraph_versions(room->store, id, &room->arena, &count);
	assert_int_equal(count, 2);
	assert_int_equal(all[0].version, 2);
	assert_string_equal(all[0].text, "One.");
	assert_string_equal(all[0].how, "edit");
	assert_int_equal(all[1].version, 4);
	assert_null(all[1].text);
}

static void written_ones_stand_in_order_behind_one_place(void **state)
{
	struct room *room = *state;
	struct paragraph_new new = {.key = {"", "", 0, ""}, .heading = "HEAD-SUM"};
	size_t count;

	int64_t first = add(room, new), second = add(room, new);
	new.behind = first;
	int64_t third = add(room, new);
	const struct paragraph_row *rows =
		store_paragraphs(room->store, room->session, &room->arena, &count);
	assert_int_equal(count, 3);
	assert_true(strcmp(read(room, first).rank, read(room, second).rank) < 0);
	assert_true(read(room, third).behind == first);
	assert_string_equal(rows[0].key.formula, "");
}

static void it_says_what_it_stands_on(void **state)
{
	struct room *room = *state;
	int64_t id = add(room, (struct paragraph_new){.key = {"", "", 0, ""}});
	int64_t one =
		fixture_statement(room->store, room->session, "2", "Benin", "asked for boats");
	int64_t two =
		fixture_statement(room->store, room->session, "2", "Canada", "asked for more");

	fixture_begin(room->store);
	assert_true(store_paragraph_cite(room->store, id, two, 0, 0, NULL));
	assert_true(store_paragraph_cite(room->store, id, one, 0, 0, NULL));
	assert_true(store_paragraph_cite(room->store, id, one, 0, 0, NULL));
	fixture_commit(room->store, room->session, "paragraph cite");
	assert_string_equal(store_paragraph_sources(room->store, id, &room->arena), "s1-2");
	fixture_begin(room->store);
	assert_true(store_paragraph_uncite(room->store, id, two, 0, 0, NULL));
	fixture_commit(room->store, room->session, "paragraph uncite");
	assert_string_equal(store_paragraph_sources(room->store, id, &room->arena), "s1");
}

static void an_edit_belongs_to_the_part_that_it_was_issued_with(void **state)
{
	struct room *room = *state;
	struct part_new new = {.session = room->session,
		.symbol = "CTOC/COP/WG.2/2012/L.1",
		.date = "2012-10-17",
		.person = "test",
		.tree = "{}",
		.at = 9};
	struct arena *arena = &room->arena;
	int number;
	size_t count;

	int64_t id = add(room, (struct paragraph_new){.key = room->key});
	assert_true(edit(room, id, "One.", 0));
	fixture_begin(room->store);
	int64_t part = store_part_add(room->store, &new, &id, 1, &number, NULL);
	assert_int_equal(number, 1);
	new.symbol = "CTOC/COP/WG.2/2012/L.1/Add.1";
	int64_t next = store_part_add(room->store, &new, NULL, 0, &number, NULL);
	assert_int_equal(number, 2);
	fixture_commit(room->store, room->session, "report issue");
	assert_true(read(room, id).part == part);
	/* What is edited now is of the next part. */
	assert_true(store_paragraph_of(room->store, room->session, &room->key, false) == 0);
	assert_true(store_part_find(room->store, room->session, "2") == next);
	assert_true(store_part_find(room->store, room->session, "Add.1") == next);
	assert_true(store_part_find(room->store, room->session, "L.1") == part);
	assert_true(store_part_find(room->store, room->session, ".1") == 0);
	assert_true(store_part_find(room->store, room->session, "Add.2") == 0);
	assert_string_equal(store_part_tree(room->store, part, arena), "{}");
	const struct part_row *parts = store_parts(room->store, room->session, arena, &count);
	assert_int_equal(count, 2);
	assert_string_equal(parts[1].symbol, "CTOC/COP/WG.2/2012/L.1/Add.1");
	assert_true(parts[0].sequence > 0);
	assert_false(parts[0].adopted);
}

static void adoption_and_what_came_back_are_seen_on_it(void **state)
{
	struct room *room = *state;
	int64_t id = add(room, (struct paragraph_new){.key = room->key});
	struct paragraph_act act = {.session = room->session,
		.paragraph = id,
		.label = "12",
		.adopted = true,
		.text = "One.",
		.at = 9};
	struct paragraph_proposal proposal = {.paragraph = id,
		.base = "One.",
		.text = "Two.",
		.person = "R",
		.file = "f",
		.at = 9};
	size_t count;

	fixture_begin(room->store);
	assert_true(store_paragraph_act(room->store, &act, NULL));
	int64_t came = store_paragraph_propose(room->store, room->session, &proposal, NULL);
	assert_true(came != 0);
	fixture_commit(room->store, room->session, "paragraph adopt");
	assert_true(read(room, id).adopted);
	assert_int_equal(read(room, id).proposals, 1);
	const struct paragraph_proposal *rows =
		store_paragraph_proposals(room->store, room->session, 0, &room->arena, &count);
	assert_int_equal(count, 1);
	assert_string_equal(rows[0].text, "Two.");
	act.adopted = false;
	fixture_begin(room->store);
	assert_true(store_paragraph_act(room->store, &act, NULL));
	assert_true(store_paragraph_proposal_decide(room->store, came, true, NULL));
	fixture_commit(room->store, room->session, "paragraph reopen");
	assert_false(read(room, id).adopted);
	assert_int_equal(read(room, id).proposals, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_paragraph_is_found_by_what_it_is_made_from),
		TEST(every_text_is_kept_and_a_stale_one_is_refused),
		TEST(written_ones_stand_in_order_behind_one_place),
		TEST(it_says_what_it_stands_on),
		TEST(an_edit_belongs_to_the_part_that_it_was_issued_with),
		TEST(adoption_and_what_came_back_are_seen_on_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
