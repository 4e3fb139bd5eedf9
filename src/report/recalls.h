/* SPDX-License-Identifier: MIT */
/* What the annotations of the agenda recall of the mandates that their items cite: "In its
 * decision 4/3, the Conference requested …" (conventions 3, INTRO-1; the agenda of 2012). */
#ifndef REPORT_RECALLS_H
#define REPORT_RECALLS_H

#include <stdbool.h>

#include "base/str.h"
#include "facts.h"

/* The sentences of a paragraph that tell of a mandate of the item and those that go on from
 * them, without any that is in `told` already; `told` has them too then, a line each. Those
 * that say what a meeting may do with it are none of them. */
bool recalls_find(const struct facts *facts, const struct item_row *item, const char *paragraph,
	struct str *told, struct str *out);
/* Is the mandate told of by one of the sentences? */
bool recalls_tell(
	const struct template *words, const struct report_mandate *mandate, const char *sentences);

#endif
