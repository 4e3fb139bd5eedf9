/* SPDX-License-Identifier: MIT */
/*
 * The readers of zip, XML and DOCX under a fuzzer (make fuzz). The first byte says what the
 * rest is: an archive; changes of a right one, each by a place and a byte; or one part of an
 * archive whose others are right, so that the fuzzer need not find check sums.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "support/exchange/reading_check.h"
#include "support/pack/zip_make.h"

#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define LINK(kind) "<Relationship Type='" REL kind "' Target='" kind ".xml'/>"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct zip_part right[] = {
	{"word/document.xml",
		"<w:document " W
		"><w:body><w:p><w:pPr><w:pStyle w:val='a'/><w:numPr><w:ilvl w:val='1'/>"
		"<w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>text</w:t><w:footnoteReference w:id='1'/>"
		"</w:r></w:p><w:p><w:pPr><w:pStyle w:val='b'/><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr>"
		"<w:r><w:t>more</w:t></w:r></w:p></w:body></w:document>",
		0, .stored = true},
	{"word/styles.xml",
		"<w:styles " W
		"><w:style w:styleId='a'><w:name w:val='heading 1'/></w:style></w:styles>",
		0, .stored = true},
	{"word/numbering.xml",
		"<w:numbering " W "><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='1'><w:numFmt "
		"w:val='lowerRoman'/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum><w:num w:numId='1'>"
		"<w:abstractNumId w:val='0'/></w:num></w:numbering>",
		0, .stored = true},
	{"word/footnotes.xml",
		"<w:footnotes " W
		"><w:footnote w:id='1'><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>"
		"</w:footnotes>",
		0, .stored = true},
	{"word/header.xml", "<w:hdr " W "><w:p><w:r><w:t>head</w:t></w:r></w:p></w:hdr>", 0,
		.stored = true},
	{"word/_rels/document.xml.rels",
		"<Relationships>" LINK("styles") LINK("numbering") LINK("footnotes")
			LINK("header") "</Relationships>",
		0, .stored = true},
};

enum { PARTS = sizeof(right) / sizeof(*right) };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct zip_part parts[PARTS];
	struct str bytes;
	size_t changed;
	char *text;

	if (size < 2)
		return 0;
	changed = data[0] % (PARTS + 2);
	text = malloc(size);
	if (!text)
		return 0;
	memcpy(text, data + 1, size - 1);
	text[size - 1] = '\0';
	memcpy(parts, right, sizeof(right));
	if (changed < PARTS) {
		parts[changed].bytes = text;
		parts[changed].length = size - 1;
	}
	str_init(&bytes);
	if (changed == PARTS)
		str_addn(&bytes, text, size - 1);
	else
		zip_make(&bytes, parts, PARTS);
	for (size_t i = 1; changed > PARTS && i + 2 < size; i += 3)
		bytes.text[4 + (data[i] << 8 | data[i + 1]) % (bytes.length - 4)] =
			(char)data[i + 2];
	if (bytes.length > 4 && memcmp(bytes.text, "PK\3\4", 4) == 0)
		reading_check("a.docx", bytes.text, bytes.length);
	str_clear(&bytes);
	free(text);
	return 0;
}
