/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "docx_file.h"
#include "pack/xml.h"

struct docx_file docx_file;

int docx_begin(void **state)
{
	(void)state;
	document_init(&docx_file.document);
	str_init(&docx_file.bytes);
	str_init(&docx_file.text);
	return 0;
}

int docx_end(void **state)
{
	(void)state;
	document_clear(&docx_file.document);
	zip_reader_free(docx_file.zip);
	docx_file.zip = NULL;
	str_clear(&docx_file.bytes);
	str_clear(&docx_file.text);
	return 0;
}

struct node *docx_add(struct node *parent, enum node_kind kind, const char *words)
{
	return document_add(&docx_file.document, parent, kind, words);
}

struct node *docx_add_heading(int level, const char *words)
{
	struct node *heading = docx_add(docx_file.document.root, NODE_HEADING, words);

	heading->level = level;
	return heading;
}

struct node *docx_add_list(struct node *parent, enum list_style style)
{
	struct node *list = docx_add(parent, NODE_LIST, NULL);

	list->style = style;
	return list;
}

void docx_write(void)
{
	document_number(&docx_file.document);
	docx_write_as_it_is();
}

void docx_write_as_it_is(void)
{
	docx_write_this(&docx_file.document);
}

void docx_write_this(const struct document *document)
{
	struct err err = {0};

	zip_reader_free(docx_file.zip);
	str_reset(&docx_file.bytes);
	document_writer("docx")->write(document, &docx_file.bytes);
	docx_file.zip = zip_reader_new(docx_file.bytes.text, docx_file.bytes.length, &err);
	if (!docx_file.zip)
		fail_msg("%s", err.text);
}

static bool keep(void *context, const char *piece, size_t length, struct err *err)
{
	(void)err;
	str_addn(context, piece, length);
	return true;
}

const char *docx_part(const char *name)
{
	struct err err = {0};

	str_reset(&docx_file.text);
	if (!zip_read(docx_file.zip, name, keep, &docx_file.text, &err))
		fail_msg("%s", err.text);
	return docx_file.text.text;
}

void docx_expect(const char *name, const char *words)
{
	if (!strstr(docx_part(name), words))
		fail_msg("%s has no %s:\n%s", name, words, docx_file.text.text);
}

void docx_expect_none(const char *name, const char *words)
{
	if (strstr(docx_part(name), words))
		fail_msg("%s has %s:\n%s", name, words, docx_file.text.text);
}

/* In the body, which has each run as <w:r><w:t xml:space="preserve">...; that is left out. */
void docx_expect_body(const char *words)
{
	static const char run[] = "<w:r><w:t xml:space=\"preserve\">";
	struct str plain;

	str_init(&plain);
	for (const char *c = docx_part("word/document.xml"); *c; c++) {
		if (strncmp(c, run, sizeof run - 1) == 0)
			c += sizeof run - 2;
		else if (strncmp(c, "</w:t></w:r>", 12) == 0)
			c += 11;
		else
			str_addc(&plain, *c);
	}
	if (!strstr(plain.text, words))
		fail_msg("the body has no %s:\n%s", words, plain.text);
	str_clear(&plain);
}

/* --- values of attributes, wherever they are --- */

static bool on_start(
	void *context, struct xml_name name, struct xml_attributes attributes, struct err *err)
{
	struct docx_values *values = context;
	const char *value = xml_attribute(attributes, values->attribute);

	(void)err;
	if (value && (!*values->element || strcmp(values->element, name.local) == 0)) {
		values->all = mem_grow(
			values->all, &values->room, values->count + 1, sizeof *values->all);
		values->all[values->count++] = mem_strdup(value);
	}
	return true;
}

/* Also shows that the part is well-formed. */
struct docx_values docx_values_of(const char *name, const char *element, const char *attribute)
{
	static const struct xml_events events = {.start = on_start};
	struct docx_values values = {.element = element, .attribute = attribute};
	struct err err = {0};

	if (!xml_read_part(docx_file.zip, name, &events, &values, &err))
		fail_msg("%s", err.text);
	return values;
}

void docx_values_free(struct docx_values *values)
{
	for (size_t i = 0; i < values->count; i++)
		free(values->all[i]);
	free(values->all);
}

static bool has(const struct docx_values *values, const char *value)
{
	for (size_t i = 0; i < values->count; i++)
		if (strcmp(values->all[i], value) == 0)
			return true;
	return false;
}

/* Each value there is one of these. */
static void expect_defined(const char *name, const char *element, const char *attribute,
	const struct docx_values *defined)
{
	struct docx_values used = docx_values_of(name, element, attribute);

	for (size_t i = 0; i < used.count; i++)
		if (!has(defined, used.all[i]) && strcmp(used.all[i], "0") != 0)
			fail_msg("%s: %s %s is not defined", name, element, used.all[i]);
	docx_values_free(&used);
}

static void expect_unique(const char *name, const char *element, const char *attribute)
{
	struct docx_values all = docx_values_of(name, element, attribute);

	for (size_t i = 0; i < all.count; i++)
		for (size_t j = 0; j < i; j++)
			if (strcmp(all.all[i], all.all[j]) == 0)
				fail_msg("%s: two %s are %s", name, element, all.all[i]);
	docx_values_free(&all);
}

/* --- what holds for every file --- */

static void check_styles(void)
{
	static const char *const parts[] = {
		"word/document.xml", "word/footnotes.xml", "word/footer1.xml", "word/header1.xml"};
	static const char *const elements[] = {"pStyle", "rStyle", "tblStyle"};
	static const char *const links[] = {"basedOn", "next", "link"};
	struct docx_values styles = docx_values_of("word/styles.xml", "style", "styleId");

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		for (size_t j = 0; zip_has(docx_file.zip, parts[i]) && j < 3; j++)
			expect_defined(parts[i], elements[j], "val", &styles);
	for (size_t i = 0; i < sizeof links / sizeof links[0]; i++)
		expect_defined("word/styles.xml", links[i], "val", &styles);
	expect_defined("word/numbering.xml", "pStyle", "val", &styles);
	expect_unique("word/styles.xml", "style", "styleId");
	expect_unique("word/styles.xml", "name", "val");
	docx_values_free(&styles);
}

static void check_numbers(void)
{
	struct docx_values nums = docx_values_of("word/numbering.xml", "num", "numId");
	struct docx_values lists =
		docx_values_of("word/numbering.xml", "abstractNum", "abstractNumId");

	expect_defined("word/document.xml", "numId", "val", &nums);
	expect_defined("word/styles.xml", "numId", "val", &nums);
	expect_defined("word/numbering.xml", "abstractNumId", "val", &lists);
	expect_unique("word/numbering.xml", "num", "numId");
	expect_unique("word/numbering.xml", "abstractNum", "abstractNumId");
	docx_values_free(&lists);
	docx_values_free(&nums);
}

static void check_notes(void)
{
	struct docx_values notes = docx_values_of("word/footnotes.xml", "footnote", "id");

	expect_defined("word/document.xml", "footnoteReference", "id", &notes);
	expect_defined("word/settings.xml", "footnote", "id", &notes);
	expect_unique("word/footnotes.xml", "footnote", "id");
	expect_unique("word/document.xml", "footnoteReference", "id");
	docx_values_free(&notes);
}

static void check_targets(const char *links, const char *folder)
{
	struct docx_values targets = docx_values_of(links, "Relationship", "Target");

	for (size_t i = 0; i < targets.count; i++) {
		char *path = mem_printf("%s%s", folder, targets.all[i]);
		if (!zip_has(docx_file.zip, path))
			fail_msg("%s: there is no %s", links, path);
		free(path);
	}
	expect_unique(links, "Relationship", "Id");
	docx_values_free(&targets);
}

/* The list at the end of the archive names every part; each has its type. */
static void check_types(void)
{
	struct docx_values types = docx_values_of("[Content_Types].xml", "Override", "PartName");
	size_t found = 0;

	for (size_t i = 0; i + 46 < docx_file.bytes.length; i++) {
		if (memcmp(docx_file.bytes.text + i, "PK\1\2", 4) != 0)
			continue;
		size_t length = (unsigned char)docx_file.bytes.text[i + 28];
		char *name = mem_printf("/%.*s", (int)length, docx_file.bytes.text + i + 46);
		bool usual = strcmp(name, "/[Content_Types].xml") == 0 || strstr(name, ".rels");
		if (!usual && !has(&types, name))
			fail_msg("%s has no type", name);
		found += !usual;
		free(name);
	}
	assert_int_equal(found, types.count);
	expect_unique("[Content_Types].xml", "Override", "PartName");
	docx_values_free(&types);
}

static void check_links(void)
{
	struct docx_values links =
		docx_values_of("word/_rels/document.xml.rels", "Relationship", "Id");

	check_targets("_rels/.rels", "");
	check_targets("word/_rels/document.xml.rels", "word/");
	expect_defined("word/document.xml", "footerReference", "id", &links);
	expect_defined("word/document.xml", "headerReference", "id", &links);
	docx_values_free(&links);
}

/* What stands in the properties of a paragraph or a run of the body. */
struct form {
	char path[XML_DEPTH_MAX][16];
	int depth;
};

static bool on_form(
	void *context, struct xml_name name, struct xml_attributes attributes, struct err *err)
{
	static const char *const allowed[] = {"pPr/pStyle", "pPr/numPr", "pPr/rPr", "rPr/rStyle",
		"rPr/ins", "rPr/del", "numPr/ilvl", "numPr/numId"};
	struct form *form = context;
	const char *parent = form->depth ? form->path[form->depth - 1] : "";
	bool good = strcmp(parent, "pPr") != 0 && strcmp(parent, "rPr") != 0 &&
		    strcmp(parent, "numPr") != 0;
	char *path = mem_printf("%s/%s", parent, name.local);

	(void)attributes;
	for (size_t i = 0; !good && i < sizeof allowed / sizeof allowed[0]; i++)
		good = strcmp(allowed[i], path) == 0;
	if (!good)
		err_set(err, ERR_DATA, "%s is a form of its own", path);
	free(path);
	strncpy(form->path[form->depth], name.local, sizeof form->path[0] - 1);
	form->path[form->depth++][sizeof form->path[0] - 1] = '\0';
	return good;
}

static bool on_form_end(void *context, struct xml_name name, struct err *err)
{
	(void)name;
	(void)err;
	((struct form *)context)->depth--;
	return true;
}

static void check_form(void)
{
	static const struct xml_events events = {on_form, on_form_end, NULL};
	struct form form = {.depth = 0};
	struct err err = {0};

	if (!xml_read_part(docx_file.zip, "word/document.xml", &events, &form, &err))
		fail_msg("%s", err.text);
	expect_unique("word/document.xml", "ins", "id");
	expect_unique("word/document.xml", "del", "id");
}

void docx_check(void)
{
	check_styles();
	check_numbers();
	check_notes();
	check_links();
	check_types();
	check_form();
	for (const char *const *name = (const char *const[]){"docProps/core.xml",
		     "docProps/app.xml", "word/settings.xml", NULL};
		*name; name++)
		docx_values_free(&(struct docx_values[]){docx_values_of(*name, "", "x")}[0]);
}
