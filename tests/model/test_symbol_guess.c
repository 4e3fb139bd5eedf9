/* SPDX-License-Identifier: MIT */
/* Symbols typed almost right, and what was meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/symbol.h"

/* "" for no guess. */
static void assert_guess(const char *typed, const char *meant)
{
	struct str guess;

	str_init(&guess);
	bool guessed = symbol_guess(typed, &guess);
	if (strcmp(guess.text, meant) != 0)
		fail_msg("'%s' gives '%s' and not '%s'", typed, guess.text, meant);
	assert_int_equal(guessed, *meant != '\0');
	str_clear(&guess);
}

static void what_is_right_is_no_guess(void **state)
{
	(void)state;
	assert_guess("CTOC/COP/WG.2/2012/2", "");
	assert_guess("CTOC/COP/WG.2/2012/3-CTOC/COP/WG.3/2012/4", "");
	assert_guess("UNEP/OzL.Pro.24/10", "");
	assert_guess("CTOC/COP/WG.2/2018/L.1/Add.1", "");
	assert_guess("CCPR/C/SR.1234/Add.1/Corr.2", "");
}

static void capitals_blanks_slashes_and_stops_are_put_right(void **state)
{
	(void)state;
	assert_guess("ctoc/cop/wg.2/2012/2", "CTOC/COP/WG.2/2012/2");
	assert_guess("CTOC/COP/WG2/2012/2", "CTOC/COP/WG.2/2012/2");
	assert_guess("CTOC/COP/WG 2/2012/2", "CTOC/COP/WG.2/2012/2");
	assert_guess("CTOC / COP / WG.2 / 2012 / 2", "CTOC/COP/WG.2/2012/2");
	assert_guess("CTOC//COP/2012/10/", "CTOC/COP/2012/10");
	assert_guess("CTOC\\COP\\2012\\10", "CTOC/COP/2012/10");
	assert_guess("A/CN4/12/add 3", "A/CN.4/12/Add.3");
	assert_guess("A/CONF.1/L.2/REV.1", "A/CONF.1/L.2/Rev.1");
	assert_guess("ST/AI/189/summary", "ST/AI/189/Summary");
	assert_guess("CTOC/COP/2012/10.", "CTOC/COP/2012/10");
}

static void what_can_be_no_symbol_gives_none(void **state)
{
	(void)state;
	assert_guess("", "");
	assert_guess("WP 12", "");
	assert_guess("and/or", "");
	assert_guess("//", "");
	assert_guess("see annex", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_right_is_no_guess),
		cmocka_unit_test(capitals_blanks_slashes_and_stops_are_put_right),
		cmocka_unit_test(what_can_be_no_symbol_gives_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
