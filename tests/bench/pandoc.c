/* SPDX-License-Identifier: MIT */
/*
 * Beside pandoc: ours is the writer and the file on the disk, in process; pandoc's is a
 * program of its own, so what it takes to start it is told too.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "document/document.h"
#include "drive.h"
#include "pandoc.h"

enum { PARAGRAPHS = 500, TIMES = 5 };

extern char **environ;

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double all[TIMES])
{
	qsort(all, TIMES, sizeof all[0], ascending);
	return all[TIMES / 2];
}

/* A report: a heading for every twenty paragraphs, a list and a note for every ten. */
static void make(struct document *document)
{
	for (int i = 0; i < PARAGRAPHS; i++) {
		char *text = mem_printf("One speaker noted the importance of model legislation "
					"number %d, and *welcomed* the work that had been done by "
					"the Secretariat since the previous meeting%s.",
			i, i % 10 ? "" : "{note See the report of the Secretariat}");
		if (i % 20 == 0)
			document_add(document, document->root, NODE_HEADING, "Summary")->level = 1;
		document_add(document, document->root, NODE_PARAGRAPH, text);
		free(text);
		if (i % 10)
			continue;
		struct node *list = document_add(document, document->root, NODE_LIST, NULL);
		document_add(document, list, NODE_ENTRY, "*Takes note* of the report");
		document_add(document, list, NODE_ENTRY, "*Requests* the Secretariat to report");
	}
	document_number(document);
}

static double write_ms(const struct document *document, const char *format, const char *file)
{
	double began = drive_now();
	struct str out;
	struct err err = {0};

	str_init(&out);
	document_writer(format)->write(document, &out);
	if (!file_write(file, out.text, out.length, &err))
		fprintf(stderr, "bench: %s\n", err.text);
	str_clear(&out);
	return drive_now() - began;
}

/* -1 if it could not be run. */
static double run_ms(char *const argv[])
{
	double began = drive_now();
	posix_spawn_file_actions_t actions;
	pid_t pid;
	int status = 0;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	bool started = posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ) == 0;
	posix_spawn_file_actions_destroy(&actions);
	if (!started || waitpid(pid, &status, 0) < 0 || status != 0)
		return -1;
	return drive_now() - began;
}

void pandoc_compare(const char *folder)
{
	char *text = mem_printf("%s/500.md", folder), *file = mem_printf("%s/500.docx", folder);
	char name[] = "pandoc", output[] = "-o", version[] = "--version";
	char *const pandoc[] = {name, text, output, file, NULL};
	char *const start[] = {name, version, NULL};
	double ours[TIMES], theirs[TIMES], started[TIMES];
	struct document document;

	document_init(&document);
	make(&document);
	write_ms(&document, "markdown", text);
	for (int i = 0; i < TIMES; i++) {
		ours[i] = write_ms(&document, "docx", file);
		started[i] = run_ms(start);
		theirs[i] = started[i] < 0 ? -1 : run_ms(pandoc);
	}
	printf("%-34s ", "500 paragraphs as DOCX");
	if (theirs[0] < 0)
		printf("%8.2f (skipped: pandoc, which is not there)\n", median(ours));
	else
		printf("%8.2f, pandoc %.0f (%.0f to start): a %.0fth of its time\n", median(ours),
			median(theirs), median(started), median(theirs) / median(ours));
	document_clear(&document);
	free(file);
	free(text);
}
