/* SPDX-License-Identifier: MIT */
/* What corrects an agenda that is reviewed, for the rows of the command table, and how
 * such a row finds the review it is about. Each is the `run` of the row of its name. */
#ifndef UI_REVIEW_CORRECT_H
#define UI_REVIEW_CORRECT_H

#include "command/command.h"
#include "review.h"

/* The review that is on the screen; NULL, with what to do first, if none is open. */
struct review *review_opened(const struct call *call, struct err *err);
/* … with a row of that kind selected, else NULL. */
struct review *review_on(const struct call *call, enum review_kind kind, struct err *err);

bool review_item(struct call *call, struct err *err);
bool review_joint(struct call *call, struct err *err);
bool review_field(struct call *call, struct err *err);
bool review_body(struct call *call, struct err *err);
bool review_slot(struct call *call, struct err *err);
bool review_document(struct call *call, struct err *err);
bool review_new_item(struct call *call, struct err *err);
bool review_new_slot(struct call *call, struct err *err);
bool review_new_document(struct call *call, struct err *err);
bool review_annotate(struct call *call, struct err *err); /* an unread piece */
bool review_sure(struct call *call, struct err *err);
bool review_raise(struct call *call, struct err *err);
bool review_lower(struct call *call, struct err *err);
bool review_delete(struct call *call, struct err *err);

#endif
