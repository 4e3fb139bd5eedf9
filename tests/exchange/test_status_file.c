/* SPDX-License-Identifier: MIT */
/* Treaty status out of a table and out of YAML, with a place for all that is wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

#include "exchange/status_file.h"

struct read {
	struct status_file file;
	struct messages messages;
	struct str said;
	bool good;
};

static struct read read_text(const char *text)
{
	struct read r;

	status_file_init(&r.file);
	messages_init(&r.messages, "");
	str_init(&r.said);
	r.good = status_file_parse("f", text, strlen(text), &r.file, &r.messages);
	messages_format(&r.messages, &r.said);
	return r;
}

static void clear(struct read *r)
{
	status_file_clear(&r->file);
	messages_clear(&r->messages);
	str_clear(&r->said);
}

static void assert_line(const struct status_line *line, const char *name, const char *status,
	const char *date, const char *kind, const char *treaty)
{
	const char *is[] = {line->name, line->status, line->date, line->kind, line->treaty};
	const char *wanted[] = {name, status, date, kind, treaty};

	for (size_t i = 0; i < 5; i++)
		assert_string_equal(is[i] ? is[i] : "", wanted[i]);
}

static void assert_read_alike(const char *text)
{
	struct read r = read_text(text);

	assert_string_equal(r.said.text, "");
	assert_true(r.good);
	assert_int_equal(r.file.count, 3);
	assert_line(&r.file.lines[0], "Canada", "party", "2002-05-13", "", "UNTOC");
	assert_line(&r.file.lines[1], "Iran, the \"Republic\"", "signatory", "", "", "UNTOC");
	assert_line(&r.file.lines[2], "UNEP", "", "", "un_body", "UNTOC");
	clear(&r);
}

static void a_table_is_read_however_a_spreadsheet_writes_it(void **state)
{
	(void)state;
	assert_read_alike("name,status,date,kind,treaty\n"
			  "Canada,party,2002-05-13,,UNTOC\n"
			  "\"Iran, the \"\"Republic\"\"\",signatory,,,UNTOC\n"
			  "UNEP,,,UN body,UNTOC\n");
	assert_read_alike("\xEF\xBB\xBFTreaty;Name;Kind;Status;Date\r\n"
			  "UNTOC; Canada ;;State Party;2002-05-13\r\n"
			  ";;;;\r\n\r\n"
			  "UNTOC;\"Iran,\nthe \"\"Republic\"\"\";;Signatory;\r\n"
			  "UNTOC;UNEP;un_body");
	assert_read_alike("name\tstatus\tdate\tkind\ttreaty\n"
			  "Canada\tparty\t2002-05-13\t\tUNTOC\n"
			  "Iran, the \"Republic\"\tsignatory\t\t\tUNTOC\n"
			  "UNEP\t\t\tUnited Nations body\tUNTOC\n");
}

static void yaml_says_the_same(void **state)
{
	(void)state;
	assert_read_alike("# who is what\n"
			  "rapporteur: participants/1\n"
			  "treaty: UNTOC\n"
			  "participants:\n"
			  "  - {name: Canada, status: party, date: 2002-05-13}\n"
			  "  - {name: 'Iran, the \"Republic\"', status: signatory}\n"
			  "  - {name: UNEP, kind: UN body}\n");
}

static void assert_said(const char *text, const char *said)
{
	struct read r = read_text(text);

	assert_false(r.good);
	assert_string_equal(r.said.text, said);
	clear(&r);
}

static void all_that_is_wrong_with_a_table_is_said_with_its_place(void **state)
{
	(void)state;
	assert_said("name;status;date;kind;note;nam\n"
		    "Chad;partly;2002-02-30;;x\n"
		    "Mali;party;;;;;z\n"
		    ";party\n"
		    "Côte d'Ivoire;;2001-01-01\n"
		    "Fiji;;;;y\n"
		    "\"Côte\" d'Ivoire;party\n"
		    "Spain;;;planet\n"
		    "\"Cuba;party\n",
		"f:1:23: unknown column 'note'; known are name, status, date, kind and treaty\n"
		"f:1:28: unknown column 'nam'; did you mean 'name'?\n"
		"f:2:6: unknown status 'partly'; known are party, signatory and nonparty\n"
		"f:2:13: 2002-02-30 is no day of the calendar\n"
		"f:3:16: no column of the first row is above this\n"
		"f:4:1: a line has no 'name'\n"
		"f:5:16: a date says since when there is a status, and there is none\n"
		"f:6:1: the line says neither status nor kind\n"
		"f:7:1: a quotation ends inside the cell; inside one, quotation marks are doubled\n"
		"f:8:9: unknown kind 'planet'; known are state, observer_state, organization, "
		"group, un_body, institute, agency, intergovernmental, nongovernmental and guest\n"
		"f:9:1: the quotation mark is never closed\n"
		"f:9:1: the line says neither status nor kind\n");
}

static void what_is_no_such_file_is_said_at_once(void **state)
{
	(void)state;
	assert_said("", "f: the file is empty; its first row names the columns: "
			"name,status,date,kind,treaty\n");
	assert_said("Canada,party\nChad,party\n",
		"f:1:1: unknown column 'Canada'; known are name, status, date, kind and treaty\n"
		"f:1:1: the first row has no column 'name'\n"
		"f:1:8: unknown column 'party'; known are name, status, date, kind and treaty\n");
	assert_said("rapporteur: roster/1\nparticipants: []\n",
		"f:1:13: this is no participants file ('rapporteur: participants/1') but "
		"'roster/1'\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_is_read_however_a_spreadsheet_writes_it),
		cmocka_unit_test(yaml_says_the_same),
		cmocka_unit_test(all_that_is_wrong_with_a_table_is_said_with_its_place),
		cmocka_unit_test(what_is_no_such_file_is_said_at_once),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
