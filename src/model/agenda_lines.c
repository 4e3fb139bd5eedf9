/* SPDX-License-Identifier: MIT */
/*
 * The lines of a comparison: one of plain text for each difference, of any length,
 * without line feeds, old before new. What differs is for the others to find.
 */
#include <string.h>

#include "agenda_lines.h"
#include "model/diff.h"

enum { TEXT_MOST = 300 }; /* bytes of a long text in a line */

static void add_line(struct comparing *c, const char *text, bool stays)
{
	struct agenda_comparison *to = c->to;

	to->lines = arena_grow(&to->arena, to->lines, to->count, sizeof *to->lines);
	char *line = arena_strdup(&to->arena, text);
	for (char *at = line; *at; at++)
		*at = *at == '\n' || *at == '\t' ? ' ' : *at;
	to->lines[to->count++] = line;
	to->changes += !stays;
}

static const char *shown(const char *text)
{
	return text && *text ? text : "none";
}

void line_field(struct comparing *c, const char *what, const char *held, const char *file)
{
	struct str line;

	if (agenda_same_text(held, file))
		return;
	str_init(&line);
	str_addf(&line, "%s%s%s: %s → %s", c->name.text, c->name.length && *what ? " " : "", what,
		shown(held), shown(file));
	add_line(c, line.text, false);
	str_clear(&line);
}

void line_long_field(struct comparing *c, const char *what, const char *held, const char *file)
{
	struct str line;
	struct diff_piece *pieces;
	size_t count;

	if (!held || !*held || !file || !*file || agenda_same_text(held, file)) {
		line_field(c, what, held, file);
		return;
	}
	pieces = diff_words(&c->to->arena, held, file, &count);
	str_init(&line);
	str_addf(&line, "%s %s:", c->name.text, what);
	for (size_t i = 0; i < count && line.length < TEXT_MOST; i++) {
		static const char *const marks[][2] = {{"", ""}, {"[-", "-]"}, {"{+", "+}"}};
		size_t kind = pieces[i].kind, length = strlen(pieces[i].text);
		while (kind && length > 1 && pieces[i].text[length - 1] == ' ')
			length--;
		str_addf(&line, " %s%.*s%s", marks[kind][0], kind ? (int)length : (int)strlen("…"),
			kind ? pieces[i].text : "…", marks[kind][1]);
	}
	if (line.length >= TEXT_MOST)
		str_add(&line, " …");
	add_line(c, line.text, false);
	str_clear(&line);
}

static void only(struct comparing *c, const char *title, const char *where, bool stays)
{
	struct str line;

	str_init(&line);
	str_addf(&line, "%s%s%s: only in %s", c->name.text, title && *title ? " " : "",
		title ? title : "", where);
	add_line(c, line.text, stays);
	str_clear(&line);
}

void line_only_session(struct comparing *c, const char *title, bool stays, const char *why)
{
	struct str where;

	str_init(&where);
	str_addf(&where, "the session, %s%s%s", stays ? "stays" : "goes", why ? ": " : "",
		why ? why : "");
	only(c, title, where.text, stays);
	str_clear(&where);
}

void line_name(struct comparing *c, const char *what, const char *name)
{
	str_reset(&c->name);
	str_addf(&c->name, "%s%s%s", what, name && *name ? " " : "", name ? name : "");
}

void line_only_file(struct comparing *c, const char *title)
{
	only(c, title, "the file", false);
}

const char *line_with_body(
	struct comparing *c, const struct agenda *agenda, size_t body, const char *text)
{
	if (body == 0 || body >= agenda->body_count)
		return text;
	return arena_printf(&c->to->arena, "%s:%s", agenda->bodies[body].key, text);
}
