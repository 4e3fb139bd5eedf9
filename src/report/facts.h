/* SPDX-License-Identifier: MIT */
/*
 * What a report must know about its session before the first sentence: short
 * tables, loaded whole, and the phrases made of them. What a phrase adds is
 * plain text; formula.h escapes it.
 *
 * A set of bodies is a uint64_t: bit i is the body at index i. A session of more
 * than 64 bodies is reported on for the first 64.
 */
#ifndef REPORT_FACTS_H
#define REPORT_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/item_role.h"
#include "model/template.h"
#include "store/agenda_change.h"
#include "store/meeting.h"
#include "store/participant.h"
#include "store/report_rows.h"

/* Which list or sentence a participant belongs to, in the order of the lists
 * (conventions 4.2). */
enum standing {
	STANDING_PARTY,     /* States, and organizations that are parties */
	STANDING_STATE,     /* its treaty status is not known */
	STANDING_UNSETTLED, /* nor that of an organization or observer State */
	STANDING_SIGNATORY,
	STANDING_NONPARTY,
	STANDING_OBSERVER_STATE,
	STANDING_UN_BODY,
	STANDING_INSTITUTE,
	STANDING_AGENCY,
	STANDING_INTERGOVERNMENTAL,
	STANDING_NONGOVERNMENTAL,
	STANDING_GUEST,
	STANDING_GROUP,
	STANDING_SECRETARIAT,
	STANDING_OFFICER,
	STANDINGS
};

struct facts_place { /* where a participant is in the list */
	int64_t id;
	size_t index;
};

struct facts_english { /* what a participant is called outside the report */
	const char *list, *running;
};

struct facts {
	const struct template *template; /* whose words the phrases have */
	struct arena *arena;
	struct session_row session;
	struct body_row *bodies; /* at least one: else the session itself */
	struct officer_row *officers;
	struct item_row *items; /* in printed order */
	struct meeting_row *meetings;
	struct meeting_number *numbers; /* that the bodies give them */
	struct slot_row *slots;
	struct document_row *documents;
	struct participant_row *participants; /* in the order of lists */
	struct report_joint *joints;
	struct report_mandate *mandates;
	struct report_considered *considered;
	struct report_act *acts;
	struct agenda_change *changes; /* of the agenda and the organization of work */
	struct adopted_item *adopted;
	size_t body_count, officer_count, item_count, meeting_count, slot_count, document_count,
		participant_count, joint_count, mandate_count, considered_count, act_count,
		number_count, change_count, adopted_count;
	struct facts_place *places;    /* by id */
	bool *attended;                /* by index of the participant */
	struct facts_english *english; /* likewise; NULL: they have the names that they have */
	uint64_t hosts;                /* the bodies that meet; the others join them for an item */
	struct officer_row seated;     /* who was in the chair first; name NULL if not known */
};

/* False if there is no such session. The template is borrowed. */
bool facts_load(struct facts *facts, struct store *store, int64_t session,
	const struct template *template, struct arena *arena);

bool facts_several(uint64_t bodies); /* more than one */
/* The bodies that consider an item; those that meet here if it says nothing. */
uint64_t facts_bodies_of(const struct facts *facts, const struct item_row *item);
enum item_role facts_role(const struct item_row *item);
bool facts_considered(const struct facts *facts, const struct item_row *item);
bool facts_has_children(const struct facts *facts, const struct item_row *item);
/* Index of a participant, or participant_count. */
size_t facts_participant(const struct facts *facts, int64_t id);
enum standing facts_standing(const struct participant_row *participant);
bool facts_is_unknown(enum standing standing); /* the treaty status is not known */
const struct meeting_row *facts_meeting(const struct facts *facts, int64_t id); /* or NULL */
/* The number that a body alone gives a meeting; of several, that in the session. */
int facts_meeting_number(
	const struct facts *facts, const struct meeting_row *meeting, uint64_t bodies);

/* "the Working Group on X" or "the Working Group on X and the Working Group on Y" */
void facts_names(const struct facts *facts, uint64_t bodies, struct str *out);
/* "the Working Group", "the working groups"; where two bodies meet, one of them
 * only by its whole name. */
void facts_bodies(const struct facts *facts, uint64_t bodies, struct str *out);
/* "of the Working Group on X and of the Working Group on Y", as the language has it. */
void facts_names_of(const struct facts *facts, uint64_t bodies, struct str *out);
/* What a choice of a formula looks at: one or several, and the gender of their nouns. */
const char *facts_form(const struct facts *facts, uint64_t bodies);
/* "the Conference", to which they report; nothing if it is not known. */
void facts_organ(const struct facts *facts, struct str *out);
/* Names without article, for a heading. */
void facts_plain_names(const struct facts *facts, uint64_t bodies, struct str *out);
/* "wg2+wg3", for keys. */
void facts_keys(const struct facts *facts, uint64_t bodies, struct str *out);

/* The number that an item has in a body; "[…]" where it is not known, which is so in a
 * body that only joins for the item: its agenda is another paper. Bodies that both meet
 * share a number unless it is said otherwise. */
const char *facts_printed(const struct facts *facts, const struct item_row *item, size_t body);
bool facts_has_number(const struct facts *facts, const struct item_row *item, size_t body);
/* agenda item 3, entitled “T” / the joint agenda item 3, entitled “T”; where
 * several bodies meet and it is not said otherwise whose item it is, also:
 * agenda item 3 of the Working Group on X, entitled “T” */
void facts_item(
	const struct facts *facts, const struct item_row *item, bool body_said, struct str *out);
/* the agenda item entitled “T” */
void facts_item_titled(const struct facts *facts, const struct item_row *item, struct str *out);
/* Is it the first of several that are taken up jointly? Phrases then name all of them;
 * what was said under another one alone before stays under that one. */
bool facts_leads(const struct item_row *item);
/* Another one of them, whose statements are those of the first. */
bool facts_follows(const struct item_row *item);
/* False if its bodies have other numbers for it: the phrase then has none. */
bool facts_has_one_number(const struct facts *facts, const struct item_row *item);
/* (agenda item 3, A; agenda item 2, B) */
void facts_item_bracket(const struct facts *facts, const struct item_row *item, struct str *out);
/* The year of a date stands only where it is first mentioned (conventions 3): *year is
 * the one mentioned last, 0 = none, and is kept up to date. */
/* the morning of 17 October and the afternoon of 18 October 2012; nothing if not known */
void facts_half_days(
	const struct facts *facts, const struct item_row *item, int *year, struct str *out);
/* the morning of 17 October; 17 October without a time: of a slot in a trace */
void facts_slot(const struct facts *facts, const char *code, int *year, struct str *out);
/* 17 October 2012 */
void facts_meeting_date(
	const struct facts *facts, const struct meeting_row *meeting, int *year, struct str *out);
/* The officer who chairs the body, else, where one body meets, who was in the chair first;
 * NULL if not known. */
const struct officer_row *facts_chair(const struct facts *facts, size_t body);

/* Is a paper of the register the draft report itself (L.1)? */
bool facts_is_draft_report(const struct document_row *document);
bool facts_is_final_report(const struct document_row *document);
bool facts_is_this_report(const struct document_row *document);

/* Double quotation marks inside become single ones (conventions 1.8). */
void facts_inside_quotes(const struct template *template, const char *text, struct str *out);

#endif
