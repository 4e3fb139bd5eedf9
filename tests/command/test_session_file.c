/* SPDX-License-Identifier: MIT */
/* Sessions that travel in files, and the rapporteur's edits that come back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "exchange/session_file.h"
#include "support/command/one_desk.h"

static char folder[64];

static int set_up(void **state)
{
	strcpy(folder, "/tmp/session-XXXXXX");
	assert_non_null(mkdtemp(folder));
	desk_set_up_item_3(state);
	does("floor request zim");
	does("floor give can");
	does("statement note s1 'asked for model laws'");
	does("floor give ben");
	does("statement note s2 'reported on a new strategy'");
	does("recommendation propose 'Urges States to act' --by can");
	does("amendment propose r1 'Urges all States to act' --by ben");
	does("paragraph edit POINT/wg2/3/p1 'One speaker asked for laws.' --by zim");
	return 0;
}

static const char *file(const char *name)
{
	return arena_printf(&fixture.arena, "%s/%s", folder, name);
}

static int tear_down(void **state)
{
	static const char *const names[] = {"a.json", "b.json", "bad.json"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		unlink(file(names[i]));
	rmdir(folder);
	return desk_tear_down(state);
}

static const char *with(const char *command, const char *name, const char *more)
{
	return arena_printf(&fixture.arena, "%s '%s' %s", command, file(name), more);
}

static const char *written(const char *name)
{
	struct str text;

	str_init(&text);
	assert_true(file_read(file(name), 1 << 24, &text, &fixture.err));
	const char *kept = arena_strdup(&fixture.arena, text.text);
	str_clear(&text);
	return kept;
}

static void assert_lacks(const char *text, const char *words)
{
	if (strstr(text, words))
		fail_msg("\"%s\" is in\n%s", words, text);
}

static void what_is_taken_is_what_was_written(void **state)
{
	(void)state;
	const char *before = report_text();
	does(with("session export", "a.json", ""));
	REFUSED(with("session import", "a.json", ""),
		"there is a session 2012-10-17-wg-technical-assistance already: --id takes this "
		"one under another name");
	tells(with("session import", "a.json", "--id again"), "session again taken from");
	assert_string_equal(report_text(), before);
	does(with("session export", "b.json", ""));
	/* But for its name the same, byte for byte. */
	const char *one = written("a.json"), *other = written("b.json");
	const char *name = strstr(other, "\"again\"");
	assert_non_null(name);
	size_t length = (size_t)(name - other);
	assert_memory_equal(one, other, length);
	assert_string_equal(
		strstr(one + length, "\",\"title\""), strstr(other + length, "\",\"title\""));
	/* Its numbers go on where they were. */
	tells("statement add can --item 2", "s3");
}

static void a_newer_one_is_written_over_an_older_once_that_is_agreed_to(void **state)
{
	(void)state;
	does(with("session export", "a.json", ""));
	does("statement add can --item 2");
	REFUSED(with("session export", "a.json", ""),
		arena_printf(&fixture.arena,
			"%s is there already. Write the page over it? (yes: --anyway)",
			file("a.json")));
	does(with("session export", "a.json", "--anyway"));
	does(with("session export", "b.json", ""));
	assert_string_equal(written("a.json"), written("b.json"));
}

static void taking_a_session_is_taken_back_by_undo(void **state)
{
	(void)state;
	does(with("session export", "a.json", ""));
	const char *before = fixture_dump(&fixture);
	does(with("session import", "a.json", "--id again"));
	does("undo");
	assert_string_equal(fixture_dump(&fixture), before);
}

static void a_rapporteurs_copy_names_nobody_that_the_report_does_not(void **state)
{
	(void)state;
	does(with("session export", "a.json", "--for-rapporteur"));
	const char *text = written("a.json");
	assert_lacks(text, "[\"request\"");
	assert_lacks(text, "\"proposer\"");
	assert_non_null(strstr(text, "asked for model laws"));
	const char *before = report_text();
	does(with("session import", "a.json", "--id copy"));
	assert_string_equal(report_text(), before);
}

/* The rapporteur's machine is a second session here. */
static void what_the_rapporteur_wrote_comes_back_as_edits(void **state)
{
	int64_t own = fixture.desk.session;

	(void)state;
	does(with("session export", "a.json", "--for-rapporteur"));
	does(with("session import", "a.json", "--id copy"));
	does("paragraph edit g1 'One speaker asked for good laws.'");
	does("paragraph edit POINT/wg2/3/p2 'Another speaker had a strategy.'");
	does("paragraph add g1 'It was added that all was well.'");
	does(with("session export", "b.json", ""));
	fixture.desk.session = own;
	refuses(with("paragraph import", "b.json", ""), "The file is of the session copy");
	const char *before = report_text();
	SAYS(with("paragraph import", "b.json", "--anyway"),
		"3 edits came back: paragraph list shows them");
	/* Nothing is changed by it. */
	assert_string_equal(report_text(), before);
	assert_non_null(strstr(output_of("paragraph show g1"), "for [+good +]laws"));
	tells("paragraph accept g1", "reads as the rapporteur wrote it");
	assert_non_null(strstr(report_text(), "One speaker asked for good laws."));
	does("paragraph reject g2");
	assert_non_null(strstr(report_text(), "reported on a new strategy"));
	does("paragraph accept g3");
	assert_non_null(strstr(report_text(), "It was added that all was well."));
	refuses("paragraph accept g1", "no edit of it has come back");
}

static void an_edit_that_came_back_is_brought_into_what_was_changed_here(void **state)
{
	int64_t own = fixture.desk.session;

	(void)state;
	does(with("session export", "a.json", ""));
	does(with("session import", "a.json", "--id copy"));
	does("paragraph edit g1 'One speaker asked for laws and time.'");
	does(with("session export", "b.json", ""));
	fixture.desk.session = own;
	does(with("paragraph import", "b.json", "--anyway"));
	does("paragraph edit g1 'One speaker kindly asked for laws.'");
	does("paragraph accept g1");
	assert_non_null(strstr(report_text(), "One speaker kindly asked for laws and time."));
}

/* A second session in the place of the rapporteur's machine; the own one is returned. */
static int64_t on_the_rapporteurs_machine(void)
{
	int64_t own = fixture.desk.session;

	does(with("session export", "a.json", "--for-rapporteur"));
	does(with("session import", "a.json", "--id copy"));
	return own;
}

static void back_from_it(int64_t own)
{
	does(with("session export", "b.json", "--anyway"));
	fixture.desk.session = own;
}

static void what_the_rapporteur_left_as_it_was_is_no_edit_of_what_was_changed_here(void **state)
{
	(void)state;
	int64_t own = on_the_rapporteurs_machine();
	back_from_it(own);
	does("paragraph edit g1 'One speaker asked for better laws.'");
	SAYS(with("paragraph import", "b.json", "--anyway"), "nothing in it reads differently");
}

static void an_edit_is_brought_into_what_was_changed_here_before_it_came_back(void **state)
{
	(void)state;
	int64_t own = on_the_rapporteurs_machine();
	does("paragraph edit g1 'One speaker asked for laws and time.'");
	back_from_it(own);
	does("paragraph edit g1 'One speaker kindly asked for laws.'");
	does(with("paragraph import", "b.json", "--anyway"));
	assert_non_null(strstr(output_of("paragraph show g1"), "asked for laws[+ and time+]."));
	does("paragraph accept g1");
	assert_non_null(strstr(report_text(), "One speaker kindly asked for laws and time."));
}

static void an_edit_comes_back_once_however_often_the_file_is_taken(void **state)
{
	(void)state;
	int64_t own = on_the_rapporteurs_machine();
	does("paragraph edit g1 'One speaker asked for laws and time.'");
	does("paragraph add g1 'It was added that all was well.'");
	back_from_it(own);
	SAYS(with("paragraph import", "b.json", "--anyway"),
		"2 edits came back: paragraph list shows them");
	SAYS(with("paragraph import", "b.json", "--anyway"),
		"nothing in it reads differently; what came back before waits");
	does("paragraph accept g1");
	does("paragraph accept g2");
	SAYS(with("paragraph import", "b.json", "--anyway"), "nothing in it reads differently");
}

static void a_paragraph_that_comes_back_stands_where_it_was_put(void **state)
{
	(void)state;
	int64_t own = on_the_rapporteurs_machine();
	does("paragraph add g1 'It was added that all was well.'");
	does("paragraph add g2 'It was added twice.'");
	does("paragraph add ITEM-1/wg2/3/ 'That was early.'");
	back_from_it(own);
	/* A number that has another here meanwhile. */
	does("paragraph add POINT/wg2/3/p2 'Another view was held.'");
	does(with("paragraph import", "b.json", "--anyway"));
	does("paragraph accept g4");
	does("paragraph accept g5");
	does("paragraph accept g7");
	const char *text = report_text();
	const char *first = strstr(text, "asked for laws."), *added = strstr(text, "all was well");
	const char *twice = strstr(text, "added twice"), *other = strstr(text, "a new strategy");
	const char *early = strstr(text, "That was early.");
	assert_non_null(first);
	assert_non_null(other);
	assert_true(early && early < first);
	assert_true(first < added && added < twice && twice < other);
	assert_non_null(strstr(text, "Another view was held."));
}

static void what_was_left_out_there_comes_back_as_an_edit_that_leaves_it_out(void **state)
{
	(void)state;
	int64_t own = on_the_rapporteurs_machine();
	does("paragraph drop g1");
	does("paragraph drop POINT/wg2/3/p2");
	back_from_it(own);
	const char *before = report_text();
	SAYS(with("paragraph import", "b.json", "--anyway"),
		"2 edits came back: paragraph list shows them; left out there: g1, g2");
	SAYS(with("paragraph import", "b.json", "--anyway"),
		"nothing in it reads differently; what came back before waits");
	assert_string_equal(report_text(), before);
	assert_non_null(strstr(output_of("paragraph show g1"),
		"Left out on the rapporteur's machine:\n[-One speaker asked for laws.-]"));
	tells("paragraph accept g1", "is left out of the report");
	assert_lacks(report_text(), "asked for laws");
	does("undo");
	assert_string_equal(report_text(), before);
	does("paragraph accept g1");
	does("paragraph accept g2");
	assert_lacks(report_text(), "a new strategy");
	SAYS(with("paragraph import", "b.json", "--anyway"), "nothing in it reads differently");
	does("paragraph restore g1");
	assert_non_null(strstr(report_text(), "One speaker asked for laws."));
}

/* Nobody takes words from what was adopted without being asked. */
static void what_was_adopted_gives_way_only_when_asked(void **state)
{
	(void)state;
	int64_t own = on_the_rapporteurs_machine();
	does("paragraph edit g1 'One speaker asked for good laws.'");
	does("paragraph drop POINT/wg2/3/p2");
	back_from_it(own);
	does(with("paragraph import", "b.json", "--anyway"));
	does("paragraph adopt g1");
	does("paragraph adopt g2");
	refuses("paragraph accept g1", "g1 was adopted. Take the words that came back");
	refuses("paragraph accept g2", "g2 was left out there, and was adopted here. Leave it out");
	assert_non_null(strstr(report_text(), "One speaker asked for laws."));
	does("paragraph accept g1 --anyway");
	assert_non_null(strstr(report_text(), "One speaker asked for good laws."));
	does("paragraph reject g2");
}

static void what_was_left_out_there_can_be_kept_here(void **state)
{
	(void)state;
	int64_t own = on_the_rapporteurs_machine();
	does("paragraph drop g1");
	back_from_it(own);
	does("paragraph edit g1 'One speaker kindly asked for laws.'");
	does(with("paragraph import", "b.json", "--anyway"));
	refuses("paragraph accept g1", "g1 was left out there, and reads differently here since");
	does("paragraph reject g1");
	assert_non_null(strstr(report_text(), "One speaker kindly asked for laws."));
	refuses("paragraph accept g1", "no edit of it has come back");
}

static void assert_refused(const char *text, const char *words)
{
	assert_true(file_write(file("bad.json"), text, strlen(text), &fixture.err));
	const char *before = fixture_dump(&fixture);
	refuses(with("session import", "bad.json", "--id bad"), words);
	assert_string_equal(fixture_dump(&fixture), before);
}

static void what_is_no_session_is_refused_and_nothing_is_taken(void **state)
{
	(void)state;
	assert_refused("", "bad.json:1:1:");
	assert_refused("{}", "the session has no end");
	assert_refused("{\"rapporteur\":\"agenda/1\"}", "no session that was exported");
	assert_refused("{\"rapporteur\":\"session/1\",\"schema\":9999,\"rows\":[]}", "newer");
	assert_refused("{\"rapporteur\":\"session/1\",\"schema\":8,\"rows\":[]}",
		"the session itself is not in it");
#define HEAD "{\"rapporteur\":\"session/1\",\"schema\":8,\"rows\":["
#define OWN                                                                   \
	"[\"session\",{\"id\":1,\"key\":\"x\",\"title\":\"T\",\"from_date\":" \
	"\"2012-10-17\",\"to_date\":\"2012-10-17\"}]"
	assert_refused(HEAD "[\"body\",{\"id\":1}]]}", "the session itself comes first");
	assert_refused(HEAD OWN ",[\"journal\",{\"seq\":1}]]}", "there is no table journal");
	assert_refused(HEAD OWN ",[\"body\",{\"nonsense\":1}]]}", "body has no column nonsense");
	assert_refused(HEAD OWN
		",[\"body\",{\"id\":0,\"session\":1,\"key\":\"b\",\"name\":\"B\"}]]}",
		"id is no number of a row");
	assert_refused(HEAD OWN
		",[\"counter\",{\"session\":1,\"kind\":\"part\",\"last\":2147483647}]]}",
		"last of counter is no number that can be counted on");
	assert_refused(HEAD OWN ",[\"part\",{\"id\":1,\"session\":1,\"number\":2147483647}]]}",
		"number of part is no number that can be counted on");
	assert_refused(HEAD OWN ",[\"body\",{\"id\":1}]]}", "a row of body does not fit");
	assert_refused(HEAD OWN
		",[\"point\",{\"id\":1,\"session\":1,\"number\":1,\"statement\":7,\"rank\":\"a\","
		"\"text\":\"t\"}]]}",
		"rows refer to others that are not in it");
	assert_refused(HEAD OWN ",[\"body\",{\"id\":-4}]]}", "id is no number of a row");
	assert_refused(HEAD OWN "," OWN "]}", "comes first, and once");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(what_is_taken_is_what_was_written),
		TEST(a_newer_one_is_written_over_an_older_once_that_is_agreed_to),
		TEST(taking_a_session_is_taken_back_by_undo),
		TEST(a_rapporteurs_copy_names_nobody_that_the_report_does_not),
		TEST(what_the_rapporteur_wrote_comes_back_as_edits),
		TEST(an_edit_that_came_back_is_brought_into_what_was_changed_here),
		TEST(what_the_rapporteur_left_as_it_was_is_no_edit_of_what_was_changed_here),
		TEST(an_edit_is_brought_into_what_was_changed_here_before_it_came_back),
		TEST(an_edit_comes_back_once_however_often_the_file_is_taken),
		TEST(a_paragraph_that_comes_back_stands_where_it_was_put),
		TEST(what_was_left_out_there_comes_back_as_an_edit_that_leaves_it_out),
		TEST(what_was_adopted_gives_way_only_when_asked),
		TEST(what_was_left_out_there_can_be_kept_here),
		TEST(what_is_no_session_is_refused_and_nothing_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
