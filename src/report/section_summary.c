/* SPDX-License-Identifier: MIT */
/*
 * Chapter III, item by item, in windows of the log: a paragraph for each point,
 * in the order in which it was said, that names no delegation. The same pass
 * collects who spoke, for chapter IV.B, so that the log is read once. Points that are told
 * together (together.c) have a paragraph of their own where the first of them was said.
 */
#include <stdio.h>
#include <string.h>

#include "build.h"
#include "formula.h"
#include "model/names.h"
#include "model/number.h"
#include "conclusions.h"
#include "part.h"
#include "point_sentence.h"
#include "presentations.h"
#include "speaker.h"
#include "together.h"
#include "words.h"
#include "store/floor.h"
#include "tense.h"

enum { ROWS_IN_A_SLICE = 200, PRESENT_NAMED = 10 };

/* --- who spoke --- */

static struct speakers *speakers_of(struct report *report)
{
	struct speakers **speakers = &report->speakers[report->at];
	size_t count = report->facts.participant_count;

	if (!*speakers) {
		*speakers = arena_alloc(&report->arena, sizeof(**speakers));
		(*speakers)->own = arena_alloc(&report->arena, count * sizeof(bool));
		(*speakers)->said = arena_alloc(&report->arena, count * sizeof(struct sources));
		(*speakers)->groups =
			arena_alloc(&report->arena, count * sizeof(struct speaker_for *));
	}
	return *speakers;
}

/* In the order of lists, each group once; what the speaker said for it. */
static struct sources *said_for(
	struct report *report, struct speakers *speakers, size_t speaker, size_t group)
{
	struct speaker_for **place = &speakers->groups[speaker];

	while (*place && (*place)->group < group)
		place = &(*place)->next;
	if (*place && (*place)->group == group)
		return &(*place)->said;
	struct speaker_for *added = arena_alloc(&report->arena, sizeof(*added));
	*added = (struct speaker_for){.group = group, .next = *place};
	*place = added;
	return &added->said;
}

/* Points of order and replies are procedure, the Chair presides, and panellists
 * speak for themselves: none of them is in the list of statements. */
static bool counts_as_statement(const struct report_said *said)
{
	static const char *const others[] = {"reply", "point_of_order", "panellist", "chair"};

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (strcmp(said->kind, others[i]) == 0)
			return false;
	return true;
}

static void add_speaker(struct report *report, const struct report_said *said)
{
	const struct facts *facts = &report->facts;
	size_t index = facts_participant(facts, said->participant);

	if (index == facts->participant_count || !counts_as_statement(said) ||
		!part_takes(report, "STAT-1", NULL, 's', said->statement_number))
		return;
	enum standing standing = facts_standing(&facts->participants[index]);
	bool presents = strcmp(said->kind, "presentation") == 0;
	if (standing == STANDING_OFFICER || (standing == STANDING_SECRETARIAT && presents))
		return;

	struct speakers *speakers = speakers_of(report);
	size_t group = said->on_behalf ? facts_participant(facts, said->on_behalf)
				       : facts->participant_count;
	bool own = standing != STANDING_SECRETARIAT && group == facts->participant_count;
	struct sources *made = standing == STANDING_SECRETARIAT ? &speakers->secretariat
			       : own                            ? &speakers->said[index]
				     : said_for(report, speakers, index, group);
	speakers->statements++;
	speakers->own[index] = speakers->own[index] || own;
	sources_add(made, 's', said->statement_number);
}

static void count_statement(struct report *report, const struct report_said *said)
{
	if (!(report->line->options & BUILD_AGAIN))
		add_speaker(report, said);
	if (!(report->line->options & BUILD_SILENT))
		presentation_count(report, said);
}

/* --- what was said --- */

/* One paragraph a statement (conventions 3: one topic), a sentence a point. The tree
 * gets its text when the statement is at its end: in an arena nothing grows. */
static void end_statement(struct report *report)
{
	if (report->item.paragraph && report->item.text.length)
		report->item.paragraph->text =
			arena_strdup(&report->document.arena, report->item.text.text);
	if (report->item.paragraph)
		build_from_all(report, report->item.paragraph, &report->item.told);
	sources_clear(&report->item.told);
	str_reset(&report->item.text);
	report->item.paragraph = NULL;
}

static void go_on(struct report *report, const char *sentence)
{
	if (report->item.text.length)
		str_addc(&report->item.text, ' ');
	str_add(&report->item.text, sentence);
}

/* Such words would need a subject, which the program does not invent. */
static void check_verb(struct report *report, const struct outline_entry *entry,
	const struct report_said *said, struct node *node)
{
	struct statement_row statement;
	const char *word;
	size_t length = presentation_topic(report, said)
				? 0
				: point_unsaid(report->facts.template, said->text, &word);

	if (length == 0 || report->unsaid++ >= PRESENT_NAMED ||
		!store_statement(report->store, said->statement, &report->arena, &statement))
		return;
	struct report_gap *gap = build_gap(report, node,
		"Point p%lld begins with “%.*s”, and not with what was said or who: "
		"statement note s%d",
		(long long)said->number, (int)length, word, statement.number);
	gap->item = entry->item->id;
	gap->statement = said->statement;
}

/* Of the first ones it is said which they are, of the others how many. */
static void check_tense(struct report *report, const struct outline_entry *entry,
	const struct report_said *said, struct node *node)
{
	struct statement_row statement;
	const char *word;
	size_t length = tense_present(said->text, &word);

	if (length == 0)
		check_verb(report, entry, said, node);
	if (length == 0 || report->present++ >= PRESENT_NAMED ||
		!store_statement(report->store, said->statement, &report->arena, &statement))
		return;
	struct report_gap *gap = build_gap(report, node,
		"Point p%lld begins in the present tense, “%.*s”: statement note s%d",
		(long long)said->number, (int)length, word, statement.number);
	gap->item = entry->item->id;
	gap->statement = said->statement;
}

static void add_present(struct report *report)
{
	size_t more = report->present > PRESENT_NAMED ? report->present - PRESENT_NAMED : 0;

	if (more > 0)
		build_gap(report, NULL,
			"There %s %zu more point%s that begin%s in the present tense",
			more == 1 ? "is" : "are", more, more == 1 ? "" : "s", more == 1 ? "s" : "");
	more = report->unsaid > PRESENT_NAMED ? report->unsaid - PRESENT_NAMED : 0;
	if (more > 0)
		build_gap(report, NULL, "There %s %zu more point%s that no sentence can be made of",
			more == 1 ? "is" : "are", more, more == 1 ? "" : "s");
}

static void say(struct report *report, const char *speaker, bool several,
	const struct report_said *said, struct str *out)
{
	const char *topic = presentation_topic(report, said);

	if (topic)
		formula_sentence(out, report->facts.template, "POINT/presentation",
			FIELDS({"speaker", speaker}, {"speaker|", formula_form(several, false)},
				{"text", topic}));
	else
		point_sentence_of(&report->facts, speaker, several, said->text, out);
}

static struct node *point_paragraph(struct report *report, const struct outline_entry *entry,
	const struct report_said *said, const char *text)
{
	char number[24];

	snprintf(number, sizeof number, "p%lld", (long long)said->number);
	report->item.points++;
	return build_paragraph(
		report, (struct source){"POINT", entry->bodies, entry->item, number}, text);
}

/* A sentence of the paragraph of its statement. */
static void add_own(
	struct report *report, const struct outline_entry *entry, const struct report_said *said)
{
	const char *speaker = speaker_phrase(report, said, report->item.spoke);
	struct str text;

	str_init(&text);
	say(report, speaker, false, said, &text);
	if (text.length) {
		if (!report->item.spoke)
			report->item.paragraph = point_paragraph(report, entry, said, "");
		go_on(report, text.text);
		sources_add(&report->item.told, 's', said->statement_number);
		sources_add(&report->item.told, 'p', said->number);
		together_sources(report, said->number, &report->item.told);
		report->item.spoke = true;
		check_tense(report, entry, said, report->item.paragraph);
	}
	str_clear(&text);
}

/* One paragraph with its quantifier: one topic. */
static void add_together(struct report *report, const struct outline_entry *entry,
	const struct report_said *said, const struct together *together)
{
	struct sources told;
	struct str text;

	sources_init(&told);
	str_init(&text);
	say(report, together->phrase, together->several, said, &text);
	if (text.length) {
		struct node *node = point_paragraph(report, entry, said, text.text);
		sources_add(&told, 's', said->statement_number);
		sources_add(&told, 'p', said->number);
		together_sources(report, said->number, &told);
		build_from_all(report, node, &told);
		together_check(report, node, said, together);
		check_tense(report, entry, said, node);
	}
	str_clear(&text);
	sources_clear(&told);
}

static void add_point(
	struct report *report, const struct outline_entry *entry, const struct report_said *row)
{
	struct report_said said = *row;
	struct together together;

	if (presentation_tells(report, row) || together_follows(report, row->number))
		return;
	if (together_read(report, entry->item, &said, &together))
		add_together(report, entry, &said, &together);
	else
		add_own(report, entry, &said);
}

static void read_row(
	struct report *report, const struct outline_entry *entry, const struct report_said *said)
{
	if (said->statement != report->item.statement) {
		end_statement(report);
		report->item.statement = said->statement;
		report->item.spoke = false;
		report->item.read++;
		count_statement(report, said);
	}
	if (said->text && entry->summarized && !(report->line->options & BUILD_SILENT) &&
		part_takes(report, "POINT", NULL, 'p', said->number))
		add_point(report, entry, said);
}

/* --- an item --- */

/* Of items taken up jointly all titles. */
static void add_titles(const struct facts *facts, const struct item_row *item, struct str *out)
{
	struct arena arena;
	size_t count = 0;

	arena_init(&arena);
	const char **titles = arena_alloc(&arena, (facts->item_count + 1) * sizeof(*titles));
	for (size_t i = 0; facts_leads(item) && i < facts->item_count; i++)
		if (facts->items[i].lead == item->id)
			titles[count++] = facts->items[i].title;
	if (!count)
		titles[count++] = item->title;
	words_join_by(facts->template, "LIST/long", "LIST/long-last", titles, count, out);
	arena_clear(&arena);
}

static void add_item_heading(struct report *report, const struct outline_entry *entry)
{
	struct str plain, of, bracket, text;

	if (!entry->level || (report->line->options & STYLE_FLAT))
		return;
	str_init(&plain);
	str_init(&of);
	str_init(&bracket);
	str_init(&text);
	if (!entry->item) {
		facts_names(&report->facts, entry->bodies, &plain);
		facts_names_of(&report->facts, entry->bodies, &of);
		formula_sentence(&text, report->facts.template,
			facts_several(entry->bodies) ? "HEAD-JOINT" : "HEAD-OWN",
			FIELDS({"bodies", plain.text}, {"of_bodies", of.text}));
	} else {
		if (facts_several(entry->bodies) || facts_leads(entry->item))
			facts_item_bracket(&report->facts, entry->item, &bracket);
		add_titles(&report->facts, entry->item, &plain);
		formula_sentence(&text, report->facts.template, "HEAD-ITEM",
			FIELDS({"title", plain.text}, {"bracket", bracket.text}));
	}
	const char *formula = entry->item ? "HEAD-ITEM" : "HEAD-JOINT";
	build_heading(report, entry->level,
		(struct source){formula, entry->bodies, entry->item, NULL}, text.text);
	str_clear(&plain);
	str_clear(&of);
	str_clear(&bracket);
	str_clear(&text);
}

/* One of bodies that all meet here: headings say that it is joint, and its numbers. */
static bool is_all_joint(const struct facts *facts, const struct item_row *item)
{
	uint64_t bodies = facts_bodies_of(facts, item);

	return facts_several(bodies) && !(bodies & ~facts->hosts) && !facts_leads(item);
}

static const char *item_formula(const struct facts *facts, const struct item_row *item)
{
	if (facts_leads(item))
		return !facts_several(facts_bodies_of(facts, item)) ? "ITEM-1/together"
		       : facts_has_one_number(facts, item)          ? "ITEM-1/together-joint"
								    : "ITEM-1/together-numbers";
	return is_all_joint(facts, item) || !facts_has_one_number(facts, item) ? "ITEM-1/numbers"
									       : "ITEM-1";
}

/* Those in which it was taken up. */
static void add_meetings(struct report *report, const struct item_row *item)
{
	const struct facts *facts = &report->facts;
	struct sources sources;

	sources_init(&sources);
	for (size_t i = 0; i < facts->considered_count; i++) {
		const struct meeting_row *meeting =
			facts_meeting(facts, facts->considered[i].meeting);
		if (facts->considered[i].item == item->id && meeting && !facts->considered[i].told)
			sources_add(&sources, 'm', meeting->number);
	}
	build_from_all(report, report->item.first, &sources);
	sources_clear(&sources);
}

static void add_item_sentence(struct report *report, const struct outline_entry *entry)
{
	struct str bodies, item, when, text;

	str_init(&bodies);
	str_init(&item);
	str_init(&when);
	str_init(&text);
	facts_bodies(&report->facts, entry->bodies, &bodies);
	if (is_all_joint(&report->facts, entry->item))
		facts_item_titled(&report->facts, entry->item, &item);
	else
		facts_item(&report->facts, entry->item, true, &item);
	facts_half_days(&report->facts, entry->item, &report->year, &when);
	formula_sentence(&text, report->facts.template, item_formula(&report->facts, entry->item),
		FIELDS({"bodies", bodies.text},
			{"bodies|", facts_form(&report->facts, entry->bodies)}, {"item", item.text},
			{"when", when.text}));
	report->item.first = build_paragraph(
		report, (struct source){"ITEM-1", entry->bodies, entry->item, NULL}, text.text);
	add_meetings(report, entry->item);
	str_clear(&bodies);
	str_clear(&item);
	str_clear(&when);
	str_clear(&text);
}

/* In a meeting that no part before has told of. */
static bool is_considered_anew(const struct report *report, const struct item_row *item)
{
	const struct facts *facts = &report->facts;

	if (!report->part)
		return true;
	for (size_t i = 0; i < facts->considered_count; i++)
		if (facts->considered[i].item == item->id && !facts->considered[i].told)
			return true;
	return false;
}

/* Has it, in a style that tells them apart, what was decided besides what was said? */
static bool acts(struct report *report, const struct outline_entry *entry)
{
	return (report->line->options & STYLE_ACTION) && entry->item && entry->summarized &&
	       build_has_action(report, entry->item);
}

/* One of the two headings below that of the item. */
static void add_part_heading(
	struct report *report, const struct outline_entry *entry, const char *id)
{
	struct str bodies, text;

	str_init(&bodies);
	str_init(&text);
	facts_bodies(&report->facts, entry->bodies, &bodies);
	formula_sentence(&text, report->facts.template, id,
		FIELDS({"bodies", bodies.text},
			{"bodies|", facts_form(&report->facts, entry->bodies)}));
	build_heading(report, entry->level < 6 ? entry->level + 1 : 6,
		(struct source){id, entry->bodies, entry->item, NULL}, text.text);
	str_clear(&bodies);
	str_clear(&text);
}

/* Without headings the items run on: what was presented under all of them is told once,
 * behind what stands before the first. */
static void run_on(struct report *report)
{
	struct summary_item *item = &report->item;

	report_cursor_clear(&item->cursor);
	str_reset(&item->text);
	item->begun = true;
	item->statement = item->read = 0;
	item->spoke = false;
	if (!item->first)
		item->first = report->document.root->last;
}

static void begin_entry(struct report *report, const struct outline_entry *entry)
{
	if (report->line->options & STYLE_FLAT) {
		run_on(report);
		return;
	}
	build_clear_item(report);
	report->item = (struct summary_item){
		.begun = true, .panellists = STR_EMPTY, .topics = STR_EMPTY, .text = STR_EMPTY};
	if (report->line->options & BUILD_SILENT)
		return;
	add_item_heading(report, entry);
	if (acts(report, entry))
		add_part_heading(report, entry, "HEAD-DELIB");
	if (entry->summarized && is_considered_anew(report, entry->item))
		add_item_sentence(report, entry);
}

static void end_entry(struct report *report, const struct outline_entry *entry)
{
	const struct speakers *speakers = report->speakers[report->at];

	end_statement(report);
	if (entry->item && entry->summarized && !(report->line->options & BUILD_SILENT))
		conclusions_add(report, entry);
	if (report->line->options & STYLE_FLAT)
		return;
	if (!entry->item || !entry->summarized || (report->line->options & BUILD_SILENT))
		return;
	presentations_panel(report, entry);
	presentations_add(report, entry);
	if (!report->item.points && speakers && speakers->statements)
		build_gap(report, report->item.first,
			"Nothing that was said under item %s has been noted: statement note",
			entry->item->printed)
			->item = entry->item->id;
	if (acts(report, entry)) {
		add_part_heading(report, entry, "HEAD-ACTION");
		build_action(report, entry->item);
	}
}

/* Reads a window of the item; true at its end. */
static bool read_window(struct report *report, const struct outline_entry *entry)
{
	struct report_said rows[ROWS_IN_A_SLICE];
	struct arena arena;

	arena_init(&arena);
	size_t count = report_rows_said(report->store, entry->item->id, &report->item.cursor,
		&arena, rows, ROWS_IN_A_SLICE);
	for (size_t i = 0; i < count; i++)
		read_row(report, entry, &rows[i]);
	arena_clear(&arena);
	return count < ROWS_IN_A_SLICE;
}

/* --- the chapter --- */

static void begin_chapter(struct report *report)
{
	bool any = false;

	build_section_heading(report, NULL);
	for (size_t i = 0; i < report->outline.count; i++)
		any = any || report->outline.entries[i].summarized;
	if (!any)
		build_missing(report, (struct source){"ITEM-1", report->facts.hosts, NULL, NULL},
			"item open", "No item of the agenda has been taken up");
}

/* Items of substance that nobody has opened, once any other has been. */
static void add_not_taken_up(struct report *report)
{
	const struct facts *facts = &report->facts;
	const char **printed = arena_alloc(&report->arena, facts->item_count * sizeof(*printed));
	size_t count = 0;
	struct str list;
	bool any = false;

	for (size_t i = 0; i < facts->item_count; i++) {
		const struct item_row *item = &facts->items[i];
		if (facts_role(item) != ROLE_SUBSTANCE || facts_has_children(facts, item))
			continue;
		if (facts_considered(facts, item))
			any = true;
		else
			printed[count++] = item->printed;
	}
	if (!any || !count)
		return;
	str_init(&list);
	names_join(printed, count, &list);
	build_gap(report, NULL, "Item%s %s %s not been taken up: item open", count > 1 ? "s" : "",
		list.text, count > 1 ? "have" : "has")
		->command = arena_printf(&report->arena, "item open '%s'", printed[0]);
	str_clear(&list);
}

/* The numbers that the joint items that were taken up have in a body. */
static void add_unknown_numbers(struct report *report, size_t body)
{
	const struct facts *facts = &report->facts;
	const char **printed = arena_alloc(&report->arena, facts->item_count * sizeof(*printed));
	size_t count = 0;
	struct str list, name;

	for (size_t i = 0; i < facts->item_count; i++) {
		const struct item_row *item = &facts->items[i];
		if (facts_considered(facts, item) && !facts_has_number(facts, item, body))
			printed[count++] = item->printed;
	}
	if (!count)
		return;
	str_init(&list);
	str_init(&name);
	names_join(printed, count, &list);
	facts_names(facts, (uint64_t)1 << body, &name);
	build_gap(report, NULL,
		"The number%s of item%s %s on the agenda of %s %s not known: number of the joint"
		" item in the agenda file",
		count > 1 ? "s" : "", count > 1 ? "s" : "", list.text, name.text,
		count > 1 ? "are" : "is");
	str_clear(&list);
	str_clear(&name);
}

static void end_flat(struct report *report)
{
	const struct outline_entry whole = {.bodies = report->facts.hosts};

	if (!report->item.first)
		return;
	presentations_panel(report, &whole);
	presentations_add(report, &whole);
}

bool section_summary(struct report *report)
{
	if (!report->section_begun) {
		report->section_begun = true;
		build_clear_item(report);
		report->item = (struct summary_item){
			.panellists = STR_EMPTY, .topics = STR_EMPTY, .text = STR_EMPTY};
		if (!(report->line->options & BUILD_SILENT))
			begin_chapter(report);
	}
	if (report->at == report->outline.count) {
		if (report->line->options & BUILD_SILENT)
			return true;
		if (report->line->options & STYLE_FLAT)
			end_flat(report);
		add_present(report);
		add_not_taken_up(report);
		for (size_t b = 0; b < report->facts.body_count && b < 64; b++)
			add_unknown_numbers(report, b);
		return true;
	}
	const struct outline_entry *entry = &report->outline.entries[report->at];
	if (!report->item.begun)
		begin_entry(report, entry);
	if (!entry->item || read_window(report, entry)) {
		end_entry(report, entry);
		report->item.begun = false;
		report->at++;
	}
	return false;
}
