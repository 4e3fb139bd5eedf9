/* SPDX-License-Identifier: MIT */
/* Warnings of the drafting check that are not wanted in a session. */
#ifndef STORE_SILENCE_H
#define STORE_SILENCE_H

#include <stddef.h>

#include "store/store.h"

struct silence_row {
	const char *rule;
	const char *words; /* "": whatever was found */
};
/* By rule, then words. */
struct silence_row *store_silences(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
bool store_silence_is(struct store *store, int64_t session, const char *rule, const char *words);
bool store_silence_add(
	struct store *store, int64_t session, const char *rule, const char *words, struct err *err);
bool store_silence_remove(
	struct store *store, int64_t session, const char *rule, const char *words, struct err *err);

#endif
