/* SPDX-License-Identifier: MIT */
/*
 * Sessions that travel in files: from the secretary's machine to the rapporteur's, and what
 * the rapporteur wrote there back again. What comes back changes nothing by itself: every
 * paragraph that reads differently is an edit that is proposed, to be accepted or not.
 */
#include <string.h>

#include "base/file.h"
#include "exchange/session_file.h"
#include "groups.h"
#include "model/merge.h"
#include "paragraphs.h"
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

/* --- what came back --- */

/* A paragraph of the file. */
struct returned {
	struct paragraph_key key;
	int64_t id, number, item, part;
	int64_t corrects; /* number of the one that it stands for in the final report; 0 */
	const char *heading, *text, *made;
	bool dropped, final;
};

struct returning {
	struct call *call;
	struct arena *arena;
	const char *key; /* of the session in the file */
	struct returned *rows;
	size_t count, item_count;
	const char **items; /* printed, by id in the file less 1 */
};

static const char *text_of(
	struct returning *in, const struct session_cell cells[], size_t count, const char *column)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(cells[i].column, column) == 0)
			return arena_strdup(in->arena, cells[i].text);
	return NULL;
}

static int64_t number_of(const struct session_cell cells[], size_t count, const char *column)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(cells[i].column, column) == 0)
			return cells[i].number;
	return 0;
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static void add_item(struct returning *in, const struct session_cell cells[], size_t count)
{
	int64_t id = number_of(cells, count, "id");

	while (id > 0 && id < 1000000 && (int64_t)in->item_count < id) {
		in->items = arena_grow(in->arena, in->items, in->item_count, sizeof *in->items);
		in->items[in->item_count++] = NULL;
	}
	if (id > 0 && id <= (int64_t)in->item_count)
		in->items[id - 1] = text_of(in, cells, count, "printed");
}

static void add_paragraph(struct returning *in, const struct session_cell cells[], size_t count)
{
	in->rows = arena_grow(in->arena, in->rows, in->count, sizeof *in->rows);
	in->rows[in->count++] =
		(struct returned){.key = {.formula = or_empty(text_of(in, cells, count, "formula")),
					  .bodies = or_empty(text_of(in, cells, count, "bodies")),
					  .class = or_empty(text_of(in, cells, count, "class"))},
			.id = number_of(cells, count, "id"),
			.number = number_of(cells, count, "number"),
			.item = number_of(cells, count, "item"),
			.part = number_of(cells, count, "part"),
			.heading = text_of(in, cells, count, "heading"),
			.text = text_of(in, cells, count, "text"),
			.made = text_of(in, cells, count, "made"),
			.dropped = number_of(cells, count, "dropped") != 0};
}

static struct returned *row_of(struct returning *in, int64_t id)
{
	for (size_t i = 0; i < in->count; i++)
		if (in->rows[i].id == id)
			return &in->rows[i];
	return NULL;
}

static void add_more(struct returning *in, const struct session_cell cells[], size_t count)
{
	struct returned *row = row_of(in, number_of(cells, count, "paragraph"));
	const struct returned *corrected = row_of(in, number_of(cells, count, "corrects"));

	if (!row)
		return;
	row->final = number_of(cells, count, "final") != 0;
	row->corrects = corrected ? corrected->number : 0;
}

static bool read_row(void *data, const char *table, const struct session_cell cells[], size_t count)
{
	struct returning *in = data;

	if (strcmp(table, "session") == 0)
		in->key = text_of(in, cells, count, "key");
	else if (strcmp(table, "item") == 0)
		add_item(in, cells, count);
	else if (strcmp(table, "paragraph") == 0)
		add_paragraph(in, cells, count);
	else if (strcmp(table, "paragraph_more") == 0)
		add_more(in, cells, count);
	return true;
}

/* The same paragraph here: by what it is made from, or a written one by its number. */
static bool find_here(struct returning *in, const struct returned *row, struct paragraph *here)
{
	struct store *store = in->call->desk->store;
	int64_t session = in->call->desk->session, id;

	*here = (struct paragraph){.key = row->key, .heading = row->heading, .final = row->final};
	if (row->corrects) {
		int64_t issued = store_paragraph_find(store, session, (int)row->corrects);
		id = store_paragraph_correction(store, issued);
		id = id ? id : issued;
	} else if (*row->key.formula) {
		const char *printed = row->item > 0 && row->item <= (int64_t)in->item_count
					      ? in->items[row->item - 1]
					      : NULL;
		here->key.item = printed ? store_item_find(store, session, printed) : 0;
		if (here->key.item < 0)
			here->key.item = 0;
		id = store_paragraph_of(store, session, &here->key, row->final);
	} else {
		id = store_paragraph_find(store, session, (int)row->number);
	}
	return id && store_paragraph(store, id, in->arena, &here->row);
}

static bool reads_alike(const struct paragraph *here, const struct returned *row)
{
	return here->row.text && strcmp(here->row.text, row->text) == 0;
}

/* One paragraph of the file; counts what is proposed. */
static bool take_back(
	struct returning *in, const struct returned *row, size_t *proposed, struct err *err)
{
	struct paragraph here;
	struct paragraph_proposal proposal = {.text = row->text,
		.file = call_text(in->call, "file"),
		.person = call_given(in->call, "from") ? call_text(in->call, "from")
						       : "the rapporteur",
		.at = desk_now(in->call->desk)};
	bool known = find_here(in, row, &here);

	if (!row->text || row->part || (known && reads_alike(&here, row)))
		return true;
	/* A number that another was written under here since is another paragraph. */
	if (known && !*row->key.formula && *here.row.key.formula)
		known = false;
	if (!known)
		here.row = (struct paragraph_row){0};
	if (!paragraph_need_row(in->call, &here, err))
		return false;
	proposal.base = known && here.row.text ? here.row.text : row->made;
	proposal.paragraph = here.row.id;
	++*proposed;
	return store_paragraph_propose(
		       in->call->desk->store, in->call->desk->session, &proposal, err) != 0;
}

static bool take_all(struct call *call, const struct str *text, struct err *err)
{
	struct returning in = {.call = call, .arena = &call->arena};
	struct session_row session;
	size_t proposed = 0;

	if (!session_file_read(
		    call_text(call, "file"), text->text, text->length, read_row, &in, err) ||
		!store_session(call->desk->store, call->desk->session, &call->arena, &session))
		return false;
	if ((!in.key || strcmp(in.key, session.key) != 0) && !call_given(call, "anyway"))
		return call_ask(call, err, "anyway",
			"The file is of the session %s. Take its edits into %s?", or_empty(in.key),
			session.key);
	for (size_t i = 0; i < in.count; i++)
		if (!take_back(&in, &in.rows[i], &proposed, err))
			return false;
	if (proposed)
		str_addf(&call->reply, "%zu edit%s came back: paragraph list shows %s", proposed,
			proposed == 1 ? "" : "s", proposed == 1 ? "it" : "them");
	else
		str_add(&call->reply, "nothing in it reads differently");
	return true;
}

static bool paragraph_import(struct call *call, struct err *err)
{
	struct str text;
	bool good = read_file(call, &text, err) && take_all(call, &text, err);

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

static bool paragraph_accept(struct call *call, struct err *err)
{
	struct paragraph paragraph;
	struct paragraph_proposal proposal = {0};
	struct paragraph_edit edit = {.how = PARAGRAPH_RETURNED};
	size_t conflicts;

	if (!find_proposal(call, &paragraph, &proposal, err))
		return false;
	edit.text = merged(call, &paragraph, &proposal, &conflicts);
	edit.made = paragraph.generated;
	if (conflicts && !call_given(call, "anyway"))
		return call_ask(call, err, "anyway",
			"g%d was changed here too, in %zu of the same places. Take the words that "
			"came back there?",
			paragraph.row.number, conflicts);
	if (!paragraph_change(call, &paragraph, &edit, err))
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
					.prompt = "Also where both were changed"},
			},
		.run = paragraph_accept},
	{.name = "paragraph reject",
		.help = "Do not take the edit of a paragraph that came back",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {PARAM_PARAGRAPH},
		.run = paragraph_reject},
	{0}};
