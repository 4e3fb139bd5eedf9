/* SPDX-License-Identifier: MIT */
/*
 * The reader of the house style. Which rules and lists there are is known by
 * model/style.h; here what the file says of them gets its line and column. A rule that is
 * not in the file is not looked for; a list that is missing is empty.
 */
#include <string.h>

#include "base/mem.h"
#include "data_file.h"
#include "exchange/style_file.h"
#include "fields.h"
#include "yaml_file.h"

static const char file_name[] = "style.yaml";

struct style_build {
	struct reader reader;
	struct style_sheet *sheet;
	struct style_rule *rules;
	size_t rule_count;
};

static const struct field root_fields[] = {
	{"rapporteur", FIELD_OTHER, false, FIELD_NOWHERE},
	{"rules", FIELD_LIST, true, FIELD_NOWHERE},
	{"words", FIELD_LIST, false, FIELD_NOWHERE},
	{"forms", FIELD_LIST, false, FIELD_NOWHERE},
	{"acronyms", FIELD_LIST, false, FIELD_NOWHERE},
	{"lists", FIELD_MAP, false, FIELD_NOWHERE},
	{0},
};

static const struct field rule_fields[] = {
	{"rule", FIELD_WORD, true, offsetof(struct style_rule, name)},
	{"says", FIELD_LINE, true, offsetof(struct style_rule, says)},
	{0},
};

static const struct field word_fields[] = {
	{"rule", FIELD_WORD, false, offsetof(struct style_word, rule)},
	{"avoid", FIELD_LINE, true, offsetof(struct style_word, avoid)},
	{"write", FIELD_LINE, false, offsetof(struct style_word, write)},
	{"says", FIELD_LINE, false, offsetof(struct style_word, says)},
	{"unless", FIELD_LIST, false, FIELD_NOWHERE},
	{0},
};

static const struct field form_fields[] = {
	{"keep", FIELD_LINE, true, offsetof(struct style_form, keep)},
	{"avoid", FIELD_LINE, true, offsetof(struct style_form, avoid)},
	{"unless", FIELD_LIST, false, FIELD_NOWHERE},
	{0},
};

static const struct field acronym_fields[] = {
	{"acronym", FIELD_LINE, true, offsetof(struct style_acronym, name)},
	{"full", FIELD_LINE, true, offsetof(struct style_acronym, full)},
	{0},
};

static void *room_for(struct style_build *build, const struct node *list, size_t size)
{
	return arena_alloc(build->reader.arena, (list ? list->count : 0) * size);
}

/* The words of a list; what is no line gets a message. */
static struct style_words read_words(struct style_build *build, const struct node *list)
{
	const char **items = room_for(build, list, sizeof *items);
	size_t count = 0;

	for (const struct node *node = list ? list->first : NULL; node; node = node->next) {
		const char *word = fields_line(&build->reader, node, "a word");
		if (word)
			items[count++] = word;
	}
	return (struct style_words){items, count};
}

static bool is_rule(const struct style_build *build, const char *name)
{
	for (size_t i = 0; i < build->rule_count; i++)
		if (strcmp(build->rules[i].name, name) == 0)
			return true;
	return false;
}

static void read_rules(struct style_build *build, const struct node *list)
{
	build->rules = room_for(build, list, sizeof *build->rules);
	for (const struct node *node = list ? list->first : NULL; node; node = node->next) {
		struct style_rule rule = {0};
		if (!fields_read(&build->reader, node, "a rule", rule_fields, &rule) ||
			!rule.name || !rule.says)
			continue;
		if (is_rule(build, rule.name))
			reader_error(&build->reader, fields_place(node, "rule"),
				"rule '%s' is there twice",
				reader_shown(&build->reader, rule.name));
		else
			build->rules[build->rule_count++] = rule;
	}
	build->sheet->rules = build->rules;
	build->sheet->rule_count = build->rule_count;
}

static bool is_check(const char *name)
{
	for (const char *const *check = style_checks; *check; check++)
		if (strcmp(*check, name) == 0)
			return true;
	return false;
}

/* A rule of the file that no row of words names and that is no check would do nothing. */
static void warn_unused(struct style_build *build, const struct node *list)
{
	const struct style_sheet *sheet = build->sheet;

	for (const struct node *node = list ? list->first : NULL; node; node = node->next) {
		const struct node *name = fields_child(node, "rule");
		bool used = !name || name->kind != NODE_TEXT || is_check(name->text);
		for (size_t i = 0; i < sheet->word_count && !used; i++)
			used = strcmp(sheet->words[i].rule, name->text) == 0;
		if (used)
			continue;
		const char *guess =
			reader_guess(&build->reader, name->text, style_checks, STYLE_CHECKS);
		reader_error(&build->reader, name,
			"nothing looks for '%s': no row of words names it%s%s",
			reader_shown(&build->reader, name->text), guess ? "; " : "",
			guess ? guess : "");
	}
}

static void read_avoided(struct style_build *build, const struct node *list)
{
	struct style_word *words = room_for(build, list, sizeof *words);
	size_t count = 0;

	for (const struct node *node = list ? list->first : NULL; node; node = node->next) {
		struct style_word word = {0};
		if (!fields_read(&build->reader, node, "a row of words", word_fields, &word) ||
			!word.avoid)
			continue;
		if (!word.rule)
			word.rule = style_checks[CHECK_WORD];
		else if (!is_rule(build, word.rule))
			reader_error(&build->reader, fields_place(node, "rule"),
				"'%s' is none of the rules above",
				reader_shown(&build->reader, word.rule));
		word.unless = read_words(build, fields_list(node, "unless"));
		words[count++] = word;
	}
	build->sheet->words = words;
	build->sheet->word_count = count;
}

static void read_forms(struct style_build *build, const struct node *list)
{
	struct style_form *forms = room_for(build, list, sizeof *forms);
	size_t count = 0;

	for (const struct node *node = list ? list->first : NULL; node; node = node->next) {
		struct style_form form = {0};
		if (!fields_read(&build->reader, node, "a form", form_fields, &form) ||
			!form.keep || !form.avoid)
			continue;
		form.unless = read_words(build, fields_list(node, "unless"));
		forms[count++] = form;
	}
	build->sheet->forms = forms;
	build->sheet->form_count = count;
}

static void read_acronyms(struct style_build *build, const struct node *list)
{
	struct style_acronym *acronyms = room_for(build, list, sizeof *acronyms);
	size_t count = 0;

	for (const struct node *node = list ? list->first : NULL; node; node = node->next) {
		struct style_acronym acronym = {0};
		if (fields_read(&build->reader, node, "an acronym", acronym_fields, &acronym) &&
			acronym.name && acronym.full)
			acronyms[count++] = acronym;
	}
	build->sheet->acronyms = acronyms;
	build->sheet->acronym_count = count;
}

static void read_lists(struct style_build *build, const struct node *map)
{
	struct field fields[STYLE_LISTS + 1] = {0};

	if (!map)
		return;
	for (size_t i = 0; i < STYLE_LISTS; i++)
		fields[i] = (struct field){style_lists[i], FIELD_LIST, false, FIELD_NOWHERE};
	fields_read(&build->reader, map, "the lists", fields, NULL);
	for (size_t i = 0; i < STYLE_LISTS; i++)
		build->sheet->lists[i] = read_words(build, fields_list(map, style_lists[i]));
}

bool style_file_parse(const char *name, const char *text, size_t length, struct arena *arena,
	struct style_sheet *sheet, struct messages *messages)
{
	struct style_build build = {
		.sheet = sheet, .reader = {.messages = messages, .arena = arena}};
	struct yaml_tree tree;

	memset(sheet, 0, sizeof *sheet);
	messages_set_file(messages, name);
	yaml_tree_init(&tree);
	const struct node *root = yaml_file_root(&tree, &build.reader, text, length, "style");
	if (root) {
		fields_read(&build.reader, root, "a house style", root_fields, NULL);
		read_rules(&build, fields_list(root, "rules"));
		read_avoided(&build, fields_list(root, "words"));
		read_forms(&build, fields_list(root, "forms"));
		read_acronyms(&build, fields_list(root, "acronyms"));
		read_lists(&build, fields_map(root, "lists"));
		warn_unused(&build, fields_list(root, "rules"));
	}
	yaml_tree_clear(&tree);
	messages_sort(messages);
	return root && messages->errors == 0;
}

bool style_file_read(struct arena *arena, struct style_sheet *sheet, struct messages *messages)
{
	struct str path, text;
	bool done;

	str_init(&path);
	str_init(&text);
	done = data_file_read(file_name, &path, &text, messages) &&
	       style_file_parse(path.text, text.text, text.length, arena, sheet, messages);
	str_clear(&path);
	str_clear(&text);
	return done;
}

void style_file_any(struct arena *arena, struct style_sheet *sheet)
{
	const struct embedded *file = data_file_embedded(file_name);
	struct messages messages;
	bool done;

	messages_init(&messages, file_name);
	done = style_file_read(arena, sheet, &messages);
	messages_clear(&messages);
	if (done)
		return;
	messages_init(&messages, file_name);
	done = style_file_parse(
		file_name, (const char *)file->data, file->length, arena, sheet, &messages);
	messages_clear(&messages);
	if (!done)
		die("%s is not as it should be in this program", file_name);
}
