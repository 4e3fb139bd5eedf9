/* SPDX-License-Identifier: MIT */
/* Data files: whose copy of one is read. What is in it is the affair of its reader. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"
#include "data_file.h"
#include "yaml_file.h"

const struct embedded *data_file_embedded(const char *name)
{
	const struct embedded *file = embedded_files;

	while (file->name && strcmp(file->name, name) != 0)
		file++;
	if (!file->name)
		die("%s is not built into this program", name);
	return file;
}

/* The path of the user's copy, if there is something of that name. */
static bool has_copy(const char *name, struct str *path)
{
	struct stat status;

	if (!file_home("config", path, NULL))
		return false;
	str_addf(path, "/%s", name);
	return lstat(path->text, &status) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

bool data_file_exists(const char *name)
{
	const struct embedded *file = embedded_files;
	struct str path;

	str_init(&path);
	bool there = has_copy(name, &path);
	str_clear(&path);
	while (file->name && strcmp(file->name, name) != 0)
		file++;
	return there || file->name;
}

bool data_file_read(const char *name, struct str *path, struct str *text, struct messages *messages)
{
	const struct embedded *file;

	if (has_copy(name, path)) {
		messages_set_file(messages, path->text);
		return yaml_file_read(path->text, text, messages);
	}
	file = data_file_embedded(name);
	str_reset(path);
	str_add(path, name);
	str_addn(text, (const char *)file->data, file->length);
	return true;
}
