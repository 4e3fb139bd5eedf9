/* SPDX-License-Identifier: MIT */
/* The bytes of a YAML file before any YAML is read from them. */
#ifndef YAML_TEXT_H
#define YAML_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "exchange/message.h"

/* True if the text is small enough, UTF-8, and without control characters and
 * invisible line separators; else false, and the first fault is in messages. */
bool yaml_text_check(const char *text, size_t length, struct messages *messages);

/* The code point at a place, counted as libyaml does (a column is a code point);
 * 0 if there is none. */
uint32_t yaml_text_at(const char *text, size_t length, int line, int column);

#endif
