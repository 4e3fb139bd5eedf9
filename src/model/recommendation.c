/* SPDX-License-Identifier: MIT */
/*
 * The states of a recommendation and the form of its text. What may follow what
 * is one rule for the open states and one for the closed ones; the verbs are a
 * table. Nothing here knows how a list is punctuated: an entry has no ending.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "model/recommendation.h"

static const struct {
	const char *word, *label;
} states[RECOMMENDATION_STATES] = {
	[RECOMMENDATION_DRAFT] = {"draft", "draft"},
	[RECOMMENDATION_INTRODUCED] = {"introduced", "introduced"},
	[RECOMMENDATION_NEGOTIATED] = {"negotiated", "under negotiation"},
	[RECOMMENDATION_AGREED] = {"agreed", "agreed ad referendum"},
	[RECOMMENDATION_ADOPTED] = {"adopted", "adopted"},
	[RECOMMENDATION_WITHDRAWN] = {"withdrawn", "withdrawn"},
	[RECOMMENDATION_DEFERRED] = {"deferred", "deferred"},
	[RECOMMENDATION_REJECTED] = {"rejected", "not adopted"},
};

const char *recommendation_word(enum recommendation_state state)
{
	return states[state].word;
}

const char *recommendation_label(enum recommendation_state state)
{
	return states[state].label;
}

bool recommendation_state_parse(const char *word, enum recommendation_state *state)
{
	for (size_t i = 0; i < RECOMMENDATION_STATES; i++) {
		if (strcmp(states[i].word, word) == 0) {
			*state = (enum recommendation_state)i;
			return true;
		}
	}
	return false;
}

bool recommendation_open(enum recommendation_state state)
{
	return state != RECOMMENDATION_ADOPTED && state != RECOMMENDATION_WITHDRAWN &&
	       state != RECOMMENDATION_REJECTED;
}

bool recommendation_may(enum recommendation_state from, enum recommendation_state to)
{
	if (from == to)
		return false;
	if (to == RECOMMENDATION_DRAFT)
		return !recommendation_open(from) || from == RECOMMENDATION_DEFERRED;
	return recommendation_open(from);
}

/* --- an entry of the list --- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Bytes of a label that is followed by a blank: "(a)", "(iv)", "(12)", "1.",
 * "b)"; else 0. Letters are those that labels have: "(see" is none. */
static size_t label_length(const char *text)
{
	bool bracket = text[0] == '(';
	const char *label = text + bracket;
	size_t digits = strspn(label, "0123456789"), romans = strspn(label, "ivxl");
	size_t length = digits;

	if (!digits)
		length = romans ? romans : strspn(label, (char[]){label[0], '\0'});
	if (length == 0 || length > 5 || (!digits && !islower((unsigned char)label[0])))
		return 0;
	const char *end = label + length;
	bool closed = *end == ')' || (digits && !bracket && *end == '.');
	if (!closed || !is_blank(end[1]))
		return 0;
	return (size_t)(end + 1 - text);
}

/* Does the text of that length end in a word, before which there is no letter? */
static bool ends_in(const char *text, size_t length, const char *word)
{
	size_t size = strlen(word);

	return length >= size && strncasecmp(text + length - size, word, size) == 0 &&
	       (length == size || !isalpha((unsigned char)text[length - size - 1]));
}

/* Abbreviations whose stop is not that of the sentence. */
static bool ends_in_abbreviation(const char *text, size_t length)
{
	static const char *const abbreviations[] = {
		"etc.", "a.m.", "p.m.", "et al.", "al.", "seq."};

	for (size_t i = 0; i < sizeof(abbreviations) / sizeof(abbreviations[0]); i++) {
		if (ends_in(text, length, abbreviations[i]))
			return true;
	}
	return false;
}

/* Length without one ending of a list entry; the same length if there is none. */
static size_t without_ending(const char *text, size_t length)
{
	if (length == 0)
		return 0;
	char last = text[length - 1];
	if (is_blank(last) || last == ';' || last == ',')
		return length - 1;
	if (last == '.' && !ends_in_abbreviation(text, length))
		return length - 1;
	if (length > 3 && ends_in(text, length, "and") && strchr(" \t\n;,", text[length - 4]))
		return length - 3;
	return length;
}

void recommendation_entry(const char *text, struct str *out)
{
	while (is_blank(*text))
		text++;
	for (size_t label; (label = label_length(text)) > 0;) {
		text += label;
		while (is_blank(*text))
			text++;
	}
	size_t length = strlen(text), before;
	do {
		before = length;
		length = without_ending(text, length);
	} while (length < before);
	if (length == 0)
		return;

	uint32_t first;
	char bytes[4];
	size_t size = utf8_decode(text, length, &first);
	str_addn(out, bytes, utf8_encode(utf8_upper(first), bytes));
	str_addn(out, text + size, length - size);
}

/* --- the opening verb --- */

/* Before a verb, in any order: "Also strongly encourages". */
static const char *const adverbs[] = {
	"also", "again", "further", "once again", "strongly", "urgently", "warmly"};

/* Operative verbs (conventions 3.1), with what belongs to them. */
static const char *const verbs[] = {"acknowledges", "adopts", "affirms", "agrees", "appeals to",
	"appreciates", "approves", "authorizes", "calls for", "calls on", "calls upon", "commends",
	"concludes", "condemns", "confirms", "considers", "decides", "declares", "deplores",
	"designates", "directs", "draws attention to", "emphasises", "emphasizes", "encourages",
	"endorses", "establishes", "expresses", "expresses appreciation", "expresses concern",
	"expresses its appreciation", "expresses its concern", "expresses its deep appreciation",
	"expresses its deep concern", "expresses its gratitude", "expresses its regret",
	"expresses its satisfaction", "expresses its support", "highlights", "instructs", "invites",
	"looks forward to", "mandates", "notes", "pays tribute to", "proposes", "reaffirms",
	"recalls", "recognises", "recognizes", "recommends", "regrets", "reiterates", "reminds",
	"renews", "requests", "resolves", "stresses", "suggests", "supports", "takes note",
	"takes note of", "thanks", "transmits", "underlines", "underscores", "urges", "welcomes"};

/* Behind some verbs, and then perhaps "of": "Takes note with appreciation of". */
static const char *const tails[] = {"with appreciation", "with concern", "with deep concern",
	"with grave concern", "with great concern", "with gratitude", "with interest",
	"with regret", "with satisfaction", "also", "further", "once again"};

/* Bytes of the longest of the phrases that text begins with; 0 for none. */
static size_t longest_phrase(const char *text, const char *const phrases[], size_t count)
{
	size_t longest = 0;

	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(phrases[i]);
		if (length > longest && strncasecmp(text, phrases[i], length) == 0 &&
			!isalnum((unsigned char)text[length]) && text[length] != '-')
			longest = length;
	}
	return longest;
}

#define LONGEST_PHRASE(text, phrases) \
	longest_phrase(text, phrases, sizeof(phrases) / sizeof((phrases)[0]))

/* Bytes of a blank and the phrase behind it, or 0. */
static size_t tail_length(const char *text)
{
	size_t tail = *text == ' ' ? LONGEST_PHRASE(text + 1, tails) : 0;

	return tail ? tail + 1 : 0;
}

size_t recommendation_verb(const char *text)
{
	const char *at = text;

	for (size_t adverb; (adverb = LONGEST_PHRASE(at, adverbs)) > 0 && at[adverb] == ' ';)
		at += adverb + 1;
	size_t verb = LONGEST_PHRASE(at, verbs);
	if (verb == 0)
		return 0;
	bool takes_note = verb == strlen("takes note") && strncasecmp(at, "takes note", verb) == 0;
	at += verb;
	for (size_t tail; (tail = tail_length(at)) > 0;)
		at += tail;
	if (takes_note && strncmp(at, " of ", 4) == 0)
		at += 3;
	return (size_t)(at - text);
}
