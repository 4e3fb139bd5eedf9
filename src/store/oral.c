/* SPDX-License-Identifier: MIT */
/*
 * Amendments from the floor that nobody has had in writing. Everything is compared by
 * version and by what a non-paper holds, so that it follows from the record whatever the
 * times are that were typed. What is made of it is the command's business.
 */
#include "sql.h"
#include "store/oral.h"

/* The version of a text that was last in writing as a whole. A new paragraph that was only
 * proposed has no text in a non-paper, and the text before it as its recommendation. */
#define WRITTEN                                                                        \
	"max(1, coalesce((SELECT max(v.version) FROM recommendation_version v"         \
	" JOIN version_source x ON x.of = v.id WHERE v.recommendation = ?1"            \
	" AND x.how IN('writing', 'file')), 1),"                                       \
	" coalesce((SELECT max(version) FROM non_paper_text WHERE recommendation = ?1" \
	" AND text <> ''), 1))"
/* The amendments of which a later version came and that still stand, and what was taken
 * into them. */
#define TAKEN                                                                          \
	"taken(id) AS (SELECT a.id FROM since, recommendation_version v"               \
	" JOIN version_source x ON x.of = v.id JOIN amendment a ON a.id = x.amendment" \
	" WHERE v.recommendation = ?1 AND v.version > since.version"                   \
	" AND a.state = 'accepted' UNION SELECT c.id FROM taken t"                     \
	" JOIN amendment c ON c.parent = t.id WHERE c.state = 'accepted')"
#define AMENDMENTS                                                     \
	"SELECT a.number AS number, 0 AS version, a.how, p.list_name," \
	" g.list_name FROM amendment a"                                \
	" LEFT JOIN participant p ON p.id = a.proposer"                \
	" LEFT JOIN participant g ON g.id = a.on_behalf WHERE a.how <> 'writing'"
#define EDITS                                                                        \
	"SELECT 0, v.version, x.how, p.list_name, g.list_name FROM since,"           \
	" recommendation_version v JOIN version_source x ON x.of = v.id"             \
	" LEFT JOIN participant p ON p.id = x.proposer"                              \
	" LEFT JOIN participant g ON g.id = x.on_behalf WHERE v.recommendation = ?1" \
	" AND v.version > since.version AND x.amendment IS NULL"                     \
	" AND (x.how IN('orally', 'chair')"                                          \
	" OR (x.how = 'screen' AND coalesce(x.proposer, x.on_behalf, x.statement) <> 0))"

static struct oral_row *read_all(struct sql *q, struct arena *arena, size_t *count)
{
	struct oral_row *rows = NULL;

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct oral_row){.amendment = (int)sql_int(q, 0),
			.version = (int)sql_int(q, 1),
			.proposer_name = sql_copy(q, 3, arena),
			.on_behalf_name = sql_copy(q, 4, arena)};
		if (!amendment_how_parse(sql_text(q, 2), &rows[*count].how))
			rows[*count].how = AMENDMENT_ON_SCREEN;
	}
	return rows;
}

static bool reads_as_written(struct store *store, int64_t recommendation)
{
	return sql_value(store, 0,
		       "SELECT r.text = v.text FROM recommendation r JOIN recommendation_version v"
		       " ON v.recommendation = r.id WHERE r.id = ?1 AND v.version = " WRITTEN,
		       "i", recommendation) != 0;
}

struct oral_row *store_oral_changes(
	struct store *store, int64_t recommendation, struct arena *arena, size_t *count)
{
	*count = 0;
	if (reads_as_written(store, recommendation))
		return NULL;
	return read_all(sql_query(store,
				"WITH RECURSIVE since(version) AS (SELECT " WRITTEN ")," TAKEN
				" " AMENDMENTS " AND a.id IN(SELECT id FROM taken) UNION ALL " EDITS
				" ORDER BY 2, 1",
				"i", recommendation),
		arena, count);
}

/* The last non-paper that has the set; it lacks what was added since, and has what was
 * deleted since. */
#define LAST                                                           \
	"(SELECT max(n.id) FROM non_paper n JOIN recommendation_set l" \
	" ON l.id = ?1 WHERE n.session = l.session"                    \
	" AND (n.in_set IS NULL OR n.in_set = ?1))"
#define IN_LAST                                                                                    \
	"EXISTS(SELECT 1 FROM non_paper_text t WHERE t.recommendation = r.id AND t.text <> '' AND" \
	" t.non_paper = " LAST ")"

struct oral_row *store_oral_paragraphs(
	struct store *store, int64_t set, struct arena *arena, size_t *count)
{
	return read_all(
		sql_query(store,
			AMENDMENTS
			" AND a.state = 'accepted' AND ((a.kind = 'paragraph' AND EXISTS(SELECT 1"
			" FROM recommendation r JOIN amendment_event e ON e.made = r.id"
			" WHERE e.amendment = a.id AND r.in_set = ?1 AND r.state NOT IN('withdrawn',"
			" 'rejected', 'deferred') AND NOT " IN_LAST "))"
			" OR (a.kind = 'deletion' AND EXISTS(SELECT 1 FROM recommendation r"
			" WHERE r.id = a.recommendation AND r.in_set = ?1"
			" AND r.state = 'withdrawn' AND (" LAST " IS NULL OR " IN_LAST "))))"
			" ORDER BY 1",
			"i", set),
		arena, count);
}

void oral_say(const struct oral_row *row, struct str *out)
{
	if (row->amendment)
		str_addf(out, "a%d", row->amendment);
	else
		str_addf(out, "version %d", row->version);
	if (row->proposer_name)
		str_addf(out, " %s", row->proposer_name);
	if (row->on_behalf_name)
		str_addf(out, " for %s", row->on_behalf_name);
	str_addf(out, ", %s", amendment_how_label(row->how));
}
