/* SPDX-License-Identifier: MIT */
/* What the final report makes anew of a paragraph that was edited for a part of it (design,
 * "Report": generated paragraphs are made anew from all sources, written ones follow in
 * order). */
#ifndef REPORT_ANEW_H
#define REPORT_ANEW_H

#include "build.h"

enum { ANEW_REST = -1, ANEW_NEXT = 0 };

/* Of the whole report, behind its last section: a slice; true when done. */
bool anew_step(struct report *report);
void anew_clear(struct report *report);

/* Do edits for parts stand for some sources of the paragraph of that key, and for others
 * none? Then they stand beside what is generated, and not in its place. */
bool anew_is_apart(const struct report *report, const char *key);
/* The paragraph of that key as it is made from what a part has of it, by its id, from what
 * is new since (ANEW_NEXT), or from what no edit stands for (ANEW_REST); NULL: from nothing,
 * or nobody asked. */
const struct node *anew_node(const struct report *report, const char *key, int64_t part);
/* What a part has of it, as it was issued; NULL: nothing. */
const char *anew_issued(const struct report *report, const char *key, int64_t part);
/* Where a paragraph of that number, g41, was issued: "{doc …/L.1}, {para 4}"; NULL: nowhere. */
const char *anew_place(struct report *report, int number);
/* Has a part before that one something of a node? */
bool anew_was_before(const struct report *report, const struct node *node, int64_t part);

#endif
