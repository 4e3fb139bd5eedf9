/* SPDX-License-Identifier: MIT */
/*
 * Contractions and elisions at the place where a formula's own word meets the value of a
 * field. Only there: what stands inside a value, a title or a name, is not ours to change.
 */
#include <stdbool.h>
#include <string.h>

#include "contract.h"

/* Bytes of the character at text. */
static size_t character(const char *text)
{
	size_t length = *text != '\0';

	while (((unsigned char)text[length] & 0xC0) == 0x80)
		length++;
	return length;
}

bool contract_before_vowel(const struct template *template, const char *word)
{
	const char *vowels = template_text(template, "vowels");
	size_t length = character(word);

	while (*vowels) {
		size_t size = character(vowels);
		if (size == length && memcmp(vowels, word, length) == 0)
			return true;
		vowels += size;
	}
	return false;
}

/* Where the word begins that ends before the blank at `at - 1`; `at` if there is none. */
static size_t word_before(const struct str *text, size_t at)
{
	size_t start = at;

	if (!at || text->text[at - 1] != ' ')
		return at;
	for (start = at - 1; start && !strchr(" ([", text->text[start - 1]);)
		start--;
	return start + 1 < at ? start : at;
}

struct rule {
	const char *first, *second, *result;
	size_t first_length, second_length, result_length;
};

/* The rule at *at, "de le = du;"; false at the end or where it is none. */
static bool next_rule(const char **at, struct rule *rule)
{
	rule->first = *at + strspn(*at, " ;");
	rule->first_length = strcspn(rule->first, " ;");
	rule->second =
		rule->first + rule->first_length + strspn(rule->first + rule->first_length, " ");
	rule->second_length = strcspn(rule->second, " ;");
	rule->result = rule->second + rule->second_length;
	rule->result += strspn(rule->result, " ");
	if (*rule->result != '=')
		return false;
	rule->result += 1 + strspn(rule->result + 1, " ");
	rule->result_length = strcspn(rule->result, ";");
	*at = rule->result + rule->result_length;
	return true;
}

/* Bytes of the second word that go; -1 if the rule is not for it. */
static int fits(const struct template *template, const struct rule *rule, const char *value)
{
	size_t word = strcspn(value, " ");

	if (rule->second_length == 1 && *rule->second == '*')
		return contract_before_vowel(template, value) ? 0 : -1;
	return word == rule->second_length && strncmp(value, rule->second, word) == 0 ? (int)word
										      : -1;
}

void contract(const struct template *template, struct str *text, size_t at)
{
	const char *rules = template_text(template, "contractions");
	size_t start = word_before(text, at);
	struct rule rule;

	while (start < at && next_rule(&rules, &rule)) {
		if (rule.first_length != at - 1 - start ||
			strncmp(rule.first, text->text + start, rule.first_length) != 0)
			continue;
		int gone = fits(template, &rule, text->text + at);
		if (gone < 0)
			continue;
		str_remove(text, start, at - start + (size_t)gone);
		str_insert(text, start, rule.result, rule.result_length);
		return;
	}
}
