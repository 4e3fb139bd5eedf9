/* SPDX-License-Identifier: MIT */
/* Archives: what is in them, and those that want to hurt (engineering C.6 number 32). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "pack/zip.h"
#include "support/pack/zip_make.h"

#define COUNT(parts) (sizeof(parts) / sizeof(*(parts)))

static bool keep(void *context, const char *bytes, size_t length, struct err *err)
{
	(void)err;
	str_addn(context, bytes, length);
	return true;
}

static bool refuse(void *context, const char *bytes, size_t length, struct err *err)
{
	(void)context;
	(void)bytes;
	(void)length;
	return err_set(err, ERR_DATA, "not wanted");
}

static void assert_part(struct zip_reader *zip, const char *name, const char *bytes)
{
	struct str found;
	struct err err = {0};

	str_init(&found);
	assert_true(zip_has(zip, name));
	assert_true(zip_read(zip, name, keep, &found, &err));
	assert_string_equal(found.text, bytes);
	str_clear(&found);
}

static void parts_are_read_by_name_in_any_order(void **state)
{
	const struct zip_part parts[] = {{"a.xml", "first", 0, .stored = true},
		{"word/b.xml", .bytes = "second second second"}, {"c", "", 0, .stored = true}};
	struct str bytes;
	struct err err = {0};

	(void)state;
	str_init(&bytes);
	zip_make(&bytes, parts, COUNT(parts));
	struct zip_reader *zip = zip_reader_new(bytes.text, bytes.length, &err);
	assert_non_null(zip);
	assert_part(zip, "word/b.xml", "second second second");
	assert_part(zip, "a.xml", "first");
	assert_part(zip, "word/b.xml", "second second second");
	assert_part(zip, "c", "");
	assert_false(zip_has(zip, "A.xml"));
	assert_false(zip_read(zip, "d", keep, NULL, &err));
	assert_string_equal(err.text, "its part “d” is missing");
	assert_false(zip_read(zip, "a.xml", refuse, NULL, &err));
	assert_string_equal(err.text, "not wanted");
	zip_reader_free(zip);
	str_clear(&bytes);
}

static void a_large_part_comes_in_pieces(void **state)
{
	struct zip_part part = {"big", .length = 900 * 1000};
	char *text = mem_alloc(part.length + 1);
	struct str bytes;
	struct err err = {0};

	(void)state;
	for (size_t i = 0; i < part.length; i++)
		text[i] = (char)('a' + i * i % 23);
	part.bytes = text;
	str_init(&bytes);
	zip_make(&bytes, &part, 1);
	struct zip_reader *zip = zip_reader_new(bytes.text, bytes.length, &err);
	assert_non_null(zip);
	assert_part(zip, "big", text);
	zip_reader_free(zip);
	str_clear(&bytes);
	free(text);
}

static void assert_not_opened(const struct zip_part *parts, size_t count, const char *why)
{
	struct str bytes;
	struct err err = {0};

	str_init(&bytes);
	zip_make(&bytes, parts, count);
	assert_null(zip_reader_new(bytes.text, bytes.length, &err));
	assert_int_equal(err.code, ERR_DATA);
	if (!strstr(err.text, why))
		fail_msg("“%s” is not in “%s”", why, err.text);
	str_clear(&bytes);
}

static void names_that_lead_elsewhere_are_refused(void **state)
{
	static const char *const names[] = {
		"../a", "a/../../b", "/etc/passwd", "a\\b", "C:a", "..", "a/..", ""};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		const struct zip_part part = {names[i], .bytes = "x"};
		assert_not_opened(&part, 1, "a name that leads elsewhere");
	}
	char *name = mem_alloc(400);
	memset(name, 'a', 399);
	const struct zip_part part = {name, .bytes = "x"};
	assert_not_opened(&part, 1, "a name that leads elsewhere");
	free(name);
	const struct zip_part dots = {"a..b/...", "x", 0, .stored = true};
	struct str bytes;
	str_init(&bytes);
	zip_make(&bytes, &dots, 1);
	struct zip_reader *zip = zip_reader_new(bytes.text, bytes.length, NULL);
	assert_part(zip, "a..b/...", "x");
	zip_reader_free(zip);
	str_clear(&bytes);
}

static void parts_that_overlap_are_refused(void **state)
{
	const struct zip_part parts[] = {
		{"a", .bytes = "0123456789"}, {"b", "0123456789", 0, .same_bytes = true}};
	const struct zip_part twice[] = {{"a", .bytes = "x"}, {"a", .bytes = "y"}};

	(void)state;
	assert_not_opened(parts, COUNT(parts), "");
	assert_not_opened(twice, COUNT(twice), "one name");
}

static void an_archive_without_end_of_parts_is_refused(void **state)
{
	struct zip_part *parts = mem_alloc((ZIP_PARTS_MAX + 1) * sizeof(*parts));

	(void)state;
	for (size_t i = 0; i <= ZIP_PARTS_MAX; i++)
		parts[i] = (struct zip_part){mem_printf("%zu", i), "", 0, .stored = true};
	assert_not_opened(parts, ZIP_PARTS_MAX + 1, "too many parts");
	for (size_t i = 0; i <= ZIP_PARTS_MAX; i++)
		free((char *)parts[i].name);
	free(parts);
}

static void assert_not_read(const struct zip_part *part, const char *why)
{
	struct str bytes, found;
	struct err err = {0};

	str_init(&bytes);
	str_init(&found);
	zip_make(&bytes, part, 1);
	struct zip_reader *zip = zip_reader_new(bytes.text, bytes.length, &err);
	if (!zip)
		fail_msg("not opened: %s", err.text);
	assert_false(zip_read(zip, part->name, keep, &found, &err));
	assert_int_equal(err.code, ERR_DATA);
	if (!strstr(err.text, why))
		fail_msg("“%s” is not in “%s”", why, err.text);
	zip_reader_free(zip);
	str_clear(&bytes);
	str_clear(&found);
}

static void a_part_that_lies_is_refused(void **state)
{
	(void)state;
	assert_not_read(&(struct zip_part){"a", "0123", 0, .wrong_sum = true}, "check sum");
	assert_not_read(
		&(struct zip_part){"a", "0123", 0, .stored = true, .wrong_sum = true}, "check sum");
	assert_not_read(&(struct zip_part){"a", "0123456789", 0, .claims = 3}, "check sum");
	assert_not_read(&(struct zip_part){"a", "0123456789", 0, .claims = 30}, "cut");
	assert_not_read(&(struct zip_part){"a", "0123", 0, .flags = 1}, "locked with a password");
	assert_not_opened(
		&(struct zip_part){"a", "0123", 0, .method = 6}, 1, "packed in an unknown way");
}

static void a_bomb_is_refused_before_it_is_unpacked(void **state)
{
	struct zip_part part = {"a", .length = 3 * 1024 * 1024};
	char *zeros = mem_alloc(part.length);

	(void)state;
	part.bytes = zeros;
	assert_not_read(&part, "its part “a” is too large when unpacked: 3145728 bytes");
	assert_not_read(&(struct zip_part){"a", "0123456789", 0, .claims = 0xFFFFFFF0u},
		"its part “a” is too large when unpacked");
	free(zeros);
}

static void an_archive_cut_anywhere_is_refused(void **state)
{
	const struct zip_part parts[] = {
		{"a.xml", "first", 0, .stored = true}, {"b.xml", .bytes = "second second"}};
	struct str bytes;

	(void)state;
	str_init(&bytes);
	zip_make(&bytes, parts, COUNT(parts));
	for (size_t i = 0; i < bytes.length; i++)
		if (zip_reader_new(bytes.text, i, NULL))
			fail_msg("opened when cut to %zu of %zu bytes", i, bytes.length);
	str_clear(&bytes);
}

/* Each byte of an archive in turn is another one: refused, or as good as it was. */
static void a_changed_byte_does_no_harm(void **state)
{
	const struct zip_part parts[] = {
		{"a.xml", "first", 0, .stored = true}, {"b.xml", .bytes = "second second"}};
	struct str bytes, found;

	(void)state;
	str_init(&bytes);
	str_init(&found);
	zip_make(&bytes, parts, COUNT(parts));
	for (size_t i = 0; i < bytes.length * 8; i++) {
		bytes.text[i / 8] ^= (char)(1 << i % 8);
		struct zip_reader *zip = zip_reader_new(bytes.text, bytes.length, NULL);
		str_reset(&found);
		if (zip && zip_read(zip, "b.xml", keep, &found, NULL))
			assert_string_equal(found.text, "second second");
		zip_reader_free(zip);
		bytes.text[i / 8] ^= (char)(1 << i % 8);
	}
	str_clear(&found);
	str_clear(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_are_read_by_name_in_any_order),
		cmocka_unit_test(a_large_part_comes_in_pieces),
		cmocka_unit_test(names_that_lead_elsewhere_are_refused),
		cmocka_unit_test(parts_that_overlap_are_refused),
		cmocka_unit_test(an_archive_without_end_of_parts_is_refused),
		cmocka_unit_test(a_part_that_lies_is_refused),
		cmocka_unit_test(a_bomb_is_refused_before_it_is_unpacked),
		cmocka_unit_test(an_archive_cut_anywhere_is_refused),
		cmocka_unit_test(a_changed_byte_does_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
