/* SPDX-License-Identifier: MIT */
/* What the parts of the drafting check share: a document cut into words and signs. */
#ifndef MODEL_STYLE_INSIDE_H
#define MODEL_STYLE_INSIDE_H

#include "base/str.h"
#include "model/style.h"

enum token_kind { TOKEN_WORD, TOKEN_FIGURE, TOKEN_SIGN };

/* A word with the hyphens and apostrophes in it ("State’s", "a.m" without its last stop,
 * "CTOC/COP/2012/9"), a figure likewise ("5/6", "10.30", "1st"), or one sign. */
struct token {
	enum token_kind kind;
	size_t from, length;
	bool spaced; /* a blank before it, or it is the first */
	bool line;   /* a line feed before it, or it is the first */
	bool quoted; /* between quotation marks: somebody else's words */
};

struct tokens {
	const char *text;
	struct token *items;
	size_t count;
};

struct style_task {
	struct arena *arena;
	const struct style_sheet *sheet;
	const struct style_text *texts;
	struct tokens *tokens; /* of each text */
	size_t count;
	size_t at; /* the text looked at */
	bool joint;
	struct style_finding *findings;
	size_t found, capacity;
};

void style_split(struct arena *arena, const char *text, struct tokens *tokens);

/* The i-th is there and reads so, whatever its capitals; exactly so. */
bool token_like(const struct tokens *tokens, size_t i, const char *word);
bool token_is(const struct tokens *tokens, size_t i, const char *word);
bool token_in(const struct tokens *tokens, size_t i, const struct style_words *words);
bool token_is_figure(const struct tokens *tokens, size_t i); /* digits alone */
bool token_is_month(const struct tokens *tokens, size_t i);
bool token_is_capitals(const struct tokens *tokens, size_t i); /* "UNODC", and "NGOs" */
/* A word or figure with which a sentence begins. */
bool token_begins(const struct style_task *task, size_t i);
const char *token_text(const struct style_task *task, size_t i); /* in the arena */
size_t token_end(const struct tokens *tokens, size_t i);

/* Is a rule of the sheet? */
bool style_wants(const struct style_task *task, enum style_check check);
/* A finding at the tokens first..last of the text looked at. suggestion may be NULL. */
void style_find(struct style_task *task, enum style_check check, size_t first, size_t last,
	const char *suggestion);
void style_find_bytes(struct style_task *task, const char *rule, size_t from, size_t length,
	const char *says, const char *suggestion);

/* The rules, by family: of the text looked at, with its document in the task. */
void style_words_check(struct style_task *task);     /* style_words.c */
void style_document_check(struct style_task *task);  /* style_document.c: of the whole */
void style_figures_check(struct style_task *task);   /* style_figures.c */
void style_sentences_check(struct style_task *task); /* style_sentences.c */

#endif
