/* SPDX-License-Identifier: MIT */
/* The likenesses. One column each, so that nothing moves: "…" is one dot. */
#include <stddef.h>

#include "ascii.h"

/* U+00C0 … U+017F without their marks. */
static const char latin[] = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo:ouuuuyty"
			    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiJjJjKkkLlLlLlL"
			    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

static const struct {
	uint32_t point;
	char like;
} likenesses[] = {
	{0x00A0, ' '},
	{0x00AB, '"'},
	{0x00AD, '-'},
	{0x00B0, 'o'},
	{0x00B4, '\''},
	{0x00B7, '.'},
	{0x00BB, '"'},
	{0x2190, '<'},
	{0x2191, '^'},
	{0x2192, '>'},
	{0x2193, 'v'},
	{0x2212, '-'},
	{0x2022, '*'},
	{0x2026, '.'},
	{0x2032, '\''},
	{0x2033, '"'},
	{0x2039, '<'},
	{0x203A, '>'},
	{0x25A0, '#'},
	{0x25A1, '-'},
	{0x25B2, '^'},
	{0x25B6, '>'},
	{0x25B8, '>'},
	{0x25BC, 'v'},
	{0x25BE, 'v'},
	{0x25C0, '<'},
	{0x25C6, '*'},
	{0x25CB, 'o'},
	{0x25CC, 'o'},
	{0x25CF, '*'},
	{0x2605, '*'},
	{0x2610, '-'},
	{0x2611, '+'},
	{0x2713, '+'},
	{0x2714, '+'},
	{0x2717, 'x'},
	{0x2718, 'x'},
	{0x26A0, '!'},
	{0x2500, '-'},
	{0x2501, '-'},
	{0x2502, '|'},
	{0x2503, '|'},
};

char ascii_for(uint32_t point)
{
	if (point < 0x80)
		return (char)point;
	if (point >= 0xC0 && point < 0xC0 + sizeof latin - 1)
		return latin[point - 0xC0];
	if (point >= 0x2010 && point <= 0x2015)
		return '-';
	if (point >= 0x2018 && point <= 0x201F)
		return point < 0x201C ? '\'' : '"';
	for (size_t i = 0; i < sizeof likenesses / sizeof *likenesses; i++)
		if (likenesses[i].point == point)
			return likenesses[i].like;
	if (point >= 0x2500 && point <= 0x257F)
		return '+';
	return point >= 0x2588 && point <= 0x258F ? '|' : '?';
}
