/* SPDX-License-Identifier: MIT */
/* DOCX: styles, numbers that are Word's, notes, changes that can be accepted, tables. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "support/document/docx_file.h"

/* --- a small document --- */

/* A little of everything. */
static void make_report(void)
{
	static const char *const fields[][2] = {{"organ", "Conference"}, {"symbol", "A/1"},
		{"distribution", "Limited"}, {"date", "31 May 2018"}, {"language", "English"},
		{"body", "Working Group A"}, {"place", "Vienna, 28-31 May 2018"}};
	struct node *masthead = docx_add(docx_file.document.root, NODE_MASTHEAD, NULL);

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		docx_add(masthead, NODE_FIELD, fields[i][1])->name = fields[i][0];
	docx_add(docx_file.document.root, NODE_TITLE, "Draft report{note A/0.}");
	docx_add_heading(1, "Recommendations")->continued = true;
	docx_add_heading(0, "Working Group A");
	docx_add(docx_file.document.root, NODE_PARAGRAPH, "The Working Group:");
	struct node *list = docx_add_list(docx_file.document.root, LIST_LETTERED);
	struct node *entry = docx_add(list, NODE_ENTRY, "*Takes note* of the pens");
	docx_add(docx_add_list(entry, LIST_LETTERED), NODE_ENTRY, "Red ones");
	docx_add(list, NODE_ENTRY, "*Requests* ink{note or pencils}");
	docx_add(docx_file.document.root, NODE_PARAGRAPH,
		"One {gone speaker}{new delegation} noted {doc A/1}.");
	struct node *table = docx_add(docx_file.document.root, NODE_TABLE, NULL);
	for (int i = 0; i < 2; i++) {
		struct node *row = docx_add(table, NODE_ROW, NULL);
		docx_add(row, NODE_CELL, i ? "10 a.m." : "Time");
		docx_add(row, NODE_CELL, i ? NULL : "Item");
	}
}

static void a_small_document_is_written_as_it_was_accepted(void **state)
{
	char *path = mem_printf("%s/document/docx/small.xml", getenv("TESTS_DIR"));
	struct err err = {0};
	struct str lines, golden;

	(void)state;
	make_report();
	docx_file.document.date = "2018-05-31";
	docx_write();
	docx_check();
	str_init(&lines);
	str_init(&golden);
	for (const char *c = docx_part("word/document.xml"); *c; c++) {
		if (strncmp(c, "<w:p>", 5) == 0 || strncmp(c, "<w:t", 4) == 0)
			str_addc(&lines, '\n');
		str_addc(&lines, *c);
	}
	if (getenv("ACCEPT"))
		assert_true(file_write(path, lines.text, lines.length, &err));
	assert_true(file_read(path, 1 << 20, &golden, &err));
	assert_string_equal(lines.text, golden.text);
	str_clear(&golden);
	str_clear(&lines);
	free(path);
}

static void the_same_document_makes_the_same_bytes(void **state)
{
	struct str first;

	(void)state;
	str_init(&first);
	make_report();
	docx_write();
	str_addn(&first, docx_file.bytes.text, docx_file.bytes.length);
	docx_write();
	assert_int_equal(first.length, docx_file.bytes.length);
	assert_memory_equal(first.text, docx_file.bytes.text, docx_file.bytes.length);
	str_clear(&first);
}

static void an_empty_document_is_no_file(void **state)
{
	(void)state;
	document_writer("docx")->write(&docx_file.document, &docx_file.bytes);
	assert_int_equal(docx_file.bytes.length, 0);
}

/* --- around the text --- */

static void a_document_with_a_masthead_has_its_symbol_on_later_pages(void **state)
{
	(void)state;
	make_report();
	docx_write();
	docx_expect("word/header1.xml", ">A/1<");
	docx_expect("word/document.xml", "<w:titlePg/>");
	docx_expect("word/document.xml", "w:type=\"default\" r:id=\"rId6\"");
	docx_expect("word/footer1.xml", "w:instr=\" PAGE \"");
	docx_expect("word/document.xml", "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>");
}

static void a_document_without_one_has_only_page_numbers(void **state)
{
	(void)state;
	docx_add(docx_file.document.root, NODE_PLAIN, "x");
	docx_write();
	docx_check();
	assert_false(zip_has(docx_file.zip, "word/header1.xml"));
	docx_expect_none("[Content_Types].xml", "header");
	docx_expect_none("word/document.xml", "titlePg");
	docx_expect("word/document.xml", "footerReference");
}

static const struct document_words french_words = {"Nations Unies", "Distr.", "Original :", "suite",
	"\u00A0", "par. {}", "point {} de l’ordre du jour"};

static void title_language_and_date_are_known_of_the_document(void **state)
{
	(void)state;
	make_report();
	docx_file.document.language = "fr";
	document_set_words(&docx_file.document, &french_words);
	docx_file.document.date = "2018-05-31";
	docx_write();
	docx_expect("docProps/core.xml", "<dc:title>Draft report</dc:title>");
	docx_expect("docProps/core.xml", "<dc:language>fr-FR</dc:language>");
	docx_expect("docProps/core.xml", ">2018-05-31T00:00:00Z</dcterms:created>");
	docx_expect("word/styles.xml", "<w:lang w:val=\"fr-FR\"");
	docx_expect("word/settings.xml", "w:name=\"compatibilityMode\"");
	docx_expect("word/document.xml", "Nations Unies");
	docx_file.document.date = "31 May\"2018";
	docx_file.document.language = NULL;
	docx_write();
	docx_expect_none("docProps/core.xml", "created");
	docx_expect("docProps/core.xml", "<dc:language>en-GB</dc:language>");
}

/* --- numbers --- */

#define ENTRY(step, level, num, words)                                                         \
	"<w:p><w:pPr><w:pStyle w:val=\"ListEntry" #step "\"/><w:numPr><w:ilvl w:val=\"" #level \
	"\"/><w:numId w:val=\"" #num "\"/></w:numPr></w:pPr>" words "</w:p>"
#define PLAIN(style, words) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" words "</w:p>"

#define LABELLED(style, label, words) PLAIN(style, label "</w:t><w:tab/></w:r>" words)

static void headings_and_paragraphs_are_counted_by_their_styles(void **state)
{
	(void)state;
	docx_add_heading(1, "Introduction");
	docx_add_heading(2, "Opening");
	docx_add(docx_file.document.root, NODE_PARAGRAPH, "Words.");
	docx_add_heading(3, "Lists");
	docx_write();
	docx_expect_body(PLAIN("Heading1", "Introduction") PLAIN("Heading2", "Opening")
			PLAIN("NumberedParagraph", "Words.") PLAIN("Heading3", "Lists"));
	docx_expect("word/styles.xml", "<w:name w:val=\"heading 2\"/>");
	docx_expect("word/numbering.xml",
		"<w:numFmt w:val=\"upperRoman\"/><w:pStyle w:val=\"Heading1\"/>"
		"<w:lvlText w:val=\"%1.\"/>");
	docx_expect("word/numbering.xml", "<w:pStyle w:val=\"NumberedParagraph\"/>");
}

static void a_heading_that_word_would_count_otherwise_has_its_number_as_text(void **state)
{
	(void)state;
	docx_add_heading(2, "Before all");
	docx_add_heading(1, "Annex")->name = "";
	docx_add_heading(1, "Own")->name = "VII";
	docx_add_heading(1, "First");
	docx_add_heading(3, "Left out");
	docx_add_heading(2, "Then");
	docx_write();
	docx_expect_body(LABELLED("Heading2Own", "A.", "Before all"));
	docx_expect_body(PLAIN("Heading1Bare", "Annex"));
	docx_expect_body(LABELLED("Heading1Own", "VII.", "Own"));
	docx_expect_body(PLAIN("Heading1", "First"));
	docx_expect_body(LABELLED("Heading3Own", "1.", "Left out"));
	docx_expect_body(PLAIN("Heading2", "Then"));
}

static void each_list_begins_anew_and_a_list_in_it_is_its_next_level(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct node *list = docx_add_list(docx_file.document.root, LIST_LETTERED);
		struct node *inner =
			docx_add_list(docx_add(list, NODE_ENTRY, "One"), LIST_LETTERED);
		docx_add(inner, NODE_ENTRY, "Two");
		docx_add(list, NODE_ENTRY, "Three");
	}
	docx_write();
	docx_expect_body(ENTRY(1, 0, 3, "One:") ENTRY(2, 1, 3, "Two;") ENTRY(1, 0, 3, "Three."));
	docx_expect_body(ENTRY(1, 0, 4, "One:") ENTRY(2, 1, 4, "Two;") ENTRY(1, 0, 4, "Three."));
	docx_expect("word/numbering.xml",
		"<w:num w:numId=\"4\"><w:abstractNumId w:val=\"2\"/>"
		"<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>");
}

static void behind_an_entry_with_its_own_number_the_count_goes_on_as_printed(void **state)
{
	struct node *list = docx_add_list(docx_file.document.root, LIST_NUMBERED);

	(void)state;
	docx_add(list, NODE_ENTRY, "One");
	docx_add(list, NODE_ENTRY, "Two")->name = "1 bis";
	docx_add(list, NODE_ENTRY, "Three");
	docx_write();
	docx_expect_body(ENTRY(0, 0, 3, "One."));
	docx_expect_body(LABELLED("ListEntry0", "1 bis.", "Two."));
	docx_expect_body(ENTRY(0, 0, 4, "Three."));
	docx_expect("word/numbering.xml", "<w:startOverride w:val=\"3\"/>");
}

static void lists_deeper_than_words_have_their_labels_as_text(void **state)
{
	struct node *at = docx_file.document.root;

	(void)state;
	for (int i = 0; i < 30; i++)
		at = docx_add(docx_add_list(at, LIST_LETTERED), NODE_ENTRY, "Deep");
	docx_write();
	docx_check();
	docx_expect("word/document.xml", "<w:ilvl w:val=\"8\"/>");
	docx_expect_none("word/document.xml", "<w:ilvl w:val=\"9\"/>");
	docx_expect("word/document.xml", "<w:tab/>");
}

/* --- notes, changes, tables --- */

static void notes_of_the_title_have_asterisks_and_the_others_figures(void **state)
{
	(void)state;
	make_report();
	docx_write();
	docx_expect("word/document.xml",
		"<w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>*</w:t>");
	docx_expect("word/document.xml", "<w:footnoteReference w:id=\"2\"/></w:r>");
	docx_expect("word/footnotes.xml", "<w:t>*</w:t></w:r><w:r><w:tab/></w:r><w:r>"
					  "<w:t xml:space=\"preserve\">A/0.</w:t>");
	docx_expect("word/footnotes.xml", "<w:footnoteRef/></w:r><w:r><w:tab/></w:r><w:r>"
					  "<w:t xml:space=\"preserve\">or pencils</w:t>");
}

/* In one element LibreOffice 7.4 prints two asterisks twice. */
static void a_second_note_above_the_text_has_two_asterisks_an_element_each(void **state)
{
	(void)state;
	struct node *masthead = docx_add(docx_file.document.root, NODE_MASTHEAD, NULL);
	docx_add(masthead, NODE_FIELD, "Group A")->name = "body";
	docx_add(masthead, NODE_FIELD, "Third session")->name = "session";
	docx_add(masthead, NODE_FIELD, "Item 5{note A/1.}")->name = "item";
	docx_add(masthead, NODE_FIELD, "Pens{note A/2.}")->name = "item-title";
	docx_write();
	docx_expect("word/document.xml",
		"w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>*</w:t><w:t>*</w:t></w:r>");
	docx_expect("word/footnotes.xml", "<w:t>*</w:t><w:t>*</w:t></w:r><w:r><w:tab/></w:r>");
	docx_expect("word/document.xml", "<w:pStyle w:val=\"CornerName\"/></w:pPr><w:r>"
					 "<w:t xml:space=\"preserve\">Group A</w:t>");
	docx_expect("word/document.xml", "<w:pStyle w:val=\"CornerBold\"/></w:pPr><w:r>"
					 "<w:t xml:space=\"preserve\">Third session</w:t>");
	docx_expect("word/document.xml", "<w:pStyle w:val=\"CornerBold\"/></w:pPr><w:r>"
					 "<w:t xml:space=\"preserve\">Pens</w:t>");
	docx_expect("word/styles.xml", "w:styleId=\"CornerBold\"");
}

static void new_and_gone_words_are_tracked_changes(void **state)
{
	(void)state;
	docx_add(docx_file.document.root, NODE_PLAIN, "One {gone speaker}{new delegation} said.");
	docx_file.document.date = "2018-05-31";
	docx_write();
	docx_expect_body(
		"One <w:del w:id=\"1\" w:author=\"Amendment\" w:date=\"2018-05-31T00:00:00Z\">"
		"<w:r><w:delText xml:space=\"preserve\">speaker</w:delText></w:r></w:del>"
		"<w:ins w:id=\"2\" w:author=\"Amendment\" w:date=\"2018-05-31T00:00:00Z\">"
		"delegation</w:ins> said.");
	docx_file.document.date = NULL;
	docx_write();
	docx_expect("word/document.xml", "<w:ins w:id=\"2\" w:author=\"Amendment\"><w:r>");
	docx_add(docx_file.document.root, NODE_PLAIN, "{by Côte d’Ivoire}{new Words}");
	docx_write();
	docx_expect("word/document.xml",
		"w:author=\"Côte d’Ivoire\"><w:r><w:t xml:space=\"preserve\">Words</w:t>");
}

static void a_paragraph_that_is_new_or_gone_comes_and_goes_with_its_end(void **state)
{
	struct node *list = docx_add_list(docx_file.document.root, LIST_LETTERED);

	(void)state;
	docx_add(list, NODE_ENTRY, "{gone Red pens}")->name = "(a)";
	docx_add(list, NODE_ENTRY, "{new Blue pens}");
	docx_write();
	docx_expect("word/document.xml",
		"<w:rPr><w:del w:id=\"1\" w:author=\"Amendment\"/></w:rPr></w:pPr>"
		"<w:del w:id=\"2\" w:author=\"Amendment\"><w:r>"
		"<w:delText xml:space=\"preserve\">(a)</w:delText><w:tab/></w:r></w:del>");
	docx_expect("word/document.xml", "<w:delText xml:space=\"preserve\">;</w:delText>");
	docx_expect("word/document.xml",
		"<w:rPr><w:ins w:id=\"5\" w:author=\"Amendment\"/></w:rPr></w:pPr>");
}

static void what_is_to_be_supplied_is_marked_by_a_style(void **state)
{
	(void)state;
	docx_add(docx_file.document.root, NODE_PARAGRAPH, "[Who chaired?]")->missing = true;
	docx_write();
	docx_expect("word/document.xml", "<w:rStyle w:val=\"ToBeSupplied\"/>");
	docx_expect("word/styles.xml", "w:styleId=\"ToBeSupplied\"");
}

static void the_head_of_a_table_is_repeated_and_rows_are_filled_up(void **state)
{
	struct docx_values cells;

	(void)state;
	struct node *table = docx_add(docx_file.document.root, NODE_TABLE, NULL);
	for (int i = 0; i < 3; i++) {
		struct node *row = docx_add(table, NODE_ROW, NULL);
		for (int j = 0; j <= i; j++)
			docx_add(row, NODE_CELL, "x");
	}
	docx_add(docx_file.document.root, NODE_TABLE, NULL); /* nothing in it */
	docx_write();
	docx_check();
	cells = docx_values_of("word/document.xml", "tcW", "w");
	assert_int_equal(cells.count, 9);
	docx_values_free(&cells);
	docx_expect("word/document.xml", "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
	assert_null(strstr(strstr(docx_file.text.text, "tblHeader") + 1, "tblHeader"));
}

static void a_table_has_the_width_of_its_page(void **state)
{
	struct node *row =
		docx_add(docx_add(docx_file.document.root, NODE_TABLE, NULL), NODE_ROW, NULL);
	struct docx_values cells;
	char *word = mem_alloc(300);
	long sum = 0;

	(void)state;
	memset(word, 'x', 299);
	for (int i = 0; i < 100; i++)
		docx_add(row, NODE_CELL, i % 3 ? word : "a few words, and some more of them");
	docx_write();
	docx_check();
	cells = docx_values_of("word/document.xml", "gridCol", "w");
	assert_int_equal(cells.count, 63);
	for (size_t i = 0; i < cells.count; i++) {
		assert_true(atol(cells.all[i]) > 0);
		sum += atol(cells.all[i]);
	}
	assert_int_equal(sum, 9638);
	docx_values_free(&cells);
	free(word);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, docx_begin, docx_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_small_document_is_written_as_it_was_accepted),
		TEST(the_same_document_makes_the_same_bytes),
		TEST(an_empty_document_is_no_file),
		TEST(a_document_with_a_masthead_has_its_symbol_on_later_pages),
		TEST(a_document_without_one_has_only_page_numbers),
		TEST(title_language_and_date_are_known_of_the_document),
		TEST(headings_and_paragraphs_are_counted_by_their_styles),
		TEST(a_heading_that_word_would_count_otherwise_has_its_number_as_text),
		TEST(each_list_begins_anew_and_a_list_in_it_is_its_next_level),
		TEST(behind_an_entry_with_its_own_number_the_count_goes_on_as_printed),
		TEST(lists_deeper_than_words_have_their_labels_as_text),
		TEST(notes_of_the_title_have_asterisks_and_the_others_figures),
		TEST(a_second_note_above_the_text_has_two_asterisks_an_element_each),
		TEST(new_and_gone_words_are_tracked_changes),
		TEST(a_paragraph_that_is_new_or_gone_comes_and_goes_with_its_end),
		TEST(what_is_to_be_supplied_is_marked_by_a_style),
		TEST(the_head_of_a_table_is_repeated_and_rows_are_filled_up),
		TEST(a_table_has_the_width_of_its_page),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
