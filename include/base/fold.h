/* SPDX-License-Identifier: MIT */
/*
 * Fold keys: what search and name matching compare, so that "cote" finds
 * "Côte", "lodz" "Łódź" and "orsted" "Ørsted", and each CJK character is a word
 * of its own (engineering B.3). Never shown.
 */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

/* Case folded; marks above and below letters and vowel points dropped (vowel signs
 * of Indic scripts and Thai and the voicing of kana stay); the letters that do not
 * decompose replaced (ł l, đ d, ø o, æ ae, œ oe, ß ss, þ th, ð d, ħ h, ı i, ŋ ng,
 * ŧ t, ə e); apostrophes dropped; hyphens, dashes and other punctuation a blank;
 * blanks single, none at the ends; Han characters and kana parted by blanks. A key
 * is its own key. Yours to free. */
char *fold_key(const char *text);

#endif
