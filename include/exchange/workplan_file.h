/* SPDX-License-Identifier: MIT */
/* Workplans: files that begin with "rapporteur: workplan/1", described in
 * rapporteur-agenda(5). */
#ifndef EXCHANGE_WORKPLAN_FILE_H
#define EXCHANGE_WORKPLAN_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "exchange/message.h"
#include "model/workplan.h"

/* Whether the file says that it is one; false also if it cannot be read. */
bool workplan_file_is(const char *path);
/* Reads it into plan, which the caller has initialised and clears. All that is wrong is
 * told with line and column; false if anything is. */
bool workplan_file_read(const char *path, struct workplan *plan, struct messages *messages);
bool workplan_file_parse(const char *name, const char *text, size_t length, struct workplan *plan,
	struct messages *messages);

#endif
