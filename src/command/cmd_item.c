/* SPDX-License-Identifier: MIT */
/*
 * The agenda is amended in session: items added, deleted, retitled, renumbered, put in
 * another order, taken up jointly. Each command leaves a trace (store/agenda_change.h),
 * from which the report tells what was decided after the adoption. What was logged under
 * an item holds it: such an item is not deleted.
 *
 * Items taken up jointly are one consideration: they are opened, suspended and concluded
 * together, and the first of them in the agenda has the list of speakers and the log of
 * all from then on. What was said under another one alone before stays there.
 */
#include <stdlib.h>
#include <string.h>

#include "amend.h"
#include "groups.h"
#include "item_number.h"
#include "rows.h"
#include "store/agenda_edit.h"
#include "store/floor.h"

/* --- item add --- */

static int64_t first_body(struct call *call)
{
	size_t count;
	const struct body_row *rows =
		store_bodies(call->desk->store, call->desk->session, &call->arena, &count);

	return count ? rows[0].id : 0;
}

static bool refuse_no_sibling(const struct item_row *one, const struct item_row *other,
	const char *number, struct err *err)
{
	return err_set(err, ERR_USAGE, "item %s does not stand beside item %s: %s", number,
		other->printed,
		one ? "they are under different items" : "it is under another item");
}

static bool item_add(struct call *call, struct err *err)
{
	struct items items = amend_items(call);
	const struct item_row *after = amend_item(&items, call_id(call, "after"));
	struct numbered number = {.parent = amend_item(&items, call_id(call, "under"))};
	struct item_row new = {.title = call_text(call, "title")};

	if (!item_number_read(call, &items, call_text(call, "number"), &number, err))
		return false;
	if (number.body && call_given(call, "body") && number.body->id != call_id(call, "body"))
		return err_set(err, ERR_USAGE, "item %s cannot be of body %s: --body says another",
			number.printed, number.body->key);
	new.parent = number.parent ? number.parent->id : 0;
	new.label = number.label;
	new.printed = number.printed;
	new.body = call_given(call, "body") ? call_id(call, "body")
		   : number.body            ? number.body->id
		   : number.parent          ? number.parent->body
		   : after                  ? after->body
					    : first_body(call);
	if (!item_number_free(&items, new.printed, new.body, err))
		return false;
	if (after && after->parent != new.parent)
		return refuse_no_sibling(NULL, after, new.printed, err);
	int place = after ? amend_place(&items, after) + 1
			  : item_number_place(&items, new.parent, new.body, new.printed);
	call->made = store_item_add(call->desk->store, call->desk->session, &new, place, err);
	if (call->made == 0)
		return false;
	items = amend_items(call);
	const struct item_row *made = amend_item(&items, call->made);
	str_addf(&call->reply, "item %s added: %s", made->printed, made->title);
	return amend_trace_item(call, "added", made, NULL, amend_where(call, &items, made), err);
}

/* --- numbers of an item and what is under it --- */

static bool set_number(struct call *call, const struct items *items, const struct item_row *item,
	const char *label, const char *above, struct err *err)
{
	const char *printed = *above ? arena_printf(&call->arena, "%s %s", above, label) : label;

	if (!store_item_set_number(call->desk->store, item->id, label, printed, err))
		return false;
	for (size_t i = 0; i < items->count; i++)
		if (items->rows[i].parent == item->id &&
			!set_number(
				call, items, &items->rows[i], items->rows[i].label, printed, err))
			return false;
	return true;
}

static const char *number_above(const struct items *items, const struct item_row *item)
{
	const struct item_row *parent = item->parent ? amend_item(items, item->parent) : NULL;

	return parent ? parent->printed : "";
}

static bool renumber_one(struct call *call, const struct items *items, const struct item_row *item,
	const char *label, struct err *err)
{
	const char *above = number_above(items, item);
	const char *printed = *above ? arena_printf(&call->arena, "%s %s", above, label) : label;

	if (strcmp(label, item->label) == 0)
		return true;
	str_addf(&call->reply, ", item %s is now %s", item->printed, printed);
	return set_number(call, items, item, label, above, err) &&
	       amend_trace_item(call, "renumbered", item, item->printed, printed, err);
}

/* The siblings in `now` get, in their order, the numbers that those in `before` had in
 * theirs: those of one body, whose numbers are one row. */
static bool renumber_siblings(struct call *call, const struct items *before, int64_t parent,
	int64_t body, struct err *err)
{
	struct items now = amend_items(call);
	size_t next = 0;

	for (size_t i = 0; i < now.count; i++) {
		if (now.rows[i].parent != parent || now.rows[i].body != body)
			continue;
		while (next < before->count &&
			(before->rows[next].parent != parent || before->rows[next].body != body))
			next++;
		if (next == before->count)
			break;
		if (!renumber_one(call, &now, &now.rows[i], before->rows[next++].label, err))
			return false;
	}
	return true;
}

/* --- item delete --- */

/* "3" before "10" */
static bool is_before(const char *label, const char *other)
{
	return strtol(label, NULL, 10) < strtol(other, NULL, 10);
}

/* The item on top, of the body, with the number that comes next; NULL if there is none. */
static const struct item_row *next_number(
	const struct items *items, int64_t body, const char *label)
{
	const struct item_row *found = NULL;

	for (size_t i = 0; i < items->count; i++) {
		const struct item_row *row = &items->rows[i];
		if (row->parent == 0 && row->body == body && is_before(label, row->label) &&
			(!found || is_before(row->label, found->label)))
			found = row;
	}
	return found;
}

/* Each item with a higher number gets the one before its own, wherever it stands. */
static bool close_gap(struct call *call, const struct item_row *deleted, struct err *err)
{
	struct items now = amend_items(call);
	const char *free_label = deleted->label;
	const struct item_row *next;

	while ((next = next_number(&now, deleted->body, free_label))) {
		if (!renumber_one(call, &now, next, free_label, err))
			return false;
		free_label = next->label;
	}
	return true;
}

/* What is to be done first about that which holds an item. */
static const char *remedy(const char *use)
{
	static const struct {
		const char *part, *remedy;
	} remedies[] = {
		{"statement", "statement edit --item moves them, statement delete takes them away"},
		{"recommendation", "what is proposed under it stays on the record"},
		{"list", "who asked for the floor under it stays on the record"},
		{"jointly", "item separate first"},
		{"taken up", "what was considered stays on the record: item conclude"},
		{"limit", "undo floor limit in the journal first"},
		{"who came", "undo their coming in the journal first"},
	};

	for (size_t i = 0; i < sizeof remedies / sizeof remedies[0]; i++)
		if (strstr(use, remedies[i].part))
			return remedies[i].remedy;
	return "undo that in the journal first";
}

static bool delete_one(struct call *call, const struct item_row *item, struct err *err)
{
	const char *use = store_item_use(call->desk->store, item->id, &call->arena);

	if (use)
		return err_set(err, ERR_USAGE, "item %s is not deleted (%s): %s", item->printed,
			use, remedy(use));
	return amend_trace_item(call, "deleted", item, NULL, NULL, err) &&
	       store_item_delete(call->desk->store, item->id, err);
}

/* Sub-items stand behind it: from the leaves up. */
static bool item_delete(struct call *call, struct err *err)
{
	struct items items = amend_items(call);
	const struct item_row *item = amend_item(&items, call_id(call, "item"));
	size_t first = (size_t)(item - items.rows), end = first + 1;

	while (end < items.count && items.rows[end].depth > item->depth)
		end++;
	for (size_t i = end; i-- > first;)
		if (!delete_one(call, &items.rows[i], err))
			return false;
	str_addf(&call->reply, "item %s deleted: %s", item->printed, item->title);
	if (end > first + 1)
		str_addf(&call->reply, ", with %zu sub-item%s", end - first - 1,
			end > first + 2 ? "s" : "");
	if (!call_given(call, "renumber"))
		return true;
	/* Figures have an order; letters, which may be roman, have that of the page. */
	return item->parent == 0 ? close_gap(call, item, err)
				 : renumber_siblings(call, &items, item->parent, item->body, err);
}

/* --- item title, item annotate, item renumber --- */

static bool item_title(struct call *call, struct err *err)
{
	struct items items = amend_items(call);
	const struct item_row *item = amend_item(&items, call_id(call, "item"));
	const char *title = call_text(call, "title");

	if (strcmp(item->title, title) == 0)
		return err_set(err, ERR_USAGE, "that is the title of item %s", item->printed);
	str_addf(&call->reply, "item %s: %s", item->printed, title);
	return store_item_set_title(call->desk->store, item->id, title, err) &&
	       amend_trace_item(call, "retitled", item, item->title, title, err);
}

static bool item_annotate(struct call *call, struct err *err)
{
	struct items items = amend_items(call);
	const struct item_row *item = amend_item(&items, call_id(call, "item"));
	const char *text = call_text(call, "text");

	text = *text ? text : NULL;
	if (strcmp(item->annotation ? item->annotation : "", text ? text : "") == 0)
		return err_set(err, ERR_USAGE, "that is the annotation of item %s", item->printed);
	str_addf(&call->reply, "item %s %s", item->printed,
		text ? "annotated" : "without an annotation");
	return store_item_set_annotation(call->desk->store, item->id, text, err) &&
	       amend_trace_item(call, "annotated", item, item->annotation, text, err);
}

static bool item_renumber(struct call *call, struct err *err)
{
	struct items items = amend_items(call);
	const struct item_row *item = amend_item(&items, call_id(call, "item"));
	struct numbered number = {.parent = amend_item(&items, item->parent)};

	if (!item_number_read(call, &items, call_text(call, "number"), &number, err))
		return false;
	if (number.body && number.body->id != item->body)
		return err_set(err, ERR_USAGE,
			"item %s is not of body %s, and a number does not make it so",
			item->printed, number.body->key);
	if (!item->parent && number.parent)
		return err_set(err, ERR_USAGE, "item %s stands under no item", item->printed);
	if (!item_number_free(&items, number.printed, item->body, err))
		return false;
	str_addf(&call->reply, "item %s is now item %s", item->printed, number.printed);
	return set_number(call, &items, item, number.label, number_above(&items, item), err) &&
	       amend_trace_item(call, "renumbered", item, item->printed, number.printed, err);
}

/* --- item move --- */

/* The neighbour that was named: one of the two. */
static const struct item_row *neighbour(
	struct call *call, const struct items *items, bool *before, struct err *err)
{
	*before = call_given(call, "before");
	if (*before == call_given(call, "after")) {
		err_set(err, ERR_USAGE, "say where to: --before or --after an item");
		return NULL;
	}
	return amend_item(items, call_id(call, *before ? "before" : "after"));
}

static bool item_move(struct call *call, struct err *err)
{
	struct items items = amend_items(call);
	const struct item_row *item = amend_item(&items, call_id(call, "item"));
	bool before;
	const struct item_row *beside = neighbour(call, &items, &before, err);

	if (!beside)
		return false;
	if (beside == item)
		return err_set(err, ERR_USAGE, "item %s stands where it stands", item->printed);
	if (beside->parent != item->parent)
		return refuse_no_sibling(item, beside, item->printed, err);
	int place = amend_place(&items, beside) + !before;
	if (amend_place(&items, item) < place)
		place--;
	if (place == amend_place(&items, item))
		return err_set(err, ERR_USAGE, "item %s is %s item %s already", item->printed,
			before ? "before" : "after", beside->printed);
	str_addf(&call->reply, "item %s now %s item %s", item->printed, before ? "before" : "after",
		beside->printed);
	return store_item_set_place(call->desk->store, call->desk->session, item->parent, item->id,
		       place, err) &&
	       amend_trace_item(call, "moved", item, amend_where(call, &items, item),
		       arena_printf(
			       &call->arena, "%s %s", before ? "before" : "after", beside->printed),
		       err) &&
	       (!call_given(call, "renumber") ||
		       renumber_siblings(call, &items, item->parent, item->body, err));
}

/* --- item joint, item separate --- */

static bool is_above(
	const struct items *items, const struct item_row *above, const struct item_row *item)
{
	for (; item; item = item->parent ? amend_item(items, item->parent) : NULL)
		if (item->parent == above->id)
			return true;
	return false;
}

/* That two items can be one consideration. */
static bool may_join(const struct items *items, const struct item_row *lead,
	const struct item_row *item, struct err *err)
{
	if (item->together)
		return err_set(err, ERR_USAGE,
			"items %s are taken up jointly already: item separate first",
			item->together);
	if (is_above(items, lead, item) || is_above(items, item, lead))
		return err_set(err, ERR_USAGE, "item %s is a part of item %s",
			is_above(items, lead, item) ? item->printed : lead->printed,
			is_above(items, lead, item) ? lead->printed : item->printed);
	return true;
}

/* The items in the order of the agenda, which is that of the report. */
static size_t in_order(struct call *call, const struct items *items, struct item_row *chosen)
{
	const struct arg *arg = call_arg(call, "items");
	size_t count = 0;

	for (size_t i = 0; i < items->count; i++)
		for (size_t j = 0; j < arg->count; j++)
			if (arg->ids[j] == items->rows[i].id)
				chosen[count++] = items->rows[i];
	return count;
}

/* Of those joined one is open: so are all. Who waits for another one waits for all. */
static bool open_together(struct call *call, struct item_row *chosen, size_t count, struct err *err)
{
	int64_t at = desk_now(call->desk), lead = chosen[0].id;
	bool open = false;

	for (size_t i = 0; i < count; i++) {
		open = open || strcmp(chosen[i].state, "open") == 0;
		if (i > 0 && !store_requests_move(call->desk->store, chosen[i].id, lead, err))
			return false;
	}
	return !open || rows_open(call, lead, rows_meeting(call, at), at, err);
}

static bool item_joint(struct call *call, struct err *err)
{
	struct items items = amend_items(call);
	struct item_row *chosen = arena_alloc(&call->arena, (items.count + 1) * sizeof *chosen);
	size_t count = in_order(call, &items, chosen);

	if (count < 2)
		return err_set(err, ERR_USAGE, "say which items are taken up jointly: 6, 7");
	for (size_t i = 0; i < count; i++) {
		if (!may_join(&items, &chosen[i ? 0 : 1], &chosen[i], err))
			return false;
		if (i > 0 && !store_item_join(call->desk->store, call->desk->session, chosen[i].id,
				     chosen[0].id, err))
			return false;
	}
	items = amend_items(call);
	const struct item_row *lead = amend_item(&items, chosen[0].id);
	str_addf(&call->reply, "%s are taken up jointly", rows_items(call, lead->id));
	return open_together(call, chosen, count, err) &&
	       amend_trace_item(call, "joined", lead, NULL, lead->together, err);
}

/* Of items that were open together only the first goes on. */
static bool item_separate(struct call *call, struct err *err)
{
	struct items items = amend_items(call);
	const struct item_row *item = amend_item(&items, call_id(call, "item"));
	const struct item_row *lead = item->lead ? amend_item(&items, item->lead) : NULL;

	if (!lead)
		return err_set(err, ERR_USAGE, "item %s is taken up by itself", item->printed);
	str_addf(&call->reply, "%s are taken up separately", rows_items(call, lead->id));
	if (!store_item_part(call->desk->store, lead->id, err))
		return false;
	for (size_t i = 0; i < items.count; i++) {
		const struct item_row *one = &items.rows[i];
		if (one->lead != lead->id || one == lead || strcmp(one->state, "open") != 0)
			continue;
		str_addf(&call->reply, "; item %s suspended", one->printed);
		if (!rows_end_items(call, one->id, "suspended", desk_now(call->desk), err))
			return false;
	}
	return amend_trace_item(call, "parted", lead, lead->together, NULL, err);
}

#define PARAM_THE_ITEM                                                      \
	{                                                                   \
		"item", ARG_ITEM, .required = true, .prompt = "Agenda item" \
	}
#define PARAM_RENUMBER                                                                         \
	{                                                                                      \
		"renumber", ARG_FLAG, .option = true, .prompt = "The numbers follow the order" \
	}

const struct command item_commands[] = {
	{.name = "item add",
		.keys = "n",
		.help = "Add an item to the agenda",
		.hint = "new item",
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				{"number", ARG_LINE, .required = true,
					.prompt = "Number, as 9 or 3(c)"},
				{"title", ARG_LINE, .required = true, .prompt = "Title"},
				{"under", ARG_ITEM, .option = true,
					.prompt = "Under item (or by number)"},
				{"after", ARG_ITEM, .option = true,
					.prompt = "Behind item (or by number)"},
				{"body", ARG_BODY, .option = true, .prompt = "Body"},
				PARAM_REASON,
				PARAM_CORRECTION,
			},
		.run = item_add},
	{.name = "item delete",
		.help = "Delete an item under which nothing was logged, with its sub-items",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_THE_ITEM, PARAM_RENUMBER, PARAM_REASON, PARAM_CORRECTION},
		.run = item_delete},
	{.name = "item title",
		.help = "Change the title of an item",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_THE_ITEM,
				{"title", ARG_LINE, .required = true, .prompt = "Title"},
				PARAM_REASON,
				PARAM_CORRECTION,
			},
		.run = item_title},
	{.name = "item annotate",
		.help = "Change the annotation of an item",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_THE_ITEM,
				{"text", ARG_TEXT, .required = true, .prompt = "Annotation"},
				PARAM_REASON,
				PARAM_CORRECTION,
			},
		.run = item_annotate},
	{.name = "item renumber",
		.help = "Give an item another number; its sub-items follow",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_THE_ITEM,
				{"number", ARG_LINE, .required = true,
					.prompt = "Number, as 9 or 3(c)"},
				PARAM_REASON,
				PARAM_CORRECTION,
			},
		.run = item_renumber},
	{.name = "item move",
		.help = "Consider an item before or after another; the numbers stay",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				PARAM_THE_ITEM,
				{"before", ARG_ITEM, .option = true, .prompt = "Before which item"},
				{"after", ARG_ITEM, .option = true, .prompt = "Or after which"},
				PARAM_RENUMBER,
				PARAM_REASON,
				PARAM_CORRECTION,
			},
		.run = item_move},
	{.name = "item joint",
		.keys = "&",
		.help = "Take up items jointly: one list of speakers, one log, one heading",
		.where = IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"items", ARG_ITEMS, .required = true, .prompt = "Items, as 6, 7"},
				PARAM_REASON,
				PARAM_CORRECTION,
			},
		.run = item_joint},
	{.name = "item separate",
		.help = "Take up each by itself again what was taken up jointly",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_THE_ITEM, PARAM_REASON, PARAM_CORRECTION},
		.run = item_separate},
	{0}};
