/* SPDX-License-Identifier: MIT */
/*
 * The Report: a live preview of the draft report. Building it and laying it out
 * happen in slices between the keys (view_ops.work): what was built last stays
 * on the screen until the new one is whole, then takes its place with the same
 * paragraph on top. A key only moves in lines that are there already.
 *
 * On wide screens the headings stand beside the text; else g and m lay the list
 * of headings, or of what is missing, over it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "store/agenda.h"
#include "store/store.h"
#include "report.h"
#include "show.h"
#include "views.h"
#include "writing.h"

enum {
	HEAD = 1,     /* rows of the view's own on top */
	MEASURE = 80, /* columns of the text with its labels, comfortable to read */
	BESIDE = 118, /* columns from which the list stands beside the text */
	PERCENT = 14, /* "building 100 %" */
	NARROW_SIDE = 36,
	WIDE_SIDE = 44
};

static void init(void *data, struct app *app, const void *argument)
{
	struct report_view *state = data;

	(void)argument;
	state->desk = app_desk(app);
	state->stop = (size_t)state->desk->selected.report_stop;
	report_side_init(state);
	document_init(&state->issued);
	writing_init(&state->writing);
	proposal_init(&state->fields);
}

static void clear(void *data)
{
	struct report_view *state = data;

	int64_t top = state->desk->selected.report, stop = state->desk->selected.report_stop;

	report_clear(state);
	state->desk->selected.report = top;
	state->desk->selected.report_stop = stop;
	report_side_clear(state);
	writing_clear(&state->writing);
	proposal_clear(&state->fields);
	free(state->target);
	free(state->made);
	free(state->go);
}

/* --- loading --- */

static void measure(struct report_view *state, const struct frame *frame)
{
	int left = frame->columns;

	state->rows = frame->rows > HEAD ? frame->rows - HEAD : 1;
	state->side_columns = frame->columns < 160 ? NARROW_SIDE : WIDE_SIDE;
	if (frame->columns < BESIDE)
		state->side_columns = 0;
	if (state->side_columns > 0)
		left -= state->side_columns + 1;
	/* With a column for the cursor before it. */
	state->columns = left - 1 < MEASURE ? left - 1 : MEASURE;
	state->text_column = frame->columns - left + 1 + (left - 1 - state->columns) / 2;
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct report_view *state = data;
	int64_t sequence = store_sequence(app_store(app), app_session(app));

	measure(state, frame);
	if (!state->loaded || sequence != state->sequence) {
		const struct template *template = desk_template(app_desk(app));
		state->most_words = strtoul(template_text(template, "length.words"), NULL, 10);
		state->page_words = strtoul(template_text(template, "length.page"), NULL, 10);
		report_begin(state, app);
		state->loaded = true;
		state->sequence = sequence;
	} else if (!state->building && state->shown && state->shown->columns != state->columns) {
		layout_free(state->next);
		state->next = report_layout(state);
	} else if (state->next && state->next->columns != state->columns) {
		layout_free(state->next);
		state->next = report_layout(state);
	}
	report_side_fill(state, app, frame->columns);
	if (state->shown)
		flow_fit(&state->shown->flow, state->rows, &state->top);
	report_side_follow(state);
}

/* A file of the session's name, beside where the program was started; of a part that was
 * issued, with its place among them. */
static void write_file(struct report_view *state, struct app *app)
{
	bool issued = state->mode == MODE_ISSUED;
	struct words words = {.command = command_find(issued ? "part show" : "report write")};
	struct words shown = words;
	struct session_row session;
	struct arena arena;

	arena_init(&arena);
	const char *part = arena_printf(&arena, "%zu", state->part);
	if (store_session(app_store(app), app_session(app), &arena, &session))
		writing_put(&shown, "file",
			issued ? arena_printf(&arena, "%s-part-%s.txt", session.key, part)
			       : arena_printf(&arena, "%s-%s.txt", session.key,
					 state->mode == MODE_NEXT ? "next-part" : "report"));
	if (issued)
		writing_put(&words, "part", part);
	else if (state->mode == MODE_NEXT)
		writing_put(&words, "next", "yes");
	if (issued)
		writing_put(&shown, "part", part);
	app_run_form(app, &words, &shown);
	arena_clear(&arena);
}

/* What is not built yet is written when it is. */
static void want_file(struct report_view *state, struct app *app)
{
	state->file_wanted = state->building || state->next;
	if (!state->file_wanted)
		write_file(state, app);
	else
		app_say(app, TONE_PLAIN,
			"The report is being built, and can then be written; Esc stops");
}

static void show_next(struct report_view *state, struct app *app)
{
	struct layout *last = state->shown;

	report_say_nothing_new(state, app, state->next);
	if (last)
		state->top = layout_carry(state->next, last, state->top);
	state->shown = state->next;
	state->times_shown++;
	state->next = NULL;
	if (!state->placed)
		report_go_to_line(state, (size_t)app_desk(app)->selected.report);
	state->placed = true;
	report_arrive(state, last);
	layout_free(last);
	if (state->building) {
		report_free(state->report);
		state->report = state->building;
		state->building = NULL;
	}
	state->desk->report = state->mode == MODE_WHOLE ? state->report : NULL;
	state->desk->report_sequence = state->sequence;
	app_reload(app);
	if (state->file_wanted) {
		app_say(app, TONE_PLAIN, "%s", ""); /* that it is being built is no more so */
		write_file(state, app);
	}
	state->file_wanted = false;
}

static bool work(void *data, struct app *app)
{
	struct report_view *state = data;

	if (state->next) {
		if (layout_step(state->next))
			show_next(state, app);
	} else if (state->building) {
		if (report_step(state->building))
			state->next = report_layout(state);
	}
	return state->next || state->building;
}

/* --- drawing --- */

static int percent(const struct report_view *state)
{
	if (!state->building)
		return 100;
	return state->next ? 99 : report_percent(state->building);
}

/* How much is said of the counts, the narrower the window the less. */
enum counts { COUNT_WORDS, COUNT_PAGES, COUNT_LIMITS, COUNT_ALL };

static void add_count(struct str *out, const char *one, size_t count, size_t most)
{
	str_add(out, out->length ? ", " : "  ");
	show_count(out, count);
	if (most) {
		str_add(out, " of ");
		show_count(out, most);
	}
	str_addf(out, " %s%s", one, count == 1 && !most ? "" : "s");
}

/* Words and pages against what the documents service takes, and paragraphs. */
static void say_counts(const struct report_view *state, enum counts counts, struct str *out)
{
	const struct layout *shown = state->shown;
	size_t page = state->page_words, most = state->most_words;
	bool over = most > 0 && shown->words > most, limits = counts >= COUNT_LIMITS && !over;

	str_reset(out);
	add_count(out, "word", shown->words, limits ? most : 0);
	if (over) {
		str_add(out, ", over ");
		show_count(out, most);
	}
	if (page > 0 && counts >= COUNT_PAGES)
		add_count(out, "page", (shown->words + page - 1) / page,
			limits ? (most + page - 1) / page : 0);
	if (counts == COUNT_ALL)
		add_count(out, "paragraph", shown->paragraph_count, 0);
}

static int draw_counts(const struct report_view *state, const struct area *area, int column)
{
	const struct layout *shown = state->shown;
	bool over = state->most_words > 0 && shown->words > state->most_words;
	struct str text, gaps;

	str_init(&text);
	str_init(&gaps);
	if (shown->gap_count > 0)
		str_addf(&gaps, "  ! %zu missing", shown->gap_count);
	int room = area->columns - column - utf8_columns(gaps.text) - PERCENT;
	enum counts counts = COUNT_ALL;
	for (say_counts(state, counts, &text);
		counts > COUNT_WORDS && utf8_columns(text.text) > room;
		say_counts(state, counts, &text))
		counts--;
	column = area_text(area, 0, column, over ? STYLE_WARN : STYLE_TEXT, text.text);
	if (column + utf8_columns(gaps.text) <= area->columns)
		column = area_text(area, 0, column, STYLE_WARN, gaps.text);
	str_clear(&gaps);
	str_clear(&text);
	return column;
}

static void draw_head(const struct report_view *state, const struct area *area)
{
	int column = report_mode_draw(state, area, 1);
	size_t end = state->shown ? flow_end_top(&state->shown->flow, state->rows) : 0;
	char text[40] = "";

	if (state->shown)
		column = draw_counts(state, area, column);
	if (percent(state) < 100)
		snprintf(text, sizeof text, "building %d %%", percent(state));
	else if (end > 0)
		snprintf(text, sizeof text, "%zu %% read", state->top * 100 / end);
	if (column + 2 + (int)strlen(text) < area->columns)
		area_right(area, 0, area->columns - 1,
			percent(state) < 100 ? STYLE_ACCENT : STYLE_FAINT, text);
}

static void draw_text(
	const struct report_view *state, const struct app *app, const struct area *area)
{
	if (!state->shown) {
		area_text(area, 0, 1, STYLE_FAINT, "The report is being built …");
		area_cursor(area, 0, 1, false);
		return;
	}
	if (app_hidden(app))
		area_text(area, 0, 1, STYLE_FAINT, "The report is covered; F9 shows it");
	else
		report_write_draw(state, area);
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct report_view *state = data;
	struct area side =
		area_part(area, HEAD, 0, state->rows, report_side_width(state, frame->columns));
	struct area text =
		area_part(area, HEAD, state->text_column - 1, state->rows, state->columns + 1);

	draw_head(state, area);
	if (state->side_columns > 0)
		area_bar(area, HEAD, state->side_columns, state->rows);
	if (state->side_columns > 0 || state->in_side)
		report_side_draw(state, &side);
	if (state->side_columns > 0 || !state->in_side)
		draw_text(state, app, &text);
}

/* --- keys --- */

/* To the heading, with the first paragraph that stands under it. */
static void go_by_heading(struct report_view *state, int direction)
{
	const struct layout *shown = state->shown;
	const struct layout_stop *stop = report_stop(state);
	size_t here = layout_heading_at(shown, state->top), count = shown->heading_count;
	size_t of_stop = stop ? layout_heading_at(shown, stop->line) : count;

	/* Near its end the text cannot go further up: the cursor does. */
	if (of_stop < count && (here == count || of_stop > here) &&
		state->top == flow_end_top(&shown->flow, state->rows))
		here = of_stop;
	if (direction > 0 && here == count && count > 0)
		report_show_line(state, shown->headings[0].line);
	else if (direction > 0 && here + 1 < count)
		report_show_line(state, shown->headings[here + 1].line);
	else if (direction < 0 && here < count && shown->headings[here].line < state->top)
		report_show_line(state, shown->headings[here].line);
	else if (direction < 0)
		report_show_line(
			state, here > 0 && here < count ? shown->headings[here - 1].line : 0);
}

static bool key_text(struct report_view *state, const struct key *key)
{
	if (!state->shown)
		return false;
	if (key_letter(key) == ']' || key->code == KEY_RIGHT)
		go_by_heading(state, 1);
	else if (key_letter(key) == '[' || key->code == KEY_LEFT)
		go_by_heading(state, -1);
	else
		return report_cursor_key(state, key);
	return true;
}

/* Of a row of the table that works on a paragraph, where that is not what is selected. */
static bool key_elsewhere(struct report_view *state, struct app *app, const struct key *key)
{
	static const char *const rows[] = {"paragraph edit", "paragraph revert", "paragraph keep",
		"paragraph merge", "paragraph drop", "paragraph add"};
	const struct layout_stop *stop = report_stop(state);
	bool runs = false;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		runs = runs || show_key_runs(key, rows[i]);
	bool adds = show_key_runs(key, "paragraph add");
	if (!runs || (state->mode != MODE_ISSUED && stop && (stop->paragraph || adds)))
		return false;
	app_say(app, TONE_PLAIN, "%s",
		state->mode == MODE_ISSUED
			? "It stays as issued: :paragraph edit N TEXT amends it for the final report"
		: stop ? "A list follows what it lists: adopted text is not edited here"
		       : "No paragraph is selected");
	return true;
}

/* The rows of the table that change a paragraph, as it is in the next part. */
static bool key_next_part(struct app *app, const struct key *key, const char *paragraph)
{
	static const char *const rows[] = {
		"paragraph revert", "paragraph keep", "paragraph merge", "paragraph drop"};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (show_key_runs(key, rows[i])) {
			app_run_with(app, rows[i], "paragraph", paragraph, "next", "yes", NULL);
			return true;
		}
	return false;
}

/* The one that is read out, of the whole or of the part that is shown. */
static void adopt(struct report_view *state, struct app *app, const struct layout_stop *stop)
{
	if (!stop->paragraph) {
		app_say(app, TONE_PLAIN, "An entry is adopted with the paragraph that lists it");
		return;
	}
	app_run_with(app, "paragraph adopt", "paragraphs", stop->paragraph,
		state->mode == MODE_NEXT ? "next" : NULL, "yes", NULL);
}

static bool key_paragraph(struct report_view *state, struct app *app, const struct key *key)
{
	const struct layout_stop *stop = report_stop(state);

	if (key_elsewhere(state, app, key))
		return true;
	if (!stop)
		return false;
	if (show_key_runs(key, "paragraph adopt"))
		adopt(state, app, stop);
	else if (show_key_runs(key, "paragraph edit"))
		report_write(state, app, REPORT_EDIT);
	else if (show_key_runs(key, "paragraph add"))
		report_write(state, app, REPORT_ADD);
	else if (show_key_runs(key, "paragraph drop") && stop->left_out)
		app_run_with(app, "paragraph restore", "paragraph", stop->paragraph,
			state->mode == MODE_NEXT ? "next" : NULL, "yes", NULL);
	else
		return state->mode == MODE_NEXT && stop->paragraph &&
		       key_next_part(app, key, stop->paragraph);
	return true;
}

static bool key_of_view(struct report_view *state, struct app *app, const struct key *key)
{
	if (state->file_wanted && key->code == KEY_ESCAPE) {
		state->file_wanted = false;
		app_say(app, TONE_PLAIN, "Nothing is written");
		return true;
	}
	if (show_key_runs(key, "report write")) {
		want_file(state, app);
		return true;
	}
	static const struct {
		char letter;
		enum side side;
	} sides[] = {
		{'g', SIDE_HEADINGS}, {'m', SIDE_GAPS}, {'s', SIDE_BEHIND}, {'v', SIDE_NOWHERE}};
	for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++)
		if (key_letter(key) == (uint32_t)sides[i].letter) {
			/* What is in no part yet may be in the whole. */
			if (sides[i].side == SIDE_NOWHERE && state->mode != MODE_WHOLE)
				report_show_mode(state, app, MODE_WHOLE);
			report_side_enter(state, app, sides[i].side);
			return true;
		}
	if (key_letter(key) == 'c' && !state->in_side && state->shown) {
		report_show_change(state, app);
		return true;
	}
	if (key_letter(key) == 'p') {
		state->in_side = false;
		state->side = SIDE_HEADINGS;
		report_turn(state, app);
		return true;
	}
	if (state->in_side)
		return report_side_key(state, app, key);
	if (key->code == KEY_TAB) {
		report_side_enter(state, app, SIDE_HEADINGS);
		return true;
	}
	return key_paragraph(state, app, key) || key_text(state, key);
}

static bool key(void *data, struct app *app, const struct key *key)
{
	struct report_view *state = data;
	bool taken = report_is_writing(state) ? report_write_key(state, app, key)
					      : key_of_view(state, app, key);

	if (state->placed && state->mode == MODE_WHOLE) {
		state->desk->selected.report = (int64_t)state->top;
		state->desk->selected.report_stop = (int64_t)state->stop;
	}
	return taken;
}

static const char *hints(const void *data, const struct app *app)
{
	const struct report_view *state = data;

	(void)app;
	if (report_is_writing(state))
		return state->fields.focus >= 0 ? WRITING_FIELD_HINTS : WRITING_HINTS "  Tab by";
	if (state->in_side && state->side == SIDE_GAPS && state->list_count > 0)
		return "Enter supply it  Space go there  Esc back";
	if (state->in_side)
		return "Enter go there  Esc back";
	if (state->mode == MODE_ISSUED)
		return "p go on  y adopt  s who said it  g headings";
	if (state->mode == MODE_NEXT)
		return "Enter edit  s who said it  m missing  p go on";
	if (state->shown && state->shown->gap_count > 0)
		return "Enter edit  s who said it  m missing  g headings";
	return "Enter edit  s who said it  g headings";
}

static void paste(void *data, struct app *app, const char *text)
{
	report_write_paste(data, app, text);
}

static bool typing(const void *data)
{
	return report_is_writing(data);
}

static void keep(void *data, struct app *app)
{
	struct report_view *state = data;

	writing_keep(&state->writing, app);
}

/* What is in sight: a report is read by the screen. */
static void cites(const void *data, struct app *app, struct str *text)
{
	const struct report_view *state = data;
	const struct layout *shown = state->shown;
	const struct node *last = NULL;

	if (!shown || app_hidden(app))
		return;
	for (size_t i = state->top; i < state->top + (size_t)state->rows; i++) {
		if (i >= shown->flow.count || shown->flow.lines[i].tag >= shown->node_count)
			break;
		const struct node *node = shown->nodes[shown->flow.lines[i].tag];
		if (node != last && node->text)
			str_addf(text, "%s\n", node->text);
		last = node;
	}
}

const struct view_ops view_report = {
	.name = "report",
	.title = "Report",
	.bit = IN_REPORT,
	.size = sizeof(struct report_view),
	.init = init,
	.clear = clear,
	.load = load,
	.draw = draw,
	.key = key,
	.cites = cites,
	.hints = hints,
	.work = work,
	.paste = paste,
	.typing = typing,
	.keep = keep,
	.keys = "Up Down\tSelect the paragraph above or below; what is longer than the screen scrolls\n"
		"n\tGo to the next paragraph that is marked; N to the one before\n"
		"]\tGo to the next heading\n"
		"[\tGo to the heading before\n"
		"g\tChoose a heading to go to\n"
		"m\tList what is missing for a complete report: Enter supplies it, Space goes to "
		"where it is missing\n"
		"s\tWho said that? List what the selected paragraph was made from: points and "
		"who supports them, statements, texts with their amendments, documents; Enter goes "
		"there\n"
		"v\tList the statements and points that no paragraph has; Enter goes there\n"
		"p\tGo on from the whole report to the next part as it would be issued, and to each "
		"part as it was; what is edited in the next part is of that\n"
		"c\tShow what has changed behind a paragraph of yours, to take, keep or merge, and "
		"the edits of it that came back\n"
		"Space\tRead on\n"
		"x\tOn what is left out: bring it back\n"
		"Beside and above the paragraphs\n"
		"▌\tThe selected paragraph, with what it was made from\n"
		"*\tYours: edited (yours) or written by hand (written)\n"
		"!\tTo be looked at: to be supplied, something missing, source changed, source "
		"gone, an edit came back, edited for two parts\n"
		"-\tLeft out: not printed, shown where it would stand\n",
};
