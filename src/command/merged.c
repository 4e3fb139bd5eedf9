/* SPDX-License-Identifier: MIT */
/*
 * What two have made of one text, brought together for a command. Where both changed the
 * same words, or words next to each other, nothing is chosen here: the places are shown, and
 * it is asked.
 */
#include <string.h>

#include "merged.h"
#include "model/merge.h"
#include "shown.h"

/* Words of a place, to be quoted. */
static const char *quoted(struct call *call, const char *words)
{
	size_t from = strspn(words, " \n"), length = strlen(words);

	while (length > from && strchr(" \n", words[length - 1]))
		length--;
	return arena_printf(&call->arena, "“%s”",
		shown_text(&call->arena, arena_strndup(&call->arena, words + from, length - from)));
}

static bool is_insertion(const struct merge_piece *piece)
{
	return piece->base[strspn(piece->base, " \n")] == '\0';
}

/* A line for each place that both have changed. */
static void add_places(
	struct call *call, const struct merge_piece *pieces, size_t count, const char *theirs)
{
	for (size_t i = 0; i < count; i++) {
		const struct merge_piece *piece = &pieces[i];
		if (!merge_is_place(piece))
			continue;
		str_addf(&call->output, "%s: now %s, %s %s",
			is_insertion(piece) ? "inserted" : quoted(call, piece->base),
			quoted(call, piece->ours), theirs, quoted(call, piece->theirs));
		if (piece->together)
			str_addf(&call->output, ", together %s", quoted(call, piece->together));
		str_addc(&call->output, '\n');
	}
}

static const char *name_place(
	struct call *call, const struct merge_piece *piece, const char *theirs)
{
	if (is_insertion(piece))
		return arena_printf(&call->arena, "%s was inserted where %s inserts %s",
			quoted(call, piece->ours), theirs, quoted(call, piece->theirs));
	return arena_printf(&call->arena, "%s reads %s now, and %s in %s",
		quoted(call, piece->base), quoted(call, piece->ours), quoted(call, piece->theirs),
		theirs);
}

/* Which of the places is said in the question: one of the same words if there is any. */
static const struct merge_piece *first_place(const struct merge_piece *pieces, size_t count)
{
	const struct merge_piece *beside = NULL;

	for (size_t i = 0; i < count; i++) {
		if (pieces[i].kind == MERGE_CONFLICT)
			return &pieces[i];
		if (pieces[i].kind == MERGE_BESIDE && !beside)
			beside = &pieces[i];
	}
	return beside;
}

static bool ask_places(struct call *call, const struct merge_piece *first, size_t places,
	const char *name, struct err *err)
{
	const char *several = places == 1 ? "" : "s", *others = places == 1 ? "" : ", and others";
	const char *place = name_place(call, first, name);

	if (first->together)
		return call_ask(call, err, "anyway",
			"What %s changes stands next to what was changed meanwhile, in %zu "
			"place%s: %s, together %s%s. Take both?",
			name, places, several, place, quoted(call, first->together), others);
	return call_ask(call, err, "anyway",
		"What %s changes has been changed meanwhile, in %zu place%s: %s%s. Take the words "
		"of %s there?",
		name, places, several, place, others, name);
}

int merged_places(
	struct call *call, const char *base, const char *now, const char *text, const char *name)
{
	size_t count, places;
	const struct merge_piece *pieces = merge_three(&call->arena, base, now, text, &count);

	merge_text(&call->arena, pieces, count, MERGE_TAKE_OURS, &places);
	add_places(call, pieces, count, name);
	return (int)places;
}

const char *merged_text(struct call *call, const char *base, const char *now, const char *text,
	const char *name, int *conflicts, struct err *err)
{
	struct arena *arena = &call->arena;
	size_t count, places;
	const struct merge_piece *pieces = merge_three(arena, base, now, text, &count);
	const char *result = merge_text(arena, pieces, count, MERGE_TAKE_THEIRS, &places);

	*conflicts = (int)places;
	if (places == 0 || call_given(call, "anyway"))
		return result;
	add_places(call, pieces, count, name);
	call->draft = result;
	ask_places(call, first_place(pieces, count), places, name, err);
	return NULL;
}
