/* SPDX-License-Identifier: MIT */
/*
 * What was understood of a document, as rows of a list: the session, its bodies, the
 * items by their level, the slots by their days, the documents, and last what was not
 * understood. A row knows its lines in the document by what stands there (an item is
 * known again by its number and title among those that were imported), and the lines
 * of the agenda's text, by which it gets what `agenda check` has to say of it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/agenda_edit.h"
#include "model/phrase.h"
#include "review.h"
#include "show.h"

enum { LABEL = 13, MARK = 9 };

const struct review_row *review_row(const struct review *review)
{
	return review->count > 0 ? &review->rows[review->list.selected] : NULL;
}

/* --- making --- */

/* All texts of a row are its own: a correction frees those of the agenda before. */

static struct review_row *add(struct review *review, enum review_kind kind, size_t index)
{
	review->rows =
		arena_grow(&review->arena, review->rows, review->count, sizeof *review->rows);
	review->rows[review->count] = (struct review_row){
		.kind = kind, .index = index, .label = "", .text = "", .mark = "", .says = ""};
	return &review->rows[review->count++];
}

static const char *kept(struct review *review, struct str *text)
{
	const char *copy = arena_strdup(&review->arena, text->text);

	str_clear(text);
	return copy;
}

static void add_heading(struct review *review, const char *text)
{
	add(review, REVIEW_HEADING, 0)->text = text;
}

static void add_fields(struct review *review)
{
	const struct agenda *agenda = &review->draft.agenda;

	add_heading(review, "SESSION");
	for (enum agenda_field field = 0; field < AGENDA_FIELDS; field++) {
		const char *value = agenda_field_value(agenda, field);
		struct review_row *row = add(review, REVIEW_FIELD, field);
		row->label = agenda_field_name(field);
		row->text = show_date(&review->arena, value);
		row->at = *value ? review_paper_find(review, row->text) : (struct agenda_lines){0};
	}
	for (size_t i = 0; i < agenda->body_count; i++) {
		struct review_row *row = add(review, REVIEW_BODY, i);
		row->label = "Body";
		row->text = arena_strdup(
			&review->arena, agenda->bodies[i].name ? agenda->bodies[i].name : "");
		row->line = agenda->bodies[i].line;
		row->at = review_paper_find(review, row->text);
	}
}

static struct agenda_lines find_item(const struct review *review, const struct agenda_item *item)
{
	const struct agenda *first = &review->draft.first;
	size_t by_title = AGENDA_NONE, by_number = AGENDA_NONE;

	for (size_t i = first->item_count; i-- > 0;) {
		bool number = strcmp(first->items[i].printed, item->printed) == 0;
		bool title = strcmp(first->items[i].title, item->title) == 0;
		if (number && title)
			return review_paper_at(review, first->items[i].line);
		by_title = title ? i : by_title;
		by_number = number ? i : by_number;
	}
	if (by_title != AGENDA_NONE)
		return review_paper_at(review, first->items[by_title].line);
	struct agenda_lines found = review_paper_find(review, item->title);
	if (!found.first && by_number != AGENDA_NONE)
		found = review_paper_at(review, first->items[by_number].line);
	return found;
}

static void add_items(struct review *review)
{
	const struct agenda *agenda = &review->draft.agenda;
	static const char *const marks[] = {
		[AGENDA_SURE] = "", [AGENDA_LIKELY] = "likely", [AGENDA_DOUBTFUL] = "doubtful"};

	add_heading(review, "AGENDA");
	for (size_t i = 0; i < agenda->item_count; i++) {
		const struct agenda_item *item = &agenda->items[i];
		struct review_row *row = add(review, REVIEW_ITEM, i);
		for (size_t up = item->parent; up != AGENDA_NONE; row->level++)
			up = agenda->items[up].parent;
		row->label = arena_strdup(&review->arena, item->number);
		row->text = arena_strdup(&review->arena, item->title);
		row->mark = marks[item->confidence];
		row->open = item->confidence != AGENDA_SURE;
		row->line = item->line;
		row->at = find_item(review, item);
		review->doubtful += item->confidence == AGENDA_DOUBTFUL;
		review->likely += item->confidence == AGENDA_LIKELY;
	}
}

static struct agenda_lines find_slot(const struct review *review, const struct agenda_slot *slot)
{
	const struct agenda *first = &review->draft.first;

	for (size_t i = 0; i < first->slot_count; i++)
		if (first->slots[i].from == slot->from && first->slots[i].line > 0 && slot->date &&
			first->slots[i].date && strcmp(first->slots[i].date, slot->date) == 0)
			return review_paper_at(review, first->slots[i].line);
	return (struct agenda_lines){0};
}

static void add_slot(struct review *review, size_t index)
{
	const struct agenda_slot *slot = &review->draft.agenda.slots[index];
	struct review_row *row = add(review, REVIEW_SLOT, index);
	struct str text;

	str_init(&text);
	agenda_edit_slot_hours(slot, &text);
	if (text.length == 0)
		str_add(&text, "no time");
	int columns = utf8_columns(text.text);
	review->hours = columns > review->hours ? columns : review->hours;
	row->label = kept(review, &text);
	str_init(&text);
	agenda_edit_slot_items(&review->draft.agenda, index, &text);
	if (slot->label)
		str_addf(&text, "%s%s", text.length ? "  " : "", slot->label);
	if (slot->room)
		str_addf(&text, " · %s", slot->room);
	row->text = kept(review, &text);
	row->line = slot->line;
	row->at = find_slot(review, slot);
}

static void add_slots(struct review *review)
{
	const struct agenda *agenda = &review->draft.agenda;
	const char *date = "";
	struct str day;

	if (agenda->slot_count == 0) {
		add_heading(review, "ORGANIZATION OF WORK");
		add(review, REVIEW_NO_SLOT, 0)->text = "none was found; a adds a slot";
	}
	for (size_t i = 0; i < agenda->slot_count; i++) {
		if (strcmp(agenda->slots[i].date, date) != 0) {
			date = agenda->slots[i].date;
			str_init(&day);
			phrase_weekday(date, &day);
			add_heading(review, kept(review, &day));
		}
		add_slot(review, i);
	}
}

static struct agenda_lines find_document(
	const struct review *review, const struct agenda_document *document)
{
	const struct agenda *first = &review->draft.first;

	for (size_t i = 0; i < first->document_count; i++)
		if (first->documents[i].line > 0 &&
			strcmp(first->documents[i].symbols, document->symbols) == 0)
			return review_paper_at(review, first->documents[i].line);
	return review_paper_find(review, document->symbols);
}

static void add_documents(struct review *review)
{
	const struct agenda *agenda = &review->draft.agenda;
	struct str text;

	add_heading(review, "DOCUMENTS");
	if (agenda->document_count == 0)
		add(review, REVIEW_NO_DOCUMENT, 0)->text = "none was found; a adds one";
	for (size_t i = 0; i < agenda->document_count; i++) {
		const struct agenda_document *document = &agenda->documents[i];
		struct review_row *row = add(review, REVIEW_DOCUMENT, i);
		row->label = arena_strdup(&review->arena, document->symbols);
		str_init(&text);
		phrase_document(document->kind, document->title, &text);
		row->text = kept(review, &text);
		row->line = document->line;
		row->at = find_document(review, document);
	}
}

static void add_pieces(struct review *review)
{
	const struct agenda *agenda = &review->draft.agenda;

	if (agenda->unread_count > 0)
		add_heading(review, "NOT UNDERSTOOD  t item · n annotation · d drop");
	for (size_t i = 0; i < agenda->unread_count; i++) {
		const struct agenda_piece *piece = &agenda->unread[i];
		struct review_row *row = add(review, REVIEW_PIECE, i);
		row->text = arena_strdup(&review->arena, piece->text);
		for (char *feed = (char *)row->text; (feed = strchr(feed, '\n'));)
			*feed = ' ';
		row->at = (struct agenda_lines){piece->first_line, piece->last_line};
		if (piece->first_line == 0)
			row->label = "no line";
		else if (piece->last_line > piece->first_line)
			row->label = arena_printf(
				&review->arena, "line %d-%d", piece->first_line, piece->last_line);
		else
			row->label = arena_printf(&review->arena, "line %d", piece->first_line);
		row->open = true;
	}
}

/* --- what agenda check has for them --- */

/* The line where a part of the agenda's text begins; 0 if it has none. */
static int line_of_part(const char *text, const char *part)
{
	size_t length = strlen(part);
	int line = 1;

	for (; *text; text++) {
		if (strncmp(text, part, length) == 0 && text[length] == ':')
			return line;
		text += strcspn(text, "\n");
		if (!*text)
			break;
		line++;
	}
	return 0;
}

static const char *text_of_line(const char *text, int line)
{
	for (; line > 1 && *text; line--)
		text += strcspn(text, "\n") + (text[strcspn(text, "\n")] == '\n');
	return text;
}

/* That an item is doubtful is a mark of its own, and what is unread is seen. */
static bool is_shown_anyway(const char *text, int unread, int line)
{
	const char *at = text_of_line(text, line);

	at += strspn(at, " ");
	return (unread && line >= unread) || strncmp(at, "confidence:", 11) == 0;
}

static struct review_row *row_of_line(struct review *review, int line)
{
	struct review_row *best = NULL;

	for (size_t i = 0; i < review->count; i++) {
		struct review_row *row = &review->rows[i];
		if (row->line > 0 && row->line <= line && (!best || row->line >= best->line))
			best = row;
	}
	return best;
}

static void give_lines(struct review *review)
{
	const char *text = agenda_draft_text(&review->draft);
	int session = line_of_part(text, "session"), agenda = line_of_part(text, "agenda");

	for (size_t i = 0; i < review->count; i++) {
		struct review_row *row = &review->rows[i];
		if (row->kind != REVIEW_FIELD)
			continue;
		if (row->index == AGENDA_FIELD_TITLE)
			row->line = session;
		if (row->index == AGENDA_FIELD_SYMBOLS)
			row->line = agenda;
	}
}

static void add_messages(struct review *review)
{
	const struct messages *messages = &review->draft.messages;
	const char *text = agenda_draft_text(&review->draft);
	int unread = line_of_part(text, "unread");

	give_lines(review);
	for (size_t i = 0; i < messages->count; i++) {
		const struct message *message = &messages->all[i];
		if (is_shown_anyway(text, unread, message->line))
			continue;
		struct review_row *row = row_of_line(review, message->line);
		if (!row)
			continue;
		row->says = arena_printf(
			&review->arena, "%s%s%s", row->says, *row->says ? "\n" : "", message->text);
		if (message->note)
			continue;
		review->warned += strcmp(row->mark, "warning") != 0;
		if (!*row->mark || strcmp(row->mark, "likely") == 0)
			row->mark = "warning";
		row->open = true;
	}
}

static size_t find_row(const struct review *review, enum review_kind kind, size_t index)
{
	for (size_t i = 0; i < review->count; i++)
		if (review->rows[i].kind == kind && review->rows[i].index == index)
			return i;
	return review->count;
}

static size_t first_row(const struct review *review)
{
	size_t item = find_row(review, REVIEW_ITEM, 0);

	return item < review->count ? item : 1;
}

static bool is_same(const struct review_row *one, const struct review_row *other)
{
	return one->kind == other->kind && one->level == other->level &&
	       strcmp(one->label, other->label) == 0 && strcmp(one->text, other->text) == 0 &&
	       strcmp(one->mark, other->mark) == 0;
}

/* The first row that is not as it was; count if there is none. */
static size_t first_changed(
	const struct review *review, const struct review_row *old, size_t old_count)
{
	for (size_t i = 0; i < review->count; i++)
		if (i >= old_count || !is_same(&review->rows[i], &old[i]))
			return review->rows[i].kind == REVIEW_HEADING && i > 0 ? i - 1 : i;
	return review->count;
}

static void add_all(struct review *review)
{
	arena_init(&review->arena);
	review->rows = NULL;
	review->count = 0;
	review->likely = review->doubtful = review->warned = 0;
	review->hours = LABEL;
	add_fields(review);
	add_items(review);
	add_slots(review);
	add_documents(review);
	add_pieces(review);
	add_messages(review);
}

/* The row that is to be selected: a new one, what undo has changed, else that which was. */
static size_t choose(const struct review *review, const struct review_row *was,
	const struct review_row *old, size_t old_count)
{
	enum review_kind kind = was ? was->kind : REVIEW_ITEM;
	size_t index = was ? was->index : 0, row = review->count;

	if (review->wanted != AGENDA_NONE) {
		kind = review->wanted_kind;
		index = review->wanted;
	} else if (review->back) {
		row = first_changed(review, old, old_count);
	}
	if (row == review->count)
		row = was ? find_row(review, kind, index) : first_row(review);
	/* What was the last of its kind is gone: that before it. */
	if (row == review->count && index > 0)
		row = find_row(review, kind, index - 1);
	return row;
}

void review_rows_make(struct review *review)
{
	struct arena before = review->arena;
	const struct review_row *old = review->rows, *was = review_row(review);
	size_t old_count = review->count;

	add_all(review);
	size_t row = choose(review, was, old, old_count);
	list_fit(&review->list, review->count, review->list.rows);
	if (row < review->count)
		list_select(&review->list, row);
	if (!was && row < review->count)
		review->list.top = row - 1; /* the heading of the agenda */
	arena_clear(&before);
	review->wanted = AGENDA_NONE;
	review->detail_top = 0;
	review->stale = review->back = false;
	review->follow = true;
}

size_t review_item_above(const struct review *review)
{
	const struct review_row *row = review_row(review);
	size_t above = AGENDA_NONE;

	if (row && row->kind == REVIEW_ITEM)
		return row->index;
	for (size_t i = 0; row && i < review->count; i++)
		if (review->rows[i].kind == REVIEW_ITEM && review->rows[i].at.first > 0 &&
			(row->at.first == 0 || review->rows[i].at.first <= row->at.first))
			above = review->rows[i].index;
	return above;
}

/* --- the whole of the selected one --- */

static void add_count(struct str *out, size_t count, const char *one, const char *many)
{
	if (count > 0)
		str_addf(out, "%s%zu %s", out->length ? " · " : "", count, count == 1 ? one : many);
}

static void detail_counts(const struct agenda_item *item, struct str *out)
{
	size_t paragraphs = 0;

	for (const char *at = item->annotation; at; at = strstr(at, "\n\n")) {
		at += strspn(at, "\n");
		paragraphs += *at != '\0';
	}
	add_count(out, paragraphs, "paragraph of annotation", "paragraphs of annotation");
	add_count(out, item->document_count, "document", "documents");
	add_count(out, item->mandate_count, "mandate", "mandates");
}

static void detail_item(struct review *review, size_t index, const struct shape *shape)
{
	const struct agenda *agenda = &review->draft.agenda;
	const struct agenda_item *item = &agenda->items[index];
	struct flow *flow = &review->detail;
	struct str counts;

	str_init(&counts);
	detail_counts(item, &counts);
	if (counts.length > 0) {
		flow_add(flow, STYLE_FAINT, counts.text);
		flow_end(flow, shape);
	}
	str_clear(&counts);
	for (size_t i = 0; i < item->document_count; i++) {
		const struct agenda_document *document = &agenda->documents[item->documents[i]];
		struct str name;
		str_init(&name);
		phrase_document(document->kind, document->title, &name);
		flow_addf(flow, STYLE_TEXT, "%s  %s", document->symbols, name.text);
		flow_end(flow, shape);
		str_clear(&name);
	}
	for (size_t i = 0; i < item->mandate_count; i++) {
		flow_addf(flow, STYLE_TEXT, "%s %s%s%s", item->mandates[i].kind,
			item->mandates[i].number, item->mandates[i].title ? ", " : "",
			item->mandates[i].title ? item->mandates[i].title : "");
		flow_end(flow, shape);
	}
	if (item->heading) {
		flow_addf(flow, STYLE_STRONG, "%s", item->heading);
		flow_end(flow, shape);
	}
	if (item->annotation) {
		flow_add(flow, STYLE_TEXT, item->annotation);
		flow_end(flow, shape);
	}
}

/* With whom it is joint stands first: that may be all that was guessed. */
static void detail_doubt(
	struct review *review, const struct agenda_item *item, const struct shape *shape)
{
	const struct agenda *agenda = &review->draft.agenda;

	for (size_t i = 0; i < item->joint_count; i++) {
		const struct agenda_joint *joint = &item->joint[i];
		flow_addf(&review->detail, STYLE_TEXT, "joint with the %s",
			agenda->bodies[joint->body].name);
		if (joint->number)
			flow_addf(&review->detail, STYLE_TEXT, ", whose item %s it is",
				joint->number);
		flow_end(&review->detail, shape);
	}
	if (item->confidence == AGENDA_SURE)
		return;
	flow_addf(&review->detail, STYLE_WARN,
		"%s: look at number, level%s; Space says it is right%s",
		item->confidence == AGENDA_LIKELY ? "likely" : "doubtful",
		item->joint_count ? ", title and with whom it is joint" : " and title",
		item->joint_count ? ", & changes with whom" : "");
	flow_end(&review->detail, shape);
}

static void detail_says(struct review *review, const char *says, const struct shape *shape)
{
	while (*says) {
		size_t length = strcspn(says, "\n");
		char *line = mem_strndup(says, length);
		flow_addf(&review->detail, STYLE_WARN, "warning: %s", line);
		flow_end(&review->detail, shape);
		free(line);
		says += length + (says[length] == '\n');
	}
}

void review_detail_make(struct review *review, int columns)
{
	const struct review_row *row = review_row(review);
	struct shape shape = {.columns = columns - 1, .indent = 1};

	flow_reset(&review->detail);
	if (!row || row->kind == REVIEW_HEADING || row->kind == REVIEW_NO_SLOT ||
		row->kind == REVIEW_NO_DOCUMENT)
		return;
	if (row->kind == REVIEW_ITEM)
		flow_addf(&review->detail, STYLE_STRONG, "%s  ",
			review->draft.agenda.items[row->index].printed);
	else
		flow_addf(&review->detail, STYLE_STRONG, "%s  ", row->label);
	if (row->kind == REVIEW_PIECE)
		flow_add(&review->detail, STYLE_TEXT, review->draft.agenda.unread[row->index].text);
	else
		flow_add(&review->detail, STYLE_STRONG, row->text);
	flow_end(&review->detail, &shape);
	if (row->kind == REVIEW_ITEM)
		detail_doubt(review, &review->draft.agenda.items[row->index], &shape);
	detail_says(review, row->says, &shape);
	if (row->kind == REVIEW_ITEM)
		detail_item(review, row->index, &shape);
}

/* --- drawing --- */

static enum style style_of(const struct review_row *row)
{
	if (strcmp(row->mark, "doubtful") == 0 || strcmp(row->mark, "warning") == 0)
		return STYLE_WARN;
	return STYLE_FAINT;
}

/* Labels of a kind stand in a column; those of items by their level. */
static int draw_label(
	const struct review *review, const struct area *area, int row, const struct review_row *it)
{
	int column = 1, width = LABEL;

	switch (it->kind) {
	case REVIEW_ITEM:
		column = 1 + 4 * it->level;
		width = 4;
		break;
	case REVIEW_DOCUMENT:
		width = utf8_columns(it->label);
		break;
	case REVIEW_SLOT:
		width = review->hours + 1;
		break;
	default:
		break;
	}
	if (width > area->columns / 2)
		width = area->columns / 2;
	bool faint =
		it->kind == REVIEW_FIELD || it->kind == REVIEW_BODY || it->kind == REVIEW_PIECE;
	area_cut(area, row, column, width, faint ? STYLE_FAINT : STYLE_TEXT, it->label);
	return column + width + 1;
}

static void draw_row(
	const struct review *review, const struct area *area, int row, const struct review_row *it)
{
	int end = area->columns - 1;

	if (it->kind == REVIEW_HEADING) {
		area_cut(area, row, 0, area->columns, STYLE_STRONG, it->text);
		return;
	}
	if (*it->mark) {
		end -= MARK;
		area_text(area, row, end + 1, style_of(it), it->mark);
	}
	int column = draw_label(review, area, row, it);
	bool none = it->kind == REVIEW_NO_SLOT || it->kind == REVIEW_NO_DOCUMENT;
	area_cut(area, row, none ? 1 : column, end - (none ? 1 : column),
		none ? STYLE_FAINT : STYLE_TEXT, it->text);
	if (it->kind == REVIEW_FIELD && !*it->text)
		area_text(area, row, column, STYLE_FAINT, "–");
}

void review_rows_draw(const struct review *review, const struct area *area)
{
	for (int row = 0; row < area->rows; row++)
		if (review->list.top + (size_t)row < review->count)
			draw_row(review, area, row, &review->rows[review->list.top + (size_t)row]);
	list_mark(&review->list, area, review->focus == REVIEW_ON_LIST);
}
