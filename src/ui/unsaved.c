/* SPDX-License-Identifier: MIT */
/*
 * A draft comes back where it was typed, but after a crash nobody may remember
 * where that was. So the drafts there are, are named by what their keys say.
 */
#include <string.h>

#include "store/draft.h"
#include "ui/app.h"

enum { NAMED = 2 }; /* more are counted: it is one line */

static void name_draft(const char *key, struct str *out)
{
	static const struct {
		const char *begins, *words;
		bool rest; /* the rest of the key names it */
	} kinds[] = {
		{"note ", "the note of ", true},
		{"recommendation ", "", true},
		{"amendment ", "", true},
		{"amend ", "an amendment to ", true},
		{"comment ", "a comment on ", true},
		{"report ", "a paragraph of the report", false},
		{"paragraph ", "a paragraph after ", true},
		{"resolve ", "the text with ", true},
		{"alternative ", "an alternative to ", true},
		{"chapeau ", "the chapeau", false},
		{"propose ", "a recommendation", false},
		{"form recommendation propose", "a recommendation", false},
		{"form ", "", true},
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		size_t length = strlen(kinds[i].begins);
		if (strncmp(key, kinds[i].begins, length) != 0)
			continue;
		str_add(out, kinds[i].words);
		str_add(out, kinds[i].rest ? key + length : "");
		return;
	}
	str_add(out, key);
}

void app_say_unsaved(struct app *app)
{
	struct arena arena;
	struct str names;
	size_t count = 0;

	arena_init(&arena);
	str_init(&names);
	struct draft_row *drafts = store_drafts(app_store(app), app_session(app), &arena, &count);
	for (size_t i = 0; i < count && count <= NAMED; i++) {
		str_add(&names, i > 0 ? " and " : "");
		name_draft(drafts[i].key, &names);
	}
	if (count > NAMED)
		str_addf(&names, "%zu texts", count);
	if (count > 0)
		app_say(app, TONE_PLAIN, "Typed and not saved: %s; open it again to go on",
			names.text);
	str_clear(&names);
	arena_clear(&arena);
}
