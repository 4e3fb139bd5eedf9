/* SPDX-License-Identifier: MIT */
/*
 * A language that the program has never heard of, out of two files and nothing else: its
 * words are those of English in Greek letters, so that whatever a report or a page still
 * says in Latin ones is said by the program, and fails the test.
 */
#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "exchange/template_file.h"
#include "report/page.h"
#include "store/agenda.h"
#include "store/conclusion.h"
#include "store/document.h"
#include "store/agenda_change.h"
#include "store/floor.h"
#include "store/follow_up.h"
#include "store/recommendation.h"
#include "store/vote.h"
#include "store/report_rows.h"
#include "store/survey.h"
#include "support/document/valid.h"
#include "support/report/one_scene.h"

#define LATIN "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

enum { IN_A_GROUP = 50 };

static char folder[] = "/tmp/rapporteur-tests.XXXXXX";
static struct document document;
static struct str out, said;

/* --- the language --- */

/* What is no word but says how words are put together. */
static bool is_rule(const char *key)
{
	static const char *const rules[] = {"article.feminine", "article.elided", "body.feminine",
		"contractions", "label.letter", "length.", "list.ends", "list.other-before",
		"list.other-unless", "number.thousands", "number.zero", "point.finite",
		"point.plurals", "point.verbs", "quantifier.scale", "vowels"};

	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		if (strncmp(key, rules[i], strlen(rules[i])) == 0)
			return true;
	return false;
}

static void put_greek(char c, struct str *to)
{
	static const char *const letters[] = {"α", "β", "ψ", "δ", "ε", "φ", "γ", "η", "ι", "ξ", "κ",
		"λ", "μ", "ν", "ο", "π", "θ", "ρ", "σ", "τ", "υ", "ω", "ω", "χ", "ζ", "ζ"};
	static const char *const capitals[] = {"Α", "Β", "Ψ", "Δ", "Ε", "Φ", "Γ", "Η", "Ι", "Ξ",
		"Κ", "Λ", "Μ", "Ν", "Ο", "Π", "Θ", "Ρ", "Σ", "Τ", "Υ", "Ω", "Ω", "Χ", "Ζ", "Ζ"};

	if (islower((unsigned char)c))
		str_add(to, letters[c - 'a']);
	else if (isupper((unsigned char)c))
		str_add(to, capitals[c - 'A']);
	else if (c == '"' || c == '\\')
		str_addf(to, "\\%c", c);
	else
		str_addc(to, c);
}

/* All but the names of fields. */
static void translate(const char *text, struct str *to)
{
	for (; *text; text++) {
		size_t length = *text == '{' ? strcspn(text, "|}") : 0;
		if (length)
			str_addn(to, text, length);
		else
			put_greek(*text, to);
		text += length ? length - 1 : 0;
	}
}

static void write_file(const char *name, const struct str *text)
{
	struct str path = STR_EMPTY;
	struct err err;

	str_addf(&path, "%s/rapporteur", folder);
	assert_true(file_make_folders(path.text, &err));
	str_addf(&path, "/%s", name);
	assert_true(file_write(path.text, text->text, text->length, &err));
	str_clear(&path);
}

static void write_words(void)
{
	struct template english;
	struct str text = STR_EMPTY;

	template_init(&english);
	template_file_default(&english);
	str_add(&text, "rapporteur: report/1\nlanguage: qx\nformulas:\n");
	for (size_t i = 0; i < template_key_count; i++) {
		const char *words = english.texts[i];
		if (!words || !*words)
			continue;
		/* A mapping has a limit; the groups mean nothing. */
		if (i % IN_A_GROUP == 0)
			str_addf(&text, "  group%zu:\n", i);
		str_addf(&text, "    %s: \"", template_keys[i].key);
		if (is_rule(template_keys[i].key))
			str_add(&text, words);
		else
			translate(words, &text);
		str_add(&text, "\"\n");
	}
	write_file("report.qx.yaml", &text);
	template_clear(&english);
	str_clear(&text);
}

/* What a session is about has its names in such a file too. */
static void write_names(void)
{
	static const char *const names[] = {"Benin", "Canada", "Costa Rica", "Croatia", "Egypt",
		"Côte d’Ivoire", "Gambia", "Holy See", "Iran (Islamic Republic of)", "Japan",
		"Pakistan", "Somalia", "Spain", "State of Palestine", "Zimbabwe", "European Union",
		"African Group", "Asia-Pacific Group", "Eastern European Group",
		"Group of Latin American and Caribbean States", "Western European and Others Group",
		"Working Group", "the Working Group",
		"Working Group of Government Experts on Technical Assistance",
		"Working Group on International Cooperation", "English", "French", "Limited",
		"General", "Vienna", "World Bank", "Blue Shield", "Secretariat", "Chair",
		"decision", "resolution", "Report of the Secretariat",
		"Background paper prepared by the Secretariat", "Note by the Secretariat",
		"provisional agenda"};
	struct str text = STR_EMPTY;

	str_add(&text, "rapporteur: names/1\nlanguage: qx\nsources:\n  - nobody\nnames:\n");
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		str_addf(&text, "  - {english: \"%s\", list: \"", names[i]);
		translate(names[i], &text);
		str_add(&text, "\"}\n");
	}
	write_file("names.qx.yaml", &text);
	str_clear(&text);
}

static int begin_language(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	setenv("XDG_CONFIG_HOME", folder, 1);
	write_words();
	write_names();
	return 0;
}

static int end_language(void **state)
{
	static const char *const names[] = {
		"/rapporteur/report.qx.yaml", "/rapporteur/names.qx.yaml"};
	struct str path = STR_EMPTY;

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		str_reset(&path);
		str_addf(&path, "%s%s", folder, names[i]);
		unlink(path.text);
	}
	*strrchr(path.text, '/') = '\0';
	rmdir(path.text);
	rmdir(folder);
	str_clear(&path);
	return 0;
}

/* --- a session of two days, with something of everything --- */

static int64_t item(const char *reference)
{
	return store_item_find(scene.store, scene.session, reference);
}

static void conclude(const char *text, bool request, const char *due)
{
	struct conclusion_new new = {.session = scene.session,
		.item = item("2"),
		.at = scene.at,
		.request = request,
		.text = text,
		.due = due};
	int number;

	assert_true(store_conclusion_add(scene.store, &new, &number, NULL) != 0);
}

static void answer(void)
{
	struct survey_edit edit = {.title = "9",
		.item = item("3"),
		.sent = "2012-05-02",
		.due = "2012-08-15",
		.closed = "2012-10-01"};
	struct contribution_edit late = {.participant = scene_who(&scene, "Benin"),
		.received = "2012-09-01",
		.updated = "2012-09-03",
		.language = "F",
		.focal = "7",
		.covers = "successes challenges needs lessons practices"};
	int number;
	int64_t id = store_survey_add(scene.store, scene.session, &edit, &number, NULL);

	assert_true(store_contribution_add(scene.store, scene.session, id, &late, &number, NULL));
	late.participant = scene_who(&scene, "African Group");
	assert_true(store_contribution_add(scene.store, scene.session, id, &late, &number, NULL));
}

static void make_session(void)
{
	begin_2012();
	scene_participant(&scene, "group", "African Group", "the African Group");
	scene_participant(&scene, "un_body", "World Bank", "the World Bank");
	scene_participant(&scene, "guest", "Blue Shield", NULL);
	scene_status(&scene, "party", "Benin; Canada; Costa Rica; Croatia; Egypt; Spain; Gambia");
	scene_status(&scene, "signatory", "Iran (Islamic Republic of); Japan");
	scene_status(&scene, "nonparty", "Somalia");
	scene_officer(&scene, "wg2", "1", "Canada");
	scene_present(&scene, "Croatia; Somalia; Zimbabwe");
	scene_meeting(&scene, 0);
	scene_open(&scene, "1 (a)");
	scene_conclude(&scene, "1 (a)");
	scene_open(&scene, "1 (b)");
	scene_adopt(&scene, "agenda", "consensus", true);
	scene_open(&scene, "2");
	scene_say(&scene, "2", "Secretariat", "presentation", NULL, "");
	scene_say(&scene, "2", "Egypt", NULL, "African Group", "1");
	scene_say(&scene, "2", "Canada", NULL, NULL, "2\n3\n4?");
	scene_say(&scene, "2", "Spain", "reply", NULL, "5");
	scene_speakers(&scene, "2", "Benin; Costa Rica; Japan; Somalia; Holy See; World Bank");
	conclude("5", true, "6");
	conclude("7", false, NULL);
	scene_meeting(&scene, 1);
	scene_conclude(&scene, "2");
	scene_open(&scene, "3");
	scene_speakers(&scene, "3", "Gambia");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_ADOPTED, "8");
	scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "9");
	scene_adopt(&scene, "report", "consensus", false);
	answer();
	assert_true(store_request_add(scene.store, scene.session, item("3"),
		scene_who(&scene, "Spain"), 0, NULL, "general", scene.at, NULL));
	scene_end(&scene);
}

/* --- what is said in Latin letters --- */

/* What the session itself says, which nobody translates: titles and symbols. */
static void gather_said(void)
{
	struct session_row session;
	struct arena arena;
	size_t count;

	arena_init(&arena);
	str_reset(&said);
	assert_true(store_session(scene.store, scene.session, &arena, &session));
	/* Hours and minutes have the same signs everywhere. */
	str_addf(&said, "h min %s %s ", session.title, session.organ ? session.organ : "");
	const struct item_row *items = store_items(scene.store, scene.session, &arena, &count);
	for (size_t i = 0; i < count; i++)
		str_addf(&said, "%s ", items[i].title);
	const struct body_row *bodies = store_bodies(scene.store, scene.session, &arena, &count);
	for (size_t i = 0; i < count; i++)
		str_addf(&said, "%s %s ", bodies[i].name, bodies[i].symbol);
	const struct report_mandate *mandates =
		report_rows_mandates(scene.store, scene.session, &arena, &count);
	for (size_t i = 0; i < count; i++)
		str_addf(&said, "%s ", mandates[i].title ? mandates[i].title : "");
	const struct document_row *papers =
		store_documents(scene.store, scene.session, 0, &arena, &count);
	for (size_t i = 0; i < count; i++)
		str_addf(&said, "%s %s ", papers[i].title, papers[i].symbols);
	arena_clear(&arena);
}

static bool is_of_session(const char *word, size_t length)
{
	for (const char *at = said.text; (at = strpbrk(at, LATIN)); at += strspn(at, LATIN))
		if (strspn(at, LATIN) == length && strncasecmp(at, word, length) == 0)
			return true;
	return false;
}

/* A letter alone is the label of an entry, "(a)", "IV". */
static bool is_label(const char *word, size_t length)
{
	return strspn(word, "ivxIVX") >= length || length == 1;
}

static void expect_no_english(const struct document *printed, const char *what)
{
	str_reset(&out);
	assert_string_equal(printed->language, "qx");
	document_writer("text")->write(printed, &out);
	assert_true(out.length > 0);
	for (const char *at = out.text; *at;) {
		size_t length = strspn(at, LATIN);
		if (length && !is_label(at, length) && !is_of_session(at, length)) {
			const char *line = at;
			while (line > out.text && line[-1] != '\n')
				line--;
			fail_msg("%s says \"%.*s\" in English:\n%.*s", what, (int)length, at,
				(int)strcspn(line, "\n"), line);
		}
		at += length ? length : 1;
	}
}

static void speak(void)
{
	struct messages messages;

	gather_said();
	template_clear(&scene.template);
	template_init(&scene.template);
	messages_init(&messages, "");
	if (!template_file_read("qx", &scene.template, &messages)) {
		messages_format(&messages, &out);
		fail_msg("%s", out.text);
	}
	messages_clear(&messages);
}

static int begin(void **state)
{
	(void)state;
	document_init(&document);
	str_init(&out);
	return 0;
}

static int end(void **state)
{
	str_clear(&out);
	str_clear(&said);
	document_clear(&document);
	return scene_tear_down(state);
}

static void expect_reports(void)
{
	static const char *const styles[] = {"vienna", "short", "session", "commission", "speakers",
		"named", "statements", "documents", "attendance"};

	speak();
	for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++) {
		assert_true(template_set(&scene.template, "use", styles[i], NULL));
		struct report *report = report_new(scene.store, scene.session, &scene.template);
		report_want_statistics(report);
		while (!report_step(report))
			continue;
		expect_no_english(report_document(report), styles[i]);
		report_free(report);
	}
}

static void every_style_of_report_is_in_it(void **state)
{
	(void)state;
	make_session();
	expect_reports();
}

static void two_bodies_are_in_it(void **state)
{
	(void)state;
	scene_2018(&scene);
	scene_begin(&scene);
	scene_status(&scene, "party", "Benin; Spain; Zimbabwe");
	scene_meeting(&scene, 0);
	scene_open(&scene, "wg2:2");
	scene_speakers(&scene, "wg2:2", "Zimbabwe");
	scene_open(&scene, "wg2:3");
	scene_speakers(&scene, "wg2:3", "Spain; Benin; Zimbabwe");
	scene_open(&scene, "wg3:4");
	scene_recommend(&scene, "wg2", "numbered", RECOMMENDATION_ADOPTED, "1");
	scene_recommend(&scene, "wg3", "numbered", RECOMMENDATION_ADOPTED, "2");
	scene_adopt(&scene, "report", NULL, true);
	scene_end(&scene);
	expect_reports();
}

/* --- what was decided, and how --- */

static struct recommendation_row text_of(int number, struct arena *arena)
{
	struct recommendation_row row;
	int64_t id = store_recommendation_find(scene.store, scene.session, number);

	assert_true(store_recommendation(scene.store, id, arena, &row));
	return row;
}

static int64_t decide(int number, const char *form, bool adopted, struct arena *arena)
{
	struct act act = {.subject = "recommendation",
		.recommendation = text_of(number, arena).id,
		.meeting = scene.meeting,
		.outcome = adopted ? "adopted" : "not adopted",
		.form = form,
		.orally_amended = number == 1,
		.at = scene.at += 60000};
	int64_t id = store_act_new(scene.store, scene.session, &act, NULL);

	assert_true(id && store_recommendation_set_state(scene.store, act.recommendation,
				  adopted ? RECOMMENDATION_ADOPTED : RECOMMENDATION_REJECTED,
				  act.orally_amended, NULL));
	return id;
}

static void vote(int64_t act, bool carried)
{
	const struct ballot ballots[] = {{scene_who(&scene, "Spain"), VOTE_AGAINST, NULL},
		{scene_who(&scene, "Canada"), VOTE_IN_FAVOUR, NULL}};
	const struct vote vote = {
		.majority = VOTE_TWO_THIRDS, .count = {carried ? 2 : 1, 1, 0}, .carried = carried};

	assert_true(store_vote_add(
		scene.store, scene.session, act, &vote, ballots, carried ? 2 : 0, NULL));
}

static void take_position(
	enum position_kind kind, const char *name, const char *group, struct arena *arena)
{
	const struct position_row row = {.recommendation = text_of(1, arena).id,
		.kind = kind,
		.participant = scene_who(&scene, name),
		.on_behalf = group ? scene_who(&scene, group) : 0,
		.meeting = scene.meeting,
		.at = scene.at += 60000};

	assert_true(store_position_add(scene.store, scene.session, &row, NULL) != 0);
}

static void change_agenda(
	const char *kind, const char *before, const char *after, struct arena *arena)
{
	struct item_row row;
	struct agenda_change change = {.meeting = scene.meeting,
		.kind = kind,
		.before = before,
		.after = after,
		.decided = true,
		.person = "1",
		.at = scene.at += 60000};

	assert_true(store_item(scene.store, item("5"), arena, &row));
	change.item = row.id;
	change.number = row.printed;
	change.title = row.title;
	assert_true(store_agenda_change_add(scene.store, scene.session, &change, NULL));
}

static void follow_up(enum follow_up_state state)
{
	struct follow_up_row row = {.label = "(a)", .text = "1", .ending = ";", .state = state};
	struct follow_up_action_row action = {.text = "2", .by_whom = "3", .at = scene.at};
	int number;

	action.follow_up = store_follow_up_add(scene.store, scene.session, &row, &number, NULL);
	action.document = store_document_find(scene.store, scene.session, "CTOC/COP/2012/10");
	action.paragraph = "12";
	assert_true(store_follow_up_act(scene.store, scene.session, &action, NULL));
}

static void what_was_decided_is_in_it(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	begin_2012();
	scene_participant(&scene, "group", "African Group", "the African Group");
	scene_meeting(&scene, 0);
	scene_adopt(&scene, "agenda", NULL, false);
	change_agenda("retitled", "1", "2", &arena);
	change_agenda("renumbered", "5", "6", &arena);
	change_agenda("added", NULL, "after 8", &arena);
	change_agenda("deleted", NULL, NULL, &arena);
	for (int i = 0; i < 5; i++)
		scene_recommend(&scene, "wg2", "lettered", RECOMMENDATION_DRAFT, "1");
	take_position(POSITION_BEFORE, "Zimbabwe", "African Group", &arena);
	vote(decide(1, "vote", true, &arena), true);
	for (int kind = 0; kind < POSITION_KINDS; kind++)
		take_position((enum position_kind)kind, "Canada", NULL, &arena);
	vote(decide(2, "show-of-hands", false, &arena), false);
	decide(3, "consensus", true, &arena);
	decide(4, "without-vote", true, &arena);
	for (int s = 0; s < FOLLOW_UP_STATES; s++)
		follow_up((enum follow_up_state)s);
	scene_end(&scene);
	arena_clear(&arena);
	expect_reports();
}

static void expect_page(const char *what)
{
	expect_no_english(&document, what);
	valid_document(&document);
	document_clear(&document);
	document_init(&document);
}

static void the_papers_for_the_room_are_in_it(void **state)
{
	struct rules rules;

	(void)state;
	make_session();
	speak();
	report_sheet(scene.store, scene.session, &scene.template, &document);
	expect_page("the sheet");
	report_speakers(
		scene.store, scene.session, &scene.template, item("2"), scene.at, &document);
	expect_page("the list of speakers of item 2");
	report_speakers(scene.store, scene.session, &scene.template, 0, scene.at, &document);
	expect_page("the list of speakers");
	report_order_of_day(scene.store, scene.session, &scene.template, scene.at, &document);
	expect_page("the order of the day");
	report_statistics(scene.store, scene.session, &scene.template, scene.at, &document);
	expect_page("the use of time");
	rules_init(&rules);
	report_script(scene.store, scene.session, &scene.template, 0, &rules, scene.at, &document);
	expect_page("the words of the Chair");
}

static void the_lists_that_are_handed_out_are_in_it(void **state)
{
	(void)state;
	make_session();
	speak();
	report_action_points(scene.store, scene.session, &scene.template, 0, false, &document);
	expect_page("the action points");
	report_action_points(
		scene.store, scene.session, &scene.template, item("3"), true, &document);
	expect_page("no action points");
	report_contributions(scene.store, scene.session, &scene.template, 0, true, &document);
	expect_page("the contributions");
}

static void the_texts_are_in_it(void **state)
{
	(void)state;
	make_session();
	speak();
	for (int view = 0; view < TEXTS_VIEWS; view++) {
		struct texts_wanted wanted = {.view = (enum texts_view)view, .lines = view % 2};
		report_texts(scene.store, scene.session, &scene.template, &wanted, &document);
		expect_page("the texts");
	}
}

static void the_agenda_is_in_it(void **state)
{
	static struct agenda_body body = {.key = "wg2", .name = "Working Group"};
	static struct agenda_document paper = {"Note by the Secretariat", "1", "2", 0, false};
	static size_t its_paper;
	static struct agenda_slot_item its_item = {1, NULL};
	static struct agenda_item items[] = {
		{.parent = AGENDA_NONE, .number = "1", .printed = "1", .title = "Canada"},
		{.parent = 0,
			.number = "(a)",
			.printed = "1 (a)",
			.title = "Benin",
			.annotation = "3",
			.documents = &its_paper,
			.document_count = 1}};
	static struct agenda_slot slots[] = {
		{.date = "2012-10-17", .from = 600, .to = 780, .items = &its_item, .item_count = 1},
		{.date = "2012-10-18", .from = -1, .to = -1, .half = "pm", .label = "4"},
		{.date = "2012-10-18", .from = -1, .to = -1, .label = "5"}};
	static const struct agenda agenda = {.organ = "Working Group",
		.place = "Vienna",
		.from = "2012-10-17",
		.to = "2012-10-18",
		.status = "provisional",
		.symbols = "6",
		.date = "2012-07-31",
		.distribution = "General",
		.language = "English",
		.heading = "Provisional agenda and annotations",
		.bodies = &body,
		.body_count = 1,
		.documents = &paper,
		.document_count = 1,
		.items = items,
		.item_count = 2,
		.slots = slots,
		.slot_count = 3};

	(void)state;
	make_session();
	speak();
	str_reset(&said);
	for (int adopted = 0; adopted < 2; adopted++) {
		report_agenda(&agenda, &scene.template, adopted, &document);
		expect_page("the agenda");
	}
}

static void a_reference_is_in_it_in_every_format(void **state)
{
	struct node *masthead = document_add(&document, document.root, NODE_MASTHEAD, NULL);
	static const char *const formats[] = {"text", "markdown", "html", "akn"};
	static const char *const words[] = {"παρα. 7", "αγενδα ιτεμ 3", "Διστρ.: ", "Οριγιναλ: "};

	(void)state;
	make_session();
	speak();
	document.class = DOCUMENT_AGENDA;
	document_add(&document, masthead, NODE_FIELD, "1")->name = "distribution";
	document_add(&document, masthead, NODE_FIELD, "2")->name = "language";
	document_add(&document, document.root, NODE_PARAGRAPH, "{para 7} {item 3}");
	document_number(&document);
	page_begin(&scene.template, &document);
	for (size_t f = 0; f < sizeof formats / sizeof formats[0]; f++) {
		str_reset(&out);
		document_writer(formats[f])->write(&document, &out);
		for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
			if (!strstr(out.text, words[i]))
				fail_msg("%s has no %s:\n%s", formats[f], words[i], out.text);
	}
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_style_of_report_is_in_it),
		TEST(two_bodies_are_in_it),
		TEST(what_was_decided_is_in_it),
		TEST(the_papers_for_the_room_are_in_it),
		TEST(the_lists_that_are_handed_out_are_in_it),
		TEST(the_texts_are_in_it),
		TEST(the_agenda_is_in_it),
		TEST(a_reference_is_in_it_in_every_format),
		cmocka_unit_test(all_that_was_printed_is_valid),
	};
	return cmocka_run_group_tests_name(
		"report/fourth_language", tests, begin_language, end_language);
}
