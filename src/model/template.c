/* SPDX-License-Identifier: MIT */
/*
 * Texts by key. A text is checked once, when it comes in, so that whoever fills in a
 * formula can trust its brackets and its fields. Where the texts come from (a file,
 * the rows of a session) is not known here.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/nearest.h"
#include "model/quantifier.h"
#include "model/template.h"
#include "model/template_style.h"

#define STYLE_PREFIX "style."
#define USE "use"

void template_init(struct template *template)
{
	memset(template, 0, sizeof *template);
	arena_init(&template->arena);
	name_table_init(&template->names);
	template->texts =
		arena_alloc(&template->arena, template_key_count * sizeof *template->texts);
}

void template_clear(struct template *template)
{
	arena_clear(&template->arena);
	name_table_clear(&template->names);
	template->texts = NULL;
	template->rows = NULL;
	template->row_count = 0;
}

static struct template_row *find_row(const struct template *template, const char *key)
{
	for (size_t i = 0; i < template->row_count; i++)
		if (strcmp(template->rows[i].key, key) == 0)
			return &template->rows[i];
	return NULL;
}

static void set_row(struct template *template, const char *key, const char *text)
{
	struct template_row *row = find_row(template, key);

	if (!row) {
		template->rows = arena_grow(&template->arena, template->rows, template->row_count,
			sizeof *template->rows);
		row = &template->rows[template->row_count++];
		row->key = arena_strdup(&template->arena, key);
	}
	row->text = arena_strdup(&template->arena, text);
}

void template_copy(struct template *copy, const struct template *from)
{
	name_table_copy(&copy->names, &from->names);
	memcpy(copy->language, from->language, sizeof copy->language);
	for (size_t i = 0; i < template_key_count; i++)
		copy->texts[i] = arena_strdup(&copy->arena, from->texts[i]);
	for (size_t i = 0; i < from->row_count; i++)
		set_row(copy, from->rows[i].key, from->rows[i].text);
}

/* --- keys --- */

static int compare_key(const void *key, const void *row)
{
	return strcmp(key, ((const struct template_key *)row)->key);
}

size_t template_find(const char *key)
{
	const struct template_key *row =
		bsearch(key, template_keys, template_key_count, sizeof *row, compare_key);

	return row ? (size_t)(row - template_keys) : template_key_count;
}

const char *template_guess(const char *key)
{
	const char **names = mem_alloc(template_key_count * sizeof *names);

	for (size_t i = 0; i < template_key_count; i++)
		names[i] = template_keys[i].key;
	const char *found = nearest_find(key, names, template_key_count);
	free(names);
	return found;
}

const char *template_text(const struct template *template, const char *key)
{
	size_t i = template_find(key);

	if (i == template_key_count)
		die("there is no formula %s", key);
	assert(template->texts[i] || template_keys[i].optional);
	return template->texts[i] ? template->texts[i] : "";
}

/* --- what a text may be --- */

enum { DEEPEST = 8 }; /* brackets and choices in each other */

static bool has_word(const char *words, const char *word, size_t length)
{
	for (const char *at = words; *at;) {
		size_t size = strcspn(at, " ");
		if (size == length && strncmp(at, word, length) == 0)
			return true;
		at += size + strspn(at + size, " ");
	}
	return false;
}

static bool check_part(const struct template_key *key, const char **text, int depth,
	const char *until, struct err *err);

static bool is_known(const struct template_key *key, const char *name, size_t length)
{
	return key->fields && has_word(key->fields, name, length);
}

bool template_has_field(size_t key, const char *field, size_t length)
{
	return is_known(&template_keys[key], field, length);
}

/* The texts behind "{name|": two, or four. */
static bool check_choice(
	const struct template_key *key, const char **text, int depth, struct err *err)
{
	int count = 0;

	while (**text == '|') {
		++*text;
		if (!check_part(key, text, depth, "|}", err))
			return false;
		count++;
	}
	return count == 2 || count == 4 ||
	       err_set(err, ERR_DATA,
		       "%s: a choice has two texts, for one and for several, or four, for those"
		       " of masculine and feminine each",
		       key->key);
}

/* The field at "{", whose end is *text afterwards. */
static bool check_field(
	const struct template_key *key, const char **text, int depth, struct err *err)
{
	const char *name = *text + 1;
	size_t length = strcspn(name, "{}[]|");
	bool choice = name[length] == '|';

	if (name[length] != '}' && !choice)
		return err_set(err, ERR_DATA, "%s: a '{' is not closed by '}'", key->key);
	if (!is_known(key, name, length + choice))
		return err_set(err, ERR_DATA, "%s has no field {%.*s}%s%s", key->key,
			(int)(length + choice < 40 ? length + choice : 40), name,
			key->fields && *key->fields ? "; it may have " : " and none at all",
			key->fields ? key->fields : "");
	*text = name + length;
	if (choice && !check_choice(key, text, depth, err))
		return false;
	++*text;
	return true;
}

static bool say_open(const struct template_key *key, const char *until, struct err *err)
{
	if (*until == ']')
		return err_set(err, ERR_DATA, "%s: a '[' is not closed by ']'", key->key);
	return err_set(err, ERR_DATA, "%s: a '{' is not closed by '}'", key->key);
}

/* Up to one of the characters of `until`; to the end if that is empty. */
static bool check_part(const struct template_key *key, const char **text, int depth,
	const char *until, struct err *err)
{
	if (depth > DEEPEST)
		return err_set(err, ERR_DATA, "%s: more than %d brackets stand in each other",
			key->key, DEEPEST);
	while (**text && !strchr(until, **text)) {
		if (**text == '{') {
			if (!check_field(key, text, depth + 1, err))
				return false;
			continue;
		}
		if (**text == ']' || **text == '}')
			return err_set(
				err, ERR_DATA, "%s: a '%c' closes nothing", key->key, **text);
		bool bracket = *(*text)++ == '[';
		if (!bracket)
			continue;
		if (!check_part(key, text, depth + 1, "]", err))
			return false;
		++*text;
	}
	return **text || !*until || say_open(key, until, err);
}

bool template_check(const struct template_key *key, const char *text, struct err *err)
{
	if (!*text)
		return key->optional || err_set(err, ERR_DATA, "%s has no text", key->key);
	if (!key->fields)
		return true;
	return check_part(key, &text, 0, "", err);
}

/* --- styles --- */

const char *template_style(const struct template *template, const char *key)
{
	struct str name;

	str_init(&name);
	str_addf(&name, STYLE_PREFIX "%s", key);
	const struct template_row *row = find_row(template, name.text);
	str_clear(&name);
	return row ? row->text : NULL;
}

const char *template_use(const struct template *template, const char *body)
{
	const struct template_row *row = NULL;
	struct str name;

	str_init(&name);
	str_addf(&name, USE "%s%s", body ? "." : "", body ? body : "");
	row = find_row(template, name.text);
	if (!row)
		row = find_row(template, USE);
	str_clear(&name);
	return row && template_style(template, row->text) ? row->text : TEMPLATE_STYLE;
}

static bool check_style(const char *text, struct err *err)
{
	struct style_part part;
	struct str line;
	bool good = *text || err_set(err, ERR_DATA, "a style has no sections");

	str_init(&line);
	while (*text && good) {
		size_t length = strcspn(text, "\n");
		str_reset(&line);
		str_addn(&line, text, length);
		good = style_parse(line.text, NULL, &part, err);
		text += length + (text[length] == '\n');
	}
	str_clear(&line);
	return good;
}

static bool is_use(const char *key)
{
	return strcmp(key, USE) == 0 || strncmp(key, USE ".", strlen(USE ".")) == 0;
}

/* True with *good if the key is of a row, which then is set or refused. */
static bool set_other(
	struct template *template, const char *key, const char *text, bool *good, struct err *err)
{
	bool use = is_use(key);

	if (!use && strncmp(key, STYLE_PREFIX, strlen(STYLE_PREFIX)) != 0)
		return false;
	if (use)
		*good = template_style(template, text) ||
			err_set(err, ERR_DATA, "there is no report style '%.40s'", text);
	else
		*good = check_style(text, err);
	if (*good)
		set_row(template, key, text);
	return true;
}

bool template_set(struct template *template, const char *key, const char *text, struct err *err)
{
	size_t i = template_find(key);
	bool good;

	if (set_other(template, key, text, &good, err))
		return good;
	if (i == template_key_count)
		return err_set(err, ERR_DATA, "there is no formula %s", key);
	if (!template_check(&template_keys[i], text, err))
		return false;
	if (strcmp(key, "quantifier.scale") == 0 && !quantifier_is_scale(text))
		return err_set(
			err, ERR_DATA, "this is no scale of quantifiers: \"some 2; many 7 1/3\"");
	template->texts[i] = arena_strdup(&template->arena, text);
	return true;
}
