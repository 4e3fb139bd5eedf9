/* SPDX-License-Identifier: MIT */
/* Documents told apart and joined by their symbols alone: nothing of it is kept, so
 * that a symbol that is corrected takes its links with it. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/symbol_links.h"

/* Is the single symbol one of those that are joined? */
static bool has(const char *symbols, const char *symbol, size_t length)
{
	const char *rest = symbols, *one;
	size_t bytes;

	while ((one = symbol_next(&rest, &bytes)))
		if (bytes == length && memcmp(one, symbol, length) == 0)
			return true;
	return false;
}

bool symbol_shares(const char *a, const char *b)
{
	const char *rest = a, *one;
	size_t length;

	while ((one = symbol_next(&rest, &length)))
		if (length > 0 && has(b, one, length))
			return true;
	return false;
}

bool symbol_cited(const char *text, const char *symbols)
{
	size_t start, length;
	bool cited = false;

	for (; !cited && symbol_find(text, &start, &length); text += start + length) {
		char *found = mem_strndup(text + start, length);
		cited = symbol_shares(found, symbols);
		free(found);
	}
	return cited;
}

enum symbol_modifier symbol_link(const char *symbols, const char *of, int *number)
{
	enum symbol_modifier modifier = SYMBOL_DOCUMENT;
	const char *rest = symbols, *one;
	size_t length, parent;
	int which = 0;

	while (modifier == SYMBOL_DOCUMENT && (one = symbol_next(&rest, &length))) {
		char *symbol = mem_strndup(one, length);
		modifier = symbol_modifier(symbol, &which, &parent);
		if (!has(of, symbol, parent))
			modifier = SYMBOL_DOCUMENT;
		free(symbol);
	}
	if (number)
		*number = which;
	return modifier;
}

const char *symbol_modifier_word(enum symbol_modifier modifier)
{
	static const char *const words[] = {
		[SYMBOL_DOCUMENT] = "",
		[SYMBOL_ADDENDUM] = "addendum",
		[SYMBOL_REVISION] = "revision",
		[SYMBOL_CORRIGENDUM] = "corrigendum",
		[SYMBOL_AMENDMENT] = "amendment",
		[SYMBOL_SUMMARY] = "summary",
	};

	return words[modifier];
}

/* The digits at both places as numbers; the places are moved behind them. */
static int compare_numbers(const char **a, const char **b)
{
	size_t lengths[2];

	*a += strspn(*a, "0");
	*b += strspn(*b, "0");
	lengths[0] = strspn(*a, "0123456789");
	lengths[1] = strspn(*b, "0123456789");
	if (lengths[0] != lengths[1])
		return lengths[0] < lengths[1] ? -1 : 1;
	int order = memcmp(*a, *b, lengths[0]);
	*a += lengths[0];
	*b += lengths[1];
	return order;
}

int symbol_compare(const char *a, const char *b)
{
	while (*a && *b) {
		if (isdigit((unsigned char)*a) && isdigit((unsigned char)*b)) {
			int order = compare_numbers(&a, &b);
			if (order != 0)
				return order;
		} else if (*a == *b) {
			a++;
			b++;
		} else if (isdigit((unsigned char)*a) != isdigit((unsigned char)*b)) {
			/* "2012/2" before "2012/CRP.1". */
			return isdigit((unsigned char)*a) ? -1 : 1;
		} else {
			return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
		}
	}
	return *a ? 1 : *b ? -1 : 0;
}
