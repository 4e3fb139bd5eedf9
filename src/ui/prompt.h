/* SPDX-License-Identifier: MIT */
/* The command line ":". */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include "ui/view.h"

extern const struct view_ops view_prompt; /* argument: the line to begin with, or NULL */

#endif
