/* SPDX-License-Identifier: MIT */
/*
 * What a paragraph of the report was made from: numbers of statements (s), points (p),
 * recommendations (r), amendments (a), documents (d), conclusions (n), follow-ups (f) and
 * meetings (m), as people write them. A paragraph may stand on a hundred thousand
 * statements: what lies side by side is kept as one stretch.
 */
#ifndef MODEL_SOURCES_H
#define MODEL_SOURCES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct source_range {
	char kind;        /* 's' */
	int64_t from, to; /* both are in it */
};

/* In order, by kind and number; no two of them touch. */
struct sources {
	struct source_range *ranges;
	size_t count, capacity;
};

void sources_init(struct sources *sources);
void sources_clear(struct sources *sources);

void sources_add(struct sources *sources, char kind, int64_t number);
void sources_add_all(struct sources *sources, const struct sources *more);
bool sources_has(const struct sources *sources, char kind, int64_t number);
/* Is there any of that kind? */
bool sources_has_kind(const struct sources *sources, char kind);
/* How many numbers of that kind. */
size_t sources_count(const struct sources *sources, char kind);

/* "p3 s1-57 s60". The text of no source is "". */
void sources_format(const struct sources *sources, struct str *out);
/* Adds what such a text says; what is no source in it is passed over. NULL is "". */
void sources_parse(struct sources *sources, const char *text);

#endif
