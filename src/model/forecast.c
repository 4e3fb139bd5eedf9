/* SPDX-License-Identifier: MIT */
/*
 * The forecast of the slot: who has the floor ends, then one after the other
 * speaks for its limit, or without one for as long as the others did. Whoever
 * would still be speaking at the end is left over.
 */
#include "model/forecast.h"

#include "model/phrase.h"

/* What a speech still takes: nothing once its time is over. */
static long rest(const struct forecast_floor *floor, int limit, long spoken)
{
	long whole = limit > 0 ? limit : floor->average;

	return whole > spoken ? whole - spoken : 0;
}

static long floor_rest(const struct forecast_floor *floor)
{
	return (floor->speaking ? rest(floor, floor->limit, floor->spoken) : 0) +
	       (floor->owed ? rest(floor, floor->owed_limit, floor->owed_spoken) : 0);
}

struct forecast forecast_make(const struct forecast_floor *floor)
{
	struct forecast forecast = {.speakers = floor->count,
		.known = true,
		.seconds = floor_rest(floor),
		.ends = floor->ends};
	bool ends = floor->left != FORECAST_OPEN;

	for (size_t i = 0; i < floor->count; i++) {
		int own = floor->limits[i] > 0 ? floor->limits[i] : floor->average;
		forecast.guessed = forecast.guessed || floor->limits[i] <= 0;
		forecast.known = forecast.known && own > 0;
		forecast.seconds += own;
		forecast.over += ends && forecast.seconds > floor->left;
	}
	forecast.bounded = ends && (forecast.known || floor->left == 0);
	if (!forecast.bounded)
		forecast.over = 0;
	else if (floor->left == 0)
		forecast.over = floor->count;
	return forecast;
}

static void add_count(struct str *out, const char *before, size_t count, const char *behind)
{
	str_add(out, before);
	str_add_number(out, count, 1);
	str_add(out, behind);
}

static void add_need(const struct forecast *forecast, enum forecast_form form, struct str *out)
{
	if (!forecast->known)
		return;
	str_add(out, forecast->guessed ? ", about " : ", ");
	phrase_minutes((forecast->seconds + 59) / 60, out);
	if (!forecast->guessed && form <= FORECAST_PLAIN)
		str_add(out, " at the limits");
}

/* In as few words as still say how long, and who is left over. */
static void add_brief(const struct forecast *forecast, struct str *out)
{
	str_add_number(out, forecast->speakers, 1);
	if (forecast->known) {
		str_add(out, forecast->speakers == 1 ? " needs " : " need ");
		str_add(out, forecast->guessed ? "about " : "");
		phrase_minutes((forecast->seconds + 59) / 60, out);
	} else {
		str_add(out, " waiting");
	}
	if (forecast->over > 0)
		add_count(out, ": ", forecast->over, " over");
}

void forecast_phrase(const struct forecast *forecast, enum forecast_form form, struct str *out)
{
	if (forecast->speakers == 0)
		return;
	if (form == FORECAST_LEAST || (!forecast->known && !forecast->bounded)) {
		add_count(out, "", forecast->speakers, " waiting");
		if (forecast->over > 0)
			add_count(out, ", ", forecast->over, " over");
		return;
	}
	if (form == FORECAST_BRIEF) {
		add_brief(forecast, out);
		return;
	}
	add_count(out, "", forecast->speakers, forecast->speakers == 1 ? " speaker" : " speakers");
	add_need(forecast, form, out);
	if (!forecast->bounded)
		return;
	if (form == FORECAST_FULL && forecast->ends >= 0) {
		str_add(out, ", slot ends ");
		phrase_clock(forecast->ends, out);
	}
	if (forecast->over > 0)
		add_count(out, ": ", forecast->over, " left over");
	else
		str_add(out, forecast->speakers == 1 ? ": fits" : ": all fit");
}
