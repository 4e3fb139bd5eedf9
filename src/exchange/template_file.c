/* SPDX-License-Identifier: MIT */
/*
 * The reader of the words of reports. Which keys there are and what a text may be is
 * known by model/template.h; here what the file says gets its line and column. A key
 * that is missing is an error of the file, so that no look-up fails later.
 */
#include <dirent.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "data_file.h"
#include "exchange/name_file.h"
#include "exchange/template_file.h"
#include "fields.h"
#include "model/template_style.h"
#include "model/language.h"
#include "yaml_file.h"

struct template_build {
	struct reader reader;
	struct template *template;
	bool *wrong; /* by key: it stands there, but its text is not good */
};

static const struct field root_fields[] = {
	{"rapporteur", FIELD_OTHER, false, FIELD_NOWHERE},
	{"language", FIELD_OTHER, true, FIELD_NOWHERE},
	{"formulas", FIELD_MAP, true, FIELD_NOWHERE},
	{"styles", FIELD_MAP, false, FIELD_NOWHERE},
	{0},
};

/* --- texts --- */

static void say_unknown(struct template_build *build, const struct node *node)
{
	bool kept = build->reader.messages->count < MESSAGES_KEPT;
	const char *guess = kept ? template_guess(node->key) : NULL;

	messages_add(build->reader.messages, false, node->key_line, node->key_column,
		"there is no formula '%s'%s%s%s", reader_shown(&build->reader, node->key),
		guess ? "; did you mean '" : "", guess ? guess : "", guess ? "'?" : "");
}

static void set_text(struct template_build *build, const struct node *node, const char *key)
{
	size_t index = template_find(key);
	const char *text;
	struct err err;

	if (index == template_key_count) {
		say_unknown(build, node);
		return;
	}
	bool twice = build->template->texts[index] || build->wrong[index];
	text = fields_line(&build->reader, node, "a formula");
	if (twice)
		reader_error(&build->reader, node, "formula '%s' is there twice", key);
	else if (text && template_set(build->template, key, text, &err))
		return;
	else if (text)
		reader_error(&build->reader, node, "%s", err.text);
	build->wrong[index] = true;
}

static void read_formulas(struct template_build *build, const struct node *groups)
{
	for (const struct node *group = groups ? groups->first : NULL; group; group = group->next) {
		if (group->kind == NODE_MAP)
			for (const struct node *node = group->first; node; node = node->next)
				set_text(build, node, node->key);
		else if (group->kind != NODE_REFUSED)
			reader_error(&build->reader, group, "'%s' must be a mapping of formulas",
				reader_shown(&build->reader, group->key));
	}
}

static void say_missing(struct template_build *build, const struct node *root)
{
	const struct node *at = fields_place(root, "formulas");

	for (size_t i = 0; i < template_key_count; i++)
		if (!build->template->texts[i] && !build->wrong[i] && !template_keys[i].optional)
			reader_error(&build->reader, at, "the formula %s is missing",
				template_keys[i].key);
}

/* --- styles --- */

static bool is_tag(const char *text)
{
	size_t length = strlen(text);

	return length >= 2 && length < sizeof((struct template *)0)->language &&
	       strspn(text, "abcdefghijklmnopqrstuvwxyz-") == length;
}

static bool read_line(struct template_build *build, const struct node *node, struct str *lines)
{
	const char *line = fields_line(&build->reader, node, "a section");
	struct style_part part;
	struct err err;

	if (!line)
		return false;
	if (!style_parse(line, NULL, &part, &err)) {
		reader_error(&build->reader, node, "%s", err.text);
		return false;
	}
	str_addf(lines, "%s%s", lines->length ? "\n" : "", line);
	return true;
}

static void read_style(struct template_build *build, const struct node *style)
{
	struct str key, lines;
	struct err err;
	bool good = true;

	if (style->kind != NODE_LIST) {
		if (style->kind != NODE_REFUSED)
			reader_error(&build->reader, style, "'%s' must be a list of sections",
				reader_shown(&build->reader, style->key));
		return;
	}
	str_init(&key);
	str_init(&lines);
	str_addf(&key, "style.%s", style->key);
	for (const struct node *node = style->first; node; node = node->next)
		good = read_line(build, node, &lines) && good;
	if (!is_tag(style->key))
		reader_error(&build->reader, style,
			"the name of a style is of 2 to 11 small letters and '-', not '%s'",
			reader_shown(&build->reader, style->key));
	else if (good && !template_set(build->template, key.text, lines.text, &err))
		reader_error(&build->reader, style, "%s", err.text);
	str_clear(&key);
	str_clear(&lines);
}

static void read_styles(struct template_build *build, const struct node *root)
{
	const struct node *styles = fields_map(root, "styles");
	bool any = false;

	for (const struct node *style = styles ? styles->first : NULL; style; style = style->next) {
		any = any || strcmp(style->key, TEMPLATE_STYLE) == 0;
		read_style(build, style);
	}
	if (styles && !any && !styles->cut)
		reader_error(&build->reader, styles, "the style %s is missing", TEMPLATE_STYLE);
}

/* --- the file --- */

static void read_language(struct template_build *build, const struct node *root)
{
	const struct node *node = fields_child(root, "language");
	const char *text = node ? fields_line(&build->reader, node, "a language") : NULL;

	if (text && is_tag(text))
		memcpy(build->template->language, text, strlen(text) + 1);
	else if (text)
		reader_error(&build->reader, node,
			"'language' must be a short tag in small letters, like en, not '%s'",
			reader_shown(&build->reader, text));
}

static void read_root(struct template_build *build, const struct node *root)
{
	build->wrong = arena_alloc(build->reader.arena, template_key_count * sizeof *build->wrong);
	fields_read(&build->reader, root, "a file of words", root_fields, NULL);
	read_language(build, root);
	read_formulas(build, fields_map(root, "formulas"));
	read_styles(build, root);
	if (!root->cut)
		say_missing(build, root);
}

/* A language needs no styles of its own: those of the program's English hold. */
static void borrow_styles(struct template *template)
{
	struct template english;

	template_init(&english);
	template_file_default(&english);
	for (size_t i = 0; i < english.row_count; i++)
		template_set(template, english.rows[i].key, english.rows[i].text, NULL);
	template_clear(&english);
}

bool template_file_parse(const char *name, const char *text, size_t length,
	struct template *template, struct messages *messages)
{
	struct arena arena;
	struct template_build build = {
		.template = template, .reader = {.messages = messages, .arena = &arena}};
	struct yaml_tree tree;

	arena_init(&arena);
	messages_set_file(messages, name);
	yaml_tree_init(&tree);
	const struct node *root = yaml_file_root(&tree, &build.reader, text, length, "report");
	if (root)
		read_root(&build, root);
	yaml_tree_clear(&tree);
	arena_clear(&arena);
	messages_sort(messages);
	if (root && messages->errors == 0 && !template_style(template, TEMPLATE_STYLE))
		borrow_styles(template);
	return root && messages->errors == 0;
}

/* --- whose copy --- */

static void add_file_name(const char *language, struct str *name)
{
	if (strcmp(language, TEMPLATE_LANGUAGE) == 0)
		str_add(name, "report.yaml");
	else
		str_addf(name, "report.%s.yaml", language);
}

static bool is_embedded(const char *name)
{
	for (const struct embedded *file = embedded_files; file->name; file++)
		if (strcmp(file->name, name) == 0)
			return true;
	return false;
}

static bool has_file(const char *language)
{
	struct str name;

	str_init(&name);
	add_file_name(language, &name);
	bool there = is_tag(language) && data_file_exists(name.text);
	str_clear(&name);
	return there;
}

/* Tells the language of a file "report.xx.yaml". */
static void tell_language(
	const char *name, void (*each)(const char *language, void *data), void *data)
{
	static const char begin[] = "report.", end[] = ".yaml";
	size_t length = strlen(name), rest = strlen(begin) + strlen(end);
	char tag[sizeof((struct template *)0)->language];

	if (length <= rest || length - rest >= sizeof tag ||
		strncmp(name, begin, strlen(begin)) != 0 ||
		strcmp(name + length - strlen(end), end) != 0)
		return;
	memcpy(tag, name + strlen(begin), length - rest);
	tag[length - rest] = '\0';
	if (is_tag(tag))
		each(tag, data);
}

void template_file_languages(void (*each)(const char *language, void *data), void *data)
{
	struct str folder;
	const struct dirent *entry;

	each(TEMPLATE_LANGUAGE, data);
	for (const struct embedded *file = embedded_files; file->name; file++)
		tell_language(file->name, each, data);
	str_init(&folder);
	DIR *own = file_home("config", &folder, NULL) ? opendir(folder.text) : NULL;
	while (own && (entry = readdir(own)))
		if (!is_embedded(entry->d_name))
			tell_language(entry->d_name, each, data);
	if (own)
		closedir(own);
	str_clear(&folder);
}

static void add_language(const char *language, void *data)
{
	struct str *out = data;

	str_addf(out, "%s%s", out->length ? ", " : "", language);
}

const char *template_file_find(const char *said, struct err *err)
{
	const char *code = has_file(said) ? said : language_code(said);
	struct str known;

	if (code && has_file(code))
		return code;
	str_init(&known);
	template_file_languages(add_language, &known);
	err_set(err, ERR_USAGE, "there are no words of reports in '%.40s', only in %s", said,
		known.text);
	str_clear(&known);
	return NULL;
}

bool template_file_text(const char *language, struct str *text, struct err *err)
{
	struct messages messages;
	struct str name, path;

	str_init(&name);
	str_init(&path);
	add_file_name(language, &name);
	messages_init(&messages, name.text);
	bool done = is_tag(language) && data_file_exists(name.text)
			    ? data_file_read(name.text, &path, text, &messages) ||
				      messages_err(&messages, err)
			    : err_set(err, ERR_USAGE, "there are no words of reports in '%.40s'",
				      language);
	messages_clear(&messages);
	str_clear(&name);
	str_clear(&path);
	return done;
}

bool template_file_read(const char *language, struct template *template, struct messages *messages)
{
	struct str name, path, text;
	bool done = false;

	str_init(&name);
	str_init(&path);
	str_init(&text);
	add_file_name(language, &name);
	if (is_tag(language) && data_file_exists(name.text))
		done = data_file_read(name.text, &path, &text, messages) &&
		       template_file_parse(path.text, text.text, text.length, template, messages) &&
		       name_file_read(language, &template->names, messages);
	else
		messages_add(
			messages, false, 0, 0, "there are no words of reports in '%s'", language);
	str_clear(&name);
	str_clear(&path);
	str_clear(&text);
	return done;
}

static void read_embedded(const char *name, struct template *template);

/* A sentence in English is better than none: what a language has not got yet. */
static void borrow_texts(
	const char *name, struct template *template, const struct messages *messages)
{
	struct template english;

	if (strcmp(name, "report.yaml") == 0)
		die("%s is not as it should be in this program:%d: %s", name, messages->all[0].line,
			messages->all[0].text);
	template_init(&english);
	read_embedded("report.yaml", &english);
	for (size_t i = 0; i < template_key_count; i++)
		if (!template->texts[i] && english.texts[i])
			template_set(template, template_keys[i].key, english.texts[i], NULL);
	template_clear(&english);
	if (!template_style(template, TEMPLATE_STYLE))
		borrow_styles(template);
}

static void read_embedded(const char *name, struct template *template)
{
	const struct embedded *file = data_file_embedded(name);
	struct messages messages;

	messages_init(&messages, name);
	if (!template_file_parse(name, (const char *)file->data, file->length, template, &messages))
		borrow_texts(name, template, &messages);
	messages_clear(&messages);
}

void template_file_any(const char *language, struct template *template)
{
	struct messages messages;
	struct str name;

	str_init(&name);
	messages_init(&messages, "");
	if (!template_file_read(language, template, &messages)) {
		template_clear(template);
		template_init(template);
		add_file_name(is_tag(language) ? language : TEMPLATE_LANGUAGE, &name);
		read_embedded(is_embedded(name.text) ? name.text : "report.yaml", template);
		if (!name_file_read(template->language, &template->names, &messages))
			name_table_clear(&template->names);
	}
	messages_clear(&messages);
	str_clear(&name);
}

void template_file_default(struct template *template)
{
	read_embedded("report.yaml", template);
}
