/* SPDX-License-Identifier: MIT */
/* The five regional groups of the United Nations (conventions 4.1). */
#ifndef MODEL_REGION_H
#define MODEL_REGION_H

enum { REGIONS = 5 };

struct region {
	const char *code;     /* in rosters: AF AP EE LA WE */
	const char *words;    /* "Asia-Pacific", where there is little room */
	const char *names[2]; /* that the group has had, the newest first; the second may be NULL */
};
extern const struct region regions[REGIONS];

/* Its place in regions; -1 for NULL and for what is no code. */
int region_find(const char *code);

#endif
