/* SPDX-License-Identifier: MIT */
/* The regional groups as a table. Which States are in which is data (states.yaml). */
#include <string.h>

#include "model/region.h"

const struct region regions[REGIONS] = {
	{"AF", "African", {"African Group"}},
	{"AP", "Asia-Pacific", {"Asia-Pacific Group", "Asian Group"}},
	{"EE", "Eastern European", {"Eastern European Group"}},
	{"LA", "Latin American", {"Group of Latin American and Caribbean States"}},
	{"WE", "Western European", {"Western European and Others Group"}},
};

int region_find(const char *code)
{
	for (int i = 0; code && i < REGIONS; i++)
		if (strcmp(regions[i].code, code) == 0)
			return i;
	return -1;
}
