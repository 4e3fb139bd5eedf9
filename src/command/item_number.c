/* SPDX-License-Identifier: MIT */
/* The number that somebody gives an item: what it means, whether it is free, and where it
 * stands among the others. The agenda is not changed here. */
#include <stdlib.h>
#include <string.h>

#include "item_number.h"
#include "model/number.h"
#include "shown.h"

enum { BODIES_NAMED = 12 };

/* The body that stands before a number. */
static bool read_body(struct call *call, const char *text, size_t length, struct numbered *number,
	struct err *err)
{
	size_t count;
	const struct body_row *rows =
		store_bodies(call->desk->store, call->desk->session, &call->arena, &count);
	const char **keys = arena_alloc(&call->arena, (count + 1) * sizeof *keys);

	for (size_t i = 0; i < count; i++) {
		keys[i] = rows[i].key;
		if (strlen(rows[i].key) == length && strncmp(rows[i].key, text, length) == 0)
			number->body = &rows[i];
	}
	return length == 0 || number->body ||
	       err_set(err, ERR_USAGE, "there is no body '%.*s'; there are %s", (int)length, text,
		       shown_choice(&call->arena, keys, count, BODIES_NAMED));
}

/* The item that a sub-item's number stands under; false with a sentence if it is not there,
 * or is another than the one that was said. */
static bool find_above(struct call *call, const struct items *items, const char *last,
	struct numbered *number, struct err *err)
{
	const char *above = last ? arena_strndup(&call->arena, number->printed,
					   (size_t)(last - number->printed))
				 : "";

	if (number->parent)
		return strcmp(number->parent->printed, above) == 0 ||
		       err_set(err, ERR_USAGE, "'%s' is no number under item %s", number->printed,
			       number->parent->printed);
	if (last && number->body)
		above = arena_printf(&call->arena, "%s:%s", number->body->key, above);
	if (last)
		number->parent = amend_item(
			items, store_item_find(call->desk->store, call->desk->session, above));
	return !last || number->parent ||
	       err_set(err, ERR_USAGE, "there is no item %s to put it under", above);
}

bool item_number_read(struct call *call, const struct items *items, const char *text,
	struct numbered *number, struct err *err)
{
	bool whole = !number->parent || (*text >= '0' && *text <= '9') || strchr(text, ':');
	struct str printed;
	size_t body = 0;

	str_init(&printed);
	bool good = number_item_parse(
		whole ? text : arena_printf(&call->arena, "%s %s", number->parent->printed, text),
		&printed, &body);
	number->printed = arena_strdup(&call->arena, printed.text);
	str_clear(&printed);
	if (!good)
		return err_set(err, ERR_USAGE,
			"'%s' is no number of an item: 9, or of a sub-item 3(c)", text);
	if (!read_body(call, text, whole ? body : 0, number, err))
		return false;
	const char *last = strrchr(number->printed, ' ');
	number->label = last ? last + 1 : number->printed;
	return find_above(call, items, last, number, err);
}

static const struct item_row *find_printed(
	const struct items *items, const char *printed, int64_t body)
{
	for (size_t i = 0; i < items->count; i++)
		if (items->rows[i].body == body && strcmp(items->rows[i].printed, printed) == 0)
			return &items->rows[i];
	return NULL;
}

bool item_number_free(const struct items *items, const char *printed, int64_t body, struct err *err)
{
	const struct item_row *there = find_printed(items, printed, body);

	return !there || err_set(err, ERR_USAGE,
				 "item %s is there already, %s: item renumber gives it another "
				 "number",
				 there->printed, there->title);
}

/* The n for which `add` writes the text; 0 if there is none among the first. */
static int count_of(const char *text, size_t length, void (*add)(int n, struct str *out))
{
	struct str one;
	int value = 0;

	str_init(&one);
	for (int n = 1; value == 0 && n <= 52; n++) {
		str_reset(&one);
		add(n, &one);
		if (one.length == length && strncmp(one.text, text, length) == 0)
			value = n;
	}
	str_clear(&one);
	return value;
}

static void add_small_roman(int n, struct str *out)
{
	number_roman(n, false, out);
}

/* 3 for "3", "3 (c)" and "3 (a) (iii)": what stands lowest, by the place where it stands. */
static int value_of(const char *printed)
{
	const char *last = strrchr(printed, ' '), *text = last ? last + 1 : printed;
	bool deep = last && last != strchr(printed, ' ');

	text += *text == '(';
	size_t length = strcspn(text, ")");
	int letters = count_of(text, length, number_letter);
	int roman = count_of(text, length, add_small_roman);
	int value = deep && roman ? roman : letters ? letters : roman;

	return value ? value : atoi(text);
}

int item_number_place(const struct items *items, int64_t parent, int64_t body, const char *printed)
{
	int place = 1, at = 0;

	for (size_t i = 0; i < items->count; i++) {
		const struct item_row *item = &items->rows[i];
		if (item->parent != parent)
			continue;
		at++;
		if (item->body != body || value_of(item->printed) < value_of(printed))
			place = at + 1;
	}
	return place;
}
