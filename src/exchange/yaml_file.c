/* SPDX-License-Identifier: MIT */
/*
 * The first look at a file. What is no file of ours at all gets one sentence and
 * not twenty about the keys that it lacks.
 */
#include <string.h>

#include "base/file.h"
#include "yaml_file.h"

bool yaml_file_read(const char *path, struct str *text, struct messages *messages)
{
	struct err err = {0};

	if (file_read(path, YAML_FILE_MAX, text, &err))
		return true;
	messages_add(messages, false, 0, 0, "%s", err.text);
	messages->all[messages->count - 1].code = err.code;
	return false;
}

static bool is_blank(const char *text, size_t length)
{
	if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		text += 3;
		length -= 3;
	}
	for (size_t i = 0; i < length; i++)
		if (!strchr(" \t\r\n", text[i]))
			return false;
	return true;
}

static void say_version(
	struct reader *reader, const struct node *node, const char *found, const char *kind)
{
	size_t length = strlen(kind);

	if (strncmp(found, kind, length) == 0 && found[length] == '/')
		reader_error(reader, node,
			"this program reads %s/1, and the file is of %s; "
			"it needs a newer program",
			kind, reader_shown(reader, found));
	else
		reader_error(reader, node, "this is no %s file ('rapporteur: %s/1') but '%s'", kind,
			kind, reader_shown(reader, found));
}

/* True if the file can be read on; one that does not say what it is can. */
static bool check_version(struct reader *reader, const struct node *root, const char *kind)
{
	const struct node *node = fields_child(root, "rapporteur");
	const char *wanted = arena_printf(reader->arena, "%s/1", kind);
	const char *found;

	if (!node) {
		if (!root->cut)
			reader_error(reader, root,
				"the file does not say what it is; "
				"put 'rapporteur: %s' on its first line",
				wanted);
		return true;
	}
	found = fields_line(reader, node, "'rapporteur'");
	if (!found || strcmp(found, wanted) == 0)
		return true;
	say_version(reader, node, found, kind);
	return false;
}

static const char *why_no_root(const struct yaml_tree *tree, const char *text, size_t length)
{
	if (!tree->root)
		return is_blank(text, length) ? "the file is empty" : "the file has only comments";
	if (tree->root->kind == NODE_NOTHING)
		return "the file is empty";
	if (tree->root->kind != NODE_MAP)
		return "the file must be a mapping ('key: value' in every line)";
	return tree->root->count == 0 ? "the file is an empty mapping" : NULL;
}

const struct node *yaml_file_root(struct yaml_tree *tree, struct reader *reader, const char *text,
	size_t length, const char *kind)
{
	bool whole = yaml_tree_parse(tree, text, length, reader->messages);
	const char *why = why_no_root(tree, text, length);

	if (why) {
		if (whole)
			messages_add(reader->messages, false, 0, 0,
				"%s; it should begin with 'rapporteur: %s/1'", why, kind);
		return NULL;
	}
	return check_version(reader, tree->root, kind) ? tree->root : NULL;
}
