/* SPDX-License-Identifier: MIT */
/* Counting a vote. Those present and voting are those who vote for or against. */
#include <string.h>

#include "model/vote.h"

static const struct {
	const char *word, *label;
} majorities[VOTE_MAJORITIES] = {
	[VOTE_SIMPLE] = {"simple", "a simple majority"},
	[VOTE_TWO_THIRDS] = {"two_thirds", "a two-thirds majority"},
};

static const struct {
	const char *word, *label;
} choices[VOTE_CHOICES] = {
	[VOTE_IN_FAVOUR] = {"in_favour", "in favour"},
	[VOTE_AGAINST] = {"against", "against"},
	[VOTE_ABSTAINING] = {"abstaining", "abstaining"},
	[VOTE_ABSENT] = {"absent", "absent"},
};

const char *vote_majority_word(enum vote_majority majority)
{
	return majorities[majority].word;
}

const char *vote_majority_label(enum vote_majority majority)
{
	return majorities[majority].label;
}

bool vote_majority_parse(const char *word, enum vote_majority *majority)
{
	if (strcmp(word, "two-thirds") == 0)
		word = "two_thirds";
	for (size_t i = 0; i < VOTE_MAJORITIES; i++) {
		if (strcmp(majorities[i].word, word) == 0) {
			*majority = (enum vote_majority)i;
			return true;
		}
	}
	return false;
}

const char *vote_choice_word(enum vote_choice choice)
{
	return choices[choice].word;
}

const char *vote_choice_label(enum vote_choice choice)
{
	return choices[choice].label;
}

bool vote_choice_parse(const char *word, enum vote_choice *choice)
{
	for (size_t i = 0; i < VOTE_CHOICES; i++) {
		if (strcmp(choices[i].word, word) == 0) {
			*choice = (enum vote_choice)i;
			return true;
		}
	}
	return false;
}

int vote_needed(enum vote_majority majority, const struct vote_count *count)
{
	int cast = count->in_favour + count->against;

	if (cast == 0)
		return 1;
	return majority == VOTE_TWO_THIRDS ? (cast * 2 + 2) / 3 : cast / 2 + 1;
}

bool vote_carried(enum vote_majority majority, const struct vote_count *count)
{
	return count->in_favour >= vote_needed(majority, count);
}

void vote_say_count(const struct vote_count *count, struct str *out)
{
	str_addf(out, "%d in favour, %d against, %d abstaining", count->in_favour, count->against,
		count->abstaining);
}

void vote_say_why_not(enum vote_majority majority, const struct vote_count *count, struct str *out)
{
	int needed = vote_needed(majority, count);

	if (vote_carried(majority, count))
		return;
	if (count->in_favour + count->against == 0)
		str_add(out, "nobody voted for or against");
	else if (majority == VOTE_SIMPLE && count->in_favour == count->against)
		str_add(out, "a tie");
	else
		str_addf(out, "%d in favour %s needed for %s", needed, needed == 1 ? "is" : "are",
			vote_majority_label(majority));
}

enum vote_right vote_right(const char *kind, const char *status, bool parties_known)
{
	bool state = strcmp(kind, "state") == 0, party = strcmp(status, "party") == 0;

	if (state)
		return party || !parties_known ? VOTE_MAY : VOTE_DOUBTFUL;
	/* An observer State of the United Nations can be a party to a treaty. */
	return party && strcmp(kind, "observer_state") == 0 ? VOTE_MAY : VOTE_NEVER;
}
