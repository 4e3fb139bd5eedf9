/* SPDX-License-Identifier: MIT */
/* The drafting check of recommendations, and which of its warnings are not wanted. */
#include <string.h>

#include "command/drafting.h"
#include "groups.h"
#include "model/nearest.h"
#include "shown.h"
#include "store/silence.h"
#include "texts.h"

static bool style_check_texts(struct call *call, struct err *err)
{
	size_t count, silenced;
	const struct drafting_finding *findings = drafting_check(
		call->desk, &call->arena, call_id(call, "recommendation"), NULL, &count, &silenced);

	for (size_t i = 0; i < count; i++)
		str_addf(&call->output, "r%d:%d:%d: %s: %s\n", findings[i].number, findings[i].line,
			findings[i].column, findings[i].rule, findings[i].sentence);
	str_addf(&call->reply, "%zu warning%s", count, count == 1 ? "" : "s");
	if (silenced)
		str_addf(&call->reply, ", %zu silenced", silenced);
	if (count)
		str_add(&call->reply, "; style silence RULE keeps one away");
	return store_reads_good(call->desk->store, err);
}

/* Refuses a rule that there is not. */
static bool need_rule(struct call *call, const char *name, struct err *err)
{
	const struct style_sheet *sheet = drafting_sheet(call->desk);
	const char **names = arena_alloc(&call->arena, sheet->rule_count * sizeof *names);

	for (size_t i = 0; i < sheet->rule_count; i++) {
		names[i] = sheet->rules[i].name;
		if (strcmp(names[i], name) == 0)
			return true;
	}
	const char *near = nearest_find(name, names, sheet->rule_count);
	return err_set(err, ERR_USAGE, "there is no rule '%s'%s%s%s",
		shown_text(&call->arena, name), near ? "; did you mean '" : "", near ? near : "",
		near ? "'?" : "");
}

static const char *words_of(const struct call *call)
{
	return call_given(call, "words") ? call_text(call, "words") : "";
}

static void say_which(struct call *call)
{
	str_add(&call->reply, call_text(call, "rule"));
	if (*words_of(call))
		str_addf(&call->reply, " “%s”", shown_text(&call->arena, words_of(call)));
}

static bool style_silence(struct call *call, struct err *err)
{
	const char *rule = call_text(call, "rule");
	struct store *store = call->desk->store;

	if (!need_rule(call, rule, err))
		return false;
	if (store_silence_is(store, call->desk->session, rule, words_of(call)))
		return err_set(err, ERR_USAGE, "it is silenced already");
	say_which(call);
	str_add(&call->reply, " silenced");
	return store_silence_add(store, call->desk->session, rule, words_of(call), err);
}

static bool style_heed(struct call *call, struct err *err)
{
	const char *rule = call_text(call, "rule");
	struct store *store = call->desk->store;

	if (!store_silence_is(store, call->desk->session, rule, words_of(call)))
		return err_set(
			err, ERR_USAGE, "that is not silenced; style silences lists what is");
	say_which(call);
	str_add(&call->reply, " looked for again");
	return store_silence_remove(store, call->desk->session, rule, words_of(call), err);
}

static bool style_silences(struct call *call, struct err *err)
{
	size_t count;
	const struct silence_row *rows =
		store_silences(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		str_addf(&call->output, "%s\t%s\n", rows[i].rule,
			shown_text(&call->arena, rows[i].words));
	if (!count)
		str_add(&call->reply, "nothing is silenced");
	return store_reads_good(call->desk->store, err);
}

#define PARAM_RULE                                                                          \
	{                                                                                   \
		"rule", ARG_WORD, .required = true, .prompt = "Rule, as the warning has it" \
	}

const struct command style_commands[] = {
	{.name = "style check",
		.keys = "F8",
		.where = IN_RECOMMENDATIONS | IN_TEXT,
		.help = "Check the texts of recommendations against the house style",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.params = {PARAM_RECOMMENDATION_OR_ALL},
		.run = style_check_texts},
	{.name = "style silence",
		.help = "Keep a warning of the drafting check away",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RULE,
			{"words", ARG_LINE, .prompt = "Only of these words; without them always"}},
		.run = style_silence},
	{.name = "style heed",
		.help = "Look again for what was silenced",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_RULE,
			{"words", ARG_LINE, .prompt = "The words it was silenced of"}},
		.run = style_heed},
	{.name = "style silences",
		.help = "List the warnings that are kept away",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.run = style_silences},
	{0}};
