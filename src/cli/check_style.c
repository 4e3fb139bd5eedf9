/* SPDX-License-Identifier: MIT */
/* rapporteur check-style: the drafting check of any text: a line for each finding, and one
 * for each document with how many there are, and how many words. */
#include <string.h>

#include "verbs.h"

#include "exchange/message.h"
#include "exchange/reading.h"
#include "exchange/style_file.h"
#include "exchange/style_reading.h"

static const char *const usage = "rapporteur check-style FILE...";

static void say(const struct messages *messages)
{
	struct str out;

	str_init(&out);
	messages_format(messages, &out);
	cli_warn(out.text, out.length);
	str_clear(&out);
}

/* A line for each finding: "file:line:column: rule: sentence". */
static size_t add_findings(const struct style_sheet *sheet, const struct reading *reading,
	const char *path, struct str *out)
{
	struct style_cursor cursor = {0};
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct style_text *texts = style_reading_texts(&arena, reading);
	const struct style_finding *findings =
		style_check(&arena, sheet, texts, reading->count, &count);
	for (size_t i = 0; i < count; i++) {
		int line, column;
		style_reading_place(
			&cursor, reading, findings[i].text, findings[i].from, &line, &column);
		str_addf(out, "%s:%d", path, line);
		if (column)
			str_addf(out, ":%d", column);
		str_addf(out, ": %s: %s\n", findings[i].rule, findings[i].sentence);
	}
	arena_clear(&arena);
	return count;
}

/* Words as people count them: what stands between blanks. */
static size_t count_words(const struct reading *reading)
{
	size_t words = 0;

	for (size_t i = 0; i < reading->count; i++) {
		const char *at = reading->paragraphs[i].text;
		if (reading->paragraphs[i].style == READING_PAGE)
			continue;
		while (*(at += strspn(at, " \t\n"))) {
			words++;
			at += strcspn(at, " \t\n");
		}
	}
	return words;
}

static bool check_file(const struct style_sheet *sheet, const char *path, struct err *err)
{
	struct reading reading;
	struct str out;

	reading_init(&reading);
	str_init(&out);
	bool done = reading_file(&reading, path, err);
	if (done) {
		size_t found = add_findings(sheet, &reading, path, &out);
		str_addf(&out, "%s: %zu warning%s, %zu words\n", path, found, found == 1 ? "" : "s",
			count_words(&reading));
	}
	done = done && cli_print(out.text, out.length, err);
	str_clear(&out);
	reading_clear(&reading);
	return done;
}

int check_style_verb(struct cli *cli, int argc, char **argv)
{
	struct style_sheet sheet;
	struct messages messages;
	struct err err = {0};
	int code = 0, count = verb_operands(cli, NULL, argc, argv, 1, argc, usage, &err);

	if (count < 0)
		return cli_fail(&err);
	messages_init(&messages, "style.yaml");
	style_file_read(&cli->arena, &sheet, &messages);
	say(&messages);
	bool good = messages_err(&messages, &err);
	messages_clear(&messages);
	if (!good)
		return (int)err.code;
	for (int i = 0; i < count; i++) {
		struct err one = {0};
		if (!check_file(&sheet, argv[i], &one)) {
			int failed = cli_fail(&one);
			code = code ? code : failed;
		}
	}
	return code;
}
