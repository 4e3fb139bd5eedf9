/* SPDX-License-Identifier: MIT */
/*
 * Limits of speaking time. How well one fits is a number of three digits, so that
 * the comparison is one: kind before item before class. What a speaker has left is
 * said in words that differ in their form, never by colour alone.
 */
#include "model/limit.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "model/phrase.h"

enum {
	LAST_SECONDS = 30,
	LAST_PART = 10,
	MOST = 12 * 3600, /* seconds */
	BY_KIND = 10000,
	BY_ITEM = 10,
	BY_CLASS = 1,
	NEAREST = 100 /* above which items would not nest */
};

static bool asked_for(const char *kind)
{
	static const char *const kinds[] = {"general", "explanation_before", "explanation_after"};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kind, kinds[i]) == 0)
			return true;
	return false;
}

/* More the nearer; 0 = the item is not among them. */
static int nearness(const int64_t *items, int64_t item)
{
	for (int i = 0; i < NEAREST && items[i]; i++)
		if (items[i] == item)
			return NEAREST - i;
	return 0;
}

/* -1 = it is not for this speech. */
static int fit(const struct limit *limit, const struct limit_speech *speech)
{
	const char *kind = speech->kind ? speech->kind : "general";
	int fits = 0;

	if (limit->kind ? strcmp(limit->kind, kind) != 0 : !asked_for(kind))
		return -1;
	fits += limit->kind ? BY_KIND : 0;
	if (limit->item) {
		int near = nearness(speech->items, limit->item);
		if (near == 0)
			return -1;
		fits += near * BY_ITEM;
	}
	if (limit->class >= 0) {
		if (limit->class != (int)speech->class)
			return -1;
		fits += BY_CLASS;
	}
	return fits;
}

const struct limit *limit_holding(
	const struct limit *limits, size_t count, const struct limit_speech *speech)
{
	const struct limit *best = NULL;
	int most = -1;

	for (size_t i = 0; i < count; i++) {
		int fits = fit(&limits[i], speech);
		if (fits >= 0 && fits >= most) {
			most = fits;
			best = &limits[i];
		}
	}
	return best;
}

/* --- as typed --- */

/* Up to five digits; false if there is none. */
static bool read_number(const char **text, long *number)
{
	char *end;

	if (!isdigit((unsigned char)**text) || strspn(*text, "0123456789") > 5)
		return false;
	*number = strtol(*text, &end, 10);
	*text = end;
	return true;
}

static bool read_minutes(const char *text, long *seconds)
{
	long part;

	if (!read_number(&text, seconds))
		return false;
	if (*text != ':') {
		*seconds *= 60;
		text += strspn(text, " ");
		return *text == '\0' || strcmp(text, "min") == 0 || strcmp(text, "minutes") == 0;
	}
	for (int parts = 0; *text == ':' && parts < 2; parts++) {
		if (strspn(text + 1, "0123456789") != 2)
			return false;
		text++;
		if (!read_number(&text, &part) || part > 59)
			return false;
		*seconds = *seconds * 60 + part;
	}
	return *text == '\0';
}

bool limit_parse(const char *text, int *seconds, struct err *err)
{
	long read = 0;

	if (strcmp(text, "none") == 0) {
		*seconds = 0;
		return true;
	}
	if (!read_minutes(text, &read))
		return err_set(err, ERR_USAGE,
			"a limit is minutes (5), minutes and seconds (2:30) or none, and not '%s'",
			text);
	if (read > MOST)
		return err_set(err, ERR_USAGE, "nobody speaks for more than 12 hours");
	*seconds = (int)read;
	return true;
}

/* --- as said --- */

enum limit_state limit_state(long spoken, int limit)
{
	int last = limit / LAST_PART > LAST_SECONDS ? limit / LAST_PART : LAST_SECONDS;

	if (limit <= 0)
		return LIMIT_NONE;
	if (spoken > limit)
		return LIMIT_OVER;
	return limit - spoken <= last ? LIMIT_SOON : LIMIT_RUNNING;
}

void limit_phrase(long spoken, int limit, struct str *out)
{
	switch (limit_state(spoken, limit)) {
	case LIMIT_NONE:
		phrase_duration(spoken, out);
		return;
	case LIMIT_RUNNING:
		phrase_duration(spoken, out);
		str_add(out, " of ");
		phrase_duration(limit, out);
		return;
	case LIMIT_SOON:
		phrase_duration(limit - spoken, out);
		str_add(out, " left");
		return;
	case LIMIT_OVER:
		str_add(out, "OVER by ");
		phrase_duration(spoken - limit, out);
		return;
	}
}
