/* SPDX-License-Identifier: MIT */
/*
 * Zip archives by minizip, into memory. minizip writes a header before it knows what
 * comes, and goes back to fill it in: so there is a place to write at, and what
 * stands there is written over before the string grows.
 *
 * Only a lack of memory or a bug can go wrong here, so nothing is returned.
 */
#include <assert.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <minizip/zip.h>

#include "base/mem.h"
#include "pack/zip_writer.h"

enum { FIRST_DAY = 0x210000 /* 1 January 1980, as DOS says it */ };

struct zip_writer {
	struct str *out;
	size_t base, at; /* where the archive begins in out; the place in the archive */
	zipFile file;
	bool in_part;
};

/* --- the string as minizip's file --- */

static voidpf memory_open(voidpf opaque, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return opaque;
}

static uLong memory_read(voidpf opaque, voidpf stream, void *buffer, uLong size)
{
	(void)opaque;
	(void)stream;
	(void)buffer;
	(void)size;
	return 0;
}

static uLong memory_write(voidpf opaque, voidpf stream, const void *buffer, uLong size)
{
	struct zip_writer *zip = opaque;
	size_t place = zip->base + zip->at, rest = zip->out->length - place;
	size_t over = size < rest ? size : rest;

	(void)stream;
	if (over > 0)
		memcpy(zip->out->text + place, buffer, over);
	str_addn(zip->out, (const char *)buffer + over, size - over);
	zip->at += size;
	return size;
}

static ZPOS64_T memory_tell(voidpf opaque, voidpf stream)
{
	(void)stream;
	return ((struct zip_writer *)opaque)->at;
}

static long memory_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
	struct zip_writer *zip = opaque;
	size_t length = zip->out->length - zip->base;
	size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? zip->at
		      : origin == ZLIB_FILEFUNC_SEEK_END ? length
							 : 0;

	(void)stream;
	if (offset > length - from)
		return -1;
	zip->at = from + (size_t)offset;
	return 0;
}

static int memory_close(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

/* --- parts --- */

static void check(int said)
{
	if (said != ZIP_OK)
		die("an archive cannot be written (minizip says %d)", said);
}

struct zip_writer *zip_writer_new(struct str *out)
{
	struct zip_writer *zip = mem_alloc(sizeof(*zip));
	zlib_filefunc64_def functions = {
		.zopen64_file = memory_open,
		.zread_file = memory_read,
		.zwrite_file = memory_write,
		.ztell64_file = memory_tell,
		.zseek64_file = memory_seek,
		.zclose_file = memory_close,
		.zerror_file = memory_close,
		.opaque = zip,
	};

	zip->out = out;
	zip->base = out->length;
	zip->file = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
	check(zip->file ? ZIP_OK : ZIP_INTERNALERROR);
	return zip;
}

void zip_writer_begin(struct zip_writer *zip, const char *name)
{
	static const zip_fileinfo info = {.dosDate = FIRST_DAY};

	assert(!zip->in_part);
	check(zipOpenNewFileInZip64(zip->file, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
		Z_DEFAULT_COMPRESSION, 0));
	zip->in_part = true;
}

void zip_writer_add(struct zip_writer *zip, const char *bytes, size_t length)
{
	assert(zip->in_part);
	while (length > 0) {
		unsigned count = length < INT_MAX ? (unsigned)length : INT_MAX;
		check(zipWriteInFileInZip(zip->file, bytes, count));
		bytes += count;
		length -= count;
	}
}

void zip_writer_end(struct zip_writer *zip)
{
	assert(zip->in_part);
	check(zipCloseFileInZip(zip->file));
	zip->in_part = false;
}

void zip_writer_free(struct zip_writer *zip)
{
	if (!zip)
		return;
	assert(!zip->in_part);
	check(zipClose(zip->file, NULL));
	free(zip);
}
