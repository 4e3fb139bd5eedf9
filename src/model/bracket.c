/* SPDX-License-Identifier: MIT */
/*
 * Square brackets in a text that is negotiated. They are found anew each time in the
 * text itself, which alone is kept; a sign without a partner is plain text, so that
 * nothing typed is ever refused. Lifting and dropping cut bytes out and mend the seam
 * that is left. Who may do it, and when, is not decided here.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "model/bracket.h"

enum { NAME_BYTES = 60 };

/* A backslash makes a sign mean itself (model/inline.h). */
static bool is_escape(const char *text)
{
	return text[0] == '\\' && ispunct((unsigned char)text[1]);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* --- what there is --- */

struct signs {
	size_t *partner; /* for each byte of the text the partner of the sign there, or itself */
	size_t *open;    /* those without a partner so far */
	size_t open_count;
};

static void find_partners(const char *text, size_t length, struct signs *signs, size_t *unbalanced)
{
	size_t first = (size_t)-1;

	for (size_t i = 0; i < length; i++) {
		signs->partner[i] = i;
		if (is_escape(text + i)) {
			signs->partner[i + 1] = i + 1;
			i++;
		} else if (text[i] == '[') {
			signs->open[signs->open_count++] = i;
		} else if (text[i] == ']' && signs->open_count > 0) {
			size_t opening = signs->open[--signs->open_count];
			signs->partner[opening] = i;
			signs->partner[i] = opening;
		} else if (text[i] == ']' && first == (size_t)-1) {
			first = i;
		}
	}
	if (signs->open_count > 0 && signs->open[0] < first)
		first = signs->open[0];
	if (unbalanced)
		*unbalanced = first;
}

/* Bytes of the name before the colon at text, or 0 for none; length is that of the inside. */
static size_t name_length(const char *text, size_t length)
{
	size_t at = 0, start = 0;

	while (start < length && text[start] == ' ')
		start++;
	for (at = start; at < length && text[at] != ':'; at++) {
		if (strchr("[]\n", text[at]) || at - start >= NAME_BYTES)
			return 0;
	}
	const char *name = text + start;
	bool letter = false;
	for (const char *c = name; c < text + at; c++)
		letter |= isalpha((unsigned char)*c) || (unsigned char)*c >= 0x80;
	if (at >= length || !letter ||
		(islower((unsigned char)*name) && strncmp(name, "the ", 4) != 0))
		return 0;
	return isdigit((unsigned char)text[at - 1]) && isdigit((unsigned char)text[at + 1]) ? 0
											    : at;
}

/* Without the blanks at both ends: where it begins, and *length again. */
static const char *trim(const char *text, size_t *length)
{
	while (*length > 0 && is_blank(*text)) {
		text++;
		--*length;
	}
	while (*length > 0 && is_blank(text[*length - 1]))
		--*length;
	return text;
}

const char *bracket_words(
	struct arena *arena, const char *text, const struct bracket *bracket, size_t most)
{
	const char *words = text + bracket->words;
	size_t length = bracket->words_length;

	if (!most || length <= most)
		return arena_strndup(arena, words, length);
	while (most > 0 && ((unsigned char)words[most] & 0xC0) == 0x80)
		most--;
	return arena_printf(arena, "%.*s…", (int)most, words);
}

static struct bracket bracket_at(struct arena *arena, const char *text, size_t from, size_t closing)
{
	const char *inside = text + from + 1, *begin;
	size_t length = closing - from - 1, name = name_length(inside, length);
	struct bracket bracket = {
		.from = from, .length = length + 2, .inside = from + 1, .means = -1, .parent = -1};

	if (name > 0) {
		begin = trim(inside, &name);
		bracket.name = arena_strndup(arena, begin, name);
		bracket.inside = (size_t)(strchr(begin + name, ':') - text) + 1;
	}
	bracket.words_length = closing - bracket.inside;
	bracket.words = (size_t)(trim(text + bracket.inside, &bracket.words_length) - text);
	bracket.deletes = bracket.words_length == strlen("delete") &&
			  strncasecmp(text + bracket.words, "delete", strlen("delete")) == 0;
	return bracket;
}

static size_t end_of(const struct bracket *bracket)
{
	return bracket->from + bracket->length;
}

/* The bracket that ends just before this one, with blanks between them at most; of one that
 * is a "delete", what that one means. */
static int bracket_before(const char *text, const struct bracket *brackets, int index,
	const struct signs *signs, const size_t *at_opening)
{
	size_t at = brackets[index].from;

	while (at > 0 && text[at - 1] == ' ')
		at--;
	if (at == 0 || text[at - 1] != ']' || signs->partner[at - 1] == at - 1)
		return -1;
	int before = (int)at_opening[signs->partner[at - 1]];
	return brackets[before].deletes ? brackets[before].means : before;
}

static int parent_of(const struct bracket *brackets, int index)
{
	int parent = index - 1;

	while (parent >= 0 && end_of(&brackets[parent]) <= brackets[index].from)
		parent = brackets[parent].parent;
	return parent;
}

/* Those that the signs make. */
static struct bracket *make_brackets(
	struct arena *arena, const char *text, const struct signs *signs, size_t pairs)
{
	struct bracket *made = arena_alloc(arena, pairs * sizeof *made);
	size_t *at_opening = signs->open; /* all are found: it is free */
	size_t length = strlen(text);
	int count = 0;

	for (size_t i = 0; i < length; i++) {
		if (signs->partner[i] <= i)
			continue;
		struct bracket *bracket = &made[count];
		*bracket = bracket_at(arena, text, i, signs->partner[i]);
		at_opening[i] = (size_t)count;
		bracket->parent = parent_of(made, count);
		if (bracket->parent >= 0)
			bracket->depth = made[bracket->parent].depth + 1;
		if (bracket->deletes)
			bracket->means = bracket_before(text, made, count, signs, at_opening);
		count++;
	}
	return made;
}

struct bracket *bracket_parse(
	struct arena *arena, const char *text, size_t *count, size_t *unbalanced)
{
	size_t length = strlen(text);
	struct signs signs = {mem_alloc((length + 1) * sizeof(size_t)),
		mem_alloc((length + 1) * sizeof(size_t)), 0};

	*count = 0;
	find_partners(text, length, &signs, unbalanced);
	for (size_t i = 0; i < length; i++)
		*count += signs.partner[i] > i;
	struct bracket *made = make_brackets(arena, text, &signs, *count);
	free(signs.partner);
	free(signs.open);
	return made;
}

/* --- cutting --- */

/* Is the comma that out ends with followed by a sign that makes it one too many? */
static bool is_spare_comma(const struct str *out, const char *rest)
{
	return out->length > 0 && out->text[out->length - 1] == ',' &&
	       strchr(",;.", *rest) != NULL && *rest;
}

/* Mends the place where something was cut out: between out and rest. Adds rest. */
static void add_behind_cut(struct str *out, const char *rest)
{
	bool blank = out->length > 0 && is_blank(out->text[out->length - 1]);
	bool begins = out->length == 0 || out->text[out->length - 1] == '\n';

	if (blank || begins) {
		while (*rest == ' ' || *rest == '\t')
			rest++;
	}
	if (begins && *rest == '\n') { /* a line is left empty */
		rest++;
	} else if (blank && !begins && (!*rest || strchr(",;.:)\n]", *rest))) {
		while (out->length > 0 && strchr(" \t", out->text[out->length - 1]))
			str_cut(out, out->length - 1);
	}
	if (is_spare_comma(out, rest))
		str_cut(out, out->length - 1);
	str_add(out, rest);
	while (out->length > 0 && !*rest && out->text[out->length - 1] == '\n')
		str_cut(out, out->length - 1);
}

/* The last "delete" that means the bracket, or the bracket itself. */
static const struct bracket *last_about(const struct bracket *brackets, size_t count, size_t index)
{
	const struct bracket *last = &brackets[index];

	for (size_t i = index + 1; i < count; i++) {
		if (brackets[i].deletes && brackets[i].means == (int)index)
			last = &brackets[i];
	}
	return last;
}

/* The text without brackets[index] and what means it. */
static void cut_bracket(const char *text, const struct bracket *brackets, size_t count,
	size_t index, struct str *out)
{
	const struct bracket *last = last_about(brackets, count, index);

	str_addn(out, text, brackets[index].from);
	add_behind_cut(out, text + end_of(last));
}

/* The words instead of brackets[index] and of the "delete"s that mean it. */
static void lift_bracket(const char *text, const struct bracket *brackets, size_t count,
	size_t index, struct str *out)
{
	const struct bracket *bracket = &brackets[index];
	size_t last = end_of(last_about(brackets, count, index));
	const char *inside = text + bracket->inside;
	bool led = !bracket->name && is_blank(*inside) && bracket->from > 0 &&
		   !is_blank(text[bracket->from - 1]);
	bool trailed = is_blank(text[end_of(bracket) - 2]) && text[last] &&
		       !strchr(" \t\n,;.:)]", text[last]);

	str_addn(out, text, bracket->from);
	str_add(out, led ? " " : "");
	str_addn(out, text + bracket->words, bracket->words_length);
	str_add(out, trailed ? " " : "");
	str_add(out, text + last);
}

bool bracket_keep(const char *text, size_t place, struct str *out)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	struct bracket *brackets = bracket_parse(&arena, text, &count, NULL);
	bool known = place >= 1 && place <= count;
	const struct bracket *bracket = known ? &brackets[place - 1] : NULL;
	if (bracket && bracket->deletes && bracket->means < 0)
		known = false;
	else if (bracket && bracket->deletes)
		cut_bracket(text, brackets, count, (size_t)bracket->means, out);
	else if (bracket && bracket->words_length == 0)
		cut_bracket(text, brackets, count, place - 1, out);
	else if (bracket)
		lift_bracket(text, brackets, count, place - 1, out);
	arena_clear(&arena);
	return known;
}

bool bracket_drop(const char *text, size_t place, struct str *out)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	struct bracket *brackets = bracket_parse(&arena, text, &count, NULL);
	bool known = place >= 1 && place <= count;
	if (known)
		cut_bracket(text, brackets, count, place - 1, out);
	arena_clear(&arena);
	return known;
}

/* --- putting --- */

/* The innermost bracket around each byte, -1 for none. Yours to free. */
static int *innermost(const char *text, const struct bracket *brackets, size_t count)
{
	size_t length = strlen(text), next = 0;
	int *around = mem_alloc((length + 1) * sizeof *around), now = -1;

	for (size_t i = 0; i < length; i++) {
		if (next < count && brackets[next].from == i)
			now = (int)next++;
		around[i] = now;
		if (now >= 0 && end_of(&brackets[now]) == i + 1)
			now = brackets[now].parent;
	}
	return around;
}

/* May the bytes be put in a bracket: no half of another one, nothing of a name in them? Of
 * the brackets that begin before them the innermost has the least room, and of those that
 * end behind them the innermost begins last. */
static bool is_whole(const struct bracket *brackets, const int *around, size_t from, size_t to)
{
	int first = around[from], last = around[to - 1];

	if (first >= 0 && brackets[first].from == from)
		first = brackets[first].parent;
	if (first >= 0 && (from < brackets[first].inside || to >= end_of(&brackets[first])))
		return false;
	if (last >= 0 && end_of(&brackets[last]) == to)
		last = brackets[last].parent;
	return last < 0 || brackets[last].from < from;
}

static bool is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Does a word of the text begin before `from` and go on in it, or likewise at the end? */
static bool is_part_of_word(const char *text, size_t from, size_t to)
{
	return (from > 0 && is_letter(text[from - 1]) && is_letter(text[from])) ||
	       (is_letter(text[to - 1]) && is_letter(text[to]));
}

/* How often the words stand in the text; *place is the last of them. */
static size_t count_places(const char *text, const char *words, bool whole_words, size_t *place)
{
	size_t length = strlen(words), count, found = 0;
	struct arena arena;

	arena_init(&arena);
	struct bracket *brackets = bracket_parse(&arena, text, &count, NULL);
	int *around = innermost(text, brackets, count);
	for (const char *at = text; (at = strstr(at, words)); at++) {
		size_t from = (size_t)(at - text);
		if ((whole_words && is_part_of_word(text, from, from + length)) ||
			!is_whole(brackets, around, from, from + length))
			continue;
		*place = from;
		found++;
	}
	free(around);
	arena_clear(&arena);
	return found;
}

static void add_bracket(struct str *out, const char *name, const char *words, size_t length)
{
	str_addc(out, '[');
	if (name && *name)
		str_addf(out, "%s: ", name);
	str_addn(out, words, length);
	str_addc(out, ']');
}

/* A new bracket at the end of the text, before the sign that ends it. */
static void put_at_end(const char *text, const char *name, const char *put, struct str *out)
{
	size_t length = strlen(text), end;

	while (length > 0 && is_blank(text[length - 1]))
		length--;
	end = length;
	if (length > 0 && strchr(".;", text[length - 1]))
		end--;
	str_addn(out, text, end);
	if (end > 0)
		str_addc(out, ' ');
	add_bracket(out, name, put, strlen(put));
	str_add(out, text + end);
}

enum form { AROUND, BEHIND, INSTEAD };

static bool put_bracket(const char *text, const char *words, const char *name, const char *put,
	enum form form, struct str *out, size_t *found)
{
	struct arena arena;
	size_t place = 0;

	arena_init(&arena);
	size_t length = strlen(words), count = 0;
	words = trim(words, &length);
	words = arena_strndup(&arena, words, length);
	if (length > 0) {
		count = count_places(text, words, true, &place);
		if (count == 0)
			count = count_places(text, words, false, &place);
	}
	if (found)
		*found = count;
	if (count == 1) {
		str_addn(out, text, place);
		if (form == BEHIND)
			str_add(out, words);
		else
			add_bracket(out, form == AROUND ? name : NULL, words, length);
		if (form != AROUND) {
			str_addc(out, ' ');
			add_bracket(out, name, put, strlen(put));
		}
		str_add(out, text + place + length);
	}
	arena_clear(&arena);
	return count == 1;
}

bool bracket_put(const char *text, const char *words, const char *name, const char *put,
	struct str *out, size_t *found)
{
	if (!put)
		return put_bracket(text, words, name, put, AROUND, out, found);
	if (*words)
		return put_bracket(text, words, name, put,
			strcasecmp(put, "delete") == 0 ? INSTEAD : BEHIND, out, found);
	if (found)
		*found = 0;
	if (*put)
		put_at_end(text, name, put, out);
	return *put != '\0';
}

bool bracket_instead(const char *text, const char *words, const char *name, const char *put,
	struct str *out, size_t *found)
{
	return put_bracket(text, words, name, put, INSTEAD, out, found);
}
