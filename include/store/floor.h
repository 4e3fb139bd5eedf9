/* SPDX-License-Identifier: MIT */
/* The speakers' list, statements, their time and their points. */
#ifndef STORE_FLOOR_H
#define STORE_FLOOR_H

#include <stddef.h>

#include "store/store.h"

struct request_row {
	int64_t id, item, participant, on_behalf;
	const char *name, *group; /* list name; running name of the group, or NULL */
	const char *person, *kind, *state;
	int64_t requested;
	const char *rank;
	const char *participant_kind, *status; /* as in the roster: "state", "party" */
	bool late; /* asked for the floor when the list was closed, and it still is */
};
/* Those on the item's list, in order: waiting, or absent when they were called; limit
 * 0 = all. */
struct request_row *store_requests(
	struct store *store, int64_t item, size_t limit, struct arena *arena, size_t *count);
bool store_request_waits(struct store *store, int64_t item); /* is there any? */
int64_t store_requests_waiting(struct store *store, int64_t item);
/* The first request of a participant on the item's list; 0 = none. */
int64_t store_request_find(struct store *store, int64_t item, int64_t participant);
int64_t store_request_of(struct store *store, int64_t statement); /* 0 = it had none */
bool store_request(struct store *store, int64_t id, struct arena *arena, struct request_row *row);
int64_t store_request_add(struct store *store, int64_t session, int64_t item, int64_t participant,
	int64_t on_behalf, const char *person, const char *kind, int64_t at, struct err *err);
bool store_request_set_state(struct store *store, int64_t request, const char *state,
	int64_t statement, struct err *err);
/* Who is on the list of one item stands behind those on the other's, in the same order. */
bool store_requests_move(struct store *store, int64_t from, int64_t to, struct err *err);
bool store_request_move(
	struct store *store, int64_t request, int place, struct err *err); /* 1 = first */
/* Has anybody who stands behind it on the list been given the floor since it was made? */
bool store_request_passed(struct store *store, const struct request_row *request);

/* --- closing and opening of a list (closing.c) --- */

/* When the item's list was closed; 0 if it is open. */
int64_t store_list_closed(struct store *store, int64_t item);
bool store_list_close(
	struct store *store, int64_t session, int64_t item, int64_t at, struct err *err);
bool store_list_open(struct store *store, int64_t item, int64_t at, struct err *err);

struct statement_row {
	int64_t id, item, meeting, participant, on_behalf, place;
	int number; /* s12 */
	const char *name, *group, *person, *kind;
	const char *item_printed;
	int64_t started, stopped; /* stopped 0 = has the floor */
	int64_t since;            /* its running span began; 0 = none runs */
	int64_t seconds;          /* of its finished spans */
	int version;              /* of its note */
	const char *note;         /* points joined by LF; "" = none */
	size_t points;
};

struct statement_new {
	int64_t session, item, meeting, participant, on_behalf;
	const char *person, *kind;
	int64_t from, to; /* to 0 = begins to speak; from 0 = no time known */
};
/* Puts it at the end of the item's log, or by its time if it began before the
 * last one. *number gets the public one. */
int64_t store_statement_add(
	struct store *store, const struct statement_new *new, int *number, struct err *err);
/* Seconds that it has been spoken at an instant, pauses left out. */
int64_t statement_seconds(const struct statement_row *row, int64_t now);
bool store_statement(
	struct store *store, int64_t id, struct arena *arena, struct statement_row *row);
int64_t store_statement_find(struct store *store, int64_t session, int number); /* 0 = none */
/* How many statements of a kind a participant has made on an item. */
int store_statements_of(struct store *store, int64_t item, int64_t participant, const char *kind);
/* A window of an item's log (item 0: of the whole session, by number). From the
 * place `from`: `before` rows before it and `after` rows from it on; from
 * INT64_MAX is the end. In order. */
struct statement_row *store_statements(struct store *store, int64_t session, int64_t item,
	int64_t from, size_t before, size_t after, struct arena *arena, size_t *count);
/* The item of a statement, 0 if there is none, and its place in the item's log. */
int64_t store_statement_item(struct store *store, int64_t statement, int64_t *place);
/* Who has the floor (the newest running span of the session); false, or 0, if nobody. */
int64_t store_statement_running_id(struct store *store, int64_t session);
bool store_statement_running(
	struct store *store, int64_t session, struct arena *arena, struct statement_row *row);
/* Its clock stands, and its request has had the floor. */
bool store_statement_stop(struct store *store, int64_t statement, int64_t at, struct err *err);

/* --- pauses and points of order (interruption.c) --- */

/* The speech that was paused last and has not gone on; false if there is none. */
bool store_statement_paused(
	struct store *store, int64_t session, struct arena *arena, struct statement_row *row);
/* Is it paused, or interrupted, and has not gone on? */
bool store_statement_stands(struct store *store, int64_t statement);
/* The speech that goes on when this one, a point of order, has ended; 0 = none. */
int64_t store_statement_interrupted(struct store *store, int64_t statement);
/* Pauses it: its clock stands. */
bool store_statement_interrupt(
	struct store *store, int64_t session, int64_t statement, int64_t at, struct err *err);
/* What has just been paused was interrupted by a point of order. */
bool store_interruption_by(struct store *store, int64_t statement, int64_t point, struct err *err);
/* It goes on. */
bool store_statement_resume(struct store *store, int64_t statement, int64_t at, struct err *err);
/* What was interrupted or paused in the session does not go on any more. */
bool store_interruptions_end(struct store *store, int64_t session, int64_t at, struct err *err);
/* The latest instant that the clock of the newest speech has seen; 0 = none. */
int64_t store_floor_newest(struct store *store, int64_t session);
/* A statement of the meeting that was begun or went on after an instant, and so would
 * overlap with one that is given the floor then; false = none. */
bool store_floor_taken(struct store *store, int64_t meeting, int64_t at, struct arena *arena,
	struct statement_row *row);

struct ruling_row {
	int64_t statement;
	const char *text, *appeal; /* "upheld", "overruled" or NULL */
	int64_t at;
};
/* The newest point of order of the session; 0 = none. */
int64_t store_point_of_order(struct store *store, int64_t session);
int64_t store_point_find(struct store *store, int64_t session, int number); /* p7; 0 = none */
bool store_ruling(
	struct store *store, int64_t statement, struct arena *arena, struct ruling_row *row);
/* Instead of the one that was recorded, if there was. */
bool store_ruling_set(
	struct store *store, int64_t session, const struct ruling_row *ruling, struct err *err);
/* fields: participant on_behalf item meeting (id), person kind (text), from to (ms);
 * item and from also move it to where its beginning stands in the log */
bool store_statement_set(struct store *store, int64_t statement, const char *field, int64_t id,
	const char *text, struct err *err);
/* Replaces the note: lines that stay keep their points and numbers. Refuses with
 * ERR_TRY_AGAIN when the version has moved from the one it began from (0 = any). */
bool store_statement_note(
	struct store *store, int64_t statement, const char *text, int version, struct err *err);
bool store_statement_delete(struct store *store, int64_t statement, struct err *err);

#endif
