/* SPDX-License-Identifier: MIT */
/* What an element of HTML is and looks like. Every node asked for is an element. */
#ifndef HTML_STYLE_H
#define HTML_STYLE_H

#include <gumbo.h>
#include <stdbool.h>

/* True if the style attribute has the property with a value that begins so. */
bool html_has_style(const GumboNode *node, const char *property, const char *value);
bool html_has_class(const GumboNode *node, const char *name);

bool html_is_hidden(const GumboNode *node);
bool html_is_left_out(GumboTag tag); /* holds no text of the document: scripts, forms */
bool html_is_block(GumboTag tag);    /* begins and ends paragraphs */

bool html_holds_notes(const GumboNode *node);  /* footnotes, or one of them */
bool html_is_reference(const GumboNode *node); /* the mark in the text that leads to one */
bool html_is_way_back(const GumboNode *node);  /* the mark of one that leads into the text */

/* Whether text in it is bold, centred; `otherwise` is what holds around it. */
bool html_is_bold(const GumboNode *node, bool otherwise);
bool html_is_centred(const GumboNode *node, bool otherwise);
/* The numbers of a list as <ol type> says them: 1 a A i I, 0 for none. */
char html_list_type(const GumboNode *node, char otherwise);

#endif
