/* SPDX-License-Identifier: MIT */
/* What libyaml says of broken YAML, in words for somebody who does not know it. */
#ifndef YAML_SYNTAX_H
#define YAML_SYNTAX_H

#include <stddef.h>
#include <stdint.h>

/* The sentence for a problem in a context (both as libyaml words them); `at` is
 * the character at the place. Yours to free. */
char *yaml_syntax_sentence(const char *problem, const char *context, uint32_t at, int context_line);

#endif
