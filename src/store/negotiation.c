/* SPDX-License-Identifier: MIT */
/*
 * A text under negotiation, gathered from its tables and compared. Amendments to the text
 * are compared with one another, and those to one amendment: a level at a time.
 */
#include <string.h>

#include "model/bracket.h"
#include "model/recommendation_parts.h"
#include "sql.h"
#include "store/negotiation.h"

static bool counts(const struct amendment_row *row)
{
	return row->state == AMENDMENT_PROPOSED && row->kind != AMENDMENT_PARAGRAPH;
}

/* Who is named in a mark: the group that somebody speaks for, else that one. */
static const char *name_of(const struct amendment_row *row, struct arena *arena)
{
	if (row->on_behalf_name)
		return row->on_behalf_name;
	if (row->proposer_name)
		return row->proposer_name;
	return row->how == AMENDMENT_BY_CHAIR ? "Chair" : arena_printf(arena, "a%d", row->number);
}

static const struct amendment_row *parent_of(const struct negotiation *n, int64_t id)
{
	for (size_t i = 0; i < n->count; i++)
		if (n->amendments[i].id == id)
			return &n->amendments[i];
	return NULL;
}

/* Those to the text (0) or to one amendment, taken out, compared and put back; of all of
 * them, or (not 0) of one. */
static void compare_level(struct negotiation *n, int64_t parent, int64_t only, struct arena *arena)
{
	const struct amendment_row *of = parent ? parent_of(n, parent) : NULL;
	const char *now = of ? of->text : n->text.text;
	struct negotiated *level = arena_alloc(arena, (n->count + 1) * sizeof *level);
	size_t *places = arena_alloc(arena, (n->count + 1) * sizeof *places), count = 0, which = 0;

	for (size_t i = 0; i < n->count; i++) {
		if (n->amendments[i].parent != parent)
			continue;
		if (n->amendments[i].id == only)
			which = count;
		places[count] = i;
		level[count++] = n->compared[i];
	}
	if (only)
		negotiation_compare_one(arena, now, level, count, which);
	else
		negotiation_compare(arena, now, level, count);
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < level[i].against_count; j++)
			level[i].against[j] = places[level[i].against[j]];
		for (size_t j = 0; j < level[i].beside_count; j++)
			level[i].beside[j] = places[level[i].beside[j]];
		n->compared[places[i]] = level[i];
	}
}

/* An amendment to an amendment stands behind it in the list. */
static bool has_any(const struct negotiation *n, size_t of)
{
	return of + 1 < n->count && n->amendments[of + 1].parent == n->amendments[of].id;
}

static void prepare(struct negotiation *n, struct arena *arena)
{
	n->compared = arena_alloc(arena, (n->count + 1) * sizeof *n->compared);
	for (size_t i = 0; i < n->count; i++) {
		const struct amendment_row *row = &n->amendments[i];
		n->compared[i] = (struct negotiated){.base = row->base_text,
			.text = row->text,
			.name = name_of(row, arena),
			.counts = counts(row)};
	}
}

static void compare(struct negotiation *n, struct arena *arena)
{
	prepare(n, arena);
	compare_level(n, 0, 0, arena);
	for (size_t i = 0; i < n->count; i++)
		if (has_any(n, i))
			compare_level(n, n->amendments[i].id, 0, arena);
	for (size_t i = 0; i < n->count; i++) {
		const struct amendment_row *row = &n->amendments[i];
		bool open = row->state == AMENDMENT_PROPOSED;
		n->open += open && !row->of_new_paragraph;
		n->paragraphs += open && row->kind == AMENDMENT_PARAGRAPH;
		n->conflicts += negotiation_in_conflict(&n->compared[i]);
	}
}

bool store_negotiation(struct store *store, int64_t session, int64_t recommendation,
	struct arena *arena, struct negotiation *n)
{
	size_t brackets, half;

	*n = (struct negotiation){0};
	if (!store_recommendation(store, recommendation, arena, &n->text))
		return false;
	n->amendments = store_amendments(store, session, recommendation, arena, &n->count);
	n->comments = store_comments(store, session, recommendation, arena, &n->comment_count);
	for (size_t i = 0; i < n->comment_count; i++)
		n->unsettled += n->comments[i].settled == 0;
	compare(n, arena);
	bracket_parse(arena, n->text.text, &brackets, &half);
	n->brackets = (int)brackets;
	n->half_bracket = half != (size_t)-1;
	return true;
}

bool store_negotiation_one(struct store *store, int64_t session, const struct amendment_row *row,
	struct arena *arena, struct negotiation *n, size_t *which)
{
	*n = (struct negotiation){0};
	if (!store_recommendation(store, row->recommendation, arena, &n->text))
		return false;
	n->amendments = store_amendments(store, session, row->recommendation, arena, &n->count);
	prepare(n, arena);
	compare_level(n, row->parent, row->id, arena);
	for (*which = 0; *which < n->count && n->amendments[*which].id != row->id;)
		++*which;
	return *which < n->count;
}

/* --- texts --- */

/* Those to the text itself, as one array. */
static struct negotiated *to_the_text(
	const struct negotiation *n, struct arena *arena, size_t *count)
{
	struct negotiated *all = arena_alloc(arena, (n->count + 1) * sizeof *all);

	*count = 0;
	for (size_t i = 0; i < n->count; i++)
		if (n->amendments[i].parent == 0)
			all[(*count)++] = n->compared[i];
	return all;
}

/* Labels and endings follow from the place of a line: they are no changes. */
void store_negotiation_projected(const struct negotiation *n, struct str *out)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	struct negotiated *all = to_the_text(n, &arena, &count);
	const char *now = recommendation_plain(&arena, n->text.text);
	if (now != n->text.text) {
		for (size_t i = 0; i < count; i++) {
			all[i].base = recommendation_plain(&arena, all[i].base);
			all[i].text = recommendation_plain(&arena, all[i].text);
		}
		negotiation_compare(&arena, now, all, count);
	}
	negotiation_mark_all(now, all, count, out);
	arena_clear(&arena);
}

const char *store_negotiation_paragraph(
	const struct negotiation *n, size_t which, struct arena *arena)
{
	return arena_printf(arena, NEGOTIATION_NEW "%s: %s" NEGOTIATION_NEW_END,
		n->compared[which].name, n->amendments[which].text);
}

void store_negotiation_amended(const struct negotiation *n, struct str *out)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct negotiated *all = to_the_text(n, &arena, &count);
	negotiation_amended(n->text.text, all, count, out);
	arena_clear(&arena);
}

const char *store_negotiation_proposed(
	struct store *store, const struct negotiation *n, struct arena *arena)
{
	struct sql *q = sql_query(store,
		"SELECT text FROM recommendation_version WHERE recommendation = ?1"
		" ORDER BY id LIMIT 1",
		"i", n->text.id);
	const char *text = n->text.text;

	if (sql_row(q)) {
		text = sql_copy(q, 0, arena);
		sql_done(q);
	}
	return text;
}

/* --- sentences --- */

static void say_origin(const struct amendment_row *row, struct str *out)
{
	str_addf(out, "a%d", row->number);
	if (row->parent)
		str_addf(out, " to a%d", row->parent_number);
	if (row->proposer_name)
		str_addf(out, " %s", row->proposer_name);
	if (row->on_behalf_name)
		str_addf(out, "%s%s", row->proposer_name ? " for " : " ", row->on_behalf_name);
	str_addf(out, " (%s", amendment_how_label(row->how));
	if (row->statement_number)
		str_addf(out, ", s%d", row->statement_number);
	if (row->document_symbol)
		str_addf(out, ", %s", row->document_symbol);
	if (row->document_symbol && row->paragraph)
		str_addf(out, ", %s", row->paragraph);
	str_add(out, "): ");
}

static void say_outcome(const struct amendment_row *row, struct str *out)
{
	str_addf(out, " (%s", amendment_state_word(row->state));
	if (row->state == AMENDMENT_ACCEPTED && row->made_number)
		str_addf(out, " as r%d", row->made_number);
	else if (row->state == AMENDMENT_ACCEPTED && row->made_version)
		str_addf(out, ", version %d%s", row->made_version,
			row->parent ? " of the amendment" : "");
	if (row->conflicts)
		str_addf(out, "; %d place%s that had been changed too", row->conflicts,
			row->conflicts == 1 ? "" : "s");
	if (row->remark)
		str_addf(out, "; %s", row->remark);
}

/* "in conflict with the text, a5, a24" */
static void say_others(const struct negotiation *n, const char *words, const char *text,
	const size_t *others, size_t count, struct str *out)
{
	if (!text && !count)
		return;
	str_addf(out, "%s%s", words, text ? text : "");
	for (size_t i = 0; i < count; i++)
		str_addf(out, "%sa%d", i || text ? ", " : "", n->amendments[others[i]].number);
}

void store_negotiation_say_others(
	const struct negotiation *n, size_t which, const char *text, struct str *out)
{
	const struct negotiated *one = &n->compared[which];

	say_others(n, "in conflict with ", one->places ? text : NULL, one->against,
		one->against_count, out);
	say_others(n, negotiation_in_conflict(one) ? "; next to " : "next to ",
		one->near ? text : NULL, one->beside, one->beside_count, out);
}

void store_negotiation_say(const struct negotiation *n, size_t which, struct str *out)
{
	const struct amendment_row *row = &n->amendments[which];
	struct str words;

	str_init(&words);
	say_origin(row, out);
	negotiation_say_amendment(row->kind, row->base_text, row->text, &words);
	str_add(out, words.length ? words.text : "changes nothing");
	say_outcome(row, out);
	if (negotiation_is_asked(&n->compared[which]))
		str_add(out, "; ");
	store_negotiation_say_others(n, which,
		row->parent ? "the amendment as it is now" : "the text as it is now", out);
	str_add(out, ")");
	str_clear(&words);
}
