/* SPDX-License-Identifier: MIT */
/* Was a participant p asked by a survey q? Said once, in SQL, for who counts them. */
#ifndef SURVEY_ASKS_H
#define SURVEY_ASKS_H

#define SURVEY_IS_STATE "p.kind IN('state', 'observer_state')"
#define SURVEY_ASKS                                           \
	"CASE q.asked WHEN 'parties' THEN p.status = 'party'" \
	" ELSE " SURVEY_IS_STATE " END"

#endif
