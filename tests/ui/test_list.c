/* SPDX-License-Identifier: MIT */
/* The scrolling list: what moves and, above all, what does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "ui/list.h"

static struct list list_of(size_t count, int rows)
{
	struct list list = {0};

	list_fit(&list, count, rows);
	return list;
}

static void press(struct list *list, enum key_code code)
{
	struct key key = {.code = code};

	assert_true(list_key(list, &key));
}

static void the_cursor_stops_at_both_ends(void **state)
{
	struct list list = list_of(3, 10);

	(void)state;
	press(&list, KEY_UP);
	assert_int_equal(list.selected, 0);
	press(&list, KEY_END);
	press(&list, KEY_DOWN);
	assert_int_equal(list.selected, 2);
	assert_int_equal(list.top, 0);
}

static void the_window_moves_no_further_than_the_cursor_needs(void **state)
{
	struct list list = list_of(100, 10);

	(void)state;
	for (int i = 0; i < 12; i++)
		press(&list, KEY_DOWN);
	assert_int_equal(list.selected, 12);
	assert_int_equal(list.top, 3);
	press(&list, KEY_UP);
	assert_int_equal(list.top, 3);
}

static void a_page_keeps_the_cursors_place_in_the_window(void **state)
{
	struct list list = list_of(100, 10);

	(void)state;
	press(&list, KEY_DOWN);
	press(&list, KEY_PAGEDOWN);
	assert_int_equal(list.selected, 10);
	assert_int_equal(list_row(&list, list.selected), 1);
	press(&list, KEY_PAGEUP);
	assert_int_equal(list.selected, 1);
	assert_int_equal(list.top, 0);
}

static void rows_added_above_do_not_move_the_selected_one(void **state)
{
	struct list list = list_of(100, 10);

	(void)state;
	list_select(&list, 50);
	int before = list_row(&list, 50);
	list_carry(&list, 103, 53);
	assert_int_equal(list_row(&list, 53), before);
}

static void a_list_that_shrinks_keeps_a_row_selected(void **state)
{
	struct list list = list_of(100, 10);

	(void)state;
	press(&list, KEY_END);
	list_fit(&list, 4, 10);
	assert_int_equal(list.selected, 3);
	assert_int_equal(list.top, 0);
	list_fit(&list, 0, 0);
	assert_int_equal(list.selected, 0);
	press(&list, KEY_DOWN);
	assert_int_equal(list.selected, 0);
}

static void keys_with_control_are_not_the_lists(void **state)
{
	struct list list = list_of(5, 5);
	struct key key = {.code = KEY_CHARACTER, .point = 'j', .ctrl = true};

	(void)state;
	assert_false(list_key(&list, &key));
	key.ctrl = false;
	assert_true(list_key(&list, &key));
	key.point = 'x';
	assert_false(list_key(&list, &key));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_cursor_stops_at_both_ends),
		cmocka_unit_test(the_window_moves_no_further_than_the_cursor_needs),
		cmocka_unit_test(a_page_keeps_the_cursors_place_in_the_window),
		cmocka_unit_test(rows_added_above_do_not_move_the_selected_one),
		cmocka_unit_test(a_list_that_shrinks_keeps_a_row_selected),
		cmocka_unit_test(keys_with_control_are_not_the_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
