/* SPDX-License-Identifier: MIT */
/*
 * The differences between an agenda file and a session, a line for each, in the
 * order of the file. A thing is called by the name that the session has for it.
 * Which is which was found before (agenda_match.c); nothing is changed here.
 */
#include "agenda_lines.h"
#include "model/phrase.h"

/* --- the session --- */

static void compare_dates(struct comparing *c)
{
	struct str held, file;

	if (agenda_same_text(c->held->from, c->file->from) &&
		agenda_same_text(c->held->to, c->file->to))
		return;
	str_init(&held);
	str_init(&file);
	phrase_dates(c->held->from, c->held->to, &held);
	phrase_dates(c->file->from, c->file->to, &file);
	line_field(c, "dates", held.text, file.text);
	str_clear(&held);
	str_clear(&file);
}

static void compare_session(struct comparing *c)
{
	line_name(c, "", "");
	line_field(c, "title", c->held->title, c->file->title);
	line_field(c, "organ", c->held->organ, c->file->organ);
	line_field(c, "place", c->held->place, c->file->place);
	compare_dates(c);
	line_field(c, "timezone", c->held->timezone, c->file->timezone);
	/* A file that names no rules says nothing about them. */
	if (c->file->rules)
		line_field(c, "rules", c->held->rules, c->file->rules);
}

static void compare_head(struct comparing *c)
{
	line_name(c, "agenda", "");
	if (!c->use->adopted)
		line_field(c, "status", c->held->status, c->file->status);
	line_field(c, "heading", c->held->heading, c->file->heading);
	line_field(c, "symbol", c->held->symbols, c->file->symbols);
	line_field(c, "date", c->held->date, c->file->date);
	line_field(c, "distribution", c->held->distribution, c->file->distribution);
	line_field(c, "language", c->held->language, c->file->language);
	line_field(c, "annex", c->held->annex, c->file->annex);
}

/* --- bodies, officers, documents --- */

static void compare_bodies(struct comparing *c)
{
	for (size_t i = 0; i < c->to->bodies.count; i++) {
		struct agenda_pair *pair = &c->to->bodies.all[i];
		const struct agenda_body none = {0};
		const struct agenda_body *a =
			pair->held == AGENDA_NONE ? &none : &c->held->bodies[pair->held];
		const struct agenda_body *b =
			pair->file == AGENDA_NONE ? &none : &c->file->bodies[pair->file];

		line_name(c, "body", a->key ? a->key : b->key);
		pair->stays = pair->file == AGENDA_NONE;
		if (pair->stays)
			line_only_session(c, a->name, true, NULL);
		else if (pair->held == AGENDA_NONE)
			line_only_file(c, b->name);
		else {
			line_field(c, "id", a->key, b->key);
			line_field(c, "name", a->name, b->name);
			line_field(c, "short name", a->short_name, b->short_name);
			line_field(c, "symbol", a->symbol, b->symbol);
			line_field(c, "session", a->session, b->session);
		}
	}
}

/* "Ms. A. Person (Spain)" */
static const char *person(struct comparing *c, const struct agenda_officer *officer)
{
	bool from = officer->country && *officer->country;

	return arena_printf(&c->to->arena, "%s%s%s%s", officer->name, from ? " (" : "",
		from ? officer->country : "", from ? ")" : "");
}

/* What is on one side only is compared as if the other said the same. */
static void compare_officers(struct comparing *c)
{
	for (size_t i = 0; i < c->to->officers.count; i++) {
		struct agenda_pair *pair = &c->to->officers.all[i];
		bool in_file = pair->file != AGENDA_NONE, held = pair->held != AGENDA_NONE;
		const struct agenda *named = held ? c->held : c->file;
		const struct agenda_officer *a = &named->officers[held ? pair->held : pair->file];
		const struct agenda_officer *b = in_file ? &c->file->officers[pair->file] : a;

		line_name(c, "officer", line_with_body(c, named, a->body, a->role));
		pair->stays = !in_file;
		if (!in_file)
			line_only_session(c, person(c, a), true, NULL);
		else if (!held)
			line_only_file(c, person(c, a));
		else
			line_field(c, "", person(c, a), person(c, b));
	}
}

static void compare_documents(struct comparing *c)
{
	for (size_t i = 0; i < c->to->documents.count; i++) {
		struct agenda_pair *pair = &c->to->documents.all[i];
		bool in_file = pair->file != AGENDA_NONE, held = pair->held != AGENDA_NONE;
		const struct agenda *named = held ? c->held : c->file;
		const struct agenda_document *a = &named->documents[held ? pair->held : pair->file];
		const struct agenda_document *b = in_file ? &c->file->documents[pair->file] : a;

		line_name(c, "document", a->symbols);
		pair->stays = !in_file;
		if (!in_file)
			line_only_session(c, a->title, true, NULL);
		else if (!held)
			line_only_file(c, a->title);
		line_field(c, "symbol", a->symbols, b->symbols);
		line_field(c, "kind", a->kind, b->kind);
		line_field(c, "title", a->title, b->title);
	}
}

/* --- all --- */

void agenda_compare(const struct agenda *held, const struct agenda_use *use,
	const struct agenda *file, struct agenda_comparison *comparison)
{
	struct comparing c = {.held = held, .file = file, .use = use, .to = comparison};

	*comparison = (struct agenda_comparison){0};
	arena_init(&comparison->arena);
	str_init(&c.name);
	agenda_match(held, file, &c.match, comparison);
	compare_session(&c);
	compare_bodies(&c);
	compare_head(&c);
	compare_officers(&c);
	compare_items(&c);
	compare_documents(&c);
	compare_slots(&c);
	str_clear(&c.name);
}

void agenda_comparison_clear(struct agenda_comparison *comparison)
{
	arena_clear(&comparison->arena);
	*comparison = (struct agenda_comparison){0};
}
