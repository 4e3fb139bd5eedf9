/* SPDX-License-Identifier: MIT */
/* What the commands on surveys share. Private to the command layer. */
#ifndef CONTRIBUTIONS_H
#define CONTRIBUTIONS_H

#include "command/command.h"
#include "store/survey.h"

#define PARAM_SURVEY                                                                              \
	{                                                                                         \
		"survey", ARG_SURVEY, .required = true, .option = true, .prompt = "Survey, as q1" \
	}
#define PARAM_CONTACTS                                                                      \
	{                                                                                   \
		"contacts", ARG_FLAG, .option = true,                                       \
				      .prompt = "With the focal points' names and contacts" \
	}

/* Language and what it covers in their one form; ERR_USAGE for what is none. */
bool contribution_words(struct call *call, struct contribution_edit *edit, struct err *err);
/* Adds one, with its words in their one form, and says so in err if it cannot be; *number
 * gets its number. */
bool contribution_take(struct call *call, const struct survey_row *survey,
	struct contribution_edit *edit, int *number, struct err *err);
/* ", 12 of 193 have answered" */
void contribution_say_count(struct call *call, int64_t survey);
/* A closed one takes answers after a question only. */
bool contribution_may_add(struct call *call, const struct survey_row *survey, struct err *err);

#endif
