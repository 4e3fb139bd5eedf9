/* SPDX-License-Identifier: MIT */
/* The one program of a test. */
#include "one_program.h"

struct program program;

int program_set_up(void **state)
{
	program_begin(&program);
	*state = &program;
	return 0;
}

int program_set_up_session(void **state)
{
	program_set_up(state);
	program_does(&program, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	return 0;
}

int program_tear_down(void **state)
{
	(void)state;
	program_end(&program);
	return 0;
}
