/* SPDX-License-Identifier: MIT */
/*
 * What belongs to the page and not to the text: running heads and feet, page
 * numbers, the job number and bar code of the first page (conventions 1.1).
 *
 * The one idea: what is of the page stands at its edge and comes again on the pages
 * around it, the same or with a number that counts the pages. So each page's edges
 * are compared with those of its neighbours (heads of even and odd pages differ), and
 * from the edge inwards lines are marked until one is the text's. The head of the
 * first page is never marked for being repeated: it is the document's own title.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "reading_build.h"

enum { EDGE = 4, NEIGHBOURS = 4 };

struct page {
	size_t top[EDGE], bottom[EDGE]; /* lines that are not empty, from the edge inwards */
	size_t tops, bottoms;
};

static const char *skip_blanks(const char *text)
{
	return text + strspn(text, " \t\r\n\f");
}

static bool is_empty(const char *line)
{
	return *skip_blanks(line) == '\0';
}

/* --- what is of the page wherever it stands --- */

/* The number alone on the line, between dashes or behind "Page"; -1 if it is none. */
static long page_number(const char *line, bool *decorated)
{
	char *end;

	line = skip_blanks(line);
	bool dashed = *line == '-' || strncmp(line, "\xE2\x80\x93", 3) == 0;
	bool worded = strncasecmp(line, "page ", 5) == 0;
	line = skip_blanks(line + (worded ? 5 : !dashed ? 0 : *line == '-' ? 1 : 3));
	if (!isdigit((unsigned char)*line))
		return -1;
	long number = strtol(line, &end, 10);
	if (end - line > 4)
		return -1;
	line = skip_blanks(end);
	if (*line == '/' || strncasecmp(line, "of ", 3) == 0) {
		worded = worded || *line != '/';
		line = skip_blanks(line + (*line == '/' ? 1 : 3));
		line = skip_blanks(line + strspn(line, "0123456789"));
	} else if (dashed) {
		line = skip_blanks(line + (*line == '-'                              ? 1
						  : strncmp(line, "\xE2\x80\x93", 3) ? 0
										     : 3));
		if (!strchr("-\x93", line[-1]) && line[-1] != ' ')
			return -1;
	}
	*decorated = dashed || worded;
	return *line ? -1 : number;
}

/* "V.12-54981 (E)", "GE.20-01467(E)", "12-28543 (E)    170812", "2       V.12-54981" */
static bool is_job_number(const char *line)
{
	line = skip_blanks(line);
	size_t letters = 0, page = strspn(line, "0123456789");
	if (page > 0 && page <= 4 && isupper((unsigned char)*skip_blanks(line + page)))
		line = skip_blanks(line + page);
	while (letters < 4 && isupper((unsigned char)line[letters]))
		letters++;
	if (letters > 0 && line[letters] != '.')
		return false;
	line = skip_blanks(line + letters + (letters > 0));
	if (strspn(line, "0123456789") != 2 || line[2] != '-')
		return false;
	line += 3;
	size_t digits = strspn(line, "0123456789");
	if (digits < 5 || digits > 6)
		return false;
	line = skip_blanks(line + digits);
	if (*line == '(' && isupper((unsigned char)line[1]) && line[2] == ')')
		line += 3;
	else if (letters == 0)
		return false;
	return line[strspn(line, "0123456789 *\t\r\f")] == '\0';
}

/* "*1254981*", "Please recycle", "/..." */
static bool is_foot(const char *line)
{
	line = skip_blanks(line);
	size_t length = strlen(line);
	while (length > 0 && isspace((unsigned char)line[length - 1]))
		length--;
	if (length > 7 && *line == '*' && strspn(line + 1, "0123456789") == length - 2 &&
		line[length - 1] == '*')
		return true;
	return (length >= 14 && length < 20 && strncasecmp(line, "please recycle", 14) == 0) ||
	       (length == 4 && strncmp(line, "/...", 4) == 0) ||
	       (length == 4 && strncmp(line, "/\xE2\x80\xA6", 4) == 0);
}

/* A symbol of a document and nothing else: "CTOC/COP/WG.2/2012/1" */
static bool is_symbol(const char *line)
{
	size_t length, slashes = 0;

	line = skip_blanks(line);
	length = strcspn(line, " \t\r\n\f");
	if (length < 5 || !isupper((unsigned char)*line) || !is_empty(line + length))
		return false;
	for (size_t i = 0; i < length; i++)
		slashes += line[i] == '/';
	return slashes >= 2 && strspn(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
					    "0123456789/.-*") == length;
}

static bool is_of_any_page(const char *line)
{
	bool decorated = false;

	return (page_number(line, &decorated) >= 0 && decorated) || is_job_number(line) ||
	       is_foot(line);
}

/* --- what comes again --- */

/* Equal but for blanks, and numbers that differ as the pages do. */
static bool are_alike(const char *left, const char *right, long pages)
{
	for (;;) {
		left = skip_blanks(left);
		right = skip_blanks(right);
		if (isdigit((unsigned char)*left) && isdigit((unsigned char)*right)) {
			char *left_end, *right_end;
			long difference = strtol(right, &right_end, 10);
			difference -= strtol(left, &left_end, 10);
			if (difference != 0 && difference != pages)
				return false;
			left = left_end;
			right = right_end;
		} else if (*left != *right) {
			return false;
		} else if (*left++ == '\0') {
			return true;
		} else {
			right++;
		}
	}
}

struct pages {
	const char *const *lines;
	struct page *all;
	size_t count;
};

static bool stands_at(
	const struct pages *pages, const char *line, const struct page *page, bool top, long apart)
{
	const size_t *edge = top ? page->top : page->bottom;
	size_t count = top ? page->tops : page->bottoms;

	for (size_t i = 0; i < count; i++)
		if (are_alike(line, pages->lines[edge[i]], apart))
			return true;
	return false;
}

/* On how many pages around it the line comes again at the same edge. */
static int repeats(const struct pages *pages, size_t page, const char *line, bool top)
{
	size_t from = page > NEIGHBOURS ? page - NEIGHBOURS : 0;
	int count = 0;

	for (size_t i = from; i < pages->count && i <= page + NEIGHBOURS; i++)
		if (i != page && stands_at(pages, line, &pages->all[i], top, (long)i - (long)page))
			count++;
	return count;
}

static bool is_of_this_page(const struct pages *pages, size_t page, const char *line, bool top)
{
	bool decorated, plain = !strpbrk(line, "0123456789");
	int again = repeats(pages, page, line, top);

	if (is_of_any_page(line))
		return true;
	if (page_number(line, &decorated) >= 0)
		return again > 0 || (page > 0 && page_number(line, &decorated) == (long)page + 1);
	if (page == 0 && top)
		return false;
	if (is_symbol(line))
		return page > 0 || again > 0;
	return again >= (plain && pages->count > 3 ? 2 : 1);
}

static void mark_edge(const struct pages *pages, size_t page, bool top, bool *of_page)
{
	const struct page *found = &pages->all[page];
	const size_t *edge = top ? found->top : found->bottom;
	size_t count = top ? found->tops : found->bottoms;

	for (size_t i = 0; i < count; i++) {
		if (!is_of_this_page(pages, page, pages->lines[edge[i]], top))
			return;
		of_page[edge[i]] = true;
	}
}

/* --- pages --- */

static struct page page_of(const char *const *lines, size_t from, size_t to)
{
	struct page page = {0};

	for (size_t i = from; i < to && page.tops < EDGE; i++)
		if (!is_empty(lines[i]))
			page.top[page.tops++] = i;
	for (size_t i = to; i-- > from && page.bottoms < EDGE;)
		if (!is_empty(lines[i]))
			page.bottom[page.bottoms++] = i;
	return page;
}

/* Where the page ends that begins at `from`: before the line with the next form feed,
 * behind it where the feed is its end. */
static size_t page_end(const char *const *lines, size_t count, size_t from)
{
	for (size_t i = from; i < count; i++) {
		const char *feed = strrchr(lines[i], '\f');
		if (feed && skip_blanks(lines[i]) < feed && is_empty(feed))
			return i + 1;
		if (feed && i > from)
			return i;
	}
	return count;
}

/* Without pages: a symbol that comes again, beside a number alone on its line. */
static void mark_heads(const char *const *lines, size_t count, bool *of_page)
{
	size_t before = 0; /* the last line that is not empty, and one more */
	const char *symbol = NULL;

	for (size_t i = 0; i < count; i++) {
		bool decorated;
		if (is_empty(lines[i]))
			continue;
		if (before > 0) {
			const char *last = lines[before - 1];
			bool first = is_symbol(last) && page_number(lines[i], &decorated) > 1;
			bool second = is_symbol(lines[i]) && page_number(last, &decorated) > 1;
			const char *head = first ? last : lines[i];
			if ((first || second) && symbol && head != symbol &&
				are_alike(symbol, head, 0))
				of_page[i] = of_page[before - 1] = true;
		}
		if (!symbol && is_symbol(lines[i]))
			symbol = lines[i];
		before = i + 1;
	}
}

void reading_mark_pages(const char *const *lines, size_t count, bool *of_page)
{
	struct pages pages = {.lines = lines};
	size_t room = 0;

	for (size_t i = 0; i < count; i++)
		of_page[i] = is_of_any_page(lines[i]);
	for (size_t from = 0, to; from < count; from = to) {
		to = page_end(lines, count, from);
		pages.all = mem_grow(pages.all, &room, pages.count + 1, sizeof(*pages.all));
		pages.all[pages.count++] = page_of(lines, from, to);
	}
	if (pages.count < 2)
		mark_heads(lines, count, of_page);
	for (size_t i = 0; pages.count > 1 && i < pages.count; i++) {
		mark_edge(&pages, i, true, of_page);
		mark_edge(&pages, i, false, of_page);
	}
	free(pages.all);
}
