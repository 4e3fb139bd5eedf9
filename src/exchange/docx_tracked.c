/* SPDX-License-Identifier: MIT */
/*
 * Tracked changes of a DOCX, gathered while its text is read (docx_text). What only
 * changes how something looks is none; what is put in and taken out again is listed twice.
 */
#include <stdlib.h>
#include <string.h>

#include "docx_tracked.h"
#include "reading_build.h"

void docx_tracked_init(struct docx_tracked *tracked, struct reading *reading)
{
	*tracked = (struct docx_tracked){.reading = reading, .placed = reading->change_count};
	str_init(&tracked->text);
}

void docx_tracked_clear(struct docx_tracked *tracked)
{
	docx_tracked_place(tracked);
	str_clear(&tracked->text);
}

static const char *kept(struct docx_tracked *tracked, const char *text)
{
	char *folded = reading_fold(text, strlen(text));
	const char *kept = arena_strdup(&tracked->reading->arena, folded);

	free(folded);
	return kept;
}

static const char *attribute(
	struct docx_tracked *tracked, struct xml_attributes attributes, const char *name)
{
	const char *value = xml_attribute(attributes, name);

	return kept(tracked, value ? value : "");
}

void docx_tracked_begin(
	struct docx_tracked *tracked, int depth, bool gone, struct xml_attributes attributes)
{
	if (tracked->depth)
		return;
	tracked->depth = depth;
	tracked->gone = gone;
	tracked->author = attribute(tracked, attributes, "author");
	tracked->date = attribute(tracked, attributes, "date");
	str_reset(&tracked->text);
}

void docx_tracked_add(struct docx_tracked *tracked, const char *text, size_t length)
{
	if (tracked->depth)
		str_addn(&tracked->text, text, length);
}

void docx_tracked_end(struct docx_tracked *tracked)
{
	struct reading *reading = tracked->reading;
	const char *text = kept(tracked, tracked->text.text);

	tracked->depth = 0;
	if (!*text || reading->change_count == READING_PARAGRAPHS_MAX)
		return;
	reading->changes = arena_grow(
		&reading->arena, reading->changes, reading->change_count, sizeof *reading->changes);
	reading->changes[reading->change_count++] = (struct reading_change){
		.gone = tracked->gone,
		.text = text,
		.author = tracked->author,
		.date = tracked->date,
	};
}

void docx_tracked_place(struct docx_tracked *tracked)
{
	struct reading *reading = tracked->reading;

	for (; tracked->placed < reading->change_count; tracked->placed++)
		reading->changes[tracked->placed].paragraph = reading->count;
}
