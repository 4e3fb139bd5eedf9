/* SPDX-License-Identifier: MIT */
/* Golden files: the expected output stands beside the input, for review in the diff. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "support/exchange/golden.h"

void golden_read(const char *path, struct str *out)
{
	struct err err = {0};

	if (!file_read(path, (size_t)64 * 1024 * 1024, out, &err))
		fail_msg("%s", err.text);
}

static void accept(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	if (!file || fputs(text, file) == EOF || fclose(file) == EOF)
		fail_msg("%s cannot be written", path);
}

void golden_compare(const char *path, const char *text)
{
	struct str expected;

	if (getenv("ACCEPT")) {
		accept(path, text);
		return;
	}
	str_init(&expected);
	golden_read(path, &expected);
	if (strcmp(expected.text, text) != 0)
		fail_msg("%s: expected\n%sfound\n%s", path, expected.text, text);
	str_clear(&expected);
}

static int compare(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

char **golden_list(const char *folder, const char *ending, size_t *count)
{
	DIR *dir = opendir(folder);
	char **names = NULL;
	size_t room = 0;

	*count = 0;
	if (!dir)
		fail_msg("%s cannot be read", folder);
	for (struct dirent *entry; (entry = readdir(dir));) {
		size_t length = strlen(entry->d_name);
		if (length <= strlen(ending) ||
			strcmp(entry->d_name + length - strlen(ending), ending) != 0)
			continue;
		names = mem_grow(names, &room, *count + 1, sizeof(*names));
		names[(*count)++] = mem_strdup(entry->d_name);
	}
	closedir(dir);
	if (*count > 1)
		qsort(names, *count, sizeof(*names), compare);
	return names;
}
