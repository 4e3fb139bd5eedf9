/* SPDX-License-Identifier: MIT */
/*
 * The Chair and the speakers (conventions 4.2, 5.2, 5.3): a party or signatory has a
 * representative, whoever is neither an observer; what is for a reply or a point of
 * order says so, with the time that the rules give it; a list is read before it is
 * closed, and who comes late is heard with the consent of all.
 */
#include "facts_names.h"
#include "script.h"
#include "words.h"

enum { LIST_MOST = 40, ANCESTORS = 8 };

/* --- who --- */

static bool is_observer(enum standing standing)
{
	switch (standing) {
	case STANDING_NONPARTY:
	case STANDING_OBSERVER_STATE:
	case STANDING_UN_BODY:
	case STANDING_INSTITUTE:
	case STANDING_AGENCY:
	case STANDING_INTERGOVERNMENTAL:
	case STANDING_NONGOVERNMENTAL:
		return true;
	default:
		return false;
	}
}

/* A formula in the script's arena. */
static const char *filled(
	struct script *script, const char *formula, const struct formula_field *fields)
{
	struct str out;

	str_init(&out);
	formula_plain(&out, script->facts.template, formula, fields);
	const char *words = arena_strdup(&script->arena, out.text);
	str_clear(&out);
	return words;
}

/* "five minutes" */
static const char *counted(struct script *script, const char *formula, int n)
{
	struct str number;

	str_init(&number);
	words_number(script->facts.template, n, &number);
	const char *words = filled(script, formula,
		FIELDS({"count", number.text}, {"count|", formula_form(n != 1, false)}));
	str_clear(&number);
	return words;
}

/* "the representative of Canada", "the observer for the Holy See"; a guest by name. */
static const char *who(struct script *script, int64_t participant)
{
	size_t i = facts_participant(&script->facts, participant);

	if (i == script->facts.participant_count)
		return NULL;
	const struct participant_row *row = &script->facts.participants[i];
	enum standing standing = facts_standing(row);
	if (standing == STANDING_GUEST || standing == STANDING_OFFICER)
		return row->running_name;
	return filled(script, is_observer(standing) ? "WHO/observer" : "WHO",
		FIELDS({"name", row->running_name}));
}

/* --- how long --- */

/* "five minutes", "one minute and 30 seconds"; NULL for no limit. */
static const char *time_words(struct script *script, int seconds)
{
	int minutes = seconds / 60, rest = seconds % 60;

	if (seconds <= 0)
		return NULL;
	if (!rest)
		return counted(script, "TIME/minutes", minutes);
	if (!minutes)
		return counted(script, "TIME/seconds", rest);
	return filled(script, "TIME",
		FIELDS({"minutes", counted(script, "TIME/minutes", minutes)},
			{"seconds", counted(script, "TIME/seconds", rest)}));
}

/* Of a statement on the item, until the Chair announces another: in seconds. */
static int limit_of(const struct script *script, enum rules_class class)
{
	int64_t items[ANCESTORS + 1];
	size_t count = 0;
	int64_t id = script->item.id;

	for (size_t i = script->facts.item_count; i-- > 0 && count < ANCESTORS;) {
		/* A parent stands before its sub-items. */
		if (script->facts.items[i].id != id)
			continue;
		items[count++] = id;
		id = script->facts.items[i].parent;
	}
	items[count] = 0;
	const struct limit *announced = limit_holding(script->limits.announced,
		script->limits.count, &(struct limit_speech){items, "general", class});
	return announced ? announced->seconds : rules_limit(script->rules, class, "general", 0);
}

static const struct {
	enum rules_class class;
	const char *key;
} classes[] = {
	{CLASS_GROUP, "limits.groups"},
	{CLASS_PARTY, "limits.parties"},
	{CLASS_SIGNATORY, "limits.signatories"},
	{CLASS_OBSERVER, "limits.others"},
	{CLASS_INTERGOVERNMENTAL, "limits.organizations"},
};
enum { CLASSES = sizeof classes / sizeof classes[0] };

static bool same_for_all(const int seconds[CLASSES])
{
	for (size_t i = 1; i < CLASSES; i++)
		if (seconds[i] != seconds[0])
			return false;
	return true;
}

/* "seven minutes for groups and five minutes for States parties, signatories" … */
static void add_limits(struct script *script, const int seconds[CLASSES], struct str *out)
{
	const struct template *template = script->facts.template;
	const char *names[CLASSES], *limits[CLASSES];
	size_t count = 0, same;
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < CLASSES; i += same) {
		str_reset(&list);
		for (same = 0; i + same < CLASSES && seconds[i + same] == seconds[i]; same++)
			names[same] = template_text(template, classes[i + same].key);
		words_join(template, names, same, &list);
		if (seconds[i])
			limits[count++] = filled(script, "LIMITS",
				FIELDS({"time", time_words(script, seconds[i])},
					{"list", list.text}));
	}
	words_join_by(template, "LIST", "LIST", limits, count, out);
	str_clear(&list);
}

void script_limits(struct script *script, const char *when)
{
	int seconds[CLASSES];
	struct str words;

	str_init(&words);
	for (size_t i = 0; i < CLASSES; i++)
		seconds[i] = limit_of(script, classes[i].class);
	if (same_for_all(seconds) && seconds[0])
		str_add(&words, time_words(script, seconds[0]));
	else
		add_limits(script, seconds, &words);
	if (words.length)
		script_say(script, when, "CHAIR-LIMITS", FIELDS({"limits", words.text}));
	str_clear(&words);
}

/* --- who has the floor --- */

static void say_over(struct script *script)
{
	int limit = store_limit_of_statement(script->store, &script->limits, script->speaker.id);

	if (limit > 0 && statement_seconds(&script->speaker, script->now) > limit)
		script_say(script, "when.over", "CHAIR-OVER",
			FIELDS({"who", who(script, script->speaker.participant)},
				{"limit", time_words(script, limit)}));
}

static void say_ruling(struct script *script)
{
	struct statement_row interrupted;
	int64_t id = store_statement_interrupted(script->store, script->speaker.id);

	script_say(script, "when.ruling", "CHAIR-RULING",
		FIELDS({"who", who(script, script->speaker.participant)}));
	if (id && store_statement(script->store, id, &script->arena, &interrupted))
		script_say(script, "when.back", "CHAIR-RESUMES",
			FIELDS({"who", who(script, interrupted.participant)}));
}

void script_speaker(struct script *script)
{
	if (script->paused)
		script_say(script, "when.back", "CHAIR-RESUMES",
			FIELDS({"who", who(script, script->speaker.participant)}));
	if (!script->speaking)
		return;
	say_over(script);
	if (script_is(script->speaker.kind, "point_of_order"))
		say_ruling(script);
	else
		script_say(script, "when.thanks", "CHAIR-THANKS",
			FIELDS({"who", who(script, script->speaker.participant)},
				{"group", facts_said(&script->facts, script->speaker.group)}));
}

/* --- who comes next --- */

/* What is said by the kind of the request; an ordinary one is the last. */
static const char *const formulas[][2] = {
	{"point_of_order", "CHAIR-POINT"},
	{"reply", "CHAIR-REPLY"},
	{"explanation_before", "CHAIR-BEFORE"},
	{"explanation_after", "CHAIR-AFTER"},
	{"presentation", "CHAIR-PRESENTS"},
	{"panellist", "CHAIR-PRESENTS"},
	{"chair", "CHAIR-PRESENTS"},
};

static const char *formula_for(const struct request_row *next)
{
	for (size_t i = 0; i < sizeof formulas / sizeof formulas[0]; i++)
		if (script_is(next->kind, formulas[i][0]))
			return formulas[i][1];
	return next->late ? "CHAIR-LATE" : "CHAIR-NEXT";
}

/* As the rule set has them, before the first. */
static void say_replies(struct script *script)
{
	const struct rules *rules = script->rules;
	const char *count = rules->replies > 0 ? counted(script, "REPLIES", rules->replies) : NULL;

	script_say(script, "when.replies", "CHAIR-REPLIES",
		FIELDS({"count", count}, {"first", time_words(script, rules->reply_seconds[0])},
			{"second", rules->replies == 1
					   ? NULL
					   : time_words(script, rules->reply_seconds[1])}));
}

void script_next(struct script *script)
{
	const struct request_row *next = script->waiting;
	int seconds[1] = {0};

	if (script->waiting_count == 0)
		return;
	bool reply = script_is(next->kind, "reply");
	if (reply && !(script->speaking && script_is(script->speaker.kind, "reply")))
		say_replies(script);
	store_limits_waiting(script->store, &script->limits, next, 1, seconds);
	const char *after =
		script->waiting_count > 1 ? who(script, script->waiting[1].participant) : NULL;
	script_say(script, "when.next", formula_for(next),
		FIELDS({"who", who(script, next->participant)},
			{"group", facts_said(&script->facts, next->group)},
			{"limit", time_words(script, seconds[0])}, {"after", after}));
}

/* --- the list --- */

/* A reply or an explanation is asked for when the list is done: it is not on it. */
static bool is_on_list(const struct request_row *request)
{
	return script_is(request->kind, "general") || script_is(request->kind, "presentation") ||
	       script_is(request->kind, "panellist");
}

/* As in lists. */
static const char *listed(const struct script *script, int64_t participant)
{
	size_t i = facts_participant(&script->facts, participant);

	return i < script->facts.participant_count ? script->facts.participants[i].list_name : "";
}

void script_list(struct script *script)
{
	const struct template *template = script->facts.template;
	const char *names[LIST_MOST];
	struct str list;
	size_t named = 0, more = 0;

	if (store_list_closed(script->store, script->item.id))
		return;
	str_init(&list);
	for (size_t i = 0; i < script->waiting_count; i++) {
		const struct request_row *row = &script->waiting[i];
		if (!is_on_list(row))
			continue;
		if (named == LIST_MOST) {
			more++;
			continue;
		}
		names[named++] = filled(script, row->group ? "WHO/for" : "WHO/alone",
			FIELDS({"name", listed(script, row->participant)},
				{"group", facts_said(&script->facts, row->group)}));
	}
	words_join_by(template, "LIST", "LIST", names, named, &list);
	if (named)
		script_say(script, "when.list", "CHAIR-LIST",
			FIELDS({"list",
				!more ? list.text
				      : filled(script, "LIST/more",
						FIELDS({"list", list.text},
							{"count", arena_printf(&script->arena,
									  "%zu", more)}))}));
	str_clear(&list);
}
