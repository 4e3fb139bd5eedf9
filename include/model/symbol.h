/* SPDX-License-Identifier: MIT */
/*
 * The symbols of documents (conventions 1.2): ORGAN "/" parts, the last with a
 * number, then modifiers: "CTOC/COP/WG.2/2012/2", "ECE/EX/2/Rev.1". A joint document
 * has one of each body, printed with a hyphen between. Parts are separated by "/" and
 * hold letters, figures, stops and brackets: "WG.2", "OzL.Pro.24", "COP(10)", "S-26".
 *
 * Functions that take `symbol` take one symbol; what joins several goes through
 * symbol_next first.
 */
#ifndef MODEL_SYMBOL_H
#define MODEL_SYMBOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

/* True if the whole text is a symbol, or several joined; "*" behind it (reissued for
 * technical reasons) passes. Else ERR_DATA with what is wrong with it. */
bool symbol_check(const char *text, struct err *err);

/* Bytes of the document's symbol, joint ones whole, that text begins with; 0 if it
 * begins with none. Stricter than symbol_check, so that "and/or", "UN/CEFACT",
 * "1994/95", "RPA/UAS" and addresses of the web are none; a stop or bracket of the
 * sentence behind it is not its own. */
size_t symbol_at(const char *text);
/* The first one in running text, at the beginning of a word: its place and bytes. */
bool symbol_find(const char *text, size_t *start, size_t *length);

/* The single symbols of a joint one, "-" or "–" between, in turn: the place of the next
 * and its bytes; NULL at the end. *rest begins as the text and is moved on. */
const char *symbol_next(const char **rest, size_t *length);
/* Adds a joint symbol as it is kept: "-" between, no blanks, no "*". */
void symbol_normal(const char *text, size_t length, struct str *out);

/* Adds the nearest form that is usual for what was typed: capitals, slashes without blanks,
 * "WG.2", "Add.1". False, and nothing added, if there is none or it is the text itself. */
bool symbol_guess(const char *text, struct str *out);

enum symbol_modifier {
	SYMBOL_DOCUMENT, /* no modifier */
	SYMBOL_ADDENDUM,
	SYMBOL_REVISION,
	SYMBOL_CORRIGENDUM,
	SYMBOL_AMENDMENT,
	SYMBOL_SUMMARY
};

/* What the last part of the symbol makes of it: "ST/AI/189/Add.9/Rev.2" is a revision,
 * *number 2, of the first *of bytes, which are "ST/AI/189/Add.9". Both may be NULL.
 * *number is 0 where there is none. */
enum symbol_modifier symbol_modifier(const char *symbol, int *number, size_t *of);
/* Bytes of the document that all modifiers belong to: those of "ST/AI/189". */
size_t symbol_base(const char *symbol);

#endif
