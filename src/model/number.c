/* SPDX-License-Identifier: MIT */
/*
 * Numbers as documents print them, and item references as people type them.
 * A reference is read in two steps, labels out of whatever stands between them
 * and labels written in the one printed form, so that every spelling of an item
 * ends in the same bytes and can be compared with strcmp.
 */
#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "model/number.h"

/* --- ordinals and words --- */

static const char *const words[] = {"zero", "one", "two", "three", "four", "five", "six", "seven",
	"eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
	"seventeen", "eighteen", "nineteen"};

static const char *const tens[] = {
	"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

void number_ordinal(int n, struct str *out)
{
	int last = n % 10, teens = n / 10 % 10 == 1;
	const char *ending = "th";

	if (last == 1 && !teens)
		ending = "st";
	else if (last == 2 && !teens)
		ending = "nd";
	else if (last == 3 && !teens)
		ending = "rd";
	str_addf(out, "%d%s", n, ending);
}

/* With a comma from one thousand on. */
static void add_figures(int n, struct str *out)
{
	unsigned value = n < 0 ? 0u - (unsigned)n : (unsigned)n;

	str_add(out, n < 0 ? "-" : "");
	if (value >= 1000000)
		str_addf(out, "%u,%03u,%03u", value / 1000000, value / 1000 % 1000, value % 1000);
	else if (value >= 1000)
		str_addf(out, "%u,%03u", value / 1000, value % 1000);
	else
		str_addf(out, "%u", value);
}

void number_word(int n, struct str *out)
{
	if (n >= 0 && n < 10)
		str_add(out, words[n]);
	else
		add_figures(n, out);
}

static void add_hundreds(int n, struct str *out)
{
	if (n >= 100) {
		str_addf(out, "%s hundred", words[n / 100]);
		n %= 100;
		if (n == 0)
			return;
		str_add(out, " and ");
	}
	if (n < 20)
		str_add(out, words[n]);
	else if (n % 10 == 0)
		str_add(out, tens[n / 10]);
	else
		str_addf(out, "%s-%s", tens[n / 10], words[n % 10]);
}

static void add_words(int n, struct str *out)
{
	if (n >= 1000) {
		add_hundreds(n / 1000, out);
		str_add(out, " thousand");
		n %= 1000;
		if (n == 0)
			return;
		str_add(out, n < 100 ? " and " : " ");
	}
	add_hundreds(n, out);
}

void number_word_capital(int n, struct str *out)
{
	size_t start = out->length;

	if (n < 0 || n > 999999) {
		add_figures(n, out);
		return;
	}
	add_words(n, out);
	out->text[start] = (char)toupper((unsigned char)out->text[start]);
}

/* --- letters and roman numerals --- */

void number_letter(int n, struct str *out)
{
	assert(n >= 1);
	for (int i = 0; i <= (n - 1) / 26; i++)
		str_addc(out, (char)('a' + (n - 1) % 26));
}

void number_roman(int n, bool capital, struct str *out)
{
	static const struct {
		int value;
		const char *small, *large;
	} parts[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"},
		{100, "c", "C"}, {90, "xc", "XC"}, {50, "l", "L"}, {40, "xl", "XL"}, {10, "x", "X"},
		{9, "ix", "IX"}, {5, "v", "V"}, {4, "iv", "IV"}, {1, "i", "I"}};

	if (n < 1 || n > 3999) {
		str_addf(out, "%d", n);
		return;
	}
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		for (; n >= parts[i].value; n -= parts[i].value)
			str_add(out, capital ? parts[i].large : parts[i].small);
	}
}

/* --- references to items --- */

enum { LEVELS = 4, LABEL_LENGTH = 8 };

struct labels {
	char label[LEVELS][LABEL_LENGTH];
	int count;
};

static const char *skip_blanks(const char *text)
{
	while (*text == ' ' || *text == '\t')
		text++;
	return text;
}

/* "a", and behind z "aa", "bbb" */
static bool is_letter_label(const char *label)
{
	return strspn(label, (char[]){label[0], '\0'}) == strlen(label) && strlen(label) <= 3;
}

static bool is_roman_label(const char *label)
{
	struct str roman = STR_EMPTY;
	bool found = false;

	for (int n = 1; n < 40 && !found; n++) {
		str_reset(&roman);
		number_roman(n, false, &roman);
		found = strcmp(roman.text, label) == 0;
	}
	str_clear(&roman);
	return found;
}

/* 1, (a), (i), (a): figures on top, below them letters, romans at the third level.
 * Some agendas number "12 (1)" or "12.1", with letters below, or "12 (i)". */
static bool is_label_of_level(const struct labels *labels, int level)
{
	const char *label = labels->label[level];

	if (isdigit((unsigned char)*label))
		return label[0] != '0' && strlen(label) <= 3;
	if (level == 2 && !isdigit((unsigned char)labels->label[1][0]))
		return is_roman_label(label);
	return level > 0 && (is_letter_label(label) || is_roman_label(label));
}

/* Reads figures or letters, letters in lower case. False if there are none,
 * or more than any label has. */
static bool read_label(const char **text, bool figures, char label[LABEL_LENGTH])
{
	const char *at = *text;
	size_t length = 0;

	while (figures ? isdigit((unsigned char)*at) : isalpha((unsigned char)*at)) {
		if (length + 1 == LABEL_LENGTH)
			return false;
		label[length++] = (char)tolower((unsigned char)*at++);
	}
	label[length] = '\0';
	*text = at;
	return length > 0;
}

/* One label below the first: "(a)", ".a", " a" or, behind figures, "a"; figures only
 * behind a stop or in brackets. */
static bool read_sublabel(const char **text, char label[LABEL_LENGTH])
{
	const char *at = skip_blanks(*text);
	bool parted = *at == '.' || *at == '(';

	if (*at == '.')
		at = skip_blanks(at + 1);
	bool bracket = *at == '(';
	if (bracket)
		at = skip_blanks(at + 1);
	if (!read_label(&at, parted && isdigit((unsigned char)*at), label))
		return false;
	if (bracket) {
		at = skip_blanks(at);
		if (*at++ != ')')
			return false;
	}
	*text = at;
	return true;
}

/* Nothing may be left but the stop of "1." */
static bool is_end(const char *text)
{
	text = skip_blanks(text);
	if (*text == '.')
		text = skip_blanks(text + 1);
	return *text == '\0';
}

static bool read_labels(const char *text, struct labels *labels)
{
	labels->count = 0;
	if (!read_label(&text, true, labels->label[0]))
		return false;
	do {
		if (!is_label_of_level(labels, labels->count))
			return false;
		labels->count++;
		if (is_end(text))
			return true;
	} while (labels->count < LEVELS && read_sublabel(&text, labels->label[labels->count]));
	return false;
}

static const char *skip_word_item(const char *text)
{
	static const char *const openings[] = {"agenda item", "item"};

	text = skip_blanks(text);
	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
		size_t length = strlen(openings[i]);
		if (strncasecmp(text, openings[i], length) == 0 &&
			(text[length] == ' ' || isdigit((unsigned char)text[length])))
			return skip_blanks(text + length);
	}
	return text;
}

/* Bytes of "wg3" in "wg3:2"; 0 without. */
static size_t body_before(const char *text)
{
	size_t length = 0;

	while (isalnum((unsigned char)text[length]) || text[length] == '-' || text[length] == '_')
		length++;
	return text[length] == ':' && isalpha((unsigned char)text[0]) ? length : 0;
}

bool number_item_parse(const char *text, struct str *printed, size_t *body_length)
{
	size_t body = body_before(text);
	struct labels labels;

	if (!read_labels(skip_word_item(body ? text + body + 1 : text), &labels))
		return false;
	str_add(printed, labels.label[0]);
	for (int i = 1; i < labels.count; i++)
		str_addf(printed, " (%s)", labels.label[i]);
	if (body_length)
		*body_length = body;
	return true;
}

void number_item_dotted(const char *printed, struct str *out)
{
	bool gap = false;

	for (const char *c = printed; *c; c++) {
		if (strchr(" ()", *c)) {
			gap = true;
			continue;
		}
		if (gap && out->length > 0)
			str_addc(out, '.');
		gap = false;
		str_addc(out, *c);
	}
}
