/* SPDX-License-Identifier: MIT */
/* What the tests of readers share: files, and outputs that stand in a file. */
#ifndef SUPPORT_EXCHANGE_GOLDEN_H
#define SUPPORT_EXCHANGE_GOLDEN_H

#include <stddef.h>

#include "base/str.h"

/* The whole file, appended; fails the test if it cannot be read. */
void golden_read(const char *path, struct str *out);

/* Fails the test, showing both, unless text is what the file holds. With ACCEPT
 * in the environment the file is written instead. */
void golden_compare(const char *path, const char *text);

/* Names in the folder that end in `ending`, sorted. Free each and the array. */
char **golden_list(const char *folder, const char *ending, size_t *count);

#endif
