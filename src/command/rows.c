/* SPDX-License-Identifier: MIT */
/* What the rows of several groups share. */
#include "base/file.h"
#include "base/fold.h"
#include "cache.h"
#include "command/overwrite.h"
#include "document/document.h"
#include "model/phrase.h"
#include "rows.h"
#include "store/agenda_edit.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool rows_put_output(struct call *call, struct err *err)
{
	const char *file = call_text(call, "file");
	bool good;

	if (!store_reads_good(call->desk->store, err))
		return false;
	if (!file && call->desk->screen && memchr(call->output.text, '\0', call->output.length)) {
		str_reset(&call->output);
		return err_set(
			err, ERR_USAGE, "a document in this format goes into a file: name one");
	}
	if (!file)
		return true;
	good = store_spares(call->desk->store, file, err) &&
	       rows_may_write(call, file, "the page", err) &&
	       file_write(file, call->output.text, call->output.length, err);
	str_reset(&call->output);
	str_addf(&call->reply, "written to %s", file);
	return good;
}

bool rows_put_page(struct call *call, struct document *document, struct err *err)
{
	const struct writer *writer =
		document_writer_for(call_text(call, "format"), call_text(call, "file"), err);

	if (!writer)
		return false;
	document_date_at(document, desk_now(call->desk));
	writer->write(document, &call->output);
	return rows_put_output(call, err);
}

int64_t rows_meeting(const struct call *call, int64_t at)
{
	struct desk *desk = call->desk;
	struct meeting_row row;
	struct arena arena;
	int64_t meeting = 0;

	arena_init(&arena);
	if (store_meeting_open_now(desk->store, desk->session, &arena, &row) && row.opened <= at)
		meeting = row.id;
	arena_clear(&arena);
	return meeting ? meeting : store_meeting_at(desk->store, desk->session, at);
}

const char *rows_name(struct call *call, int64_t participant)
{
	struct participant_row row;

	return participant && store_participant(call->desk->store, participant, &call->arena, &row)
		       ? row.list_name
		       : "";
}

const char *rows_group(struct call *call, int64_t participant)
{
	struct participant_row row;

	return participant && store_participant(call->desk->store, participant, &call->arena, &row)
		       ? row.running_name
		       : "";
}

/* "the Islamic Republic of Iran" stands in parentheses without its article, and not as
 * "Iran (Islamic Republic of)". */
static const char *in_parentheses(const struct participant_row *row)
{
	const char *running = row->running_name;

	if (!strchr(row->list_name, '('))
		return row->list_name;
	return strncmp(running, "the ", 4) == 0 ? running + 4 : running;
}

const char *rows_date(struct call *call, const char *date)
{
	struct str text;

	str_init(&text);
	phrase_date(date, &text);
	const char *words = arena_strdup(&call->arena, text.text);
	str_clear(&text);
	return words;
}

const char *rows_country(struct call *call, const char *text)
{
	size_t count;
	const struct participant_row *rows = cache_participants(call->desk, &count), *found = NULL;
	char *key = text ? fold_key(text) : NULL;

	for (size_t i = 0; key && i < count; i++)
		for (size_t j = 0; j < rows[i].key_count; j++)
			if (strcmp(rows[i].keys[j], key) == 0 && strstr(rows[i].kind, "state"))
				found = &rows[i];
	free(key);
	return found ? in_parentheses(found) : text;
}

const char *rows_item(struct call *call, int64_t item)
{
	struct item_row row;

	return item && store_item(call->desk->store, item, &call->arena, &row) ? row.printed : "";
}

/* "6, 7, 8" as "6, 7 and 8" */
static const char *with_and(struct arena *arena, const char *numbers)
{
	const char *last = strrchr(numbers, ',');

	return last ? arena_printf(arena, "%.*s and%s", (int)(last - numbers), numbers, last + 1)
		    : numbers;
}

const char *rows_items(struct call *call, int64_t item)
{
	struct item_row row;

	if (!item || !store_item(call->desk->store, item, &call->arena, &row))
		return "";
	return row.together ? arena_printf(&call->arena, "items %s",
				      with_and(&call->arena, row.together))
			    : arena_printf(&call->arena, "item %s", row.printed);
}

enum { JOINT = 32 }; /* items are taken up jointly at most */

bool rows_open(struct call *call, int64_t item, int64_t meeting, int64_t at, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t items[JOINT], session = call->desk->session;
	size_t count = store_item_joint(store, item, items, JOINT);

	for (size_t i = 0; i < count && i < JOINT; i++) {
		if (items[i] != item && store_item_concluded(call->desk->store, items[i]))
			continue;
		if (!store_item_set_state(store, items[i], "open", err) ||
			(meeting && !store_consideration_open(
					    store, session, items[i], meeting, at, err)))
			return false;
	}
	return true;
}

bool rows_end_items(struct call *call, int64_t item, const char *state, int64_t at, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t items[JOINT];
	size_t count = store_item_joint(store, item, items, JOINT);

	for (size_t i = 0; i < count && i < JOINT; i++)
		if (!store_item_set_state(store, items[i], state, err) ||
			!store_consideration_close(store, items[i], at, err))
			return false;
	return true;
}

bool rows_end_speech(struct call *call, int64_t at, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t running = store_statement_running_id(store, call->desk->session);

	return (running == 0 || store_statement_stop(store, running, at, err)) &&
	       store_interruptions_end(store, call->desk->session, at, err);
}

bool rows_take_up(struct call *call, int64_t item, int64_t meeting, int64_t at, struct err *err)
{
	struct store *store = call->desk->store;
	struct item_row row;

	if (!store_item(store, item, &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such item");
	if (strcmp(row.state, "concluded") == 0)
		return call_given(call, "anyway") ||
		       call_ask(call, err, "anyway",
			       "Item %s is concluded: log it there all the same?", row.printed);
	if (strcmp(row.state, "open") == 0)
		return meeting == 0 || rows_open(call, item, meeting, at, err);
	str_addf(&call->reply, "%s opened; ", rows_items(call, item));
	return rows_open(call, item, meeting, at, err);
}

bool rows_may_write(struct call *call, const char *file, const char *what, struct err *err)
{
	struct stat st;

	if (!overwrite_spares_agenda(file, err))
		return false;
	return call_given(call, "anyway") || stat(file, &st) != 0 ||
	       call_ask(call, err, "anyway", "%s is there already. Write %s over it?", file, what);
}
