/* SPDX-License-Identifier: MIT */
/*
 * How much a numbered list looks like an agenda: by the word above it, by how agendas
 * begin and end, and by what titles are. A list of corrections, the paragraphs of a paper,
 * a questionnaire come out as none.
 */
#include <string.h>

#include "import_walk.h"

enum { FIRST = 6 };

static bool has_any_word(const struct import_found *entry, const char *const words[])
{
	for (size_t i = 0; words[i]; i++)
		if (import_has_words(entry->title.text, words[i]))
			return true;
	return false;
}

/* With what agendas begin: one of the first `most` entries is such. */
static bool begins_like_agenda(const struct import_walk *walk, size_t most)
{
	static const char *const words[] = {"opening", "adoption of", "election of",
		"organizational matters", "organisational matters", "organization of the meeting",
		"organisation of the meeting", "welcome", "welcoming", "appointment of",
		"apologies", "provisional agenda", "approval of the agenda", NULL};

	for (size_t i = 0; i < walk->count && i < most; i++)
		if (has_any_word(&walk->entries[i], words))
			return true;
	return false;
}

/* With what they end. */
static bool ends_like_agenda(const struct import_walk *walk)
{
	static const char *const words[] = {"other business", "other matters", "any other",
		"other questions", "closing", "closure", "close", "adoption of", "date and place",
		"next session", "next meeting", "future work", "preparation of the", "conclusions",
		"report of the session", "place and date", "miscellaneous", NULL};

	for (size_t i = walk->count > 6 ? walk->count - 6 : 0; i < walk->count; i++)
		if (has_any_word(&walk->entries[i], words))
			return true;
	return false;
}

/* Titles are short, and no sentences. */
static bool has_titles(const struct import_walk *walk)
{
	size_t titled = 0, length = 0, stops = 0;

	for (size_t i = 0; i < walk->count; i++) {
		const struct str *title = &walk->entries[i].title;
		titled += title->length > 2;
		length += title->length;
		stops += strchr(title->text, '?') != NULL;
	}
	return titled * 10 >= walk->count * 9 && walk->entries[0].title.length > 2 &&
	       walk->proses * 5 <= walk->count && length <= 150 * walk->count &&
	       stops * 5 <= walk->count;
}

/* Without the word above it only a list of short titles is one, that begins as agendas do:
 * "Introduction" with the opening far behind it is the outline of a report. */
static bool is_plainly_agenda(const struct import_walk *walk)
{
	static const char *const words[] = {"opening", "adoption", "election", "welcome",
		"introduction", "introductions", "approval of the agenda", "organizational matters",
		NULL};
	size_t length = 0;

	for (size_t i = 0; i < walk->count; i++)
		length += walk->entries[i].title.length;
	return begins_like_agenda(walk, walk->count < FIRST ? (walk->count + 1) / 2 : FIRST) &&
	       walk->proses == 0 && walk->counted >= 4 && length <= 80 * walk->count &&
	       import_begins_any(walk->entries[0].title.text, words);
}

int import_score(const struct import_walk *walk, size_t heading, size_t at)
{
	bool begins = begins_like_agenda(walk, FIRST), ends = ends_like_agenda(walk);
	bool headed = heading < walk->import->count;
	int points = (int)(walk->count < 60 ? walk->count : 60);

	if (walk->counted < 3 || !has_titles(walk))
		return 0;
	/* A list of subjects is an agenda only right below that word. */
	if (!begins && !ends && (!headed || at - heading > 3 || walk->counted < 5))
		return 0;
	if (!headed && (!begins || !ends || !is_plainly_agenda(walk)))
		return 0;
	points += 20 * (begins + ends) + (headed ? 60 : 0) - (walk->annotated ? 40 : 0);
	return points > 0 ? points : 1;
}
