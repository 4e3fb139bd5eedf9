/* SPDX-License-Identifier: MIT */
/*
 * One text in negotiation: a list of all that there is on it, and beside or below it the
 * text of the selected row, in one of several ways. What is decided here are rows of the
 * command table; only texts are written here (text_write.c).
 *
 * All of one text is read when the journal has moved; a cursor key works out nothing but
 * the row that it comes to.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "recommendation_text.h"
#include "show.h"
#include "text.h"
#include "app_inside.h"
#include "views.h"

enum {
	HEAD = 1,  /* rows of the view's own on top */
	MORE = 20, /* columns for how much there is of the text, at the end of a long head */
	PLACE = 10 /* columns for the place in the list, at the end of its head */
};

/* --- loading --- */

/* Search may have selected what is on it. */
static void go_to_selected(struct text_view *view, const struct desk *desk)
{
	if (desk->selected.amendment)
		text_go(view, TEXT_KINDS, desk->selected.amendment);
	else if (desk->selected.comment)
		text_go(view, TEXT_COMMENT, desk->selected.comment);
}

static void init(void *data, struct app *app, const void *argument)
{
	struct text_view *view = data;

	arena_init(&view->arena);
	flow_init(&view->text);
	view->writing = mem_alloc(sizeof *view->writing);
	writing_init(view->writing);
	view->fields = mem_alloc(sizeof *view->fields);
	proposal_init(view->fields);
	warnings_init(&view->warnings);
	/* What was made before has nothing to do with what is made here. */
	view->last = app->last;
	view->made = app->made;
	text_open(view, app, *(const int64_t *)argument);
	go_to_selected(view, app_desk(app));
}

static void clear(void *data)
{
	struct text_view *view = data;

	writing_clear(view->writing);
	free(view->writing);
	proposal_clear(view->fields);
	free(view->fields);
	warnings_clear(&view->warnings);
	flow_clear(&view->text);
	arena_clear(&view->arena);
}

const struct text_line *text_selected(const struct text_view *view)
{
	return view->line_count > 0 ? &view->lines[view->list.selected] : NULL;
}

const struct amendment_row *text_amendment(const struct text_view *view)
{
	const struct text_line *line = text_selected(view);

	return line && (line->kind == TEXT_AMENDMENT || line->kind == TEXT_PARAGRAPH)
		       ? &view->n.amendments[line->at]
		       : NULL;
}

static size_t line_of(const struct text_view *view, enum text_kind kind, int64_t id)
{
	for (size_t i = 0; i < view->line_count; i++) {
		const struct text_line *line = &view->lines[i];
		bool amendment = line->kind == TEXT_AMENDMENT || line->kind == TEXT_PARAGRAPH;
		if (line->id == id && (line->kind == kind || (kind == TEXT_KINDS && amendment)))
			return i;
	}
	return view->line_count;
}

void text_go(struct text_view *view, enum text_kind kind, int64_t id)
{
	view->go_kind = kind;
	view->go = id;
}

void text_open(struct text_view *view, struct app *app, int64_t recommendation)
{
	view->recommendation = recommendation;
	view->loaded = false;
	view->text_of = 0;
	text_go(view, TEXT_ITSELF, recommendation);
	app_desk(app)->selected.recommendation = recommendation;
	app_reload(app);
}

void view_text_open(void *data, struct app *app, int64_t recommendation)
{
	text_open(data, app, recommendation);
}

void view_text_bracket(void *data, int place)
{
	text_go(data, TEXT_BRACKET, place);
}

void view_text_resolve(void *data, struct app *app, int64_t amendment)
{
	text_resolve(data, app, amendment);
}

/* The text with its brackets, as they were before it was read again. */
struct bracketed {
	char *text;
	struct bracket *brackets;
	size_t count;
};

static struct bracketed keep_brackets(const struct text_view *view)
{
	struct bracketed kept = {.text = mem_strdup(view->n.text.text),
		.brackets = mem_alloc((view->bracket_count + 1) * sizeof(struct bracket)),
		.count = view->bracket_count};

	if (kept.count)
		memcpy(kept.brackets, view->brackets, kept.count * sizeof *kept.brackets);
	return kept;
}

void view_text_put_right(void *data, struct app *app, const char *text)
{
	text_put_right(data, app, text);
}

/* A bracket that was opened here has no id: it is the one that was not there before. */
static void find_new_bracket(struct text_view *view, const struct bracketed *before)
{
	if (view->bracket_count <= before->count)
		return;
	for (size_t i = 0; i < view->bracket_count; i++) {
		const struct bracket *now = &view->brackets[i], *was = &before->brackets[i];
		if (i < before->count && now->length == was->length &&
			memcmp(view->n.text.text + now->from, before->text + was->from,
				now->length) == 0)
			continue;
		text_go(view, TEXT_BRACKET, (int64_t)i + 1);
		view->bracketing = false;
		return;
	}
}

/* What a command made here since. */
static void find_made(struct text_view *view, const struct app *app)
{
	int64_t amendment = app_made(app, "amendment propose");
	int64_t comment = app_made(app, "comment add");

	if (app->made == view->made && app->last == view->last)
		return;
	view->last = app->last;
	view->made = app->made;
	if (amendment)
		text_go(view, TEXT_KINDS, amendment);
	else if (comment)
		text_go(view, TEXT_COMMENT, comment);
}

/* Where the row is now; of the last bracket that was settled its neighbour, and when none
 * is left the text, which reads otherwise now. */
static size_t line_again(const struct text_view *view, const struct text_line *was)
{
	size_t at = line_of(view, was->kind, was->id);

	if (at == view->line_count && was->kind == TEXT_BRACKET)
		return view->bracket_count
			       ? line_of(view, TEXT_BRACKET, (int64_t)view->bracket_count)
			       : 0;
	return at;
}

static void read_again(struct text_view *view, struct app *app)
{
	const struct text_line *before = text_selected(view);
	struct text_line was = before ? *before : (struct text_line){0};
	struct bracketed brackets = {0};

	if (view->loaded && view->bracketing)
		brackets = keep_brackets(view);

	if (!text_read(view, app)) {
		app_say(app, TONE_PLAIN, "The text is not there any more");
		app_leave(app, view);
	}
	list_again(&view->list, view->line_count,
		before ? line_again(view, &was) : view->line_count, view->panes.rows);
	if (brackets.text)
		find_new_bracket(view, &brackets);
	free(brackets.text);
	free(brackets.brackets);
	view->loaded = true;
}

static void select_on_desk(const struct text_view *view, struct app *app)
{
	const struct text_line *line = text_selected(view);
	const struct amendment_row *amendment = text_amendment(view);
	struct desk *desk = app_desk(app);
	int64_t before = desk->selected.amendment;

	desk->selected.recommendation = view->recommendation;
	desk->selected.amendment = amendment ? amendment->id : 0;
	desk->selected.comment = line && line->kind == TEXT_COMMENT ? line->id : 0;
	/* What the keys do is not the same on an amendment. */
	if ((before != 0) != (desk->selected.amendment != 0))
		top_select(app);
}

static void go(struct text_view *view)
{
	size_t at = view->go ? line_of(view, view->go_kind, view->go) : view->line_count;

	if (at < view->line_count)
		list_select(&view->list, at);
	view->go = 0;
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct text_view *view = data;
	int64_t sequence = store_sequence(app_store(app), app_session(app));

	view->panes = panes_make(
		frame->rows, frame->columns, HEAD, view->in_text || view->task != TASK_NONE);
	if (!view->loaded || sequence != view->sequence)
		read_again(view, app);
	view->sequence = sequence;
	text_mark_drafts(view, app);
	list_fit(&view->list, view->line_count, view->panes.rows);
	find_made(view, app);
	go(view);
	select_on_desk(view, app);
	text_say_seen(view);
	if (view->task == TASK_NONE)
		text_lay(view, app);
	text_write_look(view, app);
	flow_fit(&view->text, view->panes.text_rows, &view->top);
}

/* --- drawing --- */

static void add_count(struct str *out, int count, const char *one, const char *several)
{
	if (count)
		str_addf(out, " · %d %s", count, count == 1 ? one : several);
}

/* The head ends before the place in the list, which stands above that where it is longer
 * than what is seen of it; beside it may be how much more there is of the text. */
static int head_columns(const struct text_view *view, const struct area *area)
{
	char place[64];
	int length = snprintf(
		place, sizeof place, "  %zu of %zu", view->list.selected + 1, view->line_count);

	if (view->panes.beside && view->line_count <= (size_t)view->panes.rows)
		return area->columns -
		       (view->text.count > (size_t)view->panes.text_rows ? MORE : 1);
	return view->panes.columns - (length > PLACE ? length : PLACE);
}

static void draw_head(const struct text_view *view, const struct area *area)
{
	struct str open;
	int column = area_textf(area, 0, 1, STYLE_STRONG, "TEXT r%d%s%s", view->n.text.number,
		*view->label ? " " : "", view->label);

	str_init(&open);
	column = area_textf(area, 0, column, STYLE_ACCENT, "  %s", text_way_name(view));
	add_count(&open, view->n.open, "amendment", "amendments");
	if (view->n.conflicts)
		str_addf(&open, "%s%d in conflict", view->n.open ? ", " : " · ", view->n.conflicts);
	add_count(&open, view->n.paragraphs, "new paragraph", "new paragraphs");
	add_count(&open, view->n.brackets, "bracket", "brackets");
	add_count(&open, view->n.half_bracket, "half bracket", "");
	add_count(&open, view->n.unsettled, "comment", "comments");
	area_cut(area, 0, column, head_columns(view, area) - column, STYLE_TEXT,
		open.length ? open.text : " · nothing open");
	str_clear(&open);
	panes_place(&view->panes, area, &view->list);
}

static void draw_list(const struct text_view *view, const struct app *app, const struct area *area)
{
	for (int row = 0; row < area->rows; row++) {
		size_t i = view->list.top + (size_t)row;
		if (i >= view->line_count)
			break;
		text_draw_line(view, app, &view->lines[i], area, row);
	}
	list_mark(&view->list, area, view->task == TASK_NONE && !view->in_text);
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct text_view *view = data;
	struct area list = panes_list(&view->panes, area);

	(void)frame;
	if (view->line_count == 0)
		return;
	draw_head(view, area);
	panes_line(&view->panes, area);
	draw_list(view, app, &list);
	if (view->task != TASK_NONE) {
		struct area text = panes_text(&view->panes, area);
		text_write_draw(view, &text);
		return;
	}
	panes_draw_text(&view->panes, area, &view->text, view->top, view->in_text);
}

/* --- keys --- */

static void next_text(struct text_view *view, struct app *app, int by)
{
	struct arena arena;
	size_t count, at = 0;

	arena_init(&arena);
	const struct recommendation_row *rows =
		store_recommendations(app_store(app), app_session(app), &arena, &count);
	while (at < count && rows[at].id != view->recommendation)
		at++;
	if (at < count && (by > 0 ? at + 1 < count : at > 0))
		text_open(view, app, rows[by > 0 ? at + 1 : at - 1].id);
	else
		app_say(app, TONE_PLAIN,
			by > 0 ? "That is the last text" : "That is the first text");
	arena_clear(&arena);
}

static void edit_selected(struct text_view *view, struct app *app)
{
	text_write(view, app, text_amendment(view) ? TASK_AMENDMENT : TASK_TEXT);
}

/* The bracket that is selected, or the only one. */
static void settle_bracket(struct text_view *view, struct app *app, const char *command)
{
	const struct text_line *line = text_selected(view);
	size_t place = line && line->kind == TEXT_BRACKET ? line->at + 1
		       : view->bracket_count == 1         ? 1
							  : 0;
	char recommendation[16], bracket[32];

	if (!place) {
		app_say(app, TONE_PLAIN,
			view->bracket_count ? "Go to one of the brackets in the list first"
					    : "There is no bracket in this text");
		return;
	}
	snprintf(recommendation, sizeof recommendation, "r%d", view->n.text.number);
	snprintf(bracket, sizeof bracket, "%zu", place);
	app_run_with(app, command, "recommendation", recommendation, "bracket", bracket, NULL);
}

static bool key_writes(struct text_view *view, struct app *app, const struct key *key)
{
	if (key->code == KEY_ENTER || key_letter(key) == 'e')
		edit_selected(view, app);
	else if (show_key_runs(key, "amendment propose"))
		text_write(view, app, TASK_PROPOSAL);
	else if (key_letter(key) == 'P')
		text_write(view, app, TASK_UNDER);
	else if (key_letter(key) == 'n')
		text_write(view, app, TASK_PARAGRAPH);
	else if (show_key_runs(key, "recommendation alternative"))
		text_write(view, app, TASK_ALTERNATIVE);
	else if (show_key_runs(key, "comment add"))
		text_write(view, app, TASK_COMMENT);
	else if (key_letter(key) == 'R')
		text_write(view, app, TASK_RETURNED);
	else
		return false;
	return true;
}

/* The form of a command on this text. */
static void fill(const struct text_view *view, struct app *app, const char *command)
{
	struct words words = {.command = command_find(command)};
	char name[16];

	snprintf(name, sizeof name, "r%d", view->n.text.number);
	writing_put(&words, "recommendation", name);
	app_run_form(app, &words, NULL);
}

static bool key_runs(const struct text_view *view, struct app *app, const struct key *key)
{
	char name[16];

	snprintf(name, sizeof name, "r%d", view->n.text.number);
	if (key_letter(key) == 'I')
		app_run_with(app, "recommendation import", "as-version", name, NULL);
	else if (key_letter(key) == 'E')
		fill(view, app, "position add");
	else if (show_key_runs(key, "recommendation proposer"))
		recommendation_ask_proposer(app, &view->n.text);
	else if (show_key_runs(key, "recommendation export"))
		fill(view, app, "recommendation export");
	else
		return false;
	return true;
}

/* On the row of an amendment to adopt is to take that one, not the whole text. */
static void adopt(const struct text_view *view, struct app *app, const struct amendment_row *row)
{
	const struct recommendation_row *text = &view->n.text;
	const char *state = amendment_state_word(row->state);
	char amendment[16];

	if (row->state != AMENDMENT_PROPOSED) {
		if (recommendation_open(text->state))
			app_say(app, TONE_PLAIN,
				"a%d is %s; Home goes to the text of r%d, which a adopts",
				row->number, state, text->number);
		else
			app_say(app, TONE_PLAIN, "a%d is %s, and r%d is %s", row->number, state,
				text->number, recommendation_label(text->state));
		return;
	}
	snprintf(amendment, sizeof amendment, "a%d", row->number);
	app_run_with(app, "amendment accept", "amendment", amendment, NULL);
}

/* A command on a text that may be on an amendment to it. */
static void run_on(const struct text_view *view, struct app *app, const char *command,
	const struct amendment_row *row)
{
	char recommendation[16], amendment[16];

	snprintf(recommendation, sizeof recommendation, "r%d", view->n.text.number);
	snprintf(amendment, sizeof amendment, "a%d", row->number);
	app_run_with(app, command, "recommendation", recommendation, "amendment", amendment, NULL);
}

static bool key_decides(struct text_view *view, struct app *app, const struct key *key)
{
	const struct amendment_row *amendment = text_amendment(view);

	if (amendment && show_key_runs(key, "recommendation adopt"))
		adopt(view, app, amendment);
	else if (amendment && show_key_runs(key, "sponsor add"))
		run_on(view, app, "sponsor add", amendment);
	else if (amendment && show_key_runs(key, "vote"))
		run_on(view, app, "vote", amendment);
	else if (show_key_runs(key, "bracket keep"))
		settle_bracket(view, app, "bracket keep");
	else if (show_key_runs(key, "bracket drop"))
		settle_bracket(view, app, "bracket drop");
	else
		return false;
	return true;
}

static bool key_shows(struct text_view *view, struct app *app, const struct key *key)
{
	bool right = key->code == KEY_RIGHT || key_letter(key) == 'v';

	if (right || key->code == KEY_LEFT) {
		view->way = (view->way + (right ? 1 : WAYS - 1)) % WAYS;
		app_reload(app);
		return true;
	}
	switch (key_letter(key)) {
	case '#':
		view->numbered = !view->numbered;
		break;
	case ']':
		next_text(view, app, 1);
		break;
	case '[':
		next_text(view, app, -1);
		break;
	default:
		return false;
	}
	app_reload(app);
	return true;
}

static bool key_reading(struct text_view *view, struct app *app, const struct key *key)
{
	bool space = key->code == KEY_CHARACTER && key->point == ' ';

	if (key->code == KEY_TAB || (key->code == KEY_ESCAPE && view->in_text))
		view->in_text = !view->in_text;
	else if (view->in_text || space)
		return flow_key(&view->text, key, view->panes.text_rows, &view->top);
	else if (!list_key(&view->list, key))
		return false;
	app_reload(app);
	return true;
}

static void leave(const struct text_view *view, struct app *app)
{
	struct desk *desk = app_desk(app);

	desk->selected.amendment = desk->selected.comment = 0;
	app_leave(app, view);
}

static bool key(void *data, struct app *app, const struct key *key)
{
	struct text_view *view = data;

	if (view->task != TASK_NONE)
		return text_write_key(view, app, key);
	view->bracketing = show_key_runs(key, "bracket open");
	if (key_reading(view, app, key) || key_shows(view, app, key) ||
		key_writes(view, app, key) || key_runs(view, app, key) ||
		key_decides(view, app, key))
		return true;
	if (key->code != KEY_ESCAPE)
		return false;
	leave(view, app);
	return true;
}

static void paste(void *data, struct app *app, const char *text)
{
	struct text_view *view = data;

	if (view->task != TASK_NONE)
		text_write_paste(view, app, text);
}

static void cites(const void *data, struct app *app, struct str *text)
{
	const struct text_view *view = data;
	const struct amendment_row *amendment = text_amendment(view);

	(void)app;
	if (view->task != TASK_NONE)
		str_add(text, view->writing->edit.text.text);
	else
		str_add(text, amendment ? amendment->text : view->n.text.text);
}

static const char *hints(const void *data, const struct app *app)
{
	const struct text_view *view = data;
	const struct text_line *line = text_selected(view);
	const struct amendment_row *amendment = text_amendment(view);

	(void)app;
	if (view->task == TASK_RESOLUTION)
		return "Esc accept it so  Enter new line  Ctrl-X editor  Ctrl-G give up";
	if (text_has_fields(view) && view->fields->focus >= 0)
		return WRITING_FIELD_HINTS;
	if (view->task != TASK_NONE)
		return text_has_fields(view) ? WRITING_HINTS "  Tab fields" : WRITING_HINTS;
	if (view->in_text)
		return "Tab list";
	if (!line)
		return NULL;
	bool locked = !recommendation_open(view->n.text.state);
	if (locked && !(amendment && amendment->of_new_paragraph))
		return "Esc back  v view  ] next text";
	if (amendment && amendment->state == AMENDMENT_PROPOSED)
		return "a accept  x reject  w withdraw  P amend it  v view  Esc back";
	if (amendment)
		return "O propose again  v view  Esc back";
	if (line->kind == TEXT_BRACKET)
		return "+ keep  - drop  b bracket  p amend  Esc back";
	if (line->kind == TEXT_COMMENT && !view->n.comments[line->at].settled)
		return "s settle  c comment  p amend  Esc back";
	return "p amend  b bracket  c comment  e edit  v view  Esc back";
}

static bool typing(const void *data)
{
	return ((const struct text_view *)data)->task != TASK_NONE;
}

static void keep(void *data, struct app *app)
{
	writing_keep(((struct text_view *)data)->writing, app);
}

const struct view_ops view_text = {
	.name = "text",
	.title = "Text",
	.bit = IN_TEXT,
	.size = sizeof(struct text_view),
	.init = init,
	.clear = clear,
	.load = load,
	.draw = draw,
	.key = key,
	.paste = paste,
	.cites = cites,
	.hints = hints,
	.typing = typing,
	.keep = keep,
	.keys = "v, Right, Left\tShow the text another way: with changes, with this amendment, as it would "
		"read, as it stands, as proposed\n"
		"#\tNumber the lines, or not\n"
		"], [\tGo to the next text, to the one before\n"
		"Tab\tGo to the words and back\n"
		"Space\tRead on in the words\n"
		"Enter, e\tEdit the text, or the selected amendment\n"
		"P\tPropose an amendment to the selected amendment\n"
		"n\tPropose a new paragraph behind this one\n"
		"I\tTake the text as it came back in a file; what changed since stays\n"
		"R\tPaste or type the text as it came back, the same way\n"
		"E\tRecord an explanation of position, a reservation or a dissociation\n"
		"a\tAccept the selected amendment; on any other row adopt the text\n"
		"Esc\tGo back\n"
		"While a text is being written\n"
		"Esc\tSave it; an amendment that leaves no word deletes the paragraph\n"
		"Tab\tGo to who proposes it, for whom and how, and back\n"
		"Ctrl-G\tGive up what was typed\n"
		"F8\tShow the warnings of the drafting check\n"
		"Ctrl-X\tHand it to $VISUAL or $EDITOR\n",
};
