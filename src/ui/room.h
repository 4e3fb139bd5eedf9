/* SPDX-License-Identifier: MIT */
/* The Room, as its files share it: the agenda tree, the floor with the speakers'
 * list, the log of statements with the note being written. */
#ifndef UI_ROOM_H
#define UI_ROOM_H

#include "base/arena.h"
#include "model/region.h"
#include "store/agenda_change.h"
#include "store/floor.h"
#include "store/spoken.h"
#include "ui/app.h"
#include "ui/view.h"
#include "list.h"
#include "verb.h"
#include "writing.h"

enum room_pane { PANE_AGENDA, PANE_QUEUE, PANE_LOG };

/* A window of the log of one item: what is seen and a margin. */
struct log {
	struct arena arena;
	struct statement_row *rows;
	size_t count;
	size_t selected;       /* under count, or 0 */
	size_t top;            /* the first one seen, if a note needs no rows */
	long owed;             /* rows that the cursor is to move when they are read */
	int64_t id, place;     /* of the selected one; 0 = none */
	bool at_start, at_end; /* there is nothing before, after the window */
	bool follow;           /* stays on the newest */
	int height;            /* rows that it is drawn in */
	int columns;
	int name_columns; /* of the widest name in the window */
};

/* Who is in which regional group. */
struct room_members {
	struct arena arena;
	int64_t session, version; /* of the roster, that it was read of */
	const struct participant_region *rows;
	size_t count;
};

struct room {
	enum room_pane focus;
	struct arena arena; /* of what follows */
	struct item_row *items;
	struct list agenda; /* its cursor; the rows are the items */
	int64_t item;       /* the selected one; 0 = none */
	int64_t listed;     /* whose list it has: of those taken up jointly the first */
	struct agenda_change *changes;
	size_t change_count;
	bool speaking;
	struct statement_row speaker; /* who is speaking, or whose speech is paused */
	bool paused;
	int limit;                    /* of its time, in seconds; 0 = none */
	struct request_row *requests; /* waiting for the selected item */
	bool passed;                  /* others had the floor before the first of them */
	int *moved; /* where the rules have each of them, 0: there; NULL: not asked for */
	struct spoken_time *spoken; /* on the item, of each of them; NULL: not known yet */
	bool adding_up;             /* but soon */
	int64_t list_closed;        /* when; 0: the list is open */
	struct room_members members;
	struct spoken_time region_times[REGIONS]; /* on the item */
	bool region_spoke[REGIONS];
	int region_count;   /* that have spoken; 0 also where it is not seen */
	int speaker_region; /* of who has the floor; negative: none */
	struct list queue;
	int64_t adopted, undecided; /* recommendations */
	const char *quorum;         /* "no quorum", or NULL: enough are there, or nobody counts */
	struct log log;
	struct writing *note; /* open while a note is written */
	struct verb_choice verbs;
	int64_t noted; /* its statement */
	int noted_number;
	int64_t made, taken_up; /* the last statement and item that were gone to */
	int64_t proposed;       /* the last recommendation that the desk was told of */
	/* When "next speaker" was pressed, on both clocks; 0: another key came since. */
	int64_t pressed, pressed_monotonic;
};

/* Where things are in an area of some size. */
struct room_layout {
	struct area agenda; /* columns 0: not shown */
	struct area title;  /* of the selected item */
	struct area floor;  /* one row */
	struct area queue;  /* one row, or the list: focus, pane, many rows */
	struct area marks;  /* one row between: what there is above and below */
	struct area log;
	struct area regions; /* below the list; no rows: not shown */
	bool queue_pane;     /* the list has a pane of its own */
};

const struct item_row *room_item(const struct room *room); /* NULL = none */
void room_select_item(struct room *room, struct app *app, int64_t item);

/* --- room_agenda.c --- */
void room_agenda_load(struct room *room, struct app *app, int rows);
void room_agenda_draw(const struct room *room, const struct area *area);
bool room_agenda_key(struct room *room, struct app *app, const struct key *key);

/* --- room_floor.c --- */
void room_floor_load(struct room *room, struct app *app);
void room_title_draw(const struct room *room, const struct area *area);
int room_title_rows(const struct room *room, int columns, int most);
void room_floor_draw(
	const struct room *room, const struct app *app, int64_t now, const struct area *area);
/* "right of reply"; NULL for an ordinary statement. */
const char *room_kind_words(const char *kind);

/* --- room_queue.c --- */
void room_queue_load(struct room *room, struct app *app, int rows);
/* How long each has spoken: to be asked for only where the list is seen whole. */
void room_spoken_load(struct room *room, struct app *app);
/* What stands behind a name: for whom, which person, in what capacity. */
void room_add_capacity(struct str *out, const struct app *app, const char *group,
	const char *person, const char *kind);
void room_queue_draw(
	const struct room *room, const struct app *app, int64_t now, const struct area *area);
bool room_queue_key(struct room *room, struct app *app, const struct key *key);

/* --- room_regions.c --- */
/* To be asked for only where there is a pane for it. */
void room_regions_load(struct room *room, struct app *app);
void room_regions_draw(const struct room *room, int64_t now, const struct area *area);

/* --- room_order.c --- */
/* Who was moved on the list: where its rows are seen. */
void room_order_load(struct room *room, struct app *app);

/* --- room_log.c --- */
void log_init(struct log *log);
void log_clear(struct log *log);
void log_load(struct log *log, struct app *app, int64_t item);
void log_select(struct log *log, int64_t statement);             /* at the next load */
void log_newest(struct log *log);                                /* the same */
const struct statement_row *log_selected(const struct log *log); /* NULL = none */
/* True if it was one of its keys; *reload if the window must be read again. */
bool log_key(struct log *log, const struct key *key, bool *reload);
void room_log_draw(
	const struct room *room, const struct app *app, int64_t now, const struct area *area);
void room_marks_draw(const struct room *room, const struct app *app, const struct area *seen,
	const struct area *area);
int room_note_columns(int log_columns);

/* --- room_correct.c --- */
/* Opens the form that puts the log right; true if the key does. */
bool room_correct_key(const struct room *room, struct app *app, const struct key *key);

/* --- room_note.c --- */
void room_note_open(struct room *room, struct app *app, int64_t statement);
bool room_note_is_open(const struct room *room);
bool room_note_key(struct room *room, struct app *app, const struct key *key);
const char *room_note_hints(const struct room *room);

#endif
