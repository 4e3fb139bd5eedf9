/* SPDX-License-Identifier: MIT */
/* The house style that the program brings: its file, each rule, and whole documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/generator.h"
#include "exchange/style_file.h"
#include "exchange/style_reading.h"

static struct arena arena;
static struct style_sheet sheet;

static int set_up(void **state)
{
	struct messages messages;

	(void)state;
	setenv("XDG_CONFIG_HOME", "/nowhere", 1);
	arena_init(&arena);
	messages_init(&messages, "style.yaml");
	if (!style_file_read(&arena, &sheet, &messages)) {
		struct str all = STR_EMPTY;
		messages_format(&messages, &all);
		fail_msg("%s", all.text);
	}
	messages_clear(&messages);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_clear(&arena);
	return 0;
}

/* --- the file --- */

static void check_file(const char *text, const char *expected)
{
	struct style_sheet read;
	struct messages messages;
	struct str out = STR_EMPTY;

	messages_init(&messages, "x");
	bool good = style_file_parse("s.yaml", text, strlen(text), &arena, &read, &messages);
	messages_format(&messages, &out);
	assert_string_equal(out.text, expected);
	assert_int_equal(good, !*expected);
	str_clear(&out);
	messages_clear(&messages);
}

#define HEAD "rapporteur: style/1\n"

static void mistakes_have_their_place(void **state)
{
	(void)state;
	check_file(HEAD "rules:\n  - {rule: word, says: no}\n", "");
	check_file(HEAD "rules:\n  - {rule: word}\n", "s.yaml:3:5: a rule has no 'says'\n");
	check_file(HEAD "rules:\n  - {rule: word, says: a}\n  - {rule: word, says: b}\n",
		"s.yaml:4:12: rule 'word' is there twice\n");
	check_file(HEAD "rules:\n  - {rule: wird, says: a}\n",
		"s.yaml:3:12: nothing looks for 'wird': no row of words names it; did you mean "
		"'word'?\n");
	check_file(
		HEAD "rules:\n  - {rule: mine, says: a}\nwords:\n  - {rule: mine, avoid: b}\n", "");
	check_file(HEAD "rules:\n  - {rule: word, says: a}\nwords:\n  - {rule: mine, avoid: b}\n",
		"s.yaml:5:12: 'mine' is none of the rules above\n");
	check_file(HEAD "rules:\n  - {rule: word, says: a}\nlists:\n  smal: [a]\n",
		"s.yaml:5:3: unknown key 'smal'; did you mean 'small'?\n");
}

static void a_rule_that_is_not_in_the_file_is_not_looked_for(void **state)
{
	static const char text[] = HEAD "rules:\n  - {rule: per-cent, says: no}\n";
	const struct style_text written = {.text = "of of 5% it it.", .running = true};
	struct style_sheet small;
	struct messages messages;
	size_t count;

	(void)state;
	messages_init(&messages, "x");
	assert_true(style_file_parse("x", text, strlen(text), &arena, &small, &messages));
	messages_clear(&messages);
	const struct style_finding *found = style_check(&arena, &small, &written, 1, &count);
	assert_int_equal(count, 1);
	assert_string_equal(found[0].rule, "per-cent");
}

static void the_copy_of_the_user_wins(void **state)
{
	static const char own[] = HEAD "rules:\n  - {rule: time, says: mine}\n";
	char folder[] = "/tmp/styleXXXXXX", path[64];
	struct style_sheet read;
	struct messages messages;

	(void)state;
	assert_non_null(mkdtemp(folder));
	setenv("XDG_CONFIG_HOME", folder, 1);
	snprintf(path, sizeof path, "%s/rapporteur", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/rapporteur/style.yaml", folder);
	FILE *file = fopen(path, "w");
	fputs(own, file);
	fclose(file);
	messages_init(&messages, "x");
	assert_true(style_file_read(&arena, &read, &messages));
	assert_int_equal(read.rule_count, 1);
	/* One with a mistake is said to be so, or the program's own is taken. */
	file = fopen(path, "a");
	fputs("colour: red\n", file);
	fclose(file);
	assert_false(style_file_read(&arena, &read, &messages));
	assert_int_equal(messages.errors, 1);
	style_file_any(&arena, &read);
	assert_int_equal(read.rule_count, sheet.rule_count);
	messages_clear(&messages);
	unlink(path);
	*strrchr(path, '/') = '\0';
	rmdir(path);
	rmdir(folder);
	setenv("XDG_CONFIG_HOME", "/nowhere", 1);
}

/* --- rules --- */

/* "rule|words|suggestion" of each, joined with " / ". */
static void check_texts(
	const struct style_text texts[], size_t count, bool joint, const char *expected)
{
	struct str out = STR_EMPTY;
	size_t found;
	const struct style_finding *findings =
		style_check_joint(&arena, &sheet, texts, count, joint, &found);

	for (size_t i = 0; i < found; i++) {
		const struct style_finding *finding = &findings[i];
		assert_memory_equal(
			finding->words, texts[finding->text].text + finding->from, finding->length);
		assert_non_null(strstr(finding->sentence, finding->words));
		str_addf(&out, "%s%s|%s|%s", i ? " / " : "", finding->rule, finding->words,
			finding->suggestion ? finding->suggestion : "-");
	}
	assert_string_equal(out.text, expected);
	str_clear(&out);
}

static void check(const char *text, const char *expected)
{
	check_texts(&(struct style_text){.text = text, .running = true}, 1, false, expected);
}

static void words_that_stand_twice(void **state)
{
	(void)state;
	check("It is is so.", "doubled-word|is is|is");
	check("The the report.", "doubled-word|The the|The");
	check("She said that, that upon receipt.", "doubled-word|that, that|that");
	check("It had had an effect, step, step by step.", "");
	check("Reported by Tosi Mpanu Mpanu (Kenya).", "");
	check("To report\nreport again.", "");
	check("Part a a plan.", "doubled-word|a a|a");
}

static void signs_too_many(void **state)
{
	(void)state;
	check("One , two.", "punctuation|One ,|One,");
	check("One,, two; three;.", "punctuation|,,|, / punctuation|;.|.");
	check("One ... two etc., three (a) to (c).", "");
}

static void words_to_avoid(void **state)
{
	(void)state;
	check("Programs and a computer program.", "spelling|Programs|Programmes");
	check("The chairman spoke in regards to it.",
		"word|chairman|Chair / word|in regards to|with regard to");
	check("Mr. Green of the UN.", "title|Mr.|- / abbreviation|UN|United Nations");
	check("UN-Women and UN/LOCODE, programmed to run.", "");
	/* What is quoted was said by others. */
	check("Entitled “A program of the UN”.", "");
}

static void the_comma_before_the_last_of_a_list(void **state)
{
	(void)state;
	check("Use of information, tools, and technology.",
		"serial-comma|tools, and technology|tools and technology");
	check("Said Benin, Chad, or Mali.", "serial-comma|Chad, or Mali|Chad or Mali");
	check("In that regard, delegates, and speakers.", "");
	check("It was noted, welcomed, and adopted.", "");
	check("States, in particular, and others.", "");
	check("To act, and to report, and to advise on it.", "");
	check("Benin, Chad and Mali.", "");
}

static void numbers_under_ten(void **state)
{
	(void)state;
	check("He named 4 representatives.", "number|4|four");
	check("All 3 States agreed, 2 of them later.", "number|3|three / number|2|two");
	check("See paragraph 2 above, article 30, paragraph 2 (c), and items 6 and 7 of it.", "");
	check("On 1 and 2 October, from 3 to 6 p.m., 5 per cent of 12 States.", "");
	check("In resolution 5/6, in 2 million cases, 5 km away, at 10 a.m.", "");
}

static void sentences_that_begin_with_figures(void **state)
{
	(void)state;
	check("12 delegations spoke. 4 did not.",
		"sentence-start|12|Twelve / sentence-start|4|Four");
	check("It was noted in para. 12 above. See No. 5 there.", "");
	check("17 October was the day.", "");
}

static void sessions_per_cent_dates_and_times(void **state)
{
	(void)state;
	check("At its 8th session.", "session|8th session|eighth session");
	check("At its 8th meeting, the eighth session.", "");
	check("Some 20% and 5 percent.", "per-cent|20%|20 per cent / per-cent|percent|per cent");
	check("On October 17, 2012, and on 17th October.",
		"date|October 17, 2012|17 October 2012 / date|17th October|17 October");
	check("On Wednesday 17 October, 17.10.2012.",
		"date|Wednesday 17 October|Wednesday, 17 October / date|17.10.2012|-");
	check("On Wednesday, 17 October 2012, in May 2012.", "");
	check("At 10:30, 3 pm, 10.00 a.m., 12 p.m. and 15:00.",
		"time|10:30|10.30 a.m. / time|3 pm|3 p.m. / time|10.00 a.m.|10 a.m. / "
		"time|12 p.m.|noon / time|15:00|3 p.m.");
	check("At 10 a.m., from 3 to 6 p.m., at 10.30 a.m.", "");
}

static void resolutions_and_articles(void **state)
{
	(void)state;
	check("As COP Resolution 8/2 (the Conference of the Parties (COP)) says.",
		"acronym|COP|Conference of the Parties (COP) / citation|COP Resolution "
		"8/2|resolution 8/2 of the Conference of the Parties");
	check("See Resolution 8/2 and the decision 4/3 of it.",
		"citation|Resolution 8/2|resolution 8/2 / citation|the decision 4/3|decision 4/3");
	check("Resolution 8/2 was cited, and so was Conference resolution 5/5.", "");
	check("Under Article 33, paragraph 1, of the Charter of the United Nations.", "");
	check("In accordance with Article 32.", "citation|Article 32|article 32");
}

static void acronyms_before_they_are_given_in_full(void **state)
{
	const struct style_text texts[] = {
		{.text = "WORK OF THE OFFICE"},
		{.text = "The UNODC and UNTOC met with NGOs.", .running = true},
		{.text = "The Office on Drugs and Crime (UNODC) and UNTOC’s Part VI.",
			.running = true},
		{.text = "The World Fund (WF) and the WF, see CTOC/COP/2012/7.", .running = true},
	};

	(void)state;
	check_texts(texts, 4, false,
		"acronym|UNODC|United Nations Office on Drugs and Crime (UNODC) / "
		"acronym|UNTOC|United Nations Convention against Transnational Organized Crime "
		"(UNTOC) / acronym|NGOs|non-governmental organization (NGO)");
}

static void forms_and_quotation_marks_of_a_document(void **state)
{
	const struct style_text texts[] = {
		{.text = "States parties and States Parties met.", .running = true},
		{.text = "The Conference of the States Parties of “that” and \"this\".",
			.running = true},
	};

	(void)state;
	check_texts(texts, 2, false, "form|States Parties|States parties / quotes|\"this\"|“this”");
	check("States Parties alone, and \"this\" alone.", "");
}

static void the_group_that_is_meant(void **state)
{
	const struct style_text text = {
		.text = "The Working Group on Lakes met. The Working Group was told.",
		.running = true};

	(void)state;
	check_texts(&text, 1, true, "group|The Working Group|The working groups");
	check_texts(&text, 1, false, "");
}

static void check_verb(const char *text, const char *expected)
{
	check_texts(&(struct style_text){.text = text, .operative = true}, 1, false, expected);
}

static void texts_that_begin_with_no_operative_verb(void **state)
{
	(void)state;
	check_verb("Requests the Secretariat to report", "");
	check_verb("(a) also requests it;", "");
	check_verb("Reiterated its decision", "");
	check_verb("Request the Secretariat", "verb|Request|Requests");
	check_verb("The report be noted", "verb|The|-");
	check_verb("[EU: Requests] it", "");
	check_verb("", "");
}

static void paragraphs_and_entries_without_their_last_sign(void **state)
{
	const struct style_text texts[] = {
		{.text = "Opening of the meeting", .numbered = true},
		{.text = "The report was adopted by the Group without a vote",
			.running = true,
			.numbered = true},
		{.text = "The report was adopted by the Group as it stood.3",
			.running = true,
			.numbered = true},
		{.text = "The report was adopted by the Group as it stood.¹",
			.running = true,
			.numbered = true},
		{.text = "The report was adopted by the Group as it stood;1/",
			.running = true,
			.numbered = true},
		{.text = "Reports;", .running = true, .entry = true},
		{.text = "Notes", .running = true, .entry = true},
		{.text = "Papers;", .running = true, .entry = true},
		{.text = "That was all.", .running = true, .numbered = true},
		{.text = "It was said that the sentence was to go",
			.running = true,
			.numbered = true},
		{.text = "on upon the next page.", .running = true},
	};

	(void)state;
	check_texts(texts, sizeof texts / sizeof *texts, false,
		"ending|vote|- / ending|Notes|- / ending|;|.");
}

static void any_text_is_checked_to_its_end(void **state)
{
	static const char *const parts[] = {"(", ")", "[", "“", "”", "\"", " ", ",", ".", ";", ":",
		"5", "10:30", "10.00", "am", "p.m.", "May", "8th", "session", "and", "that",
		"Resolution", "5/6", "the", "UNODC", "States Parties", "States parties", "%", "\n",
		"é", "中", "’", "-", "/", "Article", "\xFF", "\xE2\x80", "http://x", "UN"};
	struct generator generator = GENERATOR_SEED;
	struct str text = STR_EMPTY;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct style_text written = {.running = i % 2,
			.numbered = i % 3 == 0,
			.entry = i % 5 == 0,
			.operative = i % 7 == 0};
		struct arena own;
		size_t count;
		str_reset(&text);
		for (unsigned n = generator_next(&generator, 20); n > 0; n--) {
			str_add(&text,
				parts[generator_next(&generator, sizeof parts / sizeof *parts)]);
			str_add(&text, generator_next(&generator, 2) ? " " : "");
		}
		written.text = text.text;
		arena_init(&own);
		const struct style_finding *found =
			style_check_joint(&own, &sheet, &written, 1, i % 4 == 0, &count);
		for (size_t j = 0; j < count; j++) {
			assert_in_range(found[j].from + found[j].length, 1, text.length);
			assert_true(j == 0 || found[j].from >= found[j - 1].from);
		}
		arena_clear(&own);
	}
	str_clear(&text);
}

/* Texts of a megabyte: each of these once took seconds to hours. */
static void a_text_of_any_size_is_checked_in_one_walk(void **state)
{
	enum { MEGABYTE = 1 << 20 };
	static const struct {
		const char *part;
		size_t found;
	} texts[] = {{"a", 0}, {"é", 0}, {"1,", 0}, {"(", 0}, {"a b ", 0}, {"from 5 ", 0},
		{"the programme ", 0}, {"the program ", MEGABYTE / 12 + 1}};
	struct str text = STR_EMPTY;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct arena own;
		size_t count;
		arena_init(&own);
		str_reset(&text);
		while (text.length < MEGABYTE)
			str_add(&text, texts[i].part);
		struct style_text one = {.text = text.text, .running = true};
		style_check(&own, &sheet, &one, 1, &count);
		assert_int_equal(count, texts[i].found);
		arena_clear(&own);
	}
	str_clear(&text);
}

static void acronyms_by_the_thousand_are_each_found_once(void **state)
{
	enum { MANY = 100000 };
	struct str text = STR_EMPTY;
	struct arena own;
	size_t count;

	(void)state;
	arena_init(&own);
	for (int i = 0; i < 2 * MANY; i++)
		str_addf(&text, "and Q%c%c%c%c ", 'A' + i % MANY / 17576 % 26,
			'A' + i % MANY / 676 % 26, 'A' + i % MANY / 26 % 26, 'A' + i % MANY % 26);
	struct style_text one = {.text = text.text, .running = true};
	style_check(&own, &sheet, &one, 1, &count);
	assert_int_equal(count, MANY);
	str_clear(&text);
	arena_clear(&own);
}

/* --- documents --- */

/* Each place is looked for from the one before it. */
static void places_in_a_long_line_are_found_in_one_walk(void **state)
{
	enum { MANY = 50000 };
	struct style_cursor cursor = {0};
	struct reading reading;
	struct str text = STR_EMPTY;
	struct err err;
	int line, column;

	(void)state;
	for (int i = 0; i < MANY; i++)
		str_add(&text, "the é programme ");
	reading_init(&reading);
	assert_true(reading_parse(&reading, "long.txt", text.text, text.length, &err));
	for (size_t i = 0; i < MANY; i++) {
		style_reading_place(&cursor, &reading, 0, 17 * i + 7, &line, &column);
		assert_int_equal(line, 1);
		assert_int_equal(column, 16 * i + 7);
	}
	style_reading_place(&cursor, &reading, 0, 7, &line, &column);
	assert_int_equal(column, 7);
	reading_clear(&reading);
	str_clear(&text);
}

static void check_document(const char *name, const char *bytes, const char *expected)
{
	struct style_cursor cursor = {0};
	struct reading reading;
	struct str out = STR_EMPTY;
	struct err err;
	size_t count;

	reading_init(&reading);
	assert_true(reading_parse(&reading, name, bytes, strlen(bytes), &err));
	const struct style_text *texts = style_reading_texts(&arena, &reading);
	const struct style_finding *found =
		style_check(&arena, &sheet, texts, reading.count, &count);
	for (size_t i = 0; i < count; i++) {
		int line, column;
		style_reading_place(
			&cursor, &reading, found[i].text, found[i].from, &line, &column);
		str_addf(&out, "%d:%d %s %s\n", line, column, found[i].rule, found[i].words);
	}
	assert_string_equal(out.text, expected);
	str_clear(&out);
	reading_clear(&reading);
}

/* A twin of what published reports have in them, with each kind of error once or twice. */
static const char lakes[] =
	"Draft report on the meetings of the Working Group on Lakes and the Working Group on\n"
	"Rivers held in Vienna from 4 to 6 June 2014\n"
	"\n"
	"II. Recommendations\n"
	"\n"
	"1. The Working Group on Lakes:\n"
	"\n"
	"(a) Takes note of the programs of the Lakes Office (LAKO) and of all that was done since;\n"
	"\n"
	"(b) Request States parties to report to LAKO on existing nets, boats, and anglers;\n"
	"\n"
	"2. States Parties should take into account the guidance contained in COP Resolution 8/2\n"
	"and ensure that, that upon request they are told.\n"
	"\n"
	"III. Summary of deliberations\n"
	"\n"
	"3. The Working Group considered the item entitled \"Other matters\" at 15:00. It was\n"
	"entitled “Waters” before, and 3 speakers said so\n"
	"\n"
	"4. The meeting rose at 6 p.m.\n";

static void errors_in_a_report_are_found_where_they_stand(void **state)
{
	(void)state;
	check_document("report.txt", lakes,
		"8:23 spelling programs\n"
		"10:5 verb Request\n"
		"10:64 serial-comma boats, and anglers\n"
		"10:82 ending ;\n"
		"12:4 form States Parties\n"
		"12:70 acronym COP\n"
		"12:70 citation COP Resolution 8/2\n"
		"13:12 doubled-word that, that\n"
		"17:4 group The Working Group\n"
		"17:51 quotes \"Other matters\"\n"
		"17:70 time 15:00\n"
		"18:31 number 3\n"
		"18:47 ending so\n");
}

static void places_are_found_in_other_formats(void **state)
{
	(void)state;
	check_document("report.md",
		"# Report\n\n1. The **programs** of the *chairman* were noted.\n",
		"3:10 spelling programs\n3:29 word chairman\n");
	check_document("report.html", "<p>The <b>programs</b> of the chairman were noted.</p>",
		"1:5 spelling programs\n1:21 word chairman\n");
}

static void sub_entries_need_no_operative_verb(void **state)
{
	(void)state;
	check_document("levels.txt",
		"4. The Working Group on Lakes:\n\n(a) Takes note of the report;\n\n"
		"(b) Requests the Secretariat:\n\n(i) To report on lakes;\n\n(ii) To advise;\n\n"
		"(c) Invitation to States.\n",
		"11:5 verb Invitation\n");
}

static void a_good_report_has_no_findings(void **state)
{
	(void)state;
	check_document("good.txt",
		"Report on the meeting of the Working Group on Lakes held in Vienna on 4 and 5 June 2014\n"
		"\n"
		"I. Introduction\n"
		"\n"
		"1. In its resolution 5/7, entitled “Fishing in the program of lakes”, the Conference\n"
		"requested, inter alia, the Working Group to examine article 30, paragraph 2 (c), of the\n"
		"Convention, and to report on it (see CTOC/COP/2008/16).\n"
		"\n"
		"2. The Working Group was opened on Wednesday, 4 June 2014, at 10 a.m. Four\n"
		"representatives of the Lakes Office (LAKO) made presentations on items 6 and 7.\n"
		"Twelve speakers, some of them from Benin, Chad and Mali, thanked LAKO for its work, and\n"
		"noted that 5 per cent of its budget was spent, as set out in paragraphs 3, 4 and 5 above.\n"
		"\n"
		"3. The Working Group had before it the following documents:\n"
		"\n"
		"(a) Report of the Secretariat on lakes (LAKE/2014/2);\n"
		"\n"
		"(b) Note by the Secretariat on rivers (LAKE/2014/3).\n",
		"");
}

/* --- published documents, where they are present --- */

static char *reference(const char *name)
{
	char path[256];

	snprintf(path, sizeof path, "../shared/reference/%s", name);
	FILE *file = fopen(path, "r");
	if (!file)
		skip();
	char *bytes = calloc(1, 1 << 20);
	size_t length = fread(bytes, 1, (1 << 20) - 1, file);
	assert_true(length > 0);
	fclose(file);
	return bytes;
}

static void published_reports_have_the_errors_that_they_are_known_for(void **state)
{
	char *bytes = reference("draft-report-addendum-2018.txt");

	(void)state;
	check_document("addendum.txt", bytes,
		"28:141 spelling programs\n"
		"28:209 spelling programs\n"
		"32:63 acronym UNODC\n"
		"32:297 acronym UNTOC\n"
		"32:306 form States Parties\n"
		"34:4 form States Parties\n"
		"36:125 acronym UNCAC\n"
		"36:278 acronym COP\n"
		"36:278 citation COP Resolution 8/2\n"
		"36:346 spelling cost effective\n"
		"36:448 serial-comma tools, and technology\n"
		"46:41 doubled-word that, that\n"
		"46:1622 spelling time consuming\n"
		"48:377 group the Working Group\n"
		"52:59 quotes \"Other matters\"\n"
		"54:4 group The Working Group\n"
		"54:330 acronym MLA\n"
		"54:378 quotes \"open resource\"\n"
		"56:37 group the Working Group\n");
	free(bytes);
}

static void a_published_report_with_two_errors_has_two_findings(void **state)
{
	char *bytes = reference("report-2010.txt");

	(void)state;
	check_document("report.txt", bytes,
		"32:8 form Open-ended Working Group\n92:68 word in regards to\n");
	free(bytes);
}

static void a_published_agenda_without_errors_has_no_findings(void **state)
{
	char *bytes = reference("provisional-agenda-2012.txt");

	(void)state;
	check_document("agenda.txt", bytes, "");
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mistakes_have_their_place),
		cmocka_unit_test(a_rule_that_is_not_in_the_file_is_not_looked_for),
		cmocka_unit_test(the_copy_of_the_user_wins),
		cmocka_unit_test(words_that_stand_twice),
		cmocka_unit_test(signs_too_many),
		cmocka_unit_test(words_to_avoid),
		cmocka_unit_test(the_comma_before_the_last_of_a_list),
		cmocka_unit_test(numbers_under_ten),
		cmocka_unit_test(sentences_that_begin_with_figures),
		cmocka_unit_test(sessions_per_cent_dates_and_times),
		cmocka_unit_test(resolutions_and_articles),
		cmocka_unit_test(acronyms_before_they_are_given_in_full),
		cmocka_unit_test(forms_and_quotation_marks_of_a_document),
		cmocka_unit_test(the_group_that_is_meant),
		cmocka_unit_test(texts_that_begin_with_no_operative_verb),
		cmocka_unit_test(paragraphs_and_entries_without_their_last_sign),
		cmocka_unit_test(any_text_is_checked_to_its_end),
		cmocka_unit_test(a_text_of_any_size_is_checked_in_one_walk),
		cmocka_unit_test(acronyms_by_the_thousand_are_each_found_once),
		cmocka_unit_test(places_in_a_long_line_are_found_in_one_walk),
		cmocka_unit_test(errors_in_a_report_are_found_where_they_stand),
		cmocka_unit_test(places_are_found_in_other_formats),
		cmocka_unit_test(sub_entries_need_no_operative_verb),
		cmocka_unit_test(a_good_report_has_no_findings),
		cmocka_unit_test(published_reports_have_the_errors_that_they_are_known_for),
		cmocka_unit_test(a_published_report_with_two_errors_has_two_findings),
		cmocka_unit_test(a_published_agenda_without_errors_has_no_findings),
	};

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
