/* SPDX-License-Identifier: MIT */
/*
 * How the facts are named in a sentence: bodies, items, half days. "the Working
 * Group" alone is used only while no other group meets (the addendum of 2018
 * uses it for two, and nobody can tell which).
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "contract.h"
#include "facts.h"
#include "formula.h"
#include "model/when.h"
#include "words.h"

/* --- bodies --- */

/* Does the text begin with the word and a blank? */
static bool begins_with_word(const char *text, const char *word)
{
	size_t length = strlen(word);

	return length && strncmp(text, word, length) == 0 && text[length] == ' ';
}

static bool has_word(const char *words, const char *word, size_t length)
{
	while (*(words += strspn(words, " "))) {
		size_t size = strcspn(words, " ");
		if (size == length && strncmp(words, word, length) == 0)
			return true;
		words += size;
	}
	return false;
}

/* A body is called by a noun with a gender: the first word of its name. */
static bool is_feminine(const struct template *template, const char *name)
{
	return has_word(template_text(template, "body.feminine"), name, strcspn(name, " "));
}

/* "the Conference", "la Conférence", "l’Assemblée"; a name may have its article already. */
static void add_article(const struct template *template, const char *name, struct str *out)
{
	const char *elided = template_text(template, "article.elided");
	const char *one = template_text(template, "article.one");
	const char *feminine = template_text(template, "article.feminine");
	const char *several = template_text(template, "article.several");

	if (begins_with_word(name, one) || begins_with_word(name, feminine) ||
		begins_with_word(name, several) ||
		(*elided && strncmp(name, elided, strlen(elided)) == 0))
		str_add(out, name);
	else if (*elided && contract_before_vowel(template, name))
		str_addf(out, "%s%s", elided, name);
	else
		str_addf(out, "%s %s", *feminine && is_feminine(template, name) ? feminine : one,
			name);
}

enum name_kind { NAMES_PLAIN, NAMES_ARTICLE, NAMES_OF };

static void join_names(
	const struct facts *facts, uint64_t bodies, enum name_kind kind, struct str *out)
{
	const struct template *template = facts->template;
	struct arena arena;
	const char *names[64];
	size_t count = 0;

	arena_init(&arena);
	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		struct str name;
		if (!(bodies >> b & 1))
			continue;
		str_init(&name);
		if (kind == NAMES_PLAIN)
			str_add(&name, facts->bodies[b].name);
		else
			add_article(template, facts->bodies[b].name, &name);
		names[count++] = arena_strdup(&arena, name.text);
		str_clear(&name);
	}
	if (kind == NAMES_OF)
		words_join_of(template, names, count, out);
	else
		words_join(template, names, count, out);
	arena_clear(&arena);
}

void facts_names(const struct facts *facts, uint64_t bodies, struct str *out)
{
	join_names(facts, bodies, NAMES_ARTICLE, out);
}

void facts_names_of(const struct facts *facts, uint64_t bodies, struct str *out)
{
	join_names(facts, bodies, NAMES_OF, out);
}

void facts_plain_names(const struct facts *facts, uint64_t bodies, struct str *out)
{
	join_names(facts, bodies, NAMES_PLAIN, out);
}

static size_t first_body(const struct facts *facts, uint64_t bodies)
{
	size_t b = 0;

	while (b + 1 < facts->body_count && b < 63 && !(bodies >> b & 1))
		b++;
	return b;
}

const char *facts_form(const struct facts *facts, uint64_t bodies)
{
	bool feminine = true;

	for (size_t b = 0; b < facts->body_count && b < 64; b++)
		if (bodies >> b & 1)
			feminine = feminine && is_feminine(facts->template, facts->bodies[b].name);
	return formula_form(facts_several(bodies), feminine);
}

/* The kind of body that a name begins with ("Working Group = working groups;"), or NULL;
 * of two the longer one. */
static const char *find_kind(const struct template *template, const char *name, size_t *length)
{
	const char *kinds = template_text(template, "body.kinds"), *found = NULL;

	*length = 0;
	while (*(kinds += strspn(kinds, " ;"))) {
		size_t size = strcspn(kinds, "=;");
		size_t kind = size;
		while (kind && kinds[kind - 1] == ' ')
			kind--;
		if (kind > *length && strncmp(name, kinds, kind) == 0 &&
			(!name[kind] || name[kind] == ' ')) {
			found = kinds;
			*length = kind;
		}
		kinds += strcspn(kinds, ";");
	}
	return found;
}

/* "Working Group" of "Working Group on International Cooperation". */
static size_t kind_length(const struct template *template, const char *name)
{
	const char *ends = template_text(template, "body.ends");
	size_t known;

	if (find_kind(template, name, &known))
		return known;
	for (const char *at = strchr(name, ' '); at; at = strchr(at + 1, ' '))
		if (has_word(ends, at + 1, strcspn(at + 1, " ")))
			return (size_t)(at - name);
	return strlen(name);
}

/* Without its article. */
static void add_short_name(
	const struct template *template, const struct body_row *body, struct str *out)
{
	const char *one = template_text(template, "article.one");

	if (!body->short_name || !*body->short_name)
		str_addn(out, body->name, kind_length(template, body->name));
	else if (begins_with_word(body->short_name, one))
		str_add(out, body->short_name + strlen(one) + 1);
	else
		str_add(out, body->short_name);
}

/* "the working groups" of "Working Group". */
static void add_plural(const struct template *template, const char *name, struct str *out)
{
	size_t length;
	const char *kind = find_kind(template, name, &length);

	str_addf(out, "%s ", template_text(template, "article.several"));
	if (kind && !name[length] && strcspn(kind, "=") < strcspn(kind, ";")) {
		kind += strcspn(kind, "=") + 1;
		kind += strspn(kind, " ");
		str_addn(out, kind, strcspn(kind, ";"));
		return;
	}
	for (; *name; name++)
		str_addc(out, (char)tolower((unsigned char)*name));
	if (out->text[out->length - 1] == 'y') {
		str_cut(out, out->length - 1);
		str_add(out, "ie");
	}
	str_addc(out, 's');
}

/* True, and the shared short name in out, if all of them are called the same. */
static bool share_short_name(const struct facts *facts, uint64_t bodies, struct str *out)
{
	struct str other;
	bool same = true;

	add_short_name(facts->template, &facts->bodies[first_body(facts, bodies)], out);
	str_init(&other);
	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		if (!(bodies >> b & 1))
			continue;
		str_reset(&other);
		add_short_name(facts->template, &facts->bodies[b], &other);
		same = same && strcmp(other.text, out->text) == 0;
	}
	str_clear(&other);
	return same;
}

void facts_bodies(const struct facts *facts, uint64_t bodies, struct str *out)
{
	struct str name;

	str_init(&name);
	bool shared = share_short_name(facts, bodies, &name);
	if (facts_several(bodies) && shared)
		add_plural(facts->template, name.text, out);
	else if (!facts_several(bodies) && bodies == facts->hosts)
		add_article(facts->template, name.text, out);
	else
		facts_names(facts, bodies, out);
	str_clear(&name);
}

void facts_organ(const struct facts *facts, struct str *out)
{
	const char *name = facts->session.organ;
	struct str kind;

	if (!name || !*name)
		return;
	str_init(&kind);
	str_addn(&kind, name, kind_length(facts->template, name));
	add_article(facts->template, kind.text, out);
	str_clear(&kind);
}

void facts_keys(const struct facts *facts, uint64_t bodies, struct str *out)
{
	const char *between = "";

	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		if (!(bodies >> b & 1))
			continue;
		str_addf(out, "%s%s", between, facts->bodies[b].key);
		between = "+";
	}
}

/* --- items --- */

/* Bytes of the double quotation mark at text, 0 if there is none; *open: which way. */
static size_t double_mark(const char *text, bool *open)
{
	static const char *const marks[] = {"“", "«", "”", "»"};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t length = strlen(marks[i]);
		if (strncmp(text, marks[i], length) == 0) {
			*open = i < 2;
			return length;
		}
	}
	if (*text == '"')
		*open = !*open;
	return *text == '"';
}

void facts_inside_quotes(const struct template *template, const char *text, struct str *out)
{
	bool open = false;

	while (*text) {
		size_t length = double_mark(text, &open);
		if (length)
			str_add(out, template_text(template, open ? "quote.open" : "quote.close"));
		else
			str_addc(out, *text);
		text += length ? length : 1;
	}
}

bool facts_has_one_number(const struct facts *facts, const struct item_row *item)
{
	uint64_t bodies = facts_bodies_of(facts, item);
	const char *number = NULL;

	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		if (!(bodies >> b & 1))
			continue;
		const char *here = facts_printed(facts, item, b);
		if (number && strcmp(number, here) != 0)
			return false;
		number = here;
	}
	return true;
}

/* "6, entitled “A”, and 7, entitled “B”" */
static void list_together(const struct facts *facts, const struct item_row *lead, size_t body,
	bool numbered, struct str *out)
{
	struct arena arena;
	struct str title, entry;
	size_t count = 0;

	arena_init(&arena);
	const char **entries = arena_alloc(&arena, (facts->item_count + 1) * sizeof(*entries));
	str_init(&title);
	str_init(&entry);
	for (size_t i = 0; i < facts->item_count; i++) {
		const struct item_row *item = &facts->items[i];
		if (item->lead != lead->id)
			continue;
		str_reset(&title);
		str_reset(&entry);
		facts_inside_quotes(facts->template, item->title, &title);
		formula_plain(&entry, facts->template,
			numbered ? "ITEM/entry" : "ITEM/entry-numbers",
			FIELDS({"printed", facts_printed(facts, item, body)},
				{"title", title.text}));
		entries[count++] = arena_strdup(&arena, entry.text);
	}
	words_join_by(
		facts->template, "LIST", numbered ? "ITEM/last" : "LIST/last", entries, count, out);
	str_clear(&title);
	str_clear(&entry);
	arena_clear(&arena);
}

static bool have_one_number(const struct facts *facts, const struct item_row *lead)
{
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts->items[i].lead == lead->id &&
			!facts_has_one_number(facts, &facts->items[i]))
			return false;
	return true;
}

static void add_together(
	const struct facts *facts, const struct item_row *lead, bool body_said, struct str *out)
{
	uint64_t bodies = facts_bodies_of(facts, lead);
	bool several = facts_several(bodies), numbered = have_one_number(facts, lead);
	struct str list, body;

	str_init(&list);
	str_init(&body);
	list_together(facts, lead, first_body(facts, bodies), numbered, &list);
	if (!several && bodies != facts->hosts && !body_said)
		facts_names(facts, bodies, &body);
	formula_plain(out, facts->template,
		!several   ? "ITEM/together"
		: numbered ? "ITEM/together-joint"
			   : "ITEM/together-numbers",
		FIELDS({"list", list.text}, {"body", body.text}));
	str_clear(&list);
	str_clear(&body);
}

static void add_one_item(
	const struct facts *facts, const struct item_row *item, bool body_said, struct str *out)
{
	uint64_t bodies = facts_bodies_of(facts, item);
	struct str title, body;
	const char *id = "ITEM";

	str_init(&title);
	str_init(&body);
	facts_inside_quotes(facts->template, item->title, &title);
	if (facts_several(bodies))
		id = facts_has_one_number(facts, item) ? "ITEM/joint" : "ITEM/numbers";
	else if (bodies != facts->hosts && !body_said)
		facts_names(facts, bodies, &body);
	formula_plain(out, facts->template, id,
		FIELDS({"printed", facts_printed(facts, item, first_body(facts, bodies))},
			{"title", title.text}, {"body", body.text}));
	str_clear(&title);
	str_clear(&body);
}

void facts_item_titled(const struct facts *facts, const struct item_row *item, struct str *out)
{
	struct str title;

	str_init(&title);
	facts_inside_quotes(facts->template, item->title, &title);
	formula_plain(out, facts->template, "ITEM/titled", FIELDS({"title", title.text}));
	str_clear(&title);
}

void facts_item(
	const struct facts *facts, const struct item_row *item, bool body_said, struct str *out)
{
	if (facts_leads(item))
		add_together(facts, item, body_said, out);
	else
		add_one_item(facts, item, body_said, out);
}

/* "agenda item 6", or "agenda items 6 and 7" of those taken up jointly, as a body numbers
 * them; with its name if `named`. */
static void add_numbers(const struct facts *facts, const struct item_row *item, size_t body,
	bool named, struct str *out)
{
	struct arena arena;
	const char **numbers;
	size_t count = 0;
	struct str list;

	arena_init(&arena);
	str_init(&list);
	numbers = arena_alloc(&arena, (facts->item_count + 1) * sizeof(*numbers));
	for (size_t i = 0; i < facts->item_count; i++)
		if (facts->items[i].id == item->id ||
			(facts_leads(item) && facts->items[i].lead == item->id))
			numbers[count++] = facts_printed(facts, &facts->items[i], body);
	words_join(facts->template, numbers, count, &list);
	formula_plain(out, facts->template, "BRACKET/part",
		FIELDS({"list", list.text}, {"list|", formula_form(count > 1, false)},
			{"body", named ? facts->bodies[body].name : NULL}));
	str_clear(&list);
	arena_clear(&arena);
}

void facts_item_bracket(const struct facts *facts, const struct item_row *item, struct str *out)
{
	uint64_t bodies = facts_bodies_of(facts, item);
	const char *parts[64];
	size_t count = 0;
	struct arena arena;
	struct str part, all;

	arena_init(&arena);
	str_init(&part);
	str_init(&all);
	for (size_t b = 0; b < facts->body_count && b < 64; b++) {
		if (!(bodies >> b & 1))
			continue;
		str_reset(&part);
		add_numbers(facts, item, b, facts_several(bodies), &part);
		parts[count++] = arena_strdup(&arena, part.text);
	}
	words_join_by(facts->template, "BRACKET/between", "BRACKET/between", parts, count, &all);
	formula_plain(out, facts->template, "BRACKET", FIELDS({"parts", all.text}));
	str_clear(&part);
	str_clear(&all);
	arena_clear(&arena);
}

/* --- time --- */

enum { EARLY = 30 }; /* minutes before its slot that a meeting may open */

/* The minute at which a slot is in the calendar, -1 if it does not say; *to is when
 * it ends. */
static int slot_minute(const struct slot_row *slot, int *to)
{
	if (slot->from < 0) {
		*to = slot->half && strcmp(slot->half, "am") == 0 ? 13 * 60 : 24 * 60;
		return !slot->half ? -1 : *to == 13 * 60 ? 10 * 60 : 15 * 60;
	}
	*to = slot->to >= 0 ? slot->to : slot->from + 3 * 60;
	return slot->from;
}

/* Where a meeting stands in the calendar: its slot says it, or when it opened. A
 * meeting that opens long before its slot on that day is held all the same, but not
 * in the half day of the slot: it only took the next one that was free. */
static int meeting_day(const struct facts *facts, const struct meeting_row *meeting, char date[11])
{
	struct civil opened = civil_at(meeting->opened);
	int minute = opened.hour * 60 + opened.minute, to;

	civil_format_date(&opened, date);
	for (size_t i = 0; i < facts->slot_count; i++) {
		const struct slot_row *slot = &facts->slots[i];
		if (slot->id != meeting->slot || strlen(slot->date) != 10)
			continue;
		int from = slot_minute(slot, &to);
		bool held = minute >= from - EARLY && minute <= to;
		if (from < 0 || (strcmp(date, slot->date) == 0 && !held))
			return minute;
		memcpy(date, slot->date, 11);
		return from;
	}
	return minute;
}

static void add_date(const struct template *template, const char *date, int *year, struct str *out)
{
	int own = atoi(date);

	if (own == *year)
		words_day(template, date, out);
	else
		words_date(template, date, out);
	*year = own;
}

void facts_slot(const struct facts *facts, const char *code, int *year, struct str *out)
{
	const struct template *template = facts->template;
	char date[11] = "";
	const char *half = NULL;
	struct when when;
	struct str words;

	strncpy(date, code, sizeof(date) - 1);
	if (when_parse(code, &when) && (when.from >= 0 || when.half))
		half = words_half(template, when.from >= 0                 ? when.from
					    : strcmp(when.half, "am") == 0 ? 10 * 60
									   : 15 * 60);
	str_init(&words);
	add_date(template, date, year, &words);
	formula_plain(out, template, half ? "HALF-DAY" : "SLOT",
		FIELDS({"halves", half ? half : ""}, {"date", words.text}));
	str_clear(&words);
}

void facts_meeting_date(
	const struct facts *facts, const struct meeting_row *meeting, int *year, struct str *out)
{
	char date[11];

	meeting_day(facts, meeting, date);
	add_date(facts->template, date, year, out);
}

enum { HALVES_MAX = 64 };

struct half_day {
	char date[11];
	const char *half; /* "morning" */
};

/* The half days on which an item was taken up, each once, in order. */
static size_t half_days(
	const struct facts *facts, const struct item_row *item, struct half_day halves[HALVES_MAX])
{
	size_t count = 0;

	for (size_t i = 0; i < facts->considered_count && count < HALVES_MAX; i++) {
		const struct meeting_row *meeting =
			facts_meeting(facts, facts->considered[i].meeting);
		struct half_day *half = &halves[count];
		if (facts->considered[i].item != item->id || !meeting || facts->considered[i].told)
			continue;
		int minute = meeting_day(facts, meeting, half->date);
		half->half = words_half(facts->template, minute);
		if (!count || strcmp(half[-1].date, half->date) != 0 || half[-1].half != half->half)
			count++;
	}
	return count;
}

/* The halves of one day, "the morning and afternoon of 17 October"; the year is left
 * out where the next day has it. Returns how many halves these were. */
static size_t add_day(const struct template *template, const struct half_day *halves, size_t count,
	int *year, struct str *out)
{
	const char *names[HALVES_MAX];
	size_t same = 0;
	struct str joined, date;

	while (same < count && strcmp(halves[same].date, halves[0].date) == 0) {
		names[same] = halves[same].half;
		same++;
	}
	str_init(&joined);
	str_init(&date);
	words_join(template, names, same, &joined);
	bool last = same == count;
	bool shared = !last && strncmp(halves[0].date, halves[same].date, 4) == 0;
	/* Before a day of another year it is said whether or not it was. */
	if (!last && !shared)
		*year = 0;
	if (shared)
		words_day(template, halves[0].date, &date);
	else
		add_date(template, halves[0].date, year, &date);
	formula_plain(
		out, template, "HALF-DAY", FIELDS({"halves", joined.text}, {"date", date.text}));
	str_clear(&joined);
	str_clear(&date);
	return same;
}

void facts_half_days(
	const struct facts *facts, const struct item_row *item, int *year, struct str *out)
{
	struct half_day halves[HALVES_MAX];
	size_t count = half_days(facts, item, halves), days = 0;
	struct arena arena;
	const char *parts[HALVES_MAX];

	arena_init(&arena);
	for (size_t i = 0; i < count;) {
		struct str part;
		str_init(&part);
		i += add_day(facts->template, &halves[i], count - i, year, &part);
		parts[days++] = arena_strdup(&arena, part.text);
		str_clear(&part);
	}
	words_join(facts->template, parts, days, out);
	arena_clear(&arena);
}
