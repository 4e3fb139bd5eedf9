/* SPDX-License-Identifier: MIT */
/* An agenda as read from a file; here only its life and how a reference finds
 * its item. What is a valid agenda is the reader's business. */
#include <string.h>

#include "base/str.h"
#include "model/agenda.h"
#include "model/number.h"

void agenda_init(struct agenda *agenda)
{
	*agenda = (struct agenda){0};
	arena_init(&agenda->arena);
}

void agenda_clear(struct agenda *agenda)
{
	arena_clear(&agenda->arena);
	agenda_init(agenda);
}

/* Numbers of files may be spelled as people type them. */
static bool same_number(const char *number, const char *printed)
{
	struct str canonical = STR_EMPTY;
	bool parsed = number_item_parse(number, &canonical, NULL);
	bool same = strcmp(parsed ? canonical.text : number, printed) == 0;

	str_clear(&canonical);
	return same;
}

static bool is_body(const struct agenda *agenda, size_t body, const char *key, size_t length)
{
	const char *its = agenda->bodies[body].key;

	return strlen(its) == length && strncmp(its, key, length) == 0;
}

static bool is_joint_item(const struct agenda *agenda, const struct agenda_item *item,
	const char *key, size_t length, const char *printed)
{
	for (size_t i = 0; i < item->joint_count; i++) {
		const struct agenda_joint *joint = &item->joint[i];
		const char *number = joint->number ? joint->number : item->printed;
		if ((!key || is_body(agenda, joint->body, key, length)) &&
			same_number(number, printed))
			return true;
	}
	return false;
}

static bool is_own_item(const struct agenda *agenda, const struct agenda_item *item,
	const char *key, size_t length, const char *printed)
{
	return (!key || is_body(agenda, item->body, key, length)) &&
	       strcmp(item->printed, printed) == 0;
}

typedef bool item_test(const struct agenda *agenda, const struct agenda_item *item, const char *key,
	size_t length, const char *printed);

/* The only item that passes; *count gets how many do. */
static size_t find_only(const struct agenda *agenda, item_test *test, const char *key,
	size_t length, const char *printed, size_t *count)
{
	size_t found = AGENDA_NONE;

	*count = 0;
	for (size_t i = 0; i < agenda->item_count; i++) {
		if (test(agenda, &agenda->items[i], key, length, printed)) {
			found = i;
			++*count;
		}
	}
	return *count == 1 ? found : AGENDA_NONE;
}

size_t agenda_find(const struct agenda *agenda, const char *reference)
{
	struct str printed = STR_EMPTY;
	size_t length, count, found = AGENDA_NONE;

	if (number_item_parse(reference, &printed, &length)) {
		const char *key = length ? reference : NULL;
		found = find_only(agenda, is_own_item, key, length, printed.text, &count);
		if (count == 0)
			found = find_only(agenda, is_joint_item, key, length, printed.text, &count);
	}
	str_clear(&printed);
	return found;
}
