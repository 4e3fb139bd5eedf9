/* SPDX-License-Identifier: MIT */
/*
 * The fields of a new recommendation. They check nothing: the command does that
 * when it is saved, and asks what it must; here is only shown what it will find.
 */
#include <stdio.h>
#include <string.h>

#include "proposal.h"
#include "writing.h"

void proposal_init(struct proposal *proposal)
{
	static const char *const names[PROPOSAL_FIELDS] = {"item", "by"};

	*proposal = (struct proposal){.focus = -1};
	for (int i = 0; i < PROPOSAL_FIELDS; i++) {
		proposal->fields[i].name = names[i];
		edit_init(&proposal->fields[i].edit, true);
	}
}

void proposal_clear(struct proposal *proposal)
{
	for (int i = 0; i < PROPOSAL_FIELDS; i++)
		edit_clear(&proposal->fields[i].edit);
}

static const struct param *param_of(const char *name)
{
	const struct command *command = command_find("recommendation propose");

	for (size_t i = 0; command && i < COMMAND_PARAMS && command->params[i].name; i++)
		if (strcmp(command->params[i].name, name) == 0)
			return &command->params[i];
	return NULL;
}

static void match(struct field *field, struct app *app)
{
	const struct param *param = param_of(field->name);
	const char *typed = field->edit.text.text;
	struct arena arena;
	size_t count = 0;

	snprintf(field->value, sizeof field->value, "%s", typed);
	field->label[0] = '\0';
	if (!param || typed[0] == '\0')
		return;
	arena_init(&arena);
	struct completion *best = complete_arg(app_desk(app), param, typed, 1, &arena, &count);
	if (count > 0) {
		snprintf(field->value, sizeof field->value, "%s", best->text);
		snprintf(field->label, sizeof field->label, "%s", best->label);
	}
	arena_clear(&arena);
}

void proposal_open(struct proposal *proposal, struct app *app, const char *item)
{
	proposal->focus = -1;
	edit_set(&proposal->fields[0].edit, item);
	edit_set(&proposal->fields[1].edit, "");
	for (int i = 0; i < PROPOSAL_FIELDS; i++)
		match(&proposal->fields[i], app);
}

bool proposal_key(struct proposal *proposal, struct app *app, const struct key *key)
{
	int step = key->code == KEY_TAB ? 1 : key->code == KEY_BACKTAB ? PROPOSAL_FIELDS : 0;

	if (step > 0) {
		proposal->focus = (proposal->focus + 1 + step) % (PROPOSAL_FIELDS + 1) - 1;
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
	match(field, app);
	return true;
}

void proposal_paste(struct proposal *proposal, struct app *app, const char *text)
{
	edit_insert(&proposal->fields[proposal->focus].edit, text);
	match(&proposal->fields[proposal->focus], app);
}

void proposal_put(struct proposal *proposal, struct words *words)
{
	for (int i = 0; i < PROPOSAL_FIELDS; i++)
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

void proposal_draw(const struct proposal *proposal, const struct area *area, int row)
{
	bool wide = area->columns >= 60;
	const struct field *by = &proposal->fields[1];
	int column = area_text(area, row, 1, STYLE_STRONG, wide ? "New recommendation" : "New");

	column = draw_field(proposal, area, row, column, 0, 8);
	column = draw_field(proposal, area, row, column, 1, wide ? 14 : 8);
	if (by->label[0] && strcmp(by->label, by->edit.text.text) != 0)
		area_textf(area, row, column, STYLE_FAINT, " %s", by->label);
	else if (by->edit.text.length > 0 && !by->label[0])
		area_text(area, row, column, STYLE_WARN, " unknown");
}
