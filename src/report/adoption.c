/* SPDX-License-Identifier: MIT */
/* Adoption of the agenda and of the report: the same search and nearly the same
 * sentence. */
#include <string.h>

#include "adoption.h"
#include "formula.h"
#include "words.h"

static const struct item_row *item_of(const struct facts *facts, const struct report_act *act)
{
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts->items[i].id == act->item)
			return &facts->items[i];
	return NULL;
}

static const char *form_phrase(const struct template *template, const char *form)
{
	static const struct {
		const char *form, *phrase;
	} forms[] = {
		{"consensus", "form.consensus"},
		{"without_vote", "form.without-vote"},
		{"vote", "form.vote"},
		{"show_of_hands", "form.show-of-hands"},
		{"recorded_vote", "form.recorded-vote"},
	};

	for (size_t i = 0; form && i < sizeof(forms) / sizeof(forms[0]); i++)
		if (strcmp(form, forms[i].form) == 0)
			return template_text(template, forms[i].phrase);
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
		adoption->form = form_phrase(facts->template, act->form);
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
	struct str names, ordinal, date;

	str_init(&names);
	str_init(&ordinal);
	str_init(&date);
	facts_bodies(facts, bodies, &names);
	if (adoption->meeting) {
		words_ordinal(facts->template,
			facts_meeting_number(facts, adoption->meeting, bodies), &ordinal);
		facts_meeting_date(facts, adoption->meeting, &report->year, &date);
	}
	formula_sentence(out, facts->template, formula,
		FIELDS({"ordinal", ordinal.text}, {"date", date.text}, {"bodies", names.text},
			{"bodies|", facts_form(facts, bodies)}, {"form", adoption->form},
			{"work", adoption->act && adoption->act->organization
					 ? template_text(facts->template, "agenda.work")
					 : NULL},
			{"amended", adoption->orally_amended
					    ? template_text(facts->template, "amended")
					    : NULL}));
	str_clear(&names);
	str_clear(&ordinal);
	str_clear(&date);
}
