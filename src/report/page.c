/* SPDX-License-Identifier: MIT */
/*
 * In which language a page is: its tag, and the words that the writers add themselves.
 * Every builder begins with it, so that no writer falls back on its English.
 */
#include <string.h>

#include "formula.h"
#include "page.h"

/* What stands between the "a" and the semicolon of "list.ends". */
static const char *before_mark(const struct template *template, struct arena *arena)
{
	const char *text = template_text(template, "list.ends");
	size_t length = strlen(text);

	return length > 2 ? arena_strndup(arena, text + 1, length - 2) : "";
}

/* The words of a reference, with the place where its number stands. */
static const char *reference(
	const struct template *template, const char *formula, struct arena *arena)
{
	struct str words;

	str_init(&words);
	formula_plain(&words, template, formula, FIELDS({"number", "{}"}));
	const char *kept = arena_strdup(arena, words.text);
	str_clear(&words);
	return kept;
}

void page_begin(const struct template *template, struct document *document)
{
	struct arena *arena = &document->arena;
	struct document_words words = {.nations = template_text(template, "masthead.nations"),
		.distribution = template_text(template, "masthead.distribution"),
		.original = template_text(template, "masthead.original"),
		.continued = template_text(template, "heading.continued"),
		.before = before_mark(template, arena),
		.paragraph = reference(template, "REFERENCE/paragraph", arena),
		.item = reference(template, "REFERENCE/item", arena)};

	document->language = arena_strdup(arena, template->language);
	document_set_words(document, &words);
	document->root->half = template_text(template, "label.letter")[0] != '(';
}
