/* SPDX-License-Identifier: MIT */
/*
 * What a library asks of a document: the work, its expression in a language and this file
 * of it (FRBR), made of the masthead and nothing else. Addresses have the form of the
 * guidelines for the United Nations: /akn/un/TYPE/SUBTYPE/AUTHOR/DATE/NUMBER. What the
 * masthead does not know has a fixed word, so that the same document has the same address.
 */
#include <ctype.h>
#include <string.h>

#include "akn.h"
#include "base/civil.h"
#include "model/symbol.h"
#include "runs.h"

enum { SLUG_LENGTH = 80 };

#define UNKNOWN_DATE "0001-01-01"
#define SECRETARIAT "secretariat"

/* --- the class --- */

/* The guidelines name agendas and deliberations; for reports they leave it open, as for
 * all that is printed for the day. */
static const struct akn_class {
	const char *element, *name, *subtype;
} classes[] = {
	[DOCUMENT_PAPER] = {"doc", "paper", "paper"},
	[DOCUMENT_REPORT] = {"debateReport", "report", "report"},
	[DOCUMENT_AGENDA] = {"debateReport", "agendaListing", "agenda"},
	[DOCUMENT_ANNOTATED_AGENDA] = {"debateReport", "agendaAnnotated", "agenda"},
	[DOCUMENT_TEXTS] = {"statement", "recommendations", "deliberation"},
};

const char *akn_element(const struct document *document)
{
	return classes[document->class].element;
}

const char *akn_class_name(const struct document *document)
{
	return classes[document->class].name;
}

/* --- words from the document --- */

void akn_plain(struct akn *akn, const char *text, struct str *out)
{
	size_t count;
	const struct run *runs = runs_of(&akn->scratch, &akn->document->words, text, &count);

	for (size_t i = 0; i < count; i++)
		if (runs[i].kind != RUN_NOTE)
			str_add(out, runs[i].text);
}

static const struct node *first_of(const struct document *document, enum node_kind kind)
{
	for (const struct node *node = document->root->first; node; node = node->next)
		if (node->kind == kind)
			return node;
	return NULL;
}

static const struct node *field_of(const struct document *document, const char *name)
{
	const struct node *masthead = first_of(document, NODE_MASTHEAD);

	for (const struct node *field = masthead ? masthead->first : NULL; field;
		field = field->next)
		if (strcmp(field->name, name) == 0)
			return field;
	return NULL;
}

/* The plain words of a field; false where there are none. */
static bool field_words(struct akn *akn, const char *name, struct str *out)
{
	const struct node *field = field_of(akn->document, name);

	str_reset(out);
	if (field)
		akn_plain(akn, field->text, out);
	return out->length > 0;
}

/* --- parts of an address --- */

void akn_put_uri(struct str *out, const char *text)
{
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if (c == '/' || c == ' ')
			str_addc(out, '-');
		else if (c < 0x80 && (isalnum(c) || strchr("._~-", c)))
			str_addc(out, *text);
		else
			str_addf(out, "%%%02X", c);
	}
}

/* Words as a part of an address, "list-of-speakers"; "nn" where none can be made. */
static void put_slug(struct str *out, const char *text)
{
	size_t start = out->length;

	for (; *text && out->length - start < SLUG_LENGTH; text++) {
		unsigned char c = (unsigned char)*text;
		if (c < 0x80 && isalnum(c))
			str_addc(out, (char)tolower(c));
		else if (out->length > start && out->text[out->length - 1] != '-')
			str_addc(out, '-');
	}
	while (out->length > start && out->text[out->length - 1] == '-')
		str_cut(out, out->length - 1);
	if (out->length == start)
		str_add(out, "nn");
}

/* Does a part of a symbol say which document of the organ it is, and no organ? */
static bool is_document_part(const char *part)
{
	static const char *const kinds[] = {"L.", "CRP.", "INF", "NGO", "WP.", "SR.", "PV.", "RES"};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strncmp(part, kinds[i], strlen(kinds[i])) == 0)
			return true;
	return isdigit((unsigned char)*part);
}

/* "ctoc-cop-wg.2" of "CTOC/COP/WG.2/2012/L.1". */
static void put_organ_of(const char *symbol, struct str *out)
{
	struct str organ;
	size_t length;

	str_init(&organ);
	for (const char *part = symbol; *part; part += length + (part[length] == '/')) {
		length = strcspn(part, "/");
		if (part > symbol && is_document_part(part))
			break;
		str_addf(&organ, "%s%.*s", organ.length ? "-" : "", (int)length, part);
	}
	for (char *c = organ.text; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	akn_put_uri(out, organ.text);
	str_clear(&organ);
}

static void put_author(struct akn *akn, struct str *out)
{
	struct str words;

	str_init(&words);
	if (field_words(akn, "symbol", &words))
		put_organ_of(words.text, out);
	else if (field_words(akn, "organ", &words) || field_words(akn, "body", &words))
		put_slug(out, words.text);
	else
		str_add(out, "un");
	str_clear(&words);
}

static void put_number(struct akn *akn, struct str *out)
{
	const struct node *title = first_of(akn->document, NODE_TITLE);
	struct str words;

	str_init(&words);
	if (field_words(akn, "symbol", &words)) {
		akn_put_uri(out, words.text);
	} else {
		if (title)
			akn_plain(akn, title->text, &words);
		put_slug(out, words.text);
	}
	str_clear(&words);
}

/* In three letters (ISO 639-2), as addresses have it. */
static const char *language_of(const struct document *document)
{
	static const char *const codes[][2] = {{"ar", "ara"}, {"de", "deu"}, {"en", "eng"},
		{"es", "spa"}, {"fr", "fra"}, {"pt", "por"}, {"ru", "rus"}, {"zh", "zho"}};

	for (size_t i = 0; document->language && i < sizeof codes / sizeof codes[0]; i++)
		if (strcmp(document->language, codes[i][0]) == 0)
			return codes[i][1];
	return "und";
}

const char *akn_date(const struct document *document)
{
	struct civil day;

	return document->date && strlen(document->date) == strlen(UNKNOWN_DATE) &&
			       civil_parse_date(document->date, &day) && day.year > 0
		       ? document->date
		       : UNKNOWN_DATE;
}

/* --- identification --- */

/* The address of the work; with a language that of its expression. */
static void put_address(struct akn *akn, bool expression, struct str *out)
{
	const struct document *document = akn->document;

	str_addf(out, "/akn/un/%s/%s/", akn_element(document), classes[document->class].subtype);
	put_author(akn, out);
	str_addf(out, "/%s/", akn_date(document));
	put_number(akn, out);
	if (expression)
		str_addf(out, "/%s@", language_of(document));
}

/* An element that says one thing, on a line. */
static void put_value(
	struct akn *akn, const char *element, const char *attribute, const char *value)
{
	akn_line(akn);
	xml_write_element(&akn->xml, element, attribute, value, NULL);
}

static void put_values(struct akn *akn, const char *address, unsigned annex, const char *ending)
{
	struct str value;

	str_init(&value);
	str_addf(&value, "%s/!", address);
	if (annex)
		str_addf(&value, "annex_%u%s", annex, ending);
	else
		str_addf(&value, "main%s", ending);
	put_value(akn, "FRBRthis", "value", value.text);
	str_reset(&value);
	str_addf(&value, "%s%s", address, ending);
	put_value(akn, "FRBRuri", "value", value.text);
	str_clear(&value);
}

/* Date and author: the work is of its organ; what was made of it, of the Secretariat. */
static void put_origin(struct akn *akn, const char *event, const char *author)
{
	const char *date = akn_date(akn->document);

	akn_begin(akn, "FRBRdate", NULL);
	xml_write_attribute(&akn->xml, "date", date);
	xml_write_attribute(&akn->xml, "name", strcmp(date, UNKNOWN_DATE) == 0 ? "unknown" : event);
	xml_write_end(&akn->xml, "FRBRdate");
	put_value(akn, "FRBRauthor", "href", author);
}

/* Each symbol of a joint document is a number of it. */
static void put_symbols(struct akn *akn)
{
	struct str words, number;
	size_t length;

	str_init(&words);
	str_init(&number);
	field_words(akn, "symbol", &words);
	const char *rest = words.text;
	for (const char *at; (at = symbol_next(&rest, &length));) {
		str_reset(&number);
		str_addn(&number, at, length);
		put_value(akn, "FRBRnumber", "value", number.text);
	}
	str_clear(&words);
	str_clear(&number);
}

static void put_work(struct akn *akn, unsigned annex)
{
	struct str address;

	str_init(&address);
	put_address(akn, false, &address);
	akn_begin(akn, "FRBRWork", NULL);
	put_values(akn, address.text, annex, "");
	put_origin(akn, "issued",
		field_of(akn->document, "organ")  ? "#organ_1"
		: field_of(akn->document, "body") ? "#body_1"
						  : "#" SECRETARIAT);
	put_value(akn, "FRBRcountry", "value", "un");
	put_value(akn, "FRBRsubtype", "value", classes[akn->document->class].subtype);
	put_symbols(akn);
	akn_line(akn);
	xml_write_end(&akn->xml, "FRBRWork");
	str_clear(&address);
}

static void put_expression(struct akn *akn, unsigned annex)
{
	struct str address;

	str_init(&address);
	put_address(akn, true, &address);
	akn_begin(akn, "FRBRExpression", NULL);
	put_values(akn, address.text, annex, "");
	put_origin(akn, "issued", "#" SECRETARIAT);
	put_value(akn, "FRBRlanguage", "language", language_of(akn->document));
	akn_line(akn);
	xml_write_end(&akn->xml, "FRBRExpression");
	akn_begin(akn, "FRBRManifestation", NULL);
	put_values(akn, address.text, annex, ".akn");
	put_origin(akn, "generated", "#" SECRETARIAT);
	akn_line(akn);
	xml_write_end(&akn->xml, "FRBRManifestation");
	str_clear(&address);
}

/* --- references --- */

static void put_organization(struct akn *akn, const char *id, const char *name)
{
	struct str address;

	str_init(&address);
	str_add(&address, "/akn/ontology/organization/un/");
	put_slug(&address, name);
	akn_begin(akn, "TLCOrganization", id);
	xml_write_attribute(&akn->xml, "href", address.text);
	xml_write_attribute(&akn->xml, "showAs", name);
	xml_write_end(&akn->xml, "TLCOrganization");
	str_clear(&address);
}

const char *akn_organization(
	struct akn *akn, const struct node *field, unsigned *organs, unsigned *bodies)
{
	if (strcmp(field->name, "organ") == 0)
		return arena_printf(&akn->scratch, "organ_%u", ++*organs);
	if (strcmp(field->name, "body") == 0)
		return arena_printf(&akn->scratch, "body_%u", ++*bodies);
	return NULL;
}

static void put_references(struct akn *akn)
{
	unsigned organs = 0, bodies = 0;
	struct str name;

	str_init(&name);
	akn_begin(akn, "references", NULL);
	xml_write_attribute(&akn->xml, "source", "#" SECRETARIAT);
	for (const struct node *node = akn->document->root->first; node; node = node->next) {
		for (const struct node *field = node->first; node->kind == NODE_MASTHEAD && field;
			field = field->next) {
			const char *id = akn_organization(akn, field, &organs, &bodies);
			str_reset(&name);
			akn_plain(akn, field->text, &name);
			if (id)
				put_organization(akn, id, name.text);
		}
	}
	put_organization(akn, SECRETARIAT, "Secretariat");
	akn_line(akn);
	xml_write_end(&akn->xml, "references");
	str_clear(&name);
}

static void put_publication(struct akn *akn)
{
	const char *date = akn_date(akn->document);
	struct str symbol;

	str_init(&symbol);
	if (strcmp(date, UNKNOWN_DATE) != 0 && field_words(akn, "symbol", &symbol)) {
		akn_begin(akn, "publication", NULL);
		xml_write_attribute(&akn->xml, "date", date);
		xml_write_attribute(&akn->xml, "name", "United Nations document");
		xml_write_attribute(&akn->xml, "number", symbol.text);
		xml_write_attribute(&akn->xml, "showAs", symbol.text);
		xml_write_end(&akn->xml, "publication");
	}
	str_clear(&symbol);
}

void akn_meta(struct akn *akn, unsigned annex)
{
	akn_begin(akn, "meta", NULL);
	akn_begin(akn, "identification", NULL);
	xml_write_attribute(&akn->xml, "source", "#" SECRETARIAT);
	put_work(akn, annex);
	put_expression(akn, annex);
	akn_line(akn);
	xml_write_end(&akn->xml, "identification");
	if (!annex) {
		put_publication(akn);
		put_references(akn);
	}
	akn_line(akn);
	xml_write_end(&akn->xml, "meta");
	arena_clear(&akn->scratch);
}
