/* SPDX-License-Identifier: MIT */
/* Pieces of the sentences that the commands say; the sentences are elsewhere. */
#include <string.h>

#include "shown.h"

#include "base/str.h"
#include "base/utf8.h"

enum { SHOWN_COLUMNS = 60 };

const char *shown_text(struct arena *arena, const char *text)
{
	struct str whole, cut;
	const char *copy;

	str_init(&whole);
	str_init(&cut);
	utf8_visible(&whole, text, strnlen(text, (size_t)SHOWN_COLUMNS * 8), false);
	utf8_ellipsis(&cut, whole.text, SHOWN_COLUMNS);
	copy = arena_strdup(arena, cut.text);
	str_clear(&whole);
	str_clear(&cut);
	return copy;
}

const char *shown_choice(struct arena *arena, const char *const names[], size_t count, size_t most)
{
	size_t named = count > most + 1 ? most : count;
	struct str out;
	const char *copy;

	str_init(&out);
	for (size_t i = 0; i < named; i++) {
		if (i > 0)
			str_add(&out, i + 1 == count ? " or " : ", ");
		str_add(&out, shown_text(arena, names[i]));
	}
	if (named < count)
		str_addf(&out, " or %zu more", count - named);
	copy = arena_strdup(arena, out.text);
	str_clear(&out);
	return copy;
}
