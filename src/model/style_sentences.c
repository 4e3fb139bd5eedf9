/* SPDX-License-Identifier: MIT */
/*
 * The drafting check: how sentences are put together: enumerations, citations, the
 * opening verb, the last sign, and which of two groups is meant.
 */
#include <ctype.h>
#include <string.h>

#include "model/recommendation.h"
#include "style_inside.h"

static const struct tokens *now(const struct style_task *task)
{
	return &task->tokens[task->at];
}

static bool is_sign(const struct tokens *tokens, size_t i)
{
	return i < tokens->count && tokens->items[i].kind == TOKEN_SIGN;
}

/* --- "tools, and technology" --- */

/* Words from i on, up to `most`, to a sign of `ends` or the end; 0 if it is no item of a list. */
static size_t item_behind(const struct style_task *task, size_t i, size_t most)
{
	const struct tokens *tokens = now(task);
	size_t words = 0;

	for (; i + words < tokens->count; words++) {
		if (is_sign(tokens, i + words)) {
			char sign = tokens->text[tokens->items[i + words].from];
			return strchr(".,;:)", sign) ? words : 0;
		}
		if (words == most ||
			token_in(tokens, i + words, &task->sheet->lists[STYLE_NO_ITEM]))
			return 0;
	}
	return words;
}

/* The same backwards from before i: to a comma. */
static size_t item_before(const struct style_task *task, size_t i, size_t most)
{
	const struct tokens *tokens = now(task);

	for (size_t words = 0; words < i; words++) {
		size_t at = i - 1 - words;
		if (token_is(tokens, at, ","))
			return words;
		if (is_sign(tokens, at) || words == most ||
			token_in(tokens, at, &task->sheet->lists[STYLE_NO_ITEM]))
			return 0;
	}
	return 0;
}

/* Does a word, and no opening phrase ("In that regard,"), end before the comma at i? */
static bool ends_item(const struct style_task *task, size_t i)
{
	const struct tokens *tokens = now(task);
	size_t first = i;

	while (first > 0 && !is_sign(tokens, first - 1))
		first--;
	return first < i && !token_in(tokens, first, &task->sheet->lists[STYLE_OPENING]);
}

static void check_serial_comma(struct style_task *task, size_t i)
{
	enum { ITEM_WORDS = 3 };
	const struct tokens *tokens = now(task);

	if (!token_is(tokens, i, ",") ||
		(!token_is(tokens, i + 1, "and") && !token_is(tokens, i + 1, "or")))
		return;
	size_t before = item_before(task, i, ITEM_WORDS);
	size_t behind = item_behind(task, i + 2, ITEM_WORDS);
	if (!before || !behind || !ends_item(task, i - before - 1))
		return;
	style_find(task, CHECK_SERIAL_COMMA, i - before, i + 1 + behind,
		arena_printf(task->arena, "%.*s %s",
			(int)(tokens->items[i].from - tokens->items[i - before].from),
			tokens->text + tokens->items[i - before].from,
			arena_strndup(task->arena, tokens->text + tokens->items[i + 1].from,
				token_end(tokens, i + 1 + behind) - tokens->items[i + 1].from)));
}

/* --- citations --- */

/* "8/2", and "1373 (2001)". */
static bool is_resolution_number(const struct tokens *tokens, size_t i)
{
	if (i >= tokens->count || tokens->items[i].kind != TOKEN_FIGURE)
		return false;
	const char *text = tokens->text + tokens->items[i].from;
	size_t digits = strspn(text, "0123456789");
	return (text[digits] == '/' && isdigit((unsigned char)text[digits + 1])) ||
	       (digits == tokens->items[i].length && token_is(tokens, i + 1, "("));
}

static const char *full_name(const struct style_task *task, size_t i)
{
	for (size_t j = 0; j < task->sheet->acronym_count; j++) {
		if (token_is(now(task), i, task->sheet->acronyms[j].name))
			return task->sheet->acronyms[j].full;
	}
	return NULL;
}

static const char *in_small(const struct style_task *task, size_t i)
{
	char *word = arena_strdup(task->arena, token_text(task, i));

	*word = (char)tolower((unsigned char)*word);
	return word;
}

/* "COP Resolution 8/2", "COP resolution 8/2", "Resolution 8/2", "the resolution 8/2". */
static void check_resolution(struct style_task *task, size_t i)
{
	const struct tokens *tokens = now(task);

	if ((!token_like(tokens, i, "resolution") && !token_like(tokens, i, "decision")) ||
		!is_resolution_number(tokens, i + 1))
		return;
	const char *number = token_text(task, i + 1), *word = in_small(task, i);
	bool capital = isupper((unsigned char)tokens->text[tokens->items[i].from]);
	bool own = i > 0 && token_is_capitals(tokens, i - 1) &&
		   !token_in(tokens, i - 1, &task->sheet->lists[STYLE_KNOWN]);
	bool article = i > 0 && token_like(tokens, i - 1, "the") && strchr(number, '/') &&
		       (token_is(tokens, i + 2, "of") || is_sign(tokens, i + 2));
	if (own) {
		const char *full = full_name(task, i - 1);
		style_find(task, CHECK_CITATION, i - 1, i + 1,
			full ? arena_printf(task->arena, "%s %s of the %s", word, number, full)
			     : NULL);
	} else if ((capital && !token_begins(task, i)) || article) {
		style_find(task, CHECK_CITATION, article ? i - 1 : i, i + 1,
			arena_printf(task->arena, "%s %s", word, number));
	}
}

/* "Article 33, paragraph 1, of the Charter": those have their capital. */
static bool is_of_charter(const struct style_task *task, size_t i)
{
	enum { WORDS = 16 };
	const struct tokens *tokens = now(task);

	for (size_t at = i; at < i + WORDS && at < tokens->count; at++) {
		if (token_in(tokens, at, &task->sheet->lists[STYLE_CHARTERS]))
			return true;
	}
	return false;
}

/* "in accordance with Article 32" */
static void check_article(struct style_task *task, size_t i)
{
	static const char *const words[] = {"Article", "Articles", "Paragraph", "Paragraphs"};
	const struct tokens *tokens = now(task);

	for (size_t j = 0; j < sizeof(words) / sizeof(words[0]); j++) {
		if (token_is(tokens, i, words[j]) && token_is_figure(tokens, i + 1) &&
			!token_begins(task, i) && !is_of_charter(task, i))
			style_find(task, CHECK_CITATION, i, i + 1,
				arena_printf(task->arena, "%s %s", in_small(task, i),
					token_text(task, i + 1)));
	}
}

/* --- which group --- */

static void check_group(struct style_task *task, size_t i)
{
	const struct tokens *tokens = now(task);

	if (task->joint && token_like(tokens, i, "the") && token_is(tokens, i + 1, "Working") &&
		token_is(tokens, i + 2, "Group") && !token_is(tokens, i + 3, "of") &&
		!token_is(tokens, i + 3, "on"))
		style_find(task, CHECK_GROUP, i, i + 2,
			arena_printf(task->arena, "%s working groups", token_text(task, i)));
}

/* --- beginning and end --- */

/* "Request" for "Requests" */
static const char *third_person(struct style_task *task, size_t i)
{
	static const char *const endings[] = {"s", "es"};

	for (size_t j = 0; j < sizeof(endings) / sizeof(endings[0]); j++) {
		const char *verb =
			arena_printf(task->arena, "%s%s", token_text(task, i), endings[j]);
		if (recommendation_verb(verb) == strlen(verb))
			return verb;
	}
	return NULL;
}

static void check_verb(struct style_task *task)
{
	const struct tokens *tokens = now(task);
	struct str entry = STR_EMPTY;
	size_t first = 0;

	recommendation_entry(task->texts[task->at].text, &entry);
	/* Older decisions say "Noted" and "Reiterated". */
	size_t word = strcspn(entry.text, " ,;");
	bool past = word > 4 && strncmp(entry.text + word - 2, "ed", 2) == 0;
	bool verb = past || recommendation_verb(entry.text) > 0;
	str_clear(&entry);
	if (verb)
		return;
	if (token_is(tokens, 0, "(") && token_is(tokens, 2, ")"))
		first = 3;
	while (first < tokens->count && tokens->items[first].kind != TOKEN_WORD)
		first++;
	/* A bracket at the beginning: the verb is not agreed yet. */
	if (first < tokens->count && !token_is(tokens, 0, "["))
		style_find(task, CHECK_VERB, first, first, third_person(task, first));
}

/* The last sign that is no closing quotation mark or bracket, no star, no note's figure. */
static char last_sign(const char *text, size_t *length)
{
	static const char *const closing[] = {"”", "’", "\"", "'", ")", "]", "*", " ", "¹", "²",
		"³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰"};
	bool cut = true;

	*length = strlen(text);
	while (cut) {
		cut = false;
		for (size_t i = 0; i < sizeof(closing) / sizeof(closing[0]); i++) {
			size_t size = strlen(closing[i]);
			if (*length >= size &&
				memcmp(text + *length - size, closing[i], size) == 0) {
				*length -= size;
				cut = true;
			}
		}
	}
	return *length ? text[*length - 1] : '\0';
}

/* Also before the mark of a note: "adopted.3", "adopted;1/". */
static bool ends_with_sign(const char *text)
{
	size_t length;
	char last = last_sign(text, &length);

	if (last == '/' && length > 1 && isdigit((unsigned char)text[length - 2]))
		last = text[--length - 1];
	while (length > 0 && isdigit((unsigned char)last)) {
		length--;
		last = length ? text[length - 1] : '\0';
	}
	return last && strchr(".;:?!,", last) != NULL;
}

static bool is_sentence(const struct style_task *task)
{
	enum { SENTENCE_WORDS = 8 };
	const struct tokens *tokens = now(task);
	bool verb = false;

	for (size_t i = 0; i < tokens->count; i++)
		verb |= token_in(tokens, i, &task->sheet->lists[STYLE_FINITE]);
	return verb && tokens->count >= SENTENCE_WORDS;
}

/* The next text that is not empty, or NULL. */
static const struct style_text *next_text(const struct style_task *task)
{
	for (size_t i = task->at + 1; i < task->count; i++) {
		if (*task->texts[i].text)
			return &task->texts[i];
	}
	return NULL;
}

/* The entry before, of the same list. */
static const struct style_text *entry_before(const struct style_task *task)
{
	const struct style_text *before = task->at ? &task->texts[task->at - 1] : NULL;

	return before && before->entry ? before : NULL;
}

/* The last entry of a list whose others end with a semicolon ends with a full stop. */
static void check_last_entry(struct style_task *task)
{
	const struct style_text *next = next_text(task);
	size_t length, last = now(task)->count - 1;

	if (next && !next->entry && entry_before(task) &&
		last_sign(task->texts[task->at].text, &length) == ';')
		style_find(task, CHECK_ENDING, last, last, ".");
}

static void check_ending(struct style_task *task)
{
	const struct style_text *text = &task->texts[task->at], *next = next_text(task);
	const struct style_text *before = entry_before(task);
	size_t last = now(task)->count - 1;

	if (ends_with_sign(text->text)) {
		if (text->entry)
			check_last_entry(task);
		return;
	}
	/* A page may have cut the sentence. */
	if (next && next->running && !next->entry && !next->numbered)
		return;
	bool others = (before && ends_with_sign(before->text)) ||
		      (next && next->entry && ends_with_sign(next->text));
	if (text->entry ? others : is_sentence(task))
		style_find(task, CHECK_ENDING, last, last, NULL);
}

void style_sentences_check(struct style_task *task)
{
	const struct style_text *text = &task->texts[task->at];
	const struct tokens *tokens = now(task);

	if (text->operative)
		check_verb(task);
	if (!text->running)
		return;
	for (size_t i = 0; i < tokens->count; i++) {
		if (tokens->items[i].quoted)
			continue;
		check_serial_comma(task, i);
		check_resolution(task, i);
		check_article(task, i);
		check_group(task, i);
	}
	if (tokens->count && (text->entry || text->numbered))
		check_ending(task);
}
