/* SPDX-License-Identifier: MIT */
/*
 * PDF: what becomes of what pdftotext says, whatever it is (engineering C.6 number 33). The
 * pdftotext here is a script of the test on a PATH of its own.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "exchange/reading_pdf.h"
#include "support/exchange/reading_dump.h"

static const char pdf[] = "%PDF-1.4\nthe bytes of it";

static char *folder(void)
{
	const char *temporary = getenv("TMPDIR");

	return mem_printf("%s/rapporteur-pdf-%ld", temporary ? temporary : "/tmp", (long)getpid());
}

static int set_up(void **state)
{
	char *path = folder();

	*state = mem_strdup(getenv("PATH"));
	mkdir(path, 0700);
	setenv("PATH", path, 1);
	free(path);
	return 0;
}

static void remove_program(void)
{
	char *path = folder(), *program = mem_printf("%s/pdftotext", path);

	unlink(program);
	free(program);
	free(path);
}

static int tear_down(void **state)
{
	char *path = folder();

	remove_program();
	rmdir(path);
	setenv("PATH", *state, 1);
	free(*state);
	free(path);
	return 0;
}

/* From now on pdftotext does this; with the PATH that there was. */
static void let_program(void **state, const char *script)
{
	char *path = folder(), *program = mem_printf("%s/pdftotext", path);
	char *text = mem_printf("#!/bin/sh\nPATH='%s'\n%s\n", (const char *)*state, script);
	struct err err = {0};

	remove_program();
	if (!file_write(program, text, strlen(text), &err))
		fail_msg("%s", err.text);
	chmod(program, 0700);
	free(text);
	free(program);
	free(path);
}

static void assert_refused(int patience, enum err_code code, const char *sentence)
{
	struct reading reading;
	struct err err = {0};

	reading_init(&reading);
	assert_false(reading_pdf_within(&reading, pdf, sizeof(pdf) - 1, patience, &err));
	assert_string_equal(err.text, sentence);
	assert_int_equal(err.code, code);
	assert_int_equal(reading.count, 0);
	reading_clear(&reading);
}

static void its_text_is_read_as_pages(void **state)
{
	let_program(state,
		"printf 'United Nations        LAKES/2031/1\\n\\nProvisional agenda\\n\\n1.   Opening\\n"
		"                1\\n\\fLAKES/2031/1\\n\\n2.   Other matters\\n                2\\n\\f'");
	assert_reading("a.pdf", pdf, sizeof(pdf) - 1,
		"cell 1:1:1 | United Nations\ncell 1:1:2 >22 | LAKES/2031/1\nProvisional agenda\n"
		"[1.] Opening\npage | 1\npage | LAKES/2031/1\n[2.] Other matters\npage | 2\n");
}

static void it_gets_the_bytes_and_no_name(void **state)
{
	let_program(state, "echo $# \"$@\"; echo; tail -n 1");
	assert_reading("; rm -rf.pdf", pdf, sizeof(pdf) - 1,
		"5 -layout -enc UTF-8 - -\nthe bytes of it\n");
}

static void what_it_must_not_say_to_a_terminal_is_taken_out(void **state)
{
	let_program(state, "printf 'a\\033]52;c;eA==\\007b\\000c\\n\\302\\2332Jd\\n'");
	assert_reading("a.pdf", pdf, sizeof(pdf) - 1, "a]52;c;eA==b c\n2Jd\n");
}

static void who_does_not_have_it_is_told_what_to_install(void **state)
{
	(void)state;
	remove_program();
	assert_refused(1000, ERR_UNAVAILABLE,
		"reading a PDF needs the program pdftotext; install it (on Debian: "
		"apt-get install poppler-utils) or save the document as text or DOCX");
}

static void what_is_wrong_with_the_file_is_one_sentence(void **state)
{
	let_program(state, "echo 'Syntax Error: ...' >&2; exit 1");
	assert_refused(5000, ERR_DATA,
		"it is damaged: pdftotext cannot read it; open it in a viewer and save it again");
	let_program(state, "echo 'Command Line Error: Incorrect password' >&2; exit 1");
	assert_refused(5000, ERR_DATA, "it is locked with a password; save it without one");
	let_program(state, "exit 3");
	assert_refused(5000, ERR_DATA,
		"its text must not be copied, as its author has set it; ask for a DOCX or a text");
	let_program(state, "kill -SEGV $$");
	assert_refused(5000, ERR_DATA,
		"it is damaged: pdftotext cannot read it; open it in a viewer and save it again");
	let_program(state, "printf '\\f\\n\\f'");
	assert_refused(5000, ERR_DATA,
		"it has no text, only pictures of it; let a program recognize the text first");
}

static void it_is_killed_when_it_hangs(void **state)
{
	static const char *const scripts[] = {"sleep 100", "exec >&- 2>&-; sleep 100",
		"trap '' TERM HUP INT; while :; do sleep 1; done", "sleep 100 & exec sleep 100"};
	int64_t start = clock_monotonic();

	for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++) {
		let_program(state, scripts[i]);
		assert_refused(200, ERR_DATA,
			"pdftotext was not done with it after 1 second; save it as text or DOCX");
	}
	assert_true(clock_monotonic() - start < 20000);
}

static void it_is_killed_when_it_does_not_stop_writing(void **state)
{
	let_program(state, "yes 'words and words'");
	assert_refused(
		60000, ERR_DATA, "it is too long: more than 100000 paragraphs or 8 MiB of text");
	let_program(state, "yes 'words and words' >&2");
	assert_refused(300, ERR_DATA,
		"pdftotext was not done with it after 1 second; save it as text or DOCX");
}

/* Ten thousand pages: as many as the limits allow, and then one sentence. */
static void ten_thousand_pages_are_read(void **state)
{
	struct reading reading;
	struct err err = {0};

	let_program(state, "i=0; while [ $i -lt 10000 ]; do i=$((i + 1)); "
			   "printf 'Head\\n\\nPage text %s.\\n\\n      %s\\n\\f' x$i $i; done");
	reading_init(&reading);
	if (!reading_pdf_within(&reading, pdf, sizeof(pdf) - 1, 60000, &err))
		fail_msg("%s", err.text);
	assert_int_equal(reading.count, 30000);
	assert_int_equal(reading.paragraphs[29999].style, READING_PAGE);
	assert_string_equal(reading.paragraphs[29998].text, "Page text x10000.");
	reading_clear(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(its_text_is_read_as_pages, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_gets_the_bytes_and_no_name, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_it_must_not_say_to_a_terminal_is_taken_out, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			who_does_not_have_it_is_told_what_to_install, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_is_wrong_with_the_file_is_one_sentence, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_is_killed_when_it_hangs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			it_is_killed_when_it_does_not_stop_writing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(ten_thousand_pages_are_read, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
