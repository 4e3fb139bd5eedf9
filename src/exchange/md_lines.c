/* SPDX-License-Identifier: MIT */
/* The beginnings of lines, by the rules of CommonMark, a little wider where people are. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "md_lines.h"
#include "reading_build.h"
#include "reading_label.h"

int md_indent(const char *line, size_t *bytes)
{
	int columns = 0;
	size_t at = 0;

	for (; line[at] == ' ' || line[at] == '\t'; at++)
		columns += line[at] == '\t' ? 4 - columns % 4 : 1;
	if (bytes)
		*bytes = at;
	return columns;
}

static const char *skip_blanks(const char *line)
{
	return line + strspn(line, " \t");
}

bool md_is_empty(const char *line)
{
	return line[strspn(line, " \t\f")] == '\0';
}

/* Takes " {#name .class}" from the end. */
static size_t without_attributes(const char *text, size_t length)
{
	size_t begin = length;

	if (length < 3 || text[length - 1] != '}')
		return length;
	while (begin > 0 && text[begin - 1] != '{')
		begin--;
	if (begin == 0 || !strchr("#.", text[begin]))
		return length;
	begin--;
	while (begin > 0 && isspace((unsigned char)text[begin - 1]))
		begin--;
	return begin;
}

int md_heading(const char *line, const char **text, size_t *length)
{
	int level = 0;

	line = skip_blanks(line);
	while (line[level] == '#')
		level++;
	if (level == 0 || level > 6 || (line[level] && !isspace((unsigned char)line[level])))
		return 0;
	line = skip_blanks(line + level);
	size_t end = strlen(line);
	while (end > 0 && isspace((unsigned char)line[end - 1]))
		end--;
	size_t marks = end;
	while (marks > 0 && line[marks - 1] == '#')
		marks--;
	if (marks < end && (marks == 0 || isspace((unsigned char)line[marks - 1])))
		end = marks;
	while (end > 0 && isspace((unsigned char)line[end - 1]))
		end--;
	*text = line;
	*length = without_attributes(line, end);
	return level;
}

char md_underline(const char *line)
{
	line = skip_blanks(line);
	char kind = *line;

	if (kind != '=' && kind != '-')
		return 0;
	while (*line == kind)
		line++;
	return md_is_empty(line) ? kind : 0;
}

bool md_is_rule(const char *line)
{
	size_t count = 0;

	line = skip_blanks(line);
	char kind = *line;
	if (kind != '-' && kind != '*' && kind != '_')
		return false;
	for (; *line == kind || *line == ' ' || *line == '\t'; line++)
		count += *line == kind;
	return *line == '\0' && count >= 3;
}

char md_fence(const char *line, size_t *count)
{
	line = skip_blanks(line);
	char kind = *line;

	if (kind != '`' && kind != '~')
		return 0;
	*count = 0;
	while (line[*count] == kind)
		++*count;
	if (*count < 3 || (kind == '`' && strchr(line + *count, '`')))
		return 0;
	return kind;
}

bool md_marker(const char *line, struct md_marker *marker)
{
	size_t at = 0, blanks;

	*marker = (struct md_marker){.number = -1};
	if (*line && strchr("-*+", *line)) {
		marker->kind = *line;
		at = 1;
	} else {
		while (at < 4 && isdigit((unsigned char)line[at]))
			at++;
		if (at == 0 || at > 3 || (line[at] != '.' && line[at] != ')'))
			return false;
		marker->number = atoi(line);
		marker->kind = line[at++];
	}
	if (line[at] && line[at] != ' ' && line[at] != '\t')
		return false;
	int columns = md_indent(line + at, &blanks);
	marker->length = at + blanks;
	marker->columns = (int)at + (columns > 4 || line[at + blanks] == '\0' ? 1 : columns);
	return true;
}

bool md_is_table_rule(const char *line)
{
	size_t bars = 0, dashes = 0;

	for (; *line; line++) {
		if (!strchr("|:- \t", *line))
			return false;
		bars += *line == '|';
		dashes += *line == '-';
	}
	return bars > 0 && dashes > 0;
}

size_t md_note(const char *line, const char **label, size_t *label_length)
{
	const char *close;

	if (line[0] != '[' || line[1] != '^')
		return 0;
	close = strchr(line, ']');
	if (!close || close[1] != ':' || close == line + 2)
		return 0;
	*label = line + 2;
	*label_length = (size_t)(close - line) - 2;
	return (size_t)(close + 2 - line);
}

bool md_is_reference(const char *line)
{
	const char *close = strchr(line, ']');

	if (line[0] != '[' || line[1] == '^' || !close || close[1] != ':')
		return false;
	line = skip_blanks(close + 2);
	size_t target = strcspn(line, " \t");
	bool address = memchr(line, '/', target) || *line == '<' || *line == '#';
	line = skip_blanks(line + target);
	return address && (*line == '\0' || strchr("\"'(", *line));
}

bool md_has_columns(const char *line)
{
	const char *begin = line + strspn(line, " \t>");

	for (const char *gap = begin; (gap = strstr(gap, "   ")); gap += strspn(gap, " "))
		if (!md_is_empty(gap) && !reading_is_label(begin, (size_t)(gap - begin)))
			return *begin != '|' && !strchr(begin, '\t');
	return false;
}

/* --- a whole text --- */

/* How a line is marked: what of Markdown no other text would have at its place. */
struct signs {
	size_t headings, strong, opening; /* "# A"; lines with "**"; those that begin with "**A" */
};

static void look_at(struct signs *signs, const char *line, size_t length)
{
	size_t marks = 0;

	while (marks < length && line[marks] == '#')
		marks++;
	signs->headings += marks > 0 && marks <= 6 && marks + 1 < length && line[marks] == ' ' &&
			   line[marks + 1] != '\n';
	for (size_t i = 0; i + 1 < length; i++) {
		if (line[i] != '*' || line[i + 1] != '*')
			continue;
		signs->strong++;
		signs->opening += i == 0 && length > 2 && isalnum((unsigned char)line[2]);
		return;
	}
}

bool reading_is_markdown(const char *text, size_t length)
{
	struct signs signs = {0};

	for (size_t at = 0, next; at < length; at = next) {
		const char *feed = memchr(text + at, '\n', length - at);
		next = feed ? (size_t)(feed - text) + 1 : length;
		look_at(&signs, text + at, next - at);
	}
	return signs.headings >= 3 || (signs.headings + signs.opening > 0 && signs.strong >= 2);
}
