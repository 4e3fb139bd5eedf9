/* SPDX-License-Identifier: MIT */
#ifndef SUPPORT_REPORT_SCENE_AGENDAS_H
#define SUPPORT_REPORT_SCENE_AGENDAS_H

#include "model/agenda.h"
#include "model/roster.h"

extern const struct agenda agenda_2012, agenda_2018;
const struct roster *roster_of_scenes(struct roster *roster);

#endif
