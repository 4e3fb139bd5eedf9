/* SPDX-License-Identifier: MIT */
/*
 * The package (ECMA-376 part 2): each part's kind is said once where all are listed, and
 * once more by the link that leads to it. Both are made of one table.
 */
#include "docx.h"
#include "docx_package.h"

#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

struct part {
	const char *id, *name, *type; /* of the link; of the part; of what it holds */
	const char *link;             /* what kind of link */
};

/* From the package itself. */
static const struct part of_package[] = {
	{"rId1", "word/document.xml", WORD "document.main+xml", DOCX_LINKS "/officeDocument"},
	{"rId2", "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
		PACKAGE "/relationships/metadata/core-properties"},
	{"rId3", "docProps/app.xml",
		"application/vnd.openxmlformats-officedocument.extended-properties+xml",
		DOCX_LINKS "/extended-properties"},
	{0}};

/* From the text, in whose folder they are. */
static const struct part of_text[] = {
	{"rId1", "styles.xml", WORD "styles+xml", DOCX_LINKS "/styles"},
	{"rId2", "settings.xml", WORD "settings+xml", DOCX_LINKS "/settings"},
	{"rId3", "numbering.xml", WORD "numbering+xml", DOCX_LINKS "/numbering"},
	{"rId4", "footnotes.xml", WORD "footnotes+xml", DOCX_LINKS "/footnotes"},
	{DOCX_FOOTER_LINK, "footer1.xml", WORD "footer+xml", DOCX_LINKS "/footer"},
	{DOCX_HEADER_LINK, "header1.xml", WORD "header+xml", DOCX_LINKS "/header"}, /* the last */
	{0}};

void docx_part_begin(struct docx_part *part)
{
	str_init(&part->out);
	xml_write_init(&part->xml, &part->out);
}

void docx_part_end(struct docx_part *part, struct zip_writer *zip, const char *name)
{
	xml_write_done(&part->xml);
	zip_writer_begin(zip, name);
	zip_writer_add(zip, part->out.text, part->out.length);
	zip_writer_end(zip);
	str_clear(&part->out);
}

static bool is_there(const struct part *part, bool header)
{
	return part->id && (header || part[1].id);
}

static void put_types(
	struct xml_writer *xml, const struct part *part, const char *folder, bool header)
{
	struct str name;

	str_init(&name);
	for (; is_there(part, header); part++) {
		str_reset(&name);
		str_addf(&name, "%s%s", folder, part->name);
		xml_write_begin(xml, "Override");
		xml_write_attribute(xml, "PartName", name.text);
		xml_write_attribute(xml, "ContentType", part->type);
		xml_write_end(xml, "Override");
	}
	str_clear(&name);
}

static void put_links(
	struct zip_writer *zip, const char *name, const struct part *part, bool header)
{
	struct docx_part links;

	docx_part_begin(&links);
	xml_write_begin(&links.xml, "Relationships");
	xml_write_attribute(&links.xml, "xmlns", PACKAGE "/relationships");
	for (; is_there(part, header); part++) {
		xml_write_begin(&links.xml, "Relationship");
		xml_write_attribute(&links.xml, "Id", part->id);
		xml_write_attribute(&links.xml, "Type", part->link);
		xml_write_attribute(&links.xml, "Target", part->name);
		xml_write_end(&links.xml, "Relationship");
	}
	xml_write_end(&links.xml, "Relationships");
	docx_part_end(&links, zip, name);
}

void docx_package_begin(struct zip_writer *zip, bool header)
{
	struct docx_part types;

	docx_part_begin(&types);
	xml_write_begin(&types.xml, "Types");
	xml_write_attribute(&types.xml, "xmlns", PACKAGE "/content-types");
	xml_write_literal(&types.xml,
		"<Default Extension=\"rels\" "
		"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
		"<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
	put_types(&types.xml, of_package, "/", true);
	put_types(&types.xml, of_text, "/word/", header);
	xml_write_end(&types.xml, "Types");
	docx_part_end(&types, zip, "[Content_Types].xml");
	put_links(zip, "_rels/.rels", of_package, true);
	put_links(zip, "word/_rels/document.xml.rels", of_text, header);
}
