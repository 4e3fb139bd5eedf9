/* SPDX-License-Identifier: MIT */
/*
 * The one function that fills in formulas. Ids are those of conventions 3; behind a
 * slash stands the form for one, for several bodies, or for what is known. What they
 * say is data of a template, not known here.
 */
#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "formula.h"
#include "model/inline.h"
#include "report/typography.h"

struct filling {
	const struct formula_field *fields;
	bool escaped;
};

/* One line: a line feed inside a name or a title is a blank of the sentence. */
static void add_value(const char *value, bool escaped, struct str *out)
{
	struct str line;

	str_init(&line);
	typography(value, &line);
	for (char *c = line.text; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	if (escaped)
		inline_escape(line.text, out);
	else
		str_add(out, line.text);
	str_clear(&line);
}

/* The field at "{name}"; false if it has no value. */
static bool add_field(
	const struct filling *filling, const char *name, size_t length, struct str *out)
{
	const struct formula_field *field = filling->fields;

	while (field && field->name &&
		(strncmp(field->name, name, length) != 0 || field->name[length]))
		field++;
	if (!field || !field->name || !field->value || !*field->value)
		return false;
	add_value(field->value, filling->escaped, out);
	return true;
}

/* Fills in up to the end or the closing bracket and returns where that is; an
 * optional part that lacks a value takes itself out again. */
static const char *fill(
	const struct filling *filling, const char *pattern, bool optional, struct str *out)
{
	size_t start = out->length;
	bool whole = true;

	while (*pattern && !(optional && *pattern == ']')) {
		if (*pattern == '{') {
			size_t length = strcspn(pattern + 1, "}");
			whole = add_field(filling, pattern + 1, length, out) && whole;
			pattern += length + 2;
		} else if (*pattern == '[') {
			pattern = fill(filling, pattern + 1, true, out) + 1;
		} else {
			str_addc(out, *pattern++);
		}
	}
	if (optional && !whole)
		str_cut(out, start);
	return pattern;
}

static void capitalize(struct str *text, size_t at)
{
	uint32_t point;
	char bytes[4];

	if (at == text->length)
		return;
	size_t size = utf8_decode(text->text + at, text->length - at, &point);
	size_t capital = utf8_encode(utf8_upper(point), bytes);
	str_remove(text, at, size);
	str_insert(text, at, bytes, capital);
}

static void sentence(struct str *out, const char *pattern, const struct formula_field *fields)
{
	struct filling filling = {fields, true};
	size_t start = out->length;

	fill(&filling, pattern, false, out);
	capitalize(out, start);
}

void formula_sentence(struct str *out, const struct template *template, const char *id,
	const struct formula_field *fields)
{
	sentence(out, template_text(template, id), fields);
}

void formula_text(struct str *out, const char *text)
{
	sentence(out, "{text}", FIELDS({"text", text}));
}

void formula_plain(struct str *out, const struct template *template, const char *id,
	const struct formula_field *fields)
{
	struct filling filling = {fields, false};

	fill(&filling, template_text(template, id), false, out);
}
