/* SPDX-License-Identifier: MIT */
/*
 * The first screen when no session was named: the list of sessions, or, when
 * there is none yet, how to begin. A session is begun from an agenda file.
 */
#include "model/phrase.h"
#include "store/agenda.h"
#include "app_inside.h"
#include "flow.h"
#include "list.h"
#include "session.h"
#include "views.h"

enum { HEAD = 2, EACH = 2 }; /* rows above the list, and of a session in it */

struct start {
	struct arena arena;
	struct session_row *rows;
	struct list list;
	struct flow flow; /* of a first start */
};

static void start_init(void *state, struct app *app, const void *argument)
{
	struct start *start = state;

	(void)app;
	(void)argument;
	arena_init(&start->arena);
	flow_init(&start->flow);
}

static void start_clear(void *state)
{
	struct start *start = state;

	arena_clear(&start->arena);
	flow_clear(&start->flow);
}

static void say_how_to_begin(struct start *start, struct app *app, int columns)
{
	struct shape shape = {.columns = columns - 2, .indent = 2};
	struct shape deeper = {.columns = columns - 2, .indent = 6};
	struct flow *flow = &start->flow;

	flow_reset(flow);
	flow_blank(flow, 0);
	flow_add(flow, STYLE_STRONG, "There is no session yet.");
	flow_end(flow, &shape);
	flow_blank(flow, 0);
	flow_add(flow, STYLE_TEXT,
		"A session begins with its agenda. Press i and give the name of the "
		"published one, as text, HTML, DOCX or PDF: you see what was understood of "
		"it, correct that, and start. Or press f for an agenda file that lists the "
		"items, the days and the hours. Either can be named at the start:");
	flow_end(flow, &shape);
	flow_blank(flow, 0);
	flow_add(flow, STYLE_KEY, "rapporteur provisional-agenda.docx");
	flow_end(flow, &deeper);
	flow_add(flow, STYLE_KEY, "rapporteur agendas/2012-10-17-wg-technical-assistance.yaml");
	flow_end(flow, &deeper);
	flow_blank(flow, 0);
	flow_addf(flow, STYLE_TEXT,
		"What you do is kept at once, in %s; it can be undone with u, also "
		"days later. ? shows the keys, q leaves.",
		store_path(app_store(app)));
	flow_end(flow, &shape);
}

static void start_load(void *state, struct app *app, const struct frame *frame)
{
	struct start *start = state;
	size_t count = 0;

	arena_clear(&start->arena);
	start->rows = store_sessions(app_store(app), false, &start->arena, &count);
	list_fit(&start->list, count, (frame->rows - HEAD) / EACH);
	if (count == 0)
		say_how_to_begin(start, app, frame->columns);
}

static void describe(const struct session_row *row, struct str *out)
{
	if (row->rehearsal)
		str_add(out, "rehearsal · ");
	if (row->place)
		str_addf(out, "%s, ", row->place);
	phrase_dates(row->from, row->to, out);
	if (row->statements > 0)
		str_addf(out, " · %lld statement%s", (long long)row->statements,
			row->statements == 1 ? "" : "s");
	if (row->archived)
		str_add(out, " · archived");
	str_addf(out, " · %s", row->key);
}

static void draw_session(const struct start *start, const struct area *list, size_t i)
{
	int row = list_row(&start->list, i) * EACH;
	struct str text;

	str_init(&text);
	describe(&start->rows[i], &text);
	area_cut(list, row, 1, list->columns - 2, STYLE_TEXT, start->rows[i].title);
	area_cut(list, row + 1, 4, list->columns - 5, STYLE_FAINT, text.text);
	if (i == start->list.selected) {
		area_style(list, row, 0, list->columns, STYLE_SELECTED);
		area_cursor(list, row, 0, false);
	}
	str_clear(&text);
}

static void start_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct start *start = state;
	struct area list = area_part(area, HEAD, 0, area->rows - HEAD, area->columns);

	(void)app;
	(void)frame;
	if (start->list.count == 0) {
		flow_draw(&start->flow, area, 0);
		area_cursor(area, 0, 0, false);
		return;
	}
	area_text(area, 0, 1, STYLE_STRONG, "Which session?");
	list_place(&start->list, area, 0);
	for (size_t i = start->list.top; i < start->list.count && list_row(&start->list, i) >= 0;
		i++)
		draw_session(start, &list, i);
}

static bool start_key(void *state, struct app *app, const struct key *key)
{
	struct start *start = state;

	if (key->code == KEY_ENTER && start->list.count > 0) {
		session_enter(app, start->rows[start->list.selected].id);
		return true;
	}
	if (key->code == KEY_ESCAPE && app_session(app)) {
		app_show(app, &view_room);
		return true;
	}
	uint32_t letter = key_letter(key);
	if (letter == 'i') {
		app_run_line(app, "agenda import");
		return true;
	}
	if (letter == 'f' || (letter == 'u' && app_session(app))) {
		app_run_line(app, letter == 'f' ? "agenda load" : "undo");
		return true;
	}
	return list_key(&start->list, key);
}

static const char *start_hints(const void *state, const struct app *app)
{
	const struct start *start = state;

	(void)app;
	return start->list.count > 0 ? "Enter open  i import  f agenda file"
				     : "i published agenda  f agenda file";
}

const struct view_ops view_start = {
	.name = "sessions",
	.title = "Sessions",
	.size = sizeof(struct start),
	.init = start_init,
	.clear = start_clear,
	.load = start_load,
	.draw = start_draw,
	.key = start_key,
	.hints = start_hints,
	.keys = "Up, Down\tChoose a session\nEnter\tOpen it\n"
		"i\tRead a published agenda (text, HTML, DOCX, PDF), and begin a session of it\n"
		"f\tBegin a session from an agenda file",
};
