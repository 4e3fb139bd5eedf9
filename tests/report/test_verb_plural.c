/* SPDX-License-Identifier: MIT */
/* Verbs of one and of several, by the rules of each language. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"
#include "exchange/template_file.h"
#include "report/verb_plural.h"

static void check(const char *language, const char *one, const char *several)
{
	struct template template;
	struct str words;

	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	template_init(&template);
	template_file_any(language, &template);
	str_init(&words);
	str_add(&words, one);
	verb_plural(&template, &words);
	assert_string_equal(words.text, several);
	str_clear(&words);
	template_clear(&template);
}

static void a_verb_that_has_another_form_gets_it(void **state)
{
	(void)state;
	check("en", "was of the view that", "were of the view that");
	check("en", "aligned itself with it", "aligned themselves with it");
	check("fr", "a demandé une loi", "ont demandé une loi");
	check("fr", "s’est associé à cela", "se sont associés à cela");
	check("fr", "était d’avis que", "étaient d’avis que");
	check("es", "subrayó la ley", "subrayaron la ley");
	check("es", "pidió una ley", "pidieron una ley");
	check("es", "se refirió a ella", "se refirieron a ella");
	check("es", "dijo", "dijeron");
}

static void all_else_stays(void **state)
{
	(void)state;
	check("en", "asked for it", "asked for it");
	check("en", "wasted time", "wasted time");
	check("fr", "abordera la question", "abordera la question");
	check("es", "la pidió", "la pidió");
	check("es", "ó", "ó");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_verb_that_has_another_form_gets_it),
		cmocka_unit_test(all_else_stays),
	};
	return cmocka_run_group_tests_name("report/verb_plural", tests, NULL, NULL);
}
