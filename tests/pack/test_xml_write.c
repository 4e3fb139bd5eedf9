/* SPDX-License-Identifier: MIT */
/* XML as it is written: what is written is read back, whatever the texts hold. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/str.h"
#include "pack/xml.h"
#include "pack/xml_write.h"

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

static bool on_start(
	void *context, struct xml_name name, struct xml_attributes attributes, struct err *err)
{
	const char *value = xml_attribute(attributes, "a");

	(void)name;
	(void)err;
	if (value)
		str_addf(context, "%s|", value);
	return true;
}

static bool on_text(void *context, const char *text, size_t length, struct err *err)
{
	(void)err;
	str_addn(context, text, length);
	return true;
}

/* An attribute and a text of an element, written and read back. */
static void assert_reads_back(const char *text, const char *expected)
{
	static const struct xml_events events = {on_start, NULL, on_text};
	struct xml_writer xml;
	struct str out, told;
	struct err err = {0};

	str_init(&out);
	str_init(&told);
	xml_write_init(&xml, &out);
	xml_write_element(&xml, "x", "a", text, text);
	xml_write_done(&xml);
	struct xml_reader *reader = xml_reader_new(&events, &told);
	if (!xml_reader_feed(reader, out.text, out.length, true, &err))
		fail_msg("%s: %s", err.text, out.text);
	char *twice = mem_printf("%s|%s", expected, expected);
	assert_string_equal(told.text, twice);
	free(twice);
	xml_reader_free(reader);
	str_clear(&told);
	str_clear(&out);
}

static void elements_nest_and_an_empty_one_is_an_empty_tag(void **state)
{
	struct xml_writer xml;
	struct str out;

	(void)state;
	str_init(&out);
	xml_write_init(&xml, &out);
	xml_write_begin(&xml, "w:p");
	xml_write_number(&xml, "n", -12);
	xml_write_attribute(&xml, "b", "\"x\" <&>\n");
	xml_write_element(&xml, "w:b", NULL, NULL, NULL);
	xml_write_element(&xml, "w:t", "c", "d", "one & two");
	xml_write_text(&xml, "");
	xml_write_literal(&xml, "");
	xml_write_begin(&xml, "i");
	xml_write_literal(&xml, "<j/>");
	xml_write_end(&xml, "i");
	xml_write_text(&xml, "]]>\n\t");
	xml_write_end(&xml, "w:p");
	xml_write_done(&xml);
	assert_memory_equal(out.text, declaration, sizeof declaration - 1);
	assert_string_equal(out.text + sizeof declaration - 1,
		"<w:p n=\"-12\" b=\"&quot;x&quot; &lt;&amp;&gt;&#10;\"><w:b/>"
		"<w:t c=\"d\">one &amp; two</w:t><i><j/></i>]]&gt;\n\t</w:p>\n");
	str_clear(&out);
}

static void any_text_is_read_back_or_made_visible(void **state)
{
	static const struct {
		const char *text, *read;
	} cases[] = {
		{"Fish & <chips> \"'", "Fish & <chips> \"'"},
		{"]]> <!-- --> <?x?> &amp; &#0;", "]]> <!-- --> <?x?> &amp; &#0;"},
		{"two\nlines\tand a tab", "two\nlines\tand a tab"},
		{"bell \a and escape \033[31m", "bell <U+0007> and escape <U+001B>[31m"},
		{"return \r\n", "return <U+000D>\n"},
		{"next line \xC2\x85", "next line <U+0085>"},
		{"over \xE2\x80\xAE ride", "over <U+202E> ride"},
		{"bad \xFF byte, surrogate \xED\xA0\x80.",
			"bad \xEF\xBF\xBD byte, surrogate \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD."},
		{"none \xEF\xBF\xBF \xEF\xBF\xBE", "none <U+FFFF> <U+FFFE>"},
		{"C\xC3\xB4te d\xE2\x80\x99Ivoire \xD8\xB3 \xE4\xB8\xAD \xF0\x9F\x87\xBA\xF0\x9F\x87\xB3",
			"C\xC3\xB4te d\xE2\x80\x99Ivoire \xD8\xB3 \xE4\xB8\xAD "
			"\xF0\x9F\x87\xBA\xF0\x9F\x87\xB3"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_reads_back(cases[i].text, cases[i].read);
}

static void a_long_text_is_whole(void **state)
{
	size_t length = 200000; /* of an attribute: XML_TAG_MAX */
	char *text = mem_alloc(length + 1);

	(void)state;
	for (size_t i = 0; i < length; i++)
		text[i] = "<&>\"a"[i % 5];
	assert_reads_back(text, text);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(elements_nest_and_an_empty_one_is_an_empty_tag),
		cmocka_unit_test(any_text_is_read_back_or_made_visible),
		cmocka_unit_test(a_long_text_is_whole),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
