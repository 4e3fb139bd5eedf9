/* SPDX-License-Identifier: MIT */
/* Archives as they are written: what was put in is read back, the same bytes each time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "pack/zip.h"
#include "pack/zip_writer.h"

static bool keep(void *context, const char *bytes, size_t length, struct err *err)
{
	(void)err;
	str_addn(context, bytes, length);
	return true;
}

static void assert_part(struct zip_reader *zip, const char *name, const char *bytes, size_t length)
{
	struct str found;
	struct err err = {0};

	str_init(&found);
	if (!zip_read(zip, name, keep, &found, &err))
		fail_msg("%s: %s", name, err.text);
	assert_int_equal(found.length, length);
	assert_memory_equal(found.text, bytes, length);
	str_clear(&found);
}

static char *noise(size_t length)
{
	char *bytes = mem_alloc(length);
	uint32_t state = 7;

	for (size_t i = 0; i < length; i++) {
		state = state * 1664525u + 1013904223u;
		bytes[i] = (char)(state >> 24);
	}
	return bytes;
}

static void write_archive(struct str *out, const char *bytes, size_t length)
{
	struct zip_writer *zip = zip_writer_new(out);

	zip_writer_begin(zip, "[Content_Types].xml");
	zip_writer_add(zip, "one ", 4);
	zip_writer_add(zip, "two\0three", 9);
	zip_writer_end(zip);
	zip_writer_begin(zip, "word/empty");
	zip_writer_end(zip);
	zip_writer_begin(zip, "word/document.xml");
	for (size_t at = 0; at < length; at += 1000)
		zip_writer_add(zip, bytes + at, length - at < 1000 ? length - at : 1000);
	zip_writer_end(zip);
	zip_writer_free(zip);
}

static void what_is_written_is_read_back(void **state)
{
	size_t length = 300001;
	char *bytes = noise(length);
	struct str out;
	struct err err = {0};

	(void)state;
	str_init(&out);
	write_archive(&out, bytes, length);
	struct zip_reader *zip = zip_reader_new(out.text, out.length, &err);
	assert_non_null(zip);
	assert_part(zip, "[Content_Types].xml", "one two\0three", 13);
	assert_part(zip, "word/empty", "", 0);
	assert_part(zip, "word/document.xml", bytes, length);
	zip_reader_free(zip);
	str_clear(&out);
	free(bytes);
}

static void parts_stand_in_their_order_with_a_fixed_date(void **state)
{
	struct str out;

	(void)state;
	str_init(&out);
	write_archive(&out, "x", 1);
	assert_memory_equal(out.text, "PK\3\4", 4);
	assert_memory_equal(out.text + 10, "\0\0\x21\0", 4);
	assert_memory_equal(out.text + 30, "[Content_Types].xml", 19);
	str_clear(&out);
}

static void the_same_parts_make_the_same_bytes_wherever_they_begin(void **state)
{
	struct str first, second;
	char *bytes = noise(50000);
	struct err err = {0};

	(void)state;
	str_init(&first);
	str_init(&second);
	write_archive(&first, bytes, 50000);
	str_add(&second, "before");
	write_archive(&second, bytes, 50000);
	assert_int_equal(first.length + 6, second.length);
	assert_memory_equal(second.text, "before", 6);
	assert_memory_equal(first.text, second.text + 6, first.length);
	struct zip_reader *zip = zip_reader_new(second.text + 6, first.length, &err);
	assert_non_null(zip);
	zip_reader_free(zip);
	str_clear(&first);
	str_clear(&second);
	free(bytes);
}

static void none_of_nothing_is_freed(void **state)
{
	(void)state;
	zip_writer_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read_back),
		cmocka_unit_test(parts_stand_in_their_order_with_a_fixed_date),
		cmocka_unit_test(the_same_parts_make_the_same_bytes_wherever_they_begin),
		cmocka_unit_test(none_of_nothing_is_freed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
