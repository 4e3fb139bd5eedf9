/* SPDX-License-Identifier: MIT */
/* Timetables with a column for the numbers of items, as the regional commissions print
 * them: what stands in that column is planned, whatever words are beside it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/agenda_file.h"
#include "exchange/agenda_import.h"

#define LIST                                                                       \
	"COMMISSION FOR THE RIVERS\n\nCommittee on Boats\nSixth session\n\n"       \
	"Trieste, 27-28 October 2009\n\nPROVISIONAL AGENDA\n\n"                    \
	"1. Opening of the meeting\n2. Election of the Bureau\n"                   \
	"3. Adoption of the agenda\n4. Review of what was done\n   4.1 Progress\n" \
	"   4.2 Follow-up\n5. Trends in boats\n6. Any other business\n"            \
	"7. Adoption of the report\n8. Closing of the session\n\nPROGRAMME OF WORK\n\n"

static const char planned[] = "slot\t2009-10-27\t09:00\t10:00\t1,2\n"
			      "slot\t2009-10-27\t10:00\t10:30\t\tCoffee break\n"
			      "slot\t2009-10-27\t10:30\t13:00\t3,4\n"
			      "slot\t2009-10-27\t14:30\t17:30\t4.1,4.2\n"
			      "slot\t2009-10-28\t09:00\t12:30\t5\n"
			      "slot\t2009-10-28\t14:30\t16:00\t6,7,8\n";

static void is_planned_as(const char *name, const char *document, const char *slots)
{
	struct reading reading;
	struct agenda agenda;
	struct messages messages;
	struct err err = {0};
	struct str shown;

	reading_init(&reading);
	agenda_init(&agenda);
	messages_init(&messages, name);
	str_init(&shown);
	if (!reading_parse(&reading, name, document, strlen(document), &err) ||
		!agenda_import(&reading, name, &agenda, &messages, &err))
		fail_msg("%s", err.text);
	agenda_file_show(&agenda, &shown);
	assert_string_equal(strstr(shown.text, "slot\t"), slots);
	str_clear(&shown);
	messages_clear(&messages);
	agenda_clear(&agenda);
	reading_clear(&reading);
}

static void is_planned(const char *name, const char *document)
{
	is_planned_as(name, document, planned);
}

/* As the program itself prints one that has no time yet. */
static void a_time_to_be_announced_is_another_meeting(void **state)
{
	(void)state;
	is_planned_as("untimed.txt",
		LIST "| Time | Item | Topic |\n|---|---|---|\n"
		     "| Tuesday, 27 October 2009 | | |\n"
		     "| 09:00-10:00 | 1, 2 | Opening and election |\n"
		     "| Time to be announced | 3 | Adoption of the agenda |\n"
		     "| | 5 | Trends in boats |\n"
		     "| Time to be announced | 6 | Any other business |\n",
		"slot\t2009-10-27\t09:00\t10:00\t1,2\n"
		"slot\t2009-10-27\t\t\t3,5\n"
		"slot\t2009-10-27\t\t\t6\n");
}

/* As the program itself prints one that has a room. */
static void a_room_behind_the_time_is_no_other_meeting(void **state)
{
	(void)state;
	is_planned_as("rooms.txt",
		LIST "| Time | Item | Topic |\n|---|---|---|\n"
		     "| Tuesday, 27 October 2009 | | |\n"
		     "| 09:00-10:00, Boardroom | 1, 2 | Opening and election |\n"
		     "| Time to be announced, Annex | 6 | Any other business |\n",
		"slot\t2009-10-27\t09:00\t10:00\t1,2\n"
		"slot\t2009-10-27\t\t\t6\n");
}

/* The times head the columns, the days the rows. */
static void columns_of_halves(void **state)
{
	static const char slots[] = "slot\t2009-10-27\t\t\t1,2,3\n"
				    "slot\t2009-10-27\t\t\t4.1\n"
				    "slot\t2009-10-28\t\t\t4.2,5\n"
				    "slot\t2009-10-28\t\t\t6,7,8\n";

	(void)state;
	is_planned_as("halves.txt",
		LIST "                         Morning            Afternoon\n"
		     "Tuesday, 27 October      1, 2, 3            4.1\n"
		     "Wednesday, 28 October    4.2, 5             6-8\n",
		slots);
	is_planned_as("dates.txt",
		LIST "Date          Morning            Afternoon\n"
		     "27 October    1, 2, 3            4.1\n"
		     "28 October    4.2, 5             6-8\n",
		slots);
}

static void columns_of_pipes(void **state)
{
	(void)state;
	is_planned("pipes.txt", LIST "| Time | Item | Topic |\n|---|---|---|\n"
				     "| Tuesday, 27 October 2009 | | |\n"
				     "| 09:00-10:00 | 1, 2 | Opening and election |\n"
				     "| 10.00-10.30 | | Coffee break |\n"
				     "| 10.30 - 13.00 | 3 and 4 | Agenda, review |\n"
				     "| 14.30-17.30 | 4.1-4.2 | Steps |\n"
				     "| Wednesday, 28 October 2009 | | |\n"
				     "| 9 a.m.-12.30 p.m. | 5 | Outlook |\n"
				     "| 2.30-4 p.m. | 6-8 | Closing |\n");
}

static void columns_of_blanks(void **state)
{
	(void)state;
	is_planned("blanks.txt", LIST "Time                 Agenda item     Introduction\n\n"
				      "Tuesday, 27 October\n"
				      "9 - 10 a.m.          1, 2            Opening and election\n"
				      "10 - 10.30 a.m.                      Coffee break\n"
				      "10.30 a.m. - 1 p.m.  3 and 4         Agenda, review\n"
				      "2.30 - 5.30 p.m.     4.1 and 4.2     Steps\n\n"
				      "Wednesday, 28 October\n"
				      "9 a.m. - 12.30 p.m.  5               Outlook\n"
				      "2.30 - 4 p.m.        6 to 8          Closing\n");
}

static void columns_of_tabs(void **state)
{
	(void)state;
	is_planned("tabs.txt", LIST "Tuesday, 27 October\n"
				    "09:00\u201310:00\tItems 1 and 2\tOpening and election\n"
				    "10:00\u201310:30\tCoffee break\n"
				    "10:30\u201313:00\tItems 3, 4\tAgenda, review\n"
				    "14:30\u201317:30\tItems 4.1, 4.2\tSteps\n"
				    "Wednesday, 28 October\n"
				    "09:00\u201312:30\tItem 5\tOutlook\n"
				    "14:30\u201316:00\tItems 6\u20138\tClosing\n");
}

/* A line of the one cell belongs to the line of the other: no title is taken for another's. */
static void lines_within_cells_go_together(void **state)
{
	static const char document[] =
		"<h1>Committee on Boats</h1><p>Trieste, 27 October 2009</p><h2>Provisional agenda</h2>"
		"<p>1. Opening of the meeting</p><p>2. Adoption of the agenda</p><p>3. Nets</p>"
		"<p>4. Other business</p><h2>Programme of work</h2><table>"
		"<tr><td colspan=3>Tuesday, 27 October 2009</td></tr>"
		"<tr><td>10 h 00 to 13 h 00</td><td><p>1</p><p>3</p></td>"
		"<td><p>Welcome by the host</p><p>Ropes and hooks</p></td></tr></table>";
	struct reading reading;
	struct agenda agenda;
	struct messages messages;
	struct err err = {0};

	(void)state;
	reading_init(&reading);
	agenda_init(&agenda);
	messages_init(&messages, "cells.html");
	assert_true(reading_parse(&reading, "cells.html", document, strlen(document), &err));
	assert_true(agenda_import(&reading, "cells.html", &agenda, &messages, &err));
	assert_int_equal(agenda.slot_count, 1);
	assert_int_equal(agenda.slots[0].from, 600);
	assert_int_equal(agenda.slots[0].item_count, 2);
	assert_string_equal(agenda.slots[0].items[0].title, "Welcome by the host");
	assert_string_equal(agenda.slots[0].items[1].title, "Ropes and hooks");
	messages_clear(&messages);
	agenda_clear(&agenda);
	reading_clear(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_time_to_be_announced_is_another_meeting),
		cmocka_unit_test(a_room_behind_the_time_is_no_other_meeting),
		cmocka_unit_test(columns_of_pipes),
		cmocka_unit_test(columns_of_halves),
		cmocka_unit_test(columns_of_blanks),
		cmocka_unit_test(columns_of_tabs),
		cmocka_unit_test(lines_within_cells_go_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
