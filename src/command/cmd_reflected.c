/* SPDX-License-Identifier: MIT */
/* From what was said to where the report has it, and what it has nowhere. */
#include <string.h>

#include "groups.h"
#include "report/reflected.h"
#include "rows.h"
#include "store/floor.h"

enum { WINDOW = 200 };

static struct report *build(struct call *call)
{
	return report_build(call->desk->store, call->desk->session, desk_template(call->desk));
}

/* --- what is nowhere --- */

static void put_row(struct call *call, const struct unreflected *row)
{
	struct str *out = &call->output;

	str_addf(out, "%c%lld\t%s%s%s\titem %s\t%s", row->row.kind, (long long)row->row.number,
		row->row.name, row->row.on_behalf ? " for " : "",
		row->row.on_behalf ? row->row.on_behalf : "", row->row.item_printed,
		row->why ? row->why : "");
	str_addf(out, "\t%s\n", row->row.text ? row->row.text : "");
}

static bool report_unreflected_run(struct call *call, struct err *err)
{
	struct report *report = build(call);
	struct sources sources;
	size_t count, all = 0, wanting = 0;

	sources_init(&sources);
	report_sources(report, &sources);
	for (int64_t from = 0; from >= 0;) {
		struct arena arena;
		arena_init(&arena);
		const struct unreflected *rows = report_unreflected(call->desk->store,
			call->desk->session, &sources, &from, WINDOW, &arena, &count);
		for (size_t i = 0; i < count; i++) {
			put_row(call, &rows[i]);
			wanting += !rows[i].why;
		}
		all += count;
		arena_clear(&arena);
	}
	if (!all)
		str_add(&call->reply, "every statement and point is in the report");
	else
		str_addf(&call->reply, "%zu reflected nowhere, %zu of them by convention", all,
			all - wanting);
	sources_clear(&sources);
	report_free(report);
	return store_reads_good(call->desk->store, err);
}

/* --- where a statement is --- */

static bool stands_on(const struct node *node, int64_t number)
{
	struct sources sources;

	sources_init(&sources);
	sources_parse(&sources, node->sources);
	bool has = sources_has(&sources, 's', number);
	sources_clear(&sources);
	return has;
}

static bool statement_reflected(struct call *call, struct err *err)
{
	struct statement_row row;
	size_t count = 0;

	if (!store_statement(call->desk->store, call_id(call, "statement"), &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such statement");
	struct report *report = build(call);
	for (const struct node *at = report_document(report)->root; at; at = document_next(at)) {
		if (!at->sources || !stands_on(at, row.number))
			continue;
		count++;
		str_addf(&call->output, "%s\t%s\n", at->label ? at->label : "", at->text);
	}
	if (!count)
		str_addf(&call->reply, "s%d is reflected nowhere in the report", row.number);
	report_free(report);
	return store_reads_good(call->desk->store, err);
}

const struct command reflected_commands[] = {
	{.name = "report unreflected",
		.help = "List the statements and points that no paragraph of the report has",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.run = report_unreflected_run},
	{.name = "statement reflected",
		.help = "List the paragraphs of the report that have a statement",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.params = {{"statement", ARG_STATEMENT, .required = true, .prompt = "Statement"}},
		.run = statement_reflected},
	{0}};
