/* SPDX-License-Identifier: MIT */
/*
 * A text that was negotiated elsewhere comes back. The one idea: it was made on a version,
 * and only what it changes in that is brought into the text as it is now, so that nothing
 * that was agreed meanwhile is lost. Texts are compared as paper has them.
 */
#include <string.h>

#include "base/utf8.h"
#include "merged.h"
#include "model/inline.h"
#include "model/recommendation_parts.h"
#include "report/typography.h"
#include "returned.h"
#include "store/non_paper.h"

/* Without labels, final signs and typed quotation marks, which paper has of its own. */
static const char *plain(struct call *call, const char *text)
{
	struct str bare = STR_EMPTY, typed = STR_EMPTY;

	recommendation_entry(text, &bare);
	typography(bare.text, &typed);
	text = recommendation_plain(&call->arena, arena_strdup(&call->arena, typed.text));
	str_clear(&typed);
	str_clear(&bare);
	return text;
}

static const char *version(struct call *call, const struct returned *r, int number)
{
	return store_recommendation_text(call->desk->store, r->row->id, number, &call->arena);
}

/* Paper says nothing of what is italic here: words that are there again, once, still are. */
static const char *with_italics(struct call *call, const char *was, const char *text)
{
	size_t count;
	const struct inline_run *runs = inline_parse(&call->arena, was, &count);
	struct str words = STR_EMPTY;

	for (size_t i = 0; i < count; i++) {
		if (runs[i].kind != INLINE_ITALIC)
			continue;
		str_reset(&words);
		inline_escape(runs[i].text, &words);
		const char *at = strstr(text, words.text);
		bool marked = at && at > text && at[-1] == '*'; /* it was typed so */
		if (at && !marked && !strstr(at + 1, words.text))
			text = arena_printf(&call->arena, "%.*s*%s*%s", (int)(at - text), text,
				words.text, at + words.length);
	}
	str_clear(&words);
	return text;
}

/* The newest version that has the words; 0: none. */
static int version_that_is(struct call *call, const struct returned *r, const char *before)
{
	for (int number = r->row->version; before && number > 0; number--) {
		const char *text = version(call, r, number);
		const char *was = text ? plain(call, text) : NULL;
		if (was && strcmp(was, with_italics(call, was, plain(call, before))) == 0)
			return number;
	}
	return 0;
}

static void find_base(struct call *call, struct returned *r, const char *before)
{
	r->base = (int)call_id(call, "base");
	if (call_given(call, "base"))
		return;
	r->base = version_that_is(call, r, before);
	if (r->base)
		return;
	r->base = store_non_paper_version(call->desk->store, r->row->id, &r->non_paper);
	if (!r->base)
		r->base = r->row->version;
}

bool returned_read(struct call *call, const struct recommendation_row *row, const char *text,
	const char *before, const char *name, struct returned *r, struct err *err)
{
	*r = (struct returned){.row = row, .name = name};
	find_base(call, r, before);
	const char *was = version(call, r, r->base);
	if (!was)
		return err_set(err, ERR_USAGE, "r%d has no version %d", row->number, r->base);
	r->was = plain(call, was);
	r->now = plain(call, row->text);
	r->text = with_italics(call, r->was, plain(call, text));
	return true;
}

void returned_say_base(const struct returned *r, struct str *out)
{
	if (r->base == r->row->version)
		return;
	str_addf(out, "made on version %d", r->base);
	if (r->non_paper)
		str_addf(out, " (non-paper %d)", r->non_paper);
}

const char *returned_merge(struct call *call, const struct returned *r, struct err *err)
{
	int conflicts;

	return merged_text(call, r->was, r->now, r->text, r->name, &conflicts, err);
}

/* Paper gives each text a capital, which is no change of its first word. */
static const char *with_initial(struct call *call, const char *was, const char *text)
{
	const char *old = was + strspn(was, "*"), *new = text + strspn(text, "*");
	uint32_t first, own;

	if (!*old || !*new)
		return text;
	size_t was_bytes = utf8_decode(old, strlen(old), &first);
	size_t bytes = utf8_decode(new, strlen(new), &own);
	if (first == own || utf8_upper(first) != utf8_upper(own))
		return text;
	return arena_printf(&call->arena, "%.*s%.*s%s", (int)(new - text), text, (int)was_bytes,
		old, new + bytes);
}

bool returned_save(struct call *call, const struct returned *r, const char *text, struct err *err)
{
	text = with_initial(call, r->row->text, text);
	return store_recommendation_edit(call->desk->store, r->row->id, text, r->row->version,
		       desk_now(call->desk), err) &&
	       texts_negotiate(call, r->row, err);
}
