/* SPDX-License-Identifier: MIT */
/*
 * Single changes of items and slots. One moved row is one row written: order is in
 * between-keys. Deleting goes from what refers to what is referred to.
 */
#include "number.h"
#include "sql.h"
#include "store/agenda_edit.h"

/* --- items --- */

/* Siblings on top are those of the session without a parent. */
static void place_item(struct store *store, struct str *rank, int64_t session, int64_t parent,
	int64_t item, int place)
{
	int others = (int)sql_value(store, 0,
		"SELECT count(*) FROM item WHERE session = ?1 AND parent IS nullif(?2, 0)"
		" AND id <> ?3",
		"iii", session, parent, item);

	place = place > others ? others + 1 : place;
	if (parent)
		rank_at(store, rank,
			"SELECT rank FROM item WHERE parent = ?1 AND id <> ?2"
			" ORDER BY rank LIMIT 1 OFFSET ?3",
			parent, item, place);
	else
		rank_at(store, rank,
			"SELECT rank FROM item WHERE session = ?1 AND parent IS NULL AND id <> ?2"
			" ORDER BY rank LIMIT 1 OFFSET ?3",
			session, item, place);
}

int64_t store_item_add(struct store *store, int64_t session, const struct item_row *item, int place,
	struct err *err)
{
	struct str rank;
	bool good;

	str_init(&rank);
	place_item(store, &rank, session, item->parent, 0, place);
	good = sql_run(store, err,
		"INSERT INTO item(session, parent, body, rank, label, printed, title, annotation)"
		" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
		"innttttt", session, item->parent, item->body, rank.text, item->label,
		item->printed, item->title, item->annotation);
	str_clear(&rank);
	return good ? sql_inserted(store) : 0;
}

bool store_item_delete(struct store *store, int64_t item, struct err *err)
{
	return sql_run(store, err, "DELETE FROM slot_item WHERE item = ?1", "i", item) &&
	       sql_run(store, err, "DELETE FROM item_document WHERE item = ?1", "i", item) &&
	       sql_run(store, err, "DELETE FROM mandate WHERE item = ?1", "i", item) &&
	       sql_run(store, err, "DELETE FROM item_body WHERE item = ?1", "i", item) &&
	       sql_run(store, err, "DELETE FROM wording WHERE item = ?1", "i", item) &&
	       sql_run(store, err, "DELETE FROM item WHERE id = ?1", "i", item);
}

bool store_item_set_title(struct store *store, int64_t item, const char *title, struct err *err)
{
	return sql_run(store, err, "UPDATE item SET title = ?2 WHERE id = ?1", "it", item, title) &&
	       sql_run(store, err, "DELETE FROM wording WHERE item = ?1", "i", item) &&
	       sql_run(store, err, "UPDATE slot_item SET title = NULL WHERE item = ?1", "i", item);
}

bool store_item_set_annotation(struct store *store, int64_t item, const char *text, struct err *err)
{
	return sql_run(
		store, err, "UPDATE item SET annotation = ?2 WHERE id = ?1", "it", item, text);
}

bool store_item_set_number(
	struct store *store, int64_t item, const char *label, const char *printed, struct err *err)
{
	return sql_run(store, err, "UPDATE item SET label = ?2, printed = ?3 WHERE id = ?1", "itt",
		item, label, printed);
}

bool store_item_set_place(struct store *store, int64_t session, int64_t parent, int64_t item,
	int place, struct err *err)
{
	struct str rank;
	bool good;

	str_init(&rank);
	place_item(store, &rank, session, parent, item, place);
	good = sql_run(
		store, err, "UPDATE item SET rank = ?2 WHERE id = ?1", "it", item, rank.text);
	str_clear(&rank);
	return good;
}

/* --- jointly --- */

bool store_item_join(
	struct store *store, int64_t session, int64_t item, int64_t lead, struct err *err)
{
	return sql_run(store, err, "INSERT INTO item_joint(session, item, lead) VALUES(?1, ?2, ?3)",
		"iii", session, item, lead);
}

bool store_item_part(struct store *store, int64_t lead, struct err *err)
{
	return sql_run(store, err, "DELETE FROM item_joint WHERE lead = ?1", "i", lead);
}

int64_t store_item_lead(struct store *store, int64_t item)
{
	return sql_kept_value(
		store, item, "SELECT lead FROM item_joint WHERE item = ?1", "i", item);
}

size_t store_item_joint(struct store *store, int64_t item, int64_t items[], size_t room)
{
	struct sql *q = sql_kept(store,
		"SELECT i.id FROM item i WHERE i.id = ?1"
		" OR i.id IN (SELECT item FROM item_joint WHERE lead = ?1)"
		" ORDER BY i.parent, i.rank, i.id",
		"i", store_item_lead(store, item));
	size_t count = 0;

	for (; sql_row(q); count++)
		if (count < room)
			items[count] = sql_int(q, 0);
	return count;
}

/* --- slots --- */

/* A day's slots in the order of their time; without one they are behind. */
#define SLOT_TIME                                                                  \
	"date || printf(' %04d', coalesce(from_minute, CASE half WHEN 'am' THEN 1" \
	" WHEN 'pm' THEN 781 ELSE 9999 END))"

/* How many others are not after it, and 1. */
static int place_of_slot(struct store *store, int64_t session, int64_t slot)
{
	return 1 +
	       (int)sql_value(store, 0,
		       "SELECT count(*) FROM slot WHERE session = ?1 AND id <> ?2 AND " SLOT_TIME
		       " <= (SELECT " SLOT_TIME " FROM slot WHERE id = ?2)",
		       "ii", session, slot);
}

/* One that stands where its time belongs stays. */
static bool place_slot(struct store *store, int64_t session, int64_t slot, struct err *err)
{
	struct str rank;
	bool good;

	if (!sql_value(store, 0,
		    "SELECT EXISTS(SELECT 1 FROM slot o JOIN slot s ON s.id = ?2"
		    " WHERE o.session = ?1 AND o.id <> s.id AND ((o.rank < s.rank AND (SELECT " SLOT_TIME
		    " FROM slot WHERE id = o.id) > (SELECT " SLOT_TIME
		    " FROM slot WHERE id = s.id)) OR (o.rank > s.rank AND (SELECT " SLOT_TIME
		    " FROM slot WHERE id = o.id) < (SELECT " SLOT_TIME
		    " FROM slot WHERE id = s.id))))",
		    "ii", session, slot))
		return true;
	str_init(&rank);
	rank_at(store, &rank,
		"SELECT rank FROM slot WHERE session = ?1 AND id <> ?2 ORDER BY rank"
		" LIMIT 1 OFFSET ?3",
		session, slot, place_of_slot(store, session, slot));
	good = sql_run(
		store, err, "UPDATE slot SET rank = ?2 WHERE id = ?1", "it", slot, rank.text);
	str_clear(&rank);
	return good;
}

int64_t store_slot_add(
	struct store *store, int64_t session, const struct slot_row *slot, struct err *err)
{
	struct slot_row made = *slot;
	struct str rank;
	bool good;

	str_init(&rank);
	rank_after(store, &rank, "SELECT max(rank) FROM slot WHERE session = ?1", session);
	good = sql_run(store, err, "INSERT INTO slot(session, rank, date) VALUES(?1, ?2, ?3)",
		"itt", session, rank.text, slot->date);
	str_clear(&rank);
	made.id = good ? sql_inserted(store) : 0;
	return good && store_slot_set(store, session, &made, err) ? made.id : 0;
}

bool store_slot_set(
	struct store *store, int64_t session, const struct slot_row *slot, struct err *err)
{
	/* -1 is "no time": NULL, while 0 is midnight. */
	return sql_run(store, err,
		       "UPDATE slot SET date = ?2, from_minute = nullif(?3, -1),"
		       " to_minute = nullif(?4, -1), half = ?5, room = ?6, label = ?7 WHERE id = ?1",
		       "itiittt", slot->id, slot->date, (int64_t)slot->from, (int64_t)slot->to,
		       slot->half, slot->room, slot->label) &&
	       place_slot(store, session, slot->id, err);
}

bool store_slot_delete(struct store *store, int64_t slot, struct err *err)
{
	return sql_run(store, err, "DELETE FROM slot_item WHERE slot = ?1", "i", slot) &&
	       sql_run(store, err, "DELETE FROM slot WHERE id = ?1", "i", slot);
}

static const char nth_in_slot[] = "SELECT rank FROM slot_item WHERE slot = ?1 AND item <> ?2"
				  " ORDER BY rank LIMIT 1 OFFSET ?3";

bool store_slot_put(struct store *store, int64_t slot, int64_t item, int place, int64_t words_of,
	struct err *err)
{
	struct str rank;
	bool good;

	str_init(&rank);
	if (place > 0)
		rank_at(store, &rank, nth_in_slot, slot, item, place);
	else
		rank_after(store, &rank, "SELECT max(rank) FROM slot_item WHERE slot = ?1", slot);
	good = sql_run(store, err,
		"INSERT INTO slot_item(slot, item, rank, title) VALUES(?1, ?2, ?3,"
		" (SELECT title FROM slot_item WHERE slot = ?4 AND item = ?2))",
		"iiti", slot, item, rank.text, words_of);
	str_clear(&rank);
	return good;
}

bool store_slot_take(struct store *store, int64_t slot, int64_t item, struct err *err)
{
	return sql_run(store, err, "DELETE FROM slot_item WHERE slot = ?1 AND item = ?2", "ii",
		slot, item);
}

bool store_slot_set_place(
	struct store *store, int64_t slot, int64_t item, int place, struct err *err)
{
	struct str rank;
	bool good;

	str_init(&rank);
	rank_at(store, &rank, nth_in_slot, slot, item, place);
	good = sql_run(store, err, "UPDATE slot_item SET rank = ?3 WHERE slot = ?1 AND item = ?2",
		"iit", slot, item, rank.text);
	str_clear(&rank);
	return good;
}
