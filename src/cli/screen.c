/* SPDX-License-Identifier: MIT */
/*
 * The full screen: the loop draw, show, wait, handle, over the terminal and the
 * app, and what only the loop can do: suspend, the person's own editor, a backup
 * in the background. Nothing that the first picture does not need comes before
 * it. Long work is done in slices while no key waits.
 */
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "backups.h"
#include "cli.h"
#include "editor.h"
#include "verbs.h"

#include "base/civil.h"
#include "exchange/agenda_draft.h"
#include "store/agenda.h"
#include "store/search.h"
#include "term/term.h"
#include "ui/app.h"

struct screen {
	struct cli *cli;
	struct term *term;
	struct app *app;
	struct canvas canvas;
	struct backups backups;
	struct agenda_draft *draft; /* an agenda to be reviewed, or NULL */
	struct words ask; /* the agenda file differs from its session: what to ask, or {0} */
	bool working;     /* a view has more to do */
	bool indexing;    /* and so has search */
	bool lengthening; /* and so has the log of SQLite */
	bool log_seen;
	bool over;
};

/* --- before the first picture --- */

static bool colour_of(const struct cli *cli, enum term_colour *colour, struct err *err)
{
	static const char *const words[] = {"auto", "always", "never"};

	*colour = TERM_COLOUR_AUTO;
	if (!cli->colour)
		return true;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		if (strcmp(cli->colour, words[i]) == 0) {
			*colour = (enum term_colour)i;
			return true;
		}
	}
	return err_set(err, ERR_USAGE, "--color is auto, always or never");
}

static bool have_terminal(struct err *err)
{
	return (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) ||
	       err_set(err, ERR_UNAVAILABLE,
		       "the full screen needs a terminal; rapporteur --help lists "
		       "what works without one");
}

struct term *cli_terminal(const struct cli *cli, struct err *err)
{
	enum term_colour colour;

	return colour_of(cli, &colour, err) && have_terminal(err) ? term_new(colour, err) : NULL;
}

static void give(struct words *words, const char *name, const char *value)
{
	const struct param *params = words->command->params;

	for (size_t i = 0; i < COMMAND_PARAMS && params[i].name; i++)
		if (strcmp(params[i].name, name) == 0)
			words->values[i] = value;
}

static enum outcome run_load(
	struct cli *cli, const struct words *words, struct str *reply, struct err *err)
{
	struct question question;
	struct call call;
	enum outcome outcome;

	call_init(&call, &cli->desk);
	outcome = command_run(&call, words, &question, err);
	if (outcome == OUTCOME_DONE)
		str_add(reply, call.reply.text);
	call_clear(&call);
	return outcome;
}

/* The session of the agenda file: made on first sight, else opened. Where the file
 * says otherwise, it is opened as it is, and the question comes with the screen,
 * unless nothing can be written. */
static bool load_agenda(
	struct cli *cli, const char *file, struct str *reply, struct words *later, struct err *err)
{
	struct words words = {.command = command_find("agenda load")};
	enum outcome outcome;

	give(&words, "file", file);
	if (cli->rehearse)
		give(&words, "rehearse", "yes");
	outcome = run_load(cli, &words, reply, err);
	if (outcome != OUTCOME_ASKS)
		return outcome == OUTCOME_DONE;
	if (!store_read_only(cli->store))
		*later = words;
	*err = (struct err){0};
	give(&words, "keep", "yes");
	return run_load(cli, &words, reply, err) == OUTCOME_DONE;
}

static bool is_rehearsal(struct cli *cli)
{
	struct session_row row;

	return cli->desk.session &&
	       store_session(cli->store, cli->desk.session, &cli->arena, &row) && row.rehearsal;
}

/* After the session is known: TIME is of its place. A clock that was put elsewhere
 * would write wrong times into a session that is none. */
static bool start_clock(struct cli *cli, struct err *err)
{
	int64_t at;

	if (!cli->rehearse)
		return true;
	if (!is_rehearsal(cli))
		return err_set(err, ERR_USAGE,
			"--rehearse is for a rehearsal only: name an agenda file, or a rehearsal "
			"with --session");
	if (!civil_parse_time(cli->rehearse, clock_now(&cli->desk.clock), &at, err))
		return err_prefix(err, "--rehearse");
	clock_shift_to(&cli->desk.clock, at);
	return true;
}

static bool prepare(
	struct cli *cli, const char *file, struct str *reply, struct words *later, struct err *err)
{
	return have_terminal(err) && cli_open(cli, STORE_OPEN_CREATE, err) && cli_desk(cli, err) &&
	       (!file || load_agenda(cli, file, reply, later, err)) && start_clock(cli, err);
}

/* --- what only the loop can do --- */

static void run_editor(struct screen *screen)
{
	struct str text;
	struct err err = {0};

	str_init(&text);
	if (editor_run(screen->term, app_editor_text(screen->app), &text, &err))
		app_editor_done(screen->app, text.text, NULL);
	else
		app_editor_done(screen->app, NULL, err.text);
	str_clear(&text);
}

static void do_wanted(struct screen *screen)
{
	switch (app_wants(screen->app)) {
	case WANT_NOTHING:
		break;
	case WANT_QUIT:
		screen->over = true;
		break;
	case WANT_SUSPEND:
		term_suspend(screen->term);
		app_resize(screen->app, term_rows(screen->term), term_columns(screen->term));
		break;
	case WANT_REDRAW:
		term_redraw(screen->term);
		break;
	case WANT_EDITOR:
		run_editor(screen);
		app_resize(screen->app, term_rows(screen->term), term_columns(screen->term));
		break;
	}
}

static void backup_slice(struct screen *screen)
{
	struct err err = {0};

	if (!backups_slice(&screen->backups, &err))
		app_say(screen->app, TONE_BAD, "No backup was made: %s", err.text);
}

/* What may have happened in the last second. */
static void look_around(struct screen *screen)
{
	app_warn(screen->app, backups_missing(screen->cli) ? "no second backup" : NULL);
	if (app_milestone(screen->app))
		backups_due(&screen->backups);
}

/* --- the loop --- */

static void handle(struct screen *screen, const struct event *event)
{
	if (event->kind == EVENT_RESIZE)
		app_resize(screen->app, term_rows(screen->term), term_columns(screen->term));
	app_handle(screen->app, event);
	do_wanted(screen);
	if (event->kind != EVENT_TICK)
		screen->working = true;
}

/* What nobody waits for: room in the log, the backup, and what search has yet to take in. */
static void in_background(struct screen *screen, bool waited)
{
	if (screen->lengthening || (waited && !screen->log_seen)) {
		screen->lengthening = store_log_slice(screen->cli->store);
		screen->log_seen = true;
	} else if (screen->backups.running || (waited && backups_wanted(&screen->backups))) {
		backup_slice(screen);
	} else if (waited || screen->indexing) {
		screen->indexing = store_search_slice(screen->cli->store);
	}
}

/* No key waits, or none has come for a second. The views' own work comes first; what
 * another program has written may be some too. */
static void idle(struct screen *screen, bool waited)
{
	if (screen->working || waited)
		screen->working = app_work(screen->app);
	if (!screen->working)
		in_background(screen, waited);
	look_around(screen);
}

static void loop(struct screen *screen)
{
	struct event event;

	while (!screen->over) {
		bool busy = screen->working || screen->indexing || screen->lengthening ||
			    screen->backups.running;
		if (!app_drawn(screen->app)) {
			app_draw(screen->app, &screen->canvas);
			term_show(screen->term, &screen->canvas);
		}
		term_wait(screen->term, busy ? 0 : app_deadline(screen->app), &event);
		if (event.kind == EVENT_TICK)
			idle(screen, !busy);
		handle(screen, &event);
	}
}

static void say_at_first(struct screen *screen, const char *reply)
{
	struct session_row row;
	struct arena arena;

	arena_init(&arena);
	if (screen->cli->desk.session &&
		store_session(screen->cli->store, screen->cli->desk.session, &arena, &row))
		term_title(screen->term, row.title);
	arena_clear(&arena);
	if (store_read_only(screen->cli->store))
		app_banner(screen->app,
			" READ ONLY: the database cannot be written, nothing can be changed");
	if (*reply)
		app_say(screen->app, TONE_PLAIN, "%s", reply);
	if (screen->cli->desk.session)
		app_say_unsaved(screen->app);
}

/* From here on its clock stands: word of it would be wrong. */
static void leave_rehearsal(const struct screen *screen)
{
	const struct desk *desk = &screen->cli->desk;
	int64_t shift;

	if (desk->session && desk->store && store_session_clock(desk->store, desk->session, &shift))
		store_session_keep_clock(desk->store, desk->session, 0, NULL);
}

static int run(struct screen *screen, const char *reply)
{
	int status;

	screen->app = app_new(&screen->cli->desk, term_rows(screen->term),
		term_columns(screen->term), term_colours(screen->term));
	canvas_init(&screen->canvas);
	screen->working = true;
	say_at_first(screen, screen->ask.command ? "" : reply);
	if (screen->ask.command)
		app_run(screen->app, &screen->ask, NULL, NULL);
	if (screen->draft)
		app_review_draft(screen->app, screen->draft);
	loop(screen);
	leave_rehearsal(screen);
	status = app_exit_status(screen->app);
	backups_clear(&screen->backups);
	app_free(screen->app);
	canvas_clear(&screen->canvas);
	return status;
}

/* All that is wrong with the file, a line each, not only the first. */
static int fail(struct cli *cli, int argc, char **argv, const struct err *err)
{
	if (argc > 0 && err->code == ERR_DATA && !cli->desk.session && cli->store)
		return agenda_check_verb(cli, argc, argv);
	return cli_fail(err);
}

/* A path in a command that is to be typed again. */
static void add_quoted(struct str *out, const char *path)
{
	str_addc(out, '\'');
	for (; *path; path++)
		str_add(out, *path == '\'' ? "'\\''" : (char[]){*path, '\0'});
	str_addc(out, '\'');
}

/* In the shell again: a rehearsal that was kept is found by its name. */
static void say_how_to_go_on(struct cli *cli)
{
	struct session_row row;
	struct err err = {0};
	struct str line;

	if (!cli->desk.session || !cli->store ||
		!store_session(cli->store, cli->desk.session, &cli->arena, &row) ||
		!row.rehearsal || row.deleted)
		return;
	str_init(&line);
	str_addf(&line, "The rehearsal is kept; to go on: %s ",
		cli->program ? cli->program : "rapporteur");
	if (cli->database) {
		str_add(&line, "--db ");
		add_quoted(&line, cli->database);
		str_addc(&line, ' ');
	}
	str_addf(&line, "--session %s\n", row.key);
	cli_print(line.text, line.length, &err);
	str_clear(&line);
}

/* Where the agenda is that was under review, unless its session was started. */
static void say_where(struct cli *cli, const char *document, const char *file)
{
	struct err err = {0};
	struct str line;

	str_init(&line);
	str_addf(&line, "The agenda is in %s; to go on: %s agenda import --review ", file,
		cli->program ? cli->program : "rapporteur");
	add_quoted(&line, document);
	str_add(&line, " -o ");
	add_quoted(&line, file);
	str_addc(&line, '\n');
	cli_print(line.text, line.length, &err);
	str_clear(&line);
}

/* Another program reads it, which takes a moment. */
static void say_reading(const char *document)
{
	size_t length = strlen(document);
	struct str line;

	if (length < 4 || strcasecmp(document + length - 4, ".pdf") != 0)
		return;
	str_init(&line);
	str_addf(&line, "Reading %s ...\n", document);
	cli_warn(line.text, line.length);
	str_clear(&line);
}

int screen_review(struct cli *cli, const char *document, const char *file)
{
	struct screen screen = {.cli = cli, .backups = {.cli = cli}};
	struct words none = {0};
	struct agenda_draft draft = {0};
	enum term_colour colour;
	struct err err = {0};
	struct str reply;
	int status;

	str_init(&reply);
	if (!colour_of(cli, &colour, &err) || !have_terminal(&err))
		return cli_fail(&err);
	say_reading(document);
	if (!agenda_draft_open(&draft, document, file, &err) ||
		!prepare(cli, NULL, &reply, &none, &err) ||
		/* No session is open until one is started of it. */
		!desk_take_session(&cli->desk, 0, &err) ||
		!(screen.term = term_new(colour, &err))) {
		status = cli_fail(&err);
	} else {
		char *kept = arena_strdup(&cli->arena, draft.file);
		screen.draft = &draft;
		status = run(&screen, "");
		term_free(screen.term);
		if (status == 0 && !cli->desk.session)
			say_where(cli, document, kept);
		else if (status == 0)
			say_how_to_go_on(cli);
	}
	agenda_draft_clear(&draft);
	str_clear(&reply);
	return status;
}

/* What is started out of a review is the session itself, which has its own clock. */
static struct err *refuse_rehearsal(struct err *err, const char *document)
{
	err_set(err, ERR_USAGE,
		"--rehearse is for an agenda file, and %s is a document: rapporteur agenda import "
		"makes the file of it",
		document);
	return err;
}

int screen_run(struct cli *cli, int argc, char **argv)
{
	struct screen screen = {.cli = cli, .backups = {.cli = cli}};
	enum term_colour colour;
	struct err err = {0};
	struct str reply;
	int status;

	argc = options_read(cli, NULL, true, argc, argv, &err);
	if (argc > 1)
		err_set(&err, ERR_USAGE, "one agenda file at a time: '%s' is too many", argv[1]);
	if (err.code || !cli_file_alone(cli, argc > 0 ? argv[0] : NULL, &err) ||
		!colour_of(cli, &colour, &err))
		return cli_fail(&err);
	if (argc > 0 && cli_is_document(argv[0]))
		return cli->rehearse ? cli_fail(refuse_rehearsal(&err, argv[0]))
				     : screen_review(cli, argv[0], NULL);
	str_init(&reply);
	if (!prepare(cli, argc > 0 ? argv[0] : NULL, &reply, &screen.ask, &err))
		status = fail(cli, argc, argv, &err);
	else if (!(screen.term = term_new(colour, &err)))
		status = cli_fail(&err);
	else
		status = run(&screen, reply.text);
	term_free(screen.term);
	if (screen.term && status == 0)
		say_how_to_go_on(cli);
	str_clear(&reply);
	return status;
}
