/* SPDX-License-Identifier: MIT */
/* "asked for" is said of one and of several; in most languages a verb has two forms. */
#include <stdbool.h>
#include <string.h>

#include "verb_plural.h"

struct rule {
	const char *one, *several;
	size_t one_length, several_length;
	bool ending;
};

/* The rule at *at, "-ó = aron;"; false at the end. */
static bool next_rule(const char **at, struct rule *rule)
{
	const char *begin = *at + strspn(*at, "; "), *end = begin + strcspn(begin, ";");
	const char *equals = strstr(begin, " = ");

	if (!equals || equals >= end)
		return false;
	rule->ending = *begin == '-';
	rule->one = begin + rule->ending;
	rule->one_length = (size_t)(equals - rule->one);
	rule->several = equals + strlen(" = ");
	rule->several_length = (size_t)(end - rule->several);
	*at = end;
	return true;
}

/* Where what the rule changes stands; false if it is not for these words. */
static bool find(const struct rule *rule, const struct str *words, size_t *at)
{
	size_t first = strcspn(words->text, " ");

	if (rule->ending) {
		*at = first - rule->one_length;
		return first > rule->one_length &&
		       memcmp(words->text + *at, rule->one, rule->one_length) == 0;
	}
	*at = 0;
	return strncmp(words->text, rule->one, rule->one_length) == 0 &&
	       (words->text[rule->one_length] == ' ' || words->text[rule->one_length] == '\0');
}

void verb_plural(const struct template *template, struct str *words)
{
	const char *rules = template_text(template, "point.plurals");
	struct rule rule;
	size_t at;

	while (next_rule(&rules, &rule)) {
		if (!find(&rule, words, &at))
			continue;
		str_remove(words, at, rule.one_length);
		str_insert(words, at, rule.several, rule.several_length);
		return;
	}
}
