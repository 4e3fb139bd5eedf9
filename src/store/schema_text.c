/* SPDX-License-Identifier: MIT */
/*
 * The tables of texts that are negotiated: one step of the schema (schema.c says what the
 * steps are). What somebody proposes is kept whole, with the version that it was made on;
 * what it changes is worked out when it is shown (model/merge.h).
 */
#include <stddef.h>

#include "schema.h"

const char *const schema_living_text[] = {"DROP INDEX request_waiting",
	"CREATE TABLE recommendation_more(" /* what a recommendation has beside its row */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	recommendation INTEGER NOT NULL UNIQUE REFERENCES recommendation,"
	"	on_behalf INTEGER REFERENCES participant," /* the group that its proposer speaks for */
	"	by_chair INTEGER NOT NULL DEFAULT 0 CHECK(by_chair IN(0,1)),"
	"	document INTEGER REFERENCES document,"
	"	paragraph TEXT,"                                  /* of that document */
	"	alternative_of INTEGER REFERENCES recommendation" /* (c) bis of (c) */
	") STRICT",
	"CREATE INDEX recommendation_more_alternative ON recommendation_more(alternative_of)"
	"	WHERE alternative_of IS NOT NULL",
	"CREATE TABLE amendment("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL," /* a9 */
	"	recommendation INTEGER NOT NULL REFERENCES recommendation,"
	"	parent INTEGER REFERENCES amendment," /* an amendment to an amendment */
	"	kind TEXT NOT NULL DEFAULT 'words'"
	"		CHECK(kind IN('words','paragraph','deletion'))," /* paragraph: a new one behind it */
	"	base INTEGER NOT NULL," /* version of the text, or of the parent, that it was made on */
	"	text TEXT NOT NULL," /* as the whole would read; '' for a deletion */
	"	version INTEGER NOT NULL DEFAULT 1,"
	"	state TEXT NOT NULL DEFAULT 'proposed'"
	"		CHECK(state IN('proposed','accepted','rejected','withdrawn','lapsed')),"
	"	proposer INTEGER REFERENCES participant,"
	"	on_behalf INTEGER REFERENCES participant,"
	"	how TEXT NOT NULL CHECK(how IN('writing','orally','screen','chair')),"
	"	statement INTEGER REFERENCES statement," /* in which it was made */
	"	document INTEGER REFERENCES document,"
	"	paragraph TEXT,"
	"	reason TEXT,"
	"	meeting INTEGER REFERENCES meeting,"
	"	proposed INTEGER NOT NULL,"
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE INDEX amendment_statement ON amendment(statement) WHERE statement IS NOT NULL",
	"CREATE INDEX amendment_recommendation ON amendment(recommendation, id)",
	"CREATE INDEX amendment_parent ON amendment(parent) WHERE parent IS NOT NULL",
	"CREATE TABLE amendment_version(" /* every text that it ever had */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	amendment INTEGER NOT NULL REFERENCES amendment,"
	"	version INTEGER NOT NULL,"
	"	base INTEGER NOT NULL,"
	"	text TEXT NOT NULL,"
	"	merged INTEGER REFERENCES amendment," /* the amendment to it that was accepted */
	"	at INTEGER NOT NULL,"
	"	UNIQUE(amendment, version)"
	") STRICT",
	"CREATE TABLE amendment_event(" /* a change of its state */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	amendment INTEGER NOT NULL REFERENCES amendment,"
	"	state TEXT NOT NULL"
	"		CHECK(state IN('proposed','accepted','rejected','withdrawn','lapsed')),"
	"	version INTEGER," /* of the text, or of the parent, that came of it */
	"	made INTEGER REFERENCES recommendation," /* the new paragraph that came of it */
	"	conflicts INTEGER NOT NULL DEFAULT 0,"   /* places that both had changed */
	"	reason TEXT,"
	"	meeting INTEGER REFERENCES meeting,"
	"	at INTEGER NOT NULL"
	") STRICT",
	"CREATE INDEX amendment_event_amendment ON amendment_event(amendment, id)",
	"CREATE TABLE version_source(" /* where a version of a recommendation came from */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	of INTEGER NOT NULL UNIQUE REFERENCES recommendation_version,"
	"	how TEXT NOT NULL CHECK(how IN('writing','orally','screen','chair','file','amendment')),"
	"	proposer INTEGER REFERENCES participant,"
	"	on_behalf INTEGER REFERENCES participant,"
	"	statement INTEGER REFERENCES statement,"
	"	amendment INTEGER REFERENCES amendment,"
	"	file TEXT"
	") STRICT",
	"CREATE INDEX version_source_statement ON version_source(statement) WHERE statement IS NOT NULL",
	"CREATE TABLE sponsor(" /* and co-sponsors, beside the proposer */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	recommendation INTEGER REFERENCES recommendation,"
	"	amendment INTEGER REFERENCES amendment,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	at INTEGER NOT NULL,"
	"	CHECK((recommendation IS NULL) <> (amendment IS NULL)),"
	"	UNIQUE(recommendation, participant),"
	"	UNIQUE(amendment, participant)"
	") STRICT",
	"CREATE TABLE comment(" /* from the floor, on a text */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL," /* k4 */
	"	recommendation INTEGER NOT NULL REFERENCES recommendation,"
	"	amendment INTEGER REFERENCES amendment,"
	"	version INTEGER NOT NULL," /* of the text that it was made on */
	"	words TEXT,"               /* of the text; NULL: on the whole */
	"	participant INTEGER REFERENCES participant,"
	"	on_behalf INTEGER REFERENCES participant,"
	"	statement INTEGER REFERENCES statement,"
	"	text TEXT NOT NULL,"
	"	settled INTEGER," /* when; NULL: open */
	"	meeting INTEGER REFERENCES meeting,"
	"	at INTEGER NOT NULL,"
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE INDEX comment_statement ON comment(statement) WHERE statement IS NOT NULL",
	"CREATE INDEX comment_recommendation ON comment(recommendation, id)",
	"CREATE TABLE non_paper(" /* a version of all texts that was circulated */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL,"
	"	title TEXT,"
	"	in_set INTEGER REFERENCES recommendation_set," /* NULL: every set */
	"	meeting INTEGER REFERENCES meeting,"
	"	person TEXT NOT NULL,"
	"	at INTEGER NOT NULL,"
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE TABLE non_paper_text("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	non_paper INTEGER NOT NULL REFERENCES non_paper,"
	"	recommendation INTEGER NOT NULL," /* may be gone since */
	"	rank TEXT NOT NULL,"
	"	label TEXT NOT NULL," /* as it was printed: (c) bis */
	"	version INTEGER NOT NULL,"
	"	text TEXT NOT NULL," /* as it stood */
	"	projected TEXT NOT NULL" /* as it was on the screen: with the changes proposed, marked */
	") STRICT",
	"CREATE INDEX non_paper_text_non_paper ON non_paper_text(non_paper, rank)",
	"CREATE TABLE vote(" /* by which an act was decided */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	act INTEGER NOT NULL UNIQUE REFERENCES act,"
	"	amendment INTEGER REFERENCES amendment," /* that the vote was on; NULL: on the text */
	"	majority TEXT NOT NULL CHECK(majority IN('simple','two_thirds')),"
	"	in_favour INTEGER NOT NULL CHECK(in_favour >= 0),"
	"	against INTEGER NOT NULL CHECK(against >= 0),"
	"	abstaining INTEGER NOT NULL CHECK(abstaining >= 0),"
	"	carried INTEGER NOT NULL CHECK(carried IN(0,1))"
	") STRICT",
	"CREATE TABLE ballot(" /* of a delegation, in a recorded vote */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	vote INTEGER NOT NULL REFERENCES vote,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	choice TEXT NOT NULL CHECK(choice IN('in_favour','against','abstaining','absent')),"
	"	UNIQUE(vote, participant)"
	") STRICT",
	"CREATE TABLE position(" /* of a delegation on what is decided */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	recommendation INTEGER REFERENCES recommendation,"
	"	in_set INTEGER REFERENCES recommendation_set,"
	"	kind TEXT NOT NULL CHECK(kind IN('reservation','dissociation','explanation_before',"
	"		'explanation_after','for_the_record')),"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	on_behalf INTEGER REFERENCES participant,"
	"	statement INTEGER REFERENCES statement,"
	"	text TEXT,"
	"	meeting INTEGER REFERENCES meeting,"
	"	at INTEGER NOT NULL"
	") STRICT",
	"CREATE INDEX position_statement ON position(statement) WHERE statement IS NOT NULL",
	"CREATE INDEX position_recommendation ON position(recommendation, id)",
	"CREATE INDEX position_in_set ON position(in_set, id)",
	"CREATE TABLE block(" /* recommendations decided by one act */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	act INTEGER NOT NULL REFERENCES act," /* the act on the first */
	"	member INTEGER NOT NULL UNIQUE REFERENCES act"
	") STRICT",
	"CREATE INDEX block_act ON block(act)",
	"CREATE TABLE follow_up(" /* a recommendation of an earlier session */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL," /* f2 */
	"	rank TEXT NOT NULL,"
	"	item INTEGER REFERENCES item,"
	"	body TEXT,"      /* that adopted it, as printed */
	"	chapter TEXT,"   /* heading there, with its number: II. Recommendations */
	"	subhead TEXT,"   /* above it there; most often the body */
	"	paragraph TEXT," /* number of that with the chapeau: 4. */
	"	report TEXT,"    /* title of the report that has it */
	"	symbol TEXT,"    /* of that report */
	"	adopted TEXT,"   /* date */
	"	style TEXT NOT NULL CHECK(style IN('lettered','numbered')),"
	"	chapeau TEXT,"
	"	label TEXT NOT NULL," /* as printed there: (c), 4 */
	"	text TEXT NOT NULL,"
	"	ending TEXT NOT NULL DEFAULT ''," /* the sign behind it there: ; or . */
	"	state TEXT CHECK(state IN('implemented','in_progress','not_started','overtaken')),"
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE INDEX follow_up_session ON follow_up(session, rank)",
	"CREATE TABLE follow_up_action(" /* what was done about it */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	follow_up INTEGER NOT NULL REFERENCES follow_up,"
	"	text TEXT NOT NULL,"
	"	by_whom TEXT,"
	"	document INTEGER REFERENCES document,"
	"	paragraph TEXT,"
	"	at INTEGER NOT NULL"
	") STRICT",
	"CREATE INDEX follow_up_action_follow_up ON follow_up_action(follow_up, id)",
	"CREATE TABLE silence(" /* a warning of the drafting check that is not wanted */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	rule TEXT NOT NULL,"
	"	words TEXT NOT NULL DEFAULT ''," /* '': every time */
	"	UNIQUE(session, rule, words)"
	") STRICT",
	NULL};
