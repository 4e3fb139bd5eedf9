/* SPDX-License-Identifier: MIT */
/*
 * The texts of the recommendations on paper, in each of the forms in which a room asks
 * for them: as proposed, with changes marked, as they would read, clean, final, and as
 * they were on the screen. Changes are runs of the inline form, so that each writer shows
 * them as it can; with numbers of lines a text is broken into lines here, since nobody
 * else knows how long a line is.
 */
#include <string.h>

#include "base/wrap.h"
#include "facts.h"
#include "facts_names.h"
#include "formula.h"
#include "model/alternative.h"
#include "model/inline.h"
#include "model/marking.h"
#include "model/recommendation_parts.h"
#include "page.h"
#include "report/report.h"
#include "store/negotiation.h"
#include "store/non_paper.h"
#include "report/typography.h"

enum { LINE_COLUMNS = 66 };

struct paper {
	struct document *document;
	const struct template *template;
	struct facts facts;
	struct store *store;
	int64_t session;
	struct texts_wanted wanted;
	struct arena arena;
	struct node *list; /* of the set, or the table of lines; NULL: none yet */
	bool numbered;     /* the set has figures, not letters */
	int line;
	const struct negotiation *negotiation; /* whose names stand in the marks, or NULL */
};

static const char *word(const struct paper *paper, const char *key)
{
	return template_text(paper->template, key);
}

static struct node *add_plain(
	struct paper *paper, struct node *parent, enum node_kind kind, const char *plain)
{
	struct str text;

	str_init(&text);
	inline_escape(plain, &text);
	struct node *node = document_add(paper->document, parent, kind, text.text);
	str_clear(&text);
	return node;
}

/* --- one text --- */

/* Final signs come of the list, so that they are no changes. */
static const char *bare(struct paper *paper, const char *text)
{
	struct str out;

	str_init(&out);
	recommendation_entry(text, &out);
	const char *kept = arena_strdup(&paper->arena, out.text);
	str_clear(&out);
	return kept;
}

/* Nor are the numbers of its sub-levels, however they were typed. */
static const char *plain(struct paper *paper, const char *text)
{
	return recommendation_plain(&paper->arena, bare(paper, text));
}

/* Bytes of the names that words begin with, "Benin, Canada" of "Benin, Canada: on"; 0: none. */
static size_t names_at(const struct paper *paper, const char *words)
{
	size_t at = 0;

	while (paper->negotiation) {
		const struct negotiation *n = paper->negotiation;
		size_t longest = 0;
		for (size_t i = 0; i < n->count; i++) {
			const char *name = n->compared[i].name ? n->compared[i].name : "";
			size_t length = strlen(name);
			if (length > longest && strncmp(words + at, name, length) == 0)
				longest = length;
		}
		at += longest;
		if (longest && strncmp(words + at, ": ", 2) == 0)
			return at;
		if (!longest || strncmp(words + at, ", ", 2) != 0)
			break;
		at += 2;
	}
	return 0;
}

/* A change with whose it is: "{by Benin}{new words}". */
static void add_mark(const struct paper *paper, const char *words, bool is_new, struct str *out)
{
	size_t names = names_at(paper, words);

	if (names) {
		struct str by;
		str_init(&by);
		str_addn(&by, words, names);
		str_add(out, "{by ");
		inline_escape(by.text, out);
		str_addc(out, '}');
		str_clear(&by);
		words += names + 2;
	}
	str_add(out, is_new ? "{new " : "{gone ");
	inline_escape(words, out);
	str_addc(out, '}');
}

/* A text with marks in inline form. */
static void add_marked(const struct paper *paper, const char *text, struct str *out)
{
	const char *mark;
	size_t length;
	bool is_new;

	while ((mark = marking_next(text, &length, &is_new))) {
		struct str words;
		str_init(&words);
		str_addn(&words, mark + 2, length);
		str_addn(out, text, (size_t)(mark - text));
		add_mark(paper, words.text, is_new, out);
		str_clear(&words);
		text = mark + length + 4;
	}
	str_add(out, text);
}

/* The lines of a text that is marked, the first in the entry, the others below it. */
static void add_marked_lines(struct paper *paper, struct node *entry, const char *text)
{
	struct node *list = NULL;
	struct str line;

	str_init(&line);
	for (const char *rest = strchr(text, '\n'); rest && rest[1];
		rest = strchr(rest + 1, '\n')) {
		struct str one;
		str_init(&one);
		str_addn(&one, rest + 1, strcspn(rest + 1, "\n"));
		if (!list)
			list = document_add(paper->document, entry, NODE_LIST, NULL);
		list->style = LIST_PLAIN;
		str_reset(&line);
		add_marked(paper, one.text, &line);
		document_add(paper->document, list, NODE_ENTRY, line.text);
		str_clear(&one);
	}
	str_clear(&line);
}

/* "*Requests* the Secretariat" in a lettered list, as the report has it. */
static void add_entry_text(const struct paper *paper, const char *text, bool verb, struct str *out)
{
	struct str typed;

	str_init(&typed);
	typography(text, &typed);
	size_t length = verb && !paper->numbered ? recommendation_verb(typed.text) : 0;
	if (length)
		str_addf(out, "*%.*s*", (int)length, typed.text);
	str_add(out, typed.text + length);
	str_clear(&typed);
}

/* "a)" where letters are printed so. */
static const char *own_label(const struct paper *paper, const char *label)
{
	return arena_strdup(&paper->document->arena, facts_reference(&paper->facts, label));
}

/* Lists in lists: the newest entry of each level, and the list that is in it. */
struct nest {
	struct node *above[3], *lists[3];
};

/* An entry of that level, behind one of the level before. */
static struct node *add_nested(
	struct paper *paper, struct nest *nest, int level, int before, const char *text)
{
	if (level > before)
		nest->lists[level] =
			document_add(paper->document, nest->above[level - 1], NODE_LIST, NULL);
	nest->above[level] = document_add(paper->document, nest->lists[level], NODE_ENTRY, text);
	return nest->above[level];
}

/* The parts below the first. */
static void add_parts(struct paper *paper, struct node *entry,
	const struct recommendation_part *parts, size_t count)
{
	struct nest nest = {.above = {entry}};
	struct str text;

	str_init(&text);
	for (size_t i = 1; i < count; i++) {
		str_reset(&text);
		add_entry_text(paper, parts[i].text, false, &text);
		add_nested(paper, &nest, parts[i].level, parts[i - 1].level, text.text);
	}
	str_clear(&text);
}

static void add_clean(struct paper *paper, const char *label, const char *text)
{
	size_t count;
	const struct recommendation_part *parts = recommendation_parts(&paper->arena, text, &count);
	struct str words;

	str_init(&words);
	add_entry_text(paper, parts[0].text, true, &words);
	struct node *entry = document_add(paper->document, paper->list, NODE_ENTRY, words.text);
	entry->name = label ? own_label(paper, label) : NULL;
	add_parts(paper, entry, parts, count);
	str_clear(&words);
}

/* The parts below the first; what is not of the text has no number. */
static void add_marking_parts(
	struct paper *paper, struct node *entry, const struct marking_part *parts, size_t count)
{
	struct nest nest = {.above = {entry}};
	struct str text;

	str_init(&text);
	for (size_t i = 1; i < count; i++) {
		str_reset(&text);
		add_marked(paper, parts[i].text, &text);
		struct node *node =
			add_nested(paper, &nest, parts[i].level, parts[i - 1].level, text.text);
		node->name = arena_strndup(
			&paper->document->arena, parts[i].label, strcspn(parts[i].label, "."));
	}
	str_clear(&text);
}

static enum marking_side side_of(const struct paper *paper)
{
	return paper->wanted.view == TEXTS_MARKED ? MARKING_NEW : MARKING_GONE;
}

static void add_with_marks(struct paper *paper, const char *label, const char *text)
{
	size_t count;
	const struct marking_part *parts =
		marking_parts(&paper->arena, text, side_of(paper), paper->numbered, &count);
	struct str first, words;

	str_init(&first);
	str_init(&words);
	str_addn(&first, parts[0].text, strcspn(parts[0].text, "\n"));
	add_marked(paper, first.text, &words);
	struct node *entry = document_add(paper->document, paper->list, NODE_ENTRY, words.text);
	entry->name = own_label(paper, label);
	if (count > 1)
		add_marking_parts(paper, entry, parts, count);
	else
		add_marked_lines(paper, entry, text);
	str_clear(&words);
	str_clear(&first);
}

/* --- lines --- */

static void add_line(struct paper *paper, const char *text, size_t length)
{
	struct node *row = document_add(paper->document, paper->list, NODE_ROW, NULL);
	struct str line;

	str_init(&line);
	str_addf(&line, "%d", ++paper->line);
	document_add(paper->document, row, NODE_CELL, line.text);
	str_reset(&line);
	str_addn(&line, text, length);
	add_plain(paper, row, NODE_CELL, line.text);
	str_clear(&line);
}

static void add_wrapped(struct paper *paper, const char *text)
{
	size_t length = strlen(text), next;

	for (size_t at = 0; at < length; at += next) {
		size_t line = wrap_line(text + at, length - at, LINE_COLUMNS, &next);
		add_line(paper, text + at, line);
	}
}

/* Each sub-level begins a line, with its number. */
static void add_lines(struct paper *paper, const char *label, const char *text)
{
	size_t count;
	const struct marking_part *parts =
		marking_parts(&paper->arena, text, side_of(paper), paper->numbered, &count);

	for (size_t i = 0; i < count; i++) {
		const char *own = facts_reference(&paper->facts, i ? parts[i].label : label);
		bool colon = i + 1 < count && parts[i + 1].level > parts[i].level;
		add_wrapped(paper, arena_printf(&paper->arena, "%s%s%s%s", own, *own ? " " : "",
					   parts[i].text, colon ? ":" : ""));
	}
}

/* --- a set --- */

static void begin_lines(struct paper *paper)
{
	paper->list = document_add(paper->document, paper->document->root, NODE_TABLE, NULL);
	struct node *head = document_add(paper->document, paper->list, NODE_ROW, NULL);
	document_add(paper->document, head, NODE_CELL, word(paper, "texts.line"));
	document_add(paper->document, head, NODE_CELL, word(paper, "texts.text"));
}

static void begin_list(struct paper *paper)
{
	if (paper->wanted.lines) {
		begin_lines(paper);
		return;
	}
	paper->list = document_add(paper->document, paper->document->root, NODE_LIST, NULL);
	paper->list->style = paper->numbered ? LIST_NUMBERED : LIST_LETTERED;
}

static void add_text(struct paper *paper, const char *label, const char *text, bool marked)
{
	if (!paper->list)
		begin_list(paper);
	if (marked)
		text = bare(paper, text);
	if (paper->wanted.lines)
		add_lines(paper, label, text);
	else if (marked)
		add_with_marks(paper, label, text);
	else
		add_clean(paper, paper->wanted.view == TEXTS_FINAL ? NULL : label, text);
}

static const char *shown_text(struct paper *paper, struct negotiation *n)
{
	struct str out;

	str_init(&out);
	switch (paper->wanted.view) {
	case TEXTS_PROPOSED:
		str_add(&out, store_negotiation_proposed(paper->store, n, &paper->arena));
		break;
	case TEXTS_MARKED:
		marking_add(
			plain(paper, store_negotiation_proposed(paper->store, n, &paper->arena)),
			plain(paper, n->text.text), &out);
		break;
	case TEXTS_AMENDED:
		store_negotiation_amended(n, &out);
		break;
	case TEXTS_PROJECTED:
		store_negotiation_projected(n, &out);
		break;
	default:
		str_add(&out, n->text.text);
	}
	const char *kept = arena_strdup(&paper->arena, out.text);
	str_clear(&out);
	return kept;
}

/* New paragraphs that are proposed stand behind theirs, under their own number. */
static void add_paragraphs(struct paper *paper, const struct negotiation *n)
{
	for (size_t i = 0; i < n->count; i++) {
		const struct amendment_row *row = &n->amendments[i];
		if (row->kind != AMENDMENT_PARAGRAPH || row->state != AMENDMENT_PROPOSED)
			continue;
		add_text(paper, arena_printf(&paper->arena, "(a%d)", row->number),
			store_negotiation_paragraph(n, i, &paper->arena), true);
	}
}

static bool is_wanted(const struct paper *paper, const struct recommendation_row *row)
{
	if (paper->wanted.recommendation)
		return row->id == paper->wanted.recommendation;
	return paper->wanted.view == TEXTS_FINAL ? row->state == RECOMMENDATION_ADOPTED
						 : row->letter > 0;
}

/* Behind a text that is not printed any more, as it was withdrawn. */
static bool has_paragraphs(const struct paper *paper, const struct recommendation_row *row)
{
	return paper->wanted.view == TEXTS_PROJECTED && !paper->wanted.recommendation &&
	       !recommendation_open(row->state) &&
	       store_amendments_open(paper->store, paper->session, row->id) > 0;
}

static void add_recommendation(struct paper *paper, const struct recommendation_row *row)
{
	bool marked = paper->wanted.view == TEXTS_MARKED || paper->wanted.view == TEXTS_PROJECTED;
	struct negotiation n;
	struct str label;

	if (!store_negotiation(paper->store, paper->session, row->id, &paper->arena, &n))
		return;
	str_init(&label);
	alternative_label(row->letter, row->alternative, paper->numbered, &label);
	if (!label.length)
		str_addf(&label, "(r%d)", row->number);
	paper->negotiation = paper->wanted.view == TEXTS_PROJECTED ? &n : NULL;
	if (is_wanted(paper, row))
		add_text(paper, label.text, shown_text(paper, &n), marked);
	if (paper->wanted.view == TEXTS_PROJECTED)
		add_paragraphs(paper, &n);
	paper->negotiation = NULL;
	str_clear(&label);
}

/* What the body is called in the language of the paper. */
static const char *body_name(const struct paper *paper, const struct set_row *set)
{
	return facts_listed(&paper->facts, set->body_name);
}

/* The sentence that the report has where none was typed. */
static void add_usual_chapeau(struct paper *paper, const struct set_row *set)
{
	struct str names, text;

	str_init(&names);
	str_init(&text);
	for (size_t b = 0; b < paper->facts.body_count && b < 64; b++)
		if (paper->facts.bodies[b].id == set->body)
			facts_names(&paper->facts, (uint64_t)1 << b, &names);
	formula_sentence(&text, paper->template, "REC-A", FIELDS({"bodies", names.text}));
	document_add(paper->document, paper->document->root, NODE_PLAIN, text.text);
	str_clear(&names);
	str_clear(&text);
}

static void add_chapeau(struct paper *paper, const struct set_row *set)
{
	if (set->chapeau)
		add_plain(paper, paper->document->root, NODE_PLAIN, set->chapeau);
	else if (!paper->numbered && set->body_name)
		add_usual_chapeau(paper, set);
}

static void add_set(struct paper *paper, const struct set_row *set, bool headed,
	const struct recommendation_row *rows, size_t count)
{
	bool begun = false;

	paper->numbered = strcmp(set->style, "numbered") == 0;
	paper->list = NULL;
	for (size_t i = 0; i < count; i++) {
		if (rows[i].in_set != set->id ||
			(!is_wanted(paper, &rows[i]) && !has_paragraphs(paper, &rows[i])))
			continue;
		if (!begun && headed && set->body_name)
			add_plain(
				paper, paper->document->root, NODE_HEADING, body_name(paper, set));
		if (!begun && !paper->wanted.recommendation)
			add_chapeau(paper, set);
		begun = true;
		add_recommendation(paper, &rows[i]);
	}
}

static void add_sets(struct paper *paper)
{
	size_t set_count, count;
	const struct set_row *sets =
		store_sets(paper->store, paper->session, &paper->arena, &set_count);
	const struct recommendation_row *rows =
		store_recommendations(paper->store, paper->session, &paper->arena, &count);

	for (size_t i = 0; i < set_count; i++)
		add_set(paper, &sets[i], set_count > 1, rows, count);
}

/* --- a non-paper --- */

/* The set of a text; NULL of one that is gone since. */
static const struct set_row *set_of(struct paper *paper, const struct set_row *sets, size_t count,
	const struct non_paper_text *text)
{
	struct recommendation_row row;

	if (!store_recommendation(paper->store, text->recommendation, &paper->arena, &row))
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (sets[i].id == row.in_set)
			return &sets[i];
	return NULL;
}

/* Of another body than the one before: its letters begin anew. */
static void begin_body(
	struct paper *paper, const struct set_row *set, const struct set_row **before, bool several)
{
	if (!set || set == *before)
		return;
	*before = set;
	paper->list = NULL;
	paper->numbered = strcmp(set->style, "numbered") == 0;
	if (several && set->body_name)
		add_plain(paper, paper->document->root, NODE_HEADING, body_name(paper, set));
}

static void add_non_paper(struct paper *paper)
{
	bool projected = paper->wanted.view == TEXTS_PROJECTED, several = false;
	const struct set_row *before = NULL, *first = NULL;
	size_t count, set_count;
	const struct non_paper_text *texts =
		store_non_paper_texts(paper->store, paper->wanted.non_paper, &paper->arena, &count);
	const struct set_row *sets =
		store_sets(paper->store, paper->session, &paper->arena, &set_count);

	for (size_t i = 0; i < count; i++) {
		const struct set_row *set = set_of(paper, sets, set_count, &texts[i]);
		several |= first && set && set != first;
		first = first ? first : set;
	}
	for (size_t i = 0; i < count; i++) {
		if (paper->wanted.recommendation &&
			texts[i].recommendation != paper->wanted.recommendation)
			continue;
		begin_body(paper, set_of(paper, sets, set_count, &texts[i]), &before, several);
		/* A new paragraph that was only proposed is on the screen alone. */
		if (projected || *texts[i].text)
			add_text(paper, texts[i].label,
				projected ? texts[i].projected : texts[i].text, projected);
	}
}

static const char *non_paper_title(struct paper *paper)
{
	size_t count;
	const struct non_paper_row *rows =
		store_non_papers(paper->store, paper->session, &paper->arena, &count);
	const char *number = "", *title = NULL;
	struct str text;

	for (size_t i = 0; i < count; i++)
		if (rows[i].id == paper->wanted.non_paper) {
			number = arena_printf(&paper->arena, "%d", rows[i].number);
			title = rows[i].title;
		}
	str_init(&text);
	formula_plain(&text, paper->template, "TEXTS/non-paper",
		FIELDS({"number", number}, {"title", title}));
	const char *kept = arena_strdup(&paper->arena, text.text);
	str_clear(&text);
	return kept;
}

static void add_title(struct paper *paper)
{
	static const char *const subtitles[TEXTS_VIEWS] = {
		[TEXTS_PROPOSED] = "texts.proposed",
		[TEXTS_MARKED] = "texts.marked",
		[TEXTS_AMENDED] = "texts.amended",
		[TEXTS_CLEAN] = "texts.clean",
		[TEXTS_PROJECTED] = "texts.projected",
	};
	const char *subtitle = subtitles[paper->wanted.view];
	bool final = paper->wanted.view == TEXTS_FINAL;

	add_plain(paper, paper->document->root, NODE_TITLE,
		paper->wanted.non_paper ? non_paper_title(paper)
					: word(paper, final ? "texts.title" : "texts.draft"));
	if (subtitle)
		add_plain(paper, paper->document->root, NODE_SUBTITLE, word(paper, subtitle));
}

void report_texts(struct store *store, int64_t session, const struct template *template,
	const struct texts_wanted *wanted, struct document *document)
{
	struct paper paper = {.document = document,
		.template = template,
		.store = store,
		.session = session,
		.wanted = *wanted};

	document->class = DOCUMENT_TEXTS;
	arena_init(&paper.arena);
	page_begin(template, document);
	if (facts_load(&paper.facts, store, session, template, &paper.arena)) {
		add_title(&paper);
		if (wanted->non_paper)
			add_non_paper(&paper);
		else
			add_sets(&paper);
		document_number(document);
	}
	arena_clear(&paper.arena);
}
