/* SPDX-License-Identifier: MIT */
/*
 * The papers before the meeting: the register, and what becomes of each of them. A
 * symbol says itself what it revises or adds to; from that a paper takes its title,
 * kind and items where they are not given.
 */
#include <string.h>

#include "base/civil.h"
#include "groups.h"
#include "model/language.h"
#include "model/number.h"
#include "model/symbol_links.h"
#include "rows.h"
#include "store/document.h"

static const struct document_row *document_of(struct call *call)
{
	struct document_row *row = arena_alloc(&call->arena, sizeof *row);

	if (!store_document(call->desk->store, call_id(call, "document"), &call->arena, row))
		*row = (struct document_row){.symbols = "", .title = "", .state = "announced"};
	return row;
}

/* --- symbols --- */

/* As it is kept; "*" behind it (reissued) is told and left out. What is no symbol stays as
 * it is typed. */
static const char *normal_symbol(struct call *call, const char *typed, bool *reissued)
{
	size_t length = strlen(typed);
	struct str normal;
	const char *symbol;

	*reissued = length > 0 && typed[length - 1] == '*';
	while (length > 0 && strchr("* ", typed[length - 1]))
		length--;
	if (!symbol_check(typed, NULL))
		return arena_strndup(&call->arena, typed, length);
	str_init(&normal);
	symbol_normal(typed, length, &normal);
	symbol = arena_strdup(&call->arena, normal.text);
	str_clear(&normal);
	return symbol;
}

/* A joint one is there if one of its symbols is, but for `own`. */
static const struct document_row *registered(struct call *call, const char *symbols, int64_t own)
{
	size_t count;
	const struct document_row *rows =
		store_documents(call->desk->store, call->desk->session, 0, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].id != own && (symbol_shares(rows[i].symbols, symbols) ||
						 strcmp(rows[i].symbols, symbols) == 0))
			return &rows[i];
	return NULL;
}

/* What it revises or adds to, if that is registered. */
static const struct document_row *parent_of(struct call *call, const char *symbols)
{
	size_t count;
	const struct document_row *rows =
		store_documents(call->desk->store, call->desk->session, 0, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (symbol_link(symbols, rows[i].symbols, NULL) != SYMBOL_DOCUMENT)
			return &rows[i];
	return NULL;
}

/* "5" and "d5" are a document's number in every command. */
static bool reads_as_number(const char *symbols)
{
	const char *digits = symbols + (*symbols == 'd');

	return *digits && digits[strspn(digits, "0123456789")] == '\0';
}

static bool check_symbol(struct call *call, const char *symbols, struct err *err)
{
	struct err why = {0};

	if (reads_as_number(symbols))
		return err_set(err, ERR_USAGE,
			"'%s' is read as the number of a document: it cannot be a symbol", symbols);
	if (call_given(call, "anyway") || symbol_check(symbols, &why))
		return true;
	return call_ask(call, err, "anyway", "%s. Take it all the same?", why.text);
}

/* Languages in their one form; NULL if they are not given. */
static bool read_languages(struct call *call, const char **languages, struct err *err)
{
	struct str normal;
	bool good;

	*languages = NULL;
	if (!call_given(call, "languages"))
		return true;
	str_init(&normal);
	good = language_normal(call_text(call, "languages"), &normal, err);
	*languages = arena_strdup(&call->arena, normal.text);
	str_clear(&normal);
	return good;
}

/* --- the register --- */

static bool put_under(struct call *call, const struct document_row *parent, struct err *err)
{
	struct store *store = call->desk->store;
	size_t count = 0;
	const int64_t *items;
	bool good = true;

	if (call_given(call, "item")) {
		str_addf(&call->reply, ", item %s", rows_item(call, call_id(call, "item")));
		return store_document_to_item(store, call->made, call_id(call, "item"), err);
	}
	if (!parent)
		return true;
	items = store_document_items(store, parent->id, &call->arena, &count);
	for (size_t i = 0; good && i < count; i++)
		good = store_document_to_item(store, call->made, items[i], err);
	if (count > 0)
		str_addf(&call->reply, ", item%s %s", count == 1 ? "" : "s", parent->items);
	return good;
}

static bool add_event(struct call *call, const char *state, struct err *err)
{
	int64_t at = desk_now(call->desk);
	struct document_event event = {.state = state, .at = at, .meeting = rows_meeting(call, at)};

	return store_document_event_add(
		call->desk->store, call->desk->session, call->made, &event, err);
}

static bool check_new(struct call *call, const char *symbols, bool reissued, struct err *err)
{
	const struct document_row *there = registered(call, symbols, 0);

	if (!there)
		return true;
	return err_set(err, ERR_USAGE, "%s is registered already, as d%d%s", symbols, there->number,
		reissued ? ": document reissue says that it came out anew" : "");
}

static void say_parent(struct call *call, const char *symbols, const struct document_row *parent)
{
	int number;
	enum symbol_modifier modifier = symbol_link(symbols, parent->symbols, &number);

	str_addf(&call->reply, ", %s %d of d%d", symbol_modifier_word(modifier), number,
		parent->number);
}

static bool document_add(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	const char *title = call_text(call, "title"), *kind = call_text(call, "kind");
	const char *state = call_text(call, "status");
	struct document_edit more = {
		.date = call_text(call, "date"), .late = call_text(call, "late")};
	bool reissued;
	const char *symbols = normal_symbol(call, call_text(call, "symbol"), &reissued);
	const struct document_row *parent = parent_of(call, symbols);
	int number;

	if (!check_new(call, symbols, reissued, err) || !check_symbol(call, symbols, err) ||
		!read_languages(call, &more.languages, err))
		return false;
	if (!title && parent)
		title = parent->title;
	if (!title)
		return err_set(
			err, ERR_USAGE, "%s has no title yet: say it behind the symbol", symbols);
	if (!kind && parent)
		kind = parent->kind;
	call->made =
		store_document_add(store, call->desk->session, kind, title, symbols, &number, err);
	if (call->made == 0 || !store_document_edit(store, call->made, &more, err))
		return false;
	str_addf(&call->reply, "d%d %s", number, symbols);
	if (parent)
		say_parent(call, symbols, parent);
	if (!state && reissued)
		state = "reissued";
	if (state && strcmp(state, "announced") != 0) {
		str_addf(&call->reply, ", %s", state);
		if (!add_event(call, state, err))
			return false;
	}
	return put_under(call, parent, err);
}

static bool document_edit(struct call *call, struct err *err)
{
	const struct document_row *row = document_of(call);
	struct document_edit edit = {.title = call_text(call, "title"),
		.kind = call_text(call, "kind"),
		.date = call_text(call, "date"),
		.late = call_text(call, "late")};
	bool reissued;

	if (edit.title && !*edit.title)
		return err_set(err, ERR_USAGE, "%s cannot be without a title", row->symbols);
	if (call_given(call, "symbol")) {
		edit.symbols = normal_symbol(call, call_text(call, "symbol"), &reissued);
		const struct document_row *other = registered(call, edit.symbols, row->id);
		if (other)
			return err_set(err, ERR_USAGE, "%s is registered already, as d%d",
				edit.symbols, other->number);
		if (!check_symbol(call, edit.symbols, err))
			return false;
	}
	if (!read_languages(call, &edit.languages, err))
		return false;
	if (!edit.symbols && !edit.title && !edit.kind && !edit.date && !edit.late &&
		!edit.languages)
		return err_set(err, ERR_USAGE,
			"say what to change: --symbol, --title, --kind, --date, --languages or --late");
	if (edit.symbols && strcmp(edit.symbols, row->symbols) != 0)
		str_addf(&call->reply, "d%d %s is now %s", row->number, row->symbols, edit.symbols);
	else
		str_addf(&call->reply, "d%d %s changed", row->number, row->symbols);
	return store_document_edit(call->desk->store, row->id, &edit, err);
}

static bool is_under(struct call *call, const struct document_row *row, int64_t item)
{
	size_t count;
	const int64_t *items =
		store_document_items(call->desk->store, row->id, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (items[i] == item)
			return true;
	return false;
}

static bool document_item(struct call *call, struct err *err)
{
	const struct document_row *row = document_of(call);
	int64_t item = call_id(call, "item");
	bool remove = call_given(call, "remove"), there = is_under(call, row, item);

	if (remove != there)
		return err_set(err, ERR_USAGE, "%s is %s under item %s", row->symbols,
			there ? "already" : "not", rows_item(call, item));
	str_addf(&call->reply, "%s %s item %s", row->symbols, remove ? "no longer under" : "under",
		rows_item(call, item));
	return remove ? store_document_from_item(call->desk->store, row->id, item, err)
		      : store_document_to_item(call->desk->store, row->id, item, err);
}

static bool document_delete(struct call *call, struct err *err)
{
	const struct document_row *row = document_of(call);

	str_addf(&call->reply, "d%d %s deleted from the register", row->number, row->symbols);
	return store_document_delete(call->desk->store, row->id, err);
}

/* --- what becomes of it --- */

static void say_meeting(struct call *call, int64_t meeting)
{
	size_t count;
	const struct meeting_row *rows =
		store_meetings(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; meeting && i < count; i++) {
		if (rows[i].id != meeting)
			continue;
		str_add(&call->reply, ", ");
		number_ordinal(rows[i].number, &call->reply);
		str_add(&call->reply, " meeting");
	}
}

/* The day that is given, from its beginning, else now. */
static int64_t instant_of(const struct call *call)
{
	struct civil day;
	int64_t now = desk_now(call->desk);
	struct civil today = civil_at(now);

	if (!call_given(call, "date") || !civil_parse_date(call_text(call, "date"), &day) ||
		civil_days(&day) == civil_days(&today))
		return now;
	return civil_ms(&day);
}

static bool record(struct call *call, const struct document_row *row, struct document_event *event,
	struct err *err)
{
	event->meeting = rows_meeting(call, event->at);
	say_meeting(call, event->meeting);
	if (!store_document_event_add(call->desk->store, call->desk->session, row->id, event, err))
		return false;
	const struct document_row *now = document_of(call);
	if (strcmp(now->state, event->state) != 0)
		str_addf(&call->reply, "; it stays %s, which came later", now->state);
	return true;
}

static bool is_out(const struct document_row *row)
{
	return strcmp(row->state, "announced") != 0 && strcmp(row->state, "withdrawn") != 0;
}

static void say_languages(struct call *call, const char *languages)
{
	if (!languages || !*languages)
		return;
	str_add(&call->reply, " in ");
	language_words(languages, &call->reply);
}

/* More versions of one that is out are no new issue of it. */
static bool add_versions(struct call *call, const struct document_row *row,
	struct document_edit *edit, struct err *err)
{
	struct str all;
	bool good;

	if (!edit->languages)
		return err_set(err, ERR_USAGE,
			"%s is out already (%s): --languages adds versions, document reissue says "
			"that it came out anew",
			row->symbols, row->state);
	str_init(&all);
	str_addf(&all, "%s %s", row->languages ? row->languages : "", edit->languages);
	const char *both = arena_strdup(&call->arena, all.text);
	str_reset(&all);
	good = language_normal(both, &all, err);
	edit->languages = arena_strdup(&call->arena, all.text);
	str_clear(&all);
	str_addf(&call->reply, "%s out", row->symbols);
	say_languages(call, edit->languages);
	return good && store_document_edit(call->desk->store, row->id, edit, err);
}

static bool document_issue(struct call *call, struct err *err)
{
	const struct document_row *row = document_of(call);
	struct document_event event = {.state = "issued", .at = instant_of(call)};
	struct document_edit edit = {.date = row->date ? NULL : call_text(call, "date")};

	if (!read_languages(call, &edit.languages, err))
		return false;
	if (is_out(row))
		return add_versions(call, row, &edit, err);
	str_addf(&call->reply, "%s issued", row->symbols);
	say_languages(call, edit.languages);
	return store_document_edit(call->desk->store, row->id, &edit, err) &&
	       record(call, row, &event, err);
}

static bool document_reissue(struct call *call, struct err *err)
{
	const struct document_row *row = document_of(call);
	struct document_event event = {.state = "reissued", .at = instant_of(call)};

	if (!is_out(row))
		return err_set(err, ERR_USAGE, "%s is not out (%s): document issue", row->symbols,
			row->state);
	str_addf(&call->reply, "%s* reissued", row->symbols);
	return record(call, row, &event, err);
}

static bool document_withdraw(struct call *call, struct err *err)
{
	const struct document_row *row = document_of(call);
	struct document_event event = {.state = "withdrawn", .at = instant_of(call)};

	if (strcmp(row->state, "withdrawn") == 0)
		return err_set(err, ERR_USAGE, "%s is withdrawn already", row->symbols);
	str_addf(&call->reply, "%s withdrawn", row->symbols);
	return record(call, row, &event, err);
}

/* The one that is given, else the only open one if the document is of it. */
static int64_t item_of(struct call *call, const struct document_row *row)
{
	int64_t open[2];

	if (call_given(call, "item"))
		return call_id(call, "item");
	if (store_items_open(call->desk->store, call->desk->session, open, 2) != 1)
		return 0;
	return !row->items || is_under(call, row, open[0]) ? open[0] : 0;
}

/* The one that is given, else who has the floor then. */
static int64_t introducer(struct call *call)
{
	struct statement_row speech;

	if (call_given(call, "by"))
		return call_id(call, "by");
	return store_statement_running(
		       call->desk->store, call->desk->session, &call->arena, &speech) &&
			       speech.started <= desk_now(call->desk)
		       ? speech.participant
		       : 0;
}

/* Under an item that nobody has taken up, or that is over, a document is rarely introduced:
 * more often another item was meant. */
static bool may_introduce(struct call *call, struct err *err)
{
	struct item_row item;

	if (!call_given(call, "item") || call_given(call, "anyway") ||
		!store_item(call->desk->store, call_id(call, "item"), &call->arena, &item) ||
		strcmp(item.state, "open") == 0)
		return true;
	return call_ask(call, err, "anyway", "Item %s is not open (%s). Introduced under it?",
		item.printed, item.state);
}

static bool document_introduce(struct call *call, struct err *err)
{
	const struct document_row *row = document_of(call);
	struct document_event event = {.state = "introduced",
		.at = desk_now(call->desk),
		.item = item_of(call, row),
		.participant = introducer(call)};

	if (strcmp(row->state, "withdrawn") == 0)
		return err_set(err, ERR_USAGE,
			"%s was withdrawn: document issue brings it out again", row->symbols);
	if (!may_introduce(call, err))
		return false;
	str_addf(&call->reply, "%s introduced", row->symbols);
	if (event.participant)
		str_addf(&call->reply, " by %s", rows_name(call, event.participant));
	if (event.item)
		str_addf(&call->reply, ", item %s", rows_item(call, event.item));
	if (event.item && !is_under(call, row, event.item) &&
		!store_document_to_item(call->desk->store, row->id, event.item, err))
		return false;
	return record(call, row, &event, err);
}

#define PARAM_DOCUMENT                                                              \
	{                                                                           \
		"document", ARG_DOCUMENT, .required = true,                         \
					  .prompt = "Document, as d5 or its symbol" \
	}
#define PARAM_KIND_OF                                                                          \
	{                                                                                      \
		"kind", ARG_LINE, .option = true, .prompt = "Kind, as Note by the Secretariat" \
	}
#define PARAM_DATE                                                                        \
	{                                                                                 \
		"date", ARG_DATE, .option = true, .empties = true, .prompt = "Date on it" \
	}
#define PARAM_DAY                                                                     \
	{                                                                             \
		"date", ARG_DATE, .option = true, .prompt = "Day, if it is not today" \
	}
#define PARAM_LANGUAGES                                                                   \
	{                                                                                 \
		"languages", ARG_LINE, .option = true,                                    \
				       .prompt = "Languages it is out in, as A C E F R S" \
	}
#define PARAM_LATE                                                             \
	{                                                                      \
		"late", ARG_LINE, .option = true, .prompt = "Why it came late" \
	}
#define PARAM_ANYWAY_SYMBOL                                                                    \
	{                                                                                      \
		"anyway", ARG_FLAG, .option = true, .prompt = "Also what looks like no symbol" \
	}

const struct command document_commands[] = {
	{.name = "document add",
		.keys = "a",
		.help = "Register a document before the meeting",
		.hint = "add",
		.where = IN_DOCUMENTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				{"symbol", ARG_SYMBOL, .required = true, .prompt = "Symbol"},
				{"title", ARG_LINE,
					.prompt = "Title (a revision or addendum has it)"},
				{"item", ARG_ITEM, .option = true, .prompt = "Agenda item"},
				PARAM_KIND_OF,
				PARAM_DATE,
				PARAM_LANGUAGES,
				{"status", ARG_CHOICE, .option = true, .prompt = "Status",
					.choices =
						"announced issued introduced withdrawn reissued"},
				PARAM_LATE,
				PARAM_ANYWAY_SYMBOL,
			},
		.run = document_add},
	{.name = "document edit",
		.keys = "e",
		.help = "Change the symbol, title, kind, date or languages of a document",
		.hint = "edit",
		.where = IN_DOCUMENTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_DOCUMENT,
				{"symbol", ARG_SYMBOL, .option = true, .prompt = "Symbol"},
				{"title", ARG_LINE, .option = true, .prompt = "Title"},
				PARAM_KIND_OF,
				PARAM_DATE,
				PARAM_LANGUAGES,
				PARAM_LATE,
				PARAM_ANYWAY_SYMBOL,
			},
		.run = document_edit},
	{.name = "document item",
		.keys = "t",
		.help = "Put a document under an agenda item, or take it away from it",
		.hint = "under item",
		.where = IN_DOCUMENTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_DOCUMENT,
				{"item", ARG_ITEM, .required = true, .prompt = "Agenda item"},
				{"remove", ARG_FLAG, .option = true, .prompt = "Take it away"},
			},
		.run = document_item},
	{.name = "document issue",
		.keys = "s",
		.help = "Record that a document is out, or out in more languages",
		.hint = "issued",
		.hint_place = 1,
		.where = IN_DOCUMENTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params = {PARAM_DOCUMENT, PARAM_LANGUAGES,
			{"date", ARG_DATE, .option = true, .prompt = "Date, if it is not today"}},
		.run = document_issue},
	{.name = "document introduce",
		.keys = "i",
		.help = "Record that a document was introduced, by whom and under which item",
		.hint = "introduced",
		.hint_place = 2,
		.where = IN_DOCUMENTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_DOCUMENT,
				{"by", ARG_PARTICIPANT, .option = true,
					.prompt = "By whom (or who has the floor)"},
				{"item", ARG_ITEM, .option = true,
					.prompt = "Agenda item (or the open one)"},
				PARAM_GUEST,
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also under an item that is not open"},
			},
		.run = document_introduce},
	{.name = "document withdraw",
		.keys = "w",
		.help = "Record that a document was withdrawn",
		.where = IN_DOCUMENTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_DOCUMENT, PARAM_DAY},
		.run = document_withdraw},
	{.name = "document reissue",
		.keys = "r",
		.help = "Record that a document came out anew for technical reasons",
		.where = IN_DOCUMENTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_DOCUMENT, PARAM_DAY},
		.run = document_reissue},
	{.name = "document delete",
		.keys = "Delete",
		.help = "Take a document out of the register that nothing of the record has",
		.where = IN_DOCUMENTS,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_DOCUMENT},
		.run = document_delete},
	{0}};
