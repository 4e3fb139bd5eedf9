/* SPDX-License-Identifier: MIT */
/*
 * The editor widget: its life and its keys. A key is looked up in one table; what
 * it does moves the cursor or calls edit_replace. Two things last from key to key:
 * the column that Up and Down keep to, and whether takings are being collected;
 * every other key ends them.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "edit_parts.h"

void edit_init(struct edit *edit, bool one_line)
{
	*edit = (struct edit){.goal = -1, .one_line = one_line};
	str_init(&edit->text);
	str_init(&edit->killed);
	edit->scroll = mem_alloc(sizeof *edit->scroll);
}

void edit_clear(struct edit *edit)
{
	edit_forget_steps(edit);
	free(edit->steps);
	free(edit->scroll);
	str_clear(&edit->text);
	str_clear(&edit->killed);
	*edit = (struct edit){.goal = -1};
}

/* Text of the editor itself, a draft say, keeps even its blanks at line ends. */
static bool is_own(const struct edit *edit, const char *text)
{
	size_t length = strlen(text), bad;

	if (length > EDIT_MOST || !utf8_valid(text, length, &bad))
		return false;
	for (const unsigned char *byte = (const unsigned char *)text; *byte; byte++) {
		bool c1 = byte[0] == 0xC2 && byte[1] < 0xA0;
		if ((*byte < ' ' && (*byte != '\n' || edit->one_line)) || *byte == 0x7F || c1)
			return false;
	}
	return true;
}

void edit_set(struct edit *edit, const char *text)
{
	str_reset(&edit->text);
	if (is_own(edit, text)) {
		str_add(&edit->text, text);
	} else {
		edit->cursor = 0;
		edit_insert(edit, text);
	}
	edit_forget_steps(edit);
	edit->cursor = edit->text.length;
	edit->goal = -1;
	edit->killing = edit->changed = false;
	edit->scroll->top = 0;
}

void edit_insert(struct edit *edit, const char *text)
{
	size_t length = strlen(text), end = length;
	struct str entered = STR_EMPTY;
	char *head = utf8_enter(text, edit->one_line);

	while (end > 0 && strchr(" \n", text[end - 1]))
		end--;
	str_add(&entered, head);
	for (; end < length; end++)
		if (text[end] == ' ' || !edit->one_line)
			str_addc(&entered, text[end]);
	edit_replace(edit, EDIT_OTHER, edit->cursor, 0, entered.text, entered.length);
	edit->killing = false;
	str_clear(&entered);
	free(head);
}

void edit_put(struct edit *edit, size_t from, const char *words)
{
	edit_replace(edit, EDIT_OTHER, from, edit->cursor - from, words, strlen(words));
	edit->killing = false;
}

/* --- places --- */

static size_t after(const struct edit *edit, size_t at)
{
	size_t left = edit->text.length - at;

	return left > 0 ? at + utf8_cluster(edit->text.text + at, left, NULL) : at;
}

static size_t before(const struct edit *edit, size_t at)
{
	return at - utf8_cluster_before(edit->text.text, at);
}

/* Letters and figures of all scripts; of the punctuation only apostrophes. */
static bool in_word(const struct edit *edit, size_t at)
{
	uint32_t point;

	if (at >= edit->text.length)
		return false;
	utf8_decode(edit->text.text + at, edit->text.length - at, &point);
	if (point < 0x80)
		return point == '\'' || point == '_' || (point >= '0' && point <= '9') ||
		       (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z');
	bool latin = point < 0xC0 && point != 0xAA && point != 0xB5 && point != 0xBA;
	bool general = point >= 0x2000 && point < 0x2070 && point != 0x2019 && point != 0x200C &&
		       point != 0x200D;
	return !latin && !general && (point < 0x3000 || point > 0x3003);
}

static size_t word_after(const struct edit *edit, size_t at)
{
	while (at < edit->text.length && !in_word(edit, at))
		at = after(edit, at);
	while (at < edit->text.length && in_word(edit, at))
		at = after(edit, at);
	return at;
}

static size_t word_before(const struct edit *edit, size_t at)
{
	while (at > 0 && !in_word(edit, before(edit, at)))
		at = before(edit, at);
	while (at > 0 && in_word(edit, before(edit, at)))
		at = before(edit, at);
	return at;
}

/* Behind the blank before the word that ends at `at`, blanks behind it included. */
static size_t blank_before(const struct edit *edit, size_t at)
{
	const char *text = edit->text.text;

	while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
		at--;
	while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n')
		at--;
	return at;
}

/* --- what keys do --- */

/* Columns to wrap to, for the keys that go by rows. */
typedef void (*action)(struct edit *edit, int wrap);

static void go_left(struct edit *edit, int wrap)
{
	(void)wrap;
	edit->cursor = before(edit, edit->cursor);
}

static void go_right(struct edit *edit, int wrap)
{
	(void)wrap;
	edit->cursor = after(edit, edit->cursor);
}

static void go_word_left(struct edit *edit, int wrap)
{
	(void)wrap;
	edit->cursor = word_before(edit, edit->cursor);
}

static void go_word_right(struct edit *edit, int wrap)
{
	(void)wrap;
	edit->cursor = word_after(edit, edit->cursor);
}

static void go_line_start(struct edit *edit, int wrap)
{
	(void)wrap;
	edit->cursor = edit_line_start(&edit->text, edit->cursor);
}

static void go_line_end(struct edit *edit, int wrap)
{
	(void)wrap;
	edit->cursor = edit_line_end(&edit->text, edit->cursor);
}

static void go_row_start(struct edit *edit, int wrap)
{
	if (edit->one_line)
		go_line_start(edit, wrap);
	else
		edit->cursor = edit_row_of(&edit->text, edit->cursor, wrap).start;
}

static void go_row_end(struct edit *edit, int wrap)
{
	struct edit_row row = edit_row_of(&edit->text, edit->cursor, wrap);

	if (edit->one_line)
		go_line_end(edit, wrap);
	else
		edit->cursor = edit_at_column(&edit->text, &row, wrap);
}

static void go_text_start(struct edit *edit, int wrap)
{
	(void)wrap;
	edit->cursor = 0;
}

static void go_text_end(struct edit *edit, int wrap)
{
	(void)wrap;
	edit->cursor = edit->text.length;
}

static void go_rows(struct edit *edit, int wrap, int rows)
{
	struct edit_row row = edit_row_of(&edit->text, edit->cursor, wrap);
	int goal = edit->goal;

	if (goal < 0)
		goal = edit_columns(&edit->text, row.start, edit->cursor);
	if (rows < 0 && row.start > 0)
		row = edit_row_before(&edit->text, row.start, (size_t)-rows, wrap);
	for (; rows > 0 && !edit_row_is_last(&edit->text, &row); rows--)
		row = edit_row_at(&edit->text, row.next, wrap);
	edit->cursor = edit_at_column(&edit->text, &row, goal);
	edit->goal = goal;
}

static void go_up(struct edit *edit, int wrap)
{
	go_rows(edit, wrap, -1);
}

static void go_down(struct edit *edit, int wrap)
{
	go_rows(edit, wrap, 1);
}

static int page(const struct edit *edit)
{
	return edit->scroll->rows > 2 ? edit->scroll->rows - 1 : 1;
}

static void go_page_up(struct edit *edit, int wrap)
{
	go_rows(edit, wrap, -page(edit));
}

static void go_page_down(struct edit *edit, int wrap)
{
	go_rows(edit, wrap, page(edit));
}

static void new_line(struct edit *edit, int wrap)
{
	(void)wrap;
	edit_replace(edit, EDIT_TYPED, edit->cursor, 0, "\n", 1);
}

static void erase_before(struct edit *edit, int wrap)
{
	size_t at = before(edit, edit->cursor);

	(void)wrap;
	edit_replace(edit, EDIT_BACKSPACE, at, edit->cursor - at, "", 0);
}

static void erase_after(struct edit *edit, int wrap)
{
	(void)wrap;
	edit_replace(
		edit, EDIT_DELETE, edit->cursor, after(edit, edit->cursor) - edit->cursor, "", 0);
}

/* Takes [start, end), to be put back with Ctrl-Y. */
static void take(struct edit *edit, size_t start, size_t end)
{
	bool back = end == edit->cursor;

	if (start == end)
		return;
	if (!edit->killing)
		str_reset(&edit->killed);
	str_insert(&edit->killed, back ? 0 : edit->killed.length, edit->text.text + start,
		end - start);
	edit_replace(edit, EDIT_OTHER, start, end - start, "", 0);
}

static void kill_line_start(struct edit *edit, int wrap)
{
	(void)wrap;
	take(edit, edit_line_start(&edit->text, edit->cursor), edit->cursor);
}

static void kill_line_end(struct edit *edit, int wrap)
{
	size_t end = edit_line_end(&edit->text, edit->cursor);

	(void)wrap;
	take(edit, edit->cursor, end > edit->cursor ? end : after(edit, end));
}

static void kill_to_blank(struct edit *edit, int wrap)
{
	(void)wrap;
	take(edit, blank_before(edit, edit->cursor), edit->cursor);
}

static void kill_word(struct edit *edit, int wrap)
{
	(void)wrap;
	take(edit, word_before(edit, edit->cursor), edit->cursor);
}

static void put_back(struct edit *edit, int wrap)
{
	(void)wrap;
	edit_replace(edit, EDIT_OTHER, edit->cursor, 0, edit->killed.text, edit->killed.length);
}

static void undo(struct edit *edit, int wrap)
{
	(void)wrap;
	edit_undo(edit);
}

/* --- the table --- */

enum {
	MANY = 1,  /* only with many lines */
	TAKES = 2, /* the next taking is added to this one */
	ROWS = 4,  /* keeps the goal column */
	WRITES = 8 /* the undo step may grow */
};

static const struct {
	action act;
	int flags;
	struct key key;
} bindings[] = {
	{go_left, 0, {.code = KEY_LEFT}},
	{go_right, 0, {.code = KEY_RIGHT}},
	{go_word_left, 0, {.code = KEY_LEFT, .ctrl = true}},
	{go_word_right, 0, {.code = KEY_RIGHT, .ctrl = true}},
	{go_word_left, 0, {.code = KEY_CHARACTER, .point = 'b', .alt = true}},
	{go_word_right, 0, {.code = KEY_CHARACTER, .point = 'f', .alt = true}},
	{go_row_start, 0, {.code = KEY_HOME}},
	{go_row_end, 0, {.code = KEY_END}},
	{go_line_start, 0, {.code = KEY_CHARACTER, .point = 'a', .ctrl = true}},
	{go_line_end, 0, {.code = KEY_CHARACTER, .point = 'e', .ctrl = true}},
	{go_text_start, 0, {.code = KEY_HOME, .ctrl = true}},
	{go_text_end, 0, {.code = KEY_END, .ctrl = true}},
	{go_up, MANY | ROWS, {.code = KEY_UP}},
	{go_down, MANY | ROWS, {.code = KEY_DOWN}},
	{go_page_up, MANY | ROWS, {.code = KEY_PAGEUP}},
	{go_page_down, MANY | ROWS, {.code = KEY_PAGEDOWN}},
	{new_line, MANY | WRITES, {.code = KEY_ENTER}},
	{erase_before, WRITES, {.code = KEY_BACKSPACE}},
	{erase_after, WRITES, {.code = KEY_DELETE}},
	{kill_word, TAKES, {.code = KEY_BACKSPACE, .alt = true}},
	{kill_to_blank, TAKES, {.code = KEY_CHARACTER, .point = 'w', .ctrl = true}},
	{kill_line_start, TAKES, {.code = KEY_CHARACTER, .point = 'u', .ctrl = true}},
	{kill_line_end, TAKES, {.code = KEY_CHARACTER, .point = 'k', .ctrl = true}},
	{put_back, 0, {.code = KEY_CHARACTER, .point = 'y', .ctrl = true}},
	{undo, 0, {.code = KEY_CHARACTER, .point = '_', .ctrl = true}},
	{undo, 0, {.code = KEY_CHARACTER, .point = 'z', .alt = true}},
};

static void act_on(struct edit *edit, action act, int flags, int wrap)
{
	if (!(flags & ROWS))
		edit->goal = -1;
	if (!(flags & WRITES))
		edit->open = false;
	act(edit, wrap);
	edit->killing = (flags & TAKES) != 0;
}

static void type(struct edit *edit, uint32_t point)
{
	char bytes[4];
	size_t length = utf8_encode(point, bytes);

	edit_replace(edit, EDIT_TYPED, edit->cursor, 0, bytes, length);
	edit->killing = false;
}

bool edit_key(struct edit *edit, const struct key *key, int columns)
{
	struct key plain = *key;

	if (key->code == KEY_CHARACTER && !key->ctrl && !key->alt) {
		if (key->point < ' ' || (key->point >= 0x7F && key->point < 0xA0))
			return false;
		type(edit, key->point);
		return true;
	}
	plain.shift = false; /* nothing is selected, so that Shift changes nothing */
	for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++)
		if (key_equal(&bindings[i].key, &plain)) {
			if (edit->one_line && (bindings[i].flags & MANY))
				return false;
			act_on(edit, bindings[i].act, bindings[i].flags, edit_wrap(columns));
			return true;
		}
	return false;
}
