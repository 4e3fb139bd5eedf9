/* SPDX-License-Identifier: MIT */
/* The annex: how the time was used, where the session's rules or the caller want it. */
#include "build.h"
#include "statistics.h"
#include "store/rule.h"

bool section_annex(struct report *report)
{
	struct rules rules;
	bool kept = store_rules(report->store, report->session, &rules) && rules.statistics;

	if (kept || report->statistics)
		statistics_annex(report->store, report->session, &report->facts, &report->document);
	return true;
}
