/* SPDX-License-Identifier: MIT */
/*
 * Completion of a whole command line: which word the end of the line stands in,
 * the command's name, an option's name, or the value of a parameter; and what is
 * put in, quoted as the line needs it.
 */
#include <stdlib.h>
#include <string.h>

#include "gather.h"
#include "split.h"
#include "words.h"

#include "base/fold.h"
#include "model/match.h"

/* Where the line ends. */
struct cursor {
	struct arena *arena;
	const struct piece *pieces; /* the last one is the word at the end, be it empty */
	size_t count;
	const struct command *command;
	size_t name_words;
	const struct param *param; /* whose value is typed; NULL: an option's name is wanted */
	const char *typed;
	size_t from;        /* where the value begins */
	const char *before; /* what must stay before the value: "--item=" */
	bool given[COMMAND_PARAMS];
};

/* --- which command --- */

static const char *first_words(struct arena *arena, const struct piece *pieces, size_t count)
{
	const char *text = count ? pieces[0].text : "";

	for (size_t i = 1; i < count; i++)
		text = arena_printf(arena, "%s %s", text, pieces[i].text);
	return text;
}

static void find_command(struct cursor *cursor)
{
	for (size_t n = 1; n < cursor->count && n <= COMMAND_NAME_WORDS; n++) {
		const struct command *command =
			command_find(first_words(cursor->arena, cursor->pieces, n));
		if (!command)
			continue;
		cursor->command = command;
		cursor->name_words = n;
	}
}

/* Is what is typed, whole words and a beginning, the beginning of a command's name? */
static bool begins_name(const char *typed)
{
	size_t length = strlen(typed);

	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		if (strncmp(c->name, typed, length) == 0)
			return true;
	}
	return false;
}

static void gather_names(struct gather *gather, const struct desk *desk, const char *typed)
{
	char *key = fold_key(typed);

	for (const struct command *c = command_next(NULL); c; c = command_next(c)) {
		char *name = fold_key(c->name);
		int score = *key ? match_score(key, name) : 1;
		if (c->effect == EFFECT_SCREEN && !desk->screen)
			score = 0;
		gather_add(gather, score,
			c->params[0].name ? arena_printf(gather->arena, "%s ", c->name) : c->name,
			c->name, c->help);
		free(name);
	}
	free(key);
}

/* --- which argument --- */

static size_t named_param(const struct command *command, const char *option)
{
	size_t length = strcspn(option + 2, "="), i;

	for (i = 0; i < COMMAND_PARAMS && command->params[i].name; i++) {
		if (strlen(command->params[i].name) == length &&
			strncmp(command->params[i].name, option + 2, length) == 0)
			return i;
	}
	return COMMAND_PARAMS;
}

/* Moves over the next positional parameter that has no value; NULL = no more. */
static const struct param *next_position(struct cursor *cursor, size_t *at)
{
	const struct param *params = cursor->command->params;

	for (; *at < COMMAND_PARAMS && params[*at].name; ++*at) {
		if (param_positional(&params[*at]) && !cursor->given[*at]) {
			cursor->given[*at] = true;
			return &params[(*at)++];
		}
	}
	return NULL;
}

static void end_at(struct cursor *cursor, const struct param *param, const struct piece *piece,
	const char *typed)
{
	cursor->param = param;
	cursor->typed = typed;
	cursor->from = piece->from;
}

/* The word at the end is an option: its name, or its value after "=". */
static void end_in_option(struct cursor *cursor, const struct piece *piece)
{
	const char *equals = strchr(piece->text, '=');
	size_t i = named_param(cursor->command, piece->text);

	end_at(cursor, NULL, piece, piece->text);
	if (!equals || i == COMMAND_PARAMS)
		return;
	end_at(cursor, &cursor->command->params[i], piece, equals + 1);
	cursor->before =
		arena_strndup(cursor->arena, piece->text, (size_t)(equals - piece->text) + 1);
}

/* A value that is joined of several words begins at the first of them. */
static void join_value(struct cursor *cursor, size_t first)
{
	const char *typed = cursor->pieces[first].text;

	for (size_t i = first + 1; i < cursor->count; i++)
		typed = arena_printf(cursor->arena, "%s %s", typed, cursor->pieces[i].text);
	end_at(cursor, cursor->param, &cursor->pieces[first], typed);
}

/* Is the word at `next`, which may be begun, none of the choices of an option that needs
 * none? */
static bool stands_alone(const struct cursor *cursor, const struct param *param, size_t next)
{
	if (!param->alone || next >= cursor->count)
		return false;
	const char *word = cursor->pieces[next].text;
	return next == cursor->count - 1 ? strncmp(word, "--", 2) == 0
					 : !param_is_choice(param, word);
}

/* Passes an option and its value; true if the line ends in that value. */
static bool pass_option(struct cursor *cursor, size_t *i)
{
	const char *option = cursor->pieces[*i].text;
	size_t which = named_param(cursor->command, option);

	if (which < COMMAND_PARAMS)
		cursor->given[which] = true;
	if (strchr(option, '=') ||
		(which < COMMAND_PARAMS && cursor->command->params[which].type == ARG_FLAG))
		return false;
	if (which < COMMAND_PARAMS && stands_alone(cursor, &cursor->command->params[which], *i + 1))
		return false;
	if (++*i < cursor->count - 1)
		return false;
	end_at(cursor, which < COMMAND_PARAMS ? &cursor->command->params[which] : NULL,
		&cursor->pieces[*i], cursor->pieces[*i].text);
	return true;
}

static bool is_option(const struct piece *piece)
{
	return !piece->quoted && strncmp(piece->text, "--", 2) == 0;
}

/* The line ends in a word of its own, or in the last of several that are joined. */
static void end_in_operand(
	struct cursor *cursor, const struct param *joined, size_t first, size_t *at)
{
	const struct piece *last = &cursor->pieces[cursor->count - 1];

	if (!joined) {
		end_at(cursor, next_position(cursor, at), last, last->text);
		return;
	}
	cursor->param = joined;
	join_value(cursor, first);
}

static void find_argument(struct cursor *cursor)
{
	const struct param *joined = NULL;
	size_t at = 0, last = cursor->count - 1, first = last;

	for (size_t i = cursor->name_words; i < last; i++) {
		const struct param *param;
		if (is_option(&cursor->pieces[i])) {
			if (pass_option(cursor, &i))
				return;
			/* What is joined is put in anew, so it must not hold an option. */
			first = last;
			continue;
		}
		if (joined) {
			first = first == last ? i : first;
			continue;
		}
		param = next_position(cursor, &at);
		if (param && param_joins(cursor->command, param)) {
			joined = param;
			first = i;
		}
	}
	if (is_option(&cursor->pieces[last]))
		end_in_option(cursor, &cursor->pieces[last]);
	else
		end_in_operand(cursor, joined, first, &at);
}

/* --- what is put in --- */

static void gather_options(struct gather *gather, const struct cursor *cursor)
{
	const struct command *command = cursor->command;
	size_t length = strlen(cursor->typed);

	for (size_t i = 0; i < COMMAND_PARAMS && command->params[i].name; i++) {
		const struct param *param = &command->params[i];
		const char *option = arena_printf(gather->arena, "--%s", param->name);
		if (cursor->given[i] || param_positional(param) ||
			strncmp(option, cursor->typed, length) != 0)
			continue;
		gather_add(gather, 1, arena_printf(gather->arena, "%s ", option), option,
			param->prompt);
	}
}

/* The sections of a style in one line, as the command takes them. */
static const char *in_one_line(struct arena *arena, const char *lines)
{
	struct str out;

	str_init(&out);
	for (; *lines; lines++)
		if (*lines == '\n')
			str_add(&out, " | ");
		else
			str_addc(&out, *lines);
	const char *line = arena_strdup(arena, out.text);
	str_clear(&out);
	return line;
}

/* Behind the key of a formula: what that says now, to be changed. */
static void gather_formula(struct gather *gather, struct desk *desk, const struct cursor *cursor)
{
	static const char style[] = "style.";
	const struct param *params = cursor->command->params;
	const char *key = cursor->pieces[cursor->name_words].text, *text = NULL;

	if (params[0].type != ARG_FORMULA || cursor->param != &params[1] || *cursor->typed ||
		!desk->session)
		return;
	const struct template *template = desk_template(desk);
	if (strncmp(key, style, strlen(style)) == 0)
		text = template_style(template, key + strlen(style));
	else if (template_find(key) < template_key_count)
		text = template_text(template, key);
	if (text && *text) {
		text = in_one_line(gather->arena, text);
		gather_add(gather, 1, text, text, "as it is now");
	}
}

static void quote(const struct cursor *cursor, struct completion *completion)
{
	struct str out;

	str_init(&out);
	str_add(&out, cursor->before ? cursor->before : "");
	words_quote(&out, completion->text,
		!cursor->before && param_joins(cursor->command, cursor->param));
	completion->text = arena_strdup(cursor->arena, out.text);
	str_clear(&out);
}

static struct completion *complete_words(
	struct cursor *cursor, struct desk *desk, size_t limit, size_t *count)
{
	struct gather gather = {.arena = cursor->arena};
	struct completion *best;

	find_argument(cursor);
	if (cursor->param) {
		gather_values(&gather, desk, cursor->param, cursor->typed);
		gather_formula(&gather, desk, cursor);
	} else {
		gather_options(&gather, cursor);
	}
	best = gather_best(&gather, limit, count);
	for (size_t i = 0; i < *count && cursor->param; i++)
		quote(cursor, &best[i]);
	return best;
}

/* The pieces of the line, with an empty one where it ends in a blank. */
static void read_line(struct cursor *cursor, const char *line)
{
	struct piece *pieces = split_line(line, cursor->arena, &cursor->count, NULL), *all;
	size_t length = strlen(line);
	struct script_scan scan = {0};

	script_scan(&scan, line, length);
	cursor->pieces = pieces;
	if (length > 0 && (scan.open || !strchr(" \t\n", line[length - 1])))
		return;
	all = arena_alloc(cursor->arena, (cursor->count + 1) * sizeof *all);
	memcpy(all, pieces, cursor->count * sizeof *all);
	all[cursor->count++] = (struct piece){.text = "", .from = length};
	cursor->pieces = all;
}

struct completion *complete_line(struct desk *desk, const char *line, size_t limit,
	struct arena *arena, size_t *count, size_t *from)
{
	struct cursor cursor = {.arena = arena};
	struct gather gather = {.arena = arena};
	struct completion *found;
	const char *typed;

	read_line(&cursor, line);
	find_command(&cursor);
	typed = first_words(arena, cursor.pieces,
		cursor.count < COMMAND_NAME_WORDS ? cursor.count : COMMAND_NAME_WORDS);
	if (cursor.command && !begins_name(typed)) {
		found = complete_words(&cursor, desk, limit, count);
		*from = cursor.from;
		return found;
	}
	*from = cursor.count ? cursor.pieces[0].from : 0;
	gather_names(&gather, desk, typed);
	return gather_best(&gather, limit, count);
}
