/* SPDX-License-Identifier: MIT */
/*
 * Rules of procedure as rows. A row holds what the rule set said when the session
 * was made, in the words of the file: what later versions of the file say does not
 * change an old session. A name that this program does not know is left alone.
 */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "sql.h"
#include "store/rule.h"

#define KEY "set" /* the row with the key of the set */

static size_t read_over(struct store *store, int64_t session, struct rules *rules, bool *any)
{
	struct sql *q =
		sql_query(store, "SELECT key, value FROM rule WHERE session = ?1", "i", session);
	size_t known = 0;

	*any = false;
	while (sql_row(q)) {
		const char *key = sql_text(q, 0), *value = sql_text(q, 1);

		*any = true;
		if (strcmp(key, KEY) == 0)
			snprintf(rules->key, sizeof rules->key, "%s", value);
		else
			known += rules_set(rules, key, value, NULL);
	}
	return known;
}

bool store_rules(struct store *store, int64_t session, struct rules *rules)
{
	struct rules read;
	bool any;

	rules_init(&read);
	read_over(store, session, &read, &any);
	if (any)
		*rules = read;
	return any;
}

bool store_rules_over(struct store *store, int64_t session, struct rules *rules)
{
	size_t names = 0;
	bool any;

	while (rules_names[names])
		names++;
	return read_over(store, session, rules, &any) == names;
}

static bool write_one(
	struct store *store, int64_t session, const char *key, const char *value, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO rule(session, key, value) VALUES(?1, ?2, ?3)"
		" ON CONFLICT(session, key) DO UPDATE SET value = excluded.value"
		" WHERE value <> excluded.value",
		"itt", session, key, value);
}

bool store_rules_write(
	struct store *store, int64_t session, const struct rules *rules, struct err *err)
{
	struct str value;
	bool done = write_one(store, session, KEY, rules->key, err);

	str_init(&value);
	for (const char *const *name = rules_names; done && *name; name++) {
		str_reset(&value);
		rules_value(rules, *name, &value);
		done = write_one(store, session, *name, value.text, err);
	}
	str_clear(&value);
	return done;
}
