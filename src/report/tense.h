/* SPDX-License-Identifier: MIT */
/* Points that begin in the present tense, where the report tells what was said
 * (conventions 3.2, "Voice"). */
#ifndef REPORT_TENSE_H
#define REPORT_TENSE_H

#include <stddef.h>

/*
 * Bytes of the first word of a point if that is a verb of reporting in the present
 * ("asks for model legislation", "welcome the report"); *word is where it begins. 0
 * if it is none, or may as well be a noun ("requests of States").
 */
size_t tense_present(const char *point, const char **word);

#endif
