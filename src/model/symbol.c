/* SPDX-License-Identifier: MIT */
/*
 * The grammar of document symbols. There are two of it, on purpose: what a person
 * types as a symbol is taken if it can be one, what stands in running text only
 * if it can hardly be anything else. It knows no list of bodies: every year there
 * are new ones.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "model/symbol.h"

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
	return is_upper(c) || is_digit(c) || (c >= 'a' && c <= 'z');
}

/* --- parts --- */

/* Bytes of "(10)", "(DTIE)" or "(CRP.1/3)"; 0 if the bracket is not closed. */
static size_t bracket_length(const char *text)
{
	size_t length = 1;

	if (*text != '(')
		return 0;
	while (is_alnum(text[length]) ||
		(length > 1 && text[length] && strchr("./", text[length]) &&
			is_alnum(text[length + 1])))
		length++;
	return length > 1 && text[length] == ')' ? length + 1 : 0;
}

/* Bytes of "S-26" and "ES-10": special sessions, the only hyphens inside a part. */
static size_t special_session_length(const char *text)
{
	size_t length = strncmp(text, "ES-", 3) == 0 ? 3 : strncmp(text, "S-", 2) == 0 ? 2 : 0;
	size_t start = length;

	while (start > 0 && is_digit(text[length]))
		length++;
	return length > start ? length : 0;
}

/* Bytes of one part between slashes; a stop only where the part goes on behind it. */
static size_t part_length(const char *text)
{
	size_t length = special_session_length(text);

	if (length > 0)
		return length;
	while (text[length]) {
		if (is_alnum(text[length]) || text[length] == '_')
			length++;
		else if (text[length] == '.' && length > 0 && is_alnum(text[length + 1]))
			length++;
		else if (length > 0 && bracket_length(text + length) > 0)
			length += bracket_length(text + length);
		else
			break;
	}
	return length;
}

static bool has_digit(const char *part, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (is_digit(part[i]))
			return true;
	return false;
}

static bool has_small(const char *part, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (part[i] >= 'a' && part[i] <= 'z')
			return true;
	return false;
}

static bool is_word(const char *part, size_t length, const char *word)
{
	return strlen(word) == length && strncasecmp(part, word, length) == 0;
}

/* Small letters are of abbreviations: "Add.1", "OzL.Pro.24", "No.47", "Hg". */
static bool is_part_of_text(const char *part, size_t length)
{
	if (!is_upper(part[0]) && !is_digit(part[0]))
		return is_word(part, length < 3 ? length : 3, "add") ||
		       is_word(part, length < 3 ? length : 3, "rev");
	return !has_small(part, length) || length <= 3 || memchr(part, '.', length) ||
	       memchr(part, '(', length) || is_word(part, length, "Summary");
}

/* "2012", "L.12", "G.2530" or "WP51": what can be a whole symbol behind an organ. */
static bool is_number_part(const char *part, size_t length)
{
	static const char *const types[] = {
		"WP", "IP", "SP", "BP", "INF", "DOC", "CRP", "L", "CP", "AD", "NGO"};

	if (is_digit(part[0]) || (memchr(part, '.', length) && has_digit(part, length)))
		return true;
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		size_t type = strlen(types[i]);
		if (length > type && strncmp(part, types[i], type) == 0 && is_digit(part[type]))
			return true;
	}
	return false;
}

/* --- symbols in text --- */

/* One symbol, not joined. */
static size_t single_at(const char *text)
{
	size_t organ = part_length(text), end = organ, parts = 1;
	const char *last = text;
	size_t last_length = organ;
	bool numbered = false;

	if (!is_upper(text[0]) || (has_small(text, organ) && !memchr(text, '(', organ)))
		return 0;
	while (text[end] == '/') {
		size_t length = part_length(text + end + 1);
		if (length == 0 || !is_part_of_text(text + end + 1, length))
			break;
		last = text + end + 1;
		last_length = length;
		numbered = numbered || has_digit(last, length);
		end += 1 + length;
		parts++;
	}
	if (parts < 2 || !numbered || text[end] == '/' ||
		(parts == 2 && !is_number_part(last, last_length)))
		return 0;
	return has_digit(last, last_length) || is_word(last, last_length, "Summary") ? end : 0;
}

/* Bytes of the hyphen or dash that joins two symbols; 0 if there is none. */
static size_t joiner_length(const char *text)
{
	return *text == '-' ? 1 : strncmp(text, "\u2013", 3) == 0 ? 3 : 0;
}

size_t symbol_at(const char *text)
{
	size_t end = single_at(text), joiner, next;

	while (end > 0 && (joiner = joiner_length(text + end)) > 0 &&
		(next = single_at(text + end + joiner)) > 0)
		end += joiner + next;
	return end;
}

/* A symbol does not begin inside a word, a number or an address; of what is not ASCII
 * only quotation marks and dashes (U+2000 and on) can stand before it. */
static bool is_beginning(const char *text, size_t at)
{
	unsigned char before = at > 0 ? (unsigned char)text[at - 1] : ' ';

	if (before >= 0x80)
		return at >= 3 && (unsigned char)text[at - 3] == 0xE2;
	return !isalnum(before) && !strchr("/._@=&?%", (char)before);
}

bool symbol_find(const char *text, size_t *start, size_t *length)
{
	for (size_t at = 0; text[at]; at++) {
		if (!is_upper(text[at]) || !is_beginning(text, at))
			continue;
		*length = symbol_at(text + at);
		if (*length > 0) {
			*start = at;
			return true;
		}
	}
	return false;
}

/* --- symbols as typed --- */

/* Why the first `length` bytes are no single symbol; NULL if they are one. */
static const char *why_none(const char *text, size_t length)
{
	const char *slash = memchr(text, '/', length);

	if (!is_upper(text[0]))
		return "it begins with a capital letter";
	if (memchr(text, ' ', length))
		return "it has no blanks";
	if (!slash)
		return "its parts stand between slashes";
	if (!has_digit(slash, (size_t)(text + length - slash)))
		return "it has a number";
	for (size_t at = 0;; at++) {
		size_t part = part_length(text + at);
		if (part == 0)
			return "between two slashes there are letters, figures or stops";
		at += part;
		if (at == length)
			return NULL;
		if (text[at] != '/')
			return "it has letters, figures, stops and slashes";
	}
}

/* A hyphen joins where an organ and a slash stand behind it. */
static bool is_joint(const char *text)
{
	size_t joiner = joiner_length(text);
	size_t organ = joiner > 0 ? part_length(text + joiner) : 0;

	return organ > 0 && is_upper(text[joiner]) && text[joiner + organ] == '/';
}

const char *symbol_next(const char **rest, size_t *length)
{
	const char *start = *rest;

	*length = 0;
	if (*start == '\0')
		return NULL;
	/* Where nothing stands before it, a hyphen joins nothing. */
	while (start[*length] && (*length == 0 || !is_joint(start + *length)))
		(*length)++;
	*rest = start + *length + (start[*length] ? joiner_length(start + *length) : 0);
	while (*length > 0 && strchr("* ", start[*length - 1]))
		(*length)--;
	return start;
}

bool symbol_check(const char *text, struct err *err)
{
	const char *rest = text, *symbol;
	const char *why = *text ? NULL : "there is none";
	size_t length;

	while (!why && (symbol = symbol_next(&rest, &length)))
		why = length > 0 ? why_none(symbol, length) : "there is none";
	return !why || err_set(err, ERR_DATA,
			       "'%.80s' is no symbol of a document: %s, as in CTOC/COP/WG.2/2012/2",
			       text, why);
}

void symbol_normal(const char *text, size_t length, struct str *out)
{
	for (size_t at = 0; at < length; at++) {
		if (strchr(" *\t", text[at]))
			continue;
		if (joiner_length(text + at) == 3) {
			str_addc(out, '-');
			at += 2;
		} else {
			str_addc(out, text[at]);
		}
	}
}

/* --- modifiers --- */

static enum symbol_modifier modifier_of(const char *part, size_t length, int *number)
{
	static const struct {
		const char *word;
		enum symbol_modifier modifier;
	} words[] = {{"add", SYMBOL_ADDENDUM}, {"rev", SYMBOL_REVISION},
		{"corr", SYMBOL_CORRIGENDUM}, {"amend", SYMBOL_AMENDMENT},
		{"summary", SYMBOL_SUMMARY}};

	*number = 0;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t word = strlen(words[i].word);
		if (length < word || strncasecmp(part, words[i].word, word) != 0)
			continue;
		if (length > word && part[word] == '.')
			word++;
		if (length > word && !is_digit(part[word]))
			continue;
		*number = length > word ? (int)strtol(part + word, NULL, 10) : 0;
		return words[i].modifier;
	}
	return SYMBOL_DOCUMENT;
}

/* The modifier that ends the first `length` bytes. */
static enum symbol_modifier last_modifier(
	const char *symbol, size_t length, int *number, size_t *of)
{
	size_t slash = length;
	enum symbol_modifier modifier = SYMBOL_DOCUMENT;

	*number = 0;
	while (slash > 0 && symbol[slash - 1] != '/')
		slash--;
	if (slash > 0)
		modifier = modifier_of(symbol + slash, length - slash, number);
	*of = modifier == SYMBOL_DOCUMENT ? length : slash - 1;
	return modifier;
}

enum symbol_modifier symbol_modifier(const char *symbol, int *number, size_t *of)
{
	int own_number;
	size_t own_of;

	return last_modifier(
		symbol, strcspn(symbol, "*"), number ? number : &own_number, of ? of : &own_of);
}

size_t symbol_base(const char *symbol)
{
	size_t length = strcspn(symbol, "*"), of;
	int number;

	while (last_modifier(symbol, length, &number, &of) != SYMBOL_DOCUMENT)
		length = of;
	return length;
}
