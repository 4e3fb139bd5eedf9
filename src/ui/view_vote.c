/* SPDX-License-Identifier: MIT */
/*
 * A vote on a recommendation, or on an amendment to it, at the bottom of the screen: totals
 * of a show of hands, or the roll of those who may vote, each with one key; who does not
 * answer is absent. The sum and what comes of it stand below. Nothing is recorded before
 * Enter; then it is one command, recommendation adopt or amendment accept.
 */
#include "app_inside.h"
#include "command/attendance.h"
#include "list.h"
#include "model/alternative.h"
#include "model/negotiation.h"
#include "model/vote.h"
#include "panel.h"
#include "show.h"
#include "store/amendment.h"
#include "store/presence.h"
#include "store/recommendation.h"
#include "views.h"
#include "writing.h"

enum { TOTALS = 3, HEAD = 1, FOOT = 2, MARK = 13, DIGITS = 3 };

/* Who votes, and how. */
struct voter {
	int64_t id;
	const char *name; /* as in lists */
	bool voted;       /* or is marked as absent */
	enum vote_choice choice;
};

struct ballot_paper {
	struct arena arena;
	struct vote_on on;
	struct recommendation_row row;
	struct amendment_row amendment; /* id 0: it is on the text */
	struct voter *voters;
	size_t count;
	struct list list;
	bool counted;           /* those who are here: attendance is kept */
	bool roll;              /* else totals are typed */
	int totals[TOTALS], at; /* the field with the cursor */
	enum vote_majority majority;
	bool told; /* the majority was chosen here */
};

static void vote_init(void *state, struct app *app, const void *argument)
{
	struct ballot_paper *s = state;

	arena_init(&s->arena);
	s->on = *(const struct vote_on *)argument;
	s->majority = desk_rules(app_desk(app))->two_thirds ? VOTE_TWO_THIRDS : VOTE_SIMPLE;
}

static void vote_clear(void *state)
{
	arena_clear(&((struct ballot_paper *)state)->arena);
}

/* --- who votes --- */

static bool parties_known(const struct attendance *all)
{
	for (size_t i = 0; i < all->count; i++)
		if (vote_right(all->rows[i].kind, all->rows[i].status, true) == VOTE_MAY)
			return true;
	return false;
}

/* How it voted so far, by the roll that was read before. */
static void carry(const struct voter *before, size_t count, struct voter *voter)
{
	for (size_t i = 0; i < count; i++)
		if (before[i].id == voter->id) {
			voter->voted = before[i].voted;
			voter->choice = before[i].choice;
		}
}

static void read_voters(struct ballot_paper *s, struct app *app, struct arena *arena)
{
	struct meeting_row meeting;
	struct attendance all;
	const struct voter *before = s->voters;
	size_t count = s->count;
	int64_t id = store_meeting_open_now(app_store(app), app_session(app), arena, &meeting)
			     ? meeting.id
			     : 0;

	attendance_load(app_desk(app), id, arena, &all);
	s->counted = id && store_presence_taken(app_store(app), app_session(app), id);
	s->voters = arena_alloc(arena, (all.count + 1) * sizeof *s->voters);
	s->count = 0;
	bool parties = parties_known(&all);
	for (size_t i = 0; i < all.count; i++) {
		const struct participant_row *row = &all.rows[i];
		struct voter voter = {.id = row->id, .name = arena_strdup(arena, row->list_name)};
		carry(before, count, &voter);
		if (vote_right(row->kind, row->status, parties) == VOTE_MAY &&
			(voter.voted || !s->counted || all.here[i]))
			s->voters[s->count++] = voter;
	}
}

static void vote_load(void *state, struct app *app, const struct frame *frame)
{
	struct ballot_paper *s = state;
	struct arena arena, old = s->arena;

	arena_init(&arena);
	store_recommendation(app_store(app), s->on.recommendation, &arena, &s->row);
	s->amendment = (struct amendment_row){0};
	store_amendment(app_store(app), s->on.amendment, &arena, &s->amendment);
	read_voters(s, app, &arena);
	arena_clear(&old);
	s->arena = arena;
	int rows =
		panel_rows(frame->rows, HEAD + FOOT + (s->roll ? (int)s->count : 1)) - HEAD - FOOT;
	list_fit(&s->list, s->count, rows > 1 ? rows : 1);
}

/* --- the sum --- */

static struct vote_count count_of(const struct ballot_paper *s)
{
	struct vote_count count = {s->totals[0], s->totals[1], s->totals[2]};

	if (!s->roll)
		return count;
	count = (struct vote_count){0};
	for (size_t i = 0; i < s->count; i++) {
		if (!s->voters[i].voted)
			continue;
		count.in_favour += s->voters[i].choice == VOTE_IN_FAVOUR;
		count.against += s->voters[i].choice == VOTE_AGAINST;
		count.abstaining += s->voters[i].choice == VOTE_ABSTAINING;
	}
	return count;
}

static int absent_of(const struct ballot_paper *s)
{
	int absent = 0;

	for (size_t i = 0; i < s->count; i++)
		absent += s->voters[i].voted && s->voters[i].choice == VOTE_ABSENT;
	return absent;
}

static bool is_empty(const struct vote_count *count)
{
	return count->in_favour + count->against + count->abstaining == 0;
}

/* --- drawing --- */

/* "r1 (a)", "a3 Norway". */
static void say_subject(const struct ballot_paper *s, const struct app *app, struct str *out)
{
	if (s->amendment.id) {
		str_addf(out, "a%d %s", s->amendment.number,
			show_covered(app, s->amendment.proposer_name));
		return;
	}
	str_addf(out, "r%d ", s->row.number);
	alternative_label(s->row.letter, s->row.alternative, false, out);
}

static void say_words(const struct ballot_paper *s, const struct app *app, struct str *out)
{
	const struct amendment_row *row = &s->amendment;
	struct str change;

	str_init(&change);
	if (row->id)
		negotiation_say_amendment(row->kind, row->base_text, row->text, &change);
	str_add(out, show_covered(app, row->id ? change.text : s->row.text));
	for (char *c = out->text; *c; c++)
		if (*c == '\n' || *c == '\t')
			*c = ' ';
	str_clear(&change);
}

static void draw_head(const struct ballot_paper *s, const struct app *app, const struct area *area)
{
	struct str label, text;

	str_init(&text);
	say_words(s, app, &text);
	str_init(&label);
	say_subject(s, app, &label);
	area_text(area, 0, 1, STYLE_FAINT, s->roll ? "RECORDED VOTE" : "SHOW OF HANDS");
	int column = area_text(area, 0, 16, STYLE_STRONG, label.text);
	area_cut(area, 0, column + 2, area->columns - column - 3, STYLE_TEXT, text.text);
	str_clear(&label);
	str_clear(&text);
}

static void draw_totals(const struct ballot_paper *s, const struct area *area, int row)
{
	static const char *const names[TOTALS] = {"In favour", "Against", "Abstaining"};
	int column = 1;

	for (int i = 0; i < TOTALS; i++) {
		column = area_text(area, row, column, STYLE_TEXT, names[i]) + 1;
		area_textf(area, row, column, STYLE_FIELD, "%*d", DIGITS, s->totals[i]);
		if (i == s->at)
			area_cursor(area, row, column + DIGITS - 1, true);
		column += DIGITS + 3;
	}
}

static enum style style_of(const struct voter *voter)
{
	if (!voter->voted)
		return STYLE_FAINT;
	return voter->choice == VOTE_IN_FAVOUR ? STYLE_GOOD
	       : voter->choice == VOTE_AGAINST ? STYLE_WARN
					       : STYLE_TEXT;
}

static void draw_voter(
	const struct app *app, const struct area *area, int row, const struct voter *voter)
{
	static const char *const marks[] = {"y in favour", "n against", "a abstains", "x absent"};

	area_text(area, row, 1, style_of(voter), voter->voted ? marks[voter->choice] : "·");
	area_cut(area, row, MARK, area->columns - MARK - 1,
		voter->voted ? STYLE_STRONG : STYLE_TEXT, show_covered(app, voter->name));
}

static void draw_roll(const struct ballot_paper *s, const struct app *app, const struct area *area)
{
	for (size_t i = 0; i < s->list.count; i++) {
		int row = list_row(&s->list, i);
		if (row >= 0 && row < area->rows)
			draw_voter(app, area, row, &s->voters[i]);
	}
	if (s->count == 0)
		area_text(area, 0, 1, STYLE_FAINT, "nobody who may vote is here");
	list_mark(&s->list, area, true);
}

static void draw_sum(const struct ballot_paper *s, const struct area *area, int row)
{
	const struct vote_count count = count_of(s);
	struct str text;

	str_init(&text);
	vote_say_count(&count, &text);
	if (s->roll)
		str_addf(&text, " · %d of %zu have voted",
			count.in_favour + count.against + count.abstaining, s->count);
	if (s->roll && absent_of(s))
		str_addf(&text, " · %d absent", absent_of(s));
	area_cut(area, row, 1, area->columns - 2, STYLE_TEXT, text.text);
	str_clear(&text);
}

static void draw_outcome(const struct ballot_paper *s, const struct area *area, int row)
{
	const struct vote_count count = count_of(s);
	bool carried = vote_carried(s->majority, &count);
	struct str text;

	str_init(&text);
	if (is_empty(&count)) {
		str_addf(&text, "by %s%s", vote_majority_label(s->majority),
			s->roll && !s->counted ? " · nobody has counted who is here" : "");
	} else if (carried) {
		str_addf(&text, "✓ %s by %s, %d needed", s->amendment.id ? "accepted" : "adopted",
			vote_majority_label(s->majority), vote_needed(s->majority, &count));
	} else {
		str_addf(&text, "✗ not %s: ", s->amendment.id ? "accepted" : "adopted");
		vote_say_why_not(s->majority, &count, &text);
	}
	area_cut(area, row, 1, area->columns - 2,
		is_empty(&count) ? STYLE_FAINT
		: carried        ? STYLE_GOOD
				 : STYLE_BAD,
		text.text);
	str_clear(&text);
}

static void vote_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct ballot_paper *s = state;
	struct area inside = panel_draw(
		area, HEAD + FOOT + (s->roll ? (s->list.rows > 1 ? s->list.rows : 1) : 1));
	int rows = inside.rows - HEAD - FOOT;
	struct area list = area_part(&inside, HEAD, 0, rows, inside.columns);

	(void)frame;
	draw_head(s, app, &inside);
	if (s->roll)
		draw_roll(s, app, &list);
	else
		draw_totals(s, &inside, HEAD);
	draw_sum(s, &inside, inside.rows - FOOT);
	draw_outcome(s, &inside, inside.rows - 1);
}

/* --- recording --- */

static const char *names_of(
	const struct ballot_paper *s, enum vote_choice choice, struct arena *arena)
{
	const char *names = NULL;

	for (size_t i = 0; i < s->count; i++)
		if (s->voters[i].voted && s->voters[i].choice == choice)
			names = names ? arena_printf(arena, "%s, %s", names, s->voters[i].name)
				      : s->voters[i].name;
	return names;
}

static void recorded(struct app *app, const struct call *call, void *context)
{
	(void)call;
	app_leave(app, context);
}

static void record(struct ballot_paper *s, struct app *app)
{
	static const char *const totals[] = {"in-favour", "against", "abstaining"};
	static const char *const lists[] = {"yes", "no", "abstained"};
	const struct vote_count count = count_of(s);
	struct words words = {.command = command_find(s->on.amendment ? "amendment accept"
								      : "recommendation adopt")};
	struct arena arena;

	if (is_empty(&count)) {
		app_say(app, TONE_BAD, "nobody has voted yet");
		return;
	}
	arena_init(&arena);
	if (s->on.amendment) {
		writing_put(&words, "amendment", arena_printf(&arena, "a%d", s->amendment.number));
	} else {
		writing_put(&words, "recommendation", arena_printf(&arena, "r%d", s->row.number));
		writing_put(&words, "form", s->roll ? "vote" : "show-of-hands");
	}
	if (s->told)
		writing_put(
			&words, "majority", s->majority == VOTE_SIMPLE ? "simple" : "two-thirds");
	for (int i = 0; i < TOTALS; i++) {
		if (s->roll)
			writing_put(&words, lists[i], names_of(s, (enum vote_choice)i, &arena));
		else
			writing_put(&words, totals[i], arena_printf(&arena, "%d", s->totals[i]));
	}
	if (s->roll)
		writing_put(&words, "absent", names_of(s, VOTE_ABSENT, &arena));
	app_run(app, &words, recorded, s);
	arena_clear(&arena);
}

/* --- keys --- */

static void toggle_majority(struct ballot_paper *s)
{
	s->majority = s->majority == VOTE_SIMPLE ? VOTE_TWO_THIRDS : VOTE_SIMPLE;
	s->told = true;
}

static bool totals_key(struct ballot_paper *s, struct app *app, const struct key *key)
{
	uint32_t letter = key_letter(key);
	int *total = &s->totals[s->at];

	if (letter >= '0' && letter <= '9' && *total < 100)
		*total = *total * 10 + (int)(letter - '0');
	else if (key->code == KEY_BACKSPACE)
		*total /= 10;
	else if (key->code == KEY_LEFT || key->code == KEY_UP)
		s->at = (s->at + TOTALS - 1) % TOTALS;
	else if (key->code == KEY_RIGHT || key->code == KEY_DOWN || letter == ' ')
		s->at = (s->at + 1) % TOTALS;
	else if (key->code == KEY_ENTER && s->at + 1 < TOTALS)
		s->at++;
	else if (key->code == KEY_ENTER)
		record(s, app);
	else
		return false;
	return true;
}

static void cast(struct ballot_paper *s, bool voted, enum vote_choice choice)
{
	if (s->count == 0)
		return;
	struct voter *voter = &s->voters[s->list.selected];
	voter->voted = voted;
	voter->choice = choice;
	if (s->list.selected + 1 < s->count)
		list_select(&s->list, s->list.selected + 1);
}

/* To the next name with this capital. */
static void jump(struct ballot_paper *s, uint32_t capital)
{
	for (size_t i = 1; i <= s->count; i++) {
		size_t at = (s->list.selected + i) % s->count;
		if ((uint32_t)(unsigned char)s->voters[at].name[0] == capital) {
			list_select(&s->list, at);
			return;
		}
	}
}

static bool roll_key(struct ballot_paper *s, struct app *app, const struct key *key)
{
	uint32_t letter = key_letter(key);

	if (letter == 'y' || letter == 'n' || letter == 'a' || letter == 'x')
		cast(s, true,
			letter == 'y'   ? VOTE_IN_FAVOUR
			: letter == 'n' ? VOTE_AGAINST
			: letter == 'a' ? VOTE_ABSTAINING
					: VOTE_ABSENT);
	else if (letter == ' ')
		cast(s, false, VOTE_ABSENT);
	else if (letter >= 'A' && letter <= 'Z')
		jump(s, letter);
	else if (key->code == KEY_ENTER)
		record(s, app);
	else
		return list_key(&s->list, key);
	return true;
}

static bool vote_key(void *state, struct app *app, const struct key *key)
{
	struct ballot_paper *s = state;

	if (key_leaves(key)) {
		app_leave(app, state);
	} else if (key->code == KEY_TAB) {
		s->roll = !s->roll;
		app_reload(app);
	} else if (key_letter(key) == '=') {
		toggle_majority(s);
	} else {
		return s->roll ? roll_key(s, app, key) : totals_key(s, app, key);
	}
	return true;
}

static const char *vote_hints(const void *state, const struct app *app)
{
	(void)app;
	return ((const struct ballot_paper *)state)->roll
		       ? "y n a vote  x absent  Space none  A–Z go  = majority  Enter record  Tab totals"
		       : "0–9 Enter next, then record  Tab roll by name  = majority  Esc leave";
}

static bool vote_typing(const void *state)
{
	(void)state;
	return true;
}

const struct view_ops view_vote = {
	.name = "vote",
	.title = "Vote",
	.overlay = true,
	.size = sizeof(struct ballot_paper),
	.init = vote_init,
	.clear = vote_clear,
	.load = vote_load,
	.draw = vote_draw,
	.key = vote_key,
	.hints = vote_hints,
	.typing = vote_typing,
};
