/* SPDX-License-Identifier: MIT */
/*
 * YAML written line by line: keys in mappings, entries in lists. Texts stand plain where
 * nothing can be mistaken, else in quotation marks; long ones are folded. What yaml_tree
 * reads of it is the same texts.
 */
#ifndef YAML_WRITE_H
#define YAML_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct yaml_out {
	struct str *out;
	int indent;
	bool dash; /* the next line begins an entry of a list */
};

/* "key: text"; nothing if text is NULL or "". */
void yaml_text(struct yaml_out *yaml, const char *key, const char *text);
/* The same, always in quotation marks: numbers, times. */
void yaml_quoted(struct yaml_out *yaml, const char *key, const char *text);
/* "key:", and what follows is indented under it, until yaml_close. */
void yaml_open(struct yaml_out *yaml, const char *key);
void yaml_close(struct yaml_out *yaml);
/* An entry of the list, whose keys follow until yaml_entry_end. */
void yaml_entry(struct yaml_out *yaml);
void yaml_entry_end(struct yaml_out *yaml);
/* An entry that is a quoted text. */
void yaml_quoted_entry(struct yaml_out *yaml, const char *text);
/* "key: [a, b]", in more lines where it is long: begin with first true; yaml_flow_end after the last one. */
void yaml_flow(struct yaml_out *yaml, const char *key, const char *text, bool first, bool quoted);
void yaml_flow_end(struct yaml_out *yaml);

#endif
