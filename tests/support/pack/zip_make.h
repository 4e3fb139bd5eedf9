/* SPDX-License-Identifier: MIT */
/* Zip archives for tests, right ones and ones that lie: byte by byte, without a library. */
#ifndef SUPPORT_PACK_ZIP_MAKE_H
#define SUPPORT_PACK_ZIP_MAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct zip_part {
	const char *name, *bytes;
	size_t length;          /* 0: bytes end in NUL */
	bool stored;            /* else deflated */
	bool wrong_sum;         /* the check sum is another one's */
	unsigned claims;        /* what it says to be long, 0: the truth */
	bool same_bytes;        /* shares the bytes of the part before */
	unsigned flags, method; /* added to what is right */
};

/* Adds the archive to out. */
void zip_make(struct str *out, const struct zip_part *parts, size_t count);

#endif
