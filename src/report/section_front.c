/* SPDX-License-Identifier: MIT */
/*
 * Title and chapter I. What the Conference asked for in a mandate is what the
 * annotations of the agenda recall of it. Where they do not, it cannot be known from number
 * and title: the chapter lists what is cited and says that the rest is to be written.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wctype.h>

#include "base/utf8.h"
#include "build.h"
#include "facts_names.h"
#include "formula.h"
#include "model/inline.h"
#include "recalls.h"
#include "words.h"

/* --- title --- */

/* Of a part behind the first (conventions 1.3). */
static void add_subtitle(struct report *report)
{
	struct str text;

	str_init(&text);
	formula_sentence(&text, report->facts.template, "HEAD-ADD", NULL);
	document_add(&report->document, report->document.root, NODE_SUBTITLE, text.text);
	str_clear(&text);
}

void build_session(struct report *report, struct str *out)
{
	const struct facts *facts = &report->facts;
	const char *session = NULL;
	uint32_t first;
	char bytes[4];

	for (size_t b = 0; b < facts->body_count && b < 64 && !session; b++)
		if (facts->hosts >> b & 1)
			session = store_wording(report->store, report->session, facts->bodies[b].id,
				0, "session", &report->arena);
	if (!session || !*session) {
		str_add(out, template_text(facts->template, "session"));
		return;
	}
	size_t size = utf8_decode(session, strlen(session), &first);
	str_addn(out, bytes, utf8_encode((uint32_t)towlower((wint_t)first), bytes));
	str_add(out, session + size);
}

/* A draft says that it is one. */
static const char *title_key(const struct report *report)
{
	const char *heading = report->line->heading;
	bool final = build_final(report) != NULL;

	if (final && strcmp(heading, "TITLE") == 0)
		return "TITLE/final";
	if (!final && strcmp(heading, "TITLE/session") == 0)
		return "TITLE/session-draft";
	return heading;
}

bool section_title(struct report *report)
{
	const struct facts *facts = &report->facts;
	struct str bodies, of, dates, session, title;

	str_init(&session);
	build_session(report, &session);
	str_init(&bodies);
	str_init(&of);
	str_init(&dates);
	str_init(&title);
	facts_names(facts, facts->hosts, &bodies);
	facts_names_of(facts, facts->hosts, &of);
	words_from_to(facts->template, facts->session.from, facts->session.to, &dates);
	formula_words(&title, facts->template, title_key(report),
		FIELDS({"bodies", bodies.text}, {"bodies|", facts_form(facts, facts->hosts)},
			{"of_bodies", of.text}, {"session", session.text},
			{"place", facts->session.place}, {"dates", dates.text}));
	document_add(&report->document, report->document.root, NODE_TITLE, title.text);
	if (report->issued)
		add_subtitle(report);
	str_clear(&bodies);
	str_clear(&of);
	str_clear(&dates);
	str_clear(&title);
	str_clear(&session);
	return true;
}

/* --- mandates --- */

struct mandate {
	const struct report_mandate *row; /* of its first item */
	const char **items;               /* the printed numbers of all its items */
	size_t item_count;
};

/* Decision 2/6 before resolution 5/1: by the session that took it, then its number. */
static int by_number(const void *a, const void *b)
{
	const struct report_mandate *first = ((const struct mandate *)a)->row;
	const struct report_mandate *second = ((const struct mandate *)b)->row;
	const char *x = first->number, *y = second->number;

	for (; *x && *y; x++, y++) {
		char *after_x, *after_y;
		long number_x = strtol(x, &after_x, 10), number_y = strtol(y, &after_y, 10);
		if (after_x != x && after_y != y && number_x != number_y)
			return number_x < number_y ? -1 : 1;
		if (after_x != x && after_y != y) {
			x = after_x;
			y = after_y;
		}
		if (*x != *y || !*x)
			break;
	}
	if (*x != *y)
		return (unsigned char)*x < (unsigned char)*y ? -1 : 1;
	return strcmp(first->kind, second->kind);
}

static bool is_same(const struct report_mandate *a, const struct report_mandate *b)
{
	return strcmp(a->number, b->number) == 0 && strcasecmp(a->kind, b->kind) == 0;
}

static struct mandate *find_mandate(
	struct mandate *mandates, size_t count, const struct report_mandate *row)
{
	for (size_t i = 0; i < count; i++)
		if (is_same(mandates[i].row, row))
			return &mandates[i];
	return NULL;
}

static void begin_mandate(
	struct report *report, struct mandate *mandate, const struct report_mandate *row)
{
	const struct facts *facts = &report->facts;
	size_t citing = 0;

	for (size_t m = 0; m < facts->mandate_count; m++)
		citing += is_same(&facts->mandates[m], row);
	mandate->row = row;
	mandate->items = arena_alloc(&report->arena, citing * sizeof(*mandate->items));
}

/* Each mandate once that none of the sentences tells of, with the items that cite it in the
 * order of the agenda. */
static struct mandate *collect_mandates(struct report *report, const char *told, size_t *count)
{
	const struct facts *facts = &report->facts;
	struct mandate *mandates =
		arena_alloc(&report->arena, facts->mandate_count * sizeof(*mandates));

	*count = 0;
	for (size_t i = 0; i < facts->item_count; i++) {
		for (size_t m = 0; m < facts->mandate_count; m++) {
			const struct report_mandate *row = &facts->mandates[m];
			if (row->item != facts->items[i].id ||
				recalls_tell(facts->template, row, told))
				continue;
			struct mandate *mandate = find_mandate(mandates, *count, row);
			if (!mandate) {
				mandate = &mandates[(*count)++];
				begin_mandate(report, mandate, row);
			}
			mandate->items[mandate->item_count++] =
				facts_reference(facts, facts->items[i].printed);
		}
	}
	if (*count)
		qsort(mandates, *count, sizeof(*mandates), by_number);
	return mandates;
}

static void mandate_text(
	const struct report *report, const struct mandate *mandate, struct str *out)
{
	struct str items, title;

	str_init(&items);
	str_init(&title);
	words_join(report->facts.template, mandate->items, mandate->item_count, &items);
	if (mandate->row->title)
		facts_inside_quotes(report->facts.template, mandate->row->title, &title);
	formula_plain(out, report->facts.template, "INTRO-1/entry",
		FIELDS({"kind", mandate->row->kind}, {"number", mandate->row->number},
			{"title", title.text}, {"items", items.text},
			{"items|", formula_form(mandate->item_count > 1, false)}));
	str_clear(&items);
	str_clear(&title);
}

static void add_entry(struct report *report, struct node *list, const struct mandate *mandate)
{
	struct str plain, text;

	str_init(&plain);
	str_init(&text);
	mandate_text(report, mandate, &plain);
	formula_text(&text, plain.text);
	document_add(&report->document, list, NODE_ENTRY, text.text);
	str_clear(&plain);
	str_clear(&text);
}

/* also: the agenda was quoted before. */
static void add_mandates(
	struct report *report, const struct mandate *mandates, size_t count, bool also)
{
	const char *status = report->facts.session.agenda_status;
	bool provisional = status && strcmp(status, "provisional") == 0;
	struct str bodies, of, one, text;

	str_init(&bodies);
	str_init(&of);
	str_init(&one);
	str_init(&text);
	facts_names(&report->facts, report->facts.hosts, &bodies);
	facts_names_of(&report->facts, report->facts.hosts, &of);
	if (count == 1)
		mandate_text(report, &mandates[0], &one);
	formula_sentence(&text, report->facts.template, count == 1 ? "INTRO-1/one" : "INTRO-1",
		FIELDS({"agenda", template_text(report->facts.template,
					  provisional ? "agenda.provisional" : "agenda")},
			{"bodies", bodies.text}, {"of_bodies", of.text}, {"mandate", one.text},
			{"also", also ? template_text(report->facts.template, "also") : NULL}));
	struct node *node = build_paragraph(
		report, (struct source){"INTRO-1", report->facts.hosts, NULL, NULL}, text.text);
	if (count > 1) {
		struct node *list =
			document_add(&report->document, report->document.root, NODE_LIST, NULL);
		for (size_t i = 0; i < count; i++)
			add_entry(report, list, &mandates[i]);
	}
	build_gap(report, node, "What the mandates ask for is to be written")->words = true;
	str_clear(&bodies);
	str_clear(&of);
	str_clear(&one);
	str_clear(&text);
}

/* The paragraphs of an annotation that recall mandates of its item. */
static void add_annotation(
	struct report *report, const struct item_row *item, const char *text, struct str *told)
{
	const struct facts *facts = &report->facts;
	struct str paragraph, found, sentences;
	char class[16];
	int made = 0;

	str_init(&paragraph);
	str_init(&found);
	str_init(&sentences);
	for (const char *end; *text; text = end + strspn(end, "\n")) {
		end = strstr(text, "\n\n");
		end = end ? end : text + strlen(text);
		str_reset(&paragraph);
		str_reset(&found);
		str_reset(&sentences);
		str_addn(&paragraph, text, (size_t)(end - text));
		for (char *feed; (feed = strchr(paragraph.text, '\n'));)
			*feed = ' ';
		if (!recalls_find(facts, item, paragraph.text, told, &found))
			continue;
		formula_text(&sentences, found.text);
		snprintf(class, sizeof class, "%d", ++made);
		build_paragraph(report,
			(struct source){"INTRO-1", facts_bodies_of(facts, item), item, class},
			sentences.text);
	}
	str_clear(&paragraph);
	str_clear(&found);
	str_clear(&sentences);
}

/* Annotations have the language of the session. */
static void add_recalls(struct report *report, struct str *told)
{
	const struct facts *facts = &report->facts;

	for (size_t i = 0; i < facts->item_count && !facts_is_foreign(facts); i++)
		if (facts->items[i].annotation)
			add_annotation(report, &facts->items[i], facts->items[i].annotation, told);
}

bool section_introduction(struct report *report)
{
	struct str told;
	size_t count;

	build_section_heading(report, NULL);
	str_init(&told);
	add_recalls(report, &told);
	struct mandate *mandates = collect_mandates(report, told.text, &count);
	if (count)
		add_mandates(report, mandates, count, told.length > 0);
	else if (!told.length)
		build_missing(report, (struct source){"INTRO-1", report->facts.hosts, NULL, NULL},
			"the items of the agenda file cite none", "The mandate is not known");
	str_clear(&told);
	return true;
}
