/* SPDX-License-Identifier: MIT */
/*
 * The terminal's life: taking it, giving it back for a while or for good, and
 * waiting for what comes from it. Bytes out are screen.c's, bytes in
 * are decode.c's; getch() is never called. What cannot wait for the loop, a fall,
 * is rescue.c's.
 *
 * Ctrl-C and Ctrl-\ are keys; Ctrl-Z stays the terminal's, so that it stops the
 * whole job, a `make run` around us included.
 *
 * <curses.h> comes after our headers: its macros KEY_* are not ours.
 */
#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "term/term.h"
#include "ascii.h"
#include "burst.h"
#include "decode.h"
#include "rescue.h"
#include "screen.h"
#include "signals.h"
#include "terminfo.h"

#define NCURSES_NOMACROS
#include <curses.h>

enum {
	ROWS_MOST = 500,
	COLUMNS_MOST = 1000,
	TITLE_COLUMNS = 200,
	GONE_PAUSE = 1000, /* milliseconds, if somebody goes on asking */
	FAREWELL = 1000,   /* for a terminal that takes nothing when we are to end */
};

struct term {
	SCREEN *curses;
	struct screen *screen;
	struct decode decode;
	struct termios modes; /* as found */
	int rows, columns;
	struct burst *burst;
	struct str frame; /* bytes of the one being shown */
	bool utf8;
	bool ansi;   /* it understands ESC [ */
	bool titles; /* and has a title */
	struct str title;
	int64_t last_input;
	bool gone, gone_said;
	bool ending; /* a signal has said so */
};

/* --- bytes past curses, which has flushed its own --- */

/* Waits for a terminal that takes nothing, but not when we are to end. */
static void send(const char *bytes, size_t length)
{
	for (bool first = true; length > 0 && (first || !signals_end()); first = false) {
		ssize_t n = write(STDOUT_FILENO, bytes, length);
		if (n < 0 && errno == EAGAIN)
			poll(&(struct pollfd){.fd = STDOUT_FILENO, .events = POLLOUT}, 1, -1);
		else if (n < 0 && errno != EINTR)
			return; /* hung up: the next wait will say so */
		bytes += n > 0 ? n : 0;
		length -= n > 0 ? (size_t)n : 0;
	}
}

static void say(const char *text)
{
	send(text, strlen(text));
}

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
static const char title_keep[] = "\033[22;2t", title_back[] = "\033[23;2t";

static void send_title(const struct term *term)
{
	struct str out = STR_EMPTY;

	str_addf(&out, "\033]2;%s\a", term->title.text);
	send(out.text, out.length);
	str_clear(&out);
}

/* --- taking and giving back --- */

/* The size as the kernel has it; a terminal that knows none leaves curses' guess. */
static void measure(struct term *term)
{
	struct winsize size;

	term->rows = LINES;
	term->columns = COLS;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
		term->rows = size.ws_row < ROWS_MOST ? size.ws_row : ROWS_MOST;
		term->columns = size.ws_col < COLUMNS_MOST ? size.ws_col : COLUMNS_MOST;
	}
	if (term->rows != LINES || term->columns != COLS)
		resizeterm(term->rows, term->columns);
	screen_forget(term->screen);
}

/* What endwin() is to set: the modes as found, but for Ctrl-S. There is more to be
 * written then, and only Ctrl-Q, which nobody expects, would let us go on. */
static void set_shell_modes(const struct term *term)
{
	struct termios modes = term->modes;

	modes.c_iflag &= (tcflag_t)~IXON;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
	def_shell_mode();
	reset_prog_mode();
}

static void set_modes(void)
{
	struct termios modes;

	cbreak();
	noecho();
	nonl();
	if (tcgetattr(STDIN_FILENO, &modes) < 0)
		return;
	modes.c_iflag &= (tcflag_t) ~(IXON | ICRNL | INLCR | IGNCR | ISTRIP | PARMRK);
	modes.c_lflag &= (tcflag_t) ~(ICANON | ECHO | IEXTEN);
	modes.c_lflag |= ISIG | NOFLSH; /* Ctrl-Z must not lose what was typed before */
	modes.c_cc[VINTR] = modes.c_cc[VQUIT] = _POSIX_VDISABLE;
	modes.c_cc[VMIN] = 1;
	modes.c_cc[VTIME] = 0;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
	def_prog_mode();
}

static void take(struct term *term)
{
	if (term->ansi)
		say(paste_on);
	if (term->title.length > 0) {
		say(title_keep);
		send_title(term);
	}
}

/* Also once more when the other screen is left: terminals built on libvterm keep with the
 * cursor's place whether it was shown, and take that back then. */
static void show_cursor(void)
{
	struct str bytes = STR_EMPTY;

	terminfo_add(&bytes, "cnorm");
	send(bytes.text, bytes.length);
	str_clear(&bytes);
}

/* Somebody may have stopped its output, or nobody reads it: then what it has not
 * taken yet is not worth waiting for. */
static bool takes_output(const struct term *term)
{
	struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};

	if (!term->ending || poll(&output, 1, FAREWELL) > 0)
		return true;
	tcflush(STDOUT_FILENO, TCOFLUSH);
	return poll(&output, 1, 0) > 0;
}

/* The modes last: from then on Ctrl-S stops the output. */
static void give_back(struct term *term)
{
	if (takes_output(term)) {
		if (term->title.length > 0)
			say(title_back);
		if (term->ansi)
			say(paste_off);
		show_cursor();
		endwin();
		show_cursor();
	}
	tcsetattr(STDIN_FILENO, TCSANOW, &term->modes);
}

static void take_again(struct term *term)
{
	reset_prog_mode();
	measure(term);
	erase();
	clearok(curscr, TRUE);
	refresh();
	take(term);
	/* The signals of having been away have been answered by this. */
	signals_take(SIGCONT);
	signals_take(SIGWINCH);
}

static void arm(const struct term *term)
{
	struct str bytes = STR_EMPTY;

	terminfo_add(&bytes, "sgr0");
	str_add(&bytes, term->ansi ? paste_off : "");
	terminfo_add(&bytes, "rmkx");
	terminfo_add(&bytes, "rmcup");
	terminfo_add(&bytes, "cnorm");
	str_add(&bytes, "\r\n");
	rescue_arm(burst_terminal(term->burst), &term->modes, bytes.text, bytes.length);
	str_clear(&bytes);
}

/* --- life --- */

/* The type to start curses with; NULL and a sentence if there is none. */
static const char *choose_type(struct err *err)
{
	const char *wanted = getenv("TERM");
	const char *types[] = {wanted, "xterm-256color", "xterm", "vt100"};

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		err_set(err, ERR_UNAVAILABLE,
			"the full screen needs a terminal, and standard %s is none; "
			"in scripts use `rapporteur do`",
			isatty(STDIN_FILENO) ? "output" : "input");
		return NULL;
	}
	if (!wanted || !*wanted || strcmp(wanted, "unknown") == 0) {
		err_set(err, ERR_UNAVAILABLE,
			"what terminal this is is not known: set TERM, for example to xterm");
		return NULL;
	}
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		enum terminfo kind = terminfo_kind(types[i]);
		if (kind == TERMINFO_SCREEN)
			return types[i];
		if (kind == TERMINFO_PRINTER || strcmp(wanted, "dumb") == 0)
			break;
	}
	err_set(err, ERR_UNAVAILABLE,
		"a terminal of the type \"%.50s\" cannot show a full screen; "
		"where it can after all, set TERM, for example to xterm",
		wanted);
	return NULL;
}

static bool wants_colours(enum term_colour colour)
{
	const char *no = getenv("NO_COLOR");

	if (colour == TERM_COLOUR_AUTO)
		return !no || !*no;
	return colour == TERM_COLOUR_ALWAYS;
}

static void start(struct term *term, enum term_colour colour)
{
	const char *move_cursor;

	term->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	term->burst = burst_new();
	term->screen = screen_new(wants_colours(colour), term->utf8, term->burst);
	decode_init(&term->decode);
	decode_learn(&term->decode, terminfo_string);
	str_init(&term->title);
	str_init(&term->frame);
	move_cursor = terminfo_string("cup");
	term->ansi = move_cursor && strncmp(move_cursor, "\033[", 2) == 0;
	term->titles = term->ansi && terminfo_flag("XT");
	arm(term);
	set_shell_modes(term);
	set_modes();
	typeahead(-1); /* a frame is one write: looking for keys in between gains nothing */
	keypad(stdscr, TRUE);
	measure(term);
	take(term);
}

struct term *term_new(enum term_colour colour, struct err *err)
{
	const char *type = choose_type(err);

	if (!type || !signals_catch(err))
		return NULL;
	struct term *term = mem_alloc(sizeof *term);
	tcgetattr(STDIN_FILENO, &term->modes);
	term->curses = newterm(type, stdout, stdin);
	if (!term->curses) {
		signals_release();
		free(term);
		err_set(err, ERR_UNAVAILABLE, "the terminal (type %.50s) cannot be used", type);
		return NULL;
	}
	start(term, colour);
	return term;
}

void term_free(struct term *term)
{
	if (!term)
		return;
	give_back(term);
	rescue_disarm();
	signals_release();
	screen_free(term->screen);
	delscreen(term->curses);
	burst_free(term->burst);
	decode_clear(&term->decode);
	str_clear(&term->title);
	str_clear(&term->frame);
	free(term);
}

int term_rows(const struct term *term)
{
	return term->rows;
}

int term_columns(const struct term *term)
{
	return term->columns;
}

bool term_colours(const struct term *term)
{
	return screen_colours(term->screen);
}

static void show(struct term *term, const struct canvas *canvas)
{
	str_reset(&term->frame);
	screen_show(term->screen, canvas, term->rows, term->columns, &term->frame);
	send(term->frame.text, term->frame.length);
}

void term_show(struct term *term, const struct canvas *canvas)
{
	if (!term->gone && !signals_end())
		show(term, canvas);
}

void term_redraw(struct term *term)
{
	screen_forget(term->screen);
}

void term_title(struct term *term, const char *title)
{
	struct str seen = STR_EMPTY, fitting = STR_EMPTY;
	uint32_t point;

	if (!term->titles || term->gone)
		return;
	utf8_visible(&seen, title, strlen(title), false);
	utf8_ellipsis(&fitting, seen.text, TITLE_COLUMNS);
	str_reset(&seen);
	for (size_t at = 0; !term->utf8 && at < fitting.length;) {
		at += utf8_decode(fitting.text + at, fitting.length - at, &point);
		str_addc(&seen, ascii_for(point));
	}
	const char *shown = term->utf8 ? fitting.text : seen.text;
	if (strcmp(term->title.text, shown) != 0) {
		if (term->title.length == 0)
			say(title_keep);
		str_reset(&term->title);
		str_add(&term->title, shown);
		send_title(term);
	}
	str_clear(&seen);
	str_clear(&fitting);
}

/* --- away and back --- */

void term_suspend(struct term *term)
{
	give_back(term);
	/* With the default effect and no more, so that a terminal without a shell,
	 * where nobody could wake us, does not let us sleep. */
	signals_default(SIGTSTP);
	if (!signals_end())
		raise(SIGTSTP);
	signals_again(SIGTSTP);
	signals_take(SIGTSTP);
	take_again(term);
}

extern char **environ;

static bool spawn(pid_t *child, char *const argv[], struct err *err)
{
	posix_spawnattr_t attributes;
	sigset_t defaults;
	int failed;

	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	sigaddset(&defaults, SIGXFSZ);
	sigaddset(&defaults, SIGINT);
	sigaddset(&defaults, SIGQUIT);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	failed = posix_spawnp(child, argv[0], NULL, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
	return !failed ||
	       err_set(err, ERR_UNAVAILABLE, "cannot run %s: %s", argv[0], strerror(failed));
}

/* Waits for the child; what ends us ends it first, and is then raised again. */
static void wait_for(pid_t child, int *status)
{
	int ending = 0;

	while (waitpid(child, status, WNOHANG) == 0) {
		poll(&(struct pollfd){.fd = signals_fd(), .events = POLLIN}, 1, -1);
		signals_drain();
		if (signals_take(SIGHUP))
			ending = SIGHUP;
		if (signals_take(SIGTERM))
			ending = SIGTERM;
		if (ending)
			kill(child, ending);
	}
	if (ending)
		raise(ending);
}

bool term_run(struct term *term, char *const argv[], int *status, struct err *err)
{
	pid_t child;

	/* Ctrl-C and Ctrl-Z are the child's now; Ctrl-Z stops us with it. */
	give_back(term);
	signals_ignore(SIGINT);
	signals_ignore(SIGQUIT);
	signals_default(SIGTSTP);
	bool started = spawn(&child, argv, err);
	if (started)
		wait_for(child, status);
	signals_again(SIGINT);
	signals_again(SIGQUIT);
	signals_again(SIGTSTP);
	take_again(term);
	return started;
}

/* --- waiting --- */

static bool resized(struct term *term, struct event *event)
{
	*event = (struct event){.kind = EVENT_RESIZE};
	term->last_input = clock_monotonic();
	return true;
}

/* The event of a signal that has come, the one that ends us first. */
static bool next_signal(struct term *term, struct event *event)
{
	for (size_t i = 0; i < ENDING; i++)
		if (signals_take(signals_ending[i])) {
			*event = (struct event){.kind = EVENT_SIGNAL, .signal = signals_ending[i]};
			term->ending = true;
			return true;
		}
	if (term->gone)
		return false;
	if (signals_take(SIGTSTP)) {
		*event = (struct event){.kind = EVENT_SIGNAL, .signal = SIGTSTP};
		return true;
	}
	if (signals_take(SIGCONT)) { /* somebody used the terminal while we slept */
		take_again(term);
		return resized(term, event);
	}
	if (signals_take(SIGWINCH)) {
		measure(term);
		return resized(term, event);
	}
	return false;
}

static void read_input(struct term *term)
{
	char bytes[4096];
	ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);

	if (n > 0) {
		decode_feed(&term->decode, bytes, (size_t)n);
		term->last_input = clock_monotonic();
	} else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
		term->gone = true;
	}
}

/* Waits until something comes, at most so long; false if nothing did. */
static bool poll_input(struct term *term, int milliseconds)
{
	struct pollfd ends[] = {
		{.fd = signals_fd(), .events = POLLIN},
		{.fd = term->gone ? -1 : STDIN_FILENO, .events = POLLIN},
	};

	if (poll(ends, 2, milliseconds) <= 0)
		return false;
	if (ends[0].revents)
		signals_drain();
	if (ends[1].revents)
		read_input(term);
	return true;
}

/* The first time at once, then in the time that was asked for, so that a loop
 * that does not end does not turn the fan on. */
static void say_gone(struct term *term, int milliseconds, struct event *event)
{
	if (term->gone_said) {
		poll_input(term, milliseconds < 0 ? GONE_PAUSE : milliseconds);
		if (next_signal(term, event))
			return;
	}
	term->gone_said = true;
	*event = (struct event){.kind = EVENT_GONE};
}

static bool is_late(const struct term *term)
{
	int patience = decode_patience(&term->decode);

	return patience >= 0 && clock_monotonic() - term->last_input >= patience;
}

/* Milliseconds to poll for: until the time is over or the decoder's patience. */
static int pause_left(const struct term *term, int64_t begun, int milliseconds)
{
	int patience = decode_patience(&term->decode);
	int64_t now = clock_monotonic();
	int64_t left = begun + milliseconds - now, late = term->last_input + patience - now;

	if (milliseconds < 0 && patience < 0)
		return -1;
	if (milliseconds < 0 || (patience >= 0 && late < left))
		left = late;
	return left < 0 ? 0 : (int)left;
}

void term_wait(struct term *term, int milliseconds, struct event *event)
{
	int64_t begun = clock_monotonic();

	for (;;) {
		if (next_signal(term, event) || decode_next(&term->decode, false, event))
			return;
		if (term->gone) {
			say_gone(term, milliseconds, event);
			return;
		}
		if (poll_input(term, pause_left(term, begun, milliseconds)))
			continue;
		if (is_late(term) && decode_next(&term->decode, true, event))
			return;
		if (milliseconds >= 0 && clock_monotonic() - begun >= milliseconds) {
			*event = (struct event){.kind = EVENT_TICK};
			return;
		}
	}
}
