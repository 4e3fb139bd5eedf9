/* SPDX-License-Identifier: MIT */
/* How single values look on every screen. */
#ifndef UI_SHOW_H
#define UI_SHOW_H

#include <stdint.h>

#include "base/civil.h"
#include "base/str.h"
#include "ui/app.h"

/* Appends "09:05". */
void show_clock(struct str *out, const struct civil *time);
/* Appends "15:42" for an instant of the day of `now`, else "Wed 17 Oct 15:42";
 * nothing for 0. */
void show_time(struct str *out, int64_t at, int64_t now);

/* Appends "30 Jul 2012"; nothing for NULL and what is no date. */
void show_day(struct str *out, const char *date);
/* The same in full, as a form begins with it: "30 July 2012"; "" for NULL. */
const char *show_date(struct arena *arena, const char *date);

/* Appends "1,234". */
void show_count(struct str *out, size_t count);

/* The text itself, or dots where names and notes are covered (F9); "" for NULL. */
const char *show_covered(const struct app *app, const char *text);

/* True if the key is one of those of the row of the command table. */
bool show_key_runs(const struct key *key, const char *command);

/* The first key of the row of the command table; "" if it has none. Borrowed from
 * the buffer. */
const char *show_key(const char *command, char buffer[32]);

#endif
