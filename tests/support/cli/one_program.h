/* SPDX-License-Identifier: MIT */
/* For tests that need no more than one program: a new one before each test of cmocka,
 * and its end. */
#ifndef SUPPORT_CLI_ONE_PROGRAM_H
#define SUPPORT_CLI_ONE_PROGRAM_H

#include "program.h"

extern struct program program;

/* Both hand the test the program as its state; the second with the example session there. */
int program_set_up(void **state);
int program_set_up_session(void **state);
int program_tear_down(void **state);

#endif
