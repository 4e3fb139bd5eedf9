/* SPDX-License-Identifier: MIT */
/* What the commands on texts that are negotiated share: who says something and how, new
 * versions, and what is still open when a text is decided. */
#include <string.h>

#include "model/alternative.h"
#include "model/marking.h"
#include "shown.h"
#include "store/negotiation.h"
#include "store/recommendation_more.h"
#include "store/version_source.h"
#include "texts.h"

enum { AMENDMENTS_NAMED = 6 }; /* of those that stand against a decision */

/* --- who and how --- */

static bool has(const struct call *call, const char *name)
{
	for (size_t i = 0; i < COMMAND_PARAMS && call->command->params[i].name; i++)
		if (strcmp(call->command->params[i].name, name) == 0)
			return true;
	return false;
}

static int64_t id_of(const struct call *call, const char *name)
{
	return has(call, name) ? call_id(call, name) : 0;
}

/* The statement that is being made, if that is where it was said. */
static bool says_now(
	struct call *call, const struct origin *origin, bool told, struct statement_row *row)
{
	if (!has(call, "by") || (told && origin->how != AMENDMENT_ORALLY))
		return false;
	return store_statement_running(call->desk->store, call->desk->session, &call->arena, row) &&
	       (!origin->proposer || origin->proposer == row->participant);
}

static void take_speaker(struct origin *origin, const struct statement_row *row)
{
	origin->statement = row->id;
	if (!origin->proposer) {
		origin->proposer = row->participant;
		if (!origin->on_behalf)
			origin->on_behalf = row->on_behalf;
	}
}

struct origin texts_origin(struct call *call, enum amendment_how otherwise)
{
	struct origin origin = {.proposer = id_of(call, "by"),
		.on_behalf = id_of(call, "for"),
		.document = id_of(call, "document"),
		.at = desk_now(call->desk),
		.how = otherwise};
	bool told = has(call, "how") && call_given(call, "how");
	struct statement_row row;
	int64_t statement = id_of(call, "statement");

	if (told)
		amendment_how_parse(call_text(call, "how"), &origin.how);
	else if (origin.document)
		origin.how = AMENDMENT_IN_WRITING;
	if (has(call, "paragraph"))
		origin.paragraph = call_text(call, "paragraph");
	if (statement ? store_statement(call->desk->store, statement, &call->arena, &row)
		      : says_now(call, &origin, told || origin.document, &row)) {
		take_speaker(&origin, &row);
		if (!told && !origin.document)
			origin.how = AMENDMENT_ORALLY;
	}
	origin.meeting = rows_meeting(call, origin.at);
	return origin;
}

void texts_say_origin(struct call *call, const struct origin *origin, struct str *out)
{
	struct statement_row row;

	if (origin->proposer)
		str_addf(out, " by %s", rows_name(call, origin->proposer));
	if (origin->on_behalf)
		str_addf(out, " for %s", rows_group(call, origin->on_behalf));
	str_addf(out, " (%s", amendment_how_label(origin->how));
	if (origin->statement &&
		store_statement(call->desk->store, origin->statement, &call->arena, &row))
		str_addf(out, ", s%d", row.number);
	str_addc(out, ')');
}

/* --- texts --- */

bool texts_read(struct call *call, struct recommendation_row *row, struct err *err)
{
	return store_recommendation(
		       call->desk->store, call_id(call, "recommendation"), &call->arena, row) ||
	       err_set(err, ERR_USAGE, "there is no such recommendation");
}

bool texts_need_words(const char *text, struct err *err)
{
	return text[strspn(text, " \t\n")] ||
	       err_set(err, ERR_USAGE,
		       "no word of the text would be left: recommendation withdraw takes it out "
		       "of the list, and amendment propose --whole proposes that");
}

bool texts_may_become(const struct recommendation_row *row, enum recommendation_state state,
	const char *outcome, struct err *err)
{
	if (row->state == state)
		return err_set(err, ERR_USAGE, "r%d is %s already", row->number,
			recommendation_label(state));
	return recommendation_may(row->state, state) ||
	       err_set(err, ERR_USAGE, "r%d is %s and cannot be %s now", row->number,
		       recommendation_label(row->state), outcome);
}

bool texts_need_open(const struct recommendation_row *row, struct err *err)
{
	return recommendation_open(row->state) ||
	       err_set(err, ERR_USAGE,
		       "r%d is %s: its text is locked; recommendation reopen r%d first",
		       row->number, recommendation_label(row->state), row->number);
}

bool texts_read_amendment(
	struct call *call, const char *name, struct amendment_row *row, struct err *err)
{
	return store_amendment(call->desk->store, call_id(call, name), &call->arena, row) ||
	       err_set(err, ERR_USAGE, "there is no such amendment");
}

bool texts_read_amendment_to(struct call *call, const char *name,
	const struct recommendation_row *text, struct amendment_row *row, struct err *err)
{
	*row = (struct amendment_row){0};
	if (!call_given(call, name))
		return true;
	if (!texts_read_amendment(call, name, row, err))
		return false;
	return row->recommendation == text->id ||
	       err_set(err, ERR_USAGE, "a%d is to r%d, not to r%d", row->number,
		       row->recommendation_number, text->number);
}

bool texts_need_proposed(const struct amendment_row *row, struct err *err)
{
	return row->state == AMENDMENT_PROPOSED ||
	       err_set(err, ERR_USAGE, "a%d is %s: amendment reopen a%d first", row->number,
		       amendment_state_word(row->state), row->number);
}

bool texts_read_of(struct call *call, const struct amendment_row *amendment,
	struct recommendation_row *text, struct err *err)
{
	return (store_recommendation(
			call->desk->store, amendment->recommendation, &call->arena, text) ||
		       err_set(err, ERR_USAGE, "there is no such recommendation")) &&
	       (amendment->of_new_paragraph || texts_need_open(text, err));
}

bool texts_need_version(struct call *call, const char *name, int64_t from, int version,
	const char *was, const char *now, struct err *err)
{
	if (!from || from == version)
		return true;
	if (!was)
		return err_set(err, ERR_USAGE, "%s has no version %lld", name, (long long)from);
	marking_add(was, now, &call->output);
	str_addc(&call->output, '\n');
	call->says_all = true;
	return err_set(err, ERR_TRY_AGAIN,
		"%s has been changed by somebody else meanwhile: it is at version %d, and this text "
		"began from version %lld",
		name, version, (long long)from);
}

bool texts_change(struct call *call, const struct recommendation_row *row, const char *text,
	const struct origin *origin, int64_t amendment, int *version, struct err *err)
{
	struct store *store = call->desk->store;
	struct recommendation_row is;
	struct version_source source = {
		.how = amendment ? "amendment" : amendment_how_word(origin->how),
		.proposer = origin->proposer,
		.on_behalf = origin->on_behalf,
		.statement = origin->statement,
		.amendment = amendment};

	*version = row->version;
	if (strcmp(text, row->text) == 0)
		return true;
	if (!texts_need_words(text, err) ||
		!store_recommendation_edit(store, row->id, text, row->version, origin->at, err) ||
		!store_version_source_add(store, row->id, 0, &source, err) ||
		!store_recommendation(store, row->id, &call->arena, &is))
		return false;
	*version = is.version;
	return true;
}

bool texts_negotiate(struct call *call, const struct recommendation_row *row, struct err *err)
{
	if (row->state != RECOMMENDATION_DRAFT && row->state != RECOMMENDATION_INTRODUCED)
		return true;
	return store_recommendation_set_state(
		call->desk->store, row->id, RECOMMENDATION_NEGOTIATED, row->orally_amended, err);
}

static void say_alternatives(struct call *call, int64_t adopted, size_t *said)
{
	int64_t root = store_recommendation_root(call->desk->store, adopted);
	size_t count;
	const struct recommendation_row *rows =
		store_recommendations(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++) {
		const struct recommendation_row *row = &rows[i];
		if (row->id == adopted || row->letter == 0 ||
			row->state == RECOMMENDATION_ADOPTED ||
			(row->alternative_of ? row->alternative_of : row->id) != root)
			continue;
		str_addf(&call->reply, "%sr%d ", (*said)++ ? ", " : "; still open: ", row->number);
		alternative_label(row->letter, row->alternative, false, &call->reply);
	}
}

static void say_paragraphs(struct call *call, int64_t recommendation, size_t *said)
{
	size_t count;
	const struct amendment_row *rows = store_amendments(
		call->desk->store, call->desk->session, recommendation, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].kind == AMENDMENT_PARAGRAPH && rows[i].state == AMENDMENT_PROPOSED)
			str_addf(&call->reply, "%sa%d, a new paragraph",
				(*said)++ ? ", " : "; still open: ", rows[i].number);
}

bool texts_lapse(struct call *call, const struct recommendation_row *row, struct err *err)
{
	struct amendment_event event = {.at = desk_now(call->desk)};
	struct recommendation_row is;
	size_t said = 0;
	int count;

	event.meeting = rows_meeting(call, event.at);
	if (!store_amendments_lapse(call->desk->store, row->id, 0, &event, &count, err))
		return false;
	if (count)
		str_addf(&call->reply, "; %d amendment%s to it lapsed", count,
			count == 1 ? "" : "s");
	if (store_recommendation(call->desk->store, row->id, &call->arena, &is) &&
		is.state == RECOMMENDATION_ADOPTED)
		say_alternatives(call, row->id, &said);
	say_paragraphs(call, row->id, &said);
	return true;
}

static void add_count(struct str *out, int count, const char *one, const char *several)
{
	if (count)
		str_addf(
			out, "%s%d %s", out->length ? ", " : "", count, count == 1 ? one : several);
}

/* "3 undecided amendments (a1, a2, a4; 2 in conflict)" */
static void add_amendments(struct str *out, const struct negotiation *n)
{
	int said = 0, conflicts = 0;

	add_count(out, n->open, "undecided amendment", "undecided amendments");
	for (size_t i = 0; i < n->count; i++) {
		if (n->amendments[i].state != AMENDMENT_PROPOSED ||
			n->amendments[i].of_new_paragraph)
			continue;
		conflicts += negotiation_in_conflict(&n->compared[i]);
		if (said++ < AMENDMENTS_NAMED)
			str_addf(out, "%sa%d", said == 1 ? " (" : ", ", n->amendments[i].number);
	}
	str_add(out, said > AMENDMENTS_NAMED ? " …" : "");
	if (conflicts && conflicts < n->open)
		str_addf(out, "; %d in conflict", conflicts);
	else if (conflicts)
		str_add(out, "; in conflict");
	str_add(out, said ? ")" : "");
}

bool texts_against(struct call *call, const struct recommendation_row *row, struct str *out)
{
	struct negotiation n;
	struct str open;

	if (!store_negotiation(call->desk->store, call->desk->session, row->id, &call->arena, &n))
		return false;
	str_init(&open);
	add_count(&open, n.brackets, "open bracket", "open brackets");
	add_count(&open, n.half_bracket, "bracket without its other half", "");
	add_amendments(&open, &n);
	add_count(&open, n.unsettled, "unsettled comment", "unsettled comments");
	bool any = open.length > 0;
	if (any)
		str_addf(out, "%sr%d has %s", out->length ? "; " : "", row->number, open.text);
	str_clear(&open);
	return any;
}

bool texts_not_once(
	struct call *call, const char *words, const char *where, size_t found, struct err *err)
{
	const char *shown = shown_text(&call->arena, words);

	return found == 0 ? err_set(err, ERR_USAGE, "“%s” does not stand in %s", shown, where)
			  : err_set(err, ERR_USAGE,
				    "“%s” stands %zu times in %s: say the words around it too",
				    shown, found, where);
}
