/* SPDX-License-Identifier: MIT */
/*
 * The forms with which the log of the Room is put right: a statement that is corrected,
 * joined with another one, or added, each filled with what is known already.
 */
#include <string.h>

#include "base/civil.h"
#include "store/meeting.h"
#include "app_inside.h"
#include "room.h"
#include "show.h"
#include "writing.h"

/* As a TIME is typed; without the date if that is the day of `now`. */
static const char *time_text(struct arena *arena, int64_t at, int64_t now)
{
	struct civil then = civil_at(at), today = civil_at(now);
	char date[11], other[11];

	civil_format_date(&then, date);
	civil_format_date(&today, other);
	bool same = strcmp(date, other) == 0;
	return at == 0 ? NULL
		       : arena_printf(arena, "%s%s%02d:%02d:%02d", same ? "" : date,
				 same ? "" : "T", then.hour, then.minute, then.second);
}

static const char *meeting_text(struct app *app, struct arena *arena, int64_t meeting)
{
	size_t count;
	struct meeting_row *rows = store_meetings(app_store(app), app_session(app), arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].id == meeting)
			return arena_printf(arena, "%d", rows[i].number);
	return NULL;
}

/* The form of the selected statement begins with what is known of it. */
static void correct(struct app *app, const struct statement_row *row)
{
	struct words words = {.command = command_find("statement edit")}, shown = words;
	struct arena arena;
	int64_t now = desk_now(app_desk(app));

	arena_init(&arena);
	writing_put(&words, "statement", arena_printf(&arena, "s%d", row->number));
	writing_put(&shown, "name", row->name);
	writing_put(&shown, "item", row->item_printed);
	writing_put(&shown, "kind", row->kind);
	writing_put(&shown, "for", row->group);
	writing_put(&shown, "person", row->person);
	writing_put(&shown, "meeting", meeting_text(app, &arena, row->meeting));
	writing_put(&shown, "from", time_text(&arena, row->started, now));
	writing_put(&shown, "to", time_text(&arena, row->stopped, now));
	app_run_form(app, &words, &shown);
	arena_clear(&arena);
}

/* What a statement was torn from is most likely the one before of the same speaker. */
static void join(const struct room *room, struct app *app, const struct statement_row *row)
{
	struct words words = {.command = command_find("statement merge")}, shown = words;
	const struct statement_row *before = NULL;
	struct arena arena;

	arena_init(&arena);
	for (const struct statement_row *r = room->log.rows; r < row; r++)
		if (r->participant == row->participant && r->on_behalf == row->on_behalf)
			before = r;
	writing_put(&words, "statement", arena_printf(&arena, "s%d", row->number));
	if (before)
		writing_put(&shown, "with", arena_printf(&arena, "s%d", before->number));
	app_run_form(app, &words, &shown);
	arena_clear(&arena);
}

/* Who spoke, for whom and in what capacity; on the item that is selected. */
static bool add_key(const struct room *room, struct app *app, const struct key *key)
{
	struct words words = {.command = command_find("statement add")}, shown = words;
	const struct item_row *item = room_item(room);

	if (!show_key_runs(key, "statement add"))
		return false;
	if (item && item->leaf)
		writing_put(&shown, "item", item->printed);
	app_run_form(app, &words, &shown);
	return true;
}

static bool correct_key(const struct room *room, struct app *app, const struct key *key)
{
	const struct statement_row *row = room->focus == PANE_LOG ? log_selected(&room->log) : NULL;
	bool edits = show_key_runs(key, "statement edit");

	if (!edits && !show_key_runs(key, "statement merge"))
		return false;
	if (row && edits)
		correct(app, row);
	else if (row)
		join(room, app, row);
	else
		app_say(app, TONE_PLAIN, "Select a statement of the log first");
	return true;
}

bool room_correct_key(const struct room *room, struct app *app, const struct key *key)
{
	return correct_key(room, app, key) || add_key(room, app, key);
}
