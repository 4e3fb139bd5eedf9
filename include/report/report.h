/* SPDX-License-Identifier: MIT */
/*
 * The draft report of a session: store → document tree, in short slices so that
 * a screen can show "building 40 %" and a key interrupts it (design, "Report").
 * The formulas are those of conventions 3; each generated paragraph has a key.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "document/document.h"
#include "model/agenda.h"
#include "model/rules.h"
#include "model/template.h"
#include "store/paragraph.h"
#include "store/store.h"

struct report;

/* What is missing for a complete report: a sentence with the command that
 * supplies it, "Who chaired the meeting is not known: officer add". */
struct report_gap {
	const char *text;
	size_t line; /* number of the paragraph that it concerns; 0 = none */
	/* What supplies it, as after ":": a command with what is known of its arguments, or
	 * NULL; what it is to be supplied for, to be looked at first, or 0. */
	const char *command;
	int64_t item, statement, recommendation;
	bool words; /* only words are wanting: supplied by editing the paragraph */
};

/* Begins building in the words of a template, of which it keeps a copy; the store is read in
 * steps and must stay open. Nothing is held
 * in the database between two steps; when its journal has moved, begin again. */
struct report *report_new(struct store *store, int64_t session, const struct template *template);
/* Before the first step: the statistics of the meetings as an annex, also where the
 * session does not keep that it wants them (rule "report.statistics"). */
void report_want_statistics(struct report *report);
/* Before the first step: only what no part has been issued with, as an issue of its own
 * with that symbol (NULL: not known yet). */
void report_want_next_part(struct report *report, const char *symbol);
/* The same: the day that it bears, "2018-05-29", where it is not that of the register or the
 * last of the session. */
void report_want_date(struct report *report, const char *date);
/* The same of a part that was issued, as it would be printed from what is known now. */
void report_want_part_again(struct report *report, int64_t part);
void report_free(struct report *report); /* at any step; NULL passes */

/* One slice (a few milliseconds of work, whatever the size); true when done. */
bool report_step(struct report *report);
int report_percent(const struct report *report); /* 0 to 100, never less than before */

/* The tree, numbered, complete after report_step returned true; borrowed. A
 * session that does not exist has an empty one. */
const struct document *report_document(const struct report *report);
const struct report_gap *report_gaps(const struct report *report, size_t *count);

/* A paragraph that somebody has edited, written, adopted or was asked to change. */
struct report_touch {
	int64_t id;                /* its row (store/paragraph.h) */
	int number;                /* g41 */
	const char *key;           /* as a node of it has it; "" of a written one */
	struct node *node;         /* borrowed; NULL: it is not printed … */
	const struct node *behind; /* … and would stand after this child of the root */
	const char *text;          /* theirs; NULL: as it is generated */
	const char *generated;     /* what it would read; NULL: from nothing */
	const char *made;          /* what theirs was made from; NULL */
	int version, proposals;    /* edits that came back */
	bool written, dropped, adopted;
	bool changed;  /* its sources have, since it was edited */
	bool gone;     /* what it was made from yields nothing any more */
	bool twice;    /* edited for two parts: the text of the later one */
	int corrected; /* as it was issued: the number of the one that stands for it; 0: none */
	const char *sources; /* in a part, of what it is generated from with its lists */
};
/* In the order of the report, once it is built. */
const struct report_touch *report_touches(const struct report *report, size_t *count);
/* That of a node, or NULL. */
const struct report_touch *report_touch_of(const struct report *report, const struct node *node);
/* What a row of a paragraph is to say of a node (store/paragraph.h), with the key of the
 * heading that it stands under (NULL: none). Texts are in the arena. False for one that is
 * no paragraph, and for a written one, which is found by its touch. */
bool report_paragraph(const struct report *report, const struct node *node, struct arena *arena,
	struct paragraph_key *key, const char **heading);
/* Has a part been issued with something of the paragraph of that key, or left it out? */
bool report_was_issued(struct report *report, const char *key);
/* Gives the nodes of a part, as it was issued, the keys that they have in a report that is
 * built: its items may have been renumbered since. */
void report_renumber_part(struct report *report, int64_t part, struct document *document);
/* Is the formula of a key one that tells each source in one part alone, and new ones in the
 * next? All others are of the part that first has them. */
bool report_tells_once(const char *key);
/* The paragraph printed with that number, or NULL. */
const struct node *report_numbered(const struct report *report, const char *label);

/* Adds the symbol that a document of the session has whose end it is, "L.1"; nothing where
 * no body of it has one. */
void report_symbol(struct store *store, int64_t session, const struct template *template,
	const char *end, struct str *out);

/* Is a paper of the register the final report? With it a report is no draft any more. */
struct document_row;
bool report_is_final(const struct document_row *document);

/* Of a paragraph that says how many made a point: how many did, of those who spoke under
 * the item, groups with their members. NULL of any other. For the screen alone. */
struct report_voices {
	const struct node *node;
	int64_t said, spoke;
};
const struct report_voices *report_voices_of(const struct report *report, const struct node *node);

/* All at once. */
struct report *report_build(struct store *store, int64_t session, const struct template *template);

/* The sheet to go on with on paper (command line, sheet): title, agenda,
 * participants with boxes to tick, blank lines for a speakers' list. The document
 * is the caller's, initialised and empty. */
void report_sheet(struct store *store, int64_t session, const struct template *template,
	struct document *document);
/* For interpreters and press: who has spoken, has the floor and waits, on an item (0: on
 * each that is open). The document likewise. */
void report_speakers(struct store *store, int64_t session, const struct template *template,
	int64_t item, int64_t now, struct document *document);
/* What is planned for the day of `now`, or the next day with a meeting. */
void report_order_of_day(struct store *store, int64_t session, const struct template *template,
	int64_t now, struct document *document);
/* The agenda as a document, of a session or out of a file: masthead, items, annotations,
 * organization of work (conventions 1.1, 1.3, 1.5, and the provisional agenda of 2012).
 * Once it is adopted, also by its own status, nothing is called provisional any more. */
void report_agenda(const struct agenda *agenda, const struct template *template, bool adopted,
	struct document *document);
/* What the Chair says now, and next as the meeting goes, of an item (0: the one that is
 * spoken on, else one that is open), by the rules of procedure of the session. */
void report_script(struct store *store, int64_t session, const struct template *template,
	int64_t item, const struct rules *rules, int64_t now, struct document *document);
/* What the Chair asked for, of whom and by when, under an item (0: any); `open`: what is not
 * done. */
void report_action_points(struct store *store, int64_t session, const struct template *template,
	int64_t item, bool open, struct document *document);
/* Planned and used time of each meeting until `now`, late starts, and their sums. */
void report_statistics(struct store *store, int64_t session, const struct template *template,
	int64_t now, struct document *document);
/* The texts of the recommendations, in one of these forms: */
enum texts_view {
	TEXTS_PROPOSED,  /* each as it was first proposed */
	TEXTS_MARKED,    /* what has become of that since, marked (model/negotiation.h) */
	TEXTS_AMENDED,   /* as they would read with all taken that need not be asked about */
	TEXTS_CLEAN,     /* as they are now */
	TEXTS_FINAL,     /* what was adopted, as in the report */
	TEXTS_PROJECTED, /* as they are now, with all that is proposed marked, whose it is */
	TEXTS_VIEWS
};
struct texts_wanted {
	enum texts_view view;
	int64_t recommendation; /* 0: all that have a letter */
	int64_t non_paper;      /* as they were in it, CLEAN or PROJECTED; 0: as they are now */
	bool lines;             /* with the numbers of lines, through the document */
};
void report_texts(struct store *store, int64_t session, const struct template *template,
	const struct texts_wanted *wanted, struct document *document);
/* Who answered a survey (0: each of the session), who did not, which States to invite to
 * the panel, and the sources of the background paper (workplan of 2013, paragraphs 6 to
 * 9). contacts: with the focal points, which are personal data. */
void report_contributions(struct store *store, int64_t session, const struct template *template,
	int64_t survey, bool contacts, struct document *document);
/* The texts that are followed up, as their reports have them: the same words, letters,
 * numbers and signs, under the same headings. The document likewise. */
void report_follow_up_texts(struct store *store, int64_t session, struct document *document);

#endif
