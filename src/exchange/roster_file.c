/* SPDX-License-Identifier: MIT */
/*
 * The reader of rosters. An entry keeps its identity while its names change, so
 * the days of its names must not overlap, and on no day may two entries have
 * the same name: it is by the name that people ask for the floor.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "exchange/embedded.h"
#include "exchange/roster_file.h"
#include "model/region.h"
#include "lookup.h"
#include "yaml_file.h"

struct roster_build {
	struct reader reader;
	struct roster *roster;
	struct lookup codes;
	const struct node **nodes; /* where each entry was read */
};

static const struct field root_fields[] = {
	{"rapporteur", FIELD_OTHER, false, FIELD_NOWHERE},
	{"sources", FIELD_LIST, false, FIELD_NOWHERE},
	{"participants", FIELD_LIST, true, FIELD_NOWHERE},
	{0},
};

#define ENTRY_TEXT(name, kind, required, member)                                 \
	{                                                                        \
		name, kind, required, (int)offsetof(struct roster_entry, member) \
	}

static const struct field entry_fields[] = {
	ENTRY_TEXT("code", FIELD_LINE, false, code),
	ENTRY_TEXT("code3", FIELD_LINE, false, code3),
	ENTRY_TEXT("kind", FIELD_LINE, true, kind),
	ENTRY_TEXT("group", FIELD_LINE, false, group),
	ENTRY_TEXT("member", FIELD_DATE, false, member),
	{"names", FIELD_LIST, true, FIELD_NOWHERE},
	{"aliases", FIELD_LIST, false, FIELD_NOWHERE},
	ENTRY_TEXT("region", FIELD_LINE, false, region),
	{"members", FIELD_LIST, false, FIELD_NOWHERE},
	{0},
};

#define NAME_TEXT(name, kind, required, member)                                 \
	{                                                                       \
		name, kind, required, (int)offsetof(struct roster_name, member) \
	}

static const struct field name_fields[] = {
	NAME_TEXT("list", FIELD_LINE, true, list),
	NAME_TEXT("running", FIELD_LINE, false, running),
	NAME_TEXT("formal", FIELD_LINE, false, formal),
	NAME_TEXT("from", FIELD_DATE, false, from),
	NAME_TEXT("until", FIELD_DATE, false, until),
	{0},
};

static const struct field member_fields[] = {
	{"code", FIELD_LINE, true, (int)offsetof(struct roster_member, code)},
	{"from", FIELD_DATE, false, (int)offsetof(struct roster_member, from)},
	{"until", FIELD_DATE, false, (int)offsetof(struct roster_member, until)},
	{0},
};

static const char *const kinds[] = {
	"state",
	"observer_state",
	"organization",
	"group",
	"secretariat",
	"un_body",
	"institute",
	"agency",
	"intergovernmental",
	"nongovernmental",
};

/* --- entries --- */

static void check_choice(struct roster_build *build, const struct node *node, const char *name,
	const char *value, const char *const choices[], size_t count)
{
	struct str all;
	const char *guess;

	for (size_t i = 0; i < count; i++)
		if (!value || strcmp(choices[i], value) == 0)
			return;
	str_init(&all);
	for (size_t i = 0; i < count; i++)
		str_addf(&all, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " and ", choices[i]);
	guess = reader_guess(&build->reader, value, choices, count);
	reader_error(&build->reader, fields_place(node, name), "unknown %s '%s'; %s%s", name,
		reader_shown(&build->reader, value), guess ? guess : "known are ",
		guess ? "" : all.text);
	str_clear(&all);
}

static void check_region(
	struct roster_build *build, const struct node *node, const char *name, const char *value)
{
	const char *codes[REGIONS];

	for (int i = 0; i < REGIONS; i++)
		codes[i] = regions[i].code;
	check_choice(build, node, name, value, codes, REGIONS);
}

static void check_code(
	struct roster_build *build, const struct node *node, const struct roster_entry *entry)
{
	size_t index = build->roster->entry_count, before = 0;

	if (!entry->code || lookup_add(&build->codes, entry->code, index))
		return;
	lookup_get(&build->codes, entry->code, &before);
	reader_error(&build->reader, fields_place(node, "code"),
		"code '%s' is there twice (first in line %d)",
		reader_shown(&build->reader, entry->code), build->nodes[before]->line);
}

static const char *first_day(const struct roster_name *name)
{
	return name->from ? name->from : "0000-00-00";
}

static const char *last_day(const struct roster_name *name)
{
	return name->until ? name->until : "9999-99-99";
}

static bool on_same_day(const struct roster_name *a, const struct roster_name *b)
{
	return strcmp(first_day(a), last_day(b)) <= 0 && strcmp(first_day(b), last_day(a)) <= 0;
}

static bool is_in_both(const struct roster_member *a, const struct roster_member *b)
{
	struct roster_name one = {.from = a->from, .until = a->until};
	struct roster_name other = {.from = b->from, .until = b->until};

	return strcmp(a->code, b->code) == 0 && on_same_day(&one, &other);
}

static void check_days(struct roster_build *build, const struct node *node,
	const struct roster_entry *entry, const struct roster_name *name)
{
	if (strcmp(first_day(name), last_day(name)) > 0) {
		reader_error(&build->reader, fields_place(node, "until"),
			"the name ends on %s, and begins only on %s", name->until, name->from);
		return;
	}
	for (const struct roster_name *other = entry->names; other < name; other++) {
		if (!on_same_day(name, other))
			continue;
		reader_error(&build->reader, node, "the name is valid on days on which '%s' is too",
			reader_shown(&build->reader, other->list));
		return;
	}
}

enum { NAMES_MAX = 50 };

static void read_names(
	struct roster_build *build, const struct node *node, struct roster_entry *entry)
{
	const struct node *list = fields_list(node, "names");

	if (!list)
		return;
	if (list->count > NAMES_MAX) {
		reader_error(&build->reader, list, "more than %d names", NAMES_MAX);
		return;
	}
	entry->names = arena_alloc(build->reader.arena, list->count * sizeof(*entry->names));
	for (const struct node *child = list->first; child; child = child->next) {
		struct roster_name *name = &entry->names[entry->name_count];
		*name = (struct roster_name){0};
		if (!fields_read(&build->reader, child, "a name", name_fields, name) || !name->list)
			continue;
		if (!name->running)
			name->running = name->list;
		check_days(build, child, entry, name);
		entry->name_count++;
	}
}

static void read_aliases(
	struct roster_build *build, const struct node *node, struct roster_entry *entry)
{
	const struct node *list = fields_list(node, "aliases");

	if (!list)
		return;
	entry->aliases = arena_alloc(build->reader.arena, list->count * sizeof(*entry->aliases));
	for (const struct node *child = list->first; child; child = child->next) {
		const char *alias = fields_line(&build->reader, child, "an alias");
		if (alias)
			entry->aliases[entry->alias_count++] = alias;
	}
}

/* A code alone, or a mapping where it has days. */
static bool read_member(
	struct roster_build *build, const struct node *node, struct roster_member *member)
{
	*member = (struct roster_member){0};
	if (node->kind != NODE_TEXT)
		fields_read(&build->reader, node, "a member", member_fields, member);
	else
		member->code = fields_line(&build->reader, node, "a code");
	if (!member->code)
		return false;
	if (!member->from || !member->until || strcmp(member->from, member->until) <= 0)
		return true;
	reader_error(&build->reader, node, "it left on %s, and entered only on %s", member->until,
		member->from);
	return false;
}

static void read_members(
	struct roster_build *build, const struct node *node, struct roster_entry *entry)
{
	const struct node *list = fields_list(node, "members");

	if (!list)
		return;
	entry->members = arena_alloc(build->reader.arena, list->count * sizeof(*entry->members));
	for (const struct node *child = list->first; child; child = child->next) {
		struct roster_member *member = &entry->members[entry->member_count];
		size_t before = 0;
		if (!read_member(build, child, member))
			continue;
		while (before < entry->member_count && !is_in_both(&entry->members[before], member))
			before++;
		if (before < entry->member_count)
			reader_error(&build->reader, child, "'%s' is a member already",
				reader_shown(&build->reader, member->code));
		entry->member_count++;
	}
}

static void read_entry(struct roster_build *build, const struct node *node)
{
	struct roster *roster = build->roster;
	struct roster_entry *entry = &roster->entries[roster->entry_count];

	*entry = (struct roster_entry){0};
	if (!fields_read(&build->reader, node, "a participant", entry_fields, entry))
		return;
	build->nodes[roster->entry_count] = node;
	check_code(build, node, entry);
	check_choice(build, node, "kind", entry->kind, kinds, sizeof(kinds) / sizeof(kinds[0]));
	check_region(build, node, "group", entry->group);
	check_region(build, node, "region", entry->region);
	read_names(build, node, entry);
	read_aliases(build, node, entry);
	read_members(build, node, entry);
	roster->entry_count++;
}

/* --- the same name twice --- */

struct named {
	const struct roster_name *name;
	const struct node *node; /* of its entry */
	size_t entry;
};

static int compare_named(const void *left, const void *right)
{
	const struct named *a = left, *b = right;
	int order = strcmp(a->name->list, b->name->list);

	if (order == 0)
		order = strcmp(first_day(a->name), first_day(b->name));
	return order ? order : (a->entry > b->entry) - (a->entry < b->entry);
}

/* Sorted by name and first day: overlapping days stand side by side. */
static void check_same_names(struct roster_build *build)
{
	const struct roster *roster = build->roster;
	struct named *all = NULL;
	size_t count = 0, room = 0;

	for (size_t i = 0; i < roster->entry_count; i++)
		for (size_t j = 0; j < roster->entries[i].name_count; j++) {
			all = mem_grow(all, &room, count + 1, sizeof(*all));
			all[count++] =
				(struct named){&roster->entries[i].names[j], build->nodes[i], i};
		}
	if (count > 1)
		qsort(all, count, sizeof(*all), compare_named);
	for (size_t i = 1; i < count; i++)
		if (all[i].entry != all[i - 1].entry &&
			strcmp(all[i].name->list, all[i - 1].name->list) == 0 &&
			on_same_day(all[i].name, all[i - 1].name))
			reader_error(&build->reader, all[i].node,
				"'%s' is also the name of the participant in line %d",
				reader_shown(&build->reader, all[i].name->list),
				all[i - 1].node->line);
	free(all);
}

/* --- the file --- */

static void read_participants(struct roster_build *build, const struct node *root)
{
	const struct node *list = fields_list(root, "participants");
	struct roster *roster = build->roster;

	fields_read(&build->reader, root, "a roster", root_fields, NULL);
	if (!list)
		return;
	roster->entries = arena_alloc(&roster->arena, list->count * sizeof(*roster->entries));
	build->nodes = arena_alloc(&roster->arena, list->count * sizeof(struct node *));
	for (const struct node *node = list->first; node; node = node->next)
		read_entry(build, node);
	check_same_names(build);
}

bool roster_file_parse(const char *name, const char *text, size_t length, struct roster *roster,
	struct messages *messages)
{
	struct roster_build build = {
		.roster = roster, .reader = {.messages = messages, .arena = &roster->arena}};
	struct yaml_tree tree;
	const struct node *root;

	messages_set_file(messages, name);
	yaml_tree_init(&tree);
	root = yaml_file_root(&tree, &build.reader, text, length, "roster");
	if (root)
		read_participants(&build, root);
	lookup_clear(&build.codes);
	yaml_tree_clear(&tree);
	messages_sort(messages);
	return messages->errors == 0;
}

static bool parse_embedded(const char *name, struct roster *roster, struct messages *messages)
{
	const struct embedded *file = embedded_files;

	while (file->name && strcmp(file->name, name) != 0)
		file++;
	if (!file->name)
		die("%s is not built into this program", name);
	return roster_file_parse(name, (const char *)file->data, file->length, roster, messages);
}

/* The user's copy of a data file: its path if there is something of that name. */
static bool has_copy(const char *name, struct str *path)
{
	struct stat status;

	if (!file_home("config", path, NULL))
		return false;
	str_addf(path, "/%s", name);
	return lstat(path->text, &status) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

static bool read_data(const char *name, struct roster *roster, struct messages *messages)
{
	struct str path, text;
	bool done;

	str_init(&path);
	str_init(&text);
	if (has_copy(name, &path)) {
		messages_set_file(messages, path.text);
		done = yaml_file_read(path.text, &text, messages) &&
		       roster_file_parse(path.text, text.text, text.length, roster, messages);
	} else {
		done = parse_embedded(name, roster, messages);
	}
	str_clear(&path);
	str_clear(&text);
	return done;
}

bool roster_file_states(struct roster *roster, struct messages *messages)
{
	return read_data("states.yaml", roster, messages);
}

bool roster_file_groups(struct roster *roster, struct messages *messages)
{
	return read_data("groups.yaml", roster, messages);
}
