/* SPDX-License-Identifier: MIT */
/* The papers before the meeting. */
#include "groups.h"
#include "rows.h"

static bool document_add(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	const char *symbol = call_text(call, "symbol");
	int number;

	if (store_document_find(store, call->desk->session, symbol))
		return err_set(err, ERR_USAGE, "%s is registered already", symbol);
	call->made = store_document_add(store, call->desk->session, call_text(call, "kind"),
		call_text(call, "title"), symbol, &number, err);
	if (call->made == 0)
		return false;
	str_addf(&call->reply, "d%d %s", number, symbol);
	if (!call_given(call, "item"))
		return true;
	str_addf(&call->reply, ", item %s", rows_item(call, call_id(call, "item")));
	return store_document_to_item(store, call->made, call_id(call, "item"), err);
}

static bool document_introduce(struct call *call, struct err *err)
{
	str_addf(&call->reply, "%s introduced", call_text(call, "document"));
	return store_document_set_state(
		call->desk->store, call_id(call, "document"), "introduced", err);
}

const struct command document_commands[] = {
	{.name = "document add",
		.help = "Register a document before the meeting",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"symbol", ARG_SYMBOL, .required = true, .prompt = "Symbol"},
				{"title", ARG_LINE, .required = true, .prompt = "Title"},
				{"item", ARG_ITEM, .option = true, .prompt = "Agenda item"},
				{"kind", ARG_LINE, .option = true,
					.prompt = "Kind, as Note by the Secretariat"},
			},
		.run = document_add},
	{.name = "document introduce",
		.help = "Record that a document was introduced",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"document", ARG_DOCUMENT, .required = true,
			.prompt = "Document, as d5 or its symbol"}},
		.run = document_introduce},
	{0}};
