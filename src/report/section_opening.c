/* SPDX-License-Identifier: MIT */
/* Chapter IV.A: when the bodies met, how often, and who was in the chair. */
#include <stdlib.h>

#include "build.h"
#include "formula.h"
#include "opening_speakers.h"
#include "words.h"

static void add_meetings(struct report *report)
{
	const struct facts *facts = &report->facts;
	struct str bodies, dates, meetings, organ, session, short_name, text;

	str_init(&bodies);
	str_init(&organ);
	str_init(&short_name);
	str_init(&dates);
	str_init(&meetings);
	str_init(&session);
	build_session(report, &session);
	str_init(&text);
	facts_names(facts, facts->hosts, &bodies);
	facts_bodies(facts, facts->hosts, &short_name);
	if (report_rows_recommended(report->store, report->session))
		facts_organ(facts, &organ);
	words_from_to(facts->template, facts->session.from, facts->session.to, &dates);
	report->year = atoi(facts->session.to ? facts->session.to : facts->session.from);
	if (facts->meeting_count)
		words_number(facts->template, (int)facts->meeting_count, &meetings);
	formula_sentence(&text, report->facts.template, "OPEN-1",
		FIELDS({"bodies", bodies.text}, {"session", session.text},
			{"short", short_name.text}, {"organ", organ.text},
			{"place", facts->session.place},
			{"bodies|", facts_form(facts, facts->hosts)}, {"dates", dates.text},
			{"count", meetings.text},
			{"count|", formula_form(facts->meeting_count > 1, false)}));
	struct node *node = build_paragraph(
		report, (struct source){"OPEN-1", facts->hosts, NULL, NULL}, text.text);
	if (!facts->meeting_count)
		build_gap(report, node, "No meeting has been opened: meeting open");
	str_clear(&bodies);
	str_clear(&dates);
	str_clear(&meetings);
	str_clear(&organ);
	str_clear(&session);
	str_clear(&short_name);
	str_clear(&text);
}

/* True if the Chair was noted as speaking under the opening of that body. */
static bool has_opening_statement(struct report *report, uint64_t body)
{
	const struct facts *facts = &report->facts;

	for (size_t i = 0; i < facts->item_count; i++) {
		const struct item_row *item = &facts->items[i];
		if (facts_role(item) == ROLE_OPENING && (facts_bodies_of(facts, item) & body) &&
			report_rows_chair_spoke(report->store, item->id))
			return true;
	}
	return false;
}

static void add_chair(struct report *report, size_t b)
{
	const struct facts *facts = &report->facts;
	uint64_t body = (uint64_t)1 << b;
	const struct officer_row *officer = facts_chair(facts, b);
	bool several = facts_several(facts->hosts);
	bool opened = officer && has_opening_statement(report, body);
	struct source source = {"OPEN-2", body, NULL, NULL};
	struct str chair, name, text;

	str_init(&chair);
	str_init(&name);
	str_init(&text);
	if (several || opened)
		facts_bodies(facts, body, &name);
	if (!officer) {
		str_addf(&text, "Who chaired the meeting%s%s is not known", several ? " of " : "",
			name.text);
		build_missing(report, source, "officer add", text.text)->command =
			several ? arena_printf(&report->arena, "officer add Chair --body %s",
					  facts->bodies[b].key)
				: "officer add Chair";
	} else {
		str_add(&chair, officer->name);
		if (officer->country && *officer->country)
			str_addf(&chair, " (%s)", officer->country);
		formula_sentence(&text, report->facts.template,
			opened ? "OPEN-2/statement" : "OPEN-2",
			FIELDS({"chair", chair.text}, {"body", name.text}));
		build_paragraph(report, source, text.text);
	}
	str_clear(&chair);
	str_clear(&name);
	str_clear(&text);
}

bool section_heading(struct report *report)
{
	build_section_heading(report, NULL);
	return true;
}

static void add_chairs(struct report *report)
{
	const struct facts *facts = &report->facts;

	for (size_t b = 0; b < facts->body_count && b < 64; b++)
		if (facts->hosts >> b & 1)
			add_chair(report, b);
}

bool section_meetings(struct report *report)
{
	build_section_heading(report, NULL);
	add_meetings(report);
	return true;
}

bool section_chair(struct report *report)
{
	build_section_heading(report, NULL);
	add_chairs(report);
	return true;
}

/* Two bodies that meet jointly have one opening, or one each. */
static void add_speakers(struct report *report)
{
	const struct facts *facts = &report->facts;
	bool shared = false;

	for (size_t i = 0; i < facts->item_count; i++)
		shared = shared || (facts_role(&facts->items[i]) == ROLE_OPENING &&
					   facts_several(facts_bodies_of(facts, &facts->items[i])));
	if (shared)
		opening_speakers(report, facts->hosts, has_opening_statement(report, facts->hosts));
	for (size_t b = 0; b < facts->body_count && b < 64 && !shared; b++)
		if (facts->hosts >> b & 1)
			opening_speakers(report, (uint64_t)1 << b,
				has_opening_statement(report, (uint64_t)1 << b));
}

bool section_opening(struct report *report)
{
	build_section_heading(report, NULL);
	add_meetings(report);
	add_chairs(report);
	add_speakers(report);
	return true;
}
