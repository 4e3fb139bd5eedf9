/* SPDX-License-Identifier: MIT */
/* The numbers of items as they are typed. Private to the command layer. */
#ifndef ITEM_NUMBER_H
#define ITEM_NUMBER_H

#include "amend.h"

struct numbered {
	const struct item_row *parent; /* NULL: on top */
	const char *label, *printed;
	const struct body_row *body; /* "wg3:9"; NULL: none was said */
};

/* Reads "9", "3 (c)", with its body "wg3:9", or under number->parent "(c)", "c". */
bool item_number_read(struct call *call, const struct items *items, const char *text,
	struct numbered *number, struct err *err);
/* Refuses a number that an item of the body has already. */
bool item_number_free(
	const struct items *items, const char *printed, int64_t body, struct err *err);
/* Its place among its siblings, from 1: behind the last that has a smaller number. */
int item_number_place(const struct items *items, int64_t parent, int64_t body, const char *printed);

#endif
