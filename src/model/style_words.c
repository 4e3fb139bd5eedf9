/* SPDX-License-Identifier: MIT */
/* The drafting check: words to avoid, doubled words and signs. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "style_inside.h"

static bool has_capital(const char *text)
{
	for (; *text; text++) {
		if (isupper((unsigned char)*text))
			return true;
	}
	return false;
}

static bool is_word_byte(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Does the text go on with the words at `at`, to the end of a word? */
static bool goes_on(const char *text, size_t at, const char *words)
{
	size_t length = strlen(words);
	bool exactly = has_capital(words);

	if (exactly ? strncmp(text + at, words, length) != 0
		    : strncasecmp(text + at, words, length) != 0)
		return false;
	bool letter = is_word_byte(words[length - 1]);
	bool sign = strncmp(text + at + length, "\xE2\x80", 2) == 0;
	if (text[at + length] == '/')
		return false; /* UN/LOCODE is a name */
	return !letter || sign || !is_word_byte(text[at + length]);
}

static bool ends_with(const char *text, size_t length, const char *words)
{
	size_t size = strlen(words);

	while (length > 0 && strchr(" \t\n", text[length - 1]))
		length--;
	return length >= size && strncasecmp(text + length - size, words, size) == 0 &&
	       (length == size || !is_word_byte(text[length - size - 1]));
}

/* Do the words before or behind make it right? */
static bool is_excused(const char *text, size_t from, size_t to, const struct style_words *unless)
{
	while (text[to] == ' ')
		to++;
	for (size_t i = 0; i < unless->count; i++) {
		if (ends_with(text, from, unless->items[i]) ||
			strncasecmp(text + to, unless->items[i], strlen(unless->items[i])) == 0)
			return true;
	}
	return false;
}

/* The suggestion with the capital that the words had. */
static const char *like_found(struct arena *arena, const char *found, const char *write)
{
	char *copy = arena_strdup(arena, write);

	if (copy && isupper((unsigned char)*found) && islower((unsigned char)*copy))
		*copy = (char)toupper((unsigned char)*copy);
	return copy;
}

static void check_avoided(struct style_task *task, const struct token *token)
{
	const char *text = task->texts[task->at].text;

	for (size_t i = 0; i < task->sheet->word_count; i++) {
		const struct style_word *word = &task->sheet->words[i];
		if (tolower((unsigned char)text[token->from]) !=
				tolower((unsigned char)*word->avoid) ||
			!goes_on(text, token->from, word->avoid))
			continue;
		size_t length = strlen(word->avoid);
		if (is_excused(text, token->from, token->from + length, &word->unless))
			continue;
		bool cased = has_capital(word->avoid);
		style_find_bytes(task, word->rule, token->from, length, word->says,
			cased ? word->write
			      : like_found(task->arena, text + token->from, word->write));
		return;
	}
}

static bool is_alphabetic(const struct tokens *tokens, size_t i)
{
	const char *text = tokens->text + tokens->items[i].from;

	for (size_t at = 0; at < tokens->items[i].length; at++) {
		if (!isalpha((unsigned char)text[at]) && (unsigned char)text[at] < 0x80)
			return false;
	}
	return tokens->items[i].kind == TOKEN_WORD;
}

static bool are_alike(const struct tokens *tokens, size_t i, size_t j)
{
	const struct token *one = &tokens->items[i], *other = &tokens->items[j];

	return one->length == other->length &&
	       strncasecmp(tokens->text + one->from, tokens->text + other->from, one->length) == 0;
}

/* "Mpanu Mpanu (": a name. */
static bool is_name(const struct style_task *task, size_t i, size_t next)
{
	const struct tokens *tokens = &task->tokens[task->at];

	return isupper((unsigned char)tokens->text[tokens->items[i].from]) &&
	       isupper((unsigned char)tokens->text[tokens->items[next].from]) &&
	       !token_begins(task, i) &&
	       (token_is(tokens, next + 1, "(") || token_is(tokens, next + 1, ","));
}

static void check_doubled(struct style_task *task, size_t i)
{
	const struct tokens *tokens = &task->tokens[task->at];
	size_t next = i + 1;
	bool comma = token_is(tokens, next, ",");

	next += comma;
	if (next >= tokens->count || tokens->items[next].line || !tokens->items[next].spaced ||
		!is_alphabetic(tokens, i) || !are_alike(tokens, i, next))
		return;
	bool small = token_in(tokens, i, &task->sheet->lists[STYLE_SMALL]);
	bool single = tokens->items[i].length == 1 && !small;
	if ((comma && !small) || single || is_name(task, i, next) ||
		token_in(tokens, i, &task->sheet->lists[STYLE_TWICE]))
		return;
	style_find(task, CHECK_DOUBLED_WORD, i, next, token_text(task, i));
}

static bool is_one_of(const struct tokens *tokens, size_t i, const char *signs)
{
	const struct token *token = &tokens->items[i];

	return token->kind == TOKEN_SIGN && token->length == 1 &&
	       strchr(signs, tokens->text[token->from]) != NULL;
}

/* " ," and ",," and ";." */
static void check_signs(struct style_task *task, size_t i)
{
	const struct tokens *tokens = &task->tokens[task->at];
	const struct token *token = &tokens->items[i];

	if (i == 0 || token->line || !is_one_of(tokens, i, ",;.:)"))
		return;
	bool dots = is_one_of(tokens, i, ".") &&
		    (token_is(tokens, i + 1, ".") || token_is(tokens, i - 1, "."));
	if (token->spaced && !dots && tokens->items[i - 1].kind != TOKEN_SIGN)
		style_find(task, CHECK_PUNCTUATION, i - 1, i,
			arena_printf(
				task->arena, "%s%s", token_text(task, i - 1), token_text(task, i)));
	else if (!token->spaced && is_one_of(tokens, i, ",;.") && is_one_of(tokens, i - 1, ",;:"))
		style_find(task, CHECK_PUNCTUATION, i - 1, i, token_text(task, i));
}

void style_words_check(struct style_task *task)
{
	const struct tokens *tokens = &task->tokens[task->at];
	bool running = task->texts[task->at].running;

	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *token = &tokens->items[i];
		if (token->kind == TOKEN_WORD && !token->quoted)
			check_avoided(task, token);
		if (token->kind == TOKEN_WORD)
			check_doubled(task, i);
		else if (running && token->kind == TOKEN_SIGN)
			check_signs(task, i);
	}
}
