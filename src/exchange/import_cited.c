/* SPDX-License-Identifier: MIT */
/*
 * What an annotation cites. A document is known by its symbol alone (conventions
 * 1.2), so one that is cited under two items is one; its kind is what stands before
 * "on" (conventions 1.3). A mandate is "resolution 5/7", with the words of
 * ", entitled" behind it.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "import.h"
#include "import_cited.h"
#include "model/symbol.h"

enum { MANDATES_MOST = 200, CITED_MOST = 400 };

static const char *keep(struct import *import, const char *text, size_t length)
{
	while (length > 0 && strchr(" ,;:-", *text)) {
		text++;
		length--;
	}
	while (length > 0 && strchr(" ,;:-(.", text[length - 1]))
		length--;
	return arena_strndup(&import->agenda->arena, text, length);
}

/* --- documents --- */

static struct agenda_document *new_document(struct import *import)
{
	struct agenda *agenda = import->agenda;

	agenda->documents = arena_grow(&agenda->arena, agenda->documents, agenda->document_count,
		sizeof(*agenda->documents));
	return &agenda->documents[agenda->document_count++];
}

/* Whether one of the single symbols of the one is among those of the other. */
static bool share_symbol(const char *left, const char *right)
{
	size_t length, other_length;

	for (const char *symbol, *rest = left; (symbol = symbol_next(&rest, &length));)
		for (const char *other, *others = right;
			(other = symbol_next(&others, &other_length));)
			if (length == other_length && strncmp(symbol, other, length) == 0)
				return true;
	return false;
}

/* The first document from `from` on that has one of the symbols; AGENDA_NONE without. */
static size_t find_document(const struct agenda *agenda, const char *symbols, size_t from)
{
	for (size_t i = from; i < agenda->document_count; i++)
		if (share_symbol(agenda->documents[i].symbols, symbols))
			return i;
	return AGENDA_NONE;
}

/* A joint document may be cited by one of its symbols, before or after all are said. */
static size_t document_of(struct import *import, const char *symbols, int line)
{
	struct agenda *agenda = import->agenda;
	size_t found = find_document(agenda, symbols, 0);

	if (found != AGENDA_NONE) {
		struct agenda_document *document = &agenda->documents[found];
		const char *rest = document->symbols;
		size_t length;
		symbol_next(&rest, &length);
		if (*rest == '\0' && strlen(symbols) > length &&
			find_document(agenda, symbols, found + 1) == AGENDA_NONE)
			document->symbols = symbols;
		return found;
	}
	if (agenda->document_count >= IMPORT_DOCUMENTS_MAX)
		return AGENDA_NONE;
	*new_document(import) =
		(struct agenda_document){.title = "", .symbols = symbols, .line = line};
	return agenda->document_count - 1;
}

static void cite(struct import *import, size_t index, size_t document)
{
	struct agenda_item *item = &import->agenda->items[index];
	size_t *documents;

	if (document == AGENDA_NONE || item->document_count >= CITED_MOST)
		return;
	for (size_t i = 0; i < item->document_count; i++)
		if (item->documents[i] == document)
			return;
	documents = arena_alloc(
		&import->agenda->arena, (item->document_count + 1) * sizeof(*documents));
	if (item->document_count > 0)
		memcpy(documents, item->documents, item->document_count * sizeof(*documents));
	documents[item->document_count++] = document;
	item->documents = documents;
}

/* The symbols as they are kept, each once. */
static const char *normal(struct import *import, const char *symbol, size_t length)
{
	struct str joined, out;
	const char *kept, *one;
	size_t bytes;

	str_init(&joined);
	str_init(&out);
	symbol_normal(symbol, length, &joined);
	for (const char *rest = joined.text; (one = symbol_next(&rest, &bytes));) {
		char *single = mem_strndup(one, bytes);
		if (out.length == 0 || !share_symbol(out.text, single))
			str_addf(&out, "%s%s", out.length > 0 ? "-" : "", single);
		free(single);
	}
	kept = arena_strdup(&import->agenda->arena, out.text);
	str_clear(&out);
	str_clear(&joined);
	return kept;
}

/* Cites every symbol of the text; how many, and the place of the first. */
static size_t cite_all(struct import *import, size_t item, const char *text, int line,
	size_t *first, size_t *first_length, size_t *document)
{
	size_t count = 0, start, length;

	for (const char *at = text; symbol_find(at, &start, &length); at += start + length) {
		size_t found = document_of(import, normal(import, at + start, length), line);
		cite(import, item, found);
		if (count++ == 0) {
			*first = (size_t)(at - text) + start;
			*first_length = length;
			*document = found;
		}
	}
	return count;
}

static bool begins_kind(const char *text)
{
	static const char *const words[] = {"report", "note", "background", "working paper",
		"conference room paper", "discussion", "draft", "proposal", "letter", "summary",
		"study", "informal", "information", "technical", "progress report", "addendum"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strncasecmp(text, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

/* "Status of submission. Note by the secretariat": the kind stands behind. */
static bool name_before(struct import *import, struct agenda_document *document, const char *text)
{
	static const char *const kinds[] = {". Note by ", ". Report of ", ". Report by ",
		". Submission", ". Proposal by ", ". Technical paper", ". Background paper"};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		const char *at = import_find(text, kinds[i]);
		if (!at || at == text)
			continue;
		document->title = keep(import, text, (size_t)(at - text));
		document->kind = keep(import, at + 2, strlen(at + 2));
		return true;
	}
	return false;
}

/* "Report of the Secretariat" | "activities of the Office". */
static void name_document(struct import *import, struct agenda_document *document, const char *text)
{
	static const char *const parts[] = {" on the subject of ", " on ", ": ", " entitled ",
		" containing ", " concerning ", " regarding "};
	const char *parting = NULL;
	size_t length = 0;

	for (size_t i = 0; begins_kind(text) && i < sizeof(parts) / sizeof(parts[0]); i++) {
		const char *at = import_find(text, parts[i]);
		if (at && (!parting || at < parting)) {
			parting = at;
			length = strlen(parts[i]);
		}
	}
	if (parting && parting - text <= 100) {
		document->kind = keep(import, text, (size_t)(parting - text));
		text = parting + length;
	}
	document->title = keep(import, text, strlen(text));
}

bool import_cited_document(struct import *import, size_t item, const char *text, int line)
{
	size_t first = 0, length = 0, document = AGENDA_NONE;
	size_t count = cite_all(import, item, text, line, &first, &length, &document);
	const char *words;

	if (count == 0)
		return false;
	if (count > 1 || document == AGENDA_NONE || *import->agenda->documents[document].title)
		return true;
	/* The words before the symbol, else those behind it. */
	words = keep(import, text, first);
	if (!*words) {
		const char *rest = text + first + length;
		while (*rest && (strchr(" :,;)*-", *rest) || (unsigned char)*rest == 0xE2)) {
			rest += (unsigned char)*rest == 0xE2 && strlen(rest) >= 3 ? 3 : 1;
		}
		words = keep(import, rest, strlen(rest));
	}
	while (*words == '-' || *words == '*' || strncmp(words, "\u2022", 3) == 0)
		words += *words == '-' || *words == '*' ? 1 : 3;
	if (*words && !name_before(import, &import->agenda->documents[document], words))
		name_document(import, &import->agenda->documents[document], words);
	return true;
}

void import_cited_symbols(struct import *import, size_t item, const char *text, int line)
{
	size_t first, length, document;

	cite_all(import, item, text, line, &first, &length, &document);
}

/* --- mandates --- */

static void add_mandate(struct import *import, size_t index, const struct agenda_mandate *mandate)
{
	struct agenda_item *item = &import->agenda->items[index];
	struct agenda_mandate *mandates;

	for (size_t i = 0; i < item->mandate_count; i++)
		if (strcmp(item->mandates[i].kind, mandate->kind) == 0 &&
			strcmp(item->mandates[i].number, mandate->number) == 0) {
			if (!item->mandates[i].title)
				item->mandates[i].title = mandate->title;
			return;
		}
	if (item->mandate_count >= MANDATES_MOST)
		return;
	mandates =
		arena_alloc(&import->agenda->arena, (item->mandate_count + 1) * sizeof(*mandates));
	if (item->mandate_count > 0)
		memcpy(mandates, item->mandates, item->mandate_count * sizeof(*mandates));
	mandates[item->mandate_count++] = *mandate;
	item->mandates = mandates;
}

/* "5/7", "1/CP.23", "2010/15", "1540 (2004)", "XIII-2"; 0 if it is none. */
static size_t number_length(const char *text)
{
	size_t length = 0, digits = 0, parts = 0;

	while (isalnum((unsigned char)text[length]) ||
		(text[length] && strchr("/.-", text[length]) &&
			isalnum((unsigned char)text[length + 1]))) {
		digits += isdigit((unsigned char)text[length]) != 0;
		parts += text[length] == '/' || text[length] == '-';
		length++;
	}
	if (digits > 0 && text[length] == ' ' && text[length + 1] == '(' && parts == 0) {
		size_t behind = length + 2 + strspn(text + length + 2, "0123456789IVXLES-");
		if (text[behind] == ')' && behind > length + 2)
			return behind + 1;
	}
	return digits > 0 && parts > 0 &&
			       (isdigit((unsigned char)*text) || isupper((unsigned char)*text))
		       ? length
		       : 0;
}

/* The words in quotation marks behind ", entitled "; NULL without. */
static const char *entitled(struct import *import, const char *text)
{
	static const char *const marks[][2] = {
		{"\u201C", "\u201D"}, {"\"", "\""}, {"\u00AB", "\u00BB"}, {"\u2018", "\u2019"}};

	while (*text == ' ' || *text == ',')
		text++;
	if (strncmp(text, "entitled ", 9) != 0 && strncmp(text, "on ", 3) != 0)
		return NULL;
	text += *text == 'e' ? 9 : 3;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t open = strlen(marks[i][0]);
		if (strncmp(text, marks[i][0], open) != 0)
			continue;
		const char *end = strstr(text + open, marks[i][1]);
		return end ? keep(import, text + open, (size_t)(end - text) - open) : NULL;
	}
	return NULL;
}

static const char *skip_and(const char *text)
{
	if (strncmp(text, ", and ", 6) == 0)
		return text + 6;
	if (strncmp(text, " and ", 5) == 0)
		return text + 5;
	return strncmp(text, ", ", 2) == 0 ? text + 2 : text;
}

/* The numbers behind "resolutions". */
static void add_mandates(struct import *import, size_t item, const char *kind, const char *text)
{
	for (;;) {
		size_t length = number_length(text);
		if (length == 0)
			return;
		struct agenda_mandate mandate = {
			.kind = kind,
			.number = arena_strndup(&import->agenda->arena, text, length),
			.title = entitled(import, text + length),
		};
		add_mandate(import, item, &mandate);
		const char *next = skip_and(text + length);
		if (next == text + length)
			return;
		text = next;
	}
}

void import_cited_mandates(struct import *import, size_t item, const char *text)
{
	static const char *const kinds[] = {"resolution", "decision", "recommendation"};

	for (const char *at = text; *at; at++) {
		if (at > text && isalpha((unsigned char)at[-1]))
			continue;
		for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
			size_t length = strlen(kinds[i]);
			if (strncasecmp(at, kinds[i], length) != 0)
				continue;
			length += at[length] == 's';
			if (at[length] == ' ')
				add_mandates(import, item, kinds[i], at + length + 1);
		}
	}
}

void import_cited_titles(struct import *import)
{
	struct agenda *agenda = import->agenda;

	for (size_t i = 0; i < agenda->item_count; i++)
		for (size_t k = 0; k < agenda->items[i].mandate_count; k++) {
			const struct agenda_mandate *known = &agenda->items[i].mandates[k];
			for (size_t n = 0; known->title && n < agenda->item_count; n++)
				for (size_t m = 0; m < agenda->items[n].mandate_count; m++) {
					struct agenda_mandate *other =
						&agenda->items[n].mandates[m];
					if (!other->title &&
						strcmp(other->kind, known->kind) == 0 &&
						strcmp(other->number, known->number) == 0)
						other->title = known->title;
				}
		}
}
