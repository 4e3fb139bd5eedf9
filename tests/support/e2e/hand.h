/* SPDX-License-Identifier: MIT */
/*
 * A script that can be done in two ways: by `rapporteur do -f`, and by the keys that
 * stand below each of its commands behind "#:".
 */
#ifndef SUPPORT_E2E_HAND_H
#define SUPPORT_E2E_HAND_H

#include "base/arena.h"
#include "pty.h"

struct hand_step {
	const char *command; /* as in the script, ended by LF */
	const char *at;      /* the time that it sets, or NULL */
	const char *time;    /* the time that holds for it, with its date */
	const char *keys;
};

/* Fails the test at a command without keys. The first one says the date. */
struct hand_step *hand_read(const char *path, struct arena *arena, size_t *count);

/* Types the keys of a step in the Room: names as in ui/key.h, and "a text".
 * A time is set with t before. Then the reply comes, which was not there before; where
 * the keys end with Escape-"this", what shows this is left after it. */
void hand_sets_time(struct pty *pty, const char *time);
void hand_does(struct pty *pty, const struct hand_step *step, const char *reply);

#endif
