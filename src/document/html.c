/* SPDX-License-Identifier: MIT */
/*
 * HTML in one file that needs nothing else: no script, nothing from elsewhere, a
 * few lines of style for screen and paper. Numbers and letters are text, since they
 * are the document's and not the browser's. Everything typed is escaped, so that
 * nothing of it can be markup; references and notes link inside the page.
 */
#include <string.h>

#include "document/document.h"
#include "runs.h"
#include "writers.h"

struct html {
	struct str *out;
	const struct document_words *words;
	struct str notes;
	struct note_marks marks;
	struct arena scratch; /* of some nodes' runs */
	unsigned printed;
};

enum { SCRATCH_TEXTS = 32 }; /* so many share the scratch before it is cleared */

static const char style[] =
	"body{font:12pt/1.4 serif;max-width:42em;margin:2em auto;padding:0 1em}"
	"h1,h2,h3,h4,h5,h6{font-size:1.1em;margin:1.2em 0 .4em}h1{font-size:1.4em}"
	"ul{list-style:none;margin:.4em 0;padding-left:1.5em}"
	"table{border-collapse:collapse;margin:.6em 0}"
	"th,td{text-align:left;vertical-align:top;padding:.15em 1em .15em 0;"
	"border-bottom:1px solid #999}"
	".masthead p,.subtitle{margin:.2em 0}.bold{font-weight:bold}.missing{font-style:italic}"
	"@media print{body{margin:0;max-width:none}tr,li{break-inside:avoid}}";

static void put_escaped(struct str *out, const char *text)
{
	for (; *text; text++) {
		switch (*text) {
		case '&':
			str_add(out, "&amp;");
			break;
		case '<':
			str_add(out, "&lt;");
			break;
		case '>':
			str_add(out, "&gt;");
			break;
		case '"':
			str_add(out, "&quot;");
			break;
		case '\'':
			str_add(out, "&#39;");
			break;
		default:
			str_addc(out, *text);
		}
	}
}

/* "note-1" is the first with a number, "note-s1" the first with an asterisk, which stands
 * high by itself. */
static void put_note(struct html *html, bool starred, const char *note)
{
	const char *high = starred ? "" : "<sup>", *end = starred ? "" : "</sup>";
	const char *star = starred ? "s" : "";
	struct str mark;

	str_init(&mark);
	note_mark(&html->marks, starred, &mark);
	int n = starred ? html->marks.stars : html->marks.numbers;
	str_addf(html->out, "%s<a href=\"#note-%s%d\" id=\"mark-%s%d\">%s</a>%s", high, star, n,
		star, n, mark.text, end);
	str_addf(&html->notes, "<p id=\"note-%s%d\"><a href=\"#mark-%s%d\">%s</a> ", star, n, star,
		n, mark.text);
	put_escaped(&html->notes, note);
	str_add(&html->notes, "</p>\n");
	str_clear(&mark);
}

static void put_inline(struct html *html, const struct node *node)
{
	static const char *const tags[] = {
		[RUN_TEXT] = NULL, [RUN_ITALIC] = "em", [RUN_NEW] = "ins", [RUN_GONE] = "del"};
	size_t count;
	struct run *runs = runs_of(&html->scratch, html->words, node->text, &count);

	for (size_t i = 0; i < count; i++) {
		if (runs[i].kind == RUN_NOTE) {
			put_note(html, note_is_starred(node), runs[i].text);
			continue;
		}
		const char *tag = tags[runs[i].kind];
		if (tag)
			str_addf(html->out, "<%s>", tag);
		put_escaped(html->out, runs[i].text);
		if (tag)
			str_addf(html->out, "</%s>", tag);
	}
	if (++html->printed % SCRATCH_TEXTS == 0)
		arena_clear(&html->scratch);
}

/* The label and the text of a node. */
static void put_labelled(struct html *html, const struct node *node)
{
	struct str label;

	str_init(&label);
	document_label(node, &label);
	put_escaped(html->out, label.text);
	if (label.length && node->text)
		str_addc(html->out, ' ');
	str_clear(&label);
	put_inline(html, node);
	if (node->continued)
		str_addf(html->out, " (<em>%s</em>)", html->words->continued);
}

static void put_element(
	struct html *html, const char *tag, const char *class, const struct node *node)
{
	str_addf(html->out, "<%s", tag);
	if (class)
		str_addf(html->out, " class=\"%s\"", class);
	str_addc(html->out, '>');
	put_labelled(html, node);
	str_addf(html->out, "</%s>\n", tag);
}

static void put_masthead(struct html *html, const struct node *masthead)
{
	str_add(html->out, "<header class=\"masthead\">\n<p>");
	put_escaped(html->out, html->words->nations);
	str_add(html->out, "</p>\n");
	for (const struct node *field = masthead->first; field; field = field->next) {
		const char *word = masthead_word(html->words, field);
		str_addf(html->out, "<p%s>", masthead_is_bold(field) ? " class=\"bold\"" : "");
		put_escaped(html->out, word);
		str_add(html->out, *word ? " " : "");
		put_inline(html, field);
		str_add(html->out, "</p>\n");
	}
	str_add(html->out, "</header>\n");
}

/* An unnumbered heading stands below the first level, as in the documents. */
static void put_heading(struct html *html, const struct node *node)
{
	char tag[] = "h3";

	if (node->level > 0)
		tag[1] = (char)('0' + (node->level < 5 ? node->level + 1 : 6));
	put_element(html, tag, NULL, node);
}

static void put_list(struct html *html, const struct node *list)
{
	str_add(html->out, "<ul>\n");
	for (const struct node *entry = list->first; entry; entry = entry->next) {
		str_add(html->out, "<li>");
		put_labelled(html, entry);
		for (const struct node *inner = entry->first; inner; inner = inner->next)
			if (inner->kind == NODE_LIST)
				put_list(html, inner);
		str_add(html->out, "</li>\n");
	}
	str_add(html->out, "</ul>\n");
}

static void put_table(struct html *html, const struct node *table)
{
	str_add(html->out, "<table>\n");
	for (const struct node *row = table->first; row; row = row->next) {
		const char *tag = row == table->first ? "th" : "td";
		str_add(html->out, "<tr>");
		for (const struct node *cell = row->first; cell; cell = cell->next) {
			str_addf(html->out, "<%s>", tag);
			put_inline(html, cell);
			str_addf(html->out, "</%s>", tag);
		}
		str_add(html->out, "</tr>\n");
	}
	str_add(html->out, "</table>\n");
}

static void put_node(struct html *html, const struct node *node)
{
	switch (node->kind) {
	case NODE_MASTHEAD:
		put_masthead(html, node);
		break;
	case NODE_TITLE:
		put_element(html, "h1", NULL, node);
		break;
	case NODE_SUBTITLE:
		put_element(html, "p", "subtitle", node);
		break;
	case NODE_HEADING:
		put_heading(html, node);
		break;
	case NODE_LIST:
		put_list(html, node);
		break;
	case NODE_TABLE:
		put_table(html, node);
		break;
	default:
		put_element(html, "p", node->missing ? "missing" : NULL, node);
	}
}

/* The first title, plain, names the page. */
static void put_title(struct html *html, const struct document *document)
{
	const struct node *node = document->root->first;
	size_t count;

	while (node && node->kind != NODE_TITLE)
		node = node->next;
	str_add(html->out, "<title>");
	struct run *runs =
		runs_of(&html->scratch, html->words, node ? node->text : "Report", &count);
	for (size_t i = 0; i < count; i++)
		if (runs[i].kind != RUN_NOTE)
			put_escaped(html->out, runs[i].text);
	str_add(html->out, "</title>\n");
}

static void write_html(const struct document *document, struct str *out)
{
	struct html html = {.out = out, .words = &document->words};

	if (!document->root->first)
		return;
	str_init(&html.notes);
	arena_init(&html.scratch);
	str_add(out, "<!DOCTYPE html>\n<html lang=\"");
	put_escaped(out, document->language ? document->language : "en");
	str_add(out, "\">\n<head>\n<meta charset=\"utf-8\">\n");
	put_title(&html, document);
	str_addf(out, "<style>%s</style>\n</head>\n<body>\n", style);
	for (const struct node *node = document->root->first; node; node = node->next)
		put_node(&html, node);
	if (html.notes.length)
		str_addf(out, "<hr>\n%s", html.notes.text);
	str_add(out, "</body>\n</html>\n");
	str_clear(&html.notes);
	arena_clear(&html.scratch);
}

const struct writer html_writer = {
	.name = "html",
	.suffix = "html",
	.write = write_html,
};
