/* SPDX-License-Identifier: MIT */
/*
 * "wel" and Tab is "welcomed ": a verb of the template in the place of what the line begins
 * with. Another Tab puts the next one there, and the line of messages says which others fit,
 * so that nobody has to know them. What is behind the first words of a line is never touched.
 */
#include <string.h>
#include <strings.h>

#include "app_inside.h"
#include "verb.h"

enum { SHOWN = 4 }; /* so many behind the one that was chosen */

/* --- the list "noted, stressed": those that begin with what was typed --- */

static const char *next_verb(const char **list, size_t *length)
{
	const char *verb = *list + strspn(*list, ", ");

	*length = strcspn(verb, ",");
	*list = verb + *length;
	return *length ? verb : NULL;
}

static size_t count_fitting(const char *list, const char *typed)
{
	const char *verb;
	size_t length, count = 0;

	while ((verb = next_verb(&list, &length)))
		count += strncasecmp(verb, typed, strlen(typed)) == 0;
	return count;
}

/* That at a place among them; it is there. */
static const char *fitting(const char *list, const char *typed, size_t place, size_t *length)
{
	const char *verb;

	while ((verb = next_verb(&list, length)))
		if (strncasecmp(verb, typed, strlen(typed)) == 0 && place-- == 0)
			break;
	return verb;
}

/* --- the line --- */

/* Behind the line feed and the bullet. */
static size_t line_begin(const struct edit *edit)
{
	static const char *const bullets[] = {"- ", "* ", "• ", "– "};
	size_t at = edit->cursor;

	while (at > 0 && edit->text.text[at - 1] != '\n')
		at--;
	for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++)
		if (strncmp(edit->text.text + at, bullets[i], strlen(bullets[i])) == 0 &&
			at + strlen(bullets[i]) <= edit->cursor)
			return at + strlen(bullets[i]);
	return at;
}

/* Takes what stands before the cursor as the beginning of a verb; false if it is too long
 * to be one. */
static bool take_typed(struct verb_choice *choice, const struct edit *edit)
{
	choice->from = line_begin(edit);
	size_t length = edit->cursor - choice->from;
	if (length >= VERB_TYPED)
		return false;
	memcpy(choice->typed, edit->text.text + choice->from, length);
	choice->typed[length] = '\0';
	return true;
}

static void put(struct verb_choice *choice, struct writing *writing, const char *list)
{
	struct str words;
	size_t length;
	const char *verb = fitting(list, choice->typed, choice->place, &length);

	str_init(&words);
	str_addn(&words, verb, length);
	str_addc(&words, ' ');
	edit_put(&writing->edit, choice->from, words.text);
	writing->edit.changed = false;
	writing->unkept = true;
	str_clear(&words);
}

/* "2 of 9 · next was of the view, wanted, warned" */
static void say(const struct verb_choice *choice, struct app *app, const char *list, size_t count)
{
	struct str text;

	str_init(&text);
	str_addf(&text, "%zu of %zu", choice->place + 1, count);
	for (size_t i = 1; i <= SHOWN && i < count; i++) {
		size_t length;
		const char *verb =
			fitting(list, choice->typed, (choice->place + i) % count, &length);
		str_addf(&text, "%s%.*s", i == 1 ? " · Tab " : ", ", (int)length, verb);
	}
	app_say(app, TONE_PLAIN, "%s", text.text);
	str_clear(&text);
}

bool verb_key(
	struct verb_choice *choice, struct writing *writing, struct app *app, const struct key *key)
{
	const char *list = template_text(desk_template(app_desk(app)), "point.verbs");
	bool back = key->code == KEY_BACKTAB, again = choice->on;

	choice->on = false;
	if (key->code != KEY_TAB && !back)
		return false;
	bool begun = again || take_typed(choice, &writing->edit);
	size_t count = begun ? count_fitting(list, choice->typed) : 0;
	if (count == 0) {
		app_say(app, TONE_PLAIN,
			"No verb begins so: at the beginning of a line Tab offers them all");
		return true;
	}
	if (!again)
		choice->place = back ? count - 1 : 0;
	else
		choice->place = (choice->place + (back ? count - 1 : 1)) % count;
	put(choice, writing, list);
	say(choice, app, list, count);
	choice->on = true;
	return true;
}
