/* SPDX-License-Identifier: MIT */
/* In which language the report of a session is written. */
#ifndef STORE_REPORT_LANGUAGE_H
#define STORE_REPORT_LANGUAGE_H

#include "base/str.h"
#include "store/store.h"

/* Adds the tag that was chosen ("fr"), or the name that the session has for the language of
 * its documents ("French"); nothing if it has neither. */
void store_report_language(struct store *store, int64_t session, struct str *out);
/* A change, inside one. "": none is chosen. */
bool store_report_language_set(
	struct store *store, int64_t session, const char *language, struct err *err);

#endif
