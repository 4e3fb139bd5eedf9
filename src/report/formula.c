/* SPDX-License-Identifier: MIT */
/*
 * The table of formulas and the one function that fills them in. Ids are those
 * of conventions 3; behind a slash stands the form for one, for several bodies,
 * or for what is known.
 */
#include <stdbool.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "formula.h"
#include "model/inline.h"
#include "typography.h"

static const struct {
	const char *id, *pattern;
} formulas[] = {
	{"TEXT", "{text}"}, /* a plain text as a sentence */

	/* Headings and the title. */
	{"TITLE", "draft report on the {meeting} of {bodies} held[ in {place}] {dates}"},
	{"HEAD-INTRO", "introduction"},
	{"HEAD-REC", "recommendations[ adopted by {bodies}]"},
	{"HEAD-FOLLOW", "follow-up to the recommendations"},
	{"HEAD-SUM", "summary of deliberations"},
	{"HEAD-OWN", "items of {bodies}"},
	{"HEAD-JOINT", "joint items of {bodies}"},
	{"HEAD-ITEM", "{title}[ {bracket}]"},
	{"HEAD-ORG", "organization of the {meeting}"},
	{"HEAD-OPEN", "opening of the {meeting}"},
	{"HEAD-STAT", "statements"},
	{"HEAD-AGENDA", "adoption of the agenda and other organizational matters"},
	{"HEAD-ATT", "attendance"},
	{"HEAD-DOC", "documentation"},
	{"HEAD-ADOPT", "adoption of the report"},

	/* How an item is named in a sentence. */
	{"ITEM", "agenda item {printed}[ of {body}], entitled “{title}”"},
	{"ITEM/joint", "the joint agenda item {printed}, entitled “{title}”"},
	{"ITEM/numbers", "the joint agenda item entitled “{title}”"},
	{"ITEM/entry", "{printed}, entitled “{title}”"},
	{"ITEM/entry-numbers", "“{title}”"},
	{"ITEM/together", "agenda items {list}[, of {body}]"},
	{"ITEM/together-joint", "the joint agenda items {list}"},
	{"ITEM/together-numbers", "the joint agenda items entitled {list}"},

	/* I. */
	{"INTRO-1", "the {agenda} of {bodies} cited the following mandates:"},
	{"INTRO-1/one", "the {agenda} of {bodies} cited {mandate}."},
	{"INTRO-1/entry", "{kind} {number}[, entitled “{title}”] ({items})"},

	/* II. */
	{"REC-A", "{bodies}:"},

	{"VOTE-1", "[at {its} {ordinal} meeting[, on {date}], ]{bodies} adopted {what}[,"
		   " {amended}][, {how}][ {simply}]."},
	{"VOTE-1/block", "[at {its} {ordinal} meeting[, on {date}], ]{bodies} adopted {what}"
			 " together[, {amended}][, {how}][, {simply}]."},
	{"VOTE-1/set", "[at {its} {ordinal} meeting[, on {date}], ]{bodies} adopted {what} as a"
		       " whole[, {amended}][, {how}][, {simply}]."},
	{"VOTE-1/hands",
		"by a show of hands, by {yes} {noun} to {no}, with {abstained} {abstentions}"},
	{"VOTE-1/recorded", "by a recorded vote of {yes} to {no}, with {abstained} {abstentions}"},
	{"VOTE-1/lost", "[at {its} {ordinal} meeting[, on {date}], ]{bodies} did not adopt a"
			" proposal that read “{text}”, which received {yes} {noun} in favour and"
			" {no} against, with {abstained} {abstentions}[, and therefore not the"
			" required {short} majority]."},
	{"VOTE-1/lost-too", "by the same vote, {bodies} did not adopt a proposal that read"
			    " “{text}”."},
	{"VOTE-1/amendment", "[at {its} {ordinal} meeting[, on {date}], ]{bodies} {voted} an"
			     " amendment to {what}, which received {yes} {noun} in favour and {no}"
			     " against, with {abstained} {abstentions}."},
	{"VOTE-1/in-favour", "in favour: {list}."},
	{"VOTE-1/against", "against: {list}."},
	{"VOTE-1/abstaining", "abstaining: {list}."},
	{"EOP-1/before", "before the {event} {what}, the representatives of {list} made statements"
			 " in explanation of {of}."},
	{"EOP-1/before-one", "before the {event} {what}, the representative of {list} made a"
			     " statement in explanation of {of}[ on behalf of {group}][: {text}]."},
	{"EOP-1/after", "after the {event} {what}, the representatives of {list} made statements in"
			" explanation of {of}."},
	{"EOP-1/after-one", "after the {event} {what}, the representative of {list} made a"
			    " statement in explanation of {of}[ on behalf of {group}][: {text}]."},
	{"RECALL", "the representatives of {list} requested that their positions on {what} be"
		   " reflected in the report."},
	{"RECALL/one", "the representative of {list}[, on behalf of {group},] requested that its"
		       " position on {what} be reflected in the report[: {text}]."},
	{"RECALL/reservations",
		"the representatives of {list} expressed reservations with regard to {what}."},
	{"RECALL/reservation", "the representative of {list}[, on behalf of {group},] expressed a"
			       " reservation with regard to {what}[: {text}]."},
	{"RECALL/dissociations",
		"the representatives of {list} dissociated their delegations from {what}."},
	{"RECALL/dissociation", "the representative of {list}[, on behalf of {group},] dissociated"
				" {whose} from {what}[: {text}]."},

	/* Recommendations of earlier sessions. */
	{"FOLLOW-1", "{bodies} reviewed the follow-up to the recommendations contained in the"
		     " document entitled “{report}”[ ({symbol})]."},
	{"FOLLOW-1/table", "{bodies} reviewed the follow-up to the recommendations contained in"
			   " the document entitled “{report}”[ ({symbol})], as set out in the"
			   " table below."},
	{"FOLLOW-1/bare", "{bodies} reviewed the follow-up to earlier recommendations."},
	{"FOLLOW-2", "recommendation {label}[ of the {body}], “{text}”, {state}."},
	{"FOLLOW-2/bare", "one recommendation[ of the {body}], “{text}”, {state}."},
	{"FOLLOW-2/unknown", "recommendation[ {label}][ of the {body}]: “{text}”."},
	{"FOLLOW-3", "{action}[, by {by}][ ({source})]."},

	/* III. */
	{"ITEM-1", "{bodies} considered {item}[, on the {when}]."},
	{"ITEM-1/numbers", "{bodies} considered {item}[ on the {when}]."},
	{"ITEM-1/together", "{bodies} considered jointly {item}[, on the {when}]."},
	{"ITEM-1/together-joint", "{bodies} considered together {item}[, on the {when}]."},
	{"ITEM-1/together-numbers", "{bodies} considered together {item}[ on the {when}]."},
	{"PRES-1", "{count} representatives of the Secretariat made presentations."},
	{"PRES-1/one", "a representative of the Secretariat made a presentation."},
	{"PRES-1/further",
		"{count} further presentations were made by representatives of the Secretariat."},
	{"PRES-1/further-one",
		"a further presentation was made by a representative of the Secretariat."},
	{"PRES-2", "the discussion was led by the following panellists: {list}."},
	{"PRES-2/one", "the discussion was led by the following panellist: {list}."},
	{"POINT", "{speaker} {text}."},
	{"POINT/that", "{speaker} noted that {text}."},
	{"POINT/question", "{speaker} asked: “{text}”"},

	/* IV.A */
	{"OPEN-1", "{bodies} met[ in {place}] {dates}[, holding {meetings}]."},
	{"OPEN-2", "the meeting[ of {body}] was chaired by {chair}."},
	{"OPEN-2/statement",
		"the meeting was opened by {chair}, Chair of {body}, who made an opening statement."},

	/* IV.B */
	{"STAT-1",
		"[under {item}, ]statements were[ {also}] made by representatives of the following"
		" {class}: {list}."},
	{"STAT-1/unsettled",
		"[under {item}, ]statements were[ {also}] made by the representatives of {list}."},
	{"STAT-2",
		"[under {item}, ]a statement was[ {also}] made by the representative of {name}."},
	{"STAT-2/signatory",
		"[under {item}, ]a statement was[ {also}] made by the representative of"
		" {name}, a signatory State."},
	{"STAT-3",
		"[under {item}, ]the representative of {name} made a statement on behalf of {group}."},
	{"STAT-3/observer",
		"[under {item}, ]the observer for {name} made a statement on behalf of {group}."},
	{"STAT-3/group", "[under {item}, ]a statement was[ {also}] made on behalf of {group}."},
	{"STAT-3/groups", "[under {item}, ]statements were[ {also}] made on behalf of {group}."},
	{"STAT-4", "[under {item}, ]statements were[ {also}] made by the observers for {list}."},
	{"STAT-4/one", "[under {item}, ]a statement was[ {also}] made by the observer for {list}."},
	{"STAT-6", "[under {item}, ]statements were[ {also}] made by {list}."},
	{"STAT-6/one", "[under {item}, ]a statement was[ {also}] made by {list}."},
	{"STAT-7",
		"[under {item}, ]statements were[ {also}] made by representatives of the Secretariat."},
	{"STAT-7/one",
		"[under {item}, ]a statement was[ {also}] made by a representative of the Secretariat."},

	/* IV.C */
	{"AGENDA-1",
		"[at {its} {ordinal} meeting[, on {date}], ]{bodies} adopted[ {form}] the following"
		" agenda[ and {work}][, {amended}]:"},
	/* What was decided after that; the words of the conventions are not confirmed. */
	{"AGENDA-3", "at {its} {ordinal} meeting[, on {date}], {bodies} decided {what}."},
	{"AGENDA-3/also", "{bodies} also decided {what}."},
	{"AGENDA-3/further", "{bodies} further decided {what}."},
	{"AGENDA-3/added",
		"to include in {its} agenda an additional item {number}, entitled “{title}”"},
	{"AGENDA-3/deleted",
		"to delete agenda item {number}, entitled “{title}”, from {its} agenda"},
	{"AGENDA-3/retitled", "to amend the title of agenda item {number} to read “{after}”"},
	{"AGENDA-3/renumbered", "to renumber agenda item {before} as item {after}"},
	{"AGENDA-3/moved", "to consider agenda item {number} {place} agenda item {other}"},
	{"AGENDA-3/joined", "to consider agenda items {list} jointly"},
	{"AGENDA-3/parted", "to consider agenda items {list} separately"},
	{"AGENDA-3/planned", "to consider agenda item {number} on {after}[ instead of {before}]"},
	{"AGENDA-3/taken", "not to consider agenda item {number} on {before}"},
	{"AGENDA-3/slot_added", "to hold an additional meeting on {after}"},
	{"AGENDA-3/slot_deleted", "to cancel the meeting planned for {before}"},
	{"AGENDA-3/slot_changed", "to hold on {after} the meeting planned for {before}"},
	{"AGENDA-3/slot_hours", "to hold the meeting planned for {before} from {hours}"},

	/* IV.D */
	{"ATT-1",
		"the following {class} to the Convention were represented at the {meeting}: {list}."},
	{"ATT-1/one", "{name}, a party to the Convention, was represented at the {meeting}."},
	{"ATT-1/unknown", "the following States were represented at the {meeting}: {list}."},
	{"ATT-1/unknown-one", "{name} was represented at the {meeting}."},
	{"ATT-1/unsettled", "{list} were represented at the {meeting}."},
	{"ATT-2",
		"the following signatories to the Convention were represented by observers: {list}."},
	{"ATT-2/one", "{name}, a signatory to the Convention, was represented by an observer."},
	{"ATT-3", "the following non-signatory States were represented by observers: {list}."},
	{"ATT-3/one", "{name}, a non-signatory, was represented by an observer."},
	{"ATT-3/observer", "{list} were represented by observers."},
	{"ATT-4/one", "{name} was represented by an observer."},
	{"ATT-4/un", "the following United Nations bodies were represented by observers: {list}."},
	{"ATT-4/institutes",
		"the following institutes of the United Nations crime prevention and criminal"
		" justice programme network were represented by observers: {list}."},
	{"ATT-4/agencies",
		"the following specialized agencies were represented by observers: {list}."},
	{"ATT-4/igo",
		"the following intergovernmental organizations were represented by observers: {list}."},
	{"ATT-4/ngo",
		"the following non-governmental organizations were represented by observers: {list}."},
	{"ATT-4/guests", "the following also attended the {meeting}: {list}."},
	{"ATT-5", "a list of participants is contained in document {symbol}."},

	/* IV.E */
	{"DOC-1", "for {its} consideration, {bodies} had before {it} the following documents:"},
	{"DOC-1/one", "for {its} consideration, {bodies} had before {it} the following document:"
		      " {document}."},
	{"DOC-1/on", "{kind} on {title} ({symbol})"},
	{"DOC-1/entitled", "{kind} entitled “{title}” ({symbol})"},
	{"DOC-1/title", "{title} ({symbol})"},
	{"DOC-1/kind", "{kind} ({symbol})"},
	{"DOC-1/symbol", "{symbol}"},

	/* V. */
	{"ADOPT-1",
		"[at {its} {ordinal} meeting[, on {date}], ]{bodies} adopted[ {form}] the present"
		" report on {its} {meeting}[, {amended}]."},

	/* What the Chair says (script.c); what is done stands in round brackets. */
	{"CHAIR-OPEN",
		"I declare open the {ordinal} meeting of {bodies}[, which is held in {place} {dates}]."},
	{"CHAIR-CALL", "I call to order the {ordinal} meeting of {bodies}."},
	{"CHAIR-RESUME", "the {ordinal} meeting of {bodies} is resumed."},
	{"CHAIR-AGENDA",
		"delegations have before them the provisional agenda[, in document {symbols}]. "
		"Are there any comments? (Pause.) May I take it that {bodies} {wish} to adopt the "
		"agenda? (Pause.) I see no objection. It is so decided. (Gavel.)"},
	{"CHAIR-ITEM",
		"we now turn to {item}. The list of speakers is open: delegations that wish to "
		"take the floor are asked to let the secretariat know."},
	{"CHAIR-LIMITS",
		"I remind delegations that statements on this item are limited to {limits}."},
	{"CHAIR-OVER",
		"I must ask {who} to conclude: the time for the statement, {limit}, has passed."},
	{"CHAIR-THANKS", "I thank {who}[ for the statement on behalf of {group}]."},
	{"CHAIR-RULING",
		"{who} has raised a point of order. I rule as follows: … Is there an appeal against "
		"the ruling? (Pause.) I see none. The ruling stands."},
	{"CHAIR-RESUMES", "I give the floor again to {who}, whose statement was interrupted."},
	{"CHAIR-NEXT",
		"I give the floor to {who}[, who speaks on behalf of {group}][, to be followed by "
		"{after}]."},
	{"CHAIR-LATE",
		"the list was closed when {who} asked for the floor. May I take it that there is no "
		"objection to hearing the statement? (Pause.) I see none. I give the floor to {who}."},
	{"CHAIR-PRESENTS", "I invite {who} to take the floor[, to be followed by {after}]."},
	{"CHAIR-POINT",
		"I give the floor to {who} on a point of order[, for no more than {limit}]."},
	{"CHAIR-REPLIES",
		"we now come to the rights of reply[. A delegation has {count} on the item][, the "
		"first of up to {first}][, the second of up to {second}]."},
	{"CHAIR-REPLY",
		"{who} has asked for the floor in exercise of the right of reply, and has it now[, "
		"for no more than {limit}][; after that, {after}]."},
	{"CHAIR-BEFORE",
		"I give the floor to {who}, in explanation of position before the decision[, to be "
		"followed by {after}]."},
	{"CHAIR-AFTER",
		"I give the floor to {who}, in explanation of position after the decision[, to be "
		"followed by {after}]."},
	{"CHAIR-LIST",
		"I propose to close the list of speakers on this item. I have on it: {list}. Does "
		"any other delegation wish to be on it? (Pause.) I see none. The list is closed."},
	{"CHAIR-REPORT",
		"delegations have before them the draft report[, in document {symbols}]. Are there "
		"any comments on its parts? (Pause.) May I take it that {bodies} {wish} to adopt "
		"{its} report and to entrust the Rapporteur with its finalization? (Pause.) I see no "
		"objection. It is so decided. (Gavel.)"},
	{"CHAIR-CONCLUDE",
		"I have no more speakers on the list. May I take it that {bodies} {conclude} {its} "
		"consideration of {item}? (Pause.) It is so decided. (Gavel.)"},
	{"CHAIR-REC",
		"we have before us recommendation {number}, which reads: “{text}” May I take it that "
		"{bodies} {wish} to adopt it[, {amended}]? (Pause.) I see no objection. It is so decided. "
		"(Gavel.)"},
	{"CHAIR-REC/together",
		"we have before us recommendations {list}. May I take it that {bodies} {wish} to adopt "
		"them together? (Pause.) I see no objection. It is so decided. (Gavel.)"},
	{"CHAIR-HANDS",
		"a vote has been requested on recommendation {number}. Does any delegation wish to "
		"explain its vote before the voting? (Pause.) We shall now vote by show of hands[; "
		"{majority} of those present and voting is required]. The voting has begun. Those in "
		"favour? (Pause.) Those against? (Pause.) Abstentions? (Pause.) The result is: … in "
		"favour, … against, … abstaining. The recommendation is adopted. / The recommendation "
		"is not adopted. (Gavel.) Does any delegation wish to explain its vote?"},
	{"CHAIR-ROLL",
		"a recorded vote has been requested on recommendation {number}. Does any delegation "
		"wish to explain its vote before the voting? (Pause.) The Secretary will call the "
		"names of the members; each answers “yes”, “no” or “abstention”[; {majority} of those "
		"present and voting is required]. The voting has begun. (Roll.) The voting is closed. "
		"The result is: … in favour, … against, … abstaining. The recommendation is adopted. / "
		"The recommendation is not adopted. (Gavel.) Does any delegation wish to explain its "
		"vote?"},
	{"CHAIR-SUSPEND", "The meeting is suspended."},
	{"CHAIR-CLOSE",
		"our time is over. We meet again on {day}[ at {time}][, to take up items {items}]. I "
		"thank the interpreters. The {ordinal} meeting is adjourned. (Gavel.)"},
	{"CHAIR-END",
		"we have come to the end of our work. I thank all delegations, the Secretariat and the "
		"interpreters. I declare the {ordinal} meeting of {bodies} closed. (Gavel.)"},
};

enum { FORMULAS = sizeof(formulas) / sizeof(formulas[0]) };

struct filling {
	const struct formula_field *fields;
	bool escaped;
};

const char *formula_id(size_t index)
{
	return index < FORMULAS ? formulas[index].id : NULL;
}

const char *formula_pattern(size_t index)
{
	return index < FORMULAS ? formulas[index].pattern : NULL;
}

static const char *find_pattern(const char *id)
{
	for (size_t i = 0; i < FORMULAS; i++)
		if (strcmp(formulas[i].id, id) == 0)
			return formulas[i].pattern;
	die("there is no formula %s", id);
}

/* One line: a line feed inside a name or a title is a blank of the sentence. */
static void add_value(const char *value, bool escaped, struct str *out)
{
	struct str line;

	str_init(&line);
	typography(value, &line);
	for (char *c = line.text; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	if (escaped)
		inline_escape(line.text, out);
	else
		str_add(out, line.text);
	str_clear(&line);
}

/* The field at "{name}"; false if it has no value. */
static bool add_field(
	const struct filling *filling, const char *name, size_t length, struct str *out)
{
	const struct formula_field *field = filling->fields;

	while (field && field->name &&
		(strncmp(field->name, name, length) != 0 || field->name[length]))
		field++;
	if (!field || !field->name || !field->value || !*field->value)
		return false;
	add_value(field->value, filling->escaped, out);
	return true;
}

/* Fills in up to the end or the closing bracket and returns where that is; an
 * optional part that lacks a value takes itself out again. */
static const char *fill(
	const struct filling *filling, const char *pattern, bool optional, struct str *out)
{
	size_t start = out->length;
	bool whole = true;

	while (*pattern && !(optional && *pattern == ']')) {
		if (*pattern == '{') {
			size_t length = strcspn(pattern + 1, "}");
			whole = add_field(filling, pattern + 1, length, out) && whole;
			pattern += length + 2;
		} else if (*pattern == '[') {
			pattern = fill(filling, pattern + 1, true, out) + 1;
		} else {
			str_addc(out, *pattern++);
		}
	}
	if (optional && !whole)
		str_cut(out, start);
	return pattern;
}

static void capitalize(struct str *text, size_t at)
{
	uint32_t point;
	char bytes[4];

	if (at == text->length)
		return;
	size_t size = utf8_decode(text->text + at, text->length - at, &point);
	size_t capital = utf8_encode(utf8_upper(point), bytes);
	str_remove(text, at, size);
	str_insert(text, at, bytes, capital);
}

void formula_sentence(struct str *out, const char *id, const struct formula_field *fields)
{
	struct filling filling = {fields, true};
	size_t start = out->length;

	fill(&filling, find_pattern(id), false, out);
	capitalize(out, start);
}

void formula_plain(struct str *out, const char *id, const struct formula_field *fields)
{
	struct filling filling = {fields, false};

	fill(&filling, find_pattern(id), false, out);
}
