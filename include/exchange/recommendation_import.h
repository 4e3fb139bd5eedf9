/* SPDX-License-Identifier: MIT */
/*
 * From a published report to the recommendations in it: a reading (exchange/reading.h) is
 * searched for its chapters of recommendations, and in them for chapeaux with lettered
 * entries and for numbered sentences (conventions 1.5, 3.1). Words, letters, numbers and
 * signs stay as they are printed. What stands in a chapter and was not understood is in
 * `pieces`, with its lines.
 */
#ifndef EXCHANGE_RECOMMENDATION_IMPORT_H
#define EXCHANGE_RECOMMENDATION_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "exchange/reading.h"

/* Recommendations that stand together: under one chapeau, or under one subhead. */
struct imported_set {
	const char *chapter;   /* heading, with its number: "II. Recommendations"; NULL: none */
	const char *subhead;   /* above them; NULL */
	const char *body;      /* whose they are: of subhead, chapeau or masthead; NULL */
	const char *paragraph; /* number of the chapeau's: "4."; NULL */
	const char *chapeau;   /* as printed, with its colon; NULL */
	bool numbered;         /* a numbered paragraph each, else lettered entries of one */
};

struct imported_recommendation {
	size_t set;          /* index */
	const char *label;   /* as printed, without a stop: "(c)", "(aa)", "4"; "" without one */
	const char *text;    /* a line; each sub-level one more: "(i) ..." with its sign */
	const char *ending;  /* behind it: ";", ".", "; and", "" */
	const char *verb;    /* the phrase that it opens with (model/recommendation.h); "" */
	int line, last_line; /* of the document */
};

/* What stands in a chapter and is no recommendation, or is not known to be one; or one that
 * was taken over and is to be looked at. */
struct imported_piece {
	const char *text, *why;
	bool taken;
	int line, last_line;
};

struct imported_report {
	struct arena arena;
	const char *title, *symbol; /* of the document; NULL */
	const char *held;           /* its last day, YYYY-MM-DD; NULL */
	struct imported_set *sets;
	struct imported_recommendation *all;
	struct imported_piece *pieces;
	size_t set_count, count, piece_count;
	size_t set_room, room, piece_room;
};

void imported_report_init(struct imported_report *report);
void imported_report_clear(struct imported_report *report);

/* Into `report`, which is initialised; name is that of the file in the refusal. ERR_DATA
 * for a document without such a chapter, or with one that has no recommendations. */
bool recommendation_import(const struct reading *reading, const char *name,
	struct imported_report *report, struct err *err);
/* The same of a document that need not have the chapter: then all of it is searched. */
bool recommendation_import_any(const struct reading *reading, const char *name,
	struct imported_report *report, struct err *err);

/* Which of them is meant by a label, "(c)", and the text that it had: the one of that label
 * if it is anything like it, else the one that is most like it, above all others. *labelled
 * (may be NULL) gets which way it was found. Its index; count if none is. */
size_t recommendation_import_find(
	const struct imported_report *report, const char *label, const char *text, bool *labelled);

/* "15 recommendations, (a) to (o), 1 piece not understood": adds to out. */
void imported_report_summary(const struct imported_report *report, struct str *out);

#endif
