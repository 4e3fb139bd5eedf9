/* SPDX-License-Identifier: MIT */
/*
 * What an element of HTML is, asked one by one: by its tag, and by the few style
 * properties, classes and targets with which word processors say what they have no
 * element for. Knows nothing of its neighbours.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "html_style.h"
#include "html_tree.h"

/* --- style properties and classes --- */

/* True if the style attribute has the property with a value that begins so. */
bool html_has_style(const GumboNode *node, const char *property, const char *value)
{
	const char *style = html_attribute(node, "style");
	size_t length = strlen(property);

	for (; *style; style += strcspn(style, ";"), style += *style == ';') {
		const char *at = style + strspn(style, " \t\n\r");
		if (strncasecmp(at, property, length) != 0)
			continue;
		at += length + strspn(at + length, " \t");
		if (*at++ != ':')
			continue;
		at += strspn(at, " \t");
		if (strncasecmp(at, value, strlen(value)) == 0)
			return true;
	}
	return false;
}

bool html_has_class(const GumboNode *node, const char *name)
{
	const char *all = html_attribute(node, "class");
	size_t length = strlen(name);

	for (const char *at = all; (at = strstr(at, name)); at += length)
		if ((at == all || isspace((unsigned char)at[-1])) &&
			(at[length] == '\0' || isspace((unsigned char)at[length])))
			return true;
	return false;
}

static bool begins(const char *text, const char *start)
{
	return strncasecmp(text, start, strlen(start)) == 0;
}

bool html_is_hidden(const GumboNode *node)
{
	return gumbo_get_attribute(&node->v.element.attributes, "hidden") ||
	       html_has_style(node, "display", "none") ||
	       html_has_style(node, "visibility", "hidden") ||
	       html_has_style(node, "mso-hide", "all");
}

/* --- kinds of elements --- */

bool html_is_left_out(GumboTag tag)
{
	static const GumboTag tags[] = {GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,
		GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_IFRAME, GUMBO_TAG_SVG,
		GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_BUTTON, GUMBO_TAG_DEL,
		GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS, GUMBO_TAG_RT, GUMBO_TAG_RP,
		GUMBO_TAG_DATALIST};

	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (tags[i] == tag)
			return true;
	return false;
}

bool html_is_block(GumboTag tag)
{
	static const GumboTag tags[] = {GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,
		GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY, GUMBO_TAG_CENTER, GUMBO_TAG_DD,
		GUMBO_TAG_DETAILS, GUMBO_TAG_DIR, GUMBO_TAG_DIV, GUMBO_TAG_DL, GUMBO_TAG_DT,
		GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE, GUMBO_TAG_FOOTER,
		GUMBO_TAG_FORM, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4,
		GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_HEADER, GUMBO_TAG_HR, GUMBO_TAG_HTML,
		GUMBO_TAG_LEGEND, GUMBO_TAG_LI, GUMBO_TAG_MAIN, GUMBO_TAG_MENU, GUMBO_TAG_NAV,
		GUMBO_TAG_OL, GUMBO_TAG_P, GUMBO_TAG_PRE, GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY,
		GUMBO_TAG_TABLE, GUMBO_TAG_CAPTION, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH,
		GUMBO_TAG_UL};

	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (tags[i] == tag)
			return true;
	return false;
}

/* --- notes --- */

bool html_holds_notes(const GumboNode *node)
{
	const char *id = html_attribute(node, "id");

	return strcmp(html_attribute(node, "role"), "doc-endnotes") == 0 ||
	       strcmp(html_attribute(node, "role"), "doc-footnote") == 0 ||
	       html_has_class(node, "footnotes") ||
	       html_has_style(node, "mso-element", "footnote") ||
	       (begins(id, "ftn") && isdigit((unsigned char)id[3])) ||
	       (begins(id, "sdfootnote") && isdigit((unsigned char)id[10]));
}

/* The mark in the text that leads to a note. */
bool html_is_reference(const GumboNode *node)
{
	const char *to = html_attribute(node, "href");
	size_t length = strlen(to);

	return html_has_class(node, "footnote-ref") || html_has_class(node, "sdfootnoteanc") ||
	       strcmp(html_attribute(node, "role"), "doc-noteref") == 0 ||
	       (begins(to, "#_ftn") && isdigit((unsigned char)to[5])) ||
	       (begins(to, "#fn") && isdigit((unsigned char)to[3])) ||
	       (begins(to, "#sdfootnote") && length > 3 && strcmp(to + length - 3, "sym") == 0);
}

/* The mark of the note that leads back into the text. */
bool html_is_way_back(const GumboNode *node)
{
	const char *to = html_attribute(node, "href");

	return html_has_class(node, "footnote-back") || html_has_class(node, "sdfootnotesym") ||
	       strcmp(html_attribute(node, "role"), "doc-backlink") == 0 ||
	       begins(to, "#_ftnref") || begins(to, "#fnref");
}

/* --- how text looks --- */

bool html_is_bold(const GumboNode *node, bool otherwise)
{
	switch (node->v.element.tag) {
	case GUMBO_TAG_B:
	case GUMBO_TAG_STRONG:
	case GUMBO_TAG_TH:
		otherwise = true;
		break;
	default:
		break;
	}
	if (html_has_style(node, "font-weight", "normal") ||
		html_has_style(node, "font-weight", "400"))
		return false;
	return otherwise || html_has_style(node, "font-weight", "bold") ||
	       html_has_style(node, "font-weight", "600") ||
	       html_has_style(node, "font-weight", "700");
}

bool html_is_centred(const GumboNode *node, bool otherwise)
{
	const char *align = html_attribute(node, "align");

	if (html_has_style(node, "text-align", "center") || strcasecmp(align, "center") == 0)
		return true;
	if (html_has_style(node, "text-align", "") || *align)
		return false;
	return otherwise || node->v.element.tag == GUMBO_TAG_CENTER;
}

char html_list_type(const GumboNode *node, char otherwise)
{
	static const struct {
		const char *name;
		char type;
	} types[] = {{"lower-alpha", 'a'}, {"lower-latin", 'a'}, {"upper-alpha", 'A'},
		{"upper-latin", 'A'}, {"lower-roman", 'i'}, {"upper-roman", 'I'}, {"decimal", '1'},
		{"none", 0}, {"disc", 0}};

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (html_has_style(node, "list-style-type", types[i].name) ||
			html_has_style(node, "list-style", types[i].name))
			return types[i].type;
	return otherwise;
}
