/* SPDX-License-Identifier: MIT */
/*
 * What a session is made of, table by table, for who takes a whole one somewhere else: a
 * copy in the database, a file. A table that is not here does not go with its session.
 */
#include "session_tables.h"

#include <assert.h>
#include <string.h>

const struct session_table session_tables[] = {
	{"body", "session = ?1", SESSION_AGENDA},
	{"officer", "session = ?1", SESSION_AGENDA},
	{"item", "session = ?1", SESSION_AGENDA},
	{"item_body", "item IN (SELECT id FROM item WHERE session = ?1)", SESSION_AGENDA},
	{"mandate", "item IN (SELECT id FROM item WHERE session = ?1)", SESSION_AGENDA},
	{"document", "session = ?1", SESSION_AGENDA},
	{"item_document", "item IN (SELECT id FROM item WHERE session = ?1)", SESSION_AGENDA},
	{"slot", "session = ?1", SESSION_AGENDA},
	{"slot_item", "slot IN (SELECT id FROM slot WHERE session = ?1)", SESSION_AGENDA},
	{"rule", "session = ?1", SESSION_AGENDA},
	{"wording", "session = ?1", SESSION_AGENDA},
	{"participant", "session = ?1", SESSION_AGENDA},
	{"participant_alias", "participant IN (SELECT id FROM participant WHERE session = ?1)",
		SESSION_AGENDA},
	{"group_member", "session = ?1", SESSION_AGENDA},
	{"treaty_status", "session = ?1", SESSION_AGENDA},
	{"meeting", "session = ?1", SESSION_RECORD},
	{"consideration", "session = ?1", SESSION_RECORD},
	{"meeting_pause", "session = ?1", SESSION_RECORD},
	{"chairing", "session = ?1", SESSION_RECORD},
	{"meeting_body", "session = ?1", SESSION_RECORD},
	{"presence", "session = ?1", SESSION_RECORD},
	{"item_presence", "session = ?1", SESSION_RECORD},
	{"statement", "session = ?1", SESSION_RECORD},
	{"statement_member", "session = ?1", SESSION_RECORD},
	{"span", "statement IN (SELECT id FROM statement WHERE session = ?1)", SESSION_RECORD},
	{"point", "session = ?1", SESSION_RECORD},
	{"request", "session = ?1", SESSION_RECORD},
	{"time_limit", "session = ?1", SESSION_RECORD},
	{"list_closing", "session = ?1", SESSION_RECORD},
	{"interruption", "session = ?1", SESSION_RECORD},
	{"ruling", "session = ?1", SESSION_RECORD},
	{"recommendation_set", "session = ?1", SESSION_RECORD},
	{"recommendation", "session = ?1", SESSION_RECORD},
	{"recommendation_version",
		"recommendation IN (SELECT id FROM recommendation WHERE session = ?1)",
		SESSION_RECORD},
	{"act", "session = ?1", SESSION_RECORD},
	{"item_joint", "session = ?1", SESSION_RECORD},
	{"agenda_change", "session = ?1", SESSION_RECORD},
	{"agenda_adoption", "session = ?1", SESSION_RECORD},
	{"adopted_item", "session = ?1", SESSION_RECORD},
	{"adoption_order", "session = ?1", SESSION_RECORD},
	{"document_more", "session = ?1", SESSION_AGENDA},
	{"document_event", "session = ?1", SESSION_RECORD},
	{"survey", "session = ?1", SESSION_PREPARED},
	{"focal_point", "session = ?1", SESSION_PREPARED},
	{"contribution", "session = ?1", SESSION_PREPARED},
	{"recommendation_more", "session = ?1", SESSION_RECORD},
	{"amendment", "session = ?1", SESSION_RECORD},
	{"amendment_version", "session = ?1", SESSION_RECORD},
	{"amendment_event", "session = ?1", SESSION_RECORD},
	{"version_source", "session = ?1", SESSION_RECORD},
	{"sponsor", "session = ?1", SESSION_RECORD},
	{"comment", "session = ?1", SESSION_RECORD},
	{"non_paper", "session = ?1", SESSION_RECORD},
	{"non_paper_text", "session = ?1", SESSION_RECORD},
	{"vote", "session = ?1", SESSION_RECORD},
	{"ballot", "session = ?1", SESSION_RECORD},
	{"position", "session = ?1", SESSION_RECORD},
	{"block", "session = ?1", SESSION_RECORD},
	{"follow_up", "session = ?1", SESSION_PREPARED},
	{"follow_up_action", "session = ?1", SESSION_PREPARED},
	{"silence", "session = ?1", SESSION_PREPARED},
	{"template", "session = ?1", SESSION_AGENDA},
	{"part", "session = ?1", SESSION_RECORD},
	{"paragraph", "session = ?1", SESSION_RECORD},
	{"paragraph_more", "session = ?1", SESSION_RECORD},
	{"paragraph_version", "session = ?1", SESSION_RECORD},
	{"paragraph_source", "session = ?1", SESSION_RECORD},
	{"paragraph_act", "session = ?1", SESSION_RECORD},
	{"paragraph_proposal", "session = ?1", SESSION_RECORD},
	{"point_lead", "session = ?1", SESSION_RECORD},
	{"point_support", "session = ?1", SESSION_RECORD},
	{"conclusion", "session = ?1", SESSION_RECORD},
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
	{"adoption_order", "change", "agenda_change"},
	{"non_paper_text", "recommendation", "recommendation"},
	{"list_closing", "newest", "request"},
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
