/* SPDX-License-Identifier: MIT */
/* DOCX as a whole: every file holds together, whatever is in the document. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "support/document/docx_file.h"
#include "support/document/random_paper.h"
#include "support/document/random_tree.h"

static void in_any_document_all_that_is_referred_to_is_there(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= 100; seed++) {
		document_clear(&docx_file.document);
		document_init(&docx_file.document);
		random_paper(&docx_file.document, seed);
		docx_write();
		docx_check();
	}
}

/* --- hostile --- */

/* Trees that no paper has: labels, levels and fields that mean nothing. */
static void a_tree_that_makes_no_sense_is_a_file_that_does(void **state)
{
	struct generator generator = GENERATOR_SEED;

	(void)state;
	for (int i = 0; i < 300; i++) {
		document_clear(&docx_file.document);
		document_init(&docx_file.document);
		random_tree(&generator, &docx_file.document);
		if (!docx_file.document.root->first)
			continue;
		docx_write_as_it_is();
		docx_check();
	}
}

static void no_text_breaks_the_file(void **state)
{
	static const char *const texts[] = {"]]></w:t>", "<w:p>&amp;\"'", "bell \a",
		"\xE2\x80\xAEover", "bad \xFF", "\xEF\xBF\xBF", "\033]52;c;x\a", "{note {note }}",
		"*", "{new }", "\t\n\r "};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		static const enum node_kind kinds[] = {
			NODE_TITLE, NODE_SUBTITLE, NODE_HEADING, NODE_PARAGRAPH, NODE_PLAIN};
		struct node *masthead = docx_add(docx_file.document.root, NODE_MASTHEAD, NULL);
		docx_add(masthead, NODE_FIELD, texts[i])->name = "symbol";
		for (size_t j = 0; j < sizeof kinds / sizeof kinds[0]; j++)
			docx_add(docx_file.document.root, kinds[j], texts[i]);
		docx_add(
			docx_add_list(docx_file.document.root, LIST_LETTERED), NODE_ENTRY, texts[i])
			->name = texts[i];
		docx_add(docx_add(docx_add(docx_file.document.root, NODE_TABLE, NULL), NODE_ROW,
				 NULL),
			NODE_CELL, texts[i]);
		docx_file.document.language = texts[i];
		docx_file.document.date = texts[i];
		docx_write();
		docx_check();
		document_clear(&docx_file.document);
		document_init(&docx_file.document);
	}
}

static void a_paragraph_of_a_megabyte_is_whole(void **state)
{
	struct str words;

	(void)state;
	str_init(&words);
	for (int i = 0; words.length < 1 << 20; i++)
		str_addf(&words, "%d ", i);
	str_add(&words, "end");
	docx_add(docx_file.document.root, NODE_PARAGRAPH, words.text);
	docx_write();
	docx_check();
	docx_expect("word/document.xml", words.text);
	str_clear(&words);
}

static void five_thousand_paragraphs_are_all_there(void **state)
{
	struct docx_values styles;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		char *words = mem_printf("Words of paragraph %d.", i);
		docx_add(docx_file.document.root, NODE_PARAGRAPH, words);
		free(words);
	}
	docx_write();
	styles = docx_values_of("word/document.xml", "pStyle", "val");
	assert_int_equal(styles.count, 5000);
	docx_values_free(&styles);
	docx_expect("word/document.xml", ">Words of paragraph 4999.<");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, docx_begin, docx_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(in_any_document_all_that_is_referred_to_is_there),
		TEST(a_tree_that_makes_no_sense_is_a_file_that_does),
		TEST(no_text_breaks_the_file),
		TEST(a_paragraph_of_a_megabyte_is_whole),
		TEST(five_thousand_paragraphs_are_all_there),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
