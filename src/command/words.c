/* SPDX-License-Identifier: MIT */
/*
 * What was typed, sorted to the parameters of a command, and the way back: the
 * line that says the same. Nothing is resolved here, no database is read: words
 * in, words out. What is wrong is said with the command's usage.
 */
#include <string.h>

#include "shown.h"
#include "split.h"
#include "words.h"

#include "base/str.h"
#include "command/command.h"
#include "model/nearest.h"

enum { KNOWN_NAMES = 400 };

/* The words that are left to be sorted, and to where. */
struct sorter {
	struct arena *arena;
	const struct piece *pieces;
	size_t count, next;
	struct words *words;
	const char **at;
	const char **operands;
	size_t operand_count;
};

/* --- the command --- */

static const char *joined(struct arena *arena, const struct piece *pieces, size_t count)
{
	const char *text = count ? pieces[0].text : "";

	for (size_t i = 1; i < count; i++)
		text = arena_printf(arena, "%s %s", text, pieces[i].text);
	return text;
}

static const struct command *find_command(
	const struct piece *pieces, size_t count, struct arena *arena, size_t *used)
{
	const struct command *found = NULL;

	for (size_t n = 1; n <= count && n <= COMMAND_NAME_WORDS; n++) {
		const struct command *command = command_find(joined(arena, pieces, n));
		if (command) {
			found = command;
			*used = n;
		}
	}
	return found;
}

/* "floor close, floor end, floor give": what begins with the word; false if nothing
 * does. */
static bool add_family(struct str *out, const char *word)
{
	size_t length = strlen(word);
	bool any = false;

	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		if (strncmp(c->name, word, length) != 0 || c->name[length] != ' ')
			continue;
		str_addf(out, "%s%s", any ? ", " : "", c->name);
		any = true;
	}
	return any;
}

static bool unknown_command(
	const struct piece *pieces, size_t count, struct arena *arena, struct err *err)
{
	const char *known[KNOWN_NAMES], *near;
	const char *two = joined(arena, pieces, count < 2 ? count : 2);
	struct str family;
	size_t names = 0;

	for (const struct command *c = command_next(NULL); c && names < KNOWN_NAMES;
		c = command_next(c))
		known[names++] = c->name;
	str_init(&family);
	near = nearest_find(two, known, names);
	if (!near)
		near = nearest_find(pieces[0].text, known, names);
	if (count > 1 && near)
		err_set(err, ERR_USAGE, "unknown command '%s'; did you mean '%s'?",
			shown_text(arena, two), near);
	else if (add_family(&family, pieces[0].text))
		err_set(err, ERR_USAGE, "'%s' is not a whole command; there are: %s",
			shown_text(arena, two), family.text);
	else if (near)
		err_set(err, ERR_USAGE, "unknown command '%s'; did you mean '%s'?",
			shown_text(arena, pieces[0].text), near);
	else
		err_set(err, ERR_USAGE, "unknown command '%s'", shown_text(arena, two));
	str_clear(&family);
	return false;
}

/* --- options --- */

static bool usage_error(
	const struct sorter *sorter, struct err *err, const char *what, const char *about)
{
	struct str usage;

	str_init(&usage);
	command_usage(sorter->words->command, &usage);
	err_set(err, ERR_USAGE, "%s%s; usage: %s", what, about, usage.text);
	str_clear(&usage);
	return false;
}

static bool unknown_option(const struct sorter *sorter, const char *name, struct err *err)
{
	const struct command *command = sorter->words->command;
	const char *known[COMMAND_PARAMS + 1], *near;
	size_t count = 0;

	for (; count < COMMAND_PARAMS && command->params[count].name; count++)
		known[count] = command->params[count].name;
	known[count++] = "at";
	near = nearest_find(name, known, count);
	if (near)
		return err_set(err, ERR_USAGE, "'%s' has no option --%s; did you mean --%s?",
			command->name, shown_text(sorter->arena, name), near);
	return usage_error(sorter, err,
		arena_printf(sorter->arena, "'%s' has no option --", command->name),
		shown_text(sorter->arena, name));
}

static size_t find_param(const struct command *command, const char *name)
{
	size_t i = 0;

	while (i < COMMAND_PARAMS && command->params[i].name &&
		strcmp(command->params[i].name, name) != 0)
		i++;
	return i < COMMAND_PARAMS && command->params[i].name ? i : COMMAND_PARAMS;
}

bool param_is_choice(const struct param *param, const char *word)
{
	size_t length = strlen(word);

	for (const char *c = param->choices; c && *c; c += strspn(c, " ")) {
		size_t own = strcspn(c, " ");
		if (own == length && memcmp(c, word, own) == 0)
			return true;
		c += own;
	}
	return false;
}

/* An option that may stand alone takes a word only if it is one of its choices. */
static bool stands_alone(const struct sorter *sorter, const struct param *param)
{
	return param->alone && (sorter->next == sorter->count ||
				       !param_is_choice(param, sorter->pieces[sorter->next].text));
}

/* The value of the option: after "=", or the next word. */
static const char *option_value(
	struct sorter *sorter, const struct param *param, const char *equals)
{
	if (equals)
		return equals + 1;
	if (param && stands_alone(sorter, param))
		return param->alone;
	if (sorter->next < sorter->count)
		return sorter->pieces[sorter->next++].text;
	return NULL;
}

static bool set_flag(const char **place, const char *name, const char *equals, struct err *err)
{
	if (equals)
		return err_set(err, ERR_USAGE, "--%s takes no value: it is there or not", name);
	if (*place)
		return err_set(err, ERR_USAGE, "--%s is given twice", name);
	*place = "yes";
	return true;
}

static bool take_option(struct sorter *sorter, const char *word, struct err *err)
{
	const char *equals = strchr(word, '=');
	const char *name = arena_strndup(
		sorter->arena, word + 2, equals ? (size_t)(equals - word) - 2 : strlen(word + 2));
	const struct command *command = sorter->words->command;
	size_t i = find_param(command, name);
	const char **place;

	if (strcmp(name, "at") == 0)
		place = sorter->at;
	else if (i == COMMAND_PARAMS)
		return unknown_option(sorter, name, err);
	else
		place = &sorter->words->values[i];
	if (place != sorter->at && command->params[i].type == ARG_FLAG)
		return set_flag(place, name, equals, err);
	if (*place)
		return err_set(err, ERR_USAGE, "--%s is given twice", name);
	*place = option_value(sorter, place == sorter->at ? NULL : &command->params[i], equals);
	if (!*place)
		return err_set(err, ERR_USAGE, "--%s wants a value", name);
	return true;
}

/* --- positions --- */

static bool joins(enum arg_type type)
{
	return type == ARG_TEXT || type == ARG_LINE || type == ARG_PARTICIPANT ||
	       type == ARG_PARTICIPANTS || type == ARG_ITEM || type == ARG_ITEMS ||
	       type == ARG_POINTS || type == ARG_SLOT;
}

bool param_positional(const struct param *param)
{
	return !param->option && param->type != ARG_FLAG;
}

bool param_joins(const struct command *command, const struct param *param)
{
	const struct param *end = command->params + COMMAND_PARAMS;

	if (!param_positional(param) || !joins(param->type))
		return false;
	for (param++; param < end && param->name; param++) {
		if (param_positional(param))
			return false;
	}
	return true;
}

static const char *join_operands(struct sorter *sorter, size_t from)
{
	struct str out;
	const char *text;

	str_init(&out);
	for (size_t i = from; i < sorter->operand_count; i++) {
		if (i > from)
			str_addc(&out, ' ');
		str_add(&out, sorter->operands[i]);
	}
	text = arena_strdup(sorter->arena, out.text);
	str_clear(&out);
	return text;
}

/* Could the word be a reference of the type: s12, r3, (a), 1 (a), wg3:2, d5, A/1? */
static bool looks_like(enum arg_type type, const char *word)
{
	const char *rest = word + strspn(word, "()0123456789");
	bool number = *rest == '\0' && rest > word;

	switch (type) {
	case ARG_STATEMENT:
		return number || (strchr("sS", *word) && word[1] >= '0' && word[1] <= '9');
	case ARG_RECOMMENDATION:
		return number || (strchr("rR", *word) && word[1] >= '0' && word[1] <= '9') ||
		       strlen(word) - (size_t)(*word == '(') * 2 <= 2;
	case ARG_AMENDMENT:
		return number || (strchr("aA", *word) && word[1] >= '0' && word[1] <= '9');
	case ARG_COMMENT:
		return number || (strchr("kK", *word) && word[1] >= '0' && word[1] <= '9');
	case ARG_POINT:
	case ARG_POINTS:
		return number || (strchr("pP", *word) && word[1] >= '0' && word[1] <= '9');
	case ARG_CONCLUSION:
		return number || (strchr("nN", *word) && word[1] >= '0' && word[1] <= '9');
	case ARG_ITEM:
		return rest > word || strchr(word, ':');
	case ARG_SURVEY:
		return number || (strchr("qQ", *word) && word[1] >= '0' && word[1] <= '9');
	case ARG_CONTRIBUTION:
		return number || (strchr("cC", *word) && word[1] >= '0' && word[1] <= '9');
	case ARG_PARAGRAPH:
		return number || strchr(word, '/') ||
		       (strchr("gG", *word) && word[1] >= '0' && word[1] <= '9');
	case ARG_FOLLOW_UP:
		return number || (strchr("fF", *word) && word[1] >= '0' && word[1] <= '9');
	case ARG_DOCUMENT:
		return number || strchr(word, '/') ||
		       (*word == 'd' && word[1] >= '0' && word[1] <= '9');
	default:
		return true;
	}
}

/* How many more arguments are required by position than there are words. */
static size_t lacking(const struct sorter *sorter)
{
	const struct command *command = sorter->words->command;
	size_t required = 0;

	for (size_t i = 0; i < COMMAND_PARAMS && command->params[i].name; i++)
		required += command->params[i].required && param_positional(&command->params[i]) &&
			    !sorter->words->values[i];
	return required > sorter->operand_count ? required - sorter->operand_count : 0;
}

/* `statement note "a text"`: the statement is left to the context when a word is
 * lacking and the next one cannot be a statement. */
static bool left_out(const struct sorter *sorter, const struct param *param, size_t next)
{
	return param->required && sorter->operand_count > next &&
	       !looks_like(param->type, sorter->operands[next]);
}

static bool place_operands(struct sorter *sorter, struct err *err)
{
	const struct command *command = sorter->words->command;
	size_t next = 0, lacks = lacking(sorter);

	for (size_t i = 0; i < COMMAND_PARAMS && command->params[i].name; i++) {
		const struct param *param = &command->params[i];
		if (!param_positional(param) || sorter->words->values[i])
			continue;
		if (next == sorter->operand_count)
			return true;
		if (lacks > 0 && left_out(sorter, param, next)) {
			lacks--;
			continue;
		}
		if (param_joins(command, param)) {
			sorter->words->values[i] = join_operands(sorter, next);
			return true;
		}
		sorter->words->values[i] = sorter->operands[next++];
	}
	if (next == sorter->operand_count)
		return true;
	return usage_error(sorter, err,
		arena_printf(sorter->arena, "'%s' does not take '%s'", command->name,
			shown_text(sorter->arena, sorter->operands[next])),
		"");
}

/* --- both ways in --- */

static bool is_option(const struct piece *piece)
{
	return !piece->quoted && strncmp(piece->text, "--", 2) == 0;
}

static bool sort(struct sorter *sorter, struct err *err)
{
	bool options = true;

	sorter->operands =
		arena_alloc(sorter->arena, (sorter->count + 1) * sizeof *sorter->operands);
	while (sorter->next < sorter->count) {
		const struct piece *piece = &sorter->pieces[sorter->next++];
		if (!options || !is_option(piece))
			sorter->operands[sorter->operand_count++] = piece->text;
		else if (piece->text[2] == '\0')
			options = false;
		else if (!take_option(sorter, piece->text, err))
			return false;
	}
	return place_operands(sorter, err);
}

static bool parse(const struct piece *pieces, size_t count, struct arena *arena,
	struct words *words, const char **at, struct err *err)
{
	struct sorter sorter = {
		.arena = arena, .pieces = pieces, .count = count, .words = words, .at = at};

	*words = (struct words){0};
	*at = NULL;
	if (count == 0 || (count == 1 && pieces[0].text[0] == '\0'))
		return err_set(err, ERR_USAGE, "a command is wanted");
	words->command = find_command(pieces, count, arena, &sorter.next);
	if (!words->command)
		return unknown_command(pieces, count, arena, err);
	return sort(&sorter, err);
}

bool command_parse(const char *line, struct arena *arena, struct words *words, const char **at,
	struct err *err)
{
	size_t count;
	char open;
	const struct piece *pieces = split_line(line, arena, &count, &open);

	if (open)
		return err_set(err, ERR_USAGE,
			"the quotation mark %c is opened and never closed; "
			"\\%c is the mark itself",
			open, open);
	return parse(pieces, count, arena, words, at, err);
}

bool command_parse_words(char *const argv[], size_t count, struct arena *arena, struct words *words,
	const char **at, struct err *err)
{
	struct piece *pieces = arena_alloc(arena, (count + 1) * sizeof *pieces);

	for (size_t i = 0; i < count; i++)
		pieces[i].text = argv[i];
	return parse(pieces, count, arena, words, at, err);
}

/* --- and the way out --- */

bool flag_given(const char *value)
{
	return value && *value && strcmp(value, "no") != 0;
}

/* A word that the splitter gives back as it is; with blanks if they may be there. */
static bool stands_bare(const char *text, bool blanks)
{
	if (*text == '\0' || strncmp(text, "--", 2) == 0)
		return false;
	for (char before = ' '; *text; before = *text++) {
		unsigned char c = (unsigned char)*text;
		if (c == '"' || c == '\\' || c < ' ' || c == 0x7f)
			return false;
		if (c == '\'' && before == ' ')
			return false;
		if (c == ' ' && (!blanks || before == ' ' || text[1] == '\0' || text[1] == '-'))
			return false;
	}
	return true;
}

void words_quote(struct str *out, const char *value, bool joined)
{
	if (stands_bare(value, joined)) {
		str_add(out, value);
		return;
	}
	if (strpbrk(value, "\"\\") && !strchr(value, '\'')) {
		str_addf(out, "'%s'", value);
		return;
	}
	str_addc(out, '"');
	for (; *value; value++) {
		if (*value == '"' || *value == '\\')
			str_addc(out, '\\');
		str_addc(out, *value);
	}
	str_addc(out, '"');
}

void command_format(const struct words *words, struct str *out)
{
	const struct command *command = words->command;
	bool in_order = true;

	str_add(out, command->name);
	for (size_t i = 0; i < COMMAND_PARAMS && command->params[i].name; i++) {
		const struct param *param = &command->params[i];
		const char *value = words->values[i];
		if (!value) {
			in_order = in_order && !param_positional(param);
			continue;
		}
		if (param->type == ARG_FLAG) {
			if (flag_given(value))
				str_addf(out, " --%s", param->name);
			continue;
		}
		str_addc(out, ' ');
		if (!param_positional(param) || !in_order)
			str_addf(out, "--%s ", param->name);
		words_quote(out, value, false);
	}
}
