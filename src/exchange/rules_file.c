/* SPDX-License-Identifier: MIT */
/*
 * The reader of rules of procedure. What a value may be is known by rules_set
 * alone (model/rules.h); here it gets its line and column. Every set of the file
 * is checked, whichever is asked for: a mistake shows when the file was edited.
 */
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "data_file.h"
#include "exchange/rules_file.h"
#include "fields.h"
#include "yaml_file.h"

static const char file_name[] = "rules.yaml";

enum { FIELDS = 32 };

struct rules_build {
	struct reader reader;
	const char *wanted;
	struct rules *rules;
	bool found;
	const char **keys; /* of the sets so far */
	size_t count;
};

static const struct field root_fields[] = {
	{"rapporteur", FIELD_OTHER, false, FIELD_NOWHERE},
	{"sets", FIELD_LIST, true, FIELD_NOWHERE},
	{0},
};

struct set {
	const char *key, *title;
};

/* A set has a key, a title and every name that there is. */
static void list_fields(struct field fields[FIELDS])
{
	size_t count = 0;

	fields[count++] = (struct field){"key", FIELD_LINE, true, (int)offsetof(struct set, key)};
	fields[count++] =
		(struct field){"title", FIELD_LINE, false, (int)offsetof(struct set, title)};
	for (const char *const *name = rules_names; *name && count + 1 < FIELDS; name++)
		fields[count++] = (struct field){*name, FIELD_LINE, false, FIELD_NOWHERE};
	fields[count] = (struct field){0};
}

static void read_values(struct rules_build *build, const struct node *node, struct rules *rules)
{
	for (const char *const *name = rules_names; *name; name++) {
		const struct node *value = fields_child(node, *name);
		struct err err;

		if (value && value->kind == NODE_TEXT && *value->text &&
			!rules_set(rules, *name, value->text, &err))
			reader_error(&build->reader, value, "%s", err.text);
	}
}

static bool is_new(struct rules_build *build, const struct node *node, const char *key)
{
	for (size_t i = 0; i < build->count; i++)
		if (strcmp(build->keys[i], key) == 0) {
			reader_error(&build->reader, fields_place(node, "key"),
				"set '%s' is there twice", reader_shown(&build->reader, key));
			return false;
		}
	return true;
}

static void read_set(struct rules_build *build, const struct node *node)
{
	struct field fields[FIELDS];
	struct set set = {0};
	struct rules rules;

	list_fields(fields);
	if (!fields_read(&build->reader, node, "a set of rules", fields, &set))
		return;
	rules_init(&rules);
	read_values(build, node, &rules);
	if (!set.key || !is_new(build, node, set.key))
		return;
	build->keys[build->count++] = set.key;
	if (strlen(set.key) >= sizeof rules.key) {
		reader_error(&build->reader, fields_place(node, "key"),
			"a key has %zu characters at most", sizeof rules.key - 1);
		return;
	}
	memcpy(rules.key, set.key, strlen(set.key) + 1);
	if (strcmp(set.key, build->wanted) == 0) {
		*build->rules = rules;
		build->found = true;
	}
}

static void say_which(struct rules_build *build)
{
	struct str all;

	str_init(&all);
	for (size_t i = 0; i < build->count; i++)
		str_addf(&all, "%s%s",
			i == 0                 ? ""
			: i + 1 < build->count ? ", "
					       : " and ",
			reader_shown(&build->reader, build->keys[i]));
	messages_add(build->reader.messages, false, 0, 0, "there is no set of rules '%s', only %s",
		reader_shown(&build->reader, build->wanted), all.text);
	str_clear(&all);
}

static void read_sets(struct rules_build *build, const struct node *root)
{
	const struct node *list;

	fields_read(&build->reader, root, "a file of rules", root_fields, NULL);
	list = fields_list(root, "sets");
	if (!list)
		return;
	build->keys = arena_alloc(build->reader.arena, list->count * sizeof *build->keys);
	for (const struct node *node = list->first; node; node = node->next)
		read_set(build, node);
	if (!build->found && build->count > 0)
		say_which(build);
}

bool rules_file_parse(const char *name, const char *text, size_t length, const char *key,
	struct rules *rules, struct messages *messages)
{
	struct arena arena;
	struct rules_build build = {
		.wanted = key, .rules = rules, .reader = {.messages = messages, .arena = &arena}};
	struct yaml_tree tree;
	const struct node *root;

	arena_init(&arena);
	messages_set_file(messages, name);
	yaml_tree_init(&tree);
	root = yaml_file_root(&tree, &build.reader, text, length, "rules");
	if (root)
		read_sets(&build, root);
	yaml_tree_clear(&tree);
	arena_clear(&arena);
	messages_sort(messages);
	return messages->errors == 0 && build.found;
}

bool rules_file_read(const char *key, struct rules *rules, struct messages *messages)
{
	struct str path, text;
	bool done;

	str_init(&path);
	str_init(&text);
	done = data_file_read(file_name, &path, &text, messages) &&
	       rules_file_parse(path.text, text.text, text.length, key, rules, messages);
	str_clear(&path);
	str_clear(&text);
	return done;
}

void rules_file_default(struct rules *rules)
{
	const struct embedded *file = data_file_embedded(file_name);
	struct messages messages;
	bool done;

	messages_init(&messages, file_name);
	done = rules_file_parse(
		file_name, (const char *)file->data, file->length, RULES_DEFAULT, rules, &messages);
	messages_clear(&messages);
	if (!done)
		die("%s is not as it should be in this program", file_name);
}
