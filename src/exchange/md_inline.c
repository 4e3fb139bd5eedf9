/* SPDX-License-Identifier: MIT */
/*
 * Markdown's markup inside a paragraph, as CommonMark and its common additions have it,
 * with one simplification: emphasis of stars and of underscores is matched apart,
 * since nothing is made of it but its absence.
 *
 * The one idea: no text is built while the markup is found. Each byte has a mark,
 * whether it is dropped, plain by an escape, or bold, and in the end the bytes that
 * stay are copied. So each rule only looks at what no earlier one has taken.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "md_inline.h"
#include "reading_build.h"

enum { DROPPED = 1, PLAIN = 2, BREAK = 4, NOTED = 8 };
enum { TARGET_MAX = 1000, CODE_RUN_MAX = 8 }; /* so that nothing is quadratic */

/* A run of stars or underscores that may open. */
struct opener {
	size_t at, count;
};

struct inline_text {
	const char *text;
	size_t length;
	unsigned char *marks;      /* of each byte */
	struct opener *openers[2]; /* of stars, of underscores */
	size_t counts[2], rooms[2];
	int *bold; /* how many emphases begin, less those that end, before each byte */
	int bold_tags;
	struct {
		size_t from, found;
	} closing[2];                    /* the last search for "]" and for ">" */
	bool unclosed[CODE_RUN_MAX + 1]; /* no more runs of so many backticks to come */
};

static void mark(struct inline_text *in, size_t from, size_t to, unsigned char what)
{
	for (size_t i = from; i < to && i < in->length; i++)
		in->marks[i] |= what;
}

static void embolden(struct inline_text *in, size_t from, size_t to)
{
	in->bold[from]++;
	in->bold[to < in->length ? to : in->length]--;
}

static char at(const struct inline_text *in, size_t i)
{
	return i < in->length ? in->text[i] : '\0';
}

static bool begins(const struct inline_text *in, size_t i, const char *what)
{
	size_t length = strlen(what);

	return i + length <= in->length && strncasecmp(in->text + i, what, length) == 0;
}

/* The next "]" or ">" that is not escaped, or length. Asked for from each "[" and "<", so
 * the answer is kept. */
static size_t find(struct inline_text *in, size_t from, char c)
{
	int kind = c == '>';
	size_t i = from;

	if (in->closing[kind].from <= from && from <= in->closing[kind].found &&
		in->closing[kind].found > 0)
		return in->closing[kind].found;
	while (i < in->length && in->text[i] != c)
		i += in->text[i] == '\\' ? 2 : 1;
	i = i < in->length ? i : in->length;
	in->closing[kind].from = from;
	in->closing[kind].found = i;
	return i;
}

/* --- escapes, code, tags: each returns where to go on, or `i` if it is none --- */

static size_t take_escape(struct inline_text *in, size_t i)
{
	char next = at(in, i + 1);

	if (next == '\n') {
		mark(in, i, i + 1, DROPPED);
		return i + 2;
	}
	if (!ispunct((unsigned char)next))
		return i;
	mark(in, i, i + 1, DROPPED);
	mark(in, i + 1, i + 2, PLAIN);
	return i + 2;
}

static size_t run_length(const struct inline_text *in, size_t i)
{
	size_t count = 1;

	while (at(in, i + count) == in->text[i])
		count++;
	return count;
}

/* `code`, ``co`de``: closed by as many. */
static size_t take_code(struct inline_text *in, size_t i)
{
	size_t count = run_length(in, i);
	bool closes = count <= CODE_RUN_MAX && !in->unclosed[count];

	for (size_t end = i + count; closes && end < in->length; end++) {
		if (in->text[end] != '`')
			continue;
		size_t closing = run_length(in, end);
		if (closing == count) {
			mark(in, i, i + count, DROPPED);
			mark(in, i + count, end, PLAIN);
			mark(in, end, end + count, DROPPED);
			return end + count;
		}
		end += closing - 1;
	}
	if (count <= CODE_RUN_MAX)
		in->unclosed[count] = true;
	mark(in, i, i + count, PLAIN);
	return i + count;
}

/* The end of <sup> with nothing but a note's mark in it, or 0. */
static size_t end_of_mark(const struct inline_text *in, size_t i)
{
	if (!begins(in, i, "<sup>"))
		return 0;
	size_t end = i + 5;
	while (at(in, end) && strchr("0123456789*, []()\\", at(in, end)))
		end++;
	return begins(in, end, "</sup>") ? end + 6 : 0;
}

static size_t take_tag(struct inline_text *in, size_t i)
{
	bool closing = at(in, i + 1) == '/';
	size_t name = i + 1 + closing, end = find(in, i, '>'), note = end_of_mark(in, i);

	if (note) {
		mark(in, i, note, DROPPED);
		in->marks[i] |= NOTED;
		return note;
	}
	if (begins(in, i, "<!--")) {
		const char *stop = strstr(in->text + i, "-->");
		end = stop ? (size_t)(stop - in->text) + 3 : in->length;
		mark(in, i, end, DROPPED);
		return end;
	}
	if (end == in->length || !isalpha((unsigned char)at(in, name)))
		return i;
	if (!closing &&
		(memchr(in->text + i, ':', end - i) || memchr(in->text + i, '@', end - i)) &&
		!memchr(in->text + i, ' ', end - i)) { /* <https://...> */
		mark(in, i, i + 1, DROPPED);
		mark(in, i + 1, end, PLAIN);
		mark(in, end, end + 1, DROPPED);
		return end + 1;
	}
	mark(in, i, end + 1, DROPPED);
	size_t length = 0;
	while (isalnum((unsigned char)at(in, name + length)))
		length++;
	if (length == 2 && begins(in, name, "br"))
		in->marks[i] |= BREAK;
	if ((length == 1 && begins(in, name, "b")) || (length == 6 && begins(in, name, "strong")))
		in->bold_tags += closing ? (in->bold_tags > 0 ? -1 : 0) : 1;
	return end + 1;
}

/* --- links --- */

/* Behind "](": the closing bracket, with brackets inside; or length. */
static size_t end_of_target(const struct inline_text *in, size_t i)
{
	int depth = 0;
	size_t most = i + TARGET_MAX;

	for (; i < in->length && i < most && in->text[i] != '\n'; i++) {
		if (in->text[i] == '\\')
			i++;
		else if (in->text[i] == '(')
			depth++;
		else if (in->text[i] == ')' && depth-- == 0)
			return i;
	}
	return in->length;
}

/* "[words](target)", "[words][name]", "![picture](target)", "[^1]". Brackets alone stay. */
static size_t take_bracket(struct inline_text *in, size_t i)
{
	bool picture = i > 0 && in->text[i - 1] == '!' && !(in->marks[i - 1] & PLAIN);
	size_t close = find(in, i + 1, ']'), end;

	if (close == in->length)
		return i;
	if (at(in, i + 1) == '^') {
		mark(in, i, close + 1, DROPPED);
		in->marks[i] |= NOTED;
		return close + 1;
	}
	if (at(in, close + 1) == '(')
		end = end_of_target(in, close + 2);
	else if (at(in, close + 1) == '[')
		end = find(in, close + 2, ']');
	else
		return i;
	if (end >= in->length || memchr(in->text + i + 1, '[', close - i - 1))
		return i;
	mark(in, i, picture ? end + 1 : i + 1, DROPPED);
	if (picture)
		in->marks[i - 1] |= DROPPED;
	mark(in, close, end + 1, DROPPED);
	return picture ? end + 1 : i + 1;
}

/* --- emphasis --- */

static bool is_space_at(const struct inline_text *in, size_t i)
{
	return i >= in->length || isspace((unsigned char)in->text[i]) ||
	       (i + 1 < in->length && memcmp(in->text + i, "\xC2\xA0", 2) == 0);
}

static bool is_word_at(const struct inline_text *in, size_t i)
{
	return i < in->length && (isalnum((unsigned char)in->text[i]) || in->text[i] & 0x80);
}

static bool is_sign_at(const struct inline_text *in, size_t i)
{
	return i < in->length && ispunct((unsigned char)in->text[i]);
}

/* Takes away what the run closes; returns how much of it is left to open. */
static size_t close_run(struct inline_text *in, int kind, size_t i, size_t count)
{
	while (count > 0 && in->counts[kind] > 0) {
		struct opener *opener = &in->openers[kind][in->counts[kind] - 1];
		size_t both = opener->count < count ? opener->count : count;
		if (both >= 2)
			embolden(in, opener->at + opener->count, i);
		mark(in, opener->at + opener->count - both, opener->at + opener->count, DROPPED);
		mark(in, i, i + both, DROPPED);
		opener->count -= both;
		in->counts[kind] -= opener->count == 0;
		i += both;
		count -= both;
	}
	return count;
}

/* The flanking rules of CommonMark 6.2. */
static size_t take_run(struct inline_text *in, size_t i)
{
	int kind = in->text[i] == '_';
	size_t count = run_length(in, i), end = i + count, rest = count;
	bool before = i == 0 || is_space_at(in, i - 1), after = is_space_at(in, end);
	bool sign_before = i > 0 && is_sign_at(in, i - 1), sign_after = is_sign_at(in, end);
	bool opens = !after && (!sign_after || before || sign_before);
	bool closes = !before && (!sign_before || after || sign_after);

	if (kind && i > 0 && is_word_at(in, i - 1) && is_word_at(in, end))
		opens = closes = false;
	if (closes)
		rest = close_run(in, kind, i, count);
	if (opens && rest > 0) {
		in->openers[kind] = mem_grow(in->openers[kind], &in->rooms[kind],
			in->counts[kind] + 1, sizeof(**in->openers));
		in->openers[kind][in->counts[kind]++] = (struct opener){end - rest, rest};
	}
	return end;
}

/* --- entities --- */

static uint32_t named_entity(const char *name, size_t length)
{
	static const struct {
		const char *name;
		uint32_t point;
	} entities[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''},
		{"nbsp", ' '}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018},
		{"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"hellip", 0x2026}};

	for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++)
		if (strlen(entities[i].name) == length &&
			strncmp(entities[i].name, name, length) == 0)
			return entities[i].point;
	return 0;
}

/* Adds the character of "&ndash;" or "&#8211;"; returns its bytes, or 0. */
static size_t add_entity(const struct inline_text *in, size_t i, struct str *out)
{
	size_t end = i + 1;
	uint32_t point = 0;
	char bytes[4];

	while (end < in->length && end < i + 12 && in->text[end] != ';')
		end++;
	if (at(in, end) != ';')
		return 0;
	if (at(in, i + 1) != '#')
		point = named_entity(in->text + i + 1, end - i - 1);
	else if (at(in, i + 2) == 'x' || at(in, i + 2) == 'X')
		point = (uint32_t)strtoul(in->text + i + 3, NULL, 16);
	else
		point = (uint32_t)strtoul(in->text + i + 2, NULL, 10);
	if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
		return 0;
	str_addn(out, bytes, utf8_encode(point, bytes));
	return end + 1 - i;
}

/* --- all of it --- */

static size_t take(struct inline_text *in, size_t i)
{
	size_t next = i;

	int tags = in->bold_tags;

	switch (in->text[i]) {
	case '\\':
		next = take_escape(in, i);
		break;
	case '`':
		next = take_code(in, i);
		break;
	case '<':
		next = take_tag(in, i);
		break;
	case '[':
		next = take_bracket(in, i);
		break;
	case '*':
	case '_':
		next = take_run(in, i);
		break;
	case '~':
		if (run_length(in, i) == 2) {
			mark(in, i, i + 2, DROPPED);
			next = i + 2;
		}
		break;
	default:
		break;
	}
	next = next > i ? next : i + 1;
	if (tags > 0)
		embolden(in, i, next);
	return next;
}

/* "1" of "<sup>1</sup>" and "[^1]". */
static void add_note_mark(const struct inline_text *in, size_t i, struct str *out)
{
	size_t from = i + (in->text[i] == '<' ? 5 : 2), to = from;

	while (to < in->length && !strchr("<]", in->text[to]))
		to++;
	reading_add_mark(out, in->text + from, to - from);
}

/* Copies what stays; true if all of it is bold. */
static bool copy(const struct inline_text *in, struct str *out)
{
	bool any_bold = false, any_plain = false;
	int bold = 0;

	for (size_t i = 0; i < in->length; i++) {
		unsigned char marks = in->marks[i];
		size_t entity = 0;
		bold += in->bold[i];
		if (marks & BREAK)
			str_addc(out, '\n');
		if (marks & NOTED)
			add_note_mark(in, i, out);
		if (marks & DROPPED)
			continue;
		if (in->text[i] == '&' && !(marks & PLAIN))
			entity = add_entity(in, i, out);
		if (entity == 0)
			str_addc(out, in->text[i]);
		if (!isspace((unsigned char)in->text[i])) {
			any_bold = any_bold || bold > 0;
			any_plain = any_plain || bold <= 0;
		}
		for (; entity > 1; entity--)
			bold += in->bold[++i];
	}
	return any_bold && !any_plain;
}

bool md_inline(const char *text, size_t length, struct str *out)
{
	char *whole = mem_strndup(text, length); /* ends in NUL for strstr and strtoul */
	struct inline_text in = {.text = whole, .length = length};
	bool bold;

	in.marks = mem_alloc(length);
	in.bold = mem_alloc((length + 1) * sizeof(*in.bold));
	for (size_t i = 0; i < length;)
		i = take(&in, i);
	bold = copy(&in, out);
	free(in.openers[0]);
	free(in.openers[1]);
	free(in.bold);
	free(in.marks);
	free(whole);
	return bold;
}
