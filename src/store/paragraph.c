/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs of the report as rows. What is generated is not here: a row is made when
 * somebody edits, adopts or writes one, and stays when its text is given up again, so that
 * its number keeps its meaning.
 */
#include "store/paragraph.h"

#include "model/rank.h"
#include "model/sources.h"
#include "number.h"

#define COLUMNS                                                                               \
	"g.id, g.number, g.formula, g.bodies, g.item, g.class, i.printed, g.part, g.heading," \
	" g.behind, g.rank, g.text, g.made, g.seq, g.version, g.dropped,"                     \
	" (SELECT a.outcome = 'adopted' FROM paragraph_act a WHERE a.paragraph = g.id"        \
	"   ORDER BY a.id DESC LIMIT 1),"                                                     \
	" (SELECT count(*) FROM paragraph_proposal p WHERE p.paragraph = g.id"                \
	"   AND p.state = 'proposed'), x.final, x.corrects, x.left_out"                       \
	" FROM paragraph g LEFT JOIN item i ON i.id = g.item"                                 \
	" LEFT JOIN paragraph_more x ON x.paragraph = g.id"

static struct paragraph_row read_row(struct sql *q, struct arena *arena)
{
	return (struct paragraph_row){.id = sql_int(q, 0),
		.number = (int)sql_int(q, 1),
		.key = {.formula = sql_copy(q, 2, arena),
			.bodies = sql_copy(q, 3, arena),
			.item = sql_int(q, 4),
			.class = sql_copy(q, 5, arena)},
		.item = sql_copy(q, 6, arena),
		.part = sql_int(q, 7),
		.heading = sql_copy(q, 8, arena),
		.behind = sql_int(q, 9),
		.rank = sql_copy(q, 10, arena),
		.text = sql_copy(q, 11, arena),
		.made = sql_copy(q, 12, arena),
		.sequence = sql_int(q, 13),
		.version = (int)sql_int(q, 14),
		.dropped = sql_int(q, 15) != 0,
		.adopted = sql_int(q, 16) != 0,
		.proposals = (int)sql_int(q, 17),
		.final = sql_int(q, 18) != 0,
		.corrects = sql_int(q, 19),
		.left_out = sql_copy(q, 20, arena)};
}

struct paragraph_row *store_paragraphs(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct paragraph_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " COLUMNS " WHERE g.session = ?1 ORDER BY g.rank, g.number", "i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = read_row(q, arena);
	}
	return rows;
}

bool store_paragraph(
	struct store *store, int64_t id, struct arena *arena, struct paragraph_row *row)
{
	struct sql *q = sql_query(store, "SELECT " COLUMNS " WHERE g.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	*row = read_row(q, arena);
	sql_done(q);
	return true;
}

int64_t store_paragraph_find(struct store *store, int64_t session, int number)
{
	return sql_value(store, 0, "SELECT id FROM paragraph WHERE session = ?1 AND number = ?2",
		"ii", session, (int64_t)number);
}

int64_t store_paragraph_of(
	struct store *store, int64_t session, const struct paragraph_key *key, bool final)
{
	return sql_value(store, 0,
		"SELECT g.id FROM paragraph g LEFT JOIN paragraph_more x ON x.paragraph = g.id"
		" WHERE g.session = ?1 AND g.formula = ?2 AND g.bodies = ?3 AND g.item IS ?4"
		" AND g.class = ?5 AND g.part IS NULL AND coalesce(x.final, 0) = ?6"
		" AND x.corrects IS NULL",
		"ittnti", session, key->formula, key->bodies, key->item, key->class,
		(int64_t) final);
}

int64_t store_paragraph_correction(struct store *store, int64_t id)
{
	return sql_value(store, 0,
		"SELECT x.paragraph FROM paragraph_more x JOIN paragraph g ON g.id = x.paragraph"
		" WHERE x.corrects = ?1 AND g.part IS NULL",
		"i", id);
}

static bool add_more(struct store *store, int64_t id, bool final, int64_t corrects, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO paragraph_more(session, paragraph, final, corrects)"
		" SELECT session, id, ?2, ?3 FROM paragraph WHERE id = ?1"
		" ON CONFLICT(paragraph) DO UPDATE SET final = excluded.final,"
		" corrects = excluded.corrects",
		"iin", id, (int64_t) final, corrects);
}

bool store_paragraph_make_final(struct store *store, int64_t id, struct err *err)
{
	return add_more(store, id, true, 0, err);
}

/* Behind the last of those that stand behind the same place. */
static void last_rank(struct store *store, const struct paragraph_new *new, struct str *rank)
{
	struct sql *q = sql_query(store,
		"SELECT max(rank) FROM paragraph WHERE session = ?1 AND formula = ''"
		" AND heading IS ?2 AND behind IS ?3",
		"itn", new->session, new->heading, new->behind);

	rank_put(store, rank, sql_row(q) ? sql_text(q, 0) : NULL, NULL);
	sql_done(q);
}

int64_t store_paragraph_add(
	struct store *store, const struct paragraph_new *new, int *number, struct err *err)
{
	bool written = !*new->key.formula;
	struct str rank;
	bool good;

	*number = number_next(store, new->session, "paragraph", err);
	str_init(&rank);
	if (written)
		last_rank(store, new, &rank);
	good = *number &&
	       sql_run(store, err,
		       "INSERT INTO paragraph(session, number, formula, bodies, item, class,"
		       " heading, behind, rank, part)"
		       " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
		       "iittnttntn", new->session, (int64_t)*number, new->key.formula,
		       new->key.bodies, new->key.item, new->key.class, new->heading, new->behind,
		       rank.text, new->part);
	str_clear(&rank);
	int64_t id = good ? sql_inserted(store) : 0;
	if (id && (new->final || new->corrects))
		good = add_more(store, id, new->final, new->corrects, err);
	return good ? id : 0;
}

/* --- its texts --- */

const char *paragraph_how_word(enum paragraph_how how)
{
	static const char *const words[PARAGRAPH_HOWS] = {
		"edit", "floor", "taken", "kept", "merged", "returned", "reverted", "dropped"};

	return words[how];
}

static bool add_version(struct store *store, int64_t id, int64_t version,
	const struct paragraph_edit *edit, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO paragraph_version(session, paragraph, version, text, how, proposer,"
		" on_behalf, person, meeting, at)"
		" SELECT session, id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM paragraph WHERE id = ?1",
		"iittnntni", id, version, edit->text, paragraph_how_word(edit->how), edit->proposer,
		edit->on_behalf, edit->person, edit->meeting, edit->at);
}

bool store_paragraph_edit(
	struct store *store, int64_t id, const struct paragraph_edit *edit, struct err *err)
{
	int64_t is = sql_value(store, 0, "SELECT version FROM paragraph WHERE id = ?1", "i", id);
	int64_t session =
		sql_value(store, 0, "SELECT session FROM paragraph WHERE id = ?1", "i", id);

	if (edit->version && is != edit->version)
		return err_set(err, ERR_TRY_AGAIN,
			"the paragraph has been changed by somebody else meanwhile");
	int64_t next = number_version(store, session, "paragraph text", id, is, err);
	return next &&
	       sql_run(store, err,
		       "UPDATE paragraph SET text = ?2, made = ?3, dropped = ?4, version = ?5,"
		       " seq = (SELECT max(seq) FROM journal) WHERE id = ?1",
		       "ittii", id, edit->text, edit->made, (int64_t)edit->dropped, next) &&
	       add_version(store, id, next, edit, err);
}

struct paragraph_version *store_paragraph_versions(
	struct store *store, int64_t id, struct arena *arena, size_t *count)
{
	struct paragraph_version *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT v.version, v.text, v.how, p.list_name, v.person, m.number, v.at"
		" FROM paragraph_version v LEFT JOIN participant p ON p.id = v.proposer"
		" LEFT JOIN meeting m ON m.id = v.meeting WHERE v.paragraph = ?1"
		" ORDER BY v.version",
		"i", id);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct paragraph_version){.version = (int)sql_int(q, 0),
			.text = sql_copy(q, 1, arena),
			.how = sql_copy(q, 2, arena),
			.proposer = sql_copy(q, 3, arena),
			.person = sql_copy(q, 4, arena),
			.meeting = (int)sql_int(q, 5),
			.at = sql_int(q, 6)};
	}
	return rows;
}

/* --- what a written one stands on --- */

const char *store_paragraph_sources(struct store *store, int64_t id, struct arena *arena)
{
	struct sources sources;
	struct str text;
	struct sql *q = sql_query(store,
		"SELECT s.number, p.number, r.number FROM paragraph_source x"
		" LEFT JOIN statement s ON s.id = x.statement"
		" LEFT JOIN point p ON p.id = x.point"
		" LEFT JOIN recommendation r ON r.id = x.recommendation WHERE x.paragraph = ?1",
		"i", id);

	sources_init(&sources);
	str_init(&text);
	while (sql_row(q))
		for (int i = 0; i < 3; i++)
			if (!sql_null(q, i))
				sources_add(&sources, "spr"[i], sql_int(q, i));
	sources_format(&sources, &text);
	const char *copy = arena_strdup(arena, text.text);
	sources_clear(&sources);
	str_clear(&text);
	return copy;
}

bool store_paragraph_uncite(struct store *store, int64_t id, int64_t statement, int64_t point,
	int64_t recommendation, struct err *err)
{
	return sql_run(store, err,
		"DELETE FROM paragraph_source WHERE paragraph = ?1 AND statement IS ?2"
		" AND point IS ?3 AND recommendation IS ?4",
		"innn", id, statement, point, recommendation);
}

bool store_paragraph_cite(struct store *store, int64_t id, int64_t statement, int64_t point,
	int64_t recommendation, struct err *err)
{
	return store_paragraph_uncite(store, id, statement, point, recommendation, err) &&
	       sql_run(store, err,
		       "INSERT INTO paragraph_source(session, paragraph, statement, point,"
		       " recommendation) SELECT session, id, ?2, ?3, ?4 FROM paragraph"
		       " WHERE id = ?1",
		       "innn", id, statement, point, recommendation);
}

/* --- its adoption --- */

bool store_paragraph_act(struct store *store, const struct paragraph_act *act, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO paragraph_act(session, paragraph, part, label, outcome,"
		" orally_amended, text, meeting, at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
		"innttitni", act->session, act->paragraph, act->part, act->label,
		act->adopted ? "adopted" : "reopened", (int64_t)act->orally_amended, act->text,
		act->meeting, act->at);
}

/* --- edits that came back --- */

struct paragraph_proposal *store_paragraph_proposals(
	struct store *store, int64_t session, int64_t paragraph, struct arena *arena, size_t *count)
{
	struct paragraph_proposal *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT p.id, p.paragraph, g.number, p.base, p.text, p.person, p.file, p.at"
		" FROM paragraph_proposal p JOIN paragraph g ON g.id = p.paragraph"
		" WHERE p.session = ?1 AND (?2 = 0 OR p.paragraph = ?2) AND p.state = 'proposed'"
		" ORDER BY p.id",
		"ii", session, paragraph);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct paragraph_proposal){.id = sql_int(q, 0),
			.paragraph = sql_int(q, 1),
			.number = (int)sql_int(q, 2),
			.base = sql_copy(q, 3, arena),
			.text = sql_copy(q, 4, arena),
			.person = sql_copy(q, 5, arena),
			.file = sql_copy(q, 6, arena),
			.at = sql_int(q, 7)};
	}
	return rows;
}

int64_t store_paragraph_propose(struct store *store, int64_t session,
	const struct paragraph_proposal *proposal, struct err *err)
{
	return sql_run(store, err,
		       "INSERT INTO paragraph_proposal(session, paragraph, base, text, person,"
		       " file, at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
		       "iitttti", session, proposal->paragraph, proposal->base, proposal->text,
		       proposal->person, proposal->file, proposal->at)
		       ? sql_inserted(store)
		       : 0;
}

bool store_paragraph_proposal_decide(
	struct store *store, int64_t id, bool accepted, struct err *err)
{
	return sql_run(store, err, "UPDATE paragraph_proposal SET state = ?2 WHERE id = ?1", "it",
		id, accepted ? "accepted" : "rejected");
}
