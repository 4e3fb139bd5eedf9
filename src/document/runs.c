/* SPDX-License-Identifier: MIT */
/*
 * Inline form to runs. A paragraph is one line of output, so line feeds inside
 * a text become blanks here, before the output filter would make them visible.
 */
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "model/inline.h"
#include "model/negotiation.h"
#include "runs.h"

static const char *printable(struct arena *arena, const char *text)
{
	struct str line, out;

	str_init(&line);
	str_init(&out);
	str_add(&line, text);
	for (char *c = line.text; *c; c++)
		if (*c == '\n' || *c == '\r' || *c == '\t')
			*c = ' ';
	utf8_visible(&out, line.text, line.length, false);
	const char *kept = arena_strdup(arena, out.text);
	str_clear(&line);
	str_clear(&out);
	return kept;
}

/* The number of an item without the body before it. */
static const char *item_number(const char *target)
{
	const char *colon = strchr(target, ':');

	return colon ? colon + 1 : target;
}

static struct run change_from(
	struct arena *arena, enum run_kind kind, const struct inline_run *from)
{
	struct run run = {.kind = kind, .text = printable(arena, from->text)};

	if (from->by) {
		run.by = printable(arena, from->by);
		run.words = run.text;
		run.text = arena_printf(arena, "%s: %s", run.by, run.words);
	}
	return run;
}

static struct run refer(struct arena *arena, const char *words, const char *number)
{
	struct str text;

	str_init(&text);
	document_refer(words, number, &text);
	struct run run = {.text = printable(arena, text.text)};
	str_clear(&text);
	return run;
}

static struct run run_from(
	struct arena *arena, const struct document_words *words, const struct inline_run *from)
{
	switch (from->kind) {
	case INLINE_ITALIC:
		return (struct run){.kind = RUN_ITALIC, .text = printable(arena, from->text)};
	case INLINE_NOTE:
		return (struct run){.kind = RUN_NOTE, .text = printable(arena, from->text)};
	case INLINE_NEW:
		return change_from(arena, RUN_NEW, from);
	case INLINE_GONE:
		return change_from(arena, RUN_GONE, from);
	case INLINE_PARAGRAPH:
		return refer(arena, words->paragraph, from->text);
	case INLINE_ITEM:
		return refer(arena, words->item, item_number(from->text));
	case INLINE_DOCUMENT:
	case INLINE_TEXT:
		break;
	}
	return (struct run){.text = printable(arena, from->text)};
}

struct run *runs_of(
	struct arena *arena, const struct document_words *words, const char *text, size_t *count)
{
	*count = 0;
	if (!text)
		return NULL;

	struct inline_run *parsed = inline_parse(arena, text, count);
	struct run *runs = arena_alloc(arena, (*count + 1) * sizeof(*runs));
	for (size_t i = 0; i < *count; i++)
		runs[i] = run_from(arena, words, &parsed[i]);
	return runs;
}

const char *run_open(enum run_kind kind)
{
	return kind == RUN_NEW ? NEGOTIATION_NEW : kind == RUN_GONE ? NEGOTIATION_GONE : "";
}

const char *run_close(enum run_kind kind)
{
	return kind == RUN_NEW ? NEGOTIATION_NEW_END : kind == RUN_GONE ? NEGOTIATION_GONE_END : "";
}

bool note_is_starred(const struct node *node)
{
	return node->kind == NODE_FIELD || node->kind == NODE_TITLE || node->kind == NODE_SUBTITLE;
}

void note_mark(struct note_marks *marks, bool starred, struct str *out)
{
	if (!starred) {
		str_addf(out, "%d", ++marks->numbers);
		return;
	}
	marks->stars++;
	for (int i = 0; i < marks->stars; i++)
		str_addc(out, '*');
}

bool masthead_is_under(const struct node *field, const struct node *before)
{
	static const char *const pairs[][2] = {{"distribution", "date"}, {"body", "session"},
		{"session", "place"}, {"body", "place"}, {"place", "item"}, {"item", "item-title"}};

	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		if (strcmp(before->name, pairs[i][0]) == 0 && strcmp(field->name, pairs[i][1]) == 0)
			return true;
	return false;
}

bool masthead_is_bold(const struct node *field)
{
	static const char *const names[] = {"organ", "body", "session", "item-title"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(field->name, names[i]) == 0)
			return true;
	return false;
}

const char *masthead_word(const struct document_words *words, const struct node *field)
{
	if (strcmp(field->name, "distribution") == 0)
		return words->distribution;
	return strcmp(field->name, "language") == 0 ? words->original : "";
}
