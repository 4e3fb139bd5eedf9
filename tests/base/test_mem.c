/* SPDX-License-Identifier: MIT */
/* Memory that is there, and how the program ends when it is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"

static void new_memory_is_zero(void **state)
{
	unsigned char *bytes = mem_alloc(100);

	(void)state;
	for (int i = 0; i < 100; i++)
		assert_int_equal(bytes[i], 0);
	free(bytes);
	free(mem_alloc(0));
}

static void copies_end_where_the_text_does(void **state)
{
	char *whole = mem_strdup("Spain"), *part = mem_strndup("Spain", 2);
	char *past = mem_strndup("Spain", 6);

	(void)state;
	assert_string_equal(whole, "Spain");
	assert_string_equal(part, "Sp");
	assert_string_equal(past, "Spain");
	free(whole);
	free(part);
	free(past);
}

static void a_printed_text_is_as_long_as_it_needs(void **state)
{
	char *text = mem_printf("%0300d", 7);

	(void)state;
	assert_int_equal(strlen(text), 300);
	free(text);
}

static void an_array_grows_by_doubling_and_is_zero_behind(void **state)
{
	size_t capacity = 0, changes = 0, last = 0;
	int *items = NULL;

	(void)state;
	for (size_t i = 0; i < 1000; i++) {
		items = mem_grow(items, &capacity, i + 1, sizeof(*items));
		assert_int_equal(items[i], 0);
		items[i] = (int)i + 1;
		changes += capacity != last;
		last = capacity;
	}
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(items[i], i + 1);
	assert_in_range(changes, 1, 10);
	free(items);
}

static int out_of_hook = -1;

static void say_put_back(void)
{
	if (write(out_of_hook, "put back\n", 9) != 9)
		_exit(1);
}

/* Runs the action in a child; its exit code, and in said what it wrote. */
static int run_child(void (*action)(void), char said[500])
{
	int ends[2], status;
	size_t length = 0;
	ssize_t count;

	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		out_of_hook = ends[1];
		mem_set_die_hook(say_put_back);
		action();
		_exit(0);
	}
	close(ends[1]);
	while ((count = read(ends[0], said + length, 499 - length)) > 0)
		length += (size_t)count;
	said[length] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void die_of_a_bug(void)
{
	die("no row %d\033[2J", 3);
}

static void dying_puts_the_terminal_back_and_exits_with_70(void **state)
{
	char said[500];

	(void)state;
	assert_int_equal(run_child(die_of_a_bug, said), 70);
	assert_string_equal(said, "put back\nrapporteur: no row 3?[2J\n");
}

static void want_too_much(void)
{
	size_t capacity = 0;

	free(mem_grow(NULL, &capacity, SIZE_MAX / 2, 1000));
}

static void a_lack_of_memory_ends_the_program(void **state)
{
	char said[500];

	(void)state;
	assert_int_equal(run_child(want_too_much, said), 70);
	assert_non_null(strstr(said, "no memory left"));
}

static void the_hook_before_comes_back(void **state)
{
	(void)state;
	assert_null(mem_set_die_hook(say_put_back));
	assert_ptr_equal(mem_set_die_hook(NULL), say_put_back);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(new_memory_is_zero),
		cmocka_unit_test(copies_end_where_the_text_does),
		cmocka_unit_test(a_printed_text_is_as_long_as_it_needs),
		cmocka_unit_test(an_array_grows_by_doubling_and_is_zero_behind),
		cmocka_unit_test(dying_puts_the_terminal_back_and_exits_with_70),
		cmocka_unit_test(a_lack_of_memory_ends_the_program),
		cmocka_unit_test(the_hook_before_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
