/* SPDX-License-Identifier: MIT */
/*
 * The second layer of the report. The tree is walked once; rows wait in three places until
 * the walk comes by: at a key (their text takes the place of what was generated), behind a
 * paragraph, and at the end of what stands under a heading. What is left at the end has lost
 * its place and stands last, so that nothing that somebody wrote is ever not printed.
 *
 * What was generated is not lost either: a touch keeps it beside the text that is printed,
 * and with the wording that this was made from it says whether the sources have changed.
 */
#include "overlay_inside.h"

#include <stdlib.h>
#include <string.h>

#include "anew.h"
#include "base/mem.h"
#include "model/inline.h"
#include "part.h"

/* --- rows and nodes --- */

static const char *key_of(struct report *report, const struct paragraph_row *row)
{
	if (!*row->key.formula)
		return "";
	return arena_printf(&report->arena, "%s/%s/%s/%s", row->key.formula, row->key.bodies,
		row->item ? row->item : "", row->key.class);
}

/* Edits for a part that is out come before the one that none has yet. */
static int64_t issued_as(const struct paragraph_row *row)
{
	return row->part ? row->part : INT64_MAX;
}

static int by_key(const void *left, const void *right)
{
	const struct waiting *a = left, *b = right;
	int order = strcmp(a->key, b->key);
	int64_t x = issued_as(a->row), y = issued_as(b->row);

	if (order == 0 && *a->key)
		order = (x > y) - (x < y);
	if (order == 0)
		order = strcmp(a->row->rank, b->row->rank);
	return order ? order
		     : (a->row->number > b->row->number) - (a->row->number < b->row->number);
}

bool overlay_says(const struct paragraph_row *row)
{
	return row->text || row->dropped;
}

struct waiting *overlay_rows(struct report *report, size_t *count)
{
	const struct paragraph_row *rows =
		store_paragraphs(report->store, report->session, &report->arena, count);
	struct waiting *waiting = arena_alloc(&report->arena, (*count + 1) * sizeof *waiting);

	for (size_t i = 0; i < *count; i++)
		waiting[i] = (struct waiting){&rows[i], key_of(report, &rows[i]), 0, false};
	qsort(waiting, *count, sizeof *waiting, by_key);
	return waiting;
}

size_t overlay_group(const struct waiting *rows, size_t count, size_t from)
{
	size_t to = from + 1;

	while (to < count && strcmp(rows[to].key, rows[from].key) == 0)
		to++;
	return to;
}

struct waiting *overlay_correction(struct waiting *group, size_t count, struct waiting *issued)
{
	for (size_t i = 0; i < count; i++)
		if (!group[i].row->part && group[i].row->corrects == issued->row->id)
			return &group[i];
	return issued;
}

/* --- which of them a part has --- */

/* What was left out of a part, and is told but once, is not new for the next. */
static bool stays_out(const struct report *report, const struct paragraph_row *row)
{
	return row->dropped && row->part && !row->left_out &&
	       (!report->again || row->part < report->again);
}

/* Of what none has yet: what is for the final report stays there, unless no part has
 * anything of it. */
static bool is_for_next(const struct report *report, const struct waiting *waiting)
{
	const struct paragraph_row *row = waiting->row;

	if (row->corrects || !*waiting->key)
		return !row->corrects;
	return !part_had(report, waiting->key) || (!row->final && part_is_telling(waiting->key));
}

static bool is_of_part(
	const struct report *report, struct waiting *group, size_t count, struct waiting *waiting)
{
	const struct paragraph_row *row = waiting->row;

	if (!report->again && !row->part)
		return is_for_next(report, waiting);
	if (row->part && row->part == report->again)
		return overlay_correction(group, count, waiting) == waiting;
	for (size_t i = 0; row->corrects && i < count; i++)
		if (group[i].row->id == row->corrects)
			return report->again && group[i].row->part == report->again;
	for (size_t i = 0; !report->again && i < count; i++)
		if (!group[i].row->part && !group[i].row->final && !group[i].row->dropped)
			return false; /* it was brought back */
	return stays_out(report, row);
}

static bool has_row(const struct overlay *overlay, int64_t id)
{
	for (size_t i = 0; i < overlay->count; i++)
		if (overlay->rows[i].row->id == id)
			return true;
	return false;
}

/* What was written behind a paragraph of an earlier part ends what stands under its heading. */
static void find_behind(struct overlay *overlay)
{
	for (size_t i = 0; i < overlay->count; i++) {
		int64_t behind = overlay->rows[i].row->behind;
		overlay->rows[i].behind = behind && has_row(overlay, behind) ? behind : 0;
	}
}

static void read_rows(struct overlay *overlay)
{
	struct report *report = overlay->report;
	size_t read, end;
	struct waiting *rows = overlay_rows(report, &read);

	overlay->rows = rows;
	overlay->count = read;
	if (!report->part) {
		find_behind(overlay);
		return;
	}
	overlay->rows = arena_alloc(&report->arena, (read + 1) * sizeof *rows);
	overlay->count = 0;
	/* What was edited for a part that is out stays with that. */
	for (size_t i = 0; i < read; i = end) {
		end = overlay_group(rows, read, i);
		for (size_t k = i; k < end; k++)
			if (is_of_part(report, &rows[i], end - i, &rows[k]))
				overlay->rows[overlay->count++] = rows[k];
	}
	find_behind(overlay);
}

/* The first row of the key; count if there is none. */
static size_t find_key(const struct overlay *overlay, const char *key)
{
	size_t low = 0, high = overlay->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(overlay->rows[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < overlay->count && strcmp(overlay->rows[low].key, key) == 0 ? low
										: overlay->count;
}

struct report_touch *overlay_touch(
	struct overlay *overlay, const struct waiting *waiting, struct node *node)
{
	struct report *report = overlay->report;
	const struct paragraph_row *row = waiting->row;

	report->touches = mem_grow(report->touches, &report->touch_capacity,
		report->touch_count + 1, sizeof *report->touches);
	struct report_touch *touch = &report->touches[report->touch_count++];
	*touch = (struct report_touch){.id = row->id,
		.number = row->number,
		.key = waiting->key,
		.node = node,
		.behind = overlay->last,
		.text = row->text,
		.made = row->made,
		.version = row->version,
		.written = !*row->key.formula,
		.dropped = row->dropped,
		.adopted = row->adopted,
		.proposals = row->proposals};
	return touch;
}

/* --- placing --- */

struct node *overlay_put(struct overlay *overlay, const char *text)
{
	struct document *document = &overlay->report->document;

	overlay->last = overlay->last
				? document_insert(document, overlay->last, NODE_PARAGRAPH, text)
				: document_add(document, document->root, NODE_PARAGRAPH, text);
	return overlay->last;
}

/* A paragraph of its own where the walk is, with those that stand behind it. */
static struct report_touch *put_row(struct overlay *overlay, struct waiting *waiting)
{
	struct report *report = overlay->report;
	const struct paragraph_row *row = waiting->row;
	struct node *node = NULL;

	waiting->placed = true;
	if (row->text && !row->dropped) {
		node = overlay_put(overlay, row->text);
		node->key = *waiting->key
				    ? waiting->key
				    : arena_printf(&report->document.arena, "g%d", row->number);
		node->sources =
			store_paragraph_sources(report->store, row->id, &report->document.arena);
	}
	struct report_touch *touch = overlay_touch(overlay, waiting, node);
	overlay_put_behind(overlay, row->id);
	return touch;
}

void overlay_put_behind(struct overlay *overlay, int64_t row)
{
	for (size_t i = 0; i < overlay->count; i++) {
		struct waiting *waiting = &overlay->rows[i];
		const char *heading = waiting->row->heading;
		if (*waiting->key)
			break;
		if (waiting->placed || waiting->behind != row)
			continue;
		if (row || (heading && overlay->heading && strcmp(heading, overlay->heading) == 0))
			put_row(overlay, waiting);
	}
}

/* Also below another heading: a part has one for each item, where the whole report has none
 * for a single one. */
static bool is_generated(const struct overlay *overlay, const char *key)
{
	for (const struct node *at = overlay->report->document.root->first; at; at = at->next)
		if (at->kind == NODE_PARAGRAPH && at->key && strcmp(at->key, key) == 0)
			return true;
	return false;
}

/* Another row stands for it, which comes by itself. */
static bool is_corrected(struct overlay *overlay, struct waiting *waiting)
{
	waiting->placed = overlay_correction(overlay->rows, overlay->count, waiting) != waiting;
	return waiting->placed;
}

/* What was generated here once and is from nothing now. */
static void put_gone(struct overlay *overlay)
{
	for (size_t i = 0; overlay->heading && i < overlay->count; i++) {
		struct waiting *waiting = &overlay->rows[i];
		const char *heading = waiting->row->heading;
		if (waiting->placed || !*waiting->key || !heading ||
			strcmp(heading, overlay->heading) != 0 ||
			is_generated(overlay, waiting->key) || is_corrected(overlay, waiting))
			continue;
		put_row(overlay, waiting)->gone = true;
	}
}

static void end_heading(struct overlay *overlay)
{
	put_gone(overlay);
	overlay_put_behind(overlay, 0);
}

/* --- in the place of what was generated --- */

void overlay_drop_block(struct document *document, struct node *before)
{
	const struct node *next;

	do {
		document_drop(document, before);
		next = before ? before->next : document->root->first;
	} while (next && next->kind != NODE_HEADING && next->kind != NODE_PARAGRAPH);
}

const char *overlay_sources(struct report *report, const struct node *paragraph)
{
	struct sources sources;
	struct str text;
	const struct node *end = paragraph->next;

	while (end && document_belongs(end))
		end = end->next;
	sources_init(&sources);
	str_init(&text);
	for (const struct node *at = paragraph; at && at != end; at = document_next(at))
		sources_parse(&sources, at->sources);
	sources_format(&sources, &text);
	const char *copy = arena_strdup(&report->arena, text.text);
	sources_clear(&sources);
	str_clear(&text);
	return copy;
}

/* In a part, the texts of one key: the first in its place, others behind it. */
static void lay_over(struct overlay *overlay, size_t at, struct node *before, struct node *node)
{
	const char *key = node->key, *generated = node->text;
	bool first = true, dropped = false;

	for (; at < overlay->count && strcmp(overlay->rows[at].key, key) == 0; at++) {
		struct waiting *waiting = &overlay->rows[at];
		const struct paragraph_row *row = waiting->row;
		struct report_touch *touch;
		if (first || !row->text) {
			waiting->placed = true;
			touch = overlay_touch(overlay, waiting, row->dropped ? NULL : node);
			touch->behind = before;
			touch->sources = overlay_sources(overlay->report, node);
			dropped = dropped || row->dropped;
			if (row->text && !row->dropped) {
				node->text = row->text;
				node->missing = false;
			}
			first = first && !row->text;
		} else {
			touch = put_row(overlay, waiting);
			touch->twice = true;
		}
		touch->generated = generated;
		touch->changed = row->text && row->made && strcmp(row->made, generated) != 0;
	}
	if (dropped && node->text == generated) {
		overlay_drop_block(&overlay->report->document, before);
		overlay->last = before;
	}
}

/* Returns the last node of the block. */
static struct node *walk_paragraph(struct overlay *overlay, struct node *before, struct node *node)
{
	size_t at = node->key ? find_key(overlay, node->key) : overlay->count;

	overlay->last = node;
	while (overlay->last->next && document_belongs(overlay->last->next))
		overlay->last = overlay->last->next;
	if (at == overlay->count || overlay->rows[at].placed)
		return overlay->last;
	size_t end = overlay_group(overlay->rows, overlay->count, at);
	if (overlay->report->part)
		lay_over(overlay, at, before, node);
	else
		overlay_parts(overlay, at, end, before, node);
	for (; at < end; at++)
		overlay_put_behind(overlay, overlay->rows[at].row->id);
	return overlay->last;
}

static void walk(struct overlay *overlay)
{
	struct node *root = overlay->report->document.root, *before = NULL;

	for (struct node *node = root->first; node; node = before->next) {
		if (node->kind == NODE_HEADING) {
			end_heading(overlay);
			overlay->heading = node->key;
			overlay->last = before = node;
		} else if (node->kind == NODE_PARAGRAPH) {
			before = walk_paragraph(overlay, before, node);
		} else {
			overlay->last = before = node;
		}
	}
	end_heading(overlay);
}

/* What has lost its heading. */
static void put_left(struct overlay *overlay)
{
	for (size_t i = 0; i < overlay->count; i++)
		if (!overlay->rows[i].placed && !is_corrected(overlay, &overlay->rows[i]))
			put_row(overlay, &overlay->rows[i])->gone = true;
}

/* --- what the rapporteur is told --- */

static void say(struct report *report, const struct report_touch *touch)
{
	if (touch->changed)
		build_gap(report, touch->node,
			"The sources of g%d have changed since it was edited: paragraph show g%d",
			touch->number, touch->number);
	if (touch->gone && touch->text && !touch->dropped)
		build_gap(report, touch->node,
			"Nothing stands behind g%d any more: paragraph show g%d", touch->number,
			touch->number);
	if (touch->twice)
		build_gap(report, touch->node,
			"g%d was edited for two parts, and both texts are printed: paragraph show g%d",
			touch->number, touch->number);
	if (touch->proposals)
		build_gap(report, touch->node, "An edit of g%d came back: paragraph show g%d",
			touch->number, touch->number);
}

/* Is it printed as it was generated? */
static bool is_as_generated(const struct report *report, const struct node *node)
{
	for (size_t i = 0; i < report->touch_count; i++)
		if (report->touches[i].node == node && report->touches[i].text)
			return false;
	for (const struct node *at = report->document.root->first; at; at = at->next)
		if (at == node)
			return true;
	return false;
}

/* Words that are wanting no more: somebody has written them, or left the paragraph out. */
static void forget_written(struct report *report)
{
	size_t kept = 0;

	for (size_t i = 0; i < report->gap_count; i++) {
		if (report->gaps[i].words && !is_as_generated(report, report->gap_nodes[i]))
			continue;
		report->gaps[kept] = report->gaps[i];
		report->gap_nodes[kept++] = report->gap_nodes[i];
	}
	report->gap_count = kept;
}

void overlay_apply(struct report *report)
{
	struct overlay overlay = {.report = report};

	read_rows(&overlay);
	if (!overlay.count)
		return;
	walk(&overlay);
	put_left(&overlay);
	forget_written(report);
	for (size_t i = 0; i < report->touch_count; i++)
		say(report, &report->touches[i]);
}

/* --- references --- */

/* As the rapporteur writes them, and as a builder leaves them, escaped as a value is. */
#define BY_NUMBER "{para g"
#define BY_KEY "\\{number "

const char *build_number(struct report *report, struct source source)
{
	report->refers = true;
	return arena_printf(&report->arena, "{number %s}", build_key(report, source));
}

static const char *label_of_number(const struct report *report, int number)
{
	for (size_t i = 0; i < report->touch_count; i++)
		if (report->touches[i].number == number && report->touches[i].node)
			return report->touches[i].node->label;
	return NULL;
}

static const char *label_of_key(const struct report *report, const char *key, size_t length)
{
	for (const struct node *at = report->document.root->first; at; at = at->next)
		if (at->kind == NODE_PARAGRAPH && at->key && strncmp(at->key, key, length) == 0 &&
			!at->key[length])
			return at->label;
	return NULL;
}

/* {para g41} is {para 12} then; in a part, what another part has is cited with its symbol. */
static const char *refer_by_number(
	struct report *report, struct node *node, const char *at, struct str *out)
{
	char *end;
	int number = (int)strtol(at + strlen(BY_NUMBER), &end, 10);
	const char *label = *end == '}' ? label_of_number(report, number) : NULL;
	const char *place =
		*end == '}' && !label && report->part ? anew_place(report, number) : NULL;

	if (place) {
		str_add(out, place);
		return end + 1;
	}
	if (label)
		str_addf(out, "{para %s", label);
	else
		str_addn(out, at, (size_t)(end - at));
	if (!label)
		build_gap(report, node, "It refers to g%d, which is not printed", number);
	return end;
}

/* The number alone; of one that a part before this has, none is known. */
static const char *refer_by_key(const struct report *report, const char *at, struct str *out)
{
	const char *key = at + strlen(BY_KEY), *end = strchr(key, '}');
	const char *label = label_of_key(report, key, strcspn(key, "\\}"));

	str_add(out, label ? label : "[…]");
	return end ? end + 1 : key + strlen(key);
}

static void refer(struct report *report, struct node *node)
{
	const char *from = node->text, *number, *key;
	struct str text;

	str_init(&text);
	while ((number = strstr(from, BY_NUMBER), key = strstr(from, BY_KEY), number || key)) {
		bool first = number && (!key || number < key);
		const char *at = first ? number : key;
		str_addn(&text, from, (size_t)(at - from));
		from = first ? refer_by_number(report, node, at, &text)
			     : refer_by_key(report, at, &text);
	}
	str_add(&text, from);
	node->text = arena_strdup(&report->document.arena, text.text);
	str_clear(&text);
}

void overlay_refer(struct report *report)
{
	if (!report->touch_count && !report->refers)
		return;
	for (struct node *node = report->document.root; node; node = document_next(node))
		if (node->text && (strstr(node->text, BY_NUMBER) || strstr(node->text, BY_KEY)))
			refer(report, node);
}

/* --- which one it is --- */

/* The item of a key: by its number, of those bodies. */
static int64_t item_of(const struct report *report, const char *printed, const char *bodies)
{
	const struct facts *facts = &report->facts;
	struct str keys;
	int64_t found = 0;

	str_init(&keys);
	for (size_t i = 0; i < facts->item_count && *printed; i++) {
		const struct item_row *item = &facts->items[i];
		if (strcmp(item->printed, printed) != 0)
			continue;
		str_reset(&keys);
		facts_keys(facts, facts_bodies_of(facts, item), &keys);
		if (!found || strcmp(keys.text, bodies) == 0)
			found = item->id;
	}
	str_clear(&keys);
	return found;
}

bool report_paragraph(const struct report *report, const struct node *node, struct arena *arena,
	struct paragraph_key *key, const char **heading)
{
	const char *parts[4];

	*heading = NULL;
	for (const struct node *at = report->document.root->first; at && at != node; at = at->next)
		if (at->kind == NODE_HEADING)
			*heading = at->key;
	if (node->kind != NODE_PARAGRAPH || !node->key || !strchr(node->key, '/'))
		return false;
	char *at = arena_strdup(arena, node->key);
	for (int i = 0; i < 4; i++) {
		parts[i] = at;
		at += strcspn(at, i < 3 ? "/" : "");
		if (*at)
			*at++ = '\0';
	}
	*key = (struct paragraph_key){
		parts[0], parts[1], item_of(report, parts[2], parts[1]), parts[3]};
	return true;
}

const struct report_touch *report_touches(const struct report *report, size_t *count)
{
	*count = report->touch_count;
	return report->touches;
}

const struct report_touch *report_touch_of(const struct report *report, const struct node *node)
{
	for (size_t i = 0; i < report->touch_count; i++)
		if (report->touches[i].node == node)
			return &report->touches[i];
	return NULL;
}

const struct node *report_numbered(const struct report *report, const char *label)
{
	for (const struct node *at = report->document.root->first; at; at = at->next)
		if (at->kind == NODE_PARAGRAPH && at->label && strcmp(at->label, label) == 0)
			return at;
	return NULL;
}
