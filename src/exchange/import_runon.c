/* SPDX-License-Identifier: MIT */
/*
 * A document whose lines were lost: "Provisional agenda 1. Opening 2. Adoption of ..." as
 * one paragraph, as some extractions of a PDF leave it. It is divided at numbers that follow
 * one another, three at least, and only where no list was found without that; everything
 * read so is doubtful.
 *
 * What stands between the items is not looked at here; the pieces are lines like others.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "import.h"
#include "model/number.h"
#include "model/symbol.h"

enum { LONG = 80, FRONT_MOST = 4000, FRONT_CUTS = 40, HEADING_MOST = 120 };

struct division {
	struct import *import;
	struct import_line *lines;
	size_t count, room;
	const struct reading_paragraph *of; /* the paragraph that is being divided */
};

static void add_line(struct division *division, const struct reading_paragraph *paragraph)
{
	division->lines = mem_grow(
		division->lines, &division->room, division->count + 1, sizeof(*division->lines));
	import_line_read(division->import, &division->lines[division->count++], paragraph);
}

static void add_piece(struct division *division, const char *text, size_t length)
{
	struct arena *arena = &division->import->agenda->arena;
	struct reading_paragraph *piece;

	while (length > 0 && *text == ' ') {
		text++;
		length--;
	}
	while (length > 0 && text[length - 1] == ' ')
		length--;
	if (length == 0)
		return;
	piece = arena_alloc(arena, sizeof(*piece));
	*piece = *division->of;
	piece->text = arena_strndup(arena, text, length);
	piece->number = NULL;
	piece->gap = 1;
	add_line(division, piece);
}

/* --- numbers in running text --- */

/* "article 2. The", "No. 3.": a number that belongs to the word before it. */
static bool belongs_before(const char *text, const char *at)
{
	static const char *const words[] = {"article", "articles", "paragraph", "rule", "rules",
		"resolution", "decision", "item", "items", "no.", "nos.", "annex", "chapter",
		"section", "part", "and", "or", "to", "of"};
	const char *begin = at;

	while (begin > text && begin[-1] != ' ')
		begin--;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if ((size_t)(at - begin) == strlen(words[i]) &&
			strncasecmp(begin, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

/* Where " 3. Title" stands from `from` on, NULL if it does not. */
static const char *find_number(const char *text, const char *from, int number)
{
	for (const char *at = from; *at; at++) {
		if (!isdigit((unsigned char)*at) || (at > text && at[-1] != ' '))
			continue;
		size_t digits = strspn(at, "0123456789");
		if (digits <= 2 && strtol(at, NULL, 10) == number && at[digits] == '.' &&
			at[digits + 1] == ' ' && isupper((unsigned char)at[digits + 2]) &&
			(at == text || !belongs_before(text, at - 1)))
			return at;
		at += digits - 1;
	}
	return NULL;
}

static size_t count_numbers(const char *text, int first)
{
	size_t count = 0;

	for (const char *at = text; (at = find_number(text, at, first + (int)count)); at++)
		count++;
	return count;
}

/* --- one item --- */

/* How sub-items are numbered: "(a)", "a)", "a.", and so with figures and romans. */
struct series {
	const char *before, *behind;
	const char *after_first, *after_next; /* signs that stand before it; NULL for any */
	char kind;                            /* 'a', '1' or 'i' */
};

static const struct series all_series[] = {{"(", ") ", ":", ";.,", 'a'},
	{"", ") ", NULL, NULL, 'a'}, {"", ". ", NULL, NULL, 'a'}, {"(", ") ", ":.", ";.,", '1'},
	{"(", ") ", ":", ";.,", 'i'}, {"", ") ", NULL, NULL, 'i'}};

static void print_label(const struct series *series, int number, struct str *out)
{
	str_reset(out);
	str_add(out, series->before);
	if (series->kind == 'a')
		str_addc(out, (char)('a' + number - 1));
	else if (series->kind == '1')
		str_addf(out, "%d", number);
	else
		number_roman(number, false, out);
	str_add(out, series->behind);
}

/* Where the number of the series stands, at the beginning of a word and behind what numbers
 * of it stand behind; NULL if it does not. */
static const char *find_label(
	const struct series *series, int number, const char *from, const char *end)
{
	const char *signs = number == 1 ? series->after_first : series->after_next;
	const char *found = NULL;
	struct str label;

	str_init(&label);
	print_label(series, number, &label);
	for (const char *at = from + 2; !found && at + label.length < end; at++)
		if (at[-1] == ' ' && strncmp(at, label.text, label.length) == 0 &&
			(!signs || strchr(signs, at[-2])) &&
			(*series->behind == ')' || isupper((unsigned char)at[label.length])))
			found = at;
	str_clear(&label);
	return found;
}

/* The series whose first number stands before all others', and has a second one. */
static const struct series *find_series(const char *from, const char *end, const char **first)
{
	const struct series *found = NULL;

	for (size_t i = 0; i < sizeof(all_series) / sizeof(all_series[0]); i++) {
		const char *one = find_label(&all_series[i], 1, from, end);
		if (one && (!found || one < *first) && find_label(&all_series[i], 2, one, end)) {
			found = &all_series[i];
			*first = one;
		}
	}
	return found;
}

/* The item, and each of its sub-items in their order. */
static void add_item(struct division *division, const char *text, const char *end, int depth)
{
	const char *at = NULL;
	const struct series *series = depth < 2 ? find_series(text, end, &at) : NULL;

	add_piece(division, text, (size_t)((series ? at : end) - text));
	for (int number = 2; series && at; number++) {
		const char *next = number < 26 ? find_label(series, number, at + 1, end) : NULL;
		add_item(division, at, next ? next : end, depth + 1);
		at = next;
	}
}

/* Where the last item ends: before a heading, or at the stop of its title. */
static const char *end_of_list(const char *from)
{
	static const char *const heads[] = {
		" Annotations", " ANNOTATIONS", " Annex", " ANNEX", " Annotated", " Notes "};
	const char *end = from + strlen(from), *stop = strstr(from + 3, ". ");

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		const char *head = strstr(from, heads[i]);
		end = head && head < end ? head : end;
	}
	return stop && stop < end ? stop + 1 : end;
}

/* The heading that the rest begins with is a line of its own. */
static void add_rest(struct division *division, const char *text)
{
	size_t length;

	text += strspn(text, " ");
	length = strcspn(text, " ");
	if (strncasecmp(text, "annotations", 11) != 0)
		length = 0;
	add_piece(division, text, length);
	add_piece(division, text + length, strlen(text + length));
}

/* The items of a paragraph from `first` on; how many. */
static size_t divide_items(struct division *division, const char *text, int first)
{
	const char *at = find_number(text, text, first), *next;
	size_t count = 0;

	for (; at; at = next) {
		count++;
		next = find_number(text, at + 1, first + (int)count);
		const char *end = next ? next : end_of_list(at);
		add_item(division, at, end, 0);
		if (!next)
			add_rest(division, end);
	}
	return count;
}

/* --- the masthead before them --- */

struct cut {
	const char *at;
	size_t length;
};

/* "Distr.: General", "Original: English" */
static bool find_labelled(const char *text, struct cut *cut)
{
	static const char *const labels[] = {"Distr.: ", "Distribution: ", "Original: "};

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if ((cut->at = import_find(text, labels[i]))) {
			size_t label = strlen(labels[i]);
			cut->length = label + strcspn(cut->at + label, " ");
			return true;
		}
	return false;
}

/* "Sixth session" */
static bool find_session(const char *text, struct cut *cut)
{
	const char *session = import_find(text, " session"), *begin = session;

	if (!session)
		return false;
	while (begin > text && begin[-1] != ' ')
		begin--;
	*cut = (struct cut){begin, (size_t)(session + 8 - begin)};
	return isupper((unsigned char)*begin) && (session[8] == ' ' || session[8] == '\0');
}

static bool find_date(const char *text, struct cut *cut)
{
	struct import_days days;

	if (!import_days_find(text, false, &days) || days.from.year == 0)
		return false;
	*cut = (struct cut){text + days.start, days.length};
	if (days.count > 1) /* with the place before them */
		*cut = (struct cut){text, days.start + days.length};
	return true;
}

static bool find_symbol(const char *text, struct cut *cut)
{
	size_t start;

	if (!symbol_find(text, &start, &cut->length))
		return false;
	cut->at = text + start;
	return true;
}

/* The words before it that belong to it: "Provisional", "Annotated". */
static const char *with_adjectives(const char *text, const char *agenda)
{
	static const char *const words[] = {"provisional ", "draft ", "annotated ", "revised ",
		"proposed ", "preliminary ", "tentative ", "adopted "};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t word = strlen(words[i]);
		if ((size_t)(agenda - text) >= word &&
			strncasecmp(agenda - word, words[i], word) == 0) {
			agenda -= word;
			i = (size_t)-1;
		}
	}
	return agenda;
}

/* "Provisional agenda" near the end, before the first item, with what stands behind it. */
static bool find_agenda(const char *text, struct cut *cut)
{
	size_t length = strlen(text);

	while (length > 0 && strchr(" :.*", text[length - 1]))
		length--;
	for (size_t at = length; at-- > 0 && length - at < HEADING_MOST;) {
		if (strncasecmp(text + at, "agenda", 6) != 0 || (at > 0 && text[at - 1] != ' ') ||
			isalpha((unsigned char)text[at + 6]))
			continue;
		cut->at = with_adjectives(text, text + at);
		cut->length = length - (size_t)(cut->at - text);
		return isupper((unsigned char)*cut->at);
	}
	return false;
}

/* What is known of a masthead in a line each, and what is left between. */
static void divide_front(struct division *division, const char *text, int cuts)
{
	static bool (*const finds[])(const char *, struct cut *) = {
		find_agenda, find_symbol, find_labelled, find_session, find_date};
	struct arena *arena = &division->import->agenda->arena;
	struct cut cut = {0};

	for (size_t i = 0; cuts < FRONT_CUTS && i < sizeof(finds) / sizeof(finds[0]); i++) {
		if (!finds[i](text, &cut))
			continue;
		if (cut.at == text && cut.at[cut.length] == '\0')
			break;
		divide_front(division, arena_strndup(arena, text, (size_t)(cut.at - text)),
			cuts + FRONT_CUTS / 8);
		add_piece(division, cut.at, cut.length);
		divide_front(division, cut.at + cut.length, cuts + FRONT_CUTS / 8);
		return;
	}
	add_piece(division, text, strlen(text));
}

/* --- the whole --- */

/* The paragraph that holds the list; count if none does. */
static size_t find_paragraph(const struct import *import)
{
	for (size_t i = 0; i < import->count; i++) {
		const char *text = import->lines[i].whole, *one = find_number(text, text, 1);
		if (strlen(text) < LONG || !one || count_numbers(text, 1) < 3 ||
			import->lines[i].paragraph->style == READING_NOTE)
			continue;
		struct cut cut;
		const char *head =
			arena_strndup(&import->agenda->arena, text, (size_t)(one - text));
		if (find_agenda(head, &cut) ||
			(i > 0 && import->lines[i - 1].heading == IMPORT_AGENDA))
			return i;
	}
	return import->count;
}

bool import_runon_divide(struct import *import)
{
	struct division division = {.import = import};
	size_t at = find_paragraph(import);
	struct import_line *before = import->lines;

	if (at == import->count)
		return false;
	for (size_t i = 0; i < import->count; i++) {
		const char *text = before[i].whole;
		division.of = before[i].paragraph;
		if (i != at) {
			add_line(&division, division.of);
			continue;
		}
		const char *one = find_number(text, text, 1);
		const char *front = one - text > FRONT_MOST ? one - FRONT_MOST : text;
		if (front > text) /* no word is cut in two */
			front += strcspn(front, " ");
		front = front < one ? front : one;
		add_piece(&division, text, (size_t)(front - text));
		divide_front(&division,
			arena_strndup(&import->agenda->arena, front, (size_t)(one - front)), 0);
		divide_items(&division, one, 1);
	}
	messages_add(import->messages, true, before[at].paragraph->line, 0,
		"the lines of the document are lost: its items were found inside this one, look at "
		"each of them");
	free(before);
	import->lines = division.lines;
	import->count = division.count;
	return true;
}
