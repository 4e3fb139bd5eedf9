/* SPDX-License-Identifier: MIT */
/*
 * What is on the room's screen, read whole from the session: a handful of rows, the
 * item and the text that are spoken on now. How it looks is view_display.c.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "display_inside.h"
#include "model/alternative.h"
#include "model/phrase.h"
#include "store/limit.h"
#include "store/negotiation.h"
#include "store/recommendation.h"

enum {
	NEXT_MOST = 50, /* of the list, that are read */
	OPEN_ITEMS = 16 /* of which one is shown */
};

struct display *display_new(void)
{
	struct display *display = mem_alloc(sizeof *display);

	arena_init(&display->arena);
	display->keys = true;
	return display;
}

void display_free(struct display *display)
{
	if (display)
		arena_clear(&display->arena);
	free(display);
}

/* What was chosen stays; all that was read goes. */
static void forget(struct display *display)
{
	arena_clear(&display->arena);
	*display = (struct display){.told = display->told,
		.in_text = display->in_text,
		.keys = display->keys,
		.chosen = display->chosen,
		.top = display->top};
}

void display_missing(struct display *display, const char *sentence)
{
	forget(display);
	display->problem = arena_strdup(&display->arena, sentence);
}

/* The item that is spoken on, else one whose list is waited on, else any that is open. */
static int64_t item_of_now(struct display *display, struct store *store, int64_t session)
{
	int64_t items[OPEN_ITEMS];
	size_t count = store_items_open(store, session, items, OPEN_ITEMS);

	if (display->speaking || display->paused)
		return display->speaker.item;
	for (size_t i = 0; i < count && i < OPEN_ITEMS; i++)
		if (store_request_waits(store, items[i]))
			return items[i];
	return count > 0 ? items[0] : 0;
}

static void load_speaker(struct display *display, struct desk *desk)
{
	struct store *store = desk->store;
	int64_t session = desk->session;
	struct limits limits;

	display->speaking =
		store_statement_running(store, session, &display->arena, &display->speaker);
	display->paused = !display->speaking && store_statement_paused(store, session,
							&display->arena, &display->speaker);
	if (!display->speaking && !display->paused)
		return;
	store_limits(store, session, desk_rules(desk), &display->arena, &limits);
	display->limit = store_limit_of_statement(store, &limits, display->speaker.id);
}

static void load_list(struct display *display, struct store *store)
{
	display->next = store_requests(
		store, display->item.id, NEXT_MOST, &display->arena, &display->next_count);
	display->waiting = store_requests_waiting(store, display->item.id);
	if (display->waiting < (int64_t)display->next_count) /* who was absent stays on it */
		display->waiting = (int64_t)display->next_count;
	display->closed = store_list_closed(store, display->item.id) != 0;
}

static int64_t last_change(struct store *store, int64_t recommendation, struct arena *arena)
{
	size_t count;
	const struct history_row *rows =
		store_recommendation_history(store, recommendation, arena, &count);

	return count > 0 ? rows[count - 1].at : 0;
}

static const char *whose(const struct negotiation *n, size_t at, struct arena *arena)
{
	return n->compared[at].name ? n->compared[at].name
				    : arena_printf(arena, "a%d", n->amendments[at].number);
}

/* What is proposed to an amendment is not of the text: "France, to that of Canada: replace
 * “trained” by “qualified”". */
static void add_under(
	struct display *display, const struct negotiation *n, size_t at, struct str *out)
{
	const struct amendment_row *row = &n->amendments[at];

	for (size_t i = 0; i < n->count; i++) {
		if (n->amendments[i].id != row->parent)
			continue;
		str_addf(out, "%s%s, to that of %s: ", out->length ? "\n" : "",
			whose(n, at, &display->arena), whose(n, i, &display->arena));
		negotiation_say_amendment(row->kind, row->base_text, row->text, out);
	}
}

/* With all that is proposed to it and behind it; what was proposed last is a change of it too. */
static void mark_text(
	struct display *display, struct store *store, int64_t session, struct text_row *row)
{
	struct negotiation n;
	struct str text, behind;

	if (!store_amendments_open(store, session, row->id) ||
		!store_negotiation(store, session, row->id, &display->arena, &n))
		return;
	str_init(&text);
	str_init(&behind);
	store_negotiation_projected(&n, &text);
	for (size_t i = 0; i < n.count; i++)
		if (n.amendments[i].kind == AMENDMENT_PARAGRAPH &&
			n.amendments[i].state == AMENDMENT_PROPOSED)
			str_addf(&behind, "%s%s", behind.length ? "\n" : "",
				store_negotiation_paragraph(&n, i, &display->arena));
	for (size_t i = 0; i < n.count; i++)
		if (n.amendments[i].parent && n.amendments[i].state == AMENDMENT_PROPOSED)
			add_under(display, &n, i, &behind);
	row->text = arena_strdup(&display->arena, text.text);
	row->behind = arena_strdup(&display->arena, behind.text);
	str_clear(&behind);
	str_clear(&text);
	for (size_t i = 0; i < n.count; i++)
		if (n.amendments[i].proposed > row->changed)
			row->changed = n.amendments[i].proposed;
}

/* Texts that are not decided on, and those with a new paragraph behind them that is not: of the item, else of the whole session. */
static bool is_discussed(const struct recommendation_row *row, bool amended, int64_t item, int told)
{
	bool open = recommendation_open(row->state) && row->state != RECOMMENDATION_DEFERRED;

	return row->number == told || ((open || amended) && (!item || row->item == item));
}

/* "Recommendation (a) bis, draft, version 2": as it stands on the paper that the room has.
 * What has no letter any more, as it was withdrawn, has none here either. */
static const char *name_text(
	struct display *display, const struct recommendation_row *row, bool numbered)
{
	struct str label;

	str_init(&label);
	str_add(&label, row->letter ? "Recommendation " : "Recommendation");
	alternative_label(row->letter, row->alternative, numbered, &label);
	str_addf(&label, ", %s, version %d", recommendation_label(row->state), row->version);
	const char *name = arena_strdup(&display->arena, label.text);
	str_clear(&label);
	return name;
}

static const struct set_row *set_of(const struct set_row *sets, size_t count, int64_t set)
{
	for (size_t i = 0; i < count; i++)
		if (sets[i].id == set)
			return &sets[i];
	return NULL;
}

/* The letter (a) may be there once for each body. */
static bool several_bodies(const struct recommendation_row *rows, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (rows[i].in_set != rows[0].in_set)
			return true;
	return false;
}

static void load_texts(struct display *display, struct store *store, int64_t session, int64_t item)
{
	int told;
	size_t count, set_count;
	const struct recommendation_row *rows =
		store_recommendations(store, session, &display->arena, &count);
	const struct set_row *sets = store_sets(store, session, &display->arena, &set_count);

	store_session_shown(store, session, &told);
	display->text_count = 0;
	display->texts = arena_alloc(&display->arena, (count + 1) * sizeof *display->texts);
	for (size_t i = 0; i < count; i++) {
		bool amended = !recommendation_open(rows[i].state) &&
			       store_amendments_open(store, session, rows[i].id) > 0;
		if (!is_discussed(&rows[i], amended, item, told))
			continue;
		struct text_row *row = &display->texts[display->text_count++];
		const struct set_row *set = set_of(sets, set_count, rows[i].in_set);
		bool numbered = set && strcmp(set->style, "numbered") == 0;
		*row = (struct text_row){.id = rows[i].id,
			.changed = last_change(store, rows[i].id, &display->arena),
			.label = name_text(display, &rows[i], numbered),
			.text = rows[i].text,
			.behind = "",
			.whose = set && several_bodies(rows, count) ? set->body_name : NULL,
			.numbered = numbered};
		mark_text(display, store, session, row);
	}
	if (display->text_count == 0 && item)
		load_texts(display, store, session, 0);
}

static void load_slot(struct display *display, struct store *store, int64_t session, int64_t now)
{
	int64_t wanted = store_slot_at(store, session, now);
	size_t count;
	const struct slot_row *slots = store_slots(store, session, &display->arena, &count);
	struct str words;

	str_init(&words);
	for (size_t i = 0; i < count; i++) {
		if (slots[i].id != wanted)
			continue;
		phrase_short_day(slots[i].date, &words);
		if (slots[i].from >= 0) {
			str_add(&words, ", ");
			phrase_hours(slots[i].from, slots[i].to, &words);
		}
		if (slots[i].items && *slots[i].items)
			str_addf(&words, " · %s %s", strchr(slots[i].items, ',') ? "items" : "item",
				slots[i].items);
		display->slot = arena_strdup(&display->arena, words.text);
	}
	str_clear(&words);
}

/* The secretary has said since what is to be shown. */
static void follow_told(struct display *display, struct store *store, int64_t session)
{
	int number;
	int64_t told = store_session_shown(store, session, &number);

	if (told == display->told)
		return;
	display->told = told;
	display->in_text = number > 0;
	display->chosen = number > 0 ? store_recommendation_find(store, session, number) : 0;
	display->top = 0;
}

static void load_all(struct display *display, struct desk *desk)
{
	struct store *store = desk->store;
	int64_t session = desk->session;
	struct arena *arena = &display->arena;

	if (!store_session(store, session, arena, &display->session)) {
		display->problem = "The session is not there any more.";
		return;
	}
	display->sitting = store_meeting_open_now(store, session, arena, &display->meeting);
	load_speaker(display, desk);
	int64_t item = item_of_now(display, store, session);
	display->on_item = item && store_item(store, item, arena, &display->item);
	if (display->on_item)
		load_list(display, store);
	load_texts(display, store, session, item);
	follow_told(display, store, session);
	if (!display->sitting)
		load_slot(display, store, session, desk_now(desk));
}

bool display_load(struct display *display, struct desk *desk, struct err *err)
{
	forget(display);
	store_reads_begin(desk->store);
	store_read_begin(desk->store);
	load_all(display, desk);
	store_read_end(desk->store);
	if (store_reads_good(desk->store, err))
		return true;
	display_missing(display, err->text);
	return false;
}
