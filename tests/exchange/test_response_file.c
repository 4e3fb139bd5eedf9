/* SPDX-License-Identifier: MIT */
/* Responses of States as a table, both ways; and tables that mean harm. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <locale.h>

#include "exchange/response_file.h"

struct read {
	struct response_file file;
	struct messages messages;
	struct str said;
	bool good;
};

static struct read read_bytes(const char *text, size_t length)
{
	struct read r;

	response_file_init(&r.file);
	messages_init(&r.messages, "");
	str_init(&r.said);
	r.good = response_file_parse("f", text, length, &r.file, &r.messages);
	messages_format(&r.messages, &r.said);
	return r;
}

static struct read read_text(const char *text)
{
	return read_bytes(text, strlen(text));
}

static void clear(struct read *r)
{
	response_file_clear(&r->file);
	messages_clear(&r->messages);
	str_clear(&r->said);
}

static void assert_said(const char *text, const char *said)
{
	struct read r = read_text(text);

	assert_string_equal(r.said.text, said);
	assert_int_equal(r.good, *said == '\0');
	clear(&r);
}

static void a_table_is_read_whatever_parts_its_cells(void **state)
{
	static const char *const texts[] = {
		"State,Received,Focal Point,Remark\nCanada,2012-07-30,\"Person, A.\",=x\n",
		"state;received;focal point;remark\r\nCanada;2012-07-30;Person, A.;=x\r\n",
		"STATE\tRECEIVED\tFOCAL POINT\tREMARK\rCanada\t2012-07-30\tPerson, A.\t=x\r",
		"\xEF\xBB\xBFremark,received,focal point,state\n'=x,2012-07-30,\"Person, A.\",Canada"};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct read r = read_text(texts[i]);
		assert_string_equal(r.said.text, "");
		assert_int_equal(r.file.count, 1);
		assert_string_equal(r.file.lines[0].state, "Canada");
		assert_string_equal(r.file.lines[0].received, "2012-07-30");
		assert_string_equal(r.file.lines[0].focal, "Person, A.");
		assert_string_equal(r.file.lines[0].remark, "=x");
		assert_null(r.file.lines[0].contact);
		assert_int_equal(r.file.lines[0].line, 2);
		clear(&r);
	}
}

static void all_that_is_wrong_is_said_with_its_place(void **state)
{
	(void)state;
	assert_said("", "f: the file is empty; its first row names the columns: "
			"state,received,anew,language,focal point,office,contact,document,file,"
			"covers,panel,remark\n");
	assert_said("received\n2012-07-30\n", "f:1:1: the first row has no column 'state'\n");
	assert_said("state,contac\nCanada,x\n",
		"f:1:7: unknown column 'contac'; did you mean 'contact'?\n");
	assert_said("state,received\nCanada,30.7.2012\n,2012-07-30\n",
		"f:2:8: 'received' must be a date like 2012-10-17, not '30.7.2012'\n"
		"f:3:1: a line has no 'state'\n");
}

static void what_was_written_is_read_as_it_was(void **state)
{
	static const struct response_line lines[] = {{.state = "Canada",
							     .received = "2012-07-30",
							     .focal = "Person, \"A.\"",
							     .contact = "+43 1 2345",
							     .remark = "=HYPERLINK(\"x\")"},
		{.state = "C\xc3\xb4te d\xe2\x80\x99Ivoire",
			.office = "-",
			.contact = "@home",
			.file = "'=x",
			.remark = "'quoted'"}};
	struct str out;

	(void)state;
	str_init(&out);
	response_file_write(lines, 2, true, &out);
	struct read r = read_bytes(out.text, out.length);
	assert_string_equal(r.said.text, "");
	assert_int_equal(r.file.count, 2);
	assert_string_equal(r.file.lines[0].focal, lines[0].focal);
	assert_string_equal(r.file.lines[0].contact, lines[0].contact);
	assert_string_equal(r.file.lines[0].remark, lines[0].remark);
	assert_string_equal(r.file.lines[1].state, lines[1].state);
	assert_string_equal(r.file.lines[1].office, lines[1].office);
	assert_string_equal(r.file.lines[1].contact, lines[1].contact);
	assert_string_equal(r.file.lines[1].remark, lines[1].remark);
	assert_string_equal(r.file.lines[1].file, lines[1].file);
	clear(&r);
	str_clear(&out);
}

/* Fault 31 of the engineering notes. */
static void no_cell_is_a_formula_and_no_contact_is_there_unasked(void **state)
{
	static const struct response_line line = {.state = "=1+1",
		.received = "2012-07-30",
		.focal = "A. Person",
		.contact = "a@b.c",
		.file = "@SUM(A1)",
		.remark = "+1;-2"};
	struct str out;

	(void)state;
	str_init(&out);
	response_file_write(&line, 1, false, &out);
	assert_string_equal(out.text,
		"state,received,anew,language,document,file,covers,panel,remark\n"
		"'=1+1,2012-07-30,,,,'@SUM(A1),,,\"'+1;-2\"\n");
	str_clear(&out);
}

static void assert_refused(struct str *text)
{
	struct read r = read_bytes(text->text, text->length);

	assert_false(r.good);
	assert_true(r.messages.count > 0);
	clear(&r);
	str_clear(text);
}

static void a_table_that_means_harm_is_refused_with_a_sentence(void **state)
{
	struct str text;

	(void)state;
	str_init(&text); /* a quotation that is never closed */
	str_add(&text, "state,remark\nCanada,\"");
	for (int i = 0; i < 100000; i++)
		str_add(&text, "0123456789,\n");
	assert_refused(&text);
	str_init(&text); /* columns without end */
	str_add(&text, "state");
	for (int i = 0; i < 1000000; i++)
		str_addc(&text, ',');
	str_add(&text, "x\nCanada\n");
	struct read r = read_bytes(text.text, text.length);
	assert_true(r.file.count <= 1);
	clear(&r);
	str_clear(&text);
	str_init(&text); /* rows without end */
	str_add(&text, "state\n");
	for (int i = 0; i < 100000; i++)
		str_add(&text, "Canada\n");
	assert_refused(&text);
	str_init(&text); /* two encodings in one file */
	str_add(&text, "state,remark\nC\xc3\xb4te,C\xf4te\n");
	assert_refused(&text);
	str_init(&text);
	str_addn(&text, "state\nCa\0nada\n", 14);
	assert_refused(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_is_read_whatever_parts_its_cells),
		cmocka_unit_test(all_that_is_wrong_is_said_with_its_place),
		cmocka_unit_test(what_was_written_is_read_as_it_was),
		cmocka_unit_test(no_cell_is_a_formula_and_no_contact_is_there_unasked),
		cmocka_unit_test(a_table_that_means_harm_is_refused_with_a_sentence),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
