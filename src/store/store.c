/* SPDX-License-Identifier: MIT */
/*
 * Opening the database. The one idea: whatever is wrong with a file is found
 * out before anything is written to it. Its header is read as plain bytes first,
 * then SQLite opens it defensively, then its schema must be, word for word, the
 * one that the migrations of its version make. A new database is made whole
 * under another name and moved into place, so that there is never half of one.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/mem.h"
#include "derive.h"
#include "internal.h"
#include "ledger.h"
#include "migrate.h"
#include "schema.h"
#include "store/backup.h"
#include "store/journal.h"
#include "store/search.h"
#include "unfinished.h"

#define HEADER_BYTES 100

enum {
	NFS_MAGIC = 0x6969,
	SMB_MAGIC = 0x517b,
	SMB2_MAGIC = (int)0xfe534d42,
	CIFS_MAGIC = (int)0xff534d42,
	V9FS_MAGIC = 0x01021997
};

static unsigned long big_endian(const unsigned char *bytes)
{
	return (unsigned long)bytes[0] << 24 | (unsigned long)bytes[1] << 16 |
	       (unsigned long)bytes[2] << 8 | bytes[3];
}

static off_t size_of(const char *path, const char *suffix)
{
	char *whole = mem_printf("%s%s", path, suffix);
	struct stat st;
	off_t size = stat(whole, &st) == 0 ? st.st_size : -1;

	free(whole);
	return size;
}

static bool check_header(
	const char *path, const unsigned char *header, ssize_t length, off_t size, struct err *err)
{
	unsigned long page, pages;

	if (size == 0)
		return err_set(err, ERR_DATA,
			"%s is empty (0 bytes), perhaps cut off: bring back a "
			"copy with 'rapporteur restore', or remove it to begin anew",
			path);
	/* A power cut may have left the file half written: what lies beside it has it
	 * whole (-journal while it was turned to a -wal, when it was new). */
	if (size_of(path, "-wal") > 0 || size_of(path, "-journal") > 0)
		return true;
	if (length < HEADER_BYTES || memcmp(header, "SQLite format 3", 16) != 0 ||
		big_endian(header + 68) != SCHEMA_APPLICATION_ID)
		return err_set(err, ERR_DATA,
			"%s is not a database of rapporteur: "
			"name another with --db",
			path);
	page = (unsigned long)header[16] << 8 | header[17];
	if (page == 1)
		page = 65536;
	pages = big_endian(header + 28);
	if ((unsigned long)size < page * pages)
		return err_set(err, ERR_DATA,
			"%s is cut off (%lld of %lu bytes): bring back a copy "
			"with 'rapporteur restore'",
			path, (long long)size, page * pages);
	return true;
}

static ssize_t read_header(int fd, unsigned char header[HEADER_BYTES])
{
	ssize_t length = 0, count = 1;

	while (length < HEADER_BYTES && count != 0) {
		count = read(fd, header + length, HEADER_BYTES - (size_t)length);
		if (count < 0 && errno != EINTR)
			return -1;
		length += count > 0 ? count : 0;
	}
	return length;
}

/* Looks at the file without SQLite; *exists says whether there is one. */
static bool look(const char *path, bool *exists, struct err *err)
{
	unsigned char header[HEADER_BYTES];
	struct stat st;
	ssize_t length;
	int fd;

	*exists = false;
	if (lstat(path, &st) != 0)
		return errno == ENOENT || err_set(err, ERR_NO_INPUT, "%s cannot be looked at: %s",
						  path, strerror(errno));
	*exists = true;
	if (S_ISLNK(st.st_mode))
		return err_set(err, ERR_NO_INPUT,
			"%s is a symbolic link: name the file itself "
			"with --db",
			path);
	if (!S_ISREG(st.st_mode))
		return err_set(err, ERR_NO_INPUT, "%s is %s, not a file: name another with --db",
			path, S_ISDIR(st.st_mode) ? "a folder" : "a device or pipe");
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0)
		return err_set(err, ERR_NO_INPUT, "%s cannot be read: %s", path, strerror(errno));
	length = read_header(fd, header);
	close(fd);
	return check_header(path, header, length, st.st_size, err);
}

static bool on_network(const char *path)
{
	struct statfs fs;

	if (statfs(path, &fs) != 0)
		return false;
	switch ((int)fs.f_type) {
	case NFS_MAGIC:
	case SMB_MAGIC:
	case SMB2_MAGIC:
	case CIFS_MAGIC:
	case V9FS_MAGIC:
		return true;
	default:
		return false;
	}
}

/* Limits and switches that make a hostile file harmless. */
static void defend(sqlite3 *db)
{
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, NULL);
	sqlite3_extended_result_codes(db, 1);
	sqlite3_busy_timeout(db, STORE_BUSY_MS);
}

/* There is one thread, and nobody asks how much memory is in use: no lock is taken for every
 * row and every piece of memory. Once SQLite runs it keeps to what it was told first. */
static void tell_of_threads(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static bool open_file(struct store *store, const char *name, int flags, struct err *err)
{
	tell_of_threads();
	int code = sqlite3_open_v2(name, &store->db, flags | SQLITE_OPEN_EXRESCODE, NULL);

	if (code != SQLITE_OK)
		return sql_fail(store, code, err);
	defend(store->db);
	return true;
}

static bool settings(struct store *store, struct err *err)
{
	return sql_script(store,
		"PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;"
		"PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL",
		err);
}

/* Where somebody else was quicker his stays. A memory stick has no links. */
static bool put_in_place(const char *beside, const char *path)
{
	if (link(beside, path) == 0 || errno == EEXIST)
		return true;
	if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS)
		return false;
	return access(path, F_OK) == 0 || rename(beside, path) == 0;
}

/* A whole new database at path: made beside it, moved into its place. */
static bool create(const char *path, struct err *err)
{
	struct store store = {0};
	char *beside = mem_printf("%s.new-%ld", path, (long)getpid());

	unfinished_remove_at(path, ".new-");
	int fd = open(beside, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool made;

	if (fd < 0) {
		err_set(err, ERR_CANNOT_CREATE, "%s cannot be created: %s", path, strerror(errno));
		free(beside);
		return false;
	}
	close(fd);
	made = open_file(&store, beside, SQLITE_OPEN_READWRITE, err) && migrate_new(&store, err);
	sql_close(&store);
	if (made && !put_in_place(beside, path))
		made = err_set(
			err, ERR_CANNOT_CREATE, "%s cannot be created: %s", path, strerror(errno));
	unlink(beside);
	free(beside);
	return made;
}

static bool writable(const char *path)
{
	char *folder = mem_strdup(path), *slash = strrchr(folder, '/');
	bool may;

	if (slash)
		slash[slash == folder] = '\0';
	may = access(path, W_OK) == 0 && access(slash ? folder : ".", W_OK | X_OK) == 0;
	free(folder);
	return may;
}

/* Percent-encodes what a URI would take for itself. */
static char *immutable_uri(const char *path)
{
	struct str uri;

	str_init(&uri);
	str_add(&uri, "file:");
	for (; *path; path++)
		if (strchr("%?#", *path))
			str_addf(&uri, "%%%02x", (unsigned char)*path);
		else
			str_addc(&uri, *path);
	str_add(&uri, "?immutable=1");
	return str_take(&uri);
}

/* Reading where nothing may be written: by the wal-index if there is one, else
 * as a file that nobody changes. */
static bool open_unwritable(struct store *store, struct err *err)
{
	char *uri;
	bool opened;

	if (size_of(store->path, "-shm") >= 0 || size_of(store->path, "-wal") > 0)
		return open_file(store, store->path, SQLITE_OPEN_READONLY, err);
	uri = immutable_uri(store->path);
	opened = open_file(store, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
	free(uri);
	return opened;
}

/* Until a file is accepted, closing it must not bring what is in its -wal into it. */
static void keep_apart(struct store *store, bool apart)
{
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
		apart && size_of(store->path, "-wal") > 0, NULL);
}

static bool open_existing(struct store *store, enum store_open how, struct err *err)
{
	bool may_write = writable(store->path);

	store->read_only = how == STORE_OPEN_READ_ONLY || !may_write;
	/* What may be written is opened so even to read: others may begin to write. */
	if (!(may_write ? open_file(store, store->path, SQLITE_OPEN_READWRITE, err)
			: open_unwritable(store, err)))
		return false;
	keep_apart(store, true);
	if (store->read_only)
		return settings(store, err) && sql_script(store, "PRAGMA query_only = ON", err) &&
		       migrate_check(store, err);
	if (!settings(store, err) || !migrate_check(store, err) ||
		(!on_network(store->path) && !sql_script(store, "PRAGMA journal_mode = WAL", err)))
		return false;
	keep_apart(store, false);
	return true;
}

static bool open_memory(struct store *store, struct err *err)
{
	return open_file(store, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err) &&
	       settings(store, err) && migrate_new(store, err);
}

static bool open_path(struct store *store, enum store_open how, struct err *err)
{
	bool exists;
	mode_t mask;

	if (strcmp(store->path, ":memory:") == 0)
		return open_memory(store, err);
	if (!look(store->path, &exists, err))
		return false;
	if (!exists && how != STORE_OPEN_CREATE)
		return err_set(err, ERR_NO_INPUT,
			"there is no database %s yet: open an agenda file first", store->path);
	/* It would be read into a new database that it does not belong to. */
	if (!exists && size_of(store->path, "-wal") > 0)
		return err_set(err, ERR_DATA,
			"%s is gone, but its newest part, %s-wal, is still there: "
			"bring back a copy with 'rapporteur restore', or move that away to begin anew",
			store->path, store->path);
	mask = umask(077); /* the -wal and -shm files too */
	exists = (exists || create(store->path, err)) && open_existing(store, how, err);
	umask(mask);
	return exists;
}

void sql_close(struct store *store)
{
	for (size_t i = 0; i < SQL_CACHE; i++) {
		sqlite3_finalize(store->cache[i].stmt);
		kept_free(store->cache[i].kept);
		store->cache[i] = (struct sql){0};
	}
	sqlite3_close(store->db);
	store->db = NULL;
	kept_watch_end(store);
	journal_items_free(store->items);
	store->items = NULL;
	entered_rows_free(store->entered);
	store->entered = NULL;
	ledger_free(store->ledger);
	store->ledger = NULL;
}

static void forget(struct store *store)
{
	sql_close(store);
	free(store->path);
	free(store->drafter);
	free(store->log_path);
	free(store);
}

struct store *store_new(const char *path, enum store_open how, struct err *err)
{
	struct store *store = mem_alloc(sizeof *store);

	if (!sqlite3_compileoption_used("ENABLE_SESSION")) {
		err_set(err, ERR_SYSTEM,
			"this system's SQLite is built without its session extension: "
			"install one that has ENABLE_SESSION and ENABLE_PREUPDATE_HOOK");
		free(store);
		return NULL;
	}
	store->path = mem_strdup(path);
	store->log_path = mem_printf("%s-wal", path);
	if (!open_path(store, how, err)) {
		forget(store);
		return NULL;
	}
	kept_watch(store);
	store_changed_outside(store);
	return store;
}

void store_free(struct store *store)
{
	if (!store)
		return;
	store_rollback(store);
	while (store_search_slice(store))
		;
	forget(store);
}

bool store_restore(
	struct store *store, const char *backup, int64_t at, struct str *kept, struct err *err)
{
	bool restored;
	struct err reopen = {0};

	sql_close(store);
	restored = backup_restore(backup, store->path, at, kept, err);
	if (!open_path(store, STORE_OPEN_EXISTING, restored ? err : &reopen))
		die("%s cannot be opened again: %s", store->path,
			restored ? err->text : reopen.text);
	kept_watch(store);
	store_changed_outside(store);
	return restored;
}

bool store_read_only(const struct store *store)
{
	return store->read_only;
}

const char *store_path(const struct store *store)
{
	return store->path;
}

bool store_spares(const struct store *store, const char *path, struct err *err)
{
	static const char *const own[] = {"", "-wal", "-shm", "-journal"};
	struct stat there, mine;
	bool spares = true;

	for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
		char *name = mem_printf("%s%s", store->path, own[i]);
		if (stat(path, &there) == 0 && stat(name, &mine) == 0 &&
			there.st_dev == mine.st_dev && there.st_ino == mine.st_ino)
			spares = false;
		free(name);
	}
	return spares || err_set(err, ERR_CANNOT_CREATE,
				 "%s is the database itself: name another file", path);
}

int64_t store_sequence(struct store *store, int64_t session)
{
	return sql_kept_value(
		store, 0, "SELECT max(seq) FROM journal WHERE session = ?1", "i", session);
}

bool store_changed_outside(struct store *store)
{
	int64_t version = kept_outside(store);
	bool changed = version != store->data_version;

	store->data_version = version;
	return changed;
}

bool store_may_have_changed(struct store *store)
{
	struct stat now, *seen = &store->log_seen;

	if (stat(store->log_path, &now) != 0)
		return true;
	bool same = now.st_ino == seen->st_ino && now.st_size == seen->st_size &&
		    now.st_mtim.tv_sec == seen->st_mtim.tv_sec &&
		    now.st_mtim.tv_nsec == seen->st_mtim.tv_nsec;
	*seen = now;
	return !same;
}

/* What SQLite's own check says; below a line that names the database is what it found.
 * True also if it could not be made: sql_reads_good tells. */
static bool pages_are_sound(struct store *store, struct err *err)
{
	struct sql *q = sql_query(store, "PRAGMA integrity_check(1)", "");
	bool sound = true;

	if (sql_row(q)) {
		const char *found = sql_text(q, 0), *line = strchr(found, '\n');
		line = strncmp(found, "***", 3) == 0 && line ? line + 1 : found;
		sound = strcmp(found, "ok") == 0 ||
			err_set(err, ERR_DATA,
				"the database is damaged (%.*s): bring back a copy with "
				"'rapporteur restore'",
				(int)strcspn(line, "\n"), line);
		sql_done(q);
	}
	return sound;
}

bool store_check(struct store *store, bool repair, struct err *err)
{
	struct sql *q;
	bool sound = true;

	if (repair && !derive_all(store, err))
		return false;
	store->broken = (struct err){0};
	/* Once more, since it takes a page for which there was no memory for a damaged one. */
	sound = pages_are_sound(store, err) || pages_are_sound(store, err);
	q = sql_query(store, "PRAGMA foreign_key_check", "");
	if (sound && sql_row(q)) {
		sound = err_set(err, ERR_DATA,
			"a row of %s refers to one of %s that is not there; "
			"bring back a copy with 'rapporteur restore'",
			sql_text(q, 0), sql_text(q, 2));
		sql_done(q);
	}
	sound = sound && derive_check(store, err);
	/* A check that could not be made has found nothing, but not well. */
	return sound && sql_reads_good(store, err);
}
