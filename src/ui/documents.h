/* SPDX-License-Identifier: MIT */
/* What the Documents view and its text pane share. Private to them. */
#ifndef UI_DOCUMENTS_H
#define UI_DOCUMENTS_H

#include "store/document.h"
#include "flow.h"
#include "ui/app.h"

const char *document_mark(const struct document_row *row);
/* The symbol as it is printed: "*" behind one that was reissued. */
void document_symbol(const struct document_row *row, struct str *out);

/* In so many columns: of one that is too long the end, which tells it from others,
 * "…/WG.2/2012/2/Add.1". */
void document_symbol_brief(const char *symbol, int columns, struct str *out);

/* Everything that is known of one; `rows` are all documents of the session, for what is
 * linked to it. */
void document_text(struct flow *flow, struct app *app, const struct document_row *row,
	const struct document_row *rows, size_t count);

#endif
