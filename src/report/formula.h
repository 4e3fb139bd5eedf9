/* SPDX-License-Identifier: MIT */
/*
 * The formulas of a report (conventions 3): sentences with fields, each with an
 * id. What they say is data of a template (model/template.h), which also says what
 * {field} and [ ] are.
 */
#ifndef REPORT_FORMULA_H
#define REPORT_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/template.h"

struct formula_field {
	const char *name, *value; /* value plain text; NULL or "": none */
};
/* The value of a field that a choice looks at, {"bodies|", formula_form(true, false)}: whether
 * what it counts is one or several, and of which gender its noun is. */
const char *formula_form(bool several, bool feminine);
/* FIELDS({"item", item.text}, {"list", list.text}) */
#define FIELDS(...) ((const struct formula_field[]){__VA_ARGS__, {NULL, NULL}})

/* Adds the formula with its fields (NULL: none are needed); line feeds in a value
 * become blanks. A sentence begins with a capital and is in inline form: its
 * values are escaped. An id that no template has is a bug. */
void formula_sentence(struct str *out, const struct template *template, const char *id,
	const struct formula_field *fields);
/* The same of a key or, where no formula has it, of words with fields. */
void formula_words(struct str *out, const struct template *template, const char *words,
	const struct formula_field *fields);
/* As it stands and plain: a phrase that becomes a value of another formula. */
void formula_plain(struct str *out, const struct template *template, const char *id,
	const struct formula_field *fields);
/* Makes the character at `at` a capital. */
void formula_capital(struct str *text, size_t at);
/* A plain text as a sentence. */
void formula_text(struct str *out, const char *text);

#endif
