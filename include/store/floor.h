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
};
/* Those waiting on the item's list, in order; limit 0 = all. */
struct request_row *store_requests(
	struct store *store, int64_t item, size_t limit, struct arena *arena, size_t *count);
int64_t store_requests_waiting(struct store *store, int64_t item);
/* The waiting request of a participant (for the same group) on the item; 0 = none. */
int64_t store_request_find(struct store *store, int64_t item, int64_t participant);
bool store_request(struct store *store, int64_t id, struct arena *arena, struct request_row *row);
int64_t store_request_add(struct store *store, int64_t session, int64_t item, int64_t participant,
	int64_t on_behalf, const char *person, const char *kind, int64_t at, struct err *err);
bool store_request_set_state(struct store *store, int64_t request, const char *state,
	int64_t statement, struct err *err);
bool store_request_move(
	struct store *store, int64_t request, int place, struct err *err); /* 1 = first */

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
/* A window of an item's log (item 0: of the whole session, by number). From the
 * place `from`: `before` rows before it and `after` rows from it on; from
 * INT64_MAX is the end. In order. */
struct statement_row *store_statements(struct store *store, int64_t session, int64_t item,
	int64_t from, size_t before, size_t after, struct arena *arena, size_t *count);
/* Who has the floor (the newest running span of the session); false if nobody. */
bool store_statement_running(
	struct store *store, int64_t session, struct arena *arena, struct statement_row *row);
bool store_statement_stop(struct store *store, int64_t statement, int64_t at, struct err *err);
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
