/* SPDX-License-Identifier: MIT */
/*
 * Half a day of more than sixty speeches, with all that happens to a speakers' list,
 * done from a script and done by keys: the same record, the same report. And killed
 * at any moment: what was acknowledged is there, and who has the floor has it since
 * the moment when it was given.
 *
 * The reference is the script given to one `rapporteur do`, a command at a time: it
 * says what the record is after each of them, and what is replied.
 */
#include <locale.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/civil.h"
#include "base/clock.h"
#include "base/mem.h"
#include "store/floor.h"
#include "store/journal.h"
#include "support/e2e/hand.h"
#include "support/cli/one_program.h"
#include "support/e2e/podium.h"
#include "support/exchange/golden.h"

#define SCRIPT "tests/e2e/half_day/script"
#define REPORT "tests/e2e/half_day/report.txt"
#define SESSION EXAMPLE_SESSION "-rehearsal"
#define EVENING "2012-10-16T18:00"

enum {
	SPEECHES = 60,
	STEPS = 300,
	EVERY = 9,  /* commands the screen is killed */
	LATER = 20, /* seconds, it is opened again */
	STALE = 2,  /* seconds that a screen may be behind on a slow machine */
	DAY = 24 * 3600 * 1000
};

/* What there is after the first n commands; 0 = the agenda alone. */
struct moment {
	char *dump;
	char *reply; /* of the n-th */
};

struct day {
	struct arena arena;
	struct hand_step *steps;
	size_t count;
	struct moment moments[STEPS];
	char *report, *missing;
};

static struct day day;
/* --- looking into the database --- */

static struct store *look(struct program *which)
{
	struct err err = {0};
	struct store *store = store_new(
		program_path(which, "rapporteur/proceedings.db"), STORE_OPEN_READ_ONLY, &err);

	if (!store)
		fail_msg("%s", err.text);
	return store;
}

/* The record, and how many commands the journal has of it. */
static char *dump(struct program *which, size_t *done, char **reply)
{
	struct store *store = look(which);
	struct journal_row *rows;
	struct arena arena;
	struct str text;
	size_t count;

	arena_init(&arena);
	str_init(&text);
	rows = store_journal(store, 1, 0, STEPS, &arena, &count);
	assert_true(count > 0);
	*done = count - 1;
	/* The row of an undo says what was undone. */
	*reply = mem_strdup(strcmp(rows[0].kind, "undo") == 0 ? "undone: " : rows[0].summary);
	store_dump(store, &text);
	store_free(store);
	arena_clear(&arena);
	return str_take(&text);
}

static void assert_is_moment(struct program *which, size_t n)
{
	size_t done;
	char *reply, *record = dump(which, &done, &reply);

	assert_int_equal(done, n);
	assert_string_equal(reply, day.moments[n].reply);
	/* cmocka would print both of them. */
	if (strcmp(record, day.moments[n].dump) != 0)
		fail_msg("after %zu commands the record is another one; the last: %s", n, reply);
	free(record);
	free(reply);
}

/* --- a script, given bit by bit --- */

struct feed {
	pid_t pid;
	int input, output;
};

static struct feed feed_start(struct program *which, const char *at)
{
	struct feed feed;
	int in[2], out[2];

	assert_int_equal(pipe(in), 0);
	assert_int_equal(pipe(out), 0);
	feed = (struct feed){.pid = fork(), .input = in[1], .output = out[0]};
	if (feed.pid == 0) {
		setenv("XDG_DATA_HOME", which->home, 1);
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		for (int i = 0; i < 2; i++) {
			close(in[i]);
			close(out[i]);
		}
		execl(getenv("RAPPORTEUR"), "rapporteur", "do", "--session", SESSION, "--at", at,
			"-f", "-", (char *)NULL);
		_exit(98);
	}
	close(in[0]);
	close(out[1]);
	return feed;
}

static void feed_give(const struct feed *feed, const struct hand_step *step)
{
	size_t length = strlen(step->command);

	assert_int_equal(write(feed->input, step->command, length), length);
}

static int feed_end(struct feed *feed)
{
	int status;

	close(feed->output);
	assert_int_equal(waitpid(feed->pid, &status, 0), feed->pid);
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* --- the reference --- */

static void make_session(struct program *which)
{
	program_begin(which);
	program_does(which, "do", "agenda", "load", "--rehearse", EXAMPLE_AGENDA, NULL);
}

/* What is printed comes after the commit; some replies have lines below them. */
static void wait_for(struct program *which, const struct feed *feed, size_t n)
{
	struct moment *moment = &day.moments[n];
	struct pollfd printed = {.fd = feed->output, .events = POLLIN};
	char bytes[4096];
	size_t done;

	for (;;) {
		assert_int_equal(poll(&printed, 1, 10000), 1);
		if (read(feed->output, bytes, sizeof bytes) <= 0)
			fail_msg("the script ends at: %s", day.steps[n - 1].command);
		moment->dump = dump(which, &done, &moment->reply);
		if (done == n)
			return;
		free(moment->dump);
		free(moment->reply);
	}
}

static int make_day(void **state)
{
	struct program reference;
	struct feed feed;
	size_t done;

	(void)state;
	arena_init(&day.arena);
	day.steps = hand_read(SCRIPT, &day.arena, &day.count);
	assert_true(day.count < STEPS);
	make_session(&reference);
	day.moments[0].dump = dump(&reference, &done, &day.moments[0].reply);
	feed = feed_start(&reference, EVENING);
	for (size_t i = 0; i < day.count; i++) {
		feed_give(&feed, &day.steps[i]);
		wait_for(&reference, &feed, i + 1);
	}
	close(feed.input);
	assert_int_equal(feed_end(&feed), 0);
	program_run(&reference, "report", NULL);
	day.report = mem_strdup(reference.out);
	day.missing = mem_strdup(reference.err);
	program_end(&reference);
	return 0;
}

static int free_day(void **state)
{
	(void)state;
	for (size_t i = 0; i <= day.count; i++) {
		free(day.moments[i].dump);
		free(day.moments[i].reply);
	}
	free(day.report);
	free(day.missing);
	arena_clear(&day.arena);
	return 0;
}

static int set_up(void **state)
{
	(void)state;
	make_session(&program);
	return 0;
}

/* --- the day by keys --- */

static struct pty *open_room(const char *at)
{
	struct pty *pty = podium_open(&program, NULL, "--session", SESSION, "--at", at, NULL);

	podium_sees(pty, "AGENDA");
	return pty;
}

static void by_keys_and_from_the_script_it_is_the_same_record_and_report(void **state)
{
	struct pty *pty = open_room(EVENING);

	(void)state;
	for (size_t i = 0; i < day.count; i++)
		hand_does(pty, &day.steps[i], day.moments[i + 1].reply);
	podium_leaves(pty);
	assert_is_moment(&program, day.count);
	program_run(&program, "report", NULL);
	assert_string_equal(program.out, day.report);
	assert_string_equal(program.err, day.missing);
	golden_compare(REPORT, program.out);
}

/* --- killed --- */

static void assert_is_whole(void)
{
	struct store *store = look(&program);
	struct err err = {0};

	if (!store_check(store, false, &err))
		fail_msg("%s", err.text);
	store_free(store);
}

/* The time that the record ends with after n commands. */
static const char *time_after(size_t n)
{
	return n > 0 ? day.steps[n - 1].time : EVENING;
}

/* How many commands, from the n-th on, are acknowledged in what was printed. */
static size_t count_replies(const char *printed, size_t n)
{
	size_t count = 0;

	for (const char *line = printed, *end; (end = strchr(line, '\n')); line = end + 1) {
		const char *reply = day.moments[n + count + 1].reply;
		count += n + count < day.count && strncmp(line, reply, strlen(reply)) == 0;
	}
	return count;
}

/* Reads until so many are acknowledged, or the other side is gone. */
static size_t read_replies(const struct feed *feed, struct str *printed, size_t n, size_t wanted)
{
	char bytes[256];
	ssize_t length;

	while (count_replies(printed->text, n) < wanted &&
		(length = read(feed->output, bytes, sizeof bytes)) > 0)
		str_addn(printed, bytes, (size_t)length);
	return count_replies(printed->text, n);
}

/* The script goes on behind the n-th command, and is killed when it has acknowledged
 * some more; how many are done then. */
static size_t run_and_kill(size_t n, size_t more)
{
	struct feed feed = feed_start(&program, time_after(n));
	struct str printed;
	size_t acknowledged, done;
	char *reply;

	str_init(&printed);
	for (size_t i = n; i < day.count; i++)
		feed_give(&feed, &day.steps[i]);
	close(feed.input);
	read_replies(&feed, &printed, n, more);
	kill(feed.pid, SIGKILL);
	acknowledged = n + read_replies(&feed, &printed, n, day.count);
	feed_end(&feed);
	free(dump(&program, &done, &reply));
	if (done < acknowledged || done > acknowledged + 1)
		fail_msg("%zu were acknowledged, %zu are there", acknowledged, done);
	str_clear(&printed);
	free(reply);
	return done;
}

static void killed_at_any_moment_the_script_goes_on_where_it_was(void **state)
{
	size_t done = 0;

	(void)state;
	for (size_t kills = 0; done < day.count; kills++) {
		done = run_and_kill(done, kills % 13);
		assert_is_moment(&program, done);
		assert_is_whole();
	}
}

/* --- killed on the screen --- */

static const char *later(const char *time)
{
	int seconds = civil_parse_clock(strchr(time, 'T') + 1) + LATER;

	return arena_printf(&program.arena, "%.11s%02d:%02d:%02d", time, seconds / 3600,
		seconds / 60 % 60, seconds % 60);
}

/* Who has the floor by the record has it on the screen, and it has gone on. */
static void assert_floor(struct pty *pty)
{
	struct store *store = look(&program);
	struct journal_row *last;
	struct statement_row row;
	size_t count;

	last = store_journal(store, 1, 0, 1, &program.arena, &count);
	if (store_statement_running(store, 1, &program.arena, &row)) {
		podium_sees(pty, arena_printf(&program.arena, "● %s", row.name));
		assert_int_equal(podium_speech_seconds(pty),
			statement_seconds(&row, last->at + LATER * 1000));
	} else {
		assert_false(pty_sees(pty, "● "));
	}
	store_free(store);
}

static void kill_room(struct pty *pty)
{
	pty_signal(pty, SIGKILL);
	assert_int_equal(pty_wait(pty), 128 + SIGKILL);
	pty_free(pty);
}

/* Killed after n commands, and opened again. */
static struct pty *killed(struct pty *pty, size_t n)
{
	kill_room(pty);
	assert_is_moment(&program, n);
	pty = open_room(later(time_after(n)));
	assert_floor(pty);
	hand_sets_time(pty, time_after(n));
	return pty;
}

/* Where the cursor was is not kept: such a step is not the first. */
static bool goes_on(const struct hand_step *step)
{
	static const char *const begins[] = {"\"", "BackTab", "Down", "Left", "Tab", "Up"};

	for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++)
		if (strncmp(step->keys, begins[i], strlen(begins[i])) == 0)
			return true;
	return false;
}

static void killed_at_any_moment_the_screen_goes_on_where_it_was(void **state)
{
	struct pty *pty = open_room(EVENING);
	size_t since = 0;

	(void)state;
	for (size_t i = 0; i < day.count; i++) {
		if (i >= since + EVERY && !goes_on(&day.steps[i])) {
			pty = killed(pty, i);
			since = i;
		}
		hand_does(pty, &day.steps[i], day.moments[i + 1].reply);
	}
	podium_leaves(pty);
	assert_is_moment(&program, day.count);
	assert_is_whole();
}

/* --- by the clock on the wall --- */

static int64_t now(void)
{
	return clock_now(&(struct clock){0});
}

static const char *date_of(int64_t at)
{
	struct civil day_of = civil_at(at);
	char date[11];

	civil_format_date(&day_of, date);
	return arena_strdup(&program.arena, date);
}

/* A session that is held now, also around midnight. */
static void make_session_of_today(void)
{
	static const char agenda[] =
		"rapporteur: agenda/1\n"
		"session: {id: today, title: A session, place: Vienna, from: %s, to: %s,"
		" timezone: UTC}\n"
		"bodies: [{id: wg, name: Working Group, symbol: WG}]\n"
		"agenda: {status: provisional, language: English}\n"
		"items: [{number: \"1\", title: General debate}]\n";

	program_end(&program);
	program_begin(&program);
	program_file(&program, "today.yaml",
		arena_printf(&program.arena, agenda, date_of(now() - DAY), date_of(now() + DAY)));
	program_does(&program, "do", "agenda", "load", program_path(&program, "today.yaml"), NULL);
}

/* Canada has had the floor for some seconds when it is logged; when it began. */
static int64_t give_the_floor(int seconds)
{
	int64_t began = (now() / 1000 - seconds) * 1000;
	struct civil then = civil_at(began);
	const char *time = arena_printf(&program.arena, "%sT%02d:%02d:%02d", date_of(began),
		then.hour, then.minute, then.second);

	program.input = "meeting open\nitem open 1\nfloor request can\nfloor give\n";
	program_does(&program, "do", "--at", time, "-f", "-", NULL);
	program.input = NULL;
	return began;
}

static void killed_or_not_a_speech_runs_by_the_clock_on_the_wall(void **state)
{
	struct err err = {0};
	int64_t began, earliest, latest;

	(void)state;
	assert_true(zone_set("UTC", &err));
	make_session_of_today();
	began = give_the_floor(100);
	for (int kills = 0; kills < 3; kills++) {
		struct pty *pty = podium_open(&program, NULL, "--session", "today", NULL);
		podium_sees(pty, "AGENDA");
		podium_sees(pty, "● Canada");
		earliest = (now() - began) / 1000 - STALE;
		int seconds = podium_speech_seconds(pty);
		latest = (now() - began) / 1000;
		if (seconds < earliest || seconds > latest)
			fail_msg("%d s are shown, it is %d to %d", seconds, (int)earliest,
				(int)latest);
		kill_room(pty);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, program_tear_down)
		TEST(by_keys_and_from_the_script_it_is_the_same_record_and_report),
		TEST(killed_at_any_moment_the_script_goes_on_where_it_was),
		TEST(killed_at_any_moment_the_screen_goes_on_where_it_was),
		TEST(killed_or_not_a_speech_runs_by_the_clock_on_the_wall),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests(tests, make_day, free_day);
}
