/* SPDX-License-Identifier: MIT */
/*
 * Arguments: what was typed becomes a row, a number or an instant, by a table of
 * one function a type; what was not typed comes from the context, by another
 * column of the same table. Everything is read before the change begins: rows
 * have ids that are never used again, so nothing can become somebody else.
 */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cache.h"
#include "resolve.h"
#include "shown.h"

#include "base/utf8.h"
#include "model/alternative.h"
#include "store/agenda.h"
#include "store/agenda_edit.h"
#include "store/amendment.h"
#include "store/comment.h"
#include "store/conclusion.h"
#include "store/floor.h"
#include "store/follow_up.h"
#include "store/meeting.h"
#include "store/point.h"
#include "store/survey.h"

enum { NAMED_AT_MOST = 12 };

/* --- rows by number or key --- */

/* The number of "s12", "S12" or "12" with letter 's'; 0 if it is none. */
static int number_of(const char *text, char letter)
{
	char *end;
	long number;

	if (tolower((unsigned char)*text) == letter)
		text++;
	if (!isdigit((unsigned char)*text))
		return 0;
	errno = 0;
	number = strtol(text, &end, 10);
	return *end || errno || number > 1000000000 ? 0 : (int)number;
}

static bool unknown(
	struct resolving *resolving, const char *what, const char *hint, struct err *err)
{
	return err_set(err, ERR_USAGE, "there is no %s '%s'%s%s", what,
		shown_text(&resolving->call->arena, resolving->arg->text), *hint ? "; " : "", hint);
}

/* "s12": of what has a number that begins with this letter. */
static bool resolve_numbered(struct resolving *resolving, char letter, const char *what,
	int64_t (*find)(struct store *store, int64_t session, int number), struct err *err)
{
	struct desk *desk = resolving->call->desk;
	int number = number_of(resolving->arg->text, letter);

	if (number == 0)
		return unknown(resolving, what,
			arena_printf(&resolving->call->arena, "%ss are %c1, %c2 …", what, letter,
				letter),
			err);
	resolving->arg->id = find(desk->store, desk->session, number);
	return resolving->arg->id != 0 || unknown(resolving, what, "", err);
}

static bool resolve_statement(struct resolving *resolving, struct err *err)
{
	return resolve_numbered(resolving, 's', "statement", store_statement_find, err);
}

static bool several_bodies(struct resolving *resolving, struct err *err)
{
	struct arena *arena = &resolving->call->arena;
	size_t count;
	const struct body_row *bodies = cache_bodies(resolving->call->desk, &count);
	const char *text = shown_text(arena, resolving->arg->text);
	const char **names = arena_alloc(arena, (count + 1) * sizeof *names);

	for (size_t i = 0; i < count; i++)
		names[i] = arena_printf(arena, "%s:%s", bodies[i].key, text);
	return err_set(err, ERR_USAGE, "several bodies have an item %s: write %s", text,
		shown_choice(arena, names, count, NAMED_AT_MOST));
}

bool resolve_item(struct resolving *resolving, struct err *err)
{
	struct arena *arena = &resolving->call->arena;
	struct desk *desk = resolving->call->desk;
	size_t count;
	const struct item_row *items = cache_items(desk, &count);
	const char **names = arena_alloc(arena, (count + 1) * sizeof *names);
	int64_t id = store_item_find(desk->store, desk->session, resolving->arg->text);

	if (id < 0)
		return several_bodies(resolving, err);
	resolving->arg->id =
		id > 0 && resolving->param->floor ? store_item_lead(desk->store, id) : id;
	if (id > 0)
		return true;
	for (size_t i = 0; i < count; i++)
		names[i] = items[i].printed;
	return unknown(resolving, "item",
		count == 0 ? "the agenda is empty"
			   : arena_printf(arena, "there are %s",
				     shown_choice(arena, names, count, NAMED_AT_MOST)),
		err);
}

static bool resolve_body(struct resolving *resolving, struct err *err)
{
	struct arena *arena = &resolving->call->arena;
	size_t count;
	const struct body_row *bodies = cache_bodies(resolving->call->desk, &count);
	const char **names = arena_alloc(arena, (count + 1) * sizeof *names);

	for (size_t i = 0; i < count; i++) {
		names[i] = bodies[i].key;
		if (strcmp(bodies[i].key, resolving->arg->text) == 0)
			resolving->arg->id = bodies[i].id;
	}
	return resolving->arg->id != 0 ||
	       unknown(resolving, "body",
		       count == 0 ? ""
				  : arena_printf(arena, "there are %s",
					    shown_choice(arena, names, count, NAMED_AT_MOST)),
		       err);
}

static bool resolve_document(struct resolving *resolving, struct err *err)
{
	struct desk *desk = resolving->call->desk;

	if (*resolving->arg->text == '\0') /* one that empties */
		return true;
	resolving->arg->id = store_document_find(desk->store, desk->session, resolving->arg->text);
	return resolving->arg->id != 0 ||
	       unknown(resolving, "document", "give its number, d1, or its symbol", err);
}

static bool resolve_survey(struct resolving *resolving, struct err *err)
{
	return resolve_numbered(resolving, 'q', "survey", store_survey_find, err);
}

static bool resolve_contribution(struct resolving *resolving, struct err *err)
{
	return resolve_numbered(resolving, 'c', "contribution", store_contribution_find, err);
}

static bool resolve_follow_up(struct resolving *resolving, struct err *err)
{
	return resolve_numbered(resolving, 'f', "follow-up", store_follow_up_find, err);
}

static bool resolve_session(struct resolving *resolving, struct err *err)
{
	resolving->arg->id = store_session_find(resolving->call->desk->store, resolving->arg->text);
	return resolving->arg->id != 0 ||
	       unknown(resolving, "session", "rapporteur session list shows them", err);
}

/* --- recommendations --- */

/* 1 for "a" and "(a)", 28 for "bb" (conventions 1.5); 0 for what is no letter. *bis gets
 * 1 for "(a) bis", 2 for "(a) ter". */
static int letter_place(const char *text, int *bis)
{
	size_t length;
	char letter;

	if (*text == '(')
		text++;
	letter = (char)tolower((unsigned char)*text);
	if (letter < 'a' || letter > 'z')
		return 0;
	for (length = 0; tolower((unsigned char)text[length]) == letter; length++)
		;
	text += length;
	text += *text == ')';
	*bis = *text == ' ' ? alternative_parse(text + 1) : 0;
	if (*text && *bis == 0)
		return 0;
	return length > 1000 ? 0 : (int)(length - 1) * 26 + (letter - 'a' + 1);
}

static bool resolve_letter(
	struct resolving *resolving, int letter, int alternative, struct err *err)
{
	struct arena *arena = &resolving->call->arena;
	size_t count, hits = 0;
	const struct recommendation_row *rows =
		cache_recommendations(resolving->call->desk, &count);
	const char **names = arena_alloc(arena, (count + 1) * sizeof *names);

	for (size_t i = 0; i < count; i++) {
		if (rows[i].letter != letter || rows[i].alternative != alternative)
			continue;
		resolving->arg->id = rows[i].id;
		names[hits++] = arena_printf(arena, "r%d", rows[i].number);
	}
	if (hits > 1)
		return err_set(err, ERR_USAGE, "several lists have a recommendation '%s': write %s",
			shown_text(arena, resolving->arg->text),
			shown_choice(arena, names, hits, NAMED_AT_MOST));
	return hits == 1 || unknown(resolving, "recommendation", "", err);
}

static bool resolve_recommendation(struct resolving *resolving, struct err *err)
{
	struct desk *desk = resolving->call->desk;
	int number = number_of(resolving->arg->text, 'r');
	int alternative = 0, letter = letter_place(resolving->arg->text, &alternative);

	if (number == 0 && letter > 0)
		return resolve_letter(resolving, letter, alternative, err);
	if (number == 0)
		return unknown(resolving, "recommendation",
			"give its number, r1, or its letter, (a)", err);
	resolving->arg->id = store_recommendation_find(desk->store, desk->session, number);
	return resolving->arg->id != 0 || unknown(resolving, "recommendation", "", err);
}

static bool is_double(const struct arg *arg, int64_t id)
{
	for (size_t i = 0; i < arg->count; i++)
		if (arg->ids[i] == id)
			return true;
	return false;
}

/* Between commas, or between blanks where there is none: "(a) bis, (b)". */
static bool resolve_recommendations(struct resolving *resolving, struct err *err)
{
	struct arena *arena = &resolving->call->arena;
	struct arg *arg = resolving->arg, part = {0};
	const char *between = strpbrk(arg->text, ",;") ? ",;" : " ", *rest = arg->text;
	struct resolving one = *resolving;

	one.arg = &part;
	arg->ids = arena_alloc(arena, (strlen(arg->text) / 2 + 2) * sizeof *arg->ids);
	while (*(rest += strspn(rest, " ,;"))) {
		size_t length = strcspn(rest, between), words = length;
		while (words > 0 && rest[words - 1] == ' ')
			words--;
		part.text = arena_strndup(arena, rest, words);
		if (!resolve_recommendation(&one, err))
			return false;
		if (!is_double(arg, part.id))
			arg->ids[arg->count++] = part.id;
		rest += length;
	}
	if (arg->count == 0)
		return unknown(resolving, "recommendation", "", err);
	arg->id = arg->ids[0];
	return true;
}

static bool resolve_amendment(struct resolving *resolving, struct err *err)
{
	return resolve_numbered(resolving, 'a', "amendment", store_amendment_find, err);
}

static bool resolve_comment(struct resolving *resolving, struct err *err)
{
	return resolve_numbered(resolving, 'k', "comment", store_comment_find, err);
}

static bool resolve_point(struct resolving *resolving, struct err *err)
{
	return resolve_numbered(resolving, 'p', "point", store_point_find, err);
}

/* Between commas or blanks: "p3 p7, p9". */
static bool resolve_points(struct resolving *resolving, struct err *err)
{
	struct arena *arena = &resolving->call->arena;
	struct arg *arg = resolving->arg, part = {0};
	struct resolving one = *resolving;
	const char *rest = arg->text;

	one.arg = &part;
	arg->ids = arena_alloc(arena, (strlen(rest) / 2 + 2) * sizeof *arg->ids);
	while (*(rest += strspn(rest, " ,;"))) {
		size_t length = strcspn(rest, " ,;");
		part.text = arena_strndup(arena, rest, length);
		if (!resolve_point(&one, err))
			return false;
		if (!is_double(arg, part.id))
			arg->ids[arg->count++] = part.id;
		rest += length;
	}
	if (arg->count == 0)
		return unknown(resolving, "point", "", err);
	arg->id = arg->ids[0];
	return true;
}

static bool resolve_conclusion(struct resolving *resolving, struct err *err)
{
	return resolve_numbered(resolving, 'n', "conclusion", store_conclusion_find, err);
}

/* --- the context --- */

static bool context_none(struct resolving *resolving)
{
	(void)resolving;
	return false;
}

/* What the screen has selected; 0 elsewhere. */
static int64_t selected(const struct desk *desk, int64_t id)
{
	return desk->screen ? id : 0;
}

static bool context_item(struct resolving *resolving)
{
	struct call *call = resolving->call;
	struct desk *desk = call->desk;
	struct item_row row;
	int64_t open[2], id = selected(desk, desk->selected.item);

	if (id == 0 && store_items_open(desk->store, desk->session, open, 2) == 1)
		id = open[0];
	if (id == 0 || !store_item(desk->store, id, &call->arena, &row))
		return false;
	resolving->arg->id = resolving->param->floor && row.lead ? row.lead : id;
	resolving->arg->text = row.printed;
	return true;
}

static bool context_statement(struct resolving *resolving)
{
	struct call *call = resolving->call;
	struct desk *desk = call->desk;
	struct statement_row row;
	int64_t id = selected(desk, desk->selected.statement);

	if (id ? !store_statement(desk->store, id, &call->arena, &row)
	       : !store_statement_running(desk->store, desk->session, &call->arena, &row))
		return false;
	resolving->arg->id = row.id;
	resolving->arg->text = arena_printf(&call->arena, "s%d", row.number);
	return true;
}

static bool context_recommendation(struct resolving *resolving)
{
	struct call *call = resolving->call;
	struct recommendation_row row;
	int64_t id = selected(call->desk, call->desk->selected.recommendation);

	if (id == 0 || !store_recommendation(call->desk->store, id, &call->arena, &row))
		return false;
	resolving->arg->id = id;
	resolving->arg->text = arena_printf(&call->arena, "r%d", row.number);
	return true;
}

static bool context_amendment(struct resolving *resolving)
{
	struct call *call = resolving->call;
	struct amendment_row row;
	int64_t id = selected(call->desk, call->desk->selected.amendment);

	if (id == 0 || !store_amendment(call->desk->store, id, &call->arena, &row))
		return false;
	resolving->arg->id = id;
	resolving->arg->text = arena_printf(&call->arena, "a%d", row.number);
	return true;
}

static bool context_comment(struct resolving *resolving)
{
	struct call *call = resolving->call;
	struct comment_row row;
	int64_t id = selected(call->desk, call->desk->selected.comment);

	if (id == 0 || !store_comment(call->desk->store, id, &call->arena, &row))
		return false;
	resolving->arg->id = id;
	resolving->arg->text = arena_printf(&call->arena, "k%d", row.number);
	return true;
}

static bool context_point(struct resolving *resolving)
{
	struct call *call = resolving->call;
	struct point_row row;
	int64_t id = selected(call->desk, call->desk->selected.point);

	if (id == 0 || !store_point(call->desk->store, id, &call->arena, &row))
		return false;
	resolving->arg->id = id;
	resolving->arg->text = arena_printf(&call->arena, "p%d", row.number);
	return true;
}

static bool context_conclusion(struct resolving *resolving)
{
	struct call *call = resolving->call;
	struct conclusion_row row;
	int64_t id = selected(call->desk, call->desk->selected.conclusion);

	if (id == 0 || !store_conclusion(call->desk->store, id, &call->arena, &row))
		return false;
	resolving->arg->id = id;
	resolving->arg->text = arena_printf(&call->arena, "n%d", row.number);
	return true;
}

static bool context_paragraph(struct resolving *resolving)
{
	struct desk *desk = resolving->call->desk;

	if (!desk->screen || !desk->selected.paragraph)
		return false;
	resolving->arg->text = arena_strdup(&resolving->call->arena, desk->selected.paragraph);
	return true;
}

/* Which report the screen shows is no argument that one would say again. */
static bool context_flag(struct resolving *resolving)
{
	const struct desk *desk = resolving->call->desk;

	resolving->arg->id = desk->screen && desk->selected.next_part &&
			     strcmp(resolving->param->name, "next") == 0;
	return resolving->arg->id != 0;
}

static bool context_word(struct resolving *resolving)
{
	struct call *call = resolving->call;
	int part = call->desk->screen ? call->desk->selected.part : 0;

	if (!part || strcmp(resolving->param->name, "part") != 0)
		return false;
	resolving->arg->text = arena_printf(&call->arena, "%d", part);
	return true;
}

static bool context_document(struct resolving *resolving)
{
	int64_t id = selected(resolving->call->desk, resolving->call->desk->selected.document);
	size_t count;
	const struct document_row *rows = cache_documents(resolving->call->desk, &count);

	for (size_t i = 0; i < count && id != 0; i++) {
		if (rows[i].id != id)
			continue;
		resolving->arg->id = id;
		resolving->arg->text = arena_printf(&resolving->call->arena, "d%d", rows[i].number);
		return true;
	}
	return false;
}

/* The selected one, else the only one that still takes answers. */
static bool context_survey(struct resolving *resolving)
{
	struct call *call = resolving->call;
	int64_t id = selected(call->desk, call->desk->selected.survey);
	size_t count, open = 0, which = 0;
	const struct survey_row *rows =
		store_surveys(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (id ? rows[i].id != id : rows[i].closed != NULL)
			continue;
		which = i;
		open++;
	}
	if (open != 1)
		return false;
	resolving->arg->id = rows[which].id;
	resolving->arg->text = arena_printf(&call->arena, "q%d", rows[which].number);
	return true;
}

static bool context_contribution(struct resolving *resolving)
{
	struct call *call = resolving->call;
	struct contribution_row row;
	int64_t id = selected(call->desk, call->desk->selected.contribution);

	if (id == 0 || !store_contribution(call->desk->store, id, &call->arena, &row))
		return false;
	resolving->arg->id = id;
	resolving->arg->text = arena_printf(&call->arena, "c%d", row.number);
	return true;
}

static bool context_follow_up(struct resolving *resolving)
{
	struct call *call = resolving->call;
	struct follow_up_row row;
	int64_t id = selected(call->desk, call->desk->selected.follow_up);

	if (id == 0 || !store_follow_up(call->desk->store, id, &call->arena, &row))
		return false;
	resolving->arg->id = id;
	resolving->arg->text = arena_printf(&call->arena, "f%d", row.number);
	return true;
}

/* --- the table --- */

enum entering { ENTER_RAW, ENTER_LINE, ENTER_TEXT };

static const struct {
	enum entering entering;
	bool (*resolve)(struct resolving *resolving, struct err *err);
	bool (*context)(struct resolving *resolving);
} types[ARG_TYPES] = {
	[ARG_TEXT] = {ENTER_TEXT, resolve_any, context_none},
	[ARG_LINE] = {ENTER_LINE, resolve_any, context_none},
	[ARG_WORD] = {ENTER_LINE, resolve_word, context_word},
	[ARG_NUMBER] = {ENTER_LINE, resolve_integer, context_none},
	[ARG_TIME] = {ENTER_LINE, resolve_time, context_none},
	[ARG_DATE] = {ENTER_LINE, resolve_date, context_none},
	[ARG_CHOICE] = {ENTER_LINE, resolve_choice, context_none},
	[ARG_FLAG] = {ENTER_LINE, resolve_flag, context_flag},
	[ARG_FILE] = {ENTER_RAW, resolve_any, context_none},
	[ARG_PARTICIPANT] = {ENTER_LINE, resolve_participant, context_none},
	[ARG_PARTICIPANTS] = {ENTER_TEXT, resolve_participants, context_none},
	[ARG_ITEM] = {ENTER_LINE, resolve_item, context_item},
	[ARG_ITEMS] = {ENTER_LINE, resolve_items, context_none},
	[ARG_SLOT] = {ENTER_LINE, resolve_slot, context_slot},
	[ARG_STATEMENT] = {ENTER_LINE, resolve_statement, context_statement},
	[ARG_RECOMMENDATION] = {ENTER_LINE, resolve_recommendation, context_recommendation},
	[ARG_RECOMMENDATIONS] = {ENTER_LINE, resolve_recommendations, context_none},
	[ARG_AMENDMENT] = {ENTER_LINE, resolve_amendment, context_amendment},
	[ARG_COMMENT] = {ENTER_LINE, resolve_comment, context_comment},
	[ARG_POINT] = {ENTER_LINE, resolve_point, context_point},
	[ARG_POINTS] = {ENTER_LINE, resolve_points, context_none},
	[ARG_CONCLUSION] = {ENTER_LINE, resolve_conclusion, context_conclusion},
	[ARG_DOCUMENT] = {ENTER_LINE, resolve_document, context_document},
	[ARG_SURVEY] = {ENTER_LINE, resolve_survey, context_survey},
	[ARG_CONTRIBUTION] = {ENTER_LINE, resolve_contribution, context_contribution},
	[ARG_FOLLOW_UP] = {ENTER_LINE, resolve_follow_up, context_follow_up},
	[ARG_PARAGRAPH] = {ENTER_LINE, resolve_any, context_paragraph},
	[ARG_BODY] = {ENTER_LINE, resolve_body, context_none},
	[ARG_SYMBOL] = {ENTER_LINE, resolve_any, context_none},
	[ARG_SESSION] = {ENTER_LINE, resolve_session, context_none},
	[ARG_STYLE] = {ENTER_LINE, resolve_word, context_word},
	[ARG_FORMULA] = {ENTER_LINE, resolve_word, context_word},
	[ARG_LANGUAGE] = {ENTER_LINE, resolve_any, context_none},
};

static const char *entered(struct arena *arena, enum entering how, const char *value)
{
	char *text;
	const char *copy;

	if (how == ENTER_RAW)
		return value;
	text = utf8_enter(value, how == ENTER_LINE);
	copy = arena_strdup(arena, text);
	free(text);
	return copy;
}

/* An empty text or line is one that is emptied; an empty anything else is none,
 * unless the command says so. */
static bool means_nothing(const struct param *param, const char *text)
{
	return *text == '\0' && param->type != ARG_TEXT && !param->empties &&
	       (param->type != ARG_LINE || param->required);
}

static bool missing(struct resolving *resolving, struct err *err)
{
	const struct param *param = resolving->param;
	struct str usage;

	str_init(&usage);
	command_usage(resolving->call->command, &usage);
	err_set(err, ERR_USAGE, "'%s' needs %s%s%s%s; usage: %s", resolving->call->command->name,
		param->option ? "--" : "", param->name, param->prompt ? ": " : "",
		param->prompt ? param->prompt : "", usage.text);
	str_clear(&usage);
	*resolving->question = (struct question){.missing = param};
	snprintf(resolving->question->text, sizeof resolving->question->text, "%s?",
		param->prompt ? param->prompt : param->name);
	return false;
}

/* Of two statements the second one is never the selected one. */
static bool has_context(const struct resolving *resolving)
{
	const struct param *param = resolving->param;

	if (!param->required && !param->context)
		return false;
	for (const struct param *p = resolving->call->command->params; p < param; p++)
		if (p->type == ARG_STATEMENT && param->type == ARG_STATEMENT)
			return false;
	return true;
}

static bool resolve_one(struct resolving *resolving, const char *value, struct err *err)
{
	const struct param *param = resolving->param;
	struct arg *arg = resolving->arg;
	const char *text =
		value ? entered(&resolving->call->arena, types[param->type].entering, value) : NULL;

	if (text && !means_nothing(param, text)) {
		arg->text = text;
		arg->given = true;
		return types[param->type].resolve(resolving, err);
	}
	if (has_context(resolving) && types[param->type].context(resolving)) {
		arg->given = true;
		return true;
	}
	return !param->required || missing(resolving, err);
}

/* Flags first: whether a guest may be added is asked while names are resolved. */
static bool resolve_all(struct call *call, const struct words *words, bool flags,
	struct question *question, struct err *err)
{
	for (size_t i = 0; i < COMMAND_PARAMS && call->command->params[i].name; i++) {
		struct resolving resolving = {.call = call,
			.param = &call->command->params[i],
			.arg = &call->args[i],
			.question = question};
		if ((resolving.param->type == ARG_FLAG) != flags)
			continue;
		if (!resolve_one(&resolving, words->values[i], err))
			return false;
	}
	return true;
}

enum outcome resolve_arguments(
	struct call *call, const struct words *words, struct question *question, struct err *err)
{
	if (resolve_all(call, words, true, question, err) &&
		resolve_all(call, words, false, question, err) && resolve_agree_guests(call, err))
		return OUTCOME_DONE;
	return question->missing || call->asked ? OUTCOME_ASKS : OUTCOME_FAILED;
}
