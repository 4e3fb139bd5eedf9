/* SPDX-License-Identifier: MIT */
/* Search: what finds what, and that whatever is typed is only words. */
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store/document.h"
#include "store/floor.h"
#include "store/recommendation.h"
#include "store/search.h"
#include "store/sql.h"
#include "store/survey.h"
#include "support/store/room.h"
#include "support/store/scratch.h"

static int64_t say(struct room *room, const char *text)
{
	return fixture_statement(room->store, room->session, "2", "Canada", text);
}

/* How many hits; a read that failed fails the test. */
static size_t hits(struct room *room, const char *words)
{
	struct err err = {0};
	size_t count;

	store_search(room->store, room->session, words, 50, &room->arena, &count);
	if (!sql_reads_good(room->store, &err))
		fail_msg("\"%s\": %s", words, err.text);
	return count;
}

static int64_t searched(struct store *store)
{
	return sql_value(
		store, 0, "SELECT last FROM counter WHERE session = 0 AND kind = 'searched'", "");
}

static void search_takes_in_what_was_said_when_somebody_asks(void **state)
{
	struct room *room = *state;
	int64_t before;

	hits(room, "x");
	before = searched(room->store);
	say(room, "asked for maps");
	say(room, "asked for boats");
	assert_int_equal(searched(room->store), before); /* no command waits for it */
	assert_true(store_check(room->store, false, NULL));
	assert_int_equal(hits(room, "maps"), 1);
	assert_int_equal(hits(room, "boats"), 1);
	assert_int_equal(searched(room->store), store_sequence(room->store, room->session));
	assert_true(store_check(room->store, false, NULL));
}

static void what_another_program_wrote_is_found_too(void **state)
{
	struct scratch scratch;
	struct store *one, *other;
	const char *path;
	struct arena arena;
	size_t count;

	(void)state;
	scratch_open(&scratch);
	arena_init(&arena);
	path = scratch_database(&scratch, "a.db");
	one = store_new(path, STORE_OPEN_EXISTING, NULL);
	other = store_new(path, STORE_OPEN_EXISTING, NULL);
	fixture_statement(one, 1, "2", "Benin", "asked for boats");
	store_search(other, 1, "boats", 9, &arena, &count);
	assert_int_equal(count, 1);
	store_search_catch_up(one);
	store_search(one, 1, "boats", 9, &arena, &count);
	assert_int_equal(count, 1);
	fixture_statement(one, 1, "2", "Benin", "asked for lakes");
	store_free(one); /* closing takes it in, for those who may only read */
	store_free(other);
	one = store_new(path, STORE_OPEN_READ_ONLY, NULL);
	store_search(one, 1, "lakes", 9, &arena, &count);
	assert_int_equal(count, 1);
	store_free(one);
	arena_clear(&arena);
	scratch_close(&scratch);
}

/* For a moment, from when this returns. */
static pid_t write_elsewhere(const char *path)
{
	int ends[2];
	char byte;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		sqlite3 *db = NULL;
		int good = sqlite3_open(path, &db) == SQLITE_OK &&
			   sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK &&
			   write(ends[1], "+", 1) == 1 && poll(NULL, 0, 100) == 0;
		_exit(!good);
	}
	close(ends[1]);
	assert_int_equal(read(ends[0], &byte, 1), 1);
	close(ends[0]);
	return child;
}

static void who_searches_waits_for_who_writes(void **state)
{
	struct scratch scratch;
	struct store *store;
	struct arena arena;
	const char *path;
	size_t count;
	pid_t child;
	int status;

	(void)state;
	scratch_open(&scratch);
	arena_init(&arena);
	path = scratch_database(&scratch, "a.db");
	store = store_new(path, STORE_OPEN_EXISTING, NULL);
	fixture_statement(store, 1, "2", "Benin", "asked for boats");
	child = write_elsewhere(path);
	assert_false(store_search_slice(store));
	store_search(store, 1, "boats", 9, &arena, &count);
	assert_int_equal(count, 1);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	store_free(store);
	arena_clear(&arena);
	scratch_close(&scratch);
}

static void every_word_typed_must_begin_a_word_there(void **state)
{
	struct room *room = *state;

	say(room, "asked for maps of all rivers");
	assert_int_equal(hits(room, "maps"), 1);
	assert_int_equal(hits(room, "map riv"), 1);
	assert_int_equal(hits(room, "riv map"), 1);
	assert_int_equal(hits(room, "m"), 1);
	assert_int_equal(hits(room, "aps"), 0);
	assert_int_equal(hits(room, "maps lakes"), 0);
	assert_int_equal(hits(room, "mapss"), 0);
	assert_int_equal(hits(room, ""), 0);
	assert_int_equal(hits(room, "   "), 0);
}

static void the_speaker_the_person_and_the_group_are_found_too(void **state)
{
	struct room *room = *state;
	struct statement_new new = {.session = room->session,
		.item = fixture_item(room->store, room->session, "2"),
		.participant = fixture_participant(room->store, room->session, "Benin"),
		.on_behalf = fixture_participant(room->store, room->session, "Zimbabwe"),
		.person = "Ms. Dossou"};
	int number;

	fixture_begin(room->store);
	assert_true(store_statement_add(room->store, &new, &number, NULL) != 0);
	fixture_commit(room->store, room->session, "statement add");
	assert_int_equal(hits(room, "benin"), 1);
	assert_int_equal(hits(room, "zimb"), 1);
	assert_int_equal(hits(room, "dossou benin"), 1);
}

static void case_accents_and_special_letters_do_not_matter(void **state)
{
	static const char *const pairs[][2] = {
		{"Côte d’Ivoire", "cote divoire"},
		{"Łódź", "LODZ"},
		{"Ørsted", "orsted"},
		{"Straße", "strasse"},
		{"ISTANBUL İzmir ılık", "istanbul izmir ilik"},
		{"Đặng Thùy", "dang thuy"},
		{"naïve", "naive"},
		{"naive", "naïve"},
		{"Ελλάδα", "ελλαδα"},
		{"ЁЛКА", "елка"},
		{"Þingvellir", "thing"},
		{"Ærø", "aero"},
	};
	struct room *room = *state;

	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		say(room, pairs[i][0]);
		if (hits(room, pairs[i][1]) == 0)
			fail_msg("\"%s\" does not find \"%s\"", pairs[i][1], pairs[i][0]);
	}
}

static void each_chinese_and_japanese_character_is_a_word(void **state)
{
	struct room *room = *state;

	say(room, "联合国毒品和犯罪问题办公室");
	assert_int_equal(hits(room, "犯罪"), 1);
	assert_int_equal(hits(room, "办公"), 1);
	assert_int_equal(hits(room, "问"), 1);
	assert_int_equal(hits(room, "猫"), 0);
	say(room, "カナダ は");
	assert_int_equal(hits(room, "ナダ"), 1);
}

/* Marks that stay in the fold key are no ends of words. */
static void every_script_is_found_whole_and_by_its_beginning(void **state)
{
	static const char *const words[] = {"हिन्दी", "ภาษาไทย", "한국어", "العربية", "עברית",
		"தமிழ்", "ქართული", "հայերեն", "አማርኛ", "ខ្មែរ", "བོད", "ଓଡ଼ିଆ", "𐐨𐐩𐐪", "ᏣᎳᎩ"};
	struct room *room = *state;

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		say(room, arena_printf(&room->arena, "before %s after", words[i]));
		if (hits(room, words[i]) != 1)
			fail_msg("%s finds %zu", words[i], hits(room, words[i]));
	}
	assert_int_equal(hits(room, "हिन्"), 1);
	assert_int_equal(hits(room, "ภาษา"), 1);
	assert_int_equal(hits(room, "한국"), 1);
}

static void letters_newer_than_the_database_library_are_found(void **state)
{
	struct room *room = *state;

	say(room,
		"\xF0\x9E\x93\x90\xF0\x9E\x93\x91 and \xEA\x9F\x82x"); /* Nag Mundari, Latin Ext-D */
	assert_int_equal(hits(room, "\xF0\x9E\x93\x90"), 1);
	assert_int_equal(hits(room, "\xF0\x9E\x93\x90\xF0\x9E\x93\x91"), 1);
}

static void what_a_search_program_would_take_for_operators_is_words_or_nothing(void **state)
{
	static const char *const nothing[] = {"\"", "*", "-", "(", ")", "NEAR(", "^", ":", "{}",
		"\"\"\"", "- -", "'", "\\", ";", "--", "/*", "%", "_", "?1", "\x01", "\xff",
		"\xf0\x9f\x98\x80"};
	static const char *const words[] = {"maps\"", "\"maps", "maps*", "-maps", "(maps)", "^maps",
		"fold:maps", "maps AND boats", "maps OR boats", "NOT maps", "NEAR(maps boats)",
		"{fold}:maps", "maps'; DROP TABLE search; --", "maps + boats"};
	struct room *room = *state;

	say(room, "and or not near fold drop table search maps and boats");
	for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++)
		if (strcmp(nothing[i], "NEAR(") != 0 && strcmp(nothing[i], "?1") != 0)
			assert_int_equal(hits(room, nothing[i]), 0);
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (hits(room, words[i]) != 1)
			fail_msg("%s finds %zu", words[i], hits(room, words[i]));
	assert_int_equal(hits(room, "NEAR("), 1);
	assert_int_equal(hits(room, "scope:s1"), 0);
	assert_int_equal(hits(room, "NOT lakes"), 0);
	assert_true(store_check(room->store, false, NULL));
}

static void no_word_is_too_long_nor_are_there_too_many(void **state)
{
	struct room *room = *state;
	char *words = arena_alloc(&room->arena, 200001);

	say(room, "maps");
	memset(words, 'm', 100000);
	assert_int_equal(hits(room, words), 0);
	for (size_t i = 0; i < 2000; i++)
		memcpy(words + i * 5, "maps ", 5);
	words[10000] = '\0';
	assert_int_equal(hits(room, words), 1);
}

/* A page that was pasted has hundreds, and each costs a search of its own. */
static void of_many_words_the_first_sixteen_are_searched(void **state)
{
	struct room *room = *state;

	say(room, "asked for maps");
	assert_int_equal(hits(room, "m m m m m m m m m m m m m m m boats"), 0);
	assert_int_equal(hits(room, "m m m m m m m m m m m m m m m m boats"), 1);
}

static void a_session_finds_only_its_own(void **state)
{
	struct room *room = *state;
	int64_t copied;
	size_t count;

	say(room, "maps");
	fixture_begin(room->store);
	copied = store_session_copy(room->store, room->session, "again", COPY_RECORD, NULL);
	fixture_commit(room->store, copied, "session copy");
	assert_int_equal(hits(room, "maps"), 1);
	store_search(room->store, copied, "maps", 9, &room->arena, &count);
	assert_int_equal(count, 1);
	/* Its sign in the index is not a word of the text. */
	assert_int_equal(hits(room, "s1"), 0);
}

static void the_newest_comes_first_and_no_more_than_asked_for(void **state)
{
	struct room *room = *state;
	struct hit_row *rows;
	size_t count;

	for (int i = 0; i < 5; i++)
		say(room, "maps");
	rows = store_search(room->store, room->session, "maps", 3, &room->arena, &count);
	assert_int_equal(count, 3);
	assert_int_equal(rows[0].number, 5);
	assert_int_equal(rows[2].number, 3);
	assert_string_equal(rows[0].name, "Canada");
	assert_string_equal(rows[0].item_printed, "2");
	assert_string_equal(rows[0].text, "maps");
	assert_int_equal(rows[0].kind, HIT_STATEMENT);
}

static void recommendations_are_found_and_told_apart(void **state)
{
	struct room *room = *state;
	struct hit_row *rows;
	size_t count;
	int64_t id;
	int number;

	say(room, "maps");
	fixture_begin(room->store);
	id = store_recommendation_add(room->store, room->session,
		store_set_of(room->store, room->session, 0, NULL), 0, 0, "Requests maps of lakes",
		1, &number, NULL);
	fixture_commit(room->store, room->session, "recommendation propose");
	rows = store_search(room->store, room->session, "lakes", 9, &room->arena, &count);
	assert_int_equal(count, 1);
	assert_true(rows[0].kind == HIT_RECOMMENDATION && rows[0].id == id);
	assert_null(rows[0].name);
	assert_int_equal(hits(room, "maps"), 2);
	fixture_begin(room->store);
	assert_true(store_recommendation_edit(room->store, id, "Requests boats", 0, 2, NULL));
	fixture_commit(room->store, room->session, "recommendation edit");
	assert_int_equal(hits(room, "lakes"), 0);
	assert_int_equal(hits(room, "boats"), 1);
}

static void edits_deletions_and_their_undoing_are_followed(void **state)
{
	struct room *room = *state;
	int64_t id = say(room, "maps\nboats");

	fixture_begin(room->store);
	assert_true(store_statement_note(room->store, id, "maps\nships", 0, NULL));
	fixture_commit(room->store, room->session, "statement note");
	assert_int_equal(hits(room, "boats"), 0);
	assert_int_equal(hits(room, "ships"), 1);
	fixture_begin(room->store);
	assert_true(store_statement_set(room->store, id, "participant",
		fixture_participant(room->store, room->session, "Benin"), NULL, NULL));
	fixture_commit(room->store, room->session, "statement edit");
	assert_int_equal(hits(room, "canada"), 0);
	assert_int_equal(hits(room, "benin ships"), 1);
	fixture_begin(room->store);
	assert_true(store_statement_delete(room->store, id, NULL));
	fixture_commit(room->store, room->session, "statement delete");
	assert_int_equal(hits(room, "maps"), 0);
	assert_true(fixture_undo(room->store, room->session, false));
	assert_int_equal(hits(room, "ships"), 1);
	assert_true(fixture_undo(room->store, room->session, false));
	assert_true(fixture_undo(room->store, room->session, false));
	assert_int_equal(hits(room, "canada boats"), 1);
	assert_true(store_check(room->store, false, NULL));
}

/* --- documents and contributions --- */

static int64_t add_document(struct room *room, const char *symbol, const char *title)
{
	int number;

	fixture_begin(room->store);
	int64_t id = store_document_add(
		room->store, room->session, "Note", title, symbol, &number, NULL);
	fixture_commit(room->store, room->session, "document add");
	return id;
}

static int64_t add_answer(struct room *room, int64_t document)
{
	struct survey_edit survey = {.title = "Omnibus"};
	struct contribution_edit edit = {.received = "2012-08-01",
		.focal = "A. Person",
		.document = document,
		.remark = "with an annex"};
	int number;

	fixture_begin(room->store);
	edit.participant = sql_value(
		room->store, 0, "SELECT id FROM participant WHERE list_name = 'Canada'", "");
	int64_t to = store_survey_add(room->store, room->session, &survey, &number, NULL);
	int64_t id = store_contribution_add(room->store, room->session, to, &edit, &number, NULL);
	fixture_commit(room->store, room->session, "contribution add");
	return id;
}

static void a_document_is_found_by_symbol_kind_and_title(void **state)
{
	struct room *room = *state;
	size_t count;
	int64_t id = add_document(room, "CTOC/COP/2012/77", "maps of aquifers");

	const struct hit_row *rows =
		store_search(room->store, room->session, "2012/77", 50, &room->arena, &count);
	assert_int_equal(count, 1);
	assert_int_equal(rows[0].kind, HIT_DOCUMENT);
	assert_true(rows[0].id == id);
	assert_string_equal(rows[0].name, "CTOC/COP/2012/77");
	assert_int_equal(hits(room, "note aquifers"), 1);
	assert_int_equal(hits(room, "2012/7"), 1);
	store_search_whole(room->store, room->session, "2012/77", 50, &room->arena, &count);
	assert_int_equal(count, 0); /* it is in no text */
	say(room, "as in CTOC/COP/2012/77");
	store_search_whole(room->store, room->session, "2012/77", 50, &room->arena, &count);
	assert_int_equal(count, 1);
	store_search_whole(room->store, room->session, "2012/7", 50, &room->arena, &count);
	assert_int_equal(count, 0);
	assert_true(store_check(room->store, false, NULL));
}

static void a_contribution_is_found_by_state_person_and_document(void **state)
{
	struct room *room = *state;
	int64_t document = add_document(room, "CTOC/COP/2012/77", "maps"), id;

	id = add_answer(room, document);
	assert_int_equal(hits(room, "canada annex"), 1);
	assert_int_equal(hits(room, "person 2012/77"), 1);
	/* A new symbol is a new word, and the person is forgotten with the contribution. */
	fixture_begin(room->store);
	assert_true(store_document_edit(room->store, document,
		&(struct document_edit){.symbols = "CTOC/COP/2012/78"}, NULL));
	fixture_commit(room->store, room->session, "document edit");
	assert_int_equal(hits(room, "person 2012/77"), 0);
	assert_int_equal(hits(room, "person 2012/78"), 1);
	fixture_begin(room->store);
	assert_true(store_contribution_delete(room->store, id, NULL));
	fixture_commit(room->store, room->session, "contribution delete");
	assert_int_equal(hits(room, "person"), 0);
	assert_int_equal(hits(room, "2012/78"), 1);
	assert_true(store_check(room->store, false, NULL));
}

static void a_check_builds_them_anew(void **state)
{
	struct room *room = *state;

	add_answer(room, add_document(room, "CTOC/COP/2012/77", "maps"));
	hits(room, "x");
	assert_true(sql_run(room->store, NULL, "DELETE FROM search", ""));
	assert_false(store_check(room->store, false, NULL));
	assert_true(store_check(room->store, true, NULL));
	assert_int_equal(hits(room, "person"), 1);
	assert_int_equal(hits(room, "2012/77"), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, room_set_up, room_tear_down)
		TEST(search_takes_in_what_was_said_when_somebody_asks),
		TEST(what_another_program_wrote_is_found_too),
		TEST(who_searches_waits_for_who_writes),
		TEST(every_word_typed_must_begin_a_word_there),
		TEST(the_speaker_the_person_and_the_group_are_found_too),
		TEST(case_accents_and_special_letters_do_not_matter),
		TEST(each_chinese_and_japanese_character_is_a_word),
		TEST(every_script_is_found_whole_and_by_its_beginning),
		TEST(letters_newer_than_the_database_library_are_found),
		TEST(what_a_search_program_would_take_for_operators_is_words_or_nothing),
		TEST(no_word_is_too_long_nor_are_there_too_many),
		TEST(of_many_words_the_first_sixteen_are_searched),
		TEST(a_session_finds_only_its_own),
		TEST(the_newest_comes_first_and_no_more_than_asked_for),
		TEST(recommendations_are_found_and_told_apart),
		TEST(edits_deletions_and_their_undoing_are_followed),
		TEST(a_document_is_found_by_symbol_kind_and_title),
		TEST(a_contribution_is_found_by_state_person_and_document),
		TEST(a_check_builds_them_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
