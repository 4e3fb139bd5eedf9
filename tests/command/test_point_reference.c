/* SPDX-License-Identifier: MIT */
/*
 * The summaries of two published reports, from their points: what each paragraph says is
 * entered as the point of as many speakers as its quantifier tells of, or as a conclusion
 * of the Chair, and the paragraph that comes of it is the published one, word by word. The
 * published ones are read where they are present; an invented one stands beside them.
 */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "report/report.h"
#include "support/command/one_desk.h"

static const char invented[] =
	"1. Three representatives of the Secretariat made presentations on the ongoing dredging of"
	" harbours.\n"
	"2. Speakers requested the Office to chart the shoals, and noted that charts were old. The\n"
	"\n"
	"charting should go on.\n"
	"3. Several speakers also stressed the need for lights.\n"
	"4. A number of speakers informed the meeting about their harbours.\n"
	"5. Most speakers were of the view that pilots were needed.\n"
	"6. As a conclusion of the deliberations on this agenda item, the Chair requested the"
	" Secretariat to prepare a new chart. The Chair also requested the Secretariat to print it.\n";

static const char *const states[] = {"Benin", "Canada", "Pakistan", "Spain", "Zimbabwe", "Mali",
	"Togo", "Kenya", "Ghana", "Chad", "Niger", "Gabon"};

/* The paragraph of that number, its lines and pages joined; in the arena. */
static const char *paragraph(const char *document, int number)
{
	char begin[16], next[16];

	snprintf(begin, sizeof begin, "%d. ", number);
	snprintf(next, sizeof next, "\n%d. ", number + 1);
	const char *at = document;
	while (at && (strncmp(at, begin, strlen(begin)) != 0 || (at > document && at[-1] != '\n')))
		at = at[1] ? at + 1 : NULL;
	if (!at) {
		fail_msg("there is no paragraph %d", number);
		return "";
	}
	at += strlen(begin);
	/* A page may end inside it: then it goes on with a small letter. */
	const char *end = at;
	while (*end && strncmp(end, next, strlen(next)) != 0 &&
		!(end[0] == '\n' && end[1] == '\n' &&
			!islower((unsigned char)end[2 + strspn(end + 2, "\n")])))
		end++;
	char *text = arena_strndup(&fixture.arena, at, (size_t)(end - at)), *to = text;
	for (const char *from = text; *from; from++)
		if (*from != '\n')
			*to++ = *from;
		else if (to > text && to[-1] != ' ')
			*to++ = ' ';
	while (to > text && to[-1] == ' ')
		to--;
	*to = '\0';
	return text;
}

static bool is_told(const char *text)
{
	struct template template;
	struct err err = {0};
	bool found = false;

	template_init(&template);
	template_copy(&template, desk_template(&fixture.desk));
	assert_true(template_set(&template, "conclusion.first",
		"as a conclusion of the deliberations on this agenda item, the Chair", &err));
	struct report *report = report_build(fixture.store, fixture.desk.session, &template);
	for (const struct node *node = report_document(report)->root; node;
		node = document_next(node))
		found = found || (node->kind == NODE_PARAGRAPH && node->text &&
					 strcmp(node->text, text) == 0);
	report_free(report);
	template_clear(&template);
	return found;
}

static void speak(void)
{
	char line[100];

	for (size_t i = 0; i < 12; i++) {
		snprintf(line, sizeof line, "statement add %s --item 3 --from 10:%02zu", states[i],
			10 + i);
		does(line);
	}
}

/* The words behind "Several speakers " of so many of those who spoke. */
static void tell(const char *text, const char *quantifier, size_t speakers, const char *say)
{
	const char *names = "";

	assert_memory_equal(text, quantifier, strlen(quantifier));
	for (size_t i = 0; i < speakers; i++)
		names = arena_printf(&fixture.arena, "%s%s%s", names, i ? ", " : "", states[i]);
	const char *words = text + strlen(quantifier);
	if (strncmp(words, "were ", 5) == 0)
		words = arena_printf(&fixture.arena, "was %s", words + 5);
	const char *reply = fixture_do(&fixture,
		arena_printf(&fixture.arena, "point add \"%s\" --by '%s' --item 3", words, names));
	if (say)
		does(arena_printf(&fixture.arena, "point say p%d %s", atoi(reply + 1), say));
	if (!is_told(text))
		fail_msg("the report does not say \"%s\"", text);
}

static const char *between(const char *text, const char *from, const char *to)
{
	const char *begin = strstr(text, from);

	assert_non_null(begin);
	begin += strlen(from);
	const char *end = strstr(begin, to);
	assert_non_null(end);
	return arena_strndup(&fixture.arena, begin, (size_t)(end - begin));
}

static void conclude(const char *text)
{
	const char *first = between(text, "the Secretariat to ", ". ");
	const char *also = strstr(text, "also requested the Secretariat to ");

	assert_non_null(also);
	also += strlen("also requested the Secretariat to ");
	does(arena_printf(&fixture.arena, "conclusion add \"%s\" --item 3 --request", first));
	does(arena_printf(&fixture.arena, "conclusion add \"%s\" --item 3 --request", also));
	if (!is_told(text))
		fail_msg("the report does not say \"%s\"", text);
}

static void an_invented_summary_comes_out_as_it_is_written(void **state)
{
	(void)state;
	does("presentation add 'the ongoing dredging of harbours' --item 3 --by Secretariat"
	     " --count 3");
	assert_true(is_told(paragraph(invented, 1)));
	speak();
	tell(paragraph(invented, 2), "Speakers ", 12, NULL);
	tell(paragraph(invented, 3), "Several speakers ", 4, NULL);
	tell(paragraph(invented, 5), "Most speakers ", 9, NULL);
	tell(paragraph(invented, 4), "A number of speakers ", 3, "number");
	conclude(paragraph(invented, 6));
}

/* True if it is present; the text is to be cleared either way. */
static bool read_reference(const char *name, struct str *text)
{
	const char *folder = getenv("REFERENCE_DIR");

	str_init(text);
	return folder &&
	       file_read(arena_printf(&fixture.arena, "%s/%s", folder, name), 1 << 20, text, NULL);
}

/* Its paragraphs 8, 10 and 12, and the second sentences of 7, are nobody's words: the
 * rapporteur writes them. */
static void compare_2010(const char *text)
{
	const char *topic = between(paragraph(text, 7),
		"Four representatives of the Secretariat made"
		" presentations on ",
		". ");

	does(arena_printf(&fixture.arena,
		"presentation add \"%s\" --item 3 --by Secretariat --count 4", topic));
	assert_true(is_told(arena_printf(&fixture.arena,
		"Four representatives of the Secretariat made presentations on %s.", topic)));
	speak();
	tell(paragraph(text, 9), "Speakers ", 12, NULL);
	tell(paragraph(text, 11), "Speakers ", 12, NULL);
	tell(paragraph(text, 13), "A number of speakers ", 5, "number");
}

static void the_summary_of_2010_comes_of_its_points(void **state)
{
	struct str text;
	bool present = read_reference("report-2010.txt", &text);

	(void)state;
	if (present)
		compare_2010(text.text);
	str_clear(&text);
	if (!present)
		skip();
}

static void the_conclusion_of_2018_comes_of_its_requests(void **state)
{
	struct str text;
	bool present = read_reference("draft-report-addendum-2018.txt", &text);

	(void)state;
	if (present)
		conclude(paragraph(text.text, 6));
	str_clear(&text);
	if (!present)
		skip();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_invented_summary_comes_out_as_it_is_written,
			desk_set_up_item_3, desk_tear_down),
		cmocka_unit_test_setup_teardown(the_summary_of_2010_comes_of_its_points,
			desk_set_up_item_3, desk_tear_down),
		cmocka_unit_test_setup_teardown(the_conclusion_of_2018_comes_of_its_requests,
			desk_set_up_item_3, desk_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
