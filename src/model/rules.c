/* SPDX-License-Identifier: MIT */
/*
 * Rules of procedure as values. Each has a name, and one row of a table says how
 * it is read from and written as text, so that a rule set in a file, the rows of
 * a session and what a person types are the same. Nothing here decides anything.
 */
#include <assert.h>
#include <string.h>

#include "model/rules.h"

const char *const rules_classes[] = {"group", "party", "signatory", "observer", "secretariat", "un",
	"intergovernmental", "nongovernmental", "other", NULL};

enum { LIMIT_MAX = 24 * 60 * 60, COUNT_MAX = 100, PART_MAX = 1000, WORD = 32 };

void rules_init(struct rules *rules)
{
	*rules = (struct rules){.debate = {0, 1, false}, .decision = {0, 1, false}};
}

/* --- small texts --- */

/* Digits alone, no more than `most`; *rest is what follows them. */
static bool read_number(const char *text, int most, int *number, const char **rest)
{
	long value = 0;
	const char *c = text;

	for (; *c >= '0' && *c <= '9'; c++)
		if ((value = value * 10 + (*c - '0')) > most)
			return false;
	*number = (int)value;
	*rest = c;
	return c > text;
}

/* "1/3", ">1/2". */
static bool read_part(const char *text, struct rules_part *part)
{
	struct rules_part read = {.more = *text == '>'};
	const char *rest;

	if (!read_number(text + read.more, PART_MAX, &read.over, &rest) || *rest != '/' ||
		!read_number(rest + 1, PART_MAX, &read.under, &rest) || *rest != '\0' ||
		read.under == 0 || read.over + read.more > read.under)
		return false;
	*part = read;
	return true;
}

/* "5:00", "none". */
static bool read_limit(const char *text, int *seconds)
{
	int minutes, rest_seconds;
	const char *rest;

	if (strcmp(text, "none") == 0) {
		*seconds = 0;
		return true;
	}
	if (!read_number(text, LIMIT_MAX / 60, &minutes, &rest) || *rest != ':' ||
		strlen(rest) != 3 || !read_number(rest + 1, 59, &rest_seconds, &rest) ||
		*rest != '\0')
		return false;
	*seconds = minutes * 60 + rest_seconds;
	return true;
}

static void add_limit(int seconds, struct str *out)
{
	if (seconds == 0)
		str_add(out, "none");
	else
		str_addf(out, "%d:%02d", seconds / 60, seconds % 60);
}

static bool read_yes(const char *text, bool *yes)
{
	if (strcmp(text, "yes") != 0 && strcmp(text, "no") != 0)
		return false;
	*yes = *text == 'y';
	return true;
}

static bool read_majority(const char *text, bool *two_thirds)
{
	if (strcmp(text, "simple") != 0 && strcmp(text, "two-thirds") != 0)
		return false;
	*two_thirds = *text == 't';
	return true;
}

/* --- the order of classes --- */

static int find_class(const char *name, size_t length)
{
	for (int i = 0; i < CLASS_COUNT; i++)
		if (strlen(rules_classes[i]) == length &&
			memcmp(rules_classes[i], name, length) == 0)
			return i;
	return -1;
}

/* "group party signatory=observer": those joined by "=" mix, those not named are last. */
static bool read_order(const char *text, int order[CLASS_COUNT])
{
	int read[CLASS_COUNT], rank = 0;

	for (int i = 0; i < CLASS_COUNT; i++)
		read[i] = -1;
	for (const char *c = text; *c; rank++) {
		size_t length = strcspn(c, " =");
		int class = find_class(c, length);

		if (class < 0 || read[class] >= 0)
			return false;
		read[class] = rank;
		c += length;
		if (*c == '=')
			rank--;
		if (*c && *++c == '\0')
			return false;
	}
	for (int i = 0; i < CLASS_COUNT; i++)
		order[i] = read[i] < 0 ? rank : read[i];
	return true;
}

static void add_order(const int order[CLASS_COUNT], struct str *out)
{
	const char *between = "";

	for (int rank = 0; rank <= CLASS_COUNT; rank++) {
		for (int i = 0; i < CLASS_COUNT; i++) {
			if (order[i] != rank)
				continue;
			str_addf(out, "%s%s", between, rules_classes[i]);
			between = "=";
		}
		between = out->length ? " " : "";
	}
}

/* --- names --- */

enum form { FORM_PART, FORM_YES, FORM_COUNT, FORM_LIMIT, FORM_ORDER, FORM_MAJORITY };

static const char *const may_be[] = {"a part like 1/3, or >1/2 for more than a half", "yes or no",
	"a number up to 100, 0 for as many as wanted", "minutes and seconds like 5:00, or none",
	("classes in their order, those that mix joined by \"=\": group party signatory observer "
	 "secretariat un intergovernmental nongovernmental other"),
	"simple or two-thirds"};

#define PLACE(member) (offsetof(struct rules, member))
#define CLASS_PLACE(class) (offsetof(struct rules, limit_seconds) + (class) * sizeof(int))

static const struct name {
	const char *name;
	enum form form;
	size_t place;
} names[] = {
	{"quorum.debate", FORM_PART, PLACE(debate)},
	{"quorum.decision", FORM_PART, PLACE(decision)},
	{"quorum.all", FORM_YES, PLACE(quorum_all)},
	{"decision.majority", FORM_MAJORITY, PLACE(two_thirds)},
	{"list.once", FORM_YES, PLACE(once)},
	{"list.order", FORM_ORDER, PLACE(order)},
	{"reply.count", FORM_COUNT, PLACE(replies)},
	{"reply.first", FORM_LIMIT, PLACE(reply_seconds)},
	{"reply.second", FORM_LIMIT, PLACE(reply_seconds) + sizeof(int)},
	{"order.limit", FORM_LIMIT, PLACE(order_point_seconds)},
	{"limit.group", FORM_LIMIT, CLASS_PLACE(CLASS_GROUP)},
	{"limit.party", FORM_LIMIT, CLASS_PLACE(CLASS_PARTY)},
	{"limit.signatory", FORM_LIMIT, CLASS_PLACE(CLASS_SIGNATORY)},
	{"limit.observer", FORM_LIMIT, CLASS_PLACE(CLASS_OBSERVER)},
	{"limit.secretariat", FORM_LIMIT, CLASS_PLACE(CLASS_SECRETARIAT)},
	{"limit.un", FORM_LIMIT, CLASS_PLACE(CLASS_UN)},
	{"limit.intergovernmental", FORM_LIMIT, CLASS_PLACE(CLASS_INTERGOVERNMENTAL)},
	{"limit.nongovernmental", FORM_LIMIT, CLASS_PLACE(CLASS_NONGOVERNMENTAL)},
	{"limit.other", FORM_LIMIT, CLASS_PLACE(CLASS_OTHER)},
	{"report.statistics", FORM_YES, PLACE(statistics)},
	{"report.follow-up-table", FORM_YES, PLACE(follow_up_table)},
};

enum { NAMES = sizeof names / sizeof names[0] };

const char *const rules_names[] = {"quorum.debate", "quorum.decision", "quorum.all",
	"decision.majority", "list.once", "list.order", "reply.count", "reply.first",
	"reply.second", "order.limit", "limit.group", "limit.party", "limit.signatory",
	"limit.observer", "limit.secretariat", "limit.un", "limit.intergovernmental",
	"limit.nongovernmental", "limit.other", "report.statistics", "report.follow-up-table",
	NULL};

static const struct name *find_name(const char *name)
{
	for (size_t i = 0; i < NAMES; i++)
		if (strcmp(names[i].name, name) == 0)
			return &names[i];
	return NULL;
}

static bool read_value(const struct name *name, const char *value, void *place)
{
	const char *rest;
	int number;

	switch (name->form) {
	case FORM_PART:
		return read_part(value, place);
	case FORM_YES:
		return read_yes(value, place);
	case FORM_LIMIT:
		return read_limit(value, place);
	case FORM_ORDER:
		return read_order(value, place);
	case FORM_MAJORITY:
		return read_majority(value, place);
	default:
		if (!read_number(value, COUNT_MAX, &number, &rest) || *rest != '\0')
			return false;
		*(int *)place = number;
		return true;
	}
}

bool rules_set(struct rules *rules, const char *name, const char *value, struct err *err)
{
	const struct name *found = find_name(name);

	if (!found)
		return err_set(err, ERR_DATA, "there is no rule '%.*s'", WORD, name);
	return read_value(found, value, (char *)rules + found->place) ||
	       err_set(err, ERR_DATA, "%s must be %s", name, may_be[found->form]);
}

static void add_part(const struct rules_part *part, struct str *out)
{
	str_addf(out, "%s%d/%d", part->more ? ">" : "", part->over, part->under);
}

void rules_value(const struct rules *rules, const char *name, struct str *out)
{
	const struct name *found = find_name(name);
	const void *place;

	assert(found);
	place = (const char *)rules + found->place;
	switch (found->form) {
	case FORM_PART:
		add_part(place, out);
		break;
	case FORM_YES:
		str_add(out, *(const bool *)place ? "yes" : "no");
		break;
	case FORM_LIMIT:
		add_limit(*(const int *)place, out);
		break;
	case FORM_ORDER:
		add_order(place, out);
		break;
	case FORM_MAJORITY:
		str_add(out, *(const bool *)place ? "two-thirds" : "simple");
		break;
	default:
		str_addf(out, "%d", *(const int *)place);
	}
}

/* --- what follows from them --- */

static enum rules_class class_of_member(const char *status)
{
	if (strcmp(status, "party") == 0)
		return CLASS_PARTY;
	return strcmp(status, "signatory") == 0 ? CLASS_SIGNATORY : CLASS_OBSERVER;
}

enum rules_class rules_class_of(const char *kind, const char *status, bool group)
{
	static const struct {
		const char *kind;
		enum rules_class class;
	} kinds[] = {
		{"group", CLASS_GROUP},
		{"secretariat", CLASS_SECRETARIAT},
		{"un_body", CLASS_UN},
		{"institute", CLASS_UN},
		{"agency", CLASS_UN},
		{"intergovernmental", CLASS_INTERGOVERNMENTAL},
		{"nongovernmental", CLASS_NONGOVERNMENTAL},
		{"officer", CLASS_OTHER},
		{"guest", CLASS_OTHER},
	};

	if (group)
		return CLASS_GROUP;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return kinds[i].class;
	return class_of_member(status);
}

int rules_turn(
	const struct rules *rules, const char *kind, enum rules_class class, bool absent, bool late)
{
	enum { QUEUE = 1000, LATE = 200, ABSENT = 100 };
	static const struct {
		const char *kind;
		int turn;
	} queues[] = {{"point_of_order", 0}, {"presentation", QUEUE}, {"panellist", QUEUE},
		{"chair", QUEUE}, {"explanation_before", 2 * QUEUE},
		{"explanation_after", 3 * QUEUE}, {"reply", 4 * QUEUE}};
	int turn = QUEUE + rules->order[class];

	for (size_t i = 0; i < sizeof queues / sizeof queues[0]; i++)
		if (strcmp(queues[i].kind, kind) == 0)
			turn = queues[i].turn;
	return turn + (late ? LATE : absent ? ABSENT : 0);
}

int rules_limit(const struct rules *rules, enum rules_class class, const char *kind, int before)
{
	static const char *const unlimited[] = {"presentation", "panellist", "chair"};

	if (strcmp(kind, "reply") == 0)
		return rules->reply_seconds[before > 0];
	if (strcmp(kind, "point_of_order") == 0)
		return rules->order_point_seconds;
	for (size_t i = 0; i < sizeof unlimited / sizeof unlimited[0]; i++)
		if (strcmp(unlimited[i], kind) == 0)
			return 0;
	return rules->limit_seconds[class];
}

int rules_quorum(const struct rules_part *part, int entitled)
{
	int whole = entitled * part->over;

	return part->more ? whole / part->under + 1 : (whole + part->under - 1) / part->under;
}
