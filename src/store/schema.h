/* SPDX-License-Identifier: MIT */
/* The schema: migrations in order, and which tables are recorded. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#define SCHEMA_APPLICATION_ID 0x52707274	/* "Rprt" */

/* The statements that make version i + 1 out of version i, ended by NULL. */
extern const char *const *const schema_migrations[];
extern const int schema_version;	/* the newest */

/* Tables whose changes the journal keeps; ended by NULL. */
extern const char *const schema_recorded[];

#endif
