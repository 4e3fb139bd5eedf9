/* SPDX-License-Identifier: MIT */
/*
 * Words of reports under a fuzzer (make fuzz): a file of any bytes is read or refused with
 * sentences, and what was taken as the text of a formula, a word or a style can be filled
 * in, whatever it says.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/template_file.h"
#include "model/template_style.h"
#include "report/formula.h"
#include "report/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

/* The parts of the language, from whatever words it has. */
static void use_words(const struct template *template)
{
	const char *const names[] = {"le Bénin", "Italia", "A, B"};
	struct str out;

	str_init(&out);
	words_join(template, names, 3, &out);
	words_join_of(template, names, 2, &out);
	words_from_to(template, "2018-05-01", "2018-05-31", &out);
	words_hours(template, 9 * 60 + 30, 12 * 60, &out);
	words_ordinal(template, 111, &out);
	words_number_first(template, 123456, &out);
	formula_sentence(&out, template, "ITEM-1",
		FIELDS({"bodies", "l’Assemblée"}, {"bodies|", formula_form(true, false)},
			{"item", "le point 3"}));
	str_clear(&out);
}

static void use_style(const struct template *template)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	struct style_part *parts = style_parts(template, "fuzzed", &arena, &count);
	must(count > 0);
	for (size_t i = 0; i < count; i++) {
		struct str out;
		str_init(&out);
		if (parts[i].heading)
			formula_words(&out, template, parts[i].heading,
				FIELDS({"bodies", "B"}, {"bodies|", formula_form(false, true)}));
		str_clear(&out);
	}
	arena_clear(&arena);
}

/* Read once. */
static const struct template *english(void)
{
	static struct template template;

	if (!template.texts) {
		template_init(&template);
		template_file_default(&template);
	}
	return &template;
}

/* The text of one key, of which the first byte says which, in a template that is whole. */
static void set_one(const uint8_t *data, size_t size)
{
	struct template template;
	struct str text;
	struct err err;

	if (size == 0)
		return;
	str_init(&text);
	str_addn(&text, (const char *)data + 1, strnlen((const char *)data + 1, size - 1));
	template_init(&template);
	template_copy(&template, english());
	size_t key = (size_t)data[0] * template_key_count / 256;
	if (template_set(&template, template_keys[key].key, text.text, &err))
		use_words(&template);
	else
		must(err.code == ERR_DATA && *err.text);
	if (template_set(&template, "style.fuzzed", text.text, &err))
		use_style(&template);
	template_clear(&template);
	str_clear(&text);
}

static void read_file(const uint8_t *data, size_t size)
{
	struct template template;
	struct messages messages;

	template_init(&template);
	messages_init(&messages, "fuzzed");
	if (template_file_parse("fuzzed", (const char *)data, size, &template, &messages))
		use_words(&template);
	else
		must(messages.errors > 0);
	messages_clear(&messages);
	template_clear(&template);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *copy = malloc(size + 1);

	memcpy(copy, data, size);
	copy[size] = '\0';
	read_file((const uint8_t *)copy, size);
	set_one((const uint8_t *)copy, size);
	free(copy);
	return 0;
}
