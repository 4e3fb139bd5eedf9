/* SPDX-License-Identifier: MIT */
/* A small session for tests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "model/agenda.h"
#include "model/roster.h"
#include "store/floor.h"
#include "store/participant.h"
#include "support/store/fixture.h"

static struct agenda_body bodies[] = {
	{"wg2", "Working Group on Rivers", "the Working Group", "RIV/WG.2", 0, "Third session"},
	{"wg3", "Working Group on Lakes", "the Working Group", "RIV/WG.3", 0, NULL},
};
static size_t no_documents[1], first_document[] = {0};
static struct agenda_joint joint[] = {{1, "2"}};
static struct agenda_item items[] = {
	{.parent = AGENDA_NONE, .number = "1", .printed = "1", .title = "Organizational matters"},
	{.parent = 0, .number = "(a)", .printed = "1 (a)", .title = "Opening of the meeting"},
	{.parent = 0, .number = "(b)", .printed = "1 (b)", .title = "Adoption of the agenda"},
	{.parent = AGENDA_NONE,
		.number = "2",
		.printed = "2",
		.title = "Protection of springs",
		.heading = "Protecting springs",
		.documents = first_document,
		.document_count = 1},
	{.parent = AGENDA_NONE,
		.number = "3",
		.printed = "3",
		.title = "Other matters",
		.joint = joint,
		.joint_count = 1,
		.documents = no_documents},
};
static struct agenda_document documents[] = {
	{"Note by the Secretariat", "springs", "RIV/2012/1", 0, false}};
static struct agenda_slot_item morning[] = {{1, NULL}, {2, NULL}, {3, NULL}};
static struct agenda_slot_item afternoon[] = {{4, "Any other matters"}};
static struct agenda_slot slots[] = {
	{.date = "2012-10-17", .from = 600, .to = 780, .items = morning, .item_count = 3},
	{.date = "2012-10-17", .from = 900, .to = 1080, .items = afternoon, .item_count = 1},
};
static struct roster_name names[][2] = {
	{{"Benin", "Benin", "the Republic of Benin", NULL, NULL}},
	{{"Canada", "Canada", "Canada", NULL, NULL}},
	{{"Côte d’Ivoire", "Côte d’Ivoire", "the Republic of Côte d’Ivoire", NULL, NULL}},
	{{"Gambia", "the Gambia", "the Republic of the Gambia", NULL, NULL}},
	{{"Türkiye", "Türkiye", "the Republic of Türkiye", "2022-06-01", NULL},
		{"Turkey", "Turkey", "the Republic of Turkey", NULL, "2022-05-31"}},
	{{"Zimbabwe", "Zimbabwe", "the Republic of Zimbabwe", NULL, NULL}},
};
static const char *ivory[] = {"Ivory Coast"};
static struct roster_entry entries[] = {
	{.code = "BJ",
		.code3 = "BEN",
		.kind = "state",
		.group = "AF",
		.names = names[0],
		.name_count = 1},
	{.code = "CA",
		.code3 = "CAN",
		.kind = "state",
		.group = "WE",
		.names = names[1],
		.name_count = 1},
	{.code = "CI",
		.code3 = "CIV",
		.kind = "state",
		.group = "AF",
		.names = names[2],
		.name_count = 1,
		.aliases = ivory,
		.alias_count = 1},
	{.code = "GM",
		.code3 = "GMB",
		.kind = "state",
		.group = "AF",
		.names = names[3],
		.name_count = 1},
	{.code = "TR",
		.code3 = "TUR",
		.kind = "state",
		.group = "WE",
		.names = names[4],
		.name_count = 2},
	{.code = "ZW",
		.code3 = "ZWE",
		.kind = "state",
		.group = "AF",
		.names = names[5],
		.name_count = 1},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct store *fixture_store(void)
{
	struct err err = {0};
	struct store *store = store_new(":memory:", STORE_OPEN_CREATE, &err);

	if (!store)
		fail_msg("%s", err.text);
	return store;
}

static void good(bool is, const struct err *err)
{
	if (!is)
		fail_msg("%s", err->text);
}

void fixture_begin(struct store *store)
{
	struct err err = {0};

	good(store_begin(store, &err), &err);
}

int64_t fixture_commit(struct store *store, int64_t session, const char *command)
{
	struct step step = {.session = session,
		.origin = "test",
		.person = "tester",
		.at = FIXTURE_MORNING,
		.command = command,
		.arguments = ""};
	struct err err = {0};
	int64_t sequence;

	good(store_commit(store, &step, command, &sequence, &err), &err);
	return sequence;
}

int64_t fixture_session(struct store *store)
{
	struct agenda agenda = {.id = "2012-10-17-rivers",
		.title = "Rivers and lakes",
		.place = "Geneva",
		.from = "2012-10-17",
		.to = "2012-10-17",
		.timezone = "UTC",
		.heading = "Annotated provisional agenda",
		.annex = "Timetable",
		.bodies = bodies,
		.body_count = COUNT(bodies),
		.items = items,
		.item_count = COUNT(items),
		.slots = slots,
		.slot_count = COUNT(slots),
		.documents = documents,
		.document_count = COUNT(documents)};
	struct roster roster = {.entries = entries, .entry_count = COUNT(entries)};
	struct err err = {0};
	int64_t session;

	fixture_begin(store);
	session = store_session_create(store, &agenda, &roster, false, &err);
	good(session != 0, &err);
	fixture_commit(store, session, "agenda load");
	return session;
}

int64_t fixture_participant(struct store *store, int64_t session, const char *name)
{
	struct arena arena;
	size_t count;
	struct participant_row *rows;
	int64_t id = 0;

	arena_init(&arena);
	rows = store_participants(store, session, &arena, &count);
	for (size_t i = 0; i < count; i++)
		if (strcmp(rows[i].list_name, name) == 0)
			id = rows[i].id;
	arena_clear(&arena);
	assert_true(id != 0);
	return id;
}

int64_t fixture_item(struct store *store, int64_t session, const char *printed)
{
	int64_t id = store_item_find(store, session, printed);

	assert_true(id > 0);
	return id;
}

int64_t fixture_statement(
	struct store *store, int64_t session, const char *item, const char *name, const char *note)
{
	struct statement_new new = {.session = session,
		.item = fixture_item(store, session, item),
		.participant = fixture_participant(store, session, name),
		.from = FIXTURE_MORNING,
		.to = FIXTURE_MORNING + 60000};
	struct err err = {0};
	int64_t id;
	int number;

	fixture_begin(store);
	id = store_statement_add(store, &new, &number, &err);
	good(id != 0, &err);
	good(store_statement_note(store, id, note, 0, &err), &err);
	fixture_commit(store, session, "statement add");
	return id;
}

bool fixture_undo(struct store *store, int64_t session, bool redo)
{
	struct step step = {
		.session = session, .origin = "test", .person = "tester", .at = FIXTURE_MORNING};
	struct undo_plan plan;
	struct arena arena;
	int64_t sequence;
	bool done;

	arena_init(&arena);
	done = store_undo_plan(store, session, "test", redo, &arena, &plan, NULL) &&
	       store_undo(store, &plan, &step, &sequence, NULL);
	arena_clear(&arena);
	return done;
}

char *fixture_dump(struct store *store)
{
	struct str dump;

	str_init(&dump);
	store_dump(store, &dump);
	return str_take(&dump);
}
