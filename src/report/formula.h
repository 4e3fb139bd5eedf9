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

struct formula_field {
	const char *name, *value; /* value plain text; NULL or "": none */
};
/* FIELDS({"item", item.text}, {"list", list.text}) */
#define FIELDS(...) ((const struct formula_field[]){__VA_ARGS__, {NULL, NULL}})

/* Adds the formula with its fields (NULL: none are needed); line feeds in a value
 * become blanks. A sentence begins with a capital and is in inline form: its
 * values are escaped. An id that is in no row is a bug. */
void formula_sentence(struct str *out, const char *id, const struct formula_field *fields);
/* As it stands and plain: a phrase that becomes a value of another formula. */
void formula_plain(struct str *out, const char *id, const struct formula_field *fields);

/* All ids, for the tests; NULL past the end. */
const char *formula_id(size_t index);
const char *formula_pattern(size_t index);

#endif
