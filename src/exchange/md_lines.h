/* SPDX-License-Identifier: MIT */
/* What a line of Markdown begins with: looked at alone, without its neighbours. */
#ifndef MD_LINES_H
#define MD_LINES_H

#include <stdbool.h>
#include <stddef.h>

/* Columns of the blanks at the beginning, tabs to the next column of four; *bytes of them. */
int md_indent(const char *line, size_t *bytes);
bool md_is_empty(const char *line);
/* 1 to 6 for "# Heading"; *text where its words begin and *length without closing marks. */
int md_heading(const char *line, const char **text, size_t *length);
/* '=' or '-' for the line under a heading, 0 for any other. */
char md_underline(const char *line);
bool md_is_rule(const char *line); /* "---", "* * *" */
/* The character of "```" or "~~~", with *count of them; 0 for any other line. */
char md_fence(const char *line, size_t *count);

struct md_marker {
	char kind;     /* '-' '*' '+', or '.' ')' behind a number */
	int number;    /* -1 for a bullet */
	size_t length; /* bytes with the blanks behind it */
	int columns;   /* the same in columns */
};

/* The marker of a list's item at the beginning of the line (blanks are gone). */
bool md_marker(const char *line, struct md_marker *marker);
/* "|---|:--:|": the line under the head of a table. */
bool md_is_table_rule(const char *line);
/* "[^1]: text": bytes up to the text, and the label; 0 for any other line. */
size_t md_note(const char *line, const char **label, size_t *label_length);
/* "[name]: target": of no text. */
bool md_is_reference(const char *line);
/* Words, three blanks or more, and words: columns that somebody made by hand. */
bool md_has_columns(const char *line);

#endif
