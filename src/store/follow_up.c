/* SPDX-License-Identifier: MIT */
/* Recommendations of earlier sessions and what was done about them: rows and nothing else. */
#include "number.h"
#include "store/follow_up.h"

/* --- reading --- */

#define COLUMNS                                                                     \
	"f.id, f.item, f.number, i.printed, f.body, f.report, f.symbol, f.adopted," \
	" f.chapter, f.subhead, f.paragraph, f.chapeau, f.label, f.text, f.ending," \
	" f.style = 'numbered', f.state,"                                           \
	" (SELECT count(*) FROM follow_up_action a WHERE a.follow_up = f.id)"       \
	" FROM follow_up f LEFT JOIN item i ON i.id = f.item"

static struct follow_up_row read_row(struct sql *q, struct arena *arena)
{
	struct follow_up_row row = {.id = sql_int(q, 0),
		.item = sql_int(q, 1),
		.number = (int)sql_int(q, 2),
		.item_printed = sql_copy(q, 3, arena),
		.body = sql_copy(q, 4, arena),
		.report = sql_copy(q, 5, arena),
		.symbol = sql_copy(q, 6, arena),
		.adopted = sql_copy(q, 7, arena),
		.chapter = sql_copy(q, 8, arena),
		.subhead = sql_copy(q, 9, arena),
		.paragraph = sql_copy(q, 10, arena),
		.chapeau = sql_copy(q, 11, arena),
		.label = sql_copy(q, 12, arena),
		.text = sql_copy(q, 13, arena),
		.ending = sql_copy(q, 14, arena),
		.numbered = sql_int(q, 15) != 0,
		.actions = (int)sql_int(q, 17)};

	follow_up_state_parse(sql_text(q, 16), &row.state);
	return row;
}

struct follow_up_row *store_follow_ups(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct follow_up_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " COLUMNS " WHERE f.session = ?1 ORDER BY f.rank, f.id", "i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = read_row(q, arena);
	}
	return rows;
}

bool store_follow_up(
	struct store *store, int64_t id, struct arena *arena, struct follow_up_row *row)
{
	struct sql *q = sql_query(store, "SELECT " COLUMNS " WHERE f.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	*row = read_row(q, arena);
	sql_done(q);
	return true;
}

int64_t store_follow_up_find(struct store *store, int64_t session, int number)
{
	return sql_value(store, 0, "SELECT id FROM follow_up WHERE session = ?1 AND number = ?2",
		"ii", session, (int64_t)number);
}

int64_t store_follow_up_same(struct store *store, int64_t session, const struct follow_up_row *row)
{
	return sql_value(store, 0,
		"SELECT id FROM follow_up WHERE session = ?1 AND text = ?2 AND label = ?3"
		" AND coalesce(report, '') = coalesce(?4, '') LIMIT 1",
		"ittt", session, row->text, row->label, row->report);
}

/* --- changing --- */

int64_t store_follow_up_add(struct store *store, int64_t session, const struct follow_up_row *row,
	int *number, struct err *err)
{
	struct str rank;
	int64_t id = 0;

	*number = number_next(store, session, "follow_up", err);
	if (*number == 0)
		return 0;
	str_init(&rank);
	rank_after(store, &rank, "SELECT max(rank) FROM follow_up WHERE session = ?1", session);
	if (sql_run(store, err,
		    "INSERT INTO follow_up(session, number, rank, item, body, report, symbol,"
		    " adopted, chapter, subhead, paragraph, chapeau, style, label, text, ending,"
		    " state) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
		    " ?15, ?16, ?17)",
		    "iitnttttttttttttt", session, (int64_t)*number, rank.text, row->item, row->body,
		    row->report, row->symbol, row->adopted, row->chapter, row->subhead,
		    row->paragraph, row->chapeau, row->numbered ? "numbered" : "lettered",
		    row->label, row->text, row->ending, follow_up_word(row->state)))
		id = sql_inserted(store);
	str_clear(&rank);
	return id;
}

bool store_follow_up_edit(
	struct store *store, int64_t id, const struct follow_up_edit *edit, struct err *err)
{
	return sql_run(store, err,
		"UPDATE follow_up SET text = coalesce(?2, text), label = coalesce(?3, label),"
		" body = nullif(coalesce(?4, body), ''),"
		" report = nullif(coalesce(?5, report), ''),"
		" symbol = nullif(coalesce(?6, symbol), ''),"
		" adopted = nullif(coalesce(?7, adopted), ''),"
		" item = nullif(coalesce(?8, item), -1) WHERE id = ?1",
		"ittttttn", id, edit->text, edit->label, edit->body, edit->report, edit->symbol,
		edit->adopted, edit->item);
}

bool store_follow_up_set_state(
	struct store *store, int64_t id, enum follow_up_state state, struct err *err)
{
	return sql_run(store, err, "UPDATE follow_up SET state = ?2 WHERE id = ?1", "it", id,
		follow_up_word(state));
}

bool store_follow_up_move(struct store *store, int64_t id, int place, struct err *err)
{
	int64_t session =
		sql_value(store, 0, "SELECT session FROM follow_up WHERE id = ?1", "i", id);
	int64_t others = sql_value(store, 1, "SELECT count(*) FROM follow_up WHERE session = ?1",
				 "i", session) -
			 1;
	struct str rank;
	bool moved;

	str_init(&rank);
	rank_at(store, &rank,
		"SELECT rank FROM follow_up WHERE session = ?1 AND id <> ?2"
		" ORDER BY rank, id LIMIT 1 OFFSET ?3",
		session, id, place > others ? (int)others + 1 : place);
	moved = sql_run(
		store, err, "UPDATE follow_up SET rank = ?2 WHERE id = ?1", "it", id, rank.text);
	str_clear(&rank);
	return moved;
}

bool store_follow_up_delete(struct store *store, int64_t id, struct err *err)
{
	return sql_run(store, err, "DELETE FROM follow_up_action WHERE follow_up = ?1", "i", id) &&
	       sql_run(store, err, "DELETE FROM follow_up WHERE id = ?1", "i", id);
}

/* --- what was done --- */

struct follow_up_action_row *store_follow_up_actions(
	struct store *store, int64_t session, int64_t follow_up, struct arena *arena, size_t *count)
{
	struct follow_up_action_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT a.id, a.follow_up, a.document, a.text, a.by_whom, d.symbols, a.paragraph,"
		" a.at FROM follow_up_action a JOIN follow_up f ON f.id = a.follow_up"
		" LEFT JOIN document d ON d.id = a.document"
		" WHERE f.session = ?1 AND (?2 = 0 OR f.id = ?2) ORDER BY f.rank, f.id, a.id",
		"ii", session, follow_up);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct follow_up_action_row){.id = sql_int(q, 0),
			.follow_up = sql_int(q, 1),
			.document = sql_int(q, 2),
			.text = sql_copy(q, 3, arena),
			.by_whom = sql_copy(q, 4, arena),
			.symbol = sql_copy(q, 5, arena),
			.paragraph = sql_copy(q, 6, arena),
			.at = sql_int(q, 7)};
	}
	return rows;
}

bool store_follow_up_act(struct store *store, int64_t session,
	const struct follow_up_action_row *row, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO follow_up_action(session, follow_up, text, by_whom, document,"
		" paragraph, at) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
		"iittnti", session, row->follow_up, row->text, row->by_whom, row->document,
		row->paragraph, row->at);
}

bool store_follow_up_unact(struct store *store, int64_t follow_up, int place, struct err *err)
{
	int64_t id = sql_value(store, 0,
		"SELECT id FROM follow_up_action WHERE follow_up = ?1 ORDER BY id LIMIT 1 OFFSET ?2",
		"ii", follow_up, (int64_t)place - 1);

	return id && sql_run(store, err, "DELETE FROM follow_up_action WHERE id = ?1", "i", id);
}
