/* SPDX-License-Identifier: MIT */
/* Whole reports, compared with golden files, and what holds for every one. */
#include <ctype.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "store/rule.h"
#include "support/document/docx_file.h"
#include "support/document/valid.h"
#include "support/report/one_scene.h"

/* --- what holds for every report --- */

static void expect_continuous_numbers(const struct document *document)
{
	int n = 0;
	char label[16];

	for (struct node *node = document->root; node; node = document_next(node)) {
		if (node->kind != NODE_PARAGRAPH)
			continue;
		snprintf(label, sizeof(label), "%d", ++n);
		assert_string_equal(node->label, label);
	}
}

static void expect_ended_entries(const struct document *document)
{
	for (struct node *node = document->root; node; node = document_next(node)) {
		if (node->kind != NODE_ENTRY || node->parent->style != LIST_LETTERED || node->first)
			continue;
		char mark = node->text[strlen(node->text) - 1];
		assert_int_equal(mark, node->next ? ';' : '.');
	}
}

static void expect_keys_once(const struct document *document)
{
	for (struct node *node = document->root; node; node = document_next(node)) {
		assert_true(node->kind != NODE_PARAGRAPH || node->key);
		for (struct node *other = document_next(node); node->key && other;
			other = document_next(other))
			assert_true(!other->key || strcmp(other->key, node->key) != 0);
	}
}

/* A level has no heading or at least two (conventions 1.4). */
static void expect_no_lone_heading(const struct document *document)
{
	for (const struct node *node = document->root->first; node; node = node->next) {
		if (node->kind != NODE_HEADING || !node->label || node->level < 2)
			continue;
		bool first = strcmp(node->label, node->level == 2 ? "A" : "1") == 0;
		bool second = false;
		for (const struct node *after = node->next; first && after; after = after->next) {
			if (after->kind != NODE_HEADING || !after->level)
				continue;
			second = second || after->level == node->level;
			if (after->level <= node->level)
				break;
		}
		assert_true(!first || second);
	}
}

static void expect_clean_lines(const char *text)
{
	for (; *text; text++)
		assert_true(*text == '\n' || !iscntrl((unsigned char)*text));
}

static void expect_gaps(const struct report *report)
{
	size_t count, paragraphs = 0;
	const struct report_gap *gaps = report_gaps(report, &count);

	for (const struct node *node = report_document(report)->root->first; node;
		node = node->next)
		paragraphs += node->kind == NODE_PARAGRAPH;
	for (size_t i = 0; i < count; i++) {
		assert_true(isupper((unsigned char)gaps[i].text[0]));
		assert_true(gaps[i].line <= paragraphs);
	}
}

static void check_form(void)
{
	struct report *report = report_build(scene.store, scene.session, &scene.template);
	const struct document *document = report_document(report);

	expect_continuous_numbers(document);
	expect_ended_entries(document);
	expect_keys_once(document);
	expect_no_lone_heading(document);
	expect_gaps(report);
	report_free(report);
	for (size_t i = 0; document_writers[i]; i++) {
		if (strcmp(document_writers[i]->name, "docx") == 0)
			continue; /* an archive has no lines */
		char *text = scene_report(&scene, document_writers[i]->name);
		expect_clean_lines(text);
		free(text);
	}
}

static bool has_gap(const char *beginning)
{
	return scene_has_gap(&scene, beginning);
}

/* --- formats --- */

/* The body of the DOCX with each block on a line of its own, as text. */
static void docx_body(struct str *out)
{
	struct report *report = report_build(scene.store, scene.session, &scene.template);

	docx_begin(NULL);
	docx_write_this(report_document(report));
	docx_check();
	for (const char *c = docx_part("word/document.xml"); *c; c++) {
		if (strncmp(c, "<w:p>", 5) == 0 || strncmp(c, "<w:tbl>", 7) == 0 ||
			strncmp(c, "<w:sectPr", 9) == 0)
			str_addc(out, '\n');
		str_addc(out, *c);
	}
	str_addc(out, '\n');
	docx_end(NULL);
	report_free(report);
}

static void compare_docx(const char *name)
{
	struct str body;

	str_init(&body);
	docx_body(&body);
	scene_golden(name, "text", body.text);
	str_clear(&body);
}

/* A check sum (FNV-1a) of what is too long to be kept here. */
static void add_sum(struct str *out, const char *name, const char *text)
{
	uint64_t sum = 0xcbf29ce484222325;
	size_t lines = 0;

	for (const char *c = text; *c; c++) {
		sum = (sum ^ (unsigned char)*c) * 0x100000001b3;
		lines += *c == '\n';
	}
	str_addf(out, "%s: %zu bytes, %zu lines, sum %016llx\n", name, strlen(text), lines,
		(unsigned long long)sum);
}

static void add_sums(struct str *out)
{
	struct str body;

	for (size_t i = 0; document_writers[i]; i++) {
		if (strcmp(document_writers[i]->name, "docx") == 0)
			continue;
		char *text = scene_report(&scene, document_writers[i]->name);
		add_sum(out, document_writers[i]->name, text);
		free(text);
	}
	str_init(&body);
	docx_body(&body);
	add_sum(out, "docx", body.text);
	str_clear(&body);
}

/* Headings with how many paragraphs stand under each, and the words of the last. */
static void add_outline(struct str *out)
{
	struct report *report = report_build(scene.store, scene.session, &scene.template);
	const struct node *last = NULL;
	size_t count = 0;

	for (const struct node *at = report_document(report)->root->first;; at = at->next) {
		if (last && (!at || at->kind == NODE_HEADING))
			str_addf(out, "  %zu to %s. %.70s\n", count, last->label, last->text);
		if (!at)
			break;
		if (at->kind == NODE_HEADING) {
			str_addf(out, "%s %s\n", at->label ? at->label : "", at->text);
			last = NULL;
			count = 0;
		} else if (at->kind == NODE_PARAGRAPH) {
			last = at;
			count++;
		}
	}
	report_free(report);
}

/* --- the scenes --- */

static void a_session_with_nothing_logged_gives_a_skeleton_with_gaps(void **state)
{
	(void)state;
	scene_2012(&scene);
	check_form();
	assert_true(has_gap("No meeting has been opened"));
	assert_true(has_gap("Who chaired the meeting is not known"));
	assert_true(has_gap("No statement has been logged"));
	compare("empty");
}

static void make_day(void)
{
	scene_2012(&scene);
	scene_begin(&scene);
	scene_participant(&scene, "group", "African Group", "the African Group");
	scene_participant(&scene, "intergovernmental", "International Criminal Police Organization",
		"the International Criminal Police Organization");
	scene_participant(&scene, "un_body", "World Bank", "the World Bank");
	scene_participant(&scene, "nongovernmental", "Museums, Archives and Libraries Watch", NULL);
	scene_participant(&scene, "guest", "Blue Shield", NULL);
	scene_status(&scene, "party",
		"Benin; Canada; Costa Rica; Côte d’Ivoire; Croatia; Egypt; European Union; Gambia; Spain");
	scene_status(&scene, "signatory", "Iran (Islamic Republic of); Japan");
	scene_status(&scene, "nonparty", "Somalia");
	scene_officer(&scene, "wg2", "Ana Beispiel", "Uruguay");
	scene_present(&scene, "Croatia; Somalia; Zimbabwe");

	scene_meeting(&scene, 0);
	scene_open(&scene, "1 (a)");
	scene_say(&scene, "1 (a)", "Chair", "chair", NULL, "Made an opening statement");
	scene_conclude(&scene, "1 (a)");
	scene_open(&scene, "1 (b)");
	scene_adopt(&scene, "agenda", "consensus", true);
	scene_conclude(&scene, "1 (b)");
	scene_open(&scene, "2");
	scene_say(&scene, "2", "Secretariat", "presentation", NULL,
		"presented the report before the meeting");
	scene_say(&scene, "2", "Secretariat", "presentation", NULL,
		"reported on activities in Eastern Africa; \nalso informed the meeting of model laws");
	scene_say(&scene, "2", "Egypt", NULL, "African Group", "Welcomed the report.");
	scene_say(&scene, "2", "Canada", NULL, NULL,
		"threat assessments should come first; \nAsked for model legislation\n"
		"UNODC could share its tools, databases, etc.\nwould there be a digest of cases?");
	scene_speakers(&scene, "2", "Spain; Côte d’Ivoire; Canada; Benin; Croatia; Costa Rica");
	scene_speakers(&scene, "2", "European Union; Japan; Iran (Islamic Republic of); Zimbabwe");
	scene_speakers(&scene, "2", "Somalia; Holy See; World Bank; Blue Shield");
	scene_speakers(&scene, "2",
		"Museums, Archives and Libraries Watch; International Criminal Police Organization");
	scene_say(&scene, "2", "Pakistan", "point_of_order", NULL, "asked that the list be closed");
	scene_say(&scene, "2", "Egypt", "reply", NULL, "");
	scene_say(&scene, "2", "Chair", "chair", NULL,
		"requested the Secretariat to prepare a paper");

	scene_meeting(&scene, 1);
	scene_open(&scene, "2");
	scene_conclude(&scene, "2");
	scene_open(&scene, "3");
	scene_say(&scene, "3", "Gambia", NULL, NULL, "shared its experience in the region");
	scene_open(&scene, "4");
	scene_speakers(&scene, "4", "Zimbabwe");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED,
		"takes note of the progress made in the region; and");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED,
		"(b) Requests the Secretariat to continue its work, in particular on:\nmodel laws, etc.");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "Urges States to wait");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_WITHDRAWN, "Regrets the weather");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED,
		"Also invites States parties to exchange information.");
	scene_end(&scene);
}

static void a_day_with_every_kind_of_speaker(void **state)
{
	(void)state;
	make_day();
	check_form();
	assert_true(has_gap("One recommendation is not decided yet"));
	assert_true(has_gap("Whether 3 participants are parties is not known"));
	assert_true(has_gap("Items 5, 6, 7 and 8 have not been taken up"));
	assert_true(has_gap("Nothing that was said under item 4 has been noted"));
	compare("day");
	compare_format("day", "akn");
	compare_format("day", "json");
	compare_format("day", "html");
	compare_docx("day_docx");
}

static void make_joint(void)
{
	scene_2018(&scene);
	scene_begin(&scene);
	scene_status(&scene, "party",
		"Benin; Canada; Côte d’Ivoire; Egypt; Gambia; Pakistan; Spain; Zimbabwe");
	scene_officer(&scene, "wg2", "Ana Beispiel", "Uruguay");
	scene_officer(&scene, "wg3", "Bo Muster", "Kenya");
	scene_meeting(&scene, 0);
	scene_open(&scene, "wg2:1 (b)");
	scene_conclude(&scene, "wg2:1 (b)");
	scene_open(&scene, "wg2:2");
	scene_say(&scene, "wg2:2", "Benin", NULL, NULL, "described its courses for judges");
	scene_meeting(&scene, 1);
	scene_open(&scene, "wg3:2");
	scene_say(&scene, "wg3:2", "Canada", NULL, NULL, "noted the speed of networks");
	scene_open(&scene, "wg3:4");
	scene_say(&scene, "wg3:4", "Egypt", NULL, NULL, "");
	scene_meeting(&scene, 2);
	scene_open(&scene, "wg2:3");
	scene_speakers(&scene, "wg2:3", "Zimbabwe; Spain; Benin");
	scene_meeting(&scene, 3);
	scene_open(&scene, "wg2:3");
	scene_say(&scene, "wg2:3", "Pakistan", NULL, NULL,
		"Questions should follow the clusters\nan item could be added at the end");
	scene_speakers(&scene, "wg2:3", "Côte d’Ivoire; Canada; Pakistan");
	scene_open(&scene, "wg2:4");
	scene_say(&scene, "wg2:4", "Secretariat", "presentation", NULL,
		"delivered a presentation on networks of prosecutors");
	scene_recommend(&scene, "wg2", "numbered", RECOMMENDATION_ADOPTED,
		"States should work closely with beneficiary countries;");
	scene_recommend(&scene, "wg3", "numbered", RECOMMENDATION_ADOPTED,
		"2. States parties should consider sending national experts");
	scene_recommend(&scene, "wg3", "numbered", RECOMMENDATION_ADOPTED,
		"the Secretariat should keep the directory up to date.");
	scene_adopt(&scene, "report", "consensus", true);
	scene_end(&scene);
}

static void two_bodies_that_meet_have_plurals_and_joint_items(void **state)
{
	(void)state;
	make_joint();
	check_form();
	compare("joint");
	compare_format("joint", "akn");
	compare_format("joint", "json");
	compare_format("joint", "html");
	compare_docx("joint_docx");
}

/* A thousand statements under three items, most with a note, some for a group. */
static void a_thousand_statements_print_the_same_in_every_format(void **state)
{
	static const char *const names[] = {"Benin", "Canada", "Egypt", "Spain", "Zimbabwe"};
	static const char *const items[] = {"2", "3", "4"};
	struct str out;
	char note[64];

	(void)state;
	scene_2012(&scene);
	scene_begin(&scene);
	scene_participant(&scene, "group", "African Group", "the African Group");
	scene_status(&scene, "party", "Benin; Canada; Egypt; Spain; Zimbabwe");
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	for (int i = 0; i < 1000; i++) {
		snprintf(note, sizeof note, "asked for paper %d\nnoted the result of paper %d", i,
			i / 2);
		if (i == 300 || i == 700)
			scene_open(&scene, items[i / 300]);
		scene_say(&scene,
			items[i < 300     ? 0
				: i < 700 ? 1
					  : 2],
			names[i * 7 % 5], NULL, i % 50 == 3 ? "African Group" : NULL,
			i % 7 ? note : "");
	}
	scene_end(&scene);
	str_init(&out);
	add_outline(&out);
	add_sums(&out);
	scene_golden("thousand", "text", out.text);
	str_clear(&out);
}

static void make_hostile(void)
{
	scene_2012(&scene);
	scene_begin(&scene);
	scene_participant(&scene, "guest", "# Heading <b>", "1. the *Guest* {item 3}");
	scene_participant(&scene, "group", "\033]0;x\007Group", "the _Group_ | \u202Egroup");
	scene_status(&scene, "party", "Benin; Canada");
	scene_officer(&scene, "wg2", "[Name](http://x) \\", "`Land`");
	scene_meeting(&scene, 0);
	scene_open(&scene, "2");
	scene_say(&scene, "2", "# Heading <b>", NULL, NULL,
		"# heading\n1. one\n- asked for <script>\n> quoted | piped\n"
		"\033[2Jwas of the view that *all* {note x} \\ was well\n;\n...\n"
		"a line\rwith a return and \u202Eoverride\n_a_ `b` [c](d)");
	scene_say(&scene, "2", "Benin", NULL, "\033]0;x\007Group", "2. ! & &amp; %s %n {text} [x]");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED, "# Requests *more*;;.;");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED, "*Takes* {note x} <b>|");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED, ".");
	scene_chapeau(&scene, "wg2", "- The *Working Group*\n# says. ");
	scene_end(&scene);
}

static void hostile_texts_print_as_themselves(void **state)
{
	(void)state;
	make_hostile();
	check_form();
	compare("hostile");
	compare_format("hostile", "akn");
	compare_format("hostile", "json");
}

static void what_holds_for_every_report_holds_in_every_style(void **state)
{
	static const char *const styles[] = {"vienna", "short", "session", "commission", "speakers",
		"named", "statements", "documents", "attendance"};
	static void (*const makers[])(void) = {make_day, make_joint, make_hostile};
	struct err err;

	(void)state;
	for (size_t m = 0; m < sizeof(makers) / sizeof(makers[0]); m++) {
		makers[m]();
		for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++) {
			assert_true(template_set(&scene.template, "use", styles[i], &err));
			check_form();
		}
		scene_clear(&scene);
	}
	scene_2012(&scene);
}

/* --- in slices, in windows, at length --- */

static void an_item_taken_up_alone_has_no_heading(void **state)
{
	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "3");
	scene_end(&scene);
	assert_false(scene_contains(&scene, "A. Development of national strategies"));
	check_form();
}

static void building_in_slices_makes_progress_and_the_same_report(void **state)
{
	(void)state;
	make_day();
	struct report *report = report_new(scene.store, scene.session, &scene.template);
	struct str sliced;
	int percent = 0, steps = 0;

	while (!report_step(report)) {
		assert_true(report_percent(report) >= percent);
		percent = report_percent(report);
		assert_true(percent <= 100);
		steps++;
	}
	assert_int_equal(report_percent(report), 100);
	assert_true(steps > 10);
	str_init(&sliced);
	document_writer("text")->write(report_document(report), &sliced);
	char *whole = scene_report(&scene, "text");
	assert_string_equal(sliced.text, whole);
	free(whole);
	str_clear(&sliced);
	report_free(report);
}

static void a_report_may_be_given_up_at_any_step(void **state)
{
	(void)state;
	make_day();
	for (int steps = 0; steps < 40; steps++) {
		struct report *report = report_new(scene.store, scene.session, &scene.template);
		for (int i = 0; i < steps; i++)
			report_step(report);
		report_free(report);
	}
	report_free(NULL);
}

static void a_session_that_is_none_gives_an_empty_document(void **state)
{
	(void)state;
	scene_2012(&scene);
	scene.session = 77;
	char *text = scene_report(&scene, "text");
	assert_string_equal(text, "");
	free(text);
}

static void windows_lose_and_repeat_nothing(void **state)
{
	char note[4096];
	size_t length = 0, seen = 0;

	(void)state;
	begin_2012();
	scene_status(&scene, "party", "Benin; Canada");
	scene_meeting(&scene, 0);
	scene_open(&scene, "3");
	/* Statements of 0 to 60 points, and one with more than a window holds. */
	for (int points = 0; points < 60; points++) {
		length = 0;
		note[0] = '\0';
		for (int i = 0; i < points; i++)
			length += (size_t)snprintf(
				note + length, sizeof(note) - length, "asked %d-%d\n", points, i);
		scene_say(&scene, "3", points % 2 ? "Benin" : "Canada", NULL, NULL, note);
	}
	struct str many;
	str_init(&many);
	for (int i = 0; i < 450; i++)
		str_addf(&many, "asked 60-%d\n", i);
	scene_say(&scene, "3", "Benin", NULL, NULL, many.text);
	scene_end(&scene);

	struct report *report = report_build(scene.store, scene.session, &scene.template);
	int statement = 1;
	for (struct node *node = report_document(report)->root->first; node; node = node->next) {
		if (!node->key || strncmp(node->key, "POINT/", 6) != 0)
			continue;
		int points = statement < 60 ? statement : 450;
		str_reset(&many);
		str_addf(&many, "%s asked %d-0.", statement > 1 ? "Another speaker" : "One speaker",
			statement);
		for (int i = 1; i < points; i++)
			str_addf(&many, " The same speaker also asked %d-%d.", statement, i);
		assert_string_equal(node->text, many.text);
		statement++;
		seen++;
	}
	assert_int_equal(seen, 60);
	str_clear(&many);
	report_free(report);
}

static long peak_kilobytes(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

static void a_statement_of_many_points_takes_the_room_of_its_text(void **state)
{
	enum { POINTS = 5000 };
	struct str note;

	(void)state;
	begin_2012();
	scene_meeting(&scene, 0);
	scene_open(&scene, "3");
	str_init(&note);
	for (int i = 0; i < POINTS; i++)
		str_addf(&note, "asked for a paper on the subject with the number %d\n", i);
	scene_say(&scene, "3", "Benin", NULL, NULL, note.text);
	scene_end(&scene);

	long before = peak_kilobytes();
	struct report *report = report_build(scene.store, scene.session, &scene.template);
	assert_true(peak_kilobytes() - before < 100 * 1024);
	for (struct node *node = report_document(report)->root->first; node; node = node->next)
		if (node->key && strncmp(node->key, "POINT/", 6) == 0)
			assert_true(strlen(node->text) > note.length);
	report_free(report);
	str_clear(&note);
}

/* --- the annex --- */

static char *text_of(bool wanted)
{
	struct report *report = report_new(scene.store, scene.session, &scene.template);
	struct str out;

	if (wanted)
		report_want_statistics(report);
	while (!report_step(report))
		continue;
	str_init(&out);
	document_writer("text")->write(report_document(report), &out);
	report_free(report);
	return str_take(&out);
}

static void the_statistics_are_an_annex_where_they_are_wanted(void **state)
{
	struct rules rules;
	struct err err = {0};

	(void)state;
	make_day();
	char *without = text_of(false), *with = text_of(true);
	assert_null(strstr(without, "Annex"));
	assert_non_null(strstr(with, "Annex\n"));
	assert_non_null(strstr(with, "Use of meeting time"));
	assert_non_null(strstr(with, "Late start"));
	assert_non_null(strstr(with, "Speaking time"));
	assert_non_null(strstr(with, "African Group"));
	scene_begin(&scene);
	rules_init(&rules);
	rules.statistics = true;
	assert_true(store_rules_write(scene.store, scene.session, &rules, &err));
	scene_end(&scene);
	char *kept = text_of(false);
	assert_non_null(strstr(kept, "Annex\n"));
	free(without);
	free(with);
	free(kept);
}

#define TEST(function) cmocka_unit_test_teardown(function, scene_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_session_with_nothing_logged_gives_a_skeleton_with_gaps),
		TEST(a_day_with_every_kind_of_speaker),
		TEST(two_bodies_that_meet_have_plurals_and_joint_items),
		TEST(hostile_texts_print_as_themselves),
		TEST(a_thousand_statements_print_the_same_in_every_format),
		TEST(what_holds_for_every_report_holds_in_every_style),
		TEST(an_item_taken_up_alone_has_no_heading),
		TEST(building_in_slices_makes_progress_and_the_same_report),
		TEST(a_report_may_be_given_up_at_any_step),
		TEST(a_session_that_is_none_gives_an_empty_document),
		TEST(windows_lose_and_repeat_nothing),
		TEST(a_statement_of_many_points_takes_the_room_of_its_text),
		TEST(the_statistics_are_an_annex_where_they_are_wanted),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
