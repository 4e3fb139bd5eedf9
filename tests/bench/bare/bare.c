/* SPDX-License-Identifier: MIT */
/*
 * The bare loop that rapporteur is measured against: ncursesw and SQLite and
 * nothing else. It shows a page of a table; Down moves the cursor, n saves a row
 * durably and shows it, q ends. What a program of our kind takes more than this
 * is its own doing.
 */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <ncurses.h>
#include <sqlite3.h>

enum { LINES_MOST = 100, LINE_BYTES = 400 };

struct bare {
	sqlite3 *db;
	sqlite3_stmt *page, *insert;
	char lines[LINES_MOST][LINE_BYTES];
	int count, cursor, rows;
	long long top;
};

static int prepare(struct bare *b, const char *path)
{
	return sqlite3_open(path, &b->db) == SQLITE_OK &&
	       sqlite3_exec(b->db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", 0, 0, 0) ==
		       SQLITE_OK &&
	       sqlite3_prepare_v2(b->db,
		       "SELECT id, name, text FROM statement WHERE id >= ?1 ORDER BY id"
		       " LIMIT 100",
		       -1, &b->page, 0) == SQLITE_OK &&
	       sqlite3_prepare_v2(b->db,
		       "INSERT INTO statement(name, at, text) VALUES('Canada', 0,"
		       " 'asked for model legislation')",
		       -1, &b->insert, 0) == SQLITE_OK;
}

static void load(struct bare *b)
{
	sqlite3_bind_int64(b->page, 1, b->top);
	for (b->count = 0; b->count < b->rows && sqlite3_step(b->page) == SQLITE_ROW; b->count++)
		snprintf(b->lines[b->count], LINE_BYTES, "%6lld  %-20s  %s",
			sqlite3_column_int64(b->page, 0),
			(const char *)sqlite3_column_text(b->page, 1),
			(const char *)sqlite3_column_text(b->page, 2));
	sqlite3_reset(b->page);
}

static void draw_line(const struct bare *b, int i)
{
	if (i == b->cursor)
		attron(A_REVERSE);
	mvaddnstr(i, 0, i < b->count ? b->lines[i] : "", COLS);
	clrtoeol();
	attroff(A_REVERSE);
}

static void draw(const struct bare *b, const char *message)
{
	for (int i = 0; i < b->rows; i++)
		draw_line(b, i);
	mvprintw(b->rows, 0, "bare  %s", message);
	clrtoeol();
	move(b->cursor, 0);
	refresh();
}

static void down(struct bare *b)
{
	int old = b->cursor;

	if (b->cursor + 1 == b->count) {
		b->top++;
		load(b);
		draw(b, "ready");
		return;
	}
	b->cursor++;
	draw_line(b, old);
	draw_line(b, b->cursor);
	move(b->cursor, 0);
	refresh();
}

static void save(struct bare *b)
{
	char message[40];

	sqlite3_step(b->insert);
	sqlite3_reset(b->insert);
	snprintf(
		message, sizeof message, "saved %lld", (long long)sqlite3_last_insert_rowid(b->db));
	load(b);
	draw(b, message);
}

int main(int argc, char **argv)
{
	static struct bare b;
	int key;

	setlocale(LC_ALL, "");
	if (argc < 2 || !prepare(&b, argv[1]))
		return 1;
	initscr();
	raw();
	noecho();
	keypad(stdscr, 1);
	set_escdelay(25);
	b.rows = LINES - 1 < LINES_MOST ? LINES - 1 : LINES_MOST;
	b.top = 1;
	load(&b);
	draw(&b, "ready");
	while ((key = getch()) != 'q')
		if (key == KEY_DOWN)
			down(&b);
		else if (key == 'n')
			save(&b);
	endwin();
	return 0;
}
