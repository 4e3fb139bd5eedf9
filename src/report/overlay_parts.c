/* SPDX-License-Identifier: MIT */
/*
 * The second layer of the whole report, where parts of it have been issued. Of one key there
 * may be the edits that parts were issued with, one for the next part, and one for the final
 * report alone; an issued one may be corrected there by another row. Each stands for what it
 * was made from, in the order of the parts, and among them what no edit stands for as it is
 * generated now (anew.c): so nothing is lost that some part has, and nothing told twice.
 *
 * Where the parts cannot be told apart, because the paragraph is of one part alone or its
 * list is made anew anyway, the edits take its place, one behind the other.
 */
#include <string.h>

#include "anew.h"
#include "base/mem.h"
#include "overlay_inside.h"

struct piece {
	struct waiting *waiting; /* NULL: as it is generated */
	int64_t part;            /* that it is compared with */
};

struct pieces {
	struct overlay *overlay;
	struct waiting *group;
	size_t group_count;
	struct node *before, *node; /* the paragraph that is generated, and what it follows */
	const char *generated;      /* its text */
	const char *key;
	const struct node *rest; /* what no edit stands for; NULL: nothing */
	bool apart;
	bool listed; /* it has a list, which is made anew: what was left out is not in that */
	struct piece *list;
	size_t count;
};

/* --- which there are --- */

static bool is_edit(const struct waiting *waiting)
{
	return overlay_says(waiting->row);
}

static void add(struct pieces *pieces, struct waiting *waiting, int64_t part)
{
	pieces->list[pieces->count++] = (struct piece){waiting, part};
}

static struct waiting *unissued(struct pieces *pieces, bool final)
{
	for (size_t i = 0; i < pieces->group_count; i++) {
		const struct paragraph_row *row = pieces->group[i].row;
		if (!row->part && !row->corrects && row->final == final && overlay_says(row))
			return &pieces->group[i];
	}
	return NULL;
}

/* Those that parts were issued with, in their order; or as the final report has them. */
static void add_issued(struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->group_count; i++) {
		struct waiting *issued = &pieces->group[i];
		if (!issued->row->part)
			continue;
		struct waiting *is = overlay_correction(pieces->group, pieces->group_count, issued);
		if (is_edit(is) && !(pieces->listed && is->row->dropped))
			add(pieces, is, issued->row->part);
	}
}

/* What no edit stands for, or its own edit, before the first part that came after it. */
static void insert_rest(struct pieces *pieces, struct waiting *final)
{
	const struct report *report = pieces->overlay->report;
	size_t at = 0;

	if (!pieces->rest && !final)
		return;
	while (at < pieces->count &&
		(!pieces->rest || !anew_was_before(report, pieces->rest, pieces->list[at].part)))
		at++;
	memmove(&pieces->list[at + 1], &pieces->list[at],
		(pieces->count - at) * sizeof *pieces->list);
	pieces->list[at] = (struct piece){final, ANEW_REST};
	pieces->count++;
}

static void find_pieces(struct pieces *pieces)
{
	struct waiting *next = unissued(pieces, false), *final = unissued(pieces, true);

	if (!pieces->apart && final) {
		add(pieces, final, ANEW_REST);
		return;
	}
	add_issued(pieces);
	if (pieces->apart)
		insert_rest(pieces, final);
	if (next && !(pieces->listed && next->row->dropped))
		add(pieces, next, ANEW_NEXT);
	if (!pieces->apart && !pieces->count)
		add(pieces, NULL, ANEW_REST);
}

/* --- printing them --- */

/* What it would read if nobody had edited it. */
static const struct node *made_for(const struct pieces *pieces, const struct piece *piece)
{
	const struct report *report = pieces->overlay->report;

	if (pieces->apart && piece->part == ANEW_REST)
		return pieces->rest;
	return anew_node(report, pieces->key, piece->part);
}

static bool has_changed(
	const struct pieces *pieces, const struct paragraph_row *row, const char *generated)
{
	if (!row->text || !row->made || !generated || strcmp(row->made, generated) == 0)
		return false;
	/* It was edited in the whole report, which then had no more of it. */
	return (pieces->apart && pieces->count > 1) || strcmp(row->made, pieces->generated) != 0;
}

static void tell(struct pieces *pieces, const struct piece *piece, struct node *node, bool twice)
{
	const struct paragraph_row *row = piece->waiting->row;
	const struct node *made = made_for(pieces, piece);
	struct report_touch *touch = overlay_touch(pieces->overlay, piece->waiting, node);

	touch->behind = node ? NULL : pieces->overlay->last;
	touch->twice = twice;
	touch->generated = made ? made->text : pieces->apart ? NULL : pieces->generated;
	touch->gone = pieces->apart && !made && node;
	touch->changed = has_changed(pieces, row, touch->generated);
}

static const char *sources_of(const struct pieces *pieces, const struct piece *piece)
{
	const struct report *report = pieces->overlay->report;
	const struct node *made = made_for(pieces, piece);
	const char *issued = anew_issued(report, pieces->key, piece->part);

	if (!pieces->apart)
		return pieces->node->sources;
	return made ? made->sources : piece->part > 0 ? issued : NULL;
}

static bool has_rest(const struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->count; i++)
		if (!pieces->list[i].waiting)
			return true;
	return false;
}

/* The first in the place of what was generated, the others behind it. */
static struct node *print(struct pieces *pieces, const struct piece *piece, bool first)
{
	struct report *report = pieces->overlay->report;
	const struct paragraph_row *row = piece->waiting ? piece->waiting->row : NULL;
	const char *text = row ? row->text : pieces->rest ? pieces->rest->text : NULL;
	const char *sources = sources_of(pieces, piece);

	if (!row && !pieces->apart)
		return pieces->node;
	struct node *node = first ? pieces->node : overlay_put(pieces->overlay, text);
	node->text = text;
	node->missing = false;
	node->sources = sources;
	/* What is generated is found by its key; else the first of them. */
	node->key = !row || (first && !has_rest(pieces))
			    ? pieces->key
			    : arena_printf(&report->document.arena, "g%d", row->number);
	return node;
}

static struct report_touch *touch_of(struct report *report, const struct waiting *waiting)
{
	for (size_t i = 0; i < report->touch_count; i++)
		if (report->touches[i].id == waiting->row->id)
			return &report->touches[i];
	return NULL;
}

/* What was written behind one stands behind that, and before what later parts have. */
static void print_behind(struct pieces *pieces, const struct piece *piece)
{
	const struct paragraph_row *row = piece->waiting ? piece->waiting->row : NULL;

	if (!pieces->apart)
		return;
	for (size_t i = 0; !row && i < pieces->group_count; i++)
		if (!is_edit(&pieces->group[i]))
			overlay_put_behind(pieces->overlay, pieces->group[i].row->id);
	if (row && row->corrects)
		overlay_put_behind(pieces->overlay, row->corrects);
	if (row)
		overlay_put_behind(pieces->overlay, row->id);
}

static struct node *print_all(struct pieces *pieces)
{
	struct node *generated = NULL;
	size_t printed = 0, edits = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->list[i];
		bool out = piece->waiting && piece->waiting->row->dropped;
		bool edit = piece->waiting && !out && piece->part != ANEW_REST;
		struct node *node = out ? NULL : print(pieces, piece, printed == 0);
		printed += !out;
		edits += edit;
		if (!piece->waiting)
			generated = node;
		if (piece->waiting)
			tell(pieces, piece, node, edit && edits > 1);
		print_behind(pieces, piece);
	}
	if (printed > 0)
		return generated ? generated : pieces->node;
	overlay_drop_block(&pieces->overlay->report->document, pieces->before);
	pieces->overlay->last = pieces->before;
	for (size_t i = 0; i < pieces->count; i++)
		touch_of(pieces->overlay->report, pieces->list[i].waiting)->behind = pieces->before;
	return NULL;
}

/* --- the others --- */

/* What was adopted or issued as it was generated, and what another stands for, is known by
 * its number still. */
static void tell_other(struct pieces *pieces, struct waiting *waiting, struct node *node)
{
	struct overlay *overlay = pieces->overlay;
	struct waiting *is = overlay_correction(pieces->group, pieces->group_count, waiting);
	const struct report_touch *other = is != waiting ? touch_of(overlay->report, is) : NULL;
	struct node *at = other ? other->node : node;

	bool out = pieces->listed && is == waiting && waiting->row->dropped;
	struct report_touch *touch = overlay_touch(overlay, waiting, out ? NULL : at);
	touch->behind = pieces->before;
	touch->corrected = is != waiting ? is->row->number : 0;
	touch->dropped = out;
	touch->generated = pieces->rest ? pieces->rest->text : pieces->generated;
}

/* The list that is made from what was not left out, in the place of the whole one. */
static void take_list(struct pieces *pieces, struct node *rest)
{
	struct node *node = pieces->node, *last = node, *next;

	while (node->next && document_belongs(node->next))
		document_drop(&pieces->overlay->report->document, node);
	for (struct node *at = rest->next; at && document_belongs(at); at = next) {
		next = rest->next = at->next;
		at->parent = node->parent;
		at->next = last->next;
		if (node->parent->last == last)
			node->parent->last = at;
		last = last->next = at;
	}
	node->text = rest->text;
	node->sources = rest->sources;
	pieces->generated = node->text;
	pieces->overlay->last = last;
}

void overlay_parts(
	struct overlay *overlay, size_t from, size_t to, struct node *before, struct node *node)
{
	struct report *report = overlay->report;
	struct pieces pieces = {.overlay = overlay,
		.group = &overlay->rows[from],
		.group_count = to - from,
		.before = before,
		.node = node,
		.generated = node->text,
		.key = node->key,
		.apart = anew_is_apart(report, node->key)};

	pieces.rest = pieces.apart ? anew_node(report, node->key, ANEW_REST) : NULL;
	if (pieces.apart && node->next && document_belongs(node->next)) {
		/* The report that it is taken from is of no other use. */
		if (pieces.rest)
			take_list(&pieces, (struct node *)pieces.rest);
		pieces.listed = pieces.rest != NULL;
		pieces.apart = false;
		pieces.rest = NULL;
	}
	pieces.list = arena_alloc(&report->arena, (to - from + 2) * sizeof *pieces.list);
	find_pieces(&pieces);
	struct node *generated = print_all(&pieces);
	for (size_t i = from; i < to; i++) {
		overlay->rows[i].placed = true;
		if (!touch_of(report, &overlay->rows[i]))
			tell_other(&pieces, &overlay->rows[i], generated);
	}
}
