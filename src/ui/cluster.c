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

static bool is_sign(const unsigned char *byte)
{
	static const unsigned short ranges[][2] = {
		{0x2010, 0x2026}, /* dashes, quotation marks, the ellipsis */
		{0x2190, 0x2193}, /* arrows */
		{0x2500, 0x257F}, /* frames */
		{0x25A0, 0x25CF}, /* squares, triangles, circles */
		{0x2713, 0x2713}, /* done */
		{0x2717, 0x2717}, /* not done */
	};

	if (byte[0] != 0xE2 || !follows(byte[1]) || !follows(byte[2]))
		return false;
	unsigned point = 0x2000 | (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
	for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
		if (point >= ranges[i][0] && point <= ranges[i][1])
			return true;
	return false;
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
	return byte[0] < 0xCC || is_cyrillic_or_arabic(byte) || is_sign(byte) || is_chinese(byte);
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
	else if (byte[0] == 0xC2 && byte[1] >= 0xA1 && byte[1] <= 0xBF && byte[1] != 0xAD)
		length = 2; /* U+00A1 … U+00BF without the soft hyphen */
	else if (is_cyrillic_or_arabic(byte))
		length = 2;
	else if (is_sign(byte))
		length = 3;
	else if (is_chinese(byte)) {
		length = 3;
		*columns = MB_CUR_MAX > 1 ? 2 : 1;
	}
	return length > 0 && cluster_fresh(text + length) ? length : 0;
}
