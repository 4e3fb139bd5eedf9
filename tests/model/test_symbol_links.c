/* SPDX-License-Identifier: MIT */
/* What documents are to each other, by their symbols. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/symbol_links.h"

#define JOINT "CTOC/COP/WG.2/2012/3-CTOC/COP/WG.3/2012/4"

static void either_symbol_of_a_joint_document_is_its_own(void **state)
{
	(void)state;
	assert_true(symbol_shares(JOINT, "CTOC/COP/WG.3/2012/4"));
	assert_true(symbol_shares("CTOC/COP/WG.2/2012/3", JOINT));
	assert_true(symbol_shares("A/67/1*", "A/67/1"));
	assert_false(symbol_shares(JOINT, "CTOC/COP/WG.3/2012/3"));
	assert_false(symbol_shares("A/67/1", "A/67/10"));
	assert_false(symbol_shares("A/67/1", ""));
}

static void a_symbol_is_cited_as_a_whole(void **state)
{
	(void)state;
	assert_true(
		symbol_cited("as contained in document CTOC/COP/2012/10, it", "CTOC/COP/2012/10"));
	assert_true(symbol_cited("see (CTOC/COP/WG.3/2012/4).", JOINT));
	assert_true(symbol_cited("see " JOINT, "CTOC/COP/WG.3/2012/4"));
	assert_false(symbol_cited("see CTOC/COP/2012/10", "CTOC/COP/2012/1"));
	assert_false(symbol_cited("see CTOC/COP/2012/10/Add.1", "CTOC/COP/2012/10"));
	assert_false(symbol_cited("no symbol 10", "CTOC/COP/2012/10"));
}

static void what_revises_or_adds_to_a_document_says_so_itself(void **state)
{
	static const struct {
		const char *symbols, *of;
		enum symbol_modifier modifier;
		int number;
	} rows[] = {{"A/67/1/Add.2", "A/67/1", SYMBOL_ADDENDUM, 2},
		{"A/67/1/Rev.1", "A/67/1", SYMBOL_REVISION, 1},
		{"A/67/1/Corr.3*", "A/67/1", SYMBOL_CORRIGENDUM, 3},
		{"A/67/1/Add.2/Rev.4", "A/67/1/Add.2", SYMBOL_REVISION, 4},
		{"A/67/1/Add.2/Rev.4", "A/67/1", SYMBOL_DOCUMENT, 0},
		{"A/67/1/Add.2", "A/67/11", SYMBOL_DOCUMENT, 0},
		{"A/67/1", "A/67/1", SYMBOL_DOCUMENT, 0},
		{"CTOC/COP/WG.3/2012/4/Corr.1", JOINT, SYMBOL_CORRIGENDUM, 1}};
	int number;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(
			symbol_link(rows[i].symbols, rows[i].of, &number), rows[i].modifier);
		if (rows[i].modifier != SYMBOL_DOCUMENT)
			assert_int_equal(number, rows[i].number);
	}
	assert_string_equal(symbol_modifier_word(SYMBOL_CORRIGENDUM), "corrigendum");
	assert_string_equal(symbol_modifier_word(SYMBOL_DOCUMENT), "");
}

static void symbols_are_listed_by_the_value_of_their_numbers(void **state)
{
	static const char *const sorted[] = {"A/67/2", "A/67/2/Add.1", "A/67/2/Add.10",
		"A/67/2/Corr.1", "A/67/10", "A/67/CRP.1", "A/67/L.1", "A/67/L.12",
		"CTOC/COP/2012/1", "CTOC/COP/WG.2/2012/1"};

	(void)state;
	for (size_t i = 0; i < sizeof sorted / sizeof sorted[0]; i++)
		for (size_t j = 0; j < sizeof sorted / sizeof sorted[0]; j++) {
			int order = symbol_compare(sorted[i], sorted[j]);
			if ((order < 0) != (i < j) || (order > 0) != (i > j))
				fail_msg("%s against %s gives %d", sorted[i], sorted[j], order);
		}
	assert_true(symbol_compare("A/007", "A/7") == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(either_symbol_of_a_joint_document_is_its_own),
		cmocka_unit_test(a_symbol_is_cited_as_a_whole),
		cmocka_unit_test(what_revises_or_adds_to_a_document_says_so_itself),
		cmocka_unit_test(symbols_are_listed_by_the_value_of_their_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
