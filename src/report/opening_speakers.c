/* SPDX-License-Identifier: MIT */
/*
 * Who made statements at the opening besides the Chair, in one sentence (conventions 3, OPEN-3):
 * those who spoke for a group as its representatives, then the others. Chapter IV.B leaves the
 * item of the opening to it. There are few of them, so that the item is read at once.
 */
#include "opening_speakers.h"

#include <string.h>

#include "formula.h"
#include "store/report_rows.h"
#include "words.h"

enum { ROWS_AT_ONCE = 50, ELEMENTS_MAX = 200 };

struct opening {
	struct report *report;
	bool *own;                          /* by index of the participant: spoke for itself */
	const char *elements[ELEMENTS_MAX]; /* of the list */
	size_t count, speakers;
	bool secretariat;
	struct sources sources;
};

static const char *filled(
	struct opening *opening, const char *id, const struct formula_field *fields)
{
	struct str out;

	str_init(&out);
	formula_plain(&out, opening->report->facts.template, id, fields);
	const char *kept = arena_strdup(&opening->report->arena, out.text);
	str_clear(&out);
	return kept;
}

static void add_element(struct opening *opening, const char *element)
{
	for (size_t i = 0; i < opening->count; i++)
		if (strcmp(opening->elements[i], element) == 0)
			return;
	if (opening->count < ELEMENTS_MAX)
		opening->elements[opening->count++] = element;
}

static bool is_of_the_list(const char *kind)
{
	return strcmp(kind, "chair") != 0 && strcmp(kind, "reply") != 0 &&
	       strcmp(kind, "point_of_order") != 0;
}

static void take(struct opening *opening, const struct report_said *said)
{
	const struct facts *facts = &opening->report->facts;
	size_t who = facts_participant(facts, said->participant);
	size_t group = said->on_behalf ? facts_participant(facts, said->on_behalf)
				       : facts->participant_count;

	if (who == facts->participant_count || !is_of_the_list(said->kind))
		return;
	const struct participant_row *speaker = &facts->participants[who];
	enum standing standing = facts_standing(speaker);
	if (standing == STANDING_OFFICER)
		return;
	sources_add(&opening->sources, 's', said->statement_number);
	opening->secretariat = opening->secretariat || standing == STANDING_SECRETARIAT;
	if (standing == STANDING_SECRETARIAT)
		return;
	if (group < facts->participant_count)
		add_element(opening,
			filled(opening, "OPEN-3/for",
				FIELDS({"name", speaker->running_name},
					{"group", facts->participants[group].running_name})));
	else
		opening->own[who] = true;
}

static void read_item(struct opening *opening, const struct item_row *item)
{
	struct report_said rows[ROWS_AT_ONCE];
	struct report_cursor cursor = {0};
	struct arena arena;
	size_t count;

	arena_init(&arena);
	do {
		count = report_rows_said(
			opening->report->store, item->id, &cursor, &arena, rows, ROWS_AT_ONCE);
		for (size_t i = 0; i < count; i++)
			take(opening, &rows[i]);
	} while (count == ROWS_AT_ONCE);
	report_cursor_clear(&cursor);
	arena_clear(&arena);
}

/* "the representatives of Canada and Egypt": States, or observers. */
static void add_own(struct opening *opening, enum standing from, enum standing to, const char *one,
	const char *several)
{
	struct name_list list =
		list_names(&opening->report->facts, opening->own, from, to, NAME_RUNNING);

	if (list.count)
		add_element(opening,
			filled(opening, list.count == 1 ? one : several,
				FIELDS({"name", list.joined.text}, {"list", list.joined.text},
					{"of_list", list.of.text})));
	name_list_clear(&list);
}

static void add_sentence(struct opening *opening, uint64_t body, bool also)
{
	const struct template *words = opening->report->facts.template;
	bool several = opening->count > 1 || sources_count(&opening->sources, 's') > 1;
	struct str list, text;

	str_init(&list);
	str_init(&text);
	words_join(words, opening->elements, opening->count, &list);
	formula_sentence(&text, words, "OPEN-3",
		FIELDS({"bodies|", facts_form(&opening->report->facts, body)},
			{"list|", formula_form(several, false)}, {"list", list.text},
			{"also", also ? template_text(words, "also") : NULL}));
	build_from_all(opening->report,
		build_paragraph(
			opening->report, (struct source){"OPEN-3", body, NULL, NULL}, text.text),
		&opening->sources);
	str_clear(&list);
	str_clear(&text);
}

void opening_speakers(struct report *report, uint64_t body, bool also)
{
	const struct facts *facts = &report->facts;
	struct opening opening = {.report = report};

	opening.own = arena_alloc(&report->arena, (facts->participant_count + 1) * sizeof(bool));
	sources_init(&opening.sources);
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts_role(&facts->items[i]) == ROLE_OPENING &&
			(facts_bodies_of(facts, &facts->items[i]) & body))
			read_item(&opening, &facts->items[i]);
	add_own(&opening, STANDING_PARTY, STANDING_SIGNATORY, "SPEAKER/state", "OPEN-3/states");
	add_own(&opening, STANDING_NONPARTY, STANDING_NONGOVERNMENTAL, "SPEAKER/observer",
		"OPEN-3/observers");
	if (opening.secretariat)
		add_element(&opening, template_text(facts->template, "opening.secretariat"));
	if (opening.count)
		add_sentence(&opening, body, also);
	sources_clear(&opening.sources);
}

bool opening_tells(const struct report *report, const struct item_row *item)
{
	if (!item || facts_role(item) != ROLE_OPENING)
		return false;
	for (size_t i = 0; i < report->line_count; i++)
		if (report->lines[i].kind == STYLE_OPENING)
			return true;
	return false;
}
