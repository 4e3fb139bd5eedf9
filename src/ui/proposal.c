/* SPDX-License-Identifier: MIT */
/*
 * The fields above a text that is being written. They check nothing: the command does that
 * when it is saved, and asks what it must; here is only shown what it will find.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "proposal.h"
#include "writing.h"

enum { WIDE_FIELD = 14, NARROW_FIELD = 8 };

void proposal_init(struct proposal *proposal)
{
	*proposal = (struct proposal){.focus = -1};
	for (int i = 0; i < PROPOSAL_FIELDS; i++)
		edit_init(&proposal->fields[i].edit, true);
}

void proposal_clear(struct proposal *proposal)
{
	for (int i = 0; i < PROPOSAL_FIELDS; i++)
		edit_clear(&proposal->fields[i].edit);
}

static const struct param *param_of(const struct proposal *proposal, const char *name)
{
	const struct command *command = command_find(proposal->form->command);

	for (size_t i = 0; command && i < COMMAND_PARAMS && command->params[i].name; i++)
		if (strcmp(command->params[i].name, name) == 0)
			return &command->params[i];
	return NULL;
}

static void match(const struct proposal *proposal, struct field *field, struct app *app)
{
	const struct param *param = param_of(proposal, field->name);
	const char *typed = field->edit.text.text;
	struct arena arena;
	size_t count = 0;

	snprintf(field->value, sizeof field->value, "%s", typed);
	field->label[0] = '\0';
	if (!param || typed[0] == '\0')
		return;
	if (param->type == ARG_LINE || param->type == ARG_NUMBER) { /* any words */
		snprintf(field->label, sizeof field->label, "%s", typed);
		return;
	}
	arena_init(&arena);
	struct completion *best = complete_arg(app_desk(app), param, typed, 1, &arena, &count);
	if (count > 0) {
		snprintf(field->value, sizeof field->value, "%s", best->text);
		snprintf(field->label, sizeof field->label, "%s", best->label);
	}
	arena_clear(&arena);
}

void proposal_open(struct proposal *proposal, struct app *app, const struct proposal_form *form,
	const char *title, const char *value)
{
	proposal->focus = -1;
	proposal->form = form;
	proposal->title = title;
	for (proposal->count = 0; form->fields[proposal->count]; proposal->count++) {
		struct field *field = &proposal->fields[proposal->count];
		field->name = form->fields[proposal->count];
		edit_set(&field->edit, proposal->count == 0 ? value : "");
		match(proposal, field, app);
	}
}

bool proposal_key(struct proposal *proposal, struct app *app, const struct key *key)
{
	int step = key->code == KEY_TAB ? 1 : key->code == KEY_BACKTAB ? proposal->count : 0;

	if (step > 0) {
		proposal->focus = (proposal->focus + 1 + step) % (proposal->count + 1) - 1;
		return true;
	}
	if (proposal->focus < 0)
		return false;
	if (key->code == KEY_ENTER || key->code == KEY_DOWN) {
		proposal->focus = -1;
		return true;
	}
	struct field *field = &proposal->fields[proposal->focus];
	if (!edit_key(&field->edit, key, 1000))
		return false;
	match(proposal, field, app);
	return true;
}

void proposal_paste(struct proposal *proposal, struct app *app, const char *text)
{
	edit_insert(&proposal->fields[proposal->focus].edit, text);
	match(proposal, &proposal->fields[proposal->focus], app);
}

void proposal_put(struct proposal *proposal, struct words *words)
{
	for (int i = 0; i < proposal->count; i++)
		if (proposal->fields[i].value[0])
			writing_put(words, proposal->fields[i].name, proposal->fields[i].value);
}

static int draw_field(const struct proposal *proposal, const struct area *area, int row, int column,
	int which, int columns)
{
	const struct field *field = &proposal->fields[which];
	bool focus = proposal->focus == which;

	column = area_textf(area, row, column, STYLE_TEXT, "  %s ", field->name);
	struct area inside = area_part(area, row, column, 1, columns);
	edit_draw(&field->edit, &inside, STYLE_FIELD, focus);
	return column + columns;
}

/* The field with the focus, else the last that says who. */
static const struct field *explained(const struct proposal *proposal)
{
	if (proposal->focus >= 0)
		return &proposal->fields[proposal->focus];
	for (int i = 0; i < proposal->count; i++)
		if (strcmp(proposal->fields[i].name, "by") == 0)
			return &proposal->fields[i];
	return &proposal->fields[0];
}

/* Columns that all of it takes with fields of at most so many; narrow ones stay. */
static int columns_of(const struct proposal *proposal, int most)
{
	int columns = 1 + utf8_columns(proposal->title);

	for (int i = 0; i < proposal->count; i++) {
		int own = proposal->form->columns[i];
		columns += 3 + utf8_columns(proposal->fields[i].name) + (own < most ? own : most);
	}
	return columns;
}

void proposal_draw(const struct proposal *proposal, const struct area *area, int row)
{
	const struct field *told = explained(proposal);
	int most = columns_of(proposal, WIDE_FIELD) <= area->columns ? WIDE_FIELD : NARROW_FIELD;
	bool titled = columns_of(proposal, most) <= area->columns;
	int column = area_text(area, row, 1, STYLE_STRONG, titled ? proposal->title : "New");

	for (int i = 0; i < proposal->count; i++) {
		int own = proposal->form->columns[i];
		column = draw_field(proposal, area, row, column, i, own < most ? own : most);
	}
	if (told->label[0] && strcmp(told->label, told->edit.text.text) != 0)
		area_textf(area, row, column, STYLE_FAINT, " = %s", told->label);
	else if (told->edit.text.length > 0 && !told->label[0])
		area_text(area, row, column, STYLE_WARN, " unknown");
}
