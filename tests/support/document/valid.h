/* SPDX-License-Identifier: MIT */
/*
 * Documents held against the schema of Akoma Ntoso (tests/data/akomantoso) by xmllint. To
 * load the schema takes longer than to check a document, so that they are collected and
 * checked together.
 */
#ifndef SUPPORT_DOCUMENT_VALID_H
#define SUPPORT_DOCUMENT_VALID_H

#include "document/document.h"

/* Keeps a document to be checked; the name is one of a file, without ending. */
void valid_add(const char *name, const char *text);
/* The same of a tree; fails the test at once if its JSON does not give the tree back. */
void valid_document(const struct document *document);
/* Fails the test unless all that were added since the last time are valid; where none may
 * be, unless none is. Skips the test where there is no xmllint. */
void valid_check(void);
void valid_check_none(void);
/* The same as the last test of a program, for everything that the others printed. */
void all_that_was_printed_is_valid(void **state);

#endif
