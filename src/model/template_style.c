/* SPDX-License-Identifier: MIT */
/* Lines of a report style. What a section says is not known here, only what it may be told. */
#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "model/nearest.h"
#include "model/template_style.h"

const char *const style_kinds[] = {"title", "heading", "introduction", "recommendations",
	"follow-up", "summary", "opening", "meetings", "chair", "statements", "agenda",
	"attendance", "documentation", "adoption", "annex", "formula", NULL};

static const struct {
	const char *name;
	enum style_kind kind;
	unsigned bit;
} options[] = {
	{"flat", STYLE_SUMMARY, STYLE_FLAT},
	{"named", STYLE_SUMMARY, STYLE_NAMED},
	{"action", STYLE_SUMMARY, STYLE_ACTION},
	{"rest", STYLE_RECOMMENDATIONS, STYLE_REST},
	{"item", STYLE_TITLE, STYLE_ITEM},
	{"list", STYLE_TITLE, STYLE_LIST},
};

/* What headings of their own words may have; "TITLE" says that of titles. */
static const struct template_key own_heading = {"a heading", "bodies bodies| of_bodies", false};

static const char *take_word(const char **line, size_t *length)
{
	const char *word = *line + strspn(*line, " ");

	*length = strcspn(word, " ");
	*line = word + *length;
	return word;
}

static bool is_word(const char *word, size_t length, const char *wanted)
{
	return strlen(wanted) == length && strncmp(word, wanted, length) == 0;
}

static bool read_kind(const char **line, struct style_part *part, struct err *err)
{
	size_t length;
	const char *word = take_word(line, &length);
	struct str unknown;

	for (int kind = 0; kind < STYLE_KINDS; kind++)
		if (is_word(word, length, style_kinds[kind])) {
			part->kind = (enum style_kind)kind;
			return true;
		}
	str_init(&unknown);
	str_addn(&unknown, word, length < 40 ? length : 40);
	const char *guess = nearest_find(unknown.text, style_kinds, STYLE_KINDS);
	if (guess)
		err_set(err, ERR_DATA, "there is no section '%s'; did you mean '%s'?", unknown.text,
			guess);
	else
		err_set(err, ERR_DATA, "there is no section '%s'", unknown.text);
	str_clear(&unknown);
	return false;
}

/* Takes the options that the kind has. */
static void read_options(const char **line, struct style_part *part)
{
	bool found = true;

	while (found) {
		const char *rest = *line;
		size_t length;
		const char *word = take_word(&rest, &length);
		found = false;
		for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
			if (options[i].kind != part->kind ||
				!is_word(word, length, options[i].name))
				continue;
			part->options |= options[i].bit;
			*line = rest;
			found = true;
		}
	}
}

/* A title has words and no level, a mere heading both, any other section both or none. */
static bool check_heading(const struct style_part *part, const char *words, struct err *err)
{
	size_t key = template_find(words);
	const char *name = style_kinds[part->kind];
	bool level = part->level >= 0, title = part->kind == STYLE_TITLE;

	if (title && (level || !*words))
		return err_set(
			err, ERR_DATA, "%s has a formula or words of its own, and no level", name);
	if (!title && !level && *words)
		return err_set(err, ERR_DATA,
			"%s: '%.40s' is no option of it; a heading has its level before it", name,
			words);
	if (level && !*words)
		return err_set(err, ERR_DATA, "%s has a level and no heading", name);
	if (part->kind == STYLE_HEADING && !level)
		return err_set(err, ERR_DATA, "%s has a level and its words", name);
	if (!*words || (key < template_key_count && template_keys[key].fields))
		return true;
	return template_check(
		title ? &template_keys[template_find("TITLE")] : &own_heading, words, err);
}

/* Can what one key says stand in the place of another: has it no field that is missing? */
static bool fits(size_t key, size_t other)
{
	const char *field = template_keys[other].fields;

	if (!field || !template_keys[key].fields)
		return field == template_keys[key].fields;
	while (*(field += strspn(field, " "))) {
		size_t length = strcspn(field, " ");
		if (!template_has_field(key, field, length))
			return false;
		field += length;
	}
	return true;
}

/* "formula KEY with KEY|WORDS" */
static bool parse_formula(
	const char *line, struct arena *arena, struct style_part *part, struct err *err)
{
	size_t length, with;
	const char *word = take_word(&line, &length), *between = take_word(&line, &with);
	struct str name;
	bool good = true;

	line += strspn(line, " ");
	str_init(&name);
	str_addn(&name, word, length);
	size_t key = template_find(name.text), other = template_find(line);
	if (key == template_key_count)
		good = err_set(err, ERR_DATA, "there is no formula '%.40s'", name.text);
	else if (!is_word(between, with, "with") || !*line)
		good = err_set(
			err, ERR_DATA, "formula %s: what it says stands behind 'with'", name.text);
	else if (other == template_key_count)
		good = template_check(&template_keys[key], line, err);
	else if (!fits(key, other))
		good = err_set(err, ERR_DATA, "formula %s: %s has fields that it does not have",
			name.text, line);
	str_clear(&name);
	part->own = other == template_key_count;
	if (good && arena) {
		part->formula = template_keys[key].key;
		part->heading = arena_strdup(arena, line);
	}
	return good;
}

bool style_parse(const char *line, struct arena *arena, struct style_part *part, struct err *err)
{
	size_t length;

	*part = (struct style_part){.level = -1};
	if (!read_kind(&line, part, err))
		return false;
	if (part->kind == STYLE_FORMULA)
		return parse_formula(line, arena, part, err);
	read_options(&line, part);
	const char *rest = line;
	const char *word = take_word(&rest, &length);
	if (length == 1 && isdigit((unsigned char)*word)) {
		part->level = *word - '0';
		line = rest;
	}
	line += strspn(line, " ");
	if (part->level > 6)
		return err_set(err, ERR_DATA, "a level is 0 to 6, not %d", part->level);
	if (!check_heading(part, line, err))
		return false;
	part->own = *line && template_find(line) == template_key_count;
	if (*line && arena)
		part->heading = arena_strdup(arena, line);
	return true;
}

struct style_part *style_parts(
	const struct template *template, const char *key, struct arena *arena, size_t *count)
{
	const char *text = template_style(template, key);
	struct style_part *parts = NULL;

	*count = 0;
	while (text && *text) {
		size_t length = strcspn(text, "\n");
		char *line = arena_strndup(arena, text, length);
		struct err err;
		parts = arena_grow(arena, parts, *count, sizeof *parts);
		if (style_parse(line, arena, &parts[*count], &err))
			++*count;
		text += length + (text[length] == '\n');
	}
	return parts;
}

bool template_only_style(struct template *template, const char *style, struct err *err)
{
	if (!template_style(template, style))
		return err_set(err, ERR_USAGE,
			"there is no report style '%.40s'; rapporteur do report style lists them",
			style);
	for (size_t i = 0; i < template->row_count; i++)
		if (strncmp(template->rows[i].key, "use", 3) == 0)
			template->rows[i].text = arena_strdup(&template->arena, style);
	return template_set(template, "use", style, err);
}
