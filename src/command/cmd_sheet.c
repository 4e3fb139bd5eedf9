/* SPDX-License-Identifier: MIT */
/* Pages for others than the secretary: the list of speakers for interpreters and
 * press, the order of the day. They are shown, or written to a file in its format. */
#include "base/file.h"
#include "document/document.h"
#include "groups.h"
#include "report/report.h"
#include "rows.h"
#include "store/backup.h"

#define PARAM_PAGE_FILE                                                     \
	{                                                                   \
		"file", ARG_FILE, .prompt = "File; without one it is shown" \
	}
#define PARAM_PAGE_FORMAT                                                       \
	{                                                                       \
		"format", ARG_WORD, .option = true, .prompt = "Format, as html" \
	}

/* Prints the document, or writes it and says so. */
static bool put(struct call *call, const struct document *document, struct err *err)
{
	const char *file = call_text(call, "file");
	const struct writer *writer = document_writer_for(call_text(call, "format"), file, err);
	bool good;

	if (!writer)
		return false;
	writer->write(document, &call->output);
	if (!store_reads_good(call->desk->store, err))
		return false;
	if (!file)
		return true;
	good = store_spares(call->desk->store, file, err) &&
	       rows_may_write(call, file, "the page", err) &&
	       file_write(file, call->output.text, call->output.length, err);
	str_reset(&call->output);
	str_addf(&call->reply, "written to %s", file);
	return good;
}

static bool speakers(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct document document;

	document_init(&document);
	store_reads_begin(desk->store);
	report_speakers(
		desk->store, desk->session, call_id(call, "item"), desk_now(desk), &document);
	bool good = put(call, &document, err);
	document_clear(&document);
	return good;
}

static bool order_of_day(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct document document;

	document_init(&document);
	store_reads_begin(desk->store);
	report_order_of_day(desk->store, desk->session, desk_now(desk), &document);
	bool good = put(call, &document, err);
	document_clear(&document);
	return good;
}

static bool script(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct document document;

	document_init(&document);
	store_reads_begin(desk->store);
	report_script(desk->store, desk->session, call_id(call, "item"), desk_rules(desk),
		desk_now(desk), &document);
	bool good = put(call, &document, err);
	document_clear(&document);
	return good;
}

static bool statistics(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct document document;

	document_init(&document);
	store_reads_begin(desk->store);
	report_statistics(desk->store, desk->session, desk_now(desk), &document);
	bool good = put(call, &document, err);
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
