/* SPDX-License-Identifier: MIT */
/*
 * Annotations recall what an item rests on in sentences of a few forms, and go on with what
 * the meeting may wish to do. Which forms those are is data of the template (recall.begins,
 * recall.set-up, recall.goes-on); a sentence is taken as it is or not at all.
 */
#include "recalls.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"

/* --- sentences --- */

/* Behind the stop of a sentence: a blank and a capital, or the end. "art. 3", "No. 4" and
 * "U. Nations" go on. */
static bool is_end(const char *text, const char *stop)
{
	const char *word = stop, *next = stop + 1;
	uint32_t point = 0;

	while (word > text && isalpha((unsigned char)word[-1]))
		word--;
	next += strspn(next, "”’\")]");
	if (!*next)
		return true;
	if (*next != ' ' || stop - word == 1)
		return false;
	next += strspn(next, " “‘\"([");
	if (!*next)
		return true;
	utf8_decode(next, strlen(next), &point);
	return utf8_upper(point) == point && !isdigit((unsigned char)*next);
}

/* Bytes of the sentence that the text begins with. */
static size_t sentence_length(const char *text)
{
	for (const char *at = text; *at; at++)
		if (strchr(".?!", *at) && is_end(text, at)) {
			at++;
			return (size_t)(at - text) + strspn(at, "”’\")]");
		}
	return strlen(text);
}

/* --- their forms --- */

/* Does it begin with these words, and with nothing that makes the last one longer? */
static bool begins(const char *text, const char *words, size_t length)
{
	return strncasecmp(text, words, length) == 0 && !isalnum((unsigned char)text[length]) &&
	       text[length] != '/';
}

/* "decision 4/3" behind words of a list, "in its, in", at the beginning of the text. */
static bool names(const char *text, const char *list, const struct report_mandate *mandate)
{
	for (size_t length; *list; list += length + strspn(list + length, ", ")) {
		length = strcspn(list, ",");
		if (!begins(text, list, length) || text[length] != ' ')
			continue;
		const char *at = text + length + 1;
		size_t kind = strlen(mandate->kind);
		if (begins(at, mandate->kind, kind) && at[kind] == ' ' &&
			begins(at + kind + 1, mandate->number, strlen(mandate->number)))
			return true;
	}
	return false;
}

static bool begins_with_one(const char *text, const char *list)
{
	for (size_t length; *list; list += length + strspn(list + length, ", ")) {
		length = strcspn(list, ",");
		if (begins(text, list, length))
			return true;
	}
	return false;
}

static bool tells(
	const struct template *words, const struct report_mandate *mandate, const char *sentence)
{
	const char *set_up = template_text(words, "recall.set-up");
	bool found = names(sentence, template_text(words, "recall.begins"), mandate);

	for (const char *at = sentence; !found && (at = strchr(at, ' '));)
		found = names(++at, set_up, mandate);
	return found;
}

static bool tells_of_item(
	const struct facts *facts, const struct item_row *item, const char *sentence)
{
	for (size_t m = 0; m < facts->mandate_count; m++)
		if (facts->mandates[m].item == item->id &&
			tells(facts->template, &facts->mandates[m], sentence))
			return true;
	return false;
}

/* --- both --- */

static bool has_line(const char *lines, const char *line)
{
	size_t length = strlen(line);

	for (const char *at = lines; *at; at += strcspn(at, "\n") + 1)
		if (strncmp(at, line, length) == 0 && at[length] == '\n')
			return true;
	return false;
}

bool recalls_find(const struct facts *facts, const struct item_row *item, const char *paragraph,
	struct str *told, struct str *out)
{
	const char *goes_on = template_text(facts->template, "recall.goes-on");
	size_t before = out->length;
	bool taken = false;
	struct str sentence;

	str_init(&sentence);
	for (size_t length; *(paragraph += strspn(paragraph, " ")); paragraph += length) {
		length = sentence_length(paragraph);
		str_reset(&sentence);
		str_addn(&sentence, paragraph, length);
		taken = tells_of_item(facts, item, sentence.text) ||
			(taken && begins_with_one(sentence.text, goes_on));
		if (!taken || has_line(told->text, sentence.text))
			continue;
		str_addf(out, "%s%s", out->length > before ? " " : "", sentence.text);
		str_addf(told, "%s\n", sentence.text);
	}
	str_clear(&sentence);
	return out->length > before;
}

bool recalls_tell(
	const struct template *words, const struct report_mandate *mandate, const char *sentences)
{
	struct str line;
	bool found = false;

	str_init(&line);
	for (const char *at = sentences; *at && !found; at += strcspn(at, "\n") + 1) {
		str_reset(&line);
		str_addn(&line, at, strcspn(at, "\n"));
		found = tells(words, mandate, line.text);
	}
	str_clear(&line);
	return found;
}
