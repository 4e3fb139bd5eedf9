/* SPDX-License-Identifier: MIT */
/* Words of a text found and changed. A letter is a digit, a Latin letter, or any sign
 * that is not of punctuation, which Unicode has in a block of its own. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "model/wording.h"

static bool is_letter(const char *text, size_t length)
{
	uint32_t point;

	if (length == 0 || utf8_decode(text, length, &point) == 0)
		return false;
	return point < 0x80 ? isalnum((int)point) != 0
			    : point >= 0xC0 && !(point >= 0x2000 && point < 0x2070);
}

static bool is_letter_before(const char *text, size_t at)
{
	size_t length = utf8_cluster_before(text, at);

	return is_letter(text + at - length, length);
}

/* Does a whole word begin and end where these do? */
static bool is_whole(const char *text, const char *at, size_t length)
{
	size_t from = (size_t)(at - text), rest = strlen(at + length);

	return !(is_letter_before(text, from) && is_letter(at, length)) &&
	       !(is_letter_before(text, from + length) && is_letter(at + length, rest));
}

static const char *find(const char *text, const char *words, size_t *found)
{
	const char *place = NULL;
	size_t length = strlen(words);

	*found = 0;
	for (const char *at = text; length && (at = strstr(at, words)); at++) {
		if (!is_whole(text, at, length))
			continue;
		place = at;
		++*found;
	}
	return *found == 1 ? place : NULL;
}

/* Joins two pieces of a text with what stands between them: one blank at most, and none
 * before a sign that follows a word. */
static void join(struct str *out, const char *rest)
{
	bool blank = out->length && strchr(" \n", out->text[out->length - 1]);

	if (!*rest || strchr(".,;:)?!]", *rest)) {
		while (*rest && out->length && out->text[out->length - 1] == ' ')
			str_cut(out, out->length - 1);
	} else if (blank || out->length == 0) {
		rest += strspn(rest, " ");
	} else if (*rest != ' ' && *rest != '\n' && !strchr("([", out->text[out->length - 1])) {
		str_addc(out, ' ');
	}
	str_add(out, rest);
}

bool wording_replace(
	const char *text, const char *words, const char *with, struct str *out, size_t *found)
{
	const char *at = find(text, words, found);

	if (*with == '\0')
		return wording_delete(text, words, out, found);
	str_reset(out);
	if (!at)
		return false;
	str_addn(out, text, (size_t)(at - text));
	str_add(out, with);
	str_add(out, at + strlen(words));
	return true;
}

bool wording_insert(
	const char *text, const char *words, const char *after, struct str *out, size_t *found)
{
	const char *at = after ? find(text, after, found) : NULL;
	size_t end = strlen(text);

	str_reset(out);
	if (after && !at)
		return false;
	if (after) {
		end = (size_t)(at - text) + strlen(after);
	} else {
		*found = 1;
		if (end && strchr(".;,", text[end - 1]))
			end--;
	}
	str_addn(out, text, end);
	join(out, words);
	join(out, text + end);
	return true;
}

bool wording_delete(const char *text, const char *words, struct str *out, size_t *found)
{
	const char *at = find(text, words, found);

	str_reset(out);
	if (!at)
		return false;
	str_addn(out, text, (size_t)(at - text));
	join(out, at + strlen(words));
	while (out->length && out->text[out->length - 1] == ' ')
		str_cut(out, out->length - 1);
	return true;
}
