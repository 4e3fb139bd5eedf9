/* SPDX-License-Identifier: MIT */
/*
 * The text whose words a form asks for: nobody types from memory what has to stand there
 * word for word. It is below the fields, where other fields have what could be put in; what
 * was typed is marked in it as soon as it is found.
 */
#include <string.h>

#include "form.h"
#include "marked.h"
#include "subject.h"

enum { HEADING = 1 };

bool form_has_words(const struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		if (form_param(form, i)->of_text)
			return true;
	return false;
}

bool form_shows_words(const struct form *form)
{
	return form->about && !form_has_choices(form) && !form_is_text(form);
}

/* What was typed to be found, without the blanks around it; *length 0: nothing. */
static const char *typed_words(const struct form *form, size_t *length)
{
	const char *typed = form_typed(form);

	typed += strspn(typed, " ");
	*length = form_param(form, form->at)->of_text ? strlen(typed) : 0;
	while (*length > 0 && typed[*length - 1] == ' ')
		--*length;
	return typed;
}

/* Where it is in the text; NULL: there is nothing, or it is not there. */
static const char *find_typed(const struct form *form, size_t *length)
{
	const char *typed = typed_words(form, length), *at = form->about;

	while (*length > 0 && (at = strchr(at, *typed)) && strncmp(at, typed, *length) != 0)
		at++;
	return *length > 0 ? at : NULL;
}

/* The line with what stands out, or the one that is seen first. */
static size_t marked_line(const struct form *form)
{
	for (size_t i = 0; i < form->words.count; i++)
		for (size_t byte = 0; byte < form->words.lines[i].length; byte++)
			if (form->words.lines[i].styles[byte] == STYLE_SELECTED)
				return i;
	return form->words_top;
}

void form_lay_words(struct form *form, struct app *app, int columns)
{
	const char *found;
	size_t length;

	form->about =
		form_has_words(form) ? subject_text(app, &form->run->words, &form->named) : NULL;
	flow_begin(&form->words, columns);
	if (!form->about)
		return;
	found = form_shows_words(form) ? find_typed(form, &length) : NULL;
	if (found)
		marked_add_words(&form->words, STYLE_TEXT, form->about,
			(size_t)(found - form->about), length);
	else
		flow_add(&form->words, STYLE_TEXT, form->about);
	flow_end_line(&form->words, 1);
}

int form_words_rows(const struct form *form)
{
	return form->about ? HEADING + (int)form->words.count : 0;
}

void form_fit_words(struct form *form, int rows)
{
	size_t line, seen = rows > HEADING ? (size_t)(rows - HEADING) : 1;

	form->words_rows = (int)seen;
	flow_fit(&form->words, form->words_rows, &form->words_top);
	line = marked_line(form);
	if (line < form->words_top)
		form->words_top = line;
	else if (line >= form->words_top + seen)
		form->words_top = line - seen + 1;
}

bool form_words_key(struct form *form, const struct key *key)
{
	bool page = key->code == KEY_PAGEUP || key->code == KEY_PAGEDOWN || key->code == KEY_UP ||
		    key->code == KEY_DOWN;

	return page && form_shows_words(form) &&
	       flow_key(&form->words, key, form->words_rows, &form->words_top);
}

void form_draw_words(const struct form *form, const struct area *area)
{
	struct area text = area_part(area, HEADING, 0, area->rows - HEADING, area->columns);
	size_t length, seen = form->words_top + (size_t)form->words_rows;

	if (!find_typed(form, &length) && length > 0)
		area_text(area, 0, 1, STYLE_WARN, "These words are not in the text:");
	else
		area_text(area, 0, 1, STYLE_FAINT, "The text:");
	if (seen < form->words.count)
		area_right(area, 0, area->columns - 1, STYLE_FAINT, "more: PgDn ");
	flow_draw(&form->words, &text, form->words_top);
}
