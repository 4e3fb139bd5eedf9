/* SPDX-License-Identifier: MIT */
/*
 * Chapter IV.E: the documents before the meeting, in the order of the register. A
 * revision stands in the place of what it revises, an addendum or corrigendum behind
 * the symbol of its document: what belongs together follows from the symbols.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "build.h"
#include "cited.h"
#include "facts_names.h"
#include "formula.h"
#include "part.h"
#include "model/symbol.h"
#include "words.h"

static bool is_paper(const struct document_row *document)
{
	return strcmp(document->state, "withdrawn") != 0 && !strstr(document->symbols, "/INF/") &&
	       !facts_is_this_report(document);
}

/* --- families: what has one base --- */

static bool is_joint(const char *symbols)
{
	const char *rest = symbols;
	size_t length;

	symbol_next(&rest, &length);
	return *rest != '\0';
}

static bool is_family(const struct document_row *one, const struct document_row *other)
{
	size_t base = symbol_base(one->symbols);

	return !is_joint(one->symbols) && !is_joint(other->symbols) && is_paper(other) &&
	       symbol_base(other->symbols) == base &&
	       strncmp(one->symbols, other->symbols, base) == 0;
}

/* -1: an addendum or the like; else how often the document itself was revised. */
static int revision_of(const struct document_row *document)
{
	int number;
	size_t of;
	enum symbol_modifier modifier = symbol_modifier(document->symbols, &number, &of);

	if (modifier == SYMBOL_DOCUMENT)
		return 0;
	return modifier == SYMBOL_REVISION && of == symbol_base(document->symbols) ? number : -1;
}

/* The newest revision of the document that it belongs to; NULL if that is not here. */
static const struct document_row *head_of(
	const struct facts *facts, const struct document_row *document)
{
	const struct document_row *head = NULL;

	for (size_t i = 0; i < facts->document_count; i++) {
		const struct document_row *other = &facts->documents[i];
		if (is_family(document, other) && revision_of(other) >= 0 &&
			(!head || revision_of(other) > revision_of(head)))
			head = other;
	}
	return head;
}

/* Has this addendum been revised, so that its revision stands in its place? */
static bool is_revised(const struct facts *facts, const struct document_row *document)
{
	int number = 0, newer;
	size_t of, newer_of;

	if (symbol_modifier(document->symbols, &number, &of) != SYMBOL_REVISION) {
		number = 0;
		of = strlen(document->symbols);
	}
	for (size_t i = 0; i < facts->document_count; i++) {
		const char *other = facts->documents[i].symbols;
		if (is_paper(&facts->documents[i]) &&
			symbol_modifier(other, &newer, &newer_of) == SYMBOL_REVISION &&
			newer > number && newer_of == of &&
			strncmp(other, document->symbols, of) == 0)
			return true;
	}
	return false;
}

static bool is_listed(const struct report *report, const struct document_row *document)
{
	const struct document_row *head = head_of(&report->facts, document);

	return is_paper(document) && (!head || head == document) &&
	       part_takes(report, "DOC-1", NULL, 'd', document->number);
}

/* "CTOC/COP/2012/10 and Add.1 and Corr.1" */
static void add_symbol(
	const struct facts *facts, const struct document_row *document, struct str *out)
{
	const char **names = mem_alloc((facts->document_count + 1) * sizeof *names);
	size_t count = 0;

	for (size_t i = 0; i < facts->document_count; i++) {
		const struct document_row *other = &facts->documents[i];
		if (is_family(document, other) && revision_of(other) < 0 &&
			head_of(facts, other) == document && !is_revised(facts, other))
			names[count++] = other->symbols + symbol_base(other->symbols) + 1;
	}
	struct str list;
	str_init(&list);
	words_join(facts->template, names, count, &list);
	formula_plain(out, facts->template, count ? "SYMBOLS" : "DOC-1/symbol",
		FIELDS({"symbol", document->symbols}, {"list", list.text}));
	str_clear(&list);
	free(names);
}

/* --- the section --- */

static void describe(
	const struct facts *facts, const struct document_row *document, struct str *out)
{
	struct str symbol;

	str_init(&symbol);
	add_symbol(facts, document, &symbol);
	cited_document(facts->template, facts_is_foreign(facts), document->kind, document->title,
		symbol.text, out);
	str_clear(&symbol);
}

static void add_entries(struct report *report)
{
	const struct facts *facts = &report->facts;
	struct node *list = document_add(&report->document, report->document.root, NODE_LIST, NULL);
	struct str plain, text;

	str_init(&plain);
	str_init(&text);
	for (size_t i = 0; i < facts->document_count; i++) {
		if (!is_listed(report, &facts->documents[i]))
			continue;
		str_reset(&plain);
		str_reset(&text);
		describe(facts, &facts->documents[i], &plain);
		formula_text(&text, plain.text);
		struct node *entry = document_add(&report->document, list, NODE_ENTRY, text.text);
		build_from(report, entry, 'd', facts->documents[i].number);
	}
	str_clear(&plain);
	str_clear(&text);
}

static void add_documents(struct report *report, size_t count, const struct document_row *first)
{
	const struct facts *facts = &report->facts;
	const char *formula = count == 1 ? "DOC-1/one" : "DOC-1";
	struct str bodies, one, text;

	str_init(&bodies);
	str_init(&one);
	str_init(&text);
	facts_bodies(facts, facts->hosts, &bodies);
	if (count == 1)
		describe(facts, first, &one);
	formula_sentence(&text, report->facts.template, formula,
		FIELDS({"bodies", bodies.text}, {"bodies|", facts_form(facts, facts->hosts)},
			{"document", one.text}));
	struct node *node = build_paragraph(
		report, (struct source){formula, facts->hosts, NULL, NULL}, text.text);
	if (count > 1)
		add_entries(report);
	else
		build_from(report, node, 'd', first->number);
	str_clear(&bodies);
	str_clear(&one);
	str_clear(&text);
}

bool section_documents(struct report *report)
{
	const struct facts *facts = &report->facts;
	const struct document_row *first = NULL;
	size_t count = 0;

	for (size_t i = facts->document_count; i-- > 0;) {
		if (is_listed(report, &facts->documents[i])) {
			first = &facts->documents[i];
			count++;
		}
	}
	build_section_heading(report, NULL);
	if (count)
		add_documents(report, count, first);
	else
		build_missing(report, (struct source){"DOC-1", facts->hosts, NULL, NULL},
			"document add", "No document is in the register");
	return true;
}
