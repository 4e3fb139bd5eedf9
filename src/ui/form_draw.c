/* SPDX-License-Identifier: MIT */
/*
 * How a form looks: its title, a row for each field, the box of a text, and below them what
 * could be put in. The rows are the same whatever field has the focus: nothing jumps.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "form.h"

enum {
	CHOICES = 6, /* rows of what could be put in */
	GUESSES = 2, /* rows of whom the names mean */
	TEXT_ROWS = 6,
	PROMPT = 40 /* columns at most */
};

/* --- what kind of field --- */

const struct param *form_param(const struct form *form, size_t i)
{
	return &form->run->words.command->params[form->fields[i].index];
}

static bool form_is_name(const struct param *param)
{
	return param->type == ARG_PARTICIPANT || param->type == ARG_PARTICIPANTS;
}

bool form_is_names(const struct form *form)
{
	return form_is_name(form_param(form, form->at));
}

bool form_is_text(const struct form *form)
{
	return form_param(form, form->at)->type == ARG_TEXT;
}

static bool form_offers_choices(const struct param *param)
{
	switch (param->type) {
	case ARG_TEXT:
	case ARG_LINE:
	case ARG_WORD:
	case ARG_NUMBER:
	case ARG_TIME:
	case ARG_DATE:
	case ARG_FLAG:
		return false;
	default:
		return true;
	}
}

bool form_has_choices(const struct form *form)
{
	return form_offers_choices(form_param(form, form->at));
}

const char *form_typed(const struct form *form)
{
	return form->writing.edit.text.text;
}

/* --- rows --- */

/* Those that are rarely said, the last ones, are folded away until one of them is gone to
 * or is known. */
static size_t shown_count(const struct form *form)
{
	size_t first = 0;

	while (first < form->count && !form_param(form, first)->more)
		first++;
	for (size_t i = first; i < form->count; i++)
		if (form->at >= first || form->fields[i].text[0])
			return form->count;
	return first;
}

int form_fields_rows(const struct form *form)
{
	size_t shown = shown_count(form);

	return 1 + (int)shown + (shown < form->count);
}

/* The same whatever field has the focus, but for those that are unfolded: nothing jumps. */
static int wanted_rows(const struct form *form)
{
	bool names = false, choices = false, text = false;

	for (size_t i = 0; i < form->count; i++) {
		text = text || form_param(form, i)->type == ARG_TEXT;
		names = names || form_is_name(form_param(form, i));
		choices = choices || form_offers_choices(form_param(form, i));
	}
	int rows = (names ? GUESSES : 0) + (choices ? CHOICES : 0) + (text ? TEXT_ROWS : 0);
	int words = form_words_rows(form);
	return form_fields_rows(form) + (rows > words ? rows : words);
}

int form_rows(const struct form *form, int area_rows)
{
	int rows = wanted_rows(form);

	return form->about ? panel_rows_high(area_rows, rows) : panel_rows(area_rows, rows);
}

/* Of the prompts, which stand in a column. */
static int prompt_columns(const struct form *form, int columns)
{
	int widest = 0, most = columns / 2 < PROMPT ? columns / 2 : PROMPT;

	for (size_t i = 0, shown = shown_count(form); i < shown; i++) {
		int own = utf8_columns(form_param(form, i)->prompt);
		if (own > widest)
			widest = own;
	}
	return widest < most ? widest : most;
}

/* Of a text its first line. */
static void draw_value(const struct area *area, const char *text)
{
	char *line = mem_strndup(text, strcspn(text, "\n"));

	area_cut(area, 0, 0, area->columns, STYLE_TEXT, line);
	free(line);
}

static void draw_field(const struct form *form, const struct area *area, int row, size_t i)
{
	int prompt = prompt_columns(form, area->columns);
	struct area field = area_part(area, row, prompt + 3, 1, area->columns - prompt - 4);
	bool here = i == form->at;

	int column = 1 + utf8_columns(form_param(form, i)->prompt);
	area_cut(
		area, row, 1, prompt, here ? STYLE_TEXT : STYLE_FAINT, form_param(form, i)->prompt);
	if (here && form_is_text(form))
		return;
	area_text(area, row, column < 1 + prompt ? column : 1 + prompt,
		here ? STYLE_TEXT : STYLE_FAINT, ":");
	if (here)
		edit_draw(&form->writing.edit, &field, form->fresh ? STYLE_SELECTED : STYLE_FIELD,
			true);
	else
		draw_value(&field, form->fields[i].text);
}

/* "and 7 more: Name of its file, Document that it became …" */
static void draw_folded(const struct form *form, const struct area *area, int row, size_t from)
{
	int column = area_textf(
		area, row, 1, STYLE_FAINT, "and %zu more, with Tab: ", form->count - from);
	struct area rest = area_part(area, row, column, 1, area->columns - column - 1);
	struct str names;

	str_init(&names);
	for (size_t i = from; i < form->count; i++)
		str_addf(&names, "%s%s", i > from ? ", " : "", form_param(form, i)->prompt);
	area_cut(&rest, 0, 0, rest.columns, STYLE_FAINT, names.text);
	str_clear(&names);
}

/* Below the title, the one with the focus in sight; the row after them. */
static int draw_fields(const struct form *form, const struct area *area)
{
	int row = 1, fitting = area->rows - 1 - (form_is_text(form) || form_has_choices(form));
	size_t rows = fitting > 1 ? (size_t)fitting : 1;
	size_t first = form->at >= rows ? form->at - rows + 1 : 0, shown = shown_count(form);

	for (size_t i = first; i < shown && i < first + rows; i++)
		draw_field(form, area, row++, i);
	if (shown < form->count && shown < rows)
		draw_folded(form, area, row++, shown);
	return row;
}

static void draw_title(const struct form *form, const struct area *area)
{
	int column = 1;

	if (form->subject)
		column = area_textf(area, 0, column, STYLE_ACCENT, "%s · ", form->subject);
	area_cut(area, 0, column, area->columns - column - 1, STYLE_STRONG,
		form->run->words.command->help);
}

void form_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct form *form = state;
	struct area inside = form->about ? panel_draw_high(area, wanted_rows(form))
					 : panel_draw(area, wanted_rows(form));

	(void)app;
	(void)frame;
	draw_title(form, &inside);
	int row = draw_fields(form, &inside);
	if (form_is_text(form)) {
		struct area box = area_part(&inside, row, 1, inside.rows - row, inside.columns - 2);
		edit_draw(&form->writing.edit, &box, STYLE_TEXT, true);
	}
	if (form_is_names(form)) {
		struct area names = area_part(&inside, row, 0, GUESSES, inside.columns);
		flow_draw(&form->guessed, &names, 0);
		row += form->count > 1 ? (int)form->guessed.count : GUESSES;
	}
	/* Below the values, so that they are not taken for more fields. */
	int indent = form->count > 1 ? prompt_columns(form, inside.columns) + 2 : 0;
	struct area rest =
		area_part(&inside, row, indent, inside.rows - row, inside.columns - indent);
	if (form_shows_words(form)) {
		struct area words = area_part(&inside, row, 0, inside.rows - row, inside.columns);
		form_draw_words(form, &words);
	}
	if (form_has_choices(form))
		choices_draw(&form->choices, &rest,
			form->choices.picked || (form_typed(form)[0] && !form->fresh));
}
