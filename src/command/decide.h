/* SPDX-License-Identifier: MIT */
/* A decision with its form: by consensus, without a vote, or by a vote that is counted here.
 * Private to the command layer. */
#ifndef DECIDE_H
#define DECIDE_H

#include "rows.h"
#include "store/vote.h"

/* The form of a decision, and its vote. */
#define PARAM_FORM                                                                         \
	{                                                                                  \
		"form", ARG_CHOICE, .option = true, .prompt = "In what form",              \
				    .choices = "consensus without-vote show-of-hands vote" \
	}
#define PARAM_TOTAL(name, what)                                                         \
	{                                                                               \
		name, ARG_NUMBER, .option = true, .more = true, .prompt = "Votes " what \
	}
#define PARAM_BALLOTS(name, what)                                                           \
	{                                                                                   \
		name, ARG_PARTICIPANTS, .option = true, .more = true, .prompt = "Who " what \
	}
/* The vote alone: its form follows from whether there are names. */
#define PARAMS_COUNT                                                                            \
	PARAM_TOTAL("in-favour", "in favour"), PARAM_TOTAL("against", "against"),               \
		PARAM_TOTAL("abstaining", "that were abstentions"),                             \
		PARAM_BALLOTS("yes", "voted in favour"), PARAM_BALLOTS("no", "voted against"),  \
		PARAM_BALLOTS("abstained", "abstained"), PARAM_BALLOTS("absent", "was absent"), \
		{"majority", ARG_CHOICE, .option = true, .more = true,                          \
			.prompt = "Majority, if not that of the rules",                         \
			.choices = "simple two-thirds"},                                        \
	{                                                                                       \
		"non-parties", ARG_FLAG, .option = true, .more = true,                          \
					 .prompt = "Also votes of States that are no parties"   \
	}
#define PARAMS_VOTE PARAM_FORM, PARAMS_COUNT

struct decided {
	const char *form; /* as in the act; NULL: not said */
	bool voted;
	struct vote vote;
	struct ballot *ballots;
	size_t count;
};

/* From the options of PARAMS_VOTE or PARAMS_COUNT; otherwise: the form where nothing is said of it, or NULL.
 * Refuses what does not fit together, and who may not vote; asks about States that are no
 * parties. */
bool decide_read(
	struct call *call, const char *otherwise, struct decided *decided, struct err *err);
/* Was it put to the vote and lost? */
bool decide_lost(const struct decided *decided);
/* Writes the act in the meeting of now, with its vote; its id, 0 on failure. The form and
 * the time of the act are filled in. */
int64_t decide_record(
	struct call *call, const struct decided *decided, struct act *act, struct err *err);
/* Adds to the reply: ", by a show of hands: 30 in favour, …", and of a vote that is lost why. */
void decide_say(struct call *call, const struct decided *decided);
/* Adds to the reply that fewer are here than a decision needs, or, of a vote, that nobody
 * has counted them. */
void decide_say_quorum(struct call *call, const struct decided *decided);

#endif
