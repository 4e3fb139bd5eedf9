/* SPDX-License-Identifier: MIT */
/*
 * The drafting check of a session's recommendations. The document that is checked is put
 * together here: chapeau, text, text, …; a finding is brought back to its text.
 */
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "command/drafting.h"
#include "store/recommendation.h"
#include "store/silence.h"

struct drafting {
	struct style_text *texts;
	const struct recommendation_row **rows; /* of each text; NULL = a chapeau, or typed */
	size_t count;
};

static void add_text(struct drafting *drafting, const struct recommendation_row *row,
	const char *text, bool operative)
{
	drafting->rows[drafting->count] = row;
	drafting->texts[drafting->count++] =
		(struct style_text){.text = text, .running = true, .operative = operative};
}

static void add_set(struct drafting *drafting, const struct set_row *set,
	const struct recommendation_row *rows, size_t count, int64_t only, const char *typed)
{
	bool lettered = strcmp(set->style, "numbered") != 0;

	if (set->chapeau && *set->chapeau)
		add_text(drafting, NULL, set->chapeau, false);
	for (size_t i = 0; i < count; i++) {
		bool meant = rows[i].id == only;
		if (rows[i].in_set == set->id && (meant || rows[i].letter > 0))
			add_text(drafting, &rows[i], meant && typed ? typed : rows[i].text,
				lettered);
	}
}

static struct drafting put_together(
	struct desk *desk, struct arena *arena, int64_t only, const char *typed)
{
	size_t set_count, count;
	const struct set_row *sets = store_sets(desk->store, desk->session, arena, &set_count);
	const struct recommendation_row *rows =
		store_recommendations(desk->store, desk->session, arena, &count);
	size_t room = set_count + count + 1;
	struct drafting drafting = {.texts = arena_alloc(arena, room * sizeof *drafting.texts),
		.rows = arena_alloc(arena, room * sizeof(struct recommendation_row *))};

	for (size_t i = 0; i < set_count; i++)
		add_set(&drafting, &sets[i], rows, count, only, typed);
	if (typed && !only)
		add_text(&drafting, NULL, typed,
			set_count == 0 || strcmp(sets[0].style, "numbered") != 0);
	return drafting;
}

static bool is_silenced(
	const struct silence_row *silences, size_t count, const struct style_finding *finding)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(silences[i].rule, finding->rule) == 0 &&
			(!*silences[i].words || strcasecmp(silences[i].words, finding->words) == 0))
			return true;
	}
	return false;
}

/* Line and column of a byte of a text, from 1. */
static void find_place(const char *text, size_t from, int *line, int *column)
{
	size_t start = 0;

	*line = *column = 1;
	for (size_t i = 0; i < from; i++) {
		if (text[i] == '\n') {
			++*line;
			start = i + 1;
		}
	}
	while (start < from) {
		start += utf8_cluster(text + start, from - start, NULL);
		++*column;
	}
}

static struct drafting_finding brought_back(
	const struct drafting *drafting, const struct style_finding *found)
{
	const struct recommendation_row *row = drafting->rows[found->text];
	struct drafting_finding finding = {.recommendation = row ? row->id : 0,
		.number = row ? row->number : 0,
		.from = found->from,
		.length = found->length,
		.rule = found->rule,
		.words = found->words,
		.sentence = found->sentence,
		.suggestion = found->suggestion};

	find_place(drafting->texts[found->text].text, found->from, &finding.line, &finding.column);
	return finding;
}

/* Is the text one whose findings are asked for? */
static bool is_meant(const struct drafting *drafting, size_t text, int64_t only, const char *typed)
{
	const struct recommendation_row *row = drafting->rows[text];

	if (only)
		return row && row->id == only;
	return typed ? text + 1 == drafting->count : row != NULL;
}

struct drafting_finding *drafting_check(struct desk *desk, struct arena *arena, int64_t only,
	const char *typed, size_t *count, size_t *silenced)
{
	struct drafting drafting = put_together(desk, arena, only, typed);
	size_t found, silence_count, hushed = 0;
	const struct silence_row *silences =
		store_silences(desk->store, desk->session, arena, &silence_count);
	for (size_t i = 0; i < drafting.count; i++)
		drafting.texts[i].aside = !is_meant(&drafting, i, only, typed);
	const struct style_finding *all = style_check_joint(
		arena, drafting_sheet(desk), drafting.texts, drafting.count, false, &found);
	struct drafting_finding *findings = arena_alloc(arena, found * sizeof *findings);

	*count = 0;
	for (size_t i = 0; i < found; i++) {
		if (is_silenced(silences, silence_count, &all[i]))
			hushed++;
		else
			findings[(*count)++] = brought_back(&drafting, &all[i]);
	}
	if (silenced)
		*silenced = hushed;
	return findings;
}
