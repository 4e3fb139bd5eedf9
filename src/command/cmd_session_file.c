/* SPDX-License-Identifier: MIT */
/*
 * Sessions that travel in files: from the secretary's machine to the rapporteur's, and what
 * the rapporteur wrote there back again. What comes back changes nothing by itself: every
 * paragraph that reads differently is an edit that is proposed, to be accepted or not.
 */
#include <assert.h>
#include <string.h>

#include "base/file.h"
#include "exchange/session_file.h"
#include "groups.h"
#include "model/merge.h"
#include "paragraphs.h"
#include "paragraphs_back.h"
#include "store/part.h"

enum { FILE_MOST = 256 * 1024 * 1024 };

static int64_t which(struct call *call)
{
	return call_given(call, "session") ? call_id(call, "session") : call->desk->session;
}

/* --- out and in --- */

static bool session_export(struct call *call, struct err *err)
{
	if (!session_file_write(call->desk->store, which(call), call_given(call, "for-rapporteur"),
		    &call->output, err))
		return false;
	return !call_given(call, "file") || rows_put_output(call, err);
}

static bool read_file(struct call *call, struct str *text, struct err *err)
{
	str_init(text);
	return file_read(call_text(call, "file"), FILE_MOST, text, err);
}

struct looking {
	const char *wanted; /* of the session's row: "key" */
	struct arena *arena;
	const char *found;
};

static bool look(void *data, const char *table, const struct session_cell cells[], size_t count)
{
	struct looking *looking = data;

	for (size_t i = 0; strcmp(table, "session") == 0 && i < count; i++)
		if (strcmp(cells[i].column, looking->wanted) == 0)
			looking->found = arena_strdup(looking->arena, cells[i].text);
	return true;
}

static bool take(struct call *call, const struct str *text, struct err *err)
{
	const char *file = call_text(call, "file"), *key = call_text(call, "id");
	struct looking looking = {.wanted = "key", .arena = &call->arena};

	if (!session_file_read(file, text->text, text->length, look, &looking, err))
		return false;
	key = key ? key : looking.found ? looking.found : "";
	if (store_session_find(call->desk->store, key))
		return err_set(err, ERR_USAGE,
			"there is a session %s already: --id takes this one under another name",
			key);
	int64_t id = session_file_take(call->desk->store, file, text->text, text->length, key, err);
	if (!id)
		return false;
	str_addf(&call->reply, "session %s taken from %s", key, file);
	call->desk->session = id;
	call->made = id;
	return true;
}

static bool session_import(struct call *call, struct err *err)
{
	struct str text;
	bool good = read_file(call, &text, err) && take(call, &text, err);

	str_clear(&text);
	return good;
}

static bool paragraph_import(struct call *call, struct err *err)
{
	struct str text;
	bool good = read_file(call, &text, err) && paragraphs_take_back(call, &text, err);

	str_clear(&text);
	return good;
}

/* --- deciding on it --- */

/* The newest edit of the paragraph that is not decided. */
static bool find_proposal(struct call *call, struct paragraph *paragraph,
	struct paragraph_proposal *proposal, struct err *err)
{
	struct paragraphs paragraphs;
	size_t count = 0;

	paragraphs_init(&paragraphs, call);
	bool good = paragraphs_find(&paragraphs, call_text(call, "paragraph"), paragraph, err);
	if (good && paragraph->row.id) {
		const struct paragraph_proposal *rows = store_paragraph_proposals(call->desk->store,
			call->desk->session, paragraph->row.id, &call->arena, &count);
		if (count)
			*proposal = rows[count - 1];
	}
	/* That was of the report which is no more. */
	paragraphs_clear(&paragraphs);
	paragraph->node = NULL;
	paragraph->label = NULL;
	if (good && !count)
		return err_set(err, ERR_USAGE, "no edit of it has come back");
	return good;
}

/* Brought into what the paragraph reads now, if that has changed since. */
static const char *merged(struct call *call, const struct paragraph *paragraph,
	const struct paragraph_proposal *proposal, size_t *conflicts)
{
	size_t count;

	*conflicts = 0;
	if (!proposal->base || !paragraph->text || strcmp(proposal->base, paragraph->text) == 0)
		return proposal->text;
	const struct merge_piece *pieces =
		merge_three(&call->arena, proposal->base, paragraph->text, proposal->text, &count);
	return merge_text(&call->arena, pieces, count, MERGE_TAKE_THEIRS, conflicts);
}

/* Of one that was left out there. What was written here since is not lost unasked. */
static bool leave_out(struct call *call, struct paragraph *paragraph,
	const struct paragraph_proposal *proposal, struct err *err)
{
	struct paragraph_edit edit = {.how = PARAGRAPH_DROPPED,
		.text = paragraph->row.text,
		.made = paragraph->row.made,
		.dropped = true};
	bool changed =
		proposal->base && paragraph->text && strcmp(proposal->base, paragraph->text) != 0;

	if ((changed || paragraph->row.adopted) && !call_given(call, "anyway"))
		return call_ask(call, err, "anyway",
			"g%d was left out there, and %s%s%s. Leave it out all the same?",
			paragraph->row.number, paragraph->row.adopted ? "was adopted here" : "",
			paragraph->row.adopted && changed ? ", and " : "",
			changed ? "reads differently here since" : "");
	if (!paragraph_change(call, paragraph, &edit, err))
		return false;
	str_add(&call->reply, " is left out of the report");
	str_addf(&call->aside, "; paragraph restore g%d brings it back", paragraph->row.number);
	return store_paragraph_proposal_decide(call->desk->store, proposal->id, true, err);
}

/* Asks before words that were adopted, or that somebody changed here, give way. */
static bool may_take(
	struct call *call, const struct paragraph *paragraph, size_t conflicts, struct err *err)
{
	int number = paragraph->row.number;

	if ((!conflicts && !paragraph->row.adopted) || call_given(call, "anyway"))
		return true;
	if (!conflicts)
		return call_ask(call, err, "anyway",
			"g%d was adopted. Take the words that came back all the same?", number);
	return call_ask(call, err, "anyway",
		"g%d was %schanged here too, in %zu of the same places. Take the words that "
		"came back there?",
		number, paragraph->row.adopted ? "adopted, and " : "", conflicts);
}

static bool paragraph_accept(struct call *call, struct err *err)
{
	struct paragraph paragraph;
	struct paragraph_proposal proposal = {0};
	struct paragraph_edit edit = {.how = PARAGRAPH_RETURNED};
	size_t conflicts;

	if (!find_proposal(call, &paragraph, &proposal, err))
		return false;
	assert(proposal.text); /* NOT NULL */
	if (!*proposal.text)
		return leave_out(call, &paragraph, &proposal, err);
	edit.text = merged(call, &paragraph, &proposal, &conflicts);
	edit.made = paragraph.generated;
	if (!may_take(call, &paragraph, conflicts, err) ||
		!paragraph_change(call, &paragraph, &edit, err))
		return false;
	str_addf(&call->reply, " reads as %s wrote it", proposal.person);
	return store_paragraph_proposal_decide(call->desk->store, proposal.id, true, err);
}

static bool paragraph_reject(struct call *call, struct err *err)
{
	struct paragraph paragraph;
	struct paragraph_proposal proposal = {0};

	if (!find_proposal(call, &paragraph, &proposal, err))
		return false;
	str_addf(&call->reply, "the edit of g%d is not taken", paragraph.row.number);
	return store_paragraph_proposal_decide(call->desk->store, proposal.id, false, err);
}

const struct command session_file_commands[] = {
	{.name = "session export",
		.help = "Write a session to a file, to go on with on another machine",
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.form = true,
		.params =
			{
				{"file", ARG_FILE, .prompt = "File; without one it is shown"},
				{"session", ARG_SESSION, .option = true, .prompt = "Session"},
				{"for-rapporteur", ARG_FLAG, .option = true,
					.prompt = "Without requests and proposers"},
				PARAM_ANYWAY_FILE,
			},
		.run = session_export},
	{.name = "session import",
		.help = "Take a session from a file that was exported",
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"file", ARG_FILE, .required = true, .prompt = "File"},
				{"id", ARG_WORD, .option = true, .prompt = "Under this name"},
			},
		.run = session_import},
	{.name = "paragraph import",
		.help = "Take what the rapporteur wrote on another machine as proposed edits",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"file", ARG_FILE, .required = true,
					.prompt = "Session exported there"},
				{"from", ARG_LINE, .option = true, .prompt = "Who wrote it"},
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Also of a session with another name"},
			},
		.run = paragraph_import},
	{.name = "paragraph accept",
		.help = "Accept the edit of a paragraph that came back",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				PARAM_PARAGRAPH,
				{"anyway", ARG_FLAG, .option = true,
					.prompt =
						"Also where both were changed, or it was adopted"},
			},
		.run = paragraph_accept},
	{.name = "paragraph reject",
		.help = "Do not take the edit of a paragraph that came back",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_PARAGRAPH},
		.run = paragraph_reject},
	{0}};
