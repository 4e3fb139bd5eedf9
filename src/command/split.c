/* SPDX-License-Identifier: MIT */
/*
 * Splitting a line into words. One machine of a step a byte serves both the
 * splitting and the search for a command's end in a script, so that the two can
 * never disagree about where a quotation ends.
 *
 * The rules are a shell's, but for names and prose that are typed unquoted: an
 * apostrophe opens a quotation only where a word begins, or after the "=" of
 * --name=, and is itself inside a word.
 */
#include <stdlib.h>

#include "split.h"

#include "base/mem.h"
#include "base/str.h"
#include "command/command.h"

/* Where in a word the machine is: struct script_scan's place. */
enum place {
	BETWEEN,      /* no word yet */
	ONE_DASH,     /* a word that is "-" so far */
	OPTION_NAME,  /* "--…", no "=" yet */
	OPTION_VALUE, /* just after that "=" */
	INSIDE
};

/* What a step says about the byte. */
enum step {
	STEP_NOTHING,        /* it is no part of a word's text */
	STEP_OPENS,          /* a quotation: there is a word, be it empty */
	STEP_BYTE,           /* it belongs to the word */
	STEP_BACKSLASH_BYTE, /* so does the backslash before it */
	STEP_ENDS            /* the word, if there was one, is over */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static enum place place_after(enum place place, char c)
{
	if (place == BETWEEN)
		return c == '-' ? ONE_DASH : INSIDE;
	if (place == ONE_DASH)
		return c == '-' ? OPTION_NAME : INSIDE;
	if (place == OPTION_NAME)
		return c == '=' ? OPTION_VALUE : OPTION_NAME;
	return INSIDE;
}

static enum step step_escaped(struct script_scan *scan, char c)
{
	scan->escaped = false;
	if (scan->quote && c != '"' && c != '\\' && c != '\n')
		return STEP_BACKSLASH_BYTE;
	if (c == '\n')
		return STEP_NOTHING;
	scan->place = INSIDE;
	return STEP_BYTE;
}

static enum step step_quoted(struct script_scan *scan, char c)
{
	if (c == scan->quote) {
		scan->quote = 0;
		return STEP_NOTHING;
	}
	if (c == '\\' && scan->quote == '"') {
		scan->escaped = true;
		return STEP_NOTHING;
	}
	return STEP_BYTE;
}

static enum step step(struct script_scan *scan, char c)
{
	if (scan->escaped)
		return step_escaped(scan, c);
	if (scan->quote)
		return step_quoted(scan, c);
	if (c == '\\') {
		scan->escaped = true;
		return STEP_NOTHING;
	}
	if (is_blank(c)) {
		scan->place = BETWEEN;
		return STEP_ENDS;
	}
	if (c == '"' || (c == '\'' && (scan->place == BETWEEN || scan->place == OPTION_VALUE))) {
		scan->quote = c;
		scan->place = INSIDE;
		return STEP_OPENS;
	}
	scan->place = place_after(scan->place, c);
	return STEP_BYTE;
}

void script_scan(struct script_scan *scan, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		bool escaped = scan->escaped;
		step(scan, bytes[i]);
		scan->open = scan->quote || scan->escaped || (escaped && bytes[i] == '\n');
	}
}

/* The pieces as they come. */
struct splitter {
	struct arena *arena;
	struct piece *pieces;
	size_t count, capacity;
	struct str word;
	size_t from;
	bool begun, quoted;
};

static void word_begin(struct splitter *splitter, size_t from, bool quoted)
{
	if (splitter->begun)
		return;
	splitter->begun = true;
	splitter->quoted = quoted;
	splitter->from = from;
}

static void word_end(struct splitter *splitter)
{
	if (!splitter->begun)
		return;
	splitter->pieces = mem_grow(splitter->pieces, &splitter->capacity, splitter->count + 1,
		sizeof *splitter->pieces);
	splitter->pieces[splitter->count++] = (struct piece){
		.text = arena_strndup(splitter->arena, splitter->word.text, splitter->word.length),
		.quoted = splitter->quoted,
		.from = splitter->from,
	};
	str_reset(&splitter->word);
	splitter->begun = false;
}

static void take(
	struct splitter *splitter, enum step what, bool escaped, const char *at, size_t place)
{
	switch (what) {
	case STEP_NOTHING:
		break;
	case STEP_OPENS:
		word_begin(splitter, place, true);
		break;
	case STEP_BACKSLASH_BYTE:
		str_addc(&splitter->word, '\\');
		str_addc(&splitter->word, *at);
		break;
	case STEP_BYTE:
		word_begin(splitter, escaped ? place - 1 : place, escaped);
		str_addc(&splitter->word, *at);
		break;
	case STEP_ENDS:
		word_end(splitter);
		break;
	}
}

struct piece *split_line(const char *line, struct arena *arena, size_t *count, char *open)
{
	struct splitter splitter = {.arena = arena};
	struct script_scan scan = {0};
	struct piece *pieces;

	str_init(&splitter.word);
	for (size_t i = 0; line[i] != '\0'; i++) {
		bool escaped = scan.escaped;
		take(&splitter, step(&scan, line[i]), escaped, line + i, i);
	}
	if (scan.escaped) {
		word_begin(&splitter, 0, true);
		str_addc(&splitter.word, '\\');
	}
	word_end(&splitter);
	if (open)
		*open = scan.quote;
	*count = splitter.count;
	pieces = arena_alloc(arena, (splitter.count + 1) * sizeof *pieces);
	for (size_t i = 0; i < splitter.count; i++)
		pieces[i] = splitter.pieces[i];
	free(splitter.pieces);
	str_clear(&splitter.word);
	return pieces;
}
