/* SPDX-License-Identifier: MIT */
/* Sessions: made from an agenda, changed, archived, copied; meetings and documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/document.h"
#include "store/floor.h"
#include "store/meeting.h"
#include "store/presence.h"
#include "store/recommendation.h"
#include "store/search.h"
#include "store/sql.h"
#include "support/store/room.h"

static struct session_row get(struct room *room, int64_t id)
{
	struct session_row row;

	assert_true(store_session(room->store, id, &room->arena, &row));
	return row;
}

static bool set(
	struct room *room, int64_t id, const char *field, const char *value, struct err *err)
{
	bool done;

	fixture_begin(room->store);
	done = store_session_set(room->store, id, field, value, err);
	if (done)
		fixture_commit(room->store, id, "session set");
	else
		store_rollback(room->store);
	return done;
}

static int64_t copy(struct room *room, const char *key, bool record)
{
	struct err err = {0};
	int64_t id;

	fixture_begin(room->store);
	id = store_session_copy(
		room->store, room->session, key, record ? COPY_RECORD : COPY_AGENDA, &err);
	if (!id)
		fail_msg("%s", err.text);
	fixture_commit(room->store, id, "session copy");
	return id;
}

/* A little of everything: a meeting, an open item, statements, requests, a
 * recommendation with an act. */
static void record(struct room *room)
{
	struct store *store = room->store;
	int64_t item = fixture_item(store, room->session, "2"), meeting, id, set_id;
	int64_t benin = fixture_participant(store, room->session, "Benin");
	int number;

	fixture_begin(store);
	meeting = store_meeting_open(store, room->session, 1, FIXTURE_MORNING, &number, NULL);
	assert_true(store_item_set_state(store, item, "open", NULL));
	assert_true(store_consideration_open(store, room->session, item, meeting, 5, NULL));
	assert_true(store_presence_add(store, room->session, benin, meeting, 5, NULL));
	assert_true(
		store_request_add(store, room->session, item, benin, 0, NULL, NULL, 5, NULL) != 0);
	set_id = store_set_of(store, room->session, 0, NULL);
	id = store_recommendation_add(
		store, room->session, set_id, item, benin, "Notes maps", 5, &number, NULL);
	assert_true(store_act_add(store, room->session,
		&(struct act){.subject = "recommendation",
			.recommendation = id,
			.meeting = meeting,
			.outcome = "adopted",
			.at = 9},
		NULL));
	fixture_commit(store, room->session, "day");
	fixture_statement(store, room->session, "2", "Canada", "asked for maps\noffered boats");
	fixture_statement(store, room->session, "2", "Benin", "");
}

/* --- making --- */

static void a_session_has_what_the_agenda_has(void **state)
{
	struct room *room = *state;
	struct session_row row = get(room, room->session);
	size_t count;
	struct body_row *bodies = store_bodies(room->store, room->session, &room->arena, &count);
	struct item_row *items;
	struct slot_row *slots;
	struct document_row *documents;

	assert_string_equal(row.key, "2012-10-17-rivers");
	assert_string_equal(row.title, "Rivers and lakes");
	assert_string_equal(row.place, "Geneva");
	assert_string_equal(row.timezone, "UTC");
	assert_null(row.language);
	assert_false(row.rehearsal || row.archived || row.deleted);
	assert_int_equal(count, 2);
	assert_string_equal(bodies[1].name, "Working Group on Lakes");
	items = store_items(room->store, room->session, &room->arena, &count);
	assert_int_equal(count, 5);
	assert_string_equal(items[1].printed, "1 (a)");
	assert_int_equal(items[1].depth, 1);
	assert_true(items[1].parent == items[0].id);
	assert_true(!items[0].leaf && items[1].leaf && items[3].leaf);
	assert_string_equal(items[4].joint, "wg3");
	assert_string_equal(items[4].state, "pending");
	slots = store_slots(room->store, room->session, &room->arena, &count);
	assert_int_equal(count, 2);
	assert_string_equal(slots[0].items, "1 (a), 1 (b), 2");
	assert_null(slots[0].taken_up);
	assert_int_equal(slots[1].from, 900);
	documents = store_documents(room->store, room->session, 0, &room->arena, &count);
	assert_int_equal(count, 1);
	assert_string_equal(documents[0].items, "2");
}

static void an_item_is_found_by_its_printed_number(void **state)
{
	struct room *room = *state;
	struct item_row row;
	int64_t id = store_item_find(room->store, room->session, "1 (b)");

	assert_true(store_item(room->store, id, &room->arena, &row));
	assert_string_equal(row.title, "Adoption of the agenda");
	assert_true(store_item_find(room->store, room->session, "1b") == id);
	assert_true(store_item_find(room->store, room->session, "wg2:3") ==
		    store_item_find(room->store, room->session, "3"));
	/* Item 3 is item 2 of the other body. */
	assert_true(store_item_find(room->store, room->session, "wg3:2") ==
		    store_item_find(room->store, room->session, "3"));
	assert_true(store_item_find(room->store, room->session, "2") ==
		    store_item_find(room->store, room->session, "wg2:2"));
	assert_true(store_item_find(room->store, room->session, "9") == 0);
	assert_true(store_item_find(room->store, room->session, "wg9:1") == 0);
	assert_true(store_item_find(room->store, room->session, "nonsense") == 0);
	assert_true(store_item_find(room->store, room->session, "") == 0);
}

static void a_slot_tells_the_words_of_the_schedule_and_what_was_taken_up(void **state)
{
	struct room *room = *state;
	struct slot_row *slots;
	struct slot_item_row *items;
	size_t count;

	record(room);
	slots = store_slots(room->store, room->session, &room->arena, &count);
	assert_string_equal(slots[0].taken_up, "2");
	assert_true(slots[0].meeting != 0 && slots[1].meeting == 0);
	items = store_slot_items(room->store, slots[0].id, &room->arena, &count);
	assert_int_equal(count, 3);
	assert_true(!items[0].taken_up && items[2].taken_up);
	items = store_slot_items(room->store, slots[1].id, &room->arena, &count);
	assert_string_equal(items[0].title, "Any other matters");
}

/* --- changing --- */

static void each_field_can_be_set(void **state)
{
	static const char *const fields[] = {"title", "place", "organ", "from", "to", "timezone",
		"distribution", "language", "agenda-date", "agenda-status", "agenda-symbols",
		"agenda-heading", "agenda-annex"};
	struct room *room = *state;
	struct session_row row;

	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		assert_true(set(room, room->session, fields[i], fields[i], NULL));
	row = get(room, room->session);
	assert_string_equal(row.title, "title");
	assert_string_equal(row.from, "from");
	assert_string_equal(row.organ, "organ");
	assert_string_equal(row.agenda_date, "agenda-date");
	assert_string_equal(row.agenda_status, "agenda-status");
	assert_string_equal(row.agenda_symbols, "agenda-symbols");
	assert_string_equal(
		store_wording(room->store, room->session, 0, 0, "heading", &room->arena),
		"agenda-heading");
	assert_string_equal(store_wording(room->store, room->session, 0, 0, "annex", &room->arena),
		"agenda-annex");
	assert_string_equal(row.distribution, "distribution");
	assert_string_equal(row.language, "language");
}

static void a_field_that_there_is_not_is_refused_with_those_there_are(void **state)
{
	struct room *room = *state;
	struct err err = {0};

	assert_false(set(room, room->session, "colour", "red", &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_non_null(strstr(err.text, "colour"));
	assert_non_null(strstr(err.text, "timezone"));
	assert_false(set(room, room->session, "mode", "party", &err));
	assert_false(set(room, room->session, "title", NULL, &err));
}

static void archived_and_deleted_are_marks_that_undo_takes_off(void **state)
{
	struct room *room = *state;
	size_t count;

	assert_true(set(room, room->session, "archived", "1", NULL));
	assert_true(get(room, room->session).archived);
	assert_true(set(room, room->session, "deleted", "1", NULL));
	store_sessions(room->store, false, &room->arena, &count);
	assert_int_equal(count, 0);
	assert_true(store_sessions(room->store, true, &room->arena, &count)[0].deleted);
	assert_int_equal(count, 1);
	assert_true(store_session_find(room->store, "2012-10-17-rivers") == room->session);
	assert_true(fixture_undo(room->store, room->session, false));
	store_sessions(room->store, false, &room->arena, &count);
	assert_int_equal(count, 1);
	assert_true(fixture_undo(room->store, room->session, false));
	assert_false(get(room, room->session).archived);
}

static void sessions_are_listed_newest_first(void **state)
{
	struct room *room = *state;
	int64_t older = copy(room, "older", false), same = copy(room, "same", false);
	struct session_row *rows;
	size_t count;

	assert_true(set(room, older, "from", "2010-10-17", NULL));
	rows = store_sessions(room->store, false, &room->arena, &count);
	assert_int_equal(count, 3);
	assert_true(rows[0].id == same && rows[1].id == room->session && rows[2].id == older);
}

static void bodies_and_officers_can_be_added(void **state)
{
	struct room *room = *state;
	struct officer_row *officers;
	size_t count;
	int64_t body;
	struct err err = {0};

	fixture_begin(room->store);
	body = store_body_add(
		room->store, room->session, "wg4", "Working Group on Ponds", NULL, NULL, NULL);
	assert_true(store_officer_add(
		room->store, room->session, body, "Chair", "Ms. A", "Benin", NULL));
	fixture_commit(room->store, room->session, "body add");
	assert_string_equal(
		store_bodies(room->store, room->session, &room->arena, &count)[2].key, "wg4");
	officers = store_officers(room->store, room->session, &room->arena, &count);
	assert_int_equal(count, 1);
	assert_true(officers[0].body == body);
	assert_string_equal(officers[0].country, "Benin");
	fixture_begin(room->store);
	assert_true(
		store_body_add(room->store, room->session, "wg4", "Again", NULL, NULL, &err) == 0);
	store_rollback(room->store);
	assert_true(err.code != ERR_NONE);
}

static void documents_are_found_by_symbol_or_number(void **state)
{
	struct room *room = *state;
	int64_t id, item = fixture_item(room->store, room->session, "3");
	size_t count;
	int number;

	fixture_begin(room->store);
	id = store_document_add(room->store, room->session, "Note", "wells",
		"RIV/2012/2-LAK/2012/7", &number, NULL);
	assert_true(store_document_to_item(room->store, id, item, NULL));
	assert_true(store_document_to_item(room->store, id, item, NULL));
	assert_true(store_document_event_add(room->store, room->session, id,
		&(struct document_event){.state = "introduced"}, NULL));
	fixture_commit(room->store, room->session, "document add");
	assert_int_equal(number, 2);
	assert_true(store_document_find(room->store, room->session, "d2") == id);
	assert_true(store_document_find(room->store, room->session, "2") == id);
	assert_true(store_document_find(room->store, room->session, "LAK/2012/7") == id);
	assert_true(store_document_find(room->store, room->session, "RIV/2012/2") == id);
	assert_true(store_document_find(room->store, room->session, "RIV/2012/2-LAK/2012/7") == id);
	assert_true(store_document_find(room->store, room->session, "RIV/2012") == 0);
	assert_true(store_document_find(room->store, room->session, "%") == 0);
	assert_true(store_document_find(room->store, room->session, "_IV/2012/2") == 0);
	assert_true(store_document_find(room->store, room->session, "d") == 0);
	assert_true(store_document_find(room->store, room->session, "") == 0);
	store_documents(room->store, room->session, item, &room->arena, &count);
	assert_int_equal(count, 1);
}

/* --- copying --- */

/* The dump of one session's rows, with the ids that differ left out. */
static const char *content(struct room *room, int64_t session)
{
	static const char *const queries[] = {
		"SELECT key || name || rank FROM body WHERE session = ?1 ORDER BY rank",
		"SELECT i.printed || i.title || i.state || coalesce(p.printed, '') || coalesce(b.key, '')"
		" FROM item i LEFT JOIN item p ON p.id = i.parent LEFT JOIN body b ON b.id = i.body"
		" WHERE i.session = ?1 ORDER BY i.id",
		"SELECT list_name || kind || coalesce((SELECT group_concat(alias) FROM participant_alias"
		" WHERE participant = p.id), '') FROM participant p WHERE session = ?1 ORDER BY id",
		"SELECT s.date || i.printed FROM slot s JOIN slot_item x ON x.slot = s.id"
		" JOIN item i ON i.id = x.item WHERE s.session = ?1 ORDER BY s.rank, x.rank",
		"SELECT s.number || p.list_name || i.printed || coalesce((SELECT group_concat(number || text)"
		" FROM point WHERE statement = s.id AND session = ?1), '') || coalesce((SELECT min(started)"
		" FROM span WHERE statement = s.id), '') FROM statement s JOIN participant p"
		" ON p.id = s.participant AND p.session = ?1 JOIN item i ON i.id = s.item"
		" AND i.session = ?1 WHERE s.session = ?1 ORDER BY s.place",
		"SELECT r.number || r.text || v.text || a.outcome || b.key || m.number FROM recommendation r"
		" JOIN recommendation_version v ON v.recommendation = r.id JOIN act a"
		" ON a.recommendation = r.id JOIN recommendation_set t ON t.id = r.in_set JOIN body b"
		" ON b.id = t.body AND b.session = ?1 JOIN meeting m ON m.id = a.meeting AND"
		" m.session = ?1 WHERE r.session = ?1",
		"SELECT i.printed || p.list_name || r.state FROM request r JOIN item i ON i.id = r.item"
		" AND i.session = ?1 JOIN participant p ON p.id = r.participant AND p.session = ?1"
		" WHERE r.session = ?1",
		"SELECT kind || last FROM counter WHERE session = ?1 ORDER BY kind",
	};
	const char *text = "";

	for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
		struct sql *q = sql_query(room->store, queries[i], "i", session);

		while (sql_row(q))
			text = arena_printf(&room->arena, "%s\n%zu %s", text, i, sql_text(q, 0));
	}
	return text;
}

static void a_copy_with_its_record_is_the_same_session_again(void **state)
{
	struct room *room = *state;
	int64_t id;

	record(room);
	id = copy(room, "again", true);
	assert_string_equal(content(room, id), content(room, room->session));
	assert_non_null(strstr(content(room, id), "asked for maps"));
	assert_string_equal(get(room, id).key, "again");
	assert_int_equal(get(room, id).statements, 2);
	assert_true(store_check(room->store, false, NULL));
}

static bool is_late(struct room *room, int64_t session, size_t which)
{
	size_t count;
	const struct request_row *rows = store_requests(
		room->store, fixture_item(room->store, session, "2"), 10, &room->arena, &count);

	assert_true(which < count);
	return rows[which].late;
}

/* In one instant who was late is told by the order of the requests. */
static void who_is_late_in_a_copy_was_late(void **state)
{
	struct room *room = *state;
	struct store *store = room->store;
	int64_t item = fixture_item(store, room->session, "2"), id;

	fixture_begin(store);
	assert_true(store_request_add(store, room->session, item,
			    fixture_participant(store, room->session, "Benin"), 0, NULL, NULL, 5,
			    NULL) != 0);
	assert_true(store_list_close(store, room->session, item, 5, NULL));
	assert_true(store_request_add(store, room->session, item,
			    fixture_participant(store, room->session, "Canada"), 0, NULL, NULL, 5,
			    NULL) != 0);
	fixture_commit(store, room->session, "floor close");
	id = copy(room, "again", true);
	assert_false(is_late(room, room->session, 0) || is_late(room, id, 0));
	assert_true(is_late(room, room->session, 1) && is_late(room, id, 1));
}

static void a_copy_of_the_agenda_alone_has_nothing_that_was_logged(void **state)
{
	struct room *room = *state;
	const char *before = content(room, room->session);
	size_t count;
	int64_t id;

	record(room);
	id = copy(room, "next-year", false);
	assert_string_equal(content(room, id), before);
	store_meetings(room->store, id, &room->arena, &count);
	assert_int_equal(count, 0);
	assert_int_equal(get(room, id).statements, 0);
	assert_true(store_check(room->store, false, NULL));
}

static void a_copy_may_not_take_a_key_that_is_there(void **state)
{
	struct room *room = *state;
	char *before = fixture_dump(room->store), *after;
	struct err err = {0};

	fixture_begin(room->store);
	assert_true(store_session_copy(room->store, room->session, "2012-10-17-rivers", COPY_RECORD,
			    &err) == 0);
	store_rollback(room->store);
	assert_true(err.code != ERR_NONE && err.text[0]);
	after = fixture_dump(room->store);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void what_is_done_and_undone_in_a_copy_leaves_the_other_alone(void **state)
{
	struct room *room = *state;
	const char *before, *copied;
	size_t count;
	int64_t id;

	record(room);
	before = content(room, room->session);
	id = copy(room, "again", true);
	copied = content(room, id);
	fixture_statement(room->store, id, "2", "Gambia", "dredging");
	fixture_begin(room->store);
	assert_true(store_statement_delete(
		room->store, store_statement_find(room->store, id, 1), NULL));
	fixture_commit(room->store, id, "statement delete");
	assert_string_equal(content(room, room->session), before);
	/* Each finds its own. */
	store_search(room->store, room->session, "dredging", 9, &room->arena, &count);
	assert_int_equal(count, 0);
	store_search(room->store, id, "dredging", 9, &room->arena, &count);
	assert_int_equal(count, 1);
	store_search(room->store, id, "boats", 9, &room->arena, &count);
	assert_int_equal(count, 0);
	assert_true(fixture_undo(room->store, id, false));
	assert_true(fixture_undo(room->store, id, false));
	/* Numbers that were given stay given. */
	assert_memory_equal(content(room, id), copied, (size_t)(strstr(copied, "\n7 ") - copied));
	assert_string_equal(content(room, room->session), before);
	/* The other's undo goes on where it was. */
	assert_true(fixture_undo(room->store, room->session, false));
	assert_true(store_statement_find(room->store, room->session, 2) == 0);
	assert_true(store_statement_find(room->store, id, 2) != 0);
	assert_true(store_check(room->store, false, NULL));
}

static void a_copy_can_be_undone_and_made_again(void **state)
{
	struct room *room = *state;
	char *before, *after;
	int64_t id;

	record(room);
	before = fixture_dump(room->store);
	id = copy(room, "again", true);
	assert_true(fixture_undo(room->store, id, false));
	after = fixture_dump(room->store);
	assert_string_equal(before, after);
	assert_true(store_session_find(room->store, "again") == 0);
	assert_true(copy(room, "again", true) != 0);
	assert_true(store_check(room->store, false, NULL));
	free(before);
	free(after);
}

static void a_copy_of_a_copy_is_the_same_again(void **state)
{
	struct room *room = *state;
	int64_t first = room->session;

	record(room);
	copy(room, "one", true);
	room->session = copy(room, "two", true);
	room->session = copy(room, "three", true);
	assert_string_equal(content(room, room->session), content(room, first));
	assert_true(store_check(room->store, false, NULL));
}

/* --- meetings --- */

static void meetings_are_numbered_as_they_are_held(void **state)
{
	struct room *room = *state;
	struct meeting_row row;
	int64_t first;
	int number;

	assert_false(store_meeting_open_now(room->store, room->session, &room->arena, &row));
	fixture_begin(room->store);
	first = store_meeting_open(room->store, room->session, 1, 1000, &number, NULL);
	fixture_commit(room->store, room->session, "meeting open");
	assert_int_equal(number, 1);
	assert_true(store_meeting_open_now(room->store, room->session, &room->arena, &row));
	assert_int_equal(row.slot_from, 600);
	assert_string_equal(row.slot_date, "2012-10-17");
	fixture_begin(room->store);
	assert_true(store_meeting_close(room->store, first, 2000, NULL));
	fixture_commit(room->store, room->session, "meeting close");
	assert_false(store_meeting_open_now(room->store, room->session, &room->arena, &row));
	fixture_begin(room->store);
	assert_true(store_meeting_open(room->store, room->session, 0, 3000, &number, NULL) != 0);
	fixture_commit(room->store, room->session, "meeting open");
	assert_int_equal(number, 2);
	assert_true(store_meeting_at(room->store, room->session, 1500) == first);
	assert_true(store_meeting_at(room->store, room->session, 2500) == 0);
	assert_true(store_meeting_at(room->store, room->session, 9000) != 0);
}

static void a_meeting_takes_the_slot_that_fits_its_time(void **state)
{
	const int64_t hour = 3600000, midnight = FIXTURE_MORNING - 10 * hour;
	struct room *room = *state;
	size_t count;
	struct slot_row *slots = store_slots(room->store, room->session, &room->arena, &count);
	int number;

	assert_true(store_slot_at(room->store, room->session, FIXTURE_MORNING - hour / 4) ==
		    slots[0].id);
	assert_true(
		store_slot_at(room->store, room->session, FIXTURE_MORNING + hour) == slots[0].id);
	assert_true(store_slot_at(room->store, room->session, midnight + 15 * hour) == slots[1].id);
	assert_true(store_slot_at(room->store, room->session, midnight + 14 * hour) == slots[1].id);
	assert_true(store_slot_at(room->store, room->session, midnight + 20 * hour) == 0);
	assert_true(store_slot_at(room->store, room->session, midnight + 34 * hour) == 0);
	fixture_begin(room->store);
	store_meeting_open(room->store, room->session, slots[0].id, FIXTURE_MORNING, &number, NULL);
	fixture_commit(room->store, room->session, "meeting open");
	assert_true(
		store_slot_at(room->store, room->session, FIXTURE_MORNING + hour) == slots[1].id);
}

static void closing_a_meeting_ends_what_was_considered_in_it(void **state)
{
	struct room *room = *state;
	int64_t item = fixture_item(room->store, room->session, "2"), open[4], meeting;
	struct meeting_row row;

	record(room);
	assert_int_equal(store_items_open(room->store, room->session, open, 4), 1);
	assert_true(open[0] == item);
	assert_true(store_meeting_open_now(room->store, room->session, &room->arena, &row));
	meeting = row.id;
	fixture_begin(room->store);
	assert_true(store_meeting_close(room->store, meeting, 77, NULL));
	fixture_commit(room->store, room->session, "meeting close");
	assert_int_equal(sql_value(room->store, -1,
				 "SELECT count(*) FROM consideration"
				 " WHERE closed IS NULL",
				 ""),
		0);
}

static void of_an_item_and_its_sub_item_the_sub_item_is_the_open_one(void **state)
{
	struct room *room = *state;
	int64_t open[4];

	fixture_begin(room->store);
	store_item_set_state(
		room->store, fixture_item(room->store, room->session, "1"), "open", NULL);
	store_item_set_state(
		room->store, fixture_item(room->store, room->session, "1 (a)"), "open", NULL);
	store_item_set_state(
		room->store, fixture_item(room->store, room->session, "3"), "open", NULL);
	fixture_commit(room->store, room->session, "item open");
	assert_int_equal(store_items_open(room->store, room->session, open, 1), 2);
	assert_true(open[0] == fixture_item(room->store, room->session, "1 (a)"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, room_set_up, room_tear_down)
		TEST(a_session_has_what_the_agenda_has),
		TEST(an_item_is_found_by_its_printed_number),
		TEST(a_slot_tells_the_words_of_the_schedule_and_what_was_taken_up),
		TEST(each_field_can_be_set),
		TEST(a_field_that_there_is_not_is_refused_with_those_there_are),
		TEST(archived_and_deleted_are_marks_that_undo_takes_off),
		TEST(sessions_are_listed_newest_first),
		TEST(bodies_and_officers_can_be_added),
		TEST(documents_are_found_by_symbol_or_number),
		TEST(a_copy_with_its_record_is_the_same_session_again),
		TEST(who_is_late_in_a_copy_was_late),
		TEST(a_copy_of_the_agenda_alone_has_nothing_that_was_logged),
		TEST(a_copy_may_not_take_a_key_that_is_there),
		TEST(what_is_done_and_undone_in_a_copy_leaves_the_other_alone),
		TEST(a_copy_can_be_undone_and_made_again),
		TEST(a_copy_of_a_copy_is_the_same_again),
		TEST(meetings_are_numbered_as_they_are_held),
		TEST(a_meeting_takes_the_slot_that_fits_its_time),
		TEST(closing_a_meeting_ends_what_was_considered_in_it),
		TEST(of_an_item_and_its_sub_item_the_sub_item_is_the_open_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
