/* SPDX-License-Identifier: MIT */
/* The schema: migrations in order, and which tables are recorded. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#define SCHEMA_APPLICATION_ID 0x52707274 /* "Rprt" */

struct schema_step {
	const char *const *run;    /* the statements that make version i + 1 out of version i */
	const char *const *schema; /* what sqlite_schema then says more, word for word, in any
					   order; of a step of CREATEs alone the same list */
	const char *const *gone;   /* texts of earlier steps that it takes away, or NULL */
};                                 /* all ended by NULL */
extern const struct schema_step schema_steps[];
extern const int schema_version; /* the newest */

/* A step of its own file; what takes something away stands first and is no table. */
extern const char *const schema_living_text[];
extern const char *const schema_report[];
extern const char *const schema_parts[];

/* Tables whose changes the journal keeps; ended by NULL. */
extern const char *const schema_recorded[];

#endif
