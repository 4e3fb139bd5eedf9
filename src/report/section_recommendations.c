/* SPDX-License-Identifier: MIT */
/*
 * Chapter II: what was adopted, body by body. A lettered set is a chapeau and a
 * list whose opening verbs are in italics; a numbered one is a paragraph for each
 * recommendation (conventions 3.1); a text that is a list keeps its sub-levels below
 * its entry or paragraph. What is not adopted is not in the report.
 */
#include <string.h>
#include <strings.h>

#include "addressee.h"
#include "build.h"
#include "decided.h"
#include "facts_names.h"
#include "formula.h"
#include "part.h"
#include "model/number.h"
#include "model/recommendation.h"
#include "model/recommendation_parts.h"
#include "store/amendment.h"
#include "store/recommendation.h"
#include "report/typography.h"

struct chapter {
	struct set_row *sets;
	struct recommendation_row *rows;
	size_t set_count, row_count;
	const struct item_row *item; /* of which these are; NULL: of any, or of none */
};

static uint64_t bodies_of_set(const struct facts *facts, const struct set_row *set)
{
	for (size_t b = 0; b < facts->body_count && b < 64; b++)
		if (set->body && facts->bodies[b].id == set->body)
			return (uint64_t)1 << b;
	return facts->hosts;
}

static bool is_adopted(const struct recommendation_row *row, const struct set_row *set)
{
	return row->in_set == set->id && row->state == RECOMMENDATION_ADOPTED;
}

static bool has_adopted(const struct chapter *chapter, const struct set_row *set)
{
	for (size_t i = 0; i < chapter->row_count; i++)
		if (is_adopted(&chapter->rows[i], set))
			return true;
	return false;
}

/* --- texts --- */

/* What was typed as one line. */
static void add_line(const char *typed, struct str *out)
{
	typography(typed, out);
	for (char *c = out->text; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
}

/* The text of an entry, in inline form. */
static void entry_text(const char *entry, bool italic_verb, struct str *out)
{
	struct str line;

	str_init(&line);
	add_line(entry, &line);
	size_t verb = italic_verb ? recommendation_verb(line.text) : 0;
	if (verb)
		str_addf(out, "*%.*s*", (int)verb, line.text);
	str_add(out, line.text + verb);
	str_clear(&line);
}

static void end_sentence(struct str *text)
{
	if (text->length && !strchr(".?!", text->text[text->length - 1]))
		str_addc(text, '.');
}

/* A chapeau ends with a colon, whatever was typed. */
static void chapeau_text(const struct facts *facts, const struct set_row *set, struct str *out)
{
	struct str names;

	if (!set->chapeau || !*set->chapeau) {
		str_init(&names);
		facts_names(facts, bodies_of_set(facts, set), &names);
		formula_sentence(out, facts->template, "REC-A", FIELDS({"bodies", names.text}));
		str_clear(&names);
		return;
	}
	add_line(set->chapeau, out);
	while (out->length && strchr(" .,;:", out->text[out->length - 1]))
		str_cut(out, out->length - 1);
	str_addc(out, ':');
}

/* --- sets --- */

static const char *public_number(struct report *report, const struct recommendation_row *row)
{
	return arena_printf(&report->document.arena, "r%d", row->number);
}

/* A text that is made of parts. */
struct parts {
	struct recommendation_part *items;
	size_t count;
};

static struct parts parts_of(struct report *report, const struct recommendation_row *row)
{
	struct parts parts;

	parts.items = recommendation_parts(&report->document.arena, row->text, &parts.count);
	return parts;
}

/* The parts below the first, in a list below `parent`. */
static void add_parts(struct report *report, struct node *parent, const struct parts *parts)
{
	struct node *lists[3] = {parent}, *entry = NULL;
	struct str text;

	str_init(&text);
	for (size_t i = 1; i < parts->count; i++) {
		const struct recommendation_part *part = &parts->items[i];
		if (part->level > parts->items[i - 1].level)
			lists[part->level] = document_add(
				&report->document, entry ? entry : parent, NODE_LIST, NULL);
		str_reset(&text);
		entry_text(part->text, false, &text);
		entry = document_add(&report->document, lists[part->level], NODE_ENTRY, text.text);
	}
	str_clear(&text);
}

static void add_numbered(
	struct report *report, const struct recommendation_row *row, uint64_t bodies)
{
	struct parts parts = parts_of(report, row);
	struct str text;

	str_init(&text);
	entry_text(parts.items[0].text, false, &text);
	if (parts.count > 1)
		str_addc(&text, ':');
	else
		end_sentence(&text);
	struct source source = {"REC-B", bodies, NULL, public_number(report, row)};
	build_from(report, build_paragraph(report, source, text.text), 'r', row->number);
	add_parts(report, report->document.root, &parts);
	str_clear(&text);
}

static void add_entry(struct report *report, const struct recommendation_row *row,
	struct node *list, uint64_t bodies)
{
	struct parts parts = parts_of(report, row);
	struct str text;

	str_init(&text);
	entry_text(parts.items[0].text, true, &text);
	struct node *entry = document_add(&report->document, list, NODE_ENTRY, text.text);
	entry->key = build_key(
		report, (struct source){"REC-A", bodies, NULL, public_number(report, row)});
	build_from(report, entry, 'r', row->number);
	add_parts(report, entry, &parts);
	str_clear(&text);
}

static void add_chapeau(struct report *report, const struct chapter *chapter,
	const struct set_row *set, uint64_t bodies)
{
	struct str text;

	str_init(&text);
	chapeau_text(&report->facts, set, &text);
	build_paragraph(report, (struct source){"REC-A", bodies, chapter->item, NULL}, text.text);
	str_clear(&text);
}

/* "(c)" of the list that is printed, or the number that the paragraph will have. */
static const char *label_of(struct report *report, uint64_t bodies,
	const struct recommendation_row *row, bool numbered, int place)
{
	struct str letter;

	if (numbered)
		return build_number(
			report, (struct source){"REC-B", bodies, NULL, public_number(report, row)});
	str_init(&letter);
	number_letter(place, &letter);
	const char *label =
		facts_reference(&report->facts, arena_printf(&report->arena, "(%s)", letter.text));
	str_clear(&letter);
	return label;
}

static void add_set(struct report *report, const struct chapter *chapter, const struct set_row *set)
{
	struct decided_set decided = {.set = set->id};
	int place = 0;
	bool numbered = strcmp(set->style, "numbered") == 0;
	uint64_t bodies = bodies_of_set(&report->facts, set);
	struct node *list = NULL;

	if (!numbered || (set->chapeau && *set->chapeau))
		add_chapeau(report, chapter, set, bodies);
	if (!numbered)
		list = document_add(&report->document, report->document.root, NODE_LIST, NULL);
	decided.bodies = bodies;
	decided.numbered = numbered;
	decided.texts =
		arena_alloc(&report->arena, (chapter->row_count + 1) * sizeof *decided.texts);
	for (size_t i = 0; i < chapter->row_count; i++) {
		const struct recommendation_row *row = &chapter->rows[i];
		const char *label = NULL;
		if (row->in_set != set->id)
			continue;
		if (is_adopted(row, set)) {
			if (numbered)
				add_numbered(report, row, bodies);
			else
				add_entry(report, row, list, bodies);
			label = label_of(report, bodies, row, numbered, ++place);
		}
		decided.texts[decided.count++] = (struct decided_text){row, label};
	}
	build_decided(report, &decided);
}

/* Of a set of which nothing was adopted: what a vote has rejected. */
static void add_rejected(
	struct report *report, const struct chapter *chapter, const struct set_row *set)
{
	struct decided_set decided = {.set = set->id, .bodies = bodies_of_set(&report->facts, set)};

	decided.texts =
		arena_alloc(&report->arena, (chapter->row_count + 1) * sizeof *decided.texts);
	for (size_t i = 0; i < chapter->row_count; i++)
		if (chapter->rows[i].in_set == set->id)
			decided.texts[decided.count++] =
				(struct decided_text){&chapter->rows[i], NULL};
	build_decided(report, &decided);
}

/* --- what is wrong with the texts --- */

/* Is the chapeau that was typed only the name of the body, "The Working Group:"? */
static bool is_name(const struct facts *facts, const struct set_row *set)
{
	uint64_t bodies = bodies_of_set(facts, set);
	size_t length = strlen(set->chapeau);
	struct str whole, brief;

	while (length && strchr(" .,;:", set->chapeau[length - 1]))
		length--;
	str_init(&whole);
	str_init(&brief);
	facts_names(facts, bodies, &whole);
	facts_bodies(facts, bodies, &brief);
	bool is = (length == whole.length && strncasecmp(set->chapeau, whole.text, length) == 0) ||
		  (length == brief.length && strncasecmp(set->chapeau, brief.text, length) == 0);
	str_clear(&whole);
	str_clear(&brief);
	return is;
}

/* One sentence for each that does not say who should; drafts too, while they can
 * still be mended. */
static void add_unaddressed(struct report *report, const struct chapter *chapter)
{
	for (size_t s = 0; s < chapter->set_count; s++) {
		const struct set_row *set = &chapter->sets[s];
		const char *chapeau = set->chapeau && *set->chapeau ? set->chapeau : NULL;
		if (chapeau && is_name(&report->facts, set))
			chapeau = NULL;
		for (size_t i = 0; i < chapter->row_count; i++) {
			const struct recommendation_row *row = &chapter->rows[i];
			bool stands = row->state == RECOMMENDATION_ADOPTED ||
				      recommendation_open(row->state);
			const char *verb = row->in_set == set->id && stands
						   ? addressee_missing(chapeau, row->text)
						   : NULL;
			if (verb)
				build_gap(report, NULL,
					"Recommendation r%d begins with “%s” and does not say who:"
					" recommendation edit",
					row->number, verb)
					->recommendation = row->id;
		}
	}
}

/* --- the chapter --- */

/* How many bodies, or groups of them, have adopted something; one of them in *any. */
static size_t count_adopting(
	const struct facts *facts, const struct chapter *chapter, uint64_t *any)
{
	uint64_t seen[65];
	size_t count = 0;

	for (size_t s = 0; s < chapter->set_count; s++) {
		uint64_t bodies = bodies_of_set(facts, &chapter->sets[s]);
		bool known = !has_adopted(chapter, &chapter->sets[s]);
		for (size_t i = 0; i < count && !known; i++)
			known = seen[i] == bodies;
		if (!known && count < 65)
			seen[count++] = bodies;
	}
	*any = count ? seen[0] : 0;
	return count;
}

/* Sets of a body stand together, under its name when there are several. */
static void add_body(
	struct report *report, const struct chapter *chapter, uint64_t bodies, bool subhead)
{
	bool headed = !subhead;

	for (size_t s = 0; s < chapter->set_count; s++) {
		const struct set_row *set = &chapter->sets[s];
		if (bodies_of_set(&report->facts, set) != bodies || !has_adopted(chapter, set))
			continue;
		if (!headed) {
			struct str names, text;
			str_init(&names);
			str_init(&text);
			facts_plain_names(&report->facts, bodies, &names);
			formula_text(&text, names.text);
			build_heading(report, 0, (struct source){"HEAD-REC", bodies, NULL, "body"},
				text.text);
			str_clear(&names);
			str_clear(&text);
			headed = true;
		}
		add_set(report, chapter, set);
	}
}

static void add_heading(struct report *report, uint64_t only)
{
	struct str names;

	str_init(&names);
	if (only)
		facts_names(&report->facts, only, &names);
	build_section_heading(report, names.text);
	str_clear(&names);
}

static void add_undecided(struct report *report, const struct chapter *chapter)
{
	struct str count;
	size_t undecided = 0;
	int64_t first = 0;

	for (size_t i = 0; i < chapter->row_count; i++) {
		enum recommendation_state state = chapter->rows[i].state;
		if (!recommendation_open(state) || state == RECOMMENDATION_DEFERRED)
			continue;
		first = undecided++ ? first : chapter->rows[i].id;
	}
	if (!undecided)
		return;
	str_init(&count);
	number_word_capital((int)undecided, &count);
	build_gap(report, NULL, "%s %s not decided yet: recommendation adopt", count.text,
		undecided == 1 ? "recommendation is" : "recommendations are")
		->recommendation = first;
	str_clear(&count);
}

/* They are to be decided though the texts before them are. */
static void add_undecided_paragraphs(struct report *report, struct arena *arena)
{
	size_t count;
	const struct amendment_row *rows =
		store_amendments(report->store, report->session, 0, arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].kind == AMENDMENT_PARAGRAPH && rows[i].state == AMENDMENT_PROPOSED)
			build_gap(report, NULL,
				"a%d, a new paragraph, is not decided yet: amendment accept",
				rows[i].number)
				->recommendation = rows[i].recommendation;
}

/* Those of a part that was issued. */
static void leave_out_told(const struct report *report, struct chapter *chapter)
{
	size_t kept = 0;

	for (size_t i = 0; i < chapter->row_count; i++)
		if (part_takes(report, "REC-A", NULL, 'r', chapter->rows[i].number))
			chapter->rows[kept++] = chapter->rows[i];
	chapter->row_count = kept;
}

static void read_chapter(struct report *report, struct arena *arena, struct chapter *chapter)
{
	chapter->sets = store_sets(report->store, report->session, arena, &chapter->set_count);
	chapter->rows =
		store_recommendations(report->store, report->session, arena, &chapter->row_count);
	leave_out_told(report, chapter);
}

/* Only those under an item (0: under none), and how many of them were adopted. */
static size_t keep_item(struct chapter *chapter, int64_t item)
{
	size_t kept = 0, adopted = 0;

	for (size_t i = 0; i < chapter->row_count; i++) {
		if (chapter->rows[i].item != item)
			continue;
		adopted += chapter->rows[i].state == RECOMMENDATION_ADOPTED;
		chapter->rows[kept++] = chapter->rows[i];
	}
	chapter->row_count = kept;
	return adopted;
}

/* The sets of each body, of those that meet together last; and what was rejected. */
static void add_bodies(struct report *report, const struct chapter *chapter, bool subhead)
{
	const struct facts *facts = &report->facts;

	for (size_t b = 0; b < facts->body_count && b < 64; b++)
		if ((uint64_t)1 << b != facts->hosts)
			add_body(report, chapter, (uint64_t)1 << b, subhead);
	add_body(report, chapter, facts->hosts, subhead);
	for (size_t s = 0; s < chapter->set_count; s++)
		if (!has_adopted(chapter, &chapter->sets[s]))
			add_rejected(report, chapter, &chapter->sets[s]);
}

bool build_has_action(struct report *report, const struct item_row *item)
{
	struct chapter chapter = {.item = item};
	struct arena arena;

	arena_init(&arena);
	read_chapter(report, &arena, &chapter);
	bool any = keep_item(&chapter, item->id) > 0;
	arena_clear(&arena);
	return any;
}

void build_action(struct report *report, const struct item_row *item)
{
	struct chapter chapter = {.item = item};
	struct arena arena;

	arena_init(&arena);
	read_chapter(report, &arena, &chapter);
	keep_item(&chapter, item->id);
	add_bodies(report, &chapter, false);
	arena_clear(&arena);
}

/* The same of the whole report, which the headings of its parts follow: an addendum that has
 * those of one body goes on with the chapter of two. */
static size_t count_in_whole(
	struct report *report, struct arena *arena, const struct chapter *chapter, uint64_t *any)
{
	struct chapter whole = *chapter;

	if (report->part) {
		whole.rows = store_recommendations(
			report->store, report->session, arena, &whole.row_count);
		if (report->line->options & STYLE_REST)
			keep_item(&whole, 0);
	}
	return count_adopting(&report->facts, &whole, any);
}

bool section_recommendations(struct report *report)
{
	const struct facts *facts = &report->facts;
	bool rest = report->line->options & STYLE_REST;
	struct arena arena;
	struct chapter chapter = {0};
	uint64_t any;

	arena_init(&arena);
	read_chapter(report, &arena, &chapter);
	if (rest)
		add_undecided(report, &chapter);
	if (rest && !keep_item(&chapter, 0)) {
		arena_clear(&arena);
		return true;
	}
	size_t adopting = count_in_whole(report, &arena, &chapter, &any);
	bool only_one = adopting == 1 && any != facts->hosts;

	add_heading(report, only_one ? any : 0);
	if (!adopting)
		build_missing(report, (struct source){"REC-A", facts->hosts, NULL, NULL},
			"recommendation adopt", "No recommendation has been adopted")
			->command = "view recommendations";
	add_bodies(report, &chapter, adopting > 1);
	if (!rest)
		add_undecided(report, &chapter);
	add_undecided_paragraphs(report, &arena);
	build_unbound(report);
	add_unaddressed(report, &chapter);
	arena_clear(&arena);
	return true;
}
