/* SPDX-License-Identifier: MIT */
/*
 * A part is the whole report without what the parts before it have. Formulas that tell what
 * happened once (statements, points, decisions, documents) leave out the sources that were
 * issued and are new by that; of all others the key says that they were issued. What was
 * issued is read from the trees that were printed, and from nothing else: so it does not
 * matter when something happened, only whether it was printed.
 *
 * Headings are numbered as in the whole report before any is taken out: an addendum has a
 * lone "C." (conventions 1.4).
 */
#include "part.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "overlay_inside.h"
#include "renumbered.h"
#include "store/part.h"

/* Families of formulas that leave out by themselves what was issued. */
static const char *const telling[] = {
	"STAT", "POINT", "PRES", "CONC", "ITEM", "REC", "DOC", "FOLLOW"};

/* "STAT" of "STAT-1/wg2/3/party". */
static size_t family_length(const char *key)
{
	return strcspn(key, "-/");
}

bool part_is_telling(const char *key)
{
	size_t length = family_length(key);

	for (size_t i = 0; i < sizeof telling / sizeof telling[0]; i++)
		if (strlen(telling[i]) == length && strncmp(key, telling[i], length) == 0)
			return true;
	return false;
}

bool report_tells_once(const char *key)
{
	return part_is_telling(key);
}

struct scope { /* sources that are told apart together: "STAT", "ITEM-1/wg2/3/" */
	const char *name;
	struct sources sources;
};

struct told {
	struct arena *arena;
	struct scope *scopes; /* what the trees were made from */
	size_t scope_count;
	const char **keys; /* of paragraphs that were issued */
	size_t key_count;
	const char **headings; /* that paragraphs stood directly under */
	size_t heading_count;
};

struct part {
	struct arena arena;
	struct told before; /* in the parts before it */
	struct told own;    /* in the part itself, where it was issued */
};

/* --- what was issued --- */

static struct scope *scope_of(struct told *told, const char *name)
{
	for (size_t i = 0; i < told->scope_count; i++)
		if (strcmp(told->scopes[i].name, name) == 0)
			return &told->scopes[i];
	told->scopes =
		arena_grow(told->arena, told->scopes, told->scope_count, sizeof *told->scopes);
	told->scopes[told->scope_count] = (struct scope){.name = arena_strdup(told->arena, name)};
	return &told->scopes[told->scope_count++];
}

static const char *scope_name(struct arena *arena, const char *key)
{
	return strncmp(key, "ITEM-", 5) == 0 ? key : arena_strndup(arena, key, family_length(key));
}

static void add_name(struct arena *arena, const char ***names, size_t *count, const char *name)
{
	*names = arena_grow(arena, *names, *count, sizeof **names);
	(*names)[(*count)++] = arena_strdup(arena, name);
}

static bool has_name(const char *const *names, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* What was presented may be told with the sentence on its item. */
static void add_sources(struct told *told, const struct node *node)
{
	if (!node->key || !node->sources)
		return;
	sources_parse(&scope_of(told, scope_name(told->arena, node->key))->sources, node->sources);
	if (strncmp(node->key, "ITEM-1/", strlen("ITEM-1/")) == 0)
		sources_parse(&scope_of(told, "PRES")->sources, node->sources);
}

/* Entries have keys of their own, or are told with their paragraph. */
static void read_tree(struct told *told, const struct document *document)
{
	const char *heading = NULL, *paragraph = NULL;

	for (const struct node *at = document->root; at; at = document_next(at)) {
		if (at->kind == NODE_HEADING && at->level > 0)
			heading = at->key;
		if (at->kind == NODE_PARAGRAPH) {
			paragraph = at->key;
			if (paragraph)
				add_name(told->arena, &told->keys, &told->key_count, paragraph);
			if (heading)
				add_name(told->arena, &told->headings, &told->heading_count,
					heading);
		}
		if (at->key || !paragraph || !at->sources)
			add_sources(told, at);
		else
			sources_parse(&scope_of(told, scope_name(told->arena, paragraph))->sources,
				at->sources);
	}
}

static bool read_part(struct report *report, const struct part_row *row, struct told *told)
{
	struct document document;
	struct err err = {0};

	document_init(&document);
	const char *tree = store_part_tree(report->store, row->id, &report->part->arena);
	bool good = tree && document_read_json(tree, strlen(tree), &document, &err);
	if (good)
		renumbered_keys(report, row, &document);
	if (good)
		read_tree(told, &document);
	else
		build_gap(report, NULL, "%s, as it was issued, cannot be read (%s)", row->symbol,
			err.text);
	document_clear(&document);
	return good;
}

/* The meetings of each item that its sentence has told. */
static void mark_considered(struct report *report)
{
	struct facts *facts = &report->facts;

	for (size_t i = 0; i < facts->considered_count; i++) {
		struct report_considered *one = &facts->considered[i];
		const struct meeting_row *meeting = facts_meeting(facts, one->meeting);
		for (size_t k = 0; meeting && k < facts->item_count; k++)
			if (facts->items[k].id == one->item)
				one->told = !part_takes(
					report, "ITEM-1", &facts->items[k], 'm', meeting->number);
	}
}

static void begin(struct report *report)
{
	report->part = mem_alloc(sizeof *report->part);
	arena_init(&report->part->arena);
	report->part->before.arena = report->part->own.arena = &report->part->arena;
}

void part_leave_out(struct report *report)
{
	struct told *told;

	begin(report);
	told = &report->part->before;
	for (size_t i = 0; i < report->cover_count; i++)
		sources_parse(
			&scope_of(told, scope_name(told->arena, report->covers[i].key))->sources,
			report->covers[i].sources);
	mark_considered(report);
}

/* What was left out of a part is told by that. */
static void read_left_out(struct report *report)
{
	struct part *part = report->part;
	size_t count;
	const struct waiting *rows = overlay_rows(report, &count);

	for (size_t i = 0; i < count; i++) {
		const struct paragraph_row *row = rows[i].row;
		bool own = row->part == report->again;
		if (!row->part || !row->left_out || (report->again && row->part > report->again))
			continue;
		struct told *told = own ? &part->own : &part->before;
		sources_parse(&scope_of(told, scope_name(told->arena, rows[i].key))->sources,
			row->left_out);
		add_name(told->arena, &told->keys, &told->key_count, rows[i].key);
	}
}

bool part_load(struct report *report)
{
	size_t count;
	bool good = true;

	begin(report);
	const struct part_row *rows =
		store_parts(report->store, report->session, &report->part->arena, &count);
	for (size_t i = 0; i < count; i++) {
		bool own = rows[i].id == report->again;
		good = read_part(report, &rows[i],
			       own ? &report->part->own : &report->part->before) &&
		       good;
		if (own)
			break;
		report->issued++;
	}
	read_left_out(report);
	mark_considered(report);
	return good;
}

static void clear_told(struct told *told)
{
	for (size_t i = 0; i < told->scope_count; i++)
		sources_clear(&told->scopes[i].sources);
}

void part_clear(struct report *report)
{
	if (!report->part)
		return;
	clear_told(&report->part->before);
	clear_told(&report->part->own);
	arena_clear(&report->part->arena);
	free(report->part);
	report->part = NULL;
}

/* Is a source in the scope of that name? */
static bool is_told(
	const struct told *told, const char *name, size_t length, char kind, int64_t number)
{
	for (size_t i = 0; i < told->scope_count; i++)
		if (strncmp(told->scopes[i].name, name, length) == 0 &&
			!told->scopes[i].name[length])
			return sources_has(&told->scopes[i].sources, kind, number);
	return false;
}

bool part_takes(const struct report *report, const char *formula, const struct item_row *item,
	char kind, int64_t number)
{
	const struct part *part = report->part;
	struct str name;

	if (!part)
		return true;
	str_init(&name);
	str_addn(&name, formula, item ? strlen(formula) : family_length(formula));
	if (item) {
		str_addc(&name, '/');
		facts_keys(&report->facts, facts_bodies_of(&report->facts, item), &name);
		str_addf(&name, "/%s/", item->printed);
	}
	bool takes = report->again ? is_told(&part->own, name.text, name.length, kind, number)
				   : !is_told(&part->before, name.text, name.length, kind, number);
	str_clear(&name);
	return takes;
}

bool part_had(const struct report *report, const char *key)
{
	const struct told *before = &report->part->before;

	return has_name(before->keys, before->key_count, key);
}

/* --- taking out --- */

/* The labels of the whole report stay with the headings. */
static void keep_labels(struct document *document)
{
	document_number(document);
	for (struct node *at = document->root->first; at; at = at->next)
		if (at->kind == NODE_HEADING && at->level > 0)
			at->name = at->label ? at->label : "";
}

/* What only says that something is missing is not issued. */
bool part_is_placeholder(const struct node *node)
{
	return node->missing && node->text && *node->text == '[';
}

static bool goes(const struct part *part, const struct node *node)
{
	if (node->kind != NODE_PARAGRAPH || !node->key)
		return false;
	return part_is_placeholder(node) ||
	       (!part_is_telling(node->key) &&
		       has_name(part->before.keys, part->before.key_count, node->key));
}

/* What is left out is shown behind what is still there. */
static void drop(struct report *report, struct node *before, const struct node *node)
{
	for (size_t i = 0; i < report->touch_count; i++)
		if (report->touches[i].behind == node)
			report->touches[i].behind = before;
	document_drop(&report->document, before);
}

static bool stands_alone(const struct node *node)
{
	return node->kind == NODE_PARAGRAPH || node->kind == NODE_HEADING;
}

static void drop_paragraphs(struct report *report)
{
	struct node *before = NULL, *node = report->document.root->first;
	bool dropping = false;

	for (; node; node = before ? before->next : report->document.root->first) {
		if (stands_alone(node))
			dropping = goes(report->part, node);
		if (dropping)
			drop(report, before, node);
		else
			before = node;
	}
}

static int depth(const struct node *heading)
{
	return heading->level ? heading->level : HEADING_LEVELS + 1;
}

/* Nothing stands between it and the next heading that is not below it. */
static bool is_empty(const struct node *heading)
{
	for (const struct node *at = heading->next; at; at = at->next) {
		if (at->kind != NODE_HEADING)
			return false;
		if (depth(at) <= depth(heading))
			return true;
	}
	return true;
}

/* That there is no statement is nothing that the second part lacks, where the first has
 * some; nor is what an earlier part lacks. */
static void drop_gaps(struct report *report)
{
	const struct told *before = &report->part->before;
	size_t kept = 0;

	for (size_t i = 0; i < report->gap_count; i++) {
		const struct node *node = report->gap_nodes[i];
		if (node && node->key && part_is_placeholder(node) && report->issued &&
			(part_is_telling(node->key) ||
				has_name(before->keys, before->key_count, node->key)))
			continue;
		if (node && !part_is_placeholder(node) && goes(report->part, node))
			continue;
		report->gaps[kept] = report->gaps[i];
		report->gap_nodes[kept++] = report->gap_nodes[i];
	}
	report->gap_count = kept;
}

static void drop_headings(struct report *report)
{
	struct node *before = NULL, *node = report->document.root->first;

	for (; node; node = before ? before->next : report->document.root->first) {
		if (node->kind == NODE_HEADING && is_empty(node))
			drop(report, before, node);
		else
			before = node;
	}
}

/* On the lowest heading that holds paragraphs itself; those without a number only part
 * what stands under one (conventions 1.6). */
static void say_continued(struct report *report)
{
	struct node *heading = NULL;

	for (struct node *at = report->document.root->first; at; at = at->next) {
		if (at->kind == NODE_HEADING && at->level > 0)
			heading = at;
		if (at->kind == NODE_PARAGRAPH && heading && heading->key)
			heading->continued = has_name(report->part->before.headings,
				report->part->before.heading_count, heading->key);
	}
}

void part_prune(struct report *report)
{
	keep_labels(&report->document);
	drop_paragraphs(report);
	drop_headings(report);
	drop_gaps(report);
	say_continued(report);
}
