/* SPDX-License-Identifier: MIT */
/*
 * What a rapporteur wrote on another machine, as edits that are proposed here. The one idea:
 * a copy carries the versions of each paragraph, so the last one that both have is what was
 * written on there, and only what is newer in the file is an edit. What was left out there
 * is an edit without words. What was changed here meanwhile is none, and what has come back
 * before does not come twice.
 */
#include "paragraphs_back.h"

#include <string.h>

#include "exchange/session_file.h"
#include "paragraphs.h"

/* A paragraph of the file. */
struct returned {
	struct paragraph_key key;
	int64_t id, number, item, part, behind;
	int64_t corrects; /* number of the one that it stands for in the final report; 0 */
	const char *heading, *text, *made;
	bool dropped, final;
	int64_t here; /* the same in this session, once it is known; 0 */
};

struct returned_version {
	int64_t paragraph, version;
	const char *text;
};

struct returning {
	struct call *call;
	struct arena *arena;
	const char *key; /* of the session in the file */
	struct returned *rows;
	struct returned_version *versions;
	size_t count, version_count, item_count;
	const char **items; /* printed, by id in the file less 1 */
	size_t proposed, waiting;
	struct str left_out; /* "g4, g7" */
};

/* --- reading --- */

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

static bool same(const char *one, const char *other)
{
	return one && other ? strcmp(one, other) == 0 : one == other;
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
			.behind = number_of(cells, count, "behind"),
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

static void add_version(struct returning *in, const struct session_cell cells[], size_t count)
{
	in->versions = arena_grow(in->arena, in->versions, in->version_count, sizeof *in->versions);
	in->versions[in->version_count++] =
		(struct returned_version){.paragraph = number_of(cells, count, "paragraph"),
			.version = number_of(cells, count, "version"),
			.text = text_of(in, cells, count, "text")};
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
	else if (strcmp(table, "paragraph_version") == 0)
		add_version(in, cells, count);
	return true;
}

/* --- the same paragraph here --- */

/* What both have, as far as they go together: how many versions, and the last of them. */
struct common {
	size_t count, there; /* `there`: versions of it in the file */
	const char *text;
};

static struct common find_common(struct returning *in, const struct returned *row, int64_t id)
{
	struct common common = {0};
	size_t count = 0;
	const struct paragraph_version *here =
		id ? store_paragraph_versions(in->call->desk->store, id, in->arena, &count) : NULL;
	bool together = true;

	for (size_t i = 0; i < in->version_count; i++) {
		const struct returned_version *there = &in->versions[i];
		if (there->paragraph != row->id)
			continue;
		together = together && common.there < count &&
			   here[common.there].version == there->version &&
			   same(here[common.there].text, there->text);
		common.there++;
		if (together) {
			common.count = common.there;
			common.text = there->text;
		}
	}
	return common;
}

/* By what it is made from, or a written one by its number and how it began. */
static bool find_here(struct returning *in, const struct returned *row, struct paragraph *here)
{
	struct store *store = in->call->desk->store;
	int64_t session = in->call->desk->session, id;
	bool written = !*row->key.formula;

	*here = (struct paragraph){.key = row->key, .heading = row->heading, .final = row->final};
	if (row->corrects) {
		int64_t issued = store_paragraph_find(store, session, (int)row->corrects);
		id = store_paragraph_correction(store, issued);
		id = id ? id : issued;
	} else if (!written) {
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
	if (!id || !store_paragraph(store, id, in->arena, &here->row))
		return false;
	/* A number that another was written under here since is another paragraph. */
	if (!written || (!*here->row.key.formula && find_common(in, row, id).count))
		return true;
	here->row = (struct paragraph_row){0};
	return false;
}

/* Behind what it stands here; 0: at the end of its heading. What was only written behind
 * has no row here yet. */
static int64_t behind_here(struct returning *in, const struct returned *row, struct err *err)
{
	struct returned *other = row_of(in, row->behind);
	struct paragraph before;

	if (other && !other->here &&
		(find_here(in, other, &before) ||
			(*other->key.formula && paragraph_need_row(in->call, &before, err))))
		other->here = before.row.id;
	return other ? other->here : 0;
}

static bool make_written(
	struct returning *in, struct returned *row, struct paragraph *here, struct err *err)
{
	struct paragraph_new new = {.session = in->call->desk->session,
		.key = row->key,
		.heading = row->heading,
		.behind = behind_here(in, row, err),
		.final = row->final};
	int number;
	int64_t id = store_paragraph_add(in->call->desk->store, &new, &number, err);

	return id && store_paragraph(in->call->desk->store, id, in->arena, &here->row);
}

/* --- what is proposed --- */

/* What it is to read here: nothing, if it was left out there. */
static const char *text_there(const struct returned *row)
{
	return row->dropped ? "" : row->text;
}

/* Of `paragraph`, or of a new one (0). */
static bool waits_already(struct returning *in, const struct returned *row, int64_t paragraph)
{
	size_t count;
	const struct paragraph_proposal *rows = store_paragraph_proposals(
		in->call->desk->store, in->call->desk->session, paragraph, in->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(rows[i].text, text_there(row)) == 0 && (paragraph || !rows[i].base))
			return true;
	return false;
}

static bool is_written_here(struct returning *in, const struct returned *row)
{
	size_t count;
	const struct paragraph_row *rows =
		store_paragraphs(in->call->desk->store, in->call->desk->session, in->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (!*rows[i].key.formula && same(rows[i].text, row->text))
			return true;
	return false;
}

static bool propose(
	struct returning *in, struct returned *row, struct paragraph *here, struct err *err)
{
	bool known = here->row.id != 0, written = !*row->key.formula;
	struct paragraph_proposal proposal = {.text = text_there(row),
		.file = call_text(in->call, "file"),
		.person = call_given(in->call, "from") ? call_text(in->call, "from")
						       : "the rapporteur",
		.at = desk_now(in->call->desk)};

	if (known || !written) {
		struct common common = find_common(in, row, here->row.id);
		const char *issued = row->corrects ? here->row.text : NULL;
		proposal.base = common.text ? common.text : issued ? issued : row->made;
	}
	if (known || !written ? !paragraph_need_row(in->call, here, err)
			      : !make_written(in, row, here, err))
		return false;
	proposal.paragraph = row->here = here->row.id;
	in->proposed++;
	if (row->dropped)
		str_addf(&in->left_out, "%sg%d", in->left_out.length ? ", " : "", here->row.number);
	return store_paragraph_propose(
		       in->call->desk->store, in->call->desk->session, &proposal, err) != 0;
}

/* One paragraph of the file; counts what is proposed. */
static bool take_back(struct returning *in, struct returned *row, struct err *err)
{
	struct paragraph here;
	bool known = find_here(in, row, &here);

	if (known)
		row->here = here.row.id;
	struct common common = find_common(in, row, row->here);
	if (row->part || (common.there && common.count == common.there))
		return true;
	if (row->dropped ? (known ? here.row.dropped : !*row->key.formula)
			 : !row->text || (known && same(here.row.text, row->text)))
		return true;
	if (!known && !*row->key.formula && is_written_here(in, row))
		return true;
	if ((known || !*row->key.formula) && waits_already(in, row, here.row.id)) {
		in->waiting++;
		return true;
	}
	return propose(in, row, &here, err);
}

static void reply(struct returning *in)
{
	struct str *out = &in->call->reply;

	if (in->proposed)
		str_addf(out, "%zu edit%s came back: paragraph list shows %s", in->proposed,
			in->proposed == 1 ? "" : "s", in->proposed == 1 ? "it" : "them");
	else
		str_add(out, "nothing in it reads differently");
	if (in->waiting && !in->proposed)
		str_add(out, "; what came back before waits");
	if (in->left_out.length)
		str_addf(out, "; left out there: %s", in->left_out.text);
}

bool paragraphs_take_back(struct call *call, const struct str *text, struct err *err)
{
	struct returning in = {.call = call, .arena = &call->arena};
	struct session_row session;
	bool good = true;

	if (!session_file_read(
		    call_text(call, "file"), text->text, text->length, read_row, &in, err) ||
		!store_session(call->desk->store, call->desk->session, &call->arena, &session))
		return false;
	if ((!in.key || strcmp(in.key, session.key) != 0) && !call_given(call, "anyway"))
		return call_ask(call, err, "anyway",
			"The file is of the session %s. Take its edits into %s?", or_empty(in.key),
			session.key);
	str_init(&in.left_out);
	for (size_t i = 0; good && i < in.count; i++)
		good = take_back(&in, &in.rows[i], err);
	if (good)
		reply(&in);
	str_clear(&in.left_out);
	return good;
}
