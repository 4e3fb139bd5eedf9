/* SPDX-License-Identifier: MIT */
/* The one program of a test. */
#include "one_program.h"

struct program program;

int program_set_up(void **state)
{
	(void)state;
	program_begin(&program);
	return 0;
}

int program_tear_down(void **state)
{
	(void)state;
	program_end(&program);
	return 0;
}
