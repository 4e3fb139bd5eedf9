/* SPDX-License-Identifier: MIT */
/*
 * Symbols in a form that is not usual (conventions 1.2), and documents that are under no
 * item. What has no slash, or blanks that cannot be explained, is not meant to be such a
 * symbol: some bodies number their papers in another way ("XVII ATCM/INFO 8").
 */
#include <string.h>

#include "agenda_review.h"
#include "model/symbol.h"

static void check_symbol(struct agenda_build *build, const struct node *at)
{
	struct str guess;
	struct err err = {0};
	const char *symbol = at->text;

	if (!strchr(symbol, '/') && !strchr(symbol, '\\'))
		return;
	str_init(&guess);
	bool guessed = symbol_guess(symbol, &guess);
	if (!symbol_check(symbol, &err) && (guessed || !strchr(symbol, ' ')))
		reader_warn(&build->reader, at, "%s%s%s%s", err.text,
			guessed ? "; did you mean '" : "", guess.text, guessed ? "'?" : "");
	else if (guessed)
		reader_note(&build->reader, at, "'%s' is usually written '%s'",
			reader_shown(&build->reader, symbol), guess.text);
	str_clear(&guess);
}

static void check_list(struct agenda_build *build, const struct node *list)
{
	for (const struct node *at = list ? list->first : NULL; at; at = at->next)
		if (at->kind == NODE_TEXT && *at->text)
			check_symbol(build, at);
}

static bool is_cited(const struct agenda *agenda, size_t document)
{
	for (size_t i = 0; i < agenda->item_count; i++)
		for (size_t j = 0; j < agenda->items[i].document_count; j++)
			if (agenda->items[i].documents[j] == document)
				return true;
	return false;
}

void review_symbols(struct agenda_build *build, const struct node *root)
{
	const struct node *list = fields_list(root, "documents");
	const struct node *head = fields_map(root, "agenda");
	size_t index = 0;

	if (head)
		check_list(build, fields_list(head, "symbols"));
	for (const struct node *at = list ? list->first : NULL; at; at = at->next, index++) {
		check_list(build, fields_list(at, "symbols"));
		if (index < build->agenda->document_count && !is_cited(build->agenda, index))
			reader_note(&build->reader, at, "document %s is under no item",
				reader_shown(
					&build->reader, build->agenda->documents[index].symbols));
	}
	/* Those that are only named under items have not been looked at yet. */
	for (size_t i = 0; i < build->agenda->item_count; i++) {
		const struct node *cited = fields_list(build->item_nodes[i], "documents");
		for (const struct node *at = cited ? cited->first : NULL; at; at = at->next) {
			size_t document;
			if (at->kind == NODE_TEXT &&
				lookup_get(&build->symbols, at->text, &document) &&
				document >= index)
				check_symbol(build, at);
		}
	}
}
