/* SPDX-License-Identifier: MIT */
/* Statements: logged afterwards, corrected, annotated. What is running is the
 * floor's affair (cmd_floor.c), and one that was two that of cmd_divide.c. */
#include <string.h>

#include "groups.h"
#include "overlap.h"
#include "rows.h"
#include "sitting.h"
#include "store/correction.h"
#include "store/vote.h"

static bool times(struct call *call, int64_t *from, int64_t *to, struct err *err)
{
	*from = call_given(call, "from") ? call_id(call, "from") : desk_now(call->desk);
	*to = call_given(call, "to") ? call_id(call, "to") : *from;
	return *to >= *from || err_set(err, ERR_USAGE, "a statement cannot end before it began");
}

/* What explains a position is one on the recommendation that is named. */
static bool takes_position(
	struct call *call, const struct statement_new *new, int64_t statement, struct err *err)
{
	struct position_row position = {.recommendation = call_id(call, "on"),
		.participant = new->participant,
		.on_behalf = new->on_behalf,
		.statement = statement,
		.meeting = new->meeting,
		.at = new->from};

	if (!position.recommendation)
		return true;
	if (!new->kind || !position_parse(new->kind, &position.kind))
		return err_set(err, ERR_USAGE,
			"--on names what is explained: --kind explanation_before or "
			"explanation_after goes with it");
	return store_position_add(call->desk->store, new->session, &position, err) != 0;
}

static bool statement_add(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	struct statement_new new = {.session = call->desk->session,
		.item = call_id(call, "item"),
		.participant = call_id(call, "name"),
		.on_behalf = call_id(call, "for"),
		.person = call_text(call, "person"),
		.kind = call_text(call, "kind")};
	int number;

	if (!times(call, &new.from, &new.to, err))
		return false;
	new.meeting = rows_meeting(call, new.from);
	if (!rows_take_up(call, new.item, new.meeting, new.from, err) ||
		(new.on_behalf && !rows_need_groups(call, err)))
		return false;
	call->made = store_statement_add(store, &new, &number, err);
	if (call->made == 0 || !takes_position(call, &new, call->made, err))
		return false;
	str_addf(&call->reply, "s%d %s, %s", number, rows_name(call, new.participant),
		rows_items(call, new.item));
	if (new.to > new.from && !overlap_settle(call, call->made, err))
		return false;
	return !call_given(call, "note") ||
	       store_statement_note(store, call->made, call_text(call, "note"), 0, err);
}

static bool set_ids(struct call *call, int64_t s, struct err *err)
{
	static const struct {
		const char *param, *field;
	} ids[] = {
		{"name", "participant"},
		{"for", "on_behalf"},
		{"item", "item"},
	};

	for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
		if (call_given(call, ids[i].param) &&
			!store_statement_set(call->desk->store, s, ids[i].field,
				call_id(call, ids[i].param), NULL, err))
			return false;
	return true;
}

/* Both times at once are set in the order that never has an end before a beginning. */
static bool set_times(struct call *call, int64_t s, struct err *err)
{
	struct store *store = call->desk->store;
	struct statement_row row;
	bool from = call_given(call, "from"), to = call_given(call, "to"), later;

	if (from && to && call_id(call, "to") < call_id(call, "from"))
		return err_set(err, ERR_USAGE, "a statement cannot end before it began");
	later = from && store_statement(store, s, &call->arena, &row) && row.stopped &&
		call_id(call, "from") > row.stopped;
	if (to && later && !store_statement_set(store, s, "to", call_id(call, "to"), NULL, err))
		return false;
	if (from && !store_statement_set(store, s, "from", call_id(call, "from"), NULL, err))
		return false;
	return !to || later || store_statement_set(store, s, "to", call_id(call, "to"), NULL, err);
}

/* --- at which meeting --- */

/* The meeting is the one of the new beginning, if there was one then. */
static bool follow_meeting(struct call *call, int64_t s, struct err *err)
{
	int64_t meeting = call_given(call, "from") ? rows_meeting(call, call_id(call, "from")) : 0;

	return meeting == 0 ||
	       store_statement_set(call->desk->store, s, "meeting", meeting, NULL, err);
}

/* With a beginning that is said it is put there as it is, pauses and all. */
static bool shift(struct call *call, const struct statement_row *row, struct err *err)
{
	struct store *store = call->desk->store;

	if (!call_given(call, "from"))
		return true;
	if (row->started == 0)
		return store_statement_set(
			store, row->id, "from", call_id(call, "from"), NULL, err);
	return store_statement_shift(store, row->id, call_id(call, "from") - row->started, err) &&
	       store_statement_set(store, row->id, "item", row->item, NULL, err);
}

static bool was_in(struct call *call, int64_t s, const struct meeting_row *meeting, struct err *err)
{
	struct statement_row row;

	if (!store_statement(call->desk->store, s, &call->arena, &row) || row.started == 0)
		return true;
	return (row.started >= meeting->opened &&
		       (!meeting->closed || row.stopped <= meeting->closed)) ||
	       err_set(err, ERR_USAGE,
		       "s%d would be %s, and the %s meeting was not held then: say --from",
		       row.number, overlap_when(call, &row),
		       sitting_ordinal(call, meeting->number));
}

/* Into the meeting that is said: there it has a time of that meeting. */
static bool move_meeting(struct call *call, const struct statement_row *row, struct err *err)
{
	struct store *store = call->desk->store;
	struct meeting_row meeting;

	if (!sitting_numbered(call, call_id(call, "meeting"), &meeting, err))
		return false;
	if ((row->started && !row->stopped) || store_statement_stands(store, row->id))
		return err_set(err, ERR_USAGE, "s%d %s has the floor: floor end first", row->number,
			row->name);
	return store_statement_set(store, row->id, "meeting", meeting.id, NULL, err) &&
	       shift(call, row, err) &&
	       (!call_given(call, "to") ||
		       store_statement_set(store, row->id, "to", call_id(call, "to"), NULL, err)) &&
	       was_in(call, row->id, &meeting, err);
}

static bool set_when(struct call *call, const struct statement_row *row, struct err *err)
{
	if (call_given(call, "meeting"))
		return move_meeting(call, row, err);
	return set_times(call, row->id, err) && follow_meeting(call, row->id, err);
}

/* --- statement edit --- */

/* Of the options of "statement edit" at least one must be there. */
static bool corrects(struct call *call, struct err *err)
{
	static const char *const options[] = {
		"name", "item", "kind", "for", "person", "note", "meeting", "from", "to"};

	for (size_t i = 0; i < sizeof options / sizeof options[0]; i++)
		if (call_given(call, options[i]))
			return true;
	if (call->desk->screen)
		return err_set(err, ERR_USAGE, "nothing was changed here: change a field, or Esc");
	return err_set(err, ERR_USAGE,
		"say what to correct: --name, --item, --kind, --for, --person, --note, "
		"--meeting, --from or --to");
}

/* "s3 changed: Mali in place of Canada, item 3, when": what is read before it is undone. */
static void say_corrected(struct call *call, const struct statement_row *row)
{
	const char *between = ": ";
	int64_t name = call_id(call, "name"), group = call_id(call, "for");

	str_addf(&call->reply, "s%d changed", row->number);
	if (name && name != row->participant) {
		str_addf(&call->reply, ": %s in place of %s", rows_name(call, name), row->name);
		between = ", ";
	}
	if (call_given(call, "for")) {
		str_addf(&call->reply, "%s%s%s", between, group ? "for " : "for itself",
			group ? rows_group(call, group) : "");
		between = ", ";
	}
	if (call_given(call, "item")) {
		str_addf(
			&call->reply, "%sitem %s", between, rows_item(call, call_id(call, "item")));
		between = ", ";
	}
	if (call_given(call, "kind") || call_given(call, "person") || call_given(call, "note")) {
		str_addf(&call->reply, "%s%s", between,
			call_given(call, "note") ? "note" : "in what capacity");
		between = ", ";
	}
	if (call_given(call, "meeting")) {
		str_addf(&call->reply, "%sthe %s meeting", between,
			sitting_ordinal(call, (int)call_id(call, "meeting")));
		between = ", ";
	}
	if (call_given(call, "from") || call_given(call, "to"))
		str_addf(&call->reply, "%swhen", between);
}

/* Who had the floor all the time is not to be called again. */
static void warn_of_request(struct call *call, const struct statement_row *row)
{
	int64_t name = call_id(call, "name");
	int64_t item = call_given(call, "item") ? call_id(call, "item") : row->item;

	if (name && name != row->participant && store_request_find(call->desk->store, item, name))
		str_addf(&call->aside, "; still on the list: %s", rows_name(call, name));
}

static bool set_words(struct call *call, int64_t s, struct err *err)
{
	static const char *const fields[] = {"person", "kind"};
	struct store *store = call->desk->store;

	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		if (call_given(call, fields[i]) && !store_statement_set(store, s, fields[i], 0,
							   call_text(call, fields[i]), err))
			return false;
	return !call_given(call, "note") ||
	       store_statement_note(store, s, call_text(call, "note"), 0, err);
}

static bool statement_edit(struct call *call, struct err *err)
{
	int64_t s = call_id(call, "statement");
	struct statement_row row;

	if (!corrects(call, err))
		return false;
	if (!store_statement(call->desk->store, s, &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such statement");
	say_corrected(call, &row);
	warn_of_request(call, &row);
	if (call_id(call, "for") && !rows_need_groups(call, err))
		return false;
	if (!set_ids(call, s, err) || !set_when(call, &row, err) || !set_words(call, s, err))
		return false;
	bool moved =
		call_given(call, "meeting") || call_given(call, "from") || call_given(call, "to");
	return !moved || overlap_settle(call, s, err);
}

static bool statement_note(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t s = call_id(call, "statement");
	const char *text = call_text(call, "text");
	struct statement_row row;

	if (!store_statement(store, s, &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such statement");
	if (!call_given(call, "replace") && *row.note)
		text = arena_printf(&call->arena, "%s\n%s", row.note, text);
	str_addf(&call->reply, "s%d noted, %s", row.number, row.name);
	return store_statement_note(store, s, text, (int)call_id(call, "version"), err);
}

static bool statement_delete(struct call *call, struct err *err)
{
	int64_t s = call_id(call, "statement");
	struct statement_row row;

	if (!store_statement(call->desk->store, s, &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such statement");
	str_addf(&call->reply, "s%d %s deleted; undo brings it back", row.number, row.name);
	return store_statement_delete(call->desk->store, s, err);
}

#define PARAM_FROM                                                     \
	{                                                              \
		"from", ARG_TIME, .option = true, .prompt = "Began at" \
	}
#define PARAM_INTERRUPTS                                                            \
	{                                                                           \
		"interrupts", ARG_FLAG, .option = true,                             \
					.prompt = "It interrupted who was speaking" \
	}
#define PARAM_TO                                                     \
	{                                                            \
		"to", ARG_TIME, .option = true, .prompt = "Ended at" \
	}

const struct command statement_commands[] = {
	{.name = "statement add",
		.keys = "s",
		.help = "Log a statement that was made",
		.hint = "log statement",
		.where = IN_ROOM,
		.needs = NEED_SESSION | NEED_MEETING,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				{"name", ARG_PARTICIPANT, .required = true, .prompt = "Who spoke"},
				PARAM_FOR,
				PARAM_KIND,
				PARAM_PERSON,
				{"item", ARG_ITEM, .required = true, .option = true, .floor = true,
					.prompt = "Agenda item"},
				{"note", ARG_TEXT, .option = true,
					.prompt = "What was said, a point a line"},
				PARAM_FROM,
				PARAM_TO,
				PARAM_GUEST,
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also under an item that is concluded"},
				PARAM_INTERRUPTS,
				{"on", ARG_RECOMMENDATION, .option = true, .more = true,
					.prompt = "Explains a position on"},
			},
		.run = statement_add},
	{.name = "statement edit",
		.keys = "E",
		.help = "Correct who spoke, for whom, on what and when",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_STATEMENT,
				{"name", ARG_PARTICIPANT, .option = true, .prompt = "Who spoke"},
				{"item", ARG_ITEM, .option = true, .floor = true,
					.prompt = "Agenda item"},
				PARAM_KIND,
				{"for", ARG_PARTICIPANT, .option = true, .prompt = "On behalf of",
					.empties = true},
				PARAM_PERSON,
				{"note", ARG_TEXT, .option = true,
					.prompt = "What was said, a point a line"},
				{"meeting", ARG_NUMBER, .option = true, .prompt = "Meeting number"},
				PARAM_FROM,
				PARAM_TO,
				PARAM_GUEST,
				PARAM_INTERRUPTS,
			},
		.run = statement_edit},
	{.name = "statement note",
		.help = "Note what was said in a statement, a point a line",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_STATEMENT,
				{"text", ARG_TEXT, .required = true, .prompt = "What was said"},
				{"replace", ARG_FLAG, .option = true,
					.prompt = "In place of what is noted"},
				{"version", ARG_NUMBER, .option = true,
					.prompt = "Version that it began from"},
			},
		.run = statement_note},
	{.name = "statement delete",
		.keys = "Delete",
		.help = "Delete a statement; undo brings it back",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_STATEMENT},
		.run = statement_delete},
	{0}};
