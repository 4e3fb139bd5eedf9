/* SPDX-License-Identifier: MIT */
/* Labels and list punctuation. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "document/document.h"

static struct document document;

static int begin(void **state)
{
	(void)state;
	document_init(&document);
	return 0;
}

static int end(void **state)
{
	(void)state;
	document_clear(&document);
	return 0;
}

static struct node *add(enum node_kind kind, const char *text)
{
	return document_add(&document, document.root, kind, text);
}

static struct node *heading(int level)
{
	struct node *node = add(NODE_HEADING, "Heading");

	node->level = level;
	return node;
}

static struct node *entry(struct node *list, const char *text)
{
	return document_add(&document, list, NODE_ENTRY, text);
}

static struct node *inner_list(struct node *parent, enum list_style style)
{
	struct node *list = document_add(&document, parent, NODE_LIST, NULL);

	list->style = style;
	return list;
}

static void expect_label(const struct node *node, const char *expected)
{
	struct str label;

	str_init(&label);
	document_label(node, &label);
	assert_string_equal(label.text, expected);
	str_clear(&label);
}

static void headings_are_counted_by_level(void **state)
{
	(void)state;
	struct node *first = heading(1), *a = heading(2), *a1 = heading(3), *a2 = heading(3);
	struct node *b = heading(2), *b1 = heading(3), *second = heading(1), *again = heading(2);

	document_number(&document);
	expect_label(first, "I.");
	expect_label(a, "A.");
	expect_label(a1, "1.");
	expect_label(a2, "2.");
	expect_label(b, "B.");
	expect_label(b1, "1.");
	expect_label(second, "II.");
	expect_label(again, "A.");
}

static void deep_headings_have_brackets_and_small_letters(void **state)
{
	(void)state;
	struct node *four = heading(4), *five = heading(5), *six = heading(6);

	document_number(&document);
	expect_label(four, "(a)");
	expect_label(five, "(i)");
	expect_label(six, "a.");
}

static void an_unnumbered_heading_has_no_label_and_counts_for_nothing(void **state)
{
	(void)state;
	struct node *a = heading(2), *plain = heading(0), *b = heading(2);

	document_number(&document);
	expect_label(a, "A.");
	expect_label(plain, "");
	expect_label(b, "B.");
}

static void paragraphs_count_across_headings(void **state)
{
	(void)state;
	struct node *one = add(NODE_PARAGRAPH, "x");
	heading(1);
	struct node *plain = add(NODE_PLAIN, "x");
	struct node *two = add(NODE_PARAGRAPH, "x");

	document_number(&document);
	expect_label(one, "1.");
	expect_label(plain, "");
	expect_label(two, "2.");
}

static void letters_go_on_after_z_and_start_again_in_each_list(void **state)
{
	(void)state;
	struct node *list = inner_list(document.root, LIST_LETTERED), *last = NULL;

	for (int i = 0; i < 28; i++)
		last = entry(list, "x");
	struct node *first = entry(inner_list(document.root, LIST_LETTERED), "x");
	document_number(&document);
	expect_label(last, "(bb)");
	expect_label(first, "(a)");
}

static void entries_end_with_a_semicolon_and_the_last_with_a_stop(void **state)
{
	static const char *const typed[] = {"x", "x.", "x;", "x; ", "x,", "x:", "x...", "x;;.,"};
	struct node *list = inner_list(document.root, LIST_LETTERED);

	(void)state;
	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++)
		entry(list, typed[i]);
	document_number(&document);
	for (struct node *node = list->first; node; node = node->next)
		assert_string_equal(node->text, node->next ? "x;" : "x.");
}

static void the_stop_of_an_abbreviation_stays(void **state)
{
	(void)state;
	struct node *list = inner_list(document.root, LIST_LETTERED);
	struct node *first = entry(list, "pens, etc."), *last = entry(list, "ink, etc.");

	document_number(&document);
	document_number(&document);
	assert_string_equal(first->text, "pens, etc.;");
	assert_string_equal(last->text, "ink, etc.");
}

static void a_nested_list_ends_as_its_entry_would(void **state)
{
	(void)state;
	struct node *list = inner_list(document.root, LIST_LETTERED);
	struct node *first = entry(list, "outer"), *last = entry(list, "outer");
	struct node *in_first = inner_list(first, LIST_LETTERED);
	struct node *in_last = inner_list(last, LIST_LETTERED);
	struct node *i = entry(in_first, "x"), *ii = entry(in_first, "x"),
		    *end_of_all = entry(in_last, "x");

	document_number(&document);
	assert_string_equal(first->text, "outer:");
	expect_label(i, "(i)");
	expect_label(ii, "(ii)");
	assert_string_equal(i->text, "x;");
	assert_string_equal(ii->text, "x;");
	assert_string_equal(end_of_all->text, "x.");
}

static void the_third_level_has_a_stop_and_no_brackets(void **state)
{
	(void)state;
	struct node *list = inner_list(document.root, LIST_LETTERED);
	struct node *outer = entry(list, "outer");
	struct node *inner = entry(inner_list(outer, LIST_LETTERED), "inner");
	struct node *deep = entry(inner_list(inner, LIST_LETTERED), "deep");

	document_number(&document);
	expect_label(outer, "(a)");
	expect_label(inner, "(i)");
	expect_label(deep, "a.");
}

static void an_agenda_keeps_its_own_numbers_and_ends_items_with_stops(void **state)
{
	(void)state;
	struct node *list = inner_list(document.root, LIST_NUMBERED);
	struct node *one = entry(list, "Organizational matters");
	struct node *sub = inner_list(one, LIST_LETTERED);
	struct node *a = entry(sub, "Opening"), *b = entry(sub, "Adoption");
	struct node *three = entry(list, "Other matters");

	one->name = "1";
	a->name = "(a)";
	b->name = "(b)";
	three->name = "3 bis";
	document_number(&document);
	expect_label(one, "1.");
	expect_label(a, "(a)");
	expect_label(three, "3 bis.");
	assert_string_equal(one->text, "Organizational matters:");
	assert_string_equal(a->text, "Opening;");
	assert_string_equal(b->text, "Adoption.");
	assert_string_equal(three->text, "Other matters.");
}

static void numbering_twice_changes_nothing(void **state)
{
	(void)state;
	struct node *list = inner_list(document.root, LIST_LETTERED);
	struct node *paragraph = add(NODE_PARAGRAPH, "x"), *item = entry(list, "x");

	document_number(&document);
	document_number(&document);
	expect_label(paragraph, "1.");
	expect_label(item, "(a)");
	assert_string_equal(item->text, "x.");
}

static void numbering_in_slices_gives_the_same_labels(void **state)
{
	struct document_numbering numbering = {0};
	struct node *last = NULL;
	int slices = 1;

	(void)state;
	for (int i = 0; i < 1000; i++)
		last = add(NODE_PARAGRAPH, "x");
	while (!document_number_some(&document, &numbering, 7))
		slices++;
	expect_label(last, "1000.");
	assert_int_equal(slices, 143);
}

static void what_is_inserted_stands_behind_its_neighbour(void **state)
{
	(void)state;
	struct node *one = add(NODE_PARAGRAPH, "one"), *three = add(NODE_PARAGRAPH, "three");
	struct node *two = document_insert(&document, one, NODE_PARAGRAPH, "two");
	struct node *four = document_insert(&document, three, NODE_PARAGRAPH, "four");

	assert_ptr_equal(one->next, two);
	assert_ptr_equal(two->next, three);
	assert_ptr_equal(document.root->last, four);
	assert_null(four->next);
}

static void a_walk_visits_every_node_once_in_order(void **state)
{
	(void)state;
	add(NODE_PARAGRAPH, "1");
	struct node *list = inner_list(document.root, LIST_LETTERED);
	struct node *first = entry(list, "2");
	entry(inner_list(first, LIST_LETTERED), "3");
	entry(list, "4");
	add(NODE_PARAGRAPH, "5");

	char seen[8] = "";
	for (struct node *node = document_next(document.root); node; node = document_next(node))
		if (node->text)
			strcat(seen, node->text);
	assert_string_equal(seen, "12345");
}

static void another_language_has_other_brackets_and_signs(void **state)
{
	const struct document_words words = {"Nations Unies", "Distr.", "Original :", "suite",
		"\u00A0", "par. {}", "point {} de l’ordre du jour"};
	struct node *list = inner_list(document.root, LIST_LETTERED);
	struct node *first = entry(list, "Premier"), *second = entry(list, "Second;");
	struct node *deeper = entry(inner_list(first, LIST_LETTERED), "Troisième");

	(void)state;
	document_set_words(&document, &words);
	document.root->half = true;
	document_number(&document);
	document_number(&document);
	expect_label(first, "a)");
	expect_label(deeper, "i)");
	assert_string_equal(first->text, "Premier\u00A0:");
	assert_string_equal(deeper->text, "Troisième\u00A0;");
	assert_string_equal(second->text, "Second.");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(headings_are_counted_by_level),
		TEST(deep_headings_have_brackets_and_small_letters),
		TEST(an_unnumbered_heading_has_no_label_and_counts_for_nothing),
		TEST(paragraphs_count_across_headings),
		TEST(letters_go_on_after_z_and_start_again_in_each_list),
		TEST(entries_end_with_a_semicolon_and_the_last_with_a_stop),
		TEST(the_stop_of_an_abbreviation_stays),
		TEST(a_nested_list_ends_as_its_entry_would),
		TEST(the_third_level_has_a_stop_and_no_brackets),
		TEST(an_agenda_keeps_its_own_numbers_and_ends_items_with_stops),
		TEST(numbering_twice_changes_nothing),
		TEST(numbering_in_slices_gives_the_same_labels),
		TEST(what_is_inserted_stands_behind_its_neighbour),
		TEST(a_walk_visits_every_node_once_in_order),
		TEST(another_language_has_other_brackets_and_signs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
