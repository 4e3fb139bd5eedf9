/* SPDX-License-Identifier: MIT */
/*
 * Grapheme clusters and their columns. Where clusters end is utf8proc's
 * knowledge, how wide they are wcwidth()'s, and where the two disagree the
 * screen wins: a code point that takes columns of its own begins a cluster of
 * its own (a Thai sara am, a Devanagari vowel sign), so that a cluster is what
 * fits one cell: one spacing character and what is drawn over it. The
 * exceptions are the emoji that terminals join: flags, and families and skin
 * tones behind a zero-width joiner or modifier. They take two columns.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#include "base/utf8.h"

enum {
	REPLACEMENT = 0xFFFD,
	ZERO_WIDTH_JOINER = 0x200D,
	ELLIPSIS_COLUMNS = 1,
};

size_t utf8_decode(const char *text, size_t length, uint32_t *point)
{
	utf8proc_int32_t value = 0;

	assert(length > 0);
	if (!(*text & 0x80)) {
		*point = (unsigned char)*text;
		return 1;
	}
	utf8proc_ssize_t used = utf8proc_iterate(
		(const utf8proc_uint8_t *)text, length > 4 ? 4 : (utf8proc_ssize_t)length, &value);
	*point = used > 0 ? (uint32_t)value : REPLACEMENT;
	return used > 0 ? (size_t)used : 1;
}

size_t utf8_encode(uint32_t point, char out[4])
{
	utf8proc_int32_t value = REPLACEMENT;

	if (utf8proc_codepoint_valid((utf8proc_int32_t)point))
		value = (utf8proc_int32_t)point;
	return (size_t)utf8proc_encode_char(value, (utf8proc_uint8_t *)out);
}

uint32_t utf8_upper(uint32_t point)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)point);
}

/* A bad byte, as opposed to a U+FFFD that is written out in three. */
static bool bad(uint32_t point, size_t size)
{
	return point == REPLACEMENT && size == 1;
}

static int point_columns(uint32_t point)
{
	if (MB_CUR_MAX == 1) /* no UTF-8 locale: wcwidth() knows ASCII alone */
		return utf8proc_charwidth((utf8proc_int32_t)point) > 0 ? 1 : 0;
	int columns = wcwidth((wchar_t)point);
	return columns < 0 ? 1 : columns;
}

static int boundary_class(uint32_t point)
{
	return (int)utf8proc_get_property((utf8proc_int32_t)point)->boundclass;
}

/* Do terminals draw `point` into the cell of what comes before it, though
 * wcwidth() gives it columns? utf8proc has already said that both are one. */
static bool joins_in_one_cell(uint32_t before, uint32_t point)
{
	bool modifier = point >= 0x1F3FB && point <= 0x1F3FF;

	return modifier || before == ZERO_WIDTH_JOINER ||
	       boundary_class(point) == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR;
}

/* Printable ASCII before ASCII, or at the end, is a cluster by itself; it is nearly
 * all there is, and needs no table to be asked. */
static bool plain(const char *text, size_t length)
{
	return text[0] >= ' ' && text[0] < 0x7F && (length == 1 || !(text[1] & 0x80));
}

/* So are the accented letters and the signs from U+00A1 to U+023F, but for the soft
 * hyphen. */
static bool accented(const char *text, size_t length)
{
	unsigned char first = (unsigned char)text[0],
		      second = length > 1 ? (unsigned char)text[1] : 0;
	bool letter = first >= 0xC3 && first <= 0xC8 && second >= 0x80 && second <= 0xBF;
	bool sign = first == 0xC2 && second >= 0xA1 && second <= 0xBF && second != 0xAD;

	return (letter || sign) && (length == 2 || !(text[2] & 0x80));
}

size_t utf8_cluster(const char *text, size_t length, int *columns)
{
	if (plain(text, length) || accented(text, length)) {
		if (columns)
			*columns = 1;
		return text[0] & 0x80 ? 2 : 1;
	}

	uint32_t before, point;
	utf8proc_int32_t state = 0;
	size_t at = utf8_decode(text, length, &before);
	int width = point_columns(before);

	/* ASCII before ASCII is nearly all there is. */
	bool alone = at == length || bad(before, at) ||
		     (!(text[0] & 0x80) && !(text[1] & 0x80) && text[0] != '\r');
	while (!alone && at < length) {
		size_t size = utf8_decode(text + at, length - at, &point);
		if (bad(point, size) || utf8proc_grapheme_break_stateful((utf8proc_int32_t)before,
						(utf8proc_int32_t)point, &state))
			break;
		int more = point_columns(point);
		if (more > 0 && width > 0 && point != '\n') {
			if (!joins_in_one_cell(before, point))
				break;
			width = MB_CUR_MAX == 1 ? 1 : 2;
		} else if (width == 0) {
			width = more;
		}
		before = point;
		at += size;
	}
	if (columns)
		*columns = width;
	return at;
}

size_t utf8_cluster_before(const char *text, size_t at)
{
	size_t start = at;

	/* Between two ASCII characters is always a boundary: begin there. */
	while (start > 0 && ((text[start - 1] & 0x80) || start == at || (text[start] & 0x80) ||
				    text[start - 1] == '\r'))
		start--;
	while (start < at) {
		size_t size = utf8_cluster(text + start, at - start, NULL);
		if (start + size >= at)
			return at - start;
		start += size;
	}
	return 0;
}

static bool is_plain(char byte)
{
	return byte >= ' ' && byte <= '~';
}

/* Eight bytes at once: one over 0x7E has or gets its highest bit when 1 is added, one
 * below a blank when a blank is taken away. */
static bool all_plain(const char text[8])
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t bytes;

	memcpy(&bytes, text, sizeof bytes);
	return !((bytes | (bytes + ones) | (bytes - ones * ' ')) & (ones << 7));
}

size_t utf8_plain(const char *text, size_t length)
{
	size_t at = 0;

	while (length - at >= 8 && all_plain(text + at))
		at += 8;
	while (at < length && is_plain(text[at]))
		at++;
	return at;
}

/* Of the bytes that text begins with those that are clusters of one column each, at
 * most `most`: no mark stands on a letter that another plain one follows. */
static size_t letters(const char *text, size_t length, size_t most)
{
	size_t plain = utf8_plain(text, length > most ? most + 1 : length);

	if (plain > 0 && plain < length)
		plain--;
	return plain < most ? plain : most;
}

/* As many clusters as fit; their columns in *used. */
static size_t fit(const char *text, size_t length, int columns, int *used)
{
	size_t at = 0;

	for (*used = 0; at < length;) {
		int left = columns > *used ? columns - *used : 0, width;
		size_t size = letters(text + at, length - at, (size_t)left);
		if (size > 0)
			width = (int)size;
		else
			size = utf8_cluster(text + at, length - at, &width);
		if (*used + width > columns)
			break;
		*used += width;
		at += size;
	}
	return at;
}

int utf8_columns(const char *text)
{
	int used = 0;

	fit(text, strlen(text), INT32_MAX - 2, &used);
	return used;
}

size_t utf8_fit(const char *text, size_t length, int columns)
{
	int used;

	return fit(text, length, columns, &used);
}

void utf8_ellipsis(struct str *out, const char *text, int columns)
{
	size_t length = strlen(text);
	size_t whole = utf8_fit(text, length, columns);

	if (whole == length) {
		str_addn(out, text, length);
	} else if (columns >= ELLIPSIS_COLUMNS) {
		str_addn(out, text, utf8_fit(text, length, columns - ELLIPSIS_COLUMNS));
		str_add(out, "…");
	}
}

bool utf8_valid(const char *text, size_t length, size_t *bad_at)
{
	for (size_t at = 0; at < length;) {
		uint32_t point;
		size_t size = utf8_decode(text + at, length - at, &point);
		if (point == 0 || bad(point, size)) {
			*bad_at = at;
			return false;
		}
		at += size;
	}
	return true;
}
