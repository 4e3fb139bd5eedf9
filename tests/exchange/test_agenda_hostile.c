/* SPDX-License-Identifier: MIT */
/*
 * Files that want to hurt (engineering C.4, C.6 number 30): each is refused with
 * a line, within a fraction of a second. Memory is the sanitizers' to watch.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "exchange/agenda_file.h"
#include "support/exchange/golden.h"
#include "fuzz/fuzz_agenda.c" /* the entry point itself is what is replayed */

static const char example[] = "agendas/2012-10-17-wg-technical-assistance.yaml";

static const char head[] = "rapporteur: agenda/1\n"
			   "session: {id: x, title: X, from: 2031-03-04, to: 2031-03-05}\n";
static const char body[] = "bodies: [{id: b, name: B}]\n";
static const char items[] = "items: [{number: \"1\", title: One}]\n";

static double seconds_of_patience(void)
{
	const char *patience = getenv("TEST_PATIENCE");

	return patience && atof(patience) > 1 ? atof(patience) : 1;
}

static void repeat(struct str *out, const char *text, int count)
{
	for (int i = 0; i < count; i++)
		str_add(out, text);
}

/* Parses what is in text, which is freed; *said gets the messages. */
static bool parse(struct str *text, struct str *said)
{
	struct agenda agenda;
	struct messages messages;
	clock_t start = clock();
	bool good;

	agenda_init(&agenda);
	messages_init(&messages, "");
	good = agenda_file_review("f", text->text, text->length, &agenda, &messages);
	str_reset(said);
	messages_format(&messages, said);
	messages_clear(&messages);
	agenda_clear(&agenda);
	str_clear(text);
	assert_true((double)(clock() - start) / CLOCKS_PER_SEC < seconds_of_patience());
	return good;
}

static void assert_refused(struct str *text, const char *expected)
{
	struct str said;

	str_init(&said);
	assert_false(parse(text, &said));
	if (!strstr(said.text, expected))
		fail_msg("“%s” is not in\n%.3000s", expected, said.text);
	str_clear(&said);
}

/* "before" followed by "again" so many times. */
static void assert_repetition_refused(
	const char *before, const char *again, int count, const char *expected)
{
	struct str text;

	str_init(&text);
	str_add(&text, before);
	repeat(&text, again, count);
	assert_refused(&text, expected);
}

static void depth_is_refused_at_once(void **state)
{
	(void)state;
	assert_repetition_refused("", "[", 100000, "f:1:33: more than 32 levels");
	assert_repetition_refused("", "[\n", 100000, "f:33:1: more than 32 levels");
	assert_repetition_refused("", "{a: ", 100000, "f:1:129: more than 32 levels");
	assert_repetition_refused("", "- ", 100000, "f:1:65: more than 32 levels");
	assert_repetition_refused("", "? ", 100000, "more than 32 levels");
	assert_repetition_refused("a: ", "[{", 100000, "more than 32 levels");
}

static void an_alias_bomb_does_not_go_off(void **state)
{
	struct str text;

	(void)state;
	str_init(&text);
	str_add(&text, "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
	for (int i = 1; i < 10; i++) {
		str_addf(&text, "a%d: &a%d [", i, i);
		for (int j = 0; j < 9; j++)
			str_addf(&text, "%s*a%d", j ? "," : "", i - 1);
		str_add(&text, "]\n");
	}
	assert_refused(&text, "f:2:14: an alias ('*a0')");
	str_add(&text, "a: &x [*x]\n");
	assert_refused(&text, "f:1:8: an alias ('*x')");
}

static void twenty_thousand_anchors_are_said_a_thousand_times(void **state)
{
	struct str text, said;

	(void)state;
	str_init(&text);
	str_init(&said);
	for (int i = 0; i < 20000; i++)
		str_addf(&text, "- &a%d x\n", i);
	assert_false(parse(&text, &said));
	assert_non_null(strstr(said.text, "f:1000:3: an anchor ('&a999')"));
	assert_null(strstr(said.text, "f:1001:"));
	assert_non_null(strstr(said.text, "f: 19000 more messages are left out\n"));
	str_clear(&said);
}

static void what_is_too_large_is_refused(void **state)
{
	struct str text;

	(void)state;
	str_init(&text);
	repeat(&text, "0123456789abcdef", 20 * 65536);
	assert_refused(&text, "f: the file is larger than 4 MiB\n");
	assert_repetition_refused(
		"a: b\nc: ", "0123456789abcdef", 65536, "f:2:4: a text of more than 256 KiB\n");
	assert_repetition_refused(
		"a: |\n", "  0123456789abcdef\n", 65536, "f:1:4: a text of more than 256 KiB\n");
	assert_repetition_refused("a: [", "[],", 150000, "the file has too many keys and values\n");
	str_init(&text);
	for (int i = 0; i < 50000; i++)
		str_addf(&text, "key%d: x\n", i);
	assert_refused(&text, "f:100:1: a mapping with too many keys\n");
	assert_repetition_refused(
		"", "#0123456789abcde\n", 200000, "f: the file has only comments");
	assert_repetition_refused(
		"a: \"", "\\x41", 500000, "f:1:2000005: the quotes that begin in line 1 ");
}

static void no_list_is_slow(void **state)
{
	struct str text;

	(void)state;
	str_init(&text);
	str_addf(&text, "%s%sbodies:\n", head, items);
	for (int i = 0; i < 30000; i++)
		str_addf(&text, "- {id: b%d, name: B}\n", i);
	assert_refused(&text, "f:55:3: more than 50 bodies\n");
	str_addf(&text, "%s%sitems:\n", head, body);
	for (int i = 1; i < 1000; i++)
		str_addf(&text,
			"- {number: %d, title: T, items: [{number: (a), title: T}, "
			"{number: (b), title: T}, {number: (c), title: T}]}\n",
			i);
	str_add(&text, "organization_of_work: [{date: 2031-03-04, slots: [{items: [");
	repeat(&text, "\"1\",", 40000);
	str_add(&text, "]}]}]\n");
	assert_refused(&text, "f:505:3: more than 2000 items\n");
	str_addf(&text, "%s%s%sorganization_of_work:\n- date: 2031-03-04\n  slots:\n", head, body,
		items);
	for (int i = 0; i < 15000; i++)
		str_add(&text, "  - {from: \"10:00\", to: \"11:00\", room: A, items: [\"1\"]}\n");
	assert_refused(&text, "in room 'A'\n");
	str_addf(&text, "%s%sitems: [{number: \"1\", title: T, documents: [", head, body);
	for (int i = 0; i < 100000; i++)
		str_addf(&text, "d%d,\n", i);
	str_add(&text, "]}]\n");
	assert_refused(&text, "f:5004:1: more than 5000 documents under items\n");
	str_addf(&text, "%sorganization_of_work: [{date: 2031-03-04, slots: [{items: [", head);
	for (int i = 1; i <= 5000; i++)
		str_addf(&text, "%d (%c),", i % 999, 'a' + i % 26);
	str_add(&text, "]}]}]\nitems:\n");
	for (int i = 1; i <= 999; i++)
		str_addf(&text, "- {number: %d, title: T, bodies: [b, c, d]}\n", i);
	str_addf(&text, "bodies: [{id: b, name: B}, {id: c, name: C}, {id: d, name: D}]\n");
	assert_refused(&text, "f:505:39: more than 1000 joint items\n");
	str_addf(&text, "%s%sbodies: [{id: b, name: B}]\nofficers:\n", head, items);
	repeat(&text, "- {body: bodx, role: R, name: N}\n", 20000);
	assert_refused(&text, "unknown body 'bodx'");
	str_addf(&text, "%s%s%s", head, body, "items:\n");
	repeat(&text, "- {nomber: 1, titel: x}\n", 20000);
	assert_refused(&text, "f: 7001 more messages are left out\n");
}

/* All that a careful colleague looks at, as often as a file can have it. */
static void a_large_agenda_is_reviewed_at_once(void **state)
{
	struct str text, said;

	(void)state;
	str_init(&text);
	str_init(&said);
	str_addf(&text, "%sbodies:\n", head);
	for (int i = 0; i < 50; i++)
		str_addf(&text, "- {id: b%d, name: B, symbol: X/%d}\n", i, i);
	str_add(&text, "items:\n");
	for (int i = 1; i <= 998; i++) {
		str_addf(&text, "- number: %d\n  title: T%d\n  heading: H%d\n  annotation: |\n    ",
			i, i, i);
		repeat(&text, "agenda items 7, 7 (z), Friday, 1 May, X/2031/", 20);
		repeat(&text, "resolution V/1, entitled “", 20);
		str_add(&text, "\n  mandates: [{kind: resolution, number: 1/1}]\n");
	}
	str_add(&text, "- number: 999\n  title: Last\n  mandates:\n");
	repeat(&text, "  - {kind: decision, number: 1/1, title: T}\n", 9000);
	str_add(&text, "  annotation: |\n    ");
	repeat(&text, "resolution V/1, entitled “", 9000);
	str_add(&text, "\norganization_of_work: [{date: 2031-03-04, slots: [{items: [");
	for (int i = 1; i <= 998; i++)
		str_addf(&text, "{item: %d, title: Another one}, ", i);
	str_add(&text, "]}]}]\n");
	if (!parse(&text, &said))
		fail_msg("%s", said.text);
	assert_non_null(strstr(said.text, "which is not on the agenda: which one is meant?"));
	assert_non_null(strstr(said.text, "more messages are left out"));
	str_clear(&said);
}

static void tags_and_bad_bytes_are_refused(void **state)
{
	struct str text;

	(void)state;
	assert_repetition_refused("a: !!python/object/apply:os.system [id]", "", 0,
		"f:1:4: a tag ('!!python/object/apply:os.system')");
	str_init(&text);
	str_addn(&text, "a: b\nc: \0", 9);
	assert_refused(&text, "f:2:4: a NUL");
	str_addn(&text, "a\0:\0", 4);
	assert_refused(&text, "f:1:2: a NUL");
	assert_repetition_refused("\xFF\xFE", "a", 1, "f:1:1: the file is UTF-16");
	assert_repetition_refused("\xFE\xFF", "a", 1, "f:1:1: the file is UTF-16");
	assert_repetition_refused(
		"a: \xC3\xA9\nbc: \xE9", "", 0, "f:2:5: what stands here is not UTF-8");
	assert_repetition_refused("a:\n\tb: c", "", 0, "f:2:1: a tab");
}

/* The example with every line feed replaced and a mark before it. */
static void line_ends_and_a_mark_make_no_difference(void **state)
{
	static const char *const ends[] = {"\n", "\r\n", "\r"};
	struct str text, shown[3];

	(void)state;
	str_init(&text);
	golden_read(example, &text);
	for (size_t i = 0; i < 3; i++) {
		struct str changed;
		struct agenda agenda;
		struct messages messages;
		str_init(&changed);
		str_init(&shown[i]);
		str_add(&changed, i > 0 ? "\xEF\xBB\xBF" : "");
		for (const char *c = text.text; *c; c++)
			str_addn(&changed, *c == '\n' ? ends[i] : c,
				*c == '\n' ? strlen(ends[i]) : 1);
		agenda_init(&agenda);
		messages_init(&messages, "");
		assert_true(
			agenda_file_parse("f", changed.text, changed.length, &agenda, &messages));
		assert_int_equal(messages.count, 0);
		agenda_file_show(&agenda, &shown[i]);
		str_addf(&shown[i], "%d %s", agenda.items[4].line, agenda.items[4].annotation);
		assert_string_equal(shown[i].text, shown[0].text);
		messages_clear(&messages);
		agenda_clear(&agenda);
		str_clear(&changed);
	}
	for (size_t i = 0; i < 3; i++)
		str_clear(&shown[i]);
	str_clear(&text);
}

/* --- files that are none --- */

static char *temporary(const char *name)
{
	const char *folder = getenv("TMPDIR");

	return mem_printf(
		"%s/rapporteur-test-%ld-%s", folder ? folder : "/tmp", (long)getpid(), name);
}

static void assert_file_refused(const char *path, enum err_code code, const char *expected)
{
	struct agenda agenda;
	struct messages messages;
	struct err err = {0};

	agenda_init(&agenda);
	messages_init(&messages, "");
	assert_false(agenda_file_read(path, &agenda, &messages));
	assert_int_equal(messages.count, 1);
	assert_int_equal(messages.all[0].line, 0);
	assert_non_null(strstr(messages.all[0].text, expected));
	assert_string_equal(messages.file, path);
	assert_false(messages_err(&messages, &err));
	assert_int_equal(err.code, code);
	messages_clear(&messages);
	agenda_clear(&agenda);
}

static void what_is_no_file_of_ours_gets_one_sentence(void **state)
{
	char *path = temporary("file");

	(void)state;
	assert_file_refused(path, ERR_NO_INPUT, "cannot be read");
	assert_file_refused("tests", ERR_NO_INPUT, "is a folder");
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_file_refused(path, ERR_NO_INPUT, "no regular file");
	unlink(path);
	assert_true(file_write(path, "", 0, NULL));
	assert_file_refused(path, ERR_DATA, "the file is empty");
	assert_true(file_write(path, "# soon\n", 7, NULL));
	assert_file_refused(path, ERR_DATA, "only comments");
	assert_true(file_write(path, "{}", 2, NULL));
	assert_file_refused(path, ERR_DATA, "an empty mapping");
	assert_int_equal(truncate(path, 20 * 1024 * 1024), 0);
	assert_file_refused(path, ERR_DATA, "too large");
	unlink(path);
	free(path);
}

/* --- the corpus --- */

/* A sequence that is the same in every run. */
static unsigned next(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void replay_changed(const struct str *text, unsigned *seed)
{
	static const char hostile[] = "{}[]:,-?&*!|>'\"%@`# \t\n\\\xC3\xFF(a1";
	struct str changed;

	if (text->length == 0)
		return;
	str_init(&changed);
	for (int round = 0; round < 8; round++) {
		str_reset(&changed);
		str_addn(&changed, text->text, text->length);
		for (unsigned i = next(seed) % 4; i > 0; i--)
			changed.text[next(seed) % changed.length] =
				hostile[next(seed) % (sizeof(hostile) - 1)];
		if (next(seed) % 3 == 0)
			str_cut(&changed, next(seed) % changed.length);
		LLVMFuzzerTestOneInput((const uint8_t *)changed.text, changed.length);
	}
	str_clear(&changed);
}

static void replay_files(const char *folder, const char *ending, unsigned *seed)
{
	size_t count;
	char **names = golden_list(folder, ending, &count);

	for (size_t i = 0; i < count; i++) {
		char *path = mem_printf("%s/%s", folder, names[i]);
		struct str text;
		str_init(&text);
		golden_read(path, &text);
		LLVMFuzzerTestOneInput((const uint8_t *)text.text, text.length);
		if (text.length < 20000)
			replay_changed(&text, seed);
		str_clear(&text);
		free(path);
		free(names[i]);
	}
	free(names);
}

static void the_corpus_and_changes_of_it_do_no_harm(void **state)
{
	unsigned seed = 1;

	(void)state;
	replay_files("tests/exchange/bad", ".yaml", &seed);
	replay_files("tests/exchange/good", ".yaml", &seed);
	replay_files("agendas", ".yaml", &seed);
	replay_files("agendas/data", ".yaml", &seed);
	replay_files("tests/exchange/bad", ".json", &seed);
	replay_files("tests/exchange/good", ".json", &seed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(depth_is_refused_at_once),
		cmocka_unit_test(an_alias_bomb_does_not_go_off),
		cmocka_unit_test(twenty_thousand_anchors_are_said_a_thousand_times),
		cmocka_unit_test(what_is_too_large_is_refused),
		cmocka_unit_test(no_list_is_slow),
		cmocka_unit_test(a_large_agenda_is_reviewed_at_once),
		cmocka_unit_test(tags_and_bad_bytes_are_refused),
		cmocka_unit_test(line_ends_and_a_mark_make_no_difference),
		cmocka_unit_test(what_is_no_file_of_ours_gets_one_sentence),
		cmocka_unit_test(the_corpus_and_changes_of_it_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
