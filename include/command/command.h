/* SPDX-License-Identifier: MIT */
/*
 * What a secretary can do: one table of verbs. From a row come the key, the
 * hint, the prompt with its completion, the form, the help, `rapporteur do`,
 * the shell completion and rapporteur-commands(7). One row, one function.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"
#include "model/rules.h"
#include "model/template.h"
#include "store/store.h"

/* Where keys work; a row's `where` is a set of these. */
enum view_bit {
	IN_ROOM = 1 << 0,
	IN_RECOMMENDATIONS = 1 << 1,
	IN_REPORT = 1 << 2,
	IN_ORGANIZATION = 1 << 3,
	IN_JOURNAL = 1 << 4,
	IN_DOCUMENTS = 1 << 5,
	IN_CONTRIBUTIONS = 1 << 6,
	IN_REVIEW = 1 << 7, /* of an imported agenda: not of a session, and so in no list */
	IN_FOLLOW_UP = 1 << 8,
	IN_TEXT = 1 << 9, /* one text in negotiation */
	IN_POINTS = 1 << 10,
	IN_CONCLUSIONS = 1 << 11,
	IN_LISTS = IN_ROOM | IN_RECOMMENDATIONS | IN_REPORT | IN_ORGANIZATION | IN_JOURNAL |
		   IN_DOCUMENTS | IN_CONTRIBUTIONS | IN_FOLLOW_UP | IN_TEXT | IN_POINTS |
		   IN_CONCLUSIONS
};

/* What must be there before a row runs; the dispatcher refuses with a sentence. */
enum need_bit {
	NEED_SESSION = 1 << 0,
	NEED_MEETING = 1 << 1, /* an open one, not suspended (or --at, --from: when it happened) */
	NEED_SPEAKER = 1 << 2, /* somebody has the floor */
	NEED_WRITING = 1 << 3  /* the database may be written; EFFECT_CHANGES implies it */
};

enum effect {
	EFFECT_LOOKS,   /* changes nothing */
	EFFECT_CHANGES, /* one transaction, one undo step */
	EFFECT_KEEPS,   /* files and whole databases (backup, restore): outside the journal */
	EFFECT_SCREEN   /* of the full screen only: refused by do */
};

enum arg_type {
	ARG_TEXT,
	ARG_LINE,
	ARG_WORD,
	ARG_NUMBER,
	ARG_TIME,
	ARG_DATE,
	ARG_CHOICE,
	ARG_FLAG,
	ARG_FILE,
	ARG_PARTICIPANT,
	ARG_PARTICIPANTS,
	ARG_ITEM,
	ARG_ITEMS,
	ARG_SLOT,
	ARG_STATEMENT,
	ARG_RECOMMENDATION,
	ARG_RECOMMENDATIONS,
	ARG_AMENDMENT,
	ARG_COMMENT,
	ARG_POINT,
	ARG_POINTS,
	ARG_CONCLUSION,
	ARG_DOCUMENT,
	ARG_SURVEY,
	ARG_CONTRIBUTION,
	ARG_FOLLOW_UP,
	ARG_PARAGRAPH,
	ARG_BODY,
	ARG_SYMBOL,
	ARG_SESSION,
	ARG_STYLE,
	ARG_FORMULA,
	ARG_LANGUAGE,
	ARG_TYPES
};

/*
 * A required argument comes from the call, else from the context (the selected row
 * on a screen; the only open item, the running speech everywhere; two current items
 * are no context), else it is asked for. One that is not required comes from the
 * context only with `context`: "statement edit S --item I" must not take the open
 * item for I. An ARG_FLAG is always an option.
 */
struct param {
	const char *name; /* "item": --item on the command line; never "at" */
	enum arg_type type;
	bool required;
	bool option;         /* given as --name only, never by position */
	const char *prompt;  /* what the form says; also the help of the argument */
	const char *choices; /* of ARG_CHOICE: "general reply" */
	bool context;        /* not required, and still taken from the context */
	bool empties;        /* a PARTICIPANT, DOCUMENT or DATE that may be given as "", for none */
	/* An ITEM whose list of speakers or log is meant: of items taken up jointly that of
	 * the first of them, whichever is named (store/agenda_edit.h). */
	bool floor;
	bool silent;  /* PARTICIPANTS of whom those who have not answered are offered first */
	bool more;    /* rarely said: a form folds it away, behind those that are not */
	bool of_text; /* words of the text that the command is for: a form shows it below */
	bool beside;  /* a form that asks for what is missing has a field for it too */
	/* Of an option that is a CHOICE: what it is where none of the choices follows it, so
	 * that --orally-amended is yes, and --orally-amended no says the contrary. */
	const char *alone;
};

#define COMMAND_PARAMS 20

/*
 * A value after it was checked and resolved. By type, `id` and `text` are:
 *	TEXT, LINE, WORD, FILE, STYLE, FORMULA, LANGUAGE	0; the text (only TEXT has line feeds; FILE as given)
 *	NUMBER			the number, which may be below 0
 *	TIME			the instant in ms UTC
 *	DATE			0; text is YYYY-MM-DD, or "" of one that empties
 *	CHOICE			its place among the choices from 0; text is the whole choice
 *	FLAG			1; not given is 0
 *	PARTICIPANT		the participant; 0 for the "" of one that empties. If the command has a flag "guest" and it was
 *				given, a name on no list is added as a guest inside the change
 *				before run is called: run always finds an id. Without the
 *				flag the dispatcher asks the question itself.
 *	PARTICIPANTS		the first of ids; all of them in ids, count
 *	ITEM, BODY, SESSION	the row ("1 (a)", "wg3:2"; a body's or session's key)
 *	ITEMS			the first of ids; all of them in ids, count
 *	SLOT			the row of "17 Oct pm", "2012-10-17 15:00", or of a meeting's number
 *	STATEMENT, RECOMMENDATION	the row of s12, of r3 or of a letter, "(a)", "a" or
 *				"(a) bis", where one set makes it clear
 *	RECOMMENDATIONS		the first of ids; all of them in ids, count
 *	AMENDMENT, COMMENT	the row of a9, of k4
 *	POINT, CONCLUSION	the row of p7, of n3
 *	POINTS			the first of ids; all of them in ids, count
 *	DOCUMENT, SYMBOL	DOCUMENT: the row of d5 or of a symbol, 0 for the "" of one that
 *				empties; SYMBOL: 0, any symbol
 *	SURVEY, CONTRIBUTION	the row of q1, of c3
 *	FOLLOW_UP	the row of f2
 *	PARAGRAPH	0; the text, "12", "g41", or the key of one in the report
 */
struct arg {
	bool given; /* by the call or the context */
	const char
		*text; /* entered through utf8_enter, or the context's "s12"; NULL if not given */
	int64_t id;
	int64_t *ids; /* of PARTICIPANTS, ITEMS, RECOMMENDATIONS, POINTS; in the call's arena */
	size_t count;
};

struct desk;
struct call;
struct report;

struct command {
	const char *name; /* "statement add"; the stable name */
	const char *keys; /* "a F2", or NULL */
	const char *help; /* imperative, a capital, no full stop */
	const char *hint; /* two words for the hint bar, or NULL: not there */
	int hint_place;   /* 1 stands there first; 0 after all that have a place */
	unsigned where;   /* view_bits in which the keys work */
	unsigned needs;   /* need_bits */
	enum effect effect;
	bool opens; /* a session that is there, also where nothing can be written */
	bool form;  /* on a screen its form has all that can be said, options too */
	struct param params[COMMAND_PARAMS]; /* in order of position; ended by name NULL */
	bool (*run)(struct call *call, struct err *err);
};

/* A desk is where somebody works: a store, a session, a clock and a name, and on
 * a screen what is selected there. */
struct desk {
	struct store *store;
	int64_t session; /* 0 = none yet */
	struct clock clock;
	const char *person; /* --as, else the login */
	const char *origin;
	int64_t at;  /* --at given for what follows: the instant; 0 = the clock's */
	bool screen; /* a full screen that can ask */
	void *app;   /* the screen itself, for EFFECT_SCREEN rows */
	/* What is selected on the screen; 0 = nothing. */
	struct {
		int64_t item, slot, statement, recommendation, document, survey, contribution;
		int64_t amendment, comment, follow_up, point, conclusion;
		int64_t journal;
		int64_t report;      /* the line on top of the draft report … */
		int64_t report_stop; /* … and the place of the cursor there */
		const char
			*paragraph; /* key of one there, or "g41"; NULL; borrowed from its view */
		bool next_part;     /* what it is in is the next part of the report … */
		int part;           /* … or one that was issued, by its number; 0: neither */
	} selected;
	/* A report that the screen has built, whole, at that sequence of the journal; NULL: none.
	 * Borrowed from its view. */
	const struct report *report;
	int64_t report_sequence;
	/* The session's names, read once while they stay; NULL at first, desk_clear frees it. */
	struct desk_cache *cache;
};

void desk_clear(struct desk *desk); /* the cache only: all else is the caller's */
/* Takes up a session (0 = none): from here on times are those of its place. ERR_DATA
 * for a time zone that the machine does not know; then nothing is changed. */
bool desk_take_session(struct desk *desk, int64_t session, struct err *err);
/* The zone of the session may have been changed, undone, or set by another program:
 * it holds from here on. One that the machine does not know leaves the last. */
void desk_follow_zone(const struct desk *desk);
/* The rules of procedure of the session; those of the program if it has none of its
 * own. Good until the next change, and not to be asked for inside one that makes them. */
const struct rules *desk_rules(struct desk *desk);
/* The words of its reports, likewise. */
const struct template *desk_template(struct desk *desk);
/* The same in another language than the session's (a tag that there is a file for), into a
 * template that is initialised and empty. */
void desk_template_in(struct desk *desk, const char *language, struct template *template);
int64_t desk_now(const struct desk *desk); /* at, else the clock */
/* A TIME as people give it, local to the session. A clock time without a date is of
 * the day of desk->at, else of today if the session has it among its days, else of
 * the newest meeting, else of the session's first day. */
bool desk_time(struct desk *desk, const char *text, int64_t *ms, struct err *err);

/* One run of one command. */
struct call {
	struct desk *desk;
	const struct command *command;
	struct arg args[COMMAND_PARAMS];
	struct arena arena;
	struct str reply;  /* one line for the person, set by run: "s12 Canada, item 3" */
	struct str aside;  /* behind it on a screen, not recorded: "; u takes it back" */
	struct str output; /* of commands that print more than a line; of OUTCOME_ASKS what
			    * the question is about, of OUTCOME_FAILED all that is wrong (err
			    * has the sum), a line each, or "" */
	int64_t made;      /* id of the row made, or 0 (a statement: to open its note) */
	int64_t sequence;  /* of the journal row once it is done; 0 = nothing was recorded */
	bool milestone;    /* set by run: a good moment for a backup */
	bool says_all;     /* set by run that fails: output has all that is wrong */
	bool shows_only;   /* set by run: what it made of the record was only to be shown */
	bool change;       /* inside a transaction that the dispatcher opened */
	const char *asked; /* set by call_ask: the flag that would say yes */
	const char *draft; /* set by run that asks: the text that would be saved, which a person
			    * may put right instead of saying yes; NULL */
	/* Set by who runs it: the question that the yes was said to; NULL: said beforehand. */
	const struct question *agreed;
	struct call_guest *guests; /* the dispatcher's: who --guest lets in */
};

/* The argument of that name; asserts that the command has it. */
const struct arg *call_arg(const struct call *call, const char *name);
bool call_given(const struct call *call, const char *name);
const char *call_text(const struct call *call, const char *name); /* NULL if not given */
int64_t call_id(const struct call *call, const char *name);       /* 0 if not given */

/* --- the table --- */

/* Groups of rows, each at the end of its file; ended by a row with name NULL. */
extern const struct command *const command_groups[]; /* ended by NULL */

/* Adds a group of a higher layer (the screen's own commands) to the table, once,
 * before the first use: the one place that is told and remembers. */
void command_add_group(const struct command *group);

/* Walks all rows of the groups: pass NULL first; NULL at the end. */
const struct command *command_next(const struct command *before);
const struct command *command_find(const char *name);

/* --- running one --- */

enum outcome {
	OUTCOME_DONE,   /* committed; call->reply says what */
	OUTCOME_FAILED, /* err has the sentence; no trace is left */
	OUTCOME_ASKS    /* an argument or an answer is missing: see question */
};

/* What a command asks when it cannot go on: a missing required argument, or a
 * question whose answer is a flag ("Put GUEST on the roster? --guest"). */
struct question {
	const struct param *missing; /* the argument to ask for, or NULL */
	const char *flag;            /* else the flag that says yes: "guest", "anyway" */
	char text[1000];             /* the question, with a question mark */
};

/* Raw arguments before they are resolved. The value of a flag is "yes"; "no" and ""
 * are a flag not given (a form may leave one so). */
struct words {
	const struct command *command;
	const char *values[COMMAND_PARAMS]; /* NULL = not given */
};

/*
 * Splits a line as a shell would (quotes, backslash; a quoted one may hold line
 * feeds), finds the command by its longest name and sorts the words to its
 * parameters: those without `option` by position, --name VALUE and --name=VALUE for
 * all of them, "--" ends the options. When several words are left for the last
 * position they are one, joined by blanks, if it is a text, a line, a participant or
 * several, or an item: `statement note s3 asked for model law` needs no quotes. When
 * a word is lacking and the first cannot be the statement, item, recommendation or
 * document that stands first, that one is left to the context: `statement note "a b"`.
 * Unlike in a shell an apostrophe inside a word is itself (Côte d'Ivoire), and a
 * quoted word is never an option.
 * Common options (--at TIME, see desk_time) are taken into *at, which is NULL
 * otherwise. at and values are in the arena. False: ERR_USAGE.
 */
bool command_parse(const char *line, struct arena *arena, struct words *words, const char **at,
	struct err *err);
bool command_parse_words(char *const argv[], size_t count, struct arena *arena, struct words *words,
	const char **at, struct err *err);
/* The line that would say the same again; command_parse of it gives equal words. */
void command_format(const struct words *words, struct str *out);

/* Where a script's command ends: hand it the lines, with their line feeds, one by
 * one; `open` is true while a quotation is open or the line feed was escaped. Begin
 * with {0}. */
struct script_scan {
	bool open;
	char quote;   /* the quotation that is open, or 0 */
	bool escaped; /* after a backslash */
	int place;    /* where in a word (words.c) */
};
void script_scan(struct script_scan *scan, const char *bytes, size_t length);

/*
 * Checks needs, resolves arguments (call, then context), runs in a transaction,
 * commits and fills call (call_init before, call_clear after). In OUTCOME_ASKS
 * nothing was done and question says what is wanted; err then has the same as a
 * sentence of its own (ERR_USAGE), for who cannot be asked.
 *
 * A transaction is opened for EFFECT_CHANGES only. EFFECT_LOOKS and EFFECT_KEEPS run
 * outside one, and so do rows that write steps of their own (undo, redo): they are
 * EFFECT_KEEPS with NEED_WRITING. run may set desk->session (agenda load): the journal
 * row belongs to the new session, which is taken up when all is done; if the change
 * fails the old one is put back.
 * NEED_MEETING is met by an open meeting that is not suspended, by one that was held at
 * desk->at, and by a --from, where the command has one.
 */
void call_init(struct call *call, struct desk *desk);
void call_clear(struct call *call);
enum outcome command_run(
	struct call *call, const struct words *words, struct question *question, struct err *err);

/* Does it need a session on the desk? Not if an argument names one. */
bool command_needs_session(const struct words *words);

/* For run functions: fail with a question; the dispatcher turns it into
 * OUTCOME_ASKS unless the flag was given. Returns false. */
bool call_ask(struct call *call, struct err *err, const char *flag, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* The same where the question lists what the yes waives: true if the flag was given
 * beforehand, or as the answer to this very question; asks again if that was another. */
bool call_agreed(struct call *call, struct err *err, const char *flag, const char *question);

/* --- completion --- */

struct completion {
	const char *text;   /* what would be put in */
	const char *label;  /* what is shown: "Côte d’Ivoire" */
	const char *detail; /* faint, beside it: "CIV", "recommendation 3, draft"; or NULL */
	int score;
};
/* What could stand for the beginning `typed` of a value of this type, best first. */
struct completion *complete_arg(struct desk *desk, const struct param *param, const char *typed,
	size_t limit, struct arena *arena, size_t *count);
/* For the `:` line: commands whose name begins so, or, once a command is whole,
 * its next argument. *from gets the byte where the completed word begins. */
struct completion *complete_line(struct desk *desk, const char *line, size_t limit,
	struct arena *arena, size_t *count, size_t *from);

/* --- the table as text --- */

void command_manual(struct str *out); /* rapporteur-commands(7) as mdoc */
void command_usage(const struct command *command, struct str *out); /* "floor give [NAME]" */

#endif
