/* SPDX-License-Identifier: MIT */
/* The markup inside a line or paragraph of Markdown. */
#ifndef MD_INLINE_H
#define MD_INLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* Adds the text without its markup: emphasis, code, links (their words stay), pictures,
 * marks of notes, tags of HTML, escapes and entities. "<br>" and a hard break are "\n".
 * What only looks like markup ("5 * 3", "agenda*", "snake_case") stays. True if all
 * of it is bold, and it is not blank. */
bool md_inline(const char *text, size_t length, struct str *out);

#endif
