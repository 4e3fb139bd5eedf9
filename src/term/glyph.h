/* SPDX-License-Identifier: MIT */
/* What a terminal is given for a cell. Private to term. */
#ifndef TERM_GLYPH_H
#define TERM_GLYPH_H

#include <wchar.h>

#include "ui/canvas.h"

enum { GLYPH_MARKS = 4 }; /* as many as a cell of curses holds */

/* A spacing character, its marks, and the end. */
typedef wchar_t glyph[GLYPH_MARKS + 2];

/* The cluster of a cell of so many columns, one or two, as one or two glyphs that
 * are as wide together on every terminal; returns how many. */
int glyphs_of(const struct cell *cell, int columns, glyph out[2]);

#endif
