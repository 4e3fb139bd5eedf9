/* SPDX-License-Identifier: MIT */
/*
 * One text with all that is proposed to it. The one idea: each amendment is first brought
 * to the text as it is now, so that amendments that were made on different versions can
 * be compared and laid into one text. There the changes of all are sorted by place, and
 * those that meet make one cluster: what is taken away is shown once, and what each would
 * put behind it. Nothing is left out: what meets is shown side by side.
 */
#include <stdlib.h>
#include <string.h>

#include "model/diff.h"
#include "model/merge.h"
#include "model/negotiation.h"

/* --- comparing --- */

static void bring_to(struct arena *arena, const char *now, struct negotiated *one)
{
	size_t count;

	/* Most are made on the text as it is. */
	if (strcmp(one->base, now) == 0) {
		one->reads = one->text;
		return;
	}
	const struct merge_piece *pieces = merge_three(arena, one->base, now, one->text, &count);

	one->reads = merge_text(arena, pieces, count, MERGE_TAKE_THEIRS, NULL);
	one->places = merge_count(pieces, count, MERGE_CONFLICT);
	one->near = merge_count(pieces, count, MERGE_BESIDE);
}

static void add_other(
	struct arena *arena, struct negotiated *one, enum merge_meeting meeting, size_t other)
{
	size_t **others = meeting == MERGE_MEET ? &one->against : &one->beside;
	size_t *count = meeting == MERGE_MEET ? &one->against_count : &one->beside_count;

	*others = arena_grow(arena, *others, *count, sizeof **others);
	(*others)[(*count)++] = other;
}

static struct merge_changes **bring_all(
	struct arena *arena, const char *now, struct negotiated *all, size_t count)
{
	struct merge_changes **changes = arena_alloc(arena, (count + 1) * sizeof(void *));

	for (size_t i = 0; i < count; i++) {
		all[i].reads = now;
		all[i].places = all[i].near = all[i].against_count = all[i].beside_count = 0;
		all[i].against = all[i].beside = NULL;
		if (all[i].counts)
			bring_to(arena, now, &all[i]);
		changes[i] = merge_changes(arena, now, all[i].reads);
	}
	return changes;
}

void negotiation_compare(struct arena *arena, const char *now, struct negotiated *all, size_t count)
{
	struct merge_changes **changes = bring_all(arena, now, all, count);

	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < i; j++) {
			enum merge_meeting meeting =
				merge_changes_meet(now, changes[i], changes[j]);
			if (meeting == MERGE_APART)
				continue;
			add_other(arena, &all[i], meeting, j);
			add_other(arena, &all[j], meeting, i);
		}
	}
}

void negotiation_compare_one(
	struct arena *arena, const char *now, struct negotiated *all, size_t count, size_t which)
{
	struct merge_changes **changes = bring_all(arena, now, all, count);

	for (size_t i = 0; i < count; i++) {
		enum merge_meeting meeting =
			i == which ? MERGE_APART
				   : merge_changes_meet(now, changes[which], changes[i]);
		if (meeting != MERGE_APART)
			add_other(arena, &all[which], meeting, i);
	}
}

bool negotiation_in_conflict(const struct negotiated *one)
{
	return one->places > 0 || one->against_count > 0;
}

bool negotiation_is_asked(const struct negotiated *one)
{
	return negotiation_in_conflict(one) || one->near > 0 || one->beside_count > 0;
}

/* --- saying --- */

/* Without the blanks at both ends; line feeds are blanks. */
static void add_quoted(struct str *out, const char *words)
{
	size_t from = strspn(words, " \n"), length = strlen(words);

	while (length > from && strchr(" \n", words[length - 1]))
		length--;
	str_add(out, "“");
	for (size_t i = from; i < length; i++)
		str_addc(out, words[i] == '\n' ? ' ' : words[i]);
	str_add(out, "”");
}

static bool is_blank(const char *words)
{
	return words[strspn(words, " \n")] == '\0';
}

/* A blank for words, as before a comma, is an insertion to who reads it. */
static enum merge_operation_kind kind_of(const struct merge_operation *operation)
{
	if (operation->kind == MERGE_REPLACE && is_blank(operation->gone))
		return MERGE_INSERT;
	if (operation->kind == MERGE_REPLACE && is_blank(operation->put))
		return MERGE_DELETE;
	return operation->kind;
}

static void say_operation(const struct merge_operation *operation, struct str *out)
{
	str_add(out, out->length ? "; " : "");
	switch (kind_of(operation)) {
	case MERGE_REPLACE:
		str_add(out, "replace ");
		add_quoted(out, operation->gone);
		str_add(out, " by ");
		add_quoted(out, operation->put);
		break;
	case MERGE_DELETE:
		str_add(out, "delete ");
		add_quoted(out, operation->gone);
		break;
	default:
		str_add(out, "insert ");
		add_quoted(out, operation->put);
		if (*operation->behind) {
			str_add(out, " after ");
			add_quoted(out, operation->behind);
		} else {
			str_add(out, " at the beginning");
		}
	}
}

void negotiation_say(const char *base, const char *text, struct str *out)
{
	struct arena arena;
	struct str said;
	size_t count;

	arena_init(&arena);
	str_init(&said);
	const struct merge_operation *operations = merge_operations(&arena, base, text, &count);
	for (size_t i = 0; i < count; i++)
		say_operation(&operations[i], &said);
	str_add(out, said.text);
	str_clear(&said);
	arena_clear(&arena);
}

void negotiation_say_amendment(
	enum amendment_kind kind, const char *base, const char *text, struct str *out)
{
	if (kind == AMENDMENT_DELETION) {
		str_add(out, "delete the paragraph");
	} else if (kind == AMENDMENT_PARAGRAPH) {
		str_add(out, "new paragraph: ");
		add_quoted(out, text);
	} else {
		negotiation_say(base, text, out);
	}
}

/* --- marking --- */

/* Words between signs; the blanks at their ends stay outside. "" leaves nothing. */
static void add_mark(
	struct str *out, const char *sign, const char *name, const char *words, size_t length)
{
	size_t from = 0, to = length;

	while (from < to && strchr(" \n", words[from]))
		from++;
	while (to > from && strchr(" \n", words[to - 1]))
		to--;
	if (!out->length || !strchr(" \n", out->text[out->length - 1]))
		str_addn(out, words, from);
	if (to > from) {
		str_add(out, sign);
		if (name && *name)
			str_addf(out, "%s: ", name);
		str_addn(out, words + from, to - from);
		str_add(out, strcmp(sign, NEGOTIATION_NEW) == 0 ? NEGOTIATION_NEW_END
								: NEGOTIATION_GONE_END);
	}
	str_addn(out, words + to, length - to);
}

/* One blank between two marks, whatever they were taken from; none is lost behind. */
static void add_blank(struct str *out)
{
	if (out->length && !strchr(" \n", out->text[out->length - 1]))
		str_addc(out, ' ');
}

/* How much of the text ends in blanks. */
static size_t blanks_at_end(const char *text, size_t length)
{
	size_t count = 0;

	while (count < length && strchr(" \n", text[length - 1 - count]))
		count++;
	return count;
}

void negotiation_mark(const char *base, const char *text, struct str *out)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct diff_piece *pieces = diff_words(&arena, base, text, &count);
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(pieces[i].text);
		if (pieces[i].kind == DIFF_SAME) {
			str_add(out, pieces[i].text);
			continue;
		}
		bool replaced = pieces[i].kind == DIFF_GONE && i + 1 < count &&
				pieces[i + 1].kind == DIFF_NEW;
		if (i > 0 && pieces[i].kind == DIFF_NEW && pieces[i - 1].kind == DIFF_GONE)
			add_blank(out);
		if (replaced)
			length -= blanks_at_end(pieces[i].text, length);
		add_mark(out, pieces[i].kind == DIFF_NEW ? NEGOTIATION_NEW : NEGOTIATION_GONE, NULL,
			pieces[i].text, length);
	}
	arena_clear(&arena);
}

/* A change of one of them to the text as it is now. */
struct laid {
	size_t from, to, owner;
	const char *put;
};

struct layout {
	struct arena arena;
	const char *now;
	const struct negotiated *all;
	size_t count;
	struct laid *laid;
	size_t laid_count;
};

static bool takes_all(const struct negotiated *one)
{
	return *one->reads == '\0';
}

static int by_place(const void *a, const void *b)
{
	const struct laid *one = a, *other = b;

	if (one->from != other->from)
		return one->from < other->from ? -1 : 1;
	if (one->to != other->to)
		return one->to < other->to ? -1 : 1;
	return one->owner < other->owner ? -1 : one->owner > other->owner;
}

/* What is put or goes as a line stands before the line feed as well as behind it, with the
 * words that both have: it is moved to where it begins a line, if it can be. */
static void begin_line(struct arena *arena, const char *now, struct laid *laid)
{
	size_t length = strlen(laid->put), taken = laid->to - laid->from, by = 0;
	bool put = taken == 0 && strchr(laid->put, '\n');
	bool gone = length == 0 && memchr(now + laid->from, '\n', taken);

	while ((put || gone) && by < laid->from && now[laid->from - by - 1] != '\n') {
		char last = gone          ? now[laid->to - by - 1]
			    : by < length ? laid->put[length - by - 1]
					  : '\0';
		if (last != now[laid->from - by - 1])
			return;
		by++;
	}
	if (by == 0 || by == laid->from)
		return;
	laid->from -= by;
	laid->to -= by;
	laid->put = arena_printf(arena, "%.*s%.*s", put ? (int)by : 0, now + laid->from,
		(int)(length - (put ? by : 0)), laid->put);
}

static void lay(struct layout *layout, bool (*wanted)(const struct negotiated *))
{
	for (size_t i = 0; i < layout->count; i++) {
		size_t count;
		if (!layout->all[i].counts || takes_all(&layout->all[i]) ||
			(wanted && !wanted(&layout->all[i])))
			continue;
		const struct merge_operation *operations =
			merge_operations(&layout->arena, layout->now, layout->all[i].reads, &count);
		for (size_t j = 0; j < count; j++) {
			layout->laid = arena_grow(&layout->arena, layout->laid, layout->laid_count,
				sizeof *layout->laid);
			struct laid *laid = &layout->laid[layout->laid_count++];
			*laid = (struct laid){operations[j].from,
				operations[j].from + operations[j].length, i, operations[j].put};
			begin_line(&layout->arena, layout->now, laid);
		}
	}
	if (layout->laid_count)
		qsort(layout->laid, layout->laid_count, sizeof *layout->laid, by_place);
}

/* Where the changes end that meet the one at `first`; *to gets the byte. */
static size_t cluster_end(const struct layout *layout, size_t first, size_t *to)
{
	size_t i = first + 1, from = layout->laid[first].from;

	*to = layout->laid[first].to;
	for (; i < layout->laid_count; i++) {
		const struct laid *next = &layout->laid[i];
		if (next->from >= *to && !(*to == from && next->to == from))
			break;
		if (next->to > *to)
			*to = next->to;
	}
	return i;
}

/* What one of them makes of a cluster; false if it changes nothing there. */
static bool owner_text(const struct layout *layout, size_t first, size_t end, size_t to,
	size_t owner, struct str *out)
{
	size_t at = layout->laid[first].from;
	bool changes = false;

	for (size_t i = first; i < end; i++) {
		const struct laid *laid = &layout->laid[i];
		if (laid->owner != owner)
			continue;
		str_addn(out, layout->now + at, laid->from - at);
		str_add(out, laid->put);
		at = laid->to;
		changes = true;
	}
	str_addn(out, layout->now + at, to - at);
	return changes;
}

struct version {
	const char *text;
	struct str names;
};

static void add_name(struct str *names, const char *name)
{
	if (name && *name)
		str_addf(names, "%s%s", names->length ? ", " : "", name);
}

/* What all of them make of a cluster, those who agree together. */
static size_t cluster_versions(struct layout *layout, size_t first, size_t end, size_t to,
	struct version *versions, struct str *names)
{
	size_t count = 0;

	for (size_t owner = 0; owner < layout->count; owner++) {
		struct str text;
		size_t v = 0;
		str_init(&text);
		if (owner_text(layout, first, end, to, owner, &text)) {
			while (v < count && strcmp(versions[v].text, text.text) != 0)
				v++;
			if (v == count)
				versions[count++] = (struct version){
					arena_strdup(&layout->arena, text.text), STR_EMPTY};
			add_name(&versions[v].names, layout->all[owner].name);
			add_name(names, layout->all[owner].name);
		}
		str_clear(&text);
	}
	return count;
}

static void mark_cluster(
	struct layout *layout, size_t first, size_t end, size_t to, struct str *out)
{
	struct version *versions = arena_alloc(&layout->arena, layout->count * sizeof *versions);
	const char *gone = layout->now + layout->laid[first].from;
	size_t length = to - layout->laid[first].from, tail = blanks_at_end(gone, length);
	struct str names;
	bool put = false;

	str_init(&names);
	size_t count = cluster_versions(layout, first, end, to, versions, &names);
	add_mark(out, NEGOTIATION_GONE, names.text, gone, length - tail);
	for (size_t v = 0; v < count; v++) {
		const char *text = versions[v].text;
		size_t bytes = strlen(text);
		if (bytes > blanks_at_end(text, bytes)) {
			if (length > 0 || put)
				add_blank(out);
			size_t behind =
				length > 0 || v + 1 < count ? blanks_at_end(text, bytes) : 0;
			add_mark(
				out, NEGOTIATION_NEW, versions[v].names.text, text, bytes - behind);
			put = true;
		}
		str_clear(&versions[v].names);
	}
	if (tail && memchr(gone + length - tail, '\n', tail))
		str_addc(out, '\n');
	else if (tail)
		add_blank(out);
	str_clear(&names);
}

void negotiation_mark_all(
	const char *now, const struct negotiated *all, size_t count, struct str *out)
{
	struct layout layout = {.now = now, .all = all, .count = count};
	size_t at = 0, to = 0;

	arena_init(&layout.arena);
	lay(&layout, NULL);
	for (size_t i = 0, end; i < layout.laid_count; i = end, at = to) {
		end = cluster_end(&layout, i, &to);
		str_addn(out, now + at, layout.laid[i].from - at);
		mark_cluster(&layout, i, end, to, out);
	}
	str_add(out, now + at);
	for (size_t i = 0; i < count; i++) {
		if (!all[i].counts || !takes_all(&all[i]))
			continue;
		add_blank(out);
		str_addf(out, "[%s%sdelete]", all[i].name ? all[i].name : "",
			all[i].name && *all[i].name ? ": " : "");
	}
	arena_clear(&layout.arena);
}

static bool is_alone(const struct negotiated *one)
{
	return !negotiation_is_asked(one);
}

void negotiation_amended(
	const char *now, const struct negotiated *all, size_t count, struct str *out)
{
	struct layout layout = {.now = now, .all = all, .count = count};
	size_t at = 0;

	arena_init(&layout.arena);
	lay(&layout, is_alone);
	for (size_t i = 0; i < layout.laid_count; i++) {
		const struct laid *laid = &layout.laid[i];
		/* The same change may come from two. */
		if (laid->from < at ||
			(i > 0 && laid->from == laid[-1].from && laid->to == laid[-1].to &&
				strcmp(laid->put, laid[-1].put) == 0))
			continue;
		str_addn(out, now + at, laid->from - at);
		str_add(out, laid->put);
		at = laid->to;
	}
	str_add(out, now + at);
	arena_clear(&layout.arena);
}
