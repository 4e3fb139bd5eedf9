/* SPDX-License-Identifier: MIT */
/*
 * What it takes: from start to first screen, from a key to a still screen, to
 * save a statement, to build a report; with few and with many statements, side
 * by side with a bare loop of ncurses and SQLite in the same run. Machines
 * differ and are shared: read the ratios.
 *
 *	bench [RAPPORTEUR BARE AGENDA]
 */
#include <ftw.h>
#include <glob.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/mem.h"
#include "command/command.h"
#include "drive.h"
#include "pandoc.h"
#include "printing.h"
#include "report/report.h"
#include "store/agenda.h"
#include "store/floor.h"
#include "store/journal.h"
#include "store/participant.h"
#include "store/search.h"

enum { RUNS = 15, KEYS = 40, FEW = 100, MANY = 100000, REPORTED = 1000, PRINTED = 10000 };
enum { SAVES = 10, LIST = 40 };   /* in a run, and how many wait when it begins: a long list */
enum { FILLED = 30 * 60 * 1000 }; /* milliseconds in which all was said */

/* An ordinary window, and one in which all panes are seen. */
static const struct size {
	int rows, columns, runs;
} sizes[] = {{40, 120, RUNS}, {60, 200, RUNS / 2}};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

struct figures {
	double all[RUNS * KEYS];
	int count;
};

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(struct figures *f)
{
	qsort(f->all, (size_t)f->count, sizeof f->all[0], ascending);
	return f->count ? f->all[f->count / 2] : -1;
}

static void note(struct figures *f, double value)
{
	if (value >= 0 && f->count < RUNS * KEYS)
		f->all[f->count++] = value;
}

/* --- databases --- */

static void check(bool good, const struct err *err)
{
	if (good)
		return;
	fprintf(stderr, "bench: %s\n", err->text);
	exit(70);
}

static void run_line(struct desk *desk, const char *line)
{
	struct question question;
	struct words words;
	struct arena arena;
	struct call call;
	struct err err = {0};
	const char *at;

	arena_init(&arena);
	call_init(&call, desk);
	check(command_parse(line, &arena, &words, &at, &err) &&
			command_run(&call, &words, &question, &err) == OUTCOME_DONE,
		&err);
	call_clear(&call);
	arena_clear(&arena);
}

/* Statements in one change: how they came there is not what is measured. */
static void fill(struct desk *desk, int count)
{
	struct arena arena;
	size_t people;
	struct participant_row *rows;
	int64_t item = store_item_find(desk->store, desk->session, "3");
	struct step step = {.session = desk->session,
		.origin = "bench",
		.person = "bench",
		.at = desk->at,
		.command = "fill",
		.arguments = ""};
	struct err err = {0};
	char text[120];
	int number, each = FILLED / (count > 0 ? count : 1);

	arena_init(&arena);
	rows = store_participants(desk->store, desk->session, &arena, &people);
	check(store_begin(desk->store, &err), &err);
	for (int i = 0; i < count; i++) {
		struct statement_new new = {.session = desk->session,
			.item = item,
			.meeting = 1,
			.participant = rows[(size_t)i * 7 % people].id,
			.from = desk->at + (int64_t)i * each,
			.to = desk->at + (int64_t)(i + 1) * each};
		int64_t s = store_statement_add(desk->store, &new, &number, &err);

		snprintf(text, sizeof text,
			"asked for model legislation number %d\nwelcomed the paper", i);
		check(s && store_statement_note(desk->store, s, text, 0, &err), &err);
	}
	check(store_commit(desk->store, &step, "fill", NULL, &err), &err);
	desk->at += FILLED;
	arena_clear(&arena);
}

static int statements(struct desk *desk)
{
	struct session_row row = {0};
	struct arena arena;

	arena_init(&arena);
	store_session(desk->store, desk->session, &arena, &row);
	arena_clear(&arena);
	return (int)row.statements;
}

/* As many on the list as there were before the last run. */
static void fill_list(struct desk *desk)
{
	int64_t item = store_item_find(desk->store, desk->session, "3");

	for (int64_t i = store_requests_waiting(desk->store, item); i < LIST; i++)
		run_line(desk, i % 2 ? "floor request canada --item 3 --anyway"
				     : "floor request benin --item 3 --anyway");
}

static struct desk make(const char *path, const char *agenda, int count)
{
	struct err err = {0};
	struct desk desk = {.store = store_new(path, STORE_OPEN_CREATE, &err),
		.person = "bench",
		.origin = "bench",
		.at = INT64_C(1350460800000)};
	char line[2000];

	check(desk.store != NULL, &err);
	snprintf(line, sizeof line, "agenda load '%s' --rehearse", agenda);
	run_line(&desk, line);
	run_line(&desk, "meeting open");
	run_line(&desk, "item open 3");
	fill(&desk, count);
	store_search_catch_up(desk.store);
	return desk;
}

static void make_bare(const char *path, int count)
{
	sqlite3 *db;

	sqlite3_open(path, &db);
	sqlite3_exec(db,
		"PRAGMA journal_mode=WAL; BEGIN; CREATE TABLE statement(id INTEGER PRIMARY KEY,"
		" name TEXT, at INTEGER, text TEXT)",
		0, 0, 0);
	for (int i = 0; i < count; i++)
		sqlite3_exec(db,
			"INSERT INTO statement(name, at, text) VALUES('Zimbabwe', 0,"
			" 'asked for model legislation and welcomed the paper')",
			0, 0, 0);
	sqlite3_exec(db, "COMMIT", 0, 0, 0);
	sqlite3_close(db);
}

/* --- measuring --- */

struct measured {
	struct figures start, key, first, save; /* first: save of a run */
	size_t key_bytes;
};

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

static void remove_all(const char *folder)
{
	nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* The backup that follows the first screen is not what is measured: waits until it
 * is whole, and takes it away again. */
static void wait_for_backup(const char *backups)
{
	double end = drive_now() + 10000;
	char *pattern = mem_printf("%s/*.db", backups);
	glob_t found;
	bool whole;

	do {
		poll(NULL, 0, 10);
		whole = glob(pattern, 0, NULL, &found) == 0;
		globfree(&found);
	} while (!whole && drive_now() < end);
	free(pattern);
	remove_all(backups);
}

static void one_run(struct measured *m, const struct size *size, char *const argv[],
	const char *text, const char *move, const char *quit, const char *backups)
{
	static struct drive d;
	double still;

	drive_start(&d, argv, size->rows, size->columns);
	still = drive_until_quiet(&d, text, 40, 5000);
	if (still < 0) {
		fprintf(stderr, "bench: %s never showed \"%s\"\n", argv[0], text);
		exit(70);
	}
	note(&m->start, still - d.began);
	if (backups)
		wait_for_backup(backups);
	sync(); /* nor what the disk still has to do for it */
	drive_until_quiet(&d, NULL, 100, 300);
	for (int i = 0; i < KEYS / RUNS + 8; i++) {
		note(&m->key, drive_key(&d, move));
		m->key_bytes = d.bytes;
	}
	/* Another key in between: "n" twice in a moment is taken for a slip. */
	for (int i = 0; i < SAVES; i++) {
		note(i ? &m->save : &m->first, drive_key(&d, "n"));
		drive_key(&d, move);
	}
	drive_end(&d, quit);
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

static double save_ms(struct desk *desk)
{
	struct figures f = {.count = 0};

	for (int i = 0; i < 300; i++) {
		double began = drive_now();

		run_line(
			desk, "statement add canada --item 3 --note 'asked for model legislation'");
		note(&f, drive_now() - began);
	}
	return median(&f);
}

/* --- the table --- */

static void row(const char *what, double bare_few, double few, double bare_many, double many)
{
	printf("%-34s %8.2f %8.2f %6.2fx   %8.2f %8.2f %6.2fx   %+5.0f %%\n", what, bare_few, few,
		few / bare_few, bare_many, many, many / bare_many, (many / few - 1) * 100);
}

static char *in(const char *folder, const char *name)
{
	return mem_printf("%s/%s", folder, name);
}

/* Of one size, with few and with many statements. */
struct pair {
	struct measured bare[2], ours[2];
};

static void run_both(struct pair *pair, const struct size *size, const char *folder,
	struct desk desks[2], const char *const programs[])
{
	char *backups = in(folder, "backups");

	for (int i = 0; i < 2; i++) {
		char *db = in(folder, i ? "many.db" : "few.db");
		char *plain = in(folder, i ? "many-bare" : "few-bare");
		char *ours[] = {(char *)programs[0], (char *)"--db", db, (char *)"--rehearse",
			(char *)"2012-10-17T10:30", (char *)programs[2], NULL};
		char *bare[] = {(char *)programs[1], plain, NULL};

		fill_list(&desks[i]);
		one_run(&pair->bare[i], size, bare, "ready", "\033OB", "q", NULL);
		one_run(&pair->ours[i], size, ours, "AGENDA", "\033OA", "\021", backups);
		free(db);
		free(plain);
	}
	free(backups);
}

static void print_pair(struct pair *pair, const struct size *size)
{
	struct measured *bare = pair->bare, *ours = pair->ours;

	printf("%d columns, %d rows\n", size->columns, size->rows);
	row("start to first screen", median(&bare[0].start), median(&ours[0].start),
		median(&bare[1].start), median(&ours[1].start));
	row("cursor key to still screen", median(&bare[0].key), median(&ours[0].key),
		median(&bare[1].key), median(&ours[1].key));
	row("first save by key to still screen", median(&bare[0].first), median(&ours[0].first),
		median(&bare[1].first), median(&ours[1].first));
	row("save by key to still screen", median(&bare[0].save), median(&ours[0].save),
		median(&bare[1].save), median(&ours[1].save));
	printf("%-34s %8zu %8zu\n\n", "bytes for a cursor key", bare[0].key_bytes,
		ours[0].key_bytes);
}

int main(int argc, char **argv)
{
	static struct pair pairs[SIZES];
	const char *const usual[] = {"build/rapporteur", "build/bare",
		"agendas/2012-10-17-wg-technical-assistance.yaml"};
	const char *const given[] = {argv[1], argc > 3 ? argv[2] : NULL, argc > 3 ? argv[3] : NULL};
	const char *const *programs = argc > 3 ? given : usual;
	char folder[] = "/tmp/rapporteur-bench-XXXXXX";
	const int counts[2] = {FEW, MANY};
	struct desk desk[2];
	double report[2], save[2], thousand;

	setlocale(LC_ALL, "C.UTF-8");
	if (!mkdtemp(folder) || setenv("HOME", folder, 1) || setenv("TZ", "Europe/Vienna", 1))
		return 71;
	for (int i = 0; i < 2; i++) {
		char *db = in(folder, i ? "many.db" : "few.db"),
		     *plain = in(folder, i ? "many-bare" : "few-bare");

		desk[i] = make(db, programs[2], counts[i]);
		make_bare(plain, counts[i]);
		free(db);
		free(plain);
	}
	for (int run = 0; run < RUNS; run++)
		for (int i = 0; i < SIZES; i++)
			if (run < sizes[i].runs)
				run_both(&pairs[i], &sizes[i], folder, desk, programs);
	for (int i = 0; i < 2; i++)
		report[i] = report_ms(&desk[i]);
	for (int i = 0; i < 2; i++)
		save[i] = save_ms(&desk[i]);
	fill(&desk[0], REPORTED - statements(&desk[0]));
	thousand = report_ms(&desk[0]);
	printf("milliseconds, medians; bare = ncurses and SQLite alone\n\n");
	printf("%-34s %8s %8s %7s   %8s %8s %7s   %s\n", "", "bare", "100", "ratio", "bare",
		"100,000", "ratio", "growth");
	for (int i = 0; i < SIZES; i++)
		print_pair(&pairs[i], &sizes[i]);
	printf("%-34s %8s %8.2f %7s   %8s %8.2f %7s   %+5.0f %%\n",
		"statement add, durable, in process", "", save[0], "", "", save[1], "",
		(save[1] / save[0] - 1) * 100);
	printf("%-34s %8s %8.2f %7s   %8s %8.2f\n", "report as text", "", report[0], "", "",
		report[1]);
	printf("%-34s %8s %8.2f\n", "report of 1,000 statements", "", thousand);
	fill(&desk[0], PRINTED - statements(&desk[0]));
	printing_compare(&desk[0], "report of 10,000 statements");
	for (int i = 0; i < 2; i++)
		desk_clear(&desk[i]);
	printing_peak(programs[0], store_path(desk[1].store), "peak, report of 100,000");
	pandoc_compare(folder);
	for (int i = 0; i < 2; i++) {
		desk_clear(&desk[i]);
		store_free(desk[i].store);
	}
	remove_all(folder);
	return 0;
}
