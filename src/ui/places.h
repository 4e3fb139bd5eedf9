/* SPDX-License-Identifier: MIT */
/* A command asks about places that two have changed: they are shown with the question. */
#ifndef UI_PLACES_H
#define UI_PLACES_H

#include "ui/view.h"

/* Argument: const struct question *, of a run that has lines to read (its `about`). */
extern const struct view_ops view_places;

#endif
