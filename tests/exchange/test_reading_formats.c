/* SPDX-License-Identifier: MIT */
/*
 * One invented agenda in every format: the dump of each stands beside it, and the same words
 * are the same stream, whatever they were written in.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "base/mem.h"
#include "exchange/agenda_file.h"
#include "exchange/agenda_import.h"
#include "support/exchange/golden.h"
#include "support/exchange/reading_dump.h"
#include "support/pack/zip_make.h"

#define FOLDER "tests/exchange/readings/"

static void make_docx(struct str *bytes)
{
	static const char *const names[] = {"_rels/.rels", "word/_rels/document.xml.rels",
		"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml",
		"word/header1.xml"};
	enum { COUNT = sizeof(names) / sizeof(*names) };
	struct zip_part parts[COUNT] = {0};

	for (size_t i = 0; i < COUNT; i++) {
		struct str part;
		char *path = mem_printf(FOLDER "lakes.docx/%s", names[i]);
		str_init(&part);
		golden_read(path, &part);
		parts[i].name = names[i];
		parts[i].bytes = str_take(&part);
		free(path);
	}
	zip_make(bytes, parts, COUNT);
	for (size_t i = 0; i < COUNT; i++)
		free((char *)parts[i].bytes);
}

static void read_sample(const char *name, struct reading *reading)
{
	struct err err = {0};
	struct str bytes;
	char *path = mem_printf(FOLDER "%s", name);

	str_init(&bytes);
	if (strstr(name, ".docx"))
		make_docx(&bytes);
	else
		golden_read(path, &bytes);
	reading_init(reading);
	if (!reading_parse(reading, name, bytes.text, bytes.length, &err))
		fail_msg("%s", err.text);
	str_clear(&bytes);
	free(path);
}

static bool is_text(const struct reading_paragraph *paragraph)
{
	return paragraph->style == READING_BODY || paragraph->style == READING_HEADING;
}

/* The words in their order, each number one of them, so many a line. */
static void dump_words(const struct reading *reading, struct str *out)
{
	int words = 0;

	for (size_t i = 0; i < reading->count; i++) {
		const struct reading_paragraph *paragraph = &reading->paragraphs[i];
		if (!is_text(paragraph))
			continue;
		if (paragraph->number)
			str_addf(out, "%s ", paragraph->number);
		str_addf(out, "%s ", paragraph->text);
	}
	for (size_t i = 0; i < out->length; i++)
		if (out->text[i] == ' ' && ++words % 12 == 0)
			out->text[i] = '\n';
	str_addc(out, '\n');
}

/* What is in which cell, and the numbers: what formats with tables can say. */
static void dump_cells(const struct reading *reading, struct str *out)
{
	for (size_t i = 0; i < reading->count; i++) {
		const struct reading_paragraph *paragraph = &reading->paragraphs[i];
		if (!is_text(paragraph))
			continue;
		if (paragraph->table)
			str_addf(out, "%d:%d ", paragraph->row, paragraph->cell);
		str_addf(out, "%s%s%s\n", paragraph->number ? paragraph->number : "",
			paragraph->number ? " " : "", paragraph->text);
	}
}

static void assert_sample(const char *name, const char *format)
{
	struct reading reading;
	struct str dump;
	char *path = mem_printf(FOLDER "%s.dump", name);

	str_init(&dump);
	read_sample(name, &reading);
	assert_string_equal(reading.format, format);
	reading_dump(&reading, &dump);
	golden_compare(path, dump.text);
	str_reset(&dump);
	dump_words(&reading, &dump);
	golden_compare(FOLDER "lakes.words", dump.text);
	str_reset(&dump);
	dump_cells(&reading, &dump);
	if (strcmp(format, "text") != 0)
		golden_compare(FOLDER "lakes.cells", dump.text);
	reading_clear(&reading);
	str_clear(&dump);
	free(path);
}

static void a_text_is_read(void **state)
{
	(void)state;
	assert_sample("lakes.txt", "text");
}

static void markdown_is_read(void **state)
{
	(void)state;
	assert_sample("lakes.md", "Markdown");
}

static void html_is_read(void **state)
{
	(void)state;
	assert_sample("lakes.html", "HTML");
}

static void docx_is_read(void **state)
{
	(void)state;
	assert_sample("lakes.docx", "DOCX");
}

static void what_pdftotext_writes_is_read(void **state)
{
	(void)state;
	assert_sample("lakes.pdf.txt", "text");
}

static void every_format_is_the_same_agenda(void **state)
{
	static const char *const names[] = {
		"lakes.txt", "lakes.md", "lakes.html", "lakes.docx", "lakes.pdf.txt"};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct reading reading;
		struct agenda agenda;
		struct messages messages;
		struct err err = {0};
		struct str shown;
		read_sample(names[i], &reading);
		agenda_init(&agenda);
		messages_init(&messages, names[i]);
		str_init(&shown);
		if (!agenda_import(&reading, names[i], &agenda, &messages, &err))
			fail_msg("%s", err.text);
		agenda_file_show(&agenda, &shown);
		golden_compare(FOLDER "lakes.agenda", shown.text);
		assert_int_equal(agenda.document_count, 1);
		assert_string_equal(agenda.documents[0].symbols, "LAKES/2031/2");
		str_clear(&shown);
		messages_clear(&messages);
		agenda_clear(&agenda);
		reading_clear(&reading);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_is_read),
		cmocka_unit_test(markdown_is_read),
		cmocka_unit_test(html_is_read),
		cmocka_unit_test(docx_is_read),
		cmocka_unit_test(what_pdftotext_writes_is_read),
		cmocka_unit_test(every_format_is_the_same_agenda),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
