/* SPDX-License-Identifier: MIT */
/*
 * Between-keys. A key is an integer and behind it, where there was no integer
 * between two neighbours, a fraction; both in digits 0-9a-z, whose bytes sort as
 * their values do. The first character of an integer says how many digits it
 * has: a = 1, b = 2, ... above the first key given, and 9 = 1, 8 = 2, ... below
 * it, so that longer integers sort further out. Rows added at an end count on:
 * a1 a2 .. az b01 .. bzz c001, and the keys stay short. No integer and no
 * fraction ends in 0: else nothing would fit between "a1" and "a10".
 *
 * Keys that are not of this form (somebody made them up) are treated as
 * fractions, so that every pair of neighbours still has something between;
 * what has other characters or ends in 0 is no key at all.
 */
#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "model/rank.h"

static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

enum { BASE = 36, LONGEST_INTEGER = 26 };

/* No key sorts between "a1" and "a10", so none may end in 0. */
static bool is_key(const char *key)
{
	size_t length = strlen(key);

	return length > 0 && strspn(key, digits) == length && key[length - 1] != '0';
}

static int value_of(char c)
{
	const char *digit = c ? strchr(digits, c) : NULL;

	assert(digit);
	return (int)(digit - digits);
}

/* Bytes of the integer with its first character. */
static size_t integer_length(const char *key)
{
	return key[0] >= 'a' ? (size_t)(key[0] - 'a') + 2 : (size_t)('9' - key[0]) + 2;
}

static bool is_well_formed(const char *key)
{
	size_t length = strlen(key), integer = length ? integer_length(key) : 1;

	return length >= integer && key[integer - 1] != '0';
}

/* Makes all digits of the integer behind `first` the same, the last not 0. */
static void fill_integer(struct str *out, char first, char digit)
{
	str_reset(out);
	str_addc(out, first);
	for (size_t i = integer_length(out->text); i > 1; i--)
		str_addc(out, digit);
	if (digit == '0')
		out->text[out->length - 1] = '1';
}

/* The next integer; false after the last one. */
static bool increment(struct str *out, const char *integer, size_t length)
{
	str_reset(out);
	str_addn(out, integer, length);
	for (size_t i = length - 1; i > 0; i--) {
		int value = value_of(integer[i]);
		if (value + 1 < BASE) {
			out->text[i] = digits[value + 1];
			return true;
		}
		out->text[i] = i + 1 == length ? '1' : '0';
	}
	if (integer[0] == 'z')
		return false;
	fill_integer(out, integer[0] == '9' ? 'a' : (char)(integer[0] + 1), '0');
	return true;
}

/* The integer before; false before the first one. */
static bool decrement(struct str *out, const char *integer, size_t length)
{
	str_reset(out);
	str_addn(out, integer, length);
	for (size_t i = length - 1; i > 0; i--) {
		int value = value_of(integer[i]), lowest = i + 1 == length ? 1 : 0;
		if (value > lowest) {
			out->text[i] = digits[value - 1];
			return true;
		}
		out->text[i] = 'z';
	}
	if (integer[0] == '0')
		return false;
	fill_integer(out, integer[0] == 'a' ? '9' : (char)(integer[0] - 1), 'z');
	return true;
}

/* Adds a fraction between `low` and `high` (NULL = no limit above). */
static void add_middle(struct str *out, const char *low, const char *high)
{
	for (;;) {
		int from = *low ? value_of(*low) : 0;
		int to = high ? value_of(*high) : BASE;
		if (to - from > 1) {
			str_addc(out, digits[(from + to) / 2]);
			return;
		}
		if (to != from && high && high[1] != '\0') {
			/* The digit of high alone is less than high and more than low. */
			str_addc(out, digits[to]);
			return;
		}
		str_addc(out, digits[from]);
		low += *low ? 1 : 0;
		high = to == from && high ? high + 1 : NULL;
	}
}

static void between_keys(const char *before, const char *after, struct str *out)
{
	size_t low = integer_length(before), high = integer_length(after);

	if (low != high || memcmp(before, after, low) != 0) {
		if (increment(out, before, low) && strcmp(out->text, after) < 0)
			return;
		after = NULL;
	}
	str_reset(out);
	str_addn(out, before, low);
	add_middle(out, before + low, after ? after + high : NULL);
}

static bool before_key(const char *after, struct str *out)
{
	size_t length = integer_length(after);

	if (after[length] == '\0')
		return decrement(out, after, length);
	str_reset(out);
	str_addn(out, after, length);
	return true;
}

bool rank_between(const char *before, const char *after, struct str *out)
{
	assert(!before || !after || strcmp(before, after) < 0);
	assert(out->text != before && out->text != after);
	if ((before && !is_key(before)) || (after && !is_key(after)))
		return false;

	bool formed = (!before || is_well_formed(before)) && (!after || is_well_formed(after));
	bool done = formed;
	if (!formed)
		done = false;
	else if (before && after)
		between_keys(before, after, out);
	else if (before)
		done = increment(out, before, integer_length(before));
	else if (after)
		done = before_key(after, out);
	else
		fill_integer(out, 'a', '0');
	if (!done) {
		str_reset(out);
		add_middle(out, before ? before : "", after);
	}
	return true;
}
