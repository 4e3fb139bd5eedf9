/* SPDX-License-Identifier: MIT */
/* Adoption of the agenda and of the report: the same search and nearly the same
 * sentence. */
#include <string.h>

#include "adoption.h"
#include "formula.h"
#include "model/number.h"

static const struct item_row *item_of(const struct facts *facts, const struct report_act *act)
{
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts->items[i].id == act->item)
			return &facts->items[i];
	return NULL;
}

static const char *form_phrase(const char *form)
{
	static const struct {
		const char *form, *phrase;
	} forms[] = {
		{"consensus", "by consensus"},
		{"without_vote", "without a vote"},
		{"vote", "by a vote"},
		{"show_of_hands", "by a show of hands"},
		{"recorded_vote", "by a recorded vote"},
	};

	for (size_t i = 0; form && i < sizeof(forms) / sizeof(forms[0]); i++)
		if (strcmp(form, forms[i].form) == 0)
			return forms[i].phrase;
	return "";
}

bool adoption_find(const struct facts *facts, uint64_t bodies, bool of_report,
	const struct item_row *item, struct adoption *adoption)
{
	*adoption = (struct adoption){.form = ""};
	/* The last one counts: an agenda may be adopted again with amendments. */
	for (size_t i = facts->act_count; i-- > 0;) {
		const struct report_act *act = &facts->acts[i];
		const struct item_row *under = item_of(facts, act);
		if (act->of_report != of_report ||
			(under && !(facts_bodies_of(facts, under) & bodies)))
			continue;
		adoption->meeting = facts_meeting(facts, act->meeting);
		adoption->form = form_phrase(act->form);
		adoption->orally_amended = act->orally_amended;
		adoption->act = act;
		return true;
	}
	if (!item || strcmp(item->state, "concluded") != 0)
		return false;
	for (size_t i = 0; i < facts->considered_count; i++)
		if (facts->considered[i].item == item->id)
			adoption->meeting = facts_meeting(facts, facts->considered[i].meeting);
	return true;
}

void adoption_sentence(struct report *report, const char *formula, uint64_t bodies,
	const struct adoption *adoption, struct str *out)
{
	const struct facts *facts = &report->facts;
	bool several = facts_several(bodies);
	struct str names, ordinal, date;

	str_init(&names);
	str_init(&ordinal);
	str_init(&date);
	facts_bodies(facts, bodies, &names);
	if (adoption->meeting) {
		number_ordinal(facts_meeting_number(facts, adoption->meeting, bodies), &ordinal);
		facts_meeting_date(facts, adoption->meeting, &report->year, &date);
	}
	formula_sentence(out, facts->template, formula,
		FIELDS({"its", several ? "their" : "its"},
			{"meeting", several ? "meetings" : "meeting"}, {"ordinal", ordinal.text},
			{"date", date.text}, {"bodies", names.text}, {"form", adoption->form},
			{"work", adoption->act && adoption->act->organization
					 ? "organization of work"
					 : ""},
			{"amended", adoption->orally_amended ? "as orally amended" : ""}));
	str_clear(&names);
	str_clear(&ordinal);
	str_clear(&date);
}
