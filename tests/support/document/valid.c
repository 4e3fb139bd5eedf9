/* SPDX-License-Identifier: MIT */
/* The validator: files in a folder of the program, and one run of xmllint for all of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "valid.h"

enum { SAID_MOST = 1 << 20, SHOWN = 4000 };

static char *folder(void)
{
	const char *temporary = getenv("TMPDIR");

	return mem_printf("%s/valid-%ld", temporary ? temporary : "/tmp", (long)getpid());
}

static void clear(void)
{
	char *into = folder(), *command = mem_printf("rm -rf %s", into);

	if (system(command) != 0)
		fprintf(stderr, "%s failed\n", command);
	free(command);
	free(into);
}

static int run(const char *command)
{
	int status = system(command);

	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void valid_add(const char *name, const char *text)
{
	char *into = folder(), *path = mem_printf("%s/%s.xml", into, name);

	if (access(into, F_OK) != 0)
		atexit(clear);
	assert_true(file_make_folders(into, NULL));
	FILE *file = fopen(path, "w");
	if (!file || fputs(text, file) < 0 || fclose(file) != 0)
		fail_msg("%s cannot be written", path);
	free(path);
	free(into);
}

static void expect_read_back(const struct document *document)
{
	struct document again;
	struct str first, second;
	struct err err = {0};

	str_init(&first);
	str_init(&second);
	document_init(&again);
	document_writer("json")->write(document, &first);
	if (!document_read_json(first.text, first.length, &again, &err))
		fail_msg("%s", err.text);
	document_writer("json")->write(&again, &second);
	assert_string_equal(second.text, first.text);
	document_clear(&again);
	str_clear(&first);
	str_clear(&second);
}

void valid_document(const struct document *document)
{
	static unsigned printed;
	char name[24];
	struct str out;

	snprintf(name, sizeof name, "printed-%05u", ++printed);
	str_init(&out);
	document_writer("akn")->write(document, &out);
	valid_add(name, out.text);
	str_clear(&out);
	expect_read_back(document);
}

static void read_said(const char *into, struct str *said)
{
	char *path = mem_printf("%s/said", into);

	str_init(said);
	file_read(path, SAID_MOST, said, NULL);
	free(path);
}

static size_t occurrences(const char *text, const char *word)
{
	size_t count = 0;

	while ((text = strstr(text, word)) != NULL) {
		text += strlen(word);
		count++;
	}
	return count;
}

static bool can_check(void)
{
	return run("command -v xmllint >/dev/null 2>&1") == 0;
}

static void check(bool valid)
{
	char *into = folder();
	char *lint = mem_printf("cd %s && ls *.xml | xargs xmllint --nonet --noout --schema "
				"%s/data/akomantoso/akomantoso30.xsd >said 2>&1",
		into, getenv("TESTS_DIR"));
	struct str said;

	int status = run(lint);
	read_said(into, &said);
	bool good = valid ? status == 0 : occurrences(said.text, ".xml validates\n") == 0;
	clear();
	free(lint);
	free(into);
	if (!good || (!valid && status == 0))
		fail_msg("%.*s", SHOWN, said.text);
	str_clear(&said);
}

void valid_check(void)
{
	if (!can_check())
		skip();
	check(true);
}

void valid_check_none(void)
{
	if (!can_check())
		skip();
	check(false);
}

void all_that_was_printed_is_valid(void **state)
{
	(void)state;
	valid_check();
}
