/* SPDX-License-Identifier: MIT */
/* What an annotation cites: documents by their symbols, resolutions and decisions. */
#ifndef IMPORT_CITED_H
#define IMPORT_CITED_H

#include <stdbool.h>
#include <stddef.h>

#include "import.h"

/* A paragraph under "Documentation": its document, with kind and title, under the item.
 * False if it has no symbol. */
bool import_cited_document(struct import *import, size_t item, const char *text, int line);
/* The symbols in running text, as documents without a title. */
void import_cited_symbols(struct import *import, size_t item, const char *text, int line);
/* The resolutions, decisions and recommendations in running text. */
void import_cited_mandates(struct import *import, size_t item, const char *text);
/* A mandate has the same title under every item: gives it where only the number is said. */
void import_cited_titles(struct import *import);

#endif
