/* SPDX-License-Identifier: MIT */
/*
 * Golden screens: each tests/ui/screens/NAME.keys is run without a terminal and
 * what is then on the screen is compared with NAME.screen, cells and styles.
 * ACCEPT=1 writes the .screen files anew, for review in the diff.
 *
 *	size ROWS COLUMNS	of the window; first, and again to resize it
 *	clock TIME		where the clock stands
 *	nothing			no session: an empty database
 *	do LINE			a command beside the screen, as another terminal would
 *	repeat N LINE		the same N times, %d in it is the count
 *	type TEXT		a key for each character
 *	paste TEXT
 *	tick			a second without a key
 *	review DOCUMENT		a published agenda, kept in a folder of its own
 *	killed			SIGTERM, and the program started again
 *	uncounted WORDS		the number before them is the same in all pictures of the
 *				script, and # in the golden ones: it grows with the program
 *	show			a picture in the middle; there is always one at the end
 *	display [KEYS]		a picture of the screen for the room, after these keys
 *	anything else		names of keys, separated by blanks; # begins a remark
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <glob.h>
#include <locale.h>

#include "base/civil.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/app.h"
#include "ui/display.h"

#define AGENDA "agendas/2012-10-17-wg-technical-assistance.yaml"

struct stage {
	const char *path;
	int line;
	struct store *store;
	struct desk desk;
	struct app *app;
	struct canvas canvas;
	struct str out;
	int rows, columns;
	bool nothing;
	char folder[40]; /* of an agenda under review, or "" … */
	char *reviewed;  /* … and its file */
	char *uncounted; /* words before a number, or NULL … */
	long counted;    /* … and the number; 0 = not seen yet */
	bool of_room;    /* what is shown last is the screen for the room */
};

static void run_line(struct stage *stage, const char *line)
{
	struct arena arena;
	struct words words = {0};
	const char *at = NULL;
	struct err err = {0};
	struct question question = {0};
	struct call call;
	int64_t before = stage->desk.at;

	arena_init(&arena);
	call_init(&call, &stage->desk);
	if (!command_parse(line, &arena, &words, &at, &err) ||
		(at && !desk_time(&stage->desk, at, &stage->desk.at, &err)) ||
		command_run(&call, &words, &question, &err) != OUTCOME_DONE)
		fail_msg("%s:%d: %s: %s", stage->path, stage->line, line, err.text);
	stage->desk.at = before;
	call_clear(&call);
	arena_clear(&arena);
}

static void set_clock(struct stage *stage, const char *time)
{
	struct err err = {0};
	int64_t at;

	if (!civil_parse_time(time, clock_now(&stage->desk.clock), &at, &err))
		fail_msg("%s:%d: %s", stage->path, stage->line, err.text);
	clock_stand_at(&stage->desk.clock, at);
}

static void draw(struct stage *stage)
{
	app_draw(stage->app, &stage->canvas);
}

static void open_screen(struct stage *stage)
{
	struct err err = {0};

	if (stage->app)
		return;
	if (!stage->nothing && !stage->desk.session)
		run_line(stage, "agenda load " AGENDA);
	(void)err;
	stage->app = app_new(&stage->desk, stage->rows, stage->columns, true);
	draw(stage);
}

static void press(struct stage *stage, const struct key *key)
{
	open_screen(stage);
	app_handle(stage->app, &(struct event){.kind = EVENT_KEY, .key = *key});
	draw(stage);
	while (app_work(stage->app))
		;
	draw(stage);
}

static void type(struct stage *stage, const char *text)
{
	size_t left = strlen(text);

	while (left > 0) {
		struct key key = {.code = KEY_CHARACTER};
		size_t length = utf8_decode(text, left, &key.point);
		press(stage, &key);
		text += length;
		left -= length;
	}
}

static void press_named(struct stage *stage, char *names)
{
	struct key key;

	for (char *name = strtok(names, " "); name && *name != '#'; name = strtok(NULL, " ")) {
		if (!key_parse(name, &key))
			fail_msg("%s:%d: %s is no key", stage->path, stage->line, name);
		press(stage, &key);
	}
}

static void repeat(struct stage *stage, const char *line)
{
	char *end;
	long times = strtol(line, &end, 10);

	for (long i = 1; i <= times; i++) {
		struct str text;
		str_init(&text);
		for (const char *at = end + 1; *at; at++) {
			if (at[0] == '%' && at[1] == 'd')
				str_addf(&text, "%ld", i), at++;
			else
				str_addc(&text, *at);
		}
		run_line(stage, text.text);
		str_clear(&text);
	}
}

/* The last digit of the number before the words; NULL: it is not there. */
static char *number_before(char *text, const char *words)
{
	for (char *at = text; (at = strstr(at, words)); at++)
		if (at > text + 1 && at[-1] == ' ' && at[-2] >= '0' && at[-2] <= '9')
			return at - 2;
	return NULL;
}

/* The number becomes as many signs; a picture without it, or with another, is wrong. */
static void uncount(struct stage *stage, size_t from)
{
	char *at = number_before(stage->out.text + from, stage->uncounted);
	long count = 0;

	if (!at)
		fail_msg("%s:%d: nothing counts “%s”", stage->path, stage->line, stage->uncounted);
	for (long unit = 1; *at >= '0' && *at <= '9'; unit *= 10) {
		count += unit * (*at - '0');
		*at-- = '#';
	}
	if (stage->counted && stage->counted != count)
		fail_msg("%s:%d: %ld were counted, and now %ld", stage->path, stage->line,
			stage->counted, count);
	stage->counted = count;
}

static void show(struct stage *stage)
{
	size_t from = stage->out.length;

	open_screen(stage);
	draw(stage);
	while (app_work(stage->app))
		;
	draw(stage);
	canvas_dump(&stage->canvas, &stage->out);
	if (stage->uncounted)
		uncount(stage, from);
	str_addc(&stage->out, '\n');
}

/* Of the same desk as the operator's: what is shown is read by itself. */
static void show_room(struct stage *stage, const char *keys)
{
	struct display *display = display_new();
	char *names = mem_strdup(keys);
	struct key key;
	struct err err = {0};

	stage->of_room = true;
	if (stage->desk.session && !display_load(display, &stage->desk, &err))
		fail_msg("%s", err.text);
	if (!stage->desk.session)
		display_missing(display, "there is no session yet");
	for (char *name = strtok(names, " ");; name = strtok(NULL, " ")) {
		if (name && key_parse(name, &key))
			display_key(display, &key);
		canvas_reset(&stage->canvas, stage->rows, stage->columns);
		display_draw(display, desk_now(&stage->desk), &stage->canvas);
		if (!name)
			break;
	}
	canvas_dump(&stage->canvas, &stage->out);
	str_addc(&stage->out, '\n');
	display_free(display);
	free(names);
}

static void resize(struct stage *stage, const char *text)
{
	if (sscanf(text, "%d %d", &stage->rows, &stage->columns) != 2)
		fail_msg("%s:%d: ROWS COLUMNS", stage->path, stage->line);
	if (!stage->app)
		return;
	app_resize(stage->app, stage->rows, stage->columns);
	app_handle(stage->app, &(struct event){.kind = EVENT_RESIZE});
	draw(stage);
}

static void kill_and_start(struct stage *stage)
{
	open_screen(stage);
	app_handle(stage->app, &(struct event){.kind = EVENT_SIGNAL, .signal = 15});
	assert_int_equal(app_wants(stage->app), WANT_QUIT);
	assert_int_equal(app_exit_status(stage->app), 128 + 15);
	app_free(stage->app);
	stage->app = NULL;
	memset(&stage->desk.selected, 0, sizeof stage->desk.selected);
	open_screen(stage);
}

static void review(struct stage *stage, const char *document)
{
	const char *slash = strrchr(document, '/');

	open_screen(stage);
	snprintf(stage->folder, sizeof stage->folder, "/tmp/rapporteur-review-XXXXXX");
	assert_non_null(mkdtemp(stage->folder));
	stage->reviewed = mem_printf("%s/%s.yaml", stage->folder, slash ? slash + 1 : document);
	app_review(stage->app, document, stage->reviewed);
	draw(stage);
	while (app_work(stage->app))
		;
	draw(stage);
}

static const char *after(const char *line, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(line, word, length) != 0 || (line[length] && line[length] != ' '))
		return NULL;
	return line[length] ? line + length + 1 : line + length;
}

static void perform(struct stage *stage, char *line)
{
	const char *rest;

	if (*line == '\0' || *line == '#')
		return;
	if ((rest = after(line, "size")))
		resize(stage, rest);
	else if ((rest = after(line, "clock")))
		set_clock(stage, rest);
	else if (after(line, "nothing"))
		stage->nothing = true;
	else if ((rest = after(line, "do"))) {
		if (!stage->desk.session && !stage->nothing)
			run_line(stage, "agenda load " AGENDA);
		run_line(stage, rest);
	} else if ((rest = after(line, "repeat"))) {
		repeat(stage, rest);
	} else if ((rest = after(line, "type"))) {
		type(stage, rest);
	} else if ((rest = after(line, "paste"))) {
		open_screen(stage);
		app_handle(stage->app, &(struct event){.kind = EVENT_PASTE, .paste = rest});
		draw(stage);
	} else if (after(line, "tick")) {
		open_screen(stage);
		app_handle(stage->app, &(struct event){.kind = EVENT_TICK});
	} else if ((rest = after(line, "review"))) {
		review(stage, rest);
	} else if (after(line, "killed")) {
		kill_and_start(stage);
	} else if ((rest = after(line, "display"))) {
		show_room(stage, rest);
	} else if ((rest = after(line, "uncounted"))) {
		stage->uncounted = mem_strdup(rest);
	} else if (after(line, "show")) {
		show(stage);
	} else {
		press_named(stage, line);
	}
}

static void open_stage(struct stage *stage, const char *path)
{
	struct err err = {0};

	*stage = (struct stage){.path = path, .rows = 24, .columns = 80};
	canvas_init(&stage->canvas);
	str_init(&stage->out);
	assert_true(zone_set("Europe/Vienna", NULL));
	stage->store = store_new(":memory:", STORE_OPEN_CREATE, &err);
	if (!stage->store)
		fail_msg("%s", err.text);
	stage->desk.store = stage->store;
	stage->desk.person = "Test";
	stage->desk.origin = "test@here";
	set_clock(stage, "2012-10-17T09:55");
}

static void close_stage(struct stage *stage)
{
	app_free(stage->app);
	desk_clear(&stage->desk);
	canvas_clear(&stage->canvas);
	str_clear(&stage->out);
	store_free(stage->store);
	free(stage->uncounted);
	if (stage->reviewed) {
		unlink(stage->reviewed);
		rmdir(stage->folder);
		free(stage->reviewed);
	}
}

static void perform_all(struct stage *stage, char *script)
{
	for (char *line = script; line;) {
		char *end = strchr(line, '\n');
		if (end)
			*end = '\0';
		stage->line++;
		perform(stage, line);
		line = end ? end + 1 : NULL;
	}
	if (!stage->of_room)
		show(stage);
}

static void compare(const struct stage *stage, const char *golden)
{
	struct str expected;
	struct err err = {0};

	if (getenv("ACCEPT")) {
		if (!file_write(golden, stage->out.text, stage->out.length, &err))
			fail_msg("%s", err.text);
		return;
	}
	str_init(&expected);
	bool there = file_read(golden, 1 << 20, &expected, &err);
	bool same = there && strcmp(expected.text, stage->out.text) == 0;
	if (!same)
		print_error("%s is not what is on the screen:\n%s", golden, stage->out.text);
	str_clear(&expected);
	assert_true(same);
}

static void the_screen_is_as_drawn_before(void **state)
{
	const char *path = *state;
	char *golden = mem_printf("%.*s.screen", (int)(strlen(path) - strlen(".keys")), path);
	struct stage stage;
	struct str script;
	struct err err = {0};

	str_init(&script);
	if (!file_read(path, 1 << 20, &script, &err))
		fail_msg("%s", err.text);
	open_stage(&stage, path);
	perform_all(&stage, script.text);
	compare(&stage, golden);
	close_stage(&stage);
	str_clear(&script);
	free(golden);
}

int main(int argc, char **argv)
{
	const char *pattern = argc > 1 ? argv[1] : "tests/ui/screens/*.keys";
	struct CMUnitTest *tests;
	glob_t found;

	setlocale(LC_CTYPE, "C.UTF-8");
	if (glob(pattern, 0, NULL, &found) != 0)
		die("no scripts at %s", pattern);
	tests = mem_alloc((found.gl_pathc + 1) * sizeof *tests);
	for (size_t i = 0; i < found.gl_pathc; i++)
		tests[i] = (struct CMUnitTest){found.gl_pathv[i], the_screen_is_as_drawn_before,
			NULL, NULL, found.gl_pathv[i]};
	int failed = _cmocka_run_group_tests("screens", tests, found.gl_pathc, NULL, NULL);
	free(tests);
	globfree(&found);
	return failed;
}
