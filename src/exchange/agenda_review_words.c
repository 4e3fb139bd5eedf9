/* SPDX-License-Identifier: MIT */
/*
 * An item that the annotation or the schedule words in another way than the agenda. A
 * short form ("Organized Crime Convention") is said once for all the items in which it
 * stands; a schedule that only leaves words out is a schedule, and nothing is said.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "agenda_review.h"
#include "base/fold.h"
#include "base/mem.h"
#include "model/diff.h"

enum { TITLE_MOST = 4000, CHANGES_MOST = 20, FORMS_MOST = 50, BRIDGE_WORDS = 2, SHOWN_CHANGES = 2 };

/* Words of one wording in the place of words of the other; "" is none. */
struct change {
	struct str gone, new;
};

struct changes {
	struct change all[CHANGES_MOST];
	size_t count;
};

static void changes_clear(struct changes *changes)
{
	for (size_t i = 0; i < changes->count; i++) {
		str_clear(&changes->all[i].gone);
		str_clear(&changes->all[i].new);
	}
}

static size_t count_words(const char *text)
{
	size_t count = 0;

	for (const char *at = text; *at; at++)
		count += *at != ' ' && (at == text || at[-1] == ' ');
	return count;
}

static struct change *begin_change(struct changes *changes)
{
	struct change *change = &changes->all[changes->count++];

	str_init(&change->gone);
	str_init(&change->new);
	return change;
}

/* Changes between which a word or two stay are one: "to support" and "in support of". */
static void find_changes(
	struct agenda_build *build, const char *from, const char *to, struct changes *changes)
{
	size_t count;
	const struct diff_piece *pieces = diff_words(build->reader.arena, from, to, &count);
	struct change *open = NULL;

	changes->count = 0;
	for (size_t i = 0; i < count; i++) {
		if (pieces[i].kind == DIFF_SAME) {
			bool bridge = open && i + 1 < count &&
				      count_words(pieces[i].text) <= BRIDGE_WORDS;
			if (bridge) {
				str_add(&open->gone, pieces[i].text);
				str_add(&open->new, pieces[i].text);
			}
			open = bridge ? open : NULL;
			continue;
		}
		if (!open && changes->count == CHANGES_MOST)
			return;
		open = open ? open : begin_change(changes);
		str_add(pieces[i].kind == DIFF_GONE ? &open->gone : &open->new, pieces[i].text);
	}
}

/* --- short forms --- */

/* Is each word of the one among the words of the other? */
static bool has_words(const char *all, const char *some)
{
	char *in = fold_key(all), *of = fold_key(some);
	bool has = true;

	for (char *rest = of, *word; has && (word = strtok_r(rest, " ", &rest)) != NULL;) {
		size_t length = strlen(word);
		const char *at = strstr(in, word);
		while (at && ((at > in && at[-1] != ' ') || (at[length] && at[length] != ' ')))
			at = strstr(at + 1, word);
		has = at != NULL;
	}
	free(in);
	free(of);
	return has;
}

/* "UNODC" of "United Nations Office on Drugs and Crime" */
static bool is_of_initials(const char *whole, const char *word)
{
	size_t n = 0;

	for (const char *at = whole; *at; at++) {
		bool begins = at == whole || !isalpha((unsigned char)at[-1]);
		if (begins && isupper((unsigned char)*at) && word[n++] != *at)
			return false;
	}
	return n > 1 && strcspn(word, " ") == n;
}

static bool is_short_form(const struct change *change)
{
	size_t words = count_words(change->new.text);

	return words && words < count_words(change->gone.text) &&
	       (has_words(change->gone.text, change->new.text) ||
		       is_of_initials(change->gone.text, change->new.text));
}

struct form {
	const char *whole, *shorter;
	const struct node *at; /* where it stands first */
	const char *items[8];  /* printed */
	size_t count;
};

struct forms {
	struct form all[FORMS_MOST];
	size_t count;
};

static const char *trimmed(struct agenda_build *build, const char *text)
{
	text += strspn(text, " ,;");
	size_t length = strlen(text);

	while (length && text[length - 1] == ' ')
		length--;
	return arena_strndup(build->reader.arena, text, length);
}

static void remember(struct agenda_build *build, struct forms *forms, const struct change *change,
	const struct node *at, const char *item)
{
	const char *whole = trimmed(build, change->gone.text);
	const char *shorter = trimmed(build, change->new.text);
	size_t i = 0;

	while (i < forms->count && !(strcmp(forms->all[i].whole, whole) == 0 &&
					   strcmp(forms->all[i].shorter, shorter) == 0))
		i++;
	if (i == FORMS_MOST)
		return;
	if (i == forms->count)
		forms->all[forms->count++] =
			(struct form){.whole = whole, .shorter = shorter, .at = at};
	struct form *form = &forms->all[i];
	if (form->count < sizeof form->items / sizeof form->items[0])
		form->items[form->count++] = item;
}

static void say_forms(struct agenda_build *build, const struct forms *forms)
{
	struct str items;

	str_init(&items);
	for (size_t i = 0; i < forms->count; i++) {
		const struct form *form = &forms->all[i];
		str_reset(&items);
		for (size_t j = 0; j < form->count; j++)
			str_addf(&items, "%s%s",
				j == 0                ? ""
				: j + 1 < form->count ? ", "
						      : " and ",
				form->items[j]);
		reader_note(&build->reader, form->at, "the schedule has “%s” for “%s” (item%s %s)",
			reader_shown(&build->reader, form->shorter),
			reader_shown(&build->reader, form->whole), form->count > 1 ? "s" : "",
			items.text);
	}
	str_clear(&items);
}

/* --- what is said --- */

static void add_change(struct agenda_build *build, const struct change *change, struct str *out)
{
	const char *gone = reader_shown(&build->reader, trimmed(build, change->gone.text));
	const char *new = reader_shown(&build->reader, trimmed(build, change->new.text));

	str_add(out, out->length ? ", " : "");
	if (*gone && *new)
		str_addf(out, "“%s” for “%s”", new, gone);
	else if (*new)
		str_addf(out, "“%s” added", new);
	else
		str_addf(out, "“%s” left out", gone);
}

/* `forms`: where short forms are gathered, and only leaving out is no difference. */
static void compare(struct agenda_build *build, const struct agenda_item *item, const char *words,
	const struct node *at, const char *who, struct forms *forms)
{
	struct changes changes = {0};
	struct str said;
	size_t shown = 0;

	if (!words || strlen(words) > TITLE_MOST || strlen(item->title) > TITLE_MOST ||
		review_same(words, item->title))
		return;
	str_init(&said);
	find_changes(build, item->title, words, &changes);
	for (size_t i = 0; i < changes.count; i++) {
		const struct change *change = &changes.all[i];
		if (forms && is_short_form(change))
			remember(build, forms, change, at, item->printed);
		else if (!(forms && count_words(change->new.text) == 0) &&
			 !review_same(change->gone.text, change->new.text) &&
			 shown++ < SHOWN_CHANGES)
			add_change(build, change, &said);
	}
	if (said.length)
		reader_note(&build->reader, at,
			"%s words item %s in another way than the agenda: %s%s", who, item->printed,
			said.text, shown > SHOWN_CHANGES ? " …" : "");
	str_clear(&said);
	changes_clear(&changes);
}

static void compare_slot(struct agenda_build *build, size_t index, struct forms *forms)
{
	const struct agenda_slot *slot = &build->agenda->slots[index];
	const struct node *node = build->slot_nodes[index];

	for (size_t i = 0; i < slot->item_count; i++) {
		const struct node *entry = review_entry(node, "items", i);
		const struct node *at = entry && fields_child(entry, "title")
						? fields_child(entry, "title")
						: fields_place(node, "title");
		compare(build, &build->agenda->items[slot->items[i].item], slot->items[i].title, at,
			"the schedule", forms);
	}
}

void review_words(struct agenda_build *build)
{
	struct forms *forms = mem_alloc(sizeof *forms);

	for (size_t i = 0; i < build->agenda->item_count; i++)
		compare(build, &build->agenda->items[i], build->agenda->items[i].heading,
			fields_place(build->item_nodes[i], "heading"), "the annotation", NULL);
	for (size_t i = 0; i < build->agenda->slot_count; i++)
		compare_slot(build, i, forms);
	say_forms(build, forms);
	free(forms);
}
