/* SPDX-License-Identifier: MIT */
/*
 * The cursor of the Report. It stops at paragraphs and entries of lists; what is between
 * them, and what is longer than the screen, is scrolled by the line, so that nothing is
 * passed unread. The keys that page take the cursor along.
 *
 * What there is to say of a paragraph stands in words in the blank line above it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command/command.h"
#include "model/sources.h"
#include "report.h"

enum { MARGIN = 7 /* of the text beside its label */ };

const struct layout_stop *report_stop(const struct report_view *view)
{
	return view->shown && view->stop < view->shown->stop_count ? &view->shown->stops[view->stop]
								   : NULL;
}

void report_tell(struct report_view *view)
{
	const struct layout_stop *stop = report_stop(view);

	/* A part that was issued is as it was. */
	bool edited = stop && view->mode != MODE_ISSUED;

	view->desk->selected.paragraph = edited ? stop->paragraph : NULL;
	view->desk->selected.next_part = view->mode == MODE_NEXT;
	view->desk->selected.part = view->mode == MODE_ISSUED ? (int)view->part : 0;
}

/* As much of the stop as there is room for, its beginning first. */
static void settle(struct report_view *view)
{
	const struct layout_stop *stop = report_stop(view);
	size_t rows = (size_t)(view->rows > 0 ? view->rows : 1);

	if (!stop)
		return;
	if (stop->end > view->top + rows)
		view->top = stop->end - rows;
	if (stop->from < view->top)
		view->top = stop->from;
	flow_fit(&view->shown->flow, view->rows, &view->top);
}

void report_select(struct report_view *view, size_t stop)
{
	if (view->shown && stop < view->shown->stop_count) {
		view->stop = stop;
		settle(view);
	}
	report_tell(view);
	report_side_follow(view);
}

/* The first stop that begins in sight, else the one that all of the screen is of. */
static size_t stop_in_sight(const struct report_view *view)
{
	const struct layout *shown = view->shown;
	size_t stop = layout_stop_at(shown, view->top);

	if (stop + 1 < shown->stop_count && shown->stops[stop].line < view->top &&
		shown->stops[stop + 1].end <= view->top + (size_t)view->rows)
		stop++;
	if (stop == shown->stop_count && stop > 0)
		stop--;
	return stop;
}

void report_show_line(struct report_view *view, size_t line)
{
	size_t stop = layout_stop_at(view->shown, line);

	report_go_to_line(view, line);
	if (stop < view->shown->stop_count)
		report_select(view, stop);
}

void report_go(struct report_view *view, const char *paragraph)
{
	free(view->go);
	view->go = mem_strdup(paragraph);
}

void report_arrive(struct report_view *view, const struct layout *other)
{
	size_t wanted = view->go ? layout_stop_of(view->shown, view->go) : view->shown->stop_count;

	if (other)
		view->stop = layout_stop_carry(view->shown, other, view->stop);
	if (wanted < view->shown->stop_count) {
		report_select(view, wanted);
		free(view->go);
		view->go = NULL;
	}
	report_tell(view);
}

/* --- keys --- */

static bool scroll(struct report_view *view, bool down)
{
	size_t end = flow_end_top(&view->shown->flow, view->rows);

	if (down ? view->top >= end : view->top == 0)
		return false;
	view->top += down ? 1 : (size_t)-1;
	return true;
}

static void step(struct report_view *view, bool down)
{
	const struct layout *shown = view->shown;
	size_t rows = (size_t)view->rows, end = view->top + rows;
	const struct layout_stop *here = report_stop(view);
	bool last = down ? view->stop + 1 >= shown->stop_count : view->stop == 0;
	const struct layout_stop *next = !here || last ? NULL : here + (down ? 1 : -1);

	bool more = here && (down ? here->end > end : here->from < view->top);
	bool near = next && (down ? next->line < end + rows / 2 : next->end + rows / 2 > view->top);
	if (next && near && !more)
		report_select(view, down ? view->stop + 1 : view->stop - 1);
	else
		scroll(view, down);
}

/* The next one that there is something to say of. */
static void step_to_mark(struct report_view *view, bool down)
{
	size_t count = view->shown->stop_count;
	struct str words;

	str_init(&words);
	for (size_t i = view->stop; down ? i + 1 < count : i > 0;) {
		i += down ? 1 : (size_t)-1;
		report_say_mark(&view->shown->stops[i], false, &words);
		if (words.length) {
			report_select(view, i);
			break;
		}
	}
	str_clear(&words);
}

bool report_cursor_key(struct report_view *view, const struct key *key)
{
	uint32_t letter = key_letter(key);
	size_t count = view->shown->stop_count;

	if (key->code == KEY_DOWN || letter == 'j' || key->code == KEY_UP || letter == 'k') {
		step(view, key->code == KEY_DOWN || letter == 'j');
	} else if (letter == 'n' || letter == 'N') {
		step_to_mark(view, letter == 'n');
	} else if (flow_key(&view->shown->flow, key, view->rows, &view->top)) {
		view->stop = key->code == KEY_END && count ? count - 1
			     : key->code == KEY_HOME       ? 0
							   : stop_in_sight(view);
	} else {
		return false;
	}
	report_tell(view);
	report_side_follow(view);
	return true;
}

/* --- what there is to say of a paragraph --- */

static void add(struct str *out, const char *words)
{
	str_addf(out, "%s%s", out->length ? " · " : "", words);
}

static void say_touch(const struct report_touch *touch, struct str *out)
{
	if (touch->changed)
		add(out, "source changed");
	if (touch->gone)
		add(out, "source gone");
	if (touch->twice)
		add(out, "edited for two parts");
	if (touch->proposals)
		add(out, touch->proposals == 1 ? "an edit came back" : "edits came back");
	if (touch->adopted)
		add(out, "adopted");
}

static void say_sources(const char *text, struct str *out)
{
	static const struct {
		char kind;
		const char *one, *many;
	} kinds[] = {{'s', "statement", "statements"}, {'p', "point", "points"},
		{'n', "conclusion", "conclusions"}, {'r', "recommendation", "recommendations"},
		{'a', "amendment", "amendments"}, {'d', "document", "documents"},
		{'f', "follow-up", "follow-ups"}, {'m', "meeting", "meetings"}};
	struct sources sources;
	const char *between = "from ";

	sources_init(&sources);
	sources_parse(&sources, text);
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		size_t count = sources_count(&sources, kinds[i].kind);
		if (!count)
			continue;
		str_addf(out, "%s%s%zu %s", out->length && *between == 'f' ? " · " : "", between,
			count, count == 1 ? kinds[i].one : kinds[i].many);
		between = ", ";
	}
	sources_clear(&sources);
}

bool report_say_mark(const struct layout_stop *stop, bool whole, struct str *out)
{
	const struct report_touch *touch = stop->touch;

	str_reset(out);
	if (!stop->paragraph)
		return false;
	if (stop->left_out)
		add(out, "left out");
	else if (touch && touch->written)
		add(out, touch->text ? "written" : "new");
	else if (touch && touch->text)
		add(out, "yours");
	else if (stop->node->missing)
		add(out, "to be supplied");
	else if (whole && !stop->printed)
		add(out, "generated");
	if (touch)
		say_touch(touch, out);
	if (stop->missing && !stop->node->missing && !touch)
		add(out, "something is missing");
	if (touch && out->length)
		add(out, stop->paragraph);
	if (whole && stop->node->sources)
		say_sources(stop->node->sources, out);
	return stop->missing ||
	       (touch && (touch->changed || touch->gone || touch->twice || touch->proposals));
}

/* --- drawing --- */

/* How many a quantifier stands for: beside the paragraph and never in it. */
static void say_voices(
	const struct report_view *view, const struct layout_stop *stop, struct str *out)
{
	const struct report_voices *voices =
		view->report ? report_voices_of(view->report, stop->node) : NULL;
	struct str count;

	if (!voices)
		return;
	str_init(&count);
	str_addf(&count, "%lld of %lld who spoke%s", (long long)voices->said,
		(long long)voices->spoke, out->length ? " · " : "");
	str_insert(out, 0, count.text, count.length);
	str_clear(&count);
}

static void draw_mark(const struct report_view *view, const struct layout_stop *stop,
	const struct area *area, int row)
{
	struct str words;

	str_init(&words);
	bool wanting = report_say_mark(stop, stop == report_stop(view), &words);
	if (stop == report_stop(view))
		say_voices(view, stop, &words);
	area_text(area, row, 1 + MARGIN, wanting ? STYLE_WARN : STYLE_FAINT, words.text);
	str_clear(&words);
}

void report_lines_draw(const struct report_view *view, const struct area *area, size_t line)
{
	const struct layout *shown = view->shown;
	struct area text = area_part(area, 0, 1, area->rows, area->columns - 1);
	size_t end = line + (size_t)area->rows;

	flow_draw(&shown->flow, &text, line);
	for (size_t i = layout_stop_at(shown, line);
		i < shown->stop_count && shown->stops[i].from < end; i++) {
		const struct layout_stop *stop = &shown->stops[i];
		if (stop->line > stop->from && stop->from >= line)
			draw_mark(view, stop, area, (int)(stop->from - line));
		for (size_t at = stop->line; i == view->stop && at < stop->end; at++)
			if (at >= line && at < end)
				area_text(area, (int)(at - line), 0, STYLE_ACCENT, "▌");
	}
	const struct layout_stop *stop = report_stop(view);
	bool seen = stop && stop->line >= line && stop->line < end;
	if (!view->in_side)
		area_cursor(area, seen ? (int)(stop->line - line) : 0, 0, false);
}
