/* SPDX-License-Identifier: MIT */
/*
 * Which points are told together is read once: it is a short table beside a long log. A
 * point that is told by another one (its lead) is a source of that paragraph, in a part
 * too, unless the lead was issued before: then it is told alone, for what was issued stays.
 */
#include "together.h"

#include <stdlib.h>
#include <string.h>

#include "part.h"
#include "store/point.h"

struct together_all {
	struct point_told *points; /* by number */
	struct point_told *led;    /* the same by lead, then number */
	size_t count;
	const struct item_row *item; /* that spoke was counted of */
	int64_t spoke;
	struct report_voices *voices; /* that nodes were made of */
	size_t voice_count;
};

static int compare_lead(const void *a, const void *b)
{
	const struct point_told *one = a, *other = b;

	if (one->lead_number != other->lead_number)
		return one->lead_number < other->lead_number ? -1 : 1;
	return (one->number > other->number) - (one->number < other->number);
}

static struct together_all *all_of(struct report *report)
{
	struct together_all *all = report->together;

	if (all)
		return all;
	all = arena_alloc(&report->arena, sizeof *all);
	all->points =
		store_points_told(report->store, report->session, &report->arena, &all->count);
	all->led = arena_alloc(&report->arena, (all->count + 1) * sizeof *all->led);
	if (all->count)
		memcpy(all->led, all->points, all->count * sizeof *all->led);
	qsort(all->led, all->count, sizeof *all->led, compare_lead);
	report->together = all;
	return all;
}

static int compare_number(const void *key, const void *row)
{
	int64_t number = *(const int64_t *)key;
	int64_t other = ((const struct point_told *)row)->number;

	return (number > other) - (number < other);
}

/* Names are told, not counted, where the style has them. */
static const struct point_told *find(struct report *report, int64_t number)
{
	const struct together_all *all = all_of(report);

	if (all->count == 0 || (report->line->options & STYLE_NAMED))
		return NULL;
	return bsearch(&number, all->points, all->count, sizeof *all->points, compare_number);
}

bool together_follows(struct report *report, int64_t number)
{
	const struct point_told *told = find(report, number);

	return told && told->lead != told->point &&
	       part_takes(report, "POINT", NULL, 'p', told->lead_number);
}

void together_sources(struct report *report, int64_t number, struct sources *told)
{
	const struct together_all *all = all_of(report);
	size_t from = 0, to = all->count;

	if (!find(report, number))
		return;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (all->led[middle].lead_number < number)
			from = middle + 1;
		else
			to = middle;
	}
	for (; from < all->count && all->led[from].lead_number == number; from++) {
		sources_add(told, 's', all->led[from].statement_number);
		sources_add(told, 'p', all->led[from].number);
	}
}

/* --- how many --- */

static int64_t spoke_under(struct report *report, const struct item_row *item)
{
	struct together_all *all = all_of(report);

	if (all->item != item) {
		all->item = item;
		all->spoke = store_item_count(report->store, item->id).with_members;
	}
	return all->spoke;
}

static void advise(struct report *report, const struct item_row *item, int64_t number,
	struct together *together)
{
	const struct point_told *told = find(report, number);
	struct point_count count = {1, 1};

	if (told)
		count = store_point_count(report->store, told->lead);
	together->said = count.with_members;
	together->spoke = spoke_under(report, item);
	together->advised =
		quantifier_advice(template_text(report->facts.template, "quantifier.scale"),
			count.voices, count.with_members, together->spoke);
}

bool together_read(struct report *report, const struct item_row *item, struct report_said *said,
	struct together *together)
{
	const char *words;
	enum quantifier wanted = quantifier_said(said->text, &words);
	const struct point_told *told = find(report, said->number);

	said->text = words;
	*together = (struct together){.told = wanted, .advised = QUANTIFIER_ONE};
	/* What comes here under a lead is told alone, for that was issued before. */
	bool alone = !told || told->lead != told->point;
	if ((report->line->options & STYLE_NAMED) || (alone && wanted == QUANTIFIERS))
		return false;
	advise(report, item, said->number, together);
	if (wanted == QUANTIFIERS)
		together->told = together->advised;
	if (wanted == QUANTIFIERS && together->told == QUANTIFIER_ONE)
		return false;
	together->several = together->told >= QUANTIFIER_SOME;
	together->phrase = template_text(report->facts.template, quantifier_key(together->told));
	return true;
}

void together_check(struct report *report, struct node *node, const struct report_said *said,
	const struct together *together)
{
	struct together_all *all = all_of(report);

	all->voices =
		arena_grow(&report->arena, all->voices, all->voice_count, sizeof *all->voices);
	all->voices[all->voice_count++] =
		(struct report_voices){node, together->said, together->spoke};
	if (together->told == together->advised)
		return;
	struct report_gap *gap = build_gap(report, node,
		"Point p%lld is told as “%s”; %lld of %lld who spoke said it (“%s”): point say p%lld",
		(long long)said->number, together->phrase, (long long)together->said,
		(long long)together->spoke,
		template_text(report->facts.template, quantifier_key(together->advised)),
		(long long)said->number);
	gap->statement = said->statement;
}

const struct report_voices *report_voices_of(const struct report *report, const struct node *node)
{
	const struct together_all *all = report->together;

	for (size_t i = 0; all && i < all->voice_count; i++)
		if (all->voices[i].node == node)
			return &all->voices[i];
	return NULL;
}
