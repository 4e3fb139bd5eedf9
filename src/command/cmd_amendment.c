/* SPDX-License-Identifier: MIT */
/*
 * Amendments from proposal to decision. One keeps its whole resulting text; taking it is
 * a three-way merge of the text that it was made on, the text as it is now and its own.
 * Where both changed the same words nothing is chosen here: it is asked, with the places.
 */
#include <string.h>

#include "groups.h"
#include "model/merge.h"
#include "model/negotiation.h"
#include "model/wording.h"
#include "shown.h"
#include "store/negotiation.h"
#include "store/recommendation_more.h"
#include "store/version_source.h"
#include "texts.h"

static bool read_amendment(
	struct call *call, const char *name, struct amendment_row *row, struct err *err)
{
	return store_amendment(call->desk->store, call_id(call, name), &call->arena, row) ||
	       err_set(err, ERR_USAGE, "there is no such amendment");
}

/* The text that an amendment is to, which must be open. */
static bool read_text(struct call *call, const struct amendment_row *amendment,
	struct recommendation_row *text, struct err *err)
{
	return (store_recommendation(
			call->desk->store, amendment->recommendation, &call->arena, text) ||
		       err_set(err, ERR_USAGE, "there is no such recommendation")) &&
	       texts_need_open(text, err);
}

/* --- proposing --- */

/* What is being proposed. */
struct proposal {
	struct amendment_new new;
	struct recommendation_row text;
	struct amendment_row parent; /* id 0: to the text itself */
	const char *base;            /* the text that it is made on */
};

static const char *where(struct call *call, const struct proposal *proposal)
{
	return proposal->parent.id
		       ? arena_printf(&call->arena, "a%d", proposal->parent.number)
		       : arena_printf(&call->arena, "the text of r%d", proposal->text.number);
}

static bool read_parent(struct call *call, struct proposal *proposal, struct err *err)
{
	struct amendment_row *parent = &proposal->parent;

	if (!call_given(call, "to"))
		return true;
	if (!read_amendment(call, "to", parent, err))
		return false;
	if (parent->recommendation != proposal->text.id)
		return err_set(err, ERR_USAGE, "a%d is to r%d, not to r%d", parent->number,
			parent->recommendation_number, proposal->text.number);
	if (parent->state != AMENDMENT_PROPOSED)
		return err_set(err, ERR_USAGE, "a%d is %s: amendment reopen a%d first",
			parent->number, amendment_state_word(parent->state), parent->number);
	if (parent->kind == AMENDMENT_DELETION)
		return err_set(err, ERR_USAGE,
			"a%d deletes the paragraph: it has no words to amend", parent->number);
	return true;
}

static bool read_base(struct call *call, struct proposal *proposal, struct err *err)
{
	struct store *store = call->desk->store;
	int version = (int)call_id(call, "base");

	proposal->new.base = version;
	proposal->base = proposal->parent.id ? proposal->parent.text : proposal->text.text;
	if (version)
		proposal->base = proposal->parent.id
					 ? store_amendment_text(store, proposal->parent.id, version,
						   &call->arena)
					 : store_recommendation_text(
						   store, proposal->text.id, version, &call->arena);
	return proposal->base ||
	       err_set(err, ERR_USAGE, "%s has no version %d", where(call, proposal), version);
}

/* One change of words to what `text` has, in its place. */
static bool change_words(struct call *call, const struct proposal *proposal, const char *option,
	struct str *text, struct err *err)
{
	const char *words = call_text(call, option), *looked_for = words;
	struct str out;
	size_t found = 0;
	bool good;

	if (!words)
		return true;
	str_init(&out);
	if (strcmp(option, "replace") == 0) {
		good = wording_replace(text->text, words, call_text(call, "with"), &out, &found);
	} else if (strcmp(option, "insert") == 0) {
		looked_for = call_text(call, "after");
		good = wording_insert(text->text, words, looked_for, &out, &found);
	} else {
		good = wording_delete(text->text, words, &out, &found);
	}
	if (good) {
		str_reset(text);
		str_add(text, out.text);
	} else {
		texts_not_once(call, looked_for, where(call, proposal), found, err);
	}
	str_clear(&out);
	return good;
}

static bool by_words(struct call *call, struct proposal *proposal, struct err *err)
{
	struct str text;
	bool good;

	if (call_given(call, "replace") != call_given(call, "with"))
		return err_set(err, ERR_USAGE, "--replace WORDS goes with --with WORDS");
	if (call_given(call, "after") && !call_given(call, "insert"))
		return err_set(err, ERR_USAGE, "--after WORDS goes with --insert WORDS");
	str_init(&text);
	str_add(&text, proposal->base);
	good = change_words(call, proposal, "replace", &text, err) &&
	       change_words(call, proposal, "insert", &text, err) &&
	       change_words(call, proposal, "delete", &text, err);
	proposal->new.text = arena_strdup(&call->arena, text.text);
	str_clear(&text);
	return good;
}

/* Its kind and its whole text, of one of the ways in which it can be said. */
static bool read_words(struct call *call, struct proposal *proposal, struct err *err)
{
	bool words = call_given(call, "replace") || call_given(call, "insert") ||
		     call_given(call, "delete");
	bool text = call_given(call, "text"), whole = call_given(call, "whole");

	if (words + text + whole != 1)
		return err_set(err, ERR_USAGE,
			"say one of: the whole text as it would read; --replace … --with …, "
			"--insert … --after …, --delete …; --whole to delete the paragraph");
	if (call_given(call, "new") && (!text || proposal->parent.id))
		return err_set(err, ERR_USAGE, "--new goes with the text of a new paragraph");
	if (whole && proposal->parent.id)
		return err_set(err, ERR_USAGE, "--whole is of a paragraph, not of an amendment");
	proposal->new.kind = whole                     ? AMENDMENT_DELETION
			     : call_given(call, "new") ? AMENDMENT_PARAGRAPH
						       : AMENDMENT_WORDS;
	proposal->new.text = whole ? "" : call_text(call, "text");
	if (words && !by_words(call, proposal, err))
		return false;
	return strcmp(proposal->new.text, proposal->base) != 0 ||
	       err_set(err, ERR_USAGE, "that changes nothing in %s", where(call, proposal));
}

static void say_proposed(
	struct call *call, const struct proposal *proposal, const struct origin *origin, int number)
{
	struct negotiation n;

	str_addf(&call->reply, "a%d to %s%d proposed", number, proposal->parent.id ? "a" : "r",
		proposal->parent.id ? proposal->parent.number : proposal->text.number);
	texts_say_origin(call, origin, &call->reply);
	str_add(&call->reply, ": ");
	negotiation_say_amendment(
		proposal->new.kind, proposal->base, proposal->new.text, &call->reply);
	if (!store_negotiation(
		    call->desk->store, call->desk->session, proposal->text.id, &call->arena, &n))
		return;
	for (size_t i = 0; i < n.count; i++) {
		if (n.amendments[i].id != call->made || !negotiation_in_conflict(&n.compared[i]))
			continue;
		str_add(&call->reply, "; in conflict with ");
		if (n.compared[i].places)
			str_add(&call->reply, "the text as it is now");
		for (size_t j = 0; j < n.compared[i].against_count; j++)
			str_addf(&call->reply, "%sa%d", j || n.compared[i].places ? ", " : "",
				n.amendments[n.compared[i].against[j]].number);
	}
}

static bool amendment_propose(struct call *call, struct err *err)
{
	struct proposal proposal = {0};
	struct origin origin;
	int number;

	if (!texts_read(call, &proposal.text, err) || !texts_need_open(&proposal.text, err) ||
		!read_parent(call, &proposal, err) || !read_base(call, &proposal, err) ||
		!read_words(call, &proposal, err))
		return false;
	origin = texts_origin(call, AMENDMENT_IN_WRITING);
	if (origin.on_behalf && !rows_need_groups(call, err))
		return false;
	proposal.new.session = call->desk->session;
	proposal.new.recommendation = proposal.text.id;
	proposal.new.parent = proposal.parent.id;
	proposal.new.how = origin.how;
	proposal.new.proposer = origin.proposer;
	proposal.new.on_behalf = origin.on_behalf;
	proposal.new.statement = origin.statement;
	proposal.new.document = origin.document;
	proposal.new.paragraph = origin.paragraph;
	proposal.new.meeting = origin.meeting;
	proposal.new.at = origin.at;
	proposal.new.reason = call_text(call, "reason");
	call->made = store_amendment_add(call->desk->store, &proposal.new, &number, err);
	if (!call->made)
		return false;
	say_proposed(call, &proposal, &origin, number);
	return true;
}

static bool amendment_edit(struct call *call, struct err *err)
{
	struct amendment_row row;
	struct recommendation_row text;

	if (!read_amendment(call, "amendment", &row, err) || !read_text(call, &row, &text, err))
		return false;
	if (row.state != AMENDMENT_PROPOSED)
		return err_set(err, ERR_USAGE, "a%d is %s: amendment reopen a%d first", row.number,
			amendment_state_word(row.state), row.number);
	if (row.kind == AMENDMENT_DELETION)
		return err_set(
			err, ERR_USAGE, "a%d deletes the paragraph: it has no text", row.number);
	str_addf(&call->reply, "a%d changed: ", row.number);
	negotiation_say_amendment(row.kind, row.base_text, call_text(call, "text"), &call->reply);
	return store_amendment_edit(call->desk->store, row.id, call_text(call, "text"), 0,
		(int)call_id(call, "version"), 0, desk_now(call->desk), err);
}

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
	if (!read_amendment(call, "amendment", &d->row, err))
		return false;
	if (!amendment_may(d->row.state, to))
		return d->row.state == to
			       ? err_set(err, ERR_USAGE, "a%d is %s already", d->row.number,
					 amendment_state_word(to))
			       : err_set(err, ERR_USAGE, "a%d is %s: amendment reopen a%d first",
					 d->row.number, amendment_state_word(d->row.state),
					 d->row.number);
	d->event.meeting = rows_meeting(call, d->event.at);
	return read_text(call, &d->row, &d->text, err) &&
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

/* Words of a place, to be quoted. */
static const char *quoted(struct call *call, const char *words)
{
	size_t from = strspn(words, " \n"), length = strlen(words);

	while (length > from && strchr(" \n", words[length - 1]))
		length--;
	return arena_printf(&call->arena, "“%s”",
		shown_text(&call->arena, arena_strndup(&call->arena, words + from, length - from)));
}

/* A line for each place that both have changed. */
static void list_places(
	struct call *call, const struct merge_piece *pieces, size_t count, const char *theirs)
{
	for (size_t i = 0; i < count; i++)
		if (pieces[i].kind == MERGE_CONFLICT)
			str_addf(&call->output, "%s: now %s, %s %s\n", quoted(call, pieces[i].base),
				quoted(call, pieces[i].ours), theirs,
				quoted(call, pieces[i].theirs));
}

static const char *first_place(
	struct call *call, const struct merge_piece *pieces, size_t count, const char *theirs)
{
	for (size_t i = 0; i < count; i++)
		if (pieces[i].kind == MERGE_CONFLICT)
			return arena_printf(&call->arena, "%s reads %s now, and %s in %s",
				quoted(call, pieces[i].base), quoted(call, pieces[i].ours),
				quoted(call, pieces[i].theirs), theirs);
	return "";
}

/* The whole text that comes of a merge; asks where both changed the same words. NULL with
 * err. *conflicts gets how many places there are. */
static const char *merged(struct call *call, const char *base, const char *now, const char *text,
	const char *name, int *conflicts, struct err *err)
{
	struct arena *arena = &call->arena;
	size_t count, places;
	const struct merge_piece *pieces = merge_three(arena, base, now, text, &count);
	const char *result = merge_text(arena, pieces, count, MERGE_TAKE_THEIRS, &places);

	*conflicts = (int)places;
	if (places == 0 || call_given(call, "anyway"))
		return result;
	list_places(call, pieces, count, name);
	call_ask(call, err, "anyway",
		"What %s changes has been changed meanwhile, in %zu place%s: %s%s. Take the words "
		"of %s there?",
		name, places, places == 1 ? "" : "s", first_place(call, pieces, count, name),
		places == 1 ? "" : ", and others", name);
	return NULL;
}

/* As it was resolved, or else merged. */
static const char *resolved(struct call *call, struct decision *d, const char *now, struct err *err)
{
	const char *name = arena_printf(&call->arena, "a%d", d->row.number), *text;

	if (!call_given(call, "text"))
		return merged(
			call, d->row.base_text, now, d->row.text, name, &d->event.conflicts, err);
	size_t count, places;
	const struct merge_piece *pieces =
		merge_three(&call->arena, d->row.base_text, now, d->row.text, &count);
	text = call_text(call, "text");
	merge_text(&call->arena, pieces, count, MERGE_TAKE_OURS, &places);
	d->event.conflicts = (int)places;
	return text;
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

/* Its place among those of its set that are no alternatives. */
static int place_of(struct call *call, const struct recommendation_row *text)
{
	int64_t root = text->alternative_of ? text->alternative_of : text->id;
	size_t count;
	int place = 0;
	const struct recommendation_row *rows =
		store_recommendations(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (rows[i].in_set != text->in_set || rows[i].alternative_of)
			continue;
		place++;
		if (rows[i].id == root)
			return place;
	}
	return place;
}

static bool accept_paragraph(struct call *call, struct decision *d, struct err *err)
{
	struct store *store = call->desk->store;
	const char *text = call_given(call, "text") ? call_text(call, "text") : d->row.text;
	int place = place_of(call, &d->text) + 1, number;
	int64_t made = store_recommendation_add(store, call->desk->session, d->text.in_set,
		d->text.item, d->row.proposer, text, d->event.at, &number, err);
	struct version_source source = {.how = "amendment",
		.proposer = d->row.proposer,
		.on_behalf = d->row.on_behalf,
		.statement = d->row.statement,
		.amendment = d->row.id};
	struct recommendation_more more = {.on_behalf = d->row.on_behalf,
		.document = d->row.document,
		.by_chair = d->row.how == AMENDMENT_BY_CHAIR,
		.paragraph = d->row.paragraph};

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

/* Those that the new text has put in conflict with it. */
static void say_conflicts(struct call *call, const struct decision *d)
{
	struct negotiation n;
	size_t said = 0;

	if (!store_negotiation(
		    call->desk->store, call->desk->session, d->text.id, &call->arena, &n))
		return;
	for (size_t i = 0; i < n.count; i++)
		if (n.compared[i].places && n.amendments[i].parent == d->row.parent)
			str_addf(&call->reply, "%sa%d",
				said++ ? ", " : "; now in conflict with it: ",
				n.amendments[i].number);
}

static bool amendment_accept(struct call *call, struct err *err)
{
	struct decision d;

	if (!read_decision(call, AMENDMENT_ACCEPTED, &d, err))
		return false;
	if (d.row.kind == AMENDMENT_DELETION)
		return accept_deletion(call, &d, err);
	if (!(d.row.parent                              ? accept_under(call, &d, err)
		    : d.row.kind == AMENDMENT_PARAGRAPH ? accept_paragraph(call, &d, err)
							: accept_words(call, &d, err)) ||
		!decide(call, &d, err) || !lapse_under(call, &d, err))
		return false;
	say_conflicts(call, &d);
	return true;
}

/* --- the other decisions --- */

static bool put_aside(
	struct call *call, enum amendment_state state, const char *word, struct err *err)
{
	struct decision d;

	if (!read_decision(call, state, &d, err))
		return false;
	d.event.reason = call_text(call, "reason");
	str_addf(&call->reply, "a%d %s", d.row.number, word);
	return decide(call, &d, err) && lapse_under(call, &d, err);
}

static bool amendment_reject(struct call *call, struct err *err)
{
	return put_aside(call, AMENDMENT_REJECTED, "rejected", err);
}

static bool amendment_withdraw(struct call *call, struct err *err)
{
	return put_aside(call, AMENDMENT_WITHDRAWN, "withdrawn", err);
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
	text = merged(call, after, d->text.text, before,
		arena_printf(&call->arena, "the text before a%d", d->row.number),
		&d->event.conflicts, err);
	return text &&
	       texts_change(call, &d->text, text, &origin, d->row.id, &d->event.version, err);
}

static bool amendment_reopen(struct call *call, struct err *err)
{
	struct decision d;

	if (!read_decision(call, AMENDMENT_PROPOSED, &d, err))
		return false;
	if (d.row.state == AMENDMENT_ACCEPTED && d.row.made_number)
		return err_set(err, ERR_USAGE, "r%d came of a%d: recommendation withdraw r%d",
			d.row.made_number, d.row.number, d.row.made_number);
	if (d.row.state == AMENDMENT_ACCEPTED && d.row.parent)
		return err_set(err, ERR_USAGE,
			"a%d is in the text of a%d: amendment edit a%d changes that", d.row.number,
			d.parent.number, d.parent.number);
	if (d.row.parent && d.parent.state != AMENDMENT_PROPOSED)
		return err_set(err, ERR_USAGE, "a%d is %s: amendment reopen a%d first",
			d.parent.number, amendment_state_word(d.parent.state), d.parent.number);
	d.event.reason = call_text(call, "reason");
	str_addf(&call->reply, "a%d is proposed again", d.row.number);
	return (d.row.state != AMENDMENT_ACCEPTED || take_back(call, &d, err)) &&
	       decide(call, &d, err);
}

/* --- the list --- */

static void list_of(struct call *call, const struct recommendation_row *text, size_t *listed)
{
	struct negotiation n;
	bool open = call_given(call, "open"), conflicts = call_given(call, "conflicts");
	bool headed = false;

	if (!store_negotiation(call->desk->store, call->desk->session, text->id, &call->arena, &n))
		return;
	for (size_t i = 0; i < n.count; i++) {
		if ((open && n.amendments[i].state != AMENDMENT_PROPOSED) ||
			(conflicts && !negotiation_in_conflict(&n.compared[i])))
			continue;
		if (!headed)
			str_addf(&call->output, "%sr%d (%s), version %d\n", *listed ? "\n" : "",
				text->number, recommendation_label(text->state), text->version);
		headed = true;
		++*listed;
		str_add(&call->output, n.amendments[i].parent ? "    " : "  ");
		store_negotiation_say(&n, i, &call->output);
		str_addc(&call->output, '\n');
	}
}

static bool amendment_list(struct call *call, struct err *err)
{
	size_t count, listed = 0;
	const struct recommendation_row *rows =
		store_recommendations(call->desk->store, call->desk->session, &call->arena, &count);
	int64_t only = call_id(call, "recommendation");

	for (size_t i = 0; i < count; i++)
		if (!only || rows[i].id == only)
			list_of(call, &rows[i], &listed);
	if (!listed)
		str_addf(&call->reply, "no amendment%s",
			call_given(call, "conflicts") ? " is in conflict"
			: call_given(call, "open")    ? " is open"
						      : "");
	return store_reads_good(call->desk->store, err);
}

const struct command amendment_commands[] = {
	{.name = "amendment propose",
		.help = "Propose an amendment to a recommendation, or to an amendment",
		.form = true,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_RECOMMENDATION,
				{"text", ARG_TEXT, .prompt = "The whole text as it would read"},
				{"to", ARG_AMENDMENT, .option = true,
					.prompt = "To which amendment, as a9"},
				PARAM_BY,
				PARAM_FOR,
				PARAM_HOW,
				{"replace", ARG_LINE, .option = true,
					.prompt = "Replace these words"},
				{"with", ARG_LINE, .option = true, .prompt = "By these"},
				{"insert", ARG_LINE, .option = true,
					.prompt = "Insert these words"},
				{"after", ARG_LINE, .option = true,
					.prompt = "After these; else at the end"},
				{"delete", ARG_LINE, .option = true,
					.prompt = "Delete these words"},
				{"new", ARG_FLAG, .option = true,
					.prompt = "A new paragraph behind it"},
				{"whole", ARG_FLAG, .option = true,
					.prompt = "Delete the whole paragraph"},
				{"base", ARG_NUMBER, .option = true,
					.prompt = "Version that it was made on"},
				PARAM_STATEMENT_IN,
				PARAM_DOCUMENT_IN,
				PARAM_PARAGRAPH_IN,
				PARAM_WHY,
			},
		.run = amendment_propose},
	{.name = "amendment edit",
		.help = "Change the text of an amendment",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_AMENDMENT,
				{"text", ARG_TEXT, .required = true,
					.prompt = "The whole text as it would read"},
				{"version", ARG_NUMBER, .option = true,
					.prompt = "Version that it began from"},
			},
		.run = amendment_edit},
	{.name = "amendment accept",
		.help = "Take an amendment into the text",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_AMENDMENT,
				{"text", ARG_TEXT, .option = true,
					.prompt = "The whole text, as it was resolved"},
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Its words where others changed the same"},
			},
		.run = amendment_accept},
	{.name = "amendment reject",
		.help = "Record that an amendment was not accepted",
		.form = true,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_AMENDMENT, PARAM_WHY},
		.run = amendment_reject},
	{.name = "amendment withdraw",
		.help = "Record that an amendment was withdrawn",
		.form = true,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_AMENDMENT, PARAM_WHY},
		.run = amendment_withdraw},
	{.name = "amendment reopen",
		.help = "Propose again what was decided, and take it out of the text",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_AMENDMENT,
				PARAM_WHY,
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also where others changed the same words since"},
			},
		.run = amendment_reopen},
	{.name = "amendment list",
		.help = "List amendments, what each changes and what became of it",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.params =
			{
				{"recommendation", ARG_RECOMMENDATION, .context = true,
					.prompt = "Recommendation; without one all"},
				{"open", ARG_FLAG, .option = true,
					.prompt = "Only those undecided"},
				{"conflicts", ARG_FLAG, .option = true,
					.prompt = "Only those in conflict"},
			},
		.run = amendment_list},
	{0}};
