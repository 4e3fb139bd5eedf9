/* SPDX-License-Identifier: MIT */
/*
 * The facts of a session. Two things are decided here and nowhere else: which
 * bodies a session is of (a body that only joins for some items is not one of
 * them), and which standing a participant has.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "facts.h"
#include "facts_names.h"

/* --- loading --- */

static int by_id(const void *a, const void *b)
{
	int64_t first = ((const struct facts_place *)a)->id;
	int64_t second = ((const struct facts_place *)b)->id;

	return (first > second) - (first < second);
}

static void load_attendance(
	struct facts *facts, struct store *store, int64_t session, struct arena *arena)
{
	size_t count;

	facts->places = arena_alloc(arena, facts->participant_count * sizeof(*facts->places));
	facts->attended = arena_alloc(arena, facts->participant_count * sizeof(*facts->attended));
	for (size_t i = 0; i < facts->participant_count; i++) {
		facts->places[i] = (struct facts_place){facts->participants[i].id, i};
		facts->attended[i] = facts->participants[i].present;
	}
	if (facts->participant_count)
		qsort(facts->places, facts->participant_count, sizeof(*facts->places), by_id);

	/* Who has left again was there all the same. */
	int64_t *seen = report_rows_seen(store, session, arena, &count);
	for (size_t i = 0; i < count; i++) {
		size_t index = facts_participant(facts, seen[i]);
		if (index < facts->participant_count)
			facts->attended[index] = true;
	}
}

static void load_seated(
	struct facts *facts, struct store *store, int64_t session, struct arena *arena)
{
	size_t count;
	const struct chair_row *rows = store_chairs(store, session, arena, &count);

	if (count)
		facts->seated = (struct officer_row){
			.role = rows->role, .name = rows->name, .country = rows->country};
}

/* A body that has an item of its own meets here; so does one that shares all
 * items. Without items all of them do. */
static uint64_t find_hosts(const struct facts *facts)
{
	uint64_t own = 0, all = ~(uint64_t)0;

	for (size_t i = 0; i < facts->item_count; i++) {
		if (facts->items[i].parent)
			continue;
		uint64_t bodies = facts_bodies_of(facts, &facts->items[i]);
		all &= bodies;
		for (size_t b = 0; b < facts->body_count && b < 64; b++)
			if (facts->items[i].body == facts->bodies[b].id)
				own |= (uint64_t)1 << b;
	}
	uint64_t known = facts->body_count < 64 ? ((uint64_t)1 << facts->body_count) - 1 : all;
	uint64_t hosts = (own | all) & known;
	return hosts ? hosts : 1;
}

bool facts_load(struct facts *facts, struct store *store, int64_t session,
	const struct template *template, struct arena *arena)
{
	*facts = (struct facts){.template = template, .arena = arena};
	if (!store_session(store, session, arena, &facts->session))
		return false;
	facts->bodies = store_bodies(store, session, arena, &facts->body_count);
	facts->officers = store_officers(store, session, arena, &facts->officer_count);
	facts->items = store_items(store, session, arena, &facts->item_count);
	facts->meetings = store_meetings(store, session, arena, &facts->meeting_count);
	facts->numbers = store_meeting_numbers(store, session, arena, &facts->number_count);
	facts->slots = store_slots(store, session, arena, &facts->slot_count);
	facts->documents = store_documents(store, session, 0, arena, &facts->document_count);
	facts->participants = store_participants(store, session, arena, &facts->participant_count);
	facts_translate_participants(facts, arena);
	facts->joints = report_rows_joints(store, session, arena, &facts->joint_count);
	facts->mandates = report_rows_mandates(store, session, arena, &facts->mandate_count);
	facts->considered = report_rows_considered(store, session, arena, &facts->considered_count);
	facts->acts = report_rows_acts(store, session, arena, &facts->act_count);
	facts->changes = store_agenda_changes(store, session, arena, &facts->change_count);
	facts->adopted = store_adopted_items(store, session, arena, &facts->adopted_count);
	if (!facts->body_count) {
		facts->bodies = arena_alloc(arena, sizeof(*facts->bodies));
		facts->bodies[0].name = facts->session.title;
		facts->bodies[0].key = "";
		facts->body_count = 1;
	}
	load_attendance(facts, store, session, arena);
	load_seated(facts, store, session, arena);
	facts_translate(facts);
	facts->hosts = find_hosts(facts);
	return true;
}

/* --- participants, meetings, officers --- */

size_t facts_participant(const struct facts *facts, int64_t id)
{
	struct facts_place wanted = {.id = id};
	const struct facts_place *found = NULL;

	if (facts->participant_count)
		found = bsearch(
			&wanted, facts->places, facts->participant_count, sizeof(wanted), by_id);
	return found ? found->index : facts->participant_count;
}

static const struct {
	const char *kind;
	enum standing standing;
} standings[] = {
	{"state", STANDING_STATE},
	{"observer_state", STANDING_OBSERVER_STATE},
	{"organization", STANDING_INTERGOVERNMENTAL},
	{"un_body", STANDING_UN_BODY},
	{"institute", STANDING_INSTITUTE},
	{"agency", STANDING_AGENCY},
	{"intergovernmental", STANDING_INTERGOVERNMENTAL},
	{"nongovernmental", STANDING_NONGOVERNMENTAL},
	{"group", STANDING_GROUP},
	{"secretariat", STANDING_SECRETARIAT},
	{"officer", STANDING_OFFICER},
};

enum standing facts_standing(const struct participant_row *participant)
{
	enum standing standing = STANDING_GUEST;

	for (size_t i = 0; i < sizeof(standings) / sizeof(standings[0]); i++)
		if (strcmp(participant->kind, standings[i].kind) == 0)
			standing = standings[i].standing;
	/* An organization can be a party: it is listed among the States parties. */
	if (standing != STANDING_STATE && standing != STANDING_OBSERVER_STATE &&
		strcmp(participant->kind, "organization") != 0)
		return standing;
	if (strcmp(participant->status, "party") == 0)
		return STANDING_PARTY;
	if (strcmp(participant->status, "signatory") == 0)
		return STANDING_SIGNATORY;
	if (standing == STANDING_STATE && strcmp(participant->status, "nonparty") == 0)
		return STANDING_NONPARTY;
	/* It may be a party: it is not called an observer before that is known. */
	if (standing != STANDING_STATE && strcmp(participant->status, "unknown") == 0)
		return STANDING_UNSETTLED;
	return standing;
}

bool facts_is_unknown(enum standing standing)
{
	return standing == STANDING_STATE || standing == STANDING_UNSETTLED;
}

const struct meeting_row *facts_meeting(const struct facts *facts, int64_t id)
{
	for (size_t i = 0; i < facts->meeting_count; i++)
		if (facts->meetings[i].id == id)
			return &facts->meetings[i];
	return NULL;
}

const struct officer_row *facts_chair(const struct facts *facts, size_t body)
{
	for (size_t i = 0; i < facts->officer_count; i++) {
		const struct officer_row *officer = &facts->officers[i];
		bool here = !officer->body || officer->body == facts->bodies[body].id;
		bool chairs = strncasecmp(officer->role, "chair", 5) == 0 ||
			      strcasecmp(officer->role, "president") == 0;
		if (here && chairs)
			return officer;
	}
	return facts->seated.name && !facts_several(facts->hosts) ? &facts->seated : NULL;
}

static uint64_t body_bit(const struct facts *facts, int64_t id)
{
	for (size_t b = 0; b < facts->body_count && b < 64; b++)
		if (facts->bodies[b].id == id)
			return (uint64_t)1 << b;
	return 0;
}

int facts_meeting_number(
	const struct facts *facts, const struct meeting_row *meeting, uint64_t bodies)
{
	for (size_t i = 0; i < facts->number_count; i++) {
		const struct meeting_number *one = &facts->numbers[i];
		if (one->meeting == meeting->id && body_bit(facts, one->body) == bodies)
			return one->number;
	}
	return meeting->number;
}

/* --- items --- */

bool facts_several(uint64_t bodies)
{
	return (bodies & (bodies - 1)) != 0;
}

static const struct item_row *item_by_id(const struct facts *facts, int64_t id)
{
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts->items[i].id == id)
			return &facts->items[i];
	return NULL;
}

uint64_t facts_bodies_of(const struct facts *facts, const struct item_row *item)
{
	uint64_t bodies = 0;

	/* A sub-item belongs to whom its item belongs. */
	for (; item; item = item->parent ? item_by_id(facts, item->parent) : NULL) {
		bodies |= body_bit(facts, item->body);
		for (size_t i = 0; i < facts->joint_count; i++)
			if (facts->joints[i].item == item->id)
				bodies |= body_bit(facts, facts->joints[i].body);
		if (bodies && (facts_several(bodies) || !item->parent))
			break;
	}
	return bodies ? bodies : 1;
}

enum item_role facts_role(const struct item_row *item)
{
	return item_role(item->title);
}

bool facts_leads(const struct item_row *item)
{
	return item->lead && item->lead == item->id;
}

bool facts_follows(const struct item_row *item)
{
	return item->lead && item->lead != item->id && item->statements == 0;
}

bool facts_considered(const struct facts *facts, const struct item_row *item)
{
	if (item->statements > 0 || strcmp(item->state, "pending") != 0)
		return true;
	for (size_t i = 0; i < facts->considered_count; i++)
		if (facts->considered[i].item == item->id)
			return true;
	return false;
}

bool facts_has_children(const struct facts *facts, const struct item_row *item)
{
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts->items[i].parent == item->id)
			return true;
	return false;
}

/* NULL if it is not known. */
static const char *number_in(const struct facts *facts, const struct item_row *item, size_t body)
{
	for (size_t i = 0; i < facts->joint_count; i++) {
		const struct report_joint *joint = &facts->joints[i];
		if (joint->item != item->id || joint->body != facts->bodies[body].id)
			continue;
		if (joint->printed || !(facts->hosts >> body & 1))
			return joint->printed;
	}
	return item->printed;
}

bool facts_has_number(const struct facts *facts, const struct item_row *item, size_t body)
{
	return number_in(facts, item, body) != NULL;
}

const char *facts_printed(const struct facts *facts, const struct item_row *item, size_t body)
{
	const char *number = number_in(facts, item, body);

	return number ? facts_reference(facts, number) : "[…]";
}

static bool is_called(const struct document_row *document, const char *words)
{
	size_t length = strlen(words);

	return strcmp(document->state, "withdrawn") != 0 &&
	       (strncasecmp(document->title, words, length) == 0 ||
		       (document->kind && strncasecmp(document->kind, words, length) == 0));
}

bool facts_is_draft_report(const struct document_row *document)
{
	return strstr(document->symbols, "/L.") && is_called(document, "draft report");
}

bool facts_is_final_report(const struct document_row *document)
{
	return !strstr(document->symbols, "/L.") && is_called(document, "final report");
}

bool facts_is_this_report(const struct document_row *document)
{
	return facts_is_draft_report(document) || facts_is_final_report(document);
}
