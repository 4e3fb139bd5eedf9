/* SPDX-License-Identifier: MIT */
/* What every file of the program has: it can be read, it is a mapping, and it
 * says with "rapporteur: KIND/1" what it is. */
#ifndef YAML_FILE_H
#define YAML_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "fields.h"
#include "yaml_tree.h"

/* Appends the file to text; false, with a message of line 0, if it cannot be read. */
bool yaml_file_read(const char *path, struct str *text, struct messages *messages);

/* Reads text into the tree (initialised by the caller) and looks at its
 * beginning. NULL, with a message, if there is nothing that a reader of this
 * kind ("agenda") could go on with. */
const struct node *yaml_file_root(struct yaml_tree *tree, struct reader *reader, const char *text,
	size_t length, const char *kind);

#endif
