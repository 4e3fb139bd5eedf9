/* SPDX-License-Identifier: MIT */
/*
 * What the fields of the forms of the review begin with: what is so now, or what comes
 * next. Which command takes them is said here too; running it is not.
 */
#include <string.h>

#include "model/agenda_edit.h"
#include "model/phrase.h"
#include "review.h"
#include "writing.h"

static void put(struct words *words, struct arena *arena, const char *name, struct str *text)
{
	writing_put(words, name, arena_strdup(arena, text->text));
	str_reset(text);
}

static void show_slot(
	const struct review *review, size_t index, struct words *shown, struct arena *arena)
{
	const struct agenda_slot *slot = &review->draft.agenda.slots[index];
	struct str text;

	str_init(&text);
	phrase_date(slot->date, &text);
	put(shown, arena, "day", &text);
	agenda_edit_slot_hours(slot, &text);
	put(shown, arena, "hours", &text);
	agenda_edit_slot_items(&review->draft.agenda, index, &text);
	put(shown, arena, "items", &text);
	writing_put(shown, "label", slot->label);
	writing_put(shown, "room", slot->room);
	str_clear(&text);
}

static void show_document(
	const struct review *review, size_t index, struct words *shown, struct arena *arena)
{
	const struct agenda_document *document = &review->draft.agenda.documents[index];
	struct str text;

	str_init(&text);
	writing_put(shown, "kind", document->kind);
	writing_put(shown, "title", document->title);
	writing_put(shown, "symbols", document->symbols);
	agenda_edit_document_items(&review->draft.agenda, index, &text);
	put(shown, arena, "items", &text);
	str_clear(&text);
}

static void show_body(const struct review *review, size_t index, struct words *shown)
{
	const struct agenda_body *body = &review->draft.agenda.bodies[index];

	writing_put(shown, "name", body->name);
	writing_put(shown, "short", body->short_name);
	writing_put(shown, "symbol", body->symbol);
	writing_put(shown, "session", body->session);
}

/* Its first line, the rest stays unread; a number before it is that of the item: "3. Title". */
static void show_piece(const struct review *review, const struct review_row *row,
	struct words *shown, struct arena *arena)
{
	const char *piece = review->draft.agenda.unread[row->index].text;
	const char *text = arena_strndup(arena, piece, strcspn(piece, "\n")), *title = text;
	size_t length = strcspn(text, " ");
	bool number = length > 0 && length <= 6 &&
		      (text[0] == '(' || strchr("0123456789", text[0]) || text[length - 1] == ')' ||
			      text[length - 1] == '.');
	struct str next;

	str_init(&next);
	if (number) {
		str_addn(&next, text, length - (text[length - 1] == '.'));
		title = text + length + strspn(text + length, " ");
	} else {
		agenda_edit_next_number(&review->draft.agenda, review_item_above(review), &next);
	}
	writing_put(shown, "title", arena_strdup(arena, title));
	put(shown, arena, "number", &next);
	str_clear(&next);
}

bool review_forms_row(const struct review *review, struct words *shown, struct arena *arena)
{
	const struct review_row *row = review_row(review);
	const struct agenda *agenda = &review->draft.agenda;

	switch (row->kind) {
	case REVIEW_HEADING:
		return false;
	case REVIEW_FIELD:
		shown->command = command_find("review field");
		writing_put(shown, "value", row->text);
		break;
	case REVIEW_BODY:
		shown->command = command_find("review body");
		show_body(review, row->index, shown);
		break;
	case REVIEW_ITEM:
		shown->command = command_find("review item");
		writing_put(shown, "number", agenda->items[row->index].number);
		writing_put(shown, "title", agenda->items[row->index].title);
		break;
	case REVIEW_DOCUMENT:
		shown->command = command_find("review document");
		show_document(review, row->index, shown, arena);
		break;
	case REVIEW_SLOT:
		shown->command = command_find("review slot");
		show_slot(review, row->index, shown, arena);
		break;
	case REVIEW_PIECE:
		shown->command = command_find("review new item");
		show_piece(review, row, shown, arena);
		break;
	case REVIEW_NO_SLOT:
	case REVIEW_NO_DOCUMENT:
		review_forms_new(review, shown, arena);
		break;
	}
	return true;
}

/* A slot beside a slot, a document beside a document, else an item. */
void review_forms_new(const struct review *review, struct words *shown, struct arena *arena)
{
	const struct review_row *row = review_row(review);
	const struct agenda *agenda = &review->draft.agenda;
	struct str text;

	str_init(&text);
	if (row->kind == REVIEW_SLOT) {
		shown->command = command_find("review new slot");
		phrase_date(agenda->slots[row->index].date, &text);
		put(shown, arena, "day", &text);
	} else if (row->kind == REVIEW_NO_SLOT) {
		shown->command = command_find("review new slot");
		phrase_date(agenda->from, &text);
		put(shown, arena, "day", &text);
	} else if (row->kind == REVIEW_DOCUMENT || row->kind == REVIEW_NO_DOCUMENT) {
		shown->command = command_find("review new document");
	} else {
		shown->command = command_find("review new item");
		agenda_edit_next_number(agenda, review_item_above(review), &text);
		put(shown, arena, "number", &text);
	}
	str_clear(&text);
}

void review_forms_joint(const struct review *review, struct words *shown, struct arena *arena)
{
	struct str with;

	str_init(&with);
	agenda_edit_joint_words(&review->draft.agenda, review_row(review)->index, &with);
	shown->command = command_find("review joint");
	put(shown, arena, "with", &with);
	str_clear(&with);
}

void review_forms_annotate(const struct review *review, struct words *shown)
{
	size_t above = review_item_above(review);

	shown->command = command_find("review annotate");
	if (above != AGENDA_NONE)
		writing_put(shown, "item", review->draft.agenda.items[above].printed);
}
