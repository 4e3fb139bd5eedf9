/* SPDX-License-Identifier: MIT */
/*
 * The picture of the README, man/screen.svg: the running program on a terminal,
 * its cells written as SVG. It is a golden file like others: the test says when
 * the screen no longer looks so, `make accept` takes the picture anew.
 *
 * Lines and blocks are drawn as shapes, since fonts leave gaps between them; text
 * is given the width of its cells, so that it stands where it should in any font.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "support/cli/program.h"
#include "support/e2e/pty.h"
#include "support/exchange/golden.h"

enum { ROWS = 27, COLUMNS = 104 };
enum { HEIGHT = 20, BASE = 15, MARGIN = 14, SYMBOLS = 0x2190 }; /* points, and a code point */

static const double width = 8.4;
static const char ground[] = "#15181c", ink[] = "#d4d7d9";

static const char *colour(int index, const char *otherwise)
{
	static const char *const palette[] = {"#15181c", "#f2777a", "#8fc78a", "#e5c46b", "#7aa6da",
		"#c9a0dc", "#66c8c8", "#d4d7d9"};

	return index >= 0 && index < 16 ? palette[index % 8] : otherwise;
}

static bool same_look(struct pty_look a, struct pty_look b)
{
	return a.bold == b.bold && a.underline == b.underline && a.reverse == b.reverse &&
	       a.foreground == b.foreground && a.background == b.background;
}

static double left_of(int column)
{
	return MARGIN + column * width;
}

static int top_of(int row)
{
	return MARGIN + row * HEIGHT;
}

/* --- what lies below the text --- */

static void add_block(struct str *svg, int row, int from, int to, const char *fill)
{
	str_addf(svg, "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n",
		left_of(from), top_of(row), (to - from) * width, HEIGHT, fill);
}

static void add_underline(struct str *svg, int row, int from, int to)
{
	str_addf(svg, "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"1\" fill=\"%s\"/>\n",
		left_of(from), top_of(row) + HEIGHT - 2, (to - from) * width, ink);
}

static void add_ground(struct str *svg, struct pty *pty, int row)
{
	for (int from = 0, to; from < COLUMNS; from = to) {
		struct pty_look look = pty_look(pty, row, from);
		for (to = from + 1; to < COLUMNS && same_look(look, pty_look(pty, row, to));)
			to++;
		if (look.reverse)
			add_block(svg, row, from, to, colour(look.foreground, ink));
		else if (look.background >= 0)
			add_block(svg, row, from, to, colour(look.background, ground));
		if (look.underline)
			add_underline(svg, row, from, to);
	}
}

/* --- lines --- */

/* Arms of a line's character: left, right, up, down; NULL if it is none. */
static const char *arms_of(uint32_t point)
{
	static const struct {
		uint32_t point;
		const char *arms;
	} lines[] = {{0x2500, "lr"}, {0x2502, "ud"}, {0x252c, "lrd"}, {0x2534, "lru"},
		{0x251c, "udr"}, {0x2524, "udl"}, {0x253c, "lrud"}};

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		if (lines[i].point == point)
			return lines[i].arms;
	return NULL;
}

static void add_arms(struct str *path, int row, int column, const char *arms)
{
	double x = left_of(column), middle = x + width / 2, y = top_of(row) + HEIGHT / 2.0;

	for (; *arms; arms++) {
		if (*arms == 'l' || *arms == 'r')
			str_addf(path, "M%.1f %.1fH%.1f", middle, y, *arms == 'l' ? x : x + width);
		else
			str_addf(path, "M%.1f %.1fV%d", middle, y,
				top_of(row) + (*arms == 'u' ? 0 : HEIGHT));
	}
}

/* --- text --- */

struct run {
	struct str text;
	struct pty_look look;
	int from, to; /* columns */
};

static void add_escaped(struct str *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '&')
			str_add(out, "&amp;");
		else if (*text == '<')
			str_add(out, "&lt;");
		else
			str_addc(out, *text);
	}
}

static void end_run(struct str *svg, struct run *run, int row)
{
	while (run->text.length > 0 && run->text.text[run->text.length - 1] == ' ') {
		str_cut(&run->text, run->text.length - 1);
		run->to--;
	}
	if (run->text.length > 0) {
		str_addf(svg, "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\"%s fill=\"%s\">",
			left_of(run->from), top_of(row) + BASE, (run->to - run->from) * width,
			run->look.bold ? " font-weight=\"bold\"" : "",
			run->look.reverse ? ground : colour(run->look.foreground, ink));
		add_escaped(svg, run->text.text);
		str_add(svg, "</text>\n");
	}
	str_reset(&run->text);
}

/* A run ends where the look changes, at a wide gap and around a symbol, which some
 * other font may have to lend. */
static bool goes_on(const struct run *run, struct pty_look look, const char *cluster, bool symbol)
{
	bool gap = *cluster == ' ' &&
		   (run->text.length == 0 || run->text.text[run->text.length - 1] == ' ');

	return run->text.length > 0 && same_look(run->look, look) && !gap && !symbol;
}

static void add_row(struct str *svg, struct str *path, struct pty *pty, int row)
{
	char *text = mem_strdup(pty_row(pty, row));
	struct run run = {0};
	bool after_symbol = false;
	int column = 0, columns;

	str_init(&run.text);
	for (size_t at = 0, length = strlen(text), bytes; at < length; at += bytes) {
		struct pty_look look = pty_look(pty, row, column);
		uint32_t point;
		utf8_decode(text + at, length - at, &point);
		bytes = utf8_cluster(text + at, length - at, &columns);
		bool symbol = point >= SYMBOLS;
		if (!goes_on(&run, look, text + at, symbol || after_symbol)) {
			end_run(svg, &run, row);
			run.from = run.to = column;
			run.look = look;
		}
		if (arms_of(point))
			add_arms(path, row, column, arms_of(point));
		else if (run.text.length > 0 || text[at] != ' ')
			str_addn(&run.text, text + at, bytes);
		after_symbol = symbol;
		column += columns;
		run.to = column;
	}
	end_run(svg, &run, row);
	str_clear(&run.text);
	free(text);
}

/* --- the whole --- */

static void add_cursor(struct str *svg, struct pty *pty)
{
	int row, column;
	bool shown;

	pty_cursor(pty, &row, &column, &shown);
	if (shown)
		str_addf(svg, "<rect x=\"%.1f\" y=\"%d\" width=\"2\" height=\"%d\" fill=\"%s\"/>\n",
			left_of(column), top_of(row) + 2, HEIGHT - 4, ink);
}

static void add_picture(struct str *svg, struct pty *pty)
{
	double right = COLUMNS * width + 2 * MARGIN;
	int bottom = ROWS * HEIGHT + 2 * MARGIN;
	struct str path;

	str_init(&path);
	str_addf(svg,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%d\""
		" viewBox=\"0 0 %.0f %d\" font-family=\"ui-monospace, SFMono-Regular, Menlo,"
		" Consolas, DejaVu Sans Mono, monospace\" font-size=\"14\">\n"
		"<title>rapporteur, the Room</title>\n"
		"<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"%s\"/>\n",
		right, bottom, right, bottom, ground);
	for (int row = 0; row < ROWS; row++) {
		add_ground(svg, pty, row);
		add_row(svg, &path, pty, row);
	}
	str_addf(svg, "<path d=\"%s\" stroke=\"#7d848a\" fill=\"none\"/>\n", path.text);
	add_cursor(svg, pty);
	str_add(svg, "</svg>\n");
	str_clear(&path);
}

static void the_picture_in_the_readme_is_what_the_screen_shows(void **state)
{
	const char *const environment[] = {"NO_COLOR", NULL};
	const struct pty_options options = {
		.rows = ROWS, .columns = COLUMNS, .environment = environment};
	struct program program;
	struct str svg;

	(void)state;
	program_begin(&program);
	const char *db = program_path(&program, "picture.db");
	program_does(&program, "--db", db, "do", "agenda", "load", EXAMPLE_AGENDA, NULL);
	program_does(&program, "--db", db, "do", "-f", "tests/e2e/picture/script", NULL);

	const char *const argv[] = {
		getenv("RAPPORTEUR"), "--db", db, "--at", "2012-10-17T15:42", NULL};
	struct pty *pty = pty_start(&options, argv);
	assert_true(pty_until(pty, "Canada"));
	pty_keys(pty, "Enter");
	assert_true(pty_until(pty, "Esc save"));
	pty_type(pty, "national strategies need a budget of their own\nwould share its");
	assert_true(pty_until(pty, "would share its"));

	str_init(&svg);
	add_picture(&svg, pty);
	golden_compare("man/screen.svg", svg.text);
	str_clear(&svg);

	pty_keys(pty, "Escape");
	assert_true(pty_until_gone(pty, "Esc save"));
	pty_keys(pty, "Ctrl-Q");
	assert_int_equal(pty_wait(pty), 0);
	pty_free(pty);
	program_end(&program);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_picture_in_the_readme_is_what_the_screen_shows),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
