/* SPDX-License-Identifier: MIT */
/* A list of speakers as people send it: a line each, or several in one, with
 * numbers, bullets, times, ranks and groups around the names. */
#ifndef MODEL_SPEAKERS_H
#define MODEL_SPEAKERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct speaker_entry {
	const char *name;  /* "Côte d’Ivoire"; never "" */
	const char *group; /* of "(on behalf of the African Group)": "the African Group", or NULL */
	const char *person; /* "H.E. Mr. X", or NULL */
	size_t line;        /* of the text, from 1 */
	bool exact; /* was in double quotes: name and group are just so, not to be guessed */
};

struct speakers {
	struct arena arena;
	struct speaker_entry *entries;
	size_t count, capacity;
};

/* Is this text, commas and brackets and all, the name of somebody? */
typedef bool (*speakers_is_name)(void *context, const char *text);

void speakers_init(struct speakers *speakers);
void speakers_clear(struct speakers *speakers);

/*
 * Adds the entries of a text, any bytes, in their order. Taken away are bullets, numbers
 * ("3.", "(3)", "[x]"), times ("10:15 -", "5 min"), remarks such as "(tbc)" and the
 * punctuation around a name. A tab, a semicolon or a bar parts names, and so does a
 * comma where what is around it is no name as a whole. What begins with a rank ("H.E.
 * Mr. X") is the person of the name beside it: "Kenya, Ms. X", "Ms. X (Kenya)",
 * "Kenya: Ms. X". What stands in double quotes is a name as it is (exact). is_name tells what
 * is known already, so that "Korea, Republic of" and "Iran (Islamic Republic of)" stay
 * whole; NULL: nothing is.
 */
void speakers_parse(
	struct speakers *speakers, const char *text, speakers_is_name is_name, void *context);

/* Appends the line from which speakers_parse makes just this entry. */
void speakers_format(const struct speaker_entry *entry, struct str *out);

/* May it be a file with a list, and not the list: one line that begins like a path with a "/" in it, or ends in
 * .txt, .csv, .tsv or .md? */
bool speakers_is_path(const char *text);

#endif
