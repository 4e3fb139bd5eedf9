/* SPDX-License-Identifier: MIT */
/*
 * The rows of the Recommendations: what there is of each set and text, and how a row of it
 * is drawn. What is selected, and what is made of it, is the view's.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/alternative.h"
#include "store/amendment.h"
#include "store/draft.h"
#include "recommendation_text.h"
#include "recommendations.h"
#include "show.h"

/* --- making --- */

static struct line *add_line(struct recommendations *state, size_t *at, struct line line)
{
	state->lines = arena_grow(&state->arena, state->lines, *at, sizeof *state->lines);
	state->lines[*at] = line;
	return &state->lines[(*at)++];
}

static void add_brackets(struct recommendations *state, struct line line, size_t *at)
{
	size_t count;
	struct bracket *brackets = bracket_parse(&state->arena, line.row->text, &count, NULL);

	for (size_t i = 0; i < count; i++) {
		line.place = (int)i + 1;
		line.bracket = &brackets[i];
		add_line(state, at, line);
	}
}

static int brackets_of(const struct recommendation_row *row)
{
	struct arena arena;
	size_t count;

	if (!strchr(row->text, '['))
		return 0;
	arena_init(&arena);
	bracket_parse(&arena, row->text, &count, NULL);
	arena_clear(&arena);
	return (int)count;
}

static void set_open(struct line *line, const struct amendments_open *open)
{
	line->amendments = (int)open->open;
	line->paragraphs = (int)open->paragraphs;
}

static size_t add_lines_of(struct recommendations *state, const struct set_row *set,
	const struct amendments_open *open, size_t open_count, size_t at)
{
	add_line(state, &at, (struct line){.id = -set->id, .set = set});
	for (size_t i = 0; i < state->row_count; i++) {
		const struct recommendation_row *row = &state->rows[i];
		struct line line = {.id = row->id, .set = set, .row = row};
		if (row->in_set != set->id)
			continue;
		line.brackets = recommendation_open(row->state) ? brackets_of(row) : 0;
		state->bracket_count += (size_t)line.brackets;
		for (size_t j = 0; j < open_count; j++)
			if (open[j].recommendation == row->id)
				set_open(&line, &open[j]);
		if (state->bracketed && line.brackets == 0)
			continue;
		add_line(state, &at, line);
		if (state->bracketed)
			add_brackets(state, line, &at);
	}
	return at;
}

static void mark_draft(struct recommendations *state, const char *key, size_t lines)
{
	int number;

	if (strncmp(key, "propose ", 8) == 0)
		snprintf(state->proposal_key, sizeof state->proposal_key, "%s", key);
	if (sscanf(key, "recommendation r%d", &number) != 1)
		return;
	for (size_t i = 0; i < lines; i++)
		if (state->lines[i].row && !state->lines[i].place &&
			state->lines[i].row->number == number)
			state->lines[i].unsaved = true;
}

void recommendations_mark_drafts(struct recommendations *state, struct app *app)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	struct draft_row *drafts = store_drafts(app_store(app), app_session(app), &arena, &count);
	state->proposal_key[0] = '\0';
	for (size_t i = 0; i < state->list.count; i++)
		state->lines[i].unsaved = false;
	for (size_t i = 0; i < count; i++)
		mark_draft(state, drafts[i].key, state->list.count);
	arena_clear(&arena);
}

/* Of its letter in a lettered set, the longer form. */
static int letter_columns(const struct recommendation_row *row)
{
	struct str label;
	int columns;

	str_init(&label);
	alternative_label(row->letter, row->alternative, false, &label);
	columns = utf8_columns(label.text);
	str_clear(&label);
	return columns;
}

size_t recommendations_read(struct recommendations *state, struct app *app)
{
	struct store *store = app_store(app);
	size_t lines = 0, open_count;

	arena_clear(&state->arena);
	state->sets = store_sets(store, app_session(app), &state->arena, &state->set_count);
	state->rows =
		store_recommendations(store, app_session(app), &state->arena, &state->row_count);
	const struct amendments_open *open =
		store_amendments_open_all(store, app_session(app), &state->arena, &open_count);
	state->lines = NULL;
	state->bracket_count = 0;
	state->letter_columns = 4;
	for (size_t i = 0; i < state->row_count; i++) {
		int columns = letter_columns(&state->rows[i]);
		if (columns > state->letter_columns)
			state->letter_columns = columns;
	}
	for (size_t i = 0; i < state->set_count; i++)
		lines = add_lines_of(state, &state->sets[i], open, open_count, lines);
	return lines;
}

/* --- drawing --- */

/* The beginning of a text as one line. */
static void draw_beginning(
	const struct area *area, int row, int column, const char *text, size_t length)
{
	char *line = mem_strndup(text, utf8_fit(text, length, area->columns + 1));

	for (char *c = line; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	area_cut(area, row, column, area->columns - column, STYLE_TEXT, line);
	free(line);
}

/* As it would be printed: "(a)", or "1." in a numbered set. */
static int draw_letter(const struct area *area, int row, const struct line *line, int columns)
{
	bool numbered = strcmp(line->set->style, "numbered") == 0;
	struct str letter;

	str_init(&letter);

	alternative_label(line->row->letter, line->row->alternative, numbered, &letter);
	if (numbered && letter.length > 0 && line->row->alternative == 0)
		str_addc(&letter, '.');
	area_cut(area, row, 1, columns, STYLE_TEXT, letter.text);
	str_clear(&letter);
	return columns + 2;
}

static int draw_state(
	const struct area *area, int row, int column, const struct recommendation_row *rec)
{
	enum style style = rec->state == RECOMMENDATION_ADOPTED ? STYLE_GOOD : STYLE_TEXT;
	int width = area->columns >= 100  ? 21
		    : area->columns >= 76 ? 18
		    : area->columns >= 60 ? 14
					  : 10;

	area_text(area, row, column, style, recommendation_mark(rec->state));
	area_cut(area, row, column + 2, width - 1, style, recommendation_label(rec->state));
	return column + 2 + width;
}

/* "2 amendments, 1 bracket", or "3 open" where that has no room; the column behind it. */
static int draw_open(const struct area *area, int row, int column, const struct line *line)
{
	struct str words;

	if (line->amendments + line->paragraphs + line->brackets == 0)
		return column;
	str_init(&words);
	recommendation_say_open(line->amendments, line->paragraphs, line->brackets, &words);
	int left = area->columns - column - utf8_columns(words.text);
	if (area->columns < 76 || left < 0)
		column = area_textf(area, row, column, STYLE_WARN, "%d open  ",
			line->amendments + line->paragraphs + line->brackets);
	else
		column = area_textf(area, row, column, STYLE_WARN, "%s  ", words.text);
	str_clear(&words);
	return column;
}

/* Below its text, where the list is one of brackets. */
static void draw_bracket(const struct area *area, int row, const struct app *app,
	const struct line *line, int letters)
{
	enum { DEEPEST = 4 }; /* levels that are indented */
	int depth = line->bracket->depth < DEEPEST ? line->bracket->depth : DEEPEST;
	int column = letters + 3 + 2 * depth;

	column = area_textf(area, row, column, STYLE_WARN, "[%d] ", line->place);
	if (line->bracket->name)
		column = area_textf(area, row, column, STYLE_STRONG,
			"%s: ", show_covered(app, line->bracket->name));
	draw_beginning(area, row, column, line->row->text + line->bracket->words,
		line->bracket->words_length);
}

static void draw_recommendation(const struct area *area, int row, const struct app *app,
	const struct line *line, int letters)
{
	const struct recommendation_row *rec = line->row;
	int proposer = area->columns >= 90 ? 22 : area->columns >= 76 ? 14 : 0;
	int column = draw_state(area, row, draw_letter(area, row, line, letters), rec);

	area_cut(area, row, column, 6, STYLE_TEXT, rec->item_printed ? rec->item_printed : "");
	column += 7;
	if (area->columns >= 56) {
		area_textf(area, row, column, STYLE_FAINT, "r%d", rec->number);
		column += 5;
	}
	if (proposer > 0)
		area_cut(area, row, column, proposer - 1, STYLE_TEXT,
			show_covered(app, rec->proposer_name));
	column += proposer;
	if (line->unsaved)
		column = area_text(area, row, column, STYLE_WARN, "[unsaved] ");
	column = draw_open(area, row, column, line);
	draw_beginning(area, row, column, rec->text, strlen(rec->text));
}

/* How far it is stands at the end, in few columns only how many are adopted. */
static void draw_set(const struct recommendations *state, const struct area *area, int row,
	const struct set_row *set)
{
	struct str how_far;
	int room;

	str_init(&how_far);
	store_set_say_states(state->rows, state->row_count, set->id, &how_far);
	room = area->columns - utf8_columns(how_far.text) - 3;
	if (room < area->columns / 2) {
		how_far.length = strcspn(how_far.text, ",");
		how_far.text[how_far.length] = '\0';
		room = area->columns - utf8_columns(how_far.text) - 3;
	}
	area_cut(area, row, 1, room, STYLE_STRONG, recommendation_chapeau(set));
	area_right(area, row, area->columns, STYLE_TEXT, how_far.text);
	str_clear(&how_far);
}

void recommendations_draw_list(
	const struct recommendations *state, const struct app *app, const struct area *area)
{
	char name[32];

	if (state->bracketed && state->bracket_count == 0)
		area_text(area, area->rows > 1, 1, STYLE_FAINT,
			"No bracket is open; b lists all texts again");
	if (state->list.count == 0) {
		area_textf(area, 0, 1, STYLE_FAINT, "No recommendation yet; %s proposes the first",
			show_key("recommendation propose", name));
		area_cursor(area, 0, 1, false);
	}
	for (int row = 0; row < area->rows; row++) {
		size_t i = state->list.top + (size_t)row;
		if (i >= state->list.count)
			break;
		if (state->lines[i].bracket)
			draw_bracket(area, row, app, &state->lines[i], state->letter_columns);
		else if (state->lines[i].row)
			draw_recommendation(
				area, row, app, &state->lines[i], state->letter_columns);
		else
			draw_set(state, area, row, state->lines[i].set);
	}
	list_mark(&state->list, area, state->mode == READING && !state->in_text);
}
