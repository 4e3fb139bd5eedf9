/* SPDX-License-Identifier: MIT */
/*
 * The words of reports as rows, in the words of the file: what a later version of the file
 * says does not change an old session. What a session does not have, because it is older
 * than a formula, the program says for it; so rows are laid over, and never the whole.
 */
#include "store/template.h"

#include <string.h>

#include "sql.h"

bool store_template_over(struct store *store, int64_t session, struct template *template)
{
	/* A style is there before it is chosen. */
	struct sql *q = sql_query(store,
		"SELECT key, text, language <> '' FROM template"
		" WHERE session = ?1 AND language IN('', ?2) ORDER BY language DESC, id",
		"it", session, template->language);
	bool own = false;

	while (sql_row(q)) {
		template_set(template, sql_text(q, 0), sql_text(q, 1), NULL);
		own = own || sql_int(q, 2);
	}
	return own;
}

const char **store_template_texts(
	struct store *store, int64_t session, const char *key, struct arena *arena, size_t *count)
{
	const char **texts = NULL;
	struct sql *q = sql_query(store,
		"SELECT text FROM template WHERE session = ?1 AND language <> '' AND key = ?2"
		" ORDER BY id",
		"it", session, key);

	for (*count = 0; sql_row(q); ++*count) {
		texts = arena_grow(arena, texts, *count, sizeof *texts);
		texts[*count] = sql_copy(q, 0, arena);
	}
	return texts;
}

static bool write_new(struct store *store, int64_t session, const char *language, const char *key,
	const char *text, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO template(session, language, key, text) VALUES(?1, ?2, ?3, ?4)"
		" ON CONFLICT(session, language, key) DO NOTHING",
		"ittt", session, language, key, text);
}

bool store_template_write(
	struct store *store, int64_t session, const struct template *template, struct err *err)
{
	bool done = true;

	for (size_t i = 0; i < template_key_count && done; i++)
		if (template->texts[i])
			done = write_new(store, session, template->language, template_keys[i].key,
				template->texts[i], err);
	for (size_t i = 0; i < template->row_count && done; i++)
		if (strncmp(template->rows[i].key, "style.", strlen("style.")) == 0)
			done = write_new(store, session, template->language, template->rows[i].key,
				template->rows[i].text, err);
	return done;
}

bool store_template_forget(
	struct store *store, int64_t session, const char *language, struct err *err)
{
	return sql_run(store, err, "DELETE FROM template WHERE session = ?1 AND language = ?2",
		"it", session, language);
}

bool store_template_set(struct store *store, int64_t session, const char *language, const char *key,
	const char *text, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO template(session, language, key, text) VALUES(?1, ?2, ?3, ?4)"
		" ON CONFLICT(session, language, key) DO UPDATE SET text = excluded.text"
		" WHERE text <> excluded.text",
		"ittt", session, language, key, text);
}
