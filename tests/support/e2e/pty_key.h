/* SPDX-License-Identifier: MIT */
/* Keys as libvterm calls them. */
#ifndef SUPPORT_E2E_PTY_KEY_H
#define SUPPORT_E2E_PTY_KEY_H

#include <vterm.h>

#include "ui/key.h"

VTermKey pty_vterm_key(const struct key *key); /* VTERM_KEY_NONE for a character */

#endif
