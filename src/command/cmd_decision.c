/* SPDX-License-Identifier: MIT */
/*
 * Recommendations adopted or not, one, several together, or a set as a whole: one act with
 * its form for each, bound to one block. A vote that does not carry is recorded too: what
 * it was on is then not adopted.
 */
#include "adoption.h"
#include "decide.h"
#include "groups.h"

static bool add_row(struct call *call, struct bundle *bundle, int64_t id, struct err *err)
{
	struct recommendation_row row;

	if (!store_recommendation(call->desk->store, id, &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such recommendation");
	for (size_t i = 0; i < bundle->count; i++)
		if (bundle->rows[i].id == id)
			return true;
	bundle->rows = arena_grow(&call->arena, bundle->rows, bundle->count, sizeof *bundle->rows);
	bundle->rows[bundle->count++] = row;
	bundle->name = bundle->count > 1
			       ? arena_printf(&call->arena, "%s, r%d", bundle->name, row.number)
			       : arena_printf(&call->arena, "r%d", row.number);
	return true;
}

static bool read_bundle(struct call *call, struct bundle *bundle, struct err *err)
{
	const struct arg *block = call_arg(call, "block");

	*bundle = (struct bundle){0};
	if (!add_row(call, bundle, call_id(call, "recommendation"), err))
		return false;
	for (size_t i = 0; block->given && i < block->count; i++)
		if (!add_row(call, bundle, block->ids[i], err))
			return false;
	return true;
}

/* --- deciding --- */

static bool may_become(const struct bundle *bundle, enum recommendation_state state,
	const char *outcome, struct err *err)
{
	for (size_t i = 0; i < bundle->count; i++)
		if (!texts_may_become(&bundle->rows[i], state, outcome, err))
			return false;
	return true;
}

/* The act on one; head: the act that the others are bound to, 0 = it is the first. */
static bool decide_one(struct call *call, const struct recommendation_row *row,
	const struct decided *decided, struct act act, int64_t *head, struct err *err)
{
	/* The vote is that of the first. */
	const struct decided bound = {.form = decided->form};
	int64_t id;

	act.subject = "recommendation";
	act.recommendation = row->id;
	act.item = row->item;
	id = decide_record(call, *head ? &bound : decided, &act, err);
	if (!id)
		return false;
	if (*head && !store_block_add(call->desk->store, call->desk->session, *head, id, err))
		return false;
	*head = *head ? *head : id;
	return true;
}

static bool decide_set(struct call *call, const struct bundle *bundle,
	const struct decided *decided, struct act act, int64_t *head, struct err *err)
{
	act.subject = "set";
	act.in_set = bundle->in_set;
	*head = decide_record(call, decided, &act, err);
	return *head != 0;
}

/* orally NULL: none of it. */
static bool decide_all(struct call *call, const struct bundle *bundle,
	enum recommendation_state state, const struct decided *decided, const struct act *act,
	const struct orally *orally, struct err *err)
{
	struct act one = *act;
	int64_t head = 0;

	one.orally_amended = orally && orally->whole;
	if (bundle->in_set && !decide_set(call, bundle, decided, one, &head, err))
		return false;
	/* What is said to be still open is so when all of it is decided. */
	for (size_t i = 0; i < bundle->count; i++)
		if (!store_recommendation_set_state(call->desk->store, bundle->rows[i].id, state,
			    orally && orally->each[i], err))
			return false;
	for (size_t i = 0; i < bundle->count; i++) {
		const struct recommendation_row *row = &bundle->rows[i];
		one.orally_amended = orally && orally->each[i];
		if (!decide_one(call, row, decided, one, &head, err) ||
			!texts_lapse(call, row, err))
			return false;
	}
	return true;
}

/* A lost vote. */
static bool adopt_in_vain(struct call *call, const struct bundle *bundle,
	const struct decided *decided, struct err *err)
{
	const struct act act = {.outcome = "not adopted"};

	str_addf(&call->reply, "%s %s", bundle->name, act.outcome);
	decide_say(call, decided);
	return decide_all(call, bundle, RECOMMENDATION_REJECTED, decided, &act, NULL, err);
}

static bool adopt_now(struct call *call, const struct bundle *bundle, const struct decided *decided,
	struct err *err)
{
	const struct act act = {.outcome = "adopted"};
	struct orally orally;
	const char *waived;

	if (!adoption_may(call, bundle, &waived, err))
		return false;
	adoption_orally(call, bundle, &orally);
	str_addf(&call->reply, "%s %s", bundle->name, act.outcome);
	adoption_say_orally(call, bundle, &orally);
	decide_say(call, decided);
	if (!decide_all(call, bundle, RECOMMENDATION_ADOPTED, decided, &act, &orally, err))
		return false;
	str_addf(&call->reply, "%s%s", *waived ? "; all the same: " : "", waived);
	return true;
}

/* Adopts them, or, if the vote is lost, records that they are not adopted. */
static bool adopt(struct call *call, const struct bundle *bundle, struct err *err)
{
	struct decided decided;

	if (!may_become(bundle, RECOMMENDATION_ADOPTED, "adopted", err) ||
		!decide_read(call, "consensus", &decided, err))
		return false;
	str_add(&call->aside, "; u takes it back");
	if (!(decide_lost(&decided) ? adopt_in_vain(call, bundle, &decided, err)
				    : adopt_now(call, bundle, &decided, err)))
		return false;
	decide_say_quorum(call, &decided);
	return true;
}

static bool recommendation_adopt(struct call *call, struct err *err)
{
	struct bundle bundle;

	return read_bundle(call, &bundle, err) && adopt(call, &bundle, err);
}

static bool recommendation_reject(struct call *call, struct err *err)
{
	struct act act = {.outcome = "not adopted", .reason = call_text(call, "reason")};
	struct decided decided;
	struct bundle bundle;

	if (!read_bundle(call, &bundle, err) ||
		!may_become(&bundle, RECOMMENDATION_REJECTED, "not adopted", err) ||
		!decide_read(call, NULL, &decided, err))
		return false;
	if (decided.voted && decided.vote.carried)
		return err_set(err, ERR_USAGE,
			"the vote carried, so %s is adopted: recommendation adopt says so",
			bundle.name);
	str_addf(&call->reply, "%s not adopted", bundle.name);
	decide_say(call, &decided);
	str_add(&call->aside, "; u takes it back");
	if (!decide_all(call, &bundle, RECOMMENDATION_REJECTED, &decided, &act, NULL, err))
		return false;
	decide_say_quorum(call, &decided);
	return true;
}

/* All of it that is still to be decided. */
static bool read_set(struct call *call, struct bundle *bundle, struct err *err)
{
	struct store *store = call->desk->store;
	size_t count;

	*bundle = (struct bundle){
		.in_set = store_set_of(store, call->desk->session, call_id(call, "body"), err)};
	if (!bundle->in_set)
		return false;
	const struct recommendation_row *rows =
		store_recommendations(store, call->desk->session, &call->arena, &count);
	for (size_t i = 0; i < count; i++)
		if (rows[i].in_set == bundle->in_set && recommendation_open(rows[i].state) &&
			rows[i].state != RECOMMENDATION_DEFERRED &&
			!add_row(call, bundle, rows[i].id, err))
			return false;
	return bundle->count > 0 ||
	       err_set(err, ERR_USAGE, "none of the recommendations is still to be decided");
}

static bool set_adopt(struct call *call, struct err *err)
{
	struct bundle bundle;

	if (!read_set(call, &bundle, err))
		return false;
	bundle.name = arena_printf(&call->arena, "the set with %zu recommendation%s (%s)",
		bundle.count, bundle.count == 1 ? "" : "s", bundle.name);
	return adopt(call, &bundle, err);
}

/* --- how far a set is --- */

/* The acts on the whole of it, and the positions. */
static void say_whole(struct call *call, const struct set_row *set)
{
	struct store *store = call->desk->store;
	size_t acts, positions;
	const struct decision_row *decisions =
		store_decisions(store, call->desk->session, 0, &call->arena, &acts);
	const struct position_row *taken =
		store_positions(store, call->desk->session, &call->arena, &positions);

	for (size_t i = 0; i < acts; i++) {
		if (decisions[i].in_set != set->id)
			continue;
		str_addf(&call->output, "  %s as a whole%s", decisions[i].outcome,
			decisions[i].orally_amended ? ", as orally amended" : "");
		decision_say_vote(&decisions[i], &call->output);
		str_addc(&call->output, '\n');
	}
	for (size_t i = 0; i < positions; i++) {
		if (taken[i].in_set != set->id)
			continue;
		str_add(&call->output, "  ");
		position_say(&taken[i], &call->output);
		str_addc(&call->output, '\n');
	}
}

static bool set_show(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	size_t sets, count;
	const struct set_row *rows = store_sets(store, call->desk->session, &call->arena, &sets);
	const struct recommendation_row *texts =
		store_recommendations(store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < sets; i++) {
		str_addf(&call->output, "%s: ", rows[i].body_name ? rows[i].body_name : "session");
		store_set_say_states(texts, count, rows[i].id, &call->output);
		str_addc(&call->output, '\n');
		say_whole(call, &rows[i]);
	}
	if (sets == 0)
		str_add(&call->reply, "no recommendation has been proposed");
	return store_reads_good(store, err);
}

#define PARAM_BLOCK                                                           \
	{                                                                     \
		"block", ARG_RECOMMENDATIONS, .option = true, .more = true,   \
					      .prompt = "Together with these" \
	}
const struct command decision_commands[] = {
	{.name = "recommendation adopt",
		.keys = "a",
		.help = "Record that it is adopted, or, if a vote is lost, that it is not",
		.hint = "adopt",
		.hint_place = 1,
		.where = IN_RECOMMENDATIONS | IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION, PARAMS_VOTE, PARAM_ORALLY, PARAM_BLOCK,
			PARAM_ANYWAY_OPEN},
		.run = recommendation_adopt},
	{.name = "recommendation reject",
		.keys = "x",
		.help = "Record that it is not adopted",
		.form = true,
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION, PARAM_WHY, PARAMS_VOTE, PARAM_BLOCK},
		.run = recommendation_reject},
	{0}};

const struct command set_commands[] = {
	{.name = "set show",
		.help = "Print how many recommendations of each body are adopted, and how",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.run = set_show},
	{.name = "set adopt",
		.help = "Record that all recommendations of a body are adopted as a whole",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"body", ARG_BODY, .prompt = "Body"}, PARAMS_VOTE, PARAM_ORALLY,
			PARAM_ANYWAY_OPEN},
		.run = set_adopt},
	{0}};
