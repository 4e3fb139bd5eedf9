/* SPDX-License-Identifier: MIT */
/*
 * A document understood as an agenda: the order of the steps, what is refused, and
 * what was left unread. Nothing of a document is lost: a line belongs to the page,
 * to something understood, or to `unread`.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "exchange/agenda_import.h"
#include "import.h"

/* --- lines --- */

static void read_label(struct import *import, struct import_line *line)
{
	const struct reading_paragraph *paragraph = line->paragraph;

	line->text = line->whole = paragraph->text;
	if (paragraph->number) {
		line->labelled = import_label_at(paragraph->number, &line->label);
		line->whole = *paragraph->text ? arena_printf(&import->agenda->arena, "%s %s",
							 paragraph->number, paragraph->text)
					       : paragraph->number;
		if (!line->labelled)
			line->text = line->whole;
		return;
	}
	line->labelled = import_label_at(paragraph->text, &line->label);
	if (line->labelled)
		line->text = paragraph->text + line->label.length;
}

void import_line_read(
	struct import *import, struct import_line *line, const struct reading_paragraph *paragraph)
{
	*line = (struct import_line){.paragraph = paragraph};
	read_label(import, line);
	line->prose = import_is_prose(line->text);
	line->heading = import_heading_of(line);
}

static void prepare(struct import *import)
{
	const struct reading *reading = import->reading;

	import->lines = mem_alloc((reading->count + 1) * sizeof(*import->lines));
	for (size_t i = 0; i < reading->count; i++) {
		if (reading->paragraphs[i].style == READING_PAGE)
			continue;
		import_line_read(import, &import->lines[import->count++], &reading->paragraphs[i]);
	}
	import_misread(import);
}

/* --- what was not understood --- */

static struct agenda_piece *add_unread(struct import *import, int line)
{
	struct agenda *agenda = import->agenda;

	agenda->unread = arena_grow(
		&agenda->arena, agenda->unread, agenda->unread_count, sizeof(*agenda->unread));
	agenda->unread[agenda->unread_count] =
		(struct agenda_piece){.first_line = line, .last_line = line};
	return &agenda->unread[agenda->unread_count++];
}

/* Neighbours in one piece, each paragraph a line of it. */
static size_t keep_piece(struct import *import, size_t from)
{
	struct str text;
	struct agenda_piece *piece = add_unread(import, import->lines[from].paragraph->line);
	size_t to = from;

	str_init(&text);
	for (; to < import->count && !import->lines[to].understood; to++) {
		const struct reading_paragraph *paragraph = import->lines[to].paragraph;
		bool same = to > from && paragraph->line == import->lines[to - 1].paragraph->line;
		if (to > from)
			str_add(&text, same ? " | " : "\n");
		str_add(&text, import->lines[to].whole);
		if (paragraph->last_line > piece->last_line)
			piece->last_line = paragraph->last_line;
	}
	piece->text = arena_strndup(&import->agenda->arena, text.text, text.length);
	str_clear(&text);
	return to;
}

static void keep_unread(struct import *import)
{
	for (size_t i = 0; i < import->count;)
		i = import->lines[i].understood ? i + 1 : keep_piece(import, i);
}

/* --- the whole --- */

/* The list, or at last the one inside of a running text: then nothing of it is sure. */
static bool read_list(struct import *import)
{
	struct agenda *agenda = import->agenda;

	if (import_list_read(import))
		return true;
	if (!import_runon_divide(import) || !import_list_read(import))
		return false;
	for (size_t i = 0; i < agenda->item_count; i++)
		agenda->items[i].confidence = AGENDA_DOUBTFUL;
	return true;
}

static bool understand(struct import *import, struct err *err)
{
	if (import_refuses(import))
		return err_set(
			err, ERR_DATA, "“%s” is no agenda: %s", import->name, import->refusal);
	if (!read_list(import))
		return err_set(err, ERR_DATA,
			"“%s” is no agenda: there is no numbered list of items in it that begins "
			"with 1 and reads as an agenda",
			import->name);
	import_slots_find(import);
	import_front_read(import);
	import_slots_read(import);
	import_notes_read(import);
	import_session_finish(import);
	import_joint_read(import);
	keep_unread(import);
	return true;
}

bool agenda_import(const struct reading *reading, const char *name, struct agenda *agenda,
	struct messages *messages, struct err *err)
{
	struct import import = {
		.reading = reading, .name = name, .agenda = agenda, .messages = messages};
	bool done;

	prepare(&import);
	done = understand(&import, err);
	free(import.lines);
	return done;
}

static void add_count(struct str *out, size_t count, const char *one, const char *many)
{
	str_addf(out, "%s%zu %s", out->length > 0 ? ", " : "", count, count == 1 ? one : many);
}

void agenda_import_summary(const struct agenda *agenda, struct str *out)
{
	struct str text;
	size_t guessed = 0;

	str_init(&text);
	for (size_t i = 0; i < agenda->item_count; i++)
		guessed += agenda->items[i].confidence != AGENDA_SURE;
	add_count(&text, agenda->item_count, "item", "items");
	add_count(&text, agenda->slot_count, "slot", "slots");
	add_count(&text, agenda->document_count, "document", "documents");
	add_count(&text, agenda->unread_count, "piece unread", "pieces unread");
	if (guessed > 0)
		add_count(&text, guessed, "item doubtful", "items doubtful");
	str_add(out, text.text);
	str_clear(&text);
}
