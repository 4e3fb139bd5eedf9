/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs of the report that somebody touched. A row finds the paragraph that is
 * generated in its place by formula, bodies, item and class; one without formula was
 * written by hand. Every text that it ever had is kept.
 */
#ifndef STORE_PARAGRAPH_H
#define STORE_PARAGRAPH_H

#include <stddef.h>

#include "store/store.h"

/* Which generated paragraph it is. */
struct paragraph_key {
	const char *formula; /* "STAT-1"; "": a written one */
	const char *bodies;  /* their keys, "wg2+wg3" */
	int64_t item;        /* 0 = none */
	const char *class;   /* "party", or "" */
};

struct paragraph_row {
	int64_t id;
	int number; /* g41 */
	struct paragraph_key key;
	const char *item;    /* its number as printed; NULL = none */
	int64_t part;        /* in which it was issued; 0: in none yet */
	const char *heading; /* key of what it stands under */
	int64_t behind;      /* of a written one: a paragraph there; 0: at the end */
	const char *rank;    /* among those behind the same */
	const char *text;    /* theirs; NULL: as it is generated */
	const char *made;    /* the wording that theirs was made from; NULL */
	int64_t sequence;    /* of the journal, then */
	int version;
	bool dropped;         /* not to be printed */
	bool final;           /* for the final report alone … */
	int64_t corrects;     /* … where it stands for this one, which was issued; 0 */
	const char *left_out; /* dropped, and issued: what it stood on; NULL: not known */
	bool adopted;         /* its newest act says so */
	int proposals;        /* edits that came back and are not decided */
};
/* By rank of those behind one place, else by number. */
struct paragraph_row *store_paragraphs(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
bool store_paragraph(
	struct store *store, int64_t id, struct arena *arena, struct paragraph_row *row);
int64_t store_paragraph_find(struct store *store, int64_t session, int number); /* 0 = none */
/* The one of that key that no part has been issued with, for the next part or for the final
 * report, where it corrects none; 0 = none. */
int64_t store_paragraph_of(
	struct store *store, int64_t session, const struct paragraph_key *key, bool final);
/* The one that corrects it in the final report; 0 = none. */
int64_t store_paragraph_correction(struct store *store, int64_t id);
/* From now on it is for the final report alone. */
bool store_paragraph_make_final(struct store *store, int64_t id, struct err *err);

struct paragraph_new {
	int64_t session;
	struct paragraph_key key;
	const char *heading;
	int64_t behind;
	bool final;
	int64_t corrects;
	int64_t part; /* that it was issued in as it was generated; 0 */
};
/* Its id, and its number; 0 on failure. A written one comes last of those behind one
 * place, and has no text yet. */
int64_t store_paragraph_add(
	struct store *store, const struct paragraph_new *new, int *number, struct err *err);

/* How a text came. */
enum paragraph_how {
	PARAGRAPH_EDIT,
	PARAGRAPH_FLOOR, /* an amendment from the floor while the report was adopted */
	PARAGRAPH_TAKEN, /* what is generated now in the place of theirs */
	PARAGRAPH_KEPT,  /* theirs stays, though its sources have changed */
	PARAGRAPH_MERGED,
	PARAGRAPH_RETURNED, /* an edit that came back from another machine */
	PARAGRAPH_REVERTED,
	PARAGRAPH_DROPPED,
	PARAGRAPH_HOWS
};
const char *paragraph_how_word(enum paragraph_how how); /* "edit", "floor" … */

struct paragraph_edit {
	enum paragraph_how how;
	const char *text; /* NULL: as it is generated */
	const char *made; /* what is generated now; NULL of a written one */
	bool dropped;
	int version; /* that it began from; 0: whatever it is */
	int64_t proposer, on_behalf, meeting, at;
	const char *person;
};
/* A new version. ERR_TRY_AGAIN if `version` is not the newest any more. */
bool store_paragraph_edit(
	struct store *store, int64_t id, const struct paragraph_edit *edit, struct err *err);

struct paragraph_version {
	int version;
	const char *text; /* NULL: as it was generated */
	const char *how;
	const char *proposer; /* as in lists; NULL */
	const char *person;
	int meeting; /* its number; 0 = none */
	int64_t at;
};
/* The oldest first. */
struct paragraph_version *store_paragraph_versions(
	struct store *store, int64_t id, struct arena *arena, size_t *count);

/* --- what a written one stands on --- */

/* "p3 s1-2", as model/sources.h has it; "" for nothing. In the arena. */
const char *store_paragraph_sources(struct store *store, int64_t id, struct arena *arena);
/* Of these one, the others 0. It passes if that is known already. */
bool store_paragraph_cite(struct store *store, int64_t id, int64_t statement, int64_t point,
	int64_t recommendation, struct err *err);
bool store_paragraph_uncite(struct store *store, int64_t id, int64_t statement, int64_t point,
	int64_t recommendation, struct err *err);

/* --- its adoption --- */

struct paragraph_act {
	int64_t session, paragraph, part; /* paragraph 0: the whole part; part 0: the draft */
	const char *label;                /* as it was printed then: "12" */
	bool adopted;                     /* else it was opened again */
	bool orally_amended;
	const char *text; /* as it was adopted */
	int64_t meeting, at;
};
bool store_paragraph_act(struct store *store, const struct paragraph_act *act, struct err *err);

/* --- edits that came back --- */

struct paragraph_proposal {
	int64_t id, paragraph;
	int number;       /* of the paragraph */
	const char *base; /* NULL: a new paragraph */
	const char *text, *person, *file;
	int64_t at;
};
/* Those that are not decided, of a paragraph (0: of the session), the oldest first. */
struct paragraph_proposal *store_paragraph_proposals(struct store *store, int64_t session,
	int64_t paragraph, struct arena *arena, size_t *count);
int64_t store_paragraph_propose(struct store *store, int64_t session,
	const struct paragraph_proposal *proposal, struct err *err);
bool store_paragraph_proposal_decide(
	struct store *store, int64_t id, bool accepted, struct err *err);

#endif
