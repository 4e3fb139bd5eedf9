/* SPDX-License-Identifier: MIT */
/*
 * A list and the text of its selected row. It goes by sizes, keys and the journal's
 * sequence alone: what the rows are is the view's business.
 */
#include "app_inside.h"
#include "reader.h"

void reader_init(void *state, struct app *app, const void *argument)
{
	struct reader *reader = state;

	(void)app;
	(void)argument;
	arena_init(&reader->arena);
	flow_init(&reader->text);
}

void reader_clear(void *state)
{
	struct reader *reader = state;

	flow_clear(&reader->text);
	arena_clear(&reader->arena);
}

bool reader_begin(struct reader *reader, struct app *app, const struct frame *frame, int head)
{
	int64_t sequence = store_sequence(app_store(app), app_session(app));
	bool again = !reader->loaded || sequence != reader->sequence;

	reader->panes = panes_make(frame->rows, frame->columns, head, reader->in_text);
	reader->sequence = sequence;
	return again;
}

void reader_begin_text(struct reader *reader, int64_t of)
{
	flow_begin(&reader->text, reader->panes.text_columns - 1);
	if (!of || of != reader->text_of)
		reader->top = 0;
	reader->text_of = of;
}

void reader_draw(const struct reader *reader, const struct area *area)
{
	panes_line(&reader->panes, area);
	panes_draw_text(&reader->panes, area, &reader->text, reader->top, reader->in_text);
}

bool reader_swap(struct reader *reader, struct app *app, const struct key *key)
{
	if (key->code != KEY_ENTER && key->code != KEY_TAB &&
		!(key->code == KEY_ESCAPE && reader->in_text))
		return false;
	reader->in_text = !reader->in_text;
	app_reload(app);
	return true;
}

bool reader_scroll(struct reader *reader, const struct key *key)
{
	return flow_key(&reader->text, key, reader->panes.text_rows, &reader->top);
}
