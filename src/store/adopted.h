/* SPDX-License-Identifier: MIT */
/* Which changes of the agenda an act of its adoption came after. Private to the store. */
#ifndef STORE_ADOPTED_H
#define STORE_ADOPTED_H

/* Of a row of act: the id of the last change before it, by order of entry; 0: none. Acts of
 * databases that did not keep it yet know no more than their times. */
#define STORE_ADOPTED_AFTER                                                   \
	"coalesce("                                                           \
	"(SELECT coalesce(o.change, 0) FROM adoption_order o"                 \
	" JOIN agenda_adoption a ON a.id = o.adoption WHERE a.act = act.id)," \
	"(SELECT max(c.id) FROM agenda_change c"                              \
	" WHERE c.session = act.session AND c.at <= act.at), 0)"

#endif
