/* SPDX-License-Identifier: MIT */
/* Amendments proposed, changed and listed. One keeps its whole resulting text, however it
 * was said; what becomes of it is amendment_decide.c. */
#include <string.h>

#include "amendment_decide.h"
#include "decide.h"
#include "groups.h"
#include "model/alternative.h"
#include "model/negotiation.h"
#include "model/wording.h"
#include "store/negotiation.h"
#include "returned.h"
#include "texts.h"

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

	if (!texts_read_amendment_to(call, "to", &proposal->text, parent, err))
		return false;
	if (!parent->id)
		return true;
	if (!texts_need_proposed(parent, err))
		return false;
	if (parent->kind == AMENDMENT_DELETION)
		return err_set(err, ERR_USAGE,
			"a%d deletes the paragraph: it has no words to amend", parent->number);
	return true;
}

/* A new paragraph stands beside the text, whatever was decided on that. */
static bool need_open(struct call *call, const struct proposal *proposal, struct err *err)
{
	return call_given(call, "new") || proposal->parent.of_new_paragraph ||
	       texts_need_open(&proposal->text, err);
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
	if ((words && !by_words(call, proposal, err)) ||
		(!whole && !texts_need_words(proposal->new.text, err)))
		return false;
	return strcmp(proposal->new.text, proposal->base) != 0 ||
	       err_set(err, ERR_USAGE, "that changes nothing in %s", where(call, proposal));
}

static void say_proposed(
	struct call *call, const struct proposal *proposal, const struct origin *origin, int number)
{
	struct store *store = call->desk->store;
	struct amendment_row row;
	struct negotiation n;
	size_t which;

	str_addf(&call->reply, "a%d to %s%d proposed", number, proposal->parent.id ? "a" : "r",
		proposal->parent.id ? proposal->parent.number : proposal->text.number);
	texts_say_origin(call, origin, &call->reply);
	str_add(&call->reply, ": ");
	negotiation_say_amendment(
		proposal->new.kind, proposal->base, proposal->new.text, &call->reply);
	if (!store_amendment(store, call->made, &call->arena, &row) ||
		!store_negotiation_one(
			store, call->desk->session, &row, &call->arena, &n, &which) ||
		!negotiation_is_asked(&n.compared[which]))
		return;
	str_add(&call->reply, "; ");
	store_negotiation_say_others(&n, which,
		row.parent ? "the amendment as it is now" : "the text as it is now", &call->reply);
}

static bool amendment_propose(struct call *call, struct err *err)
{
	struct proposal proposal = {0};
	struct origin origin;
	int number;

	if (!texts_read(call, &proposal.text, err) || !read_parent(call, &proposal, err) ||
		!need_open(call, &proposal, err) || !read_base(call, &proposal, err) ||
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

	if (!texts_read_amendment(call, "amendment", &row, err) ||
		!texts_read_of(call, &row, &text, err) || !texts_need_proposed(&row, err))
		return false;
	if (row.kind == AMENDMENT_DELETION)
		return err_set(
			err, ERR_USAGE, "a%d deletes the paragraph: it has no text", row.number);
	if (!texts_need_words(call_text(call, "text"), err))
		return false;
	if (!texts_need_version(call, arena_printf(&call->arena, "a%d", row.number),
		    call_id(call, "version"), row.version,
		    store_amendment_text(
			    call->desk->store, row.id, (int)call_id(call, "version"), &call->arena),
		    row.text, err))
		return false;
	str_addf(&call->reply, "a%d changed: ", row.number);
	negotiation_say_amendment(row.kind, row.base_text, call_text(call, "text"), &call->reply);
	return store_amendment_edit(call->desk->store, row.id, call_text(call, "text"), 0,
		(int)call_id(call, "version"), 0, desk_now(call->desk), err);
}

/* --- the list --- */

static void say_head(struct call *call, const struct recommendation_row *text, bool more)
{
	str_addf(&call->output, "%sr%d%s", more ? "\n" : "", text->number, text->letter ? " " : "");
	alternative_label(text->letter, text->alternative, false, &call->output);
	str_addf(&call->output, ", %s, version %d\n", recommendation_label(text->state),
		text->version);
}

static void list_of(struct call *call, const struct recommendation_row *text, size_t *listed)
{
	struct negotiation n;
	bool open = call_given(call, "open"), conflicts = call_given(call, "conflicts");
	bool headed = false;

	if (!store_negotiation(call->desk->store, call->desk->session, text->id, &call->arena, &n))
		return;
	for (size_t i = 0; i < n.count; i++) {
		if ((open && n.amendments[i].state != AMENDMENT_PROPOSED) ||
			(conflicts && !negotiation_is_asked(&n.compared[i])))
			continue;
		if (!headed)
			say_head(call, text, *listed > 0);
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
		.keys = "p",
		.help = "Propose an amendment to a recommendation, or to an amendment",
		.form = true,
		.where = IN_TEXT,
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
				{"replace", ARG_LINE, .option = true, .of_text = true,
					.prompt = "Replace these words"},
				{"with", ARG_LINE, .option = true, .prompt = "By these"},
				{"insert", ARG_LINE, .option = true,
					.prompt = "Insert these words"},
				{"after", ARG_LINE, .option = true, .of_text = true,
					.prompt = "After these; else at the end"},
				{"delete", ARG_LINE, .option = true, .of_text = true,
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
				PARAM_VERSION,
			},
		.run = amendment_edit},
	{.name = "amendment accept",
		.keys = "y",
		.help = "Take an amendment into the text",
		.where = IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_AMENDMENT,
				{"text", ARG_TEXT, .option = true,
					.prompt = "The whole text, as it was resolved"},
				PARAM_VERSION,
				PARAM_BASE,
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Its words where others changed the same"},
				{"lapse", ARG_FLAG, .option = true,
					.prompt =
						"Also with what is proposed to it undecided, which lapses"},
				PARAMS_COUNT,
			},
		.run = amendment_accept},
	{.name = "amendment reject",
		.keys = "x",
		.help = "Record that an amendment was not accepted",
		.form = true,
		.where = IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_AMENDMENT, PARAM_WHY, PARAMS_COUNT},
		.run = amendment_reject},
	{.name = "amendment withdraw",
		.keys = "w",
		.help = "Record that an amendment was withdrawn",
		.form = true,
		.where = IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_AMENDMENT, PARAM_WHY},
		.run = amendment_withdraw},
	{.name = "amendment reopen",
		.keys = "O",
		.help = "Propose again what was decided, and take it out of the text",
		.where = IN_TEXT,
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
				PARAM_RECOMMENDATION_OR_ALL,
				{"open", ARG_FLAG, .option = true,
					.prompt = "Only those undecided"},
				{"conflicts", ARG_FLAG, .option = true,
					.prompt = "Only those in conflict, or next to another"},
			},
		.run = amendment_list},
	{0}};
