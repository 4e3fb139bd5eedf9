/* SPDX-License-Identifier: MIT */
/*
 * The text of the selected row, in one of the ways: facts on top, what stands against it,
 * then the words. Only this one row is worked out, when it is selected.
 */
#include <string.h>

#include "model/merge.h"
#include "marked.h"
#include "recommendation_text.h"
#include "show.h"
#include "text.h"

enum {
	NUMBERS = 5,  /* columns for the numbers of lines */
	SAID_MOST = 3 /* alternatives that a conflict shows beside its own */
};

/* One that is being laid out. */
struct laying {
	struct text_view *view;
	struct app *app;
	struct flow *flow;
	struct arena arena;
};

/* --- the ways --- */

static bool is_amendment(const struct text_line *line)
{
	return line->kind == TEXT_AMENDMENT || line->kind == TEXT_PARAGRAPH;
}

/* Some rows have a text in fewer ways. */
static enum text_way way_of(const struct text_view *view, const struct text_line *line)
{
	if (line->kind == TEXT_BRACKET || line->kind == TEXT_COMMENT)
		return WAY_FINAL;
	if (line->kind == TEXT_HISTORY)
		return view->way == WAY_FINAL || view->way == WAY_AMENDED ? WAY_FINAL : WAY_THIS;
	if (line->kind == TEXT_ITSELF && view->way == WAY_THIS)
		return WAY_MARKED;
	return view->way;
}

const char *text_way_name(const struct text_view *view)
{
	const struct text_line *line = text_selected(view);

	switch (line ? way_of(view, line) : view->way) {
	case WAY_MARKED:
		return "with changes";
	case WAY_THIS:
		return line && line->kind == TEXT_HISTORY ? "what it changed"
							  : "with this amendment";
	case WAY_AMENDED:
		return "as it would read";
	case WAY_PROPOSED:
		return "as proposed";
	default:
		return line && line->kind == TEXT_HISTORY ? "as it read" : "as it stands";
	}
}

/* The text that an amendment is to, as it is now. */
static const char *now_of(const struct text_view *view, const struct amendment_row *row)
{
	for (size_t i = 0; row->parent && i < view->n.count; i++)
		if (view->n.amendments[i].id == row->parent)
			return view->n.amendments[i].text;
	return row->kind == AMENDMENT_PARAGRAPH ? "" : view->n.text.text;
}

/* All that is proposed to the text (0) or to one amendment. */
static struct negotiated *level_of(struct laying *l, int64_t parent, size_t *count)
{
	const struct negotiation *n = &l->view->n;
	struct negotiated *all = arena_alloc(&l->arena, (n->count + 1) * sizeof *all);

	*count = 0;
	for (size_t i = 0; i < n->count; i++) {
		if (n->amendments[i].parent != parent)
			continue;
		all[*count] = n->compared[i];
		if (app_hidden(l->app))
			all[*count].name = NULL;
		++*count;
	}
	return all;
}

static void mark_level(struct laying *l, const char *now, int64_t parent, struct str *out)
{
	size_t count;
	const struct negotiated *all = level_of(l, parent, &count);

	negotiation_mark_all(now, all, count, out);
}

/* The text itself, worked out once: it is beside most rows. */
static void mark_text(struct laying *l, struct str *out)
{
	struct text_view *view = l->view;
	struct str text;

	if (!view->marked || view->marked_hidden != app_hidden(l->app)) {
		str_init(&text);
		mark_level(l, view->n.text.text, 0, &text);
		view->marked = arena_strdup(&view->arena, text.text);
		view->marked_hidden = app_hidden(l->app);
		str_clear(&text);
	}
	str_add(out, view->marked);
}

static void amend_level(struct laying *l, const char *now, int64_t parent, struct str *out)
{
	size_t count;
	const struct negotiated *all = level_of(l, parent, &count);

	negotiation_amended(now, all, count, out);
}

static const char *first_text(struct laying *l, const struct amendment_row *row)
{
	const char *text = store_amendment_text(app_store(l->app), row->id, 1, &l->arena);

	return text ? text : row->text;
}

static void text_in_way(struct laying *l, enum text_way way, struct str *out)
{
	const struct negotiation *n = &l->view->n;

	if (way == WAY_AMENDED)
		amend_level(l, n->text.text, 0, out);
	else if (way == WAY_PROPOSED)
		str_add(out, store_negotiation_proposed(app_store(l->app), n, &l->arena));
	else if (way == WAY_FINAL)
		str_add(out, n->text.text);
	else
		mark_text(l, out);
}

/* A new paragraph and what is proposed to it. */
static void paragraph_in_way(
	struct laying *l, const struct amendment_row *row, enum text_way way, struct str *out)
{
	if (way == WAY_AMENDED)
		amend_level(l, row->text, row->id, out);
	else if (way == WAY_PROPOSED)
		str_add(out, first_text(l, row));
	else if (way == WAY_FINAL || way == WAY_THIS)
		str_add(out, row->text);
	else
		mark_level(l, row->text, row->id, out);
}

static void amendment_in_way(struct laying *l, size_t at, enum text_way way, struct str *out)
{
	const struct amendment_row *row = &l->view->n.amendments[at];
	const struct negotiated *one = &l->view->n.compared[at];
	const char *now = now_of(l->view, row);
	bool open = row->state == AMENDMENT_PROPOSED && one->reads;

	if (row->kind == AMENDMENT_PARAGRAPH)
		paragraph_in_way(l, row, way, out);
	else if (way == WAY_THIS)
		negotiation_mark(open ? now : row->base_text, open ? one->reads : row->text, out);
	else if (way == WAY_AMENDED)
		str_add(out, open ? one->reads : row->text);
	else if (way == WAY_PROPOSED)
		str_add(out, first_text(l, row));
	else if (way == WAY_FINAL)
		str_add(out, now);
	else if (row->parent)
		mark_level(l, now, row->parent, out);
	else
		mark_text(l, out);
}

static void history_in_way(struct laying *l, size_t at, enum text_way way, struct str *out)
{
	const struct history_row *rows = l->view->history;
	size_t before = at;

	while (before > 0 && rows[before - 1].version == 0)
		before--;
	if (!rows[at].version)
		str_add(out, before > 0 ? rows[before - 1].text : l->view->n.text.text);
	else if (way == WAY_FINAL || before == 0)
		str_add(out, rows[at].text);
	else
		negotiation_mark(rows[before - 1].text, rows[at].text, out);
}

/* --- facts --- */

static void add_origin(struct laying *l, const char *name, const char *for_whom, const char *how)
{
	if (name)
		flow_addf(l->flow, STYLE_STRONG, " %s", show_covered(l->app, name));
	if (for_whom)
		flow_addf(l->flow, STYLE_STRONG, " for %s", show_covered(l->app, for_whom));
	if (how)
		flow_addf(l->flow, STYLE_TEXT, ", %s", how);
}

static void add_time_behind(struct laying *l, const char *sign, int64_t at)
{
	struct str time;

	str_init(&time);
	show_time(&time, at, desk_now(app_desk(l->app)));
	flow_addf(l->flow, STYLE_FAINT, "%s%s", sign, time.text);
	str_clear(&time);
}

static void add_time(struct laying *l, int64_t at)
{
	add_time_behind(l, ", ", at);
}

static void add_text_facts(struct laying *l)
{
	const struct text_view *view = l->view;
	const struct recommendation_row *r = &view->n.text;
	bool known = r->proposer_name || view->more.on_behalf_name;

	flow_addf(l->flow, STYLE_STRONG, "r%d %s", r->number, view->label);
	flow_addf(l->flow, STYLE_TEXT, " · version %d · %s %s", r->version,
		recommendation_mark(r->state), recommendation_label(r->state));
	if (view->more.alternative_of_number)
		flow_addf(l->flow, STYLE_TEXT, " · alternative to r%d",
			view->more.alternative_of_number);
	flow_end_line(l->flow, 1);
	flow_add(l->flow, STYLE_FAINT, known ? "Proposed by" : "Proposed");
	add_origin(l, r->proposer_name, view->more.on_behalf_name, NULL);
	add_time_behind(l, known ? ", " : " ", r->proposed);
	if (view->more.document_symbols)
		flow_addf(l->flow, STYLE_FAINT, ", in %s%s%s", view->more.document_symbols,
			view->more.paragraph ? ", " : "",
			view->more.paragraph ? view->more.paragraph : "");
	for (size_t i = 0; i < view->sponsor_count; i++)
		flow_addf(l->flow, STYLE_FAINT, "%s%s", i ? ", " : "; sponsored by ",
			show_covered(l->app, view->sponsors[i].name));
	flow_end_line(l->flow, 1);
}

static void add_outcome(struct laying *l, const struct amendment_row *row)
{
	flow_addf(l->flow, row->state == AMENDMENT_ACCEPTED ? STYLE_GOOD : STYLE_STRONG, "%s",
		amendment_state_word(row->state));
	if (row->made_number)
		flow_addf(l->flow, STYLE_TEXT, ": it is r%d", row->made_number);
	else if (row->made_version)
		flow_addf(l->flow, STYLE_TEXT, ": version %d", row->made_version);
	if (row->remark)
		flow_addf(l->flow, STYLE_TEXT, ": %s", row->remark);
	if (row->decided)
		add_time(l, row->decided);
	if (row->conflicts)
		flow_addf(l->flow, STYLE_TEXT, "; %d place%s had been changed too", row->conflicts,
			row->conflicts == 1 ? "" : "s");
	flow_end_line(l->flow, 1);
}

static void add_amendment_facts(struct laying *l, size_t at)
{
	const struct amendment_row *row = &l->view->n.amendments[at];
	struct str words;

	flow_addf(l->flow, STYLE_STRONG, "a%d", row->number);
	if (row->parent_number)
		flow_addf(l->flow, STYLE_TEXT, " to a%d", row->parent_number);
	add_origin(l, row->proposer_name, row->on_behalf_name, amendment_how_label(row->how));
	if (row->statement_number)
		flow_addf(l->flow, STYLE_FAINT, " (s%d)", row->statement_number);
	if (row->document_symbol)
		flow_addf(l->flow, STYLE_FAINT, ", in %s%s%s", row->document_symbol,
			row->paragraph ? ", " : "", row->paragraph ? row->paragraph : "");
	add_time(l, row->proposed);
	if (row->kind != AMENDMENT_PARAGRAPH)
		flow_addf(l->flow, STYLE_FAINT, ", on version %d", row->base);
	flow_end_line(l->flow, 1);
	if (row->state != AMENDMENT_PROPOSED)
		add_outcome(l, row);
	if (row->reason) {
		flow_addf(l->flow, STYLE_TEXT, "Reason: %s", row->reason);
		flow_end_line(l->flow, 1);
	}
	str_init(&words);
	negotiation_say_amendment(row->kind, row->base_text, row->text, &words);
	if (row->kind != AMENDMENT_PARAGRAPH) {
		flow_add(l->flow, STYLE_TEXT, words.length ? words.text : "changes nothing");
		flow_end_line(l->flow, 1);
	}
	str_clear(&words);
}

/* --- conflicts --- */

/* What one side has in a place; blanks around are not words. */
static void add_alternative(struct laying *l, const char *whose, const char *words)
{
	size_t from = strspn(words, " \n"), length = strlen(words);

	while (length > from && strchr(" \n", words[length - 1]))
		length--;
	flow_addf(l->flow, STYLE_STRONG, "%s: ", whose);
	if (length > from)
		flow_addf(l->flow, STYLE_TEXT, "“%.*s”", (int)(length - from), words + from);
	else
		flow_add(l->flow, STYLE_FAINT, "nothing");
	flow_end_line(l->flow, 3);
}

static void add_places(struct laying *l, const char *base, const char *ours, const char *theirs,
	const char *our_name, const char *their_name)
{
	size_t count;
	const struct merge_piece *pieces = merge_three(&l->arena, base, ours, theirs, &count);

	for (size_t i = 0; i < count; i++) {
		if (!merge_is_place(&pieces[i]))
			continue;
		add_alternative(l, our_name, pieces[i].ours);
		add_alternative(l, their_name, pieces[i].theirs);
		if (pieces[i].together)
			add_alternative(l, "together", pieces[i].together);
	}
}

static const char *name_of(struct laying *l, size_t at)
{
	const struct amendment_row *row = &l->view->n.amendments[at];
	const char *name = row->on_behalf_name ? row->on_behalf_name : row->proposer_name;

	return arena_printf(&l->arena, "a%d%s%s", row->number, name ? " " : "",
		name ? show_covered(l->app, name) : "");
}

static void add_others(
	struct laying *l, size_t at, const char *words, const size_t *others, size_t count)
{
	const struct negotiation *n = &l->view->n;
	const char *now = now_of(l->view, &n->amendments[at]);

	for (size_t i = 0; i < count; i++) {
		flow_addf(l->flow, STYLE_WARN, "%s a%d:", words, n->amendments[others[i]].number);
		flow_end_line(l->flow, 1);
		if (i < SAID_MOST)
			add_places(l, now, n->compared[at].reads, n->compared[others[i]].reads,
				name_of(l, at), name_of(l, others[i]));
	}
}

/* What each of the two would put there, with whose it is, and what would come of both. */
static void add_conflicts(struct laying *l, size_t at)
{
	const struct amendment_row *row = &l->view->n.amendments[at];
	const struct negotiated *one = &l->view->n.compared[at];

	if (!negotiation_is_asked(one))
		return;
	flow_blank(l->flow, 0);
	if (one->places || one->near) {
		flow_addf(l->flow, STYLE_WARN, "%s:",
			one->places ? "In conflict with the text, which was changed since"
				    : "Next to what was changed in the text since");
		flow_end_line(l->flow, 1);
		add_places(
			l, row->base_text, now_of(l->view, row), row->text, "now", name_of(l, at));
	}
	add_others(l, at, "In conflict with", one->against, one->against_count);
	add_others(l, at, "Next to", one->beside, one->beside_count);
}

/* --- the words --- */

/* The lines from `first` on get their numbers. */
static void number_lines(struct laying *l, size_t first)
{
	for (size_t i = first; i < l->flow->count; i++) {
		l->flow->lines[i].label = arena_printf(&l->flow->arena, "%3zu", i - first + 1);
		l->flow->lines[i].label_column = 1;
		l->flow->lines[i].label_style = STYLE_FAINT;
	}
}

/* A heading and the text below it, where words that stand out may be. */
static void add_words(
	struct laying *l, const char *text, const char *out, size_t from, size_t length)
{
	size_t first;

	flow_blank(l->flow, 0);
	flow_addf(l->flow, STYLE_FAINT, "%s:", text_way_name(l->view));
	flow_end_line(l->flow, 1);
	first = l->flow->count;
	if (out)
		marked_add_words(l->flow, STYLE_TEXT, text, from, length);
	else if (*text)
		marked_add(l->flow, STYLE_TEXT, text);
	else
		flow_add(l->flow, STYLE_FAINT, "(no words)");
	flow_end_line(l->flow, l->view->numbered ? NUMBERS : 1);
	if (l->view->numbered)
		number_lines(l, first);
}

/* Without marks a list is seen as it will be printed. */
static void add_clean(struct laying *l, const char *text)
{
	flow_blank(l->flow, 0);
	flow_addf(l->flow, STYLE_FAINT, "%s:", text_way_name(l->view));
	flow_end_line(l->flow, 1);
	recommendation_words(l->flow, l->app, &l->view->n.text, text);
}

static void lay_bracket(struct laying *l, size_t at)
{
	const struct text_view *view = l->view;
	const struct bracket *b = &view->brackets[at];
	struct str text;

	flow_addf(l->flow, STYLE_STRONG, "Bracket %zu of %zu", at + 1, view->bracket_count);
	if (b->name)
		flow_addf(l->flow, STYLE_STRONG, ", %s", show_covered(l->app, b->name));
	flow_addf(l->flow, STYLE_TEXT, ": %s",
		b->deletes ? "delete what stands before it"
			   : bracket_words(&l->arena, view->n.text.text, b, 0));
	flow_end_line(l->flow, 1);
	add_words(l, view->n.text.text, "", b->from, b->length);
	str_init(&text);
	flow_blank(l->flow, 0);
	flow_add(l->flow, STYLE_FAINT, "kept, it reads:");
	flow_end_line(l->flow, 1);
	flow_add(l->flow, STYLE_TEXT,
		bracket_keep(view->n.text.text, at + 1, &text) ? text.text
							       : "(there is nothing to keep)");
	flow_end_line(l->flow, 1);
	str_reset(&text);
	flow_add(l->flow, STYLE_FAINT, "dropped:");
	flow_end_line(l->flow, 1);
	if (bracket_drop(view->n.text.text, at + 1, &text))
		flow_add(l->flow, STYLE_TEXT, text.text);
	flow_end_line(l->flow, 1);
	str_clear(&text);
}

static void lay_comment(struct laying *l, size_t at)
{
	const struct comment_row *c = &l->view->n.comments[at];
	const char *text = l->view->n.text.text, *found;

	flow_addf(l->flow, STYLE_STRONG, "k%d", c->number);
	add_origin(l, c->name, c->on_behalf_name, NULL);
	if (c->statement_number)
		flow_addf(l->flow, STYLE_FAINT, " (s%d)", c->statement_number);
	add_time(l, c->at);
	if (c->amendment_number)
		flow_addf(l->flow, STYLE_TEXT, ", on a%d", c->amendment_number);
	else
		flow_addf(l->flow, STYLE_FAINT, ", on version %d", c->version);
	flow_end_line(l->flow, 1);
	if (c->words) {
		flow_addf(l->flow, STYLE_TEXT, "On “%s”:", c->words);
		flow_end_line(l->flow, 1);
	}
	flow_add(l->flow, STYLE_TEXT, app_hidden(l->app) ? show_covered(l->app, c->text) : c->text);
	flow_end_line(l->flow, 1);
	if (c->settled) {
		flow_add(l->flow, STYLE_GOOD, "settled");
		add_time(l, c->settled);
		flow_end_line(l->flow, 1);
	}
	found = c->words ? strstr(text, c->words) : NULL;
	add_words(l, text, found, found ? (size_t)(found - text) : 0, found ? strlen(c->words) : 0);
}

static void add_version(struct laying *l, const struct history_row *h)
{
	enum amendment_how how;

	flow_addf(l->flow, STYLE_STRONG, "Version %d", h->version);
	if (h->amendment)
		flow_addf(l->flow, STYLE_TEXT, ", out of a%d", h->amendment);
	add_origin(l, h->proposer_name, h->on_behalf_name,
		h->how && amendment_how_parse(h->how, &how) ? amendment_how_label(how) : NULL);
	if (h->statement)
		flow_addf(l->flow, STYLE_FAINT, " (s%d)", h->statement);
	if (h->file)
		flow_addf(l->flow, STYLE_FAINT, ", from %s", h->file);
}

static void lay_history(struct laying *l, size_t at, const char *text)
{
	const struct history_row *h = &l->view->history[at];
	struct str said;

	if (h->version) {
		add_version(l, h);
	} else {
		str_init(&said);
		recommendation_say_event(h, &said);
		flow_add(l->flow, STYLE_STRONG,
			h->position ? show_covered(l->app, said.text) : said.text);
		str_clear(&said);
	}
	add_time(l, h->at);
	flow_end_line(l->flow, 1);
	add_words(l, text, NULL, 0, 0);
}

static void lay_line(struct laying *l, const struct text_line *line)
{
	enum text_way way = way_of(l->view, line);
	struct str text;

	str_init(&text);
	if (line->kind == TEXT_BRACKET) {
		lay_bracket(l, line->at);
	} else if (line->kind == TEXT_COMMENT) {
		lay_comment(l, line->at);
	} else if (line->kind == TEXT_HISTORY) {
		history_in_way(l, line->at, way, &text);
		lay_history(l, line->at, text.text);
	} else if (is_amendment(line)) {
		add_amendment_facts(l, line->at);
		add_conflicts(l, line->at);
		amendment_in_way(l, line->at, way, &text);
		add_words(l, text.text, NULL, 0, 0);
	} else {
		add_text_facts(l);
		text_in_way(l, way, &text);
		if (way == WAY_MARKED || l->view->numbered)
			add_words(l, text.text, NULL, 0, 0);
		else
			add_clean(l, text.text);
	}
	str_clear(&text);
}

void text_lay(struct text_view *view, struct app *app)
{
	const struct text_line *line = text_selected(view);
	struct laying l = {.view = view, .app = app, .flow = &view->text};

	flow_begin(&view->text, view->panes.text_columns - 1);
	if (!line)
		return;
	if (line->kind != view->text_kind || line->id != view->text_of)
		view->top = 0;
	view->text_kind = line->kind;
	view->text_of = line->id;
	arena_init(&l.arena);
	lay_line(&l, line);
	arena_clear(&l.arena);
}
