/* SPDX-License-Identifier: MIT */
/*
 * Whether a recommendation says who should do it. A text that begins with "should"
 * needs a name before it: a chapeau that ends in "that" or in a verb ("recommended",
 * "decides to") has none. What a verb is follows from the table of operative verbs,
 * in the present and in the past; everything else is taken for a name.
 */
#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "addressee.h"
#include "base/str.h"
#include "model/recommendation.h"

static const char *modal_of(const char *text)
{
	static const char *const modals[] = {
		"should", "would", "could", "shall", "must", "may", "might", "ought to"};
	const char *modal = NULL;
	struct str entry;

	str_init(&entry);
	recommendation_entry(text, &entry);
	for (size_t i = 0; i < sizeof(modals) / sizeof(modals[0]) && !modal; i++) {
		size_t length = strlen(modals[i]);
		if (strncasecmp(entry.text, modals[i], length) == 0 &&
			!isalnum((unsigned char)entry.text[length]))
			modal = modals[i];
	}
	str_clear(&entry);
	return modal;
}

static bool is_present(const struct str *word)
{
	return word->length && recommendation_verb(word->text) == word->length;
}

/* "recommended", "decided", "stressed": the present of one of them is a verb. */
static bool is_past(const struct str *word)
{
	static const struct {
		size_t cut;
		const char *ending;
	} forms[] = {{1, "s"}, {2, "s"}, {2, "es"}};
	bool is = false;

	if (word->length < 4 || strcasecmp(word->text + word->length - 2, "ed") != 0)
		return false;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]) && !is; i++) {
		struct str present;
		str_init(&present);
		str_addn(&present, word->text, word->length - forms[i].cut);
		str_add(&present, forms[i].ending);
		is = is_present(&present);
		str_clear(&present);
	}
	return is;
}

/* The last word; what follows it is punctuation, "…" included. */
static void last_word(const char *text, struct str *out)
{
	size_t end = strlen(text), from;

	while (end && !isalpha((unsigned char)text[end - 1]))
		end--;
	for (from = end; from && isalpha((unsigned char)text[from - 1]);)
		from--;
	str_addn(out, text + from, end - from);
}

static bool ends_in_name(const char *chapeau)
{
	static const char *const particles[] = {"that", "to", "upon", "on", "for"};
	struct str word;

	str_init(&word);
	last_word(chapeau, &word);
	bool name = word.length && !is_present(&word) && !is_past(&word);
	for (size_t i = 0; i < sizeof(particles) / sizeof(particles[0]); i++)
		name = name && strcasecmp(word.text, particles[i]) != 0;
	str_clear(&word);
	return name;
}

const char *addressee_missing(const char *chapeau, const char *text)
{
	return chapeau && ends_in_name(chapeau) ? NULL : modal_of(text);
}
