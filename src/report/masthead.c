/* SPDX-License-Identifier: MIT */
/*
 * The masthead and the corner below it (conventions 1.1). A draft has limited distribution
 * and the day of the last meeting, a part of it that on which it is issued (the addendum of
 * 2018), the final report general distribution and the day of its submission (2010).
 *
 * The corner of a report says no item, as those of 2010 and 2018 do not, unless its style
 * wants it: the draft is then a paper under the item on its adoption, and as long as the
 * agenda is provisional a note says which that is. Lists are papers of their own and have
 * no symbol of the report.
 */
#include <string.h>

#include "adoption.h"
#include "build.h"
#include "facts_names.h"
#include "formula.h"
#include "model/inline.h"
#include "model/language.h"
#include "model/symbol.h"
#include "report/typography.h"
#include "store/part.h"
#include "words.h"

static void put_field(
	struct report *report, struct node *masthead, const char *name, const char *text)
{
	document_add(&report->document, masthead, NODE_FIELD, text)->name = name;
}

static void add_field(
	struct report *report, struct node *masthead, const char *name, const char *value)
{
	struct str plain, text;

	if (!value || !*value)
		return;
	str_init(&plain);
	str_init(&text);
	typography(value, &plain);
	inline_escape(plain.text, &text);
	put_field(report, masthead, name, text.text);
	str_clear(&plain);
	str_clear(&text);
}

bool build_is_list(const struct report *report)
{
	for (size_t i = 0; i < report->line_count; i++)
		if (report->lines[i].options & STYLE_LIST)
			return true;
	return false;
}

static bool has_section(const struct report *report, enum style_kind kind)
{
	for (size_t i = 0; i < report->line_count; i++)
		if (report->lines[i].kind == kind)
			return true;
	return false;
}

/* The report as it is published when it has been adopted, once it is in the register; no
 * part of the draft is that, and no list. */
const struct document_row *build_final(const struct report *report)
{
	const struct facts *facts = &report->facts;

	if (report->next_part || build_is_list(report))
		return NULL;
	for (size_t i = 0; i < facts->document_count; i++)
		if (facts_is_final_report(&facts->documents[i]))
			return &facts->documents[i];
	return NULL;
}

/* That of the part that is made; else the draft report of the register. */
static const struct document_row *draft_report(const struct report *report)
{
	const struct facts *facts = &report->facts;
	const char *symbol = report->symbol;

	for (size_t i = 0; i < facts->document_count; i++)
		if (symbol ? strcmp(facts->documents[i].symbols, symbol) == 0
			   : facts_is_draft_report(&facts->documents[i]))
			return &facts->documents[i];
	return NULL;
}

const struct document_row *build_participants_list(const struct report *report)
{
	const struct facts *facts = &report->facts;

	for (size_t i = 0; i < facts->document_count; i++)
		if (strstr(facts->documents[i].symbols, "/INF/"))
			return &facts->documents[i];
	return NULL;
}

bool report_is_final(const struct document_row *document)
{
	return facts_is_final_report(document);
}

/* --- symbol and date --- */

/* What it would look like, in the form of the bodies that meet (conventions 1.2). */
static void guess_symbol(struct report *report, struct str *symbol)
{
	struct str likely;

	str_init(&likely);
	build_symbol(report, "L.[…]", symbol);
	build_symbol(report, "L.1", &likely);
	build_gap(report, NULL,
		"The symbol of the report is not known: document add SYMBOL 'Draft report'")
		->command =
		arena_printf(&report->arena, "document add '%s' 'Draft report'", likely.text);
	str_clear(&likely);
}

/* The draft as a whole has the symbol of its first part. */
static void add_first_part(struct report *report, struct str *symbol)
{
	size_t count;
	const struct part_row *parts =
		store_parts(report->store, report->session, &report->arena, &count);

	if (count > 0)
		str_add(symbol, parts[0].symbol);
}

static void add_symbol(struct report *report, struct node *masthead, const struct document_row *row)
{
	const char *known = report->symbol ? report->symbol : row ? row->symbols : NULL;
	struct str symbol;

	str_init(&symbol);
	if (known)
		str_add(&symbol, known);
	else
		add_first_part(report, &symbol);
	if (!symbol.length)
		guess_symbol(report, &symbol);
	add_field(report, masthead, "symbol", symbol.length ? symbol.text : "[…]");
	str_clear(&symbol);
}

static const char *day_of(const struct report *report, const struct document_row *row)
{
	if (report->date)
		return report->date;
	return row && row->date && *row->date ? row->date : report->facts.session.to;
}

/* --- the corner --- */

static bool is_adopted(const struct facts *facts, size_t body)
{
	const char *status = facts->session.agenda_status;
	const struct item_row *item = NULL;
	struct adoption adoption;

	for (size_t i = 0; i < facts->item_count && !item; i++)
		if (facts_role(&facts->items[i]) == ROLE_AGENDA &&
			facts_bodies_of(facts, &facts->items[i]) >> body & 1)
			item = &facts->items[i];
	return (status && strcmp(status, "adopted") == 0) ||
	       adoption_find(facts, (uint64_t)1 << body, false, item, &adoption);
}

static const struct item_row *item_of(const struct facts *facts, size_t body)
{
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts_role(&facts->items[i]) == ROLE_REPORT &&
			facts_bodies_of(facts, &facts->items[i]) >> body & 1)
			return &facts->items[i];
	return NULL;
}

/* Of the symbols of a joint agenda that of the body; all of them if none is. */
static void agenda_symbol(const struct facts *facts, size_t body, struct str *out)
{
	const char *rest = facts->session.agenda_symbols, *own = facts->bodies[body].symbol;
	size_t length, size = own ? strlen(own) : 0;

	for (const char *at; size && (at = symbol_next(&rest, &length));) {
		if (length <= size || strncmp(at, own, size) != 0 || at[size] != '/')
			continue;
		str_addn(out, at, length);
		return;
	}
	str_add(out, facts->session.agenda_symbols);
}

/* "* CTOC/COP/WG.2/2013/1." */
static void add_note(struct report *report, size_t body, struct str *text)
{
	const char *symbols = report->facts.session.agenda_symbols;
	struct str plain, escaped;

	if (!symbols || !*symbols) {
		build_gap(report, NULL,
			"The symbol of the provisional agenda is not known: session set "
			"agenda-symbols SYMBOL");
		return;
	}
	str_init(&plain);
	str_init(&escaped);
	agenda_symbol(&report->facts, body, &plain);
	inline_escape(plain.text, &escaped);
	str_addf(text, "{note %s.}", escaped.text);
	str_clear(&plain);
	str_clear(&escaped);
}

static void add_item(struct report *report, struct node *masthead, size_t body)
{
	const struct facts *facts = &report->facts;
	const struct item_row *item = item_of(facts, body);
	bool adopted = is_adopted(facts, body);
	struct str text;

	if (!item)
		return;
	str_init(&text);
	formula_sentence(&text, facts->template, adopted ? "CORNER-ITEM/adopted" : "CORNER-ITEM",
		FIELDS({"number", facts_printed(facts, item, body)}));
	if (!adopted)
		add_note(report, body, &text);
	put_field(report, masthead, "item", text.text);
	add_field(report, masthead, "item-title", item->title);
	str_clear(&text);
}

static bool wants_item(const struct report *report)
{
	for (size_t i = 0; i < report->line_count; i++)
		if (report->lines[i].options & STYLE_ITEM)
			return !build_final(report);
	return false;
}

static void add_corner(struct report *report, struct node *masthead)
{
	const struct facts *facts = &report->facts;
	const struct session_row *session = &facts->session;
	struct str place;

	str_init(&place);
	if (session->place && *session->place)
		str_addf(&place, "%s, ", session->place);
	words_dates(facts->template, session->from, session->to, &place);
	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		if (!(facts->hosts >> b & 1))
			continue;
		add_field(report, masthead, "body", facts->bodies[b].name);
		add_field(report, masthead, "session",
			store_wording(report->store, report->session, facts->bodies[b].id, 0,
				"session", &report->arena));
		add_field(report, masthead, "place", place.text);
		if (wants_item(report))
			add_item(report, masthead, b);
	}
	str_clear(&place);
}

/* --- the whole --- */

static void add_date(struct report *report, struct node *masthead, const char *day)
{
	struct str date;

	str_init(&date);
	report->document.date = arena_strdup(&report->document.arena, day);
	words_date(report->facts.template, day, &date);
	add_field(report, masthead, "date", date.text);
	str_clear(&date);
}

/* Who took part is an information document; other lists have no symbol. */
static void add_list(struct report *report, struct node *masthead)
{
	const struct document_row *row =
		has_section(report, STYLE_ATTENDANCE) ? build_participants_list(report) : NULL;

	report->document.class = DOCUMENT_PAPER;
	add_field(report, masthead, "organ", report->facts.session.organ);
	if (row)
		add_field(report, masthead, "symbol", row->symbols);
	add_date(report, masthead, day_of(report, row));
	add_corner(report, masthead);
}

/* "French", however short it was set. */
static const char *original(const struct report *report)
{
	const char *language = report->facts.session.language, *code = language_code(language);

	return facts_word(&report->facts, code       ? language_name(code)
					  : language ? language
						     : "English");
}

void build_masthead(struct report *report)
{
	const struct session_row *session = &report->facts.session;
	const struct document_row *draft = draft_report(report), *final = build_final(report);
	const struct document_row *row = final ? final : draft;
	struct node *masthead =
		document_add(&report->document, report->document.root, NODE_MASTHEAD, NULL);

	if (build_is_list(report)) {
		add_list(report, masthead);
		return;
	}
	report->document.class = DOCUMENT_REPORT;
	add_field(report, masthead, "organ", session->organ);
	add_symbol(report, masthead, row);
	bool only = language_is_only(session->language);
	if (!only)
		add_field(report, masthead, "distribution",
			facts_word(&report->facts, final ? "General" : "Limited"));
	add_date(report, masthead, day_of(report, row));
	add_field(report, masthead, only ? "only" : "language", original(report));
	add_corner(report, masthead);
}
