/* SPDX-License-Identifier: MIT */
/* Agendas as the program writes them: the same bytes each time, the same agenda again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "base/mem.h"
#include "exchange/agenda_file.h"
#include "exchange/agenda_write.h"
#include "model/agenda_compare.h"
#include "support/exchange/golden.h"

static const char example[] = "agendas/2012-10-17-wg-technical-assistance.yaml";

static void read_text(const char *name, const char *text, struct agenda *agenda)
{
	struct messages messages;
	struct str said;

	agenda_init(agenda);
	messages_init(&messages, name);
	str_init(&said);
	bool good = agenda_file_parse(name, text, strlen(text), agenda, &messages);
	messages_format(&messages, &said);
	if (!good)
		fail_msg("%s\n%s", said.text, text);
	str_clear(&said);
	messages_clear(&messages);
}

static void read_file(const char *path, struct agenda *agenda)
{
	struct str text;

	str_init(&text);
	golden_read(path, &text);
	read_text(path, text.text, agenda);
	str_clear(&text);
}

static void assert_same_rest(const struct agenda *a, const struct agenda *b)
{
	assert_int_equal(a->item_count, b->item_count);
	for (size_t i = 0; i < a->item_count; i++) {
		assert_string_equal(a->items[i].printed, b->items[i].printed);
		assert_int_equal(a->items[i].confidence, b->items[i].confidence);
	}
	assert_int_equal(a->unread_count, b->unread_count);
	for (size_t i = 0; i < a->unread_count; i++) {
		assert_string_equal(a->unread[i].text, b->unread[i].text);
		assert_int_equal(a->unread[i].first_line, b->unread[i].first_line);
		assert_int_equal(a->unread[i].last_line, b->unread[i].last_line);
	}
}

static void assert_same(const struct agenda *a, const struct agenda *b)
{
	struct agenda_comparison found;
	struct agenda_use use = {0};

	agenda_compare(a, &use, b, &found);
	if (found.count)
		fail_msg("%s", found.lines[0]);
	agenda_comparison_clear(&found);
	assert_same_rest(a, b);
}

/* Written, read, and written again: the same agenda, the same bytes. */
static void assert_kept(const struct agenda *agenda)
{
	struct agenda again;
	struct str once, twice;

	str_init(&once);
	str_init(&twice);
	agenda_write(agenda, &once);
	read_text("once", once.text, &again);
	assert_same(agenda, &again);
	agenda_write(&again, &twice);
	assert_string_equal(once.text, twice.text);
	assert_true(agenda_is_written(once.text, once.length));
	agenda_clear(&again);
	str_clear(&once);
	str_clear(&twice);
}

static void assert_folder_kept(const char *folder, const char *begin)
{
	size_t count, kept = 0;
	char **names = golden_list(folder, ".yaml", &count);

	for (size_t i = 0; i < count; i++) {
		if (strncmp(names[i], begin, strlen(begin)) == 0) {
			char *path = mem_printf("%s/%s", folder, names[i]);
			struct agenda agenda;
			read_file(path, &agenda);
			assert_kept(&agenda);
			agenda_clear(&agenda);
			free(path);
			kept++;
		}
		free(names[i]);
	}
	free(names);
	assert_true(kept > 0);
}

static void what_is_written_is_read_as_the_same_agenda(void **state)
{
	struct agenda agenda;

	(void)state;
	assert_folder_kept("tests/exchange/good", "");
	assert_folder_kept("tests/exchange/bad", "warning");
	assert_folder_kept("tests/exchange/bad", "noticed");
	read_file(example, &agenda);
	assert_kept(&agenda);
	agenda_clear(&agenda);
}

static void the_form_is_the_one_of_the_golden_file(void **state)
{
	struct agenda agenda;
	struct str text;

	(void)state;
	read_file("tests/exchange/good/everything.yaml", &agenda);
	str_init(&text);
	agenda_write(&agenda, &text);
	golden_compare("tests/exchange/written/everything.yaml", text.text);
	str_clear(&text);
	agenda_clear(&agenda);
}

/* --- texts of any kind --- */

/* The text as annotation and, where it is one line, as title. */
static void assert_text_kept(const char *text)
{
	struct agenda_body body = {.key = "b", .name = "B"};
	struct agenda_item item = {.parent = AGENDA_NONE,
		.number = "1",
		.printed = "1",
		.title = strchr(text, '\n') ? "T" : text,
		.annotation = text};
	struct agenda_piece piece = {.text = text};
	struct agenda agenda = {.id = "x",
		.title = "X",
		.from = "2031-03-04",
		.to = "2031-03-04",
		.bodies = &body,
		.body_count = 1,
		.items = &item,
		.item_count = 1,
		.unread = &piece,
		.unread_count = 1};

	assert_kept(&agenda);
}

static void any_text_is_kept(void **state)
{
	static const char *const texts[] = {"a", "no", "null", "~", "Null", "1.10", "10:00",
		"key: value", "key:value", "a #comment", "#a", "- a", "-a", "? a", "* a", "& a",
		"!a", "|", ">", "%a", "@a", "`a", "'a'", "\"a\"", "a:", "[a]", "{a: b}", "a, b",
		"\\", "…", "“a”: b", "é à: #", "---", "...", "<<", "=", "a\nb", "a\n\nb",
		"a\n\n\nb", "- a\n- b\n\n(a) c", "# a\n# b", "a\n b", "a: b\nc: d", "key: |\n\nb",
		"a  b", "日本語\n日本語"};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		assert_text_kept(texts[i]);
}

/* Every way to be cut: long words, two blanks, marks of YAML at the beginning of a line. */
static void long_texts_are_folded_and_kept(void **state)
{
	static const char *const words[] = {"word ", "- ", "# ", "a: ", "“quoted” ", "x  ", "\n",
		"\n\n", "日本語日本語 ",
		"averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongwordthatfitsnowhere"
		"andgoesonandonandonandon "};
	unsigned seed = 1;
	struct str text;

	(void)state;
	str_init(&text);
	for (int round = 0; round < 400; round++) {
		str_reset(&text);
		for (int i = 0; i < 60; i++) {
			seed = seed * 1103515245 + 12345;
			const char *word = words[(seed >> 16) % (round % 2 ? 10 : 5)];
			if (*word == '\n')
				while (text.length && text.text[text.length - 1] == ' ')
					text.text[--text.length] = '\0';
			if (*word != '\n' || text.length)
				str_add(&text, word);
		}
		str_add(&text, "end");
		assert_text_kept(text.text);
	}
	str_clear(&text);
}

/* The time must grow with the text, and no faster. */
static void a_text_without_end_is_written_at_once(void **state)
{
	const char *patience = getenv("TEST_PATIENCE");
	double most = patience && atof(patience) > 1 ? atof(patience) : 1, seconds;
	struct agenda_item item = {
		.parent = AGENDA_NONE, .number = "1", .printed = "1", .title = "Opening"};
	struct agenda agenda = {.id = "a", .items = &item, .item_count = 1};
	struct str text, out;
	clock_t start;

	(void)state;
	str_init(&text);
	str_init(&out);
	while (text.length < 2000000)
		str_add(&text, "one word and the next ");
	str_add(&text, "end");
	item.annotation = text.text;
	start = clock();
	agenda_write(&agenda, &out);
	seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	if (seconds > most)
		fail_msg("it takes %.1f s", seconds);
	assert_non_null(strstr(out.text, "    annotation: >-\n"));
	str_clear(&out);
	str_clear(&text);
}

static void a_long_list_is_folded_and_kept(void **state)
{
	struct agenda_document documents[30];
	size_t cited[30];
	char symbols[30][40];
	struct agenda_body body = {.key = "b", .name = "B"};
	struct agenda_item item = {.parent = AGENDA_NONE,
		.number = "1",
		.printed = "1",
		.title = "T",
		.documents = cited,
		.document_count = 30};
	struct agenda agenda = {.id = "x",
		.title = "X",
		.from = "2031-03-04",
		.to = "2031-03-04",
		.bodies = &body,
		.body_count = 1,
		.documents = documents,
		.document_count = 30,
		.items = &item,
		.item_count = 1};
	struct str text;

	(void)state;
	for (size_t i = 0; i < 30; i++) {
		snprintf(symbols[i], sizeof symbols[i], "SH/C.1/2031/%zu", i);
		documents[i] = (struct agenda_document){"Note", NULL, symbols[i], 0, false};
		cited[i] = i;
	}
	assert_kept(&agenda);
	str_init(&text);
	agenda_write(&agenda, &text);
	for (const char *line = text.text; *line; line += strcspn(line, "\n") + 1)
		assert_true(strcspn(line, "\n") <= 100);
	str_clear(&text);
}

/* --- whose file it is --- */

static void a_file_that_somebody_changed_is_not_the_programs(void **state)
{
	struct agenda agenda;
	struct str text;

	(void)state;
	read_file(example, &agenda);
	str_init(&text);
	golden_read(example, &text);
	assert_false(agenda_is_written(text.text, text.length));
	str_reset(&text);
	agenda_write(&agenda, &text);
	assert_true(agenda_is_written(text.text, text.length));
	assert_false(agenda_is_written(text.text, text.length - 1));
	assert_false(agenda_is_written(text.text, 10));
	assert_false(agenda_is_written("", 0));
	char *place = strstr(text.text, "place: Vienna");
	assert_non_null(place);
	place[strlen("place: ")] = 'W';
	assert_false(agenda_is_written(text.text, text.length));
	str_clear(&text);
	agenda_clear(&agenda);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read_as_the_same_agenda),
		cmocka_unit_test(the_form_is_the_one_of_the_golden_file),
		cmocka_unit_test(any_text_is_kept),
		cmocka_unit_test(long_texts_are_folded_and_kept),
		cmocka_unit_test(a_text_without_end_is_written_at_once),
		cmocka_unit_test(a_long_list_is_folded_and_kept),
		cmocka_unit_test(a_file_that_somebody_changed_is_not_the_programs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
