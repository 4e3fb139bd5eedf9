/* SPDX-License-Identifier: MIT */
/* Counting for a quorum. Who is entitled is a party, if the session knows any, else
 * any State; a rule set says whether those who never came count too. */
#include <string.h>

#include "model/quorum.h"

void quorum_begin(struct quorum_count *count, const struct rules *rules)
{
	*count = (struct quorum_count){.rules = rules};
}

void quorum_add(
	struct quorum_count *count, const char *kind, const char *status, bool seen, bool here)
{
	bool state = strcmp(kind, "state") == 0;

	if (state)
		count->states[seen || here][here]++;
	/* An observer State of the United Nations can be a party to a treaty. */
	if ((state || strcmp(kind, "observer_state") == 0) && strcmp(status, "party") == 0)
		count->parties[seen || here][here]++;
}

static int sum(const int all[2][2])
{
	return all[0][0] + all[1][0] + all[1][1];
}

void quorum_end(const struct quorum_count *count, struct quorum *quorum)
{
	*quorum = (struct quorum){
		.parties = sum(count->parties) > 0, .all = count->rules->quorum_all};
	const int(*of)[2] = quorum->parties ? count->parties : count->states;

	quorum->present = of[1][1];
	quorum->entitled = quorum->all ? sum(of) : of[1][0] + of[1][1];
	quorum->debate = rules_quorum(&count->rules->debate, quorum->entitled);
	quorum->decision = rules_quorum(&count->rules->decision, quorum->entitled);
}

static void add_part(const struct quorum *quorum, const char *what, int needed, struct str *out)
{
	if (quorum->present >= needed)
		str_addf(out, " · %s %d ✓", what, needed);
	else
		str_addf(out, " · %s %d: %d short", what, needed, needed - quorum->present);
}

void quorum_phrase(const struct quorum *quorum, struct str *out)
{
	if (quorum->entitled == 0) {
		str_add(out, "nobody here counts for a quorum yet");
		return;
	}
	str_addf(out, "%d of %d %s here", quorum->present, quorum->entitled,
		quorum->parties ? "parties" : "States");
	add_part(quorum, "debate", quorum->debate, out);
	add_part(quorum, "decision", quorum->decision, out);
}

const char *quorum_word(const struct quorum *quorum)
{
	if (quorum->entitled == 0)
		return NULL;
	if (quorum->present < quorum->debate)
		return "no quorum";
	return quorum->present < quorum->decision ? "no decision" : NULL;
}
