/* SPDX-License-Identifier: MIT */
/*
 * The few forms of YAML that the program writes. When a text may stand plain is decided
 * narrowly: a quotation mark too many does no harm. A folded text has a line feed for
 * each empty line; where that cannot give back the text (a line that begins with a
 * blank), it stands in quotation marks with its line feeds spelled out.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "yaml_write.h"

enum { WIDTH = 100 };

/* --- texts --- */

/* Code points: a width of the terminal would make the file depend on the locale. */
static size_t points(const char *text, size_t length)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

/* What other programs would take for no text: truth values, numbers, times. */
static bool is_other(const char *text)
{
	static const char *const words[] = {
		"null", "yes", "no", "true", "false", "on", "off", "y", "n"};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcasecmp(text, words[i]) == 0)
			return true;
	return text[strspn(text, "0123456789.:eE+_")] == '\0';
}

/* `flow`: inside brackets. */
static bool is_plain(const char *text, bool flow)
{
	size_t length = strlen(text);
	unsigned char first = (unsigned char)text[0];

	if (!length || is_other(text) || strstr(text, ": ") || strstr(text, " #") ||
		text[length - 1] == ':' || text[length - 1] == ' ')
		return false;
	if (!isalnum(first) && first != '(' && first != '/' && first < 0x80)
		return false;
	for (const char *at = text; *at; at++)
		if (iscntrl((unsigned char)*at) || (flow && strchr(",[]{}:", *at)))
			return false;
	return true;
}

/* What YAML takes for the end of a line, or would not show. */
static size_t special_at(const char *text, const char **escape)
{
	static const char *const specials[][2] = {{"\xC2\x85", "\\N"}, {"\xE2\x80\xA8", "\\L"},
		{"\xE2\x80\xA9", "\\P"}, {"\xEF\xBB\xBF", "\\uFEFF"}};

	for (size_t i = 0; i < sizeof specials / sizeof specials[0]; i++) {
		*escape = specials[i][1];
		if (strncmp(text, specials[i][0], strlen(specials[i][0])) == 0)
			return strlen(specials[i][0]);
	}
	return 0;
}

static bool has_special(const char *text)
{
	const char *escape;

	for (; *text; text++)
		if ((iscntrl((unsigned char)*text) && *text != '\n') || special_at(text, &escape))
			return true;
	return false;
}

static void put_quoted(struct str *out, const char *text)
{
	str_addc(out, '"');
	while (*text) {
		const char *escape;
		size_t special = special_at(text, &escape);
		if (special)
			str_add(out, escape);
		else if (*text == '"' || *text == '\\')
			str_addf(out, "\\%c", *text);
		else if (*text == '\n')
			str_add(out, "\\n");
		else if (iscntrl((unsigned char)*text))
			str_addf(out, "\\x%02X", (unsigned)(unsigned char)*text);
		else
			str_addc(out, *text);
		text += special ? special : 1;
	}
	str_addc(out, '"');
}

static bool can_fold(const char *text)
{
	size_t length = strlen(text);

	if (!length || has_special(text) || text[length - 1] == '\n' || text[length - 1] == ' ')
		return false;
	for (const char *at = text; *at; at++)
		if ((at == text || at[-1] == '\n') && (*at == ' ' || (at == text && *at == '\n')))
			return false;
	return !strstr(text, " \n");
}

static bool is_wider(const char *text, size_t length, size_t width)
{
	size_t enough = (width + 1) * 4; /* bytes: more points than the width has */

	return points(text, length < enough ? length : enough) > width;
}

/* Where a line that begins at text ends: at a single blank, or with the text. */
static size_t fold_at(const char *text, size_t length, size_t width)
{
	size_t end = 0;

	for (size_t i = 1; i + 1 < length; i++) {
		if (text[i] != ' ' || text[i - 1] == ' ' || text[i + 1] == ' ')
			continue;
		if (end && points(text, i) > width)
			break;
		end = i;
		if (points(text, i) > width)
			break;
	}
	return end && is_wider(text, length, width) ? end : length;
}

static void put_folded(struct yaml_out *yaml, const char *text)
{
	int indent = yaml->indent + 2;
	size_t width = indent < WIDTH - 40 ? (size_t)(WIDTH - indent) : 40;

	str_add(yaml->out, ">-\n");
	while (*text) {
		size_t length = strcspn(text, "\n");
		while (length) {
			size_t end = fold_at(text, length, width);
			str_addf(yaml->out, "%*s%.*s\n", indent, "", (int)end, text);
			text += end;
			length -= end;
			text += length ? 1 : 0;
			length -= length ? 1 : 0;
		}
		if (*text == '\n') {
			str_addc(yaml->out, '\n');
			text++;
		}
	}
}

/* --- lines --- */

static void begin_line(struct yaml_out *yaml)
{
	str_addf(yaml->out, "%*s%s", yaml->dash ? yaml->indent - 2 : yaml->indent, "",
		yaml->dash ? "- " : "");
	yaml->dash = false;
}

void yaml_text(struct yaml_out *yaml, const char *key, const char *text)
{
	if (!text || !*text)
		return;
	begin_line(yaml);
	str_addf(yaml->out, "%s: ", key);
	bool fits = (size_t)yaml->indent + strlen(key) + 2 + points(text, strlen(text)) <= WIDTH;
	if (fits && is_plain(text, false)) {
		str_addf(yaml->out, "%s\n", text);
	} else if (can_fold(text) && (!fits || strchr(text, '\n'))) {
		put_folded(yaml, text);
	} else {
		put_quoted(yaml->out, text);
		str_addc(yaml->out, '\n');
	}
}

void yaml_quoted(struct yaml_out *yaml, const char *key, const char *text)
{
	begin_line(yaml);
	str_addf(yaml->out, "%s: ", key);
	put_quoted(yaml->out, text ? text : "");
	str_addc(yaml->out, '\n');
}

void yaml_open(struct yaml_out *yaml, const char *key)
{
	begin_line(yaml);
	str_addf(yaml->out, "%s:\n", key);
	yaml->indent += 2;
}

void yaml_close(struct yaml_out *yaml)
{
	yaml->indent -= 2;
}

void yaml_entry(struct yaml_out *yaml)
{
	yaml->indent += 2;
	yaml->dash = true;
}

void yaml_entry_end(struct yaml_out *yaml)
{
	yaml->indent -= 2;
	yaml->dash = false;
}

void yaml_quoted_entry(struct yaml_out *yaml, const char *text)
{
	yaml_entry(yaml);
	begin_line(yaml);
	put_quoted(yaml->out, text);
	str_addc(yaml->out, '\n');
	yaml_entry_end(yaml);
}

/* Of the line that is being written. */
static size_t column(const struct str *out)
{
	size_t begin = out->length;

	while (begin && out->text[begin - 1] != '\n')
		begin--;
	return points(out->text + begin, out->length - begin);
}

void yaml_flow(struct yaml_out *yaml, const char *key, const char *text, bool first, bool quoted)
{
	if (first) {
		begin_line(yaml);
		str_addf(yaml->out, "%s: [", key);
	} else {
		bool fits = column(yaml->out) + 4 + points(text, strlen(text)) <= WIDTH;
		str_add(yaml->out, fits ? ", " : ",\n");
		str_addf(yaml->out, "%*s", fits ? 0 : yaml->indent + 2, "");
	}
	if (!quoted && is_plain(text, true))
		str_add(yaml->out, text);
	else
		put_quoted(yaml->out, text);
}

void yaml_flow_end(struct yaml_out *yaml)
{
	str_add(yaml->out, "]\n");
}
