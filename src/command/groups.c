/* SPDX-License-Identifier: MIT */
/*
 * The order of the table: here a group of commands is entered, and nowhere else.
 * What higher layers add (the screen's own commands) is remembered here, the one
 * changing value of this layer: it is told once, before anything runs.
 */
#include <assert.h>

#include "groups.h"

const struct command *const command_groups[] = {agenda_commands, officer_commands, item_commands,
	slot_commands, session_commands, meeting_commands, meeting_edit_commands,
	participant_commands, group_commands, status_commands, queue_commands, floor_commands,
	correct_commands, list_commands, limit_commands, times_commands, ruling_commands,
	statement_commands, divide_commands, decision_commands, recommendation_commands,
	proposer_commands, set_commands, position_commands, amendment_commands, bracket_commands,
	comment_commands, point_commands, conclusion_commands, non_paper_commands,
	recommendation_file_commands, follow_up_commands, style_commands, document_commands,
	survey_commands, contribution_commands, contribution_file_commands, rule_commands,
	report_commands, display_commands, undo_commands, file_commands, paragraph_commands,
	paragraph_show_commands, reflected_commands, part_commands, session_file_commands,
	sheet_commands, NULL};

enum { ADDED_AT_MOST = 8, OWN = sizeof command_groups / sizeof command_groups[0] - 1 };

static const struct command *added[ADDED_AT_MOST + 1];

void command_add_group(const struct command *group)
{
	size_t n = 0;

	while (added[n] && added[n] != group)
		n++;
	assert(n < ADDED_AT_MOST);
	added[n] = group;
}

const struct command *groups_at(size_t n)
{
	return n < OWN ? command_groups[n] : n - OWN < ADDED_AT_MOST ? added[n - OWN] : NULL;
}
