/* SPDX-License-Identifier: MIT */
/* The one desk of a test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "document/document.h"
#include "report/report.h"
#include "one_desk.h"

struct fixture fixture;

int desk_set_up(void **state)
{
	(void)state;
	fixture_open(&fixture);
	return 0;
}

int desk_set_up_item_3(void **state)
{
	desk_set_up(state);
	does("meeting open --at 10:00");
	does("item open 3 --at 10:00");
	return 0;
}

int desk_tear_down(void **state)
{
	(void)state;
	fixture_close(&fixture);
	return 0;
}

void does(const char *line)
{
	fixture_do(&fixture, line);
}

void tells(const char *line, const char *words)
{
	const char *reply = fixture_do(&fixture, line);

	if (!strstr(reply, words))
		fail_msg("%s: \"%s\" is not in \"%s\"", line, words, reply);
}

void refuses(const char *line, const char *words)
{
	const char *text = fixture_refused(&fixture, line);

	if (!strstr(text, words))
		fail_msg("%s: \"%s\" is not in \"%s\"", line, words, text);
}

const char *output_of(const char *line)
{
	fixture_do(&fixture, line);
	return fixture.output;
}

struct recommendation_row text_of(int number)
{
	struct recommendation_row row;
	int64_t id = store_recommendation_find(fixture.store, fixture.desk.session, number);

	assert_true(store_recommendation(fixture.store, id, &fixture.arena, &row));
	return row;
}

const char *report_text(void)
{
	struct report *report =
		report_build(fixture.store, fixture.desk.session, desk_template(&fixture.desk));
	struct str out;

	str_init(&out);
	document_writer("text")->write(report_document(report), &out);
	const char *text = arena_strdup(&fixture.arena, out.text);
	str_clear(&out);
	report_free(report);
	return text;
}
