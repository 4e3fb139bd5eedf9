/* SPDX-License-Identifier: MIT */
/*
 * Markdown to paragraphs, line by line: as CommonMark has it for headings, lists, quotes
 * and code, with tables of pipes, notes, and what people write who only half know it:
 * tables of tabs, "(a)" at the beginning of a line, items that are indented by two.
 *
 * A paragraph is gathered until something else begins. Numbers of a list are as they
 * are written, save where one is written again and again ("1.", "1.", "1."): then they are
 * counted, as a browser would. Indented code is not known: people indent.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "md_inline.h"
#include "md_lines.h"
#include "reading_build.h"
#include "reading_label.h"

enum { LISTS_MAX = 32 };

struct list {
	int marker, content; /* columns where its marker stands, and its text */
	char kind;
	int first, last; /* numbers */
};

struct markdown {
	struct reading *reading;
	char *text;
	char **lines;
	bool *of_page;
	size_t count, at; /* the line at hand */
	struct list lists[LISTS_MAX];
	int list_count;
	struct str gathered; /* the paragraph, its lines ended by line feeds */
	struct str number;
	struct reading_paragraph like;
	size_t first;     /* line of the paragraph */
	size_t last_text; /* the last line that was not empty, and one more */
	int table, row;   /* that goes on */
	bool tabbed;      /* it is one of tabs */
};

/* --- lines --- */

static void cut_lines(struct markdown *md, const char *bytes, size_t length)
{
	size_t room = 0;

	md->text = mem_strndup(bytes, length);
	for (size_t at = 0; at < length;) {
		size_t end = at + strcspn(md->text + at, "\r\n");
		size_t next = end + 1;
		next += md->text[end] == '\r' && md->text[end + 1] == '\n';
		md->text[end] = '\0';
		md->lines = mem_grow(md->lines, &room, md->count + 1, sizeof(*md->lines));
		md->lines[md->count++] = md->text + at;
		at = next;
	}
	md->of_page = mem_alloc(md->count * sizeof(*md->of_page));
	reading_mark_pages((const char *const *)md->lines, md->count, md->of_page);
}

/* --- paragraphs --- */

/* Says where the paragraphs stand that were appended since there were `count`. */
static void place(struct markdown *md, size_t count, size_t first, size_t last)
{
	for (size_t i = count; i < md->reading->count; i++) {
		struct reading_paragraph *paragraph = &md->reading->paragraphs[i];
		if (paragraph->line == 0) {
			paragraph->line = (int)first + 1;
			paragraph->last_line = (int)last + 1;
		}
	}
}

static int gap_before(const struct markdown *md, size_t line)
{
	return md->last_text == 0 ? (int)line : (int)(line - md->last_text);
}

static void compose(struct markdown *md, const char *text, size_t length, size_t first, size_t last)
{
	size_t before = md->reading->count;
	struct str plain;

	str_init(&plain);
	md->like.bold = md_inline(text, length, &plain);
	reading_compose(md->reading, &md->like, plain.text, plain.length);
	place(md, before, first, last);
	str_clear(&plain);
}

static void flush(struct markdown *md)
{
	if (md->gathered.length > 0) {
		md->like.number = md->number.length > 0 ? md->number.text : NULL;
		compose(md, md->gathered.text, md->gathered.length, md->first, md->last_text - 1);
	}
	str_reset(&md->gathered);
	str_reset(&md->number);
	md->like.number = NULL;
}

/* A paragraph begins here; what is open is at an end. */
static void begin(struct markdown *md, enum reading_style style, int level)
{
	flush(md);
	md->first = md->at;
	md->like = (struct reading_paragraph){
		.style = style,
		.level = level,
		.indent = md->list_count > 1 ? (md->list_count - 1) * 2 : 0,
		.gap = gap_before(md, md->at),
	};
}

static void gather(struct markdown *md, const char *text)
{
	if (md->gathered.length > 0)
		str_addc(&md->gathered, '\n');
	str_add(&md->gathered, text);
}

/* --- lists --- */

static void leave_lists(struct markdown *md, int indent)
{
	while (md->list_count > 0 && indent < md->lists[md->list_count - 1].content)
		md->list_count--;
}

/* The number as it is shown: written, or counted where always the first is written. */
static int count_item(struct list *list, int number)
{
	bool again = number == list->first && list->last >= list->first;

	list->last = again ? list->last + 1 : number;
	return list->last;
}

static void enter_item(struct markdown *md, int indent, const struct md_marker *marker)
{
	struct list *list;

	while (md->list_count > 0 && md->lists[md->list_count - 1].marker > indent)
		md->list_count--;
	list = md->list_count > 0 ? &md->lists[md->list_count - 1] : NULL;
	if (list && list->kind == marker->kind && indent < list->marker + 2) {
		list->content = indent + marker->columns;
	} else {
		if (list && indent < list->marker + 2)
			md->list_count--;
		md->list_count += md->list_count < LISTS_MAX;
		list = &md->lists[md->list_count - 1];
		*list = (struct list){indent, indent + marker->columns, marker->kind,
			marker->number, marker->number - 1};
	}
	begin(md, READING_BODY, 0);
	if (marker->number >= 0)
		str_addf(&md->number, "%d%c", count_item(list, marker->number), marker->kind);
}

/* "- (a) Opening", "1. - x": one marker behind the other. Below another item the number
 * that the author wrote, "1. (a) Opening", is the one that counts. */
static void read_item(struct markdown *md, const char *line, int indent)
{
	struct md_marker marker;

	while (md_marker(line, &marker)) {
		enter_item(md, indent, &marker);
		line += marker.length;
		indent += marker.columns;
		if (marker.number >= 0)
			break;
	}
	if (md->list_count > 1 && *line == '(' && reading_label(line, strlen(line)) > 0)
		str_reset(&md->number);
	if (*line)
		gather(md, line);
}

/* --- tables --- */

static void begin_row(struct markdown *md, bool tabbed)
{
	bool goes_on = md->table && md->tabbed == tabbed && md->last_text == md->at;

	begin(md, READING_BODY, 0);
	md->list_count = 0;
	if (!goes_on) {
		md->table = ++md->reading->tables;
		md->row = 0;
	}
	md->tabbed = tabbed;
	md->like.indent = 0;
	md->like.table = md->table;
	md->like.row = ++md->row;
	md->like.cell = 0;
}

static void add_cell(struct markdown *md, const char *text, size_t length)
{
	md->like.cell++;
	compose(md, text, length, md->at, md->at);
}

/* Bytes to the next bar that is neither escaped nor in code. */
static size_t to_bar(const char *line)
{
	bool code = false;
	size_t at = 0;

	for (; line[at] && (code || line[at] != '|'); at++) {
		if (line[at] == '\\' && line[at + 1])
			at++;
		else if (line[at] == '`')
			code = !code && strchr(line + at + 1, '`');
	}
	return at;
}

static void read_pipes(struct markdown *md, const char *line)
{
	begin_row(md, false);
	line += *line == '|';
	while (*line) {
		size_t length = to_bar(line);
		if (line[length] || !md_is_empty(line))
			add_cell(md, line, length);
		line += length + (line[length] == '|');
	}
}

static bool is_pipe_row(const struct markdown *md, const char *line)
{
	bool below = md->table && !md->tabbed && md->last_text == md->at;

	if (md_is_table_rule(line))
		return false;
	return *line == '|' ||
	       (strchr(line, '|') && (below || (md->at + 1 < md->count &&
						       md_is_table_rule(md->lines[md->at + 1]))));
}

static void read_tabs(struct markdown *md, const char *line)
{
	begin_row(md, true);
	for (const char *tab; (tab = strchr(line, '\t')); line = tab + 1)
		add_cell(md, line, (size_t)(tab - line));
	add_cell(md, line, strlen(line));
}

/* A tab with words on both sides, or below such a row: "\t1 (b)\tOther matters". A number
 * and a tab are the beginning of a line and no row. */
static bool is_tab_row(const struct markdown *md, const char *line)
{
	const char *begin = line + strspn(line, " \t"), *tab = strchr(begin, '\t');
	bool below = md->table && md->tabbed && md->last_text == md->at;

	if (below && strchr(line, '\t'))
		return true;
	if (!tab || md_is_empty(tab) || reading_is_label(begin, (size_t)(tab - begin)))
		return false;
	struct md_marker marker;
	return !md_marker(begin, &marker) || strchr(begin + marker.length, '\t');
}

/* --- blocks that hold other formats --- */

/* Lines `from` to before `to` as one text, each ended by a line feed. */
static void join_lines(const struct markdown *md, size_t from, size_t to, struct str *out)
{
	for (size_t i = from; i < to; i++)
		str_addf(out, "%s\n", md->lines[i]);
}

/* ``` to ```: a text; its lines go into the reading by its reader. */
static void read_fence(struct markdown *md, char kind, size_t count)
{
	size_t from = ++md->at, closing;
	struct str text;

	while (md->at < md->count &&
		!(md_fence(md->lines[md->at], &closing) == kind && closing >= count))
		md->at++;
	str_init(&text);
	join_lines(md, from, md->at, &text);
	reading_embed_text(md->reading, text.text, text.length);
	str_clear(&text);
	if (md->at < md->count)
		reading_add_line(md->reading, md->lines[md->at], strlen(md->lines[md->at]));
	md->last_text = md->at + 1;
}

static bool has_word(const char *line, const char *word)
{
	size_t length = strlen(word);

	for (; *line; line++)
		if (strncasecmp(line, word, length) == 0)
			return true;
	return false;
}

/* <table> to </table>. */
static bool read_html_table(struct markdown *md, struct err *err)
{
	size_t from = md->at, before = md->reading->count;
	struct str text;
	bool good;

	while (md->at + 1 < md->count && !has_word(md->lines[md->at], "</table"))
		md->at++;
	for (size_t i = from + 1; i <= md->at; i++)
		reading_add_line(md->reading, md->lines[i], strlen(md->lines[i]));
	str_init(&text);
	join_lines(md, from, md->at + 1, &text);
	good = reading_html(md->reading, text.text, text.length, err);
	str_clear(&text);
	place(md, before, from, md->at);
	md->last_text = md->at + 1;
	return good;
}

/* All lines to the next empty one, as a text without its markup: taken away line by line,
 * so that there are as many as before. */
static void read_columns(struct markdown *md)
{
	size_t from = md->at, begin;
	struct str text;

	flush(md);
	md->list_count = 0;
	while (md->at + 1 < md->count && !md_is_empty(md->lines[md->at + 1]))
		md->at++;
	str_init(&text);
	for (size_t i = from; i <= md->at; i++) {
		begin = text.length;
		md_inline(md->lines[i], strlen(md->lines[i]), &text);
		for (char *feed = text.text + begin; (feed = strchr(feed, '\n'));)
			*feed = ' ';
		str_addc(&text, '\n');
	}
	reading_embed_text(md->reading, text.text, text.length);
	str_clear(&text);
	md->last_text = md->at + 1;
}

/* --- lines --- */

static void read_note(struct markdown *md, const char *line, size_t length, const char *label,
	size_t label_length)
{
	md->list_count = 0;
	begin(md, READING_NOTE, 0);
	str_addn(&md->number, label, label_length);
	gather(md, line + length + strspn(line + length, " \t"));
}

static void read_heading(struct markdown *md, int level, const char *text, size_t length)
{
	md->list_count = 0;
	begin(md, READING_HEADING, level);
	compose(md, text, length, md->at, md->at);
}

/* What is open becomes a heading by the line under it. */
static void underline(struct markdown *md, char kind)
{
	md->like.style = READING_HEADING;
	md->like.level = kind == '=' ? 1 : 2;
	md->like.indent = 0;
	flush(md);
}

/* True if the line begins something, whatever stands before it. */
static bool read_block(struct markdown *md, const char *line, int indent)
{
	const char *text;
	size_t length;
	int level = md_heading(line, &text, &length);
	struct md_marker marker;

	if (md->gathered.length > 0 && md->like.style == READING_BODY && md_underline(line) &&
		md->last_text == md->at && md->list_count == 0)
		underline(md, md_underline(line));
	else if (level > 0)
		read_heading(md, level, text, length);
	else if (md_is_rule(line) || md_is_table_rule(line) || md_is_reference(line))
		flush(md);
	else if ((length = md_note(line, &text, &(size_t){0})) > 0)
		read_note(md, line, length, text, length - 4);
	else if (is_pipe_row(md, line))
		read_pipes(md, line);
	else if (md_marker(line, &marker) && marker.length < strlen(line))
		read_item(md, line, indent);
	else
		return false;
	return true;
}

/* Bytes of a line without the marks of a hard break behind it. */
static size_t before_break(const char *line, size_t length)
{
	if (length > 0 && line[length - 1] == '\\')
		return length - 1;
	while (length > 0 && line[length - 1] == ' ')
		length--;
	return length;
}

static bool is_bold(const char *line, size_t length)
{
	return length > 4 && strncmp(line, "**", 2) == 0 &&
	       strncmp(line + length - 2, "**", 2) == 0;
}

/* A hard break between what is all bold and what is not: a name, and what stands under it.
 * The break itself is dropped. */
static bool is_under(struct markdown *md, const char *line)
{
	const char *before = md->gathered.text;
	size_t length = md->gathered.length, bare = before_break(before, length);
	bool broken = bare + 2 <= length || (bare < length && before[bare] == '\\');

	if (!broken || is_bold(before, bare) == is_bold(line, before_break(line, strlen(line))))
		return false;
	str_cut(&md->gathered, bare);
	return true;
}

static void read_text_line(struct markdown *md, const char *line, int indent)
{
	bool goes_on = md->gathered.length > 0 && md->last_text == md->at && !is_under(md, line);

	if (!goes_on || reading_label(line, strlen(line)) > 0) {
		leave_lists(md, indent);
		begin(md, md->like.style == READING_NOTE && goes_on ? READING_NOTE : READING_BODY,
			0);
		md->like.indent = md->list_count > 0 ? (md->list_count - 1) * 2 : 0;
	}
	gather(md, line);
}

static void read_page_line(struct markdown *md, const char *line)
{
	size_t before = md->reading->count;

	flush(md);
	md->like = (struct reading_paragraph){.style = READING_PAGE, .gap = gap_before(md, md->at)};
	reading_compose(md->reading, &md->like, line, strlen(line));
	place(md, before, md->at, md->at);
}

/* "> " of a quote, however many, counts as indent. */
static const char *without_quotes(const char *line, int *indent)
{
	size_t blanks;

	*indent = md_indent(line, &blanks);
	while (line[blanks] == '>') {
		line += blanks + 1;
		line += *line == ' ';
		*indent = md_indent(line, &blanks);
	}
	return line;
}

static bool read_line(struct markdown *md, struct err *err)
{
	int indent;
	size_t count;
	const char *whole = md->lines[md->at], *line = without_quotes(whole, &indent);
	const char *begin = line + strspn(line, " \t\f");

	if (md->last_text < md->at + (md->at == 0) && !md->of_page[md->at] &&
		md_has_columns(line)) {
		read_columns(md);
		return true;
	}
	reading_add_line(md->reading, whole, strlen(whole));
	if (md->of_page[md->at]) {
		read_page_line(md, whole);
	} else if (md_is_empty(line)) {
		flush(md);
		return true;
	} else if (md_fence(begin, &count)) {
		flush(md);
		read_fence(md, md_fence(begin, &count), count);
		return true;
	} else if (strncasecmp(begin, "<table", 6) == 0) {
		flush(md);
		return read_html_table(md, err);
	} else if (is_tab_row(md, line)) {
		read_tabs(md, line);
	} else if (!read_block(md, begin, indent)) {
		read_text_line(md, begin, indent);
	}
	md->last_text = md->at + 1;
	return true;
}

bool reading_markdown(struct reading *reading, const char *bytes, size_t length, struct err *err)
{
	struct markdown md = {.reading = reading};
	bool good = true;

	cut_lines(&md, bytes, length);
	str_init(&md.gathered);
	str_init(&md.number);
	for (; good && md.at < md.count && !reading->full; md.at++)
		good = read_line(&md, err);
	flush(&md);
	str_clear(&md.number);
	str_clear(&md.gathered);
	free(md.of_page);
	free(md.lines);
	free(md.text);
	return good;
}
