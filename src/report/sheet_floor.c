/* SPDX-License-Identifier: MIT */
/*
 * Two pages for others: the speakers of an item, for interpreters and press, and
 * the order of a day. They say what is known when they are made; nothing of what
 * was noted of a statement is on them.
 */
#include <string.h>

#include "base/civil.h"
#include "facts.h"
#include "facts_names.h"
#include "model/inline.h"
#include "formula.h"
#include "page.h"
#include "words.h"
#include "report/report.h"
#include "store/floor.h"

enum { STATEMENTS_MOST = 2000, OPEN_ITEMS = 16 };

static struct node *add(
	struct document *document, struct node *parent, enum node_kind kind, const char *plain)
{
	struct str text;

	str_init(&text);
	inline_escape(plain ? plain : "", &text);
	struct node *node = document_add(document, parent, kind, text.text);
	str_clear(&text);
	return node;
}

static struct node *add_table(struct document *document, const struct template *template,
	const char *const heads[], size_t count)
{
	struct node *table = document_add(document, document->root, NODE_TABLE, NULL);
	struct node *row = document_add(document, table, NODE_ROW, NULL);

	for (size_t i = 0; i < count; i++)
		document_add(document, row, NODE_CELL, template_text(template, heads[i]));
	return table;
}

static void add_clock(int64_t at, struct str *out)
{
	struct civil time = civil_at(at);

	str_addf(out, "%02d:%02d", time.hour, time.minute);
}

/* --- speakers --- */

static const char *words_of(const struct template *template, const char *kind)
{
	static const char *const words[][2] = {
		{"reply", "sheet.reply"},
		{"point_of_order", "sheet.order"},
		{"explanation_before", "sheet.before"},
		{"explanation_after", "sheet.after"},
		{"presentation", "sheet.presentation"},
		{"panellist", "sheet.panellist"},
		{"chair", "sheet.chair"},
	};

	for (size_t i = 0; kind && i < sizeof words / sizeof words[0]; i++)
		if (strcmp(kind, words[i][0]) == 0)
			return template_text(template, words[i][1]);
	return "";
}

static const char *state_of(const struct template *template, const struct request_row *request)
{
	if (strcmp(request->state, "absent") == 0)
		return template_text(template, "sheet.absent");
	return template_text(template, request->late ? "sheet.late" : "sheet.listed");
}

struct speaker {
	const char *name, *person, *group, *kind, *state;
};

static void add_speaker(struct document *document, const struct template *template,
	struct node *table, size_t place, const struct speaker *speaker)
{
	struct node *row = document_add(document, table, NODE_ROW, NULL);
	struct str text;

	str_init(&text);
	str_addf(&text, "%zu", place);
	add(document, row, NODE_CELL, text.text);
	str_reset(&text);
	str_add(&text, speaker->name);
	if (speaker->person)
		str_addf(&text, " (%s)", speaker->person);
	add(document, row, NODE_CELL, text.text);
	add(document, row, NODE_CELL, speaker->group);
	add(document, row, NODE_CELL, words_of(template, speaker->kind));
	add(document, row, NODE_CELL, speaker->state);
	str_clear(&text);
}

/* On behalf of whom; NULL of one who speaks for himself. */
static const char *group_of(const struct facts *facts, const char *group)
{
	return group ? facts_said(facts, group) : NULL;
}

static void add_spoken(struct document *document, const struct facts *facts, struct node *table,
	size_t place, const struct statement_row *said)
{
	const struct template *template = facts->template;
	struct speaker speaker = {facts_listed(facts, said->name), said->person,
		group_of(facts, said->group), said->kind, NULL};
	struct str state, time;

	str_init(&state);
	str_init(&time);
	if (said->started)
		add_clock(said->started, &time);
	formula_plain(&state, template,
		said->started && !said->stopped ? "SHEET/floor" : "SHEET/spoke",
		FIELDS({"time", time.text}));
	speaker.state = state.text;
	add_speaker(document, template, table, place, &speaker);
	str_clear(&state);
	str_clear(&time);
}

static void add_item_speakers(struct document *document, struct store *store,
	const struct facts *facts, const struct item_row *item, struct arena *arena)
{
	const struct template *template = facts->template;
	static const char *const heads[] = {
		"sheet.number", "sheet.speaker", "sheet.behalf", "sheet.capacity", "sheet.state"};
	size_t said, waiting, place = 0;
	const struct statement_row *statements = store_statements(
		store, facts->session.id, item->id, INT64_MAX, STATEMENTS_MOST, 0, arena, &said);
	const struct request_row *requests = store_requests(store, item->id, 0, arena, &waiting);
	struct str heading;

	str_init(&heading);
	formula_plain(&heading, template, "SHEET/item",
		FIELDS({"printed", facts_reference(
					   facts, item->together ? item->together : item->printed)},
			{"printed|", formula_form(item->together != NULL, false)},
			{"title", facts_listed(facts, item->title)}));
	add(document, document->root, NODE_HEADING, heading.text);
	str_clear(&heading);
	if (said + waiting == 0) {
		add(document, document->root, NODE_PLAIN, template_text(template, "sheet.nobody"));
		return;
	}
	struct node *table = add_table(document, template, heads, sizeof heads / sizeof heads[0]);
	for (size_t i = 0; i < said; i++)
		add_spoken(document, facts, table, ++place, &statements[i]);
	for (size_t i = 0; i < waiting; i++)
		add_speaker(document, template, table, ++place,
			&(struct speaker){facts_listed(facts, requests[i].name), requests[i].person,
				group_of(facts, requests[i].group), requests[i].kind,
				state_of(template, &requests[i])});
}

static void add_title(struct document *document, const struct session_row *session,
	const char *title, const char *when)
{
	add(document, document->root, NODE_TITLE, title);
	add(document, document->root, NODE_SUBTITLE, session->title);
	add(document, document->root, NODE_SUBTITLE, when);
}

static void describe_instant(const struct template *template, int64_t now, struct str *out)
{
	struct civil here = civil_at(now);
	struct str day, time;
	char date[11];

	str_init(&day);
	str_init(&time);
	civil_format_date(&here, date);
	words_weekday(template, date, &day);
	words_clock(template, here.hour * 60 + here.minute, &time);
	formula_plain(
		out, template, "SHEET/as-of", FIELDS({"date", day.text}, {"time", time.text}));
	str_clear(&day);
	str_clear(&time);
}

void report_speakers(struct store *store, int64_t session, const struct template *template,
	int64_t item, int64_t now, struct document *document)
{
	int64_t items[OPEN_ITEMS] = {item};
	size_t count = item ? 1 : store_items_open(store, session, items, OPEN_ITEMS);
	struct facts facts;
	struct item_row of;
	struct arena arena;
	struct str when;

	arena_init(&arena);
	str_init(&when);
	if (facts_load(&facts, store, session, template, &arena)) {
		page_begin(template, document);
		describe_instant(template, now, &when);
		add_title(document, &facts.session, template_text(template, "sheet.speakers"),
			when.text);
		for (size_t i = 0; i < count && i < OPEN_ITEMS; i++)
			if (store_item(store, items[i], &arena, &of))
				add_item_speakers(document, store, &facts, &of, &arena);
		if (count == 0)
			add(document, document->root, NODE_PLAIN,
				template_text(template, "sheet.closed"));
		document_number(document);
	}
	str_clear(&when);
	arena_clear(&arena);
}

/* --- the order of the day --- */

/* Where the item has got to, in the words of the template; NULL before it was taken up. */
static const char *stage_of(const struct template *template, const char *stage)
{
	static const char *const stages[][2] = {{"open", "stage.open"},
		{"in debate", "stage.debate"}, {"introduced", "stage.introduced"},
		{"suspended", "stage.suspended"}, {"concluded", "stage.concluded"}};

	for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++)
		if (strcmp(stage, stages[i][0]) == 0)
			return template_text(template, stages[i][1]);
	return NULL;
}

static void add_slot_item(struct document *document, const struct facts *facts, struct node *list,
	const struct slot_item_row *item)
{
	const char *stage = stage_of(facts->template, item->stage);
	struct str line;

	str_init(&line);
	str_addf(&line, "%s  %s", facts_reference(facts, item->printed),
		facts_listed(facts, item->title));
	if (stage)
		str_addf(&line, " (%s)", stage);
	add(document, list, NODE_ENTRY, line.text);
	str_clear(&line);
}

static void add_slot(struct document *document, struct store *store, const struct facts *facts,
	const struct slot_row *slot, struct arena *arena)
{
	const struct template *template = facts->template;
	size_t count;
	const struct slot_item_row *items = store_slot_items(store, slot->id, arena, &count);
	struct str line;

	str_init(&line);
	if (slot->from >= 0)
		words_hours(template, slot->from, slot->to, &line);
	else if (slot->half)
		str_add(&line,
			template_text(template, strcmp(slot->half, "am") == 0 ? "paper.morning"
									      : "paper.afternoon"));
	if (slot->room && *slot->room)
		str_addf(&line, "%s%s", line.length ? ", " : "", slot->room);
	add(document, document->root, NODE_HEADING,
		line.length ? line.text : template_text(template, "statistics.meeting"));
	if (slot->label && *slot->label)
		add(document, document->root, NODE_PLAIN, slot->label);
	str_clear(&line);
	if (count == 0)
		return;
	struct node *list = document_add(document, document->root, NODE_LIST, NULL);
	list->style = LIST_PLAIN;
	for (size_t i = 0; i < count; i++)
		add_slot_item(document, facts, list, &items[i]);
}

/* The day itself if there is a slot on it, else the next that has one, else the last. */
static const char *day_of(const struct slot_row *slots, size_t count, int64_t now)
{
	struct civil here = civil_at(now);
	const char *next = NULL, *last = "";
	char today[11];

	civil_format_date(&here, today);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(slots[i].date, today) >= 0 && (!next || strcmp(slots[i].date, next) < 0))
			next = slots[i].date;
		if (strcmp(slots[i].date, last) > 0)
			last = slots[i].date;
	}
	return next ? next : last;
}

void report_order_of_day(struct store *store, int64_t session, const struct template *template,
	int64_t now, struct document *document)
{
	struct facts facts;
	struct arena arena;
	struct str when;
	size_t count;

	arena_init(&arena);
	str_init(&when);
	if (facts_load(&facts, store, session, template, &arena)) {
		page_begin(template, document);
		const struct slot_row *slots = store_slots(store, session, &arena, &count);
		const char *day = day_of(slots, count, now);
		if (*day)
			words_weekday(template, day, &when);
		add_title(
			document, &facts.session, template_text(template, "sheet.day"), when.text);
		document->date = *day ? arena_strdup(&document->arena, day) : NULL;
		for (size_t i = 0; i < count; i++)
			if (strcmp(slots[i].date, day) == 0)
				add_slot(document, store, &facts, &slots[i], &arena);
		if (count == 0)
			add(document, document->root, NODE_PLAIN,
				template_text(template, "sheet.unknown"));
		document_number(document);
	}
	str_clear(&when);
	arena_clear(&arena);
}
