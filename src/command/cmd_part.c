/* SPDX-License-Identifier: MIT */
/*
 * Parts of the draft report: one is cut from what is new since the last, kept as it was
 * printed, and prints again like that, whatever happens to what it was made from.
 */
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "command/part.h"
#include "groups.h"
#include "paragraphs.h"
#include "rows.h"
#include "sitting.h"
#include "model/phrase.h"
#include "model/symbol.h"
#include "report/report.h"
#include "store/document.h"
#include "store/part.h"

#define PARAM_PART                                                                      \
	{                                                                               \
		"part", ARG_WORD, .required = true,                                     \
				  .prompt = "Part, by its symbol, its end or its place" \
	}

/* --- issuing --- */

/* Of each of the bodies that meet jointly. */
static void add_addendum(const char *first, size_t number, struct str *out)
{
	const char *rest = first, *one;
	size_t length;

	while ((one = symbol_next(&rest, &length)))
		str_addf(out, "%s%.*s/Add.%zu", out->length ? "-" : "", (int)length, one, number);
}

/* The one that follows the last: L.1, L.1/Add.1, L.1/Add.2 (conventions 1.2). */
const char *part_next_symbol(struct desk *desk, struct arena *arena)
{
	size_t count;
	const struct part_row *parts = store_parts(desk->store, desk->session, arena, &count);
	struct str symbol;

	str_init(&symbol);
	if (count > 0)
		add_addendum(parts[0].symbol, count, &symbol);
	else
		report_symbol(desk->store, desk->session, desk_template(desk), "L.1", &symbol);
	const char *text = arena_strdup(arena, symbol.text);
	str_clear(&symbol);
	return text;
}

static bool read_symbol(struct call *call, const char **symbol, struct err *err)
{
	*symbol = call_given(call, "symbol") ? call_text(call, "symbol")
					     : part_next_symbol(call->desk, &call->arena);
	if (!**symbol)
		return err_set(err, ERR_USAGE,
			"the body has no symbol to make that of the part from: give it, as "
			"CTOC/COP/WG.2/2012/L.1");
	if (store_part_find(call->desk->store, call->desk->session, *symbol))
		return err_set(err, ERR_USAGE, "%s has been issued: give another symbol", *symbol);
	return true;
}

static const char *today(struct desk *desk, struct arena *arena)
{
	struct civil here = civil_at(desk_now(desk));
	char date[11];

	civil_format_date(&here, date);
	return arena_strdup(arena, date);
}

const char *part_next_date(struct desk *desk, const char *symbol, struct arena *arena)
{
	int64_t document = store_document_find(desk->store, desk->session, symbol);
	const char *date = today(desk, arena);
	struct document_row row;
	struct session_row session;

	if (document && store_document(desk->store, document, arena, &row) && row.date && *row.date)
		return row.date;
	if (store_session(desk->store, desk->session, arena, &session) &&
		strcmp(date, session.to) > 0)
		return session.to;
	return date;
}

static struct report *build_part(struct call *call, const char *symbol)
{
	struct report *report =
		report_new(call->desk->store, call->desk->session, desk_template(call->desk));

	report_want_next_part(report, symbol);
	report_want_date(report, call_given(call, "date")
					 ? call_text(call, "date")
					 : part_next_date(call->desk, symbol, &call->arena));
	while (!report_step(report))
		continue;
	return report;
}

static size_t paragraphs_of(const struct report *report)
{
	size_t count = 0;

	for (const struct node *at = report_document(report)->root->first; at; at = at->next)
		count += at->kind == NODE_PARAGRAPH;
	return count;
}

/* The text of a field of the masthead, or NULL. */
static const char *field(const struct report *report, const char *name)
{
	for (const struct node *at = report_document(report)->root; at; at = document_next(at))
		if (at->kind == NODE_FIELD && at->name && strcmp(at->name, name) == 0)
			return at->text;
	return NULL;
}

/* The rows of what people wrote in it. */
static int64_t *touched(struct call *call, const struct report *report, size_t *count)
{
	size_t all;
	const struct report_touch *touches = report_touches(report, &all);
	int64_t *ids = arena_alloc(&call->arena, (all + 1) * sizeof *ids);

	*count = 0;
	for (size_t i = 0; i < all; i++)
		if (touches[i].node || touches[i].dropped)
			ids[(*count)++] = touches[i].id;
	return ids;
}

/* What was left out is told by this part: no later one has it. */
static bool keep_left_out(struct call *call, const struct report *report, struct err *err)
{
	size_t count;
	const struct report_touch *touches = report_touches(report, &count);

	for (size_t i = 0; i < count; i++)
		if (touches[i].dropped && report_tells_once(touches[i].key) &&
			!store_part_left_out(call->desk->store, touches[i].id,
				touches[i].sources ? touches[i].sources : "", err))
			return false;
	return true;
}

/* The symbol of the newest part. */
static const char *last_issued(struct call *call)
{
	size_t count;
	const struct part_row *rows =
		store_parts(call->desk->store, call->desk->session, &call->arena, &count);

	return count ? rows[count - 1].symbol : "the session began";
}

static bool issue(
	struct call *call, const char *symbol, const struct report *report, struct err *err)
{
	struct part_new new = {.session = call->desk->session,
		.symbol = symbol,
		.date = field(report, "date"),
		.distribution = field(report, "distribution"),
		.language = field(report, "language"),
		.person = call->desk->person,
		.at = desk_now(call->desk)};
	size_t count, paragraphs = paragraphs_of(report);
	struct str tree;
	int number;

	if (!paragraphs)
		return err_set(err, ERR_USAGE, "nothing is new since %s", last_issued(call));
	const int64_t *ids = touched(call, report, &count);
	str_init(&tree);
	document_writer("json")->write(report_document(report), &tree);
	new.tree = tree.text;
	new.date = new.date ? new.date : "";
	new.meeting = rows_meeting(call, new.at);
	call->made = store_part_add(call->desk->store, &new, ids, count, &number, err);
	str_clear(&tree);
	if (!call->made || !keep_left_out(call, report, err))
		return false;
	str_addf(&call->reply, "%s issued: %zu paragraph%s", symbol, paragraphs,
		paragraphs == 1 ? "" : "s");
	str_add(&call->aside, "; u takes it back");
	call->milestone = true;
	return true;
}

/* --- the final report --- */

/* A paper of the register, with a number of its own. */
static bool check_final(struct call *call, const char *symbol, struct err *err)
{
	struct desk *desk = call->desk;
	struct str example;

	str_init(&example);
	report_symbol(desk->store, desk->session, desk_template(desk), "6", &example);
	bool good = symbol && *symbol && !strstr(symbol, "/L.");
	if (!good)
		err_set(err, ERR_USAGE,
			"the final report has a number of its own and no L: report issue %s --final",
			example.length ? example.text : "SYMBOL");
	str_clear(&example);
	return good;
}

/* The one that there is, which can only be changed. */
static const struct document_row *final_report(struct call *call, const char *symbol)
{
	size_t count;
	const struct document_row *rows =
		store_documents(call->desk->store, call->desk->session, 0, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (report_is_final(&rows[i]) || strcmp(rows[i].symbols, symbol) == 0)
			return &rows[i];
	return NULL;
}

static bool issue_final(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	const char *symbol = call_text(call, "symbol");
	int64_t at = desk_now(desk);
	struct document_edit more = {.date = call_given(call, "date") ? call_text(call, "date")
								      : today(desk, &call->arena)};
	struct document_event event = {
		.state = "issued", .at = at, .meeting = rows_meeting(call, at)};
	int number;

	if (!check_final(call, symbol, err))
		return false;
	const struct document_row *there = final_report(call, symbol);
	if (there)
		return err_set(err, ERR_USAGE, "%s is d%d, %s: document edit d%d changes it",
			there->symbols, there->number, there->title, there->number);
	call->made = store_document_add(
		desk->store, desk->session, NULL, "Final report", symbol, &number, err);
	str_addf(&call->reply, "%s is the final report, d%d, General, ", symbol, number);
	phrase_date(more.date, &call->reply);
	str_add(&call->aside, "; u takes it back");
	call->milestone = true;
	return call->made && store_document_edit(desk->store, call->made, &more, err) &&
	       store_document_event_add(desk->store, desk->session, call->made, &event, err);
}

/* A number alone, where the parts of the draft have an L before it. */
static bool looks_final(struct call *call, const char *symbol)
{
	const char *last = strrchr(symbol, '/');

	return last && last[1] && last[1 + strspn(last + 1, "0123456789")] == '\0' &&
	       strstr(part_next_symbol(call->desk, &call->arena), "/L.");
}

static bool report_issue(struct call *call, struct err *err)
{
	const char *symbol;

	if (call_given(call, "final"))
		return issue_final(call, err);
	if (call_given(call, "symbol") && looks_final(call, call_text(call, "symbol")))
		return call_ask(call, err, "final",
			"%s is no symbol of a draft. Issue the whole as the final report?",
			call_text(call, "symbol"));
	if (!read_symbol(call, &symbol, err))
		return false;
	struct report *report = build_part(call, symbol);
	bool good = issue(call, symbol, report, err);
	report_free(report);
	return good;
}

/* --- looking --- */

static bool part_list(struct call *call, struct err *err)
{
	size_t count;
	const struct part_row *parts =
		store_parts(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		str_addf(&call->output, "%d\t%s\t%s%s\n", parts[i].number, parts[i].symbol,
			parts[i].date, parts[i].adopted ? "\tadopted" : "");
	if (!count)
		str_add(&call->reply, "no part of the report has been issued: report issue");
	return store_reads_good(call->desk->store, err);
}

static bool find_part(struct desk *desk, const char *text, int64_t *id, struct err *err)
{
	*id = store_part_find(desk->store, desk->session, text);
	return *id ||
	       err_set(err, ERR_USAGE, "no part '%s' has been issued: part list shows them", text);
}

bool part_read(struct desk *desk, const char *part, struct document *document, struct err *err)
{
	struct arena arena;
	int64_t id;

	if (!find_part(desk, part, &id, err))
		return false;
	arena_init(&arena);
	const char *tree = store_part_tree(desk->store, id, &arena);
	bool good = tree ? document_read_json(tree, strlen(tree), document, err)
			 : store_reads_good(desk->store, err);
	arena_clear(&arena);
	return good;
}

static bool part_show(struct call *call, struct err *err)
{
	struct document document;

	document_init(&document);
	bool good = part_read(call->desk, call_text(call, "part"), &document, err) &&
		    rows_put_page(call, &document, err);
	document_clear(&document);
	return good;
}

/* --- what has changed since --- */

static const struct node *of_key(const struct document *document, const char *key)
{
	for (const struct node *at = document->root->first; at; at = at->next)
		if (at->kind == NODE_PARAGRAPH && at->key && strcmp(at->key, key) == 0)
			return at;
	return NULL;
}

/* The texts of a paragraph and of the lists and tables that belong to it. */
struct block {
	const char **texts;
	size_t count;
};

static struct block block_of(struct arena *arena, const struct node *paragraph)
{
	struct block block = {0};
	const struct node *end = paragraph->next;

	while (end && document_belongs(end))
		end = end->next;
	for (const struct node *at = paragraph; at && at != end; at = document_next(at)) {
		if (!at->text || !*at->text)
			continue;
		block.texts = arena_grow(arena, block.texts, block.count, sizeof *block.texts);
		block.texts[block.count++] = at->text;
	}
	return block;
}

/* Leaves of each what the other has not, in their order. */
static void leave_out_common(struct block *one, struct block *other)
{
	size_t kept = 0;

	for (size_t i = 0; i < one->count; i++) {
		size_t k = 0;
		while (k < other->count && strcmp(one->texts[i], other->texts[k]) != 0)
			k++;
		if (k == other->count) {
			one->texts[kept++] = one->texts[i];
			continue;
		}
		memmove(&other->texts[k], &other->texts[k + 1],
			(other->count - k - 1) * sizeof *other->texts);
		other->count--;
	}
	one->count = kept;
}

/* Each text that is another with what stands for it; what has none came or went. */
static bool list_block(struct call *call, const struct node *was, const struct node *is)
{
	struct block before = block_of(&call->arena, was), now = block_of(&call->arena, is);

	leave_out_common(&before, &now);
	if (!before.count && !now.count)
		return false;
	str_addf(&call->output, "paragraph %s\n", was->label ? was->label : "");
	for (size_t i = 0; i < before.count || i < now.count; i++)
		paragraphs_difference(call, i < before.count ? before.texts[i] : "",
			i < now.count ? now.texts[i] : "");
	return true;
}

static size_t list_changed(
	struct call *call, const struct document *issued, const struct report *again)
{
	size_t count = 0;

	for (const struct node *at = issued->root->first; at; at = at->next) {
		if (at->kind != NODE_PARAGRAPH || !at->key)
			continue;
		const struct node *now = of_key(report_document(again), at->key);
		if (now) {
			count += list_block(call, at, now);
			continue;
		}
		count++;
		str_addf(&call->output, "paragraph %s\nnothing stands behind it any more: %s\n",
			at->label ? at->label : "", at->text);
	}
	return count;
}

static bool part_changes(struct call *call, struct err *err)
{
	struct document issued;
	int64_t id;

	document_init(&issued);
	if (!find_part(call->desk, call_text(call, "part"), &id, err) ||
		!part_read(call->desk, call_text(call, "part"), &issued, err)) {
		document_clear(&issued);
		return false;
	}
	struct report *again =
		report_new(call->desk->store, call->desk->session, desk_template(call->desk));
	report_want_part_again(again, id);
	while (!report_step(again))
		continue;
	report_renumber_part(again, id, &issued);
	size_t count = list_changed(call, &issued, again);
	if (!count)
		str_addf(&call->reply, "nothing in %s has changed since it was issued",
			call_text(call, "part"));
	report_free(again);
	document_clear(&issued);
	return store_reads_good(call->desk->store, err);
}

/* --- adopting --- */

static bool part_adopt(struct call *call, struct err *err)
{
	struct paragraph_act act = {.session = call->desk->session,
		.adopted = true,
		.orally_amended = call_given(call, "orally-amended"),
		.at = desk_now(call->desk)};

	if (!find_part(call->desk, call_text(call, "part"), &act.part, err))
		return false;
	act.meeting = rows_meeting(call, act.at);
	str_addf(&call->reply, "%s adopted%s", call_text(call, "part"),
		act.orally_amended ? " as orally amended" : "");
	return store_paragraph_act(call->desk->store, &act, err);
}

/* Those parts too that were not adopted by themselves. */
static bool adopt_parts(struct call *call, const struct act *act, const struct part_row *parts,
	size_t count, struct err *err)
{
	bool good = true;

	for (size_t i = 0; i < count && good; i++) {
		struct paragraph_act one = {.session = call->desk->session,
			.part = parts[i].id,
			.adopted = true,
			.orally_amended = act->orally_amended,
			.meeting = act->meeting,
			.at = act->at};
		good = parts[i].adopted || store_paragraph_act(call->desk->store, &one, err);
	}
	return good;
}

static bool report_adopt(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t at = desk_now(call->desk);
	struct act act = {.subject = "report",
		.meeting = rows_meeting(call, at),
		.outcome = "adopted",
		.form = call_text(call, "form"),
		.reason = call_given(call, "entrusted") ? ACT_ENTRUSTED : NULL,
		.orally_amended = call_given(call, "orally-amended"),
		.at = at};
	struct meeting_row meeting;
	size_t count;

	const struct part_row *parts =
		store_parts(store, call->desk->session, &call->arena, &count);
	str_add(&call->reply, "report adopted");
	if (act.meeting && sitting_find(call, act.meeting, &meeting)) {
		str_add(&call->reply, " at the ");
		sitting_say(call, &meeting);
	}
	for (size_t i = 0; i < count; i++)
		act.orally_amended = act.orally_amended || parts[i].amended;
	str_add(&call->reply, act.orally_amended ? ", as orally amended" : "");
	return store_act_add(store, call->desk->session, &act, err) &&
	       adopt_parts(call, &act, parts, count, err);
}

const struct command part_commands[] = {
	{.name = "report issue",
		.help = "Issue what is new in the draft as a part of it, or the final report",
		.form = true,
		.keys = "I",
		.where = IN_REPORT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"symbol", ARG_WORD,
					.prompt = "Symbol; without, the next, as L.1/Add.1"},
				{"date", ARG_DATE, .option = true,
					.prompt = "Date on it, if not today"},
				{"final", ARG_FLAG, .option = true,
					.prompt =
						"The whole as the final report, no part of the draft"},
			},
		.run = report_issue},
	{.name = "part list",
		.help = "List the parts of the report that were issued",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.run = part_list},
	{.name = "part show",
		.help = "Print a part again, as it was issued",
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.params = {PARAM_PART, PARAM_PAGE_FILE, PARAM_PAGE_FORMAT, PARAM_ANYWAY_FILE},
		.run = part_show},
	{.name = "part changes",
		.help = "Show what has changed behind a part since it was issued",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.params = {PARAM_PART},
		.run = part_changes},
	{.name = "part adopt",
		.help = "Record that a part of the report is adopted",
		.form = true,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_PART,
				{"orally-amended", ARG_FLAG, .option = true,
					.prompt = "As orally amended"},
			},
		.run = part_adopt},
	{.name = "report adopt",
		.help = "Record that the report is adopted, with all its parts",
		.form = true,
		.keys = "A",
		.where = IN_REPORT,
		.needs = NEED_SESSION | NEED_MEETING,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"form", ARG_CHOICE, .option = true, .prompt = "In what form",
					.choices = FORM_CHOICES},
				{"orally-amended", ARG_FLAG, .option = true,
					.prompt = "As orally amended, also if no part was"},
				{"entrusted", ARG_FLAG, .option = true,
					.prompt =
						"The Rapporteur is entrusted with its finalization"},
			},
		.run = report_adopt},
	{0}};
