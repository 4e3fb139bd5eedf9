/* SPDX-License-Identifier: MIT */
/*
 * What the Chair says now and may say next (conventions 3, 5.2, 5.3), from the state
 * of the meeting: the words are formulas, here is only which of them are due. The
 * first is for the moment, the others follow as the meeting goes.
 */
#include <string.h>

#include "facts.h"
#include "formula.h"
#include "model/number.h"
#include "model/phrase.h"
#include "report/report.h"
#include "store/floor.h"
#include "store/recommendation.h"

enum { OPEN_ITEMS = 16, TEXTS_MOST = 3, LIST_MOST = 40 };

struct script {
	struct store *store;
	int64_t session;
	struct arena arena;
	struct facts facts;
	struct document *document;
	struct str bodies; /* "the Working Group" */
	bool sitting;
	struct meeting_row meeting;
	bool on_item;
	struct item_row item;
	bool speaking;
	struct statement_row speaker;
	struct request_row *waiting;
	size_t waiting_count;
};

static void say(const struct script *script, const char *when, const char *formula,
	const struct formula_field *fields)
{
	struct str text;

	str_init(&text);
	formula_sentence(&text, formula, fields);
	document_add(script->document, script->document->root, NODE_HEADING, when);
	document_add(script->document, script->document->root, NODE_PLAIN, text.text);
	str_clear(&text);
}

static const char *running_name(const struct script *script, int64_t participant)
{
	size_t i = facts_participant(&script->facts, participant);

	return i < script->facts.participant_count ? script->facts.participants[i].running_name
						   : NULL;
}

static const char *clock_words(struct script *script, int minute)
{
	struct str out;

	if (minute < 0)
		return NULL;
	str_init(&out);
	phrase_clock(minute, &out);
	const char *words = arena_strdup(&script->arena, out.text);
	str_clear(&out);
	return words;
}

static const char *ordinal(struct script *script, int number)
{
	struct str out;

	str_init(&out);
	number_ordinal(number, &out);
	const char *words = arena_strdup(&script->arena, out.text);
	str_clear(&out);
	return words;
}

static const char *item_words(struct script *script, const struct item_row *item)
{
	struct str out;

	str_init(&out);
	facts_item(&script->facts, item, true, &out);
	const char *words = arena_strdup(&script->arena, out.text);
	str_clear(&out);
	return words;
}

/* --- before and between meetings --- */

static void say_opening(struct script *script)
{
	const struct session_row *session = &script->facts.session;
	size_t held = script->facts.meeting_count;
	const char *number = ordinal(script, (int)held + 1);
	struct str dates;

	str_init(&dates);
	phrase_from_to(session->from, session->to, &dates);
	if (held == 0)
		say(script, "Open the meeting", "CHAIR-OPEN",
			FIELDS({"ordinal", number}, {"bodies", script->bodies.text},
				{"place", session->place}, {"dates", dates.text}));
	else
		say(script, "Open the meeting", "CHAIR-CALL",
			FIELDS({"ordinal", number}, {"bodies", script->bodies.text}));
	str_clear(&dates);
}

static bool agenda_is_adopted(const struct script *script)
{
	for (size_t i = 0; i < script->facts.act_count; i++)
		if (!script->facts.acts[i].of_report)
			return true;
	return false;
}

static void say_agenda(struct script *script)
{
	if (!agenda_is_adopted(script))
		say(script, "Adopt the agenda", "CHAIR-AGENDA",
			FIELDS({"symbols", script->facts.session.agenda_symbols},
				{"bodies", script->bodies.text}));
}

/* --- the floor --- */

static void say_thanks(struct script *script)
{
	if (script->speaking)
		say(script, "Thank the speaker", "CHAIR-THANKS",
			FIELDS({"speaker", running_name(script, script->speaker.participant)},
				{"group", script->speaker.group}));
}

static bool is(const char *kind, const char *wanted)
{
	return kind && strcmp(kind, wanted) == 0;
}

static void say_next(struct script *script)
{
	const struct request_row *next = script->waiting;

	if (script->waiting_count == 0)
		return;
	const char *after = script->waiting_count > 1
				    ? running_name(script, script->waiting[1].participant)
				    : NULL;
	say(script, "Next speaker", is(next->kind, "reply") ? "CHAIR-REPLY" : "CHAIR-NEXT",
		FIELDS({"speaker", running_name(script, next->participant)}, {"group", next->group},
			{"after", after}));
}

static void say_list(struct script *script)
{
	struct str list;

	if (script->waiting_count == 0 || store_list_closed(script->store, script->item.id))
		return;
	str_init(&list);
	for (size_t i = 0; i < script->waiting_count && i < LIST_MOST; i++)
		str_addf(&list, "%s%s", i ? ", " : "", script->waiting[i].name);
	if (script->waiting_count > LIST_MOST)
		str_addf(&list, " and %zu more", script->waiting_count - LIST_MOST);
	say(script, "Close the list of speakers", "CHAIR-LIST", FIELDS({"list", list.text}));
	str_clear(&list);
}

/* --- decisions --- */

static void say_texts(struct script *script)
{
	size_t count, said = 0;
	const struct recommendation_row *rows =
		store_recommendations(script->store, script->session, &script->arena, &count);

	for (size_t i = 0; i < count && said < TEXTS_MOST; i++) {
		if (!recommendation_open(rows[i].state) ||
			rows[i].state == RECOMMENDATION_DEFERRED ||
			(script->on_item && rows[i].item && rows[i].item != script->item.id))
			continue;
		said++;
		say(script, "Adopt a recommendation", "CHAIR-REC",
			FIELDS({"number", arena_printf(&script->arena, "r%d", rows[i].number)},
				{"text", rows[i].text}, {"bodies", script->bodies.text}));
	}
}

static void say_conclusion(struct script *script)
{
	if (script->waiting_count == 0)
		say(script, "Conclude the item", "CHAIR-CONCLUDE",
			FIELDS({"bodies", script->bodies.text},
				{"item", item_words(script, &script->item)}));
}

/* The next item planned for this meeting that is to be taken up. */
static const struct item_row *item_to_come(struct script *script)
{
	int64_t next = 0;
	size_t count = 0;
	const struct slot_item_row *planned =
		script->meeting.slot ? store_slot_items(script->store, script->meeting.slot,
					       &script->arena, &count)
				     : NULL;

	for (size_t i = 0; i < count; i++) {
		if (script->on_item && planned[i].item == script->item.id)
			next = 0; /* what was passed over before it is not next */
		else if (!next && is(planned[i].state, "pending"))
			next = planned[i].item;
	}
	for (size_t i = 0; i < script->facts.item_count; i++)
		if (next && script->facts.items[i].id == next)
			return &script->facts.items[i];
	return NULL;
}

static void say_item(struct script *script)
{
	const struct item_row *item = item_to_come(script);

	if (item)
		say(script, "Take up the next item", "CHAIR-ITEM",
			FIELDS({"item", item_words(script, item)}));
}

/* --- the end --- */

/* The first slot after this meeting's; slots are in the order of time. */
static const struct slot_row *slot_to_come(const struct script *script)
{
	for (size_t i = 0; i + 1 < script->facts.slot_count; i++)
		if (script->meeting.slot && script->facts.slots[i].id == script->meeting.slot)
			return &script->facts.slots[i + 1];
	return NULL;
}

static void say_end(struct script *script)
{
	const struct slot_row *slot = slot_to_come(script);
	struct str day;

	say(script, "Suspend the meeting", "CHAIR-SUSPEND", NULL);
	if (!slot) {
		say(script, "Close the meeting", "CHAIR-END",
			FIELDS({"ordinal", ordinal(script, script->meeting.number)},
				{"bodies", script->bodies.text}));
		return;
	}
	str_init(&day);
	phrase_weekday(slot->date, &day);
	say(script, "Close the meeting", "CHAIR-CLOSE",
		FIELDS({"day", day.text}, {"time", clock_words(script, slot->from)},
			{"items", slot->items},
			{"ordinal", ordinal(script, script->meeting.number)}));
	str_clear(&day);
}

/* --- the whole --- */

static void read_state(struct script *script, int64_t item)
{
	int64_t items[OPEN_ITEMS];
	size_t count = store_items_open(script->store, script->session, items, OPEN_ITEMS);

	script->sitting = store_meeting_open_now(
		script->store, script->session, &script->arena, &script->meeting);
	script->speaking = store_statement_running(
		script->store, script->session, &script->arena, &script->speaker);
	if (!item)
		item = script->speaking ? script->speaker.item : count > 0 ? items[0] : 0;
	for (size_t i = 0; i < script->facts.item_count; i++) {
		if (script->facts.items[i].id != item)
			continue;
		script->on_item = true;
		script->item = script->facts.items[i];
	}
	if (script->on_item)
		script->waiting = store_requests(
			script->store, item, 0, &script->arena, &script->waiting_count);
	facts_bodies(&script->facts, script->facts.hosts, &script->bodies);
}

static void say_all(struct script *script)
{
	if (!script->sitting) {
		say_opening(script);
		say_agenda(script);
		return;
	}
	if (script->meeting.suspended) {
		say(script, "Resume the meeting", "CHAIR-RESUME",
			FIELDS({"ordinal", ordinal(script, script->meeting.number)},
				{"bodies", script->bodies.text}));
		return;
	}
	if (!script->speaking)
		say_agenda(script);
	say_thanks(script);
	say_next(script);
	if (script->speaking)
		say_agenda(script);
	if (script->on_item) {
		say_list(script);
		say_texts(script);
		say_conclusion(script);
	}
	say_item(script);
	say_end(script);
}

void report_script(struct store *store, int64_t session, int64_t item, struct document *document)
{
	struct script script = {.store = store, .session = session, .document = document};

	arena_init(&script.arena);
	str_init(&script.bodies);
	if (facts_load(&script.facts, store, session, &script.arena)) {
		read_state(&script, item);
		document_add(document, document->root, NODE_TITLE, "Words of the Chair");
		say_all(&script);
		document_number(document);
	}
	str_clear(&script.bodies);
	arena_clear(&script.arena);
}
