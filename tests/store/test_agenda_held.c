/* SPDX-License-Identifier: MIT */
/* What stands on the items of an agenda: none of it may be lost to an agenda file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "store/agenda_edit.h"
#include "store/agenda_held.h"
#include "store/sql.h"
#include "support/store/fixture.h"

/* What is said of item 2 once the row is there; NULL: nothing stands on it. */
static void assert_use(const char *insert, const char *use)
{
	struct store *store = fixture_store();
	int64_t session = fixture_session(store), item = fixture_item(store, session, "2");
	int64_t speaker = fixture_participant(store, session, "Canada");
	struct agenda_held held;
	size_t i = 0;

	fixture_begin(store);
	if (insert)
		assert_true(sql_run(store, NULL, insert, "iii", session, item, speaker));
	if (insert)
		fixture_commit(store, session, "it");
	else
		store_rollback(store);
	store_agenda_held(store, session, &held);
	while (i < held.agenda.item_count && held.items[i] != item)
		i++;
	assert_true(i < held.agenda.item_count);
	if (use)
		assert_string_equal(held.use.items[i], use);
	else
		assert_null(held.use.items[i]);
	agenda_held_clear(&held);
	store_free(store);
}

static void all_that_was_recorded_under_an_item_stands_on_it(void **state)
{
	(void)state;
	assert_use(NULL, NULL);
	assert_use("INSERT INTO statement(session, item, participant, number, place)"
		   " VALUES(?1, ?2, ?3, 1, 1)",
		"1 statement");
	assert_use("INSERT INTO request(session, item, rank, participant, requested)"
		   " VALUES(?1, ?2, 'a1', ?3, 0)",
		"its list of speakers");
	assert_use("INSERT INTO list_closing(session, item, closed) VALUES(?1, ?2, ?3)",
		"its list of speakers");
	assert_use("INSERT INTO time_limit(session, item, seconds, at) VALUES(?1, ?2, 60, ?3)",
		"its limit of time");
	assert_use("INSERT INTO item_presence(session, item, participant, came)"
		   " VALUES(?1, ?2, ?3, 0)",
		"who came for it");
	assert_use("INSERT INTO act(session, subject, item, outcome, at)"
		   " VALUES(?1, 'report', ?2, 'adopted', ?3)",
		"it was taken up");
	assert_use("INSERT INTO conclusion(session, item, number, text, at)"
		   " VALUES(?1, ?2, 1, 'text', ?3)",
		"a conclusion of the Chair");
	assert_use("INSERT INTO paragraph(session, item, number, formula)"
		   " VALUES(?1, ?2, ?3, 'ITEM-1')",
		"a paragraph of the report");
}

/* A new one here wants a line in agenda_held.c, or to go with its item. */
static void no_table_that_refers_to_items_is_forgotten(void **state)
{
	struct store *store = fixture_store();
	struct str tables;
	struct sql *q = sql_query(store,
		"SELECT DISTINCT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) f"
		" WHERE f.\"table\" = 'item' ORDER BY 1",
		"");

	(void)state;
	str_init(&tables);
	while (sql_row(q))
		str_addf(&tables, "%s ", sql_text(q, 0));
	assert_string_equal(tables.text,
		"act conclusion consideration document_event follow_up item item_body item_document "
		"item_joint item_presence list_closing mandate paragraph recommendation request "
		"slot_item statement survey time_limit wording ");
	str_clear(&tables);
	store_free(store);
}

/* Takes the session's own agenda with one item more. */
static bool take_one_more(struct store *store, int64_t session, struct err *err)
{
	struct agenda_held held;
	struct agenda_comparison found;

	fixture_begin(store);
	store_agenda_held(store, session, &held);
	struct agenda file = held.agenda;
	struct agenda_item items[20];
	assert_true(file.item_count < 20);
	memcpy(items, file.items, file.item_count * sizeof *items);
	items[file.item_count++] = (struct agenda_item){
		.parent = AGENDA_NONE, .number = "9", .printed = "9", .title = "Nine"};
	file.items = items;
	agenda_compare(&held.agenda, &held.use, &file, &found);
	assert_int_equal(found.changes, 1);
	struct step step = {.session = session, .origin = "test", .person = "p", .command = "take"};
	bool taken = store_agenda_take(store, &held, &file, &found, err) &&
		     store_commit(store, &step, "taken", NULL, err);
	store_rollback(store);
	agenda_comparison_clear(&found);
	agenda_held_clear(&held);
	return taken;
}

static void an_agenda_whose_order_is_damaged_takes_nothing(void **state)
{
	struct store *store = fixture_store();
	int64_t session = fixture_session(store);
	struct err err = {0};

	(void)state;
	fixture_begin(store);
	sql_run(store, NULL, "UPDATE item SET rank = 'z!' WHERE printed = '3'", "");
	fixture_commit(store, session, "damage");
	char *before = fixture_dump(store);
	assert_false(take_one_more(store, session, &err));
	assert_int_equal(err.code, ERR_DATA);
	assert_non_null(strstr(err.text, "the order of a list"));
	char *after = fixture_dump(store);
	assert_string_equal(after, before);
	free(before);
	free(after);
	store_free(store);
}

/* The words in `held` that follow from nothing else: of the agenda, the first body, item 2. */
static void assert_words(struct store *store, int64_t session, const char *heading,
	const char *annex, const char *of_body, const char *of_item)
{
	struct agenda_held held;

	store_agenda_held(store, session, &held);
	assert_string_equal(held.agenda.heading ? held.agenda.heading : "none", heading);
	assert_string_equal(held.agenda.annex ? held.agenda.annex : "none", annex);
	assert_string_equal(
		held.agenda.bodies[0].session ? held.agenda.bodies[0].session : "none", of_body);
	assert_string_equal(
		held.agenda.items[3].heading ? held.agenda.items[3].heading : "none", of_item);
	assert_null(held.agenda.bodies[1].session);
	assert_null(held.agenda.items[0].heading);
	agenda_held_clear(&held);
}

/* Another heading of the agenda, none for the annex, the item without its own. */
static void take_other_words(struct store *store, int64_t session)
{
	struct agenda_held held;
	struct agenda_comparison found;
	struct err err = {0};

	fixture_begin(store);
	store_agenda_held(store, session, &held);
	struct agenda file = held.agenda;
	struct agenda_body others[2] = {file.bodies[0], file.bodies[1]};
	struct agenda_item items[20];
	assert_true(file.item_count < 20);
	memcpy(items, file.items, file.item_count * sizeof *items);
	file.heading = "Agenda";
	file.annex = NULL;
	others[0].session = "Fourth session";
	items[3].heading = NULL;
	file.bodies = others;
	file.items = items;
	agenda_compare(&held.agenda, &held.use, &file, &found);
	assert_int_equal(found.count, 4);
	assert_string_equal(found.lines[0], "body wg2 session: Third session → Fourth session");
	assert_true(store_agenda_take(store, &held, &file, &found, &err));
	fixture_commit(store, session, "agenda load");
	agenda_comparison_clear(&found);
	agenda_held_clear(&held);
}

static void words_of_the_agenda_are_kept_and_follow_the_file(void **state)
{
	struct store *store = fixture_store();
	int64_t session = fixture_session(store);

	(void)state;
	assert_words(store, session, "Annotated provisional agenda", "Timetable", "Third session",
		"Protecting springs");
	take_other_words(store, session);
	assert_words(store, session, "Agenda", "none", "Fourth session", "none");
	store_free(store);
}

/* What the schedule and the annotation called the item was the old title. */
static void an_item_with_another_title_loses_its_other_wordings(void **state)
{
	struct store *store = fixture_store();
	int64_t session = fixture_session(store), item = fixture_item(store, session, "2");
	int64_t other = fixture_item(store, session, "3");
	struct agenda_held held;
	struct err err = {0};

	(void)state;
	fixture_begin(store);
	assert_true(store_item_set_title(store, item, "Springs and wells", &err));
	assert_true(store_item_set_title(store, other, "Everything else", &err));
	fixture_commit(store, session, "item title");
	store_agenda_held(store, session, &held);
	assert_null(held.agenda.items[3].heading);
	for (size_t i = 0; i < held.agenda.slot_count; i++)
		for (size_t j = 0; j < held.agenda.slots[i].item_count; j++)
			assert_null(held.agenda.slots[i].items[j].title);
	agenda_held_clear(&held);
	store_free(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_that_was_recorded_under_an_item_stands_on_it),
		cmocka_unit_test(an_agenda_whose_order_is_damaged_takes_nothing),
		cmocka_unit_test(words_of_the_agenda_are_kept_and_follow_the_file),
		cmocka_unit_test(an_item_with_another_title_loses_its_other_wordings),
		cmocka_unit_test(no_table_that_refers_to_items_is_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
