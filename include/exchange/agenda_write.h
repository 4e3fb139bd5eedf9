/* SPDX-License-Identifier: MIT */
/*
 * An agenda as the program's own YAML, rapporteur-agenda(5), in one fixed form: the
 * same agenda gives the same bytes, and what is read of them is the same agenda.
 */
#ifndef EXCHANGE_AGENDA_WRITE_H
#define EXCHANGE_AGENDA_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/agenda.h"

/* Adds the whole file. Its first line is a comment that says who wrote it and what the rest
 * comes to. */
void agenda_write(const struct agenda *agenda, struct str *out);

/* Is a text what agenda_write made, and nobody has changed it since? Only then may the
 * program write over it. */
bool agenda_is_written(const char *text, size_t length);

#endif
