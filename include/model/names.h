/* SPDX-License-Identifier: MIT */
/* Order of States in lists and the lists themselves (conventions 4.1). Both in the
 * names' list form; the functions do not sort. */
#ifndef MODEL_NAMES_H
#define MODEL_NAMES_H

#include <stddef.h>

#include "base/str.h"

/* What names are compared by: marks and apostrophes dropped, hyphens and brackets
 * blanks, lower case, word by word ("Congo" before "Costa Rica", "Niger" before
 * "Nigeria"). Compare two keys with strcmp. Yours to free. */
char *names_sort_key(const char *name);

/* "Benin, Canada and Spain"; with "; " and "; and " when a name has a comma or
 * a bracket that begins "(on behalf of". */
void names_join(const char *const names[], size_t count, struct str *out);

#endif
