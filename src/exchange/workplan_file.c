/* SPDX-License-Identifier: MIT */
/*
 * The reader of workplans. Tables say which keys there are; here is what depends on more
 * than one of them: a session's body, its number that no other has, and that it has
 * something to take up.
 */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "exchange/workplan_file.h"
#include "yaml_file.h"

enum { NUMBER_MOST = 999, YEAR_LEAST = 1945, YEAR_MOST = 2200 };

struct plan_build {
	struct reader reader;
	struct workplan *plan;
};

/* Texts as they stand, before they mean something. */
struct session_texts {
	const char *number, *year, *body, *cluster;
};

static const struct field root_fields[] = {
	{"rapporteur", FIELD_OTHER, false, FIELD_NOWHERE},
	{"plan", FIELD_MAP, true, FIELD_NOWHERE},
	{"bodies", FIELD_LIST, true, FIELD_NOWHERE},
	{"sessions", FIELD_LIST, true, FIELD_NOWHERE},
	{0},
};

static const struct field plan_fields[] = {
	{"title", FIELD_LINE, true, (int)offsetof(struct workplan, title)},
	{"date", FIELD_DATE, false, (int)offsetof(struct workplan, date)},
	{0},
};

static const struct field body_fields[] = {
	{"id", FIELD_KEY, true, (int)offsetof(struct agenda_body, key)},
	{"name", FIELD_LINE, true, (int)offsetof(struct agenda_body, name)},
	{"short", FIELD_LINE, false, (int)offsetof(struct agenda_body, short_name)},
	{"symbol", FIELD_LINE, false, (int)offsetof(struct agenda_body, symbol)},
	{0},
};

static const struct field session_fields[] = {
	{"number", FIELD_LINE, true, (int)offsetof(struct session_texts, number)},
	{"year", FIELD_LINE, false, (int)offsetof(struct session_texts, year)},
	{"body", FIELD_KEY, false, (int)offsetof(struct session_texts, body)},
	{"cluster", FIELD_LINE, true, (int)offsetof(struct session_texts, cluster)},
	{"articles", FIELD_LIST, false, FIELD_NOWHERE},
	{"topics", FIELD_LIST, false, FIELD_NOWHERE},
	{0},
};

static const struct field article_fields[] = {
	{"article", FIELD_LINE, true, (int)offsetof(struct workplan_topic, article)},
	{"of", FIELD_LINE, false, (int)offsetof(struct workplan_topic, instrument)},
	{"title", FIELD_LINE, true, (int)offsetof(struct workplan_topic, title)},
	{0},
};

/* --- parts --- */

static int read_number(struct plan_build *build, const struct node *node, const char *key,
	const char *text, int least, int most)
{
	char *end;
	long number;

	if (!text)
		return 0;
	number = strtol(text, &end, 10);
	if (*end == '\0' && number >= least && number <= most)
		return (int)number;
	reader_error(&build->reader, fields_place(node, key), "'%s' is a number from %d to %d", key,
		least, most);
	return 0;
}

static void read_bodies(struct plan_build *build, const struct node *list)
{
	struct workplan *plan = build->plan;

	plan->bodies = arena_alloc(&plan->arena, (list->count + 1) * sizeof *plan->bodies);
	for (const struct node *node = list->first; node; node = node->next) {
		struct agenda_body *body = &plan->bodies[plan->body_count];
		if (!fields_read(&build->reader, node, "a body", body_fields, body) || !body->key)
			continue;
		for (size_t i = 0; i < plan->body_count; i++)
			if (strcmp(plan->bodies[i].key, body->key) == 0)
				reader_error(&build->reader, fields_place(node, "id"),
					"body '%s' is there twice", body->key);
		plan->body_count++;
	}
}

static size_t find_body(struct plan_build *build, const struct node *node, const char *key)
{
	struct workplan *plan = build->plan;

	for (size_t i = 0; i < plan->body_count; i++)
		if (!key || strcmp(plan->bodies[i].key, key) == 0)
			return i;
	if (key && plan->body_count)
		reader_error(&build->reader, fields_place(node, "body"),
			"body '%s' is not among the bodies", reader_shown(&build->reader, key));
	return 0;
}

static void read_articles(
	struct plan_build *build, const struct node *list, struct workplan_session *session)
{
	for (const struct node *node = list->first; node; node = node->next) {
		struct workplan_topic *topic = &session->topics[session->topic_count];
		if (!fields_read(&build->reader, node, "an article", article_fields, topic) ||
			!topic->article || !topic->title)
			continue;
		if (!topic->instrument)
			topic->instrument = "Convention";
		session->topic_count++;
	}
}

static void read_topics(
	struct plan_build *build, const struct node *list, struct workplan_session *session)
{
	for (const struct node *node = list->first; node; node = node->next) {
		const char *title = fields_line(&build->reader, node, "a topic");
		if (title)
			session->topics[session->topic_count++].title = title;
	}
}

static void read_all_topics(
	struct plan_build *build, const struct node *node, struct workplan_session *session)
{
	const struct node *articles = fields_list(node, "articles"),
			  *topics = fields_list(node, "topics");
	size_t most = (articles ? articles->count : 0) + (topics ? topics->count : 0);

	session->topics = arena_alloc(&build->plan->arena, (most + 1) * sizeof *session->topics);
	if (articles)
		read_articles(build, articles, session);
	if (topics)
		read_topics(build, topics, session);
	if (most == 0)
		reader_warn(&build->reader, node,
			"the session has neither 'articles' nor 'topics': its agenda has the cluster alone");
}

static void check_once(
	struct plan_build *build, const struct node *node, const struct workplan_session *session)
{
	const struct workplan *plan = build->plan;

	for (size_t i = 0; i < plan->session_count; i++)
		if (session->number && plan->sessions[i].number == session->number &&
			plan->sessions[i].body == session->body)
			reader_error(&build->reader, fields_place(node, "number"),
				"session %d is there twice (first in line %d)", session->number,
				plan->sessions[i].line);
}

static void read_sessions(struct plan_build *build, const struct node *list)
{
	struct workplan *plan = build->plan;

	plan->sessions = arena_alloc(&plan->arena, (list->count + 1) * sizeof *plan->sessions);
	for (const struct node *node = list->first; node; node = node->next) {
		struct workplan_session *session = &plan->sessions[plan->session_count];
		struct session_texts texts = {0};
		if (!fields_read(&build->reader, node, "a session", session_fields, &texts))
			continue;
		*session = (struct workplan_session){.line = node->line,
			.cluster = texts.cluster,
			.body = find_body(build, node, texts.body),
			.number = read_number(build, node, "number", texts.number, 1, NUMBER_MOST),
			.year = read_number(
				build, node, "year", texts.year, YEAR_LEAST, YEAR_MOST)};
		read_all_topics(build, node, session);
		check_once(build, node, session);
		plan->session_count++;
	}
}

/* --- the file --- */

static void read_plan(struct plan_build *build, const struct node *root)
{
	const struct node *map, *bodies, *sessions;

	fields_read(&build->reader, root, "a workplan", root_fields, NULL);
	map = fields_map(root, "plan");
	bodies = fields_list(root, "bodies");
	sessions = fields_list(root, "sessions");
	if (map)
		fields_read(&build->reader, map, "the plan", plan_fields, build->plan);
	if (bodies)
		read_bodies(build, bodies);
	if (sessions)
		read_sessions(build, sessions);
}

bool workplan_file_parse(const char *name, const char *text, size_t length, struct workplan *plan,
	struct messages *messages)
{
	struct plan_build build = {
		.plan = plan, .reader = {.messages = messages, .arena = &plan->arena}};
	struct yaml_tree tree;
	const struct node *root;

	messages_set_file(messages, name);
	yaml_tree_init(&tree);
	root = yaml_file_root(&tree, &build.reader, text, length, "workplan");
	if (root)
		read_plan(&build, root);
	yaml_tree_clear(&tree);
	messages_sort(messages);
	return messages->errors == 0;
}

bool workplan_file_read(const char *path, struct workplan *plan, struct messages *messages)
{
	struct str text;
	bool done;

	str_init(&text);
	done = yaml_file_read(path, &text, messages) &&
	       workplan_file_parse(path, text.text, text.length, plan, messages);
	str_clear(&text);
	return done;
}

/* The line may have comments before it, and "rapporteur" in quotes. */
static bool says_workplan(const char *text)
{
	for (const char *line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		line += strspn(line, " \"'{");
		if (strncmp(line, "rapporteur", 10) != 0)
			continue;
		line += 10;
		line += strspn(line, " \"':");
		return strncmp(line, "workplan/", 9) == 0;
	}
	return false;
}

bool workplan_file_is(const char *path)
{
	struct messages ignored;
	struct str text;
	bool is;

	str_init(&text);
	messages_init(&ignored, path);
	is = yaml_file_read(path, &text, &ignored) && says_workplan(text.text);
	messages_clear(&ignored);
	str_clear(&text);
	return is;
}
