/* SPDX-License-Identifier: MIT */
/* The text and the Markdown form of a document, and what hostile texts do to them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <locale.h>
#include <string.h>

#include <cmocka.h>

#include "document/document.h"
#include "model/inline.h"

static struct document document;
static struct str out;

static int begin(void **state)
{
	(void)state;
	document_init(&document);
	str_init(&out);
	return 0;
}

static int end(void **state)
{
	(void)state;
	document_clear(&document);
	str_clear(&out);
	return 0;
}

static struct node *add(struct node *parent, enum node_kind kind, const char *text)
{
	return document_add(&document, parent, kind, text);
}

static void expect(const char *format, const char *expected)
{
	document_number(&document);
	str_reset(&out);
	document_writer(format)->write(&document, &out);
	assert_string_equal(out.text, expected);
}

/* A little of everything. */
static void make_report(void)
{
	static const char *const fields[][2] = {{"organ", "Conference"},
		{"distribution", "Limited"}, {"date", "31 May 2018"}, {"language", "English"},
		{"body", "Working Group A"}, {"place", "Vienna, 28-31 May 2018"}};
	struct node *masthead = add(document.root, NODE_MASTHEAD, NULL);

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		add(masthead, NODE_FIELD, fields[i][1])->name = fields[i][0];
	add(document.root, NODE_TITLE, "Draft report");
	struct node *heading = add(document.root, NODE_HEADING, "Recommendations");
	heading->level = 1;
	heading->continued = true;
	add(document.root, NODE_HEADING, "Working Group A");
	add(document.root, NODE_PARAGRAPH, "The Working Group:");
	struct node *list = add(document.root, NODE_LIST, NULL);
	add(list, NODE_ENTRY, "*Takes note* of the pens");
	add(list, NODE_ENTRY, "*Requests* ink{note or pencils}");
	add(document.root, NODE_PARAGRAPH, "One speaker noted {doc A/1}.");
}

static void text_has_the_form_of_the_documents(void **state)
{
	(void)state;
	make_report();
	expect("text", "Conference\n"
		       "\n"
		       "Distr.: Limited\n"
		       "31 May 2018\n"
		       "\n"
		       "Original: English\n"
		       "\n"
		       "Working Group A\n"
		       "Vienna, 28-31 May 2018\n"
		       "\n"
		       "Draft report\n"
		       "\n"
		       "I. Recommendations (*continued*)\n"
		       "\n"
		       "Working Group A\n"
		       "\n"
		       "1. The Working Group:\n"
		       "\n"
		       "(a) Takes note of the pens;\n"
		       "\n"
		       "(b) Requests ink[1].\n"
		       "\n"
		       "2. One speaker noted A/1.\n"
		       "\n"
		       "[1] or pencils\n");
}

static void markdown_keeps_numbers_as_a_list_and_letters_as_text(void **state)
{
	(void)state;
	make_report();
	expect("markdown", "**Conference**\n"
			   "\n"
			   "Distr.: Limited\\\n"
			   "31 May 2018\n"
			   "\n"
			   "Original: English\n"
			   "\n"
			   "**Working Group A**\\\n"
			   "Vienna, 28-31 May 2018\n"
			   "\n"
			   "# Draft report\n"
			   "\n"
			   "## I. Recommendations (*continued*)\n"
			   "\n"
			   "### Working Group A\n"
			   "\n"
			   "1. The Working Group:\n"
			   "\n"
			   "   (a) *Takes note* of the pens;\n"
			   "\n"
			   "   (b) *Requests* ink[^1].\n"
			   "\n"
			   "2. One speaker noted A/1.\n"
			   "\n"
			   "[^1]: or pencils\n");
}

static void make_agenda(const char *second)
{
	add(document.root, NODE_PARAGRAPH, "The agenda:");
	struct node *list = add(document.root, NODE_LIST, NULL);
	list->style = LIST_NUMBERED;
	struct node *one = add(list, NODE_ENTRY, "Organizational matters");
	one->name = "1";
	struct node *sub = add(one, NODE_LIST, NULL);
	add(sub, NODE_ENTRY, "Opening")->name = "(a)";
	add(list, NODE_ENTRY, "Other matters")->name = second;
}

static void an_agenda_is_a_list_in_a_list(void **state)
{
	(void)state;
	make_agenda("2");
	expect("text",
		"1. The agenda:\n\n1. Organizational matters:\n\n(a) Opening.\n\n2. Other matters.\n");
	expect("markdown",
		"1. The agenda:\n\n   1. Organizational matters:\n\n      (a) Opening.\n\n   2. Other matters.\n");
}

static void numbers_that_markdown_would_count_otherwise_are_text(void **state)
{
	(void)state;
	make_agenda("7");
	expect("markdown",
		"1. The agenda:\n\n   1\\. Organizational matters:\n\n   (a) Opening.\n\n   7\\. Other matters.\n");
}

static void lists_without_letters_and_tables_are_tight(void **state)
{
	(void)state;
	struct node *list = add(document.root, NODE_LIST, NULL);
	list->style = LIST_PLAIN;
	add(list, NODE_ENTRY, "☐ Benin");
	add(list, NODE_ENTRY, "☐ Côte d’Ivoire");
	struct node *table = add(document.root, NODE_TABLE, NULL);
	for (int i = 0; i < 2; i++) {
		struct node *row = add(table, NODE_ROW, NULL);
		add(row, NODE_CELL, i ? "Zürich" : "Place");
		add(row, NODE_CELL, i ? "a|b" : "Day");
	}
	expect("text", "☐ Benin\n☐ Côte d’Ivoire\n\nPlace    Day\nZürich   a|b\n");
	expect("markdown",
		"☐ Benin\\\n☐ Côte d’Ivoire\n\n| Place | Day |\n|---|---|\n| Zürich | a\\|b |\n");
}

/* Each as a paragraph of its own, escaped as a name or a title would be. */
static void expect_paragraph(const char *plain, const char *text, const char *markdown)
{
	struct str escaped, expected;

	str_init(&escaped);
	str_init(&expected);
	inline_escape(plain, &escaped);
	document_clear(&document);
	document_init(&document);
	add(document.root, NODE_PLAIN, escaped.text);
	str_addf(&expected, "%s\n", text);
	expect("text", expected.text);
	str_reset(&expected);
	str_addf(&expected, "%s\n", markdown);
	expect("markdown", expected.text);
	str_clear(&escaped);
	str_clear(&expected);
}

static void what_looks_like_markup_prints_as_itself(void **state)
{
	static const char *const texts[][2] = {
		{"# x", "\\# x"},
		{"1. x", "1\\. x"},
		{"12) x", "12\\) x"},
		{"- x", "\\- x"},
		{"+ x", "\\+ x"},
		{"> x", "\\> x"},
		{"===", "\\==="},
		{"--- x", "\\--\\- x"},
		{": x", "\\: x"},
		{"% x", "\\% x"},
		{"~~~", "\\~\\~\\~"},
		{"<b>x</b>", "\\<b>x\\</b>"},
		{"a | b", "a \\| b"},
		{"snake_case_", "snake\\_case\\_"},
		{"*x* **y**", "\\*x\\* \\*\\*y\\*\\*"},
		{"`x`", "\\`x\\`"},
		{"[x](y)", "\\[x\\](y)"},
		{"![x]", "\\!\\[x\\]"},
		{"x!", "x\\!"},
		{"a \\ b", "a \\\\ b"},
		{"R&D &amp; &#38; AT&T", "R&D \\&amp; \\&\\#38; AT&T"},
		{"5$ or 6$", "5\\$ or 6\\$"},
		{"x^2 H~2~O", "x\\^2 H\\~2\\~O"},
		{"{.class} {item 3}", "\\{.class\\} \\{item 3\\}"},
		{"@x a@b.org", "\\@x a@b.org"},
		{"wait ...", "wait .\\.\\."},
		{"1984 was a year", "1984 was a year"},
		{"“Benin” – Côte d’Ivoire", "“Benin” – Côte d’Ivoire"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		expect_paragraph(texts[i][0], texts[i][0], texts[i][1]);
}

static void blanks_before_a_text_make_no_code(void **state)
{
	(void)state;
	add(document.root, NODE_PARAGRAPH, "     x");
	expect("markdown", "1. x\n");
}

static void control_characters_are_made_visible(void **state)
{
	(void)state;
	expect_paragraph("a\033[2Jb", "a<U+001B>[2Jb", "a\\<U+001B>\\[2Jb");
	expect_paragraph("a\u202Eb", "a<U+202E>b", "a\\<U+202E>b");
	expect_paragraph("a\nb\tc\rd", "a b c d", "a b c d");
	expect_paragraph("a\xFF", "a\uFFFD", "a\uFFFD");
}

static void italics_that_would_be_uncertain_are_plain(void **state)
{
	(void)state;
	add(document.root, NODE_PLAIN, "*word* and *“quoted”* and *Élan*");
	expect("text", "word and “quoted” and Élan\n");
	expect("markdown", "*word* and “quoted” and *Élan*\n");
}

static void html_is_one_page_that_needs_nothing_else(void **state)
{
	(void)state;
	make_report();
	document_number(&document);
	document_writer("html")->write(&document, &out);
	assert_non_null(strstr(out.text, "<!DOCTYPE html>\n<html lang=\"en\">"));
	assert_non_null(strstr(out.text, "<title>Draft report</title>"));
	assert_non_null(strstr(out.text, "<h2>I. Recommendations (<em>continued</em>)</h2>"));
	assert_non_null(strstr(out.text, "<p>1. The Working Group:</p>\n<ul>\n"
					 "<li>(a) <em>Takes note</em> of the pens;</li>"));
	assert_non_null(strstr(out.text, "<a href=\"#note-1\" id=\"mark-1\">1</a>"));
	assert_non_null(
		strstr(out.text, "<p id=\"note-1\"><a href=\"#mark-1\">1</a> or pencils</p>"));
	assert_null(strstr(out.text, "http"));
	assert_null(strstr(out.text, "<script"));
}

/* Conventions 1.7. */
static void notes_above_the_text_have_asterisks_and_the_others_figures(void **state)
{
	static const char *const fields[][2] = {{"body", "Group A"}, {"place", "Vienna"},
		{"item", "Item 5 of the provisional agenda{note A/1.}"},
		{"item-title", "Other matters"}};

	(void)state;
	struct node *masthead = add(document.root, NODE_MASTHEAD, NULL);
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		add(masthead, NODE_FIELD, fields[i][1])->name = fields[i][0];
	add(document.root, NODE_TITLE, "Report{note It was late.}");
	add(document.root, NODE_PARAGRAPH, "One{note Or two.} said.");
	expect("text", "Group A\nVienna\nItem 5 of the provisional agenda*\nOther matters\n\n"
		       "Report**\n\n1. One[1] said.\n\n* A/1.\n\n** It was late.\n\n[1] Or two.\n");
	expect("markdown", "**Group A**\\\nVienna\\\nItem 5 of the provisional agenda\\*\\\n"
			   "**Other matters**\n\n# Report\\*\\*\n\n1. One[^1] said.\n\n"
			   "\\* A/1.\n\n\\*\\* It was late.\n\n[^1]: Or two.\n");
	str_reset(&out);
	document_writer("html")->write(&document, &out);
	assert_non_null(strstr(out.text, "<p>United Nations</p>\n<p class=\"bold\">Group A</p>"));
	assert_non_null(strstr(out.text, "agenda<a href=\"#note-s1\" id=\"mark-s1\">*</a></p>"));
	assert_non_null(strstr(out.text, "Report<a href=\"#note-s2\" id=\"mark-s2\">**</a></h1>"));
	assert_non_null(strstr(out.text, "One<sup><a href=\"#note-1\" id=\"mark-1\">1</a></sup>"));
	assert_non_null(strstr(out.text, "<p id=\"note-s1\"><a href=\"#mark-s1\">*</a> A/1.</p>"));
}

static void what_is_typed_is_no_html(void **state)
{
	struct node *row;

	(void)state;
	add(document.root, NODE_TITLE, "</title><script>alert(1)</script>");
	add(document.root, NODE_PLAIN, "a < b & \"c\" > 'd'{note <img src=x>}");
	row = add(add(document.root, NODE_TABLE, NULL), NODE_ROW, NULL);
	add(row, NODE_CELL, "</th><td onclick=x>");
	document_number(&document);
	document_writer("html")->write(&document, &out);
	assert_null(strstr(out.text, "<script"));
	assert_null(strstr(out.text, "<img"));
	assert_null(strstr(out.text, "<td"));
	assert_non_null(strstr(out.text, "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;"));
	assert_non_null(strstr(out.text, "&lt;/th&gt;&lt;td onclick=x&gt;"));
}

static void references_are_words(void **state)
{
	(void)state;
	add(document.root, NODE_PLAIN, "See {para g41}, {item wg2:3} and {doc A/1-B/2}.");
	expect("text", "See para. g41, agenda item 3 and A/1-B/2.\n");
}

static void every_format_has_its_own_name_and_suffix(void **state)
{
	(void)state;
	for (size_t i = 0; document_writers[i]; i++) {
		assert_ptr_equal(document_writer(document_writers[i]->name), document_writers[i]);
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(
				document_writers[i]->suffix, document_writers[j]->suffix);
	}
	assert_null(document_writer("papyrus"));
}

static void a_format_is_also_named_by_the_suffix_of_its_files(void **state)
{
	static const char *const names[][2] = {{"md", "markdown"}, {"txt", "text"}, {"xml", "akn"},
		{"MD", "markdown"}, {"docx", "docx"}};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const struct writer *writer = document_writer_for(names[i][0], "a.html", NULL);
		assert_non_null(writer);
		assert_string_equal(writer->name, names[i][1]);
	}
}

static void the_suffix_of_a_file_names_its_format_in_any_capitals(void **state)
{
	(void)state;
	assert_string_equal(document_writer_for(NULL, "a.MD", NULL)->name, "markdown");
	assert_string_equal(document_writer_for(NULL, "a.b/report", NULL)->name, "text");
	assert_string_equal(document_writer_for(NULL, "a.akn", NULL)->name, "akn");
	assert_string_equal(document_writer_for(NULL, "a.XML", NULL)->name, "akn");
	assert_string_equal(document_writer_for(NULL, "a.json", NULL)->name, "json");
	assert_null(document_writer_for(NULL, "report.PDF", NULL));
	assert_string_equal(document_writer_for("text", "report.PDF", NULL)->name, "text");
}

static void an_empty_document_prints_nothing(void **state)
{
	(void)state;
	expect("text", "");
	expect("markdown", "");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_has_the_form_of_the_documents),
		TEST(markdown_keeps_numbers_as_a_list_and_letters_as_text),
		TEST(an_agenda_is_a_list_in_a_list),
		TEST(numbers_that_markdown_would_count_otherwise_are_text),
		TEST(lists_without_letters_and_tables_are_tight),
		TEST(what_looks_like_markup_prints_as_itself),
		TEST(blanks_before_a_text_make_no_code),
		TEST(control_characters_are_made_visible),
		TEST(italics_that_would_be_uncertain_are_plain),
		TEST(html_is_one_page_that_needs_nothing_else),
		TEST(notes_above_the_text_have_asterisks_and_the_others_figures),
		TEST(what_is_typed_is_no_html),
		TEST(references_are_words),
		TEST(every_format_has_its_own_name_and_suffix),
		TEST(a_format_is_also_named_by_the_suffix_of_its_files),
		TEST(the_suffix_of_a_file_names_its_format_in_any_capitals),
		TEST(an_empty_document_prints_nothing),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
