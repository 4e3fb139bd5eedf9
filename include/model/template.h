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

struct template
{
	struct arena arena;
	char language[12];
	const char **texts; /* by index in template_keys; NULL: not set yet */
	struct name_table names; /* what is called otherwise in this language; may be empty */
};

void template_init(struct template *template);
void template_clear(struct template *template);
/* copy: initialised and empty. */
void template_copy(struct template *copy, const struct template *from);

/* Index of a key, or template_key_count. */
size_t template_find(const char *key);
/* The key that somebody may have meant, or NULL. */
const char *template_guess(const char *key);
/* Sets the text of a key. ERR_DATA, and nothing is set, for an unknown key, for a field
 * that its formula does not have, for brackets that are not closed, for no text at all. */
bool template_set(struct template *template, const char *key, const char *text, struct err *err);
/* The text of a key of the table, in a template where all are set. */
const char *template_text(const struct template *template, const char *key);

#endif
