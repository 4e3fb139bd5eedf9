/* SPDX-License-Identifier: MIT */
/*
 * Before texts are adopted: everything that stands against it is one question, so that who
 * says yes has read what is waived; and whether they are adopted as orally amended follows
 * from the record, unless it is said.
 */
#include <string.h>

#include "adoption.h"

enum { WHY_NAMED = 5 }; /* of the amendments in a reply */

/* --- what stands against it --- */

static int64_t root_of(const struct recommendation_row *row)
{
	return row->alternative_of ? row->alternative_of : row->id;
}

static void add(struct str *out, const char *said)
{
	str_addf(out, "%s%s", out->length ? "; " : "", said);
}

/* Of alternatives one is adopted as a rule. */
static void add_alternatives(struct call *call, const struct bundle *bundle, struct str *out)
{
	for (size_t i = 0; i < bundle->count; i++)
		for (size_t j = 0; j < i; j++)
			if (root_of(&bundle->rows[i]) == root_of(&bundle->rows[j]))
				add(out, arena_printf(&call->arena, "r%d and r%d are alternatives",
						 bundle->rows[j].number, bundle->rows[i].number));
}

/* What is left of the alternatives to one that was adopted is decided by itself. */
static void add_the_rest(struct call *call, const struct bundle *bundle, struct str *out)
{
	size_t count;
	const struct recommendation_row *all =
		store_recommendations(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; bundle->in_set && i < bundle->count; i++)
		for (size_t j = 0; j < count; j++)
			if (all[j].state == RECOMMENDATION_ADOPTED &&
				root_of(&all[j]) == root_of(&bundle->rows[i]))
				add(out, arena_printf(&call->arena,
						 "r%d is an alternative to r%d, which was adopted",
						 bundle->rows[i].number, all[j].number));
}

/* A set is adopted as a whole: what would be added to it is decided first. */
static void add_paragraphs(struct call *call, const struct bundle *bundle, struct str *out)
{
	struct store *store = call->desk->store;
	struct recommendation_row text;
	size_t count;
	const struct amendment_row *rows =
		store_amendments(store, call->desk->session, 0, &call->arena, &count);

	for (size_t i = 0; bundle->in_set && i < count; i++)
		if (rows[i].kind == AMENDMENT_PARAGRAPH && rows[i].state == AMENDMENT_PROPOSED &&
			store_recommendation(store, rows[i].recommendation, &call->arena, &text) &&
			text.in_set == bundle->in_set)
			add(out, arena_printf(&call->arena, "a%d, a new paragraph, is undecided",
					 rows[i].number));
}

bool adoption_may(
	struct call *call, const struct bundle *bundle, const char **waived, struct err *err)
{
	struct str against;

	str_init(&against);
	for (size_t i = 0; i < bundle->count; i++)
		texts_against(call, &bundle->rows[i], &against);
	add_alternatives(call, bundle, &against);
	add_the_rest(call, bundle, &against);
	add_paragraphs(call, bundle, &against);
	*waived = arena_strdup(&call->arena, against.text);
	str_clear(&against);
	return !**waived || call_agreed(call, err, "anyway",
				    arena_printf(&call->arena, "%s. Adopt %s all the same?",
					    *waived, bundle->count > 1 ? "them" : "it"));
}

/* --- as orally amended --- */

static void add_why(
	struct call *call, struct orally *orally, const struct oral_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		orally->why = arena_grow(
			&call->arena, orally->why, orally->why_count, sizeof *orally->why);
		orally->why[orally->why_count++] = rows[i];
	}
}

static void read_record(struct call *call, const struct bundle *bundle, struct orally *orally)
{
	struct store *store = call->desk->store;
	size_t count, amended = 0;

	for (size_t i = 0; i < bundle->count; i++) {
		const struct oral_row *rows =
			store_oral_changes(store, bundle->rows[i].id, &call->arena, &count);
		orally->each[i] = count > 0;
		amended += count > 0;
		add_why(call, orally, rows, count);
	}
	orally->whole = amended == bundle->count;
	if (!bundle->in_set)
		return;
	const struct oral_row *rows =
		store_oral_paragraphs(store, bundle->in_set, &call->arena, &count);
	add_why(call, orally, rows, count);
	orally->whole = orally->why_count > 0;
}

void adoption_orally(struct call *call, const struct bundle *bundle, struct orally *orally)
{
	bool told = call_given(call, "orally-amended");
	bool yes = told && strcmp(call_text(call, "orally-amended"), "yes") == 0;

	*orally = (struct orally){
		.each = arena_alloc(&call->arena, (bundle->count + 1) * sizeof *orally->each)};
	read_record(call, bundle, orally);
	orally->denied = told && !yes && orally->why_count > 0;
	for (size_t i = 0; told && i < bundle->count; i++)
		orally->each[i] = yes;
	if (told)
		orally->whole = yes;
}

static void say_why(struct call *call, const struct orally *orally)
{
	for (size_t i = 0; i < orally->why_count && i < WHY_NAMED; i++) {
		str_add(&call->reply, i ? "; " : "");
		oral_say(&orally->why[i], &call->reply);
	}
	if (orally->why_count > WHY_NAMED)
		str_addf(&call->reply, "; and %zu more", orally->why_count - WHY_NAMED);
}

/* ", r2, r5 as orally amended"; of all of them without their names. */
static bool say_which(struct call *call, const struct bundle *bundle, const struct orally *orally)
{
	size_t said = 0;

	for (size_t i = 0; i < bundle->count && !orally->whole; i++)
		if (orally->each[i] && ++said)
			str_addf(&call->reply, ", r%d", bundle->rows[i].number);
	if (orally->whole || said)
		str_add(&call->reply, " as orally amended");
	return orally->whole || said;
}

void adoption_say_orally(
	struct call *call, const struct bundle *bundle, const struct orally *orally)
{
	if (orally->denied) {
		str_add(&call->reply, ", not as orally amended in spite of ");
		say_why(call, orally);
	} else if (say_which(call, bundle, orally) && orally->why_count) {
		str_add(&call->reply, " (");
		say_why(call, orally);
		str_addc(&call->reply, ')');
	}
}
