/* SPDX-License-Identifier: MIT */
/* What a workplan has of one session, as items of its agenda; how it becomes the agenda
 * of that session with all that is on every one, agenda_next.c knows. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "model/number.h"
#include "model/workplan.h"

void workplan_init(struct workplan *plan)
{
	*plan = (struct workplan){0};
	arena_init(&plan->arena);
}

void workplan_clear(struct workplan *plan)
{
	arena_clear(&plan->arena);
	*plan = (struct workplan){0};
}

/* --- which session --- */

/* "8 of 2014, 9, 10 and 11" */
static void list_sessions(const struct workplan *plan, struct str *out)
{
	for (size_t i = 0; i < plan->session_count; i++) {
		str_addf(out, "%s%d",
			i == 0                         ? ""
			: i + 1 == plan->session_count ? " and "
						       : ", ",
			plan->sessions[i].number);
		if (plan->sessions[i].year)
			str_addf(out, " of %d", plan->sessions[i].year);
	}
}

static size_t refuse(const struct workplan *plan, const char *why, struct err *err)
{
	struct str all;

	str_init(&all);
	list_sessions(plan, &all);
	err_set(err, ERR_USAGE, "%s; the workplan has session %s", why, all.text);
	str_clear(&all);
	return plan->session_count;
}

static size_t find_number(const struct workplan *plan, const char *wanted, struct err *err)
{
	char *end;
	long number = strtol(wanted, &end, 10);
	bool ordinal = *end == '\0' || strcmp(end, "st") == 0 || strcmp(end, "nd") == 0 ||
		       strcmp(end, "rd") == 0 || strcmp(end, "th") == 0;

	for (size_t i = 0; ordinal && end > wanted && i < plan->session_count; i++)
		if (plan->sessions[i].number == number)
			return i;
	return refuse(plan, "say the number of a session of it: --take", err);
}

size_t workplan_find(const struct workplan *plan, const char *wanted, int year, struct err *err)
{
	size_t found = plan->session_count, count = 0;

	if (wanted && *wanted)
		return find_number(plan, wanted, err);
	for (size_t i = 0; i < plan->session_count; i++) {
		if (!year || plan->sessions[i].year != year)
			continue;
		found = i;
		count++;
	}
	if (count == 1)
		return found;
	return plan->session_count == 1
		       ? 0
		       : refuse(plan, "say which session this is to be: --take", err);
}

/* --- its agenda --- */

static const char *title_of(struct agenda *agenda, const struct workplan_topic *topic)
{
	if (!topic->article)
		return arena_strdup(&agenda->arena, topic->title);
	return arena_printf(&agenda->arena, "%s (article %s of the %s)", topic->title,
		topic->article, topic->instrument);
}

static void add_topic(struct agenda *agenda, const struct workplan_topic *topic, int place)
{
	struct agenda_item *item = &agenda->items[agenda->item_count++];
	struct str letter;

	str_init(&letter);
	number_letter(place, &letter);
	*item = (struct agenda_item){.parent = 0,
		.title = title_of(agenda, topic),
		.number = arena_printf(&agenda->arena, "(%s)", letter.text)};
	item->printed = arena_printf(&agenda->arena, "1 %s", item->number);
	str_clear(&letter);
}

void workplan_agenda(const struct workplan *plan, size_t session, struct agenda *agenda)
{
	const struct workplan_session *from = &plan->sessions[session];
	struct arena *arena = &agenda->arena;

	agenda->title = arena_strdup(arena, plan->title);
	agenda->bodies = arena_alloc(arena, sizeof *agenda->bodies);
	agenda->body_count = 1;
	agenda->bodies[0] =
		(struct agenda_body){.key = arena_strdup(arena, plan->bodies[from->body].key),
			.name = arena_strdup(arena, plan->bodies[from->body].name)};
	agenda->items = arena_alloc(arena, (from->topic_count + 1) * sizeof *agenda->items);
	agenda->items[agenda->item_count++] = (struct agenda_item){.parent = AGENDA_NONE,
		.number = "1",
		.printed = "1",
		.title = arena_strdup(arena, from->cluster)};
	for (size_t i = 0; i < from->topic_count; i++)
		add_topic(agenda, &from->topics[i], (int)i + 1);
}

/* --- shown --- */

static void add_text(const char *text, struct str *out)
{
	str_addc(out, '\t');
	if (text)
		utf8_visible(out, text, strlen(text), false);
}

void workplan_show(const struct workplan *plan, struct str *out)
{
	for (size_t i = 0; i < plan->session_count; i++) {
		const struct workplan_session *session = &plan->sessions[i];
		str_addf(out, "session\t%d\t", session->number);
		if (session->year)
			str_addf(out, "%d", session->year);
		add_text(plan->bodies[session->body].key, out);
		add_text(session->cluster, out);
		str_addc(out, '\n');
		for (size_t t = 0; t < session->topic_count; t++) {
			str_addf(out, "topic\t%d", session->number);
			add_text(session->topics[t].article, out);
			add_text(session->topics[t].instrument, out);
			add_text(session->topics[t].title, out);
			str_addc(out, '\n');
		}
	}
}
