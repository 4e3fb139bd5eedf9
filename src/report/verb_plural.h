/* SPDX-License-Identifier: MIT */
#ifndef REPORT_VERB_PLURAL_H
#define REPORT_VERB_PLURAL_H

#include "base/str.h"
#include "model/template.h"

/* Puts the verb that the words begin with into the plural, by "point.plurals" of the
 * language: "a = ont; pidió = pidieron; -ó = aron", beginnings before endings of the first
 * word. What no rule is for stays. */
void verb_plural(const struct template *template, struct str *words);

#endif
