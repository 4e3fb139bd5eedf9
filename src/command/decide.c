/* SPDX-License-Identifier: MIT */
/*
 * A decision with its form. Votes come as totals or as lists of names; both together must
 * agree. What majority is needed is a rule of the session, unless it is said.
 */
#include <string.h>

#include "decide.h"
#include "model/quorum.h"
#include "store/presence.h"

enum { VOTES_MOST = 1000 };

static const struct {
	const char *total, *names;
	enum vote_choice choice;
} lists[] = {
	{"in-favour", "yes", VOTE_IN_FAVOUR},
	{"against", "no", VOTE_AGAINST},
	{"abstaining", "abstained", VOTE_ABSTAINING},
	{NULL, "absent", VOTE_ABSENT},
};
/* The absent have names only, and no vote. */
enum { LISTS = sizeof lists / sizeof lists[0], VOTES = LISTS - 1, ABSENT_NAMED = 6 };

static int *total_of(struct vote_count *count, size_t list)
{
	return list == 0 ? &count->in_favour : list == 1 ? &count->against : &count->abstaining;
}

/* --- ballots --- */

static bool parties_known(struct call *call)
{
	size_t count;
	const struct participant_row *rows =
		store_participants(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (vote_right(rows[i].kind, rows[i].status, true) == VOTE_MAY)
			return true;
	return false;
}

static bool may_vote(struct call *call, int64_t participant, bool parties, struct err *err)
{
	struct participant_row row;

	if (!store_participant(call->desk->store, participant, &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such participant");
	enum vote_right right = vote_right(row.kind, row.status, parties);
	if (right == VOTE_DOUBTFUL)
		return call_given(call, "non-parties") ||
		       call_ask(call, err, "non-parties",
			       "%s is no party, and only parties vote. Record the vote all the same?",
			       row.list_name);
	return right == VOTE_MAY ||
	       err_set(err, ERR_USAGE, "%s has no vote: %s", row.list_name,
		       strcmp(row.kind, "group") == 0 ? "its members vote, each for itself"
						      : "States vote");
}

static bool add_ballot(
	struct call *call, struct decided *decided, struct ballot ballot, struct err *err)
{
	for (size_t i = 0; i < decided->count; i++)
		if (decided->ballots[i].participant == ballot.participant)
			return err_set(err, ERR_USAGE, "%s is named twice: %s and %s",
				rows_name(call, ballot.participant),
				vote_choice_label(decided->ballots[i].choice),
				vote_choice_label(ballot.choice));
	decided->ballots = arena_grow(
		&call->arena, decided->ballots, decided->count, sizeof *decided->ballots);
	decided->ballots[decided->count++] = ballot;
	return true;
}

static bool read_ballots(struct call *call, struct decided *decided, struct err *err)
{
	bool parties = parties_known(call);

	for (size_t list = 0; list < LISTS; list++) {
		const struct arg *names = call_arg(call, lists[list].names);
		for (size_t i = 0; names->given && i < names->count; i++) {
			const struct ballot ballot = {names->ids[i], lists[list].choice, NULL};
			if (!may_vote(call, ballot.participant, parties, err) ||
				!add_ballot(call, decided, ballot, err))
				return false;
			if (list < VOTES)
				++*total_of(&decided->vote.count, list);
		}
	}
	return true;
}

/* --- who is here --- */

/* Everybody of the session, and who takes part and is here. Inside a change nothing may be
 * kept: it is all read anew. */
struct room {
	const struct participant_row *rows;
	const struct presence_row **presence; /* of each row; NULL */
	size_t count;
};

static struct room read_room(struct call *call, int64_t meeting)
{
	struct store *store = call->desk->store;
	struct room room;
	size_t seen;

	room.rows = store_participants(store, call->desk->session, &call->arena, &room.count);
	room.presence =
		arena_alloc(&call->arena, (room.count + 1) * sizeof(const struct presence_row *));
	const struct presence_row *all =
		store_presence(store, call->desk->session, meeting, &call->arena, &seen);
	for (size_t i = 0; i < room.count; i++) {
		room.presence[i] = NULL;
		for (size_t j = 0; j < seen && !room.presence[i]; j++)
			if (all[j].participant == room.rows[i].id)
				room.presence[i] = &all[j];
	}
	return room;
}

/* The meeting of now, if somebody keeps attendance there; else 0. */
static int64_t counted_meeting(struct call *call)
{
	int64_t meeting = rows_meeting(call, desk_now(call->desk));

	return meeting && store_presence_taken(call->desk->store, call->desk->session, meeting)
		       ? meeting
		       : 0;
}

static struct quorum count_quorum(struct call *call, int64_t meeting)
{
	const struct room room = read_room(call, meeting);
	struct quorum_count counting;
	struct quorum quorum;

	quorum_begin(&counting, desk_rules(call->desk));
	for (size_t i = 0; i < room.count; i++) {
		const struct presence_row *found = room.presence[i];
		quorum_add(&counting, room.rows[i].kind, room.rows[i].status, found && found->seen,
			found && found->here);
	}
	quorum_end(&counting, &quorum);
	return quorum;
}

static bool is_named(const struct decided *decided, int64_t participant)
{
	for (size_t i = 0; i < decided->count; i++)
		if (decided->ballots[i].participant == participant)
			return true;
	return false;
}

/* Whoever takes part in the session, may vote and has left is absent without being named. */
static void add_away(struct call *call, struct decided *decided)
{
	int64_t meeting = counted_meeting(call);
	bool parties = parties_known(call);

	if (!meeting)
		return;
	const struct room room = read_room(call, meeting);
	for (size_t i = 0; i < room.count; i++) {
		const struct participant_row *row = &room.rows[i];
		const struct presence_row *found = room.presence[i];
		if (!found || !found->seen || found->here || is_named(decided, row->id) ||
			vote_right(row->kind, row->status, parties) != VOTE_MAY)
			continue;
		decided->ballots = arena_grow(
			&call->arena, decided->ballots, decided->count, sizeof *decided->ballots);
		decided->ballots[decided->count++] = (struct ballot){row->id, VOTE_ABSENT, NULL};
	}
}

/* --- totals --- */

static bool any_given(const struct call *call, bool names)
{
	for (size_t list = 0; list < VOTES; list++)
		if (call_given(call, names ? lists[list].names : lists[list].total))
			return true;
	return false;
}

static bool read_totals(struct call *call, struct decided *decided, struct err *err)
{
	for (size_t list = 0; list < VOTES; list++) {
		const struct arg *total = call_arg(call, lists[list].total);
		int *is = total_of(&decided->vote.count, list);
		if (!total->given)
			continue;
		if (total->id < 0 || total->id > VOTES_MOST)
			return err_set(
				err, ERR_USAGE, "--%s is a number of votes", lists[list].total);
		if (any_given(call, true) && total->id != *is)
			return err_set(err, ERR_USAGE,
				"--%s says %lld, and %d are named: leave the number out",
				lists[list].total, (long long)total->id, *is);
		*is = (int)total->id;
	}
	return true;
}

static void read_majority(struct call *call, struct decided *decided)
{
	if (call_given(call, "majority"))
		vote_majority_parse(call_text(call, "majority"), &decided->vote.majority);
	else if (desk_rules(call->desk)->two_thirds)
		decided->vote.majority = VOTE_TWO_THIRDS;
}

bool decide_read(struct call *call, const char *otherwise, struct decided *decided, struct err *err)
{
	bool names = any_given(call, true), totals = any_given(call, false);
	bool absent = call_given(call, "absent");
	const char *form = call_given(call, "form") ? call_text(call, "form")
			   : names                  ? "vote"
			   : totals                 ? "show-of-hands"
			   : absent                 ? "vote"
						    : otherwise;

	*decided = (struct decided){.form = form};
	decided->voted = form && (strcmp(form, "vote") == 0 || strcmp(form, "show-of-hands") == 0);
	if (!decided->voted)
		return !(names || totals || absent) ||
		       err_set(err, ERR_USAGE, "nobody votes where it is %s",
			       form && strcmp(form, "consensus") == 0 ? "by consensus"
								      : "without a vote");
	if (!names && !totals)
		return err_set(err, ERR_USAGE,
			"say how the vote went: --in-favour N --against N --abstaining N, or "
			"--yes NAMES --no NAMES --abstained NAMES");
	if ((names || absent) && strcmp(form, "vote") != 0)
		return err_set(err, ERR_USAGE, "who votes how is recorded with --form vote");
	read_majority(call, decided);
	if (!read_ballots(call, decided, err) || !read_totals(call, decided, err))
		return false;
	if (names)
		add_away(call, decided);
	decided->vote.carried = vote_carried(decided->vote.majority, &decided->vote.count);
	return true;
}

bool decide_lost(const struct decided *decided)
{
	return decided->voted && !decided->vote.carried;
}

/* --- the record --- */

int64_t decide_record(
	struct call *call, const struct decided *decided, struct act *act, struct err *err)
{
	struct store *store = call->desk->store;

	act->form = decided->form;
	act->at = desk_now(call->desk);
	act->meeting = rows_meeting(call, act->at);
	int64_t id = store_act_new(store, call->desk->session, act, err);
	if (id && decided->voted &&
		!store_vote_add(store, call->desk->session, id, &decided->vote, decided->ballots,
			decided->count, err))
		return 0;
	return id;
}

static void say_absent(struct call *call, const struct decided *decided)
{
	size_t absent = 0;

	for (size_t i = 0; i < decided->count; i++)
		if (decided->ballots[i].choice == VOTE_ABSENT && absent++ < ABSENT_NAMED)
			str_addf(&call->reply, "%s%s", absent == 1 ? "; absent: " : ", ",
				rows_name(call, decided->ballots[i].participant));
	if (absent > ABSENT_NAMED)
		str_addf(&call->reply, " and %zu more", absent - ABSENT_NAMED);
}

void decide_say(struct call *call, const struct decided *decided)
{
	struct str why = STR_EMPTY;

	if (!decided->voted)
		return;
	str_add(&call->reply, strcmp(decided->form, "vote") == 0 ? ", by a recorded vote: "
								 : ", by a show of hands: ");
	vote_say_count(&decided->vote.count, &call->reply);
	vote_say_why_not(decided->vote.majority, &decided->vote.count, &why);
	if (why.length)
		str_addf(&call->reply, " (%s)", why.text);
	str_clear(&why);
	say_absent(call, decided);
}

void decide_say_quorum(struct call *call, const struct decided *decided)
{
	int64_t meeting = counted_meeting(call);

	if (!meeting) {
		if (decided->voted)
			str_add(&call->reply,
				"; nobody has counted who is here: quorum show, once it is known");
		return;
	}
	const struct quorum quorum = count_quorum(call, meeting);
	if (quorum.entitled > 0 && quorum.present < quorum.decision)
		str_addf(&call->reply, "; no quorum for a decision: %d of %d here, %d needed",
			quorum.present, quorum.entitled, quorum.decision);
}
