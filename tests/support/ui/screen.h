/* SPDX-License-Identifier: MIT */
/* The full screen in a fresh session of the example agenda, without a terminal:
 * keys in, cells out. */
#ifndef SUPPORT_UI_SCREEN_H
#define SUPPORT_UI_SCREEN_H

#include "support/command/fixture.h"
#include "ui/app.h"
#include "ui/canvas.h"

struct screen {
	struct fixture fixture;
	struct app *app;
	struct canvas canvas;
	struct str text; /* what was drawn last, as lines */
};

void screen_open(struct screen *screen, int rows, int columns);
/* The same at 80x24, in a meeting that has taken up item 2. */
void screen_open_on_item_2(struct screen *screen);
void screen_close(struct screen *screen);
void screen_resize(struct screen *screen, int rows, int columns);

/* Keys by their names, separated by blanks: "j j Enter Ctrl-X". Draws after each. */
void screen_keys(struct screen *screen, const char *keys);
/* A key for each character. */
void screen_type(struct screen *screen, const char *text);
void screen_paste(struct screen *screen, const char *text);
/* Runs a line of a script beside the screen, as another program would. */
void screen_do(struct screen *screen, const char *line);
/* Lets all work of slices be done. */
void screen_work(struct screen *screen);
/* Draws; the text of it, borrowed until the next draw. */
const char *screen_draw(struct screen *screen);

/* Fail, with the screen, unless the text is on it, or if it is. */
void screen_shows(struct screen *screen, const char *text);
void screen_lacks(struct screen *screen, const char *text);
/* The whole row that the cursor is in, without the blanks around it. */
const char *screen_cursor_row(struct screen *screen);

#endif
