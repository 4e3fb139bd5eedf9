/* SPDX-License-Identifier: MIT */
/*
 * How well something typed names something known. A score is its tier, the
 * kind of match, and within the tier the shorter name is better; there are no
 * weights to tune. Only what is typed can be incomplete or wrong, never the
 * name: "kor" finds Korea, and nothing that is a part of "kor".
 */
#include <stdbool.h>
#include <string.h>

#include "model/match.h"

enum { LONGEST_TYPO = 40, TYPO_FROM = 4, SECOND_TYPO_FROM = 8 };

static size_t word_length(const char *text)
{
	return strcspn(text, " ");
}

static const char *next_word(const char *text)
{
	text += word_length(text);
	return *text ? text + 1 : text;
}

/* Does the word at `name` begin with the word at `query`? */
static bool word_begins(const char *name, const char *query)
{
	size_t length = word_length(query);

	return length <= word_length(name) && strncmp(name, query, length) == 0;
}

/* The same behind the article of "d’Ivoire", which a fold key has as "divoire". */
static bool elided_word_begins(const char *name, const char *query)
{
	return (*name == 'd' || *name == 'l') && strchr("aeiouh", *query) &&
	       word_begins(name + 1, query);
}

/* Each word of the query begins a word of the name, in order. */
static int words_score(const char *query, const char *name)
{
	int score = 0;

	for (const char *word = name; *query && *word; word = next_word(word)) {
		bool begins = word_begins(word, query);
		if (!begins && (word == name || !elided_word_begins(word, query)))
			continue;
		if (score == 0)
			score = word == name ? MATCH_WORDS : begins ? MATCH_LATER : MATCH_ELIDED;
		query = next_word(query);
	}
	return *query ? 0 : score;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* The fewest errors (a letter too many, missing, wrong, or two exchanged) with which
 * the first `length` letters of `query` are a beginning of `name`, at most allowed + 1;
 * *whole: with which they are all of it. It is the classic table of distances, of which
 * the last three rows are kept; a row stands for a letter of the name. */
static int errors_of_beginning(
	const char *query, int length, const char *name, int allowed, int *whole)
{
	int rows[3][LONGEST_TYPO + 1];
	int reach = length + allowed, best = allowed + 1, i;

	for (int j = 0; j <= length; j++)
		rows[0][j] = j;
	*whole = allowed + 1;
	for (i = 1; i <= reach && name[i - 1]; i++) {
		int *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
		int fewest = row[0] = i;
		for (int j = 1; j <= length; j++) {
			bool same = name[i - 1] == query[j - 1];
			row[j] = least(above[j - 1] + !same, least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && name[i - 1] == query[j - 2] &&
				name[i - 2] == query[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
			fewest = least(fewest, row[j]);
		}
		best = least(best, row[length]);
		if (name[i] == '\0')
			*whole = least(*whole, row[length]);
		/* It only gets worse; an exchange may still go back over one row. */
		if (fewest > allowed + 1)
			break;
	}
	return best;
}

static int errors_allowed(size_t length)
{
	return length < TYPO_FROM ? 0 : length < SECOND_TYPO_FROM ? 1 : 2;
}

/* Errors in all with which each word of the query begins a word of the name, in order;
 * more than `allowed` if they do not. A word may have as many as its length allows. */
static int errors_of_words(const char *query, const char *name, int allowed)
{
	int errors = 0, whole;

	for (const char *word = name; *query && *word; word = next_word(word)) {
		size_t length = word_length(query);
		int may = least(errors_allowed(length), allowed - errors);
		int has = may + 1;
		if (word_begins(word, query))
			has = 0;
		else if (may > 0 && length <= LONGEST_TYPO)
			has = errors_of_beginning(query, (int)length, word, may, &whole);
		if (has > may)
			continue;
		errors += has;
		query = next_word(query);
	}
	return *query ? allowed + 1 : errors;
}

/* With typing errors, of the name or of a later word, or of several words. */
static int typo_score(const char *query, const char *name)
{
	size_t length = strlen(query);
	int allowed = errors_allowed(length), fewest = allowed + 1, whole = fewest;

	if (allowed == 0 || length > LONGEST_TYPO)
		return 0;
	for (const char *word = name; *word; word = next_word(word)) {
		int all;
		fewest =
			least(fewest, errors_of_beginning(query, (int)length, word, allowed, &all));
		whole = word == name ? all : whole;
	}
	if (whole == 1)
		return MATCH_SLIP;
	if (fewest > allowed && strchr(query, ' '))
		fewest = errors_of_words(query, name, allowed);
	if (fewest > allowed)
		return 0;
	return fewest > 1 ? MATCH_TYPOS : MATCH_TYPO;
}

static int tier(const char *query, const char *name)
{
	if (strcmp(query, name) == 0)
		return MATCH_WHOLE;
	if (strncmp(query, name, strlen(query)) == 0)
		return MATCH_BEGINNING;
	int score = words_score(query, name);
	return score ? score : typo_score(query, name);
}

int match_score(const char *query, const char *name)
{
	if (!*query || !*name)
		return 0;
	int score = tier(query, name);
	size_t length = strlen(name);
	if (score == 0)
		return 0;
	return score + (length < MATCH_STEP ? MATCH_STEP - 1 - (int)length : 0);
}
