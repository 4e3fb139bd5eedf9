/* SPDX-License-Identifier: MIT */
/*
 * Guessing names. One is known when what was typed is a whole name or code of
 * it, whatever its case and accents; it is guessed when the best completion had
 * to be taken; open when several fit equally well; else nobody is called so, which
 * the command will ask about.
 */
#include <string.h>

#include "model/match.h"
#include "guess.h"

void guesses_init(struct guesses *guesses)
{
	*guesses = (struct guesses){0};
	arena_init(&guesses->arena);
}

void guesses_clear(struct guesses *guesses)
{
	arena_clear(&guesses->arena);
	guesses->all = NULL;
	guesses->count = 0;
}

static void trim(const char *text, size_t *from, size_t *to)
{
	while (*from < *to && text[*from] == ' ')
		(*from)++;
	while (*to > *from && text[*to - 1] == ' ')
		(*to)--;
}

void guess_part(const char *text, size_t cursor, bool several, size_t *from, size_t *to)
{
	size_t length = strlen(text);

	*from = 0;
	*to = length;
	for (size_t i = 0; several && i < length; i++) {
		if (text[i] != ',')
			continue;
		if (i < cursor) {
			*from = i + 1;
		} else {
			*to = i;
			break;
		}
	}
	trim(text, from, to);
}

struct completion *guess_complete(struct desk *desk, const struct param *param, const char *typed,
	size_t limit, struct arena *arena, size_t *count)
{
	struct param one = *param;

	if (one.type == ARG_PARTICIPANTS)
		one.type = ARG_PARTICIPANT;
	return complete_arg(desk, &one, typed, limit, arena, count);
}

static void guess_one(
	struct guess *guess, struct desk *desk, const struct param *param, struct arena *arena)
{
	size_t count = 0;
	struct completion *best = guess_complete(desk, param, guess->typed, 2, arena, &count);

	if (count == 0) {
		guess->name = guess->label = guess->typed;
		guess->kind = GUESS_NONE;
		return;
	}
	/* Two that differ in their capitals alone: the one that is written so. */
	for (size_t i = 1; i < count; i++)
		if (strcmp(best[i].text, guess->typed) == 0)
			best[0] = best[i];
	/* "korea": two fit as well; only a beginning is taken, since it is seen below. */
	if (best->score < MATCH_BEGINNING && count > 1 &&
		best[0].score / MATCH_STEP == best[1].score / MATCH_STEP) {
		guess->name = guess->label = guess->typed;
		guess->kind = GUESS_OPEN;
		return;
	}
	guess->name = arena_strdup(arena, best->text);
	guess->label = arena_strdup(arena, best->label);
	guess->kind = best->score >= MATCH_WHOLE ? GUESS_KNOWN : GUESS_GUESSED;
}

static const struct guess *guessed_before(const struct guesses *old, const char *typed)
{
	for (size_t i = 0; i < old->count; i++)
		if (strcmp(old->all[i].typed, typed) == 0)
			return &old->all[i];
	return NULL;
}

static void add(struct guesses *guesses, const struct guesses *old, struct desk *desk,
	const struct param *param, const char *typed)
{
	struct guess *guess = &guesses->all[guesses->count++];
	const struct guess *before = guessed_before(old, typed);

	guess->typed = typed;
	if (!before) {
		guess_one(guess, desk, param, &guesses->arena);
		return;
	}
	guess->kind = before->kind;
	guess->name = arena_strdup(&guesses->arena, before->name);
	guess->label = arena_strdup(&guesses->arena, before->label);
}

static size_t parts(const char *text)
{
	size_t count = 1;

	for (; *text; text++)
		count += *text == ',';
	return count;
}

void guesses_make(struct guesses *guesses, struct desk *desk, const struct param *param,
	const char *text, bool several)
{
	struct guesses old = *guesses;
	size_t length = strlen(text);

	guesses_init(guesses);
	guesses->all = arena_alloc(&guesses->arena, parts(text) * sizeof *guesses->all);
	for (size_t at = 0; at <= length;) {
		size_t end = several ? at + strcspn(text + at, ",") : length;
		size_t from = at, to = end;
		trim(text, &from, &to);
		if (to > from)
			add(guesses, &old, desk, param,
				arena_strndup(&guesses->arena, text + from, to - from));
		at = end + 1;
	}
	guesses_clear(&old);
}

void guesses_join(const struct guesses *guesses, struct str *out)
{
	for (size_t i = 0; i < guesses->count; i++)
		str_addf(out, "%s%s", i > 0 ? ", " : "", guesses->all[i].name);
}

void guesses_show(const struct guesses *guesses, struct flow *flow)
{
	for (size_t i = 0; i < guesses->count; i++) {
		const struct guess *guess = &guesses->all[i];
		if (i > 0)
			flow_add(flow, STYLE_FAINT, " · ");
		if (guess->kind == GUESS_KNOWN)
			flow_add(flow, STYLE_GOOD, guess->label);
		else if (guess->kind == GUESS_GUESSED)
			flow_addf(flow, STYLE_WARN, "%s (guessed)", guess->label);
		else
			flow_addf(flow, STYLE_BAD, "%s (%s)", guess->label,
				guess->kind == GUESS_OPEN ? "which one?" : "unknown");
	}
}
