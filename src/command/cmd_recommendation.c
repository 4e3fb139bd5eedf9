/* SPDX-License-Identifier: MIT */
/* Recommendations from proposal to decision (conventions 5.4). */
#include <string.h>

#include "base/civil.h"
#include "groups.h"
#include "model/alternative.h"
#include "returned.h"
#include "store/negotiation.h"
#include "store/recommendation_more.h"
#include "store/sponsor.h"
#include "store/version_source.h"
#include "store/vote.h"
#include "texts.h"

/* Of who is named: a draft may be typed while somebody speaks of something else. */
static struct origin read_origin(struct call *call, enum amendment_how otherwise)
{
	struct origin origin = texts_origin(call, otherwise);

	if (call_given(call, "by") || call_given(call, "statement"))
		return origin;
	origin.proposer = origin.statement = 0;
	origin.on_behalf = call_id(call, "for");
	if (!call_given(call, "how"))
		origin.how = origin.document ? AMENDMENT_IN_WRITING : otherwise;
	return origin;
}

/* Where the newest version came from. */
static bool add_source(
	struct call *call, int64_t recommendation, const struct origin *origin, struct err *err)
{
	const struct version_source source = {.how = amendment_how_word(origin->how),
		.proposer = origin->proposer,
		.on_behalf = origin->on_behalf,
		.statement = origin->statement};

	return store_version_source_add(call->desk->store, recommendation, 0, &source, err);
}

/* Makes it, with all that is known of it. */
static bool make(struct call *call, int64_t set, int64_t item, int64_t alternative_of, int *number,
	struct err *err)
{
	struct store *store = call->desk->store;
	struct origin origin = read_origin(call, AMENDMENT_IN_WRITING);
	const struct recommendation_more more = {.on_behalf = origin.on_behalf,
		.document = origin.document,
		.alternative_of = alternative_of,
		.by_chair = origin.how == AMENDMENT_BY_CHAIR,
		.paragraph = origin.paragraph};
	bool has_more = more.on_behalf || more.document || more.alternative_of || more.by_chair ||
			more.paragraph;

	if ((origin.on_behalf && !rows_need_groups(call, err)) ||
		!texts_need_words(call_text(call, "text"), err))
		return false;
	call->made = store_recommendation_add(store, call->desk->session, set, item,
		origin.proposer, call_text(call, "text"), origin.at, number, err);
	return call->made && add_source(call, call->made, &origin, err) &&
	       (!has_more || store_recommendation_more_set(store, call->made, &more, err));
}

static void say_who(struct call *call)
{
	if (call_given(call, "by"))
		str_addf(&call->reply, " by %s", rows_name(call, call_id(call, "by")));
	if (call_given(call, "for"))
		str_addf(&call->reply, " for %s", rows_group(call, call_id(call, "for")));
}

static bool recommendation_propose(struct call *call, struct err *err)
{
	int64_t set =
		store_set_of(call->desk->store, call->desk->session, call_id(call, "body"), err);
	int number;

	if (set == 0 || !make(call, set, call_id(call, "item"), 0, &number, err))
		return false;
	str_addf(&call->reply, "r%d proposed", number);
	say_who(call);
	return true;
}

/* Beside what it is an alternative of, or what that is one of: the letter is the same. */
static bool recommendation_alternative(struct call *call, struct err *err)
{
	struct recommendation_row row, made;
	struct str label;
	int number;

	if (!texts_read(call, &row, err) || !texts_need_open(&row, err) ||
		!make(call, row.in_set, row.item, row.alternative_of ? row.alternative_of : row.id,
			&number, err) ||
		!store_recommendation(call->desk->store, call->made, &call->arena, &made))
		return false;
	str_init(&label);
	alternative_label(made.letter, made.alternative, false, &label);
	str_addf(&call->reply, "r%d %s proposed", number, label.text);
	say_who(call);
	str_clear(&label);
	return true;
}

/* On an earlier version: what has changed since stays. */
static bool edit_earlier(struct call *call, const struct recommendation_row *row, struct err *err)
{
	struct origin origin = read_origin(call, AMENDMENT_IN_WRITING);
	struct returned r;
	const char *text;

	if (!returned_read(call, row, call_text(call, "text"), NULL, "the new text", &r, err) ||
		!(text = returned_merge(call, &r, err)))
		return false;
	if (strcmp(text, r.now) == 0)
		return err_set(
			err, ERR_USAGE, "that changes nothing in r%d as it is now", row->number);
	str_addf(&call->reply, "r%d changed", row->number);
	say_who(call);
	if (r.base != row->version) {
		str_add(&call->reply, ", with a text ");
		returned_say_base(&r, &call->reply);
	}
	return returned_save(call, &r, text, err) && add_source(call, row->id, &origin, err);
}

static bool recommendation_edit(struct call *call, struct err *err)
{
	struct origin origin = read_origin(call, AMENDMENT_ON_SCREEN);
	struct recommendation_row row;
	int version = (int)call_id(call, "version");

	if (!texts_read(call, &row, err) || !texts_need_open(&row, err) ||
		!texts_need_words(call_text(call, "text"), err))
		return false;
	if (call_given(call, "base"))
		return edit_earlier(call, &row, err);
	if (!texts_need_version(call, arena_printf(&call->arena, "r%d", row.number), version,
		    row.version,
		    store_recommendation_text(call->desk->store, row.id, version, &call->arena),
		    row.text, err))
		return false;
	str_addf(&call->reply, "r%d changed", row.number);
	say_who(call);
	return store_recommendation_edit(call->desk->store, row.id, call_text(call, "text"),
		       version, desk_now(call->desk), err) &&
	       add_source(call, row.id, &origin, err);
}

/* Every decision is an act and a new state. */
static bool decide(struct call *call, enum recommendation_state state, const char *outcome,
	struct act *act, struct err *err)
{
	struct recommendation_row row;

	if (!texts_read(call, &row, err))
		return false;
	if (!texts_may_become(&row, state, outcome, err))
		return false;
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
	       store_act_add(call->desk->store, call->desk->session, act, err) &&
	       (recommendation_open(state) || texts_lapse(call, &row, err));
}

static bool recommendation_introduce(struct call *call, struct err *err)
{
	struct act act = {0};

	return decide(call, RECOMMENDATION_INTRODUCED, "introduced", &act, err);
}

static bool recommendation_negotiate(struct call *call, struct err *err)
{
	struct act act = {0};

	return decide(call, RECOMMENDATION_NEGOTIATED, "under negotiation", &act, err);
}

static bool recommendation_agree(struct call *call, struct err *err)
{
	struct act act = {0};
	struct recommendation_row row;
	struct str against;
	bool agreed;

	if (!texts_read(call, &row, err))
		return false;
	str_init(&against);
	agreed = !recommendation_may(row.state, RECOMMENDATION_AGREED) ||
		 !texts_against(call, &row, &against) ||
		 call_agreed(call, err, "anyway",
			 arena_printf(&call->arena, "%s. Agree on it ad referendum all the same?",
				 against.text));
	agreed = agreed && decide(call, RECOMMENDATION_AGREED, "agreed ad referendum", &act, err);
	if (against.length)
		str_addf(&call->reply, "; all the same: %s", against.text);
	str_clear(&against);
	return agreed;
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

static bool recommendation_reopen(struct call *call, struct err *err)
{
	struct act act = {.reason = call_text(call, "reason")};

	return decide(call, RECOMMENDATION_DRAFT, "reopened", &act, err);
}

static bool recommendation_move(struct call *call, struct err *err)
{
	struct recommendation_row row;
	int64_t place = call_id(call, "place");

	if (!texts_read(call, &row, err))
		return false;
	if (place < 1 || place > 100000)
		return err_set(err, ERR_USAGE, "a place in the list is a number from 1");
	str_addf(&call->reply, "r%d moved to place %lld", row.number, (long long)place);
	return store_recommendation_move(call->desk->store, row.id, (int)place, err);
}

/* Adopted as a whole, and nothing of it taken up again. */
static bool is_locked(struct call *call, int64_t set)
{
	struct store *store = call->desk->store;
	size_t acts, count;
	const struct decision_row *decisions =
		store_decisions(store, call->desk->session, 0, &call->arena, &acts);
	const struct recommendation_row *rows =
		store_recommendations(store, call->desk->session, &call->arena, &count);
	bool adopted = false;

	for (size_t i = 0; i < acts; i++)
		adopted |=
			decisions[i].in_set == set && strcmp(decisions[i].outcome, "adopted") == 0;
	for (size_t i = 0; adopted && i < count; i++)
		if (rows[i].in_set == set && recommendation_open(rows[i].state) &&
			rows[i].state != RECOMMENDATION_DEFERRED)
			adopted = false;
	return adopted;
}

static bool set_chapeau(struct call *call, struct err *err)
{
	int64_t set =
		store_set_of(call->desk->store, call->desk->session, call_id(call, "body"), err);

	if (set && is_locked(call, set))
		return err_set(err, ERR_USAGE,
			"the recommendations were adopted as a whole, and the chapeau with them: "
			"recommendation reopen one of them first");
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

/* --- what became of it --- */

static void say_version(struct call *call, const struct history_row *row, const char *before)
{
	enum amendment_how how;

	str_addf(&call->output, "version %d", row->version);
	if (row->amendment)
		str_addf(&call->output, ", a%d", row->amendment);
	if (row->proposer_name)
		str_addf(&call->output, ", %s", row->proposer_name);
	if (row->on_behalf_name)
		str_addf(&call->output, " for %s", row->on_behalf_name);
	if (row->how && amendment_how_parse(row->how, &how))
		str_addf(&call->output, ", %s", amendment_how_label(how));
	if (row->statement)
		str_addf(&call->output, ", s%d", row->statement);
	if (row->file)
		str_addf(&call->output, ", from %s", row->file);
	str_add(&call->output, ": ");
	if (before)
		negotiation_say(before, row->text, &call->output);
	else
		str_add(&call->output, row->text);
}

static void say_ballots(struct call *call, const struct decision_row *decision)
{
	size_t count;
	const struct ballot *ballots =
		store_ballots(call->desk->store, decision->id, &call->arena, &count);

	for (int choice = 0; choice < VOTE_CHOICES; choice++) {
		const char *between = arena_printf(&call->arena, "\n%*s%s: ", 18, "",
			vote_choice_label((enum vote_choice)choice));
		for (size_t i = 0; i < count; i++) {
			if ((int)ballots[i].choice != choice)
				continue;
			str_addf(&call->output, "%s%s", between, ballots[i].name);
			between = ", ";
		}
	}
}

static void say_decision(struct call *call, const struct history_row *row)
{
	const struct decision_row *decision = row->decision;

	if (decision->amendment)
		str_addf(&call->output, "a%d ", decision->amendment);
	str_addf(&call->output, "%s%s", row->outcome,
		row->orally_amended ? " as orally amended" : "");
	if (row->form && !decision->voted)
		str_addf(&call->output, ", %s", row->form);
	decision_say_vote(decision, &call->output);
	if (row->meeting)
		str_addf(&call->output, ", meeting %d", row->meeting);
	if (row->reason)
		str_addf(&call->output, ": %s", row->reason);
	if (decision->voted)
		say_ballots(call, decision);
}

static void say_position(struct call *call, const struct history_row *row)
{
	position_say(row->position, &call->output);
	if (row->meeting)
		str_addf(&call->output, ", meeting %d", row->meeting);
}

static void say_sponsors(struct call *call, const struct recommendation_row *text)
{
	size_t count;
	const struct sponsor_row *sponsors =
		store_sponsors(call->desk->store, text->id, 0, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		str_addf(&call->output, "%s%s", i ? ", " : "sponsored by ", sponsors[i].name);
	str_add(&call->output, count ? "\n" : "");
}

/* What it is, and whose. */
static void say_head(struct call *call, const struct recommendation_row *text)
{
	struct recommendation_more more;

	store_recommendation_more(call->desk->store, text->id, &call->arena, &more);
	str_addf(&call->output, "r%d%s", text->number, text->letter ? " " : "");
	alternative_label(text->letter, text->alternative, false, &call->output);
	str_addf(&call->output, ", %s%s, version %d", recommendation_label(text->state),
		text->orally_amended ? " as orally amended" : "", text->version);
	if (more.alternative_of)
		str_addf(&call->output, ", alternative to r%d", more.alternative_of_number);
	if (more.document_symbols)
		str_addf(&call->output, ", %s", more.document_symbols);
	if (more.paragraph)
		str_addf(&call->output, ", %s", more.paragraph);
	str_addc(&call->output, '\n');
	say_sponsors(call, text);
}

static bool recommendation_history(struct call *call, struct err *err)
{
	struct recommendation_row text;
	const char *before = NULL;
	size_t count;

	if (!texts_read(call, &text, err))
		return false;
	const struct history_row *rows =
		store_recommendation_history(call->desk->store, text.id, &call->arena, &count);
	say_head(call, &text);
	for (size_t i = 0; i < count; i++) {
		struct civil at = civil_at(rows[i].at);
		str_addf(&call->output, "%04d-%02d-%02d %02d:%02d  ", at.year, at.month, at.day,
			at.hour, at.minute);
		if (rows[i].version)
			say_version(call, &rows[i], before);
		else if (rows[i].position)
			say_position(call, &rows[i]);
		else
			say_decision(call, &rows[i]);
		str_addc(&call->output, '\n');
		before = rows[i].version ? rows[i].text : before;
	}
	return store_reads_good(call->desk->store, err);
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
				PARAM_BY_BESIDE,
				PARAM_FOR,
				PARAM_HOW,
				PARAM_STATEMENT_IN,
				PARAM_DOCUMENT_IN,
				PARAM_PARAGRAPH_IN,
			},
		.run = recommendation_propose},
	{.name = "recommendation alternative",
		.keys = "l",
		.help = "Propose an alternative, printed with the same letter and bis, ter",
		.where = IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_RECOMMENDATION,
				{"text", ARG_TEXT, .required = true,
					.prompt = "Text, beginning with its verb"},
				PARAM_BY,
				PARAM_FOR,
				PARAM_HOW,
				PARAM_STATEMENT_IN,
				PARAM_DOCUMENT_IN,
				PARAM_PARAGRAPH_IN,
			},
		.run = recommendation_alternative},
	{.name = "recommendation history",
		.help = "Show every version of a text, how each came, and what was decided",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.params = {PARAM_RECOMMENDATION},
		.run = recommendation_history},
	{.name = "recommendation edit",
		.help = "Change the text of a recommendation",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_RECOMMENDATION,
				{"text", ARG_TEXT, .required = true, .prompt = "Text"},
				PARAM_VERSION,
				PARAM_BASE,
				PARAM_BY,
				PARAM_FOR,
				PARAM_HOW,
				PARAM_STATEMENT_IN,
				PARAM_DOCUMENT_IN,
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Its words where others changed the same"},
			},
		.run = recommendation_edit},
	{.name = "recommendation introduce",
		.keys = "i",
		.help = "Record that it was introduced",
		.where = IN_RECOMMENDATIONS | IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION},
		.run = recommendation_introduce},
	{.name = "recommendation negotiate",
		.help = "Record that it is under negotiation",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION},
		.run = recommendation_negotiate},
	{.name = "recommendation agree",
		.keys = "g",
		.help = "Record that it is agreed ad referendum",
		.where = IN_RECOMMENDATIONS | IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION, PARAM_ANYWAY_OPEN},
		.run = recommendation_agree},
	{.name = "recommendation withdraw",
		.keys = "w",
		.help = "Record that it is withdrawn",
		.form = true,
		.hint = "withdraw",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION, PARAM_WHY},
		.run = recommendation_withdraw},
	{.name = "recommendation defer",
		.keys = "f",
		.help = "Record that it is deferred",
		.form = true,
		.hint = "defer",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION, PARAM_WHY},
		.run = recommendation_defer},
	{.name = "recommendation reopen",
		.keys = "O",
		.help = "Take up again what was decided",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION,
			{"reason", ARG_LINE, .required = true, .prompt = "Reason"}},
		.run = recommendation_reopen},
	{.name = "recommendation move",
		.keys = "v",
		.help = "Move it to another place in the list",
		.where = IN_RECOMMENDATIONS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION,
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
