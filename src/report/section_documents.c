/* SPDX-License-Identifier: MIT */
/* Chapter IV.E: the documents before the meeting, in the order of the register. */
#include <string.h>

#include "build.h"
#include "cited.h"
#include "formula.h"

static bool is_listed(const struct document_row *document)
{
	return strcmp(document->state, "withdrawn") != 0 && !strstr(document->symbols, "/INF/") &&
	       !facts_is_this_report(document);
}

static void describe(const struct document_row *document, struct str *out)
{
	cited_document(document->kind, document->title, document->symbols, out);
}

static void add_entries(struct report *report)
{
	const struct facts *facts = &report->facts;
	struct node *list = document_add(&report->document, report->document.root, NODE_LIST, NULL);
	struct str plain, text;

	str_init(&plain);
	str_init(&text);
	for (size_t i = 0; i < facts->document_count; i++) {
		if (!is_listed(&facts->documents[i]))
			continue;
		str_reset(&plain);
		str_reset(&text);
		describe(&facts->documents[i], &plain);
		formula_sentence(&text, "TEXT", FIELDS({"text", plain.text}));
		document_add(&report->document, list, NODE_ENTRY, text.text);
	}
	str_clear(&plain);
	str_clear(&text);
}

static void add_documents(struct report *report, size_t count, const struct document_row *first)
{
	const struct facts *facts = &report->facts;
	bool several = facts_several(facts->hosts);
	const char *formula = count == 1 ? "DOC-1/one" : "DOC-1";
	struct str bodies, one, text;

	str_init(&bodies);
	str_init(&one);
	str_init(&text);
	facts_bodies(facts, facts->hosts, &bodies);
	if (count == 1)
		describe(first, &one);
	formula_sentence(&text, formula,
		FIELDS({"its", several ? "their" : "its"}, {"it", several ? "them" : "it"},
			{"bodies", bodies.text}, {"document", one.text}));
	build_paragraph(report, (struct source){formula, facts->hosts, NULL, NULL}, text.text);
	if (count > 1)
		add_entries(report);
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
		if (is_listed(&facts->documents[i])) {
			first = &facts->documents[i];
			count++;
		}
	}
	build_formula_heading(report, 2, "HEAD-DOC");
	if (count)
		add_documents(report, count, first);
	else
		build_missing(report, (struct source){"DOC-1", facts->hosts, NULL, NULL},
			"document add", "No document is in the register");
	return true;
}
