/* SPDX-License-Identifier: MIT */
/* What the commands on follow-ups share. Private to the command layer. */
#ifndef FOLLOW_UPS_H
#define FOLLOW_UPS_H

#include "command/command.h"
#include "store/follow_up.h"

/* Text of a file in inline form, in the call's arena; NULL passes. */
const char *follow_up_escaped(struct call *call, const char *text);

#endif
