/* SPDX-License-Identifier: MIT */
/*
 * The form of a report (conventions 2): an ordered list of sections, each a line
 *
 *	KIND [OPTION…] [LEVEL] [HEADING]
 *
 * "statements 2 HEAD-STAT". LEVEL 1 to 6 numbers the heading, 0 does not; without it there
 * is no heading. HEADING is the key of a formula, or words of its own, which may have the
 * fields of one: "attendance 2 delegations at the {bodies|meeting|meetings}". A line
 *
 *	formula KEY with KEY|WORDS
 *
 * lets a formula say something else in this style: "formula DOC-1 with DOC-1/short".
 */
#ifndef MODEL_TEMPLATE_STYLE_H
#define MODEL_TEMPLATE_STYLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "model/template.h"

enum style_kind {
	STYLE_TITLE,   /* HEADING is the title */
	STYLE_HEADING, /* nothing but the heading */
	STYLE_INTRODUCTION,
	STYLE_RECOMMENDATIONS,
	STYLE_FOLLOW_UP,
	STYLE_SUMMARY,  /* an item each; without a heading each item is a chapter */
	STYLE_OPENING,  /* when they met, and who was in the chair */
	STYLE_MEETINGS, /* when they met */
	STYLE_CHAIR,    /* who was in the chair */
	STYLE_STATEMENTS,
	STYLE_AGENDA,
	STYLE_ATTENDANCE,
	STYLE_DOCUMENTATION,
	STYLE_ADOPTION,
	STYLE_ANNEX,
	STYLE_FORMULA, /* no section: this style says a formula otherwise */
	STYLE_KINDS
};

enum style_option {
	STYLE_FLAT = 1,   /* summary: items have no headings */
	STYLE_NAMED = 2,  /* summary: speakers by name */
	STYLE_ACTION = 4, /* summary: under each item what was deliberated and what was decided */
	STYLE_REST = 8,   /* recommendations: those that are under no item */
	STYLE_ITEM = 16,  /* title: a draft names the item on its adoption in the corner */
	STYLE_LIST = 32   /* title: a list, that has not the symbol of the report */
};

struct style_part {
	enum style_kind kind;
	unsigned options;    /* style_option bits */
	int level;           /* of the heading; -1: none */
	const char *heading; /* a key of the template or words; NULL: none */
	const char *formula; /* of STYLE_FORMULA: the key that has them instead of its own */
	bool own;            /* words */
};

extern const char *const style_kinds[]; /* "title" "heading" …; ended by NULL */

/* Reads a line into part, with its texts in the arena (NULL: only looked at). ERR_DATA for
 * an unknown kind (with the nearest), an option or field that it does not have, a heading
 * without level or the reverse. */
bool style_parse(const char *line, struct arena *arena, struct style_part *part, struct err *err);
/* That style from now on, also where a body has one of its own; ERR_USAGE if there is none. */
bool template_only_style(struct template *template, const char *style, struct err *err);
/* The parts of a style of the template, in the arena; NULL if it has none of that key. */
struct style_part *style_parts(
	const struct template *template, const char *key, struct arena *arena, size_t *count);

#endif
