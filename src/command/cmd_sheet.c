/* SPDX-License-Identifier: MIT */
/* Pages for others than the secretary: the list of speakers for interpreters and
 * press, the order of the day. They are shown, or written to a file in its format. */
#include "document/document.h"
#include "groups.h"
#include "report/report.h"
#include "rows.h"

static bool speakers(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct document document;

	document_init(&document);
	store_reads_begin(desk->store);
	report_speakers(desk->store, desk->session, desk_template(desk), call_id(call, "item"),
		desk_now(desk), &document);
	bool good = rows_put_page(call, &document, err);
	document_clear(&document);
	return good;
}

static bool order_of_day(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct document document;

	document_init(&document);
	store_reads_begin(desk->store);
	report_order_of_day(
		desk->store, desk->session, desk_template(desk), desk_now(desk), &document);
	bool good = rows_put_page(call, &document, err);
	document_clear(&document);
	return good;
}

static bool script(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct document document;

	document_init(&document);
	store_reads_begin(desk->store);
	report_script(desk->store, desk->session, desk_template(desk), call_id(call, "item"),
		desk_rules(desk), desk_now(desk), &document);
	bool good = rows_put_page(call, &document, err);
	document_clear(&document);
	return good;
}

static bool statistics(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct document document;

	document_init(&document);
	store_reads_begin(desk->store);
	report_statistics(
		desk->store, desk->session, desk_template(desk), desk_now(desk), &document);
	bool good = rows_put_page(call, &document, err);
	document_clear(&document);
	return good;
}

const struct command sheet_commands[] = {
	{.name = "sheet speakers",
		.help = "Print the list of speakers on one page, for interpreters and press",
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.params = {PARAM_PAGE_FILE,
			{"item", ARG_ITEM, .option = true,
				.prompt = "Agenda item; without one, each that is open"},
			PARAM_PAGE_FORMAT, PARAM_ANYWAY_FILE},
		.run = speakers},
	{.name = "sheet order",
		.help = "Print the order of the day: its meetings and their items",
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.params = {PARAM_PAGE_FILE, PARAM_PAGE_FORMAT, PARAM_ANYWAY_FILE},
		.run = order_of_day},
	{.name = "script",
		.keys = "W",
		.help = "Show what the Chair says now and next: speakers, list, decisions, the end",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.params = {PARAM_PAGE_FILE,
			{"item", ARG_ITEM, .option = true,
				.prompt = "Agenda item; without one, the one that is spoken on"},
			PARAM_PAGE_FORMAT, PARAM_ANYWAY_FILE},
		.run = script},
	{.name = "meeting times",
		.keys = "U",
		.help = "Show planned and used time of the meetings, and late starts",
		.where = IN_ROOM,
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.params = {PARAM_PAGE_FILE, PARAM_PAGE_FORMAT, PARAM_ANYWAY_FILE},
		.run = statistics},
	{0}};
