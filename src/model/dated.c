/* SPDX-License-Identifier: MIT */
/*
 * A day is named by its month: from there it goes back over the days before it and on over
 * the year. A month without either is a word like any other ("the May Declaration").
 */
#include <ctype.h>
#include <string.h>

#include "model/dated.h"

static size_t month_at(const char *text)
{
	static const char *const months[] = {"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"};

	for (size_t i = 0; i < sizeof months / sizeof months[0]; i++) {
		size_t length = strlen(months[i]);
		if (strncmp(text, months[i], length) == 0 && !isalnum((unsigned char)text[length]))
			return length;
	}
	return 0;
}

/* Bytes of what joins two days, before `end`: " and ", ", ", "-", "–", " to ". */
static size_t joint_before(const char *text, size_t end)
{
	static const char *const joints[] = {", and ", " and ", ", ", " to ", "\u2013", "-", "/"};

	for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++) {
		size_t length = strlen(joints[i]);
		if (end > length && strncmp(text + end - length, joints[i], length) == 0 &&
			isdigit((unsigned char)text[end - length - 1]))
			return length;
	}
	return 0;
}

/* Where the days that end at `end` begin; `end` itself if there are none. */
static size_t days_before(const char *text, size_t end)
{
	size_t start = end, digits = end;

	while (digits > 0 && isdigit((unsigned char)text[digits - 1]))
		digits--;
	while (digits < start && start - digits <= 2 &&
		(digits == 0 || !isalpha((unsigned char)text[digits - 1]))) {
		start = digits;
		size_t joint = joint_before(text, start);
		if (joint == 0)
			break;
		size_t before = start - joint;
		for (digits = before; digits > 0 && isdigit((unsigned char)text[digits - 1]);)
			digits--;
		if (before - digits > 2)
			break;
		start = before;
	}
	return start;
}

/* Bytes of " 2010", ", 2010", " 8" or " 8, 2010". */
static size_t numbers_after(const char *text)
{
	size_t blanks = strspn(text, " ,"), digits = strspn(text + blanks, "0123456789");

	if (blanks == 0 || digits == 0 || digits == 3 || digits > 4)
		return 0;
	return blanks + digits + (digits < 3 ? numbers_after(text + blanks + digits) : 0);
}

bool dated_find(const char *text, size_t *start, size_t *length)
{
	for (size_t at = 0; text[at]; at++) {
		size_t month = month_at(text + at);
		if (month == 0 || (at > 0 && isalnum((unsigned char)text[at - 1])))
			continue;
		size_t days = at > 0 && text[at - 1] == ' ' ? days_before(text, at - 1) : at;
		size_t more = numbers_after(text + at + month);
		*start = at > 0 && days < at - 1 ? days : at;
		*length = at + month + more - *start;
		if (*start < at || more > 0)
			return true;
	}
	return false;
}
