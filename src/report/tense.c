/* SPDX-License-Identifier: MIT */
/*
 * Points in the present tense are found, never rewritten: the words are those of the
 * secretary. The one idea: the verbs are those that a sentence of the report is made
 * with (point_sentence.c); a first word is one of them in the present if its past is
 * in that table. What may be a noun as well counts only where the next word says that
 * it is a verb.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "point_sentence.h"
#include "tense.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

enum { WORD = 24 }; /* bytes; a longer one is no verb of the table */

/* The others end in "ed" in the past. */
static const struct {
	const char *present, *past;
} irregular[] = {{"deal", "dealt"}, {"draw", "drew"}, {"feel", "felt"}, {"give", "gave"},
	{"is", "was"}, {"make", "made"}, {"pay", "paid"}, {"say", "said"}, {"see", "saw"},
	{"seek", "sought"}, {"speak", "spoke"}, {"take", "took"}, {"withdraw", "withdrew"}};

/* Nouns too, by themselves or with an s; "state" is one of them. */
static const char *const nouns[] = {"address", "advocate", "answer", "appeal", "brief", "call",
	"caution", "challenge", "claim", "comment", "concern", "deal", "doubt", "draw", "echo",
	"highlight", "hope", "list", "make", "note", "object", "offer", "outline", "pay", "pledge",
	"point", "praise", "present", "promise", "question", "raise", "remark", "report", "request",
	"reserve", "review", "say", "share", "state", "stress", "support", "touch", "update",
	"view", "voice", "wish"};

/* Behind one of them these make a verb of it. */
static const char *const objects[] = {
	"a", "all", "an", "its", "that", "the", "their", "this", "to", "whether", "with"};

static bool is_one_of(const char *word, const char *const words[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

/* The word at the beginning in small letters; its bytes, 0 if it is too long. */
static size_t first_word(const char *text, char word[WORD])
{
	size_t length = 0;

	while (length < WORD - 1 && isalpha((unsigned char)text[length])) {
		word[length] = (char)tolower((unsigned char)text[length]);
		length++;
	}
	word[length] = '\0';
	return isalnum((unsigned char)text[length]) || text[length] == '-' ? 0 : length;
}

/* The whole verb in the table, or what it begins with: "took" of "took note", and for
 * "was" all of it: "was of the view", not "was late". */
static bool is_past(const char *past, const char *rest)
{
	size_t length = strlen(past);

	for (size_t i = 0; point_verb(i); i++) {
		const char *verb = point_verb(i);
		if (strncmp(verb, past, length) != 0)
			continue;
		if (verb[length] == '\0')
			return true;
		if (verb[length] == ' ' && strncmp(rest, verb + length, strlen(verb + length)) == 0)
			return true;
	}
	return false;
}

/* "ask", "note", "clarify", "refer": the past, made in each way there is. */
static bool has_past(const char *base, const char *rest)
{
	int length = (int)strlen(base);
	char past[WORD + 4];

	for (size_t i = 0; i < LENGTH(irregular); i++)
		if (strcmp(irregular[i].present, base) == 0)
			return is_past(irregular[i].past, rest);
	snprintf(past, sizeof past, "%s%s", base, base[length - 1] == 'e' ? "d" : "ed");
	if (is_past(past, rest))
		return true;
	if (base[length - 1] == 'y')
		snprintf(past, sizeof past, "%.*sied", length - 1, base);
	else
		snprintf(past, sizeof past, "%s%ced", base, base[length - 1]);
	return is_past(past, rest);
}

/* Without the s of "asks", "stresses", "clarifies". */
static bool find_base(const char *word, const char *rest, char base[WORD])
{
	static const struct {
		const char *ending, *instead;
	} endings[] = {{"ies", "y"}, {"es", ""}, {"s", ""}, {"", ""}};
	size_t length = strlen(word);

	for (size_t i = 0; i < LENGTH(endings); i++) {
		size_t own = strlen(endings[i].ending);
		if (own >= length || strcmp(word + length - own, endings[i].ending) != 0)
			continue;
		/* "stress-es", but "state-s". */
		if (i == 1 && !strchr("shxz", word[length - own - 1]))
			continue;
		snprintf(base, WORD, "%.*s%s", (int)(length - own), word, endings[i].instead);
		if (has_past(base, rest))
			return true;
	}
	return false;
}

/* "raises" may have lost its e. */
static bool is_noun(const char *base)
{
	char whole[WORD + 1];

	snprintf(whole, sizeof whole, "%se", base);
	return is_one_of(base, nouns, LENGTH(nouns)) || is_one_of(whole, nouns, LENGTH(nouns));
}

size_t tense_present(const char *point, const char **word)
{
	char first[WORD], next[WORD], base[WORD];
	const char *text = point_words(point);
	size_t length = first_word(text, first);
	const char *rest = text + length;

	/* Most are in the past, as they should be: found at once. */
	if (length == 0 || point_is_verb(text) || !find_base(first, rest, base))
		return 0;
	first_word(rest + strspn(rest, " "), next);
	bool verb = strcmp(base, "state") == 0
			    ? strcmp(next, "that") == 0
			    : !is_noun(base) || is_one_of(next, objects, LENGTH(objects));
	/* "calls for", "hopes for". */
	verb = verb || ((strcmp(first, "calls") == 0 || strcmp(first, "hopes") == 0) &&
			       strcmp(next, "for") == 0);
	*word = text;
	return verb ? length : 0;
}
