/* SPDX-License-Identifier: MIT */
/*
 * Fold keys. utf8proc decomposes and folds case; then each code point is kept,
 * replaced, dropped or becomes a blank. Marks above and below letters and the
 * vowel points of Arabic and Hebrew go; the vowel signs of Indic scripts and of
 * Thai, and the voicing of Japanese, are letters to those who write them and
 * stay. Han characters and kana stand between blanks, because their scripts
 * have none to find words by.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/fold.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

/* Lower-case letters that do not decompose, and what is dropped. */
static const struct {
	uint32_t point;
	const char *as;
} replacements[] = {
	{0x00E6, "ae"}, /* æ */
	{0x00F0, "d"},  /* ð */
	{0x00F8, "o"},  /* ø */
	{0x00FE, "th"}, /* þ */
	{0x0111, "d"},  /* đ */
	{0x0127, "h"},  /* ħ */
	{0x0131, "i"},  /* ı */
	{0x0142, "l"},  /* ł */
	{0x014B, "ng"}, /* ŋ */
	{0x0153, "oe"}, /* œ */
	{0x0167, "t"},  /* ŧ */
	{0x0259, "e"},  /* ə, as in Azərbaycan */
	{0x0640, ""},   /* the Arabic tatweel, a stroke that only stretches */
	{'\'', ""}, {'`', ""}, {0x02B9, ""}, {0x02BB, ""}, {0x02BC, ""}, {0x02BE, ""}, {0x02BF, ""},
	{0x2018, ""}, {0x2019, ""}, {0x201B, ""}, {0x2032, ""}, /* apostrophes */
};

static const char *replacement(uint32_t point)
{
	for (size_t i = 0; i < sizeof(replacements) / sizeof(replacements[0]); i++) {
		if (replacements[i].point == point)
			return replacements[i].as;
	}
	return NULL;
}

static bool is_mark_dropped(const utf8proc_property_t *property)
{
	int class = property->combining_class;

	return property->category == UTF8PROC_CATEGORY_ME || class == 1 ||
	       (class >= 10 && class <= 36) || class >= 200;
}

static bool is_mark(const utf8proc_property_t *property)
{
	return property->category >= UTF8PROC_CATEGORY_MN &&
	       property->category <= UTF8PROC_CATEGORY_ME;
}

static bool is_word(const utf8proc_property_t *property)
{
	return property->category >= UTF8PROC_CATEGORY_LU &&
	       property->category <= UTF8PROC_CATEGORY_NO;
}

static bool stands_alone(uint32_t point)
{
	return (point >= 0x3041 && point <= 0x30FF) || (point >= 0x31F0 && point <= 0x31FF) ||
	       (point >= 0x3400 && point <= 0x4DBF) || (point >= 0x4E00 && point <= 0x9FFF) ||
	       (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x3FFFF) ||
	       point == 0x3005 || point == 0x3007;
}

static void add_blank(struct str *key)
{
	if (key->length > 0 && key->text[key->length - 1] != ' ')
		str_addc(key, ' ');
}

/* Adds a code point; *alone tells and is told whether the last was one that
 * stands between blanks. */
static void add_point(struct str *key, uint32_t point, const char *bytes, size_t size, bool *alone)
{
	const utf8proc_property_t *property = utf8proc_get_property((utf8proc_int32_t)point);
	const char *as = replacement(point);

	if (as) {
		if (*as && *alone)
			add_blank(key);
		*alone = *alone && !*as;
		str_add(key, as);
	} else if (is_mark(property)) {
		if (!is_mark_dropped(property))
			str_addn(key, bytes, size);
	} else if (is_word(property)) {
		if (*alone || stands_alone(point))
			add_blank(key);
		*alone = stands_alone(point);
		str_addn(key, bytes, size);
	} else {
		add_blank(key);
		*alone = false;
	}
}

char *fold_key(const char *text)
{
	char *entered = utf8_enter(text, true);
	utf8proc_uint8_t *folded = NULL;
	utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)entered, 0, &folded,
		UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
			UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
	struct str key = STR_EMPTY;
	bool alone = false;

	free(entered);
	/* What utf8_enter returns is valid: only memory can be missing. */
	if (length < 0)
		die("no memory left to fold a text of %zu bytes", strlen(text));
	for (size_t at = 0; at < (size_t)length;) {
		uint32_t point;
		const char *bytes = (const char *)folded + at;
		size_t size = utf8_decode(bytes, (size_t)length - at, &point);
		add_point(&key, point, bytes, size, &alone);
		at += size;
	}
	free(folded);
	if (key.length > 0 && key.text[key.length - 1] == ' ')
		str_cut(&key, key.length - 1);
	return str_take(&key);
}
