/* SPDX-License-Identifier: MIT */
/* Whose a recommendation is, where it was not known when it was proposed: the text and its
 * versions stay as they are, and so this may be said of one that is locked too. */
#include "groups.h"
#include "store/recommendation_more.h"
#include "store/sponsor.h"
#include "store/version_source.h"
#include "texts.h"

/* What was not said stays; who is named is not the Chair, unless that is said too. */
static void read_source(struct call *call, struct recommendation_row *row,
	struct recommendation_more *more, const char **how)
{
	enum amendment_how said = AMENDMENT_IN_WRITING;
	bool told = call_given(call, "how") && amendment_how_parse(call_text(call, "how"), &said);

	*how = told ? amendment_how_word(said) : more->by_chair ? "writing" : NULL;
	if (told || call_given(call, "name"))
		more->by_chair = told && said == AMENDMENT_BY_CHAIR;
	if (call_given(call, "name") || more->by_chair)
		row->proposer = call_id(call, "name");
	if (call_given(call, "for"))
		more->on_behalf = call_id(call, "for");
	if (call_given(call, "document"))
		more->document = call_id(call, "document");
	if (call_given(call, "paragraph"))
		more->paragraph = call_text(call, "paragraph");
}

static void say(struct call *call, const struct recommendation_row *row,
	const struct recommendation_more *more)
{
	if (!row->proposer && !more->on_behalf && !more->by_chair) {
		str_addf(&call->reply, "r%d: who proposed it is not known", row->number);
		return;
	}
	str_addf(&call->reply, "r%d proposed by %s", row->number,
		row->proposer    ? rows_name(call, row->proposer)
		: more->by_chair ? "the Chair"
				 : "somebody");
	if (more->on_behalf)
		str_addf(&call->reply, " for %s", rows_group(call, more->on_behalf));
}

/* Who proposes it is no co-sponsor beside that. */
static bool leave_sponsors(struct call *call, const struct recommendation_row *row, struct err *err)
{
	struct store *store = call->desk->store;

	if (!row->proposer || !store_sponsor_is(store, row->id, 0, row->proposer))
		return true;
	str_add(&call->reply, ", no longer among its sponsors");
	return store_sponsor_remove(store, row->id, 0, row->proposer, err);
}

static bool recommendation_proposer(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	struct recommendation_more more;
	struct recommendation_row row;
	const char *how;

	if (!texts_read(call, &row, err))
		return false;
	if (!call_given(call, "name") && !call_given(call, "for") && !call_given(call, "how") &&
		!call_given(call, "document") && !call_given(call, "paragraph"))
		return err_set(err, ERR_USAGE,
			"say who proposed it, with '' that it is not known, for whom (--for), how "
			"(--how chair: the Chair) or in which paper (--document)");
	store_recommendation_more(store, row.id, &call->arena, &more);
	read_source(call, &row, &more, &how);
	if (call_given(call, "for") && more.on_behalf && !rows_need_groups(call, err))
		return false;
	say(call, &row, &more);
	return store_recommendation_set_proposer(store, row.id, row.proposer, err) &&
	       store_recommendation_more_set(store, row.id, &more, err) &&
	       store_version_source_first(store, row.id, row.proposer, more.on_behalf, how, err) &&
	       leave_sponsors(call, &row, err);
}

const struct command proposer_commands[] = {
	{.name = "recommendation proposer",
		.keys = "W",
		.help = "Say who proposed a recommendation, for whom, how and in which paper",
		.form = true,
		.where = IN_RECOMMENDATIONS | IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_RECOMMENDATION,
				{"name", ARG_PARTICIPANT, .empties = true,
					.prompt = "Proposed by; empty: not known"},
				{"for", ARG_PARTICIPANT, .option = true, .empties = true,
					.prompt = "On behalf of"},
				PARAM_HOW,
				PARAM_DOCUMENT_IN,
				PARAM_PARAGRAPH_IN,
			},
		.run = recommendation_proposer},
	{0}};
