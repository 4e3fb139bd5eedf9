/* SPDX-License-Identifier: MIT */
/* What the commands on texts that are negotiated share. Private to the command layer. */
#ifndef TEXTS_H
#define TEXTS_H

#include "model/amendment.h"
#include "rows.h"
#include "store/amendment.h"
#include "store/recommendation.h"

#define PARAM_RECOMMENDATION                                                            \
	{                                                                               \
		"recommendation", ARG_RECOMMENDATION, .required = true,                 \
						      .prompt = "Recommendation, as r3" \
	}
#define PARAM_RECOMMENDATION_OR_ALL                                                               \
	{                                                                                         \
		"recommendation", ARG_RECOMMENDATION, .context = true,                            \
						      .prompt = "Recommendation; without one all" \
	}
#define PARAM_AMENDMENT                                                                    \
	{                                                                                  \
		"amendment", ARG_AMENDMENT, .required = true, .prompt = "Amendment, as a9" \
	}
#define PARAM_BY                                                               \
	{                                                                      \
		"by", ARG_PARTICIPANT, .option = true, .prompt = "Proposed by" \
	}
#define PARAM_BY_BESIDE                                                  \
	{                                                                \
		"by", ARG_PARTICIPANT, .option = true, .beside = true,   \
				       .prompt = "Proposed by, if known" \
	}
#define PARAM_HOW                                                           \
	{                                                                   \
		"how", ARG_CHOICE, .option = true, .prompt = "How it came", \
				   .choices = "writing orally screen chair" \
	}
#define PARAM_STATEMENT_IN                                                                 \
	{                                                                                  \
		"statement", ARG_STATEMENT, .option = true, .prompt = "In which statement" \
	}
#define PARAM_DOCUMENT_IN                                                            \
	{                                                                            \
		"document", ARG_DOCUMENT, .option = true, .prompt = "In which paper" \
	}
#define PARAM_PARAGRAPH_IN                                                         \
	{                                                                          \
		"paragraph", ARG_LINE, .option = true, .prompt = "Paragraph of it" \
	}
#define PARAM_ANYWAY_OPEN                                                             \
	{                                                                             \
		"anyway", ARG_FLAG, .option = true,                                   \
				    .prompt = "Also with brackets or amendments open" \
	}
#define PARAM_VERSION                                                                         \
	{                                                                                     \
		"version", ARG_NUMBER, .option = true, .prompt = "Version that it began from" \
	}
#define PARAM_WHY                                                              \
	{                                                                      \
		"reason", ARG_LINE, .option = true, .prompt = "Reason, if any" \
	}

/* Who says something on a text, and how. */
struct origin {
	int64_t proposer, on_behalf, statement, document, meeting, at; /* 0 = none */
	enum amendment_how how;
	const char *paragraph;
};
/*
 * From the options by, for, how, statement, document and paragraph, as far as the command
 * has them. Without --by it is who speaks in the statement, and without --statement the
 * statement is the one that is being made, unless somebody else is named, it came in
 * writing or from the Chair, or nobody can be named, as in a decision. Without --how it came in writing if a paper is named, orally
 * if a statement is, else `otherwise`.
 */
struct origin texts_origin(struct call *call, enum amendment_how otherwise);
/* Adds " by Canada for the African Group (orally, s12)", as far as it is known. */
void texts_say_origin(struct call *call, const struct origin *origin, struct str *out);

/* The recommendation of the argument of that name. */
bool texts_read(struct call *call, struct recommendation_row *row, struct err *err);
/* The amendment likewise. */
bool texts_read_amendment(
	struct call *call, const char *name, struct amendment_row *row, struct err *err);
/* The same where it may be left out: id 0 then; else it must be to that text. */
bool texts_read_amendment_to(struct call *call, const char *name,
	const struct recommendation_row *text, struct amendment_row *row, struct err *err);
/* The text that an amendment is to, which must be open unless that is of a new paragraph. */
bool texts_read_of(struct call *call, const struct amendment_row *amendment,
	struct recommendation_row *text, struct err *err);
/* Refuses, with the remedy, what goes with an amendment only while it is proposed. */
bool texts_need_proposed(const struct amendment_row *row, struct err *err);
/* Refuses a text of blanks alone: it would be printed as a letter with nothing behind it. */
bool texts_need_words(const char *text, struct err *err);
/* Refuses, with the remedy, what changes a text that is decided. */
bool texts_need_open(const struct recommendation_row *row, struct err *err);
/* Refuses, with what it is, a text that cannot become `state` now; outcome: "adopted". */
bool texts_may_become(const struct recommendation_row *row, enum recommendation_state state,
	const char *outcome, struct err *err);

/* Refuses to write over what somebody else saved: the text `name` began from the version
 * `from` (0: any) and is at `version` now. What has changed since is in the output, word for
 * word. `was` is its text in that version, NULL if it never had it. */
bool texts_need_version(struct call *call, const char *name, int64_t from, int version,
	const char *was, const char *now, struct err *err);

/* A new version that came so; amendment: the one that it came of, or 0. A text that is as
 * it was makes none, and one without words is refused. *version gets its number. */
bool texts_change(struct call *call, const struct recommendation_row *row, const char *text,
	const struct origin *origin, int64_t amendment, int *version, struct err *err);
/* It is under negotiation if it was a draft or introduced. */
bool texts_negotiate(struct call *call, const struct recommendation_row *row, struct err *err);
/* A text was decided: what is still proposed to it lapses, and the reply says so, and what
 * beside it is still to be decided: alternatives to one that was adopted, new paragraphs. */
bool texts_lapse(struct call *call, const struct recommendation_row *row, struct err *err);
/* Adds what stands against a decision on it, "r1 has 2 open brackets, 1 undecided amendment
 * (a4)": brackets, amendments and comments that are open. False if nothing does. */
bool texts_against(struct call *call, const struct recommendation_row *row, struct str *out);

/* Fails because words stand not once but `found` times in a text: "the text", "a3". */
bool texts_not_once(
	struct call *call, const char *words, const char *where, size_t found, struct err *err);

#endif
