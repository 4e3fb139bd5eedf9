/* SPDX-License-Identifier: MIT */
/*
 * What became of the recommendations of earlier sessions, where the session follows any
 * up: a paragraph for each, or (rule report.follow-up-table) a table for each report that
 * they are from. What was done is said with its source; a state that nobody has told is a
 * gap and not guessed.
 */
#include <string.h>

#include "build.h"
#include "formula.h"
#include "part.h"
#include "model/inline.h"
#include "model/number.h"
#include "store/follow_up.h"
#include "store/rule.h"

struct following {
	struct report *report;
	struct arena arena;
	struct follow_up_row *rows;
	const struct follow_up_action_row *actions;
	size_t count, action_count;
	bool table;
};

/* --- texts --- */

static bool same(const char *one, const char *other)
{
	return strcmp(one ? one : "", other ? other : "") == 0;
}

/* Inline form to plain text: a formula escapes what is put into it. */
static const char *plain(struct following *f, const char *text)
{
	struct str out;
	size_t count;

	if (!text)
		return NULL;
	str_init(&out);
	const struct inline_run *runs = inline_parse(&f->arena, text, &count);
	for (size_t i = 0; i < count; i++)
		str_add(&out, runs[i].text);
	const char *kept = arena_strdup(&f->arena, out.text);
	str_clear(&out);
	return kept;
}

/* A quotation in the one that it becomes part of: “ and ” are ‘ and ’ (conventions 1.8). */
static const char *quoted(struct following *f, const char *text)
{
	char *kept = arena_strdup(&f->arena, plain(f, text));

	for (char *at = kept; (at = strstr(at, "\xe2\x80")); at += 3)
		if (at[2] == '\x9c' || at[2] == '\x9d')
			at[2] = (char)(at[2] - 4);
	return kept;
}

/* "CTOC/COP/WG.2/2012/2, para. 12" */
static const char *source_of(struct following *f, const struct follow_up_action_row *action)
{
	struct str out;

	if (!action->symbol)
		return NULL;
	str_init(&out);
	formula_plain(&out, f->report->facts.template, "FOLLOW-3/source",
		FIELDS({"symbol", action->symbol}, {"paragraph", action->paragraph}));
	const char *kept = arena_strdup(&f->arena, out.text);
	str_clear(&out);
	return kept;
}

/* Without the stop that was typed. */
static const char *bare(struct following *f, const char *text)
{
	size_t length = strlen(text);

	while (length && strchr(" .;", text[length - 1]))
		length--;
	return plain(f, arena_strndup(&f->arena, text, length));
}

/* --- paragraphs --- */

static void add_actions(struct following *f, const struct follow_up_row *row, struct str *text)
{
	for (size_t i = 0; i < f->action_count; i++) {
		const struct follow_up_action_row *action = &f->actions[i];
		if (action->follow_up != row->id)
			continue;
		str_addc(text, ' ');
		formula_sentence(text, f->report->facts.template, "FOLLOW-3",
			FIELDS({"action", bare(f, action->text)}, {"by", plain(f, action->by_whom)},
				{"source", source_of(f, action)}));
	}
}

/* Whose it is stands there only where one report has those of several bodies. */
static const char *body_said(const struct following *f, const struct follow_up_row *row)
{
	for (size_t i = 0; i < f->count; i++)
		if (same(f->rows[i].report, row->report) && !same(f->rows[i].body, row->body))
			return row->body;
	return NULL;
}

static void add_paragraph(struct following *f, const struct follow_up_row *row)
{
	static const char *const said[FOLLOW_UP_STATES] = {
		[FOLLOW_UP_NOT_STARTED] = "follow-up.not-started",
		[FOLLOW_UP_IN_PROGRESS] = "follow-up.in-progress",
		[FOLLOW_UP_IMPLEMENTED] = "follow-up.implemented",
		[FOLLOW_UP_OVERTAKEN] = "follow-up.overtaken",
	};
	struct report *report = f->report;
	struct str text;

	str_init(&text);
	const char *formula = !row->state   ? "FOLLOW-2/unknown"
			      : *row->label ? "FOLLOW-2"
					    : "FOLLOW-2/bare";
	formula_sentence(&text, report->facts.template, formula,
		FIELDS({"label", row->label}, {"body", plain(f, body_said(f, row))},
			{"text", quoted(f, row->text)},
			{"state", row->state
					  ? template_text(report->facts.template, said[row->state])
					  : NULL}));
	add_actions(f, row, &text);
	struct source source = {"FOLLOW-2", report->facts.hosts, NULL,
		arena_printf(&report->document.arena, "f%d", row->number)};
	build_from(report, build_paragraph(report, source, text.text), 'f', row->number);
	str_clear(&text);
}

/* --- a table --- */

static void add_cell(struct following *f, struct node *row, const char *text)
{
	struct str out;

	str_init(&out);
	if (text && *text)
		formula_text(&out, text);
	document_add(&f->report->document, row, NODE_CELL, out.text);
	str_clear(&out);
}

static void add_row(struct following *f, struct node *table, const char *const cells[5])
{
	struct node *row = document_add(&f->report->document, table, NODE_ROW, NULL);

	for (int i = 0; i < 5; i++)
		add_cell(f, row, cells[i]);
}

static const char *state_in_cell(const struct following *f, enum follow_up_state state)
{
	static const char *const said[FOLLOW_UP_STATES] = {
		[FOLLOW_UP_NOT_STARTED] = "column.state.not-started",
		[FOLLOW_UP_IN_PROGRESS] = "column.state.in-progress",
		[FOLLOW_UP_IMPLEMENTED] = "column.state.implemented",
		[FOLLOW_UP_OVERTAKEN] = "column.state.overtaken",
	};

	return said[state] ? template_text(f->report->facts.template, said[state]) : NULL;
}

/* One line for each action; what is said of all stands in the first. */
static void add_lines(struct following *f, struct node *table, const struct follow_up_row *row)
{
	const char *whole = arena_printf(&f->arena, "%s%s%s", row->label,
		!*row->label    ? ""
		: row->numbered ? ". "
				: " ",
		plain(f, row->text));
	const char *state = state_in_cell(f, row->state);
	bool first = true;

	for (size_t i = 0; i < f->action_count; i++) {
		const struct follow_up_action_row *action = &f->actions[i];
		if (action->follow_up != row->id)
			continue;
		add_row(f, table,
			(const char *const[]){first ? whole : NULL, bare(f, action->text),
				plain(f, action->by_whom), source_of(f, action),
				first ? state : NULL});
		first = false;
	}
	if (first)
		add_row(f, table, (const char *const[]){whole, NULL, NULL, NULL, state});
}

/* --- the section --- */

static void add_intro(struct following *f, const struct follow_up_row *row, size_t place)
{
	struct report *report = f->report;
	const char *formula = !row->report ? "FOLLOW-1/bare"
			      : f->table   ? "FOLLOW-1/table"
					   : "FOLLOW-1";
	struct str text, bodies;

	str_init(&text);
	str_init(&bodies);
	facts_bodies(&report->facts, report->facts.hosts, &bodies);
	formula_sentence(&text, report->facts.template, formula,
		FIELDS({"bodies", bodies.text},
			{"bodies|", facts_form(&report->facts, report->facts.hosts)},
			{"report", quoted(f, row->report ? row->report : "")},
			{"symbol", row->symbol}));
	build_paragraph(report,
		(struct source){"FOLLOW-1", report->facts.hosts, NULL,
			arena_printf(&report->document.arena, "%zu", place)},
		text.text);
	str_clear(&bodies);
	str_clear(&text);
}

static void add_all(struct following *f)
{
	const struct template *words = f->report->facts.template;
	const char *const head[] = {template_text(words, "column.recommendation"),
		template_text(words, "column.done"), template_text(words, "column.by"),
		template_text(words, "column.source"), template_text(words, "column.state")};
	struct node *table = NULL;

	for (size_t i = 0; i < f->count; i++) {
		const struct follow_up_row *row = &f->rows[i];
		if (i == 0 || !same(row->report, row[-1].report)) {
			add_intro(f, row, i + 1);
			if (f->table) {
				table = document_add(&f->report->document, f->report->document.root,
					NODE_TABLE, NULL);
				add_row(f, table, head);
			}
		}
		if (f->table)
			add_lines(f, table, row);
		else
			add_paragraph(f, row);
	}
}

static void add_unknown(struct following *f)
{
	struct str count;
	size_t unknown = 0;

	for (size_t i = 0; i < f->count; i++)
		unknown += f->rows[i].state == FOLLOW_UP_UNKNOWN;
	if (!unknown)
		return;
	str_init(&count);
	number_word_capital((int)unknown, &count);
	build_gap(f->report, NULL,
		"%s earlier %s no state yet, implemented or not: follow-up state", count.text,
		unknown == 1 ? "recommendation has" : "recommendations have")
		->command = "view follow-up";
	str_clear(&count);
}

bool section_follow_up(struct report *report)
{
	struct following f = {.report = report};
	struct rules rules;

	arena_init(&f.arena);
	f.table = store_rules(report->store, report->session, &rules) && rules.follow_up_table;
	f.rows = store_follow_ups(report->store, report->session, &f.arena, &f.count);
	f.actions = store_follow_up_actions(
		report->store, report->session, 0, &f.arena, &f.action_count);
	size_t kept = 0;
	for (size_t i = 0; i < f.count; i++)
		if (part_takes(report, "FOLLOW-2", NULL, 'f', f.rows[i].number))
			f.rows[kept++] = f.rows[i];
	f.count = kept;
	if (f.count) {
		build_section_heading(report, NULL);
		add_all(&f);
		add_unknown(&f);
	}
	arena_clear(&f.arena);
	return true;
}
