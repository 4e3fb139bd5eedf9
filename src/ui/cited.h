/* SPDX-License-Identifier: MIT */
/* From the symbol of a document, wherever it is seen, to its entry in the register. */
#ifndef UI_CITED_H
#define UI_CITED_H

#include <stdint.h>

#include "base/str.h"
#include "ui/app.h"

/* Of the text under the cursor of the view on top (view_ops.cites). */
void cited_open(struct app *app);
/* The register over what is shown, at this document; Esc goes back. */
void cited_show(struct app *app, int64_t document);
/* What an agenda item cites: its title, documents and annotation. */
void cited_of_item(struct app *app, int64_t item, struct str *text);

#endif
