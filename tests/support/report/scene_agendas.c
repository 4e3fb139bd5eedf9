/* SPDX-License-Identifier: MIT */
/* The agendas of the scenes. */
#include <string.h>

#include "model/roster.h"
#include "support/report/scene_agendas.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define UNTOC "United Nations Convention against Transnational Organized Crime"
#define WG2 "Working Group of Government Experts on Technical Assistance"
#define WG3 "Working Group on International Cooperation"
#define COP "Conference of the Parties to the " UNTOC

static struct agenda_body bodies[] = {
	{"wg2", WG2, "the Working Group", "CTOC/COP/WG.2", 0, NULL},
	{"wg3", WG3, "the Working Group", "CTOC/COP/WG.3", 0, NULL},
};

/* --- October 2012: as in the agenda file --- */

static struct agenda_mandate resolution_5_1[] = {{"resolution", "5/1",
	"Ensuring effective implementation of the " UNTOC " and the Protocols thereto"}};
static struct agenda_mandate resolutions_5_1_6[] = {
	{"resolution", "5/1",
		"Ensuring effective implementation of the " UNTOC " and the Protocols thereto"},
	{"resolution", "5/6",
		"Implementation of the provisions on technical assistance of the " UNTOC},
};
static struct agenda_mandate all_mandates[] = {
	{"decision", "2/6", "Technical assistance activities"},
	{"resolution", "5/1",
		"Ensuring effective implementation of the " UNTOC " and the Protocols thereto"},
	{"resolution", "5/6",
		"Implementation of the provisions on technical assistance of the " UNTOC},
};
static struct agenda_mandate resolution_5_7[] = {
	{"resolution", "5/7", "Combating transnational organized crime against cultural property"}};

static struct agenda_document documents[] = {
	{"Report of the Secretariat",
		"activities of the United Nations Office on Drugs and Crime to promote the implementation of"
		" the provisions on international cooperation in the " UNTOC,
		"CTOC/COP/2012/9", 0, false},
	{"Report of the Secretariat",
		"the provision of technical assistance to States in the implementation of the " UNTOC
		" and the Protocols thereto",
		"CTOC/COP/2012/10", 0, false},
	{"Note by the Secretariat",
		"the development of national strategies to address transnational organized crime",
		"CTOC/COP/WG.2/2012/2", 0, false},
	{"Report of the Secretariat",
		"the application of the " UNTOC
		" by States parties with respect to criminal offences against cultural property",
		"CTOC/COP/WG.2/2012/3-CTOC/COP/WG.3/2012/4", 0, false},
};
static size_t documents_2[] = {0, 1}, documents_3[] = {2}, documents_4[] = {1}, documents_7[] = {3};
static struct agenda_joint with_wg3[] = {{1, NULL}};

#define TOP .parent = AGENDA_NONE
#define MANDATES(array) .mandates = (array), .mandate_count = COUNT(array)
#define DOCUMENTS(array) .documents = (array), .document_count = COUNT(array)
#define JOINT(array) .joint = (array), .joint_count = COUNT(array)

static struct agenda_item items_2012[] = {
	{TOP, .number = "1", .printed = "1", .title = "Organizational matters"},
	{.parent = 0, .number = "(a)", .printed = "1 (a)", .title = "Opening of the meeting"},
	{.parent = 0,
		.number = "(b)",
		.printed = "1 (b)",
		.title = "Adoption of the agenda and organization of work",
		MANDATES(resolution_5_7)},
	{TOP, .number = "2", .printed = "2",
		.title =
			"Follow-up to the recommendations adopted by the Working Group at its meeting held"
			" on 19 and 20 October 2010",
		MANDATES(resolutions_5_1_6), DOCUMENTS(documents_2)},
	{TOP, .number = "3", .printed = "3",
		.title =
			"Development of national strategies to address transnational organized crime",
		DOCUMENTS(documents_3)},
	{TOP, .number = "4", .printed = "4",
		.title =
			"Identification of technical assistance needs and coordination of the delivery of"
			" technical assistance to support the implementation of the " UNTOC
			" and the Protocols thereto",
		MANDATES(all_mandates), DOCUMENTS(documents_4)},
	{TOP, .number = "5", .printed = "5",
		.title =
			"Development of technical assistance tools, taking into consideration good practices"
			" and lessons learned, including those for assisting Member States in applying the"
			" " UNTOC " to new forms and dimensions of organized crime",
		MANDATES(resolution_5_1)},
	{TOP, .number = "6", .printed = "6",
		.title =
			"Recommendations and outcomes of the meetings of the expert group on protection"
			" against trafficking in cultural property",
		MANDATES(resolution_5_7), JOINT(with_wg3)},
	{TOP, .number = "7", .printed = "7",
		.title =
			"Application of the " UNTOC
			" by States parties with respect to criminal offences against cultural property",
		MANDATES(resolution_5_7), DOCUMENTS(documents_7), JOINT(with_wg3)},
	{TOP, .number = "8", .printed = "8", .title = "Other matters"},
};

static struct agenda_slot_item first_morning[] = {{1, NULL}, {2, NULL}, {3, NULL}};
static struct agenda_slot_item first_afternoon[] = {{4, NULL}, {5, NULL}, {6, NULL}, {9, NULL}};
static struct agenda_slot_item second_morning[] = {{7, NULL}, {8, NULL}};
static struct agenda_slot slots_2012[] = {
	{.date = "2012-10-17",
		.from = 600,
		.to = 780,
		.items = first_morning,
		.item_count = COUNT(first_morning)},
	{.date = "2012-10-17",
		.from = 900,
		.to = 1080,
		.items = first_afternoon,
		.item_count = COUNT(first_afternoon)},
	{.date = "2012-10-18",
		.from = 600,
		.to = 780,
		.items = second_morning,
		.item_count = COUNT(second_morning)},
};

const struct agenda agenda_2012 = {.id = "2012-10-17-wg-technical-assistance",
	.title = WG2,
	.organ = COP,
	.place = "Vienna",
	.from = "2012-10-17",
	.to = "2012-10-18",
	.timezone = "Europe/Vienna",
	.status = "provisional",
	.symbols = "CTOC/COP/WG.2/2012/1",
	.date = "2012-07-31",
	.distribution = "General",
	.language = "English",
	.bodies = bodies,
	.body_count = COUNT(bodies),
	.items = items_2012,
	.item_count = COUNT(items_2012),
	.documents = documents,
	.document_count = COUNT(documents),
	.slots = slots_2012,
	.slot_count = COUNT(slots_2012)};

/* --- May 2018: two bodies that meet, with joint items 3 and 4 (wg3: 3 and 5) --- */

static struct agenda_joint joint_4_5[] = {{1, "5"}};

static struct agenda_item items_2018[] = {
	{TOP, .number = "1", .printed = "1", .title = "Organizational matters"},
	{.parent = 0, .number = "(a)", .printed = "1 (a)", .title = "Opening of the meeting"},
	{.parent = 0, .number = "(b)", .printed = "1 (b)", .title = "Adoption of the agenda"},
	{TOP, .number = "2", .printed = "2", .title = "Training of central authorities"},
	{TOP, .number = "3", .printed = "3",
		.title =
			"Preparation of the questionnaire to review the implementation of the " UNTOC
			", in accordance with resolution 8/2 of the Conference of the Parties to the"
			" Convention",
		JOINT(with_wg3)},
	{TOP, .number = "4", .printed = "4", .title = "Other matters", JOINT(joint_4_5)},
	{TOP, .body = 1, .number = "1", .printed = "1", .title = "Organizational matters"},
	{.parent = 6,
		.body = 1,
		.number = "(a)",
		.printed = "1 (a)",
		.title = "Opening of the meeting"},
	{.parent = 6,
		.body = 1,
		.number = "(b)",
		.printed = "1 (b)",
		.title = "Adoption of the agenda"},
	{TOP, .body = 1, .number = "2", .printed = "2", .title = "Electronic evidence"},
	{TOP, .body = 1, .number = "4", .printed = "4", .title = "Extradition"},
};

static struct agenda_slot slots_2018[] = {
	{.date = "2018-05-28", .from = 600, .to = 780},
	{.date = "2018-05-28", .from = 900, .to = 1080},
	{.date = "2018-05-30", .from = 900, .to = 1080},
	{.date = "2018-05-31", .from = 600, .to = 780},
};

const struct agenda agenda_2018 = {.id = "2018-05-28-joint",
	.title = "Joint meeting of May 2018",
	.organ = COP,
	.place = "Vienna",
	.from = "2018-05-28",
	.to = "2018-05-31",
	.timezone = "Europe/Vienna",
	.status = "adopted",
	.language = "English",
	.bodies = bodies,
	.body_count = COUNT(bodies),
	.items = items_2018,
	.item_count = COUNT(items_2018),
	.slots = slots_2018,
	.slot_count = COUNT(slots_2018)};

/* --- a roster, not in the order of lists --- */

static struct roster_name names[] = {
	{"Zimbabwe", "Zimbabwe", NULL, NULL, NULL},
	{"Spain", "Spain", NULL, NULL, NULL},
	{"Pakistan", "Pakistan", NULL, NULL, NULL},
	{"Côte d’Ivoire", "Côte d’Ivoire", NULL, NULL, NULL},
	{"Croatia", "Croatia", NULL, NULL, NULL},
	{"Costa Rica", "Costa Rica", NULL, NULL, NULL},
	{"Canada", "Canada", NULL, NULL, NULL},
	{"Benin", "Benin", NULL, NULL, NULL},
	{"Gambia", "the Gambia", NULL, NULL, NULL},
	{"Egypt", "Egypt", NULL, NULL, NULL},
	{"Iran (Islamic Republic of)", "the Islamic Republic of Iran", NULL, NULL, NULL},
	{"Japan", "Japan", NULL, NULL, NULL},
	{"Somalia", "Somalia", NULL, NULL, NULL},
	{"Holy See", "the Holy See", NULL, NULL, NULL},
	{"State of Palestine", "the State of Palestine", NULL, NULL, NULL},
};
static const char *const codes[COUNT(names)] = {
	"ZW", "ES", "PK", "CI", "HR", "CR", "CA", "BJ", "GM", "EG", "IR", "JP", "SO", "VA", "PS"};
static struct roster_entry entries[COUNT(names)];

const struct roster *roster_of_scenes(struct roster *roster)
{
	for (size_t i = 0; i < COUNT(names); i++) {
		bool observer = strcmp(names[i].list, "Holy See") == 0 ||
				strcmp(names[i].list, "State of Palestine") == 0;
		entries[i] = (struct roster_entry){.kind = observer ? "observer_state" : "state",
			.code = codes[i],
			.names = &names[i],
			.name_count = 1};
	}
	*roster = (struct roster){.entries = entries, .entry_count = COUNT(entries)};
	return roster;
}
