/* SPDX-License-Identifier: MIT */
/*
 * `make corpus`: how well real agendas are understood. Reads every document of a
 * folder, imports it, and compares with the true items beside it (NAME.items) and the
 * true slots (slots.tsv). Prints a line for each document and one for all; -v also
 * what is wrong. Compares bytes: a title that differs in a letter is wrong.
 */
#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "exchange/agenda_import.h"
#include "model/number.h"

struct tally {
	size_t items, right_items, invented, slots, right_slots;
};

struct rows {
	char **rows;
	size_t count, room;
};

static void add_row(struct rows *rows, const char *text, size_t length)
{
	rows->rows = mem_grow(rows->rows, &rows->room, rows->count + 1, sizeof(char *));
	rows->rows[rows->count++] = mem_strndup(text, length);
}

static void clear_rows(struct rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		free(rows->rows[i]);
	free(rows->rows);
	*rows = (struct rows){0};
}

static bool read_rows(const char *path, const char *prefix, struct rows *rows)
{
	struct str text;
	struct err err = {0};
	size_t skip = strlen(prefix);

	str_init(&text);
	bool read = file_read(path, 1 << 20, &text, &err);
	for (const char *at = text.text; *at;) {
		size_t length = strcspn(at, "\n");
		if (length > 0 && *at != '#' && strncmp(at, prefix, skip) == 0)
			add_row(rows, at + skip, length - skip);
		at += length + (at[length] == '\n');
	}
	str_clear(&text);
	return read;
}

/* --- what was imported, in the form of the truth --- */

static void item_rows(const struct agenda *agenda, struct rows *rows)
{
	struct str row;

	str_init(&row);
	for (size_t i = 0; i < agenda->item_count; i++) {
		str_reset(&row);
		number_item_dotted(agenda->items[i].printed, &row);
		str_addf(&row, " | %s", agenda->items[i].title);
		add_row(rows, row.text, row.length);
	}
	str_clear(&row);
}

static void add_time(struct str *row, int minutes)
{
	if (minutes < 0)
		str_add(row, "-\t");
	else
		str_addf(row, "%02d:%02d\t", minutes / 60, minutes % 60);
}

static void slot_rows(const struct agenda *agenda, struct rows *rows)
{
	struct str row;

	str_init(&row);
	for (size_t i = 0; i < agenda->slot_count; i++) {
		const struct agenda_slot *slot = &agenda->slots[i];
		str_reset(&row);
		str_addf(&row, "%s\t", slot->date);
		add_time(&row, slot->from);
		add_time(&row, slot->to);
		for (size_t k = 0; k < slot->item_count; k++) {
			str_add(&row, k ? "," : "");
			number_item_dotted(agenda->items[slot->items[k].item].printed, &row);
		}
		add_row(rows, row.text, row.length);
	}
	str_clear(&row);
}

/* --- comparing --- */

/* How many of the true rows are there; each row counts once. */
static size_t count_right(const struct rows *truth, struct rows *found, const char *what, bool say)
{
	size_t right = 0;

	for (size_t i = 0; i < truth->count; i++) {
		size_t k = 0;
		while (k < found->count && strcmp(truth->rows[i], found->rows[k]) != 0)
			k++;
		if (k < found->count) {
			found->rows[k][0] = '\0';
			right++;
		} else if (say) {
			printf("  no %s: %s\n", what, truth->rows[i]);
		}
	}
	for (size_t i = 0; say && i < found->count; i++)
		if (found->rows[i][0])
			printf("  but: %s\n", found->rows[i]);
	return right;
}

/* An item is invented if no true one has its number. */
static size_t count_invented(const struct rows *truth, const struct rows *found)
{
	size_t invented = 0;

	for (size_t i = 0; i < found->count; i++) {
		size_t number = strcspn(found->rows[i], " ") + 1, k = 0;
		while (k < truth->count && strncmp(truth->rows[k], found->rows[i], number) != 0)
			k++;
		invented += k == truth->count;
	}
	return invented;
}

static void compare(const char *folder, const char *name, const struct agenda *agenda,
	const char *slots, struct tally *all, bool say)
{
	struct rows truth = {0}, found = {0}, true_slots = {0}, found_slots = {0};
	char *path = mem_printf("%s/%s.items", folder, name);
	char *prefix = mem_strdup(name);
	struct tally one = {0};

	read_rows(path, "", &truth);
	/* "agenda-9-comnap-sar-2016" is "agenda-9" in the list of slots. */
	for (char *dash = prefix; (dash = strchr(dash, '-')); dash++)
		if (dash[1] >= '0' && dash[1] <= '9') {
			dash[1 + strspn(dash + 1, "0123456789")] = '\t';
			dash[2 + strspn(dash + 1, "0123456789")] = '\0';
			break;
		}
	read_rows(slots, prefix, &true_slots);
	item_rows(agenda, &found);
	slot_rows(agenda, &found_slots);
	one.items = truth.count;
	one.invented = count_invented(&truth, &found);
	one.right_items = count_right(&truth, &found, "item", say);
	one.slots = true_slots.count;
	one.right_slots = count_right(&true_slots, &found_slots, "slot", say && true_slots.count);
	printf("%-42s %3zu of %3zu items, %zu invented, %3zu of %3zu slots, %zu unread\n", name,
		one.right_items, one.items, one.invented, one.right_slots, one.slots,
		agenda->unread_count);
	all->items += one.items;
	all->right_items += one.right_items;
	all->invented += one.invented;
	all->slots += one.slots;
	all->right_slots += one.right_slots;
	clear_rows(&truth);
	clear_rows(&found);
	clear_rows(&true_slots);
	clear_rows(&found_slots);
	free(path);
	free(prefix);
}

/* --- documents --- */

static void measure(
	const char *folder, const char *file, const char *slots, struct tally *all, bool say)
{
	char *path = mem_printf("%s/%s", folder, file);
	char *name = mem_strndup(file, strcspn(file, "."));
	struct reading reading;
	struct agenda agenda;
	struct messages messages;
	struct err err = {0};

	reading_init(&reading);
	agenda_init(&agenda);
	messages_init(&messages, path);
	if (reading_file(&reading, path, &err) &&
		agenda_import(&reading, path, &agenda, &messages, &err))
		compare(folder, name, &agenda, slots, all, say);
	else
		printf("%-42s refused: %s\n", name,
			strstr(err.text, "” ") ? strstr(err.text, "” ") + 4 : err.text);
	messages_clear(&messages);
	agenda_clear(&agenda);
	reading_clear(&reading);
	free(name);
	free(path);
}

static int is_document(const struct dirent *entry)
{
	size_t length = strlen(entry->d_name);

	return length > 4 && strcmp(entry->d_name + length - 4, ".txt") == 0;
}

static double percent(size_t part, size_t whole)
{
	return whole ? 100.0 * (double)part / (double)whole : 100.0;
}

int main(int argc, char **argv)
{
	bool say = argc > 3 && strcmp(argv[3], "-v") == 0;
	struct dirent **entries;
	struct tally all = {0};
	int count;

	setlocale(LC_ALL, "C.UTF-8");
	if (argc < 3 || (count = scandir(argv[1], &entries, is_document, alphasort)) < 0) {
		printf("corpus: no folder '%s'; say where it is with CORPUS=FOLDER\n",
			argc > 1 ? argv[1] : "");
		return 0;
	}
	for (int i = 0; i < count; i++) {
		measure(argv[1], entries[i]->d_name, argv[2], &all, say);
		free(entries[i]);
	}
	free(entries);
	printf("all: %.1f per cent of %zu items, %zu invented, %.1f per cent of %zu slots\n",
		percent(all.right_items, all.items), all.items, all.invented,
		percent(all.right_slots, all.slots), all.slots);
	return 0;
}
