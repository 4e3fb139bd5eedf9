/* SPDX-License-Identifier: MIT */
/* What documents are to each other, by their symbols (conventions 1.2). Symbols may be
 * joint ones: "CTOC/COP/WG.2/2012/3-CTOC/COP/WG.3/2012/4". */
#ifndef MODEL_SYMBOL_LINKS_H
#define MODEL_SYMBOL_LINKS_H

#include <stdbool.h>

#include "model/symbol.h"

/* Is one of the single symbols of each the same? "*" behind them does not matter. */
bool symbol_shares(const char *a, const char *b);
/* Does the text have one of the symbols, as a whole? */
bool symbol_cited(const char *text, const char *symbols);
/* What `symbols` is of `of`: SYMBOL_ADDENDUM of "A/67/1/Add.2" and "A/67/1", *number
 * (may be NULL) is 2; SYMBOL_DOCUMENT if it is nothing of it. */
enum symbol_modifier symbol_link(const char *symbols, const char *of, int *number);
const char *symbol_modifier_word(enum symbol_modifier modifier); /* "addendum"; "" of none */
/* The order of lists: numbers by their value, a document before what modifies it. */
int symbol_compare(const char *a, const char *b);

#endif
