/* SPDX-License-Identifier: MIT */
/*
 * What the program writes as DOCX it reads again: every word, every number and letter as
 * the other formats print it, the levels of the headings, the notes. The numbers are
 * counted by the reader as Word counts them (ECMA-376 part 1, 17.9).
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "document/document.h"
#include "exchange/reading.h"
#include "model/inline.h"
#include "support/cli/program.h"
#include "support/document/random_paper.h"
#include "support/e2e/pty.h"

/* A line for each paragraph; notes stand apart, since the form of a page decides where. */
struct lines {
	struct str body, notes;
	int level; /* of the paragraph at hand, 0 if it is no heading */
};

static void add_line(struct str *out, int level, const char *label, const char *text)
{
	str_addf(out, "%d|", level);
	for (int i = 0; i < 2; i++)
		for (const char *c = i ? text : label; *c; c++)
			if (*c != ' ')
				str_addc(out, *c);
	str_addc(out, '\n');
}

/* --- expected --- */

static void add_runs(struct lines *lines, const char *inline_text, struct str *out)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	struct inline_run *runs = inline_parse(&arena, inline_text ? inline_text : "", &count);
	for (size_t i = 0; i < count; i++) {
		if (runs[i].kind == INLINE_NOTE)
			add_line(&lines->notes, 0, "", runs[i].text);
		else if (runs[i].kind != INLINE_GONE)
			str_add(out, runs[i].text);
	}
	arena_clear(&arena);
}

static void expect_node(struct lines *lines, const char *before, const struct node *node)
{
	struct str label, text;
	int level = node->kind == NODE_TITLE      ? 1
		    : node->kind == NODE_SUBTITLE ? 2
		    : node->kind != NODE_HEADING  ? 0
		    : node->level                 ? node->level
						  : 2;

	str_init(&label);
	str_init(&text);
	if (node->kind != NODE_ENTRY || node->parent->style != LIST_BULLETED)
		document_label(node, &label);
	if (node->annex && !node->label)
		level = 1;
	str_add(&text, before);
	add_runs(lines, node->text, &text);
	str_add(&text, node->continued ? " (continued)" : "");
	if (text.length)
		add_line(&lines->body, level, label.text, text.text);
	str_clear(&text);
	str_clear(&label);
}

static void expect_field(
	struct lines *lines, const struct node *masthead, const char *name, const char *before)
{
	for (const struct node *field = masthead->first; field; field = field->next)
		if (strcmp(field->name, name) == 0)
			expect_node(lines, before, field);
}

static bool is_corner(const struct node *field)
{
	return strcmp(field->name, "body") == 0 || strcmp(field->name, "session") == 0 ||
	       strcmp(field->name, "place") == 0;
}

static void expect_masthead(struct lines *lines, const struct node *masthead)
{
	add_line(&lines->body, 0, "", "United Nations");
	expect_field(lines, masthead, "symbol", "");
	expect_field(lines, masthead, "organ", "");
	expect_field(lines, masthead, "distribution", "Distr.: ");
	expect_field(lines, masthead, "date", "");
	expect_field(lines, masthead, "language", "Original: ");
	for (const struct node *field = masthead->first; field; field = field->next)
		if (is_corner(field))
			expect_node(lines, "", field);
}

static void expect_document(struct lines *lines, const struct document *document)
{
	for (const struct node *node = document_next(document->root); node;
		node = document_next(node)) {
		if (node->kind == NODE_MASTHEAD)
			expect_masthead(lines, node);
		else if (node->kind != NODE_FIELD && node->text)
			expect_node(lines, "", node);
	}
}

/* --- read --- */

static void read_lines(struct lines *lines, const struct reading *reading)
{
	for (size_t i = 0; i < reading->count; i++) {
		const struct reading_paragraph *paragraph = &reading->paragraphs[i];
		bool note = paragraph->style == READING_NOTE;
		if (paragraph->style == READING_PAGE)
			continue;
		add_line(note ? &lines->notes : &lines->body, paragraph->level,
			note || !paragraph->number ? "" : paragraph->number, paragraph->text);
	}
}

/* The first line in which they differ. */
static void assert_lines(const char *found, const char *expected, unsigned seed)
{
	size_t same = 0;

	if (strcmp(found, expected) == 0)
		return;
	for (size_t i = 0; found[i] && found[i] == expected[i]; i++)
		same = found[i] == '\n' ? i + 1 : same;
	fail_msg("seed %u: read: %.*s\nexpected: %.*s", seed, (int)strcspn(found + same, "\n"),
		found + same, (int)strcspn(expected + same, "\n"), expected + same);
}

static void assert_back(const struct document *document, unsigned seed)
{
	struct lines expected = {STR_EMPTY, STR_EMPTY, 0}, found = {STR_EMPTY, STR_EMPTY, 0};
	struct reading reading;
	struct err err = {0};
	struct str bytes;

	str_init(&bytes);
	document_writer("docx")->write(document, &bytes);
	reading_init(&reading);
	if (!reading_parse(&reading, "a.docx", bytes.text, bytes.length, &err))
		fail_msg("seed %u: %s", seed, err.text);
	expect_document(&expected, document);
	read_lines(&found, &reading);
	assert_lines(found.body.text, expected.body.text, seed);
	assert_lines(found.notes.text, expected.notes.text, seed);
	reading_clear(&reading);
	str_clear(&bytes);
	str_clear(&expected.body);
	str_clear(&expected.notes);
	str_clear(&found.body);
	str_clear(&found.notes);
}

static void any_document_is_read_back_with_its_words_numbers_and_notes(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= 300; seed++) {
		struct document document;
		document_init(&document);
		random_paper(&document, seed);
		assert_back(&document, seed);
		document_clear(&document);
	}
}

/* --- where it goes --- */

static void it_is_not_printed_on_a_terminal(void **state)
{
	const char *const verbs[][9] = {{getenv("RAPPORTEUR"), "agenda", "export", "--format",
						"docx", EXAMPLE_AGENDA, NULL},
		{getenv("RAPPORTEUR"), "do", "agenda", "load", EXAMPLE_AGENDA, NULL},
		{getenv("RAPPORTEUR"), "do", "sheet", "order", "--format", "docx", NULL}};

	(void)state;
	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		struct pty *pty = pty_start(NULL, verbs[i]);
		assert_int_equal(pty_wait(pty), i == 1 ? 0 : ERR_USAGE);
		if (i != 1)
			assert_true(pty_sees(pty, "cannot be shown on a terminal: name a file"));
		assert_string_equal(pty_injected(pty), "");
		pty_free(pty);
	}
}

static void it_goes_into_a_pipe_and_a_file_as_the_same_bytes(void **state)
{
	static const char *const verbs[][7] = {
		{"agenda", "export", "--format", "docx"}, {"sheet", "order", "--format", "docx"}};
	struct program program;
	struct str piped, filed;
	struct err err = {0};

	(void)state;
	program_begin(&program);
	str_init(&piped);
	str_init(&filed);
	program_does(&program, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		const char *pipe = program_file(&program, "pipe", "");
		const char *file = program_path(&program, i ? "b.docx" : "a.docx");
		program.output_to = pipe;
		program_run(&program, verbs[i][0], verbs[i][1], verbs[i][2], verbs[i][3], "--at",
			"2012-10-17T10:00", NULL);
		assert_int_equal(program.status, 0);
		program.output_to = NULL;
		program_run(&program, verbs[i][0], verbs[i][1], i ? file : "-o", i ? "--at" : file,
			i ? "2012-10-17T10:00" : NULL, NULL);
		assert_int_equal(program.status, 0);
		str_reset(&piped);
		str_reset(&filed);
		assert_true(file_read(pipe, 1 << 20, &piped, &err));
		assert_true(file_read(file, 1 << 20, &filed, &err));
		assert_memory_equal(piped.text, "PK\3\4", 4);
		assert_int_equal(piped.length, filed.length);
		assert_memory_equal(piped.text, filed.text, piped.length);
	}
	str_clear(&filed);
	str_clear(&piped);
	program_end(&program);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_document_is_read_back_with_its_words_numbers_and_notes),
		cmocka_unit_test(it_is_not_printed_on_a_terminal),
		cmocka_unit_test(it_goes_into_a_pipe_and_a_file_as_the_same_bytes),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
