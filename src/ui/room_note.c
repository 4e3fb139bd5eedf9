/* SPDX-License-Identifier: MIT */
/*
 * The note of a statement, written in the log below its row while the floor
 * goes on. It is kept as a draft as it is typed (writing.h) and saved when it
 * is left, by one command that carries the version it began from. If somebody
 * else has saved another text meanwhile, both are shown and nothing is
 * overwritten; if the disk fails, the text stays here and goes to a file.
 */
#include <stdio.h>
#include <string.h>

#include "app_inside.h"
#include "conflict.h"
#include "room.h"

bool room_note_is_open(const struct room *room)
{
	return writing_is_open(room->note);
}

/* --- saving --- */

static bool save_over(struct room *room, struct app *app, int version)
{
	struct words words = {.command = command_find("statement note")};
	char statement[24], began[24];
	struct call call;

	snprintf(statement, sizeof statement, "s%d", room->noted_number);
	snprintf(began, sizeof began, "%d", version);
	writing_put(&words, "statement", statement);
	writing_put(&words, "text", room->note->edit.text.text);
	writing_put(&words, "replace", "yes");
	writing_put(&words, "version", began);
	call_init(&call, app_desk(app));
	enum outcome outcome = writing_save(room->note, app, &words, &call);
	call_clear(&call);
	return outcome == OUTCOME_DONE;
}

static bool save_changed(struct room *room, struct app *app, int seen);

/* Over the version that was shown; a newer one is shown first. */
static void chosen(void *state, struct app *app, bool mine, const struct conflict *seen)
{
	struct room *room = state;

	if (mine)
		save_changed(room, app, seen->version);
	else
		writing_close(room->note, app);
	app_reload(app);
}

static void show_conflict(struct room *room, struct app *app, const struct statement_row *now)
{
	char what[48];

	snprintf(what, sizeof what, "the note of s%d", room->noted_number);
	app_push(app, &view_conflict,
		&(struct conflict){.what = what,
			.theirs = now->note,
			.mine = room->note->edit.text.text,
			.version = now->version,
			.chosen = chosen,
			.state = room});
}

/* Seen is the newest version that the person knows of. */
static bool save_changed(struct room *room, struct app *app, int seen)
{
	struct statement_row now;
	struct arena arena;
	bool saved = false;

	arena_init(&arena);
	if (!store_statement(app_store(app), room->noted, &arena, &now))
		app_say(app, TONE_BAD, "s%d is not there any more: copy what you need, then Ctrl-G",
			room->noted_number);
	else if (now.version != seen && strcmp(now.note, room->note->edit.text.text) != 0)
		show_conflict(room, app, &now);
	else
		saved = save_over(room, app, now.version);
	arena_clear(&arena);
	return saved;
}

/* Saves it and closes it; false if it is still open. */
static bool save_note(struct room *room, struct app *app)
{
	if (!room_note_is_open(room))
		return true;
	if (writing_changed(room->note))
		return save_changed(room, app, room->note->version);
	writing_close(room->note, app);
	app_reload(app);
	return true;
}

/* --- opening --- */

static void open_row(struct room *room, struct app *app, const struct statement_row *row)
{
	char key[32];

	room->noted = row->id;
	room->noted_number = row->number;
	room->focus = PANE_LOG;
	if (row->item != room->listed)
		room_select_item(room, app, row->item);
	log_select(&room->log, row->id);
	snprintf(key, sizeof key, "note s%d", row->number);
	writing_open(room->note, app, key, row->note, row->version);
	app_reload(app);
}

void room_note_open(struct room *room, struct app *app, int64_t statement)
{
	struct statement_row row;
	struct arena arena;

	if (app->looking || store_read_only(app_store(app))) {
		app_say(app, TONE_BAD,
			app->looking ? "You are only looking at this session"
				     : "The database can only be read");
		return;
	}
	if (!save_note(room, app))
		return;
	arena_init(&arena);
	if (store_statement(app_store(app), statement, &arena, &row))
		open_row(room, app, &row);
	arena_clear(&arena);
}

static int64_t newest(const struct room *room, struct app *app)
{
	struct arena arena;
	size_t count = 0;
	int64_t id = 0;

	if (room->speaking && room->speaker.item == room->listed)
		return room->speaker.id;
	arena_init(&arena);
	struct statement_row *rows = store_statements(
		app_store(app), app_session(app), room->listed, INT64_MAX, 1, 0, &arena, &count);
	if (count > 0)
		id = rows[count - 1].id;
	arena_clear(&arena);
	return id;
}

/* The row before the one whose note is written. */
static int64_t one_before(const struct room *room)
{
	const struct log *log = &room->log;

	for (size_t i = 1; i < log->count; i++)
		if (log->rows[i].id == room->noted)
			return log->rows[i - 1].id;
	return 0;
}

/* --- keys --- */

static void take_outside(void *state, struct app *app, const char *text)
{
	struct room *room = state;

	writing_replace(room->note, text);
	app_reload(app);
}

static void go_to(struct room *room, struct app *app, int64_t statement, const char *nothing)
{
	if (statement == 0 || statement == room->noted)
		app_say(app, TONE_PLAIN, "%s", nothing);
	else
		room_note_open(room, app, statement);
}

bool room_note_key(struct room *room, struct app *app, const struct key *key)
{
	if (verb_key(&room->verbs, room->note, app, key))
		return true;
	if (key->alt && key->code == KEY_DOWN) {
		go_to(room, app, newest(room, app), "This is the newest statement");
		return true;
	}
	if (key->alt && key->code == KEY_UP) {
		go_to(room, app, one_before(room), "This is the first statement");
		return true;
	}
	if (key_ctrl(key) == 'q')
		return !save_note(room, app);
	switch (writing_key(room->note, app, key, room_note_columns(room->log.columns))) {
	case WRITING_NOT_MINE:
		return false;
	case WRITING_TAKEN:
		return true;
	case WRITING_DONE:
		save_note(room, app);
		return true;
	case WRITING_LEFT:
		app_reload(app);
		return true;
	case WRITING_OUTSIDE:
		app_edit_outside(app, room->note->edit.text.text, take_outside);
		return true;
	}
	return true;
}

const char *room_note_hints(const struct room *room)
{
	(void)room;
	return "Esc save  Alt-n next speaker  Alt-↓ newest  Alt-↑ before  Tab verb  "
	       "Enter new line  Ctrl-X editor  Ctrl-G give up";
}
