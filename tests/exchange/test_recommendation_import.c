/* SPDX-License-Identifier: MIT */
/*
 * Published reports, invented in the forms of real ones (tests/exchange/reported), and
 * beside each what was understood, or the sentence that refuses it. The two of the
 * reference, where they are there, are held against their own text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/mem.h"
#include "exchange/recommendation_import.h"
#include "support/exchange/golden.h"

static const char folder[] = "tests/exchange/reported";

static const char *or_none(const char *text)
{
	return text ? text : "-";
}

static void show(const struct imported_report *report, struct str *out)
{
	size_t set = (size_t)-1;

	str_addf(out, "title %s\nsymbol %s\nheld %s\n", or_none(report->title),
		or_none(report->symbol), or_none(report->held));
	for (size_t i = 0; i < report->count; i++) {
		const struct imported_recommendation *one = &report->all[i];
		if (one->set != set) {
			const struct imported_set *of = &report->sets[set = one->set];
			str_addf(out, "\n%s, %s\n", or_none(of->chapter),
				of->numbered ? "numbered" : "lettered");
			str_addf(out, "subhead %s\nbody %s\nchapeau %s %s\n", or_none(of->subhead),
				or_none(of->body), or_none(of->paragraph), or_none(of->chapeau));
		}
		str_addf(out, "%d-%d %s <%s> %s<%s>\n", one->line, one->last_line, one->label,
			one->verb, one->text, one->ending);
	}
	str_add(out, "\n");
	for (size_t i = 0; i < report->piece_count; i++)
		str_addf(out, "%d-%d %s%s: %s\n", report->pieces[i].line,
			report->pieces[i].last_line, report->pieces[i].taken ? "taken, but " : "",
			report->pieces[i].why, report->pieces[i].text);
	imported_report_summary(report, out);
	str_add(out, "\n");
}

/* What was understood, or the refusal. */
static void understand(const char *name, const char *bytes, size_t length, struct str *out)
{
	struct reading reading;
	struct imported_report report;
	struct err err = {0};

	reading_init(&reading);
	imported_report_init(&report);
	if (reading_parse(&reading, name, bytes, length, &err) &&
		recommendation_import(&reading, name, &report, &err))
		show(&report, out);
	else
		str_addf(out, "refused: %s\n", err.text);
	imported_report_clear(&report);
	reading_clear(&reading);
}

static void every_report_gives_what_stands_beside_it(void **state)
{
	static const char *const endings[] = {".txt", ".md", ".html", NULL};

	(void)state;
	for (size_t e = 0; endings[e]; e++) {
		size_t count;
		char **names = golden_list(folder, endings[e], &count);
		for (size_t i = 0; i < count; i++) {
			struct str bytes = STR_EMPTY, out = STR_EMPTY;
			char *path = mem_printf("%s/%s", folder, names[i]);
			char *beside = mem_printf("%s/%s.out", folder, names[i]);
			golden_read(path, &bytes);
			understand(names[i], bytes.text, bytes.length, &out);
			golden_compare(beside, out.text);
			str_clear(&out);
			str_clear(&bytes);
			free(beside);
			free(path);
			free(names[i]);
		}
		assert_true(count > 0);
		free(names);
	}
}

/* --- printed again --- */

static void add_words(const char *text, struct str *out)
{
	for (const char *c = text; *c; c++) {
		bool blank = *c == ' ' || *c == '\n' || *c == '\t' || *c == '\f';
		if (!blank && *c != '*')
			str_addc(out, *c);
		else if (blank && out->length > 0 && out->text[out->length - 1] != ' ')
			str_addc(out, ' ');
	}
	if (out->length > 0 && out->text[out->length - 1] != ' ')
		str_addc(out, ' ');
}

static void print_set(const struct imported_set *set, struct str *out)
{
	if (set->subhead)
		add_words(set->subhead, out);
	if (set->paragraph)
		add_words(set->paragraph, out);
	if (set->chapeau)
		add_words(set->chapeau, out);
}

/* The chapter as it was printed, from what was understood. */
static void print(const struct imported_report *report, struct str *out)
{
	size_t set = (size_t)-1;

	add_words(report->sets[0].chapter, out);
	for (size_t i = 0; i < report->count; i++) {
		const struct imported_recommendation *one = &report->all[i];
		if (one->set != set)
			print_set(&report->sets[set = one->set], out);
		char *text = mem_printf("%s%s %s%s", one->label,
			report->sets[set].numbered ? "." : "", one->text, one->ending);
		add_words(text, out);
		free(text);
	}
}

/* The report's chapter II and the same printed again are equal, and it has `count`. */
static void assert_printed_again(const char *path, size_t count)
{
	struct str bytes = STR_EMPTY, printed = STR_EMPTY, again = STR_EMPTY;
	struct reading reading;
	struct imported_report report;
	struct err err = {0};

	golden_read(path, &bytes);
	reading_init(&reading);
	imported_report_init(&report);
	assert_true(reading_file(&reading, path, &err));
	if (!recommendation_import(&reading, path, &report, &err))
		fail_msg("%s", err.text);
	assert_int_equal(report.count, count);
	assert_int_equal(report.piece_count, 0);
	char *from = strstr(bytes.text, "\nII. "), *to = strstr(bytes.text, "\nIII. ");
	assert_non_null(from);
	assert_non_null(to);
	*to = '\0';
	add_words(from + 1, &printed);
	print(&report, &again);
	assert_string_equal(again.text, printed.text);
	imported_report_clear(&report);
	reading_clear(&reading);
	str_clear(&again);
	str_clear(&printed);
	str_clear(&bytes);
}

static bool is_there(const char *path)
{
	if (access(path, R_OK) == 0)
		return true;
	print_message("skipped: %s is not here\n", path);
	return false;
}

static void assert_reference(const char *name, size_t count)
{
	const char *reference = getenv("REFERENCE_DIR");
	char *path = mem_printf("%s/%s", reference ? reference : "", name);
	bool there = is_there(path);

	if (there)
		assert_printed_again(path, count);
	free(path);
	if (!there)
		skip();
}

static void the_lettered_recommendations_of_2010_print_again_as_they_are(void **state)
{
	(void)state;
	assert_reference("report-2010.txt", 15);
}

static void the_numbered_recommendations_of_2018_print_again_as_they_are(void **state)
{
	(void)state;
	assert_reference("draft-report-addendum-2018.txt", 4);
}

static void invented_recommendations_print_again_as_they_are(void **state)
{
	(void)state;
	assert_printed_again("tests/exchange/reported/harbours-2011.txt", 28);
	assert_printed_again("tests/exchange/reported/canals-2019-add.txt", 4);
}

/* --- the same in every format --- */

/* Courier of a PDF has no curly quotation marks. */
static void add_plain(const char *text, struct str *out)
{
	for (const char *c = text; *c; c++) {
		if (strncmp(c, "\xe2\x80\x9c", 3) == 0 || strncmp(c, "\xe2\x80\x9d", 3) == 0)
			str_addc(out, '"');
		else if (strncmp(c, "\xe2\x80\x99", 3) == 0)
			str_addc(out, '\'');
		else {
			str_addc(out, *c);
			continue;
		}
		c += 2;
	}
}

static void all_texts(const char *path, struct str *out)
{
	struct reading reading;
	struct imported_report report;
	struct err err = {0};

	reading_init(&reading);
	imported_report_init(&report);
	if (!reading_file(&reading, path, &err) ||
		!recommendation_import(&reading, path, &report, &err))
		fail_msg("%s", err.text);
	for (size_t i = 0; i < report.count; i++) {
		char *line = mem_printf(
			"%s %s%s\n", report.all[i].label, report.all[i].text, report.all[i].ending);
		add_plain(line, out);
		free(line);
	}
	imported_report_clear(&report);
	reading_clear(&reading);
}

static void assert_same(const char *path)
{
	struct str text = STR_EMPTY, other = STR_EMPTY;

	all_texts("tests/exchange/reported/harbours-2011.txt", &text);
	all_texts(path, &other);
	assert_string_equal(other.text, text.text);
	str_clear(&other);
	str_clear(&text);
}

static void a_docx_of_the_report_gives_the_same(void **state)
{
	(void)state;
	assert_same("tests/exchange/reported/harbours-2011.docx");
}

static void a_pdf_of_the_report_gives_the_same(void **state)
{
	(void)state;
	if (system("pdftotext -v >/dev/null 2>&1") != 0) {
		print_message("skipped: pdftotext is not here\n");
		skip();
	}
	assert_same("tests/exchange/reported/harbours-2011.pdf");
}

static void a_letter_that_is_missing_is_said(void **state)
{
	static const char text[] = "II. Recommendations\n\n1. The Working Group:\n\n"
				   "(a) Requests it;\n\n(c) Invites it.\n";
	struct str out = STR_EMPTY;

	(void)state;
	understand("gap.txt", text, sizeof text - 1, &out);
	assert_non_null(strstr(
		out.text, "7-7 taken, but its letter does not follow the one before it: (c)"));
	assert_non_null(strstr(out.text, "2 recommendations, (a) to (c), 1 doubtful\n"));
	str_clear(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_report_gives_what_stands_beside_it),
		cmocka_unit_test(invented_recommendations_print_again_as_they_are),
		cmocka_unit_test(a_docx_of_the_report_gives_the_same),
		cmocka_unit_test(a_pdf_of_the_report_gives_the_same),
		cmocka_unit_test(a_letter_that_is_missing_is_said),
		cmocka_unit_test(the_lettered_recommendations_of_2010_print_again_as_they_are),
		cmocka_unit_test(the_numbered_recommendations_of_2018_print_again_as_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
