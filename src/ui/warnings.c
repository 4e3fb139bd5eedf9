/* SPDX-License-Identifier: MIT */
/*
 * The drafting check beside an editor. It looks again only when the text is another one,
 * so that a key that moves the cursor costs nothing; it never changes what is typed.
 */
#include <string.h>

#include "app_inside.h"
#include "warnings.h"

void warnings_init(struct warnings *warnings)
{
	*warnings = (struct warnings){0};
	arena_init(&warnings->arena);
}

void warnings_clear(struct warnings *warnings)
{
	arena_clear(&warnings->arena);
	warnings_init(warnings);
}

void warnings_look(
	struct warnings *warnings, struct app *app, int64_t recommendation, const char *text)
{
	int64_t sequence = store_sequence(app_store(app), app_session(app));

	if (warnings->text && warnings->sequence == sequence && strcmp(warnings->text, text) == 0)
		return;
	warnings_clear(warnings);
	warnings->text = arena_strdup(&warnings->arena, text);
	warnings->sequence = sequence;
	if (*text)
		warnings->all = drafting_check(app_desk(app), &warnings->arena, recommendation,
			warnings->text, &warnings->count, &warnings->silenced);
}

void warnings_draw(const struct warnings *warnings, const struct area *area, int row)
{
	static const char all[] = "F8 all";
	int end = area->columns;

	if (warnings->count == 0)
		return;
	if (warnings->count > 1 && area->columns >= 40) {
		end -= (int)strlen(all);
		area_text(area, row, end, STYLE_KEY, all);
	}
	int column = area_textf(area, row, 0, STYLE_WARN, "%zu warning%s: ", warnings->count,
		warnings->count == 1 ? "" : "s");
	area_cut(area, row, column, end - column - (end < area->columns), STYLE_WARN,
		warnings->all[0].sentence);
}

static void show_all(const struct warnings *warnings, struct app *app)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < warnings->count; i++)
		str_addf(&text, "%d:%d %s: %s\n", warnings->all[i].line, warnings->all[i].column,
			warnings->all[i].rule, warnings->all[i].sentence);
	if (warnings->silenced)
		str_addf(&text, "\n%zu silenced.\n", warnings->silenced);
	str_add(&text, "\n: style silence RULE keeps one away; with the words behind it, of these"
		       " words only.\n");
	app_push(app, &view_output, text.text);
	str_clear(&text);
}

bool warnings_key(const struct warnings *warnings, struct app *app, const struct key *key)
{
	if (key->code != KEY_F || key->point != 8)
		return false;
	if (warnings->count)
		show_all(warnings, app);
	else
		app_say(app, TONE_PLAIN, "The drafting check has no warning%s",
			warnings->silenced ? " that is not silenced" : "");
	return true;
}
