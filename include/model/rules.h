/* SPDX-License-Identifier: MIT */
/*
 * A body's rules of procedure, as far as a program can hold them (conventions 5.1
 * to 5.3): who comes first on a speakers' list, how long and how often somebody
 * may speak, when there is a quorum. Values come from a rule set in
 * agendas/data/rules.yaml and are rows of the session from then on; nothing here
 * ever stops a secretary, it says what the rules would say.
 */
#ifndef MODEL_RULES_H
#define MODEL_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

/* Classes of speakers (conventions 4.2, 5.3). */
enum rules_class {
	CLASS_GROUP, /* somebody who speaks on behalf of a group */
	CLASS_PARTY,
	CLASS_SIGNATORY,
	CLASS_OBSERVER, /* States that are neither, and those whose status is not known */
	CLASS_SECRETARIAT,
	CLASS_UN,
	CLASS_INTERGOVERNMENTAL,
	CLASS_NONGOVERNMENTAL,
	CLASS_OTHER,
	CLASS_COUNT
};
extern const char *const rules_classes[]; /* "group" "party" …; ended by NULL */

/* over / under of those entitled; `more` = more than that (a majority is 1/2, more). */
struct rules_part {
	int over, under;
	bool more;
};

struct rules {
	char key[24];                       /* untoc, ecosoc_fc, ga_committee */
	struct rules_part debate, decision; /* quorum */
	bool two_thirds; /* for a decision that is put to the vote; else more for than against */
	bool quorum_all; /* also of those entitled who do not take part in the session */
	bool once;       /* one delegation once on a list */
	int replies;     /* rights of reply of a delegation on an item; 0 = as many as it wants */
	int reply_seconds[2];    /* the first, every further one; 0 = no limit */
	int order_point_seconds; /* for a point of order; 0 = no limit */
	int order[CLASS_COUNT];  /* rank of each class on a list; equal ones mix */
	bool follow_up_table; /* what became of earlier recommendations is a table of the report */
	bool statistics;      /* the report has the use of the time as an annex */
	int limit_seconds[CLASS_COUNT]; /* until the Chair announces another; 0 = none */
};

/* Nothing is limited, all classes mix, and nobody is needed for a quorum. */
void rules_init(struct rules *rules);
/* Sets one value by its name as in the file and in `rule` rows: "quorum.debate" "1/3",
 * "quorum.decision" ">1/2", "quorum.all" "no", "decision.majority" "two-thirds", "list.once" "yes", "list.order" "group party signatory=observer …",
 * "reply.count" "2", "reply.first" "10:00", "reply.second" "5:00", "order.limit" "3:00",
 * "limit.party" "5:00", "report.statistics" "no". ERR_DATA with what the value may be. */
bool rules_set(struct rules *rules, const char *name, const char *value, struct err *err);
/* All names that rules_set knows, ended by NULL. */
extern const char *const rules_names[];
/* Adds the value of a name as rules_set takes it ("1/3", "10:00", "none"). */
void rules_value(const struct rules *rules, const char *name, struct str *out);

/* kind and status as in the roster ("state", "party"); group: speaks for one. */
enum rules_class rules_class_of(const char *kind, const char *status, bool group);
/* Whose turn it is on a list: of two the lower comes first, of equal ones the one who
 * asked first. Points of order; the list itself by classes, presentations, panellists
 * and the Chair with the first of them, then who was absent when called, then who was
 * late; explanations before and after the decision; rights of reply. */
int rules_turn(const struct rules *rules, const char *kind, enum rules_class class, bool absent,
	bool late);
/* The limit in seconds for a statement of a kind ("general", "reply" …; `before`: how
 * many of that kind the delegation has had on the item); 0 = none. */
int rules_limit(const struct rules *rules, enum rules_class class, const char *kind, int before);
/* How many of `entitled` must be there. */
int rules_quorum(const struct rules_part *part, int entitled);

#endif
