/* SPDX-License-Identifier: MIT */
/*
 * The corrections of an agenda that is reviewed: each is one edit of the draft, of the
 * row that is selected, with the words of the command. What the keys, names and forms of
 * the commands are is in review_commands.c; how an agenda is edited in agenda_edit.c.
 */
#include <string.h>

#include "review_correct.h"
#include "app_inside.h"
#include "model/agenda_edit.h"

/* --- where we are --- */

struct review *review_opened(const struct call *call, struct err *err)
{
	struct review *review = review_of(call->desk->app);

	if (review && review->opened)
		return review;
	err_set(err, ERR_USAGE,
		"this is for the review of a published agenda: agenda import opens one");
	return NULL;
}

struct review *review_on(const struct call *call, enum review_kind kind, struct err *err)
{
	static const char *const names[] = {[REVIEW_FIELD] = "a line of the session",
		[REVIEW_BODY] = "a body",
		[REVIEW_ITEM] = "an item",
		[REVIEW_DOCUMENT] = "a document",
		[REVIEW_SLOT] = "a slot",
		[REVIEW_PIECE] = "a piece that is unread",
		[REVIEW_NO_SLOT] = "a slot",
		[REVIEW_NO_DOCUMENT] = "a document"};
	struct review *review = review_opened(call, err);

	if (!review || review_row(review)->kind == kind)
		return review;
	err_set(err, ERR_USAGE, "select %s first", names[kind]);
	return NULL;
}

static const char *given(const struct call *call, const char *name)
{
	const char *text = call_text(call, name);

	return text ? text : "";
}

/* --- one correction --- */

struct correction {
	const struct call *call;
	struct review *review;
	const struct review_row *row;
	size_t made; /* the row that is to be selected, of the kind … */
	enum review_kind kind;
};

/* Of the review, if there is one (NULL: what is wrong is said already). */
static bool correct(
	struct call *call, struct review *review, agenda_draft_edit edit, struct err *err)
{
	struct correction it = {.call = call, .review = review, .made = AGENDA_NONE};

	if (!review)
		return false;
	it.row = review_row(review);
	if (!agenda_draft_change(&review->draft, edit, &it, err))
		return false;
	review->wanted = it.made;
	review->wanted_kind = it.kind;
	review_changed(review, call->desk->app);
	return true;
}

static bool edit_item(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;

	return agenda_edit_item(
		agenda, it->row->index, given(it->call, "number"), given(it->call, "title"), err);
}

bool review_item(struct call *call, struct err *err)
{
	return correct(call, review_on(call, REVIEW_ITEM, err), edit_item, err);
}

static bool edit_joint(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;

	return agenda_edit_joint(agenda, it->row->index, given(it->call, "with"), err);
}

bool review_joint(struct call *call, struct err *err)
{
	return correct(call, review_on(call, REVIEW_ITEM, err), edit_joint, err);
}

static bool edit_field(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;

	(void)err;
	agenda_edit_field(agenda, (enum agenda_field)it->row->index, given(it->call, "value"));
	return true;
}

bool review_field(struct call *call, struct err *err)
{
	return correct(call, review_on(call, REVIEW_FIELD, err), edit_field, err);
}

static bool edit_body(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;

	(void)err;
	agenda_edit_body(agenda, it->row->index, given(it->call, "name"), given(it->call, "short"),
		given(it->call, "symbol"), given(it->call, "session"));
	return true;
}

bool review_body(struct call *call, struct err *err)
{
	return correct(call, review_on(call, REVIEW_BODY, err), edit_body, err);
}

static struct agenda_slot_words slot_words(const struct call *call)
{
	return (struct agenda_slot_words){.day = given(call, "day"),
		.hours = given(call, "hours"),
		.items = given(call, "items"),
		.label = given(call, "label"),
		.room = given(call, "room")};
}

static bool edit_slot(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;
	struct agenda_slot_words words = slot_words(it->call);

	return agenda_edit_slot(agenda, it->row->index, &words, err);
}

bool review_slot(struct call *call, struct err *err)
{
	return correct(call, review_on(call, REVIEW_SLOT, err), edit_slot, err);
}

static bool new_slot(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;
	struct agenda_slot_words words = slot_words(it->call);

	return agenda_edit_slot(agenda, AGENDA_NONE, &words, err);
}

bool review_new_slot(struct call *call, struct err *err)
{
	return correct(call, review_opened(call, err), new_slot, err);
}

static bool change_document(
	struct agenda *agenda, size_t document, const struct call *call, struct err *err)
{
	return agenda_edit_document(agenda, document, given(call, "kind"), given(call, "title"),
		given(call, "symbols"), given(call, "items"), err);
}

static bool edit_document(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;

	return change_document(agenda, it->row->index, it->call, err);
}

bool review_document(struct call *call, struct err *err)
{
	return correct(call, review_on(call, REVIEW_DOCUMENT, err), edit_document, err);
}

static bool new_document(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;

	return change_document(agenda, AGENDA_NONE, it->call, err);
}

bool review_new_document(struct call *call, struct err *err)
{
	return correct(call, review_opened(call, err), new_document, err);
}

static bool new_item(struct agenda *agenda, void *context, struct err *err)
{
	struct correction *it = context;
	bool piece = it->row->kind == REVIEW_PIECE;
	size_t after = review_item_above(it->review);
	const char *number = given(it->call, "number"), *title = given(it->call, "title");

	it->kind = REVIEW_ITEM;
	it->made = piece ? agenda_edit_piece_item(agenda, it->row->index, after, number, title, err)
			 : agenda_edit_add(agenda, after, number, title, err);
	return it->made != AGENDA_NONE;
}

bool review_new_item(struct call *call, struct err *err)
{
	return correct(call, review_opened(call, err), new_item, err);
}

static bool annotate(struct agenda *agenda, void *context, struct err *err)
{
	struct correction *it = context;
	size_t item = agenda_find(agenda, given(it->call, "item"));

	if (item == AGENDA_NONE)
		return err_set(err, ERR_DATA, "there is no item '%.60s'", given(it->call, "item"));
	agenda_edit_piece_annotate(agenda, it->row->index, item);
	return true;
}

bool review_annotate(struct call *call, struct err *err)
{
	return correct(call, review_on(call, REVIEW_PIECE, err), annotate, err);
}

static bool make_sure(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;

	(void)err;
	agenda_edit_sure(agenda, it->row->index);
	return true;
}

/* It is looked at; the cursor stays, so that what was said of it can be read again. */
bool review_sure(struct call *call, struct err *err)
{
	struct review *review = review_on(call, REVIEW_ITEM, err);

	if (!review)
		return false;
	if (review->draft.agenda.items[review_row(review)->index].confidence == AGENDA_SURE) {
		str_add(&call->reply, "There is no doubt about it");
		return true;
	}
	return correct(call, review, make_sure, err);
}

static bool raise(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;

	return agenda_edit_raise(agenda, it->row->index, err);
}

bool review_raise(struct call *call, struct err *err)
{
	return correct(call, review_on(call, REVIEW_ITEM, err), raise, err);
}

static bool lower(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;

	return agenda_edit_lower(agenda, it->row->index, err);
}

bool review_lower(struct call *call, struct err *err)
{
	return correct(call, review_on(call, REVIEW_ITEM, err), lower, err);
}

static bool take_out(struct agenda *agenda, void *context, struct err *err)
{
	const struct correction *it = context;

	switch (it->row->kind) {
	case REVIEW_ITEM:
		agenda_edit_remove(agenda, it->row->index, it->row->at);
		return true;
	case REVIEW_SLOT:
		agenda_edit_slot_remove(agenda, it->row->index, it->row->at);
		return true;
	case REVIEW_DOCUMENT:
		agenda_edit_document_remove(agenda, it->row->index, it->row->at);
		return true;
	case REVIEW_BODY:
		return agenda_edit_body_remove(agenda, it->row->index, it->row->at, err);
	case REVIEW_PIECE:
		agenda_edit_piece_drop(agenda, it->row->index);
		return true;
	default:
		return err_set(err, ERR_USAGE,
			"items, slots, documents, bodies and unread pieces can be taken out; Enter "
			"changes this line");
	}
}

bool review_delete(struct call *call, struct err *err)
{
	struct review *review = review_opened(call, err);

	if (!review)
		return false;
	const struct review_row *row = review_row(review);
	bool piece = row->kind == REVIEW_PIECE;
	if (piece && !call_given(call, "anyway"))
		return call_ask(call, err, "anyway",
			"Drop “%.120s%s”? It is then in the document only", row->text,
			strlen(row->text) > 120 ? "…" : "");
	if (!correct(call, review, take_out, err))
		return false;
	str_add(&call->reply, piece ? "Dropped" : "Taken out; its text is among what is unread");
	str_add(&call->aside, "; u takes it back");
	return true;
}
