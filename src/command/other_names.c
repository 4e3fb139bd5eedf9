/* SPDX-License-Identifier: MIT */
/* Names in other languages, folded once. They are of no session: their files are those of
 * reports. */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "cache.h"
#include "exchange/name_file.h"
#include "model/match.h"
#include "other_names.h"

static void add_name(struct other_names *names, const char *code, const char *text)
{
	char *key = fold_key(text);

	names->rows = arena_grow(&names->arena, names->rows, names->count, sizeof *names->rows);
	names->rows[names->count++] = (struct other_name){
		arena_strdup(&names->arena, code), arena_strdup(&names->arena, key)};
	free(key);
}

static void read_language(const char *language, void *into)
{
	struct messages messages;
	struct name_table table;

	messages_init(&messages, "");
	name_table_init(&table);
	if (name_file_read(language, &table, &messages))
		for (size_t i = 0; i < table.name_count; i++)
			if (table.names[i].code)
				add_name(into, table.names[i].code, table.names[i].name.list);
	name_table_clear(&table);
	messages_clear(&messages);
}

void other_names_read(struct other_names *names)
{
	name_file_languages(read_language, names);
}

int other_names_score(struct desk *desk, const struct participant_row *row, const char *key)
{
	const struct other_names *names = cache_other_names(desk);
	int best = 0;

	for (size_t i = 0; row->code && i < names->count; i++) {
		if (strcmp(names->rows[i].code, row->code) != 0)
			continue;
		int score = match_score(key, names->rows[i].key);
		best = score > best ? score : best;
	}
	return best;
}
