/* SPDX-License-Identifier: MIT */
/* What the commands on points share. Private to the command layer. */
#ifndef POINTS_H
#define POINTS_H

#include "command/command.h"

/* Adds to the reply how many said what a point tells, of how many, and what that is called. */
void points_say_count(struct call *call, int64_t lead, int64_t item);

#endif
