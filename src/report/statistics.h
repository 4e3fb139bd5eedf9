/* SPDX-License-Identifier: MIT */
/* The statistics of the meetings as the annex of a report. Private. */
#ifndef STATISTICS_H
#define STATISTICS_H

#include "document/document.h"
#include "facts.h"
#include "store/store.h"

/* Adds headings and tables at the end of the document; as of the newest command. */
void statistics_annex(
	struct store *store, int64_t session, const struct facts *facts, struct document *document);

#endif
