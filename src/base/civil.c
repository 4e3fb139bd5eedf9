/* SPDX-License-Identifier: MIT */
/*
 * Dates and clock times as people write them. The arithmetic of days is the
 * usual one of the Gregorian calendar in years that begin in March, so that the
 * leap day comes last; the zone is the C library's, asked only which civil time
 * an instant has, and that once for a quarter of an hour. The way back, civil_ms(), tries the two offsets valid a day
 * before and a day after: in an hour that comes twice the earlier instant wins,
 * in one that is skipped the clock is taken as not yet put forward.
 */
#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/civil.h"
#include "base/mem.h"

enum {
	DAY = 86400,
	QUARTER = 900,
	QUARTERS = 61, /* remembered at a time; a prime, so that two days do not share places */
	FIRST_YEAR = 1,
	LAST_YEAR = 9999,
	EPOCH = 719468, /* days from 0000-03-01 to 1970-01-01 */
	ERA = 146097,   /* days of 400 years */
};

/* --- days --- */

long civil_days(const struct civil *civil)
{
	long year = civil->month <= 2 ? civil->year - 1 : civil->year;
	long era = (year >= 0 ? year : year - 399) / 400;
	long year_of_era = year - era * 400;
	long month = (civil->month + 9) % 12; /* 0 = March */
	long day_of_year = (153 * month + 2) / 5 + civil->day - 1;

	return era * ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
	       EPOCH;
}

struct civil civil_from_days(long days)
{
	long shifted = days + EPOCH;
	long era = (shifted >= 0 ? shifted : shifted - (ERA - 1)) / ERA;
	long day = shifted - era * ERA;
	long year = (day - day / 1460 + day / 36524 - day / (ERA - 1)) / 365;
	long day_of_year = day - (365 * year + year / 4 - year / 100);
	long month = (5 * day_of_year + 2) / 153; /* 0 = March */

	return (struct civil){
		.year = (int)(year + era * 400 + (month >= 10 ? 1 : 0)),
		.month = (int)(month < 10 ? month + 3 : month - 9),
		.day = (int)(day_of_year - (153 * month + 2) / 5 + 1),
	};
}

int civil_weekday(const struct civil *civil)
{
	long weekday = (civil_days(civil) + 4) % 7; /* 1970-01-01 was a Thursday */

	return (int)(weekday < 0 ? weekday + 7 : weekday);
}

static int days_of_month(int year, int month)
{
	struct civil first = {.year = year, .month = month, .day = 1};
	struct civil next = {.year = year, .month = month + 1, .day = 1};

	if (month == 12)
		next = (struct civil){.year = year + 1, .month = 1, .day = 1};
	return (int)(civil_days(&next) - civil_days(&first));
}

/* --- the zone --- */

static bool is_zone_name(const char *name)
{
	for (const char *c = name; *c; c++) {
		if (!isalnum((unsigned char)*c) && !strchr("/_+-", *c))
			return false;
	}
	return name[0] != '/' && strlen(name) < 100;
}

static bool is_zone_file(const char *path)
{
	char magic[4] = "";
	struct stat status;

	if (stat(path, &status) || !S_ISREG(status.st_mode))
		return false;
	FILE *file = fopen(path, "r");
	if (!file)
		return false;
	bool whole = fread(magic, 1, sizeof(magic), file) == sizeof(magic);
	fclose(file);
	return whole && memcmp(magic, "TZif", sizeof(magic)) == 0;
}

/* How far the zone was ahead of UTC at both ends of a quarter of an hour. */
struct quarter {
	bool known;
	bool even;      /* as far at its end as at its beginning, and so throughout */
	int64_t number; /* since 1970 */
	int64_t offset; /* in seconds, at its beginning */
};

/* TZ as it was before a session had a zone, and what is known of the one that is set. The
 * zone is the whole process's, and so are these. */
static struct {
	bool kept;
	char *name; /* NULL: there was none */
	struct quarter quarters[QUARTERS];
} machine;

static bool put_zone(const char *name, struct err *err)
{
	const char *before = getenv("TZ");

	if (!machine.kept)
		machine.name = before ? mem_strdup(before) : NULL;
	machine.kept = true;
	if (name ? setenv("TZ", name, 1) : unsetenv("TZ"))
		return err_set(err, ERR_SYSTEM, "the time zone cannot be set: %s", strerror(errno));
	tzset();
	memset(machine.quarters, 0, sizeof machine.quarters);
	return true;
}

bool zone_set(const char *name, struct err *err)
{
	const char *folder = getenv("TZDIR");
	char path[4096];
	struct stat status;

	if (!name || !*name)
		return !machine.kept || put_zone(machine.name, err);
	if (!folder || !*folder)
		folder = "/usr/share/zoneinfo";
	errno = 0;
	/* No dots pass, so that the name cannot lead out of the folder. */
	bool known = is_zone_name(name) &&
		     (size_t)snprintf(path, sizeof(path), "%s/%s", folder, name) < sizeof(path) &&
		     is_zone_file(path);
	if (!known && (errno == EMFILE || errno == ENFILE || errno == ENOMEM))
		return err_set(err, errno == ENOMEM ? ERR_INTERNAL : ERR_SYSTEM,
			"the time zone “%s” cannot be read: %s", name, strerror(errno));
	if (!known && strcmp(name, "UTC") != 0) {
		if (stat(folder, &status))
			return err_set(err, ERR_DATA,
				"the time zone “%s” cannot be used: this machine has "
				"no zone database in %s; install the package tzdata",
				name, folder);
		return err_set(err, ERR_DATA,
			"“%s” is no time zone; write a name such as "
			"Europe/Vienna (all are in %s)",
			name, folder);
	}
	return put_zone(name, err);
}

static int64_t floor_divide(int64_t number, int64_t by)
{
	return number >= 0 ? number / by : -((-(number + 1)) / by) - 1;
}

/* Years 1 to 9999 in every zone: what lies outside is the nearest day inside. */
static int64_t clamp_seconds(int64_t seconds)
{
	const struct civil first = {.year = FIRST_YEAR, .month = 1, .day = 3};
	const struct civil last = {.year = LAST_YEAR, .month = 12, .day = 30};
	int64_t least = (int64_t)civil_days(&first) * DAY, most = (int64_t)civil_days(&last) * DAY;

	return seconds < least ? least : seconds > most ? most : seconds;
}

static int64_t as_if_utc(const struct civil *civil)
{
	return (int64_t)civil_days(civil) * DAY + civil->hour * 3600 + civil->minute * 60 +
	       civil->second;
}

static struct civil from_utc(int64_t seconds)
{
	int64_t days = floor_divide(seconds, DAY);
	struct civil civil = civil_from_days((long)days);
	int rest = (int)(seconds - days * DAY);

	civil.hour = rest / 3600;
	civil.minute = rest / 60 % 60;
	civil.second = rest % 60;
	return civil;
}

static struct civil ask_library(int64_t seconds)
{
	time_t instant = (time_t)seconds;
	struct tm tm = {0};

	localtime_r(&instant, &tm);
	return (struct civil){
		.year = tm.tm_year + 1900,
		.month = tm.tm_mon + 1,
		.day = tm.tm_mday,
		.hour = tm.tm_hour,
		.minute = tm.tm_min,
		.second = tm.tm_sec,
	};
}

static int64_t asked_offset(int64_t seconds)
{
	struct civil local = ask_library(seconds);

	return as_if_utc(&local) - seconds;
}

/* Nowhere does a zone change twice in a quarter of an hour. Where it changes once, in
 * it and not at its end, the library is asked for every instant of it. */
static const struct quarter *quarter_of(int64_t seconds)
{
	int64_t number = floor_divide(seconds, QUARTER), begins = number * QUARTER;
	struct quarter *quarter = &machine.quarters[(uint64_t)number % QUARTERS];

	if (!quarter->known || quarter->number != number) {
		int64_t offset = asked_offset(begins);
		*quarter = (struct quarter){.known = true,
			.even = asked_offset(begins + QUARTER - 1) == offset,
			.number = number,
			.offset = offset};
	}
	return quarter;
}

struct civil civil_at(int64_t ms)
{
	int64_t seconds = clamp_seconds(floor_divide(ms, 1000));
	const struct quarter *quarter = quarter_of(seconds);

	return quarter->even ? from_utc(seconds + quarter->offset) : ask_library(seconds);
}

/* Seconds that the zone is ahead of UTC at an instant. */
static int64_t offset_at(int64_t seconds)
{
	int64_t inside = clamp_seconds(seconds);
	const struct quarter *quarter = quarter_of(inside);

	return quarter->even ? quarter->offset : asked_offset(inside);
}

int64_t civil_ms(const struct civil *civil)
{
	int64_t local = as_if_utc(civil);
	int64_t before = offset_at(local - DAY), after = offset_at(local + DAY);
	int64_t early = local - (before > after ? before : after);
	int64_t late = local - (before > after ? after : before);

	if (offset_at(early) == local - early)
		return early * 1000;
	if (offset_at(late) == local - late)
		return late * 1000;
	return (local - before) * 1000;
}

/* --- reading and writing --- */

/* Digits, at least `least` and at most `most`; moves *text behind them. */
static bool read_digits(const char **text, int least, int most, int *value)
{
	int count = 0;

	*value = 0;
	while (count < most && isdigit((unsigned char)(*text)[count])) {
		*value = *value * 10 + ((*text)[count] - '0');
		count++;
	}
	*text += count;
	return count >= least;
}

static bool read_char(const char **text, char c)
{
	if (**text != c)
		return false;
	(*text)++;
	return true;
}

static bool read_date(const char **text, struct civil *out)
{
	struct civil date = {0};

	if (!read_digits(text, 4, 4, &date.year) || !read_char(text, '-') ||
		!read_digits(text, 2, 2, &date.month) || !read_char(text, '-') ||
		!read_digits(text, 2, 2, &date.day))
		return false;
	if (date.year < FIRST_YEAR || date.month < 1 || date.month > 12 || date.day < 1 ||
		date.day > days_of_month(date.year, date.month))
		return false;
	*out = date;
	return true;
}

bool civil_parse_date(const char *text, struct civil *out)
{
	struct civil date;

	if (!read_date(&text, &date) || *text)
		return false;
	*out = date;
	return true;
}

int civil_parse_clock(const char *text)
{
	int hour, minute, second = 0;

	if (!read_digits(&text, 1, 2, &hour) || !read_char(&text, ':') ||
		!read_digits(&text, 2, 2, &minute))
		return -1;
	if (*text && (!read_char(&text, ':') || !read_digits(&text, 2, 2, &second)))
		return -1;
	if (*text || minute > 59 || second > 59)
		return -1;
	int seconds = hour * 3600 + minute * 60 + second;
	return seconds <= DAY ? seconds : -1;
}

bool civil_parse_time(const char *text, int64_t now, int64_t *ms, struct err *err)
{
	const char *clock = text;
	struct civil day;

	if (!read_date(&clock, &day) || (*clock != 'T' && *clock != ' ')) {
		clock = text;
		day = civil_at(now);
	} else {
		clock++;
	}
	int seconds = civil_parse_clock(clock);
	if (seconds < 0)
		return err_set(err, ERR_USAGE,
			"“%s” is no time; write HH:MM, HH:MM:SS or "
			"YYYY-MM-DDTHH:MM",
			text);

	/* 24:00 is the next day's beginning. */
	struct civil when = civil_from_days(civil_days(&day) + seconds / DAY);
	seconds %= DAY;
	when.hour = seconds / 3600;
	when.minute = seconds / 60 % 60;
	when.second = seconds % 60;
	*ms = civil_ms(&when);
	return true;
}

static void put_digits(char *out, int digits, int number)
{
	while (digits > 0) {
		out[--digits] = (char)('0' + number % 10);
		number /= 10;
	}
}

void civil_format_date(const struct civil *civil, char out[11])
{
	assert(civil->year >= 0 && civil->year <= LAST_YEAR);
	assert(civil->month >= 1 && civil->month <= 12 && civil->day >= 1 && civil->day <= 31);
	put_digits(out, 4, civil->year);
	out[4] = '-';
	put_digits(out + 5, 2, civil->month);
	out[7] = '-';
	put_digits(out + 8, 2, civil->day);
	out[10] = '\0';
}
