/* SPDX-License-Identifier: MIT */
/* When and how the agenda or the report was adopted. */
#ifndef REPORT_ADOPTION_H
#define REPORT_ADOPTION_H

#include "build.h"

struct adoption {
	const struct meeting_row *meeting; /* NULL: not known */
	const char *form;                  /* "by consensus", or "" */
	bool orally_amended;
	const char *symbols;          /* of the draft report, "…/L.1 and Add.1-3"; NULL: none */
	const struct report_act *act; /* NULL: none, its item was concluded */
};

/* The act on the agenda or the report that concerns any of the bodies; without
 * one, the item of the adoption if it is concluded. item may be NULL. False if
 * there is neither. */
bool adoption_find(const struct facts *facts, uint64_t bodies, bool of_report,
	const struct item_row *item, struct adoption *adoption);

/* That of the report: by an act, with its item, or because all its parts were adopted one by
 * one. */
bool adoption_of_report(
	struct report *report, const struct item_row *item, struct adoption *adoption);

/* AGENDA-1 or ADOPT-1. */
void adoption_sentence(struct report *report, const char *formula, uint64_t bodies,
	const struct adoption *adoption, struct str *out);

#endif
