/* SPDX-License-Identifier: MIT */
/*
 * The program that a test of the terminal layer shows on a pseudo-terminal: it
 * draws a few lines of every kind and the names of the events that come; F-keys
 * make it do things.
 */
#ifndef SUPPORT_E2E_SHOW_H
#define SUPPORT_E2E_SHOW_H

#include <stdbool.h>

#include "term/term.h"

enum { SHOW_GONE = 42 }; /* its status when the terminal went away */

/* Shows until it ends; its exit status. deaf: F-keys are only named. */
int show_main(enum term_colour colour, bool deaf);

#endif
