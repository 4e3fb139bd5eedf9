/* SPDX-License-Identifier: MIT */
/*
 * rapporteur completion: a script for the shell, made from the two tables. The
 * shell completes names of verbs, commands, options and files; names of States
 * and items are completed where they are known, at the prompt of the screen.
 */
#include <string.h>

#include "verbs.h"

#include "document/document.h"

static const char *const common = "--db --session --as --at";

/* Calls add for each different first word of the verbs, and of the commands. */
static bool first_of_family(const char *name, const char *before)
{
	size_t length = strcspn(name, " ");

	return !before || strncmp(name, before, length) != 0 ||
	       (before[length] != ' ' && before[length] != '\0');
}

static void add_word(struct str *out, const char *name)
{
	str_addf(out, "%.*s ", (int)strcspn(name, " "), name);
}

static void add_verbs(struct str *out)
{
	const char *before = NULL;

	for (const struct verb *verb = verbs; verb->name; before = verb->name, verb++) {
		if (first_of_family(verb->name, before))
			add_word(out, verb->name);
	}
}

static void add_families(struct str *out)
{
	const char *before = NULL;

	for (const struct command *c = command_next(NULL); c;
		before = c->name, c = command_next(c)) {
		if (c->effect != EFFECT_SCREEN && first_of_family(c->name, before))
			add_word(out, c->name);
	}
}

static void add_formats(struct str *out)
{
	for (size_t i = 0; document_writers[i]; i++)
		str_addf(out, "%s ", document_writers[i]->name);
}

static void add_options(struct str *out, const struct command *command)
{
	for (size_t i = 0; i < COMMAND_PARAMS && command->params[i].name; i++) {
		const struct param *param = &command->params[i];
		if (param->option || param->type == ARG_FLAG)
			str_addf(out, "--%s ", param->name);
	}
	str_add(out, "--at");
}

/* Second words, by first: case "$1" in floor) … ;; */
static void add_second_words(struct str *out)
{
	const char *open = NULL;

	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		const char *second = strchr(c->name, ' ');
		if (!second || c->effect == EFFECT_SCREEN)
			continue;
		if (!open || first_of_family(c->name, open)) {
			str_add(out, open ? "\" ;;\n" : "");
			str_addf(out, "\t%.*s) echo \"", (int)strcspn(c->name, " "), c->name);
		}
		str_addf(out, "%s ", second + 1);
		open = c->name;
	}
	str_add(out, open ? "\" ;;\n" : "");
}

static void add_command_options(struct str *out)
{
	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		if (c->effect == EFFECT_SCREEN)
			continue;
		str_addf(out, "\t\"%s\"%s) echo \"", c->name, strchr(c->name, ' ') ? "" : "*");
		add_options(out, c);
		str_add(out, "\" ;;\n");
	}
}

/* Functions that bash and zsh both understand. */
static void add_functions(struct str *out)
{
	str_add(out, "_rapporteur_second() {\n\tcase \"$1\" in\n");
	add_second_words(out);
	str_add(out, "\tesac\n}\n_rapporteur_options() {\n\tcase \"$1\" in\n");
	add_command_options(out);
	str_add(out,
		"\tesac\n}\n"
		"# The words that may stand after the words $2..., of which $1 is the number.\n"
		"_rapporteur_words() {\n\tlocal n=$1; shift\n\tcase \"$n $1\" in\n\t\"0 \"*) echo \"");
	add_verbs(out);
	str_addf(out, "%s\" ;;\n\t\"1 do\") echo \"-f ", common);
	add_families(out);
	str_add(out,
		"\" ;;\n\t\"2 do\") _rapporteur_second \"$2\"; _rapporteur_options \"$2 \" ;;\n"
		"\t*\" do\") _rapporteur_options \"$2 $3\" ;;\n"
		"\t\"1 agenda\") echo \"check show import export next\" ;;\n"
		"\t\"2 agenda\") [ \"$2\" != import ] || echo \"--review -o\" ;;\n"
		"\t\"1 session\") echo \"list show archive delete copy\" ;;\n"
		"\t\"1 completion\") echo \"bash zsh fish\" ;;\n"
		"\t\"1 check\") echo \"--repair\" ;;\n"
		"\t*\" report\") echo \"--format --statistics -o --anyway ");
	add_formats(out);
	str_add(out, "\" ;;\n\tesac\n}\n");
}

static void add_bash(struct str *out)
{
	str_add(out, "# rapporteur for bash, made by: rapporteur completion bash\n");
	add_functions(out);
	str_add(out,
		"_rapporteur() {\n"
		"\tlocal n=$((COMP_CWORD - 1))\n"
		"\tCOMPREPLY=($(compgen -W \"$(_rapporteur_words $n \"${COMP_WORDS[@]:1:n}\")\" -- "
		"\"${COMP_WORDS[COMP_CWORD]}\"))\n"
		"}\n"
		"complete -o default -F _rapporteur rapporteur\n");
}

static void add_zsh(struct str *out)
{
	str_add(out,
		"#compdef rapporteur\n# rapporteur for zsh, made by: rapporteur completion zsh\n");
	add_functions(out);
	str_add(out,
		"_rapporteur() {\n"
		"\tlocal -a words_there\n"
		"\twords_there=(${(z)\"$(_rapporteur_words $((CURRENT - 2)) ${words[2,CURRENT-1]})\"})\n"
		"\tcompadd -a words_there\n"
		"\t_files\n"
		"}\n"
		"compdef _rapporteur rapporteur\n");
}

static void add_fish_commands(struct str *out)
{
	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		if (c->effect != EFFECT_SCREEN)
			str_addf(out,
				"complete -c rapporteur -n '__fish_seen_subcommand_from do' "
				"-a \"'%s'\" -d \"%s\"\n",
				c->name, c->help);
	}
}

static void add_fish(struct str *out)
{
	const char *before = NULL;

	str_add(out, "# rapporteur for fish, made by: rapporteur completion fish\n");
	for (const struct verb *verb = verbs; verb->name; before = verb->name, verb++) {
		if (first_of_family(verb->name, before))
			str_addf(out,
				"complete -c rapporteur -n __fish_use_subcommand -a %.*s -d \"%s\"\n",
				(int)strcspn(verb->name, " "), verb->name, verb->help);
	}
	add_fish_commands(out);
	str_add(out,
		"complete -c rapporteur -n '__fish_seen_subcommand_from report' -l format -xa \"");
	add_formats(out);
	str_add(out,
		"\"\n"
		"complete -c rapporteur -n '__fish_seen_subcommand_from report' -l statistics\n"
		"complete -c rapporteur -n '__fish_seen_subcommand_from report agenda' -l anyway\n"
		"complete -c rapporteur -l db -r\n"
		"complete -c rapporteur -l session -x\n"
		"complete -c rapporteur -l as -x\n"
		"complete -c rapporteur -l at -x\n");
}

int completion_verb(struct cli *cli, int argc, char **argv)
{
	const struct {
		const char *shell;
		void (*add)(struct str *out);
	} shells[] = {
		{"bash", add_bash},
		{"zsh", add_zsh},
		{"fish", add_fish},
	};
	struct err err = {0};
	struct str out;

	if (verb_operands(
		    cli, NULL, argc, argv, 1, 1, "rapporteur completion bash|zsh|fish", &err) < 0)
		return cli_fail(&err);
	str_init(&out);
	for (size_t i = 0; i < sizeof shells / sizeof shells[0]; i++) {
		if (strcmp(shells[i].shell, argv[0]) == 0)
			shells[i].add(&out);
	}
	if (out.length == 0)
		err_set(&err, ERR_USAGE,
			"there is no completion for '%s'; there is for bash, zsh and fish",
			argv[0]);
	else
		cli_print(out.text, out.length, &err);
	str_clear(&out);
	return err.code ? cli_fail(&err) : 0;
}
