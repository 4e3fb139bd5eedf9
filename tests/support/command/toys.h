/* SPDX-License-Identifier: MIT */
/* Commands that do nothing but show what came of their words: for the tests of
 * parsing, resolving and running, which must not change with the real table. */
#ifndef SUPPORT_COMMAND_TOYS_H
#define SUPPORT_COMMAND_TOYS_H

#include "command/command.h"

extern const struct command toy_commands[];

#endif
