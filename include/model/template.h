/* SPDX-License-Identifier: MIT */
/*
 * The words of a body's reports in one language: formulas with fields (conventions 3).
 * Which keys there are, and which fields the program fills in, is the table in
 * template_keys.c; what they say comes from agendas/data/report.yaml.
 *
 * {field} is the value of that name; what stands in [ ] is there only if every field
 * in it has a value. {field|A|B} is A where the field names one and B where it names
 * several, {field|A|B|C|D} A or B for one that is masculine or feminine, C or D for
 * several; the table has such fields with a "|". A backslash has no meaning.
 */
#ifndef MODEL_TEMPLATE_H
#define MODEL_TEMPLATE_H

#define TEMPLATE_STYLE "vienna" /* where nothing is said */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "model/name_table.h"

struct template_key {
	const char *key;    /* "ITEM-1"; behind a slash the form of one that has several */
	const char *fields; /* that may stand in it, with a blank between them; NULL: a word */
	bool optional;      /* a language may do without it: then it is empty */
};

/* In order of the bytes of their keys. */
extern const struct template_key template_keys[];
extern const size_t template_key_count;

/* A text whose key is in no table: "style.vienna", a report style (model/template_style.h);
 * "use", "use.wg2": the key of the one that is chosen, of all bodies and of one. */
struct template_row {
	const char *key, *text;
};

struct template
{
	struct arena arena;
	char language[12];
	const char **texts;      /* by index in template_keys; NULL: not set yet */
	struct name_table names; /* what is called otherwise in this language; may be empty */
	struct template_row *rows;
	size_t row_count;
};

void template_init(struct template *template);
void template_clear(struct template *template);
/* copy: initialised and empty. */
void template_copy(struct template *copy, const struct template *from);

/* Index of a key, or template_key_count. */
size_t template_find(const char *key);
/* Has the formula at that index the field of that length? */
bool template_has_field(size_t key, const char *field, size_t length);
/* The key that somebody may have meant, or NULL. */
const char *template_guess(const char *key);
/* Sets the text of a key. ERR_DATA, and nothing is set, for an unknown key, for a field
 * that its formula does not have, for brackets that are not closed, for no text at all;
 * for a line of a style that is none, and for the choice of a style that is not there. */
bool template_set(struct template *template, const char *key, const char *text, struct err *err);
/* The same for a text that is to be set; key: of whatever formula it is. */
bool template_check(const struct template_key *key, const char *text, struct err *err);
/* The lines of a report style, or NULL. */
const char *template_style(const struct template *template, const char *key);
/* The key of the style that is chosen for a body (its key, or NULL); "vienna" if none is. */
const char *template_use(const struct template *template, const char *body);
/* The text of a key of the table, in a template where all are set. */
const char *template_text(const struct template *template, const char *key);

#endif
