/* SPDX-License-Identifier: MIT */
/*
 * What was presented under an item, and by whom the discussion was led. Of a presentation of
 * the Secretariat a note that begins with "on" is its topic; what else was noted of it is
 * told as points. How many there were is known only at the end of the item: their paragraph
 * is put in behind its first one then, or after all if others were told. Many topics of one
 * presentation are a list behind the sentence that says when the item was considered.
 */
#include "presentations.h"

#include <string.h>
#include <strings.h>

#include "formula.h"
#include "part.h"
#include "words.h"

enum { NAMES_MAX = 100, TOPICS_IN_A_LIST = 3 };

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

/* Behind the word that a topic begins with; NULL of what does not begin so. */
static const char *behind(const char *text, const char *word)
{
	size_t length = strlen(word);

	return strncasecmp(text, word, length) == 0 && text[length] == ' ' ? text + length + 1
									   : NULL;
}

/* The note may be older than the language of the report. */
const char *presentation_topic(const struct report *report, const struct report_said *said)
{
	const char *own = template_text(report->facts.template, "topic.before"), *topic;

	if (!said->text || strcmp(said->kind, "presentation") != 0)
		return NULL;
	topic = behind(said->text, own);
	for (size_t i = 0; !topic && i < report->topic_word_count; i++)
		topic = behind(said->text, report->topic_words[i]);
	return topic;
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
	if (!part_takes(report, "PRES-1", NULL, 'p', said->number))
		return true;
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

/* Whether they are many enough to be a list: "on the following". */
static bool add_topics(struct report *report, struct str *out)
{
	const char *topics[NAMES_MAX];
	const struct template *words = report->facts.template;
	size_t count = split_lines(&report->item.topics, topics, NAMES_MAX);
	bool listed = report->item.presentations == 1 && count >= TOPICS_IN_A_LIST;

	if (listed)
		words_join_by(words, "LIST/long", "LIST/long", topics, count, out);
	else
		words_join(words, topics, count, out);
	return listed;
}

/* Goes on with the sentence that says when the item was considered (the addendum of 2018). */
static struct node *go_on_with_item(struct report *report, const char *text)
{
	struct node *node = report->item.first;

	if (!node || !node->key || strncmp(node->key, "ITEM-1/", strlen("ITEM-1/")) != 0)
		return NULL;
	node->text = arena_printf(&report->document.arena, "%s %s", node->text, text);
	return node;
}

static struct node *add_listed(
	struct report *report, const struct outline_entry *entry, const char *topics)
{
	struct str text;

	str_init(&text);
	formula_sentence(&text, report->facts.template, "PRES-1/list", FIELDS({"topics", topics}));
	struct node *node = go_on_with_item(report, text.text);
	if (!node)
		node = put_behind_first(report, entry, "PRES-1", text.text);
	str_clear(&text);
	return node;
}

/* Beside others that were told by what was noted of them, or alone. */
static struct node *add_counted(
	struct report *report, const struct outline_entry *entry, const char *topics)
{
	int count = (int)report->item.presentations;
	struct source source = {"PRES-1", entry->bodies, entry->item, NULL};
	const char *formula = report->item.presented ? "PRES-1/further" : "PRES-1";
	struct str number, text;

	if (count == 1)
		formula = report->item.presented ? "PRES-1/further-one" : "PRES-1/one";
	str_init(&number);
	str_init(&text);
	words_number_first(report->facts.template, count, &number);
	formula_sentence(&text, report->facts.template, formula,
		FIELDS({"count", number.text}, {"topics", topics}));
	struct node *node = report->item.presented
				    ? build_paragraph(report, source, text.text)
				    : put_behind_first(report, entry, "PRES-1", text.text);
	str_clear(&number);
	str_clear(&text);
	return node;
}

void presentations_add(struct report *report, const struct outline_entry *entry)
{
	struct str topics;

	if (!report->item.presentations)
		return;
	str_init(&topics);
	bool listed = add_topics(report, &topics);
	build_from_all(report,
		listed ? add_listed(report, entry, topics.text)
		       : add_counted(report, entry, topics.text),
		&report->item.presenting);
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
