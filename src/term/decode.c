/* SPDX-License-Identifier: MIT */
/*
 * The queue of bytes from the terminal and the two ways of reading it: as keys
 * (sequence.c, and before it what the terminal's description says), and as a
 * bracketed paste. In a paste nothing is a key until its end mark; and since some
 * terminals let a paste contain that mark, an end is believed only when a pause
 * or the next paste follows it. What comes without one is paste too.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "decode.h"
#include "sequence.h"

static const char paste_begin[] = "\033[200~", paste_end[] = "\033[201~";

enum {
	MARK = sizeof paste_begin - 1,
	ESC_PATIENCE = 25, /* milliseconds, as long as a person does not notice */
	SEQUENCE_PATIENCE = 250,
	PASTE_PATIENCE = 1000,
	HELD_MOST = 1 << 16, /* bytes behind an end mark that nobody can have typed */
};

struct decode_learned {
	char *bytes;
	size_t length;
	struct key key;
};

void decode_init(struct decode *decode)
{
	*decode = (struct decode){0};
	str_init(&decode->queue);
	str_init(&decode->paste);
	str_init(&decode->handed);
}

void decode_clear(struct decode *decode)
{
	for (size_t i = 0; i < decode->learned_count; i++)
		free(decode->learned[i].bytes);
	free(decode->learned);
	str_clear(&decode->queue);
	str_clear(&decode->paste);
	str_clear(&decode->handed);
	decode_init(decode);
}

void decode_feed(struct decode *decode, const char *bytes, size_t length)
{
	str_remove(&decode->queue, 0, decode->taken);
	decode->taken = 0;
	str_addn(&decode->queue, bytes, length);
}

static const char *pending(const struct decode *decode)
{
	return decode->queue.text + decode->taken;
}

static size_t pending_length(const struct decode *decode)
{
	return decode->queue.length - decode->taken;
}

/* --- keys of the description --- */

static const struct {
	const char *name;
	struct key key;
} capabilities[] = {
	{"kcuu1", {.code = KEY_UP}},
	{"kcud1", {.code = KEY_DOWN}},
	{"kcub1", {.code = KEY_LEFT}},
	{"kcuf1", {.code = KEY_RIGHT}},
	{"kri", {.code = KEY_UP, .shift = true}},
	{"kind", {.code = KEY_DOWN, .shift = true}},
	{"khome", {.code = KEY_HOME}},
	{"kend", {.code = KEY_END}},
	{"kpp", {.code = KEY_PAGEUP}},
	{"knp", {.code = KEY_PAGEDOWN}},
	{"kich1", {.code = KEY_INSERT}},
	{"kdch1", {.code = KEY_DELETE}},
	{"kcbt", {.code = KEY_BACKTAB}},
	{"kf1", {.code = KEY_F, .point = 1}},
	{"kf2", {.code = KEY_F, .point = 2}},
	{"kf3", {.code = KEY_F, .point = 3}},
	{"kf4", {.code = KEY_F, .point = 4}},
	{"kf5", {.code = KEY_F, .point = 5}},
	{"kf6", {.code = KEY_F, .point = 6}},
	{"kf7", {.code = KEY_F, .point = 7}},
	{"kf8", {.code = KEY_F, .point = 8}},
	{"kf9", {.code = KEY_F, .point = 9}},
	{"kf10", {.code = KEY_F, .point = 10}},
	{"kf11", {.code = KEY_F, .point = 11}},
	{"kf12", {.code = KEY_F, .point = 12}},
};

void decode_learn(struct decode *decode, const char *(*capability)(const char *name))
{
	for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++) {
		const char *bytes = capability(capabilities[i].name);
		if (!bytes || bytes[0] != '\033' || !bytes[1])
			continue;
		decode->learned = mem_grow(decode->learned, &decode->learned_capacity,
			decode->learned_count + 1, sizeof *decode->learned);
		decode->learned[decode->learned_count++] = (struct decode_learned){
			.bytes = mem_strdup(bytes),
			.length = strlen(bytes),
			.key = capabilities[i].key,
		};
	}
}

/* As sequence_parse, for the learned keys; *unknown if they are none of them. */
static size_t parse_learned(const struct decode *decode, bool late, struct key *key, bool *unknown)
{
	size_t n = pending_length(decode);

	*unknown = false;
	for (size_t i = 0; i < decode->learned_count; i++) {
		const struct decode_learned *known = &decode->learned[i];
		size_t common = n < known->length ? n : known->length;
		if (memcmp(pending(decode), known->bytes, common) != 0)
			continue;
		if (common == known->length) {
			*key = known->key;
			return common;
		}
		if (!late)
			return 0;
	}
	*unknown = true;
	return 0;
}

static size_t parse(const struct decode *decode, bool late, struct key *key)
{
	bool unknown;
	size_t used = parse_learned(decode, late, key, &unknown);

	if (unknown)
		used = sequence_parse(pending(decode), pending_length(decode), late, key);
	return used;
}

/* --- pastes --- */

/* NULL if the mark is not in [at, end). */
static const char *find_mark(const char *at, const char *end, const char *mark)
{
	while (end - at >= MARK && (at = memchr(at, '\033', (size_t)(end - at) - MARK + 1))) {
		if (memcmp(at, mark, MARK) == 0)
			return at;
		at++;
	}
	return NULL;
}

/* Bytes at the end of what is pending that may be the beginning of a mark. */
static size_t begun_mark(const struct decode *decode)
{
	size_t n = pending_length(decode), most = n < MARK ? n : MARK - 1;

	for (size_t length = most; length > 0; length--)
		if (memcmp(pending(decode) + n - length, paste_end, length) == 0)
			return length;
	return 0;
}

static void keep(struct decode *decode, const char *bytes, size_t length)
{
	size_t room = DECODE_PASTE_MOST - decode->paste.length;

	decode->truncated = decode->truncated || length > room;
	str_addn(&decode->paste, bytes, length > room ? room : length);
}

static void keep_pending(struct decode *decode, size_t length)
{
	keep(decode, pending(decode), length);
	decode->taken += length;
}

/* Valid UTF-8 with LF between the lines, as the event promises. */
static void clean(struct str *out, const char *bytes, size_t length)
{
	char encoded[4];
	uint32_t point;

	str_reset(out);
	for (size_t at = 0; at < length;) {
		at += utf8_decode(bytes + at, length - at, &point);
		if (point == '\r') {
			if (at < length && bytes[at] == '\n')
				at++;
			point = '\n';
		}
		if (point != 0)
			str_addn(out, encoded, utf8_encode(point, encoded));
	}
}

static bool hand_over(struct decode *decode, struct event *event)
{
	clean(&decode->handed, decode->paste.text, decode->paste.length);
	if (decode->handed.length > DECODE_PASTE_MOST) { /* bad bytes grow */
		size_t end = DECODE_PASTE_MOST;
		while ((decode->handed.text[end] & 0xC0) == 0x80)
			end--;
		str_cut(&decode->handed, end);
		decode->truncated = true;
	}
	*event = (struct event){
		.kind = EVENT_PASTE,
		.paste = decode->handed.text,
		.truncated = decode->truncated,
	};
	str_reset(&decode->paste);
	decode->truncated = false;
	return decode->handed.length > 0;
}

/* Before an end mark: everything is text. After a second without a byte what
 * there is is handed over, and what follows still is paste. */
static bool read_paste(struct decode *decode, bool late, struct event *event)
{
	const char *end = decode->queue.text + decode->queue.length;
	const char *mark = find_mark(pending(decode), end, paste_end);

	if (mark) {
		keep_pending(decode, (size_t)(mark - pending(decode)));
		decode->taken += MARK;
		decode->ended = true;
		return false;
	}
	keep_pending(decode, pending_length(decode) - (late ? 0 : begun_mark(decode)));
	return late && decode->paste.length > 0 && hand_over(decode, event);
}

/* After an end mark: was it the end? */
static bool end_paste(struct decode *decode, bool late, struct event *event)
{
	const char *end = decode->queue.text + decode->queue.length;
	const char *next = find_mark(pending(decode), end, paste_begin);
	const char *again = find_mark(pending(decode), next ? next : end, paste_end);

	if (again || pending_length(decode) > HELD_MOST) {
		keep(decode, paste_end, MARK);
		if (again) {
			keep_pending(decode, (size_t)(again - pending(decode)));
			decode->taken += MARK;
		} else {
			decode->ended = false;
		}
		return false;
	}
	if (!next && !late)
		return false;
	decode->pasting = decode->ended = false;
	return hand_over(decode, event);
}

/* --- events --- */

static bool next_key(struct decode *decode, bool late, struct event *event)
{
	struct key key = {0};

	if (pending_length(decode) >= MARK && memcmp(pending(decode), paste_begin, MARK) == 0) {
		decode->taken += MARK;
		decode->pasting = true;
		return false;
	}
	decode->taken += parse(decode, late, &key);
	*event = (struct event){.kind = EVENT_KEY, .key = key};
	return key.code != KEY_NONE;
}

bool decode_next(struct decode *decode, bool late, struct event *event)
{
	size_t before;
	bool was_pasting, had_ended;

	do { /* until nothing moves any more */
		before = decode->taken;
		was_pasting = decode->pasting;
		had_ended = decode->ended;
		bool found = decode->ended ? end_paste(decode, late, event)
			     : decode->pasting
				     ? read_paste(decode, late, event)
				     : pending_length(decode) > 0 && next_key(decode, late, event);
		if (found)
			return true;
	} while (decode->taken != before || decode->pasting != was_pasting ||
		 decode->ended != had_ended);
	return false;
}

int decode_patience(const struct decode *decode)
{
	size_t n = pending_length(decode);

	if (decode->ended)
		return ESC_PATIENCE;
	if (decode->pasting)
		return n > 0 || decode->paste.length > 0 ? PASTE_PATIENCE : -1;
	if (n == 0)
		return -1;
	if (*pending(decode) == '\033' && n <= 2)
		return ESC_PATIENCE * (int)n;
	return SEQUENCE_PATIENCE;
}
