/* SPDX-License-Identifier: MIT */
/*
 * A few ranges of Unicode by their first bytes. Asking utf8proc and wcwidth()
 * for every character of a frame would be most of the time that it takes. Every
 * range here is visible (base/utf8_filter.c lets it pass) and as wide as
 * wcwidth() says; a test holds this file to the tables.
 */
#include <stdlib.h>

#include "cluster.h"

static bool follows(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

/* U+2010 … U+2026: dashes, quotation marks, the ellipsis. */
static bool is_punctuation(const unsigned char *byte)
{
	return byte[0] == 0xE2 && byte[1] == 0x80 && byte[2] >= 0x90 && byte[2] <= 0xA6;
}

/* U+2500 … U+257F. */
static bool is_frame(const unsigned char *byte)
{
	return byte[0] == 0xE2 && (byte[1] == 0x94 || byte[1] == 0x95) && follows(byte[2]);
}

/* U+4E00 … U+9FBF. */
static bool is_chinese(const unsigned char *byte)
{
	if (byte[0] < 0xE4 || byte[0] > 0xE9 || !follows(byte[1]) || !follows(byte[2]))
		return false;
	return (byte[0] > 0xE4 || byte[1] >= 0xB8) && (byte[0] < 0xE9 || byte[1] <= 0xBE);
}

/* Letters of U+0400 … U+04FF and U+0621 … U+064A. */
static bool is_cyrillic_or_arabic(const unsigned char *byte)
{
	switch (byte[0]) {
	case 0xD0:
	case 0xD1:
	case 0xD3:
		return follows(byte[1]);
	case 0xD2:
		return byte[1] >= 0x8A && byte[1] <= 0xBF;
	case 0xD8:
		return byte[1] >= 0xA1 && byte[1] <= 0xBA;
	case 0xD9:
		return byte[1] >= 0x81 && byte[1] <= 0x8A;
	default:
		return false;
	}
}

bool cluster_fresh(const char *text)
{
	const unsigned char *byte = (const unsigned char *)text;

	/* Marks begin at U+0300, CC 80; flags and modifiers are no simple text. */
	return byte[0] < 0xCC || is_cyrillic_or_arabic(byte) || is_punctuation(byte) ||
	       is_frame(byte) || is_chinese(byte);
}

size_t cluster_simple(const char *text, int *columns)
{
	const unsigned char *byte = (const unsigned char *)text;
	size_t length = 0;

	*columns = 1;
	if (cluster_plain(*text))
		length = 1;
	else if (byte[0] >= 0xC3 && byte[0] <= 0xC8 && follows(byte[1]))
		length = 2; /* U+00C0 … U+023F */
	else if (is_cyrillic_or_arabic(byte))
		length = 2;
	else if (is_punctuation(byte) || is_frame(byte))
		length = 3;
	else if (is_chinese(byte)) {
		length = 3;
		*columns = MB_CUR_MAX > 1 ? 2 : 1;
	}
	return length > 0 && cluster_fresh(text + length) ? length : 0;
}
