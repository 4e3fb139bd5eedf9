/* SPDX-License-Identifier: MIT */
/*
 * What States sent in to a survey, on paper: who answered, who did not, which experts
 * are to be invited to the panel and what the background paper is made of (workplan of
 * 2013, paragraphs 6 to 9). Focal points are personal data: they are printed only
 * where that was asked for.
 */
#include <stdlib.h>
#include <string.h>

#include "facts_names.h"
#include "formula.h"
#include "model/inline.h"
#include "model/language.h"
#include "model/region.h"
#include "page.h"
#include "report/report.h"
#include "store/survey.h"
#include "words.h"

struct page {
	struct document *document;
	struct store *store;
	const struct template *template;
	struct facts facts;
	struct arena arena;
	const struct survey_row *survey;
	struct contribution_row *rows; /* with names as they are printed, in that order */
	size_t count;
	bool contacts;
};

static const char *word(const struct page *page, const char *key)
{
	return template_text(page->template, key);
}

/* --- nodes --- */

static struct node *add(
	struct page *page, struct node *parent, enum node_kind kind, const char *plain)
{
	struct str text;

	str_init(&text);
	inline_escape(plain ? plain : "", &text);
	struct node *node = document_add(page->document, parent, kind, text.text);
	str_clear(&text);
	return node;
}

static void add_heading(struct page *page, const char *key)
{
	document_add(page->document, page->document->root, NODE_HEADING, word(page, key));
}

static struct node *add_list(struct page *page)
{
	struct node *list = document_add(page->document, page->document->root, NODE_LIST, NULL);

	list->style = LIST_PLAIN;
	return list;
}

/* The words are of the arena. */
static const char *keep(struct page *page, struct str *words)
{
	const char *kept = arena_strdup(&page->arena, words->text);

	str_clear(words);
	return kept;
}

static const char *date_words(struct page *page, const char *date)
{
	struct str text;

	str_init(&text);
	if (date)
		words_date(page->template, date, &text);
	return keep(page, &text);
}

/* Of "E F German": letters, and names of others. */
static const char *language_of(struct page *page, const struct contribution_row *row)
{
	const char *names[16], *at = row->language ? row->language : "";
	struct str text, one;
	size_t count = 0;

	str_init(&text);
	str_init(&one);
	for (; *at && count < sizeof names / sizeof names[0]; at += strspn(at, " ")) {
		size_t length = strcspn(at, " ");
		str_reset(&one);
		language_words(arena_strndup(&page->arena, at, length), &one);
		names[count++] = facts_word(&page->facts, arena_strdup(&page->arena, one.text));
		at += length;
	}
	words_join(page->template, names, count, &text);
	str_clear(&one);
	return keep(page, &text);
}

static const char *joined(struct page *page, const char *const names[], size_t count)
{
	struct str text;

	str_init(&text);
	words_join(page->template, names, count, &text);
	return keep(page, &text);
}

static void add_entry(struct page *page, struct node *list, const char *formula,
	const struct formula_field *fields)
{
	struct str text;

	str_init(&text);
	formula_plain(&text, page->template, formula, fields);
	add(page, list, NODE_ENTRY, text.text);
	str_clear(&text);
}

/* --- in the order of the language --- */

struct placed {
	struct contribution_row row;
	char *key;
};

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct placed *)a)->key, ((const struct placed *)b)->key);
}

/* Those of a report in the language of the session stand as the store has them. */
static void take_names(struct page *page)
{
	struct placed *all = arena_alloc(&page->arena, (page->count + 1) * sizeof *all);

	if (!page->facts.english)
		return;
	for (size_t i = 0; i < page->count; i++) {
		all[i].row = page->rows[i];
		all[i].row.name = facts_listed(&page->facts, page->rows[i].name);
		all[i].key = name_table_sort_key(&page->template->names, all[i].row.name);
	}
	qsort(all, page->count, sizeof *all, by_key);
	for (size_t i = 0; i < page->count; i++) {
		page->rows[i] = all[i].row;
		free(all[i].key);
	}
}

/* --- the survey --- */

static void add_sentence(
	struct page *page, const char *formula, const struct formula_field *fields, struct str *out)
{
	if (out->length)
		str_addc(out, ' ');
	formula_sentence(out, page->template, formula, fields);
}

static void add_date(struct page *page, const char *formula, const char *date, struct str *out)
{
	if (date)
		add_sentence(page, formula, FIELDS({"date", date_words(page, date)}), out);
}

static const char *number(struct page *page, int64_t n, bool first)
{
	struct str text;

	str_init(&text);
	if (first)
		words_number_first(page->template, (int)n, &text);
	else if (n)
		words_number(page->template, (int)n, &text);
	return keep(page, &text);
}

static void add_count(struct page *page, struct str *out)
{
	const struct survey_row *survey = page->survey;
	long long asked = (long long)store_survey_asked(page->store, survey->id);
	bool parties = strcmp(survey->asked, "parties") == 0;

	add_sentence(page, "SURVEY/answered",
		FIELDS({"count", number(page, survey->answered, true)},
			{"count|", words_form(page->template, (int)survey->answered)},
			{"asked", arena_printf(&page->arena, "%lld", asked)},
			{"who", word(page, parties ? "survey.parties" : "survey.states")},
			{"late", number(page, survey->late, false)},
			{"late|", survey->late ? words_form(page->template, (int)survey->late)
					       : NULL},
			{"others", number(page, survey->others, false)},
			{"others|", survey->others ? words_form(page->template, (int)survey->others)
						   : NULL}),
		out);
}

static void add_facts(struct page *page)
{
	const struct survey_row *survey = page->survey;
	struct str text;

	str_init(&text);
	if (survey->item)
		add_sentence(page, "SURVEY/item",
			FIELDS({"printed", facts_reference(&page->facts, survey->item_printed)},
				{"title", facts_listed(&page->facts, survey->item_title)}),
			&text);
	add_date(page, "SURVEY/sent", survey->sent, &text);
	add_date(page, "SURVEY/due", survey->due, &text);
	add_date(page, "SURVEY/closed", survey->closed, &text);
	add_count(page, &text);
	document_add(page->document, page->document->root, NODE_PLAIN, text.text);
	str_clear(&text);
}

/* --- who answered --- */

static struct node *add_table(struct page *page, const char *const heads[], size_t count)
{
	struct node *table = document_add(page->document, page->document->root, NODE_TABLE, NULL);
	struct node *row = document_add(page->document, table, NODE_ROW, NULL);

	for (size_t i = 0; i < count; i++)
		add(page, row, NODE_CELL, word(page, heads[i]));
	return table;
}

static const char *received(struct page *page, const struct contribution_row *row)
{
	struct str text;

	str_init(&text);
	formula_plain(&text, page->template, "SURVEY/received",
		FIELDS({"date", date_words(page, row->received)},
			{"updated", date_words(page, row->updated)},
			{"late", row->late ? word(page, "survey.late") : NULL}));
	return keep(page, &text);
}

static const char *what(const struct contribution_row *row)
{
	return row->symbols ? row->symbols : row->file ? row->file : "";
}

/* Those of who was asked, or of the others. */
static void add_answers(struct page *page, bool asked, const char *heading)
{
	const char *const heads[] = {asked ? "survey.state" : "survey.from", "survey.date",
		"survey.language", "survey.paper"};
	struct node *table = NULL;

	for (size_t i = 0; i < page->count; i++) {
		if (page->rows[i].asked != asked)
			continue;
		if (!table) {
			add_heading(page, heading);
			table = add_table(page, heads, sizeof heads / sizeof heads[0]);
		}
		struct node *row = document_add(page->document, table, NODE_ROW, NULL);
		add(page, row, NODE_CELL, page->rows[i].name);
		add(page, row, NODE_CELL, received(page, &page->rows[i]));
		add(page, row, NODE_CELL, language_of(page, &page->rows[i]));
		add(page, row, NODE_CELL, what(&page->rows[i]));
	}
}

static void add_contacts(struct page *page)
{
	static const char *const heads[] = {
		"survey.state", "survey.person", "survey.office", "survey.contact"};
	struct node *table = NULL;

	for (size_t i = 0; page->contacts && i < page->count; i++) {
		if (!page->rows[i].focal)
			continue;
		if (!table) {
			add_heading(page, "survey.focal");
			table = add_table(page, heads, sizeof heads / sizeof heads[0]);
		}
		struct node *row = document_add(page->document, table, NODE_ROW, NULL);
		add(page, row, NODE_CELL, page->rows[i].name);
		add(page, row, NODE_CELL, page->rows[i].focal);
		add(page, row, NODE_CELL, page->rows[i].office);
		add(page, row, NODE_CELL, page->rows[i].contact);
	}
}

/* --- by regional groups --- */

static const char *region_words(const struct page *page, int region)
{
	return region < 0 ? word(page, "survey.no-region")
			  : facts_listed(&page->facts, regions[region].names[0]);
}

/* "African Group (51): Algeria, Angola …"; nothing for none. */
static void add_region(
	struct page *page, struct node *list, int region, const char *const names[], size_t count)
{
	if (count > 0)
		add_entry(page, list, "SURVEY/region",
			FIELDS({"region", region_words(page, region)},
				{"count", arena_printf(&page->arena, "%zu", count)},
				{"list", joined(page, names, count)}));
}

struct silent {
	const char *name, *region;
	char *key;
};

static int by_silent_key(const void *a, const void *b)
{
	return strcmp(((const struct silent *)a)->key, ((const struct silent *)b)->key);
}

static struct silent *silent_names(struct page *page, size_t *count)
{
	const struct silent_row *rows =
		store_survey_silent(page->store, page->survey->id, &page->arena, count);
	struct silent *all = arena_alloc(&page->arena, (*count + 1) * sizeof *all);

	for (size_t i = 0; i < *count; i++)
		all[i] = (struct silent){
			facts_listed(&page->facts, rows[i].name), rows[i].region, NULL};
	if (!page->facts.english)
		return all;
	for (size_t i = 0; i < *count; i++)
		all[i].key = name_table_sort_key(&page->template->names, all[i].name);
	qsort(all, *count, sizeof *all, by_silent_key);
	for (size_t i = 0; i < *count; i++)
		free(all[i].key);
	return all;
}

static void add_silent(struct page *page)
{
	size_t count;
	const struct silent *rows = silent_names(page, &count);
	const char **names = arena_alloc(&page->arena, (count + 1) * sizeof *names);
	struct node *list;

	if (count == 0)
		return;
	add_heading(page, "survey.silent");
	list = add_list(page);
	for (int region = -1; region < REGIONS; region++) {
		/* Those in no group come last. */
		int wanted = region + 1 < REGIONS ? region + 1 : -1;
		size_t of_it = 0;
		for (size_t i = 0; i < count; i++)
			if (region_find(rows[i].region) == wanted)
				names[of_it++] = rows[i].name;
		add_region(page, list, wanted, names, of_it);
	}
}

static const char *with_panel(struct page *page, const struct contribution_row *row)
{
	return row->panel ? arena_printf(&page->arena, "%s (%s)", row->name, row->panel)
			  : row->name;
}

/* Regional groups from which nobody can come. */
static void add_unheard(struct page *page, struct node *list, const bool heard[REGIONS])
{
	const char *names[REGIONS];
	size_t count = 0;

	for (int i = 0; i < REGIONS; i++)
		if (!heard[i])
			names[count++] = region_words(page, i);
	/* From all of them where nobody knows who is in which. */
	if (count > 0 && count < REGIONS)
		add_entry(
			page, list, "SURVEY/unheard", FIELDS({"list", joined(page, names, count)}));
}

/* A group sends no expert. */
static bool is_of_state(const struct contribution_row *row)
{
	return row->state || row->asked;
}

static void add_panel(struct page *page)
{
	const char **names = arena_alloc(&page->arena, (page->count + 1) * sizeof *names);
	bool heard[REGIONS] = {false}, any = false;
	struct node *list;

	for (size_t i = 0; i < page->count; i++)
		any = any || is_of_state(&page->rows[i]);
	if (!any)
		return;
	add_heading(page, "survey.panel");
	add(page, page->document->root, NODE_PLAIN, word(page, "survey.panel-of"));
	list = add_list(page);
	for (int region = -1; region < REGIONS; region++) {
		int wanted = region + 1 < REGIONS ? region + 1 : -1;
		size_t of_it = 0;
		for (size_t i = 0; i < page->count; i++)
			if (is_of_state(&page->rows[i]) &&
				region_find(page->rows[i].region) == wanted)
				names[of_it++] = with_panel(page, &page->rows[i]);
		if (wanted >= 0)
			heard[wanted] = of_it > 0;
		add_region(page, list, wanted, names, of_it);
	}
	add_unheard(page, list, heard);
}

/* --- what the background paper is made of --- */

static void add_source(struct page *page, struct node *list, const struct contribution_row *row)
{
	struct str text;

	str_init(&text);
	formula_plain(&text, page->template, "SURVEY/source",
		FIELDS({"name", row->name},
			{"date", date_words(page, row->updated ? row->updated : row->received)},
			{"language", language_of(page, row)}, {"paper", what(row)}));
	if (row->remark)
		str_addf(&text, ". %s", row->remark);
	add(page, list, NODE_ENTRY, text.text);
	str_clear(&text);
}

static bool covers(const struct contribution_row *row, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = row->covers ? row->covers : ""; *at;
		at += strcspn(at, " "), at += *at == ' ')
		if (strncmp(at, word, length) == 0 && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

/* Under which heads the States have something to say (paragraphs 6 and 8). */
static void add_topics(struct page *page, struct node *list)
{
	static const char *const topics[] = {
		"successes", "challenges", "needs", "lessons", "practices"};
	const char **names = arena_alloc(&page->arena, (page->count + 1) * sizeof *names);

	for (size_t t = 0; t < sizeof topics / sizeof topics[0]; t++) {
		const char *key = arena_printf(&page->arena, "survey.%s", topics[t]);
		size_t count = 0;
		for (size_t i = 0; i < page->count; i++)
			if (covers(&page->rows[i], topics[t]))
				names[count++] = page->rows[i].name;
		if (count > 0)
			add_entry(page, list, "SURVEY/topic",
				FIELDS({"topic", word(page, key)},
					{"list", joined(page, names, count)}));
	}
}

static void add_sources(struct page *page)
{
	struct node *list;

	if (page->count == 0)
		return;
	add_heading(page, "survey.sources");
	list = add_list(page);
	for (size_t i = 0; i < page->count; i++)
		add_source(page, list, &page->rows[i]);
	add_topics(page, list);
}

/* --- the page --- */

static void add_survey(struct page *page, int64_t session)
{
	page->rows = store_contributions(
		page->store, session, page->survey->id, &page->arena, &page->count);
	take_names(page);
	add(page, page->document->root, NODE_TITLE, page->survey->title);
	add_facts(page);
	add_answers(page, true, "survey.received");
	add_answers(page, false, "survey.also");
	add_contacts(page);
	add_silent(page);
	add_panel(page);
	add_sources(page);
}

static void add_surveys(struct page *page, int64_t session, int64_t survey)
{
	bool any = false;
	size_t count;
	const struct survey_row *surveys =
		store_surveys(page->store, session, &page->arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (survey && surveys[i].id != survey)
			continue;
		page->survey = &surveys[i];
		add_survey(page, session);
		any = true;
	}
	if (!any)
		add(page, page->document->root, NODE_PLAIN, word(page, "survey.none"));
}

void report_contributions(struct store *store, int64_t session, const struct template *template,
	int64_t survey, bool contacts, struct document *document)
{
	struct page page = {
		.document = document, .store = store, .template = template, .contacts = contacts};

	arena_init(&page.arena);
	page_begin(template, document);
	if (facts_load(&page.facts, store, session, template, &page.arena))
		add_surveys(&page, session, survey);
	document_number(document);
	arena_clear(&page.arena);
}
