/* SPDX-License-Identifier: MIT */
/*
 * A multi-year workplan: what a body wants to take up at each of its coming sessions, a
 * cluster of articles or topics each. Plain values; strings and arrays are in the plan's
 * own arena. Lines are those of its file (0 = none).
 */
#ifndef MODEL_WORKPLAN_H
#define MODEL_WORKPLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "model/agenda.h"

struct workplan_topic {
	const char *article;    /* "5"; NULL: no article */
	const char *instrument; /* that it is of: "Convention"; NULL with article NULL */
	const char *title;
};

struct workplan_session {
	int number; /* 8: the eighth session of the body */
	int year;   /* 0: not said */
	size_t body;
	const char *cluster; /* "Criminalization" */
	struct workplan_topic *topics;
	size_t topic_count;
	int line;
};

struct workplan {
	struct arena arena;
	const char *title, *date; /* date of the paper, NULL */
	struct agenda_body *bodies;
	size_t body_count;
	struct workplan_session *sessions;
	size_t session_count;
};

void workplan_init(struct workplan *plan);
void workplan_clear(struct workplan *plan);

/* The session that is meant: by its number, "9" or "9th", else (NULL or "") the only one of
 * that year, else the only one there is. Its index; plan->session_count with ERR_USAGE, and
 * which there are, if none is. */
size_t workplan_find(const struct workplan *plan, const char *wanted, int year, struct err *err);

/* What the agenda of that session has of it: the cluster as an item, with its topics as
 * sub-items. `agenda` is initialised and empty; all of it is its own afterwards. */
void workplan_agenda(const struct workplan *plan, size_t session, struct agenda *agenda);

/* Lines with tabs between the fields: sessions with number, year, body, cluster; topics
 * with the number of the session, article, instrument, title. Adds to out. */
void workplan_show(const struct workplan *plan, struct str *out);

#endif
