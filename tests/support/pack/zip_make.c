/* SPDX-License-Identifier: MIT */
/* The local header of a part, its bytes, and the list of parts at the end, as APPNOTE says. */
#include <string.h>
#include <zlib.h>

#include "base/mem.h"
#include "support/pack/zip_make.h"

static void add_number(struct str *out, unsigned long number, int bytes)
{
	for (int i = 0; i < bytes; i++)
		str_addc(out, (char)(number >> (8 * i) & 0xFF));
}

static void deflate_to(struct str *out, const char *bytes, size_t length)
{
	z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = (uInt)length};
	char piece[4096];
	int state;

	if (deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
		die("a test cannot deflate");
	do {
		stream.next_out = (Bytef *)piece;
		stream.avail_out = sizeof(piece);
		state = deflate(&stream, Z_FINISH);
		str_addn(out, piece, sizeof(piece) - stream.avail_out);
	} while (state == Z_OK);
	deflateEnd(&stream);
}

/* What the local header and the list have in common, from the version needed on. */
static void add_facts(struct str *out, const struct zip_part *part, size_t packed)
{
	size_t length = part->length ? part->length : strlen(part->bytes);
	unsigned long sum = crc32(0, (const Bytef *)part->bytes, (uInt)length);

	add_number(out, 20, 2);
	add_number(out, part->flags, 2);
	add_number(out, (part->stored ? 0 : 8) + part->method, 2);
	add_number(out, 0x5A210000, 4);
	add_number(out, part->wrong_sum ? sum + 1 : sum, 4);
	add_number(out, packed, 4);
	add_number(out, part->claims ? part->claims : length, 4);
	add_number(out, strlen(part->name), 2);
	add_number(out, 0, 2);
}

static size_t add_local(struct str *out, const struct zip_part *part)
{
	struct str packed;
	size_t count;

	str_init(&packed);
	if (part->stored)
		str_addn(&packed, part->bytes, part->length ? part->length : strlen(part->bytes));
	else
		deflate_to(&packed, part->bytes, part->length ? part->length : strlen(part->bytes));
	add_number(out, 0x04034B50, 4);
	add_facts(out, part, packed.length);
	str_add(out, part->name);
	str_addn(out, packed.text, packed.length);
	count = packed.length;
	str_clear(&packed);
	return count;
}

void zip_make(struct str *out, const struct zip_part *parts, size_t count)
{
	size_t begin = out->length, place = 0, packed = 0;
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < count; i++) {
		if (!parts[i].same_bytes) {
			place = out->length - begin;
			packed = add_local(out, &parts[i]);
		}
		add_number(&list, 0x02014B50, 4);
		add_number(&list, 20, 2);
		add_facts(&list, &parts[i], packed);
		add_number(&list, 0, 2);
		add_number(&list, 0, 4);
		add_number(&list, 0, 4);
		add_number(&list, place, 4);
		str_add(&list, parts[i].name);
	}
	size_t at = out->length - begin;
	str_addn(out, list.text, list.length);
	add_number(out, 0x06054B50, 4);
	add_number(out, 0, 4);
	add_number(out, count, 2);
	add_number(out, count, 2);
	add_number(out, list.length, 4);
	add_number(out, at, 4);
	add_number(out, 0, 2);
	str_clear(&list);
}
