/* SPDX-License-Identifier: MIT */
/* Languages as people write them, in one form. A letter that means nothing is refused;
 * a word with a capital is a language that the program need not know. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "model/language.h"
#include "model/names.h"

enum { OFFICIAL = 6, MOST = 24 };

static const struct {
	const char *letter, *code, *name;
} official[OFFICIAL] = {
	{"A", "ar", "Arabic"},
	{"C", "zh", "Chinese"},
	{"E", "en", "English"},
	{"F", "fr", "French"},
	{"R", "ru", "Russian"},
	{"S", "es", "Spanish"},
};

const char *language_code(const char *name)
{
	for (int i = 0; name && i < OFFICIAL; i++)
		if (strcasecmp(name, official[i].name) == 0 ||
			strcasecmp(name, official[i].code) == 0 ||
			strcmp(name, official[i].letter) == 0)
			return official[i].code;
	return NULL;
}

const char *language_name(const char *code)
{
	for (int i = 0; i < OFFICIAL; i++)
		if (strcmp(code, official[i].code) == 0)
			return official[i].name;
	return code;
}

struct found {
	bool official[OFFICIAL];
	struct {
		const char *text;
		size_t length;
	} others[MOST];
	size_t count;
};

static bool is(const char *word, size_t length, const char *name)
{
	return strlen(name) == length && strncasecmp(word, name, length) == 0;
}

static bool take_official(struct found *found, const char *word, size_t length)
{
	bool any = false;

	for (size_t i = 0; i < OFFICIAL; i++) {
		bool here = is(word, length, official[i].letter) ||
			    is(word, length, official[i].code) ||
			    is(word, length, official[i].name) || is(word, length, "all");
		found->official[i] = found->official[i] || here;
		any = any || here;
	}
	return any;
}

static bool take(struct found *found, const char *word, size_t length, struct err *err)
{
	if (is(word, length, "and") || is(word, length, "only") ||
		take_official(found, word, length))
		return true;
	if (length < 3 || !isupper((unsigned char)word[0]) || found->count == MOST)
		return err_set(err, ERR_USAGE,
			"'%.*s' is no language: A C E F R S are Arabic, Chinese, English, French, "
			"Russian and Spanish; others are written out, as German",
			(int)(length < 40 ? length : 40), word);
	for (size_t i = 0; i < found->count; i++)
		if (found->others[i].length == length &&
			strncmp(found->others[i].text, word, length) == 0)
			return true;
	found->others[found->count].text = word;
	found->others[found->count++].length = length;
	return true;
}

bool language_normal(const char *text, struct str *out, struct err *err)
{
	static const char between[] = " ,;/\t";
	struct found found = {0};
	size_t begin = out->length;

	for (text += strspn(text, between); *text; text += strspn(text, between)) {
		size_t length = strcspn(text, between);
		if (!take(&found, text, length, err))
			return false;
		text += length;
	}
	for (size_t i = 0; i < OFFICIAL; i++)
		if (found.official[i])
			str_addf(out, "%s%s", out->length > begin ? " " : "", official[i].letter);
	for (size_t i = 0; i < found.count; i++)
		str_addf(out, "%s%.*s", out->length > begin ? " " : "", (int)found.others[i].length,
			found.others[i].text);
	return true;
}

static bool has(const char *normal, const char *letter)
{
	for (const char *at = normal; *at; at += strcspn(at, " "), at += *at == ' ')
		if (at[0] == letter[0] && (at[1] == ' ' || at[1] == '\0'))
			return true;
	return false;
}

static void add_official(const char *normal, bool there, struct str *out)
{
	const char *names[OFFICIAL];
	size_t count = 0;

	for (size_t i = 0; i < OFFICIAL; i++)
		if (has(normal, official[i].letter) == there)
			names[count++] = official[i].name;
	names_join(names, count, out);
}

void language_words(const char *normal, struct str *out)
{
	const char *names[OFFICIAL + MOST];
	char others[MOST][40];
	size_t count = 0, other = 0;

	for (size_t i = 0; i < OFFICIAL; i++)
		if (has(normal, official[i].letter))
			names[count++] = official[i].name;
	for (const char *at = normal; *at; at += strcspn(at, " "), at += *at == ' ') {
		size_t length = strcspn(at, " ");
		if (length < 2 || other == MOST)
			continue;
		if (length > sizeof others[0] - 1)
			length = sizeof others[0] - 1;
		memcpy(others[other], at, length);
		others[other][length] = '\0';
		names[count++] = others[other++];
	}
	names_join(names, count, out);
}

void language_missing(const char *normal, struct str *out)
{
	add_official(normal, false, out);
}

bool language_is_only(const char *language)
{
	size_t length = language ? strlen(language) : 0;

	return length > 5 && strcmp(language + length - 5, " only") == 0;
}
