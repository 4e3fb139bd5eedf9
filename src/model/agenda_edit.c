/* SPDX-License-Identifier: MIT */
/*
 * Corrections of the items of an agenda and of what was not understood of it. The one
 * invariant is the printed order: an item stands behind its parent and before what
 * follows that, so that its sub-items are the entries behind it up to the next one
 * that is not below it. Slots, documents and the session are in agenda_edit_plan.c.
 */
#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "agenda_edit_inside.h"
#include "model/number.h"

/* --- arrays in an arena --- */

void *agenda_edit_gap(struct agenda *agenda, const void *old, size_t count, size_t at, size_t size)
{
	char *new = arena_alloc(&agenda->arena, (count + 1) * size);

	assert(at <= count);
	if (at > 0)
		memcpy(new, old, at * size);
	if (at < count)
		memcpy(new + (at + 1) * size, (const char *)old + at * size, (count - at) * size);
	return new;
}

void agenda_edit_close(void *all, size_t count, size_t at, size_t size)
{
	char *bytes = all;

	assert(at < count);
	memmove(bytes + at * size, bytes + (at + 1) * size, (count - at - 1) * size);
}

const char *agenda_edit_text(struct agenda *agenda, const char *text)
{
	return text && *text ? arena_strdup(&agenda->arena, text) : NULL;
}

/* Without blanks behind it, as it is read back. */
static const char *trimmed(struct agenda *agenda, const char *text)
{
	size_t length = strlen(text);

	while (length > 0 && strchr(" \n", text[length - 1]))
		length--;
	return arena_strndup(&agenda->arena, text, length);
}

void agenda_edit_unread(struct agenda *agenda, struct agenda_lines lines, const char *text)
{
	agenda->unread = agenda_edit_gap(agenda, agenda->unread, agenda->unread_count,
		agenda->unread_count, sizeof *agenda->unread);
	agenda->unread[agenda->unread_count++] =
		(struct agenda_piece){lines.first, lines.last, trimmed(agenda, text)};
}

/* --- the tree --- */

static bool is_below(const struct agenda *agenda, size_t item, size_t above)
{
	while (item != AGENDA_NONE && item != above)
		item = agenda->items[item].parent;
	return item == above;
}

/* Behind the item and all that is below it. */
static size_t end_of(const struct agenda *agenda, size_t item)
{
	size_t end = item + 1;

	while (end < agenda->item_count && is_below(agenda, end, item))
		end++;
	return end;
}

static int level_of(const struct agenda *agenda, size_t item)
{
	int level = 0;

	for (size_t up = agenda->items[item].parent; up != AGENDA_NONE; level++)
		up = agenda->items[up].parent;
	return level;
}

/* The whole number of each item follows from its own and its parent's. */
static void print_numbers(struct agenda *agenda)
{
	for (size_t i = 0; i < agenda->item_count; i++) {
		struct agenda_item *item = &agenda->items[i];
		if (item->parent == AGENDA_NONE)
			item->printed = item->number;
		else
			item->printed = arena_printf(&agenda->arena, "%s %s",
				agenda->items[item->parent].printed, item->number);
	}
}

/* --- numbers --- */

/* "(b)" of "b", "b)" or "(b)" below an item; "3" of "3." or "Item 3" on top. */
static const char *own_number(
	struct agenda *agenda, size_t parent, const char *typed, struct err *err)
{
	const char *above = parent == AGENDA_NONE ? "" : agenda->items[parent].printed;
	size_t begin = strlen(above), length = strlen(typed), body = 0;
	const char *result = NULL;
	struct str whole, printed;

	while (length > 0 && strchr(" .:", typed[length - 1]))
		length--;
	str_init(&whole);
	str_init(&printed);
	str_addf(&whole, "%s%s%.*s", above, begin ? " " : "", (int)length, typed);
	if (number_item_parse(whole.text, &printed, &body) && body == 0 &&
		strncmp(printed.text, above, begin) == 0 && printed.length > begin + (begin > 0))
		result = arena_strdup(&agenda->arena, printed.text + begin + (begin > 0));
	str_clear(&whole);
	str_clear(&printed);
	if (!result && parent == AGENDA_NONE)
		err_set(err, ERR_DATA, "'%.60s' is no number of an item; it is written '1'", typed);
	else if (!result)
		err_set(err, ERR_DATA, "'%.60s' is no number of a sub-item; it is written '(a)'",
			typed);
	return result;
}

static bool is_taken(const struct agenda *agenda, size_t parent, size_t self, const char *number)
{
	for (size_t i = 0; i < agenda->item_count; i++)
		if (i != self && agenda->items[i].parent == parent &&
			strcmp(agenda->items[i].number, number) == 0)
			return true;
	return false;
}

/* The n-th of its level: 3, (c), (iii). */
static void label(int level, int n, struct str *out)
{
	str_reset(out);
	if (level == 0) {
		str_addf(out, "%d", n);
		return;
	}
	str_addc(out, '(');
	if (level == 1)
		number_letter(n, out);
	else
		number_roman(n, false, out);
	str_addc(out, ')');
}

/* The first one from the n-th on that nobody else has there. */
static void free_label(
	const struct agenda *agenda, size_t parent, size_t self, int n, struct str *out)
{
	int level = parent == AGENDA_NONE ? 0 : level_of(agenda, parent) + 1;

	do
		label(level, n++, out);
	while (is_taken(agenda, parent, self, out->text));
}

static int figure_of(const char *number)
{
	int n = 0;

	while (isdigit((unsigned char)*number) && n < 100000)
		n = n * 10 + (*number++ - '0');
	return n;
}

/* Which one of its level a label is, as far as that goes; 0 for none. */
static int place_of(const struct agenda *agenda, size_t item)
{
	const char *number = agenda->items[item].number;
	int level = level_of(agenda, item);
	struct str one;
	int n = 0;

	if (level == 0)
		return figure_of(number);
	str_init(&one);
	for (int i = 1; i <= 100 && n == 0; i++) {
		label(level, i, &one);
		if (strcmp(one.text, number) == 0)
			n = i;
	}
	str_clear(&one);
	return n;
}

void agenda_edit_next_number(const struct agenda *agenda, size_t after, struct str *out)
{
	struct str one;

	str_init(&one);
	if (after == AGENDA_NONE)
		free_label(agenda, AGENDA_NONE, AGENDA_NONE, 1, &one);
	else
		free_label(agenda, agenda->items[after].parent, AGENDA_NONE,
			place_of(agenda, after) + 1, &one);
	str_add(out, one.text);
	str_clear(&one);
}

/* What changed its level has a number of the new one. */
static void relabel_children(struct agenda *agenda, size_t item, size_t end)
{
	struct str one;

	str_init(&one);
	for (size_t i = item + 1; i < end; i++) {
		struct agenda_item *child = &agenda->items[i];
		if (!is_below(agenda, i, item))
			continue;
		child->number = "";
		free_label(agenda, child->parent, i, 1, &one);
		child->number = arena_strdup(&agenda->arena, one.text);
	}
	str_clear(&one);
}

static void relabel(struct agenda *agenda, size_t item, int from, size_t end)
{
	struct agenda_item *it = &agenda->items[item];
	struct str one;

	str_init(&one);
	free_label(agenda, it->parent, item, from, &one);
	it->number = arena_strdup(&agenda->arena, one.text);
	str_clear(&one);
	relabel_children(agenda, item, end);
	print_numbers(agenda);
}

/* --- one item --- */

bool agenda_edit_item(
	struct agenda *agenda, size_t item, const char *number, const char *title, struct err *err)
{
	struct agenda_item *it = &agenda->items[item];
	const char *own = own_number(agenda, it->parent, number, err);

	assert(item < agenda->item_count);
	if (!own)
		return false;
	it->number = own;
	it->title = arena_strdup(&agenda->arena, title);
	it->confidence = AGENDA_SURE;
	print_numbers(agenda);
	return true;
}

void agenda_edit_annotation(struct agenda *agenda, size_t item, const char *text)
{
	agenda->items[item].annotation = agenda_edit_text(agenda, text);
	if (!*text)
		agenda->items[item].heading = NULL;
}

void agenda_edit_sure(struct agenda *agenda, size_t item)
{
	agenda->items[item].confidence = AGENDA_SURE;
}

/* --- a new item --- */

static void insert(struct agenda *agenda, size_t at, size_t parent)
{
	size_t body = parent == AGENDA_NONE ? 0 : agenda->items[parent].body;

	agenda->items = agenda_edit_gap(
		agenda, agenda->items, agenda->item_count, at, sizeof *agenda->items);
	agenda->item_count++;
	agenda->items[at] = (struct agenda_item){
		.parent = parent, .body = body, .number = "", .printed = "", .title = ""};
	for (size_t i = at + 1; i < agenda->item_count; i++)
		if (agenda->items[i].parent != AGENDA_NONE && agenda->items[i].parent >= at)
			agenda->items[i].parent++;
	for (size_t i = 0; i < agenda->slot_count; i++)
		for (size_t j = 0; j < agenda->slots[i].item_count; j++)
			if (agenda->slots[i].items[j].item >= at)
				agenda->slots[i].items[j].item++;
}

/* "ii", "iv"; a single letter only where it begins: (i) behind (b), not behind (h). */
static bool is_roman(const char *number, const char *before)
{
	const char *letters = number + strspn(number, "( ");
	size_t length = strcspn(letters, ") .");

	if (length == 0 || strspn(letters, "ivxIVX") < length)
		return false;
	return length > 1 || (tolower((unsigned char)*letters) == 'i' &&
				     strcmp(before, "(h)") != 0 && strcmp(before, "(H)") != 0);
}

/* Below what an item with that number stands, behind `after`. */
static size_t parent_for(const struct agenda *agenda, size_t after, const char *number)
{
	size_t parent = after;

	if (after == AGENDA_NONE || level_of(agenda, after) == 0)
		return after;
	while (level_of(agenda, parent) > 1)
		parent = agenda->items[parent].parent;
	/* A letter stands on the second level, a roman numeral below a letter. */
	bool roman = is_roman(number, agenda->items[parent].number);
	return roman ? parent : agenda->items[parent].parent;
}

/* Of "3 (b)": the item 3, and "(b)". */
static size_t named_parent(struct agenda *agenda, const char *number, const char **own)
{
	size_t parent = AGENDA_NONE, body = 0;
	struct str printed;

	str_init(&printed);
	if (number_item_parse(number, &printed, &body) && body == 0) {
		char *last = strrchr(printed.text, ' ');
		if (last) {
			*own = arena_strdup(&agenda->arena, last + 1);
			*last = '\0';
			parent = agenda_find(agenda, printed.text);
		}
	}
	str_clear(&printed);
	return parent;
}

size_t agenda_edit_add(
	struct agenda *agenda, size_t after, const char *number, const char *title, struct err *err)
{
	bool figure = isdigit((unsigned char)*number) || strncasecmp(number, "item", 4) == 0;
	size_t parent, at;

	if (after == AGENDA_NONE && agenda->item_count > 0)
		after = agenda->item_count - 1;
	parent = figure ? named_parent(agenda, number, &number) : parent_for(agenda, after, number);
	if (parent == AGENDA_NONE) {
		while (after != AGENDA_NONE && agenda->items[after].parent != AGENDA_NONE)
			after = agenda->items[after].parent;
		at = after == AGENDA_NONE ? 0 : end_of(agenda, after);
	} else if (after == parent) {
		at = parent + 1;
	} else {
		while (is_below(agenda, after, parent) && agenda->items[after].parent != parent)
			after = agenda->items[after].parent;
		at = end_of(agenda, is_below(agenda, after, parent) ? after : parent);
	}
	insert(agenda, at, parent);
	return agenda_edit_item(agenda, at, number, title, err) ? at : AGENDA_NONE;
}

/* --- levels --- */

bool agenda_edit_raise(struct agenda *agenda, size_t item, struct err *err)
{
	size_t parent = agenda->items[item].parent, end;

	if (parent == AGENDA_NONE)
		return err_set(err, ERR_DATA, "item %s is on the highest level",
			agenda->items[item].printed);
	end = end_of(agenda, item);
	for (size_t i = end; i < agenda->item_count; i++)
		if (agenda->items[i].parent == parent)
			agenda->items[i].parent = item;
	agenda->items[item].parent = agenda->items[parent].parent;
	agenda->items[item].confidence = AGENDA_SURE;
	/* On top it is an item of its own, of the same body. */
	relabel(agenda, item, place_of(agenda, parent) + 1, end);
	return true;
}

static size_t item_above(const struct agenda *agenda, size_t item)
{
	for (size_t i = item; i-- > 0;)
		if (agenda->items[i].parent == agenda->items[item].parent)
			return i;
	return AGENDA_NONE;
}

bool agenda_edit_lower(struct agenda *agenda, size_t item, struct err *err)
{
	size_t above = item_above(agenda, item);
	struct agenda_item *it = &agenda->items[item];

	if (above == AGENDA_NONE)
		return err_set(err, ERR_DATA,
			"item %s is the first of its level: there is none to put it under",
			it->printed);
	it->parent = above;
	it->joint = NULL;
	it->joint_count = 0;
	it->confidence = AGENDA_SURE;
	relabel(agenda, item, 1, end_of(agenda, item));
	return true;
}

/* --- taking an item out --- */

static void add_document(const struct agenda *agenda, size_t index, struct str *out)
{
	const struct agenda_document *document = &agenda->documents[index];
	size_t citing = 0;

	/* What is in the list of documents stays there. */
	if ((document->title && *document->title) || (document->kind && *document->kind))
		return;
	for (size_t i = 0; i < agenda->item_count; i++)
		for (size_t j = 0; j < agenda->items[i].document_count; j++)
			citing += agenda->items[i].documents[j] == index;
	if (citing <= 1)
		str_addf(out, "\n%s", document->symbols);
}

static void add_item_text(const struct agenda *agenda, size_t index, struct str *out)
{
	const struct agenda_item *item = &agenda->items[index];

	str_addf(out, "%s%s %s", out->length ? "\n" : "", item->number, item->title);
	if (item->heading)
		str_addf(out, "\n%s", item->heading);
	if (item->annotation)
		str_addf(out, "\n%s", item->annotation);
	for (size_t i = 0; i < item->mandate_count; i++)
		str_addf(out, "\n%s %s%s%s", item->mandates[i].kind, item->mandates[i].number,
			item->mandates[i].title ? ", " : "",
			item->mandates[i].title ? item->mandates[i].title : "");
	for (size_t i = 0; i < item->document_count; i++)
		add_document(agenda, item->documents[i], out);
}

/* Out of the slots; those that are left move up. */
static void leave_slots(struct agenda *agenda, size_t item, const char *title)
{
	for (size_t i = 0; i < agenda->slot_count; i++) {
		struct agenda_slot *slot = &agenda->slots[i];
		bool held = false;
		for (size_t j = slot->item_count; j-- > 0;) {
			if (slot->items[j].item == item) {
				agenda_edit_close(
					slot->items, slot->item_count--, j, sizeof *slot->items);
				held = true;
			} else if (slot->items[j].item > item) {
				slot->items[j].item--;
			}
		}
		if (held && slot->item_count == 0 && !slot->label)
			slot->label = title;
	}
}

static void take_out(struct agenda *agenda, size_t item)
{
	leave_slots(agenda, item, agenda->items[item].title);
	agenda_edit_close(agenda->items, agenda->item_count--, item, sizeof *agenda->items);
	for (size_t i = item; i < agenda->item_count; i++)
		if (agenda->items[i].parent != AGENDA_NONE && agenda->items[i].parent > item)
			agenda->items[i].parent--;
}

void agenda_edit_remove(struct agenda *agenda, size_t item, struct agenda_lines lines)
{
	size_t end = end_of(agenda, item);
	struct str text;

	str_init(&text);
	for (size_t i = item; i < end; i++)
		add_item_text(agenda, i, &text);
	while (end-- > item)
		take_out(agenda, end);
	agenda_edit_unread(agenda, lines, text.text);
	str_clear(&text);
	print_numbers(agenda);
}

/* --- what was not understood --- */

/* Nothing but marks and blanks is left of it. */
static bool says_nothing(const char *text)
{
	for (; *text; text++)
		if (isalnum((unsigned char)*text) || (unsigned char)*text >= 0x80)
			return false;
	return true;
}

/* What of the text is before and behind the title, and the number there. A title that was
 * put in other words is all of a text of about its length; of a longer one nothing goes. */
static void rest_of(const char *text, const char *number, const char *title, struct str *out)
{
	const char *found = strstr(text, title);
	size_t label_length = strlen(number);

	if (!found) {
		str_add(out, strlen(text) > 2 * strlen(title) ? text : "");
		return;
	}
	const char *before = text + strspn(text, " ");
	if (strncmp(before, number, label_length) == 0)
		before += label_length;
	if (before < found)
		str_addn(out, before, (size_t)(found - before));
	if (says_nothing(out->text))
		str_reset(out);
	found += strlen(title);
	str_add(out, found + strspn(found, " \n.;:"));
}

size_t agenda_edit_piece_item(struct agenda *agenda, size_t piece, size_t after, const char *number,
	const char *title, struct err *err)
{
	struct agenda_piece was = agenda->unread[piece];
	size_t item = agenda_edit_add(agenda, after, number, title, err);
	struct str rest;

	if (item == AGENDA_NONE)
		return item;
	str_init(&rest);
	rest_of(was.text, number, title, &rest);
	if (says_nothing(rest.text))
		agenda_edit_piece_drop(agenda, piece);
	else
		agenda->unread[piece].text = trimmed(agenda, rest.text);
	str_clear(&rest);
	return item;
}

void agenda_edit_piece_annotate(struct agenda *agenda, size_t piece, size_t item)
{
	struct agenda_item *it = &agenda->items[item];
	const char *text = agenda->unread[piece].text;

	it->annotation = it->annotation
				 ? arena_printf(&agenda->arena, "%s\n\n%s", it->annotation, text)
				 : text;
	agenda_edit_piece_drop(agenda, piece);
}

void agenda_edit_piece_drop(struct agenda *agenda, size_t piece)
{
	agenda_edit_close(agenda->unread, agenda->unread_count--, piece, sizeof *agenda->unread);
}
