/* SPDX-License-Identifier: MIT */
/* The conclusions of the Chair on an item as one paragraph: the first sentence says whose
 * they are, the others go on; those that say it themselves stand as they are. */
#include "conclusions.h"

#include "base/civil.h"
#include "formula.h"
#include "part.h"
#include "point_sentence.h"
#include "store/conclusion.h"
#include "words.h"

/* By when, as it was said; a day in the words of the report. */
static void add_due(const struct template *words, const char *due, struct str *out)
{
	struct civil day;
	struct str date;

	if (!due || !civil_parse_date(due, &day)) {
		str_add(out, due ? due : "");
		return;
	}
	str_init(&date);
	words_date(words, due, &date);
	formula_plain(out, words, "CONC-1/due", FIELDS({"date", date.text}));
	str_clear(&date);
}

static void add_sentence(
	struct report *report, const struct conclusion_row *row, bool again, struct str *text)
{
	const struct template *words = report->facts.template;
	struct str due;
	const char *chair = template_text(words, again ? "conclusion.then" : "conclusion.first");

	str_init(&due);
	add_due(words, row->due, &due);
	if (again)
		str_addc(text, ' ');
	if (row->request)
		formula_sentence(text, words, "CONC-1",
			FIELDS({"chair", chair},
				{"who", row->who ? row->who
						 : template_text(words, "conclusion.who")},
				{"text", row->text}, {"due", due.text}));
	else if (!point_sentence_of_chair(&report->facts, row->text, text))
		point_sentence(&report->facts, chair, row->text, text);
	str_clear(&due);
}

/* Those of all items that are taken up jointly are of the first of them. */
void conclusions_add(struct report *report, const struct outline_entry *entry)
{
	struct sources sources;
	struct arena arena;
	struct str text;
	size_t count;

	arena_init(&arena);
	sources_init(&sources);
	str_init(&text);
	const struct conclusion_row *rows =
		store_conclusions(report->store, report->session, entry->item->id, &arena, &count);
	for (size_t i = 0; i < count; i++) {
		if (!part_takes(report, "CONC-1", NULL, 'n', rows[i].number))
			continue;
		add_sentence(report, &rows[i], text.length > 0, &text);
		sources_add(&sources, 'n', rows[i].number);
		if (rows[i].statement)
			sources_add(&sources, 's', rows[i].statement_number);
	}
	if (text.length)
		build_from_all(report,
			build_paragraph(report,
				(struct source){"CONC-1", entry->bodies, entry->item, NULL},
				text.text),
			&sources);
	str_clear(&text);
	sources_clear(&sources);
	arena_clear(&arena);
}
