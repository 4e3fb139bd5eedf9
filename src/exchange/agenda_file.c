/* SPDX-License-Identifier: MIT */
/*
 * The reader of agenda files, rapporteur-agenda(5): the whole, and the parts
 * that nothing refers to. All checks run even where the first ones complain, so
 * that one run says everything; the agenda is good only if none was an error.
 */
#include <stdlib.h>
#include <string.h>

#include "agenda_build.h"
#include "base/str.h"
#include "exchange/agenda_file.h"
#include "yaml_file.h"

#define TEXT_OF(name, kind, required, member)                              \
	{                                                                  \
		name, kind, required, (int)offsetof(struct agenda, member) \
	}

static const struct field root_fields[] = {
	{"rapporteur", FIELD_OTHER, false, FIELD_NOWHERE},
	{"session", FIELD_MAP, true, FIELD_NOWHERE},
	{"bodies", FIELD_LIST, true, FIELD_NOWHERE},
	{"agenda", FIELD_MAP, false, FIELD_NOWHERE},
	{"officers", FIELD_LIST, false, FIELD_NOWHERE},
	{"items", FIELD_LIST, true, FIELD_NOWHERE},
	{"documents", FIELD_LIST, false, FIELD_NOWHERE},
	{"organization_of_work", FIELD_LIST, false, FIELD_NOWHERE},
	{"unread", FIELD_LIST, false, FIELD_NOWHERE},
	{0},
};

static const struct field session_fields[] = {
	TEXT_OF("id", FIELD_WORD, true, id),
	TEXT_OF("title", FIELD_LINE, true, title),
	TEXT_OF("organ", FIELD_LINE, false, organ),
	TEXT_OF("place", FIELD_LINE, false, place),
	TEXT_OF("from", FIELD_DATE, true, from),
	TEXT_OF("to", FIELD_DATE, true, to),
	TEXT_OF("timezone", FIELD_LINE, false, timezone),
	TEXT_OF("rules", FIELD_LINE, false, rules),
	{0},
};

static const struct field agenda_fields[] = {
	TEXT_OF("status", FIELD_LINE, false, status),
	{"symbols", FIELD_LIST, false, FIELD_NOWHERE},
	TEXT_OF("date", FIELD_DATE, false, date),
	TEXT_OF("distribution", FIELD_LINE, false, distribution),
	TEXT_OF("language", FIELD_LINE, false, language),
	TEXT_OF("heading", FIELD_LINE, false, heading),
	TEXT_OF("annex", FIELD_LINE, false, annex),
	{0},
};

static const struct field officer_fields[] = {
	{"body", FIELD_LINE, false, FIELD_NOWHERE},
	{"role", FIELD_LINE, true, (int)offsetof(struct agenda_officer, role)},
	{"name", FIELD_LINE, true, (int)offsetof(struct agenda_officer, name)},
	{"country", FIELD_LINE, false, (int)offsetof(struct agenda_officer, country)},
	{0},
};

bool agenda_build_has_room(struct agenda_build *build, const struct node *at, size_t count,
	size_t limit, const char *what)
{
	if (count < limit)
		return true;
	if (!build->full)
		reader_error(&build->reader, at, "more than %zu %s", limit, what);
	build->full = build->doubtful = true;
	return false;
}

/* Words of letters, digits, "_", "+" and "-", with "/" between: whether there is
 * such a zone is for the machine to say that the session is opened on. */
static bool is_zone_shaped(const char *text)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	static const char others[] = "0123456789_+-";

	do {
		if (*text == '\0' || !strchr(letters, *text))
			return false;
		while (*text && (strchr(letters, *text) || strchr(others, *text)))
			text++;
	} while (*text++ == '/');
	return text[-1] == '\0';
}

static void read_session(struct agenda_build *build, const struct node *root)
{
	const struct node *node = fields_map(root, "session");
	struct agenda *agenda = build->agenda;

	if (!node)
		return;
	fields_read(&build->reader, node, "the session", session_fields, agenda);
	if (agenda->from && agenda->to && strcmp(agenda->to, agenda->from) < 0)
		reader_error(&build->reader, fields_place(node, "to"),
			"the session ends on %s, and begins only on %s", agenda->to, agenda->from);
	if (agenda->timezone && !is_zone_shaped(agenda->timezone))
		reader_error(&build->reader, fields_place(node, "timezone"),
			"'timezone' must be a name like Europe/Vienna, not '%s'",
			reader_shown(&build->reader, agenda->timezone));
}

static void read_head(struct agenda_build *build, const struct node *root)
{
	const struct node *node = fields_map(root, "agenda");

	if (!node)
		return;
	fields_read(&build->reader, node, "'agenda'", agenda_fields, build->agenda);
	build->agenda->symbols = agenda_documents_symbols(build, fields_list(node, "symbols"));
}

static void read_officer(struct agenda_build *build, const struct node *node)
{
	struct agenda *agenda = build->agenda;
	struct agenda_officer *officer = &agenda->officers[agenda->officer_count];
	const struct node *body;

	*officer = (struct agenda_officer){0};
	if (!fields_read(&build->reader, node, "an officer", officer_fields, officer))
		return;
	body = fields_child(node, "body");
	if (body && body->kind == NODE_TEXT && *body->text)
		agenda_bodies_find(build, body, &officer->body);
	if (officer->role && officer->name)
		agenda->officer_count++;
}

static void read_officers(struct agenda_build *build, const struct node *root)
{
	const struct node *list = fields_list(root, "officers");
	struct agenda *agenda = build->agenda;

	if (!list)
		return;
	agenda->officers = arena_alloc(&agenda->arena, list->count * sizeof(*agenda->officers));
	for (const struct node *node = list->first; node; node = node->next)
		read_officer(build, node);
}

/* "40-43" or "40"; what is neither is no line. */
static void read_lines(const struct node *node, struct agenda_piece *piece)
{
	const char *text = node && node->kind == NODE_TEXT ? node->text : "";
	char *end;

	piece->first_line = (int)strtol(text, &end, 10);
	piece->last_line = *end == '-' ? (int)strtol(end + 1, NULL, 10) : piece->first_line;
}

/* An entry is a text, or a mapping with the lines that it was; any other is not kept. */
static void read_unread(struct agenda_build *build, const struct node *root)
{
	const struct node *list = fields_list(root, "unread");
	struct agenda *agenda = build->agenda;

	if (!list)
		return;
	agenda->unread = arena_alloc(&agenda->arena, list->count * sizeof(*agenda->unread));
	for (const struct node *node = list->first; node; node = node->next) {
		struct agenda_piece *piece = &agenda->unread[agenda->unread_count];
		const struct node *text =
			node->kind == NODE_MAP ? fields_child(node, "text") : node;
		if (!text || text->kind != NODE_TEXT || !*text->text)
			continue;
		*piece = (struct agenda_piece){.text = arena_strdup(&agenda->arena, text->text)};
		if (node->kind == NODE_MAP)
			read_lines(fields_child(node, "lines"), piece);
		agenda->unread_count++;
	}
}

static void mention_unread(struct agenda_build *build, const struct node *root)
{
	const struct node *list = fields_list(root, "unread");

	if (!list)
		return;
	messages_add(build->reader.messages, true, list->key_line, list->key_column,
		"%zu piece%s of the document %s still unread; put what matters into its place "
		"and delete it here",
		list->count, list->count == 1 ? "" : "s", list->count == 1 ? "is" : "are");
}

static void read_parts(struct agenda_build *build, const struct node *root)
{
	fields_read(&build->reader, root, "an agenda", root_fields, NULL);
	read_session(build, root);
	agenda_bodies_read(build, root);
	agenda_documents_read(build, root);
	read_head(build, root);
	read_officers(build, root);
	agenda_items_read(build, root);
	agenda_slots_read(build, root);
	agenda_check(build);
	read_unread(build, root);
	mention_unread(build, root);
	if (build->careful && build->reader.messages->errors == 0)
		agenda_review(build, root);
}

static bool parse(const char *name, const char *text, size_t length, bool careful,
	struct agenda *agenda, struct messages *messages)
{
	struct agenda_build build = {.agenda = agenda,
		.careful = careful,
		.reader = {.messages = messages, .arena = &agenda->arena}};
	struct yaml_tree tree;
	const struct node *root;

	messages_set_file(messages, name);
	yaml_tree_init(&tree);
	root = yaml_file_root(&tree, &build.reader, text, length, "agenda");
	build.doubtful = tree.cut;
	if (root)
		read_parts(&build, root);
	lookup_clear(&build.bodies);
	lookup_clear(&build.symbols);
	lookup_clear(&build.numbers);
	yaml_tree_clear(&tree);
	messages_sort(messages);
	return messages->errors == 0;
}

static bool read_file(
	const char *path, bool careful, struct agenda *agenda, struct messages *messages)
{
	struct str text;
	bool done;

	str_init(&text);
	messages_set_file(messages, path);
	done = yaml_file_read(path, &text, messages) &&
	       parse(path, text.text, text.length, careful, agenda, messages);
	str_clear(&text);
	return done;
}

bool agenda_file_parse(const char *name, const char *text, size_t length, struct agenda *agenda,
	struct messages *messages)
{
	return parse(name, text, length, false, agenda, messages);
}

bool agenda_file_review(const char *name, const char *text, size_t length, struct agenda *agenda,
	struct messages *messages)
{
	return parse(name, text, length, true, agenda, messages);
}

bool agenda_file_read(const char *path, struct agenda *agenda, struct messages *messages)
{
	return read_file(path, false, agenda, messages);
}

bool agenda_file_check(const char *path, struct agenda *agenda, struct messages *messages)
{
	return read_file(path, true, agenda, messages);
}
