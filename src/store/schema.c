/* SPDX-License-Identifier: MIT */
/*
 * The schema as an ordered table of migrations: version n is what the first n
 * entries make, PRAGMA user_version says where a file stands, and a landed
 * entry is never changed again.
 *
 * Two kinds of tables. Recorded ones hold what people said and decided: their
 * changes go into the journal as changesets, and nothing touches them outside a
 * command. Derived ones (counter, item_count, search, and the journal and
 * drafts beside them) are kept in the same transaction and never recorded; they
 * can be rebuilt. There is no trigger, no view and no REAL.
 *
 * Order in lists is `rank`, a between-key (model/rank.h). `number` is the
 * stable number that people use (s12, r3), given once per session and kind.
 * Instants are milliseconds UTC, dates 'YYYY-MM-DD', slot times minutes.
 */
#include <stddef.h>

#include "schema.h"
#include "store/store.h"

static const char *const version_1[] = {
	"CREATE TABLE session("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	key TEXT NOT NULL UNIQUE,"
	"	title TEXT NOT NULL,"
	"	organ TEXT,"
	"	place TEXT,"
	"	from_date TEXT NOT NULL,"
	"	to_date TEXT NOT NULL,"
	"	timezone TEXT,"
	"	agenda_status TEXT,"
	"	agenda_symbols TEXT,"
	"	agenda_date TEXT,"
	"	distribution TEXT,"
	"	language TEXT,"
	"	mode TEXT NOT NULL DEFAULT 'live' CHECK(mode IN('live','rehearsal')),"
	"	archived INTEGER NOT NULL DEFAULT 0 CHECK(archived IN(0,1)),"
	"	deleted INTEGER NOT NULL DEFAULT 0 CHECK(deleted IN(0,1))"
	") STRICT",
	"CREATE TABLE body("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	rank TEXT NOT NULL,"
	"	key TEXT NOT NULL,"
	"	name TEXT NOT NULL,"
	"	short_name TEXT,"
	"	symbol TEXT,"
	"	UNIQUE(session, key)"
	") STRICT",
	"CREATE TABLE officer("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	body INTEGER REFERENCES body,"
	"	rank TEXT NOT NULL,"
	"	role TEXT NOT NULL,"
	"	name TEXT NOT NULL,"
	"	country TEXT"
	") STRICT",
	"CREATE TABLE item("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	parent INTEGER REFERENCES item,"
	"	body INTEGER REFERENCES body,"
	"	rank TEXT NOT NULL,"    /* among its siblings */
	"	label TEXT NOT NULL,"   /* its own: 1, (a) */
	"	printed TEXT NOT NULL," /* whole: 1 (a) */
	"	title TEXT NOT NULL,"
	"	annotation TEXT,"
	"	state TEXT NOT NULL DEFAULT 'pending'"
	"		CHECK(state IN('pending','open','suspended','concluded'))"
	") STRICT",
	"CREATE INDEX item_session ON item(session, parent, rank)",
	"CREATE TABLE item_body(" /* the further bodies of a joint item */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	item INTEGER NOT NULL REFERENCES item,"
	"	body INTEGER NOT NULL REFERENCES body,"
	"	printed TEXT," /* its number there; NULL: the same */
	"	UNIQUE(item, body)"
	") STRICT",
	"CREATE TABLE mandate("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	item INTEGER NOT NULL REFERENCES item,"
	"	rank TEXT NOT NULL,"
	"	kind TEXT NOT NULL,"
	"	number TEXT NOT NULL,"
	"	title TEXT"
	") STRICT",
	"CREATE INDEX mandate_item ON mandate(item, rank)",
	"CREATE TABLE document("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL,"
	"	rank TEXT NOT NULL,"
	"	kind TEXT,"
	"	title TEXT NOT NULL,"
	"	symbols TEXT NOT NULL,"
	"	date TEXT,"
	"	language TEXT,"
	"	state TEXT NOT NULL DEFAULT 'announced'"
	"		CHECK(state IN('announced','issued','introduced','withdrawn','reissued')),"
	"	UNIQUE(session, number),"
	"	UNIQUE(session, symbols)"
	") STRICT",
	"CREATE TABLE item_document("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	item INTEGER NOT NULL REFERENCES item,"
	"	document INTEGER NOT NULL REFERENCES document,"
	"	rank TEXT NOT NULL,"
	"	UNIQUE(item, document)"
	") STRICT",
	"CREATE INDEX item_document_document ON item_document(document)",
	"CREATE TABLE slot("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	rank TEXT NOT NULL,"
	"	date TEXT NOT NULL,"
	"	from_minute INTEGER CHECK(from_minute BETWEEN 0 AND 1440),"
	"	to_minute INTEGER CHECK(to_minute BETWEEN 0 AND 1440),"
	"	half TEXT CHECK(half IN('am','pm')),"
	"	room TEXT,"
	"	label TEXT"
	") STRICT",
	"CREATE INDEX slot_session ON slot(session, rank)",
	"CREATE TABLE slot_item("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	slot INTEGER NOT NULL REFERENCES slot,"
	"	item INTEGER NOT NULL REFERENCES item,"
	"	rank TEXT NOT NULL,"
	"	title TEXT," /* where the schedule words it differently */
	"	UNIQUE(slot, item)"
	") STRICT",
	"CREATE INDEX slot_item_item ON slot_item(item)",
	"CREATE TABLE meeting("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL," /* as they are held */
	"	slot INTEGER REFERENCES slot,"
	"	state TEXT NOT NULL CHECK(state IN('open','suspended','closed')),"
	"	opened INTEGER NOT NULL,"
	"	closed INTEGER,"
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE TABLE consideration(" /* an item, open during a meeting */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	item INTEGER NOT NULL REFERENCES item,"
	"	meeting INTEGER NOT NULL REFERENCES meeting,"
	"	opened INTEGER NOT NULL,"
	"	closed INTEGER"
	") STRICT",
	"CREATE INDEX consideration_item ON consideration(item, opened)",
	"CREATE INDEX consideration_meeting ON consideration(meeting, opened)",
	"CREATE TABLE participant("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	code TEXT," /* ISO alpha-2 of a State */
	"	code3 TEXT,"
	"	kind TEXT NOT NULL CHECK(kind IN('state','observer_state','organization','group',"
	"		'secretariat','un_body','institute','agency','intergovernmental',"
	"		'nongovernmental','officer','guest')),"
	"	status TEXT NOT NULL DEFAULT 'unknown' CHECK(status IN('unknown','party',"
	"		'signatory','nonparty')),"
	"	region TEXT,"             /* AF AP EE LA WE */
	"	list_name TEXT NOT NULL," /* as valid at the date of the session */
	"	running_name TEXT NOT NULL,"
	"	formal_name TEXT,"
	"	UNIQUE(session, list_name)"
	") STRICT",
	"CREATE TABLE participant_alias("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	alias TEXT NOT NULL"
	") STRICT",
	"CREATE INDEX participant_alias_participant ON participant_alias(participant)",
	"CREATE TABLE presence(" /* at a meeting, registered or by speaking */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	meeting INTEGER REFERENCES meeting," /* NULL: registered for the session */
	"	came INTEGER NOT NULL,"
	"	left_at INTEGER"
	") STRICT",
	"CREATE INDEX presence_participant ON presence(participant, meeting)",
	"CREATE INDEX presence_session ON presence(session, participant)",
	"CREATE TABLE statement("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL,"
	"	item INTEGER NOT NULL REFERENCES item,"
	"	meeting INTEGER REFERENCES meeting," /* NULL: outside one, time given */
	"	place INTEGER NOT NULL," /* order in the log of the item; gaps of 2^20 */
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	on_behalf INTEGER REFERENCES participant,"
	"	person TEXT,"
	"	kind TEXT NOT NULL DEFAULT 'general' CHECK(kind IN('general','reply',"
	"		'point_of_order','explanation_before','explanation_after',"
	"		'presentation','panellist','chair')),"
	"	version INTEGER NOT NULL DEFAULT 1," /* of its note */
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE INDEX statement_item ON statement(item, place)",
	"CREATE INDEX statement_participant ON statement(participant)",
	"CREATE TABLE span(" /* an uninterrupted piece on the clock */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	statement INTEGER NOT NULL REFERENCES statement,"
	"	started INTEGER NOT NULL,"
	"	stopped INTEGER" /* NULL: has the floor now */
	") STRICT",
	"CREATE INDEX span_statement ON span(statement, started)",
	"CREATE INDEX span_running ON span(statement) WHERE stopped IS NULL",
	"CREATE TABLE point(" /* one line of a statement's note */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL,"
	"	statement INTEGER NOT NULL REFERENCES statement,"
	"	rank TEXT NOT NULL,"
	"	text TEXT NOT NULL,"
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE INDEX point_statement ON point(statement, rank)",
	"CREATE TABLE request(" /* a place in the speakers' list */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	item INTEGER NOT NULL REFERENCES item,"
	"	rank TEXT NOT NULL,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	on_behalf INTEGER REFERENCES participant,"
	"	person TEXT,"
	"	kind TEXT NOT NULL DEFAULT 'general',"
	"	state TEXT NOT NULL DEFAULT 'waiting' CHECK(state IN('waiting','called','spoke',"
	"		'ceded','absent','withdrawn','text_only')),"
	"	requested INTEGER NOT NULL,"
	"	statement INTEGER REFERENCES statement"
	") STRICT",
	"CREATE INDEX request_waiting ON request(item, rank) WHERE state = 'waiting'",
	"CREATE INDEX request_item ON request(item, rank)",
	"CREATE INDEX request_statement ON request(statement) WHERE statement IS NOT NULL",
	"CREATE TABLE recommendation_set("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	body INTEGER REFERENCES body,"
	"	rank TEXT NOT NULL,"
	"	style TEXT NOT NULL DEFAULT 'lettered' CHECK(style IN('lettered','numbered')),"
	"	chapeau TEXT" /* NULL: the body's name with a colon */
	") STRICT",
	"CREATE INDEX recommendation_set_session ON recommendation_set(session, rank)",
	"CREATE TABLE recommendation("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL,"
	"	in_set INTEGER NOT NULL REFERENCES recommendation_set,"
	"	rank TEXT NOT NULL,"
	"	item INTEGER REFERENCES item,"
	"	text TEXT NOT NULL,"
	"	version INTEGER NOT NULL DEFAULT 1,"
	"	state TEXT NOT NULL DEFAULT 'draft' CHECK(state IN('draft','introduced','negotiated',"
	"		'agreed','adopted','withdrawn','deferred','rejected')),"
	"	orally_amended INTEGER NOT NULL DEFAULT 0 CHECK(orally_amended IN(0,1)),"
	"	proposer INTEGER REFERENCES participant,"
	"	proposed INTEGER NOT NULL,"
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE INDEX recommendation_in_set ON recommendation(in_set, rank)",
	"CREATE INDEX recommendation_item ON recommendation(item)",
	"CREATE TABLE recommendation_version(" /* every text that it ever had */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	recommendation INTEGER NOT NULL REFERENCES recommendation,"
	"	version INTEGER NOT NULL,"
	"	text TEXT NOT NULL,"
	"	at INTEGER NOT NULL,"
	"	UNIQUE(recommendation, version)"
	") STRICT",
	"CREATE TABLE act(" /* what was decided on something */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	subject TEXT NOT NULL CHECK(subject IN('agenda','recommendation','set','report')),"
	"	recommendation INTEGER REFERENCES recommendation,"
	"	in_set INTEGER REFERENCES recommendation_set,"
	"	item INTEGER REFERENCES item,"
	"	meeting INTEGER REFERENCES meeting,"
	"	outcome TEXT NOT NULL," /* adopted, withdrawn, deferred … */
	"	form TEXT,"             /* consensus, without_vote, show_of_hands, recorded_vote */
	"	orally_amended INTEGER NOT NULL DEFAULT 0 CHECK(orally_amended IN(0,1)),"
	"	reason TEXT,"
	"	at INTEGER NOT NULL"
	") STRICT",
	"CREATE INDEX act_session ON act(session, subject, at)",
	"CREATE INDEX act_recommendation ON act(recommendation, at)",
	/* Beside the record. */
	"CREATE TABLE journal("
	"	seq INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL,"
	"	origin TEXT NOT NULL,"
	"	person TEXT NOT NULL,"
	"	at INTEGER NOT NULL,"
	"	kind TEXT NOT NULL CHECK(kind IN('do','undo','redo')),"
	"	command TEXT NOT NULL,"
	"	arguments TEXT NOT NULL,"
	"	summary TEXT NOT NULL," /* what it did, for people */
	"	target INTEGER,"        /* the row undone or redone */
	"	undone INTEGER NOT NULL DEFAULT 0,"
	"	changeset BLOB"
	") STRICT",
	"CREATE INDEX journal_session ON journal(session, seq)",
	"CREATE INDEX journal_undone ON journal(undone) WHERE undone > 0",
	"CREATE TABLE draft(" /* text being typed, until it is saved */
	"	session INTEGER NOT NULL,"
	"	key TEXT NOT NULL," /* note:12, recommendation:3, propose: … */
	"	text TEXT NOT NULL,"
	"	version INTEGER NOT NULL," /* of what it began from */
	"	at INTEGER NOT NULL,"
	"	PRIMARY KEY(session, key)"
	") STRICT, WITHOUT ROWID",
	"CREATE TABLE counter("
	"	session INTEGER NOT NULL,"
	"	kind TEXT NOT NULL,"
	"	last INTEGER NOT NULL,"
	"	PRIMARY KEY(session, kind)"
	") STRICT, WITHOUT ROWID",
	"CREATE TABLE item_count("
	"	item INTEGER PRIMARY KEY,"
	"	statements INTEGER NOT NULL DEFAULT 0,"
	"	recommendations INTEGER NOT NULL DEFAULT 0"
	") STRICT",
	/* Fold keys are words and blanks: all but blanks is part of a word, also the vowel
 * signs of Indic scripts, which unicode61 alone would take for ends of words. */
	"CREATE VIRTUAL TABLE search USING fts5(scope, fold, prefix='2 3', detail='column', columnsize=0,"
	"	tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'\")",
	NULL};

/* Search follows the journal later (search_index.c): so far it has all. */
static const char *const search_later[] = {
	"INSERT INTO counter(session, kind, last)"
	" SELECT 0, 'searched', coalesce(max(seq), 0) FROM journal",
	NULL};

/* The floor: what a meeting, a list and a speech are made of. */
static const char *const floor_tables[] = {
	"CREATE TABLE meeting_pause(" /* from suspended to resumed */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	meeting INTEGER NOT NULL REFERENCES meeting,"
	"	suspended INTEGER NOT NULL,"
	"	resumed INTEGER"
	") STRICT",
	"CREATE INDEX meeting_pause_meeting ON meeting_pause(meeting, suspended)",
	"CREATE TABLE chairing(" /* who was in the chair */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	meeting INTEGER NOT NULL REFERENCES meeting,"
	"	name TEXT NOT NULL,"
	"	role TEXT NOT NULL,"
	"	country TEXT,"
	"	started INTEGER NOT NULL,"
	"	stopped INTEGER"
	") STRICT",
	"CREATE INDEX chairing_meeting ON chairing(meeting, started)",
	"CREATE TABLE meeting_body(" /* the number that a body gives a meeting */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	meeting INTEGER NOT NULL REFERENCES meeting,"
	"	body INTEGER NOT NULL REFERENCES body,"
	"	number INTEGER NOT NULL,"
	"	UNIQUE(meeting, body)"
	") STRICT",
	"CREATE TABLE list_closing(" /* of an item's speakers' list */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	item INTEGER NOT NULL REFERENCES item,"
	"	closed INTEGER NOT NULL,"
	"	newest INTEGER NOT NULL DEFAULT 0," /* request that there was then: those after it are late */
	"	opened INTEGER"                     /* again */
	") STRICT",
	"CREATE INDEX list_closing_item ON list_closing(item, closed)",
	/* Who was absent when called may still come. */
	"CREATE INDEX request_on_list ON request(item, rank) WHERE state IN('waiting', 'absent')",
	"CREATE TABLE interruption(" /* of a speech: a pause, or a point of order */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	statement INTEGER NOT NULL REFERENCES statement,"
	"	by_statement INTEGER REFERENCES statement," /* NULL: a pause */
	"	started INTEGER NOT NULL,"
	"	ended INTEGER"
	") STRICT",
	"CREATE INDEX interruption_statement ON interruption(statement)",
	"CREATE INDEX interruption_open ON interruption(session) WHERE ended IS NULL",
	"CREATE TABLE ruling(" /* of the Chair on a point of order */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	statement INTEGER NOT NULL UNIQUE REFERENCES statement,"
	"	text TEXT NOT NULL,"
	"	appeal TEXT CHECK(appeal IN('upheld','overruled'))," /* NULL: none */
	"	at INTEGER NOT NULL"
	") STRICT",
	"CREATE TABLE time_limit(" /* the newest that fits holds */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	item INTEGER REFERENCES item,"
	"	kind TEXT,"  /* of statements */
	"	class TEXT," /* of speakers, as the rule set orders them */
	"	seconds INTEGER NOT NULL CHECK(seconds >= 0)," /* 0: no limit */
	"	at INTEGER NOT NULL"
	") STRICT",
	"CREATE INDEX time_limit_session ON time_limit(session, at)",
	"CREATE TABLE group_member("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	in_group INTEGER NOT NULL REFERENCES participant,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	UNIQUE(in_group, participant)"
	") STRICT",
	"CREATE INDEX group_member_participant ON group_member(participant)",
	"CREATE TABLE statement_member(" /* for whom it was made, as the group was then */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	statement INTEGER NOT NULL REFERENCES statement,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	UNIQUE(statement, participant)"
	") STRICT",
	"CREATE INDEX statement_member_participant ON statement_member(participant)",
	"CREATE TABLE treaty_status("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	treaty TEXT NOT NULL,"
	"	status TEXT NOT NULL CHECK(status IN('party','signatory','nonparty')),"
	"	from_date TEXT"
	") STRICT",
	"CREATE INDEX treaty_status_participant ON treaty_status(participant, treaty)",
	"CREATE TABLE item_presence(" /* came for an item and left */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	item INTEGER NOT NULL REFERENCES item,"
	"	meeting INTEGER REFERENCES meeting,"
	"	came INTEGER NOT NULL,"
	"	left_at INTEGER"
	") STRICT",
	"CREATE INDEX item_presence_item ON item_presence(item, participant)",
	"CREATE TABLE rule(" /* of procedure, as read when the session was made */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	key TEXT NOT NULL,"
	"	value TEXT NOT NULL,"
	"	UNIQUE(session, key)"
	") STRICT",
	NULL};

/* What the agenda prints in words that follow from nothing else. */
static const char *const wording_table[] = {
	"CREATE TABLE wording("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	body INTEGER REFERENCES body," /* its session */
	"	item INTEGER REFERENCES item," /* its annotation's heading */
	"	kind TEXT NOT NULL CHECK(kind IN('heading','annex','session'))," /* NULL, NULL: the agenda's */
	"	text TEXT NOT NULL"
	") STRICT",
	"CREATE INDEX wording_session ON wording(session, kind)", NULL};

/* The agenda as it is amended while the session is held. What a trace is of may be deleted
 * since, so it says what that was and refers to nothing but the meeting. */
static const char *const living_agenda[] = {
	"CREATE TABLE agenda_change(" /* of the agenda or of the organization of work */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	meeting INTEGER REFERENCES meeting," /* NULL: between meetings */
	"	item INTEGER,"
	"	slot INTEGER,"
	"	kind TEXT NOT NULL CHECK(kind IN('added','deleted','retitled','annotated',"
	"		'renumbered','moved','joined','parted','planned','ordered','slot_added',"
	"		'slot_deleted','slot_changed')),"
	"	number TEXT," /* of the item, as it was printed then */
	"	title TEXT,"
	"	before TEXT," /* titles, numbers, places, slots: as they were and are */
	"	after TEXT,"
	"	reason TEXT,"
	"	decided INTEGER NOT NULL DEFAULT 1 CHECK(decided IN(0,1))," /* 0: a correction */
	"	person TEXT NOT NULL,"
	"	at INTEGER NOT NULL"
	") STRICT",
	"CREATE INDEX agenda_change_session ON agenda_change(session, id)",
	"CREATE TABLE agenda_adoption(" /* what an act adopted */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	act INTEGER NOT NULL UNIQUE REFERENCES act,"
	"	organization INTEGER NOT NULL DEFAULT 0 CHECK(organization IN(0,1))"
	") STRICT",
	"CREATE TABLE adopted_item("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	adoption INTEGER NOT NULL REFERENCES agenda_adoption,"
	"	item INTEGER NOT NULL," /* may be deleted since */
	"	parent INTEGER,"
	"	body INTEGER REFERENCES body,"
	"	label TEXT NOT NULL,"
	"	printed TEXT NOT NULL,"
	"	title TEXT NOT NULL"
	") STRICT",
	"CREATE INDEX adopted_item_adoption ON adopted_item(adoption)",
	"CREATE TABLE item_joint(" /* taken up jointly with the first of them */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	item INTEGER NOT NULL UNIQUE REFERENCES item,"
	"	lead INTEGER NOT NULL REFERENCES item"
	") STRICT",
	"CREATE INDEX item_joint_lead ON item_joint(lead)", NULL};

/* The register: what became of each document, and what States sent in. The documents
 * that were there before come into search with the journal, which is read again. */
static const char *const register_step[] = {
	"UPDATE counter SET last = 0 WHERE session = 0 AND kind = 'searched'",
	"CREATE TABLE document_more(" /* what a document has beside its row */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	document INTEGER NOT NULL UNIQUE REFERENCES document,"
	"	languages TEXT," /* versions that are out: A C E F R S, then others */
	"	late TEXT"       /* why; NULL: it was in time */
	") STRICT",
	"CREATE TABLE document_event(" /* a change of its state */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	document INTEGER NOT NULL REFERENCES document,"
	"	state TEXT NOT NULL"
	"		CHECK(state IN('announced','issued','introduced','withdrawn','reissued')),"
	"	at INTEGER NOT NULL,"
	"	meeting INTEGER REFERENCES meeting,"
	"	item INTEGER REFERENCES item,"              /* under which it was introduced */
	"	participant INTEGER REFERENCES participant" /* by whom */
	") STRICT",
	"CREATE INDEX document_event_document ON document_event(document, at)",
	"CREATE TABLE survey(" /* that States were asked to answer in writing */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL,"
	"	title TEXT NOT NULL,"
	"	item INTEGER REFERENCES item,"
	"	asked TEXT NOT NULL DEFAULT 'states' CHECK(asked IN('states','parties')),"
	"	sent TEXT,"
	"	due TEXT,"
	"	closed TEXT,"
	"	UNIQUE(session, number)"
	") STRICT",
	"CREATE TABLE focal_point(" /* who speaks for a State on a survey: personal data */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	name TEXT NOT NULL,"
	"	office TEXT,"
	"	contact TEXT,"
	"	UNIQUE(participant, name)"
	") STRICT",
	"CREATE TABLE contribution(" /* what a State sent in answer to a survey */
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	number INTEGER NOT NULL,"
	"	survey INTEGER NOT NULL REFERENCES survey,"
	"	participant INTEGER NOT NULL REFERENCES participant,"
	"	received TEXT NOT NULL,"
	"	updated TEXT," /* when it was last sent anew */
	"	language TEXT,"
	"	focal_point INTEGER REFERENCES focal_point,"
	"	document INTEGER REFERENCES document," /* that it became */
	"	file TEXT,"
	"	covers TEXT," /* successes challenges needs lessons practices */
	"	panel TEXT CHECK(panel IN('invited','accepted','declined')),"
	"	remark TEXT,"
	"	UNIQUE(session, number),"
	"	UNIQUE(survey, participant)"
	") STRICT",
	"CREATE INDEX contribution_participant ON contribution(participant)",
	"CREATE INDEX contribution_document ON contribution(document)", NULL};

static const char *const nothing[] = {NULL};

/* What request_on_list says too, and each save paid for. */
static const char *const gone_with_living_text[] = {
	"CREATE INDEX request_waiting ON request(item, rank) WHERE state = 'waiting'", NULL};

const struct schema_step schema_steps[] = {
	{version_1, version_1, NULL},
	{search_later, nothing, NULL},
	{floor_tables, floor_tables, NULL},
	{wording_table, wording_table, NULL},
	{living_agenda, living_agenda, NULL},
	{register_step, register_step + 1, NULL},
	{schema_living_text, schema_living_text + 1, gone_with_living_text},
	{schema_report, schema_report + 1, NULL},
	{schema_parts, schema_parts, NULL},
};
const int schema_version = sizeof schema_steps / sizeof schema_steps[0];

int store_schema_version(void)
{
	return schema_version;
}

const char *const schema_recorded[] = {"session", "body", "officer", "item", "item_body", "mandate",
	"document", "item_document", "slot", "slot_item", "meeting", "consideration", "participant",
	"participant_alias", "presence", "statement", "span", "point", "request",
	"recommendation_set", "recommendation", "recommendation_version", "act", "meeting_pause",
	"chairing", "meeting_body", "list_closing", "interruption", "ruling", "time_limit",
	"group_member", "statement_member", "treaty_status", "item_presence", "rule", "wording",
	"agenda_change", "agenda_adoption", "adopted_item", "item_joint", "document_more",
	"document_event", "survey", "focal_point", "contribution", "recommendation_more",
	"amendment", "amendment_version", "amendment_event", "version_source", "sponsor", "comment",
	"non_paper", "non_paper_text", "vote", "ballot", "position", "block", "follow_up",
	"follow_up_action", "silence", "template", "part", "paragraph", "paragraph_version",
	"paragraph_source", "paragraph_act", "paragraph_proposal", "point_lead", "point_support",
	"conclusion", "paragraph_more", "adoption_order", NULL};
