/* SPDX-License-Identifier: MIT */
/*
 * What two have made of one text, brought together for a command. Where both changed the
 * same words nothing is chosen here: the places are shown, and it is asked.
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

/* A line for each place that both have changed. */
static void add_places(
	struct call *call, const struct merge_piece *pieces, size_t count, const char *theirs)
{
	for (size_t i = 0; i < count; i++)
		if (pieces[i].kind == MERGE_CONFLICT)
			str_addf(&call->output, "%s: now %s, %s %s\n", quoted(call, pieces[i].base),
				quoted(call, pieces[i].ours), theirs,
				quoted(call, pieces[i].theirs));
}

static const char *first_place(
	struct call *call, const struct merge_piece *pieces, size_t count, const char *theirs)
{
	for (size_t i = 0; i < count; i++)
		if (pieces[i].kind == MERGE_CONFLICT)
			return arena_printf(&call->arena, "%s reads %s now, and %s in %s",
				quoted(call, pieces[i].base), quoted(call, pieces[i].ours),
				quoted(call, pieces[i].theirs), theirs);
	return "";
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
	call_ask(call, err, "anyway",
		"What %s changes has been changed meanwhile, in %zu place%s: %s%s. Take the words "
		"of %s there?",
		name, places, places == 1 ? "" : "s", first_place(call, pieces, count, name),
		places == 1 ? "" : ", and others", name);
	return NULL;
}
