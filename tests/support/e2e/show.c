/* SPDX-License-Identifier: MIT */
/* What the shown program draws, and what its keys do. */
#include <locale.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "show.h"

enum { EVENTS = 8, SCATTERED_FROM = 15, SCATTERED = 60 };

struct show {
	struct term *term;
	struct canvas canvas;
	char events[EVENTS][60]; /* the newest first */
	int count;
	bool deaf;      /* to keys that mean something */
	unsigned frame; /* what is scattered follows from it */
	int status;
};

static void note(struct show *show, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void note(struct show *show, const char *format, ...)
{
	va_list args;

	memmove(show->events[1], show->events[0], sizeof show->events - sizeof show->events[0]);
	va_start(args, format);
	vsnprintf(show->events[0], sizeof show->events[0], format, args);
	va_end(args);
	show->count++;
}

/* Words of all widths and styles over each other, another picture for every frame. */
static void scatter(const struct area *all, unsigned frame)
{
	static const char *const words[] = {"Benin", "é", "作者", "e\u0302", "🇫🇷",
		"👩‍👩‍👧", "     ", "─",
		"a long one that reaches over most of the other ones", "x"};
	uint64_t random = frame;

	for (int i = 0; frame > 0 && i < SCATTERED; i++) {
		random = random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		unsigned r = (unsigned)(random >> 33);
		int row = SCATTERED_FROM + (int)(r % (unsigned)(all->rows - SCATTERED_FROM - 1));

		area_text(all, row, (int)(r / 7 % (unsigned)all->columns) - 4, r / 11 % STYLE_COUNT,
			words[r / 13 % (sizeof words / sizeof words[0])]);
	}
}

static void draw(struct show *show)
{
	canvas_reset(&show->canvas, term_rows(show->term), term_columns(show->term));
	struct area all = canvas_area(&show->canvas);

	area_textf(&all, 0, 0, STYLE_TITLE, "size %d x %d", all.rows, all.columns);
	area_text(&all, 1, 0, STYLE_SELECTED, "selected");
	area_text(&all, 1, 10, STYLE_BAD, "late");
	area_text(&all, 1, 16, STYLE_WARN, "soon");
	area_text(&all, 1, 22, STYLE_GOOD, "done");
	area_text(&all, 1, 28, STYLE_ACCENT, "floor");
	area_text(&all, 2, 0, STYLE_TEXT,
		"Côte d’Ivoire — “作者” ✓ ● ▶ … e\u0302 🇫🇷 👩‍👩‍👧 end");
	area_text(&all, 3, 0, STYLE_TEXT, "\033]52;c;aGk=\a\033[5n \u202E end");
	area_rule(&all, 4, 0, all.columns);
	area_bar(&all, 5, 70, 3);
	area_textf(&all, 5, 0, STYLE_TEXT, "%d events", show->count);
	for (int i = 0; i < EVENTS; i++)
		area_text(&all, 6 + i, 0, STYLE_TEXT, show->events[i]);
	scatter(&all, show->frame);
	area_textf(&all, all.rows - 1, 0, STYLE_TEXT, "all of %d", show->count); /* goes last */
	area_text(&all, all.rows - 1, all.columns - 1, STYLE_TEXT, "*");
	area_cursor(&all, 5, 3, true);
	term_show(show->term, &show->canvas);
}

static void run(struct show *show, const char *script)
{
	const char *const argv[] = {"sh", "-c", script, NULL};
	const char *const missing[] = {"/no/such/editor", NULL};
	struct err err = {0};
	int status = -1;

	if (term_run(
		    show->term, (char *const *)(uintptr_t)(script ? argv : missing), &status, &err))
		note(show, "ran %d", status);
	else
		note(show, "%d %s", err.code, err.text);
}

static void do_key(struct show *show, uint32_t number)
{
	switch (number) {
	case 1:
		show->status = 0;
		break;
	case 2:
		abort();
	case 3:
		raise(SIGSEGV);
		break;
	case 4:
		die("out of luck");
	case 5:
		run(show, "echo in the child; read line; echo \"read $line\"");
		break;
	case 6:
		run(show, "echo sleeping; exec sleep 100");
		break;
	case 7:
		run(show, NULL);
		break;
	case 8:
		term_title(show->term, "Room — \033]52;c;aGk=\a\x9b");
		break;
	case 9:
		term_redraw(show->term);
		break;
	case 10:
		note(show, "frame %u.", ++show->frame);
		break;
	}
}

/* After the terminal is gone the waits must still take their time. */
static int stay(struct show *show)
{
	int64_t begun = clock_monotonic();
	struct event event;

	for (int i = 0; i < 4; i++) {
		term_wait(show->term, 50, &event);
		if (event.kind == EVENT_SIGNAL)
			return 128 + event.signal;
		if (event.kind != EVENT_GONE)
			return 1;
	}
	return clock_monotonic() - begun >= 4 * 50 ? SHOW_GONE : 2;
}

static void take(struct show *show, const struct event *event)
{
	struct str name = STR_EMPTY;

	switch (event->kind) {
	case EVENT_KEY:
		key_format(&event->key, &name);
		note(show, "key %s.", name.text);
		if (event->key.code == KEY_F && !show->deaf)
			do_key(show, event->key.point);
		str_clear(&name);
		break;
	case EVENT_PASTE:
		note(show, "paste %zu%s %.40s.", strlen(event->paste),
			event->truncated ? " truncated" : "", event->paste);
		break;
	case EVENT_RESIZE:
		note(show, "resize.");
		break;
	case EVENT_SIGNAL:
		if (event->signal == SIGTSTP) {
			term_suspend(show->term);
			note(show, "resize.");
		} else {
			show->status = 128 + event->signal;
		}
		break;
	case EVENT_GONE:
		show->status = stay(show);
		break;
	case EVENT_TICK:
		break;
	}
}

int show_main(enum term_colour colour, bool deaf)
{
	struct show show = {.deaf = deaf, .status = -1};
	struct err err = {0};
	struct event event;

	setlocale(LC_ALL, "");
	show.term = term_new(colour, &err);
	if (!show.term) {
		printf("%s\n", err.text);
		return (int)err.code;
	}
	canvas_init(&show.canvas);
	while (show.status < 0) {
		draw(&show);
		term_wait(show.term, -1, &event);
		do { /* all there is before the next drawing */
			take(&show, &event);
			term_wait(show.term, 0, &event);
		} while (show.status < 0 && event.kind != EVENT_TICK);
	}
	canvas_clear(&show.canvas);
	term_free(show.term);
	return show.status;
}
