/* SPDX-License-Identifier: MIT */
/*
 * The table of verbs, what --help makes of it, and which verb a command line
 * means. A first word that is no verb may be a file, or a command of the other
 * table that was meant to follow "do".
 */
#include <string.h>
#include <strings.h>

#include "verbs.h"

#include "base/file.h"
#include "command/overwrite.h"
#include "model/nearest.h"

const struct verb verbs[] = {
	{"do", "[-f FILE] [COMMAND ...]", "Run commands of the table, or a file of them", do_verb},
	{"report",
		"[--format F] [--language L] [--style S] [--part P] [--statistics] [-o FILE [--anyway]]",
		"Print the draft report", report_verb},
	{"agenda check", "FILE...", "Check agenda files", agenda_check_verb},
	{"agenda show", "FILE", "Print an agenda file as lines of fields", agenda_show_verb},
	{"agenda import", "[--review] DOCUMENT [-o FILE]",
		"Make an agenda file of a published agenda", agenda_import_verb},
	{"agenda export", "[--format F] [-o FILE [--anyway]] [FILE]",
		"Print agenda, annotations and organization of work", agenda_export_verb},
	{"agenda next", "--id ID --from DATE [--to DATE] [--carry ITEMS] [-o FILE] [FILE]",
		"Make the agenda file of the next session", agenda_next_verb},
	{"session list", "", "List the sessions", session_list_verb},
	{"session show", "[ID]", "Print what is known of a session", session_show_verb},
	{"session archive", "[ID]", "Put a session away", session_archive_verb},
	{"session delete", "[ID]", "Delete a session, until it is undone", session_delete_verb},
	{"session copy", "ID [--record]", "Copy a session under another name", session_copy_verb},
	{"session export", "[FILE] [--session ID] [--for-rapporteur] [--anyway]",
		"Write a session to a file", session_export_verb},
	{"session import", "FILE [--id KEY]", "Take a session from a file", session_import_verb},
	{"recommendation import", "REPORT [--draft] [--show]",
		"Take the recommendations out of a report, to be followed up",
		recommendation_import_verb},
	{"recommendation export", "[R] [--as VIEW] [--lines] [--format F] [-o FILE]",
		"Print the texts: proposed, marked, amended, clean, final or projected",
		recommendation_export_verb},
	{"search", "WORDS...", "Search statements, texts, amendments, comments and documents",
		search_verb},
	{"check-style", "FILE...", "Check texts against the house style", check_style_verb},
	{"check", "[--repair]", "Check the database", check_verb},
	{"backup", "[FILE]", "Copy the database to a file or folder", backup_verb},
	{"restore", "FILE", "Put a backup in the place of the database", restore_verb},
	{"sheet", "[FILE]", "Print agenda and list to go on with on paper", sheet_verb},
	{"sheet speakers", "[FILE]", "Print the list of speakers on one page", sheet_speakers_verb},
	{"sheet order", "[FILE]", "Print the order of the day", sheet_order_verb},
	{"contributions", "[FILE] [--survey Q]", "Print who answered a survey, and who did not",
		contributions_verb},
	{"display", "", "Show the floor on a screen for the room, for reading only", display_verb},
	{"help", "[COMMAND | commands]", "Say what a command or a verb does", help_verb},
	{"manual", "", "Print rapporteur-commands(7)", manual_verb},
	{"completion", "bash|zsh|fish", "Print the completion script of a shell", completion_verb},
	{0}};

enum { VERBS = sizeof verbs / sizeof verbs[0] - 1 };

/* --- help --- */

void cli_help(struct str *out)
{
	str_add(out, "usage: rapporteur [OPTION ...] [AGENDA.yaml]\n"
		     "       rapporteur [OPTION ...] DOCUMENT\n"
		     "       rapporteur [OPTION ...] VERB ...\n\n"
		     "With an agenda file, or with nothing, it opens the full screen; with a\n"
		     "published agenda (.txt .md .html .docx .pdf) the review of it.\n\n");
	for (const struct verb *verb = verbs; verb->name; verb++) {
		struct str line;
		str_init(&line);
		str_addf(&line, "  %s%s%s", verb->name, *verb->usage ? " " : "", verb->usage);
		str_addf(out, "%-36s  %s\n", line.text, verb->help);
		str_clear(&line);
	}
	str_add(out,
		"\nOptions, before the verb or after it:\n"
		"  --db FILE       the database, instead of the one in the home folder\n"
		"  --session ID    the session, where there are several\n"
		"  --as NAME       who works here, for the journal; undo is each person's own\n"
		"  --at TIME       it is that time: HH:MM, or YYYY-MM-DDTHH:MM\n"
		"  --rehearse TIME the clock of the full screen starts there\n"
		"  --backups DIR   a second folder for backups, as a memory stick\n"
		"  --color WHEN    auto, always or never; auto honours NO_COLOR\n"
		"  --help          print this\n"
		"  --version       print the version\n\n"
		"A guided first session is in rapporteur(1), the commands are in\n"
		"rapporteur-commands(7), the agenda file is in rapporteur-agenda(5).\n");
}

/* --- which verb --- */

/* Words of the verb's name if argv begins with it, else 0. */
static int words_matched(const struct verb *verb, int argc, char **argv)
{
	const char *name = verb->name;
	int words = 0;

	while (*name) {
		size_t length = strcspn(name, " ");
		if (words == argc || strlen(argv[words]) != length ||
			strncmp(name, argv[words], length) != 0)
			return 0;
		words++;
		name += length;
		name += strspn(name, " ");
	}
	return words;
}

static const struct verb *find_verb(int argc, char **argv, int *words)
{
	const struct verb *found = NULL;

	*words = 0;
	for (const struct verb *verb = verbs; verb->name; verb++) {
		int matched = words_matched(verb, argc, argv);
		if (matched > *words) {
			*words = matched;
			found = verb;
		}
	}
	return found;
}

static bool ends_in(const char *word, const char *const *endings)
{
	size_t length = strlen(word);

	for (; *endings; endings++) {
		size_t own = strlen(*endings);
		if (length > own && strcasecmp(word + length - own, *endings) == 0)
			return true;
	}
	return false;
}

bool cli_is_document(const char *word)
{
	static const char *const endings[] = {".txt", ".text", ".md", ".markdown", ".html", ".htm",
		".xhtml", ".docx", ".pdf", NULL};

	return ends_in(word, endings);
}

static bool is_file(const char *word)
{
	static const char *const endings[] = {".yaml", ".yml", ".json", NULL};

	return strchr(word, '/') || ends_in(word, endings) || cli_is_document(word);
}

/* Is it the first word of a command of the table? */
static bool begins_command(const char *word)
{
	size_t length = strlen(word);

	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		if (c->effect != EFFECT_SCREEN && strncmp(c->name, word, length) == 0 &&
			(c->name[length] == '\0' || c->name[length] == ' '))
			return true;
	}
	return false;
}

/* "session" alone, or with what is no verb of its own. */
static bool add_verbs_of(const char *word, struct str *out)
{
	size_t length = strlen(word);
	bool any = false;

	for (const struct verb *verb = verbs; verb->name; verb++) {
		if (strncmp(verb->name, word, length) != 0 || verb->name[length] != ' ')
			continue;
		str_addf(out, "%srapporteur %s", any ? ", " : "", verb->name);
		any = true;
	}
	return any;
}

static int refuse(int argc, char **argv)
{
	const char *known[VERBS], *near;
	struct str family;
	struct err err = {0};

	for (size_t i = 0; i < VERBS; i++)
		known[i] = verbs[i].name;
	near = nearest_find(argv[0], known, VERBS);
	str_init(&family);
	if (add_verbs_of(argv[0], &family) && (argc < 2 || !begins_command(argv[0])))
		err_set(&err, ERR_USAGE, "'%s' is not a whole verb; there are: %s", argv[0],
			family.text);
	else if (begins_command(argv[0]))
		err_set(&err, ERR_USAGE, "'%s' is a command: rapporteur do %s%s%s", argv[0],
			argv[0], argc > 1 ? " " : "",
			argc > 1                ? argv[1]
			: command_find(argv[0]) ? ""
						: " ...");
	else if (near)
		err_set(&err, ERR_USAGE, "unknown verb '%s'; did you mean 'rapporteur %s'?",
			argv[0], near);
	else
		err_set(&err, ERR_USAGE,
			"unknown verb '%s'; rapporteur --help lists them; a file has "
			"a '/' in its name or ends in .yaml, .txt, .docx and the like",
			argv[0]);
	str_clear(&family);
	return cli_fail(&err);
}

bool verb_put(struct cli *cli, const struct str *text, const struct target *target, struct err *err)
{
	const char *file = target->file;

	if (!file || strcmp(file, "-") == 0)
		return cli_print(text->text, text->length, err);
	return (!cli->store || store_spares(cli->store, file, err)) &&
	       overwrite_may(file, target->anyway, text->text, text->length, err) &&
	       file_write(file, text->text, text->length, err);
}

int cli_verb(struct cli *cli, int argc, char **argv)
{
	int words;
	const struct verb *verb = find_verb(argc, argv, &words);

	if (verb)
		return verb->run(cli, argc - words, argv + words);
	if (argc == 0 || is_file(argv[0]))
		return -1;
	return refuse(argc, argv);
}

int verb_operands(struct cli *cli, const struct cli_option *own, int argc, char **argv, int from,
	int to, const char *usage, struct err *err)
{
	int count = options_read(cli, own, true, argc, argv, err);

	if (count < 0)
		return -1;
	if (count < from)
		err_set(err, ERR_USAGE, "something is missing; usage: %s", usage);
	else if (count > to)
		err_set(err, ERR_USAGE, "'%s' is one word too many; usage: %s", argv[to], usage);
	else
		return count;
	return -1;
}
