/* SPDX-License-Identifier: MIT */
/*
 * Marks in a text become styles. A sign without its partner is plain text: what somebody
 * typed is never taken for a mark that swallows the rest.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "marked.h"
#include "model/negotiation.h"

static void add(struct flow *flow, enum style style, const char *text, size_t length)
{
	char *copy = mem_strndup(text, length);

	flow_add(flow, style, copy);
	free(copy);
}

/* The mark that begins here: the byte behind it, and how it looks; NULL for none. */
static const char *mark_end(const char *at, enum style *style)
{
	bool new = strncmp(at, NEGOTIATION_NEW, strlen(NEGOTIATION_NEW)) == 0;
	bool gone = strncmp(at, NEGOTIATION_GONE, strlen(NEGOTIATION_GONE)) == 0;
	const char *sign = new ? NEGOTIATION_NEW_END : NEGOTIATION_GONE_END, *end;

	if (!new && !gone)
		return NULL;
	*style = new ? STYLE_FIELD : STYLE_FAINT;
	end = strstr(at + 2, sign);
	return end ? end + strlen(sign) : NULL;
}

void marked_add(struct flow *flow, enum style style, const char *text)
{
	const char *from = text, *at = text;

	while ((at = strchr(at, '['))) {
		enum style own = style;
		const char *end = mark_end(at, &own);
		if (!end) {
			at++;
			continue;
		}
		add(flow, style, from, (size_t)(at - from));
		add(flow, own, at, (size_t)(end - at));
		from = at = end;
	}
	flow_add(flow, style, from);
}

void marked_add_words(
	struct flow *flow, enum style style, const char *text, size_t from, size_t length)
{
	add(flow, style, text, from);
	add(flow, STYLE_SELECTED, text + from, length);
	flow_add(flow, style, text + from + length);
}
