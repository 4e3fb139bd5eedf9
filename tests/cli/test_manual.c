/* SPDX-License-Identifier: MIT */
/* The manual page of the commands is the one that the table makes; helps and
 * completions come from the same table. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/file.h"
#include "command/command.h"
#include "support/cli/program.h"
#include "ui/app.h"

#define PAGE "man/rapporteur-commands.7"

static struct program the_program;

static int set_up(void **state)
{
	program_begin(&the_program);
	command_add_group(screen_commands);
	command_add_group(review_commands);
	*state = &the_program;
	return 0;
}

static int tear_down(void **state)
{
	program_end(*state);
	return 0;
}

static void the_page_is_the_one_that_the_table_makes(void **state)
{
	struct program *p = *state;
	const char *made = program_does(p, "manual", NULL);
	const char *page = program_read(p, PAGE);
	struct err err;

	if (getenv("ACCEPT"))
		assert_true(file_write(PAGE, made, strlen(made), &err));
	else if (!page || strcmp(page, made) != 0)
		fail_msg("%s is stale: make accept writes it anew", PAGE);
}

static bool has_program(const char *name)
{
	struct str command;
	bool has;

	str_init(&command);
	str_addf(&command, "command -v %s >/dev/null 2>&1", name);
	has = system(command.text) == 0;
	str_clear(&command);
	return has;
}

static void the_page_is_good_mdoc(void **state)
{
	(void)state;
	if (!has_program("mandoc"))
		skip();
	assert_int_equal(system("mandoc -Tlint -Wwarning " PAGE), 0);
}

static void every_command_is_in_the_page(void **state)
{
	const char *page = program_does(*state, "manual", NULL);

	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		const char *heading =
			arena_printf(&((struct program *)*state)->arena, ".It Ic %s", c->name);
		if (!strstr(page, heading))
			fail_msg("'%s' is not in the manual", c->name);
	}
}

static void every_command_has_its_help(void **state)
{
	struct program *p = *state;
	const char *list = program_does(p, "help", "commands", NULL);

	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		if (c->effect != EFFECT_SCREEN &&
			(!strstr(list, c->name) || !strstr(list, c->help)))
			fail_msg("'%s' is not in the list of commands", c->name);
	}
	assert_non_null(strstr(program_does(p, "help", "floor", "give", NULL),
		"usage: rapporteur do floor give [NAME]"));
	assert_non_null(strstr(program_does(p, "floor", "give", "--help", NULL),
		"usage: rapporteur do floor give [NAME]"));
	assert_non_null(strstr(program_does(p, "help", "agenda", "check", NULL),
		"usage: rapporteur agenda check FILE..."));
	program_run(p, "help", "nothing", NULL);
	assert_int_equal(p->status, ERR_USAGE);
}

static void names_are_their_own_with_those_of_the_screen(void **state)
{
	(void)state;
	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		if (command_find(c->name) != c)
			fail_msg("there are two commands '%s'", c->name);
	}
}

/* --- completion --- */

static const char *completed(struct program *p, const char *words)
{
	static const char *const ask = "\nt() { COMP_WORDS=(rapporteur \"$@\"); "
				       "COMP_CWORD=$#; _rapporteur; echo \"${COMPREPLY[*]}\"; }\n";
	const char *script = program_file(p, "complete.sh",
		arena_printf(&p->arena, "%s%st %s\n", program_does(p, "completion", "bash", NULL),
			ask, words));
	const char *out = program_path(p, "completed.txt");

	assert_int_equal(system(arena_printf(&p->arena, "bash %s >%s", script, out)), 0);
	return program_read(p, out);
}

static void bash_completes_verbs_commands_and_options(void **state)
{
	struct program *p = *state;

	if (!has_program("bash"))
		skip();
	assert_string_equal(completed(p, "re"), "report recommendation restore\n");
	assert_string_equal(completed(p, "do fl"), "floor\n");
	assert_string_equal(completed(p, "do floor ''"),
		"request reply withdraw move absent cede text close open give end "
		"pause resume order correct list limit times\n");
	assert_string_equal(completed(p, "do floor give --g"), "--guest\n");
	assert_string_equal(completed(p, "do undo --"), "--with-later --at\n");
	assert_string_equal(completed(p, "session ''"), "list show archive delete copy\n");
	assert_string_equal(completed(p, "report --format t"), "text\n");
}

static void other_shells_have_their_scripts(void **state)
{
	struct program *p = *state;

	assert_int_equal(
		strncmp(program_does(p, "completion", "zsh", NULL), "#compdef rapporteur\n", 20),
		0);
	assert_non_null(strstr(program_does(p, "completion", "fish", NULL), "-a \"'floor give'\""));
	program_run(p, "completion", "tcsh", NULL);
	assert_int_equal(p->status, ERR_USAGE);
	assert_string_equal(p->err,
		"rapporteur: there is no completion for 'tcsh'; there is for bash, zsh and fish\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_page_is_the_one_that_the_table_makes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_page_is_good_mdoc, set_up, tear_down),
		cmocka_unit_test_setup_teardown(every_command_is_in_the_page, set_up, tear_down),
		cmocka_unit_test_setup_teardown(every_command_has_its_help, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			names_are_their_own_with_those_of_the_screen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			bash_completes_verbs_commands_and_options, set_up, tear_down),
		cmocka_unit_test_setup_teardown(other_shells_have_their_scripts, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
