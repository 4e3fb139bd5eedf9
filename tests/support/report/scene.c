/* SPDX-License-Identifier: MIT */
/* Sessions to report on. Whatever the store refuses fails the test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/civil.h"
#include "base/file.h"
#include "base/mem.h"
#include "exchange/template_file.h"
#include "store/agenda.h"
#include "store/floor.h"
#include "store/journal.h"
#include "store/meeting.h"
#include "store/participant.h"
#include "store/presence.h"
#include "store/recommendation.h"
#include "support/document/valid.h"
#include "support/report/scene.h"
#include "support/report/scene_agendas.h"

enum { MINUTE = 60 * 1000 };

static void good(bool is, const struct err *err)
{
	if (!is)
		fail_msg("%s", err->text);
}

static int64_t tick(struct scene *scene)
{
	return scene->at += MINUTE;
}

void scene_begin(struct scene *scene)
{
	struct err err = {0};

	good(store_begin(scene->store, &err), &err);
}

void scene_end(struct scene *scene)
{
	struct step step = {.session = scene->session,
		.origin = "test",
		.person = "tester",
		.at = tick(scene),
		.command = "test",
		.arguments = ""};
	struct err err = {0};

	good(store_commit(scene->store, &step, "test", NULL, &err), &err);
}

void scene_agenda(struct scene *scene, const struct agenda *agenda)
{
	struct roster roster;
	struct civil first;
	struct err err = {0};

	good(zone_set("Europe/Vienna", &err), &err);
	assert_true(civil_parse_date(agenda->from, &first));
	first.hour = 9;
	*scene = (struct scene){.at = civil_ms(&first)};
	template_init(&scene->template);
	template_file_default(&scene->template);
	scene->store = store_new(":memory:", STORE_OPEN_CREATE, &err);
	good(scene->store != NULL, &err);
	scene_begin(scene);
	scene->session =
		store_session_create(scene->store, agenda, roster_of_scenes(&roster), false, &err);
	good(scene->session != 0, &err);
	scene_end(scene);
}

void scene_2012(struct scene *scene)
{
	scene_agenda(scene, &agenda_2012);
}

void scene_2018(struct scene *scene)
{
	scene_agenda(scene, &agenda_2018);
}

void scene_clear(struct scene *scene)
{
	store_free(scene->store);
	template_clear(&scene->template);
	*scene = (struct scene){0};
}

/* --- who --- */

int64_t scene_who(struct scene *scene, const char *list)
{
	struct arena arena;
	size_t count;
	int64_t id = 0;

	arena_init(&arena);
	struct participant_row *rows =
		store_participants(scene->store, scene->session, &arena, &count);
	for (size_t i = 0; i < count; i++)
		if (strcmp(rows[i].list_name, list) == 0)
			id = rows[i].id;
	arena_clear(&arena);
	if (!id)
		fail_msg("nobody is called %s", list);
	return id;
}

/* Calls `each` with the participant of every name between semicolons. */
static void for_names(struct scene *scene, const char *names,
	void (*each)(struct scene *, int64_t, const char *), const char *argument)
{
	char *copy = mem_strdup(names), *rest = copy;

	for (char *name; (name = strtok_r(rest, ";", &rest)) != NULL;)
		each(scene, scene_who(scene, name + strspn(name, " ")), argument);
	free(copy);
}

void scene_participant(struct scene *scene, const char *kind, const char *list, const char *running)
{
	struct participant_new new = {.kind = kind, .list_name = list, .running_name = running};
	struct err err = {0};

	good(store_participant_add(scene->store, scene->session, &new, &err) != 0, &err);
}

static void set_status(struct scene *scene, int64_t id, const char *status)
{
	struct err err = {0};

	good(store_participant_set_status(scene->store, id, status, &err), &err);
}

void scene_status(struct scene *scene, const char *status, const char *names)
{
	for_names(scene, names, set_status, status);
}

static void set_present(struct scene *scene, int64_t id, const char *unused)
{
	struct err err = {0};

	(void)unused;
	good(store_presence_add(scene->store, scene->session, id, 0, tick(scene), &err), &err);
}

void scene_present(struct scene *scene, const char *names)
{
	for_names(scene, names, set_present, NULL);
}

static int64_t body(struct scene *scene, const char *key)
{
	struct arena arena;
	size_t count;
	int64_t id = 0;

	arena_init(&arena);
	struct body_row *rows = store_bodies(scene->store, scene->session, &arena, &count);
	for (size_t i = 0; i < count; i++)
		if (strcmp(rows[i].key, key) == 0)
			id = rows[i].id;
	arena_clear(&arena);
	return id;
}

void scene_officer(struct scene *scene, const char *key, const char *name, const char *country)
{
	struct err err = {0};

	good(store_officer_add(scene->store, scene->session, body(scene, key), "Chair", name,
		     country, &err) != 0,
		&err);
}

/* --- what happens --- */

static void close_meeting(struct scene *scene)
{
	struct err err = {0};

	if (scene->meeting)
		good(store_meeting_close(scene->store, scene->meeting, tick(scene), &err), &err);
}

/* minute -1: as the slot says. */
static void open_meeting(struct scene *scene, size_t slot, int minute)
{
	struct arena arena;
	struct civil begins;
	struct err err = {0};
	size_t count;
	int number;

	close_meeting(scene);
	arena_init(&arena);
	struct slot_row *slots = store_slots(scene->store, scene->session, &arena, &count);
	assert_true(slot < count);
	assert_true(civil_parse_date(slots[slot].date, &begins));
	int64_t at = civil_ms(&begins) + (minute < 0 ? slots[slot].from : minute) * MINUTE;
	if (scene->at < at)
		scene->at = at;
	scene->meeting = store_meeting_open(
		scene->store, scene->session, slots[slot].id, scene->at, &number, &err);
	good(scene->meeting != 0, &err);
	arena_clear(&arena);
}

void scene_meeting(struct scene *scene, size_t slot)
{
	open_meeting(scene, slot, -1);
}

void scene_meeting_at(struct scene *scene, size_t slot, int minute)
{
	open_meeting(scene, slot, minute);
}

static int64_t item(struct scene *scene, const char *printed)
{
	int64_t id = store_item_find(scene->store, scene->session, printed);

	if (id <= 0)
		fail_msg("there is no one item %s", printed);
	return id;
}

void scene_open(struct scene *scene, const char *printed)
{
	int64_t id = item(scene, printed);
	struct err err = {0};

	good(store_item_set_state(scene->store, id, "open", &err), &err);
	good(store_consideration_open(
		     scene->store, scene->session, id, scene->meeting, tick(scene), &err),
		&err);
}

void scene_conclude(struct scene *scene, const char *printed)
{
	int64_t id = item(scene, printed);
	struct err err = {0};

	good(store_item_set_state(scene->store, id, "concluded", &err), &err);
	good(store_consideration_close(scene->store, id, tick(scene), &err), &err);
}

int64_t scene_say(struct scene *scene, const char *printed, const char *name, const char *kind,
	const char *group, const char *note)
{
	struct statement_new new = {.session = scene->session,
		.item = item(scene, printed),
		.meeting = scene->meeting,
		.participant = scene_who(scene, name),
		.on_behalf = group ? scene_who(scene, group) : 0,
		.kind = kind};
	struct err err = {0};
	int number;

	new.from = tick(scene);
	new.to = tick(scene);
	int64_t id = store_statement_add(scene->store, &new, &number, &err);
	good(id != 0, &err);
	if (*note)
		good(store_statement_note(scene->store, id, note, 0, &err), &err);
	return id;
}

void scene_speakers(struct scene *scene, const char *printed, const char *names)
{
	char *copy = mem_strdup(names), *rest = copy;

	for (char *name; (name = strtok_r(rest, ";", &rest)) != NULL;)
		scene_say(scene, printed, name + strspn(name, " "), NULL, NULL, "");
	free(copy);
}

/* --- what is decided --- */

static int64_t set_of(struct scene *scene, const char *key)
{
	struct err err = {0};
	int64_t set = store_set_of(scene->store, scene->session, body(scene, key), &err);

	good(set != 0, &err);
	return set;
}

void scene_recommend(struct scene *scene, const char *key, const char *style,
	enum recommendation_state state, const char *text)
{
	int64_t set = set_of(scene, key);
	struct err err = {0};
	int number;

	good(store_set_style(scene->store, set, style, &err), &err);
	int64_t id = store_recommendation_add(
		scene->store, scene->session, set, 0, 0, text, tick(scene), &number, &err);
	good(id != 0, &err);
	if (state != RECOMMENDATION_DRAFT)
		good(store_recommendation_set_state(scene->store, id, state, false, &err), &err);
}

void scene_chapeau(struct scene *scene, const char *key, const char *chapeau)
{
	struct err err = {0};

	good(store_set_chapeau(scene->store, set_of(scene, key), chapeau, &err), &err);
}

void scene_adopt(struct scene *scene, const char *subject, const char *form, bool orally_amended)
{
	struct act act = {.subject = subject,
		.meeting = scene->meeting,
		.outcome = "adopted",
		.form = form,
		.orally_amended = orally_amended,
		.at = tick(scene)};
	struct err err = {0};

	good(store_act_add(scene->store, scene->session, &act, &err), &err);
}

void scene_document(struct scene *scene, const char *kind, const char *title, const char *symbol)
{
	struct err err = {0};
	int number;

	good(store_document_add(scene->store, scene->session, kind, title, symbol, &number, &err) !=
			0,
		&err);
}

char *scene_report(struct scene *scene, const char *format)
{
	struct report *report = report_build(scene->store, scene->session, &scene->template);
	struct str out;

	str_init(&out);
	document_writer(format)->write(report_document(report), &out);
	valid_document(report_document(report));
	report_free(report);
	return str_take(&out);
}

void scene_golden(const char *name, const char *format, const char *text)
{
	struct str path, expected;
	struct err err = {0};

	str_init(&path);
	str_init(&expected);
	str_addf(&path, "%s/report/golden/%s.%s", getenv("TESTS_DIR"), name,
		document_writer(format)->suffix);
	if (getenv("ACCEPT")) {
		assert_true(file_write(path.text, text, strlen(text), &err));
	} else {
		if (!file_read(path.text, 1 << 20, &expected, &err))
			fail_msg("%s", err.text);
		assert_string_equal(text, expected.text);
	}
	str_clear(&path);
	str_clear(&expected);
}

bool scene_contains(struct scene *scene, const char *words)
{
	char *text = scene_report(scene, "text");
	bool found = strstr(text, words) != NULL;

	free(text);
	return found;
}

void scene_expect(struct scene *scene, const char *words)
{
	if (!scene_contains(scene, words))
		fail_msg("not in the report: %s", words);
}

bool scene_has_gap(struct scene *scene, const char *beginning)
{
	struct report *report = report_build(scene->store, scene->session, &scene->template);
	size_t count;
	const struct report_gap *gaps = report_gaps(report, &count);
	bool found = false;

	for (size_t i = 0; i < count; i++)
		found = found || strncmp(gaps[i].text, beginning, strlen(beginning)) == 0;
	report_free(report);
	return found;
}
