/* SPDX-License-Identifier: MIT */
/* The States with the names that they had on a day, and rosters of users. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "exchange/embedded.h"
#include "exchange/roster_file.h"
#include "support/exchange/golden.h"

static const char day_of_2012[] = "2012-10-17";
static const char day_of_2010[] = "2010-10-19";
static const char day_of_today[] = "2026-01-01";

static struct roster states;

static int read_states(void **state)
{
	struct messages messages;

	(void)state;
	/* No copy of whoever runs the tests. */
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	roster_init(&states);
	messages_init(&messages, "");
	bool good = roster_file_states(&states, &messages) && messages.count == 0;
	if (!good) {
		struct str said;
		str_init(&said);
		messages_format(&messages, &said);
		print_error("%s", said.text);
		str_clear(&said);
	}
	messages_clear(&messages);
	return good ? 0 : -1;
}

static int clear_states(void **state)
{
	(void)state;
	roster_clear(&states);
	return 0;
}

/* The entry whose list form that day is `list`, or NULL. */
static const struct roster_entry *entry_named(const char *list, const char *date)
{
	for (size_t i = 0; i < states.entry_count; i++) {
		const struct roster_name *name = roster_name_on(&states.entries[i], date);
		if (name && strcmp(name->list, list) == 0)
			return &states.entries[i];
	}
	return NULL;
}

static void assert_name(const char *code, const char *date, const char *list, const char *running)
{
	const struct roster_entry *entry = entry_named(list, date);

	if (!entry)
		fail_msg("%s is no name on %s", list, date);
	assert_string_equal(entry->code, code);
	assert_string_equal(roster_name_on(entry, date)->running, running);
}

static size_t count_on(const char *date)
{
	size_t count = 0;

	for (size_t i = 0; i < states.entry_count; i++)
		count += roster_name_on(&states.entries[i], date) != NULL;
	return count;
}

static void there_are_193_members_and_two_observers(void **state)
{
	size_t members = 0, observers = 0;

	(void)state;
	assert_int_equal(states.entry_count, 195);
	for (size_t i = 0; i < states.entry_count; i++) {
		members += strcmp(states.entries[i].kind, "state") == 0;
		observers += strcmp(states.entries[i].kind, "observer_state") == 0;
		assert_non_null(states.entries[i].code);
		assert_int_equal(strlen(states.entries[i].code), 2);
		assert_int_equal(strlen(states.entries[i].code3), 3);
	}
	assert_int_equal(members, 193);
	assert_int_equal(observers, 2);
	assert_int_equal(count_on(day_of_today), 195);
}

static void a_report_of_2012_has_the_names_of_2012(void **state)
{
	(void)state;
	assert_int_equal(count_on(day_of_2012), 195);
	assert_name("TR", day_of_2012, "Turkey", "Turkey");
	assert_name("SZ", day_of_2012, "Swaziland", "Swaziland");
	assert_name("CV", day_of_2012, "Cape Verde", "Cape Verde");
	assert_name("CZ", day_of_2012, "Czech Republic", "the Czech Republic");
	assert_name("MK", day_of_2012, "the former Yugoslav Republic of Macedonia",
		"the former Yugoslav Republic of Macedonia");
	assert_name("PS", day_of_2012, "Palestine", "Palestine");
	assert_name("LY", day_of_2012, "Libya", "Libya");
	assert_name("SS", day_of_2012, "South Sudan", "South Sudan");
	assert_null(entry_named("Türkiye", day_of_2012));
	assert_null(entry_named("Eswatini", day_of_2012));
	assert_null(entry_named("State of Palestine", day_of_2012));
}

static void a_report_of_2010_has_the_names_of_2010(void **state)
{
	(void)state;
	assert_name("LY", day_of_2010, "Libyan Arab Jamahiriya", "the Libyan Arab Jamahiriya");
	assert_null(entry_named("Libya", day_of_2010));
	assert_null(entry_named("South Sudan", day_of_2010));
	assert_int_equal(count_on(day_of_2010), 194);
}

static void a_report_of_2020_has_the_names_of_2020(void **state)
{
	static const char day[] = "2020-10-12";

	(void)state;
	assert_int_equal(count_on(day), 195);
	assert_name("TR", day, "Turkey", "Turkey");
	assert_name("NL", day, "Netherlands", "the Netherlands");
	assert_name("SZ", day, "Eswatini", "Eswatini");
	assert_name("CV", day, "Cabo Verde", "Cabo Verde");
	assert_name("CZ", day, "Czechia", "Czechia");
	assert_name("MK", day, "North Macedonia", "North Macedonia");
	assert_name("PS", day, "State of Palestine", "the State of Palestine");
}

static void regional_groups_have_193_members(void **state)
{
	static const struct {
		const char *group;
		size_t members;
	} regions[] = {{"AF", 54}, {"AP", 54}, {"EE", 23}, {"LA", 33}, {"WE", 29}};

	(void)state;
	for (size_t i = 0; i < sizeof(regions) / sizeof(regions[0]); i++) {
		size_t count = 0;
		for (size_t j = 0; j < states.entry_count; j++)
			count += states.entries[j].group &&
				 strcmp(states.entries[j].group, regions[i].group) == 0;
		assert_int_equal(count, regions[i].members);
	}
}

static void a_report_of_today_has_the_names_of_today(void **state)
{
	(void)state;
	assert_name("TR", day_of_today, "Türkiye", "Türkiye");
	assert_name("SZ", day_of_today, "Eswatini", "Eswatini");
	assert_name("CV", day_of_today, "Cabo Verde", "Cabo Verde");
	assert_name("CZ", day_of_today, "Czechia", "Czechia");
	assert_name("MK", day_of_today, "North Macedonia", "North Macedonia");
	assert_name("PS", day_of_today, "State of Palestine", "the State of Palestine");
	assert_name("NO", day_of_today, "Norway", "Norway");
	assert_name(
		"IR", day_of_today, "Iran (Islamic Republic of)", "the Islamic Republic of Iran");
}

/* --- groups --- */

static struct roster groups;

static int read_groups(void **state)
{
	struct messages messages;

	(void)state;
	roster_init(&groups);
	messages_init(&messages, "");
	bool good = roster_file_groups(&groups, &messages) && messages.count == 0;
	messages_clear(&messages);
	return good ? 0 : -1;
}

static int clear_groups(void **state)
{
	(void)state;
	roster_clear(&groups);
	return 0;
}

static const struct roster_entry *group_named(const char *list, const char *date)
{
	for (size_t i = 0; i < groups.entry_count; i++) {
		const struct roster_name *name = roster_name_on(&groups.entries[i], date);
		if (name && strcmp(name->list, list) == 0)
			return &groups.entries[i];
	}
	fail_msg("%s is no group on %s", list, date);
	return NULL;
}

static size_t members_on(const char *group, const char *date)
{
	const struct roster_entry *entry = group_named(group, date);
	size_t count = 0;

	for (size_t i = 0; i < states.entry_count; i++)
		count += roster_name_on(&states.entries[i], date) &&
			 roster_is_member_on(
				 entry, states.entries[i].code, states.entries[i].group, date);
	return count;
}

static bool is_in_union(const char *code, const char *date)
{
	return roster_is_member_on(group_named("European Union", date), code, NULL, date);
}

static void the_european_union_has_the_members_of_the_day(void **state)
{
	(void)state;
	assert_int_equal(members_on("European Union", day_of_2010), 27);
	assert_int_equal(members_on("European Union", day_of_2012), 27);
	assert_false(is_in_union("HR", day_of_2012));
	assert_true(is_in_union("GB", day_of_2012));
	assert_int_equal(members_on("European Union", "2013-06-30"), 27);
	assert_int_equal(members_on("European Union", "2013-07-01"), 28);
	assert_int_equal(members_on("European Union", "2020-01-31"), 28);
	assert_int_equal(members_on("European Union", "2020-02-01"), 27);
	assert_true(is_in_union("HR", day_of_today));
	assert_false(is_in_union("GB", day_of_today));
	assert_int_equal(members_on("European Union", "2004-04-30"), 15);
	assert_int_equal(members_on("European Union", "2004-05-01"), 25);
}

static void a_regional_group_is_its_region(void **state)
{
	(void)state;
	assert_int_equal(members_on("African Group", day_of_today), 54);
	/* South Sudan is on no list yet. */
	assert_int_equal(members_on("African Group", day_of_2010), 53);
	assert_int_equal(members_on("Asian Group", day_of_2010), 54);
	assert_int_equal(members_on("Asia-Pacific Group", day_of_2012), 54);
	assert_int_equal(members_on("Eastern European Group", day_of_2012), 23);
	assert_int_equal(
		members_on("Group of Latin American and Caribbean States", day_of_2012), 33);
	assert_int_equal(members_on("Western European and Others Group", day_of_2012), 29);
}

static void other_groups_have_as_many_members_as_they_say(void **state)
{
	(void)state;
	assert_int_equal(members_on("Group of 77 and China", day_of_today), 135);
	assert_int_equal(members_on("Arab Group", day_of_2012), 22);
	assert_int_equal(members_on("Organization of Islamic Cooperation", day_of_2012), 57);
	assert_int_equal(members_on("Organization of the Islamic Conference", day_of_2010), 57);
	assert_int_equal(members_on("Movement of Non-Aligned Countries", day_of_2012), 120);
	assert_int_equal(members_on("Movement of Non-Aligned Countries", day_of_today), 121);
	assert_int_equal(members_on("Least developed countries", day_of_2012), 48);
	assert_int_equal(members_on("Least developed countries", day_of_today), 44);
	assert_int_equal(members_on("Landlocked developing countries", day_of_today), 32);
}

static void every_member_is_a_state_of_the_roster(void **state)
{
	(void)state;
	for (size_t i = 0; i < groups.entry_count; i++)
		for (size_t j = 0; j < groups.entries[i].member_count; j++) {
			const char *code = groups.entries[i].members[j].code;
			size_t k = 0;
			while (k < states.entry_count && strcmp(states.entries[k].code, code) != 0)
				k++;
			if (k == states.entry_count)
				fail_msg("%s: no State has the code %s",
					groups.entries[i].names[0].list, code);
		}
}

static const char bad_group[] = "rapporteur: roster/1\n"
				"participants:\n"
				"  - kind: group\n"
				"    names: [{list: Lakes}]\n"
				"    region: XX\n"
				"    members:\n"
				"      - AA\n"
				"      - {code: AA, from: 2001-01-01}\n"
				"      - {code: BB, from: 2002-01-01, until: 2001-01-01}\n"
				"      - {until: 2001-01-01}\n"
				"      - {code: CC, until: 2001-01-01}\n"
				"      - {code: CC, from: 2001-01-02}\n";

static void a_bad_group_gets_all_its_messages(void **state)
{
	struct roster roster;
	struct messages messages;
	struct str said;

	(void)state;
	roster_init(&roster);
	messages_init(&messages, "");
	str_init(&said);
	assert_false(roster_file_parse("f", bad_group, sizeof(bad_group) - 1, &roster, &messages));
	messages_format(&messages, &said);
	assert_string_equal(said.text,
		"f:5:13: unknown region 'XX'; known are AF, AP, EE, LA and WE\n"
		"f:8:9: 'AA' is a member already\n"
		"f:9:9: it left on 2001-01-01, and entered only on 2002-01-01\n"
		"f:10:9: a member has no 'code'\n");
	str_clear(&said);
	messages_clear(&messages);
	roster_clear(&roster);
}

static void what_is_embedded_is_the_file(void **state)
{
	struct str text;

	(void)state;
	str_init(&text);
	golden_read("agendas/data/states.yaml", &text);
	for (const struct embedded *file = embedded_files; file->name; file++) {
		if (strcmp(file->name, "states.yaml") != 0)
			continue;
		assert_int_equal(file->length, text.length);
		assert_memory_equal(file->data, text.text, text.length);
		str_clear(&text);
		return;
	}
	fail_msg("states.yaml is not embedded");
}

/* --- a user's own --- */

static const char own[] = "rapporteur: roster/1\n"
			  "participants:\n"
			  "  - kind: organization\n"
			  "    names: [{list: European Union, running: the European Union}]\n"
			  "    aliases: [EU]\n"
			  "  - {kind: un_body, names: [{list: UNODC}]}\n";

static void the_copy_in_the_config_folder_wins(void **state)
{
	const char *folder = getenv("TMPDIR");
	char *home =
		mem_printf("%s/rapporteur-roster-%ld", folder ? folder : "/tmp", (long)getpid());
	char *place = mem_printf("%s/rapporteur", home);
	char *path = mem_printf("%s/states.yaml", place);
	struct roster roster;
	struct messages messages;

	(void)state;
	setenv("XDG_CONFIG_HOME", home, 1);
	assert_true(file_make_folders(place, NULL));
	assert_true(file_write(path, own, sizeof(own) - 1, NULL));
	roster_init(&roster);
	messages_init(&messages, "");
	assert_true(roster_file_states(&roster, &messages));
	assert_int_equal(roster.entry_count, 2);
	assert_string_equal(roster.entries[0].aliases[0], "EU");
	assert_string_equal(roster.entries[1].names[0].running, "UNODC");
	assert_null(roster.entries[1].code);
	roster_clear(&roster);

	/* A copy that is broken is said so with its path, and nothing takes its place. */
	assert_true(file_write(path, "rapporteur: roster/1\nparticipant: []\n", 37, NULL));
	roster_init(&roster);
	assert_false(roster_file_states(&roster, &messages));
	assert_string_equal(messages.file, path);
	assert_string_equal(
		messages.all[1].text, "unknown key 'participant'; did you mean 'participants'?");
	messages_clear(&messages);
	roster_clear(&roster);
	unlink(path);
	rmdir(place);
	rmdir(home);
	free(path);
	free(place);
	free(home);
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
}

static const char bad[] = "rapporteur: roster/1\n"
			  "sources: none\n"
			  "participants:\n"
			  "  - {code: AA, kind: stat, group: AF, names: [{list: Aland}]}\n"
			  "  - {code: AA, kind: planet, group: AX, names: [{list: Beland}]}\n"
			  "  - {kind: state, member: 1990-02-30, names: []}\n"
			  "  - kind: state\n"
			  "    names:\n"
			  "      - {list: Celand, from: 2001-01-01}\n"
			  "      - {list: Old Celand, until: 2001-01-01}\n"
			  "      - {list: Oldest Celand, from: 1980-01-01, until: 1970-01-01}\n"
			  "      - {running: the nameless}\n"
			  "    aliases: {c: land}\n"
			  "    alias: Ce\n"
			  "  - {kind: guest, names: [{list: Aland, from: 2000-01-01}]}\n"
			  "  - Deland\n";

static const char bad_messages[] =
	"f:2:10: 'sources' must be a list, not a text\n"
	"f:4:22: unknown kind 'stat'; did you mean 'state'?\n"
	"f:5:12: code 'AA' is there twice (first in line 4)\n"
	"f:5:22: unknown kind 'planet'; known are state, observer_state, organization, group, "
	"secretariat, un_body, institute, agency, intergovernmental and nongovernmental\n"
	"f:5:37: unknown group 'AX'; known are AF, AP, EE, LA and WE\n"
	"f:6:27: 1990-02-30 is no day of the calendar\n"
	"f:6:46: 'names' is empty\n"
	"f:10:9: the name is valid on days on which 'Celand' is too\n"
	"f:11:56: the name ends on 1970-01-01, and begins only on 1980-01-01\n"
	"f:12:9: a name has no 'list'\n"
	"f:13:14: 'aliases' must be a list, not a mapping\n"
	"f:14:5: unknown key 'alias'; did you mean 'aliases'?\n"
	"f:15:5: 'Aland' is also the name of the participant in line 4\n"
	"f:15:12: unknown kind 'guest'; known are state, observer_state, organization, group, "
	"secretariat, un_body, institute, agency, intergovernmental and nongovernmental\n"
	"f:16:5: a participant must be a mapping ('key: value'), not a text\n";

static void a_bad_roster_gets_all_its_messages(void **state)
{
	struct roster roster;
	struct messages messages;
	struct str said;

	(void)state;
	roster_init(&roster);
	messages_init(&messages, "");
	str_init(&said);
	assert_false(roster_file_parse("f", bad, sizeof(bad) - 1, &roster, &messages));
	messages_format(&messages, &said);
	assert_string_equal(said.text, bad_messages);
	str_clear(&said);
	messages_clear(&messages);
	roster_clear(&roster);
}

static void the_same_name_at_other_times_is_no_fault(void **state)
{
	static const char text[] = "rapporteur: roster/1\n"
				   "participants:\n"
				   "  - {kind: state, names: [{list: Congo, until: 1971-10-26}]}\n"
				   "  - {kind: state, names: [{list: Congo, from: 1971-10-27}]}\n";
	struct roster roster;
	struct messages messages;

	(void)state;
	roster_init(&roster);
	messages_init(&messages, "");
	assert_true(roster_file_parse("f", text, sizeof(text) - 1, &roster, &messages));
	assert_int_equal(messages.count, 0);
	messages_clear(&messages);
	roster_clear(&roster);
}

static int read_data(void **state)
{
	return read_states(state) == 0 ? read_groups(state) : -1;
}

static int clear_data(void **state)
{
	clear_groups(state);
	return clear_states(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(there_are_193_members_and_two_observers),
		cmocka_unit_test(a_report_of_2012_has_the_names_of_2012),
		cmocka_unit_test(a_report_of_2010_has_the_names_of_2010),
		cmocka_unit_test(a_report_of_2020_has_the_names_of_2020),
		cmocka_unit_test(a_report_of_today_has_the_names_of_today),
		cmocka_unit_test(regional_groups_have_193_members),
		cmocka_unit_test(the_european_union_has_the_members_of_the_day),
		cmocka_unit_test(a_regional_group_is_its_region),
		cmocka_unit_test(other_groups_have_as_many_members_as_they_say),
		cmocka_unit_test(every_member_is_a_state_of_the_roster),
		cmocka_unit_test(a_bad_group_gets_all_its_messages),
		cmocka_unit_test(what_is_embedded_is_the_file),
		cmocka_unit_test(the_copy_in_the_config_folder_wins),
		cmocka_unit_test(a_bad_roster_gets_all_its_messages),
		cmocka_unit_test(the_same_name_at_other_times_is_no_fault),
	};

	return cmocka_run_group_tests(tests, read_data, clear_data);
}
