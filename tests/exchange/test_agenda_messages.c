/* SPDX-License-Identifier: MIT */
/* Every file of tests/exchange/bad has beside it exactly what is said about it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "exchange/agenda_file.h"
#include "support/exchange/golden.h"

static const char folder[] = "tests/exchange/bad";

static bool check(const char *name, struct str *said)
{
	char *path = mem_printf("%s/%s", folder, name);
	struct agenda agenda;
	struct messages messages;
	struct str text;
	bool good;

	agenda_init(&agenda);
	messages_init(&messages, "");
	str_init(&text);
	golden_read(path, &text);
	bool noticed = strncmp(name, "noticed", 7) == 0;
	good = (noticed ? agenda_file_review : agenda_file_parse)(
		name, text.text, text.length, &agenda, &messages);
	messages_format(&messages, said);
	assert_int_equal(good, messages.errors == 0);
	str_clear(&text);
	messages_clear(&messages);
	agenda_clear(&agenda);
	free(path);
	return good;
}

/* A name that begins with "warning" is of a file that can be used all the same, and with
 * "noticed" of one in which only a careful colleague would find something. */
static void assert_messages(const char *ending, size_t at_least)
{
	size_t count;
	char **names = golden_list(folder, ending, &count);

	assert_true(count >= at_least);
	for (size_t i = 0; i < count; i++) {
		char *golden =
			mem_printf("%s/%.*s.txt", folder, (int)strlen(names[i]) - 5, names[i]);
		struct str said;
		str_init(&said);
		assert_int_equal(
			check(names[i], &said), strncmp(names[i], "warning", 7) == 0 ||
							strncmp(names[i], "noticed", 7) == 0);
		golden_compare(golden, said.text);
		str_clear(&said);
		free(golden);
		free(names[i]);
	}
	free(names);
}

static void each_bad_file_gets_its_messages(void **state)
{
	(void)state;
	assert_messages(".yaml", 31);
	assert_messages(".json", 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_bad_file_gets_its_messages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
