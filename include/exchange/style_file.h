/* SPDX-License-Identifier: MIT */
/* The house style of the drafting check: style.yaml, which is embedded; a copy in
 * $XDG_CONFIG_HOME/rapporteur/ wins. */
#ifndef EXCHANGE_STYLE_FILE_H
#define EXCHANGE_STYLE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "exchange/message.h"
#include "model/style.h"

/* Reads a sheet; all of it is in the arena. False, with messages, if anything is wrong. */
bool style_file_parse(const char *name, const char *text, size_t length, struct arena *arena,
	struct style_sheet *sheet, struct messages *messages);
/* The same of the user's copy if there is one, else of the embedded file. */
bool style_file_read(struct arena *arena, struct style_sheet *sheet, struct messages *messages);
/* The user's copy where it is good, else the embedded one: for what must not fail. */
void style_file_any(struct arena *arena, struct style_sheet *sheet);

#endif
