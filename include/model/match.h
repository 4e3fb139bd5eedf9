/* SPDX-License-Identifier: MIT */
/* How well something typed names something known. */
#ifndef MODEL_MATCH_H
#define MODEL_MATCH_H

/* Both are fold keys. 0 = no match; else higher is better: the whole name, then
 * a beginning, the beginnings of the words in order ("cote iv", "dem rep kor"),
 * the beginning of a later word, and, for a query of four letters and more, a
 * beginning with one typing error (two from eight letters on). A shorter name
 * wins among equals. */
int match_score(const char *query, const char *name);

#endif
