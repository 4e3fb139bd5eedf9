/* SPDX-License-Identifier: MIT */
/* What an item of an agenda is for, as far as its title says so (conventions 2, 1.9). */
#ifndef MODEL_ITEM_ROLE_H
#define MODEL_ITEM_ROLE_H

#include <stdbool.h>

enum item_role {
	ROLE_SUBSTANCE,
	ROLE_OPENING,
	ROLE_AGENDA,       /* its adoption */
	ROLE_ORGANIZATION, /* organizational matters, elections */
	ROLE_REPORT,       /* its adoption */
	ROLE_CLOSING
};

enum item_role item_role(const char *title);
/* Is it on the agenda of every session: one of the above, or "Other matters"? */
bool item_is_standing(const char *title);

#endif
