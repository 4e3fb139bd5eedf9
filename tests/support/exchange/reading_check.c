/* SPDX-License-Identifier: MIT */
/* The promises of reading.h, asserted. */
#undef NDEBUG
#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "support/exchange/reading_check.h"

static void check_text(const char *text)
{
	size_t length = strlen(text), bad;

	assert(utf8_valid(text, length, &bad));
	assert(!strstr(text, "  ") && !strpbrk(text, "\n\t\r\f\033"));
	assert(length == 0 || (text[0] != ' ' && text[length - 1] != ' '));
}

static void check_paragraph(const struct reading *reading, const struct reading_paragraph *it)
{
	check_text(it->text);
	assert(*it->text || it->number);
	if (it->number)
		check_text(it->number);
	assert((it->style == READING_HEADING) == (it->level > 0));
	assert(it->level >= 0 && it->indent >= 0 && it->gap >= 0);
	assert(it->table ? it->row > 0 && it->cell > 0 : it->row == 0 && it->cell == 0);
	assert(it->line > 0 && it->line <= it->last_line);
	assert((size_t)it->last_line <= reading->line_count);
}

static void check_reading(const struct reading *reading)
{
	assert(reading->format && reading->count > 0);
	for (size_t i = 0; i < reading->count; i++)
		check_paragraph(reading, &reading->paragraphs[i]);
	for (size_t i = 0; i < reading->line_count; i++) {
		size_t bad;
		assert(utf8_valid(reading->lines[i], strlen(reading->lines[i]), &bad));
		assert(!strpbrk(reading->lines[i], "\n\t\r\f\033"));
	}
}

void reading_check(const char *name, const char *bytes, size_t length)
{
	struct reading reading;
	struct err err = {0};

	reading_init(&reading);
	if (reading_parse(&reading, name, bytes, length, &err))
		check_reading(&reading);
	else
		assert(*err.text && err.code != ERR_NONE && !strpbrk(err.text, "\n\t\r\033"));
	reading_clear(&reading);
}
