/* SPDX-License-Identifier: MIT */
/*
 * What a session is made of, table by table, for who takes a whole one somewhere else: a
 * copy in the database, a file. A table that is not here does not go with its session.
 */
#include "session_tables.h"

#include <assert.h>
#include <string.h>

/* How the rows of a session are found in each table, parents before children;
 * `record` tables are left out of a copy of the agenda alone. */
const struct session_table session_tables[] = {
	{"body", "session = ?1", false},
	{"officer", "session = ?1", false},
	{"item", "session = ?1", false},
	{"item_body", "item IN (SELECT id FROM item WHERE session = ?1)", false},
	{"mandate", "item IN (SELECT id FROM item WHERE session = ?1)", false},
	{"document", "session = ?1", false},
	{"item_document", "item IN (SELECT id FROM item WHERE session = ?1)", false},
	{"slot", "session = ?1", false},
	{"slot_item", "slot IN (SELECT id FROM slot WHERE session = ?1)", false},
	{"rule", "session = ?1", false},
	{"wording", "session = ?1", false},
	{"participant", "session = ?1", false},
	{"participant_alias", "participant IN (SELECT id FROM participant WHERE session = ?1)",
		false},
	{"group_member", "session = ?1", false},
	{"treaty_status", "session = ?1", false},
	{"meeting", "session = ?1", true},
	{"consideration", "session = ?1", true},
	{"meeting_pause", "session = ?1", true},
	{"chairing", "session = ?1", true},
	{"meeting_body", "session = ?1", true},
	{"presence", "session = ?1", true},
	{"item_presence", "session = ?1", true},
	{"statement", "session = ?1", true},
	{"statement_member", "session = ?1", true},
	{"span", "statement IN (SELECT id FROM statement WHERE session = ?1)", true},
	{"point", "session = ?1", true},
	{"request", "session = ?1", true},
	{"time_limit", "session = ?1", true},
	{"list_closing", "session = ?1", true},
	{"interruption", "session = ?1", true},
	{"ruling", "session = ?1", true},
	{"recommendation_set", "session = ?1", true},
	{"recommendation", "session = ?1", true},
	{"recommendation_version",
		"recommendation IN (SELECT id FROM recommendation WHERE session = ?1)", true},
	{"act", "session = ?1", true},
	{"item_joint", "session = ?1", true},
	{"agenda_change", "session = ?1", true},
	{"agenda_adoption", "session = ?1", true},
	{"adopted_item", "session = ?1", true},
	{"document_more", "session = ?1", false},
	{"document_event", "session = ?1", true},
	{"survey", "session = ?1", true},
	{"focal_point", "session = ?1", true},
	{"contribution", "session = ?1", true},
	{"recommendation_more", "session = ?1", true},
	{"amendment", "session = ?1", true},
	{"amendment_version", "session = ?1", true},
	{"amendment_event", "session = ?1", true},
	{"version_source", "session = ?1", true},
	{"sponsor", "session = ?1", true},
	{"comment", "session = ?1", true},
	{"non_paper", "session = ?1", true},
	{"non_paper_text", "session = ?1", true},
	{"vote", "session = ?1", true},
	{"ballot", "session = ?1", true},
	{"position", "session = ?1", true},
	{"block", "session = ?1", true},
	{"follow_up", "session = ?1", true},
	{"follow_up_action", "session = ?1", true},
	{"silence", "session = ?1", true},
	{"template", "session = ?1", false},
	{"part", "session = ?1", true},
	{"paragraph", "session = ?1", true},
	{"paragraph_version", "session = ?1", true},
	{"paragraph_source", "session = ?1", true},
	{"paragraph_act", "session = ?1", true},
	{"paragraph_proposal", "session = ?1", true},
	{"point_lead", "session = ?1", true},
	{"point_support", "session = ?1", true},
	{"conclusion", "session = ?1", true},
};
const size_t session_table_count = sizeof session_tables / sizeof session_tables[0];

/* Columns with a row that may be deleted since, which the schema therefore does not say. */
static const struct {
	const char *table, *column, *target;
} loose[] = {
	{"agenda_change", "item", "item"},
	{"agenda_change", "slot", "slot"},
	{"adopted_item", "item", "item"},
	{"adopted_item", "parent", "item"},
	{"non_paper_text", "recommendation", "recommendation"},
};

static_assert(sizeof session_tables / sizeof session_tables[0] <= SESSION_TABLES_MAX,
	"there is room for the offsets of all");

const char *session_target(const char *table, const char *column, const char *declared)
{
	if (declared || strcmp(column, "id") == 0)
		return declared ? declared : table;
	for (size_t i = 0; i < sizeof loose / sizeof loose[0]; i++)
		if (strcmp(loose[i].table, table) == 0 && strcmp(loose[i].column, column) == 0)
			return loose[i].target;
	return NULL;
}
