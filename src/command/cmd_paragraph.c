/* SPDX-License-Identifier: MIT */
/*
 * What the rapporteur does to a paragraph of the report. A paragraph that was edited is
 * theirs and never overwritten: when what it was made from changes it says so, and what is
 * generated now is taken over, put aside, or merged, each by its own command.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "groups.h"
#include "model/merge.h"
#include "model/sources.h"
#include "paragraphs.h"
#include "store/recommendation.h"
#include "texts.h"

/* --- editing --- */

/* Asks before a text is changed that was adopted. */
static bool may_change(struct call *call, const struct paragraph *paragraph, struct err *err)
{
	return !paragraph->row.adopted || call_given(call, "anyway") ||
	       call_ask(call, err, "anyway", "g%d was adopted. Change it all the same?",
		       paragraph->row.number);
}

/* Finds the paragraph, lets `run` change it, and lets go of the report. */
static bool with_paragraph(struct call *call,
	bool (*run)(struct call *call, struct paragraph *paragraph, struct err *err),
	struct err *err)
{
	struct paragraphs paragraphs;
	struct paragraph paragraph;

	paragraphs_init(&paragraphs, call);
	bool good = paragraphs_find(&paragraphs, call_text(call, "paragraph"), &paragraph, err) &&
		    may_change(call, &paragraph, err) && run(call, &paragraph, err);
	paragraphs_clear(&paragraphs);
	return good;
}

/* What was begun when nobody had touched it yet. */
static bool is_first(const struct call *call, const struct paragraph *paragraph, struct err *err)
{
	if (!call_given(call, "version") || call_id(call, "version") || paragraph->row.version <= 1)
		return true;
	return err_set(err, ERR_TRY_AGAIN, "g%d has been changed by somebody else meanwhile",
		paragraph->row.number);
}

static bool edit(struct call *call, struct paragraph *paragraph, struct err *err)
{
	bool floor = call_id(call, "by") != 0;
	struct paragraph_edit edit = {.how = floor ? PARAGRAPH_FLOOR : PARAGRAPH_EDIT,
		.text = call_text(call, "text"),
		.made = paragraph->generated,
		.version = (int)call_id(call, "version"),
		.proposer = call_id(call, "by"),
		.on_behalf = call_id(call, "for")};

	if (edit.made && call_given(call, "made"))
		edit.made = call_text(call, "made");
	if (!is_first(call, paragraph, err) || !paragraph_change(call, paragraph, &edit, err))
		return false;
	str_add(&call->reply, " is yours now");
	if (floor)
		str_addf(&call->reply, ", as proposed by %s", rows_name(call, edit.proposer));
	return true;
}

static bool paragraph_edit(struct call *call, struct err *err)
{
	return texts_need_words(call_text(call, "text"), err) && with_paragraph(call, edit, err);
}

static bool revert(struct call *call, struct paragraph *paragraph, struct err *err)
{
	struct paragraph_edit edit = {.how = PARAGRAPH_REVERTED};

	if (paragraph->row.id && !*paragraph->key.formula)
		return err_set(err, ERR_USAGE,
			"g%d was written by hand: paragraph drop g%d leaves it out",
			paragraph->row.number, paragraph->row.number);
	if (!paragraph->row.id || (!paragraph->row.text && !paragraph->row.dropped))
		return err_set(err, ERR_USAGE, "it is as it is generated already");
	if (!paragraph->generated)
		return err_set(err, ERR_USAGE,
			"g%d is generated from nothing: paragraph drop g%d leaves it out",
			paragraph->row.number, paragraph->row.number);
	if (!paragraph_change(call, paragraph, &edit, err))
		return false;
	str_add(&call->reply, " is as it is generated");
	return true;
}

static bool paragraph_revert(struct call *call, struct err *err)
{
	return with_paragraph(call, revert, err);
}

/* Of keep and merge: is there anything to decide? */
static bool need_changed(const struct paragraph *paragraph, struct err *err)
{
	if (paragraph->row.text && paragraph->row.made && paragraph->generated &&
		strcmp(paragraph->row.made, paragraph->generated) != 0)
		return true;
	return err_set(err, ERR_USAGE,
		paragraph->row.text ? "its sources have not changed since it was edited"
				    : "nobody has edited it: it follows its sources by itself");
}

static bool keep(struct call *call, struct paragraph *paragraph, struct err *err)
{
	struct paragraph_edit edit = {
		.how = PARAGRAPH_KEPT, .text = paragraph->row.text, .made = paragraph->generated};

	if (!need_changed(paragraph, err) || !paragraph_change(call, paragraph, &edit, err))
		return false;
	str_add(&call->reply, " stays as it was edited");
	return true;
}

static bool paragraph_keep(struct call *call, struct err *err)
{
	return with_paragraph(call, keep, err);
}

static bool merge(struct call *call, struct paragraph *paragraph, struct err *err)
{
	size_t count, conflicts;

	if (!need_changed(paragraph, err))
		return false;
	const struct merge_piece *pieces = merge_three(&call->arena, paragraph->row.made,
		paragraph->row.text, paragraph->generated, &count);
	struct paragraph_edit edit = {.how = PARAGRAPH_MERGED,
		.text = merge_text(&call->arena, pieces, count, MERGE_TAKE_OURS, &conflicts),
		.made = paragraph->generated};
	if (conflicts && !call_given(call, "anyway"))
		return call_ask(call, err, "anyway",
			"Both changed %zu place%s of g%d: take your words there?", conflicts,
			conflicts == 1 ? "" : "s", paragraph->row.number);
	if (!paragraph_change(call, paragraph, &edit, err))
		return false;
	str_add(&call->reply, " has both changes");
	if (conflicts)
		str_addf(&call->reply, ", and your words in %zu place%s that both changed",
			conflicts, conflicts == 1 ? "" : "s");
	return true;
}

static bool paragraph_merge(struct call *call, struct err *err)
{
	return with_paragraph(call, merge, err);
}

static bool drop(struct call *call, struct paragraph *paragraph, struct err *err)
{
	struct paragraph_edit edit = {.how = PARAGRAPH_DROPPED,
		.text = paragraph->row.text,
		.made = paragraph->row.made,
		.dropped = true};

	if (paragraph->row.dropped)
		return err_set(err, ERR_USAGE, "g%d is left out already", paragraph->row.number);
	if (!paragraph_change(call, paragraph, &edit, err))
		return false;
	str_add(&call->reply, " is left out of the report");
	str_addf(&call->aside, "; paragraph restore g%d brings it back", paragraph->row.number);
	return true;
}

static bool paragraph_drop(struct call *call, struct err *err)
{
	return with_paragraph(call, drop, err);
}

static bool restore(struct call *call, struct paragraph *paragraph, struct err *err)
{
	struct paragraph_edit edit = {
		.how = PARAGRAPH_EDIT, .text = paragraph->row.text, .made = paragraph->row.made};

	if (!paragraph->row.dropped)
		return err_set(err, ERR_USAGE, "it is in the report");
	if (!paragraph_change(call, paragraph, &edit, err))
		return false;
	str_add(&call->reply, " is in the report again");
	return true;
}

static bool paragraph_restore(struct call *call, struct err *err)
{
	return with_paragraph(call, restore, err);
}

/* --- writing one --- */

/* Behind a paragraph, which gets a number for it; else at the end of its heading where it
 * cannot be told apart. */
static bool place(struct call *call, struct paragraphs *paragraphs, struct paragraph *behind,
	struct paragraph_new *new, struct err *err)
{
	if (!paragraphs_find(paragraphs, call_text(call, "paragraph"), behind, err) ||
		!paragraph_need_row(call, behind, err))
		return false;
	new->heading = behind->heading;
	new->behind = behind->row.id;
	return true;
}

static bool add(struct call *call, struct paragraphs *paragraphs, struct err *err)
{
	struct paragraph_new new = {.session = call->desk->session, .key = {"", "", 0, ""}};
	struct paragraph written = {0}, behind;
	struct paragraph_edit edit = {.how = PARAGRAPH_EDIT,
		.text = call_text(call, "text"),
		.proposer = call_id(call, "by"),
		.on_behalf = call_id(call, "for")};
	int number;

	if (!place(call, paragraphs, &behind, &new, err))
		return false;
	if (edit.proposer)
		edit.how = PARAGRAPH_FLOOR;
	int64_t id = store_paragraph_add(call->desk->store, &new, &number, err);
	if (!id || !store_paragraph(call->desk->store, id, &call->arena, &written.row) ||
		!paragraph_change(call, &written, &edit, err))
		return false;
	if (behind.label)
		str_addf(&call->reply, " written behind paragraph %s", behind.label);
	else
		str_addf(&call->reply, " written behind g%d", behind.row.number);
	return true;
}

static bool paragraph_add(struct call *call, struct err *err)
{
	struct paragraphs paragraphs;

	if (!texts_need_words(call_text(call, "text"), err))
		return false;
	paragraphs_init(&paragraphs, call);
	bool good = add(call, &paragraphs, err);
	paragraphs_clear(&paragraphs);
	return good;
}

/* --- what it stands on --- */

/* The row of one source; false if there is none of that number. */
static bool find_source(struct call *call, char kind, int64_t number, int64_t ids[3])
{
	struct store *store = call->desk->store;
	int64_t session = call->desk->session;

	ids[0] = kind == 's' ? store_statement_find(store, session, (int)number) : 0;
	ids[1] = kind == 'p' ? store_point_find(store, session, (int)number) : 0;
	ids[2] = kind == 'r' ? store_recommendation_find(store, session, (int)number) : 0;
	return ids[0] || ids[1] || ids[2];
}

static bool cite_all(struct call *call, int64_t paragraph, const struct sources *sources, bool cite,
	struct err *err)
{
	int64_t ids[3];

	for (size_t i = 0; i < sources->count; i++) {
		const struct source_range *range = &sources->ranges[i];
		for (int64_t number = range->from; number <= range->to; number++) {
			if (!find_source(call, range->kind, number, ids))
				return err_set(err, ERR_USAGE,
					"there is no %c%lld: sources are statements s12, points p7 "
					"and recommendations r3",
					range->kind, (long long)number);
			if (!(cite ? store_paragraph_cite : store_paragraph_uncite)(
				    call->desk->store, paragraph, ids[0], ids[1], ids[2], err))
				return false;
		}
	}
	return true;
}

static bool cite(struct call *call, bool add, struct err *err)
{
	struct paragraphs paragraphs;
	struct paragraph paragraph;
	struct sources sources;

	sources_init(&sources);
	sources_parse(&sources, call_text(call, "sources"));
	paragraphs_init(&paragraphs, call);
	bool good = paragraphs_find(&paragraphs, call_text(call, "paragraph"), &paragraph, err);
	if (good && *paragraph.key.formula)
		good = err_set(err, ERR_USAGE, "it is generated, and knows its own sources");
	if (good && !sources.count)
		good = err_set(err, ERR_USAGE, "give numbers, as s12 p7");
	good = good && cite_all(call, paragraph.row.id, &sources, add, err);
	if (good)
		str_addf(&call->reply, "g%d stands on %s", paragraph.row.number,
			store_paragraph_sources(call->desk->store, paragraph.row.id, &call->arena));
	paragraphs_clear(&paragraphs);
	sources_clear(&sources);
	return good;
}

static bool paragraph_cite(struct call *call, struct err *err)
{
	return cite(call, true, err);
}

static bool paragraph_uncite(struct call *call, struct err *err)
{
	return cite(call, false, err);
}

#define PARAM_CHANGE_ADOPTED                                                              \
	{                                                                                 \
		"anyway", ARG_FLAG, .option = true, .prompt = "Also where it was adopted" \
	}

const struct command paragraph_commands[] = {
	{.name = "paragraph edit",
		.keys = "Enter",
		.help = "Change a paragraph of the report, which is yours from then on",
		.hint = "edit",
		.where = IN_REPORT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_PARAGRAPH,
				{"text", ARG_TEXT, .required = true, .prompt = "Text"},
				{"by", ARG_PARTICIPANT, .option = true,
					.prompt = "Proposed from the floor by; never printed"},
				PARAM_FOR,
				{"version", ARG_NUMBER, .option = true,
					.prompt =
						"Version that it began from; 0: nobody had touched it"},
				{"made", ARG_TEXT, .option = true,
					.prompt = "What was generated when it was begun"},
				PARAM_CHANGE_ADOPTED,
				PARAM_NEXT_PART,
				PARAM_OF_PART,
			},
		.run = paragraph_edit},
	{.name = "paragraph add",
		.keys = "o",
		.help = "Write a new paragraph behind another",
		.where = IN_REPORT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_PARAGRAPH,
				{"text", ARG_TEXT, .required = true, .prompt = "Text"},
				{"by", ARG_PARTICIPANT, .option = true,
					.prompt = "Proposed from the floor by; never printed"},
				PARAM_FOR,
				PARAM_NEXT_PART,
				PARAM_OF_PART,
			},
		.run = paragraph_add},
	{.name = "paragraph revert",
		.keys = "R",
		.help = "Give up an edited text: the paragraph is generated again",
		.where = IN_REPORT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_PARAGRAPH, PARAM_CHANGE_ADOPTED, PARAM_NEXT_PART, PARAM_OF_PART},
		.run = paragraph_revert},
	{.name = "paragraph keep",
		.keys = "K",
		.help = "Keep an edited text although its sources have changed",
		.where = IN_REPORT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_PARAGRAPH, PARAM_CHANGE_ADOPTED, PARAM_NEXT_PART, PARAM_OF_PART},
		.run = paragraph_keep},
	{.name = "paragraph merge",
		.keys = "M",
		.help = "Bring what has changed in the sources into an edited text",
		.where = IN_REPORT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_PARAGRAPH, PARAM_CHANGE_ADOPTED, PARAM_NEXT_PART, PARAM_OF_PART},
		.run = paragraph_merge},
	{.name = "paragraph drop",
		.keys = "x Delete",
		.help = "Leave a paragraph out of the report",
		.where = IN_REPORT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_PARAGRAPH, PARAM_CHANGE_ADOPTED, PARAM_NEXT_PART, PARAM_OF_PART},
		.run = paragraph_drop},
	{.name = "paragraph restore",
		.help = "Bring a paragraph back that was left out",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_PARAGRAPH, PARAM_CHANGE_ADOPTED, PARAM_NEXT_PART, PARAM_OF_PART},
		.run = paragraph_restore},
	{.name = "paragraph cite",
		.help = "Say what a written paragraph stands on",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_PARAGRAPH,
				{"sources", ARG_LINE, .required = true,
					.prompt = "Sources, as s12 p7 r3"},
			},
		.run = paragraph_cite},
	{.name = "paragraph uncite",
		.help = "Say what a written paragraph does not stand on",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_PARAGRAPH,
				{"sources", ARG_LINE, .required = true,
					.prompt = "Sources, as s12 p7 r3"},
			},
		.run = paragraph_uncite},
	{0}};
