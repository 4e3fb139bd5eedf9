/* SPDX-License-Identifier: MIT */
/*
 * XML as it is written: a stack of the names that are open, and one way for every
 * text, through the output filter and then the escapes. So neither a forgotten end
 * nor a hostile text can make the file one that no reader opens.
 *
 * Sets no lines and indents nothing, because blanks are words in mixed content.
 */
#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "pack/xml_write.h"

void xml_write_init(struct xml_writer *xml, struct str *out)
{
	xml->out = out;
	xml->depth = 0;
	xml->in_tag = false;
	str_init(&xml->filtered);
	str_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
}

void xml_write_done(struct xml_writer *xml)
{
	assert(xml->depth == 0);
	str_clear(&xml->filtered);
	str_addc(xml->out, '\n');
}

static void close_tag(struct xml_writer *xml)
{
	if (xml->in_tag)
		str_addc(xml->out, '>');
	xml->in_tag = false;
}

static const char *escape_of(char c, bool quoted)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;"; /* of "]]>" */
	case '"':
		return quoted ? "&quot;" : NULL;
	case '\n':
		return quoted ? "&#10;" : NULL;
	case '\t':
		return quoted ? "&#9;" : NULL;
	default:
		return NULL;
	}
}

static void put(struct xml_writer *xml, const char *text, bool quoted)
{
	str_reset(&xml->filtered);
	utf8_visible(&xml->filtered, text, strlen(text), true);

	const char *plain = xml->filtered.text, *end = plain + xml->filtered.length;
	for (const char *c = plain; c < end; c++) {
		const char *escape = escape_of(*c, quoted);
		if (!escape)
			continue;
		str_addn(xml->out, plain, (size_t)(c - plain));
		str_add(xml->out, escape);
		plain = c + 1;
	}
	str_addn(xml->out, plain, (size_t)(end - plain));
}

void xml_write_begin(struct xml_writer *xml, const char *name)
{
	assert(xml->depth < XML_WRITE_DEPTH_MAX);

	close_tag(xml);
	str_addc(xml->out, '<');
	str_add(xml->out, name);
	xml->names[xml->depth++] = name;
	xml->in_tag = true;
}

void xml_write_attribute(struct xml_writer *xml, const char *name, const char *value)
{
	assert(xml->in_tag);

	str_addc(xml->out, ' ');
	str_add(xml->out, name);
	str_add(xml->out, "=\"");
	put(xml, value, true);
	str_addc(xml->out, '"');
}

void xml_write_number(struct xml_writer *xml, const char *name, long long value)
{
	assert(xml->in_tag);

	str_addf(xml->out, " %s=\"%lld\"", name, value);
}

void xml_write_text(struct xml_writer *xml, const char *text)
{
	if (!*text)
		return;
	close_tag(xml);
	put(xml, text, false);
}

void xml_write_literal(struct xml_writer *xml, const char *elements)
{
	if (!*elements)
		return;
	close_tag(xml);
	str_add(xml->out, elements);
}

void xml_write_end(struct xml_writer *xml, const char *name)
{
	assert(xml->depth > 0 && strcmp(xml->names[xml->depth - 1], name) == 0);

	xml->depth--;
	if (xml->in_tag)
		str_add(xml->out, "/>");
	else
		str_addf(xml->out, "</%s>", name);
	xml->in_tag = false;
}

void xml_write_element(struct xml_writer *xml, const char *name, const char *attribute,
	const char *value, const char *text)
{
	xml_write_begin(xml, name);
	if (attribute)
		xml_write_attribute(xml, attribute, value);
	if (text)
		xml_write_text(xml, text);
	xml_write_end(xml, name);
}
