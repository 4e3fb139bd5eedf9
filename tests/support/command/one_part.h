/* SPDX-License-Identifier: MIT */
/* The one desk in a morning from which a part of the report is issued. */
#ifndef SUPPORT_COMMAND_ONE_PART_H
#define SUPPORT_COMMAND_ONE_PART_H

#include "support/command/one_desk.h"

#define L1 "CTOC/COP/WG.2/2012/L.1"

/* A morning: item 3, Canada and Benin with a point each, a recommendation. */
int parts_set_up(void **state);
void assert_has(const char *text, const char *words);
void assert_lacks(const char *text, const char *words);
/* An afternoon: Zimbabwe on the same item, another recommendation. */
void parts_go_on(void);

#endif
