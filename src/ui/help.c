/* SPDX-License-Identifier: MIT */
/*
 * The help: the keys of the view that was on the screen, those that work
 * everywhere, what the marks mean, and all commands with what they take. All of
 * it comes from the command table and from the views' own lists of keys, so it
 * cannot be out of date.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "app_inside.h"
#include "flow.h"
#include "views.h"

struct help {
	const struct view_ops *of; /* the view that it is about */
	struct flow flow;
	size_t top;
	int rows;
};

static void help_init(void *state, struct app *app, const void *argument)
{
	struct help *help = state;

	(void)argument;
	flow_init(&help->flow);
	help->rows = 1;
	help->of = app_main(app);
	for (size_t i = 0; i + 1 < app->depth; i++)
		if (!app->stack[i].ops->overlay)
			help->of = app->stack[i].ops;
}

static void help_clear(void *state)
{
	flow_clear(&((struct help *)state)->flow);
}

/* --- what it says --- */

static void heading(struct help *help, const char *text, int columns)
{
	struct shape shape = {.columns = columns, .indent = 1};

	if (help->flow.count > 0)
		flow_blank(&help->flow, 0);
	flow_add(&help->flow, STYLE_STRONG, text);
	flow_end(&help->flow, &shape);
}

static void entry(
	struct help *help, const char *label, const char *text, const char *name, int columns)
{
	int indent = columns >= 60 ? 24 : 14;
	struct shape shape = {.columns = columns - 1,
		.indent = indent,
		.label = label,
		.label_column = 3,
		.label_style = STYLE_KEY};

	if (utf8_columns(label) > indent - 4) {
		flow_add(&help->flow, STYLE_KEY, label);
		flow_end(&help->flow, &(struct shape){.columns = columns - 1, .indent = 3});
		shape.label = NULL;
	}
	flow_add(&help->flow, STYLE_TEXT, text);
	if (name)
		flow_addf(&help->flow, STYLE_FAINT, "  :%s", name);
	flow_end(&help->flow, &shape);
}

/* As far as the next line that is a heading, which has no tab; what is left of the text. */
static const char *own_keys(struct help *help, const char *text, int columns)
{
	bool first = true;

	while (*text) {
		size_t length = strcspn(text, "\n");
		const char *tab = memchr(text, '\t', length);
		if (!tab && !first)
			break;
		char *line = mem_strndup(text, length);
		if (tab) {
			line[tab - text] = '\0';
			entry(help, line, line + (tab - text) + 1, NULL, columns);
		} else {
			heading(help, line, columns);
		}
		free(line);
		text += length + (text[length] == '\n');
		first = false;
	}
	return text;
}

static bool works_everywhere(const struct command *command)
{
	return (command->where & IN_LISTS) == IN_LISTS;
}

/* "n F5 Alt-n" as people read it: "n, F5, Alt-n". */
static void keys_of(const struct command *command, struct str *out)
{
	str_reset(out);
	for (const char *at = command->keys; *at; at++) {
		if (*at == ' ')
			str_add(out, ", ");
		else
			str_addc(out, *at);
	}
}

static void table_keys(struct help *help, bool everywhere, int columns)
{
	struct str keys;

	str_init(&keys);
	for (const struct command *c = NULL; (c = command_next(c));) {
		/* In a view that is no list of a session not all of these work. */
		bool here = !help->of->bit || (c->where & help->of->bit);
		if (!c->keys || works_everywhere(c) != everywhere || !here)
			continue;
		keys_of(c, &keys);
		entry(help, keys.text, c->help, c->name, columns);
	}
	str_clear(&keys);
}

static void all_commands(struct help *help, int columns)
{
	struct str usage;

	str_init(&usage);
	for (const struct command *c = NULL; (c = command_next(c));) {
		if (c->effect == EFFECT_SCREEN)
			continue;
		str_reset(&usage);
		command_usage(c, &usage);
		entry(help, usage.text, c->help, NULL, columns);
	}
	str_clear(&usage);
}

static const char marks[] = "✓\tconcluded, adopted, accepted\n"
			    "✗\trejected, withdrawn, not adopted\n"
			    "○\tnot decided yet\n"
			    "▶\topen now\n"
			    "●\thas the floor\n"
			    "[+ +]\twords that are new, of a text\n"
			    "[- -]\twords that are gone\n"
			    "≈\ta name that was guessed\n"
			    "…\tthere is more of it\n";

static void help_load(void *state, struct app *app, const struct frame *frame)
{
	struct help *help = state;
	struct str title;

	(void)app;
	flow_reset(&help->flow);
	help->rows = frame->rows > 1 ? frame->rows - 1 : 1;
	str_init(&title);
	str_addf(&title, "Keys of this view: %s", help->of->title);
	heading(help, title.text, frame->columns);
	str_clear(&title);
	const char *keys = own_keys(help, help->of->keys ? help->of->keys : "", frame->columns);
	if (help->of->bit)
		table_keys(help, false, frame->columns);
	while (*keys)
		keys = own_keys(help, keys, frame->columns);
	heading(help, "Everywhere", frame->columns);
	table_keys(help, true, frame->columns);
	heading(help, "Marks", frame->columns);
	own_keys(help, marks, frame->columns);
	heading(help, "All commands, for : and for rapporteur do", frame->columns);
	all_commands(help, frame->columns);
	flow_fit(&help->flow, help->rows, &help->top);
}

static void help_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct help *help = state;
	struct area text = area_part(area, 0, 0, help->rows, area->columns);

	(void)app;
	(void)frame;
	flow_draw(&help->flow, &text, help->top);
	flow_draw_place(&help->flow, area, area->rows - 1, help->top, help->rows);
	area_cursor(area, 0, 0, false);
}

static bool help_key(void *state, struct app *app, const struct key *key)
{
	struct help *help = state;
	bool close = key->code == KEY_ESCAPE || (key->code == KEY_F && key->point == 1) ||
		     key_letter(key) == 'q' || key_letter(key) == '?';

	if (close)
		app_leave(app, state);
	return close || flow_key(&help->flow, key, help->rows, &help->top);
}

static const char *help_hints(const void *state, const struct app *app)
{
	(void)state;
	(void)app;
	return "↑↓ scroll  Space page  End last page  q back";
}

const struct view_ops view_help = {
	.name = "help",
	.title = "Help",
	.size = sizeof(struct help),
	.init = help_init,
	.clear = help_clear,
	.load = help_load,
	.draw = help_draw,
	.key = help_key,
	.hints = help_hints,
};
