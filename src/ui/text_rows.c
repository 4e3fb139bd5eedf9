/* SPDX-License-Identifier: MIT */
/*
 * What there is on one text, in the order of its list: the text itself, amendments with
 * those to them, new paragraphs, brackets, comments, and how it came to be what it is. It
 * is read whole when the journal has moved; what an amendment does is put into words for
 * the rows that are seen.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "model/alternative.h"
#include "store/draft.h"
#include "recommendation_text.h"
#include "show.h"
#include "text.h"

enum {
	LABEL = 6,   /* columns of "a12", "[3]" */
	STATE = 11,  /* of a state in words … */
	WORDED = 56, /* … where the row has so many */
	DEEPEST = 4  /* levels that are indented */
};

/* --- reading --- */

static const struct amendment_row *amendment_of(const struct text_view *view, int64_t id)
{
	for (size_t i = 0; i < view->n.count; i++)
		if (view->n.amendments[i].id == id)
			return &view->n.amendments[i];
	return NULL;
}

/* What it is to in the end; *depth gets how many are between. */
static const struct amendment_row *root_of(
	const struct text_view *view, const struct amendment_row *row, int *depth)
{
	const struct amendment_row *parent;

	*depth = 0;
	while (row->parent && (parent = amendment_of(view, row->parent))) {
		row = parent;
		++*depth;
	}
	return row;
}

static struct text_line *add_line(
	struct text_view *view, enum text_kind kind, int64_t id, size_t at)
{
	view->lines = arena_grow(&view->arena, view->lines, view->line_count, sizeof *view->lines);
	struct text_line *line = &view->lines[view->line_count++];
	*line = (struct text_line){.kind = kind, .id = id, .at = at};
	return line;
}

static void add_amendments(struct text_view *view, enum text_kind kind)
{
	for (size_t i = 0; i < view->n.count; i++) {
		const struct amendment_row *row = &view->n.amendments[i];
		int depth;
		bool paragraph = root_of(view, row, &depth)->kind == AMENDMENT_PARAGRAPH;
		if (paragraph == (kind == TEXT_PARAGRAPH))
			add_line(view, kind, row->id, i)->depth = depth;
	}
}

static void add_lines(struct text_view *view)
{
	view->lines = NULL;
	view->line_count = 0;
	add_line(view, TEXT_ITSELF, view->recommendation, 0);
	add_amendments(view, TEXT_AMENDMENT);
	add_amendments(view, TEXT_PARAGRAPH);
	for (size_t i = 0; i < view->bracket_count; i++)
		add_line(view, TEXT_BRACKET, (int64_t)i + 1, i)->depth = view->brackets[i].depth;
	for (size_t i = 0; i < view->n.comment_count; i++)
		add_line(view, TEXT_COMMENT, view->n.comments[i].id, i);
	for (size_t i = 0; i < view->history_count; i++)
		add_line(view, TEXT_HISTORY, (int64_t)i + 1, i);
}

/* A row of one text has no letter: that is its place among all. */
static const char *label_of(struct text_view *view, struct app *app)
{
	struct arena arena;
	struct str label;
	size_t count;

	arena_init(&arena);
	str_init(&label);
	const struct recommendation_row *rows =
		store_recommendations(app_store(app), app_session(app), &arena, &count);
	for (size_t i = 0; i < count; i++)
		if (rows[i].id == view->recommendation)
			alternative_label(rows[i].letter, rows[i].alternative, false, &label);
	const char *text = arena_strdup(&view->arena, label.text);
	str_clear(&label);
	arena_clear(&arena);
	return text;
}

bool text_read(struct text_view *view, struct app *app)
{
	struct store *store = app_store(app);
	int64_t id = view->recommendation;

	arena_clear(&view->arena);
	view->line_count = 0;
	view->marked = NULL;
	if (!store_negotiation(store, app_session(app), id, &view->arena, &view->n))
		return false;
	store_recommendation_more(store, id, &view->arena, &view->more);
	view->sponsors = store_sponsors(store, id, 0, &view->arena, &view->sponsor_count);
	view->brackets = bracket_parse(&view->arena, view->n.text.text, &view->bracket_count, NULL);
	view->history = store_recommendation_history(store, id, &view->arena, &view->history_count);
	view->label = label_of(view, app);
	add_lines(view);
	return true;
}

/* --- what is not saved --- */

static void mark(struct text_view *view, bool amendment, int number)
{
	for (size_t i = 0; i < view->line_count; i++) {
		struct text_line *line = &view->lines[i];
		if (line->kind == TEXT_ITSELF && !amendment && number == view->n.text.number)
			line->unsaved = true;
		if ((line->kind == TEXT_AMENDMENT || line->kind == TEXT_PARAGRAPH) && amendment &&
			number == view->n.amendments[line->at].number)
			line->unsaved = true;
	}
}

void text_mark_drafts(struct text_view *view, struct app *app)
{
	struct arena arena;
	size_t count;
	int number;
	char letter;

	arena_init(&arena);
	struct draft_row *drafts = store_drafts(app_store(app), app_session(app), &arena, &count);
	for (size_t i = 0; i < view->line_count; i++)
		view->lines[i].unsaved = false;
	for (size_t i = 0; i < count; i++)
		if (sscanf(drafts[i].key, "%*[a-z] %c%d", &letter, &number) == 2 &&
			(letter == 'a' || letter == 'r'))
			mark(view, letter == 'a', number);
	arena_clear(&arena);
}

/* --- what a row says --- */

static const char *say_amendment(struct text_view *view, const struct amendment_row *row)
{
	struct str words;

	str_init(&words);
	negotiation_say_amendment(row->kind, row->base_text, row->text, &words);
	const char *said =
		arena_strdup(&view->arena, words.length ? words.text : "changes nothing");
	str_clear(&words);
	return said;
}

static const char *say_version(struct text_view *view, size_t at)
{
	struct str words;
	size_t before = at;

	while (before > 0 && view->history[before - 1].version == 0)
		before--;
	str_init(&words);
	if (before > 0)
		negotiation_say(view->history[before - 1].text, view->history[at].text, &words);
	else
		str_add(&words, view->history[at].text);
	const char *said = arena_strdup(&view->arena, words.text);
	str_clear(&words);
	return said;
}

void text_say_seen(struct text_view *view)
{
	for (int row = 0; row < view->list.rows; row++) {
		size_t i = view->list.top + (size_t)row;
		if (i >= view->line_count)
			break;
		struct text_line *line = &view->lines[i];
		if (line->said)
			continue;
		if (line->kind == TEXT_AMENDMENT || line->kind == TEXT_PARAGRAPH)
			line->said = say_amendment(view, &view->n.amendments[line->at]);
		else if (line->kind == TEXT_HISTORY && view->history[line->at].version)
			line->said = say_version(view, line->at);
		else
			line->said = "";
	}
}

/* --- drawing --- */

static const char *amendment_mark(enum amendment_state state)
{
	switch (state) {
	case AMENDMENT_ACCEPTED:
		return "✓";
	case AMENDMENT_REJECTED:
	case AMENDMENT_WITHDRAWN:
		return "✗";
	case AMENDMENT_LAPSED:
		return "–";
	default:
		return "○";
	}
}

/* Label, mark and word of a state; the column behind them. */
static int draw_head(const struct area *area, int row, const char *label, const char *sign,
	const char *state, enum style style)
{
	area_cut(area, row, 1, LABEL - 1, STYLE_TEXT, label);
	area_text(area, row, 1 + LABEL, style, sign);
	if (area->columns < WORDED)
		return LABEL + 3;
	area_cut(area, row, LABEL + 3, STATE - 1, style, state);
	return LABEL + 3 + STATE;
}

static void add_who(const struct app *app, const char *name, const char *for_whom, struct str *out)
{
	if (name)
		str_add(out, show_covered(app, name));
	if (for_whom)
		str_addf(out, "%s%s", name ? " for " : "", show_covered(app, for_whom));
}

static void add_conflict(const struct text_view *view, size_t at, struct str *out)
{
	if (!negotiation_is_asked(&view->n.compared[at]))
		return;
	str_add(out, out->length ? ", " : "");
	store_negotiation_say_others(&view->n, at, "the text", out);
}

static int draw_amendment(const struct text_view *view, const struct app *app,
	const struct text_line *line, const struct area *area, int row, struct str *text)
{
	const struct amendment_row *a = &view->n.amendments[line->at];
	enum style style = a->state == AMENDMENT_ACCEPTED   ? STYLE_GOOD
			   : a->state == AMENDMENT_PROPOSED ? STYLE_TEXT
							    : STYLE_FAINT;
	char label[16];

	snprintf(label, sizeof label, "a%d", a->number);
	add_who(app, a->proposer_name, a->on_behalf_name, text);
	add_conflict(view, line->at, text);
	str_addf(text, "%s%s", text->length ? ", " : "", amendment_how_label(a->how));
	str_addf(text, ": %s", line->said ? line->said : "");
	return draw_head(
		area, row, label, amendment_mark(a->state), amendment_state_word(a->state), style);
}

static int draw_bracket(const struct text_view *view, const struct app *app,
	const struct text_line *line, const struct area *area, int row, struct str *text)
{
	const struct bracket *bracket = &view->brackets[line->at];
	char label[16];

	snprintf(label, sizeof label, "[%zu]", line->at + 1);
	if (bracket->name)
		str_addf(text, "%s: ", show_covered(app, bracket->name));
	str_addn(text, view->n.text.text + bracket->words, bracket->words_length);
	return draw_head(area, row, label, "○", "open", STYLE_WARN);
}

static int draw_comment(const struct text_view *view, const struct app *app,
	const struct text_line *line, const struct area *area, int row, struct str *text)
{
	const struct comment_row *comment = &view->n.comments[line->at];
	char label[16];

	snprintf(label, sizeof label, "k%d", comment->number);
	add_who(app, comment->name, comment->on_behalf_name, text);
	if (comment->amendment_number)
		str_addf(text, "%son a%d", text->length ? ", " : "", comment->amendment_number);
	str_addf(text, "%s%s", text->length ? ": " : "", comment->text);
	return draw_head(area, row, label, comment->settled ? "✓" : "○",
		comment->settled ? "settled" : "comment", STYLE_TEXT);
}

static int draw_history(const struct text_view *view, const struct app *app,
	const struct text_line *line, const struct area *area, int row, struct str *text)
{
	const struct history_row *h = &view->history[line->at];
	enum amendment_how how;
	char label[16] = "";

	show_time(text, h->at, desk_now(app_desk(app)));
	if (h->version) {
		snprintf(label, sizeof label, "v%d", h->version);
		if (h->amendment)
			str_addf(text, ", a%d", h->amendment);
		if (h->proposer_name || h->on_behalf_name)
			str_add(text, ", ");
		add_who(app, h->proposer_name, h->on_behalf_name, text);
		if (h->how && amendment_how_parse(h->how, &how))
			str_addf(text, ", %s", amendment_how_label(how));
		str_addf(text, ": %s", line->said ? line->said : "");
	} else {
		struct str said;
		str_init(&said);
		recommendation_say_event(h, &said);
		str_addf(text, ", %s", h->position ? show_covered(app, said.text) : said.text);
		str_clear(&said);
	}
	return draw_head(area, row, label, h->version ? "·" : "●",
		h->version    ? "version"
		: h->position ? "position"
			      : "decision",
		STYLE_FAINT);
}

static int draw_itself(
	const struct text_view *view, const struct area *area, int row, struct str *text)
{
	const struct recommendation_row *r = &view->n.text;
	char label[16];

	snprintf(label, sizeof label, "r%d", r->number);
	if (area->columns < WORDED)
		str_addf(text, "%s: ", recommendation_label(r->state));
	else if (utf8_columns(recommendation_label(r->state)) >= STATE)
		str_addf(text, "%s: ", recommendation_label(r->state));
	str_add(text, r->text);
	return draw_head(area, row, label, recommendation_mark(r->state),
		utf8_columns(recommendation_label(r->state)) < STATE
			? recommendation_label(r->state)
			: "text",
		r->state == RECOMMENDATION_ADOPTED ? STYLE_GOOD : STYLE_TEXT);
}

void text_draw_line(const struct text_view *view, const struct app *app,
	const struct text_line *line, const struct area *area, int row)
{
	int indent = 2 * (line->depth < DEEPEST ? line->depth : DEEPEST), column = 0;
	struct area inside = area_part(area, row, indent, 1, area->columns - indent);
	struct str text;

	str_init(&text);
	switch (line->kind) {
	case TEXT_ITSELF:
		column = draw_itself(view, &inside, 0, &text);
		break;
	case TEXT_BRACKET:
		column = draw_bracket(view, app, line, &inside, 0, &text);
		break;
	case TEXT_COMMENT:
		column = draw_comment(view, app, line, &inside, 0, &text);
		break;
	case TEXT_HISTORY:
		column = draw_history(view, app, line, &inside, 0, &text);
		break;
	default:
		column = draw_amendment(view, app, line, &inside, 0, &text);
		break;
	}
	if (line->unsaved)
		column = area_text(&inside, 0, column, STYLE_WARN, "[unsaved] ");
	for (char *c = text.text; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	str_cut(&text, utf8_fit(text.text, text.length, inside.columns + 1));
	area_cut(&inside, 0, column, inside.columns - column, STYLE_TEXT, text.text);
	str_clear(&text);
}
