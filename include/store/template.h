/* SPDX-License-Identifier: MIT */
/* The words and forms of the reports of a session: rows with what the files said when its
 * language was chosen, and as they were changed since. */
#ifndef STORE_TEMPLATE_H
#define STORE_TEMPLATE_H

#include "model/template.h"
#include "store/store.h"

/* Lays what the session has for the template's language over what is there, and which
 * styles were chosen. What this program does not know is left alone. True if the session
 * has words of its own in that language. */
bool store_template_over(struct store *store, int64_t session, struct template *template);
/* What the session has for a key in each of the languages that it has words in. */
const char **store_template_texts(
	struct store *store, int64_t session, const char *key, struct arena *arena, size_t *count);
/* Writes what the template says in its language, but for what the session has already. */
bool store_template_write(
	struct store *store, int64_t session, const struct template *template, struct err *err);
/* Takes out what the session has of a language. */
bool store_template_forget(
	struct store *store, int64_t session, const char *language, struct err *err);
/* Writes one of them. language "": of every language ("use", "use.wg2", "language"). */
bool store_template_set(struct store *store, int64_t session, const char *language, const char *key,
	const char *text, struct err *err);

#endif
