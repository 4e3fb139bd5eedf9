/* SPDX-License-Identifier: MIT */
/*
 * What was amended in the organization of work, said beside what it concerns and listed
 * with its meeting, person and reason; and the keys that amend it, whose forms begin with
 * what is selected.
 */
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "model/number.h"
#include "model/phrase.h"
#include "store/report_rows.h"
#include "amended.h"
#include "app_inside.h"
#include "organization.h"
#include "show.h"
#include "writing.h"

/* --- what was amended --- */

/* "2nd meeting 15:06", or the day where no meeting was held then. */
static void add_moment(
	const struct organization *state, int64_t meeting, int64_t at, struct str *out)
{
	struct civil civil = civil_at(at);

	for (size_t i = 0; i < state->meeting_count; i++)
		if (meeting && state->meetings[i].id == meeting) {
			number_ordinal(state->meetings[i].number, out);
			str_add(out, " meeting");
		}
	if (out->length == 0) {
		char date[11];
		civil_format_date(&civil, date);
		phrase_short_day(date, out);
	}
	str_addf(out, " %02d:%02d", civil.hour, civil.minute);
}

static void add_change(
	struct organization *state, const struct agenda_change *change, const struct app *app)
{
	struct line *line = organization_line(state);
	struct str text, moment;

	str_init(&text);
	amended_words(change, &text);
	line->change = change->id;
	line->planned = organization_kept(state, &text);
	str_init(&moment);
	str_init(&text);
	add_moment(state, change->meeting, change->at, &moment);
	str_addf(&text, "%s, %s", moment.text, change->person);
	if (!change->decided)
		str_add(&text, ", a correction");
	if (change->reason)
		str_addf(&text, ": %s", show_covered(app, change->reason));
	line->happened = organization_kept(state, &text);
	line->happened_style = STYLE_FAINT;
	str_clear(&moment);
}

/* From here on what was amended is amended by a decision. */
static void add_adoption(struct organization *state, const struct report_act *act)
{
	struct line *line = organization_line(state);
	struct str text;

	str_init(&text);
	str_addf(&text, "agenda%s adopted%s", act->organization ? " and organization of work" : "",
		act->orally_amended ? ", as orally amended" : "");
	line->planned = organization_kept(state, &text);
	line->change = -act->id; /* none that an amendment has */
	str_init(&text);
	add_moment(state, act->meeting, act->at, &text);
	line->happened = organization_kept(state, &text);
	line->happened_style = STYLE_FAINT;
}

/* With the adoptions among them, as it happened. */
static void list_changes(struct organization *state, struct app *app)
{
	size_t count, act = 0;
	const struct report_act *acts =
		report_rows_acts(app_store(app), app_session(app), &state->arena, &count);
	struct str heading;

	if (state->change_count == 0)
		return;
	str_init(&heading);
	str_add(&heading, "Amended since it was proposed");
	organization_heading(state, &heading);
	for (size_t i = 0; i <= state->change_count; i++) {
		for (; act < count; act++) {
			if (i < state->change_count && acts[act].after >= state->changes[i].id)
				break;
			if (!acts[act].of_report)
				add_adoption(state, &acts[act]);
		}
		if (i < state->change_count)
			add_change(state, &state->changes[i], app);
	}
}

/* Behind what happened, or in its place where nothing has yet. */
static void add_mark(struct organization *state, struct line *line, struct str *mark)
{
	if (mark->length && line->happened[0])
		line->happened = arena_printf(&state->arena, "%s · %s", line->happened, mark->text);
	else if (mark->length)
		line->happened = arena_strdup(&state->arena, mark->text);
	str_clear(mark);
}

static void mark_line(struct organization *state, struct line *line)
{
	size_t at = organization_item(state, line->item);
	struct str mark, place;

	str_init(&mark);
	if (line->item && at < state->item_count)
		amended_item(state->changes, state->change_count, &state->items[at], &mark);
	else if (line->slot && !line->part)
		amended_slot(state->changes, state->change_count, line->slot, &mark);
	str_init(&place);
	if (line->item && line->slot)
		amended_place(state->changes, state->change_count, line->item, line->slot, &place);
	if (place.length)
		str_addf(&mark, "%s%s", mark.length ? ", " : "", place.text);
	str_clear(&place);
	add_mark(state, line, &mark);
}

void organization_add_changes(struct organization *state, struct app *app)
{
	for (size_t i = 0; state->change_count > 0 && i < state->count; i++)
		mark_line(state, &state->lines[i]);
	list_changes(state, app);
}

/* --- keys --- */

/* What is to be done with the item that a key of this view is for; NULL for a key that is
 * for none. */
static const char *done_with_item(const struct key *key)
{
	static const struct {
		const char *command, *done;
	} keys[] = {{"slot put", "planned"}, {"item open", "taken up"},
		{"item suspend", "suspended"}, {"item conclude", "concluded"}};
	const struct command *command = run_command_of(key, IN_ORGANIZATION);

	if (!command || !command->params[0].required || command->params[0].type != ARG_ITEM)
		return NULL;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (strcmp(command->name, keys[i].command) == 0)
			return keys[i].done;
	return "moved";
}

static const struct slot_row *slot_at(const struct organization *state, int64_t id)
{
	for (size_t i = 0; i < state->slot_count; i++)
		if (state->slots[i].id == id)
			return &state->slots[i];
	return NULL;
}

static const char *slot_code(struct organization *state, int64_t id)
{
	const struct slot_row *slot = slot_at(state, id);
	struct str code;

	str_init(&code);
	if (slot)
		store_slot_code(slot, &code);
	return organization_kept(state, &code);
}

/* As ":" has it: with its body where another one has the same number. */
static const char *item_reference(
	struct organization *state, const struct app *app, const struct line *line)
{
	size_t count, twice = 0, at = organization_item(state, line->item);
	const struct body_row *bodies =
		store_bodies(app_store(app), app_session(app), &state->arena, &count);

	for (size_t i = 0; i < state->item_count; i++)
		twice += strcmp(state->items[i].printed, line->number) == 0;
	for (size_t i = 0; twice > 1 && i < count; i++)
		if (at < state->item_count && bodies[i].id == state->items[at].body)
			return arena_printf(&state->arena, "%s:%s", bodies[i].key, line->number);
	return line->number;
}

/* Where the selected item goes; from where is shown. */
static void move_form(struct organization *state, struct app *app, const struct line *line)
{
	struct words words = {.command = command_find("slot move")}, shown = words;

	writing_put(&words, "item", item_reference(state, app, line));
	writing_put(&shown, "from", slot_code(state, line->slot));
	app_run_form(app, &words, &shown);
}

/* Where the selected meeting is planned, to be changed: which one, the context says, as two
 * at one time may have one name. Its time is on the screen. */
static void time_form(struct organization *state, struct app *app, const struct line *line)
{
	struct words words = {.command = command_find("slot time")}, shown = words;
	const struct slot_row *slot = slot_at(state, line->slot);

	writing_put(&shown, "room", slot->room ? slot->room : "");
	writing_put(&shown, "label", slot->label ? slot->label : "");
	app_run_form(app, &words, &shown);
}

/* Behind the highest number on top, of the body that is selected, else of the first. */
static int next_number(const struct organization *state, const struct line *line)
{
	size_t at = organization_item(state, line->item);
	int64_t body = at < state->item_count  ? state->items[at].body
		       : state->item_count > 0 ? state->items[0].body
					       : 0;
	int number = 0;

	for (size_t i = 0; i < state->item_count; i++)
		if (!state->items[i].parent && state->items[i].body == body &&
			atoi(state->items[i].printed) > number)
			number = atoi(state->items[i].printed);
	return number + 1;
}

/* With the next free number; its title is what is to be typed. */
static void add_form(struct organization *state, struct app *app, const struct line *line)
{
	struct words shown = {.command = command_find("item add")};
	const char *number = arena_printf(&state->arena, "%d", next_number(state, line));

	writing_put(&shown, "number", number);
	app_run_whole_form(app, &shown);
}

/* The selected one and, to be typed, which others with it. */
static void joint_form(struct organization *state, struct app *app, const struct line *line)
{
	struct words shown = {.command = command_find("item joint")};

	if (line->item)
		writing_put(&shown, "items",
			arena_printf(&state->arena, "%s, ", item_reference(state, app, line)));
	app_run_whole_form(app, &shown);
}

/* Keys of the table that want to know what is selected. */
bool organization_amend_key(struct organization *state, struct app *app, const struct key *key)
{
	const struct line *line = &state->lines[state->list.selected];
	const char *done = line->item ? NULL : done_with_item(key);

	if (done)
		app_say(app, TONE_PLAIN, "Select the item that is to be %s", done);
	else if (show_key_runs(key, "item add"))
		add_form(state, app, line);
	else if (show_key_runs(key, "item joint"))
		joint_form(state, app, line);
	else if (show_key_runs(key, "slot move"))
		move_form(state, app, line);
	else if (line->slot && show_key_runs(key, "slot time"))
		time_form(state, app, line);
	else
		return false;
	return true;
}
