/* SPDX-License-Identifier: MIT */
/*
 * What has changed is known already, cell by cell; on a terminal of the usual
 * kind its bytes are then a matter of appending. curses, which would find them
 * out once more from the whole screen, keeps the terminals of the other kinds.
 */
#include <string.h>

#include "base/utf8.h"
#include "glyph.h"
#include "ink.h"
#include "terminfo.h"

enum { FEW = 8 }; /* blanks at the end of a row that are not worth another sequence */

static void look_on(struct str *out, const struct look *look)
{
	static const struct {
		unsigned attribute;
		const char *name;
	} names[] = {{LOOK_BOLD, "bold"}, {LOOK_REVERSE, "rev"}, {LOOK_UNDERLINE, "smul"}};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (look->attributes & names[i].attribute)
			terminfo_add(out, names[i].name);
	if (look->colour >= 0)
		terminfo_add_colour(out, look->colour);
}

static bool is_usual(bool coloured)
{
	const char *move = terminfo_string("cup");

	return move && strcmp(move, "\033[%i%p1%d;%p2%dH") == 0 && terminfo_string("sgr0") &&
	       (!terminfo_flag("am") || terminfo_flag("xenl")) && terminfo_number("xmc") <= 0 &&
	       (!coloured || !terminfo_forbids_bold());
}

void ink_init(struct ink *ink, const struct look looks[STYLE_COUNT])
{
	bool coloured = false;

	memset(ink, 0, sizeof *ink);
	for (int i = 0; i < STYLE_COUNT; i++) {
		str_init(&ink->on[i]);
		look_on(&ink->on[i], &looks[i]);
		coloured = coloured || looks[i].colour >= 0;
	}
	str_init(&ink->off);
	terminfo_add(&ink->off, "sgr0");
	str_init(&ink->blank);
	terminfo_add(&ink->blank, "el");
	ink->usable = is_usual(coloured);
}

void ink_clear(struct ink *ink)
{
	for (int i = 0; i < STYLE_COUNT; i++)
		str_clear(&ink->on[i]);
	str_clear(&ink->off);
	str_clear(&ink->blank);
}

void ink_move(struct str *out, int row, int column)
{
	str_addn(out, "\033[", 2);
	str_add_number(out, (unsigned long)row + 1, 1);
	str_addc(out, ';');
	str_add_number(out, (unsigned long)column + 1, 1);
	str_addc(out, 'H');
}

static void add_glyphs(struct str *out, const struct cell *cell, int columns)
{
	glyph glyphs[2];
	char bytes[4];
	int count = glyphs_of(cell, columns, glyphs);

	for (int i = 0; i < count; i++)
		for (const wchar_t *c = glyphs[i]; *c; c++)
			str_addn(out, bytes, utf8_encode((uint32_t)*c, bytes));
}

static bool is_blank(const struct cell *cell)
{
	return cell->text[0] == ' ' && !cell->text[1] && cell->style == STYLE_TEXT;
}

/* Where the plain blanks begin that end these cells. */
static int last_ink(const struct cell *cells, int first, int end)
{
	while (end > first && is_blank(&cells[end - 1]))
		end--;
	return end;
}

static void change_look(
	const struct ink *ink, struct str *out, const struct str *from, const struct str *to)
{
	if (from->length > 0)
		str_addn(out, ink->off.text, ink->off.length);
	str_addn(out, to->text, to->length);
}

void ink_cells(const struct ink *ink, struct str *out, int row, const struct cell *cells, int first,
	int end, int columns)
{
	const struct str *on = &ink->on[STYLE_TEXT];
	int inked = end == columns && ink->blank.length > 0 ? last_ink(cells, first, end) : end;

	if (end - inked <= FEW)
		inked = end;
	ink_move(out, row, first);
	for (int i = first; i < inked; i++) {
		const struct cell *cell = &cells[i];
		const struct str *wanted = &ink->on[cell->style];

		if (!*cell->text)
			continue; /* half of the wide one before */
		if (wanted != on)
			change_look(ink, out, on, wanted);
		on = wanted;
		if (!(cell->text[0] & 0x80) && !cell->text[1])
			str_addc(out, cell->text[0] < ' ' ? '?' : cell->text[0]);
		else
			add_glyphs(out, cell, i + 1 < columns && !*cells[i + 1].text ? 2 : 1);
	}
	change_look(ink, out, on, &ink->on[STYLE_TEXT]);
	if (inked < end)
		str_addn(out, ink->blank.text, ink->blank.length);
}
