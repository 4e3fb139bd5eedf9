/* SPDX-License-Identifier: MIT */
/*
 * What parts of the report asked for: one step of the schema (schema.c says what the steps
 * are). An edit is for the part that it is issued with, or for the final report alone; what
 * was left out of a part is told by that, and no part after it has it; and an adoption of
 * the agenda knows which of its changes came before it, whatever the clocks said.
 */
#include <stddef.h>

#include "schema.h"

const char *const schema_parts[] = {
	/* Of a paragraph: is it for the final report alone, and there in the place of another;
	 * what one stood on that was left out of the part it was issued with. */
	"CREATE TABLE paragraph_more("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	paragraph INTEGER NOT NULL UNIQUE REFERENCES paragraph,"
	"	final INTEGER NOT NULL DEFAULT 0 CHECK(final IN(0,1)),"
	"	corrects INTEGER REFERENCES paragraph,"
	"	left_out TEXT"
	") STRICT",
	"CREATE INDEX paragraph_more_corrects ON paragraph_more(corrects)"
	"	WHERE corrects IS NOT NULL",
	"CREATE TABLE adoption_order("
	"	id INTEGER PRIMARY KEY AUTOINCREMENT,"
	"	session INTEGER NOT NULL REFERENCES session,"
	"	adoption INTEGER NOT NULL UNIQUE REFERENCES agenda_adoption,"
	"	change INTEGER" /* the last before it; may be taken back since; NULL: none */
	") STRICT",
	NULL};
