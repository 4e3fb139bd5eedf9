/* SPDX-License-Identifier: MIT */
/* What a document was read as, a paragraph a line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "support/exchange/reading_dump.h"

static void dump_paragraph(const struct reading_paragraph *paragraph, struct str *out)
{
	size_t begin = out->length;

	if (paragraph->style == READING_HEADING)
		str_addf(out, "heading %d ", paragraph->level);
	else if (paragraph->style == READING_NOTE)
		str_add(out, "note ");
	else if (paragraph->style == READING_PAGE)
		str_add(out, "page ");
	if (paragraph->table)
		str_addf(out, "cell %d:%d:%d ", paragraph->table, paragraph->row, paragraph->cell);
	str_add(out, paragraph->bold ? "bold " : "");
	str_add(out, paragraph->centred ? "centred " : "");
	if (paragraph->indent)
		str_addf(out, ">%d ", paragraph->indent);
	str_add(out, out->length > begin ? "| " : "");
	if (paragraph->number)
		str_addf(out, "[%s] ", paragraph->number);
	str_add(out, paragraph->text);
	if (paragraph->marks)
		str_addf(out, " ^%s", paragraph->marks);
	str_addc(out, '\n');
}

void reading_dump(const struct reading *reading, struct str *out)
{
	for (size_t i = 0; i < reading->count; i++)
		dump_paragraph(&reading->paragraphs[i], out);
}

static void check_lines(const struct reading *reading)
{
	int before = 1;

	for (size_t i = 0; i < reading->count; i++) {
		const struct reading_paragraph *paragraph = &reading->paragraphs[i];
		assert_true(paragraph->line >= 1 && paragraph->line <= paragraph->last_line);
		assert_true((size_t)paragraph->last_line <= reading->line_count);
		assert_true(paragraph->line >= before || paragraph->table ||
			    paragraph->style != READING_BODY);
		before = paragraph->line;
	}
}

void assert_reading(const char *name, const char *bytes, size_t length, const char *dump)
{
	struct reading reading;
	struct str found;
	struct err err = {0};

	reading_init(&reading);
	str_init(&found);
	if (!reading_parse(&reading, name, bytes, length, &err))
		fail_msg("%s", err.text);
	reading_dump(&reading, &found);
	if (strcmp(found.text, dump) != 0)
		fail_msg("expected\n%sfound\n%s", dump, found.text);
	check_lines(&reading);
	str_clear(&found);
	reading_clear(&reading);
}

void assert_not_read(const char *name, const char *bytes, size_t length, const char *sentence)
{
	struct reading reading;
	struct err err = {0};

	reading_init(&reading);
	assert_false(reading_parse(&reading, name, bytes, length, &err));
	assert_int_equal(err.code, ERR_DATA);
	if (!strstr(err.text, sentence))
		fail_msg("“%s” is not in “%s”", sentence, err.text);
	reading_clear(&reading);
}
