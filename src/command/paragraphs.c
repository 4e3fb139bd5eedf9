/* SPDX-License-Identifier: MIT */
/*
 * A paragraph has a number of its own only once somebody has touched it; until then people
 * mean it by the number that it is printed with, and screens by its key, which stays the
 * same while others are put in before it. Either is looked up in the report as it stands
 * at that moment, built within the change.
 */
#include "paragraphs.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "command/part.h"
#include "model/diff.h"
#include "model/negotiation.h"
#include "shown.h"
#include "store/part.h"

/* What was said of an option that not every command here has; NULL: nothing. */
static const struct arg *option(const struct call *call, const char *name)
{
	const struct param *params = call->command->params;

	for (size_t i = 0; i < COMMAND_PARAMS && params[i].name; i++)
		if (strcmp(params[i].name, name) == 0 && call->args[i].given)
			return &call->args[i];
	return NULL;
}

static bool wants_next(const struct call *call)
{
	return option(call, "next") != NULL;
}

void paragraphs_init(struct paragraphs *paragraphs, struct call *call)
{
	const struct arg *part = option(call, "part");

	*paragraphs = (struct paragraphs){.call = call, .named = part ? part->text : NULL};
	document_init(&paragraphs->issued);
	paragraphs->report =
		report_new(call->desk->store, call->desk->session, desk_template(call->desk));
	if (wants_next(call))
		report_want_next_part(paragraphs->report, NULL);
	while (!report_step(paragraphs->report))
		continue;
}

void paragraphs_clear(struct paragraphs *paragraphs)
{
	report_free(paragraphs->report);
	document_clear(&paragraphs->issued);
	paragraphs->report = NULL;
}

/* --- one --- */

static const struct node *node_of_key(const struct paragraphs *paragraphs, const char *key)
{
	const struct document *document = report_document(paragraphs->report);

	for (const struct node *at = document->root->first; at; at = at->next)
		if (at->kind == NODE_PARAGRAPH && at->key && strcmp(at->key, key) == 0)
			return at;
	return NULL;
}

/* In the next part an edit is for that, whatever parts before it have. */
static bool is_final(const struct paragraphs *paragraphs, const char *key)
{
	return !wants_next(paragraphs->call) && *key && report_was_issued(paragraphs->report, key);
}

static bool read_touch(struct paragraphs *paragraphs, const struct report_touch *touch,
	struct paragraph *paragraph)
{
	struct call *call = paragraphs->call;

	if (!store_paragraph(call->desk->store, touch->id, &call->arena, &paragraph->row))
		return false;
	paragraph->key = paragraph->row.key;
	paragraph->heading = paragraph->row.heading;
	paragraph->node = touch->node;
	paragraph->label = touch->node ? arena_strdup(&call->arena, touch->node->label) : NULL;
	paragraph->generated =
		touch->generated ? arena_strdup(&call->arena, touch->generated) : NULL;
	paragraph->text =
		touch->text ? arena_strdup(&call->arena, touch->text) : paragraph->generated;
	paragraph->final = is_final(paragraphs, touch->key);
	return true;
}

static bool read_node(struct paragraphs *paragraphs, const struct node *node,
	struct paragraph *paragraph, struct err *err)
{
	struct arena *arena = &paragraphs->call->arena;
	const struct report_touch *touch = report_touch_of(paragraphs->report, node);

	if (touch)
		return read_touch(paragraphs, touch, paragraph);
	if (!report_paragraph(
		    paragraphs->report, node, arena, &paragraph->key, &paragraph->heading))
		return err_set(err, ERR_USAGE, "paragraph %s cannot be changed", node->label);
	paragraph->node = node;
	paragraph->label = arena_strdup(arena, node->label);
	paragraph->heading = paragraph->heading ? arena_strdup(arena, paragraph->heading) : NULL;
	paragraph->generated = paragraph->text = arena_strdup(arena, node->text);
	paragraph->final = is_final(paragraphs, node->key);
	return true;
}

/* The number of "g41"; 0 for what is none. */
static int own_number(const char *text)
{
	size_t digits = strspn(text + (*text != '\0'), "0123456789");

	if (tolower((unsigned char)*text) != 'g' || digits == 0 || digits > 9 || text[1 + digits])
		return 0;
	return atoi(text + 1);
}

static const struct report_touch *touch_of_number(const struct paragraphs *paragraphs, int number)
{
	size_t count;
	const struct report_touch *touches = report_touches(paragraphs->report, &count);

	for (size_t i = 0; i < count; i++)
		if (touches[i].number == number)
			return &touches[i];
	return NULL;
}

static bool find_here(struct paragraphs *paragraphs, const char *text, struct paragraph *paragraph,
	struct err *err)
{
	int number = own_number(text);
	const struct report_touch *touch = number ? touch_of_number(paragraphs, number) : NULL;
	const struct node *node = number              ? NULL
				  : strchr(text, '/') ? node_of_key(paragraphs, text)
						      : report_numbered(paragraphs->report, text);

	if (touch)
		return read_touch(paragraphs, touch, paragraph);
	if (node)
		return read_node(paragraphs, node, paragraph, err);
	return err_set(err, ERR_USAGE,
		"there is no paragraph '%s' in the report; give its number there, 12, or its own, "
		"g41",
		shown_text(&paragraphs->call->arena, text));
}

/* --- one of a part --- */

static bool read_part(struct paragraphs *paragraphs, struct err *err)
{
	struct desk *desk = paragraphs->call->desk;

	if (paragraphs->part)
		return true;
	paragraphs->part = store_part_find(desk->store, desk->session, paragraphs->named);
	if (!part_read(desk, paragraphs->named, &paragraphs->issued, err))
		return false;
	report_renumber_part(paragraphs->report, paragraphs->part, &paragraphs->issued);
	return true;
}

static const struct node *node_of_part(const struct paragraphs *paragraphs, const char *text)
{
	for (const struct node *at = paragraphs->issued.root->first; at; at = at->next)
		if (at->kind == NODE_PARAGRAPH && at->key &&
			((at->label && strcmp(at->label, text) == 0) || strcmp(at->key, text) == 0))
			return at;
	return NULL;
}

/* What somebody did to it in the part, or since. */
static const struct report_touch *touch_of_part(
	const struct paragraphs *paragraphs, const char *key)
{
	struct call *call = paragraphs->call;
	struct paragraph_row row;
	size_t count;
	const struct report_touch *touches = report_touches(paragraphs->report, &count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(touches[i].key, key) == 0 &&
			store_paragraph(call->desk->store, touches[i].id, &call->arena, &row) &&
			row.part == paragraphs->part)
			return touches[i].corrected
				       ? touch_of_number(paragraphs, touches[i].corrected)
				       : &touches[i];
	return own_number(key) ? touch_of_number(paragraphs, own_number(key)) : NULL;
}

static bool find_in_part(struct paragraphs *paragraphs, const char *text,
	struct paragraph *paragraph, struct err *err)
{
	struct arena *arena = &paragraphs->call->arena;

	if (!read_part(paragraphs, err))
		return false;
	const struct node *node = node_of_part(paragraphs, text);
	if (!node)
		return err_set(err, ERR_USAGE, "there is no paragraph '%s' in %s",
			shown_text(arena, text), paragraphs->named);
	const struct report_touch *touch = touch_of_part(paragraphs, node->key);
	const struct node *here = touch ? NULL : node_of_key(paragraphs, node->key);
	if (touch ? !read_touch(paragraphs, touch, paragraph)
		  : here && !read_node(paragraphs, here, paragraph, err))
		return false;
	if (!touch && !here)
		return err_set(err, ERR_USAGE,
			"nothing stands behind paragraph %s of %s any more: part changes %s",
			node->label, paragraphs->named, paragraphs->named);
	paragraph->label = arena_strdup(arena, node->label);
	paragraph->part = paragraphs->part;
	/* What others did to the paragraph in the whole report is not of this part. */
	if (!touch)
		paragraph->row = (struct paragraph_row){0};
	if (*paragraph->key.formula && !paragraph->row.text && !paragraph->row.dropped)
		paragraph->text = paragraph->generated = arena_strdup(arena, node->text);
	return true;
}

bool paragraphs_find(struct paragraphs *paragraphs, const char *text, struct paragraph *paragraph,
	struct err *err)
{
	*paragraph = (struct paragraph){0};
	return paragraphs->named && !own_number(text)
		       ? find_in_part(paragraphs, text, paragraph, err)
		       : find_here(paragraphs, text, paragraph, err);
}

/* --- several --- */

struct listing {
	struct paragraphs *paragraphs;
	struct paragraph *found;
	size_t count;
};

static bool add(struct listing *listing, const char *text, struct err *err)
{
	struct arena *arena = &listing->paragraphs->call->arena;
	struct paragraph one;

	if (!paragraphs_find(listing->paragraphs, text, &one, err))
		return false;
	for (size_t i = 0; i < listing->count; i++)
		if (one.node ? listing->found[i].node == one.node
			     : listing->found[i].row.id == one.row.id)
			return true;
	listing->found = arena_grow(arena, listing->found, listing->count, sizeof one);
	listing->found[listing->count++] = one;
	return true;
}

/* "1-4" */
static bool add_stretch(struct listing *listing, const char *word, struct err *err)
{
	struct arena *arena = &listing->paragraphs->call->arena;
	const char *dash = isdigit((unsigned char)*word) ? strchr(word, '-') : NULL;
	const char *rest = dash ? dash + 1 + strspn(dash + 1, "0123456789") : "";
	long from = strtol(word, NULL, 10), to = dash ? strtol(dash + 1, NULL, 10) : from;

	if (!dash || *rest)
		return add(listing, word, err);
	if (to < from)
		return err_set(
			err, ERR_USAGE, "'%s' ends before it begins", shown_text(arena, word));
	for (; from <= to; from++)
		if (!add(listing, arena_printf(arena, "%ld", from), err))
			return false;
	return true;
}

struct paragraph *paragraphs_list(
	struct paragraphs *paragraphs, const char *text, size_t *count, struct err *err)
{
	struct arena *arena = &paragraphs->call->arena;
	struct listing listing = {.paragraphs = paragraphs};

	while (*(text += strspn(text, " ,;\n"))) {
		size_t length = strcspn(text, " ,;\n");
		if (!add_stretch(&listing, arena_strndup(arena, text, length), err))
			return NULL;
		text += length;
	}
	*count = listing.count;
	if (!listing.count)
		err_set(err, ERR_USAGE, "no paragraph is named: give numbers, as 1-4, 7");
	return listing.found;
}

void paragraphs_difference(struct call *call, const char *from, const char *to)
{
	size_t count;
	const struct diff_piece *pieces = diff_words(&call->arena, from, to, &count);

	for (size_t i = 0; i < count; i++) {
		enum diff_kind kind = pieces[i].kind;
		str_addf(&call->output, "%s%s%s",
			kind == DIFF_NEW    ? NEGOTIATION_NEW
			: kind == DIFF_GONE ? NEGOTIATION_GONE
					    : "",
			pieces[i].text,
			kind == DIFF_NEW    ? NEGOTIATION_NEW_END
			: kind == DIFF_GONE ? NEGOTIATION_GONE_END
					    : "");
	}
	str_addc(&call->output, '\n');
}

/* --- changing one --- */

static bool add_row(struct call *call, struct paragraph *paragraph, const struct paragraph_new *new,
	struct err *err)
{
	int number;
	int64_t id = store_paragraph_add(call->desk->store, new, &number, err);

	return id && store_paragraph(call->desk->store, id, &call->arena, &paragraph->row);
}

bool paragraph_need_row(struct call *call, struct paragraph *paragraph, struct err *err)
{
	struct paragraph_new new = {.session = call->desk->session,
		.key = paragraph->key,
		.heading = paragraph->heading,
		.final = paragraph->final && !paragraph->part,
		.part = paragraph->part};

	return paragraph->row.id || add_row(call, paragraph, &new, err);
}

/* What was issued is as it was: in the final report another row stands for it, or, where it
 * was issued as it is generated, for all that is. */
static bool need_correction(struct call *call, struct paragraph *paragraph, struct err *err)
{
	struct store *store = call->desk->store;
	const struct paragraph_row *row = &paragraph->row;
	bool edited = row->text || row->dropped || paragraph->part;
	struct paragraph_new new = {.session = call->desk->session,
		.key = paragraph->key,
		.heading = paragraph->heading,
		.final = paragraph->final || edited,
		.corrects = edited ? row->id : 0};
	int64_t id = edited ? store_paragraph_correction(store, row->id)
			    : store_paragraph_of(store, new.session, &new.key, new.final);

	return id ? store_paragraph(store, id, &call->arena, &paragraph->row)
		  : add_row(call, paragraph, &new, err);
}

bool paragraph_need_editable(struct call *call, struct paragraph *paragraph, struct err *err)
{
	const struct paragraph_row *row = &paragraph->row;

	if (!row->id && paragraph->part && !paragraph_need_row(call, paragraph, err))
		return false;
	if (row->id && row->part && *paragraph->key.formula)
		return need_correction(call, paragraph, err);
	if (!paragraph_need_row(call, paragraph, err))
		return false;
	/* It was only adopted until now, or something stands behind it. */
	bool bare = !row->text && !row->dropped && !row->final;
	return !bare || !paragraph->final ||
	       store_paragraph_make_final(call->desk->store, row->id, err);
}

bool paragraph_change(struct call *call, struct paragraph *paragraph,
	const struct paragraph_edit *edit, struct err *err)
{
	struct paragraph_edit with = *edit;
	int64_t before = paragraph->row.id;

	if (!paragraph_need_editable(call, paragraph, err))
		return false;
	/* A version of what was issued is none of the row that stands for it. */
	if (paragraph->row.id != before && paragraph->row.version == 1)
		with.version = 0;
	with.at = desk_now(call->desk);
	with.meeting = rows_meeting(call, with.at);
	with.person = call->desk->person;
	str_addf(&call->reply, "g%d", paragraph->row.number);
	if (paragraph->label)
		str_addf(&call->reply, " (paragraph %s)", paragraph->label);
	call->made = paragraph->row.id;
	return store_paragraph_edit(call->desk->store, paragraph->row.id, &with, err);
}
