/* SPDX-License-Identifier: MIT */
/*
 * Square brackets in a text (conventions 1.5): words that are not agreed, with whose they
 * are. Each command is a new version of the text; a bracket is named by its number in the
 * list of those of its text, which is that of its opening sign.
 */
#include <string.h>

#include "groups.h"
#include "model/bracket.h"
#include "shown.h"
#include "texts.h"

/* --- opening --- */

/* What is put behind the words, NULL for none, and how. */
struct opening {
	const char *words, *name, *put;
	bool instead;
};

static bool is_balanced(struct call *call, const char *words)
{
	size_t count, unbalanced;

	bracket_parse(&call->arena, words, &count, &unbalanced);
	return unbalanced == (size_t)-1;
}

static bool read_opening(struct call *call, struct opening *opening, struct err *err)
{
	int kinds =
		call_given(call, "instead") + call_given(call, "delete") + call_given(call, "add");
	bool by = call_given(call, "by");

	*opening =
		(struct opening){.words = call_given(call, "words") ? call_text(call, "words") : "",
			.name = by ? rows_name(call, call_id(call, "by")) : NULL,
			.instead = call_given(call, "instead")};
	if (kinds > 1)
		return err_set(err, ERR_USAGE, "say one of --instead, --delete and --add");
	if (call_given(call, "delete"))
		opening->put = "delete";
	else if (opening->instead)
		opening->put = call_text(call, "instead");
	else if (call_given(call, "add"))
		opening->put = call_text(call, "add");
	if (opening->put && !is_balanced(call, opening->put))
		return err_set(err, ERR_USAGE, "“%s” has half a bracket",
			shown_text(&call->arena, opening->put));
	if (!*opening->words && !call_given(call, "add"))
		return err_set(err, ERR_USAGE, "say which words, or --add TEXT for the end of it");
	return true;
}

static bool put_bracket(struct call *call, const struct recommendation_row *row,
	const struct opening *opening, struct str *out, struct err *err)
{
	size_t found = 0;
	bool good = opening->instead ? bracket_instead(row->text, opening->words, opening->name,
					       opening->put, out, &found)
				     : bracket_put(row->text, opening->words, opening->name,
					       opening->put, out, &found);

	if (good)
		return true;
	if (found == 1)
		return err_set(err, ERR_USAGE, "“%s” goes across a bracket",
			shown_text(&call->arena, opening->words));
	return texts_not_once(call, opening->words,
		arena_printf(&call->arena, "the text of r%d", row->number), found, err);
}

static bool take(
	struct call *call, const struct recommendation_row *row, const char *text, struct err *err)
{
	struct origin origin = texts_origin(call, AMENDMENT_ON_SCREEN);
	int version;

	if (!texts_change(call, row, text, &origin, 0, &version, err) ||
		!texts_negotiate(call, row, err))
		return false;
	str_addf(&call->reply, "; version %d", version);
	return true;
}

static bool bracket_open(struct call *call, struct err *err)
{
	struct recommendation_row row;
	struct opening opening;
	struct str text;
	bool good;

	if (!texts_read(call, &row, err) || !texts_need_open(&row, err) ||
		!read_opening(call, &opening, err))
		return false;
	str_init(&text);
	good = put_bracket(call, &row, &opening, &text, err);
	str_addf(&call->reply, "r%d: bracket opened%s%s", row.number, opening.name ? " by " : "",
		opening.name ? opening.name : "");
	good = good && take(call, &row, text.text, err);
	str_clear(&text);
	return good;
}

/* --- settling --- */

/* Its words as they are shown: a text that is nested deep has each of them many times. */
static const char *words_of(struct call *call, const char *text, const struct bracket *bracket)
{
	enum { MOST = 1000 };

	return shown_text(&call->arena, bracket_words(&call->arena, text, bracket, MOST));
}

/* "“and its Protocols” of Canada", "“delete” of Canada" */
static const char *name_bracket(struct call *call, const char *text, const struct bracket *bracket)
{
	return arena_printf(&call->arena, "“%s”%s%s", words_of(call, text, bracket),
		bracket->name ? " of " : "", bracket->name ? bracket->name : "");
}

static bool settle(struct call *call, const char *word,
	bool (*change)(const char *text, size_t place, struct str *out), struct err *err)
{
	struct recommendation_row row;
	int64_t place = call_id(call, "bracket");
	struct str text;
	size_t count;
	bool good;

	if (!texts_read(call, &row, err) || !texts_need_open(&row, err))
		return false;
	const struct bracket *brackets = bracket_parse(&call->arena, row.text, &count, NULL);
	if (place < 1 || (uint64_t)place > count)
		return err_set(err, ERR_USAGE,
			count == 0   ? "r%d has no brackets"
			: count == 1 ? "r%d has %zu bracket: bracket list shows it"
				     : "r%d has brackets 1 to %zu: bracket list shows them",
			row.number, count);
	str_init(&text);
	good = change(row.text, (size_t)place, &text) ||
	       err_set(err, ERR_USAGE,
		       "bracket %lld of r%d says delete, and there are no words "
		       "in brackets before it: bracket drop takes it away",
		       (long long)place, row.number);
	str_addf(&call->reply, "r%d: %s %s", row.number,
		name_bracket(call, row.text, &brackets[place - 1]), word);
	good = good && take(call, &row, text.text, err);
	str_clear(&text);
	return good;
}

static bool bracket_keep_words(struct call *call, struct err *err)
{
	return settle(call, "kept", bracket_keep, err);
}

static bool bracket_drop_words(struct call *call, struct err *err)
{
	return settle(call, "dropped", bracket_drop, err);
}

/* --- the list --- */

/* label: r3, or a9 for a paragraph that is proposed. */
static void list_of(struct call *call, const char *label, const char *text, size_t *listed)
{
	enum { DEEPEST = 10 }; /* levels that are indented */
	size_t count, half;
	const struct bracket *brackets = bracket_parse(&call->arena, text, &count, &half);

	if (half != (size_t)-1) {
		str_addf(&call->output, "%s\t\t“%s” has no other half\n", label,
			shown_text(&call->arena, text + half));
		++*listed;
	}
	for (size_t i = 0; i < count; i++, ++*listed)
		str_addf(&call->output, "%s\t%zu\t%*s%s%s%s\n", label, i + 1,
			2 * (brackets[i].depth < DEEPEST ? brackets[i].depth : DEEPEST), "",
			brackets[i].name ? brackets[i].name : "", brackets[i].name ? ": " : "",
			words_of(call, text, &brackets[i]));
}

/* Those in the paragraphs that are proposed behind a text, whatever was decided on that. */
static void list_behind(struct call *call, const struct recommendation_row *row,
	const struct amendment_row *amendments, size_t count, size_t *listed)
{
	for (size_t i = 0; i < count; i++)
		if (amendments[i].recommendation == row->id &&
			amendments[i].kind == AMENDMENT_PARAGRAPH &&
			amendments[i].state == AMENDMENT_PROPOSED)
			list_of(call, arena_printf(&call->arena, "a%d", amendments[i].number),
				amendments[i].text, listed);
}

static bool bracket_list(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	size_t count, proposed, listed = 0;
	int64_t only = call_id(call, "recommendation");
	const struct recommendation_row *rows =
		store_recommendations(store, call->desk->session, &call->arena, &count);
	const struct amendment_row *amendments =
		store_amendments(store, call->desk->session, only, &call->arena, &proposed);

	for (size_t i = 0; i < count; i++) {
		if (only ? rows[i].id == only : rows[i].letter > 0)
			list_of(call, arena_printf(&call->arena, "r%d", rows[i].number),
				rows[i].text, &listed);
		if (!only || rows[i].id == only)
			list_behind(call, &rows[i], amendments, proposed, &listed);
	}
	if (!listed)
		str_add(&call->reply, "no bracket is open");
	return store_reads_good(store, err);
}

#define PARAM_BRACKET                                                                              \
	{                                                                                          \
		"bracket", ARG_NUMBER, .required = true, .prompt = "Which, as bracket list has it" \
	}

const struct command bracket_commands[] = {
	{.name = "bracket open",
		.keys = "b",
		.help = "Put words of a text in brackets, or new ones behind them",
		.form = true,
		.where = IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_RECOMMENDATION,
				{"words", ARG_LINE, .of_text = true, .prompt = "Words of the text"},
				{"by", ARG_PARTICIPANT, .option = true, .prompt = "Whose it is"},
				{"instead", ARG_LINE, .option = true,
					.prompt = "Other words in their place, or delete"},
				{"delete", ARG_FLAG, .option = true, .prompt = "To delete them"},
				{"add", ARG_LINE, .option = true,
					.prompt = "Words to add behind them"},
				PARAM_STATEMENT_IN,
			},
		.run = bracket_open},
	{.name = "bracket keep",
		.keys = "+",
		.help = "Lift a bracket: its words stay",
		.where = IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION, PARAM_BRACKET},
		.run = bracket_keep_words},
	{.name = "bracket drop",
		.keys = "-",
		.help = "Take a bracket away with its words",
		.where = IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RECOMMENDATION, PARAM_BRACKET},
		.run = bracket_drop_words},
	{.name = "bracket list",
		.help = "List the open brackets of all texts, or of one",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.params = {PARAM_RECOMMENDATION_OR_ALL},
		.run = bracket_list},
	{0}};
