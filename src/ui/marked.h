/* SPDX-License-Identifier: MIT */
/* A text with marks, [-gone-] and [+put+] (model/negotiation.h), as it looks on a screen:
 * the signs stay, so that nothing depends on colour or underline. */
#ifndef UI_MARKED_H
#define UI_MARKED_H

#include "flow.h"

/* Adds it to the paragraph being put together: what is new underlined, what is gone
 * faint, the rest in `style`. */
void marked_add(struct flow *flow, enum style style, const char *text);
/* A text whose bytes from `from` on stand out. */
void marked_add_words(
	struct flow *flow, enum style style, const char *text, size_t from, size_t length);

#endif
