/* SPDX-License-Identifier: MIT */
/* The decisions on an amendment, which are rows of cmd_amendment.c. Private to the command
 * layer. */
#ifndef AMENDMENT_DECIDE_H
#define AMENDMENT_DECIDE_H

#include "command/command.h"

bool amendment_accept(struct call *call, struct err *err);
bool amendment_reject(struct call *call, struct err *err);
bool amendment_withdraw(struct call *call, struct err *err);
/* Proposed again; of one that was accepted its words are taken out of the text. */
bool amendment_reopen(struct call *call, struct err *err);

#endif
