/* SPDX-License-Identifier: MIT */
/*
 * Bytes of a terminal in, events out: keys and pastes. Pure: knows no file
 * descriptor and no clock, so that tables of bytes test it and a fuzzer can.
 */
#ifndef TERM_DECODE_H
#define TERM_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "ui/key.h"

#define DECODE_PASTE_MOST ((size_t)1 << 20) /* bytes kept of a paste */

struct decode {
	struct str queue; /* bytes that came; those before `taken` are done with */
	size_t taken;
	bool pasting;      /* between the marks of a bracketed paste */
	bool ended;        /* an end mark was seen, and perhaps it was one */
	bool truncated;    /* the paste was longer than what is kept */
	struct str paste;  /* bytes of it up to the end mark */
	struct str handed; /* what event.paste points to */
	struct decode_learned *learned;
	size_t learned_count, learned_capacity;
};

void decode_init(struct decode *decode);
void decode_clear(struct decode *decode);

/* Learns the keys of the terminal's description, beside those that are known by
 * heart: capability("kcuu1") gives the bytes of a terminfo name, or NULL. */
void decode_learn(struct decode *decode, const char *(*capability)(const char *name));

void decode_feed(struct decode *decode, const char *bytes, size_t length);

/* The next key or paste; false if there is none yet. With `late` what has begun
 * is not waited for any longer: a lone ESC is the key Escape. What is no key (an
 * answer of the terminal, a sequence that is not known) is swallowed. Bad UTF-8
 * gives U+FFFD.
 *
 * A paste is text, whatever is in it. Where an end mark is followed by more
 * without a pause, and by another end mark, the first one was text as well. */
bool decode_next(struct decode *decode, bool late, struct event *event);

/* After decode_next has said no: milliseconds without a byte after which it is
 * late; -1 if nothing has begun. */
int decode_patience(const struct decode *decode);

#endif
