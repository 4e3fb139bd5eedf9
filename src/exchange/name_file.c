/* SPDX-License-Identifier: MIT */
/*
 * The reader of names in other languages. What has no name here is not an error: it keeps
 * its English one, so that a file can begin with the few States that meet.
 */
#include <string.h>

#include "base/utf8.h"
#include "data_file.h"
#include "exchange/name_file.h"
#include "yaml_file.h"

struct name_build {
	struct reader reader;
	struct name_table *table;
};

static const struct field root_fields[] = {
	{"rapporteur", FIELD_OTHER, false, FIELD_NOWHERE},
	{"language", FIELD_LINE, true, FIELD_NOWHERE},
	{"sources", FIELD_LIST, false, FIELD_NOWHERE},
	{"letters", FIELD_LIST, false, FIELD_NOWHERE},
	{"names", FIELD_LIST, true, FIELD_NOWHERE},
	{"others", FIELD_LIST, false, FIELD_NOWHERE},
	{0},
};

#define NAME_TEXT(key, kind, required, member)                                \
	{                                                                     \
		key, kind, required, (int)offsetof(struct table_name, member) \
	}

static const struct field name_fields[] = {
	NAME_TEXT("code", FIELD_LINE, false, code),
	NAME_TEXT("english", FIELD_LINE, false, english),
	NAME_TEXT("list", FIELD_LINE, true, name.list),
	NAME_TEXT("running", FIELD_LINE, false, name.running),
	NAME_TEXT("from", FIELD_DATE, false, name.from),
	NAME_TEXT("until", FIELD_DATE, false, name.until),
	{0},
};

struct letter {
	const char *letter, *after;
};

static const struct field letter_fields[] = {
	{"letter", FIELD_LINE, true, (int)offsetof(struct letter, letter)},
	{"after", FIELD_LINE, true, (int)offsetof(struct letter, after)},
	{0},
};

/* --- letters --- */

static void read_letter(struct name_build *build, const struct node *node)
{
	struct name_table *table = build->table;
	struct letter letter = {0};
	struct table_letter new;

	fields_read(&build->reader, node, "a letter", letter_fields, &letter);
	if (!letter.letter || !letter.after)
		return;
	size_t length = strlen(letter.letter);
	if (utf8_decode(letter.letter, length, &new.letter) != length) {
		reader_error(&build->reader, fields_place(node, "letter"),
			"'%s' is more than one letter",
			reader_shown(&build->reader, letter.letter));
		return;
	}
	new.after = letter.after;
	new.rank = 1;
	for (size_t i = 0; i < table->letter_count; i++)
		new.rank += strcmp(table->letters[i].after, new.after) == 0;
	table->letters = arena_grow(
		&table->arena, table->letters, table->letter_count, sizeof *table->letters);
	table->letters[table->letter_count++] = new;
}

/* --- names --- */

static bool is_same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool on_same_day(const struct roster_name *a, const struct roster_name *b)
{
	return (!a->from || !b->until || strcmp(a->from, b->until) <= 0) &&
	       (!b->from || !a->until || strcmp(b->from, a->until) <= 0);
}

/* On no day may anybody have two names, nor two of the participants one. */
static bool is_alone(
	struct name_build *build, const struct node *node, const struct table_name *name)
{
	for (size_t i = 0; i < build->table->name_count; i++) {
		const struct table_name *other = &build->table->names[i];
		bool twice =
			is_same(other->code, name->code) && is_same(other->english, name->english);
		if (!on_same_day(&other->name, &name->name) ||
			(!twice && (build->table->participants ||
					   strcmp(other->name.list, name->name.list) != 0)))
			continue;
		reader_error(&build->reader, node, "%s: '%s' is on the same days %s",
			reader_shown(&build->reader, name->code ? name->code : name->english),
			reader_shown(&build->reader, other->name.list),
			twice ? "its name" : "the name of another one");
		return false;
	}
	return true;
}

static void read_name(struct name_build *build, const struct node *node)
{
	struct table_name name = {0};

	if (!fields_read(&build->reader, node, "a name", name_fields, &name) || !name.name.list)
		return;
	if (!name.code == !name.english) {
		reader_error(&build->reader, node,
			"a name is that of a 'code', or of what has a name in 'english'");
		return;
	}
	if (!name.name.running)
		name.name.running = name.name.list;
	if (name.name.from && name.name.until && strcmp(name.name.from, name.name.until) > 0)
		reader_error(&build->reader, fields_place(node, "until"),
			"the name ends on %s, and begins only on %s", name.name.until,
			name.name.from);
	else if (is_alone(build, node, &name))
		name_table_add(build->table, &name);
}

/* --- the file --- */

static void read_root(struct name_build *build, const struct node *root)
{
	const struct node *letters, *names;

	fields_read(&build->reader, root, "a file of names", root_fields, NULL);
	letters = fields_list(root, "letters");
	for (const struct node *node = letters ? letters->first : NULL; node; node = node->next)
		read_letter(build, node);
	names = fields_list(root, "names");
	for (const struct node *node = names ? names->first : NULL; node; node = node->next)
		read_name(build, node);
	build->table->participants = build->table->name_count;
	names = fields_list(root, "others");
	for (const struct node *node = names ? names->first : NULL; node; node = node->next)
		read_name(build, node);
}

bool name_file_parse(const char *name, const char *text, size_t length, struct name_table *table,
	struct messages *messages)
{
	struct name_build build = {
		.table = table, .reader = {.messages = messages, .arena = &table->arena}};
	struct yaml_tree tree;

	messages_set_file(messages, name);
	yaml_tree_init(&tree);
	const struct node *root = yaml_file_root(&tree, &build.reader, text, length, "names");
	if (root)
		read_root(&build, root);
	yaml_tree_clear(&tree);
	messages_sort(messages);
	return root && messages->errors == 0;
}

bool name_file_read(const char *language, struct name_table *table, struct messages *messages)
{
	struct str name, path, text;
	bool done = true;

	str_init(&name);
	str_init(&path);
	str_init(&text);
	str_addf(&name, "names.%s.yaml", language);
	if (data_file_exists(name.text))
		done = data_file_read(name.text, &path, &text, messages) &&
		       name_file_parse(path.text, text.text, text.length, table, messages);
	str_clear(&name);
	str_clear(&path);
	str_clear(&text);
	return done;
}

void name_file_languages(void (*each)(const char *language, void *data), void *data)
{
	static const char begin[] = "names.", end[] = ".yaml";

	for (const struct embedded *file = embedded_files; file->name; file++) {
		size_t length = strlen(file->name), rest = strlen(begin) + strlen(end);
		char language[12] = "";
		if (length <= rest || length - rest >= sizeof language ||
			strncmp(file->name, begin, strlen(begin)) != 0)
			continue;
		memcpy(language, file->name + strlen(begin), length - rest);
		each(language, data);
	}
}
