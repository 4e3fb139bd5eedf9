/* SPDX-License-Identifier: MIT */
/* A list of participants. They come sorted from the facts, so that a list is
 * only a choice among them. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "lists.h"
#include "words.h"

static const char *name_of(const struct participant_row *participant, enum name_form form)
{
	return form == NAME_RUNNING ? participant->running_name : participant->list_name;
}

struct name_list list_names(const struct facts *facts, const bool chosen[], enum standing from,
	enum standing to, enum name_form form)
{
	struct name_list list = {0};
	const char **names = mem_alloc((facts->participant_count + 1) * sizeof(*names));

	str_init(&list.joined);
	str_init(&list.of);
	for (enum standing standing = from; standing <= to; standing++) {
		for (size_t i = 0; i < facts->participant_count; i++) {
			const struct participant_row *participant = &facts->participants[i];
			if (!chosen[i] || facts_standing(participant) != standing)
				continue;
			if (!list.count)
				list.first = participant->running_name;
			if (strcmp(participant->kind, "organization") == 0)
				list.organization = true;
			names[list.count++] = name_of(participant, form);
		}
	}
	words_join(facts->template, names, list.count, &list.joined);
	words_join_of(facts->template, names, list.count, &list.of);
	free(names);
	return list;
}

struct name_list list_names_all(const struct facts *facts, const bool chosen[], enum name_form form)
{
	struct name_list list = {0};
	const char **names = mem_alloc((facts->participant_count + 1) * sizeof(*names));

	str_init(&list.joined);
	str_init(&list.of);
	for (size_t i = 0; i < facts->participant_count; i++) {
		if (!chosen[i])
			continue;
		if (!list.count)
			list.first = facts->participants[i].running_name;
		names[list.count++] = name_of(&facts->participants[i], form);
	}
	words_join(facts->template, names, list.count, &list.joined);
	words_join_of(facts->template, names, list.count, &list.of);
	free(names);
	return list;
}

void name_list_clear(struct name_list *list)
{
	str_clear(&list->joined);
	str_clear(&list->of);
}
