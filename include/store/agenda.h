/* SPDX-License-Identifier: MIT */
/* Sessions, bodies, items, the organization of work and documents. Rows that a
 * function returns are in the caller's arena. */
#ifndef STORE_AGENDA_H
#define STORE_AGENDA_H

#include <stddef.h>

#include "model/agenda.h"
#include "model/roster.h"
#include "store/store.h"

struct session_row {
	int64_t id;
	const char *key, *title, *organ, *place, *from, *to, *timezone;
	const char *agenda_status, *agenda_symbols, *agenda_date, *distribution, *language;
	bool rehearsal, archived, deleted;
	int64_t statements; /* of the whole session */
};

/* Newest first; deleted ones only if asked for. */
struct session_row *store_sessions(
	struct store *store, bool deleted, struct arena *arena, size_t *count);
bool store_session(struct store *store, int64_t id, struct arena *arena, struct session_row *row);
bool store_session_there(struct store *store, int64_t id); /* also a deleted one */
/* Its IANA name in the arena; NULL if it has none. */
const char *store_session_zone(struct store *store, int64_t id, struct arena *arena);
int64_t store_session_find(struct store *store, const char *key); /* 0 = none; deleted ones too */

/* Writes a whole agenda as a new session with the roster's names of its date;
 * returns its id, or 0. Within a change. */
int64_t store_session_create(struct store *store, const struct agenda *agenda,
	const struct roster *roster, bool rehearsal, struct err *err);
/* Sets one of: title place organ from to timezone distribution language agenda-date
 * agenda-status agenda-symbols agenda-heading agenda-annex archived deleted mode key. */
bool store_session_set(
	struct store *store, int64_t id, const char *field, const char *value, struct err *err);
/* The clock of a rehearsal, in milliseconds before or after the machine's, for other
 * programs that show it: kept beside the record, so that nothing is left to undo. */
bool store_session_keep_clock(struct store *store, int64_t session, int64_t shift, struct err *err);
bool store_session_clock(struct store *store, int64_t session, int64_t *shift); /* is it kept? */
/* What the room's screen was told to show: the number of a recommendation (r3), or 0 for
 * the floor; kept beside the record too. Told again it is another telling: the result of
 * store_session_shown is another one each time, 0 if nothing was ever told. */
bool store_session_keep_shown(struct store *store, int64_t session, int number, struct err *err);
int64_t store_session_shown(struct store *store, int64_t session, int *number);
/* Of which state of its agenda file, a sum of its bytes, was it settled what the session
 * takes of it; kept beside the record too. False: of none, or another one. 0: unknown. */
bool store_session_keep_file(struct store *store, int64_t session, int64_t sum, struct err *err);
bool store_session_knows_file(struct store *store, int64_t session, int64_t sum);
enum session_copy {
	COPY_AGENDA,    /* agenda and participants */
	COPY_RECORD,    /* and all that was made ready, logged and decided */
	COPY_REHEARSAL, /* and what was made ready: what is followed up, what States sent in; all
			 * of it while no meeting was held */
};
/* A new session like this one under another key. Returns its id, or 0. */
int64_t store_session_copy(
	struct store *store, int64_t id, const char *key, enum session_copy what, struct err *err);

/* Words that the agenda prints and that follow from nothing else. "heading" is the agenda's
 * own (body and item 0) or that of an item's annotation, "annex" that of the organization of
 * work, "session" of a body: which one of its sessions. NULL: none. */
const char *store_wording(struct store *store, int64_t session, int64_t body, int64_t item,
	const char *kind, struct arena *arena);
bool store_wording_set(struct store *store, int64_t session, int64_t body, int64_t item,
	const char *kind, const char *text, struct err *err);

struct body_row {
	int64_t id;
	const char *key, *name, *short_name, *symbol;
};
struct body_row *store_bodies(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
int64_t store_body_add(struct store *store, int64_t session, const char *key, const char *name,
	const char *short_name, const char *symbol, struct err *err);

struct officer_row {
	int64_t id, body;
	const char *role, *name, *country;
};
struct officer_row *store_officers(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
int64_t store_officer_add(struct store *store, int64_t session, int64_t body, const char *role,
	const char *name, const char *country, struct err *err);
bool store_officer_remove(struct store *store, int64_t officer, struct err *err);

struct item_row {
	int64_t id, parent, body;
	int depth; /* 0 for an item, 1 for a sub-item … */
	const char *label, *printed, *title, *annotation, *state;
	int64_t statements, recommendations;
	bool leaf;         /* has no sub-items */
	const char *joint; /* keys of the further bodies, "wg3", or NULL */
	/* The state in words. An open item is "introduced" once it has been presented (by the
	 * Chair, the Secretariat, a panellist) and "in debate" once a delegation has spoken on it
	 * (conventions 5.4); that follows from its log and is not stored. */
	const char *stage;
	/* Taken up jointly (conventions 2): the numbers of all, "6, 7", or NULL; and the first
	 * of them, whose list of speakers and log are those of all, or 0. */
	const char *together;
	int64_t lead;
};
/* The whole tree in printed order. */
struct item_row *store_items(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
bool store_item(struct store *store, int64_t id, struct arena *arena, struct item_row *row);
int64_t store_item_parent(struct store *store, int64_t id); /* 0 = none */
/* By its printed number; 0 = none, -1 = several bodies have it. */
int64_t store_item_find(struct store *store, int64_t session, const char *reference);
/* 'pending' 'open' 'suspended' 'concluded' */
bool store_item_concluded(struct store *store, int64_t id);
bool store_item_set_state(struct store *store, int64_t id, const char *state, struct err *err);

struct slot_row {
	int64_t id;
	const char *date, *half, *room, *label;
	int from, to;         /* minutes, -1 = none */
	const char *items;    /* planned: "1 (a), 1 (b), 2" */
	const char *taken_up; /* what was: items considered in its meeting */
	int64_t meeting;      /* that was held in it, or 0 */
};
struct slot_row *store_slots(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
bool store_slot(struct store *store, int64_t id, struct arena *arena, struct slot_row *row);
bool store_slot_has(struct store *store, int64_t slot, int64_t item); /* is it planned there? */
/* The items planned in a slot, with the words of the schedule. */
struct slot_item_row {
	int64_t item;
	const char *printed, *title, *state, *stage;
	bool taken_up; /* in the meeting of this slot */
};
struct slot_item_row *store_slot_items(
	struct store *store, int64_t slot, struct arena *arena, size_t *count);

struct document_row {
	int64_t id;
	int number; /* d5 */
	const char *kind, *title, *symbols, *state;
	const char *items;     /* "2, 4" */
	const char *date;      /* or NULL */
	const char *languages; /* versions that are out, "A C E" (model/language.h), or NULL */
	const char *late;      /* why it came late, or NULL */
};
struct document_row *store_documents(struct store *store, int64_t session, int64_t item,
	struct arena *arena, size_t *count); /* item 0 = all */
int64_t store_document_add(struct store *store, int64_t session, const char *kind,
	const char *title, const char *symbols, int *number, struct err *err);
bool store_document_to_item(struct store *store, int64_t document, int64_t item, struct err *err);
int64_t store_document_find(struct store *store, int64_t session, const char *symbol_or_number);

#endif
