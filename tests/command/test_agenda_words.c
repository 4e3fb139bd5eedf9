/* SPDX-License-Identifier: MIT */
/*
 * A published agenda read, and printed again: the same words in the same order, as text
 * and as Markdown, also by way of the agenda file. The document of 2012 is read where
 * it is present (REFERENCE_DIR); an invented one of the same structure stands beside it.
 */
#include <ctype.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "command/agenda_export.h"
#include "exchange/agenda_file.h"
#include "exchange/agenda_import.h"
#include "exchange/agenda_write.h"
#include "exchange/template_file.h"

static const char invented[] = "tests/command/data/provisional-agenda.txt";

/* In the English of the program. */
static bool exported(const struct agenda *agenda, const char *format, const char *file,
	struct str *out, struct err *err)
{
	struct template template;

	template_init(&template);
	template_file_default(&template);
	bool good = agenda_export(agenda, &template, false, format, file, out, err);
	template_clear(&template);
	return good;
}

/* --- words --- */

/* Marks of Markdown and HTML that are no words; what is escaped is one. */
static size_t markup_length(const char *at)
{
	static const char *const marks[] = {
		"**", "<i>", "</i>", "<b>", "</b>", "---", "#", "|", "\\", "- (", NULL};

	for (size_t i = 0; marks[i]; i++)
		if (strncmp(at, marks[i], strlen(marks[i])) == 0)
			return strcmp(marks[i], "- (") == 0 ? 2 : strlen(marks[i]);
	return 0;
}

/* The words of a text with a line feed between. Yours to free. */
static char *words_of(const char *text)
{
	struct str out;

	str_init(&out);
	while (*text) {
		size_t length = markup_length(text);
		bool blank = length || isspace((unsigned char)*text);
		if (!blank)
			str_addc(&out, *text);
		else if (out.length && out.text[out.length - 1] != '\n')
			str_addc(&out, '\n');
		text += length ? length : 1;
	}
	if (out.length && out.text[out.length - 1] != '\n')
		str_addc(&out, '\n');
	return str_take(&out);
}

static void assert_same_words(const char *expected, const char *found)
{
	char *a = words_of(expected), *b = words_of(found);
	size_t same = 0;

	while (a[same] && a[same] == b[same])
		same++;
	if (a[same] || b[same]) {
		size_t begin = same > 60 ? same - 60 : 0;
		fail_msg("expected …%.120s…\nfound …%.120s…", a + begin, b + begin);
	}
	free(a);
	free(b);
}

/* --- the documents --- */

static void import(const char *path, struct agenda *agenda)
{
	struct reading reading;
	struct messages messages;
	struct err err = {0};

	reading_init(&reading);
	messages_init(&messages, path);
	agenda_init(agenda);
	if (!reading_file(&reading, path, &err) ||
		!agenda_import(&reading, path, agenda, &messages, &err))
		fail_msg("%s", err.text);
	messages_clear(&messages);
	reading_clear(&reading);
}

static void assert_printed(const struct agenda *agenda, const char *expected)
{
	static const char *const formats[] = {"text", "markdown"};
	struct err err = {0};
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < 2; i++) {
		str_reset(&out);
		assert_true(exported(agenda, formats[i], NULL, &out, &err));
		assert_same_words(expected, out.text);
	}
	str_clear(&out);
}

/* Reads what was written of it; *said gets what is noticed. */
static void read_written(const struct str *yaml, struct agenda *agenda, struct str *said)
{
	struct messages messages;

	agenda_init(agenda);
	messages_init(&messages, "written");
	bool good = agenda_file_review("written", yaml->text, yaml->length, agenda, &messages);
	messages_format(&messages, said);
	if (!good)
		fail_msg("%s", said->text);
	messages_clear(&messages);
}

static size_t count_of(const char *text, const char *part)
{
	size_t count = 0;

	while ((text = strstr(text, part))) {
		count++;
		text += strlen(part);
	}
	return count;
}

/* What differs in the document itself: the heading of an annotation, a short form in the
 * schedule, and an item that the schedule words in its own way; each is said once. */
static void assert_noticed(const char *said)
{
	assert_int_equal(count_of(said, ": note: the annotation words item "), 1);
	assert_non_null(strstr(said, "“in support of” for “to support”"));
	assert_int_equal(count_of(said, ": note: the schedule has “"), 1);
	assert_int_equal(count_of(said, ": note: the schedule words item "), 1);
	assert_non_null(strstr(said, "“Consideration of "));
	assert_int_equal(count_of(said, ": note: "), 3);
	assert_int_equal(count_of(said, ": warning: "),
		count_of(said, " still unread; ") + count_of(said, " was not sure of item "));
}

static void assert_words_come_back(const char *path)
{
	struct agenda agenda, again;
	struct str text, yaml, said;
	struct err err = {0};

	str_init(&text);
	str_init(&yaml);
	str_init(&said);
	assert_true(file_read(path, 1 << 20, &text, &err));
	import(path, &agenda);
	assert_printed(&agenda, text.text);
	agenda_write(&agenda, &yaml);
	read_written(&yaml, &again, &said);
	assert_printed(&again, text.text);
	assert_noticed(said.text);
	agenda_clear(&again);
	agenda_clear(&agenda);
	str_clear(&said);
	str_clear(&yaml);
	str_clear(&text);
}

static void an_invented_agenda_gives_its_words_back(void **state)
{
	(void)state;
	assert_words_come_back(invented);
}

/* Written in a format, and read out of that. */
static void again_through(const struct agenda *agenda, const char *format, const char *name,
	struct str *out, struct agenda *again)
{
	struct reading reading;
	struct messages messages;
	struct err err = {0};

	reading_init(&reading);
	agenda_init(again);
	messages_init(&messages, name);
	assert_true(exported(agenda, format, NULL, out, &err));
	if (!reading_parse(&reading, name, out->text, out->length, &err) ||
		!agenda_import(&reading, name, again, &messages, &err))
		fail_msg("%s: %s", name, err.text);
	messages_clear(&messages);
	reading_clear(&reading);
}

/* Out into each format, in again, and out: nothing is lost on the way. */
static void what_is_printed_is_read_again(void **state)
{
	static const char *const forms[][2] = {
		{"text", "a.txt"}, {"markdown", "a.md"}, {"html", "a.html"}, {NULL, NULL}};
	struct agenda agenda, again;
	struct str first, out, second;
	struct err err = {0};

	(void)state;
	import(invented, &agenda);
	str_init(&first);
	str_init(&second);
	str_init(&out);
	assert_true(exported(&agenda, "text", NULL, &first, &err));
	for (size_t i = 0; forms[i][1]; i++) {
		str_reset(&out);
		str_reset(&second);
		again_through(&agenda, forms[i][0], forms[i][1], &out, &again);
		assert_int_equal(again.unread_count, 0);
		assert_true(exported(&again, "text", NULL, &second, &err));
		assert_string_equal(second.text, first.text);
		agenda_clear(&again);
	}
	str_clear(&out);
	str_clear(&second);
	str_clear(&first);
	agenda_clear(&agenda);
}

/* In each format; of the widest cell too, and of a name that ends in a figure. */
static void a_room_is_read_again(void **state)
{
	static const char *const forms[][2] = {
		{"text", "a.txt"}, {"markdown", "a.md"}, {"html", "a.html"}};
	struct agenda agenda;

	(void)state;
	import(invented, &agenda);
	assert_true(agenda.slot_count > 1);
	agenda.slots[0].room = "Boardroom 1";
	agenda.slots[1].room = "Conference Room D of the east wing";
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		struct agenda again;
		struct str out;
		str_init(&out);
		again_through(&agenda, forms[i][0], forms[i][1], &out, &again);
		assert_int_equal(again.slot_count, agenda.slot_count);
		for (size_t k = 0; k < 2; k++) {
			assert_non_null(again.slots[k].room);
			assert_string_equal(again.slots[k].room, agenda.slots[k].room);
			assert_int_equal(again.slots[k].item_count, agenda.slots[k].item_count);
		}
		agenda_clear(&again);
		str_clear(&out);
	}
	agenda_clear(&agenda);
}

static void the_agenda_of_2012_gives_its_words_back(void **state)
{
	const char *folder = getenv("REFERENCE_DIR");
	char *path = mem_printf("%s/provisional-agenda-2012.txt", folder ? folder : "");
	struct str text;

	(void)state;
	str_init(&text);
	bool present = folder && file_read(path, 1 << 20, &text, NULL);
	str_clear(&text);
	if (present)
		assert_words_come_back(path);
	free(path);
	if (!present)
		skip();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_invented_agenda_gives_its_words_back),
		cmocka_unit_test(what_is_printed_is_read_again),
		cmocka_unit_test(a_room_is_read_again),
		cmocka_unit_test(the_agenda_of_2012_gives_its_words_back),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
