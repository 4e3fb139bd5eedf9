/* SPDX-License-Identifier: MIT */
/* The groups of rows, each at the end of its cmd_*.c. */
#ifndef GROUPS_H
#define GROUPS_H

#include <stddef.h>

#include "command/command.h"

extern const struct command agenda_commands[];
extern const struct command officer_commands[];
extern const struct command item_commands[];
extern const struct command slot_commands[];
extern const struct command meeting_commands[];
extern const struct command meeting_edit_commands[];
extern const struct command participant_commands[];
extern const struct command group_commands[];
extern const struct command status_commands[];
extern const struct command floor_commands[];
extern const struct command correct_commands[];
extern const struct command limit_commands[];
extern const struct command times_commands[];
extern const struct command list_commands[];
extern const struct command queue_commands[];
extern const struct command ruling_commands[];
extern const struct command statement_commands[];
extern const struct command divide_commands[];
extern const struct command recommendation_commands[];
extern const struct command proposer_commands[];
extern const struct command decision_commands[];
extern const struct command set_commands[];
extern const struct command position_commands[];
extern const struct command amendment_commands[];
extern const struct command bracket_commands[];
extern const struct command comment_commands[];
extern const struct command point_commands[];
extern const struct command conclusion_commands[];
extern const struct command non_paper_commands[];
extern const struct command style_commands[];
extern const struct command recommendation_file_commands[];
extern const struct command follow_up_commands[];
extern const struct command document_commands[];
extern const struct command survey_commands[];
extern const struct command contribution_commands[];
extern const struct command contribution_file_commands[];
extern const struct command session_commands[];
extern const struct command report_commands[];
extern const struct command rule_commands[];
extern const struct command undo_commands[];
extern const struct command file_commands[];
extern const struct command paragraph_commands[];
extern const struct command part_commands[];
extern const struct command session_file_commands[];
extern const struct command paragraph_show_commands[];
extern const struct command reflected_commands[];
extern const struct command sheet_commands[];
extern const struct command display_commands[];

/* The n-th group from 0, with those added; NULL after the last. */
const struct command *groups_at(size_t n);

#endif
