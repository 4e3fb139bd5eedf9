/* SPDX-License-Identifier: MIT */
/*
 * Numbers that Word makes itself. The one idea: Word's counting is followed while the
 * body is written, and is used only where it comes to the label that the document
 * has; where it would not (a label of its own, a level that was left out), the label is
 * text, so that every reader sees the same numbers.
 *
 * A definition of lists has a format for each level. Those that documents are made of
 * have all of theirs in one, (a) (i) a. or 1. (a) i., so that what is inside a list is
 * its next level; what fits into neither has a definition with one format only.
 */
#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "docx.h"
#include "model/number.h"

enum format { LETTER, ROMAN, FIGURE, BULLET, UPPER_LETTER, UPPER_ROMAN };

struct level {
	enum format format;
	bool bracketed;
};

enum definition {
	HEADINGS,
	PARAGRAPHS,
	LETTERED, /* (a) (i) a. i. */
	NUMBERED, /* 1. (a) i. a. */
	ALONE     /* one format on all levels: from here on */
};

static const struct level alone[] = {{LETTER, true}, {ROMAN, true}, {LETTER, false}, {ROMAN, false},
	{FIGURE, false}, {BULLET, false}};
enum { ALONES = sizeof alone / sizeof alone[0], DEFINITIONS = ALONE + ALONES };
enum { HEADINGS_NUM = 1, PARAGRAPHS_NUM, LISTS_NUM /* the first of a list */ };

static struct level level_of(int definition, int level)
{
	static const struct level headings[DOCX_LEVELS] = {{UPPER_ROMAN, false},
		{UPPER_LETTER, false}, {FIGURE, false}, {LETTER, true}, {ROMAN, true},
		{LETTER, false}, {FIGURE, false}, {FIGURE, false}, {FIGURE, false}};

	switch (definition) {
	case HEADINGS:
		return headings[level];
	case PARAGRAPHS:
		return (struct level){FIGURE, false};
	case LETTERED:
		return (struct level){level % 2 ? ROMAN : LETTER, level < 2};
	case NUMBERED:
		return level == 0 ? (struct level){FIGURE, false}
				  : (struct level){level % 2 ? LETTER : ROMAN, level == 1};
	default:
		return alone[definition - ALONE];
	}
}

/* As Word prints it: "(b)", "II.", "•". */
static void print(struct level level, bool half, int n, struct str *out)
{
	bool open = level.bracketed && !half;
	size_t begin = out->length + open;

	str_add(out, open ? "(" : "");
	if (level.format == FIGURE)
		str_addf(out, "%d", n);
	else if (level.format == LETTER || level.format == UPPER_LETTER)
		number_letter(n, out);
	else if (level.format == BULLET)
		str_add(out, "•");
	else
		number_roman(n, level.format == UPPER_ROMAN, out);
	for (char *c = out->text + begin; level.format == UPPER_LETTER && *c; c++)
		*c = (char)(*c - 'a' + 'A');
	if (level.format != BULLET)
		str_add(out, level.bracketed ? ")" : ".");
}

/* Is it what the document prints? */
static bool comes_to(
	const struct docx_lists *lists, struct level level, int n, const struct node *node)
{
	struct str ours, words;

	str_init(&ours);
	str_init(&words);
	document_label(node, &ours);
	print(level, lists->half, n, &words);
	bool same = strcmp(ours.text, words.text) == 0;
	str_clear(&words);
	str_clear(&ours);
	return same;
}

/* --- headings and paragraphs --- */

bool docx_counts_heading(struct docx_lists *lists, const struct node *heading)
{
	int level = heading->level, *counts = lists->headings;

	if (level == 0 || heading->name)
		return false;
	for (int above = 1; above < level; above++)
		if (counts[above] == 0)
			return false;
	if (!comes_to(lists, level_of(HEADINGS, level - 1), counts[level] + 1, heading))
		return false;
	counts[level]++;
	for (int deeper = level + 1; deeper <= HEADING_LEVELS; deeper++)
		counts[deeper] = 0;
	return true;
}

bool docx_counts_paragraph(struct docx_lists *lists, const struct node *paragraph)
{
	if (!comes_to(lists, level_of(PARAGRAPHS, 0), lists->paragraphs + 1, paragraph))
		return false;
	lists->paragraphs++;
	return true;
}

/* --- lists --- */

static int definition_of(const struct docx_lists *lists, int num)
{
	return lists->nums[num - LISTS_NUM].definition;
}

/* The definition that prints the label of the n-th entry at that level: of the list
 * around it if there is one; DEFINITIONS: none. */
static int find_definition(const struct docx_lists *lists, const struct docx_place *place,
	const struct node *entry, int n)
{
	if (place->num &&
		comes_to(lists, level_of(definition_of(lists, place->num), place->level), n, entry))
		return definition_of(lists, place->num);
	for (int definition = LETTERED; definition < DEFINITIONS; definition++)
		if (comes_to(lists, level_of(definition, place->level), n, entry))
			return definition;
	return DEFINITIONS;
}

static int add_num(struct docx_lists *lists, int definition, int level, int start)
{
	lists->nums = mem_grow(lists->nums, &lists->room, lists->count + 1, sizeof(*lists->nums));
	lists->nums[lists->count++] = (struct docx_num){definition, level, start};
	lists->defined[definition] = true;
	return LISTS_NUM + (int)lists->count - 1;
}

bool docx_counts_entry(
	struct docx_lists *lists, struct docx_place *place, const struct node *entry, int n)
{
	if ((entry->name && entry->parent->style != LIST_BULLETED) || place->level >= DOCX_LEVELS)
		return false;
	int definition = find_definition(lists, place, entry, n);
	if (definition == DEFINITIONS)
		return false;
	if (!place->num || definition != definition_of(lists, place->num) || place->next != n)
		place->num = add_num(lists, definition, place->level, n);
	place->next = n + 1;
	return true;
}

struct docx_place docx_place_inside(const struct docx_place *place, bool counted)
{
	return (struct docx_place){counted ? place->num : 0, place->level + 1, 1};
}

/* --- the part --- */

static void write_level(
	const struct docx_lists *lists, struct xml_writer *xml, int definition, int at)
{
	static const char *const formats[] = {[LETTER] = "lowerLetter",
		[ROMAN] = "lowerRoman",
		[FIGURE] = "decimal",
		[BULLET] = "bullet",
		[UPPER_LETTER] = "upperLetter",
		[UPPER_ROMAN] = "upperRoman"};
	struct level level = level_of(definition, at);
	struct str text;

	str_init(&text);
	xml_write_begin(xml, "w:lvl");
	xml_write_number(xml, "w:ilvl", at);
	xml_write_literal(xml, "<w:start w:val=\"1\"/>");
	docx_value_of(xml, "w:numFmt", formats[level.format]);
	if (definition == HEADINGS && at < HEADING_LEVELS)
		docx_value_of(xml, "w:pStyle", docx_style_id(NULL, DOCX_HEADING + at));
	else if (definition == PARAGRAPHS && at == 0)
		docx_value_of(xml, "w:pStyle", docx_style_id(NULL, DOCX_NUMBERED));
	str_addf(&text, !level.bracketed ? "%%%d." : lists->half ? "%%%d)" : "(%%%d)", at + 1);
	docx_value_of(xml, "w:lvlText", level.format == BULLET ? "•" : text.text);
	docx_value_of(xml, "w:lvlJc", definition == HEADINGS ? "right" : "left");
	str_reset(&text);
	if (definition >= LETTERED) {
		int left = DOCX_TEXT_LEFT + DOCX_STEP * (at + 1 + (definition != NUMBERED));
		str_addf(&text, "<w:pPr><w:ind w:left=\"%d\" w:hanging=\"%d\"/></w:pPr>", left,
			DOCX_STEP);
		xml_write_literal(xml, text.text);
	}
	xml_write_end(xml, "w:lvl");
	str_clear(&text);
}

static void write_definition(const struct docx_lists *lists, struct xml_writer *xml, int definition)
{
	xml_write_begin(xml, "w:abstractNum");
	xml_write_number(xml, "w:abstractNumId", definition);
	docx_value_of(xml, "w:multiLevelType", "multilevel");
	for (int level = 0; level < DOCX_LEVELS; level++)
		write_level(lists, xml, definition, level);
	xml_write_end(xml, "w:abstractNum");
}

static void write_num(struct xml_writer *xml, int id, const struct docx_num *num)
{
	xml_write_begin(xml, "w:num");
	xml_write_number(xml, "w:numId", id);
	xml_write_begin(xml, "w:abstractNumId");
	xml_write_number(xml, "w:val", num->definition);
	xml_write_end(xml, "w:abstractNumId");
	if (num->start) {
		xml_write_begin(xml, "w:lvlOverride");
		xml_write_number(xml, "w:ilvl", num->level);
		xml_write_begin(xml, "w:startOverride");
		xml_write_number(xml, "w:val", num->start);
		xml_write_end(xml, "w:startOverride");
		xml_write_end(xml, "w:lvlOverride");
	}
	xml_write_end(xml, "w:num");
}

void docx_lists_write(const struct docx_lists *lists, struct xml_writer *xml)
{
	static_assert(DEFINITIONS <= sizeof lists->defined / sizeof lists->defined[0],
		"a place for each definition");

	xml_write_begin(xml, "w:numbering");
	xml_write_attribute(xml, "xmlns:w", DOCX_MAIN);
	for (int definition = HEADINGS; definition < DEFINITIONS; definition++)
		if (definition <= PARAGRAPHS || lists->defined[definition])
			write_definition(lists, xml, definition);
	write_num(xml, HEADINGS_NUM, &(struct docx_num){.definition = HEADINGS});
	write_num(xml, PARAGRAPHS_NUM, &(struct docx_num){.definition = PARAGRAPHS});
	for (size_t i = 0; i < lists->count; i++)
		write_num(xml, LISTS_NUM + (int)i, &lists->nums[i]);
	xml_write_end(xml, "w:numbering");
}
