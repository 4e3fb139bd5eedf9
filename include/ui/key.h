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
	/* `point` says which, a printable character. Ctrl-x is 'x' with ctrl, in lower
	 * case; a capital is its own point, without shift. Space is ' '. */
	KEY_CHARACTER,
	KEY_ENTER,
	KEY_ESCAPE,
	KEY_TAB,
	KEY_BACKTAB,
	KEY_BACKSPACE,
	KEY_DELETE,
	KEY_INSERT,
	KEY_UP,
	KEY_DOWN,
	KEY_LEFT,
	KEY_RIGHT,
	KEY_HOME,
	KEY_END,
	KEY_PAGEUP,
	KEY_PAGEDOWN,
	KEY_F /* `point` is the number */
};

struct key {
	enum key_code code;
	uint32_t point;
	bool ctrl, alt, shift;
};

bool key_equal(const struct key *a, const struct key *b);
/* The character of a key that was pressed alone (or with Shift), or with Ctrl alone;
 * else 0. */
uint32_t key_letter(const struct key *key);
uint32_t key_ctrl(const struct key *key);
/* Esc, and Ctrl-G where no text of many lines is written, which it gives up. */
bool key_leaves(const struct key *key);
/* The key that a name names; false if it names none. Prefixes in the order
 * Ctrl- Alt- Shift- or any other; the names of keys in any case ("esc", "pgup",
 * "space" too); "-" and "Ctrl--" are keys. */
bool key_parse(const char *name, struct key *key);
/* Appends the name that key_parse reads back. */
void key_format(const struct key *key, struct str *out);

/* What the loop hands to the program. */
enum event_kind { EVENT_TICK, EVENT_KEY, EVENT_PASTE, EVENT_RESIZE, EVENT_SIGNAL, EVENT_GONE };

struct event {
	enum event_kind kind;
	struct key key;
	/* Valid until the next event; text, never keys: valid UTF-8, LF between
	 * lines, but still with other control characters (utf8_enter drops them). */
	const char *paste;
	bool truncated; /* the paste was longer than what is kept of it */
	int signal;     /* SIGTERM, SIGHUP, SIGINT, SIGTSTP … */
};

#endif
