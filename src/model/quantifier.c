/* SPDX-License-Identifier: MIT */
/* Scales of quantifiers, and the word before a point. */
#include "model/quantifier.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *const quantifier_names[QUANTIFIERS] = {
	"one", "another", "some", "several", "number", "many", "most", "all"};

enum quantifier quantifier_find(const char *name, size_t length)
{
	for (int i = 0; i < QUANTIFIERS; i++)
		if (strncasecmp(quantifier_names[i], name, length) == 0 &&
			!quantifier_names[i][length])
			return i;
	return QUANTIFIERS;
}

const char *quantifier_key(enum quantifier quantifier)
{
	static const char *const keys[QUANTIFIERS] = {"speaker.one", "speaker.another",
		"quantifier.some", "quantifier.several", "quantifier.number", "quantifier.many",
		"quantifier.most", "quantifier.all"};

	return keys[quantifier];
}

/* --- the scale --- */

struct entry {
	enum quantifier quantifier;
	long least;
	long part, whole; /* more than this share; whole 0: of none */
};

/* A number, and the blanks behind it. */
static bool read_number(const char **text, long *number)
{
	char *end;

	if (!isdigit((unsigned char)**text))
		return false;
	*number = strtol(*text, &end, 10);
	*text = end + strspn(end, " \t\n");
	return *number <= 1000000;
}

/* Reads the entry at *text and moves behind its semicolon. */
static bool read_entry(const char **text, struct entry *entry)
{
	const char *at = *text + strspn(*text, " \t\n");
	size_t length = strcspn(at, " \t\n;");

	*entry = (struct entry){.quantifier = quantifier_find(at, length)};
	if (entry->quantifier == QUANTIFIERS)
		return false;
	at += length;
	at += strspn(at, " \t\n");
	if (!read_number(&at, &entry->least))
		return false;
	if (isdigit((unsigned char)*at)) {
		if (!read_number(&at, &entry->part) || *at++ != '/' ||
			!read_number(&at, &entry->whole) || entry->whole == 0)
			return false;
	}
	if (*at && *at != ';')
		return false;
	*text = at + (*at == ';');
	*text += strspn(*text, " \t\n");
	return true;
}

static bool holds(const struct entry *entry, int64_t said, int64_t all)
{
	if (said < entry->least)
		return false;
	if (!entry->whole)
		return true;
	return entry->part >= entry->whole ? said >= all : said * entry->whole > all * entry->part;
}

enum quantifier quantifier_advice(const char *scale, int64_t voices, int64_t said, int64_t all)
{
	enum quantifier advice = QUANTIFIER_ONE;
	struct entry entry;

	while (voices > 1 && *scale && read_entry(&scale, &entry))
		if (holds(&entry, said, all))
			advice = entry.quantifier;
	return advice;
}

bool quantifier_is_scale(const char *scale)
{
	struct entry entry;
	bool any = false;

	while (*scale) {
		if (!read_entry(&scale, &entry))
			return false;
		any = true;
	}
	return any;
}

/* --- before a point --- */

enum quantifier quantifier_said(const char *point, const char **words)
{
	size_t length = strspn(point, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	enum quantifier said = point[length] == ':' ? quantifier_find(point, length) : QUANTIFIERS;

	*words = point;
	if (said != QUANTIFIERS)
		*words = point + length + 1 + strspn(point + length + 1, " ");
	if (said != QUANTIFIERS && !**words)
		*words = point; /* no more than the word: it is what was said */
	return *words == point ? QUANTIFIERS : said;
}
