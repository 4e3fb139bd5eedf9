/* SPDX-License-Identifier: MIT */
/*
 * The table of commands as text: a usage line, and rapporteur-commands(7) in
 * mdoc. All of it comes from the rows, so that the manual cannot be wrong about
 * what there is; only how values are written is said here, once a type.
 */
#include <ctype.h>
#include <string.h>

#include "words.h"

#include "base/str.h"
#include "command/command.h"

/* --- usage --- */

static void add_placeholder(struct str *out, const struct param *param)
{
	for (const char *c = param->name; *c; c++)
		str_addc(out, (char)toupper((unsigned char)*c));
	if (param->type == ARG_PARTICIPANTS || param->type == ARG_ITEMS ||
		param->type == ARG_RECOMMENDATIONS || param->type == ARG_POINTS)
		str_add(out, ",...");
}

void command_usage(const struct command *command, struct str *out)
{
	str_add(out, command->name);
	for (size_t i = 0; i < COMMAND_PARAMS && command->params[i].name; i++) {
		const struct param *param = &command->params[i];
		bool may_lack = !param->required || !param_positional(param);
		str_add(out, may_lack ? " [" : " ");
		if (!param_positional(param))
			str_addf(out, "--%s%s", param->name, param->type == ARG_FLAG ? "" : " ");
		str_add(out, param->alone ? "[" : "");
		if (param->type != ARG_FLAG)
			add_placeholder(out, param);
		str_add(out, param->alone ? "]" : "");
		str_add(out, may_lack ? "]" : "");
	}
}

/* --- mdoc --- */

static const char head[] =
	".\\\" Generated from the table of commands by \"rapporteur manual\"; do not edit.\n"
	".Dd November 21, 2026\n"
	".Dt RAPPORTEUR-COMMANDS 7\n"
	".Os\n"
	".Sh NAME\n"
	".Nm rapporteur-commands\n"
	".Nd the commands of rapporteur\n"
	".Sh DESCRIPTION\n"
	"Everything that changes data in\n"
	".Xr rapporteur 1\n"
	"is one of the commands below.\n"
	"They are given by a key of the full screen, after a colon there, or from the\n"
	"shell and in scripts by\n"
	".Ql rapporteur do .\n"
	"One command is one step of the journal: it is done whole or not at all, and\n"
	".Ic undo\n"
	"takes it back.\n"
	".Pp\n"
	"A command is its name, then its arguments by position, then the others as\n"
	".Fl -name Ar value\n"
	"or\n"
	".Fl -name Ns = Ns Ar value ;\n"
	"a double dash alone ends the options.\n"
	"Words are quoted as in a shell, with single or double quotation marks or a\n"
	"backslash; what is quoted may run over lines.\n"
	"An apostrophe inside a word is itself.\n"
	"When the last argument by position is a text or a name it takes all the words\n"
	"that are left, and needs no quotes.\n"
	".Pp\n"
	"An argument that is not given comes from where one is: the row selected on the\n"
	"screen, the only open item, the running speech.\n"
	"What is then still missing the screen asks for, and\n"
	".Ql rapporteur do\n"
	"refuses the command.\n"
	"A question is an argument too:\n"
	".Fl -guest\n"
	"says yes to it beforehand.\n"
	".Pp\n"
	"Every command takes\n"
	".Fl -at Ar TIME :\n"
	"it is that time, for this command and, in a script, for what follows.\n";

static const char tail[] =
	".Sh EXIT STATUS\n"
	".Ql rapporteur do\n"
	"stops at the first command that fails and exits with\n"
	".Bl -tag -width 99 -compact -offset indent\n"
	".It 0\n"
	"all was done;\n"
	".It 64\n"
	"a command or an argument is none, or a question was not answered;\n"
	".It 65\n"
	"a file's content is wrong;\n"
	".It 66\n"
	"a file cannot be read;\n"
	".It 70\n"
	"a fault of the program or a lack of memory;\n"
	".It 71\n"
	"the system refused;\n"
	".It 73\n"
	"a file cannot be made;\n"
	".It 74\n"
	"reading or writing failed, also of standard output;\n"
	".It 75\n"
	"the database is busy, or a text was changed by somebody else: try again;\n"
	".It 78\n"
	"the configuration is wrong.\n"
	".El\n"
	".Sh SEE ALSO\n"
	".Xr rapporteur 1 ,\n"
	".Xr rapporteur-agenda 5\n";

/* How a value is written, by type. */
static const struct {
	const char *name, *text;
} types[ARG_TYPES] = {
	[ARG_TEXT] = {"text", "Any text, also of several lines."},
	[ARG_LINE] = {"line", "A text of one line."},
	[ARG_WORD] = {"word", "One word without blanks."},
	[ARG_NUMBER] = {"number", "A whole number."},
	[ARG_TIME] = {"time",
		"HH:MM or HH:MM:SS, or with a date YYYY-MM-DDTHH:MM, at the place of "
		"the session. Without a date it is the day of the last time given, else today, or, when "
		"the session has no such day, that of its newest meeting."},
	[ARG_DATE] = {"date",
		"A day: 2012-10-17, 17 October 2012, 17 October of the year of the session, or today."},
	[ARG_CHOICE] = {"choice", "One of the words that are listed, or its beginning."},
	[ARG_FLAG] = {"flag", "There or not; it has no value."},
	[ARG_FILE] = {"file", "The name of a file."},
	[ARG_PARTICIPANT] = {"participant",
		"A name, an alias, a code of two or three letters, or a "
		"beginning that only one participant has: cot is C\xc3\xb4te d\xe2\x80\x99Ivoire."},
	[ARG_PARTICIPANTS] = {"participants", "Several of them, between commas: can, cot, zim."},
	[ARG_ITEM] = {"item",
		"An item of the agenda as it is printed, 1 (a), or 1.a; with the body "
		"before it where two have the same number, wg3:2."},
	[ARG_ITEMS] = {"items", "Several of them, between commas or blanks: 6, 7."},
	[ARG_SLOT] = {"slot",
		"A meeting of the organization of work, by day and half-day or time, 17 Oct pm, "
		"Thursday 10:00, 2012-10-17 15:00, and by its room, or what it is for, where two "
		"are at one time, 17 Oct 15:00, Room B; or by the number of the meeting held in "
		"it, else by its place."},
	[ARG_STATEMENT] = {"statement", "The number of a statement, s12."},
	[ARG_RECOMMENDATION] = {"recommendation",
		"The number of a recommendation, r3, or the letter "
		"that it has in its list, (a), (a) bis."},
	[ARG_RECOMMENDATIONS] = {"recommendations", "Several of them, between commas: r2, r3."},
	[ARG_AMENDMENT] = {"amendment", "The number of an amendment, a9."},
	[ARG_COMMENT] = {"comment", "The number of a comment, k4."},
	[ARG_POINT] = {"point", "The number of a point of a note, p7."},
	[ARG_POINTS] = {"points", "Several of them, between blanks: p7 p12."},
	[ARG_CONCLUSION] = {"conclusion", "The number of a conclusion of the Chair, n3."},
	[ARG_DOCUMENT] = {"document", "The number of a document, d5, or its symbol."},
	[ARG_SURVEY] = {"survey", "The number of a survey, q1."},
	[ARG_CONTRIBUTION] = {"contribution", "The number of a contribution, c3."},
	[ARG_FOLLOW_UP] = {"follow-up",
		"The number of a recommendation of an earlier session that is followed up, f2."},
	[ARG_PARAGRAPH] = {"paragraph",
		"A paragraph of the report: the number that it is printed with, 12, or, once "
		"somebody has touched it, the number of its own, g41."},
	[ARG_BODY] = {"body", "The key of a body, wg2."},
	[ARG_SYMBOL] = {"symbol", "The symbol of a document, CTOC/COP/2012/10."},
	[ARG_SESSION] = {"session", "The key of a session."},
	[ARG_STYLE] = {"style", "The name of a form of report, as report style lists them."},
	[ARG_FORMULA] = {"formula",
		"The key of a formula or word of the report, ITEM-1, or style. and the name of a "
		"form of report."},
	[ARG_LANGUAGE] = {"language",
		"The tag of a language that there are words of reports in, fr, or the name of an "
		"official one."},
};

enum { LINE_BYTES = 78 };

/* Words in text lines that are not too long: backslashes doubled, and nothing that
 * would be a request at a line's beginning. The last line is left open. */
static void add_text(struct str *out, const char *text)
{
	size_t used = 0;

	while (*text) {
		size_t length = strcspn(text, " ");
		if (used > 0 && used + 1 + length > LINE_BYTES) {
			str_addc(out, '\n');
			used = 0;
		}
		if (used > 0)
			str_addc(out, ' ');
		else if (*text == '.' || *text == '\'')
			str_add(out, "\\&");
		used += length + (used > 0);
		for (; length > 0; length--, text++)
			str_add(out, *text == '\\' ? "\\e" : (char[]){*text, '\0'});
		text += strspn(text, " ");
	}
}

/* A text of sentences, each begun on a line of its own, as mdoc wants them. */
static void add_sentences(struct str *out, const char *text)
{
	const char *stop;

	while ((stop = strstr(text, ". "))) {
		struct str sentence;
		str_init(&sentence);
		str_addn(&sentence, text, (size_t)(stop - text) + 1);
		add_text(out, sentence.text);
		str_addc(out, '\n');
		str_clear(&sentence);
		text = stop + 2;
	}
	add_text(out, text);
	str_addc(out, '\n');
}

static void add_argument(struct str *out, const struct param *param)
{
	struct str placeholder;

	str_init(&placeholder);
	add_placeholder(&placeholder, param);
	if (!param_positional(param))
		str_addf(out, " Fl -%s", param->name);
	if (param->type != ARG_FLAG)
		str_addf(out, param->alone ? " Oo Ar %s Oc" : " Ar %s", placeholder.text);
	str_clear(&placeholder);
}

static void add_heading(struct str *out, const struct command *command)
{
	str_addf(out, ".It Ic %s", command->name);
	for (size_t i = 0; i < COMMAND_PARAMS && command->params[i].name; i++) {
		const struct param *param = &command->params[i];
		bool may_lack = !param->required || !param_positional(param);
		str_add(out, may_lack ? " Oo" : "");
		add_argument(out, param);
		str_add(out, may_lack ? " Oc" : "");
	}
	str_addc(out, '\n');
}

static void add_choices(struct str *out, const char *choices)
{
	size_t length;

	str_add(out, ": ");
	for (; *choices; choices += length + strspn(choices + length, " ")) {
		length = strcspn(choices, " ");
		str_addn(out, choices, length);
		if (choices[length + strspn(choices + length, " ")])
			str_add(out, ", ");
	}
}

static void add_arguments(struct str *out, const struct command *command)
{
	if (!command->params[0].name)
		return;
	str_add(out, ".Bl -tag -width 16n -compact\n");
	for (size_t i = 0; i < COMMAND_PARAMS && command->params[i].name; i++) {
		const struct param *param = &command->params[i];
		struct str text;
		str_add(out, ".It");
		add_argument(out, param);
		str_addc(out, '\n');
		str_init(&text);
		str_add(&text, param->prompt ? param->prompt : types[param->type].name);
		if (param->choices)
			add_choices(&text, param->choices);
		else if (param->type != ARG_FLAG)
			str_addf(&text, " (%s)", types[param->type].name);
		add_text(out, text.text);
		str_addc(out, '\n');
		str_clear(&text);
	}
	str_add(out, ".El\n");
}

static const struct {
	unsigned bit;
	const char *text;
} views[] = {
	{IN_ROOM, "Room"},
	{IN_RECOMMENDATIONS, "Recommendations"},
	{IN_REPORT, "Report"},
	{IN_ORGANIZATION, "Organization of work"},
	{IN_JOURNAL, "Journal"},
	{IN_DOCUMENTS, "Documents"},
	{IN_CONTRIBUTIONS, "Contributions"},
	{IN_FOLLOW_UP, "Follow-up"},
	{IN_TEXT, "Text"},
	{IN_POINTS, "Points"},
	{IN_CONCLUSIONS, "Conclusions"},
	{IN_REVIEW, "Review"},
};

static void add_keys(struct str *out, const struct command *command)
{
	bool first = true;

	if (!command->keys)
		return;
	str_add(out, strchr(command->keys, ' ') ? "Keys:" : "Key:");
	for (const char *key = command->keys; *key;) {
		size_t length = strcspn(key, " ");
		str_addf(out, "%s %.*s", first ? "" : ",", (int)length, key);
		key += length;
		key += strspn(key, " ");
		first = false;
	}
	first = true;
	for (size_t i = 0; i < sizeof views / sizeof views[0]; i++) {
		if ((command->where & IN_LISTS) == IN_LISTS || !(command->where & views[i].bit))
			continue;
		str_addf(out, "%s%s", first ? " in " : ", ", views[i].text);
		first = false;
	}
	str_add(out, ".\n");
}

static const struct {
	unsigned bit;
	const char *text;
} needs[] = {
	{NEED_MEETING, "It needs an open meeting, or the time of one."},
	{NEED_SPEAKER, "It needs somebody who has the floor."},
};

static void add_command(struct str *out, const struct command *command)
{
	struct str help;

	add_heading(out, command);
	str_init(&help);
	str_addf(&help, "%s.", command->help);
	add_sentences(out, help.text);
	str_clear(&help);
	for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++) {
		if (command->needs & needs[i].bit)
			str_addf(out, "%s\n", needs[i].text);
	}
	if (command->effect == EFFECT_SCREEN)
		str_add(out, "Only on the full screen.\n");
	add_keys(out, command);
	add_arguments(out, command);
}

/* Commands whose names begin with the same word stand together. */
static bool same_family(const struct command *a, const struct command *b)
{
	size_t length = strcspn(a->name, " ");

	return strcspn(b->name, " ") == length && strncmp(a->name, b->name, length) == 0;
}

static void add_commands(struct str *out)
{
	const struct command *before = NULL;

	str_add(out, ".Sh COMMANDS\n");
	for (const struct command *c = command_next(NULL); c; before = c, c = command_next(c)) {
		if (!before || !same_family(before, c)) {
			str_add(out, before ? ".El\n" : "");
			str_addf(out, ".Ss %.*s\n.Bl -tag -width Ds\n", (int)strcspn(c->name, " "),
				c->name);
		}
		add_command(out, c);
	}
	str_add(out, before ? ".El\n" : "");
}

static void add_types(struct str *out)
{
	str_add(out, ".Sh ARGUMENTS\n.Bl -tag -width recommendation\n");
	for (size_t i = 0; i < ARG_TYPES; i++) {
		str_addf(out, ".It %s\n", types[i].name);
		add_sentences(out, types[i].text);
	}
	str_add(out, ".El\n");
}

void command_manual(struct str *out)
{
	str_add(out, head);
	add_commands(out);
	add_types(out);
	str_add(out, tail);
}
