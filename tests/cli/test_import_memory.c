/* SPDX-License-Identifier: MIT */
/*
 * How much memory a DOCX document may make the program take: 64 MiB, whatever is in it
 * (engineering C.6 number 32). The program is run for it, as only a whole process has a
 * peak that is its own; the documents are made by another, so that this one stays small.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/file.h"
#include "support/cli/one_program.h"
#include "support/cli/program.h"
#include "support/pack/zip_make.h"

#if defined(__has_feature)
#define HAS_FEATURE(feature) __has_feature(feature)
#else
#define HAS_FEATURE(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || HAS_FEATURE(address_sanitizer)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

enum { KIB_MOST = 64 * 1024 };

#define HEAD "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"

/* Letters that pack badly, the same in every run. */
static void add_noise(struct str *out, size_t count, unsigned *seed)
{
	for (size_t i = 0; i < count; i++) {
		*seed = *seed * 1664525u + 1013904223u;
		str_addc(out, (char)('a' + (*seed >> 24) % 16));
	}
}

static void add_paragraph(struct str *out, const char *before, size_t noise, unsigned *seed)
{
	str_addf(out, "<w:p><w:r><w:t>%s", before);
	add_noise(out, noise, seed);
	str_add(out, "</w:t></w:r></w:p>");
}

/* As many items as are read, and behind them as much text as is. */
static void make_long_agenda(struct str *out, unsigned *seed)
{
	char number[16];

	add_paragraph(out, "Provisional agenda", 0, seed);
	for (int i = 1; i < 900; i++) {
		snprintf(number, sizeof number, "%d. ", i);
		add_paragraph(out, number, 60, seed);
	}
	add_paragraph(out, "Annotations", 0, seed);
	for (int i = 0; i < 50000; i++)
		add_paragraph(out, "Text ", 60, seed);
}

static void make_too_long_text(struct str *out, unsigned *seed)
{
	for (int i = 0; i < 99000; i++)
		add_paragraph(out, "1. ", 90, seed);
}

/* A file of almost 32 MiB, most of it what nobody reads. */
static void make_large_file(struct str *out, unsigned *seed)
{
	for (int i = 0; i < 60000; i++) {
		str_add(out, "<w:p><w:r w:x='");
		add_noise(out, 440, seed);
		str_addf(out, "'><w:t>%d. Item number %d</w:t></w:r></w:p>", i, i);
	}
}

static void make(const char *path, void (*body)(struct str *, unsigned *))
{
	struct str text, bytes;
	unsigned seed = 1;

	str_init(&text);
	str_init(&bytes);
	str_add(&text, HEAD);
	body(&text, &seed);
	str_add(&text, "</w:document>");
	zip_make(&bytes,
		&(struct zip_part){"word/document.xml", text.text, text.length, .stored = true}, 1);
	_exit(file_write(path, bytes.text, bytes.length, NULL) ? 0 : 1);
}

static const char *made(struct program *p, const char *name, void (*body)(struct str *, unsigned *))
{
	const char *path = program_path(p, name);
	int status = 1;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0)
		make(path, body);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	return path;
}

static void assert_modest(struct program *p, const char *document, int status)
{
	program_run(p, "agenda", "import", document, NULL);
	if (p->status != status)
		fail_msg("%s: %d, %s", document, p->status, p->err);
	if (!SANITIZED && !getenv("VALGRIND"))
		assert_in_range(p->peak, 1, KIB_MOST);
}

static void a_document_of_any_size_takes_64_mebibytes_at_most(void **state)
{
	struct program *p = &program;

	(void)state;

	assert_modest(p, made(p, "long.docx", make_long_agenda), 0);
	assert_modest(p, made(p, "text.docx", make_too_long_text), ERR_DATA);
	assert_modest(p, made(p, "large.docx", make_large_file), ERR_DATA);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_document_of_any_size_takes_64_mebibytes_at_most,
			program_set_up, program_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
