/* SPDX-License-Identifier: MIT */
/*
 * Numbers and lists in the words of a template. A language lists its number words from
 * zero as far as it likes, and says by formulas how hundreds and thousands are made; what
 * it has no words for is printed in figures.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "contract.h"
#include "formula.h"
#include "words.h"

/* --- ordinals --- */

/* The value behind the longest key "N=" of "1=st 11=th" that the figures end with, or, if
 * `whole`, are. */
static bool find_ending(const char *list, const char *figures, bool whole, struct str *out)
{
	size_t best = 0, length = strlen(figures);

	while (*(list += strspn(list, " "))) {
		size_t word = strcspn(list, " "), key = strcspn(list, "= ");
		bool fits = whole ? key == length : key <= length && key > best;
		if (fits && list[key] == '=' && strncmp(figures + length - key, list, key) == 0) {
			str_reset(out);
			str_addn(out, list + key + 1, word - key - 1);
			best = key;
		}
		list += word;
	}
	return best > 0;
}

void words_ordinal(const struct template *template, int n, struct str *out)
{
	char figures[12];
	struct str ending;

	snprintf(figures, sizeof figures, "%d", n);
	str_init(&ending);
	if (!find_ending(template_text(template, "ordinal.is"), figures, true, &ending) &&
		!find_ending(template_text(template, "ordinal.ends"), figures, false, &ending))
		str_add(&ending, template_text(template, "ordinal.other"));
	formula_plain(
		out, template, "ORDINAL", FIELDS({"number", figures}, {"ending", ending.text}));
	str_clear(&ending);
}

/* --- numbers --- */

static void add_figures(const struct template *template, int n, struct str *out)
{
	const char *between = template_text(template, "number.thousands");

	if (n >= 1000000)
		str_addf(out, "%d%s%03d%s%03d", n / 1000000, between, n / 1000 % 1000, between,
			n % 1000);
	else if (n >= 1000)
		str_addf(out, "%d%s%03d", n / 1000, between, n % 1000);
	else
		str_addf(out, "%d", n);
}

/* The word of the list "zero, one, two"; false if it is too short. */
static bool add_listed(const struct template *template, int n, struct str *out)
{
	const char *list = template_text(template, "number.words");

	while (n-- > 0) {
		list += strcspn(list, ",");
		if (!*list)
			return false;
		list++;
	}
	list += strspn(list, " ");
	str_addn(out, list, strcspn(list, ","));
	return true;
}

static bool add_words(const struct template *template, int n, struct str *out);

/* "two hundred and five": `id` without a rest, of[rest < 100] with one. */
static bool add_made(const struct template *template, int n, int unit, const char *id,
	const char *const of[2], struct str *out)
{
	struct str count, rest;
	int left = n % unit;

	str_init(&count);
	str_init(&rest);
	const char *formula = left ? of[left < 100] : id;
	bool good = *template_text(template, formula) && add_words(template, n / unit, &count) &&
		    (!left || add_words(template, left, &rest));
	if (good)
		formula_plain(
			out, template, formula, FIELDS({"count", count.text}, {"rest", rest.text}));
	str_clear(&count);
	str_clear(&rest);
	return good;
}

static bool add_words(const struct template *template, int n, struct str *out)
{
	static const char *const hundreds[] = {"NUMBER/hundreds-and", "NUMBER/hundreds-and"};
	static const char *const thousands[] = {"NUMBER/thousands-rest", "NUMBER/thousands-and"};

	if (n < 0 || n > 999999)
		return false;
	if (n < 100)
		return add_listed(template, n, out);
	if (n < 1000)
		return add_made(template, n, 100, "NUMBER/hundreds", hundreds, out);
	return add_made(template, n, 1000, "NUMBER/thousands", thousands, out);
}

void words_number(const struct template *template, int n, struct str *out)
{
	if (n < 0 || n >= 10 || !add_listed(template, n, out))
		add_figures(template, n, out);
}

void words_number_first(const struct template *template, int n, struct str *out)
{
	size_t start = out->length;

	if (!add_words(template, n, out))
		add_figures(template, n, out);
	formula_capital(out, start);
}

const char *words_form(const struct template *template, int n)
{
	bool one = n == 1 || (n == 0 && strcmp(template_text(template, "number.zero"), "one") == 0);

	return formula_form(!one, false);
}

/* --- lists --- */

static bool needs_semicolons(
	const struct template *template, const char *const names[], size_t count)
{
	const char *behalf = template_text(template, "list.on-behalf");

	for (size_t i = 0; i < count; i++)
		if (strchr(names[i], ',') || (*behalf && strstr(names[i], behalf)))
			return true;
	return false;
}

/* Does it begin with one of the words of a list ("i hi")? */
static bool begins(const char *name, const char *list)
{
	while (*(list += strspn(list, " "))) {
		size_t length = strcspn(list, " ");
		struct str start;
		str_init(&start);
		str_addn(&start, name, strnlen(name, length));
		bool same = start.length == length;
		for (size_t i = 0; same && i < length; i++)
			same = (start.text[i] | (i == 0 ? 0x20 : 0)) == list[i];
		str_clear(&start);
		if (same)
			return true;
		list += length;
	}
	return false;
}

/* What stands between two parts of a list: the text between the fields of its formula. */
static void add_between(const struct template *template, const char *id, struct str *out)
{
	formula_plain(out, template, id, FIELDS({"before", "\1"}, {"after", "\1"}));
	while (out->length && out->text[out->length - 1] == '\1')
		str_cut(out, out->length - 1);
	while (*out->text == '\1')
		str_remove(out, 0, 1);
}

static const char *last_formula(const struct template *template, const char *name, bool semicolons)
{
	if (semicolons)
		return "LIST/long-last";
	if (*template_text(template, "LIST/last-other") &&
		begins(name, template_text(template, "list.other-before")) &&
		!begins(name, template_text(template, "list.other-unless")))
		return "LIST/last-other";
	return "LIST/last";
}

static void add_name(const struct template *template, const char *name, bool of, struct str *out)
{
	if (of) {
		str_addf(out, "%s ", template_text(template, "list.of"));
		size_t at = out->length;
		str_add(out, name);
		contract(template, out, at);
	} else {
		str_add(out, name);
	}
}

struct joining {
	const char *between, *last; /* their formulas */
	bool of;
};

static void join(const struct template *template, const struct joining *joining,
	const char *const names[], size_t count, struct str *out)
{
	struct str between, last;

	str_init(&between);
	str_init(&last);
	if (count > 1)
		add_between(template, joining->last, &last);
	if (count > 2)
		add_between(template, joining->between, &between);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			str_add(out, i + 1 == count ? last.text : between.text);
		add_name(template, names[i], joining->of, out);
	}
	str_clear(&between);
	str_clear(&last);
}

static void join_names(const struct template *template, const char *const names[], size_t count,
	bool of, struct str *out)
{
	bool semicolons = needs_semicolons(template, names, count);
	const char *first = of || !count ? template_text(template, "list.of") : names[count - 1];
	struct joining joining = {
		semicolons ? "LIST/long" : "LIST", last_formula(template, first, semicolons), of};

	join(template, &joining, names, count, out);
}

void words_join(
	const struct template *template, const char *const names[], size_t count, struct str *out)
{
	join_names(template, names, count, false, out);
}

void words_join_of(
	const struct template *template, const char *const names[], size_t count, struct str *out)
{
	join_names(template, names, count, true, out);
}

void words_join_by(const struct template *template, const char *between, const char *last,
	const char *const names[], size_t count, struct str *out)
{
	struct joining joining = {between, last, false};

	join(template, &joining, names, count, out);
}
