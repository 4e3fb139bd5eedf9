/* SPDX-License-Identifier: MIT */
/*
 * XML into a string, element by element: begin, its attributes, its content, end.
 * What is written is well-formed whatever the texts hold: they are escaped, and all
 * of them goes through the output filter, so that what XML cannot hold (control
 * characters, noncharacters, bad bytes) is visible: "<U+0007>". A wrong order of
 * the calls is a bug, and asserted.
 *
 *	xml_write_begin(&xml, "p");
 *	xml_write_attribute(&xml, "class", "note");
 *	xml_write_text(&xml, "Fish & chips");
 *	xml_write_end(&xml, "p");               -> <p class="note">Fish &amp; chips</p>
 */
#ifndef PACK_XML_WRITE_H
#define PACK_XML_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum { XML_WRITE_DEPTH_MAX = 256 }; /* elements inside one another: what xml.h reads back */

struct xml_writer {
	struct str *out;
	struct str filtered; /* of the text at hand */
	const char *names[XML_WRITE_DEPTH_MAX];
	int depth;
	bool in_tag; /* attributes may follow */
};

/* Adds the declaration (UTF-8) to out, which is borrowed until xml_write_done. */
void xml_write_init(struct xml_writer *xml, struct str *out);
/* Nothing may be open any more. */
void xml_write_done(struct xml_writer *xml);

/* Names are borrowed until their element ends; what is a name is not checked. */
void xml_write_begin(struct xml_writer *xml, const char *name);
/* Only directly after a begin or another attribute. Line feeds and tabs are kept. */
void xml_write_attribute(struct xml_writer *xml, const char *name, const char *value);
void xml_write_number(struct xml_writer *xml, const char *name, long long value);
/* Line feeds and tabs are kept. */
void xml_write_text(struct xml_writer *xml, const char *text);
/* Whole elements that are a part of the program, as they stand: nothing is escaped or
 * checked. */
void xml_write_literal(struct xml_writer *xml, const char *elements);
/* Ends the innermost element, which must be of that name; one without content is
 * an empty tag. */
void xml_write_end(struct xml_writer *xml, const char *name);

/* An element with one attribute (NULL: none) and one text (NULL: none). */
void xml_write_element(struct xml_writer *xml, const char *name, const char *attribute,
	const char *value, const char *text);

#endif
