/* SPDX-License-Identifier: MIT */
/*
 * The import of recommendations under a fuzzer (make fuzz). What must hold of any text: it
 * is refused with a sentence, or every recommendation has a set, a text and lines in their
 * order, and what it begins with as a verb is its beginning. Of a document that is read as
 * a whole no line is lost.
 */
#undef NDEBUG
#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "exchange/recommendation_import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_one(
	const struct imported_report *report, const struct imported_recommendation *one)
{
	assert(one->set < report->set_count);
	assert(one->label && one->text && one->ending && one->verb);
	assert(strncmp(one->text, one->verb, strlen(one->verb)) == 0);
	assert(one->line <= one->last_line);
}

enum { NEEDLE = 20, FULL = 2000 };

static void add(const char *text, struct str *out)
{
	if (text)
		str_addf(out, "%s\n", text);
}

/* All that was understood, and all that was not. */
static void say_all(const struct imported_report *report, struct str *out)
{
	for (size_t i = 0; i < report->set_count; i++) {
		add(report->sets[i].subhead, out);
		add(report->sets[i].chapeau, out);
	}
	for (size_t i = 0; i < report->count; i++) {
		str_add(out, report->all[i].text);
		add(report->all[i].ending, out);
	}
	for (size_t i = 0; i < report->piece_count; i++)
		add(report->pieces[i].text, out);
}

/* "Recommendation 3" above one, which is nothing but its label. */
static bool is_label(const char *text)
{
	static const char word[] = "recommendation ";
	const char *figure = text + strlen(word);

	if (strncasecmp(text, word, strlen(word)) != 0)
		return false;
	if (strncasecmp(figure, "no. ", 4) == 0)
		figure += 4;
	return *figure && strspn(figure, "0123456789.: ") == strlen(figure);
}

/* The end of each paragraph is somewhere: its beginning may have become a label. */
static void check_lost(const struct reading *reading, const struct imported_report *report)
{
	struct str all;

	str_init(&all);
	say_all(report, &all);
	for (size_t i = 0; i < reading->count && report->piece_count < FULL; i++) {
		const char *text = reading->paragraphs[i].text;
		size_t length = strlen(text);
		if (reading->paragraphs[i].style != READING_PAGE && !is_label(text))
			assert(strstr(all.text, length > NEEDLE ? text + length - NEEDLE : text));
	}
	str_clear(&all);
}

static void check(const char *name, const char *bytes, size_t size, bool any)
{
	struct reading reading;
	struct imported_report report;
	struct err err = {0};

	reading_init(&reading);
	imported_report_init(&report);
	if (reading_parse(&reading, name, bytes, size, &err) &&
		(any ? recommendation_import_any : recommendation_import)(
			&reading, name, &report, &err)) {
		assert(any || report.count > 0);
		for (size_t i = 0; i < report.count; i++)
			check_one(&report, &report.all[i]);
		if (report.set_count > 0 ? !report.sets[0].chapter : any)
			check_lost(&reading, &report);
	} else {
		assert(*err.text);
	}
	imported_report_clear(&report);
	reading_clear(&reading);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char head[] = "II. Recommendations\n\n1. The Working Group:\n\n";
	struct str chapter;

	check("fuzz.txt", (const char *)data, size, false);
	check("fuzz.md", (const char *)data, size, true);
	str_init(&chapter);
	str_add(&chapter, head);
	str_addn(&chapter, (const char *)data, size);
	check("fuzz.txt", chapter.text, chapter.length, false);
	str_clear(&chapter);
	return 0;
}
