/* SPDX-License-Identifier: MIT */
/*
 * Figures that were read as letters: "l1." and "1O." of a scanned page. A line is taken
 * to be numbered so only where its neighbours leave no other number for it: the figure
 * before it behind, or the one after it in front.
 */
#include <ctype.h>
#include <string.h>

#include "import.h"
#include "import_misread.h"

enum { NEAR = 12 };

static int figure_of(char c)
{
	static const char letters[] = "lI|!iOoQSsBZz", figures[] = "1111100055822";
	const char *at = strchr(letters, c);

	if (isdigit((unsigned char)c))
		return c - '0';
	return c && at ? figures[at - letters] - '0' : -1;
}

int import_misread_number(const char *text, size_t *length)
{
	int number = 0;
	bool letters = false;

	for (*length = 0; *length < 3 && figure_of(text[*length]) >= 0; (*length)++) {
		number = number * 10 + figure_of(text[*length]);
		letters = letters || !isdigit((unsigned char)text[*length]);
	}
	if (!letters || text[*length] != '.' || text[*length + 1] != ' ')
		return 0;
	*length += 1 + strspn(text + *length + 1, " ");
	return isupper((unsigned char)text[*length]) ? number : 0;
}

/* The figure of the nearest numbered line before or behind; 0 without. */
static int neighbour(const struct import *import, size_t at, int step)
{
	for (size_t k = 1; k <= NEAR; k++) {
		size_t i = step > 0 ? at + k : at - k;
		if (i >= import->count)
			return 0;
		const struct import_line *line = &import->lines[i];
		if (line->labelled && line->label.count == 1 && line->label.mark == '.' &&
			isdigit((unsigned char)line->label.part[0][0]))
			return import_figure(line->label.part[0]);
	}
	return 0;
}

void import_misread(struct import *import)
{
	/* From the end, so that of two in a row the second helps the first. */
	for (size_t i = import->count; i-- > 0;) {
		struct import_line *line = &import->lines[i];
		size_t length;
		int before = neighbour(import, i, -1);
		int number = import_misread_number(line->whole, &length);
		if (number == 0 || neighbour(import, i, 1) != number + 1 ||
			(number > 1 && (before >= number || before < number - 3)))
			continue;
		const char *figures = arena_printf(&import->agenda->arena, "%d.", number);
		line->labelled = import_label_at(figures, &line->label);
		line->text = line->whole + length;
		line->guessed = true;
	}
}
