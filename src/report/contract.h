/* SPDX-License-Identifier: MIT */
/* Two words that become one where they meet: French "de le" is "du". Private. */
#ifndef REPORT_CONTRACT_H
#define REPORT_CONTRACT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/template.h"

/* Contracts the word before `at` with what begins there, by the rules of the language: the
 * text of "contractions", "de le = du; de * = d’", where * stands for any word that begins
 * with one of "vowels". Nothing happens where no rule is for these two. */
void contract(const struct template *template, struct str *text, size_t at);
/* Does it begin with one of the language's "vowels"? */
bool contract_before_vowel(const struct template *template, const char *word);

#endif
