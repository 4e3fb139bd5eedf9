/* SPDX-License-Identifier: MIT */
/* Paragraphs of the report looked at, and adopted: one, several, or all of a part. */
#include <string.h>

#include "groups.h"
#include "paragraphs.h"
#include "shown.h"
#include "store/part.h"

/* --- looking --- */

static const char *state_of(const struct paragraph *paragraph)
{
	return paragraph->row.dropped         ? "left out"
	       : !paragraph->row.id           ? "generated"
	       : !*paragraph->row.key.formula ? "written"
	       : paragraph->row.text          ? "yours"
					      : "generated";
}

static void put_head(struct call *call, const struct paragraph *paragraph)
{
	struct str *out = &call->output;
	const char *label = paragraph->label;

	if (label)
		str_addf(out, "paragraph %s", label);
	if (paragraph->row.id)
		str_addf(out, "%sg%d", label ? ", " : "", paragraph->row.number);
	str_addf(out, ", %s", state_of(paragraph));
	if (paragraph->row.version > 1)
		str_addf(out, ", version %d", paragraph->row.version);
	if (paragraph->row.adopted)
		str_add(out, ", adopted");
	if (paragraph->node && paragraph->node->sources && *paragraph->node->sources)
		str_addf(out, ", from %s", paragraph->node->sources);
	str_addf(out, "\n%s\n", paragraph->text ? paragraph->text : "");
}

static void put_changes(struct call *call, const struct paragraph *paragraph)
{
	const struct paragraph_row *row = &paragraph->row;

	if (!row->text || !*row->key.formula)
		return;
	if (!paragraph->generated) {
		str_add(&call->output, "\nNothing stands behind it any more.\n");
		return;
	}
	if (row->made && strcmp(row->made, paragraph->generated) != 0) {
		str_add(&call->output, "\nIts sources have changed since:\n");
		paragraphs_difference(call, row->made, paragraph->generated);
		str_addf(&call->output,
			"paragraph merge g%d, paragraph keep g%d, or paragraph revert g%d\n",
			row->number, row->number, row->number);
	}
	str_add(&call->output, "\nYours, against what is generated:\n");
	paragraphs_difference(call, paragraph->generated, row->text);
}

static void put_versions(struct call *call, const struct paragraph *paragraph)
{
	size_t count;
	const struct paragraph_version *versions = store_paragraph_versions(
		call->desk->store, paragraph->row.id, &call->arena, &count);

	if (count > 0)
		str_add(&call->output, "\nVersions:\n");
	for (size_t i = 0; i < count; i++) {
		str_addf(&call->output, "%d %s by %s", versions[i].version, versions[i].how,
			versions[i].person);
		if (versions[i].proposer)
			str_addf(&call->output, ", proposed by %s", versions[i].proposer);
		if (versions[i].text)
			str_addf(&call->output, ": %s", versions[i].text);
		str_addc(&call->output, '\n');
	}
}

static void put_proposals(struct call *call, const struct paragraph *paragraph)
{
	size_t count;
	const struct paragraph_proposal *rows = store_paragraph_proposals(
		call->desk->store, call->desk->session, paragraph->row.id, &call->arena, &count);

	for (size_t i = 0; paragraph->row.id && i < count; i++) {
		if (*rows[i].text)
			str_addf(&call->output, "\nAn edit by %s came back:\n", rows[i].person);
		else
			str_add(&call->output, "\nLeft out on the rapporteur's machine:\n");
		paragraphs_difference(call, paragraph->text ? paragraph->text : "", rows[i].text);
	}
}

static bool paragraph_show(struct call *call, struct err *err)
{
	struct paragraphs paragraphs;
	struct paragraph paragraph;

	paragraphs_init(&paragraphs, call);
	bool good = paragraphs_find(&paragraphs, call_text(call, "paragraph"), &paragraph, err);
	if (good) {
		put_head(call, &paragraph);
		put_changes(call, &paragraph);
		put_versions(call, &paragraph);
		put_proposals(call, &paragraph);
	}
	paragraphs_clear(&paragraphs);
	return good && store_reads_good(call->desk->store, err);
}

static void list_touch(struct call *call, const struct report_touch *touch)
{
	struct str *out = &call->output;

	str_addf(out, "g%d\t%s\t%s", touch->number,
		touch->node && touch->node->label ? touch->node->label : "",
		touch->dropped     ? "left out"
		: touch->corrected ? "corrected"
		: touch->written   ? "written"
		: touch->gone      ? "source gone"
		: touch->changed   ? "source changed"
		: touch->text      ? "yours"
				   : "generated");
	str_addf(out, "\t%s%s\t%s\n", touch->adopted ? "adopted" : "",
		touch->proposals ? " edit came back" : "",
		touch->text        ? touch->text
		: touch->generated ? touch->generated
				   : "");
}

static bool paragraph_list(struct call *call, struct err *err)
{
	struct paragraphs paragraphs;
	size_t count;

	paragraphs_init(&paragraphs, call);
	const struct report_touch *touches = report_touches(paragraphs.report, &count);
	for (size_t i = 0; i < count; i++)
		list_touch(call, &touches[i]);
	if (!count)
		str_add(&call->reply, "nobody has touched a paragraph: the report is generated");
	paragraphs_clear(&paragraphs);
	return store_reads_good(call->desk->store, err);
}

/* --- adopting --- */

static bool adopt_one(struct call *call, struct paragraph *paragraph, bool adopted, struct err *err)
{
	struct paragraph_act act = {.session = call->desk->session,
		.part = paragraph->part,
		.label = paragraph->label,
		.adopted = adopted,
		.orally_amended = adopted && call_given(call, "orally-amended"),
		.text = paragraph->text,
		.at = desk_now(call->desk)};

	if (paragraph->row.id && paragraph->row.adopted == adopted)
		return err_set(err, ERR_USAGE, "g%d is %s already", paragraph->row.number,
			adopted ? "adopted" : "open");
	if (!paragraph->row.id && !adopted)
		return err_set(err, ERR_USAGE, "paragraph %s is not adopted", act.label);
	if (!paragraph_need_row(call, paragraph, err))
		return false;
	act.paragraph = paragraph->row.id;
	act.meeting = rows_meeting(call, act.at);
	return store_paragraph_act(call->desk->store, &act, err);
}

static void say_decided(struct call *call, const struct paragraph *paragraph, bool adopted)
{
	str_addf(&call->reply, "g%d", paragraph->row.number);
	if (paragraph->label)
		str_addf(&call->reply, " (paragraph %s)", paragraph->label);
	str_add(&call->reply, adopted ? " adopted" : " open again");
}

static bool decide(struct call *call, bool adopted, struct err *err)
{
	struct paragraphs paragraphs;
	size_t count;

	paragraphs_init(&paragraphs, call);
	struct paragraph *list =
		paragraphs_list(&paragraphs, call_text(call, "paragraphs"), &count, err);
	bool good = count > 0 && list;
	for (size_t i = 0; good && i < count; i++)
		good = adopt_one(call, &list[i], adopted, err);
	if (good && count == 1)
		say_decided(call, &list[0], adopted);
	else if (good)
		str_addf(&call->reply, "%zu paragraphs %s", count,
			adopted ? "adopted" : "open again");
	if (good && call_given(call, "orally-amended"))
		str_add(&call->reply, " as orally amended");
	paragraphs_clear(&paragraphs);
	return good;
}

static bool paragraph_adopt(struct call *call, struct err *err)
{
	return decide(call, true, err);
}

static bool paragraph_reopen(struct call *call, struct err *err)
{
	return decide(call, false, err);
}

#define PARAM_PARAGRAPHS                                                                         \
	{                                                                                        \
		"paragraphs", ARG_LINE, .required = true, .prompt = "Paragraphs, as 1-4, 7, g41" \
	}

const struct command paragraph_show_commands[] = {
	{.name = "paragraph show",
		.help = "Show a paragraph: its sources, versions, and what has changed behind it",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.params = {PARAM_PARAGRAPH, PARAM_NEXT_PART, PARAM_OF_PART},
		.run = paragraph_show},
	{.name = "paragraph list",
		.help = "List the paragraphs of the report that somebody has touched",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.params = {PARAM_NEXT_PART},
		.run = paragraph_list},
	{.name = "paragraph adopt",
		.keys = "y",
		.help = "Record that paragraphs of the draft report are adopted",
		.form = true,
		.where = IN_REPORT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_PARAGRAPHS,
				{"orally-amended", ARG_FLAG, .option = true,
					.prompt = "As orally amended"},
				PARAM_NEXT_PART,
				PARAM_OF_PART,
			},
		.run = paragraph_adopt},
	{.name = "paragraph reopen",
		.help = "Open paragraphs again that were adopted",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_PARAGRAPHS, PARAM_NEXT_PART, PARAM_OF_PART},
		.run = paragraph_reopen},
	{0}};
