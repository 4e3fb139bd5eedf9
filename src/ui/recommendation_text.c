/* SPDX-License-Identifier: MIT */
/*
 * The text pane of the Recommendations view: facts on top, the text, then its
 * history. What it takes from the store is one short query for the selected
 * recommendation; the rest was loaded for the list.
 */
#include <string.h>

#include "model/alternative.h"
#include "model/number.h"
#include "model/recommendation_parts.h"
#include "store/agenda.h"
#include "store/amendment.h"
#include "store/recommendation_more.h"
#include "store/vote.h"
#include "recommendation_text.h"
#include "show.h"
#include "writing.h"

enum { PART_STEP = 5 }; /* columns from a text to its sub-entries: "(ii)" and a blank */

const char *recommendation_chapeau(const struct set_row *set)
{
	if (set->chapeau && set->chapeau[0])
		return set->chapeau;
	return set->body_name ? set->body_name : "Recommendations";
}

static void add_open(int count, const char *name, struct str *out)
{
	if (count)
		str_addf(out, "%s%d %s%s", out->length ? ", " : "", count, name,
			count == 1 ? "" : "s");
}

void recommendation_say_open(int amendments, int paragraphs, int brackets, struct str *out)
{
	add_open(amendments, "amendment", out);
	add_open(paragraphs, "new paragraph", out);
	add_open(brackets, "bracket", out);
}

void recommendation_say_locked(struct app *app, const struct recommendation_row *row)
{
	app_say(app, TONE_BAD, "r%d is %s: its text is locked; recommendation reopen r%d first",
		row->number, recommendation_label(row->state), row->number);
}

const char *recommendation_mark(enum recommendation_state state)
{
	switch (state) {
	case RECOMMENDATION_ADOPTED:
		return "✓";
	case RECOMMENDATION_WITHDRAWN:
	case RECOMMENDATION_REJECTED:
		return "✗";
	case RECOMMENDATION_DEFERRED:
		return "→";
	case RECOMMENDATION_AGREED:
		return "●";
	default:
		return "○";
	}
}

static enum style style_of(enum recommendation_state state)
{
	if (state == RECOMMENDATION_ADOPTED)
		return STYLE_GOOD;
	return recommendation_open(state) ? STYLE_STRONG : STYLE_FAINT;
}

static void add_facts(struct flow *flow, const struct recommendation_row *row)
{
	struct str letter;

	str_init(&letter);
	flow_addf(flow, STYLE_STRONG, "r%d", row->number);
	alternative_label(row->letter, row->alternative, false, &letter);
	if (letter.length > 0)
		flow_addf(flow, STYLE_STRONG, " %s", letter.text);
	flow_addf(flow, STYLE_TEXT, " · version %d · ", row->version);
	flow_addf(flow, style_of(row->state), "%s %s", recommendation_mark(row->state),
		recommendation_label(row->state));
	if (row->orally_amended)
		flow_add(flow, STYLE_TEXT, " as orally amended");
	str_clear(&letter);
}

static void add_item(struct flow *flow, struct app *app, const struct recommendation_row *row)
{
	struct arena arena;
	struct item_row item;

	arena_init(&arena);
	if (row->item && store_item(app_store(app), row->item, &arena, &item)) {
		flow_addf(flow, STYLE_FAINT, "Item %s, %s", item.printed, item.title);
		flow_end(flow, &(struct shape){.columns = flow_measure(flow->columns),
				       .indent = 1,
				       .one_line = true});
	}
	arena_clear(&arena);
}

static void add_proposer(struct flow *flow, struct app *app, const struct recommendation_row *row)
{
	struct recommendation_more more;
	struct arena arena;
	struct str at;

	arena_init(&arena);
	str_init(&at);
	show_time(&at, row->proposed, desk_now(app_desk(app)));
	store_recommendation_more(app_store(app), row->id, &arena, &more);
	bool known = row->proposer_name || more.on_behalf_name;
	flow_add(flow, STYLE_FAINT, known ? "Proposed by" : "Proposed");
	if (row->proposer_name)
		flow_addf(flow, STYLE_FAINT, " %s", show_covered(app, row->proposer_name));
	if (more.on_behalf_name)
		flow_addf(flow, STYLE_FAINT, " for %s", show_covered(app, more.on_behalf_name));
	flow_addf(flow, STYLE_FAINT, "%s%s", known ? ", " : " ", at.text);
	str_clear(&at);
	arena_clear(&arena);
}

/* "by consensus" for what the database calls consensus. */
static void say_form(const char *form, struct str *out)
{
	static const struct {
		const char *word, *said;
	} forms[] = {
		{"consensus", "by consensus"},
		{"without-vote", "without a vote"},
		{"show-of-hands", "by show of hands"},
		{"vote", "by a vote"},
	};

	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
		if (form && strcmp(form, forms[i].word) == 0)
			str_addf(out, " %s", forms[i].said);
}

void recommendation_say_event(const struct history_row *row, struct str *out)
{
	if (row->position) {
		position_say(row->position, out);
		return;
	}
	if (row->decision->amendment)
		str_addf(out, "a%d ", row->decision->amendment);
	str_add(out, row->outcome);
	if (!row->decision->voted)
		say_form(row->form, out);
	if (row->orally_amended)
		str_add(out, ", as orally amended");
	decision_say_vote(row->decision, out);
	if (row->meeting > 0) {
		str_add(out, ", ");
		number_ordinal(row->meeting, out);
		str_add(out, " meeting");
	}
	if (row->reason && row->reason[0])
		str_addf(out, ": %s", row->reason);
}

static void add_event(struct flow *flow, const struct history_row *row)
{
	struct str said;

	str_init(&said);
	recommendation_say_event(row, &said);
	flow_add(flow, STYLE_TEXT, said.text);
	str_clear(&said);
}

static void add_history(struct flow *flow, struct app *app, int64_t id)
{
	struct arena arena;
	size_t count;
	struct str at;

	arena_init(&arena);
	str_init(&at);
	struct history_row *rows = store_recommendation_history(app_store(app), id, &arena, &count);
	for (size_t i = 0; i < count; i++) {
		str_reset(&at);
		show_time(&at, rows[i].at, desk_now(app_desk(app)));
		flow_addf(flow, STYLE_FAINT, "%s  ", at.text);
		if (rows[i].version > 0)
			flow_addf(flow, STYLE_TEXT, "version %d%s%s", rows[i].version,
				rows[i].file ? ", from " : "", rows[i].file ? rows[i].file : "");
		else
			add_event(flow, &rows[i]);
		flow_end_line(flow, 1);
	}
	str_clear(&at);
	arena_clear(&arena);
}

static bool is_numbered(struct app *app, const struct recommendation_row *row)
{
	struct arena arena;
	size_t count;
	bool numbered = false;

	arena_init(&arena);
	struct set_row *sets = store_sets(app_store(app), app_session(app), &arena, &count);
	for (size_t i = 0; i < count; i++)
		numbered |= sets[i].id == row->in_set && strcmp(sets[i].style, "numbered") == 0;
	arena_clear(&arena);
	return numbered;
}

/* As many as the widest label wants: all of a text stand below each other. */
static int part_step(const struct recommendation_part *parts, size_t count, bool numbered)
{
	struct str label;
	int step = PART_STEP;

	str_init(&label);
	for (size_t i = 0; i < count; i++) {
		str_reset(&label);
		recommendation_part_label(&parts[i], numbered, &label);
		step = flow_label_columns(step, label.text);
	}
	str_clear(&label);
	return step;
}

void recommendation_words(
	struct flow *flow, struct app *app, const struct recommendation_row *row, const char *text)
{
	struct arena arena;
	struct str label;
	size_t count;

	arena_init(&arena);
	str_init(&label);
	struct recommendation_part *parts = recommendation_parts(&arena, text, &count);
	bool numbered = count > 1 && is_numbered(app, row);
	int step = part_step(parts, count, numbered);
	for (size_t i = 0; i < count && count > 1; i++) {
		const struct recommendation_part *part = &parts[i];
		int indent = 1 + step * part->level;
		str_reset(&label);
		recommendation_part_label(part, numbered, &label);
		flow_addf(flow, STYLE_TEXT, "%s%c", part->text, part->ending ? part->ending : '.');
		flow_end(flow, &(struct shape){.columns = flow_measure(flow->columns),
				       .indent = indent,
				       .label = part->level ? label.text : NULL,
				       .label_column = indent - step});
	}
	if (count == 1) {
		flow_add(flow, STYLE_TEXT, text);
		flow_end_line(flow, 1);
	}
	str_clear(&label);
	arena_clear(&arena);
}

static void add_paragraph(struct flow *flow, struct app *app, const struct amendment_row *row)
{
	const char *who = row->on_behalf_name ? row->on_behalf_name : row->proposer_name;

	flow_addf(flow, STYLE_WARN, "a%d", row->number);
	flow_addf(flow, STYLE_FAINT, "%s%s, a new paragraph behind it:", who ? " " : "",
		who ? show_covered(app, who) : "");
	flow_end_line(flow, 1);
	flow_add(flow, STYLE_TEXT, row->text);
	flow_end_line(flow, 3);
	flow_blank(flow, 0);
}

/* What may come behind it, which is decided by itself. */
static void add_paragraphs(struct flow *flow, struct app *app, int64_t id)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct amendment_row *rows =
		store_amendments(app_store(app), app_session(app), id, &arena, &count);
	for (size_t i = 0; i < count; i++)
		if (rows[i].kind == AMENDMENT_PARAGRAPH && rows[i].state == AMENDMENT_PROPOSED)
			add_paragraph(flow, app, &rows[i]);
	arena_clear(&arena);
}

void recommendation_text(
	struct flow *flow, struct app *app, const struct recommendation_row *row, bool paragraphs)
{
	add_facts(flow, row);
	flow_end_line(flow, 1);
	add_item(flow, app, row);
	add_proposer(flow, app, row);
	flow_end_line(flow, 1);
	flow_blank(flow, 0);
	recommendation_words(flow, app, row, row->text);
	flow_blank(flow, 0);
	if (paragraphs)
		add_paragraphs(flow, app, row->id);
	add_history(flow, app, row->id);
}

/* What was decided on all of it at once, and the positions on that. */
static void add_whole(struct flow *flow, struct app *app, int64_t set)
{
	struct arena arena;
	size_t acts, positions;
	struct str said;

	arena_init(&arena);
	str_init(&said);
	const struct decision_row *decisions =
		store_decisions(app_store(app), app_session(app), 0, &arena, &acts);
	const struct position_row *taken =
		store_positions(app_store(app), app_session(app), &arena, &positions);
	for (size_t i = 0; i < acts; i++) {
		if (decisions[i].in_set != set)
			continue;
		str_reset(&said);
		decision_say_vote(&decisions[i], &said);
		flow_addf(flow, STYLE_TEXT, "%s as a whole%s%s", decisions[i].outcome,
			decisions[i].orally_amended ? ", as orally amended" : "", said.text);
		flow_end_line(flow, 1);
	}
	for (size_t i = 0; i < positions; i++) {
		if (taken[i].in_set != set)
			continue;
		str_reset(&said);
		position_say(&taken[i], &said);
		flow_add(flow, STYLE_TEXT, show_covered(app, said.text));
		flow_end_line(flow, 1);
	}
	str_clear(&said);
	arena_clear(&arena);
}

void recommendation_text_of_set(struct flow *flow, struct app *app, const struct set_row *set,
	const struct recommendation_row *rows, size_t count)
{
	struct str how_far;

	flow_addf(flow, STYLE_STRONG, "Chapeau of the set%s%s", set->body_name ? " of the " : "",
		set->body_name ? set->body_name : "");
	flow_end_line(flow, 1);
	str_init(&how_far);
	store_set_say_states(rows, count, set->id, &how_far);
	flow_add(flow, STYLE_FAINT, how_far.text);
	flow_end_line(flow, 1);
	str_clear(&how_far);
	add_whole(flow, app, set->id);
	flow_blank(flow, 0);
	flow_add(flow, STYLE_TEXT, recommendation_chapeau(set));
	flow_end_line(flow, 1);
	if (!set->chapeau || !set->chapeau[0]) {
		flow_blank(flow, 0);
		flow_add(flow, STYLE_FAINT, "From the name of the body; Enter writes another one");
		flow_end_line(flow, 1);
	}
}

static void show(struct words *shown, const char *name, const char *value)
{
	if (value)
		writing_put(shown, name, value);
}

void recommendation_ask_proposer(struct app *app, const struct recommendation_row *row)
{
	const struct command *command = command_find("recommendation proposer");
	struct words words = {.command = command}, shown = {.command = command};
	struct recommendation_more more;
	struct arena arena;

	arena_init(&arena);
	store_recommendation_more(app_store(app), row->id, &arena, &more);
	writing_put(&words, "recommendation", arena_printf(&arena, "r%d", row->number));
	show(&shown, "name", row->proposer_name);
	show(&shown, "for", more.on_behalf_name);
	show(&shown, "how", more.by_chair ? "chair" : NULL);
	show(&shown, "document", more.document_symbols);
	show(&shown, "paragraph", more.paragraph);
	app_run_form(app, &words, &shown);
	arena_clear(&arena);
}
