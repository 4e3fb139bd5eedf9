/* SPDX-License-Identifier: MIT */
/*
 * Chapter IV.B: who made a statement under each item, by standing, each
 * delegation once. The first sentence of an item names it; the others follow it
 * with "also", those for groups with "the same agenda item". The pass over the log was that of the summary.
 */
#include "build.h"
#include "formula.h"
#include "opening_speakers.h"
#include "lists.h"

/* One item of the chapter. */
struct item_part {
	struct report *report;
	const struct outline_entry *entry;
	const struct speakers *speakers;
	struct str under; /* the item's phrase; empty once it has been said */
};

static struct node *add(
	struct item_part *part, const char *formula, const char *class, const struct str *text)
{
	str_reset(&part->under);
	return build_paragraph(part->report,
		(struct source){formula, part->entry->bodies, part->entry->item, class},
		text->text);
}

/* The statements of those who spoke for themselves. */
static void add_said(
	struct item_part *part, struct node *node, enum standing from, enum standing to)
{
	const struct facts *facts = &part->report->facts;
	struct sources sources;

	sources_init(&sources);
	for (size_t i = 0; i < facts->participant_count; i++) {
		enum standing standing = facts_standing(&facts->participants[i]);
		if (part->speakers->own[i] && standing >= from && standing <= to)
			sources_add_all(&sources, &part->speakers->said[i]);
	}
	build_from_all(part->report, node, &sources);
	sources_clear(&sources);
}

static const char *also(const struct item_part *part)
{
	return part->under.length ? "" : template_text(part->report->facts.template, "also");
}

/* --- States --- */

static const struct {
	enum standing standing;
	enum name_form form;
	const char *class, *states, *mixed, *several, *one;
} kinds_of_states[] = {
	{STANDING_PARTY, NAME_LIST, "party", "class.parties", "class.parties-mixed", "STAT-1",
		"STAT-2"},
	{STANDING_STATE, NAME_LIST, "unknown", "class.states", "class.states", "STAT-1", "STAT-2"},
	{STANDING_UNSETTLED, NAME_RUNNING, "unsettled", NULL, NULL, "STAT-1/unsettled", "STAT-2"},
	{STANDING_SIGNATORY, NAME_LIST, "signatory", "class.signatories", "class.signatories-mixed",
		"STAT-1", "STAT-2/signatory"},
};

static void add_states(struct item_part *part, size_t kind)
{
	const struct facts *facts = &part->report->facts;
	enum standing standing = kinds_of_states[kind].standing;
	struct name_list list = list_names(
		facts, part->speakers->own, standing, standing, kinds_of_states[kind].form);
	struct str text;

	if (list.count) {
		const char *class = list.organization ? kinds_of_states[kind].mixed
						      : kinds_of_states[kind].states;
		const char *formula =
			list.count == 1 ? kinds_of_states[kind].one : kinds_of_states[kind].several;
		str_init(&text);
		formula_sentence(&text, part->report->facts.template, formula,
			FIELDS({"item", part->under.text}, {"also", also(part)},
				{"class", class ? template_text(facts->template, class) : NULL},
				{"list", list.joined.text}, {"of_list", list.of.text},
				{"name", list.first}));
		struct node *node = add(part, "STAT-1", kinds_of_states[kind].class, &text);
		add_said(part, node, standing, standing);
		node->missing = facts_is_unknown(standing);
		if (node->missing && !part->report->unknown_status)
			part->report->unknown_status = node;
		str_clear(&text);
	}
	name_list_clear(&list);
}

/* --- groups --- */

/* "Under the same agenda item, the representative of Egypt made a statement on behalf
 * of the African Group." The item is named anew: no "also" ties the sentence to the
 * one before. */
static void add_for_groups(struct item_part *part)
{
	const struct facts *facts = &part->report->facts;
	struct str text, sentence;
	struct sources sources;
	bool any = false, named = !part->under.length;

	str_init(&text);
	str_init(&sentence);
	sources_init(&sources);
	if (named)
		str_add(&part->under, template_text(facts->template, "item.same"));
	for (size_t i = 0; i < facts->participant_count; i++) {
		const struct participant_row *speaker = &facts->participants[i];
		bool observer = facts_standing(speaker) > STANDING_SIGNATORY;
		for (struct speaker_for *on = part->speakers->groups[i]; on; on = on->next) {
			str_reset(&sentence);
			formula_sentence(&sentence, part->report->facts.template,
				observer ? "STAT-3/observer" : "STAT-3",
				FIELDS({"item", part->under.text}, {"name", speaker->running_name},
					{"group", facts->participants[on->group].running_name}));
			str_reset(&part->under);
			str_addf(&text, "%s%s", any ? " " : "", sentence.text);
			sources_add_all(&sources, &on->said);
			any = true;
		}
	}
	if (any)
		build_from_all(part->report, add(part, "STAT-3", "on-behalf", &text), &sources);
	else if (named)
		str_reset(&part->under);
	str_clear(&text);
	str_clear(&sentence);
	sources_clear(&sources);
}

/* --- everybody else --- */

static const struct {
	enum standing from, to;
	const char *class, *several, *one;
} kinds_of_others[] = {
	{STANDING_GROUP, STANDING_GROUP, "group", "STAT-3/groups", "STAT-3/group"},
	{STANDING_NONPARTY, STANDING_OBSERVER_STATE, "observer", "STAT-4", "STAT-4/one"},
	{STANDING_UN_BODY, STANDING_NONGOVERNMENTAL, "organization", "STAT-4", "STAT-4/one"},
	{STANDING_GUEST, STANDING_GUEST, "guest", "STAT-6", "STAT-6/one"},
};

static void add_others(struct item_part *part, size_t kind)
{
	struct name_list list = list_names(&part->report->facts, part->speakers->own,
		kinds_of_others[kind].from, kinds_of_others[kind].to, NAME_RUNNING);
	struct str text;

	if (list.count) {
		const char *formula =
			list.count == 1 ? kinds_of_others[kind].one : kinds_of_others[kind].several;
		str_init(&text);
		formula_sentence(&text, part->report->facts.template, formula,
			FIELDS({"item", part->under.text}, {"also", also(part)},
				{"list", list.joined.text}, {"of_list", list.of.text},
				{"group", list.joined.text}));
		add_said(part, add(part, formula, kinds_of_others[kind].class, &text),
			kinds_of_others[kind].from, kinds_of_others[kind].to);
		str_clear(&text);
	}
	name_list_clear(&list);
}

static void add_secretariat(struct item_part *part)
{
	size_t count = sources_count(&part->speakers->secretariat, 's');
	const char *formula = count == 1 ? "STAT-7/one" : "STAT-7";
	struct str text;

	if (!count)
		return;
	str_init(&text);
	formula_sentence(&text, part->report->facts.template, formula,
		FIELDS({"item", part->under.text}, {"also", also(part)}));
	build_from_all(part->report, add(part, formula, "secretariat", &text),
		&part->speakers->secretariat);
	str_clear(&text);
}

static void add_item(struct report *report, const struct outline_entry *entry)
{
	struct item_part part = {
		.report = report, .entry = entry, .speakers = report->speakers[report->at]};

	str_init(&part.under);
	facts_item(&report->facts, entry->item, false, &part.under);
	for (size_t i = 0; i < sizeof(kinds_of_states) / sizeof(kinds_of_states[0]); i++) {
		add_states(&part, i);
		/* Groups stand behind the parties (conventions 3). */
		if (kinds_of_states[i].standing == STANDING_PARTY)
			add_for_groups(&part);
	}
	for (size_t i = 0; i < sizeof(kinds_of_others) / sizeof(kinds_of_others[0]); i++)
		add_others(&part, i);
	add_secretariat(&part);
	str_clear(&part.under);
}

/* --- the chapter --- */

static void begin_chapter(struct report *report)
{
	bool any = false;

	build_section_heading(report, NULL);
	for (size_t i = 0; i < report->outline.count; i++)
		any = any || (report->speakers[i] && report->speakers[i]->statements &&
				     !opening_tells(report, report->outline.entries[i].item));
	if (!any)
		build_missing(report, (struct source){"STAT-1", report->facts.hosts, NULL, NULL},
			"floor give", "No statement has been logged")
			->command = "view room";
}

bool section_statements(struct report *report)
{
	if (!report->section_begun) {
		report->section_begun = true;
		begin_chapter(report);
	}
	if (report->at == report->outline.count)
		return true;
	if (report->speakers[report->at] &&
		!opening_tells(report, report->outline.entries[report->at].item))
		add_item(report, &report->outline.entries[report->at]);
	report->at++;
	return false;
}
