/* SPDX-License-Identifier: MIT */
/* The tree: what is in it, and where each key and value stood. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "exchange/lookup.h"
#include "exchange/yaml_tree.h"

/* "{key@1:1 'text'@1:6, ...}" */
static void dump(const struct node *node, struct str *out)
{
	static const char open[] = " '[{!", close[] = " ']}!";

	if (node->key)
		str_addf(out, "%s@%d:%d ", node->key, node->key_line, node->key_column);
	str_addc(out, open[node->kind]);
	if (node->text)
		str_add(out, node->text);
	for (const struct node *child = node->first; child; child = child->next) {
		dump(child, out);
		if (child->next)
			str_add(out, ", ");
	}
	str_addc(out, close[node->kind]);
	str_addf(out, "@%d:%d%s", node->line, node->column, node->cut ? " cut" : "");
}

static bool parses_to(const char *text, const char *expected, const char *said)
{
	struct yaml_tree tree;
	struct messages messages;
	struct str found;

	yaml_tree_init(&tree);
	messages_init(&messages, "f");
	str_init(&found);
	bool good = yaml_tree_parse(&tree, text, strlen(text), &messages);
	if (tree.root)
		dump(tree.root, &found);
	assert_string_equal(found.text, expected);
	str_reset(&found);
	messages_format(&messages, &found);
	assert_string_equal(found.text, said);
	str_clear(&found);
	messages_clear(&messages);
	yaml_tree_clear(&tree);
	return good;
}

static void every_key_and_value_has_its_place(void **state)
{
	(void)state;
	assert_true(parses_to("a: b\nlist:\n  - x\n  - {k: v}\n",
		"{a@1:1 'b'@1:4, list@2:1 ['x'@3:5, {k@4:6 'v'@4:9}@4:5]@3:3}@1:1", ""));
	assert_true(parses_to("\xC3\xA9t\xC3\xA9: \xE2\x82\xAC\n",
		"{\xC3\xA9t\xC3\xA9@1:1 '\xE2\x82\xAC'@1:6}@1:1", ""));
	assert_true(parses_to("\xEF\xBB\xBF"
			      "a: b\n",
		"{a@1:1 'b'@1:4}@1:1", ""));
}

static void values_stay_what_they_look_like(void **state)
{
	(void)state;
	assert_true(parses_to("[no, 1.10, 10:00, 2012-10-17, 0x1F, 'null', \"~\"]",
		"['no'@1:2, '1.10'@1:6, '10:00'@1:12, '2012-10-17'@1:19, '0x1F'@1:31, 'null'@1:37, '~'@1:45]@1:1",
		""));
}

static void no_value_is_nothing(void **state)
{
	(void)state;
	assert_true(parses_to("a:\nb: ~\nc: null\nd: \"\"\n",
		"{a@1:1   @1:3, b@2:1   @2:4, c@3:1   @3:4, d@4:1 ''@4:4}@1:1", ""));
	assert_true(parses_to("", "", ""));
	assert_true(parses_to("# only\n", "", ""));
}

static void text_enters_clean(void **state)
{
	(void)state;
	assert_true(parses_to(
		"a: \"e\\u0301  \\n  x\\t\\n\\n\"\n", "{a@1:1 '\xC3\xA9\n  x'@1:4}@1:1", ""));
	assert_true(parses_to("a: |\r\n  one \r\n  two\r\n", "{a@1:1 'one\ntwo'@1:4}@1:1", ""));
}

static void what_is_refused_is_read_past(void **state)
{
	(void)state;
	assert_false(parses_to("a: &x b\nc: *x\nd: e\n",
		"{a@1:1 'b'@1:4, c@2:1 !!@2:4, d@3:1 'e'@3:4}@1:1",
		"f:1:4: an anchor ('&x') is no part of this format; leave it out\n"
		"f:2:4: an alias ('*x') is no part of this format; write the value out\n"));
	assert_false(parses_to("a: 1\na: 2\n", "{a@1:1 '1'@1:4}@1:1",
		"f:2:1: the key 'a' is there twice (first in line 1)\n"));
}

static void what_was_open_at_a_syntax_error_is_cut(void **state)
{
	(void)state;
	assert_false(parses_to("a: [b]\nc:\n  - d\n  - {e: f\ng: h\n",
		"{a@1:1 ['b'@1:5]@1:4, c@2:1 ['d'@3:5, {e@4:6 'f g'@4:9}@4:5 cut]@3:3 cut}@1:1 cut",
		"f:5:2: a ',' or the '}' is missing in the mapping that begins in line 4\n"));
}

static void a_lookup_finds_what_was_added_first(void **state)
{
	char keys[1000][8];
	struct lookup lookup;
	size_t value = 77;

	(void)state;
	lookup_init(&lookup);
	assert_false(lookup_get(&lookup, "0", &value));
	for (size_t i = 0; i < 1000; i++) {
		snprintf(keys[i], sizeof(keys[i]), "%zu", i);
		assert_true(lookup_add(&lookup, keys[i], i));
	}
	assert_false(lookup_add(&lookup, "500", 3));
	for (size_t i = 0; i < 1000; i++) {
		assert_true(lookup_get(&lookup, keys[i], &value));
		assert_int_equal(value, i);
	}
	assert_false(lookup_get(&lookup, "1000", &value));
	assert_int_equal(value, 999);
	lookup_clear(&lookup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_and_value_has_its_place),
		cmocka_unit_test(values_stay_what_they_look_like),
		cmocka_unit_test(no_value_is_nothing),
		cmocka_unit_test(text_enters_clean),
		cmocka_unit_test(what_is_refused_is_read_past),
		cmocka_unit_test(what_was_open_at_a_syntax_error_is_cut),
		cmocka_unit_test(a_lookup_finds_what_was_added_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
