/* SPDX-License-Identifier: MIT */
/* The text editor widget under random keys and under a very long text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "ui/edit.h"

enum { WIDTH = 11 }; /* ten columns of text and one for the cursor */

static struct edit edit;

static void start(bool one_line, const char *text)
{
	edit_clear(&edit);
	edit_init(&edit, one_line);
	edit_set(&edit, text);
}

static bool press(const char *name)
{
	struct key key;

	if (!key_parse(name, &key))
		fail_msg("no key: %s", name);
	return edit_key(&edit, &key, WIDTH);
}

static void type(const char *text)
{
	struct key key = {.code = KEY_CHARACTER};

	for (size_t at = 0, length = strlen(text); at < length;) {
		at += utf8_decode(text + at, length - at, &key.point);
		assert_true(edit_key(&edit, &key, WIDTH));
	}
}

static const char *const some_keys[] = {
	"Left",
	"Right",
	"Up",
	"Down",
	"Home",
	"End",
	"Ctrl-A",
	"Ctrl-E",
	"Alt-b",
	"Alt-f",
	"Ctrl-Home",
	"Ctrl-End",
	"Enter",
	"Backspace",
	"Delete",
	"Ctrl-W",
	"Ctrl-U",
	"Ctrl-K",
	"Ctrl-Y",
	"Alt-Backspace",
	"PageUp",
	"PageDown",
};
static const char *const some_texts[] = {
	"a",
	"b ",
	" ",
	"é",
	"e",
	"\u0301",
	"作",
	"👩‍👩‍👧",
	"🇫",
	"🇷",
	"\u200D",
	"\u0600",
	"क्",
	"ष",
	"\u202E",
	"pasted text\nin lines ",
	"\xff",
	"\r\n",
};

#define PICK(list) (list[(size_t)rand() % (sizeof list / sizeof *list)])

static void assert_sound(const struct canvas *canvas)
{
	size_t at = 0;

	assert_true(utf8_valid(edit.text.text, edit.text.length, &(size_t){0}));
	while (at < edit.cursor)
		at += utf8_cluster(edit.text.text + at, edit.text.length - at, NULL);
	assert_int_equal(at, edit.cursor);
	assert_true(canvas->cursor_row >= 0 && canvas->cursor_row < canvas->rows);
	assert_true(!edit.one_line || !strchr(edit.text.text, '\n'));
}

static void random_keys_keep_the_text_sound_and_can_all_be_undone(void **state)
{
	struct canvas canvas;
	(void)state;

	srand(2012);
	canvas_init(&canvas);
	for (int round = 0; round < 40; round++) {
		start(round % 3 == 0, "the first text\u0301");
		for (int i = 0; i < 300; i++) {
			const char *text = PICK(some_texts);
			if (rand() % 3 == 0)
				edit_insert(&edit, text);
			else if (rand() % 3 == 0 && !strpbrk(text, "\r\n"))
				type(text);
			else
				press(PICK(some_keys));
			canvas_reset(&canvas, 1 + rand() % 5, 1 + rand() % 20);
			struct area area = canvas_area(&canvas);
			edit_draw(&edit, &area, STYLE_TEXT, true);
			assert_sound(&canvas);
		}
		while (edit.step_count > 0)
			assert_true(press("Ctrl-_"));
		assert_string_equal(edit.text.text, "the first text\u0301");
	}
	canvas_clear(&canvas);
}

/* A guard against work that grows with the text; a key takes about 1 ms. */
static void a_long_note_stays_responsive(void **state)
{
	struct canvas canvas;
	struct str text = STR_EMPTY;
	const char *patience = getenv("TEST_PATIENCE");
	int64_t best = INT64_MAX, slow = patience ? atoi(patience) : 1;
	(void)state;

	while (text.length < 256 * 1024)
		str_add(&text, "threat assessments should come first; ");
	start(false, text.text);
	canvas_init(&canvas);
	for (int i = 0; i < 3; i++) {
		int64_t begun = clock_monotonic();
		for (int j = 0; j < 4; j++) {
			type("x");
			assert_true(press("Up"));
			canvas_reset(&canvas, 30, 100);
			struct area area = canvas_area(&canvas);
			edit_draw(&edit, &area, STYLE_TEXT, true);
		}
		int64_t taken = clock_monotonic() - begun;
		best = taken < best ? taken : best;
	}
	assert_true(best < 4 * 100 * slow); /* with room for sanitizers */
	canvas_clear(&canvas);
	str_clear(&text);
}

static int set_up(void **state)
{
	(void)state;
	edit_init(&edit, false);
	return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	edit_clear(&edit);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_keys_keep_the_text_sound_and_can_all_be_undone),
		cmocka_unit_test(a_long_note_stays_responsive),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
