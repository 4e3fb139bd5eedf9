/* SPDX-License-Identifier: MIT */
/*
 * The agenda as a document: masthead, the items as a list, and their annotations in the
 * order of the list. It is made of the values of an agenda and of nothing else, so that
 * a session and a file give the same. Annotations have no paragraph numbers (conventions
 * 1.5); numbers of items are the agenda's own and are not computed. An item about which
 * nothing is said has no heading among the annotations.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "agenda_paper.h"
#include "cited.h"
#include "model/inline.h"
#include "model/language.h"
#include "formula.h"
#include "page.h"
#include "words.h"
#include "report/report.h"

enum { BODIES_MAX = 64, HEADING_ITEM = 2 };

/* --- nodes --- */

struct node *paper_add(
	struct paper *paper, struct node *parent, enum node_kind kind, const char *plain)
{
	struct str text;

	str_init(&text);
	inline_escape(plain ? plain : "", &text);
	struct node *node = document_add(paper->document, parent, kind, text.text);
	str_clear(&text);
	return node;
}

struct node *paper_heading(struct paper *paper, int level, const char *label, const char *plain)
{
	struct node *node = paper_add(paper, paper->document->root, NODE_HEADING, plain);

	node->level = level < HEADING_LEVELS ? level : HEADING_LEVELS;
	node->name = arena_strdup(&paper->document->arena, label);
	return node;
}

/* --- whose agenda it is --- */

static bool is_of(const struct agenda_item *item, size_t body)
{
	for (size_t i = 0; i < item->joint_count; i++)
		if (item->joint[i].body == body)
			return true;
	return item->body == body;
}

/* A body that has an item of its own, or all items jointly; the others only join. */
static bool is_host(const struct agenda *agenda, size_t body)
{
	bool all = true;

	for (size_t i = 0; i < agenda->item_count; i++) {
		if (agenda->items[i].parent != AGENDA_NONE)
			continue;
		if (agenda->items[i].body == body)
			return true;
		all = all && is_of(&agenda->items[i], body);
	}
	return all;
}

static void find_hosts(struct paper *paper)
{
	size_t count = 0;

	for (size_t b = paper->agenda->body_count; b-- > 0;) {
		if (b >= BODIES_MAX || !is_host(paper->agenda, b))
			continue;
		paper->hosts |= (uint64_t)1 << b;
		paper->first = b;
		count++;
	}
	paper->several = count > 1;
}

const char *paper_number(const struct paper *paper, size_t item, size_t body)
{
	const struct agenda_item *it = &paper->agenda->items[item];

	for (size_t i = 0; i < it->joint_count; i++)
		if (it->joint[i].body == body)
			return it->joint[i].number ? it->joint[i].number : it->printed;
	return it->body == body || !paper->several ? it->printed : NULL;
}

/* --- masthead and title --- */

static void add_field(
	struct paper *paper, struct node *masthead, const char *name, const char *value)
{
	if (value && *value)
		paper_add(paper, masthead, NODE_FIELD, value)->name = name;
}

static void add_corner(struct paper *paper, struct node *masthead)
{
	const struct agenda *agenda = paper->agenda;
	struct str place;

	str_init(&place);
	if (agenda->place)
		str_add(&place, agenda->place);
	str_add(&place, place.length && agenda->from ? ", " : "");
	if (agenda->from)
		words_dates(paper->template, agenda->from, agenda->to, &place);
	for (size_t b = 0; b < agenda->body_count && b < BODIES_MAX; b++) {
		if (!(paper->hosts >> b & 1))
			continue;
		add_field(paper, masthead, "body", agenda->bodies[b].name);
		add_field(paper, masthead, "session", agenda->bodies[b].session);
		add_field(paper, masthead, "place", place.text);
	}
	str_clear(&place);
}

static void add_masthead(struct paper *paper)
{
	const struct agenda *agenda = paper->agenda;
	struct node *masthead =
		document_add(paper->document, paper->document->root, NODE_MASTHEAD, NULL);
	struct str date;

	str_init(&date);
	if (agenda->date)
		words_date(paper->template, agenda->date, &date);
	add_field(paper, masthead, "organ", agenda->organ);
	add_field(paper, masthead, "symbol", agenda->symbols);
	add_field(paper, masthead, "distribution", agenda->distribution);
	add_field(paper, masthead, "date", date.text);
	add_field(paper, masthead, language_is_only(agenda->language) ? "only" : "language",
		agenda->language);
	add_corner(paper, masthead);
	str_clear(&date);
}

const char *paper_word(const struct paper *paper, const char *key)
{
	return template_text(paper->template, key);
}

/* Is the word of that length one that falls away with the adoption? */
static bool is_passing(const struct paper *paper, const char *word, size_t length)
{
	const char *words = paper_word(paper, "paper.passing");

	while (*(words += strspn(words, " "))) {
		size_t size = strcspn(words, " ");
		if (size == length && strncasecmp(words, word, length) == 0)
			return true;
		words += size;
	}
	return false;
}

/* The words that were typed, without those that fall away. */
static void add_lasting(const struct paper *paper, const char *words, struct str *out)
{
	size_t start = out->length;

	while (*words) {
		size_t length = strcspn(words, " "), blanks = strspn(words + length, " ");
		if (!is_passing(paper, words, length))
			str_addf(out, "%s%.*s", out->length > start ? " " : "", (int)length, words);
		words += length + blanks;
	}
}

void paper_heading_words(
	const struct paper *paper, const char *typed, const char *usual, struct str *out)
{
	size_t start = out->length;
	char adopted[40];

	snprintf(adopted, sizeof adopted, "%s-adopted", usual);
	if (!typed)
		str_add(out, paper_word(paper, paper->adopted ? adopted : usual));
	else if (paper->adopted)
		add_lasting(paper, typed, out);
	else
		str_add(out, typed);
	formula_capital(out, start);
}

/* --- what is said about the items --- */

static bool has_documents(const struct agenda *agenda, const struct agenda_item *item)
{
	for (size_t i = 0; i < item->document_count; i++)
		if (!agenda->documents[item->documents[i]].withdrawn)
			return true;
	return false;
}

static bool says(const struct agenda *agenda, const struct agenda_item *item)
{
	return item->heading || (item->annotation && *item->annotation) ||
	       has_documents(agenda, item);
}

/* The item itself, or one below it: they stand behind it. */
static bool is_annotated(const struct agenda *agenda, size_t item)
{
	if (says(agenda, &agenda->items[item]))
		return true;
	for (size_t i = item + 1; i < agenda->item_count; i++)
		if (agenda->items[i].parent == item && is_annotated(agenda, i))
			return true;
	return false;
}

static bool has_annotations(const struct agenda *agenda)
{
	for (size_t i = 0; i < agenda->item_count; i++)
		if (says(agenda, &agenda->items[i]))
			return true;
	return false;
}

static void add_title(struct paper *paper)
{
	const struct agenda *agenda = paper->agenda;
	const char *usual = has_annotations(agenda) ? "paper.annotated" : "paper.agenda";
	struct str title;

	str_init(&title);
	paper_heading_words(paper, agenda->heading, usual, &title);
	paper_add(paper, paper->document->root, NODE_TITLE, title.text);
	str_clear(&title);
}

/* --- the list --- */

/* The items of a body below `parent` in `node`, as a list of its own. */
static void add_items(struct paper *paper, struct node *node, size_t body, size_t parent)
{
	const struct agenda *agenda = paper->agenda;
	struct node *list = NULL;

	for (size_t i = 0; i < agenda->item_count; i++) {
		const struct agenda_item *item = &agenda->items[i];
		const char *number = paper_number(paper, i, body);
		if (item->parent != parent || !number)
			continue;
		const char *label = parent == AGENDA_NONE ? number : item->number;
		if (!list) {
			list = document_add(paper->document, node, NODE_LIST, NULL);
			list->style = strchr(label, ')') ? LIST_LETTERED : LIST_NUMBERED;
		}
		struct node *entry = paper_add(paper, list, NODE_ENTRY, item->title);
		entry->name = arena_strdup(&paper->document->arena, label);
		add_items(paper, entry, body, i);
	}
}

static void add_lists(struct paper *paper)
{
	for (size_t b = 0; b < paper->agenda->body_count && b < BODIES_MAX; b++) {
		if (!(paper->hosts >> b & 1))
			continue;
		if (paper->several)
			paper_heading(paper, HEADING_ITEM, "", paper->agenda->bodies[b].name);
		add_items(paper, paper->document->root, b, AGENDA_NONE);
	}
}

/* --- the annotations --- */

/* "(agenda item 3, Committee on Lakes; agenda item 2, Committee on Wells)" */
static void add_bodies(const struct paper *paper, size_t item, struct str *out)
{
	const struct template *template = paper->template;
	const char *parts[BODIES_MAX];
	struct arena *arena = &paper->document->arena;
	struct str text;
	size_t count = 0;

	str_init(&text);
	for (size_t b = 0; b < paper->agenda->body_count && b < BODIES_MAX; b++) {
		const char *number = paper_number(paper, item, b);
		if (!(paper->hosts >> b & 1) || !number)
			continue;
		str_reset(&text);
		formula_plain(&text, template, "BRACKET/part",
			FIELDS({"list", number}, {"list|", formula_form(false, false)},
				{"body", paper->agenda->bodies[b].name}));
		parts[count++] = arena_strdup(arena, text.text);
	}
	str_reset(&text);
	words_join_by(template, "BRACKET/between", "BRACKET/between", parts, count, &text);
	if (count) {
		str_addc(out, ' ');
		formula_plain(out, template, "BRACKET", FIELDS({"parts", text.text}));
	}
	str_clear(&text);
}

static int level_of(const struct agenda *agenda, const struct agenda_item *item)
{
	int level = HEADING_ITEM;

	for (size_t p = item->parent; p != AGENDA_NONE; p = agenda->items[p].parent)
		level++;
	return level;
}

static void add_item_heading(struct paper *paper, size_t i)
{
	const struct agenda_item *item = &paper->agenda->items[i];
	struct str text;

	str_init(&text);
	str_add(&text, item->heading ? item->heading : item->title);
	if (paper->several && item->parent == AGENDA_NONE)
		add_bodies(paper, i, &text);
	paper_heading(paper, level_of(paper->agenda, item), item->number, text.text);
	str_clear(&text);
}

/* Does a line end as a paragraph can? */
static bool ends_sentence(const char *text, size_t length)
{
	static const char *const ends[] = {".", ":", ";", "?", "!", ")", "”", "…"};

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		size_t size = strlen(ends[i]);
		if (length >= size && memcmp(text + length - size, ends[i], size) == 0)
			return true;
	}
	return false;
}

/* An empty line ends a paragraph. A text without one has a paragraph on each line (what
 * YAML makes of folded ones), but for lines that were only wrapped. */
static void add_paragraphs(struct paper *paper, const char *text)
{
	bool spaced = text && strstr(text, "\n\n");
	struct str paragraph;

	str_init(&paragraph);
	for (; text && *text; text += *text == '\n') {
		size_t length = strcspn(text, "\n");
		if (length)
			str_addf(&paragraph, "%s%.*s", paragraph.length ? " " : "", (int)length,
				text);
		bool ends = !length || !text[length] || text[length + 1] == '\0' ||
			    (spaced ? text[length + 1] == '\n' : ends_sentence(text, length));
		text += length;
		if (ends && paragraph.length) {
			paper_add(paper, paper->document->root, NODE_PLAIN, paragraph.text);
			str_reset(&paragraph);
		}
	}
	str_clear(&paragraph);
}

static void add_documentation(struct paper *paper, const struct agenda_item *item)
{
	const struct agenda *agenda = paper->agenda;
	struct str line;

	if (!has_documents(agenda, item))
		return;
	paper_heading(
		paper, level_of(agenda, item) + 1, "", paper_word(paper, "paper.documentation"));
	str_init(&line);
	for (size_t i = 0; i < item->document_count; i++) {
		const struct agenda_document *document = &agenda->documents[item->documents[i]];
		if (document->withdrawn)
			continue;
		str_reset(&line);
		cited_document(paper->template, false, document->kind, document->title,
			document->symbols, &line);
		paper_add(paper, paper->document->root, NODE_PLAIN, line.text);
	}
	str_clear(&line);
}

static void add_annotations(struct paper *paper)
{
	const struct agenda *agenda = paper->agenda;

	if (!has_annotations(agenda))
		return;
	paper_heading(paper, 1, "", paper_word(paper, "paper.annotations"));
	for (size_t i = 0; i < agenda->item_count; i++) {
		if (!is_annotated(agenda, i))
			continue;
		add_item_heading(paper, i);
		add_paragraphs(paper, agenda->items[i].annotation);
		add_documentation(paper, &agenda->items[i]);
	}
}

void report_agenda(const struct agenda *agenda, const struct template *template, bool adopted,
	struct document *document)
{
	struct agenda named = paper_agenda(agenda, template, &document->arena);
	struct paper paper = {.agenda = &named,
		.template = template,
		.document = document,
		.adopted = adopted || (agenda->status && strcmp(agenda->status, "adopted") == 0)};

	document->class = has_annotations(agenda) ? DOCUMENT_ANNOTATED_AGENDA : DOCUMENT_AGENDA;
	document->date = arena_strdup(&document->arena, agenda->date);
	page_begin(template, document);
	find_hosts(&paper);
	add_masthead(&paper);
	add_title(&paper);
	add_lists(&paper);
	add_annotations(&paper);
	paper_annex(&paper);
	document_number(document);
}
