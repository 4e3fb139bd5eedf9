/* SPDX-License-Identifier: MIT */
/*
 * XML as a stream of events, of bytes that come in pieces. Well-formed or refused;
 * no document type, so no entities but the five of XML; so deep and no deeper.
 */
#ifndef PACK_XML_H
#define PACK_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "pack/zip.h"

enum {
	XML_DEPTH_MAX = 256,           /* elements inside one another */
	XML_TAG_MAX = 1 * 1024 * 1024, /* bytes of one tag */
};

struct xml_name {
	const char *space; /* the namespace's URI, "" for none */
	const char *local; /* the name without a prefix */
};

/* Names and values are borrowed for the call. */
struct xml_attributes {
	const char *const *pairs; /* private */
};

/* What is told; a member may be NULL. Text comes in pieces of any length, not
 * ended by NUL, valid UTF-8 in all (a character may be in two pieces). False ends the reading,
 * with the sentence in err. */
struct xml_events {
	bool (*start)(void *context, struct xml_name name, struct xml_attributes attributes,
		struct err *err);
	bool (*end)(void *context, struct xml_name name, struct err *err);
	bool (*text)(void *context, const char *text, size_t length, struct err *err);
};

/* The value of the attribute with that local name, whatever its namespace; NULL if
 * it is not there. */
const char *xml_attribute(struct xml_attributes attributes, const char *local);

struct xml_reader;

/* Never NULL. */
struct xml_reader *xml_reader_new(const struct xml_events *events, void *context);
void xml_reader_free(struct xml_reader *xml); /* NULL passes */
/* Reads the next bytes; with `last`, they were the last (0 bytes may be). False with
 * ERR_DATA and a sentence with line and column, or with what an event said. */
bool xml_reader_feed(
	struct xml_reader *xml, const char *bytes, size_t length, bool last, struct err *err);

/* A whole part of an archive; the sentence names it. */
bool xml_read_part(struct zip_reader *zip, const char *part, const struct xml_events *events,
	void *context, struct err *err);

#endif
