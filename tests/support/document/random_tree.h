/* SPDX-License-Identifier: MIT */
/* Documents that nobody would write, but that somebody's file may hold: any tree that the
 * JSON form can have, with texts, labels and keys that mean something elsewhere. */
#ifndef SUPPORT_DOCUMENT_RANDOM_TREE_H
#define SUPPORT_DOCUMENT_RANDOM_TREE_H

#include "base/generator.h"
#include "document/document.h"

/* The document is initialised and empty. */
void random_tree(struct generator *generator, struct document *document);

#endif
