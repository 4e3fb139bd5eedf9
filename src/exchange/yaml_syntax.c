/* SPDX-License-Identifier: MIT */
/*
 * libyaml names the rule of its grammar that failed. A secretary needs to hear
 * what to change. What is not in the table comes through in libyaml's words.
 */
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "yaml_syntax.h"

struct syntax {
	const char *problem;  /* how libyaml's text begins */
	const char *sentence; /* "%d" stands for the line in which it began */
};

static const struct syntax sentences[] = {
	{"mapping values are not allowed",
		"a ': ' where no value can begin; put a text that has ': ' in it in quotes, "
		"or correct the indentation"},
	{"did not find expected key",
		"no 'key: value' could be read here; compare the indentation with the lines above, "
		"and the quotes"},
	{"did not find expected '-' indicator",
		"no '- ' of a list could be read here; compare the indentation with the entries above"},
	{"did not find expected ',' or ']'",
		"a ',' or the ']' is missing in the list that begins in line %d"},
	{"did not find expected ',' or '}'",
		"a ',' or the '}' is missing in the mapping that begins in line %d"},
	{"found unexpected end of stream", "the quotes that begin in line %d are never closed"},
	{"found unexpected document indicator",
		"the quotes that begin in line %d are not closed before this line"},
	{"could not find expected ':'",
		"a key without ': ' after it; or the text above goes on here and needs quotes "
		"or more indentation"},
	{"found a tab character", "a tab cannot indent; use blanks"},
	{"found unknown escape character",
		"no such escape after the backslash; write '\\\\' for a backslash, or use single quotes"},
	{"did not find expected hexdecimal number",
		"digits are missing after this backslash; write '\\\\' for a backslash, "
		"or use single quotes"},
	{"found invalid Unicode character escape code",
		"this escape alone names no character; write the character itself, in UTF-8"},
	{"block sequence entries are not allowed",
		"a list cannot begin here; put its first '- ' on a line of its own"},
	{"mapping keys are not allowed",
		"a '?' cannot begin a value here; put the value in quotes"},
	{"did not find expected node content", "a value is missing here"},
	{"did not find expected alphabetic or numeric character",
		"a value cannot begin with '&' or '*'; put it in quotes"},
	{"found undefined tag handle", "a value cannot begin with '!'; put it in quotes"},
	{"did not find expected <document start>",
		"something stands here after the end of the document ('...')"},
	{"did not find expected comment or line break",
		"something stands after the '|' or '>'; the text begins on the next line"},
};

/* "%d" by hand: a format must not come out of a table. */
static char *with_line(const char *sentence, int line)
{
	const char *place = strstr(sentence, "%d");

	if (!place)
		return mem_strdup(sentence);
	return mem_printf("%.*s%d%s", (int)(place - sentence), sentence, line, place + 2);
}

static char *cannot_begin(uint32_t at)
{
	char bytes[4];

	if (at == '\t')
		return mem_strdup("a tab cannot stand here; use blanks");
	if (at == 0)
		return mem_strdup("a value cannot begin here");
	return mem_printf("a value cannot begin with '%.*s'; put it in quotes",
		(int)utf8_encode(at, bytes), bytes);
}

char *yaml_syntax_sentence(const char *problem, const char *context, uint32_t at, int context_line)
{
	if (!problem)
		return mem_strdup("this is not YAML");
	if (strcmp(problem, "found character that cannot start any token") == 0)
		return cannot_begin(at);
	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		if (strncmp(problem, sentences[i].problem, strlen(sentences[i].problem)) == 0)
			return with_line(sentences[i].sentence, context_line);
	return mem_printf(
		"this is not YAML (%s%s%s)", context ? context : "", context ? ", " : "", problem);
}
