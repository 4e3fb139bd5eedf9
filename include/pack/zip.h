/* SPDX-License-Identifier: MIT */
/*
 * Zip archives as documents use them: a few parts with names, each stored or
 * deflated. Reading is from bytes in memory, one named part at a time, in pieces;
 * nothing is ever unpacked onto a disk. What an archive may do to hurt is refused
 * when it is opened: see zip_reader_new.
 */
#ifndef PACK_ZIP_H
#define PACK_ZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum {
	ZIP_PARTS_MAX = 5000,             /* parts of an archive */
	ZIP_NAME_MAX = 255,               /* bytes of a name */
	ZIP_PART_MAX = 64 * 1024 * 1024,  /* unpacked bytes of a part that is read */
	ZIP_RATIO_MAX = 200,              /* unpacked to packed, of a part over ... */
	ZIP_RATIO_FROM = 1 * 1024 * 1024, /* ... so many unpacked bytes */
};

struct zip_reader;

/* Opens an archive; the bytes are borrowed until zip_reader_free. NULL with ERR_DATA for
 * what is none or is cut, has too many parts, two of one name or whose bytes
 * overlap, or a name that leads elsewhere ("../", "/", a backslash). */
struct zip_reader *zip_reader_new(const char *bytes, size_t length, struct err *err);
void zip_reader_free(struct zip_reader *zip); /* NULL passes */

/* How zip_read hands the pieces over; false (with a sentence) ends the reading. */
typedef bool (*zip_take)(void *context, const char *bytes, size_t length, struct err *err);

bool zip_has(const struct zip_reader *zip, const char *name);
/* Unpacked bytes, as the archive says; 0 if there is none of that name. */
unsigned long long zip_size(const struct zip_reader *zip, const char *name);
/* Unpacks one part. False with ERR_DATA if there is none of that name, it is locked,
 * packed in an unknown way or larger than the limits above, or its bytes are not
 * what its length and check sum say: only then, at the end, are all pieces good. */
bool zip_read(
	struct zip_reader *zip, const char *name, zip_take take, void *context, struct err *err);

#endif
