/* SPDX-License-Identifier: MIT */
/* Markdown as it is specified, and as people write it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "exchange/md_inline.h"
#include "exchange/reading_build.h"
#include "support/exchange/reading_dump.h"

static void assert_markdown(const char *text, const char *dump)
{
	assert_reading("a.md", text, strlen(text), dump);
}

static void headings_are_those_with_marks_and_those_underlined(void **state)
{
	(void)state;
	assert_markdown("# One\n## Two ##\n### **3. Three** {#x}\n#no\n####### no\n",
		"heading 1 | One\nheading 2 | Two\nheading 3 | [3.] Three\n#no ####### no\n");
	assert_markdown("Title\nof two\n===\nNext\n---\n\n---\ntext\n* * *\nmore",
		"heading 1 | Title of two\nheading 2 | Next\ntext\nmore\n");
}

static void lines_are_joined_and_breaks_divide_where_the_words_show_it(void **state)
{
	(void)state;
	assert_markdown("one\ntwo  \nthree\\\nfour\n\nfive\r\nsix\rseven",
		"one two three four\nfive six seven\n");
	assert_markdown("Distr.: General  \n4 March 2031\n\nItem 1: Opening\nItem 2: Agenda\n",
		"Distr.: General\n4 March 2031\n[Item 1:] Opening\n[Item 2:] Agenda\n");
	assert_markdown("**A name\nof two lines**\\\nVienna\n\n**A**  \n**B**\\\nand **C**\\\nd\n",
		"bold | A name of two lines\nVienna\nbold | A B\nand C d\n");
	assert_markdown("> quoted\n> more\n>> twice\n", "quoted more twice\n");
}

static void markup_inside_lines_goes_and_words_stay(void **state)
{
	static const char *const rows[][2] = {{"*a* **b** ***c*** _d_ __e__", "a b c d e"},
		{"5 * 3 * 2", "5 * 3 * 2"}, {"agenda* and plan**", "agenda* and plan**"},
		{"snake_case_name", "snake_case_name"},
		{"un*frigging*believable", "unfriggingbelievable"}, {"**open", "**open"},
		{"**a *b** c*", "a b c"}, {"\\*a\\* 1\\. \\\\", "*a* 1. \\"},
		{"`a*b*` ``c`d``", "a*b* c`d"}, {"[words](http://x/(y) \"t\") z", "words z"},
		{"[words][ref] [alone] ![pic](x.png)!", "words [alone] !"},
		{"note[^1] and[^long].", "note\x1F"
					 "1\x1F and\x1Flong\x1F."},
		{"<https://x.org/a_b_c>", "https://x.org/a_b_c"},
		{"<i>a</i><b>b</b><br/>c<sup>1</sup>d<sup>st</sup>", "ab\nc\x1F"
								     "1\x1F"
								     "dst"},
		{"5 < 6 > 4 <3", "5 < 6 > 4 <3"}, {"a <!-- no --> b", "a  b"},
		{"&amp;&lt;&nbsp;&ndash;&#8212;&#x41;&none;", "&< –—A&none;"}, {"~~a~~", "a"},
		{"(*continued*)", "(continued)"}, {"**a**b**c**", "abc"}, {"", ""}, {"*", "*"},
		{"\\", "\\"}, {"[", "["}, {"<", "<"}, {"`", "`"}, {"&", "&"}, {"[a](b", "[a](b"},
		{"“*a*”, *b*—*c*.", "“a”, b—c."}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct str out;
		str_init(&out);
		md_inline(rows[i][0], strlen(rows[i][0]), &out);
		assert_string_equal(out.text, rows[i][1]);
		str_clear(&out);
	}
	assert_markdown("**5. Documentation**\n\n**a** b\n\n<b>c</b> **d**\n\n***e***\n\n*f*\n",
		"bold | [5.] Documentation\na b\nbold | c d\nbold | e\nf\n");
}

static void lists_have_their_numbers(void **state)
{
	(void)state;
	assert_markdown(
		"1. Organizational matters:\n  - (a) Opening;\n  - (b) Adoption.\n2. Follow-up\n   "
		"that goes on\nand on.\n\n   A second paragraph.\n3. Other\n",
		"[1.] Organizational matters:\n>2 | [(a)] Opening;\n>2 | [(b)] Adoption.\n"
		"[2.] Follow-up that goes on and on.\nA second paragraph.\n[3.] Other\n");
	assert_markdown("1. a\n1. b\n1. c\n\ntext\n\n4) d\n5) e\n",
		"[1.] a\n[2.] b\n[3.] c\ntext\n[4)] d\n[5)] e\n");
	assert_markdown("* a\n    * b\n        * c\n* d\n\n+ e\n", "a\n>2 | b\n>4 | c\nd\ne\n");
	assert_markdown("- 1. x\n- 2. y\n\n2012. is no item\n17 October\n1.no\n-no\n",
		">2 | [1.] x\n>2 | [2.] y\n2012. is no item 17 October 1.no -no\n");
	assert_markdown("1. Organizational matters:\n   1. (a) Opening;\n   2. (b) Adoption.\n",
		"[1.] Organizational matters:\n>2 | [(a)] Opening;\n>2 | [(b)] Adoption.\n");
}

static void tables_are_those_of_pipes_and_those_of_tabs(void **state)
{
	(void)state;
	assert_markdown("Time | Item\n---|:--:\n10 a.m. | 1 (a)\n | 1 \\| b `|`\n\nend | of it\n",
		"cell 1:1:1 | Time\ncell 1:1:2 | Item\ncell 1:2:1 | 10 a.m.\ncell 1:2:2 | 1 (a)\n"
		"cell 1:3:1 | 1 | b |\nend | of it\n");
	assert_markdown("| **a** | |\n| | b |\n\n| c |\n",
		"cell 1:1:1 bold | a\ncell 1:2:2 | b\ncell 2:1:1 | c\n");
	assert_markdown(
		"<i>Time</i>\t<i>Item</i>\n<b>Monday</b>\t\n10 a.m.\t1 (a)\tx\n\t1 (b)\ty\n\n1.\tOpening\n",
		"cell 1:1:1 | Time\ncell 1:1:2 | Item\ncell 1:2:1 bold | Monday\ncell 1:3:1 | 10 a.m.\n"
		"cell 1:3:2 | 1 (a)\ncell 1:3:3 | x\ncell 1:4:2 | 1 (b)\ncell 1:4:3 | y\n[1.] Opening\n");
	assert_markdown("a\n<table>\n<tr><td>b<td>c\n</table>\nd\n",
		"a\ncell 1:1:1 | b\ncell 1:1:2 | c\nd\n");
}

static void notes_and_targets_are_no_text(void **state)
{
	(void)state;
	assert_markdown(
		"Text[^1] more[^n].\n\n[^1]: The note\ngoes on.\n[^n]: Other.\n\n[x]: http://x.org\n\nEnd\n",
		"Text more. ^1 n\nnote | [1] The note goes on.\nnote | [n] Other.\nEnd\n");
}

static void fences_hold_a_text(void **state)
{
	(void)state;
	assert_markdown("# A\n\n```\n1. *Opening*\n\n2. Other\n```\n\nafter\n",
		"heading 1 | A\n[1.] *Opening*\n[2.] Other\nafter\n");
	assert_markdown("~~~\nopen *end*\n", "open *end*\n");
}

static void columns_made_of_blanks_are_a_table(void **state)
{
	(void)state;
	assert_markdown(
		"# Annex\n\nDate and time    Item    **Title**\n10 a.m.-1 p.m.   1 (a)   Opening\n\nx\n",
		"heading 1 | Annex\ncell 1:1:1 | Date and time\ncell 1:1:2 >17 | Item\n"
		"cell 1:1:3 >25 | Title\ncell 1:2:1 | 10 a.m.-1 p.m.\ncell 1:2:2 >17 | 1 (a)\n"
		"cell 1:2:3 >25 | Opening\nx\n");
	assert_markdown("Time    <i\n>Item</i><br>x\n\nend\n",
		"cell 1:1:1 | Time\ncell 1:1:2 >8 | <i\n>Item x\nend\n");
	assert_markdown("1.   Opening\n\na  b\nc    d\n", "[1.] Opening\na b c d\n");
}

static void pages_of_a_text_are_known(void **state)
{
	(void)state;
	assert_markdown("# A\n\n- 2 -\n\ntext\n", "heading 1 | A\npage | - 2 -\ntext\n");
}

static void markdown_is_known_by_its_marks(void **state)
{
	static const char *const is[] = {
		"# a\n## b\n### c", "# a\n**b** **c**\n**d**", "x\n**b\nc**\ny"};
	static const char *const not [] = {"# a\n# b\n", "a**\nb**\n** c\n", "#a\n#b\n#c\n",
		"a\n# \n# \n# ", "", "#", "####### a\n####### b\n####### c\n"};

	(void)state;
	for (size_t i = 0; i < sizeof(is) / sizeof(*is); i++)
		assert_true(reading_is_markdown(is[i], strlen(is[i])));
	for (size_t i = 0; i < sizeof(not ) / sizeof(*not ); i++)
		assert_false(reading_is_markdown(not [i], strlen(not [i])));
}

/* The number of the document's line in which the paragraph with that text begins and ends. */
static void every_paragraph_knows_its_lines(void **state)
{
	static const char text[] = "# A\n\none\ntwo\n1. x\n\n| c | d |\n\n```\n\nfence\n```\nend";
	static const int lines[][2] = {{1, 1}, {3, 4}, {5, 5}, {7, 7}, {7, 7}, {11, 11}, {13, 13}};
	struct reading reading;
	struct err err = {0};

	(void)state;
	reading_init(&reading);
	assert_true(reading_parse(&reading, "a.md", text, strlen(text), &err));
	assert_int_equal(reading.line_count, 13);
	assert_int_equal(reading.count, 7);
	for (size_t i = 0; i < reading.count; i++) {
		assert_int_equal(reading.paragraphs[i].line, lines[i][0]);
		assert_int_equal(reading.paragraphs[i].last_line, lines[i][1]);
	}
	assert_string_equal(reading.lines[10], "fence");
	assert_int_equal(reading.paragraphs[2].gap, 0);
	assert_int_equal(reading.paragraphs[1].gap, 1);
	reading_clear(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_are_those_with_marks_and_those_underlined),
		cmocka_unit_test(lines_are_joined_and_breaks_divide_where_the_words_show_it),
		cmocka_unit_test(markup_inside_lines_goes_and_words_stay),
		cmocka_unit_test(lists_have_their_numbers),
		cmocka_unit_test(tables_are_those_of_pipes_and_those_of_tabs),
		cmocka_unit_test(notes_and_targets_are_no_text),
		cmocka_unit_test(fences_hold_a_text),
		cmocka_unit_test(columns_made_of_blanks_are_a_table),
		cmocka_unit_test(pages_of_a_text_are_known),
		cmocka_unit_test(markdown_is_known_by_its_marks),
		cmocka_unit_test(every_paragraph_knows_its_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
