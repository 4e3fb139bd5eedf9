/* SPDX-License-Identifier: MIT */
/* Which row a command on a text is for: a form leaves out what is selected, so that its
 * title has to say it. */
#include <stdlib.h>

#include "model/alternative.h"
#include "recommendation_text.h"
#include "show.h"
#include "store/amendment.h"
#include "store/comment.h"
#include "store/recommendation.h"
#include "subject.h"

/* The number of "a9" that was given to it. */
static int number_of(const char *value)
{
	return *value ? atoi(value + 1) : 0;
}

static const char *say_text(struct app *app, const char *value, struct arena *arena)
{
	struct store *store = app_store(app);
	struct recommendation_row row;
	int64_t id = value ? store_recommendation_find(store, app_session(app), number_of(value))
			   : app_desk(app)->selected.recommendation;
	struct str label;

	if (!store_recommendation(store, id, arena, &row))
		return value;
	str_init(&label);
	str_addf(&label, "r%d%s", row.number, row.letter ? " " : "");
	alternative_label(row.letter, row.alternative, false, &label);
	const char *said = arena_strdup(arena, label.text);
	str_clear(&label);
	return said;
}

static const char *say_amendment(struct app *app, const char *value, struct arena *arena)
{
	struct store *store = app_store(app);
	struct amendment_row row;
	int64_t id = value ? store_amendment_find(store, app_session(app), number_of(value))
			   : app_desk(app)->selected.amendment;

	if (!store_amendment(store, id, arena, &row))
		return value;
	return arena_printf(arena, "a%d%s%s", row.number, row.proposer_name ? " " : "",
		show_covered(app, row.proposer_name));
}

static const char *say_comment(struct app *app, const char *value, struct arena *arena)
{
	struct store *store = app_store(app);
	struct comment_row row;
	int64_t id = value ? store_comment_find(store, app_session(app), number_of(value))
			   : app_desk(app)->selected.comment;

	if (!store_comment(store, id, arena, &row))
		return value;
	return arena_printf(
		arena, "k%d%s%s", row.number, row.name ? " " : "", show_covered(app, row.name));
}

const char *subject_name(struct app *app, const struct words *words, struct arena *arena)
{
	const char *name = NULL;

	for (size_t i = 0; i < COMMAND_PARAMS && words->command->params[i].name; i++) {
		const struct param *param = &words->command->params[i];
		const char *value = words->values[i];
		if (!value && (i > 0 || !param->required))
			continue;
		if (param->type == ARG_RECOMMENDATION)
			name = say_text(app, value, arena);
		else if (param->type == ARG_AMENDMENT)
			name = say_amendment(app, value, arena);
		else if (param->type == ARG_COMMENT)
			name = say_comment(app, value, arena);
	}
	return name;
}

/* The first argument of the words that is a recommendation, given or selected. */
static bool find_text(struct app *app, const struct words *words, struct arena *arena,
	struct recommendation_row *row)
{
	const char *value = words->values[0];

	if (words->command->params[0].type != ARG_RECOMMENDATION)
		return false;
	return store_recommendation(app_store(app),
		value ? store_recommendation_find(
				app_store(app), app_session(app), number_of(value))
		      : app_desk(app)->selected.recommendation,
		arena, row);
}

/* The amendment that was given, whose words are meant then. */
static const char *given_amendment(const struct words *words)
{
	for (size_t i = 1; i < COMMAND_PARAMS && words->command->params[i].name; i++)
		if (words->command->params[i].type == ARG_AMENDMENT && words->values[i])
			return words->values[i];
	return NULL;
}

const char *subject_text(struct app *app, const struct words *words, struct arena *arena)
{
	const char *amendment = given_amendment(words);
	struct recommendation_row text;
	struct amendment_row row;

	if (amendment && store_amendment(app_store(app),
				 store_amendment_find(
					 app_store(app), app_session(app), number_of(amendment)),
				 arena, &row))
		return row.text;
	return find_text(app, words, arena, &text) ? text.text : NULL;
}

bool subject_is_locked(struct app *app, const struct words *words)
{
	struct arena arena;
	struct recommendation_row row;

	if (words->command != command_find("bracket open"))
		return false;
	arena_init(&arena);
	bool locked = find_text(app, words, &arena, &row) && !recommendation_open(row.state);
	if (locked)
		recommendation_say_locked(app, &row);
	arena_clear(&arena);
	return locked;
}

bool subject_is_selected(const struct command *command, size_t i, const char *name)
{
	const struct param *param = &command->params[i];
	enum arg_type type = param->type;

	if (type == ARG_RECOMMENDATION || type == ARG_AMENDMENT || type == ARG_COMMENT)
		return i == 0 && (name || !param->required);
	return i == 0 && (type == ARG_STATEMENT || type == ARG_PARAGRAPH || type == ARG_SLOT ||
				 type == ARG_POINT || type == ARG_CONCLUSION);
}
