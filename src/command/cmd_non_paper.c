/* SPDX-License-Identifier: MIT */
/* Texts on paper: a non-paper cut and circulated, which stays as it was, and the texts
 * exported in each of their forms. */
#include <string.h>

#include "document/document.h"
#include "groups.h"
#include "model/alternative.h"
#include "report/report.h"
#include "store/negotiation.h"
#include "store/non_paper.h"
#include "texts.h"

/* --- cutting one --- */

struct cut {
	struct non_paper_text *texts;
	size_t count;
};

static void add_row(struct call *call, struct cut *cut, struct non_paper_text text)
{
	cut->texts = arena_grow(&call->arena, cut->texts, cut->count, sizeof *cut->texts);
	cut->texts[cut->count++] = text;
}

/* A text, and the new paragraphs behind it, which may be without it. */
static void add_text(
	struct call *call, struct cut *cut, const struct recommendation_row *row, bool numbered)
{
	struct arena *arena = &call->arena;
	struct negotiation n;
	struct str label, projected;

	if (!store_negotiation(call->desk->store, call->desk->session, row->id, arena, &n))
		return;
	str_init(&label);
	str_init(&projected);
	alternative_label(row->letter, row->alternative, numbered, &label);
	store_negotiation_projected(&n, &projected);
	if (row->letter > 0)
		add_row(call, cut,
			(struct non_paper_text){row->id, arena_strdup(arena, label.text),
				row->version, row->text, arena_strdup(arena, projected.text)});
	for (size_t i = 0; i < n.count; i++)
		if (n.amendments[i].kind == AMENDMENT_PARAGRAPH &&
			n.amendments[i].state == AMENDMENT_PROPOSED)
			add_row(call, cut,
				(struct non_paper_text){row->id,
					arena_printf(arena, "(a%d)", n.amendments[i].number),
					row->version, "",
					store_negotiation_paragraph(&n, i, arena)});
	str_clear(&label);
	str_clear(&projected);
}

static bool is_numbered(const struct set_row *sets, size_t count, int64_t set)
{
	for (size_t i = 0; i < count; i++)
		if (sets[i].id == set)
			return strcmp(sets[i].style, "numbered") == 0;
	return false;
}

static void gather(struct call *call, int64_t set, struct cut *cut)
{
	struct desk *desk = call->desk;
	size_t count, set_count;
	const struct recommendation_row *rows =
		store_recommendations(desk->store, desk->session, &call->arena, &count);
	const struct set_row *sets =
		store_sets(desk->store, desk->session, &call->arena, &set_count);

	for (size_t i = 0; i < count; i++)
		if ((!set || rows[i].in_set == set))
			add_text(call, cut, &rows[i], is_numbered(sets, set_count, rows[i].in_set));
}

static bool non_paper_cut(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct cut cut = {0};
	int64_t set = 0, at = desk_now(desk);
	int number;

	if (call_given(call, "body") &&
		!(set = store_set_of(desk->store, desk->session, call_id(call, "body"), err)))
		return false;
	gather(call, set, &cut);
	if (!cut.count)
		return err_set(err, ERR_USAGE, "there is no text to cut: recommendation propose");
	struct non_paper_new new = {.session = desk->session,
		.in_set = set,
		.meeting = rows_meeting(call, at),
		.at = at,
		.title = call_text(call, "title"),
		.person = desk->person,
		.texts = cut.texts,
		.count = cut.count};
	call->made = store_non_paper_add(desk->store, &new, &number, err);
	str_addf(&call->reply, "non-paper %d cut: %zu text%s", number, cut.count,
		cut.count == 1 ? "" : "s");
	str_addf(&call->aside, "; recommendation export --non-paper %d prints it", number);
	return call->made != 0;
}

static bool non_paper_list(struct call *call, struct err *err)
{
	size_t count;
	const struct non_paper_row *rows =
		store_non_papers(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		str_addf(&call->output, "%d\t%lld text%s\t%s\n", rows[i].number,
			(long long)rows[i].texts, rows[i].texts == 1 ? "" : "s",
			rows[i].title ? rows[i].title : "");
	if (!count)
		str_add(&call->reply, "no non-paper was cut");
	return store_reads_good(call->desk->store, err);
}

/* --- exporting --- */

static bool read_wanted(struct call *call, struct texts_wanted *wanted, struct err *err)
{
	static const char *const views[TEXTS_VIEWS] = {[TEXTS_PROPOSED] = "proposed",
		[TEXTS_MARKED] = "marked",
		[TEXTS_AMENDED] = "amended",
		[TEXTS_CLEAN] = "clean",
		[TEXTS_FINAL] = "final",
		[TEXTS_PROJECTED] = "projected"};
	int number = (int)call_id(call, "non-paper");
	const char *view = call_text(call, "as");

	*wanted = (struct texts_wanted){.view = number ? TEXTS_PROJECTED : TEXTS_CLEAN,
		.recommendation = call_id(call, "recommendation"),
		.lines = call_given(call, "lines")};
	for (int i = 0; view && i < TEXTS_VIEWS; i++)
		if (strcmp(view, views[i]) == 0)
			wanted->view = (enum texts_view)i;
	if (!call_given(call, "non-paper"))
		return true;
	wanted->non_paper = store_non_paper_find(call->desk->store, call->desk->session, number);
	if (!wanted->non_paper)
		return err_set(err, ERR_USAGE, "there is no non-paper %d: non-paper list", number);
	return wanted->view == TEXTS_PROJECTED || wanted->view == TEXTS_CLEAN ||
	       err_set(err, ERR_USAGE, "a non-paper is kept as projected and as clean");
}

static bool recommendation_export(struct call *call, struct err *err)
{
	struct texts_wanted wanted;
	struct document document;
	bool good;

	store_reads_begin(call->desk->store);
	if (!read_wanted(call, &wanted, err))
		return false;
	document_init(&document);
	report_texts(call->desk->store, call->desk->session, desk_template(call->desk), &wanted,
		&document);
	good = rows_put_page(call, &document, err);
	document_clear(&document);
	return good;
}

const struct command non_paper_commands[] = {
	{.name = "non-paper cut",
		.keys = "N",
		.help = "Keep all texts as they are and as projected, to be circulated",
		.form = true,
		.where = IN_RECOMMENDATIONS | IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"title", ARG_LINE, .prompt = "Title, if any"},
			{"body", ARG_BODY, .option = true, .prompt = "Only of this body"}},
		.run = non_paper_cut},
	{.name = "non-paper list",
		.help = "List the non-papers that were cut",
		.needs = NEED_SESSION,
		.effect = EFFECT_LOOKS,
		.run = non_paper_list},
	{.name = "recommendation export",
		.keys = "X",
		.help = "Print the texts as proposed, marked, amended, clean, final or projected",
		.form = true,
		.where = IN_RECOMMENDATIONS | IN_TEXT,
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.params =
			{
				{"recommendation", ARG_RECOMMENDATION,
					.prompt = "Recommendation; without one all"},
				{"as", ARG_CHOICE, .option = true, .prompt = "In which form",
					.choices = "proposed marked amended clean final projected"},
				{"non-paper", ARG_NUMBER, .option = true,
					.prompt = "As in the non-paper of this number"},
				{"lines", ARG_FLAG, .option = true,
					.prompt = "With the numbers of lines"},
				{"file", ARG_FILE, .option = true,
					.prompt = "File; without one it is shown"},
				PARAM_PAGE_FORMAT,
				PARAM_ANYWAY_FILE,
			},
		.run = recommendation_export},
	{0}};
