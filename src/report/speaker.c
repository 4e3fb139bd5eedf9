/* SPDX-License-Identifier: MIT */
/*
 * Who says a point. A summary names nobody but those who preside and present, unless the
 * style of the report asks for names (the named summaries of some bodies).
 */
#include "speaker.h"

#include <string.h>

#include "formula.h"

static const char *filled(struct report *report, const char *id, const struct formula_field *fields)
{
	struct str out;

	str_init(&out);
	formula_plain(&out, report->facts.template, id, fields);
	const char *kept = arena_strdup(&report->arena, out.text);
	str_clear(&out);
	return kept;
}

static const char *name_of(const struct facts *facts, int64_t participant)
{
	size_t at = facts_participant(facts, participant);

	return at < facts->participant_count ? facts->participants[at].running_name : NULL;
}

/* "the representative of Canada, speaking on behalf of the African Group," */
static const char *by_name(struct report *report, const struct participant_row *speaker,
	enum standing standing, const struct report_said *said)
{
	const char *group = said->on_behalf ? name_of(&report->facts, said->on_behalf) : NULL;
	const char *id = standing > STANDING_SIGNATORY
				 ? group ? "SPEAKER/observer-group" : "SPEAKER/observer"
			 : group ? "SPEAKER/state-group"
				 : "SPEAKER/state";

	if (standing == STANDING_GUEST || standing == STANDING_GROUP)
		return speaker->running_name;
	return filled(report, id, FIELDS({"name", speaker->running_name}, {"group", group}));
}

/* Panellists speak for themselves: "Ana Reyes (Spain)". */
static const char *panellist(struct report *report, const struct participant_row *speaker,
	const struct report_said *said)
{
	if (!said->person || !*said->person)
		return speaker->running_name;
	return filled(report, "SPEAKER/person",
		FIELDS({"person", said->person}, {"name", speaker->list_name}));
}

static const char *named(struct report *report, const struct participant_row *speaker,
	enum standing standing, const struct report_said *said, bool again)
{
	const char *name = strcmp(said->kind, "panellist") == 0
				   ? panellist(report, speaker, said)
				   : by_name(report, speaker, standing, said);

	return again ? filled(report, "SPEAKER/also", FIELDS({"name", name})) : name;
}

/* Those whose part in the meeting says who they are. */
static const char *by_part(const struct template *words, const char *kind, bool again)
{
	static const struct {
		const char *kind, *first, *then;
	} kinds[] = {
		{"chair", "speaker.chair", "speaker.chair-also"},
		{"panellist", "speaker.panellist", "speaker.panellist-also"},
		{"reply", "speaker.reply", "speaker.same-also"},
		{"point_of_order", "speaker.order", "speaker.same-also"},
		{"explanation_before", "speaker.explanation", "speaker.same-also"},
		{"explanation_after", "speaker.explanation", "speaker.same-also"},
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kind, kinds[i].kind) == 0)
			return template_text(words, again ? kinds[i].then : kinds[i].first);
	return NULL;
}

const char *speaker_phrase(struct report *report, const struct report_said *said, bool again)
{
	const struct facts *facts = &report->facts;
	const struct template *words = facts->template;
	size_t at = facts_participant(facts, said->participant);
	const struct participant_row *speaker =
		at < facts->participant_count ? &facts->participants[at] : NULL;
	enum standing standing = speaker ? facts_standing(speaker) : STANDING_GUEST;
	bool names = speaker && report->line && (report->line->options & STYLE_NAMED);

	if (names && strcmp(said->kind, "chair") != 0 && standing < STANDING_SECRETARIAT)
		return named(report, speaker, standing, said, again);
	const char *phrase = by_part(words, said->kind, again);
	if (phrase)
		return phrase;
	if (standing == STANDING_OFFICER)
		return again ? filled(report, "SPEAKER/also",
				       FIELDS({"name", speaker->running_name}))
			     : speaker->running_name;
	if (standing == STANDING_SECRETARIAT)
		return template_text(
			words, again ? "speaker.secretariat-also" : "speaker.secretariat");
	if (again)
		return template_text(words, "speaker.same-also");
	bool another = report->item.voice;
	report->item.voice = true;
	return template_text(words, another ? "speaker.another" : "speaker.one");
}
