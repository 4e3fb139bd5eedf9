/* SPDX-License-Identifier: MIT */
/*
 * The documents before the meeting. A joint document has a symbol of each body
 * and is printed with all of them joined by "-"; any one of them, or all joined,
 * names it.
 */
#include "agenda_build.h"
#include "base/str.h"

static const struct field document_fields[] = {
	{"kind", FIELD_LINE, false, (int)offsetof(struct agenda_document, kind)},
	{"title", FIELD_LINE, false, (int)offsetof(struct agenda_document, title)},
	{"symbols", FIELD_LIST, true, FIELD_NOWHERE},
	{0},
};

const char *agenda_documents_symbols(struct agenda_build *build, const struct node *list)
{
	struct str joined;
	const char *result;

	str_init(&joined);
	for (const struct node *node = list ? list->first : NULL; node; node = node->next) {
		const char *symbol = fields_line(&build->reader, node, "a symbol");
		if (!symbol)
			continue;
		if (joined.length > 0)
			str_addc(&joined, '-');
		str_add(&joined, symbol);
	}
	result = joined.length > 0 ? arena_strdup(build->reader.arena, joined.text) : NULL;
	str_clear(&joined);
	return result;
}

static void name_document(
	struct agenda_build *build, const struct node *node, const char *symbol, size_t document)
{
	size_t before = 0;

	if (lookup_add(&build->symbols, symbol, document))
		return;
	lookup_get(&build->symbols, symbol, &before);
	reader_error(&build->reader, node, "symbol '%s' is there twice (first in line %d)",
		reader_shown(&build->reader, symbol), build->agenda->documents[before].line);
}

static size_t add_document(struct agenda_build *build, const struct agenda_document *document)
{
	struct agenda *agenda = build->agenda;

	agenda->documents = arena_grow(
		build->reader.arena, agenda->documents, agenda->document_count, sizeof(*document));
	agenda->documents[agenda->document_count] = *document;
	return agenda->document_count++;
}

static void read_document(struct agenda_build *build, const struct node *node)
{
	struct agenda_document document = {.title = "", .line = node->line};
	const struct node *list;
	size_t index;

	if (!fields_read(&build->reader, node, "a document", document_fields, &document))
		return;
	if (!fields_child(node, "title") && !document.kind && !node->cut)
		reader_error(&build->reader, node, "a document has neither a 'title' nor a 'kind'");
	list = fields_list(node, "symbols");
	document.symbols = agenda_documents_symbols(build, list);
	if (!document.symbols) { /* a message has said why */
		build->doubtful = true;
		return;
	}
	index = add_document(build, &document);
	for (const struct node *symbol = list->first; symbol; symbol = symbol->next)
		if (symbol->kind == NODE_TEXT && *symbol->text)
			name_document(build, symbol, symbol->text, index);
	if (list->count > 1)
		lookup_add(&build->symbols, document.symbols, index);
}

void agenda_documents_read(struct agenda_build *build, const struct node *root)
{
	const struct node *list = fields_list(root, "documents");

	for (const struct node *node = list ? list->first : NULL; node; node = node->next)
		read_document(build, node);
}

bool agenda_documents_cited(struct agenda_build *build, const struct node *node, size_t *document)
{
	const char *symbol = fields_line(&build->reader, node, "the symbol of a document");

	if (!symbol)
		return false;
	if (lookup_get(&build->symbols, symbol, document))
		return true;
	if (!build->doubtful)
		reader_warn(&build->reader, node,
			"document '%s' is not under 'documents', "
			"so its title is not known",
			reader_shown(&build->reader, symbol));
	*document = add_document(build,
		&(struct agenda_document){.title = "", .symbols = symbol, .line = node->line});
	lookup_add(&build->symbols, symbol, *document);
	return true;
}
