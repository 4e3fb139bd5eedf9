/* SPDX-License-Identifier: MIT */
/*
 * Where in the archive everything is. Names are not fixed: what kind a part is of says
 * a relationship, first of the archive, then of the text part.
 */
#include <stdlib.h>
#include <string.h>

#include "docx_part.h"

const char *docx_value(struct xml_attributes attributes)
{
	const char *value = xml_attribute(attributes, "val");

	return value ? value : "on";
}

bool docx_switch(struct xml_attributes attributes)
{
	const char *value = docx_value(attributes);

	return strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
	       strcmp(value, "off") != 0 && strcmp(value, "none") != 0;
}

int docx_figure(const char *text, int most)
{
	long value = text ? strtol(text, NULL, 10) : 0;

	return value < 0 ? 0 : value > most ? most : (int)value;
}

bool docx_read_side(struct zip_reader *zip, const char *part, const struct xml_events *events,
	void *context, struct err *err)
{
	if (!part || !zip_has(zip, part))
		return true;
	if (zip_size(zip, part) > DOCX_SIDE_MAX)
		return err_set(err, ERR_DATA, "its part “%s” is too large: %llu bytes", part,
			zip_size(zip, part));
	return xml_read_part(zip, part, events, context, err);
}

void docx_parts_init(struct docx_parts *parts)
{
	*parts = (struct docx_parts){0};
	arena_init(&parts->arena);
}

void docx_parts_clear(struct docx_parts *parts)
{
	arena_clear(&parts->arena);
}

struct links {
	struct docx_parts *parts;
	const char *folder; /* of the part whose links they are, with a slash, or "" */
};

static void keep_link(struct docx_parts *parts, const char *kind, const char *path)
{
	const struct {
		const char *kind, **place;
	} single[] = {{"officeDocument", &parts->document}, {"styles", &parts->styles},
		{"numbering", &parts->numbering}, {"footnotes", &parts->footnotes},
		{"endnotes", &parts->endnotes}};

	for (size_t i = 0; i < sizeof(single) / sizeof(*single); i++)
		if (strcmp(kind, single[i].kind) == 0 && !*single[i].place)
			*single[i].place = path;
	if (strcmp(kind, "header") == 0 && parts->header_count < DOCX_PARTS_MAX)
		parts->headers[parts->header_count++] = path;
	if (strcmp(kind, "footer") == 0 && parts->footer_count < DOCX_PARTS_MAX)
		parts->footers[parts->footer_count++] = path;
}

static bool on_link(
	void *context, struct xml_name name, struct xml_attributes attributes, struct err *err)
{
	struct links *links = context;
	const char *kind = xml_attribute(attributes, "Type");
	const char *target = xml_attribute(attributes, "Target");
	const char *mode = xml_attribute(attributes, "TargetMode");

	(void)err;
	if (strcmp(name.local, "Relationship") != 0 || !kind || !target ||
		(mode && strcmp(mode, "External") == 0))
		return true;
	kind = strrchr(kind, '/') ? strrchr(kind, '/') + 1 : kind;
	keep_link(links->parts, kind,
		*target == '/' ? arena_strdup(&links->parts->arena, target + 1)
			       : arena_printf(&links->parts->arena, "%s%s", links->folder, target));
	return true;
}

static bool read_links(struct docx_parts *parts, struct zip_reader *zip, const char *folder,
	const char *file, struct err *err)
{
	static const struct xml_events events = {.start = on_link};
	struct links links = {parts, folder};
	const char *path = arena_printf(&parts->arena, "%s_rels/%s.rels", folder, file);

	return docx_read_side(zip, path, &events, &links, err);
}

bool docx_parts_find(struct docx_parts *parts, struct zip_reader *zip, struct err *err)
{
	const char *slash;

	if (!read_links(parts, zip, "", "", err))
		return false;
	if (!parts->document || !zip_has(zip, parts->document))
		parts->document = "word/document.xml";
	if (!zip_has(zip, parts->document)) {
		if (zip_has(zip, "content.xml"))
			return err_set(
				err, ERR_DATA, "it is an OpenDocument file; save it as DOCX");
		return err_set(err, ERR_DATA, "it is an archive and no DOCX document");
	}
	slash = strrchr(parts->document, '/');
	if (!slash)
		return read_links(parts, zip, "", parts->document, err);
	return read_links(parts, zip,
		arena_strndup(
			&parts->arena, parts->document, (size_t)(slash + 1 - parts->document)),
		slash + 1, err);
}
