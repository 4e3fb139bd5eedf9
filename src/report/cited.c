/* SPDX-License-Identifier: MIT */
/*
 * How a document is cited: its kind, its title, its symbol. A title that begins with
 * a small letter, a figure or an abbreviation goes on after "on" (the report of 2010,
 * the agenda of 2012); one with a capital is a whole title, in quotation marks.
 */
#include <ctype.h>
#include <stdbool.h>

#include "model/phrase.h"
#include "cited.h"
#include "facts.h"
#include "formula.h"

static const char *formula_for(bool kind, bool title, bool goes_on)
{
	if (!title)
		return kind ? "DOC-1/kind" : "DOC-1/symbol";
	if (!kind)
		return "DOC-1/title";
	return goes_on ? "DOC-1/on" : "DOC-1/entitled";
}

void cited_document(const struct template *template, bool foreign, const char *kind,
	const char *title, const char *symbols, struct str *out)
{
	bool has_kind = kind && *kind, has_title = title && *title;
	bool goes_on = !foreign && phrase_goes_on(has_title ? title : "");
	bool quoted = has_kind && has_title && !goes_on;
	struct str words;

	str_init(&words);
	if (quoted)
		facts_inside_quotes(template, title, &words);
	else if (has_title)
		str_add(&words, title);
	if (!has_kind && words.length)
		words.text[0] = (char)toupper((unsigned char)words.text[0]);
	formula_plain(out, template, formula_for(has_kind, has_title, goes_on),
		FIELDS({"kind", kind}, {"title", words.text}, {"symbol", symbols}));
	str_clear(&words);
}
