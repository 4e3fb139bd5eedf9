/* SPDX-License-Identifier: MIT */
/*
 * Arguments that mean themselves: texts, numbers, times, days, flags and choices. What
 * stands for a row of the session is in resolve.c, resolve_agenda.c and resolve_names.c.
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "resolve.h"
#include "shown.h"
#include "words.h"

#include "base/civil.h"
#include "model/when.h"
#include "store/agenda.h"

/* --- texts and numbers --- */

bool resolve_any(struct resolving *resolving, struct err *err)
{
	(void)resolving;
	(void)err;
	return true;
}

bool resolve_word(struct resolving *resolving, struct err *err)
{
	const char *text = resolving->arg->text;

	if (!strpbrk(text, " \t\n"))
		return true;
	return err_set(err, ERR_USAGE, "%s is one word, without blanks, and not '%s'",
		resolving->param->name, shown_text(&resolving->call->arena, text));
}

bool resolve_integer(struct resolving *resolving, struct err *err)
{
	const char *text = resolving->arg->text;
	char *end;
	long long number;

	errno = 0;
	number = strtoll(text, &end, 10);
	if (end == text || *end || errno || isspace((unsigned char)*text) || number > 1000000000 ||
		number < -1000000000)
		return err_set(err, ERR_USAGE, "%s is a number, and not '%s'",
			resolving->param->name, shown_text(&resolving->call->arena, text));
	resolving->arg->id = number;
	return true;
}

bool resolve_time(struct resolving *resolving, struct err *err)
{
	return desk_time(resolving->call->desk, resolving->arg->text, &resolving->arg->id, err);
}

/* "2012-05-02", "2 May 2012", "2 May" of the year of the session; "today". */
static bool read_date(struct resolving *resolving, char date[11])
{
	struct desk *desk = resolving->call->desk;
	const char *text = resolving->arg->text;
	struct session_row session = {.from = "", .to = ""};
	struct civil civil;
	struct when when;

	if (strcmp(text, "today") == 0)
		civil = civil_at(desk_now(desk));
	else if (!civil_parse_date(text, &civil))
		return store_session(
			       desk->store, desk->session, &resolving->call->arena, &session) &&
		       when_parse(text, &when) && when.day && when.month && when.from < 0 &&
		       !when.half && when_date(&when, session.from, session.to, date);
	civil_format_date(&civil, date);
	return true;
}

bool resolve_date(struct resolving *resolving, struct err *err)
{
	const char *text = resolving->arg->text;
	char *date = arena_alloc(&resolving->call->arena, 11);

	if (*text == '\0') /* one that empties */
		return true;
	if (!read_date(resolving, date))
		return err_set(err, ERR_USAGE,
			"%s is a day, as 2012-10-17, 17 October or today, and not '%s'",
			resolving->param->name, shown_text(&resolving->call->arena, text));
	resolving->arg->text = date;
	return true;
}

bool resolve_flag(struct resolving *resolving, struct err *err)
{
	(void)err;
	resolving->arg->given = flag_given(resolving->arg->text);
	resolving->arg->id = resolving->arg->given;
	return true;
}

/* --- choices --- */

/* The words of a choice list, in the arena. */
static const char **choices(struct arena *arena, const char *list, size_t *count)
{
	const char **words = arena_alloc(arena, (strlen(list) / 2 + 2) * sizeof *words);

	for (*count = 0; *list; list += strspn(list, " ")) {
		size_t length = strcspn(list, " ");
		if (length > 0)
			words[(*count)++] = arena_strndup(arena, list, length);
		list += length;
	}
	return words;
}

/* '_' in a choice may be typed as a blank or a hyphen. */
static bool begins_choice(const char *choice, const char *typed)
{
	for (; *typed; typed++, choice++) {
		char c =
			*typed == ' ' || *typed == '-' ? '_' : (char)tolower((unsigned char)*typed);
		if (c != (*choice == '-' ? '_' : *choice))
			return false;
	}
	return true;
}

bool resolve_choice(struct resolving *resolving, struct err *err)
{
	struct arena *arena = &resolving->call->arena;
	const char *typed = resolving->arg->text;
	size_t count, hits = 0, hit = 0;
	const char **all = choices(arena, resolving->param->choices, &count);

	for (size_t i = 0; i < count; i++) {
		if (!begins_choice(all[i], typed))
			continue;
		hit = i;
		if (strlen(all[i]) == strlen(typed)) {
			hits = 1;
			break;
		}
		hits++;
	}
	if (hits != 1)
		return err_set(err, ERR_USAGE, "%s is %s, and not '%s'", resolving->param->name,
			shown_choice(arena, all, count, count), shown_text(arena, typed));
	resolving->arg->id = (int64_t)hit;
	resolving->arg->text = all[hit];
	return true;
}
