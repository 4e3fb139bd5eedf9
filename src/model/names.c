/* SPDX-License-Identifier: MIT */
/*
 * Order of States in lists and the lists themselves. Hyphens are dropped before
 * folding, where a fold key would make them blanks: "Guinea-Bissau" is one word
 * in a list and two when one searches for it.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "model/names.h"

/* Bytes of the hyphen at text: "-", U+2010 or U+2011; 0 if there is none. */
static size_t hyphen_length(const char *text)
{
	if (*text == '-')
		return 1;
	return strncmp(text, "\u2010", 3) == 0 || strncmp(text, "\u2011", 3) == 0 ? 3 : 0;
}

char *names_sort_key(const char *name)
{
	struct str joined = STR_EMPTY;

	while (*name) {
		size_t hyphen = hyphen_length(name);
		if (!hyphen)
			str_addc(&joined, *name);
		name += hyphen ? hyphen : 1;
	}
	char *key = fold_key(joined.text);
	str_clear(&joined);
	return key;
}

static bool needs_semicolons(const char *const names[], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (strchr(names[i], ',') || strstr(names[i], "(on behalf of"))
			return true;
	}
	return false;
}

void names_join(const char *const names[], size_t count, struct str *out)
{
	bool semicolons = needs_semicolons(names, count);
	const char *between = semicolons ? "; " : ", ";
	const char *last = semicolons ? "; and " : " and ";

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			str_add(out, i + 1 == count ? last : between);
		str_add(out, names[i]);
	}
}
