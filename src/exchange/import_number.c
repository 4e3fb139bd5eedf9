/* SPDX-License-Identifier: MIT */
/*
 * The number that a line begins with. What it means (is "i" a letter or a roman
 * one? is it an item's or a paragraph's?) depends on its neighbours and is not
 * said here.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "import_date.h"
#include "import_number.h"
#include "model/number.h"

static const char *skip_blanks(const char *text)
{
	while (*text == ' ' || *text == '\t' || strncmp(text, "\u00A0", 2) == 0)
		text += *text == ' ' || *text == '\t' ? 1 : 2;
	return text;
}

/* --- what a part counts as --- */

int import_figure(const char *part)
{
	return isdigit((unsigned char)*part) ? (int)strtol(part, NULL, 10) : 0;
}

int import_letter(const char *part)
{
	size_t length = strlen(part);

	if (!islower((unsigned char)*part) || length > 3 ||
		strspn(part, (char[]){*part, '\0'}) != length)
		return 0;
	return *part - 'a' + 1 + 26 * (int)(length - 1);
}

int import_roman(const char *part)
{
	struct str roman = STR_EMPTY;
	int found = 0;

	if (!*part || part[strspn(part, "ivxl")])
		return 0;
	for (int n = 1; n < 50 && !found; n++) {
		str_reset(&roman);
		number_roman(n, false, &roman);
		found = strcmp(roman.text, part) == 0 ? n : 0;
	}
	str_clear(&roman);
	return found;
}

/* --- reading it --- */

/* Figures (three at most) or letters (a few), in small letters. */
static size_t read_part(const char *text, char part[LABEL_BYTES])
{
	bool figures = isdigit((unsigned char)*text);
	size_t length = 0, most = figures ? 3 : 5;

	while (figures ? isdigit((unsigned char)text[length])
		       : isalpha((unsigned char)text[length])) {
		if (length == most)
			return 0;
		part[length] = (char)tolower((unsigned char)text[length]);
		length++;
	}
	part[length] = '\0';
	if (length == 0 || (figures && part[0] == '0') ||
		(!figures && !import_letter(part) && !import_roman(part)))
		return 0;
	return length;
}

/* "(a)" and "( a )"; the bytes with both brackets. */
static size_t read_bracketed(const char *text, char part[LABEL_BYTES])
{
	const char *at = text;
	size_t length;

	if (*at != '(')
		return 0;
	at = skip_blanks(at + 1);
	length = read_part(at, part);
	at = skip_blanks(at + length);
	return length > 0 && *at == ')' ? (size_t)(at + 1 - text) : 0;
}

static size_t read_word(const char *text)
{
	static const char *const words[] = {
		"provisional agenda item", "agenda item", "agenda sub-item", "sub-item", "item"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t length = strlen(words[i]);
		if (strncasecmp(text, words[i], length) == 0 &&
			(text[length] == ' ' || text[length] == '\t')) {
			const char *at = skip_blanks(text + length);
			if (strncasecmp(at, "no.", 3) == 0)
				at = skip_blanks(at + 3);
			size_t roman = strspn(at, "IVX");
			bool numbered = isdigit((unsigned char)*at) ||
					(roman > 0 && strchr(" .:", at[roman]));
			return numbered ? (size_t)(at - text) : 0;
		}
	}
	return 0;
}

static bool add_part(struct import_label *label, const char part[LABEL_BYTES])
{
	if (label->count == LABEL_PARTS)
		return false;
	memcpy(label->part[label->count++], part, LABEL_BYTES);
	return true;
}

/* What follows a figure inside one number: ".1", "(a)", " (a)", " (a) (ii)", ".a" */
static const char *read_subparts(const char *at, struct import_label *label)
{
	char part[LABEL_BYTES];

	for (;;) {
		const char *next = skip_blanks(at);
		size_t length = read_bracketed(next, part);
		if (length == 0 && *at == '.' && isdigit((unsigned char)at[1])) {
			next = at;
			length = read_part(at + 1, part);
			length += length > 0;
		}
		if (length == 0 && label->worded && isalpha((unsigned char)*at)) {
			next = at;
			length = read_part(at, part);
			if (length > 1 || isalnum((unsigned char)at[length]))
				length = 0;
		}
		if (length == 0 || !add_part(label, part))
			return at;
		at = next + length;
	}
}

/* The stop, bracket or colon that ends it, and the blanks behind. NULL if the word goes on. */
static const char *read_mark(const char *at, struct import_label *label)
{
	const char *mark = at;

	if (label->mark != '(')
		label->mark = ' ';
	if (*mark == ' ' && mark[1] == ')' && label->count == 1)
		mark++;
	if (*mark && strchr(".):", *mark)) {
		if (label->mark == ' ')
			label->mark = *mark;
		mark++;
		if (*mark == '.' || *mark == '-')
			mark++;
	} else if (label->worded && strchr("-", *mark) && *mark) {
		mark++;
	}
	if (*mark && *mark != ' ' && *mark != '\t' && strncmp(mark, "\u00A0", 2) != 0) {
		/* "1.Opening", "a)Opening" */
		bool glued = mark > at && label->mark != ' ' && isupper((unsigned char)*mark);
		if (!glued || (label->mark == '.' && !isdigit((unsigned char)label->part[0][0])))
			return NULL;
	}
	at = skip_blanks(mark);
	if (label->worded &&
		(*at == '-' || strncmp(at, "\u2013", 3) == 0 || strncmp(at, "\u2014", 3) == 0)) {
		const char *behind = at + (*at == '-' ? 1 : 3);
		if (*behind == ' ' && !isdigit((unsigned char)*skip_blanks(behind)))
			at = skip_blanks(behind);
	}
	return at;
}

/* "10 a.m.", "10 – 12", "5 June", "3rd", "2 per cent": figures that number nothing. */
static bool is_no_number(const char *rest, const struct import_label *label)
{
	static const char *const units[] = {"a.m", "p.m", "am ", "pm ", "am-", "pm-", "hrs",
		"hours", "per cent", "noon", "and ", "to ", "percent", "%", "minutes", "o'clock"};

	if (label->worded && strncasecmp(rest, "of ", 3) == 0)
		return true; /* "Item 1 of the provisional agenda" */
	if (label->mark != ' ' && !(label->mark == '.' && label->count > 1))
		return false;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strncasecmp(rest, units[i], strlen(units[i])) == 0)
			return true;
	if (label->mark == ' ' && (*rest == '-' || *rest == ',' || strncmp(rest, "\u2013", 3) == 0))
		return true;
	return label->mark == ' ' && !label->worded && import_month_at(rest) > 0;
}

bool import_label_at(const char *text, struct import_label *label)
{
	const char *start = text, *at;
	char part[LABEL_BYTES];
	size_t length;

	*label = (struct import_label){.mark = ' '};
	text = skip_blanks(text);
	length = read_word(text);
	label->worded = length > 0;
	text += length;
	length = read_bracketed(text, part);
	if (length > 0)
		label->mark = '(';
	else
		length = read_part(text, part);
	if (length == 0)
		return false;
	label->capital = isupper((unsigned char)text[label->mark == '(']);
	add_part(label, part);
	at = text + length;
	if (isdigit((unsigned char)part[0]) || label->mark == '(')
		at = read_subparts(at, label);
	at = read_mark(at, label);
	if (!at || is_no_number(at, label))
		return false;
	if (!isdigit((unsigned char)part[0]) && label->mark == ' ')
		return false;
	label->length = (size_t)(at - start);
	return true;
}
