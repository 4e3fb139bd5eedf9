/* SPDX-License-Identifier: MIT */
/* Changes that a DOCX keeps beside its text: who put in or took out which words, and when. */
#ifndef DOCX_TRACKED_H
#define DOCX_TRACKED_H

#include "base/str.h"
#include "exchange/reading.h"
#include "pack/xml.h"

struct docx_tracked {
	struct reading *reading;
	int depth;    /* of the element that holds the words; 0 = in none */
	bool gone;    /* they were taken out */
	bool in_gone; /* set by who reads: in such words now */
	const char *author, *date;
	struct str text;
	size_t placed; /* changes whose paragraph is known */
};

void docx_tracked_init(struct docx_tracked *tracked, struct reading *reading);
void docx_tracked_clear(struct docx_tracked *tracked); /* gives the last ones their paragraph */

/* An element at that depth that holds words; one inside another belongs to that. */
void docx_tracked_begin(
	struct docx_tracked *tracked, int depth, bool gone, struct xml_attributes attributes);
/* Words of it; outside of one they are no change. */
void docx_tracked_add(struct docx_tracked *tracked, const char *text, size_t length);
void docx_tracked_end(struct docx_tracked *tracked);
/* Those since the last time stand in the paragraph that is appended next. */
void docx_tracked_place(struct docx_tracked *tracked);

#endif
