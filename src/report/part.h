/* SPDX-License-Identifier: MIT */
/* What of the report belongs to a part of it (design, "Report": a source belongs to the
 * first part issued after it was entered). */
#ifndef REPORT_PART_H
#define REPORT_PART_H

#include "build.h"

/* Sources that are told elsewhere, of the paragraph of a key. */
struct part_cover {
	const char *key, *sources;
};

/* Reads what was issued. Before the outline is made. False with a sentence in the gaps if
 * a tree that was issued cannot be read. */
bool part_load(struct report *report);
void part_clear(struct report *report);
/* The same of all but what certain sources tell (report->covers). */
void part_leave_out(struct report *report);
/* Is the formula of a key one that leaves out by itself what was told? The others are of one
 * part alone. */
bool part_is_telling(const char *key);
/* Does a paragraph only say that something is missing? */
bool part_is_placeholder(const struct node *node);
/* Has a part before this one a paragraph of that key, or left it out? */
bool part_had(const struct report *report, const char *key);

/* Is a source told in this report? Always, unless it is that of a part. `formula` is the
 * one of its paragraph; of ITEM-1 the meetings of each item are told apart. */
bool part_takes(const struct report *report, const char *formula, const struct item_row *item,
	char kind, int64_t number);

/* Behind the last section and what people wrote: takes out the paragraphs that were issued
 * before and the headings that nothing stands under, and says which go on. */
void part_prune(struct report *report);

#endif
