/* SPDX-License-Identifier: MIT */
/*
 * Tracked changes: with all of them accepted there is the text as it is now, with all
 * rejected the one as it was, to the last blank.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/generator.h"
#include "base/mem.h"
#include "model/inline.h"
#include "model/marking.h"
#include "model/negotiation.h"
#include "pack/xml.h"
#include "support/document/docx_file.h"

/* The words of the body after all changes were accepted, and rejected. */
struct outcome {
	struct str accepted, rejected;
	int in_new, in_gone, in_text;
};

static int *place_of(struct outcome *outcome, struct xml_name name)
{
	static int nowhere;

	return strcmp(name.local, "ins") == 0   ? &outcome->in_new
	       : strcmp(name.local, "del") == 0 ? &outcome->in_gone
	       : strcmp(name.local, "t") == 0 || strcmp(name.local, "delText") == 0
		       ? &outcome->in_text
		       : &nowhere;
}

static bool on_start(
	void *context, struct xml_name name, struct xml_attributes attributes, struct err *err)
{
	(void)attributes;
	(void)err;
	++*place_of(context, name);
	return true;
}

static bool on_end(void *context, struct xml_name name, struct err *err)
{
	(void)err;
	--*place_of(context, name);
	return true;
}

static bool on_text(void *context, const char *text, size_t length, struct err *err)
{
	struct outcome *outcome = context;

	(void)err;
	if (outcome->in_text && !outcome->in_gone)
		str_addn(&outcome->accepted, text, length);
	if (outcome->in_text && !outcome->in_new)
		str_addn(&outcome->rejected, text, length);
	return true;
}

/* Of one paragraph with that text in inline form. */
static void assert_outcome(const char *text, const char *accepted, const char *rejected)
{
	static const struct xml_events events = {on_start, on_end, on_text};
	struct outcome outcome = {STR_EMPTY, STR_EMPTY, 0, 0, 0};
	struct err err = {0};

	document_clear(&docx_file.document);
	document_init(&docx_file.document);
	docx_add(docx_file.document.root, NODE_PLAIN, text);
	docx_write();
	if (!xml_read_part(docx_file.zip, "word/document.xml", &events, &outcome, &err))
		fail_msg("%s", err.text);
	if (strcmp(outcome.accepted.text, accepted) != 0)
		fail_msg("%s\naccepted: %s\nexpected: %s", text, outcome.accepted.text, accepted);
	if (strcmp(outcome.rejected.text, rejected) != 0)
		fail_msg("%s\nrejected: %s\nexpected: %s", text, outcome.rejected.text, rejected);
	str_clear(&outcome.accepted);
	str_clear(&outcome.rejected);
}

static void blanks_come_and_go_with_their_words(void **state)
{
	static const char *const cases[][3] = {
		{"laws {gone on} {new about} it", "laws about it", "laws on it"},
		{"laws {new , and rules,} in it", "laws, and rules, in it", "laws in it"},
		{"laws {gone and rules} in it", "laws in it", "laws and rules in it"},
		{"laws{gone , and rules,} in it", "laws in it", "laws, and rules, in it"},
		{"laws {new and rules} in it", "laws and rules in it", "laws in it"},
		{"laws {gone in it}.", "laws.", "laws in it."},
		{"laws {new in it}.", "laws in it.", "laws."},
		{"laws {new in it}", "laws in it", "laws"},
		{"{gone The} {new These} laws", "These laws", "The laws"},
		{"{new The} laws", "The laws", "laws"},
		{"{gone The} laws", "laws", "The laws"},
		{"laws {gone in it} {new , and rules} too", "laws, and rules too",
			"laws in it too"},
		{"laws{gone , rules} {new and rules} too", "laws and rules too", "laws, rules too"},
		{"laws {gone on} {new about} {new of} it", "laws about of it", "laws on it"},
		{"laws {gone a} {gone b} it", "laws it", "laws a b it"},
		{"laws{gone .}{new ;}", "laws;", "laws."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_outcome(cases[i][0], cases[i][1], cases[i][2]);
}

/* --- any --- */

static void some_words(struct generator *generator, struct str *out)
{
	static const char *const words[] = {"laws", "rules", "States", "the", "of", "and"};
	static const char *const stops[] = {",", ";", ":", ""};
	unsigned count = 1 + generator_next(generator, 12);

	for (unsigned i = 0; i < count; i++)
		str_addf(out, "%s%s%s", i ? " " : "", words[generator_next(generator, 6)],
			i + 1 < count && generator_next(generator, 5) == 0
				? stops[generator_next(generator, 4)]
				: "");
	str_add(out, generator_next(generator, 2) ? "." : "");
}

/* What is between signs, in inline form. */
static void add_inline(const char *marked, struct str *out)
{
	const char *mark;
	size_t length;
	bool is_new;

	for (; (mark = marking_next(marked, &length, &is_new)); marked = mark + length + 4)
		str_addf(out, "%.*s%s%.*s}", (int)(mark - marked), marked,
			is_new ? "{new " : "{gone ", (int)length, mark + 2);
	str_add(out, marked);
}

static void any_difference_is_accepted_or_rejected_as_a_whole(void **state)
{
	struct generator generator = GENERATOR_SEED;

	(void)state;
	for (int i = 0; i < 500; i++) {
		struct str base = STR_EMPTY, text = STR_EMPTY, marked = STR_EMPTY, form = STR_EMPTY;
		some_words(&generator, &base);
		some_words(&generator, &text);
		negotiation_mark(base.text, text.text, &marked);
		add_inline(marked.text, &form);
		assert_outcome(form.text, text.text, base.text);
		str_clear(&base);
		str_clear(&text);
		str_clear(&marked);
		str_clear(&form);
	}
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, docx_begin, docx_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(blanks_come_and_go_with_their_words),
		TEST(any_difference_is_accepted_or_rejected_as_a_whole),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
