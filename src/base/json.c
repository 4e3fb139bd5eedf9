/* SPDX-License-Identifier: MIT */
/*
 * JSON: a text written so that it can be shown anywhere and read back as it was, and a
 * cursor over what was read. The cursor knows the grammar and not what is expected: its
 * caller asks for that, so that nothing is ever built that nobody wants, and a depth that
 * nobody asked for is never reached. Numbers that are no whole ones have no use here.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/json.h"
#include "base/utf8.h"

/* --- the writer --- */

static bool is_escaped(uint32_t point)
{
	switch (utf8proc_get_property((utf8proc_int32_t)point)->category) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return true;
	default:
		return false;
	}
}

static void put_escaped(struct str *out, uint32_t point)
{
	if (point == '\n')
		str_add(out, "\\n");
	else if (point == '\t')
		str_add(out, "\\t");
	else if (point < 0x10000)
		str_addf(out, "\\u%04x", (unsigned)point);
	else
		str_addf(out, "\\u%04x\\u%04x", 0xD800 + (unsigned)((point - 0x10000) >> 10),
			0xDC00 + (unsigned)((point - 0x10000) & 0x3FF));
}

/* Bytes that stand for themselves: nearly all there is. */
static size_t plain_run(const char *text)
{
	size_t length = 0;

	while (text[length] >= ' ' && text[length] < 0x7F && text[length] != '"' &&
		text[length] != '\\')
		length++;
	return length;
}

void json_put(struct str *out, const char *text)
{
	size_t length = strlen(text);

	str_addc(out, '"');
	for (size_t at = 0; at < length;) {
		uint32_t point;
		char bytes[4];
		size_t plain = plain_run(text + at);
		str_addn(out, text + at, plain);
		at += plain;
		if (at >= length)
			break;
		at += utf8_decode(text + at, length - at, &point);
		if (point == '"' || point == '\\')
			str_addc(out, '\\');
		if (is_escaped(point))
			put_escaped(out, point);
		else
			str_addn(out, bytes, utf8_encode(point, bytes));
	}
	str_addc(out, '"');
}

/* --- the cursor --- */

bool json_fail(struct json *json, const char *format, ...)
{
	size_t line = 1, begin = 0;
	struct str said;
	va_list args;

	if (json->failed)
		return false;
	for (size_t i = 0; i < json->at && i < json->length; i++) {
		if (json->text[i] == '\n') {
			line++;
			begin = i + 1;
		}
	}
	str_init(&said);
	va_start(args, format);
	str_vaddf(&said, format, args);
	va_end(args);
	err_set(json->err, ERR_DATA, "%zu:%zu: %s", line, json->at - begin + 1, said.text);
	str_clear(&said);
	json->failed = true;
	return false;
}

bool json_begin(struct json *json, const char *text, size_t length, struct err *err)
{
	*json = (struct json){.text = text, .length = length, .err = err};
	if (utf8_valid(text, length, &json->at)) {
		json->at = 0;
		return true;
	}
	return json_fail(json, "this is no UTF-8");
}

/* The next sign that is no blank; 0 at the end, as there is no NUL. */
static char peek(struct json *json)
{
	while (json->at < json->length && strchr(" \t\n\r", json->text[json->at]))
		json->at++;
	return json->at < json->length ? json->text[json->at] : '\0';
}

static bool take(struct json *json, char sign)
{
	if (json->failed)
		return false;
	if (peek(json) != sign)
		return json_fail(json, "'%c' is expected here", sign);
	json->at++;
	return true;
}

static bool deeper(struct json *json, char sign)
{
	if (!take(json, sign))
		return false;
	if (json->depth >= JSON_DEPTH_MAX) {
		json->at--;
		return json_fail(json, "this is deeper than %d levels", JSON_DEPTH_MAX);
	}
	json->depth++;
	return true;
}

bool json_object(struct json *json)
{
	return deeper(json, '{');
}

bool json_array(struct json *json)
{
	return deeper(json, '[');
}

/* True before another one; false behind the end, which is taken, and on a failure. */
static bool goes_on(struct json *json, size_t count, char end)
{
	if (json->failed)
		return false;
	if (peek(json) == end) {
		json->at++;
		json->depth--;
		return false;
	}
	return count == 0 || take(json, ',');
}

bool json_member(struct json *json, size_t *count, struct str *key)
{
	if (!goes_on(json, *count, '}') || !json_string(json, key))
		return false;
	++*count;
	return take(json, ':');
}

bool json_element(struct json *json, size_t *count)
{
	if (!goes_on(json, *count, ']'))
		return false;
	++*count;
	return true;
}

/* --- values --- */

/* The four figures of "\u202e"; false if there are not four. */
static bool take_hex(struct json *json, uint32_t *out)
{
	uint32_t value = 0;

	if (json->length - json->at < 4)
		return json_fail(json, "four hexadecimal figures are expected here");
	for (int i = 0; i < 4; i++) {
		static const char figures[] = "0123456789abcdef0123456789ABCDEF";
		const char *found = strchr(figures, json->text[json->at + (size_t)i]);
		if (!found)
			return json_fail(json, "four hexadecimal figures are expected here");
		value = value * 16 + (uint32_t)((found - figures) % 16);
	}
	json->at += 4;
	*out = value;
	return true;
}

static bool is_half(uint32_t point, uint32_t from)
{
	return point >= from && point < from + 0x400;
}

/* What stands behind "\u". */
static bool take_point(struct json *json, struct str *out)
{
	size_t start = json->at;
	uint32_t point = 0, low = 0;
	char bytes[4];

	if (!take_hex(json, &point))
		return false;
	if (is_half(point, 0xD800) && json->length - json->at >= 2 &&
		memcmp(json->text + json->at, "\\u", 2) == 0) {
		json->at += 2;
		if (!take_hex(json, &low))
			return false;
		if (is_half(low, 0xDC00))
			point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
	}
	if (point == 0 || is_half(point, 0xD800) || is_half(point, 0xDC00)) {
		json->at = start;
		return json_fail(json, "this is no character");
	}
	str_addn(out, bytes, utf8_encode(point, bytes));
	return true;
}

static bool take_escape(struct json *json, struct str *out)
{
	static const char signs[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	const char *found = json->at < json->length ? strchr(signs, json->text[json->at]) : NULL;

	if (found) {
		json->at++;
		str_addc(out, meant[found - signs]);
		return true;
	}
	if (json->at < json->length && json->text[json->at] == 'u') {
		json->at++;
		return take_point(json, out);
	}
	return json_fail(json, "there is no such escape");
}

bool json_string(struct json *json, struct str *out)
{
	if (!take(json, '"'))
		return false;
	str_reset(out);
	while (json->at < json->length) {
		size_t start = json->at;
		while (json->at < json->length && (unsigned char)json->text[json->at] >= ' ' &&
			json->text[json->at] != '"' && json->text[json->at] != '\\')
			json->at++;
		str_addn(out, json->text + start, json->at - start);
		if (json->at >= json->length)
			break;
		if (json->text[json->at] == '"') {
			json->at++;
			return true;
		}
		if (json->text[json->at] != '\\')
			return json_fail(json, "a control character stands in a string");
		json->at++;
		if (!take_escape(json, out))
			return false;
	}
	return json_fail(json, "the string has no end");
}

/* The figures of a number, with its sign; "" for what is none of JSON's whole numbers. */
static size_t read_figures(struct json *json, char figures[], size_t size)
{
	size_t count = 0;

	while (count < size - 1 && json->at + count < json->length &&
		strchr("-0123456789", json->text[json->at + count])) {
		figures[count] = json->text[json->at + count];
		count++;
	}
	figures[count] = '\0';
	const char *first = figures + (figures[0] == '-');
	if (!*first || strchr(first, '-') || (*first == '0' && first[1]))
		figures[0] = '\0';
	return count;
}

bool json_number(struct json *json, int least, int most, int *out)
{
	char figures[12];

	if (json->failed)
		return false;
	peek(json);
	size_t count = read_figures(json, figures, sizeof figures);
	long value = strtol(figures, NULL, 10);
	if (!*figures || value < least || value > most)
		return json_fail(json, "a number from %d to %d is expected here", least, most);
	json->at += count;
	*out = (int)value;
	return true;
}

bool json_integer(struct json *json, int64_t *out)
{
	char figures[22];

	if (json->failed)
		return false;
	peek(json);
	size_t count = read_figures(json, figures, sizeof figures);
	errno = 0;
	long long value = strtoll(figures, NULL, 10);
	if (!*figures || errno)
		return json_fail(json, "a whole number is expected here");
	json->at += count;
	*out = value;
	return true;
}

char json_next(struct json *json)
{
	if (json->failed)
		return '\0';
	peek(json);
	return json->at < json->length ? json->text[json->at] : '\0';
}

bool json_truth(struct json *json, bool *out)
{
	static const char *const words[] = {"false", "true"};

	if (json->failed)
		return false;
	peek(json);
	for (size_t i = 0; i < 2; i++) {
		size_t length = strlen(words[i]);
		if (json->length - json->at >= length &&
			memcmp(json->text + json->at, words[i], length) == 0) {
			json->at += length;
			*out = i == 1;
			return true;
		}
	}
	return json_fail(json, "true or false is expected here");
}

bool json_end(struct json *json)
{
	if (json->failed)
		return false;
	return peek(json) == '\0' || json_fail(json, "nothing is expected behind the end");
}
