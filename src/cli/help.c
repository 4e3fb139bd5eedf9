/* SPDX-License-Identifier: MIT */
/* rapporteur help, manual: the two tables as text. */
#include <string.h>

#include "verbs.h"

#include "ui/app.h"

static int print(const struct str *out)
{
	struct err err = {0};

	return cli_print(out->text, out->length, &err) ? 0 : cli_fail(&err);
}

/* --- help --- */

static void add_commands(struct str *out)
{
	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		if (c->effect != EFFECT_SCREEN)
			str_addf(out, "  %-26s  %s\n", c->name, c->help);
	}
	str_add(out, "\nrapporteur help COMMAND says what a command takes.\n");
}

static void add_command(const struct command *command, struct str *out)
{
	str_add(out, "usage: rapporteur do ");
	command_usage(command, out);
	str_addf(out, "\n\n%s.\n", command->help);
	if (command->params[0].name)
		str_addc(out, '\n');
	for (size_t i = 0; i < COMMAND_PARAMS && command->params[i].name; i++) {
		const struct param *param = &command->params[i];
		bool dashes = param->option || param->type == ARG_FLAG;
		str_addf(out, "  %s%-*s  %s", dashes ? "--" : "", dashes ? 16 : 18, param->name,
			param->prompt ? param->prompt : "");
		str_addf(out, "%s%s\n", param->choices ? ": " : "",
			param->choices ? param->choices : "");
	}
	if (command->keys)
		str_addf(out, "\nKeys on the full screen: %s\n", command->keys);
}

static bool add_verb(const char *name, struct str *out)
{
	for (const struct verb *verb = verbs; verb->name; verb++) {
		if (strcmp(verb->name, name) != 0)
			continue;
		str_addf(out, "usage: rapporteur %s%s%s\n\n%s.\n", verb->name,
			*verb->usage ? " " : "", verb->usage, verb->help);
		return true;
	}
	return false;
}

static bool is_of(const char *name, const char *family)
{
	size_t length = strlen(family);

	return strncmp(name, family, length) == 0 && name[length] == ' ';
}

/* The verbs and commands whose first words it is. */
static bool add_family(const char *family, struct str *out)
{
	struct str members;

	str_init(&members);
	for (const struct verb *verb = verbs; verb->name; verb++)
		if (is_of(verb->name, family))
			str_addf(&members, "rapporteur %s%s%s\n  %s\n", verb->name,
				*verb->usage ? " " : "", verb->usage, verb->help);
	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		if (!is_of(c->name, family) || c->effect == EFFECT_SCREEN)
			continue;
		str_add(&members, "rapporteur do ");
		command_usage(c, &members);
		str_addf(&members, "\n  %s\n", c->help);
	}
	bool any = members.length > 0;
	if (any)
		str_addf(out, "%s%s\nrapporteur help COMMAND says what a command takes.\n",
			out->length ? "\n" : "", members.text);
	str_clear(&members);
	return any;
}

static bool add_help(const char *name, struct str *out, struct err *err)
{
	const struct command *command = command_find(name);
	bool verb, family;

	if (strcmp(name, "commands") == 0) {
		add_commands(out);
		return true;
	}
	verb = add_verb(name, out);
	if (command && verb)
		str_addc(out, '\n');
	if (command)
		add_command(command, out);
	family = add_family(name, out);
	return command || verb || family ||
	       err_set(err, ERR_USAGE,
		       "there is no verb or command '%s'; "
		       "rapporteur help and rapporteur help commands list them",
		       name);
}

int help_verb(struct cli *cli, int argc, char **argv)
{
	struct err err = {0};
	struct str name, out;
	int code;
	int count =
		verb_operands(cli, NULL, argc, argv, 0, argc, "rapporteur help [COMMAND]", &err);

	if (count < 0)
		return cli_fail(&err);
	str_init(&name);
	str_init(&out);
	for (int i = 0; i < count; i++)
		str_addf(&name, "%s%s", i ? " " : "", argv[i]);
	if (count == 0)
		cli_help(&out);
	code = count == 0 || add_help(name.text, &out, &err) ? print(&out) : cli_fail(&err);
	str_clear(&name);
	str_clear(&out);
	return code;
}

/* --- manual --- */

int manual_verb(struct cli *cli, int argc, char **argv)
{
	struct err err = {0};
	struct str out;
	int code;

	if (verb_operands(cli, NULL, argc, argv, 0, 0, "rapporteur manual", &err) < 0)
		return cli_fail(&err);
	command_add_group(screen_commands);
	command_add_group(review_commands);
	str_init(&out);
	command_manual(&out);
	code = print(&out);
	str_clear(&out);
	return code;
}
