/* SPDX-License-Identifier: MIT */
/*
 * What States sent in to a survey, on paper: who answered, who did not, which experts
 * are to be invited to the panel and what the background paper is made of (workplan of
 * 2013, paragraphs 6 to 9). Focal points are personal data: they are printed only
 * where that was asked for.
 */
#include <string.h>

#include "model/inline.h"
#include "model/language.h"
#include "model/names.h"
#include "model/number.h"
#include "model/phrase.h"
#include "model/region.h"
#include "report/report.h"
#include "store/survey.h"

struct page {
	struct document *document;
	struct store *store;
	struct arena arena;
	const struct survey_row *survey;
	const struct contribution_row *rows;
	size_t count;
	bool contacts;
};

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

static void add_heading(struct page *page, const char *text)
{
	document_add(page->document, page->document->root, NODE_HEADING, text);
}

static struct node *add_list(struct page *page)
{
	struct node *list = document_add(page->document, page->document->root, NODE_LIST, NULL);

	list->style = LIST_PLAIN;
	return list;
}

static const char *date_words(struct page *page, const char *date)
{
	struct str text;
	const char *words;

	str_init(&text);
	if (date)
		phrase_date(date, &text);
	words = arena_strdup(&page->arena, text.text);
	str_clear(&text);
	return words;
}

static const char *language_of(struct page *page, const struct contribution_row *row)
{
	struct str text;
	const char *words;

	str_init(&text);
	if (row->language)
		language_words(row->language, &text);
	words = arena_strdup(&page->arena, text.text);
	str_clear(&text);
	return words;
}

/* --- the survey --- */

static void add_count(struct page *page, struct str *out)
{
	number_word_capital((int)page->survey->answered, out);
	str_addf(out, " of the %lld %s asked %s answered",
		(long long)store_survey_asked(page->store, page->survey->id),
		strcmp(page->survey->asked, "parties") == 0 ? "parties" : "States",
		page->survey->answered == 1 ? "has" : "have");
	if (page->survey->late) {
		str_add(out, ", ");
		number_word((int)page->survey->late, out);
		str_add(out, " of them after that date");
	}
	if (page->survey->others == 0)
		return;
	str_add(out, "; ");
	number_word((int)page->survey->others, out);
	str_addf(out, " more response%s came in", page->survey->others == 1 ? "" : "s");
}

static void add_facts(struct page *page)
{
	const struct survey_row *survey = page->survey;
	struct str text;

	str_init(&text);
	if (survey->item)
		str_addf(&text, "Agenda item %s, %s. ", survey->item_printed, survey->item_title);
	if (survey->sent)
		str_addf(&text, "Sent on %s. ", date_words(page, survey->sent));
	if (survey->due)
		str_addf(&text, "Answers were due on %s. ", date_words(page, survey->due));
	if (survey->closed)
		str_addf(&text, "Closed on %s. ", date_words(page, survey->closed));
	add_count(page, &text);
	str_add(&text, ".");
	add(page, page->document->root, NODE_PLAIN, text.text);
	str_clear(&text);
}

/* --- who answered --- */

static struct node *add_table(struct page *page, const char *const heads[], size_t count)
{
	struct node *table = document_add(page->document, page->document->root, NODE_TABLE, NULL);
	struct node *row = document_add(page->document, table, NODE_ROW, NULL);

	for (size_t i = 0; i < count; i++)
		add(page, row, NODE_CELL, heads[i]);
	return table;
}

static const char *received(struct page *page, const struct contribution_row *row)
{
	const char *words = date_words(page, row->received);

	if (row->updated)
		words = arena_printf(
			&page->arena, "%s, anew %s", words, date_words(page, row->updated));
	return row->late ? arena_printf(&page->arena, "%s (late)", words) : words;
}

static const char *what(const struct contribution_row *row)
{
	return row->symbols ? row->symbols : row->file ? row->file : "";
}

/* Those of who was asked, or of the others. */
static void add_answers(struct page *page, bool asked, const char *heading)
{
	const char *const heads[] = {
		asked ? "State" : "From", "Received", "Language", "Document or file"};
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
	static const char *const heads[] = {"State", "Focal point", "Office", "Contact"};
	struct node *table = NULL;

	for (size_t i = 0; page->contacts && i < page->count; i++) {
		if (!page->rows[i].focal)
			continue;
		if (!table) {
			add_heading(page, "Focal points");
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

static const char *region_words(int region)
{
	return region < 0 ? "In no regional group" : regions[region].names[0];
}

/* "African Group (51): Algeria, Angola …"; nothing for none. */
static void add_region(
	struct page *page, struct node *list, int region, const char *const names[], size_t count)
{
	struct str text;

	if (count == 0)
		return;
	str_init(&text);
	str_addf(&text, "%s (%zu): ", region_words(region), count);
	names_join(names, count, &text);
	add(page, list, NODE_ENTRY, text.text);
	str_clear(&text);
}

static void add_silent(struct page *page)
{
	size_t count;
	const struct silent_row *rows =
		store_survey_silent(page->store, page->survey->id, &page->arena, &count);
	const char **names = arena_alloc(&page->arena, (count + 1) * sizeof *names);
	struct node *list;

	if (count == 0)
		return;
	add_heading(page, "Not yet answered");
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
	struct str text;

	for (int i = 0; i < REGIONS; i++)
		if (!heard[i])
			names[count++] = region_words(i);
	/* From all of them where nobody knows who is in which. */
	if (count == 0 || count == REGIONS)
		return;
	str_init(&text);
	str_add(&text, "None from: ");
	names_join(names, count, &text);
	add(page, list, NODE_ENTRY, text.text);
	str_clear(&text);
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
	add_heading(page, "States to invite to the panel");
	add(page, page->document->root, NODE_PLAIN,
		"Experts from States that have provided written responses:");
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
	const char *language = language_of(page, row), *paper = what(row);
	struct str text;

	str_init(&text);
	str_addf(&text, "%s: response of %s", row->name,
		date_words(page, row->updated ? row->updated : row->received));
	if (*language)
		str_addf(&text, ", in %s", language);
	if (*paper)
		str_addf(&text, " (%s)", paper);
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
	static const char *const topics[][2] = {{"successes", "Successes"},
		{"challenges", "Challenges"}, {"needs", "Technical assistance needs"},
		{"lessons", "Lessons learned"}, {"practices", "Initiatives and good practices"}};
	const char **names = arena_alloc(&page->arena, (page->count + 1) * sizeof *names);
	struct str text;

	str_init(&text);
	for (size_t t = 0; t < sizeof topics / sizeof topics[0]; t++) {
		size_t count = 0;
		for (size_t i = 0; i < page->count; i++)
			if (covers(&page->rows[i], topics[t][0]))
				names[count++] = page->rows[i].name;
		if (count == 0)
			continue;
		str_reset(&text);
		str_addf(&text, "%s: ", topics[t][1]);
		names_join(names, count, &text);
		add(page, list, NODE_ENTRY, text.text);
	}
	str_clear(&text);
}

static void add_sources(struct page *page)
{
	struct node *list;

	if (page->count == 0)
		return;
	add_heading(page, "Sources of the background paper");
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
	add(page, page->document->root, NODE_TITLE, page->survey->title);
	add_facts(page);
	add_answers(page, true, "Responses received");
	add_answers(page, false, "Also received");
	add_contacts(page);
	add_silent(page);
	add_panel(page);
	add_sources(page);
}

void report_contributions(struct store *store, int64_t session, int64_t survey, bool contacts,
	struct document *document)
{
	struct page page = {.document = document, .store = store, .contacts = contacts};
	bool any = false;
	size_t count;

	arena_init(&page.arena);
	const struct survey_row *surveys = store_surveys(store, session, &page.arena, &count);
	for (size_t i = 0; i < count; i++) {
		if (survey && surveys[i].id != survey)
			continue;
		page.survey = &surveys[i];
		add_survey(&page, session);
		any = true;
	}
	if (!any)
		document_add(document, document->root, NODE_PLAIN,
			"There is no survey: survey add begins one.");
	document_number(document);
	arena_clear(&page.arena);
}
