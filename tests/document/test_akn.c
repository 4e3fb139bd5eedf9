/* SPDX-License-Identifier: MIT */
/* Akoma Ntoso: what of a tree becomes what, and that any tree gives a valid document. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "document/document.h"
#include "support/document/random_tree.h"
#include "support/document/valid.h"

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

static struct node *heading(int level, const char *text)
{
	struct node *node = add(document.root, NODE_HEADING, text);

	node->level = level;
	return node;
}

static void write_document(void)
{
	str_reset(&out);
	document_writer("akn")->write(&document, &out);
}

static void expect(const char *words)
{
	if (!strstr(out.text, words))
		fail_msg("not there: %s\n%s", words, out.text);
}

static void expect_valid(void)
{
	document_number(&document);
	write_document();
	valid_add("document", out.text);
	valid_check();
}

static void add_masthead(void)
{
	static const char *const fields[][2] = {{"organ", "Conference of the Parties"},
		{"symbol", "CTOC/COP/WG.2/2018/L.1-CTOC/COP/WG.3/2018/L.1"},
		{"distribution", "Limited"}, {"date", "31 May 2018"}, {"language", "English"},
		{"body", "Working Group A"}, {"session", "Third session"},
		{"place", "Vienna, 28-31 May 2018"}, {"body", "Working Group B"}};
	struct node *masthead = add(document.root, NODE_MASTHEAD, NULL);

	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		add(masthead, NODE_FIELD, fields[i][1])->name = fields[i][0];
	document.class = DOCUMENT_REPORT;
	document.date = "2018-05-31";
}

static void the_masthead_says_what_the_document_is(void **state)
{
	(void)state;
	add_masthead();
	add(document.root, NODE_TITLE, "Draft report");
	add(document.root, NODE_SUBTITLE, "Addendum");
	expect_valid();
	expect("<debateReport name=\"report\">");
	expect("<FRBRthis value=\"/akn/un/debateReport/report/ctoc-cop-wg.2/2018-05-31/"
	       "CTOC-COP-WG.2-2018-L.1-CTOC-COP-WG.3-2018-L.1/!main\"/>");
	expect("<FRBRnumber value=\"CTOC/COP/WG.2/2018/L.1\"/>\n"
	       "<FRBRnumber value=\"CTOC/COP/WG.3/2018/L.1\"/>");
	expect("<FRBRdate date=\"2018-05-31\" name=\"issued\"/>\n<FRBRauthor href=\"#organ_1\"/>");
	expect("<FRBRlanguage language=\"eng\"/>");
	expect("<publication date=\"2018-05-31\"");
	expect("<TLCOrganization eId=\"body_2\" "
	       "href=\"/akn/ontology/organization/un/working-group-b\" "
	       "showAs=\"Working Group B\"/>");
	expect("<p><docNumber>CTOC/COP/WG.2/2018/L.1</docNumber>-"
	       "<docNumber>CTOC/COP/WG.3/2018/L.1</docNumber></p>");
	expect("<p>Distr.: <inline name=\"distribution\">Limited</inline></p>");
	expect("<docDate date=\"2018-05-31\">31 May 2018</docDate>");
	expect("<organization refersTo=\"#body_2\">Working Group B</organization>");
	expect("<session>Third session</session>");
	expect("<p><docTitle>Draft report</docTitle></p>");
	expect("<p>Addendum</p>\n</preface>");
}

static void sections_open_and_close_with_the_headings(void **state)
{
	(void)state;
	heading(1, "Introduction");
	add(document.root, NODE_PARAGRAPH, "One.")->key = "INTRO-1/wg2 wg3/1 (a)";
	heading(1, "Summary")->continued = true;
	heading(2, "Items");
	heading(3, "Pens");
	add(document.root, NODE_PARAGRAPH, "Two.");
	heading(0, "Working Group A");
	add(document.root, NODE_PLAIN, "Three.")->missing = true;
	add(document.root, NODE_PLAIN, "Four.");
	expect_valid();
	expect("<section eId=\"sec_I\">\n<num>I.</num>\n<heading>Introduction</heading>\n"
	       "<paragraph eId=\"para_1\" wId=\"INTRO-1/wg2_wg3/1_(a)\">\n<num>1.</num>\n"
	       "<content>\n<p>One.</p>\n</content>\n</paragraph>\n</section>\n"
	       "<section eId=\"sec_II\">\n<num>II.</num>\n"
	       "<heading>Summary (<i>continued</i>)</heading>\n"
	       "<subsection eId=\"sec_II__subsec_A\">\n<num>A.</num>\n<heading>Items</heading>\n"
	       "<hcontainer eId=\"sec_II__subsec_A__hcontainer_1\" name=\"heading\">\n"
	       "<num>1.</num>\n<heading>Pens</heading>\n<paragraph eId=\"para_2\">");
	expect("</paragraph>\n</hcontainer>\n</subsection>\n"
	       "<hcontainer eId=\"sec_II__hcontainer_n2\" name=\"heading\">\n"
	       "<heading>Working Group A</heading>\n"
	       "<paragraph eId=\"sec_II__hcontainer_n2__para_n1\" class=\"missing\">");
	expect("<paragraph eId=\"sec_II__hcontainer_n2__para_n2\">");
}

static void lists_with_letters_are_points(void **state)
{
	(void)state;
	add(document.root, NODE_PARAGRAPH, "The meeting:");
	struct node *list = add(document.root, NODE_LIST, NULL);
	struct node *one = add(list, NODE_ENTRY, "*Notes* pens");
	add(add(one, NODE_LIST, NULL), NODE_ENTRY, "of steel");
	add(list, NODE_ENTRY, "Asks");
	expect_valid();
	expect("<paragraph eId=\"para_1\">\n<num>1.</num>\n<list eId=\"para_1__list_1\">\n"
	       "<intro>\n<p>The meeting:</p>\n</intro>\n"
	       "<point eId=\"para_1__list_1__point_a\">\n<num>(a)</num>\n"
	       "<list eId=\"para_1__list_1__point_a__list_1\">\n"
	       "<intro>\n<p><i>Notes</i> pens:</p>\n</intro>\n"
	       "<point eId=\"para_1__list_1__point_a__list_1__point_i\">\n<num>(i)</num>\n"
	       "<content>\n<p>of steel;</p>\n</content>\n</point>\n</list>\n</point>");
}

static void lists_without_letters_stand_in_the_content(void **state)
{
	(void)state;
	add(document.root, NODE_PLAIN, "Present:");
	struct node *list = add(document.root, NODE_LIST, NULL);
	list->style = LIST_BULLETED;
	struct node *entry = add(list, NODE_ENTRY, "Benin");
	add(add(entry, NODE_LIST, NULL), NODE_ENTRY, "twice");
	add(document.root, NODE_TITLE, "between");
	struct node *alone = add(document.root, NODE_LIST, NULL);
	alone->style = LIST_PLAIN;
	add(alone, NODE_ENTRY, "Spain");
	expect_valid();
	expect("<paragraph eId=\"para_n1\">\n<content>\n<p>Present:</p>\n"
	       "<blockList eId=\"para_n1__list_1\">\n"
	       "<item eId=\"para_n1__list_1__item_n1\">\n<num>•</num>\n<p>Benin</p>\n"
	       "<blockList eId=\"para_n1__list_1__item_n1__list_1\">\n"
	       "<item eId=\"para_n1__list_1__item_n1__list_1__item_a\">\n<num>(a)</num>\n"
	       "<p>twice.</p>");
	expect("<hcontainer eId=\"hcontainer_n1\" name=\"list\">\n<content>\n<blockList");
}

static void items_of_an_agenda_are_named_so(void **state)
{
	(void)state;
	document.class = DOCUMENT_AGENDA;
	struct node *list = add(document.root, NODE_LIST, NULL);
	list->style = LIST_NUMBERED;
	struct node *one = add(list, NODE_ENTRY, "Organization");
	one->name = "1";
	add(add(one, NODE_LIST, NULL), NODE_ENTRY, "Opening")->name = "(a)";
	add(list, NODE_ENTRY, "Pens")->name = "3 bis";
	expect_valid();
	expect("<debateReport name=\"agendaListing\">");
	expect("<hcontainer eId=\"item_1\" name=\"agendaItem\">\n<num>1.</num>\n"
	       "<heading>Organization:</heading>\n"
	       "<hcontainer eId=\"item_1__item_a\" name=\"agendaSubItem\">\n<num>(a)</num>\n"
	       "<heading>Opening.</heading>\n</hcontainer>\n</hcontainer>\n"
	       "<hcontainer eId=\"item_3bis\" name=\"agendaItem\">");
}

static void an_annex_is_a_document_of_its_own(void **state)
{
	(void)state;
	heading(1, "Introduction");
	struct node *annex = heading(1, "Annex");
	annex->name = "";
	annex->annex = true;
	heading(2, "Organization of work")->name = "";
	struct node *table = add(document.root, NODE_TABLE, NULL);
	for (int i = 0; i < 2; i++) {
		struct node *row = add(table, NODE_ROW, NULL);
		add(row, NODE_CELL, i ? "10 a.m." : "Time");
		add(row, NODE_CELL, i ? "" : "Item");
	}
	struct node *second = heading(0, "Annex II");
	second->annex = true;
	add(document.root, NODE_PARAGRAPH, "Words.");
	expect_valid();
	expect("</mainBody>\n<attachments>\n<attachment eId=\"att_1\">\n<heading>Annex</heading>\n"
	       "<doc name=\"annex\">\n<meta>");
	expect("/!annex_1\"/>");
	expect("<mainBody>\n<subsection eId=\"att_1__subsec_n1\">\n"
	       "<heading>Organization of work</heading>\n"
	       "<hcontainer eId=\"att_1__subsec_n1__hcontainer_n1\" name=\"table\">\n<content>\n"
	       "<table eId=\"att_1__subsec_n1__hcontainer_n1__table_1\">\n"
	       "<tr>\n<th><p>Time</p></th>\n<th><p>Item</p></th>\n</tr>\n"
	       "<tr>\n<td><p>10 a.m.</p></td>\n<td><p/></td>\n</tr>\n</table>");
	expect("<attachment eId=\"att_2\">\n<heading>Annex II</heading>");
	expect("<paragraph eId=\"att_2__para_1\">");
}

static void notes_changes_and_documents_are_marked(void **state)
{
	(void)state;
	add(document.root, NODE_PARAGRAPH,
		"Pens{note See A/67/1.} and {new ink}{gone sand}, {doc CTOC/COP/2010/9}");
	add(document.root, NODE_PARAGRAPH, "See CTOC/COP/WG.2/2012/3-CTOC/COP/WG.3/2012/4.");
	expect_valid();
	expect("<p>Pens<authorialNote eId=\"authorialNote_1\" marker=\"1\" placement=\"bottom\">"
	       "<p>See <ref href=\"/akn/un/doc/A-67-1\">A/67/1</ref>.</p></authorialNote>"
	       " and <ins>ink</ins><del>sand</del>, "
	       "<ref href=\"/akn/un/doc/CTOC-COP-2010-9\">CTOC/COP/2010/9</ref></p>");
	expect("See <ref href=\"/akn/un/doc/CTOC-COP-WG.2-2012-3\">CTOC/COP/WG.2/2012/3</ref>-"
	       "<ref href=\"/akn/un/doc/CTOC-COP-WG.3-2012-4\">CTOC/COP/WG.3/2012/4</ref>.</p>");
}

static void notes_above_the_text_have_asterisks(void **state)
{
	(void)state;
	add_masthead();
	add(document.root->first, NODE_FIELD, "Item 5 of the provisional agenda{note A/1.}")->name =
		"item";
	add(document.root->first, NODE_FIELD, "Other matters")->name = "item-title";
	add(document.root, NODE_TITLE, "Draft report{note It was late.}");
	add(document.root, NODE_PARAGRAPH, "Pens{note Or ink.}.");
	document.words.distribution = "Distribución:";
	expect_valid();
	expect("<p>United Nations</p>\n");
	expect("<p>Distribución: <inline name=\"distribution\">Limited</inline></p>");
	expect("<p><inline name=\"item\">Item 5 of the provisional agenda"
	       "<authorialNote eId=\"authorialNote_1\" marker=\"*\" placement=\"bottom\">");
	expect("<p><inline name=\"item-title\">Other matters</inline></p>");
	expect("<authorialNote eId=\"authorialNote_2\" marker=\"**\" placement=\"bottom\">");
	expect("<authorialNote eId=\"authorialNote_3\" marker=\"1\" placement=\"bottom\">");
}

static void no_identifier_is_given_twice(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++)
		heading(1, "Twin")->name = i == 2 ? "I.2" : "I";
	struct node *list = add(document.root, NODE_LIST, NULL);
	add(list, NODE_ENTRY, "x")->name = "(a)";
	add(list, NODE_ENTRY, "x")->name = "A note";
	add(list, NODE_ENTRY, "x")->name = "(a)";
	add(list, NODE_ENTRY, "x")->name = "№";
	add(list, NODE_ENTRY, "x")->name = "(a)";
	expect_valid();
	expect("eId=\"sec_I\"");
	expect("eId=\"sec_I-2\"");
	expect("eId=\"sec_I.2\"");
	expect("__point_a-2\"");
	expect("__point_a-3\"");
	expect("__point_Anote\"");
	expect("__point_n4\"");
}

static void what_is_typed_is_no_markup(void **state)
{
	(void)state;
	add_masthead();
	document.root->first->first->text = "<x a=\"b\">&\001\033[2J";
	add(document.root, NODE_TITLE, "</docTitle><script>alert(1)</script>");
	heading(1, "]]> <!-- a & b -->");
	add(document.root, NODE_PARAGRAPH, "a < b & \"c\" > 'd'{note <p>}\xFF\u202E\uFFFE")->key =
		"\"><p>";
	expect_valid();
	expect("showAs=\"&lt;x a=&quot;b&quot;&gt;&amp;&lt;U+0001&gt;&lt;U+001B&gt;[2J\"");
	expect("<docTitle>&lt;/docTitle&gt;&lt;script&gt;alert(1)&lt;/script&gt;</docTitle>");
	expect("<heading>]]&gt; &lt;!-- a &amp; b --&gt;</heading>");
	expect("<p>a &lt; b &amp; \"c\" &gt; 'd'<authorialNote");
	expect("\uFFFD&lt;U+202E&gt;&lt;U+FFFE&gt;</p>");
	assert_null(strstr(out.text, "<script"));
}

static void what_is_not_known_is_not_invented(void **state)
{
	(void)state;
	add(document.root, NODE_TITLE, "List of speakers");
	document.language = "tlh";
	expect_valid();
	expect("<doc name=\"paper\">");
	expect("<FRBRthis value=\"/akn/un/doc/paper/un/0001-01-01/list-of-speakers/!main\"/>");
	expect("<FRBRdate date=\"0001-01-01\" name=\"unknown\"/>\n"
	       "<FRBRauthor href=\"#secretariat\"/>");
	expect("<FRBRlanguage language=\"und\"/>");
	expect("<mainBody>\n<p/>\n</mainBody>");
	assert_null(strstr(out.text, "<publication"));
	assert_null(strstr(out.text, "<coverPage"));
}

static void every_class_is_valid_when_empty(void **state)
{
	(void)state;
	for (int class = DOCUMENT_PAPER; class <= DOCUMENT_TEXTS; class ++) {
		char name[16];
		document.class = (enum document_class) class;
		write_document();
		snprintf(name, sizeof name, "empty-%d", class);
		valid_add(name, out.text);
	}
	valid_check();
}

static void every_tree_is_valid(void **state)
{
	struct generator generator = GENERATOR_SEED;

	(void)state;
	for (int run = 0; run < 400; run++) {
		char name[16];
		document_clear(&document);
		document_init(&document);
		random_tree(&generator, &document);
		if (run % 2)
			document_number(&document);
		write_document();
		snprintf(name, sizeof name, "tree-%03d", run);
		valid_add(name, out.text);
	}
	valid_check();
}

static void the_same_document_has_the_same_bytes(void **state)
{
	struct generator generator = GENERATOR_SEED;
	char *first;

	(void)state;
	random_tree(&generator, &document);
	write_document();
	first = mem_strdup(out.text);
	write_document();
	assert_string_equal(out.text, first);
	free(first);
}

/* --- that the check itself can fail --- */

static void add_broken(const char *name, const char *words, const char *instead)
{
	struct str broken;
	const char *at = strstr(out.text, words);

	assert_non_null(at);
	str_init(&broken);
	str_addn(&broken, out.text, (size_t)(at - out.text));
	str_add(&broken, instead);
	str_add(&broken, at + strlen(words));
	valid_add(name, broken.text);
	str_clear(&broken);
}

static void what_is_not_valid_is_noticed(void **state)
{
	(void)state;
	add_masthead();
	add(document.root, NODE_PARAGRAPH, "One.");
	add(document.root, NODE_PARAGRAPH, "Two.");
	document_number(&document);
	write_document();
	add_broken("twice", "eId=\"para_2\"", "eId=\"para_1\"");
	add_broken("day", "date=\"2018-05-31\"", "date=\"31 May\"");
	add_broken("element", "<content>\n<p>One.</p>\n</content>", "<p>One.</p>");
	add_broken("space", "akn/3.0", "akn/3.0/CSD13");
	add_broken("order", "<num>1.</num>\n<content>", "<content>\n<num>1.</num>");
	add_broken("text", "<mainBody>", "<mainBody>words");
	valid_check_none();
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_masthead_says_what_the_document_is),
		TEST(sections_open_and_close_with_the_headings),
		TEST(lists_with_letters_are_points),
		TEST(lists_without_letters_stand_in_the_content),
		TEST(items_of_an_agenda_are_named_so),
		TEST(an_annex_is_a_document_of_its_own),
		TEST(notes_changes_and_documents_are_marked),
		TEST(notes_above_the_text_have_asterisks),
		TEST(no_identifier_is_given_twice),
		TEST(what_is_typed_is_no_markup),
		TEST(what_is_not_known_is_not_invented),
		TEST(every_class_is_valid_when_empty),
		TEST(every_tree_is_valid),
		TEST(the_same_document_has_the_same_bytes),
		TEST(what_is_not_valid_is_noticed),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
