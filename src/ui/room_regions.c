/* SPDX-License-Identifier: MIT */
/*
 * How the time of the item is shared between the regional groups, below the speakers'
 * list in its pane: added up from what the ledger has of each delegation, so that it
 * costs the same however much was logged. What each delegation had is `floor times`.
 */
#include <string.h>

#include "model/phrase.h"
#include "room.h"
#include "store/participant.h"

enum { NO_REGION = -1, TIME_COLUMNS = 15 };

/* Who is in which changes seldom, and is read when it does. */
static void read_members(struct room_members *members, struct app *app)
{
	int64_t version = store_versions(app_store(app))[STORE_ROSTER];
	size_t count;

	if (members->session == app_session(app) && members->version == version)
		return;
	arena_clear(&members->arena);
	const struct participant_region *rows = store_participant_regions(
		app_store(app), app_session(app), &members->arena, &count);
	members->rows = rows;
	members->count = count;
	members->session = app_session(app);
	members->version = version;
}

void room_regions_load(struct room *room, struct app *app)
{
	memset(room->region_times, 0, sizeof room->region_times);
	memset(room->region_spoke, 0, sizeof room->region_spoke);
	room->speaker_region = NO_REGION;
	room->region_count = 0;
	if (!room->listed)
		return;
	if (!store_spoken_known(app_store(app), app_session(app))) {
		room->adding_up = true;
		return;
	}
	read_members(&room->members, app);
	for (size_t i = 0; i < room->members.count; i++) {
		const struct participant_region *row = &room->members.rows[i];
		int region = region_find(row->region);
		struct spoken_time time =
			store_spoken_time(app_store(app), room->listed, row->participant);
		bool speaks = room->speaking && room->speaker.since &&
			      room->speaker.item == room->listed &&
			      room->speaker.participant == row->participant;
		if (region < 0 || (time.own + time.voice == 0 && !speaks))
			continue;
		if (speaks)
			room->speaker_region = region;
		room->region_times[region].own += time.own;
		room->region_times[region].voice += time.voice;
		room->region_spoke[region] = true;
	}
	for (int i = 0; i < REGIONS; i++)
		room->region_count += room->region_spoke[i];
}

/* For themselves, and behind a plus what their members said for groups. */
static void draw_region(
	const struct room *room, int region, int64_t now, const struct area *area, int row)
{
	struct spoken_time time = room->region_times[region];
	const struct statement_row *speaker = &room->speaker;
	struct str text;

	if (region == room->speaker_region && now > speaker->since)
		*(speaker->on_behalf ? &time.voice : &time.own) += now - speaker->since;
	str_init(&text);
	if (time.own > 0 || time.voice == 0)
		phrase_duration((long)(time.own / 1000), &text);
	if (time.voice > 0) {
		str_add(&text, time.own > 0 ? " + " : "+ ");
		phrase_duration((long)(time.voice / 1000), &text);
	}
	area_cut(area, row, 1, area->columns - TIME_COLUMNS - 2, STYLE_TEXT, regions[region].words);
	area_right(area, row, area->columns - 1, STYLE_TEXT, text.text);
	str_clear(&text);
}

void room_regions_draw(const struct room *room, int64_t now, const struct area *area)
{
	int row = 1;

	if (area->rows == 0)
		return;
	area_text(area, 0, 1, STYLE_FAINT, "TIME BY REGIONAL GROUP");
	for (int i = 0; i < REGIONS; i++)
		if (room->region_spoke[i])
			draw_region(room, i, now, area, row++);
}
