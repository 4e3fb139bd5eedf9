/* SPDX-License-Identifier: MIT */
/*
 * The tables of the report that a person has touched: one step of the schema (schema.c says
 * what the steps are). What can be made from the record is not here: a row of a paragraph
 * stands only for one that somebody edited, wrote, adopted or was asked to change, and says
 * from which sources it is made by the same four things that a built paragraph says it by.
 * A part that was issued is kept as the tree that was printed.
 */
#include <stddef.h>

#include "schema.h"

const char *const schema_report[] = {
	/* Positions are searched too: the journal is gone through again. */
	"UPDATE counter SET last = 0 WHERE session = 0 AND kind = 'searched'",
	"CREATE TABLE template(" /* words and forms of the report, as read when they were chosen */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	language TEXT NOT NULL," /* en; '': of every language */
	"	key TEXT NOT NULL,"
	"	text TEXT NOT NULL,"
	"	UNIQUE(session, language, key)"
	") STRICT",
	"CREATE TABLE part(" /* an issue of the draft report: L.1, L.1/Add.1 … */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL,"
	"	symbol TEXT NOT NULL,"
	"	date TEXT NOT NULL," /* that it bears */
	"	distribution TEXT,"
	"	language TEXT,"
	"	meeting INTEGER REFERENCES meeting,"
	"	seq INTEGER NOT NULL," /* of the journal: what it was made from */
	"	person TEXT NOT NULL,"
	"	at INTEGER NOT NULL,"
	"	tree TEXT NOT NULL," /* as it was printed, in JSON */
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE TABLE paragraph("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL,"         /* g41 */
	"	formula TEXT NOT NULL,"           /* '': written, from none */
	"	bodies TEXT NOT NULL DEFAULT ''," /* their keys: wg2+wg3 */
	"	item INTEGER REFERENCES item,"
	"	class TEXT NOT NULL DEFAULT '',"
	"	part INTEGER REFERENCES part," /* in which it was issued; NULL: in none yet */
	"	heading TEXT,"                 /* of a written one: key of what it stands under */
	"	behind INTEGER REFERENCES paragraph," /* there; NULL: at the end */
	"	rank TEXT NOT NULL DEFAULT '',"       /* among those at one place */
	"	text TEXT,"                           /* theirs; NULL: as it is generated */
	"	made TEXT,"                           /* the wording that theirs was made from */
	"	seq INTEGER,"                         /* of the journal, then */
	"	version INTEGER NOT NULL DEFAULT 1,"
	"	dropped INTEGER NOT NULL DEFAULT 0 CHECK(dropped IN(0,1))," /* it is not to be printed */
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE INDEX paragraph_key ON paragraph(session, formula)",
	"CREATE INDEX paragraph_item ON paragraph(item) WHERE item IS NOT NULL",
	"CREATE TABLE paragraph_version(" /* every text that it ever had */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	paragraph INTEGER NOT NULL REFERENCES paragraph,"
	"	version INTEGER NOT NULL,"
	"	text TEXT," /* NULL: as it is generated */
	"	how TEXT NOT NULL CHECK(how IN('edit','floor','taken','kept','merged','returned',"
	"		'reverted','dropped')),"
	"	proposer INTEGER REFERENCES participant," /* of an amendment from the floor; never printed */
	"	on_behalf INTEGER REFERENCES participant,"
	"	person TEXT NOT NULL,"
	"	meeting INTEGER REFERENCES meeting,"
	"	at INTEGER NOT NULL,"
	"	UNIQUE(paragraph, version)"
	") STRICT",
	"CREATE TABLE paragraph_source(" /* of a written one; what is generated knows its own */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	paragraph INTEGER NOT NULL REFERENCES paragraph,"
	"	statement INTEGER REFERENCES statement,"
	"	point INTEGER REFERENCES point,"
	"	recommendation INTEGER REFERENCES recommendation,"
	"	CHECK((statement IS NOT NULL) + (point IS NOT NULL) + (recommendation IS NOT NULL) = 1)"
	") STRICT",
	"CREATE INDEX paragraph_source_paragraph ON paragraph_source(paragraph)",
	"CREATE INDEX paragraph_source_statement ON paragraph_source(statement)"
	"	WHERE statement IS NOT NULL",
	"CREATE INDEX paragraph_source_point ON paragraph_source(point) WHERE point IS NOT NULL",
	"CREATE TABLE paragraph_act(" /* its adoption, with its part or alone */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	paragraph INTEGER REFERENCES paragraph," /* NULL: the whole part */
	"	part INTEGER REFERENCES part,"           /* NULL: of the draft as it stands */
	"	label TEXT,"                             /* as it was printed then: 12 */
	"	outcome TEXT NOT NULL CHECK(outcome IN('adopted','reopened')),"
	"	orally_amended INTEGER NOT NULL DEFAULT 0 CHECK(orally_amended IN(0,1)),"
	"	text TEXT," /* as it was adopted */
	"	meeting INTEGER REFERENCES meeting,"
	"	at INTEGER NOT NULL"
	") STRICT",
	"CREATE INDEX paragraph_act_paragraph ON paragraph_act(paragraph)",
	"CREATE TABLE paragraph_proposal(" /* an edit that came back from another machine */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	paragraph INTEGER NOT NULL REFERENCES paragraph,"
	"	base TEXT," /* the wording that it was made from; NULL: a new paragraph */
	"	text TEXT NOT NULL,"
	"	person TEXT NOT NULL,"
	"	file TEXT NOT NULL,"
	"	state TEXT NOT NULL DEFAULT 'proposed'"
	"		CHECK(state IN('proposed','accepted','rejected')),"
	"	at INTEGER NOT NULL"
	") STRICT",
	"CREATE INDEX paragraph_proposal_paragraph ON paragraph_proposal(paragraph)",
	"CREATE TABLE point_lead(" /* equal points of several speakers are told by the first */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	point INTEGER NOT NULL UNIQUE REFERENCES point,"
	"	lead INTEGER NOT NULL REFERENCES point,"
	"	CHECK(point <> lead)"
	") STRICT",
	"CREATE INDEX point_lead_lead ON point_lead(lead)",
	"CREATE TABLE point_support(" /* of one who did not say it in a statement; never printed */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	point INTEGER NOT NULL REFERENCES point,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	on_behalf INTEGER REFERENCES participant,"
	"	at INTEGER NOT NULL,"
	"	UNIQUE(point, participant)"
	") STRICT",
	"CREATE TABLE conclusion(" /* of the Chair on an item, and what it asks for */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL," /* n3 */
	"	item INTEGER NOT NULL REFERENCES item,"
	"	kind TEXT NOT NULL DEFAULT 'conclusion' CHECK(kind IN('conclusion','request')),"
	"	text TEXT NOT NULL,"
	"	version INTEGER NOT NULL DEFAULT 1,"
	"	who TEXT,"                               /* is to do it; NULL: the Secretariat */
	"	due TEXT,"                               /* by when, as said */
	"	done INTEGER,"                           /* when; NULL: open */
	"	statement INTEGER REFERENCES statement," /* in which the Chair said it */
	"	meeting INTEGER REFERENCES meeting,"
	"	at INTEGER NOT NULL,"
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE INDEX conclusion_item ON conclusion(item, id)",
	"CREATE INDEX conclusion_statement ON conclusion(statement) WHERE statement IS NOT NULL",
	NULL};
