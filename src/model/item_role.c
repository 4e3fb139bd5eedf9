/* SPDX-License-Identifier: MIT */
/* The beginnings of titles by which standing items are known. */
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "model/item_role.h"

static const struct {
	const char *beginning;
	enum item_role role;
} roles[] = {
	{"opening of the", ROLE_OPENING},
	{"adoption of the agenda", ROLE_AGENDA},
	{"adoption of the provisional agenda", ROLE_AGENDA},
	{"adoption of the report", ROLE_REPORT},
	{"adoption of the draft report", ROLE_REPORT},
	{"organizational matters", ROLE_ORGANIZATION},
	{"organization of work", ROLE_ORGANIZATION},
	{"organization of the meeting", ROLE_ORGANIZATION},
	{"election of", ROLE_ORGANIZATION},
	{"closing of the", ROLE_CLOSING},
	{"closure of the", ROLE_CLOSING},
};

static bool begins(const char *title, const char *beginning)
{
	return strncasecmp(title, beginning, strlen(beginning)) == 0;
}

enum item_role item_role(const char *title)
{
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		if (begins(title, roles[i].beginning))
			return roles[i].role;
	return ROLE_SUBSTANCE;
}

bool item_is_standing(const char *title)
{
	static const char *const others[] = {"other matters", "other business",
		"any other business", "any other matters", "provisional agenda for the next"};

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (begins(title, others[i]))
			return true;
	return item_role(title) != ROLE_SUBSTANCE;
}
