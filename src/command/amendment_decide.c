/* SPDX-License-Identifier: MIT */
/*
 * What becomes of an amendment. Taking one is a three-way merge of the text that it was
 * made on, the text as it is now and its own; where both changed the same words nothing is
 * chosen here: it is asked, with the places. What was taken can be taken out again by the
 * same merge, the other way round.
 */
#include <string.h>

#include "amendment_decide.h"
#include "decide.h"
#include "merged.h"
#include "model/merge.h"
#include "store/negotiation.h"
#include "store/recommendation_more.h"
#include "store/version_source.h"
#include "texts.h"

/* --- accepting --- */

/* An amendment that is being decided. */
struct decision {
	struct amendment_row row;
	struct recommendation_row text;
	struct amendment_row parent; /* id 0: to the text itself */
	struct amendment_event event;
};

static bool read_decision(
	struct call *call, enum amendment_state to, struct decision *d, struct err *err)
{
	*d = (struct decision){.event = {.state = to, .at = desk_now(call->desk)}};
	if (!texts_read_amendment(call, "amendment", &d->row, err))
		return false;
	if (!amendment_may(d->row.state, to))
		return d->row.state == to ? err_set(err, ERR_USAGE, "a%d is %s already",
						    d->row.number, amendment_state_word(to))
					  : texts_need_proposed(&d->row, err);
	d->event.meeting = rows_meeting(call, d->event.at);
	return texts_read_of(call, &d->row, &d->text, err) &&
	       (!d->row.parent ||
		       store_amendment(call->desk->store, d->row.parent, &call->arena, &d->parent));
}

static bool decide(struct call *call, const struct decision *d, struct err *err)
{
	str_add(&call->aside, "; u takes it back");
	return store_amendment_decide(call->desk->store, d->row.id, &d->event, err);
}

/* What was proposed to an amendment that is decided cannot be decided any more. */
static bool lapse_under(struct call *call, const struct decision *d, struct err *err)
{
	struct amendment_event event = {.at = d->event.at, .meeting = d->event.meeting};
	int count;

	if (!store_amendments_lapse(
		    call->desk->store, d->row.recommendation, d->row.id, &event, &count, err))
		return false;
	if (count)
		str_addf(&call->reply, "; %d amendment%s to it lapsed", count,
			count == 1 ? "" : "s");
	return true;
}

/* Whoever proposed a change of an amendment is heard before it is taken without it. */
static bool ask_under(struct call *call, const struct decision *d, struct err *err)
{
	struct negotiation n;
	struct str open;
	size_t count = 0;

	if (call_given(call, "lapse") || !store_negotiation(call->desk->store, call->desk->session,
						 d->text.id, &call->arena, &n))
		return true;
	str_init(&open);
	for (size_t i = 0; i < n.count; i++) {
		const struct amendment_row *row = &n.amendments[i];
		if (row->parent != d->row.id || row->state != AMENDMENT_PROPOSED)
			continue;
		str_addf(&open, "%sa%d", count++ ? ", " : "", row->number);
		if (row->on_behalf_name || row->proposer_name)
			str_addf(&open, " %s",
				row->on_behalf_name ? row->on_behalf_name : row->proposer_name);
	}
	bool asked =
		count > 0 && !call_ask(call, err, "lapse",
				     "What is proposed to a%d is undecided: %s. Take it without?",
				     d->row.number, open.text);
	str_clear(&open);
	return !asked;
}

/* What an amendment goes into: the text, the amendment that it is to, or of a new paragraph
 * its own text. */
struct aim {
	const char *name; /* "r1", "a3" */
	const char *now;
	int version;
};

static struct aim aim_of(struct call *call, const struct decision *d)
{
	const struct amendment_row *of = d->row.parent ? &d->parent : &d->row;

	if (!d->row.parent && d->row.kind != AMENDMENT_PARAGRAPH)
		return (struct aim){arena_printf(&call->arena, "r%d", d->text.number), d->text.text,
			d->text.version};
	return (struct aim){arena_printf(&call->arena, "a%d", of->number), of->text, of->version};
}

/* That of an earlier version; NULL if it never had that one. */
static const char *earlier(struct call *call, const struct decision *d, int version)
{
	struct store *store = call->desk->store;

	if (d->row.parent || d->row.kind == AMENDMENT_PARAGRAPH)
		return store_amendment_text(
			store, d->row.parent ? d->parent.id : d->row.id, version, &call->arena);
	return store_recommendation_text(store, d->text.id, version, &call->arena);
}

/* Nothing is written over that was saved since --version. */
static bool is_as_it_was(struct call *call, const struct decision *d, struct err *err)
{
	struct aim aim = aim_of(call, d);
	int version = (int)call_id(call, "version");

	return texts_need_version(call, aim.name, version, aim.version,
		version ? earlier(call, d, version) : NULL, aim.now, err);
}

/* The text that was given; one on an earlier version is brought to what it is now. */
static const char *given(struct call *call, const struct decision *d, struct err *err)
{
	const char *text = call_text(call, "text"), *base;
	struct aim aim = aim_of(call, d);
	int version = (int)call_id(call, "base"), places;

	if (!call_given(call, "base"))
		return text;
	base = earlier(call, d, version);
	if (base)
		return merged_text(call, base, aim.now, text, "the new text", &places, err);
	err_set(err, ERR_USAGE, "%s has no version %d", aim.name, version);
	return NULL;
}

/* As it was resolved, or else merged. */
static const char *resolved(struct call *call, struct decision *d, const char *now, struct err *err)
{
	const char *name = arena_printf(&call->arena, "a%d", d->row.number);
	size_t count, places;

	if (!call_given(call, "text"))
		return merged_text(
			call, d->row.base_text, now, d->row.text, name, &d->event.conflicts, err);
	const struct merge_piece *pieces =
		merge_three(&call->arena, d->row.base_text, now, d->row.text, &count);
	merge_text(&call->arena, pieces, count, MERGE_TAKE_OURS, &places);
	d->event.conflicts = (int)places;
	return given(call, d, err);
}

static struct origin origin_of(const struct decision *d)
{
	return (struct origin){.proposer = d->row.proposer,
		.on_behalf = d->row.on_behalf,
		.statement = d->row.statement,
		.document = d->row.document,
		.meeting = d->event.meeting,
		.at = d->event.at,
		.how = d->row.how};
}

static bool accept_words(struct call *call, struct decision *d, struct err *err)
{
	const struct origin origin = origin_of(d);
	const char *text = resolved(call, d, d->text.text, err);

	if (!text ||
		!texts_change(call, &d->text, text, &origin, d->row.id, &d->event.version, err))
		return false;
	str_addf(&call->reply, "a%d accepted: r%d is at version %d", d->row.number, d->text.number,
		d->event.version);
	return texts_negotiate(call, &d->text, err);
}

static bool accept_under(struct call *call, struct decision *d, struct err *err)
{
	const char *text = resolved(call, d, d->parent.text, err);
	struct amendment_row is;

	if (!text)
		return false;
	if (strcmp(text, d->parent.text) != 0 &&
		!store_amendment_edit(call->desk->store, d->parent.id, text, 0, d->parent.version,
			d->row.id, d->event.at, err))
		return false;
	if (!store_amendment(call->desk->store, d->parent.id, &call->arena, &is))
		return false;
	d->event.version = is.version;
	str_addf(&call->reply, "a%d accepted: a%d is at version %d", d->row.number, is.number,
		is.version);
	return true;
}

/* Did that text come of a new paragraph that was proposed behind the same text earlier? */
static bool came_before(const struct amendment_row *rows, size_t count, const struct decision *d,
	const struct recommendation_row *text)
{
	for (size_t i = 0; i < count; i++)
		if (rows[i].kind == AMENDMENT_PARAGRAPH && rows[i].number < d->row.number &&
			rows[i].made_number == text->number)
			return true;
	return false;
}

/* Its place among those of its set that are no alternatives: behind the text that it was
 * proposed to, and what was proposed there before it. */
static int place_behind(struct call *call, const struct decision *d)
{
	int64_t root = d->text.alternative_of ? d->text.alternative_of : d->text.id;
	size_t count, amendments;
	int place = 0;
	bool passed = false;
	const struct recommendation_row *rows =
		store_recommendations(call->desk->store, call->desk->session, &call->arena, &count);
	const struct amendment_row *proposed = store_amendments(
		call->desk->store, call->desk->session, d->text.id, &call->arena, &amendments);

	for (size_t i = 0; i < count; i++) {
		if (rows[i].in_set != d->text.in_set || rows[i].alternative_of)
			continue;
		if (passed && !came_before(proposed, amendments, d, &rows[i]))
			break;
		place++;
		passed |= rows[i].id == root;
	}
	return place + 1;
}

static bool accept_paragraph(struct call *call, struct decision *d, struct err *err)
{
	struct store *store = call->desk->store;
	const char *text = call_given(call, "text") ? given(call, d, err) : d->row.text;
	int place, number;
	int64_t made;
	struct version_source source = {.how = "amendment",
		.proposer = d->row.proposer,
		.on_behalf = d->row.on_behalf,
		.statement = d->row.statement,
		.amendment = d->row.id};
	struct recommendation_more more = {.on_behalf = d->row.on_behalf,
		.document = d->row.document,
		.by_chair = d->row.how == AMENDMENT_BY_CHAIR,
		.paragraph = d->row.paragraph};

	if (!text || !texts_need_words(text, err))
		return false;
	place = place_behind(call, d);
	made = store_recommendation_add(store, call->desk->session, d->text.in_set, d->text.item,
		d->row.proposer, text, d->event.at, &number, err);
	d->event.made = call->made = made;
	str_addf(&call->reply, "a%d accepted as r%d", d->row.number, number);
	return made && store_recommendation_move(store, made, place, err) &&
	       store_version_source_add(store, made, 0, &source, err) &&
	       store_recommendation_more_set(store, made, &more, err) &&
	       store_recommendation_set_state(store, made, RECOMMENDATION_NEGOTIATED, false, err);
}

/* The paragraph goes: it is withdrawn, and all else that was proposed to it lapses. */
static bool accept_deletion(struct call *call, struct decision *d, struct err *err)
{
	struct act act = {.subject = "recommendation",
		.recommendation = d->text.id,
		.item = d->text.item,
		.meeting = d->event.meeting,
		.outcome = "withdrawn",
		.reason = arena_printf(&call->arena, "deleted by a%d", d->row.number),
		.at = d->event.at};

	str_addf(&call->reply, "a%d accepted: r%d withdrawn", d->row.number, d->text.number);
	return decide(call, d, err) && texts_lapse(call, &d->text, err) &&
	       store_recommendation_set_state(call->desk->store, d->text.id,
		       RECOMMENDATION_WITHDRAWN, d->text.orally_amended, err) &&
	       store_act_add(call->desk->store, call->desk->session, &act, err);
}

/* Those that the new text has put in conflict with it, or next to what is new in it. */
static void say_conflicts(struct call *call, const struct decision *d)
{
	struct negotiation n;
	size_t said = 0, near = 0;

	if (!store_negotiation(
		    call->desk->store, call->desk->session, d->text.id, &call->arena, &n))
		return;
	for (size_t i = 0; i < n.count; i++)
		if (n.compared[i].places && n.amendments[i].parent == d->row.parent)
			str_addf(&call->reply, "%sa%d",
				said++ ? ", " : "; in conflict with it: ", n.amendments[i].number);
	for (size_t i = 0; i < n.count; i++)
		if (n.compared[i].near && !n.compared[i].places &&
			n.amendments[i].parent == d->row.parent)
			str_addf(&call->reply, "%sa%d",
				near++ ? ", " : "; next to it: ", n.amendments[i].number);
	if (n.half_bracket && !d->row.of_new_paragraph)
		str_add(&call->reply, "; a bracket of it has lost its other half");
}

static bool accept(struct call *call, struct decision *d, struct err *err)
{
	if (!is_as_it_was(call, d, err) || !ask_under(call, d, err))
		return false;
	if (d->row.kind == AMENDMENT_DELETION)
		return accept_deletion(call, d, err);
	if (!(d->row.parent                              ? accept_under(call, d, err)
		    : d->row.kind == AMENDMENT_PARAGRAPH ? accept_paragraph(call, d, err)
							 : accept_words(call, d, err)) ||
		!decide(call, d, err) || !lapse_under(call, d, err))
		return false;
	say_conflicts(call, d);
	return true;
}

/* --- the other decisions --- */

static bool put_aside(
	struct call *call, struct decision *d, enum amendment_state state, struct err *err)
{
	d->event.state = state;
	str_addf(&call->reply, "a%d %s", d->row.number, amendment_state_word(state));
	return decide(call, d, err) && lapse_under(call, d, err);
}

/* The vote by which it was decided is that of an act on the text. */
static bool record_vote(
	struct call *call, const struct decision *d, struct decided *decided, struct err *err)
{
	struct act act = {.subject = "recommendation",
		.recommendation = d->text.id,
		.item = d->text.item,
		.outcome = decided->vote.carried ? "accepted" : "not accepted"};

	if (!decided->voted)
		return true;
	decided->vote.amendment = d->row.id;
	decide_say(call, decided);
	if (!decide_record(call, decided, &act, err))
		return false;
	decide_say_quorum(call, decided);
	return true;
}

/* A vote that does not carry rejects it. */
bool amendment_accept(struct call *call, struct err *err)
{
	struct decided decided;
	struct decision d;

	if (!read_decision(call, AMENDMENT_ACCEPTED, &d, err) ||
		!decide_read(call, NULL, &decided, err) ||
		!(decide_lost(&decided) ? put_aside(call, &d, AMENDMENT_REJECTED, err)
					: accept(call, &d, err)))
		return false;
	return record_vote(call, &d, &decided, err);
}

bool amendment_reject(struct call *call, struct err *err)
{
	struct decided decided;
	struct decision d;

	if (!read_decision(call, AMENDMENT_REJECTED, &d, err) ||
		!decide_read(call, NULL, &decided, err))
		return false;
	if (decided.voted && decided.vote.carried)
		return err_set(err, ERR_USAGE,
			"the vote carried, so it is accepted: amendment accept a%d says so",
			d.row.number);
	d.event.reason = call_text(call, "reason");
	return put_aside(call, &d, AMENDMENT_REJECTED, err) && record_vote(call, &d, &decided, err);
}

bool amendment_withdraw(struct call *call, struct err *err)
{
	struct decision d;

	if (!read_decision(call, AMENDMENT_WITHDRAWN, &d, err))
		return false;
	d.event.reason = call_text(call, "reason");
	return put_aside(call, &d, AMENDMENT_WITHDRAWN, err);
}

/* The text before the version that came of it, which the merge takes it back to. */
static const char *text_before(struct call *call, const struct decision *d)
{
	size_t count;
	const struct history_row *rows =
		store_recommendation_history(call->desk->store, d->text.id, &call->arena, &count);
	const char *before = NULL;

	for (size_t i = 0; i < count; i++) {
		if (rows[i].version == d->row.made_version)
			return rows[i].amendment == d->row.number ? before : NULL;
		if (rows[i].version)
			before = rows[i].text;
	}
	return NULL;
}

/* What it has changed is taken out of the text again, and all else stays. */
static bool take_back(struct call *call, struct decision *d, struct err *err)
{
	const char *before = text_before(call, d), *text;
	const char *after = store_recommendation_text(
		call->desk->store, d->text.id, d->row.made_version, &call->arena);
	struct origin origin = texts_origin(call, AMENDMENT_ON_SCREEN);

	if (!before || !after) /* it had changed nothing */
		return true;
	text = merged_text(call, after, d->text.text, before,
		arena_printf(&call->arena, "the text before a%d", d->row.number),
		&d->event.conflicts, err);
	return text &&
	       texts_change(call, &d->text, text, &origin, d->row.id, &d->event.version, err);
}

static bool stands(struct call *call, int number)
{
	struct store *store = call->desk->store;
	struct recommendation_row row;
	int64_t id = store_recommendation_find(store, call->desk->session, number);

	return store_recommendation(store, id, &call->arena, &row) &&
	       row.state != RECOMMENDATION_WITHDRAWN;
}

bool amendment_reopen(struct call *call, struct err *err)
{
	struct decision d;

	if (!read_decision(call, AMENDMENT_PROPOSED, &d, err))
		return false;
	if (d.row.state == AMENDMENT_ACCEPTED && d.row.made_number &&
		stands(call, d.row.made_number))
		return err_set(err, ERR_USAGE, "r%d came of a%d: recommendation withdraw r%d",
			d.row.made_number, d.row.number, d.row.made_number);
	if (d.row.state == AMENDMENT_ACCEPTED && d.row.parent)
		return err_set(err, ERR_USAGE,
			"a%d is in the text of a%d: amendment edit a%d changes that", d.row.number,
			d.parent.number, d.parent.number);
	if (d.row.parent && !texts_need_proposed(&d.parent, err))
		return false;
	d.event.reason = call_text(call, "reason");
	str_addf(&call->reply, "a%d is proposed again", d.row.number);
	return (d.row.state != AMENDMENT_ACCEPTED || take_back(call, &d, err)) &&
	       decide(call, &d, err);
}
