/* SPDX-License-Identifier: MIT */
/* What becomes of text that could not be saved. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "ui/keep.h"

struct folders {
	char top[200];
};

static int set_up(void **state)
{
	struct folders *folders = test_calloc(1, sizeof(*folders));
	const char *tmp = getenv("TMPDIR");

	snprintf(folders->top, sizeof(folders->top), "%s/keep-XXXXXX", tmp ? tmp : "/tmp");
	*state = folders;
	return mkdtemp(folders->top) ? 0 : -1;
}

static int tear_down(void **state)
{
	test_free(*state);
	return 0;
}

static void expect_text(const char *path, const char *text)
{
	struct str found;

	str_init(&found);
	assert_true(file_read(path, 10000, &found, NULL));
	assert_string_equal(found.text, text);
	str_clear(&found);
}

static void a_rescue_file_is_private_and_holds_the_text(void **state)
{
	struct folders *folders = *state;
	struct str path;
	struct stat status;

	str_init(&path);
	setenv("XDG_STATE_HOME", folders->top, 1);
	assert_true(keep_rescue("Requests the Secretariat\nto …", &path));
	assert_int_equal(strncmp(path.text, folders->top, strlen(folders->top)), 0);
	assert_non_null(strstr(path.text, "/rapporteur/rescue-"));
	assert_int_equal(stat(path.text, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0600);
	expect_text(path.text, "Requests the Secretariat\nto …");
	str_clear(&path);
}

static void a_rescue_file_never_replaces_another(void **state)
{
	struct folders *folders = *state;
	struct str first, second;

	str_init(&first);
	str_init(&second);
	setenv("XDG_STATE_HOME", folders->top, 1);
	assert_true(keep_rescue("one", &first));
	assert_true(keep_rescue("two", &second));
	assert_string_not_equal(first.text, second.text);
	expect_text(first.text, "one");
	expect_text(second.text, "two");
	str_clear(&first);
	str_clear(&second);
}

static void where_the_state_folder_cannot_be_made_the_runtime_folder_serves(void **state)
{
	struct folders *folders = *state;
	struct str path;

	str_init(&path);
	setenv("XDG_STATE_HOME", "/dev/null/nowhere", 1);
	setenv("XDG_RUNTIME_DIR", folders->top, 1);
	assert_true(keep_rescue("kept", &path));
	assert_int_equal(strncmp(path.text, folders->top, strlen(folders->top)), 0);
	expect_text(path.text, "kept");
	unsetenv("XDG_RUNTIME_DIR");
	str_clear(&path);
}

static void without_any_folder_of_the_users_it_goes_to_tmp(void **state)
{
	struct str path;

	(void)state;
	str_init(&path);
	setenv("XDG_STATE_HOME", "/dev/null/nowhere", 1);
	setenv("XDG_RUNTIME_DIR", "relative", 1);
	assert_true(keep_rescue("kept", &path));
	assert_int_equal(strncmp(path.text, "/tmp/rescue-", 12), 0);
	expect_text(path.text, "kept");
	unlink(path.text);
	unsetenv("XDG_RUNTIME_DIR");
	str_clear(&path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_rescue_file_is_private_and_holds_the_text, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_rescue_file_never_replaces_another, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			where_the_state_folder_cannot_be_made_the_runtime_folder_serves, set_up,
			tear_down),
		cmocka_unit_test(without_any_folder_of_the_users_it_goes_to_tmp),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
