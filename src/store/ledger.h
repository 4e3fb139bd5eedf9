/* SPDX-License-Identifier: MIT */
/* The ledger of speaking time in memory: private to the store. store/spoken.h has
 * what it is asked for. */
#ifndef STORE_LEDGER_H
#define STORE_LEDGER_H

struct ledger;

void ledger_free(struct ledger *ledger); /* NULL passes */

#endif
