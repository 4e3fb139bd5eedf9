/* SPDX-License-Identifier: MIT */
/*
 * The texts of an agenda under review, oldest first, and the file that holds the one
 * that is now. Nothing here edits a text: values are changed, written and read again,
 * so that whatever is kept is a good agenda file.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "exchange/agenda_draft.h"
#include "exchange/agenda_file.h"
#include "exchange/agenda_import.h"
#include "exchange/agenda_write.h"

enum { FILE_MOST = 4 * 1024 * 1024 }; /* bytes: as much as is read of an agenda file */

/* --- names --- */

static const char *base_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

void agenda_draft_file(const char *document, struct str *out)
{
	const char *dot = strrchr(base_of(document), '.');

	str_addn(out, document,
		dot && dot > base_of(document) ? (size_t)(dot - document) : strlen(document));
	str_add(out, ".yaml");
}

static bool can_write_beside(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? mem_strndup(path, (size_t)(slash - path)) : NULL;
	bool can = access(!slash ? "." : *folder ? folder : "/", W_OK) == 0;

	free(folder);
	return can;
}

static char *file_for(const char *document, const char *file)
{
	struct str name;

	if (file)
		return mem_strdup(file);
	str_init(&name);
	agenda_draft_file(document, &name);
	if (!can_write_beside(name.text)) {
		char *base = mem_strdup(base_of(name.text));
		str_clear(&name);
		return base;
	}
	return str_take(&name);
}

/* --- one text --- */

/* Of a text that is the agenda's: the first thing that is wrong with it. */
static bool refuse(const struct messages *messages, bool place, struct err *err)
{
	for (size_t i = 0; i < messages->count; i++)
		if (!messages->all[i].warning && !place)
			return err_set(err, ERR_DATA, "%s", messages->all[i].text);
	return messages_err(messages, err);
}

static bool read_text(const struct agenda_draft *draft, const char *text, bool place,
	struct agenda *agenda, struct messages *messages, struct err *err)
{
	bool good = agenda_file_review(draft->file, text, strlen(text), agenda, messages);

	messages_sort(messages);
	return good || refuse(messages, place, err);
}

const char *agenda_draft_text(const struct agenda_draft *draft)
{
	return draft->texts[draft->at];
}

/* The file still has what was put there last, or is gone. One that cannot be read is
 * somebody else's. */
static bool is_ours(const struct agenda_draft *draft, struct err *err)
{
	struct str there;
	struct err none = {0};

	if (draft->count == 0 || (access(draft->file, F_OK) != 0 && errno == ENOENT))
		return true;
	str_init(&there);
	bool same = file_read(draft->file, FILE_MOST, &there, &none) &&
		    there.length == strlen(agenda_draft_text(draft)) &&
		    strcmp(there.text, agenda_draft_text(draft)) == 0;
	str_clear(&there);
	return same || err_set(err, ERR_TRY_AGAIN,
			       "%s was changed by another program meanwhile, and nothing was "
			       "written over it; leave the review and open it again",
			       draft->file);
}

/* What is shown is what is in the file. */
static bool take(struct agenda_draft *draft, const char *text, bool place, struct err *err)
{
	struct agenda agenda;
	struct messages messages;

	agenda_init(&agenda);
	messages_init(&messages, draft->file);
	bool good = read_text(draft, text, place, &agenda, &messages, err) && is_ours(draft, err) &&
		    file_write(draft->file, text, strlen(text), err);
	if (good) {
		agenda_clear(&draft->agenda);
		messages_clear(&draft->messages);
		draft->agenda = agenda;
		draft->messages = messages;
	} else {
		agenda_clear(&agenda);
		messages_clear(&messages);
	}
	return good;
}

/* What was undone before is forgotten. */
static void push(struct agenda_draft *draft, const char *text)
{
	while (draft->count > draft->at + 1)
		free(draft->texts[--draft->count]);
	draft->texts =
		mem_grow(draft->texts, &draft->capacity, draft->count + 1, sizeof *draft->texts);
	draft->at = draft->count;
	draft->texts[draft->count++] = mem_strdup(text);
}

static bool put(struct agenda_draft *draft, const char *text, bool place, struct err *err)
{
	if (draft->count > 0 && strcmp(text, agenda_draft_text(draft)) == 0)
		return true;
	if (!take(draft, text, place, err))
		return false;
	push(draft, text);
	return true;
}

/* --- changes --- */

bool agenda_draft_change(
	struct agenda_draft *draft, agenda_draft_edit edit, void *context, struct err *err)
{
	const char *text = agenda_draft_text(draft);
	struct agenda agenda;
	struct messages messages;
	struct str changed;

	agenda_init(&agenda);
	messages_init(&messages, draft->file);
	str_init(&changed);
	bool good = agenda_file_parse(draft->file, text, strlen(text), &agenda, &messages) ||
		    messages_err(&messages, err);
	good = good && edit(&agenda, context, err);
	if (good) {
		agenda_write(&agenda, &changed);
		good = put(draft, changed.text, false, err);
	}
	str_clear(&changed);
	messages_clear(&messages);
	agenda_clear(&agenda);
	return good;
}

/* Comments are not kept, all that the format knows is. */
bool agenda_draft_replace(struct agenda_draft *draft, const char *text, struct err *err)
{
	struct agenda agenda;
	struct messages messages;
	struct str written;

	agenda_init(&agenda);
	messages_init(&messages, draft->file);
	str_init(&written);
	bool good = read_text(draft, text, true, &agenda, &messages, err);
	if (good) {
		agenda_write(&agenda, &written);
		good = put(draft, written.text, true, err);
	}
	str_clear(&written);
	messages_clear(&messages);
	agenda_clear(&agenda);
	return good;
}

static bool go_to(struct agenda_draft *draft, size_t at, struct err *err)
{
	if (!take(draft, draft->texts[at], true, err))
		return false;
	draft->at = at;
	return true;
}

bool agenda_draft_undo(struct agenda_draft *draft, struct err *err)
{
	if (draft->at == 0)
		return err_set(err, ERR_USAGE, "there is no correction to take back");
	return go_to(draft, draft->at - 1, err);
}

bool agenda_draft_redo(struct agenda_draft *draft, struct err *err)
{
	if (draft->at + 1 >= draft->count)
		return err_set(err, ERR_USAGE, "nothing was taken back");
	return go_to(draft, draft->at + 1, err);
}

bool agenda_draft_again(struct agenda_draft *draft, struct err *err)
{
	return put(draft, draft->imported.text, true, err);
}

/* --- its beginning and end --- */

static bool import(struct agenda_draft *draft, struct err *err)
{
	struct messages messages;

	messages_init(&messages, draft->document);
	bool good = reading_file(&draft->reading, draft->document, err) &&
		    agenda_import(&draft->reading, draft->document, &draft->first, &messages, err);
	messages_clear(&messages);
	if (good)
		agenda_write(&draft->first, &draft->imported);
	return good;
}

/* What somebody else has written is never written over. */
static bool begin(struct agenda_draft *draft, struct err *err)
{
	struct str there;
	bool good;

	if (access(draft->file, F_OK) != 0 && errno == ENOENT)
		return put(draft, draft->imported.text, true, err);
	str_init(&there);
	good = file_read(draft->file, FILE_MOST, &there, err);
	if (good && !agenda_is_written(there.text, there.length))
		good = err_set(err, ERR_CANNOT_CREATE,
			"%s is there and was written or changed by somebody else; give the agenda "
			"another name with --output, or open that file as it is",
			draft->file);
	if (good) {
		good = put(draft, there.text, true, err);
		draft->went_on = strcmp(there.text, draft->imported.text) != 0;
	}
	str_clear(&there);
	return good;
}

bool agenda_draft_open(
	struct agenda_draft *draft, const char *document, const char *file, struct err *err)
{
	*draft = (struct agenda_draft){
		.document = mem_strdup(document), .file = file_for(document, file)};
	reading_init(&draft->reading);
	agenda_init(&draft->first);
	agenda_init(&draft->agenda);
	messages_init(&draft->messages, draft->file);
	str_init(&draft->imported);
	return import(draft, err) && begin(draft, err);
}

void agenda_draft_clear(struct agenda_draft *draft)
{
	if (!draft->document)
		return;
	while (draft->count > 0)
		free(draft->texts[--draft->count]);
	free(draft->texts);
	free(draft->document);
	free(draft->file);
	reading_clear(&draft->reading);
	agenda_clear(&draft->first);
	agenda_clear(&draft->agenda);
	messages_clear(&draft->messages);
	str_clear(&draft->imported);
	*draft = (struct agenda_draft){0};
}
