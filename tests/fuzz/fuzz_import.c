/* SPDX-License-Identifier: MIT */
/*
 * The import of agendas under a fuzzer (make fuzz). What must hold of any text: it is
 * refused with a sentence, or it gives an agenda whose file is read back without an error
 * and written again as the same bytes.
 */
#undef NDEBUG
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "exchange/agenda_file.h"
#include "exchange/agenda_import.h"
#include "exchange/agenda_write.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_written(const struct agenda *agenda)
{
	struct agenda back;
	struct messages messages;
	struct str written, again;

	agenda_init(&back);
	messages_init(&messages, "back");
	str_init(&written);
	str_init(&again);
	agenda_write(agenda, &written);
	assert(agenda_file_parse("back", written.text, written.length, &back, &messages));
	agenda_write(&back, &again);
	assert(strcmp(written.text, again.text) == 0);
	str_clear(&again);
	str_clear(&written);
	messages_clear(&messages);
	agenda_clear(&back);
}

static void check(const char *name, const char *bytes, size_t size)
{
	struct reading reading;
	struct agenda agenda;
	struct messages messages;
	struct err err = {0};

	reading_init(&reading);
	agenda_init(&agenda);
	messages_init(&messages, name);
	if (reading_parse(&reading, name, bytes, size, &err) &&
		agenda_import(&reading, name, &agenda, &messages, &err)) {
		assert(agenda.item_count > 0 && messages.errors == 0);
		check_written(&agenda);
	} else {
		assert(*err.text);
	}
	messages_clear(&messages);
	agenda_clear(&agenda);
	reading_clear(&reading);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;

	for (size_t i = 0; i + 5 <= size && i < 1024; i++)
		if (memcmp(bytes + i, "%PDF-", 5) == 0)
			return 0;
	check("a.txt", bytes, size);
	return 0;
}
