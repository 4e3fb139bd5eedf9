/* SPDX-License-Identifier: MIT */
/*
 * What was presented under an item, and by whom the discussion was led. Of a presentation of
 * the Secretariat a note that begins with "on" is its topic; what else was noted of it is
 * told as points. How many there were is known only at the end of the item: their paragraph
 * is put in behind its first one then, or after all if others were told.
 */
#include "presentations.h"

#include <string.h>
#include <strings.h>

#include "formula.h"
#include "part.h"
#include "words.h"

enum { NAMES_MAX = 100 };

static const struct participant_row *participant(const struct report *report, int64_t id)
{
	size_t index = facts_participant(&report->facts, id);

	return index < report->facts.participant_count ? &report->facts.participants[index] : NULL;
}

static bool is_secretariat(const struct report *report, const struct report_said *said)
{
	const struct participant_row *speaker = participant(report, said->participant);

	return speaker && facts_standing(speaker) == STANDING_SECRETARIAT;
}

/* "Ana Reyes (Spain)", or the delegation where no name was noted. */
static void add_panellist(struct report *report, const struct report_said *said)
{
	const struct participant_row *speaker = participant(report, said->participant);
	struct str *names = &report->item.panellists;
	const char *from = speaker ? speaker->list_name : "";

	if (said->person && *said->person)
		str_addf(names, "%s (%s)\n", said->person, from);
	else
		str_addf(names, "%s\n", from);
}

const char *presentation_topic(const struct report *report, const struct report_said *said)
{
	const char *before = template_text(report->facts.template, "topic.before");
	size_t length = strlen(before);

	if (!said->text || strcmp(said->kind, "presentation") != 0 ||
		strncasecmp(said->text, before, length) != 0 || said->text[length] != ' ')
		return NULL;
	return said->text + length + 1;
}

/* Each topic once, a line each. */
static void add_topic(struct report *report, const char *topic)
{
	struct str *topics = &report->item.topics;
	size_t length = strlen(topic);

	for (const char *at = topics->text; *at; at += strcspn(at, "\n") + 1)
		if (strncmp(at, topic, length) == 0 && at[length] == '\n')
			return;
	str_addf(topics, "%s\n", topic);
}

void presentation_count(struct report *report, const struct report_said *said)
{
	if (!part_takes(report, "PRES-1", NULL, 's', said->statement_number))
		return;
	if (strcmp(said->kind, "presentation") == 0 && is_secretariat(report, said)) {
		bool told = said->text && !presentation_topic(report, said);
		report->item.presentations += !told;
		if (!told)
			sources_add(&report->item.presenting, 's', said->statement_number);
		report->item.presented = report->item.presented || told;
	}
	if (strcmp(said->kind, "panellist") == 0) {
		add_panellist(report, said);
		sources_add(&report->item.leading, 's', said->statement_number);
	}
}

bool presentation_tells(struct report *report, const struct report_said *said)
{
	const char *topic = presentation_topic(report, said);

	if (!topic || !is_secretariat(report, said))
		return false;
	add_topic(report, topic);
	sources_add(&report->item.presenting, 'p', said->number);
	return true;
}

static struct node *put_behind_first(
	struct report *report, const struct outline_entry *entry, const char *id, const char *text)
{
	if (!report->item.first)
		return build_paragraph(
			report, (struct source){id, entry->bodies, entry->item, NULL}, text);
	struct node *node =
		document_insert(&report->document, report->item.first, NODE_PARAGRAPH, text);

	node->key = build_key(report, (struct source){id, entry->bodies, entry->item, NULL});
	return node;
}

/* The lines of a text, in which line feeds become ends; how many. */
static size_t split_lines(struct str *text, const char *lines[], size_t most)
{
	size_t count = 0;

	for (char *line = text->text; *line && count < most;) {
		size_t length = strcspn(line, "\n");
		line[length] = '\0';
		lines[count++] = line;
		line += length + 1;
	}
	return count;
}

static void add_topics(struct report *report, struct str *out)
{
	const char *topics[NAMES_MAX];
	size_t count = split_lines(&report->item.topics, topics, NAMES_MAX);

	words_join(report->facts.template, topics, count, out);
}

void presentations_add(struct report *report, const struct outline_entry *entry)
{
	size_t count = report->item.presentations;
	struct str number, text, topics;
	struct node *node;

	if (!count)
		return;
	str_init(&number);
	str_init(&text);
	str_init(&topics);
	add_topics(report, &topics);
	words_number_first(report->facts.template, (int)count, &number);
	if (report->item.presented) {
		formula_sentence(&text, report->facts.template,
			count == 1 ? "PRES-1/further-one" : "PRES-1/further",
			FIELDS({"count", number.text}, {"topics", topics.text}));
		node = build_paragraph(report,
			(struct source){"PRES-1", entry->bodies, entry->item, NULL}, text.text);
	} else {
		formula_sentence(&text, report->facts.template,
			count == 1 ? "PRES-1/one" : "PRES-1",
			FIELDS({"count", number.text}, {"topics", topics.text}));
		node = put_behind_first(report, entry, "PRES-1", text.text);
	}
	build_from_all(report, node, &report->item.presenting);
	str_clear(&number);
	str_clear(&text);
	str_clear(&topics);
}

void presentations_panel(struct report *report, const struct outline_entry *entry)
{
	const char *names[NAMES_MAX];
	size_t count = split_lines(&report->item.panellists, names, NAMES_MAX);
	struct str list, text;

	if (!count)
		return;
	str_init(&list);
	str_init(&text);
	words_join(report->facts.template, names, count, &list);
	formula_sentence(&text, report->facts.template, count == 1 ? "PRES-2/one" : "PRES-2",
		FIELDS({"list", list.text}));
	build_from_all(report, put_behind_first(report, entry, "PRES-2", text.text),
		&report->item.leading);
	str_clear(&list);
	str_clear(&text);
}
