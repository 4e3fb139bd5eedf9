/* SPDX-License-Identifier: MIT */
/* Amendments, comments, sponsors and where versions come from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/amendment.h"
#include "store/comment.h"
#include "store/correction.h"
#include "store/floor.h"
#include "store/non_paper.h"
#include "store/participant.h"
#include "store/recommendation.h"
#include "store/recommendation_more.h"
#include "store/search.h"
#include "store/sponsor.h"
#include "store/version_source.h"
#include "support/store/fixture.h"

#define TEXT "Requests the Secretariat to report on its work."

struct room {
	struct store *store;
	struct arena arena;
	int64_t session, set, text, benin, canada;
};

static int64_t propose(struct room *room, const char *text)
{
	int number;
	int64_t id;

	fixture_begin(room->store);
	id = store_recommendation_add(
		room->store, room->session, room->set, 0, 0, text, 5, &number, NULL);
	assert_true(id != 0);
	fixture_commit(room->store, room->session, "recommendation propose");
	return id;
}

static int setup(void **state)
{
	struct room *room = calloc(1, sizeof *room);

	room->store = fixture_store();
	room->session = fixture_session(room->store);
	arena_init(&room->arena);
	fixture_begin(room->store);
	room->set = store_set_of(room->store, room->session, 0, NULL);
	fixture_commit(room->store, room->session, "set add");
	room->text = propose(room, TEXT);
	room->benin = fixture_participant(room->store, room->session, "Benin");
	room->canada = fixture_participant(room->store, room->session, "Canada");
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

static struct amendment_new words(const struct room *room, const char *text)
{
	return (struct amendment_new){.session = room->session,
		.recommendation = room->text,
		.how = AMENDMENT_ORALLY,
		.text = text,
		.proposer = room->canada,
		.at = 7};
}

static int64_t amend(struct room *room, const struct amendment_new *new)
{
	int number;
	int64_t id;

	fixture_begin(room->store);
	id = store_amendment_add(room->store, new, &number, NULL);
	assert_true(id != 0);
	assert_true(store_amendment_find(room->store, room->session, number) == id);
	fixture_commit(room->store, room->session, "amendment propose");
	return id;
}

static struct amendment_row get(struct room *room, int64_t id)
{
	struct amendment_row row;

	assert_true(store_amendment(room->store, id, &room->arena, &row));
	return row;
}

static void decide(struct room *room, int64_t id, const struct amendment_event *event)
{
	fixture_begin(room->store);
	assert_true(store_amendment_decide(room->store, id, event, NULL));
	fixture_commit(room->store, room->session, "amendment");
}

static void one_keeps_the_text_that_it_was_made_on_and_its_own(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "Requests the Secretariat to report.");
	struct amendment_row row;

	new.reason = "shorter";
	row = get(room, amend(room, &new));
	assert_int_equal(row.number, 1);
	assert_int_equal(row.recommendation_number, 1);
	assert_true(row.state == AMENDMENT_PROPOSED && row.how == AMENDMENT_ORALLY);
	assert_int_equal(row.base, 1);
	assert_int_equal(row.version, 1);
	assert_string_equal(row.base_text, TEXT);
	assert_string_equal(row.text, "Requests the Secretariat to report.");
	assert_string_equal(row.proposer_name, "Canada");
	assert_string_equal(row.reason, "shorter");
	assert_null(row.on_behalf_name);
	assert_true(row.decided == 0 && row.proposed == 7);
}

static void its_base_stays_when_the_text_moves_on(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "x");
	int64_t id = amend(room, &new);

	fixture_begin(room->store);
	assert_true(store_recommendation_edit(room->store, room->text, "Other", 0, 8, NULL));
	fixture_commit(room->store, room->session, "recommendation edit");
	assert_string_equal(get(room, id).base_text, TEXT);
	assert_string_equal(
		store_recommendation_text(room->store, room->text, 2, &room->arena), "Other");
	assert_null(store_recommendation_text(room->store, room->text, 9, &room->arena));
	assert_int_equal(get(room, amend(room, &new)).base, 2);
}

static void one_to_an_amendment_stands_behind_it_on_its_text(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "one"), under = words(room, "one and a half");
	int64_t first = amend(room, &new);
	struct amendment_row *rows;
	size_t count;

	amend(room, &new);
	under.parent = first;
	assert_string_equal(get(room, amend(room, &under)).base_text, "one");
	rows = store_amendments(room->store, room->session, 0, &room->arena, &count);
	assert_int_equal(count, 3);
	assert_true(rows[0].number == 1 && rows[1].number == 3 && rows[2].number == 2);
	assert_int_equal(rows[1].parent_number, 1);
	store_amendments(room->store, room->session, room->text, &room->arena, &count);
	assert_int_equal(count, 3);
	store_amendments(room->store, room->session, propose(room, "Y"), &room->arena, &count);
	assert_int_equal(count, 0);
}

static void a_new_paragraph_is_made_on_nothing(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "Also requests");

	new.kind = AMENDMENT_PARAGRAPH;
	assert_string_equal(get(room, amend(room, &new)).base_text, "");
}

static void every_text_of_an_amendment_is_kept(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "one");
	int64_t id = amend(room, &new), under;
	struct err err = {0};

	new.parent = id;
	under = amend(room, &new);
	fixture_begin(room->store);
	assert_true(store_amendment_edit(room->store, id, "two", 0, 1, under, 9, NULL));
	assert_false(store_amendment_edit(room->store, id, "three", 0, 1, 0, 9, &err));
	fixture_commit(room->store, room->session, "amendment edit");
	assert_int_equal(err.code, ERR_TRY_AGAIN);
	assert_string_equal(get(room, id).text, "two");
	assert_int_equal(get(room, id).version, 2);
	assert_string_equal(store_amendment_text(room->store, id, 1, &room->arena), "one");
	assert_string_equal(get(room, under).base_text, "one");
	assert_true(fixture_undo(room->store, room->session, false));
	fixture_begin(room->store);
	assert_true(store_amendment_edit(room->store, id, "four", 0, 1, 0, 9, NULL));
	fixture_commit(room->store, room->session, "amendment edit");
	assert_int_equal(get(room, id).version, 3);
}

static void a_decision_tells_when_and_what_came_of_it(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "one");
	int64_t id = amend(room, &new);
	struct amendment_event_row *events;
	struct amendment_row row;
	size_t count;

	decide(room, id,
		&(struct amendment_event){
			.state = AMENDMENT_ACCEPTED, .version = 2, .conflicts = 1, .at = 11});
	row = get(room, id);
	assert_true(row.state == AMENDMENT_ACCEPTED && row.decided == 11);
	assert_int_equal(row.made_version, 2);
	assert_int_equal(row.conflicts, 1);
	decide(room, id,
		&(struct amendment_event){
			.state = AMENDMENT_PROPOSED, .reason = "too early", .at = 12});
	row = get(room, id);
	assert_true(row.state == AMENDMENT_PROPOSED && row.decided == 0 && row.conflicts == 0);
	events = store_amendment_events(room->store, id, &room->arena, &count);
	assert_int_equal(count, 2);
	assert_true(events[0].state == AMENDMENT_ACCEPTED && events[0].version == 2);
	assert_string_equal(events[1].reason, "too early");
}

static void what_is_open_lapses_with_all_that_was_proposed_to_it(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "one");
	int64_t one = amend(room, &new), other = amend(room, &new), under;
	int count;

	new.parent = one;
	under = amend(room, &new);
	decide(room, one, &(struct amendment_event){.state = AMENDMENT_REJECTED, .at = 9});
	assert_int_equal(store_amendments_open(room->store, room->session, 0), 2);
	fixture_begin(room->store);
	assert_true(store_amendments_lapse(
		room->store, room->text, one, &(struct amendment_event){.at = 10}, &count, NULL));
	fixture_commit(room->store, room->session, "amendment reject");
	assert_int_equal(count, 1);
	assert_true(get(room, under).state == AMENDMENT_LAPSED);
	assert_true(get(room, other).state == AMENDMENT_PROPOSED);
	assert_true(fixture_undo(room->store, room->session, false));
	assert_true(get(room, under).state == AMENDMENT_PROPOSED);
	fixture_begin(room->store);
	assert_true(store_amendments_lapse(
		room->store, room->text, 0, &(struct amendment_event){.at = 10}, &count, NULL));
	fixture_commit(room->store, room->session, "recommendation adopt");
	assert_int_equal(count, 2);
	assert_true(get(room, one).state == AMENDMENT_REJECTED);
	assert_int_equal(store_amendments_open(room->store, room->session, room->text), 0);
}

static void a_new_paragraph_does_not_lapse_with_the_text_before_it(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "one");
	int64_t words_of_it = amend(room, &new), paragraph, under;
	struct amendments_open *open;
	size_t texts;
	int count;

	new.kind = AMENDMENT_PARAGRAPH;
	paragraph = amend(room, &new);
	new.kind = AMENDMENT_WORDS;
	new.parent = paragraph;
	under = amend(room, &new);
	assert_false(get(room, words_of_it).of_new_paragraph);
	assert_true(get(room, paragraph).of_new_paragraph);
	assert_true(get(room, under).of_new_paragraph);
	open = store_amendments_open_all(room->store, room->session, &room->arena, &texts);
	assert_int_equal(texts, 1);
	assert_int_equal(open[0].open, 1);
	assert_int_equal(open[0].paragraphs, 1);
	fixture_begin(room->store);
	assert_true(store_amendments_lapse(
		room->store, room->text, 0, &(struct amendment_event){.at = 10}, &count, NULL));
	fixture_commit(room->store, room->session, "recommendation adopt");
	assert_int_equal(count, 1);
	assert_true(get(room, words_of_it).state == AMENDMENT_LAPSED);
	assert_true(get(room, paragraph).state == AMENDMENT_PROPOSED);
	assert_true(get(room, under).state == AMENDMENT_PROPOSED);
	fixture_begin(room->store);
	assert_true(store_amendments_lapse(room->store, room->text, paragraph,
		&(struct amendment_event){.at = 11}, &count, NULL));
	fixture_commit(room->store, room->session, "amendment accept");
	assert_true(get(room, under).state == AMENDMENT_LAPSED);
}

static void a_version_tells_how_it_came(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "one");
	int64_t id = amend(room, &new);
	int64_t said = fixture_statement(room->store, room->session, "1 (b)", "Benin", "Shorter");
	struct history_row *history;
	size_t count;

	fixture_begin(room->store);
	assert_true(store_recommendation_edit(room->store, room->text, "one", 0, 8, NULL));
	assert_true(store_version_source_add(room->store, room->text, 0,
		&(struct version_source){.how = "amendment",
			.proposer = room->benin,
			.statement = said,
			.amendment = id},
		NULL));
	fixture_commit(room->store, room->session, "amendment accept");
	history = store_recommendation_history(room->store, room->text, &room->arena, &count);
	assert_int_equal(count, 2);
	assert_null(history[0].how);
	assert_string_equal(history[0].text, TEXT);
	assert_string_equal(history[1].how, "amendment");
	assert_string_equal(history[1].proposer_name, "Benin");
	assert_int_equal(history[1].amendment, 1);
	assert_int_equal(history[1].statement, 1);
	assert_null(history[1].file);
}

static void a_statement_that_goes_leaves_what_was_proposed_in_it(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "one");
	int64_t first = fixture_statement(room->store, room->session, "1 (b)", "Benin", "One");
	int64_t second = fixture_statement(room->store, room->session, "1 (b)", "Benin", "Two");
	int64_t id;

	new.statement = second;
	id = amend(room, &new);
	fixture_begin(room->store);
	assert_true(store_statement_merge(room->store, first, second, NULL));
	fixture_commit(room->store, room->session, "statement merge");
	assert_true(get(room, id).statement == first);
	fixture_begin(room->store);
	assert_true(store_statement_delete(room->store, first, NULL));
	fixture_commit(room->store, room->session, "statement delete");
	assert_true(get(room, id).statement == 0);
}

static void an_alternative_stands_behind_its_text_and_moves_with_it(void **state)
{
	struct room *room = *state;
	int64_t second = propose(room, "Second"), bis = propose(room, "Other");
	struct recommendation_more more;
	struct recommendation_row *rows, row;
	size_t count;

	fixture_begin(room->store);
	assert_true(store_recommendation_more_set(room->store, bis,
		&(struct recommendation_more){.alternative_of = room->text,
			.on_behalf = room->benin,
			.paragraph = "para. 3"},
		NULL));
	assert_true(store_recommendation_move(room->store, room->text, 9, NULL));
	fixture_commit(room->store, room->session, "recommendation alternative");
	rows = store_recommendations(room->store, room->session, &room->arena, &count);
	assert_int_equal(count, 3);
	assert_true(rows[0].id == second && rows[1].id == room->text && rows[2].id == bis);
	assert_true(rows[1].letter == 2 && rows[1].alternative == 0);
	assert_true(rows[2].letter == 2 && rows[2].alternative == 1);
	assert_true(store_recommendation(room->store, bis, &room->arena, &row));
	assert_true(row.letter == 2 && row.alternative == 1);
	assert_string_equal(row.on_behalf_name, "Benin");
	store_recommendation_more(room->store, bis, &room->arena, &more);
	assert_int_equal(more.alternative_of_number, 1);
	assert_string_equal(more.paragraph, "para. 3");
	assert_true(store_recommendation_root(room->store, bis) == room->text);
	assert_true(store_recommendation_root(room->store, second) == second);
}

static void the_adopted_alternative_keeps_the_letter(void **state)
{
	struct room *room = *state;
	int64_t bis = propose(room, "Other");
	struct recommendation_row row;

	fixture_begin(room->store);
	assert_true(store_recommendation_more_set(room->store, bis,
		&(struct recommendation_more){.alternative_of = room->text}, NULL));
	assert_true(store_recommendation_set_state(
		room->store, bis, RECOMMENDATION_ADOPTED, false, NULL));
	fixture_commit(room->store, room->session, "recommendation adopt");
	assert_true(store_recommendation(room->store, bis, &room->arena, &row));
	assert_true(row.letter == 1 && row.alternative == 0);
	assert_true(store_recommendation(room->store, room->text, &room->arena, &row));
	assert_true(row.letter == 1 && row.alternative == 1);
}

static void sponsors_come_once_and_go(void **state)
{
	struct room *room = *state;
	struct sponsor_row *rows;
	size_t count;

	fixture_begin(room->store);
	assert_true(store_sponsor_add(
		room->store, room->session, room->text, 0, room->canada, 5, NULL));
	assert_true(
		store_sponsor_add(room->store, room->session, room->text, 0, room->benin, 6, NULL));
	assert_false(
		store_sponsor_add(room->store, room->session, room->text, 0, room->benin, 7, NULL));
	fixture_commit(room->store, room->session, "sponsor add");
	rows = store_sponsors(room->store, room->text, 0, &room->arena, &count);
	assert_int_equal(count, 2);
	assert_string_equal(rows[0].name, "Canada");
	assert_true(store_sponsor_is(room->store, room->text, 0, room->benin));
	fixture_begin(room->store);
	assert_true(store_sponsor_remove(room->store, room->text, 0, room->benin, NULL));
	fixture_commit(room->store, room->session, "sponsor withdraw");
	assert_false(store_sponsor_is(room->store, room->text, 0, room->benin));
}

static int64_t comment(struct room *room, const char *text)
{
	struct comment_new new = {.session = room->session,
		.recommendation = room->text,
		.version = 1,
		.words = "its work",
		.text = text,
		.participant = room->benin,
		.at = 8};
	int number;
	int64_t id;

	fixture_begin(room->store);
	id = store_comment_add(room->store, &new, &number, NULL);
	assert_true(id && store_comment_find(room->store, room->session, number) == id);
	fixture_commit(room->store, room->session, "comment add");
	return id;
}

static void a_comment_is_open_until_it_is_settled(void **state)
{
	struct room *room = *state;
	int64_t id = comment(room, "Whose work?");
	struct comment_row *rows;
	size_t count;

	assert_int_equal(store_comments_open(room->store, room->session, room->text), 1);
	fixture_begin(room->store);
	assert_true(store_comment_settle(room->store, id, 9, NULL));
	fixture_commit(room->store, room->session, "comment settle");
	assert_int_equal(store_comments_open(room->store, room->session, 0), 0);
	rows = store_comments(room->store, room->session, 0, &room->arena, &count);
	assert_int_equal(count, 1);
	assert_string_equal(rows[0].words, "its work");
	assert_string_equal(rows[0].name, "Benin");
	assert_true(rows[0].settled == 9 && rows[0].version == 1);
}

static void search_finds_what_an_amendment_changes_and_what_a_comment_says(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "Requests the Secretariat to report on its plans.");
	struct hit_row *hits;
	size_t count;

	amend(room, &new);
	comment(room, "Whose endeavours?");
	hits = store_search(room->store, room->session, "plans", 20, &room->arena, &count);
	assert_int_equal(count, 1);
	assert_true(hits[0].kind == HIT_AMENDMENT && hits[0].recommendation == room->text);
	struct str number = STR_EMPTY;
	hit_say_number(&hits[0], &number);
	assert_string_equal(number.text, "a1");
	str_clear(&number);
	hits = store_search(room->store, room->session, "endeavours", 20, &room->arena, &count);
	assert_int_equal(count, 1);
	assert_true(hits[0].kind == HIT_COMMENT && hits[0].recommendation == room->text);
	/* What it leaves alone is the text's own. */
	hits = store_search(room->store, room->session, "Requests", 20, &room->arena, &count);
	assert_int_equal(count, 1);
	assert_true(hits[0].kind == HIT_RECOMMENDATION);
	assert_true(fixture_undo(room->store, room->session, false));
	store_search(room->store, room->session, "endeavours", 20, &room->arena, &count);
	assert_int_equal(count, 0);
	assert_true(store_check(room->store, false, NULL));
	assert_true(store_check(room->store, true, NULL));
	store_search(room->store, room->session, "plans", 20, &room->arena, &count);
	assert_int_equal(count, 1);
}

static void who_amended_or_commented_cannot_be_removed(void **state)
{
	struct room *room = *state;
	struct amendment_new new = words(room, "one");
	struct err err = {0};

	amend(room, &new);
	comment(room, "Whose?");
	fixture_begin(room->store);
	assert_false(store_participant_remove(room->store, room->canada, &err));
	assert_string_equal(err.text, "Canada cannot be removed: an amendment is its own");
	assert_false(store_participant_remove(room->store, room->benin, &err));
	assert_string_equal(err.text, "Benin cannot be removed: it has commented on a text");
	store_rollback(room->store);
}

static void a_non_paper_keeps_its_texts_word_for_word(void **state)
{
	struct room *room = *state;
	struct non_paper_text texts[] = {
		{room->text, "(a)", 1, TEXT, "[+x+]"}, {room->text + 1, "(a) bis", 2, "B", "C"}};
	struct non_paper_new new = {
		.session = room->session, .at = 9, .person = "me", .texts = texts, .count = 2};
	struct non_paper_row *rows;
	struct non_paper_text *kept;
	size_t count;
	int number;

	fixture_begin(room->store);
	assert_true(store_non_paper_add(room->store, &new, &number, NULL) != 0);
	assert_true(store_recommendation_edit(room->store, room->text, "Other", 0, 8, NULL));
	fixture_commit(room->store, room->session, "non-paper cut");
	rows = store_non_papers(room->store, room->session, &room->arena, &count);
	assert_true(count == 1 && number == 1 && rows[0].texts == 2);
	assert_null(rows[0].title);
	kept = store_non_paper_texts(room->store,
		store_non_paper_find(room->store, room->session, 1), &room->arena, &count);
	assert_int_equal(count, 2);
	assert_string_equal(kept[0].text, TEXT);
	assert_string_equal(kept[0].projected, "[+x+]");
	assert_string_equal(kept[1].label, "(a) bis");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(one_keeps_the_text_that_it_was_made_on_and_its_own),
		TEST(its_base_stays_when_the_text_moves_on),
		TEST(one_to_an_amendment_stands_behind_it_on_its_text),
		TEST(a_new_paragraph_is_made_on_nothing),
		TEST(every_text_of_an_amendment_is_kept),
		TEST(a_decision_tells_when_and_what_came_of_it),
		TEST(what_is_open_lapses_with_all_that_was_proposed_to_it),
		TEST(a_new_paragraph_does_not_lapse_with_the_text_before_it),
		TEST(a_version_tells_how_it_came),
		TEST(a_statement_that_goes_leaves_what_was_proposed_in_it),
		TEST(an_alternative_stands_behind_its_text_and_moves_with_it),
		TEST(the_adopted_alternative_keeps_the_letter),
		TEST(sponsors_come_once_and_go),
		TEST(a_comment_is_open_until_it_is_settled),
		TEST(search_finds_what_an_amendment_changes_and_what_a_comment_says),
		TEST(who_amended_or_commented_cannot_be_removed),
		TEST(a_non_paper_keeps_its_texts_word_for_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
