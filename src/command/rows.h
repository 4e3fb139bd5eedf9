/* SPDX-License-Identifier: MIT */
/* What the rows of several groups share. Private to the command layer. */
#ifndef ROWS_H
#define ROWS_H

#include "command/command.h"
#include "store/agenda.h"
#include "store/floor.h"
#include "store/meeting.h"
#include "store/participant.h"

/* The item argument of most rows: given, else the only open one or the selected. */
#define PARAM_ITEM                                                                         \
	{                                                                                  \
		"item", ARG_ITEM, .option = true, .context = true, .prompt = "Agenda item" \
	}

/* How a body decides on its agenda and its report. */
#define FORM_CHOICES "consensus without_vote vote show_of_hands recorded_vote"

#define PARAM_STATEMENT                                                                     \
	{                                                                                   \
		"statement", ARG_STATEMENT, .required = true, .prompt = "Statement, as s12" \
	}
/* Of a statement, or of a request for one. */
#define PARAM_GUEST                                                                               \
	{                                                                                         \
		"guest", ARG_FLAG, .option = true, .prompt = "Accept a name that is on no roster" \
	}
#define PARAM_FOR                                                                \
	{                                                                        \
		"for", ARG_PARTICIPANT, .option = true, .prompt = "On behalf of" \
	}
#define STATEMENT_KINDS                                                                   \
	"general reply point_of_order explanation_before explanation_after presentation " \
	"panellist chair"
#define PARAM_KIND                                                                 \
	{                                                                          \
		"kind", ARG_CHOICE, .option = true, .prompt = "Kind of statement", \
				    .choices = STATEMENT_KINDS                     \
	}
#define PARAM_PERSON                                                               \
	{                                                                          \
		"person", ARG_LINE, .option = true, .prompt = "Name of the person" \
	}

/* What is written to a file may go over one that is there. */
#define PARAM_ANYWAY_FILE                                                                      \
	{                                                                                      \
		"anyway", ARG_FLAG, .option = true, .prompt = "Also over a file that is there" \
	}
/* Asks with that flag where there is one; what: "the report". */
bool rows_may_write(struct call *call, const char *file, const char *what, struct err *err);

/* Of a page for others: a document that is shown, or written to a file in its format. */
#define PARAM_PAGE_FILE                                                     \
	{                                                                   \
		"file", ARG_FILE, .prompt = "File; without one it is shown" \
	}
#define PARAM_PAGE_FORMAT                                                       \
	{                                                                       \
		"format", ARG_WORD, .option = true, .prompt = "Format, as docx" \
	}
struct document;
/* Prints the document, or writes it and says so; one without a date is of today. */
bool rows_put_page(struct call *call, struct document *document, struct err *err);
/* The same of what is in call->output. */
bool rows_put_output(struct call *call, struct err *err);

/* The meeting that an instant belongs to: the open one if the instant is the
 * clock's, else the one held then; 0 = none. */
int64_t rows_meeting(const struct call *call, int64_t at);

/* Names for replies, in the call's arena; "" for id 0. */
const char *rows_name(struct call *call, int64_t participant);
const char *rows_group(struct call *call, int64_t participant); /* "the African Group" */
/* "2 May 2012" */
const char *rows_date(struct call *call, const char *date);
/* A State by any of its names or codes, as it stands behind an officer's name; else what
 * was typed. NULL passes. */
const char *rows_country(struct call *call, const char *text);
const char *rows_item(struct call *call, int64_t item); /* "3", "1 (a)" */
/* The same with those that it is taken up jointly with: "item 3", "items 6 and 7". */
const char *rows_items(struct call *call, int64_t item);

/* Sees to it that the groups of the session have members, before a statement is made for
 * one or a member changes: inside a change only. */
bool rows_need_groups(struct call *call, struct err *err);

/* Ends whoever has the floor, and what was paused or interrupted. */
bool rows_end_speech(struct call *call, int64_t at, struct err *err);

/* Sees to it that an item is being considered: opens it if it is pending or was
 * suspended and says so in the reply; asks with the flag "anyway" if it is concluded. */
bool rows_take_up(struct call *call, int64_t item, int64_t meeting, int64_t at, struct err *err);
/* Opens the item, or goes on with it in another meeting, and with it those that it is
 * taken up jointly with. meeting 0: none is known. */
bool rows_open(struct call *call, int64_t item, int64_t meeting, int64_t at, struct err *err);
/* Ends their consideration in this state: "suspended", "concluded". */
bool rows_end_items(
	struct call *call, int64_t item, const char *state, int64_t at, struct err *err);

#endif
