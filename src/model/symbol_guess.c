/* SPDX-License-Identifier: MIT */
/*
 * What somebody meant who typed a symbol almost right: "ctoc/cop/wg2/2012 /3". Each part
 * between slashes is put right alone; what is then no symbol is no guess.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "model/symbol.h"

/* Words that have a stop before their number; the modifiers with small letters. */
static const char *const words[] = {
	"Add", "Rev", "Corr", "Amend", "WG", "CN", "AC", "CONF", "CRP", "GC", "SC"};

/* The part begins with the word and a number, whatever stands between them. */
static bool takes_word(const char *part, size_t length, const char *word, struct str *out)
{
	size_t at = strlen(word), digits;

	if (length <= at || strncasecmp(part, word, at) != 0)
		return false;
	while (at < length && strchr(" .-", part[at]))
		at++;
	for (digits = at; digits < length && isdigit((unsigned char)part[digits]);)
		digits++;
	if (digits == at || digits < length)
		return false;
	str_addf(out, "%s.%.*s", word, (int)(length - at), part + at);
	return true;
}

static bool has_capital(const char *part, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (isupper((unsigned char)part[i]))
			return true;
	return false;
}

static void put_right(const char *part, size_t length, struct str *out)
{
	bool small = !has_capital(part, length);

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (takes_word(part, length, words[i], out))
			return;
	if (length == strlen("summary") && strncasecmp(part, "summary", length) == 0) {
		str_add(out, "Summary");
		return;
	}
	for (size_t i = 0; i < length; i++)
		str_addc(out, small ? (char)toupper((unsigned char)part[i]) : part[i]);
}

static void put_parts(const char *text, struct str *out)
{
	while (*text) {
		size_t length = strcspn(text, "/\\");
		size_t end = length;
		while (end && strchr(" .,;", text[end - 1]))
			end--;
		size_t start = 0;
		while (start < end && text[start] == ' ')
			start++;
		if (end > start && out->length)
			str_addc(out, '/');
		put_right(text + start, end - start, out);
		text += length + (text[length] != '\0');
	}
}

bool symbol_guess(const char *text, struct str *out)
{
	struct str guess;
	struct err err = {0};
	bool good;

	str_init(&guess);
	put_parts(text, &guess);
	good = strcmp(guess.text, text) != 0 && symbol_check(guess.text, &err);
	if (good)
		str_add(out, guess.text);
	str_clear(&guess);
	return good;
}
