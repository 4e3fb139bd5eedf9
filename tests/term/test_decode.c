/* SPDX-License-Identifier: MIT */
/* Bytes of terminals and the events that come of them, written as names of keys
 * separated by blanks, a paste as {text}. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "term/decode.h"

static struct decode decode;

static void start(void)
{
	decode_clear(&decode);
}

/* All events there are, as text. */
static void collect(bool late, struct str *out)
{
	struct event event;

	while (decode_next(&decode, late, &event)) {
		if (out->length > 0)
			str_addc(out, ' ');
		if (event.kind == EVENT_KEY)
			key_format(&event.key, out);
		else
			str_addf(out, "{%s}%s", event.paste, event.truncated ? "+" : "");
	}
}

static void assert_collected(bool late, const char *expected)
{
	struct str out = STR_EMPTY;

	collect(late, &out);
	assert_string_equal(out.text, expected);
	str_clear(&out);
}

static void feed(const char *bytes)
{
	decode_feed(&decode, bytes, strlen(bytes));
}

/* What the bytes give when they come at once, and the same when they come one by
 * one; after them nothing is left. */
static void assert_decoded(const char *bytes, const char *expected)
{
	struct str out = STR_EMPTY;

	start();
	feed(bytes);
	collect(false, &out);
	collect(true, &out);
	assert_string_equal(out.text, expected);
	assert_int_equal(decode_patience(&decode), -1);
	str_reset(&out);
	start();
	for (const char *byte = bytes; *byte; byte++) {
		decode_feed(&decode, byte, 1);
		collect(false, &out);
	}
	collect(true, &out);
	assert_string_equal(out.text, expected);
	str_clear(&out);
}

struct row {
	const char *bytes, *expected;
};

#define ASSERT_TABLE(rows)                                      \
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) \
	assert_decoded(rows[i].bytes, rows[i].expected)

static void characters_are_themselves(void **state)
{
	static const struct row rows[] = {
		{"abc", "a b c"},
		{"A z?", "A Space z ?"},
		{"é作👩", "é 作 👩"},
		{"\u0301", "\u0301"},
		{" ", "Space"},
	};
	(void)state;

	ASSERT_TABLE(rows);
}

static void control_characters_are_keys(void **state)
{
	static const struct row rows[] = {
		{"\r", "Enter"},
		{"\n", "Enter"},
		{"\t", "Tab"},
		{"\x7f", "Backspace"},
		{"\b", "Backspace"},
		{"\x01\x03\x12\x1a", "Ctrl-A Ctrl-C Ctrl-R Ctrl-Z"},
		{"\x1c\x1d\x1e\x1f", "Ctrl-\\ Ctrl-] Ctrl-^ Ctrl-_"},
	};
	(void)state;

	ASSERT_TABLE(rows);
	start();
	decode_feed(&decode, "\0", 1);
	assert_collected(false, "Ctrl-Space");
}

static void xterm_keys_are_known(void **state)
{
	static const struct row rows[] = {
		{"\033[A\033[B\033[C\033[D", "Up Down Right Left"},
		{"\033OA\033OB\033OC\033OD", "Up Down Right Left"},
		{"\033[H\033[F\033OH\033OF", "Home End Home End"},
		{"\033[1~\033[4~\033[2~\033[3~\033[5~\033[6~",
			"Home End Insert Delete PageUp PageDown"},
		{"\033OP\033OQ\033OR\033OS", "F1 F2 F3 F4"},
		{"\033[15~\033[17~\033[18~\033[19~\033[20~\033[21~\033[23~\033[24~",
			"F5 F6 F7 F8 F9 F10 F11 F12"},
		{"\033[11~\033[12~\033[13~\033[14~", "F1 F2 F3 F4"},
		{"\033[Z", "Shift-Tab"},
		{"\033OM", "Enter"},
		{"\033Op\033Oy\033Ok", "0 9 +"},
	};
	(void)state;

	ASSERT_TABLE(rows);
}

static void modifiers_are_read(void **state)
{
	static const struct row rows[] = {
		{"\033[1;3B", "Alt-Down"},
		{"\033[1;5C\033[1;5D", "Ctrl-Right Ctrl-Left"},
		{"\033[1;5H\033[1;5F", "Ctrl-Home Ctrl-End"},
		{"\033[1;2A", "Shift-Up"},
		{"\033[1;6A", "Ctrl-Shift-Up"},
		{"\033[1;9A", "Alt-Up"},
		{"\033[3;5~\033[15;2~", "Ctrl-Delete Shift-F5"},
		{"\033[1;5P\033[1;2R", "Ctrl-F1 Shift-F3"},
		{"\033O5A\033O2P", "Ctrl-Up Shift-F1"},
		{"\033[1;3Z", "Alt-Shift-Tab"},
	};
	(void)state;

	ASSERT_TABLE(rows);
}

static void alt_is_an_escape_before(void **state)
{
	static const struct row rows[] = {
		{"\033n", "Alt-n"},
		{"\033N", "Alt-N"},
		{"\033é", "Alt-é"},
		{"\033\r", "Alt-Enter"},
		{"\033\x7f", "Alt-Backspace"},
		{"\033\x02", "Ctrl-Alt-B"},
		{"\033\033[B", "Alt-Down"},
		{"\033\033OA", "Alt-Up"},
		{"\033[", "Alt-["},
		{"\033O", "Alt-O"},
		{"\033]", "Alt-]"},
		{"\033P", "Alt-P"},
		{"\033Pa", "Alt-P a"},
	};
	(void)state;

	ASSERT_TABLE(rows);
}

static void keys_of_rxvt_and_the_console_are_known(void **state)
{
	static const struct row rows[] = {
		{"\033[7~\033[8~", "Home End"},
		{"\033[a\033Oa", "Shift-Up Ctrl-Up"},
		{"\033[3$\033[3^\033[3@", "Shift-Delete Ctrl-Delete Ctrl-Shift-Delete"},
		{"\033[[A\033[[E", "F1 F5"},
		{"\033[25~\033[34~", "F13 F20"},
	};
	(void)state;

	ASSERT_TABLE(rows);
}

static void keys_sent_as_code_points_are_known(void **state)
{
	static const struct row rows[] = {
		{"\033[105;5u", "Ctrl-I"},
		{"\033[13;2u\033[27u\033[9;2u\033[127;3u",
			"Shift-Enter Esc Shift-Tab Alt-Backspace"},
		{"\033[97;2u\033[97:65;6:1u", "A Ctrl-A"},
		{"\033[27;5;105~\033[27;2;13~", "Ctrl-I Shift-Enter"},
		{"\033[57358u\033[55296u\033[0u\033[99999999999u", ""},
	};
	(void)state;

	ASSERT_TABLE(rows);
}

static void a_lone_escape_is_a_key_when_nothing_follows(void **state)
{
	(void)state;
	start();
	feed("\033");
	assert_collected(false, "");
	assert_int_equal(decode_patience(&decode), 25);
	assert_collected(true, "Esc");
	assert_int_equal(decode_patience(&decode), -1);
	assert_decoded("\033\033", "Esc Esc");
	assert_decoded("\033\033\033", "Esc Esc Esc");
	assert_decoded("\033\033x", "Esc Alt-x");
}

static void a_sequence_in_two_pieces_is_one_key(void **state)
{
	(void)state;
	start();
	feed("\033[1;");
	assert_collected(false, "");
	assert_true(decode_patience(&decode) > 25);
	feed("3B");
	assert_collected(false, "Alt-Down");
	feed("\xc3");
	assert_collected(false, "");
	feed("\xa9");
	assert_collected(false, "é");
}

static void answers_of_the_terminal_are_no_keys(void **state)
{
	static const struct row rows[] = {
		{"\033[?62;22cx", "x"},
		{"\033[24;80Rx", "x"},
		{"\033[I\033[Ox", "x"},
		{"\033[<0;10;10Mx", "x"},
		{"\033[?2026;2$yx", "x"},
		{"\033]11;rgb:0000/0000/0000\033\\x", "x"},
		{"\033]0;title\ax", "x"},
		{"\033P>|XTerm(370)\033\\x", "x"},
		{"\033[201~x", "x"},
		{"\033[>41;370;0c\033[8;24;80tx", "x"},
	};
	(void)state;

	ASSERT_TABLE(rows);
}

static void what_is_broken_off_does_not_eat_what_follows(void **state)
{
	static const struct row rows[] = {
		{"\033[12\033[A", "Up"},
		{"\033[1;\rx", "Enter x"},
		{"\033[3é", "é"},
		{"\033[12", ""},
		{"\033]11;rgb\033[A", "Up"},
	};
	(void)state;

	ASSERT_TABLE(rows);
}

static void bad_bytes_are_replacement_characters(void **state)
{
	static const struct row rows[] = {
		{"a\xff"
		 "b",
			"a \uFFFD b"},
		{"\xc3(", "\uFFFD ("},
		{"\xed\xa0\x80", "\uFFFD \uFFFD \uFFFD"},
		{"\xf0\x9f\x98", "\uFFFD \uFFFD \uFFFD"},
		{"\xc0\xaf", "\uFFFD \uFFFD"},
		{"\xc2\x9b"
		 "A",
			"A"},
	};
	(void)state;

	ASSERT_TABLE(rows);
}

/* --- pastes --- */

static void a_paste_is_text_and_never_keys(void **state)
{
	static const struct row rows[] = {
		{"\033[200~quit\r:delete\033[201~", "{quit\n:delete}"},
		{"a\033[200~b\033[201~c", "a {b} c"},
		{"\033[200~\033[A\x03\x1b\033[201~", "{\033[A\x03\x1b}"},
		{"\033[200~one\r\ntwo\rthree\n\033[201~", "{one\ntwo\nthree\n}"},
		{"\033[200~bad \xff byte\033[201~", "{bad \uFFFD byte}"},
		{"\033[200~\033[201~x", "x"},
		{"\033[200~one\033[201~\033[200~two\033[201~", "{one} {two}"},
		{"\033\033[200~x\033[201~", "Esc {x}"},
	};
	(void)state;

	ASSERT_TABLE(rows);
}

static void what_looks_like_the_end_of_a_paste_is_text(void **state)
{
	static const struct row rows[] = {
		{"\033[200~a\033[201 b\033[2011~c\033 [201~d\033[201~",
			"{a\033[201 b\033[2011~c\033 [201~d}"},
		{"\033[200~a\xc2\x9b"
		 "201~b\033[201~",
			"{a\xc2\x9b"
			"201~b}"},
		{"\033[200~a\033[201~:quit\r\033[201~", "{a\033[201~:quit\n}"},
		{"\033[200~a\033[201~b\033[201~c\033[201~x", "{a\033[201~b\033[201~c} x"},
		{"\033[200~a\033[200~b\033[201~", "{a\033[200~b}"},
	};
	(void)state;

	ASSERT_TABLE(rows);
}

static void the_end_of_a_paste_is_believed_after_a_pause(void **state)
{
	(void)state;
	start();
	feed("\033[200~text\033[201~");
	assert_collected(false, "");
	assert_int_equal(decode_patience(&decode), 25);
	assert_collected(true, "{text}");
	feed("x\033[201~y");
	assert_collected(false, "x y");
}

static void a_paste_that_stalls_is_handed_over_and_goes_on(void **state)
{
	(void)state;
	start();
	feed("\033[200~first");
	assert_collected(false, "");
	assert_true(decode_patience(&decode) >= 1000);
	assert_collected(true, "{first}");
	assert_int_equal(decode_patience(&decode), -1);
	feed("q");
	assert_collected(false, "");
	assert_collected(true, "{q}");
	feed("\033[201~");
	assert_collected(true, "");
	feed("q");
	assert_collected(false, "q");
}

static void a_paste_of_ten_megabytes_is_cut_and_stays_a_paste(void **state)
{
	struct event event;
	char block[4096];
	(void)state;

	int64_t begun = clock_monotonic();
	start();
	memset(block, 'q', sizeof block);
	feed("\033[200~");
	for (int i = 0; i < 2560; i++) {
		decode_feed(&decode, block, sizeof block);
		if (i == 100)
			feed("\033[201~");
		assert_false(decode_next(&decode, false, &event));
	}
	feed("\033[201~");
	assert_true(decode_next(&decode, true, &event));
	assert_int_equal(event.kind, EVENT_PASTE);
	assert_true(event.truncated);
	assert_int_equal(strlen(event.paste), DECODE_PASTE_MOST);
	assert_false(decode_next(&decode, true, &event));
	assert_true(clock_monotonic() - begun < 5000); /* 20 ms, but for valgrind */
}

static void a_paste_of_bad_bytes_is_bounded_too(void **state)
{
	struct event event;
	char block[4096];
	(void)state;

	start();
	memset(block, 0xff, sizeof block);
	feed("\033[200~");
	for (int i = 0; i < 256; i++)
		decode_feed(&decode, block, sizeof block);
	feed("\033[201~");
	assert_true(decode_next(&decode, true, &event));
	assert_true(strlen(event.paste) <= DECODE_PASTE_MOST);
	assert_true(utf8_valid(event.paste, strlen(event.paste), &(size_t){0}));
	assert_true(event.truncated);
}

/* --- descriptions --- */

static const char *odd_terminal(const char *name)
{
	static const struct row rows[] = {
		{"kcuu1", "\033u"},
		{"khome", "\033[214z"},
		{"kf1", "\033[224z"},
		{"kend", "\x05"},
		{"kpp", "\033"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].bytes, name) == 0)
			return rows[i].expected;
	return NULL;
}

static void keys_of_the_description_come_first(void **state)
{
	(void)state;
	start();
	decode_learn(&decode, odd_terminal);
	feed("\033u\033[214z\033[224z\033[A\x05");
	assert_collected(false, "Up Home F1 Up Ctrl-E");
	feed("\033[21");
	assert_collected(false, "");
	feed("4z\033[21~");
	assert_collected(false, "Home F10");
	feed("\033");
	assert_collected(true, "Esc");
}

/* --- anything at all --- */

static void check_event(const struct event *event)
{
	const struct key *key = &event->key;

	if (event->kind == EVENT_PASTE) {
		assert_true(utf8_valid(event->paste, strlen(event->paste), &(size_t){0}));
		return;
	}
	assert_int_equal(event->kind, EVENT_KEY);
	assert_in_range(key->code, KEY_CHARACTER, KEY_F);
	if (key->code == KEY_CHARACTER) {
		assert_true(key->point >= ' ' && key->point <= 0x10FFFF);
		assert_false(key->shift);
	}
}

static void a_megabyte_of_anything_is_read_to_its_end(void **state)
{
	static const char *const pieces[] = {
		"\033[",
		"\033O",
		"\033]",
		"\033P",
		"\033[200~",
		"\033[201~",
		"\033",
		"1;5",
		"u",
		"~",
		"作",
		"\xff",
		"[",
		"$",
		"\a",
		"M",
	};
	struct event event;
	struct str bytes = STR_EMPTY;
	(void)state;

	srand(36);
	while (bytes.length < 1 << 20) {
		if (rand() % 2)
			str_addc(&bytes, (char)rand());
		else
			str_add(&bytes, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
	}
	start();
	for (size_t at = 0; at < bytes.length;) {
		size_t length = (size_t)rand() % 100;
		length = length > bytes.length - at ? bytes.length - at : length;
		decode_feed(&decode, bytes.text + at, length);
		at += length;
		bool late = rand() % 10 == 0;
		while (decode_next(&decode, late, &event))
			check_event(&event);
	}
	while (decode_next(&decode, true, &event))
		check_event(&event);
	assert_int_equal(decode_patience(&decode), -1);
	str_clear(&bytes);
}

static int set_up(void **state)
{
	(void)state;
	decode_init(&decode);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	decode_clear(&decode);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_are_themselves),
		cmocka_unit_test(control_characters_are_keys),
		cmocka_unit_test(xterm_keys_are_known),
		cmocka_unit_test(modifiers_are_read),
		cmocka_unit_test(alt_is_an_escape_before),
		cmocka_unit_test(keys_of_rxvt_and_the_console_are_known),
		cmocka_unit_test(keys_sent_as_code_points_are_known),
		cmocka_unit_test(a_lone_escape_is_a_key_when_nothing_follows),
		cmocka_unit_test(a_sequence_in_two_pieces_is_one_key),
		cmocka_unit_test(answers_of_the_terminal_are_no_keys),
		cmocka_unit_test(what_is_broken_off_does_not_eat_what_follows),
		cmocka_unit_test(bad_bytes_are_replacement_characters),
		cmocka_unit_test(a_paste_is_text_and_never_keys),
		cmocka_unit_test(what_looks_like_the_end_of_a_paste_is_text),
		cmocka_unit_test(the_end_of_a_paste_is_believed_after_a_pause),
		cmocka_unit_test(a_paste_that_stalls_is_handed_over_and_goes_on),
		cmocka_unit_test(a_paste_of_ten_megabytes_is_cut_and_stays_a_paste),
		cmocka_unit_test(a_paste_of_bad_bytes_is_bounded_too),
		cmocka_unit_test(keys_of_the_description_come_first),
		cmocka_unit_test(a_megabyte_of_anything_is_read_to_its_end),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
