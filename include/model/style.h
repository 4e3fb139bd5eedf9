/* SPDX-License-Identifier: MIT */
/*
 * The drafting check: texts against the house style (conventions 1.8, 3.1, 8). Which
 * rules there are is known here; which of them are wanted, what they say and all words
 * they look for come from a sheet (agendas/data/style.yaml). Findings are warnings only:
 * a finding that may be wrong is worse than one that is missing.
 */
#ifndef MODEL_STYLE_H
#define MODEL_STYLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* The rules that are a program; words to avoid may have rules of their own beside them. */
enum style_check {
	CHECK_DOUBLED_WORD,   /* "that, that" */
	CHECK_PUNCTUATION,    /* ",," and a blank before a sign */
	CHECK_FORM,           /* two forms of one term in a document */
	CHECK_ACRONYM,        /* used before it is given in full */
	CHECK_SERIAL_COMMA,   /* "tools, and technology" */
	CHECK_NUMBER,         /* under ten in figures */
	CHECK_SENTENCE_START, /* a sentence that begins with figures */
	CHECK_SESSION,        /* "8th session" */
	CHECK_PER_CENT,
	CHECK_QUOTES,   /* straight and curly ones mixed in a document */
	CHECK_CITATION, /* "COP Resolution 8/2", "Article 30" */
	CHECK_VERB,     /* an operative text that begins with no operative verb */
	CHECK_ENDING,   /* no full stop or semicolon at the end */
	CHECK_DATE,
	CHECK_TIME,
	CHECK_GROUP, /* "the Working Group" where two meet */
	CHECK_WORD,  /* a word to avoid whose row names no other rule */
	STYLE_CHECKS
};
extern const char *const style_checks[]; /* their names: "doubled-word"; the last is NULL */

/* Words that rules need to know. */
enum style_list {
	STYLE_TWICE,    /* may stand twice */
	STYLE_SMALL,    /* no list has them twice: also doubled across a comma */
	STYLE_KNOWN,    /* abbreviations that nobody has to be told */
	STYLE_NUMBERED, /* what figures stand behind: "paragraph" */
	STYLE_MEASURES, /* what figures stand before: "km" */
	STYLE_STOPS,    /* abbreviations that end with a stop, without it */
	STYLE_FINITE,   /* verbs that make a sentence */
	STYLE_NO_ITEM,  /* words that no item of a list has */
	STYLE_OPENING,  /* first words of a phrase that a comma ends: "However" */
	STYLE_CHARTERS, /* texts whose Articles have a capital */
	STYLE_LISTS
};
extern const char *const style_lists[]; /* their names in the sheet; the last is NULL */

struct style_rule {
	const char *name;
	const char *says; /* of the words found: "stands twice" */
};

struct style_words {
	const char *const *items;
	size_t count;
};

/* Words to avoid; with a capital in them they are meant as they stand. */
struct style_word {
	const char *rule, *avoid;
	const char *write;         /* instead; NULL = nothing is suggested */
	const char *says;          /* NULL = what the rule says */
	struct style_words unless; /* words before or behind that make it right */
};

struct style_form {
	const char *keep, *avoid;
	struct style_words unless;
};

struct style_acronym {
	const char *name, *full;
};

struct style_sheet {
	const struct style_rule *rules;
	size_t rule_count;
	const struct style_word *words;
	size_t word_count;
	const struct style_form *forms;
	size_t form_count;
	const struct style_acronym *acronyms;
	size_t acronym_count;
	struct style_words lists[STYLE_LISTS];
};

/* A paragraph of a document, or the text of a recommendation. */
struct style_text {
	const char *text;
	bool running;   /* sentences, and not a heading, a title or a cell */
	bool numbered;  /* a paragraph with a number */
	bool entry;     /* of a lettered list */
	bool operative; /* must begin with an operative verb */
	bool aside;     /* only for what it gives in full: nothing is looked for in it */
};

struct style_finding {
	const char *rule;
	size_t text;         /* index of the text */
	size_t from, length; /* bytes of it */
	const char *words;   /* they are these; in the arena, as all that follows */
	const char *sentence;
	const char *suggestion; /* to be put in their place; NULL = none */
};

/* The findings of a document in order of their place. */
struct style_finding *style_check(struct arena *arena, const struct style_sheet *sheet,
	const struct style_text texts[], size_t count, size_t *found);
/* Does the document report on the meetings of several bodies at once? CHECK_GROUP is for
 * such; known from its title, or from who asks. */
struct style_finding *style_check_joint(struct arena *arena, const struct style_sheet *sheet,
	const struct style_text texts[], size_t count, bool joint, size_t *found);

#endif
