/* SPDX-License-Identifier: MIT */
/*
 * The readers of files under a fuzzer: build this file with the libraries of
 * build/ and clang's -fsanitize=fuzzer,address,undefined, and run it on the
 * folders tests/exchange/bad, tests/exchange/good and agendas.
 *
 * test_agenda_hostile replays the corpus and simple changes of it in every run
 * of the tests. What must hold of any bytes: no fault, an error for what is
 * refused, messages in order, and an agenda that can be shown if it is good, and
 * written in a form that is read as the same.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "exchange/agenda_file.h"
#include "exchange/agenda_write.h"
#include "exchange/roster_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_messages(struct messages *messages, bool good)
{
	struct str said;
	size_t errors = 0;

	assert(good == (messages->errors == 0));
	for (size_t i = 0; i < messages->count; i++) {
		const struct message *message = &messages->all[i];
		errors += !message->warning;
		assert(*message->text && !strpbrk(message->text, "\n\t\033\r"));
		assert(message->line >= 0 && (message->line == 0) == (message->column == 0));
		assert(i == 0 || messages->all[i - 1].line <= message->line);
	}
	assert(errors <= messages->errors);
	str_init(&said);
	messages_format(messages, &said);
	str_clear(&said);
	assert(messages_err(messages, NULL) == good);
}

static void check_agenda(const struct agenda *agenda)
{
	struct str shown;
	size_t lines = 0;

	assert(agenda->id && agenda->title && agenda->from && agenda->to);
	assert(agenda->body_count > 0 && agenda->item_count > 0);
	for (size_t i = 0; i < agenda->item_count; i++)
		assert(agenda->items[i].parent == AGENDA_NONE || agenda->items[i].parent < i);
	str_init(&shown);
	agenda_file_show(agenda, &shown);
	for (const char *c = shown.text; (c = strchr(c, '\n')); c++)
		lines++;
	assert(lines == agenda->item_count + agenda->slot_count);
	str_clear(&shown);
}

/* What is written of a good one is good, and written again the same. */
static void check_written(const struct agenda *agenda)
{
	struct agenda again;
	struct messages messages;
	struct str once, twice;

	agenda_init(&again);
	messages_init(&messages, "written");
	str_init(&once);
	str_init(&twice);
	agenda_write(agenda, &once);
	bool good = agenda_file_parse("written", once.text, once.length, &again, &messages);
	assert(good);
	agenda_write(&again, &twice);
	assert(strcmp(once.text, twice.text) == 0);
	str_clear(&once);
	str_clear(&twice);
	messages_clear(&messages);
	agenda_clear(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct agenda agenda;
	struct roster roster;
	struct messages messages;
	bool good;

	agenda_init(&agenda);
	messages_init(&messages, "fuzz");
	good = agenda_file_review("fuzz", (const char *)data, size, &agenda, &messages);
	check_messages(&messages, good);
	if (good)
		check_agenda(&agenda);
	if (good)
		check_written(&agenda);
	messages_clear(&messages);
	agenda_clear(&agenda);

	roster_init(&roster);
	messages_init(&messages, "fuzz");
	good = roster_file_parse("fuzz", (const char *)data, size, &roster, &messages);
	check_messages(&messages, good);
	messages_clear(&messages);
	roster_clear(&roster);
	return 0;
}
