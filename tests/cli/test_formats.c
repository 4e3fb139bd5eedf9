/* SPDX-License-Identifier: MIT */
/* Whatever the program prints, as other programs have it: Akoma Ntoso that is valid, JSON
 * that a reader of JSON takes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "document/document.h"
#include "support/cli/program.h"
#include "support/document/valid.h"

static struct program the_program;

/* A session with something in every paper. */
static const char happened[] =
	"agenda load " EXAMPLE_AGENDA "\n"
	"document add CTOC/COP/WG.2/2012/L.1 'Draft report'\n"
	"officer add chair 'Ana Beispiel' --country Uruguay --body wg2\n"
	"meeting open --at 2012-10-17T10:00\n"
	"item open '1 (b)' --at 10:01\nagenda adopt --at 10:02\n"
	"item conclude '1 (b)' --at 10:03\nitem open 2 --at 10:04\n"
	"floor request can, cot, zim --at 10:05\nfloor give --at 10:06\n"
	"statement note s1 'asked for <model> legislation & \"tools\"\nshould be in CTOC/COP/2012/10'\n"
	"floor give --at 10:09\nfloor end --at 10:12\n"
	"statement add Secretariat --item 2 --kind presentation --from 10:12 --to 10:13 "
	"--note 'the state of ]]> the work'\n"
	"recommendation propose 'requests the Secretariat to prepare a model law' --at 10:14\n"
	"recommendation propose 'urges States to wait' --at 10:15\n"
	"amendment propose r1 'requests the Secretariat to prepare two model laws' "
	"--by Canada --at 10:16\n"
	"recommendation adopt r2 --form consensus --at 10:17\n"
	"non-paper cut 'Friday' --at 10:18\n";

static int set_up(void **state)
{
	struct program *p = &the_program;

	program_begin(p);
	program_does(p, "do", "-f", program_file(p, "happened", happened), NULL);
	*state = p;
	return 0;
}

static int tear_down(void **state)
{
	program_end(*state);
	return 0;
}

/* The words that print a paper; %s is the file. */
static const char *const papers[][8] = {
	{"report", "-o", "%s"},
	{"report", "--statistics", "-o", "%s"},
	{"agenda", "export", "-o", "%s"},
	{"agenda", "export", "-o", "%s", EXAMPLE_AGENDA},
	{"sheet", "%s"},
	{"sheet", "speakers", "%s"},
	{"sheet", "order", "%s"},
	{"do", "script", "%s"},
	{"do", "meeting", "times", "%s"},
	{"do", "recommendation", "export", "--file", "%s"},
	{"do", "recommendation", "export", "--as", "proposed", "--file", "%s"},
	{"do", "recommendation", "export", "--as", "marked", "--file", "%s"},
	{"do", "recommendation", "export", "--as", "amended", "--file", "%s"},
	{"do", "recommendation", "export", "--as", "projected", "--file", "%s"},
	{"do", "recommendation", "export", "--as", "final", "--file", "%s"},
	{"do", "recommendation", "export", "--lines", "--file", "%s"},
	{"do", "recommendation", "export", "--non-paper", "1", "--file", "%s"},
	{"recommendation", "export", "-o", "%s"},
	{"do", "contribution", "list", "%s"},
	{"do", "report", "write", "%s"},
};

enum { PAPERS = sizeof papers / sizeof papers[0] };

/* Prints one into a file with that ending, and returns what is in it. */
static const char *printed(struct program *p, size_t paper, const char *ending)
{
	const char *words[9] = {NULL}, *file;
	char name[32];

	snprintf(name, sizeof name, "paper-%zu.%s", paper, ending);
	file = program_path(p, name);
	for (size_t i = 0; i < 8 && papers[paper][i]; i++)
		words[i] = strcmp(papers[paper][i], "%s") == 0 ? file : papers[paper][i];
	program_run(p, words[0], words[1], words[2], words[3], words[4], words[5], words[6],
		words[7], NULL);
	if (p->status != 0)
		fail_msg("%s %s %s: %s", words[0], words[1], words[2], p->err);
	const char *text = program_read(p, file);
	assert_non_null(text);
	return text;
}

static void every_paper_is_valid_akoma_ntoso(void **state)
{
	(void)state;
	for (size_t i = 0; i < PAPERS; i++) {
		char name[16];
		snprintf(name, sizeof name, "paper-%zu", i);
		valid_add(name, printed(*state, i, i % 2 ? "xml" : "akn"));
	}
	valid_check();
}

static void every_paper_has_its_date(void **state)
{
	(void)state;
	for (size_t i = 0; i < PAPERS; i++)
		assert_null(strstr(printed(*state, i, "akn"), "0001-01-01"));
}

/* By a reader that is not ours, where there is one, and by ours. */
static void every_paper_is_json(void **state)
{
	struct program *p = *state;
	bool python = system("python3 -c '' >/dev/null 2>&1") == 0;

	for (size_t i = 0; i < PAPERS; i++) {
		const char *text = printed(p, i, "json");
		struct document document;
		struct err err = {0};
		char command[4096];
		document_init(&document);
		if (!document_read_json(text, strlen(text), &document, &err))
			fail_msg("%s", err.text);
		assert_non_null(document.root->first);
		document_clear(&document);
		snprintf(command, sizeof command,
			"python3 -m json.tool %s/paper-%zu.json >/dev/null 2>&1", p->home, i);
		if (python && system(command) != 0)
			fail_msg("not for python3: %s", text);
	}
}

static void a_report_as_json_is_no_agenda_that_must_be_kept(void **state)
{
	struct program *p = *state;
	const char *file = program_path(p, "report.json");
	const char *agenda = program_file(p, "agenda.json", "{\"rapporteur\": \"agenda/1\"}");

	program_run(p, "report", "-o", file, NULL);
	assert_int_equal(p->status, 0);
	program_run(p, "sheet", file, NULL);
	assert_int_equal(p->status, ERR_USAGE);
	assert_contains(p->err, "--anyway");
	program_does(p, "sheet", file, "--anyway", NULL);
	assert_contains(program_read(p, file), "\"class\": \"paper\"");
	program_run(p, "report", "-o", agenda, "--anyway", NULL);
	assert_int_equal(p->status, ERR_CANNOT_CREATE);
	assert_contains(p->err, "agenda.json is not as rapporteur wrote it");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			every_paper_is_valid_akoma_ntoso, set_up, tear_down),
		cmocka_unit_test_setup_teardown(every_paper_has_its_date, set_up, tear_down),
		cmocka_unit_test_setup_teardown(every_paper_is_json, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_report_as_json_is_no_agenda_that_must_be_kept, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
