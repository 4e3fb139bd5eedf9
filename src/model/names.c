/* SPDX-License-Identifier: MIT */
/*
 * Order of States in lists and the lists themselves. The order is that of the
 * fold keys: a hyphen parts words there, so that "Guinea-Bissau" stands behind
 * "Guinea" and before "Guyana" either way.
 */
#include <stdbool.h>
#include <string.h>

#include "base/fold.h"
#include "model/names.h"

char *names_sort_key(const char *name)
{
	return fold_key(name);
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
