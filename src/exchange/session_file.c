/* SPDX-License-Identifier: MIT */
/*
 * A session as JSON. The file says which schema its rows are of: one of an older version
 * lacks tables, and is read; one of a newer version has things that are not known here.
 */
#include "exchange/session_file.h"

#include <string.h>

#include "base/json.h"
#include "base/utf8.h"

#define BEGINNING "{\"rapporteur\":\"session/"
#define FORM "session/1"
enum { CELLS_MAX = 64 };

/* --- out --- */

static bool put_row(void *data, const char *table, const struct session_cell cells[], size_t count)
{
	struct str *out = data;

	str_addf(out, ",\n[\"%s\",{", table);
	for (size_t i = 0; i < count; i++) {
		str_addf(out, "%s\"%s\":", i ? "," : "", cells[i].column);
		if (cells[i].text)
			json_put(out, cells[i].text);
		else
			str_addf(out, "%lld", (long long)cells[i].number);
	}
	str_add(out, "}]");
	return true;
}

bool session_file_write(
	struct store *store, int64_t session, bool for_rapporteur, struct str *out, struct err *err)
{
	store_reads_begin(store);
	str_addf(out, "{\"rapporteur\":\"%s\",\"schema\":%d,\"rows\":[\n[]", FORM,
		store_schema_version());
	bool good = store_session_rows(store, session, for_rapporteur, put_row, out);
	str_add(out, "\n]}\n");
	return store_reads_good(store, err) && good;
}

/* --- in --- */

bool session_file_is(const char *text, size_t length)
{
	return length >= sizeof BEGINNING - 1 && memcmp(text, BEGINNING, sizeof BEGINNING - 1) == 0;
}

struct reading {
	struct json json;
	struct arena arena; /* of the row */
	session_row_taker *take;
	void *data;
};

static bool read_cell(struct reading *reading, const char *column, struct session_cell *cell)
{
	struct str text;

	*cell = (struct session_cell){.column = arena_strdup(&reading->arena, column)};
	if (json_next(&reading->json) != '"')
		return json_integer(&reading->json, &cell->number);
	str_init(&text);
	bool good = json_string(&reading->json, &text);
	cell->text = arena_strdup(&reading->arena, text.text);
	str_clear(&text);
	return good;
}

static bool read_cells(struct reading *reading, struct session_cell cells[], size_t *count)
{
	struct str column;
	bool good = json_object(&reading->json);

	str_init(&column);
	*count = 0;
	while (good && json_member(&reading->json, count, &column))
		good = *count <= CELLS_MAX ? read_cell(reading, column.text, &cells[*count - 1])
					   : json_fail(&reading->json, "the row has too much");
	str_clear(&column);
	return good && !reading->json.failed;
}

/* ["point",{"id":1}]; the first of all is empty, so that each other begins with a comma. */
static bool read_row(struct reading *reading)
{
	struct session_cell cells[CELLS_MAX];
	size_t elements = 0, count = 0;
	struct str table;
	bool any, good;

	str_init(&table);
	good = json_array(&reading->json);
	any = good && json_element(&reading->json, &elements);
	if (any)
		good = json_string(&reading->json, &table) &&
		       (json_element(&reading->json, &elements) ||
			       json_fail(&reading->json, "the row of %s is missing", table.text)) &&
		       read_cells(reading, cells, &count);
	if (any && good && json_element(&reading->json, &elements))
		good = json_fail(&reading->json, "a row has a table and its cells, no more");
	good = good && !reading->json.failed;
	if (any && good)
		good = reading->take(reading->data, table.text, cells, count);
	str_clear(&table);
	arena_clear(&reading->arena);
	return good;
}

static bool read_form(struct reading *reading)
{
	struct str form;

	str_init(&form);
	bool good = json_string(&reading->json, &form);
	if (good && strcmp(form.text, FORM) != 0)
		good = json_fail(&reading->json, "this is no session that was exported");
	str_clear(&form);
	return good;
}

static bool read_version(struct reading *reading)
{
	int version;

	if (!json_number(&reading->json, 1, 1000000, &version))
		return false;
	return version <= store_schema_version() ||
	       json_fail(&reading->json,
		       "the session was exported by a newer rapporteur (schema %d, this one knows "
		       "%d)",
		       version, store_schema_version());
}

static bool read_rows(struct reading *reading)
{
	size_t count = 0;

	if (!json_array(&reading->json))
		return false;
	while (json_element(&reading->json, &count))
		if (!read_row(reading))
			return false;
	return !reading->json.failed;
}

static bool read_all(struct reading *reading)
{
	static const struct {
		const char *name;
		bool (*read)(struct reading *reading);
	} members[] = {{"rapporteur", read_form}, {"schema", read_version}, {"rows", read_rows}};
	struct str name;
	size_t count = 0;
	bool good = json_object(&reading->json);

	str_init(&name);
	while (good && json_member(&reading->json, &count, &name)) {
		if (count > 3 || strcmp(members[count - 1].name, name.text) != 0)
			good = json_fail(&reading->json, "this is no session that was exported");
		else
			good = members[count - 1].read(reading);
	}
	if (good && !reading->json.failed && count != 3)
		good = json_fail(&reading->json, "the session has no end");
	str_clear(&name);
	return good && json_end(&reading->json);
}

bool session_file_read(const char *name, const char *text, size_t length, session_row_taker *take,
	void *data, struct err *err)
{
	struct reading reading = {.take = take, .data = data};
	struct err inner = {0};
	bool good;

	arena_init(&reading.arena);
	good = json_begin(&reading.json, text, length, &inner) && read_all(&reading);
	arena_clear(&reading.arena);
	if (!good && inner.text[0])
		err_set(err, ERR_DATA, "%s:%s", name, inner.text);
	return good;
}

/* --- taking it --- */

struct taking {
	struct session_taking *rows;
	const char *key;
	struct err *err;
};

static bool take_row(void *data, const char *table, const struct session_cell cells[], size_t count)
{
	const struct taking *taking = data;

	return store_session_take(taking->rows, taking->key, table, cells, count, taking->err);
}

int64_t session_file_take(struct store *store, const char *name, const char *text, size_t length,
	const char *key, struct err *err)
{
	struct err inner = {0};
	struct taking taking = {store_session_taking_new(store), key, &inner};
	int64_t id = session_file_read(name, text, length, take_row, &taking, err)
			     ? store_session_taken(taking.rows, &inner)
			     : 0;

	if (!id && inner.text[0])
		err_set(err, inner.code, "%s: %s", name, inner.text);
	store_session_taking_free(taking.rows);
	return id;
}
