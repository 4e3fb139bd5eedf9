/* SPDX-License-Identifier: MIT */
/*
 * XML by expat. A document type is refused where it begins, and with it every
 * entity that could be blown up or fetched; depth and the length of one tag are
 * limited, because expat keeps a tag in memory until it is whole. So the memory
 * that is needed does not depend on what is read.
 *
 * Knows nothing of what the elements mean.
 */
#include <stdlib.h>
#include <string.h>
#include <expat.h>

#include "base/mem.h"
#include "base/str.h"
#include "pack/xml.h"

enum { FEED = 64 * 1024 };

static const char separator = '\n'; /* can be in no URI and no name */

struct xml_reader {
	XML_Parser parser;
	struct xml_events events;
	void *context;
	struct err *err; /* while feeding */
	int depth;
	long long fed;
	bool stopped, damaged; /* by whomever; because of the XML itself */
	struct str space;      /* of the name at hand */
};

static void stop(struct xml_reader *xml)
{
	xml->stopped = true;
	XML_StopParser(xml->parser, XML_FALSE);
}

static void refuse(struct xml_reader *xml, const char *why)
{
	err_set(xml->err, ERR_DATA, "line %lu, column %lu: %s",
		(unsigned long)XML_GetCurrentLineNumber(xml->parser),
		(unsigned long)XML_GetCurrentColumnNumber(xml->parser) + 1, why);
	xml->damaged = true;
	stop(xml);
}

/* expat's "URI\nlocal" */
static struct xml_name split(struct xml_reader *xml, const char *name)
{
	const char *local = strchr(name, separator);

	str_reset(&xml->space);
	if (!local)
		return (struct xml_name){"", name};
	str_addn(&xml->space, name, (size_t)(local - name));
	return (struct xml_name){xml->space.text, local + 1};
}

static void on_start(void *data, const char *name, const char **attributes)
{
	struct xml_reader *xml = data;
	struct xml_attributes given = {(const char *const *)attributes};

	if (xml->stopped)
		return;
	if (++xml->depth > XML_DEPTH_MAX) {
		refuse(xml, "too many elements inside one another");
		return;
	}
	if (xml->events.start &&
		!xml->events.start(xml->context, split(xml, name), given, xml->err))
		stop(xml);
}

static void on_end(void *data, const char *name)
{
	struct xml_reader *xml = data;

	if (xml->stopped)
		return;
	xml->depth--;
	if (xml->events.end && !xml->events.end(xml->context, split(xml, name), xml->err))
		stop(xml);
}

static void on_text(void *data, const char *text, int length)
{
	struct xml_reader *xml = data;

	if (!xml->stopped && xml->events.text &&
		!xml->events.text(xml->context, text, (size_t)length, xml->err))
		stop(xml);
}

static void on_doctype(
	void *data, const char *name, const char *system, const char *public, int internal)
{
	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	refuse(data, "a document type (<!DOCTYPE) has no place here");
}

const char *xml_attribute(struct xml_attributes attributes, const char *local)
{
	for (const char *const *pair = attributes.pairs; pair && *pair; pair += 2) {
		const char *name = strchr(*pair, separator);
		if (strcmp(name ? name + 1 : *pair, local) == 0)
			return pair[1];
	}
	return NULL;
}

struct xml_reader *xml_reader_new(const struct xml_events *events, void *context)
{
	struct xml_reader *xml = mem_alloc(sizeof(*xml));

	str_init(&xml->space);
	xml->events = *events;
	xml->context = context;
	xml->parser = XML_ParserCreateNS(NULL, separator);
	if (!xml->parser)
		die("no memory left for reading a document");
	XML_SetUserData(xml->parser, xml);
	XML_SetElementHandler(xml->parser, on_start, on_end);
	XML_SetCharacterDataHandler(xml->parser, on_text);
	XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
	return xml;
}

void xml_reader_free(struct xml_reader *xml)
{
	if (!xml)
		return;
	XML_ParserFree(xml->parser);
	str_clear(&xml->space);
	free(xml);
}

static bool feed_piece(struct xml_reader *xml, const char *bytes, size_t length, bool last)
{
	xml->fed += (long long)length;
	if (XML_Parse(xml->parser, bytes, (int)length, last) == XML_STATUS_ERROR) {
		if (!xml->stopped) {
			if (XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY)
				die("no memory left for reading a document");
			refuse(xml, XML_ErrorString(XML_GetErrorCode(xml->parser)));
		}
		return false;
	}
	if (xml->fed - XML_GetCurrentByteIndex(xml->parser) > XML_TAG_MAX) {
		refuse(xml, "a tag without end");
		return false;
	}
	return true;
}

bool xml_reader_feed(
	struct xml_reader *xml, const char *bytes, size_t length, bool last, struct err *err)
{
	bool good = !xml->stopped;

	xml->err = err;
	for (size_t at = 0; good && (at < length || (last && at == length));) {
		size_t count = length - at < FEED ? length - at : FEED;
		bool end = last && at + count == length;
		good = feed_piece(xml, bytes + at, count, end);
		at += count;
		if (end)
			break;
	}
	xml->err = NULL;
	return good;
}

static bool take(void *context, const char *bytes, size_t length, struct err *err)
{
	return xml_reader_feed(context, bytes, length, false, err);
}

bool xml_read_part(struct zip_reader *zip, const char *part, const struct xml_events *events,
	void *context, struct err *err)
{
	struct xml_reader *xml = xml_reader_new(events, context);
	struct err said = {0};
	bool good =
		zip_read(zip, part, take, xml, &said) && xml_reader_feed(xml, "", 0, true, &said);

	if (!good)
		err_set(err, said.code, xml->damaged ? "its part “%s” is damaged: %s" : "%.0s%s",
			part, said.text);
	xml_reader_free(xml);
	return good;
}
