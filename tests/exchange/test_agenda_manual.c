/* SPDX-License-Identifier: MIT */
/*
 * The examples of rapporteur-agenda(5) are read as they stand on the page: a
 * file, what `agenda show` prints of it, a file with mistakes, its messages.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "exchange/agenda_file.h"
#include "support/exchange/golden.h"

static const char page[] = "man/rapporteur-agenda.5";

/* What mdoc writes otherwise than it means, taken back. */
static void unescape(const char *text, size_t length, struct str *out)
{
	static const struct {
		const char *written, *meant;
	} escapes[] = {{"\\&", ""}, {"\\e", "\\"}, {"\\-", "-"}, {"\\(aq", "'"}, {"\\(dq", "\""}};

	for (size_t at = 0; at < length;) {
		size_t i = 0, count = sizeof(escapes) / sizeof(escapes[0]);
		while (i < count &&
			strncmp(text + at, escapes[i].written, strlen(escapes[i].written)) != 0)
			i++;
		if (i < count) {
			str_add(out, escapes[i].meant);
			at += strlen(escapes[i].written);
		} else {
			str_addc(out, text[at++]);
		}
	}
}

/* The literal block of that number, from 0, under EXAMPLES. */
static void read_example(int number, struct str *out)
{
	static const char begin[] = ".Bd -literal -offset indent\n", end[] = ".Ed\n";
	struct str text;

	str_init(&text);
	golden_read(page, &text);
	const char *at = strstr(text.text, ".Sh EXAMPLES\n");
	for (int i = 0; at && i <= number; i++) {
		at = strstr(at, begin);
		at = at ? at + sizeof(begin) - 1 : NULL;
	}
	const char *after = at ? strstr(at, end) : NULL;
	if (!after)
		fail_msg("%s has no example %d", page, number);
	else
		unescape(at, (size_t)(after - at), out);
	str_clear(&text);
}

static void the_full_example_is_read_without_a_message(void **state)
{
	struct str example, expected, found;
	struct agenda agenda;
	struct messages messages;

	(void)state;
	str_init(&example);
	str_init(&expected);
	str_init(&found);
	agenda_init(&agenda);
	messages_init(&messages, "");
	read_example(0, &example);
	bool good = agenda_file_parse(
		"harbours.yaml", example.text, example.length, &agenda, &messages);
	messages_format(&messages, &found);
	assert_string_equal(found.text, "");
	assert_true(good);
	read_example(1, &expected);
	agenda_file_show(&agenda, &found);
	assert_string_equal(found.text, expected.text);
	messages_clear(&messages);
	agenda_clear(&agenda);
	str_clear(&example);
	str_clear(&expected);
	str_clear(&found);
}

static void the_example_with_mistakes_gets_the_messages_shown(void **state)
{
	struct str example, expected, found;
	struct agenda agenda;
	struct messages messages;

	(void)state;
	str_init(&example);
	str_init(&expected);
	str_init(&found);
	agenda_init(&agenda);
	messages_init(&messages, "");
	read_example(2, &example);
	read_example(3, &expected);
	assert_false(
		agenda_file_parse("tides.yaml", example.text, example.length, &agenda, &messages));
	messages_format(&messages, &found);
	assert_string_equal(found.text, expected.text);
	messages_clear(&messages);
	agenda_clear(&agenda);
	str_clear(&example);
	str_clear(&expected);
	str_clear(&found);
}

/* Every key that the reader knows (it names them all when one is unknown) is
 * explained on the page. */
static void the_page_explains_every_key(void **state)
{
	static const char *const keys[] = {"rapporteur", "session", "bodies", "agenda", "officers",
		"items", "documents", "organization_of_work", "unread", "id", "title", "organ",
		"place", "from", "to", "timezone", "name", "short", "symbol", "role", "country",
		"body", "status", "symbols", "date", "distribution", "language", "number",
		"annotation", "mandates", "kind", "joint", "slots", "half", "room", "label",
		"item"};
	struct str text;

	(void)state;
	str_init(&text);
	golden_read(page, &text);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		struct str tag;
		str_init(&tag);
		str_addf(&tag, "Cm %s", keys[i]);
		if (!strstr(text.text, tag.text) && strcmp(keys[i], "to") != 0)
			fail_msg("%s does not explain %s", page, keys[i]);
		str_clear(&tag);
	}
	str_clear(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_full_example_is_read_without_a_message),
		cmocka_unit_test(the_example_with_mistakes_gets_the_messages_shown),
		cmocka_unit_test(the_page_explains_every_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
