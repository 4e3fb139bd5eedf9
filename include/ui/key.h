/* SPDX-License-Identifier: MIT */
/* Keys as the command table and the help name them: "a", "Enter", "Ctrl-R",
 * "Alt-n", "Alt-Down", "F5", "PageUp", "?". */
#ifndef UI_KEY_H
#define UI_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum key_code {
	KEY_NONE,
	KEY_CHARACTER,		/* `point` says which; Ctrl-x is KEY_CHARACTER 'x' with ctrl */
	KEY_ENTER, KEY_ESCAPE, KEY_TAB, KEY_BACKTAB, KEY_BACKSPACE, KEY_DELETE, KEY_INSERT,
	KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_END, KEY_PAGEUP, KEY_PAGEDOWN,
	KEY_F			/* `point` is the number */
};

struct key {
	enum key_code code;
	uint32_t point;
	bool ctrl, alt, shift;
};

bool key_equal(const struct key *a, const struct key *b);
/* The key that a name names; false if it names none. */
bool key_parse(const char *name, struct key *key);
void key_format(const struct key *key, struct str *out);

/* What the loop hands to the program. */
enum event_kind { EVENT_TICK, EVENT_KEY, EVENT_PASTE, EVENT_RESIZE, EVENT_SIGNAL, EVENT_GONE };

struct event {
	enum event_kind kind;
	struct key key;
	const char *paste;	/* valid until the next event; text, never keys */
	int signal;		/* SIGTERM, SIGHUP, SIGINT, … */
};

#endif
