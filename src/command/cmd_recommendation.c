/* SPDX-License-Identifier: MIT */
/* Recommendations from proposal to decision (conventions 5.4). */
#include <string.h>

#include "groups.h"
#include "rows.h"
#include "store/recommendation.h"

static bool read(struct call *call, struct recommendation_row *row, struct err *err)
{
	return store_recommendation(
		       call->desk->store, call_id(call, "recommendation"), &call->arena, row) ||
	       err_set(err, ERR_USAGE, "there is no such recommendation");
}

static bool recommendation_propose(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t set = store_set_of(store, call->desk->session, call_id(call, "body"), err);
	int number;

	if (set == 0)
		return false;
	call->made = store_recommendation_add(store, call->desk->session, set,
		call_id(call, "item"), call_id(call, "by"), call_text(call, "text"),
		desk_now(call->desk), &number, err);
	str_addf(&call->reply, "r%d proposed", number);
	if (call_id(call, "by"))
		str_addf(&call->reply, " by %s", rows_name(call, call_id(call, "by")));
	return call->made != 0;
}

static bool recommendation_edit(struct call *call, struct err *err)
{
	struct recommendation_row row;

	if (!read(call, &row, err))
		return false;
	if (!recommendation_open(row.state))
		return err_set(err, ERR_USAGE,
			"r%d is %s: its text is locked; recommendation reopen first", row.number,
			recommendation_label(row.state));
	str_addf(&call->reply, "r%d changed", row.number);
	return store_recommendation_edit(call->desk->store, row.id, call_text(call, "text"),
		(int)call_id(call, "version"), desk_now(call->desk), err);
}

/* Every decision is an act and a new state. */
static bool decide(struct call *call, enum recommendation_state state, const char *outcome,
	struct act *act, struct err *err)
{
	struct recommendation_row row;

	if (!read(call, &row, err))
		return false;
	if (!recommendation_may(row.state, state))
		return err_set(err, ERR_USAGE, "r%d is %s and cannot be %s now", row.number,
			recommendation_label(row.state), outcome);
	act->subject = "recommendation";
	act->recommendation = row.id;
	act->item = row.item;
	act->at = desk_now(call->desk);
	act->meeting = rows_meeting(call, act->at);
	act->outcome = outcome;
	str_addf(&call->reply, "r%d %s%s", row.number, outcome,
		act->orally_amended ? " as orally amended" : "");
	str_add(&call->aside, "; u takes it back");
	return store_recommendation_set_state(
		       call->desk->store, row.id, state, act->orally_amended, err) &&
	       store_act_add(call->desk->store, call->desk->session, act, err);
}

static bool recommendation_adopt(struct call *call, struct err *err)
{
	struct act act = {.form = call_given(call, "form") ? call_text(call, "form") : "consensus",
		.orally_amended = call_given(call, "orally-amended")};

	return decide(call, RECOMMENDATION_ADOPTED, "adopted", &act, err);
}

static bool recommendation_introduce(struct call *call, struct err *err)
{
	struct act act = {0};

	return decide(call, RECOMMENDATION_INTRODUCED, "introduced", &act, err);
}

static bool recommendation_agree(struct call *call, struct err *err)
{
	struct act act = {0};

	return decide(call, RECOMMENDATION_AGREED, "agreed ad referendum", &act, err);
}

static bool recommendation_withdraw(struct call *call, struct err *err)
{
	struct act act = {.reason = call_text(call, "reason")};

	return decide(call, RECOMMENDATION_WITHDRAWN, "withdrawn", &act, err);
}

static bool recommendation_defer(struct call *call, struct err *err)
{
	struct act act = {.reason = call_text(call, "reason")};

	return decide(call, RECOMMENDATION_DEFERRED, "deferred", &act, err);
}

static bool recommendation_reject(struct call *call, struct err *err)
{
	struct act act = {.reason = call_text(call, "reason"), .form = call_text(call, "form")};

	return decide(call, RECOMMENDATION_REJECTED, "not adopted", &act, err);
}

static bool recommendation_reopen(struct call *call, struct err *err)
{
	struct act act = {.reason = call_text(call, "reason")};

	return decide(call, RECOMMENDATION_DRAFT, "reopened", &act, err);
}

static bool recommendation_move(struct call *call, struct err *err)
{
	struct recommendation_row row;
	int64_t place = call_id(call, "place");

	if (!read(call, &row, err))
		return false;
	if (place < 1 || place > 100000)
		return err_set(err, ERR_USAGE, "a place in the list is a number from 1");
	str_addf(&call->reply, "r%d moved to place %lld", row.number, (long long)place);
	return store_recommendation_move(call->desk->store, row.id, (int)place, err);
}

static bool set_chapeau(struct call *call, struct err *err)
{
	int64_t set =
		store_set_of(call->desk->store, call->desk->session, call_id(call, "body"), err);

	str_addf(&call->reply, "chapeau: %s", call_text(call, "text"));
	return set && store_set_chapeau(call->desk->store, set, call_text(call, "text"), err);
}

static bool set_style(struct call *call, struct err *err)
{
	int64_t set =
		store_set_of(call->desk->store, call->desk->session, call_id(call, "body"), err);

	str_addf(&call->reply, "recommendations are %s", call_text(call, "style"));
	return set && store_set_style(call->desk->store, set, call_text(call, "style"), err);
}

#define PARAM_R                                                                         \
	{                                                                               \
		"recommendation", ARG_RECOMMENDATION, .required = true,                 \
						      .prompt = "Recommendation, as r3" \
	}
#define PARAM_REASON                                                           \
	{                                                                      \
		"reason", ARG_LINE, .option = true, .prompt = "Reason, if any" \
	}
#define PARAM_FORM                                                                         \
	{                                                                                  \
		"form", ARG_CHOICE, .option = true, .prompt = "In what form",              \
				    .choices = "consensus without-vote show-of-hands vote" \
	}
#define PARAM_BODY                                                 \
	{                                                          \
		"body", ARG_BODY, .option = true, .prompt = "Body" \
	}

const struct command recommendation_commands[] = {
	{.name = "recommendation propose",
		.keys = "r",
		.help = "Propose a draft recommendation",
		.hint = "recommend",
		.where = IN_ROOM | IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"text", ARG_TEXT, .required = true,
					.prompt = "Text, beginning with its verb"},
				PARAM_ITEM,
				PARAM_BODY,
				{"by", ARG_PARTICIPANT, .option = true, .prompt = "Proposed by"},
			},
		.run = recommendation_propose},
	{.name = "recommendation edit",
		.help = "Change the text of a recommendation",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_R,
				{"text", ARG_TEXT, .required = true, .prompt = "Text"},
				{"version", ARG_NUMBER, .option = true,
					.prompt = "Version that it began from"},
			},
		.run = recommendation_edit},
	{.name = "recommendation introduce",
		.keys = "i",
		.help = "Record that it was introduced",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_R},
		.run = recommendation_introduce},
	{.name = "recommendation agree",
		.keys = "g",
		.help = "Record that it is agreed ad referendum",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_R},
		.run = recommendation_agree},
	{.name = "recommendation adopt",
		.keys = "a",
		.help = "Record that it is adopted",
		.hint = "adopt",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_R,
				PARAM_FORM,
				{"orally-amended", ARG_FLAG, .option = true,
					.prompt = "As orally amended"},
			},
		.run = recommendation_adopt},
	{.name = "recommendation withdraw",
		.keys = "w",
		.help = "Record that it is withdrawn",
		.form = true,
		.hint = "withdraw",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_R, PARAM_REASON},
		.run = recommendation_withdraw},
	{.name = "recommendation defer",
		.keys = "f",
		.help = "Record that it is deferred",
		.form = true,
		.hint = "defer",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_R, PARAM_REASON},
		.run = recommendation_defer},
	{.name = "recommendation reject",
		.keys = "x",
		.help = "Record that it is not adopted",
		.form = true,
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_R, PARAM_REASON, PARAM_FORM},
		.run = recommendation_reject},
	{.name = "recommendation reopen",
		.keys = "O",
		.help = "Take up again what was decided",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_R, {"reason", ARG_LINE, .required = true, .prompt = "Reason"}},
		.run = recommendation_reopen},
	{.name = "recommendation move",
		.keys = "v",
		.help = "Move it to another place in the list",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_R,
			{"place", ARG_NUMBER, .required = true, .prompt = "Place, 1 is (a)"}},
		.run = recommendation_move},
	{.name = "set chapeau",
		.keys = "h",
		.help = "Set the words before the list of recommendations",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"text", ARG_LINE, .required = true, .prompt = "Chapeau"}, PARAM_BODY},
		.run = set_chapeau},
	{.name = "set style",
		.help = "Set how the recommendations are listed",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"style", ARG_CHOICE, .required = true, .prompt = "Style",
				   .choices = "lettered numbered"},
			PARAM_BODY},
		.run = set_style},
	{0}};
