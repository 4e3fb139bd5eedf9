/* SPDX-License-Identifier: MIT */
/*
 * A draft report of two bodies as it was published, and what the report makes of
 * the same facts: title, heading of the joint item and the list of statements,
 * word by word. The published one is read where it is present; an invented one
 * of the same structure stands beside it.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"
#include "support/document/valid.h"
#include "support/report/scene.h"

static const char invented[] =
	"Draft report on the meetings of the Working Group on Springs and Wells and the Committee on"
	" Lakes held in Geneva from 3 to 5 June 2019\n"
	"\n"
	"III. Summary of deliberations\n"
	"\n"
	"C. Joint items of the Working Group on Springs and Wells and the Committee on Lakes\n"
	"\n"
	"1. Review of the “blue book” (agenda item 3, Working Group on Springs and Wells; agenda item 3,"
	" Committee on Lakes) (*continued*)\n"
	"\n"
	"IV. Organization of the meetings\n"
	"\n"
	"B. Statements (*continued*)\n"
	"\n"
	"7. Under the joint agenda item 3, entitled “Review of the ‘blue book’”, statements were made by"
	" representatives of the following States parties to the Convention: Costa Rica, Côte d'Ivoire,"
	" Croatia and Zimbabwe.\n";

/* What the document says of its session. */
struct published {
	struct arena arena;
	const char *title, *heading, *statements; /* lines */
	char *bodies[2], *place, *item, *from, *to;
	char *names; /* separated by semicolons, last first */
};

static struct scene scene;

/* The line that begins with or, if inside, has the words. */
static char *find_line(struct arena *arena, const char *text, const char *words, bool inside)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		char *line = arena_strndup(arena, text, length);
		const char *at = strstr(line, words);
		if (inside ? at != NULL : at == line)
			return line;
		text += length + (text[length] == '\n');
	}
	fail_msg("no line has %s", words);
	return NULL;
}

static char *between(struct arena *arena, const char *text, const char *from, const char *to)
{
	const char *begin = strstr(text, from);

	assert_non_null(begin);
	begin += strlen(from);
	const char *end = strstr(begin, to);
	assert_non_null(end);
	return arena_strndup(arena, begin, (size_t)(end - begin));
}

/* "28 to 31 May 2018" as two dates. */
static void read_dates(struct published *published)
{
	static const char *const months[] = {"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"};
	const char *dates = strstr(published->title, " from ");
	char month[16];
	int first, last, year, number = 0;

	assert_non_null(dates);
	assert_int_equal(sscanf(dates, " from %d to %d %15s %d", &first, &last, month, &year), 4);
	while (number < 12 && strcmp(months[number], month) != 0)
		number++;
	published->from =
		arena_printf(&published->arena, "%04d-%02d-%02d", year, number + 1, first);
	published->to = arena_printf(&published->arena, "%04d-%02d-%02d", year, number + 1, last);
}

/* "Benin, Canada and Spain." as "Spain; Canada; Benin". */
static void read_names(struct published *published)
{
	char *list = between(&published->arena, published->statements, "Convention: ", ".");
	char *and = strstr(list, " and ");
	char *rest = list;

	assert_non_null(and);
	memcpy(and, ",    ", 5);
	published->names = arena_strdup(&published->arena, "");
	for (char *name; (name = strtok_r(rest, ",", &rest)) != NULL;)
		published->names = arena_printf(
			&published->arena, "%s;%s", name + strspn(name, " "), published->names);
}

static void read_published(struct published *published, const char *text)
{
	struct arena *arena = &published->arena;

	arena_init(arena);
	published->title = find_line(arena, text, "Draft report on", false);
	published->heading = find_line(arena, text, "(agenda item 3, ", true);
	published->statements = find_line(arena, text, "statements were made by", true);
	published->bodies[0] = between(arena, published->title, "meetings of the ", " and the ");
	published->bodies[1] = between(arena, published->title, " and the ", " held in ");
	published->place = between(arena, published->title, " held in ", " from ");
	published->item = between(arena, published->heading, ". ", " (agenda item");
	read_dates(published);
	read_names(published);
}

/* Quotation marks and apostrophes as typed ones, the number and the word
 * "(continued)" left out. */
static char *fold(struct arena *arena, const char *line)
{
	static const char *const marks[] = {"“", "”", "‘", "’"};
	char *folded = arena_strdup(arena, line + strspn(line, "0123456789. "));
	char *continued = strstr(folded, " (*continued*)");

	if (continued)
		*continued = '\0';
	for (size_t i = 0; i < 4; i++) {
		for (char *mark; (mark = strstr(folded, marks[i])) != NULL;) {
			*mark = '\'';
			memmove(mark + 1, mark + 3, strlen(mark + 3) + 1);
		}
	}
	for (char *c = folded; *c; c++)
		if (*c == '"')
			*c = '\'';
	return folded;
}

static void expect_line(struct published *published, const char *report, const char *line)
{
	const char *wanted = fold(&published->arena, line);
	size_t words = strcspn(wanted, ",");
	char *beginning = arena_strndup(&published->arena, wanted, words);

	for (const char *at = report; *at;) {
		size_t length = strcspn(at, "\n");
		char *made = fold(&published->arena, arena_strndup(&published->arena, at, length));
		if (strcmp(made, wanted) == 0)
			return;
		if (strncmp(made, beginning, words) == 0)
			print_message("made   %s\nwanted %s\n", made, wanted);
		at += length + (at[length] == '\n');
	}
	fail_msg("not in the report: %s", wanted);
}

/* The list form has a curly apostrophe where a document may have a straight one. */
static void add_missing_names(struct published *published)
{
	struct str names;

	str_init(&names);
	for (const char *c = published->names; *c; c++) {
		if (*c == '\'')
			str_add(&names, "’");
		else
			str_addc(&names, *c);
	}
	published->names = arena_strdup(&published->arena, names.text);
	str_clear(&names);
}

static void make_session(struct published *published)
{
	struct agenda_body bodies[] = {{"a", published->bodies[0], NULL, NULL, 0, NULL},
		{"b", published->bodies[1], NULL, NULL, 0, NULL}};
	struct agenda_joint joint[] = {{1, NULL}};
	struct agenda_item items[] = {
		{.parent = AGENDA_NONE, .number = "2", .printed = "2", .title = "One"},
		{.parent = AGENDA_NONE, .body = 1, .number = "2", .printed = "2", .title = "Two"},
		{.parent = AGENDA_NONE,
			.number = "3",
			.printed = "3",
			.title = published->item,
			.joint = joint,
			.joint_count = 1},
		{.parent = AGENDA_NONE,
			.number = "4",
			.printed = "4",
			.title = "Other matters",
			.joint = joint,
			.joint_count = 1},
	};
	struct agenda_slot slots[] = {{.date = published->to, .from = 600, .to = 780}};
	struct agenda agenda = {.id = "published",
		.title = "Published",
		.place = published->place,
		.from = published->from,
		.to = published->to,
		.bodies = bodies,
		.body_count = 2,
		.items = items,
		.item_count = 4,
		.slots = slots,
		.slot_count = 1};

	scene_agenda(&scene, &agenda);
	scene_begin(&scene);
	scene_meeting(&scene, 0);
	static const char *const taken_up[] = {"a:2", "b:2", "3", "4"};
	for (size_t i = 0; i < sizeof(taken_up) / sizeof(taken_up[0]); i++)
		scene_open(&scene, taken_up[i]);
	add_missing_names(published);
	scene_status(&scene, "party", published->names);
	scene_speakers(&scene, "3", published->names);
	scene_speakers(&scene, "3", published->names);
	scene_end(&scene);
}

static void compare(const char *text)
{
	struct published published;

	read_published(&published, text);
	make_session(&published);
	char *report = scene_report(&scene, "text");
	expect_line(&published, report, published.title);
	expect_line(&published, report, published.heading);
	expect_line(&published, report, published.statements);
	expect_line(&published, report, "IV. Organization of the meetings");
	free(report);
	scene_clear(&scene);
	arena_clear(&published.arena);
}

static void an_invented_draft_report_is_made_again(void **state)
{
	(void)state;
	compare(invented);
}

static void the_draft_report_of_2018_is_made_again(void **state)
{
	const char *folder = getenv("REFERENCE_DIR");
	struct str path, text;

	(void)state;
	str_init(&path);
	str_init(&text);
	str_addf(&path, "%s/draft-report-addendum-2018.txt", folder ? folder : "");
	bool present = folder && file_read(path.text, 1 << 20, &text, NULL);
	if (present)
		compare(text.text);
	str_clear(&path);
	str_clear(&text);
	if (!present)
		skip();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_invented_draft_report_is_made_again),
		cmocka_unit_test(the_draft_report_of_2018_is_made_again),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
