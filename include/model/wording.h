/* SPDX-License-Identifier: MIT */
/*
 * Words of a text changed as delegations say it: "replace … by …", "insert … after …",
 * "delete …". The words must stand in it once, as whole words where they begin or end with
 * one; *found says how often they do. Each sets `out` to the whole text that comes of it;
 * false (and out empty) where they do not stand there exactly once.
 */
#ifndef MODEL_WORDING_H
#define MODEL_WORDING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

bool wording_replace(
	const char *text, const char *words, const char *with, struct str *out, size_t *found);
/* With one blank on either side, none before a sign of punctuation. after NULL: at the end,
 * before the last sign. */
bool wording_insert(
	const char *text, const char *words, const char *after, struct str *out, size_t *found);
/* And the blanks around them are mended. */
bool wording_delete(const char *text, const char *words, struct str *out, size_t *found);

#endif
