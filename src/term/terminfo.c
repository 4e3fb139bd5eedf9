/* SPDX-License-Identifier: MIT */
/* The few questions that are asked of terminfo beside what curses asks itself. */
#include <string.h>
#include <unistd.h>

#include "terminfo.h"

#include <curses.h>
#include <term.h>

static const char *usable(const char *string)
{
	return string == (const char *)-1 ? NULL : string;
}

enum terminfo terminfo_kind(const char *type)
{
	int status;

	if (setupterm(type, STDOUT_FILENO, &status) != OK)
		return TERMINFO_UNKNOWN;
	bool moves = usable(tigetstr("cup")) != NULL;
	del_curterm(cur_term);
	return moves ? TERMINFO_SCREEN : TERMINFO_PRINTER;
}

const char *terminfo_string(const char *name)
{
	return usable(tigetstr(name));
}

bool terminfo_flag(const char *name)
{
	return tigetflag(name) > 0;
}

int terminfo_number(const char *name)
{
	return tigetnum(name);
}

bool terminfo_forbids_bold(void)
{
	enum { BOLD = 1 << 5 }; /* in ncv, see terminfo(5) */
	int forbidden = terminfo_number("ncv");

	return forbidden > 0 && forbidden & BOLD;
}

static void add(struct str *out, const char *string)
{
	while (string && *string) {
		const char *end = strncmp(string, "$<", 2) == 0 ? strchr(string, '>') : NULL;
		if (!end)
			str_addc(out, *string);
		string = end ? end + 1 : string + 1;
	}
}

void terminfo_add(struct str *out, const char *name)
{
	add(out, terminfo_string(name));
}

void terminfo_add_colour(struct str *out, int colour)
{
	const char *set = terminfo_string("setaf");

	if (set)
		add(out, tiparm(set, colour));
}
