/* SPDX-License-Identifier: MIT */
/* What is decided together, what stands against its adoption, and how it was amended from
 * the floor. Private to the command layer. */
#ifndef ADOPTION_H
#define ADOPTION_H

#include "store/oral.h"
#include "store/recommendation.h"
#include "texts.h"

struct bundle {
	struct recommendation_row *rows;
	size_t count;
	int64_t in_set;   /* a set as a whole; 0: what is named */
	const char *name; /* "r1", "r1, r2", "the set with 3 recommendations (r1, r2, r3)" */
};

/* Asks in one question with the flag "anyway" about all that stands against its adoption:
 * what is open in its texts, and alternatives of which one is adopted as a rule. The list
 * is kept in *waived, "" if nothing stands against it. */
bool adoption_may(
	struct call *call, const struct bundle *bundle, const char **waived, struct err *err);

#define PARAM_ORALLY                                                                       \
	{                                                                                  \
		"orally-amended", ARG_CHOICE, .option = true,                              \
					      .prompt = "As orally amended, or not; else " \
							"as the record has it",            \
					      .choices = "yes no", .alone = "yes"          \
	}

/* As orally amended? Where it is not said it follows from the record (store/oral.h). */
struct orally {
	bool *each;  /* beside the rows of the bundle */
	bool whole;  /* the set as a whole, or all of them */
	bool denied; /* it was said that it is not, and the record has why it would be */
	struct oral_row *why;
	size_t why_count;
};
void adoption_orally(struct call *call, const struct bundle *bundle, struct orally *orally);
/* Adds to the reply " as orally amended (a3 Canada, orally)", ", r2 as orally amended (…)". */
void adoption_say_orally(
	struct call *call, const struct bundle *bundle, const struct orally *orally);

#endif
