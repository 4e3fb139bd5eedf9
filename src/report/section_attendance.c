/* SPDX-License-Identifier: MIT */
/*
 * Chapter IV.D: who was represented, a paragraph for each standing in the order
 * of conventions 4.2. Present is who was registered or has spoken.
 */
#include <string.h>

#include "build.h"
#include "formula.h"
#include "lists.h"

static const struct {
	enum standing from, to;
	const char *class, *several, *one;
	enum name_form form;
} kinds[] = {
	{STANDING_PARTY, STANDING_PARTY, "party", "ATT-1", "ATT-1/one", NAME_LIST},
	{STANDING_STATE, STANDING_STATE, "unknown", "ATT-1/unknown", "ATT-1/unknown-one",
		NAME_LIST},
	{STANDING_UNSETTLED, STANDING_UNSETTLED, "unsettled", "ATT-1/unsettled",
		"ATT-1/unknown-one", NAME_RUNNING},
	{STANDING_SIGNATORY, STANDING_SIGNATORY, "signatory", "ATT-2", "ATT-2/one", NAME_LIST},
	{STANDING_NONPARTY, STANDING_NONPARTY, "nonparty", "ATT-3", "ATT-3/one", NAME_LIST},
	{STANDING_OBSERVER_STATE, STANDING_OBSERVER_STATE, "observer", "ATT-3/observer",
		"ATT-4/one", NAME_RUNNING},
	{STANDING_UN_BODY, STANDING_UN_BODY, "un", "ATT-4/un", "ATT-4/one", NAME_LIST},
	{STANDING_INSTITUTE, STANDING_INSTITUTE, "institute", "ATT-4/institutes", "ATT-4/one",
		NAME_LIST},
	{STANDING_AGENCY, STANDING_AGENCY, "agency", "ATT-4/agencies", "ATT-4/one", NAME_LIST},
	{STANDING_INTERGOVERNMENTAL, STANDING_INTERGOVERNMENTAL, "igo", "ATT-4/igo", "ATT-4/one",
		NAME_LIST},
	{STANDING_NONGOVERNMENTAL, STANDING_NONGOVERNMENTAL, "ngo", "ATT-4/ngo", "ATT-4/one",
		NAME_LIST},
	{STANDING_GUEST, STANDING_GUEST, "guest", "ATT-4/guests", "ATT-4/guests", NAME_LIST},
};

static bool add_kind(struct report *report, size_t kind)
{
	const struct facts *facts = &report->facts;
	struct name_list list = list_names(
		facts, facts->attended, kinds[kind].from, kinds[kind].to, kinds[kind].form);
	const char *formula = list.count == 1 ? kinds[kind].one : kinds[kind].several;
	struct str text;

	if (list.count) {
		str_init(&text);
		formula_sentence(&text, facts->template, formula,
			FIELDS({"list", list.joined.text}, {"name", list.first},
				{"of_list", list.of.text},
				{"class", template_text(facts->template,
						  list.organization ? "class.parties-mixed"
								    : "class.parties")},
				{"bodies|", facts_form(facts, facts->hosts)}));
		struct node *node = build_paragraph(report,
			(struct source){kinds[kind].several, facts->hosts, NULL, kinds[kind].class},
			text.text);
		node->missing = facts_is_unknown(kinds[kind].from);
		if (node->missing && !report->unknown_status)
			report->unknown_status = node;
		str_clear(&text);
	}
	name_list_clear(&list);
	return list.count > 0;
}

/* The list of participants is an information document (conventions 1.2). */
static void add_document(struct report *report)
{
	const struct facts *facts = &report->facts;
	struct source source = {"ATT-5", facts->hosts, NULL, NULL};
	struct str text;

	const struct document_row *row = build_participants_list(report);

	if (build_is_list(report))
		return; /* it is that list */
	str_init(&text);
	if (row) {
		formula_sentence(&text, facts->template, "ATT-5", FIELDS({"symbol", row->symbols}));
		build_paragraph(report, source, text.text);
		str_clear(&text);
		return;
	}
	build_symbol(report, "INF/1", &text);
	build_gap(report, NULL, "No list of participants (INF/…) is in the register: document add")
		->command =
		arena_printf(&report->arena, "document add '%s' 'List of participants'", text.text);
	str_clear(&text);
}

bool section_attendance(struct report *report)
{
	bool any = false;

	build_section_heading(report, NULL);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		any = add_kind(report, i) || any;
	if (!any)
		build_missing(report, (struct source){"ATT-1", report->facts.hosts, NULL, NULL},
			"participant present", "Who was represented is not known");
	add_document(report);
	return true;
}
