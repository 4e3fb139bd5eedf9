/* SPDX-License-Identifier: MIT */
/* One table, as a switch. */
#include "pty_key.h"

VTermKey pty_vterm_key(const struct key *key)
{
	switch (key->code) {
	case KEY_ENTER:
		return VTERM_KEY_ENTER;
	case KEY_ESCAPE:
		return VTERM_KEY_ESCAPE;
	case KEY_TAB:
	case KEY_BACKTAB:
		return VTERM_KEY_TAB;
	case KEY_BACKSPACE:
		return VTERM_KEY_BACKSPACE;
	case KEY_DELETE:
		return VTERM_KEY_DEL;
	case KEY_INSERT:
		return VTERM_KEY_INS;
	case KEY_UP:
		return VTERM_KEY_UP;
	case KEY_DOWN:
		return VTERM_KEY_DOWN;
	case KEY_LEFT:
		return VTERM_KEY_LEFT;
	case KEY_RIGHT:
		return VTERM_KEY_RIGHT;
	case KEY_HOME:
		return VTERM_KEY_HOME;
	case KEY_END:
		return VTERM_KEY_END;
	case KEY_PAGEUP:
		return VTERM_KEY_PAGEUP;
	case KEY_PAGEDOWN:
		return VTERM_KEY_PAGEDOWN;
	case KEY_F:
		return (VTermKey)VTERM_KEY_FUNCTION((int)key->point);
	default:
		return VTERM_KEY_NONE;
	}
}
