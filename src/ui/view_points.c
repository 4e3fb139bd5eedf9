/* SPDX-License-Identifier: MIT */
/*
 * The Points: what was said on an item, a line each, those that are told together under
 * the one whose words tell them, with how many said it. Several are marked and put
 * together by a key. Who said it is seen beside or below it, here alone, and not while
 * names are covered (F9).
 */
#include <stdlib.h>
#include <string.h>

#include "app_inside.h"
#include "model/quantifier.h"
#include "reader.h"
#include "show.h"
#include "store/agenda.h"
#include "store/agenda_edit.h"
#include "store/point.h"
#include "views.h"

enum { HEAD = 1, COUNT = 12 /* columns of "12 of 140" */, LABEL = 6, PLACE = 12 };

struct point_line {
	const struct point_row *row;
	bool counted, marked;
	int64_t said;
};

struct points {
	struct reader r;
	struct point_line *lines;
	int64_t item, spoke;
	int64_t *marks; /* ids, of the heap of marking */
	struct arena marking;
	size_t mark_count;
	struct item_row about;
};

static void init(void *data, struct app *app, const void *argument)
{
	struct points *state = data;

	reader_init(&state->r, app, argument);
	arena_init(&state->marking);
}

static void clear(void *data)
{
	struct points *state = data;

	arena_clear(&state->marking);
	reader_clear(&state->r);
}

static struct point_line *selected(const struct points *state)
{
	return state->r.list.count > 0 ? &state->lines[state->r.list.selected] : NULL;
}

/* --- loading --- */

static bool is_marked(const struct points *state, int64_t id)
{
	for (size_t i = 0; i < state->mark_count; i++)
		if (state->marks[i] == id)
			return true;
	return false;
}

struct led { /* a point under a lead */
	int64_t lead;
	size_t place; /* as it was said */
};

static int compare_leads(const void *a, const void *b)
{
	const struct led *one = a, *other = b;

	if (one->lead != other->lead)
		return one->lead < other->lead ? -1 : 1;
	return (one->place > other->place) - (one->place < other->place);
}

/* By lead; how many. */
static size_t gather_led(const struct point_row *rows, size_t count, struct led *led)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if (rows[i].lead)
			led[n++] = (struct led){rows[i].lead, i};
	qsort(led, n, sizeof *led, compare_leads);
	return n;
}

static size_t first_of(const struct led *led, size_t count, int64_t lead)
{
	size_t from = 0, to = count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (led[middle].lead < lead)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* Those under a lead follow it, wherever they were said. */
static size_t order(struct points *state, const struct point_row *rows, size_t count)
{
	struct led *led = arena_alloc(&state->r.arena, (count + 1) * sizeof *led);
	size_t lines = 0, led_count = gather_led(rows, count, led);

	state->lines = arena_alloc(&state->r.arena, (count + 1) * sizeof *state->lines);
	for (size_t i = 0; i < count; i++) {
		if (rows[i].lead)
			continue;
		state->lines[lines++] = (struct point_line){.row = &rows[i]};
		for (size_t j = first_of(led, led_count, rows[i].id);
			j < led_count && led[j].lead == rows[i].id; j++)
			state->lines[lines++] = (struct point_line){.row = &rows[led[j].place]};
	}
	return lines;
}

static size_t line_of(const struct points *state, size_t lines, int64_t id)
{
	size_t line = 0;

	while (line < lines && state->lines[line].row->id != id)
		line++;
	return line;
}

static void load_again(struct points *state, struct app *app)
{
	struct store *store = app_store(app);
	int64_t id = app_desk(app)->selected.point, made = app_made(app, "point add");
	size_t count;

	arena_clear(&state->r.arena);
	state->item = store_item_lead(store, app_desk(app)->selected.item);
	state->about = (struct item_row){0};
	store_item(store, state->item, &state->r.arena, &state->about);
	const struct point_row *rows = store_points(store, state->item, &state->r.arena, &count);
	size_t lines = order(state, rows, count);
	state->spoke = store_item_count(store, state->item).with_members;
	list_again(&state->r.list, lines, line_of(state, lines, made ? made : id),
		state->r.panes.rows);
	state->r.loaded = true;
}

static void tell_desk(struct points *state, struct app *app)
{
	const struct point_line *line = selected(state);

	app_desk(app)->selected.point = line ? line->row->id : 0;
}

/* Only what is seen is counted, and what is marked of it known. */
static void count_seen(struct points *state, struct app *app)
{
	size_t end = state->r.list.top + (size_t)state->r.panes.rows;

	for (size_t i = state->r.list.top; i < end && i < state->r.list.count; i++) {
		struct point_line *line = &state->lines[i];
		if (!line->counted && !line->row->lead)
			line->said = store_point_count(app_store(app), line->row->id).with_members;
		line->counted = true;
		line->marked = is_marked(state, line->row->id);
	}
}

/* --- the text --- */

static const char *word_of(
	struct app *app, const struct point_row *lead, int64_t said, int64_t spoke, bool *chosen)
{
	const char *words, *scale = template_text(desk_template(app_desk(app)), "quantifier.scale");
	enum quantifier told = quantifier_said(lead->text, &words);

	*chosen = told != QUANTIFIERS;
	if (!*chosen)
		told = quantifier_advice(
			scale, store_point_count(app_store(app), lead->id).voices, said, spoke);
	return template_text(desk_template(app_desk(app)), quantifier_key(told));
}

static void add_voice(struct flow *flow, struct app *app, const struct point_voice *voice)
{
	if (voice->statement_number)
		flow_addf(flow, STYLE_FAINT, "s%d  ", voice->statement_number);
	else
		flow_add(flow, STYLE_FAINT, "supports  ");
	flow_add(flow, STYLE_TEXT, show_covered(app, voice->name));
	if (voice->group)
		flow_addf(flow, STYLE_TEXT, " for %s", show_covered(app, voice->group));
	if (voice->members)
		flow_addf(flow, STYLE_FAINT, ", %lld members", (long long)voice->members);
	flow_end_line(flow, 3);
}

/* Who made several of the points in one statement is one voice. */
static void add_voices(struct flow *flow, struct app *app, int64_t lead)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct point_voice *voices = store_point_voices(app_store(app), lead, &arena, &count);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || !voices[i].statement_number ||
			voices[i].statement_number != voices[i - 1].statement_number)
			add_voice(flow, app, &voices[i]);
	arena_clear(&arena);
}

/* What was presented counts for nobody's opinion. */
static bool is_presented(const struct point_row *row)
{
	return strcmp(row->kind, "presentation") == 0 || strcmp(row->kind, "panellist") == 0;
}

static void add_count(struct flow *flow, struct app *app, const struct points *state,
	const struct point_row *lead)
{
	if (is_presented(lead)) {
		flow_add(flow, STYLE_FAINT, "presented");
		flow_end_line(flow, 1);
		return;
	}
	int64_t said = store_point_count(app_store(app), lead->id).with_members;
	bool chosen;
	const char *word = word_of(app, lead, said, state->spoke, &chosen);

	flow_addf(flow, STYLE_TEXT, "%lld of %lld who spoke · ", (long long)said,
		(long long)state->spoke);
	flow_add(flow, chosen ? STYLE_WARN : STYLE_GOOD, word);
	flow_add(flow, STYLE_FAINT, chosen ? ", as you say it" : "");
	flow_end_line(flow, 1);
}

static void load_text(struct points *state, struct app *app)
{
	const struct point_line *line = selected(state);
	struct flow *flow = &state->r.text;

	reader_begin_text(&state->r, line ? line->row->id : 0);
	if (line) {
		int64_t id = line->row->lead ? line->row->lead : line->row->id;
		size_t at = line_of(state, state->r.list.count, id);
		const struct point_row *lead =
			at < state->r.list.count ? state->lines[at].row : line->row;
		flow_addf(flow, STYLE_STRONG, "p%d", lead->number);
		flow_addf(flow, STYLE_TEXT, "  %s", show_covered(app, lead->text));
		flow_end_line(flow, 1);
		add_count(flow, app, state, lead);
		add_voices(flow, app, lead->id);
	}
	flow_fit(flow, state->r.panes.text_rows, &state->r.top);
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct points *state = data;

	if (reader_begin(&state->r, app, frame, HEAD))
		load_again(state, app);
	list_fit(&state->r.list, state->r.list.count, state->r.panes.rows);
	count_seen(state, app);
	tell_desk(state, app);
	load_text(state, app);
}

/* --- drawing --- */

static void draw_line(const struct points *state, const struct app *app, const struct area *area,
	int row, const struct point_line *line)
{
	bool led = line->row->lead != 0;
	int column = led ? 4 : 2;

	if (line->marked)
		area_text(area, row, 0, STYLE_GOOD, "+");
	area_textf(area, row, column, led ? STYLE_FAINT : STYLE_TEXT, "p%d", line->row->number);
	column += LABEL;
	int room = area->columns - column - (led ? 1 : COUNT);
	area_cut(area, row, column, room, led ? STYLE_FAINT : STYLE_TEXT,
		show_covered(app, line->row->text));
	if (led)
		return;
	struct str count;
	str_init(&count);
	if (is_presented(line->row))
		str_add(&count, "presented");
	else
		str_addf(&count, "%lld of %lld", (long long)line->said, (long long)state->spoke);
	area_right(area, row, area->columns - 1, line->said > 1 ? STYLE_STRONG : STYLE_FAINT,
		count.text);
	str_clear(&count);
}

static void draw_list(const struct points *state, const struct app *app, const struct area *area)
{
	if (state->r.list.count == 0) {
		area_text(area, 0, 1, STYLE_FAINT, "Nothing has been noted under this item yet:");
		area_text(area, 1, 1, STYLE_FAINT, "a line of a note in the Room is a point");
		area_cursor(area, 0, 1, false);
	}
	for (int row = 0; row < area->rows; row++) {
		size_t i = state->r.list.top + (size_t)row;
		if (i >= state->r.list.count)
			break;
		draw_line(state, app, area, row, &state->lines[i]);
	}
	list_mark(&state->r.list, area, !state->r.in_text);
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct points *state = data;
	struct area list = panes_list(&state->r.panes, area);
	struct str title;

	(void)frame;
	int column = area_text(area, 0, 1, STYLE_STRONG, "POINTS");
	str_init(&title);
	if (state->mark_count > 0)
		str_addf(&title, "  %zu marked", state->mark_count);
	if (state->about.printed)
		str_addf(&title, "  item %s  %s", state->about.printed, state->about.title);
	area_cut(area, 0, column,
		(state->r.panes.beside ? state->r.panes.columns : area->columns) - column - PLACE,
		STYLE_TEXT, title.text);
	str_clear(&title);
	panes_place(&state->r.panes, area, &state->r.list);
	draw_list(state, app, &list);
	reader_draw(&state->r, area);
}

/* --- keys --- */

static void mark(struct points *state, struct app *app)
{
	const struct point_line *line = selected(state);
	size_t i = 0;

	if (!line)
		return;
	while (i < state->mark_count && state->marks[i] != line->row->id)
		i++;
	if (i < state->mark_count) {
		state->marks[i] = state->marks[--state->mark_count];
	} else {
		state->marks = arena_grow(
			&state->marking, state->marks, state->mark_count, sizeof *state->marks);
		state->marks[state->mark_count++] = line->row->id;
	}
	app_reload(app);
}

/* The one under the cursor tells those that are marked. */
static void put_together(struct points *state, struct app *app)
{
	const struct point_line *line = selected(state);
	struct str points;

	if (!line)
		return;
	if (state->mark_count == 0 || (state->mark_count == 1 && is_marked(state, line->row->id))) {
		app_say(app, TONE_PLAIN, "Space marks what is told together with the selected one");
		return;
	}
	str_init(&points);
	str_addf(&points, "p%d", line->row->number);
	for (size_t i = 0; i < state->r.list.count; i++)
		if (is_marked(state, state->lines[i].row->id))
			str_addf(&points, " p%d", state->lines[i].row->number);
	app_run_with(app, "point group", "points", points.text, NULL);
	state->mark_count = 0;
	str_clear(&points);
}

static bool key(void *data, struct app *app, const struct key *key)
{
	struct points *state = data;

	if (reader_swap(&state->r, app, key))
		return true;
	if (key->code == KEY_ESCAPE) {
		app_pop(app);
		return true;
	}
	if (state->r.in_text)
		return reader_scroll(&state->r, key);
	if (key_letter(key) == ' ') {
		mark(state, app);
	} else if (show_key_runs(key, "conclusion add")) {
		view_conclusions_add(app, state->item);
	} else if (key_letter(key) == 'g') {
		put_together(state, app);
	} else if (list_key(&state->r.list, key)) {
		tell_desk(state, app);
		app_reload(app);
	} else {
		return false;
	}
	return true;
}

static const char *hints(const void *data, const struct app *app)
{
	const struct points *state = data;

	(void)app;
	if (state->r.list.count == 0)
		return "Esc back";
	return state->r.in_text
		       ? "Tab list  Esc back"
		       : "Space mark  g together  x alone  s support  w how many  Esc back";
}

const struct view_ops view_points = {
	.name = "points",
	.title = "Points",
	.bit = IN_POINTS,
	.size = sizeof(struct points),
	.init = init,
	.clear = clear,
	.load = load,
	.draw = draw,
	.key = key,
	.hints = hints,
	.keys = "Space\tMark a point, or not\n"
		"g\tTell those that are marked together, in the words of the one under the cursor\n"
		"Tab, Enter\tGo to who said it and back\n"
		"Esc\tGo back\n",
};
