/* SPDX-License-Identifier: MIT */
/* Numbers as documents print them: ordinals, words, letters, roman numerals and
 * the labels of agenda items. Printed numbers are computed and never stored.
 * Every function adds to out. */
#ifndef MODEL_NUMBER_H
#define MODEL_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

void number_ordinal(int n, struct str *out); /* 1st, 2nd, 11th (sittings: conventions, intro) */
void number_word(int n, struct str *out);    /* nine, 10, 1,200 (conventions 1.8) */
void number_word_capital(
	int n, struct str *out); /* "Four", "Twelve", "One hundred" at a sentence's start */
void number_letter(int n, struct str *out); /* 1 = a, 26 = z, 27 = aa, 28 = bb (conventions 1.5) */
void number_roman(int n, bool capital, struct str *out);

/* A reference to an item as typed or printed, "1 (a)", "1(a)", "1.a", "1 a", "1a",
 * "item 1 (a)", "5 (a) (ii)", "12.1", in its one canonical printed form "5 (a) (ii)",
 * "12 (1)": a figure, below it letters (conventions 1.5), roman numerals or figures. With a body before,
 * "wg3:2", *body_length (may be NULL) gets the bytes of "wg3" at the beginning of
 * text, else 0. False if it is no reference; printed is then as it was. */
bool number_item_parse(const char *text, struct str *printed, size_t *body_length);
/* The dotted form of a printed one: "5 (a) (ii)" gives "5.a.ii". */
void number_item_dotted(const char *printed, struct str *out);

#endif
