/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "screen.h"
#include "support/store/answers.h"

enum { MOST_SLICES = 100000 };

void screen_open(struct screen *screen, int rows, int columns)
{
	*screen = (struct screen){0};
	fixture_open(&screen->fixture);
	canvas_init(&screen->canvas);
	str_init(&screen->text);
	screen->app = app_new(&screen->fixture.desk, rows, columns, true);
	screen_draw(screen);
}

void screen_open_on_item_2(struct screen *screen)
{
	screen_open(screen, 24, 80);
	screen_keys(screen, "m :");
	screen_type(screen, "item open 2");
	screen_keys(screen, "Enter");
}

void screen_close(struct screen *screen)
{
	app_free(screen->app);
	str_clear(&screen->text);
	canvas_clear(&screen->canvas);
	fixture_close(&screen->fixture);
}

void screen_resize(struct screen *screen, int rows, int columns)
{
	struct event event = {.kind = EVENT_RESIZE};

	app_resize(screen->app, rows, columns);
	app_handle(screen->app, &event);
	screen_draw(screen);
}

static void press(struct screen *screen, const struct key *key)
{
	struct event event = {.kind = EVENT_KEY, .key = *key};

	app_handle(screen->app, &event);
	screen_draw(screen);
}

void screen_keys(struct screen *screen, const char *keys)
{
	char name[32];
	struct key key;

	for (size_t length; *keys; keys += length) {
		keys += strspn(keys, " ");
		length = strcspn(keys, " ");
		if (length == 0)
			break;
		snprintf(name, sizeof name, "%.*s", (int)length, keys);
		if (!key_parse(name, &key))
			fail_msg("%s is no key", name);
		press(screen, &key);
	}
}

void screen_type(struct screen *screen, const char *text)
{
	size_t left = strlen(text);

	while (left > 0) {
		struct key key = {.code = KEY_CHARACTER};
		size_t length = utf8_decode(text, left, &key.point);
		if (key.point == '\n')
			key = (struct key){.code = KEY_ENTER};
		press(screen, &key);
		text += length;
		left -= length;
	}
}

void screen_paste(struct screen *screen, const char *text)
{
	struct event event = {.kind = EVENT_PASTE, .paste = text};

	app_handle(screen->app, &event);
	screen_draw(screen);
}

void screen_do(struct screen *screen, const char *line)
{
	fixture_do(&screen->fixture, line);
	screen_draw(screen);
}

void screen_work(struct screen *screen)
{
	int slices = 0;

	while (app_work(screen->app))
		if (++slices > MOST_SLICES)
			fail_msg("the work has no end");
	screen_draw(screen);
}

static void add_row(struct screen *screen, int row)
{
	const struct canvas *canvas = &screen->canvas;
	size_t begin = screen->text.length;

	for (int column = 0; column < canvas->columns; column++)
		str_add(&screen->text, canvas->cells[row * canvas->columns + column].text);
	while (screen->text.length > begin && screen->text.text[screen->text.length - 1] == ' ')
		str_cut(&screen->text, screen->text.length - 1);
	str_addc(&screen->text, '\n');
}

const char *screen_draw(struct screen *screen)
{
	app_draw(screen->app, &screen->canvas);
	if (app_store(screen->app))
		answers_check(app_store(screen->app));
	str_reset(&screen->text);
	for (int row = 0; row < screen->canvas.rows; row++)
		add_row(screen, row);
	return screen->text.text;
}

void screen_shows(struct screen *screen, const char *text)
{
	if (!strstr(screen->text.text, text))
		fail_msg("\"%s\" is not on the screen:\n%s", text, screen->text.text);
}

void screen_lacks(struct screen *screen, const char *text)
{
	if (strstr(screen->text.text, text))
		fail_msg("\"%s\" is on the screen:\n%s", text, screen->text.text);
}

const char *screen_cursor_row(struct screen *screen)
{
	struct str row;
	int at = screen->canvas.cursor_row;

	str_init(&row);
	if (at >= 0) {
		size_t begin = screen->text.length;
		add_row(screen, at);
		str_add(&row, screen->text.text + begin);
		str_cut(&row, row.length - 1);
		str_cut(&screen->text, begin);
	}
	const char *copy = arena_strdup(&screen->fixture.arena, row.text + strspn(row.text, " "));
	str_clear(&row);
	return copy;
}
