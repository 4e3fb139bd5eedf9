/* SPDX-License-Identifier: MIT */
/*
 * The drafting check. A document is cut into words and signs once; every rule is a
 * function that walks over them and may look at the rest of the document. Rules are in
 * families, a file each. What they look for comes from the sheet; that none of them is
 * right about language is why each can be taken out of it.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "style_inside.h"

const char *const style_checks[] = {[CHECK_DOUBLED_WORD] = "doubled-word",
	[CHECK_PUNCTUATION] = "punctuation",
	[CHECK_FORM] = "form",
	[CHECK_ACRONYM] = "acronym",
	[CHECK_SERIAL_COMMA] = "serial-comma",
	[CHECK_NUMBER] = "number",
	[CHECK_SENTENCE_START] = "sentence-start",
	[CHECK_SESSION] = "session",
	[CHECK_PER_CENT] = "per-cent",
	[CHECK_QUOTES] = "quotes",
	[CHECK_CITATION] = "citation",
	[CHECK_VERB] = "verb",
	[CHECK_ENDING] = "ending",
	[CHECK_DATE] = "date",
	[CHECK_TIME] = "time",
	[CHECK_GROUP] = "group",
	[CHECK_WORD] = "word",
	[STYLE_CHECKS] = NULL};

const char *const style_lists[] = {[STYLE_TWICE] = "twice",
	[STYLE_SMALL] = "small",
	[STYLE_KNOWN] = "known",
	[STYLE_NUMBERED] = "numbered",
	[STYLE_MEASURES] = "measures",
	[STYLE_STOPS] = "stops",
	[STYLE_FINITE] = "finite",
	[STYLE_NO_ITEM] = "no-item",
	[STYLE_OPENING] = "opening",
	[STYLE_CHARTERS] = "charters",
	[STYLE_LISTS] = NULL};

/* --- words and signs --- */

static bool is_letter(const char *text)
{
	unsigned char c = (unsigned char)*text;

	return isalnum(c) ||
	       (c >= 0x80 && strncmp(text, "\xE2\x80", 2) != 0 &&
		       strncmp(text, "\xC2\xA0", 2) != 0 && strncmp(text, "\xC2\xAB", 2) != 0 &&
		       strncmp(text, "\xC2\xBB", 2) != 0);
}

/* Bytes of a sign that stands inside a word: the letters on both sides are its. */
static size_t joint_length(const char *text)
{
	size_t length = 0;

	if (*text && strchr("-'./:@,", *text))
		length = 1;
	else if (strncmp(text, "’", 3) == 0)
		length = 3;
	if (!length || !is_letter(text + length))
		return 0;
	bool digits = isdigit((unsigned char)text[-1]) && isdigit((unsigned char)text[length]);
	bool letters = !isdigit((unsigned char)text[-1]) && !isdigit((unsigned char)text[length]);
	if (*text == ',')
		return digits ? length : 0;
	if (*text == ':')
		return digits ? length : 0;
	if (*text == '-')
		return letters || !digits ? length : 0;
	return length;
}

static bool is_address(const char *text)
{
	return strncasecmp(text, "http:", 5) == 0 || strncasecmp(text, "https:", 6) == 0 ||
	       strncasecmp(text, "www.", 4) == 0;
}

/* Of the word at text, which ends before `rest` bytes are over. */
static size_t word_length(const char *text, size_t rest)
{
	size_t length = 0;

	if (is_address(text))
		return strcspn(text, " \t\n<>)");
	for (;;) {
		if (is_letter(text + length))
			length += utf8_cluster(text + length, rest - length, NULL);
		else if (length > 0 && joint_length(text + length))
			length += joint_length(text + length);
		else
			return length;
	}
}

static bool is_opening(const struct tokens *tokens, const struct token *token)
{
	const char *text = tokens->text + token->from;

	return strncmp(text, "“", 3) == 0 || *text == '"';
}

static bool is_closing(const struct tokens *tokens, const struct token *token)
{
	const char *text = tokens->text + token->from;

	return strncmp(text, "”", 3) == 0 || *text == '"';
}

/* A quotation that is not closed is none. */
static void mark_quotations(struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++) {
		size_t end = i + 1;
		if (!is_opening(tokens, &tokens->items[i]))
			continue;
		while (end < tokens->count && !is_closing(tokens, &tokens->items[end]))
			end++;
		if (end == tokens->count)
			return;
		for (i++; i < end; i++)
			tokens->items[i].quoted = true;
	}
}

void style_split(struct arena *arena, const char *text, struct tokens *tokens)
{
	struct token *items = NULL;
	size_t count = 0, capacity = 0, whole = strlen(text);
	bool spaced = true, line = true;

	for (size_t at = 0; text[at];) {
		if (strchr(" \t\n", text[at]) || strncmp(text + at, "\xC2\xA0", 2) == 0) {
			line |= text[at] == '\n';
			spaced = true;
			at += text[at] == '\xC2' ? 2 : 1;
			continue;
		}
		size_t length = word_length(text + at, whole - at);
		struct token token = {
			.kind = TOKEN_WORD, .from = at, .spaced = spaced, .line = line};
		if (!length) {
			token.kind = TOKEN_SIGN;
			length = utf8_cluster(text + at, whole - at, NULL);
		} else if (isdigit((unsigned char)text[at])) {
			token.kind = TOKEN_FIGURE;
		}
		token.length = length;
		items = mem_grow(items, &capacity, count + 1, sizeof(*items));
		items[count++] = token;
		at += length;
		spaced = line = false;
	}
	*tokens = (struct tokens){text, arena_alloc(arena, count * sizeof(*items)), count};
	if (count)
		memcpy(tokens->items, items, count * sizeof(*items));
	free(items);
	mark_quotations(tokens);
}

bool token_like(const struct tokens *tokens, size_t i, const char *word)
{
	return i < tokens->count && tokens->items[i].length == strlen(word) &&
	       strncasecmp(tokens->text + tokens->items[i].from, word, strlen(word)) == 0;
}

bool token_is(const struct tokens *tokens, size_t i, const char *word)
{
	return i < tokens->count && tokens->items[i].length == strlen(word) &&
	       memcmp(tokens->text + tokens->items[i].from, word, strlen(word)) == 0;
}

bool token_in(const struct tokens *tokens, size_t i, const struct style_words *words)
{
	for (size_t j = 0; j < words->count; j++) {
		if (token_like(tokens, i, words->items[j]))
			return true;
	}
	return false;
}

bool token_is_figure(const struct tokens *tokens, size_t i)
{
	if (i >= tokens->count || tokens->items[i].kind != TOKEN_FIGURE)
		return false;
	const char *text = tokens->text + tokens->items[i].from;
	return strspn(text, "0123456789") >= tokens->items[i].length;
}

bool token_is_month(const struct tokens *tokens, size_t i)
{
	static const char *const months[] = {"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"};

	for (size_t j = 0; j < sizeof(months) / sizeof(months[0]); j++) {
		if (token_is(tokens, i, months[j]))
			return true;
	}
	return false;
}

bool token_is_capitals(const struct tokens *tokens, size_t i)
{
	if (i >= tokens->count || tokens->items[i].kind != TOKEN_WORD)
		return false;
	const char *text = tokens->text + tokens->items[i].from;
	size_t length = tokens->items[i].length, capitals = 0;
	while (capitals < length && isupper((unsigned char)text[capitals]))
		capitals++;
	if (capitals < 2)
		return false;
	const char *rest = text + capitals;
	length -= capitals;
	return length == 0 || (length == 1 && *rest == 's') ||
	       (length == 2 && strncmp(rest, "'s", 2) == 0) ||
	       (length == 4 && strncmp(rest, "’s", 4) == 0);
}

/* Is the stop at i the end of a sentence, and not that of "para."? */
static bool ends_sentence(const struct style_task *task, const struct tokens *tokens, size_t i)
{
	if (token_is(tokens, i, "?") || token_is(tokens, i, "!"))
		return true;
	if (!token_is(tokens, i, ".") || i == 0)
		return false;
	const struct token *before = &tokens->items[i - 1];
	bool initial = before->kind == TOKEN_WORD && before->length == 1;
	return !initial && !token_in(tokens, i - 1, &task->sheet->lists[STYLE_STOPS]);
}

bool token_begins(const struct style_task *task, size_t i)
{
	const struct tokens *tokens = &task->tokens[task->at];

	while (i > 0 && !tokens->items[i].line) {
		const struct token *before = &tokens->items[i - 1];
		bool opens = is_opening(tokens, before) || token_is(tokens, i - 1, "(") ||
			     token_is(tokens, i - 1, "[") || token_is(tokens, i - 1, "*");
		if (!opens)
			return tokens->items[i].spaced &&
			       (ends_sentence(task, tokens, i - 1) ||
				       (i > 1 && is_closing(tokens, before) &&
					       ends_sentence(task, tokens, i - 2)));
		i--;
	}
	return true;
}

const char *token_text(const struct style_task *task, size_t i)
{
	const struct tokens *tokens = &task->tokens[task->at];

	return arena_strndup(
		task->arena, tokens->text + tokens->items[i].from, tokens->items[i].length);
}

size_t token_end(const struct tokens *tokens, size_t i)
{
	return tokens->items[i].from + tokens->items[i].length;
}

/* --- findings --- */

static const struct style_rule *rule_named(const struct style_sheet *sheet, const char *name)
{
	for (size_t i = 0; i < sheet->rule_count; i++) {
		if (strcmp(sheet->rules[i].name, name) == 0)
			return &sheet->rules[i];
	}
	return NULL;
}

bool style_wants(const struct style_task *task, enum style_check check)
{
	return rule_named(task->sheet, style_checks[check]) != NULL;
}

/* In quotation marks, if it has none of its own. */
static const char *quoted(struct arena *arena, const char *words)
{
	bool own = *words == '"' || strncmp(words, "“", 3) == 0;

	return own ? words : arena_printf(arena, "“%s”", words);
}

void style_find_bytes(struct style_task *task, const char *rule, size_t from, size_t length,
	const char *says, const char *suggestion)
{
	const struct style_rule *row = rule_named(task->sheet, rule);

	if (!row || task->texts[task->at].aside)
		return;
	const char *words = arena_strndup(task->arena, task->texts[task->at].text + from, length);
	task->findings =
		mem_grow(task->findings, &task->capacity, task->found + 1, sizeof(*task->findings));
	task->findings[task->found++] = (struct style_finding){
		.rule = row->name,
		.text = task->at,
		.from = from,
		.length = length,
		.words = words,
		.suggestion = suggestion,
		.sentence = arena_printf(task->arena, "%s %s%s%s", quoted(task->arena, words),
			says ? says : row->says, suggestion ? "; write " : "",
			suggestion ? quoted(task->arena, suggestion) : ""),
	};
}

void style_find(struct style_task *task, enum style_check check, size_t first, size_t last,
	const char *suggestion)
{
	const struct tokens *tokens = &task->tokens[task->at];
	size_t from = tokens->items[first].from;

	style_find_bytes(
		task, style_checks[check], from, token_end(tokens, last) - from, NULL, suggestion);
}

static int by_place(const void *a, const void *b)
{
	const struct style_finding *one = a, *other = b;

	if (one->text != other->text)
		return one->text < other->text ? -1 : 1;
	if (one->from != other->from)
		return one->from < other->from ? -1 : 1;
	return strcmp(one->rule, other->rule);
}

/* "Report on the meetings of the Working Group on …". */
static bool is_joint(const struct style_text texts[], size_t count)
{
	for (size_t i = 0; i < count && i < 40; i++) {
		const char *text = texts[i].text;
		size_t draft = strncasecmp(text, "draft ", 6) == 0 ? 6 : 0;
		if (strncasecmp(text + draft, "report on the meetings of ", 26) == 0)
			return true;
	}
	return false;
}

struct style_finding *style_check_joint(struct arena *arena, const struct style_sheet *sheet,
	const struct style_text texts[], size_t count, bool joint, size_t *found)
{
	struct style_task task = {.arena = arena,
		.sheet = sheet,
		.texts = texts,
		.tokens = arena_alloc(arena, count * sizeof(*task.tokens)),
		.count = count,
		.joint = joint};

	for (size_t i = 0; i < count; i++)
		style_split(arena, texts[i].text, &task.tokens[i]);
	style_document_check(&task);
	for (task.at = 0; task.at < count; task.at++) {
		if (texts[task.at].aside)
			continue;
		style_words_check(&task);
		style_figures_check(&task);
		style_sentences_check(&task);
	}
	struct style_finding *result = arena_alloc(arena, task.found * sizeof(*result));
	if (task.found) {
		qsort(task.findings, task.found, sizeof(*task.findings), by_place);
		memcpy(result, task.findings, task.found * sizeof(*result));
	}
	*found = task.found;
	free(task.findings);
	return result;
}

struct style_finding *style_check(struct arena *arena, const struct style_sheet *sheet,
	const struct style_text texts[], size_t count, size_t *found)
{
	return style_check_joint(arena, sheet, texts, count, is_joint(texts, count), found);
}
