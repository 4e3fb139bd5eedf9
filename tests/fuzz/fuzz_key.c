/* SPDX-License-Identifier: MIT */
/*
 * The decoder of keys under a fuzzer: build this file with the libraries of
 * build/ and clang's -fsanitize=fuzzer,address,undefined. test_decode feeds it a
 * megabyte of random pieces in every run of the tests.
 *
 * The first byte of the data says in what portions the rest comes. What must hold
 * of any bytes: keys are keys, characters can be typed, pastes are valid UTF-8,
 * and when nothing more comes nothing is left waiting.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "term/decode.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct event *event)
{
	const struct key *key = &event->key;
	size_t bad;

	if (event->kind == EVENT_PASTE) {
		assert(*event->paste && utf8_valid(event->paste, strlen(event->paste), &bad));
		return;
	}
	assert(event->kind == EVENT_KEY);
	assert(key->code >= KEY_CHARACTER && key->code <= KEY_F);
	assert(key->code != KEY_F || (key->point >= 1 && key->point <= 20));
	if (key->code == KEY_CHARACTER) {
		assert(key->point >= ' ' && key->point <= 0x10FFFF && !key->shift);
		assert(key->point < 0x7F || key->point >= 0xA0);
		assert(!key->ctrl || key->point < 'A' || key->point > 'Z');
	}
}

static void read_all(struct decode *decode, bool late)
{
	struct event event;

	while (decode_next(decode, late, &event))
		check(&event);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct decode decode;
	size_t portion = size > 0 && data[0] % 32 ? data[0] % 32 : SIZE_MAX;

	decode_init(&decode);
	for (size_t at = size > 0 ? 1 : 0; at < size;) {
		size_t length = size - at < portion ? size - at : portion;
		decode_feed(&decode, (const char *)data + at, length);
		at += length;
		read_all(&decode, data[0] >= 128 && at % 3 == 0);
	}
	read_all(&decode, true);
	assert(decode_patience(&decode) == -1);
	decode_clear(&decode);
	return 0;
}
