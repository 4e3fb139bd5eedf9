/* SPDX-License-Identifier: MIT */
/* For tests that need no more than one desk: a new one before each test of cmocka, and its
 * end. */
#ifndef SUPPORT_COMMAND_ONE_DESK_H
#define SUPPORT_COMMAND_ONE_DESK_H

#include "fixture.h"
#include "store/recommendation.h"

extern struct fixture fixture;

int desk_set_up(void **state);
/* The same in a meeting that is open, with item 3 open, both since 10:00. */
int desk_set_up_item_3(void **state);
int desk_tear_down(void **state);

/* A line that is done. */
void does(const char *line);
/* … with this reply; one that is not, with this sentence. (Macros: cmocka says where.) */
#define SAYS(line, reply) assert_string_equal(fixture_do(&fixture, line), reply)
#define REFUSED(line, sentence) assert_string_equal(fixture_refused(&fixture, line), sentence)

/* The same where the reply, or the sentence, only has these words. */
void tells(const char *line, const char *words);
void refuses(const char *line, const char *words);
/* What a line that is done prints beside its reply. */
const char *output_of(const char *line);
/* The whole report as it is now, as text; the fixture's arena has it. */
const char *report_text(void);

/* Recommendation r1 and so on. */
struct recommendation_row text_of(int number);

#endif
