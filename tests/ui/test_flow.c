/* SPDX-License-Identifier: MIT */
/* Laid out text: wrapping, indents, labels, styles and scrolling. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "ui/flow.h"

static void expect_screen(
	const struct flow *flow, int rows, int columns, size_t top, const char *wanted)
{
	struct canvas canvas;
	struct str dump;

	canvas_init(&canvas);
	canvas_reset(&canvas, rows, columns);
	struct area area = canvas_area(&canvas);
	flow_draw(flow, &area, top);
	str_init(&dump);
	canvas_dump(&canvas, &dump);
	assert_string_equal(dump.text, wanted);
	str_clear(&dump);
	canvas_clear(&canvas);
}

static void a_paragraph_hangs_under_its_label(void **state)
{
	struct flow flow;

	(void)state;
	flow_init(&flow);
	flow_add(&flow, STYLE_TEXT, "Takes note of the report");
	flow_end(&flow, &(struct shape){.columns = 16,
				.indent = 5,
				.label = "(a)",
				.label_column = 1,
				.label_style = STYLE_STRONG});
	expect_screen(&flow, 3, 16, 0,
		" (a) Takes note\n     of the\n     report\n"
		"----------------\n.BBB\n\n\ncursor nowhere\n");
	flow_clear(&flow);
}

static void a_style_goes_on_over_the_line_break(void **state)
{
	struct flow flow;

	(void)state;
	flow_init(&flow);
	flow_add(&flow, STYLE_TEXT, "a ");
	flow_add(&flow, STYLE_STRONG, "bold bold");
	flow_end(&flow, &(struct shape){.columns = 7});
	expect_screen(&flow, 2, 8, 0, "a bold\nbold\n--------\n..BBBB\nBBBB\ncursor nowhere\n");
	flow_clear(&flow);
}

static void a_difference_can_be_told_without_colour(void **state)
{
	const struct diff_piece pieces[] = {{DIFF_SAME, "States "}, {DIFF_GONE, "shall "},
		{DIFF_NEW, "should "}, {DIFF_SAME, "act"}};
	struct flow flow;

	(void)state;
	flow_init(&flow);
	flow_add_diff(&flow, pieces, 4);
	flow_end(&flow, &(struct shape){.columns = 40});
	assert_int_equal(flow.count, 1);
	const char *wanted = "States [-shall-] {+should+} act";
	assert_int_equal(flow.lines[0].length, strlen(wanted));
	assert_memory_equal(flow.lines[0].text, wanted, strlen(wanted));
	flow_clear(&flow);
}

static void what_could_hurt_a_terminal_is_made_visible(void **state)
{
	struct flow flow;

	(void)state;
	flow_init(&flow);
	flow_add(&flow, STYLE_TEXT, "a\033[2Jb");
	flow_end(&flow, &(struct shape){.columns = 40});
	assert_null(memchr(flow.lines[0].text, '\033', flow.lines[0].length));
	flow_clear(&flow);
}

static void scrolling_ends_with_the_last_line_in_sight(void **state)
{
	struct flow flow;
	size_t top = 0;

	(void)state;
	flow_init(&flow);
	for (size_t i = 0; i < 20; i++)
		flow_blank(&flow, i);
	assert_true(flow_key(&flow, &(struct key){.code = KEY_END}, 6, &top));
	assert_int_equal(top, 14);
	assert_true(flow_key(&flow, &(struct key){.code = KEY_DOWN}, 6, &top));
	assert_int_equal(top, 14);
	assert_true(flow_key(&flow, &(struct key){.code = KEY_PAGEUP}, 6, &top));
	assert_int_equal(top, 9);
	assert_true(flow_key(&flow, &(struct key){.code = KEY_HOME}, 6, &top));
	assert_int_equal(top, 0);
	assert_true(flow_key(&flow, &(struct key){.code = KEY_CHARACTER, .point = ' '}, 6, &top));
	assert_int_equal(top, 5);
	assert_false(flow_key(&flow, &(struct key){.code = KEY_CHARACTER, .point = 'x'}, 6, &top));
	flow_clear(&flow);
}

static void a_width_of_nothing_is_no_trap(void **state)
{
	struct flow flow;

	(void)state;
	flow_init(&flow);
	flow_add(&flow, STYLE_TEXT, "abc");
	flow_end(&flow, &(struct shape){.columns = 2, .indent = 5});
	assert_int_equal(flow.count, 3);
	flow_clear(&flow);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_paragraph_hangs_under_its_label),
		cmocka_unit_test(a_style_goes_on_over_the_line_break),
		cmocka_unit_test(a_difference_can_be_told_without_colour),
		cmocka_unit_test(what_could_hurt_a_terminal_is_made_visible),
		cmocka_unit_test(scrolling_ends_with_the_last_line_in_sight),
		cmocka_unit_test(a_width_of_nothing_is_no_trap),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
