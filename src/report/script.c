/* SPDX-License-Identifier: MIT */
/*
 * What the Chair says now and may say next (conventions 3, 5.2, 5.3), from the state
 * of the meeting: the words are formulas, here is only which of them are due. The
 * first is for the moment, the others follow as the meeting goes. Who speaks is in
 * script_floor.c.
 */
#include <string.h>

#include "facts_names.h"
#include "page.h"
#include "script.h"
#include "store/amendment.h"
#include "store/recommendation.h"
#include "words.h"

enum { OPEN_ITEMS = 16, TEXTS_MOST = 3 };

void script_say(const struct script *script, const char *when, const char *formula,
	const struct formula_field *fields)
{
	struct str heading, text;

	str_init(&heading);
	str_init(&text);
	formula_sentence(&text, script->facts.template, formula, fields);
	str_add(&heading, template_text(script->facts.template, when));
	formula_capital(&heading, 0);
	document_add(script->document, script->document->root, NODE_HEADING, heading.text);
	document_add(script->document, script->document->root, NODE_PLAIN, text.text);
	str_clear(&heading);
	str_clear(&text);
}

bool script_is(const char *kind, const char *wanted)
{
	return kind && strcmp(kind, wanted) == 0;
}

static const char *clock_words(struct script *script, int minute)
{
	struct str out;

	if (minute < 0)
		return NULL;
	str_init(&out);
	words_clock(script->facts.template, minute, &out);
	const char *words = arena_strdup(&script->arena, out.text);
	str_clear(&out);
	return words;
}

static const char *ordinal(struct script *script, int number)
{
	struct str out;

	str_init(&out);
	words_ordinal(script->facts.template, number, &out);
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

static const char *form(const struct script *script)
{
	return facts_form(&script->facts, script->facts.hosts);
}

/* --- before and between meetings --- */

static void say_opening(struct script *script)
{
	const struct session_row *session = &script->facts.session;
	size_t held = script->facts.meeting_count;
	const char *number = ordinal(script, (int)held + 1);
	struct str dates;

	str_init(&dates);
	words_from_to(script->facts.template, session->from, session->to, &dates);
	if (held == 0)
		script_say(script, "when.open", "CHAIR-OPEN",
			FIELDS({"ordinal", number}, {"bodies", script->bodies.text},
				{"bodies|", form(script)}, {"place", session->place},
				{"dates", dates.text}));
	else
		script_say(script, "when.open", "CHAIR-CALL",
			FIELDS({"ordinal", number}, {"bodies", script->bodies.text},
				{"bodies|", form(script)}));
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
		script_say(script, "when.agenda", "CHAIR-AGENDA",
			FIELDS({"symbols", script->facts.session.agenda_symbols},
				{"bodies", script->bodies.text}, {"bodies|", form(script)}));
}

/* --- decisions --- */

static bool is_due(const struct script *script, const struct recommendation_row *row)
{
	return recommendation_open(row->state) && row->state != RECOMMENDATION_DEFERRED &&
	       (!script->on_item || !row->item || row->item == script->item.id);
}

/* Was it amended from the floor? */
static bool is_amended(struct script *script, const struct recommendation_row *row)
{
	size_t count;
	const struct amendment_row *rows =
		store_amendments(script->store, script->session, row->id, &script->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].state == AMENDMENT_ACCEPTED && !rows[i].parent &&
			!rows[i].of_new_paragraph && rows[i].how != AMENDMENT_IN_WRITING)
			return true;
	return false;
}

static void say_text(struct script *script, const struct recommendation_row *row)
{
	script_say(script, "when.text", "CHAIR-REC",
		FIELDS({"number", arena_printf(&script->arena, "r%d", row->number)},
			{"text", row->text}, {"bodies", script->bodies.text},
			{"bodies|", form(script)},
			{"amended", is_amended(script, row)
					    ? template_text(script->facts.template, "amended")
					    : ""}));
}

/* Should somebody ask for it: of the first text that is due. */
static void say_votes(struct script *script, const struct recommendation_row *row)
{
	const char *number = arena_printf(&script->arena, "r%d", row->number);
	const char *majority = template_text(script->facts.template,
		script->rules->two_thirds ? "chair.two-thirds" : "chair.simple");

	script_say(script, "when.vote", "CHAIR-HANDS",
		FIELDS({"number", number}, {"majority", majority}));
	script_say(script, "when.roll", "CHAIR-ROLL",
		FIELDS({"number", number}, {"majority", majority}));
}

static void say_together(struct script *script, const struct recommendation_row *rows, size_t count)
{
	const char **numbers = arena_alloc(&script->arena, (count + 1) * sizeof(char *));
	size_t due = 0;
	struct str list;

	for (size_t i = 0; i < count; i++)
		if (is_due(script, &rows[i]))
			numbers[due++] = arena_printf(&script->arena, "r%d", rows[i].number);
	str_init(&list);
	words_join(script->facts.template, numbers, due, &list);
	if (due > 1)
		script_say(script, "when.together", "CHAIR-REC/together",
			FIELDS({"list", list.text}, {"bodies", script->bodies.text},
				{"bodies|", form(script)}));
	str_clear(&list);
}

static void say_texts(struct script *script)
{
	size_t count, said = 0;
	const struct recommendation_row *rows =
		store_recommendations(script->store, script->session, &script->arena, &count);
	const struct recommendation_row *first = NULL;

	for (size_t i = 0; i < count && said < TEXTS_MOST; i++) {
		if (!is_due(script, &rows[i]))
			continue;
		first = said++ ? first : &rows[i];
		say_text(script, &rows[i]);
	}
	if (!first)
		return;
	say_together(script, rows, count);
	say_votes(script, first);
}

static bool report_is_adopted(const struct script *script)
{
	for (size_t i = 0; i < script->facts.act_count; i++)
		if (script->facts.acts[i].of_report)
			return true;
	return false;
}

/* The symbol of the draft report, or NULL. */
static const char *report_symbols(const struct script *script)
{
	for (size_t i = 0; i < script->facts.document_count; i++)
		if (facts_is_draft_report(&script->facts.documents[i]))
			return script->facts.documents[i].symbols;
	return NULL;
}

/* The item of the report is concluded by its adoption. */
static bool say_report(struct script *script)
{
	if (facts_role(&script->item) != ROLE_REPORT || report_is_adopted(script))
		return false;
	script_say(script, "when.report", "CHAIR-REPORT",
		FIELDS({"symbols", report_symbols(script)}, {"bodies", script->bodies.text},
			{"bodies|", form(script)}));
	return true;
}

static void say_conclusion(struct script *script)
{
	bool open = strcmp(script->item.state, "open") == 0;

	if (script->waiting_count > 0 || !open || say_report(script))
		return;
	script_say(script, "when.conclude", "CHAIR-CONCLUDE",
		FIELDS({"bodies", script->bodies.text}, {"bodies|", form(script)},
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
		else if (!next && script_is(planned[i].state, "pending"))
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
		script_say(script, "when.item", "CHAIR-ITEM",
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

	script_say(script, "when.suspend", "CHAIR-SUSPEND", NULL);
	if (!slot) {
		script_say(script, "when.close", "CHAIR-END",
			FIELDS({"ordinal", ordinal(script, script->meeting.number)},
				{"bodies", script->bodies.text}, {"bodies|", form(script)}));
		return;
	}
	str_init(&day);
	words_weekday(script->facts.template, slot->date, &day);
	script_say(script, "when.close", "CHAIR-CLOSE",
		FIELDS({"day", day.text}, {"time", clock_words(script, slot->from)},
			{"items", facts_reference(&script->facts, slot->items)},
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
	script->paused = !script->speaking && store_statement_paused(script->store, script->session,
						      &script->arena, &script->speaker);
	store_limits(
		script->store, script->session, script->rules, &script->arena, &script->limits);
	if (!item)
		item = script->speaking || script->paused ? script->speaker.item
		       : count > 0                        ? items[0]
							  : 0;
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
		script_say(script, "when.resume", "CHAIR-RESUME",
			FIELDS({"ordinal", ordinal(script, script->meeting.number)},
				{"bodies", script->bodies.text}, {"bodies|", form(script)}));
		return;
	}
	bool debate = script->on_item && strcmp(script->item.stage, "in debate") == 0;
	if (!script->speaking)
		say_agenda(script);
	script_speaker(script);
	if (script->on_item && !debate)
		script_limits(script, "when.limits");
	script_next(script);
	if (script->speaking)
		say_agenda(script);
	if (script->on_item) {
		script_list(script);
		if (debate && script->waiting_count > 0)
			script_limits(script, "when.remind");
		say_texts(script);
		say_conclusion(script);
	}
	say_item(script);
	say_end(script);
}

void report_script(struct store *store, int64_t session, const struct template *template,
	int64_t item, const struct rules *rules, int64_t now, struct document *document)
{
	struct script script = {.store = store,
		.session = session,
		.rules = rules,
		.now = now,
		.document = document};

	arena_init(&script.arena);
	str_init(&script.bodies);
	if (facts_load(&script.facts, store, session, template, &script.arena)) {
		page_begin(template, document);
		read_state(&script, item);
		document_add(document, document->root, NODE_TITLE,
			template_text(template, "when.title"));
		say_all(&script);
		document_number(document);
	}
	str_clear(&script.bodies);
	arena_clear(&script.arena);
}
