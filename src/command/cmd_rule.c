/* SPDX-License-Identifier: MIT */
/* Rules of procedure of the session: shown, corrected, exchanged for another set; and
 * what its report has besides. */
#include "exchange/rules_file.h"
#include "groups.h"
#include "store/rule.h"

/* The words of rules_names: a test holds the two together. */
#define RULE_NAMES                                                                                                              \
	"quorum.debate quorum.decision quorum.all decision.majority list.once list.order reply.count reply.first reply.second " \
	"order.limit limit.group limit.party limit.signatory limit.observer limit.secretariat "                                 \
	"limit.un limit.intergovernmental limit.nongovernmental limit.other report.statistics report.follow-up-table"

static bool rule_show(struct call *call, struct err *err)
{
	const struct rules *rules = desk_rules(call->desk);

	(void)err;
	str_addf(&call->reply, "rules: %s", rules->key);
	for (const char *const *name = rules_names; *name; name++) {
		str_addf(&call->output, "%s: ", *name);
		rules_value(rules, *name, &call->output);
		str_addc(&call->output, '\n');
	}
	return true;
}

static bool rule_set(struct call *call, struct err *err)
{
	const char *key = call_text(call, "key");
	struct rules rules = *desk_rules(call->desk);

	if (!rules_set(&rules, key, call_text(call, "value"), err)) {
		err->code = ERR_USAGE;
		return false;
	}
	str_addf(&call->reply, "%s: ", key);
	rules_value(&rules, key, &call->reply);
	return store_rules_write(call->desk->store, call->desk->session, &rules, err);
}

static bool rule_use(struct call *call, struct err *err)
{
	struct messages messages;
	struct rules rules;
	bool good;

	messages_init(&messages, "rules.yaml");
	good = rules_file_read(call_text(call, "set"), &rules, &messages) ||
	       messages_err(&messages, err);
	messages_clear(&messages);
	str_addf(&call->reply, "rules: %s", call_text(call, "set"));
	return good && store_rules_write(call->desk->store, call->desk->session, &rules, err);
}

/* Kept with the rules, as what a body wants of its report. */
static bool report_statistics_kept(struct call *call, struct err *err)
{
	const struct arg *wanted = call_arg(call, "wanted");
	struct rules rules = *desk_rules(call->desk);

	rules.statistics = wanted->given ? wanted->id == 0 : !rules.statistics;
	str_add(&call->reply, rules.statistics
				      ? "the report has the statistics of the meetings as an annex"
				      : "the report has no annex of statistics");
	return store_rules_write(call->desk->store, call->desk->session, &rules, err);
}

const struct command rule_commands[] = {
	{.name = "rule show",
		.help = "Show the rules of procedure that hold in this session",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.run = rule_show},
	{.name = "rule set",
		.help = "Correct one of the rules of procedure of this session",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"key", ARG_CHOICE, .required = true, .prompt = "Which rule",
					.choices = RULE_NAMES},
				{"value", ARG_LINE, .required = true,
					.prompt = "What it says, as 1/3, yes or 5:00"},
			},
		.run = rule_set},
	{.name = "rule use",
		.help = "Take another set of rules of procedure for this session",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"set", ARG_LINE, .required = true,
			.prompt = "Key of the set, as untoc, ecosoc_fc or ga_committee"}},
		.run = rule_use},
	{.name = "report statistics",
		.keys = "a",
		.help = "Have the statistics of the meetings as an annex of the report, or not",
		.where = IN_REPORT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"wanted", ARG_CHOICE,
			.prompt = "Whether it has it; without an answer, the other way round",
			.choices = "yes no"}},
		.run = report_statistics_kept},
	{0}};
