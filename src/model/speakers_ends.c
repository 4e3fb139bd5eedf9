/* SPDX-License-Identifier: MIT */
/*
 * The ends of a piece of a list: marks, numbers and times before a name and behind
 * it are taken off until nothing of the kind is left. "G7" and "Group of 77" have
 * digits of their own: a number at the end goes only where it is a time.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "speakers_ends.h"

#define DIGITS "0123456789"

/* Bytes of the mark that the text begins with: a bullet, a dash, a star, a blank; 0 = none. */
static size_t mark_length(const char *text)
{
	static const char *const marks[] = {"•", "◦", "▪", "■", "□", "●", "○", "‣", "·", "–", "—",
		"−", "‐", "‑", "→", "➢", "✓", "✔", "☐", "☑", "†", "‡", "…", "“", "”", "«", "»"};

	if (*text && strchr(" \t-*+>#.,;:|_~=/&", *text))
		return 1;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		size_t length = strlen(marks[i]);
		if (strncmp(text, marks[i], length) == 0)
			return length;
	}
	return 0;
}

bool ends_parts(char c)
{
	return c == '\0' || (!isalnum((unsigned char)c) && !((unsigned char)c & 0x80));
}

/* Bytes of a word out of a list, if it is whole there. */
size_t ends_one_of(const char *text, const char *const words[])
{
	for (size_t i = 0; words[i]; i++) {
		size_t length = strlen(words[i]);
		if (strncasecmp(text, words[i], length) == 0 && ends_parts(text[length]))
			return length;
	}
	return 0;
}

/* Bytes of a number or a time: "3", "3.1", "10:15", "10h15", "10:15-10:20 a.m.",
 * "5 min", "1st"; 0 if it is none. */
static size_t number_length(const char *text)
{
	static const char *const joined[] = {"'", "’", "h", "st", "nd", "rd", "th", NULL};
	static const char *const behind[] = {"a.m.", "p.m.", "am", "pm", "hrs", "hours", "hour",
		"minutes", "minute", "mins", "min.", "min", "seconds", "sec.", "sec", NULL};
	size_t length = strspn(text, DIGITS), word;

	if (length == 0)
		return 0;
	while (text[length] && strchr(".:hH-/", text[length])) {
		size_t more = strspn(text + length + 1, DIGITS);
		if (more == 0)
			break;
		length += 1 + more;
	}
	word = ends_one_of(text + length, joined);
	if (word > 0)
		return length + word;
	size_t unit = length + strspn(text + length, " ");
	word = ends_one_of(text + unit, behind);
	if (word > 0)
		return unit + word;
	return ends_parts(text[length]) || ((unsigned char)text[length] & 0x80) ? length : 0;
}

/* The same in brackets, "(3)", "[10:15]", or an empty or crossed box. */
static size_t bracketed_length(const char *text)
{
	char close = *text == '(' ? ')' : *text == '[' ? ']' : '\0';

	if (!close)
		return 0;
	size_t at = 1 + strspn(text + 1, " ");
	size_t inside = number_length(text + at);
	if (inside == 0 && close == ']' && strchr("xX", text[at]) && text[at])
		inside = 1;
	at += inside;
	at += strspn(text + at, " ");
	return text[at] == close && (inside > 0 || close == ']') ? at + 1 : 0;
}

/* Does it begin with the rank of a person: "Mr.", "H.E. Ms."? */
bool ends_has_rank(const char *text)
{
	static const char *const ranks[] = {"h.e.", "h.e", "s.e.", "mr.", "mr", "mrs.", "mrs",
		"ms.", "ms", "miss", "mme", "m.", "sr.", "sra.", "dr.", "dr", "prof.", "prof",
		"professor", "ambassador", "amb.", "amb", "his excellency", "her excellency",
		"minister", "deputy minister", "vice-minister", "sir", "the honourable", "the hon.",
		"hon.", "hon", NULL};

	return ends_one_of(text, ranks) > 0 && strchr(text, ' ');
}

const char *ends_start(const char *text)
{
	for (;;) {
		size_t length = *text && strchr(")]", *text) ? 1 : mark_length(text);
		if (length == 0)
			length = bracketed_length(text);
		if (length == 0)
			length = number_length(text);
		if (length == 0)
			return text;
		text += length;
	}
}

/* Where the last word of the text begins. */
static size_t last_word(const char *text, size_t length)
{
	while (length > 0 && text[length - 1] != ' ')
		length--;
	return length;
}

/* Length without a number, a time or its unit at the end; the text is cut there. */
static size_t without_number(char *text, size_t length)
{
	size_t word = last_word(text, length), before = word;

	while (before > 0 && text[before - 1] == ' ')
		before--;
	before = last_word(text, before);
	/* "5 min", "10:15 a.m.": two words; "G7" and "Group of 77" stay. */
	if (before < word && number_length(text + before) == strlen(text + before))
		return before;
	size_t own = number_length(text + word);
	bool time = own == strlen(text + word) && strpbrk(text + word, ":'") && word > 0;
	if (time || (bracketed_length(text + word) == strlen(text + word) && word < length))
		return word;
	return length;
}

/* Length without a mark at the end. */
static size_t without_mark(const char *text, size_t length)
{
	size_t back = length;

	do
		back--;
	while (back > 0 && ((unsigned char)text[back] & 0xC0) == 0x80);
	if (text[back] == '.' && back > 1 && text[back - 2] == '.')
		return length; /* "S.A." */
	return mark_length(text + back) == length - back ? back : length;
}

static void strip_end(char *text)
{
	size_t length = strlen(text), less = length;

	do {
		length = less;
		text[length] = '\0';
		if (length > 0)
			less = without_mark(text, length);
		if (less == length && length > 0)
			less = without_number(text, length);
	} while (less < length);
}

/* A copy without what stands around the name. */
char *ends_strip(struct arena *arena, const char *text)
{
	char *copy = arena_strdup(arena, ends_start(text));

	strip_end(copy);
	return copy;
}

/* What is in brackets behind a name and says nothing of who it is. */
bool ends_is_remark(const char *text)
{
	static const char *const remarks[] = {"tbc", "tbd", "to be confirmed", "confirmed",
		"remote", "remotely", "online", "virtual", "virtually", "video", "pre-recorded",
		"vtc", "in person", "general statement", "statement", "new", "absent", NULL};
	size_t length = ends_one_of(text, remarks), number = number_length(text);

	return (length > 0 && text[length] == '\0') || (number > 0 && text[number] == '\0');
}
