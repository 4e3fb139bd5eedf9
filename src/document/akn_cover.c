/* SPDX-License-Identifier: MIT */
/*
 * The cover page of an Akoma Ntoso document: the masthead, a line for each of its fields. What
 * has an element of its own there gets it, the others keep their name.
 */
#include <string.h>

#include "akn.h"
#include "model/symbol.h"

/* Each symbol of a joint document is a number of it. */
static void put_numbers(struct akn *akn, const struct node *field)
{
	struct str words, number;
	size_t length;

	str_init(&words);
	str_init(&number);
	akn_plain(akn, field->text, &words);
	const char *rest = words.text, *from = rest;
	for (const char *at; (at = symbol_next(&rest, &length)); from = at + length) {
		str_reset(&number);
		str_addn(&number, from, (size_t)(at - from));
		xml_write_text(&akn->xml, number.text);
		str_reset(&number);
		str_addn(&number, at, length);
		xml_write_element(&akn->xml, "docNumber", NULL, NULL, number.text);
	}
	xml_write_text(&akn->xml, from);
	str_clear(&words);
	str_clear(&number);
}

/* What stands around the text of a field. */
static void begin_field(struct akn *akn, const struct node *field, const char *organization)
{
	if (organization) {
		xml_write_begin(&akn->xml, "organization");
		xml_write_attribute(
			&akn->xml, "refersTo", arena_printf(&akn->scratch, "#%s", organization));
	} else if (strcmp(field->name, "date") == 0) {
		xml_write_begin(&akn->xml, "docDate");
		xml_write_attribute(&akn->xml, "date", akn_date(akn->document));
	} else if (strcmp(field->name, "session") == 0) {
		xml_write_begin(&akn->xml, "session");
	} else {
		xml_write_begin(&akn->xml, "inline");
		xml_write_attribute(&akn->xml, "name", field->name);
	}
}

/* "Distr.: " before what it is; "" before most. */
static void put_word(struct akn *akn, const char *word)
{
	xml_write_text(&akn->xml, word);
	xml_write_text(&akn->xml, *word ? " " : "");
}

static void put_field(struct akn *akn, const struct node *field, const char *organization)
{
	akn_begin(akn, "p", NULL);
	put_word(akn, masthead_word(&akn->document->words, field));
	if (strcmp(field->name, "symbol") == 0) {
		put_numbers(akn, field);
	} else {
		begin_field(akn, field, organization);
		const char *element = akn->xml.names[akn->xml.depth - 1];
		akn_inline(akn, field->text);
		xml_write_end(&akn->xml, element);
	}
	xml_write_end(&akn->xml, "p");
}

static bool has_fields(const struct document *document)
{
	for (const struct node *node = document->root->first; node; node = node->next)
		if (node->kind == NODE_MASTHEAD && node->first)
			return true;
	return false;
}

void akn_cover(struct akn *akn)
{
	unsigned organs = 0, bodies = 0;

	if (!has_fields(akn->document))
		return;
	akn->front = true;
	akn_begin(akn, "coverPage", NULL);
	akn_begin(akn, "container", NULL);
	xml_write_attribute(&akn->xml, "name", "masthead");
	akn_begin(akn, "p", NULL);
	xml_write_text(&akn->xml, akn->document->words.nations);
	xml_write_end(&akn->xml, "p");
	for (const struct node *node = akn->document->root->first; node; node = node->next)
		for (const struct node *field = node->first; node->kind == NODE_MASTHEAD && field;
			field = field->next)
			put_field(akn, field, akn_organization(akn, field, &organs, &bodies));
	akn_line(akn);
	xml_write_end(&akn->xml, "container");
	akn_line(akn);
	xml_write_end(&akn->xml, "coverPage");
	akn->front = false;
}
