/* SPDX-License-Identifier: MIT */
/* The bodies that meet. The first one is whose item it is when nothing is said. */
#include "agenda_build.h"

#define TEXT_OF(name, kind, required, member)                                   \
	{                                                                       \
		name, kind, required, (int)offsetof(struct agenda_body, member) \
	}

static const struct field body_fields[] = {
	TEXT_OF("id", FIELD_KEY, true, key),
	TEXT_OF("name", FIELD_LINE, true, name),
	TEXT_OF("short", FIELD_LINE, false, short_name),
	TEXT_OF("symbol", FIELD_LINE, false, symbol),
	TEXT_OF("session", FIELD_LINE, false, session),
	{0},
};

static void read_body(struct agenda_build *build, const struct node *node)
{
	struct agenda *agenda = build->agenda;
	struct agenda_body *body = &agenda->bodies[agenda->body_count];
	size_t before = 0;

	*body = (struct agenda_body){.line = node->line};
	if (!fields_read(&build->reader, node, "a body", body_fields, body))
		return;
	if (!body->key) { /* a message has said why */
		build->doubtful = true;
		return;
	}
	if (!lookup_add(&build->bodies, body->key, agenda->body_count)) {
		lookup_get(&build->bodies, body->key, &before);
		reader_error(&build->reader, fields_place(node, "id"),
			"body '%s' is there twice (first in line %d)", body->key,
			agenda->bodies[before].line);
		return;
	}
	build->body_keys[agenda->body_count++] = body->key;
}

void agenda_bodies_read(struct agenda_build *build, const struct node *root)
{
	const struct node *list = fields_list(root, "bodies");
	struct agenda *agenda = build->agenda;

	agenda->bodies = arena_alloc(
		&agenda->arena, ((list ? list->count : 0) + 1) * sizeof(*agenda->bodies));
	for (const struct node *node = list ? list->first : NULL; node; node = node->next)
		if (agenda_build_has_room(
			    build, node, agenda->body_count, AGENDA_BODIES_MAX, "bodies"))
			read_body(build, node);
	if (agenda->body_count > 0)
		return;
	/* There was a message; an item's body is an index, and it must be one. */
	build->doubtful = true;
	build->body_keys[0] = "";
	agenda->bodies[agenda->body_count++] = (struct agenda_body){.key = "", .name = ""};
}

void agenda_bodies_say_unknown(struct agenda_build *build, const struct node *at, const char *key)
{
	const char *guess =
		reader_guess(&build->reader, key, build->body_keys, build->agenda->body_count);

	reader_error(&build->reader, at, "unknown body '%s'; %s", reader_shown(&build->reader, key),
		guess ? guess : "it is not under 'bodies'");
}

bool agenda_bodies_find(struct agenda_build *build, const struct node *node, size_t *body)
{
	const char *key = fields_line(&build->reader, node, "the id of a body");

	if (!key)
		return false;
	if (lookup_get(&build->bodies, key, body))
		return true;
	if (!build->doubtful)
		agenda_bodies_say_unknown(build, node, key);
	return false;
}
