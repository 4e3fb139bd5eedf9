/* SPDX-License-Identifier: MIT */
/* HTML: what browsers show is what is read, also of documents that word processors wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "support/exchange/reading_dump.h"

static void assert_html(const char *html, const char *dump)
{
	assert_reading("a.html", html, strlen(html), dump);
}

static void html_is_known_by_its_first_tag(void **state)
{
	static const char *const pages[] = {"<!DOCTYPE html><p>a", "<html>a</html>",
		" \n<HTML><body>a", "<!-- x --><html>a", "<?xml version='1.0'?>\n<html>a</html>",
		"\xEF\xBB\xBF<!doctype HTML>a", "<meta charset=utf-8>a"};

	(void)state;
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++)
		assert_reading("a.txt", pages[i], strlen(pages[i]), "a\n");
	assert_reading("a.HTM", "a<b>b</b>", 9, "ab\n");
	assert_reading("a.txt", "<htm", 4, "<htm\n");
}

static void blocks_are_paragraphs_and_headings_have_levels(void **state)
{
	(void)state;
	assert_html("<h1>Title</h1>text <i>in</i>\n  lines<p>p</p><div>d<div>e</div>f</div>"
		    "<h3 align=center>H</h3><center>c</center><p style='text-align: center'>s"
		    "<blockquote>q</blockquote>",
		"heading 1 | Title\ntext in lines\np\nd\ne\nf\nheading 3 centred | H\ncentred | c\n"
		"centred | s\n>2 | q\n");
	assert_html("<b>all</b> <strong>bold</strong><p><b>not</b> all<p><span style='font-weight:"
		    "bold'>by style</span><p><b><span style='font-weight:normal'>un</span></b>",
		"bold | all bold\nnot all\nbold | by style\nun\n");
}

static void what_is_hidden_is_left_out(void **state)
{
	(void)state;
	assert_html(
		"<head><title>no</title></head><script>no</script><style>no</style><!-- no -->"
		"<p hidden>no<p style='display: none'>no<p style='color:red;visibility:hidden'>no"
		"<noscript>no</noscript><select><option>no</select><template>no</template>"
		"<p>yes<del> no</del><ins> too</ins>",
		"yes too\n");
	assert_html("<nav>Home</nav>a", "page | Home\na\n");
}

static void breaks_divide_only_where_the_words_show_it(void **state)
{
	(void)state;
	assert_html(
		"<h2>A title<br>in two lines</h2><p>1. Opening<br>2. Other matters<p>a<br><br>b",
		"heading 2 | A title in two lines\n[1.] Opening\n[2.] Other matters\na\nb\n");
	assert_html("<b>Group on Assistance</b><br>Vienna, 17 and 18 October 2012",
		"Group on Assistance\nVienna, 17 and 18 October 2012\n");
	assert_html("Report of the meeting held in<br>Vienna, 17 October 2012",
		"Report of the meeting held in Vienna, 17 October 2012\n");
	assert_html("Distr.: General<br>4 March 2031<br>Original: English",
		"Distr.: General\n4 March 2031\nOriginal: English\n");
	assert_html("a&nbsp;&amp;&#8211;<wbr>b<img alt=x>", "a &–b\n");
}

static void lists_have_the_numbers_that_a_browser_shows(void **state)
{
	(void)state;
	assert_html(
		"<ol><li>one<ol type=a start=3><li>c<li value=27>aa<ol type=i><li>i<li>ii</ol></ol>"
		"<li>two<ul><li>dot</ul></ol><ol start=9 reversed><li>x<li>y</ol>",
		"[1.] one\n>2 | [c.] c\n>2 | [aa.] aa\n>4 | [i.] i\n>4 | [ii.] ii\n[2.] two\n>2 | dot\n"
		"[9.] x\n[8.] y\n");
	assert_html(
		"<ol style='list-style-type: upper-roman'><li><p>a</p><p>b</p></ol>"
		"<ol type=A><li>c</ol><ol style='list-style:none'><li>1. d</ol><ol><li></li><li>e</ol>",
		"[I.] a\nb\n[A.] c\n[1.] d\n[2.] e\n");
	assert_html("<ul><li><ol type=a><li>x</ol></ul><li>stray", ">2 | [a.] x\nstray\n");
}

static void tables_have_rows_and_cells_where_they_are_seen(void **state)
{
	(void)state;
	assert_html(
		"<table><caption>T</caption><tr><th>Time<th>Item<tr><td rowspan=2>10 a.m.<td>1<tr>"
		"<td>2<tr><td colspan=2>Day<td>x<tr><td><td>y</table>z",
		"T\ncell 1:1:1 bold | Time\ncell 1:1:2 bold | Item\ncell 1:2:1 | 10 a.m.\n"
		"cell 1:2:2 | 1\ncell 1:3:2 | 2\ncell 1:4:1 | Day\ncell 1:4:3 | x\ncell 1:5:2 | y\nz\n");
	assert_html("<table><tr><td>a<table><tr><td>b</table><p>c<td>d</table>",
		"cell 1:1:1 | a\ncell 2:1:1 | b\ncell 1:1:1 | c\ncell 1:1:2 | d\n");
	assert_html("<table><tr><td rowspan=0 colspan=99999>a<tr><td>b</table>",
		"cell 1:1:1 | a\ncell 1:2:200 | b\n");
}

static void lines_of_pre_are_read_as_a_text(void **state)
{
	(void)state;
	assert_html("<p>a<pre>\nOne line\n\nAnother line\n</pre><p>b",
		"a\nOne line\nAnother line\nb\n");
}

static void notes_are_found_by_whoever_wrote_them(void **state)
{
	(void)state;
	assert_html(
		"<p>Text<a href=#_ftn1 name=_ftnref1>[1]</a>.<div id=ftn1><p><a href=#_ftnref1>[1]"
		"</a> Note.</div>",
		"Text. ^1\nnote | [1] Note.\n");
	assert_html(
		"<p>Text<a href=#fn1 class=footnote-ref><sup>1</sup></a>.<section role=doc-endnotes>"
		"<ol><li id=fn1><p>Note.<a href=#fnref1 class=footnote-back>x</a></p></ol></section>",
		"Text. ^1\nnote | [1] Note.\n");
	assert_html("<p>Text<a class=sdfootnoteanc href=#sdfootnote1sym><sup>1</sup></a>"
		    "<div id=sdfootnote1><p><a class=sdfootnotesym href=#sdfootnote1anc>1</a>Note",
		"Text ^1\nnote | [1] Note\n");
	assert_html("1<sup>st</sup> meeting<sup>*</sup>", "1st meeting ^*\n");
}

static void numbers_that_word_wrote_as_text_are_numbers(void **state)
{
	(void)state;
	assert_html(
		"<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>(a)"
		"<span>&nbsp;&nbsp; </span></span><![endif]>Opening<o:p></o:p></p>",
		"[(a)] Opening\n");
	assert_html("<p>1.<span style='mso-tab-count:1'>&nbsp; </span>Opening<p>10 a.m.<span "
		    "style='mso-tab-count:2'>&nbsp; </span>1 (a)<p>x",
		"[1.] Opening\ncell 1:1:1 | 10 a.m.\ncell 1:1:2 | 1 (a)\nx\n");
}

/* So many pieces with their number between before and after. */
static void assert_repetition(
	const char *before, const char *after, int count, const char *sentence)
{
	struct str html;

	str_init(&html);
	str_add(&html, "<html>");
	for (int i = 0; i < count; i++)
		str_addf(&html, "%s%d%s", before, i, after);
	assert_not_read("a.html", html.text, html.length, sentence);
	str_clear(&html);
}

static void what_is_tangled_is_refused(void **state)
{
	(void)state;
	assert_repetition("<div>x", "", 3000, "more than 400 elements inside one another");
	assert_repetition("<p><font size=", ">x", 20000, "too large or too tangled");
	assert_repetition("<p>", "", 1000000, "“a.html”: it is");
	assert_not_read("a.html", "<html><p></p>", 13, "“a.html” has no text");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_is_known_by_its_first_tag),
		cmocka_unit_test(blocks_are_paragraphs_and_headings_have_levels),
		cmocka_unit_test(what_is_hidden_is_left_out),
		cmocka_unit_test(breaks_divide_only_where_the_words_show_it),
		cmocka_unit_test(lists_have_the_numbers_that_a_browser_shows),
		cmocka_unit_test(tables_have_rows_and_cells_where_they_are_seen),
		cmocka_unit_test(lines_of_pre_are_read_as_a_text),
		cmocka_unit_test(notes_are_found_by_whoever_wrote_them),
		cmocka_unit_test(numbers_that_word_wrote_as_text_are_numbers),
		cmocka_unit_test(what_is_tangled_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
