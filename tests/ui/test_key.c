/* SPDX-License-Identifier: MIT */
/* The names of keys, both ways. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/key.h"

static struct key parsed(const char *name)
{
	struct key key;

	if (!key_parse(name, &key))
		fail_msg("\"%s\" names no key", name);
	return key;
}

static void assert_written(const char *name, const char *expected)
{
	struct str out = STR_EMPTY;
	struct key key = parsed(name);

	key_format(&key, &out);
	assert_string_equal(out.text, expected);
	str_clear(&out);
}

static void a_letter_is_itself(void **state)
{
	(void)state;
	struct key small = parsed("a"), capital = parsed("A");

	assert_int_equal(small.code, KEY_CHARACTER);
	assert_int_equal(small.point, 'a');
	assert_int_equal(capital.point, 'A');
	assert_false(capital.shift);
	assert_false(key_equal(&small, &capital));
}

static void a_letter_with_ctrl_is_in_lower_case(void **state)
{
	(void)state;
	struct key key = parsed("Ctrl-R"), same = parsed("ctrl-r");

	assert_true(key.ctrl);
	assert_int_equal(key.point, 'r');
	assert_true(key_equal(&key, &same));
}

static void a_letter_with_alt_keeps_its_case(void **state)
{
	(void)state;
	struct key small = parsed("Alt-n"), capital = parsed("Alt-N");

	assert_true(small.alt && small.point == 'n');
	assert_true(capital.alt && capital.point == 'N');
}

static void every_name_is_written_as_it_is_read(void **state)
{
	static const char *const names[] = {
		"a",
		"Z",
		"?",
		":",
		"/",
		"-",
		"é",
		"作",
		"Space",
		"Enter",
		"Esc",
		"Tab",
		"Shift-Tab",
		"Backspace",
		"Delete",
		"Insert",
		"Up",
		"Down",
		"Left",
		"Right",
		"Home",
		"End",
		"PageUp",
		"PageDown",
		"F1",
		"F5",
		"F12",
		"Ctrl-R",
		"Ctrl-_",
		"Ctrl--",
		"Ctrl-Space",
		"Alt-n",
		"Alt-Down",
		"Alt-Enter",
		"Shift-Up",
		"Ctrl-Home",
		"Ctrl-Alt-X",
		"Ctrl-Alt-Shift-Right",
		"Alt-Shift-Tab",
		"Shift-F3",
	};
	(void)state;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_written(names[i], names[i]);
}

static void other_spellings_are_read_too(void **state)
{
	(void)state;
	assert_written("escape", "Esc");
	assert_written("RETURN", "Enter");
	assert_written("pgdn", "PageDown");
	assert_written("Alt-Ctrl-x", "Ctrl-Alt-X");
	assert_written("f5", "F5");
	assert_written("f", "f");
}

static void what_names_no_key_is_refused(void **state)
{
	static const char *const names[] = {
		"",
		"ab",
		"Ctrl-",
		"Alt-",
		"Shift-",
		"F0",
		"F25",
		"F1x",
		"Hyper-x",
		"Ctrl-Enterr",
		"\x01",
		"\x7f",
		"\xff",
		"Ctrl-\n",
	};
	struct key key;
	(void)state;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (key_parse(names[i], &key))
			fail_msg("\"%s\" was taken for a key", names[i]);
}

static void the_point_of_a_named_key_does_not_count(void **state)
{
	(void)state;
	struct key one = {.code = KEY_UP, .point = 7}, other = {.code = KEY_UP};

	assert_true(key_equal(&one, &other));
	one.shift = true;
	assert_false(key_equal(&one, &other));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_is_itself),
		cmocka_unit_test(a_letter_with_ctrl_is_in_lower_case),
		cmocka_unit_test(a_letter_with_alt_keeps_its_case),
		cmocka_unit_test(every_name_is_written_as_it_is_read),
		cmocka_unit_test(other_spellings_are_read_too),
		cmocka_unit_test(what_names_no_key_is_refused),
		cmocka_unit_test(the_point_of_a_named_key_does_not_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
