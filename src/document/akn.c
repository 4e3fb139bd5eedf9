/* SPDX-License-Identifier: MIT */
/*
 * Akoma Ntoso 3.0, the form of the guidelines for the United Nations. The tree is flat, an
 * Akoma Ntoso document is not: headings open sections that end where one of their level or
 * above begins, a paragraph takes in the lists that follow it, and all behind the heading of
 * an annex is a document of its own. What is written is valid for any tree (each choice
 * below stands in the schema); what cannot be told, such as who an author is, is not invented.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "akn.h"
#include "model/symbol.h"
#include "runs.h"
#include "writers.h"

#define NAMESPACE "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

enum { SCRATCH_TEXTS = 32 }; /* so many share the scratch before it is cleared */

/* --- pieces --- */

void akn_line(struct akn *akn)
{
	xml_write_text(&akn->xml, "\n");
}

void akn_begin(struct akn *akn, const char *element, const char *id)
{
	akn_line(akn);
	xml_write_begin(&akn->xml, element);
	if (id)
		xml_write_attribute(&akn->xml, "eId", id);
}

static void put_reference(struct akn *akn, const char *symbol, size_t length)
{
	struct str words, address;

	str_init(&words);
	str_init(&address);
	str_addn(&words, symbol, length);
	str_add(&address, "/akn/un/doc/");
	akn_put_uri(&address, words.text);
	xml_write_element(&akn->xml, "ref", "href", address.text, words.text);
	str_clear(&words);
	str_clear(&address);
}

static void put_piece(struct akn *akn, const char *text, size_t length)
{
	struct str piece;

	str_init(&piece);
	str_addn(&piece, text, length);
	xml_write_text(&akn->xml, piece.text);
	str_clear(&piece);
}

/* The single symbols of one place, each a reference. */
static void put_references(struct akn *akn, const char *text, size_t length)
{
	struct str joint;
	size_t single;

	str_init(&joint);
	str_addn(&joint, text, length);
	const char *rest = joint.text, *from = rest;
	for (const char *at; (at = symbol_next(&rest, &single)); from = at + single) {
		put_piece(akn, from, (size_t)(at - from));
		put_reference(akn, at, single);
	}
	put_piece(akn, from, strlen(from));
	str_clear(&joint);
}

void akn_cited(struct akn *akn, const char *plain)
{
	size_t start, length;

	for (; symbol_find(plain, &start, &length); plain += start + length) {
		put_piece(akn, plain, start);
		put_references(akn, plain + start, length);
	}
	xml_write_text(&akn->xml, plain);
}

static void put_note(struct akn *akn, const char *note)
{
	struct str mark;

	str_init(&mark);
	note_mark(&akn->marks, akn->front, &mark);
	xml_write_begin(&akn->xml, "authorialNote");
	xml_write_attribute(&akn->xml, "eId", akn_id(akn, "", "authorialNote", NULL, ++akn->notes));
	xml_write_attribute(&akn->xml, "marker", mark.text);
	xml_write_attribute(&akn->xml, "placement", "bottom");
	xml_write_begin(&akn->xml, "p");
	akn_cited(akn, note);
	xml_write_end(&akn->xml, "p");
	xml_write_end(&akn->xml, "authorialNote");
	str_clear(&mark);
}

void akn_inline(struct akn *akn, const char *text)
{
	static const char *const elements[] = {
		[RUN_TEXT] = NULL, [RUN_ITALIC] = "i", [RUN_NEW] = "ins", [RUN_GONE] = "del"};
	size_t count;
	const struct run *runs = runs_of(&akn->scratch, &akn->document->words, text, &count);

	for (size_t i = 0; i < count; i++) {
		if (runs[i].kind == RUN_NOTE)
			put_note(akn, runs[i].text);
		else if (elements[runs[i].kind])
			xml_write_element(
				&akn->xml, elements[runs[i].kind], NULL, NULL, runs[i].text);
		else
			akn_cited(akn, runs[i].text);
	}
	if (++akn->printed % SCRATCH_TEXTS == 0)
		arena_clear(&akn->scratch);
}

void akn_block(struct akn *akn, const char *text)
{
	akn_begin(akn, "p", NULL);
	akn_inline(akn, text);
	xml_write_end(&akn->xml, "p");
}

/* --- the document --- */

/* The title, and what stands under it. */
static void put_preface(struct akn *akn)
{
	bool open = false;

	akn->front = true;
	for (const struct node *node = akn->document->root->first; node; node = node->next) {
		if (node->kind != NODE_TITLE && node->kind != NODE_SUBTITLE)
			continue;
		if (!open)
			akn_begin(akn, "preface", NULL);
		open = true;
		if (node->kind == NODE_SUBTITLE) {
			akn_block(akn, node->text);
			continue;
		}
		akn_begin(akn, "longTitle", NULL);
		akn_begin(akn, "p", NULL);
		xml_write_begin(&akn->xml, "docTitle");
		akn_inline(akn, node->text);
		xml_write_end(&akn->xml, "docTitle");
		xml_write_end(&akn->xml, "p");
		akn_line(akn);
		xml_write_end(&akn->xml, "longTitle");
	}
	if (open) {
		akn_line(akn);
		xml_write_end(&akn->xml, "preface");
	}
	akn->front = false;
}

static const struct node *next_annex(const struct node *node)
{
	while (node && !(node->kind == NODE_HEADING && node->annex))
		node = node->next;
	return node;
}

static void put_annex(struct akn *akn, const struct node *heading, const struct node *end)
{
	const char *id = akn_id(akn, "", "att", NULL, ++akn->annexes);

	akn_begin(akn, "attachment", id);
	akn_begin(akn, "heading", NULL);
	akn_inline(akn, heading->text);
	xml_write_end(&akn->xml, "heading");
	akn_begin(akn, "doc", NULL);
	xml_write_attribute(&akn->xml, "name", "annex");
	akn_meta(akn, akn->annexes);
	akn_body(akn, heading->next, end, id);
	akn_line(akn);
	xml_write_end(&akn->xml, "doc");
	xml_write_end(&akn->xml, "attachment");
}

static void put_annexes(struct akn *akn, const struct node *annex)
{
	if (!annex)
		return;
	akn_begin(akn, "attachments", NULL);
	while (annex) {
		const struct node *end = next_annex(annex->next);
		put_annex(akn, annex, end);
		annex = end;
	}
	akn_line(akn);
	xml_write_end(&akn->xml, "attachments");
}

static void write_akn(const struct document *document, struct str *out)
{
	struct akn akn = {.document = document};
	const struct node *annex = next_annex(document->root->first);
	const char *element = akn_element(document);

	arena_init(&akn.kept);
	arena_init(&akn.scratch);
	xml_write_init(&akn.xml, out);
	xml_write_begin(&akn.xml, "akomaNtoso");
	xml_write_attribute(&akn.xml, "xmlns", NAMESPACE);
	akn_begin(&akn, element, NULL);
	xml_write_attribute(&akn.xml, "name", akn_class_name(document));
	akn_meta(&akn, 0);
	akn_cover(&akn);
	put_preface(&akn);
	akn_body(&akn, document->root->first, annex, "");
	put_annexes(&akn, annex);
	akn_line(&akn);
	xml_write_end(&akn.xml, element);
	akn_line(&akn);
	xml_write_end(&akn.xml, "akomaNtoso");
	xml_write_done(&akn.xml);
	free(akn.ids.slots);
	arena_clear(&akn.kept);
	arena_clear(&akn.scratch);
}

const struct writer akn_writer = {
	.name = "akn",
	.suffix = "akn",
	.other_suffix = "xml",
	.write = write_akn,
};
