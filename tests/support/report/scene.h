/* SPDX-License-Identifier: MIT */
/*
 * Sessions to report on, made by the store's own functions. A scene is one
 * session in a database in memory; its time goes on by a minute with each thing
 * that happens.
 */
#ifndef SUPPORT_REPORT_SCENE_H
#define SUPPORT_REPORT_SCENE_H

#include "model/agenda.h"
#include "model/recommendation.h"
#include "report/report.h"

struct scene {
	struct store *store;
	int64_t session, meeting, at;
	struct template template; /* the English of the program */
};

/* The session of October 2012 with the items, documents and schedule of its
 * agenda file, and the 2018 one: two bodies, each with two items of its own and
 * two joint ones. Both have a roster of some States. */
void scene_2012(struct scene *scene);
void scene_2018(struct scene *scene);
/* Any agenda, with the same roster. */
void scene_agenda(struct scene *scene, const struct agenda *agenda);
void scene_clear(struct scene *scene);

/* Everything until scene_end is one change. */
void scene_begin(struct scene *scene);
void scene_end(struct scene *scene);

/* One that is on no roster; running NULL: the same. */
void scene_participant(
	struct scene *scene, const char *kind, const char *list, const char *running);
/* Who is listed so. */
int64_t scene_who(struct scene *scene, const char *list);
/* Names separated by semicolons. */
void scene_status(struct scene *scene, const char *status, const char *names);
void scene_present(struct scene *scene, const char *names);
void scene_officer(struct scene *scene, const char *body, const char *name, const char *country);
/* The meeting of the slot at that index, opened when that begins or, if it is
 * past, now; the one before is closed. */
void scene_meeting(struct scene *scene, size_t slot);
/* The same, opened at a minute of the slot's day. */
void scene_meeting_at(struct scene *scene, size_t slot, int minute);
void scene_open(struct scene *scene, const char *item);
void scene_conclude(struct scene *scene, const char *item);
/* kind and group may be NULL; a note has a point on each line, "" for none.
 * Returns the statement. */
int64_t scene_say(struct scene *scene, const char *item, const char *name, const char *kind,
	const char *group, const char *note);
/* One statement for each name, separated by semicolons. */
void scene_speakers(struct scene *scene, const char *item, const char *names);
/* A recommendation of a body in a state; style "lettered" or "numbered". */
void scene_recommend(struct scene *scene, const char *body, const char *style,
	enum recommendation_state state, const char *text);
void scene_chapeau(struct scene *scene, const char *body, const char *chapeau);
/* subject: agenda, report. form may be NULL. */
void scene_adopt(struct scene *scene, const char *subject, const char *form, bool orally_amended);

/* A paper of the register; kind may be NULL. */
void scene_document(struct scene *scene, const char *kind, const char *title, const char *symbol);

/* The report in a format; yours to free. */
char *scene_report(struct scene *scene, const char *format);
/* Fails the test unless the text is what the golden file of that name and format holds; with
 * ACCEPT in the environment the file is written instead. */
void scene_golden(const char *name, const char *format, const char *text);
/* Has the report as text these words? scene_expect fails
 * the test if not. Is something missing, in a sentence that begins so? */
bool scene_contains(struct scene *scene, const char *words);
void scene_expect(struct scene *scene, const char *words);
bool scene_has_gap(struct scene *scene, const char *beginning);

#endif
