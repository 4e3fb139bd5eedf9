/* SPDX-License-Identifier: MIT */
/*
 * Recommendations out of a document: those of an earlier session from its published
 * report, to be followed up; drafts that somebody sends; and one text as it came back
 * after a night in somebody's word processor (returned.c). Changes that are tracked in a
 * DOCX are read as accepted, and shown. What was not understood is listed, and is still in the document.
 */
#include <string.h>
#include <strings.h>

#include "exchange/recommendation_import.h"
#include "follow_ups.h"
#include "groups.h"
#include "merged.h"
#include "model/alternative.h"
#include "model/marking.h"
#include "model/merge.h"
#include "returned.h"
#include "store/recommendation.h"
#include "store/version_source.h"
#include "texts.h"

struct taking {
	struct call *call;
	const char *file, *name; /* as given; without its folders */
	struct reading reading;
	struct imported_report report;
	size_t added, there;
};

/* --- saying what was read --- */

static void say_pieces(struct taking *t)
{
	for (size_t i = 0; i < t->report.piece_count; i++) {
		const struct imported_piece *piece = &t->report.pieces[i];
		str_addf(&t->call->output, "%s:%d: %s, %s: %s\n", t->name, piece->line,
			piece->taken ? "doubtful" : "not taken over", piece->why, piece->text);
	}
}

static void say_texts(struct taking *t)
{
	const struct imported_report *report = &t->report;

	for (size_t i = 0; i < report->count; i++) {
		const struct imported_recommendation *one = &report->all[i];
		const char *body = report->sets[one->set].body;
		if ((i == 0 || one->set != one[-1].set) && body)
			str_addf(&t->call->output, "%s\n", body);
		str_addf(&t->call->output, "%s%s%s%s\n", one->label,
			!*one->label                        ? ""
			: strchr("0123456789", *one->label) ? ". "
							    : " ",
			one->text, one->ending);
	}
}

static bool show_only(struct taking *t)
{
	t->call->shows_only = true;
	str_addf(&t->call->reply, "%s: ", t->name);
	imported_report_summary(&t->report, &t->call->reply);
	str_add(&t->call->reply, "; nothing was saved");
	say_texts(t);
	say_pieces(t);
	return true;
}

/* --- follow-ups --- */

static bool follow(struct taking *t, const struct imported_recommendation *one, struct err *err)
{
	const struct imported_set *set = &t->report.sets[one->set];
	struct call *call = t->call;
	struct desk *desk = call->desk;
	int number;
	struct follow_up_row row = {.item = call_id(call, "item"),
		.body = follow_up_escaped(call, set->body),
		.report = follow_up_escaped(call, t->report.title ? t->report.title : t->name),
		.symbol = t->report.symbol,
		.adopted = t->report.held,
		.chapter = follow_up_escaped(call, set->chapter),
		.subhead = follow_up_escaped(call, set->subhead),
		.paragraph = set->paragraph,
		.chapeau = follow_up_escaped(call, set->chapeau),
		.label = one->label,
		.text = follow_up_escaped(call, one->text),
		.ending = one->ending,
		.numbered = set->numbered};

	if (store_follow_up_same(desk->store, desk->session, &row)) {
		t->there++;
		return true;
	}
	t->added++;
	int64_t added = store_follow_up_add(desk->store, desk->session, &row, &number, err);
	if (call->made == 0) /* the first of them */
		call->made = added;
	return added != 0;
}

static bool follow_all(struct taking *t, struct err *err)
{
	for (size_t i = 0; i < t->report.count; i++)
		if (!follow(t, &t->report.all[i], err))
			return false;
	if (t->added == 0)
		return err_set(err, ERR_USAGE, "all %zu recommendations of %s are there already",
			t->there, t->name);
	str_addf(&t->call->reply, "%s: ", t->name);
	imported_report_summary(&t->report, &t->call->reply);
	if (t->there)
		str_addf(&t->call->reply, ", %zu there already", t->there);
	say_pieces(t);
	return true;
}

/* --- drafts --- */

/* The body of the session that has the name, else the one that was given; 0 = the first. */
static int64_t body_of(struct taking *t, const char *name)
{
	struct desk *desk = t->call->desk;
	size_t count;

	if (call_given(t->call, "body"))
		return call_id(t->call, "body");
	const struct body_row *bodies =
		store_bodies(desk->store, desk->session, &t->call->arena, &count);
	for (size_t i = 0; name && i < count; i++)
		if (strcasecmp(bodies[i].name, name) == 0)
			return bodies[i].id;
	return 0;
}

static bool is_empty(struct taking *t, int64_t set)
{
	size_t count;
	const struct recommendation_row *rows = store_recommendations(
		t->call->desk->store, t->call->desk->session, &t->call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].in_set == set)
			return false;
	return true;
}

/* Style and chapeau are those of the first that come into a set. */
static bool shape_set(
	struct taking *t, int64_t set, const struct imported_set *from, struct err *err)
{
	struct store *store = t->call->desk->store;
	const char *chapeau = follow_up_escaped(t->call, from->chapeau);

	if (!is_empty(t, set))
		return true;
	return store_set_style(store, set, from->numbered ? "numbered" : "lettered", err) &&
	       (!chapeau || store_set_chapeau(store, set, chapeau, err));
}

static bool draft(struct taking *t, const struct imported_recommendation *one, struct err *err)
{
	struct desk *desk = t->call->desk;
	const struct version_source source = {.how = "file", .file = t->name};
	const struct imported_set *from = &t->report.sets[one->set];
	int64_t set = store_set_of(desk->store, desk->session, body_of(t, from->body), err), id;
	int number;

	if (!set || !shape_set(t, set, from, err))
		return false;
	id = store_recommendation_add(desk->store, desk->session, set, call_id(t->call, "item"), 0,
		follow_up_escaped(t->call, one->text), desk_now(desk), &number, err);
	t->added++;
	if (t->added == 1)
		str_addf(&t->call->reply, "r%d", number);
	else if (t->added == t->report.count)
		str_addf(&t->call->reply, " to r%d", number);
	return id && store_version_source_add(desk->store, id, 0, &source, err);
}

static bool draft_all(struct taking *t, struct err *err)
{
	for (size_t i = 0; i < t->report.count; i++)
		if (!draft(t, &t->report.all[i], err))
			return false;
	str_addf(&t->call->reply, " drafted from %s: ", t->name);
	imported_report_summary(&t->report, &t->call->reply);
	say_pieces(t);
	return true;
}

/* --- a new version of one --- */

static const char *label_of(struct call *call, const struct recommendation_row *row)
{
	struct str letter;

	if (!row->letter)
		return "";
	str_init(&letter);
	alternative_label(row->letter, row->alternative, false, &letter);
	const char *label = arena_strdup(&call->arena, letter.text);
	str_clear(&letter);
	return label;
}

/* The one text of a document in which nothing has a letter; NULL if there are several. */
static const char *only_text(const struct imported_report *report, int *line, int *last_line)
{
	bool piece = report->count == 0 && report->piece_count == 1;

	if (report->count != 1 && !piece)
		return NULL;
	*line = piece ? report->pieces[0].line : report->all[0].line;
	*last_line = piece ? report->pieces[0].last_line : report->all[0].last_line;
	return piece ? report->pieces[0].text : report->all[0].text;
}

/* A text that was found in a document, and where. */
struct found {
	const char *text;  /* NULL: it is not there */
	const char *label; /* "" */
	bool only, labelled;
	int line, last_line;
};

static struct found find_in(struct call *call, const struct imported_report *report,
	const struct recommendation_row *row)
{
	struct found found = {.label = ""};
	size_t at;

	found.text = only_text(report, &found.line, &found.last_line);
	found.only = found.text != NULL;
	if (found.only)
		return found;
	at = recommendation_import_find(report, label_of(call, row), row->text, &found.labelled);
	if (at == report->count && row->letter)
		at = recommendation_import_find(report,
			arena_printf(&call->arena, "%d", row->letter), row->text, &found.labelled);
	if (at == report->count)
		return found;
	found.text = report->all[at].text;
	found.label = report->all[at].label;
	found.line = report->all[at].line;
	found.last_line = report->all[at].last_line;
	return found;
}

static bool find_text(struct taking *t, const struct recommendation_row *row, struct found *found,
	struct err *err)
{
	const char *label = label_of(t->call, row);

	*found = find_in(t->call, &t->report, row);
	if (!found->text)
		return err_set(err, ERR_USAGE,
			"none of the %zu texts in %s is like r%d%s%s: put it into a file of its own",
			t->report.count + t->report.piece_count, t->name, row->number,
			*label ? ", which is " : "", label);
	if (!found->only)
		str_addf(&t->call->output, "%s of %s, line %d, found by its %s\n",
			*found->label ? found->label : "the text", t->name, found->line,
			found->labelled ? "letter" : "words");
	return true;
}

/* The text as it was before the changes that the file tracks; NULL if it tracks none. */
static const char *text_before(struct taking *t, const struct recommendation_row *row)
{
	struct imported_report report;
	struct reading reading;
	const char *text = NULL;

	if (t->reading.change_count == 0)
		return NULL;
	reading_init(&reading);
	imported_report_init(&report);
	reading.before = true;
	if (reading_file(&reading, t->file, NULL) &&
		recommendation_import_any(&reading, t->file, &report, NULL))
		text = follow_up_escaped(t->call, find_in(t->call, &report, row).text);
	imported_report_clear(&report);
	reading_clear(&reading);
	return text;
}

/* Who changed what and when, as the file has it: the times are those of its author. */
static void say_tracked(struct taking *t, const struct found *found)
{
	const struct reading *reading = &t->reading;

	for (size_t i = 0; i < reading->change_count; i++) {
		const struct reading_change *change = &reading->changes[i];
		if (change->paragraph >= reading->count)
			continue;
		int line = reading->paragraphs[change->paragraph].line;
		if (line < found->line || line > found->last_line)
			continue;
		size_t day = strcspn(change->date, "T"), length = strlen(change->date);
		if (length >= day + 6)
			str_addf(&t->call->output, "%.*s %.5s  ", (int)day, change->date,
				change->date + day + 1);
		str_addf(&t->call->output, "%s%s%s%s%s\n", change->author,
			*change->author ? "  " : "", change->gone ? "[-" : "[+", change->text,
			change->gone ? "-]" : "+]");
	}
}

static void say_marked(struct call *call, const char *from, const char *to)
{
	struct str marked = STR_EMPTY;

	marking_add(from, to, &marked);
	str_addf(&call->output, "%s\n", marked.text);
	str_clear(&marked);
}

static bool same(const struct returned *r, const char *text)
{
	return strcmp(r->now, text) == 0;
}

/* What the file has, and beside it what would come of it where that is not the same. */
static bool show_version(struct taking *t, const struct returned *r)
{
	struct call *call = t->call;
	size_t count;
	const struct merge_piece *pieces =
		merge_three(&call->arena, r->was, r->now, r->text, &count);
	const char *merged = merge_text(&call->arena, pieces, count, MERGE_TAKE_THEIRS, NULL);

	call->shows_only = true;
	say_marked(call, r->now, r->text);
	if (strcmp(merged, r->text) != 0) {
		str_addf(&call->output, "with what has changed since version %d:\n", r->base);
		say_marked(call, r->now, merged);
	}
	int places = merged_places(call, r->was, r->now, r->text, r->name);
	str_addf(&call->reply, "r%d in %s", r->row->number, t->name);
	if (r->base != r->row->version)
		str_add(&call->reply, ", ");
	returned_say_base(r, &call->reply);
	str_add(&call->reply, ": [-only here-] [+only there+]");
	if (places)
		str_addf(&call->reply, "; %d place%s changed by both", places,
			places == 1 ? "" : "s");
	return true;
}

static bool save_version(
	struct taking *t, const struct returned *r, const char *text, struct err *err)
{
	const struct version_source source = {.how = "file", .file = t->name};

	if (t->call->desk->screen) /* it was seen with the question */
		str_reset(&t->call->output);
	str_addf(&t->call->reply, "r%d has the text of %s", r->row->number, t->name);
	if (r->base != r->row->version) {
		str_add(&t->call->reply, ", which was ");
		returned_say_base(r, &t->call->reply);
	}
	return returned_save(t->call, r, text, err) &&
	       store_version_source_add(t->call->desk->store, r->row->id, 0, &source, err);
}

static bool new_version(struct taking *t, struct err *err)
{
	struct call *call = t->call;
	struct recommendation_row row;
	struct returned r;
	struct found found;
	const char *text;
	bool show = call_given(call, "show");

	if (!store_recommendation(
		    call->desk->store, call_id(call, "as-version"), &call->arena, &row))
		return err_set(err, ERR_USAGE, "there is no such recommendation");
	if ((!show && !texts_need_open(&row, err)) || !find_text(t, &row, &found, err) ||
		!returned_read(call, &row, follow_up_escaped(call, found.text),
			text_before(t, &row), t->name, &r, err))
		return false;
	if (!same(&r, r.text))
		say_tracked(t, &found);
	if (show && !same(&r, r.text))
		return show_version(t, &r);
	text = returned_merge(call, &r, err);
	if (!text)
		return false;
	if (same(&r, text))
		return err_set(err, ERR_USAGE, "%s has r%d as it is here: nothing to save", t->name,
			row.number);
	say_marked(call, r.now, text);
	call->draft = text;
	if (!call_given(call, "anyway"))
		return call_ask(
			call, err, "anyway", "Save this as the new version of r%d?", row.number);
	return save_version(t, &r, text, err);
}

/* --- the command --- */

static bool take(struct taking *t, struct err *err)
{
	bool one = call_given(t->call, "as-version");

	if (!reading_file(&t->reading, t->file, err))
		return false;
	if (one || call_given(t->call, "draft")
			? !recommendation_import_any(&t->reading, t->file, &t->report, err)
			: !recommendation_import(&t->reading, t->file, &t->report, err))
		return false;
	if (one)
		return new_version(t, err);
	if (t->report.count == 0)
		return err_set(err, ERR_DATA,
			"“%s” has no recommendations: neither lettered entries nor numbered "
			"paragraphs that say who should do what",
			t->file);
	if (call_given(t->call, "show"))
		return show_only(t);
	return call_given(t->call, "draft") ? draft_all(t, err) : follow_all(t, err);
}

static bool recommendation_import_run(struct call *call, struct err *err)
{
	const char *file = call_text(call, "file"), *slash = strrchr(file, '/');
	struct taking t = {.call = call, .file = file, .name = slash ? slash + 1 : file};
	bool done;

	if (call_given(call, "base") && !call_given(call, "as-version"))
		return err_set(err, ERR_USAGE, "--base goes with --as-version R");
	if (call_given(call, "draft") && call_given(call, "as-version"))
		return err_set(err, ERR_USAGE,
			"drafts are new texts, and --as-version changes one: say which");
	reading_init(&t.reading);
	imported_report_init(&t.report);
	done = take(&t, err);
	imported_report_clear(&t.report);
	reading_clear(&t.reading);
	return done;
}

const struct command recommendation_file_commands[] = {
	{.name = "recommendation import",
		.keys = "i",
		.help = "Take recommendations out of a report, to be followed up or as drafts",
		.hint = "import",
		.where = IN_FOLLOW_UP,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"file", ARG_FILE, .required = true,
					.prompt = "Report or draft, as text, DOCX, PDF"},
				{"as-version", ARG_RECOMMENDATION, .option = true,
					.prompt =
						"Recommendation, as r3, that it is a new text of"},
				PARAM_BASE,
				{"draft", ARG_FLAG, .option = true,
					.prompt = "As drafts of this session"},
				{"show", ARG_FLAG, .option = true,
					.prompt = "Only show it, and save nothing"},
				{"item", ARG_ITEM, .option = true,
					.prompt = "Agenda item under which they stand"},
				{"body", ARG_BODY, .option = true, .prompt = "Body of the drafts"},
				{"anyway", ARG_FLAG, .option = true,
					.prompt = "Save the new text, whose changes were seen"},
			},
		.run = recommendation_import_run},
	{0}};
