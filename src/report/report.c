/* SPDX-License-Identifier: MIT */
/*
 * Building a report: a table of sections, each a function that does one slice.
 * Between two slices nothing is held in the database, so that a command may run
 * there; the view then throws the report away and begins again.
 *
 * What this does not know: any sentence. Those are formulas (formula.c), said by
 * the sections.
 */
#include <stdlib.h>
#include <string.h>

#include "anew.h"
#include "base/mem.h"
#include "build.h"
#include "formula.h"
#include "overlay.h"
#include "page.h"
#include "store/template.h"
#include "part.h"

static bool section_nothing(struct report *report)
{
	(void)report;
	return true;
}

static bool (*const sections[STYLE_KINDS])(struct report *report) = {
	[STYLE_TITLE] = section_title,
	[STYLE_HEADING] = section_heading,
	[STYLE_INTRODUCTION] = section_introduction,
	[STYLE_RECOMMENDATIONS] = section_recommendations,
	[STYLE_FOLLOW_UP] = section_follow_up,
	[STYLE_SUMMARY] = section_summary,
	[STYLE_OPENING] = section_opening,
	[STYLE_MEETINGS] = section_meetings,
	[STYLE_CHAIR] = section_chair,
	[STYLE_STATEMENTS] = section_statements,
	[STYLE_AGENDA] = section_agenda,
	[STYLE_ATTENDANCE] = section_attendance,
	[STYLE_DOCUMENTATION] = section_documents,
	[STYLE_ADOPTION] = section_adoption,
	[STYLE_ANNEX] = section_annex,
	[STYLE_FORMULA] = section_nothing,
};

enum { SUMMARY_WORK = 60, ALL_SECTIONS = 96, NUMBERED_IN_A_SLICE = 2000 };

struct report *report_new(struct store *store, int64_t session, const struct template *template)
{
	struct report *report = mem_alloc(sizeof(*report));

	report->store = store;
	report->session = session;
	arena_init(&report->arena);
	template_init(&report->template);
	template_copy(&report->template, template);
	document_init(&report->document);
	page_begin(&report->template, &report->document);
	str_init(&report->item.panellists);
	str_init(&report->item.text);
	return report;
}

void report_want_next_part(struct report *report, const char *symbol)
{
	report->next_part = true;
	report->symbol = arena_strdup(&report->arena, symbol);
}

void report_want_date(struct report *report, const char *date)
{
	report->date = arena_strdup(&report->arena, date);
}

void report_want_part_again(struct report *report, int64_t part)
{
	report->next_part = true;
	report->again = part;
}

void report_want_statistics(struct report *report)
{
	report->statistics = true;
}

static void clear_speakers(struct report *report)
{
	size_t count = report->facts.participant_count;

	for (size_t i = 0; report->speakers && i < report->outline.count; i++) {
		struct speakers *speakers = report->speakers[i];
		if (!speakers)
			continue;
		sources_clear(&speakers->secretariat);
		for (size_t p = 0; p < count; p++) {
			sources_clear(&speakers->said[p]);
			for (struct speaker_for *on = speakers->groups[p]; on; on = on->next)
				sources_clear(&on->said);
		}
	}
}

void build_clear_item(struct report *report)
{
	report_cursor_clear(&report->item.cursor);
	str_clear(&report->item.panellists);
	str_clear(&report->item.topics);
	str_clear(&report->item.text);
	sources_clear(&report->item.presenting);
	sources_clear(&report->item.leading);
	sources_clear(&report->item.told);
}

void report_free(struct report *report)
{
	if (!report)
		return;
	build_clear_item(report);
	clear_speakers(report);
	part_clear(report);
	anew_clear(report);
	document_clear(&report->document);
	arena_clear(&report->arena);
	template_clear(&report->template);
	free(report->gaps);
	free(report->gap_nodes);
	free(report->touches);
	free(report);
}

/* Who spoke is read with the summary: without one before them, statements need a reading
 * of its own, in which nothing is written; a second reading counts nobody again. */
static void order_readings(struct report *report)
{
	struct style_part *parts =
		arena_alloc(&report->arena, (report->line_count + 1) * sizeof(*report->lines));
	bool read = false;
	size_t count = 0;

	for (size_t i = 0; i < report->line_count; i++) {
		struct style_part part = report->lines[i];
		if (part.kind == STYLE_STATEMENTS && !read) {
			parts[count++] = (struct style_part){
				.kind = STYLE_SUMMARY, .options = BUILD_SILENT, .level = -1};
			read = true;
		} else if (part.kind == STYLE_SUMMARY) {
			part.options |= read ? BUILD_AGAIN : 0;
			read = true;
		}
		parts[count++] = part;
	}
	report->lines = parts;
	report->line_count = count;
}

/* The template is the report's own copy: in it a formula may say what the style wants. */
static void say_otherwise(struct report *report, const struct style_part *line)
{
	const char *text =
		line->own ? line->heading : template_text(&report->template, line->heading);

	template_set(&report->template, line->formula, text, NULL);
}

/* The style of the first body that meets and has one of its own. */
static void choose_style(struct report *report)
{
	const struct facts *facts = &report->facts;
	const char *style = template_use(&report->template, NULL), *general = style;

	for (size_t b = 0; b < facts->body_count && b < 64 && style == general; b++)
		if (facts->hosts >> b & 1)
			style = template_use(&report->template, facts->bodies[b].key);
	report->lines = style_parts(&report->template, style, &report->arena, &report->line_count);
	order_readings(report);
	for (size_t i = 0; i < report->line_count; i++)
		if (report->lines[i].kind == STYLE_FORMULA)
			say_otherwise(report, &report->lines[i]);
}

static bool load(struct report *report)
{
	report->loaded = true;
	if (!facts_load(&report->facts, report->store, report->session, &report->template,
		    &report->arena))
		return false;
	report->topic_words = store_template_texts(report->store, report->session, "topic.before",
		&report->arena, &report->topic_word_count);
	if (report->next_part && !part_load(report))
		return false;
	if (report->cover_count)
		part_leave_out(report);
	choose_style(report);
	build_masthead(report);
	return true;
}

/* The section that is to be built; its outline depends on where its headings begin. */
static void begin_section(struct report *report)
{
	const struct style_part *line = &report->lines[report->section];

	report->line = line;
	report->at = 0;
	report->section_begun = false;
	if (line->kind != STYLE_SUMMARY)
		return;
	outline_make(&report->outline, &report->facts, report->store,
		line->level > 0 ? line->level : 0, report->next_part, &report->arena);
	if (!report->speakers)
		report->speakers = arena_alloc(
			&report->arena, report->outline.count * sizeof(struct speakers *));
}

/* Labels, a piece at a time; with the last one the gaps learn their paragraphs. */
static bool number(struct report *report)
{
	if (!document_number_some(&report->document, &report->numbering, NUMBERED_IN_A_SLICE))
		return false;
	overlay_refer(report);
	for (size_t i = 0; i < report->gap_count; i++) {
		const struct node *node = report->gap_nodes[i];
		if (node && node->label)
			report->gaps[i].line = (size_t)strtoul(node->label, NULL, 10);
	}
	return true;
}

bool report_step(struct report *report)
{
	if (report->done)
		return true;
	if (!report->loaded) {
		report->done = !load(report);
	} else if (report->section < report->line_count) {
		if (!report->line)
			begin_section(report);
		if (sections[report->line->kind](report)) {
			report->section++;
			report->line = NULL;
		}
	} else if (report->bare) {
		report->done = true;
	} else if (!report->part && !anew_step(report)) {
		return false;
	} else if (!report->overlaid) {
		overlay_apply(report);
		if (report->part)
			part_prune(report);
		report->overlaid = true;
	} else {
		report->done = number(report);
	}
	return report->done;
}

/* Statements and items that the summary has read, of all there are, in percent. */
static int summary_percent(const struct report *report)
{
	int64_t all = 0, read = 0;

	for (size_t i = 0; i < report->outline.count; i++) {
		const struct item_row *item = report->outline.entries[i].item;
		int64_t work = 1 + (item ? item->statements : 0);
		all += work;
		if (i < report->at)
			read += work;
		else if (i == report->at)
			read += report->item.read < work ? report->item.read : work;
	}
	return all ? (int)(100 * read / all) : 100;
}

int report_percent(const struct report *report)
{
	int done = 0, all = 0;

	if (report->done)
		return 100;
	for (size_t i = 0; i < report->line_count; i++) {
		int work = report->lines[i].kind == STYLE_SUMMARY ? SUMMARY_WORK : 1;
		all += work;
		if (i < report->section)
			done += work;
		else if (i == report->section && report->line && work > 1)
			done += work * summary_percent(report) / 100;
	}
	return all ? ALL_SECTIONS * done / all : 0;
}

const struct document *report_document(const struct report *report)
{
	return &report->document;
}

const struct report_gap *report_gaps(const struct report *report, size_t *count)
{
	*count = report->gap_count;
	return report->gaps;
}

struct report *report_build(struct store *store, int64_t session, const struct template *template)
{
	struct report *report = report_new(store, session, template);

	while (!report_step(report))
		continue;
	return report;
}

/* --- what the sections share --- */

const char *build_key(struct report *report, struct source source)
{
	int formula = (int)strcspn(source.formula, "/");
	struct str bodies;

	str_init(&bodies);
	facts_keys(&report->facts, source.bodies, &bodies);
	const char *key = arena_printf(&report->document.arena, "%.*s/%s/%s/%s", formula,
		source.formula, bodies.text, source.item ? source.item->printed : "",
		source.class ? source.class : "");
	str_clear(&bodies);
	return key;
}

struct node *build_paragraph(struct report *report, struct source source, const char *text)
{
	struct node *node =
		document_add(&report->document, report->document.root, NODE_PARAGRAPH, text);

	node->key = build_key(report, source);
	return node;
}

void build_from_all(struct report *report, struct node *node, const struct sources *sources)
{
	struct sources all;
	struct str text;

	sources_init(&all);
	str_init(&text);
	sources_parse(&all, node->sources);
	sources_add_all(&all, sources);
	sources_format(&all, &text);
	if (text.length)
		node->sources = arena_strdup(&report->document.arena, text.text);
	sources_clear(&all);
	str_clear(&text);
}

void build_from(struct report *report, struct node *node, char kind, int64_t number)
{
	struct source_range range = {kind, number, number};
	struct sources one = {.ranges = &range, .count = 1};

	build_from_all(report, node, &one);
}

struct node *build_heading(struct report *report, int level, struct source source, const char *text)
{
	struct node *node =
		document_add(&report->document, report->document.root, NODE_HEADING, text);

	node->level = level;
	node->key = build_key(report, source);
	return node;
}

struct node *build_section_heading(struct report *report, const char *names)
{
	const struct facts *facts = &report->facts;
	const struct style_part *part = report->line;
	struct str bodies, of, text;

	if (!part->heading)
		return NULL;
	str_init(&bodies);
	str_init(&of);
	str_init(&text);
	if (!names)
		facts_bodies(facts, facts->hosts, &bodies);
	facts_names_of(facts, facts->hosts, &of);
	formula_words(&text, facts->template, part->heading,
		FIELDS({"bodies", names ? names : bodies.text}, {"of_bodies", of.text},
			{"bodies|", facts_form(facts, facts->hosts)}));
	/* What stands below a heading finds it again whatever its words are. */
	const char *key = part->own
				  ? arena_printf(&report->arena, "HEAD-%s", style_kinds[part->kind])
				  : part->heading;
	struct node *node = build_heading(
		report, part->level, (struct source){key, facts->hosts, NULL, NULL}, text.text);
	str_clear(&bodies);
	str_clear(&of);
	str_clear(&text);
	return node;
}

/* Behind the last colon of a sentence, or NULL. */
static const char *behind_colon(const char *text)
{
	const char *found = NULL;

	for (const char *at = text; (at = strstr(at, ": ")); at++)
		found = at + 2;
	return found;
}

struct report_gap *build_gap(struct report *report, struct node *node, const char *format, ...)
{
	struct report_gap *gap;
	struct str text;
	va_list args;

	str_init(&text);
	va_start(args, format);
	str_vaddf(&text, format, args);
	va_end(args);
	report->gaps = mem_grow(
		report->gaps, &report->gap_capacity, report->gap_count + 1, sizeof(*report->gaps));
	report->gap_nodes = mem_grow(report->gap_nodes, &report->gap_node_capacity,
		report->gap_count + 1, sizeof(struct node *));
	gap = &report->gaps[report->gap_count];
	*gap = (struct report_gap){.text = arena_strdup(&report->arena, text.text)};
	gap->command = behind_colon(gap->text);
	report->gap_nodes[report->gap_count++] = node;
	str_clear(&text);
	return gap;
}

struct report_gap *build_missing(
	struct report *report, struct source source, const char *command, const char *sentence)
{
	struct str text, body;

	str_init(&text);
	str_init(&body);
	if (facts_several(report->facts.hosts))
		facts_bodies(&report->facts, source.bodies, &body);
	formula_sentence(&text, report->facts.template,
		arena_printf(&report->arena, "MISSING/%s", source.formula),
		FIELDS({"body", body.text}));
	str_insert(&text, 0, "[", 1);
	str_add(&text, ".]");
	struct node *node = build_paragraph(report, source, text.text);
	node->missing = true;
	str_clear(&text);
	str_clear(&body);
	return build_gap(report, node, "%s: %s", sentence, command);
}

static void add_symbol(const struct facts *facts, const char *end, struct str *out)
{
	const char *between = "";

	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		const char *body = facts->bodies[b].symbol;
		if (!(facts->hosts >> b & 1) || !body || !*body)
			continue;
		str_addf(out, "%s%s/%.4s/%s", between, body, facts->session.from, end);
		between = "-";
	}
}

void build_symbol(const struct report *report, const char *end, struct str *out)
{
	add_symbol(&report->facts, end, out);
}

void report_symbol(struct store *store, int64_t session, const struct template *template,
	const char *end, struct str *out)
{
	struct facts facts;
	struct arena arena;

	arena_init(&arena);
	if (facts_load(&facts, store, session, template, &arena))
		add_symbol(&facts, end, out);
	arena_clear(&arena);
}
