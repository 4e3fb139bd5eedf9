/* SPDX-License-Identifier: MIT */
/*
 * A report in another language than the one that the session is kept in. The record holds
 * one name for everybody, that of its day; the template knows what they are called, by
 * their code or by that name. Titles are looked up too: the usual ones (“Opening of the
 * meeting”) are there, all others stay as they are.
 */
#include <stdlib.h>
#include <string.h>

#include "facts_names.h"
#include "model/language.h"

struct named {
	struct participant_row row;
	struct facts_english english;
	char *key;
};

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct named *)a)->key, ((const struct named *)b)->key);
}

static bool has_names(const struct facts *facts)
{
	return facts->template->names.name_count > 0;
}

static struct named translated(const struct facts *facts, const struct participant_row *row)
{
	const struct name_table *names = &facts->template->names;
	struct named named = {*row, {row->list_name, row->running_name}, NULL};
	const struct roster_name *name =
		name_table_on(names, row->code, row->list_name, facts->session.from);

	if (name) {
		named.row.list_name = name->list;
		named.row.running_name = name->running;
	}
	named.key = name_table_sort_key(names, named.row.list_name);
	return named;
}

void facts_translate_participants(struct facts *facts, struct arena *arena)
{
	size_t count = facts->participant_count;
	struct named *all;

	if (!has_names(facts) || !count)
		return;
	all = arena_alloc(arena, count * sizeof *all);
	facts->english = arena_alloc(arena, count * sizeof *facts->english);
	for (size_t i = 0; i < count; i++)
		all[i] = translated(facts, &facts->participants[i]);
	qsort(all, count, sizeof *all, by_key);
	for (size_t i = 0; i < count; i++) {
		facts->participants[i] = all[i].row;
		facts->english[i] = all[i].english;
		free(all[i].key);
	}
}

bool facts_is_foreign(const struct facts *facts)
{
	const char *own = language_code(facts->session.language);

	return strcmp(own ? own : "en", facts->template->language) != 0;
}

/* Are letters printed a), not (a)? */
bool facts_has_half_brackets(const struct facts *facts)
{
	return template_text(facts->template, "label.letter")[0] != '(';
}

/* Bytes of "(a)" with the bracket that it begins with; 0 if no label stands there. */
static size_t label_at(const char *text)
{
	size_t length = text[0] == '(' ? strspn(text + 1, "abcdefghijklmnopqrstuvwxyz") : 0;

	return length && text[length + 1] == ')' ? length + 1 : 0;
}

const char *facts_reference(const struct facts *facts, const char *text)
{
	struct str out;

	if (!text || !strchr(text, '(') || !facts_has_half_brackets(facts))
		return text;
	str_init(&out);
	for (const char *at = text; *at; at++)
		if (!label_at(at))
			str_addc(&out, *at);
	const char *shown = arena_strdup(facts->arena, out.text);
	str_clear(&out);
	return shown;
}

const char *facts_said(const struct facts *facts, const char *name)
{
	for (size_t i = 0; name && facts->english && i < facts->participant_count; i++)
		if (strcmp(facts->english[i].running, name) == 0 ||
			strcmp(facts->english[i].list, name) == 0)
			return facts->participants[i].running_name;
	return name;
}

const char *facts_listed(const struct facts *facts, const char *name)
{
	for (size_t i = 0; name && facts->english && i < facts->participant_count; i++)
		if (strcmp(facts->english[i].list, name) == 0)
			return facts->participants[i].list_name;
	return name ? facts_word(facts, name) : NULL;
}

/* Where it is a State, the form of lists: "Roumanie". */
static void translate(const struct facts *facts, const char **text)
{
	*text = facts_listed(facts, *text);
}

const char *facts_word(const struct facts *facts, const char *english)
{
	const struct roster_name *name =
		name_table_on(&facts->template->names, NULL, english, facts->session.from);

	return name ? name->list : english;
}

void facts_translate(struct facts *facts)
{
	if (!facts->english)
		return;
	translate(facts, &facts->session.organ);
	translate(facts, &facts->session.place);
	for (size_t i = 0; i < facts->body_count; i++) {
		translate(facts, &facts->bodies[i].name);
		translate(facts, &facts->bodies[i].short_name);
	}
	for (size_t i = 0; i < facts->officer_count; i++)
		translate(facts, &facts->officers[i].country);
	translate(facts, &facts->seated.country);
	for (size_t i = 0; i < facts->item_count; i++)
		translate(facts, &facts->items[i].title);
	for (size_t i = 0; i < facts->adopted_count; i++)
		translate(facts, &facts->adopted[i].title);
	for (size_t i = 0; i < facts->mandate_count; i++)
		translate(facts, &facts->mandates[i].kind);
	for (size_t i = 0; i < facts->document_count; i++)
		translate(facts, &facts->documents[i].kind);
}
