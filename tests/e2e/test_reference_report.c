/* SPDX-License-Identifier: MIT */
/*
 * Two reports as they were published, printed again from the facts of their sessions: the
 * short report of 2010 and the addendum of 2018, each beside an invented one of the same
 * structure. What follows from facts is made by the program (conventions 8); what somebody
 * wrote is entered from the published text itself, a paragraph at a time. The two are the
 * same word by word after blanks are folded, but for the differences that a list names with
 * their reasons: one that is no longer there fails as one that has come does.
 */
#include <ctype.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "support/cli/one_program.h"
#include "support/exchange/golden.h"

#define FOLDER "tests/e2e/reference/"

enum { MODEL_MAX = 1 << 20 };

/* What the published text has and the program prints, and why that is not the same. */
struct difference {
	const char *published, *printed;
	int times;
	const char *reason;
};

struct model {
	const char *name; /* of agenda and script in the folder */
	const char *path; /* of the published text */
	struct str text;
	const struct difference *differences; /* ended by one without `published` */
	const char *part;                     /* that is printed; NULL: the whole report */
};

/* --- texts --- */

/* In the program's arena. */
static char *folded(const char *text)
{
	char *out = arena_alloc(&program.arena, strlen(text) + 1), *to = out;

	for (; *text; text++) {
		if (!isspace((unsigned char)*text))
			*to++ = *text;
		else if (to > out && to[-1] != ' ')
			*to++ = ' ';
	}
	while (to > out && to[-1] == ' ')
		to--;
	*to = '\0';
	return out;
}

static size_t count_of(const char *text, const char *words)
{
	size_t count = 0;

	for (; (text = strstr(text, words)); text += strlen(words))
		count++;
	return count;
}

static char *replaced(const char *text, const char *from, const char *to)
{
	struct str out;

	str_init(&out);
	for (const char *at; (at = strstr(text, from)); text = at + strlen(from)) {
		str_addn(&out, text, (size_t)(at - text));
		str_add(&out, to);
	}
	str_add(&out, text);
	char *made = arena_strdup(&program.arena, out.text);
	str_clear(&out);
	return made;
}

/* Where the paragraph ends that begins there: an empty line, but for one in the middle of a
 * sentence, where a page was turned. */
static size_t paragraph_length(const char *text)
{
	for (const char *at = text; (at = strstr(at, "\n\n"));) {
		const char *end = at;
		at += strspn(at, "\n");
		if (!islower((unsigned char)*at))
			return (size_t)(end - text);
	}
	return strlen(text);
}

/* The paragraph that begins with that number, without it. */
static char *paragraph(const struct model *model, int number)
{
	const char *label = arena_printf(&program.arena, "\n%d. ", number);
	const char *at = strstr(model->text.text, label);

	if (!at)
		fail_msg("%s has no paragraph %d", model->path, number);
	at += strlen(label);
	return folded(arena_strndup(&program.arena, at, paragraph_length(at)));
}

/* As a word of a command. */
static const char *quoted(const char *text)
{
	return arena_printf(
		&program.arena, "\"%s\"", replaced(replaced(text, "\\", "\\\\"), "\"", "\\\""));
}

/* --- entering --- */

/* "7" is paragraph 7; "7:on the~. The next" what of it begins with these words and ends before
 * those; "FILE" where the published text is. */
static const char *piece(const struct model *model, const char *name)
{
	char *from = strchr(name, ':'), *to = from ? strchr(from, '~') : NULL;

	if (strcmp(name, "FILE") == 0)
		return model->path;
	char *text = paragraph(model, atoi(name));
	if (!to)
		return text;
	from = arena_strndup(&program.arena, from + 1, (size_t)(to - from - 1));
	char *at = strstr(text, from), *end = at && to[1] ? strstr(at, to + 1) : NULL;
	if (!at || (to[1] && !end)) {
		fail_msg("%s has no “%s”", model->path, name);
		return "";
	}
	return end ? arena_strndup(&program.arena, at, (size_t)(end - at)) : at;
}

/* Each "@…@" is the piece of the published text of that name: in quotation marks, or bare. */
static const char *filled(const struct model *model, const char *line, bool bare)
{
	const char *made = arena_strdup(&program.arena, ""), *at, *end;

	for (; (at = strchr(line, '@')) && (end = strchr(at + 1, '@')); line = end + 1) {
		const char *text =
			piece(model, arena_strndup(&program.arena, at + 1, (size_t)(end - at - 1)));
		made = arena_printf(&program.arena, "%s%.*s%s", made, (int)(at - line), line,
			bare ? text : quoted(text));
	}
	return arena_printf(&program.arena, "%s%s", made, line);
}

static const char *run(struct str *commands)
{
	program.input = arena_strdup(&program.arena, commands->text);
	str_reset(commands);
	const char *said = program_does(&program, "do", "-f", "-", NULL);
	program.input = NULL;
	return said;
}

/* Commands of a script, with pieces of the published text; after "? " words that those before
 * it have printed. */
static void enter(const struct model *model, const char *name)
{
	struct str script, commands;
	const char *said = "";

	str_init(&script);
	str_init(&commands);
	golden_read(arena_printf(&program.arena, FOLDER "%s.script", name), &script);
	char *rest = script.text;
	for (char *line; (line = strtok_r(rest, "\n", &rest));) {
		if (*line != '?') {
			str_addf(&commands, "%s\n", filled(model, line, false));
			continue;
		}
		said = commands.length ? run(&commands) : said;
		assert_contains(said, filled(model, line + 2, true));
	}
	if (commands.length)
		run(&commands);
	str_clear(&script);
	str_clear(&commands);
}

/* --- comparing --- */

/* The published text with the differences that are known; each must be there. */
static const char *expected(const struct model *model)
{
	const char *text = folded(model->text.text);

	for (const struct difference *d = model->differences; d && d->published; d++) {
		if (count_of(text, d->published) != (size_t)d->times)
			fail_msg("“%s” is %zu times in the published text, and not %d (%s)",
				d->published, count_of(text, d->published), d->times, d->reason);
		text = replaced(text, d->published, d->printed);
	}
	return text;
}

static void compare(const char *printed, const char *wanted)
{
	size_t same = 0;

	while (printed[same] && printed[same] == wanted[same])
		same++;
	if (!printed[same] && !wanted[same])
		return;
	size_t from = same > 60 ? same - 60 : 0;
	fail_msg("another difference\nprinted …%.160s\nwanted  …%.160s", printed + from,
		wanted + from);
}

static void print_again(const struct model *model)
{
	program_does(&program, "do", "agenda", "load",
		arena_printf(&program.arena, FOLDER "%s.yaml", model->name), NULL);
	enter(model, model->name);
	if (model->part)
		program_run(&program, "report", "--part", model->part, NULL);
	else
		program_run(&program, "report", NULL);
	assert_int_equal(program.status, 0);
	compare(folded(program.out), expected(model));
}

static void print_invented(struct model model)
{
	model.path = arena_printf(&program.arena, FOLDER "%s.txt", model.name);
	str_init(&model.text);
	golden_read(model.path, &model.text);
	print_again(&model);
	str_clear(&model.text);
}

static void print_published(struct model model, const char *file)
{
	const char *folder = getenv("REFERENCE_DIR");

	str_init(&model.text);
	model.path = arena_printf(&program.arena, "%s/%s", folder ? folder : "", file);
	bool present = folder && file_read(model.path, MODEL_MAX, &model.text, NULL);
	if (present)
		print_again(&model);
	else
		print_message("%s is not here\n", file);
	str_clear(&model.text);
	if (!present)
		skip();
}

/* --- the reports --- */

static void an_invented_report_in_the_short_form_is_printed_again(void **state)
{
	(void)state;
	print_invented((struct model){.name = "short"});
}

static void an_invented_addendum_of_two_bodies_is_printed_again(void **state)
{
	(void)state;
	print_invented((struct model){.name = "joint", .part = "Add.1"});
}

/* All parts in one, with paragraphs numbered anew, what refers to them as well, and nothing
 * continued; what was entered late is where it belongs. */
static void the_final_report_of_two_bodies_is_printed_from_its_parts(void **state)
{
	an_invented_addendum_of_two_bodies_is_printed_again(state);
	enter(&(struct model){.name = "joint"}, "joint-final");
	program_run(&program, "report", NULL);
	assert_int_equal(program.status, 0);
	golden_compare(FOLDER "joint-final.txt", program.out);
}

static void the_report_of_2010_is_printed_again(void **state)
{
	static const struct difference differences[] = {
		{"Crime Distr.: General", "Crime CTOC/COP/WG.2/2010/3 Distr.: General", 1,
			"the text that we have of it lacks its symbol"},
		{0},
	};

	(void)state;
	print_published(
		(struct model){.name = "2010", .differences = differences}, "report-2010.txt");
}

static void the_addendum_of_2018_is_printed_again(void **state)
{
	static const struct difference differences[] = {
		{"Crime Distr.: Limited",
			"Crime CTOC/COP/WG.2/2018/L.1/Add.1-CTOC/COP/WG.3/2018/L.1/Add.1 "
			"Distr.: Limited",
			1, "the text that we have of it lacks its symbols"},
		{"**", "", 4, "bold type is marked in the text that we have, and is none in ours"},
		{"UNTOC's", "UNTOC’s", 1, "what is not written by hand has typographic marks"},
		{"Convention's", "Convention’s", 1, "likewise"},
		{"\"Other matters\"", "“Other matters”", 1, "likewise"},
		{0},
	};

	(void)state;
	print_published((struct model){.name = "2018", .differences = differences, .part = "Add.1"},
		"draft-report-addendum-2018.txt");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, program_set_up, program_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(an_invented_report_in_the_short_form_is_printed_again),
		TEST(an_invented_addendum_of_two_bodies_is_printed_again),
		TEST(the_final_report_of_two_bodies_is_printed_from_its_parts),
		TEST(the_report_of_2010_is_printed_again),
		TEST(the_addendum_of_2018_is_printed_again),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
