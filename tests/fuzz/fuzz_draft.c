/* SPDX-License-Identifier: MIT */
/*
 * Texts that are negotiated under a fuzzer: their merge, brackets, sub-levels and the
 * drafting check. The input is three texts, parted by zero bytes: base, ours, theirs.
 *
 * What must hold of any of them: no word is lost in a merge, what is put in brackets and
 * lifted again is the same text, every finding lies in its text.
 */
#include <assert.h>
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "exchange/style_file.h"
#include "model/bracket.h"
#include "model/merge.h"
#include "model/recommendation_parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_merge(struct arena *arena, const char *texts[3])
{
	size_t count, conflicts;
	struct str joined[3] = {STR_EMPTY, STR_EMPTY, STR_EMPTY};
	struct merge_piece *pieces = merge_three(arena, texts[0], texts[1], texts[2], &count);

	for (size_t i = 0; i < count; i++) {
		assert(i == 0 || pieces[i].kind != pieces[i - 1].kind);
		str_add(&joined[0], pieces[i].base);
		str_add(&joined[1], pieces[i].ours);
		str_add(&joined[2], pieces[i].theirs);
	}
	for (int side = 0; side < 3; side++) {
		assert(strcmp(joined[side].text, texts[side]) == 0);
		str_clear(&joined[side]);
	}
	pieces = merge_three(arena, texts[0], texts[1], texts[0], &count);
	assert(strcmp(merge_text(arena, pieces, count, MERGE_TAKE_THEIRS, &conflicts), texts[1]) ==
		0);
	assert(conflicts == 0);
	merge_operations(arena, texts[0], texts[1], &count);
}

static void check_brackets(struct arena *arena, const char *text, const char *words)
{
	size_t count, unbalanced;
	struct str out = STR_EMPTY;
	const struct bracket *brackets = bracket_parse(arena, text, &count, &unbalanced);

	for (size_t i = 0; i < count; i++) {
		assert(text[brackets[i].from] == '[');
		assert(text[brackets[i].from + brackets[i].length - 1] == ']');
		assert(brackets[i].parent < (int)i && brackets[i].means < (int)i);
		str_reset(&out);
		bracket_keep(text, i + 1, &out);
		str_reset(&out);
		assert(bracket_drop(text, i + 1, &out));
		assert(out.length < strlen(text));
	}
	str_reset(&out);
	bracket_put(text, words, "EU", NULL, &out, NULL);
	str_reset(&out);
	bracket_put(text, words, NULL, "delete", &out, NULL);
	str_reset(&out);
	bracket_put(text, "", "EU", words, &out, NULL);
	str_clear(&out);
}

static void check_parts(struct arena *arena, const char *text)
{
	size_t count;
	struct str label = STR_EMPTY;
	const struct recommendation_part *parts = recommendation_parts(arena, text, &count);

	assert(count > 0);
	for (size_t i = 0; i < count; i++) {
		assert((parts[i].ending == '\0') == (i + 1 == count));
		recommendation_part_label(&parts[i], i % 2, &label);
	}
	str_clear(&label);
}

static const struct style_sheet *sheet(void)
{
	static struct style_sheet read;
	static struct arena kept;

	if (!kept.first) {
		setlocale(LC_CTYPE, "C.UTF-8");
		setenv("XDG_CONFIG_HOME", "/nowhere", 1);
		arena_init(&kept);
		style_file_any(&kept, &read);
	}
	return &read;
}

static void check_style(struct arena *arena, const char *texts[3])
{
	struct style_text written[3];
	size_t count;

	for (int i = 0; i < 3; i++)
		written[i] = (struct style_text){.text = texts[i],
			.running = i != 1,
			.numbered = i == 0,
			.entry = i == 2,
			.operative = i == 2};
	const struct style_finding *found =
		style_check_joint(arena, sheet(), written, 3, true, &count);
	for (size_t i = 0; i < count; i++)
		assert(found[i].from + found[i].length <= strlen(texts[found[i].text]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *texts[3] = {"", "", ""};
	struct arena arena;
	size_t at = 0;

	if (size > 4096)
		return 0;
	arena_init(&arena);
	char *all = arena_alloc(&arena, size + 1);
	if (size)
		memcpy(all, data, size);
	for (int i = 0; i < 3 && at < size; i++) {
		texts[i] = all + at;
		at += strlen(texts[i]) + 1;
	}
	check_merge(&arena, texts);
	check_brackets(&arena, texts[0], texts[1]);
	check_parts(&arena, texts[0]);
	check_style(&arena, texts);
	arena_clear(&arena);
	return 0;
}
