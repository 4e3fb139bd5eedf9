/* SPDX-License-Identifier: MIT */
/* Where a version of a recommendation came from: how, from whom, in which statement, out
 * of which amendment. Read with the history (store/recommendation.h). */
#ifndef STORE_VERSION_SOURCE_H
#define STORE_VERSION_SOURCE_H

#include "store/store.h"

struct version_source {
	const char *how; /* writing, orally, screen, chair, file, amendment */
	int64_t proposer, on_behalf, statement, amendment; /* 0 = none */
	const char *file;                                  /* its name, or NULL */
};
/* Of a version (0: the newest); once for each. */
bool store_version_source_add(struct store *store, int64_t recommendation, int version,
	const struct version_source *source, struct err *err);

/* Of the first version, who it is from, and how it came (NULL: as it is). */
bool store_version_source_first(struct store *store, int64_t recommendation, int64_t proposer,
	int64_t on_behalf, const char *how, struct err *err);

/* A statement goes: what was proposed or said on a text in it stays, from here on as said
 * in the statement `to`, or (0) in none. */
bool store_statement_texts(struct store *store, int64_t statement, int64_t to, struct err *err);

#endif
