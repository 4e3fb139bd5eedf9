/* SPDX-License-Identifier: MIT */
/*
 * The formulas of a report (conventions 3): sentences with fields, each with an
 * id. They are one table, so that they can become data of a body's template.
 *
 * {field} is the value of that name; what stands in [ ] is there only if every
 * field in it has a value.
 */
#ifndef REPORT_FORMULA_H
#define REPORT_FORMULA_H

#include <stddef.h>

#include "base/str.h"

/* Adds the formula with its fields, given as pairs of name and value and ended
 * by NULL; a value that is NULL or "" is none, line feeds in it become blanks. A
 * sentence begins with a capital and is in inline form: its values are plain
 * text and are escaped. An id that is in no row is a bug. */
void formula_sentence(struct str *out, const char *id, ...) __attribute__((sentinel));
/* As it stands and plain: a phrase that becomes a value of another formula. */
void formula_plain(struct str *out, const char *id, ...) __attribute__((sentinel));

/* All ids, for the tests; NULL past the end. */
const char *formula_id(size_t index);
const char *formula_pattern(size_t index);

#endif
