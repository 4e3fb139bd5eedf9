/* SPDX-License-Identifier: MIT */
/*
 * The terminal's side: libvterm draws what the program sends and makes the bytes
 * of what is typed, in the modes that the program has asked for. Everything that
 * waits runs through pump(), which moves bytes both ways, so that neither side
 * can block the other.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <vterm.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/key.h"
#include "pty.h"
#include "pty_key.h"
#include "pty_kernel.h"
#include "pty_shell.h"

enum { PATIENCE = 5000 }; /* milliseconds */

struct pty {
	int master, slave; /* the slave only to look at its modes */
	struct termios modes;
	struct pty_shell shell;
	int program; /* its pid */
	bool stopped, continued, ended;
	int status;
	VTerm *vterm;
	VTermScreen *screen;
	int rows, columns;
	bool alternate, cursor_hidden, mouse;
	bool typing; /* what libvterm says now was typed, not answered */
	struct str outgoing, title, injected, text;
	size_t bytes;
};

_Noreturn static void fail(const char *what)
{
	fprintf(stderr, "pty: %s: %s\n", what, strerror(errno));
	exit(99);
}

/* --- what libvterm tells --- */

static int on_property(VTermProp property, VTermValue *value, void *context)
{
	struct pty *pty = context;

	if (property == VTERM_PROP_ALTSCREEN)
		pty->alternate = value->boolean;
	else if (property == VTERM_PROP_CURSORVISIBLE)
		pty->cursor_hidden = !value->boolean;
	else if (property == VTERM_PROP_MOUSE)
		pty->mouse = value->number != VTERM_PROP_MOUSE_NONE;
	else if (property == VTERM_PROP_TITLE) {
		str_reset(&pty->title);
		str_add(&pty->title, value->string);
	}
	return 1;
}

static int on_bell(void *context)
{
	struct pty *pty = context;

	str_add(&pty->injected, "bell\n");
	return 1;
}

static int on_osc(const char *command, size_t length, void *context)
{
	struct pty *pty = context;

	/* 104 puts the palette back: what curses does at its end. */
	if (length != 3 || memcmp(command, "104", 3) != 0)
		str_addf(&pty->injected, "OSC %.*s\n", (int)length, command);
	return 1;
}

static int on_dcs(const char *command, size_t length, void *context)
{
	struct pty *pty = context;

	str_addf(&pty->injected, "DCS %.*s\n", (int)length, command);
	return 1;
}

static void on_output(const char *bytes, size_t length, void *context)
{
	struct pty *pty = context;

	if (!pty->typing)
		str_addf(&pty->injected, "answered a question (%zu bytes)\n", length);
	str_addn(&pty->outgoing, bytes, length);
}

static const VTermScreenCallbacks screen_callbacks = {
	.settermprop = on_property,
	.bell = on_bell,
};
static const VTermParserCallbacks unknown_callbacks = {
	.osc = on_osc,
	.dcs = on_dcs,
};

/* libvterm falls over a wide character in a single column: what was drawn for a
 * larger size still comes after that has become the size. */
static int vterm_columns(const struct pty *pty)
{
	return pty->columns < 2 ? 2 : pty->columns;
}

static void start_vterm(struct pty *pty)
{
	pty->vterm = vterm_new(pty->rows, vterm_columns(pty));
	vterm_set_utf8(pty->vterm, 1);
	vterm_output_set_callback(pty->vterm, on_output, pty);
	pty->screen = vterm_obtain_screen(pty->vterm);
	vterm_screen_set_callbacks(pty->screen, &screen_callbacks, pty);
	vterm_screen_set_unrecognised_fallbacks(pty->screen, &unknown_callbacks, pty);
	vterm_screen_enable_altscreen(pty->screen, 1);
	vterm_screen_reset(pty->screen, 1);
}

/* --- starting and ending --- */

static void set_size(const struct pty *pty)
{
	struct winsize size = {
		.ws_row = (unsigned short)pty->rows,
		.ws_col = (unsigned short)pty->columns,
	};

	ioctl(pty->master, TIOCSWINSZ, &size);
}

static const char *open_terminal(struct pty *pty)
{
	pty->master = posix_openpt(O_RDWR | O_NOCTTY);
	if (pty->master < 0 || grantpt(pty->master) < 0 || unlockpt(pty->master) < 0)
		fail("no pseudo-terminal");
	const char *name = ptsname(pty->master);
	pty->slave = open(name, O_RDWR | O_NOCTTY);
	if (pty->slave < 0)
		fail(name);
	fcntl(pty->master, F_SETFL, O_NONBLOCK);
	fcntl(pty->master, F_SETFD, FD_CLOEXEC);
	fcntl(pty->slave, F_SETFD, FD_CLOEXEC);
	set_size(pty);
	tcgetattr(pty->slave, &pty->modes);
	return name;
}

struct pty *pty_start(const struct pty_options *options, const char *const argv[])
{
	static const struct pty_options none;
	struct pty *pty = mem_alloc(sizeof *pty);

	signal(SIGPIPE, SIG_IGN);
	options = options ? options : &none;
	pty->rows = options->rows ? options->rows : 24;
	pty->columns = options->columns ? options->columns : 80;
	str_init(&pty->outgoing);
	str_init(&pty->title);
	str_init(&pty->injected);
	str_init(&pty->text);
	start_vterm(pty);
	pty->shell = pty_shell_start(open_terminal(pty), options, argv);
	return pty;
}

void pty_free(struct pty *pty)
{
	if (!pty)
		return;
	if (pty->program > 0 && !pty->ended) {
		kill(-pty->program, SIGKILL);
		kill(pty->program, SIGKILL);
	}
	kill(pty->shell.pid, SIGKILL);
	waitpid(pty->shell.pid, NULL, 0);
	close(pty->shell.reports);
	close(pty->shell.commands);
	if (pty->master >= 0)
		close(pty->master);
	close(pty->slave);
	vterm_free(pty->vterm);
	str_clear(&pty->outgoing);
	str_clear(&pty->title);
	str_clear(&pty->injected);
	str_clear(&pty->text);
	free(pty);
}

/* --- moving bytes --- */

static void read_program(struct pty *pty)
{
	char bytes[65536];
	ssize_t n;

	while (pty->master >= 0 && (n = read(pty->master, bytes, sizeof bytes)) > 0) {
		vterm_input_write(pty->vterm, bytes, (size_t)n);
		pty->bytes += (size_t)n;
	}
}

static void write_program(struct pty *pty)
{
	while (pty->outgoing.length > 0) {
		ssize_t n = write(pty->master, pty->outgoing.text, pty->outgoing.length);
		if (n <= 0)
			return;
		str_remove(&pty->outgoing, 0, (size_t)n);
	}
}

static void read_reports(struct pty *pty)
{
	struct pty_report report;
	ssize_t n;

	while ((n = read(pty->shell.reports, &report, sizeof report)) == sizeof report) {
		if (report.news == PTY_STARTED)
			pty->program = report.value;
		pty->stopped = report.news == PTY_STOPPED;
		pty->continued = pty->continued || report.news == PTY_CONTINUED;
		if (report.news == PTY_ENDED) {
			pty->ended = true;
			pty->status = report.value;
		}
	}
	if (n == 0 && !pty->ended) { /* the shell has fallen */
		pty->ended = true;
		pty->status = -1;
	}
}

/* Waits for anything to move, and moves it. */
static void pump(struct pty *pty, int milliseconds)
{
	struct pollfd ends[] = {
		{.fd = pty->master, .events = POLLIN},
		{.fd = pty->ended ? -1 : pty->shell.reports, .events = POLLIN},
	};

	if (pty->outgoing.length > 0)
		ends[0].events |= POLLOUT;
	poll(ends, 2, milliseconds);
	/* In this order, so that what was said before the end is seen at the end. */
	read_reports(pty);
	read_program(pty);
	if (pty->master >= 0)
		write_program(pty);
}

static int64_t deadline(void)
{
	const char *patience = getenv("TEST_PATIENCE");
	int times = patience ? atoi(patience) : 1;

	return clock_monotonic() + (int64_t)PATIENCE * (times > 0 ? times : 1);
}

/* Pumps until the condition holds; false at the deadline. */
static bool wait_until(
	struct pty *pty, bool (*holds)(struct pty *pty, const void *what), const void *what)
{
	int64_t end = deadline();

	for (;;) {
		pump(pty, 0);
		if (holds(pty, what))
			return true;
		int64_t left = end - clock_monotonic();
		if (left <= 0 || (pty->ended && pty->outgoing.length == 0))
			break;
		pump(pty, (int)left);
	}
	pump(pty, 0);
	return holds(pty, what);
}

static bool complain(struct pty *pty, const char *what)
{
	fprintf(stderr, "waited in vain for %s%s; the screen:\n%s--\n", what,
		pty->ended ? ", the program has ended" : "", pty_screen(pty));
	return false;
}

static bool is_sent(struct pty *pty, const void *unused)
{
	(void)unused;
	return pty->outgoing.length == 0 || pty->master < 0;
}

static void flush(struct pty *pty)
{
	wait_until(pty, is_sent, NULL);
}

/* --- typing --- */

static void type_key(struct pty *pty, const struct key *key)
{
	VTermModifier modifiers = VTERM_MOD_NONE;

	if (key->shift || key->code == KEY_BACKTAB)
		modifiers |= VTERM_MOD_SHIFT;
	if (key->alt)
		modifiers |= VTERM_MOD_ALT;
	if (key->ctrl)
		modifiers |= VTERM_MOD_CTRL;
	pty->typing = true;
	if (key->code == KEY_CHARACTER)
		vterm_keyboard_unichar(pty->vterm, key->point, modifiers);
	else
		vterm_keyboard_key(pty->vterm, pty_vterm_key(key), modifiers);
	pty->typing = false;
}

void pty_keys(struct pty *pty, const char *names)
{
	char *copy = mem_strdup(names), *rest = copy, *name;
	struct key key;

	while ((name = strtok_r(rest, " ", &rest))) {
		if (!key_parse(name, &key)) {
			fprintf(stderr, "pty_keys: there is no key %s\n", name);
			exit(99);
		}
		type_key(pty, &key);
	}
	free(copy);
	flush(pty);
}

void pty_type(struct pty *pty, const char *text)
{
	for (size_t at = 0, length = strlen(text); at < length;) {
		struct key key = {.code = KEY_CHARACTER};
		at += utf8_decode(text + at, length - at, &key.point);
		if (key.point == '\n')
			key.code = KEY_ENTER;
		type_key(pty, &key);
	}
	flush(pty);
}

void pty_send(struct pty *pty, const char *bytes, size_t length)
{
	str_addn(&pty->outgoing, bytes, length);
	flush(pty);
}

void pty_paste(struct pty *pty, const char *text)
{
	pty->typing = true;
	vterm_keyboard_start_paste(pty->vterm);
	for (; *text; text++)
		str_addc(&pty->outgoing, *text == '\n' ? '\r' : *text);
	vterm_keyboard_end_paste(pty->vterm);
	pty->typing = false;
	flush(pty);
}

void pty_resize(struct pty *pty, int rows, int columns)
{
	pump(pty, 0);
	pty->rows = rows;
	pty->columns = columns;
	vterm_set_size(pty->vterm, rows, vterm_columns(pty));
	set_size(pty);
}

/* --- looking --- */

static void add_row(struct pty *pty, struct str *out, int row)
{
	size_t start = out->length;
	VTermScreenCell cell;
	char bytes[4];

	for (int i = 0; i<pty->columns; i += cell.width> 0 ? cell.width : 1) {
		vterm_screen_get_cell(pty->screen, (VTermPos){row, i}, &cell);
		if (cell.chars[0] == 0)
			str_addc(out, ' ');
		for (int j = 0; j < VTERM_MAX_CHARS_PER_CELL && cell.chars[j]; j++)
			str_addn(out, bytes, utf8_encode(cell.chars[j], bytes));
	}
	while (out->length > start && out->text[out->length - 1] == ' ')
		str_cut(out, out->length - 1);
}

const char *pty_row(struct pty *pty, int row)
{
	str_reset(&pty->text);
	add_row(pty, &pty->text, row);
	return pty->text.text;
}

const char *pty_screen(struct pty *pty)
{
	str_reset(&pty->text);
	for (int i = 0; i < pty->rows; i++) {
		add_row(pty, &pty->text, i);
		str_addc(&pty->text, '\n');
	}
	return pty->text.text;
}

static bool is_seen(struct pty *pty, const void *text)
{
	return strstr(pty_screen(pty), text) != NULL;
}

static bool is_not_seen(struct pty *pty, const void *text)
{
	return !is_seen(pty, text);
}

bool pty_sees(struct pty *pty, const char *text)
{
	pump(pty, 0);
	return is_seen(pty, text);
}

bool pty_until(struct pty *pty, const char *text)
{
	if (!wait_until(pty, is_seen, text))
		return complain(pty, text);
	pty_settle(pty);
	return true;
}

bool pty_until_gone(struct pty *pty, const char *text)
{
	if (!wait_until(pty, is_not_seen, text))
		return complain(pty, "the end of it");
	pty_settle(pty);
	return true;
}

void pty_cursor(struct pty *pty, int *row, int *column, bool *shown)
{
	VTermPos place;

	vterm_state_get_cursorpos(vterm_obtain_state(pty->vterm), &place);
	*row = place.row;
	*column = place.col < pty->columns ? place.col : pty->columns - 1;
	*shown = !pty->cursor_hidden;
}

static bool is_cursor_at(struct pty *pty, const void *what)
{
	const int *wanted = what;
	int row, column;
	bool shown;

	pty_cursor(pty, &row, &column, &shown);
	return row == wanted[0] && column == wanted[1];
}

bool pty_until_cursor(struct pty *pty, int row, int column)
{
	char what[60];

	snprintf(what, sizeof what, "the cursor at %d, %d", row, column);
	return wait_until(pty, is_cursor_at, (int[]){row, column}) || complain(pty, what);
}

static int colour_of(const VTermColor *colour)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour))
		return -1;
	return VTERM_COLOR_IS_INDEXED(colour) ? colour->indexed.idx : 256;
}

struct pty_look pty_look(struct pty *pty, int row, int column)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(pty->screen, (VTermPos){row, column}, &cell);
	/* The right half of a wide character looks as its left one does; what libvterm
	 * keeps there is the look of what was there before. */
	if (cell.chars[0] == (uint32_t)-1 && column > 0)
		vterm_screen_get_cell(pty->screen, (VTermPos){row, column - 1}, &cell);
	return (struct pty_look){
		.bold = cell.attrs.bold,
		.underline = cell.attrs.underline != 0,
		.reverse = cell.attrs.reverse,
		.foreground = colour_of(&cell.fg),
		.background = colour_of(&cell.bg),
	};
}

const char *pty_title(struct pty *pty)
{
	return pty->title.text;
}

const char *pty_injected(struct pty *pty)
{
	return pty->injected.text;
}

size_t pty_bytes(struct pty *pty)
{
	return pty->bytes;
}

/* --- living and dying --- */

static bool has_started(struct pty *pty, const void *unused)
{
	(void)unused;
	return pty->program > 0;
}

static bool has_stopped(struct pty *pty, const void *unused)
{
	(void)unused;
	return pty->stopped;
}

static bool has_ended(struct pty *pty, const void *unused)
{
	(void)unused;
	return pty->ended;
}

long pty_pid(struct pty *pty)
{
	return wait_until(pty, has_started, NULL) ? pty->program : -1;
}

void pty_signal(struct pty *pty, int signal_number)
{
	if (pty_pid(pty) > 0 && !pty->ended)
		kill(pty->program, signal_number);
}

bool pty_until_stopped(struct pty *pty)
{
	return wait_until(pty, has_stopped, NULL) || complain(pty, "the program to stop");
}

static bool has_continued(struct pty *pty, const void *unused)
{
	(void)unused;
	return pty->continued;
}

/* Whoever looks next must not see it still stopped; it may be so again. */
void pty_continue(struct pty *pty)
{
	pty->continued = false;
	if (write(pty->shell.commands, "c", 1) != 1)
		fail("the shell is gone");
	if (!wait_until(pty, has_continued, NULL))
		complain(pty, "the program to go on");
}

void pty_hold(struct pty *pty)
{
	pty_settle(pty);
	tcflow(pty->slave, TCOOFF);
}

void pty_hang_up(struct pty *pty)
{
	pump(pty, 0);
	close(pty->master);
	pty->master = -1;
	str_reset(&pty->outgoing);
}

int pty_wait(struct pty *pty)
{
	if (wait_until(pty, has_ended, NULL))
		return pty->status;
	complain(pty, "the program to end");
	return -1;
}

static bool pastes_bracketed(struct pty *pty)
{
	size_t before = pty->outgoing.length;

	pty->typing = true;
	vterm_keyboard_start_paste(pty->vterm);
	pty->typing = false;
	bool bracketed = pty->outgoing.length > before;
	str_cut(&pty->outgoing, before);
	return bracketed;
}

static bool is_plain(struct pty *pty)
{
	VTermState *state = vterm_obtain_state(pty->vterm);
	VTermValue bold = {0}, reverse = {0}, underline = {0};

	vterm_state_get_penattr(state, VTERM_ATTR_BOLD, &bold);
	vterm_state_get_penattr(state, VTERM_ATTR_REVERSE, &reverse);
	vterm_state_get_penattr(state, VTERM_ATTR_UNDERLINE, &underline);
	return !bold.boolean && !reverse.boolean && !underline.number;
}

bool pty_clean(struct pty *pty, const char **why)
{
	const char *wrong = NULL;

	pump(pty, 0);
	if (pty->alternate)
		wrong = "the alternate screen is still shown";
	else if (pty->cursor_hidden)
		wrong = "the cursor is hidden";
	else if (pastes_bracketed(pty))
		wrong = "pastes are still bracketed";
	else if (pty->mouse)
		wrong = "the mouse is still watched";
	else if (!is_plain(pty))
		wrong = "text is still bold, reverse or underlined";
	else if (!pty_has_modes(pty->slave, &pty->modes))
		wrong = "the line modes are not those that were found";
	if (why)
		*why = wrong;
	return !wrong;
}

long pty_cpu(struct pty *pty)
{
	char state;
	long ticks;

	if (pty_pid(pty) < 0 || !pty_process(pty->program, &state, &ticks))
		return -1;
	return ticks * 1000 / sysconf(_SC_CLK_TCK);
}

bool pty_is_stopped(struct pty *pty)
{
	char state;
	long ticks;

	return pty_pid(pty) > 0 && pty_process(pty->program, &state, &ticks) && state == 'T';
}

static bool is_settled(struct pty *pty)
{
	size_t before = pty->bytes;
	bool unread = pty_is_unread(pty->slave);
	char state = 'S';
	long ticks;

	if (pty->program > 0)
		pty_process(pty->program, &state, &ticks);
	bool busy = state == 'R' || state == 'D' || (state == 'S' && unread);
	pump(pty, busy ? 1 : 0);
	return !busy && pty->bytes == before;
}

void pty_settle(struct pty *pty)
{
	int64_t end = deadline();

	while (!pty->ended && clock_monotonic() < end && !is_settled(pty))
		;
}
