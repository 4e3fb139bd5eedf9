/* SPDX-License-Identifier: MIT */
/*
 * A file of treaty status, taken over in one step or not at all: first every line
 * is read and every name found, and all that is wrong is said together; then it
 * is done. A name that is on no list is put there if the file says what it is.
 */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "exchange/status_file.h"
#include "groups.h"
#include "model/match.h"
#include "queue.h"
#include "rows.h"
#include "shown.h"
#include "store/treaty.h"

/* One line of the file and whom it means. */
struct meant {
	const struct status_line *line;
	int64_t participant; /* 0: somebody new */
	size_t same;         /* of somebody new: the first line that names it */
	const char *kind;    /* after the import */
	char *key;
};

struct import {
	struct call *call;
	struct status_file file;
	struct messages messages;
	struct meant *all;
	const struct participant_row *rows;
	size_t row_count, added;
	const char *treaty; /* from which the status of the session follows */
};

/* --- names --- */

static bool has_key(const struct participant_row *row, const char *key)
{
	for (size_t i = 0; i < row->key_count; i++)
		if (strcmp(row->keys[i], key) == 0)
			return true;
	return false;
}

static const char *nearest_name(const struct import *in, const char *key)
{
	const char *name = NULL;
	int best = 0;

	for (size_t i = 0; i < in->row_count; i++)
		for (size_t j = 0; j < in->rows[i].key_count; j++) {
			int score = match_score(key, in->rows[i].keys[j]);
			if (score > best) {
				best = score;
				name = in->rows[i].list_name;
			}
		}
	return name;
}

/* Whole names, codes and aliases only: a file is not typed in haste. */
static const struct participant_row *find_row(const struct import *in, const struct meant *meant)
{
	const struct participant_row *found = NULL;

	for (size_t i = 0; i < in->row_count; i++)
		if (strcmp(in->rows[i].list_name, meant->line->name) == 0)
			return &in->rows[i];
	for (size_t i = 0; i < in->row_count && !found; i++)
		if (has_key(&in->rows[i], meant->key))
			found = &in->rows[i];
	return found;
}

static void complain(struct import *in, const struct meant *meant, const char *sentence)
{
	messages_add(&in->messages, false, meant->line->line, meant->line->column, "%s", sentence);
}

/* Somebody new must be said what it is, by this line or the one that named it first. */
static void find_new(struct import *in, size_t i)
{
	struct meant *meant = &in->all[i];
	const char *near;

	meant->same = 0;
	while (in->all[meant->same].participant ||
		strcmp(in->all[meant->same].key, meant->key) != 0)
		meant->same++;
	meant->kind = meant->line->kind ? meant->line->kind : in->all[meant->same].kind;
	if (meant->kind)
		return;
	near = nearest_name(in, meant->key);
	complain(in, meant,
		arena_printf(&in->call->arena,
			"no participant is called '%s'%s%s%s; with its kind it is put on the roster",
			shown_text(&in->call->arena, meant->line->name), near ? " (near: " : "",
			near ? near : "", near ? ")" : ""));
}

static bool takes_status(const char *kind)
{
	return strcmp(kind, "state") == 0 || strcmp(kind, "observer_state") == 0 ||
	       strcmp(kind, "organization") == 0 || strcmp(kind, "intergovernmental") == 0;
}

/* The same status of the same one twice. */
static void check_double(struct import *in, size_t i)
{
	const struct meant *meant = &in->all[i];
	const char *treaty = meant->line->treaty ? meant->line->treaty : "";

	for (size_t j = 0; meant->line->status && j < i; j++) {
		const struct status_line *other = in->all[j].line;
		bool same = in->all[j].participant == meant->participant &&
			    (meant->participant || in->all[j].same == meant->same);
		if (!same || !other->status || strcmp(other->status, meant->line->status) != 0 ||
			strcmp(other->treaty ? other->treaty : "", treaty) != 0)
			continue;
		complain(in, meant,
			arena_printf(&in->call->arena, "'%s' has that status in line %d already",
				shown_text(&in->call->arena, meant->line->name), other->line));
		return;
	}
}

static void find_all(struct import *in)
{
	in->all = arena_alloc(&in->call->arena, (in->file.count + 1) * sizeof *in->all);
	for (size_t i = 0; i < in->file.count; i++) {
		const struct participant_row *row;
		char *key = fold_key(in->file.lines[i].name);
		in->all[i] = (struct meant){
			.line = &in->file.lines[i], .key = arena_strdup(&in->call->arena, key)};
		free(key);
		row = find_row(in, &in->all[i]);
		if (row) {
			in->all[i].participant = row->id;
			in->all[i].kind = in->all[i].line->kind ? in->all[i].line->kind : row->kind;
		} else {
			find_new(in, i);
		}
		if (in->all[i].kind && in->all[i].line->status && !takes_status(in->all[i].kind))
			complain(in, &in->all[i],
				"a status under a treaty is of States, and of organizations that "
				"can be parties");
		check_double(in, i);
	}
}

/* --- the treaty --- */

static const char *treaty_of(const struct import *in, const struct status_line *line)
{
	const char *own = call_text(in->call, "treaty");

	return line->treaty ? line->treaty : own ? own : "the Convention";
}

/* The one that was named, else the only one of the file. */
static void choose_treaty(struct import *in)
{
	in->treaty = call_text(in->call, "treaty");
	for (size_t i = 0; i < in->file.count; i++) {
		const char *treaty = treaty_of(in, &in->file.lines[i]);
		if (!in->file.lines[i].status || call_given(in->call, "treaty"))
			continue;
		if (!in->treaty)
			in->treaty = treaty;
		if (strcmp(in->treaty, treaty) == 0)
			continue;
		messages_add(&in->messages, false, in->file.lines[i].line, in->file.lines[i].column,
			"a second treaty, '%s' after '%s': --treaty says which is this session's",
			treaty, in->treaty);
		return;
	}
}

/* --- doing it --- */

static bool put_on_roster(struct import *in, size_t i, struct err *err)
{
	struct meant *meant = &in->all[i];
	struct participant_new new = {.list_name = meant->line->name, .kind = meant->kind};
	struct store *store = in->call->desk->store;

	if (meant->participant == 0 && meant->same < i) {
		meant->participant = in->all[meant->same].participant;
	} else if (meant->participant == 0) {
		meant->participant =
			store_participant_add(store, in->call->desk->session, &new, err);
		in->added++;
		return meant->participant != 0;
	}
	new.list_name = NULL;
	return !meant->line->kind || store_participant_edit(store, meant->participant, &new, err);
}

static bool take_status(struct import *in, struct err *err)
{
	struct store *store = in->call->desk->store;

	for (size_t i = 0; i < in->file.count; i++)
		if (in->all[i].line->status && !store_treaty_clear(store, in->all[i].participant,
						       treaty_of(in, in->all[i].line), err))
			return false;
	for (size_t i = 0; i < in->file.count; i++)
		if (in->all[i].line->status &&
			!store_treaty_add(store, in->call->desk->session, in->all[i].participant,
				treaty_of(in, in->all[i].line), in->all[i].line->status,
				in->all[i].line->date, err))
			return false;
	return !in->treaty || store_treaty_settle(store, in->call->desk->session, in->treaty, err);
}

static bool take_over(struct import *in, struct err *err)
{
	struct desk *desk = in->call->desk;
	struct queue_turns turns;

	queue_remember(in->call, &turns);
	for (size_t i = 0; i < in->file.count; i++)
		if (!put_on_roster(in, i, err))
			return false;
	if (!take_status(in, err))
		return false;
	str_addf(&in->call->reply, "%zu line%s taken", in->file.count,
		in->file.count == 1 ? "" : "s");
	if (in->added > 0)
		str_addf(&in->call->reply, ", %zu put on the roster", in->added);
	str_addf(&in->call->reply, "; %lld parties, %lld signatories",
		(long long)store_treaty_count(desk->store, desk->session, "party"),
		(long long)store_treaty_count(desk->store, desk->session, "signatory"));
	return queue_follow(in->call, &turns, err);
}

/* With all that is wrong; on a screen a single sentence needs no list. */
static bool refuse(struct import *in, struct err *err)
{
	messages_sort(&in->messages);
	if (in->call->desk->screen && in->messages.errors == 1)
		return messages_err(&in->messages, err);
	messages_format(&in->messages, &in->call->output);
	in->call->says_all = true;
	return err_set(err, ERR_DATA, "%zu error%s in %s: nothing was taken over",
		in->messages.errors, in->messages.errors == 1 ? "" : "s", in->messages.file);
}

static bool participant_import(struct call *call, struct err *err)
{
	struct import in = {.call = call};
	bool readable, good;

	status_file_init(&in.file);
	messages_init(&in.messages, call_text(call, "file"));
	status_file_read(call_text(call, "file"), &in.file, &in.messages);
	readable = in.messages.errors == 0 || in.messages.all[0].line > 0;
	in.rows = store_participants(
		call->desk->store, call->desk->session, &call->arena, &in.row_count);
	if (readable) {
		find_all(&in);
		choose_treaty(&in);
	}
	good = !readable                ? messages_err(&in.messages, err)
	       : in.messages.errors > 0 ? refuse(&in, err)
					: take_over(&in, err);
	messages_clear(&in.messages);
	status_file_clear(&in.file);
	return good;
}

const struct command status_commands[] = {
	{.name = "participant import",
		.help = "Take over status, kind and dates of participants from a file",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"file", ARG_FILE, .required = true,
					.prompt = "File, YAML or comma-separated"},
				{"treaty", ARG_LINE, .option = true,
					.prompt = "Treaty that gives the status in this session"},
			},
		.run = participant_import},
	{0}};
