/* SPDX-License-Identifier: MIT */
/*
 * Whether a masthead names one body or several. The one idea: bodies that meet together
 * are of one kind ("Working Group on ...", twice); an organ is of another kind than the
 * body below it. For kinds that are also each other's organs the masthead must say more:
 * two symbols, or the word joint.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "import_names.h"
#include "model/symbol.h"

enum { ALIKE = 70, NAME_MOST = 200 };

struct kind {
	const char *words;
	bool alone; /* one of it is no other's organ */
};

static const struct kind kinds[] = {{"working group", true}, {"working party", true},
	{"subsidiary body", true}, {"group of experts", true}, {"expert group", true},
	{"task force", true}, {"team of specialists", true}, {"sub-committee", true},
	{"subcommittee", true}, {"committee", false}, {"conference of the parties", false},
	{"meeting of the parties", false}, {"executive body", false}};

static const char *skip_words(const char *text, const char *const words[])
{
	for (size_t i = 0; words[i]; i++) {
		size_t length = strlen(words[i]);
		if (strncasecmp(text, words[i], length) == 0) {
			text += length;
			i = (size_t)-1;
		}
	}
	return text;
}

/* What stands before the kind and says nothing of it. */
static const char *skip_opening(const char *text)
{
	static const char *const words[] = {"the ", "open-ended ", "ad hoc ", "intergovernmental ",
		"standing ", "permanent ", "joint ", NULL};

	return skip_words(text, words);
}

/* The kind of body that the text begins with, with a word behind it that says whose or
 * what for; NULL if there is none. */
static const struct kind *kind_at(const char *text, const char **behind)
{
	static const char *const after[] = {" on ", " of ", " for ", " to "};

	text = skip_opening(text);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		size_t length = strlen(kinds[i].words);
		if (strncasecmp(text, kinds[i].words, length) != 0)
			continue;
		for (size_t k = 0; k < sizeof(after) / sizeof(after[0]); k++)
			if (strncasecmp(text + length, after[k], strlen(after[k])) == 0) {
				*behind = text + length;
				return &kinds[i];
			}
	}
	return NULL;
}

bool import_names_alike(const char *left, const char *right)
{
	const char *a = left, *b = right;
	const struct kind *one = kind_at(left, &a), *other = kind_at(right, &b);

	if (one != other)
		return import_likeness(left, right) >= ALIKE;
	return import_find(a, b) == a || import_find(b, a) == b || import_likeness(a, b) >= ALIKE;
}

/* --- one line --- */

/* "of", "the", "for": behind them stands a name that belongs to the one before. */
static bool is_small_word(const char *text, const char *end)
{
	const char *begin = end;

	while (begin > text && begin[-1] != ' ')
		begin--;
	return begin == end || islower((unsigned char)*begin);
}

/* The next name in the text: " and the Working Group on Weirs", or the same kind again where
 * lines were joined. *end is where the one before ends. NULL without. */
static const char *next_name(const char *text, const char **end)
{
	static const char *const ands[] = {"and ", "& ", "/ ", "- ", "\u2013 ", NULL};
	const char *behind;
	const struct kind *first = kind_at(text, &behind);

	for (const char *at = first ? strchr(behind, ' ') : NULL; at; at = strchr(at + 1, ' ')) {
		const char *name = skip_words(at + 1, ands);
		bool marked = name > at + 1;
		const struct kind *kind = kind_at(name, &behind);
		if (!kind || (!marked && (kind != first || is_small_word(text, at) ||
						 !isupper((unsigned char)*name))))
			continue;
		*end = at;
		return strncasecmp(name, "the ", 4) == 0 ? name + 4 : name;
	}
	return NULL;
}

/* "Joint meeting of the": what stands behind it. */
static const char *behind_joint(const char *text)
{
	static const char *const words[] = {"joint meeting of ", "joint session of ",
		"joint meeting between ", "joint meetings of ", "joint sessions of "};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *at = import_find(text, words[i]);
		if (at && at - text < 24)
			return at + strlen(words[i]);
	}
	return NULL;
}

static void add_name(struct import_names *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (import_names_alike(names->name[i], name))
			return;
	if (names->count < NAMES_MAX)
		names->name[names->count++] = name;
}

static void split(struct import *import, const char *text, struct import_names *names)
{
	const char *joint = behind_joint(text), *end, *next;

	*names = (struct import_names){0};
	if (joint) {
		joint += strncasecmp(joint, "the ", 4) == 0 ? 4 : 0;
		if (next_name(joint, &end)) {
			names->joint = true;
			text = joint;
		}
	}
	for (; (next = next_name(text, &end)); text = next)
		add_name(names, import_kept(import, text, (size_t)(end - text)));
	add_name(names, import_kept_all(import, text));
}

/* --- the masthead --- */

static bool has_two_symbols(const struct import *import)
{
	const char *rest = import->agenda->symbols;
	size_t length;

	return import->other_symbol || (rest && symbol_next(&rest, &length) && *rest);
}

static bool goes_beside(
	const struct import *import, const struct import_names *names, const char *text)
{
	const char *behind;
	const struct kind *kind = kind_at(text, &behind);

	if (names->count == 0 || !kind || kind != kind_at(names->name[names->count - 1], &behind) ||
		import_names_alike(names->name[names->count - 1], text))
		return false;
	return kind->alone || names->joint || has_two_symbols(import);
}

static bool is_among(const struct import_names *names, const char *text)
{
	for (size_t i = 0; i < names->count; i++)
		if (import_names_alike(names->name[i], text))
			return true;
	return false;
}

/* With the word for what it is in capitals; that of a sentence is in small letters. */
static bool is_named(const char *name)
{
	static const char *const words[] = {"committee", "commission", "council", "conference",
		"board", "group", "party", "body", "centre", "assembly", "union"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *at = import_find(name, words[i]);
		if (at && isupper((unsigned char)*at))
			return true;
	}
	return false;
}

void import_names_organ(struct import *import, const char *name, const char **organ)
{
	if (!*organ)
		*organ = name;
	else if (strlen(*organ) < NAME_MOST && is_named(name) &&
		 import_containment(name, *organ) < ALIKE)
		*organ = arena_printf(&import->agenda->arena, "%s, %s", *organ, name);
}

void import_names_take(
	struct import *import, struct import_names *names, const char *text, const char **organ)
{
	struct import_names line;

	split(import, text, &line);
	if (goes_beside(import, names, line.name[0])) {
		for (size_t i = 0; i < line.count; i++)
			add_name(names, line.name[i]);
		return;
	}
	if (names->count > 1 && is_among(names, line.name[0]))
		return;
	if (names->count > 0 && import_likeness(names->name[0], text) < ALIKE)
		import_names_organ(import, names->name[0], organ);
	*names = line;
}

void import_names_session(struct import_names *names, const char *session)
{
	if (names->count > 0)
		names->session[names->count - 1] = session;
}

/* --- a name in running text --- */

/* Bytes of the word at text, and whether it ends with a comma, stop or bracket. */
static size_t word_at(const char *text, bool *ends)
{
	size_t length = strcspn(text, " ,;:.()");

	*ends = text[length] != ' ';
	return length;
}

size_t import_name_at(const char *text)
{
	static const char *const small[] = {
		"of", "on", "for", "the", "and", "to", "in", "against", "with", NULL};
	const char *behind;
	size_t found = 0;
	bool ends = false;

	if (!isupper((unsigned char)*text) || !kind_at(text, &behind))
		return 0;
	for (const char *at = text; *at && !ends && at - text < NAME_MOST;) {
		size_t length = word_at(at, &ends);
		bool connects = false;
		for (size_t i = 0; small[i]; i++)
			connects = connects || (strlen(small[i]) == length &&
						       strncmp(at, small[i], length) == 0);
		if (strncmp(at, "and the ", 8) == 0 ||
			(islower((unsigned char)*at) && !connects && at > behind))
			break;
		if (length == 0)
			break;
		if (!connects)
			found = (size_t)(at + length - text);
		at += length + !ends;
	}
	return found > (size_t)(behind - text) ? found : 0;
}
