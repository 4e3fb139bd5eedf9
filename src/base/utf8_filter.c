/* SPDX-License-Identifier: MIT */
/*
 * The two gates of text. utf8_enter() is the way in: what is typed, pasted or
 * read becomes well-formed, composed and free of control characters, and stays
 * otherwise what it was. utf8_visible() is the way out: whatever could steer a
 * terminal, hide, or shift what stands beside it is spelled out. Nothing here
 * knows a terminal; that the gates are used is the business of the callers.
 */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/utf8.h"

enum {
	MARKS_ENTERED = 30, /* a run of Unicode's stream-safe text (UAX 15) */
	MARKS_SHOWN = 4,    /* what a cell of ncursesw holds over its character */
};

static const utf8proc_property_t *property(uint32_t point)
{
	return utf8proc_get_property((utf8proc_int32_t)point);
}

static bool combines(uint32_t point)
{
	int category = property(point)->category;

	return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

static bool is_letter(uint32_t point)
{
	int category = property(point)->category;

	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool is_noncharacter(uint32_t point)
{
	return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
}

static void add_point(struct str *out, uint32_t point)
{
	char bytes[4];

	str_addn(out, bytes, utf8_encode(point, bytes));
}

/* --- the way in --- */

static void end_line(struct str *out, bool one_line)
{
	while (out->length > 0 && out->text[out->length - 1] == ' ')
		str_cut(out, out->length - 1);
	if (!one_line)
		str_addc(out, '\n');
	else if (out->length > 0)
		str_addc(out, ' ');
}

static bool ends_line(uint32_t point)
{
	return (point >= '\n' && point <= '\r') || point == 0x85 || point == 0x2028 ||
	       point == 0x2029;
}

/* In one line, blanks at the beginning and after a line feed are left out. */
static void enter_blank(struct str *out, bool one_line, bool fresh)
{
	if (!one_line || !fresh)
		str_addc(out, ' ');
}

/* Bytes that come in as they are: nearly all there is. */
static size_t plain_run(const char *text)
{
	size_t length = 0;

	while (text[length] > ' ' && text[length] < 0x7F)
		length++;
	return length;
}

static void enter_points(struct str *out, const char *text, bool one_line)
{
	size_t length = strlen(text);
	bool fresh = true; /* nothing but blanks since the line began */
	int marks = 0;

	for (size_t at = 0; at < length;) {
		uint32_t point;
		size_t plain = plain_run(text + at);
		if (plain > 0) {
			str_addn(out, text + at, plain);
			at += plain;
			fresh = false;
			marks = 0;
			continue;
		}
		at += utf8_decode(text + at, length - at, &point);
		marks = combines(point) || property(point)->combining_class ? marks + 1 : 0;
		if (ends_line(point)) {
			if (point == '\r' && text[at] == '\n')
				at++;
			end_line(out, one_line);
			fresh = true;
		} else if (point == ' ' || point == '\t') {
			enter_blank(out, one_line, fresh);
		} else if (property(point)->category == UTF8PROC_CATEGORY_CC || point == 0xFEFF ||
			   marks > MARKS_ENTERED) {
			continue;
		} else {
			add_point(out, is_noncharacter(point) ? 0xFFFD : point);
			fresh = false;
		}
	}
}

static char *composed(struct str *text)
{
	utf8proc_uint8_t *result = NULL;
	utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text->text,
		(utf8proc_ssize_t)text->length, &result, UTF8PROC_STABLE | UTF8PROC_COMPOSE);

	/* The text is valid, so that only a lack of memory can make it fail. */
	if (length < 0)
		die("no memory left to compose a text of %zu bytes", text->length);
	str_clear(text);
	return (char *)result;
}

static bool is_ascii(const char *text)
{
	while (*text && !(*text & 0x80))
		text++;
	return *text == '\0';
}

char *utf8_enter(const char *text, bool one_line)
{
	struct str out = STR_EMPTY;

	enter_points(&out, text, one_line);
	while (out.length > 0 && strchr(" \n", out.text[out.length - 1]))
		str_cut(&out, out.length - 1);
	return is_ascii(out.text) ? str_take(&out) : composed(&out);
}

/* --- the way out --- */

/* Letters that draw nothing, with which a name can be made to look like none. */
static bool is_blank_letter(uint32_t point)
{
	return point == 0x3164 || point == 0xFFA0 || point == 0x115F || point == 0x034F ||
	       point == 0x17B4 || point == 0x17B5;
}

/* The format characters that are drawn: Arabic and Indic number signs. */
static bool is_drawn_format(uint32_t point)
{
	return (point >= 0x600 && point <= 0x605) || point == 0x6DD || point == 0x70F ||
	       point == 0x890 || point == 0x891 || point == 0x8E2 || point == 0x110BD ||
	       point == 0x110CD;
}

static bool must_be_spelled(uint32_t point)
{
	switch (property(point)->category) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return true;
	case UTF8PROC_CATEGORY_CF:
		return !is_drawn_format(point);
	default:
		/* Newer than the C library's tables: the terminal's are not known. */
		return is_blank_letter(point) || (MB_CUR_MAX > 1 && wcwidth((wchar_t)point) < 0);
	}
}

/* What stands before the code point at hand, as far as it matters. */
struct before {
	uint32_t point; /* 0 if it was spelled out, or at the beginning */
	bool base;      /* there is something for a mark to stand on */
	bool emoji;     /* an emoji with nothing but its modifiers since */
	int marks;
};

static bool is_emoji(uint32_t point)
{
	return property(point)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool joiner_passes(
	uint32_t point, const struct before *before, const char *rest, size_t length)
{
	uint32_t next;

	if (!before->base || !length)
		return false;
	utf8_decode(rest, length, &next);
	if (point == 0x200D && property(before->point)->combining_class == 9)
		return is_letter(next); /* a virama: Indic */
	if (point == 0x200D)
		return before->emoji && is_emoji(next);
	return is_letter(next) && (is_letter(before->point) || combines(before->point));
}

static bool takes_no_column(uint32_t point)
{
	return combines(point) || point == 0x200C || point == 0x200D ||
	       (MB_CUR_MAX > 1 && wcwidth((wchar_t)point) == 0);
}

static void show_point(struct str *out, struct before *before, uint32_t point)
{
	bool over = takes_no_column(point);

	before->marks = over ? before->marks + 1 : 0;
	if (before->marks > MARKS_SHOWN)
		return;
	if (over && !before->base)
		str_add(out, "◌"); /* else it would sit on its neighbour's cell */
	add_point(out, point);
	bool modifier = over || (point >= 0x1F3FB && point <= 0x1F3FF);
	before->emoji = is_emoji(point) || (before->emoji && modifier);
	before->base = true;
	before->point = point;
}

void utf8_visible(struct str *out, const char *text, size_t length, bool lines)
{
	struct before before = {0};

	for (size_t at = 0; at < length;) {
		uint32_t point;
		size_t plain = utf8_plain(text + at, length - at);
		if (plain > 0) {
			str_addn(out, text + at, plain);
			at += plain;
			before =
				(struct before){.point = (unsigned char)text[at - 1], .base = true};
			continue;
		}
		at += utf8_decode(text + at, length - at, &point);
		if (lines && (point == '\n' || point == '\t')) {
			str_addc(out, (char)point);
			before = (struct before){0};
		} else if (!must_be_spelled(point) ||
			   ((point == 0x200C || point == 0x200D) &&
				   joiner_passes(point, &before, text + at, length - at))) {
			show_point(out, &before, point);
		} else {
			str_addf(out, "<U+%04X>", (unsigned)point);
			before = (struct before){0};
		}
	}
}
