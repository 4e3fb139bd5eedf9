/* SPDX-License-Identifier: MIT */
/*
 * Zip archives by minizip, from memory. The one idea: the list of parts is read
 * and judged as a whole before a byte is unpacked, so that an archive made to hurt
 * (overlapping parts that unpack to petabytes, names that lead out of a folder,
 * one name twice) is refused whatever part is asked for. What a part itself may
 * pretend (its size, its check sum) is watched while it is unpacked.
 *
 * Does not write, and leaves nothing on a disk.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <minizip/unzip.h>

#include "base/mem.h"
#include "pack/zip.h"

enum { PIECE = 32 * 1024 };

struct part {
	char *name;
	unz64_file_pos place;
	uint64_t begin, packed, unpacked; /* packed bytes are at begin in the archive */
	unsigned method;
	bool locked;
};

struct zip_reader {
	const char *bytes;
	uint64_t length, at;
	unzFile file;
	struct part *parts; /* sorted by name */
	size_t count, room;
};

static bool refuse(struct err *err, const char *why)
{
	return err_set(err, ERR_DATA,
		"the file is damaged or no document (%s); open it where it was made and save it "
		"again",
		why);
}

/* --- the archive as minizip's file --- */

static voidpf memory_open(voidpf opaque, const void *name, int mode)
{
	struct zip_reader *zip = opaque;

	(void)name;
	(void)mode;
	zip->at = 0;
	return zip;
}

static uLong memory_read(voidpf opaque, voidpf stream, void *buffer, uLong size)
{
	struct zip_reader *zip = opaque;
	uint64_t rest = zip->length - zip->at;
	size_t count = size < rest ? size : (size_t)rest;

	(void)stream;
	if (count > 0)
		memcpy(buffer, zip->bytes + zip->at, count);
	zip->at += count;
	return count;
}

static uLong memory_write(voidpf opaque, voidpf stream, const void *buffer, uLong size)
{
	(void)opaque;
	(void)stream;
	(void)buffer;
	(void)size;
	return 0;
}

static ZPOS64_T memory_tell(voidpf opaque, voidpf stream)
{
	(void)stream;
	return ((struct zip_reader *)opaque)->at;
}

static long memory_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
	struct zip_reader *zip = opaque;
	uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? zip->at
			: origin == ZLIB_FILEFUNC_SEEK_END ? zip->length
							   : 0;

	(void)stream;
	if (offset > zip->length - from)
		return -1;
	zip->at = from + offset;
	return 0;
}

static int memory_close(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

/* The end record with its comment is whole: minizip takes a cut one for zeros. */
static bool has_end(const struct zip_reader *zip)
{
	enum { RECORD = 22, COMMENT_MAX = 65535 };
	const unsigned char *bytes = (const unsigned char *)zip->bytes;
	uint64_t from = zip->length > RECORD + COMMENT_MAX ? zip->length - RECORD - COMMENT_MAX : 0;

	for (uint64_t at = zip->length; at-- > from;)
		if (zip->length - at >= 4 && memcmp(bytes + at, "PK\5\6", 4) == 0)
			return zip->length - at >= RECORD &&
			       zip->length - at - RECORD >=
				       (bytes[at + 20] | (uint64_t)bytes[at + 21] << 8);
	return false;
}

static bool open_memory(struct zip_reader *zip)
{
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

	if (!has_end(zip))
		return false;
	zip->file = unzOpen2_64("", &functions);
	return zip->file != NULL;
}

/* --- the list of parts --- */

static bool leads_elsewhere(const char *name)
{
	if (*name == '/' || *name == '\0' || strchr(name, '\\') || strchr(name, ':'))
		return true;
	for (const char *step = name; step; step = strchr(step, '/')) {
		step += *step == '/';
		if (strncmp(step, "..", 2) == 0 && (step[2] == '/' || step[2] == '\0'))
			return true;
	}
	return false;
}

/* The packed bytes of the current part. */
static bool find_bytes(struct zip_reader *zip, struct part *part)
{
	int method, level;

	if (unzOpenCurrentFile2(zip->file, &method, &level, 1) != UNZ_OK)
		return false;
	part->begin = unzGetCurrentFileZStreamPos64(zip->file);
	unzCloseCurrentFile(zip->file);
	return part->begin <= zip->length && part->packed <= zip->length - part->begin;
}

static bool add_part(struct zip_reader *zip, struct err *err)
{
	char name[ZIP_NAME_MAX + 1] = "";
	unz_file_info64 info;
	struct part *part;

	if (zip->count == ZIP_PARTS_MAX)
		return refuse(err, "it has too many parts");
	if (unzGetCurrentFileInfo64(zip->file, &info, name, sizeof(name), NULL, 0, NULL, 0) !=
		UNZ_OK)
		return refuse(err, "its list of parts is cut");
	if (info.size_filename > ZIP_NAME_MAX || strlen(name) != info.size_filename ||
		leads_elsewhere(name))
		return refuse(err, "a part has a name that leads elsewhere");
	zip->parts = mem_grow(zip->parts, &zip->room, zip->count + 1, sizeof(*zip->parts));
	part = &zip->parts[zip->count++];
	*part = (struct part){.name = mem_strdup(name),
		.packed = info.compressed_size,
		.unpacked = info.uncompressed_size,
		.method = (unsigned)info.compression_method,
		.locked = info.flag & 1};
	if (part->method != 0 && part->method != Z_DEFLATED)
		return refuse(err, "a part is packed in an unknown way");
	if (unzGetFilePos64(zip->file, &part->place) != UNZ_OK || !find_bytes(zip, part))
		return refuse(err, "a part lies outside the file");
	return true;
}

static int by_begin(const void *left, const void *right)
{
	const struct part *a = left, *b = right;

	return a->begin < b->begin ? -1 : a->begin > b->begin;
}

static int by_name(const void *left, const void *right)
{
	return strcmp(((const struct part *)left)->name, ((const struct part *)right)->name);
}

static bool judge_parts(struct zip_reader *zip, struct err *err)
{
	qsort(zip->parts, zip->count, sizeof(*zip->parts), by_begin);
	for (size_t i = 1; i < zip->count; i++)
		if (zip->parts[i - 1].begin + zip->parts[i - 1].packed > zip->parts[i].begin)
			return refuse(err, "two of its parts overlap");
	qsort(zip->parts, zip->count, sizeof(*zip->parts), by_name);
	for (size_t i = 1; i < zip->count; i++)
		if (by_name(&zip->parts[i - 1], &zip->parts[i]) == 0)
			return refuse(err, "two of its parts have one name");
	return true;
}

static bool list_parts(struct zip_reader *zip, struct err *err)
{
	unz_global_info64 info;
	int more;

	if (unzGetGlobalInfo64(zip->file, &info) != UNZ_OK || info.number_entry == 0)
		return refuse(err, "it has no parts");
	if (info.number_entry > ZIP_PARTS_MAX)
		return refuse(err, "it has too many parts");
	for (more = unzGoToFirstFile(zip->file); more == UNZ_OK; more = unzGoToNextFile(zip->file))
		if (!add_part(zip, err))
			return false;
	if (more != UNZ_END_OF_LIST_OF_FILE || zip->count == 0)
		return refuse(err, "its list of parts is cut");
	return judge_parts(zip, err);
}

struct zip_reader *zip_reader_new(const char *bytes, size_t length, struct err *err)
{
	struct zip_reader *zip = mem_alloc(sizeof(*zip));

	zip->bytes = bytes;
	zip->length = length;
	if (open_memory(zip) ? list_parts(zip, err) : refuse(err, "its end is missing"))
		return zip;
	zip_reader_free(zip);
	return NULL;
}

void zip_reader_free(struct zip_reader *zip)
{
	if (!zip)
		return;
	if (zip->file)
		unzClose(zip->file);
	for (size_t i = 0; i < zip->count; i++)
		free(zip->parts[i].name);
	free(zip->parts);
	free(zip);
}

/* --- one part --- */

static const struct part *find(const struct zip_reader *zip, const char *name)
{
	struct part key = {.name = (char *)name};

	return bsearch(&key, zip->parts, zip->count, sizeof(*zip->parts), by_name);
}

bool zip_has(const struct zip_reader *zip, const char *name)
{
	return find(zip, name) != NULL;
}

unsigned long long zip_size(const struct zip_reader *zip, const char *name)
{
	const struct part *part = find(zip, name);

	return part ? part->unpacked : 0;
}

static bool may_be_unpacked(const struct part *part, struct err *err)
{
	if (part->locked)
		return err_set(err, ERR_DATA, "it is locked with a password; save it without one");
	if (part->unpacked > ZIP_PART_MAX ||
		(part->unpacked > ZIP_RATIO_FROM && part->unpacked / ZIP_RATIO_MAX > part->packed))
		return err_set(err, ERR_DATA,
			"its part “%s” is too large when unpacked: %llu bytes", part->name,
			(unsigned long long)part->unpacked);
	return true;
}

/* All pieces of the part that is open; its sizes are what was said of it. */
static bool unpack(struct zip_reader *zip, const struct part *part, zip_take take, void *context,
	struct err *err)
{
	char *piece = mem_alloc(PIECE);
	uint64_t total = 0;
	bool good = true;
	int count;

	while (good && (count = unzReadCurrentFile(zip->file, piece, PIECE)) > 0) {
		total += (uint64_t)count;
		good = total <= part->unpacked && take(context, piece, (size_t)count, err);
	}
	free(piece);
	if (!good)
		return total <= part->unpacked ? false : refuse(err, "a part is too long");
	if (count < 0 || total != part->unpacked)
		return refuse(err, "a part is cut");
	return true;
}

bool zip_read(
	struct zip_reader *zip, const char *name, zip_take take, void *context, struct err *err)
{
	const struct part *part = find(zip, name);
	unz64_file_pos place;
	bool good;

	if (!part)
		return err_set(err, ERR_DATA, "its part “%s” is missing", name);
	if (!may_be_unpacked(part, err))
		return false;
	place = part->place;
	if (unzGoToFilePos64(zip->file, &place) != UNZ_OK ||
		unzOpenCurrentFile(zip->file) != UNZ_OK)
		return refuse(err, "a part cannot be found");
	good = unpack(zip, part, take, context, err);
	if (unzCloseCurrentFile(zip->file) == UNZ_CRCERROR && good)
		return refuse(err, "a part has a wrong check sum");
	return good;
}
