/* SPDX-License-Identifier: MIT */
/*
 * Places on a speakers' list. The rules say who comes before whom when a request is
 * made; from then on the list is what it is, so that the Chair may depart from the
 * rules and a list that was read out does not change by itself. Only whose status is
 * learned later moves once more, while the list is open.
 */
#include <string.h>

#include "base/civil.h"
#include "model/number.h"
#include "model/phrase.h"
#include "queue.h"
#include "rows.h"

static int turn_of(const struct rules *rules, const struct request_row *row)
{
	enum rules_class class =
		rules_class_of(row->participant_kind, row->status, row->on_behalf != 0);

	return rules_turn(rules, row->kind, class, strcmp(row->state, "absent") == 0, row->late);
}

bool queue_place(struct call *call, int64_t item, int64_t request, struct err *err)
{
	const struct rules *rules = desk_rules(call->desk);
	size_t count, others = 0, place = 1;
	struct request_row *rows = store_requests(call->desk->store, item, 0, &call->arena, &count);
	int turn = 0;

	for (size_t i = 0; i < count; i++)
		if (rows[i].id == request)
			turn = turn_of(rules, &rows[i]);
	for (size_t i = 0; i < count; i++) {
		if (rows[i].id == request)
			continue;
		others++;
		if (turn_of(rules, &rows[i]) <= turn)
			place = others + 1;
	}
	if (count > 0 && rows[place - 1].id == request)
		return true;
	return store_request_move(call->desk->store, request, (int)place, err);
}

/* --- a status that is learned later --- */

void queue_remember(struct call *call, struct queue_turns *turns)
{
	struct store *store = call->desk->store;
	const struct rules *rules = desk_rules(call->desk);
	size_t items, room = 0;
	struct item_row *rows = store_items(store, call->desk->session, &call->arena, &items);

	for (size_t i = 0; i < items; i++)
		room += (size_t)store_requests_waiting(store, rows[i].id);
	*turns = (struct queue_turns){
		.all = arena_alloc(&call->arena, (room + 1) * sizeof *turns->all)};
	for (size_t i = 0; i < items; i++) {
		size_t count = 0;
		struct request_row *list = NULL;
		if (!store_list_closed(store, rows[i].id))
			list = store_requests(store, rows[i].id, 0, &call->arena, &count);
		for (size_t j = 0; j < count && turns->count < room; j++)
			turns->all[turns->count++] = (struct queue_turn){
				rows[i].id, list[j].id, turn_of(rules, &list[j])};
	}
}

/* Before the first of the same turn that asked later; else behind all whose turn is not
 * later, as a new request would. */
static bool place_again(struct call *call, const struct request_row *rows, size_t count,
	const struct request_row *own, struct err *err)
{
	const struct rules *rules = desk_rules(call->desk);
	int turn = turn_of(rules, own);
	size_t others = 0, place = 1;
	bool found = false;

	for (size_t i = 0; i < count && !found; i++) {
		int other = turn_of(rules, &rows[i]);
		if (rows[i].id == own->id)
			continue;
		others++;
		found = other == turn && rows[i].id > own->id;
		if (found)
			place = others;
		else if (other <= turn)
			place = others + 1;
	}
	return store_request_move(call->desk->store, own->id, (int)place, err);
}

static bool follow_one(struct call *call, const struct queue_turn *was, struct err *err)
{
	size_t count;
	struct request_row *rows =
		store_requests(call->desk->store, was->item, 0, &call->arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (rows[i].id != was->request ||
			turn_of(desk_rules(call->desk), &rows[i]) == was->turn)
			continue;
		if (!place_again(call, rows, count, &rows[i], err))
			return false;
		int place = queue_place_of(call, was->item, was->request);
		if (place == (int)i + 1)
			return true;
		str_addf(&call->reply, "; %s is now ", rows[i].name);
		number_ordinal(place, &call->reply);
		str_addf(&call->reply, " on the list of item %s", rows_item(call, was->item));
		return true;
	}
	return true;
}

bool queue_follow(struct call *call, const struct queue_turns *turns, struct err *err)
{
	for (size_t i = 0; i < turns->count; i++)
		if (!follow_one(call, &turns->all[i], err))
			return false;
	return true;
}

int queue_place_of(struct call *call, int64_t item, int64_t request)
{
	size_t count;
	struct request_row *rows = store_requests(call->desk->store, item, 0, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].id == request)
			return (int)i + 1;
	return 0;
}

bool queue_put_back(struct call *call, int64_t request, struct err *err)
{
	struct request_row back;

	if (!request)
		return true;
	if (!store_request_set_state(call->desk->store, request, "waiting", 0, err) ||
		!store_request(call->desk->store, request, &call->arena, &back))
		return false;
	str_addf(&call->reply, "; %s is ", back.name);
	number_ordinal(queue_place_of(call, back.item, request), &call->reply);
	str_add(&call->reply, " on the list again");
	return true;
}

/* Rights of reply that it has had on the item, and those it waits for. */
static int replies(struct call *call, int64_t item, int64_t participant)
{
	struct store *store = call->desk->store;
	int had = store_statements_of(store, item, participant, "reply");
	size_t count;
	struct request_row *rows = store_requests(store, item, 0, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		had += rows[i].participant == participant && strcmp(rows[i].kind, "reply") == 0;
	return had;
}

bool queue_may_reply(struct call *call, int64_t item, int64_t participant, struct err *err)
{
	int allowed = desk_rules(call->desk)->replies, had;

	if (allowed == 0 || call_given(call, "anyway"))
		return true;
	had = replies(call, item, participant);
	return had < allowed ||
	       call_ask(call, err, "anyway",
		       "%s has had or asked for %d right%s of reply on this item, and the rules "
		       "allow %d: one more?",
		       rows_name(call, participant), had, had == 1 ? "" : "s", allowed);
}

const char *queue_clock(struct call *call, int64_t at)
{
	struct civil then = civil_at(at);
	struct str out;
	const char *text;

	str_init(&out);
	phrase_clock(then.hour * 60 + then.minute, &out);
	text = arena_strdup(&call->arena, out.text);
	str_clear(&out);
	return text;
}
