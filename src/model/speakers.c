/* SPDX-License-Identifier: MIT */
/*
 * A list of speakers, taken apart. A text is lines, a line is pieces between
 * separators, a piece is a name with its group and its person. At each step the
 * whole is asked for first: if it is a known name it is not divided, whatever
 * commas and brackets it has. Nothing is thrown away but what is no name
 * anywhere (numbers, times, marks): a piece that is not understood becomes an
 * entry, for somebody to look at. Who is meant by a name is not known here.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/speakers.h"
#include "speakers_ends.h"

enum {
	GAP = 3,    /* blanks */
	LONG = 300, /* bytes: what is longer is no name, and nothing to look into */
	DEEPEST = 8 /* brackets and the like in one another */
};

/* One line under way. */
struct reading {
	struct speakers *speakers;
	speakers_is_name is_name;
	void *context;
	size_t line;
	size_t first; /* entry of this line */
	int depth;
};

void speakers_init(struct speakers *speakers)
{
	*speakers = (struct speakers){0};
	arena_init(&speakers->arena);
}

void speakers_clear(struct speakers *speakers)
{
	arena_clear(&speakers->arena);
	free(speakers->entries);
	*speakers = (struct speakers){0};
}

static bool is_known(struct reading *reading, const char *text)
{
	return *text && reading->is_name && strlen(text) < LONG &&
	       reading->is_name(reading->context, text);
}

/* The same, unless it is a name as it is: "1st of May Foundation". */
static const char *known_or_stripped(struct reading *reading, const char *text)
{
	struct arena *arena = &reading->speakers->arena;
	char *whole = utf8_enter(text, true);
	const char *stripped = ends_strip(arena, text);

	if (!is_known(reading, stripped) && is_known(reading, whole))
		stripped = arena_strdup(arena, whole);
	free(whole);
	return stripped;
}

/* --- entries --- */

static struct speaker_entry *last_entry(struct reading *reading)
{
	struct speakers *speakers = reading->speakers;

	return speakers->count > reading->first ? &speakers->entries[speakers->count - 1] : NULL;
}

static void add(struct reading *reading, const char *name, const char *group, const char *person)
{
	struct speakers *speakers = reading->speakers;

	if (!*name)
		return;
	speakers->entries = mem_grow(speakers->entries, &speakers->capacity, speakers->count + 1,
		sizeof *speakers->entries);
	speakers->entries[speakers->count++] = (struct speaker_entry){.name = name,
		.group = group && *group ? group : NULL,
		.person = person && *person ? person : NULL,
		.line = reading->line};
}

/* "Benin and Chad" at the end of a list in one line. */
static bool add_both(struct reading *reading, const char *name)
{
	struct arena *arena = &reading->speakers->arena;
	const char *between = strstr(name, " and ");

	for (; between && strlen(name) < LONG; between = strstr(between + 1, " and ")) {
		char *first = arena_strndup(arena, name, (size_t)(between - name));
		char *second = arena_strdup(arena, between + strlen(" and "));
		if (!is_known(reading, first) || !is_known(reading, second))
			continue;
		add(reading, first, NULL, NULL);
		add(reading, second, NULL, NULL);
		return true;
	}
	return false;
}

static bool has_letters(const char *text)
{
	while (*text && ends_parts(*text))
		text++;
	return *text != '\0';
}

static void add_name(
	struct reading *reading, const char *raw, const char *group, const char *person)
{
	char *name = ends_strip(&reading->speakers->arena, raw);

	if (strncasecmp(name, "and ", 4) == 0 && !is_known(reading, name))
		name += 4;
	if (!group && !person && !is_known(reading, name) && add_both(reading, name))
		return;
	if (has_letters(name))
		add(reading, name, group, person);
}

/* --- groups --- */

/* Where the group of "on behalf of the African Group" begins; NULL: nothing is said of
 * one. *begins is where that is said, with an "also" or "speaking" before it. */
static const char *behalf(const char *text, size_t *begins)
{
	static const char *const words[] = {"on behalf of", "o.b.o.", "obo", NULL};
	static const char *const before[] = {"also ", "speaking ", "who spoke "};

	for (const char *at = text; *at; at++) {
		size_t length = at == text || ends_parts(at[-1]) ? ends_one_of(at, words) : 0;
		if (length == 0)
			continue;
		*begins = (size_t)(at - text);
		for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
			size_t word = strlen(before[i]);
			if (*begins >= word &&
				strncasecmp(text + *begins - word, before[i], word) == 0)
				*begins -= word;
		}
		return at + length + strspn(at + length, " ");
	}
	return NULL;
}

/* "the European Union and its member States" speaks as the European Union. */
static const char *clean_group(struct arena *arena, const char *text)
{
	char *group = ends_strip(arena, text);
	char *members = strstr(group, " and its ");

	if (members && strstr(members, "ember"))
		*members = '\0';
	return members ? ends_strip(arena, group) : group;
}

/* --- a piece --- */

/* Is what is in brackets a part of the name: "(Islamic Republic of)"? */
static bool has_of(const char *text)
{
	size_t length = strlen(text);

	return (length > 3 && strcasecmp(text + length - 3, " of") == 0) ||
	       (length > 7 && strcasecmp(text + length - 7, " of the") == 0);
}

/* The last bracket of a text and what is before it; the text ends with it. */
static bool cut_bracket(
	struct arena *arena, const char *text, const char **outside, const char **inside)
{
	size_t length = strlen(text);
	int depth = 0;

	if (length < 2 || !strchr(")]", text[length - 1]))
		return false;
	for (size_t at = length; at-- > 0;) {
		depth += strchr(")]", text[at]) ? 1 : strchr("([", text[at]) ? -1 : 0;
		if (depth > 0)
			continue;
		*outside = ends_strip(arena, arena_strndup(arena, text, at));
		*inside = ends_strip(arena, arena_strndup(arena, text + at + 1, length - at - 2));
		return true;
	}
	return false;
}

static void read_piece(
	struct reading *reading, const char *raw, const char *group, const char *person);

/* A name with something in brackets behind it; false if that is a part of the name. */
static bool read_bracket(
	struct reading *reading, const char *text, const char *group, const char *person)
{
	struct arena *arena = &reading->speakers->arena;
	const char *outside, *inside, *for_group;
	size_t begins;

	if (!cut_bracket(arena, text, &outside, &inside))
		return false;
	for_group = behalf(inside, &begins);
	if (!for_group && strncasecmp(inside, "for the ", 8) == 0)
		for_group = inside + strlen("for ");
	if (!*outside)
		read_piece(reading, inside, group, person);
	else if (for_group)
		read_piece(reading, outside, clean_group(arena, for_group), person);
	else if (ends_is_remark(inside) || !*inside)
		read_piece(reading, outside, group, person);
	else if (has_of(inside))
		return false;
	else if (ends_has_rank(outside) ||
		 (!is_known(reading, outside) && is_known(reading, inside)))
		add_name(reading, inside, group, outside);
	else if (ends_has_rank(inside) || is_known(reading, outside))
		read_piece(reading, outside, group, inside);
	else
		return false;
	return true;
}

/* "Kenya Ms. X", as a table is pasted that has lost its columns. */
static bool read_rank_within(struct reading *reading, const char *text, const char *group)
{
	struct arena *arena = &reading->speakers->arena;

	for (const char *at = strchr(text, ' '); at && strlen(text) < LONG;
		at = strchr(at + 1, ' ')) {
		if (!ends_has_rank(at + 1))
			continue;
		char *left = ends_strip(arena, arena_strndup(arena, text, (size_t)(at - text)));
		if (!is_known(reading, left))
			continue;
		add(reading, left, group, ends_strip(arena, at));
		return true;
	}
	return false;
}

/* "Kenya: Ms. X", "Kenya – Ms. X", "Ms. X - Kenya"; false if there is nothing of the kind. */
static bool read_beside(struct reading *reading, const char *text, const char *group)
{
	static const char *const betweens[] = {": ", " - ", " – ", " — ", " / "};
	struct arena *arena = &reading->speakers->arena;

	for (size_t i = 0; i < sizeof betweens / sizeof betweens[0]; i++) {
		const char *at = strstr(text, betweens[i]);
		if (!at)
			continue;
		char *left = ends_strip(arena, arena_strndup(arena, text, (size_t)(at - text)));
		char *right = ends_strip(arena, at + strlen(betweens[i]));
		if (!*left || !*right)
			continue;
		if (ends_has_rank(right) || is_known(reading, left))
			add(reading, left, group, right);
		else if (ends_has_rank(left) || is_known(reading, right))
			add(reading, right, group, left);
		else
			continue;
		return true;
	}
	return read_rank_within(reading, text, group);
}

/* "Canada on behalf of the African Group", without brackets. */
static bool read_behalf(struct reading *reading, const char *text, const char *person)
{
	struct arena *arena = &reading->speakers->arena;
	struct speaker_entry *last = last_entry(reading);
	size_t begins = 0;
	const char *group = behalf(text, &begins);

	if (!group || !*group)
		return false;
	char *name = ends_strip(arena, arena_strndup(arena, text, begins));
	const char *cleaned = clean_group(arena, group);
	if (*name)
		read_piece(reading, name, cleaned, person);
	else if (last && !last->group)
		last->group = cleaned;
	else
		add(reading, cleaned, NULL, NULL);
	return true;
}

/* "Cyprus for the European Union", as a screen says it, where both are known or the group
 * is two letters, "eu": names have the word too. */
static bool read_for(struct reading *reading, const char *text, const char *person)
{
	static const char word[] = " for ";
	struct arena *arena = &reading->speakers->arena;

	for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
		const char *name = arena_strndup(arena, text, (size_t)(at - text));
		const char *group = at + strlen(word);
		if (strncasecmp(group, "the ", 4) == 0)
			group += 4;
		if (!is_known(reading, name) || (strlen(group) != 2 && !is_known(reading, group)))
			continue;
		add(reading, name, clean_group(arena, group), person);
		return true;
	}
	return false;
}

static void read_piece(
	struct reading *reading, const char *raw, const char *group, const char *person)
{
	const char *text = known_or_stripped(reading, raw);

	if (is_known(reading, text)) {
		add(reading, text, group, person);
	} else if (reading->depth == DEEPEST) {
		add_name(reading, text, group, person);
	} else if (*text) {
		reading->depth++;
		if (!read_bracket(reading, text, group, person) &&
			!read_behalf(reading, text, person) &&
			(group || !read_for(reading, text, person)) &&
			(person || !read_beside(reading, text, group)))
			add_name(reading, text, group, person);
		reading->depth--;
	}
}

/* --- a line --- */

/* Where the piece ends: at a separator outside of brackets. */
static size_t piece_length(const char *text, const char *separators)
{
	size_t at, opened = 0;
	int depth = 0;

	for (at = 0; text[at] && (depth == 0 || at - opened < LONG); at++) {
		if (strchr("([", text[at])) {
			opened = depth++ == 0 ? at : opened;
		} else if (strchr(")]", text[at])) {
			depth -= depth > 0;
		} else if (depth == 0 && strchr(separators, text[at])) {
			return at;
		}
	}
	/* A bracket that is never closed holds nothing together. */
	return depth == 0 ? at : strcspn(text, separators);
}

/* "Ms. X, Permanent Representative": what belongs to the entry before. Behind a
 * semicolon only what begins with a rank does. */
static bool goes_on(struct reading *reading, const char *text, bool comma)
{
	struct arena *arena = &reading->speakers->arena;
	struct speaker_entry *last = last_entry(reading);
	const char *piece = known_or_stripped(reading, text);
	bool known = is_known(reading, piece),
	     person = last && !last->person && ends_has_rank(last->name);
	size_t begins;

	if (!last || !*piece || behalf(piece, &begins) || strchr(piece, '(') ||
		strlen(last->person ? last->person : last->name) > LONG)
		return false;
	if (person && known) { /* "Mr. X, Minister, Kenya" */
		last->person = last->name;
		last->name = piece;
	} else if (known || (!comma && !ends_has_rank(piece))) {
		return false;
	} else if (person) {
		last->name = arena_printf(arena, "%s, %s", last->name, piece);
	} else if (!last->person && ends_has_rank(piece)) {
		last->person = piece;
	} else if (last->person && ends_has_rank(last->person)) {
		last->person = arena_printf(arena, "%s, %s", last->person, piece);
	} else {
		return false;
	}
	return true;
}

/* "Korea, Republic of": with the piece before it the other way round. */
static bool is_inverted(
	struct reading *reading, const char *before, const char *after, const char **name)
{
	struct arena *arena = &reading->speakers->arena;
	char *end = ends_strip(arena, after);

	if (!has_of(end))
		return false;
	*name = arena_printf(arena, "%s %s", end, ends_strip(arena, before));
	return is_known(reading, *name);
}

static void read_commas(struct reading *reading, const char *text)
{
	struct arena *arena = &reading->speakers->arena;
	const char *name;

	for (bool first = true; *text; first = false) {
		size_t length = piece_length(text, ",");
		char *piece = arena_strndup(arena, text, length);
		text += length + (text[length] == ',');
		size_t next = piece_length(text, ",");
		if (*text && is_inverted(reading, piece, arena_strndup(arena, text, next), &name)) {
			add(reading, name, NULL, NULL);
			text += next + (text[next] == ',');
		} else if (!goes_on(reading, piece, !first)) {
			read_piece(reading, piece, NULL, NULL);
		}
	}
}

/* Between semicolons and bars: as a whole, else between commas. */
static void read_strong(struct reading *reading, const char *text)
{
	const char *whole = known_or_stripped(reading, text);

	if (is_known(reading, whole) && !goes_on(reading, whole, false))
		add(reading, whole, NULL, NULL);
	else if (!is_known(reading, whole) && (strchr(text, ',') || !goes_on(reading, text, false)))
		read_commas(reading, text);
}

/* What is in double quotes, "" being one of them; *text is then behind it. */
static const char *read_string(struct arena *arena, const char **text)
{
	struct str out;
	const char *at = *text + 1, *string;

	str_init(&out);
	for (; *at && (*at != '"' || at[1] == '"'); at++) {
		at += *at == '"';
		str_addc(&out, *at);
	}
	*text = at + (*at == '"');
	*text += strspn(*text, " ");
	string = arena_strdup(arena, out.text);
	str_clear(&out);
	return string;
}

/* A name in quotes, with what speakers_format puts behind it; the rest of the line. */
static const char *read_quoted(struct reading *reading, const char *text)
{
	static const char for_group[] = "(on behalf of \"";
	struct arena *arena = &reading->speakers->arena;
	const char *name = read_string(arena, &text), *group = NULL, *person = NULL;

	if (strncmp(text, for_group, strlen(for_group)) == 0) {
		text += strlen(for_group) - 1;
		group = read_string(arena, &text);
		text += *text == ')';
	}
	if (*text == ':') {
		person = text + 1 + strspn(text + 1, " ");
		text += strlen(text);
	}
	if (name[strspn(name, " ")]) {
		add(reading, name, group, arena_strdup(arena, person));
		last_entry(reading)->exact = true;
	}
	return text;
}

static void read_line(struct reading *reading, const char *text)
{
	struct arena *arena = &reading->speakers->arena;
	const char *whole = known_or_stripped(reading, text);

	reading->first = reading->speakers->count;
	if (is_known(reading, whole)) {
		add(reading, whole, NULL, NULL);
		return;
	}
	while (*text) {
		const char *start = ends_start(text);
		if (*start == '"') {
			text = read_quoted(reading, start);
			text += strspn(text, ",;| ");
			continue;
		}
		size_t length = piece_length(text, ";|");
		read_strong(reading, arena_strndup(arena, text, length));
		text += length + (text[length] != '\0');
	}
}

/* Tabs part, and so do wide gaps, which are the columns of a page. */
static char *with_separators(const char *text)
{
	struct str out;

	str_init(&out);
	while (*text) {
		size_t blanks = strspn(text, " ");
		if (*text == '\t' || blanks >= GAP)
			str_add(&out, " ; ");
		else
			str_addn(&out, text, blanks ? blanks : 1);
		text += blanks ? blanks : 1;
	}
	char *entered = utf8_enter(out.text, false);
	str_clear(&out);
	return entered;
}

void speakers_parse(
	struct speakers *speakers, const char *text, speakers_is_name is_name, void *context)
{
	struct reading reading = {.speakers = speakers, .is_name = is_name, .context = context};
	char *entered = with_separators(text);

	for (char *line = entered; line;) {
		char *end = strchr(line, '\n');
		if (end)
			*end = '\0';
		reading.line++;
		read_line(&reading, line);
		line = end ? end + 1 : NULL;
	}
	free(entered);
}

/* --- written --- */

static void add_string(struct str *out, const char *text)
{
	str_addc(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			str_addc(out, '"');
		str_addc(out, *text);
	}
	str_addc(out, '"');
}

static bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Is it read back as it is without quotes, whatever names are known? */
static bool is_plain(const struct speaker_entry *entry)
{
	struct speakers again;
	bool plain = !entry->exact && !entry->group && !entry->person &&
		     !strpbrk(entry->name, "()[],;:|/\"") && !strstr(entry->name, " and ") &&
		     !strstr(entry->name, " - ");

	if (!plain)
		return false;
	speakers_init(&again);
	speakers_parse(&again, entry->name, NULL, NULL);
	plain = again.count == 1 && same(again.entries[0].name, entry->name) &&
		!again.entries[0].group && !again.entries[0].person;
	speakers_clear(&again);
	return plain;
}

void speakers_format(const struct speaker_entry *entry, struct str *out)
{
	if (is_plain(entry)) {
		str_add(out, entry->name);
		return;
	}
	add_string(out, entry->name);
	if (entry->group) {
		str_add(out, " (on behalf of ");
		add_string(out, entry->group);
		str_addc(out, ')');
	}
	if (entry->person)
		str_addf(out, ": %s", entry->person);
}

bool speakers_is_path(const char *text)
{
	static const char *const ends[] = {".txt", ".csv", ".tsv", ".md"};
	size_t length = strlen(text);

	if (length == 0 || strpbrk(text, "\n;,"))
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		size_t end = strlen(ends[i]);
		if (length > end && strcasecmp(text + length - end, ends[i]) == 0)
			return true;
	}
	return strchr("/.~", *text) && strchr(text, '/');
}
