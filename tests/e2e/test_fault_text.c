/* SPDX-License-Identifier: MIT */
/*
 * Text that would do something to a terminal or a shell, in every field that there
 * is: it is shown, and nothing more.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/str.h"
#include "base/utf8.h"
#include "support/cli/one_program.h"
#include "support/e2e/podium.h"

static char top[4096];

static int set_up(void **state)
{
	(void)state;
	assert_non_null(getcwd(top, sizeof top));
	program_begin(&program);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	assert_int_equal(chdir(top), 0);
	program_end(&program);
	return 0;
}

/* --- what is put everywhere --- */

static const char *const hostile[] = {
	"\033]52;c;aGk=\007", /* the clipboard */
	"\033]0;owned\007\033]8;;http://x\033\\link\033]8;;\033\\",
	"\033[31m\033[2J\033[H\033[6n\033[c\033P+q544e\033\\\033c", /* colours, questions, reset */
	"\302\23331m\302\220q\302\2350;x\302\234",                  /* the same in C1 */
	"\007\b\b\b\r\v\f\177\016\017\001",
	"\342\200\256gnp.exe\342\201\246\342\200\217\330\234", /* bidirectional controls */
	"\342\200\213\342\200\215\357\273\277\342\201\240\363\240\201\201", /* zero width, tags */
	"\377\376\300\257\355\240\200\364\220\200\200\342\202",             /* no UTF-8 */
	"\357\277\277\356\200\200\360\237\253\250", /* noncharacter, private, new */
	"\360\237\221\251\342\200\215\360\237\221\251\342\200\215\360\237\221\247", /* a family */
	"\342\200\250\342\200\251\302\205", /* ends of lines */
	"$(touch owned)`touch owned`;touch owned|touch owned&",
};
#define HOSTILE (sizeof hostile / sizeof hostile[0])

/* 500 marks on one letter, behind the rest. */
static const char *with_marks(const char *text)
{
	struct str all;
	const char *copy;

	str_init(&all);
	str_addf(&all, "%se", text);
	for (int i = 0; i < 500; i++)
		str_addf(&all, "\314%c", '\200' + i % 16);
	copy = arena_strdup(&program.arena, all.text);
	str_clear(&all);
	return copy;
}

/* --- what is looked at --- */

static bool acts(uint32_t point)
{
	return (point < 0x20 && point != '\n' && point != '\t') ||
	       (point >= 0x7f && point < 0xa0) || (point >= 0x200b && point <= 0x200c) ||
	       (point >= 0x200e && point <= 0x200f) || (point >= 0x2028 && point <= 0x202e) ||
	       (point >= 0x2060 && point <= 0x206f) || point == 0x61c || point == 0xfeff ||
	       (point >= 0xe0000 && point <= 0xe007f);
}

/* Nothing in it does anything to a terminal. */
static void harmless(const char *text, const char *where)
{
	size_t length = strlen(text), bad;

	if (!utf8_valid(text, length, &bad))
		fail_msg("%s: no UTF-8 at \"%.20s\"", where, text + bad);
	for (size_t at = 0; at < length;) {
		uint32_t point;
		size_t size = utf8_decode(text + at, length - at, &point);

		if (acts(point))
			fail_msg("%s: U+%04X behind \"%.*s\"", where, point, at < 40 ? (int)at : 40,
				text + (at < 40 ? 0 : at - 40));
		at += size;
	}
}

/* No file was made by what should have been text. */
static void nothing_was_run(void)
{
	assert_int_equal(access("owned", F_OK), -1);
	assert_int_equal(access("owned;", F_OK), -1);
	assert_int_equal(access(program_path(&program, "owned"), F_OK), -1);
}

/* --- a session with all there is, and every text of it made hostile --- */

static void prepare(void)
{
	program.input = "officer add Chair 'Ana Beispiel' --country Uruguay --body wg2\n"
			"meeting open --at 2012-10-17T09:50\n"
			"item open 2 --at 2012-10-17T09:51\n"
			"floor request 'can, zim' --at 09:51\n"
			"floor request benin --for 'African Group' --at 09:51\n"
			"floor give --at 09:52\n"
			"floor end --at 09:53\n"
			"statement add cot --person 'Ms. A' --note 'maps\nboats' --at 09:53\n"
			"floor give zim --at 09:54\n"
			"recommendation propose 'Requests maps' --by can --at 09:54\n"
			"recommendation propose 'Invites boats' --at 09:54\n"
			"recommendation adopt r1 --at 09:54\n"
			"document add X/1 'A paper' --item 2\n"
			"agenda adopt\n";
	program_does(&program, "do", "agenda", "load", EXAMPLE_AGENDA, "--rehearse", NULL);
	program_does(&program, "do", "-f", "-", NULL);
	program.input = NULL;
}

static sqlite3 *open_database(void)
{
	sqlite3 *db;

	assert_int_equal(
		sqlite3_open(program_path(&program, "rapporteur/proceedings.db"), &db), SQLITE_OK);
	return db;
}

/* Behind what is there, so that "Canada" still begins so. What has a form of its own
 * (dates, ranks, states) stays. */
static void spoil(const char *text)
{
	static const char *const columns =
		"SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
		" WHERE t.type = 'table' AND c.type = 'TEXT' AND t.name NOT LIKE 'search%'"
		" AND c.name NOT IN('rank', 'date', 'from_date', 'to_date', 'timezone', 'key', 'printed',"
		" 'mode', 'state', 'origin')";
	sqlite3 *db = open_database();
	sqlite3_stmt *q, *update;
	int spoilt = 0;

	assert_int_equal(sqlite3_prepare_v2(db, columns, -1, &q, NULL), SQLITE_OK);
	while (sqlite3_step(q) == SQLITE_ROW) {
		char *sql = sqlite3_mprintf(
			"UPDATE OR IGNORE %s SET %s = CAST(CAST(%s AS BLOB) || ?1 AS TEXT)",
			sqlite3_column_text(q, 0), sqlite3_column_text(q, 1),
			sqlite3_column_text(q, 1));

		assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &update, NULL), SQLITE_OK);
		sqlite3_bind_text(update, 1, text, -1, SQLITE_STATIC);
		spoilt += sqlite3_step(update) == SQLITE_DONE && sqlite3_changes(db) > 0;
		sqlite3_finalize(update);
		sqlite3_free(sql);
	}
	sqlite3_finalize(q);
	sqlite3_close(db);
	assert_true(spoilt > 30);
}

/* --- the command line --- */

static void verb(const char *one, const char *two, const char *three)
{
	const char *where =
		arena_printf(&program.arena, "%s %s %s", one, two ? two : "", three ? three : "");

	program_run(&program, one, two, two ? three : NULL, NULL);
	assert_true(program.status <= 78);
	harmless(program.out, where);
	harmless(program.err, where);
}

static void every_verb(void)
{
	verb("session", "list", NULL);
	verb("session", "show", NULL);
	verb("search", "maps", NULL);
	verb("search", "touch", NULL);
	verb("report", NULL, NULL);
	verb("report", "--format", "markdown");
	verb("sheet", NULL, NULL);
	verb("check", NULL, NULL);
	verb("do", "undo", NULL);
	verb("do", "redo", NULL);
	verb("do", "floor request can", NULL);
	verb("do", "floor give", NULL);
	verb("do", "recommendation withdraw r2", NULL);
	verb("do", "statement add nobody", NULL);
}

static void text_in_any_field_is_printed_harmless(void **state)
{
	(void)state;
	prepare();
	for (size_t i = 0; i < HOSTILE; i++)
		spoil(hostile[i]);
	spoil(with_marks(""));
	every_verb();
	nothing_was_run();
}

static void arguments_that_are_wrong_are_named_harmless(void **state)
{
	(void)state;
	prepare();
	for (size_t i = 0; i < HOSTILE; i++) {
		const char *text = hostile[i];

		verb(text, NULL, NULL);
		verb("do", text, NULL);
		verb("session", "show", text);
		verb("search", text, NULL);
		verb("report", "--format", text);
		verb("--session", text, "check");
		verb("--db", text, "check");
		verb("--at", text, "check");
		verb("do", arena_printf(&program.arena, "floor request \"%s\"", text), NULL);
		verb("agenda", "check", text);
		verb("restore", text, NULL);
		program.input =
			arena_printf(&program.arena, "statement note s1 '%s'\n%s\n", text, text);
		verb("do", "-f", "-");
		program.input = NULL;
	}
	setenv("TZ", hostile[0], 1);
	verb("session", "show", NULL);
	setenv("TZ", "UTC", 1);
	nothing_was_run();
}

/* --- the screen --- */

/* The line between the panes of the Room stands straight. */
static void line_is_straight(struct pty *pty)
{
	int at = -1;

	for (int row = 4; row < 18; row++) {
		const char *text = pty_row(pty, row), *bar = strstr(text, "│");
		char before[1024];

		assert_non_null(bar);
		assert_true((size_t)(bar - text) < sizeof before);
		memcpy(before, text, (size_t)(bar - text));
		before[bar - text] = '\0';
		if (at >= 0)
			assert_int_equal(utf8_columns(before), at);
		at = utf8_columns(before);
	}
}

static void shown_harmless(struct pty *pty)
{
	pty_settle(pty);
	assert_string_equal(pty_injected(pty), "");
	harmless(pty_screen(pty), "the screen");
	harmless(pty_title(pty), "the title");
}

/* A key, and with Esc what goes with it: what comes at once behind it would be Alt. */
static void press(struct pty *pty, const char *key, const char *goes)
{
	if (goes)
		podium_escapes(pty, goes);
	else
		pty_keys(pty, key);
	shown_harmless(pty);
}

static void type(struct pty *pty, const char *key, const char *text, const char *goes)
{
	press(pty, key, NULL);
	pty_type(pty, text);
	shown_harmless(pty);
	press(pty, "Escape", goes);
}

static void look_everywhere(struct pty *pty)
{
	/* With what goes when it is pressed. */
	static const char *const keys[][2] = {{"2"}, {"Down"}, {"Enter"}, {"Ctrl-g"}, {"Ctrl-g"},
		{"3"}, {"End"}, {"4"}, {"Down"}, {"5"}, {"Down"}, {"1"}, {"Right"}, {"Up"},
		{"Enter"}, {"Ctrl-g"}, {"Ctrl-g"}, {"a"}, {"Escape", "Who wants the floor:"}, {"u"},
		{"Escape", "Undo:"}, {"?"}, {"Escape", "Keys of this view"}};

	shown_harmless(pty);
	line_is_straight(pty);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		press(pty, keys[i][0], keys[i][1]);
	type(pty, "/", "maps", "Enter go there");
	type(pty, "/", "touch", "Enter go there");
	type(pty, ":", "floor request can", "Enter run");
}

static void text_in_any_field_is_shown_harmless(void **state)
{
	static const struct pty_options sizes[] = {
		{.rows = 24, .columns = 80}, {.rows = 60, .columns = 200}};

	(void)state;
	prepare();
	for (size_t i = 0; i < HOSTILE; i++) {
		struct pty *pty;

		spoil(hostile[i]);
		if (i % 4 == 3)
			spoil(with_marks(""));
		if (i % 2 == 0)
			continue;
		pty = podium_open(
			&program, &sizes[i / 2 % 2], "--rehearse", "2012-10-17T09:55", NULL);
		podium_sees(pty, "AGENDA");
		look_everywhere(pty);
		podium_leaves(pty);
	}
	nothing_was_run();
}

static void pasted_and_typed_text_is_kept_harmless(void **state)
{
	struct pty *pty;
	sqlite3 *db;
	sqlite3_stmt *q;
	size_t rows = 0;

	(void)state;
	prepare();
	pty = podium_open(&program, NULL, "--rehearse", "2012-10-17T09:55", NULL);
	podium_sees(pty, "AGENDA");
	podium_keys(pty, "Enter", "Esc save");
	for (size_t i = 0; i < HOSTILE; i++) {
		pty_paste(pty, hostile[i]);
		shown_harmless(pty);
	}
	pty_paste(pty, with_marks("\n"));
	pty_keys(pty, "Ctrl-s");
	podium_sees(pty, " noted");
	shown_harmless(pty);
	podium_leaves(pty);
	/* What is stored is text: no control characters, valid, and the marks in bounds. */
	db = open_database();
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT text FROM point", -1, &q, NULL), SQLITE_OK);
	while (sqlite3_step(q) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(q, 0);
		size_t bad;

		rows++;
		assert_true(utf8_valid(text, strlen(text), &bad));
		for (const char *c = text; *c; c++)
			assert_true((unsigned char)*c >= 0x20 && *c != 0x7f);
	}
	sqlite3_finalize(q);
	sqlite3_close(db);
	assert_true(rows > 2);
	nothing_was_run();
}

/* --- shells --- */

static const char *const names[] = {"a b", "$(touch owned)", "`touch owned`", "a;touch owned",
	"a|b", "a&b", "a'b", "a\"b", "a\\b", "*", "~", "{a,b}", "a\nb", "#a", "!a", "<a>", "é 作"};

static void files_have_the_names_they_are_given(void **state)
{
	(void)state;
	prepare();
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *path = program_path(&program, names[i]);

		program_run(&program, "report", "-o", path, NULL);
		assert_int_equal(program.status, 0);
		assert_non_null(strstr(program_read(&program, path), "Draft report"));
		assert_int_equal(unlink(path), 0);
		program_does(&program, "backup", path, NULL);
		assert_int_equal(access(path, F_OK), 0);
		harmless(program.out, "backup");
		program_does(&program, "--db", path, "check", NULL);
		program_does(&program, "--db", path, "do", "participant", "present", "can", NULL);
		program_does(&program, "restore", path, NULL);
	}
	nothing_was_run();
}

static void names_that_begin_with_a_hyphen_are_names_behind_two(void **state)
{
	(void)state;
	prepare();
	assert_int_equal(chdir(program.home), 0);
	program_run(&program, "report", "-o", "-rf", NULL);
	assert_int_equal(program.status, 0);
	program_run(&program, "backup", "--", "--help", NULL);
	assert_int_equal(program.status, 0);
	assert_int_equal(access("-rf", F_OK), 0);
	assert_int_equal(access("--help", F_OK), 0);
}

static void a_title_is_no_command_of_a_shell(void **state)
{
	(void)state;
	prepare();
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		program_does(&program, "do", "session", "set", "title", names[i], NULL);
		program_run(
			&program, "do", "participant", "add", names[i], "--kind", "guest", NULL);
		assert_true(program.status == 0 || strstr(program.err, "on the roster already"));
		verb("session", "show", NULL);
		verb("report", NULL, NULL);
	}
	nothing_was_run();
}

/* The editor is an argument vector: its command is split at blanks, and that is all. */
static void the_editor_is_no_command_of_a_shell(void **state)
{
	static const char *const editors[] = {"true;touch owned", "true owned; touch owned",
		"$(touch owned)", "true `touch owned`", "true | touch owned", "/no/such/editor",
		"false", "sh -c 'touch owned'"};
	struct pty *pty;

	(void)state;
	prepare();
	for (size_t i = 0; i < sizeof editors / sizeof editors[0]; i++) {
		setenv("VISUAL", editors[i], 1);
		pty = podium_open(&program, NULL, "--rehearse", "2012-10-17T09:55", NULL);
		podium_sees(pty, "AGENDA");
		pty_keys(pty, "Up");
		podium_keys(pty, "Enter", "Esc save");
		podium_types(pty, "typed", "typed");
		pty_keys(pty, "Ctrl-x");
		pty_keys(pty, "x");
		podium_sees(pty, "typedx");
		shown_harmless(pty);
		pty_keys(pty, "Ctrl-g Ctrl-g");
		podium_misses(pty, "Esc save");
		podium_leaves(pty);
		unsetenv("VISUAL");
		nothing_was_run();
	}
}

static void an_editor_with_arguments_and_a_path_with_blanks_changes_the_text(void **state)
{
	const char *editor =
		program_file(&program, "ed.sh", "#!/bin/sh\nprintf 'from the editor\\n' >\"$2\"\n");
	struct pty *pty;

	(void)state;
	prepare();
	assert_int_equal(chmod(editor, 0755), 0);
	setenv("XDG_RUNTIME_DIR", program_path(&program, "run time;x"), 1);
	assert_int_equal(mkdir(getenv("XDG_RUNTIME_DIR"), 0700), 0);
	setenv("VISUAL", arena_printf(&program.arena, "%s -w", editor), 1);
	pty = podium_open(&program, NULL, "--rehearse", "2012-10-17T09:55", NULL);
	podium_sees(pty, "AGENDA");
	podium_keys(pty, "Enter", "Esc save");
	podium_keys(pty, "Ctrl-x", "from the editor");
	podium_escapes(pty, "Esc save");
	podium_leaves(pty);
	unsetenv("VISUAL");
	unsetenv("XDG_RUNTIME_DIR");
	assert_non_null(
		strstr(program_does(&program, "search", "editor", NULL), "from the editor"));
	/* No file is left behind. */
	assert_int_equal(rmdir(program_path(&program, "run time;x")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(text_in_any_field_is_printed_harmless),
		TEST(arguments_that_are_wrong_are_named_harmless),
		TEST(text_in_any_field_is_shown_harmless),
		TEST(pasted_and_typed_text_is_kept_harmless),
		TEST(files_have_the_names_they_are_given),
		TEST(names_that_begin_with_a_hyphen_are_names_behind_two),
		TEST(a_title_is_no_command_of_a_shell),
		TEST(the_editor_is_no_command_of_a_shell),
		TEST(an_editor_with_arguments_and_a_path_with_blanks_changes_the_text),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
