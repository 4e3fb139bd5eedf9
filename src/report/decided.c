/* SPDX-License-Identifier: MIT */
/*
 * How recommendations were decided: by what vote, together with what, as orally amended,
 * and what delegations said of it. Where one was voted on, the form of the others is said
 * too. Of a text that was taken up again the last decision counts. A proposal that a vote
 * has rejected is told with its words; any other that was not adopted is not.
 */
#include <string.h>

#include "decided.h"
#include "formula.h"
#include "lists.h"
#include "model/number.h"
#include "store/amendment.h"
#include "words.h"

/* What a vote on an amendment was on. One to a new paragraph, or to an amendment to it, is on
 * the text that came of the paragraph. */
struct voted_amendment {
	const struct amendment_row *row; /* NULL: the decision is on no amendment */
	int64_t on;                      /* 0: on a new paragraph of which no text came */
	int64_t behind;                  /* the text that it was proposed to */
	bool is_paragraph;
};

struct deciding {
	struct report *report;
	const struct decided_set *set;
	struct arena arena;
	const struct decision_row *decisions;
	const struct position_row *positions;
	size_t decision_count, position_count;
	struct voted_amendment *amendments; /* beside each decision */
	const struct decision_row **last; /* of each text; NULL: undecided, or to be passed over */
	bool *told;                       /* each text */
	bool contrast; /* something was voted on, so that the form of all else is said */
};

/* --- what was decided --- */

static const struct decision_row *last_of(const struct deciding *d, int64_t recommendation)
{
	const struct decision_row *last = NULL;

	for (size_t i = 0; i < d->decision_count; i++)
		if (d->decisions[i].recommendation == recommendation && !d->decisions[i].amendment)
			last = &d->decisions[i];
	return last;
}

/* The act on the set with which it was decided, or NULL. */
static const struct decision_row *set_of(
	const struct deciding *d, const struct decision_row *decision)
{
	for (size_t i = 0; i < d->decision_count; i++)
		if (d->decisions[i].id == decision->head)
			return d->decisions[i].in_set ? &d->decisions[i] : NULL;
	return NULL;
}

static bool is_form(const struct decision_row *decision, const char *form)
{
	return decision->form && strcmp(decision->form, form) == 0;
}

/* More than adopted by consensus, alone and as it stood. */
static bool is_remarkable(const struct deciding *d, const struct decision_row *decision)
{
	return d->contrast || decision->voted || decision->orally_amended ||
	       decision->together > 1 || is_form(decision, "without-vote") || set_of(d, decision);
}

/* Said in one sentence: one act, or several of the same kind in one meeting. */
static bool is_same(const struct decision_row *a, const struct decision_row *b)
{
	if (a->head == b->head)
		return true;
	return !a->voted && !b->voted && a->together == 1 && b->together == 1 &&
	       a->meeting == b->meeting && a->orally_amended == b->orally_amended &&
	       is_form(a, "without-vote") == is_form(b, "without-vote");
}

/* --- what it is called --- */

static const struct template *words_of(const struct deciding *d)
{
	return d->report->facts.template;
}

static const char *word(const struct deciding *d, const char *key)
{
	return template_text(words_of(d), key);
}

/* "recommendation (c)", "recommendations (a) and (b)", "the recommendation in paragraph 5" */
static const char *call_texts(struct deciding *d, const size_t of[], size_t count)
{
	const char **labels = arena_alloc(&d->arena, (count + 1) * sizeof *labels);
	struct str joined;

	for (size_t i = 0; i < count; i++)
		labels[i] = d->set->texts[of[i]].label;
	struct str name;
	str_init(&joined);
	str_init(&name);
	words_join(words_of(d), labels, count, &joined);
	formula_plain(&name, words_of(d), d->set->numbered ? "WHAT/paragraph" : "WHAT",
		FIELDS({"list", joined.text}, {"list|", formula_form(count > 1, false)}));
	const char *kept = arena_strdup(&d->arena, name.text);
	str_clear(&joined);
	str_clear(&name);
	return kept;
}

static const char *call_text(struct deciding *d, size_t text)
{
	return d->set->texts[text].label ? call_texts(d, &text, 1) : word(d, "what.proposal");
}

/* --- paragraphs --- */

static void add(struct deciding *d, const char *formula, const char *class, struct str *text)
{
	build_paragraph(
		d->report, (struct source){formula, d->set->bodies, NULL, class}, text->text);
}

static const char *votes(struct deciding *d, int count)
{
	return count ? arena_printf(&d->arena, "%d", count) : word(d, "votes.none");
}

static const char *how_without(const struct deciding *d, const struct decision_row *decision)
{
	if (is_form(decision, "without-vote"))
		return word(d, "form.without-vote");
	if (!d->contrast)
		return "";
	return word(d, is_form(decision, "consensus") ? "form.consensus" : "form.without-vote");
}

/* "by a recorded vote of 30 to 2, with 4 abstentions" */
static const char *how(struct deciding *d, const struct decision_row *decision)
{
	const struct vote_count *count = &decision->vote.count;
	struct str out;

	if (!decision->voted)
		return how_without(d, decision);
	str_init(&out);
	formula_plain(&out, d->report->facts.template,
		is_form(decision, "vote") ? "VOTE-1/recorded" : "VOTE-1/hands",
		FIELDS({"yes", votes(d, count->in_favour)},
			{"yes|", words_form(d->report->facts.template, count->in_favour)},
			{"no", votes(d, count->against)},
			{"abstained", count->abstaining ? votes(d, count->abstaining)
							: word(d, "votes.no")},
			{"abstained|", words_form(d->report->facts.template, count->abstaining)}));
	const char *phrase = arena_strdup(&d->arena, out.text);
	str_clear(&out);
	return phrase;
}

/* What a sentence has besides the decision; each may be "". */
struct said {
	const char *what, *words;
	const char *amended; /* "as orally amended", "recommendation (b) as orally amended" */
};

static void sentence(struct deciding *d, const char *formula, const struct decision_row *decision,
	const struct said *said, struct str *out)
{
	const struct facts *facts = &d->report->facts;
	const struct meeting_row *meeting = facts_meeting(facts, decision->meeting);
	const struct vote_count *count = &decision->vote.count;
	bool short_of = decision->voted && decision->vote.majority == VOTE_TWO_THIRDS &&
			decision->vote.count.in_favour > decision->vote.count.against;
	struct str names, ordinal, date;

	str_init(&names);
	str_init(&ordinal);
	str_init(&date);
	facts_bodies(facts, d->set->bodies, &names);
	if (meeting) {
		words_ordinal(facts->template, facts_meeting_number(facts, meeting, d->set->bodies),
			&ordinal);
		facts_meeting_date(facts, meeting, &d->report->year, &date);
	}
	formula_sentence(out, d->report->facts.template, formula,
		FIELDS({"bodies|", facts_form(facts, d->set->bodies)}, {"ordinal", ordinal.text},
			{"date", date.text}, {"bodies", names.text}, {"what", said->what},
			{"text", said->words}, {"how", *said->amended ? how(d, decision) : ""},
			{"simply", *said->amended ? "" : how(d, decision)},
			{"amended", said->amended},
			{"short", short_of ? word(d, "majority.two-thirds") : ""},
			{"yes", votes(d, count->in_favour)},
			{"yes|", words_form(d->report->facts.template, count->in_favour)},
			{"no", votes(d, count->against)},
			{"abstained", count->abstaining ? votes(d, count->abstaining)
							: word(d, "votes.no")},
			{"abstained|", words_form(d->report->facts.template, count->abstaining)}));
	str_clear(&names);
	str_clear(&ordinal);
	str_clear(&date);
}

/* "In favour: Benin, Canada." */
static void add_ballots(struct deciding *d, const struct decision_row *decision)
{
	static const char *const formulas[] = {
		"VOTE-1/in-favour", "VOTE-1/against", "VOTE-1/abstaining"};
	const struct facts *facts = &d->report->facts;
	bool *chosen = arena_alloc(&d->arena, (facts->participant_count + 1) * sizeof *chosen);
	size_t count;
	const struct ballot *ballots =
		store_ballots(d->report->store, decision->id, &d->arena, &count);
	struct str text;

	str_init(&text);
	for (int choice = VOTE_IN_FAVOUR; count && choice <= VOTE_ABSTAINING; choice++) {
		memset(chosen, 0, facts->participant_count * sizeof *chosen);
		for (size_t i = 0; i < count; i++)
			chosen[facts_participant(facts, ballots[i].participant)] |=
				(int)ballots[i].choice == choice;
		struct name_list list = list_names_all(facts, chosen, NAME_LIST);
		str_reset(&text);
		formula_sentence(&text, d->report->facts.template, formulas[choice],
			FIELDS({"list", list.count ? list.joined.text : word(d, "list.none")}));
		document_add(&d->report->document, d->report->document.root, NODE_PLAIN, text.text);
		name_list_clear(&list);
	}
	str_clear(&text);
}

/* --- positions --- */

static bool is_group(const struct deciding *d, const struct position_row *position)
{
	const struct facts *facts = &d->report->facts;
	size_t at = facts_participant(facts, position->participant);

	return at < facts->participant_count &&
	       facts_standing(&facts->participants[at]) == STANDING_GROUP;
}

static const char *running_name(const struct deciding *d, int64_t participant)
{
	const struct facts *facts = &d->report->facts;
	size_t at = facts_participant(facts, participant);

	return at < facts->participant_count ? facts->participants[at].running_name : "";
}

/* "of Canada", as the language has it. */
static const char *running_of(struct deciding *d, int64_t participant)
{
	const char *name = running_name(d, participant), *kept;
	struct str of;

	str_init(&of);
	words_join_of(words_of(d), &name, 1, &of);
	kept = arena_strdup(&d->arena, of.text);
	str_clear(&of);
	return kept;
}

static const char *const position_formulas[POSITION_KINDS][2] = {
	[POSITION_BEFORE] = {"EOP-1/before", "EOP-1/before-one"},
	[POSITION_AFTER] = {"EOP-1/after", "EOP-1/after-one"},
	[POSITION_RESERVATION] = {"RECALL/reservations", "RECALL/reservation"},
	[POSITION_DISSOCIATION] = {"RECALL/dissociations", "RECALL/dissociation"},
	[POSITION_RECORD] = {"RECALL", "RECALL/one"},
};

/* What positions are on: a text, or a set. */
struct target {
	int64_t recommendation, in_set;
	const char *what; /* "recommendation (c)" */
	bool voted;
};

static const char *explained(const struct deciding *d, const struct target *target)
{
	return word(d, target->voted ? "explanation.vote" : "explanation.position");
}

static const char *event(const struct deciding *d, const struct target *target)
{
	return word(d, target->voted ? "event.vote" : "event.adoption");
}

static bool is_on(
	const struct position_row *position, const struct target *target, enum position_kind kind)
{
	return position->kind == kind && position->recommendation == target->recommendation &&
	       position->in_set == target->in_set;
}

/* Has it a sentence of its own, for a group or with its words? */
static bool stands_alone(const struct deciding *d, const struct position_row *position)
{
	return position->on_behalf || position->text || is_group(d, position);
}

/* Those in their own name and without words: one sentence with their list. */
static void say_together(
	struct deciding *d, const struct target *target, enum position_kind kind, struct str *out)
{
	const struct facts *facts = &d->report->facts;
	bool *chosen = arena_alloc(&d->arena, (facts->participant_count + 1) * sizeof *chosen);

	memset(chosen, 0, (facts->participant_count + 1) * sizeof *chosen);
	for (size_t i = 0; i < d->position_count; i++)
		if (is_on(&d->positions[i], target, kind) && !stands_alone(d, &d->positions[i]))
			chosen[facts_participant(facts, d->positions[i].participant)] = true;
	struct name_list list = list_names_all(facts, chosen, NAME_RUNNING);
	if (list.count)
		formula_sentence(out, d->report->facts.template,
			position_formulas[kind][list.count == 1],
			FIELDS({"list", list.joined.text}, {"of_list", list.of.text},
				{"what", target->what}, {"of", explained(d, target)},
				{"event", event(d, target)}, {"whose", word(d, "whose.own")}));
	name_list_clear(&list);
}

static void say_alone(struct deciding *d, const struct target *target,
	const struct position_row *position, struct str *out)
{
	const char *group = position->on_behalf ? running_name(d, position->on_behalf) : "";

	if (out->length)
		str_addc(out, ' ');
	formula_sentence(out, d->report->facts.template, position_formulas[position->kind][1],
		FIELDS({"list", running_name(d, position->participant)}, {"group", group},
			{"what", target->what}, {"text", position->text},
			{"of", explained(d, target)}, {"event", event(d, target)},
			{"of_list", running_of(d, position->participant)},
			{"whose", *group ? group : word(d, "whose.own")}));
}

static void add_positions(struct deciding *d, const struct target *target, enum position_kind kind)
{
	struct str text;

	str_init(&text);
	say_together(d, target, kind, &text);
	for (size_t i = 0; i < d->position_count; i++)
		if (is_on(&d->positions[i], target, kind) && stands_alone(d, &d->positions[i]))
			say_alone(d, target, &d->positions[i], &text);
	if (text.length)
		add(d, kind <= POSITION_AFTER ? "EOP-1" : "RECALL", position_word(kind), &text);
	str_clear(&text);
}

static void add_after(struct deciding *d, const struct target *target)
{
	for (int kind = POSITION_AFTER; kind < POSITION_KINDS; kind++)
		add_positions(d, target, (enum position_kind)kind);
}

/* --- the acts --- */

static struct target target_of(struct deciding *d, size_t text)
{
	return (struct target){.recommendation = d->set->texts[text].row->id,
		.what = call_text(d, text),
		.voted = d->last[text]->voted};
}

/* Of a set the whole is amended; of a block those are named that were. */
static const char *how_amended(
	struct deciding *d, const struct decision_row *decision, const size_t texts[], size_t count)
{
	const struct decision_row *set = set_of(d, decision);
	size_t *amended = arena_alloc(&d->arena, (count + 1) * sizeof *amended), found = 0;

	for (size_t i = 0; i < count; i++)
		if (d->last[texts[i]]->orally_amended)
			amended[found++] = texts[i];
	if (found == count || (set && set->orally_amended && count > 1))
		return word(d, "amended");
	if (!found)
		return "";
	struct str out;
	str_init(&out);
	formula_plain(&out, words_of(d), "AMENDED",
		FIELDS({"what", call_texts(d, amended, found)},
			{"what|", formula_form(found > 1, false)}));
	const char *kept = arena_strdup(&d->arena, out.text);
	str_clear(&out);
	return kept;
}

static void add_adopted(
	struct deciding *d, const struct decision_row *decision, const size_t texts[], size_t count)
{
	struct str text;
	const char *formula = set_of(d, decision) && count > 1 ? "VOTE-1/set"
			      : decision->together > 1         ? "VOTE-1/block"
							       : "VOTE-1";

	if (!is_remarkable(d, decision))
		return;
	str_init(&text);
	sentence(d, formula, decision,
		&(struct said){
			call_texts(d, texts, count), "", how_amended(d, decision, texts, count)},
		&text);
	add(d, "VOTE-1", arena_printf(&d->arena, "r%d", d->set->texts[texts[0]].row->number),
		&text);
	str_clear(&text);
	add_ballots(d, decision);
}

/* A proposal that a vote has rejected. */
static void add_rejected(
	struct deciding *d, const struct decision_row *decision, const size_t texts[], size_t count)
{
	struct str text, words;

	str_init(&text);
	str_init(&words);
	for (size_t i = 0; i < count; i++) {
		const struct recommendation_row *row = d->set->texts[texts[i]].row;
		str_reset(&words);
		facts_inside_quotes(d->report->facts.template, row->text, &words);
		str_reset(&text);
		sentence(d, i ? "VOTE-1/lost-too" : "VOTE-1/lost", decision,
			&(struct said){"", words.text, ""}, &text);
		add(d, "VOTE-1", arena_printf(&d->arena, "r%d", row->number), &text);
	}
	str_clear(&text);
	str_clear(&words);
	add_ballots(d, decision);
}

/* --- votes on amendments --- */

static void find_amendment(struct deciding *d, size_t i)
{
	struct voted_amendment *voted = &d->amendments[i];
	struct store *store = d->report->store;
	struct amendment_row *row = arena_alloc(&d->arena, sizeof *row), root;

	*voted = (struct voted_amendment){0};
	if (!d->decisions[i].amendment ||
		!store_amendment(store, d->decisions[i].vote.amendment, &d->arena, row))
		return;
	for (root = *row; root.parent;)
		if (!store_amendment(store, root.parent, &d->arena, &root))
			return;
	*voted = (struct voted_amendment){
		row, row->recommendation, row->recommendation, row->kind == AMENDMENT_PARAGRAPH};
	if (row->of_new_paragraph)
		voted->on = root.made_number ? store_recommendation_find(
						       store, d->report->session, root.made_number)
					     : 0;
}

/* What is not in the text is named by its words. */
static void say_words(
	struct deciding *d, size_t i, const char *formula, const char *named, struct str *text)
{
	struct str words;

	str_init(&words);
	facts_inside_quotes(d->report->facts.template, named, &words);
	sentence(d, formula, &d->decisions[i], &(struct said){"", words.text, ""}, text);
	str_clear(&words);
}

static void add_vote(struct deciding *d, size_t i, struct str *text)
{
	add(d, "VOTE-1", arena_printf(&d->arena, "a%d", d->decisions[i].amendment), text);
	add_ballots(d, &d->decisions[i]);
}

static void add_amendment(struct deciding *d, size_t i, const char *what)
{
	const struct decision_row *decision = &d->decisions[i];
	bool paragraph = d->amendments[i].is_paragraph, carried = decision->vote.carried;
	struct str text;

	str_init(&text);
	if (paragraph && !carried)
		say_words(d, i, "VOTE-1/lost", d->amendments[i].row->text, &text);
	else
		sentence(d,
			paragraph ? "VOTE-1/paragraph"
			: carried ? "VOTE-1/amendment"
				  : "VOTE-1/amendment-lost",
			decision, &(struct said){what, "", ""}, &text);
	add_vote(d, i, &text);
	str_clear(&text);
}

/* The vote by which a paragraph went that is not there any more. */
static void add_deletion(struct deciding *d, size_t of)
{
	const struct recommendation_row *row = d->set->texts[of].row;
	struct str text;

	str_init(&text);
	for (size_t i = 0; row->state == RECOMMENDATION_WITHDRAWN && i < d->decision_count; i++) {
		const struct amendment_row *amendment = d->amendments[i].row;
		if (!amendment || amendment->kind != AMENDMENT_DELETION ||
			amendment->state != AMENDMENT_ACCEPTED || d->amendments[i].on != row->id ||
			!d->decisions[i].vote.carried)
			continue;
		str_reset(&text);
		say_words(d, i, "VOTE-1/deletion", row->text, &text);
		add_vote(d, i, &text);
	}
	str_clear(&text);
}

/* Those on amendments to a text, and on the new paragraph that it came of. */
static void add_amendments(struct deciding *d, size_t of)
{
	for (size_t i = 0; i < d->decision_count; i++)
		if (d->amendments[i].row && d->amendments[i].on == d->set->texts[of].row->id)
			add_amendment(d, i, call_text(d, of));
}

/* New paragraphs behind a text that a vote has rejected, whatever became of that text. */
static void add_lost_paragraphs(struct deciding *d, size_t of)
{
	for (size_t i = 0; i < d->decision_count; i++)
		if (d->amendments[i].is_paragraph && !d->decisions[i].vote.carried &&
			!d->amendments[i].on &&
			d->amendments[i].behind == d->set->texts[of].row->id)
			add_amendment(d, i, "");
}

/* --- all of a set --- */

/* The text at `first` and those that are told with it. */
static void add_act(struct deciding *d, size_t first)
{
	const struct decision_row *decision = d->last[first];
	size_t *texts = arena_alloc(&d->arena, d->set->count * sizeof *texts), count = 0;

	for (size_t i = first; i < d->set->count; i++) {
		if (d->told[i] || !d->last[i] || !is_same(d->last[i], decision))
			continue;
		d->told[i] = true;
		texts[count++] = i;
	}
	for (size_t i = 0; i < count; i++) {
		struct target target = target_of(d, texts[i]);
		add_amendments(d, texts[i]);
		add_positions(d, &target, POSITION_BEFORE);
	}
	if (d->set->texts[first].label)
		add_adopted(d, decision, texts, count);
	else
		add_rejected(d, decision, texts, count);
	for (size_t i = 0; i < count; i++) {
		struct target target = target_of(d, texts[i]);
		add_after(d, &target);
	}
}

/* What is printed here, and what a vote has rejected. */
static bool is_told(const struct decided_text *text, const struct decision_row *last)
{
	if (!last)
		return false;
	return text->label ? strcmp(last->outcome, "adopted") == 0
			   : text->row->state == RECOMMENDATION_REJECTED && last->voted;
}

static void find_last(struct deciding *d)
{
	size_t count = d->set->count;

	d->last = arena_alloc(&d->arena, (count + 1) * sizeof(struct decision_row *));
	d->told = arena_alloc(&d->arena, (count + 1) * sizeof *d->told);
	for (size_t i = 0; i < count; i++) {
		const struct decision_row *last = last_of(d, d->set->texts[i].row->id);
		d->told[i] = false;
		d->last[i] = is_told(&d->set->texts[i], last) ? last : NULL;
	}
}

/* Was any of it voted on, or an amendment to it? Of what is not told it is nothing. */
static bool is_contrast(const struct deciding *d)
{
	for (size_t i = 0; i < d->set->count; i++) {
		if (!d->last[i])
			continue;
		if (d->last[i]->voted)
			return true;
		for (size_t j = 0; j < d->decision_count; j++)
			if (d->amendments[j].row &&
				d->amendments[j].behind == d->set->texts[i].row->id)
				return true;
	}
	return false;
}

void build_decided(struct report *report, const struct decided_set *set)
{
	struct deciding d = {.report = report, .set = set};
	const struct target whole = {
		.in_set = set->set, .what = template_text(report->facts.template, "what.set")};

	arena_init(&d.arena);
	d.decisions =
		store_decisions(report->store, report->session, 0, &d.arena, &d.decision_count);
	d.amendments = arena_alloc(&d.arena, (d.decision_count + 1) * sizeof *d.amendments);
	for (size_t i = 0; i < d.decision_count; i++)
		find_amendment(&d, i);
	d.positions = store_positions(report->store, report->session, &d.arena, &d.position_count);
	find_last(&d);
	d.contrast = is_contrast(&d);
	add_positions(&d, &whole, POSITION_BEFORE);
	for (size_t i = 0; i < set->count; i++) {
		if (d.last[i] && !d.told[i])
			add_act(&d, i);
		add_deletion(&d, i);
		add_lost_paragraphs(&d, i);
	}
	add_after(&d, &whole);
	arena_clear(&d.arena);
}

void build_unbound(struct report *report)
{
	int64_t unbound = store_positions_unbound(report->store, report->session);
	struct str count;

	if (unbound == 0)
		return;
	str_init(&count);
	number_word_capital((int)unbound, &count);
	build_gap(report, NULL, "%s of position %s bound to no recommendation: position add",
		arena_printf(
			&report->arena, "%s explanation%s", count.text, unbound == 1 ? "" : "s"),
		unbound == 1 ? "is" : "are");
	str_clear(&count);
}
