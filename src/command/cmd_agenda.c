/* SPDX-License-Identifier: MIT */
/* The agenda: loading it, adopting it, taking up and concluding its items. */
#include <string.h>

#include "base/file.h"
#include "command/agenda_export.h"
#include "command/next_agenda.h"
#include "exchange/agenda_draft.h"
#include "exchange/agenda_file.h"
#include "exchange/agenda_import.h"
#include "exchange/roster_file.h"
#include "model/item_role.h"
#include "agenda_open.h"
#include "groups.h"
#include "rows.h"
#include "store/agenda_held.h"
#include "sitting.h"
#include "template_rows.h"
#include "store/agenda_change.h"
#include "store/agenda_edit.h"

/* --- agenda load --- */

static bool read_roster(struct roster *roster, struct err *err)
{
	struct messages messages;
	bool good;

	messages_init(&messages, "states.yaml");
	good = roster_file_states(roster, &messages) || messages_err(&messages, err);
	messages_clear(&messages);
	return good;
}

static bool make_session(struct call *call, struct agenda *agenda, struct err *err)
{
	struct roster roster;
	int64_t id = 0;

	roster_init(&roster);
	if (read_roster(&roster, err))
		id = store_session_create(
			call->desk->store, agenda, &roster, call_given(call, "rehearse"), err);
	roster_clear(&roster);
	if (id == 0 || !agenda_write_rules(call, agenda, id, err) ||
		!template_rows_begin(call, id, err))
		return false;
	call->desk->session = id;
	call->made = id;
	if (!rows_need_groups(call, err))
		return false;
	if (call_given(call, "rehearse"))
		str_addf(&call->reply,
			"rehearsal made, %zu items, %zu slots: nothing here reaches the session "
			"itself",
			agenda->item_count, agenda->slot_count);
	else
		str_addf(&call->reply, "session %s: %zu items, %zu slots", agenda->id,
			agenda->item_count, agenda->slot_count);
	return true;
}

static bool open_session(struct call *call, const struct agenda *agenda, int64_t sum,
	int64_t session, struct err *err)
{
	struct session_row row;

	if (!store_session(call->desk->store, session, &call->arena, &row))
		return err_set(err, ERR_INTERNAL, "the session is not there");
	if (row.deleted)
		return err_set(err, ERR_USAGE,
			"session %s was deleted: \"rapporteur --session %s do undo\" "
			"brings it back, or load the agenda with --id under another name",
			row.key, row.key);
	return agenda_open(call, agenda, sum, session, err);
}

static bool is_deleted(struct call *call, const char *key)
{
	int64_t session = store_session_find(call->desk->store, key);
	struct session_row row;

	return session && store_session(call->desk->store, session, &call->arena, &row) &&
	       row.deleted;
}

/* A rehearsal is another session; one that was discarded is not in the way. */
static void set_id(struct call *call, struct agenda *agenda)
{
	const char *id = call_given(call, "id") ? call_text(call, "id") : agenda->id;

	agenda->id = id;
	if (!call_given(call, "rehearse"))
		return;
	agenda->id = arena_printf(&agenda->arena, "%s-rehearsal", id);
	for (int n = 2; is_deleted(call, agenda->id); n++)
		agenda->id = arena_printf(&agenda->arena, "%s-rehearsal-%d", id, n);
}

/* A screen has room for all that is wrong; elsewhere "agenda check" lists it. */
static bool refuse_file(struct call *call, struct messages *messages, struct err *err)
{
	if (call->desk->screen && messages->errors > 1) {
		messages_sort(messages);
		messages_format(messages, &call->output);
		call->says_all = true;
	}
	return messages_err(messages, err);
}

enum { SUMMED = 4 * 1024 * 1024 }; /* bytes: as much as is read of an agenda file */

/* Of its bytes; 0 where there is none: of standard input, or of a file that cannot be
 * read, which is said elsewhere. */
static int64_t sum_of(const char *file)
{
	uint64_t sum = 0xcbf29ce484222325u;
	struct str bytes;

	str_init(&bytes);
	if (strcmp(file, "-") == 0 || !file_read(file, SUMMED, &bytes, NULL))
		sum = 0;
	for (size_t i = 0; i < bytes.length; i++)
		sum = (sum ^ (unsigned char)bytes.text[i]) * 0x100000001b3u;
	str_clear(&bytes);
	return (int64_t)(sum >> 1);
}

static bool agenda_load(struct call *call, struct err *err)
{
	struct agenda agenda;
	struct messages messages;
	int64_t session, sum = sum_of(call_text(call, "file"));
	bool good;

	agenda_init(&agenda);
	messages_init(&messages, call_text(call, "file"));
	good = agenda_file_read(call_text(call, "file"), &agenda, &messages) ||
	       refuse_file(call, &messages, err);
	if (good) {
		set_id(call, &agenda);
		session = store_session_find(call->desk->store, agenda.id);
		good = session ? open_session(call, &agenda, sum, session, err)
			       : make_session(call, &agenda, err) &&
					 store_session_keep_file(
						 call->desk->store, call->desk->session, sum, err);
	}
	messages_clear(&messages);
	agenda_clear(&agenda);
	return good;
}

/* --- agenda import --- */

static void say_imported(struct call *call, const struct agenda_draft *draft)
{
	str_addf(&call->reply, "%s: ", draft->file);
	agenda_import_summary(&draft->agenda, &call->reply);
}

/* On a screen the review does it (ui/app.h), which has more to say and to ask. */
static bool agenda_import_document(struct call *call, struct err *err)
{
	struct agenda_draft draft;
	bool good;

	if (call->desk->screen)
		return true;
	good = agenda_draft_open(
		&draft, call_text(call, "document"), call_text(call, "output"), err);
	if (good && draft.went_on)
		good = err_set(err, ERR_CANNOT_CREATE,
			"%s is there already and was corrected; name another file with --output, "
			"or go on with it: rapporteur agenda import --review",
			draft.file);
	if (good)
		say_imported(call, &draft);
	agenda_draft_clear(&draft);
	return good;
}

/* --- agenda adopt --- */

/* Was the agenda itself amended in a meeting since it was adopted last, or at all? */
static bool is_amended(struct call *call)
{
	struct store *store = call->desk->store;
	size_t count;
	const struct agenda_change *rows =
		store_agenda_changes(store, call->desk->session, &call->arena, &count);
	int64_t since = store_agenda_adopted_after(store, call->desk->session);

	for (size_t i = 0; i < count; i++)
		if (rows[i].meeting && rows[i].decided && rows[i].id > since &&
			agenda_change_amends(&rows[i]))
			return true;
	return false;
}

static void say_meeting(struct call *call, int64_t id)
{
	struct meeting_row row;

	if (!id || !sitting_find(call, id, &row))
		return;
	str_add(&call->reply, " at the ");
	sitting_say(call, &row);
}

/* Two bodies adopt an agenda each: the item under which one does it says which. */
static bool adopt(struct call *call, int64_t item, const char *form, bool amended,
	bool organization, struct err *err)
{
	int64_t at = desk_now(call->desk);
	struct act act = {.subject = "agenda",
		.item = item,
		.meeting = rows_meeting(call, at),
		.outcome = "adopted",
		.form = form,
		.orally_amended = amended || is_amended(call),
		.at = at};

	str_add(&call->reply,
		organization ? "agenda and organization of work adopted" : "agenda adopted");
	say_meeting(call, act.meeting);
	str_add(&call->reply, act.orally_amended ? ", as orally amended" : "");
	return store_agenda_adopt(call->desk->store, call->desk->session, &act, organization, err);
}

/* With the item under which a body adopts its agenda, the agenda is adopted. */
static bool adopt_by_item(struct call *call, const struct item_row *item, struct err *err)
{
	if (item_role(item->title) != ROLE_AGENDA || !rows_meeting(call, desk_now(call->desk)) ||
		store_agenda_adopted_by(call->desk->store, call->desk->session, item->id))
		return true;
	str_add(&call->reply, "; ");
	return adopt(call, item->id, NULL, false, false, err);
}

static bool agenda_adopt(struct call *call, struct err *err)
{
	return adopt(call, call_id(call, "item"), call_text(call, "form"),
		call_given(call, "orally-amended"), call_given(call, "organization"), err);
}

/* --- items --- */

static bool item_open(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t item = call_id(call, "item"), at = desk_now(call->desk);
	int64_t meeting = rows_meeting(call, at);
	struct item_row row;

	if (!store_item(store, item, &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such item");
	if (strcmp(row.state, "open") == 0)
		return err_set(err, ERR_USAGE, "item %s is open already", row.printed);
	if (meeting == 0)
		return err_set(err, ERR_USAGE,
			"no meeting was open at that time: an item is taken up "
			"in a meeting");
	call->made = item;
	if (row.together)
		str_addf(&call->reply, "%s opened, jointly", rows_items(call, item));
	else
		str_addf(&call->reply, "item %s opened: %s", row.printed, row.title);
	return rows_open(call, item, meeting, at, err);
}

/* Nobody keeps the floor on an item that is concluded, nor gets it back after a pause. */
static bool end_speech_on(struct call *call, int64_t item, struct err *err)
{
	struct desk *desk = call->desk;
	int64_t at = desk_now(desk);
	struct statement_row speech;

	if (store_statement_running(desk->store, desk->session, &call->arena, &speech) &&
		speech.item == item) {
		str_addf(&call->reply, "; s%d %s ended", speech.number, speech.name);
		return rows_end_speech(call, at, err);
	}
	if (!store_statement_paused(desk->store, desk->session, &call->arena, &speech) ||
		speech.item != item)
		return true;
	str_addf(&call->reply, "; s%d %s ended", speech.number, speech.name);
	return store_interruptions_end(desk->store, desk->session, at, err);
}

/* It goes on later: in this meeting or in another one. Its list stays. */
static bool item_suspend(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t item = call_id(call, "item"), waiting;
	struct item_row row;

	if (!store_item(store, item, &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such item");
	if (strcmp(row.state, "open") != 0)
		return err_set(err, ERR_USAGE, "item %s is not open", row.printed);
	item = store_item_lead(store, item);
	waiting = store_requests_waiting(store, item);
	str_addf(&call->reply, "%s suspended", rows_items(call, item));
	if (waiting)
		str_addf(&call->reply, "; %lld still on its list", (long long)waiting);
	return end_speech_on(call, item, err) &&
	       rows_end_items(call, item, "suspended", desk_now(call->desk), err);
}

static bool item_conclude(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t item = call_id(call, "item"), waiting;
	struct item_row row;

	if (!store_item(store, item, &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such item");
	if (strcmp(row.state, "concluded") == 0)
		return err_set(err, ERR_USAGE, "item %s is concluded already", row.printed);
	item = store_item_lead(store, item);
	waiting = store_requests_waiting(store, item);
	str_addf(&call->reply, "%s concluded", rows_items(call, item));
	if (waiting)
		str_addf(&call->reply, "; %lld still on its list", (long long)waiting);
	return end_speech_on(call, item, err) &&
	       rows_end_items(call, item, "concluded", desk_now(call->desk), err) &&
	       adopt_by_item(call, &row, err);
}

/* --- agenda export, agenda next --- */

static bool export_agenda(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct agenda_held held;

	store_reads_begin(desk->store);
	store_agenda_held(desk->store, desk->session, &held);
	bool good =
		agenda_export(&held.agenda, desk_template(desk), held.use.adopted,
			call_text(call, "format"), call_text(call, "file"), &call->output, err) &&
		rows_put_output(call, err);
	agenda_held_clear(&held);
	return good;
}

/* Who has not said what is carried over chooses it here; a script is told. */
static bool may_carry(struct call *call, const char *review, struct err *err)
{
	if (!*review || call_given(call, "carry") || call_given(call, "as-is"))
		return true;
	if (!call->desk->screen) {
		str_addf(&call->reply, "; to be looked at: %s", review);
		return true;
	}
	return call_ask(call, err, "as-is",
		"Of what is carried over, %s. Carry all of it over as it is? Otherwise say in the "
		"form which items are",
		review);
}

static bool agenda_next(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	struct next_request request = {.id = call_text(call, "id"),
		.from = call_text(call, "from"),
		.to = call_text(call, "to"),
		.place = call_text(call, "place"),
		.carry = call_text(call, "carry"),
		.with = call_text(call, "with"),
		.take = call_text(call, "take"),
		.annotations = call_given(call, "annotations")};
	struct agenda_held held;
	struct agenda next;
	struct str review;

	agenda_init(&next);
	str_init(&review);
	store_reads_begin(store);
	store_agenda_held(store, call->desk->session, &held);
	struct next_from from = next_agenda_from(store, &held, &call->arena);
	bool good = next_agenda(&request, &from, &next, &call->reply, &review, err) &&
		    may_carry(call, review.text, err) &&
		    agenda_export(&next, NULL, false, "yaml", call_text(call, "file"),
			    &call->output, err);
	str_add(&call->reply, good && call_given(call, "file") ? "; " : "");
	good = good && rows_put_output(call, err);
	agenda_held_clear(&held);
	agenda_clear(&next);
	str_clear(&review);
	return good;
}

const struct command agenda_commands[] = {
	{.name = "agenda load",
		.help = "Load an agenda file: make its session, or open the one it made",
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"file", ARG_FILE, .required = true, .prompt = "Agenda file"},
				{"id", ARG_WORD, .option = true,
					.prompt = "Another name for the session"},
				{"rehearse", ARG_FLAG, .option = true,
					.prompt = "As a rehearsal, kept apart"},
				{"take", ARG_FLAG, .option = true,
					.prompt =
						"Where the file says otherwise: put it into the session"},
				{"keep", ARG_FLAG, .option = true,
					.prompt =
						"Where the file says otherwise: leave the session as it is"},
			},
		.opens = true,
		.run = agenda_load},
	{.name = "agenda import",
		.help = "Read a published agenda and make an agenda file of it",
		.effect = EFFECT_KEEPS,
		.params =
			{
				{"document", ARG_FILE, .required = true,
					.prompt = "Published agenda (text, HTML, DOCX, PDF)"},
				{"output", ARG_FILE, .option = true,
					.prompt = "Agenda file (else beside the document)"},
			},
		.run = agenda_import_document},
	{.name = "agenda adopt",
		.help = "Record that the agenda is adopted, as it is now",
		.needs = NEED_SESSION | NEED_MEETING,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"form", ARG_CHOICE, .option = true, .prompt = "In what form",
					.choices = FORM_CHOICES},
				{"orally-amended", ARG_FLAG, .option = true,
					.prompt = "As orally amended, also if no change is logged"},
				{"organization", ARG_FLAG, .option = true,
					.prompt = "With the organization of work"},
				{"item", ARG_ITEM, .option = true,
					.prompt =
						"Under which item, where two bodies adopt theirs"},
			},
		.run = agenda_adopt},
	{.name = "agenda export",
		.keys = "w",
		.help = "Write the agenda, its annotations and the organization of work to a file",
		.hint = "write file",
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.form = true,
		.params = {PARAM_PAGE_FILE, PARAM_PAGE_FORMAT, PARAM_ANYWAY_FILE},
		.run = export_agenda},
	{.name = "agenda next",
		.keys = "N",
		.help = "Make the agenda file of the next session out of this one's agenda",
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.form = true,
		.params =
			{
				{"id", ARG_WORD, .required = true,
					.prompt = "How the next session is called, one word"},
				{"from", ARG_LINE, .required = true, .option = true,
					.prompt = "Its first day, as 28 October 2014"},
				{"to", ARG_LINE, .option = true,
					.prompt = "Its last day, if not the same"},
				{"place", ARG_LINE, .option = true,
					.prompt = "Its place, if another one"},
				{"carry", ARG_LINE, .option = true,
					.prompt = "Carried over: open, all, none, or 2, 5"},
				{"with", ARG_FILE, .option = true,
					.prompt = "Another agenda, or a workplan, to add"},
				{"take", ARG_LINE, .option = true,
					.prompt = "Which of them, 1, 3; of a plan session 9"},
				{"annotations", ARG_FLAG, .option = true,
					.prompt = "With the annotations of what is carried over"},
				{"as-is", ARG_FLAG, .option = true,
					.prompt =
						"Also what names past days or was added in session"},
				{"file", ARG_FILE, .option = true,
					.prompt = "File to write; without one it is shown"},
				PARAM_ANYWAY_FILE,
			},
		.run = agenda_next},
	{.name = "item open",
		.keys = "o",
		.help = "Take up an item of the agenda",
		.hint = "open item",
		.hint_place = 2,
		.where = IN_ROOM | IN_ORGANIZATION,
		.needs = NEED_SESSION | NEED_MEETING,
		.effect = EFFECT_CHANGES,
		.params = {{"item", ARG_ITEM, .required = true, .prompt = "Agenda item"}},
		.run = item_open},
	{.name = "item suspend",
		.keys = "z",
		.help = "Suspend the consideration of an item; item open goes on with it",
		.where = IN_ROOM | IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"item", ARG_ITEM, .required = true, .prompt = "Agenda item"}},
		.run = item_suspend},
	{.name = "item conclude",
		.keys = "c",
		.help = "Conclude an item of the agenda",
		.hint = "conclude",
		.hint_place = 5,
		.where = IN_ROOM | IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"item", ARG_ITEM, .required = true, .prompt = "Agenda item"}},
		.run = item_conclude},
	{0}};
