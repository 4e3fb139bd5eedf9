/* SPDX-License-Identifier: MIT */
/* Adoption of the agenda and of the report: the same search and nearly the same
 * sentence. */
#include "adoption.h"

#include <stdlib.h>
#include <string.h>

#include "formula.h"
#include "store/part.h"
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

/* --- the report --- */

/* Behind the symbol of the first part, in "A/L.1/Add.2" or "A/L.1/Add.2-B/L.1/Add.2"; 0 if it
 * is no addendum to it. */
static int addendum(const char *first, const char *symbol)
{
	static const char add[] = "/Add.";
	size_t length = strcspn(first, "-");
	char *end;

	if (strncmp(first, symbol, length) != 0 ||
		strncmp(symbol + length, add, sizeof add - 1) != 0)
		return 0;
	const char *at = symbol + length + sizeof add - 1;
	long number = strtol(at, &end, 10);
	return end > at && (!*end || *end == '-') && number < 1000 ? (int)number : 0;
}

/* "…/L.1", "Add.1" and "Add.2"; where there are more in a row "…/L.1" and "Add.1-3". */
static const char *name_parts(
	const struct report *report, struct arena *arena, const char *const symbols[], size_t count)
{
	const char **names = arena_alloc(arena, (count + 1) * sizeof *names);
	size_t made = 0, last;
	struct str out;

	for (size_t i = 0; i < count; i = last + 1) {
		int number = i ? addendum(symbols[0], symbols[i]) : 0;
		last = i;
		while (number && last + 1 < count &&
			addendum(symbols[0], symbols[last + 1]) == number + (int)(last + 1 - i))
			last++;
		if (last < i + 2)
			last = i;
		names[made++] = !number    ? symbols[i]
				: last > i ? arena_printf(arena, "Add.%d-%d", number,
						     number + (int)(last - i))
					   : arena_printf(arena, "Add.%d", number);
	}
	str_init(&out);
	words_join(report->facts.template, names, made, &out);
	const char *list = arena_strdup(arena, out.text);
	str_clear(&out);
	return list;
}

/* Those of its parts; where none was issued, of the draft report in the register. */
static const char *symbols_of(struct report *report, const struct part_row *parts, size_t count)
{
	const struct facts *facts = &report->facts;
	struct arena *arena = &report->arena;
	const char **symbols =
		arena_alloc(arena, (count + facts->document_count + 1) * sizeof *symbols);
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		symbols[found++] = parts[i].symbol;
	for (size_t i = 0; i < facts->document_count && !count; i++)
		if (facts_is_draft_report(&facts->documents[i]))
			symbols[found++] = facts->documents[i].symbols;
	return found ? name_parts(report, arena, symbols, found) : NULL;
}

static bool are_adopted(const struct report *report, const struct part_row *parts, size_t count,
	struct adoption *of)
{
	*of = (struct adoption){.form = ""};
	for (size_t i = 0; i < count; i++) {
		const struct meeting_row *meeting = facts_meeting(&report->facts, parts[i].in);
		if (!parts[i].adopted)
			return false;
		of->orally_amended = of->orally_amended || parts[i].amended;
		if (meeting && (!of->meeting || meeting->number > of->meeting->number))
			of->meeting = meeting;
	}
	return count > 0;
}

bool adoption_of_report(
	struct report *report, const struct item_row *item, struct adoption *adoption)
{
	struct adoption of_parts;
	size_t count;
	const struct part_row *parts =
		store_parts(report->store, report->session, &report->arena, &count);
	bool adopted = are_adopted(report, parts, count, &of_parts);
	bool found = adoption_find(&report->facts, report->facts.hosts, true, item, adoption);

	if (!found)
		*adoption = of_parts;
	adoption->orally_amended = adoption->orally_amended || (adopted && of_parts.orally_amended);
	adoption->symbols = symbols_of(report, parts, count);
	return found || adopted;
}

static void add_entrusted(const struct report *report, uint64_t bodies,
	const struct adoption *adoption, struct str *out)
{
	if (adoption->act && adoption->act->entrusted)
		formula_plain(out, report->facts.template, "ADOPT-2",
			FIELDS({"bodies|", facts_form(&report->facts, bodies)}));
}

/* --- the sentence --- */

void adoption_sentence(struct report *report, const char *formula, uint64_t bodies,
	const struct adoption *adoption, struct str *out)
{
	const struct facts *facts = &report->facts;
	struct str names, ordinal, date, entrusted;

	str_init(&entrusted);
	add_entrusted(report, bodies, adoption, &entrusted);
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
					    : NULL},
			{"symbols", adoption->symbols}, {"entrusted", entrusted.text}));
	str_clear(&names);
	str_clear(&ordinal);
	str_clear(&date);
	str_clear(&entrusted);
}
