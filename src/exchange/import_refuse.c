/* SPDX-License-Identifier: MIT */
/*
 * What is no agenda and says so: a corrigendum, a report, a record, rules of procedure.
 * Only the lines above its first number are asked; whether a list of items follows is
 * import_list's to say.
 */
#include <string.h>

#include "import.h"

enum { FRONT_MOST = 90 };

/* Most of its numbers say what to change and where. */
static bool lists_corrections(const struct import *import, size_t from)
{
	static const char *const orders[] = {"rephrase", "replace", "delete", "insert", "for",
		"amend", "after", "before", "add the following", "add", "page", "paragraph", "line",
		"in paragraph", "in item", "in line", "in the", "item", "annex", "the", "change",
		"substitute", "read", "under", NULL};
	size_t numbered = 0, corrections = 0;

	for (size_t i = from; i < import->count && numbered < 40; i++) {
		if (!import->lines[i].labelled || import->lines[i].label.mark == ' ')
			continue;
		numbered++;
		corrections += import_begins_any(import->lines[i].text, orders);
	}
	return corrections * 2 >= numbered;
}

/* The line without "Draft", "Provisional" and the like says what kind of paper it is. */
static const char *other_kind(const struct import_line *line)
{
	static const struct {
		const char *const words[10];
		const char *kind;
	} kinds[] = {
		{{"report of", "report on", "draft report", "final report", "interim report",
			 "draft final report", "final draft report", "summary report", NULL},
			"a report"},
		{{"summary record", "verbatim record", "minutes of", NULL}, "a record"},
		{{"rules of procedure", "draft rules of procedure", NULL}, "rules of procedure"},
		{{"list of participants", "provisional list of participants", NULL},
			"a list of participants"},
	};

	if (line->labelled || strlen(line->whole) > 240)
		return NULL;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (import_begins_any(line->whole, kinds[i].words))
			return kinds[i].kind;
	return NULL;
}

bool import_refuses(struct import *import)
{
	static const char *const corrigenda[] = {"corrigendum", "corrigenda", "erratum", NULL};

	for (size_t i = 0; i < import->count && i < FRONT_MOST; i++) {
		const struct import_line *line = &import->lines[i];
		const char *kind = NULL;
		if (line->labelled && !line->label.capital && line->label.mark != ' ')
			return false; /* here its numbers begin */
		if (line->paragraph->style == READING_NOTE)
			continue;
		if (import_begins_any(line->whole, corrigenda) && strlen(line->whole) < 40 &&
			lists_corrections(import, i))
			kind = "a corrigendum; what it numbers are corrections";
		else if (line->heading == IMPORT_AGENDA)
			continue;
		else
			kind = other_kind(line);
		if (!kind)
			continue;
		import->refusal = arena_printf(&import->agenda->arena, "line %d says that it is %s",
			line->paragraph->line, kind);
		return true;
	}
	return false;
}
