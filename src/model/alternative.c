/* SPDX-License-Identifier: MIT */
/* Letters of a list that has alternatives: counted in its order, in one pass. */
#include <string.h>

#include "model/alternative.h"
#include "model/number.h"

static const char *const words[] = {
	"", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"};
enum { WORDS = sizeof words / sizeof words[0] };

/* What was counted of the texts that stand for one another. */
struct family {
	int64_t root;
	int letter, alternatives;
};

static int64_t root_of(const struct alternative_place *place)
{
	return place->of ? place->of : place->id;
}

static void count_one(struct alternative_place *place, struct family *family, int *letter)
{
	if (family->root != root_of(place))
		*family = (struct family){.root = root_of(place)};
	place->letter = place->alternative = 0;
	if (!place->stands)
		return;
	if (family->letter && !place->adopted) {
		place->letter = family->letter;
		place->alternative = ++family->alternatives;
		return;
	}
	place->letter = ++*letter;
	if (!family->letter)
		family->letter = place->letter;
}

void alternative_count(struct alternative_place *places, size_t count)
{
	struct family family = {0};
	int letter = 0;

	for (size_t i = 0; i < count; i++)
		count_one(&places[i], &family, &letter);
}

void alternative_word(int alternative, struct str *out)
{
	if (alternative >= WORDS)
		str_addf(out, "%d", alternative + 1);
	else if (alternative > 0)
		str_add(out, words[alternative]);
}

int alternative_parse(const char *word)
{
	for (int i = 1; i < WORDS; i++)
		if (strcmp(word, words[i]) == 0)
			return i;
	return 0;
}

void alternative_label(int letter, int alternative, bool numbered, struct str *out)
{
	if (letter <= 0)
		return;
	if (numbered) {
		str_addf(out, "%d", letter);
	} else {
		str_addc(out, '(');
		number_letter(letter, out);
		str_addc(out, ')');
	}
	if (alternative <= 0)
		return;
	str_addc(out, ' ');
	alternative_word(alternative, out);
}
