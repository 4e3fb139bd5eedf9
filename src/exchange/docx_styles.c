/* SPDX-License-Identifier: MIT */
/*
 * Styles. What a style does not say, the one it is based on says; that is looked up
 * once for each when it is first asked for. A style is a heading by its outline level
 * or by its name: Word's own ("heading 2", "Title") and those of the United Nations'
 * templates ("_ H_1_G", "HCh", "H23").
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "docx_part.h"

enum { BASED_MAX = 32 };

static const struct docx_style nothing = {
	.level = -1, .bold = -1, .centred = -1, .num = -1, .ilvl = -1, .left = -1};

void docx_styles_init(struct docx_styles *styles)
{
	*styles = (struct docx_styles){.usual = (size_t)-1};
	arena_init(&styles->arena);
	lookup_init(&styles->by_id);
}

void docx_styles_clear(struct docx_styles *styles)
{
	lookup_clear(&styles->by_id);
	free(styles->all);
	arena_clear(&styles->arena);
}

/* --- headings by name --- */

/* "_ H_23_G", "HCh", "H1": what stands behind the H, or NULL. */
static int united_nations_level(const char *name)
{
	static const struct {
		const char *name;
		int level;
	} levels[] = {{"HM", 1}, {"HCH", 1}, {"H1", 2}, {"H23", 3}, {"H4", 4}, {"H56", 5}};
	char plain[16];
	size_t length = 0;

	for (; *name && length < sizeof(plain) - 1; name++)
		if (isalnum((unsigned char)*name))
			plain[length++] = (char)toupper((unsigned char)*name);
	if (*name)
		return -1;
	plain[length] = '\0';
	if (length > 2 && plain[length - 1] == 'G')
		plain[length - 1] = '\0';
	for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); i++)
		if (strcmp(plain, levels[i].name) == 0)
			return levels[i].level;
	return -1;
}

static int level_by_name(const char *name)
{
	if (strncasecmp(name, "heading ", 8) == 0 && isdigit((unsigned char)name[8]))
		return docx_figure(name + 8, DOCX_LEVELS);
	if (strcasecmp(name, "title") == 0)
		return 1;
	if (strcasecmp(name, "subtitle") == 0)
		return 2;
	return united_nations_level(name);
}

/* --- reading --- */

struct reader {
	struct docx_styles *styles;
	struct docx_style *style; /* the one that is open */
	int skipped;              /* elements inside one that is not read */
};

static bool begin_style(struct reader *reader, struct xml_attributes attributes, struct err *err)
{
	struct docx_styles *styles = reader->styles;
	const char *id = xml_attribute(attributes, "styleId");
	const char *usual = xml_attribute(attributes, "default");
	const char *type = xml_attribute(attributes, "type");

	if (styles->count == DOCX_ENTRIES_MAX)
		return err_set(err, ERR_DATA, "it has too many styles");
	styles->all = mem_grow(styles->all, &styles->room, styles->count + 1, sizeof(*styles->all));
	reader->style = &styles->all[styles->count];
	*reader->style = nothing;
	reader->style->id = arena_strdup(&styles->arena, id ? id : "");
	if (usual && strcmp(usual, "0") != 0 && type && strcmp(type, "paragraph") == 0)
		styles->usual = styles->count;
	styles->count++;
	return true;
}

static void read_indent(struct docx_style *style, struct xml_attributes attributes)
{
	const char *left = xml_attribute(attributes, "left");

	if (!left)
		left = xml_attribute(attributes, "start");
	if (left)
		style->left = docx_figure(left, 100000);
}

static void read_property(
	struct reader *reader, const char *local, struct xml_attributes attributes)
{
	struct docx_style *style = reader->style;
	struct arena *arena = &reader->styles->arena;

	if (strcmp(local, "name") == 0)
		style->name = arena_strdup(arena, docx_value(attributes));
	else if (strcmp(local, "basedOn") == 0)
		style->based_on = arena_strdup(arena, docx_value(attributes));
	else if (strcmp(local, "outlineLvl") == 0)
		style->level = docx_figure(docx_value(attributes), 9) + 1;
	else if (strcmp(local, "b") == 0)
		style->bold = docx_switch(attributes);
	else if (strcmp(local, "jc") == 0)
		style->centred = strcmp(docx_value(attributes), "center") == 0;
	else if (strcmp(local, "numId") == 0)
		style->num = docx_figure(docx_value(attributes), 1000000);
	else if (strcmp(local, "ilvl") == 0)
		style->ilvl = docx_figure(docx_value(attributes), DOCX_LEVELS - 1);
	else if (strcmp(local, "ind") == 0)
		read_indent(style, attributes);
}

static bool on_start(
	void *context, struct xml_name name, struct xml_attributes attributes, struct err *err)
{
	struct reader *reader = context;

	if (reader->skipped > 0 || strcmp(name.local, "tblStylePr") == 0 ||
		strcmp(name.local, "pPrChange") == 0 || strcmp(name.local, "rPrChange") == 0) {
		reader->skipped++;
		return true;
	}
	if (strcmp(name.local, "style") == 0)
		return begin_style(reader, attributes, err);
	if (reader->style)
		read_property(reader, name.local, attributes);
	return true;
}

static bool on_end(void *context, struct xml_name name, struct err *err)
{
	struct reader *reader = context;

	(void)err;
	if (reader->skipped > 0)
		reader->skipped--;
	else if (strcmp(name.local, "style") == 0)
		reader->style = NULL;
	return true;
}

/* By its own outline level (10 is "body text"), else by its name. */
static void settle_level(struct docx_style *style)
{
	int named = style->name ? level_by_name(style->name) : -1;

	style->contents = style->name && strncasecmp(style->name, "toc ", 4) == 0;

	if (style->level > DOCX_LEVELS)
		style->level = 0;
	if (style->level <= 0 && named > 0)
		style->level = named;
}

bool docx_styles_read(
	struct docx_styles *styles, struct zip_reader *zip, const char *part, struct err *err)
{
	static const struct xml_events events = {.start = on_start, .end = on_end};
	struct reader reader = {.styles = styles};

	if (!docx_read_side(zip, part, &events, &reader, err))
		return false;
	for (size_t i = 0; i < styles->count; i++) {
		settle_level(&styles->all[i]);
		lookup_add(&styles->by_id, styles->all[i].id, i);
	}
	return true;
}

/* --- asking --- */

static void inherit(int *own, int from)
{
	if (*own < 0)
		*own = from;
}

static void settle(struct docx_styles *styles, struct docx_style *style, int depth)
{
	size_t base;

	if (style->ready)
		return;
	style->ready = true; /* before what it is based on: that may be itself */
	if (!style->based_on || depth == BASED_MAX ||
		!lookup_get(&styles->by_id, style->based_on, &base))
		return;
	settle(styles, &styles->all[base], depth + 1);
	style->contents = style->contents || styles->all[base].contents;
	inherit(&style->level, styles->all[base].level);
	inherit(&style->bold, styles->all[base].bold);
	inherit(&style->centred, styles->all[base].centred);
	inherit(&style->left, styles->all[base].left);
	inherit(&style->num, styles->all[base].num);
	inherit(&style->ilvl, styles->all[base].ilvl);
}

const struct docx_style *docx_styles_find(struct docx_styles *styles, const char *id)
{
	size_t found = styles->usual;

	if (id && !lookup_get(&styles->by_id, id, &found))
		return &nothing;
	if (found >= styles->count)
		return &nothing;
	settle(styles, &styles->all[found], 0);
	return &styles->all[found];
}
