/* SPDX-License-Identifier: MIT */
/* What holds for every reading, whatever it was read from. */
#ifndef SUPPORT_EXCHANGE_READING_CHECK_H
#define SUPPORT_EXCHANGE_READING_CHECK_H

#include <stddef.h>

#include "exchange/reading.h"

/* Reads the bytes; asserts (for a fuzzer: no cmocka) that what comes of it is a reading
 * as reading.h says, or a sentence fit to print. */
void reading_check(const char *name, const char *bytes, size_t length);

#endif
