/* SPDX-License-Identifier: MIT */
/*
 * The one function that fills in formulas. Ids are those of conventions 3; behind a
 * slash stands the form for one, for several bodies, or for what is known. What they
 * say is data of a template, not known here.
 */
#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "contract.h"
#include "formula.h"
#include "model/inline.h"
#include "report/typography.h"

struct filling {
	const struct template *template; /* NULL: a text, in no language */
	const struct formula_field *fields;
	bool escaped;
};

const char *formula_form(bool several, bool feminine)
{
	static const char *const forms[] = {"0", "1", "2", "3"};

	return forms[(several ? 2 : 0) + (feminine ? 1 : 0)];
}

/* One line: a line feed inside a name or a title is a blank of the sentence. */
static void add_value(const struct filling *filling, const char *value, struct str *out)
{
	struct str line;

	str_init(&line);
	if (filling->template && strchr(value, '"'))
		typography_with(value, template_text(filling->template, "quote.outer-open"),
			template_text(filling->template, "quote.outer-close"), &line);
	else
		typography(value, &line);
	for (char *c = line.text; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	if (filling->escaped)
		inline_escape(line.text, out);
	else
		str_add(out, line.text);
	str_clear(&line);
}

/* The value of a field, or NULL. */
static const char *value_of(const struct filling *filling, const char *name, size_t length)
{
	const struct formula_field *field = filling->fields;

	while (field && field->name &&
		(strncmp(field->name, name, length) != 0 || field->name[length]))
		field++;
	return field && field->name && field->value && *field->value ? field->value : NULL;
}

static const char *fill(const struct filling *filling, const char *pattern, const char *until,
	bool *whole, struct str *out);

/* The choice at "{name|A|B}", of which the text for the form of that field is taken. */
static const char *add_choice(const struct filling *filling, const char *name, size_t length,
	bool *whole, struct str *out)
{
	const char *form = value_of(filling, name, length + 1), *at = name + length;
	struct str texts[4];
	size_t count = 0, wanted = form ? (size_t)(*form - '0') & 3 : 0;
	bool wholes[4] = {true, true, true, true};

	for (int i = 0; i < 4; i++)
		str_init(&texts[i]);
	for (; *at == '|' && count < 4; count++)
		at = fill(filling, at + 1, "|}", &wholes[count], &texts[count]);
	if (count == 2)
		wanted /= 2;
	str_add(out, texts[wanted].text);
	*whole = *whole && form && wholes[wanted];
	for (int i = 0; i < 4; i++)
		str_clear(&texts[i]);
	return at + 1;
}

/* The field or choice at "{"; *whole becomes false if it has no value. */
static const char *add_field(
	const struct filling *filling, const char *pattern, bool *whole, struct str *out)
{
	const char *name = pattern + 1;
	size_t length = strcspn(name, "|}"), start = out->length;

	if (name[length] == '|')
		return add_choice(filling, name, length, whole, out);
	const char *value = value_of(filling, name, length);
	*whole = *whole && value;
	if (value) {
		add_value(filling, value, out);
		if (filling->template)
			contract(filling->template, out, start);
	}
	return name + length + 1;
}

/* What stands in [ ]: nothing if a field in it lacks a value. That is tried apart, since
 * its first word may change the one before it. */
static const char *add_optional(const struct filling *filling, const char *pattern, struct str *out)
{
	struct str tried;
	bool whole = true;

	str_init(&tried);
	const char *end = fill(filling, pattern, "]", &whole, &tried);
	str_clear(&tried);
	if (whole)
		fill(filling, pattern, "]", &whole, out);
	return end + 1;
}

/* Fills in up to one of the characters of `until` and returns where that is. */
static const char *fill(const struct filling *filling, const char *pattern, const char *until,
	bool *whole, struct str *out)
{
	while (*pattern && !strchr(until, *pattern)) {
		if (*pattern == '{')
			pattern = add_field(filling, pattern, whole, out);
		else if (*pattern == '[')
			pattern = add_optional(filling, pattern + 1, out);
		else
			str_addc(out, *pattern++);
	}
	return pattern;
}

void formula_capital(struct str *text, size_t at)
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

static void fill_whole(const struct filling *filling, const char *pattern, struct str *out)
{
	bool whole = true;

	fill(filling, pattern, "", &whole, out);
}

void formula_sentence(struct str *out, const struct template *template, const char *id,
	const struct formula_field *fields)
{
	struct filling filling = {template, fields, true};
	size_t start = out->length;

	fill_whole(&filling, template_text(template, id), out);
	formula_capital(out, start);
}

void formula_words(struct str *out, const struct template *template, const char *words,
	const struct formula_field *fields)
{
	struct filling filling = {template, fields, true};
	size_t start = out->length;
	bool known = template_find(words) < template_key_count;

	fill_whole(&filling, known ? template_text(template, words) : words, out);
	formula_capital(out, start);
}

void formula_text(struct str *out, const char *text)
{
	size_t start = out->length;

	add_value(&(struct filling){.escaped = true}, text, out);
	formula_capital(out, start);
}

void formula_plain(struct str *out, const struct template *template, const char *id,
	const struct formula_field *fields)
{
	struct filling filling = {template, fields, false};

	fill_whole(&filling, template_text(template, id), out);
}
