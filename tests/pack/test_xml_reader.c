/* SPDX-License-Identifier: MIT */
/* XML as events, and XML that wants to hurt (engineering C.6 number 32). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "pack/xml.h"
#include "support/pack/zip_make.h"

static bool on_start(
	void *context, struct xml_name name, struct xml_attributes attributes, struct err *err)
{
	const char *value = xml_attribute(attributes, "id");

	str_addf(context, "<%s%s%s", name.space, *name.space ? " " : "", name.local);
	str_addf(context, "%s%s>", value ? " id=" : "", value ? value : "");
	return strcmp(name.local, "stop") != 0 || err_set(err, ERR_DATA, "stopped");
}

static bool on_end(void *context, struct xml_name name, struct err *err)
{
	(void)err;
	str_addf(context, "</%s>", name.local);
	return true;
}

static bool on_text(void *context, const char *text, size_t length, struct err *err)
{
	(void)err;
	str_addn(context, text, length);
	return true;
}

static const struct xml_events events = {on_start, on_end, on_text};

/* What is told of the text, fed in pieces of so many bytes; *err what it is refused for. */
static void read_in(
	const char *text, size_t length, size_t piece, struct str *told, struct err *err)
{
	struct xml_reader *xml = xml_reader_new(&events, told);
	bool good = true;

	*err = (struct err){0};
	for (size_t at = 0; good && at < length; at += piece) {
		size_t count = length - at < piece ? length - at : piece;
		good = xml_reader_feed(xml, text + at, count, false, err);
	}
	good = good && xml_reader_feed(xml, "", 0, true, err);
	assert_true(good == (err->code == ERR_NONE));
	assert_true(good || !xml_reader_feed(xml, " ", 1, true, NULL));
	xml_reader_free(xml);
}

static void assert_told(const char *text, const char *expected)
{
	struct str told;
	struct err err;

	str_init(&told);
	for (size_t piece = 1; piece < 100; piece += 13) {
		str_reset(&told);
		read_in(text, strlen(text), piece, &told, &err);
		assert_string_equal(err.text, "");
		assert_string_equal(told.text, expected);
	}
	str_clear(&told);
}

static void assert_refused(struct str *text, const char *why)
{
	struct str told;
	struct err err;

	str_init(&told);
	read_in(text->text, text->length, 1 << 16, &told, &err);
	assert_int_equal(err.code, ERR_DATA);
	if (!strstr(err.text, why))
		fail_msg("“%s” is not in “%s”", why, err.text);
	assert_true(told.length < 100000);
	str_clear(&told);
	str_clear(text);
}

static void assert_refused_text(const char *text, const char *why)
{
	struct str copy;

	str_init(&copy);
	str_add(&copy, text);
	assert_refused(&copy, why);
}

static void elements_and_text_are_told_in_order(void **state)
{
	(void)state;
	assert_told("<?xml version='1.0'?><a id='1'>x<!-- no --><b/>y &amp; &#233;</a>",
		"<a id=1>x<b></b>y & é</a>");
	assert_told("<w:a xmlns:w='urn:x' w:id='2'><w:b><c/></w:b></w:a>",
		"<urn:x a id=2><urn:x b><c></c></b></a>");
	assert_told("<a><![CDATA[<b>]]></a>", "<a><b></a>");
}

static void what_is_not_well_formed_has_its_place(void **state)
{
	(void)state;
	assert_refused_text("<a>\n<b></a>", "line 2, column 6: mismatched tag");
	assert_refused_text("", "no element found");
	assert_refused_text("<a>", "no element found");
	assert_refused_text("<a/><b/>", "junk after document element");
	assert_refused_text("<a>&nbsp;</a>", "undefined entity");
	assert_refused_text("<a>\xC3</a>", "not well-formed");
	assert_refused_text("<?xml version='1.0' encoding='x-none'?><a/>", "unknown encoding");
	assert_refused_text("<w:a/>", "unbound prefix");
	assert_refused_text("<a><stop/></a>", "stopped");
}

static void a_document_type_is_refused_at_once(void **state)
{
	(void)state;
	assert_refused_text("<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>",
		"a document type");
	assert_refused_text("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
		"a document type");
	assert_refused_text("<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><a/>", "a document type");
}

static void depth_and_tags_without_end_are_refused(void **state)
{
	struct str text;

	(void)state;
	str_init(&text);
	for (int i = 0; i < 100000; i++)
		str_add(&text, "<w>");
	assert_refused(&text, "line 1, column 769: too many elements inside one another");
	str_init(&text);
	str_add(&text, "<a b='");
	for (int i = 0; i < 500000; i++)
		str_add(&text, "0123456789");
	assert_refused(&text, "a tag without end");
	str_init(&text);
	str_add(&text, "<!--");
	for (int i = 0; i < 500000; i++)
		str_add(&text, "0123456789");
	assert_refused(&text, "a tag without end");
}

static void a_part_of_an_archive_is_read_and_named(void **state)
{
	const struct zip_part parts[] = {{"good.xml", .bytes = "<a>x</a>"},
		{"bad.xml", .bytes = "<a>x"}, {"stop.xml", .bytes = "<stop/>"},
		{"sum.xml", "<a>x</a>", 0, .wrong_sum = true}};
	struct str bytes, told;
	struct err err = {0};

	(void)state;
	str_init(&bytes);
	str_init(&told);
	zip_make(&bytes, parts, 4);
	struct zip_reader *zip = zip_reader_new(bytes.text, bytes.length, &err);
	assert_true(xml_read_part(zip, "good.xml", &events, &told, &err));
	assert_string_equal(told.text, "<a>x</a>");
	assert_false(xml_read_part(zip, "bad.xml", &events, &told, &err));
	assert_string_equal(
		err.text, "its part “bad.xml” is damaged: line 1, column 5: no element found");
	assert_false(xml_read_part(zip, "stop.xml", &events, &told, &err));
	assert_string_equal(err.text, "stopped");
	assert_false(xml_read_part(zip, "sum.xml", &events, &told, &err));
	assert_non_null(strstr(err.text, "check sum"));
	assert_false(xml_read_part(zip, "none.xml", &events, &told, &err));
	assert_string_equal(err.text, "its part “none.xml” is missing");
	zip_reader_free(zip);
	str_clear(&told);
	str_clear(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(elements_and_text_are_told_in_order),
		cmocka_unit_test(what_is_not_well_formed_has_its_place),
		cmocka_unit_test(a_document_type_is_refused_at_once),
		cmocka_unit_test(depth_and_tags_without_end_are_refused),
		cmocka_unit_test(a_part_of_an_archive_is_read_and_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
