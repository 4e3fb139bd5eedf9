/* SPDX-License-Identifier: MIT */
/*
 * The import of recommendations under a fuzzer (make fuzz). What must hold of any text: it
 * is refused with a sentence, or every recommendation has a set, a text and lines in their
 * order, and what it begins with as a verb is its beginning.
 */
#undef NDEBUG
#include <assert.h>
#include <stdint.h>
#include <string.h>

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
