/* SPDX-License-Identifier: MIT */
/* How single values look on every screen: no view has a form of its own for
 * them, nor a key that is not the table's. */
#include <stdio.h>
#include <string.h>

#include "base/civil.h"
#include "model/phrase.h"
#include "show.h"

/* Times fill the screen, and printf() takes ten times as long. */
void show_clock(struct str *out, const struct civil *time)
{
	str_add_number(out, (unsigned long)time->hour, 2);
	str_addc(out, ':');
	str_add_number(out, (unsigned long)time->minute, 2);
}

void show_time(struct str *out, int64_t at, int64_t now)
{
	char date[11], today[11];

	if (at == 0)
		return;
	struct civil then = civil_at(at), here = civil_at(now);
	civil_format_date(&then, date);
	civil_format_date(&here, today);
	if (strcmp(date, today) != 0) {
		phrase_short_day(date, out);
		str_addc(out, ' ');
	}
	show_clock(out, &then);
}

void show_day(struct str *out, const char *date)
{
	struct civil day;
	struct str words;

	if (!date || !civil_parse_date(date, &day))
		return;
	str_init(&words);
	phrase_short_day(date, &words);
	const char *behind = strchr(words.text, ' ');
	str_addf(out, "%s %d", behind ? behind + 1 : words.text, day.year);
	str_clear(&words);
}

const char *show_date(struct arena *arena, const char *date)
{
	struct str words;

	str_init(&words);
	if (date)
		phrase_date(date, &words);
	const char *text = arena_strdup(arena, words.text);
	str_clear(&words);
	return text;
}

void show_count(struct str *out, size_t count)
{
	char digits[32];
	int length = snprintf(digits, sizeof digits, "%zu", count);

	for (int i = 0; i < length; i++) {
		if (i > 0 && (length - i) % 3 == 0)
			str_addc(out, ',');
		str_addc(out, digits[i]);
	}
}

const char *show_covered(const struct app *app, const char *text)
{
	if (!text || text[0] == '\0')
		return "";
	return app_hidden(app) ? "······" : text;
}

bool show_key_runs(const struct key *key, const char *command)
{
	const struct command *row = command_find(command);
	const char *at = row && row->keys ? row->keys : "";
	char name[32];
	struct key other;

	for (size_t length; *at; at += length) {
		at += strspn(at, " ");
		length = strcspn(at, " ");
		if (length == 0 || length >= sizeof(name))
			continue;
		memcpy(name, at, length);
		name[length] = '\0';
		if (key_parse(name, &other) && key_equal(&other, key))
			return true;
	}
	return false;
}

const char *show_key(const char *command, char buffer[32])
{
	const struct command *row = command_find(command);
	const char *keys = row && row->keys ? row->keys : "";

	snprintf(buffer, 32, "%.*s", (int)strcspn(keys, " "), keys);
	return buffer;
}
