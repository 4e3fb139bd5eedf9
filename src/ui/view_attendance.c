/* SPDX-License-Identifier: MIT */
/*
 * Who is there: the roster in the order of lists, at the bottom of the screen so
 * that the floor stays in sight. Letters find a name, Space ticks it, and the
 * count for a quorum follows. Every tick is a command of its own.
 */
#include <stdlib.h>
#include <string.h>

#include "app_inside.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "command/attendance.h"
#include "list.h"
#include "model/match.h"
#include "panel.h"
#include "show.h"
#include "views.h"

enum { HEAD = 2, MARK = 3, KIND = 30, WIDE = 64 };

struct roll {
	struct arena arena;
	struct attendance all;
	size_t *shown; /* indexes of `all`: whoever can come into a room */
	struct list list;
	struct str typed;
	int64_t meeting;
	int number;
};

static void attendance_init(void *state, struct app *app, const void *argument)
{
	struct roll *s = state;

	(void)app;
	(void)argument;
	arena_init(&s->arena);
	str_init(&s->typed);
}

static void attendance_clear(void *state)
{
	struct roll *s = state;

	arena_clear(&s->arena);
	str_clear(&s->typed);
}

static bool comes(const struct participant_row *row)
{
	return strcmp(row->kind, "group") != 0 && strcmp(row->kind, "officer") != 0 &&
	       strcmp(row->kind, "secretariat") != 0;
}

static void attendance_load_rows(void *state, struct app *app, const struct frame *frame)
{
	struct roll *s = state;
	struct meeting_row meeting;
	size_t count = 0;

	arena_clear(&s->arena);
	s->meeting = store_meeting_open_now(app_store(app), app_session(app), &s->arena, &meeting)
			     ? meeting.id
			     : 0;
	s->number = s->meeting ? meeting.number : 0;
	attendance_load(app_desk(app), s->meeting, &s->arena, &s->all);
	s->shown = arena_alloc(&s->arena, (s->all.count + 1) * sizeof *s->shown);
	for (size_t i = 0; i < s->all.count; i++)
		if (comes(&s->all.rows[i]))
			s->shown[count++] = i;
	int rows = frame->rows * 6 / 10 - HEAD;
	list_fit(&s->list, count, rows > 1 ? rows : 1);
}

/* --- drawing --- */

static void draw_head(const struct roll *s, const struct area *area)
{
	struct str text;

	str_init(&text);
	if (s->meeting)
		quorum_phrase(&s->all.quorum, &text);
	else
		str_add(&text, "registered for the session (no meeting is open)");
	bool enough = !s->meeting || !quorum_word(&s->all.quorum);
	area_text(area, 0, 1, STYLE_FAINT, "PRESENT");
	area_cut(area, 0, 10, area->columns - 11, enough ? STYLE_TEXT : STYLE_WARN, text.text);
	area_text(area, 1, 1, STYLE_FAINT, "find");
	int column = area_text(area, 1, 10, STYLE_FIELD, s->typed.text);
	area_cursor(area, 1, column, true);
	str_clear(&text);
}

static const char *kind_of(const struct participant_row *row)
{
	if (strcmp(row->status, "unknown") != 0)
		return row->status;
	return strcmp(row->kind, "state") == 0 ? "" : row->kind;
}

static void draw_row(
	const struct roll *s, const struct app *app, const struct area *area, int row, size_t i)
{
	const struct participant_row *one = &s->all.rows[s->shown[i]];
	bool here = s->all.here[s->shown[i]];

	area_text(area, row, 1, here ? STYLE_GOOD : STYLE_FAINT, here ? "✓" : "·");
	int kind = area->columns < WIDE ? 0 : KIND;
	area_cut(area, row, MARK, area->columns - MARK - kind - 1, here ? STYLE_STRONG : STYLE_TEXT,
		show_covered(app, one->list_name));
	if (kind > 0)
		area_cut(area, row, area->columns - kind, kind - 1, STYLE_FAINT, kind_of(one));
}

static void attendance_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct roll *s = state;
	struct area inside = panel_draw(area, s->list.rows + HEAD);
	struct area list = area_part(&inside, HEAD, 0, inside.rows - HEAD, inside.columns);

	(void)frame;
	for (size_t i = 0; i < s->list.count; i++) {
		int row = list_row(&s->list, i);
		if (row >= 0 && row < list.rows)
			draw_row(s, app, &list, row, i);
	}
	list_mark(&s->list, &list, false);
	draw_head(s, &inside);
}

/* --- keys --- */

/* The best match, the first of equals. */
static void find(struct roll *s)
{
	char *key = fold_key(s->typed.text);
	int best = 0;

	for (size_t i = 0; i < s->list.count; i++) {
		const struct participant_row *row = &s->all.rows[s->shown[i]];
		for (size_t j = 0; j < row->key_count; j++) {
			int score = match_score(key, row->keys[j]);
			if (score > best) {
				best = score;
				list_select(&s->list, i);
			}
		}
	}
	free(key);
}

static void tick(struct roll *s, struct app *app)
{
	size_t i;

	if (s->list.count == 0)
		return;
	i = s->shown[s->list.selected];
	app_do(app, s->all.here[i] ? "participant absent" : "participant present", "names",
		s->all.rows[i].list_name, NULL);
	str_reset(&s->typed);
	app_reload(app);
}

static void type(struct roll *s, uint32_t point)
{
	char bytes[4];
	size_t length = utf8_encode(point, bytes);

	str_addn(&s->typed, bytes, length);
	find(s);
}

static bool attendance_key(void *state, struct app *app, const struct key *key)
{
	struct roll *s = state;
	uint32_t letter = key_letter(key);

	if (key_leaves(key) && s->typed.length == 0)
		app_leave(app, state);
	else if (key_leaves(key))
		str_reset(&s->typed);
	else if (key->code == KEY_ENTER || letter == ' ')
		tick(s, app);
	else if (key->code == KEY_BACKSPACE)
		str_cut(&s->typed,
			s->typed.length - utf8_cluster_before(s->typed.text, s->typed.length));
	else if (letter)
		type(s, letter);
	else
		return list_key(&s->list, key);
	return true;
}

static const char *attendance_hints(const void *state, const struct app *app)
{
	(void)app;
	return ((const struct roll *)state)->typed.length > 0
		       ? "Space tick  Esc clear  ↑↓ choose"
		       : "Space tick  ↑↓ choose  letters find  Esc leave";
}

static bool attendance_typing(const void *state)
{
	(void)state;
	return true;
}

const struct view_ops view_attendance = {
	.name = "attendance",
	.title = "Attendance",
	.overlay = true,
	.size = sizeof(struct roll),
	.init = attendance_init,
	.clear = attendance_clear,
	.load = attendance_load_rows,
	.draw = attendance_draw,
	.key = attendance_key,
	.hints = attendance_hints,
	.typing = attendance_typing,
};
