/* SPDX-License-Identifier: MIT */
/*
 * What could stand for the beginning of a value, by the type of the argument:
 * one function a type. Everything but statements, surveys, contributions and files
 * comes from the desk's cache, so that a key reads nothing. An empty beginning offers
 * what is there.
 */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "cache.h"
#include "gather.h"
#include "other_names.h"
#include "resolve.h"

#include "base/civil.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "exchange/template_file.h"
#include "model/language.h"
#include "model/match.h"
#include "model/phrase.h"
#include "store/amendment.h"
#include "store/comment.h"
#include "store/conclusion.h"
#include "store/meeting.h"
#include "store/point.h"
#include "store/floor.h"
#include "store/follow_up.h"
#include "store/paragraph.h"
#include "store/survey.h"

enum { STATEMENTS_LOOKED_AT = 60, FILES_LOOKED_AT = 2000, LABEL_COLUMNS = 60 };

/* One completion under way: what is typed, as it is and as a fold key. */
struct task {
	struct gather *gather;
	struct desk *desk;
	const struct param *param;
	const char *typed, *key;
};

/* How well the text meets what is typed; everything meets nothing. */
static int score_of(const struct task *task, const char *text)
{
	char *key;
	int score;

	if (*task->key == '\0')
		return 1;
	if (!text)
		return 0;
	key = fold_key(text);
	score = match_score(task->key, key);
	free(key);
	return score;
}

static int better(int a, int b)
{
	return a > b ? a : b;
}

/* Bytes that both begin with, capitals not counting. */
static bool begins(const char *text, const char *typed)
{
	for (; *typed; text++, typed++) {
		char a = *text >= 'A' && *text <= 'Z' ? (char)(*text + 32) : *text;
		char b = *typed >= 'A' && *typed <= 'Z' ? (char)(*typed + 32) : *typed;
		if (a != b)
			return false;
	}
	return true;
}

/* As much of a text as a list has room for; NULL is none. */
static const char *shortened(struct arena *arena, const char *text)
{
	char *line = utf8_enter(text ? text : "", true);
	struct str out;

	str_init(&out);
	utf8_ellipsis(&out, line, LABEL_COLUMNS);
	const char *kept = arena_strdup(arena, out.text);
	str_clear(&out);
	free(line);
	return kept;
}

static const char *short_label(struct arena *arena, const char *number, const char *text)
{
	return arena_printf(arena, "%s %s", number, shortened(arena, text));
}

/* --- names --- */

static bool is_code(const struct task *task, const struct participant_row *row)
{
	return (row->code && strcasecmp(row->code, task->key) == 0) ||
	       (row->code3 && strcasecmp(row->code3, task->key) == 0);
}

/* For whom somebody speaks is mostly a group, who speaks is mostly in the room. */
static int participant_score(const struct task *task, const struct participant_row *row)
{
	bool group = strcmp(task->param->name, "for") == 0;
	int best = 0;

	if (*task->key == '\0')
		return (group ? strcmp(row->kind, "group") == 0 : row->present) ? 2 : 1;
	for (size_t i = 0; i < row->key_count; i++)
		best = better(best, match_score(task->key, row->keys[i]));
	/* Of equal ones what is mostly meant: a code is of a State, for whom one speaks a group. */
	return best + (best >= MATCH_WHOLE &&
			      (group ? strcmp(row->kind, "group") == 0 : is_code(task, row)));
}

static const char *participant_detail(const struct participant_row *row)
{
	return row->code3 ? row->code3 : row->code ? row->code : row->kind;
}

/* Who has not answered the survey that is selected, where it is about that. */
struct silence {
	int64_t survey; /* 0: it is not */
	const struct silent_row *rows;
	size_t count;
};

static struct silence silence_of(const struct task *task)
{
	struct silence silence = {.survey = task->param->silent ? task->desk->selected.survey : 0};

	if (silence.survey)
		silence.rows = store_survey_silent(
			task->desk->store, silence.survey, task->gather->arena, &silence.count);
	return silence;
}

static bool is_silent(const struct silence *silence, int64_t id)
{
	for (size_t i = 0; i < silence->count; i++)
		if (silence->rows[i].id == id)
			return true;
	return silence->survey == 0;
}

static void offer_name(struct task *task, int score, const char *prefix,
	const struct participant_row *row, const char *detail)
{
	gather_add(task->gather, score,
		*prefix ? arena_printf(task->gather->arena, "%s%s", prefix, row->list_name)
			: row->list_name,
		row->list_name, detail);
}

/* Who has answered is not offered, and is known to have where somebody types the name. */
static void add_name(struct task *task, const struct silence *silence, const char *prefix,
	const struct participant_row *row)
{
	const char *detail = participant_detail(row);
	int score = participant_score(task, row);

	if (score > 0 && !is_silent(silence, row->id)) {
		if (*task->key == '\0')
			return;
		if (store_contribution_of(task->desk->store, silence->survey, row->id))
			detail = "has answered";
	}
	offer_name(task, score, prefix, row, detail);
}

/* prefix: the names before the one that is typed. */
static void names_after(struct task *task, const char *prefix)
{
	size_t count;
	const struct participant_row *rows = cache_participants(task->desk, &count);
	struct silence silence = silence_of(task);

	for (size_t i = 0; i < count; i++)
		add_name(task, &silence, prefix, &rows[i]);
	if (!*task->key || gather_has(task->gather, MATCH_ELIDED))
		return;
	/* "Allemagne", "alema": only where no name of the session is met. */
	for (size_t i = 0; i < count; i++) {
		int score = other_names_score(task->desk, &rows[i], task->key);
		if (score >= MATCH_BEGINNING)
			offer_name(task, score, prefix, &rows[i], participant_detail(&rows[i]));
	}
}

static void complete_participant(struct task *task)
{
	names_after(task, "");
}

static void complete_participants(struct task *task)
{
	struct arena *arena = task->gather->arena;
	const char *last = task->typed + strlen(task->typed);
	char *key;

	while (last > task->typed && !strchr(",;\n", last[-1]))
		last--;
	last += strspn(last, " ");
	key = fold_key(last);
	task->key = arena_strdup(arena, key);
	free(key);
	names_after(
		task, last > task->typed && last[-1] != ' '
			      ? arena_printf(arena, "%.*s ", (int)(last - task->typed), task->typed)
			      : arena_strndup(arena, task->typed, (size_t)(last - task->typed)));
}

/* --- rows --- */

/* Two items with one number are told apart by their bodies. */
static const char *item_reference(
	struct task *task, const struct item_row *rows, size_t count, size_t which)
{
	size_t bodies;
	const struct body_row *body = cache_bodies(task->desk, &bodies);
	bool alone = true;

	for (size_t i = 0; i < count; i++)
		alone = alone && (i == which || strcmp(rows[i].printed, rows[which].printed) != 0);
	for (size_t i = 0; i < bodies && !alone; i++) {
		if (body[i].id == rows[which].body)
			return arena_printf(
				task->gather->arena, "%s:%s", body[i].key, rows[which].printed);
	}
	return rows[which].printed;
}

static void complete_item(struct task *task)
{
	size_t count;
	const struct item_row *rows = cache_items(task->desk, &count);

	for (size_t i = 0; i < count; i++) {
		const char *reference = item_reference(task, rows, count, i);
		int score = better(score_of(task, rows[i].printed), score_of(task, reference));
		/* "1" is the beginning of a number, not of the 19 in a title. */
		if (!(*task->typed >= '0' && *task->typed <= '9'))
			score = better(score, score_of(task, rows[i].title));
		gather_add(task->gather, score, reference,
			short_label(task->gather->arena, reference, rows[i].title), rows[i].stage);
	}
}

/* Another one behind those that are typed before it, which stay. */
static void complete_last(struct task *task, void (*complete)(struct task *task))
{
	struct arena *arena = task->gather->arena;
	const char *typed = task->typed, *last = typed + strlen(typed);
	struct gather own = {.arena = arena};
	struct task one = *task;
	size_t count;

	while (last > typed && !strchr(",;", last[-1]))
		last--;
	last += strspn(last, " ");
	char *key = fold_key(last);
	one.gather = &own;
	one.typed = last;
	one.key = key;
	complete(&one);
	const struct completion *rows = gather_best(&own, own.count, &count);
	free(key);
	for (size_t i = 0; i < count; i++)
		gather_add(task->gather, rows[i].score,
			arena_printf(arena, "%.*s%s%s", (int)(last - typed), typed,
				last > typed && last[-1] != ' ' ? " " : "", rows[i].text),
			rows[i].label, rows[i].detail);
}

static void complete_items(struct task *task)
{
	complete_last(task, complete_item);
}

static void complete_slot(struct task *task)
{
	struct arena *arena = task->gather->arena;
	size_t count;
	const struct slot_row *rows = cache_slots(task->desk, &count);

	for (size_t i = 0; i < count; i++) {
		const char *name = slot_name(rows, count, i, arena);
		struct str hours;
		str_init(&hours);
		phrase_weekday(rows[i].date, &hours);
		if (rows[i].from >= 0)
			str_add(&hours, ", ");
		phrase_hours(rows[i].from, rows[i].to, &hours);
		gather_add(task->gather, better(score_of(task, name), score_of(task, hours.text)),
			name, arena_printf(arena, "%s  %s", name, hours.text),
			rows[i].items ? arena_printf(arena, "items %s", rows[i].items)
				      : rows[i].label);
		str_clear(&hours);
	}
}

static void complete_statement(struct task *task)
{
	struct arena *arena = task->gather->arena;
	size_t count;
	const struct statement_row *rows = store_statements(task->desk->store, task->desk->session,
		0, INT64_MAX, STATEMENTS_LOOKED_AT, 0, arena, &count);

	for (size_t i = count; i-- > 0;) {
		const char *number = arena_printf(arena, "s%d", rows[i].number);
		int score = begins(number, task->typed) || begins(number + 1, task->typed)
				    ? MATCH_BEGINNING
				    : score_of(task, rows[i].name);
		gather_add(task->gather, score, number, short_label(arena, number, rows[i].name),
			arena_printf(arena, "item %s", rows[i].item_printed));
	}
}

/* One that is called by a letter and a number: found by these, or by its words. */
static void offer(struct task *task, char letter, int number, const char *words, const char *detail)
{
	struct arena *arena = task->gather->arena;
	const char *name = arena_printf(arena, "%c%d", letter, number);
	int score = begins(name, task->typed) ? MATCH_BEGINNING : score_of(task, words);

	gather_add(task->gather, score, name, short_label(arena, name, words ? words : ""), detail);
}

static void complete_recommendation(struct task *task)
{
	size_t count;
	const struct recommendation_row *rows = cache_recommendations(task->desk, &count);

	for (size_t i = 0; i < count; i++)
		offer(task, 'r', rows[i].number, rows[i].text, recommendation_label(rows[i].state));
}

static void complete_recommendations(struct task *task)
{
	complete_last(task, complete_recommendation);
}

/* An amendment by its number or its proposer; those that are still open first. */
static void complete_amendment(struct task *task)
{
	struct arena *arena = task->gather->arena;
	size_t count;
	const struct amendment_row *rows =
		store_amendments(task->desk->store, task->desk->session, 0, arena, &count);

	for (size_t i = 0; i < count; i++) {
		const char *number = arena_printf(arena, "a%d", rows[i].number);
		const char *name = rows[i].proposer_name ? rows[i].proposer_name : "";
		int score = begins(number, task->typed) ? MATCH_BEGINNING : score_of(task, name);
		gather_add(task->gather, score + (rows[i].state == AMENDMENT_PROPOSED), number,
			short_label(arena, number, name),
			arena_printf(arena, "r%d, %s", rows[i].recommendation_number,
				amendment_state_word(rows[i].state)));
	}
}

static void complete_comment(struct task *task)
{
	struct arena *arena = task->gather->arena;
	size_t count;
	const struct comment_row *rows =
		store_comments(task->desk->store, task->desk->session, 0, arena, &count);

	for (size_t i = 0; i < count; i++)
		offer(task, 'k', rows[i].number, rows[i].text,
			rows[i].settled ? "settled" : rows[i].name);
}

/* Of the item that is selected, else of those that are open: there may be thousands. */
static void complete_point(struct task *task)
{
	struct arena *arena = task->gather->arena;
	struct desk *desk = task->desk;
	int64_t items[4] = {desk->screen ? desk->selected.item : 0};
	size_t count, open = items[0] ? 1 : store_items_open(desk->store, desk->session, items, 4);

	for (size_t k = 0; k < open && k < 4; k++) {
		const struct point_row *rows = store_points(desk->store, items[k], arena, &count);
		for (size_t i = 0; i < count; i++)
			offer(task, 'p', rows[i].number, rows[i].text, rows[i].name);
	}
}

static void complete_points(struct task *task)
{
	complete_last(task, complete_point);
}

static void complete_conclusion(struct task *task)
{
	struct arena *arena = task->gather->arena;
	size_t count;
	const struct conclusion_row *rows =
		store_conclusions(task->desk->store, task->desk->session, 0, arena, &count);

	for (size_t i = 0; i < count; i++)
		offer(task, 'n', rows[i].number, rows[i].text, rows[i].done ? "done" : rows[i].due);
}

static void complete_paragraph(struct task *task)
{
	struct arena *arena = task->gather->arena;
	size_t count;
	const struct paragraph_row *rows =
		store_paragraphs(task->desk->store, task->desk->session, arena, &count);

	for (size_t i = 0; i < count; i++)
		offer(task, 'g', rows[i].number, rows[i].text, rows[i].dropped ? "left out" : NULL);
}

static void complete_document(struct task *task)
{
	struct arena *arena = task->gather->arena;
	size_t count;
	const struct document_row *rows = cache_documents(task->desk, &count);

	for (size_t i = 0; i < count; i++) {
		const char *number = arena_printf(arena, "d%d", rows[i].number);
		int score = begins(rows[i].symbols, task->typed) || begins(number, task->typed)
				    ? MATCH_BEGINNING
				    : better(score_of(task, rows[i].title),
					      score_of(task, rows[i].symbols));
		gather_add(task->gather, score, rows[i].symbols, rows[i].symbols, rows[i].title);
	}
}

static void complete_survey(struct task *task)
{
	struct arena *arena = task->gather->arena;
	size_t count;
	const struct survey_row *rows =
		store_surveys(task->desk->store, task->desk->session, arena, &count);

	for (size_t i = 0; i < count; i++)
		offer(task, 'q', rows[i].number, rows[i].title, rows[i].closed ? "closed" : NULL);
}

static void complete_contribution(struct task *task)
{
	struct arena *arena = task->gather->arena;
	size_t count;
	const struct contribution_row *rows =
		store_contributions(task->desk->store, task->desk->session, 0, arena, &count);

	for (size_t i = 0; i < count; i++)
		offer(task, 'c', rows[i].number, rows[i].name,
			arena_printf(arena, "q%d", rows[i].survey_number));
}

static void complete_follow_up(struct task *task)
{
	struct arena *arena = task->gather->arena;
	size_t count;
	const struct follow_up_row *rows =
		store_follow_ups(task->desk->store, task->desk->session, arena, &count);

	for (size_t i = 0; i < count; i++)
		offer(task, 'f', rows[i].number, rows[i].text, follow_up_label(rows[i].state));
}

static void complete_body(struct task *task)
{
	size_t count;
	const struct body_row *rows = cache_bodies(task->desk, &count);

	for (size_t i = 0; i < count; i++)
		gather_add(task->gather,
			better(score_of(task, rows[i].key), score_of(task, rows[i].name)),
			rows[i].key, rows[i].key, rows[i].name);
}

static void complete_session(struct task *task)
{
	size_t count;
	const struct session_row *rows =
		store_sessions(task->desk->store, true, task->gather->arena, &count);

	for (size_t i = 0; i < count; i++)
		gather_add(task->gather,
			better(score_of(task, rows[i].key), score_of(task, rows[i].title)),
			rows[i].key, rows[i].key, rows[i].title);
}

/* --- words of the report --- */

static const char style_row[] = "style.";

static bool is_style(const struct template_row *row)
{
	return strncmp(row->key, style_row, strlen(style_row)) == 0;
}

static void offer_word(struct task *task, const char *word, const char *detail)
{
	gather_add(task->gather,
		*task->typed && begins(word, task->typed) ? MATCH_BEGINNING : score_of(task, word),
		word, word, detail);
}

static void complete_style(struct task *task)
{
	const struct template *template = desk_template(task->desk);

	for (size_t i = 0; i < template->row_count; i++) {
		const char *name = template->rows[i].key + strlen(style_row);
		if (is_style(&template->rows[i]))
			offer_word(task, name,
				strcmp(name, template_use(template, NULL)) == 0 ? "chosen" : NULL);
	}
}

/* Beside each key what it says. */
static void complete_formula(struct task *task)
{
	const struct template *template = desk_template(task->desk);

	for (size_t i = 0; i < template_key_count; i++)
		offer_word(task, template_keys[i].key,
			shortened(task->gather->arena, template->texts[i]));
	for (size_t i = 0; i < template->row_count; i++)
		if (is_style(&template->rows[i]))
			offer_word(task, template->rows[i].key, NULL);
}

static void offer_language(const char *tag, void *data)
{
	struct task *task = data;

	offer_word(task, arena_strdup(task->gather->arena, tag), language_name(tag));
}

static void complete_language(struct task *task)
{
	template_file_languages(offer_language, task);
}

/* --- what needs no session --- */

/* What a word of a command means that does not say it. */
static const char *choice_detail(const char *word)
{
	static const char *const details[][2] = {
		{"reply", "right of reply"},
		{"point_of_order", "point of order"},
		{"explanation_before", "of position, before the decision"},
		{"explanation_after", "of position, after the decision"},
	};

	for (size_t i = 0; i < sizeof details / sizeof details[0]; i++)
		if (strcmp(word, details[i][0]) == 0)
			return details[i][1];
	return NULL;
}

static void complete_choice(struct task *task)
{
	const char *list = task->param->type == ARG_FLAG ? "yes no" : task->param->choices;

	while (*list) {
		size_t length = strcspn(list, " ");
		const char *word = arena_strndup(task->gather->arena, list, length);
		gather_add(task->gather,
			*task->typed && begins(word, task->typed) ? MATCH_BEGINNING
								  : score_of(task, word),
			word, word, choice_detail(word));
		list += length;
		list += strspn(list, " ");
	}
}

static void complete_time(struct task *task)
{
	struct civil now = civil_at(desk_now(task->desk));
	const char *text = arena_printf(task->gather->arena, "%02d:%02d", now.hour, now.minute);

	gather_add(task->gather, begins(text, task->typed), text, text, "now");
}

static void complete_date(struct task *task)
{
	struct civil now = civil_at(desk_now(task->desk));
	char *text = arena_alloc(task->gather->arena, 11);

	civil_format_date(&now, text);
	gather_add(task->gather, begins(text, task->typed) || begins("today", task->typed), text,
		text, "today");
}

static bool is_folder(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static void complete_file(struct task *task)
{
	struct arena *arena = task->gather->arena;
	const char *slash = strrchr(task->typed, '/');
	const char *name = slash ? slash + 1 : task->typed;
	const char *folder = arena_strndup(arena, task->typed, (size_t)(name - task->typed));
	DIR *dir = opendir(*folder ? folder : ".");
	const struct dirent *entry;

	for (int i = 0; dir && i < FILES_LOOKED_AT && (entry = readdir(dir)); i++) {
		const char *path = arena_printf(arena, "%s%s", folder, entry->d_name);
		if ((entry->d_name[0] == '.' && *name != '.') ||
			strncmp(entry->d_name, name, strlen(name)) != 0)
			continue;
		if (is_folder(path))
			path = arena_printf(arena, "%s/", path);
		gather_add(task->gather, 1, path, path + strlen(folder), NULL);
	}
	if (dir)
		closedir(dir);
}

/* --- the table --- */

static const struct {
	void (*complete)(struct task *task);
	bool session; /* there is nothing to offer without one */
} types[ARG_TYPES] = {
	[ARG_TIME] = {complete_time, false},
	[ARG_DATE] = {complete_date, false},
	[ARG_CHOICE] = {complete_choice, false},
	[ARG_FLAG] = {complete_choice, false},
	[ARG_FILE] = {complete_file, false},
	[ARG_PARTICIPANT] = {complete_participant, true},
	[ARG_PARTICIPANTS] = {complete_participants, true},
	[ARG_ITEM] = {complete_item, true},
	[ARG_ITEMS] = {complete_items, true},
	[ARG_SLOT] = {complete_slot, true},
	[ARG_STATEMENT] = {complete_statement, true},
	[ARG_RECOMMENDATION] = {complete_recommendation, true},
	[ARG_RECOMMENDATIONS] = {complete_recommendations, true},
	[ARG_AMENDMENT] = {complete_amendment, true},
	[ARG_COMMENT] = {complete_comment, true},
	[ARG_POINT] = {complete_point, true},
	[ARG_POINTS] = {complete_points, true},
	[ARG_CONCLUSION] = {complete_conclusion, true},
	[ARG_DOCUMENT] = {complete_document, true},
	[ARG_SURVEY] = {complete_survey, true},
	[ARG_CONTRIBUTION] = {complete_contribution, true},
	[ARG_FOLLOW_UP] = {complete_follow_up, true},
	[ARG_PARAGRAPH] = {complete_paragraph, true},
	[ARG_BODY] = {complete_body, true},
	[ARG_SYMBOL] = {complete_document, true},
	[ARG_SESSION] = {complete_session, false},
	[ARG_STYLE] = {complete_style, true},
	[ARG_FORMULA] = {complete_formula, true},
	[ARG_LANGUAGE] = {complete_language, false},
};

void gather_values(
	struct gather *gather, struct desk *desk, const struct param *param, const char *typed)
{
	char *key = fold_key(typed);
	struct task task = {
		.gather = gather, .desk = desk, .param = param, .typed = typed, .key = key};

	if (types[param->type].complete && (desk->session || !types[param->type].session))
		types[param->type].complete(&task);
	free(key);
}

struct completion *complete_arg(struct desk *desk, const struct param *param, const char *typed,
	size_t limit, struct arena *arena, size_t *count)
{
	struct gather gather = {.arena = arena};

	gather_values(&gather, desk, param, typed);
	return gather_best(&gather, limit, count);
}
