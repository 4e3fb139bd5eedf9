/* SPDX-License-Identifier: MIT */
/*
 * The drafting check: what can only be seen of a whole document: terms in two forms,
 * acronyms that are used before they are given in full, quotation marks of two kinds.
 */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "style_inside.h"

/* --- forms --- */

static bool is_word_byte(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool is_excused(const char *text, size_t from, const struct style_words *unless)
{
	while (from > 0 && text[from - 1] == ' ')
		from--;
	for (size_t i = 0; i < unless->count; i++) {
		size_t length = strlen(unless->items[i]);
		if (from >= length && memcmp(text + from - length, unless->items[i], length) == 0)
			return true;
	}
	return false;
}

/* The next place of the words from `at` on, or NULL. */
static const char *next_place(
	const char *text, const char *at, const char *words, const struct style_words *unless)
{
	size_t length = strlen(words);

	for (; (at = strstr(at, words)); at += length) {
		bool whole =
			(at == text || !is_word_byte(at[-1])) &&
			(!is_word_byte(at[length]) || strncmp(at + length, "\xE2\x80", 2) == 0);
		if (whole && !is_excused(text, (size_t)(at - text), unless))
			return at;
	}
	return NULL;
}

static bool occurs(const struct style_task *task, const char *words)
{
	static const struct style_words none = {NULL, 0};

	for (size_t i = 0; i < task->count; i++) {
		if (task->texts[i].running &&
			next_place(task->texts[i].text, task->texts[i].text, words, &none))
			return true;
	}
	return false;
}

static void check_form(struct style_task *task, const struct style_form *form)
{
	if (!occurs(task, form->keep))
		return;
	for (task->at = 0; task->at < task->count; task->at++) {
		const char *text = task->texts[task->at].text, *at = text;
		for (; (at = next_place(text, at, form->avoid, &form->unless));
			at += strlen(form->avoid))
			style_find_bytes(task, style_checks[CHECK_FORM], (size_t)(at - text),
				strlen(form->avoid), NULL, form->keep);
	}
}

/* --- acronyms --- */

/* Given in full, or already found: a table of places found by a number made of the letters,
 * more than half of which are free. */
struct acronyms {
	const char **places; /* NULL: free */
	size_t count, size;  /* size: a power of two, or 0 */
};

/* Without the "s" of several, and whatever follows the capitals. */
static const char *acronym_at(const struct style_task *task, size_t i)
{
	char *text = arena_strdup(task->arena, token_text(task, i));

	text[strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] = '\0';
	return text;
}

static bool is_roman(const char *text)
{
	return strspn(text, "IVXLC") == strlen(text);
}

/* Where it is, or would be. */
static size_t place_of(const struct acronyms *acronyms, const char *name)
{
	uint32_t number = 2166136261u;

	for (const char *c = name; *c; c++)
		number = (number ^ (unsigned char)*c) * 16777619u;
	size_t at = number & (acronyms->size - 1);
	while (acronyms->places[at] && strcmp(acronyms->places[at], name) != 0)
		at = (at + 1) & (acronyms->size - 1);
	return at;
}

static bool is_known(const struct acronyms *acronyms, const char *name)
{
	return acronyms->size && acronyms->places[place_of(acronyms, name)];
}

static void learn(struct acronyms *acronyms, const char *name)
{
	if (2 * acronyms->count >= acronyms->size) {
		const struct acronyms old = *acronyms;
		acronyms->size = old.size ? 2 * old.size : 64;
		acronyms->places = mem_alloc(acronyms->size * sizeof(*acronyms->places));
		for (size_t i = 0; i < old.size; i++)
			if (old.places[i])
				acronyms->places[place_of(acronyms, old.places[i])] = old.places[i];
		free(old.places);
	}
	acronyms->places[place_of(acronyms, name)] = name;
	acronyms->count++;
}

/* "(UNODC)" behind words, and "UNODC (United Nations Office …)". */
static bool is_given_in_full(const struct tokens *tokens, size_t i)
{
	bool behind =
		i > 1 && token_is(tokens, i - 1, "(") && tokens->items[i - 2].kind != TOKEN_SIGN;
	bool before = token_is(tokens, i + 1, "(") && i + 3 < tokens->count &&
		      tokens->items[i + 2].kind == TOKEN_WORD &&
		      isupper((unsigned char)tokens->text[tokens->items[i + 2].from]) &&
		      !token_is_capitals(tokens, i + 2);
	/* "hereinafter “UNTOC”" */
	bool named = i > 0 && (token_is(tokens, i - 1, "“") || token_is(tokens, i - 1, "\""));

	return behind || before || named;
}

/* A line in capitals has no acronyms. */
static bool is_among_capitals(const struct tokens *tokens, size_t i)
{
	return token_is_capitals(tokens, i + 1) || (i > 0 && token_is_capitals(tokens, i - 1));
}

static const char *full_form(const struct style_task *task, const char *name)
{
	for (size_t i = 0; i < task->sheet->acronym_count; i++) {
		if (strcmp(task->sheet->acronyms[i].name, name) == 0)
			return arena_printf(
				task->arena, "%s (%s)", task->sheet->acronyms[i].full, name);
	}
	return NULL;
}

static bool is_listed(const struct style_words *words, const char *name)
{
	for (size_t i = 0; i < words->count; i++) {
		if (strcmp(words->items[i], name) == 0)
			return true;
	}
	return false;
}

static void check_acronym(struct style_task *task, struct acronyms *acronyms, size_t i)
{
	const struct tokens *tokens = &task->tokens[task->at];
	const char *name = acronym_at(task, i);
	bool full = is_given_in_full(tokens, i);

	if (is_known(acronyms, name) || is_roman(name) ||
		is_listed(&task->sheet->lists[STYLE_KNOWN], name) ||
		(!full && (is_among_capitals(tokens, i) || !task->texts[task->at].running)))
		return;
	learn(acronyms, name);
	if (!full)
		style_find(task, CHECK_ACRONYM, i, i, full_form(task, name));
}

static void check_acronyms(struct style_task *task)
{
	struct acronyms acronyms = {0};

	for (task->at = 0; task->at < task->count; task->at++) {
		for (size_t i = 0; i < task->tokens[task->at].count; i++) {
			if (token_is_capitals(&task->tokens[task->at], i))
				check_acronym(task, &acronyms, i);
		}
	}
	free(acronyms.places);
}

/* --- quotation marks --- */

static void check_quotes(struct style_task *task)
{
	bool curly = false;

	for (size_t i = 0; i < task->count && !curly; i++)
		curly = strstr(task->texts[i].text, "“") || strstr(task->texts[i].text, "”");
	for (task->at = 0; curly && task->at < task->count; task->at++) {
		const char *text = task->texts[task->at].text, *at = text;
		while ((at = strchr(at, '"'))) {
			bool inches = at > text && isdigit((unsigned char)at[-1]);
			const char *end = strchr(at + 1, '"');
			size_t length = !inches && end ? (size_t)(end - at) + 1 : 1;
			if (!inches)
				style_find_bytes(task, style_checks[CHECK_QUOTES],
					(size_t)(at - text), length, NULL,
					length > 1 ? arena_printf(task->arena, "“%.*s”",
							     (int)length - 2, at + 1)
						   : NULL);
			at += length;
		}
	}
}

void style_document_check(struct style_task *task)
{
	for (size_t i = 0; i < task->sheet->form_count; i++)
		check_form(task, &task->sheet->forms[i]);
	check_acronyms(task);
	check_quotes(task);
}
