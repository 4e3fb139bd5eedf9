/* SPDX-License-Identifier: MIT */
/* What must hold of any line: for the fuzzer and for the random lines of the tests. */
#ifndef SUPPORT_COMMAND_HOSTILE_H
#define SUPPORT_COMMAND_HOSTILE_H

/* Parses, writes and parses again, and asserts. */
void hostile_line(const char *line);

#endif
