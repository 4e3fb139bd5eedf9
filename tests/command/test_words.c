/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "support/command/hostile.h"
#include "support/command/toys.h"

struct test {
	struct arena arena;
	struct words words;
	const char *at;
	struct err err;
};

static int set_up(void **state)
{
	static struct test test;

	test = (struct test){0};
	arena_init(&test.arena);
	command_add_group(toy_commands);
	*state = &test;
	return 0;
}

static int tear_down(void **state)
{
	struct test *test = *state;

	arena_clear(&test->arena);
	return 0;
}

static const char *value(const struct test *test, const char *name)
{
	const struct command *command = test->words.command;

	for (size_t i = 0; i < COMMAND_PARAMS && command->params[i].name; i++) {
		if (strcmp(command->params[i].name, name) == 0)
			return test->words.values[i];
	}
	fail_msg("no parameter %s", name);
	return NULL;
}

static void parse(struct test *test, const char *line)
{
	test->err = (struct err){0};
	if (!command_parse(line, &test->arena, &test->words, &test->at, &test->err))
		fail_msg("%s: %s", line, test->err.text);
}

static void assert_refused(struct test *test, const char *line, const char *sentence)
{
	test->err = (struct err){0};
	assert_false(command_parse(line, &test->arena, &test->words, &test->at, &test->err));
	assert_int_equal(test->err.code, ERR_USAGE);
	assert_string_equal(test->err.text, sentence);
}

/* The text of "toy note s1 …". */
static void assert_text(struct test *test, const char *typed, const char *text)
{
	parse(test, arena_printf(&test->arena, "toy note s1 %s", typed));
	assert_string_equal(value(test, "text"), text);
}

static void the_longest_name_is_the_command(void **state)
{
	struct test *test = *state;

	parse(test, "toy");
	assert_string_equal(test->words.command->name, "toy");
	parse(test, "  toy   add Canada");
	assert_string_equal(test->words.command->name, "toy add");
	parse(test, "toy adder");
	assert_string_equal(test->words.command->name, "toy");
	assert_string_equal(value(test, "word"), "adder");
}

static void words_go_to_the_parameters_in_their_order(void **state)
{
	struct test *test = *state;

	parse(test, "toy move 'Burkina Faso' 3");
	assert_string_equal(value(test, "name"), "Burkina Faso");
	assert_string_equal(value(test, "place"), "3");
	assert_null(value(test, "room"));
}

static void the_last_text_takes_all_that_is_left(void **state)
{
	struct test *test = *state;

	assert_text(test, "asked for  model law", "asked for model law");
	parse(test, "toy add can, cot , zim");
	assert_string_equal(value(test, "names"), "can, cot , zim");
	parse(test, "toy one Burkina Faso");
	assert_string_equal(value(test, "name"), "Burkina Faso");
	parse(test, "toy item 5 (a) (ii)");
	assert_string_equal(value(test, "item"), "5 (a) (ii)");
}

static void a_reference_that_is_left_out_is_left_to_the_context(void **state)
{
	struct test *test = *state;

	parse(test, "toy note 'asked for more'");
	assert_null(value(test, "statement"));
	assert_string_equal(value(test, "text"), "asked for more");
	parse(test, "toy note s12");
	assert_string_equal(value(test, "statement"), "s12");
	assert_null(value(test, "text"));
	parse(test, "toy note 12");
	assert_string_equal(value(test, "statement"), "12");
	parse(test, "toy note asked for");
	assert_string_equal(value(test, "statement"), "asked");
}

static void options_may_stand_anywhere_and_in_both_forms(void **state)
{
	struct test *test = *state;

	parse(test, "toy add --item 3 can, --kind=reply cot --guest");
	assert_string_equal(value(test, "names"), "can, cot");
	assert_string_equal(value(test, "item"), "3");
	assert_string_equal(value(test, "kind"), "reply");
	assert_string_equal(value(test, "guest"), "yes");
	parse(test, "toy add can --item='1 (a)' --note=\"a b\"");
	assert_string_equal(value(test, "item"), "1 (a)");
	assert_string_equal(value(test, "note"), "a b");
	parse(test, "toy add --item= can");
	assert_string_equal(value(test, "item"), "");
}

static void a_parameter_by_position_can_be_named_too(void **state)
{
	struct test *test = *state;

	parse(test, "toy move --place 4 Canada");
	assert_string_equal(value(test, "name"), "Canada");
	assert_string_equal(value(test, "place"), "4");
}

static void an_option_may_stand_alone_before_what_is_none_of_its_choices(void **state)
{
	struct test *test = *state;

	parse(test, "recommendation adopt --orally-amended r2");
	assert_string_equal(value(test, "recommendation"), "r2");
	assert_string_equal(value(test, "orally-amended"), "yes");
	parse(test, "recommendation adopt r2 --orally-amended --form consensus");
	assert_string_equal(value(test, "orally-amended"), "yes");
	parse(test, "recommendation adopt --orally-amended no r2");
	assert_string_equal(value(test, "orally-amended"), "no");
	parse(test, "recommendation adopt r2 --orally-amended=no");
	assert_string_equal(value(test, "orally-amended"), "no");
	parse(test, "recommendation adopt r2 --orally-amended");
	assert_string_equal(value(test, "orally-amended"), "yes");
}

static void a_double_dash_ends_the_options(void **state)
{
	struct test *test = *state;

	assert_text(test, "-- said --replace was wrong", "said --replace was wrong");
	assert_null(value(test, "replace"));
	assert_text(test, "said '--replace' again", "said --replace again");
	assert_null(value(test, "replace"));
	assert_text(test, "- a dash", "- a dash");
}

static void a_time_is_taken_from_any_command(void **state)
{
	struct test *test = *state;

	parse(test, "toy --at 10:05");
	assert_string_equal(test->at, "10:05");
	parse(test, "toy add can --at=2012-10-17T10:00");
	assert_string_equal(test->at, "2012-10-17T10:00");
	parse(test, "toy add can");
	assert_null(test->at);
	assert_refused(test, "toy --at 10:05 --at 10:06", "--at is given twice");
}

static void quotations_are_those_of_a_shell(void **state)
{
	struct test *test = *state;

	assert_text(test, "'a  b' c", "a  b c");
	assert_text(test, "\"a  b\"c", "a  bc");
	assert_text(test, "\"say \\\"yes\\\" \\\\ now\"", "say \"yes\" \\ now");
	assert_text(test, "'no \\ escape'", "no \\ escape");
	assert_text(test, "\"keep \\{this\\}\"", "keep \\{this\\}");
	assert_text(test, "a\\ b", "a b");
	assert_text(test, "''", "");
	assert_text(test, "\"\"", "");
	assert_text(test, "'two\nlines'", "two\nlines");
	assert_text(test, "end\\", "end\\");
}

static void an_apostrophe_inside_a_word_is_itself(void **state)
{
	struct test *test = *state;

	assert_text(test, "Côte d'Ivoire doesn't", "Côte d'Ivoire doesn't");
	assert_text(test, "the States' views", "the States' views");
	assert_text(test, "\\'tis so", "'tis so");
	assert_text(test, "\"d'accord\"", "d'accord");
}

static void an_open_quotation_is_refused(void **state)
{
	struct test *test = *state;

	assert_refused(test, "toy note s1 'never closed",
		"the quotation mark ' is opened and never closed; \\' is the mark itself");
	assert_refused(test, "toy note s1 he said \"yes",
		"the quotation mark \" is opened and never closed; \\\" is the mark itself");
}

static void line_feeds_outside_quotations_are_blanks(void **state)
{
	struct test *test = *state;

	assert_text(test, "one\r\ntwo\tthree", "one two three");
	assert_text(test, "one\\\ntwo", "onetwo");
}

static void an_unknown_command_names_the_nearest(void **state)
{
	struct test *test = *state;

	assert_refused(
		test, "floor gvie", "unknown command 'floor gvie'; did you mean 'floor give'?");
	assert_refused(
		test, "flor give", "unknown command 'flor give'; did you mean 'floor give'?");
	assert_refused(test, "tou", "unknown command 'tou'; did you mean 'toy'?");
	assert_refused(test, "frobnicate all", "unknown command 'frobnicate all'");
	assert_refused(test, "x\033[31m", "unknown command 'x<U+001B>[31m'");
	assert_refused(test, "", "a command is wanted");
	assert_refused(test, "  \n", "a command is wanted");
	assert_refused(test, "''", "a command is wanted");
}

static void a_half_command_names_its_family(void **state)
{
	struct test *test = *state;

	test->err = (struct err){0};
	assert_false(
		command_parse("participant", &test->arena, &test->words, &test->at, &test->err));
	assert_non_null(
		strstr(test->err.text, "'participant' is not a whole command; there are: "));
	assert_non_null(strstr(test->err.text, "participant add"));
}

static void wrong_options_are_said_clearly(void **state)
{
	struct test *test = *state;

	assert_refused(
		test, "toy add can --itm 3", "'toy add' has no option --itm; did you mean --item?");
	assert_refused(
		test, "toy fail --xyzzy", "'toy fail' has no option --xyzzy; usage: toy fail");
	assert_refused(test, "toy add can --item", "--item wants a value");
	assert_refused(test, "toy add can --item 3 --item 4", "--item is given twice");
	assert_refused(test, "toy add can --guest --guest", "--guest is given twice");
	assert_refused(
		test, "toy add can --guest=yes", "--guest takes no value: it is there or not");
}

static void too_many_words_are_said_with_the_usage(void **state)
{
	struct test *test = *state;

	assert_refused(test, "toy fail now", "'toy fail' does not take 'now'; usage: toy fail");
	assert_refused(test, "toy a b", "'toy' does not take 'b'; usage: toy [WORD]");
}

static void words_of_a_shell_are_taken_as_they_are(void **state)
{
	struct test *test = *state;
	char *argv[] = {(char *)"toy", (char *)"note", (char *)"s1", (char *)"it's \"one\"",
		(char *)"--replace", (char *)"back\\slash"};

	assert_true(
		command_parse_words(argv, 6, &test->arena, &test->words, &test->at, &test->err));
	assert_string_equal(value(test, "text"), "it's \"one\" back\\slash");
	assert_string_equal(value(test, "replace"), "yes");
}

static void assert_says_the_same(struct test *test, const char *line, const char *again)
{
	struct str out;
	struct words words;

	str_init(&out);
	parse(test, line);
	words = test->words;
	command_format(&words, &out);
	assert_string_equal(out.text, again);
	parse(test, out.text);
	assert_ptr_equal(test->words.command, words.command);
	for (size_t i = 0; i < COMMAND_PARAMS; i++) {
		assert_int_equal(!words.values[i], !test->words.values[i]);
		if (words.values[i])
			assert_string_equal(test->words.values[i], words.values[i]);
	}
	str_clear(&out);
}

static void a_command_is_written_so_that_it_reads_the_same(void **state)
{
	struct test *test = *state;

	assert_says_the_same(test, "toy note s1 plain", "toy note s1 plain");
	assert_says_the_same(test, "toy note s1 --replace a b", "toy note s1 \"a b\" --replace");
	assert_says_the_same(test, "toy note s1 'say \"yes\"'", "toy note s1 'say \"yes\"'");
	assert_says_the_same(
		test, "toy note s1 \"it's \\\"so\\\"\"", "toy note s1 \"it's \\\"so\\\"\"");
	assert_says_the_same(test, "toy note s1 'a\nb\\c'", "toy note s1 'a\nb\\c'");
	assert_says_the_same(test, "toy note s1 ''", "toy note s1 \"\"");
	assert_says_the_same(test, "toy note s1 -- --replace", "toy note s1 \"--replace\"");
	assert_says_the_same(test, "toy one d'Ivoire", "toy one d'Ivoire");
	assert_says_the_same(test, "toy move --place 4", "toy move --place 4");
	assert_says_the_same(test, "toy add can --note x --item '1 (a)' --guest",
		"toy add can --item \"1 (a)\" --note x --guest");
}

static void a_flag_that_a_form_left_is_not_written(void **state)
{
	struct words words = {.command = command_find("toy half"), .values = {"no", ""}};
	struct str out;

	(void)state;
	str_init(&out);
	command_format(&words, &out);
	assert_string_equal(out.text, "toy half");
	str_clear(&out);
}

static bool is_open_after(const char *lines[])
{
	struct script_scan scan = {0};

	for (; *lines; lines++)
		script_scan(&scan, *lines, strlen(*lines));
	return scan.open;
}

static void a_script_knows_where_a_command_ends(void **state)
{
	(void)state;
	assert_false(is_open_after((const char *[]){"toy note s1 plain\n", NULL}));
	assert_true(is_open_after((const char *[]){"toy note s1 \"two\n", NULL}));
	assert_false(is_open_after((const char *[]){"toy note s1 \"two\n", "lines\"\n", NULL}));
	assert_true(is_open_after((const char *[]){"toy note s1 'it\n", "\"\n", NULL}));
	assert_false(is_open_after((const char *[]){"toy note s1 it's\n", NULL}));
	assert_true(is_open_after((const char *[]){"toy note s1 --note='two\n", NULL}));
	assert_true(is_open_after((const char *[]){"toy note \\\n", NULL}));
	assert_false(is_open_after((const char *[]){"toy note \\\n", "s1 text\n", NULL}));
	assert_false(is_open_after((const char *[]){"toy note \\\\\n", NULL}));
	assert_false(is_open_after((const char *[]){"\n", NULL}));
}

static void usage_shows_what_may_be_left_out(void **state)
{
	struct str out;

	(void)state;
	str_init(&out);
	command_usage(command_find("toy add"), &out);
	assert_string_equal(
		out.text, "toy add NAMES,... [--item ITEM] [--kind KIND] [--note NOTE] [--guest]");
	str_clear(&out);
}

/* Lines of pieces that mean something to the splitter, in a fixed random order. */
static void any_line_is_survived(void **state)
{
	static const char *const pieces[] = {"toy ", "toy note ", "toy add ", "toy move ", "s1 ",
		"'", "\"", "\\", "\\\n", "\n", " ", "\t", "--", "--note", "--note=", "=", "--item ",
		"--guest ", "--replace ", "--at ", "10:00 ", "can,", "Côte d'Ivoire ", "#", "-",
		"\xff", "\xe2\x80\xae", "\a", "x", "floor", "floor give "};
	struct test *test = *state;
	uint32_t seed = 20121017;

	for (int round = 0; round < 4000; round++) {
		const char *line = "";
		for (int i = 0; i < 12; i++) {
			seed = seed * 1664525u + 1013904223u;
			line = arena_printf(&test->arena, "%s%s", line,
				pieces[(seed >> 16) % (sizeof pieces / sizeof pieces[0])]);
		}
		hostile_line(line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_longest_name_is_the_command, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			words_go_to_the_parameters_in_their_order, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			the_last_text_takes_all_that_is_left, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_reference_that_is_left_out_is_left_to_the_context, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			options_may_stand_anywhere_and_in_both_forms, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_parameter_by_position_can_be_named_too, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			an_option_may_stand_alone_before_what_is_none_of_its_choices, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(a_double_dash_ends_the_options, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_time_is_taken_from_any_command, set_up, tear_down),
		cmocka_unit_test_setup_teardown(quotations_are_those_of_a_shell, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			an_apostrophe_inside_a_word_is_itself, set_up, tear_down),
		cmocka_unit_test_setup_teardown(an_open_quotation_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			line_feeds_outside_quotations_are_blanks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			an_unknown_command_names_the_nearest, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_half_command_names_its_family, set_up, tear_down),
		cmocka_unit_test_setup_teardown(wrong_options_are_said_clearly, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			too_many_words_are_said_with_the_usage, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			words_of_a_shell_are_taken_as_they_are, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_command_is_written_so_that_it_reads_the_same, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_flag_that_a_form_left_is_not_written, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_script_knows_where_a_command_ends, set_up, tear_down),
		cmocka_unit_test_setup_teardown(any_line_is_survived, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			usage_shows_what_may_be_left_out, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
