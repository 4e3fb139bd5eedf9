/* SPDX-License-Identifier: MIT */
/*
 * The Contributions: each survey with what States sent in to it; beside or below that
 * all of the selected one, and of a survey who has not answered, by regional groups.
 * What focal points are called and how they are reached is seen here alone, and not
 * while names are covered (F9).
 */
#include <stdio.h>
#include <string.h>

#include "model/language.h"
#include "model/names.h"
#include "model/phrase.h"
#include "model/region.h"
#include "store/survey.h"
#include "app_inside.h"
#include "reader.h"
#include "show.h"
#include "views.h"
#include "writing.h"

enum { HEAD = 1, DAY = 11 /* columns of "30 Jul 2012" */ };

struct contribution_line {
	const struct survey_row *survey;
	const struct contribution_row *row; /* NULL: the survey itself */
};

struct contributions {
	struct reader r;
	struct contribution_line *lines;
	size_t survey_count, count;  /* of surveys, of contributions */
	int64_t shown, shown_survey; /* that the desk was told of */
};

static const struct contribution_line *selected(const struct contributions *state)
{
	return state->r.list.count > 0 ? &state->lines[state->r.list.selected] : NULL;
}

/* --- loading --- */

static size_t load_lines(struct contributions *state, struct app *app)
{
	struct store *store = app_store(app);
	size_t lines = 0;

	arena_clear(&state->r.arena);
	const struct survey_row *surveys =
		store_surveys(store, app_session(app), &state->r.arena, &state->survey_count);
	const struct contribution_row *rows =
		store_contributions(store, app_session(app), 0, &state->r.arena, &state->count);
	state->lines = arena_alloc(
		&state->r.arena, (state->survey_count + state->count + 1) * sizeof *state->lines);
	for (size_t i = 0; i < state->survey_count; i++) {
		state->lines[lines++] = (struct contribution_line){&surveys[i], NULL};
		for (size_t j = 0; j < state->count; j++)
			if (rows[j].survey == surveys[i].id)
				state->lines[lines++] =
					(struct contribution_line){&surveys[i], &rows[j]};
	}
	return lines;
}

/* Of the contribution, else (0) of the survey. */
static size_t line_of(
	const struct contributions *state, size_t lines, int64_t survey, int64_t contribution)
{
	for (size_t i = 0; i < lines; i++)
		if (contribution ? state->lines[i].row && state->lines[i].row->id == contribution
				 : !state->lines[i].row && state->lines[i].survey->id == survey)
			return i;
	return lines;
}

static void load_again(struct contributions *state, struct app *app)
{
	const struct contribution_line *line = selected(state);
	int64_t survey = line ? line->survey->id : 0;
	int64_t contribution = line && line->row ? line->row->id : 0;
	size_t lines = load_lines(state, app);
	size_t now = line_of(state, lines, survey, contribution);

	list_again(&state->r.list, lines, now, state->r.panes.rows);
	state->r.loaded = true;
}

static void tell_desk(struct contributions *state, struct app *app)
{
	const struct contribution_line *line = selected(state);
	struct desk *desk = app_desk(app);

	desk->selected.survey = line ? line->survey->id : 0;
	desk->selected.contribution = line && line->row ? line->row->id : 0;
	state->shown = desk->selected.contribution;
	state->shown_survey = desk->selected.survey;
}

/* Search has found one, or a command has made one. */
static void follow_desk(struct contributions *state, struct app *app)
{
	int64_t survey = app_desk(app)->selected.survey;
	int64_t contribution = app_desk(app)->selected.contribution;
	size_t line = state->r.list.count;

	if (contribution && contribution != state->shown)
		line = line_of(state, state->r.list.count, 0, contribution);
	else if (survey && survey != state->shown_survey)
		line = line_of(state, state->r.list.count, survey, 0);
	if (line < state->r.list.count)
		list_select(&state->r.list, line);
	tell_desk(state, app);
}

/* --- the text --- */

static void add_date(struct flow *flow, const char *name, const char *date)
{
	struct str text;

	str_init(&text);
	if (date)
		phrase_date(date, &text);
	flow_fact(flow, 3, name, text.text);
	str_clear(&text);
}

static void add_group(struct flow *flow, struct arena *arena, const char *heading,
	const struct silent_row *rows, size_t count, int region)
{
	const char **names = arena_alloc(arena, (count + 1) * sizeof *names);
	size_t of_it = 0;
	struct str text;

	for (size_t i = 0; i < count; i++)
		if (region_find(rows[i].region) == region)
			names[of_it++] = rows[i].name;
	if (of_it == 0)
		return;
	str_init(&text);
	names_join(names, of_it, &text);
	flow_addf(flow, STYLE_FAINT, "%s, %zu  ", heading, of_it);
	flow_add(flow, STYLE_TEXT, text.text);
	flow_end_line(flow, 3);
	str_clear(&text);
}

static void add_silent(struct flow *flow, struct app *app, const struct survey_row *survey)
{
	struct arena arena; /* the text is made anew with each key */
	size_t count;

	arena_init(&arena);
	const struct silent_row *rows =
		store_survey_silent(app_store(app), survey->id, &arena, &count);
	flow_blank(flow, 0);
	if (count == 0)
		flow_add(flow, STYLE_GOOD, "All who were asked have answered");
	else
		flow_addf(flow, STYLE_STRONG, "%zu %s not answered", count,
			count == 1 ? "has" : "have");
	flow_end_line(flow, 1);
	for (int i = 0; i < REGIONS && !app_hidden(app); i++)
		add_group(flow, &arena, regions[i].names[0], rows, count, i);
	if (!app_hidden(app))
		add_group(flow, &arena, "In no regional group", rows, count, -1);
	arena_clear(&arena);
}

static void add_item(struct flow *flow, const struct survey_row *survey)
{
	struct str text;

	str_init(&text);
	str_addf(&text, "%s  %s", survey->item_printed, survey->item_title);
	flow_fact(flow, 3, "item", text.text);
	str_clear(&text);
}

static void survey_text(struct flow *flow, struct app *app, const struct survey_row *survey)
{
	flow_addf(flow, STYLE_STRONG, "q%d  %s", survey->number, survey->title);
	flow_end_line(flow, 1);
	if (survey->item)
		add_item(flow, survey);
	flow_fact(flow, 3, "asked",
		strcmp(survey->asked, "parties") == 0 ? "the parties" : "all States");
	add_date(flow, "sent", survey->sent);
	add_date(flow, "due", survey->due);
	add_date(flow, "closed", survey->closed);
	add_silent(flow, app, survey);
}

static void add_language(struct flow *flow, const struct contribution_row *row)
{
	struct str text;

	str_init(&text);
	if (row->language)
		language_words(row->language, &text);
	flow_fact(flow, 3, "in", text.text);
	str_clear(&text);
}

static void contribution_text(
	struct flow *flow, struct app *app, const struct contribution_row *row)
{
	flow_addf(flow, STYLE_STRONG, "%s", show_covered(app, row->name));
	flow_addf(flow, STYLE_TEXT, " · c%d", row->number);
	if (row->late)
		flow_add(flow, STYLE_WARN, " · late");
	flow_end_line(flow, 1);
	add_date(flow, "received", row->received);
	add_date(flow, "sent anew", row->updated);
	add_language(flow, row);
	flow_fact(flow, 3, "became", row->symbols);
	flow_fact(flow, 3, "file", row->file);
	flow_fact(flow, 3, "covers", row->covers);
	flow_fact(flow, 3, "panel", row->panel);
	flow_fact(flow, 3, "focal point", row->focal ? show_covered(app, row->focal) : NULL);
	flow_fact(flow, 3, "office", row->office ? show_covered(app, row->office) : NULL);
	flow_fact(flow, 3, "contact", row->contact ? show_covered(app, row->contact) : NULL);
	if (!row->remark)
		return;
	flow_blank(flow, 0);
	flow_add(flow, STYLE_TEXT, show_covered(app, row->remark));
	flow_end_line(flow, 1);
}

static void load_text(struct contributions *state, struct app *app)
{
	const struct contribution_line *line = selected(state);

	reader_begin_text(&state->r, line && line->row ? line->row->id
				     : line            ? -line->survey->id
						       : 0);
	if (line && line->row)
		contribution_text(&state->r.text, app, line->row);
	else if (line)
		survey_text(&state->r.text, app, line->survey);
	flow_fit(&state->r.text, state->r.panes.text_rows, &state->r.top);
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct contributions *state = data;
	bool follows = state->r.sequence != 0; /* what is made while it is shown */

	if (reader_begin(&state->r, app, frame, HEAD)) {
		load_again(state, app);
		if (follows && app_made(app, "contribution add"))
			app_desk(app)->selected.contribution = app_made(app, "contribution add");
		else if (follows && app_made(app, "survey add"))
			app_desk(app)->selected.survey = app_made(app, "survey add");
	}
	follow_desk(state, app);
	list_fit(&state->r.list, state->r.list.count, state->r.panes.rows);
	load_text(state, app);
}

/* --- drawing --- */

static void draw_survey(const struct area *area, int row, const struct survey_row *survey)
{
	struct str right;

	str_init(&right);
	str_addf(&right, "%lld answered", (long long)survey->answered);
	if (survey->others)
		str_addf(&right, ", %lld other%s", (long long)survey->others,
			survey->others == 1 ? "" : "s");
	if (survey->late)
		str_addf(&right, ", %lld late", (long long)survey->late);
	if (survey->closed)
		str_add(&right, ", closed");
	int room = area->columns - (int)right.length - 3;
	int column = area_textf(area, row, 1, STYLE_STRONG, "q%d  ", survey->number);
	area_cut(area, row, column, room - column, STYLE_STRONG, survey->title);
	area_right(area, row, area->columns - 1, STYLE_FAINT, right.text);
	str_clear(&right);
}

/* What it became, else its file; a place on the panel stands before it. */
static void draw_what(
	const struct area *area, int row, int column, const struct contribution_row *entry)
{
	if (entry->panel)
		column = area_textf(area, row, column,
			strcmp(entry->panel, "declined") == 0 ? STYLE_FAINT : STYLE_GOOD, "%s ",
			entry->panel);
	const char *what = entry->symbols ? entry->symbols : entry->file ? entry->file : "";
	area_cut(area, row, column, area->columns - column, STYLE_TEXT, what);
}

static void draw_contribution(const struct area *area, int row, const struct app *app,
	const struct contribution_row *entry)
{
	int name = area->columns >= 100 ? 34 : area->columns >= 60 ? 28 : 20, column = 3;
	struct str day;

	area_cut(area, row, column, name - 1, STYLE_TEXT, show_covered(app, entry->name));
	column += name;
	str_init(&day);
	show_day(&day, entry->received);
	area_right(area, row, column + DAY, STYLE_TEXT, day.text);
	str_clear(&day);
	column += DAY + 1;
	if (entry->late)
		area_text(area, row, column, STYLE_WARN, "late");
	column += 5;
	if (area->columns >= 70) {
		area_cut(area, row, column, 3, STYLE_FAINT, entry->language ? entry->language : "");
		column += 4;
	}
	if (!app_hidden(app))
		draw_what(area, row, column, entry);
}

static void draw_list(
	const struct contributions *state, const struct app *app, const struct area *area)
{
	char name[32];

	if (state->r.list.count == 0) {
		area_textf(area, 0, 1, STYLE_FAINT, "No survey yet; %s begins one",
			show_key("survey add", name));
		area_cursor(area, 0, 1, false);
	}
	for (int row = 0; row < area->rows; row++) {
		size_t i = state->r.list.top + (size_t)row;
		if (i >= state->r.list.count)
			break;
		if (state->lines[i].row)
			draw_contribution(area, row, app, state->lines[i].row);
		else
			draw_survey(area, row, state->lines[i].survey);
	}
	list_mark(&state->r.list, area, !state->r.in_text);
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct contributions *state = data;
	struct area list = panes_list(&state->r.panes, area);

	(void)frame;
	int column = area_text(area, 0, 1, STYLE_STRONG, "CONTRIBUTIONS");
	if (state->survey_count > 0)
		area_textf(area, 0, column, STYLE_TEXT, "  %zu to %zu survey%s", state->count,
			state->survey_count, state->survey_count == 1 ? "" : "s");
	panes_place(&state->r.panes, area, &state->r.list);
	draw_list(state, app, &list);
	reader_draw(&state->r, area);
}

/* --- keys --- */

static void edit_survey(struct app *app, const struct survey_row *row)
{
	struct words words = {.command = command_find("survey edit")}, shown = words;
	struct arena arena;

	arena_init(&arena);
	writing_put(&words, "survey", arena_printf(&arena, "q%d", row->number));
	writing_put(&shown, "title", row->title);
	writing_put(&shown, "item", row->item_printed);
	writing_put(&shown, "sent", show_date(&arena, row->sent));
	writing_put(&shown, "due", show_date(&arena, row->due));
	writing_put(&shown, "asked", row->asked);
	app_run_form(app, &words, &shown);
	arena_clear(&arena);
}

static void edit_contribution(struct app *app, const struct contribution_row *row)
{
	struct words words = {.command = command_find("contribution edit")}, shown = words;
	struct arena arena;

	arena_init(&arena);
	writing_put(&words, "contribution", arena_printf(&arena, "c%d", row->number));
	writing_put(&shown, "name", row->name);
	writing_put(&shown, "received", show_date(&arena, row->received));
	writing_put(&shown, "updated", show_date(&arena, row->updated));
	writing_put(&shown, "language", row->language);
	writing_put(&shown, "focal", row->focal);
	writing_put(&shown, "office", row->office);
	writing_put(&shown, "contact", row->contact);
	writing_put(&shown, "document", row->symbols);
	writing_put(&shown, "file", row->file);
	writing_put(&shown, "covers", row->covers);
	writing_put(&shown, "remark", row->remark);
	writing_put(&shown, "panel", row->panel);
	app_run_form(app, &words, &shown);
	arena_clear(&arena);
}

/* To the survey that the cursor is in, whichever of several it is. */
static void add_contribution(struct app *app, const struct survey_row *survey)
{
	struct words words = {.command = command_find("contribution add")}, shown = words;
	struct arena arena;

	arena_init(&arena);
	writing_put(&shown, "survey", arena_printf(&arena, "q%d", survey->number));
	writing_put(&words, "survey", arena_printf(&arena, "q%d", survey->number));
	app_run_form(app, &words, &shown);
	arena_clear(&arena);
}

/* Not on the panel, invited, accepted, declined: to the next. */
static void move_panel(struct app *app, const struct contribution_row *row)
{
	static const char *const places[] = {"no", "invited", "accepted", "declined", "no"};
	char number[24];
	size_t i = 0;

	while (row->panel && strcmp(row->panel, places[i]) != 0)
		i++;
	snprintf(number, sizeof number, "c%d", row->number);
	app_run_with(
		app, "contribution edit", "contribution", number, "panel", places[i + 1], NULL);
}

static bool key_command(const struct contributions *state, struct app *app, const struct key *key)
{
	const struct contribution_line *line = selected(state);

	if (!line)
		return false;
	if (show_key_runs(key, "contribution add"))
		add_contribution(app, line->survey);
	else if (key_letter(key) == 'i' && line->row)
		move_panel(app, line->row);
	else if (show_key_runs(key, "survey edit") ||
		 (show_key_runs(key, "contribution edit") && !line->row))
		edit_survey(app, line->survey);
	else if (show_key_runs(key, "contribution edit") && line->row)
		edit_contribution(app, line->row);
	else if (show_key_runs(key, "contribution delete") && !line->row)
		app_run_with(app, "survey delete", NULL);
	else
		return false;
	return true;
}

static bool key_list(struct contributions *state, struct app *app, const struct key *key)
{
	if (!list_key(&state->r.list, key))
		return false;
	tell_desk(state, app);
	app_reload(app);
	return true;
}

static bool key(void *data, struct app *app, const struct key *key)
{
	struct contributions *state = data;

	if (reader_swap(&state->r, app, key) || key_command(state, app, key)) {
		return true;
	} else if (state->r.in_text || key_letter(key) == ' ') {
		return reader_scroll(&state->r, key);
	} else {
		return key_list(state, app, key);
	}
	return true;
}

static void cites(const void *data, struct app *app, struct str *text)
{
	const struct contribution_line *line = selected(data);

	(void)app;
	if (line && line->row && line->row->symbols)
		str_add(text, line->row->symbols);
	if (line && line->row && line->row->remark)
		str_addf(text, " %s", line->row->remark);
	if (line && !line->row)
		str_add(text, line->survey->title);
}

static const char *hints(const void *data, const struct app *app)
{
	const struct contributions *state = data;

	const struct contribution_line *line = selected(state);

	(void)app;
	return state->r.in_text ? "Tab list" : line && line->row ? "i panel" : NULL;
}

const struct view_ops view_contributions = {
	.name = "contributions",
	.title = "Contributions",
	.tab = "Contrib.",
	.bit = IN_CONTRIBUTIONS,
	.size = sizeof(struct contributions),
	.init = reader_init,
	.clear = reader_clear,
	.load = load,
	.draw = draw,
	.key = key,
	.cites = cites,
	.hints = hints,
	.keys = "Tab, Enter\tGo to the whole of the selected one and back\n"
		"Space\tRead on in it\n"
		"i\tInvite the State to the panel; then: it has accepted, declined, is not on it\n",
};
