/* SPDX-License-Identifier: MIT */
/* The JSON form of a document: what it says, and that nothing of a tree is lost in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "document/document.h"
#include "support/document/random_tree.h"

static struct document document, again;
static struct str out;

static int begin(void **state)
{
	(void)state;
	document_init(&document);
	document_init(&again);
	str_init(&out);
	return 0;
}

static int end(void **state)
{
	(void)state;
	document_clear(&document);
	document_clear(&again);
	str_clear(&out);
	return 0;
}

static struct node *add(struct node *parent, enum node_kind kind, const char *text)
{
	return document_add(&document, parent, kind, text);
}

static void write_document(const struct document *written)
{
	str_reset(&out);
	document_writer("json")->write(written, &out);
}

static void expect_same_text(const char *a, const char *b)
{
	assert_int_equal(a == NULL, b == NULL);
	if (a)
		assert_string_equal(a, b);
}

static void expect_same(const struct node *a, const struct node *b)
{
	assert_int_equal(a->kind, b->kind);
	expect_same_text(a->text, b->text);
	expect_same_text(a->name, b->name);
	assert_int_equal(a->level, b->level);
	assert_int_equal(a->style, b->style);
	expect_same_text(a->label, b->label);
	assert_int_equal(a->continued, b->continued);
	assert_int_equal(a->missing, b->missing);
	assert_int_equal(a->annex, b->annex);
	expect_same_text(a->key, b->key);
	expect_same_text(a->sources, b->sources);
	const struct node *x = a->first, *y = b->first;
	for (; x && y; x = x->next, y = y->next) {
		assert_ptr_equal(y->parent, b);
		expect_same(x, y);
	}
	assert_true(!x && !y);
	assert_int_equal(b->last == NULL, b->first == NULL);
}

static void expect_read_back(void)
{
	struct err err = {0};

	write_document(&document);
	document_clear(&again);
	document_init(&again);
	if (!document_read_json(out.text, out.length, &again, &err))
		fail_msg("%s\n%s", err.text, out.text);
	assert_int_equal(again.class, document.class);
	expect_same_text(again.language, document.language);
	expect_same_text(again.date, document.date);
	expect_same(document.root, again.root);
}

static void a_tree_is_written_node_by_node(void **state)
{
	(void)state;
	document.class = DOCUMENT_REPORT;
	document.date = "2018-05-31";
	add(add(document.root, NODE_MASTHEAD, NULL), NODE_FIELD, "A/1")->name = "symbol";
	struct node *heading = add(document.root, NODE_HEADING, "Recommendations");
	heading->level = 1;
	heading->continued = true;
	add(document.root, NODE_PARAGRAPH, "*See* {doc A/1}\n\"x\"")->key = "CONC-1/wg2/3";
	struct node *list = add(document.root, NODE_LIST, NULL);
	add(list, NODE_ENTRY, "one");
	add(list, NODE_ENTRY, "two");
	struct node *row = add(add(document.root, NODE_TABLE, NULL), NODE_ROW, NULL);
	add(row, NODE_CELL, "");
	add(document.root, NODE_PLAIN, "[to be supplied]")->missing = true;
	document_number(&document);
	write_document(&document);
	assert_string_equal(out.text,
		"{\"rapporteur\": \"document/1\", \"class\": \"report\", \"language\": \"en\", "
		"\"date\": \"2018-05-31\", \"children\": [\n"
		" {\"kind\": \"masthead\", \"children\": [\n"
		"  {\"kind\": \"field\", \"name\": \"symbol\", \"text\": \"A/1\"}]},\n"
		" {\"kind\": \"heading\", \"level\": 1, \"label\": \"I\", \"printed\": \"I.\", "
		"\"continued\": true, \"text\": \"Recommendations\"},\n"
		" {\"kind\": \"paragraph\", \"label\": \"1\", \"printed\": \"1.\", "
		"\"key\": \"CONC-1/wg2/3\", \"text\": \"*See* {doc A/1}\\n\\\"x\\\"\"},\n"
		" {\"kind\": \"list\", \"style\": \"lettered\", \"children\": [\n"
		"  {\"kind\": \"entry\", \"label\": \"a\", \"printed\": \"(a)\", \"text\": \"one;\"},\n"
		"  {\"kind\": \"entry\", \"label\": \"b\", \"printed\": \"(b)\", \"text\": \"two.\"}]},\n"
		" {\"kind\": \"table\", \"children\": [\n"
		"  {\"kind\": \"row\", \"children\": [\n"
		"   {\"kind\": \"cell\", \"text\": \"\"}]}]},\n"
		" {\"kind\": \"plain\", \"missing\": true, \"text\": \"[to be supplied]\"}]}\n");
	expect_read_back();
}

static void an_empty_document_is_one_without_children(void **state)
{
	(void)state;
	write_document(&document);
	assert_string_equal(out.text,
		"{\"rapporteur\": \"document/1\", \"class\": \"paper\", \"language\": \"en\", "
		"\"children\": []}\n");
	document.language = NULL;
	expect_read_back();
}

static void what_can_hide_is_escaped_and_kept(void **state)
{
	(void)state;
	add(document.root, NODE_PARAGRAPH, "a\033[2J\u202Eb\u200B\r\u2028\U000E0041c\\*{note x");
	expect_read_back();
	for (const char *c = out.text; *c; c++)
		assert_true(*c == '\n' || (unsigned char)*c >= ' ');
	assert_null(strstr(out.text, "\u202E"));
	assert_null(strstr(out.text, "\u200B"));
}

static void every_tree_is_read_as_it_was_written(void **state)
{
	struct generator generator = GENERATOR_SEED;
	struct str first;

	(void)state;
	str_init(&first);
	for (int run = 0; run < 1000; run++) {
		document_clear(&document);
		document_init(&document);
		random_tree(&generator, &document);
		expect_read_back();
		str_reset(&first);
		str_add(&first, out.text);
		write_document(&again);
		assert_string_equal(out.text, first.text);
	}
	str_clear(&first);
}

/* A new member of a node is kept too, or its stored documents lose it. */
static void the_form_knows_every_member_of_a_node(void **state)
{
	struct known {
		enum node_kind kind;
		const char *text, *name;
		int level;
		enum list_style style;
		const char *label;
		bool continued, missing, annex;
		const char *key, *sources;
		struct node *parent, *first, *last, *next;
	};

	(void)state;
	assert_int_equal(sizeof(struct known), sizeof(struct node));
}

/* --- what is refused --- */

#define DOCUMENT(children) \
	"{\"rapporteur\": \"document/1\", \"class\": \"paper\", \"children\": [" children "]}"

static void expect_refused(const char *text, const char *sentence)
{
	struct err err = {0};

	assert_false(document_read_json(text, strlen(text), &again, &err));
	assert_int_equal(err.code, ERR_DATA);
	assert_string_equal(err.text, sentence);
	assert_null(again.root->first);
	assert_string_equal(again.language, "en");
}

static void the_words_of_another_language_are_kept(void **state)
{
	const struct document_words words = {"Nations Unies", "Distr.", "Original :", "suite",
		"\u00A0", "par. {}", "point {} de l’ordre du jour"};
	struct err err = {0};

	(void)state;
	document_set_words(&document, &words);
	document.root->half = true;
	write_document(&document);
	assert_non_null(strstr(out.text, "\"continued\": \"suite\""));
	assert_true(document_read_json(out.text, out.length, &again, &err));
	assert_string_equal(again.words.nations, "Nations Unies");
	assert_string_equal(again.words.distribution, "Distr.");
	assert_string_equal(again.words.original, "Original :");
	assert_string_equal(again.words.continued, "suite");
	assert_string_equal(again.words.paragraph, "par. {}");
	assert_string_equal(again.words.item, "point {} de l’ordre du jour");
	assert_true(again.root->half);
}

static void what_the_writer_cannot_have_written_is_refused(void **state)
{
	static const char *const bad[][2] = {
		{"", "1:1: '{' is expected here"},
		{"[]", "1:1: '{' is expected here"},
		{"{}", "1:3: the document has no 'rapporteur'"},
		{"{\"rapporteur\": \"agenda/1\"}",
			"1:26: 'agenda/1' is nothing that can stand here"},
		{"{\"rapporteur\": \"document/1\", \"class\": \"paper\"}",
			"1:47: the document has no 'children'"},
		{"{\"rapporteur\": \"document/1\", \"items\": []}",
			"1:38: a document has no 'items'"},
		{"{\"date\": \"x\", \"date\": \"x\"}", "1:22: 'date' is there twice"},
		{DOCUMENT("") "x", "1:63: nothing is expected behind the end"},
		{DOCUMENT("{}"), "1:63: the node has no kind"},
		{DOCUMENT("{\"kind\": \"document\"}"),
			"1:82: 'document' cannot stand in 'document'"},
		{DOCUMENT("{\"kind\": \"row\"}"), "1:77: 'row' cannot stand in 'document'"},
		{DOCUMENT("{\"kind\": \"list\", \"children\": [{\"kind\": \"cell\"}]}"),
			"1:109: 'cell' cannot stand in 'list'"},
		{DOCUMENT("{\"kind\": \"masthead\", \"children\": [{\"kind\": \"field\"}]}"),
			"1:112: the field has no name"},
		{DOCUMENT("{\"kind\": \"song\"}"), "1:76: 'song' is nothing that can stand here"},
		{DOCUMENT("{\"kind\": \"plain\", \"kind\": \"plain\"}"),
			"1:86: 'kind' is there twice"},
		{DOCUMENT("{\"kind\": \"plain\", \"colour\": \"red\"}"),
			"1:88: a node has no 'colour'"},
		{DOCUMENT("{\"kind\": \"heading\", \"level\": 7}"),
			"1:90: a number from 0 to 6 is expected here"},
		{DOCUMENT("{\"kind\": \"heading\", \"text\": null}"),
			"1:89: '\"' is expected here"},
		{DOCUMENT("{\"kind\": \"heading\", \"missing\": \"yes\"}"),
			"1:92: true or false is expected here"},
		{DOCUMENT("{\"kind\": \"plain\", \"text\": \"\\u0000\"}"),
			"1:90: this is no character"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		expect_refused(bad[i][0], bad[i][1]);
}

static void members_may_come_in_any_order(void **state)
{
	static const char text[] =
		"{\"children\": [{\"children\": [{\"text\": \"A/1\", \"name\": \"symbol\", "
		"\"kind\": \"field\"}], \"kind\": \"masthead\"}], \"class\": \"agenda\",\n"
		"\"rapporteur\": \"document/1\"}";

	(void)state;
	assert_true(document_read_json(text, sizeof text - 1, &again, NULL));
	assert_int_equal(again.class, DOCUMENT_AGENDA);
	assert_string_equal(again.root->first->first->text, "A/1");
}

static void lists_in_lists(struct str *text, int depth)
{
	str_reset(text);
	str_add(text, "{\"rapporteur\": \"document/1\", \"class\": \"paper\", \"children\": [");
	for (int i = 0; i < depth; i++)
		str_addf(text, "{\"kind\": \"%s\", \"children\": [", i % 2 ? "entry" : "list");
	for (int i = 0; i < depth; i++)
		str_add(text, "]}");
	str_add(text, "]}");
}

static void a_document_is_not_endlessly_deep(void **state)
{
	struct err err = {0};

	(void)state;
	lists_in_lists(&out, DOCUMENT_DEPTH_MAX - 1);
	assert_true(document_read_json(out.text, out.length, &again, &err));
	lists_in_lists(&out, DOCUMENT_DEPTH_MAX);
	assert_false(document_read_json(out.text, out.length, &again, &err));
	assert_non_null(strstr(err.text, "deeper than 64 nodes"));
	lists_in_lists(&out, 100000);
	assert_false(document_read_json(out.text, out.length, &again, &err));
}

static void a_document_has_no_more_nodes_than_can_be_kept(void **state)
{
	struct err err = {0};

	(void)state;
	str_add(&out, "{\"rapporteur\": \"document/1\", \"class\": \"paper\", \"children\": [");
	for (int i = 0; i <= DOCUMENT_NODES_MAX; i++)
		str_add(&out, i ? ",{\"kind\":\"list\"}" : "{\"kind\":\"list\"}");
	str_add(&out, "]}");
	assert_false(document_read_json(out.text, out.length, &again, &err));
	assert_non_null(strstr(err.text, "more than 1048576 nodes"));
	assert_false(document_read_json(out.text, (size_t)DOCUMENT_JSON_MAX + 1, &again, &err));
	assert_string_equal(err.text, "the document is larger than 64 MiB");
}

static void its_own_files_are_known_by_their_beginning(void **state)
{
	(void)state;
	write_document(&document);
	assert_true(document_is_json(out.text, out.length));
	assert_false(document_is_json(out.text, 20));
	assert_false(document_is_json("{\"rapporteur\": \"agenda/1\"}", 27));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_tree_is_written_node_by_node),
		TEST(an_empty_document_is_one_without_children),
		TEST(what_can_hide_is_escaped_and_kept),
		TEST(every_tree_is_read_as_it_was_written),
		TEST(the_form_knows_every_member_of_a_node),
		TEST(the_words_of_another_language_are_kept),
		TEST(what_the_writer_cannot_have_written_is_refused),
		TEST(members_may_come_in_any_order),
		TEST(a_document_is_not_endlessly_deep),
		TEST(a_document_has_no_more_nodes_than_can_be_kept),
		TEST(its_own_files_are_known_by_their_beginning),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
