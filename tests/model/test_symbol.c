/* SPDX-License-Identifier: MIT */
/* The grammar of document symbols, alone and in running text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/symbol.h"

static const char *const symbols[] = {"CTOC/COP/WG.2/2012/2", "CTOC/COP/2012/10",
	"UNODC/CCPCJ/EG.1/2009/2", "ECE/AGAT/2020/INF.1", "ECE/EX/2/Rev.1", "A/67/100", "A/S-32/1",
	"A/RES/ES-10/19", "E/CN.15/2012/INF/1", "E/ESCAP/CTT(3)/1", "UNEP(DTIE)/Hg/INC.4/1",
	"UNEP/OzL.Pro.24/8", "ST/AI/189/Add.9/Rev.2", "LC/G.2530", "ANT/1/Rev.1", "PM/3/No.47",
	"ATCM28/WP51", "FCCC/SBI/2018/L.1/Add.1", "TD/B/C.I/MEM.4/2", "HRI/GEN/1/Rev.9",
	"A/CONF.203/15/Summary", "CTOC/COP/WG.2/2012/3-CTOC/COP/WG.3/2012/4", "A/67/890-S/2013/360",
	"LC/L.4213(CRP.1/3)"};

static void symbols_of_many_bodies_are_symbols(void **state)
{
	struct err err = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); i++) {
		if (symbol_at(symbols[i]) != strlen(symbols[i]))
			fail_msg("%s: read %zu bytes", symbols[i], symbol_at(symbols[i]));
		if (!symbol_check(symbols[i], &err))
			fail_msg("%s", err.text);
	}
}

static void what_has_slashes_and_is_no_symbol_is_none(void **state)
{
	static const char *const texts[] = {"and/or", "UN/CEFACT", "1994/95", "RPA/UAS",
		"Antarctica/Ross Sea", "http://www.unece.org/index.php?id=51234", "N/A", "G8/G20",
		"H1/H2", "5/7", "17.823/T/AA/TP", "SPAs/SSSIs", "Treaty/Protocol", "2007/2008",
		"www.comnap.aq/SitePages/SARWorkshopIII.aspx", "CTOC/COP", "EIA/IEE 2",
		"https://x.org/A/67/100", "km/h 2", "I/O 7"};
	size_t start, length;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (symbol_find(texts[i], &start, &length))
			fail_msg("'%s' has '%.*s'", texts[i], (int)length, texts[i] + start);
}

static void a_symbol_in_a_sentence_ends_before_the_sentence_does(void **state)
{
	static const struct {
		const char *text, *found;
	} rows[] = {{"as in (ECE/EX/2/Rev.1).", "ECE/EX/2/Rev.1"},
		{"See FCCC/SBI/2018/10, paragraph 3", "FCCC/SBI/2018/10"},
		{"in document A/67/100; A/67/101", "A/67/100"},
		{"(A/67/890\u2013S/2013/360)", "A/67/890\u2013S/2013/360"},
		{"\u201cA/67/1\u201d", "A/67/1"}, {"A/67/1* and", "A/67/1"},
		{"ANT/11-like", "ANT/11"}};
	size_t start, length;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_true(symbol_find(rows[i].text, &start, &length));
		if (strlen(rows[i].found) != length ||
			memcmp(rows[i].text + start, rows[i].found, length) != 0)
			fail_msg("'%s' gives '%.*s'", rows[i].text, (int)length,
				rows[i].text + start);
	}
}

static void a_wrong_symbol_is_told_what_is_wrong_with_it(void **state)
{
	static const struct {
		const char *text, *why;
	} rows[] = {{"", "there is none"}, {"a/67/1", "capital"}, {"CRP", "slashes"},
		{"A/B", "number"}, {"A//1", "between two slashes"}, {"A/67/L. 1", "blanks"},
		{"A/67/1/", "between two slashes"}, {"A/67/1,2", "figures"}, {"A/1-b", "figures"}};
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		err.code = ERR_NONE;
		assert_false(symbol_check(rows[i].text, &err));
		assert_int_equal(err.code, ERR_DATA);
		if (!strstr(err.text, rows[i].why))
			fail_msg("'%s': %s", rows[i].text, err.text);
	}
	assert_true(symbol_check("A/67/1**", &err));
}

static void a_joint_symbol_comes_apart_and_is_kept_with_a_hyphen(void **state)
{
	const char *rest = "A/S-32/1\u2013S/2013/360*", *symbol;
	size_t length;
	struct str out;

	(void)state;
	str_init(&out);
	symbol_normal(rest, strlen(rest), &out);
	assert_string_equal(out.text, "A/S-32/1-S/2013/360");
	str_clear(&out);
	symbol = symbol_next(&rest, &length);
	assert_int_equal(length, strlen("A/S-32/1"));
	assert_memory_equal(symbol, "A/S-32/1", length);
	symbol = symbol_next(&rest, &length);
	assert_int_equal(length, strlen("S/2013/360"));
	assert_memory_equal(symbol, "S/2013/360", length);
	assert_null(symbol_next(&rest, &length));
}

static void a_hyphen_with_nothing_before_it_joins_nothing(void **state)
{
	const char *rest = "-H/2031/1";
	size_t length;

	(void)state;
	assert_non_null(symbol_next(&rest, &length));
	assert_int_equal(length, strlen("-H/2031/1"));
	assert_null(symbol_next(&rest, &length));
}

static void a_modifier_says_of_what_it_is_one(void **state)
{
	static const struct {
		const char *symbol, *of, *base;
		enum symbol_modifier modifier;
		int number;
	} rows[] = {{"A/67/100", "A/67/100", "A/67/100", SYMBOL_DOCUMENT, 0},
		{"ST/AI/189/Add.9/Rev.2", "ST/AI/189/Add.9", "ST/AI/189", SYMBOL_REVISION, 2},
		{"CTOC/COP/L.1/Add.12", "CTOC/COP/L.1", "CTOC/COP/L.1", SYMBOL_ADDENDUM, 12},
		{"ANT/2/CORR.1", "ANT/2", "ANT/2", SYMBOL_CORRIGENDUM, 1},
		{"A/1/Amend.3*", "A/1", "A/1", SYMBOL_AMENDMENT, 3},
		{"A/1/Summary", "A/1", "A/1", SYMBOL_SUMMARY, 0},
		{"A/REVIEW/1", "A/REVIEW/1", "A/REVIEW/1", SYMBOL_DOCUMENT, 0}};
	size_t of;
	int number;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(symbol_modifier(rows[i].symbol, &number, &of), rows[i].modifier);
		assert_int_equal(number, rows[i].number);
		assert_int_equal(of, strlen(rows[i].of));
		assert_int_equal(symbol_base(rows[i].symbol), strlen(rows[i].base));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(symbols_of_many_bodies_are_symbols),
		cmocka_unit_test(what_has_slashes_and_is_no_symbol_is_none),
		cmocka_unit_test(a_symbol_in_a_sentence_ends_before_the_sentence_does),
		cmocka_unit_test(a_wrong_symbol_is_told_what_is_wrong_with_it),
		cmocka_unit_test(a_joint_symbol_comes_apart_and_is_kept_with_a_hyphen),
		cmocka_unit_test(a_hyphen_with_nothing_before_it_joins_nothing),
		cmocka_unit_test(a_modifier_says_of_what_it_is_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
