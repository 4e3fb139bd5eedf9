/* SPDX-License-Identifier: MIT */
/*
 * An edit that was made for a part is about what that part has of a paragraph, and the whole
 * report may have more of it: the other half day of an item, who spoke in the afternoon. So
 * the report is built again beside the one that is wanted, without a word of people in it:
 * for each part with such an edit from what that part has, which is what the edit is compared
 * with, and once from all that no edit stands for, which is what the final report still has
 * to say by itself. What a part has is read from the tree that was issued.
 *
 * Nothing of this is done where no part has been issued, or nobody edited one.
 */
#include "anew.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "overlay_inside.h"
#include "part.h"
#include "renumbered.h"
#include "store/part.h"

struct issued { /* a paragraph of a part */
	int64_t part;
	const char *key;
	struct sources sources;
	const char *text; /* of the sources */
	const char *symbol, *label;
};

struct beside { /* a report that is built from some of the sources */
	int64_t part;
	struct report *report;
	bool done;
};

struct anew {
	struct arena arena;
	struct issued *issued;
	size_t issued_count;
	struct part_cover *covers; /* what edits stand for */
	size_t cover_count;
	const char **apart; /* keys */
	size_t apart_count;
	struct beside *besides;
	size_t beside_count;
};

/* --- what was issued --- */

static struct issued *add_issued(
	struct anew *anew, int64_t part, const char *key, const char *sources)
{
	anew->issued =
		arena_grow(&anew->arena, anew->issued, anew->issued_count, sizeof *anew->issued);
	struct issued *one = &anew->issued[anew->issued_count++];
	*one = (struct issued){.part = part, .key = arena_strdup(&anew->arena, key)};
	sources_init(&one->sources);
	sources_parse(&one->sources, sources);
	return one;
}

/* Lists and tables belong to their paragraph. */
static void read_tree(
	struct anew *anew, const struct part_row *part, const struct document *document)
{
	struct issued *one = NULL;

	for (const struct node *at = document->root; at; at = document_next(at)) {
		bool stands = at->parent == document->root && !document_belongs(at);
		if (stands && at->kind == NODE_PARAGRAPH && at->key) {
			one = add_issued(anew, part->id, at->key, at->sources);
			one->symbol = part->symbol;
			one->label = arena_strdup(&anew->arena, at->label);
		} else if (stands) {
			one = NULL;
		} else if (one) {
			sources_parse(&one->sources, at->sources);
		}
	}
}

static void read_part(struct report *report, struct anew *anew, const struct part_row *part)
{
	struct document document;
	struct err err = {0};

	document_init(&document);
	const char *tree = store_part_tree(report->store, part->id, &anew->arena);
	if (tree && document_read_json(tree, strlen(tree), &document, &err)) {
		renumbered_keys(report, part, &document);
		read_tree(anew, part, &document);
	}
	document_clear(&document);
}

static int by_key(const void *left, const void *right)
{
	const struct issued *a = left, *b = right;
	int order = strcmp(a->key, b->key);

	return order ? order : (a->part > b->part) - (a->part < b->part);
}

/* By key, and each of a part once. */
static void put_in_order(struct anew *anew)
{
	size_t kept = 0;
	struct str text;

	if (anew->issued_count)
		qsort(anew->issued, anew->issued_count, sizeof *anew->issued, by_key);
	for (size_t i = 0; i < anew->issued_count; i++) {
		struct issued *last = kept ? &anew->issued[kept - 1] : NULL;
		if (last && by_key(last, &anew->issued[i]) == 0) {
			sources_add_all(&last->sources, &anew->issued[i].sources);
			sources_clear(&anew->issued[i].sources);
		} else {
			anew->issued[kept++] = anew->issued[i];
		}
	}
	anew->issued_count = kept;
	str_init(&text);
	for (size_t i = 0; i < kept; i++) {
		str_reset(&text);
		sources_format(&anew->issued[i].sources, &text);
		anew->issued[i].text = arena_strdup(&anew->arena, text.text);
	}
	str_clear(&text);
}

/* Read when it is first asked for. */
static struct anew *read_issued(struct report *report)
{
	size_t count, row_count;

	if (report->anew)
		return report->anew;
	struct anew *anew = report->anew = mem_alloc(sizeof *anew);
	arena_init(&anew->arena);
	const struct part_row *parts =
		store_parts(report->store, report->session, &anew->arena, &count);
	for (size_t i = 0; i < count; i++)
		read_part(report, anew, &parts[i]);
	const struct waiting *rows =
		count ? overlay_rows(report, &row_count) : (row_count = 0, NULL);
	for (size_t i = 0; i < row_count; i++)
		if (rows[i].row->part && rows[i].row->left_out)
			add_issued(anew, rows[i].row->part, rows[i].key, rows[i].row->left_out);
	put_in_order(anew);
	return anew;
}

/* The first of a key, behind which the others stand; issued_count: none. */
static size_t first_issued(const struct anew *anew, const char *key)
{
	size_t low = 0, high = anew->issued_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(anew->issued[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_of_key(const struct anew *anew, size_t at, const char *key)
{
	return at < anew->issued_count && strcmp(anew->issued[at].key, key) == 0;
}

static const struct issued *find_issued(const struct anew *anew, const char *key, int64_t part)
{
	for (size_t i = first_issued(anew, key); is_of_key(anew, i, key); i++)
		if (!part || anew->issued[i].part == part)
			return &anew->issued[i];
	return NULL;
}

bool report_was_issued(struct report *report, const char *key)
{
	return find_issued(read_issued(report), key, 0) != NULL;
}

/* --- what is to be made --- */

static bool is_listed(const struct node *paragraph)
{
	return paragraph->next && document_belongs(paragraph->next);
}

static void want(struct report *report, int64_t part)
{
	struct anew *anew = report->anew;

	for (size_t i = 0; i < anew->beside_count; i++)
		if (anew->besides[i].part == part)
			return;
	anew->besides =
		arena_grow(&anew->arena, anew->besides, anew->beside_count, sizeof *anew->besides);
	anew->besides[anew->beside_count++] = (struct beside){.part = part};
}

static void cover(struct anew *anew, const char *key, const char *sources)
{
	if (!sources || !*sources)
		return;
	anew->covers =
		arena_grow(&anew->arena, anew->covers, anew->cover_count, sizeof *anew->covers);
	anew->covers[anew->cover_count++] = (struct part_cover){key, sources};
}

/* Of the sources of a node those that no part has. */
static const char *new_sources(struct report *report, const struct node *node)
{
	struct anew *anew = report->anew;
	size_t first = first_issued(anew, node->key);
	struct sources all, rest;
	struct str text;

	sources_init(&all);
	sources_init(&rest);
	str_init(&text);
	sources_parse(&all, overlay_sources(report, node));
	for (size_t i = 0; i < all.count; i++)
		for (int64_t n = all.ranges[i].from; n <= all.ranges[i].to; n++) {
			bool told = false;
			for (size_t k = first; !told && is_of_key(anew, k, node->key); k++)
				told = sources_has(&anew->issued[k].sources, all.ranges[i].kind, n);
			if (!told)
				sources_add(&rest, all.ranges[i].kind, n);
		}
	sources_format(&rest, &text);
	const char *copy = arena_strdup(&anew->arena, text.text);
	str_clear(&text);
	sources_clear(&all);
	sources_clear(&rest);
	return copy;
}

static const struct node *main_node(const struct report *report, const char *key)
{
	for (const struct node *at = report->document.root->first; at; at = at->next)
		if (at->kind == NODE_PARAGRAPH && at->key && strcmp(at->key, key) == 0)
			return at;
	return NULL;
}

/* An edit of an issued row stands for what its part has; what was left out before that was
 * kept stands for all. What is listed is made anew unless it was left out. */
static void plan_issued(struct report *report, const struct node *node,
	const struct paragraph_row *row, int64_t part)
{
	struct anew *anew = report->anew;
	const struct issued *issued = find_issued(anew, node->key, part);

	if (row->text && !row->dropped)
		want(report, part);
	if (row->dropped || !is_listed(node))
		cover(anew, node->key,
			issued         ? issued->text
			: row->dropped ? overlay_sources(report, node)
				       : NULL);
}

static void plan_next(
	struct report *report, const struct node *node, const struct paragraph_row *row)
{
	want(report, ANEW_NEXT);
	if (row->dropped || !is_listed(node))
		cover(report->anew, node->key, new_sources(report, node));
}

static void plan_key(struct report *report, struct waiting *group, size_t count)
{
	struct anew *anew = report->anew;
	const char *key = group->key;
	const struct node *node = main_node(report, key);
	size_t covers = anew->cover_count;

	if (!node || !part_is_telling(key))
		return;
	for (size_t i = 0; i < count; i++) {
		const struct paragraph_row *row = group[i].row;
		bool next = !row->part && !row->final && !row->corrects;
		const struct paragraph_row *is =
			row->part ? overlay_correction(group, count, &group[i])->row : row;
		if (row->part && overlay_says(is))
			plan_issued(report, node, is, row->part);
		else if (next && overlay_says(row) && find_issued(anew, key, 0))
			plan_next(report, node, row);
	}
	if (anew->cover_count == covers)
		return;
	want(report, ANEW_REST);
	anew->apart = arena_grow(&anew->arena, anew->apart, anew->apart_count, sizeof *anew->apart);
	anew->apart[anew->apart_count++] = key;
}

static void plan(struct report *report)
{
	size_t count;
	struct waiting *rows = overlay_rows(report, &count);
	bool edited = false;

	for (size_t i = 0; i < count && !edited; i++)
		edited = *rows[i].key && overlay_says(rows[i].row);
	if (!edited || !read_issued(report)->issued_count)
		return;
	for (size_t i = 0, end; i < count; i = end) {
		end = overlay_group(rows, count, i);
		if (*rows[i].key)
			plan_key(report, &rows[i], end - i);
	}
}

static struct report *begin(struct report *report, int64_t part)
{
	struct report *beside = report_new(report->store, report->session, &report->template);

	beside->bare = true;
	if (part == ANEW_REST) {
		beside->covers = report->anew->covers;
		beside->cover_count = report->anew->cover_count;
	} else if (part == ANEW_NEXT) {
		report_want_next_part(beside, NULL);
	} else {
		report_want_part_again(beside, part);
	}
	return beside;
}

bool anew_step(struct report *report)
{
	if (!report->planned)
		plan(report);
	report->planned = true;
	for (size_t i = 0; report->anew && i < report->anew->beside_count; i++) {
		struct beside *beside = &report->anew->besides[i];
		if (beside->done)
			continue;
		if (!beside->report)
			beside->report = begin(report, beside->part);
		beside->done = report_step(beside->report);
		return false;
	}
	return true;
}

void anew_clear(struct report *report)
{
	struct anew *anew = report->anew;

	if (!anew)
		return;
	for (size_t i = 0; i < anew->beside_count; i++)
		report_free(anew->besides[i].report);
	for (size_t i = 0; i < anew->issued_count; i++)
		sources_clear(&anew->issued[i].sources);
	arena_clear(&anew->arena);
	free(anew);
	report->anew = NULL;
}

/* --- what was made --- */

bool anew_is_apart(const struct report *report, const char *key)
{
	for (size_t i = 0; report->anew && i < report->anew->apart_count; i++)
		if (strcmp(report->anew->apart[i], key) == 0)
			return true;
	return false;
}

const struct node *anew_node(const struct report *report, const char *key, int64_t part)
{
	for (size_t i = 0; report->anew && i < report->anew->beside_count; i++) {
		const struct beside *beside = &report->anew->besides[i];
		if (beside->part != part || !beside->report)
			continue;
		const struct node *node = main_node(beside->report, key);
		return node && !part_is_placeholder(node) ? node : NULL;
	}
	return NULL;
}

const char *anew_issued(const struct report *report, const char *key, int64_t part)
{
	const struct issued *issued = report->anew ? find_issued(report->anew, key, part) : NULL;

	return issued ? issued->text : NULL;
}

const char *anew_place(struct report *report, int number)
{
	struct arena *arena = &report->document.arena;
	const struct anew *anew = read_issued(report);
	size_t count;
	const struct waiting *rows = overlay_rows(report, &count), *row = NULL;

	for (size_t i = 0; i < count && !row; i++)
		if (rows[i].row->number == number)
			row = &rows[i];
	const char *key = row && *row->key ? row->key : arena_printf(arena, "g%d", number);
	const struct issued *issued = find_issued(anew, key, row ? row->row->part : 0);
	return issued && issued->label
		       ? arena_printf(arena, "{doc %s}, {para %s}", issued->symbol, issued->label)
		       : NULL;
}

static bool meet(const struct sources *a, const struct sources *b)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			if (a->ranges[i].kind == b->ranges[k].kind &&
				a->ranges[i].from <= b->ranges[k].to &&
				b->ranges[k].from <= a->ranges[i].to)
				return true;
	return false;
}

bool anew_was_before(const struct report *report, const struct node *node, int64_t part)
{
	const struct anew *anew = report->anew;
	struct sources sources;
	bool found = false;

	sources_init(&sources);
	sources_parse(&sources, node->sources);
	for (size_t i = anew ? first_issued(anew, node->key) : 0;
		anew && !found && is_of_key(anew, i, node->key); i++)
		found = (part == ANEW_NEXT || anew->issued[i].part < part) &&
			meet(&sources, &anew->issued[i].sources);
	sources_clear(&sources);
	return found;
}
