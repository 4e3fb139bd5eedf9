/* SPDX-License-Identifier: MIT */
/*
 * The sequences of xterm and those that imitate it, rxvt, the Linux console, and
 * the "CSI u" of newer terminals, known by heart: descriptions of terminals are
 * often missing or wrong, and these forms do not collide. A well-formed sequence
 * that is no key here is swallowed whole, so that an answer of the terminal to
 * somebody else's question is never taken for typing.
 */
#include <string.h>

#include "base/utf8.h"
#include "sequence.h"

enum {
	ESC = 0x1B,
	DEL = 0x7F,
	CSI_MOST = 64,      /* bytes of a control sequence, parameters and all */
	STRING_MOST = 4096, /* of an answer that is a string */
	NUMBER_MOST = 0x10FFFF,
};

/* --- modifiers and characters --- */

/* xterm: 1 + shift 1 + alt 2 + ctrl 4 + meta 8; kitty has more, meta is 32. */
static void add_modifiers(struct key *key, unsigned number)
{
	unsigned bits = number > 0 ? number - 1 : 0;

	key->shift = key->shift || (bits & 1);
	key->alt = key->alt || (bits & (2 | 8 | 32));
	key->ctrl = key->ctrl || (bits & 4);
}

static size_t control(unsigned char byte, struct key *key)
{
	switch (byte) {
	case '\b':
	case DEL:
		key->code = KEY_BACKSPACE;
		break;
	case '\t':
		key->code = KEY_TAB;
		break;
	case '\r':
	case '\n':
		key->code = KEY_ENTER;
		break;
	case ESC:
		key->code = KEY_ESCAPE;
		break;
	default:
		key->code = KEY_CHARACTER;
		key->ctrl = true;
		key->point = byte == 0 ? ' ' : byte < ESC ? byte + 0x60u : byte + 0x40u;
	}
	return 1;
}

/* Could these bytes still become one character? */
static bool begins_character(const unsigned char *byte, size_t n)
{
	size_t length = byte[0] < 0xC2   ? 1
			: byte[0] < 0xE0 ? 2
			: byte[0] < 0xF0 ? 3
			: byte[0] < 0xF5 ? 4
					 : 1;

	for (size_t i = 1; i < n && i < length; i++)
		if ((byte[i] & 0xC0) != 0x80)
			return false;
	return n < length;
}

static size_t character(const char *bytes, size_t n, bool late, struct key *key)
{
	const unsigned char *byte = (const unsigned char *)bytes;

	if (byte[0] < ' ' || byte[0] == DEL)
		return control(byte[0], key);
	if (!late && begins_character(byte, n))
		return 0;
	size_t used = utf8_decode(bytes, n, &key->point);
	if (key->point < DEL || key->point >= 0xA0)
		key->code = KEY_CHARACTER;
	return used;
}

/* A key that is sent as its code point: CSI u and xterm's modifyOtherKeys. */
static void key_of_point(struct key *key, unsigned point, unsigned modifiers)
{
	char bytes[4];
	size_t length = utf8_encode(point, bytes);

	if ((point >= 0xD800 && point < 0xE000) || point > 0x10FFFF || point == 0 ||
		(point >= 0xE000 && point < 0xF900))
		return; /* no character, or one of kitty's keys without a name here */
	character(bytes, length, true, key);
	add_modifiers(key, modifiers);
	if (key->code == KEY_TAB && key->shift)
		key->code = KEY_BACKTAB;
	bool letter = key->code == KEY_CHARACTER;
	if (letter && key->shift && !key->ctrl && point >= 'a' && point <= 'z')
		key->point -= 'a' - 'A';
	if (letter && key->ctrl && point >= 'A' && point <= 'Z')
		key->point += 'a' - 'A';
	key->shift = key->shift && !letter && key->code != KEY_BACKTAB;
}

/* --- tables --- */

/* The last letter of CSI and of SS3 (ESC O). */
static const struct {
	enum key_code code;
	uint32_t point;
} finals[128] = {
	['A'] = {KEY_UP, 0},
	['B'] = {KEY_DOWN, 0},
	['C'] = {KEY_RIGHT, 0},
	['D'] = {KEY_LEFT, 0},
	['F'] = {KEY_END, 0},
	['H'] = {KEY_HOME, 0},
	['M'] = {KEY_ENTER, 0},
	['P'] = {KEY_F, 1},
	['Q'] = {KEY_F, 2},
	['R'] = {KEY_F, 3},
	['S'] = {KEY_F, 4},
	['Z'] = {KEY_BACKTAB, 0},
	['a'] = {KEY_UP, 0},
	['b'] = {KEY_DOWN, 0},
	['c'] = {KEY_RIGHT, 0},
	['d'] = {KEY_LEFT, 0},
};

/* The number before the last "~". */
static const struct {
	enum key_code code;
	uint32_t point;
} numbers[] = {
	[1] = {KEY_HOME, 0},
	[2] = {KEY_INSERT, 0},
	[3] = {KEY_DELETE, 0},
	[4] = {KEY_END, 0},
	[5] = {KEY_PAGEUP, 0},
	[6] = {KEY_PAGEDOWN, 0},
	[7] = {KEY_HOME, 0},
	[8] = {KEY_END, 0},
	[11] = {KEY_F, 1},
	[12] = {KEY_F, 2},
	[13] = {KEY_F, 3},
	[14] = {KEY_F, 4},
	[15] = {KEY_F, 5},
	[17] = {KEY_F, 6},
	[18] = {KEY_F, 7},
	[19] = {KEY_F, 8},
	[20] = {KEY_F, 9},
	[21] = {KEY_F, 10},
	[23] = {KEY_F, 11},
	[24] = {KEY_F, 12},
	[25] = {KEY_F, 13},
	[26] = {KEY_F, 14},
	[28] = {KEY_F, 15},
	[29] = {KEY_F, 16},
	[31] = {KEY_F, 17},
	[32] = {KEY_F, 18},
	[33] = {KEY_F, 19},
	[34] = {KEY_F, 20},
};

enum { NUMBERS = sizeof numbers / sizeof *numbers, MODIFY_OTHER_KEYS = 27 };

static void key_of_number(struct key *key, unsigned number)
{
	if (number < NUMBERS) {
		key->code = numbers[number].code;
		key->point = numbers[number].point;
	}
}

/* --- control sequences --- */

struct csi {
	unsigned number[3];
	int count; /* of numbers given */
	char final;
};

/* "1;5" and "97:65;5:1": of what is joined with colons the first counts. */
static void read_numbers(struct csi *csi, const char *at, const char *end)
{
	bool first = true;

	csi->count = at < end ? 1 : 0;
	for (; at < end; at++) {
		unsigned *number = &csi->number[csi->count - 1];
		if (*at == ';') {
			if (csi->count == 3)
				return;
			csi->count++;
			first = true;
		} else if (*at == ':') {
			first = false;
		} else if (first && *number <= NUMBER_MOST) {
			*number = *number * 10 + (unsigned)(*at - '0');
		}
	}
}

/* rxvt ends the numbered keys with "$", "^", "@" for Shift, Ctrl and both. */
static void key_of_csi(struct key *key, const struct csi *csi)
{
	unsigned modifiers = csi->count > 1 ? csi->number[1] : 0;

	switch (csi->final) {
	case '~':
		if (csi->number[0] == MODIFY_OTHER_KEYS && csi->count == 3) {
			key_of_point(key, csi->number[2], modifiers);
			return;
		}
		/* fallthrough */
	case '$':
	case '^':
	case '@':
		key_of_number(key, csi->number[0]);
		key->shift = csi->final == '$' || csi->final == '@';
		key->ctrl = csi->final == '^' || csi->final == '@';
		break;
	case 'u':
		key_of_point(key, csi->number[0], modifiers);
		return;
	case 'M': /* a mouse, that nobody asked for */
		return;
	case 'R': /* else where the cursor is */
		if (csi->count > 1 && csi->number[0] != 1)
			return;
		/* fallthrough */
	default:
		key->code = finals[(int)csi->final].code;
		key->point = finals[(int)csi->final].point;
		key->shift = csi->final >= 'a' && csi->final <= 'd';
	}
	add_modifiers(key, modifiers);
	if (key->code == KEY_BACKTAB)
		key->shift = false;
}

static bool is_final(char c)
{
	return c >= '@' && c <= '~';
}

/* Is the "$" at bytes[i] the end (rxvt), and not followed by a final letter that
 * an answer has there? *more: that cannot be told yet. */
static bool dollar_ends(const char *bytes, size_t n, size_t i, bool late, bool *more)
{
	if (bytes[2] < '0' || bytes[2] > '9')
		return false;
	*more = i + 1 == n && !late;
	return i + 1 == n || !strchr("yw", bytes[i + 1]);
}

/* The Linux console: F1 to F5 are ESC [ [ A to E. */
static size_t console_key(const char *bytes, size_t n, bool late, struct key *key)
{
	if (n < 4)
		return late ? n : 0;
	if (bytes[3] >= 'A' && bytes[3] <= 'E') {
		key->code = KEY_F;
		key->point = (uint32_t)(bytes[3] - 'A' + 1);
		return 4;
	}
	return 3;
}

static size_t control_sequence(const char *bytes, size_t n, bool late, struct key *key)
{
	struct csi csi = {0};
	size_t i = 2, numbers_end = 0;
	bool more = false;

	if (n > 2 && bytes[2] == '[')
		return console_key(bytes, n, late, key);
	for (; i < n && i < CSI_MOST; i++) {
		char c = bytes[i];
		if (is_final(c) || (c == '$' && dollar_ends(bytes, n, i, late, &more)))
			break;
		if (c < ' ' || c > '?')
			return i; /* broken off; what broke it is looked at next */
		if (c < '0' && numbers_end == 0)
			numbers_end = i;
	}
	if (i == CSI_MOST)
		return i;
	if (more || i == n)
		return late ? n : 0;
	/* With "?", ">" and the like, or "!" and the like, it is no key. */
	if (numbers_end == 0 && (bytes[2] <= ';' || i == 2)) {
		csi.final = bytes[i];
		read_numbers(&csi, bytes + 2, bytes + i);
		key_of_csi(key, &csi);
	}
	return i + 1;
}

/* ESC O: arrows and F1 to F4, the keypad, rxvt's arrows with Ctrl, and an old
 * form of modifiers (ESC O 5 A). */
static size_t single_shift(const char *bytes, size_t n, bool late, struct key *key)
{
	size_t at = 2;
	unsigned modifiers = 0;

	if (n > 2 && bytes[2] >= '1' && bytes[2] <= '8') {
		modifiers = (unsigned)(bytes[2] - '0');
		at = 3;
	}
	if (at >= n && !late)
		return 0;
	char c = at < n ? bytes[at] : '\0';
	if (c >= 'j' && c <= 'y') {
		key->code = KEY_CHARACTER;
		key->point = (uint32_t)(c - 0x40);
	} else if (c == 'X') {
		key->code = KEY_CHARACTER;
		key->point = '=';
	} else if (c == 'I') {
		key->code = KEY_TAB;
	} else if (c > 0 && finals[(int)c].code != KEY_NONE) {
		key->code = finals[(int)c].code;
		key->point = finals[(int)c].point;
		key->ctrl = c >= 'a' && c <= 'd';
	} else {
		*key = (struct key){.code = KEY_CHARACTER, .point = 'O', .alt = true};
		return 2;
	}
	add_modifiers(key, modifiers);
	key->shift = key->shift && key->code != KEY_CHARACTER;
	return at + 1;
}

/* --- strings and what is left --- */

/* An answer such as ESC ] 11;rgb:… ends with BEL or ESC \. */
static size_t string_answer(const char *bytes, size_t n, bool late)
{
	for (size_t i = 2; i < n; i++) {
		if (bytes[i] == '\a')
			return i + 1;
		if (bytes[i] == ESC && i + 1 < n)
			return bytes[i + 1] == '\\' ? i + 2 : i;
		if (i == STRING_MOST)
			return i;
	}
	return late ? n : 0;
}

static bool begins_answer(const char *bytes, size_t n)
{
	if (n < 3 || !bytes[2])
		return false;
	return (bytes[1] == ']' && strchr("0123456789", bytes[2])) ||
	       (bytes[1] == 'P' && strchr("01>!$", bytes[2]));
}

/* ESC ESC [ A is Alt-Up in some terminals; else the first one is Escape, also
 * before a paste. */
static size_t two_escapes(const char *bytes, size_t n, bool late, struct key *key)
{
	static const char paste[] = "\033[200~";
	size_t length = n - 1 < strlen(paste) ? n - 1 : strlen(paste);
	bool pastes = n > 2 && memcmp(bytes + 1, paste, length) == 0;
	bool arrow = n > 2 && (bytes[2] == '[' || bytes[2] == 'O');

	if (!late && (n == 2 || (n == 3 && arrow) || (pastes && length < strlen(paste))))
		return 0;
	if (pastes || n == 3 || !arrow)
		return control(ESC, key);
	size_t used = sequence_parse(bytes + 1, n - 1, late, key);
	key->alt = true;
	return used > 0 ? used + 1 : 0;
}

static size_t escape(const char *bytes, size_t n, bool late, struct key *key)
{
	bool alone = n == 2 && late; /* a letter with Alt after all */

	if (n == 1)
		return late ? control(ESC, key) : 0;
	if (bytes[1] == ESC)
		return two_escapes(bytes, n, late, key);
	if (bytes[1] == '[' && !alone)
		return control_sequence(bytes, n, late, key);
	if (bytes[1] == 'O' && !alone)
		return single_shift(bytes, n, late, key);
	if (begins_answer(bytes, n))
		return string_answer(bytes, n, late);
	if (n == 2 && (bytes[1] == ']' || bytes[1] == 'P') && !late)
		return 0;
	size_t used = character(bytes + 1, n - 1, late, key);
	key->alt = true;
	return used > 0 ? used + 1 : 0;
}

size_t sequence_parse(const char *bytes, size_t n, bool late, struct key *key)
{
	*key = (struct key){0};
	if (bytes[0] == ESC)
		return escape(bytes, n, late, key);
	return character(bytes, n, late, key);
}
