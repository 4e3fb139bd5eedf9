/* SPDX-License-Identifier: MIT */
/* Fails the test if an answer that the store keeps is not that of the database. Not
 * inside a change. */
#ifndef SUPPORT_STORE_ANSWERS_H
#define SUPPORT_STORE_ANSWERS_H

struct store;

void answers_check(struct store *store);

#endif
