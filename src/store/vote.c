/* SPDX-License-Identifier: MIT */
/* Votes, ballots, blocks and positions. A block has one vote: that of its first act. */
#include <string.h>

#include "sql.h"
#include "store/vote.h"

/* --- votes --- */

bool store_vote_add(struct store *store, int64_t session, int64_t act, const struct vote *vote,
	const struct ballot *ballots, size_t count, struct err *err)
{
	bool added = sql_run(store, err,
		"INSERT INTO vote(session, act, amendment, majority, in_favour, against,"
		" abstaining, carried) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
		"iintiiii", session, act, vote->amendment, vote_majority_word(vote->majority),
		(int64_t)vote->count.in_favour, (int64_t)vote->count.against,
		(int64_t)vote->count.abstaining, (int64_t)vote->carried);
	int64_t id = added ? sql_inserted(store) : 0;

	for (size_t i = 0; added && i < count; i++)
		added = sql_run(store, err,
			"INSERT INTO ballot(session, vote, participant, choice)"
			" VALUES(?1, ?2, ?3, ?4)",
			"iiit", session, id, ballots[i].participant,
			vote_choice_word(ballots[i].choice));
	return added;
}

struct ballot *store_ballots(struct store *store, int64_t act, struct arena *arena, size_t *count)
{
	struct ballot *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT b.participant, b.choice, p.list_name FROM ballot b"
		" JOIN vote v ON v.id = b.vote JOIN participant p ON p.id = b.participant"
		" WHERE v.act = coalesce((SELECT act FROM block WHERE member = ?1), ?1)"
		" ORDER BY b.participant",
		"i", act);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct ballot){
			.participant = sql_int(q, 0), .name = sql_copy(q, 2, arena)};
		vote_choice_parse(sql_text(q, 1), &rows[*count].choice);
	}
	return rows;
}

bool store_block_add(
	struct store *store, int64_t session, int64_t act, int64_t member, struct err *err)
{
	return sql_run(store, err, "INSERT INTO block(session, act, member) VALUES(?1, ?2, ?3)",
		"iii", session, act, member);
}

/* --- decisions --- */

static struct decision_row read_decision(struct sql *q, struct arena *arena)
{
	struct decision_row row = {.id = sql_int(q, 0),
		.head = sql_int(q, 1),
		.recommendation = sql_int(q, 2),
		.in_set = sql_int(q, 3),
		.meeting = sql_int(q, 4),
		.at = sql_int(q, 5),
		.outcome = sql_copy(q, 6, arena),
		.form = sql_copy(q, 7, arena),
		.reason = sql_copy(q, 8, arena),
		.orally_amended = sql_int(q, 9) != 0,
		.voted = !sql_null(q, 10),
		.amendment = (int)sql_int(q, 16),
		.together = (int)sql_int(q, 17)};

	if (row.voted) {
		row.vote = (struct vote){
			.count = {(int)sql_int(q, 11), (int)sql_int(q, 12), (int)sql_int(q, 13)},
			.carried = sql_int(q, 14) != 0,
			.amendment = sql_int(q, 15)};
		vote_majority_parse(sql_text(q, 10), &row.vote.majority);
	}
	return row;
}

#define HEAD "coalesce(b.act, a.id)"
#define DECISIONS                                                                              \
	"SELECT a.id, " HEAD ", a.recommendation, a.in_set, a.meeting, a.at,"                  \
	" a.outcome, a.form, a.reason, a.orally_amended, v.majority, v.in_favour,"             \
	" v.against, v.abstaining, v.carried, v.amendment, m.number,"                          \
	" (SELECT count(*) FROM act h WHERE h.id = " HEAD " AND h.recommendation IS NOT NULL)" \
	" + (SELECT count(*) FROM block o WHERE o.act = " HEAD ") FROM act a"                  \
	" LEFT JOIN block b ON b.member = a.id"                                                \
	" LEFT JOIN vote v ON v.act = coalesce(b.act, a.id)"                                   \
	" LEFT JOIN amendment m ON m.id = v.amendment"
/* As they were entered: times may have been typed. */
#define IN_ORDER " ORDER BY a.id"

struct decision_row *store_decisions(struct store *store, int64_t session, int64_t recommendation,
	struct arena *arena, size_t *count)
{
	struct decision_row *rows = NULL;
	struct sql *q =
		recommendation
			? sql_query(store, DECISIONS " WHERE a.recommendation = ?1" IN_ORDER, "i",
				  recommendation)
			: sql_query(store,
				  DECISIONS " WHERE a.session = ?1"
					    " AND a.subject IN('recommendation', 'set')" IN_ORDER,
				  "i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = read_decision(q, arena);
	}
	return rows;
}

void decision_say_vote(const struct decision_row *row, struct str *out)
{
	if (row->voted) {
		str_addf(out, ", by a %s: ",
			row->form && strcmp(row->form, "vote") == 0 ? "recorded vote"
								    : "show of hands");
		vote_say_count(&row->vote.count, out);
		if (row->vote.majority == VOTE_TWO_THIRDS)
			str_addf(out, " (%s)", vote_majority_label(row->vote.majority));
	}
	if (row->together > 1 && !row->in_set)
		str_addf(out, ", together with %d other%s", row->together - 1,
			row->together == 2 ? "" : "s");
}

/* --- positions --- */

static const struct {
	const char *word, *label;
} kinds[POSITION_KINDS] = {
	[POSITION_BEFORE] = {"explanation_before", "explanation before"},
	[POSITION_AFTER] = {"explanation_after", "explanation after"},
	[POSITION_RESERVATION] = {"reservation", "reservation"},
	[POSITION_DISSOCIATION] = {"dissociation", "dissociation"},
	[POSITION_RECORD] = {"for_the_record", "position for the record"},
};

const char *position_word(enum position_kind kind)
{
	return kinds[kind].word;
}

const char *position_label(enum position_kind kind)
{
	return kinds[kind].label;
}

/* A hyphen is an underscore. */
static bool same_word(const char *a, const char *b)
{
	for (; *a && (*a == *b || (*a == '_' && *b == '-')); a++)
		b++;
	return *a == '\0' && *b == '\0';
}

bool position_parse(const char *word, enum position_kind *kind)
{
	for (size_t i = 0; i < POSITION_KINDS; i++) {
		if (same_word(kinds[i].word, word)) {
			*kind = (enum position_kind)i;
			return true;
		}
	}
	return false;
}

void position_say(const struct position_row *row, struct str *out)
{
	str_addf(out, "%s, %s", kinds[row->kind].label, row->name);
	if (row->on_behalf_name)
		str_addf(out, " for %s", row->on_behalf_name);
	if (row->statement_number)
		str_addf(out, " (s%d)", row->statement_number);
	if (row->text)
		str_addf(out, ": %s", row->text);
}

static struct position_row read_position(struct sql *q, struct arena *arena)
{
	struct position_row row = {.id = sql_int(q, 0),
		.recommendation = sql_int(q, 1),
		.in_set = sql_int(q, 2),
		.participant = sql_int(q, 4),
		.on_behalf = sql_int(q, 5),
		.statement = sql_int(q, 6),
		.meeting = sql_int(q, 7),
		.at = sql_int(q, 8),
		.text = sql_copy(q, 9, arena),
		.name = sql_copy(q, 10, arena),
		.on_behalf_name = sql_copy(q, 11, arena),
		.statement_number = (int)sql_int(q, 12)};

	position_parse(sql_text(q, 3), &row.kind);
	return row;
}

struct position_row *store_positions(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct position_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT x.id, x.recommendation, x.in_set, x.kind, x.participant, x.on_behalf,"
		" x.statement, x.meeting, x.at, x.text, p.list_name, g.list_name, s.number"
		" FROM position x JOIN participant p ON p.id = x.participant"
		" LEFT JOIN participant g ON g.id = x.on_behalf"
		" LEFT JOIN statement s ON s.id = x.statement WHERE x.session = ?1"
		" ORDER BY x.id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = read_position(q, arena);
	}
	return rows;
}

int64_t store_position_find(struct store *store, const struct position_row *wanted)
{
	return sql_value(store, 0,
		"SELECT id FROM position WHERE recommendation IS ?1 AND in_set IS ?2"
		" AND kind = ?3 AND participant = ?4 ORDER BY id DESC LIMIT 1",
		"nnti", wanted->recommendation, wanted->in_set, kinds[wanted->kind].word,
		wanted->participant);
}

int64_t store_position_statement(
	struct store *store, int64_t session, int64_t participant, enum position_kind kind)
{
	return sql_value(store, 0,
		"SELECT id FROM statement WHERE session = ?1 AND participant = ?2 AND kind = ?3"
		" ORDER BY id DESC LIMIT 1",
		"iit", session, participant, kinds[kind].word);
}

int64_t store_position_add(
	struct store *store, int64_t session, const struct position_row *position, struct err *err)
{
	bool added = sql_run(store, err,
		"INSERT INTO position(session, recommendation, in_set, kind, participant,"
		" on_behalf, statement, text, meeting, at)"
		" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
		"inntinntni", session, position->recommendation, position->in_set,
		kinds[position->kind].word, position->participant, position->on_behalf,
		position->statement, position->text, position->meeting, position->at);

	return added ? sql_inserted(store) : 0;
}

int64_t store_positions_unbound(struct store *store, int64_t session)
{
	return sql_value(store, 0,
		"SELECT count(*) FROM statement s WHERE s.session = ?1"
		" AND s.kind IN('explanation_before', 'explanation_after')"
		" AND NOT EXISTS(SELECT 1 FROM position x WHERE x.statement = s.id)",
		"i", session);
}

bool store_position_remove(struct store *store, int64_t id, struct err *err)
{
	return sql_run(store, err, "DELETE FROM position WHERE id = ?1", "i", id);
}
