/* SPDX-License-Identifier: MIT */
/*
 * The names of keys, both ways, from one table. What a name means in a view is
 * the command table's business; what bytes a terminal sends for it is term's.
 */
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "ui/key.h"

/* The first name of a code is the one that key_format writes. */
static const struct {
	const char *name;
	enum key_code code;
} names[] = {
	{"Enter", KEY_ENTER},
	{"Return", KEY_ENTER},
	{"Esc", KEY_ESCAPE},
	{"Escape", KEY_ESCAPE},
	{"Tab", KEY_TAB},
	{"Shift-Tab", KEY_BACKTAB},
	{"BackTab", KEY_BACKTAB},
	{"Backspace", KEY_BACKSPACE},
	{"Delete", KEY_DELETE},
	{"Del", KEY_DELETE},
	{"Insert", KEY_INSERT},
	{"Ins", KEY_INSERT},
	{"Up", KEY_UP},
	{"Down", KEY_DOWN},
	{"Left", KEY_LEFT},
	{"Right", KEY_RIGHT},
	{"Home", KEY_HOME},
	{"End", KEY_END},
	{"PageUp", KEY_PAGEUP},
	{"PgUp", KEY_PAGEUP},
	{"PageDown", KEY_PAGEDOWN},
	{"PgDn", KEY_PAGEDOWN},
	{"Space", KEY_CHARACTER},
};

enum { NAMES = sizeof names / sizeof *names, HIGHEST_F = 24 };

bool key_equal(const struct key *a, const struct key *b)
{
	bool pointed = a->code == KEY_CHARACTER || a->code == KEY_F;

	return a->code == b->code && (!pointed || a->point == b->point) && a->ctrl == b->ctrl &&
	       a->alt == b->alt && a->shift == b->shift;
}

uint32_t key_letter(const struct key *key)
{
	return key->code == KEY_CHARACTER && !key->ctrl && !key->alt ? key->point : 0;
}

uint32_t key_ctrl(const struct key *key)
{
	return key->code == KEY_CHARACTER && key->ctrl && !key->alt ? key->point : 0;
}

bool key_leaves(const struct key *key)
{
	return key->code == KEY_ESCAPE || key_ctrl(key) == 'g';
}

static bool parse_f(const char *name, struct key *key)
{
	uint32_t number = 0;

	if ((*name != 'F' && *name != 'f') || name[1] < '1' || name[1] > '9')
		return false;
	for (name++; *name >= '0' && *name <= '9' && number <= HIGHEST_F; name++)
		number = number * 10 + (uint32_t)(*name - '0');
	if (*name || number > HIGHEST_F)
		return false;
	key->code = KEY_F;
	key->point = number;
	return true;
}

static bool parse_named(const char *name, struct key *key)
{
	for (int i = 0; i < NAMES; i++)
		if (strcasecmp(name, names[i].name) == 0) {
			key->code = names[i].code;
			key->point = names[i].code == KEY_CHARACTER ? ' ' : 0;
			return true;
		}
	return parse_f(name, key);
}

static bool parse_character(const char *name, struct key *key)
{
	size_t length = strlen(name);

	if (length == 0 || utf8_decode(name, length, &key->point) != length || key->point < ' ' ||
		key->point == 0x7F || (length == 1 && (*name & 0x80)))
		return false;
	key->code = KEY_CHARACTER;
	if (key->ctrl && key->point >= 'A' && key->point <= 'Z')
		key->point += 'a' - 'A';
	return true;
}

static bool take_prefix(const char **name, const char *prefix)
{
	size_t length = strlen(prefix);

	if (strncasecmp(*name, prefix, length) != 0 || !(*name)[length])
		return false;
	*name += length;
	return true;
}

bool key_parse(const char *name, struct key *key)
{
	*key = (struct key){0};
	for (;;) {
		if (take_prefix(&name, "Ctrl-"))
			key->ctrl = true;
		else if (take_prefix(&name, "Alt-"))
			key->alt = true;
		else if (!parse_named(name, key) && take_prefix(&name, "Shift-"))
			key->shift = true;
		else
			break;
	}
	return key->code != KEY_NONE || parse_character(name, key);
}

static const char *name_of(const struct key *key)
{
	for (int i = 0; i < NAMES; i++)
		if (names[i].code == key->code && (key->code != KEY_CHARACTER || key->point == ' '))
			return names[i].name;
	return NULL;
}

void key_format(const struct key *key, struct str *out)
{
	const char *name = name_of(key);
	char bytes[4];

	if (key->code == KEY_NONE)
		return;
	str_add(out, key->ctrl ? "Ctrl-" : "");
	str_add(out, key->alt ? "Alt-" : "");
	str_add(out, key->shift ? "Shift-" : "");
	if (name)
		str_add(out, name);
	else if (key->code == KEY_F)
		str_addf(out, "F%u", (unsigned)key->point);
	else if (key->ctrl && key->point >= 'a' && key->point <= 'z')
		str_addc(out, (char)(key->point - 'a' + 'A'));
	else
		str_addn(out, bytes, utf8_encode(key->point, bytes));
}
