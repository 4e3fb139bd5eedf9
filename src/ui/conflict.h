/* SPDX-License-Identifier: MIT */
/* Two people have written on one text: both are shown, nothing is overwritten
 * before one of them says so. */
#ifndef UI_CONFLICT_H
#define UI_CONFLICT_H

#include "ui/app.h"

struct conflict {
	const char *what; /* "s12" */
	const char *theirs, *mine;
	int version; /* of theirs */
	/* Called when the person has chosen; not on Esc. What `seen` has of theirs is what
	 * was shown: what came after it nobody has seen. */
	void (*chosen)(void *state, struct app *app, bool mine, const struct conflict *seen);
	void *state; /* of a view below, which stays as long as this one */
};

extern const struct view_ops view_conflict; /* argument: const struct conflict * */

#endif
