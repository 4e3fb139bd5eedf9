/* SPDX-License-Identifier: MIT */
/*
 * As much of a shell as a job needs: it leads the session, runs the program as the
 * foreground job of a process group of its own, takes the terminal back (and its
 * modes) when the job stops, gives it when it is to go on, hands SIGHUP on, and
 * reports. It is forked from the test program and never becomes another one.
 *
 * Without it a stopped program could not be told from one that ignores Ctrl-Z:
 * the kernel does not stop a job that nobody could continue.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "pty_shell.h"

static void set_variable(const char *setting)
{
	const char *value = strchr(setting, '=');
	char name[100];

	if (!value) {
		unsetenv(setting);
		return;
	}
	snprintf(name, sizeof name, "%.*s", (int)(value - setting), setting);
	setenv(name, value + 1, 1);
}

static void set_environment(const struct pty_options *options)
{
	const char *term = options->term ? options->term : "xterm-256color";

	unsetenv("LINES");
	unsetenv("COLUMNS");
	if (*term)
		setenv("TERM", term, 1);
	else
		unsetenv("TERM");
	for (const char *const *one = options->environment; one && *one; one++)
		set_variable(*one);
}

static void run_program(
	const struct pty_options *options, const char *const argv[], const sigset_t *mask)
{
	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_DFL);
	sigprocmask(SIG_SETMASK, mask, NULL);
	set_environment(options);
	if (!options->folder || chdir(options->folder) == 0)
		execvp(argv[0], (char *const *)(uintptr_t)argv);
	dprintf(STDERR_FILENO, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

static void take_terminal(const char *terminal)
{
	int fd;

	setsid();
	fd = open(terminal, O_RDWR);
	ioctl(fd, TIOCSCTTY, 0);
	for (int i = 0; i < 3; i++)
		dup2(fd, i);
	if (fd > 2)
		close(fd);
}

static void report(int reports, enum pty_news news, int value)
{
	struct pty_report told = {news, value};

	if (write(reports, &told, sizeof told) != sizeof told)
		_exit(1);
}

/* The job has stopped: the terminal is the shell's until it is told to go on. */
static void stopped(pid_t job, const struct termios *modes, int reports, int commands)
{
	struct termios job_modes;
	char byte;

	tcgetattr(0, &job_modes);
	tcsetpgrp(0, getpid());
	tcsetattr(0, TCSANOW, modes);
	report(reports, PTY_STOPPED, 0);
	if (read(commands, &byte, 1) != 1)
		_exit(0);
	tcsetattr(0, TCSANOW, &job_modes);
	tcsetpgrp(0, job);
	kill(-job, SIGCONT);
	report(reports, PTY_CONTINUED, 0);
}

static volatile sig_atomic_t hung_up;

static void on_hangup(int signal_number)
{
	(void)signal_number;
	hung_up = 1;
}

static void watch(pid_t job, const struct termios *modes, bool quiet, int reports, int commands)
{
	int status;

	for (;;) {
		pid_t found = waitpid(job, &status, WUNTRACED);
		if (hung_up && !quiet)
			kill(-job, SIGHUP);
		hung_up = 0;
		if (found == job && WIFSTOPPED(status))
			stopped(job, modes, reports, commands);
		else if (found == job)
			break;
		else if (errno != EINTR)
			_exit(1);
	}
	report(reports, PTY_ENDED,
		WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
	_exit(0);
}

static void lead(const char *terminal, const struct pty_options *options, const char *const argv[],
	int reports, int commands)
{
	struct sigaction hangup = {.sa_handler = on_hangup};
	struct termios modes;
	sigset_t before, all;

	take_terminal(terminal);
	tcgetattr(0, &modes); /* before the job may have set others */
	sigaction(SIGHUP, &hangup, NULL);
	signal(SIGTTOU, SIG_IGN); /* it gives the terminal away and takes it back */
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &before);
	pid_t job = fork();
	if (job == 0) {
		setpgid(0, 0);
		tcsetpgrp(0, getpid());
		run_program(options, argv, &before);
	}
	setpgid(job, job);
	sigprocmask(SIG_SETMASK, &before, NULL);
	report(reports, PTY_STARTED, job);
	watch(job, &modes, options->quiet_hangup, reports, commands);
}

/* Without a shell the program itself leads the session. */
static void lead_itself(const char *terminal, const struct pty_options *options,
	const char *const argv[], int reports)
{
	int status;
	pid_t job = fork();

	if (job == 0) {
		sigset_t none;
		sigemptyset(&none);
		take_terminal(terminal);
		run_program(options, argv, &none);
	}
	report(reports, PTY_STARTED, job);
	while (waitpid(job, &status, 0) < 0 && errno == EINTR)
		;
	report(reports, PTY_ENDED,
		WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
	_exit(0);
}

/* The test's ends of the terminal and of other terminals must not live on here. */
static void close_others(int kept, int also_kept)
{
	for (int fd = 3; fd < 256; fd++)
		if (fd != kept && fd != also_kept)
			close(fd);
}

static void make_pipe(int ends[2])
{
	if (pipe(ends) < 0) {
		perror("pipe");
		exit(99);
	}
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
}

struct pty_shell pty_shell_start(
	const char *terminal, const struct pty_options *options, const char *const argv[])
{
	int reports[2], commands[2];

	make_pipe(reports);
	make_pipe(commands);
	pid_t pid = fork();
	if (pid == 0) {
		close_others(reports[1], commands[0]);
		if (options->no_shell)
			lead_itself(terminal, options, argv, reports[1]);
		lead(terminal, options, argv, reports[1], commands[0]);
	}
	if (pid < 0) {
		perror("fork");
		exit(99);
	}
	close(reports[1]);
	close(commands[0]);
	fcntl(reports[0], F_SETFL, O_NONBLOCK);
	return (struct pty_shell){.pid = pid, .reports = reports[0], .commands = commands[1]};
}
