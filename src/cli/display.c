/* SPDX-License-Identifier: MIT */
/*
 * rapporteur display: the screen of the room. It keeps nothing open between two
 * looks: a few times a second it asks the file system whether the database has
 * moved, and only then opens it for reading, reads what is shown and closes it.
 * So it never stands in the way of a command, and a database may be put back,
 * moved or be missing while it runs.
 *
 * A rehearsal's clock runs elsewhere: whoever has done something there leaves word of
 * how far it is from the machine's; else it is taken from the newest command. --rehearse
 * says it too.
 */
#include <signal.h>
#include <string.h>
#include <sys/stat.h>

#include "cli.h"
#include "verbs.h"

#include "base/civil.h"
#include "store/agenda.h"
#include "store/journal.h"
#include "term/term.h"
#include "ui/display.h"

enum {
	LOOK_EVERY = 400,  /* milliseconds */
	READ_EVERY = 5000, /* also where nothing seems to have moved */
	RETRY_EVERY = 1000
};

/* What changes when somebody has written. */
struct mark {
	bool there;
	dev_t device;
	ino_t inode;
	struct timespec modified;
	off_t size;
};

struct room_screen {
	struct cli *cli; /* its options only */
	struct term *term;
	struct display *display;
	struct canvas canvas;
	struct str path, log; /* of the database, and of what is newest in it */
	struct mark marks[2];
	struct clock clock;
	int64_t at;      /* --at: the clock stands there; 0 = it runs */
	int64_t newest;  /* row of the journal that the clock was set by */
	bool good;       /* something is shown */
	bool begun;      /* --rehearse was taken */
	int64_t read_at; /* monotonic */
	int status;
	bool over;
};

/* --- has it moved? --- */

static struct mark mark_of(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return (struct mark){0};
	return (struct mark){true, st.st_dev, st.st_ino, st.st_mtim, st.st_size};
}

static bool same(const struct mark *one, const struct mark *other)
{
	return one->there == other->there && one->device == other->device &&
	       one->inode == other->inode && one->size == other->size &&
	       one->modified.tv_sec == other->modified.tv_sec &&
	       one->modified.tv_nsec == other->modified.tv_nsec;
}

/* The marks are taken before it is read: what comes while it is read is seen next. */
static bool has_moved(struct room_screen *screen)
{
	struct mark marks[2] = {mark_of(screen->path.text), mark_of(screen->log.text)};
	bool moved = !same(&marks[0], &screen->marks[0]) || !same(&marks[1], &screen->marks[1]);
	int64_t since = clock_monotonic() - screen->read_at;

	memcpy(screen->marks, marks, sizeof marks);
	return moved || since >= (screen->good ? READ_EVERY : RETRY_EVERY);
}

/* --- the clock --- */

static int64_t now_of(const struct room_screen *screen)
{
	return screen->at ? screen->at : clock_now(&screen->clock);
}

static bool take_times(struct room_screen *screen, struct cli *guest, struct err *err)
{
	int64_t at;

	screen->at = guest->desk.at;
	if (!guest->rehearse || screen->begun)
		return true;
	if (!civil_parse_time(guest->rehearse, clock_now(&screen->clock), &at, err))
		return err_prefix(err, "--rehearse");
	clock_shift_to(&screen->clock, at);
	screen->begun = true;
	return true;
}

/* In a rehearsal the clock is the one that was left word of; if there is no word, a new
 * command says what time it is there. One that was logged afterwards is earlier and says
 * nothing. */
static void follow_rehearsal(struct room_screen *screen, struct cli *guest)
{
	struct session_row session;
	int64_t shift;
	size_t count;

	if (!store_session(guest->store, guest->desk.session, &guest->arena, &session) ||
		!session.rehearsal)
		return;
	if (!screen->begun && store_session_clock(guest->store, guest->desk.session, &shift)) {
		screen->clock = (struct clock){.shift = shift};
		return;
	}
	const struct journal_row *row =
		store_journal(guest->store, guest->desk.session, 0, 1, &guest->arena, &count);
	if (count == 0 || row->sequence == screen->newest)
		return;
	bool first = screen->newest == 0 && !screen->begun;
	screen->newest = row->sequence;
	if (first || row->at > clock_now(&screen->clock))
		clock_shift_to(&screen->clock, row->at);
}

/* --- reading --- */

static bool read_it(struct room_screen *screen, struct cli *guest, struct err *err)
{
	if (!cli_open(guest, STORE_OPEN_READ_ONLY, err) || !cli_desk(guest, err) ||
		!cli_need_session(guest, err) || !take_times(screen, guest, err))
		return false;
	follow_rehearsal(screen, guest);
	guest->desk.clock = screen->clock;
	return display_load(screen->display, &guest->desk, err);
}

/* Somebody who is writing just now is not waited for: what was read last stays, and
 * the next look is soon. */
static void look(struct room_screen *screen)
{
	struct cli guest = *screen->cli;
	struct err err = {0};

	if (!has_moved(screen))
		return;
	guest.store = NULL;
	guest.desk = (struct desk){.clock = screen->clock};
	arena_init(&guest.arena);
	bool good = read_it(screen, &guest, &err);
	cli_close(&guest);
	screen->read_at = clock_monotonic();
	if (good || !screen->good || err.code != ERR_TRY_AGAIN) {
		screen->good = good;
		if (!good)
			display_missing(screen->display, err.text);
	}
}

/* --- the loop --- */

static void handle(struct room_screen *screen, const struct event *event)
{
	switch (event->kind) {
	case EVENT_KEY:
		screen->over = display_key(screen->display, &event->key);
		if (key_ctrl(&event->key) == 'l')
			term_redraw(screen->term);
		break;
	case EVENT_SIGNAL:
		if (event->signal == SIGTSTP) {
			term_suspend(screen->term);
			break;
		}
		screen->over = true;
		screen->status = 128 + event->signal;
		break;
	case EVENT_GONE:
		screen->over = true;
		screen->status = 128 + SIGHUP;
		break;
	case EVENT_TICK:
	case EVENT_RESIZE:
	case EVENT_PASTE:
		break;
	}
}

static void loop(struct room_screen *screen)
{
	struct event event;

	while (!screen->over) {
		look(screen);
		canvas_reset(&screen->canvas, term_rows(screen->term), term_columns(screen->term));
		display_draw(screen->display, now_of(screen), &screen->canvas);
		term_show(screen->term, &screen->canvas);
		int wait = display_deadline(screen->display, now_of(screen));
		term_wait(screen->term, wait < LOOK_EVERY ? wait : LOOK_EVERY, &event);
		handle(screen, &event);
	}
}

static void run(struct room_screen *screen)
{
	screen->display = display_new();
	canvas_init(&screen->canvas);
	term_title(screen->term, "rapporteur display");
	loop(screen);
	canvas_clear(&screen->canvas);
	display_free(screen->display);
}

int display_verb(struct cli *cli, int argc, char **argv)
{
	struct room_screen screen = {.cli = cli};
	struct err err = {0};

	str_init(&screen.path);
	str_init(&screen.log);
	if (verb_operands(cli, NULL, argc, argv, 0, 0, "rapporteur display", &err) == 0 &&
		cli_database(cli, &screen.path, &err)) {
		str_addf(&screen.log, "%s-wal", screen.path.text);
		screen.term = cli_terminal(cli, &err);
	}
	if (screen.term)
		run(&screen);
	else
		screen.status = cli_fail(&err);
	term_free(screen.term);
	str_clear(&screen.path);
	str_clear(&screen.log);
	return screen.status;
}
