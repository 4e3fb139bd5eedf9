/* SPDX-License-Identifier: MIT */
/*
 * Published agendas, invented in the forms of real ones (tests/exchange/imported), and
 * beside each the agenda file that it gives, or the sentence that refuses it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/str.h"
#include "exchange/agenda_file.h"
#include "exchange/agenda_import.h"
#include "exchange/agenda_write.h"
#include "support/exchange/golden.h"

static const char folder[] = "tests/exchange/imported";

static void assert_read_back(const char *name, const char *yaml)
{
	struct agenda agenda;
	struct messages messages;
	struct str again, said;

	agenda_init(&agenda);
	messages_init(&messages, name);
	str_init(&again);
	str_init(&said);
	if (!agenda_file_parse(name, yaml, strlen(yaml), &agenda, &messages)) {
		messages_format(&messages, &said);
		fail_msg("%s:\n%s", said.text, yaml);
	}
	agenda_write(&agenda, &again);
	assert_string_equal(again.text, yaml);
	str_clear(&said);
	str_clear(&again);
	messages_clear(&messages);
	agenda_clear(&agenda);
}

/* The agenda file of the bytes, or the refusal; what there is to say is in front. */
static void import(const char *name, const char *bytes, size_t length, struct str *out)
{
	struct reading reading;
	struct agenda agenda;
	struct messages messages;
	struct err err = {0};

	reading_init(&reading);
	agenda_init(&agenda);
	messages_init(&messages, name);
	if (reading_parse(&reading, name, bytes, length, &err) &&
		agenda_import(&reading, name, &agenda, &messages, &err)) {
		reading_clear(&reading); /* nothing of the agenda may be in it */
		reading_init(&reading);
		agenda_write(&agenda, out);
		assert_read_back(name, out->text);
	} else {
		assert_int_equal(err.code, ERR_DATA);
		str_addf(out, "%s\n", err.text);
	}
	messages_clear(&messages);
	agenda_clear(&agenda);
	reading_clear(&reading);
}

static void import_file(const char *name, struct str *bytes, struct str *out)
{
	char *path = mem_printf("%s/%s", folder, name);

	golden_read(path, bytes);
	import(name, bytes->text, bytes->length, out);
	free(path);
}

static void compare_all(const char *ending)
{
	size_t count;
	char **names = golden_list(folder, ending, &count);

	assert_true(count > 0);
	for (size_t i = 0; i < count; i++) {
		struct str bytes, out;
		str_init(&bytes);
		str_init(&out);
		import_file(names[i], &bytes, &out);
		char *golden = mem_printf(
			"%s/%.*s.yaml", folder, (int)(strlen(names[i]) - strlen(ending)), names[i]);
		golden_compare(golden, out.text);
		free(golden);
		str_clear(&out);
		str_clear(&bytes);
		free(names[i]);
	}
	free(names);
}

static void each_document_gives_its_agenda_file(void **state)
{
	(void)state;
	compare_all(".txt");
	compare_all(".md");
}

/* Lines of running text that have the word for a body in them name none. */
static void what_speaks_of_a_body_in_passing_stays_unread(void **state)
{
	static const char text[] = "Workshop on Rescue at Sea\n"
				   "Lisbon, 3 and 4 May 2032\n\n"
				   "Aims of this third workshop are to:\n"
				   "\u2022 Look back at the previous workshops;\n\n"
				   "See: https://sea.example/Workshop.html\n\n"
				   "Provisional agenda\n\n"
				   "1. Opening of the workshop.\n"
				   "2. Rescue from the air.\n"
				   "3. Closing of the workshop.\n";
	struct str out;

	(void)state;
	str_init(&out);
	import("rescue.txt", text, strlen(text), &out);
	assert_non_null(strstr(out.text, "title: Rescue from the air"));
	assert_non_null(strstr(out.text, "Aims of this third workshop are to:"));
	assert_non_null(strstr(out.text, "Look back at the previous workshops;"));
	assert_non_null(strstr(out.text, "https://sea.example/Workshop.html"));
	str_clear(&out);
}

/* Cut anywhere, a document is refused or gives an agenda file that can be read. */
static void a_document_that_is_cut_off_gives_an_agenda_or_a_reason(void **state)
{
	size_t count;
	char **names = golden_list(folder, ".txt", &count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		struct str bytes, out;
		str_init(&bytes);
		str_init(&out);
		import_file(names[i], &bytes, &out);
		for (size_t cut = bytes.length; cut > 40; cut -= cut / 12 + 7) {
			str_reset(&out);
			import(names[i], bytes.text, cut, &out);
			str_reset(&out);
			import(names[i], bytes.text + bytes.length - cut, cut, &out);
		}
		str_clear(&out);
		str_clear(&bytes);
		free(names[i]);
	}
	free(names);
}

static void nothing_of_a_document_is_lost(void **state)
{
	static const char text[] = "Group of Anglers\nLisbon, 3 May 2010\n\nAgenda\n\n1. Opening\n"
				   "2. Rods\n3. Any other business\n\nA word that fits nowhere.\n";
	struct str out;

	(void)state;
	str_init(&out);
	import("anglers.txt", text, strlen(text), &out);
	assert_non_null(strstr(
		out.text, "unread:\n  - lines: \"10\"\n    text: A word that fits nowhere."));
	str_clear(&out);
}

/* A handbook that shows how reports are divided, in Markdown. */
static void an_outline_inside_of_a_handbook_is_no_agenda(void **state)
{
	static const char front[] = "# How meetings of anglers are written up\n\n"
				    "## 1. Anatomy\n\nEach report has a masthead and parts.\n\n"
				    "## 2. Skeleton\n\n```\n";
	static const char outline[] =
		"I.   Introduction                  what was asked for\n"
		"II.  Recommendations [adopted by ...] per body\n"
		"III. Summary of deliberations      one heading per item\n"
		"IV.  Organization of the meeting\n     A. Opening of the meeting\n     B. Statements\n"
		"V.   Adoption of the report\n";
	struct str text, out;

	(void)state;
	str_init(&text);
	str_init(&out);
	str_addf(&text, "%s%s```\n\nThe parts follow one another.\n", front, outline);
	import("handbook.md", text.text, text.length, &out);
	assert_non_null(strstr(out.text, "is no agenda"));
	str_clear(&out);
	str_clear(&text);
}

static void a_distribution_is_read_without_its_colon(void **state)
{
	static const char text[] =
		"Distr. LIMITED\nDUCK/1999/L.1\n\nGroup of Ducks\nLisbon, 3 May 2010\n\nAgenda\n\n"
		"1. Opening\n2. Ponds\n3. Any other business\n";
	struct str out;

	(void)state;
	str_init(&out);
	import("ducks.txt", text, strlen(text), &out);
	assert_non_null(strstr(out.text, "  distribution: LIMITED\n"));
	assert_null(strstr(out.text, "unread"));
	str_clear(&out);
}

static void a_symbol_that_was_read_with_blanks_reads_back(void **state)
{
	static const char text[] =
		"DUCK/CP/1 /023 12\n\nGroup of Ducks\nLisbon, 3 May 2010\n\nAgenda\n\n1. Opening\n"
		"2. Ponds\n3. Any other business\n";
	struct str out;

	(void)state;
	str_init(&out);
	import("ducks.txt", text, strlen(text), &out);
	assert_non_null(strstr(out.text, "    symbol: DUCK/CP/1\n"));
	str_clear(&out);
}

static void what_a_slot_has_no_room_for_is_unread(void **state)
{
	struct str text, out;

	(void)state;
	str_init(&text);
	str_init(&out);
	str_add(&text, "Group of Anglers\nLisbon, 3 May 2010\n\nAgenda\n\n1. Opening\n2. Rods\n"
		       "3. Any other business\n\nOrganization of work\n\n"
		       "Monday, 3 May 2010\n\n| Time | What |\n|--|--|\n");
	for (int i = 0; i < 20; i++)
		str_addf(&text, "| %s | Presentation by angler %c of what was caught |\n",
			i ? "" : "10 a.m.-1 p.m.", 'A' + i);
	import("anglers.md", text.text, text.length, &out);
	for (int i = 0; i < 20; i++) {
		char words[] = "angler A of what";
		words[7] = (char)('A' + i);
		if (!strstr(out.text, words))
			fail_msg("“%s” is not in\n%s", words, out.text);
	}
	str_clear(&out);
	str_clear(&text);
}

static void a_joint_document_is_one_however_it_is_cited(void **state)
{
	static const char text[] =
		"Group of Anglers\nLisbon, 3 May 2010\n\nAgenda\n\n1. Opening\n2. Rods\n3. Nets\n"
		"4. Any other business\n\nAnnotations\n\n2. Rods\n\nDocumentation\n\n"
		"Note by the Secretariat on rods (ANG/2010/2)\n\n3. Nets\n\nDocumentation\n\n"
		"Note by the Secretariat on rods (ANG/2010/2-NET/2010/1)\n";
	struct str out;

	(void)state;
	str_init(&out);
	import("anglers.txt", text, strlen(text), &out);
	assert_non_null(strstr(out.text, "symbols: [ANG/2010/2, NET/2010/1]"));
	assert_null(strstr(out.text, "symbols: [ANG/2010/2]"));
	str_clear(&out);
}

static void a_quotation_mark_before_a_title_stays_whole(void **state)
{
	static const char text[] =
		"Group of Anglers\nLisbon, 3 May 2010\n\nAgenda\n\n1. Opening\n2. Rods\n"
		"3. Any other business\n\nAnnotations\n\n2. Rods\n\nDocumentation\n\n"
		"\u2022 \u201CRods and lines\u201D (ANG/2010/2)\n\u2019Nets\u2019 (ANG/2010/3)\n";
	struct str out;

	(void)state;
	str_init(&out);
	import("anglers.txt", text, strlen(text), &out);
	assert_non_null(strstr(out.text, "ANG/2010/2"));
	assert_non_null(strstr(out.text, "\u2019Nets\u2019"));
	str_clear(&out);
}

/* The time must grow with the document, and no faster. */
static void an_annotation_in_a_thousand_pieces_is_put_together_once(void **state)
{
	const char *patience = getenv("TEST_PATIENCE");
	double most = patience && atof(patience) > 1 ? atof(patience) : 1, seconds;
	struct reading reading;
	struct agenda agenda;
	struct messages messages;
	struct str text;
	struct err err = {0};

	(void)state;
	str_init(&text);
	str_add(&text, "Group of Anglers\nLisbon, 3 May 2010\n\nAgenda\n\n1. Opening\n"
		       "2. Rods and lines of all kinds\n3. Any other business\n\nAnnotations\n");
	for (int i = 0; i < 1500; i++) {
		str_add(&text, "\n2. Rods and lines of all kinds\n\n");
		for (int k = 0; k < 40; k++)
			str_add(&text, "Text of it, and more. ");
		str_addc(&text, '\n');
	}
	reading_init(&reading);
	agenda_init(&agenda);
	messages_init(&messages, "a.txt");
	assert_true(reading_parse(&reading, "a.txt", text.text, text.length, &err));
	clock_t start = clock();
	assert_true(agenda_import(&reading, "a.txt", &agenda, &messages, &err));
	seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	assert_true(strlen(agenda.items[1].annotation) > 1000000);
	if (seconds > most)
		fail_msg("it takes %.1f s", seconds);
	messages_clear(&messages);
	agenda_clear(&agenda);
	reading_clear(&reading);
	str_clear(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_document_gives_its_agenda_file),
		cmocka_unit_test(what_speaks_of_a_body_in_passing_stays_unread),
		cmocka_unit_test(a_document_that_is_cut_off_gives_an_agenda_or_a_reason),
		cmocka_unit_test(nothing_of_a_document_is_lost),
		cmocka_unit_test(a_distribution_is_read_without_its_colon),
		cmocka_unit_test(an_outline_inside_of_a_handbook_is_no_agenda),
		cmocka_unit_test(a_symbol_that_was_read_with_blanks_reads_back),
		cmocka_unit_test(what_a_slot_has_no_room_for_is_unread),
		cmocka_unit_test(a_joint_document_is_one_however_it_is_cited),
		cmocka_unit_test(a_quotation_mark_before_a_title_stays_whole),
		cmocka_unit_test(an_annotation_in_a_thousand_pieces_is_put_together_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
