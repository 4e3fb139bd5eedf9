/* SPDX-License-Identifier: MIT */
/*
 * An agenda in the names and letters of the language that it is printed in. Titles that the
 * language has no name for stay, as in a report; a heading that was typed is in the language
 * of the agenda, and gives way to the usual one.
 */
#include <string.h>

#include "agenda_paper.h"
#include "facts_names.h"
#include "model/language.h"

static const char *named(const struct facts *facts, const char *name)
{
	return name ? facts_word(facts, name) : NULL;
}

static void name_bodies(const struct facts *facts, struct agenda *agenda)
{
	struct agenda_body *bodies =
		arena_alloc(facts->arena, (agenda->body_count + 1) * sizeof *bodies);

	for (size_t i = 0; i < agenda->body_count; i++) {
		bodies[i] = agenda->bodies[i];
		bodies[i].name = named(facts, bodies[i].name);
	}
	agenda->bodies = bodies;
}

static void name_documents(const struct facts *facts, struct agenda *agenda)
{
	struct agenda_document *documents =
		arena_alloc(facts->arena, (agenda->document_count + 1) * sizeof *documents);

	for (size_t i = 0; i < agenda->document_count; i++) {
		documents[i] = agenda->documents[i];
		documents[i].kind = named(facts, documents[i].kind);
	}
	agenda->documents = documents;
}

/* Titles end with a stop where they were typed with one. */
static void name_items(const struct facts *facts, struct agenda *agenda)
{
	struct agenda_item *items =
		arena_alloc(facts->arena, (agenda->item_count + 1) * sizeof *items);

	for (size_t i = 0; i < agenda->item_count; i++) {
		items[i] = agenda->items[i];
		items[i].title = named(facts, items[i].title);
		items[i].heading = named(facts, items[i].heading);
		items[i].number = facts_reference(facts, items[i].number);
		items[i].printed = facts_reference(facts, items[i].printed);
	}
	agenda->items = items;
}

static bool is_foreign(const struct agenda *agenda, const struct template *template)
{
	const char *own = language_code(agenda->language);

	return strcmp(own ? own : "en", template->language) != 0;
}

struct agenda paper_agenda(
	const struct agenda *from, const struct template *template, struct arena *arena)
{
	struct facts facts = {.template = template, .arena = arena, .session.from = from->from};
	struct agenda agenda = *from;

	if (!is_foreign(from, template))
		return agenda;
	name_bodies(&facts, &agenda);
	name_documents(&facts, &agenda);
	name_items(&facts, &agenda);
	agenda.organ = named(&facts, agenda.organ);
	agenda.place = named(&facts, agenda.place);
	agenda.distribution = named(&facts, agenda.distribution);
	agenda.language = named(&facts, agenda.language);
	agenda.heading = agenda.annex = NULL;
	return agenda;
}
