/* SPDX-License-Identifier: MIT */
/* What must be true of every row of the table, and of the one manual made of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/floor.h"
#include "store/meeting.h"
#include "store/schema.h"
#include "support/command/fixture.h"

static const struct command *next_row(const struct command *row)
{
	do
		row = command_next(row);
	while (row && strncmp(row->name, "toy", 3) == 0);
	return row;
}

#define EACH_ROW(row) (const struct command *row = next_row(NULL); row; row = next_row(row))

static void a_walk_visits_every_row_once(void **state)
{
	size_t walked = 0, listed = 0;

	(void)state;
	for
		EACH_ROW(row)
	walked++;
	for (size_t i = 0; command_groups[i]; i++) {
		for (const struct command *row = command_groups[i]; row->name; row++)
			listed++;
	}
	assert_int_equal(walked, listed);
	assert_true(walked > 30);
}

static void every_name_is_its_own(void **state)
{
	(void)state;
	for
		EACH_ROW(row)
		{
			assert_ptr_equal(command_find(row->name), row);
			assert_int_equal(strspn(row->name, "abcdefghijklmnopqrstuvwxyz- "),
				strlen(row->name));
		}
}

static bool has_key(const struct command *row, const char *key, size_t length)
{
	const char *keys = row->keys ? row->keys : "";

	while (*keys) {
		size_t one = strcspn(keys, " ");
		if (one == length && strncmp(keys, key, length) == 0)
			return true;
		keys += one;
		keys += strspn(keys, " ");
	}
	return false;
}

static void assert_key_alone(const struct command *row, const char *key, size_t length)
{
	for
		EACH_ROW(other)
		{
			if (other != row && (other->where & row->where) &&
				has_key(other, key, length))
				fail_msg("%.*s is the key of '%s' and of '%s'", (int)length, key,
					row->name, other->name);
		}
}

static void every_key_means_one_thing_in_a_view(void **state)
{
	(void)state;
	for
		EACH_ROW(row)
		{
			for (const char *key = row->keys; key && *key; key += strspn(key, " ")) {
				size_t length = strcspn(key, " ");
				assert_key_alone(row, key, length);
				key += length;
			}
			if (row->keys && !row->where)
				fail_msg("'%s' has keys and no view", row->name);
			if (row->hint && !row->keys)
				fail_msg("'%s' has a hint and no key", row->name);
		}
}

/* A list takes them before any command is looked for. */
static void no_command_has_a_key_that_moves_in_a_list(void **state)
{
	static const char *const moves[] = {
		"j", "k", "Up", "Down", "PageUp", "PageDown", "Home", "End"};

	(void)state;
	for
		EACH_ROW(row)
		{
			for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
				if (has_key(row, moves[i], strlen(moves[i])))
					fail_msg("%s moves in a list, and is the key of '%s'",
						moves[i], row->name);
		}
}

static bool is_capital(const char *text)
{
	return *text >= 'A' && *text <= 'Z';
}

static void assert_line(const char *what, const char *text)
{
	size_t length = strlen(text);

	if (!is_capital(text) || strchr(".?!:", text[length - 1]) || strchr(text, '\n') ||
		length > 80)
		fail_msg("%s: \"%s\" must begin with a capital, end without a stop and be short",
			what, text);
}

static void every_help_is_a_line(void **state)
{
	(void)state;
	for
		EACH_ROW(row)
		{
			assert_non_null(row->help);
			assert_line(row->name, row->help);
			assert_non_null(row->run);
		}
}

static bool of_a_session(enum arg_type type)
{
	return type == ARG_PARTICIPANT || type == ARG_PARTICIPANTS || type == ARG_ITEM ||
	       type == ARG_ITEMS || type == ARG_SLOT || type == ARG_STATEMENT ||
	       type == ARG_RECOMMENDATION || type == ARG_AMENDMENT || type == ARG_COMMENT ||
	       type == ARG_DOCUMENT || type == ARG_SURVEY || type == ARG_CONTRIBUTION ||
	       type == ARG_POINT || type == ARG_POINTS || type == ARG_CONCLUSION ||
	       type == ARG_FOLLOW_UP || type == ARG_BODY;
}

static void assert_param(const struct command *row, size_t i)
{
	const struct param *param = &row->params[i];

	assert_int_equal(strspn(param->name, "abcdefghijklmnopqrstuvwxyz-"), strlen(param->name));
	assert_string_not_equal(param->name, "at");
	assert_non_null(param->prompt);
	if (!is_capital(param->prompt) || strchr(".?", param->prompt[strlen(param->prompt) - 1]))
		fail_msg("'%s': the prompt \"%s\" begins with a capital and ends without a stop",
			row->name, param->prompt);
	assert_int_equal(param->type == ARG_CHOICE, param->choices != NULL);
	if (param->alone)
		assert_true(param->option && strstr(param->choices, param->alone));
	if (param->type == ARG_FLAG)
		assert_false(param->required);
	if (of_a_session(param->type))
		assert_true(row->needs & NEED_SESSION);
	for (size_t j = 0; j < i; j++)
		assert_string_not_equal(param->name, row->params[j].name);
}

static void every_argument_can_be_asked_for(void **state)
{
	(void)state;
	for
		EACH_ROW(row)
		{
			bool optional = false;
			for (size_t i = 0; i < COMMAND_PARAMS && row->params[i].name; i++) {
				const struct param *param = &row->params[i];
				assert_param(row, i);
				if (param->option || param->type == ARG_FLAG)
					continue;
				if (param->required && optional)
					fail_msg("'%s': %s is required after one that is not",
						row->name, param->name);
				optional = optional || !param->required;
			}
		}
}

static void needs_go_together(void **state)
{
	(void)state;
	for
		EACH_ROW(row)
		{
			if (row->needs & (NEED_MEETING | NEED_SPEAKER))
				assert_true(row->needs & NEED_SESSION);
			if (row->effect == EFFECT_LOOKS)
				assert_false(row->needs & NEED_WRITING);
		}
}

/* --- do and undo --- */

#define GUEST "participant add 'Union of Toys'\nparticipant present 'Union of Toys'\n"
#define MEETING "meeting open\n"
#define ITEM MEETING "item open 3\n"
#define LIST ITEM "floor request can, cot, zim\n"
#define SPEECH LIST "floor give\nstatement note one\n"
#define DRAFTS                                                  \
	"recommendation propose 'Encourages States' --item 3\n" \
	"recommendation propose 'Requests the Secretariat' --item 3\n"

#define POINTS                                                                           \
	SPEECH "statement note s1 two\nfloor give can --at 10:05\n"                      \
	       "statement note s2 one\nstatement note s2 three\nfloor give --at 10:07\n" \
	       "statement note s3 'one'\npoint group p1 p3 p5\npoint support p1 ben\n"
#define CITED POINTS "paragraph add 2 'It was said.'\nparagraph cite g2 'p1 p3 s1'\n"
#define CONCLUDED ITEM "conclusion add 'to prepare a paper' --request --item 3\n"

#define FOLLOW                                              \
	"follow-up add 'Encourages States' --label '(a)'\n" \
	"follow-up add 'Requests the Secretariat' --label '(b)'\n"
/* The session that was copied is the earlier one. */
#define LATER DRAFTS MEETING "recommendation adopt r1\nsession copy later\n"

#define SURVEY "survey add 'Omnibus survey' --item 3 --sent 2012-05-02 --due 2012-08-15\n"
#define ANSWER                                                                        \
	SURVEY "contribution add can --survey q1 --focal 'A. Person' --contact a@b.c" \
	       " --document d1\n"

#define AMENDED                                                                           \
	DRAFTS "amendment propose r1 --by can --replace States --with 'States parties'\n" \
	       "amendment propose r1 'Encourages States' --to a1 --by zim\n"

/* A line for each row that changes data, and what must have happened before it. */
static const struct {
	const char *before, *line;
} examples[] = {
	{"", "agenda load agendas/2012-10-17-wg-technical-assistance.yaml --id another"},
	{"session set place Geneva\n",
		"agenda load agendas/2012-10-17-wg-technical-assistance.yaml --take"},
	{MEETING, "agenda adopt --form consensus"},
	{MEETING "report issue\n", "report adopt --form consensus --orally-amended --entrusted"},
	{MEETING, "agenda adopt --orally-amended --organization --item '1 (b)'"},
	{MEETING, "item open 3"},
	{MEETING "item open '1 (b)'\n", "item conclude '1 (b)'"},
	{MEETING, "item add 9 'Cooperation with others' --reason 'proposed by Canada'"},
	{"", "item add '3(a)' 'A part' --correction"},
	{"", "item add 5 'In between' --body wg3 --after 4"},
	{MEETING, "item delete 4 --renumber"},
	{"", "item delete 1"},
	{MEETING, "item title 4 'Needs for technical assistance'"},
	{"", "item annotate 8 'Nothing was proposed.'"},
	{"", "item annotate 3 ''"},
	{MEETING, "item renumber 1 9"},
	{MEETING, "item move 8 --before 6 --renumber"},
	{MEETING, "item joint 6, 7"},
	{MEETING "item open 6\nfloor request can --item 7\n", "item joint 6 and 7"},
	{ITEM "item joint 3 and 4\n", "item separate 4"},
	{MEETING, "slot move 8 --to '18 Oct am' --before 7 --reason 'the room is taken'"},
	{MEETING, "slot earlier 6"},
	{"", "slot later 3"},
	{"", "slot raise 7"},
	{"", "slot lower 3"},
	{"", "slot put 8 --to 3"},
	{"", "slot take 8"},
	{MEETING, "slot add '18 Oct 3-6 p.m.' --items 6,7 --room 'Room M' --label Informals"},
	{"", "slot time '17 Oct pm' '2.30-5 p.m.' --room M1"},
	{"", "slot delete '18 Oct'"},
	{ITEM, "item suspend 3"},
	{ITEM, "item conclude 3"},
	{"", "body add wg9 'Working Group on Toys' --short 'the Working Group'"},
	{"", "officer add Chair 'A. Person' --country Canada --body wg2"},
	{"officer add Chair 'A. Person'\n", "officer remove 'a. person' --role chair"},
	{"", "session set place Geneva"},
	{"", "session set agenda-heading 'Annotated provisional agenda'"},
	{"", "session archive"},
	{"", "session delete"},
	{SPEECH DRAFTS ANSWER "document issue d1 --languages E\ndocument introduce d2 --by can\n",
		"session copy copied --record"},
	{MEETING "agenda adopt\nitem joint 6, 7\nitem add 9 Nine\nitem title 9 Ten\n",
		"session copy copied --record"},
	{AMENDED
		"amendment accept a2\namendment accept a1\nsponsor add r1 can --amendment a1\n"
		"amendment propose r1 Notes --new\namendment accept a3\nnon-paper cut\n"
		"recommendation alternative r1 Urges --for cot\ncomment add r1 Why? --amendment a1\n",
		"session copy copied --record"},
	{"", "meeting open"},
	{SPEECH, "meeting suspend"},
	{SPEECH "meeting suspend\n", "meeting resume"},
	{MEETING, "meeting chair 'A. Person' --role Vice-Chair --country Canada"},
	{SPEECH, "meeting close"},
	{MEETING "meeting close --at 12:00\n",
		"meeting edit 1 --from 10:05 --to 11:55 --body wg3 --counts-as 3"},
	{"", "participant add 'Union of Toys' --kind organization"},
	{GUEST, "participant edit 'Union of Toys' --name 'League of Toys' --status party"},
	{GUEST, "participant remove 'Union of Toys'"},
	{"", "participant status party can, zim"},
	{"", "participant present can, 'Dr. Who' --guest"},
	{"participant present can\n", "participant absent can"},
	{ITEM, "participant present can --item 3"},
	{ITEM "participant present can --item 3\n", "participant absent can --item 3"},
	{SPEECH, "participant absent can"},
	{"", "participant import tests/command/data/status.csv"},
	{"", "group add 'Friends of Springs' can, zim --guest"},
	{ITEM, "statement add can --item 3 --for 'African Group'"},
	{"", "group remove 'European Union' austria, 'united kingdom'"},
	{"participant remove 'Arab Group'\n", "group load"},
	{ITEM, "floor request can, zim --kind reply --for cot"},
	{ITEM, "floor list '1. Canada (on behalf of the Group of 77 and China); Benin' --kind general"},
	{SPEECH, "floor give"},
	{SPEECH, "floor end"},
	{"", "floor limit 5 --class party --item 3"},
	{SPEECH, "floor correct cot"},
	{SPEECH, "floor pause"},
	{SPEECH "floor pause\n", "floor resume"},
	{SPEECH, "floor order zim"},
	{SPEECH "floor order zim\n", "ruling add 'The debate goes on' --appeal upheld"},
	{LIST, "floor reply can, zim --for cot"},
	{LIST, "floor absent can"},
	{LIST, "floor cede can"},
	{LIST, "floor text zim"},
	{LIST, "floor close"},
	{LIST "floor close\n", "floor open"},
	{LIST, "floor withdraw cot"},
	{LIST, "floor move zim 1"},
	{SPEECH "floor end\n", "statement add Spain --note 'one\ntwo' --from 10:01 --to 10:04"},
	{SPEECH, "statement edit s1 --name Spain --item 4 --kind reply --person 'A. B.' --note new "
		 "--from 9:50 --to 9:55"},
	{SPEECH "floor end\nmeeting close --at 12:00\nmeeting open --at 15:00\n",
		"statement edit s1 --meeting 2 --from 15:10"},
	{SPEECH "floor end --at 10:09\n",
		"statement add Spain --from 10:02 --to 10:04 --interrupts"},
	{SPEECH "statement edit s1 --for cot --person 'A. B.'\n", "statement edit s1 --for \"\""},
	{SPEECH "statement edit s1 --for cot --person 'A. B.'\n", "statement edit s1 --person=''"},
	{SPEECH, "statement note s1 'one\ntwo' --replace"},
	{SPEECH, "statement delete s1"},
	{SPEECH "floor end --at 12:00\n", "statement split s1 11:00 --name zim --points 1"},
	{SPEECH "floor give can --at 12:00\n", "statement merge s1 s2"},
	{SPEECH "floor give can\n", "point move s1 s2 --points p1"},
	{POINTS, "point group p2 p4 --text 'asked for both'"},
	{POINTS, "point group p2 p1"},
	{POINTS, "point ungroup p1"},
	{POINTS, "point ungroup p3"},
	{POINTS, "point support p3 spain, mali --for cot"},
	{POINTS, "point unsupport p1 ben"},
	{POINTS, "point say p1 many"},
	{POINTS "point say p1 many\n", "point say p1 advised"},
	{POINTS, "point add 'asked for tools' --by can, zim, spain --item 3 --supported"},
	{CITED, "statement note s1 two --replace"},
	{CITED, "statement note s2 three --replace"},
	{CITED, "statement delete s1"},
	{CITED, "statement delete s2"},
	{CITED "floor end --at 10:09\n", "statement split s1 10:02 --name ben --points p2"},
	{CITED "floor end --at 10:09\n", "statement merge s2 s1 --anyway"},
	{CITED, "point move s1 s2 --points p1"},
	{ITEM, "conclusion add 'noted that more was to be done' --item 3"},
	{SPEECH, "conclusion add 'to prepare a paper.' --item 3 --who 'the Bureau' --due 'by June' "
		 "--statement s1"},
	{SPEECH "conclusion add 'to prepare a paper.' --item 3 --statement s1\n",
		"statement delete s1"},
	{CONCLUDED, "conclusion edit n1 --text 'agreed' --kind conclusion --item 4 --who=''"},
	{CONCLUDED, "conclusion done n1"},
	{CONCLUDED "conclusion done n1\n", "conclusion done n1 --open"},
	{CONCLUDED, "conclusion delete n1"},
	{ITEM, "presentation add 'the new tools' --item 3 --by Secretariat, can --count 2"},
	{"", "recommendation propose 'Urges States' --item 3 --by can"},
	{DRAFTS, "recommendation edit r1 'Encourages all States'"},
	{DRAFTS, "recommendation edit r1 'Urges States' --by can --for cot --how orally"},
	{DRAFTS "recommendation edit r1 'Encourages all States'\n",
		"recommendation edit r1 'Encourages States parties' --base 1"},
	{"", "recommendation propose 'Urges States' --for can --how chair --document d1 "
	     "--paragraph 'para. 3'"},
	{DRAFTS, "recommendation alternative r1 'Urges States' --by zim --document d1"},
	{SPEECH DRAFTS, "amendment propose r1 --insert all --after Encourages"},
	{SPEECH DRAFTS, "amendment propose r1 'Urges States' --by zim --for can --how screen "
			"--document d1 --paragraph 'para. 3' --reason 'it is shorter' --base 1"},
	{DRAFTS, "amendment propose r1 'Notes the work' --new --by can"},
	{DRAFTS, "amendment propose r1 --whole --by can --how chair"},
	{AMENDED, "amendment propose r1 --to a1 --delete parties"},
	{AMENDED, "amendment edit a1 'Encourages all'"},
	{AMENDED, "amendment accept a1 --lapse"},
	{AMENDED, "amendment accept a2"},
	{AMENDED "recommendation edit r1 'Encourages everybody'\n",
		"amendment accept a1 --anyway --lapse"},
	{AMENDED "recommendation edit r1 'Encourages everybody'\n",
		"amendment accept a1 --text 'Encourages all of them' --lapse"},
	{DRAFTS "amendment propose r1 'Notes the work' --new --by can\n", "amendment accept a1"},
	{DRAFTS "amendment propose r1 --whole\namendment propose r1 'Urges States'\n",
		"amendment accept a1"},
	{AMENDED, "amendment reject a1 --reason 'too long'"},
	{AMENDED MEETING, "amendment accept a1 --yes can,zim --no cot --majority simple --lapse"},
	{AMENDED MEETING, "amendment accept a1 --in-favour 3 --against 20"},
	{AMENDED MEETING, "amendment reject a1 --in-favour 3 --against 20"},
	{AMENDED, "amendment withdraw a1"},
	{AMENDED "amendment accept a1 --lapse\n", "amendment reopen a1"},
	{AMENDED "amendment reject a2\n", "amendment reopen a2"},
	{AMENDED, "recommendation adopt r1 --anyway"},
	{AMENDED, "recommendation withdraw r1"},
	{DRAFTS, "bracket open r1 States --by can --instead 'all of them'"},
	{DRAFTS "bracket open r1 States --by can\n", "bracket keep r1 1"},
	{DRAFTS "bracket open r1 --by can --add 'and others'\n", "bracket drop r1 1"},
	{SPEECH DRAFTS, "comment add r1 'Which States?' --on States"},
	{AMENDED, "comment add r1 'Which parties?' --amendment a1 --by zim --for cot"},
	{DRAFTS "comment add r1 'Which States?'\n", "comment settle k1"},
	{AMENDED, "non-paper cut 'Of the Chair' --body wg2"},
	{DRAFTS, "sponsor add r1 can, zim"},
	{DRAFTS "sponsor add r1 can, zim\n",
		"recommendation proposer r1 can --for cot --how orally --paragraph 3"},
	{AMENDED, "sponsor add r1 can, zim --amendment a1"},
	{DRAFTS "sponsor add r1 can, zim\n", "sponsor withdraw r1 zim"},
	{SPEECH, "paragraph edit 2 'One speaker asked for it.' --by zim"},
	{SPEECH "paragraph edit 2 One.\n", "paragraph edit g1 Two. --version 2"},
	{SPEECH, "paragraph add 2 'It was also said.'"},
	{SPEECH "paragraph edit 2 One.\n", "paragraph revert g1"},
	{SPEECH "paragraph edit POINT/wg2/3/p1 One.\nstatement note s1 two --replace\n",
		"paragraph keep g1 --anyway"},
	{SPEECH "paragraph edit POINT/wg2/3/p1 One.\nstatement note s1 two --replace\n",
		"paragraph merge g1 --anyway"},
	{SPEECH, "paragraph drop 2"},
	{SPEECH "paragraph drop 2\n", "paragraph restore g1"},
	{SPEECH "paragraph add 2 'It was also said.'\n", "paragraph cite g2 's1 p1'"},
	{SPEECH "paragraph add 2 'It was also said.'\nparagraph cite g2 s1\n",
		"paragraph uncite g2 s1"},
	{SPEECH, "report issue"},
	{SPEECH, "report issue CTOC/COP/WG.2/2012/4 --final --date 2013-03-03"},
	{SPEECH "paragraph drop 2\n", "report issue"},
	{"", "session import tests/command/data/session.json --id another"},
	{SPEECH, "paragraph import tests/command/data/session.json --from Reyes --anyway"},
	{SPEECH "paragraph import tests/command/data/session.json --anyway\n",
		"paragraph accept g1 --anyway"},
	{SPEECH "paragraph import tests/command/data/session.json --anyway\n",
		"paragraph reject g1"},
	{SPEECH "report issue\n", "part adopt L.1 --orally-amended"},
	{SPEECH, "paragraph adopt 2-3 --orally-amended"},
	{SPEECH "paragraph adopt 2\n", "paragraph reopen g1"},
	{DRAFTS, "style silence verb"},
	{DRAFTS, "style silence spelling 'web site'"},
	{DRAFTS "style silence spelling 'web site'\n", "style heed spelling 'web site'"},
	{DRAFTS, "recommendation introduce r1"},
	{DRAFTS, "recommendation agree r1"},
	{AMENDED, "recommendation agree r1 --anyway"},
	{DRAFTS MEETING, "recommendation adopt r1 --form consensus --orally-amended"},
	{DRAFTS MEETING, "recommendation withdraw r1 --reason 'no time'"},
	{DRAFTS MEETING, "recommendation defer r1"},
	{DRAFTS MEETING, "recommendation reject r1"},
	{DRAFTS, "recommendation negotiate r1"},
	{DRAFTS MEETING, "recommendation adopt r1 --in-favour 20 --against 2 --abstaining 4"},
	{DRAFTS MEETING, "recommendation adopt r1 --yes can,zim --no cot --abstained benin"},
	{DRAFTS MEETING, "recommendation adopt r1 --in-favour 9 --against 9 --majority simple"},
	{DRAFTS MEETING, "recommendation adopt r1 --block r2 --form without-vote"},
	{DRAFTS MEETING, "recommendation reject r1 --block r2 --in-favour 2 --against 20"},
	{DRAFTS MEETING "recommendation adopt r1 --yes can,zim --no cot --block r2\n",
		"recommendation reopen r1 'a slip'"},
	{DRAFTS MEETING "recommendation adopt r1 --yes can,zim --no cot --block r2\n"
			"position add r1 reservation can\n",
		"session copy later"},
	{DRAFTS MEETING, "set adopt --orally-amended"},
	{DRAFTS MEETING, "set adopt --orally-amended no"},
	{DRAFTS MEETING, "set adopt wg2 --in-favour 20 --against 2"},
	{SPEECH DRAFTS, "position add r1 explanation-after can"},
	{DRAFTS MEETING, "statement add can --item 3 --kind explanation_after --on r1"},
	{DRAFTS, "position add r1 reservation can 'the costs are not known' --for cot"},
	{DRAFTS "position add r1 dissociation can\n", "position remove r1 dissociation can"},
	{DRAFTS, "set position for-the-record can"},
	{DRAFTS "set position reservation can\n", "set position remove reservation can"},
	{DRAFTS MEETING "recommendation adopt r1\n", "recommendation reopen r1 'a slip'"},
	{DRAFTS, "recommendation move r2 1"},
	{"", "recommendation import tests/exchange/reported/harbours-2011.txt --item 2"},
	{"", "recommendation import tests/exchange/reported/canals-2019-add.txt --draft --body wg3"},
	{DRAFTS, "recommendation import tests/command/data/r1.txt --as-version r1 --anyway"},
	{"", "follow-up add 'Requests the Secretariat to report.' --label '(c)' --symbol A/1"},
	{LATER, "follow-up carry 2012-10-17-wg-technical-assistance --item 2"},
	{FOLLOW,
		"follow-up edit f1 --text 'Urges States' --label '(c)' --body B --report R --symbol A/1"
		" --adopted 2010-10-20 --item 2"},
	{FOLLOW, "follow-up state f1 in-progress"},
	{FOLLOW, "follow-up action f1 'A model law was made' --by 'the Secretariat' --document d1"
		 " --paragraph 12"},
	{FOLLOW "follow-up action f1 'A law was made'\n", "follow-up strike f1 1"},
	{FOLLOW, "follow-up move f2 1"},
	{FOLLOW "follow-up action f1 'A law was made'\n", "follow-up delete f1"},
	{DRAFTS, "set chapeau 'The Working Group recommended the following:'"},
	{DRAFTS, "set style numbered"},
	{"", "document add CTOC/COP/2012/CRP.9 'A paper' --item 3 --kind 'Conference room paper'"},
	{"", "document add CTOC/COP/2012/CRP.9 'A paper' --date 2012-10-17 --languages 'E, F' "
	     "--status issued --late 'it was asked for late'"},
	{"", "document edit d1 --symbol CTOC/COP/2012/99 --title 'Another' --kind 'A note' "
	     "--date 2012-09-01 --languages all --late 'no time'"},
	{"", "document item d1 3"},
	{"", "document issue d1 --languages E"},
	{"document issue d1\n", "document issue d1 --languages 'F R'"},
	{ITEM, "document introduce d1 --by can --item 4 --anyway"},
	{"", "document introduce d1"},
	{"document issue d1\n", "document withdraw d1"},
	{"document issue d1\n", "document reissue d1 --date 2012-10-16"},
	{"document issue d1 --languages E\n", "document delete d1"},
	{"", "survey add 'Omnibus survey' --item 3 --sent 2012-05-02 --due 2012-08-15 --asked states"},
	{SURVEY, "survey edit q1 --title 'Another' --item 4 --sent 2012-05-03 --due \"\""},
	{SURVEY, "survey close q1 --date 2012-09-01"},
	{SURVEY "survey close q1\n", "survey open q1"},
	{SURVEY, "survey delete q1"},
	{SURVEY,
		"contribution add can, cot, zim --received 2012-08-01 --language E --covers needs"},
	{SURVEY,
		"contribution add can --focal 'A. Person' --office 'Ministry of Toys' --contact a@b.c "
		"--document d1 --file can.pdf --remark 'with annex'"},
	{ANSWER, "contribution edit c1 --name zim --received 2012-08-03 --updated 2012-09-01 "
		 "--language French --focal 'B. Person' --covers 'lessons, needs' --panel invited"},
	{ANSWER, "contribution edit c1 --document \"\" --focal \"\""},
	{ANSWER, "contribution delete c1"},
	{ANSWER, "contribution import tests/command/data/responses.csv"},
	{"", "rule set list.once no"},
	{"", "rule use ga_committee"},
	{"", "report statistics yes"},
	{"", "report language fr"},
	{"", "report style short --body wg2"},
	{"", "report formula HEAD-DOC papers"},
};

static void do_lines(struct fixture *fixture, const char *lines)
{
	while (*lines) {
		size_t length = strcspn(lines, "\n");
		fixture_do(fixture, arena_strndup(&fixture->arena, lines, length));
		lines += length + (lines[length] == '\n');
	}
}

static void assert_undone_and_redone(const char *before, const char *line)
{
	struct fixture fixture;
	const char *was, *is;

	fixture_open(&fixture);
	do_lines(&fixture, before);
	was = fixture_dump(&fixture);
	fixture_do(&fixture, line);
	is = fixture_dump(&fixture);
	if (strcmp(was, is) == 0)
		fail_msg("%s: changed nothing", line);
	fixture_do(&fixture, "undo");
	if (strcmp(fixture_dump(&fixture), was) != 0)
		fail_msg("%s: undo does not bring back what was", line);
	fixture_do(&fixture, "redo");
	if (strcmp(fixture_dump(&fixture), is) != 0)
		fail_msg("%s: redo does not do it again", line);
	assert_true(store_check(fixture.store, false, &fixture.err));
	fixture_close(&fixture);
}

static void undo_brings_back_what_was_for_every_row(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++)
		assert_undone_and_redone(examples[i].before, examples[i].line);
}

/* --- copies --- */

/* Rows of a table in a dump. */
static size_t rows_of(const char *dump, const char *table)
{
	size_t length = strlen(table), count = 0;

	for (const char *line = dump; *line; line += strcspn(line, "\n") + 1)
		count += strncmp(line, table, length) == 0 && line[length] == '|';
	return count;
}

/* Of one session there are then two: each table has twice as many rows. */
static void assert_copied(const char *before, const char *line, bool filled[])
{
	struct fixture fixture;
	const char *was, *is;

	fixture_open(&fixture);
	do_lines(&fixture, before);
	fixture_do(&fixture, line);
	was = fixture_dump(&fixture);
	if (rows_of(was, "session") == 1) {
		fixture_do(&fixture, "session copy whole --record");
		is = fixture_dump(&fixture);
		for (size_t i = 0; schema_recorded[i]; i++) {
			size_t rows = rows_of(was, schema_recorded[i]);
			filled[i] |= rows > 0;
			if (rows_of(is, schema_recorded[i]) != 2 * rows)
				fail_msg("%s: the copy lost %s", line, schema_recorded[i]);
		}
		assert_true(store_check(fixture.store, false, &fixture.err));
	}
	fixture_close(&fixture);
}

/* Tables that no row of the table of commands writes yet. */
static bool waits_for_a_command(const char *table)
{
	return strcmp(table, "template") == 0 || strcmp(table, "conclusion") == 0 ||
	       strcmp(table, "paragraph_proposal") == 0 || strncmp(table, "point_", 6) == 0;
}

static void a_copy_with_its_record_has_every_row_of_it(void **state)
{
	bool filled[100] = {false};

	(void)state;
	for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++)
		assert_copied(examples[i].before, examples[i].line, filled);
	for (size_t i = 0; schema_recorded[i]; i++)
		if (!filled[i] && !waits_for_a_command(schema_recorded[i]))
			fail_msg("no example here has a row of %s: add one", schema_recorded[i]);
}

static void every_row_that_changes_data_has_its_example(void **state)
{
	(void)state;
	for
		EACH_ROW(row)
		{
			size_t i = 0, count = sizeof examples / sizeof examples[0];
			size_t length = strlen(row->name);
			while (i < count && (strncmp(examples[i].line, row->name, length) != 0 ||
						    (examples[i].line[length] &&
							    examples[i].line[length] != ' ')))
				i++;
			if (row->effect == EFFECT_CHANGES && i == count)
				fail_msg("'%s' has no example here: add one", row->name);
		}
}

static void every_example_is_written_as_it_is_read(void **state)
{
	struct arena arena;
	struct err err;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
		struct words words, again;
		struct str line;
		const char *at;
		str_init(&line);
		assert_true(command_parse(examples[i].line, &arena, &words, &at, &err));
		command_format(&words, &line);
		assert_true(command_parse(line.text, &arena, &again, &at, &err));
		for (size_t j = 0; j < COMMAND_PARAMS; j++) {
			if (words.values[j])
				assert_string_equal(words.values[j], again.values[j]);
		}
		str_clear(&line);
	}
	arena_clear(&arena);
}

static void a_corrected_beginning_is_in_the_meeting_of_its_time(void **state)
{
	struct fixture fixture;
	struct statement_row row;
	int64_t id, first;

	(void)state;
	fixture_open(&fixture);
	do_lines(&fixture, SPEECH "floor end\n");
	first = store_meeting_at(fixture.store, fixture.desk.session, desk_now(&fixture.desk));
	id = store_statement_find(fixture.store, fixture.desk.session, 1);
	do_lines(&fixture, "meeting close --at 12:00\nmeeting open --at 15:00\n");
	do_lines(&fixture, "statement edit s1 --from 15:10 --to 15:12\n");
	assert_true(store_statement(fixture.store, id, &fixture.arena, &row));
	assert_true(row.meeting && row.meeting != first);
	do_lines(&fixture, "statement edit s1 --from 10:10 --to 10:12\n");
	assert_true(store_statement(fixture.store, id, &fixture.arena, &row));
	assert_true(row.meeting == first);
	fixture_close(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_walk_visits_every_row_once),
		cmocka_unit_test(every_name_is_its_own),
		cmocka_unit_test(every_key_means_one_thing_in_a_view),
		cmocka_unit_test(no_command_has_a_key_that_moves_in_a_list),
		cmocka_unit_test(every_help_is_a_line),
		cmocka_unit_test(every_argument_can_be_asked_for),
		cmocka_unit_test(needs_go_together),
		cmocka_unit_test(every_row_that_changes_data_has_its_example),
		cmocka_unit_test(undo_brings_back_what_was_for_every_row),
		cmocka_unit_test(a_copy_with_its_record_has_every_row_of_it),
		cmocka_unit_test(every_example_is_written_as_it_is_read),
		cmocka_unit_test(a_corrected_beginning_is_in_the_meeting_of_its_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
