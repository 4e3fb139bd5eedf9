/* SPDX-License-Identifier: MIT */
/* The words of reports in every language of the program: nothing is missing, and nothing
 * that a sentence tells is lost in another language. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "base/utf8.h"
#include "exchange/template_file.h"

enum { ENGLISH, FRENCH, SPANISH, LANGUAGES };

static const char *const tags[LANGUAGES] = {"en", "fr", "es"};
static struct template templates[LANGUAGES];

static int read_all(void **state)
{
	struct messages messages;
	struct str said = STR_EMPTY;
	bool good = true;

	(void)state;
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	messages_init(&messages, "");
	for (int i = 0; i < LANGUAGES; i++) {
		template_init(&templates[i]);
		good = template_file_read(tags[i], &templates[i], &messages) && good;
	}
	messages_format(&messages, &said);
	if (messages.count)
		print_error("%s", said.text);
	good = good && !messages.count;
	str_clear(&said);
	messages_clear(&messages);
	return good ? 0 : -1;
}

static int clear_all(void **state)
{
	(void)state;
	for (int i = 0; i < LANGUAGES; i++)
		template_clear(&templates[i]);
	return 0;
}

static void each_file_says_which_language_it_is_in(void **state)
{
	(void)state;
	for (int i = 0; i < LANGUAGES; i++)
		assert_string_equal(templates[i].language, tags[i]);
}

/* --- fields --- */

/* A list may stand in a sentence as it is, with "of" before each name, or as the one name
 * that it is; of what is only chosen by, nothing is told. */
static const char *meaning(const char *name, size_t length)
{
	static const struct {
		const char *name, *meaning;
	} same[] = {{"of_list", "list"}, {"name", "list"}, {"group", "list"},
		{"of_bodies", "bodies"}, {"hour24", "hour"}};
	static char own[40];

	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
		if (strlen(same[i].name) == length && strncmp(same[i].name, name, length) == 0)
			return same[i].meaning;
	assert_true(length < sizeof own);
	memcpy(own, name, length);
	own[length] = '\0';
	return own;
}

static bool tells(const char *text, const char *wanted)
{
	for (const char *at = strchr(text, '{'); at; at = strchr(at + 1, '{')) {
		size_t length = strcspn(at + 1, "|}");
		if (at[1 + length] == '}' && strcmp(meaning(at + 1, length), wanted) == 0)
			return true;
	}
	return false;
}

/* What only English writes: the half of the day, and what its nouns are counted by. */
static bool is_of_english(const char *key, const char *field)
{
	return strncmp(key, "CLOCK", 5) == 0 && strcmp(field, "half") == 0;
}

static void every_sentence_tells_what_it_tells_in_english(void **state)
{
	(void)state;
	for (size_t i = 0; i < template_key_count; i++) {
		const char *key = template_keys[i].key;
		const char *english = template_text(&templates[ENGLISH], key);
		for (int other = FRENCH; other < LANGUAGES; other++) {
			const char *text = template_text(&templates[other], key);
			for (const char *at = strchr(english, '{'); at && *text;
				at = strchr(at + 1, '{')) {
				size_t length = strcspn(at + 1, "|}");
				const char *field = meaning(at + 1, length);
				if (at[1 + length] == '}' && !is_of_english(key, field) &&
					!tells(text, field))
					fail_msg("%s in %s does not tell {%s}", key, tags[other],
						field);
			}
		}
	}
}

static void no_sentence_tells_what_it_does_not_in_english(void **state)
{
	(void)state;
	for (size_t i = 0; i < template_key_count; i++) {
		const char *key = template_keys[i].key;
		const char *english = template_text(&templates[ENGLISH], key);
		for (int other = FRENCH; other < LANGUAGES && *english; other++) {
			const char *text = template_text(&templates[other], key);
			for (const char *at = strchr(text, '{'); at; at = strchr(at + 1, '{')) {
				size_t length = strcspn(at + 1, "|}");
				const char *field = meaning(at + 1, length);
				if (at[1 + length] == '}' && !tells(english, field))
					fail_msg("%s tells {%s} only in %s", key, field,
						tags[other]);
			}
		}
	}
}

/* A comma that is in a text of several items parts them. */
static size_t count_items(const char *text)
{
	size_t count = 1;

	for (; *text; text++)
		count += *text == ',';
	return count;
}

static void each_has_the_number_words_of_one_hundred(void **state)
{
	(void)state;
	for (int i = 0; i < LANGUAGES; i++)
		assert_int_equal(count_items(template_text(&templates[i], "number.words")), 100);
}

/* --- signs --- */

static void texts_are_composed_and_have_curly_apostrophes(void **state)
{
	(void)state;
	for (int other = ENGLISH; other < LANGUAGES; other++)
		for (size_t i = 0; i < template_key_count; i++) {
			const char *text = template_text(&templates[other], template_keys[i].key);
			char *entered = utf8_enter(text, true);
			assert_string_equal(entered, text);
			free(entered);
			if (strchr(text, '\'') || strchr(text, '"'))
				fail_msg("%s in %s has a straight mark", template_keys[i].key,
					tags[other]);
		}
}

/* In French a blank that ends no line stands before the high signs, in Spanish none. */
static void signs_have_the_blanks_of_their_language(void **state)
{
	static const char *const spaced[] = {" :", " ;", " ?", " !", "« ", " »"};

	(void)state;
	for (int other = FRENCH; other < LANGUAGES; other++)
		for (size_t i = 0; i < template_key_count; i++)
			for (size_t j = 0; j < sizeof spaced / sizeof spaced[0]; j++)
				if (strstr(template_text(&templates[other], template_keys[i].key),
					    spaced[j]))
					fail_msg("%s in %s has '%s'", template_keys[i].key,
						tags[other], spaced[j]);
}

static void a_language_is_found_by_tag_and_name(void **state)
{
	struct err err = {0};

	(void)state;
	assert_string_equal(template_file_find("fr", &err), "fr");
	assert_string_equal(template_file_find("French", &err), "fr");
	assert_string_equal(template_file_find("S", &err), "es");
	assert_null(template_file_find("Russian", &err));
	assert_null(template_file_find("../fr", &err));
	assert_string_equal(
		err.text, "there are no words of reports in '../fr', only in en, es, fr");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_file_says_which_language_it_is_in),
		cmocka_unit_test(every_sentence_tells_what_it_tells_in_english),
		cmocka_unit_test(no_sentence_tells_what_it_does_not_in_english),
		cmocka_unit_test(each_has_the_number_words_of_one_hundred),
		cmocka_unit_test(texts_are_composed_and_have_curly_apostrophes),
		cmocka_unit_test(signs_have_the_blanks_of_their_language),
		cmocka_unit_test(a_language_is_found_by_tag_and_name),
	};
	return cmocka_run_group_tests_name("exchange/report_languages", tests, read_all, clear_all);
}
