/* SPDX-License-Identifier: MIT */
/* Chapter V: the adoption of the report. */
#include "adoption.h"
#include "build.h"

static const struct item_row *report_item(const struct facts *facts)
{
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts_role(&facts->items[i]) == ROLE_REPORT)
			return &facts->items[i];
	return NULL;
}

/* Participants of whom it is not known whether they are parties are one gap, at the first sentence
 * that had to leave it open. */
static void add_unknown_status(struct report *report)
{
	const struct facts *facts = &report->facts;
	size_t count = 0;
	struct str names;

	str_init(&names);
	for (size_t i = 0; i < facts->participant_count; i++) {
		const struct participant_row *row = &facts->participants[i];
		if (!facts->attended[i] || !facts_is_unknown(facts_standing(row)))
			continue;
		str_add(&names, count++ ? ", " : "");
		for (const char *c = row->list_name; *c; c++)
			str_addf(&names, "%s%c", *c == '"' || *c == '\\' ? "\\" : "", *c);
	}
	if (count)
		build_gap(report, report->unknown_status,
			"Whether %zu participant%s is not known: participant status STATUS NAMES",
			count, count == 1 ? " is a party" : "s are parties")
			->command =
			arena_printf(&report->arena, "participant status '' \"%s\"", names.text);
	str_clear(&names);
}

bool section_adoption(struct report *report)
{
	uint64_t hosts = report->facts.hosts;
	const struct item_row *item = report_item(&report->facts);
	const char *command = "report adopt";
	struct source source = {"ADOPT-1", hosts, NULL, NULL};
	struct adoption adoption;
	struct str text;

	build_section_heading(report, NULL);
	if (adoption_of_report(report, item, &adoption)) {
		str_init(&text);
		adoption_sentence(report, "ADOPT-1", hosts, &adoption, &text);
		build_paragraph(report, source, text.text);
		str_clear(&text);
	} else {
		if (item)
			command = arena_printf(&report->arena, "item conclude %s", item->printed);
		build_missing(report, source, command, "The report has not been adopted");
	}
	add_unknown_status(report);
	return true;
}
