/* SPDX-License-Identifier: MIT */
/*
 * The query reads each statement with its points in the order of the log, as the report must,
 * and does nothing with them. It stands for what no report could save.
 */
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include "document/document.h"
#include "drive.h"
#include "printing.h"
#include "report/report.h"
#include "store/report_rows.h"

enum { TIMES = 7, WINDOW = 1000 };

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

static double report_ms(struct desk *desk)
{
	double began = drive_now();
	struct report *report = report_build(desk->store, desk->session, desk_template(desk));
	struct str out;

	str_init(&out);
	document_writer("text")->write(report_document(report), &out);
	str_clear(&out);
	report_free(report);
	return drive_now() - began;
}

static int count_row(void *data, int columns, char **values, char **names)
{
	size_t *rows = data;

	(void)columns;
	(void)values;
	(void)names;
	++*rows;
	return 0;
}

static double select_ms(const char *database, int64_t session, size_t *rows)
{
	double began = drive_now();
	sqlite3 *db = NULL;
	char text[400];

	*rows = 0;
	snprintf(text, sizeof text,
		"SELECT s.id, s.number, s.participant, s.on_behalf, s.kind, s.person, s.place,"
		" p.number, p.text FROM statement s LEFT JOIN point p ON p.statement = s.id"
		" WHERE s.session = %lld ORDER BY s.place, s.id, p.rank",
		(long long)session);
	if (sqlite3_open_v2(database, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK)
		sqlite3_exec(db, text, count_row, rows, NULL);
	sqlite3_close(db);
	return drive_now() - began;
}

void printing_compare(struct desk *desk, const char *name)
{
	double ours[TIMES], plain[TIMES];
	size_t rows = 0;

	for (int i = 0; i < TIMES; i++) {
		plain[i] = select_ms(store_path(desk->store), desk->session, &rows);
		ours[i] = report_ms(desk);
	}
	printf("%-34s %8.2f, a plain query of its %zu rows %.2f: %.1f times\n", name, median(ours),
		rows, median(plain), median(ours) / median(plain));
}

/* In the place of this process, which is small by now: what it was before is part of the
 * peak that the system tells. */
static void become(const char *program, const char *database, const char *format)
{
	int null = open("/dev/null", O_WRONLY);

	dup2(null, STDOUT_FILENO);
	dup2(null, STDERR_FILENO);
	execl(program, program, "report", "--db", database, "--format", format, (char *)NULL);
	_exit(127);
}

static void peak_in(const char *program, const char *database, const char *format, const char *name)
{
	struct rusage usage = {0};
	int status = 0;

	malloc_trim(0);
	pid_t pid = fork();
	if (pid == 0)
		become(program, database, format);
	if (pid < 0 || wait4(pid, &status, 0, &usage) < 0 || status != 0)
		printf("%s, %-10s (could not be run)\n", name, format);
	else
		printf("%s, %-10s %8.1f MiB\n", name, format, (double)usage.ru_maxrss / 1024);
}

void printing_peak(const char *program, const char *database, const char *name)
{
	for (size_t i = 0; document_writers[i]; i++)
		peak_in(program, database, document_writers[i]->name, name);
}
