/* SPDX-License-Identifier: MIT */
/* Lists of speakers as they come by mail, and what is read from them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <stdlib.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "model/speakers.h"

static const char *const names[] = {"Canada", "Benin", "Chad", "Kenya", "Côte d’Ivoire",
	"Iran (Islamic Republic of)", "Republic of Korea", "Bosnia and Herzegovina", "Spain",
	"Saint Lucia", "Group of 77 and China", "China", "United States of America",
	"1st of May Foundation", "Society, Law and Order"};

static bool is_name(void *context, const char *text)
{
	char *key = fold_key(text);
	bool found = false;

	(void)context;
	for (size_t i = 0; i < sizeof names / sizeof names[0] && !found; i++) {
		char *name = fold_key(names[i]);
		found = strcmp(key, name) == 0;
		free(name);
	}
	free(key);
	return found;
}

/* The entries as "name [group] <person>", joined by " | ". */
static char *read_as(const char *text, speakers_is_name known)
{
	struct speakers speakers;
	struct str out;

	str_init(&out);
	speakers_init(&speakers);
	speakers_parse(&speakers, text, known, NULL);
	for (size_t i = 0; i < speakers.count; i++) {
		const struct speaker_entry *entry = &speakers.entries[i];
		str_addf(&out, "%s%s", i ? " | " : "", entry->name);
		if (entry->group)
			str_addf(&out, " [%s]", entry->group);
		if (entry->person)
			str_addf(&out, " <%s>", entry->person);
	}
	speakers_clear(&speakers);
	return str_take(&out);
}

static void assert_rows(const char *const rows[][2], size_t count, speakers_is_name known)
{
	for (size_t i = 0; i < count; i++) {
		char *got = read_as(rows[i][0], known);
		if (strcmp(got, rows[i][1]) != 0)
			fail_msg("%s\nis read as %s\nand not    %s", rows[i][0], got, rows[i][1]);
		free(got);
	}
}

#define ASSERT_ROWS(rows, known) assert_rows(rows, sizeof(rows) / sizeof(rows)[0], known)

static void known_names_with_for_between_them_are_a_speaker_and_a_group(void **state)
{
	static const char *const rows[][2] = {
		{"Benin for the Group of 77 and China", "Benin [Group of 77 and China]"},
		{"2. Spain for eu", "Spain [eu]"},
		{"Spain for the EU, Kenya", "Spain [EU] | Kenya"},
		{"Office for Maps", "Office for Maps"},
		{"Spain for some reason", "Spain for some reason"},
	};

	(void)state;
	ASSERT_ROWS(rows, is_name);
}

static void what_stands_around_a_name_is_taken_away(void **state)
{
	static const char *const rows[][2] = {{"3. Benin", "Benin"}, {"3) Benin", "Benin"},
		{"(3) Benin", "Benin"}, {"3 Benin", "Benin"}, {"3.1 Benin", "Benin"},
		{"#3: Benin", "Benin"}, {"10:15 - Chad", "Chad"}, {"10.15 a.m. – Chad", "Chad"},
		{"10:15-10:20 Chad", "Chad"}, {"[10:15] Chad", "Chad"}, {"10h15: Chad", "Chad"},
		{"• Kenya", "Kenya"}, {"  – Kenya.", "Kenya"}, {"* Kenya *", "Kenya"},
		{"[x] Kenya", "Kenya"}, {"[ ] Kenya;", "Kenya"}, {"☐ Kenya", "Kenya"},
		{"Kenya (5 min)", "Kenya"}, {"Kenya - 5 min.", "Kenya"}, {"Kenya 10:15", "Kenya"},
		{"Kenya (tbc)", "Kenya"}, {"1. 10:15 • Kenya,", "Kenya"},
		{"3 St Lucia", "St Lucia"}, {"2nd: Spain", "Spain"},
		{"1st of May Foundation", "1st of May Foundation"},
		{"3 H.E. Mr. X (Kenya)", "Kenya <H.E. Mr. X>"}, {"Kenya†", "Kenya"},
		{"“Kenya”", "Kenya"}, {"G7", "G7"}};

	(void)state;
	ASSERT_ROWS(rows, is_name);
}

static void a_group_is_read_with_the_name(void **state)
{
	static const char *const rows[][2] = {{"Canada (on behalf of the Group of 77 and China)",
						      "Canada [the Group of 77 and China]"},
		{"Canada (for the African Group)", "Canada [the African Group]"},
		{"Canada (also on behalf of the Group)", "Canada [the Group]"},
		{"Canada, on behalf of the African Group, Benin",
			"Canada [the African Group] | Benin"},
		{"Canada on behalf of the African Group.", "Canada [the African Group]"},
		{"4. Canada – on behalf of the African Group", "Canada [the African Group]"},
		{"Canada [obo Group of 77]", "Canada [Group of 77]"},
		{"Spain (on behalf of the European Union and its member States)",
			"Spain [the European Union]"},
		{"Canada (on behalf of the A Group) (5 min)", "Canada [the A Group]"},
		{"Iran (Islamic Republic of) (on behalf of the A Group)",
			"Iran (Islamic Republic of) [the A Group]"},
		{"H.E. Mr. X (Kenya) (on behalf of the A Group)",
			"Kenya [the A Group] <H.E. Mr. X>"}};

	(void)state;
	ASSERT_ROWS(rows, is_name);
}

static void a_person_goes_with_the_name_beside(void **state)
{
	static const char *const rows[][2] = {{"H.E. Mr. X (Kenya)", "Kenya <H.E. Mr. X>"},
		{"Kenya (H.E. Mr. X)", "Kenya <H.E. Mr. X>"},
		{"Kenya, H.E. Mr. X, Permanent Representative",
			"Kenya <H.E. Mr. X, Permanent Representative>"},
		{"Mr. X, Kenya", "Kenya <Mr. X>"},
		{"Mr. X (Kenya); Foundation; Ms. Y; Canada, Mr. Z, Minister; Chad",
			"Kenya <Mr. X> | Foundation <Ms. Y> | Canada <Mr. Z, Minister> | Chad"},
		{"Ms. X, Minister of Justice, Kenya", "Kenya <Ms. X, Minister of Justice>"},
		{"Kenya: Ms. X", "Kenya <Ms. X>"}, {"1 Kenya Ms. X 5 min", "Kenya <Ms. X>"},
		{"Ms. X – Kenya", "Kenya <Ms. X>"}, {"1\tKenya\tMs. X\t5 min", "Kenya <Ms. X>"},
		{"10:15      Kenya     Ms. X", "Kenya <Ms. X>"},
		{"Kenya (Minister of Justice)", "Kenya <Minister of Justice>"},
		{"John Smith (Kenya)", "Kenya <John Smith>"}};

	(void)state;
	ASSERT_ROWS(rows, is_name);
}

static void several_names_may_stand_in_a_line(void **state)
{
	static const char *const rows[][2] = {{"Canada, Benin, Chad", "Canada | Benin | Chad"},
		{"Canada; Benin\tChad | Kenya", "Canada | Benin | Chad | Kenya"},
		{"Canada, Benin and Chad", "Canada | Benin | Chad"},
		{"Canada, Benin, and Chad.", "Canada | Benin | Chad"},
		{"Bosnia and Herzegovina, Chad", "Bosnia and Herzegovina | Chad"},
		{"Society, Law and Order; Chad", "Society, Law and Order | Chad"},
		{"Korea, Republic of, Chad", "Republic of Korea | Chad"},
		{"1. Canada 2. Benin", "Canada 2. Benin"},
		{"Canada\r\nBenin\n\n\nChad\r", "Canada | Benin | Chad"}};

	(void)state;
	ASSERT_ROWS(rows, is_name);
}

static void what_is_not_known_is_an_entry_and_not_thrown_away(void **state)
{
	static const char *const rows[][2] = {{"Foundation X", "Foundation X"},
		{"List of speakers:", "List of speakers"},
		{"Foundation X (FX)", "Foundation X (FX)"},
		{"Iran (Islamic Republic of)", "Iran (Islamic Republic of)"},
		{"(on behalf of the African Group)", "the African Group"},
		{"((Foundation))", "Foundation"},
		{"Foundation (unclosed, Canada", "Foundation (unclosed | Canada"},
		{"\"Foundation A, B; \"\"C\"\"\", Canada", "Foundation A, B; \"C\" | Canada"}};

	(void)state;
	ASSERT_ROWS(rows, NULL);
}

static void numbers_and_marks_alone_are_nothing(void **state)
{
	static const char *const rows[][2] = {{"", ""}, {"\n\n  \n", ""}, {"3.", ""}, {"10:15", ""},
		{"- - - -", ""}, {"|---|---|", ""}, {",;,;", ""}, {"\"\"", ""}, {"()", ""},
		{"(5 min)", ""}, {"\x01\x1b\x07", ""}};

	(void)state;
	ASSERT_ROWS(rows, NULL);
}

static void entries_know_their_line(void **state)
{
	struct speakers speakers;

	(void)state;
	speakers_init(&speakers);
	speakers_parse(&speakers, "Canada\n\nBenin, Chad\n", is_name, NULL);
	assert_int_equal(speakers.count, 3);
	assert_int_equal(speakers.entries[0].line, 1);
	assert_int_equal(speakers.entries[1].line, 3);
	assert_int_equal(speakers.entries[2].line, 3);
	speakers_clear(&speakers);
}

static void what_is_written_is_read_back(void **state)
{
	static const struct speaker_entry entries[] = {{"Canada", NULL, NULL, 1, false},
		{"Canada", "Group of 77 and China", NULL, 1, false},
		{"Kenya", NULL, "H.E. Mr. X, A; B", 1, false},
		{"John (Kenya)", NULL, NULL, 1, false},
		{"3 Musketeers, Inc.", NULL, "a (b", 1, false},
		{"a \"b\" c", "d \"e\" (f", "g: h", 1, false},
		{"on behalf of nobody", NULL, NULL, 1, false},
		{"Benin and Chad", NULL, NULL, 1, false}, {"-", NULL, NULL, 1, false},
		{"Mr. X – Kenya", NULL, NULL, 1, false}, {"\"", "\"", "\"", 1, false}};

	(void)state;
	for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
		struct speakers again;
		struct str line;
		str_init(&line);
		speakers_init(&again);
		speakers_format(&entries[i], &line);
		speakers_parse(&again, line.text, is_name, NULL);
		if (again.count != 1)
			fail_msg("%s is read as %zu", line.text, again.count);
		assert_string_equal(again.entries[0].name, entries[i].name);
		assert_int_equal(!again.entries[0].group, !entries[i].group);
		if (entries[i].group)
			assert_string_equal(again.entries[0].group, entries[i].group);
		assert_int_equal(!again.entries[0].person, !entries[i].person);
		if (entries[i].person)
			assert_string_equal(again.entries[0].person, entries[i].person);
		speakers_clear(&again);
		str_clear(&line);
	}
	char *plain = NULL;
	struct str line;
	str_init(&line);
	speakers_format(&(struct speaker_entry){"Côte d’Ivoire", NULL, NULL, 1, false}, &line);
	plain = str_take(&line);
	assert_string_equal(plain, "Côte d’Ivoire");
	free(plain);
}

/* Whatever comes, what is read is text, and something of it was there. */
static void hostile_lists_are_read_to_their_end(void **state)
{
	static const char *const pieces[] = {"Canada", "(", ")", "[", "]", "\"", ",", ";", "\t",
		"\n", "on behalf of ", "H.E. Mr. ", "3.", "10:15", " – ", ": ", " and ", "\xff",
		"\x1b[31m", "\xe2\x80\xae", "é", " of)", "obo", "Kenya", "    ", "|", "Republic of",
		"'", "x"};
	uint32_t seed = 12345;

	(void)state;
	for (int round = 0; round < 1500; round++) {
		struct speakers speakers;
		struct str text;
		str_init(&text);
		for (int i = 0; i < 14; i++) {
			seed = seed * 1664525U + 1013904223U;
			str_add(&text, pieces[(seed >> 16) % (sizeof pieces / sizeof pieces[0])]);
		}
		speakers_init(&speakers);
		speakers_parse(&speakers, text.text, round % 2 ? is_name : NULL, NULL);
		for (size_t i = 0; i < speakers.count; i++) {
			size_t bad;
			const struct speaker_entry *entry = &speakers.entries[i];
			assert_true(*entry->name != '\0');
			assert_true(utf8_valid(entry->name, strlen(entry->name), &bad));
			assert_null(strpbrk(entry->name, "\n\x1b"));
		}
		speakers_clear(&speakers);
		str_clear(&text);
	}
}

static void ten_thousand_lines_are_read(void **state)
{
	struct speakers speakers;
	struct str text;

	(void)state;
	str_init(&text);
	for (int i = 0; i < 10000; i++)
		str_addf(&text, "%d. State %c%c (on behalf of the Group)\n", i, 'a' + i % 26,
			'a' + i / 26 % 26);
	static const char *const torrents[] = {
		"(,", "(", ".", " and a", "Ms. X, ", "[(x", "\"", "5 "};
	for (size_t t = 0; t < sizeof torrents / sizeof torrents[0]; t++) {
		str_addc(&text, '\n');
		for (int i = 0; i < 20000; i++)
			str_add(&text, torrents[t]);
	}
	speakers_init(&speakers);
	speakers_parse(&speakers, text.text, NULL, NULL);
	assert_in_range(speakers.count, 10000, 200000);
	assert_int_equal(speakers.entries[9999].line, 10000);
	speakers_clear(&speakers);
	str_clear(&text);
}

static void a_path_is_told_from_a_list(void **state)
{
	(void)state;
	assert_true(speakers_is_path("list.txt"));
	assert_true(speakers_is_path("./list"));
	assert_true(speakers_is_path("/home/me/speakers list.csv"));
	assert_false(speakers_is_path("Canada"));
	assert_false(speakers_is_path("Canada / Benin"));
	assert_false(speakers_is_path("Canada, list.txt"));
	assert_false(speakers_is_path(""));
	assert_false(speakers_is_path("Canada\nlist.txt"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_names_with_for_between_them_are_a_speaker_and_a_group),
		cmocka_unit_test(what_stands_around_a_name_is_taken_away),
		cmocka_unit_test(a_group_is_read_with_the_name),
		cmocka_unit_test(a_person_goes_with_the_name_beside),
		cmocka_unit_test(several_names_may_stand_in_a_line),
		cmocka_unit_test(what_is_not_known_is_an_entry_and_not_thrown_away),
		cmocka_unit_test(numbers_and_marks_alone_are_nothing),
		cmocka_unit_test(entries_know_their_line),
		cmocka_unit_test(what_is_written_is_read_back),
		cmocka_unit_test(hostile_lists_are_read_to_their_end),
		cmocka_unit_test(ten_thousand_lines_are_read),
		cmocka_unit_test(a_path_is_told_from_a_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
