/* SPDX-License-Identifier: MIT */
/* The words of the JSON form, and which node may stand in which: what its writer and its
 * reader share. */
#ifndef DOCUMENT_JSON_FORM_H
#define DOCUMENT_JSON_FORM_H

#include "document/document.h"

#define JSON_FORM "document/1"

enum { KINDS = NODE_CELL + 1, STYLES = LIST_PLAIN + 1, CLASSES = DOCUMENT_TEXTS + 1 };

struct json_kind {
	const char *name;
	unsigned holds; /* a bit for each kind that may be its child */
};

extern const struct json_kind json_kinds[KINDS];
extern const char *const json_styles[STYLES];
extern const char *const json_classes[CLASSES];

#endif
